//! Sums over bodies and over years.

use std::sync::{Arc, Mutex, PoisonError};

use ogi_report::sum::ChainError;
use ogi_report::{Applicant, Body, Cell, Column, Lang, ProactiveCell, Rate};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::check::{Rejected, Report};
use crate::convert::{cell, from_json, number, to_json};
use crate::errors::{Words, in_english, lang, raised, value_error};
use crate::form::Form;

/// Reports of many bodies.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Consolidation {
    held: Mutex<ogi_report::Consolidation>,
}

/// Sums.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Totals {
    held: Arc<ogi_report::Totals>,
}

/// Years one behind the other.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Span {
    held: Arc<ogi_report::Span>,
}

impl From<ogi_report::Consolidation> for Consolidation {
    fn from(held: ogi_report::Consolidation) -> Self {
        Self { held: Mutex::new(held) }
    }
}

impl Consolidation {
    fn with<T>(&self, act: impl FnOnce(&mut ogi_report::Consolidation) -> T) -> T {
        act(&mut self.held.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn not_one_whole(py: Python<'_>, error: &ogi_report::sum::NotOneWhole, lang: Lang) -> PyErr {
    let said = |lang| error.conflicts().iter().map(|conflict| conflict.message(lang)).collect::<Vec<String>>();
    let (en, zh) = (said(Lang::En), said(Lang::Zh));
    let words = [error.to_string(), format!("不能汇总为一个整体：{}", zh.join("；"))];
    let more = PyDict::new(py);
    if let Err(error) = more.set_item("conflicts", (en, zh)) {
        return error;
    }
    raised(py, "NotOneWholeError", words, lang, Some(&more))
}

#[pymethods]
impl Consolidation {
    #[new]
    fn new() -> Self {
        ogi_report::Consolidation::default().into()
    }

    #[staticmethod]
    fn from_json(py: Python<'_>, json: &str) -> PyResult<Self> {
        from_json::<ogi_report::Consolidation>(py, json).map(Self::from)
    }

    fn to_json(&self) -> PyResult<String> {
        self.with(|held| to_json(held))
    }

    fn add(&self, report: &Bound<'_, Report>) {
        self.with(|held| *held += &*report.get().held);
    }

    fn add_latest(&self, reports: Vec<Bound<'_, Report>>) {
        self.with(|held| held.extend_latest(reports.iter().map(|report| &*report.get().held)));
    }

    fn note(&self, rejected: &Bound<'_, Rejected>) {
        self.with(|held| held.note(&rejected.get().held));
    }

    fn expect(&self, py: Python<'_>, bodies: Vec<String>) -> PyResult<()> {
        let bodies = bodies.iter().map(|json| from_json(py, json)).collect::<PyResult<Vec<Body>>>()?;
        self.with(|held| held.expect(bodies));
        Ok(())
    }

    fn plus(&self, other: &Bound<'_, Self>) -> Self {
        let mut sum = self.with(|held| held.clone());
        let other = other.get().with(|held| held.clone());
        sum += &other;
        sum.into()
    }

    fn equals(&self, other: &Bound<'_, Self>) -> bool {
        let own = self.with(|held| held.clone());
        other.get().with(|held| *held == own)
    }

    #[getter]
    fn year(&self) -> Option<u16> {
        self.with(|held| held.year().map(ogi_report::Year::number))
    }

    fn totals(&self, py: Python<'_>, lang: &str) -> PyResult<Totals> {
        let lang = self::lang(lang)?;
        let held = self.with(|held| held.clone());
        let totals = held.whole().map(|whole| whole.totals().clone());
        match totals {
            Ok(totals) => Ok(Totals { held: Arc::new(totals) }),
            Err(error) => Err(not_one_whole(py, &error, lang)),
        }
    }

    fn span(&self, py: Python<'_>, lang: &str) -> PyResult<Option<Span>> {
        let lang = self::lang(lang)?;
        let span = self.with(|held| held.whole().map(|whole| whole.span()));
        match span {
            Ok(span) => Ok(span.map(|span| Span { held: Arc::new(span) })),
            Err(error) => Err(not_one_whole(py, &error, lang)),
        }
    }

    /// The name of the completeness, how many bodies are expected, and the lists of the coverage as JSON by their names.
    fn coverage<'py>(&self, py: Python<'py>) -> PyResult<(&'static str, usize, Bound<'py, PyDict>)> {
        let coverage = self.with(|held| held.coverage());
        let lists = PyDict::new(py);
        lists.set_item("counted", to_json(&coverage.counted)?)?;
        lists.set_item("not_counted", to_json(&coverage.not_counted)?)?;
        lists.set_item("superseded", to_json(&coverage.superseded)?)?;
        lists.set_item("missing", to_json(&coverage.missing)?)?;
        lists.set_item("unexpected", to_json(&coverage.unexpected)?)?;
        lists.set_item("unplaced", to_json(&coverage.unplaced)?)?;
        lists.set_item("open", to_json(&coverage.open)?)?;
        lists.set_item("without_rules", to_json(&coverage.without_rules)?)?;
        Ok((coverage.completeness().name(), coverage.expected, lists))
    }
}

/// One consolidation for each key. Keys are numbered by Python, so that any hashable object can be one; reports of a key that was
/// not seen before come behind those of the others.
#[pyfunction]
pub(crate) fn rollup(py: Python<'_>, reports: Vec<Bound<'_, Report>>, keys: Vec<usize>) -> Vec<Consolidation> {
    let reports: Vec<Arc<ogi_report::Report>> = reports.iter().map(|report| report.get().held.clone()).collect();
    py.detach(|| {
        let mut rollup = ogi_report::Rollup::<usize>::default();
        for (report, key) in reports.iter().zip(keys) {
            *rollup.group(key) += &**report;
        }
        rollup.iter().map(|(_, group)| group.clone().into()).collect()
    })
}

fn proactive(cell: Cell) -> Option<ProactiveCell> {
    match cell {
        Cell::Proactive(cell) => Some(cell),
        _ => None,
    }
}

/// A sum of money: 元 as far as a unit is stated, how many have one; the figures without a unit, and how many those are.
type Money<'py> = (Option<Bound<'py, PyAny>>, u64, Option<Bound<'py, PyAny>>, u64);

fn money(py: Python<'_>, sum: ogi_report::sum::AmountTotal) -> PyResult<Money<'_>> {
    let figure = |sum: Option<_>| sum.map(|sum| number(py, sum)).transpose();
    Ok((figure(sum.yuan())?, sum.with_unit, figure(sum.of_no_unit())?, sum.without_unit))
}

#[pymethods]
impl Totals {
    #[getter]
    fn reports(&self) -> u64 {
        self.held.reports()
    }

    fn reports_with(&self, py: Python<'_>, path: &str) -> PyResult<u64> {
        Ok(self.held.reports_with(cell(py, path)?))
    }

    /// The sum of a count or a change.
    fn count(&self, py: Python<'_>, path: &str) -> PyResult<Option<i128>> {
        let cell = cell(py, path)?;
        let change = || proactive(cell).and_then(|cell| self.held.change(cell)).map(i128::from);
        Ok(self.held.count(cell).map(i128::from).or_else(change))
    }

    fn amount<'py>(&self, py: Python<'py>, path: &str) -> PyResult<Option<Money<'py>>> {
        let amount = proactive(cell(py, path)?).and_then(|cell| self.held.amount(cell));
        amount.map(|amount| money(py, amount)).transpose()
    }

    fn form(&self, py: Python<'_>) -> PyResult<Form> {
        self.held.form().map(Form::from).map_err(|e| in_english(py, "NoFormError", &e))
    }

    fn equals(&self, other: &Bound<'_, Self>) -> bool {
        self.held == other.get().held
    }
}

/// Every rate that the totals have: its label in English and Chinese, numerator, denominator, and the percentage as text where
/// the denominator is large enough for one.
type Rated = (Words, u64, u64, Option<String>);

/// The rates of totals.
#[pyfunction]
pub(crate) fn rates(totals: &Bound<'_, Totals>) -> Vec<Rated> {
    let totals = &totals.get().held;
    let rate = |rate: &Rate| {
        let ratio = rate.of(totals)?;
        let percent = ratio.percent().map(|percent| percent.to_string());
        Some(((rate.label(Lang::En), rate.label(Lang::Zh)), ratio.numerator(), ratio.denominator(), percent))
    };
    Rate::ALL.iter().filter_map(rate).collect()
}

fn column(name: &str) -> PyResult<Column<Applicant>> {
    if name == "total" {
        return Ok(Column::Total);
    }
    name.parse::<Applicant>().map(Column::Of).map_err(|e| value_error(&e))
}

#[pymethods]
impl Span {
    #[staticmethod]
    fn of(report: &Bound<'_, Report>) -> Self {
        Self { held: Arc::new(ogi_report::Span::from(&*report.get().held)) }
    }

    /// The span with another behind it; with `noting`, where they do not join is kept instead of being an error.
    fn then(&self, py: Python<'_>, next: &Bound<'_, Self>, noting: bool, lang: &str) -> PyResult<Self> {
        let (lang, next) = (self::lang(lang)?, &next.get().held);
        let joined = if noting { self.held.then_noting(next) } else { self.held.then(next) };
        joined.map(|held| Self { held: Arc::new(held) }).map_err(|error| {
            let zh = match &error {
                ChainError::Discontinuous(found) => {
                    let found: Vec<String> = found.iter().map(|found| found.message(Lang::Zh)).collect();
                    format!("前后年度不相衔接：{}", found.join("；"))
                }
                ChainError::NotAfter { last, next } => format!("{next} 年度不在 {last} 年度之后"),
                _ => error.to_string(),
            };
            raised(py, "ChainError", [error.to_string(), zh], lang, None)
        })
    }

    fn beside(&self, py: Python<'_>, other: &Bound<'_, Self>) -> PyResult<Self> {
        let both = self.held.beside(&other.get().held).map_err(|e| in_english(py, "ChainError", &e))?;
        Ok(Self { held: Arc::new(both) })
    }

    fn years(&self) -> Vec<u16> {
        self.held.years().iter().map(|year| year.number()).collect()
    }

    fn first(&self) -> Totals {
        Totals { held: Arc::new(self.held.first().clone()) }
    }

    fn last(&self) -> Totals {
        Totals { held: Arc::new(self.held.last().clone()) }
    }

    fn opening(&self, column: &str) -> PyResult<Option<u64>> {
        Ok(self.held.opening(self::column(column)?))
    }

    fn closing(&self, column: &str) -> PyResult<Option<u64>> {
        Ok(self.held.closing(self::column(column)?))
    }

    /// The sum of a flow, the years in which it is printed, and by how many reports.
    fn flow(&self, py: Python<'_>, path: &str) -> PyResult<Option<(u64, Vec<u16>, u64)>> {
        let flow = self.held.flow(cell(py, path)?);
        Ok(flow.map(|flow| (flow.sum, flow.years.iter().map(|year| year.number()).collect(), flow.reports)))
    }

    fn change(&self, py: Python<'_>, path: &str) -> PyResult<Option<i64>> {
        Ok(proactive(cell(py, path)?).and_then(|cell| self.held.change(cell)))
    }

    fn amount<'py>(&self, py: Python<'py>, path: &str) -> PyResult<Option<Money<'py>>> {
        let amount = proactive(cell(py, path)?).and_then(|cell| self.held.amount(cell));
        amount.map(|amount| money(py, amount)).transpose()
    }

    fn discontinuities(&self) -> Vec<Words> {
        let found = self.held.discontinuities().iter();
        found.map(|found| (found.message(Lang::En), found.message(Lang::Zh))).collect()
    }
}
