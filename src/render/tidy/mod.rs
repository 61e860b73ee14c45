//! Tidy tables: one line for each cell, as a program for statistics wants them.
//!
//! [`write()`] gives one report, with the columns `path`, `state`, `value`, `unit` and `note`:
//!
//! - `path`: the [`Cell`];
//! - `state`: what the cell holds, a [`State`];
//! - `value`: the plain decimal digits of a number, the printed text of a mark or a word, else nothing;
//! - `unit`: the [`Unit`] that the cell itself prints behind its number. If it is empty, [`Cell::unit`] gives the unit of the form;
//! - `note`: the note that the cell prints behind its number.
//!
//! Every cell that the edition prints has a line, in printed order, and so has every other cell that is on the form. A
//! cell that is not in the source is `absent`, never 0.
//!
//! [`write_all`] gives many reports, with further columns before these: `body`, `year`, `edition`, `level`, `kind`, `region`,
//! `scope`, `period_from`, `period_to`, `published` and `source`. What a form does not state is empty.
//!
//! Tabs or commas separate fields. A field that contains one, a quotation mark or a line break is quoted, as in RFC 4180. The text is
//! UTF-8.
//!
//! [`read()`] and [`read_all`] give back what was written: every number with its unit and its note, every mark, text and
//! blank. A number keeps its value and loses its spelling: `１，２３４` comes back as `1234`. A body without a name is no body. Level, kind,
//! region and scope that were inferred are left out: [`Body::infer`](crate::Body::infer) finds those of a name again. A line that
//! contradicts itself or is missing is an error, so a file that was cut off does not pass for a whole one.
//!
//! ```
//! use ogi_report::render::tidy::{self, Separator};
//! use ogi_report::{Cell, Edition, Form, ProactiveCell};
//!
//! let mut form = Form::new(Edition::V2021);
//! form.set(Cell::Proactive(ProactiveCell::RulesIssued), "/");
//! form.set(Cell::Proactive(ProactiveCell::LicensingDecisions), "22件（其中修订16件）");
//! let mut table = Vec::new();
//! tidy::write(&form, Separator::Comma, &mut table)?;
//! let text = String::from_utf8(table)?;
//! let lines: Vec<&str> = text.lines().collect();
//! assert_eq!(lines.len(), 1 + 200);
//! assert_eq!(lines[0], "path,state,value,unit,note");
//! assert_eq!(lines[1], "proactive.rules.issued,not_applicable,/,,");
//! assert_eq!(lines[2], "proactive.rules.repealed,absent,,,");
//! assert_eq!(lines[7], "proactive.licensing.decisions,number,22,document,其中修订16件");
//! assert_eq!(tidy::read(text.as_bytes(), Separator::Comma)?.get(Cell::Proactive(ProactiveCell::RulesIssued)), Some(&"/".into()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::borrow::{Borrow, Cow};
use std::io;

use crate::form::{Cell, Filed, Form, Unit, Value};
use crate::value::Decimal;
use crate::value::axis::axis;
use crate::value::{Basis, Inferred};

mod error;
mod reports;

pub use error::{FieldError, TidyError};
pub use reports::{Reports, read, read_all};

axis! {
    /// The separator between the fields of a line.
    ///
    /// ```
    /// assert_eq!(ogi_report::render::tidy::Separator::Tab.name(), "tsv");
    /// ```
    pub enum Separator {
        Tab = "tsv", "制表符", "tab";
        Comma = "csv", "逗号", "comma";
        /// Commas, in a file that a spreadsheet opens as it stands: with a byte order mark, every field in quotation marks,
        /// and an apostrophe before each text that a spreadsheet would run as a formula, such as `=HYPERLINK(…)`. Reading
        /// such a file takes the apostrophes away again.
        Spreadsheet = "spreadsheet", "逗号，供电子表格打开", "comma, for spreadsheets";
    }
}

axis! {
    /// What a cell holds, in the column `state`.
    pub enum State {
        /// The cell is not in the source.
        Absent = "absent", "来源中没有", "absent";
        Blank = "blank", "空白", "blank";
        /// A mark such as `/`, `—` or `不适用`.
        NotApplicable = "not_applicable", "不适用", "not applicable";
        /// A number, with its unit and its note if the cell prints them.
        Number = "number", "数字", "number";
        Text = "text", "文字", "text";
    }
}

axis! {
    /// A column of a tidy table, and the field of each line in it.
    #[non_exhaustive]
    pub enum Field {
        Body = "body", "报告机关", "reporting body";
        Year = "year", "报告年度", "reporting year";
        Edition = "edition", "格式版本", "edition of the form";
        Level = "level", "行政层级", "level of administration";
        Kind = "kind", "机关类别", "kind of body";
        Region = "region", "行政区划代码", "administrative division";
        Scope = "scope", "统计范围", "whose figures";
        PeriodFrom = "period_from", "统计期限起", "first day of the period";
        PeriodTo = "period_to", "统计期限止", "last day of the period";
        Published = "published", "公布日期", "date of publication";
        Source = "source", "来源", "where the form was read from";
        Path = "path", "栏目", "cell";
        State = "state", "填报状态", "what the cell holds";
        Value = "value", "填报值", "value";
        Unit = "unit", "所印单位", "unit that the cell prints";
        Note = "note", "附注", "note";
    }
}

/// The columns of a table of many reports.
const COLUMNS: &[Field] = Field::ALL;
/// How many of them describe the report: only a table of many reports has these.
const OF_REPORT: usize = Field::Path.index();

impl Separator {
    const fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Comma | Self::Spreadsheet => b',',
        }
    }
}

/// Writes one report.
///
/// # Errors
///
/// Those of the writer.
///
/// ```
/// use ogi_report::render::tidy::{self, Separator};
/// use ogi_report::{Edition, Form};
///
/// let mut table = Vec::new();
/// tidy::write(&Form::new(Edition::V2019), Separator::Tab, &mut table)?;
/// assert!(table.starts_with(b"path\tstate\tvalue\tunit\tnote\nproactive.rules.newly_made\tabsent\t\t\t\n"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write(form: &Form, separator: Separator, to: impl io::Write) -> io::Result<()> {
    write_columns(OF_REPORT, [form], separator, to)
}

/// Writes many reports, one behind the other.
///
/// # Errors
///
/// Those of the writer.
///
/// ```
/// use ogi_report::render::tidy::{self, Separator};
/// use ogi_report::{Body, Report, Form, Year};
///
/// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
/// let mut table = Vec::new();
/// tidy::write_all([Form::from(&report)], Separator::Comma, &mut table)?;
/// let text = String::from_utf8(table)?;
/// assert_eq!(text.lines().nth(1), Some("某某局,2024,2021,,,,,,,,,proactive.rules.issued,number,0,,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_all(
    forms: impl IntoIterator<Item: Borrow<Form>>,
    separator: Separator,
    to: impl io::Write,
) -> io::Result<()> {
    write_columns(0, forms, separator, to)
}

fn write_columns(
    first: usize,
    forms: impl IntoIterator<Item: Borrow<Form>>,
    separator: Separator,
    mut to: impl io::Write,
) -> io::Result<()> {
    let is_for_spreadsheets = separator == Separator::Spreadsheet;
    let mut table = csv::WriterBuilder::new();
    table.delimiter(separator.byte());
    if is_for_spreadsheets {
        to.write_all("\u{feff}".as_bytes())?;
        table.quote_style(csv::QuoteStyle::Always).terminator(csv::Terminator::CRLF);
    }
    let mut table = table.from_writer(to);
    table.write_record(COLUMNS[first..].iter().map(|column| column.name()))?;
    for form in forms {
        let form = form.borrow();
        let of_report = columns_of_report(form);
        for (cell, filed) in form.slots() {
            if filed.is_some() || cell.is_printed_in(form.edition) {
                let of_cell = columns_of_cell(cell, filed);
                let line = of_report.iter().skip(first).chain(&of_cell).map(String::as_str);
                if is_for_spreadsheets {
                    table.write_record(line.map(guarded).map(Cow::into_owned))?;
                } else {
                    table.write_record(line)?;
                }
            }
        }
    }
    table.flush()
}

/// The sign before a text that tells a spreadsheet to take it as it stands.
const GUARD: char = '\'';

/// The text so that no spreadsheet runs it. A number such as -3 runs nothing.
fn guarded(text: &str) -> Cow<'_, str> {
    let runs = text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', GUARD]);
    if runs && text.parse::<Decimal>().is_err() { Cow::Owned(format!("{GUARD}{text}")) } else { Cow::Borrowed(text) }
}

fn columns_of_report(form: &Form) -> [String; OF_REPORT] {
    fn text(value: Option<impl ToString>) -> String {
        value.map(|value| value.to_string()).unwrap_or_default()
    }
    let body = form.body.as_ref();
    // There is no column for a basis, and without one an inferred fact would be read back as a stated one.
    let stated = |basis: fn(&Inferred) -> Option<Basis>| body.filter(|body| basis(&body.inferred).is_none());
    [
        text(body.map(|body| &body.name)),
        text(form.year),
        form.edition.to_string(),
        text(stated(|one| one.level).and_then(|body| body.level)),
        text(stated(|one| one.kind).and_then(|body| body.kind)),
        text(stated(|one| one.region).and_then(|body| body.region)),
        text(stated(|one| one.scope).and_then(|body| body.scope)),
        text(form.period.map(|period| period.from)),
        text(form.period.map(|period| period.to)),
        text(form.published),
        text(form.source.as_ref()),
    ]
}

fn columns_of_cell(cell: Cell, filed: Option<&Filed>) -> [String; Field::ALL.len() - OF_REPORT] {
    let printed = || filed.map(|filed| filed.as_printed().into_owned()).unwrap_or_default();
    let (value, unit, note) = match filed.map(Filed::value) {
        None | Some(Value::Blank) => (String::new(), "", ""),
        Some(Value::Number { number, unit, note }) => {
            (number.to_string(), unit.map_or("", Unit::name), note.unwrap_or_default())
        }
        Some(Value::NotApplicable(_) | Value::Text(_)) => (printed(), "", ""),
    };
    [cell.to_string(), State::of(filed).to_string(), value, unit.to_owned(), note.to_owned()]
}

impl State {
    /// What a cell holds; `None` is a cell that is not in the source.
    ///
    /// ```
    /// use ogi_report::Filed;
    /// use ogi_report::render::tidy::State;
    ///
    /// assert_eq!(State::of(None), State::Absent);
    /// assert_eq!(State::of(Some(&Filed::printed("1.2万"))), State::Text);
    /// ```
    pub fn of(filed: Option<&Filed>) -> Self {
        match filed.map(Filed::value) {
            None => Self::Absent,
            Some(Value::Blank) => Self::Blank,
            Some(Value::NotApplicable(_)) => Self::NotApplicable,
            Some(Value::Number { .. }) => Self::Number,
            Some(Value::Text(_)) => Self::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn no_text_runs_in_a_spreadsheet() {
        for text in ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1", "\t=1", "\r=1", "\n=1", "'"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "12", "-3", "-0.5", "无", "a=1"] {
            assert_eq!(guarded(text), text);
        }
    }
}
