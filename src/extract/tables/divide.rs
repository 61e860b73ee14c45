//! Divides the words and figures of a page into the tables of the form, in one pass that knows sections, headers and reports, but no sums.

use std::ops::Range;

use super::event::Event;
use super::header::Header;
use super::reports::{Beginning, Reports};
use super::row::{COLUMNS, RowId};
use super::run::Run;
use super::stated::{Stated, is_cell_of_another_unit};
use crate::extract::out::Out;
use crate::extract::page::rows::{Page, Row, RowKind};
use crate::extract::words::fold::Folded;
use crate::extract::words::nearest::nearest;
use crate::extract::words::period::{self, Period};
use crate::extract::words::vocabulary::{Word, exact_word_of, is_other_header};
use crate::extract::{ExtractError, Note, UnplacedReason};
use crate::form::{Applicant, RequestRow, Ruling, Section};
use crate::law::Heading;

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
    /// What the titles say of the report.
    pub(crate) reports: Reports,
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
    /// Whether print has only the beginning of that label there.
    open_is_broken: bool,
    /// The row of the last word of the form, and whether print has only its beginning there.
    last_word: Option<(usize, bool)>,
    /// Whether figures stand in the first row of section 二, and in any but the first of section 三.
    has_rules: bool,
    is_behind_received: bool,
    /// The row of the last label; all its digits are listed.
    label_line: Option<usize>,
    /// The row of the page from which digits belong to a row of the form.
    in_row: Option<usize>,
    /// The line of the last text, if it was read as the nearest label.
    misprinted_on: Option<usize>,
    /// The last heading.
    heading: Option<Heading>,
    /// What lines over the table say of its figures.
    stated: Stated,
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
        open_is_broken: false,
        last_word: None,
        has_rules: false,
        is_behind_received: false,
        label_line: None,
        in_row: None,
        misprinted_on: None,
        heading: None,
        stated: Stated::default(),
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
    Ok(Divided { tables, other, reports })
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
        let header = self.header.take();
        if let Some(is_of_report) = header.as_ref().and_then(Header::is_of_report) {
            self.stated.say_period(!is_of_report);
        }
        match (header, &mut self.table) {
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
            Event::Word { word, row, columns, near, is_broken } => {
                self.last_word = Some((row, is_broken));
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
                    return self.event(Event::Word { word, row, columns: 0..0, near: Some(text), is_broken: false });
                }
                self.text(folded, text, row, columns);
            }
            Event::Digits { piece, row } => {
                let is_of_cells = self.out.page.rows.get(row).is_some_and(|row| row.kind != RowKind::Line);
                let is_beside_words =
                    is_of_cells && self.table.is_some() && self.last_word.is_some_and(|(of, _)| of == row);
                if is_beside_words || self.in_row.is_some() || self.label_line == Some(row) {
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
        if self.table.is_some() {
            let page = self.out.page;
            let lines = page.text.get(text.clone()).unwrap_or_default().lines();
            for line in std::iter::once(line.as_str()).chain(lines) {
                self.says(line, row);
            }
        }
        if let Some(header) = &mut self.header {
            let page = self.out.page;
            header.is_torn = true;
            // Section 二 has a word over each column of a row, so that one of something else is enough.
            if self.table.as_ref().is_none_or(|table| table.section != Section::Proactive) {
                for (row, others, all) in others(page, row, &text, &columns) {
                    header.push_others(row, others, all);
                }
            }
            for (columns, period) in periods(page, row) {
                if let Some(is_of_report) = self.reports.is_of(period) {
                    header.push_period(columns, is_of_report);
                }
            }
            header.push_unknown(columns, row, page.width_of(row));
        }
        if self.section() == Some(Section::Proactive) {
            self.open = None;
        }
        self.push(Item::Text { folded, text });
    }

    /// Takes a line, or the text of a row of cells, that may say of which period and in which unit the figures of the table are.
    fn says(&mut self, line: &str, row: usize) {
        let page = self.out.page;
        self.stated.say_unit(line);
        // A cell beside others names the period of its column.
        let filled = |row: &Row| page.pieces[row.pieces.clone()].iter().filter(|piece| !piece.is_empty(page)).count();
        let is_alone = page.rows.get(row).is_some_and(|row| row.kind == RowKind::Line || filled(row) == 1);
        if is_alone && let Some(is_of_report) = period::named(line).and_then(|period| self.reports.is_of(period)) {
            self.stated.say_period(!is_of_report);
        }
    }

    fn word(&mut self, word: Word, row: usize, columns: Range<u32>) {
        let section = self.section();
        self.in_row = is_of_row(word, section).then_some(row);
        self.label_line = self.in_row.or(self.label_line);
        match word {
            Word::Heading(heading) => {
                self.reports.heading(heading, row, self.event);
                self.stated.heading();
                self.heading = Some(heading);
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
                self.close_label(section);
                self.begin(Some(Section::Disputes));
                self.head(word, columns, row);
            }
            Word::Applicant(_)
            | Word::Organizations
            | Word::Total
            | Word::Ruling(_)
            | Word::Route(_)
            | Word::Litigation => {
                self.close_label(section);
                if section == Some(Section::Disputes) && self.header.is_none() {
                    self.begin(Some(Section::Disputes));
                }
                self.head(word, columns, row);
            }
            // Print may put it among the parts of a label that it has broken.
            Word::Group(_) | Word::Furniture if self.open.is_none() || self.open_is_broken => {}
            Word::Group(_) | Word::Furniture => self.close_label(section),
        }
    }

    /// Notes a word that is no label of a row. A label before it has no figures: those behind the word are not its own.
    fn close_label(&mut self, section: Option<Section>) {
        match section {
            Some(Section::Requests) => self.push(Item::Strange),
            Some(Section::Proactive) => {
                self.open = None;
                self.push(Item::Strange);
            }
            Some(Section::Disputes) | None => {}
        }
    }

    fn block(&mut self) {
        // Some tables print the name of the block below the words over its columns.
        let header = self.header.take().filter(|header| header.is_of_cells);
        let from = self.table_from;
        self.stated.block();
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
        self.stated.label();
        self.open = Some(row);
        self.open_is_broken = self.last_word.is_some_and(|(_, is_broken)| is_broken);
        self.push(Item::Label { row, line });
    }

    fn run(&mut self, run: Run) -> Result<(), ExtractError> {
        let Some(section) = self.section() else { return Ok(()) };
        if let Some(header) = self.header.as_mut().filter(|_| run.are_years(self.out.page)) {
            header.is_torn = true;
            let columns = run.slots.iter().map(|slot| slot.columns.clone()).collect();
            header.push_others(run.first_row, run.slots.len(), run.slots.len());
            header.push_unknown(columns, run.first_row, self.out.page.width_of(run.first_row));
        }
        let is_in_table = match section {
            Section::Proactive => self.open.is_some() && run.own_text.is_none(),
            Section::Requests => self.open.is_some(),
            Section::Disputes => run.slots.len() >= Ruling::ALL.len(),
        };
        if section == Section::Disputes {
            // 15 figures that count from one to the next are no three blocks with their sums.
            if run.counts_columns(self.out.page) {
                return Ok(());
            }
            self.end_header();
        }
        if section == Section::Requests && self.is_in_summary(&run) {
            self.out.leave(&run.slots, UnplacedReason::NoColumn);
            return Ok(());
        }
        if is_in_table {
            self.in_row = Some(run.first_row);
            let is_of_another = section != Section::Disputes && self.says_another(&run);
            // Figures of another year are of no report that is read.
            if !self.stated.is_of_another_period() {
                let begins = self.reports.figures(section, run.first_row, self.event)?;
                self.other = self.other.take().or(begins);
            }
            self.stated.figures();
            if is_of_another || self.stated.is_of_another_period() || self.stated.is_in_another_unit() {
                self.out.leave(&run.slots, UnplacedReason::NoColumn);
                // The label before them is theirs, and not that of figures behind them.
                self.push(Item::Strange);
                return Ok(());
            }
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

impl Divider<'_, '_> {
    /// Whether figures stand in a table of section 一 that sums up the year: beside labels of section 三 and without its columns.
    fn is_in_summary(&self, run: &Run) -> bool {
        let has_header = self.table.as_ref().is_some_and(|table| !table.headers.is_empty());
        self.heading == Some(Heading::Overview) && !has_header && run.filled(self.out.page) < COLUMNS
    }

    /// Whether a cell in the row of figures says that they are of another period or counted in another unit. A period in a cell over
    /// several rows is that of the rows below, too.
    fn says_another(&mut self, run: &Run) -> bool {
        let page = self.out.page;
        let Some(row) = page.rows.get(run.first_row).filter(|row| row.kind != RowKind::Line) else { return false };
        let mut is_another = false;
        for piece in &page.pieces[row.pieces.clone()] {
            let printed = piece.printed(page);
            // Nearly every cell is a number. One with a note has a period of its own.
            let begins_with_digit = printed.starts_with(|c: char| c.is_ascii_digit());
            if printed.is_empty() || (begins_with_digit && (printed.is_ascii() || printed.ends_with(['）', ')']))) {
                continue;
            }
            is_another |= is_cell_of_another_unit(printed);
            let period = period::named(printed).and_then(|period| self.reports.is_of(period));
            match period {
                Some(is_of_report) if piece.is_tall => self.stated.say_period(!is_of_report),
                Some(is_of_report) => is_another |= !is_of_report,
                None => {}
            }
        }
        is_another
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

/// The periods that cells of a row name, and their columns.
fn periods<'p>(page: &'p Page<'_>, row: usize) -> impl Iterator<Item = (Range<u32>, Period)> + 'p {
    let row = page.rows.get(row).filter(|row| row.kind != RowKind::Line);
    let pieces = row.map_or(&[][..], |row| &page.pieces[row.pieces.clone()]);
    pieces.iter().filter_map(|piece| Some((piece.columns.clone(), period::named(piece.printed(page))?)))
}

/// The rows of a text over figures, how many words of each are no words of the form, and how many words it has: those between spaces in a
/// line, and those of cells.
fn others(page: &Page<'_>, row: usize, text: &Range<usize>, columns: &[Range<u32>]) -> Vec<(usize, usize, usize)> {
    /// Lines and words of the longest header.
    const MOST: usize = 64;
    let is_other = |word: &&str| is_other_header(&Folded::of(word).chars);
    let Some(of_row) = page.rows.get(row) else { return Vec::new() };
    let pieces = &page.pieces[of_row.pieces.clone()];
    if of_row.kind != RowKind::Line {
        let unknown = pieces.iter().take(MOST).filter(|piece| columns.contains(&piece.columns));
        return vec![(row, unknown.map(|piece| piece.printed(page)).filter(is_other).count(), pieces.len())];
    }
    let text = page.text.get(text.clone()).unwrap_or_default();
    let words = |line: &str| line.split_whitespace().take(MOST).count();
    let lines = || text.lines().rev().take(MOST);
    // Print may have one cell per line.
    if lines().nth(1).is_some() && lines().all(|line| words(line) <= 1) {
        return vec![(row, lines().flat_map(str::split_whitespace).filter(is_other).count(), lines().map(words).sum())];
    }
    // Other words may stand beside those of the last line.
    let of_last = pieces.iter().map(|piece| words(page.text_of(piece))).sum();
    let rows = lines().enumerate().map(|(above, line)| {
        let others = line.split_whitespace().take(MOST).filter(is_other).count();
        (row.saturating_sub(above), others, if above == 0 { of_last } else { words(line) })
    });
    rows.collect()
}
