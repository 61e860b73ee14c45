//! Workbooks for Excel and WPS: a template to send out, a form with its findings, and the sums of many.
//!
//! An office that adds up the reports of forty bodies sends each a [`Template`]: the official tables with totals that
//! add themselves up, and a sheet 核对 that says of each equation and comparison whether it holds while the clerk fills
//! in the figures. What comes back is read with `extract` like any other workbook. [`write()`] makes the same workbook
//! of a form, with what a check found as comments on the cells and as a sheet 问题.
//!
//! [`Summary`] is the workbook of many reports: the sums, the bodies included, the findings, and the year before.
//!
//! Everything here gives bytes; reading and writing files is the caller's.
//!
//! # The sheets
//!
//! | sheet | what it holds |
//! |---|---|
//! | 年报 | the three official tables; one page wide in print |
//! | 核对 | a line for each equation and comparison: its two sides, and 成立, 不符 or 待填 |
//! | 问题 | the findings of a check: code, severity, cell, what is wrong, how to mend it |
//! | 填报说明 | how to fill in the form |
//! | 读数 | hidden: each cell of 年报 as a number, where it holds one that the form allows |
//!
//! The formulas of 核对 follow the equations and comparisons that [`Form::check`](crate::Form::check) tests, under the
//! default policy. What a formula cannot state, such as whether the title is right, only the check says.
//!
//! A blank cell is not 0: a total stays blank until every figure that it adds up is there.
//!
//! Body, year, edition and the cells that the source has stand in the workbook beside the sheets, as defined names and
//! as document properties, so that a returned file is recognised under any name.

mod address;
mod assemble;
mod bodies;
mod book;
mod checks;
mod error;
mod guide;
mod identity;
mod lines;
mod number;
mod problems;
mod report;
mod returned;
mod styles;
mod summary;
mod template;
#[cfg(test)]
mod tests;
mod years;

pub use error::WorkbookError;
pub use returned::Returned;
pub use summary::Summary;
pub use template::Template;

use crate::check::Checked;
use crate::form::Form;
use book::Book;

/// A form as a workbook: the sheet 年报 filled in, the sheet 核对, and, if a check is given, its findings as comments on
/// the cells and as a sheet 问题.
///
/// Every cell is kept as printed: a number that a workbook holds exactly as a number, everything else as text. A cell
/// that is not in the source is hatched and prints [`ABSENT_SIGN`](crate::render::ABSENT_SIGN).
///
/// # Errors
///
/// If a text is longer than a workbook can hold.
///
/// ```
/// use ogi_report::{Form, workbook};
///
/// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
/// let form: Form = serde_json::from_str(&json)?;
/// let bytes = workbook::write(&form, Some(&form.check()))?;
/// assert!(bytes.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write(form: &Form, checked: Option<&Checked>) -> Result<Vec<u8>, WorkbookError> {
    Book { form, previous: None, checked, is_template: false }.to_bytes()
}
