//! One row for each cell.

use std::borrow::Borrow;
use std::sync::Arc;

use arrow_array::builder::{Decimal128Builder, Int64Builder, StringBuilder};
use arrow_array::{Array, Decimal128Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::DataType;

use super::error::{ColumnsError, Fault};
use super::figure::{DECIMALS, DIGITS, Figure, Measure};
use super::head::{Head, HeadBuilder, HeadReader};
use super::read::{Batch, Budget};
use super::rewritten::restored;
use super::schema::{FORM, PATH, PRINTED, STATE, State, UNIT, VALUE, long_schema, unit_name};
use super::wide::{agree, is_said_by_its_column, plain};
use crate::form::{Cell, Filed, Form, Unit, Value};
use crate::value::clip::clip;

/// Forms as a batch with a row for each cell that the edition of the form prints, in printed order, and for each other
/// cell that the form has: the columns of [`long_schema`].
///
/// The column `form` numbers the forms from `first` on, so that the batches of a stream go on counting. `state` is `absent`, `blank`,
/// `not_applicable`, `number` or `text`, and only a cell in the state `number` has a `value`, in the `unit` beside it. A number that
/// its cell cannot hold is `text`. What is neither blank nor the number in the one plain way stands in `printed`.
///
/// # Errors
///
/// If the texts of the rows are longer than 2 GiB, so that they need more than one batch; some hundred thousand forms fit.
///
/// ```
/// use ogi_report::{Cell, Edition, Form, ProactiveCell, columns};
///
/// let mut form = Form::new(Edition::V2021);
/// form.set(Cell::Proactive(ProactiveCell::LicensingDecisions), "12件");
/// let batch = columns::long(0, [&form])?;
/// assert_eq!(batch.num_rows(), Edition::V2021.cells().len());
/// assert_eq!(columns::forms_of_long(&batch)?, [form]);
/// # Ok::<(), columns::ColumnsError>(())
/// ```
pub fn long<F: Borrow<Form>>(first: u32, forms: impl IntoIterator<Item = F>) -> Result<RecordBatch, ColumnsError> {
    let mut builder = Builder::default();
    for (number, form) in (i64::from(first)..).zip(forms) {
        builder.append(number, form.borrow())?;
    }
    builder.finish()
}

/// Decimals of the values.
const POINT: i128 = 10_i128.pow(DECIMALS.unsigned_abs() as u32);

struct Builder {
    form: Int64Builder,
    head: HeadBuilder,
    path: StringBuilder,
    state: StringBuilder,
    value: Decimal128Builder,
    unit: StringBuilder,
    printed: StringBuilder,
    budget: Budget,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            form: Int64Builder::new(),
            head: HeadBuilder::default(),
            path: StringBuilder::new(),
            state: StringBuilder::new(),
            value: Decimal128Builder::new().with_data_type(DataType::Decimal128(DIGITS, DECIMALS)),
            unit: StringBuilder::new(),
            printed: StringBuilder::new(),
            budget: Budget::default(),
        }
    }
}

impl Builder {
    fn append(&mut self, number: i64, form: &Form) -> Result<(), ColumnsError> {
        let head = Head::of(form);
        for (cell, filed) in form.slots() {
            if filed.is_none() && !cell.is_printed_in(form.edition) {
                continue;
            }
            let figure = filed.and_then(|filed| Figure::of(cell, filed));
            let state = match (filed.map(Filed::value), figure) {
                (None, _) => State::Absent,
                (Some(Value::Blank), _) => State::Blank,
                (Some(Value::NotApplicable(_)), _) => State::NotApplicable,
                (Some(_), Some(_)) => State::Number,
                (Some(_), None) => State::Text,
            };
            let is_plain = |filed: &Filed| state == State::Blank || is_said_by_its_column(cell, filed, figure);
            let printed = filed.filter(|filed| !is_plain(filed)).map(Filed::as_printed);
            let unit = figure.and_then(|figure| figure.measure.unit(cell)).map(Unit::name);

            self.form.append_value(number);
            self.head.append(&head, &mut self.budget)?;
            self.path.append_value(cell.path());
            self.state.append_value(state.name());
            self.value.append_option(figure.map(value));
            self.unit.append_option(unit);
            let texts = [cell.path(), state.name(), unit.unwrap_or_default(), printed.as_deref().unwrap_or_default()];
            self.budget.spend(texts.iter().map(|text| text.len()).sum())?;
            self.printed.append_option(printed);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<RecordBatch, ColumnsError> {
        let mut arrays: Vec<arrow_array::ArrayRef> = vec![Arc::new(self.form.finish())];
        arrays.extend(self.head.finish());
        arrays.push(Arc::new(self.path.finish()));
        arrays.push(Arc::new(self.state.finish()));
        arrays.push(Arc::new(self.value.finish()));
        arrays.push(Arc::new(self.unit.finish()));
        arrays.push(Arc::new(self.printed.finish()));
        RecordBatch::try_new(Arc::new(long_schema()), arrays).map_err(|e| ColumnsError::NoBatch(e.to_string()))
    }
}

/// How many of its decimals the column of values has more than a measure.
fn finer(measure: Measure) -> i128 {
    POINT / 10_i128.pow(measure.scale().unsigned_abs().into())
}

fn value(figure: Figure) -> i128 {
    figure.scaled * finer(figure.measure)
}

/// The forms of a batch that [`long`] made, or that has the same columns in any order. The rows of a form stand together and have
/// one number in the column `form`; a form must not begin in one batch and end in another.
///
/// # Errors
///
/// As [`forms`](super::forms()), and if a cell that the edition prints has no row, because a filter, not the source, may have taken
/// it away.
///
/// ```
/// use ogi_report::{Edition, Form, columns};
///
/// let batch = columns::long(0, [Form::new(Edition::V2019)])?;
/// assert_eq!(columns::forms_of_long(&batch)?, [Form::new(Edition::V2019)]);
/// assert_eq!(
///     columns::forms_of_long(&batch.slice(0, 197)).unwrap_err().to_string(),
///     "the form in row 0 has no row for the cell disputes.litigation.after_reconsideration.total, \
///      expected one with the state `absent` at least",
/// );
/// # Ok::<(), columns::ColumnsError>(())
/// ```
pub fn forms_of_long(batch: &RecordBatch) -> Result<Vec<Form>, ColumnsError> {
    let batch = &*restored(batch)?;
    let mut columns = Batch::of(batch)?;
    let number = columns.column::<Int64Array>(FORM, &DataType::Int64)?;
    let head = HeadReader::of(&mut columns)?;
    let cells = Cells::of(&mut columns)?;
    columns.finish()?;

    let mut forms = Vec::new();
    let mut row = 0;
    while row < batch.num_rows() {
        let first = row;
        let mut form = head.form(first)?;
        let mut seen = [false; Cell::ALL.len()];
        while row < batch.num_rows() {
            if number.is_null(row) {
                return Err(ColumnsError::value(FORM, row, Fault::Missing));
            }
            if number.value(row) != number.value(first) {
                break;
            }
            head.is_as_in(first, row)?;
            let cell: Cell = required(cells.path, PATH, row)?
                .parse()
                .map_err(|fault: crate::form::UnknownCell| ColumnsError::value(PATH, row, fault))?;
            if std::mem::replace(&mut seen[cell.slot()], true) {
                return Err(ColumnsError::value(PATH, row, Fault::Repeated(cell)));
            }
            if let Some(filed) = cells.filed(cell, row)? {
                form.set(cell, filed);
            }
            row += 1;
        }
        if let Some(&cell) = form.edition.cells().iter().find(|cell| !seen[cell.slot()]) {
            return Err(ColumnsError::MissingRow { row: first, cell });
        }
        forms.push(form);
    }
    Ok(forms)
}

fn required<'a>(array: &'a StringArray, column: &str, row: usize) -> Result<&'a str, ColumnsError> {
    if array.is_null(row) { Err(ColumnsError::value(column, row, Fault::Missing)) } else { Ok(array.value(row)) }
}

/// What the rows say of their cells.
struct Cells<'a> {
    path: &'a StringArray,
    state: &'a StringArray,
    value: &'a Decimal128Array,
    unit: &'a StringArray,
    printed: &'a StringArray,
}

impl<'a> Cells<'a> {
    fn of(batch: &mut Batch<'a>) -> Result<Self, ColumnsError> {
        Ok(Self {
            path: batch.column(PATH, &DataType::Utf8)?,
            state: batch.column(STATE, &DataType::Utf8)?,
            value: batch.column(VALUE, &DataType::Decimal128(DIGITS, DECIMALS))?,
            unit: batch.column(UNIT, &DataType::Utf8)?,
            printed: batch.column(PRINTED, &DataType::Utf8)?,
        })
    }

    fn filed(&self, cell: Cell, row: usize) -> Result<Option<Filed>, ColumnsError> {
        let fault = |column: &str, fault: Fault| ColumnsError::value(column, row, fault);
        let state = required(self.state, STATE, row)?;
        let Some(state) = State::ALL.iter().copied().find(|known| known.name() == state) else {
            return Err(fault(STATE, Fault::State(clip(state))));
        };
        let has_value = self.value.is_valid(row);
        if has_value != (state == State::Number) {
            return Err(fault(VALUE, if has_value { Fault::Without("state number") } else { Fault::Missing }));
        }
        let figure = if has_value { Some(self.figure(cell, row)?) } else { None };
        if figure.is_none() && self.unit.is_valid(row) {
            return Err(fault(UNIT, Fault::Without(VALUE)));
        }
        let printed = self.printed.is_valid(row).then(|| Filed::printed(self.printed.value(row)));
        match (state, figure, printed) {
            (State::Absent | State::Blank, _, Some(_)) => Err(fault(PRINTED, Fault::Without("a cell that prints it"))),
            (State::Absent, ..) => Ok(None),
            (State::Blank, ..) => Ok(Some(Filed::blank())),
            (State::Number, Some(figure), None) => plain(cell, figure).map(Some).map_err(|f| fault(VALUE, f)),
            (_, _, None) => Err(fault(PRINTED, Fault::Missing)),
            (state, figure, Some(filed)) => {
                agree(cell, &filed, state == State::NotApplicable, figure).map_err(|f| fault(PRINTED, f))?;
                Ok(Some(filed))
            }
        }
    }

    fn figure(&self, cell: Cell, row: usize) -> Result<Figure, ColumnsError> {
        let found = self.unit.is_valid(row).then(|| self.unit.value(row));
        let measures = Measure::of(cell);
        let Some(&measure) = measures.iter().find(|measure| measure.unit(cell).map(Unit::name) == found) else {
            let expected: Vec<String> = measures.iter().map(|measure| unit_name(measure.unit(cell))).collect();
            let unit = Fault::Unit { found: clip(found.unwrap_or("none")), expected: expected.join(" or ") };
            return Err(ColumnsError::value(UNIT, row, unit));
        };
        let value = self.value.value(row);
        if value % finer(measure) != 0 {
            let found = Measure::TenThousandYuan.show(value);
            let bounds = Fault::OutOfBounds { found, expected: Figure::expected(cell) };
            return Err(ColumnsError::value(VALUE, row, bounds));
        }
        Ok(Figure { measure, scaled: value / finer(measure) })
    }
}
