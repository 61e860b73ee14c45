//! A sheet of a workbook.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::formats::{Formats, Printed};
use super::formula::{Sum, address};
use super::held::{At, Held};
use super::results;
use super::strings::{marked, string};
use super::xml::{Node, Tag, Xml};
use super::{AREA, Counter};
use crate::extract::model::{CellText, Page, Shown, Trust};
use crate::extract::{Bound, CellRange, ExtractError, FileFormat, Location, Note};
use crate::value::Decimal;

/// Rows and columns of the largest sheet.
const ROWS: u32 = 20_000;
const COLUMNS: u32 = 512;
/// Merged cells of a sheet.
const MERGES: usize = 10_000;

/// The data that the sheets of a workbook share.
pub(super) struct Book<'b> {
    pub(super) strings: &'b [String],
    pub(super) formats: &'b Formats,
    pub(super) counter: Counter,
    /// Whether the file asks to be evaluated when it is opened.
    pub(super) recalculates: bool,
}

/// By their first cells, the last cells of merged ones.
pub(super) type Merges = BTreeMap<At, At>;

/// By the first of their cells that is shown, the first and last cells of merged ones.
type ShownMerges = BTreeMap<At, (At, At)>;

/// A sheet while it is read. Rows and columns count from 0.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) cells: BTreeMap<At, Held>,
    pub(super) merged: Merges,
    /// In order.
    pub(super) hidden_rows: Vec<Range<u32>>,
    /// By column; those behind the last are shown.
    hidden_columns: Vec<bool>,
}

/// Reads a sheet onto the page.
pub(super) fn read(
    part: &str,
    part_name: &str,
    name: &str,
    book: &mut Book<'_>,
    page: &mut Page,
) -> Result<(), ExtractError> {
    let mut sheet = Sheet::default();
    let mut shows_zeros = true;
    let mut xml = Xml::new(part, FileFormat::Xlsx, part_name);
    let (mut row, mut column) = (0_u32, 0_u32);
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::End => break,
            _ => continue,
        };
        match tag.name() {
            "sheetView" => shows_zeros = tag.get("showZeros").is_none() || tag.is_on("showZeros"),
            "col" if is_hidden(&tag, "width") => {
                let (first, last): (u32, u32) = (tag.number("min").unwrap_or(1), tag.number("max").unwrap_or(1));
                sheet.hide_columns(first.saturating_sub(1)..last);
            }
            "row" => {
                row = tag.number("r").unwrap_or(row.saturating_add(1));
                column = 0;
                if is_hidden(&tag, "ht") {
                    sheet.hidden_rows.push(row.saturating_sub(1)..row);
                }
            }
            "c" => {
                let at = tag.get("r").and_then(|at| address(&at)).unwrap_or((row.saturating_sub(1), column));
                column = at.1.saturating_add(1);
                book.counter.cell()?;
                if let Some(held) = held(&mut xml, &tag, book, shows_zeros)? {
                    book.counter.text(&held.text)?;
                    sheet.insert(at, held)?;
                }
            }
            "mergeCell" => {
                let range = tag.get("ref").and_then(|range| {
                    let (first, last) = range.split_once(':')?;
                    Some((address(first)?, address(last)?))
                });
                if let Some((first, last)) = range {
                    sheet.merge(first, last)?;
                }
            }
            _ => {}
        }
    }
    sheet.finish(name, book.recalculates, &mut book.counter, page)
}

/// Whether a row or a column is not shown.
fn is_hidden(tag: &Tag<'_>, size: &str) -> bool {
    tag.is_on("hidden") || tag.number::<f64>(size) == Some(0.0)
}

/// The content of the cell that began last, if there is any.
fn held(xml: &mut Xml<'_>, tag: &Tag<'_>, book: &Book<'_>, shows_zeros: bool) -> Result<Option<Held>, ExtractError> {
    let kind = tag.get("t").unwrap_or_default().into_owned();
    let style = tag.number("s").unwrap_or(0);
    let (mut value, mut formula, mut is_formula) = (None, None, false);
    loop {
        match xml.next()? {
            Node::Open(tag) => match tag.name() {
                "v" => value = Some(xml.text()?.into_owned()),
                "is" => value = Some(string(xml)?),
                "f" => {
                    is_formula = true;
                    formula = Some(xml.text()?);
                }
                _ => xml.skip()?,
            },
            Node::Close | Node::End => break,
            Node::Text(_) => {}
        }
    }
    let value = value.unwrap_or_default();
    let sum = formula.and_then(|formula| Sum::parse(&formula));
    let mut held = Held { text: value, shown: Shown::Text, number: None, is_formula, sum, printed: None };
    match kind.as_str() {
        // A formula may give an empty text, but not nothing.
        "" | "n" if is_formula && held.text.is_empty() => held.shown = Shown::Absent,
        "s" => {
            let index = held.text.trim().parse::<usize>().ok();
            held.text = index.and_then(|index| book.strings.get(index)).cloned().unwrap_or_default();
        }
        "b" => held.text = String::from(if held.text.trim() == "1" { "TRUE" } else { "FALSE" }),
        "" | "n" => number(&mut held, style, book, shows_zeros),
        _ => {}
    }
    if !held.text.is_empty() && book.formats.look(style).is_marked() {
        held.text = marked(&held.text);
    }
    let is_empty = held.text.trim().is_empty() && held.shown == Shown::Text && held.printed.is_none();
    // A sum without a number may have been stored before its cells were filled in.
    Ok((!is_empty || held.sum.is_some()).then_some(held))
}

/// Reads the number of a cell and how its format prints it.
fn number(held: &mut Held, style: usize, book: &Book<'_>, shows_zeros: bool) {
    let plain = super::formats::plain(held.text.trim());
    held.number = plain.parse().ok();
    let printed = match held.number {
        Some(Decimal::ZERO) if !shows_zeros => Printed::Instead(String::new()),
        _ => book.formats.print(&plain, style),
    };
    match printed {
        Printed::Same => held.text = plain,
        Printed::With(text) => held.text = text,
        Printed::Rounded { held: text, printed } => {
            held.printed = Some(printed);
            held.text = text;
        }
        // The format prints another number than the cell holds.
        Printed::Other => {
            held.printed = Some(String::new());
            held.text = plain;
            held.shown = Shown::Marked;
        }
        Printed::Instead(printed) => {
            held.printed = Some(printed.clone());
            held.text = printed;
        }
    }
}

impl Sheet {
    /// Adds what a cell holds.
    ///
    /// # Errors
    ///
    /// If the cell lies outside of the largest sheet.
    pub(super) fn insert(&mut self, at: At, held: Held) -> Result<(), ExtractError> {
        if at.0 >= ROWS || at.1 >= COLUMNS {
            return Err(ExtractError::TooLarge { bound: Bound::Cells, limit: AREA });
        }
        self.cells.insert(at, held);
        Ok(())
    }

    /// Hides columns.
    pub(super) fn hide_columns(&mut self, columns: Range<u32>) {
        self.hidden_columns.resize(COLUMNS as usize, false);
        let end = columns.end.min(COLUMNS);
        self.hidden_columns[columns.start.min(end) as usize..end as usize].fill(true);
    }

    /// Merges cells.
    pub(super) fn merge(&mut self, first: At, last: At) -> Result<(), ExtractError> {
        if self.merged.len() == MERGES {
            return Err(ExtractError::TooLarge { bound: Bound::Merges, limit: MERGES });
        }
        self.merged.insert(first, last);
        Ok(())
    }

    /// Adds the sheet to the page, with its notes.
    pub(super) fn finish(
        mut self,
        name: &str,
        recalculates: bool,
        counter: &mut Counter,
        page: &mut Page,
    ) -> Result<(), ExtractError> {
        // Every note on a cell names the sheet.
        counter.repeated(name, self.cells.len())?;
        self.hidden_rows.sort_unstable_by_key(|rows| rows.start);
        let notes = results::settle(&mut self.cells, recalculates, |at| Self::at(name, at));
        for note in notes {
            page.push_note(note);
        }
        if let Some(book) = page.returned.as_mut().filter(|_| name == crate::form::sheet::NAME) {
            book.read(&self.cells, |at| self.is_hidden(at.0, at.1));
        }
        let merged = self.shown_merges(counter)?;
        self.note(name, &merged, page);
        self.push_to(name, &merged, counter, page)
    }

    fn at(name: &str, (row, column): At) -> Location {
        Location::Sheet { sheet: name.to_owned(), cells: CellRange::cell(row + 1, column + 1) }
    }

    fn is_hidden(&self, row: u32, column: u32) -> bool {
        self.is_row_hidden(row) || self.is_column_hidden(column)
    }

    fn is_row_hidden(&self, row: u32) -> bool {
        let before = self.hidden_rows.partition_point(|rows| rows.start <= row);
        before > 0 && self.hidden_rows[before - 1].contains(&row)
    }

    fn is_column_hidden(&self, column: u32) -> bool {
        self.hidden_columns.get(column as usize).copied().unwrap_or(false)
    }

    /// Notes what is left out, and which cells print something else than they hold.
    fn note(&self, name: &str, merged: &ShownMerges, page: &mut Page) {
        let shown: BTreeSet<At> = merged.values().map(|(first, _)| *first).collect();
        let hidden = || self.cells.keys().filter(|at| !shown.contains(at));
        let rows = hidden().map(|at| at.0).filter(|row| self.is_row_hidden(*row));
        let columns = hidden().map(|at| at.1).filter(|column| self.is_column_hidden(*column));
        let (rows, columns): (BTreeSet<u32>, BTreeSet<u32>) = (rows.collect(), columns.collect());
        let (rows, columns) = (rows.len(), columns.len());
        if rows + columns > 0 {
            page.push_note(Note::HiddenCells { sheet: name.to_owned(), rows, columns });
        }
        for (&at, held) in &self.cells {
            if self.is_hidden(at.0, at.1) && !shown.contains(&at) {
                continue;
            }
            if let Some(printed) = &held.printed {
                let (held, printed) =
                    (held.number.map_or_else(|| held.text.clone(), |n| n.to_string()), printed.clone());
                page.push_note(Note::PrintedOtherwise { at: Self::at(name, at), held, printed });
            }
        }
    }

    /// Adds the rows in which anything stands, each over all columns of the sheet.
    fn push_to(
        &self,
        name: &str,
        merged: &ShownMerges,
        counter: &mut Counter,
        page: &mut Page,
    ) -> Result<(), ExtractError> {
        let filled = merged.iter().filter(|(_, (first, _))| self.cells.contains_key(first)).map(|(at, _)| *at);
        let shown = self.cells.keys().copied().filter(|at| !self.is_hidden(at.0, at.1));
        let shown: BTreeSet<At> = shown.chain(filled).collect();
        let of_merges = || shown.iter().filter_map(|at| merged.get(at));
        let last = shown.iter().map(|at| at.1).chain(of_merges().map(|(_, last)| last.1.min(COLUMNS))).max();
        let (Some(first), Some(last)) = (shown.iter().map(|at| at.1).min(), last) else { return Ok(()) };
        let columns: Vec<u32> = (first..=last).filter(|column| !self.is_column_hidden(*column)).collect();
        let mut rows: Vec<u32> = shown.iter().map(|at| at.0).collect();
        rows.dedup();
        let area = rows.len() * columns.len();
        counter.area(area)?;
        // Every cell says in which sheet it stands.
        counter.repeated(name, area)?;
        let covered = covered(merged, last, counter)?;
        let mut cells = Vec::with_capacity(area);
        for &row in &rows {
            for &column in &columns {
                let at = (row, column);
                if covered.contains(&at) {
                    continue;
                }
                let (first, last) = merged.get(&at).copied().unwrap_or((at, at));
                let (text, shown) = self.cells.get(&first).map_or(("", Shown::Text), |held| (&*held.text, held.shown));
                let cell = CellText::new(row, column, text, Self::at(name, first));
                cells.push(cell.spanning(last.0 - row + 1, last.1 - column + 1).showing(shown));
            }
        }
        page.push_grid(Trust::Columns, cells);
        Ok(())
    }

    /// The merged cells that are shown. What is hidden of one is its part, and the rest shows all of its text.
    fn shown_merges(&self, counter: &mut Counter) -> Result<ShownMerges, ExtractError> {
        let mut shown = ShownMerges::new();
        let merged = self.merged.iter().filter(|(first, last)| first.0 <= last.0 && last.0 < ROWS);
        for (&first, &last) in merged {
            let row = (first.0..=last.0).find(|row| !self.is_row_hidden(*row));
            let column = (first.1..=last.1.min(COLUMNS)).find(|column| !self.is_column_hidden(*column));
            let hidden = |shown: Option<u32>, from: u32, to: u32| shown.unwrap_or(to).saturating_sub(from);
            counter.area((hidden(row, first.0, last.0) + hidden(column, first.1, last.1.min(COLUMNS))) as usize)?;
            shown.extend(row.zip(column).map(|at| (at, (first, last))));
        }
        Ok(shown)
    }
}

/// The cells that merged ones cover, up to the last column of the sheet.
fn covered(merged: &ShownMerges, end: u32, counter: &mut Counter) -> Result<BTreeSet<At>, ExtractError> {
    let mut covered = BTreeSet::new();
    for (shown, (first, last)) in merged {
        let columns = first.1..last.1.min(end) + 1;
        // Merged cells may lie on each other.
        counter.area((last.0 - first.0 + 1) as usize * columns.len())?;
        for row in first.0..=last.0 {
            covered.extend(columns.clone().map(|column| (row, column)).filter(|at| at != shown));
        }
    }
    Ok(covered)
}
