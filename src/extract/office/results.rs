//! The results of the formulas of a sheet: stored, or evaluated where they are sums.

use std::collections::{BTreeMap, BTreeSet};

use super::formula::Sum;
use super::held::{At, Held};
use crate::extract::Location;
use crate::extract::Note;
use crate::extract::model::Shown;
use crate::value::Decimal;

/// Cells that sums may look at, so that large sums over large sheets end.
const STEPS: usize = 4_000_000;

/// What a sum makes: a number, or an empty text where it says so.
#[derive(Clone, Copy)]
enum Made {
    Number(Decimal),
    Empty,
}

/// Decides the results of the formulas of a sheet, and notes where that is not simply the stored result.
///
/// `recalculates` says that the file asks every program to evaluate it when it is opened: then a stored result may be
/// nothing but a placeholder.
pub(super) fn settle(cells: &mut BTreeMap<At, Held>, recalculates: bool, at: impl Fn(At) -> Location) -> Vec<Note> {
    let made = evaluate(cells);
    let mut notes = Vec::new();
    for (place, held) in cells.iter_mut().filter(|(_, held)| held.is_formula) {
        let stored = held.number;
        let has_result = held.shown != Shown::Absent;
        match made.get(place) {
            Some(Made::Number(computed)) if has_result && stored == Some(*computed) => {}
            Some(Made::Empty) if has_result && stored.is_none() => {}
            Some(made) if !has_result || recalculates => {
                let computed = match made {
                    Made::Number(computed) => computed.to_string(),
                    Made::Empty => String::new(),
                };
                held.number = computed.parse().ok();
                (held.text, held.shown, held.printed) = (computed.clone(), Shown::Text, None);
                notes.push(Note::FormulaEvaluated { at: at(*place), computed });
            }
            Some(Made::Number(computed)) => {
                let (stored, computed) = (held.text.clone(), computed.to_string());
                notes.push(Note::FormulaDisagrees { at: at(*place), stored, computed });
            }
            // A program that writes formulas without evaluating them may store 0 for each.
            None if !has_result || (recalculates && stored == Some(Decimal::ZERO)) => {
                (held.number, held.shown, held.printed) = (None, Shown::Absent, None);
                notes.push(Note::FormulaWithoutResult { at: at(*place) });
            }
            Some(Made::Empty) | None => {}
        }
    }
    notes
}

/// Evaluates the sums, first those that others depend on. A sum over another formula without a result has no result.
fn evaluate(cells: &BTreeMap<At, Held>) -> BTreeMap<At, Made> {
    let mut waiting: BTreeMap<At, &Sum> = BTreeMap::new();
    waiting.extend(cells.iter().filter_map(|(at, held)| Some((*at, held.sum.as_ref()?))));
    let mut made = BTreeMap::new();
    let mut steps = STEPS;
    loop {
        let left: BTreeSet<At> = waiting.keys().copied().collect();
        let before = made.len();
        for at in &left {
            let Some(sum) = waiting.get(at) else { continue };
            match add(cells, &waiting, &made, sum, &mut steps) {
                Adds::Made(number) => {
                    made.insert(*at, number);
                    waiting.remove(at);
                }
                Adds::Never => drop(waiting.remove(at)),
                Adds::Later => {}
            }
        }
        // The rest are circles.
        if made.len() == before && waiting.len() == left.len() {
            return made;
        }
    }
}

enum Adds {
    Made(Made),
    /// It depends on a sum that has not been evaluated yet.
    Later,
    /// It depends on a cell without a result, or adds a text by a sign.
    Never,
}

fn add(
    cells: &BTreeMap<At, Held>,
    waiting: &BTreeMap<At, &Sum>,
    made: &BTreeMap<At, Made>,
    sum: &Sum,
    steps: &mut usize,
) -> Adds {
    let mut numbers = Vec::new();
    for range in sum.ranges.iter() {
        for (at, held) in cells.range((range.row, 0)..=(range.last_row, u32::MAX)) {
            let Some(left) = steps.checked_sub(1) else { return Adds::Never };
            *steps = left;
            if !(range.column..=range.last_column).contains(&at.1) {
                continue;
            }
            match made.get(at) {
                Some(Made::Number(number)) => numbers.push(*number),
                Some(Made::Empty) if sum.adds_by_plus => return Adds::Never,
                Some(Made::Empty) => {}
                None if waiting.contains_key(at) => return Adds::Later,
                None if held.shown == Shown::Absent => return Adds::Never,
                None if sum.adds_by_plus && held.number.is_none() && !held.text.is_empty() => return Adds::Never,
                None => numbers.extend(held.number),
            }
        }
    }
    Adds::Made(if numbers.len() < sum.numbers { Made::Empty } else { Made::Number(numbers.into_iter().sum()) })
}
