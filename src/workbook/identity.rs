//! The defined names and properties of a workbook: body, year, edition and cells.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::WorkbookError;
use super::address::quoted;
use crate::form::Form;
use crate::form::identity::identity;

/// The longest text that a formula may hold.
const LONGEST: usize = 255;

/// Writes the identity of a form as defined names and as document properties.
pub(super) fn write(workbook: &mut Workbook, form: &Form, title: &str) -> Result<(), WorkbookError> {
    let mut properties = dated()?.set_title(title);
    for (name, value) in identity(form) {
        if value.encode_utf16().count() > LONGEST {
            return Err(WorkbookError::Name { limit: LONGEST });
        }
        workbook.define_name(name, &format!("={}", quoted(&value)))?;
        properties = properties.set_custom_property(name, value);
    }
    workbook.set_properties(&properties);
    Ok(())
}

/// Gives a workbook without an identity its date.
pub(super) fn write_date(workbook: &mut Workbook) -> Result<(), WorkbookError> {
    workbook.set_properties(&dated()?);
    Ok(())
}

/// Properties with a fixed date, so that the same form gives the same bytes.
fn dated() -> Result<DocProperties, WorkbookError> {
    let created = ExcelDateTime::from_ymd(1980, 1, 1)?;
    Ok(DocProperties::new().set_creation_datetime(&created))
}
