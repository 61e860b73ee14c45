//! The comparisons within section 二, as data.

use crate::check::{Checked, Readings, Rule};
use crate::form::{Cell, Form, ProactiveCell as P};

/// Cells of section 二 and what must hold between them.
struct Relation {
    rule: Rule,
    cells: &'static [P],
    holds: fn(&[i64]) -> bool,
}

const fn relation(rule: Rule, cells: &'static [P], holds: fn(&[i64]) -> bool) -> Relation {
    Relation { rule, cells, holds }
}

/// What must hold between two cells of one kind, or between three.
const AT_MOST: fn(&[i64]) -> bool = |v| v[0] <= v[1];
const AT_LEAST: fn(&[i64]) -> bool = |v| v[0] >= v[1];
const EQUAL: fn(&[i64]) -> bool = |v| v[0] == v[1];
const SUM_NOT_NEGATIVE: fn(&[i64]) -> bool = |v| v[0] + v[1] >= 0;
const BOTH_OR_NEITHER: fn(&[i64]) -> bool = |v| (v[0] == 0) == (v[1] == 0);
/// A change of one item where there was one is no sign of a stock in the wrong place.
const DIFFER_UNLESS_FEW: fn(&[i64]) -> bool = |v| v[0] != v[1] || v[0] < 5;
const NONE_WITHOUT_ITEMS: fn(&[i64]) -> bool = |v| v[0] == 0 || v[1] + v[2] != 0;

const RELATIONS: [Relation; 21] = [
    relation(Rule::P101, &[P::RulesNewlyDisclosed, P::RulesTotalDisclosed], AT_MOST),
    relation(Rule::P101, &[P::NormativeDocumentsNewlyDisclosed, P::NormativeDocumentsTotalDisclosed], AT_MOST),
    relation(Rule::P102, &[P::LicensingPreviousItems, P::LicensingChange], SUM_NOT_NEGATIVE),
    relation(Rule::P102, &[P::OtherServicesPreviousItems, P::OtherServicesChange], SUM_NOT_NEGATIVE),
    relation(Rule::P102, &[P::PenaltiesPreviousItems, P::PenaltiesChange], SUM_NOT_NEGATIVE),
    relation(Rule::P102, &[P::CoercionPreviousItems, P::CoercionChange], SUM_NOT_NEGATIVE),
    relation(Rule::P102, &[P::FeesPreviousItems, P::FeesChange], SUM_NOT_NEGATIVE),
    relation(Rule::P103, &[P::ProcurementProjects, P::ProcurementAmount], BOTH_OR_NEITHER),
    relation(Rule::P201, &[P::RulesInForce, P::RulesIssued], AT_LEAST),
    relation(Rule::P201, &[P::NormativeDocumentsInForce, P::NormativeDocumentsIssued], AT_LEAST),
    relation(Rule::P301, &[P::RulesNewlyMade, P::RulesNewlyDisclosed], EQUAL),
    relation(Rule::P301, &[P::NormativeDocumentsNewlyMade, P::NormativeDocumentsNewlyDisclosed], EQUAL),
    relation(Rule::P302, &[P::LicensingDecisions, P::LicensingPreviousItems, P::LicensingChange], NONE_WITHOUT_ITEMS),
    relation(
        Rule::P302,
        &[P::OtherServicesDecisions, P::OtherServicesPreviousItems, P::OtherServicesChange],
        NONE_WITHOUT_ITEMS,
    ),
    relation(Rule::P302, &[P::PenaltiesDecisions, P::PenaltiesPreviousItems, P::PenaltiesChange], NONE_WITHOUT_ITEMS),
    relation(Rule::P302, &[P::CoercionDecisions, P::CoercionPreviousItems, P::CoercionChange], NONE_WITHOUT_ITEMS),
    relation(Rule::P304, &[P::LicensingPreviousItems, P::LicensingChange], DIFFER_UNLESS_FEW),
    relation(Rule::P304, &[P::OtherServicesPreviousItems, P::OtherServicesChange], DIFFER_UNLESS_FEW),
    relation(Rule::P304, &[P::PenaltiesPreviousItems, P::PenaltiesChange], DIFFER_UNLESS_FEW),
    relation(Rule::P304, &[P::CoercionPreviousItems, P::CoercionChange], DIFFER_UNLESS_FEW),
    relation(Rule::P304, &[P::FeesPreviousItems, P::FeesChange], DIFFER_UNLESS_FEW),
];

/// Tests every relation whose cells the form's edition prints.
pub(crate) fn assess(form: &Form, readings: &Readings, checked: &mut Checked) {
    for Relation { rule, cells, holds } in RELATIONS {
        if rule.editions().contains(&form.edition) {
            let cells: Vec<Cell> = cells.iter().map(|&cell| Cell::Proactive(cell)).collect();
            checked.ask(rule, readings, &cells, holds);
        }
    }
}
