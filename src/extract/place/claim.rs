//! Claims: the cells that a run of figures may fill, and the readings that print allows.
//!
//! A reading is *free* if it assumes no damage of print: as many figures as cells, or the only way to write so many numbers. It needs no
//! sum, because the report's own sums may be wrong. A reading is *bound* if it assumes damage; then the sums must confirm it.

use super::columns::Under;
use super::damage::{Cause, Damage};
use super::readings::{Part, Reading, Readings, RowSum, plain_reading, readings, value_of};
use super::sheet::Sheet;
use crate::extract::UnplacedReason;
use crate::extract::out::Out;
use crate::extract::page::rows::{Page, Piece};
use crate::extract::tables::run::{Fit, Run};
use crate::form::Cell;

/// Cells in the order of print, and the figures that fill them.
pub(crate) struct Claim {
    pub(crate) cells: Vec<Cell>,
    pub(crate) run: Run,
    pub(crate) domain: Domain,
    /// Whether another run claimed these cells before, so that the sums of other rows count that one.
    pub(crate) is_repeated: bool,
}

/// The readings of a claim.
pub(crate) enum Domain {
    /// Header and cells say what stands where: by cell its slot, and slots of columns that the form does not have.
    Certain { slots: Vec<usize>, others: Vec<usize> },
    /// Print allows several.
    Open {
        /// The one that assumes no damage, if there is one.
        free: Option<Free>,
        /// Those that assume some.
        bound: Vec<Reading>,
        /// Whether these are all that the model of print allows.
        is_complete: bool,
        /// Whether the bound ones only raise a doubt: as many figures as cells do not make their sums, or fewer do so only without
        /// their totals. Accidents may have made print so. A slip of the pen looks the same, and a wrong report must not be read as
        /// a right one.
        are_doubts: bool,
    },
    /// Nothing may be said.
    Left(UnplacedReason),
}

/// A reading that assumes no damage.
pub(crate) enum Free {
    /// By cell, its slot.
    Slots(Vec<usize>),
    /// The only way to write so many numbers.
    Parts(Reading),
}

/// What the table around a claim says.
pub(crate) struct Context<'c> {
    pub(crate) sheet: &'c Sheet<'c>,
    /// The sums within the claim, if its totals stand behind their parts.
    pub(crate) sums: &'c [RowSum],
    /// Whether the figures are in the order of the columns only if every column says so.
    pub(crate) is_out_of_order: bool,
    /// Whether a number before every label may stand behind the figures of the row before.
    pub(crate) counts_rows: bool,
    pub(crate) damage: Damage,
}

impl Claim {
    /// The claim of a run to cells, the words over it being those of the cells.
    pub(crate) fn new(cells: Vec<Cell>, run: Run, under: Under, context: &Context<'_>) -> Self {
        let domain = domain(&run, cells.len(), under, context);
        Self { cells, run, domain, is_repeated: false }
    }

    /// Places its free reading if no other is left, or its only bound one if the sums confirm it; else leaves its figures.
    pub(crate) fn settle(self, is_borne_out: bool, out: &mut Out<'_>) {
        let Self { cells, run, domain, .. } = self;
        match domain {
            Domain::Certain { slots, others } => {
                out.put_all(&cells, &slots, &run.slots);
                for at in others {
                    out.leave(&run.slots[at..=at], UnplacedReason::NoColumn);
                }
            }
            Domain::Open { free: Some(Free::Slots(slots)), bound, .. } if bound.is_empty() => {
                out.put_all(&cells, &slots, &run.slots);
            }
            Domain::Open { free: Some(Free::Parts(reading)), bound, .. } if bound.is_empty() => {
                put_reading(&cells, &reading, out);
            }
            Domain::Open { free: None, bound, is_complete: true, are_doubts: false }
                if bound.len() == 1 && is_borne_out =>
            {
                put_reading(&cells, &bound[0], out);
                // What is left out may be the number of a page, or a figure that should not be there.
                for slot in run.slots.iter().filter(|slot| left_out(slot, &bound[0], out.page) > 0) {
                    out.leave(std::slice::from_ref(slot), UnplacedReason::Ambiguous);
                }
            }
            Domain::Open { free, bound, .. } => {
                let mut alternatives: Vec<Vec<(Cell, String)>> = Vec::new();
                if let Some(Free::Slots(slots)) = free {
                    let printed = |at: usize| run.slots[at].printed(out.page).to_owned();
                    alternatives.push(cells.iter().zip(slots).map(|(cell, at)| (*cell, printed(at))).collect());
                }
                alternatives.extend(bound.into_iter().map(|reading| {
                    cells.iter().zip(reading).filter_map(|(cell, part)| Some((*cell, part?.digits))).collect()
                }));
                out.leave_with(&run.slots, UnplacedReason::Ambiguous, alternatives);
            }
            Domain::Left(reason) => out.leave(&run.slots, reason),
        }
    }

    /// Whether a reading gives a number to every total. One that does not is no more than a doubt: where the total of a row is a slip of
    /// the pen, only readings without it make the sums.
    pub(crate) fn has_totals(&self, reading: &Reading) -> bool {
        self.cells.iter().zip(reading).all(|(cell, part)| part.is_some() || !cell.is_total())
    }

    /// Whether it has its figures as printed.
    pub(crate) fn is_free(&self) -> bool {
        matches!(&self.domain, Domain::Open { free: Some(_), .. } | Domain::Certain { .. })
    }

    /// What the free reading gives to a cell, if that is a number.
    pub(crate) fn free_value(&self, page: &Page<'_>, at: usize) -> Option<u64> {
        match &self.domain {
            Domain::Open { free: Some(Free::Slots(slots)), .. } => {
                self.run.slots[slots[at]].printed(page).parse::<u32>().ok().map(u64::from)
            }
            Domain::Open { free: Some(Free::Parts(parts)), .. } => Some(value_of(parts, at)),
            _ => None,
        }
    }

    /// The least and the greatest that a cell can hold, if all readings are known.
    pub(crate) fn between(&self, page: &Page<'_>, at: usize) -> Option<(u64, u64)> {
        let Domain::Open { free, bound, is_complete: true, are_doubts } = &self.domain else { return None };
        if *are_doubts && !bound.is_empty() {
            return None;
        }
        let of_free = if free.is_some() { Some(self.free_value(page, at)?) } else { None };
        let all = bound.iter().map(|reading| value_of(reading, at)).chain(of_free);
        all.clone().min().zip(all.max())
    }
}

/// How many digits of a slot no part of a reading has.
fn left_out(slot: &Piece, reading: &Reading, page: &Page<'_>) -> usize {
    let is_read = |at: usize| reading.iter().flatten().any(|part| part.text.contains(&at));
    let digits = page.text_of(slot).char_indices().filter(|(_, c)| c.is_numeric());
    digits.filter(|(at, _)| !is_read(slot.text.start + at)).count()
}

fn put_reading(cells: &[Cell], reading: &Reading, out: &mut Out<'_>) {
    for (&cell, part) in cells.iter().zip(reading) {
        if let Some(Part { text, digits, source, .. }) = part {
            out.put_digits(cell, digits, text, source);
        }
    }
}

/// Whether numbers make the sums of a claim. Where there are none, nothing is made.
fn hold(sums: &[RowSum], value: impl Fn(usize) -> Option<u64>) -> bool {
    !sums.is_empty()
        && sums.iter().all(|sum| {
            let parts: Option<u64> = sum.clone().map(&value).sum();
            parts.is_some() && parts == value(sum.end)
        })
}

fn domain(run: &Run, cells: usize, under: Under, context: &Context<'_>) -> Domain {
    let page = context.sheet.page;
    let number = |slots: &[usize], at: usize| run.slots.get(*slots.get(at)?)?.number(page);
    let has_others = match under {
        // A figure behind the table is none of it, if those under its words make their sums.
        Under::Slots { cells, has_beyond: true, .. } if !hold(context.sums, |at| number(&cells, at)) => {
            return Domain::Left(UnplacedReason::NoColumn);
        }
        Under::Slots { cells, others, .. } => return Domain::Certain { slots: cells, others },
        Under::No { has_others } => Some(has_others),
        Under::NotKnown => None,
    };
    let fit = run.fit(page, cells);
    let holds = matches!(&fit, Fit::Slots(slots) if hold(context.sums, |at| number(slots, at)));
    // Where the header does not stand over its columns, their sums may say that these are the figures.
    if has_others.is_some_and(|has_others| has_others || !holds || run.is_zero(page)) {
        return Domain::Left(UnplacedReason::NoColumn);
    }
    if context.counts_rows && fit != Fit::Nothing {
        return Domain::Left(UnplacedReason::Ambiguous);
    }
    match fit {
        Fit::Nothing => Domain::Left(UnplacedReason::NoColumn),
        Fit::Slots(slots) if holds && !run.is_mixed() && !is_torn(run, context) && !run.shows_two_as_one(page) => {
            free(slots)
        }
        Fit::Slots(slots) => of_as_many(run, slots, holds, context),
        Fit::Gaps(slots) if context.sums.is_empty() && !run.may_be_broken(page) => free(slots),
        Fit::Gaps(_) | Fit::Other => match plain_reading(page, run, cells, context.sheet.steps) {
            Some(reading) => open(Free::Parts(reading)),
            None => searched(run, cells, context),
        },
    }
}

fn free(slots: Vec<usize>) -> Domain {
    open(Free::Slots(slots))
}

/// One reading, which assumes no damage.
fn open(free: Free) -> Domain {
    Domain::Open { free: Some(free), bound: Vec::new(), is_complete: true, are_doubts: false }
}

/// Whether a run may be in another order than that of its columns.
fn is_torn(run: &Run, context: &Context<'_>) -> bool {
    context.is_out_of_order && run.lines > 1 && !run.is_zero(context.sheet.page)
}

/// The readings of as many figures as cells that may be those of other cells, although `holds` may say that they make their
/// sums.
fn of_as_many(run: &Run, slots: Vec<usize>, holds: bool, context: &Context<'_>) -> Domain {
    let (page, sums) = (context.sheet.page, context.sums);
    if is_torn(run, context) {
        // The figures as printed, if every column says so.
        return searched(run, slots.len(), context);
    }
    if !sums.is_empty() && run.has_cells_beside(page, &slots) {
        return Domain::Left(UnplacedReason::NoColumn);
    }
    let is_suspect = run.may_be_broken(page);
    if sums.is_empty() {
        let is_sound = run.lines > 1 && context.damage.broken == 0 && !run.has_rest_of_number(page);
        let is_doubtful = (is_suspect && !is_sound) || run.shows_two_as_one(page);
        return if is_doubtful { Domain::Left(UnplacedReason::Ambiguous) } else { free(slots) };
    }
    if !run.is_line() {
        // A digit has moved into the next cell.
        return if is_suspect { searched(run, slots.len(), context) } else { free(slots) };
    }
    // Two accidents that cancel each other leave as many figures as cells. Where more than one sum is broken figures may
    // have moved from one block into the next.
    let number = |at: usize| run.slots.get(*slots.get(at)?)?.number(page);
    let broken = sums.iter().filter(|sum| !hold(std::slice::from_ref(*sum), number)).count();
    let cause = Cause::BrokenSums { may_lose_total: context.damage.may_be() || broken > 1 };
    let Readings { all: bound, is_complete } = readings(page, run, slots.len(), sums, cause, context.sheet.steps);
    // `00` and `02` are no numbers, so this is no reading. Nor is it one where two stand close together beside wide gaps,
    // where one stands alone on a line beside others, or where other rows of the page are damaged.
    let is_damaged = if run.lines == 1 { is_suspect } else { context.damage.is_seen() };
    let is_reading = !(run.has_rest_of_number(page) || run.is_mixed() || (is_damaged && !holds));
    let is_complete = is_complete && !run.is_mixed();
    Domain::Open { free: is_reading.then_some(Free::Slots(slots)), bound, is_complete, are_doubts: !holds }
}

/// The readings of fewer or more figures than cells.
fn searched(run: &Run, cells: usize, context: &Context<'_>) -> Domain {
    let page = context.sheet.page;
    // More readings are possible than are looked for, and nothing may be concluded from those.
    let has_moved_digits = !run.is_line() && run.filled(page) < cells && run.may_be_broken(page);
    let Readings { all: bound, is_complete } =
        readings(page, run, cells, context.sums, Cause::Count, context.sheet.steps);
    let is_complete = is_complete && !run.is_mixed() && !has_moved_digits;
    let has_totals = |reading: &Reading| context.sums.iter().all(|sum| reading[sum.end].is_some());
    let are_doubts = !bound.iter().any(has_totals);
    Domain::Open { free: None, bound, is_complete, are_doubts }
}
