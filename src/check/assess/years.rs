//! The rules between a report and last year's.

use crate::check::{Checked, Evidence, Need, Place, Readings, Rule};
use crate::form::{
    Applicant, Cell, CellKind, Column, Edition, Filed, Form, ProactiveCell as P, RequestRow, Route, Ruling, Section,
    Value,
};
use crate::value::{Body, Decimal};

/// Figures of two years and what must hold between them.
pub(crate) struct Link {
    pub(crate) rule: Rule,
    /// The cell that is judged, and those of the same year that it follows from.
    pub(crate) current: Vec<Cell>,
    /// Cells of the year before.
    pub(crate) previous: Vec<Cell>,
    /// What the judged cell should be or should not pass, from the other cells of the year and those before.
    expected: fn(&[i64], &[i64]) -> i64,
    holds: fn(i64, i64) -> bool,
}

/// Compares with the form of the year before and its numbers; without them, what was given is no such form.
pub(crate) fn assess(form: &Form, current: &Readings, previous: Option<(&Form, &Readings)>, checked: &mut Checked) {
    let Some((previous_form, previous)) = previous else {
        checked.broken(Rule::Y102, Place::Document, Evidence::Nothing);
        // The rules that need the text as well look for a figure in it first.
        let others = Rule::ALL.iter().copied().filter(|rule| rule.needs() == [Need::Previous] && *rule != Rule::Y102);
        for rule in others.filter(|rule| rule.editions().contains(&form.edition)) {
            checked.not_assessed(rule, Place::Document, Vec::new());
        }
        return;
    };
    checked.held(Rule::Y102);
    assess_carried(current, previous, checked);
    let links = links(form, previous_form);
    let mut broken: Vec<Cell> = Vec::new();
    for link in links {
        // A stock past its bound does not follow from the year before either: one finding says it.
        if !broken.contains(&link.current[0]) && !follows(&link, current, previous, checked) {
            broken.push(link.current[0]);
        }
    }
    assess_copy(form, current, previous, checked);
    assess_disputes_without_requests(current, previous, checked);
}

pub(crate) fn is_of_the_year_before(form: &Form, previous: &Form) -> bool {
    // Spaces around a name are another finding.
    let body = |form: &Form| form.body.as_ref().map(|body| Body { name: body.name.trim().to_owned(), ..body.clone() });
    let bodies = body(form).zip(body(previous));
    let years = form.year.zip(previous.year);
    bodies.is_some_and(|(body, other)| body.is_same_as(&other))
        && years.is_some_and(|(year, before)| year.number() == before.number() + 1)
}

/// 二 against 四 of the year before: the applicants' columns, and 总计 only where they do not decide.
fn assess_carried(current: &Readings, previous: &Readings, checked: &mut Checked) {
    let carried = |column| Link {
        rule: Rule::Y101,
        current: vec![Cell::request(RequestRow::CarriedIn, column)],
        previous: vec![Cell::request(RequestRow::CarriedOver, column)],
        expected: |_, before| before[0],
        holds: |now, expected| now == expected,
    };
    let columns = Applicant::ENTRIES.map(|applicant| {
        let link = carried(Column::Of(applicant));
        let is_known =
            current.known(link.current[0].slot()).is_some() && previous.known(link.previous[0].slot()).is_some();
        (follows(&link, current, previous, checked), is_known)
    });
    let is_decided = columns.iter().all(|&(_, is_known)| is_known) || columns.iter().any(|&(holds, _)| !holds);
    if !is_decided {
        follows(&carried(Column::Total), current, previous, checked);
    }
}

/// Tests a link; false if it is broken.
fn follows(link: &Link, current: &Readings, previous: &Readings, checked: &mut Checked) -> bool {
    let Link { rule, current: cells, previous: cells_before, expected, holds } = link;
    if cells.iter().any(|cell| current.is_not_applicable(cell.slot()))
        || cells_before.iter().any(|cell| previous.is_not_applicable(cell.slot()))
    {
        return true;
    }
    let place = Place::Cell(cells[0]);
    match (current.all_known(cells), previous.all_known(cells_before)) {
        (Ok(now), Ok(before)) => {
            let expected = expected(&now[1..], &before);
            let follows = holds(now[0], expected);
            if follows {
                checked.held(*rule);
            } else {
                let evidence = Evidence::AcrossYears {
                    previous: previous.operands(cells_before),
                    current: current.operands(cells),
                    expected: (cells[0].kind() != CellKind::Amount).then(|| Decimal::from(expected)),
                };
                checked.broken(*rule, place, evidence);
            }
            follows
        }
        (now, before) => {
            let missing = now.err().into_iter().chain(before.err()).flatten().collect();
            checked.not_assessed(*rule, place, missing);
            true
        }
    }
}

const AT_MOST: fn(i64, i64) -> bool = |now, bound| now <= bound;
const AT_LEAST: fn(i64, i64) -> bool = |now, expected| now >= expected;
const EQUAL: fn(i64, i64) -> bool = |now, expected| now == expected;

/// The links of a form with the form of the year before, by their editions.
pub(crate) fn links(form: &Form, previous: &Form) -> Vec<Link> {
    let mut links = of_stocks(previous.edition, form.edition);
    links.extend(Route::ALL.iter().map(|&route| Link {
        rule: Rule::Y303,
        current: vec![Cell::dispute(route, Column::Total)],
        previous: vec![Cell::dispute(route, Ruling::Pending)],
        expected: |_, pending| pending[0],
        holds: AT_LEAST,
    }));
    links.extend(of_jumps(form, previous));
    links
}

/// What section 一 prints of stocks: what was in force or in use, and how it changed within the year.
fn of_stocks(before: Edition, now: Edition) -> Vec<Link> {
    let cells = |cells: &[P]| cells.iter().map(|&cell| Cell::Proactive(cell)).collect::<Vec<_>>();
    let link = |rule, current: &[P], previous: &[P], expected, holds| Link {
        rule,
        current: cells(current),
        previous: cells(previous),
        expected,
        holds,
    };
    let with_new: fn(&[i64], &[i64]) -> i64 = |now, before| before[0] + now[0];
    let with_change: fn(&[i64], &[i64]) -> i64 = |_, before| before[0] + before[1];
    let less_repealed: fn(&[i64], &[i64]) -> i64 = |now, before| before[0] + now[0] - now[1];
    match (before, now) {
        (Edition::V2019, Edition::V2019) => {
            let changes = [
                [P::LicensingPreviousItems, P::LicensingChange],
                [P::OtherServicesPreviousItems, P::OtherServicesChange],
                [P::PenaltiesPreviousItems, P::PenaltiesChange],
                [P::CoercionPreviousItems, P::CoercionChange],
                [P::FeesPreviousItems, P::FeesChange],
            ];
            let totals = [
                [P::RulesTotalDisclosed, P::RulesNewlyDisclosed],
                [P::NormativeDocumentsTotalDisclosed, P::NormativeDocumentsNewlyDisclosed],
            ];
            let changes =
                changes.map(|[items, change]| link(Rule::Y201, &[items], &[items, change], with_change, EQUAL));
            let totals = totals.map(|[total, new]| link(Rule::Y204, &[total, new], &[total], with_new, AT_MOST));
            changes.into_iter().chain(totals).collect()
        }
        (Edition::V2019, Edition::V2021) => [
            [P::RulesInForce, P::RulesIssued, P::RulesTotalDisclosed],
            [P::NormativeDocumentsInForce, P::NormativeDocumentsIssued, P::NormativeDocumentsTotalDisclosed],
        ]
        .map(|[in_force, issued, disclosed]| link(Rule::Y205, &[in_force, issued], &[disclosed], with_new, AT_MOST))
        .into(),
        (Edition::V2021, Edition::V2021) => [
            [P::RulesInForce, P::RulesIssued, P::RulesRepealed],
            [P::NormativeDocumentsInForce, P::NormativeDocumentsIssued, P::NormativeDocumentsRepealed],
        ]
        .into_iter()
        .flat_map(|[in_force, issued, repealed]| {
            [
                link(Rule::Y202, &[in_force, issued], &[in_force], with_new, AT_MOST),
                link(Rule::Y203, &[in_force, issued, repealed], &[in_force], less_repealed, AT_MOST),
                link(Rule::Y206, &[in_force, issued, repealed], &[in_force], less_repealed, AT_LEAST),
            ]
        })
        .collect(),
        (Edition::V2021, Edition::V2019) => Vec::new(),
    }
}

/// Counts and amounts that both years print, which seldom change tenfold.
fn of_jumps(form: &Form, previous: &Form) -> impl Iterator<Item = Link> {
    let stated_unit = |form: &Form, cell| match form.get(cell).map(Filed::value) {
        Some(Value::Number { unit, .. }) => unit,
        _ => None,
    };
    let in_both = |cell: &Cell| cell.is_printed_in(form.edition) && cell.is_printed_in(previous.edition);
    Cell::ALL.iter().copied().filter(in_both).filter_map(move |cell| {
        let is_leaf_of_a_total = !matches!(cell, Cell::Proactive(_)) && !cell.is_total();
        let (rule, holds): (Rule, fn(i64, i64) -> bool) = match cell.kind() {
            // Amounts in different units are not compared as numbers.
            CellKind::Amount if stated_unit(form, cell) == stated_unit(previous, cell) => {
                (Rule::Y304, is_near_in_money)
            }
            CellKind::Count if !is_leaf_of_a_total => (Rule::Y301, is_near),
            _ => return None,
        };
        Some(Link { rule, current: vec![cell], previous: vec![cell], expected: |_, before| before[0], holds })
    })
}

fn is_near(now: i64, before: i64) -> bool {
    let (small, large) = (now.min(before), now.max(before));
    large - small < 100 || large < small.saturating_mul(10)
}

fn is_near_in_money(now: i64, before: i64) -> bool {
    before == 0 || now / 10_000 < before
}

fn assess_copy(form: &Form, current: &Readings, previous: &Readings, checked: &mut Checked) {
    /// Fewer requests than this may well end alike in two years.
    const FEWEST: i64 = 5;
    let place = Place::Section(Section::Requests);
    let cells: Vec<Cell> = form.cells().map(|(cell, _)| cell).filter(|c| c.section() != Section::Proactive).collect();
    let pairs = || cells.iter().map(|cell| (current.known(cell.slot()), previous.known(cell.slot())));
    let differs = pairs().any(|pair| matches!(pair, (Some(now), Some(before)) if now != before));
    let missing: Vec<Cell> = cells
        .iter()
        .zip(pairs())
        .filter(|(_, (now, before))| now.is_none() || before.is_none())
        .map(|(c, _)| *c)
        .collect();
    let requests: Option<i64> = [RequestRow::Received, RequestRow::CarriedIn]
        .map(|row| current.known(Cell::request(row, Column::Total).slot()))
        .into_iter()
        .sum();
    if differs || requests.is_some_and(|requests| requests < FEWEST) {
        checked.held(Rule::Y302);
    } else if cells.is_empty() || !missing.is_empty() {
        checked.not_assessed(Rule::Y302, place, missing);
    } else {
        checked.broken(Rule::Y302, place, Evidence::Nothing);
    }
}

fn assess_disputes_without_requests(current: &Readings, previous: &Readings, checked: &mut Checked) {
    let requests = [RequestRow::Received, RequestRow::CarriedIn].map(|row| Cell::request(row, Column::Total));
    let disputes = Route::ENTRIES.map(|route| Cell::dispute(route, Column::Total));
    for disputes in disputes {
        let link = Link {
            rule: Rule::Y305,
            current: [disputes].into_iter().chain(requests).collect(),
            previous: requests.into(),
            expected: |now, before| now.iter().chain(before).sum(),
            holds: |disputes, requests| disputes == 0 || requests > 0,
        };
        follows(&link, current, previous, checked);
    }
}
