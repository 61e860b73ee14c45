//! The reports of many bodies for one year as one whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;

use crate::report::{Rejected, Report};
use crate::sum::coverage::{Coverage, NotCounted};
use crate::sum::roster::Roster;
use crate::sum::{Span, Totals};
use crate::value::{Body, Lang, Year};

/// The reports of many bodies for one year: their sums, whose they are, and what is not among them.
///
/// Adding never fails, is associative and commutative, and the empty consolidation is its zero, so that
/// threads, files and machines can each collect their own share, which are then added in any order. Whether
/// the reports may be added up at all is answered where the sums are read: [`Consolidation::totals`] refuses
/// a body that is there twice, a body beside the whole jurisdiction whose report already contains it, and
/// reports of different years, and names all of them, whatever the order they came in. Which body contains which is
/// known where region and scope are stated; a published page states neither, so state them, and
/// [`Coverage::unplaced`] lists the bodies without.
///
/// Of each report it keeps 24 bytes and the name of the body, beside the sums.
///
/// ```
/// use ogi_report::{Applicant, Body, Cell, Column, Completeness, Consolidation, Report, RequestRow, Year};
///
/// let mut town = Report::new(Body::named("某某镇人民政府"), Year::new(2024)?);
/// town.requests.received[Applicant::NaturalPerson] = 3;
/// let bureau = Report::new(Body::named("某某县民政局"), Year::new(2024)?);
///
/// let mut county: Consolidation = [&town, &bureau].into_iter().sum();
/// assert_eq!(county.totals()?.count(Cell::request(RequestRow::Received, Column::Total)), Some(3));
///
/// county.expect([Body::named("某某镇人民政府"), Body::named("某某县教育局")]);
/// assert_eq!(county.coverage().missing, [Body::named("某某县教育局")]);
/// assert_eq!(county.coverage().completeness(), Completeness::Partial);
///
/// county += &town;
/// assert_eq!(
///     county.totals().unwrap_err().to_string(),
///     "the reports are not one whole: 某某镇人民政府 is there 2 times, expected once",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Consolidation {
    totals: Totals,
    roster: Roster,
    expected: BTreeSet<Body>,
    not_counted: Vec<NotCounted>,
}

/// Why reports are not one whole, so that their sums would mislead.
///
/// ```
/// use ogi_report::{Body, Conflict, Consolidation, Report, Scope, Year};
///
/// let mut county = Body::named("某某县人民政府");
/// county.region = Some("370784".parse()?);
/// county.scope = Some(Scope::WholeJurisdiction);
/// let mut bureau = Body::named("某某县民政局");
/// bureau.region = county.region;
/// bureau.scope = Some(Scope::OwnOffice);
///
/// let reports = [&county, &bureau].map(|body| Report::new(body.clone(), Year::new(2024).unwrap()));
/// let both: Consolidation = reports.iter().sum();
/// assert_eq!(both.totals().unwrap_err().conflicts(), [Conflict::Contained { body: bureau, whole: county }]);
/// # Ok::<(), ogi_report::RegionError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Conflict {
    /// The reports are not all of one year.
    #[error("there are reports of {}, expected those of one year{}", list(.years), odd_ones(.odd))]
    Years {
        /// The years, in order.
        years: Vec<Year>,
        /// The bodies, as far as they are named, whose reports are of another year than most; empty if no year has the most.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        odd: Vec<Body>,
    },
    /// A body is there more than once.
    ///
    /// [`Body::is_same_as`] says which bodies are the same.
    #[error("{} is there {times} times, expected once", called(.body))]
    Repeated {
        /// The body.
        body: Body,
        /// How many reports it has.
        times: usize,
    },
    /// A body lies in a region of which there is a report of the whole jurisdiction.
    #[error("{} is there beside {}, whose report already contains it, expected one of them", called(.body), called(.whole))]
    Contained {
        /// The body that is contained.
        body: Body,
        /// The body whose report contains it.
        whole: Body,
    },
}

impl Conflict {
    /// The conflict in words; in English those of its `Display`.
    ///
    /// ```
    /// use ogi_report::{Body, Conflict, Lang};
    ///
    /// let twice = Conflict::Repeated { body: Body::named("某某局"), times: 2 };
    /// assert_eq!(twice.message(Lang::Zh), "“某某局”有 2 份报告，只能有一份");
    /// assert_eq!(twice.message(Lang::En), "某某局 is there 2 times, expected once");
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, _) => self.to_string(),
            (Lang::Zh, Self::Years { years, odd }) => {
                let years: Vec<String> = years.iter().map(Year::to_string).collect();
                let odd = match odd.as_slice() {
                    [] => String::new(),
                    [body] => format!("；与多数不同的是“{}”", called(body)),
                    [body, ..] => format!("；与多数不同的是“{}”等 {} 份", called(body), odd.len()),
                };
                format!("报告分属 {} 年度，只能汇总同一年度的{odd}", years.join("、"))
            }
            (Lang::Zh, Self::Repeated { body, times }) => {
                format!("“{}”有 {times} 份报告，只能有一份", called(body))
            }
            (Lang::Zh, Self::Contained { body, whole }) => {
                format!("“{}”的数字已包含在“{}”的汇总报告中，两者只能取一", called(body), called(whole))
            }
        }
    }
}

/// The conflicts for which a consolidation gives no sums: at least one, in an order that does not depend on
/// that of adding.
///
/// ```
/// use ogi_report::{Body, Consolidation, Report, Year};
///
/// let reports = [2023, 2024].map(|year| Report::new(Body::named("某某局"), Year::new(year).unwrap()));
/// let both: Consolidation = reports.iter().sum();
/// assert_eq!(
///     both.totals().unwrap_err().to_string(),
///     "the reports are not one whole: there are reports of 2023 and 2024, expected those of one year",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the reports are not one whole: {}", summary(.conflicts))]
pub struct NotOneWhole {
    conflicts: Vec<Conflict>,
}

impl NotOneWhole {
    /// The conflict between reports of several years.
    pub(crate) fn of_years(reports: Vec<(Year, Option<Body>)>) -> Self {
        let mut by_year: BTreeMap<Year, Vec<Body>> = BTreeMap::new();
        for (year, body) in reports {
            by_year.entry(year).or_default().extend(body);
        }
        let years: Vec<Year> = by_year.keys().copied().collect();
        let most = by_year.values().map(Vec::len).max().unwrap_or_default();
        let is_one = by_year.values().filter(|bodies| bodies.len() == most).count() == 1;
        let others = by_year.into_values().filter(|bodies| is_one && bodies.len() < most);
        let mut odd: Vec<Body> = others.flatten().collect();
        odd.sort_unstable();
        Self { conflicts: vec![Conflict::Years { years, odd }] }
    }

    /// The conflicts.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let twice: Consolidation = [&report, &report].into_iter().sum();
    /// assert_eq!(twice.totals().unwrap_err().conflicts().len(), 1);
    /// # Ok::<(), ogi_report::YearError>(())
    /// ```
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

fn list(years: &[Year]) -> String {
    let years: Vec<String> = years.iter().map(Year::to_string).collect();
    match years.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => years.concat(),
    }
}

fn odd_ones(odd: &[Body]) -> String {
    match odd {
        [] => String::new(),
        [body] => format!("; not of the year of most: {}", called(body)),
        [body, rest @ ..] => format!("; not of the year of most: {} and {} more", called(body), rest.len()),
    }
}

/// A body in an error message.
pub(crate) fn called(body: &Body) -> impl fmt::Display {
    let name = crate::value::clip::clip(&body.name);
    body.region.map_or(name.clone(), |region| format!("{name} ({region})"))
}

/// The first of several errors, and how many more there are.
pub(crate) fn summary(errors: &[impl fmt::Display]) -> String {
    let first = errors.first().map(ToString::to_string).unwrap_or_default();
    match errors.len() {
        0 | 1 => first,
        n => format!("{first}; and {} more", n - 1),
    }
}

impl Consolidation {
    /// States bodies of which a report is expected, so that [`Consolidation::coverage`] can tell who is
    /// missing. A body that is stated twice is expected once.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation};
    ///
    /// let mut county = Consolidation::default();
    /// county.expect([Body::named("某某县民政局")]);
    /// assert_eq!(county.coverage().missing.len(), 1);
    /// ```
    pub fn expect(&mut self, bodies: impl IntoIterator<Item = Body>) {
        self.expected.extend(bodies);
    }

    /// Notes a form that did not verify: its body is there, and none of its figures is counted.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Edition, Form};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// form.body = Some(Body::named("某某县民政局"));
    /// let mut county = Consolidation::default();
    /// county.note(&form.verify().unwrap_err());
    /// assert_eq!(county.coverage().not_counted[0].without_number.len(), 200);
    /// ```
    pub fn note(&mut self, rejected: &Rejected) {
        self.not_counted.push(NotCounted::from(rejected));
    }

    /// The sums, if the reports are one whole. Whether it is all that was expected says
    /// [`Consolidation::coverage`].
    ///
    /// Looks at every body, so call it once and keep what it gives.
    ///
    /// # Errors
    ///
    /// Every [`Conflict`]; if the years differ, that alone.
    ///
    /// ```
    /// use ogi_report::Consolidation;
    ///
    /// assert_eq!(Consolidation::default().totals()?.reports(), 0);
    /// # Ok::<(), ogi_report::NotOneWhole>(())
    /// ```
    pub fn totals(&self) -> Result<&Totals, NotOneWhole> {
        let years = self.years();
        if years.len() > 1 {
            let counted = self.roster.iter().map(|listed| (listed.year(), Some(listed.body())));
            let others = self.not_counted.iter().filter_map(|form| Some((form.year?, form.body.clone())));
            return Err(NotOneWhole::of_years(counted.chain(others).collect()));
        }
        let conflicts = self.roster.conflicts();
        if conflicts.is_empty() { Ok(&self.totals) } else { Err(NotOneWhole { conflicts }) }
    }

    /// The year of the reports; `None` if there is none, or if there are several.
    ///
    /// ```
    /// assert_eq!(ogi_report::Consolidation::default().year(), None);
    /// ```
    pub fn year(&self) -> Option<Year> {
        let years = self.years();
        years.first().copied().filter(|_| years.len() == 1)
    }

    /// The bodies whose reports are counted, in the order of adding.
    ///
    /// ```
    /// assert_eq!(ogi_report::Consolidation::default().bodies().count(), 0);
    /// ```
    pub fn bodies(&self) -> impl Iterator<Item = Body> {
        self.roster.iter().map(|listed| listed.body())
    }

    /// Who is there, who is not, and which cells are without a number.
    ///
    /// ```
    /// use ogi_report::{Completeness, Consolidation};
    ///
    /// assert_eq!(Consolidation::default().coverage().completeness(), Completeness::Unknown);
    /// ```
    pub fn coverage(&self) -> Coverage {
        Coverage::of(&self.roster, &self.expected, &self.not_counted)
    }

    /// The reports as the one year of a span of years; `None` if there is none.
    ///
    /// # Errors
    ///
    /// If the reports are not one whole.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let bodies: Consolidation = [&report].into_iter().sum();
    /// assert_eq!(bodies.span()?.unwrap().years(), [report.year]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn span(&self) -> Result<Option<Span>, NotOneWhole> {
        let totals = self.totals()?;
        let year = self.roster.years().next();
        Ok(year.map(|year| Span::of_year(year, totals.clone(), self.bodies().collect())))
    }

    /// The years of the reports and of the forms that do not verify.
    fn years(&self) -> BTreeSet<Year> {
        let mut years: BTreeSet<Year> = self.not_counted.iter().filter_map(|form| form.year).collect();
        // Neighbours mostly are of one year.
        let mut last = None;
        for year in self.roster.years() {
            if last != Some(year) {
                years.insert(year);
                last = Some(year);
            }
        }
        years
    }
}

impl PartialEq for Consolidation {
    /// The order of adding does not count.
    fn eq(&self, other: &Self) -> bool {
        let sorted = |forms: &[NotCounted]| {
            let mut forms = forms.to_vec();
            forms.sort_unstable();
            forms
        };
        self.totals == other.totals
            && self.expected == other.expected
            && self.roster == other.roster
            && sorted(&self.not_counted) == sorted(&other.not_counted)
    }
}

impl Eq for Consolidation {}

impl AddAssign<&Report> for Consolidation {
    #[inline]
    fn add_assign(&mut self, report: &Report) {
        self.totals += report;
        self.roster.add(report);
    }
}

impl AddAssign<&Consolidation> for Consolidation {
    fn add_assign(&mut self, other: &Consolidation) {
        self.totals += &other.totals;
        self.roster.append(&other.roster);
        self.expected.extend(other.expected.iter().cloned());
        self.not_counted.extend_from_slice(&other.not_counted);
    }
}

impl<'a> Extend<&'a Report> for Consolidation {
    fn extend<I: IntoIterator<Item = &'a Report>>(&mut self, reports: I) {
        for report in reports {
            *self += report;
        }
    }
}

impl<'a> Extend<&'a Consolidation> for Consolidation {
    fn extend<I: IntoIterator<Item = &'a Consolidation>>(&mut self, shares: I) {
        for share in shares {
            *self += share;
        }
    }
}

impl Extend<Result<Report, Rejected>> for Consolidation {
    /// Adds the forms that verify and notes those that do not.
    fn extend<I: IntoIterator<Item = Result<Report, Rejected>>>(&mut self, forms: I) {
        for form in forms {
            match form {
                Ok(report) => *self += &report,
                Err(rejected) => self.note(&rejected),
            }
        }
    }
}

impl<'a> Sum<&'a Report> for Consolidation {
    fn sum<I: Iterator<Item = &'a Report>>(reports: I) -> Self {
        let mut consolidation = Self::default();
        consolidation.extend(reports);
        consolidation
    }
}

impl<'a> Sum<&'a Consolidation> for Consolidation {
    fn sum<I: Iterator<Item = &'a Consolidation>>(shares: I) -> Self {
        let mut consolidation = Self::default();
        consolidation.extend(shares);
        consolidation
    }
}
