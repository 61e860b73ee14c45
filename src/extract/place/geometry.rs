//! Which columns of a table hold figures, where the rows without an empty cell show it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::extract::page::rows::Page;
use crate::extract::tables::row::COLUMNS;
use crate::extract::tables::run::Run;

/// Under which columns the figures of the whole rows of a table stand, by the width of the table.
#[derive(Default)]
pub(crate) struct Geometry {
    shown: BTreeMap<u32, Shown>,
}

/// What the rows of one width show.
struct Shown {
    columns: Vec<Range<u32>>,
    /// Rows that have their figures there, and elsewhere.
    rows: usize,
    others: usize,
}

impl Geometry {
    /// What the rows of a table show.
    pub(crate) fn of<'r>(rows: impl Iterator<Item = &'r Run>, page: &Page<'_>) -> Self {
        let mut geometry = Self::default();
        rows.filter(|run| !run.is_line()).for_each(|run| geometry.learn(run, page));
        geometry
    }

    fn learn(&mut self, run: &Run, page: &Page<'_>) {
        let filled = run.filled_slots(page);
        if filled.len() != COLUMNS || filled.windows(2).any(|pair| pair[1] > pair[0] + 1) {
            return;
        }
        let columns = || filled.iter().map(|&at| &run.slots[at].columns);
        match self.shown.get_mut(&page.width_of(run.first_row)) {
            Some(shown) if shown.columns.iter().eq(columns()) => shown.rows += 1,
            Some(shown) => shown.others += 1,
            None => {
                let columns = columns().cloned().collect();
                self.shown.insert(page.width_of(run.first_row), Shown { columns, rows: 1, others: 0 });
            }
        }
    }

    /// The columns under which the figures of rows stand, where at least two rows of that width have all of theirs, one
    /// beside the other, and all such rows have them there.
    pub(crate) fn columns(&self, width: u32) -> Option<&[Range<u32>]> {
        let shown = self.shown.get(&width).filter(|shown| shown.others == 0 && shown.rows > 1)?;
        Some(&shown.columns)
    }
}

#[cfg(test)]
mod tests {
    use super::Geometry;
    use crate::extract::tables::event::Event;
    use crate::extract::tables::run::Run;
    use crate::extract::tables::scan::scan;
    use crate::extract::text::lines::page_of;

    #[test]
    fn whole_rows_show_where_figures_stand() {
        let row = "|部分公开||1|2|3|4|5|6|7|\n";
        let (short, moved) = ("|部分公开||1|2|3||5|6|7|\n", "|部分公开|1|2|3|4|5|6|7||\n");
        for (rows, expected) in [
            ([row, row, short].concat(), Some(2)),
            // One row shows nothing, nor do rows that have their figures elsewhere.
            ([row, short].concat(), None),
            ([row, row, moved].concat(), None),
            // Where every row has as many cells as columns nothing is to be learned.
            (["|部分公开|1|2|3|4|5|6|7|\n"; 2].concat(), None),
        ] {
            let page = page_of(&rows);
            let runs: Vec<Run> = scan(&page)
                .into_iter()
                .filter_map(|event| match event {
                    Event::Run(run) => Some(run),
                    _ => None,
                })
                .collect();
            let geometry = Geometry::of(runs.iter(), &page);
            assert_eq!(geometry.columns(9).map(|columns| columns[0].start), expected, "{rows}");
        }
    }
}
