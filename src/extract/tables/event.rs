//! A page as a sequence of words, figures and other text.

use std::ops::Range;

use super::run::Run;
use crate::extract::page::rows::Piece;
use crate::extract::words::vocabulary::Word;

/// The next thing on a page.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// A word of the form.
    Word {
        word: Word,
        /// The line or row that it ends on.
        row: usize,
        /// The columns of the table that it covers.
        columns: Range<u32>,
        /// Where it stands in the text, if it was read as the nearest label.
        near: Option<Range<usize>>,
        /// Whether it is a label of which print has only the beginning there.
        is_broken: bool,
    },
    /// What may be the figures of a row, or of a part of it, or of several.
    Run(Run),
    /// Digits among words or marks in the line of a label, or right behind it, which are no cells.
    Digits {
        /// From the first to the last.
        piece: Piece,
        row: usize,
    },
    /// Text that is none of these.
    Text {
        /// The folded text, as far as it may be a label or the rest of one.
        folded: Vec<char>,
        /// Where it stands in the text of the page, if it may be a label by itself.
        text: Range<usize>,
        row: usize,
        /// The columns of the cells that hold it, where it is no part of a word of the form.
        columns: Vec<Range<u32>>,
    },
}

impl Event {
    /// The line or row that it stands on.
    pub(crate) fn row(&self) -> usize {
        match self {
            Self::Word { row, .. } | Self::Digits { row, .. } | Self::Text { row, .. } => *row,
            Self::Run(run) => run.first_row,
        }
    }
}
