//! Checking a form, with rules of the house that are Python functions.

use std::sync::{Arc, Mutex, PoisonError};

use ogi_report::check::{Answer, Check, HouseRule, Place, Readings};
use ogi_report::value::Texts;
use ogi_report::{Cell, Lang, Policy, Rule, Section, Severity, Verdict};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::convert::{from_json, number, to_json};
use crate::errors::{in_english, lang, raised, value_error};
use crate::extract::Narrative;
use crate::form::Form;

/// The outcome of a check.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Checked {
    pub(crate) held: Arc<ogi_report::Checked>,
}

/// A report that holds.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Report {
    pub(crate) held: Arc<ogi_report::Report>,
}

/// A form that does not verify, and why.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Rejected {
    pub(crate) held: Arc<ogi_report::Rejected>,
}

#[pymethods]
impl Checked {
    fn verdict(&self) -> &'static str {
        self.held.verdict().name()
    }

    fn holds(&self) -> bool {
        self.held.verdict() == Verdict::Holds
    }

    fn count(&self, severity: &str) -> PyResult<usize> {
        let severity: Severity = severity.parse().map_err(|e| value_error(&e))?;
        Ok(self.held.count(severity))
    }

    /// The findings as in the document, as JSON.
    fn findings(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| to_json(&self.held.findings))
    }

    /// The cells of each finding.
    fn cells(&self) -> Vec<Vec<String>> {
        let findings = self.held.findings.iter();
        findings.map(|finding| finding.cells().iter().map(ToString::to_string).collect()).collect()
    }

    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| to_json(&*self.held))
    }

    fn text(&self, lang: &str) -> PyResult<String> {
        Ok(self.held.text(self::lang(lang)?))
    }

    fn junit(&self, suite: &str, lang: &str) -> PyResult<String> {
        Ok(self.held.junit(suite, self::lang(lang)?))
    }

    /// The log of an artifact; `places` has for a path the place in words, and its bytes; `source` is the text that has these bytes.
    #[pyo3(signature = (artifact, lang, places, source=None))]
    fn sarif(
        &self,
        artifact: &str,
        lang: &str,
        places: std::collections::HashMap<String, (String, Option<(usize, usize)>)>,
        source: Option<&str>,
    ) -> PyResult<String> {
        let sarif = self.held.sarif(artifact, self::lang(lang)?);
        let sarif = sarif.with_places(|cell| {
            let (words, bytes) = places.get(&cell.to_string())?.clone();
            Some((words, bytes.map(|(from, to)| from..to)))
        });
        to_json(&sarif.with_lines(source.unwrap_or_default()))
    }
}

#[pymethods]
impl Report {
    #[staticmethod]
    fn from_json(py: Python<'_>, json: &str) -> PyResult<Self> {
        Ok(Self { held: Arc::new(from_json(py, json)?) })
    }

    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| to_json(&*self.held))
    }

    fn form(&self) -> Form {
        ogi_report::Form::from(&*self.held).into()
    }

    fn equals(&self, other: &Bound<'_, Self>) -> bool {
        self.held == other.get().held
    }

    #[getter]
    fn year(&self) -> u16 {
        self.held.year.number()
    }

    #[getter]
    fn edition(&self) -> &'static str {
        self.held.edition().name()
    }

    #[getter]
    fn published(&self) -> Option<String> {
        self.held.published.map(|date| date.to_string())
    }

    fn body(&self) -> PyResult<String> {
        to_json(&self.held.body)
    }
}

#[pymethods]
impl Rejected {
    fn checked(&self) -> Checked {
        Checked { held: Arc::new((*self.held.checked).clone()) }
    }

    fn form(&self) -> Form {
        (*self.held.form).clone().into()
    }

    fn reasons(&self, lang: &str) -> PyResult<Vec<String>> {
        Ok(self.held.reasons(self::lang(lang)?))
    }
}

/// A rule of the house as Python describes it: code, severity, formula and page in English and Chinese, and the function.
type Described = (String, String, [String; 2], [String; 2], Py<PyAny>);
/// An answer of the function: what it says, the place, the message in English and Chinese, the cells.
type Said = (String, String, [String; 2], Vec<String>);
/// The first exception that a function raised.
type Raised = Arc<Mutex<Option<PyErr>>>;

fn texts([en, zh]: [String; 2]) -> Texts {
    Texts::new(zh, en)
}

fn house_rule(described: Described, raised: &Raised) -> PyResult<HouseRule> {
    let (code, severity, formula, page, function) = described;
    let severity: Severity = severity.parse().map_err(|e| value_error(&e))?;
    let raised = Arc::clone(raised);
    let ask = move |form: &ogi_report::Form, readings: &Readings| {
        let first = || raised.lock().unwrap_or_else(PoisonError::into_inner);
        // One that raises ends the check, so the others need not be asked. The lock is not held while Python runs.
        if first().is_some() {
            return Vec::new();
        }
        Python::attach(|py| answers(py, &function, form, readings)).unwrap_or_else(|error| {
            *first() = Some(error);
            Vec::new()
        })
    };
    let rule = HouseRule::new(&code, severity, ask).map_err(|e| value_error(&e))?;
    Ok(rule.formula(texts(formula)).page(texts(page)))
}

fn answers(
    py: Python<'_>,
    function: &Py<PyAny>,
    form: &ogi_report::Form,
    readings: &Readings,
) -> PyResult<Vec<Answer>> {
    let (known, unknown) = numbers(py, readings)?;
    let form = Py::new(py, Form::from(form.clone()))?;
    let said: Vec<Said> = function.bind(py).call1((form, known, unknown))?.extract()?;
    said.into_iter().map(|said| answer(py, said)).collect()
}

/// The numbers of the cells, and of those that have none, why.
fn numbers<'py>(py: Python<'py>, readings: &Readings) -> PyResult<(Bound<'py, PyDict>, Bound<'py, PyDict>)> {
    let (known, unknown) = (PyDict::new(py), PyDict::new(py));
    for &cell in Cell::ALL {
        match readings.number(cell) {
            Ok(value) => known.set_item(cell.to_string(), number(py, value)?)?,
            Err(why) => unknown.set_item(cell.to_string(), (why.label(Lang::En), why.label(Lang::Zh)))?,
        }
    }
    Ok((known, unknown))
}

fn answer(py: Python<'_>, (kind, at, message, cells): Said) -> PyResult<Answer> {
    let at = place(py, &at)?;
    let cells = cells.iter().map(|path| crate::convert::cell(py, path)).collect::<PyResult<Vec<Cell>>>()?;
    match kind.as_str() {
        "holds" => Ok(Answer::Holds),
        "broken" => Ok(Answer::broken(at, texts(message)).with(cells)),
        "not_assessed" => Ok(Answer::NotAssessed { at, missing: cells }),
        other => Err(value_error(&format!("unknown answer `{other}`"))),
    }
}

/// Reads a place: `document`, the name of a section, or the path of a cell.
fn place(py: Python<'_>, name: &str) -> PyResult<Place> {
    if name == "document" {
        return Ok(Place::Document);
    }
    match name.parse::<Section>() {
        Ok(section) => Ok(Place::Section(section)),
        Err(_) => crate::convert::cell(py, name).map(Place::Cell),
    }
}

/// What a form is checked with.
struct Question {
    form: Arc<ogi_report::Form>,
    previous: Option<Arc<ogi_report::Form>>,
    narrative: Option<Arc<ogi_report::narrative::Narrative>>,
    previous_narrative: Option<Arc<ogi_report::narrative::Narrative>>,
    policy: Policy,
    house_rules: Vec<HouseRule>,
    raised: Raised,
}

impl Question {
    fn of(
        py: Python<'_>,
        form: &Bound<'_, Form>,
        previous: Option<&Bound<'_, Form>>,
        [narrative, previous_narrative]: [Option<&Bound<'_, Narrative>>; 2],
        policy: &str,
        house_rules: Vec<Described>,
    ) -> PyResult<Self> {
        let raised = Raised::default();
        Ok(Self {
            form: form.get().now(),
            previous: previous.map(|form| form.get().now()),
            narrative: narrative.map(|narrative| narrative.get().held.clone()),
            previous_narrative: previous_narrative.map(|narrative| narrative.get().held.clone()),
            policy: policy.parse().map_err(|e: ogi_report::check::PolicyError| in_english(py, "PolicyError", &e))?,
            house_rules: house_rules.into_iter().map(|rule| house_rule(rule, &raised)).collect::<PyResult<_>>()?,
            raised,
        })
    }

    /// Asks detached from the interpreter.
    fn ask<T: Send>(self, py: Python<'_>, ask: impl FnOnce(&Check<'_>, &ogi_report::Form) -> T + Send) -> PyResult<T> {
        let Self { form, previous, narrative, previous_narrative, policy, house_rules, raised } = self;
        let answer = py.detach(|| {
            let mut check = Check::new()
                .policy(policy)
                .previous(previous.as_deref())
                .narrative(narrative.as_deref())
                .previous_narrative(previous_narrative.as_deref());
            for rule in house_rules {
                check = check.house_rule(rule);
            }
            ask(&check, &form)
        });
        match raised.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(error) => Err(error),
            None => Ok(answer),
        }
    }
}

/// Checks a form.
#[pyfunction]
pub(crate) fn check(
    py: Python<'_>,
    form: &Bound<'_, Form>,
    previous: Option<&Bound<'_, Form>>,
    narrative: Option<&Bound<'_, Narrative>>,
    previous_narrative: Option<&Bound<'_, Narrative>>,
    policy: &str,
    house_rules: Vec<Described>,
) -> PyResult<Checked> {
    let question = Question::of(py, form, previous, [narrative, previous_narrative], policy, house_rules)?;
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime of a check only")]
    let held = question.ask(py, |check, form| check.run(form))?;
    Ok(Checked { held: Arc::new(held) })
}

/// The report that a form states, or an exception that says why there is none.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the Python layer has names for them")]
pub(crate) fn verify(
    py: Python<'_>,
    form: &Bound<'_, Form>,
    previous: Option<&Bound<'_, Form>>,
    narrative: Option<&Bound<'_, Narrative>>,
    previous_narrative: Option<&Bound<'_, Narrative>>,
    policy: &str,
    house_rules: Vec<Described>,
    lang: &str,
) -> PyResult<Report> {
    let lang = self::lang(lang)?;
    let question = Question::of(py, form, previous, [narrative, previous_narrative], policy, house_rules)?;
    match question.ask(py, |check, form| check.verify(form.clone()))? {
        Ok(report) => Ok(Report { held: Arc::new(report) }),
        Err(rejected) => {
            let [en, zh] = [Lang::En, Lang::Zh].map(|lang| rejected.reasons(lang).join("\n"));
            let words = [format!("{rejected}\n{en}"), format!("表格不能通过核对：\n{zh}")];
            let more = PyDict::new(py);
            more.set_item("native", Rejected { held: Arc::new(rejected) })?;
            Err(raised(py, "RejectedError", words, lang, Some(&more)))
        }
    }
}

/// The numbers of the cells as the rules read them, and of those that have none, why.
#[pyfunction]
pub(crate) fn readings<'py>(
    py: Python<'py>,
    form: &Bound<'py, Form>,
    policy: &str,
) -> PyResult<(Bound<'py, PyDict>, Bound<'py, PyDict>)> {
    let question = Question::of(py, form, None, [None, None], policy, Vec::new())?;
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is of one lifetime of a check only")]
    let readings = question.ask(py, |check, form| check.readings(form))?;
    numbers(py, &readings)
}

/// The page of a rule.
#[pyfunction]
pub(crate) fn explain(code: &str, lang: &str) -> PyResult<String> {
    let rule: Rule = code.parse().map_err(|e| value_error(&e))?;
    Ok(rule.explain(self::lang(lang)?))
}

/// The codes of the rules, in the order of the rule book.
#[pyfunction]
pub(crate) fn rules() -> Vec<&'static str> {
    Rule::ALL.iter().map(|rule| rule.code()).collect()
}
