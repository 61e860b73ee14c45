//! The table of section 四: one row of figures under three blocks of columns.

use std::ops::Range;

use super::UnplacedReason;
use super::header::{Header, HeaderWord};
use super::out::{Fit, Out, Under, alternatives};
use super::place::is_rest_of_number;
use super::scan::Values;
use super::split::{Boundaries, Readings, RowSum, readings};
use super::words::Word;
use crate::form::{Cell, Column, Route, Ruling};

/// The table of section 四 as printed.
pub(super) struct DisputeTable {
    pub(super) header: Header,
    pub(super) runs: Vec<Values>,
}

const RULINGS: usize = Ruling::ALL.len() + 1;

/// Whether these are the columns of three blocks.
fn is_three_blocks(rulings: &[(Column<Ruling>, Range<u32>)]) -> bool {
    let is_in = |block: &[(Column<Ruling>, Range<u32>)]| {
        let mut all = Ruling::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
        all.all(|column| block.iter().any(|own| own.0 == column))
    };
    rulings.len() == Route::ALL.len() * RULINGS && rulings.chunks(RULINGS).all(is_in)
}

/// The cells of the table in the order of print, and the columns that they stand in where its header says so.
struct Order {
    cells: Vec<Cell>,
    columns: Vec<Range<u32>>,
}

impl DisputeTable {
    /// The cells in the order of the header, which is that of the form unless the header is whole and says
    /// otherwise. `None` if its cells name some of the blocks or columns and not all.
    fn order(&self) -> Option<Order> {
        let mut routes = Route::ALL.to_vec();
        let mut rulings: Vec<(Column<Ruling>, Range<u32>)> = Vec::new();
        let printed: Vec<Column<Ruling>> = Ruling::ALL.iter().copied().map(Column::Of).chain([Column::Total]).collect();
        if self.header.is_of_cells {
            let by_header = beside_each_other(self.header.once(), |word| match word {
                Word::Route(route) => Some(route),
                _ => None,
            });
            let by_header: Vec<Route> = by_header.into_iter().map(|route| route.0).collect();
            if by_header.len() == routes.len() && routes.iter().all(|route| by_header.contains(route)) {
                routes = by_header;
            } else if !by_header.is_empty() && !self.header.unknown.is_empty() {
                return None;
            }
            let ruling = |word| match word {
                Word::Ruling(ruling) => Some(Column::Of(ruling)),
                Word::Total => Some(Column::Total),
                _ => None,
            };
            rulings = [self.header.words.clone(), self.header.once()]
                .into_iter()
                .map(|words| beside_each_other(words, ruling))
                .find(|rulings| is_three_blocks(rulings))
                .unwrap_or_default();
        }
        let is_whole = !rulings.is_empty();
        let is_named_in_cells =
            |header: &HeaderWord| matches!(header.word, Word::Ruling(_)) && !header.columns.is_empty();
        if !is_whole && self.header.words.iter().any(is_named_in_cells) {
            return None;
        }
        let column = |block: usize, at: usize| if is_whole { rulings[block * RULINGS + at].0 } else { printed[at] };
        let cells =
            routes.iter().enumerate().flat_map(|(block, &route)| (0..RULINGS).map(move |at| (block, route, at)));
        Some(Order {
            cells: cells.map(|(block, route, at)| Cell::Dispute(route, column(block, at))).collect(),
            columns: rulings.into_iter().map(|ruling| ruling.1).collect(),
        })
    }

    /// Places every row of figures whose cells are certain.
    pub(super) fn place(self, out: &mut Out<'_, '_>) {
        let Some(order) = self.order() else {
            for values in &self.runs {
                out.leave(values, UnplacedReason::NoColumn);
            }
            return;
        };
        for values in &self.runs {
            // A table with a row for each year: none of them is known to be that of the report.
            let names_a_year = values.own_text.as_ref().is_some_and(|text| text.contains(&'年'));
            let is_whole =
                matches!(out.fit(values, order.cells.len()), Fit::Slots(_)) && values.slots.len() >= order.cells.len();
            if names_a_year || (self.runs.len() > 1 && !is_whole) {
                out.leave(values, UnplacedReason::NoRow);
            } else if values.slots.iter().any(|slot| !out.text(slot).is_empty()) {
                self.place_in(&order, values, out);
            }
        }
    }

    fn place_in(&self, order: &Order, values: &Values, out: &mut Out<'_, '_>) {
        let Order { cells: order, columns } = order;
        // Words where figures should be stand in cells as well.
        let whole = Values { slots: [&values.before[..], &values.slots].concat(), ..values.clone() };
        let values = if whole.slots.len() == order.len() { &whole } else { values };
        if columns.len() == order.len() {
            match out.under(&self.header, columns, values) {
                Under::Slots { cells, others } => return out.put_under(order, &cells, &others, values),
                Under::No { has_others: true } => return out.leave(values, UnplacedReason::NoColumn),
                // Where the header does not stand over its columns, their sums say that these are the figures.
                Under::No { .. } => match out.fit(values, order.len()) {
                    Fit::Slots(slots) if makes_its_sums(order, &slots, values, out) => {}
                    _ => return out.leave(values, UnplacedReason::NoColumn),
                },
                Under::NotKnown => {}
            }
        }
        match out.fit(values, order.len()) {
            Fit::Slots(slots)
                if out.has_cells_beside(values, &slots) && !makes_its_sums(order, &slots, values, out) =>
            {
                out.leave(values, UnplacedReason::NoColumn);
            }
            Fit::Slots(slots) if !out.may_be_broken(values) || makes_its_sums(order, &slots, values, out) => {
                for (&cell, at) in order.iter().zip(slots) {
                    out.put(cell, &values.slots[at]);
                }
            }
            Fit::Slots(_) | Fit::Gaps(_) | Fit::Search => {
                let is_total_last = order.chunks(RULINGS).all(|block| block.last().is_some_and(|cell| cell.is_total()));
                let sums: Vec<RowSum> = (0..Route::ALL.len())
                    .map(|block| block * RULINGS)
                    .map(|first| RowSum { parts: first..first + RULINGS - 1, total: first + RULINGS - 1 })
                    .collect();
                let found = if let Some(reading) = out.plain_reading(values, order.len()) {
                    Readings::All(vec![reading])
                } else if is_total_last {
                    readings(&out.page.text, &values.slots, order.len(), &sums, values.boundaries(), &out.steps)
                } else {
                    Readings::NotDigits
                };
                match found {
                    Readings::All(all)
                        if all.len() == 1
                            && all[0].iter().all(Option::is_some)
                            && !may_have_an_empty_cell(values, out) =>
                    {
                        for (&cell, part) in order.iter().zip(all[0].iter().flatten()) {
                            out.put_part(cell, part);
                        }
                    }
                    found => {
                        let listed = alternatives(order, found);
                        out.leave_with(values, UnplacedReason::Ambiguous, listed);
                    }
                }
            }
            Fit::None => {}
        }
    }
}

/// What words of a header name, by the columns that they stand in where these stand beside each other, else in the order
/// of print.
fn beside_each_other<T>(words: Vec<HeaderWord>, name: impl Fn(Word) -> Option<T>) -> Vec<(T, Range<u32>)> {
    let named = words.into_iter().filter_map(|header| Some((name(header.word)?, header.columns)));
    let mut named: Vec<(usize, (T, Range<u32>))> = named.enumerate().collect();
    named.sort_by_key(|(_, (_, columns))| columns.start);
    let are_apart = named.windows(2).all(|pair| {
        let [(_, (_, left)), (_, (_, right))] = pair else { return true };
        left.end <= right.start && !left.is_empty()
    });
    if !are_apart {
        named.sort_by_key(|(printed, _)| *printed);
    }
    named.into_iter().map(|(_, named)| named).collect()
}

/// Whether the numbers of every block make its sum.
fn makes_its_sums(order: &[Cell], slots: &[usize], values: &Values, out: &Out<'_, '_>) -> bool {
    let number = |at: &usize| {
        let text = out.text(values.slots.get(*at)?);
        text.parse::<u32>().ok().filter(|_| !is_rest_of_number(text)).map(u64::from)
    };
    order.chunks(RULINGS).zip(slots.chunks(RULINGS)).all(|(cells, slots)| {
        let of = |is_total: bool| -> Option<u64> {
            let of_kind = cells.iter().zip(slots).filter(|(cell, _)| cell.is_total() == is_total);
            of_kind.map(|(_, at)| number(at)).sum()
        };
        of(true).is_some() && of(true) == of(false)
    })
}

/// Whether digits without boundaries also make the sums of section 四 with one of its cells empty.
fn may_have_an_empty_cell(values: &Values, out: &Out<'_, '_>) -> bool {
    if values.boundaries() != Boundaries::Lost {
        return false;
    }
    (0..Route::ALL.len()).any(|short| {
        let mut sums = Vec::new();
        let mut first = 0;
        for block in 0..Route::ALL.len() {
            let parts = RULINGS - 1 - usize::from(block == short);
            sums.push(RowSum { parts: first..first + parts, total: first + parts });
            first += parts + 1;
        }
        match readings(&out.page.text, &values.slots, first, &sums, Boundaries::Lost, &out.steps) {
            Readings::All(all) => all.iter().any(|reading| reading.iter().all(Option::is_some)),
            Readings::TooMany(_) | Readings::NotDigits => true,
        }
    })
}
