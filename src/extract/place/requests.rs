//! The table of section 三: rows of seven figures, and the sums that decide between their readings.

use std::cell::LazyCell;

use super::claim::{Claim, Context, Domain};
use super::columns::{self, Over, Under, order_under, places};
use super::damage::Damage;
use super::geometry::Geometry;
use super::owner::{Owned, Strength, drop_of_several, drop_out_of_order, named_by_order, owned, unfold};
use super::readings::Reading;
use super::sheet::Sheet;
use super::solve::solve;
use super::torn::label_groups;
use crate::extract::out::Out;
use crate::extract::page::rows::overlap;
use crate::extract::tables::divide::{Item, Table};
use crate::extract::tables::header::Header;
use crate::extract::tables::row::{COLUMNS, LAST_OF_THREE, RowId, has_total_at, is_one_of_three, is_sum, rows};
use crate::extract::tables::run::{Boundaries, Fit, Run};
use crate::extract::{Note, UnplacedReason};
use crate::form::{Applicant, Cell, Column, Edition, Outcome, RequestRow};

/// Places the figures of the tables of section 三, which are one, and says what they show of print.
pub(crate) fn place_requests(tables: Vec<Table>, damage: Damage, sheet: &Sheet<'_>, out: &mut Out<'_>) -> Damage {
    let headers: Vec<Header> = tables.iter().flat_map(|table| &table.headers).cloned().collect();
    let unnamed: Option<Header> = tables.iter().find_map(|table| table.unnamed.clone());
    let is_of_three =
        |item: &Item| matches!(item, Item::Label { row: RowId::Request(row), .. } if is_one_of_three(*row));
    let names_three = tables.iter().flat_map(|table| &table.items).any(is_of_three);
    let printed = rows(if names_three { Edition::V2021 } else { Edition::V2019 });
    let runs = labelled(tables, names_three, &printed, sheet, out);
    if runs.is_empty() {
        return damage;
    }
    let mut damage = damage;
    for owned in runs.iter().filter(|owned| owned.label.is_some()) {
        damage.pass(sheet.page, &owned.run, COLUMNS);
        damage.whole += usize::from(owned.run.is_line() && is_sum(sheet.page, &owned.run));
    }
    let over_runs = if headers.is_empty() { unnamed.as_slice() } else { headers.as_slice() };
    let names_others = |header: &Header| header.names_others(runs.iter().map(|owned| &owned.run), COLUMNS);
    let order = if over_runs.iter().any(names_others) { None } else { order_of_columns(&headers, &runs, sheet) };
    let Some(order) = order else {
        for owned in &runs {
            out.leave(&owned.run.slots, UnplacedReason::NoColumn);
        }
        return damage;
    };
    let claims = claims(runs, headers.first(), &order, damage, sheet, out);
    // What is certain is placed first, so that the equations know it.
    let (mut open, certain): (Vec<Claim>, Vec<Claim>) =
        claims.into_iter().partition(|claim| matches!(claim.domain, Domain::Open { .. }));
    for claim in certain {
        claim.settle(false, out);
    }
    if open.is_empty() {
        return damage;
    }
    let has_three = open.iter().any(|claim| matches!(claim.cells[0], Cell::Request(row, _) if is_one_of_three(row)))
        || out.has(Cell::Request(LAST_OF_THREE, order[0]));
    let edition = if has_three { Edition::V2021 } else { Edition::V2019 };
    let numbers = out.numbers();
    let placed = |cell: Cell| numbers[cell.slot()];
    let borne_out = solve(&mut open, edition, sheet.page, sheet.steps, sheet.by_columns, placed);
    damage.full = full(&open, &borne_out);
    for (claim, is_borne_out) in open.into_iter().zip(borne_out) {
        claim.settle(is_borne_out, out);
    }
    damage
}

/// How many rows without a boundary were decided, if no row may have an empty cell.
fn full(claims: &[Claim], borne_out: &[bool]) -> usize {
    let mut decided = 0;
    for (claim, is_borne_out) in claims.iter().zip(borne_out) {
        let Domain::Open { free, bound, .. } = &claim.domain else { continue };
        let is_whole = |reading: &Reading| reading.iter().all(Option::is_some);
        if (free.is_none() || !bound.is_empty()) && (bound.is_empty() || !bound.iter().all(is_whole)) {
            return 0;
        }
        let is_lost = claim.run.boundaries() == Boundaries::Lost;
        decided += usize::from(is_lost && (free.is_some() || *is_borne_out));
    }
    decided
}

/// The runs of the tables with the labels that are believed.
fn labelled(
    tables: Vec<Table>,
    names_three: bool,
    printed: &[RequestRow],
    sheet: &Sheet<'_>,
    out: &mut Out<'_>,
) -> Vec<Owned> {
    let (mut runs, mut may_stand_behind) = (Vec::new(), false);
    for table in tables {
        let (more, behind) = owned(table, sheet.page);
        runs.extend(more);
        may_stand_behind |= behind;
    }
    if sheet.by_columns {
        runs = label_groups(runs, printed, sheet.page);
    }
    // Where （六）其他处理 has three rows, it is the label of the three: in lines of text it stands beside any of them, and in cells
    // before a label of their own.
    for owned in runs.iter_mut().filter(|owned| names_three && (owned.run.is_line() || owned.run.own_text.is_some())) {
        owned.label = owned.label.filter(|label| label.0 != RowId::Request(RequestRow::Outcome(Outcome::Other)));
    }
    let mut runs = unfold(runs, sheet.page);
    // Where labels may stand behind their figures, those before figures may be of another row. Only the sum of the outcomes
    // tells then.
    if may_stand_behind && !outcomes_hold(&runs, sheet) {
        for owned in &mut runs {
            owned.label = owned.label.filter(|label| label.1 == Strength::Beside);
        }
    }
    drop_out_of_order(&mut runs);
    for (at, row) in named_by_order(&runs, printed, sheet.by_columns, sheet.page) {
        runs[at].label = Some((RowId::Request(row), Strength::Before));
        out.notes.push(Note::NamedByOrder { row });
    }
    drop_of_several(&mut runs);
    runs
}

/// Whether in every column the outcomes make their total, and not all are zero.
fn outcomes_hold(runs: &[Owned], sheet: &Sheet<'_>) -> bool {
    let mut sums = [0_u64; COLUMNS];
    let mut totals = None;
    for owned in runs {
        let figures: Vec<u64> = owned.run.slots.iter().filter_map(|slot| slot.number(sheet.page)).collect();
        match owned.request() {
            Some((RequestRow::Outcome(_), _)) if figures.len() == COLUMNS => {
                sums.iter_mut().zip(figures).for_each(|(sum, figure)| *sum = sum.saturating_add(figure));
            }
            Some((RequestRow::OutcomeTotal, _)) if totals.is_none() => totals = Some(figures),
            _ => {}
        }
    }
    totals.is_some_and(|totals| totals == sums && sums.iter().any(|sum| *sum > 0))
}

/// How many rows make their sums if their columns are in that order.
fn sums_that_hold(runs: &[Owned], order: &[Column<Applicant>], sheet: &Sheet<'_>) -> usize {
    let Some(total) = order.iter().position(|column| *column == Column::Total) else { return 0 };
    runs.iter().filter(|owned| has_total_at(sheet.page, &owned.run, total)).count()
}

/// The columns in the order of the header, which is that of the form unless the header is whole and says otherwise. `None` if
/// it says otherwise where print has no cells, and the sums do not confirm the form's order.
fn order_of_columns(headers: &[Header], runs: &[Owned], sheet: &Sheet<'_>) -> Option<Vec<Column<Applicant>>> {
    let printed = columns::of_form();
    let of_form = || (!has_total_elsewhere(runs, sheet)).then(|| printed.clone());
    let Some(first) = headers.first() else { return of_form() };
    // The header of another page of the same table says the same.
    let of_first = order_under(first);
    // Words below each other are no header: a row may be called 其他 or 总计 as a column is.
    let is_header = |header: &Header| header.words.windows(2).any(|pair| !overlap(&pair[0].columns, &pair[1].columns));
    let says_otherwise = |header: &Header| header.is_of_cells && is_header(header) && order_under(header) != of_first;
    // The cells name some of the columns and not all, so the columns of the figures are unknown.
    if headers[1..].iter().any(says_otherwise) || (of_first.is_none() && first.is_of_cells) {
        return None;
    }
    let by_header = of_first.filter(|_| first.is_legible());
    match by_header {
        // Cells that are merged wrongly may name another order than that of the figures.
        Some(order) if order != printed && first.is_of_cells => {
            (sums_that_hold(runs, &order, sheet) >= sums_that_hold(runs, &printed, sheet)).then_some(order)
        }
        Some(order) if order != printed => {
            let is_confirmed = |owned: &Owned| owned.label.is_none() || is_sum(sheet.page, &owned.run);
            runs.iter().all(is_confirmed).then_some(printed)
        }
        Some(_) => Some(printed),
        None => of_form(),
    }
}

/// Whether most rows do not make their sums in the order of the form, and all of them do with their total in one other place.
fn has_total_elsewhere(runs: &[Owned], sheet: &Sheet<'_>) -> bool {
    let is_row = |run: &&Run| matches!(run.fit(sheet.page, COLUMNS), Fit::Slots(_)) && !run.is_zero(sheet.page);
    let rows: Vec<&Run> =
        runs.iter().filter(|owned| owned.label.is_some()).map(|owned| &owned.run).filter(is_row).collect();
    let count = |place: usize| rows.iter().filter(|run| has_total_at(sheet.page, run, place)).count();
    let last = COLUMNS - 1;
    rows.len() > 1 && 2 * count(last) < rows.len() && (0..last).any(|place| count(place) == rows.len())
}

/// A claim for every run with a label; the others are left.
fn claims(
    runs: Vec<Owned>,
    header: Option<&Header>,
    order: &[Column<Applicant>],
    damage: Damage,
    sheet: &Sheet<'_>,
    out: &mut Out<'_>,
) -> Vec<Claim> {
    let header = header.filter(|header| header.is_legible()).cloned().unwrap_or_default();
    let over = Over::new(&header, places(&header, order).unwrap_or_default());
    let sum = 0..COLUMNS - 1;
    let sums = if order.last() == Some(&Column::Total) { std::slice::from_ref(&sum) } else { &[] };
    let geometry = LazyCell::new(|| Geometry::of(runs.iter().map(|owned| &owned.run), sheet.page));
    let unders: Vec<Under> = runs.iter().map(|owned| under(&over, &geometry, &owned.run, sheet)).collect();
    let mut claims: Vec<Claim> = Vec::with_capacity(runs.len());
    let mut seen = vec![0_usize; RequestRow::ALL.len()];
    for (owned, under) in runs.into_iter().zip(unders) {
        let Some((row, _)) = owned.request() else {
            // A line behind a row between tabs may be the rest of its last number.
            if let Some(before) = claims.last_mut().filter(|claim| may_go_on(&claim.run, &owned.run)) {
                before.domain = Domain::Left(UnplacedReason::Ambiguous);
            }
            out.leave(&owned.run.slots, UnplacedReason::NoRow);
            continue;
        };
        let context = Context {
            sheet,
            sums,
            is_out_of_order: sheet.by_columns,
            counts_rows: sheet.numbers_rows && owned.run.may_end_with_a_number(sheet.page),
            damage,
        };
        let cells = order.iter().map(|&column| Cell::Request(row, column)).collect();
        let mut claim = Claim::new(cells, owned.run, under, &context);
        claim.is_repeated = seen[row.index()] > 0;
        seen[row.index()] += 1;
        claims.push(claim);
    }
    claims
}

/// Whether figures without a label are one on the line behind a row of cells.
fn may_go_on(row: &Run, run: &Run) -> bool {
    let is_one_line = run.is_line() && run.slots.len() == 1 && run.own_text.is_none();
    is_one_line && !row.is_line() && run.first_row == row.first_row + row.lines
}

/// What stands under the words of the header or, where it does not say that, in the columns that the rows with all of their
/// figures show.
fn under(
    over: &Over<'_>,
    geometry: &LazyCell<Geometry, impl FnOnce() -> Geometry>,
    run: &Run,
    sheet: &Sheet<'_>,
) -> Under {
    let by_header = over.under(sheet.page, run);
    if matches!(by_header, Under::Slots { has_beyond: false, .. } | Under::No { has_others: true })
        || run.is_line()
        || run.slots.len() == COLUMNS
    {
        return by_header;
    }
    let header = Header { width: sheet.page.width_of(run.first_row), ..Header::default() };
    match geometry.columns(header.width).filter(|shown| *shown != over.columns) {
        Some(shown) => match Over::new(&header, shown.to_vec()).under(sheet.page, run) {
            by_rows @ Under::Slots { has_beyond: false, .. } => by_rows,
            _ => by_header,
        },
        None => by_header,
    }
}
