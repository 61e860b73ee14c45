//! Places in a source.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

use crate::value::Lang;

/// The place of a cell or a line in its file. Pages, tables, rows, columns and paragraphs count from 1.
///
/// ```
/// use ogi_report::Lang;
/// use ogi_report::extract::{Area, CellRange, Location};
///
/// let area = Area { left: 7200, top: 9000, right: 10_800, bottom: 10_400 };
/// let on_page = Location::Page { page: 3, area, cells: Some(CellRange::cell(12, 4)) };
/// assert_eq!(on_page.label(Lang::Zh), "第 3 页表格第 12 行第 4 列");
/// assert_eq!(on_page.label(Lang::En), "page 3, row 12, column 4 of the table");
///
/// let in_sheet = Location::Sheet { sheet: "年报".to_owned(), cells: CellRange::cell(23, 6) };
/// assert_eq!(in_sheet.to_string(), "年报!F23");
/// assert_eq!(Location::from(66..67).label(Lang::Zh), "第 66–67 字节");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Location {
    /// Bytes of a text, on character boundaries.
    Bytes {
        /// The first byte, from 0.
        start: usize,
        /// The byte behind the last.
        end: usize,
    },
    /// A rectangle of a page.
    Page {
        /// The page.
        page: u32,
        /// The rectangle.
        area: Area,
        /// The cells of the table on the page, where there is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        cells: Option<CellRange>,
    },
    /// Cells of a sheet of a workbook.
    Sheet {
        /// The name of the sheet.
        sheet: String,
        /// The cells.
        cells: CellRange,
    },
    /// Cells of a table of a document that has no fixed pages.
    Table {
        /// The table, in the order of the document.
        table: u32,
        /// The cells.
        cells: CellRange,
    },
    /// A paragraph outside of tables of a document that has no fixed pages.
    Paragraph {
        /// The paragraph, in the order of the document.
        paragraph: u32,
    },
}

/// A rectangle of a page as it is shown, in hundredths of a point (1/7200 inch) from its upper left corner.
///
/// ```
/// use ogi_report::extract::Area;
///
/// let a = Area { left: 0, top: 0, right: 10, bottom: 10 };
/// let b = Area { left: 20, top: 5, right: 30, bottom: 12 };
/// assert_eq!(a.joined(b), Area { left: 0, top: 0, right: 30, bottom: 12 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// The left edge.
    pub left: i32,
    /// The upper edge.
    pub top: i32,
    /// The right edge.
    pub right: i32,
    /// The lower edge.
    pub bottom: i32,
}

impl Area {
    /// The smallest rectangle around both.
    ///
    /// ```
    /// use ogi_report::extract::Area;
    ///
    /// let area = Area { left: 0, top: 0, right: 1, bottom: 1 };
    /// assert_eq!(area.joined(area), area);
    /// ```
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// Cells of a table, from the upper left one to the lower right one. Rows and columns count from 1.
///
/// ```
/// use ogi_report::extract::CellRange;
///
/// let range = CellRange { row: 23, column: 6, last_row: 23, last_column: 28 };
/// assert_eq!(range.address(), "F23:AB23");
/// assert_eq!(CellRange::cell(1, 1).address(), "A1");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CellRange {
    /// The first row.
    pub row: u32,
    /// The first column.
    pub column: u32,
    /// The last row.
    pub last_row: u32,
    /// The last column.
    pub last_column: u32,
}

impl CellRange {
    /// One cell.
    ///
    /// ```
    /// use ogi_report::extract::CellRange;
    ///
    /// assert_eq!(CellRange::cell(2, 3), CellRange { row: 2, column: 3, last_row: 2, last_column: 3 });
    /// ```
    pub const fn cell(row: u32, column: u32) -> Self {
        Self { row, column, last_row: row, last_column: column }
    }

    /// The address that a spreadsheet gives the cells: `F23`, or `F23:H23` for several.
    ///
    /// ```
    /// use ogi_report::extract::CellRange;
    ///
    /// assert_eq!(CellRange::cell(7, 27).address(), "AA7");
    /// ```
    pub fn address(self) -> String {
        let first = format!("{}{}", column_name(self.column), self.row);
        if self == Self::cell(self.row, self.column) {
            return first;
        }
        format!("{first}:{}{}", column_name(self.last_column), self.last_row)
    }

    /// The smallest range around both.
    ///
    /// ```
    /// use ogi_report::extract::CellRange;
    ///
    /// let range = CellRange::cell(2, 3).joined(CellRange::cell(2, 9));
    /// assert_eq!(range.address(), "C2:I2");
    /// ```
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            row: self.row.min(other.row),
            column: self.column.min(other.column),
            last_row: self.last_row.max(other.last_row),
            last_column: self.last_column.max(other.last_column),
        }
    }

    fn words(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => {
                let (rows, columns) = (span(self.row, self.last_row), span(self.column, self.last_column));
                format!("第 {rows} 行第 {columns} 列")
            }
            Lang::En => {
                let name = |one: &'static str, many: &'static str, is_one| if is_one { one } else { many };
                let rows = name("row", "rows", self.row == self.last_row);
                let columns = name("column", "columns", self.column == self.last_column);
                let (at, beside) = (span(self.row, self.last_row), span(self.column, self.last_column));
                format!("{rows} {at}, {columns} {beside}")
            }
        }
    }
}

fn span(first: u32, last: u32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// The letters of a column: 1 is `A`, 27 `AA`.
fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

impl Location {
    /// The bytes, if this is a place in a text.
    ///
    /// ```
    /// use ogi_report::extract::Location;
    ///
    /// assert_eq!(Location::from(3..5).bytes(), Some(3..5));
    /// assert_eq!(Location::Paragraph { paragraph: 1 }.bytes(), None);
    /// ```
    pub fn bytes(&self) -> Option<Range<usize>> {
        match self {
            Self::Bytes { start, end } => Some(*start..*end),
            _ => None,
        }
    }

    /// The smallest place that holds this one and another. If they are on different pages, sheets, tables or paragraphs, it is this one.
    ///
    /// ```
    /// use ogi_report::extract::{CellRange, Location};
    ///
    /// assert_eq!(Location::from(3..5).joined(&(9..10).into()), (3..10).into());
    /// let in_table = |column| Location::Table { table: 2, cells: CellRange::cell(7, column) };
    /// assert_eq!(in_table(3).joined(&in_table(9)).to_string(), "row 7, columns 3–9 of table 2");
    /// ```
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Bytes { start, end }, Self::Bytes { start: from, end: to }) => {
                Self::Bytes { start: *start.min(from), end: *end.max(to) }
            }
            (Self::Page { page, area, cells }, Self::Page { page: same, area: more, cells: beside })
                if page == same =>
            {
                let cells = cells.zip(*beside).map(|(cells, beside)| cells.joined(beside));
                Self::Page { page: *page, area: area.joined(*more), cells }
            }
            (Self::Sheet { sheet, cells }, Self::Sheet { sheet: same, cells: beside }) if sheet == same => {
                Self::Sheet { sheet: sheet.clone(), cells: cells.joined(*beside) }
            }
            (Self::Table { table, cells }, Self::Table { table: same, cells: beside }) if table == same => {
                Self::Table { table: *table, cells: cells.joined(*beside) }
            }
            _ => self.clone(),
        }
    }

    /// The place in words; in English the same as `Display`.
    ///
    /// ```
    /// use ogi_report::Lang;
    /// use ogi_report::extract::{CellRange, Location};
    ///
    /// let at = Location::Table { table: 2, cells: CellRange::cell(7, 9) };
    /// assert_eq!(at.label(Lang::Zh), "第 2 个表格第 7 行第 9 列");
    /// assert_eq!(Location::Paragraph { paragraph: 12 }.label(Lang::Zh), "第 12 段");
    /// ```
    pub fn label(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Bytes { start, end }, Lang::Zh) => format!("第 {start}–{end} 字节"),
            (Self::Bytes { start, end }, Lang::En) => format!("bytes {start}–{end}"),
            (Self::Page { page, cells: None, .. }, Lang::Zh) => format!("第 {page} 页"),
            (Self::Page { page, cells: None, .. }, Lang::En) => format!("page {page}"),
            (Self::Page { page, cells: Some(cells), .. }, Lang::Zh) => {
                format!("第 {page} 页表格{}", cells.words(lang))
            }
            (Self::Page { page, cells: Some(cells), .. }, Lang::En) => {
                format!("page {page}, {} of the table", cells.words(lang))
            }
            (Self::Sheet { sheet, cells }, _) => format!("{sheet}!{}", cells.address()),
            (Self::Table { table, cells }, Lang::Zh) => format!("第 {table} 个表格{}", cells.words(lang)),
            (Self::Table { table, cells }, Lang::En) => format!("{} of table {table}", cells.words(lang)),
            (Self::Paragraph { paragraph }, Lang::Zh) => format!("第 {paragraph} 段"),
            (Self::Paragraph { paragraph }, Lang::En) => format!("paragraph {paragraph}"),
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.label(Lang::En))
    }
}

impl From<Range<usize>> for Location {
    fn from(bytes: Range<usize>) -> Self {
        Self::Bytes { start: bytes.start, end: bytes.end }
    }
}
