//! One row for each form.

use std::borrow::Borrow;
use std::sync::Arc;

use arrow_array::builder::{BinaryBuilder, Decimal128Builder, Int64Builder, MapBuilder, StringBuilder};
use arrow_array::{Array, ArrayRef, BinaryArray, Decimal128Array, Int64Array, MapArray, RecordBatch, StringArray};
use arrow_schema::DataType;

use super::error::{ColumnsError, Fault};
use super::figure::{Figure, Measure};
use super::head::{Head, HeadBuilder, HeadReader};
use super::read::{Batch, Budget, missing};
use super::rewritten::restored;
use super::schema::{
    BITMAP, BLANK, COLUMNS, FigureColumn, NOT_APPLICABLE, PRINTED, bit, columns_of, map, map_names, schema,
};
use crate::form::{Cell, Edition, Filed, Form, Value};
use crate::value::clip::clip;

/// The mark that needs no text beside its bit.
const MARK: &str = "/";

/// Forms as a batch with a row for each form and the columns of [`schema(None)`](schema), which has the cells of both editions.
///
/// Every form fits, with whatever its cells print. A batch is held in memory; a stream of forms is written batch by batch.
///
/// # Errors
///
/// If the texts of the forms are longer than 2 GiB, so that they need more than one batch.
///
/// ```
/// use ogi_report::{Cell, Edition, Filed, Form, ProactiveCell, columns};
///
/// let mut form = Form::new(Edition::V2021);
/// form.set(Cell::Proactive(ProactiveCell::LicensingDecisions), "12件");
/// form.set(Cell::Proactive(ProactiveCell::RulesIssued), "/");
/// form.set(Cell::Proactive(ProactiveCell::PenaltiesDecisions), Filed::blank());
/// let batch = columns::wide([&form])?;
/// assert_eq!(columns::forms(&batch)?, [form]);
/// # Ok::<(), columns::ColumnsError>(())
/// ```
pub fn wide<F: Borrow<Form>>(forms: impl IntoIterator<Item = F>) -> Result<RecordBatch, ColumnsError> {
    build(None, forms)
}

/// Forms as a batch with the columns of one edition.
///
/// # Errors
///
/// As [`wide`], and if a form has a cell that the edition does not print, which would be lost.
///
/// ```
/// use ogi_report::{Cell, Column, Edition, Form, Outcome, columns};
///
/// let mut form = Form::new(Edition::V2021);
/// assert_eq!(columns::wide_in(Edition::V2021, [&form])?.schema_ref().as_ref(), &columns::schema(Edition::V2021));
///
/// // The one row of （六） as the edition of 2019 prints it.
/// form.set(Cell::request(Outcome::Other, Column::Total), 1_u32);
/// assert_eq!(
///     columns::wide_in(Edition::V2021, [&form]).unwrap_err().to_string(),
///     "the form in row 0 has the cell requests.outcomes.other.total, which is no column of the edition 2021",
/// );
/// # Ok::<(), columns::ColumnsError>(())
/// ```
pub fn wide_in<F: Borrow<Form>>(
    edition: Edition,
    forms: impl IntoIterator<Item = F>,
) -> Result<RecordBatch, ColumnsError> {
    build(Some(edition), forms)
}

fn build<F: Borrow<Form>>(
    edition: Option<Edition>,
    forms: impl IntoIterator<Item = F>,
) -> Result<RecordBatch, ColumnsError> {
    let mut builder = Builder::of(edition);
    for (row, form) in forms.into_iter().enumerate() {
        builder.append(row, form.borrow())?;
    }
    builder.finish()
}

enum Numbers {
    Whole(Int64Builder),
    Decimal(Decimal128Builder),
}

struct Builder {
    edition: Option<Edition>,
    head: HeadBuilder,
    numbers: Vec<Numbers>,
    blank: BinaryBuilder,
    not_applicable: BinaryBuilder,
    printed: MapBuilder<StringBuilder, StringBuilder>,
    budget: Budget,
}

impl Builder {
    fn of(edition: Option<Edition>) -> Self {
        let numbers = columns_of(edition).map(|column| match column.measure {
            Measure::Whole => Numbers::Whole(Int64Builder::new()),
            _ => Numbers::Decimal(Decimal128Builder::new().with_data_type(column.measure.data_type())),
        });
        Self {
            edition,
            head: HeadBuilder::default(),
            numbers: numbers.collect(),
            blank: BinaryBuilder::new(),
            not_applicable: BinaryBuilder::new(),
            printed: MapBuilder::new(Some(map_names()), StringBuilder::new(), StringBuilder::new()),
            budget: Budget::default(),
        }
    }

    fn append(&mut self, row: usize, form: &Form) -> Result<(), ColumnsError> {
        self.head.append(&Head::of(form), &mut self.budget)?;
        self.budget.spend(2 * BITMAP)?;
        let (mut blank, mut not_applicable) = (Bits::default(), Bits::default());
        let mut prints = false;
        let mut columns = self.numbers.iter_mut().zip(columns_of(self.edition)).peekable();
        for (cell, filed) in form.slots() {
            let figure = filed.and_then(|filed| Figure::of(cell, filed));
            let mut has_column = false;
            while let Some((numbers, column)) = columns.next_if(|(_, column)| column.cell == cell) {
                has_column = true;
                let scaled = figure.filter(|figure| figure.measure == column.measure).map(|figure| figure.scaled);
                match numbers {
                    // A whole number is one of 64 bits.
                    Numbers::Whole(builder) => builder.append_option(scaled.and_then(|n| i64::try_from(n).ok())),
                    Numbers::Decimal(builder) => builder.append_option(scaled),
                }
            }
            let Some(filed) = filed else { continue };
            if let Some(edition) = self.edition.filter(|_| !has_column) {
                return Err(ColumnsError::NoColumn { row, cell, edition });
            }
            if is_said_by_its_column(cell, filed, figure) {
                continue;
            }
            match filed.value() {
                Value::Blank => {
                    blank.set(bit(cell));
                    continue;
                }
                Value::NotApplicable(_) => not_applicable.set(bit(cell)),
                Value::Number { .. } | Value::Text(_) => {}
            }
            let text = filed.as_printed();
            if text != MARK {
                self.budget.spend(cell.path().len() + text.len())?;
                let (keys, values) = self.printed.entries();
                keys.append_value(cell.path());
                values.append_value(text);
                prints = true;
            }
        }
        self.blank.append_option(blank.bytes());
        self.not_applicable.append_option(not_applicable.bytes());
        self.printed.append(prints).map_err(|e| ColumnsError::NoBatch(e.to_string()))
    }

    fn finish(mut self) -> Result<RecordBatch, ColumnsError> {
        let mut arrays = self.head.finish();
        arrays.extend(self.numbers.iter_mut().map(|numbers| match numbers {
            Numbers::Whole(builder) => Arc::new(builder.finish()) as ArrayRef,
            Numbers::Decimal(builder) => Arc::new(builder.finish()),
        }));
        arrays.push(Arc::new(self.blank.finish()));
        arrays.push(Arc::new(self.not_applicable.finish()));
        arrays.push(Arc::new(self.printed.finish()));
        RecordBatch::try_new(Arc::new(schema(self.edition)), arrays).map_err(|e| ColumnsError::NoBatch(e.to_string()))
    }
}

/// Whether the cell prints nothing but its number, in the one plain way.
pub(super) fn is_said_by_its_column(cell: Cell, filed: &Filed, figure: Option<Figure>) -> bool {
    match figure {
        // A whole number is plain if it is one in JSON, too.
        Some(Figure { measure: Measure::Whole, .. }) => filed.plain_integer().is_some(),
        Some(figure) => figure.printed_plainly(cell).as_ref() == Some(filed),
        None => false,
    }
}

/// A bit for each cell.
#[derive(Clone, Copy, Default, PartialEq)]
struct Bits([u8; BITMAP]);

impl Bits {
    fn set(&mut self, bit: usize) {
        self.0[bit / 8] |= 1 << (bit % 8);
    }

    fn has(&self, bit: usize) -> bool {
        self.0[bit / 8] & (1 << (bit % 8)) != 0
    }

    /// `None` if no bit is set.
    fn bytes(&self) -> Option<&[u8]> {
        (*self != Self::default()).then_some(&self.0)
    }

    /// Reads a bitmap of any length.
    fn read(column: &str, array: &BinaryArray, row: usize) -> Result<Self, ColumnsError> {
        let mut bits = Self::default();
        let bytes = if array.is_valid(row) { array.value(row) } else { &[] };
        for (i, &byte) in bytes.iter().enumerate() {
            match bits.0.get_mut(i) {
                Some(own) => *own = byte,
                None if byte == 0 => {}
                None => {
                    return Err(ColumnsError::value(column, row, Fault::Bit(i * 8 + byte.trailing_zeros() as usize)));
                }
            }
        }
        match (Cell::ALL.len()..BITMAP * 8).find(|&bit| bits.has(bit)) {
            Some(bit) => Err(ColumnsError::value(column, row, Fault::Bit(bit))),
            None => Ok(bits),
        }
    }
}

/// The forms of a batch that [`wide`] or [`wide_in`] made, or that has the same columns: in any order, and without those of an
/// edition that no row follows.
///
/// Types must be those of the schema. Files of other programs have them if they are read without the schema of Arrow that some of
/// them put in, `ArrowReaderOptions::with_skip_arrow_metadata` of the crate `parquet`.
///
/// The forms print the same again, letter by letter. What was inferred of a body is not among the columns. The column `verdict` must be there, but its values are not read: they follow from the
/// cells.
///
/// # Errors
///
/// If a column is missing, unknown, there twice or of another type, or the first value that cannot stand where it does, by
/// column and row.
///
/// ```
/// use ogi_report::{Body, Form, Report, Year, columns};
///
/// let forms = [Form::from(&Report::new(Body::named("某某局"), Year::new(2024)?))];
/// assert_eq!(columns::forms(&columns::wide(&forms)?)?, forms);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn forms(batch: &RecordBatch) -> Result<Vec<Form>, ColumnsError> {
    let batch = &*restored(batch)?;
    let mut columns = Batch::of(batch)?;
    let head = HeadReader::of(&mut columns)?;
    let figures = COLUMNS.iter().map(|column| FigureReader::of(column, &mut columns)).collect::<Result<Vec<_>, _>>()?;
    let blank = columns.column::<BinaryArray>(BLANK, &DataType::Binary)?;
    let not_applicable = columns.column::<BinaryArray>(NOT_APPLICABLE, &DataType::Binary)?;
    let printed = Printed::of(columns.column::<MapArray>(PRINTED, &map())?)?;
    columns.finish()?;

    let mut forms = Vec::with_capacity(batch.num_rows());
    for row in 0..batch.num_rows() {
        let mut form = head.form(row)?;
        let blank = Bits::read(BLANK, blank, row)?;
        let not_applicable = Bits::read(NOT_APPLICABLE, not_applicable, row)?;
        let mut texts = printed.of_row(row)?;
        let mut figures = figures.iter().peekable();
        for &cell in Cell::ALL {
            let mut found: Option<(Figure, &str)> = None;
            while let Some(column) = figures.next_if(|figure| figure.column.cell == cell) {
                if let Some(figure) = column.read(row, form.edition)? {
                    let name = column.column.name.as_str();
                    if found.is_some() {
                        let fault = Fault::Twofold { cell, one: "an amount with a unit", other: "one without" };
                        return Err(ColumnsError::value(name, row, fault));
                    }
                    found = Some((figure, name));
                }
            }
            let said = Said {
                cell,
                row,
                figure: found,
                is_blank: blank.has(bit(cell)),
                is_marked: not_applicable.has(bit(cell)),
                printed: texts[cell.slot()].take(),
            };
            if let Some(filed) = said.filed()? {
                form.set(cell, filed);
            }
        }
        forms.push(form);
    }
    Ok(forms)
}

/// A column of numbers, which may be missing where no row's edition prints the cell.
struct FigureReader<'a> {
    column: &'static FigureColumn,
    numbers: Option<NumbersOf<'a>>,
}

enum NumbersOf<'a> {
    Whole(&'a Int64Array),
    Decimal(&'a Decimal128Array),
}

impl<'a> FigureReader<'a> {
    fn of(column: &'static FigureColumn, batch: &mut Batch<'a>) -> Result<Self, ColumnsError> {
        let FigureColumn { cell, measure, name } = column;
        // A program may have dropped the metadata, but what it states must be so.
        let stated = [("bit", Some(bit(*cell).to_string())), ("unit", column.unit())];
        for (key, expected) in stated {
            if let Some(found) = batch.metadata(name, key)
                && expected.as_deref() != Some(found)
            {
                let expected = expected.unwrap_or_else(|| "none".to_owned());
                return Err(ColumnsError::Metadata { column: name.clone(), key, found: clip(found), expected });
            }
        }
        let numbers = match measure {
            Measure::Whole => batch.column_if_any(name, &DataType::Int64)?.map(NumbersOf::Whole),
            _ => batch.column_if_any(name, &measure.data_type())?.map(NumbersOf::Decimal),
        };
        Ok(Self { column, numbers })
    }

    fn read(&self, row: usize, edition: Edition) -> Result<Option<Figure>, ColumnsError> {
        let FigureColumn { cell, measure, name } = self.column;
        let scaled = match &self.numbers {
            Some(NumbersOf::Whole(array)) => array.is_valid(row).then(|| array.value(row).into()),
            Some(NumbersOf::Decimal(array)) => array.is_valid(row).then(|| array.value(row)),
            None if cell.is_printed_in(edition) => return Err(missing(name, &measure.data_type())),
            None => None,
        };
        Ok(scaled.map(|scaled| Figure { measure: *measure, scaled }))
    }
}

/// The texts of all rows.
struct Printed<'a> {
    map: &'a MapArray,
    paths: &'a StringArray,
    texts: &'a StringArray,
}

impl<'a> Printed<'a> {
    fn of(map: &'a MapArray) -> Result<Self, ColumnsError> {
        let texts = |array: &'a dyn Array| {
            array.as_any().downcast_ref::<StringArray>().ok_or_else(|| ColumnsError::WrongType {
                column: PRINTED.to_owned(),
                found: map.data_type().to_string(),
                expected: self::map().to_string(),
            })
        };
        Ok(Self { map, paths: texts(map.keys())?, texts: texts(map.values())? })
    }

    /// The texts of a row by the slot of their cell.
    fn of_row(&self, row: usize) -> Result<[Option<&'a str>; Cell::ALL.len()], ColumnsError> {
        let fault = |fault: Fault| ColumnsError::value(PRINTED, row, fault);
        let mut texts = [None; Cell::ALL.len()];
        if self.map.is_null(row) {
            return Ok(texts);
        }
        let offsets = self.map.value_offsets();
        // Offsets of an array are never negative.
        let at = |i: usize| usize::try_from(offsets[i]).unwrap_or_default();
        for entry in at(row)..at(row + 1) {
            let cell: Cell = self.paths.value(entry).parse().map_err(|e| fault(Fault::Cell(e)))?;
            if self.texts.is_null(entry) {
                return Err(fault(Fault::Missing));
            }
            if texts[cell.slot()].replace(self.texts.value(entry)).is_some() {
                return Err(fault(Fault::Repeated(cell)));
            }
        }
        Ok(texts)
    }
}

/// The columns of a cell.
struct Said<'a> {
    cell: Cell,
    row: usize,
    /// The number and the name of its column.
    figure: Option<(Figure, &'a str)>,
    is_blank: bool,
    is_marked: bool,
    printed: Option<&'a str>,
}

impl Said<'_> {
    fn filed(&self) -> Result<Option<Filed>, ColumnsError> {
        let &Self { cell, row, .. } = self;
        let twofold =
            |column: &str, one, other| Err(ColumnsError::value(column, row, Fault::Twofold { cell, one, other }));
        match *self {
            Self { is_blank: true, is_marked: true, .. } => twofold(BLANK, "blank", "marked as not applicable"),
            Self { is_blank: true, printed: Some(_), .. } => twofold(BLANK, "blank", "printed"),
            Self { is_blank: true, figure: Some(_), .. } => twofold(BLANK, "blank", "a number"),
            Self { is_blank: true, .. } => Ok(Some(Filed::blank())),
            Self { is_marked: true, figure: Some(_), .. } => {
                twofold(NOT_APPLICABLE, "marked as not applicable", "a number")
            }
            Self { is_marked, printed: Some(text), figure, .. } => {
                let filed = Filed::printed(text);
                agree(cell, &filed, is_marked, figure.map(|(figure, _)| figure))
                    .map_err(|fault| ColumnsError::value(PRINTED, row, fault))?;
                Ok(Some(filed))
            }
            Self { is_marked: true, .. } => Ok(Some(Filed::printed(MARK))),
            Self { figure: Some((figure, column)), .. } => {
                plain(cell, figure).map(Some).map_err(|fault| ColumnsError::value(column, row, fault))
            }
            Self { figure: None, .. } => Ok(None),
        }
    }
}

/// The one plain way to print a number.
pub(super) fn plain(cell: Cell, figure: Figure) -> Result<Filed, Fault> {
    figure.printed_plainly(cell).ok_or_else(|| Fault::OutOfBounds {
        found: figure.measure.show(figure.scaled),
        expected: Figure::expected(cell),
    })
}

/// Tests that a text says what the other columns do: blank it is not, a mark if they say so, and the same number or none.
pub(super) fn agree(cell: Cell, filed: &Filed, is_marked: bool, figure: Option<Figure>) -> Result<(), Fault> {
    let show = |value: Option<Figure>, is_blank: bool, is_marked: bool| match value {
        Some(figure) => figure.measure.show(figure.scaled),
        None if is_blank => "that it is blank".to_owned(),
        None if is_marked => "that it is marked as not applicable".to_owned(),
        None => "no number".to_owned(),
    };
    let is_blank = filed.value() == Value::Blank;
    let says_mark = matches!(filed.value(), Value::NotApplicable(_));
    let says = Figure::of(cell, filed);
    if is_blank || says_mark != is_marked || says != figure {
        return Err(Fault::Disagree {
            cell,
            printed: clip(&filed.as_printed()),
            says: show(says, is_blank, says_mark),
            column: show(figure, false, is_marked),
        });
    }
    Ok(())
}
