//! A page as rows of pieces, whatever it was written in.

use std::borrow::Cow;
use std::ops::Range;

use super::fold::{Folded, is_ideograph};
use super::frame::{BarredRow, mend_outer_cells};
use super::ruled::{Ruled, ruled_tables};
use super::words::exact_word_of;

/// A page: its text, and how print divides it.
pub(super) struct Page<'a> {
    /// The text in reading order. For a text from outside it is that text.
    pub(super) text: Cow<'a, str>,
    pub(super) pieces: Vec<Piece>,
    pub(super) rows: Vec<Row>,
    /// Whether character references, `&#124;`, stand in the text, as Markdown writes them.
    pub(super) has_references: bool,
    /// Whether tabs part cells from each other.
    has_tabs: bool,
    /// The rows before which a drawn table has a rule.
    drawn: Vec<usize>,
    /// The rows of cells between bars.
    barred: Vec<BarredRow>,
}

/// A run of text that print sets apart: a cell, or a line.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Where it stands in [`Page::text`].
    pub(super) text: Range<usize>,
    /// Where it stands in the source.
    pub(super) source: Range<usize>,
    /// The columns of the table that it covers.
    pub(super) columns: Range<u32>,
    /// Whether it covers several rows.
    pub(super) is_tall: bool,
}

impl Piece {
    /// Where a part of its text stands in the source: exactly, if the two are as long as each other, which they are only
    /// if they are the same.
    pub(super) fn source_of(&self, text: &Range<usize>) -> Range<usize> {
        source_of(text, &self.text, &self.source)
    }
}

/// Where a part of a text stands in the source, exactly if the whole text is what its source says.
pub(super) fn source_of(part: &Range<usize>, text: &Range<usize>, source: &Range<usize>) -> Range<usize> {
    if text.len() != source.len() {
        return source.clone();
    }
    let start = source.start + (part.start - text.start);
    start..start + part.len()
}

/// Pieces that stand beside each other.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) pieces: Range<usize>,
    pub(super) kind: RowKind,
}

/// How the pieces of a row are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A line of text. It has one piece.
    Line,
    /// Cells of a table with true columns.
    Grid,
    /// Cells between tabs or bars.
    Barred,
    /// Cells between bars whose empty cells may have been moved behind the others, as some converters do:
    /// `3 | 3 | |||||||`.
    Collapsed,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) fn new(text: Cow<'a, str>) -> Self {
        Self {
            text,
            pieces: Vec::new(),
            rows: Vec::new(),
            has_references: false,
            has_tabs: false,
            drawn: Vec::new(),
            barred: Vec::new(),
        }
    }

    /// Closes a row of the pieces from that one on. A row of one piece is a line.
    pub(super) fn push_row(&mut self, first: usize, kind: RowKind) {
        let pieces = first..self.pieces.len();
        match pieces.len() {
            0 => {}
            1 => self.rows.push(Row { pieces, kind: RowKind::Line }),
            _ => self.rows.push(Row { pieces, kind }),
        }
    }

    /// The text of a piece.
    pub(super) fn text_of(&self, piece: &Piece) -> &str {
        self.text.get(piece.text.clone()).unwrap_or_default()
    }

    /// The columns of the table up to the end of a row.
    pub(super) fn width_of(&self, row: usize) -> u32 {
        let last = self.rows.get(row).and_then(|row| self.pieces[row.pieces.clone()].last());
        last.map_or(0, |piece| piece.columns.end)
    }

    /// Whether a bar stands behind a piece in its line.
    pub(super) fn is_before_bar(&self, piece: usize) -> bool {
        let behind = self.pieces.get(piece).and_then(|piece| self.text.get(piece.text.end..));
        behind.is_some_and(|behind| behind.trim_start_matches([' ', '\u{3000}']).starts_with(BARS))
    }

    /// The lines of a plain text, those that have tabs or bars divided into cells, and the rows of tables that are ruled.
    pub(super) fn of_text(text: &'a str) -> Self {
        let tables = ruled_tables(text);
        // Tabs that part nothing stand around cells of which print shows one in a line.
        let has_tabs = text.lines().any(|line| line.trim().contains('\t'));
        let mut page = if tables.is_empty() {
            let mut page = Self::new(Cow::Borrowed(text));
            page.has_tabs = has_tabs;
            page.push_lines(text, 0);
            page
        } else {
            Self::of_ruled(text, &tables, has_tabs)
        };
        page.has_references = text.contains("&#");
        page.mark_broken_figures();
        let barred = std::mem::take(&mut page.barred);
        mend_outer_cells(&mut page, &barred);
        page
    }

    fn push_lines(&mut self, text: &str, offset: usize) {
        let mut start = 0;
        while let Some(line) = lines(&text[start..]).next() {
            let mut end = start + line.len();
            for _ in 0..WIDEST {
                let Some(more) = goes_on(&text[start..end], &text[end..]) else { break };
                end += more;
            }
            self.push_line(&text[start..end], offset + start);
            start = end;
        }
    }

    /// A text in which the lines of every cell of its ruled tables stand behind each other, a row on a line.
    fn of_ruled(text: &'a str, tables: &[Ruled], has_tabs: bool) -> Self {
        let mut unruled = String::with_capacity(text.len());
        let mut end = 0;
        for table in tables {
            unruled += &text[end..table.text.start];
            for cells in &table.rows {
                for (at, cell) in cells.iter().enumerate() {
                    unruled += if at == 0 { "" } else { "\t" };
                    unruled.extend(cell.lines.iter().map(|line| &text[line.clone()]));
                }
                unruled.push('\n');
            }
            end = table.text.end;
        }
        unruled += &text[end..];
        let mut page = Self::new(Cow::Owned(unruled));
        page.has_tabs = has_tabs;
        let (mut start, mut end) = (0, 0);
        for table in tables {
            page.push_moved(&text[end..table.text.start], start, end);
            start += table.text.start - end;
            for cells in &table.rows {
                let first = page.pieces.len();
                for cell in cells {
                    let length: usize = cell.lines.iter().map(Range::len).sum();
                    let source = cell.lines.first().zip(cell.lines.last()).map(|(first, last)| first.start..last.end);
                    // A number may be broken between two lines.
                    let is_number =
                        |line: &Range<usize>| text[line.clone()].chars().all(|c| c.is_numeric() || c == '.');
                    page.pieces.push(Piece {
                        text: start..start + length,
                        source: source.unwrap_or(table.text.start..table.text.start),
                        columns: cell.columns.clone(),
                        is_tall: cell.lines.len() > 1 && cell.lines.iter().any(is_number),
                    });
                    start += length + 1;
                }
                page.push_row(first, RowKind::Grid);
            }
            end = table.text.end;
        }
        page.push_moved(&text[end..], start, end);
        page
    }

    /// Lines of the source that stand at another place of the text.
    fn push_moved(&mut self, lines: &str, start: usize, source: usize) {
        let first = self.pieces.len();
        self.push_lines(lines, start);
        for piece in self.pieces.iter_mut().skip(first) {
            piece.source = piece.text.start - start + source..piece.text.end - start + source;
        }
    }

    /// In a drawn table the lines between two rules are one row of cells. Where figures stand on several of them, a
    /// number may be broken.
    fn mark_broken_figures(&mut self) {
        let text = &self.text;
        let has_digits = |piece: &Piece| text[piece.text.clone()].trim().chars().all(|c| c.is_numeric() || c == '.');
        for block in self.drawn.windows(2).map(|rules| rules[0]..rules[1]) {
            let Some(rows) = self.rows.get(block) else { continue };
            let of_figures = |row: &&Row| {
                let pieces = &self.pieces[row.pieces.clone()];
                row.kind == RowKind::Barred && pieces.iter().any(|piece| !piece.text.is_empty() && has_digits(piece))
            };
            let broken: Vec<Range<usize>> = rows.iter().filter(of_figures).map(|row| row.pieces.clone()).collect();
            if broken.len() > 1 {
                for piece in broken.into_iter().flatten() {
                    self.pieces[piece].is_tall = true;
                }
            }
        }
    }

    fn push_line(&mut self, line: &str, start: usize) {
        let is_rule = |c: char| matches!(c, '-' | ':' | '+' | '=') || is_box(c);
        let first = self.pieces.len();
        let mut kind = if self.has_tabs && line.trim_start().trim_end_matches(['\n', '\r', '\u{c}']).contains('\t') {
            self.push_cells(line, start, &['\t']);
            self.number_columns(first);
            RowKind::Barred
        } else if line.contains(|c| BARS.contains(&c) || is_box(c)) || line.starts_with('+') {
            // A line of bars, dashes and colons rules a table and says nothing.
            if line.chars().all(|c| BARS.contains(&c) || is_rule(c) || c.is_whitespace()) {
                if line.contains(|c| is_box(c) && !BARS.contains(&c)) {
                    self.drawn.push(self.rows.len());
                }
                return;
            }
            let trimmed = line.trim();
            let inner = trimmed.strip_prefix(BARS).unwrap_or(trimmed);
            let leading = inner.len() < trimmed.len();
            let tail = trimmed.chars().rev().take_while(|c| BARS.contains(c)).count();
            let from = start + (line.len() - line.trim_start().len()) + (trimmed.len() - inner.len());
            self.push_cells(inner.strip_suffix(BARS).unwrap_or(inner), from, BARS);
            let kind = if !leading && tail > 0 { RowKind::Collapsed } else { RowKind::Barred };
            // One cell and a row of bars: print has one cell per line, or says nothing of the empty ones.
            let is_empty = |piece: &Piece| piece.text.is_empty();
            if kind == RowKind::Collapsed && self.pieces[first + 1..].iter().all(is_empty) {
                self.pieces.truncate(first + 1);
            }
            // A drawn table has no bar inside a cell that spans columns.
            if leading && !trimmed.starts_with(is_box) {
                self.number_columns(first);
            }
            let (begins_with_bar, ends_with_bar) = (leading, tail > 0);
            let row = self.rows.len();
            if !line.contains(is_box) {
                self.barred.push(BarredRow { row, begins_with_bar, ends_with_bar });
            }
            kind
        } else {
            self.push_piece(line, start);
            RowKind::Line
        };
        // A rule that goes around a cell over several rows: the cell is no row of figures.
        let text = &self.text;
        let is_ruled = self.pieces[first..].iter().any(|piece| text[piece.text.clone()].contains(is_box));
        if is_ruled {
            self.drawn.push(self.rows.len());
            self.pieces.retain(|piece| piece.text.start < start || !text[piece.text.clone()].contains(is_box));
        }
        if is_ruled || self.pieces.len() > first + WIDEST {
            kind = RowKind::Line;
        }
        if kind == RowKind::Line {
            for piece in first..self.pieces.len() {
                self.pieces[piece].columns = 0..0;
                self.rows.push(Row { pieces: piece..piece + 1, kind });
            }
        } else {
            self.push_row(first, kind);
        }
    }

    fn push_cells(&mut self, line: &str, start: usize, separators: &[char]) {
        let mut at = 0;
        for cell in line.split(separators) {
            self.push_piece(cell, start + at);
            at += cell.len();
            at += line.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
    }

    /// Says that print shows every cell of the row, those that others span as empty ones.
    pub(super) fn number_columns(&mut self, first: usize) {
        for (column, piece) in (0..).zip(self.pieces.iter_mut().skip(first)) {
            piece.columns = column..column + 1;
        }
    }

    fn push_piece(&mut self, text: &str, start: usize) {
        let from = start + (text.len() - text.trim_start().len());
        let to = from + text.trim().len();
        self.pieces.push(Piece { text: from..to, source: from..to, columns: 0..0, is_tall: false });
    }
}

/// The marks that text prints between cells.
const BARS: &[char] = &['|', '｜', '│', '┃', '║'];

/// Whether a character draws the lines of a table.
fn is_box(c: char) -> bool {
    ('\u{2500}'..='\u{257f}').contains(&c)
}

/// Cells of the widest row; what has more is a page whose lines have become one.
const WIDEST: usize = 40;

/// The lines of a text, each with its end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (line, behind) = match rest.find(['\n', '\r', '\u{c}', '\u{2028}']) {
            Some(at) if rest[at..].starts_with("\r\n") => rest.split_at(at + 2),
            Some(at) => rest.split_at(at + rest[at..].chars().next().map_or(0, char::len_utf8)),
            None if rest.is_empty() => return None,
            None => (rest, ""),
        };
        rest = behind;
        Some(line)
    })
}

/// How many bytes behind a row of cells belong to it, because print has broken a label at the end of a line inside a
/// cell: the last cell of the row is no word of the form, and with the first of the next line it is.
fn goes_on(row: &str, rest: &str) -> Option<usize> {
    /// Lines of the longest label.
    const LINES: usize = 4;
    /// Bytes of the longest part of a label.
    const LONGEST: usize = 150;
    let next = lines(rest).next()?;
    let separators = if row.contains('\t') || next.contains('\t') { &['\t'][..] } else { BARS };
    let is_divided = |line: &str| line.contains(separators);
    // Nearly every line is told apart from a broken label without looking for one.
    if row.trim_end().ends_with(|c: char| c.is_ascii_digit() || matches!(c, '。' | '|'))
        || !(is_divided(row) || lines(rest).take(LINES).any(is_divided))
    {
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
