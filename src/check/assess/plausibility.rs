//! The rules about what is possible but unlikely.

use crate::check::{Checked, Evidence, Place, Readings, Rule};
use crate::form::{
    Applicant, Cell, Column, Denial, Edition, Form, NotProcessed, Outcome, ProactiveCell, RequestRow, Route,
    UnableToProvide, Unit, Value,
};
use crate::value::{Body, BodyKind, Level};

pub(crate) fn assess(form: &Form, readings: &Readings, checked: &mut Checked) {
    assess_amounts(form, readings, checked);
    assess_rules_row(form, readings, checked);
    assess_requests(form, readings, checked);
    assess_direct_litigation(form, readings, checked);
}

/// One million, in the millionths that amounts are read in.
const MILLION: i64 = 1_000_000 * 1_000_000;

fn assess_amounts(form: &Form, readings: &Readings, checked: &mut Checked) {
    let stated_unit = |cell| match form.get(cell).map(|filed| filed.value()) {
        Some(Value::Number { unit, .. }) => unit,
        _ => None,
    };
    let (procurement, fees) =
        (Cell::Proactive(ProactiveCell::ProcurementAmount), Cell::Proactive(ProactiveCell::FeesAmount));
    match form.edition {
        Edition::V2019 => {
            let is_clear = |v: &[i64]| v[0] <= MILLION || stated_unit(procurement).is_some();
            checked.ask(Rule::P303, readings, &[procurement], is_clear);
        }
        Edition::V2021 => {
            let is_small = form
                .body
                .as_ref()
                .is_some_and(|body| body.level == Some(Level::Township) || body.kind == Some(BodyKind::Department));
            if is_small && stated_unit(fees) != Some(Unit::Yuan) {
                checked.ask(Rule::P305, readings, &[fees], |v| v[0] < 10 * MILLION);
            }
        }
    }
}

fn assess_rules_row(form: &Form, readings: &Readings, checked: &mut Checked) {
    let row = || form.edition.cells().iter().copied().filter(|cell| cell.is_in_rules_row());
    if let Some(first) = row().next()
        && row().all(|cell| form.get(cell).is_some())
    {
        if readings.is_not_applicable(first.slot()) {
            let printed = form.get(first).map(|filed| filed.as_printed().into_owned()).unwrap_or_default();
            checked.broken(Rule::P307, Place::Cell(first), Evidence::Printed { printed });
        } else {
            checked.held(Rule::P307);
        }
    }
    if form.body.as_ref().and_then(may_make_rules) != Some(false) {
        return;
    }
    let mut cells: Vec<Cell> = row().collect();
    // The finding stands at the first cell that is not 0.
    cells.sort_by_key(|cell| readings.known(cell.slot()).is_none_or(|n| n == 0));
    checked.ask(Rule::P306, readings, &cells, |v| v.iter().all(|&n| n == 0));
}

/// Whether a body has the power to make rules (规章); `None` if what is known of it does not tell.
fn may_make_rules(body: &Body) -> Option<bool> {
    match body.level? {
        Level::National => Some(true),
        Level::Provincial | Level::Prefectural => body.kind.map(|kind| kind == BodyKind::Government),
        Level::County | Level::Township => Some(false),
    }
}

fn assess_requests(form: &Form, readings: &Readings, checked: &mut Checked) {
    /// Below this many requests, a share says nothing.
    const FEW: i64 = 30;
    let total = |row: RequestRow| Cell::request(row, Column::Total);
    let flow = [total(RequestRow::CarriedOver), total(RequestRow::Received), total(RequestRow::CarriedIn)];
    checked.ask(Rule::R302, readings, &flow, |v| v[1] + v[2] < FEW || v[0] * 4 <= v[1] + v[2]);
    if form.body.as_ref().is_some_and(|body| body.level == Some(Level::Township)) {
        let lawyers = Cell::request(RequestRow::Received, Applicant::LegalServiceInstitution);
        checked.ask(Rule::R301, readings, &[lawyers], |v| v[0] == 0);
    }
}

fn assess_direct_litigation(form: &Form, readings: &Readings, checked: &mut Checked) {
    /// The first year in which a refusal had to go to reconsideration before a suit.
    const FIRST_YEAR: u16 = 2024;
    if form.year.is_none_or(|year| year.number() < FIRST_YEAR) {
        return;
    }
    let row = |outcome: Outcome| Cell::request(outcome, Column::Total);
    // 行政查询事项 stands among the refusals, but is none under articles 14 to 16.
    let denials = |is_refusal: bool| {
        let comes_first = move |outcome: &Outcome| outcome.legal_outcome().reconsideration_first() == Some(true);
        Denial::ENTRIES.into_iter().map(Outcome::from).filter(move |outcome| comes_first(outcome) == is_refusal)
    };
    let cells: Vec<Cell> = [Cell::dispute(Route::DirectLitigation, Column::Total)]
        .into_iter()
        .chain(denials(true).map(row))
        .chain(denials(false).map(row))
        .chain(UnableToProvide::ENTRIES.map(|reason| row(reason.into())))
        .chain(NotProcessed::ENTRIES.map(|reason| row(reason.into())))
        .collect();
    checked.ask(Rule::D301, readings, &cells, |v| {
        let (refused, others) = v[1..].split_at(denials(true).count());
        v[0] == 0 || refused.iter().all(|&n| n == 0) || others.iter().any(|&n| n > 0)
    });
}
