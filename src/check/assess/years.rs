//! The rules between a report and last year's.

use crate::check::relations::Is;
use crate::check::{Checked, Evidence, Need, Place, Readings, Rule};
use crate::form::{
    Applicant, Cell, CellKind, Column, Edition, Form, ProactiveCell as P, RequestRow, Route, Ruling, Section,
};
use crate::value::Decimal;

/// A figure, and what it is expected to be or not to pass by figures of two years.
pub(crate) struct Link {
    pub(crate) rule: Rule,
    /// The cell that is judged.
    pub(crate) current: Cell,
    /// Cells of the same year that add to what is expected.
    pub(crate) plus: Vec<Cell>,
    /// Cells of the same year that are taken away from it.
    pub(crate) minus: Vec<Cell>,
    /// Cells of the year before that add to it.
    pub(crate) previous: Vec<Cell>,
    /// What must hold between the figure and what is expected: everything in one of these lists.
    pub(crate) holds: &'static [&'static [Between]],
}

/// A figure and what is expected of it, each so many times, compared with a number.
pub(crate) struct Between {
    pub(crate) figure: i64,
    pub(crate) expected: i64,
    pub(crate) is: Is,
    /// For amounts in the unit of the cell.
    pub(crate) value: i64,
}

const fn between(figure: i64, expected: i64, is: Is, value: i64) -> Between {
    Between { figure, expected, is, value }
}

const EQUAL: &[&[Between]] = &[&[between(1, -1, Is::Equal, 0)]];
const AT_MOST: &[&[Between]] = &[&[between(1, -1, Is::AtMost, 0)]];
const AT_LEAST: &[&[Between]] = &[&[between(1, -1, Is::AtLeast, 0)]];
const NONE_OF_NONE: &[&[Between]] = &[&[between(1, 0, Is::Equal, 0)], &[between(0, 1, Is::AtLeast, 1)]];
/// They differ by less than a hundred, or less than tenfold.
const NEAR: &[&[Between]] = &[
    &[between(1, -1, Is::Below, 100), between(-1, 1, Is::Below, 100)],
    &[between(1, -10, Is::Below, 0), between(-10, 1, Is::Below, 0)],
];
/// Less than ten thousand times as much, or there was none.
const NEAR_IN_MONEY: &[&[Between]] = &[&[between(0, 1, Is::Equal, 0)], &[between(1, -10_000, Is::Below, 0)]];

impl Link {
    /// A figure that is compared with cells of the year before alone.
    fn with_previous(
        rule: Rule,
        current: Cell,
        holds: &'static [&'static [Between]],
        previous: impl Into<Vec<Cell>>,
    ) -> Self {
        Self { rule, current, plus: Vec::new(), minus: Vec::new(), previous: previous.into(), holds }
    }

    /// Its cells of the year, the one that is judged first.
    fn cells(&self) -> Vec<Cell> {
        [self.current].iter().chain(&self.plus).chain(&self.minus).copied().collect()
    }
}

impl Between {
    /// Whether it holds between two readings of a cell.
    fn holds(&self, figure: i64, expected: i64, kind: CellKind) -> bool {
        // Amounts are read in millionths of their unit.
        let one = if kind == CellKind::Amount { 1_000_000 } else { 1 };
        let times = |number: i64, times: i64| i128::from(number) * i128::from(times);
        self.is.compare(times(figure, self.figure) + times(expected, self.expected), times(self.value, one))
    }
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
    let mut broken: Vec<Cell> = Vec::new();
    for link in links(form, previous_form) {
        // A stock past its bound does not follow from the year before either: one finding says it.
        if !broken.contains(&link.current) && !follows(&link, current, previous, checked) {
            broken.push(link.current);
        }
    }
    assess_copy(form, current, previous, checked);
    for link in disputes_without_requests() {
        follows(&link, current, previous, checked);
    }
}

pub(crate) fn is_of_the_year_before(form: &Form, previous: &Form) -> bool {
    let bodies = form.body.as_ref().zip(previous.body.as_ref());
    let years = form.year.zip(previous.year);
    bodies.is_some_and(|(body, other)| body.is_same_as(other))
        && years.is_some_and(|(year, before)| year.number() == before.number() + 1)
}

/// 二 against 四 of the year before.
pub(crate) fn carried(column: Column<Applicant>) -> Link {
    let [now, before] = [RequestRow::CarriedIn, RequestRow::CarriedOver].map(|row| Cell::request(row, column));
    Link::with_previous(Rule::Y101, now, EQUAL, [before])
}

/// Asks what was carried over: the applicants' columns, and 总计 only where they do not decide.
fn assess_carried(current: &Readings, previous: &Readings, checked: &mut Checked) {
    let columns = Applicant::ENTRIES.map(|applicant| {
        let link = carried(Column::Of(applicant));
        let is_known =
            current.known(link.current.slot()).is_some() && previous.known(link.previous[0].slot()).is_some();
        (follows(&link, current, previous, checked), is_known)
    });
    let is_decided = columns.iter().all(|&(_, is_known)| is_known) || columns.iter().any(|&(holds, _)| !holds);
    if !is_decided {
        follows(&carried(Column::Total), current, previous, checked);
    }
}

/// Tests a link; false if it is broken.
fn follows(link: &Link, current: &Readings, previous: &Readings, checked: &mut Checked) -> bool {
    let Link { rule, previous: cells_before, .. } = link;
    let (cells, kind) = (link.cells(), link.current.kind());
    if cells.iter().any(|cell| current.is_not_applicable(cell.slot()))
        || cells_before.iter().any(|cell| previous.is_not_applicable(cell.slot()))
    {
        return true;
    }
    let place = Place::Cell(link.current);
    match (current.all_known(&cells), previous.all_known(cells_before)) {
        (Ok(now), Ok(before)) => {
            let (figure, others) = (now[0], &now[1..]);
            let (plus, minus) = others.split_at(link.plus.len());
            let expected = plus.iter().chain(&before).sum::<i64>() - minus.iter().sum::<i64>();
            let follows = link.holds.iter().any(|all| all.iter().all(|test| test.holds(figure, expected, kind)));
            if follows {
                checked.held(*rule);
            } else {
                let evidence = Evidence::AcrossYears {
                    previous: previous.operands(cells_before),
                    current: current.operands(&cells),
                    expected: (kind != CellKind::Amount).then(|| Decimal::from(expected)),
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

/// The links of a form with the form of the year before, by their editions.
pub(crate) fn links(form: &Form, previous: &Form) -> Vec<Link> {
    let mut links = stocks(previous.edition, form.edition);
    links.extend(Route::ALL.iter().map(|&route| {
        let (all, pending) = (Cell::dispute(route, Column::Total), Cell::dispute(route, Ruling::Pending));
        Link::with_previous(Rule::Y303, all, AT_LEAST, [pending])
    }));
    links.extend(of_jumps(form, previous));
    links
}

/// What section 二 prints of stocks: what was in force or in use, and how it changed within the year.
pub(crate) fn stocks(before: Edition, now: Edition) -> Vec<Link> {
    let link = |rule, current: P, holds, [plus, minus, previous]: [&[P]; 3]| {
        let cells = |cells: &[P]| cells.iter().map(|&cell| Cell::Proactive(cell)).collect::<Vec<_>>();
        let (plus, minus, previous) = (cells(plus), cells(minus), cells(previous));
        Link { rule, current: Cell::Proactive(current), plus, minus, previous, holds }
    };
    match (before, now) {
        (Edition::V2019, Edition::V2019) => {
            let items = P::ITEMS.iter().map(|row| link(Rule::Y201, row[0], EQUAL, [&[], &[], row]));
            let documents = P::DISCLOSED.iter();
            let totals = documents.map(|&[_, new, total]| link(Rule::Y204, total, AT_MOST, [&[new], &[], &[total]]));
            items.chain(totals).collect()
        }
        (Edition::V2019, Edition::V2021) => {
            let documents = P::DISCLOSED.iter().zip(&P::ISSUED);
            let in_force = documents.map(|(&[.., disclosed], &[issued, _, in_force])| {
                link(Rule::Y205, in_force, AT_MOST, [&[issued], &[], &[disclosed]])
            });
            in_force.collect()
        }
        (Edition::V2021, Edition::V2021) => {
            let in_force = P::ISSUED.iter().flat_map(|&[issued, repealed, in_force]| {
                [
                    link(Rule::Y202, in_force, AT_MOST, [&[issued], &[], &[in_force]]),
                    link(Rule::Y203, in_force, AT_MOST, [&[issued], &[repealed], &[in_force]]),
                    link(Rule::Y206, in_force, AT_LEAST, [&[issued], &[repealed], &[in_force]]),
                ]
            });
            in_force.collect()
        }
        (Edition::V2021, Edition::V2019) => Vec::new(),
    }
}

/// Counts and amounts that both years print, which seldom change tenfold.
fn of_jumps(form: &Form, previous: &Form) -> impl Iterator<Item = Link> {
    let unit = |form: &Form, cell: Cell| form.get(cell).map_or(cell.unit(), |filed| filed.unit(cell.unit()));
    let in_both = |cell: &Cell| cell.is_printed_in(form.edition) && cell.is_printed_in(previous.edition);
    Cell::ALL.iter().copied().filter(in_both).filter_map(move |cell| {
        let is_leaf_of_a_total = !matches!(cell, Cell::Proactive(_)) && !cell.is_total();
        let (rule, holds) = match cell.kind() {
            // Amounts in different units are not compared as numbers.
            CellKind::Amount if unit(form, cell) == unit(previous, cell) => (Rule::Y304, NEAR_IN_MONEY),
            CellKind::Count if !is_leaf_of_a_total => (Rule::Y301, NEAR),
            _ => return None,
        };
        Some(Link::with_previous(rule, cell, holds, [cell]))
    })
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

/// Disputes of a year in which, and before which, there was no request.
pub(crate) fn disputes_without_requests() -> impl Iterator<Item = Link> {
    let requests = [RequestRow::Received, RequestRow::CarriedIn].map(|row| Cell::request(row, Column::Total));
    Route::ALL.iter().map(move |&route| Link {
        plus: requests.into(),
        ..Link::with_previous(Rule::Y305, Cell::dispute(route, Column::Total), NONE_OF_NONE, requests)
    })
}
