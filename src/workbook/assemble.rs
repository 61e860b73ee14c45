//! A workbook of one form: its sheets in order.

use rust_xlsxwriter::Workbook;

use super::book::{Book, add};
use super::checks::Checks;
use super::lines::{Readings, lines, results};
use super::{WorkbookError, checks, guide, identity, problems, report};
use crate::form::sheet::{CHECKS, GUIDE, NAME, PROBLEMS, READINGS, Sheet, title};

impl Book<'_> {
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, WorkbookError> {
        Ok(self.workbook()?.save_to_buffer()?)
    }

    pub(super) fn workbook(&self) -> Result<Workbook, WorkbookError> {
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
        Ok(workbook)
    }
}
