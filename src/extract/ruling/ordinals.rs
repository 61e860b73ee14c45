//! The numbers of cells in their rows, as a reader counts them.

/// Counts the cells of rows from the left, those that reach down from above among them.
#[derive(Default)]
pub(crate) struct Ordinals {
    row: u32,
    /// The cells that reach down into the row from above, by column.
    above: Vec<Begun>,
    /// How many of these stand before the last cell of the row.
    passed: usize,
    /// The cells that have begun in the row.
    own: Vec<Begun>,
}

/// A cell that has begun.
struct Begun {
    column: u32,
    /// The row behind its last.
    end: u32,
}

impl Ordinals {
    /// The number of a cell in its row, from 1. Cells come by row, then by column.
    pub(crate) fn next(&mut self, row: u32, rows: u32, column: u32) -> u32 {
        if row != self.row {
            (self.row, self.passed) = (row, 0);
            self.above.append(&mut self.own);
            self.above.retain(|cell| cell.end > row);
            self.above.sort_by_key(|cell| cell.column);
        }
        self.passed += self.above[self.passed..].iter().take_while(|cell| cell.column < column).count();
        self.own.push(Begun { column, end: row.saturating_add(rows) });
        u32::try_from(self.passed + self.own.len()).unwrap_or(u32::MAX)
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

    #[test]
    fn a_wide_row_is_counted_as_fast_as_it_is_long() {
        const WIDTH: u32 = 1_000_000;
        let mut ordinals = Ordinals::default();
        assert_eq!((0..WIDTH).map(|column| ordinals.next(0, 2, column)).max(), Some(WIDTH));
        assert_eq!(ordinals.next(1, 1, WIDTH), WIDTH + 1);
    }
}
