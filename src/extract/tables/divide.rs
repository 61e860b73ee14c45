//! Divides the words and figures of a page into the tables of the form, in one pass that knows sections, headers and reports, but no sums.

use std::ops::Range;

use super::event::Event;
use super::header::Header;
use super::reports::{Beginning, Reports};
use super::row::RowId;
use super::run::Run;
use crate::extract::out::Out;
use crate::extract::page::rows::Page;
use crate::extract::words::nearest::nearest;
use crate::extract::words::title;
use crate::extract::words::vocabulary::{Word, exact_word_of};
use crate::extract::{ExtractError, Note, UnplacedReason};
use crate::form::{Applicant, Edition, RequestRow, Ruling, Section, Unit};

/// What stands in a table.
pub(crate) enum Item {
    /// The label of a row, and the line that it ends on.
    Label { row: RowId, line: usize },
    /// Text that is no word of the form, folded, and where it stands in the text of the page if it may be a label.
    Text { folded: Vec<char>, text: Range<usize> },
    /// A word of the header where none should be.
    Strange,
    /// Figures.
    Run(Run),
}

/// A table, or a block of section 二.
pub(crate) struct Table {
    pub(crate) section: Section,
    pub(crate) headers: Vec<Header>,
    /// What stands over its first row, if that holds no word of the form.
    pub(crate) unnamed: Option<Header>,
    pub(crate) items: Vec<Item>,
    /// The row of the page with the heading that ends it.
    pub(crate) end: Option<usize>,
}

/// What a page holds.
pub(crate) struct Divided {
    pub(crate) tables: Vec<Table>,
    /// Where the figures of another report begin.
    pub(crate) other: Option<Beginning>,
    /// The edition in force for the year that the titles of the report state.
    pub(crate) of_year: Option<Edition>,
}

/// The first row of section 二, by its segment in cell paths.
const FIRST_ROW: &str = "rules";

struct Divider<'o, 'p> {
    out: &'o mut Out<'p>,
    reports: Reports,
    tables: Vec<Table>,
    table: Option<Table>,
    /// The words over the rows that follow, until one begins.
    header: Option<Header>,
    /// The row whose label waits for figures.
    open: Option<RowId>,
    /// Whether figures stand in the first row of section 二, and in any but the first of section 三.
    has_rules: bool,
    is_behind_received: bool,
    /// The row of the last label; all its digits are listed.
    label_line: Option<usize>,
    /// The row of the page from which digits belong to a row of the form.
    in_row: Option<usize>,
    /// The line of the last text, if it was read as the nearest label.
    misprinted_on: Option<usize>,
    /// The line that says that the figures are of another year, or counted in another unit.
    another_on: Option<usize>,
    /// The number of the event that is read, and its row.
    event: usize,
    row: usize,
    /// The number and the row of the event with which the table began.
    table_from: (usize, usize),
    other: Option<Beginning>,
}

/// Divides the events of a page.
///
/// # Errors
///
/// If the first report has no figures, and another has.
pub(crate) fn divide(events: Vec<Event>, out: &mut Out<'_>) -> Result<Divided, ExtractError> {
    let reports = Reports::of(out.page);
    let mut divider = Divider {
        out,
        reports,
        tables: Vec::new(),
        table: None,
        header: Some(Header::default()),
        open: None,
        has_rules: false,
        is_behind_received: false,
        label_line: None,
        in_row: None,
        misprinted_on: None,
        another_on: None,
        event: 0,
        row: 0,
        table_from: (0, 0),
        other: None,
    };
    for (number, event) in events.into_iter().enumerate() {
        (divider.event, divider.row) = (number, event.row());
        divider.reports.pass(event.row(), number);
        divider.event(event)?;
    }
    divider.close();
    let Divider { mut tables, other, reports, .. } = divider;
    // A header may stand behind the figures of section 四, and names their columns in an order of its own.
    let has_runs = |table: &Table| table.items.iter().any(|item| matches!(item, Item::Run(_)));
    let behind = tables.last().filter(|table| !has_runs(table)).and_then(|table| table.headers.last().cloned());
    if let Some(last) = tables.iter_mut().rfind(|table| table.section == Section::Disputes && has_runs(table))
        && last.headers.iter().all(|header| header.words.is_empty())
    {
        last.headers = behind.into_iter().collect();
    }
    Ok(Divided { tables, other, of_year: reports.edition() })
}

/// Whether a text is the header over numbers of rows, 序号.
pub(crate) fn numbers_rows(event: &Event, page: &Page<'_>) -> bool {
    const HEADER: &str = "序号";
    let Event::Text { folded, text, .. } = event else { return false };
    let before = folded.len().checked_sub(2).filter(|at| folded[*at..].iter().copied().eq(HEADER.chars()));
    before.is_some_and(|at| at == 0 || exact_word_of(&folded[..at]).is_ok())
        || page.text.get(text.clone()).unwrap_or_default().split_whitespace().any(|word| word == HEADER)
}

impl Divider<'_, '_> {
    fn section(&self) -> Option<Section> {
        self.table.as_ref().map(|table| table.section)
    }

    fn close(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.headers.is_empty()) {
            self.end_header();
        }
        self.tables.extend(self.table.take());
        self.open = None;
    }

    fn begin(&mut self, section: Option<Section>) {
        self.close();
        self.header = Some(Header::default());
        self.table_from = (self.event, self.row);
        self.table =
            section.map(|section| Table { section, headers: Vec::new(), unnamed: None, items: Vec::new(), end: None });
    }

    /// The words over the first row are a header; others may follow in the same table.
    fn end_header(&mut self) {
        match (self.header.take(), &mut self.table) {
            (Some(header), Some(table)) if !header.words.is_empty() => table.headers.push(header),
            (Some(header), Some(table)) if header.is_torn => table.unnamed = table.unnamed.take().or(Some(header)),
            _ => {}
        }
    }

    fn push(&mut self, item: Item) {
        if let Some(table) = &mut self.table {
            table.items.push(item);
        }
    }

    fn head(&mut self, word: Word, columns: Range<u32>, row: usize) {
        let width = self.out.page.width_of(row);
        self.header.get_or_insert_default().push(word, columns, row, width);
    }

    fn event(&mut self, event: Event) -> Result<(), ExtractError> {
        match event {
            Event::Word { word, row, columns, near } => {
                if let Some(range) = near {
                    let printed = self.out.page.text.get(range).unwrap_or_default().to_owned();
                    self.out.notes.push(Note::NearestLabel { printed, read_as: word.label().to_owned() });
                }
                self.word(word, row, columns);
            }
            Event::Text { folded, text, row, columns } => {
                let near = if self.table.is_some() && !text.is_empty() { nearest(&folded) } else { None };
                self.misprinted_on = near.map(|_| row);
                if let Some(word) = near {
                    return self.event(Event::Word { word, row, columns: 0..0, near: Some(text) });
                }
                self.text(folded, text, row, columns);
            }
            Event::Digits { piece, row } => {
                if self.in_row.is_some() || self.label_line == Some(row) {
                    // Digits among words fill no cell.
                    self.out.leave(&[piece], UnplacedReason::Ambiguous);
                }
            }
            Event::Run(mut run) => {
                if self.misprinted_on.take() == Some(run.first_row) {
                    run.own_text = None;
                }
                self.run(run)?;
            }
        }
        Ok(())
    }

    fn text(&mut self, folded: Vec<char>, text: Range<usize>, row: usize, columns: Vec<Range<u32>>) {
        self.in_row = None;
        let line: String = folded.iter().collect();
        // Before the first heading a year is one of a list of links.
        let is_of_another = self.table.is_some()
            && (names_another_unit(&line)
                || title::year_alone(&line).is_some_and(|year| self.reports.is_of(year) == Some(false)));
        self.another_on = self.another_on.or(is_of_another.then_some(row));
        if let Some(header) = &mut self.header {
            header.is_torn = true;
            header.push_unknown(columns, self.out.page.width_of(row));
        }
        if self.section() == Some(Section::Proactive) {
            self.open = None;
        }
        self.push(Item::Text { folded, text });
    }

    fn word(&mut self, word: Word, row: usize, columns: Range<u32>) {
        let section = self.section();
        self.in_row = is_of_row(word, section).then_some(row);
        self.label_line = self.in_row.or(self.label_line);
        match word {
            Word::Heading(heading) => {
                self.reports.heading(heading, row, self.event);
                self.another_on = None;
                if let Some(table) = &mut self.table {
                    table.end = Some(row);
                }
                self.begin(heading.section());
            }
            Word::Block => self.block(),
            Word::ProactiveColumn(_) => self.proactive_column(word, columns, row),
            Word::ProactiveRow(name) if section == Some(Section::Proactive) => {
                if name == FIRST_ROW && self.has_rules {
                    // The words over it belong to it.
                    let (event, row) = self.table_from;
                    self.reports.starts_again(row, event);
                }
                self.label(RowId::Proactive(name), row);
            }
            Word::ProactiveRow(_) => self.header = None,
            Word::Row(request_row) => self.request_row(request_row, row),
            Word::Applicant(Applicant::NaturalPerson) | Word::Organizations if section != Some(Section::Requests) => {
                self.begin(Some(Section::Requests));
                self.head(word, columns, row);
            }
            Word::Ruling(_) | Word::Route(_) if section != Some(Section::Disputes) || self.header.is_none() => {
                if section == Some(Section::Requests) {
                    self.push(Item::Strange);
                }
                self.begin(Some(Section::Disputes));
                self.head(word, columns, row);
            }
            Word::Applicant(_)
            | Word::Organizations
            | Word::Total
            | Word::Ruling(_)
            | Word::Route(_)
            | Word::Litigation => {
                if section == Some(Section::Requests) {
                    self.push(Item::Strange);
                }
                if section == Some(Section::Disputes) && self.header.is_none() {
                    self.begin(Some(Section::Disputes));
                }
                self.head(word, columns, row);
            }
            Word::Group(_) | Word::Furniture => {}
        }
    }

    fn block(&mut self) {
        // Some tables print the name of the block below the words over its columns.
        let header = self.header.take().filter(|header| header.is_of_cells);
        let from = self.table_from;
        self.another_on = None;
        self.begin(Some(Section::Proactive));
        if let (Some(header), Some(table)) = (header, &mut self.table) {
            table.headers.push(header);
            self.table_from = from;
        }
    }

    fn proactive_column(&mut self, word: Word, columns: Range<u32>, row: usize) {
        if self.section() != Some(Section::Proactive) || self.header.is_none() {
            let header = self.header.take();
            self.begin(Some(Section::Proactive));
            self.header = header.or_else(|| self.header.take());
        }
        self.head(word, columns, row);
    }

    fn request_row(&mut self, request_row: RequestRow, row: usize) {
        if request_row == RequestRow::Received && self.section() != Some(Section::Requests) {
            let of_requests = |word: Word| matches!(word, Word::Applicant(_) | Word::Organizations | Word::Total);
            let header = self.header.take();
            self.begin(Some(Section::Requests));
            if header.as_ref().is_none_or(|header| header.words.iter().all(|header| of_requests(header.word))) {
                self.header = header;
            }
        }
        if self.section() == Some(Section::Requests) {
            if request_row == RequestRow::Received && self.is_behind_received {
                self.reports.starts_again(row, self.event);
            }
            self.label(RowId::Request(request_row), row);
        }
    }

    fn label(&mut self, row: RowId, line: usize) {
        self.end_header();
        self.out.rows += 1;
        self.open = Some(row);
        self.push(Item::Label { row, line });
    }

    fn run(&mut self, run: Run) -> Result<(), ExtractError> {
        let Some(section) = self.section() else { return Ok(()) };
        if let Some(header) = self.header.as_mut().filter(|_| run.are_years(self.out.page)) {
            header.is_torn = true;
            let columns = run.slots.iter().map(|slot| slot.columns.clone()).collect();
            header.push_unknown(columns, self.out.page.width_of(run.first_row));
        }
        let is_in_table = match section {
            Section::Proactive => self.open.is_some() && run.own_text.is_none(),
            Section::Requests => self.open.is_some(),
            Section::Disputes => run.slots.len() >= Ruling::ALL.len(),
        };
        if is_in_table {
            self.in_row = Some(run.first_row);
            let begins = self.reports.figures(section, run.first_row, self.event)?;
            self.other = self.other.take().or(begins);
            if self.another_on.is_some() {
                self.out.leave(&run.slots, UnplacedReason::NoColumn);
                return Ok(());
            }
        }
        if section == Section::Disputes {
            // 15 figures that count from one to the next are no three blocks with their sums.
            if run.counts_columns(self.out.page) {
                return Ok(());
            }
            self.end_header();
        }
        match self.open.take() {
            Some(RowId::Proactive(name)) => self.has_rules |= name == FIRST_ROW,
            Some(RowId::Request(row)) => self.is_behind_received |= row != RequestRow::Received,
            None => {}
        }
        self.push(Item::Run(run));
        Ok(())
    }
}

/// Whether digits behind a word are those of a row of the form.
fn is_of_row(word: Word, section: Option<Section>) -> bool {
    match word {
        Word::ProactiveRow(_) => section == Some(Section::Proactive),
        Word::Row(row) => row == RequestRow::Received || section == Some(Section::Requests),
        Word::Ruling(_) | Word::Total => section == Some(Section::Disputes),
        _ => false,
    }
}

/// What multiplies a unit.
pub(super) const MULTIPLES: [char; 5] = ['十', '百', '千', '万', '亿'];

/// Whether a line says in which unit a table counts, and that it is another than that of the form: 单位：万件, 单位：元.
fn names_another_unit(line: &str) -> bool {
    let behind = line.split_once("单位").map_or("", |(_, behind)| behind).trim_start_matches([':', ' ']);
    let unit = behind.trim_start_matches(MULTIPLES);
    let multiple = behind.strip_suffix(unit).unwrap_or_default();
    let is_money = unit.starts_with('元');
    let is_count = Unit::WORDS.iter().any(|(word, _)| !is_money && unit.starts_with(word));
    (is_count && !multiple.is_empty()) || (is_money && multiple != "万")
}
