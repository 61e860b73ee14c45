//! The common model of a document. The readers of Word, Excel, OpenDocument, OFD and PDF files build it, and so may a reader of the
//! caller. Web pages and texts become rows without it.

use std::ops::Range;

#[cfg(feature = "office")]
use super::returned::Returned;
use super::{Location, Note};
use crate::render::ABSENT_SIGN;

/// What stands around raised, lowered or struck-out text, and in place of signs that are no characters: `5†1†` is no number.
pub(super) const MARK: char = '†';

/// A source as text in reading order, divided into lines and tables.
///
/// A reader of a format builds one; the steps that follow do not know the format. Text goes in through [`push_line`](Self::push_line) and
/// [`push_grid`](Self::push_grid), which keep the ranges of [`blocks`](Self::blocks) within [`text`](Self::text).
///
/// ```
/// use ogi_report::extract::{CellRange, CellText, Location, Page, Trust};
///
/// let mut page = Page::new();
/// page.push_line("第二十条第（六）项", Location::Paragraph { paragraph: 1 });
/// let rows = [["信息内容", "本年处理决定数量"], ["行政处罚", "12"]];
/// let at = |row, column| Location::Table { table: 1, cells: CellRange::cell(row + 1, column + 1) };
/// let cells = (0..).zip(&rows).flat_map(|(row, cells)| {
///     (0..).zip(cells).map(move |(column, text)| CellText::new(row, column, text, at(row, column)))
/// });
/// page.push_grid(Trust::Columns, cells);
/// assert_eq!(page.text(), "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    text: String,
    blocks: Vec<Block>,
    notes: Vec<Note>,
    /// What a workbook of this crate says of itself.
    #[cfg(feature = "office")]
    pub(super) returned: Option<Returned>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// A line of text, or a paragraph of it.
    Line(Line),
    /// A table.
    Grid(Grid),
}

/// A line of text outside of tables.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// Where it stands in the text of the page.
    pub text: Range<usize>,
    /// Where it stands in the source.
    pub at: Location,
}

/// A table of a page: cells with the rows and columns that each covers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Grid {
    /// How far the columns can be trusted.
    pub trust: Trust,
    /// The cells, by their first row, then by their first column.
    pub cells: Vec<GridCell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GridCell {
    /// The rows that it covers, from 0.
    pub rows: Range<u32>,
    /// The columns that it covers, from 0.
    pub columns: Range<u32>,
    /// Where its text stands in the text of the page; empty for an empty cell.
    pub text: Range<usize>,
    /// Where it stands in the source.
    pub at: Location,
    /// What it shows.
    pub shown: Shown,
}

/// How far the columns of a table can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Trust {
    /// Every cell stands in its column: a table of a web page, of a document or of a sheet, or one whose cells are ruled.
    Columns,
    /// Only the order of the cells in their row is known: empty cells may have been dropped or moved behind the others.
    Order,
}

/// The content of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shown {
    /// Its text and nothing else. A cell without text is blank.
    #[default]
    Text,
    /// A value that the source does not hold, such as a formula without a stored result. The cell is not blank, and the text of the page
    /// has a sign in its place.
    Absent,
    /// A picture, or something else that is not text.
    Picture,
    /// Text and something besides, such as another table, so the text alone is not the whole content.
    Marked,
}

/// A cell as passed in by a reader.
///
/// ```
/// use ogi_report::extract::{CellText, Location, Shown};
///
/// let cell = CellText::new(2, 0, "总计", Location::from(12..18)).spanning(1, 3);
/// assert_eq!((cell.rows, cell.columns, cell.shown), (2..3, 0..3, Shown::Text));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellText<'t> {
    /// The rows that it covers, from 0.
    pub rows: Range<u32>,
    /// The columns that it covers, from 0.
    pub columns: Range<u32>,
    /// Its text, with a line feed between its lines.
    pub text: &'t str,
    /// Where it stands in the source.
    pub at: Location,
    /// What it shows.
    pub shown: Shown,
}

impl<'t> CellText<'t> {
    /// A cell of text in one row and one column, both from 0.
    ///
    /// ```
    /// use ogi_report::extract::CellText;
    ///
    /// assert_eq!(CellText::new(0, 1, "12", (0..2).into()).columns, 1..2);
    /// ```
    pub fn new(row: u32, column: u32, text: &'t str, at: Location) -> Self {
        let (rows, columns) = (row..row.saturating_add(1), column..column.saturating_add(1));
        Self { rows, columns, text, at, shown: Shown::Text }
    }

    /// The same cell over so many rows and columns.
    ///
    /// ```
    /// use ogi_report::extract::CellText;
    ///
    /// let cell = CellText::new(0, 0, "", (0..0).into()).spanning(2, 3);
    /// assert_eq!((cell.rows, cell.columns), (0..2, 0..3));
    /// ```
    #[must_use]
    pub fn spanning(mut self, rows: u32, columns: u32) -> Self {
        self.rows.end = self.rows.start.saturating_add(rows.max(1));
        self.columns.end = self.columns.start.saturating_add(columns.max(1));
        self
    }

    /// The same cell with other content than its text alone.
    ///
    /// ```
    /// use ogi_report::extract::{CellText, Shown};
    ///
    /// assert_eq!(CellText::new(0, 0, "", (0..0).into()).showing(Shown::Picture).shown, Shown::Picture);
    /// ```
    #[must_use]
    pub fn showing(mut self, shown: Shown) -> Self {
        self.shown = shown;
        self
    }
}

impl Page {
    /// An empty page.
    ///
    /// ```
    /// use ogi_report::extract::Page;
    ///
    /// assert_eq!(Page::new().text(), "");
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// The text in reading order: lines with a line feed behind each, and the cells of a row with tabs between them.
    ///
    /// ```
    /// use ogi_report::extract::Page;
    ///
    /// let mut page = Page::new();
    /// page.push_line("一、总体情况", (0..18).into());
    /// assert_eq!(page.text(), "一、总体情况\n");
    /// ```
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines and tables in reading order.
    ///
    /// ```
    /// use ogi_report::extract::Page;
    ///
    /// assert!(Page::new().blocks().is_empty());
    /// ```
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// What a reader of the page should know.
    ///
    /// ```
    /// use ogi_report::extract::Page;
    ///
    /// assert!(Page::new().notes().is_empty());
    /// ```
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Adds a line of text without the white space around it. A line of white space alone is ignored.
    ///
    /// ```
    /// use ogi_report::extract::{Block, Page};
    ///
    /// let mut page = Page::new();
    /// page.push_line("  三、收到和处理政府信息公开申请情况 ", (0..0).into());
    /// page.push_line("  ", (0..0).into());
    /// assert_eq!(page.blocks().len(), 1);
    /// ```
    pub fn push_line(&mut self, line: &str, at: Location) {
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let text = self.push_text(line);
        self.text.push('\n');
        self.blocks.push(Block::Line(Line { text, at }));
    }

    /// Adds a table. Its cells may come in any order; a table without cells is ignored.
    ///
    /// ```
    /// use ogi_report::extract::{CellText, Page, Trust};
    ///
    /// let mut page = Page::new();
    /// let cells = [CellText::new(0, 1, "12", (0..0).into()), CellText::new(0, 0, "行政处罚", (0..0).into())];
    /// page.push_grid(Trust::Columns, cells);
    /// assert_eq!(page.text(), "行政处罚\t12\n");
    /// ```
    pub fn push_grid<'t>(&mut self, trust: Trust, cells: impl IntoIterator<Item = CellText<'t>>) {
        let mut cells: Vec<CellText<'t>> = cells.into_iter().collect();
        cells.sort_by_key(|cell| (cell.rows.start, cell.columns.start));
        let mut grid = Grid { trust, cells: Vec::with_capacity(cells.len()) };
        for cell in cells {
            if let Some(before) = grid.cells.last() {
                self.text.push(if before.rows.start == cell.rows.start { '\t' } else { '\n' });
            }
            let CellText { rows, columns, text, at, shown } = cell;
            let text = if shown == Shown::Absent { ABSENT_SIGN } else { text.trim() };
            let text = self.push_text(text);
            grid.cells.push(GridCell { rows, columns, text, at, shown });
        }
        if !grid.cells.is_empty() {
            self.text.push('\n');
            self.blocks.push(Block::Grid(grid));
        }
    }

    /// Adds a note for the caller.
    ///
    /// ```
    /// use ogi_report::extract::{Note, Page};
    ///
    /// let mut page = Page::new();
    /// page.push_note(Note::Embedded);
    /// assert_eq!(page.notes(), [Note::Embedded]);
    /// ```
    pub fn push_note(&mut self, note: Note) {
        self.notes.push(note);
    }

    fn push_text(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        start..self.text.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, CellText, Page, Trust};
    use crate::extract::{CellRange, Location};

    #[test]
    fn ranges_of_blocks_are_those_of_the_text() {
        let mut page = Page::new();
        page.push_line(" 标题 ", Location::Paragraph { paragraph: 1 });
        let at = |row, column| Location::Table { table: 1, cells: CellRange::cell(row, column) };
        let tall = CellText::new(0, 0, "申请人情况", at(1, 1)).spanning(2, 1);
        page.push_grid(Trust::Columns, [CellText::new(1, 1, "自然人", at(2, 2)), tall]);
        page.push_grid(Trust::Columns, []);
        assert_eq!(page.text(), "标题\n申请人情况\n自然人\n");
        let [Block::Line(line), Block::Grid(grid)] = page.blocks() else { panic!("a line and a table") };
        assert_eq!(&page.text()[line.text.clone()], "标题");
        let cells: Vec<&str> = grid.cells.iter().map(|cell| &page.text()[cell.text.clone()]).collect();
        assert_eq!(cells, ["申请人情况", "自然人"]);
    }
}
