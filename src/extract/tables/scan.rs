//! A page as words of the form and the figures between them.

use std::ops::Range;

use super::event::Event;
use super::lines::read_lines;
use super::row::COLUMNS;
use super::run::Run;
use crate::extract::page::rows::{Page, Piece, Row, RowKind, trimmed};
use crate::extract::words::fold::Folded;
use crate::extract::words::nearest::word_of;
use crate::extract::words::vocabulary::{Word, is_part_of_header, is_punctuation, word_as_printed};
use crate::form::{Filed, Value};
use crate::render::ABSENT_SIGN;

/// Reads a page from its first row to its last.
pub(crate) fn scan(page: &Page<'_>) -> Vec<Event> {
    // Nearly every row is a label and its figures.
    let mut events = Vec::with_capacity(2 * page.rows.len());
    let mut number = 0;
    // Lines that stand behind each other are one text.
    for rows in page.rows.chunk_by(|a, b| a.kind == RowKind::Line && b.kind == RowKind::Line) {
        match rows {
            [row] if row.kind != RowKind::Line => Cells::default().read(page, number, row, &mut events),
            lines => read_lines(page, number..number + lines.len(), &mut events),
        }
        number += rows.len();
    }
    events
}

/// What tables of data print in a cell that holds nothing.
const NOTHING: [&str; 6] = ["NaN", "nan", "None", "null", "NULL", "<NA>"];

/// What the cells of a row have shown so far: labels, then what stands in the cells behind them.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says of another thing whether it was seen")]
struct Cells {
    /// Whether a word of the form was read, one that names a row of figures, and one that names a column.
    has_word: bool,
    names_row: bool,
    names_column: bool,
    /// Whether the cell of the last label covers several rows.
    has_tall_label: bool,
    /// The cells behind the last word or text that may be figures, and how many of them hold something.
    slots: Vec<Piece>,
    figures: usize,
    /// The cells up to the last text that is no word.
    before: Vec<Piece>,
    /// The columns of the cells with such text that is no part of a header.
    unknown: Vec<Range<u32>>,
    own_text: Option<Vec<char>>,
}

impl Cells {
    fn read(mut self, page: &Page<'_>, number: usize, row: &Row, events: &mut Vec<Event>) {
        self.slots.reserve(row.pieces.len());
        let mut pieces = page.pieces[row.pieces.clone()].iter();
        while let Some(piece) = pieces.next() {
            self.cell(page, number, piece, pieces.as_slice(), events);
        }
        self.finish(page, number, row.kind, events);
    }

    /// Reads a cell that others stand behind.
    fn cell(&mut self, page: &Page<'_>, number: usize, piece: &Piece, behind: &[Piece], events: &mut Vec<Event>) {
        let text = page.text_of(piece);
        let print = trimmed(text);
        let is_empty = print.is_empty();
        // Nearly every cell is empty or holds digits, and is no word.
        let are_digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let as_printed = if are_digits { None } else { word_as_printed(text) };
        let prints_figure = || are_digits || (as_printed.is_none() && is_figure(text));
        if is_empty || (!self.names_column && prints_figure()) {
            self.figures += usize::from(!is_empty);
            self.slots.push(piece.clone());
            return;
        }
        if as_printed.is_none() && says_nothing(print) {
            let (text, source) = (piece.text.start, piece.source.start);
            let empty = Piece::new(text..text, source..source);
            self.slots.push(Piece { columns: piece.columns.clone(), is_tall: piece.is_tall, ..empty });
            return;
        }
        let folded = if as_printed.is_some() { Folded::default() } else { Folded::of(text) };
        let found = as_printed.map(|word| (word, true)).or_else(|| word_of(&folded.chars));
        // Its number is gone: 其他 and 总计 name a column, but here they name a row. Which one its place will tell.
        let names_row_of_figures = |word: Word| word.is_without_number() && is_row_of_requests(page, print, behind);
        // Behind a row's label every cell is one of its own, whatever it prints, but for a label behind that of the group.
        let is_label = |word: Word| is_row_label(word) || names_row_of_figures(word);
        let is_of_row = self.names_row && found.is_none_or(|(word, _)| self.figures > 0 || !is_label(word));
        // A number before a label counts the rows, and so it does before a row of words without any figure.
        let is_behind_count = || {
            let is_label = matches!(found, Some((word, true)) if is_row_label(word) || is_group(word));
            let has_figures = || behind.iter().any(|cell| is_figure(cell.printed(page)));
            (is_label || !has_figures()) && is_count_of_rows(page, &self.slots)
        };
        if is_of_row || (self.figures > 0 && !self.names_column && !is_behind_count()) {
            self.figures += 1;
            self.slots.push(piece.clone());
            return;
        }
        match found {
            Some((word, _)) if names_row_of_figures(word) => {
                self.before.append(&mut self.slots);
                let label: Vec<char> = word.label().chars().collect();
                let text = self.own_text.get_or_insert_default();
                if !text.ends_with(&label) {
                    text.extend(label);
                }
            }
            Some((word, is_exact)) => {
                self.slots.clear();
                self.figures = 0;
                self.has_word = true;
                self.names_row |= is_row_label(word);
                self.has_tall_label = is_row_label(word) && piece.is_tall;
                self.names_column |= !is_row_label(word) && !is_group(word);
                let near = (!is_exact).then(|| piece.text.clone());
                events.push(Event::Word { word, row: number, columns: piece.columns.clone(), near });
            }
            None if folded.chars.iter().all(|c| is_punctuation(*c) || "一二三四五六七八".contains(*c)) => {}
            None => {
                self.before.append(&mut self.slots);
                self.before.push(piece.clone());
                self.figures = 0;
                // A tool numbers columns that have no name of their own.
                let is_of_tool = folded.chars.last().is_some_and(char::is_ascii_digit);
                if !is_of_tool && !is_part_of_header(&folded.chars) {
                    self.unknown.push(piece.columns.clone());
                }
                self.own_text.get_or_insert_default().extend(folded.chars);
            }
        }
    }

    fn finish(self, page: &Page<'_>, number: usize, kind: RowKind, events: &mut Vec<Event>) {
        let has_run = !self.slots.is_empty() && (self.names_row || self.figures > 0);
        let Self { has_word, has_tall_label, slots, before, unknown, own_text, .. } = self;
        if has_run {
            let before = if has_word { Vec::new() } else { before };
            events.push(Event::Run(Run {
                slots,
                first_row: number,
                kind,
                own_text,
                lines: 1,
                is_glued: false,
                has_tall_label,
                before,
            }));
        } else if let Some(folded) = own_text {
            // Beside words of a header, only a number with or without its unit is a figure: `2023年` belongs to the header.
            let is_read = |slot: &&Piece| {
                let printed = slot.printed(page);
                printed.contains(|c: char| c.is_ascii_digit()) && (!has_word || is_figure(printed))
            };
            let mut digits = before.iter().filter(is_read);
            if let Some(first) = digits.next() {
                let last = digits.next_back().unwrap_or(first);
                let text = first.text.start..last.text.end;
                let source = first.source.start.min(last.source.start)..first.source.end.max(last.source.end);
                events.push(Event::Digits { piece: Piece::new(text, source), row: number });
            }
            events.push(Event::Text { folded, text: 0..0, row: number, columns: unknown });
        }
    }
}

/// Whether the cells behind a label, which print may repeat, are the figures of a row of section 三.
fn is_row_of_requests(page: &Page<'_>, label: &str, cells: &[Piece]) -> bool {
    let repeated = cells.iter().take_while(|cell| cell.printed(page) == label).count();
    let cells = &cells[repeated..];
    let is_figure = |cell: &Piece| cell.number(page).is_some() || says_nothing(cell.printed(page));
    cells.len() >= COLUMNS && cells.iter().all(is_figure) && cells.iter().any(|cell| cell.number(page).is_some())
}

/// Whether a cell prints nothing, or a word for it.
fn says_nothing(print: &str) -> bool {
    print.is_empty() || NOTHING.contains(&print)
}

/// Whether the cells before a label print one number that may count the rows.
fn is_count_of_rows(page: &Page<'_>, slots: &[Piece]) -> bool {
    /// Rows of the longest table.
    const MOST: u64 = 99;
    let mut printed = slots.iter().filter(|slot| !slot.is_empty(page));
    let first = printed.next().and_then(|slot| slot.number(page));
    first.is_some_and(|number| number <= MOST) && printed.next().is_none()
}

/// Whether a word names a row of figures.
fn is_row_label(word: Word) -> bool {
    matches!(word, Word::Row(_) | Word::ProactiveRow(_))
}

/// Whether a word names a group of rows.
fn is_group(word: Word) -> bool {
    matches!(word, Word::Group(_) | Word::Furniture)
}

/// Whether a cell prints a number, with or without a unit, or a mark for none.
fn is_figure(text: &str) -> bool {
    let are_digits = text.bytes().any(|byte| byte.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '.');
    are_digits
        || text == ABSENT_SIGN
        || matches!(Filed::from(text).value(), Value::Number { .. } | Value::NotApplicable(_))
}
