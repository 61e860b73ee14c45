//! Forms as pages and texts.

use ogi_report::render;
use ogi_report::render::tidy::{Separator, write};
use pyo3::prelude::*;

use crate::check::Checked;
use crate::errors::{lang, value_error};
use crate::form::Form;

/// The official tables as a web page.
#[pyfunction]
pub(crate) fn form_html(py: Python<'_>, form: &Bound<'_, Form>, lang: &str) -> PyResult<String> {
    let (form, lang) = (form.get().now(), self::lang(lang)?);
    Ok(py.detach(|| render::html(&form, lang)))
}

/// The review sheet: the official tables with the findings marked.
#[pyfunction]
pub(crate) fn review(
    py: Python<'_>,
    form: &Bound<'_, Form>,
    checked: &Bound<'_, Checked>,
    lang: &str,
) -> PyResult<String> {
    let (form, checked, lang) = (form.get().now(), checked.get().held.clone(), self::lang(lang)?);
    Ok(py.detach(|| render::review(&form, &checked, lang)))
}

/// The official tables as text; with the outcome of a check, its findings are marked.
#[pyfunction]
#[pyo3(signature = (form, lang, checked=None))]
pub(crate) fn form_text(
    py: Python<'_>,
    form: &Bound<'_, Form>,
    lang: &str,
    checked: Option<&Bound<'_, Checked>>,
) -> PyResult<String> {
    let (form, lang) = (form.get().now(), self::lang(lang)?);
    let checked = checked.map(|checked| checked.get().held.clone());
    Ok(py.detach(|| match checked {
        Some(checked) => render::checked_text(&form, &checked, lang),
        None => render::text(&form, lang),
    }))
}

/// The tidy table of a form, parted by tabs.
#[pyfunction]
#[pyo3(name = "tidy")]
pub(crate) fn tidy(py: Python<'_>, form: &Bound<'_, Form>) -> PyResult<String> {
    let form = form.get().now();
    let mut lines = Vec::new();
    py.detach(|| write(&form, Separator::Tab, &mut lines)).map_err(|e| value_error(&e))?;
    String::from_utf8(lines).map_err(|e| value_error(&e))
}
