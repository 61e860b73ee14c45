//! Cells of sheets and their content.

use super::formula::Sum;
use crate::extract::model::Shown;
use crate::value::Decimal;

/// Row and column of a cell, from 0.
pub(super) type At = (u32, u32);

/// What a cell holds.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) text: String,
    pub(super) shown: Shown,
    /// The number in it, for formulas over it.
    pub(super) number: Option<Decimal>,
    pub(super) is_formula: bool,
    pub(super) sum: Option<Sum>,
    /// The print, if the format prints something else than the cell holds.
    pub(super) printed: Option<String>,
}
