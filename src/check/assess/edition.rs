//! The rules about tables of another edition, and the edition against the year.

use std::sync::LazyLock;

use crate::check::{Checked, Evidence, Place, Rule};
use crate::form::{Cell, Edition, Form, ProactiveCell, Section};
use crate::law::Article20;

/// The parts of section 二 that follow another edition throughout. A finding about the part takes the
/// place of one about each of its cells.
#[derive(Default)]
pub(crate) struct OtherEdition {
    /// Whether the whole table is.
    table: bool,
    /// Whether the block of an item is.
    blocks: [bool; Article20::ALL.len()],
}

impl OtherEdition {
    /// Whether a part has the cell, so that its being there or missing needs no finding of its own.
    pub(crate) fn has(&self, cell: Cell) -> bool {
        match cell {
            Cell::Proactive(cell) => self.table || self.blocks[cell.item().index()],
            _ => false,
        }
    }

    /// Whether the whole table of the section is.
    pub(crate) fn is_table(&self, section: Section) -> bool {
        self.table && section == Section::Proactive
    }
}

/// How many cells of a block of section 二 there are, by edition.
#[derive(Clone, Copy, Default)]
struct Count {
    /// Those that the edition prints.
    printed: [u8; Edition::ALL.len()],
    /// Those that only the edition prints.
    only: [u8; Edition::ALL.len()],
}

impl Count {
    fn of(cell: ProactiveCell) -> Self {
        let only = Cell::Proactive(cell).only_edition();
        Self {
            printed: Edition::ENTRIES.map(|edition| cell.header(edition).is_some().into()),
            only: Edition::ENTRIES.map(|edition| (only == Some(edition)).into()),
        }
    }

    fn add(&mut self, other: Self) {
        for edition in 0..Edition::ALL.len() {
            self.printed[edition] += other.printed[edition];
            self.only[edition] += other.only[edition];
        }
    }

    /// The other edition, if cells tell of it and none of the form's own.
    fn other_than(self, own: Edition) -> Option<Edition> {
        let told = |edition: Edition| self.only[edition.index()] > 0;
        Edition::ALL.iter().copied().find(|&edition| edition != own && told(edition) && !told(own))
    }
}

type Blocks = [Count; Article20::ALL.len()];

/// The cells by block.
fn count(cells: impl Iterator<Item = ProactiveCell>) -> Blocks {
    static ONE: LazyLock<Vec<(usize, Count)>> =
        LazyLock::new(|| ProactiveCell::ALL.iter().map(|&cell| (cell.item().index(), Count::of(cell))).collect());
    let mut blocks = [Count::default(); Article20::ALL.len()];
    for cell in cells {
        let (block, one) = &ONE[cell.index()];
        blocks[*block].add(*one);
    }
    blocks
}

/// Tests the table and the blocks of section 二 against the form's edition, and the edition against the year. Where
/// the policy does not ask for a finding about the part, those about its cells stand.
pub(crate) fn assess(form: &Form, checked: &mut Checked) -> OtherEdition {
    static OF_OTHER_HANDLING: LazyLock<Vec<Cell>> =
        LazyLock::new(|| Cell::ALL.iter().copied().filter(|cell| cell.is_other_handling()).collect());
    static COMPLETE: LazyLock<Blocks> = LazyLock::new(|| count(ProactiveCell::ALL.iter().copied()));
    let evidence = || Evidence::Edition { edition: form.edition };
    let mut other = OtherEdition::default();

    if let Some(&first) = OF_OTHER_HANDLING.iter().find(|&&cell| form.get(cell).is_some()) {
        if form.edition_of_other() == form.edition {
            checked.held(Rule::E102);
        } else {
            checked.broken(Rule::E102, Place::Cell(first), evidence());
        }
    }

    if let Some(year) = form.year {
        if Edition::in_force(year) == Some(form.edition) {
            checked.held(Rule::E105);
        } else {
            checked.broken(Rule::E105, Place::Document, evidence());
        }
    }

    let present = || ProactiveCell::ALL.iter().copied().filter(|&cell| form.get(Cell::Proactive(cell)).is_some());
    let blocks = count(present());
    if blocks.iter().all(|block| block.only == [0; Edition::ALL.len()]) {
        return other;
    }
    let has_own = blocks.iter().any(|block| block.only[form.edition.index()] > 0);
    if !has_own {
        other.table = checked.policy.severity(Rule::E103).is_some();
        checked.broken(Rule::E103, Place::Section(Section::Proactive), evidence());
        return other;
    }
    checked.held(Rule::E103);
    for (item, (block, complete)) in Article20::ALL.iter().copied().zip(blocks.iter().zip(COMPLETE.iter())) {
        match block.other_than(form.edition) {
            // A stray cell or two is no block.
            Some(edition) if block.printed[edition.index()] == complete.printed[edition.index()] => {
                other.blocks[item.index()] = checked.policy.severity(Rule::E104).is_some();
                let is_other = |cell: &ProactiveCell| cell.item() == item && cell.header(form.edition).is_none();
                if let Some(first) = present().find(is_other) {
                    checked.broken(Rule::E104, Place::Cell(Cell::Proactive(first)), evidence());
                }
            }
            None if block.only[form.edition.index()] > 0 => checked.held(Rule::E104),
            _ => {}
        }
    }
    other
}
