//! The peak of the memory of a test. It is that of a process, so that the test runs in one of its own.

/// Prints the peak of this process, for the one that started it.
#[expect(clippy::print_stdout, reason = "the parent reads it")]
pub(crate) fn print() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM:")).unwrap());
}

/// Runs a test, which ends with [`print`], in a process of its own whose environment has a value under a name. Gives the peak in bytes.
pub(crate) fn of(test: &str, name: &str, value: usize) -> usize {
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--nocapture", "--test-threads=1"])
        .env(name, value.to_string())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{said}{}", String::from_utf8_lossy(&child.stderr));
    let (_, peak) = said.split_once("VmHWM:").unwrap();
    peak.split_whitespace().next().unwrap().parse::<usize>().unwrap() << 10
}
