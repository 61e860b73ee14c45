//! Whether a text goes through its tables row by row.
//!
//! A reader of PDF files that takes the boxes of a page in its own order may give the labels of several rows and then their
//! figures, or the figures of a column, or of some of them. Print then still has one label before one run of figures
//! here and there, but not of the same row. A page on which anything shows such an order is read with more care.

use super::page::RowKind;
use super::requests::COLUMNS;
use super::scan::{Event, Values};
use super::words::Word;
use crate::form::{RequestRow, Section};

/// Whether anything on the page shows that figures do not follow the label of their row.
pub(super) fn is_by_columns(events: &[Event]) -> bool {
    let mut section = None;
    // The last row of section 二 has no figures yet; the table has a header, but no row yet.
    let (mut is_open, mut is_header) = (false, false);
    // The figures of section 三 since its last label, and the columns that its header names or tears.
    let (mut figures, mut columns_named, mut is_header_torn) = (0, Vec::new(), false);
    for event in events {
        match event {
            Event::Word { word, columns, .. } if columns.is_empty() => match word {
                Word::Heading(heading) => {
                    (section, is_open, is_header) = (heading.section(), false, false);
                    columns_named.clear();
                }
                Word::Block => (section, is_open, is_header) = (Some(Section::Proactive), false, false),
                Word::Furniture => (is_open, is_header) = (false, false),
                Word::ProactiveColumn(_) if is_open => return true,
                Word::ProactiveColumn(_) => (section, is_header) = (Some(Section::Proactive), true),
                Word::ProactiveRow(_) => (is_open, is_header) = (section == Some(Section::Proactive), false),
                Word::Row(RequestRow::Received) => {
                    (section, figures) = (Some(Section::Requests), 0);
                    is_header_torn |= (1..COLUMNS).contains(&columns_named.len());
                    columns_named.clear();
                }
                Word::Row(_) if section == Some(Section::Requests) => figures = 0,
                Word::Applicant(_) | Word::Total if !columns_named.contains(word) => columns_named.push(*word),
                Word::Ruling(_) | Word::Route(_) => section = Some(Section::Disputes),
                _ => {}
            },
            Event::Values(values) if values.kind == RowKind::Line => match section {
                Some(Section::Proactive) => {
                    if is_header && values.own_text.is_none() && values.slots.len() > 1 {
                        return true;
                    }
                    is_open = false;
                }
                Some(Section::Requests) => {
                    // More figures than those of a row and the number of a page.
                    figures += values.slots.len();
                    if is_torn(values) && (figures > COLUMNS + 1 || is_header_torn) {
                        return true;
                    }
                }
                _ => {}
            },
            Event::Word { .. } | Event::Values(_) => (is_open, is_header) = (false, false),
            Event::Text { .. } | Event::Digits { .. } => {}
        }
    }
    false
}

/// Whether figures stand on more lines than their number makes rows.
fn is_torn(values: &Values) -> bool {
    values.lines * COLUMNS > values.slots.len()
}

/// On a page that goes by columns, the figures of section 二 that are those of the label before them: those in its line,
/// and those behind it while every row of its block before it has had all of its figures.
#[derive(Default)]
pub(super) struct BlockOrder {
    /// The row of the page with the last label.
    label_row: usize,
    /// Whether that label waits for figures.
    is_open: bool,
    /// Whether figures of the block stand elsewhere.
    is_torn: bool,
}

impl BlockOrder {
    /// Passes a word of the page.
    pub(super) fn word(&mut self, word: Word, row: usize) {
        match word {
            Word::Heading(_) | Word::Block => *self = Self::default(),
            Word::ProactiveColumn(_) => self.is_torn |= self.is_open,
            Word::ProactiveRow(_) => {
                self.is_torn |= self.is_open;
                self.is_open = true;
                self.label_row = row;
            }
            _ => {}
        }
    }

    /// Whether figures may be those of the last label.
    pub(super) fn allows(&self, values: &Values) -> bool {
        let is_beside = values.lines == 1 && values.first_row == self.label_row;
        !self.is_torn || is_beside || values.kind != RowKind::Line
    }

    /// Passes figures, and whether they were all those of the last label.
    pub(super) fn figures(&mut self, is_whole: bool) {
        self.is_open &= !is_whole;
        self.is_torn |= !is_whole;
    }
}
