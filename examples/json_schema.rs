//! Writes what a partner in another language needs: a JSON Schema for each kind of document, samples that are valid and
//! samples that are not, the codelists, and an index of it all.
//!
//! ```text
//! json_schema DIR
//! ```
//!
//! What breaks a sample that is not valid is in its name. The same files without the codelists stand in
//! `examples/schema`.

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

mod kit;

use std::path::Path;
use std::process::ExitCode;

/// The codelists, from where they are checked in.
macro_rules! codelists {
    ($($name:literal),+) => {
        [$((
            concat!("codelists/", $name),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/codelists/", $name)),
        )),+]
    };
}

const CODELISTS: [(&str, &str); 11] = codelists![
    "README.md",
    "applicants.csv",
    "article-20.csv",
    "dispute-results.csv",
    "dispute-routes.csv",
    "earlier-terms.csv",
    "headings.csv",
    "instruments.csv",
    "legal-outcomes.csv",
    "proactive-cells.csv",
    "request-rows.csv"
];

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let (Some(dir), None) = (args.next(), args.next()) else {
        eprintln!("usage: json_schema DIR");
        return ExitCode::from(2);
    };
    match write(Path::new(&dir)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("json_schema: {message}");
            ExitCode::from(2)
        }
    }
}

fn write(dir: &Path) -> Result<(), String> {
    let codelists = CODELISTS.map(|(path, text)| (path.to_owned(), text.to_owned()));
    for (path, text) in kit::files().into_iter().chain(codelists) {
        let path = dir.join(path);
        let parent = path.parent().unwrap_or(dir);
        std::fs::create_dir_all(parent)
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}
