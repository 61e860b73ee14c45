//! Reads forms as JSON, one on each line, from standard input, and writes each with the outcome of its check as the cases of
//! the conformance suite state it: to try an implementation in another language on forms of any number.
//!
//! ```text
//! generate 10000 1 | conformance
//! ```

#![expect(clippy::print_stderr, reason = "an example prints")]

#[path = "kit/expected.rs"]
mod expected;

use std::io::{self, BufRead as _, BufWriter, Write as _};
use std::process::ExitCode;

use ogi_report::Form;
use serde_json::json;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // A reader who has seen enough, such as `head`, is no failure.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("conformance: {e}");
            ExitCode::from(2)
        }
    }
}

fn run() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        let form: Form = serde_json::from_str(&line)
            .map_err(|e| io::Error::new(io::ErrorKind::InvalidData, format!("line {}: {e}", number + 1)))?;
        let expected = expected::expected(&form.check());
        writeln!(out, r#"{{"form":{line},"expected":{}}}"#, json!(expected))?;
    }
    out.flush()
}
