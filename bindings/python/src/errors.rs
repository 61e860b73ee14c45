//! Errors of the crate as exceptions of the package.

use ogi_report::Lang;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Words in English and in Chinese.
pub(crate) type Words = (String, String);

/// A language by its name.
pub(crate) fn lang(name: &str) -> PyResult<Lang> {
    name.parse().map_err(|e| value_error(&e))
}

/// A `ValueError` with the words of an error.
pub(crate) fn value_error(error: &dyn std::fmt::Display) -> PyErr {
    pyo3::exceptions::PyValueError::new_err(error.to_string())
}

/// An exception of the package by the name of its class: the words in English and in Chinese, and the language that it speaks.
pub(crate) fn raised(
    py: Python<'_>,
    class: &str,
    [en, zh]: [String; 2],
    lang: Lang,
    more: Option<&Bound<'_, PyDict>>,
) -> PyErr {
    let made = || -> PyResult<Bound<'_, PyAny>> {
        py.import("ogi_report._errors")?.getattr(class)?.call((en, zh, lang.name()), more)
    };
    made().map_or_else(|error| error, PyErr::from_value)
}

/// An exception for an error that the crate words in English only.
pub(crate) fn in_english(py: Python<'_>, class: &str, error: &dyn std::fmt::Display) -> PyErr {
    let words = error.to_string();
    raised(py, class, [words.clone(), words], Lang::En, None)
}
