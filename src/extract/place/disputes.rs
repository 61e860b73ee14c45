//! The table of section 四: one row of figures under three blocks of columns.

use super::claim::{Claim, Context, Domain};
use super::columns::{Over, RULINGS, of_disputes};
use super::damage::{Cause, Damage};
use super::readings::{Readings, RowSum, readings};
use super::sheet::Sheet;
use crate::extract::UnplacedReason;
use crate::extract::out::Out;
use crate::extract::tables::divide::{Item, Table};
use crate::extract::tables::reports::Reports;
use crate::extract::tables::run::{Boundaries, Fit, Run};
use crate::extract::words::period;
use crate::form::{Cell, Route};

/// Places the figures of the row that is that of the report, if its cells are certain.
pub(crate) fn place_disputes(table: Table, damage: Damage, reports: &Reports, sheet: &Sheet<'_>, out: &mut Out<'_>) {
    let header = table.headers.into_iter().next().or(table.unnamed).unwrap_or_default();
    let mut runs: Vec<Run> = Vec::new();
    for item in table.items {
        if let Item::Run(run) = item {
            runs.push(run);
        }
    }
    let Some((cells, columns)) = of_disputes(&header) else {
        for run in &runs {
            out.leave(&run.slots, UnplacedReason::NoColumn);
        }
        return;
    };
    let over = Over::new(&header, columns);
    let sums = sums_of(&cells);
    let count = runs.len();
    let is_whole =
        |run: &Run| matches!(run.fit(sheet.page, cells.len()), Fit::Slots(_)) && run.slots.len() >= cells.len();
    let labels: Vec<Option<Label>> = runs.iter().map(|run| Label::of(run, cells.len(), reports)).collect();
    let is_row_of_another = rows_of_others(&labels, runs.iter().map(is_whole));
    for (mut run, is_of_another) in runs.into_iter().zip(is_row_of_another) {
        if is_of_another || (count > 1 && !is_whole(&run)) || header.names_others([&run], cells.len()) {
            out.leave(&run.slots, UnplacedReason::NoRow);
            continue;
        }
        if run.filled(sheet.page) == 0 {
            continue;
        }
        // Words where figures should be stand in cells as well.
        if run.before.len() + run.slots.len() == cells.len() {
            run.slots.splice(0..0, std::mem::take(&mut run.before));
        }
        let context = Context { sheet, sums: &sums, is_out_of_order: false, counts_rows: false, damage };
        let under = over.under(sheet.page, &run);
        let mut claim = Claim::new(cells.clone(), run, under, &context);
        let is_borne_out = is_borne_out(&mut claim, damage, sheet);
        claim.settle(is_borne_out, out);
    }
}

/// What the words before the figures of a row say. The form has one row, without a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    /// The year of the report.
    OfReport,
    /// Another period, or a year where no title says which is that of the report.
    OfAnother,
    /// Anything else, such as a body.
    Other,
}

impl Label {
    fn of(run: &Run, cells: usize, reports: &Reports) -> Option<Self> {
        let text: String = run.own_text.as_ref()?.iter().collect();
        match period::named(&text) {
            Some(period) if reports.is_of(period) == Some(true) => Some(Self::OfReport),
            Some(_) => Some(Self::OfAnother),
            None if text.contains('年') => Some(Self::OfAnother),
            // 无 in the cells of figures is no label.
            None => (run.before.len() + run.slots.len() != cells).then_some(Self::Other),
        }
    }
}

/// By row, whether it is that of another year, of another body or of all of them: where rows name periods, or several whole rows have
/// labels, only that of the year of the report is known to be that of the form.
fn rows_of_others(labels: &[Option<Label>], are_whole: impl Iterator<Item = bool>) -> Vec<bool> {
    let names_period = labels.iter().any(|label| matches!(label, Some(Label::OfReport | Label::OfAnother)));
    let labelled = labels.iter().zip(are_whole).filter(|(label, is_whole)| label.is_some() && *is_whole).count();
    let is_one_of_several = names_period || labelled > 1;
    labels.iter().map(|label| is_one_of_several && *label != Some(Label::OfReport)).collect()
}

/// The sum of every block, if its total stands behind its parts.
fn sums_of(cells: &[Cell]) -> Vec<RowSum> {
    let is_total_last = cells.chunks(RULINGS).all(|block| block.last().is_some_and(|cell| cell.is_total()));
    let sums = (0..Route::ALL.len()).map(|block| block * RULINGS..(block + 1) * RULINGS - 1);
    if is_total_last { sums.collect() } else { Vec::new() }
}

/// Whether the only reading of a claim is one: no other equation of the form says anything of section 四, so that no cell of
/// it may be empty.
fn is_borne_out(claim: &mut Claim, damage: Damage, sheet: &Sheet<'_>) -> bool {
    let is_lost = claim.run.boundaries() == Boundaries::Lost;
    let Domain::Open { free: None, bound, .. } = &mut claim.domain else { return false };
    // Most rows of section 三 were decided without a boundary, and none of them has an empty cell.
    let keeps_empty = damage.full * 2 > crate::form::RequestRow::ALL.len() && !damage.is_seen();
    if is_lost {
        bound.retain(|reading| reading.iter().all(Option::is_some));
    }
    matches!(bound.as_slice(), [only] if only.iter().all(Option::is_some))
        && (!is_lost || keeps_empty || !may_have_an_empty_cell(&claim.run, sheet))
}

/// Whether digits without boundaries also make the sums of section 四 with one of its cells empty.
fn may_have_an_empty_cell(run: &Run, sheet: &Sheet<'_>) -> bool {
    (0..Route::ALL.len()).any(|short| {
        let mut sums = Vec::new();
        let mut cells = 0;
        for block in 0..Route::ALL.len() {
            let parts = RULINGS - 1 - usize::from(block == short);
            sums.push(cells..cells + parts);
            cells += parts + 1;
        }
        let Readings { all, is_complete } = readings(sheet.page, run, cells, &sums, Cause::Count, sheet.steps);
        !is_complete || all.iter().any(|reading| reading.iter().all(Option::is_some))
    })
}
