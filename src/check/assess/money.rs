//! Figures of the text and sums of cells as numbers that can be added and compared: money, which both state in 元 or in 万元,
//! in 元.

use crate::check::Readings;
use crate::form::{Cell, CellKind, Form, Unit};
use crate::narrative::Figure;
use crate::value::Decimal;

/// Whether one of the figures is an amount of money.
pub(super) fn is_any_money<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> bool {
    figures.into_iter().any(|figure| figure.unit.is_some_and(Unit::is_money))
}

/// The figure beside amounts of money, or beside numbers of things. `None` if it is not of their kind, or too large; 0 is of
/// either kind.
pub(super) fn number(figure: &Figure, is_money: bool) -> Option<Decimal> {
    match figure.unit {
        _ if figure.value == Decimal::ZERO => Some(Decimal::ZERO),
        Some(Unit::TenThousandYuan) if is_money => figure.value.times_ten_thousand(),
        unit => (unit.is_some_and(Unit::is_money) == is_money).then_some(figure.value),
    }
}

/// The sum of the cells. `None` if one of them has no number, or is an amount of unknown unit.
pub(super) fn tabled(form: &Form, readings: &Readings, cells: &[Cell]) -> Option<Decimal> {
    readings.all_known(cells).ok()?;
    let operands = readings.operands(cells).into_iter();
    let numbers = operands.map(|operand| match (operand.cell.kind(), filed_unit(form, operand.cell)) {
        (CellKind::Amount, Some(Unit::TenThousandYuan)) => operand.value.times_ten_thousand(),
        (CellKind::Amount, unit) => (unit == Some(Unit::Yuan)).then_some(operand.value),
        (CellKind::Count | CellKind::Change, _) => Some(operand.value),
    });
    numbers.sum()
}

/// Whether an amount of the text and that of the cells differ by no more than rounding: by at most half a unit of the last digit that one
/// of them prints.
pub(super) fn is_rounded(form: &Form, readings: &Readings, cells: &[Cell], figure: &Figure) -> bool {
    let (Some(stated), Some(tabled)) = (number(figure, true), tabled(form, readings, cells)) else { return false };
    let of_text = figure.unit.map(|unit| figure.value.last_place(unit == Unit::TenThousandYuan));
    let of_cell = match (cells, readings.operands(cells).as_slice()) {
        ([cell], [operand]) => {
            let unit = filed_unit(form, *cell);
            unit.map(|unit| operand.value.last_place(unit == Unit::TenThousandYuan))
        }
        _ => None,
    };
    let difference = stated.distance(tabled);
    let is_within = |place: Decimal| [difference, difference].into_iter().sum::<Decimal>() <= place;
    // What is printed to the 元 is not rounded.
    let is_rounded = |place: &Decimal| *place > Decimal::from(1_u32) || figure.value.has_fraction();
    of_text.into_iter().chain(of_cell).filter(is_rounded).any(is_within)
}

/// The unit in which a cell is filed: what it states itself, else what the form prints.
pub(super) fn filed_unit(form: &Form, cell: Cell) -> Option<Unit> {
    form.get(cell)?.unit(cell.unit())
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::narrative::Narrative;
    use crate::value::Decimal;

    #[test]
    fn a_figure_of_another_kind_is_no_number_beside() {
        let figure = |text: &str| {
            let narrative = Narrative::from_text(&format!("一、总体情况\n{text}\n"));
            narrative.figures.into_iter().next().unwrap()
        };
        let [fees, things] = ["收取行政事业性收费3.5万元。", "全年主动公开政府信息35条。"].map(figure);
        assert_eq!(number(&fees, true), Some(Decimal::from(35_000_u32)));
        assert_eq!(number(&fees, false), None);
        assert_eq!(number(&things, false), Some(Decimal::from(35_u32)));
        assert_eq!(number(&things, true), None);
        let nothing = crate::narrative::Figure { value: Decimal::ZERO, ..things };
        assert_eq!([true, false].map(|is_money| number(&nothing, is_money)), [Some(Decimal::ZERO); 2]);
    }
}
