//! Prints a form as the official tables.
//!
//! ```text
//! render [--format html|markdown|text] [--lang zh|en] [FILE] [-o OUT]
//! ```
//!
//! FILE is a form as JSON. Without FILE it prints a real report: that of the Anqiu Economic Development Zone for 2020.
//! Without OUT it writes to standard output, and without a format it takes that of the name of OUT: html, md or txt,
//! else text. Exit code 0: written; 2: the input could not be read or the output not be written.

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ogi_report::{Form, Lang, render};

const ANQIU_2020: &str = include_str!("data/anqiu-2020.json");
const USAGE: &str = "usage: render [--format html|markdown|text] [--lang zh|en] [FILE] [-o OUT]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("render: {message}");
            ExitCode::from(2)
        }
    }
}

#[derive(Clone, Copy)]
enum Format {
    Html,
    Markdown,
    Text,
}

impl Format {
    fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()? {
            "html" | "htm" => Some(Self::Html),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }
}

#[derive(Default)]
struct Options {
    lang: Option<Lang>,
    format: Option<Format>,
    help: bool,
    file: Option<PathBuf>,
    out: Option<PathBuf>,
}

fn run() -> Result<(), String> {
    let options = options().map_err(|e| format!("{e}\n{USAGE}"))?;
    if options.help {
        return write(None, &format!("{USAGE}\n"));
    }
    let form = match &options.file {
        Some(file) => read(file)?,
        None => parse("anqiu-2020.json", ANQIU_2020)?,
    };
    let lang = options.lang.unwrap_or(Lang::Zh);
    let out = options.out.as_deref();
    let text = match options.format.or(out.and_then(Format::of)).unwrap_or(Format::Text) {
        Format::Html => render::html(&form, lang),
        Format::Markdown => render::markdown(&form, lang),
        Format::Text => render::text(&form, lang),
    };
    write(out, &text)
}

fn write(out: Option<&Path>, text: &str) -> Result<(), String> {
    match out {
        Some(file) => std::fs::write(file, text).map_err(|e| format!("{}: {e}", file.display())),
        None => match io::stdout().write_all(text.as_bytes()) {
            // A reader who has seen enough, such as `head`, is no failure.
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(e.to_string()),
            _ => Ok(()),
        },
    }
}

fn read(file: &Path) -> Result<Form, String> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|e| format!("{name}: {e}"))?;
    let json =
        String::from_utf8(bytes).map_err(|e| format!("{name}: {e}; the file must be UTF-8, is it GBK or UTF-16?"))?;
    // Editors on Windows put a byte order mark before the text.
    parse(&name, json.strip_prefix('\u{feff}').unwrap_or(&json))
}

fn parse(name: &str, json: &str) -> Result<Form, String> {
    serde_json::from_str(json).map_err(|e| format!("{name}: {e}"))
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};
    let mut options = Options::default();
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") => options.help = true,
            Long("lang") => options.lang = Some(parser.value()?.parse()?),
            Short('o') => options.out = Some(parser.value()?.into()),
            Long("format") => {
                options.format = Some(match parser.value()?.string()?.as_str() {
                    "html" => Format::Html,
                    "markdown" => Format::Markdown,
                    "text" => Format::Text,
                    other => {
                        let error = format!("unknown format `{other}`, expected html, markdown or text");
                        return Err(error.into());
                    }
                });
            }
            Value(file) if options.file.is_none() => options.file = Some(file.into()),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(options)
}
