//! The equations of the form decide between the readings of claims: the same data that checks a form.

use super::claim::{Claim, Domain};
use super::readings::{Reading, value_of};
use super::sheet::Steps;
use crate::check::equations::{Equation, equations};
use crate::extract::page::rows::Page;
use crate::form::{Cell, Edition};

/// The least and the greatest that a number can be; the greatest is not always known.
#[derive(Clone, Copy)]
struct Between(u64, Option<u64>);

impl Between {
    const ANY: Self = Self(0, None);

    fn just(number: u64) -> Self {
        Self(number, Some(number))
    }

    fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0), self.1.zip(other.1).map(|(a, b)| a.saturating_add(b)))
    }

    fn may_equal(self, other: Self) -> bool {
        self.1.is_none_or(|most| other.0 <= most) && other.1.is_none_or(|most| self.0 <= most)
    }

    fn is_just(self) -> bool {
        self.1 == Some(self.0)
    }
}

/// The state of the solver.
struct Solver<'s> {
    page: &'s Page<'s>,
    steps: &'s Steps,
    equations: &'static [Equation],
    /// By slot of a cell, what it can hold.
    known: Vec<Between>,
    /// By slot of a cell, its place in the claim that is tested.
    place: Vec<Option<usize>>,
    /// Whether every equation of the columns has to hold, where the text does not keep the order of its rows.
    asks_all: bool,
}

/// The verdict of the equations on a reading.
struct Said {
    /// Those that it breaks.
    broken: Vec<usize>,
    /// By cell of the claim, whether an equation that other rows determine holds with it.
    is_borne_out: Vec<bool>,
}

/// Takes the readings that the equations refute from claims, and says of each claim whether what is left of it is borne out.
///
/// What is placed already is known by `placed`. A bound reading is refuted if it breaks an equation that another reading
/// makes, and mends none that the free one breaks.
pub(crate) fn solve(
    claims: &mut [Claim],
    edition: Edition,
    page: &Page<'_>,
    steps: &Steps,
    asks_all: bool,
    placed: impl Fn(Cell) -> Option<u64>,
) -> Vec<bool> {
    let mut known = vec![Between::ANY; Cell::ALL.len()];
    for &cell in Cell::ALL {
        known[cell.slot()] = placed(cell).map_or(Between::ANY, Between::just);
    }
    let place = vec![None; known.len()];
    let mut solver = Solver { page, steps, equations: equations(edition), known, place, asks_all };
    for claim in claims.iter() {
        solver.learn(claim);
    }
    loop {
        let mut refuted = 0;
        for claim in claims.iter_mut() {
            let count = solver.refute(claim);
            if count > 0 {
                solver.learn(claim);
            }
            refuted += count;
        }
        if refuted == 0 {
            break;
        }
    }
    claims.iter().map(|claim| solver.is_borne_out(claim)).collect()
}

impl Solver<'_> {
    /// Knows what the cells of a claim can hold.
    fn learn(&mut self, claim: &Claim) {
        if claim.is_repeated {
            return;
        }
        for (at, cell) in claim.cells.iter().enumerate() {
            let between = claim.between(self.page, at);
            self.known[cell.slot()] = between.map_or(Between::ANY, |(least, most)| Between(least, Some(most)));
        }
    }

    /// Removes the refuted readings from a claim and returns their number.
    fn refute(&mut self, claim: &mut Claim) -> usize {
        let kept: Vec<bool> = match &claim.domain {
            Domain::Open { bound, is_complete: true, free, .. } if bound.len() + usize::from(free.is_some()) > 1 => {
                let tested = self.equations_of(claim);
                let of_bound = |reading| Some(self.test(claim, &tested, of(reading))?.broken);
                let Some(broken) = bound.iter().map(of_bound).collect::<Option<Vec<Vec<usize>>>>() else { return 0 };
                let of_free = match free {
                    Some(_) => {
                        let value = |at| claim.free_value(self.page, at).map_or(Between::ANY, Between::just);
                        let Some(said) = self.test(claim, &tested, value) else { return 0 };
                        Some(said.broken)
                    }
                    None => None,
                };
                // An equation that no reading can make says nothing of them: it is wrong on the form, or elsewhere.
                let by_all = |equation: &usize| broken.iter().chain(&of_free).all(|broken| broken.contains(equation));
                let mends = |broken: &Vec<usize>| {
                    of_free.as_ref().is_some_and(|free| free.iter().any(|equation| !broken.contains(equation)))
                };
                broken.iter().map(|broken| broken.iter().all(by_all) || mends(broken)).collect()
            }
            _ => return 0,
        };
        let Domain::Open { bound, free, .. } = &mut claim.domain else { return 0 };
        let left = kept.iter().filter(|kept| **kept).count();
        // Where every reading is refuted, none of them is to be blamed.
        if left == bound.len() || (left == 0 && free.is_none()) {
            return 0;
        }
        let refuted = bound.len() - left;
        let mut kept = kept.into_iter();
        bound.retain(|_| kept.next().unwrap_or(true));
        refuted
    }

    /// Whether the only reading of a claim breaks no equation and others determine all of its cells.
    fn is_borne_out(&mut self, claim: &Claim) -> bool {
        let Domain::Open { free: None, bound, is_complete: true, are_doubts: false } = &claim.domain else {
            return false;
        };
        let [reading] = bound.as_slice() else { return false };
        let tested = self.equations_of(claim);
        let said = self.test(claim, &tested, of(reading));
        let is_said = |said: Said| said.broken.is_empty() && said.is_borne_out.iter().all(|is| *is);
        claim.has_totals(reading) && said.is_some_and(is_said)
    }

    /// The equations that say something of a claim: those that go beyond it. Where the text does not keep the order of its
    /// rows these are all of the columns, because two rows that have moved alike make each other's sums.
    fn equations_of(&mut self, claim: &Claim) -> Vec<usize> {
        self.place.fill(None);
        for (at, cell) in claim.cells.iter().enumerate() {
            self.place[cell.slot()] = Some(at);
        }
        let is_asked = |number: &usize| {
            let equation = &self.equations[*number];
            let mut slots = equation.left.slots.iter().chain(&equation.right.slots);
            let is_within = || slots.clone().any(|&slot| self.place[slot].is_some());
            let concerns = if self.asks_all { !is_of_row(equation) } else { is_within() };
            concerns && slots.any(|&slot| self.place[slot].is_none())
        };
        (0..self.equations.len()).filter(is_asked).collect()
    }

    /// The equations that the values of a claim break, and which of its cells others bear out. Nothing, if no step is left to see that.
    fn test(&self, claim: &Claim, equations: &[usize], value: impl Fn(usize) -> Between) -> Option<Said> {
        self.steps.spend(1)?;
        let mut said = Said { broken: Vec::new(), is_borne_out: vec![false; claim.cells.len()] };
        let between = |slot: usize| self.place[slot].map_or(self.known[slot], &value);
        let sum = |slots: &[usize]| slots.iter().fold(Between::just(0), |sum, &slot| sum.plus(between(slot)));
        for &number in equations {
            let Equation { left, right, .. } = &self.equations[number];
            let (of_left, of_right) = (sum(&left.slots), sum(&right.slots));
            if !of_left.may_equal(of_right) {
                said.broken.push(number);
            } else if of_left.is_just() && of_right.is_just() {
                for at in left.slots.iter().chain(&right.slots).filter_map(|&slot| self.place[slot]) {
                    said.is_borne_out[at] = true;
                }
            }
        }
        Some(said)
    }
}

/// Whether all cells of an equation stand in one row of section 三.
fn is_of_row(equation: &Equation) -> bool {
    let row = |slot: &usize| match Cell::ALL[*slot] {
        Cell::Request(row, _) => Some(row),
        _ => None,
    };
    let first = equation.left.slots.first().and_then(row);
    first.is_none() || equation.right.slots.iter().all(|slot| row(slot) == first)
}

/// What a reading gives to the cells of its claim.
fn of(reading: &Reading) -> impl Fn(usize) -> Between {
    |at| Between::just(value_of(reading, at))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::extract::page::rows::{Piece, RowKind};
    use crate::extract::place::claim::Free;
    use crate::extract::place::readings::Part;
    use crate::extract::tables::run::Run;
    use crate::form::{Applicant, Column, RequestRow};

    /// A claim of 一、本年新收 with figures as they are printed, if they are free, and other readings.
    fn claim(free: bool, bound: &[[u64; 7]]) -> Claim {
        let columns = Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
        let cells = columns.map(|column| Cell::Request(RequestRow::Received, column)).collect();
        let slot = |at: usize| {
            let text = 2 * at..2 * at + 1;
            Piece { follows_space: true, ..Piece::new(text.clone(), text) }
        };
        let (kind, own_text, before) = (RowKind::Line, None, Vec::new());
        let slots = (0..7).map(slot).collect();
        let run = Run { slots, first_row: 0, kind, own_text, lines: 1, is_glued: false, has_tall_label: false, before };
        let part = |value: u64| Some(Part { value, digits: value.to_string(), text: 0..1, source: 0..1 });
        let bound = bound.iter().map(|row| row.map(part).to_vec()).collect();
        let free = free.then(|| Free::Slots((0..7).collect()));
        Claim {
            cells,
            run,
            domain: Domain::Open { free, bound, is_complete: true, are_doubts: false },
            is_repeated: false,
        }
    }

    /// How many bound readings are left, and whether what is left is borne out, where the other rows are known or are not.
    fn solved(mut claim: Claim, of_others: Option<u64>) -> (usize, bool) {
        let page = Page::new(Cow::Borrowed("5 0 0 0 0 0 5"));
        // The others print nothing but （七）总计 of a natural person and of all.
        let placed = |cell: Cell| match cell {
            Cell::Request(RequestRow::Received, _) => None,
            Cell::Request(RequestRow::OutcomeTotal, Column::Of(Applicant::NaturalPerson) | Column::Total) => of_others,
            _ => of_others.map(|_| 0),
        };
        let borne_out =
            solve(std::slice::from_mut(&mut claim), Edition::V2021, &page, &Steps::new(1000), false, placed);
        let Domain::Open { bound, .. } = claim.domain else { return (0, false) };
        (bound.len(), borne_out[0])
    }

    #[test]
    fn equations_refute_bound_readings_and_bear_one_out() {
        let (right, moved) = ([5, 0, 0, 0, 0, 0, 5], [0, 5, 0, 0, 0, 0, 5]);
        for (is_free, bound, of_others, expected) in [
            (false, vec![right, moved], Some(5), (1, true)),
            // The others are unknown.
            (false, vec![right, moved], None, (2, false)),
            (false, vec![right], None, (1, false)),
            // Every reading is refuted, so none of them is to be blamed.
            (false, vec![moved], Some(5), (1, false)),
            // The free reading makes the equations, and the other does not.
            (true, vec![moved], Some(5), (0, false)),
            // The free reading breaks equations that the other mends.
            (true, vec![[6, 0, 0, 0, 0, 0, 6]], Some(6), (1, false)),
        ] {
            assert_eq!(solved(claim(is_free, &bound), of_others), expected, "{is_free} {bound:?} {of_others:?}");
        }
    }
}
