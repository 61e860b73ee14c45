//! Errors of a tidy table.

use std::io;

use super::{Field, State};
use crate::form::{Cell, Edition, UnknownCell};
use crate::value::{DecimalError, RegionError, UnknownName};

/// A table that is not a tidy table of reports. Lines count from 1, the header included.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TidyError {
    /// The first line is not the header.
    #[error("line 1: the header is `{found}`, expected `{expected}`")]
    Header {
        /// The names of the columns, separated by spaces.
        expected: String,
        /// The line, separated by spaces.
        found: String,
    },
    /// A line has too few or too many fields.
    #[error("line {line}: {found} fields, expected {expected}")]
    Fields {
        /// The line.
        line: u64,
        /// How many columns there are.
        expected: usize,
        /// How many fields the line has.
        found: usize,
    },
    /// A field does not say what its column wants.
    #[error("line {line}, column `{field}`: {problem}")]
    Field {
        /// The line.
        line: u64,
        /// The column.
        field: Field,
        /// What is wrong.
        problem: FieldError,
    },
    /// A cell that has a line already, or should have had it before.
    #[error("line {line}, column `path`: `{cell}` stands twice or not in printed order")]
    Order {
        /// The line.
        line: u64,
        /// The cell.
        cell: Cell,
    },
    /// A report without a line for a cell of its edition.
    #[error("line {line}: the report ends here without a line for `{cell}`, which the {edition} edition prints")]
    Missing {
        /// The last line of the report.
        line: u64,
        /// The first cell that is missing.
        cell: Cell,
        /// The edition of the report, or the one that its cells are nearest to.
        edition: Edition,
    },
    /// One report with a line for every cell of both editions: only a table of many reports states the edition.
    #[error("line {line}: the report has lines for every cell of both editions, so its edition is not known")]
    Edition {
        /// The last line of the report.
        line: u64,
    },
    /// A line of more than 16 MiB.
    #[error("line {line}: more than 16777216 bytes")]
    TooLong {
        /// The line.
        line: u64,
    },
    /// The source could not be read.
    #[error("line {line}: the table could not be read")]
    Io {
        /// The line.
        line: u64,
        /// Why.
        source: io::Error,
    },
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldError {
    /// Not UTF-8.
    #[error("not UTF-8 from byte {0} on")]
    NotUtf8(usize),
    /// Not a cell.
    #[error(transparent)]
    Cell(#[from] UnknownCell),
    /// Not a known name.
    #[error(transparent)]
    Name(#[from] UnknownName),
    /// Not plain digits.
    #[error(transparent)]
    Number(#[from] DecimalError),
    /// Not a reporting year.
    #[error("`{0}` is not a reporting year, expected 2008 to 2999")]
    Year(String),
    /// Not a code of an administrative division.
    #[error(transparent)]
    Region(#[from] RegionError),
    /// Not a date.
    #[error("`{0}` is not a date, expected YYYY-MM-DD")]
    Date(String),
    /// Empty, where another column requires a value.
    #[error("empty, but the line has a `{0}`")]
    Empty(Field),
    /// A unit or a note where the state is not a number, or a value where there is none.
    #[error("`{found}`, expected nothing because the state is {state}")]
    NotEmpty {
        /// What the cell is said to hold.
        state: State,
        /// What is there.
        found: String,
    },
    /// The stated state and the text contradict each other.
    #[error("`{printed}` is {is}, but the state is {state}")]
    Contradiction {
        /// The cell as it would be printed.
        printed: String,
        /// What it is.
        is: State,
        /// What it is said to be.
        state: State,
    },
    /// A number, unit and note that no cell can print so: the note itself is a unit, say, or changes the number.
    #[error("no cell prints this number, unit and note: `{0}` is read otherwise")]
    NotPrintable(String),
}
