//! Bars around a table, and bars beside its empty outer cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::extract::page::rows::{Page, Piece, RowKind};

/// How the line of a row of cells between bars begins and ends.
#[derive(Clone, Copy)]
pub(crate) struct BarredRow {
    pub(crate) row: usize,
    pub(crate) begins_with_bar: bool,
    pub(crate) ends_with_bar: bool,
}

impl BarredRow {
    /// Where bars stand.
    fn bars(self) -> (bool, bool) {
        (self.begins_with_bar, self.ends_with_bar)
    }
}

/// Where rows that begin and end in different ways are of one length if each bar parts two cells, no bars stand around tables, and one at
/// the start or the end of a row stands beside an empty cell. The number of cells is unknown for a row of another length.
pub(crate) fn mend_outer_cells(page: &mut Page<'_>, barred: &[BarredRow]) {
    if barred.windows(2).all(|pair| pair[0].bars() == pair[1].bars()) {
        return;
    }
    let length =
        |row: &BarredRow, cells: usize| cells + usize::from(row.begins_with_bar) + usize::from(row.ends_with_bar);
    let mut ways: BTreeMap<usize, BTreeSet<(bool, bool)>> = BTreeMap::new();
    for row in barred {
        let cells = page.rows.get(row.row).map_or(0, |row| row.pieces.len());
        ways.entry(length(row, cells)).or_default().insert(row.bars());
    }
    ways.retain(|_, ways| ways.len() > 1);
    if ways.is_empty() {
        return;
    }
    let mut barred = barred.iter().peekable();
    // The text of a ruled table stands elsewhere than its source.
    let empty = |text: usize, source: usize| Piece::new(text..text, source..source);
    let pieces = std::mem::take(&mut page.pieces);
    for (number, row) in page.rows.iter_mut().enumerate() {
        let barred = barred.next_if(|barred| barred.row == number);
        let first = page.pieces.len();
        let cells = pieces.get(row.pieces.clone()).unwrap_or_default();
        match barred.filter(|_| row.kind != RowKind::Line) {
            Some(barred) if ways.contains_key(&length(barred, cells.len())) => {
                if barred.begins_with_bar {
                    page.pieces.extend(cells.first().map(|cell| empty(cell.text.start, cell.source.start)));
                }
                page.pieces.extend_from_slice(cells);
                if barred.ends_with_bar {
                    page.pieces.extend(cells.last().map(|cell| empty(cell.text.end, cell.source.end)));
                }
                row.kind = RowKind::Barred;
                for (column, piece) in (0..).zip(page.pieces.iter_mut().skip(first)) {
                    piece.columns = column..column + 1;
                }
            }
            Some(barred) if barred.bars() != (false, false) => {
                row.kind = RowKind::Collapsed;
                page.pieces.extend(cells.iter().map(|cell| Piece { columns: 0..0, ..cell.clone() }));
            }
            _ => page.pieces.extend_from_slice(cells),
        }
        row.pieces = first..page.pieces.len();
    }
}
