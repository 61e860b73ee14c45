//! The workbook that an office sends out.

use super::WorkbookError;
use super::book::Book;
use crate::check::is_of_the_year_before;
use crate::form::{Edition, Filed, Form};
use crate::value::{Body, Year};

/// The workbook that an office sends to a body to fill in.
///
/// The cells to fill in are open and everything else is locked, without a password. A cell takes only what the form
/// wants there: whole numbers from 0, amounts with at most six decimals, `/` in the row 规章. Totals are formulas that
/// stay blank until every figure they add up is there. With the report of the year before, the sheet 核对 compares with
/// its figures, and the cells that follow from them say so when they are selected.
///
/// ```
/// use ogi_report::workbook::Template;
/// use ogi_report::{Body, Edition, Year};
///
/// let body = Body::named("某某县民政局");
/// let bytes = Template::new(Edition::V2021, body, Year::new(2025)?).to_bytes()?;
/// assert!(bytes.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Template {
    form: Form,
    previous: Option<Form>,
}

impl Template {
    /// The template of an edition for a body and a year. What is known of the body beside its name, such as its region
    /// and its level, comes back with the file.
    ///
    /// ```
    /// use ogi_report::workbook::Template;
    /// use ogi_report::{Body, Edition, Year};
    ///
    /// let year = Year::new(2020)?;
    /// let template = Template::new(Edition::in_force(year).unwrap(), Body::named("某某镇人民政府"), year);
    /// assert!(template.to_bytes().is_ok());
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn new(edition: Edition, body: Body, year: Year) -> Self {
        let mut form = Form::new(edition);
        form.body = Some(body);
        form.year = Some(year);
        for &cell in edition.cells() {
            form.set(cell, Filed::blank());
        }
        Self { form, previous: None }
    }

    /// The same template with the report of the year before to compare with.
    ///
    /// # Errors
    ///
    /// [`WorkbookError::NotTheYearBefore`] if the report is of another body or of another year.
    ///
    /// ```
    /// use ogi_report::workbook::Template;
    /// use ogi_report::{Body, Edition, Form, Year};
    ///
    /// let mut last_year = Form::new(Edition::V2021);
    /// last_year.body = Some(Body::named("某某县民政局"));
    /// last_year.year = Some(Year::new(2024)?);
    /// let template = Template::new(Edition::V2021, Body::named("某某县民政局"), Year::new(2025)?);
    /// assert!(template.clone().previous(last_year.clone()).is_ok());
    /// last_year.year = Some(Year::new(2023)?);
    /// assert!(template.previous(last_year).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn previous(mut self, report: Form) -> Result<Self, WorkbookError> {
        if !is_of_the_year_before(&self.form, &report) {
            return Err(WorkbookError::NotTheYearBefore);
        }
        self.previous = Some(report);
        Ok(self)
    }

    /// The workbook.
    ///
    /// # Errors
    ///
    /// If the name of the body is longer than a workbook can keep.
    ///
    /// ```
    /// use ogi_report::workbook::{Template, WorkbookError};
    /// use ogi_report::{Body, Edition, Year};
    ///
    /// let template = Template::new(Edition::V2021, Body::named("长".repeat(300)), Year::new(2025)?);
    /// assert_eq!(template.to_bytes(), Err(WorkbookError::Name { limit: 255 }));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn to_bytes(&self) -> Result<Vec<u8>, WorkbookError> {
        Book { form: &self.form, previous: self.previous.as_ref(), checked: None, is_template: true }.to_bytes()
    }
}
