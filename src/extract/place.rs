//! Figures into the cells of the form.

use std::collections::BTreeMap;
use std::ops::Range;

use super::block::BlockLines;
use super::disputes::DisputeTable;
use super::header::Header;
use super::order::{BlockOrder, is_by_columns};
use super::out::Out;
use super::page::{Page, RowKind};
use super::reports::{Beginning, Reports};
use super::requests::RequestTable;
use super::scan::{Event, Values, scan};
use super::words::{Word, exact_word_of, nearest};
use super::{ExtractError, Limits, Note, Placed, Unplaced, UnplacedReason, about};
use crate::form::{Applicant, Cell, Edition, ProactiveCell, Ruling, Section};

/// Where the figures of a page stand on the form.
pub(super) struct Placing {
    pub(super) placed: Vec<Placed>,
    pub(super) unplaced: Vec<Unplaced>,
    pub(super) notes: Vec<Note>,
    /// How many rows of the form the page names.
    pub(super) rows: usize,
    /// Where the text of the report ends, if another begins there.
    pub(super) end: Option<usize>,
}

/// Reads the first report of a page into cells.
///
/// # Errors
///
/// If that report has no figures, and another has.
pub(super) fn place(page: &Page<'_>, limits: &Limits) -> Result<Placing, ExtractError> {
    let mut events = scan(page);
    let shown =
        Shown { by_columns: is_by_columns(&events), numbers_rows: events.iter().any(|e| numbers_rows(e, page)) };
    // A page is one report, unless it turns out to be another.
    let (first, other) = Placer::new(page, limits, shown).read(events)?;
    let Some(other) = other else { return Ok(first.finish()) };
    events = scan(page);
    let behind = events.split_off(other.event.min(events.len()));
    let (mut first, _) = Placer::new(page, limits, shown).read(events)?;
    let (second, _) = Placer::new(page, limits, shown).read(behind)?;
    if first.add(second, other.title.is_some()) {
        let end = page.rows.get(other.row).map_or(page.text.len(), |row| page.pieces[row.pieces.start].text.start);
        first.notes.push(Note::AnotherReport { title: other.title });
        first.end = Some(end);
    }
    Ok(first.finish())
}

/// What a page has shown of its order.
#[derive(Clone, Copy)]
struct Shown {
    by_columns: bool,
    numbers_rows: bool,
}

/// Whether text that is no word of the form is the header over numbers of rows, 序号.
fn numbers_rows(event: &Event, page: &Page<'_>) -> bool {
    const HEADER: &str = "序号";
    let Event::Text { folded, text, .. } = event else { return false };
    let before = folded.len().checked_sub(2).filter(|at| folded[*at..].iter().copied().eq(HEADER.chars()));
    before.is_some_and(|at| at == 0 || exact_word_of(&folded[..at]).is_ok())
        || page.text.get(text.clone()).unwrap_or_default().split_whitespace().any(|word| word == HEADER)
}

struct Placer<'p, 'a> {
    out: Out<'p, 'a>,
    section: Option<Section>,
    /// The row of section 二 whose figures come next.
    proactive: Option<&'static str>,
    /// How lines of text print the block of section 二.
    block: BlockLines,
    /// Whether digits that come next are in the row of a label, or behind it.
    is_in_row: bool,
    /// The line of the last label.
    label_line: Option<usize>,
    /// Which figures of section 二 follow the label of their row, if not all of the page do.
    order: Option<BlockOrder>,
    header: Header,
    requests: RequestTable,
    disputes: Vec<DisputeTable>,
    /// The line of the last text, if it was read as the nearest label.
    misprinted_on: Option<usize>,
    /// Whether a line over the table says that its figures are of another year, or counted in another unit.
    is_of_another: bool,
    /// The last row of section 二, if its numbers may be broken.
    broken: Option<&'static str>,
    /// The rows of section 二 whose figures stand on several lines, and whether one of them has more than cells: then print
    /// breaks numbers, and those of the others may be broken where a cell is empty.
    rows_of_lines: Vec<&'static str>,
    has_broken_rows: bool,
    /// How many rows of the form were named.
    rows: usize,
    reports: Reports,
    /// The number of the event that is read.
    event: usize,
    /// Where the figures of another report begin.
    other: Option<Beginning>,
}

impl<'p, 'a> Placer<'p, 'a> {
    fn new(page: &'p Page<'a>, limits: &Limits, shown: Shown) -> Self {
        let Shown { by_columns, numbers_rows } = shown;
        Self {
            out: Out {
                page,
                cells: BTreeMap::new(),
                unplaced: Vec::new(),
                notes: Vec::new(),
                steps: std::cell::Cell::new(limits.steps),
                end: None,
                by_columns,
                numbers_rows,
                rows: 0,
            },
            section: None,
            proactive: None,
            block: BlockLines::default(),
            is_in_row: false,
            label_line: None,
            order: by_columns.then(BlockOrder::default),
            header: Header::default(),
            requests: RequestTable::default(),
            disputes: Vec::new(),
            misprinted_on: None,
            is_of_another: false,
            broken: None,
            rows_of_lines: Vec::new(),
            has_broken_rows: false,
            rows: 0,
            reports: Reports::of(page),
            event: 0,
            other: None,
        }
    }

    /// Reads events, and says where the first figures of another report begin.
    fn read(mut self, events: Vec<Event>) -> Result<(Out<'p, 'a>, Option<Beginning>), ExtractError> {
        for (number, event) in events.into_iter().enumerate() {
            self.event = number;
            self.reports.pass(event.row(), number);
            self.event(event)?;
        }
        if self.has_broken_rows {
            for row in std::mem::take(&mut self.rows_of_lines) {
                self.out.take_back(row);
            }
        }
        let Self { mut out, mut requests, mut disputes, header, rows, other, .. } = self;
        if out.by_columns {
            requests.label_runs(&out);
        }
        requests.place(&mut out);
        if let Some(last) = disputes.last_mut().filter(|table| table.header.words.is_empty()) {
            last.header = header;
        }
        for table in disputes {
            table.place(&mut out);
        }
        out.rows = rows;
        Ok((out, other))
    }

    fn event(&mut self, event: Event) -> Result<(), ExtractError> {
        match event {
            Event::Word { word, row, columns, near } => {
                if let Some(range) = near {
                    let printed = self.out.page.text.get(range).unwrap_or_default().to_owned();
                    self.out.notes.push(Note::NearestLabel { printed, read_as: word.label() });
                }
                self.word(word, row, columns);
            }
            Event::Text { folded, text, row, columns } => {
                let near = if self.section.is_some() && !text.is_empty() { nearest(&folded) } else { None };
                self.misprinted_on = near.map(|_| row);
                if let Some(word) = near {
                    return self.event(Event::Word { word, row, columns: 0..0, near: Some(text) });
                }
                self.proactive = None;
                self.is_in_row = false;
                if columns.is_empty() {
                    self.block.text(self.out.page.text.get(text.clone()).unwrap_or_default());
                }
                let line: String = folded.iter().collect();
                // Before the first heading a year is one of a list of links.
                self.is_of_another |= self.section.is_some()
                    && (names_another_unit(&line)
                        || about::year_alone(&line).is_some_and(|year| self.reports.is_of(year) == Some(false)));
                if !self.header.is_over {
                    self.header.is_torn = true;
                    self.header.push_unknown(columns);
                }
                if self.section == Some(Section::Requests) {
                    self.requests.text(&folded);
                    if self.out.by_columns {
                        self.requests.words(self.out.page.text.get(text).unwrap_or_default());
                    }
                }
            }
            Event::Digits { text, source, row } => {
                if self.is_in_row || self.label_line == Some(row) {
                    let printed = self.out.page.text.get(text).unwrap_or_default().to_owned();
                    let (reason, alternatives) = (UnplacedReason::Ambiguous, Vec::new());
                    self.out.unplaced.push(Unplaced { at: source.into(), printed, reason, alternatives });
                }
            }
            Event::Values(mut values) => {
                if self.misprinted_on.take() == Some(values.first_row) {
                    values.own_text = None;
                }
                self.values(values)?;
            }
        }
        Ok(())
    }

    fn word(&mut self, word: Word, row: usize, columns: Range<u32>) {
        if let Some(order) = &mut self.order {
            order.word(word, row);
        }
        self.block.word(word, row);
        self.is_in_row = match word {
            Word::ProactiveRow(_) => self.section == Some(Section::Proactive),
            Word::Row(row) => row == crate::form::RequestRow::Received || self.section == Some(Section::Requests),
            Word::Ruling(_) | Word::Total => self.section == Some(Section::Disputes),
            _ => false,
        };
        self.label_line = if self.is_in_row { Some(row) } else { self.label_line };
        match word {
            Word::Heading(heading) => {
                self.reports.heading(heading, row, self.event);
                self.section = heading.section();
                self.proactive = None;
                self.is_of_another = false;
                self.header = Header::default();
                self.requests.pause();
            }
            Word::Block => {
                self.section = Some(Section::Proactive);
                self.proactive = None;
                self.is_of_another = false;
                // Some tables print the name of the block below the words over its columns.
                let is_open = self.header.is_of_cells && !self.header.is_over;
                self.header = if is_open { std::mem::take(&mut self.header) } else { Header::default() };
                self.header.is_over = is_open;
            }
            Word::ProactiveColumn(_) => {
                self.section = Some(Section::Proactive);
                self.header.push(word, columns, self.out.page.width_of(row));
            }
            Word::ProactiveRow(name) => {
                self.header.is_over = true;
                self.broken = None;
                self.proactive = Some(name).filter(|_| self.section == Some(Section::Proactive));
                self.rows += usize::from(self.proactive.is_some());
                let is_first = cells_of(name).next() == Some(Cell::Proactive(ProactiveCell::ALL[0]));
                if is_first && cells_of(name).any(|cell| self.out.cells.contains_key(&cell.slot())) {
                    self.reports.starts_again(row, self.event);
                }
            }
            Word::Row(request_row) => {
                if request_row == crate::form::RequestRow::Received && self.section != Some(Section::Requests) {
                    self.section = Some(Section::Requests);
                    if self.header.words.iter().any(|header| !is_of_requests(header.word)) {
                        self.header = Header::default();
                    }
                }
                if self.section == Some(Section::Requests) {
                    if !self.header.is_over && !self.header.words.is_empty() {
                        self.requests.header(std::mem::take(&mut self.header));
                    }
                    self.header.is_over = true;
                    self.rows += 1;
                    if request_row == crate::form::RequestRow::Received && self.requests.goes_beyond_first_row() {
                        self.reports.starts_again(row, self.event);
                    }
                    self.requests.label(request_row, row);
                }
            }
            Word::Applicant(Applicant::NaturalPerson) | Word::Organizations
                if self.section != Some(Section::Requests) =>
            {
                self.section = Some(Section::Requests);
                self.header = Header::default();
                self.header.push(word, columns, self.out.page.width_of(row));
            }
            Word::Applicant(_)
            | Word::Organizations
            | Word::Total
            | Word::Ruling(_)
            | Word::Route(_)
            | Word::Litigation => {
                if self.section == Some(Section::Requests) {
                    self.requests.header_word();
                }
                if matches!(word, Word::Ruling(_) | Word::Route(_)) && self.section != Some(Section::Disputes) {
                    self.section = Some(Section::Disputes);
                    self.header = Header::default();
                }
                self.header.push(word, columns, self.out.page.width_of(row));
            }
            Word::Group | Word::Furniture => {}
        }
    }

    fn values(&mut self, values: Values) -> Result<(), ExtractError> {
        let is_in_table = match self.section {
            Some(Section::Proactive) => self.proactive.is_some() && values.own_text.is_none(),
            Some(Section::Requests) => self.requests.has_label(),
            Some(Section::Disputes) => values.slots.len() >= Ruling::ALL.len(),
            None => false,
        };
        self.is_in_row |= is_in_table;
        if is_in_table && let Some(section) = self.section {
            let begins = self.reports.figures(section, values.first_row, self.event)?;
            self.other = self.other.take().or(begins);
        }
        if self.is_of_another && is_in_table {
            self.out.leave(&values, UnplacedReason::NoColumn);
            return Ok(());
        }
        match self.section {
            Some(Section::Proactive) => match self.proactive.take() {
                Some(_) if self.order.as_ref().is_some_and(|order| !order.allows(&values)) => {
                    self.out.leave(&values, UnplacedReason::Ambiguous);
                }
                Some(_) if values.own_text.is_none() && !self.block.allows(&values, self.out.page) => {
                    self.out.leave(&values, UnplacedReason::Ambiguous);
                }
                Some(row) if values.own_text.is_none() => {
                    self.out.proactive(row, &self.header, self.reports.edition(), &values);
                    if values.kind == RowKind::Line && values.lines > 1 {
                        self.has_broken_rows |= values.slots.len() > widest(row);
                        self.rows_of_lines.push(row);
                    }
                    if let Some(order) = &mut self.order {
                        order.figures(cells_of(row).any(|cell| self.out.cells.contains_key(&cell.slot())));
                    }
                    self.broken = Some(row).filter(|_| self.out.may_be_broken(&values));
                }
                _ => {
                    self.block.figures();
                    // What is left over behind a row may be the rest of its last number.
                    if let Some(row) = self.broken.take() {
                        self.out.take_back(row);
                    }
                    if let Some(order) = &mut self.order {
                        order.figures(false);
                    }
                    self.out.leave(&values, UnplacedReason::NoRow);
                }
            },
            Some(Section::Requests) => self.requests.values(values),
            // 15 figures that count from one to the next are no three blocks with their sums.
            Some(Section::Disputes) if self.out.counts_columns(&values) => {}
            Some(Section::Disputes) => {
                let header = std::mem::take(&mut self.header);
                self.header.is_over = true;
                match self.disputes.last_mut() {
                    Some(table) if header.words.is_empty() => table.runs.push(values),
                    _ => self.disputes.push(DisputeTable { header, runs: vec![values] }),
                }
            }
            None => {}
        }
        Ok(())
    }
}

/// Whether a line says in which unit a table counts, and that it is another than one: 单位：万件.
fn names_another_unit(line: &str) -> bool {
    const MULTIPLES: [char; 5] = ['十', '百', '千', '万', '亿'];
    const COUNTED: [char; 8] = ['件', '项', '个', '宗', '条', '份', '次', '起'];
    let behind = line.split_once("单位").map_or("", |(_, behind)| behind).trim_start_matches([':', ' ']);
    behind.strip_prefix(MULTIPLES).is_some_and(|unit| unit.trim_start_matches(MULTIPLES).starts_with(COUNTED))
}

/// Whether digits are two numbers without a boundary, or the end of one: `00`, `02`.
pub(super) fn is_rest_of_number(text: &str) -> bool {
    text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
}

/// The most cells that a row of section 二 has in an edition.
fn widest(row: &str) -> usize {
    let printed = |edition| cells_of(row).filter(|cell| cell.is_printed_in(edition)).count();
    Edition::ALL.iter().copied().map(printed).max().unwrap_or(0)
}

/// The cells of a row of section 二.
pub(super) fn cells_of(row: &str) -> impl Iterator<Item = Cell> {
    let is_of_row = move |cell: &ProactiveCell| cell.name().split('.').next() == Some(row);
    ProactiveCell::ALL.iter().copied().filter(is_of_row).map(Cell::Proactive)
}

fn is_of_requests(word: Word) -> bool {
    matches!(word, Word::Applicant(_) | Word::Organizations | Word::Total)
}
