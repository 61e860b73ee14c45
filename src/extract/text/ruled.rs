//! Tables of text whose columns are ruled by lines of dashes and whose cells may have several lines, as pandoc prints them.
//!
//! ```text
//!   ---------- ------       +----------+------+
//!   行政规范   12           | 行政规范 | 12   |
//!   性文件                  | 性文件   |      |
//!                           +----------+------+
//!   规章       3            | 规章     | 3    |
//!   ---------- ------       +----------+------+
//! ```

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

/// A table, and the bytes of the text that print it.
pub(crate) struct Ruled {
    pub(crate) text: Range<usize>,
    pub(crate) rows: Vec<Vec<RuledCell>>,
}

/// A cell with the bytes of its lines.
pub(crate) struct RuledCell {
    pub(crate) columns: Range<u32>,
    pub(crate) lines: Vec<Range<usize>>,
}

/// The tables of a text that are ruled so, in its order. What is not ruled all through as its first line says is none.
pub(crate) fn ruled_tables(text: &str) -> Vec<Ruled> {
    let mut tables = Vec::new();
    // Nearly every text has no dash at all, which is found out sooner.
    if !(text.contains('-') && text.contains("---")) {
        return tables;
    }
    let mut lines: Vec<Range<usize>> = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = lines.last().map_or(0, |last| last.end);
        lines.push(start..start + line.len());
    }
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        // What is no table is passed as a whole, so that no line is looked at more than twice.
        let (rows, count) = match rule_of(&text[line.clone()]) {
            Some(Rule::Dashes(columns)) => {
                let rule = |line: &Range<usize>| matches!(rule_of(&text[line.clone()]), Some(Rule::Dashes(_)));
                match lines[at + 1..].iter().position(rule) {
                    Some(inner) => match dashed(text, &lines[at..=at + 1 + inner], &columns) {
                        Some(rows) => (Some(rows), inner + 2),
                        None => (None, inner + 1),
                    },
                    None => return tables,
                }
            }
            Some(Rule::Grid(_)) => {
                let is_inside = |line: &&Range<usize>| text[(*line).clone()].trim_start().starts_with(['+', '|']);
                let count = lines[at..].iter().take_while(is_inside).count();
                (grid(text, &lines[at..at + count]), count)
            }
            None => (None, 1),
        };
        if let Some(rows) = rows {
            tables.push(Ruled { text: line.start..lines[at + count - 1].end, rows });
        }
        at += count.max(1);
    }
    tables
}

/// Columns of the widest table.
const WIDEST: usize = 64;

/// A line that rules a table.
enum Rule {
    /// The places at which the columns begin and end: `---- ----`.
    Dashes(Vec<Range<usize>>),
    /// The places between columns: `+---+---+`.
    Grid(Vec<usize>),
}

fn rule_of(line: &str) -> Option<Rule> {
    /// Dashes of the narrowest column.
    const NARROWEST: usize = 2;
    let inner = line.trim_end();
    let indent = inner.len() - inner.trim_start().len();
    let rule = inner.trim_start();
    if rule.starts_with('+') && rule.ends_with('+') && rule.chars().all(|c| matches!(c, '+' | '-' | '=' | ':')) {
        let at = rule.match_indices('+').map(|(at, _)| indent + at).collect::<Vec<_>>();
        return (3..=WIDEST).contains(&at.len()).then_some(Rule::Grid(at));
    }
    if !rule.starts_with('-') || !rule.chars().all(|c| matches!(c, '-' | ' ')) {
        return None;
    }
    let mut columns: Vec<Range<usize>> = Vec::new();
    for (at, _) in rule.match_indices('-') {
        let at = indent + at;
        match columns.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => columns.push(at..at + 1),
        }
    }
    let is_rule = (2..=WIDEST).contains(&columns.len()) && columns.iter().all(|column| column.len() >= NARROWEST);
    is_rule.then_some(Rule::Dashes(columns))
}

/// The characters of a line that are no white space, with the place of each and its bytes in the text.
fn places(text: &str, line: &Range<usize>) -> Vec<(usize, char, Range<usize>)> {
    let mut places = Vec::new();
    let mut place = 0;
    for (at, c) in text[line.clone()].char_indices() {
        let from = line.start + at;
        if !c.is_whitespace() {
            places.push((place, c, from..from + c.len_utf8()));
        }
        place += c.width().unwrap_or(0);
    }
    places
}

/// What a line of a table says.
enum Said {
    /// Rows end here.
    Between,
    /// The columns of its cells, and the bytes that each of them has.
    Cells(Vec<(Range<u32>, Option<Range<usize>>)>),
}

/// The rows of a table, each of several lines or of one. `None` if a line is none of a table, or divides its row otherwise.
fn rows(
    lines: &[Range<usize>],
    has_several: bool,
    said: impl Fn(&Range<usize>) -> Option<Said>,
) -> Option<Vec<Vec<RuledCell>>> {
    let mut rows: Vec<Vec<RuledCell>> = Vec::new();
    let mut is_new = true;
    for line in lines {
        let Said::Cells(cells) = said(line)? else {
            is_new = true;
            continue;
        };
        if std::mem::take(&mut is_new) || !has_several {
            rows.push(cells.iter().map(|cell| RuledCell { columns: cell.0.clone(), lines: Vec::new() }).collect());
        }
        let row = rows.last_mut()?;
        if !row.iter().map(|cell| &cell.columns).eq(cells.iter().map(|cell| &cell.0)) {
            return None;
        }
        for (cell, (_, line)) in row.iter_mut().zip(cells) {
            cell.lines.extend(line);
        }
    }
    (!rows.is_empty()).then_some(rows)
}

/// The bytes that a line has within a column; `None` if it is blank there.
fn inside(places: &[(usize, char, Range<usize>)], column: &Range<usize>) -> Option<Range<usize>> {
    let mut inside = places.iter().filter(|(place, ..)| column.contains(place));
    let (_, _, first) = inside.next()?;
    Some(first.start..inside.next_back().map_or(first.end, |(_, _, last)| last.end))
}

/// The rows between two lines of dashes. Where a blank line stands between them, blank lines part rows; else every line is
/// one.
fn dashed(text: &str, lines: &[Range<usize>], columns: &[Range<usize>]) -> Option<Vec<Vec<RuledCell>>> {
    let [first, inner @ .., last] = lines else { return None };
    if text[first.clone()].trim_end() != text[last.clone()].trim_end() {
        return None;
    }
    let is_blank = |line: &Range<usize>| text[line.clone()].trim().is_empty();
    rows(inner, inner.iter().any(is_blank), |line| {
        if is_blank(line) {
            return Some(Said::Between);
        }
        let places = places(text, line);
        // Nothing may stand between the columns.
        let is_apart = places.iter().all(|(place, ..)| columns.iter().any(|column| column.contains(place)));
        let cells = (0..).zip(columns).map(|(at, column)| (at..at + 1, inside(&places, column)));
        is_apart.then(|| Said::Cells(cells.collect()))
    })
}

/// The rows of a grid.
fn grid(text: &str, lines: &[Range<usize>]) -> Option<Vec<Vec<RuledCell>>> {
    let mut between: Vec<usize> = Vec::new();
    for line in lines {
        match rule_of(&text[line.clone()]) {
            Some(Rule::Grid(places)) => between.extend(places),
            // A rule that goes around a cell over several rows.
            _ if text[line.clone()].trim_start().starts_with('+') || text[line.clone()].contains("+--") => return None,
            _ => {}
        }
    }
    between.sort_unstable();
    between.dedup();
    if between.len() > WIDEST {
        return None;
    }
    let column = |place: &usize| between.binary_search(place).ok().and_then(|at| u32::try_from(at).ok());
    rows(lines, true, |line| {
        if rule_of(&text[line.clone()]).is_some() {
            return Some(Said::Between);
        }
        let places = places(text, line);
        let is_bar = |place: &&(usize, char, Range<usize>)| place.1 == '|' && column(&place.0).is_some();
        let bars: Vec<usize> = places.iter().filter(is_bar).map(|place| place.0).collect();
        if bars.first() != between.first() || bars.last() != between.last() || bars.len() < 2 {
            return None;
        }
        let cell =
            |pair: &[usize]| Some((column(&pair[0])?..column(&pair[1])?, inside(&places, &(pair[0] + 1..pair[1]))));
        bars.windows(2).map(cell).collect::<Option<_>>().map(Said::Cells)
    })
}
