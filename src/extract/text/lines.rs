//! Plain text as rows of pieces: lines, and cells between tabs, bars and rules.

use std::borrow::Cow;
use std::ops::Range;

use super::frame::{BarredRow, mend_outer_cells};
use super::ruled::{Ruled, is_box, ruled_tables};
use super::separated::separated_tables;
use crate::extract::page::rows::{BARS, Page, Piece, Room, Row, RowKind, trimmed};
use crate::extract::words::fold::{Folded, is_ideograph};
use crate::extract::words::vocabulary::{exact_word_of, word_as_printed};
use crate::extract::{ExtractError, Limits};

/// The page of a plain text: its lines, those that have tabs or bars divided into cells, and the rows of tables that are ruled.
///
/// # Errors
///
/// If they are more than the limit.
pub(crate) fn page_within<'a>(text: &'a str, limits: &Limits) -> Result<Page<'a>, ExtractError> {
    // Tabs that part nothing stand around cells of which print shows one in a line.
    let has_tabs = text.lines().any(|line| line.trim().contains('\t'));
    let mut tables = ruled_tables(text, has_tabs, limits)?;
    if tables.is_empty() && !has_tabs {
        tables = separated_tables(text, limits)?;
    }
    let mut lines = if tables.is_empty() {
        let mut lines = Lines::new(Cow::Borrowed(text), has_tabs, limits);
        lines.push_lines(text, 0)?;
        lines
    } else {
        Lines::of_ruled(text, &tables, has_tabs, limits)?
    };
    lines.mark_broken_figures();
    let Lines { mut page, barred, .. } = lines;
    // One character is found sooner than two.
    page.has_references = text.contains('&') && text.contains("&#");
    mend_outer_cells(&mut page, &barred);
    Ok(page)
}

/// The page of a text that is within the default limits.
#[cfg(test)]
pub(crate) fn page_of(text: &str) -> Page<'_> {
    page_within(text, &Limits::default()).unwrap_or_default()
}

/// A page while its lines are read.
struct Lines<'a> {
    page: Page<'a>,
    room: Room,
    /// Whether tabs part cells from each other.
    has_tabs: bool,
    /// The rows before which a drawn table has a rule.
    drawn: Vec<usize>,
    /// The rows of cells between bars.
    barred: Vec<BarredRow>,
}

impl<'a> Lines<'a> {
    fn new(text: Cow<'a, str>, has_tabs: bool, limits: &Limits) -> Self {
        Self { page: Page::new(text), room: Room::new(limits), has_tabs, drawn: Vec::new(), barred: Vec::new() }
    }

    fn push_lines(&mut self, text: &str, offset: usize) -> Result<(), ExtractError> {
        /// Cells of a report that has nothing but its form, most of which hold a digit or two.
        const CELLS: usize = 512;
        self.page.pieces.reserve(CELLS.min(text.len()));
        let mut start = 0;
        while let Some(line) = lines(&text[start..]).next() {
            let mut end = start + line.len();
            for _ in 0..WIDEST {
                let Some(more) = goes_on(&text[start..end], &text[end..]) else { break };
                end += more;
            }
            self.push_line(&text[start..end], offset + start)?;
            start = end;
        }
        Ok(())
    }

    /// A text in which the lines of every cell of its ruled tables stand behind each other, a row on a line.
    fn of_ruled(text: &'a str, tables: &[Ruled], has_tabs: bool, limits: &Limits) -> Result<Self, ExtractError> {
        let mut moved = Self::new(Cow::Owned(String::with_capacity(text.len())), has_tabs, limits);
        let mut end = 0;
        for table in tables {
            moved.push_moved(&text[end..table.text.start], end)?;
            for cells in &table.rows {
                moved.room.take(cells.len())?;
                let first = moved.page.pieces.len();
                for cell in cells {
                    let start = moved.page.text.len();
                    let unruled = moved.page.text.to_mut();
                    unruled.extend(cell.lines.iter().map(|line| &text[line.clone()]));
                    let place = start..unruled.len();
                    unruled.push('\t');
                    let source = cell.lines.first().zip(cell.lines.last()).map(|(first, last)| first.start..last.end);
                    // A number may be broken between two lines.
                    let is_number =
                        |line: &Range<usize>| text[line.clone()].chars().all(|c| c.is_numeric() || c == '.');
                    moved.page.pieces.push(Piece {
                        columns: cell.columns.clone(),
                        is_tall: cell.is_tall || (cell.lines.len() > 1 && cell.lines.iter().any(is_number)),
                        ..Piece::new(place, source.unwrap_or(table.text.start..table.text.start))
                    });
                }
                moved.page.text.to_mut().pop();
                moved.page.text.to_mut().push('\n');
                moved.page.push_row(first, RowKind::Grid);
            }
            end = table.text.end;
        }
        moved.push_moved(&text[end..], end)?;
        Ok(moved)
    }

    /// Lines of the source, from that byte on, that stand at another place of the text.
    fn push_moved(&mut self, lines: &str, source: usize) -> Result<(), ExtractError> {
        let (start, first) = (self.page.text.len(), self.page.pieces.len());
        self.page.text.to_mut().push_str(lines);
        self.push_lines(lines, start)?;
        for piece in self.page.pieces.iter_mut().skip(first) {
            piece.source = piece.text.start - start + source..piece.text.end - start + source;
        }
        Ok(())
    }

    /// In a drawn table the lines between two rules are one row of cells. Where figures stand on several of them, a
    /// number may be broken.
    fn mark_broken_figures(&mut self) {
        let Page { text, pieces, rows, .. } = &mut self.page;
        let has_digits = |piece: &Piece| text[piece.text.clone()].trim().chars().all(|c| c.is_numeric() || c == '.');
        for block in self.drawn.windows(2).map(|rules| rules[0]..rules[1]) {
            let Some(rows) = rows.get(block) else { continue };
            let of_figures = |row: &&Row| {
                let pieces = &pieces[row.pieces.clone()];
                row.kind == RowKind::Barred && pieces.iter().any(|piece| !piece.text.is_empty() && has_digits(piece))
            };
            let broken: Vec<Range<usize>> = rows.iter().filter(of_figures).map(|row| row.pieces.clone()).collect();
            if broken.len() > 1 {
                for piece in broken.into_iter().flatten() {
                    pieces[piece].is_tall = true;
                }
            }
        }
    }

    fn push_line(&mut self, line: &str, start: usize) -> Result<(), ExtractError> {
        let first = self.page.pieces.len();
        let kind = if self.has_tabs && line.trim_start().contains('\t') {
            self.push_tabbed(line, start)?;
            self.page.number_columns(first);
            RowKind::Barred
        } else if line.contains(BARS) || has_box(line) || line.starts_with('+') {
            // A line of bars, dashes and colons rules a table and says nothing.
            if line.chars().all(|c| BARS.contains(&c) || is_rule(c) || c.is_whitespace()) {
                if line.contains(|c| is_box(c) && !BARS.contains(&c)) {
                    self.drawn.push(self.page.rows.len());
                }
                return Ok(());
            }
            self.push_barred(line, start)?
        } else {
            self.push_piece(line, start)?;
            RowKind::Line
        };
        self.close_row(first, kind, has_box(line));
        Ok(())
    }

    /// The cells of a line between bars.
    fn push_barred(&mut self, line: &str, start: usize) -> Result<RowKind, ExtractError> {
        let first = self.page.pieces.len();
        let trimmed = line.trim();
        let inner = trimmed.strip_prefix(BARS).unwrap_or(trimmed);
        let leading = inner.len() < trimmed.len();
        let tail = trimmed.chars().rev().take_while(|c| BARS.contains(c)).count();
        let from = start + (line.len() - line.trim_start().len()) + (trimmed.len() - inner.len());
        self.push_cells(inner.strip_suffix(BARS).unwrap_or(inner), from)?;
        let kind = if !leading && tail > 0 { RowKind::Collapsed } else { RowKind::Barred };
        // One cell and a row of bars: print has one cell per line, or says nothing of the empty ones.
        let is_empty = |piece: &Piece| piece.text.is_empty();
        if kind == RowKind::Collapsed && self.page.pieces[first + 1..].iter().all(is_empty) {
            self.page.pieces.truncate(first + 1);
        }
        // A drawn table has no bar inside a cell that spans columns.
        if leading && !trimmed.starts_with(is_box) {
            self.page.number_columns(first);
        }
        let (begins_with_bar, ends_with_bar) = (leading, tail > 0);
        if !line.contains(is_box) {
            self.barred.push(BarredRow { row: self.page.rows.len(), begins_with_bar, ends_with_bar });
        }
        Ok(kind)
    }

    fn close_row(&mut self, first: usize, mut kind: RowKind, has_box: bool) {
        let page = &mut self.page;
        // A rule that goes around a cell over several rows: the cell is no row of figures.
        let text = &page.text;
        let is_ruled = has_box && page.pieces[first..].iter().any(|piece| text[piece.text.clone()].contains(is_box));
        if is_ruled {
            self.drawn.push(page.rows.len());
            let line = page.pieces.split_off(first);
            page.pieces.extend(line.into_iter().filter(|piece| !text[piece.text.clone()].contains(is_box)));
        }
        if is_ruled || page.pieces.len() > first + WIDEST {
            kind = RowKind::Line;
        }
        if kind == RowKind::Line {
            for piece in first..page.pieces.len() {
                page.pieces[piece].columns = 0..0;
                page.rows.push(Row { pieces: piece..piece + 1, kind });
            }
        } else {
            page.push_row(first, kind);
        }
    }

    /// The cells of a line between tabs.
    fn push_tabbed(&mut self, line: &str, start: usize) -> Result<(), ExtractError> {
        let mut from = 0;
        for cell in line.as_bytes().split(|byte| *byte == b'\t') {
            self.push_piece(&line[from..from + cell.len()], start + from)?;
            from += cell.len() + 1;
        }
        Ok(())
    }

    /// The cells of a line between bars.
    fn push_cells(&mut self, line: &str, start: usize) -> Result<(), ExtractError> {
        let mut at = 0;
        for cell in line.split(BARS) {
            self.push_piece(cell, start + at)?;
            at += cell.len();
            at += line.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
        Ok(())
    }

    fn push_piece(&mut self, text: &str, start: usize) -> Result<(), ExtractError> {
        self.room.take(1)?;
        let inner = trimmed(text);
        let from = start + if inner.len() == text.len() { 0 } else { text.len() - text.trim_start().len() };
        let to = from + inner.len();
        self.page.pieces.push(Piece::new(from..to, from..to));
        Ok(())
    }
}

/// Whether a line has one of these.
fn has_box(line: &str) -> bool {
    /// The byte with which each of them begins, and little else of a Chinese text.
    const FIRST: u8 = 0xe2;
    line.as_bytes().contains(&FIRST) && line.contains(is_box)
}

/// Whether a character stands in a rule.
fn is_rule(c: char) -> bool {
    matches!(c, '-' | ':' | '+' | '=') || is_box(c)
}

/// Cells of the widest row; what has more is a page whose lines have become one.
const WIDEST: usize = 40;

/// The lines of a text, each with its end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        // Of the bytes that may end a line, those that do not are few.
        let may_end = |byte: &u8| matches!(byte, b'\n'..=b'\r' | 0xe2);
        let mut from = 0;
        let end = loop {
            let Some(at) = bytes[from..].iter().position(may_end).map(|at| from + at) else { break None };
            match bytes[at..] {
                [b'\r', b'\n', ..] => break Some(at + 2),
                [b'\n' | b'\r' | b'\x0c', ..] => break Some(at + 1),
                [0xe2, 0x80, 0xa8, ..] => break Some(at + 3),
                _ => from = at + 1,
            }
        };
        let (line, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind;
        (!line.is_empty()).then_some(line)
    })
}

/// How many bytes behind a row of cells belong to it, because print has broken a label at the end of a line inside a
/// cell: the last cell of the row is no word of the form, and with the first of the next line it is.
fn goes_on(row: &str, rest: &str) -> Option<usize> {
    /// Lines of the longest label.
    const LINES: usize = 4;
    /// Bytes of the longest part of a label.
    const LONGEST: usize = 150;
    // Nearly every line is told apart from a broken label without looking for one.
    if row.trim_end().ends_with(|c: char| c.is_ascii_digit() || matches!(c, '。' | '|')) {
        return None;
    }
    // An empty cell that ends its row does not go on, nor does a label as it is printed.
    let last = row.rsplit('\t').next().unwrap_or(row).trim();
    if last.is_empty() || word_as_printed(last).is_some() {
        return None;
    }
    let next = lines(rest).next()?;
    let separators = if row.contains('\t') || next.contains('\t') { &['\t'][..] } else { BARS };
    let is_divided = |line: &str| line.contains(separators);
    if !(is_divided(row) || lines(rest).take(LINES).any(is_divided)) {
        return None;
    }
    let last = row.rsplit(separators).next().filter(|last| !last.trim().is_empty() && last.len() <= LONGEST)?;
    let mut label = Folded::of(last);
    if !label.chars.iter().any(|c| is_ideograph(*c)) || exact_word_of(&label.chars).is_ok() {
        return None;
    }
    let mut is_row = is_divided(row);
    let mut more = 0;
    for line in lines(rest).take(LINES) {
        more += line.len();
        let first = line.split(separators).next().filter(|first| !first.trim().is_empty() && first.len() <= LONGEST)?;
        label.push(first, 0);
        is_row |= is_divided(line);
        if is_row && exact_word_of(&label.chars).is_ok() {
            return Some(more);
        }
        if is_divided(line) {
            return None;
        }
    }
    None
}
