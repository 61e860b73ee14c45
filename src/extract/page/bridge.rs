//! A page of the common model as the rows of pieces that are placed.

use std::borrow::Cow;
use std::ops::Range;

use super::rows::{Page, Piece, Room, RowKind};
use crate::extract::model::{Block, Grid, GridCell, Shown, Trust};
use crate::extract::{ExtractError, Limits, Location};

/// The rows of a page. The source of its pieces is its text.
///
/// # Errors
///
/// If its tables have more cells than the limit.
pub(crate) fn page<'p>(model: &'p crate::extract::Page, limits: &Limits) -> Result<Page<'p>, ExtractError> {
    let mut page = Page::new(Cow::Borrowed(model.text()));
    let mut room = Room::new(limits);
    for block in model.blocks() {
        match block {
            Block::Line(line) => {
                room.take(1)?;
                page.pieces.push(Piece::new(line.text.clone(), line.text.clone()));
                page.push_row(page.pieces.len() - 1, RowKind::Line);
            }
            Block::Grid(grid) => {
                room.take(grid.cells.len())?;
                push_grid(&mut page, grid);
            }
        }
    }
    Ok(page)
}

fn push_grid(page: &mut Page<'_>, grid: &Grid) {
    let kind = match grid.trust {
        Trust::Columns => RowKind::Grid,
        Trust::Order => RowKind::Collapsed,
    };
    for row in grid.cells.chunk_by(|a, b| a.rows.start == b.rows.start) {
        let first = page.pieces.len();
        page.pieces.extend(row.iter().map(|cell| piece(cell, grid.trust)));
        page.push_row(first, kind);
    }
}

fn piece(cell: &GridCell, trust: Trust) -> Piece {
    let text = cell.text.clone();
    // An empty cell has an empty source, unless it shows something that is no text.
    let source = if cell.shown == Shown::Picture { text.start..text.end + 1 } else { text.clone() };
    let columns = if trust == Trust::Columns { cell.columns.clone() } else { Range::default() };
    let is_tall = cell.rows.len() > 1 || cell.shown == Shown::Marked;
    Piece { columns, is_tall, ..Piece::new(text, source) }
}

/// Where the lines and cells of a page stand in its source, by their places in its text.
pub(crate) struct Places<'p>(Vec<(Range<usize>, &'p Location)>);

impl<'p> Places<'p> {
    pub(crate) fn of(page: &'p crate::extract::Page) -> Self {
        let mut places = Vec::new();
        for block in page.blocks() {
            match block {
                Block::Line(line) => places.push((line.text.clone(), &line.at)),
                Block::Grid(grid) => places.extend(grid.cells.iter().map(|cell| (cell.text.clone(), &cell.at))),
            }
        }
        Self(places)
    }

    /// The place in the source of bytes of the text: that of the line or cell that holds them, or of the first to the last
    /// of those that do.
    pub(crate) fn of_text(&self, at: &Location) -> Location {
        let Some(bytes) = at.bytes() else { return at.clone() };
        let first = self.0.partition_point(|(text, _)| text.end < bytes.start);
        let within = self
            .0
            .iter()
            .skip(first)
            .take_while(|(text, _)| text.start <= bytes.start.max(bytes.end.saturating_sub(1)));
        within.map(|(_, at)| (*at).clone()).reduce(|first, last| first.joined(&last)).unwrap_or_else(|| at.clone())
    }
}
