//! What a workbook of one form is made of.

use rust_xlsxwriter::{Workbook, Worksheet};

use super::WorkbookError;
use crate::check::Checked;
use crate::form::Form;

/// What a workbook is made of.
pub(super) struct Book<'a> {
    pub(super) form: &'a Form,
    pub(super) previous: Option<&'a Form>,
    pub(super) checked: Option<&'a Checked>,
    /// Whether it is to be filled in, so that totals are formulas.
    pub(super) is_template: bool,
}

pub(super) fn add<'w>(workbook: &'w mut Workbook, name: &str) -> Result<&'w mut Worksheet, WorkbookError> {
    let worksheet = workbook.add_worksheet().set_name(name)?;
    // A formula that gives a blank keeps a blank as its result. Without this it would keep 0.
    Ok(worksheet.set_formula_result_default(""))
}
