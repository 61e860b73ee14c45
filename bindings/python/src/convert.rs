//! What a cell holds as a Python value, and documents as JSON.

use ogi_report::form::Value;
use ogi_report::value::Decimal;
use ogi_report::{Cell, Filed};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::errors::in_english;

/// A document as JSON.
pub(crate) fn to_json(document: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(document).map_err(|e| crate::errors::value_error(&e))
}

/// A document from JSON.
pub(crate) fn from_json<T: DeserializeOwned>(py: Python<'_>, json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(|e| in_english(py, "DocumentError", &e))
}

/// A cell by its path.
pub(crate) fn cell(py: Python<'_>, path: &str) -> PyResult<Cell> {
    path.parse().map_err(|e: ogi_report::form::UnknownCell| in_english(py, "UnknownCellError", &e))
}

/// What a cell holds: `None` for a blank; an `int` or a `Decimal` for a cell that prints nothing but a number in the one way that
/// Python prints it, too; the text as printed for any other.
pub(crate) fn value<'py>(py: Python<'py>, filed: &Filed) -> PyResult<Bound<'py, PyAny>> {
    let printed = filed.as_printed();
    match filed.value() {
        Value::Blank => Ok(py.None().into_bound(py)),
        Value::Number { unit: None, note: None, .. } if is_canonical(&printed) => number_of(py, &printed),
        _ => Ok(printed.into_pyobject(py)?.into_any()),
    }
}

/// A number as an `int` where it is whole, as a `Decimal` otherwise.
pub(crate) fn number(py: Python<'_>, number: Decimal) -> PyResult<Bound<'_, PyAny>> {
    number_of(py, &number.to_string())
}

fn number_of<'py>(py: Python<'py>, digits: &str) -> PyResult<Bound<'py, PyAny>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    if let Ok(integer) = digits.parse::<i128>() {
        return Ok(integer.into_pyobject(py)?.into_any());
    }
    DECIMAL.import(py, "decimal", "Decimal")?.call1((digits,))
}

/// Whether Python prints the number with these characters, so that reading and printing give them back.
fn is_canonical(printed: &str) -> bool {
    let digits = printed.strip_prefix('-').unwrap_or(printed);
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = are_digits(whole) && (whole == "0" || !whole.starts_with('0'));
    match fraction {
        Some(fraction) => is_plain && are_digits(fraction),
        None => is_plain && printed != "-0",
    }
}
