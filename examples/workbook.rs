//! Workbooks for Excel and WPS: a template to send out, and a form with what is wrong with it.
//!
//! ```text
//! workbook template --body NAME --year YEAR [--edition 2019|2021] [--level LEVEL] [--kind KIND] [--region CODE]
//!                   [--scope SCOPE] [--previous FORM] [-o FILE]
//! workbook fill FORM [-o FILE]
//! workbook collect DIR [-o FILE] [--expected LIST] [--previous DIR] [--sheets]
//! ```
//!
//! FORM is a form as JSON, or a report that `extract` reads: a workbook that came back, a web page, a document. `collect`
//! reads every file of a folder and of those in it, and adds up those that hold; LIST names the bodies that should report,
//! one a line, with the code of the region behind a comma if it is known; the folder of `--previous` has the reports of
//! the year before; `--sheets` adds a sheet for each report. Without `-o` the template is called 模板.xlsx, a form with its
//! findings 核对结果.xlsx, and the sums 汇总.xlsx. No output takes the place of a file that is read; in the folder of `collect` it
//! may replace the sums of an earlier run. How far it is stands on standard error.

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

#[path = "page/mod.rs"]
#[expect(dead_code, reason = "the other examples print more")]
mod page;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use lexopt::prelude::{Long, Short, Value, ValueExt as _};
use ogi_report::workbook::{self, Returned, Summary, Template};
use ogi_report::{Body, Consolidation, Edition, Form, Lang, Year, extract};

const USAGE: &str =
    "usage: workbook template --body NAME --year YEAR [--edition 2019|2021] [--level LEVEL] [--kind KIND]
                         [--region CODE] [--scope SCOPE] [--previous FORM] [-o FILE]
       workbook fill FORM [-o FILE]
       workbook collect DIR [-o FILE] [--expected LIST] [--previous DIR] [--sheets]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("workbook: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let mut parser = lexopt::Parser::from_env();
    match parser.next().map_err(usage)? {
        Some(Value(command)) if command == "template" => template(parser),
        Some(Value(command)) if command == "fill" => fill(parser),
        Some(Value(command)) if command == "collect" => collect(parser),
        Some(Long("help")) => {
            eprintln!("{USAGE}");
            Ok(())
        }
        _ => Err(USAGE.to_owned()),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "an error of the parser is used up in its message")]
fn usage(error: lexopt::Error) -> String {
    format!("{error}\n{USAGE}")
}

fn value(parser: &mut lexopt::Parser) -> Result<std::ffi::OsString, String> {
    parser.value().map_err(usage)
}

/// Writes the template for a body and a year.
fn template(mut parser: lexopt::Parser) -> Result<(), String> {
    let mut body = Body::named("");
    let (mut year, mut edition, mut previous, mut out) = (None, None, None, PathBuf::from("模板.xlsx"));
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Long("body") => {
                body = Body { name: value(&mut parser)?.string().map_err(usage)?.trim().to_owned(), ..body }
            }
            Long("year") => {
                year = Some(Year::new(value(&mut parser)?.parse::<i64>().map_err(usage)?).map_err(|e| e.to_string())?);
            }
            Long("edition") => edition = Some(value(&mut parser)?.parse::<Edition>().map_err(usage)?),
            Long("level") => body.level = Some(value(&mut parser)?.parse().map_err(usage)?),
            Long("kind") => body.kind = Some(value(&mut parser)?.parse().map_err(usage)?),
            Long("region") => body.region = Some(value(&mut parser)?.parse().map_err(usage)?),
            Long("scope") => body.scope = Some(value(&mut parser)?.parse().map_err(usage)?),
            Long("previous") => previous = Some(PathBuf::from(value(&mut parser)?)),
            Short('o') | Long("output") => out = value(&mut parser)?.into(),
            _ => return Err(usage(arg.unexpected())),
        }
    }
    let year = year.filter(|_| !body.name.is_empty()).ok_or("a template needs --body and --year")?;
    let edition = edition
        .or_else(|| Edition::in_force(year))
        .ok_or_else(|| format!("no edition is in force for {year}, state one with --edition"))?;
    let mut template = Template::new(edition, body, year);
    if let Some(previous) = previous {
        keep(&previous, &out)?;
        template = template.previous(read(&previous)?).map_err(|e| e.to_string())?;
    }
    write(&out, template.to_bytes())
}

/// Writes a form with its findings.
fn fill(mut parser: lexopt::Parser) -> Result<(), String> {
    let (mut file, mut out) = (None, PathBuf::from("核对结果.xlsx"));
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Short('o') | Long("output") => out = value(&mut parser)?.into(),
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            _ => return Err(usage(arg.unexpected())),
        }
    }
    let file = file.ok_or(USAGE)?;
    keep(&file, &out)?;
    let form = read(&file)?;
    write(&out, workbook::write(&form, Some(&form.check())))
}

/// Adds up the reports of a folder.
fn collect(mut parser: lexopt::Parser) -> Result<(), String> {
    let (mut folder, mut previous, mut expected) = (None, None, None);
    let (mut out, mut has_sheets) = (PathBuf::from("汇总.xlsx"), false);
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Short('o') | Long("output") => out = value(&mut parser)?.into(),
            Long("expected") => expected = Some(PathBuf::from(value(&mut parser)?)),
            Long("previous") => previous = Some(PathBuf::from(value(&mut parser)?)),
            Long("sheets") => has_sheets = true,
            Value(path) if folder.is_none() => folder = Some(PathBuf::from(path)),
            _ => return Err(usage(arg.unexpected())),
        }
    }
    let mut whole = Consolidation::default();
    if let Some(list) = expected {
        keep(&list, &out)?;
        whole.expect(bodies(&list)?);
    }
    let (mut returned, mut forms) = (Vec::new(), Vec::new());
    let beside = out.parent().unwrap_or(Path::new("")).to_owned();
    add_up(&folder.ok_or(USAGE)?, &out, &mut whole, |file, form| {
        // Links lead from where the workbook stands.
        let source = file.strip_prefix(&beside).unwrap_or(file).display().to_string();
        returned.push(match form {
            Err(error) => Returned::unread(source, error),
            Ok((form, remarks, is_counted)) => {
                if has_sheets && is_counted {
                    forms.push(form.clone());
                }
                let returned = Returned::new(source, form, &form.check(), is_counted);
                remarks.into_iter().fold(returned, Returned::remark)
            }
        });
    })?;
    let mut last_year = Consolidation::default();
    let mut summary = Summary::of(&whole).returned(&returned).body_sheets(&forms);
    if let Some(folder) = previous {
        add_up(&folder, &out, &mut last_year, |_, _| {})?;
        summary = summary.previous(&last_year).map_err(|e| e.to_string())?;
    }
    write(&out, summary.to_bytes())
}

/// A form that was read, what a reader should know of it, and whether its figures were added.
type Came<'f> = Result<(&'f Form, Vec<String>, bool), String>;

/// Adds the reports of a folder and says what came of each file.
fn add_up(
    folder: &Path,
    out: &Path,
    whole: &mut Consolidation,
    mut each: impl FnMut(&Path, Came<'_>),
) -> Result<(), String> {
    // What an earlier run wrote is no report. Anything else must neither be left out nor be overwritten.
    let (own, files): (Vec<_>, Vec<_>) = files(folder)?.into_iter().partition(|file| is_same_file(file, out));
    if !own.iter().all(|file| is_summary(file)) {
        return Err(format!("{}: it is read and has no sums of an earlier run; name another with -o", out.display()));
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {wide_msg}").map_err(|e| e.to_string())?;
    let bar = ProgressBar::new(files.len() as u64).with_style(style);
    for file in files {
        bar.set_message(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
        match read_quietly(&file) {
            Err(error) => each(&file, Err(error)),
            Ok((form, remarks)) => {
                let verified = form.clone().verify();
                let is_counted = verified.is_ok();
                whole.extend([verified]);
                each(&file, Ok((&form, remarks, is_counted)));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// Refuses to write over a file that is read.
fn keep(input: &Path, out: &Path) -> Result<(), String> {
    if is_same_file(input, out) {
        return Err(format!("{}: it is read and would be lost; name another with -o", out.display()));
    }
    Ok(())
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// Whether a file has the sums of an earlier run, by their title.
fn is_summary(file: &Path) -> bool {
    let extraction = std::fs::read(file).ok().and_then(|bytes| extract::from_bytes(&bytes).ok());
    extraction.is_some_and(|extraction| {
        let title = extraction.title().unwrap_or_default();
        title.contains("政府信息公开工作年度报告汇总（") && title.ends_with(" 份）")
    })
}

/// The files of a folder and of those in it, by name, without those that a program keeps while a file is open.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let is_kept = name.to_string_lossy().starts_with(['.', '~']);
        if entry.file_type().map_err(failed)?.is_dir() {
            found.extend(files(&entry.path())?);
        } else if !is_kept {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// The bodies of a list: a name in each line, and behind a comma or a tab the code of the region.
fn bodies(list: &Path) -> Result<Vec<Body>, String> {
    const HEADS: [&str; 4] = ["机关", "名称", "机关名称", "报告机关"];
    let text =
        extract::decode(&page::read(list)?).map_err(|e| format!("{}: {}", list.display(), e.message(Lang::Zh)))?;
    let mut bodies = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        let mut parts = line.split([',', '，', '\t']).map(|part| part.trim().trim_matches('"').trim());
        let name = parts.next().unwrap_or_default();
        if name.is_empty() || HEADS.contains(&name) {
            continue;
        }
        let mut body = Body::named(name);
        if let Some(code) = parts.next().filter(|code| !code.is_empty()) {
            body.region = Some(code.parse().map_err(|e| format!("{}: {name}: {e}", list.display()))?);
        }
        bodies.push(body);
    }
    Ok(bodies)
}

/// A form, with what a reader should know of it on standard error.
fn read(file: &Path) -> Result<Form, String> {
    let (form, remarks) = read_quietly(file).map_err(|e| format!("{}: {e}", file.display()))?;
    for remark in remarks {
        eprintln!("{remark}");
    }
    Ok(form)
}

/// A form, and what a reader should know of it. A form as JSON begins with a brace; anything else is a report that
/// `extract` reads.
fn read_quietly(file: &Path) -> Result<(Form, Vec<String>), String> {
    let bytes = std::fs::read(file).map_err(|e| e.to_string())?;
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    if start.trim_ascii_start().starts_with(b"{") {
        return Ok((serde_json::from_slice(start).map_err(|e| e.to_string())?, Vec::new()));
    }
    let extraction = extract::from_bytes(&bytes).map_err(|e| e.message(Lang::Zh))?;
    let remarks = page::remarks(&extraction, Lang::Zh).lines().map(str::to_owned).collect();
    Ok((extraction.form, remarks))
}

/// Writes under another name first, one that `files` passes over, so that a file of this name is whole whatever happens.
fn write(file: &Path, bytes: Result<Vec<u8>, workbook::WorkbookError>) -> Result<(), String> {
    let bytes = bytes.map_err(|e| e.to_string())?;
    // A device, a pipe or a link must not become a file.
    if file.symlink_metadata().is_ok_and(|known| !known.is_file()) {
        return Err(format!("{}: no file, expected one or a name that is free", file.display()));
    }
    let mut name = std::ffi::OsString::from(".");
    name.push(file.file_name().ok_or_else(|| format!("{}: expected the name of a file", file.display()))?);
    name.push(".unfinished");
    let unfinished = file.with_file_name(name);
    let written = std::fs::write(&unfinished, bytes).and_then(|()| std::fs::rename(&unfinished, file));
    if let Err(e) = written {
        let _ = std::fs::remove_file(&unfinished);
        return Err(format!("{}: {e}", file.display()));
    }
    eprintln!("{}", file.display());
    Ok(())
}
