//! Builds lines and rows of cells from the elements of a web page.

use std::ops::Range;

use super::{Builder, Table};
use crate::extract::page::rows::{Piece, RowKind};
use crate::extract::web::element::Tag;

impl Builder<'_> {
    /// Ends a line of text, or a line inside a cell.
    pub(super) fn end_line(&mut self) {
        if let Some(Some(_)) = self.tables.last().map(|table| table.cell.as_ref()) {
            if self.tag == Tag::Table {
                self.cell_as_line();
            } else if !self.text.ends_with('\n') {
                self.text.push('\n');
            }
            return;
        }
        let line = self.trimmed(self.line_from);
        if self.text.len() > self.line_from && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        if let Some(source) = self.line_source.take() {
            self.push_line(line, source);
        }
        self.line_from = self.text.len();
    }

    /// What stands in a cell before a table inside it is a line of its own.
    pub(super) fn cell_as_line(&mut self) {
        if !self.text.ends_with('\n') && !self.text.is_empty() {
            self.text.push('\n');
        }
        let end = self.text.len();
        let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) else { return };
        let text_from = std::mem::replace(&mut cell.text_from, end);
        if let Some(source) = cell.source.take() {
            cell.aside.get_or_insert(source.clone());
            self.push_line(self.trimmed(text_from), source);
        }
    }

    /// Adds a line of text. Lines beyond the limit are counted, so that the page is refused, and not kept.
    pub(super) fn push_line(&mut self, text: Range<usize>, source: Range<usize>) {
        if text.is_empty() {
            return;
        }
        self.cells += 1;
        if self.cells <= self.limits.cells {
            let piece = self.piece(text, source, 0..0, false);
            self.page.pieces.push(piece);
            self.page.push_row(self.page.pieces.len() - 1, RowKind::Line);
        }
    }

    /// Ends the innermost table. If it has one cell, the content of that cell becomes the content of the cell around it. The innermost
    /// table, with its foot below the rows that the source has behind it, as a browser shows it.
    pub(super) fn pop_table(&mut self) -> Option<Table> {
        let table = self.tables.pop()?;
        if let Some(foot) = &table.foot {
            self.page.rows[foot.start..].rotate_left(foot.len());
        }
        Some(table)
    }

    pub(super) fn end_table(&mut self) {
        self.end_row();
        let Some(table) = self.pop_table() else { return };
        let text_from = self.text.len();
        (self.line_from, self.line_source) = (text_from, None);
        let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) else { return };
        let rows = self.page.rows.get(table.rows..).unwrap_or_default();
        let only = match rows {
            [row] if row.pieces.len() == 1 && cell.aside.is_none() => self.page.pieces.last(),
            _ => None,
        };
        let text = &self.text;
        let is_plain = |piece: &&Piece| !piece.is_tall && !text[piece.text.clone()].contains('\n');
        if let Some(piece) = only.filter(is_plain).cloned() {
            self.page.rows.pop();
            self.page.pieces.pop();
            cell.text_from = piece.text.start;
            if !piece.text.is_empty() {
                cell.source = Some(piece.source);
            } else if !piece.source.is_empty() {
                cell.picture.get_or_insert(piece.source);
            }
            return;
        }
        // Text behind this table is not the whole content of the cell.
        if !rows.is_empty() {
            cell.aside.get_or_insert(table.source);
        }
        (cell.text_from, cell.source) = (text_from, None);
    }

    /// Ends the cell that is open, or the text that stands outside of all cells of a table.
    pub(super) fn end_piece(&mut self) {
        self.end_cell();
        if !self.tables.is_empty() && self.line_source.is_some() {
            self.end_line();
        }
    }

    pub(super) fn end_cell(&mut self) {
        let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.take()) else { return };
        let text = self.trimmed(cell.text_from);
        self.text.push('\t');
        // A cell that shows something else than text is not blank; one that shows more than its text is not just its text.
        let (source, is_tall) = if text.is_empty() {
            let shown = cell.aside.or(cell.picture);
            (shown.unwrap_or(cell.tag_end..cell.tag_end), cell.is_tall)
        } else {
            (cell.source.unwrap_or(cell.tag_end..cell.tag_end), cell.is_tall || cell.aside.is_some())
        };
        let piece = self.piece(text, source, cell.columns, is_tall);
        if let Some(table) = self.tables.last_mut() {
            table.pieces.push(piece);
        }
    }

    /// The text from there on, without the spaces around it.
    pub(super) fn trimmed(&self, from: usize) -> Range<usize> {
        let text = self.text.get(from..).unwrap_or_default();
        let from = from + (text.len() - text.trim_start().len());
        from..from + text.trim().len()
    }

    /// A piece whose text and source are as long as each other only if they are the same; a space stands behind its text.
    pub(super) fn piece(
        &self,
        mut text: Range<usize>,
        source: Range<usize>,
        columns: Range<u32>,
        is_tall: bool,
    ) -> Piece {
        let source = if text.is_empty() { source } else { self.without_spaces(source) };
        if text.len() == source.len() && self.html.get(source.clone()) != self.text.get(text.clone()) {
            text.end += 1;
        }
        Piece { columns, is_tall, ..Piece::new(text, source) }
    }

    /// A part of the source without the spaces around it.
    pub(super) fn without_spaces(&self, source: Range<usize>) -> Range<usize> {
        const SPACES: [&str; 5] = ["&nbsp;", "&#160;", "&#xa0;", "&ensp;", "&emsp;"];
        let Some(mut rest) = self.html.get(source.clone()) else { return source };
        // Nearly every cell begins and ends with a digit or a letter of the form.
        if rest.starts_with(|c: char| c.is_alphanumeric()) && rest.ends_with(|c: char| c.is_alphanumeric()) {
            return source;
        }
        let (mut start, mut end) = (source.start, source.end);
        loop {
            let from_start = rest.trim_start();
            let from_start = SPACES.iter().find_map(|space| from_start.strip_prefix(space)).unwrap_or(from_start);
            start += rest.len() - from_start.len();
            let from_end = from_start.trim_end();
            let from_end = SPACES.iter().find_map(|space| from_end.strip_suffix(space)).unwrap_or(from_end);
            end -= from_start.len() - from_end.len();
            if from_end.len() == rest.len() {
                return start..end;
            }
            rest = from_end;
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        let Some(table) = self.tables.last_mut() else { return self.end_line() };
        if table.column > 0 {
            table.row += 1;
            table.column = 0;
        }
        if !table.pieces.is_empty() {
            let first = self.page.pieces.len();
            self.page.pieces.append(&mut table.pieces);
            self.page.push_row(first, RowKind::Grid);
            if table.is_in_foot {
                let rows = self.page.rows.len();
                table.foot.get_or_insert(rows - 1..rows).end = rows;
            }
            if self.line_source.is_none() {
                self.text.push('\n');
                self.line_from = self.text.len();
            }
        }
        // Text of the row that stands outside of its cells comes behind it.
        if self.line_source.is_some() {
            self.end_line();
        }
    }
}
