//! Tables of a Word document while they are read.

use crate::extract::model::{CellText, Page, Shown, Trust};
use crate::extract::ruling::ordinals::Ordinals;
use crate::extract::{CellRange, Location};

/// Columns of the widest table; those behind count as one.
const COLUMNS: u32 = 512;

/// A table that is open or has been read.
#[derive(Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

#[derive(Default)]
pub(super) struct Row {
    /// Columns of the grid before its first cell.
    pub(super) before: u32,
    pub(super) cells: Vec<Cell>,
    /// Whether the row is hidden or deleted.
    pub(super) is_hidden: bool,
}

/// A cell of a row.
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) span: u32,
    /// Whether it begins a cell over several rows, or goes on with one; nothing for a cell of its own.
    pub(super) begins: Option<bool>,
    /// Whether it goes on with the cell on its left.
    pub(super) joins_left: bool,
    pub(super) has_picture: bool,
    /// Its text before each inner table, and these tables.
    pub(super) inner: Vec<Inner>,
    /// The lines of text boxes in it.
    pub(super) boxes: Vec<String>,
}

/// The content of a cell besides its text.
pub(super) enum Inner {
    Line(String),
    Table(Table),
}

impl Cell {
    pub(super) fn new() -> Self {
        let (text, inner, boxes) = (String::new(), Vec::new(), Vec::new());
        Self { text, span: 1, begins: None, joins_left: false, has_picture: false, inner, boxes }
    }

    /// Adds a paragraph.
    pub(super) fn push(&mut self, paragraph: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text += paragraph;
    }

    /// Takes a table that has ended inside the cell. If it has one cell, its content becomes the content of this cell.
    pub(super) fn take(&mut self, mut table: Table) {
        let is_only = table.rows.len() == 1 && table.rows[0].cells.len() == 1;
        match table.rows.first_mut().and_then(|row| row.cells.pop()).filter(|_| is_only) {
            Some(mut only) => {
                self.push(&only.text);
                self.has_picture |= only.has_picture;
                self.inner.append(&mut only.inner);
            }
            None if table.rows.iter().any(|row| !row.cells.is_empty()) => {
                let before = std::mem::take(&mut self.text);
                self.inner.push(Inner::Line(before));
                self.inner.push(Inner::Table(table));
            }
            None => {}
        }
    }

    fn shown(&self) -> Shown {
        let is_empty = self.text.trim().is_empty();
        match (is_empty, self.inner.is_empty(), self.has_picture) {
            (true, true, true) | (true, false, _) => Shown::Picture,
            (false, false, _) => Shown::Marked,
            _ => Shown::Text,
        }
    }
}

/// A cell with its place on the grid.
struct Placed<'t> {
    cell: &'t Cell,
    row: u32,
    rows: u32,
    column: u32,
    columns: u32,
}

impl Table {
    /// Adds the table to a page, the tables inside it before the rows that hold them.
    pub(super) fn push_to(&self, page: &mut Page, number: &mut u32) {
        *number += 1;
        let table = *number;
        let placed = self.placed();
        let mut ordinals = Ordinals::default();
        let mut waiting: Vec<CellText<'_>> = Vec::new();
        for row in placed.chunk_by(|a, b| a.row == b.row) {
            if row.iter().any(|placed| !placed.cell.inner.is_empty()) {
                page.push_grid(Trust::Columns, waiting.drain(..));
            }
            for inner in row.iter().flat_map(|placed| &placed.cell.inner) {
                match inner {
                    Inner::Line(line) => {
                        let at = Location::Table { table, cells: CellRange::cell(row[0].row + 1, 1) };
                        line.lines().for_each(|line| page.push_line(line, at.clone()));
                    }
                    Inner::Table(inner) => inner.push_to(page, number),
                }
            }
            for placed in row {
                let column = ordinals.next(placed.row, placed.rows, placed.column);
                let at = Location::Table { table, cells: CellRange::cell(placed.row + 1, column) };
                let cell = CellText::new(placed.row, placed.column, &placed.cell.text, at);
                waiting.push(cell.spanning(placed.rows, placed.columns).showing(placed.cell.shown()));
            }
        }
        page.push_grid(Trust::Columns, waiting);
    }

    /// The cells with the rows and columns that each covers.
    fn placed(&self) -> Vec<Placed<'_>> {
        let mut placed: Vec<Placed<'_>> = Vec::new();
        // By column, the cell over several rows that may go on there.
        let mut open: Vec<Option<usize>> = Vec::new();
        let shown = self.rows.iter().filter(|row| !row.is_hidden);
        for (number, row) in (0..).zip(shown) {
            let mut column = row.before.min(COLUMNS);
            let mut next: Vec<Option<usize>> = vec![None; open.len()];
            let first = placed.len();
            for cell in &row.cells {
                let columns = cell.span.clamp(1, COLUMNS);
                let at = column as usize;
                if cell.joins_left && placed.len() > first {
                    if let Some(left) = placed.last_mut() {
                        left.columns += columns;
                    }
                    column = (column + columns).min(COLUMNS);
                    continue;
                }
                let above = open.get(at).copied().flatten().filter(|_| cell.begins == Some(false));
                let entry = if let Some(above) = above {
                    placed[above].rows += 1;
                    above
                } else {
                    placed.push(Placed { cell, row: number, rows: 1, column, columns });
                    placed.len() - 1
                };
                if cell.begins.is_some() {
                    if next.len() <= at {
                        next.resize(at + 1, None);
                    }
                    next[at] = Some(entry);
                }
                column = (column + columns).min(COLUMNS);
            }
            open = next;
        }
        placed
    }
}
