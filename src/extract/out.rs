//! What has been placed and what has not. Only this file places or leaves figures.

use std::collections::BTreeMap;
use std::ops::Range;

use super::page::rows::{Page, Piece};
use super::{Location, Note, Placed, Unplaced, UnplacedReason};
use crate::form::{Cell, Filed, Section};
use crate::render::ABSENT_SIGN;

/// Where the figures of a page stand on the form.
pub(crate) struct Out<'p> {
    pub(crate) page: &'p Page<'p>,
    pub(crate) placed: Vec<Placed>,
    pub(crate) unplaced: Vec<Unplaced>,
    pub(crate) notes: Vec<Note>,
    /// How many rows of the form the page names.
    pub(crate) rows: usize,
    /// Where the text of the report ends, if another begins there.
    pub(crate) end: Option<usize>,
}

/// Whether a page prints a cell again, and what it prints there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Again {
    Never,
    TheSame,
    Otherwise,
}

impl<'p> Out<'p> {
    pub(crate) fn new(page: &'p Page<'p>) -> Self {
        let placed = Vec::with_capacity(Cell::ALL.len());
        Self { page, placed, unplaced: Vec::new(), notes: Vec::new(), rows: 0, end: None }
    }

    /// Puts a number into a cell: its digits, and where they stand in the text and in the source.
    pub(crate) fn put_digits(&mut self, cell: Cell, digits: &str, text: &Range<usize>, source: &Range<usize>) {
        let printed = self.page.text.get(text.clone()).unwrap_or_default().to_owned();
        self.push(cell, Filed::from(digits), printed, source.clone());
    }

    /// Puts into every cell what its slot prints.
    pub(crate) fn put_all(&mut self, cells: &[Cell], slots: &[usize], printed: &[Piece]) {
        for (&cell, &at) in cells.iter().zip(slots) {
            self.put(cell, &printed[at]);
        }
    }

    /// Puts what a slot prints into a cell.
    fn put(&mut self, cell: Cell, slot: &Piece) {
        let printed = slot.printed(self.page).to_owned();
        // What this crate printed for a cell that was not in the source.
        if printed == ABSENT_SIGN {
            return;
        }
        // An empty cell has no source, but for one that shows a picture or a table.
        let is_shown_otherwise = printed.is_empty() && !slot.source.is_empty();
        if is_shown_otherwise || (slot.is_tall && !printed.is_empty()) {
            let reason = if is_shown_otherwise { UnplacedReason::NotText } else { UnplacedReason::Ambiguous };
            return self.list(slot.source.clone().into(), printed, reason, Vec::new());
        }
        let filed = if self.page.has_references {
            Filed::printed(without_references(&printed))
        } else {
            Filed::from(printed.as_str())
        };
        self.push(cell, filed, printed, slot.source.clone());
    }

    fn push(&mut self, cell: Cell, filed: Filed, printed: String, source: Range<usize>) {
        self.placed.push(Placed { cell, at: source.into(), printed, filed });
    }

    /// By slot of a cell, the first of its places among those placed, and what the others say.
    fn places(&self) -> Vec<Option<(usize, Again)>> {
        let mut places = vec![None; Cell::ALL.len()];
        for (at, placed) in self.placed.iter().enumerate() {
            let place = &mut places[placed.cell.slot()];
            *place = match *place {
                None => Some((at, Again::Never)),
                Some((first, again)) if self.placed[first].filed == placed.filed => {
                    Some((first, again.max(Again::TheSame)))
                }
                Some((first, _)) => Some((first, Again::Otherwise)),
            };
        }
        places
    }

    /// The number of each cell, by slot; `None` if the page prints the cell nowhere, or more than once.
    pub(crate) fn numbers(&self) -> Vec<Option<u64>> {
        let number = |place: Option<(usize, Again)>| {
            let (at, _) = place.filter(|place| place.1 == Again::Never)?;
            let number = match self.placed[at].filed.plain_integer() {
                Some(integer) => u32::try_from(integer).ok(),
                None => self.placed[at].filed.as_printed().parse().ok(),
            };
            number.map(u64::from)
        };
        self.places().into_iter().map(number).collect()
    }

    /// Whether anything stands in a cell.
    pub(crate) fn has(&self, cell: Cell) -> bool {
        self.placed.iter().any(|placed| placed.cell == cell)
    }

    /// Lists figures as unplaced.
    pub(crate) fn leave(&mut self, slots: &[Piece], reason: UnplacedReason) {
        self.leave_with(slots, reason, Vec::new());
    }

    /// Lists figures as unplaced, with the readings that they may have.
    pub(crate) fn leave_with(
        &mut self,
        slots: &[Piece],
        reason: UnplacedReason,
        alternatives: Vec<Vec<(Cell, String)>>,
    ) {
        let figures: Vec<&Piece> = slots.iter().filter(|slot| !slot.is_empty(self.page)).collect();
        // Around a table inside a table the order of the page is not that of the source.
        let start = figures.iter().map(|slot| slot.source.start).min();
        let Some((start, end)) = start.zip(figures.iter().map(|slot| slot.source.end).max()) else { return };
        let printed: Vec<&str> = figures.iter().map(|slot| slot.printed(self.page)).collect();
        self.list((start..end).into(), printed.join(" "), reason, alternatives);
    }

    fn list(&mut self, at: Location, printed: String, reason: UnplacedReason, alternatives: Vec<Vec<(Cell, String)>>) {
        self.unplaced.push(Unplaced { at, printed, reason, alternatives });
    }

    /// Takes the last figures of cells out of them.
    pub(crate) fn take_back(&mut self, cells: &[Cell]) {
        for cell in cells {
            if let Some(last) = self.placed.iter().rposition(|placed| placed.cell == *cell) {
                let Placed { at, printed, .. } = self.placed.remove(last);
                self.list(at, printed, UnplacedReason::Ambiguous, Vec::new());
            }
        }
    }

    /// Adds what stands behind the first report, and says whether it is another one and no copy of the first.
    ///
    /// Figures of another body or year have no place on this form. A table that may repeat the first counts only if it differs.
    pub(crate) fn add(&mut self, other: Self, is_certain: bool) -> bool {
        let mut left: BTreeMap<Section, Vec<Placed>> = BTreeMap::new();
        let mut is_another = false;
        let own = self.places();
        for place in other.placed {
            if let Some((first, _)) = own[place.cell.slot()].filter(|_| !is_certain) {
                is_another |= self.placed[first].filed != place.filed;
                self.placed.push(place);
            } else {
                left.entry(place.cell.section()).or_default().push(place);
            }
        }
        is_another |= !left.is_empty() || (is_certain && !other.unplaced.is_empty());
        for mut places in left.into_values() {
            places.sort_by_key(|place| start_of(&place.at));
            let at = places.iter().map(|place| place.at.clone()).reduce(|first, next| first.joined(&next));
            let Some(at) = at else { continue };
            let printed: Vec<&str> =
                places.iter().map(|place| place.printed.as_str()).filter(|text| !text.is_empty()).collect();
            self.list(at, printed.join(" "), UnplacedReason::AnotherReport, Vec::new());
        }
        self.unplaced.extend(other.unplaced);
        if !is_certain {
            self.notes.extend(other.notes);
        }
        is_another
    }

    /// Leaves the cells that the page prints in different ways, and puts what is placed in the order of the form.
    pub(crate) fn finish(mut self) -> Self {
        // Nearly every page prints every cell once, in the order of the form.
        let slots = self.placed.iter().map(|placed| placed.cell.slot());
        if !slots.is_sorted_by(|slot, next| slot < next) {
            let places = self.places();
            self.placed.sort_by_key(|placed| placed.cell.slot());
            let is_contradicted =
                |placed: &mut Placed| matches!(places[placed.cell.slot()], Some((_, Again::Otherwise)));
            for Placed { cell, at, printed, filed } in self.placed.extract_if(.., is_contradicted) {
                self.unplaced.push(Unplaced {
                    at,
                    printed,
                    reason: UnplacedReason::Contradiction,
                    alternatives: vec![vec![(cell, filed.as_printed().into_owned())]],
                });
            }
            self.placed.dedup_by_key(|placed| placed.cell);
        }
        self.unplaced.sort_by_key(|unplaced| start_of(&unplaced.at));
        self
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
