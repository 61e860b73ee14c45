//! Checks a form: prints its three tables, what is wrong with them, which cell is likely to be wrong, and what could
//! not be checked.
//!
//! ```text
//! check [--lang zh|en] [--format text|json|sarif|junit] [--policy POLICY] [FILE [PREVIOUS]]
//! check --explain CODE
//! ```
//!
//! FILE is a form as JSON, PREVIOUS the form of the same body for the year before. Without FILE it checks a real
//! report: that of the Anqiu Economic Development Zone for 2020. POLICY is default, strict, lenient or none, then what
//! differs, such as `strict,P3=off`. Exit code 0: no error; 1: at least one finding of severity error; 2: the input
//! could not be read.

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ogi_report::{Cell, Checked, Column, Form, Lang, Policy, RequestRow, Rule, Section, Severity, Value, Verdict};
use unicode_width::UnicodeWidthStr;

const ANQIU_2020: &str = include_str!("data/anqiu-2020.json");
const USAGE: &str = "usage: check [--lang zh|en] [--format text|json|sarif|junit] [--policy POLICY] [FILE [PREVIOUS]]
       check --explain CODE";

fn main() -> ExitCode {
    match run() {
        Ok((text, code)) => match io::stdout().write_all(text.as_bytes()) {
            // A reader who has seen enough, such as `head`, is no failure.
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
                eprintln!("check: {e}");
                ExitCode::from(2)
            }
            _ => code,
        },
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
}

/// What to print, and how to end.
fn run() -> Result<(String, ExitCode), String> {
    let options = options().map_err(|e| format!("{e}\n{USAGE}"))?;
    let lang = options.lang;
    if options.help {
        return Ok((format!("{USAGE}\n"), ExitCode::SUCCESS));
    }
    if let Some(rule) = options.explain {
        return Ok((rule.explain(lang), ExitCode::SUCCESS));
    }
    let form = match &options.file {
        Some(file) => read(file)?,
        None => parse("anqiu-2020.json", ANQIU_2020)?,
    };
    let previous = options.previous.as_deref().map(read).transpose()?;
    let name = options.file.as_ref().map_or("anqiu-2020.json".to_owned(), |file| file.display().to_string());

    let checked = form.check_under(&options.policy, previous.as_ref());
    let text = match options.format {
        Format::Text => page(&form, &checked, lang).map_err(|e| e.to_string())?,
        Format::Json => {
            let outcome = serde_json::json!({
                "verdict": checked.verdict(),
                "policy": checked.policy,
                "findings": checked.findings,
                "diagnoses": form.diagnose(),
                "ledger": checked.ledger,
            });
            format!("{outcome:#}\n")
        }
        Format::Sarif => serde_json::to_string_pretty(&checked.sarif(&name, lang)).map_err(|e| e.to_string())? + "\n",
        Format::Junit => checked.junit(&name, lang),
    };
    let code = if checked.verdict() == Verdict::Broken { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    Ok((text, code))
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
    use lexopt::prelude::{Long, Value, ValueExt as _};
    let mut options = Options {
        lang: Lang::Zh,
        format: Format::Text,
        policy: Policy::default(),
        explain: None,
        help: false,
        file: None,
        previous: None,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") => options.help = true,
            Long("lang") => options.lang = parser.value()?.parse()?,
            Long("policy") => options.policy = parser.value()?.parse()?,
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

/// Title, tables, findings, ledger and what could be wrong.
fn page(form: &Form, checked: &Checked, lang: Lang) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let body =
        form.body.as_ref().map_or(pick(lang, "（未写明机关）", "(body not stated)"), |body| body.name.as_str());
    let body = clipped(body);
    let year = form.year.map_or_else(|| "????".to_owned(), |year| year.to_string());
    let edition = form.edition.label(lang);
    match lang {
        Lang::Zh => writeln!(out, "{body}{year}年政府信息公开工作年度报告（{edition}）")?,
        Lang::En => writeln!(out, "{body}: annual report on open government information, {year} ({edition})")?,
    }
    for section in Section::ALL {
        writeln!(out, "\n{}\n", section.label(lang))?;
        let lines = lines_of(form, checked, section, lang);
        if lines.is_empty() {
            writeln!(out, "  {}", pick(lang, "（没有表格）", "(no table)"))?;
        }
        write_lines(&mut out, &lines)?;
    }
    write!(out, "\n{}", checked.text(lang))?;
    for diagnosis in form.diagnose() {
        write!(out, "\n{}", diagnosis.text(lang))?;
    }
    Ok(out)
}

/// The table of a section row by row, as the form prints it, with a line of headers above each block.
fn lines_of(form: &Form, checked: &Checked, section: Section, lang: Lang) -> Vec<Vec<String>> {
    let cells: Vec<Cell> =
        Cell::ALL.into_iter().filter(|&cell| cell.section() == section && is_shown(form, cell)).collect();
    if !cells.iter().any(|&cell| form.get(cell).is_some()) {
        return Vec::new();
    }
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut header = Vec::new();
    for row in cells.chunk_by(|&a, &b| row_of(a, lang) == row_of(b, lang)) {
        let block = match row[0] {
            Cell::Proactive(cell) => cell.item().citation().label(lang),
            _ => String::new(),
        };
        let columns = row.iter().map(|&cell| column_of(form, cell, lang));
        let above: Vec<String> = [block].into_iter().chain(columns).collect();
        if above != header {
            lines.push(above.clone());
            header = above;
        }
        let values = row.iter().map(|&cell| shown(form, checked, cell, lang));
        lines.push([row_of(row[0], lang)].into_iter().chain(values).collect());
    }
    lines
}

fn is_shown(form: &Form, cell: Cell) -> bool {
    form.get(cell).is_some() || cell.is_printed_in(form.edition)
}

fn row_of(cell: Cell, lang: Lang) -> String {
    match cell {
        Cell::Proactive(cell) => cell.row_label(lang).to_owned(),
        Cell::Request(row, _) => {
            let group = match row {
                RequestRow::Outcome(outcome) if outcome.label(lang) != outcome.group().label(lang) => {
                    format!("{}{}", outcome.group().label(lang), pick(lang, " ", ": "))
                }
                _ => String::new(),
            };
            format!("{group}{}", row.label(lang))
        }
        Cell::Dispute(route, _) => route.label(lang).to_owned(),
    }
}

fn column_of(form: &Form, cell: Cell, lang: Lang) -> String {
    let total = pick(lang, "总计", "total");
    match cell {
        Cell::Proactive(cell) => match lang {
            Lang::Zh => cell.header(form.edition).unwrap_or(cell.column_label(lang)),
            Lang::En => cell.column_label(lang),
        },
        Cell::Request(_, Column::Of(applicant)) => applicant.label(lang),
        Cell::Dispute(_, Column::Of(ruling)) => ruling.label(lang),
        Cell::Request(_, Column::Total) | Cell::Dispute(_, Column::Total) => total,
    }
    .to_owned()
}

/// What the cell prints, with a mark if a finding is about it.
fn shown(form: &Form, checked: &Checked, cell: Cell, lang: Lang) -> String {
    let printed = match form.get(cell) {
        None => pick(lang, "（缺）", "(missing)").to_owned(),
        Some(filed) if filed.value() == Value::Blank => pick(lang, "（空）", "(blank)").to_owned(),
        Some(filed) => clipped(&filed.as_printed()),
    };
    let worst = checked.findings.iter().filter(|finding| finding.cells().contains(&cell)).map(|f| f.severity).min();
    match worst {
        Some(Severity::Error) => format!("✗{printed}"),
        Some(_) => format!("!{printed}"),
        None => printed,
    }
}

/// The start of what a cell prints: a table has no room for more.
fn clipped(printed: &str) -> String {
    const LONGEST: usize = 32;
    // A terminal would obey control characters.
    let start = printed.chars().take(LONGEST).map(|c| if c.is_control() { '\u{fffd}' } else { c });
    let more = printed.chars().nth(LONGEST).map(|_| '…');
    start.chain(more).collect()
}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Writes lines of cells as aligned columns: the first to the left, the others to the right.
fn write_lines(out: &mut String, lines: &[Vec<String>]) -> Result<(), std::fmt::Error> {
    const LABEL: usize = 56;
    const COLUMN: usize = 16;
    let wrapped: Vec<Vec<Vec<String>>> = lines
        .iter()
        .map(|line| line.iter().enumerate().map(|(i, cell)| wrap(cell, if i == 0 { LABEL } else { COLUMN })).collect())
        .collect();
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|i| wrapped.iter().filter_map(|line| line.get(i)).flatten().map(|text| text.width()).max().unwrap_or(0))
        .collect();
    for line in &wrapped {
        for part in 0..line.iter().map(Vec::len).max().unwrap_or(0) {
            let mut text = String::new();
            for (i, cell) in line.iter().enumerate() {
                let cell = cell.get(part).map_or("", String::as_str);
                let space = " ".repeat(widths[i] - cell.width());
                text.extend(if i == 0 { ["  ", cell, &space] } else { ["  ", &space, cell] });
            }
            writeln!(out, "{}", text.trim_end())?;
        }
    }
    Ok(())
}

/// Breaks a text into lines of at most that width, at spaces where there are any.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].width() + word.trim_end().width() > width {
            lines.push(String::new());
        }
        for c in word.chars() {
            let last = lines.len() - 1;
            if lines[last].width() + c.to_string().width() > width {
                lines.push(String::new());
            }
            lines.last_mut().expect("there is a line").push(c);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}
