//! Successive years of one body, or of the same bodies.

use std::fmt;

use crate::form::{Applicant, Cell, CellKind, Column, ProactiveCell, RequestRow, Ruling};
use crate::report::Report;
use crate::sum::conflict::summary;
use crate::sum::coverage::{Completeness, Names};
use crate::sum::roster::Roster;
use crate::sum::totals::{Layouts, printing};
use crate::sum::{AmountTotal, Conflict, Discontinuity, Totals};
use crate::value::axis::axis;
use crate::value::{Body, Year};

axis! {
    /// How a figure behaves over the years. The form does not say; the assignment of cells is our reading.
    pub enum Nature {
        /// Counted anew every year, so the years add up.
        Flow = "flow", "本年发生数", "flow of the year";
        /// Row 二, 上年结转: over several years, the figure of the first year.
        Opening = "opening", "期初结转数", "carried in";
        /// Row 四, 结转下年度: over several years, the figure of the last year.
        Closing = "closing", "期末结转数", "carried over";
        /// A state on one day, such as 现行有效件数 or 尚未审结. It never adds up over years.
        Stock = "stock", "时点数", "stock";
        /// A total of flows and a stock, such as 总计 of section 四. It does not add up over years either.
        Mixed = "mixed", "混合数", "total of flows and a stock";
    }
}

impl Cell {
    /// How the figure of the cell behaves over the years.
    ///
    /// ```
    /// use ogi_report::sum::Nature;
    /// use ogi_report::{Cell, Outcome, ProactiveCell, Route, Ruling};
    ///
    /// assert_eq!(Cell::request(Outcome::Granted, ogi_report::Column::Total).nature(), Nature::Flow);
    /// assert_eq!(Cell::Proactive(ProactiveCell::RulesInForce).nature(), Nature::Stock);
    /// assert_eq!(Cell::dispute(Route::Reconsideration, Ruling::Pending).nature(), Nature::Stock);
    /// ```
    pub const fn nature(self) -> Nature {
        use ProactiveCell as P;
        match self {
            Self::Proactive(
                P::RulesTotalDisclosed
                | P::RulesInForce
                | P::NormativeDocumentsTotalDisclosed
                | P::NormativeDocumentsInForce
                | P::LicensingPreviousItems
                | P::OtherServicesPreviousItems
                | P::PenaltiesPreviousItems
                | P::CoercionPreviousItems
                | P::FeesPreviousItems,
            )
            | Self::Dispute(_, Column::Of(Ruling::Pending)) => Nature::Stock,
            Self::Dispute(_, Column::Total) => Nature::Mixed,
            Self::Request(RequestRow::CarriedIn, _) => Nature::Opening,
            Self::Request(RequestRow::CarriedOver, _) => Nature::Closing,
            Self::Proactive(_) | Self::Request(..) | Self::Dispute(..) => Nature::Flow,
        }
    }
}

/// Successive years of one body, or of the same bodies. A span has the requests carried in at the beginning, the flows of all
/// years, the requests carried over at the end, and the stocks of the first and the last year.
///
/// [`Span::then`] chains years, [`Span::beside`] adds bodies. The order of the two does not change the figures.
///
/// The form changed from 2020 to 2021. A cell that both editions print is summed over all years; any other cell is summed over the
/// years of its own edition, which [`Flow::years`] lists.
///
/// ```
/// use ogi_report::{Applicant, Body, Cell, Column, Outcome, Report, RequestRow, Span, Year};
///
/// let mut first = Report::new(Body::named("某某局"), Year::new(2020)?);
/// first.requests.received[Applicant::NaturalPerson] = 5;
/// first.requests.outcomes.granted[Applicant::NaturalPerson] = 3;
/// first.requests.carried_over[Applicant::NaturalPerson] = 2;
/// let mut second = Report::new(first.body.clone(), Year::new(2021)?);
/// second.requests.carried_in[Applicant::NaturalPerson] = 2;
/// second.requests.received[Applicant::NaturalPerson] = 4;
/// second.requests.outcomes.granted[Applicant::NaturalPerson] = 6;
///
/// let span = Span::from(&first).then(&Span::from(&second))?;
/// assert_eq!((span.opening(Column::Total), span.closing(Column::Total)), (Some(0), Some(0)));
/// let granted = span.flow(Cell::request(Outcome::Granted, Column::Total)).unwrap();
/// assert_eq!((granted.sum, granted.years.len()), (9, 2));
///
/// second.requests.carried_in[Applicant::NaturalPerson] = 1;
/// assert_eq!(
///     Span::from(&first).then(&Span::from(&second)).unwrap_err().to_string(),
///     "the years do not join: 2 requests by natural person are carried over from 2020, but 1 into 2021",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The sums of the first year.
    first: Totals,
    /// The sums of the last year.
    last: Totals,
    /// The sums over all years. Only those of flows are used.
    flows: Totals,
    years: Vec<Year>,
    /// The reports of each year, in the order of `years`.
    reports: Vec<OfYear>,
    discontinuities: Vec<Discontinuity>,
    /// The gravest answer of all years and bodies.
    completeness: Option<Completeness>,
}

/// The reports of one year. The bodies are kept for every year: with years that do not join, a body may be in the span in a middle
/// year only.
#[derive(Clone, Debug, PartialEq, Eq)]
struct OfYear {
    /// How many reports follow which layout.
    layouts: Layouts,
    /// Sorted by name.
    bodies: Vec<Body>,
}

/// Why one span cannot be chained to another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChainError {
    /// The next span does not begin after the last year of the first.
    NotAfter {
        /// The last year of the span.
        last: Year,
        /// The first year of the span that should follow.
        next: Year,
    },
    /// The years do not join. There is at least one entry.
    Discontinuous(Vec<Discontinuity>),
}

impl fmt::Display for ChainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAfter { last, next } => write!(f, "{next} does not come after {last}, expected a later year"),
            Self::Discontinuous(found) => write!(f, "the years do not join: {}", summary(found)),
        }
    }
}

impl std::error::Error for ChainError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotAfter { .. } => None,
            Self::Discontinuous(found) => found.first().map(|first| first as _),
        }
    }
}

/// Why the spans of two sets of bodies cannot be added.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotBeside {
    /// The spans cover different years.
    #[error("the spans are of different years: {} to {} and {} to {}", .0[0], .0[1], .1[0], .1[1])]
    Years([Year; 2], [Year; 2]),
    /// A body is in both spans, or a report in one span contains a body of the other.
    #[error("the bodies are not one whole: {0}")]
    Conflict(#[source] Conflict),
}

/// The sum of a figure over years.
///
/// ```
/// use ogi_report::{Body, Cell, ProactiveCell, Report, Span, Year};
///
/// let before = Report::new(Body::named("某某局"), Year::new(2020)?);
/// let after = Report::new(Body::named("某某局"), Year::new(2021)?);
/// let span = Span::from(&before).then(&Span::from(&after))?;
/// let flow = span.flow(Cell::Proactive(ProactiveCell::RulesIssued)).unwrap();
/// assert_eq!(flow.years, [after.year]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flow {
    /// The sum, in the unit of the cell.
    pub sum: u64,
    /// The years in which at least one report prints the cell.
    pub years: Vec<Year>,
    /// How many reports print the cell.
    pub reports: u64,
}

/// The bodies of one year that are not among those of another.
pub(crate) fn unpaired(bodies: &[Body], others: &[Body]) -> Vec<Body> {
    let (own, others) = (Names::of(bodies), Names::of(others));
    bodies.iter().filter(|body| !others.pair(body, &own)).cloned().collect()
}

impl From<&Report> for Span {
    fn from(report: &Report) -> Self {
        Self::of_year(report.year, [report].into_iter().sum(), vec![report.body.clone()], None)
    }
}

impl Span {
    pub(crate) fn of_year(
        year: Year,
        totals: Totals,
        mut bodies: Vec<Body>,
        completeness: Option<Completeness>,
    ) -> Self {
        bodies.sort_unstable();
        Self {
            reports: vec![OfYear { layouts: totals.layouts(), bodies }],
            flows: totals.clone(),
            last: totals.clone(),
            first: totals,
            years: vec![year],
            discontinuities: Vec::new(),
            completeness,
        }
    }

    /// Appends a later span, if the two join: the bodies are the same, no year is missing, and for every kind of applicant the
    /// requests carried over are those carried in.
    ///
    /// # Errors
    ///
    /// If the other span does not begin later, or if the two do not join; then the error lists every place.
    ///
    /// ```
    /// use ogi_report::{Body, Report, Span, Year};
    ///
    /// let [first, third] = [2022, 2024].map(|y| Report::new(Body::named("某某局"), Year::new(y).unwrap()));
    /// assert_eq!(
    ///     Span::from(&first).then(&Span::from(&third)).unwrap_err().to_string(),
    ///     "the years do not join: after 2022 comes 2024, expected the year in between",
    /// );
    /// ```
    pub fn then(&self, next: &Self) -> Result<Self, ChainError> {
        let found = self.discontinuities_before(next)?;
        if found.is_empty() { Ok(self.joined(next, found)) } else { Err(ChainError::Discontinuous(found)) }
    }

    /// Appends a later span, and notes in [`Span::discontinuities`] where the two do not join.
    ///
    /// # Errors
    ///
    /// If the other span does not begin later.
    ///
    /// ```
    /// use ogi_report::{Body, Report, Span, Year};
    ///
    /// let [first, third] = [2022, 2024].map(|y| Report::new(Body::named("某某局"), Year::new(y).unwrap()));
    /// let span = Span::from(&first).then_noting(&Span::from(&third))?;
    /// assert_eq!(span.discontinuities().len(), 1);
    /// assert_eq!(
    ///     span.then_noting(&Span::from(&third)).unwrap_err().to_string(),
    ///     "2024 does not come after 2024, expected a later year",
    /// );
    /// # Ok::<(), ogi_report::sum::ChainError>(())
    /// ```
    pub fn then_noting(&self, next: &Self) -> Result<Self, ChainError> {
        let found = self.discontinuities_before(next)?;
        Ok(self.joined(next, found))
    }

    /// Adds the span of other bodies over the same years.
    ///
    /// # Errors
    ///
    /// If the years differ, or if in any year a body is in both, or a body of one lies in a region of which the other holds the
    /// report of the whole jurisdiction, as far as regions are stated or told by names and scopes are stated. Bodies that may be one under two
    /// names, or of which one may contain the other, are not found here: ask [`Coverage::open`](crate::sum::Coverage::open).
    ///
    /// ```
    /// use ogi_report::{Body, Report, Span, Year};
    ///
    /// let [a, b] = ["甲局", "乙局"].map(|name| Report::new(Body::named(name), Year::new(2024).unwrap()));
    /// let both = Span::from(&a).beside(&Span::from(&b))?;
    /// assert_eq!(both.first().reports(), 2);
    /// assert_eq!(
    ///     both.beside(&Span::from(&a)).unwrap_err().to_string(),
    ///     "the bodies are not one whole: 甲局 is there 2 times, expected once",
    /// );
    /// # Ok::<(), ogi_report::sum::NotBeside>(())
    /// ```
    pub fn beside(&self, other: &Self) -> Result<Self, NotBeside> {
        if self.years != other.years {
            let ends = |span: &Self| [span.first_year(), span.last_year()];
            return Err(NotBeside::Years(ends(self), ends(other)));
        }
        for ((&year, own), others) in self.years.iter().zip(&self.reports).zip(&other.reports) {
            let both = Roster::of(own.bodies.iter().chain(&others.bodies), year);
            if let Some(conflict) = both.conflicts().into_iter().next() {
                return Err(NotBeside::Conflict(conflict));
            }
        }
        let mut both = self.clone();
        both.flows += &other.flows;
        both.first += &other.first;
        both.last += &other.last;
        for (own, others) in both.reports.iter_mut().zip(&other.reports) {
            own.bodies.extend_from_slice(&others.bodies);
            own.bodies.sort_unstable();
            for (sum, &reports) in own.layouts.as_flattened_mut().iter_mut().zip(others.layouts.as_flattened()) {
                *sum = sum.saturating_add(reports);
            }
        }
        both.completeness = Completeness::gravest(self.completeness, other.completeness);
        both.discontinuities.extend_from_slice(&other.discontinuities);
        both.discontinuities.sort_by_cached_key(|found| (found.years(), found.clone()));
        Ok(both)
    }

    fn joined(&self, next: &Self, found: Vec<Discontinuity>) -> Self {
        let mut joined = self.clone();
        joined.flows += &next.flows;
        joined.completeness = Completeness::gravest(self.completeness, next.completeness);
        joined.last = next.last.clone();
        joined.reports.extend_from_slice(&next.reports);
        joined.years.extend_from_slice(&next.years);
        joined.discontinuities.extend(found);
        joined.discontinuities.extend_from_slice(&next.discontinuities);
        joined
    }

    fn discontinuities_before(&self, next: &Self) -> Result<Vec<Discontinuity>, ChainError> {
        let (after, before) = (self.last_year(), next.first_year());
        if before <= after {
            return Err(ChainError::NotAfter { last: after, next: before });
        }
        let mut found = Vec::new();
        let is_next = after.number() + 1 == before.number();
        if !is_next {
            found.push(Discontinuity::YearsMissing { after, before });
        }
        let (earlier, later) = (&self.reports[self.reports.len() - 1].bodies, &next.reports[0].bodies);
        let (left, joined) = (unpaired(earlier, later), unpaired(later, earlier));
        if !left.is_empty() || !joined.is_empty() {
            found.push(Discontinuity::Bodies { after, before, left, joined });
        }
        // If a year is missing, the requests it carried over are unknown.
        for applicant in Applicant::ALL.iter().copied().filter(|_| is_next) {
            if let (Some(closing), Some(opening)) = (self.closing(applicant), next.opening(applicant))
                && closing != opening
            {
                found.push(Discontinuity::CarriedOver { after, before, applicant, closing, opening });
            }
        }
        Ok(found)
    }

    /// The years with reports, in order; at least one.
    ///
    /// ```
    /// use ogi_report::{Body, Report, Span, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// assert_eq!(Span::from(&report).years(), [report.year]);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    fn first_year(&self) -> Year {
        self.years[0]
    }

    fn last_year(&self) -> Year {
        self.years[self.years.len() - 1]
    }

    /// The sums of the first year, for the stocks at the beginning.
    ///
    /// ```
    /// use ogi_report::{Body, Report, Span, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// assert_eq!(Span::from(&report).first().reports(), 1);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub const fn first(&self) -> &Totals {
        &self.first
    }

    /// The sums of the last year, for the stocks at the end.
    ///
    /// ```
    /// use ogi_report::{Body, Cell, ProactiveCell, Report, Span, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let in_force = Cell::Proactive(ProactiveCell::NormativeDocumentsInForce);
    /// assert_eq!(Span::from(&report).last().count(in_force), Some(0));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub const fn last(&self) -> &Totals {
        &self.last
    }

    /// The requests carried in at the beginning: row 二 of the first year, in 件. Returns `None` if the sum overflows.
    ///
    /// ```
    /// use ogi_report::{Body, Column, Report, Span, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// assert_eq!(Span::from(&report).opening(Column::Total), Some(0));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn opening(&self, column: impl Into<Column<Applicant>>) -> Option<u64> {
        self.first().count(Cell::request(RequestRow::CarriedIn, column))
    }

    /// The requests carried over at the end: row 四 of the last year, in 件. Returns `None` if the sum overflows.
    ///
    /// ```
    /// use ogi_report::{Applicant, Body, Report, Span, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// assert_eq!(Span::from(&report).closing(Applicant::NaturalPerson), Some(0));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn closing(&self, column: impl Into<Column<Applicant>>) -> Option<u64> {
        self.last().count(Cell::request(RequestRow::CarriedOver, column))
    }

    /// The sum of a count over the years. Returns `None` if the cell does not add up over years ([`Cell::nature`]), if no report has a
    /// figure in it, or if the sum overflows.
    ///
    /// ```
    /// use ogi_report::{Body, Cell, ProactiveCell, Report, Span, Year};
    ///
    /// let span = Span::from(&Report::new(Body::named("某某局"), Year::new(2024)?));
    /// assert_eq!(span.flow(Cell::Proactive(ProactiveCell::RulesInForce)), None);
    /// assert_eq!(span.flow(Cell::Proactive(ProactiveCell::RulesRepealed)).unwrap().sum, 0);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn flow(&self, cell: Cell) -> Option<Flow> {
        if cell.kind() != CellKind::Count || cell.nature() != Nature::Flow {
            return None;
        }
        let sum = self.flows.count(cell)?;
        let printed =
            || self.years.iter().zip(&self.reports).map(|(&year, reports)| (year, printing(&reports.layouts, cell)));
        let years: Vec<Year> = printed().filter(|(_, reports)| *reports > 0).map(|(year, _)| year).collect();
        let reports = printed().fold(0, |sum: u64, (_, reports)| sum.saturating_add(reports));
        (!years.is_empty()).then_some(Flow { sum, years, reports })
    }

    /// The sum of a change over the years of the 2019 edition, in 项. Returns `None` if the cell does not hold a change, if no report
    /// has a figure in it, or past 2³² reports, where a sum may have overflowed.
    ///
    /// ```
    /// use ogi_report::{Body, ProactiveCell, Report, Span, Year};
    ///
    /// let span = Span::from(&Report::new(Body::named("某某局"), Year::new(2020)?));
    /// assert_eq!(span.change(ProactiveCell::LicensingChange), Some(0));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn change(&self, cell: ProactiveCell) -> Option<i64> {
        self.flows.change(cell)
    }

    /// The sum of an amount over the years whose edition prints it. Returns `None` if the cell does not hold an amount, if no report has
    /// a figure in it, or past 2³² reports, where a sum may have overflowed.
    ///
    /// ```
    /// use ogi_report::{Body, ProactiveCell, Report, Span, Year};
    ///
    /// let span = Span::from(&Report::new(Body::named("某某局"), Year::new(2024)?));
    /// assert_eq!(span.amount(ProactiveCell::FeesAmount).map(|a| a.with_unit), Some(1));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn amount(&self, cell: ProactiveCell) -> Option<AmountTotal> {
        self.flows.amount(cell)
    }

    /// Whether the sums include all expected bodies. For several years, or several spans added together, this is the gravest answer.
    /// `None` if the expected bodies of one of them were not stated, as for a single report.
    ///
    /// ```
    /// use ogi_report::sum::Completeness;
    /// use ogi_report::{Body, Consolidation, Report, Span, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// assert_eq!(Span::from(&report).completeness(), None);
    /// let mut bureaus: Consolidation = [&report].into_iter().sum();
    /// bureaus.expect(["某某局", "另一局"].map(Body::named));
    /// assert_eq!(bureaus.whole()?.span().unwrap().completeness(), Some(Completeness::Partial));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn completeness(&self) -> Option<Completeness> {
        self.completeness
    }

    /// Where the years do not join, in order; empty unless [`Span::then_noting`] noted any.
    ///
    /// ```
    /// use ogi_report::{Body, Report, Span, Year};
    ///
    /// let span = Span::from(&Report::new(Body::named("某某局"), Year::new(2024)?));
    /// assert_eq!(span.discontinuities(), []);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn discontinuities(&self) -> &[Discontinuity] {
        &self.discontinuities
    }
}
