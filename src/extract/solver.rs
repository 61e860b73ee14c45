//! The sums of the table of section 三 decide between the readings of its rows.

use super::UnplacedReason;
use super::out::{Out, alternatives};
use super::page::RowKind;
use super::requests::COLUMNS;
use super::scan::Values;
use super::split::{Boundaries, Reading, Readings, RowSum, readings, spend};
use crate::form::{Applicant, Cell, Column, Edition, Filed, OtherHandling, Outcome, RequestRow};

/// Finds the one reading of the open rows that all sums of the table allow.
pub(super) struct Solver<'v> {
    order: Vec<Column<Applicant>>,
    rows: Vec<Open<'v>>,
    /// By row of the form, what its figures can be as far as is known.
    known: Vec<[Between; COLUMNS]>,
    /// The edition whose outcomes add up.
    edition: Edition,
}

struct Open<'v> {
    row: RequestRow,
    values: &'v Values,
    readings: Vec<Reading>,
    /// Whether the readings are all that there are.
    is_complete: bool,
    /// Whether print alone allows one reading only, so that no sum was needed.
    is_plain: bool,
    /// Whether it is the first with that label, so that the sums of the columns count it.
    is_first: bool,
}

impl Open<'_> {
    /// What the figures of the row can be.
    fn known(&self) -> [Between; COLUMNS] {
        std::array::from_fn(|column| {
            let values = self.readings.iter().map(|reading| value_of(reading, column));
            match values.clone().min().zip(values.max()) {
                Some((least, most)) if self.is_complete => Between(least, Some(most)),
                _ => Between::ANY,
            }
        })
    }
}

impl<'v> Solver<'v> {
    pub(super) fn new(order: &[Column<Applicant>], open: Vec<(RequestRow, &'v Values)>, out: &Out<'_, '_>) -> Self {
        let is_total_last = order.last() == Some(&Column::Total);
        let sums = [RowSum { parts: 0..COLUMNS - 1, total: COLUMNS - 1 }];
        // A number before every label may be the last digit of the row above it.
        let mut has_come = [false; RequestRow::ALL.len()];
        let rows = open.into_iter().map(|(row, values)| {
            let is_first = !std::mem::replace(&mut has_come[row.index()], true);
            let boundaries = values.boundaries();
            let counts_rows = boundaries == Boundaries::Lost && out.numbers_rows;
            let read = || readings(&out.page.text, &values.slots, COLUMNS, &sums, boundaries, &out.steps);
            let (readings, is_complete) = match if is_total_last && !counts_rows { read() } else { Readings::NotDigits }
            {
                // Where digits of one number have moved apart beside empty cells, more readings are possible than are
                // looked for, and nothing may be concluded from those.
                Readings::All(all) => (all, !has_moved_digits(values, out)),
                Readings::TooMany(some) => (some, false),
                Readings::NotDigits => (Vec::new(), false),
            };
            match out.plain_reading(values, COLUMNS).filter(|_| !counts_rows) {
                Some(reading) => {
                    Open { row, values, readings: vec![reading], is_complete: true, is_plain: true, is_first }
                }
                None => Open { row, values, readings, is_complete, is_plain: false, is_first },
            }
        });
        let rows: Vec<Open<'v>> = rows.collect();
        let placed = |row: RequestRow| {
            std::array::from_fn(|at| {
                let printed = out.get(Cell::Request(row, order[at])).map(Filed::as_printed);
                let number = printed.and_then(|printed| printed.parse::<u32>().ok());
                number.map_or(Between::ANY, |number| Between::just(number.into()))
            })
        };
        let mut known: Vec<[Between; COLUMNS]> = RequestRow::ALL.iter().copied().map(placed).collect();
        for open in rows.iter().filter(|open| open.is_first) {
            known[open.row.index()] = open.known();
        }
        let has_three_rows = rows.iter().any(|open| is_one_of_three(open.row))
            || out.get(Cell::request(RequestRow::from(OtherHandling::Miscellaneous), order[0])).is_some();
        let edition = if has_three_rows { Edition::V2021 } else { Edition::V2019 };
        Self { order: order.to_vec(), rows, known, edition }
    }

    pub(super) fn solve(mut self, out: &mut Out<'_, '_>) {
        // A row that became certain makes the columns it stands in say more about the others.
        loop {
            let mut is_changed = false;
            for at in 0..self.rows.len() {
                if self.rows[at].readings.len() < 2 || !self.rows[at].is_complete {
                    continue;
                }
                let row = self.rows[at].row;
                let fits = |reading: &Reading| self.columns(row, reading, out) != Columns::Contradict;
                let kept: Vec<Reading> = self.rows[at].readings.iter().filter(|r| fits(r)).cloned().collect();
                if kept.len() < self.rows[at].readings.len() && !kept.is_empty() {
                    is_changed = true;
                    self.rows[at].readings = kept;
                    if self.rows[at].is_first {
                        self.known[row.index()] = self.rows[at].known();
                    }
                }
            }
            if !is_changed {
                break;
            }
        }
        // What a row's own sum decided counts only if the sums of the columns confirm it: a row whose figures are
        // wrong may have a reading that is right and yet not what is printed.
        for open in &self.rows {
            let cells: Vec<Cell> = self.order.iter().map(|&column| Cell::Request(open.row, column)).collect();
            let is_decided = |reading: &Reading| {
                let is_one = open.is_complete && open.readings.len() == 1;
                is_one && (open.is_plain || self.columns(open.row, reading, out) == Columns::Confirm)
            };
            match open.readings.first() {
                Some(reading) if is_decided(reading) => {
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

    /// What the sums down the columns say of a reading of a row, whatever the rows say that are not certain yet.
    fn columns(&self, row: RequestRow, reading: &Reading, out: &Out<'_, '_>) -> Columns {
        if spend(&out.steps, 1).is_none() {
            return Columns::Allow;
        }
        let between = |other: RequestRow, column: usize| {
            if other == row { Between::just(value_of(reading, column)) } else { self.known[other.index()][column] }
        };
        let is_flow = matches!(row, RequestRow::Received | RequestRow::CarriedIn | RequestRow::CarriedOver);
        let mut said = Columns::Confirm;
        for column in 0..COLUMNS {
            let outcomes = Outcome::ALL.iter().copied().filter(|outcome| outcome.is_printed_in(self.edition));
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

/// Whether a cell holds two runs of digits, and print shows fewer figures than cells.
fn has_moved_digits(values: &Values, out: &Out<'_, '_>) -> bool {
    let filled = values.slots.iter().filter(|slot| !out.text(slot).is_empty()).count();
    values.kind != RowKind::Line && filled < COLUMNS && out.may_be_broken(values)
}

/// What a reading gives to a column; an empty cell adds nothing.
fn value_of(reading: &Reading, column: usize) -> u64 {
    reading[column].as_ref().map_or(0, |part| part.value)
}

/// What the sums down the columns say of the reading of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Columns {
    /// Every column that the row stands in makes its sum with it.
    Confirm,
    /// Some row that the sums need is not certain, or no step is left to ask.
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
    const ANY: Self = Self(0, None);

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
