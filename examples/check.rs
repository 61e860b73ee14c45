//! Checks a form: prints its three tables, what is wrong with them, which cell is likely to be wrong, and what could
//! not be checked.
//!
//! ```text
//! check [--lang zh|en] [--format text|json|sarif|junit] [--policy POLICY] [--previous-text TEXT] [FILE [PREVIOUS]]
//! check --explain CODE
//! ```
//!
//! FILE is a form as JSON, or a published report as a Word, Excel, PDF or OFD file, a web page or plain text; PREVIOUS the same of the body for the
//! year before, whose text is compared with that of FILE, too. TEXT is the text of last year's report, or its page, where PREVIOUS is a
//! form as JSON. Without FILE it checks a real
//! report: that of the Anqiu Economic Development Zone for 2020. POLICY is default, strict, lenient or none, then what
//! differs, such as `strict,P3=off`. Exit code 0: no error; 1: at least one finding of severity error, or a figure of the
//! page's tables that has no place on the form; 2: the input could not be read. That something could not be checked is no
//! error, and stands in the last lines.

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

mod lang;
mod page;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ogi_report::check::{Check, Place};
use ogi_report::extract::{self, Placed};
use ogi_report::narrative::Narrative;
use ogi_report::{Cell, Checked, Form, Lang, Policy, Rule, Verdict, render};

const ANQIU_2020: &str = include_str!("data/anqiu-2020.json");
const USAGE: &str = "usage: check [--lang zh|en] [--format text|json|sarif|junit] [--policy POLICY] [--previous-text TEXT] [FILE [PREVIOUS]]
       check --explain CODE";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(message) => {
            eprintln!("check: {message}");
            ExitCode::from(2)
        }
    }
}

#[derive(Clone, Copy)]
enum Format {
    Text,
    Json,
    Sarif,
    Junit,
}

struct Options {
    lang: Lang,
    format: Format,
    policy: Policy,
    explain: Option<Rule>,
    help: bool,
    file: Option<PathBuf>,
    previous: Option<PathBuf>,
    previous_text: Option<PathBuf>,
}

/// Prints what is asked for, and says how to end.
fn run() -> Result<ExitCode, String> {
    let (text, code) = answer()?;
    page::print(text.as_bytes())?;
    Ok(code)
}

/// A form, with what its page says beside the tables.
struct Input {
    form: Form,
    narrative: Option<Narrative>,
    /// How many figures of the page's tables have no place on the form.
    unplaced: usize,
    /// Where the page prints the cells.
    placed: Vec<Placed>,
    /// The file, if it is text in UTF-8.
    source: Option<String>,
}

impl Input {
    /// Where the file has a cell: in words, and as bytes of a text.
    fn place_of(&self, cell: Cell, lang: Lang) -> Option<(String, Option<Range<usize>>)> {
        if let Some(placed) = self.placed.iter().find(|placed| placed.cell == cell) {
            return Some((placed.at.label(lang), placed.at.bytes()));
        }
        // In a form as JSON the path of a cell is a key.
        let key = format!("\"{cell}\"");
        let start = self.source.as_ref().filter(|_| self.placed.is_empty())?.find(&key)?;
        Some((cell.to_string(), Some(start..start + key.len())))
    }
}

/// What to print, and how to end.
fn answer() -> Result<(String, ExitCode), String> {
    let options = options().map_err(|e| format!("{e}\n{USAGE}"))?;
    let lang = options.lang;
    if options.help {
        return Ok((format!("{USAGE}\n"), ExitCode::SUCCESS));
    }
    if let Some(rule) = options.explain {
        return Ok((rule.explain(lang), ExitCode::SUCCESS));
    }
    let input = match &options.file {
        Some(file) => read(file, lang)?,
        None => of_json(parse("anqiu-2020.json", ANQIU_2020)?, ANQIU_2020),
    };
    let Input { form, narrative, unplaced, placed, source } = &input;
    let unplaced = *unplaced;
    let previous = options.previous.as_deref().map(|file| read(file, lang)).transpose()?;
    let previous_text = options.previous_text.as_deref().map(read_text).transpose()?;
    let previous_text = previous_text.as_ref().or(previous.as_ref().and_then(|input| input.narrative.as_ref()));
    let name = options.file.as_ref().map_or("anqiu-2020.json".to_owned(), |file| file.display().to_string());

    let checked = Check::new()
        .policy(options.policy.clone())
        .previous(previous.as_ref().map(|input| &input.form))
        .narrative(narrative.as_ref())
        .previous_narrative(previous_text)
        .run(form);
    let text = match options.format {
        Format::Text => sheet(form, &checked, lang) + &places(&checked, placed, lang) + &without_place(unplaced, lang),
        Format::Json => serde_json::to_string_pretty(&checked).map_err(|e| e.to_string())? + "\n",
        Format::Sarif => {
            let sarif = checked.sarif(&name, lang).with_places(|cell| input.place_of(cell, lang));
            let sarif = sarif.with_lines(source.as_deref().unwrap_or_default());
            serde_json::to_string_pretty(&sarif).map_err(|e| e.to_string())? + "\n"
        }
        Format::Junit => checked.junit(&name, lang),
    };
    let is_wrong = checked.verdict() == Verdict::Broken || unplaced > 0;
    let code = if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    Ok((text, code))
}

/// A form as JSON begins with a brace; anything else is a page, whose text is compared with its tables. What could not
/// be placed on it is said first.
fn read(file: &Path, lang: Lang) -> Result<Input, String> {
    let bytes = page::read(file)?;
    // Editors on Windows put a byte order mark before the text.
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    if start.trim_ascii_start().starts_with(b"{") {
        let name = file.display();
        let json = str::from_utf8(start).map_err(|e| format!("{name}: {e}; JSON must be UTF-8"))?;
        return Ok(of_json(parse(&name.to_string(), json)?, str::from_utf8(&bytes).unwrap_or(json)));
    }
    let extraction = page::extract(file, &bytes, lang)?;
    eprint!("{}", page::remarks(&extraction, lang));
    let narrative = Some(Narrative::read(&extraction.sections));
    let source = String::from_utf8(bytes).ok();
    let mut form = extraction.form;
    // A page states neither level nor kind of its body; some rules are asked only if the name tells them.
    if let Some(body) = &mut form.body {
        body.infer();
    }
    Ok(Input { narrative, unplaced: extraction.unplaced.len(), form, placed: extraction.placed, source })
}

fn of_json(form: Form, json: &str) -> Input {
    Input { form, narrative: None, unplaced: 0, placed: Vec::new(), source: Some(json.to_owned()) }
}

/// The text of a file that need not hold any table.
fn read_text(file: &Path) -> Result<Narrative, String> {
    let bytes = page::read(file)?;
    if let Ok(extraction) = extract::from_bytes(&bytes) {
        return Ok(Narrative::read(&extraction.sections));
    }
    let text = extract::decode(&bytes).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(Narrative::from_text(&text))
}

fn parse(name: &str, json: &str) -> Result<Form, String> {
    serde_json::from_str(json).map_err(|e| format!("{name}: {e}"))
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::{Long, Value, ValueExt as _};
    let mut options = Options {
        lang: lang::of_environment(),
        format: Format::Text,
        policy: Policy::default(),
        explain: None,
        help: false,
        file: None,
        previous: None,
        previous_text: None,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") => options.help = true,
            Long("lang") => options.lang = parser.value()?.parse()?,
            Long("policy") => options.policy = parser.value()?.parse()?,
            Long("previous-text") => options.previous_text = Some(parser.value()?.into()),
            Long("explain") => options.explain = Some(parser.value()?.parse()?),
            Long("format") => {
                options.format = match parser.value()?.string()?.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    "sarif" => Format::Sarif,
                    "junit" => Format::Junit,
                    other => {
                        let error = format!("unknown format `{other}`, expected text, json, sarif or junit");
                        return Err(error.into());
                    }
                }
            }
            Value(file) if options.file.is_none() => options.file = Some(file.into()),
            Value(previous) if options.previous.is_none() => options.previous = Some(previous.into()),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(options)
}

/// Where the file prints the cells that findings name.
fn places(checked: &Checked, placed: &[Placed], lang: Lang) -> String {
    let is_found = |cell: Cell| checked.findings.iter().any(|finding| finding.at == Place::Cell(cell));
    let found = placed.iter().filter(|placed| is_found(placed.cell));
    found.map(|placed| format!("{}: {}\n", placed.cell.label(lang), placed.at.label(lang))).collect()
}

/// A form that holds is not the whole page if figures of it were left over.
fn without_place(unplaced: usize, lang: Lang) -> String {
    match (unplaced, lang) {
        (0, _) => String::new(),
        (n, Lang::Zh) => format!("另有 {n} 个数字在表格中找不到对应的栏目，未计入以上核对。\n"),
        (n, Lang::En) => format!("{n} figures of the page have no place on the form and are not in this check.\n"),
    }
}

/// Title, tables, findings, ledger and what could be wrong.
fn sheet(form: &Form, checked: &Checked, lang: Lang) -> String {
    let diagnoses = form.diagnose().into_iter().map(|diagnosis| format!("\n{}", diagnosis.text(lang)));
    let tables = render::checked_text(form, checked, lang);
    [tables, "\n".to_owned(), checked.text(lang)].into_iter().chain(diagnoses).collect()
}
