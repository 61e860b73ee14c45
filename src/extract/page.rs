//! A page as rows of pieces, whatever it was written in.

use std::borrow::Cow;
use std::ops::Range;

/// A page: its text, and how print divides it.
pub(super) struct Page<'a> {
    /// The text in reading order. For a text from outside it is that text.
    pub(super) text: Cow<'a, str>,
    pub(super) pieces: Vec<Piece>,
    pub(super) rows: Vec<Row>,
    /// Whether character references, `&#124;`, stand in the text, as Markdown writes them.
    pub(super) has_references: bool,
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
        Self { text, pieces: Vec::new(), rows: Vec::new(), has_references: false }
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

    /// The lines of a plain text, those that have tabs or bars divided into cells.
    pub(super) fn of_text(text: &'a str) -> Self {
        let mut page = Self::new(Cow::Borrowed(text));
        page.has_references = text.contains("&#");
        let mut start = 0;
        for line in text.split_inclusive(['\n', '\r', '\u{c}', '\u{2028}']) {
            page.push_line(line, start);
            start += line.len();
        }
        page
    }

    fn push_line(&mut self, line: &str, start: usize) {
        let first = self.pieces.len();
        let kind = if line.trim_start().trim_end_matches(['\n', '\r', '\u{c}']).contains('\t') {
            self.push_cells(line, start, &['\t']);
            self.number_columns(first);
            RowKind::Barred
        } else if line.contains(BARS) {
            // A line of bars, dashes and colons rules a table and says nothing.
            if line.chars().all(|c| BARS.contains(&c) || matches!(c, '-' | ':' | '+') || c.is_whitespace()) {
                return;
            }
            let trimmed = line.trim();
            let inner = trimmed.strip_prefix(BARS).unwrap_or(trimmed);
            let leading = inner.len() < trimmed.len();
            let tail = trimmed.chars().rev().take_while(|c| BARS.contains(c)).count();
            let from = start + (line.len() - line.trim_start().len()) + (trimmed.len() - inner.len());
            self.push_cells(inner.strip_suffix(BARS).unwrap_or(inner), from, BARS);
            let kind = if !leading && tail > 1 { RowKind::Collapsed } else { RowKind::Barred };
            // One cell and a row of bars: print has one cell per line, or says nothing of the empty ones.
            let is_empty = |piece: &Piece| piece.text.is_empty();
            if kind == RowKind::Collapsed && self.pieces[first + 1..].iter().all(is_empty) {
                self.pieces.truncate(first + 1);
            }
            if leading {
                self.number_columns(first);
            }
            kind
        } else {
            self.push_piece(line, start);
            RowKind::Line
        };
        self.push_row(first, kind);
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
    fn number_columns(&mut self, first: usize) {
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
