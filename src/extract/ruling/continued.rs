//! Joins tables over page breaks, and removes the text that every page repeats.

use std::collections::BTreeMap;

use super::grid::{Cell, Table};
use super::lines::{TextLine, has_words, starts_item};
use super::rules::places;
use super::{Block, Sheet};
use crate::extract::words::fold::Folded;
use crate::extract::words::page_number::page_number;
use crate::extract::words::vocabulary::exact_word_of;

/// How far the edges of two parts of a table may be apart, in points.
const NEAR: f64 = 4.0;

/// The blocks of all pages in order, without running heads and page numbers, and with tables that go on joined.
pub(super) fn joined(mut pages: Vec<Vec<Block>>, sheets: &[Sheet]) -> Vec<Block> {
    let heights: Vec<f64> = sheets.iter().map(|sheet| sheet.height).collect();
    // Two lines at most stand at each end.
    for end in [End::Top, End::Bottom, End::Top, End::Bottom] {
        drop_furniture(&mut pages, &heights, end);
    }
    let mut blocks: Vec<Block> = Vec::new();
    for page in pages {
        let mut page = page.into_iter();
        match (blocks.last_mut(), page.next()) {
            (Some(Block::Table(above)), Some(Block::Table(below)))
                if has_same_edges(&above.columns, &below.columns) =>
            {
                go_on(above, below);
            }
            (_, first) => blocks.extend(first),
        }
        blocks.extend(page);
    }
    blocks
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Top,
    Bottom,
}

/// Takes away the line at an end of the pages that stands there on several, or is the number of the page.
fn drop_furniture(pages: &mut [Vec<Block>], heights: &[f64], end: End) {
    /// The share of a page at each end where running heads stand.
    const MARGIN: f64 = 0.12;
    // Without its digits, and whether it may be the number of a page.
    let shapes: Vec<Option<(String, bool)>> = pages
        .iter()
        .zip(heights)
        .map(|(blocks, height)| {
            let block = if end == End::Top { blocks.first() } else { blocks.last() };
            let Some(Block::Line(line)) = block else { return None };
            let is_in_margin = match end {
                End::Top => line.edges[3] < height * MARGIN,
                End::Bottom => line.edges[1] > height * (1.0 - MARGIN),
            };
            is_in_margin.then(|| (shape(&line.text), page_number(&line.text).is_some()))
        })
        .collect();
    for (blocks, shape) in pages.iter_mut().zip(&shapes) {
        let Some((shape, is_page_number)) = shape else { continue };
        let is_repeated = || {
            let same = shapes.iter().flatten().filter(|(other, _)| other == shape);
            shape.contains(char::is_alphabetic) && same.count() > 1
        };
        if *is_page_number || is_repeated() {
            match end {
                End::Top => drop(blocks.remove(0)),
                End::Bottom => drop(blocks.pop()),
            }
        }
    }
}

/// A line without spaces, each digit as `#`.
fn shape(text: &str) -> String {
    let digit = |c: char| if c.is_numeric() { '#' } else { c };
    text.chars().filter(|c| !c.is_whitespace()).map(digit).collect()
}

/// Whether tables stand between the same outer edges, and the columns of one are among those of the other.
fn has_same_edges(a: &[f64], b: &[f64]) -> bool {
    let is_near = |a: Option<&f64>, b: Option<&f64>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() < NEAR);
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    // The first of them that is not farther to the left.
    let next = |x: f64| many.get(many.partition_point(|y| *y <= x - NEAR));
    is_near(a.first(), b.first()) && is_near(a.last(), b.last()) && few.iter().all(|x| is_near(Some(x), next(*x)))
}

/// Adds the rows of a table to those of the one that it goes on with.
fn go_on(above: &mut Table, mut below: Table) {
    refine(above, &mut below);
    let header = repeated_header(above, &below);
    below.cells.retain(|cell| cell.row >= header);
    below.cells.iter_mut().for_each(|cell| cell.row -= header);
    below.rows -= header;
    add(above, below);
}

/// Puts both tables on the columns of either.
fn refine(a: &mut Table, b: &mut Table) {
    let all = places([a.columns.as_slice(), b.columns.as_slice()].concat(), NEAR);
    for table in [a, b] {
        let nearest = |x: f64| {
            let next = all.partition_point(|place| *place < x).min(all.len().saturating_sub(1));
            let before = next.saturating_sub(1);
            if (all[before] - x).abs() <= (all[next] - x).abs() { before } else { next }
        };
        let map: Vec<u32> = table.columns.iter().map(|&x| u32::try_from(nearest(x)).unwrap_or(u32::MAX)).collect();
        for cell in &mut table.cells {
            let end = map[((cell.column + cell.columns) as usize).min(map.len() - 1)];
            cell.column = map[cell.column as usize];
            cell.columns = end.saturating_sub(cell.column).max(1);
        }
        table.columns.clone_from(&all);
    }
}

/// How many rows at the start of the lower table say again what the upper one starts with.
fn repeated_header(above: &Table, below: &Table) -> u32 {
    /// Rows of the largest header.
    const LARGEST: u32 = 4;
    let texts = |table: &Table, rows: u32| -> Vec<String> {
        let first = table.cells.iter().filter(|cell| cell.row < rows);
        first.map(|cell| cell.text.split_whitespace().collect()).collect()
    };
    let is_repeated = |rows: &u32| {
        let texts_below = texts(below, *rows);
        let is_whole = below.cells.iter().all(|cell| cell.row >= *rows || cell.row + cell.rows <= *rows);
        is_whole && texts_below == texts(above, *rows) && texts_below.iter().any(|text| has_words(text))
    };
    // A table of nothing but a header says it once.
    (1..=below.rows.min(LARGEST)).filter(is_repeated).max().unwrap_or(0)
}

/// A cell of the first row below the break under the one that it may go on with.
struct Pair {
    above: usize,
    below: usize,
}

/// Rows of a table behind those of another; a cell that the page break cuts in two is one again.
fn add(above: &mut Table, below: Table) {
    let mut ends: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for (at, cell) in above.cells.iter().enumerate().filter(|(_, cell)| cell.row + cell.rows == above.rows) {
        ends.entry((cell.column, cell.columns)).or_insert(at);
    }
    let first: Vec<usize> = (0..below.cells.len()).filter(|&at| below.cells[at].row == 0).collect();
    let under = |at: usize| {
        let cell = &below.cells[at];
        Some(Pair { above: *ends.get(&(cell.column, cell.columns))?, below: at })
    };
    let pairs: Vec<Pair> = first.iter().filter_map(|&at| under(at)).collect();
    let is_open = above.is_open_below && below.is_open_above;
    let is_one_row = pairs.len() == first.len() && is_one_row(above, &below, &pairs, is_open);
    let shift = if is_one_row { above.rows.saturating_sub(1) } else { above.rows };
    let breaks_words =
        pairs.iter().any(|pair| is_broken_word(&above.cells[pair.above].text, &below.cells[pair.below].text));
    let mut gone = vec![false; below.cells.len()];
    for Pair { above: up, below: down } in pairs {
        let (up, down_cell) = (&mut above.cells[up], &below.cells[down]);
        let is_broken = is_broken_word(&up.text, &down_cell.text)
            || (breaks_words && down_cell.text.is_empty() && has_words(&up.text));
        if is_one_row || is_broken || is_one_cell(up, down_cell, is_open) {
            up.rows += if is_one_row { down_cell.rows - 1 } else { down_cell.rows };
            up.is_doubted |= !up.text.is_empty() && !down_cell.text.is_empty() && !has_words(&up.text);
            if !up.text.is_empty() && !down_cell.text.is_empty() {
                up.text.push('\n');
            }
            up.text += &down_cell.text;
            gone[down] = true;
        }
    }
    above.rows = shift + below.rows;
    above.is_open_below = below.is_open_below;
    let rest = below.cells.into_iter().zip(gone).filter(|(_, is_gone)| !is_gone);
    above.cells.extend(rest.map(|(cell, _)| Cell { row: cell.row + shift, ..cell }));
    above.cells.sort_by_key(|cell| (cell.row, cell.column));
}

/// Whether the last row above the break and the first below it are one row that the break cuts: only one of them has
/// figures, and the lower one starts no item.
fn is_one_row(above: &Table, below: &Table, pairs: &[Pair], is_open: bool) -> bool {
    let texts = || pairs.iter().map(|pair| (&above.cells[pair.above], &below.cells[pair.below]));
    let is_figure = |cell: &Cell| !cell.text.is_empty() && !has_words(&cell.text);
    let of_one_row = || texts().filter(|(up, down)| up.rows == 1 && down.rows == 1);
    let figures_above = of_one_row().any(|(up, _)| is_figure(up));
    let figures_below = of_one_row().any(|(_, down)| is_figure(down));
    if texts().any(|(_, down)| starts_item(&down.text)) || (figures_above && figures_below) {
        return false;
    }
    let label = texts().rfind(|(_, down)| has_words(&down.text));
    is_open
        || (figures_above != figures_below && label.is_some_and(|(up, _)| has_words(&up.text) && starts_item(&up.text)))
}

/// Whether a cell below the break goes on with the one above, although their rows are two: it is a label that starts no
/// item, and spans rows, or the break leaves it open.
fn is_one_cell(above: &Cell, below: &Cell, is_open: bool) -> bool {
    let spans = above.rows > 1 || below.rows > 1;
    let goes_on = if below.text.is_empty() { spans } else { has_words(&below.text) && (spans || is_open) };
    goes_on && has_words(&above.text) && !starts_item(&below.text)
}

/// Whether a word of the form is broken between two cells, at least one of which says nothing by itself.
fn is_broken_word(above: &str, below: &str) -> bool {
    let is_word = |text: &str| exact_word_of(&Folded::of(text).chars).is_ok();
    let has_both = has_words(above) && has_words(below);
    has_both && !(is_word(above) && is_word(below)) && is_word(&[above, below].concat())
}

/// Whether two lines are on pages that follow each other.
pub(super) fn is_next_page(above: &TextLine, below: &TextLine) -> bool {
    below.page == above.page + 1
}
