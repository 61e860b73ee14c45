//! The cells that have been placed so far, and what has not been.

use std::collections::BTreeMap;
use std::ops::Range;

use super::header::{Header, HeaderWord};
use super::page::{Page, RowKind};
use super::place::{Placing, cells_of, is_rest_of_number};
use super::scan::{Slot, Values};
use super::split::{Boundaries, Part, Reading, Readings, plain_reading, readings};
use super::words::Word;
use super::{Location, Note, Placed, Unplaced, UnplacedReason};
use crate::form::{Cell, Edition, Filed, ProactiveCell, Route, Section};
use crate::render::ABSENT_SIGN;

/// What has been placed so far.
pub(super) struct Out<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    pub(super) cells: BTreeMap<usize, Vec<Placed>>,
    pub(super) unplaced: Vec<Unplaced>,
    pub(super) notes: Vec<Note>,
    /// Steps of search that are left for the page.
    pub(super) steps: std::cell::Cell<u32>,
    /// Whether the figures of the page follow the labels of their rows only here and there.
    pub(super) by_columns: bool,
    /// Whether the page may print a number before every label.
    pub(super) numbers_rows: bool,
    /// How many rows of the form the page names.
    pub(super) rows: usize,
    /// Where the text of the report ends, if another begins there.
    pub(super) end: Option<usize>,
}

/// How the slots of a row are its cells.
pub(super) enum Fit {
    /// By cell, its slot.
    Slots(Vec<usize>),
    /// As many slots are filled as it has cells, with empty ones between them.
    Gaps(Vec<usize>),
    /// Only the sums can tell.
    Search,
    /// Nothing can tell.
    None,
}

/// What stands under the words of a header.
pub(super) enum Under {
    /// By word, its slot; and the slots under words that the form does not have.
    Slots { cells: Vec<usize>, others: Vec<usize> },
    /// Not one slot under each word; and whether one stands under a column that the form does not have.
    No { has_others: bool },
    /// Print does not say where the columns are, or as many slots as words stand beside them.
    NotKnown,
}

impl Out<'_, '_> {
    /// What a slot prints.
    pub(super) fn text(&self, slot: &Slot) -> &str {
        self.page.text.get(slot.text.clone()).unwrap_or_default().trim()
    }

    /// Puts what a slot prints into a cell.
    pub(super) fn put(&mut self, cell: Cell, slot: &Slot) {
        let printed = self.text(slot).to_owned();
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
            Filed::printed(printed.as_str())
        };
        self.push(cell, filed, printed, slot.source.clone());
    }

    /// Puts a number that the sums decided into a cell.
    pub(super) fn put_part(&mut self, cell: Cell, part: &Part) {
        let printed = self.page.text.get(part.text.clone()).unwrap_or_default().to_owned();
        self.push(cell, Filed::printed(part.digits.as_str()), printed, part.source.clone());
    }

    fn push(&mut self, cell: Cell, filed: Filed, printed: String, source: Range<usize>) {
        self.cells.entry(cell.slot()).or_default().push(Placed { cell, at: source.into(), printed, filed });
    }

    /// What stands in a cell, if one place of the page says so.
    pub(super) fn get(&self, cell: Cell) -> Option<&Filed> {
        match self.cells.get(&cell.slot())?.as_slice() {
            [placed] => Some(&placed.filed),
            _ => None,
        }
    }

    /// Says that figures have no place.
    pub(super) fn leave(&mut self, values: &Values, reason: UnplacedReason) {
        self.leave_with(values, reason, Vec::new());
    }

    /// Says that figures have several possible places.
    pub(super) fn leave_with(
        &mut self,
        values: &Values,
        reason: UnplacedReason,
        alternatives: Vec<Vec<(Cell, String)>>,
    ) {
        let figures: Vec<&Slot> = values.slots.iter().filter(|slot| !self.text(slot).is_empty()).collect();
        // Around a table inside a table the order of the page is not that of the source.
        let start = figures.iter().map(|slot| slot.source.start).min();
        let Some((start, end)) = start.zip(figures.iter().map(|slot| slot.source.end).max()) else { return };
        let printed: Vec<&str> = figures.iter().map(|slot| self.text(slot)).collect();
        self.unplaced.push(Unplaced { at: (start..end).into(), printed: printed.join(" "), reason, alternatives });
    }

    /// Whether slots count the columns: 0, 1, 2 and so on, or from 1.
    pub(super) fn counts_columns(&self, values: &Values) -> bool {
        let mut numbers = values.slots.iter().map(|slot| self.text(slot).parse::<usize>().ok());
        let first = numbers.next().flatten().filter(|first| *first <= 1);
        let is_next =
            |(at, number): (usize, Option<usize>)| number.is_some() && number == first.map(|first| first + at);
        first.is_some() && values.slots.len() > Route::ALL.len() && (1..).zip(numbers).all(is_next)
    }

    /// Whether print may have broken numbers of a row: `202` as `2` and `02`, at the end of a line or where the font
    /// changes. Where cells are empty as well, there are as many figures as cells, and yet they are others.
    pub(super) fn may_be_broken(&self, values: &Values) -> bool {
        /// Spaces that columns of a page may leave between two figures, and a change of the font within one.
        const NARROW: usize = 3;
        if values.kind != RowKind::Line {
            return self.has_spaced_digits(values);
        }
        let gaps = values.slots.windows(2).filter_map(|pair| {
            let between = self.page.text.get(pair[0].text.end..pair[1].text.start)?;
            Some(between.chars().count())
        });
        let (narrowest, widest) = (gaps.clone().min().unwrap_or(0), gaps.max().unwrap_or(0));
        // Narrow beside wide: what stands close together may be one number, and a cell elsewhere be empty.
        let is_uneven = (1..=NARROW).contains(&narrowest) && widest > 2 * narrowest + 1;
        values.lines > 1 || is_uneven || self.has_rest_of_number(values)
    }

    /// Whether a line has digits that are no number by themselves.
    fn has_rest_of_number(&self, values: &Values) -> bool {
        values.kind == RowKind::Line && values.slots.iter().any(|slot| is_rest_of_number(self.text(slot)))
    }

    /// Whether a cell between tabs or bars holds two runs of digits, one of which a PDF may have taken from the cell beside it.
    fn has_spaced_digits(&self, values: &Values) -> bool {
        let is_spaced = |text: &str| {
            text.contains(char::is_whitespace) && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
        };
        values.kind != RowKind::Grid && values.slots.iter().any(|slot| is_spaced(self.text(slot)))
    }

    /// Whether a row of so many cells is these slots.
    pub(super) fn fit(&self, values: &Values, cells: usize) -> Fit {
        let slots = &values.slots;
        let is_filled = |at: &usize| !self.text(&slots[*at]).is_empty();
        let filled: Vec<usize> = (0..slots.len()).filter(is_filled).collect();
        if filled.len() == cells {
            // Cells that only fill up the width of the table do not count, unless they stand between the others.
            let is_whole = filled.windows(2).all(|pair| pair[1] == pair[0] + 1);
            return if is_whole { Fit::Slots(filled) } else { Fit::Gaps(filled) };
        }
        if values.kind == RowKind::Line || filled.len() > cells || slots.len() < cells {
            return if filled.is_empty() { Fit::None } else { Fit::Search };
        }
        if values.kind == RowKind::Collapsed {
            // Nobody knows where the empty cells were, unless all of them are.
            return if filled.is_empty() { Fit::Slots((0..cells).collect()) } else { Fit::Search };
        }
        if slots.len() == cells {
            return Fit::Slots((0..cells).collect());
        }
        let (Some(first), Some(last)) = (filled.first(), filled.last()) else {
            return Fit::Slots((0..cells).collect());
        };
        // The empty cells that fill up the width of the table are known only where all empty ones stand together.
        let is_one_gap = |gap: usize| filled.windows(2).filter(|pair| pair[1] > pair[0] + 1).count() + gap == 1;
        if !is_one_gap(usize::from(*first > 0) + usize::from(last + 1 < slots.len())) {
            return Fit::Search;
        }
        let left_away = (0..slots.len()).filter(|at| !is_filled(at)).take(slots.len() - cells);
        let left_away: Vec<usize> = left_away.collect();
        Fit::Slots((0..slots.len()).filter(|at| !left_away.contains(at)).collect())
    }

    /// Whether as many figures as cells stand beside empty cells: one of the figures may be that of a column that the form
    /// does not have, and one of its own cells be empty.
    pub(super) fn has_cells_beside(&self, values: &Values, slots: &[usize]) -> bool {
        let is_filled = |at: &usize| !self.text(&values.slots[*at]).is_empty();
        values.kind != RowKind::Line && slots.len() < values.slots.len() && slots.iter().all(is_filled)
    }

    /// The one reading that print itself allows, where it has lost the boundaries of cells.
    pub(super) fn plain_reading(&self, values: &Values, cells: usize) -> Option<Reading> {
        let is_lost = values.boundaries() == Boundaries::Lost;
        is_lost.then(|| plain_reading(&self.page.text, &values.slots, cells, &self.steps)).flatten()
    }

    /// Which slot stands under which word of a header, `columns` being those of its words, if the two are rows of one
    /// table: where print divides a table, the other part may have other columns.
    pub(super) fn under(&self, header: &Header, columns: &[Range<u32>], values: &Values) -> Under {
        let overlap = |a: &Range<u32>, b: &Range<u32>| a.start < b.end && b.start < a.end;
        let is_known = |columns: &Range<u32>| !columns.is_empty();
        let are_apart = || (1..columns.len()).all(|at| columns[..at].iter().all(|other| !overlap(other, &columns[at])));
        // A digit that has moved into the next cell stands under another word.
        if self.has_spaced_digits(values) {
            return Under::NotKnown;
        }
        if !(columns.iter().all(is_known) && values.slots.iter().all(|slot| is_known(&slot.columns)) && are_apart()) {
            return Under::NotKnown;
        }
        if self.page.width_of(values.first_row) != header.width {
            let first = columns.iter().map(|columns| columns.start).min().unwrap_or(0);
            let has_others = header.unknown.iter().any(|unknown| unknown.start >= first);
            return if has_others { Under::No { has_others } } else { Under::NotKnown };
        }
        let is_above = |slot: &Slot, columns: &[Range<u32>]| columns.iter().any(|above| overlap(above, &slot.columns));
        let is_unknown = |slot: &Slot| !is_above(slot, columns) && is_above(slot, &header.unknown);
        // As many figures as columns need not be one for each, where there are more cells than columns, or columns that
        // the form does not have.
        let has_others = values.slots.iter().any(is_unknown);
        let is_one_for_each = values.slots.len() == columns.len() && !has_others;
        let no = if is_one_for_each { Under::NotKnown } else { Under::No { has_others } };
        let mut cells: Vec<Option<usize>> = vec![None; columns.len()];
        let mut others = Vec::new();
        for (at, slot) in values.slots.iter().enumerate() {
            let text = self.text(slot);
            let mut above = (0..columns.len()).filter(|&column| overlap(&columns[column], &slot.columns));
            match (above.next(), above.next()) {
                (Some(column), None) => match cells[column] {
                    None => cells[column] = Some(at),
                    // A cell over several columns, printed in each of them, or in one and the others empty.
                    Some(same) if self.text(&values.slots[same]) == text || text.is_empty() => {}
                    Some(empty) if self.text(&values.slots[empty]).is_empty() => cells[column] = Some(at),
                    Some(_) => return no,
                },
                (None, _) if text.is_empty() => {}
                (None, _) if is_unknown(slot) => others.push(at),
                _ => return no,
            }
        }
        // A row that is too short for its header may lack a cell anywhere.
        cells.into_iter().collect::<Option<Vec<usize>>>().map_or(no, |cells| Under::Slots { cells, others })
    }

    /// Puts what stands under the words of a header into their cells, and leaves what stands under others.
    pub(super) fn put_under(&mut self, order: &[Cell], slots: &[usize], others: &[usize], values: &Values) {
        for (&cell, &at) in order.iter().zip(slots) {
            self.put(cell, &values.slots[at]);
        }
        for &at in others {
            let values = Values { slots: vec![values.slots[at].clone()], ..values.clone() };
            self.leave(&values, UnplacedReason::NoColumn);
        }
    }

    /// Places a row of section 二.
    pub(super) fn proactive(&mut self, row: &'static str, header: &Header, of_year: Option<Edition>, values: &Values) {
        // In lines of text the number before the next label may stand for a figure of this row.
        if self.numbers_rows && values.kind == RowKind::Line {
            return self.leave(values, UnplacedReason::Ambiguous);
        }
        let words: Vec<&HeaderWord> =
            header.words.iter().filter(|header| matches!(header.word, Word::ProactiveColumn(_))).collect();
        let name = |header: &HeaderWord| match header.word {
            Word::ProactiveColumn(name) => name,
            _ => "",
        };
        let filled = values.slots.iter().filter(|slot| !self.text(slot).is_empty()).count();
        let printed = |edition: Edition| -> Vec<(&'static str, ProactiveCell)> {
            let cells = ProactiveCell::ALL.iter().copied().filter(|cell| cell.header(edition).is_some());
            cells.filter_map(|cell| Some((cell.name().strip_prefix(row)?.strip_prefix('.')?, cell))).collect()
        };
        // The edition whose columns the header names: all of them, or else some of them and the figures as many.
        let candidates: Vec<_> = Edition::ALL.iter().copied().map(printed).filter(|cells| !cells.is_empty()).collect();
        let has_all_words = |cells: &&Vec<(&str, ProactiveCell)>| {
            !words.is_empty() && words.iter().all(|word| cells.iter().any(|cell| cell.0 == name(word)))
        };
        let whole = candidates.iter().find(|cells| has_all_words(cells) && cells.len() == words.len());
        let by_count = || {
            // Cells that name some of the columns and not all: any of them may be the one that is not understood.
            if header.is_of_cells || self.by_columns {
                return None;
            }
            // Without a word the number of cells is that of an edition, and one of them may be empty.
            let is_of_year = |cells: &&Vec<(&str, ProactiveCell)>| {
                words.is_empty() && !header.is_torn && of_year.is_some_and(|edition| printed(edition) == **cells)
            };
            let mut some = candidates.iter().filter(|cells| {
                (has_all_words(cells) || is_of_year(cells))
                    && (cells.len() == values.slots.len() || cells.len() == filled)
            });
            some.next().filter(|_| some.next().is_none())
        };
        let Some(cells) = whole.or_else(by_count) else {
            return self.leave(values, UnplacedReason::NoColumn);
        };
        // The header decides the order of the columns, if it is there as a whole.
        let mut order: Vec<Cell> = cells.iter().map(|cell| Cell::Proactive(cell.1)).collect();
        let is_whole = whole.is_some() && header.is_legible();
        if is_whole {
            let by_header: Vec<Cell> = words
                .iter()
                .filter_map(|word| cells.iter().find(|cell| cell.0 == name(word)))
                .map(|cell| Cell::Proactive(cell.1))
                .collect();
            let mut sorted = by_header.clone();
            sorted.sort_unstable();
            sorted.dedup();
            if sorted.len() == order.len() {
                order = by_header;
            }
        }
        let columns: Vec<Range<u32>> = words.iter().map(|word| word.columns.clone()).collect();
        if is_whole && columns.len() == order.len() {
            let mut under = self.under(header, &columns, values);
            if let Under::No { .. } = under {
                under = self.under(header, &header.with_empty_cells(&columns), values);
            }
            match under {
                Under::Slots { cells, others } => return self.put_under(&order, &cells, &others, values),
                Under::No { .. } => return self.leave(values, UnplacedReason::NoColumn),
                Under::NotKnown => {}
            }
        }
        match self.fit(values, order.len()) {
            Fit::Slots(_) | Fit::Gaps(_)
                if self.has_rest_of_number(values) || (values.lines == 1 && self.may_be_broken(values)) =>
            {
                self.leave(values, UnplacedReason::Ambiguous);
            }
            // Where the header does not say which figure is whose, as many figures as columns are those.
            Fit::Slots(slots) | Fit::Gaps(slots) => {
                for (&cell, at) in order.iter().zip(slots) {
                    self.put(cell, &values.slots[at]);
                }
            }
            Fit::Search => {
                // Nothing in section 二 adds up, so print alone has to leave one reading.
                if let Some(reading) = self.plain_reading(values, order.len()) {
                    for (&cell, part) in order.iter().zip(reading.iter().flatten()) {
                        self.put_part(cell, part);
                    }
                } else {
                    let found =
                        readings(&self.page.text, &values.slots, order.len(), &[], values.boundaries(), &self.steps);
                    self.leave_with(values, UnplacedReason::Ambiguous, alternatives(&order, found));
                }
            }
            Fit::None => {}
        }
    }

    /// Adds what stands behind the first report, and says whether it is another one and no copy of the first.
    ///
    /// What is of another body or year has no place on this form. What may be the same table again counts where it
    /// says something else than the first.
    pub(super) fn add(&mut self, other: Self, is_certain: bool) -> bool {
        let mut left: BTreeMap<Section, Vec<Placed>> = BTreeMap::new();
        let mut is_another = false;
        for (slot, places) in other.cells {
            match self.cells.get_mut(&slot) {
                Some(first) if !is_certain => {
                    is_another |= places.iter().any(|place| first.iter().any(|first| first.filed != place.filed));
                    first.extend(places);
                }
                _ => {
                    for place in places {
                        left.entry(place.cell.section()).or_default().push(place);
                    }
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

    /// Takes the last figures of a row of section 二 out of their cells.
    pub(super) fn take_back(&mut self, row: &str) {
        for cell in cells_of(row) {
            if let Some(place) = self.cells.get_mut(&cell.slot()).and_then(Vec::pop) {
                let (at, printed) = (place.at, place.printed);
                let reason = UnplacedReason::Ambiguous;
                self.unplaced.push(Unplaced { at, printed, reason, alternatives: Vec::new() });
            }
        }
    }

    pub(super) fn finish(mut self) -> Placing {
        let mut placed = Vec::new();
        for (_, places) in std::mem::take(&mut self.cells) {
            let mut rest = places.into_iter();
            let Some(first) = rest.next() else { continue };
            let others: Vec<Placed> = rest.collect();
            if others.iter().all(|other| other.filed == first.filed) {
                placed.push(first);
                continue;
            }
            for place in std::iter::once(first).chain(others) {
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

/// The first few readings as what they would put into the cells.
pub(super) fn alternatives(cells: &[Cell], found: Readings) -> Vec<Vec<(Cell, String)>> {
    /// Readings that are listed.
    const LISTED: usize = 8;
    let all = match found {
        Readings::All(all) | Readings::TooMany(all) => all,
        Readings::NotDigits => Vec::new(),
    };
    let of = |reading: Vec<Option<Part>>| {
        cells.iter().zip(reading).filter_map(|(cell, part)| Some((*cell, part?.digits))).collect()
    };
    all.into_iter().take(LISTED).map(of).collect()
}
