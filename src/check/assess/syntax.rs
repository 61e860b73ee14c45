//! Reading every cell as a number, and the rules about single cells.

use crate::check::assess::edition::OtherEdition;
use crate::check::readings::{NoNumber, Readings};
use crate::check::{Blank, Checked, Evidence, Place, Rule};
use crate::form::Wanted;
use crate::form::{Cell, CellKind, Filed, Form, Section, Unit, Value};
use crate::value::clip::clip;
use crate::value::{Amount, Decimal};

/// How many of the expected cells the form has, by section, and how many of them are totals.
pub(crate) struct Present {
    cells: [u32; Section::ALL.len()],
    totals: u32,
}

impl Present {
    /// Notes for the rules about single cells that they looked at every cell.
    pub(crate) fn settle(&self, checked: &mut Checked) {
        let cells = self.cells.iter().sum();
        for rule in ABOUT_PRESENT_CELLS {
            checked.held_but_for_findings(rule, cells);
        }
        checked.held_but_for_findings(Rule::C105, self.totals);
        checked.held_at(Rule::C103, cells);
        // The cells of its findings are beside those that should be there.
        checked.held_at(Rule::E101, cells);
        checked.held_but_for_findings(Rule::C104, 3);
    }
}

/// The rules that look at every cell on the form.
const ABOUT_PRESENT_CELLS: [Rule; 10] = [
    Rule::C101,
    Rule::C102,
    Rule::C201,
    Rule::C202,
    Rule::C203,
    Rule::C204,
    Rule::C205,
    Rule::C206,
    Rule::C301,
    Rule::C302,
];

/// Reads every cell of the form and judges it by itself. Empty totals are left to the equations.
pub(crate) fn read(form: &Form, other_edition: &OtherEdition, checked: &mut Checked) -> (Readings, Present) {
    let mut readings = Readings::none();
    let wanted = form.wanted();
    let rules_row_is_marked = form.has_marked_rules_row();
    // Present cells are the expected ones less the missing ones. On most forms nothing is missing.
    let mut present = Present { cells: wanted.by_section, totals: wanted.totals };
    let mut is_missing = false;

    // Most cells are plain digits within their bounds, or rightly absent.
    let mut others: Vec<usize> = Vec::new();
    for (slot, &(least, most)) in BOUNDS.iter().enumerate() {
        match &form.filed()[slot] {
            Some(filed) => match filed.plain_integer() {
                Some(integer) if wanted.cells[slot] && least <= integer && integer <= most => {
                    readings.set(slot, integer);
                }
                _ => others.push(slot),
            },
            None if wanted.cells[slot] => others.push(slot),
            None => {}
        }
    }
    for slot in others {
        let cell = Cell::ALL[slot];
        match (form.get(cell), wanted.cells[slot]) {
            (Some(filed), true) => read_cell(cell, filed, rules_row_is_marked, &mut readings, checked),
            (None, true) => {
                is_missing = true;
                present.cells[cell.section().index()] -= 1;
                present.totals -= u32::from(cell.is_total());
            }
            (Some(_), false) if other_edition.has(cell) => {}
            (Some(_), false) => {
                checked.broken(Rule::E101, Place::Cell(cell), Evidence::Edition { edition: form.edition });
            }
            (None, false) => {}
        }
    }
    if is_missing {
        find_missing(form, wanted, &present, other_edition, checked);
    }
    (readings, present)
}

/// Reads a cell that should be there.
fn read_cell(cell: Cell, filed: &Filed, rules_row_is_marked: bool, readings: &mut Readings, checked: &mut Checked) {
    let slot = cell.slot();
    let (value, fault) = judge(cell, filed);
    match (value, fault) {
        (Some(value), _) => readings.set(slot, value),
        (None, Some(Rule::C101)) if cell.is_total() => return readings.set_blank_total(slot),
        (None, Some(Rule::C101)) if checked.policy.blank() == Blank::Zero => readings.set(slot, 0),
        (None, _) if rules_row_is_marked && cell.is_in_rules_row() => return readings.set_not_applicable(slot),
        (None, fault) => readings.set_unknown(slot, why_no_number(fault)),
    }
    if let Some(rule) = fault {
        checked.broken(rule, Place::Cell(cell), printed(filed));
        note_no_number(rule, cell, readings, checked);
    }
}

/// Without a number in a cell, nothing that numbers must satisfy can be assessed there.
pub(crate) fn note_no_number(rule: Rule, cell: Cell, readings: &Readings, checked: &mut Checked) {
    if matches!(rule, Rule::C101 | Rule::C102 | Rule::C201) && readings.known(cell.slot()).is_none() {
        checked.not_assessed(Rule::C202, Place::Cell(cell), vec![cell]);
    }
}

/// Why a cell that breaks the rule has no number.
fn why_no_number(fault: Option<Rule>) -> NoNumber {
    match fault {
        Some(Rule::C101) => NoNumber::Blank,
        Some(Rule::C102) => NoNumber::Mark,
        Some(Rule::C201 | Rule::C202) => NoNumber::Words,
        _ => NoNumber::NotAllowed,
    }
}

fn printed(filed: &Filed) -> Evidence {
    match filed.as_printed() {
        printed if printed.is_empty() => Evidence::Nothing,
        printed => Evidence::Printed { printed: clip(&printed) },
    }
}

/// One finding for a table that is not there at all, one for each cell that a table lacks.
fn find_missing(form: &Form, wanted: &Wanted, present: &Present, other_edition: &OtherEdition, checked: &mut Checked) {
    for &section in Section::ALL {
        if present.cells[section.index()] == 0 && !other_edition.is_table(section) {
            checked.broken(Rule::C104, Place::Section(section), Evidence::Nothing);
        }
    }
    for (slot, (cell, filed)) in form.slots().enumerate() {
        let is_missing = wanted.cells[slot] && filed.is_none() && !other_edition.has(cell);
        if is_missing && present.cells[cell.section().index()] > 0 {
            checked.broken(Rule::C103, Place::Cell(cell), Evidence::Nothing);
        }
    }
}

/// The number that the rules can use, and so a report counts, if the cell holds one: a count or a change as it is, an amount
/// in millionths of the unit that it prints.
#[cfg(any(feature = "arrow60", feature = "workbook"))]
pub(crate) fn number(cell: Cell, filed: &Filed) -> Option<i64> {
    judge(cell, filed).0
}

/// The number that the rules can use, if there is one, and the rule that the cell breaks, if it breaks one.
fn judge(cell: Cell, filed: &Filed) -> (Option<i64>, Option<Rule>) {
    if let Some(integer) = filed.plain_integer()
        && cell.kind() != CellKind::Amount
    {
        return bounded(cell, integer);
    }
    match filed.value() {
        Value::Blank => (None, Some(Rule::C101)),
        Value::NotApplicable(_) => (None, Some(Rule::C102)),
        Value::Text(text) => match signed_change(text) {
            Some(change) if cell.kind() == CellKind::Change => bounded(cell, change),
            _ if says_none(text) => (None, Some(Rule::C201)),
            _ if text.len() > 20 && text.bytes().all(|b| b.is_ascii_digit()) => (None, Some(Rule::C205)),
            _ => (None, Some(Rule::C202)),
        },
        Value::Number { number, unit, .. } => {
            let is_amount = cell.kind() == CellKind::Amount;
            if unit.is_some_and(|unit| unit.is_money() != is_amount) {
                return (None, Some(Rule::C302));
            }
            if is_amount {
                return match Amount::try_from(number) {
                    Ok(amount) => (i64::try_from(amount.millionths()).ok(), other_unit(cell, unit)),
                    Err(_) if number < Decimal::ZERO => (None, Some(Rule::C203)),
                    Err(_) if number.is_finer_than_millionths() => (None, Some(Rule::C206)),
                    Err(_) => (None, Some(Rule::C205)),
                };
            }
            match number.to_integer() {
                Some(integer) => bounded(cell, integer),
                None if number.has_fraction() => (None, Some(Rule::C204)),
                None if number < Decimal::ZERO && cell.kind() == CellKind::Count => (None, Some(Rule::C203)),
                None => (None, Some(Rule::C205)),
            }
        }
    }
}

/// A unit of money that is not the one in the header of the column.
fn other_unit(cell: Cell, unit: Option<Unit>) -> Option<Rule> {
    (unit.is_some() && cell.unit().is_some() && unit != cell.unit()).then_some(Rule::C301)
}

/// A whole number within the bounds of its cell.
fn bounded(cell: Cell, integer: i64) -> (Option<i64>, Option<Rule>) {
    let (least, most) = bounds(cell);
    if (least..=most).contains(&integer) {
        (Some(integer), None)
    } else if integer < 0 && cell.kind() == CellKind::Count {
        (None, Some(Rule::C203))
    } else {
        (None, Some(Rule::C205))
    }
}

/// The least and the most whole number that a cell may hold. A total may be as large as the sum of what it sums.
pub(crate) const fn bounds(cell: Cell) -> (i64, i64) {
    /// More cells than any total sums.
    const MOST_PARTS: i64 = 256;
    const MOST: i64 = u32::MAX as i64;
    match cell.kind() {
        CellKind::Change => (i32::MIN as i64, i32::MAX as i64),
        CellKind::Count if cell.is_total() => (0, MOST * MOST_PARTS),
        CellKind::Count => (0, MOST),
        // Amounts are read by another way.
        CellKind::Amount => (1, 0),
    }
}

/// The bounds by slot: nearly every cell of nearly every form is a plain number within them.
static BOUNDS: [(i64, i64); Cell::ALL.len()] = {
    let mut all = [(0, 0); Cell::ALL.len()];
    let mut slot = 0;
    while slot < all.len() {
        all[slot] = bounds(Cell::ALL[slot]);
        slot += 1;
    }
    all
};

/// The ways in which 本年增/减 is filled in words: 增3, 减2.
fn signed_change(text: &str) -> Option<i64> {
    let behind = |sign: char, more: char| text.strip_prefix(sign).map(|rest| rest.strip_prefix(more).unwrap_or(rest));
    let (sign, digits) = match behind('增', '加') {
        Some(digits) => (1, digits),
        None => (-1, behind('减', '少')?),
    };
    digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| digits.parse::<u32>().ok())
        .flatten()
        .map(|n| sign * i64::from(n))
}

fn says_none(text: &str) -> bool {
    matches!(text, "无" | "無" | "没有" | "未发生" | "零" | "〇" | "暂无")
}
