//! Reads a published page and prints the form on it.
//!
//! ```sh
//! cargo run --example extract -- [--lang zh|en] [--format tsv|json|extraction] FILE
//! ```
//!
//! FILE is a report as a Word, Excel, PDF or OFD file, or as a web page or plain text, in any encoding that such pages have. `tsv` is the tidy table: one
//! line for every cell of the edition, with its state, value, unit and note. `json` is the form, and `extraction` all
//! that was read: the form, where each figure stands, what could not be placed, and the text. What could not be placed
//! is said on standard error, too. Exit code 0: a form was found; 1: the file has none of the official tables, or is
//! of another format; 2: the file could not be read, or the command is not understood.

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

mod lang;
mod page;

use std::path::PathBuf;
use std::process::ExitCode;

use ogi_report::Lang;
use ogi_report::render::tidy::{self, Separator};

const USAGE: &str = "usage: extract [--lang zh|en] [--format tsv|json|extraction] FILE

FILE is a published report as a Word, Excel, PDF or OFD file, a web page or plain text. The form on it is printed as
  tsv         a line for every cell: path, state, value, unit, note (the default)
  json        a form, as `check` reads it
  extraction  all that was read: form, places, what could not be placed, text
Exit code 0: a form was found; 1: none was found; 2: the file could not be read.";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(message) => {
            eprintln!("extract: {message}");
            ExitCode::from(2)
        }
    }
}

#[derive(Clone, Copy)]
enum Format {
    Tsv,
    Json,
    Extraction,
}

fn run() -> Result<ExitCode, String> {
    let Some(Options { lang, format, file }) = options().map_err(|e| format!("{e}\n{USAGE}"))? else {
        page::print(format!("{USAGE}\n").as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    let extraction = match page::extract(&file, &page::read(&file)?, lang) {
        Ok(extraction) => extraction,
        Err(message) => {
            eprintln!("extract: {message}");
            return Ok(ExitCode::FAILURE);
        }
    };
    let untitled = match lang {
        Lang::Zh => "没有标题",
        Lang::En => "no title",
    };
    eprint!("{}\n{}", extraction.title().unwrap_or(untitled), page::remarks(&extraction, lang));
    let mut printed = Vec::new();
    match format {
        Format::Tsv => tidy::write(&extraction.form, Separator::Tab, &mut printed).map_err(|e| e.to_string())?,
        Format::Json => json(&extraction.form, &mut printed)?,
        Format::Extraction => json(&extraction, &mut printed)?,
    }
    page::print(&printed)?;
    Ok(ExitCode::SUCCESS)
}

fn json(document: &impl serde::Serialize, printed: &mut Vec<u8>) -> Result<(), String> {
    serde_json::to_writer_pretty(&mut *printed, document).map_err(|e| e.to_string())?;
    printed.push(b'\n');
    Ok(())
}

struct Options {
    lang: Lang,
    format: Format,
    file: PathBuf,
}

/// The options, or nothing if help is asked for.
fn options() -> Result<Option<Options>, lexopt::Error> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};
    let (mut lang, mut format, mut file) = (lang::of_environment(), Format::Tsv, None);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(None),
            Long("lang") => lang = parser.value()?.parse()?,
            Long("format") => {
                format = match parser.value()?.string()?.as_str() {
                    "tsv" => Format::Tsv,
                    "json" => Format::Json,
                    "extraction" => Format::Extraction,
                    other => {
                        return Err(format!("unknown format `{other}`, expected tsv, json or extraction").into());
                    }
                }
            }
            Value(path) if file.is_none() => file = Some(path.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    let file = file.ok_or("no FILE, expected a report as a document, a web page or text")?;
    Ok(Some(Options { lang, format, file }))
}
