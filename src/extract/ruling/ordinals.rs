//! The numbers of cells in their rows, as a reader counts them.

/// Counts the cells of rows from the left, those that reach down from above among them.
#[derive(Default)]
pub(crate) struct Ordinals {
    row: u32,
    /// The column of every cell that has begun, and the row behind its last.
    begun: Vec<(u32, u32)>,
}

impl Ordinals {
    /// The number of a cell in its row, from 1. Cells come by row, then by column.
    pub(crate) fn next(&mut self, row: u32, rows: u32, column: u32) -> u32 {
        if row != self.row {
            self.row = row;
            self.begun.retain(|(_, end)| *end > row);
        }
        let before = self.begun.iter().filter(|(begun, _)| *begun < column).count();
        self.begun.push((column, row.saturating_add(rows)));
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::Ordinals;

    #[test]
    fn cells_from_above_count() {
        let mut ordinals = Ordinals::default();
        // A group over two rows, then two rows of three columns, the second of which spans two.
        let cells = [(0, 2, 0), (0, 1, 1), (0, 1, 3), (1, 1, 1), (1, 1, 3), (2, 1, 0), (2, 1, 1)];
        let numbers: Vec<u32> = cells.iter().map(|&(row, rows, column)| ordinals.next(row, rows, column)).collect();
        assert_eq!(numbers, [1, 2, 3, 2, 3, 1, 2]);
    }
}
