//! Reading tidy tables.

use std::io;
use std::str::FromStr;

use chrono::NaiveDate;
use csv::{ByteRecord, StringRecord};

use super::{COLUMNS, Field, FieldError, GUARD, OF_REPORT, Separator, State, TidyError};
use crate::form::{Cell, Edition, Filed, Form, Unit, Value};
use crate::value::clip::clip;
use crate::value::year::Date;
use crate::value::{Body, Decimal, Inferred, Lang, Period, Year};

/// Bytes that are read for one line before it is refused.
const LONGEST_LINE: usize = 16 << 20;

/// Reads the table of one report. The edition follows from the cells that have a line; body, year and dates are not in the table.
///
/// # Errors
///
/// The first line that does not belong in a tidy table, or the first cell without a line.
///
/// ```
/// use ogi_report::render::tidy::{self, Separator};
///
/// let error = tidy::read("path,state,value,unit,note\n".as_bytes(), Separator::Comma).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "line 1: the report ends here without a line for `proactive.rules.newly_made`, which the 2019 edition prints",
/// );
/// ```
pub fn read(from: impl io::Read, separator: Separator) -> Result<Form, TidyError> {
    let mut reports = Reports::new(OF_REPORT, from, separator);
    match reports.next() {
        Some(form) => form,
        None => Draft::default().finish(1),
    }
}

/// Reads a table of many reports, one after the other. The lines of a report are adjacent.
///
/// A report with a wrong line gives an error, and reading goes on with the next report.
///
/// ```
/// use ogi_report::render::tidy::{self, Separator};
/// use ogi_report::{Body, Form, Report, Year};
///
/// let forms = [2023, 2024].map(|year| Form::from(&Report::new(Body::named("某某局"), Year::new(year).unwrap())));
/// let mut table = Vec::new();
/// tidy::write_all(&forms, Separator::Tab, &mut table)?;
/// let back: Result<Vec<Form>, _> = tidy::read_all(table.as_slice(), Separator::Tab).collect();
/// assert_eq!(back?, forms);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_all<R: io::Read>(from: R, separator: Separator) -> Reports<R> {
    Reports::new(0, from, separator)
}

/// The reports of a table, read one at a time; from [`read_all`].
#[derive(Debug)]
pub struct Reports<R> {
    table: csv::Reader<Bounded<R>>,
    /// The first column of the table.
    first: usize,
    is_for_spreadsheets: bool,
    /// A line that was read and belongs to the next report.
    next: Option<Result<Line, TidyError>>,
    /// The line that was read last.
    line: u64,
    is_at_end: bool,
}

#[derive(Debug)]
struct Line {
    number: u64,
    fields: StringRecord,
}

/// A report of which some lines were read.
#[derive(Default)]
struct Draft {
    /// The columns of the report, by its first line that has them.
    of_report: Option<StringRecord>,
    /// What they say.
    form: Option<Form>,
    cells: Vec<(Cell, Option<Filed>)>,
    error: Option<TidyError>,
}

impl<R: io::Read> Reports<R> {
    fn new(first: usize, from: R, separator: Separator) -> Self {
        let table = csv::ReaderBuilder::new()
            .delimiter(separator.byte())
            .has_headers(false)
            // Mixed line ends would put the reader one line behind.
            .terminator(csv::Terminator::Any(b'\n'))
            .flexible(true)
            .from_reader(Bounded { from, left: 0, last: b'\n' });
        let is_for_spreadsheets = separator == Separator::Spreadsheet;
        Self { table, first, is_for_spreadsheets, next: None, line: 0, is_at_end: false }
    }

    fn columns(&self) -> &'static [Field] {
        &COLUMNS[self.first..]
    }

    /// The next line; `Ok(None)` behind the last.
    fn read_line(&mut self) -> Result<Option<Line>, TidyError> {
        let mut record = ByteRecord::new();
        loop {
            self.table.get_mut().left = LONGEST_LINE;
            let is_there = self.table.read_byte_record(&mut record).map_err(|e| {
                let line = self.line + 1;
                // The reader of the table has lost its place.
                self.is_at_end = true;
                match self.table.get_ref().left {
                    0 => TidyError::TooLong { line },
                    _ => TidyError::Io { line, source: e.into() },
                }
            })?;
            if !is_there {
                self.is_at_end = true;
                return Ok(None);
            }
            let is_empty = record.len() == 1 && matches!(&record[0], b"" | b"\r");
            if !is_empty {
                break;
            }
        }
        let breaks: u64 = record.iter().flatten().map(|&byte| u64::from(byte == b'\n')).sum();
        // A line with breaks in its fields is named by where it begins.
        let number = self.table.position().line().saturating_sub(1 + breaks).max(self.line + 1);
        self.line = number;
        let record = without_carriage_return(record);
        let fields = StringRecord::from_byte_record(record).map_err(|e| {
            let e = e.utf8_error();
            let problem = FieldError::NotUtf8(e.valid_up_to());
            match self.columns().get(e.field()) {
                Some(&field) => TidyError::Field { line: number, field, problem },
                None => TidyError::Fields { line: number, expected: self.columns().len(), found: e.field() + 1 },
            }
        })?;
        let plain = |field| str::strip_prefix(field, GUARD).unwrap_or(field);
        let fields = if self.is_for_spreadsheets { fields.iter().map(plain).collect() } else { fields };
        Ok(Some(Line { number, fields }))
    }

    fn read_header(&mut self) -> Result<(), TidyError> {
        let found = self.read_line()?.map(|line| line.fields).unwrap_or_default();
        let expected = self.columns().iter().map(|column| column.name());
        if found.iter().eq(expected.clone()) {
            return Ok(());
        }
        Err(TidyError::Header {
            expected: expected.collect::<Vec<_>>().join(" "),
            found: clip(&found.iter().collect::<Vec<_>>().join(" ")),
        })
    }
}

impl<R: io::Read> Iterator for Reports<R> {
    type Item = Result<Form, TidyError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.line == 0
            && !self.is_at_end
            && let Err(e) = self.read_header()
        {
            self.is_at_end = true;
            return Some(Err(e));
        }
        let mut draft = None::<Draft>;
        let mut last = self.line;
        while let Some(line) = match self.next.take() {
            Some(line) => Some(line),
            None if self.is_at_end => None,
            None => self.read_line().transpose(),
        } {
            if draft.as_ref().is_some_and(|draft| draft.ends_before(&line, self.columns())) {
                self.next = Some(line);
                break;
            }
            match line {
                Ok(line) => {
                    last = line.number;
                    draft.get_or_insert_default().add(&line, self.columns());
                }
                Err(e) => {
                    last = self.line;
                    draft.get_or_insert_default().fail(e);
                }
            }
        }
        draft.map(|draft| draft.finish(last))
    }
}

impl Draft {
    /// Whether a line belongs to another report: it says so, or its cell begins a new one. A line that cannot be read says nothing, and
    /// belongs to the next if this one is whole.
    fn ends_before(&self, line: &Result<Line, TidyError>, columns: &[Field]) -> bool {
        let Some(of_report) = &self.of_report else { return false };
        let Some(line) = line.as_ref().ok().filter(|line| line.fields.len() == columns.len()) else {
            return self.is_whole();
        };
        let Some(own) = (columns.len() + OF_REPORT).checked_sub(Field::ALL.len()).filter(|own| *own > 0) else {
            return false;
        };
        let cell = line.fields.get(own).and_then(|path| path.parse::<Cell>().ok());
        let starts_again = cell.zip(self.cells.last()).is_some_and(|(cell, (last, _))| cell <= *last);
        starts_again || !line.fields.iter().take(own).eq(of_report.iter().take(own))
    }

    /// Whether it has every cell of its edition, up to the last.
    fn is_whole(&self) -> bool {
        let Some(edition) = self.form.as_ref().map(|form| form.edition).filter(|_| self.error.is_none()) else {
            return false;
        };
        self.cells.last().map(|(cell, _)| cell) == edition.cells().last() && self.missing(edition).next().is_none()
    }

    fn fail(&mut self, error: TidyError) {
        self.error.get_or_insert(error);
    }

    fn add(&mut self, line: &Line, columns: &'static [Field]) {
        if line.fields.len() != columns.len() {
            self.fail(TidyError::Fields { line: line.number, expected: columns.len(), found: line.fields.len() });
            return;
        }
        let fields = Fields { line, columns };
        if self.of_report.is_none() {
            self.of_report = Some(line.fields.clone());
            if columns.len() == Field::ALL.len() {
                match fields.form() {
                    Ok(form) => self.form = Some(form),
                    Err(e) => self.fail(e),
                }
            }
        }
        match fields.cell() {
            Ok((cell, _)) if self.cells.last().is_some_and(|&(last, _)| cell <= last) => {
                self.fail(TidyError::Order { line: line.number, cell });
            }
            Ok(cell) => self.cells.push(cell),
            Err(e) => self.fail(e),
        }
    }

    fn finish(mut self, line: u64) -> Result<Form, TidyError> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let mut form = match self.form.take() {
            Some(form) => form,
            None => Form::new(self.edition(line)?),
        };
        if let Some(&cell) = self.missing(form.edition).next() {
            return Err(TidyError::Missing { line, cell, edition: form.edition });
        }
        for (cell, filed) in self.cells {
            if let Some(filed) = filed {
                form.set(cell, filed);
            }
        }
        Ok(form)
    }

    /// The edition whose cells all have a line, or the edition that lacks the fewest.
    fn edition(&self, line: u64) -> Result<Edition, TidyError> {
        let [first, second] = Edition::ENTRIES.map(|edition| self.missing(edition).count());
        match (first, second) {
            (0, 0) => Err(TidyError::Edition { line }),
            _ if first <= second => Ok(Edition::V2019),
            _ => Ok(Edition::V2021),
        }
    }

    /// The cells of an edition that have no line.
    fn missing(&self, edition: Edition) -> impl Iterator<Item = &'static Cell> {
        edition.cells().iter().filter(|cell| self.cells.binary_search_by_key(*cell, |(cell, _)| *cell).is_err())
    }
}

/// The fields of a line by column.
struct Fields<'a> {
    line: &'a Line,
    columns: &'static [Field],
}

impl<'a> Fields<'a> {
    fn get(&self, field: Field) -> &'a str {
        let first = Field::ALL.len() - self.columns.len();
        field.index().checked_sub(first).and_then(|at| self.line.fields.get(at)).unwrap_or_default()
    }

    fn error(&self, field: Field, problem: impl Into<FieldError>) -> TidyError {
        TidyError::Field { line: self.line.number, field, problem: problem.into() }
    }

    fn parse<T: FromStr<Err: Into<FieldError>>>(&self, field: Field) -> Result<T, TidyError> {
        self.get(field).parse().map_err(|e: T::Err| self.error(field, e))
    }

    /// What a field says; `None` if it is empty.
    fn any<T: FromStr<Err: Into<FieldError>>>(&self, field: Field) -> Result<Option<T>, TidyError> {
        if self.get(field).is_empty() { Ok(None) } else { self.parse(field).map(Some) }
    }

    fn year(&self) -> Result<Option<Year>, TidyError> {
        let text = self.get(Field::Year);
        if text.is_empty() {
            return Ok(None);
        }
        let year = text.parse::<i64>().ok().and_then(|number| Year::new(number).ok());
        match year.filter(|year| year.to_string() == text) {
            Some(year) => Ok(Some(year)),
            None => Err(self.error(Field::Year, FieldError::Year(clip(text)))),
        }
    }

    fn date(&self, field: Field) -> Result<Option<NaiveDate>, TidyError> {
        let text = self.get(field);
        if text.is_empty() {
            return Ok(None);
        }
        match text.parse() {
            Ok(Date(date)) => Ok(Some(date)),
            Err(_) => Err(self.error(field, FieldError::Date(clip(text)))),
        }
    }

    /// What the columns of the report say.
    fn form(&self) -> Result<Form, TidyError> {
        let mut form = Form::new(self.parse(Field::Edition)?);
        let body = Body {
            name: self.get(Field::Body).to_owned(),
            level: self.any(Field::Level)?,
            kind: self.any(Field::Kind)?,
            region: self.any(Field::Region)?,
            scope: self.any(Field::Scope)?,
            inferred: Inferred::default(),
        };
        form.body = Some(body).filter(|body| *body != Body::named(""));
        form.year = self.year()?;
        form.published = self.date(Field::Published)?;
        form.source = Some(self.get(Field::Source).to_owned()).filter(|source| !source.is_empty());
        form.period = match (self.date(Field::PeriodFrom)?, self.date(Field::PeriodTo)?) {
            (Some(from), Some(to)) => Some(Period { from, to }),
            (None, None) => None,
            (Some(_), None) => return Err(self.error(Field::PeriodTo, FieldError::Empty(Field::PeriodFrom))),
            (None, Some(_)) => return Err(self.error(Field::PeriodFrom, FieldError::Empty(Field::PeriodTo))),
        };
        Ok(form)
    }

    /// The cell, and what it holds.
    fn cell(&self) -> Result<(Cell, Option<Filed>), TidyError> {
        let cell = self.parse(Field::Path)?;
        let state: State = self.parse(Field::State)?;
        let nothing = |fields: &[Field]| match fields.iter().find(|&&field| !self.get(field).is_empty()) {
            Some(&field) => Err(self.error(field, FieldError::NotEmpty { state, found: clip(self.get(field)) })),
            None => Ok(()),
        };
        let filed = match state {
            State::Absent | State::Blank => {
                nothing(&[Field::Value, Field::Unit, Field::Note])?;
                (state == State::Blank).then(Filed::blank)
            }
            State::NotApplicable | State::Text => {
                nothing(&[Field::Unit, Field::Note])?;
                Some(Filed::printed(self.get(Field::Value)))
            }
            State::Number => Some(self.number()?),
        };
        let is = State::of(filed.as_ref());
        if is != state {
            let printed = clip(self.get(Field::Value));
            return Err(self.error(Field::Value, FieldError::Contradiction { printed, is, state }));
        }
        Ok((cell, filed))
    }

    /// A number as a cell prints it with its unit and its note.
    fn number(&self) -> Result<Filed, TidyError> {
        let number: Decimal = self.parse(Field::Value)?;
        let unit: Option<Unit> = self.any(Field::Unit)?;
        let note = Some(self.get(Field::Note)).filter(|note| !note.is_empty());
        let mut printed = number.to_string();
        printed.push_str(unit.map_or("", |unit| unit.label(Lang::Zh)));
        if let Some(note) = note {
            // Half-width, so that what is long is not longer than it was printed.
            printed = format!("{printed}({note})");
        }
        let filed = Filed::printed(printed);
        if filed.value() == (Value::Number { number, unit, note }) {
            Ok(filed)
        } else {
            Err(self.error(Field::Note, FieldError::NotPrintable(clip(&filed.as_printed()))))
        }
    }
}

/// A line whose end was of two characters. No field of the last column ends so.
fn without_carriage_return(mut line: ByteRecord) -> ByteRecord {
    if let Some(last) = line.iter().next_back().and_then(|last| last.strip_suffix(b"\r")).map(<[u8]>::to_vec) {
        line.truncate(line.len() - 1);
        line.push_field(&last);
    }
    line
}

/// A reader that gives so many bytes and no more, and ends with the end of a line.
#[derive(Debug)]
struct Bounded<R> {
    from: R,
    left: usize,
    last: u8,
}

impl<R: io::Read> io::Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other("a line is too long"));
        }
        let most = buffer.len().min(self.left);
        let mut count = self.from.read(&mut buffer[..most])?;
        if count == 0
            && self.last != b'\n'
            && let Some(end) = buffer.first_mut()
        {
            *end = b'\n';
            count = 1;
        }
        self.last = buffer[..count].last().copied().unwrap_or(self.last);
        self.left -= count;
        Ok(count)
    }
}
