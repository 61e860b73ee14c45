//! A page as rows of pieces, whatever it was written in.

use std::borrow::Cow;
use std::ops::Range;

use crate::extract::{Bound, ExtractError, Limits};

/// A page: its text, and how print divides it.
#[derive(Default)]
pub(crate) struct Page<'a> {
    /// The text in reading order. For a text from outside it is that text.
    pub(crate) text: Cow<'a, str>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) rows: Vec<Row>,
    /// Whether character references, `&#124;`, stand in the text, as Markdown writes them.
    pub(crate) has_references: bool,
    /// Where the text is the caption of a page or a link, from top to bottom.
    pub(crate) roles: Vec<(Range<usize>, Role)>,
}

/// What a page shows a text as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(not(feature = "html"), expect(dead_code, reason = "only a web page has links and a caption"))]
pub(crate) enum Role {
    Link,
    /// In the head of the window, not on the page: the element `title`.
    Caption,
    Line,
}

/// A run of text that print sets apart: a cell, a line, or a number in a line.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// Where it stands in [`Page::text`].
    pub(crate) text: Range<usize>,
    /// Where it stands in the source.
    pub(crate) source: Range<usize>,
    /// The columns of the table that it covers.
    pub(crate) columns: Range<u32>,
    /// Whether only a space parts it from the number before it.
    pub(crate) follows_space: bool,
    /// Whether it covers several rows, so the row of its figure is unknown.
    pub(crate) is_tall: bool,
}

impl Piece {
    /// A line, or an empty cell.
    pub(crate) fn new(text: Range<usize>, source: Range<usize>) -> Self {
        Self { text, source, columns: 0..0, follows_space: false, is_tall: false }
    }

    /// Where a part of its text stands in the source: exactly, if the two are as long as each other, which they are only
    /// if they are the same.
    pub(crate) fn source_of(&self, text: &Range<usize>) -> Range<usize> {
        source_of(text, &self.text, &self.source)
    }

    /// What it prints.
    pub(crate) fn printed<'p>(&self, page: &'p Page<'_>) -> &'p str {
        trimmed(page.text_of(self))
    }

    pub(crate) fn is_empty(&self, page: &Page<'_>) -> bool {
        self.printed(page).is_empty()
    }

    /// The number that it prints, if it prints nothing but the digits of one.
    pub(crate) fn number(&self, page: &Page<'_>) -> Option<u64> {
        let number = self.printed(page).parse::<u32>().ok();
        number.filter(|_| !self.is_rest_of_number(page)).map(u64::from)
    }

    /// Whether its digits are two numbers without a boundary, or the end of one: `00`, `02`.
    pub(crate) fn is_rest_of_number(&self, page: &Page<'_>) -> bool {
        let printed = self.printed(page);
        printed.len() > 1 && printed.starts_with('0') && printed.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// A text without the white space around it, of which nearly every cell has none.
pub(crate) fn trimmed(text: &str) -> &str {
    // The first byte of most Chinese characters, and of no white space.
    let is_print = |byte: &u8| byte.is_ascii_graphic() || matches!(byte, 0xe4..=0xef);
    match text.as_bytes() {
        [] => text,
        [first, .., 0xe4..=0xef, _, _] if is_print(first) => text,
        [first, .., last] if is_print(first) && last.is_ascii_graphic() => text,
        [only] if only.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// Where a part of a text stands in the source, exactly if the whole text is what its source says.
pub(crate) fn source_of(part: &Range<usize>, text: &Range<usize>, source: &Range<usize>) -> Range<usize> {
    if text.len() != source.len() {
        return source.clone();
    }
    let start = source.start + (part.start - text.start);
    start..start + part.len()
}

/// Pieces that stand beside each other.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) pieces: Range<usize>,
    pub(crate) kind: RowKind,
}

/// How the pieces of a row are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
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
    pub(crate) fn new(text: Cow<'a, str>) -> Self {
        Self { text, ..Self::default() }
    }

    /// Closes a row of the pieces from that one on. A row of one piece is a line.
    pub(crate) fn push_row(&mut self, first: usize, kind: RowKind) {
        let pieces = first..self.pieces.len();
        match pieces.len() {
            0 => {}
            1 => self.rows.push(Row { pieces, kind: RowKind::Line }),
            _ => self.rows.push(Row { pieces, kind }),
        }
    }

    /// The text of a piece.
    pub(crate) fn text_of(&self, piece: &Piece) -> &str {
        self.text.get(piece.text.clone()).unwrap_or_default()
    }

    /// What the page shows the text as that stands there.
    pub(crate) fn role_at(&self, at: usize) -> Role {
        let index = self.roles.partition_point(|(range, _)| range.end <= at);
        self.roles.get(index).filter(|(range, _)| range.start <= at).map_or(Role::Line, |(_, role)| *role)
    }

    /// The columns of the table up to the end of a row.
    pub(crate) fn width_of(&self, row: usize) -> u32 {
        let last = self.rows.get(row).and_then(|row| self.pieces[row.pieces.clone()].last());
        last.map_or(0, |piece| piece.columns.end)
    }

    /// Whether a bar stands behind a piece in its line.
    pub(crate) fn is_before_bar(&self, piece: usize) -> bool {
        let behind = self.pieces.get(piece).and_then(|piece| self.text.get(piece.text.end..));
        behind.is_some_and(|behind| behind.trim_start_matches([' ', '\u{3000}']).starts_with(BARS))
    }

    /// Says that print shows every cell of the row, those that others span as empty ones.
    pub(crate) fn number_columns(&mut self, first: usize) {
        for (column, piece) in (0..).zip(self.pieces.iter_mut().skip(first)) {
            piece.columns = column..column + 1;
        }
    }
}

/// How many lines and cells the rows of a page may still have.
#[derive(Clone, Copy)]
pub(crate) struct Room {
    left: usize,
    limit: usize,
}

impl Room {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { left: limits.cells, limit: limits.cells }
    }

    /// Takes the room for so many.
    ///
    /// # Errors
    ///
    /// If there is not as much.
    pub(crate) fn take(&mut self, cells: usize) -> Result<(), ExtractError> {
        self.left =
            self.left.checked_sub(cells).ok_or(ExtractError::TooLarge { bound: Bound::Cells, limit: self.limit })?;
        Ok(())
    }
}

/// Whether columns have one in common.
pub(crate) fn overlap(a: &Range<u32>, b: &Range<u32>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The marks that text prints between cells.
pub(crate) const BARS: &[char] = &['|', '｜', '│', '┃', '║'];
