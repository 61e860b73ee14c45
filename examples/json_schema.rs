//! Writes what a partner in another language needs: a JSON Schema for each kind of document, samples that are valid and
//! samples that are not, the rules, equations and cells as data, the codelists, and an index of it all.
//!
//! ```text
//! json_schema DIR
//! ```
//!
//! What breaks a sample that is not valid is in its name. The same files without the codelists stand in
//! `examples/schema`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

mod kit;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: json_schema DIR";

fn main() -> ExitCode {
    let dir = match dir() {
        Ok(Some(dir)) => dir,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(e) => {
            eprintln!("json_schema: {e}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match write(&dir) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("json_schema: {message}");
            ExitCode::from(2)
        }
    }
}

/// The folder; none if help is asked for.
fn dir() -> Result<Option<PathBuf>, lexopt::Error> {
    use lexopt::prelude::{Long, Value};
    let mut dir = None;
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") => return Ok(None),
            Value(value) if dir.is_none() => dir = Some(value.into()),
            _ => return Err(arg.unexpected()),
        }
    }
    dir.map(Some).ok_or_else(|| "expected a folder to write to".into())
}

fn write(dir: &Path) -> Result<(), String> {
    for (path, text) in kit::files() {
        let path = dir.join(path);
        let parent = path.parent().unwrap_or(dir);
        std::fs::create_dir_all(parent)
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}
