//! Whether the sums of the form hold.

use crate::check::equations::{Equation, equations};
use crate::check::readings::Readings;
use crate::check::{Blank, Checked, Evidence, Operand, Place, Rule};
use crate::form::{Cell, Edition};

/// Tests every equation of the form.
///
/// A stated total is compared with the sum of its parts; where that sum is known, it takes the place of
/// the stated total in every other equation.
///
/// Returns the readings with those sums in place.
pub(crate) fn assess(edition_of_other: Edition, stated: &Readings, checked: &mut Checked) -> Readings {
    let equations = equations(edition_of_other);
    let mut decided = stated.clone();
    let mut held: Vec<Option<bool>> = vec![None; equations.len()];
    for (i, equation) in equations.iter().enumerate() {
        let Equation { rule, at, ref left, ref right, is_total, ref implied_by } = *equation;
        let implied_by = &held[implied_by.clone()];
        let all_held = !implied_by.is_empty() && !implied_by.contains(&None);
        if all_held || implied_by.contains(&Some(false)) {
            continue;
        }
        let of_left = if is_total { stated } else { &decided };
        match (left.sum(of_left), right.sum(&decided)) {
            (Some(l), Some(r)) if l == r => {
                held[i] = Some(true);
                checked.held(rule);
            }
            (Some(_), Some(r)) => {
                held[i] = Some(false);
                let evidence =
                    Evidence::Unequal { left: of_left.operands(&left.cells), right: decided.operands(&right.cells) };
                checked.broken(rule, Place::Cell(at), evidence);
                if is_total {
                    decided.set(at.slot(), r);
                }
            }
            (_, r) => {
                let is_first = i == 0 || equations[i - 1].at != at;
                let is_blank = is_total && stated.is_blank_total(at.slot());
                if is_blank && is_first {
                    judge_blank_total(at, r.map(|_| decided.operands(&right.cells)), checked);
                }
                // An empty total that is read as the sum of its parts leaves nothing open.
                if !(is_blank && r.is_some() && checked.policy.blank() == Blank::Zero) {
                    let missing = left.missing(of_left).chain(right.missing(&decided)).collect();
                    checked.not_assessed(rule, Place::Cell(at), missing);
                }
                if let (true, Some(r)) = (is_total, r) {
                    decided.set(at.slot(), r);
                }
            }
        }
    }
    decided
}

/// An empty total is one thing if its parts say what it should be, and another if they do not.
fn judge_blank_total(at: Cell, parts: Option<Vec<Operand>>, checked: &mut Checked) {
    if let Some(right) = parts {
        checked.broken(Rule::C105, Place::Cell(at), Evidence::Unequal { left: Vec::new(), right });
    } else {
        checked.broken(Rule::C101, Place::Cell(at), Evidence::Nothing);
        checked.not_assessed(Rule::C202, Place::Cell(at), vec![at]);
    }
}
