//! The cells of a form as the rules read them.

use crate::check::finding::Operand;
use crate::form::{Cell, CellKind};
use crate::value::Decimal;
use crate::value::axis::axis;

axis! {
    /// Why a cell has no number that the rules can use.
    #[non_exhaustive]
    pub enum NoNumber {
        Absent = "absent", "没有这一项", "it is not there";
        Blank = "blank", "空白", "it is blank";
        Mark = "mark", "填的是表示不适用的符号", "it is marked as not applicable";
        Words = "words", "填的是文字", "it holds words";
        /// It is negative, a fraction, too large or in a unit that does not fit.
        NotAllowed = "not_allowed", "填的数不合要求", "its number is none that it may hold";
    }
}

/// What the rules can use of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// A number that the cell may hold: counts and changes as they are, amounts in millionths of their unit.
    Known(i64),
    /// No number that the rules can use.
    Unknown(NoNumber),
    /// An empty total, which its parts may decide.
    BlankTotal,
    /// `/` throughout the row 规章.
    NotApplicable,
}

/// The cells of a form as numbers: what every rule, also one of the house, calculates with.
///
/// A total that follows from its parts is the sum of its parts, whatever the form states for it, so that one wrong total does not
/// spoil each of its sums. A blank is no number, unless the policy of the check reads blanks as 0.
///
/// ```
/// use ogi_report::check::{Check, NoNumber};
/// use ogi_report::{Applicant, Cell, Edition, Filed, Form, RequestRow};
///
/// let mut form = Form::new(Edition::V2021);
/// let cell = |applicant: Applicant| Cell::request(RequestRow::Received, applicant);
/// form.set(cell(Applicant::NaturalPerson), 5);
/// form.set(cell(Applicant::CommercialEnterprise), Filed::blank());
/// let readings = Check::new().readings(&form);
/// assert_eq!(readings.number(cell(Applicant::NaturalPerson))?, 5_u32.into());
/// assert_eq!(readings.number(cell(Applicant::CommercialEnterprise)), Err(NoNumber::Blank));
/// assert_eq!(readings.number(cell(Applicant::ResearchInstitution)), Err(NoNumber::Absent));
/// # Ok::<(), NoNumber>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readings([Reading; Cell::ALL.len()]);

impl std::error::Error for NoNumber {}

impl Readings {
    /// The number of a cell, in the unit of its column; an amount in the unit that the cell states.
    ///
    /// # Errors
    ///
    /// Says why the cell has none. A row 规章 that is marked as not applicable throughout has [`NoNumber::Mark`].
    ///
    /// ```
    /// use ogi_report::check::{Check, NoNumber};
    /// use ogi_report::{Cell, Edition, Form, ProactiveCell};
    ///
    /// let readings = Check::new().readings(&Form::new(Edition::V2021));
    /// assert_eq!(readings.number(Cell::Proactive(ProactiveCell::FeesAmount)), Err(NoNumber::Absent));
    /// ```
    pub fn number(&self, cell: Cell) -> Result<Decimal, NoNumber> {
        match self.0[cell.slot()] {
            Reading::Known(_) => self.decimal(cell).ok_or(NoNumber::NotAllowed),
            Reading::Unknown(why) => Err(why),
            Reading::BlankTotal => Err(NoNumber::Blank),
            Reading::NotApplicable => Err(NoNumber::Mark),
        }
    }

    /// No cell has a number.
    pub(crate) fn none() -> Self {
        static NONE: Readings = Readings([Reading::Unknown(NoNumber::Absent); Cell::ALL.len()]);
        NONE.clone()
    }

    pub(crate) fn set_unknown(&mut self, slot: usize, why: NoNumber) {
        self.0[slot] = Reading::Unknown(why);
    }

    pub(crate) fn set_blank_total(&mut self, slot: usize) {
        self.0[slot] = Reading::BlankTotal;
    }

    pub(crate) fn set_not_applicable(&mut self, slot: usize) {
        self.0[slot] = Reading::NotApplicable;
    }

    pub(crate) fn is_not_applicable(&self, slot: usize) -> bool {
        self.0[slot] == Reading::NotApplicable
    }

    pub(crate) fn is_blank_total(&self, slot: usize) -> bool {
        self.0[slot] == Reading::BlankTotal
    }

    pub(crate) fn known(&self, slot: usize) -> Option<i64> {
        match self.0[slot] {
            Reading::Known(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn set(&mut self, slot: usize, value: i64) {
        self.0[slot] = Reading::Known(value);
    }

    /// The numbers of all the cells, or those cells that have none.
    pub(crate) fn all_known(&self, cells: &[Cell]) -> Result<Vec<i64>, Vec<Cell>> {
        let numbers: Option<Vec<i64>> = cells.iter().map(|cell| self.known(cell.slot())).collect();
        numbers.ok_or_else(|| self.missing(cells))
    }

    /// Those of the cells that have no number.
    pub(crate) fn missing(&self, cells: &[Cell]) -> Vec<Cell> {
        cells.iter().copied().filter(|cell| self.known(cell.slot()).is_none()).collect()
    }

    /// The cells that have a number, with it.
    pub(crate) fn operands(&self, cells: &[Cell]) -> Vec<Operand> {
        cells.iter().filter_map(|&cell| Some(Operand { cell, value: self.decimal(cell)? })).collect()
    }

    fn decimal(&self, cell: Cell) -> Option<Decimal> {
        let value = self.known(cell.slot())?;
        match cell.kind() {
            CellKind::Amount => Decimal::from_millionths(value.unsigned_abs().into()),
            CellKind::Count | CellKind::Change => Some(value.into()),
        }
    }
}
