//! What a consolidation covers.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Severity;
use crate::form::{Cell, Form, Value};
use crate::report::Rejected;
use crate::sum::roster::Roster;
use crate::value::axis::axis;
use crate::value::{Body, Region, Year};

/// Who is there, who is not, and which cells are without a number, so that a total of partial data is not
/// taken for that of a whole. Bodies stand in the order of their names.
///
/// ```
/// use ogi_report::{Body, Completeness, Consolidation, Report, Year};
///
/// let bureau = Body::named("某某县民政局");
/// let mut county = Consolidation::default();
/// county.expect([bureau.clone()]);
/// county += &Report::new(bureau, Year::new(2024)?);
/// let coverage = county.coverage();
/// assert_eq!((coverage.expected, coverage.counted.len()), (1, 1));
/// assert_eq!(coverage.completeness(), Completeness::Complete);
/// # Ok::<(), ogi_report::YearError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// How many bodies are expected; 0 if nobody said which.
    pub expected: usize,
    /// The bodies whose reports are in the sums.
    pub counted: Vec<Body>,
    /// The forms that came and did not verify, none of whose figures is in the sums.
    pub not_counted: Vec<NotCounted>,
    /// The expected bodies of which nothing came, or nothing that is certain to be theirs: of several namesakes, one of
    /// unknown region may be any.
    pub missing: Vec<Body>,
    /// The counted bodies that are not expected; empty if nobody said who is.
    pub unexpected: Vec<Body>,
    /// The counted bodies whose region or scope is unknown, so that it could not be tested whether the report
    /// of one contains that of another.
    pub unplaced: Vec<Body>,
    /// The counted bodies that print `/` in the row 规章, which adds nothing to its sums.
    pub without_rules: Vec<Body>,
}

/// A form that came but did not verify.
///
/// ```
/// use ogi_report::{Edition, Form, NotCounted};
///
/// let form = NotCounted::from(&Form::new(Edition::V2021).verify().unwrap_err());
/// assert_eq!((form.body, form.errors), (None, 5));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotCounted {
    /// The body, if the form names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// The year, if the form states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// How many findings of severity error it has.
    pub errors: usize,
    /// The cells that should hold a number and do not: blank, missing, a mark or words. In printed order.
    pub without_number: Vec<Cell>,
}

axis! {
    /// Whether the sums are those of all the bodies that are expected.
    pub enum Completeness {
        /// Every expected body is counted, and so is every body of which a form came.
        Complete = "complete", "完整", "complete";
        Partial = "partial", "不完整", "partial";
        /// Nobody said which bodies are expected, and every body of which a form came is counted.
        Unknown = "unknown", "未说明应报机关", "expected bodies not stated";
    }
}

impl From<&Rejected> for NotCounted {
    fn from(rejected: &Rejected) -> Self {
        let form = &*rejected.form;
        Self {
            body: form.body.clone(),
            year: form.year,
            errors: rejected.checked.count(Severity::Error),
            without_number: form.without_number(),
        }
    }
}

impl Form {
    /// The cells that the form should have a number in and has none. A mark in the row 规章 is no gap.
    fn without_number(&self) -> Vec<Cell> {
        let wanted = self.wanted();
        let is_gap = |cell: Cell| match self.get(cell).map(crate::form::Filed::value) {
            Some(Value::Number { .. }) => false,
            Some(Value::NotApplicable(_)) => !matches!(cell, Cell::Proactive(cell) if cell.is_in_rules_row()),
            _ => true,
        };
        Cell::ALL.iter().copied().filter(|&cell| wanted.cells[cell.slot()] && is_gap(cell)).collect()
    }
}

impl Coverage {
    pub(crate) fn of(roster: &Roster, expected: &BTreeSet<Body>, not_counted: &[NotCounted]) -> Self {
        let sorted = |mut bodies: Vec<Body>| {
            bodies.sort_unstable();
            bodies
        };
        let counted: Vec<Body> = roster.iter().map(|listed| listed.body()).collect();
        let came = counted.iter().chain(not_counted.iter().filter_map(|form| form.body.as_ref()));
        // A report for each expected body, and no report for two of them.
        let (came, wanted) = (Names::of(came), Names::of(expected));
        let mut not_counted = not_counted.to_vec();
        not_counted.sort_unstable();
        Self {
            expected: expected.len(),
            missing: expected.iter().filter(|body| !came.pair(body, &wanted)).cloned().collect(),
            unexpected: match expected.len() {
                0 => Vec::new(),
                _ => sorted(counted.iter().filter(|body| !wanted.pair(body, &came)).cloned().collect()),
            },
            unplaced: sorted(roster.iter().filter(|l| !l.is_placed()).map(|l| l.body()).collect()),
            without_rules: sorted(roster.iter().filter(|l| !l.has_rules()).map(|l| l.body()).collect()),
            counted: sorted(counted),
            not_counted,
        }
    }

    /// Whether the sums are those of all the bodies that are expected.
    ///
    /// ```
    /// use ogi_report::{Completeness, Consolidation, Edition, Form};
    ///
    /// let mut county = Consolidation::default();
    /// county.note(&Form::new(Edition::V2021).verify().unwrap_err());
    /// assert_eq!(county.coverage().completeness(), Completeness::Partial);
    /// ```
    pub fn completeness(&self) -> Completeness {
        let counted = Names::of(&self.counted);
        // A form that was handed in again and verified stands in the way of nothing.
        let is_open = |form: &NotCounted| !form.body.as_ref().is_some_and(|body| counted.have(body));
        if !self.missing.is_empty() || self.not_counted.iter().any(is_open) {
            Completeness::Partial
        } else if self.expected == 0 {
            Completeness::Unknown
        } else {
            Completeness::Complete
        }
    }

    /// The cells without a number on forms that came, each with those forms, in printed order.
    ///
    /// ```
    /// use ogi_report::{Consolidation, Edition, Form};
    ///
    /// let mut county = Consolidation::default();
    /// county.note(&Form::new(Edition::V2021).verify().unwrap_err());
    /// let coverage = county.coverage();
    /// let gaps = coverage.without_number();
    /// assert_eq!(gaps[0].0.to_string(), "proactive.rules.issued");
    /// assert_eq!(gaps[0].1.len(), 1);
    /// ```
    pub fn without_number(&self) -> Vec<(Cell, Vec<&NotCounted>)> {
        let mut cells: BTreeMap<Cell, Vec<&NotCounted>> = BTreeMap::new();
        for form in &self.not_counted {
            for &cell in &form.without_number {
                cells.entry(cell).or_default().push(form);
            }
        }
        cells.into_iter().collect()
    }
}

/// Bodies by name, to find the same among many.
pub(crate) struct Names<'a>(BTreeMap<&'a str, Vec<&'a Body>>);

impl<'a> Names<'a> {
    pub(crate) fn of(bodies: impl IntoIterator<Item = &'a Body>) -> Self {
        let mut names: BTreeMap<&str, Vec<&Body>> = BTreeMap::new();
        for body in bodies {
            names.entry(&body.name).or_default().push(body);
        }
        Self(names)
    }

    /// Whether the body is among them, as far as they say.
    pub(crate) fn have(&self, body: &Body) -> bool {
        self.0.get(body.name.as_str()).is_some_and(|namesakes| namesakes.iter().any(|other| other.is_same_as(body)))
    }

    /// Whether one of them is the body and no other of its own kind. Of namesakes only those of one region are a pair, because
    /// one of unknown region may be any of them.
    pub(crate) fn pair(&self, body: &Body, own: &Self) -> bool {
        let (here, there) = (own.regions(&body.name), self.regions(&body.name));
        there.contains(&body.region.map(Region::plain)) || (here.len() == 1 && there.len() == 1 && self.have(body))
    }

    fn regions(&self, name: &str) -> BTreeSet<Option<Region>> {
        let namesakes = self.0.get(name).into_iter().flatten();
        namesakes.map(|body| body.region.map(Region::plain)).collect()
    }
}
