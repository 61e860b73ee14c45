//! From the bytes of a file to a checked form, or to why there is none.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use ogi_report::check::Check;
use ogi_report::columns::Spot;
use ogi_report::extract::{Bound, ExtractError, Extraction, Extractor, FileFormat, Limits, Note};
use ogi_report::intake::{Cause, Failure, Source};
use ogi_report::narrative::Narrative;
use ogi_report::{Cell, Checked, Form, Verdict, render};

use crate::Options;
use crate::inputs::{Chunk, Content, Input};
use crate::lines::LONGEST;

/// Lines of a file of forms that get review pages; those of its later lines would be more than anybody looks at.
const REVIEWED_LINES: u64 = 10_000;

/// What came of a file or a line.
pub(crate) struct Came {
    pub(crate) source: Source,
    pub(crate) read: Option<Read>,
}

/// A form with what was found on it and beside it.
pub(crate) struct Read {
    pub(crate) form: Form,
    pub(crate) checked: Checked,
    /// The figures of the text, and the text.
    pub(crate) text: Option<(Narrative, String)>,
    /// Where the cells stand in the source.
    pub(crate) spots: Vec<(Cell, Spot)>,
    /// The review page, for a form that does not hold.
    pub(crate) review: Option<String>,
    /// Tells forms with the same cells from others.
    pub(crate) digest: u64,
}

/// What the content of a file gave.
struct Found {
    form: Form,
    extraction: Option<Extraction>,
}

/// Reads a chunk. A reader that fails takes no other file with it.
pub(crate) fn chunk(chunk: &Chunk, options: &Options) -> Vec<Came> {
    match &chunk.content {
        Content::Files(files) => files.iter().map(|input| whole(input, options)).collect(),
        Content::Lines { input, first, text } => {
            let name = input.name();
            let lines = (*first..).zip(text.split_inclusive(|&byte| byte == b'\n'));
            let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
            lines.map(|(number, line)| one_line(&name, number, line, options)).collect()
        }
        Content::Broken { input, first, error } => {
            let failure = Failure::new(Cause::Unreadable, [error.as_str(), error.as_str()]);
            vec![Came {
                source: Source::new(format!("{}:{first}", input.name()), 0, "json").failed(failure),
                read: None,
            }]
        }
    }
}

fn whole(input: &Input, options: &Options) -> Came {
    guarded(Source::new(input.name(), input.bytes, ""), true, options, |source| {
        let bytes = read_file(input)?;
        source.bytes = bytes.len() as u64;
        format_of(&bytes).clone_into(&mut source.format);
        if source.format == "json" {
            return form_of(&bytes).map(|form| Found { form, extraction: None });
        }
        let extraction = Extractor::new().bytes(&bytes).map_err(|error| {
            if let ExtractError::OtherFormat { format } | ExtractError::Password { format } = error {
                FileFormat::name(format).clone_into(&mut source.format);
            }
            Failure::from(&error)
        })?;
        let mut form = extraction.form.clone();
        if let Some(body) = &mut form.body {
            body.infer_scope(&extraction.text);
        }
        Ok(Found { form, extraction: Some(extraction) })
    })
}

fn one_line(file: &str, number: u64, line: &[u8], options: &Options) -> Came {
    let source = Source::new(format!("{file}:{number}"), line.len() as u64, "json");
    guarded(source, number <= REVIEWED_LINES, options, |_| {
        if line.len() > LONGEST {
            let message = [format!("这一行超过 {LONGEST} 字节"), format!("the line has more than {LONGEST} bytes")];
            return Err(Failure::new(Cause::TooLarge, message));
        }
        form_of(line).map(|form| Found { form, extraction: None })
    })
}

/// Makes a source of what its content gives, and holds back a panic.
fn guarded(
    mut source: Source,
    is_reviewed: bool,
    options: &Options,
    content: impl FnOnce(&mut Source) -> Result<Found, Failure>,
) -> Came {
    let started = Instant::now();
    let came = catch_unwind(AssertUnwindSafe(|| {
        let content = content(&mut source)?;
        Ok(checked(&mut source, content, is_reviewed, options))
    }));
    let crashed = || {
        Failure::new(Cause::Crashed, ["读取程序出错，请报告此文件", "the reader failed on this file; please report it"])
    };
    let read = match came.unwrap_or_else(|_| Err(crashed())) {
        Ok(read) => Some(read),
        Err(failure) => {
            // What was noted before it failed is not of a form.
            source = Source::new(source.file, source.bytes, source.format).failed(failure);
            None
        }
    };
    source.seconds = Some(started.elapsed().as_secs_f64());
    Came { source, read }
}

fn read_file(input: &Input) -> Result<Vec<u8>, Failure> {
    let unreadable = |error: &std::io::Error| Failure::new(Cause::Unreadable, [error.to_string(), error.to_string()]);
    let metadata = input.path.metadata().map_err(|e| unreadable(&e))?;
    if !metadata.is_file() {
        return Err(Failure::new(Cause::Unreadable, ["不是文件", "this is not a file"]));
    }
    let limit = Limits::default().bytes;
    if metadata.len() > limit as u64 {
        return Err(Failure::from(&ExtractError::TooLarge { bound: Bound::Bytes, limit }));
    }
    std::fs::read(&input.path).map_err(|e| unreadable(&e))
}

fn form_of(json: &[u8]) -> Result<Form, Failure> {
    // Editors on Windows put a byte order mark before the text.
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    serde_json::from_slice(json).map_err(|error| {
        Failure::new(Cause::NotAForm, [format!("不是报告表格：{error}"), format!("this is no form: {error}")])
    })
}

/// Checks a form and notes what its source is.
fn checked(source: &mut Source, content: Found, is_reviewed: bool, options: &Options) -> Read {
    let Found { mut form, extraction } = content;
    // One body is the same in every format.
    if let Some(body) = &mut form.body {
        body.infer();
    }
    // A form that says where it comes from keeps that.
    form.source.get_or_insert_with(|| source.file.clone());
    let narrative = extraction.as_ref().filter(|extraction| has_text(extraction, &source.format));
    let narrative = narrative.map(|extraction| Narrative::read(&extraction.sections));
    let checked = Check::new().policy(options.policy.clone()).narrative(narrative.as_ref()).run(&form);
    *source = source.clone().read(&form, &checked);
    if let Some(extraction) = &extraction {
        source.unplaced = extraction.unplaced.len();
        source.edition_is_assumed = extraction.notes.iter().any(|note| matches!(note, Note::EditionAssumed { .. }));
    }
    let does_hold = checked.verdict() == Verdict::Holds && source.unplaced == 0;
    let review = (is_reviewed && !does_hold).then(|| render::review(&form, &checked, options.lang));
    let spots = extraction.as_ref().map(spots).unwrap_or_default();
    let digest = digest(&form);
    let text = narrative.zip(extraction.map(|extraction| extraction.text));
    Read { text, form, checked, spots, review, digest }
}

/// A workbook of tables has no text, so nothing is missing from it. Any other file without text lacks what a report must say.
fn has_text(extraction: &Extraction, format: &str) -> bool {
    !matches!(format, "xlsx" | "ods") || extraction.sections.prose().next().is_some()
}

fn spots(extraction: &Extraction) -> Vec<(Cell, Spot)> {
    let is_embedded = extraction.embedded.is_some();
    let spot = |placed: &ogi_report::extract::Placed| {
        let mut spot = Spot::from(&placed.at);
        spot.is_embedded = is_embedded;
        (placed.cell, spot)
    };
    extraction.placed.iter().map(spot).collect()
}

fn digest(form: &Form) -> u64 {
    let mut hash = DefaultHasher::new();
    form.edition.name().hash(&mut hash);
    for (cell, filed) in form.cells() {
        (cell, filed.as_printed()).hash(&mut hash);
    }
    hash.finish()
}

/// The format of a file, by its content.
fn format_of(bytes: &[u8]) -> &'static str {
    const PARTS: [(&[u8], &str); 4] = [
        (b"word/document", "docx"),
        (b"xl/workbook.xml", "xlsx"),
        (b"OFD.xml", "ofd"),
        (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ];
    let holds = |part: &[u8]| memchr::memmem::find(bytes, part).is_some();
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if start.starts_with(b"%PDF") {
        "pdf"
    } else if start.starts_with(b"PK\x03\x04") {
        PARTS.into_iter().find(|(part, _)| holds(part)).map_or("zip", |(_, name)| name)
    } else if start.starts_with(b"{") && !start.starts_with(b"{\\rtf") {
        "json"
    } else if bytes.contains(&0) || start.is_empty() {
        ""
    } else if holds(b"<table") || holds(b"<TABLE") || start.starts_with(b"<") {
        "html"
    } else {
        "text"
    }
}
