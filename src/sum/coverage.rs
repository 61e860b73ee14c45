//! Which bodies a consolidation counts, and which it lacks.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::check::Severity;
use crate::form::Cell;
use crate::report::{Rejected, Report};
use crate::sum::conflict::{Conflict, called_in};
use crate::sum::expected::Expected;
use crate::sum::roster::{Roster, digest};
use crate::value::axis::axis;
use crate::value::{Body, Lang, Region, Year};

/// Which bodies a consolidation counts, which are missing, and which cells have no number. Bodies are in the order of their names.
///
/// ```
/// use ogi_report::sum::Completeness;
/// use ogi_report::{Body, Consolidation, Report, Year};
///
/// let bureau = Body::named("某某县民政局");
/// let mut county = Consolidation::default();
/// county.expect([bureau.clone()]);
/// county += &Report::new(bureau, Year::new(2024)?);
/// let coverage = county.coverage();
/// assert_eq!((coverage.expected, coverage.counted.len()), (1, 1));
/// assert_eq!(coverage.completeness(), Completeness::Complete);
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// How many bodies are expected; 0 if the expected bodies were not stated.
    pub expected: usize,
    /// The bodies included in the sums.
    pub counted: Vec<Body>,
    /// The forms that came and did not verify. None of their figures is in the sums.
    pub not_counted: Vec<NotCounted>,
    /// The reports that a later report of the same body replaces. None of their figures is in the sums.
    pub superseded: Vec<Superseded>,
    /// The expected bodies of which no form came. Where several expected bodies share a name, a form of unknown region may be
    /// of any of them, and counts for none.
    pub missing: Vec<Body>,
    /// The counted bodies that are not expected; empty if the expected bodies were not stated.
    pub unexpected: Vec<Body>,
    /// The counted bodies whose region or scope is not stated.
    pub unplaced: Vec<Body>,
    /// The counted bodies whose figures are perhaps counted twice: neither names nor statements decide it.
    pub open: Vec<Open>,
    /// The counted bodies that print `/` in the row 规章. They add nothing to its sums.
    pub without_rules: Vec<Body>,
    /// Whether the reports are of several years.
    has_years: bool,
    /// Whether another conflict keeps the reports from being one whole.
    has_conflict: bool,
}

/// A body whose figures are perhaps counted twice: the report of another body may contain them, or both may be one body under two
/// names. Neither names nor statements decide it.
///
/// Names are compared without the divisions that they begin with and without 人民政府 or 政府, its office and 本级. That is our
/// reading. A body that was renamed is not found.
///
/// ```
/// use ogi_report::{Body, Consolidation, Lang, Report, Year};
///
/// let reports = ["某某县人民政府", "甲镇人民政府"].map(|name| Report::new(Body::named(name), Year::new(2024).unwrap()));
/// let county: Consolidation = reports.iter().sum();
/// assert_eq!(
///     county.coverage().open[0].message(Lang::En),
///     "the report of 某某县人民政府 may contain that of 甲镇人民政府; state region and scope",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Open {
    /// The body whose report may be contained.
    pub body: Body,
    /// A body whose report may contain it. If there are several, one of the highest level.
    pub whole: Body,
    /// Whether both may be one body, so that no region or scope answers the question. False if it is absent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_be_same: bool,
}

impl Open {
    /// The open question as a sentence.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Lang, Report, Year};
    ///
    /// let reports = ["某某县人民政府", "甲镇人民政府"].map(|name| Report::new(Body::named(name), Year::new(2024).unwrap()));
    /// let county: Consolidation = reports.iter().sum();
    /// assert_eq!(
    ///     county.coverage().open[0].message(Lang::Zh),
    ///     "“某某县人民政府”的数字可能已包含“甲镇人民政府”，请写明区划代码和统计范围",
    /// );
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        let [body, whole] = [&self.body, &self.whole].map(|body| called_in(body, lang));
        match lang {
            Lang::Zh if self.may_be_same => format!("“{body}”和“{whole}”可能是同一机关，请核对机关名称和区划代码"),
            Lang::En if self.may_be_same => format!("{body} and {whole} may be one body; check names and regions"),
            Lang::Zh => format!("“{whole}”的数字可能已包含“{body}”，请写明区划代码和统计范围"),
            Lang::En => format!("the report of {whole} may contain that of {body}; state region and scope"),
        }
    }
}

/// A report that a later report of the same body replaces.
///
/// ```
/// use ogi_report::{Body, Consolidation, Report, Year};
///
/// let mut first = Report::new(Body::named("某某局"), Year::new(2024)?);
/// first.published = "2025-01-20".parse().ok();
/// let mut corrected = first.clone();
/// corrected.published = "2025-03-02".parse().ok();
/// let mut county = Consolidation::default();
/// county.extend_latest([&first, &corrected]);
/// assert_eq!(county.coverage().superseded[0].report, first);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Superseded {
    /// The body.
    #[serde(deserialize_with = "crate::json::document::object")]
    pub body: Body,
    /// The year.
    pub year: Year,
    /// The date of publication.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::value::year::date_or_none")]
    pub published: Option<NaiveDate>,
    /// The report as it was.
    pub report: Report,
}

impl From<&Report> for Superseded {
    fn from(report: &Report) -> Self {
        Self { body: report.body.clone(), year: report.year, published: report.published, report: report.clone() }
    }
}

impl Superseded {
    /// The sort key.
    pub(super) fn key(&self) -> (Body, Year, Option<NaiveDate>, u64) {
        (self.body.clone(), self.year, self.published, digest(&self.report))
    }
}

/// A form that came but did not verify.
///
/// ```
/// use ogi_report::sum::NotCounted;
/// use ogi_report::{Edition, Form};
///
/// let form = NotCounted::from(&Form::new(Edition::V2021).verify().unwrap_err());
/// assert_eq!((form.body, form.errors), (None, 5));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NotCounted {
    /// The body, if the form names it.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::json::document::object_or_null"
    )]
    pub body: Option<Body>,
    /// The year, if the form states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// How many findings of severity error it has.
    pub errors: usize,
    /// The cells that should hold a number and of which the check has none: blank, missing, a mark, words, or a number that the cell may
    /// not hold. In printed order.
    pub without_number: Vec<Cell>,
}

axis! {
    /// Whether the sums include all expected bodies.
    pub enum Completeness {
        /// The expected bodies are stated, and the reports of all of them are counted, each once, and none besides.
        Complete = "complete", "完整", "complete";
        /// A body is missing, a form that came is not counted, a body is counted that is not expected, or the reports are of several years,
        /// so that they are whole for none.
        Partial = "partial", "不完整", "partial";
        /// The expected bodies were not stated, every form that was added is counted, and no figure seems to be in the sums twice. A file
        /// that could not be read is not known to the sums.
        Unknown = "unknown", "未说明应报机关", "expected bodies not stated";
        /// No body is known to be missing, but a figure is in the sums twice, or may be: see [`Coverage::open`].
        Overlapping = "overlapping", "可能重复计入", "perhaps counted twice";
    }
}

impl Completeness {
    /// The graver of two answers. `None` stands for expected bodies that were not stated.
    pub(super) fn gravest(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let gravity = |answer: &Option<Self>| match answer {
            Some(Self::Complete) => 0,
            None | Some(Self::Unknown) => 1,
            Some(Self::Overlapping) => 2,
            Some(Self::Partial) => 3,
        };
        [one, other].into_iter().max_by_key(gravity).flatten()
    }
}

impl From<&Rejected> for NotCounted {
    fn from(rejected: &Rejected) -> Self {
        let Rejected { form, checked, .. } = rejected;
        Self {
            body: form.body.clone(),
            year: form.year,
            errors: checked.count(Severity::Error),
            without_number: rejected.without_number().map(|(cell, _)| cell).collect(),
        }
    }
}

impl Coverage {
    pub(crate) fn of(
        roster: &Roster,
        expected: &Expected,
        not_counted: &[NotCounted],
        superseded: &[Superseded],
        conflicts: &[Conflict],
    ) -> Self {
        let (years, conflicts): (Vec<&Conflict>, Vec<_>) =
            conflicts.iter().partition(|conflict| matches!(conflict, Conflict::Years { .. }));
        let sorted = |mut bodies: Vec<Body>| {
            bodies.sort_unstable();
            bodies
        };
        let counted: Vec<Body> = roster.iter().map(|listed| listed.body()).collect();
        // A report for each expected body, and no report for two of them.
        let (came, wanted) = (Names::of(came(&counted, not_counted)), Names::of(expected.iter()));
        let (mut not_counted, mut superseded) = (not_counted.to_vec(), superseded.to_vec());
        not_counted.sort_unstable();
        superseded.sort_by_cached_key(Superseded::key);
        Self {
            expected: expected.len(),
            missing: sorted(expected.iter().filter(|body| !came.pair(body, &wanted)).cloned().collect()),
            unexpected: unexpected(roster, expected, &not_counted),
            unplaced: sorted(roster.iter().filter(|l| !l.is_placed()).map(|l| l.body()).collect()),
            open: roster.open(),
            without_rules: sorted(roster.iter().filter(|l| !l.has_rules()).map(|l| l.body()).collect()),
            counted: sorted(counted),
            not_counted,
            superseded,
            has_years: !years.is_empty(),
            has_conflict: !conflicts.is_empty(),
        }
    }

    /// Whether the sums include all expected bodies.
    ///
    /// ```
    /// use ogi_report::sum::Completeness;
    /// use ogi_report::{Consolidation, Edition, Form};
    ///
    /// let mut county = Consolidation::default();
    /// county.note(&Form::new(Edition::V2021).verify().unwrap_err());
    /// assert_eq!(county.coverage().completeness(), Completeness::Partial);
    /// ```
    pub fn completeness(&self) -> Completeness {
        let counted = Names::of(&self.counted);
        let came = Names::of(self.not_counted.iter().filter_map(|form| form.body.as_ref()));
        // A form that was handed in again and then verified takes nothing away. One report is that of one body.
        let is_open = |form: &NotCounted| !form.body.as_ref().is_some_and(|body| counted.pair(body, &came));
        let is_partial = self.has_years
            || !self.missing.is_empty()
            || !self.unexpected.is_empty()
            || self.not_counted.iter().any(is_open);
        if is_partial {
            Completeness::Partial
        } else if !self.open.is_empty() || self.has_conflict {
            Completeness::Overlapping
        } else if self.expected == 0 {
            Completeness::Unknown
        } else {
            Completeness::Complete
        }
    }

    /// The cells without a number on forms that came, each with those forms, in printed order. A blank total has a number if its parts have
    /// theirs.
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

/// The bodies that handed in a form.
fn came<'a>(counted: &'a [Body], not_counted: &'a [NotCounted]) -> impl Iterator<Item = &'a Body> {
    counted.iter().chain(not_counted.iter().filter_map(|form| form.body.as_ref()))
}

/// The counted bodies that are not expected, in the order of their names; none if the expected bodies were not stated.
pub(crate) fn unexpected(roster: &Roster, expected: &Expected, not_counted: &[NotCounted]) -> Vec<Body> {
    if expected.is_empty() {
        return Vec::new();
    }
    let counted: Vec<Body> = roster.iter().map(|listed| listed.body()).collect();
    let (came, wanted) = (Names::of(came(&counted, not_counted)), Names::of(expected.iter()));
    let mut unexpected: Vec<Body> = counted.iter().filter(|body| !wanted.pair(body, &came)).cloned().collect();
    unexpected.sort_unstable();
    unexpected
}

/// Bodies by folded name, to look one up among many.
pub(crate) struct Names<'a>(BTreeMap<Cow<'a, str>, Vec<&'a Body>>);

impl<'a> Names<'a> {
    pub(crate) fn of(bodies: impl IntoIterator<Item = &'a Body>) -> Self {
        let mut names: BTreeMap<Cow<'_, str>, Vec<&Body>> = BTreeMap::new();
        for body in bodies {
            names.entry(body.folded_name()).or_default().push(body);
        }
        Self(names)
    }

    /// Whether one of the bodies is the same as this one ([`Body::is_same_as`]).
    pub(crate) fn have(&self, body: &Body) -> bool {
        self.0.get(&body.folded_name()).is_some_and(|namesakes| namesakes.iter().any(|other| other.is_same_as(body)))
    }

    /// Whether exactly one of them matches the body. Namesakes match only within one region: a body of unknown region may be any of
    /// them.
    pub(crate) fn pair(&self, body: &Body, own: &Self) -> bool {
        let name = body.folded_name();
        let (here, there) = (own.regions(&name), self.regions(&name));
        there.contains(&body.region.map(Region::plain)) || (here.len() == 1 && there.len() == 1 && self.have(body))
    }

    fn regions(&self, name: &str) -> BTreeSet<Option<Region>> {
        let namesakes = self.0.get(name).into_iter().flatten();
        namesakes.map(|body| body.region.map(Region::plain)).collect()
    }
}
