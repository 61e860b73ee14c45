//! What has been placed and what has not. Only this file places or leaves figures.

use std::collections::BTreeMap;
use std::ops::Range;

use super::claim::{Claim, Domain, Free};
use super::page::Page;
use super::readings::{Part, Reading};
use super::run::{Run, Slot};
use super::{Location, Note, Placed, Unplaced, UnplacedReason};
use crate::form::{Cell, Filed, Section};
use crate::render::ABSENT_SIGN;

/// Where the figures of a page stand on the form.
pub(super) struct Placing {
    pub(super) placed: Vec<Placed>,
    pub(super) unplaced: Vec<Unplaced>,
    pub(super) notes: Vec<Note>,
    /// How many rows of the form the page names.
    pub(super) rows: usize,
    /// Where the text of the report ends, if another begins there.
    pub(super) end: Option<usize>,
}

/// The cells placed so far.
pub(super) struct Out<'p> {
    pub(super) page: &'p Page<'p>,
    /// By slot of a cell, what stands in it.
    cells: Vec<Places>,
    unplaced: Vec<Unplaced>,
    pub(super) notes: Vec<Note>,
    /// How many rows of the form the page names.
    pub(super) rows: usize,
    /// Where the text of the report ends, if another begins there.
    pub(super) end: Option<usize>,
}

/// Where a page prints a cell: nearly always once, or not at all.
#[derive(Clone, Default)]
struct Places {
    first: Option<Placed>,
    again: Vec<Placed>,
}

impl Places {
    fn push(&mut self, placed: Placed) {
        match &mut self.first {
            first @ None => *first = Some(placed),
            Some(_) => self.again.push(placed),
        }
    }

    fn pop(&mut self) -> Option<Placed> {
        self.again.pop().or_else(|| self.first.take())
    }

    fn iter(&self) -> impl Iterator<Item = &Placed> {
        self.first.iter().chain(&self.again)
    }
}

impl<'p> Out<'p> {
    pub(super) fn new(page: &'p Page<'p>) -> Self {
        let cells = vec![Places::default(); Cell::ALL.len()];
        Self { page, cells, unplaced: Vec::new(), notes: Vec::new(), rows: 0, end: None }
    }

    /// Places a claim: its free reading if no other is left, or its only bound one if the sums confirm it.
    pub(super) fn settle(&mut self, claim: Claim, is_borne_out: bool) {
        let Claim { cells, run, domain, .. } = claim;
        match domain {
            Domain::Certain { slots, others } => {
                self.put_all(&cells, &slots, &run);
                for at in others {
                    self.leave(&Run { slots: vec![run.slots[at].clone()], ..run.clone() }, UnplacedReason::NoColumn);
                }
            }
            Domain::Open { free: Some(Free::Slots(slots)), bound, .. } if bound.is_empty() => {
                self.put_all(&cells, &slots, &run);
            }
            Domain::Open { free: Some(Free::Parts(reading)), bound, .. } if bound.is_empty() => {
                self.put_reading(&cells, &reading);
            }
            Domain::Open { free: None, bound, is_complete: true } if bound.len() == 1 && is_borne_out => {
                self.put_reading(&cells, &bound[0]);
            }
            Domain::Open { free, bound, .. } => {
                let mut alternatives: Vec<Vec<(Cell, String)>> = Vec::new();
                if let Some(Free::Slots(slots)) = free {
                    let printed = |at: usize| run.slots[at].printed(self.page).to_owned();
                    alternatives.push(cells.iter().zip(slots).map(|(cell, at)| (*cell, printed(at))).collect());
                }
                alternatives.extend(bound.into_iter().map(|reading| {
                    cells.iter().zip(reading).filter_map(|(cell, part)| Some((*cell, part?.digits))).collect()
                }));
                self.leave_with(&run, UnplacedReason::Ambiguous, alternatives);
            }
            Domain::Left(reason) => self.leave(&run, reason),
            Domain::Empty => {}
        }
    }

    fn put_all(&mut self, cells: &[Cell], slots: &[usize], run: &Run) {
        for (&cell, &at) in cells.iter().zip(slots) {
            self.put(cell, &run.slots[at]);
        }
    }

    fn put_reading(&mut self, cells: &[Cell], reading: &Reading) {
        for (&cell, part) in cells.iter().zip(reading) {
            if let Some(Part { text, digits, source, .. }) = part {
                let printed = self.page.text.get(text.clone()).unwrap_or_default().to_owned();
                self.push(cell, Filed::from(digits.as_str()), printed, source.clone());
            }
        }
    }

    /// Puts what a slot prints into a cell.
    fn put(&mut self, cell: Cell, slot: &Slot) {
        let printed = slot.printed(self.page).to_owned();
        // What this crate printed for a cell that was not in the source.
        if printed == ABSENT_SIGN {
            return;
        }
        // An empty cell has no source, but for one that shows a picture or a table.
        let is_shown_otherwise = printed.is_empty() && !slot.source.is_empty();
        if is_shown_otherwise || (slot.is_tall && !printed.is_empty()) {
            let reason = if is_shown_otherwise { UnplacedReason::NotText } else { UnplacedReason::Ambiguous };
            let at = slot.source.clone().into();
            self.unplaced.push(Unplaced { at, printed, reason, alternatives: Vec::new() });
            return;
        }
        let filed = if self.page.has_references {
            Filed::printed(without_references(&printed))
        } else {
            Filed::from(printed.as_str())
        };
        self.push(cell, filed, printed, slot.source.clone());
    }

    fn push(&mut self, cell: Cell, filed: Filed, printed: String, source: Range<usize>) {
        self.cells[cell.slot()].push(Placed { cell, at: source.into(), printed, filed });
    }

    /// The number that stands in a cell, if one place of the page says so.
    pub(super) fn number(&self, cell: Cell) -> Option<u64> {
        let Places { first: Some(placed), again } = &self.cells[cell.slot()] else { return None };
        let number = match placed.filed.plain_integer() {
            Some(integer) => u32::try_from(integer).ok(),
            None => placed.filed.as_printed().parse().ok(),
        };
        number.filter(|_| again.is_empty()).map(u64::from)
    }

    /// Whether anything stands in a cell.
    pub(super) fn has(&self, cell: Cell) -> bool {
        self.cells[cell.slot()].first.is_some()
    }

    /// Lists figures as unplaced.
    pub(super) fn leave(&mut self, run: &Run, reason: UnplacedReason) {
        self.leave_with(run, reason, Vec::new());
    }

    fn leave_with(&mut self, run: &Run, reason: UnplacedReason, alternatives: Vec<Vec<(Cell, String)>>) {
        let figures: Vec<&Slot> = run.slots.iter().filter(|slot| !slot.is_empty(self.page)).collect();
        // Around a table inside a table the order of the page is not that of the source.
        let start = figures.iter().map(|slot| slot.source.start).min();
        let Some((start, end)) = start.zip(figures.iter().map(|slot| slot.source.end).max()) else { return };
        let printed: Vec<&str> = figures.iter().map(|slot| slot.printed(self.page)).collect();
        self.unplaced.push(Unplaced { at: (start..end).into(), printed: printed.join(" "), reason, alternatives });
    }

    /// Lists digits among words as unplaced: they fill no cell.
    pub(super) fn leave_digits(&mut self, text: &Range<usize>, source: Range<usize>) {
        let printed = self.page.text.get(text.clone()).unwrap_or_default().to_owned();
        let reason = UnplacedReason::Ambiguous;
        self.unplaced.push(Unplaced { at: source.into(), printed, reason, alternatives: Vec::new() });
    }

    /// Takes the last figures of cells out of them.
    pub(super) fn take_back(&mut self, cells: &[Cell]) {
        for cell in cells {
            if let Some(Placed { at, printed, .. }) = self.cells[cell.slot()].pop() {
                let reason = UnplacedReason::Ambiguous;
                self.unplaced.push(Unplaced { at, printed, reason, alternatives: Vec::new() });
            }
        }
    }

    /// Adds what stands behind the first report, and says whether it is another one and no copy of the first.
    ///
    /// Figures of another body or year have no place on this form. A table that may repeat the first counts only if it differs.
    pub(super) fn add(&mut self, other: Self, is_certain: bool) -> bool {
        let mut left: BTreeMap<Section, Vec<Placed>> = BTreeMap::new();
        let mut is_another = false;
        for (own, Places { first, again }) in self.cells.iter_mut().zip(other.cells) {
            let places = first.into_iter().chain(again);
            if own.first.is_some() && !is_certain {
                let places: Vec<Placed> = places.collect();
                is_another |= places.iter().any(|place| own.iter().any(|own| own.filed != place.filed));
                own.again.extend(places);
            } else {
                for place in places {
                    left.entry(place.cell.section()).or_default().push(place);
                }
            }
        }
        is_another |= !left.is_empty() || (is_certain && !other.unplaced.is_empty());
        for mut places in left.into_values() {
            places.sort_by_key(|place| start_of(&place.at));
            let at = places.iter().map(|place| place.at.clone()).reduce(|first, next| first.joined(&next));
            let Some(at) = at else { continue };
            let printed: Vec<&str> =
                places.iter().map(|place| place.printed.as_str()).filter(|text| !text.is_empty()).collect();
            self.unplaced.push(Unplaced {
                at,
                printed: printed.join(" "),
                reason: UnplacedReason::AnotherReport,
                alternatives: Vec::new(),
            });
        }
        self.unplaced.extend(other.unplaced);
        if !is_certain {
            self.notes.extend(other.notes);
        }
        is_another
    }

    pub(super) fn finish(mut self) -> Placing {
        let mut placed = Vec::with_capacity(Cell::ALL.len());
        for Places { first, again } in self.cells {
            let Some(first) = first else { continue };
            if again.iter().all(|again| again.filed == first.filed) {
                placed.push(first);
                continue;
            }
            for place in std::iter::once(first).chain(again) {
                self.unplaced.push(Unplaced {
                    at: place.at,
                    printed: place.printed,
                    reason: UnplacedReason::Contradiction,
                    alternatives: vec![vec![(place.cell, place.filed.as_printed().into_owned())]],
                });
            }
        }
        self.unplaced.sort_by_key(|unplaced| start_of(&unplaced.at));
        Placing { placed, unplaced: self.unplaced, notes: self.notes, rows: self.rows, end: self.end }
    }
}

/// The byte at which a place in a text begins.
fn start_of(at: &Location) -> usize {
    at.bytes().map_or(0, |bytes| bytes.start)
}

/// A text with its numeric character references as the characters.
fn without_references(text: &str) -> String {
    /// Digits of the longest reference.
    const LONGEST: usize = 7;
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("&#") {
        let behind = &rest[at + 2..];
        let digits = behind.bytes().take(LONGEST + 1).take_while(u8::is_ascii_digit).count();
        let c = behind[..digits].parse().ok().and_then(char::from_u32).filter(|_| behind[digits..].starts_with(';'));
        plain.push_str(&rest[..at]);
        rest = if let Some(c) = c {
            plain.push(c);
            &behind[digits + 1..]
        } else {
            plain.push_str("&#");
            behind
        };
    }
    plain.push_str(rest);
    plain
}
