//! The comparisons within section 二, as data, and their one evaluator.

use crate::ProactiveCell::{
    self, CoercionChange, CoercionPreviousItems, FeesChange, FeesPreviousItems, LicensingChange,
    LicensingPreviousItems, NormativeDocumentsInForce, NormativeDocumentsIssued, NormativeDocumentsNewlyDisclosed,
    NormativeDocumentsTotalDisclosed, OtherServicesChange, OtherServicesPreviousItems, PenaltiesChange,
    PenaltiesPreviousItems, ProcurementAmount, ProcurementProjects, RulesInForce, RulesIssued, RulesNewlyDisclosed,
    RulesTotalDisclosed,
};
use crate::check::{Checked, Evidence, Operand, Place, Readings, Rule};
use crate::{Cell, Decimal, Form, Value};

/// Two cells and what must hold between them.
struct Relation {
    rule: Rule,
    a: ProactiveCell,
    b: ProactiveCell,
    holds: fn(i64, i64) -> bool,
}

const fn relation(rule: Rule, a: ProactiveCell, b: ProactiveCell, holds: fn(i64, i64) -> bool) -> Relation {
    Relation { rule, a, b, holds }
}

const AT_MOST: fn(i64, i64) -> bool = |a, b| a <= b;
const AT_LEAST: fn(i64, i64) -> bool = |a, b| a >= b;
const SUM_NOT_NEGATIVE: fn(i64, i64) -> bool = |a, b| a + b >= 0;
const BOTH_OR_NEITHER: fn(i64, i64) -> bool = |a, b| (a == 0) == (b == 0);

const RELATIONS: [Relation; 10] = [
    relation(Rule::P101, RulesNewlyDisclosed, RulesTotalDisclosed, AT_MOST),
    relation(Rule::P101, NormativeDocumentsNewlyDisclosed, NormativeDocumentsTotalDisclosed, AT_MOST),
    relation(Rule::P102, LicensingPreviousItems, LicensingChange, SUM_NOT_NEGATIVE),
    relation(Rule::P102, OtherServicesPreviousItems, OtherServicesChange, SUM_NOT_NEGATIVE),
    relation(Rule::P102, PenaltiesPreviousItems, PenaltiesChange, SUM_NOT_NEGATIVE),
    relation(Rule::P102, CoercionPreviousItems, CoercionChange, SUM_NOT_NEGATIVE),
    relation(Rule::P102, FeesPreviousItems, FeesChange, SUM_NOT_NEGATIVE),
    relation(Rule::P103, ProcurementProjects, ProcurementAmount, BOTH_OR_NEITHER),
    relation(Rule::P201, RulesInForce, RulesIssued, AT_LEAST),
    relation(Rule::P201, NormativeDocumentsInForce, NormativeDocumentsIssued, AT_LEAST),
];

/// Tests every relation whose cells the form's edition prints.
pub(crate) fn assess(form: &Form, readings: &Readings, checked: &mut Checked) {
    for Relation { rule, a, b, holds } in RELATIONS {
        if !rule.editions().contains(&form.edition) {
            continue;
        }
        let cells = [Cell::Proactive(a), Cell::Proactive(b)];
        if cells.iter().all(|cell| readings.is_not_applicable(cell.slot())) {
            continue;
        }
        let place = Place::Cell(cells[0]);
        match cells.map(|cell| readings.known(cell.slot())) {
            [Some(a), Some(b)] if holds(a, b) => checked.held(rule),
            [Some(a), Some(b)] => {
                let operands = [(cells[0], a), (cells[1], b)]
                    .map(|(cell, value)| Operand { cell, value: printed(form, cell, value) });
                checked.broken(rule, place, Evidence::Compared { operands: operands.into() });
            }
            known => {
                let missing = cells.into_iter().zip(known).filter(|(_, known)| known.is_none());
                checked.not_assessed(rule, place, missing.map(|(cell, _)| cell).collect());
            }
        }
    }
}

/// The number as printed: readings hold amounts in millionths.
fn printed(form: &Form, cell: Cell, reading: i64) -> Decimal {
    match form.get(cell).map(|filed| filed.value()) {
        Some(Value::Number { number, .. }) => number,
        _ => reading.into(),
    }
}
