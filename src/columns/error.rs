//! Why columns cannot be made or read.

use crate::form::{Cell, Edition, UnknownCell};
use crate::value::{Decimal, RegionError, UnknownName, YearError};

/// Why forms do not fit into columns, or columns are no forms. It names the column and the row, counted from 0.
///
/// ```
/// use ogi_report::{Body, Report, Form, Year, columns};
///
/// let form = Form::from(&Report::new(Body::named("某某局"), Year::new(2024)?));
/// let batch = columns::wide([&form])?;
/// let without_verdict: Vec<usize> = (0..batch.num_columns()).filter(|&i| batch.schema().field(i).name() != "verdict").collect();
/// let batch = batch.project(&without_verdict)?;
/// assert_eq!(
///     columns::forms(&batch).unwrap_err().to_string(),
///     "there is no column `verdict`, expected one of type Utf8",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ColumnsError {
    /// A column of the layout is not there. Columns of cells must be there if the edition of a row prints them.
    #[error("there is no column `{column}`, expected one of type {expected}")]
    MissingColumn {
        /// The name of the column.
        column: String,
        /// The type that it should have.
        expected: String,
    },
    /// A column that the layout does not have. The caller decides whether to leave it out.
    #[error("the column `{0}` is none of this layout, expected it to be left out")]
    UnknownColumn(String),
    /// Two columns of one name.
    #[error("the column `{0}` is there twice, expected once")]
    RepeatedColumn(String),
    /// A column of another type.
    #[error("the column `{column}` is of type {found}, expected {expected}")]
    WrongType {
        /// The name of the column.
        column: String,
        /// Its type.
        found: String,
        /// The type that it should have.
        expected: String,
    },
    /// The metadata of a column state another bit or unit than the column has.
    #[error("the column `{column}` states the {key} {found}, expected {expected}")]
    Metadata {
        /// The name of the column.
        column: String,
        /// The key in the metadata of the field.
        key: &'static str,
        /// The metadata found.
        found: String,
        /// The metadata expected.
        expected: String,
    },
    /// A value that its column cannot hold.
    #[error("column `{column}`, row {row}: {fault}")]
    Value {
        /// The name of the column.
        column: String,
        /// The row, from 0.
        row: usize,
        /// What is wrong.
        fault: Fault,
    },
    /// A long layout without a row for a cell that the edition prints. A cell that is not in the source has a row, too.
    #[error("the form in row {row} has no row for the cell {cell}, expected one with the state `absent` at least")]
    MissingRow {
        /// The first row of the form, from 0.
        row: usize,
        /// The cell.
        cell: Cell,
    },
    /// A form with a cell for which the columns of one edition have no place.
    #[error("the form in row {row} has the cell {cell}, which is no column of the edition {edition}")]
    NoColumn {
        /// The row that the form would have, from 0.
        row: usize,
        /// The cell.
        cell: Cell,
        /// The edition of the columns.
        edition: Edition,
    },
    /// The texts of the forms are too long for one batch.
    #[error("the texts of the forms have more than 2147483647 bytes, expected fewer forms a batch")]
    TooMuchText,
    /// The columns do not make a batch; not known to happen.
    #[error("the columns are no batch: {0}")]
    NoBatch(String),
}

/// The fault of a value in a column.
///
/// ```
/// use ogi_report::columns::Fault;
///
/// assert_eq!(Fault::Missing.to_string(), "nothing stands there, expected a value");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Null where there must be a value.
    #[error("nothing stands there, expected a value")]
    Missing,
    /// A value where there must be none, such as the level of a body without a name.
    #[error("a value stands there, expected none without `{0}`")]
    Without(&'static str),
    /// Not the name of an edition, a level, a unit or the like.
    #[error(transparent)]
    Name(#[from] UnknownName),
    /// Not a state of a cell.
    #[error("`{0}` is no state of a cell, expected absent, blank, not_applicable, number or text")]
    State(String),
    /// Not the code of a region.
    #[error(transparent)]
    Region(#[from] RegionError),
    /// Not a reporting year.
    #[error(transparent)]
    Year(#[from] YearError),
    /// Not the path of a cell.
    #[error(transparent)]
    Cell(#[from] UnknownCell),
    /// A number of days that leads out of the calendar.
    #[error("{0} days after 1970-01-01 is no date")]
    Date(i32),
    /// A number that the cell cannot hold, such as a negative count.
    #[error("{found} is nothing that the cell can hold, expected {expected}")]
    OutOfBounds {
        /// The number.
        found: String,
        /// What the cell can hold.
        expected: String,
    },
    /// A bit of no cell.
    #[error("bit {0} is set, which stands for no cell")]
    Bit(usize),
    /// A cell in two states at once.
    #[error("{cell} is {one} and {other}, expected one of them")]
    Twofold {
        /// The cell.
        cell: Cell,
        /// What it is said to be.
        one: &'static str,
        /// What else it is said to be.
        other: &'static str,
    },
    /// A printed text that contradicts the columns of its cell.
    #[error("{cell} prints `{printed}`, which says {says}, but its column says {column}")]
    Disagree {
        /// The cell.
        cell: Cell,
        /// The text, shortened.
        printed: String,
        /// What the text says.
        says: String,
        /// What the column says.
        column: String,
    },
    /// A cell with two rows.
    #[error("the cell {0} is there twice, expected once")]
    Repeated(Cell),
    /// A row whose body, year or the like differs from the first row of its form.
    #[error("the value is not that of the first row of the form")]
    NotTheSame,
    /// A unit in which the cell is not held.
    #[error("the unit is {found}, expected {expected}")]
    Unit {
        /// The unit found.
        found: String,
        /// The unit of the cell.
        expected: String,
    },
}

impl ColumnsError {
    pub(super) fn value(column: &str, row: usize, fault: impl Into<Fault>) -> Self {
        Self::Value { column: column.to_owned(), row, fault: fault.into() }
    }
}

/// A number of a column as a text for a message.
pub(super) fn decimal(scaled: i128, scale: u32) -> String {
    let one = 10_i128.pow(scale);
    let (whole, rest) = (scaled.unsigned_abs() / one.unsigned_abs(), scaled.unsigned_abs() % one.unsigned_abs());
    let sign = if scaled < 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{rest:0width$}", width = scale as usize);
    // A decimal of the crate prints its shortest form.
    text.parse::<Decimal>().map_or(text, |number| number.to_string())
}
