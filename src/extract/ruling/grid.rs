//! Tables from the lines that rule them: a cell is an area that no line divides.

use std::collections::BTreeMap;

use super::lines::{TextLine, edges, goes_on, has_same_size, has_words, lines, text};
use super::rules::{Cover, Frame, Groups, NEAR, frames, places};
use super::seen::Pairs;
use super::{Block, ExtractError, Glyph, Room, Rule, Sheet};
use crate::extract::model::MARK;
use crate::extract::ruling::ordinals::Ordinals;

/// A table of one page, or of several that it goes on over.
pub(super) struct Table {
    /// Where its columns begin and end.
    pub(super) columns: Vec<f64>,
    pub(super) rows: u32,
    pub(super) cells: Vec<Cell>,
    top: f64,
    /// Whether the lines between its columns go on above its first row or below its last.
    pub(super) is_open_above: bool,
    pub(super) is_open_below: bool,
}

/// A cell of a table.
#[derive(Clone)]
pub(super) struct Cell {
    pub(super) row: u32,
    pub(super) rows: u32,
    pub(super) column: u32,
    pub(super) columns: u32,
    pub(super) text: String,
    pub(super) page: u32,
    /// Left, top, right and bottom on its page.
    pub(super) edges: [f64; 4],
    /// Its row and its number in the row, from 1, on its page.
    pub(super) printed: (u32, u32),
    /// Whether figures from both sides of a page break stand in it, or a part of one that goes on in the next cell.
    pub(super) is_doubted: bool,
}

/// Places of columns times places of rows of the largest table.
const PLACES: usize = 20_000;

/// The tables and the lines of a page, from the top.
pub(super) fn blocks(sheet: &Sheet, page: u32, room: &mut Room) -> Result<Vec<Block>, ExtractError> {
    let mut pairs = Pairs::default();
    let mut reader = Reader { sheet, page, order: by_base(&sheet.glyphs), is_used: vec![false; sheet.glyphs.len()] };
    let mut blocks: Vec<(f64, Block)> = Vec::new();
    for frame in frames(sheet)? {
        if let Some(table) = reader.table(&frame, room, &mut pairs)? {
            blocks.push((table.top, Block::Table(table)));
        }
    }
    let glyphs = &sheet.glyphs;
    let rest = (0..glyphs.len()).filter(|at| !reader.is_used[*at]).collect();
    for line in lines(glyphs, rest) {
        let first = &glyphs[line[0]];
        let text = text(glyphs, &line, "  ");
        // Signs that nobody knows decorate a page.
        if text.contains(|c: char| c != MARK && !c.is_whitespace()) {
            let (edges, size) = (edges(glyphs, &line), first.size);
            blocks.push((first.base, Block::Line(TextLine { text, page, edges, size })));
        }
    }
    blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(blocks.into_iter().map(|(_, block)| block).collect())
}

fn by_base(glyphs: &[Glyph]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..glyphs.len()).collect();
    order.sort_by(|&a, &b| glyphs[a].base.total_cmp(&glyphs[b].base));
    order
}

struct Reader<'s> {
    sheet: &'s Sheet,
    page: u32,
    /// The characters from the top.
    order: Vec<usize>,
    /// Whether a character stands in a table.
    is_used: Vec<bool>,
}

/// What stands in each cell of a table.
struct Inside {
    /// The characters.
    glyphs: Vec<Vec<usize>>,
    /// Whether a number goes on in another cell.
    is_broken: Vec<bool>,
}

/// The places of the columns and rows of a frame.
struct Places {
    columns: Vec<f64>,
    rows: Vec<f64>,
    is_open_above: bool,
    is_open_below: bool,
}

impl Places {
    fn of(frame: &Frame) -> Option<Self> {
        /// How far lines must go on to say that a row or a column does.
        const ROW: f64 = 6.0;
        const COLUMN: f64 = 12.0;
        let ends = |rules: &[Rule]| {
            let from = rules.iter().map(|rule| rule.from).fold(f64::MAX, f64::min);
            (from, rules.iter().map(|rule| rule.to).fold(f64::MIN, f64::max))
        };
        let mut columns = places(frame.vertical.iter().map(|rule| rule.at).collect(), NEAR);
        let mut rows = places(frame.horizontal.iter().map(|rule| rule.at).collect(), NEAR);
        let ((top, bottom), (left, right)) = (ends(&frame.vertical), ends(&frame.horizontal));
        // Lines between columns go on where a page break cuts a row.
        let is_open_above = rows.first()? - top > ROW;
        let is_open_below = bottom - rows.last()? > ROW;
        // Rows go on beyond the outer lines where a table has open sides.
        if columns.first()? - left > COLUMN {
            columns.insert(0, left);
        }
        if right - columns.last()? > COLUMN {
            columns.push(right);
        }
        if is_open_above {
            rows.insert(0, top);
        }
        if is_open_below {
            rows.push(bottom);
        }
        let (width, height) = (columns.len() - 1, rows.len() - 1);
        let is_table = width * height >= 2 && columns.len() * rows.len() <= PLACES;
        is_table.then_some(Self { columns, rows, is_open_above, is_open_below })
    }

    fn width(&self) -> usize {
        self.columns.len() - 1
    }

    fn height(&self) -> usize {
        self.rows.len() - 1
    }

    /// The field of the grid in which a point lies.
    fn field(&self, (x, y): (f64, f64)) -> Option<usize> {
        let place = |places: &[f64], at: f64| {
            let is_within = places.first()? <= &at && &at <= places.last()?;
            is_within.then(|| places.partition_point(|place| *place <= at).clamp(1, places.len() - 1) - 1)
        };
        Some(place(&self.rows, y)? * self.width() + place(&self.columns, x)?)
    }

    /// The fields of each cell.
    fn cells(&self, frame: &Frame) -> Vec<Vec<usize>> {
        let (width, height) = (self.width(), self.height());
        let vertical = Cover::new(&frame.vertical, &self.columns);
        let horizontal = Cover::new(&frame.horizontal, &self.rows);
        let mut groups = Groups::new(width * height);
        for row in 0..height {
            for column in 0..width {
                let field = row * width + column;
                if column + 1 < width && !vertical.covers(column + 1, self.rows[row], self.rows[row + 1]) {
                    groups.join(field, field + 1);
                }
                if row + 1 < height && !horizontal.covers(row + 1, self.columns[column], self.columns[column + 1]) {
                    groups.join(field, field + width);
                }
            }
        }
        let mut cells: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for field in 0..width * height {
            cells.entry(groups.root(field)).or_default().push(field);
        }
        // An area that is not a rectangle becomes one cell for each field.
        let mut rectangles = Vec::new();
        for fields in cells.into_values() {
            let (top, left, bottom, right) = corners(&fields, width);
            if fields.len() == (bottom - top + 1) * (right - left + 1) {
                rectangles.push(fields);
            } else {
                rectangles.extend(fields.into_iter().map(|field| vec![field]));
            }
        }
        rectangles.sort();
        rectangles
    }
}

/// The text of a cell. A number that fills its line goes on in the next.
fn cell_text(glyphs: &[Glyph], lines: &[Vec<usize>], width: f64) -> String {
    /// The space left beside a full line, in points: less than the usual space at both sides of a cell and one more digit.
    const BESIDE: f64 = 11.0;
    /// How far below the last line the next one is, in sizes.
    const BELOW: f64 = 0.8;
    let mut cell = String::new();
    let mut is_full_number = false;
    let mut above: Option<&Glyph> = None;
    for line in lines {
        let words = text(glyphs, line, " ");
        let is_number = !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
        let first = line.first().map(|&at| &glyphs[at]);
        let is_next = |(above, first): (&Glyph, &Glyph)| {
            has_same_size(above, first) && first.base - above.base >= above.size * BELOW
        };
        let goes_on = is_full_number && is_number && above.zip(first).is_some_and(is_next);
        if !(cell.is_empty() || goes_on) {
            cell.push('\n');
        }
        cell += &words;
        let [left, _, right, _] = edges(glyphs, line);
        let digit = first.map_or(0.0, |first| first.right - first.left);
        is_full_number = is_number && width - (right - left) < BESIDE + digit;
        above = first;
    }
    cell
}

/// The first and last row and column of fields.
fn corners(fields: &[usize], width: usize) -> (usize, usize, usize, usize) {
    let (rows, columns) = (fields.iter().map(|field| field / width), fields.iter().map(|field| field % width));
    let (top, left) = (rows.clone().min().unwrap_or(0), columns.clone().min().unwrap_or(0));
    (top, left, rows.max().unwrap_or(0), columns.max().unwrap_or(0))
}

impl Reader<'_> {
    fn table(&mut self, frame: &Frame, room: &mut Room, pairs: &mut Pairs) -> Result<Option<Table>, ExtractError> {
        let Some(places) = Places::of(frame) else { return Ok(None) };
        let cells = places.cells(frame);
        room.cells(cells.len())?;
        let mut owner = vec![0; places.width() * places.height()];
        for (number, fields) in cells.iter().enumerate() {
            for field in fields {
                owner[*field] = number;
            }
        }
        let Inside { glyphs: inside, is_broken } = self.inside(&places, &owner, cells.len(), pairs)?;
        // One cell with text is a frame around it and no table.
        if inside.iter().filter(|glyphs| !glyphs.is_empty()).count() < 2 {
            return Ok(None);
        }
        inside.iter().flatten().for_each(|at| self.is_used[*at] = true);
        let glyphs = &self.sheet.glyphs;
        let mut ordinals = Ordinals::default();
        let number = |places: usize| u32::try_from(places).unwrap_or(u32::MAX);
        let cells = cells.iter().zip(inside).zip(is_broken).map(|((fields, inside), is_broken)| {
            let (top, left, bottom, right) = corners(fields, places.width());
            let width = places.columns[right + 1] - places.columns[left];
            let (row, rows, column) = (number(top), number(bottom - top + 1), number(left));
            Cell {
                row,
                rows,
                column,
                columns: number(right - left + 1),
                text: cell_text(glyphs, &lines(glyphs, inside), width),
                page: self.page,
                edges: [places.columns[left], places.rows[top], places.columns[right + 1], places.rows[bottom + 1]],
                printed: (row + 1, ordinals.next(row, rows, column)),
                is_doubted: is_broken,
            }
        });
        Ok(Some(Table {
            cells: cells.collect(),
            rows: number(places.height()),
            top: places.rows[0],
            is_open_above: places.is_open_above,
            is_open_below: places.is_open_below,
            columns: places.columns,
        }))
    }

    fn inside(
        &self,
        places: &Places,
        owner: &[usize],
        cells: usize,
        pairs: &mut Pairs,
    ) -> Result<Inside, ExtractError> {
        /// Points by which a character may stand above or below the lines of its cell: the largest size of one.
        const REACH: f64 = 200.0;
        let glyphs = &self.sheet.glyphs;
        let (top, bottom) = (places.rows[0], places.rows[places.height()]);
        let first = self.order.partition_point(|&at| glyphs[at].base < top - REACH);
        let behind = self.order.partition_point(|&at| glyphs[at].base <= bottom + REACH);
        let all = self.order.get(first..behind).unwrap_or_default();
        pairs.take(all.len())?;
        let near = || all.iter().copied().filter(|&at| !self.is_used[at]);
        let mut inside = vec![Vec::new(); cells];
        let mut is_broken = vec![false; cells];
        let mut last: Option<(usize, Option<usize>)> = None;
        for at in near() {
            let cell = places.field(glyphs[at].middle()).map(|field| owner[field]);
            if let Some(cell) = cell {
                inside[cell].push(at);
            }
            // A number that is too wide for its cell goes on in the next, or beside the table.
            if let Some((before, left)) = last
                && left != cell
                && before + 1 == at
                && goes_on(&glyphs[before], &glyphs[at])
            {
                [left, cell].into_iter().flatten().for_each(|cell| is_broken[cell] = true);
            }
            last = Some((at, cell));
        }
        for at in self.hanging(places, owner, near()) {
            let (x, _) = glyphs[at].middle();
            if let Some(field) = places.field((x, bottom - 0.5)) {
                inside[owner[field]].push(at);
            }
        }
        Ok(Inside { glyphs: inside, is_broken })
    }

    /// The text of a cell that the end of the page cuts, below its last line: words that each stay within one cell of the last row.
    fn hanging(&self, places: &Places, owner: &[usize], near: impl Iterator<Item = usize>) -> Vec<usize> {
        /// The lower part of the page, and how far below the line text may stand and words be apart, in its size.
        const LOWER: f64 = 0.8;
        const BELOW: f64 = 1.6;
        const APART: f64 = 0.6;
        let (glyphs, bottom) = (&self.sheet.glyphs, places.rows[places.height()]);
        if bottom <= self.sheet.height * LOWER {
            return Vec::new();
        }
        let last_row = places.width() * (places.height() - 1);
        let mut cells: Vec<(f64, f64)> = Vec::new();
        for fields in
            (0..places.width()).collect::<Vec<_>>().chunk_by(|a, b| owner[last_row + a] == owner[last_row + b])
        {
            cells.push((places.columns[fields[0]], places.columns[fields[0] + fields.len()]));
        }
        let is_below = |at: &usize| {
            let below = glyphs[*at].middle().1 - bottom;
            has_words(&glyphs[*at].text) && below > 0.0 && below < glyphs[*at].size * BELOW
        };
        let mut hanging = Vec::new();
        for line in lines(glyphs, near.filter(is_below).collect()) {
            let mut words: Vec<(f64, f64)> = Vec::new();
            for glyph in line.iter().map(|&at| &glyphs[at]) {
                match words.last_mut() {
                    Some(word) if glyph.left - word.1 < glyph.size * APART => word.1 = glyph.right,
                    _ => words.push((glyph.left, glyph.right)),
                }
            }
            let is_in_cell =
                |(left, right): &(f64, f64)| cells.iter().any(|(from, to)| from - 1.0 <= *left && *right <= to + 1.0);
            if words.iter().all(is_in_cell) {
                hanging.extend(line);
            }
        }
        hanging
    }
}
