//! A form.

use std::sync::{Arc, Mutex, PoisonError};

use ogi_report::{Body, Edition, Filed, Lang};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;

use crate::convert::{cell, from_json, to_json, value};
use crate::errors::{Words, in_english, lang, value_error};

/// A form. The lock is held for single changes only, never while Python runs: what takes long works on the form as it was.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Form {
    held: Mutex<Arc<ogi_report::Form>>,
}

impl From<ogi_report::Form> for Form {
    fn from(form: ogi_report::Form) -> Self {
        Self { held: Mutex::new(Arc::new(form)) }
    }
}

impl Form {
    /// The form as it is now.
    pub(crate) fn now(&self) -> Arc<ogi_report::Form> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change<T>(&self, change: impl FnOnce(&mut ogi_report::Form) -> T) -> T {
        change(Arc::make_mut(&mut self.held.lock().unwrap_or_else(PoisonError::into_inner)))
    }
}

#[pymethods]
impl Form {
    #[new]
    fn new(edition: &str) -> PyResult<Self> {
        let edition: Edition = edition.parse().map_err(|e| value_error(&e))?;
        Ok(ogi_report::Form::new(edition).into())
    }

    #[staticmethod]
    fn from_json(py: Python<'_>, json: &str) -> PyResult<Self> {
        from_json::<ogi_report::Form>(py, json).map(Self::from)
    }

    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        let form = self.now();
        py.detach(|| to_json(&*form))
    }

    fn copy(&self) -> Self {
        Self { held: Mutex::new(self.now()) }
    }

    fn equals(&self, other: &Bound<'_, Self>) -> bool {
        self.now() == other.get().now()
    }

    fn get<'py>(&self, py: Python<'py>, path: &str) -> PyResult<Bound<'py, PyAny>> {
        let found = path.parse().ok();
        let form = self.now();
        match found.and_then(|cell| form.get(cell)) {
            Some(filed) => value(py, filed),
            None => Err(PyKeyError::new_err(path.to_owned())),
        }
    }

    fn printed(&self, path: &str) -> Option<String> {
        Some(self.now().get(path.parse().ok()?)?.as_printed().into_owned())
    }

    fn set(&self, py: Python<'_>, path: &str, printed: &str) -> PyResult<()> {
        let cell = cell(py, path)?;
        self.change(|form| form.set(cell, Filed::printed(printed)));
        Ok(())
    }

    fn remove(&self, path: &str) -> PyResult<()> {
        let removed = path.parse().ok().and_then(|cell| self.change(|form| form.remove(cell)));
        removed.map(|_| ()).ok_or_else(|| PyKeyError::new_err(path.to_owned()))
    }

    fn has(&self, path: &str) -> bool {
        path.parse().is_ok_and(|cell| self.now().get(cell).is_some())
    }

    fn paths(&self) -> Vec<String> {
        self.now().cells().map(|(cell, _)| cell.to_string()).collect()
    }

    fn count(&self) -> usize {
        self.now().cells().count()
    }

    #[getter]
    fn edition(&self) -> &'static str {
        self.now().edition.name()
    }

    #[getter]
    fn year(&self) -> Option<u16> {
        self.now().year.map(ogi_report::Year::number)
    }

    fn set_year(&self, year: Option<i64>) -> PyResult<()> {
        let year = year.map(ogi_report::Year::new).transpose().map_err(|e| value_error(&e))?;
        self.change(|form| form.year = year);
        Ok(())
    }

    /// Year of the report, dates and source as they stand in the document: ISO dates.
    #[getter]
    fn published(&self) -> Option<String> {
        self.now().published.map(|date| date.to_string())
    }

    fn set_published(&self, date: Option<&str>) -> PyResult<()> {
        let date = date.map(str::parse).transpose().map_err(|e| value_error(&e))?;
        self.change(|form| form.published = date);
        Ok(())
    }

    #[getter]
    fn period(&self) -> Option<(String, String)> {
        self.now().period.map(|period| (period.from.to_string(), period.to.to_string()))
    }

    #[getter]
    fn source(&self) -> Option<String> {
        self.now().source.clone()
    }

    fn set_source(&self, source: Option<String>) {
        self.change(|form| form.source = source);
    }

    fn body(&self) -> PyResult<Option<String>> {
        self.now().body.as_ref().map(to_json).transpose()
    }

    fn set_body(&self, py: Python<'_>, json: Option<&str>) -> PyResult<()> {
        let body: Option<Body> = json.map(|json| from_json(py, json)).transpose()?;
        self.change(|form| form.body = body);
        Ok(())
    }

    fn infer_body(&self) {
        self.change(|form| {
            if let Some(body) = &mut form.body {
                body.infer();
            }
        });
    }

    /// The form in the other edition, and what was lost on the way in both languages.
    fn convert(&self, py: Python<'_>, edition: &str) -> PyResult<(Self, Vec<Words>)> {
        let edition: Edition = edition.parse().map_err(|e| value_error(&e))?;
        let form = self.now();
        let conversion = py.detach(|| form.convert(edition));
        let losses = conversion.losses.iter().map(|loss| (loss.message(Lang::En), loss.message(Lang::Zh))).collect();
        Ok((conversion.form.into(), losses))
    }

    /// The cells that explain sums that do not add up, as JSON and in words.
    fn diagnose(&self, py: Python<'_>, lang: &str) -> PyResult<(String, Vec<String>)> {
        let lang = crate::errors::lang(lang)?;
        let form = self.now();
        let found = py.detach(|| form.diagnose());
        Ok((to_json(&found)?, found.iter().map(|diagnosis| diagnosis.text(lang)).collect()))
    }
}

/// A body as JSON, with what its name tells of its level, kind and region.
#[pyfunction]
pub(crate) fn infer(py: Python<'_>, json: &str) -> PyResult<String> {
    let mut body: Body = from_json(py, json)?;
    body.infer();
    to_json(&body)
}

/// The paths of the cells that an edition prints, or of every cell.
#[pyfunction]
#[pyo3(signature = (edition=None))]
pub(crate) fn cells(edition: Option<&str>) -> PyResult<Vec<String>> {
    let edition: Option<Edition> = edition.map(str::parse).transpose().map_err(|e| value_error(&e))?;
    let cells = edition.map_or(ogi_report::Cell::ALL, Edition::cells);
    Ok(cells.iter().map(ToString::to_string).collect())
}

/// The label of a cell.
#[pyfunction]
pub(crate) fn label(py: Python<'_>, path: &str, lang: &str) -> PyResult<String> {
    let lang = self::lang(lang)?;
    let cell: ogi_report::Cell =
        path.parse().map_err(|e: ogi_report::form::UnknownCell| in_english(py, "UnknownCellError", &e))?;
    Ok(cell.label(lang))
}
