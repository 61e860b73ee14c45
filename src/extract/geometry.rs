//! Which columns of a table hold figures, where the rows without an empty cell show it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::out::Out;
use super::page::RowKind;
use super::requests::COLUMNS;
use super::scan::Values;

/// The rows of a table, and under which columns their figures stand, by the width of the table.
pub(super) struct Geometry<'v> {
    rows: Vec<&'v Values>,
    known: Option<BTreeMap<u32, Shown>>,
}

/// What the rows of one width show.
struct Shown {
    columns: Vec<Range<u32>>,
    rows: usize,
    is_one: bool,
}

impl<'v> Geometry<'v> {
    pub(super) fn of(rows: impl Iterator<Item = &'v Values>) -> Self {
        Self { rows: rows.collect(), known: None }
    }

    /// The columns under which the figures of rows stand, where at least two rows of that width have all of theirs, one
    /// beside the other, and all such rows have them there.
    pub(super) fn columns(&mut self, width: u32, out: &Out<'_, '_>) -> Option<Vec<Range<u32>>> {
        let known = self.known.get_or_insert_with(|| known(&self.rows, out));
        let shown = known.get(&width).filter(|shown| shown.is_one && shown.rows > 1)?;
        Some(shown.columns.clone())
    }
}

fn known(rows: &[&Values], out: &Out<'_, '_>) -> BTreeMap<u32, Shown> {
    let mut known: BTreeMap<u32, Shown> = BTreeMap::new();
    for values in rows.iter().filter(|values| values.kind != RowKind::Line) {
        let filled: Vec<usize> =
            (0..values.slots.len()).filter(|&at| !out.text(&values.slots[at]).is_empty()).collect();
        if filled.len() != COLUMNS || filled.windows(2).any(|pair| pair[1] > pair[0] + 1) {
            continue;
        }
        let columns: Vec<Range<u32>> = filled.iter().map(|&at| values.slots[at].columns.clone()).collect();
        let width = out.page.width_of(values.first_row);
        let shown = known.entry(width).or_insert_with(|| Shown { columns: columns.clone(), rows: 0, is_one: true });
        shown.rows += 1;
        shown.is_one &= shown.columns == columns;
    }
    known
}
