//! The sums of the form, written down once: checking, locating a wrong cell, extraction and printing all use them.

use std::ops::Range;
use std::sync::LazyLock;

use crate::check::Rule;
use crate::check::readings::Readings;
use crate::form::{Applicant, Cell, Column, Edition, RequestRow, Route, Ruling};

/// Two sums of cells of the form that must be equal.
///
/// ```
/// use ogi_report::{Applicant, Cell, Edition, RequestRow, Rule};
///
/// let cell = Cell::request(RequestRow::Received, Applicant::NaturalPerson);
/// let rules: Vec<Rule> = cell.equations(Edition::V2021).map(|equation| equation.rule()).collect();
/// // The total of its row, and what flows in and out of its column.
/// assert_eq!(rules, [Rule::R103, Rule::R101]);
/// ```
#[derive(Debug)]
pub struct Equation {
    pub(crate) rule: Rule,
    /// Where a finding is shown.
    pub(crate) at: Cell,
    pub(crate) left: Side,
    pub(crate) right: Side,
    /// Whether the left side is one stated total, which the right side decides.
    pub(crate) is_total: bool,
    /// The equations that decide this one: if all of them hold it holds, and if one is broken that is what
    /// is wrong. It is looked at only where they leave it open, so that one wrong cell does not show up twice.
    pub(crate) implied_by: Range<usize>,
}

impl Equation {
    /// The rule that a form breaks if the sums differ.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Edition, Route, Rule};
    ///
    /// let total = Cell::dispute(Route::Reconsideration, Column::Total);
    /// assert_eq!(total.equations(Edition::V2021).next().unwrap().rule(), Rule::D101);
    /// ```
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The cells of the left side; for a total, the total alone.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Edition, Route};
    ///
    /// let total = Cell::dispute(Route::Reconsideration, Column::Total);
    /// assert_eq!(total.equations(Edition::V2021).next().unwrap().left(), [total]);
    /// ```
    pub fn left(&self) -> &[Cell] {
        &self.left.cells
    }

    /// The cells of the right side.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Edition, Route};
    ///
    /// let total = Cell::dispute(Route::Reconsideration, Column::Total);
    /// assert_eq!(total.equations(Edition::V2021).next().unwrap().right().len(), 4);
    /// ```
    pub fn right(&self) -> &[Cell] {
        &self.right.cells
    }

    fn has(&self, cell: Cell) -> bool {
        self.left().contains(&cell) || self.right().contains(&cell)
    }
}

impl Cell {
    /// The sums that include the cell, on a form with the edition's rows of （六）其他处理: a total by its rule, and what flows in and out of
    /// section 三. Section 二 has none.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Edition, RequestRow};
    ///
    /// let carried_over = Cell::request(RequestRow::CarriedOver, Column::Total);
    /// assert_eq!(carried_over.equations(Edition::V2021).count(), 2);
    /// ```
    pub fn equations(self, edition_of_other: Edition) -> impl Iterator<Item = &'static Equation> {
        equations(edition_of_other).iter().filter(move |equation| equation.has(self))
    }
}

/// One side of an equation: its cells, and their slots beside them.
#[derive(Debug)]
pub(crate) struct Side {
    pub(crate) cells: Vec<Cell>,
    pub(crate) slots: Vec<usize>,
}

impl FromIterator<Cell> for Side {
    fn from_iter<I: IntoIterator<Item = Cell>>(cells: I) -> Self {
        let cells: Vec<Cell> = cells.into_iter().collect();
        Self { slots: cells.iter().map(|cell| cell.slot()).collect(), cells }
    }
}

impl Side {
    pub(crate) fn sum(&self, readings: &Readings) -> Option<i64> {
        let mut sum = 0;
        for &slot in &self.slots {
            sum += readings.known(slot)?;
        }
        Some(sum)
    }

    pub(crate) fn missing(&self, readings: &Readings) -> impl Iterator<Item = Cell> {
        self.cells.iter().copied().filter(|cell| readings.known(cell.slot()).is_none())
    }
}

/// The equations of a form, given the edition whose rows of （六）其他处理 it has, in an order in which every
/// total is decided before it is used.
pub(crate) fn equations(edition_of_other: Edition) -> &'static [Equation] {
    static ALL: LazyLock<[Vec<Equation>; 2]> = LazyLock::new(|| [build(Edition::V2019), build(Edition::V2021)]);
    &ALL[edition_of_other.index()]
}

/// Each total of the form with the cells that it sums, in an order in which sums of sums come last.
pub(crate) fn totals(edition_of_other: Edition) -> impl Iterator<Item = (Cell, &'static [Cell])> {
    equations(edition_of_other).iter().filter(|e| e.is_total).map(|e| (e.at, e.right.cells.as_slice()))
}

fn build(edition_of_other: Edition) -> Vec<Equation> {
    let mut all = Vec::new();
    let applicants = || Applicant::ALL.iter().copied().map(Column::Of);
    let rows = || RequestRow::ALL.iter().copied().filter(|row| row.is_printed_in(edition_of_other));
    let outcomes = || rows().filter(|row| matches!(row, RequestRow::Outcome(_)));
    let of_rows = |rows: &mut dyn Iterator<Item = RequestRow>, column| -> Side {
        rows.map(|row| Cell::request(row, column)).collect()
    };
    let total = |rule, at, right, implied_by| Equation {
        rule,
        at,
        left: [at].into_iter().collect(),
        right,
        is_total: true,
        implied_by,
    };
    let row_total = |row, implied_by| {
        let right = applicants().map(|column| Cell::request(row, column)).collect();
        total(Rule::R103, Cell::request(row, Column::Total), right, implied_by)
    };

    for row in rows().filter(|row| *row != RequestRow::OutcomeTotal) {
        all.push(row_total(row, 0..0));
    }
    for column in applicants().chain([Column::Total]) {
        let at = Cell::request(RequestRow::OutcomeTotal, column);
        all.push(total(Rule::R102, at, of_rows(&mut outcomes(), column), 0..0));
    }
    // （七）总计 by 总计 is the sum of the outcomes' totals and of its own row; either decides it.
    let sum_of_outcomes = all.len() - 1;
    all.push(row_total(RequestRow::OutcomeTotal, sum_of_outcomes..sum_of_outcomes + 1));

    let first_flow = all.len();
    for column in applicants().chain([Column::Total]) {
        let implied_by = if column == Column::Total { first_flow..all.len() } else { 0..0 };
        all.push(Equation {
            rule: Rule::R101,
            at: Cell::request(RequestRow::Received, column),
            left: of_rows(&mut [RequestRow::Received, RequestRow::CarriedIn].into_iter(), column),
            right: of_rows(&mut [RequestRow::OutcomeTotal, RequestRow::CarriedOver].into_iter(), column),
            is_total: false,
            implied_by,
        });
    }
    for &route in Route::ALL {
        let right = Ruling::ALL.iter().copied().map(|ruling| Cell::dispute(route, ruling)).collect();
        all.push(total(Rule::D101, Cell::dispute(route, Column::Total), right, 0..0));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::equations;
    use crate::form::Edition;

    #[test]
    fn a_cell_knows_every_sum_that_it_stands_in() {
        for &edition in Edition::ALL {
            for equation in equations(edition) {
                for cell in equation.left().iter().chain(equation.right()) {
                    let is_known = cell.equations(edition).any(|known| std::ptr::eq(known, equation));
                    assert!(is_known, "{cell} of {} at {}", equation.rule, equation.at);
                }
            }
        }
    }
}
