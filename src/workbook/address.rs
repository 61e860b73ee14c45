//! Addresses of cells in formulas.

use crate::form::sheet::Placed;

/// A cell of a sheet; rows and columns count from 0.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) row: u32,
    pub(super) column: u16,
}

impl Address {
    pub(super) const fn new(row: u32, column: u16) -> Self {
        Self { row, column }
    }

    /// `D5`.
    pub(super) fn local(self) -> String {
        rust_xlsxwriter::utility::row_col_to_cell(self.row, self.column)
    }

    /// `$D$5`.
    pub(super) fn absolute(self) -> String {
        rust_xlsxwriter::utility::row_col_to_cell_absolute(self.row, self.column)
    }

    /// `核对!$D$5`.
    pub(super) fn on(self, sheet: &str) -> String {
        format!("{sheet}!{}", self.absolute())
    }
}

impl From<&Placed> for Address {
    fn from(placed: &Placed) -> Self {
        Self::new(placed.row, placed.column)
    }
}

/// The cells as a list for a function, with neighbours that follow each other in a row or a column as one range.
pub(super) fn ranges(sheet: &str, cells: &[Address]) -> String {
    let mut ranges: Vec<(Address, Address)> = Vec::new();
    for &cell in cells {
        if let Some((first, last)) = ranges.last_mut() {
            let is_below = first.column == cell.column && last.column == cell.column && last.row + 1 == cell.row;
            let is_beside = first.row == cell.row && last.row == cell.row && last.column + 1 == cell.column;
            if is_below || is_beside {
                *last = cell;
                continue;
            }
        }
        ranges.push((cell, cell));
    }
    let prefix = if sheet.is_empty() { String::new() } else { format!("{sheet}!") };
    let range = |(first, last): &(Address, Address)| {
        let behind = if first == last { String::new() } else { format!(":{}", last.absolute()) };
        format!("{prefix}{}{behind}", first.absolute())
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(",")
}

/// A text as a formula writes it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
