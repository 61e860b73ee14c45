//! A reader of your own, here of a table that text recognition gave as words with places: it divides the source into lines and
//! tables, and the crate places the figures and says where each came from.
//!
//! ```sh
//! cargo run --example own_reader
//! ```

#![expect(clippy::print_stdout, reason = "an example prints")]

use ogi_report::Lang;
use ogi_report::extract::{Area, CellRange, CellText, ExtractError, Extractor, Location, Page, Trust};

/// What the engine recognised: row, column, and the text of the cell.
const CELLS: [(u32, u32, &str); 6] =
    [(0, 0, "信息内容"), (0, 1, "本年处理决定数量"), (1, 0, "行政处罚"), (1, 1, "12"), (2, 0, "行政强制"), (2, 1, "3")];

fn main() -> Result<(), ExtractError> {
    let mut page = Page::new();
    let area = |row: i32| Area { left: 7200, top: 9000 + 2000 * row, right: 52_300, bottom: 11_000 + 2000 * row };
    page.push_line("第二十条第（六）项", Location::Page { page: 3, area: area(0), cells: None });
    let cells = CELLS.map(|(row, column, text)| {
        let cells = Some(CellRange::cell(row + 1, column + 1));
        let at = Location::Page { page: 3, area: area(i32::try_from(row + 1).unwrap_or(0)), cells };
        CellText::new(row, column, text, at)
    });
    page.push_grid(Trust::Columns, cells);
    for placed in Extractor::new().page(&page)?.placed {
        println!("{}: {}（{}）", placed.cell, placed.printed, placed.at.label(Lang::Zh));
    }
    Ok(())
}
