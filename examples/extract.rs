//! Reads a published page and prints the form on it.
//!
//! ```sh
//! cargo run --example extract -- [--format tsv|json|extraction] FILE
//! ```
//!
//! `tsv` is the tidy table: one line for every cell of the edition, with its state, value, unit and note. `json`
//! is the form, and `extraction` all that was read: the form, where each figure stands, what could not be placed, and the
//! text. What could not be placed is said on standard error, too. Ends with 0 if a form was found, with 1 if the page has none of the
//! official tables, and with 2 if the file could not be read.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

use std::process::ExitCode;

use ogi_report::render::tidy::{self, Separator};
use ogi_report::{Lang, extract};

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("extract: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn std::error::Error>> {
    use lexopt::prelude::*;
    let (mut format, mut file) = ("tsv".to_owned(), None);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("format") => format = arguments.value()?.parse()?,
            Long("help") => {
                println!("usage: extract [--format tsv|json|extraction] FILE");
                return Ok(ExitCode::SUCCESS);
            }
            Value(path) if file.is_none() => file = Some(path),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let file = file.ok_or("no FILE, expected a page as html or text")?;
    let bytes = std::fs::read(&file)?;
    let extraction = match extract::from_bytes(&bytes) {
        Ok(extraction) => extraction,
        Err(error) => {
            eprintln!("{}: {error}", file.to_string_lossy());
            return Ok(ExitCode::from(1));
        }
    };
    eprintln!("{}", extraction.title().unwrap_or("no title"));
    for note in &extraction.notes {
        eprintln!("note: {}", note.message(Lang::Zh));
    }
    for unplaced in &extraction.unplaced {
        eprintln!("unplaced at {:?}: {} ({})", unplaced.span, unplaced.printed, unplaced.reason.label(Lang::Zh));
        for alternative in &unplaced.alternatives {
            let figures: Vec<String> = alternative.iter().map(|(cell, digits)| format!("{cell} {digits}")).collect();
            eprintln!("    {}", figures.join(", "));
        }
    }
    match format.as_str() {
        "json" => println!("{}", serde_json::to_string_pretty(&extraction.form)?),
        "extraction" => println!("{}", serde_json::to_string_pretty(&extraction)?),
        "tsv" => tidy::write(&extraction.form, Separator::Tab, std::io::stdout().lock())?,
        other => return Err(format!("unknown format {other}, expected tsv, json or extraction").into()),
    }
    Ok(ExitCode::SUCCESS)
}
