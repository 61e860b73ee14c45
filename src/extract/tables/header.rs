//! The words over the figures of a table.

use std::ops::Range;

use super::run::Run;
use crate::extract::page::rows::{Piece, overlap};
use crate::extract::words::vocabulary::Word;

/// A word of a header and the columns of the table that it stands over.
#[derive(Clone)]
pub(crate) struct HeaderWord {
    pub(crate) word: Word,
    pub(crate) columns: Range<u32>,
    /// The line or row that it ends on.
    pub(crate) row: usize,
}

/// The words over the figures of a table.
#[derive(Clone, Default)]
pub(crate) struct Header {
    pub(crate) words: Vec<HeaderWord>,
    /// The columns of cells beside them that hold no word of the form; without any word, those of the last row.
    pub(crate) unknown: Vec<Range<u32>>,
    /// Those of them on rows below the words.
    pub(crate) below: Vec<Range<u32>>,
    /// The columns of their table.
    pub(crate) width: u32,
    /// The rows over the figures with words that are no part of a word of the form.
    pub(crate) others: Vec<RowOfOthers>,
    /// The columns of cells that name a period, and whether it is that of the report.
    pub(crate) periods: Vec<(Range<u32>, bool)>,
    /// Whether text that is no word of the form stands between them, as where print has torn the words apart.
    pub(crate) is_torn: bool,
    /// Whether they are cells of a table, not words in lines of text.
    pub(crate) is_of_cells: bool,
}

/// A row over figures with words of something else.
#[derive(Clone)]
pub(crate) struct RowOfOthers {
    row: usize,
    /// How many words are no part of a word of the form.
    others: usize,
    /// How many words it has.
    all: usize,
}

/// More words than the header of any table has; what goes on behind so many is none.
const MOST: usize = 100;

impl Header {
    /// Whether its words are those of print: in cells they are, whatever stands in other cells.
    pub(crate) fn is_legible(&self) -> bool {
        self.is_of_cells || !self.is_torn
    }

    /// Adds a word.
    pub(crate) fn push(&mut self, word: Word, columns: Range<u32>, row: usize, width: u32) {
        self.is_of_cells |= columns.end > 0;
        self.width = self.width.max(width);
        let is_full = self.words.len() >= MOST;
        // A cell over several columns is printed by some converters in each of them.
        match self.words.last_mut().filter(|last| last.word == word && last.columns.end == columns.start) {
            Some(last) => last.columns.end = columns.end,
            None if is_full => self.is_torn = true,
            None => self.words.push(HeaderWord { word, columns, row }),
        }
    }

    /// Whether two words of a line share it, so that print has not one cell per line.
    pub(crate) fn shares_lines(&self) -> bool {
        let mut pairs = self.words.windows(2);
        pairs.any(|pair| pair[0].row == pair[1].row && pair[0].columns.is_empty() && pair[1].columns.is_empty())
    }

    /// Passes the columns of cells that hold no word of the form.
    pub(crate) fn push_unknown(&mut self, columns: Vec<Range<u32>>, row: usize, width: u32) {
        if columns.is_empty() {
            return;
        }
        if self.words.is_empty() {
            self.unknown.clear();
            self.width = width;
        }
        let left = MOST.saturating_sub(self.unknown.len());
        let from = self.unknown.len();
        self.unknown.extend(columns.into_iter().filter(|columns| !columns.is_empty()).take(left));
        if !self.words.is_empty() && self.words.iter().all(|word| word.row < row) {
            self.below.extend_from_slice(&self.unknown[from..]);
        }
    }

    /// The columns of the cells below a word that divide it, if several do. Print may show the cell of the word as one and empty ones.
    pub(crate) fn parts_of(&self, word: &Range<u32>) -> Option<Range<u32>> {
        let beside = self.unknown.iter().filter(|unknown| !self.below.contains(unknown));
        let next = self.words.iter().map(|word| &word.columns).chain(beside).map(|other| other.start);
        let end = next.filter(|start| *start >= word.end).min().unwrap_or(self.width).max(word.end);
        let mut parts: Vec<&Range<u32>> = self.below.iter().filter(|cell| overlap(&(word.start..end), cell)).collect();
        parts.sort_by_key(|part| part.start);
        parts.dedup();
        match parts.as_slice() {
            [first, .., last] => Some(first.start..last.end),
            _ => None,
        }
    }

    /// Passes words of a row that are no part of a word of the form, and how many words the row has.
    pub(crate) fn push_others(&mut self, row: usize, others: usize, all: usize) {
        let is_full = self.others.len() >= MOST;
        match self.others.last_mut().filter(|last| last.row == row) {
            Some(last) => last.others += others,
            None if others > 0 && !is_full => self.others.push(RowOfOthers { row, others, all }),
            None => {}
        }
    }

    /// Passes a cell that names a period.
    pub(crate) fn push_period(&mut self, columns: Range<u32>, is_of_report: bool) {
        if self.periods.len() < MOST {
            self.periods.push((columns, is_of_report));
        }
    }

    /// Whether the period that its cells name is that of the report, if one stands over or under words of the form. A period beside these is
    /// that of another column.
    pub(crate) fn is_of_report(&self) -> Option<bool> {
        let is_of_words =
            |period: &&(Range<u32>, bool)| self.words.iter().any(|word| overlap(&word.columns, &period.0));
        self.periods.iter().filter(is_of_words).map(|period| period.1).min()
    }

    /// Whether figures of one of the rows, which have so many cells, stand under words of something else, as where a table counts by years or
    /// by bodies: every figure under a cell of its own that holds no word of the form, or below a row with as many words as cells, at least
    /// half of which are none of the form.
    pub(crate) fn names_others<'r>(&self, rows: impl IntoIterator<Item = &'r Run>, cells: usize) -> bool {
        let are_others = |row: &RowOfOthers| 2 * row.others >= cells && row.all + self.words.len() >= cells;
        if self.words.len() < cells && self.others.iter().any(are_others) {
            return true;
        }
        self.words.is_empty() && rows.into_iter().any(|row| self.are_under_others(&row.slots, cells))
    }

    /// Whether every figure of a row of so many cells stands under a cell of its own that holds no word of the form.
    fn are_under_others(&self, figures: &[Piece], cells: usize) -> bool {
        let is_under_its_own = |(at, figure): (usize, &Piece)| {
            self.unknown.iter().any(|unknown| {
                let is_over = |figure: &Piece| overlap(unknown, &figure.columns);
                is_over(figure) && !figures.iter().enumerate().any(|(other, figure)| other != at && is_over(figure))
            })
        };
        (1..=cells).contains(&figures.len()) && figures.iter().enumerate().all(is_under_its_own)
    }

    /// The columns of its words with those of the empty cells behind each: print may show a cell over several columns as
    /// one and empty ones.
    pub(crate) fn with_empty_cells(&self, columns: &[Range<u32>]) -> Vec<Range<u32>> {
        let next = |from: u32| {
            let words = self.words.iter().map(|word| &word.columns);
            let others = columns.iter().chain(&self.unknown).chain(words).map(|other| other.start);
            others.filter(|start| *start >= from).min().unwrap_or(self.width)
        };
        columns.iter().map(|own| own.start..next(own.end).max(own.end)).collect()
    }

    /// The words, those left away that stand under the same word: a cell over several rows is printed by some
    /// converters in each of them.
    pub(crate) fn once(&self) -> Vec<HeaderWord> {
        let mut once: Vec<HeaderWord> = Vec::new();
        for header in &self.words {
            if !once.iter().any(|above| above.word == header.word && overlap(&above.columns, &header.columns)) {
                once.push(header.clone());
            }
        }
        once
    }
}

#[cfg(test)]
mod tests {
    use super::Header;
    use crate::extract::words::vocabulary::Word;
    use crate::form::Applicant;

    fn header(words: &[(Word, std::ops::Range<u32>, usize)]) -> Header {
        let mut header = Header::default();
        for (word, columns, row) in words {
            header.push(*word, columns.clone(), *row, 8);
        }
        header
    }

    #[test]
    fn a_word_over_several_columns_is_one() {
        let person = Word::Applicant(Applicant::NaturalPerson);
        let repeated = header(&[(person, 1..2, 0), (person, 2..3, 0), (Word::Total, 3..4, 0)]);
        let columns: Vec<_> = repeated.words.iter().map(|word| word.columns.clone()).collect();
        assert_eq!(columns, [1..3, 3..4]);
        // A word over several rows stands under itself.
        let tall = header(&[(person, 1..2, 0), (Word::Total, 3..4, 0), (person, 1..2, 1)]);
        assert_eq!((tall.words.len(), tall.once().len()), (3, 2));
        // The empty cells behind a word are its own, up to the next word and to the end of the table.
        assert_eq!(tall.with_empty_cells(&[1..2, 3..4]), [1..3, 3..8]);
    }

    #[test]
    fn words_share_a_line_only_in_text() {
        let (made, repealed) = (Word::ProactiveColumn("issued"), Word::ProactiveColumn("repealed"));
        assert!(header(&[(made, 0..0, 3), (repealed, 0..0, 3)]).shares_lines());
        assert!(!header(&[(made, 0..0, 3), (repealed, 0..0, 4)]).shares_lines());
        assert!(!header(&[(made, 1..2, 3), (repealed, 2..3, 3)]).shares_lines());
    }
}
