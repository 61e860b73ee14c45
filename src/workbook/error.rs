//! Why a workbook cannot be made.

use crate::check::Place;
use crate::value::Year;

/// Why a workbook cannot be made.
///
/// ```
/// use ogi_report::workbook::WorkbookError;
/// use ogi_report::{Edition, Filed, Form, ProactiveCell, workbook};
///
/// let mut form = Form::new(Edition::V2021);
/// form.set(ogi_report::Cell::Proactive(ProactiveCell::RulesIssued), Filed::printed("长".repeat(40_000)));
/// let error = workbook::write(&form, None).unwrap_err();
/// assert!(matches!(error, WorkbookError::TooLong { .. }));
/// assert_eq!(
///     error.to_string(),
///     "proactive.rules.issued is longer than a cell of a workbook can be, expected at most 32767 characters",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// The text of a cell is longer than a cell of a workbook can be, which is 32767 characters.
    #[error("{at} is longer than a cell of a workbook can be, expected at most 32767 characters")]
    TooLong {
        /// Where it stands on the form.
        at: Place,
    },
    /// The name of the body is longer than the workbook can keep beside its sheets.
    #[error("the name of the body is longer than a workbook can keep, expected at most {limit} characters")]
    Name {
        /// The most characters; those that cannot be seen count as seven.
        limit: usize,
    },
    /// The report given for the year before is of another body or another year.
    #[error("the report given as that of the year before is of another body or another year")]
    NotTheYearBefore,
    /// The sums given for the year before are of another year.
    #[error("the sums to compare with those of {year} are of {given}, expected the year before")]
    SumsOfAnotherYear {
        /// The year of the summary.
        year: Year,
        /// The year of the sums that were given.
        given: Year,
    },
    /// The writer of packages refuses.
    #[error("the workbook cannot be written: {0}")]
    Writer(String),
}

impl From<rust_xlsxwriter::XlsxError> for WorkbookError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Writer(error.to_string())
    }
}
