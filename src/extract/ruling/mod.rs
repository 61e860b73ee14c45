//! Pages that say where each character and each line stands, as PDF and OFD do: tables from the lines drawn, and the text
//! around them. Coordinates are points from the upper left corner of the page as its text runs; y grows downwards.

mod continued;
mod grid;
mod lines;
mod matrix;
pub(crate) mod ordinals;
mod paragraphs;
mod rules;
mod seen;
mod veil;

use super::model::{Page, Shown, Trust};
use super::{Area, Bound, CellRange, CellText, ExtractError, Location, Note};
use grid::Table;
use lines::TextLine;
pub(super) use matrix::Matrix;
use seen::BLURS;
pub(super) use seen::THIN;
pub(super) use seen::around;
pub(super) use seen::{Clip, Colour, Direction, Paint, Stroke, is_box};
pub(super) use veil::{is_rule, is_thin};

/// Characters of a document.
const GLYPHS: usize = 200_000;
/// Lines drawn in a document, piece by piece: dotted borders take 28 000 a page.
const RULES: usize = 400_000;
/// Points of the shapes in a document that are painted over characters.
const POINTS: usize = 1_000_000;

/// Cells of the tables of a document.
const CELLS: usize = 200_000;

/// A character and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The line it stands on.
    pub(super) base: f64,
    pub(super) size: f64,
    /// Whether it is there and not painted, as text recognition lays it over a picture.
    pub(super) is_invisible: bool,
    /// Whether it is outside of what is painted on.
    pub(super) is_cut: bool,
    /// Its colour, if it is one and known.
    pub(super) colour: Option<Colour>,
    pub(super) direction: Direction,
    /// The text that it was painted with in one piece.
    pub(super) run: usize,
}

impl Glyph {
    fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), self.base - self.size * 0.3)
    }
}

/// How far a line along an axis may be off it.
const SLANT: f64 = 0.7;

/// A line drawn along an axis.
#[derive(Clone, Copy, Debug)]
struct Rule {
    is_horizontal: bool,
    /// Its y if it is horizontal, and else its x.
    at: f64,
    from: f64,
    to: f64,
}

/// The content of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    /// The number of the text that is painted.
    pub(super) runs: usize,
    rules: Vec<Rule>,
    areas: Vec<seen::Area>,
    veils: Vec<veil::Veil>,
    /// Whether areas are missing.
    is_ground_unknown: bool,
    /// Unknown characters.
    pub(super) unknown: usize,
    /// The area of its pictures.
    pub(super) pictures: f64,
    /// Curved outlines that are painted.
    pub(super) curves: usize,
    /// From its points to those of the page as it is shown, where its text runs otherwise.
    back: Option<Matrix>,
}

/// How much the pages of a document may still show.
pub(super) struct Room {
    glyphs: usize,
    rules: usize,
    blurs: usize,
    points: usize,
    cells: usize,
}

impl Room {
    pub(super) fn new() -> Self {
        Self { glyphs: GLYPHS, rules: RULES, blurs: BLURS, points: POINTS, cells: CELLS }
    }

    /// Takes the room for a character.
    pub(super) fn glyph(&mut self) -> Result<(), ExtractError> {
        let too_large = ExtractError::TooLarge { bound: Bound::Glyphs, limit: GLYPHS };
        self.glyphs = self.glyphs.checked_sub(1).ok_or(too_large)?;
        Ok(())
    }

    fn rule(&mut self) -> Result<(), ExtractError> {
        let too_large = ExtractError::TooLarge { bound: Bound::Rules, limit: RULES };
        self.rules = self.rules.checked_sub(1).ok_or(too_large)?;
        Ok(())
    }

    /// Takes the room for the cells of a table.
    fn cells(&mut self, more: usize) -> Result<(), ExtractError> {
        let too_large = ExtractError::TooLarge { bound: Bound::Cells, limit: CELLS };
        self.cells = self.cells.checked_sub(more).ok_or(too_large)?;
        Ok(())
    }

    /// Whether there is room for the points of a shape.
    fn points(&mut self, more: usize) -> bool {
        let left = self.points.checked_sub(more);
        self.points = left.unwrap_or(0);
        left.is_some()
    }

    /// Whether there is room for an area that nobody knows the colour of.
    fn blur(&mut self) -> bool {
        let left = self.blurs.checked_sub(1);
        self.blurs = left.unwrap_or(0);
        left.is_some()
    }
}

impl Sheet {
    pub(super) fn new(width: f64, height: f64) -> Self {
        Self { width, height, ..Self::default() }
    }

    /// An empty sheet that lies as the text of this one runs, and from the points of this one to those of the other, if most of its text is
    /// turned: a page across that a program has printed upright.
    #[cfg(feature = "pdf")]
    pub(super) fn turned(&self) -> Option<(Self, Matrix)> {
        let (width, height) = (self.width, self.height);
        let (to_right, to_left) =
            (|x| Matrix([0.0, 1.0, -1.0, 0.0, x, 0.0]), |y| Matrix([0.0, -1.0, 1.0, 0.0, 0.0, y]));
        let over = Matrix([-1.0, 0.0, 0.0, -1.0, width, height]);
        let turns = [
            (Direction::Up, (height, width), to_right(height), to_left(height)),
            (Direction::Down, (height, width), to_left(width), to_right(width)),
            (Direction::Reversed, (width, height), over, over),
        ];
        let is_most = |direction: Direction| {
            self.glyphs.iter().filter(|glyph| glyph.direction == direction).count() * 2 > self.glyphs.len()
        };
        let (_, (width, height), turn, back) = turns.into_iter().find(|(direction, ..)| is_most(*direction))?;
        Some((Self { back: Some(back), ..Self::new(width, height) }, turn))
    }

    /// Edges on the page as it is shown.
    fn shown(&self, edges: [f64; 4]) -> [f64; 4] {
        let [left, top, right, bottom] = edges;
        self.back.map_or(edges, |back| around(&[back.point(left, top), back.point(right, bottom)]))
    }

    /// A filled or stroked rectangle: a thin one is a line, a stroked one four.
    pub(super) fn rectangle(
        &mut self,
        (left, top): (f64, f64),
        (right, bottom): (f64, f64),
        is_stroked: bool,
        room: &mut Room,
    ) -> Result<(), ExtractError> {
        let (left, right) = (left.min(right), left.max(right));
        let (top, bottom) = (top.min(bottom), top.max(bottom));
        let (is_narrow, is_low) = (right - left <= THIN, bottom - top <= THIN);
        let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        // A corner where lines meet is narrow and low.
        if is_low {
            self.line((left, y), (right, y), room)?;
        }
        if is_narrow {
            self.line((x, top), (x, bottom), room)?;
        }
        if is_stroked && !is_low && !is_narrow {
            for y in [top, bottom] {
                self.line((left, y), (right, y), room)?;
            }
            for x in [left, right] {
                self.line((x, top), (x, bottom), room)?;
            }
        }
        Ok(())
    }

    /// A straight line; only those along an axis rule a table.
    pub(super) fn line(
        &mut self,
        (x0, y0): (f64, f64),
        (x1, y1): (f64, f64),
        room: &mut Room,
    ) -> Result<(), ExtractError> {
        let is_horizontal = (y0 - y1).abs() <= SLANT;
        if ![x0, y0, x1, y1].iter().all(|v| v.is_finite()) || !(is_horizontal || (x0 - x1).abs() <= SLANT) {
            return Ok(());
        }
        room.rule()?;
        self.rules.push(if is_horizontal {
            Rule { is_horizontal, at: f64::midpoint(y0, y1), from: x0.min(x1), to: x0.max(x1) }
        } else {
            Rule { is_horizontal, at: f64::midpoint(x0, x1), from: y0.min(y1), to: y0.max(y1) }
        });
        Ok(())
    }
}

/// A part of a page.
enum Block {
    Table(Table),
    Line(TextLine),
}

/// The pages of a document as lines of text and tables.
///
/// # Errors
///
/// If they have no text, or too much of it is not known.
pub(super) fn read(mut sheets: Vec<Sheet>) -> Result<Page, ExtractError> {
    for sheet in &mut sheets {
        sheet.see()?;
    }
    let is_recognized = painted(&mut sheets)?;
    let mut room = Room::new();
    let mut pages = Vec::with_capacity(sheets.len());
    for (number, sheet) in (1..).zip(&mut sheets) {
        sheet.glyphs.retain(|glyph| is_on(glyph, sheet.width, sheet.height));
        pages.push(grid::blocks(sheet, number, &mut room)?);
    }
    let mut page = Page::new();
    if is_recognized {
        page.push_note(Note::RecognizedText);
    }
    let shown = |page: u32, edges: [f64; 4]| {
        let sheet = (page as usize).checked_sub(1).and_then(|at| sheets.get(at));
        area(sheet.map_or(edges, |sheet| sheet.shown(edges)))
    };
    for block in paragraphs::joined(continued::joined(pages, &sheets)) {
        match block {
            Block::Line(line) => {
                let at = Location::Page { page: line.page, area: shown(line.page, line.edges), cells: None };
                page.push_line(&line.text, at);
            }
            Block::Table(table) => push_table(&table, shown, &mut page),
        }
    }
    Ok(page)
}

fn push_table(table: &Table, shown: impl Fn(u32, [f64; 4]) -> Area, page: &mut Page) {
    let cells = table.cells.iter().map(|cell| {
        let at = Location::Page {
            page: cell.page,
            area: shown(cell.page, cell.edges),
            cells: Some(CellRange::cell(cell.printed.0, cell.printed.1)),
        };
        let shown = if cell.is_doubted { Shown::Marked } else { Shown::Text };
        let text = CellText::new(cell.row, cell.column, &cell.text, at);
        text.spanning(cell.rows, cell.columns).showing(shown)
    });
    page.push_grid(Trust::Columns, cells);
}

/// The edges left, top, right and bottom in hundredths of a point.
fn area([left, top, right, bottom]: [f64; 4]) -> Area {
    /// Beyond any page.
    const FAR: f64 = 20_000_000.0;
    #[expect(clippy::cast_possible_truncation, reason = "within the bounds that stand there")]
    let hundredths = |points: f64| (points * 100.0).round().clamp(-FAR, FAR) as i32;
    Area { left: hundredths(left), top: hundredths(top), right: hundredths(right), bottom: hundredths(bottom) }
}

fn is_on(glyph: &Glyph, width: f64, height: f64) -> bool {
    let (x, y) = glyph.middle();
    (0.0..=width).contains(&x) && (0.0..=height).contains(&y)
}

/// Keeps the painted characters, or else those that text recognition has laid over pictures, and returns whether it did the latter.
fn painted(sheets: &mut [Sheet]) -> Result<bool, ExtractError> {
    /// The fewest characters of a page with content.
    const FEW: usize = 40;
    /// The most pages that are asked for so many.
    const PAGES: usize = 3;
    let count = |of: fn(&Sheet) -> usize| sheets.iter().map(of).sum::<usize>();
    let all = count(|sheet| sheet.glyphs.iter().filter(|glyph| !glyph.is_unknown()).count());
    let invisible =
        count(|sheet| sheet.glyphs.iter().filter(|glyph| glyph.is_invisible && !glyph.is_unknown()).count());
    let (unknown, curves) = (count(|sheet| sheet.unknown), count(|sheet| sheet.curves));
    let pages = sheets.len();
    let least = FEW * pages.clamp(1, PAGES);
    let has_pictures = sheets.iter().any(|sheet| sheet.pictures > sheet.width * sheet.height / 4.0);
    if unknown > all / 4 && unknown + all >= least {
        return Err(ExtractError::NoUnicode { unknown, letters: unknown + all });
    }
    let is_recognized = all - invisible < least && invisible >= least;
    if !is_recognized {
        for sheet in sheets.iter_mut() {
            sheet.glyphs.retain(|glyph| !glyph.is_invisible);
        }
    }
    match all {
        few if few < least && has_pictures => Err(ExtractError::Scanned { pages }),
        few if few < least && curves > least => Err(ExtractError::Outlines),
        _ => Ok(is_recognized),
    }
}
