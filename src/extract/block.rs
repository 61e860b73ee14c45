//! How lines of text print a block of section 二, where nothing adds up that could confirm which figure is whose.

use super::fold::Folded;
use super::page::{Page, RowKind};
use super::scan::Values;
use super::words::{Word, is_part_of_column, is_punctuation};

/// What the lines of a block have shown so far.
#[derive(Default)]
pub(super) struct BlockLines {
    /// The line of the last word of the header.
    header: Option<usize>,
    /// The line of the last label.
    label: Option<usize>,
    /// Whether two words of the header share a line, so that print has not one cell per line.
    shares_lines: bool,
    /// Whether words of no column of the form stand in the header.
    is_strange: bool,
    /// Whether figures stand before the first label: then those behind a label may be of the next.
    begins_with_figures: bool,
}

impl BlockLines {
    pub(super) fn word(&mut self, word: Word, row: usize) {
        match word {
            Word::Heading(_) | Word::Block => *self = Self::default(),
            Word::ProactiveColumn(_) => {
                if self.label.is_some() {
                    *self = Self::default();
                }
                self.shares_lines |= self.header == Some(row);
                self.header = Some(row);
            }
            Word::ProactiveRow(_) => self.label = Some(row),
            _ => {}
        }
    }

    /// Passes text that is no word of the form: in a header, parts of words that print has torn, or another column.
    pub(super) fn text(&mut self, text: &str) {
        let is_in_header = self.header.is_some() && self.label.is_none();
        let is_other = |word: &str| {
            let word: Vec<char> = Folded::of(word).chars.into_iter().filter(|c| !is_punctuation(*c)).collect();
            !word.is_empty() && !is_part_of_column(&word)
        };
        self.is_strange |= is_in_header && text.split_whitespace().any(is_other);
    }

    /// Passes figures behind no label.
    pub(super) fn figures(&mut self) {
        self.begins_with_figures |= self.header.is_some() && self.label.is_none();
    }

    /// Whether figures may be those of the last label, one for each of its cells.
    pub(super) fn allows(&self, values: &Values, page: &Page<'_>) -> bool {
        if values.kind != RowKind::Line {
            return true;
        }
        let is_beside = self.label == Some(values.first_row);
        // Figures of several cells on a line may go on in the next, and one alone may be the number of the page.
        let is_cell_per_line = !self.shares_lines && !is_beside && values.slots.len() == values.lines;
        // A row whose bars part empty cells has no cell in a line without bars.
        let has_bars = |row: usize| page.rows.get(row).is_some_and(|row| page.is_before_bar(row.pieces.start));
        let states_empty_cells = self.label.is_some_and(has_bars) && !has_bars(values.first_row);
        !self.is_strange
            && (is_beside || !(self.begins_with_figures || states_empty_cells))
            && (values.lines == 1 || is_cell_per_line)
    }
}
