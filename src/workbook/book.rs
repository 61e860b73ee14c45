//! A workbook of one form: its sheets in order.

use rust_xlsxwriter::{Workbook, Worksheet};

use super::checks::Checks;
use super::lines::{Readings, lines, results};
use super::{WorkbookError, checks, guide, identity, problems, report};
use crate::check::Checked;
use crate::form::Form;
use crate::form::sheet::{CHECKS, GUIDE, NAME, PROBLEMS, READINGS, Sheet, title};

/// What a workbook is made of.
pub(super) struct Book<'a> {
    pub(super) form: &'a Form,
    pub(super) previous: Option<&'a Form>,
    pub(super) checked: Option<&'a Checked>,
    /// Whether it is to be filled in, so that totals are formulas.
    pub(super) is_template: bool,
}

impl Book<'_> {
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, WorkbookError> {
        let mut workbook = Workbook::new();
        let sheet = Sheet::of(self.form);
        let title = title(self.form);
        identity::write(&mut workbook, self.form, &title)?;

        let lines = lines(self.form, self.previous);
        let readings = Readings::of(self.form);
        let (results, _) = results(&lines, &readings);
        let checks = Checks { sheet: &sheet, lines: &lines, results: &results, readings: &readings };

        report::write(add(&mut workbook, NAME)?, self, &checks, &title)?;
        checks::write(add(&mut workbook, CHECKS)?, &checks)?;
        if let Some(checked) = self.checked {
            problems::write(add(&mut workbook, PROBLEMS)?, self.form, checked, &sheet)?;
        }
        guide::write(add(&mut workbook, GUIDE)?, self.form)?;
        checks::write_readings(add(&mut workbook, READINGS)?, self.form, &checks)?;
        Ok(workbook.save_to_buffer()?)
    }
}

pub(super) fn add<'w>(workbook: &'w mut Workbook, name: &str) -> Result<&'w mut Worksheet, WorkbookError> {
    let worksheet = workbook.add_worksheet().set_name(name)?;
    // A formula that gives a blank keeps a blank as its result. Without this it would keep 0.
    Ok(worksheet.set_formula_result_default(""))
}
