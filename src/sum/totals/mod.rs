//! Sums of reports across bodies.

mod add;
pub(crate) mod kept;

use crate::form::proactive::Number;
use crate::form::{
    Applicant, Cell, CellKind, Column, Denial, Edition, Filed, Form, NotProcessed, OtherHandling, Outcome,
    ProactiveCell, RequestRow, Route, Ruling, Table, UnableToProvide,
};
use crate::value::{Amount, Axis, Decimal, MoneyUnit};

/// Numbers of reports by the edition of their section 二 and by that of their rows of （六）其他处理.
pub(crate) type Layouts = [[u64; Edition::ALL.len()]; Edition::ALL.len()];

/// How many of the reports print a cell; saturates.
pub(crate) fn printing(layouts: &Layouts, cell: Cell) -> u64 {
    let mut sum = 0_u64;
    for (edition, row) in Edition::ALL.iter().copied().zip(layouts) {
        for (edition_of_other, &reports) in Edition::ALL.iter().copied().zip(row) {
            if cell.is_printed_in(if cell.is_other_handling() { edition_of_other } else { edition }) {
                sum = sum.saturating_add(reports);
            }
        }
    }
    sum
}

/// The sums of any number of reports, cell by cell. These are plain sums: nothing checks which bodies the reports belong to.
/// To add up the reports of a year, use a [`Consolidation`](crate::Consolidation), which does.
///
/// Adding is associative and commutative, and the empty sum is its zero: threads, files and machines can each sum their own share,
/// and the shares can be added in any order. Section 二 is summed for each edition separately, because the editions count different
/// things there.
///
/// Counts are held in 64 bits, which 2³² reports cannot overflow; past that number every sum is `None`.
/// Stocks, such as 现行有效件数, may be added across bodies, never across years.
///
/// ```
/// use ogi_report::{Applicant, Body, Cell, Column, Report, RequestRow, Totals, Year};
///
/// let mut town = Report::new(Body::named("某某镇人民政府"), Year::new(2024)?);
/// town.requests.received[Applicant::NaturalPerson] = 3;
/// let totals: Totals = [&town, &town].into_iter().sum();
/// assert_eq!(totals.reports(), 2);
/// assert_eq!(totals.count(Cell::request(RequestRow::Received, Column::Total)), Some(6));
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Reports by the edition of their section 二 and by that of their rows of （六）其他处理.
    reports: Layouts,
    requests: RequestTotals,
    /// Section 四.
    disputes: Table<Route, Table<Ruling, u64>>,
    /// Section 二, by edition.
    proactive: [ProactiveTotals; Edition::ALL.len()],
}

/// Section 三, field by field as [`Requests`](crate::Requests), so that adding a report is adding arrays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct RequestTotals {
    received: Table<Applicant, u64>,
    carried_in: Table<Applicant, u64>,
    granted: Table<Applicant, u64>,
    partially_granted: Table<Applicant, u64>,
    denied: Table<Denial, Table<Applicant, u64>>,
    unable_to_provide: Table<UnableToProvide, Table<Applicant, u64>>,
    not_processed: Table<NotProcessed, Table<Applicant, u64>>,
    other: Table<Applicant, u64>,
    other_handling: Table<OtherHandling, Table<Applicant, u64>>,
    carried_over: Table<Applicant, u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct ProactiveTotals {
    counts: [u64; ProactiveCell::ALL.len()],
    changes: [i64; ProactiveCell::ALL.len()],
    amount: AmountTotal,
    /// Reports that print `/` in the row 规章.
    without_rules: u64,
}

/// A sum of amounts of money. Amounts without a unit are kept apart.
///
/// ```
/// use ogi_report::value::MoneyUnit;
/// use ogi_report::{Body, Proactive, ProactiveCell, Report, Totals, Year};
///
/// let mut report = Report::new(Body::named("某某局"), Year::new(2020)?);
/// let Proactive::V2019(proactive) = &mut report.proactive else { panic!() };
/// proactive.procurement.amount = "25.1".parse()?;
/// proactive.procurement.unit = Some(MoneyUnit::TenThousandYuan);
/// let totals: Totals = [&report].into_iter().sum();
/// let amount = totals.amount(ProactiveCell::ProcurementAmount).unwrap();
/// assert_eq!(amount.yuan(), Some("251000".parse()?));
/// assert_eq!((amount.with_unit, amount.without_unit), (1, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AmountTotal {
    /// Millionths of a yuan. An amount is below 2⁷⁷ of them, so 2³² amounts stay below 2¹⁰⁹.
    yuan_millionths: u128,
    /// Millionths of unstated units.
    other_millionths: u128,
    /// How many amounts have a unit.
    pub with_unit: u64,
    /// How many amounts have none.
    pub without_unit: u64,
}

/// Why totals cannot be printed as one form.
///
/// ```
/// use ogi_report::Totals;
///
/// assert_eq!(Totals::default().form().unwrap_err().to_string(), "nothing was added, so there is no form to print");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoForm {
    /// No report was added.
    #[error("nothing was added, so there is no form to print")]
    Empty,
    /// The reports follow both editions, so no one form has all of their cells.
    #[error("the reports follow different editions of the form, so their sum is none of them")]
    MixedEditions,
    /// More than 2³² reports were added.
    #[error("more than 4294967295 reports were added, so the sums are not certain")]
    TooMany,
}

impl Totals {
    /// How many reports were added; saturates.
    ///
    /// ```
    /// assert_eq!(ogi_report::Totals::default().reports(), 0);
    /// ```
    pub fn reports(&self) -> u64 {
        self.reports.iter().flatten().fold(0, |sum, &n| sum.saturating_add(n))
    }

    /// How many of the reports follow an edition in section 二; saturates.
    ///
    /// ```
    /// use ogi_report::{Edition, Totals};
    ///
    /// assert_eq!(Totals::default().reports_of(Edition::V2021), 0);
    /// ```
    pub fn reports_of(&self, edition: Edition) -> u64 {
        self.reports[edition.index()].iter().fold(0, |sum, &n| sum.saturating_add(n))
    }

    /// How many of the reports have a figure in the cell: those whose edition prints it, without those that print `/` in the row
    /// 规章. This is the number of reports in the sum of the cell; it saturates.
    ///
    /// ```
    /// use ogi_report::{Body, Cell, ProactiveCell, Report, Totals, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2020)?);
    /// let totals: Totals = [&report].into_iter().sum();
    /// assert_eq!(totals.reports_with(Cell::Proactive(ProactiveCell::RulesNewlyMade)), 1);
    /// assert_eq!(totals.reports_with(Cell::Proactive(ProactiveCell::RulesIssued)), 0);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn reports_with(&self, cell: Cell) -> u64 {
        let is_of = |edition: &Edition| cell.is_in_rules_row() && cell.is_printed_in(*edition);
        printing(&self.reports, cell).saturating_sub(self.without_rules_in(is_of))
    }

    /// How many reports print `/` in the row 规章; saturates.
    pub(crate) fn without_rules(&self) -> u64 {
        self.without_rules_in(|_| true)
    }

    fn without_rules_in(&self, is_of: impl Fn(&Edition) -> bool) -> u64 {
        let marked = Edition::ALL.iter().filter(|edition| is_of(edition));
        marked.fold(0, |sum: u64, edition| sum.saturating_add(self.proactive[edition.index()].without_rules))
    }

    /// The sum of a count, totals included. Returns `None` if the cell does not hold a count, if the sum overflows, or if no report has a
    /// figure in it: an unreported figure is not 0.
    ///
    /// The three counts of section 二 that both editions print are summed over both.
    ///
    /// ```
    /// use ogi_report::{Body, Cell, ProactiveCell, Report, Totals, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let totals: Totals = [&report].into_iter().sum();
    /// assert_eq!(totals.count(Cell::Proactive(ProactiveCell::RulesIssued)), Some(0));
    /// assert_eq!(totals.count(Cell::Proactive(ProactiveCell::RulesNewlyMade)), None);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn count(&self, cell: Cell) -> Option<u64> {
        if cell.kind() != CellKind::Count || !self.is_exact() || self.reports_with(cell) == 0 {
            return None;
        }
        let mut sum = 0_u64;
        self.visit_counts(cell, |count| sum.checked_add(count).map(|s| sum = s))?;
        Some(sum)
    }

    /// The sum of several counts, such as the rows of a group. Cells in which no report has a figure add nothing: of the two
    /// layouts of （六）, a report has only one. Returns `None` if no cell has a figure, or if [`Totals::count`] of one that has does.
    ///
    /// ```
    /// use ogi_report::{Body, Cell, Column, OtherHandling, Outcome, Report, Totals, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let totals: Totals = [&report].into_iter().sum();
    /// let one_row = Cell::request(Outcome::Other, Column::Total);
    /// let fee_unpaid = Cell::request(OtherHandling::FeeUnpaid, Column::Total);
    /// assert_eq!(totals.count_of(&[one_row, fee_unpaid]), Some(0));
    /// assert_eq!(totals.count_of(&[one_row]), None);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn count_of(&self, cells: &[Cell]) -> Option<u64> {
        let mut counted = cells.iter().copied().filter(|&cell| self.reports_with(cell) > 0).peekable();
        counted.peek()?;
        counted.try_fold(0_u64, |sum, cell| sum.checked_add(self.count(cell)?))
    }

    /// The sum of a change, in 项. Returns `None` if the cell does not hold a change, if no report has a figure in it, or past 2³²
    /// reports, where a sum may have overflowed.
    ///
    /// ```
    /// use ogi_report::{Body, ProactiveCell, Report, Totals, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2020)?);
    /// let totals: Totals = [&report].into_iter().sum();
    /// assert_eq!(totals.change(ProactiveCell::LicensingChange), Some(0));
    /// assert_eq!(totals.change(ProactiveCell::LicensingDecisions), None);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn change(&self, cell: ProactiveCell) -> Option<i64> {
        let is_known = cell.kind() == CellKind::Change && self.reports_with(Cell::Proactive(cell)) > 0;
        let sum = self.proactive[Edition::V2019.index()].changes[cell.index()];
        (is_known && self.is_exact()).then_some(sum)
    }

    /// The sum of an amount. Returns `None` if the cell does not hold an amount, if no report has a figure in it, or past 2³² reports,
    /// where a sum may have overflowed.
    ///
    /// ```
    /// use ogi_report::{ProactiveCell, Totals};
    ///
    /// assert_eq!(Totals::default().amount(ProactiveCell::FeesAmount), None);
    /// ```
    pub fn amount(&self, cell: ProactiveCell) -> Option<AmountTotal> {
        let edition = match cell {
            ProactiveCell::FeesAmount => Edition::V2021,
            ProactiveCell::ProcurementAmount => Edition::V2019,
            _ => return None,
        };
        let is_known = self.reports_with(Cell::Proactive(cell)) > 0;
        (is_known && self.is_exact()).then_some(self.proactive[edition.index()].amount)
    }

    /// The sums as a form, for example for the report of a whole jurisdiction. Body and year are empty; set them. The form does not
    /// say whether reports are missing: check [`Coverage::completeness`](crate::sum::Coverage::completeness) before you publish it.
    ///
    /// 采购总金额 is left out if several amounts have no unit, or some have one and others have none: one report may mean 元 and the next 万元.
    ///
    /// # Errors
    ///
    /// If the reports do not all follow one edition, if there is none, or if there are too many.
    ///
    /// ```
    /// use ogi_report::{Body, Edition, Report, Totals, Year};
    ///
    /// let town = Report::new(Body::named("某某镇人民政府"), Year::new(2024)?);
    /// let totals: Totals = [&town, &town].into_iter().sum();
    /// assert_eq!(totals.form()?.edition, Edition::V2021);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn form(&self) -> Result<Form, NoForm> {
        if !self.is_exact() {
            return Err(NoForm::TooMany);
        }
        let mut layouts = Edition::ALL
            .iter()
            .copied()
            .flat_map(|edition| Edition::ENTRIES.map(|other| (edition, other)))
            .filter(|(edition, other)| self.reports[edition.index()][other.index()] > 0);
        let (edition, edition_of_other) = layouts.next().ok_or(NoForm::Empty)?;
        if layouts.next().is_some() {
            return Err(NoForm::MixedEditions);
        }

        let mut form = Form::new(edition);
        for &cell in edition.cells() {
            if let Cell::Proactive(cell) = cell
                && let Some(filed) = self.print(cell, edition)
            {
                form.set(Cell::Proactive(cell), filed);
            }
        }
        for &cell in Cell::ALL {
            let layout = if cell.is_other_handling() { edition_of_other } else { edition };
            if !matches!(cell, Cell::Proactive(_))
                && cell.is_printed_in(layout)
                && let Some(count) = self.count(cell)
            {
                form.set(cell, count);
            }
        }
        Ok(form)
    }

    fn print(&self, cell: ProactiveCell, edition: Edition) -> Option<Filed> {
        let totals = &self.proactive[edition.index()];
        if cell.is_in_rules_row() && totals.without_rules == self.reports_of(edition) {
            return Some(crate::report::print(cell, Number::NotApplicable));
        }
        match cell.kind() {
            CellKind::Count => Some(totals.counts[cell.index()].into()),
            CellKind::Change => Some(Filed::printed(totals.changes[cell.index()].to_string())),
            CellKind::Amount => totals.amount.print(cell),
        }
    }

    /// The number of reports by layout.
    pub(crate) fn layouts(&self) -> Layouts {
        self.reports
    }

    /// Whether no sum can have overflowed.
    fn is_exact(&self) -> bool {
        self.reports() <= u32::MAX.into()
    }

    /// Calls the function with every part of the cell's sum, until it returns `None`.
    fn visit_counts(&self, cell: Cell, mut add: impl FnMut(u64) -> Option<()>) -> Option<()> {
        match cell {
            Cell::Proactive(cell) => self.proactive.iter().try_for_each(|p| add(p.counts[cell.index()])),
            Cell::Dispute(route, column) => visit_columns(&self.disputes[route], column, &mut add),
            Cell::Request(RequestRow::OutcomeTotal, column) => Outcome::ALL
                .iter()
                .copied()
                .filter_map(|outcome| self.requests.row(RequestRow::Outcome(outcome)))
                .try_for_each(|row| visit_columns(row, column, &mut add)),
            Cell::Request(row, column) => {
                self.requests.row(row).map_or(Some(()), |row| visit_columns(row, column, &mut add))
            }
        }
    }
}

impl RequestTotals {
    /// The sums of a row; `None` of the total of the outcomes, which is computed.
    fn row(&self, row: RequestRow) -> Option<&Table<Applicant, u64>> {
        Some(match row {
            RequestRow::Received => &self.received,
            RequestRow::CarriedIn => &self.carried_in,
            RequestRow::CarriedOver => &self.carried_over,
            RequestRow::OutcomeTotal => return None,
            RequestRow::Outcome(outcome) => match outcome {
                Outcome::Granted => &self.granted,
                Outcome::PartiallyGranted => &self.partially_granted,
                Outcome::Denied(denial) => &self.denied[denial],
                Outcome::UnableToProvide(reason) => &self.unable_to_provide[reason],
                Outcome::NotProcessed(reason) => &self.not_processed[reason],
                Outcome::Other => &self.other,
                Outcome::OtherHandling(handling) => &self.other_handling[handling],
            },
        })
    }

    fn row_mut(&mut self, row: RequestRow) -> Option<&mut Table<Applicant, u64>> {
        Some(match row {
            RequestRow::Received => &mut self.received,
            RequestRow::CarriedIn => &mut self.carried_in,
            RequestRow::CarriedOver => &mut self.carried_over,
            RequestRow::OutcomeTotal => return None,
            RequestRow::Outcome(outcome) => match outcome {
                Outcome::Granted => &mut self.granted,
                Outcome::PartiallyGranted => &mut self.partially_granted,
                Outcome::Denied(denial) => &mut self.denied[denial],
                Outcome::UnableToProvide(reason) => &mut self.unable_to_provide[reason],
                Outcome::NotProcessed(reason) => &mut self.not_processed[reason],
                Outcome::Other => &mut self.other,
                Outcome::OtherHandling(handling) => &mut self.other_handling[handling],
            },
        })
    }
}

fn visit_columns<K: Axis>(
    row: &Table<K, u64>,
    column: Column<K>,
    add: &mut impl FnMut(u64) -> Option<()>,
) -> Option<()> {
    match column {
        Column::Of(key) => add(row[key]),
        Column::Total => row.as_slice().iter().try_for_each(|&count| add(count)),
    }
}

impl AmountTotal {
    /// The exact sum of the amounts that have a unit, in 元. Returns `None` if none has one, and from 10²⁰ 元 on.
    ///
    /// ```
    /// assert_eq!(ogi_report::sum::AmountTotal::default().yuan(), None);
    /// ```
    pub fn yuan(&self) -> Option<Decimal> {
        if self.with_unit == 0 {
            return None;
        }
        Decimal::from_millionths(self.yuan_millionths)
    }

    /// The sum of the amounts without a unit. It is meaningful only if all of them are in the same unit. Returns `None` if all have one,
    /// and from 10²⁰ on.
    ///
    /// ```
    /// assert_eq!(ogi_report::sum::AmountTotal::default().of_no_unit(), None);
    /// ```
    pub fn of_no_unit(&self) -> Option<Decimal> {
        if self.without_unit == 0 {
            return None;
        }
        Decimal::from_millionths(self.other_millionths)
    }

    fn add(&mut self, amount: Amount, unit: Option<MoneyUnit>) {
        let millionths = u128::from(amount.millionths());
        if let Some(unit) = unit {
            self.yuan_millionths = self.yuan_millionths.wrapping_add(millionths * u128::from(unit.yuan()));
            self.with_unit = self.with_unit.saturating_add(1);
        } else {
            self.other_millionths = self.other_millionths.wrapping_add(millionths);
            self.without_unit = self.without_unit.saturating_add(1);
        }
    }

    /// The sum in the unit of the column if it is exact there, else in 元.
    fn print(&self, cell: ProactiveCell) -> Option<Filed> {
        let ten_thousand = u128::from(MoneyUnit::TenThousandYuan.yuan());
        match (self.with_unit, self.without_unit) {
            (1.., 1..) => None,
            (0, 2..) if cell.unit().is_none() && self.other_millionths > 0 => None,
            (0, _) if cell.unit().is_none() => Some(Filed::printed(self.of_no_unit()?.to_string())),
            _ if cell.unit().is_some() && self.yuan_millionths.is_multiple_of(ten_thousand) => {
                let amount = Decimal::from_millionths(self.yuan_millionths / ten_thousand)?;
                Some(Filed::printed(amount.to_string()))
            }
            _ => Some(Filed::printed(format!("{}元", self.yuan()?))),
        }
    }
}

impl Default for Totals {
    fn default() -> Self {
        let proactive = ProactiveTotals {
            counts: [0; ProactiveCell::ALL.len()],
            changes: [0; ProactiveCell::ALL.len()],
            amount: AmountTotal::default(),
            without_rules: 0,
        };
        Self {
            reports: Default::default(),
            requests: RequestTotals::default(),
            disputes: Table::default(),
            proactive: [proactive.clone(), proactive],
        }
    }
}
