//! A page as words of the form and the figures between them.

use std::cell::OnceCell;
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
            [row] if row.kind != RowKind::Line => Cells::of(page, row).read(number, row.kind, &mut events),
            lines => read_lines(page, number..number + lines.len(), &mut events),
        }
        number += rows.len();
    }
    events
}

/// What tables of data print in a cell that holds nothing.
const NOTHING: [&str; 6] = ["NaN", "nan", "None", "null", "NULL", "<NA>"];

/// What the cells of a row have shown so far: labels, then what stands in the cells behind them.
#[expect(clippy::struct_excessive_bools, reason = "each says of another thing whether it was seen")]
struct Cells<'p> {
    page: &'p Page<'p>,
    /// All cells of the row.
    all: &'p [Piece],
    /// The cells that print the label of the figures of section 三 behind them, if the row has some.
    labels: OnceCell<Range<usize>>,
    /// The cell behind the last that prints a figure.
    figures_end: OnceCell<usize>,
    /// Whether a word of the form was read, one that names a row of figures, and one that names a column.
    has_word: bool,
    names_row: bool,
    names_column: bool,
    /// Whether the cell of the last label covers several rows.
    has_tall_label: bool,
    /// The cells behind the last word or text that may be figures, how many of them hold something, and the last that does.
    slots: Vec<Piece>,
    figures: usize,
    last_figure: usize,
    /// The cells up to the last text that is no word.
    before: Vec<Piece>,
    /// The columns of the cells with such text that is no part of a header.
    unknown: Vec<Range<u32>>,
    own_text: Option<Vec<char>>,
}

impl<'p> Cells<'p> {
    fn of(page: &'p Page<'p>, row: &Row) -> Self {
        let all = &page.pieces[row.pieces.clone()];
        Self {
            page,
            all,
            labels: OnceCell::new(),
            figures_end: OnceCell::new(),
            has_word: false,
            names_row: false,
            names_column: false,
            has_tall_label: false,
            slots: Vec::with_capacity(all.len()),
            figures: 0,
            last_figure: 0,
            before: Vec::new(),
            unknown: Vec::new(),
            own_text: None,
        }
    }

    fn read(mut self, number: usize, kind: RowKind, events: &mut Vec<Event>) {
        for at in 0..self.all.len() {
            self.cell(number, at, events);
        }
        self.finish(number, kind, events);
    }

    /// Takes a cell that holds something as one that may be a figure.
    fn push_figure(&mut self, piece: &Piece) {
        self.figures += 1;
        self.last_figure = self.slots.len();
        self.slots.push(piece.clone());
    }

    /// Reads a cell.
    fn cell(&mut self, number: usize, at: usize, events: &mut Vec<Event>) {
        let (page, piece) = (self.page, &self.all[at]);
        let text = page.text_of(piece);
        let print = trimmed(text);
        let is_empty = print.is_empty();
        // Nearly every cell is empty or holds digits, and is no word.
        let are_digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let as_printed = if are_digits { None } else { word_as_printed(text) };
        let prints_figure = || are_digits || (as_printed.is_none() && is_figure(text));
        if is_empty {
            self.slots.push(piece.clone());
            return;
        }
        if !self.names_column && prints_figure() {
            return self.push_figure(piece);
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
        let names_row_of_figures =
            found.is_some_and(|(word, _)| word.is_without_number()) && self.labels().contains(&at);
        // Behind a row's label every cell is one of its own, whatever it prints, but for a label behind that of the group.
        let is_label = |word: Word| is_row_label(word) || names_row_of_figures;
        let is_of_row = self.names_row && found.is_none_or(|(word, _)| self.figures > 0 || !is_label(word));
        // A number before a label counts the rows, and so it does before a row of words without any figure.
        let is_behind_count = || {
            let is_label = matches!(found, Some((word, true)) if is_row_label(word) || is_group(word));
            self.is_count_of_rows() && (is_label || self.figures_end() <= at + 1)
        };
        if is_of_row || (self.figures > 0 && !self.names_column && !is_behind_count()) {
            return self.push_figure(piece);
        }
        match found {
            Some((word, _)) if names_row_of_figures => {
                self.before.append(&mut self.slots);
                self.figures = 0;
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
                let columns = piece.columns.clone();
                events.push(Event::Word { word, row: number, columns, near, is_broken: false });
            }
            None if folded.chars.iter().all(|c| is_punctuation(*c) || "一二三四五六七八".contains(*c)) => {}
            None => {
                /// The characters of a year.
                const YEAR: usize = 4;
                self.before.append(&mut self.slots);
                self.before.push(piece.clone());
                self.figures = 0;
                // A tool numbers columns that have no name of their own. A year is a name.
                let is_year = folded.chars.len() == YEAR && folded.chars.iter().all(char::is_ascii_digit);
                let is_of_tool = !is_year && folded.chars.last().is_some_and(char::is_ascii_digit);
                if !is_of_tool && !is_part_of_header(&folded.chars) {
                    self.unknown.push(piece.columns.clone());
                }
                self.own_text.get_or_insert_default().extend(folded.chars);
            }
        }
    }

    /// The cells that print the label of a row of section 三, which print may repeat: those before its figures.
    fn labels(&self) -> &Range<usize> {
        self.labels.get_or_init(|| {
            let page = self.page;
            let is_figure = |cell: &&Piece| cell.number(page).is_some() || says_nothing(cell.printed(page));
            let figures = self.all.iter().rev().take_while(is_figure).count();
            let (before, behind) = self.all.split_at(self.all.len() - figures);
            let has_number = behind.iter().any(|cell| cell.number(page).is_some());
            let Some(label) = before.last().filter(|_| figures >= COLUMNS && has_number) else { return 0..0 };
            let is_label = |cell: &&Piece| cell.printed(page) == label.printed(page);
            before.len() - before.iter().rev().take_while(is_label).count()..before.len()
        })
    }

    /// The cell behind the last that prints a figure.
    fn figures_end(&self) -> usize {
        let is_figure = |cell: &Piece| is_figure(cell.printed(self.page));
        *self.figures_end.get_or_init(|| self.all.iter().rposition(is_figure).map_or(0, |last| last + 1))
    }

    /// Whether the cells before a label print one number that may count the rows.
    fn is_count_of_rows(&self) -> bool {
        /// Rows of the longest table.
        const MOST: u64 = 99;
        let last = self.slots.get(self.last_figure).filter(|_| self.figures == 1);
        last.and_then(|slot| slot.number(self.page)).is_some_and(|number| number <= MOST)
    }

    fn finish(self, number: usize, kind: RowKind, events: &mut Vec<Event>) {
        let has_run = !self.slots.is_empty() && (self.names_row || self.figures > 0);
        let Self { page, has_word, has_tall_label, slots, before, unknown, own_text, .. } = self;
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

/// Whether a cell prints nothing, or a word for it.
fn says_nothing(print: &str) -> bool {
    print.is_empty() || NOTHING.contains(&print)
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
