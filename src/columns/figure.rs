//! The number of a cell and its column.

use arrow_schema::DataType;

use super::error::decimal;
use crate::check::{bounds, number};
use crate::form::{Cell, CellKind, Filed, Unit, Value};
use crate::value::{Amount, Decimal};

/// How a column holds its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Counts and changes.
    Whole,
    /// Amounts in 万元. Ten decimals, because an amount in 元 may have six.
    TenThousandYuan,
    /// Amounts in 元.
    Yuan,
    /// Amounts in a unit that is not stated.
    WithoutUnit,
}

/// Digits of a decimal column: the largest amount has 17 before the point, and engines add ten for a sum.
pub(super) const DIGITS: u8 = 28;
/// Decimals of a column in 万元, and of the values of the long layout.
pub(super) const DECIMALS: i8 = 10;
/// Ten thousand: 元 in 万元, and the difference between the decimals of the two.
const TEN_THOUSAND: i128 = 10_000;

impl Measure {
    /// The columns of a cell.
    pub(super) fn of(cell: Cell) -> &'static [Self] {
        match (cell.kind(), cell.unit()) {
            (CellKind::Amount, None) => &[Self::Yuan, Self::WithoutUnit],
            (CellKind::Amount, Some(_)) => &[Self::TenThousandYuan],
            (CellKind::Count | CellKind::Change, _) => &[Self::Whole],
        }
    }

    pub(super) const fn scale(self) -> i8 {
        match self {
            Self::Whole => 0,
            Self::TenThousandYuan => DECIMALS,
            Self::Yuan | Self::WithoutUnit => 6,
        }
    }

    pub(super) const fn data_type(self) -> DataType {
        match self {
            Self::Whole => DataType::Int64,
            _ => DataType::Decimal128(DIGITS, self.scale()),
        }
    }

    /// The unit of the column of a cell.
    pub(super) const fn unit(self, cell: Cell) -> Option<Unit> {
        match self {
            Self::Whole => cell.unit(),
            Self::TenThousandYuan => Some(Unit::TenThousandYuan),
            Self::Yuan => Some(Unit::Yuan),
            Self::WithoutUnit => None,
        }
    }

    /// The number as a message shows it.
    pub(super) fn show(self, scaled: i128) -> String {
        decimal(scaled, self.scale().unsigned_abs().into())
    }
}

/// The number of a cell, by the power of ten of its measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) measure: Measure,
    pub(super) scaled: i128,
}

impl Figure {
    /// The number that a report counts, if the cell holds one.
    pub(super) fn of(cell: Cell, filed: &Filed) -> Option<Self> {
        let number = i128::from(number(cell, filed)?);
        if cell.kind() != CellKind::Amount {
            return Some(Self { measure: Measure::Whole, scaled: number });
        }
        let Value::Number { unit: printed, .. } = filed.value() else { return None };
        let (measure, scaled) = match (cell.unit(), printed) {
            (Some(_), Some(Unit::Yuan)) => (Measure::TenThousandYuan, number),
            (Some(_), _) => (Measure::TenThousandYuan, number * TEN_THOUSAND),
            (None, Some(Unit::Yuan)) => (Measure::Yuan, number),
            (None, Some(_)) => (Measure::Yuan, number * TEN_THOUSAND),
            (None, None) => (Measure::WithoutUnit, number),
        };
        Some(Self { measure, scaled })
    }

    /// The one plain way to print the number in the cell; `None` if the cell cannot hold it, or not in a plain way.
    pub(super) fn printed_plainly(self, cell: Cell) -> Option<Filed> {
        let amount = |millionths: i128| Amount::try_from(Decimal::from_millionths(millionths.try_into().ok()?)?).ok();
        let filed = match self.measure {
            Measure::Whole => {
                let number = i64::try_from(self.scaled).ok()?;
                let (least, most) = bounds(cell);
                if !(least..=most).contains(&number) {
                    return None;
                }
                return Some(u32::try_from(number).map_or_else(|_| Filed::printed(number.to_string()), Filed::from));
            }
            Measure::TenThousandYuan => Filed::printed(amount(self.scaled / TEN_THOUSAND)?.to_string()),
            Measure::Yuan => Filed::printed(format!("{}元", amount(self.scaled)?)),
            Measure::WithoutUnit => Filed::printed(amount(self.scaled)?.to_string()),
        };
        // More decimals than an amount has are lost above, and a number that is not the same is none.
        (Self::of(cell, &filed) == Some(self)).then_some(filed)
    }

    /// What the cell can hold, for a message.
    pub(super) fn expected(cell: Cell) -> String {
        match cell.kind() {
            CellKind::Amount => "an amount from 0 to 9223372036854.775807 with at most six decimals".to_owned(),
            CellKind::Count | CellKind::Change => {
                let (least, most) = bounds(cell);
                format!("a whole number from {least} to {most}")
            }
        }
    }
}
