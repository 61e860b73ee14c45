//! The reports of many bodies for one year as one whole.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Sum;
use std::ops::AddAssign;

use crate::report::{Rejected, Report};
use crate::sum::conflict::{Conflict, NotOneWhole};
use crate::sum::coverage::{Completeness, Coverage, NotCounted, Superseded, unexpected};
use crate::sum::expected::Expected;
use crate::sum::roster::Roster;
use crate::sum::{Span, Totals};
use crate::value::{Body, Year};

/// The reports of many bodies for one year: the sums, the bodies included, and what is missing.
///
/// Adding never fails, is associative and commutative, and the empty consolidation is its zero. Threads, files and machines can
/// each collect their own share and add the shares in any order. [`Consolidation::whole`] gives the sums, and refuses them while
///
/// - a body has two reports, where bodies are compared by [folded name](Body::folded_name) and region;
/// - a body's report is already contained in that of a whole jurisdiction;
/// - a body is not among the expected ones;
/// - the reports are of different years.
///
/// The error lists every conflict, in an order that does not depend on the order of adding. If a body does not state its region,
/// level or kind, they are inferred from its name where possible ([`Body::infer`]). If it stays unknown whether one report contains
/// another, or whether two names are of one body, [`Coverage::open`] lists the two, and the consolidation is not
/// [`Complete`](crate::sum::Completeness::Complete).
///
/// For each report it keeps the name of the body and 40 bytes; the sums are kept once. Written as JSON and read back, it has the same
/// sums, bodies and expected bodies, so that adding can continue in a later run.
///
/// ```
/// use ogi_report::sum::Completeness;
/// use ogi_report::{Applicant, Body, Cell, Column, Consolidation, Report, RequestRow, Year};
///
/// let mut town = Report::new(Body::named("某某镇人民政府"), Year::new(2024)?);
/// town.requests.received[Applicant::NaturalPerson] = 3;
///
/// let mut county: Consolidation = [&town].into_iter().sum();
/// let received = Cell::request(RequestRow::Received, Column::Total);
/// assert_eq!(county.whole()?.totals().count(received), Some(3));
///
/// county.expect(["某某镇人民政府", "某某县教育局"].map(Body::named));
/// assert_eq!(county.coverage().missing, [Body::named("某某县教育局")]);
/// assert_eq!(county.coverage().completeness(), Completeness::Partial);
///
/// county += &town;
/// assert_eq!(
///     county.whole().unwrap_err().to_string(),
///     "the reports are not one whole: 某某镇人民政府 is there 2 times, expected once",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Consolidation {
    pub(super) totals: Totals,
    pub(super) roster: Roster,
    pub(super) expected: Expected,
    pub(super) not_counted: Vec<NotCounted>,
    pub(super) superseded: Vec<Superseded>,
}

/// The error of removing a report that was never added.
///
/// ```
/// use ogi_report::{Body, Consolidation, Report, Year};
///
/// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
/// assert_eq!(
///     Consolidation::default().remove(&report).unwrap_err().to_string(),
///     "no report of 某某局 for 2024 with these figures was added",
/// );
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no report of {} for {year} with these figures was added", crate::sum::conflict::called(.body))]
#[non_exhaustive]
pub struct NotAdded {
    /// The body of the report.
    pub body: Body,
    /// The year of the report.
    pub year: Year,
}

/// Reports of one year without a known conflict: no body is counted twice. [`Consolidation::whole`] returns it, and only it has the
/// sums.
///
/// It does not mean that every expected body has reported; ask [`Whole::coverage`].
///
/// ```
/// use ogi_report::sum::Completeness;
/// use ogi_report::{Body, Consolidation, Report, Year};
///
/// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
/// let bureaus: Consolidation = [&report].into_iter().sum();
/// let whole = bureaus.whole()?;
/// assert_eq!((whole.year(), whole.totals().reports()), (Some(report.year), 1));
/// assert_eq!(whole.coverage().completeness(), Completeness::Unknown);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    consolidation: &'a Consolidation,
}

impl<'a> Whole<'a> {
    /// The sums of the reports that were added. Ask [`Whole::coverage`] whether any are missing.
    ///
    /// ```
    /// assert_eq!(ogi_report::Consolidation::default().whole()?.totals().reports(), 0);
    /// # Ok::<(), ogi_report::sum::NotOneWhole>(())
    /// ```
    pub fn totals(&self) -> &'a Totals {
        &self.consolidation.totals
    }

    /// The year of the reports; `None` if there is none.
    ///
    /// ```
    /// assert_eq!(ogi_report::Consolidation::default().whole()?.year(), None);
    /// # Ok::<(), ogi_report::sum::NotOneWhole>(())
    /// ```
    pub fn year(&self) -> Option<Year> {
        self.consolidation.year()
    }

    /// Which bodies are counted, and which are missing.
    ///
    /// ```
    /// assert!(ogi_report::Consolidation::default().whole()?.coverage().counted.is_empty());
    /// # Ok::<(), ogi_report::sum::NotOneWhole>(())
    /// ```
    pub fn coverage(&self) -> Coverage {
        self.consolidation.coverage()
    }

    /// The sums as a span of one year, to chain with other years. `None` if there are no reports.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let bodies: Consolidation = [&report].into_iter().sum();
    /// assert_eq!(bodies.whole()?.span().unwrap().years(), [report.year]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn span(&self) -> Option<Span> {
        let year = self.consolidation.roster.years().next()?;
        let bodies = self.consolidation.bodies().collect();
        let completeness = Some(self.coverage().completeness()).filter(|answer| *answer != Completeness::Unknown);
        Some(Span::of_year(year, self.totals().clone(), bodies, completeness))
    }
}

impl Consolidation {
    /// States which bodies should report. Stating a body twice, in one spelling or in two, counts once. From then on, a report of any
    /// other body is a conflict.
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

    /// Notes a form that did not verify: its body counts as present, and none of its figures is added.
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

    /// Adds the reports. If a body has several for one year, each with another date of publication, only the latest is added; the others
    /// are listed in [`Coverage::superseded`], with their figures. If dates are missing or equal, all are added, and
    /// [`Consolidation::whole`] returns the conflict.
    ///
    /// The reports of one call are compared with one another, not with reports that were added before.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let mut first = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// first.published = "2025-01-20".parse().ok();
    /// let mut corrected = first.clone();
    /// corrected.published = "2025-03-02".parse().ok();
    ///
    /// let mut bureaus = Consolidation::default();
    /// bureaus.extend_latest([&corrected, &first]);
    /// assert_eq!(bureaus.whole()?.totals().reports(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn extend_latest<'a>(&mut self, reports: impl IntoIterator<Item = &'a Report>) {
        let mut versions: BTreeMap<_, Vec<&Report>> = BTreeMap::new();
        for report in reports {
            versions.entry((report.year, report.body.identity())).or_default().push(report);
        }
        for mut versions in versions.into_values() {
            versions.sort_by_key(|report| report.published);
            let is_decided =
                versions.windows(2).all(|two| two[0].published.is_some() && two[0].published < two[1].published);
            if is_decided {
                let last = versions.pop();
                self.superseded.extend(versions.into_iter().map(Superseded::from));
                versions = last.into_iter().collect();
            }
            self.extend(versions);
        }
    }

    /// Removes a report that was added, such as one that was withdrawn.
    ///
    /// # Errors
    ///
    /// If no report of this body and year with these figures was added. Nothing changes then.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let mut bureaus: Consolidation = [&report].into_iter().sum();
    /// bureaus.remove(&report)?;
    /// assert_eq!(bureaus, Consolidation::default());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remove(&mut self, report: &Report) -> Result<(), NotAdded> {
        let mut left = self.totals.clone();
        left.subtract(report);
        // Sums that were kept and changed since may be less than the report.
        if left.within_bounds().is_err() || !self.roster.remove(report) {
            return Err(NotAdded { body: report.body.clone(), year: report.year });
        }
        self.totals = left;
        Ok(())
    }

    /// Replaces a report, for example by a corrected one. The old report is listed in [`Coverage::superseded`], with its figures.
    ///
    /// # Errors
    ///
    /// If the old report was never added: no report of its body and year has the same figures. Nothing changes then.
    ///
    /// ```
    /// use ogi_report::{Applicant, Body, Cell, Column, Consolidation, Report, RequestRow, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let mut bureaus: Consolidation = [&report].into_iter().sum();
    /// let mut corrected = report.clone();
    /// corrected.requests.received[Applicant::NaturalPerson] = 3;
    /// bureaus.replace(&report, &corrected)?;
    /// assert_eq!(bureaus.coverage().superseded[0].report, report);
    /// let received = Cell::request(RequestRow::Received, Column::Total);
    /// assert_eq!(bureaus.whole()?.totals().count(received), Some(3));
    /// assert!(bureaus.replace(&report, &corrected).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn replace(&mut self, old: &Report, new: &Report) -> Result<(), NotAdded> {
        self.remove(old)?;
        self.superseded.push(Superseded::from(old));
        *self += new;
        Ok(())
    }

    /// Checks for conflicts and gives access to the sums. This looks at every body: call it once and keep the result.
    ///
    /// # Errors
    ///
    /// Lists every [`Conflict`]; if the reports are of different years, only that one.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let mut bureaus = Consolidation::default();
    /// bureaus.expect([Body::named("某某县教育局")]);
    /// bureaus += &Report::new(Body::named("某某县民政局"), Year::new(2024)?);
    /// assert_eq!(
    ///     bureaus.whole().unwrap_err().to_string(),
    ///     "the reports are not one whole: 某某县民政局 is not among the expected bodies",
    /// );
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn whole(&self) -> Result<Whole<'_>, NotOneWhole> {
        let years = self.years();
        if years.len() > 1 {
            let counted = self.roster.iter().map(|listed| (listed.year(), Some(listed.body())));
            let others = self.not_counted.iter().filter_map(|form| Some((form.year?, form.body.clone())));
            return Err(NotOneWhole::of_years(counted.chain(others).collect()));
        }
        let mut conflicts = self.roster.conflicts();
        let unexpected = unexpected(&self.roster, &self.expected, &self.not_counted);
        conflicts.extend(unexpected.into_iter().map(|body| Conflict::Unexpected { body }));
        if conflicts.is_empty() { Ok(Whole { consolidation: self }) } else { Err(NotOneWhole { conflicts }) }
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

    /// Which bodies are counted, which are missing, and which cells have no number.
    ///
    /// ```
    /// use ogi_report::sum::Completeness;
    /// use ogi_report::Consolidation;
    ///
    /// assert_eq!(Consolidation::default().coverage().completeness(), Completeness::Unknown);
    /// ```
    pub fn coverage(&self) -> Coverage {
        let Self { roster, expected, not_counted, superseded, .. } = self;
        let error = self.whole().err();
        let conflicts = error.as_ref().map(NotOneWhole::conflicts).unwrap_or_default();
        Coverage::of(roster, expected, not_counted, superseded, conflicts)
    }

    /// The years of the reports and of the forms that do not verify.
    fn years(&self) -> BTreeSet<Year> {
        let mut years: BTreeSet<Year> = self.not_counted.iter().filter_map(|form| form.year).collect();
        // Consecutive reports are mostly of the same year.
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
        fn sorted<T: Clone, K: Ord>(all: &[T], key: impl Fn(&T) -> K) -> Vec<T> {
            let mut all = all.to_vec();
            all.sort_by_cached_key(key);
            all
        }
        self.totals == other.totals
            && self.expected == other.expected
            && self.roster == other.roster
            && sorted(&self.not_counted, Clone::clone) == sorted(&other.not_counted, Clone::clone)
            && sorted(&self.superseded, Superseded::key) == sorted(&other.superseded, Superseded::key)
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
        self.superseded.extend_from_slice(&other.superseded);
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
