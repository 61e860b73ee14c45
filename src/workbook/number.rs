//! Numbers that a workbook keeps as they are printed.

use crate::form::Filed;

/// The number that a workbook keeps exactly as the cell prints it.
pub(super) fn exact_number(filed: &Filed) -> Option<f64> {
    /// Digits that every number of a workbook keeps.
    const DIGITS: usize = 15;
    let text = filed.as_printed();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && digits <= DIGITS)?;
    (number.to_string() == text).then_some(number)
}
