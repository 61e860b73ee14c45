//! The cells of a form as the rules read them.

use crate::check::finding::Operand;
use crate::form::{Cell, CellKind};
use crate::value::Decimal;

/// What the rules can use of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// No number that the rules can use.
    Unknown,
    /// An empty total, which its parts may decide.
    BlankTotal,
    /// A number that the cell may hold.
    Known,
    /// `/` throughout the row 规章.
    NotApplicable,
}

/// The cells of a form as numbers, by slot.
#[derive(Clone)]
pub(crate) struct Readings {
    states: [State; Cell::ALL.len()],
    /// Counts and changes as they are, amounts in millionths of their unit.
    values: [i64; Cell::ALL.len()],
}

impl Readings {
    /// No cell has a number.
    pub(crate) fn none() -> Self {
        Self { states: [State::Unknown; Cell::ALL.len()], values: [0; Cell::ALL.len()] }
    }

    pub(crate) fn set_state(&mut self, slot: usize, state: State) {
        self.states[slot] = state;
    }

    pub(crate) fn is_not_applicable(&self, slot: usize) -> bool {
        self.states[slot] == State::NotApplicable
    }

    pub(crate) fn is_blank_total(&self, slot: usize) -> bool {
        self.states[slot] == State::BlankTotal
    }

    pub(crate) fn known(&self, slot: usize) -> Option<i64> {
        (self.states[slot] == State::Known).then(|| self.values[slot])
    }

    pub(crate) fn set(&mut self, slot: usize, value: i64) {
        self.states[slot] = State::Known;
        self.values[slot] = value;
    }

    /// The numbers of all the cells, or those cells that have none.
    pub(crate) fn all_known(&self, cells: &[Cell]) -> Result<Vec<i64>, Vec<Cell>> {
        let numbers: Option<Vec<i64>> = cells.iter().map(|cell| self.known(cell.slot())).collect();
        numbers.ok_or_else(|| cells.iter().copied().filter(|cell| self.known(cell.slot()).is_none()).collect())
    }

    /// The cells that have a number, with it.
    pub(crate) fn operands(&self, cells: &[Cell]) -> Vec<Operand> {
        let operand = |&cell: &Cell| {
            let value = self.known(cell.slot())?;
            let value = match cell.kind() {
                CellKind::Amount => Decimal::from_millionths(value.unsigned_abs().into())?,
                CellKind::Count | CellKind::Change => value.into(),
            };
            Some(Operand { cell, value })
        };
        cells.iter().filter_map(operand).collect()
    }
}
