//! Reading what was published.

use std::sync::{Arc, OnceLock};

use ogi_report::Lang;
use ogi_report::extract::{ExtractError, Extractor, Limits};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyDict;

use crate::convert::{to_json, value};
use crate::errors::{Words, lang, raised};
use crate::form::Form;

/// What was read from a page.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Extraction {
    held: Arc<ogi_report::extract::Extraction>,
    narrative: OnceLock<Arc<ogi_report::narrative::Narrative>>,
}

/// What the text of a report states.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Narrative {
    pub(crate) held: Arc<ogi_report::narrative::Narrative>,
}

/// A figure of a table: the cell, the text as printed there, what the cell holds, the place as JSON and in words of both languages.
type Placed<'py> = (String, String, Bound<'py, PyAny>, String, Words);
/// A figure without a place: the text, the name of the reason and its words, the place as JSON and in words, the possible readings.
type Unplaced = (String, String, Words, String, Words, Vec<Vec<(String, String)>>);

fn both(word: impl Fn(Lang) -> String) -> Words {
    (word(Lang::En), word(Lang::Zh))
}

#[pymethods]
impl Extraction {
    fn form(&self) -> Form {
        self.held.form.clone().into()
    }

    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| to_json(&*self.held))
    }

    fn text(&self) -> &str {
        &self.held.text
    }

    fn title(&self) -> Option<&str> {
        self.held.title()
    }

    fn sections(&self) -> PyResult<String> {
        to_json(&self.held.sections)
    }

    fn placed<'py>(&self, py: Python<'py>) -> PyResult<Vec<Placed<'py>>> {
        let placed = self.held.placed.iter();
        placed
            .map(|placed| {
                let at = &placed.at;
                let filed = value(py, &placed.filed)?;
                Ok((placed.cell.to_string(), placed.printed.clone(), filed, to_json(at)?, both(|lang| at.label(lang))))
            })
            .collect()
    }

    fn unplaced(&self) -> PyResult<Vec<Unplaced>> {
        let unplaced = self.held.unplaced.iter();
        unplaced
            .map(|unplaced| {
                let reason = unplaced.reason;
                let alternatives = unplaced.alternatives.iter();
                Ok((
                    unplaced.printed.clone(),
                    reason.name().to_owned(),
                    both(|lang| reason.label(lang).to_owned()),
                    to_json(&unplaced.at)?,
                    both(|lang| unplaced.at.label(lang)),
                    alternatives
                        .map(|reading| reading.iter().map(|(cell, text)| (cell.to_string(), text.clone())).collect())
                        .collect(),
                ))
            })
            .collect()
    }

    fn notes(&self) -> Vec<Words> {
        self.held.notes.iter().map(|note| both(|lang| note.message(lang))).collect()
    }

    fn narrative(&self, py: Python<'_>) -> Narrative {
        let read = || Arc::new(ogi_report::narrative::Narrative::read(&self.held.sections));
        Narrative { held: py.detach(|| self.narrative.get_or_init(read)).clone() }
    }
}

#[pymethods]
impl Narrative {
    #[staticmethod]
    fn from_text(py: Python<'_>, text: &str) -> Self {
        Self { held: Arc::new(py.detach(|| ogi_report::narrative::Narrative::from_text(text))) }
    }

    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| to_json(&*self.held))
    }

    /// The labels of the subjects of the figures, in their order.
    fn subjects(&self) -> Vec<Words> {
        self.held.figures.iter().map(|figure| both(|lang| figure.subject.label(lang).to_owned())).collect()
    }

    /// The cells that the figures would stand in, in their order.
    fn cells(&self, edition: &str) -> PyResult<Vec<Vec<String>>> {
        let edition: ogi_report::Edition = edition.parse().map_err(|e| crate::errors::value_error(&e))?;
        let figures = self.held.figures.iter();
        Ok(figures.map(|figure| figure.subject.cells(edition).iter().map(ToString::to_string).collect()).collect())
    }
}

/// The text of a file of text in UTF-8, UTF-16, GBK or GB18030.
#[pyfunction]
pub(crate) fn decode(py: Python<'_>, bytes: PyBackedBytes, lang: &str) -> PyResult<String> {
    let lang = self::lang(lang)?;
    py.detach(|| ogi_report::extract::decode(&bytes)).map_err(|error| unread(py, &error, lang))
}

fn unread(py: Python<'_>, error: &ExtractError, lang: Lang) -> PyErr {
    raised(py, "ExtractError", [Lang::En, Lang::Zh].map(|lang| error.message(lang)), lang, None)
}

/// Reads the report in a file, whatever its format.
#[pyfunction]
#[pyo3(signature = (bytes, lang, limits=None))]
pub(crate) fn read(
    py: Python<'_>,
    bytes: PyBackedBytes,
    lang: &str,
    limits: Option<&Bound<'_, PyDict>>,
) -> PyResult<Extraction> {
    let lang = self::lang(lang)?;
    let mut bounds = Limits::default();
    if let Some(limits) = limits {
        for (name, limit) in limits {
            match name.extract::<String>()?.as_str() {
                "bytes" => bounds.bytes = limit.extract()?,
                "cells" => bounds.cells = limit.extract()?,
                "depth" => bounds.depth = limit.extract()?,
                "steps" => bounds.steps = limit.extract()?,
                other => {
                    let words = format!("unknown limit `{other}`, expected bytes, cells, depth or steps");
                    return Err(crate::errors::value_error(&words));
                }
            }
        }
    }
    match py.detach(|| Extractor::new().limits(bounds).bytes(&bytes)) {
        Ok(held) => Ok(Extraction { held: Arc::new(held), narrative: OnceLock::new() }),
        Err(error) => Err(unread(py, &error, lang)),
    }
}
