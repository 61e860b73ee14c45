//! The reports of many bodies for one year as one whole.

use std::collections::BTreeSet;
use std::iter::Sum;
use std::ops::AddAssign;

use crate::report::{Rejected, Report};
use crate::sum::Totals;
use crate::sum::conflict::NotOneWhole;
use crate::sum::coverage::{Coverage, NotCounted};
use crate::sum::roster::Roster;
use crate::value::{Body, Year};

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
    pub(super) roster: Roster,
    expected: BTreeSet<Body>,
    not_counted: Vec<NotCounted>,
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
