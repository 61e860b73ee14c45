//! Prints a form as the official tables, as a review sheet with what is wrong, or as a chart.
//!
//! ```text
//! render [--format html|markdown|text|review] [--lang zh|en] [FILE] [-o OUT]
//! render --format chart [--lang zh|en] [FILE]... [-o OUT]
//! ```
//!
//! FILE is a form as JSON. Without FILE it prints a real report: that of the Anqiu Economic Development Zone for 2020.
//! Without OUT it writes to standard output, and without a format it takes that of the name of OUT: html, md, svg,
//! else text. A chart of one form shows how requests ended, one of several, in the order of their years, what came and
//! went. Exit code 0: written; 2: the input could not be read, does not hold where a chart needs it to, or the output
//! could not be written.

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

mod lang;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ogi_report::{Form, Lang, Report, Span, render};

const ANQIU_2020: &str = include_str!("data/anqiu-2020.json");
const USAGE: &str = "usage: render [--format html|markdown|text|review] [--lang zh|en] [FILE] [-o OUT]
       render --format chart [--lang zh|en] [FILE]... [-o OUT]";

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
    Review,
    Chart,
}

impl Format {
    fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()? {
            "html" | "htm" => Some(Self::Html),
            "md" => Some(Self::Markdown),
            "svg" => Some(Self::Chart),
            _ => None,
        }
    }
}

#[derive(Default)]
struct Options {
    lang: Option<Lang>,
    format: Option<Format>,
    help: bool,
    files: Vec<PathBuf>,
    out: Option<PathBuf>,
}

fn run() -> Result<(), String> {
    let options = options().map_err(|e| format!("{e}\n{USAGE}"))?;
    if options.help {
        return write(None, &format!("{USAGE}\n"));
    }
    let forms = match options.files.as_slice() {
        [] => vec![parse("anqiu-2020.json", ANQIU_2020)?],
        files => files.iter().map(|file| read(file)).collect::<Result<_, _>>()?,
    };
    let lang = options.lang.unwrap_or_else(lang::of_environment);
    let out = options.out.as_deref();
    let text = match (options.format.or(out.and_then(Format::of)).unwrap_or(Format::Text), forms.as_slice()) {
        (Format::Chart, forms) => chart(forms, lang)?,
        (Format::Html, [form]) => render::html(form, lang),
        (Format::Markdown, [form]) => render::markdown(form, lang),
        (Format::Text, [form]) => render::text(form, lang),
        (Format::Review, [form]) => render::review(form, &form.check(), lang),
        (_, forms) => return Err(format!("{} files, expected one\n{USAGE}", forms.len())),
    };
    write(out, &text)
}

/// How the requests of one report ended, or what came and went over several.
fn chart(forms: &[Form], lang: Lang) -> Result<String, String> {
    let reports: Vec<Report> = forms
        .iter()
        .map(|form| form.clone().verify().map_err(|e| format!("a chart needs figures that hold: {e}")))
        .collect::<Result<_, _>>()?;
    if let [report] = reports.as_slice() {
        return render::charts::outcomes(&[report].into_iter().sum(), None, lang).ok_or("no outcomes".to_owned());
    }
    let spans: Vec<Span> = reports.iter().map(Span::from).collect();
    render::charts::flows(&spans, lang).map_err(|e| e.to_string())
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
                    "review" => Format::Review,
                    "chart" => Format::Chart,
                    other => {
                        let error = format!("unknown format `{other}`, expected html, markdown, text, review or chart");
                        return Err(error.into());
                    }
                });
            }
            Value(file) => options.files.push(file.into()),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(options)
}
