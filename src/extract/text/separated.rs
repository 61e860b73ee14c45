//! Tables whose cells are separated by commas, as spreadsheets save them (CSV).

use std::ops::Range;

use super::ruled::{Ruled, RuledCell};
use crate::extract::page::rows::Room;
use crate::extract::words::fold::Folded;
use crate::extract::words::vocabulary::exact_word_of;
use crate::extract::{ExtractError, Limits};

/// Cells of the narrowest and of the widest row. Text has a comma or two in a line, and thousands are parted by them.
const WIDTH: std::ops::RangeInclusive<usize> = 3..=256;
/// The fewest rows of a table, and the fewest of them that begin with a word of the form.
const ROWS: usize = 3;
const WORDS: usize = 2;

/// The tables of a text: rows behind each other that have as many cells, with words of the form in front of some of them.
///
/// # Errors
///
/// If their cells are more than the limit.
pub(crate) fn separated_tables(text: &str, limits: &Limits) -> Result<Vec<Ruled>, ExtractError> {
    let mut tables = Vec::new();
    if !text.contains(',') {
        return Ok(tables);
    }
    let mut room = Room::new(limits);
    let mut rows = Rows::default();
    let (mut cells, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let end = row(text, at, &mut cells);
        if rows.width != cells.len() {
            tables.extend(rows.table(text, &mut room)?);
            rows = Rows { place: at..at, width: cells.len(), ..Rows::default() };
        }
        let next = end.unwrap_or_else(|| text[at..].find('\n').map_or(text.len(), |line| at + line + 1));
        if WIDTH.contains(&rows.width) {
            rows.count += 1;
            rows.words += usize::from(rows.words < WORDS && begins_with_word(text, &cells));
            rows.place.end = next;
        }
        at = next;
    }
    tables.extend(rows.table(text, &mut room)?);
    Ok(tables)
}

/// Rows behind each other that have as many cells.
#[derive(Default)]
struct Rows {
    place: Range<usize>,
    width: usize,
    count: usize,
    /// How many of them begin with a word of the form, as far as it is asked.
    words: usize,
}

impl Rows {
    /// The table that they are, if they are one.
    fn table(&self, text: &str, room: &mut Room) -> Result<Option<Ruled>, ExtractError> {
        if self.count < ROWS || self.words < WORDS {
            return Ok(None);
        }
        room.take(self.count * self.width)?;
        let mut rows = Vec::with_capacity(self.count);
        let (mut cells, mut at) = (Vec::new(), self.place.start);
        while at < self.place.end {
            let Some(next) = row(text, at, &mut cells) else { return Ok(None) };
            at = next;
            let cell = |(at, cell): (u32, &Range<usize>)| RuledCell {
                columns: at..at + 1,
                is_tall: false,
                lines: if cell.is_empty() { Vec::new() } else { vec![cell.clone()] },
            };
            rows.push((0..).zip(&cells).map(cell).collect());
        }
        Ok(Some(Ruled { text: self.place.clone(), rows }))
    }
}

/// Whether a row begins with a word of the form; a number before it counts the rows.
fn begins_with_word(text: &str, cells: &[Range<usize>]) -> bool {
    let mut cells = cells.iter().map(|cell| &text[cell.clone()]);
    let first = cells.find(|cell| !cell.bytes().all(|byte| byte.is_ascii_digit()));
    first.is_some_and(|first| exact_word_of(&Folded::of(first).chars).is_ok())
}

/// Reads the cells of the row that begins there, without quotes and white space around them, and says where the next row
/// begins. It has no cells if quotes do not close, or a cell has digits apart from each other: then commas of thousands stand
/// in a line of figures.
fn row(text: &str, start: usize, cells: &mut Vec<Range<usize>>) -> Option<usize> {
    cells.clear();
    let mut at = start;
    let end = loop {
        let next = cell(text, at);
        let Some((cell, end)) = next.filter(|_| cells.len() < *WIDTH.end()) else {
            cells.clear();
            return None;
        };
        cells.push(cell);
        if text.as_bytes().get(end) != Some(&b',') {
            break end;
        }
        at = end + 1;
    };
    Some((end + 1).min(text.len()))
}

/// A cell that begins there, and the comma or the end of the line behind it.
fn cell(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    /// Bytes of the longest cell in quotes.
    const LONGEST: usize = 1024;
    let bytes = text.as_bytes();
    if bytes.get(start) != Some(&b'"') {
        let end =
            bytes[start..].iter().position(|byte| matches!(byte, b',' | b'\n')).map_or(text.len(), |end| start + end);
        let cell = &text[start..end];
        let from = start + cell.len() - cell.trim_start().len();
        let inner = from..from + cell.trim().len();
        let mut figures =
            text[inner.clone()].split_whitespace().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        return (figures.next().is_none() || figures.next().is_none()).then_some((inner, end));
    }
    let mut at = start + 1;
    loop {
        let quote = at + bytes[at..].iter().take(LONGEST).position(|byte| *byte == b'"')?;
        match bytes.get(quote + 1) {
            Some(b'"') => at = quote + 2,
            Some(b',' | b'\n') | None => return Some((start + 1..quote, quote + 1)),
            Some(b'\r') if matches!(bytes.get(quote + 2), Some(b'\n') | None) => {
                return Some((start + 1..quote, (quote + 2).min(text.len())));
            }
            Some(_) => return None,
        }
    }
}
