//! What the examples that read pages have in common: files in, text out.

use std::io::{self, Write as _};
use std::path::Path;

use ogi_report::extract::{self, Extraction};
use ogi_report::{Cell, Lang};

/// The bytes of a file, or an error that names it.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|e| format!("{}: {e}", file.display()))
}

/// The report on a page, or an error that names the file.
pub(crate) fn extract(file: &Path, bytes: &[u8], lang: Lang) -> Result<Extraction, String> {
    extract::from_bytes(bytes).map_err(|e| format!("{}: {}", file.display(), e.message(lang)))
}

/// What a reader of the form should know beside it: notes, and figures without a place with the readings that are
/// possible, each on one line.
pub(crate) fn remarks(extraction: &Extraction, lang: Lang) -> String {
    let (note, unplaced_at) = match lang {
        Lang::Zh => ("说明：", "未归位，"),
        Lang::En => ("note: ", "unplaced at "),
    };
    let notes = extraction.notes.iter().map(|said| format!("{note}{}\n", said.message(lang)));
    let unplaced = extraction.unplaced.iter().map(|unplaced| {
        let reason = unplaced.reason.label(lang);
        let readings = readings(&unplaced.alternatives, lang);
        format!("{unplaced_at}{}: {} ({reason}{readings})\n", unplaced.at.label(lang), on_one_line(&unplaced.printed))
    });
    notes.chain(unplaced).collect()
}

/// What a page prints on one line or several, on one and not too long.
fn on_one_line(printed: &str) -> String {
    const LONGEST: usize = 120;
    let mut line = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

/// How many readings there are, and the first two of them; an extraction in JSON has more.
fn readings(alternatives: &[Vec<(Cell, String)>], lang: Lang) -> String {
    let reading = |reading: &Vec<(Cell, String)>| {
        let figure = |(cell, printed): &(Cell, String)| match lang {
            Lang::Zh => format!("【{}】 {printed}", cell.label(lang)),
            Lang::En => format!("{cell} {printed}"),
        };
        let comma = if lang == Lang::Zh { "，" } else { ", " };
        reading.iter().map(figure).collect::<Vec<_>>().join(comma)
    };
    match (alternatives, lang) {
        ([], _) => String::new(),
        ([only], Lang::Zh) => format!("；1 种读法：{}", reading(only)),
        ([only], Lang::En) => format!("; 1 reading: {}", reading(only)),
        ([first, second, ..], Lang::Zh) => {
            format!("；{} 种读法：{}；{}", alternatives.len(), reading(first), reading(second))
        }
        ([first, second, ..], Lang::En) => {
            format!("; {} readings: {}; {}", alternatives.len(), reading(first), reading(second))
        }
    }
}

/// Writes to standard output. A reader who has seen enough, such as `head`, is no failure.
pub(crate) fn print(bytes: &[u8]) -> Result<(), String> {
    match io::stdout().write_all(bytes).and_then(|()| io::stdout().flush()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(e.to_string()),
        _ => Ok(()),
    }
}
