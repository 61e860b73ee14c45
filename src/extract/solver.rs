//! The sums of the table of section 三 decide between the readings of its rows.

use super::UnplacedReason;
use super::out::{Out, alternatives};
use super::requests::COLUMNS;
use super::scan::Values;
use super::split::{Boundaries, Reading, Readings, RowSum, readings};
use crate::{Applicant, Cell, Column, Edition, Filed, OtherHandling, Outcome, RequestRow};

/// Finds the one reading of the open rows that all sums of the table allow.
pub(super) struct Solver<'v> {
    order: Vec<Column<Applicant>>,
    rows: Vec<Open<'v>>,
}

struct Open<'v> {
    row: RequestRow,
    values: &'v Values,
    readings: Vec<Reading>,
    /// Whether the readings are all that there are.
    is_complete: bool,
    /// Whether print alone allows one reading only, so that no sum was needed.
    is_plain: bool,
}

impl<'v> Solver<'v> {
    pub(super) fn new(order: &[Column<Applicant>], open: Vec<(RequestRow, &'v Values)>, out: &Out<'_, '_>) -> Self {
        let is_total_last = order.last() == Some(&Column::Total);
        let sums = [RowSum { parts: 0..COLUMNS - 1, total: COLUMNS - 1 }];
        let rows = open.into_iter().map(|(row, values)| {
            let boundaries = values.boundaries();
            // A number before every label may be the last digit of the row above it.
            let counts_rows = boundaries == Boundaries::Lost && out.page.text.contains("序号");
            let read = || readings(&out.page.text, &values.slots, COLUMNS, &sums, boundaries, &out.steps);
            let (readings, is_complete) = match if is_total_last && !counts_rows { read() } else { Readings::NotDigits }
            {
                Readings::All(all) => (all, true),
                Readings::TooMany(some) => (some, false),
                Readings::NotDigits => (Vec::new(), false),
            };
            match out.plain_reading(values, COLUMNS).filter(|_| !counts_rows) {
                Some(reading) => Open { row, values, readings: vec![reading], is_complete: true, is_plain: true },
                None => Open { row, values, readings, is_complete, is_plain: false },
            }
        });
        Self { order: order.to_vec(), rows: rows.collect() }
    }

    fn cell(&self, row: RequestRow, column: usize) -> Cell {
        Cell::Request(row, self.order[column])
    }

    pub(super) fn solve(mut self, out: &mut Out<'_, '_>) {
        // A row that became certain makes the columns it stands in say more about the others.
        loop {
            let mut is_changed = false;
            for at in 0..self.rows.len() {
                if self.rows[at].readings.len() < 2 || !self.rows[at].is_complete {
                    continue;
                }
                let fits = |reading: &Reading| self.columns(at, reading, out) != Columns::Contradict;
                let kept: Vec<Reading> = self.rows[at].readings.iter().filter(|r| fits(r)).cloned().collect();
                if kept.len() < self.rows[at].readings.len() && !kept.is_empty() {
                    is_changed = true;
                    self.rows[at].readings = kept;
                }
            }
            if !is_changed {
                break;
            }
        }
        // What a row's own sum decided counts only if the sums of the columns confirm it: a row whose figures are
        // wrong may have a reading that is right and yet not what is printed.
        let decided: Vec<bool> = (0..self.rows.len())
            .map(|at| {
                let open = &self.rows[at];
                let is_one = open.is_complete && open.readings.len() == 1;
                is_one && (open.is_plain || self.columns(at, &open.readings[0], out) == Columns::Confirm)
            })
            .collect();
        for (open, is_decided) in self.rows.iter().zip(decided) {
            let cells: Vec<Cell> = (0..COLUMNS).map(|column| self.cell(open.row, column)).collect();
            match open.readings.first() {
                Some(reading) if is_decided => {
                    for (&cell, part) in cells.iter().zip(reading) {
                        if let Some(part) = part {
                            out.put_part(cell, part);
                        }
                    }
                }
                _ => {
                    let listed = alternatives(&cells, Readings::All(open.readings.clone()));
                    out.leave_with(open.values, UnplacedReason::Ambiguous, listed);
                }
            }
        }
    }

    /// What the sums down the columns say of a reading, whatever the rows say that are not certain yet.
    fn columns(&self, at: usize, reading: &Reading, out: &Out<'_, '_>) -> Columns {
        let value_of = |reading: &Reading, column: usize| reading[column].as_ref().map_or(0, |part| part.value);
        let between = |row: RequestRow, column: usize| -> Between {
            match self.rows.iter().position(|open| open.row == row) {
                Some(same) if same == at => Between::just(value_of(reading, column)),
                Some(other) if self.rows[other].is_complete && !self.rows[other].readings.is_empty() => {
                    let values = self.rows[other].readings.iter().map(|reading| value_of(reading, column));
                    Between(values.clone().min().unwrap_or(0), values.max())
                }
                Some(_) => Between(0, None),
                None => {
                    let printed = out.get(self.cell(row, column)).map(Filed::as_printed);
                    let number = printed.and_then(|printed| printed.parse::<u32>().ok());
                    number.map_or(Between(0, None), |number| Between::just(number.into()))
                }
            }
        };
        let edition = if self.rows.iter().any(|open| is_one_of_three(open.row))
            || out.get(self.cell(OtherHandling::Miscellaneous.into(), 0)).is_some()
        {
            Edition::V2021
        } else {
            Edition::V2019
        };
        let is_flow =
            matches!(self.rows[at].row, RequestRow::Received | RequestRow::CarriedIn | RequestRow::CarriedOver);
        let mut said = Columns::Confirm;
        for column in 0..COLUMNS {
            let outcomes = Outcome::ALL.into_iter().filter(|outcome| outcome.is_printed_in(edition));
            let sum = outcomes.fold(Between::just(0), |sum, outcome| sum.plus(between(outcome.into(), column)));
            let total = between(RequestRow::OutcomeTotal, column);
            let left = between(RequestRow::Received, column).plus(between(RequestRow::CarriedIn, column));
            let right = total.plus(between(RequestRow::CarriedOver, column));
            if !sum.may_equal(total) || !left.may_equal(right) {
                return Columns::Contradict;
            }
            let (one, other) = if is_flow { (left, right) } else { (sum, total) };
            if !(one.is_just() && other.is_just()) {
                said = Columns::Allow;
            }
        }
        said
    }
}

/// What the sums down the columns say of the reading of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Columns {
    /// Every column that the row stands in makes its sum with it.
    Confirm,
    /// Some row that the sums need is not certain.
    Allow,
    /// Some column cannot make its sum with it.
    Contradict,
}

/// Whether a row is one of the three of （六）其他处理.
fn is_one_of_three(row: RequestRow) -> bool {
    matches!(row, RequestRow::Outcome(Outcome::OtherHandling(_)))
}

/// The least and the greatest that a number can be; the greatest is not always known.
#[derive(Clone, Copy)]
struct Between(u64, Option<u64>);

impl Between {
    fn just(number: u64) -> Self {
        Self(number, Some(number))
    }

    fn is_just(self) -> bool {
        self.1 == Some(self.0)
    }

    fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0), self.1.zip(other.1).map(|(a, b)| a.saturating_add(b)))
    }

    fn may_equal(self, other: Self) -> bool {
        self.1.is_none_or(|most| other.0 <= most) && other.1.is_none_or(|most| self.0 <= most)
    }
}
