//! Whether the comparisons of the form hold, and what its row 规章 says.

use crate::check::relations::relations;
use crate::check::{Checked, Evidence, Place, Readings, Rule};
use crate::form::Form;

/// Tests every relation of the form's edition for which the form states what the rule needs to know.
pub(crate) fn assess(form: &Form, readings: &Readings, checked: &mut Checked) {
    assess_marked_row(form, readings, checked);
    for relation in relations(form.edition).iter().filter(|relation| relation.is_asked(form)) {
        let holds = || relation.holds(form, readings);
        if relation.is_first_not_zero {
            let mut cells = relation.cells.clone();
            cells.sort_by_key(|cell| readings.known(cell.slot()).is_none_or(|number| number == 0));
            checked.ask(relation.rule, readings, &cells, holds);
        } else {
            checked.ask(relation.rule, readings, &relation.cells, holds);
        }
    }
}

fn assess_marked_row(form: &Form, readings: &Readings, checked: &mut Checked) {
    let Some(first) = form.edition.rules_row().next() else { return };
    if !form.edition.rules_row().all(|cell| form.get(cell).is_some()) {
        return;
    }
    if readings.is_not_applicable(first.slot()) {
        let printed = form.get(first).map(|filed| filed.as_printed().into_owned()).unwrap_or_default();
        checked.broken(Rule::P307, Place::Cell(first), Evidence::Printed { printed });
    } else {
        checked.held(Rule::P307);
    }
}
