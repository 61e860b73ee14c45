//! The rules about tables of another edition, and the edition against the year.

use crate::check::{Checked, Evidence, Place, Rule};
use crate::{Article20, Cell, Detection, Edition, Form, ProactiveCell, Section};

/// The parts of section 二 that are wholly those of another edition. A finding about the part takes the
/// place of one about each of its cells.
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

/// Tests the tables and blocks against the form's edition, and the edition against the year.
pub(crate) fn assess(form: &Form, checked: &mut Checked) -> OtherEdition {
    let evidence = || Evidence::Edition { edition: form.edition };
    let mut other = OtherEdition { table: false, blocks: [false; Article20::ALL.len()] };

    if let Some(year) = form.year {
        if Edition::in_force(year) == Some(form.edition) {
            checked.held(Rule::E105);
        } else {
            checked.broken(Rule::E105, Place::Document, evidence());
        }
    }
    match form.detect_edition_of(Section::Proactive) {
        Detection::Undecided => {}
        Detection::Edition(edition) if edition != form.edition => {
            other.table = true;
            checked.broken(Rule::E103, Place::Section(Section::Proactive), evidence());
            return other;
        }
        Detection::Edition(_) | Detection::Mixed => checked.held(Rule::E103),
    }
    for item in Article20::ALL {
        let present: Vec<ProactiveCell> =
            item.cells_of_any_edition().filter(|&cell| form.get(Cell::Proactive(cell)).is_some()).collect();
        match Detection::of(present.iter().copied().map(Cell::Proactive)) {
            // A stray cell or two is no block.
            Detection::Edition(edition)
                if edition != form.edition && item.cells(edition).all(|cell| present.contains(&cell)) =>
            {
                other.blocks[item.index()] = true;
                let first =
                    present.iter().copied().map(Cell::Proactive).find(|&cell| !cell.is_printed_in(form.edition));
                let place = first.map_or(Place::Section(Section::Proactive), Place::Cell);
                checked.broken(Rule::E104, place, evidence());
            }
            Detection::Edition(edition) if edition == form.edition => checked.held(Rule::E104),
            _ => {}
        }
    }
    other
}
