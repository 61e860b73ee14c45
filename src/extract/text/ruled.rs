//! Tables of text whose columns are ruled by lines of dashes and whose cells may have several lines, as pandoc prints them.
//!
//! ```text
//!   ---------- ------       +----------+------+
//!   行政规范   12           | 行政规范 | 12   |
//!   性文件                  | 性文件   |      |
//!                           +----------+------+
//!   规章       3            | 规章     | 3    |
//!   ---------- ------       +----------+------+
//! ```
//!
//! In a grid, a cell is an area that no line divides, so it may stand over several columns and beside several rows.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::extract::page::rows::{BARS, Room};
use crate::extract::{ExtractError, Limits};

/// A table, and the bytes of the text that print it.
pub(crate) struct Ruled {
    pub(crate) text: Range<usize>,
    pub(crate) rows: Vec<Vec<RuledCell>>,
}

/// A cell with the bytes of its lines.
pub(crate) struct RuledCell {
    pub(crate) columns: Range<u32>,
    /// Whether it stands beside several rows.
    pub(crate) is_tall: bool,
    pub(crate) lines: Vec<Range<usize>>,
}

/// The tables of a text that are ruled so, in its order. What is not ruled all through as its first line says is none.
///
/// # Errors
///
/// If its lines, or the cells of the tables, are more than the limit.
pub(crate) fn ruled_tables(text: &str, has_tabs: bool, limits: &Limits) -> Result<Vec<Ruled>, ExtractError> {
    let mut tables = Vec::new();
    // Nearly every text has no rule at all, which is found out sooner. Where tabs part cells, nothing is drawn.
    let has_rule = (text.contains('-') && text.contains("---")) || (!has_tabs && has_drawing(text));
    if !has_rule {
        return Ok(tables);
    }
    let mut lines: Vec<Range<usize>> = Vec::new();
    let (mut lines_left, mut room) = (Room::new(limits), Room::new(limits));
    for line in text.split_inclusive('\n') {
        lines_left.take(1)?;
        let start = lines.last().map_or(0, |last| last.end);
        lines.push(start..start + line.len());
    }
    // Whether another line of dashes may stand below.
    let mut has_dashes = true;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        // What is no table is passed as a whole, so that no line is looked at more than twice.
        let (rows, count) = match rule_of(&text[line.clone()]) {
            Some(Rule::Dashes(columns)) if has_dashes => {
                let rule = |line: &Range<usize>| matches!(rule_of(&text[line.clone()]), Some(Rule::Dashes(_)));
                if let Some(inner) = lines[at + 1..].iter().position(rule) {
                    let rows = dashed(text, &lines[at..=at + 1 + inner], &columns, &mut room)?;
                    let count = inner + 1 + usize::from(rows.is_some());
                    (rows, count)
                } else {
                    has_dashes = false;
                    (None, 1)
                }
            }
            Some(Rule::Grid) => {
                let begins = |c: char| is_bar(c) || is_corner(c);
                let is_inside = |line: &&Range<usize>| text[(*line).clone()].trim_start().starts_with(begins);
                let count = lines[at..].iter().take_while(is_inside).count();
                let lines = &lines[at..at + count];
                let mut rows = None;
                for width in WIDTHS {
                    rows = grid(text, lines, width, &mut room)?;
                    if rows.is_some() {
                        break;
                    }
                }
                (rows, count)
            }
            Some(Rule::Dashes(_)) | None => (None, 1),
        };
        if let Some(rows) = rows {
            tables.push(Ruled { text: line.start..lines[at + count - 1].end, rows });
        }
        at += count.max(1);
    }
    Ok(tables)
}

/// Columns of the widest table.
const WIDEST: usize = 64;

/// A line that rules a table.
enum Rule {
    /// The places at which the columns begin and end: `---- ----`.
    Dashes(Vec<Range<usize>>),
    /// The top of a grid: `+---+---+`.
    Grid,
}

fn rule_of(line: &str) -> Option<Rule> {
    /// Dashes of the narrowest column.
    const NARROWEST: usize = 2;
    let inner = line.trim_end();
    let indent = inner.len() - inner.trim_start().len();
    let rule = inner.trim_start();
    if rule.starts_with(is_corner) && rule.ends_with(is_corner) && rule.chars().all(|c| is_rule(c) || is_corner(c)) {
        return (rule.chars().count() > NARROWEST).then_some(Rule::Grid);
    }
    if !rule.starts_with('-') || !rule.chars().all(|c| matches!(c, '-' | ' ')) {
        return None;
    }
    let mut columns: Vec<Range<usize>> = Vec::new();
    for (at, _) in rule.match_indices('-') {
        let at = indent + at;
        match columns.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => columns.push(at..at + 1),
        }
    }
    let is_rule = (2..=WIDEST).contains(&columns.len()) && columns.iter().all(|column| column.len() >= NARROWEST);
    is_rule.then_some(Rule::Dashes(columns))
}

/// The place of a character in its line, the character and its bytes in the text.
type Place = (usize, char, Range<usize>);

/// How many places a character takes.
type Width = fn(char) -> usize;

/// As a terminal shows it: a Chinese character takes two places.
const SHOWN: Width = |c| c.width().unwrap_or(0);

/// What converters take characters to be wide: as terminals do, as those do that draw lines in two places, and all alike.
const WIDTHS: [Width; 3] = [SHOWN, |c| c.width_cjk().unwrap_or(0), |_| 1];

/// The characters of a line that are no white space.
fn places(text: &str, line: &Range<usize>, width: Width) -> Vec<Place> {
    let mut places = Vec::new();
    let mut place = 0;
    for (at, c) in text[line.clone()].char_indices() {
        let from = line.start + at;
        if !c.is_whitespace() {
            places.push((place, c, from..from + c.len_utf8()));
        }
        place += width(c);
    }
    places
}

/// The bytes that a line has within a column; `None` if it is blank there.
fn inside(places: &[Place], column: &Range<usize>) -> Option<Range<usize>> {
    let at = |end: usize| places.partition_point(|place| place.0 < end);
    let inside = places.get(at(column.start)..at(column.end))?;
    Some(inside.first()?.2.start..inside.last()?.2.end)
}

/// The rows between two lines of dashes. Where a blank line stands between them, blank lines part rows; else every line is
/// one. `None` if anything stands between the columns.
fn dashed(
    text: &str,
    lines: &[Range<usize>],
    columns: &[Range<usize>],
    room: &mut Room,
) -> Result<Option<Vec<Vec<RuledCell>>>, ExtractError> {
    let [first, inner @ .., last] = lines else { return Ok(None) };
    if text[first.clone()].trim_end() != text[last.clone()].trim_end() {
        return Ok(None);
    }
    let is_blank = |line: &Range<usize>| text[line.clone()].trim().is_empty();
    let has_several = inner.iter().any(is_blank);
    let mut rows: Vec<Vec<RuledCell>> = Vec::new();
    let mut is_new = true;
    for line in inner {
        if is_blank(line) {
            is_new = true;
            continue;
        }
        let places = places(text, line, SHOWN);
        if !places.iter().all(|(place, ..)| columns.iter().any(|column| column.contains(place))) {
            return Ok(None);
        }
        if std::mem::take(&mut is_new) || !has_several {
            room.take(columns.len())?;
            let cell = |at: u32| RuledCell { columns: at..at + 1, is_tall: false, lines: Vec::new() };
            rows.push((0..).zip(columns).map(|(at, _)| cell(at)).collect());
        }
        for (cell, column) in rows.last_mut().into_iter().flatten().zip(columns) {
            cell.lines.extend(inside(&places, column));
        }
    }
    Ok((!rows.is_empty()).then_some(rows))
}

/// The rows of a grid. `None` if its lines do not keep their columns, or a cell is no rectangle.
fn grid(
    text: &str,
    lines: &[Range<usize>],
    width: Width,
    room: &mut Room,
) -> Result<Option<Vec<Vec<RuledCell>>>, ExtractError> {
    /// Bytes of the longest line.
    const LONGEST: usize = 16 * 1024;
    if lines.iter().any(|line| line.len() > LONGEST) {
        return Ok(None);
    }
    let Some(between) = between(text, lines, width).filter(|between| between.len() > 2) else { return Ok(None) };
    let before = *room;
    let mut read = |are_rows: bool| {
        *room = before;
        let owner = vec![(0, 0); between.len() - 1];
        let mut grid = Grid { between: &between, are_rows, rules: None, owner, rows: Vec::new() };
        for line in lines {
            let begun = grid.rows.len();
            if grid.pass(&places(text, line, width)).is_none() {
                return Ok(None);
            }
            room.take(grid.rows[begun..].iter().map(Vec::len).sum())?;
        }
        // The last line rules all columns.
        let ends = grid.rules.as_ref().is_some_and(|rules| rules.iter().all(|rule| *rule));
        Ok((ends && !grid.rows.is_empty()).then_some(grid.rows))
    };
    let rows = match read(false)? {
        Some(rows) if are_lines(text, &rows) => read(true)?,
        rows => rows,
    };
    Ok(rows.map(|mut rows| {
        rows.retain(|row| !row.is_empty());
        rows
    }))
}

/// Whether rules stand around a table and below its header only, and each line between them is a row: where one column has a
/// figure below a word, or many figures below each other.
fn are_lines(text: &str, rows: &[Vec<RuledCell>]) -> bool {
    /// The fewest figures that are not one on several lines.
    const MANY: usize = 3;
    let is_figure = |line: &&Range<usize>| text[(*line).clone()].bytes().all(|byte| byte.is_ascii_digit());
    let has_rows = |cell: &RuledCell| {
        let figures = cell.lines.iter().filter(is_figure).count();
        figures >= MANY || (figures > 0 && figures < cell.lines.len())
    };
    rows.len() <= 2 && rows.iter().flatten().any(has_rows)
}

/// The places between the columns of a grid: those of corners in its rules. `None` if they are more than those of the widest table.
fn between(text: &str, lines: &[Range<usize>], width: Width) -> Option<Vec<usize>> {
    let mut between: BTreeSet<usize> = BTreeSet::new();
    for line in lines.iter().filter(|line| text[(*line).clone()].contains(is_corner)) {
        let line = places(text, line, width);
        let is_of_rule = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(|place| is_rule(place.1));
        let is_corner =
            |at: &usize| is_corner(line[*at].1) && (is_of_rule(Some(at + 1)) || is_of_rule(at.checked_sub(1)));
        between.extend((0..line.len()).filter(is_corner).map(|at| line[at].0));
        if between.len() > WIDEST + 1 {
            return None;
        }
    }
    Some(between.into_iter().collect())
}

/// Whether a character draws the lines of a table.
pub(super) fn is_box(c: char) -> bool {
    ('\u{2500}'..='\u{257f}').contains(&c)
}

/// Whether a character draws a horizontal line.
fn is_rule(c: char) -> bool {
    matches!(c, '-' | '=' | ':' | '─' | '━' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '═')
}

/// Whether a character draws a vertical line.
fn is_bar(c: char) -> bool {
    BARS.contains(&c) || matches!(c, '┆' | '┇' | '┊' | '┋' | '╎' | '╏')
}

/// Whether lines meet in a character.
fn is_corner(c: char) -> bool {
    c == '+' || (is_box(c) && !is_rule(c) && !is_bar(c))
}

/// Whether a text has characters that draw lines.
fn has_drawing(text: &str) -> bool {
    /// The first two bytes of all of them, and of little else.
    const FIRST: u8 = 0xe2;
    let is_start = |pair: &[u8]| pair[0] == FIRST && matches!(pair[1], 0x94 | 0x95);
    text.as_bytes().contains(&FIRST) && text.as_bytes().windows(2).any(is_start)
}

/// A grid while its lines are read.
struct Grid<'b> {
    /// The places between its columns.
    between: &'b [usize],
    /// Whether each line is a row.
    are_rows: bool,
    /// By column, whether the line above rules it; `None` if that line holds text.
    rules: Option<Vec<bool>>,
    /// By column, the row of the cell that was read last there, and its number in the row.
    owner: Vec<(usize, usize)>,
    rows: Vec<Vec<RuledCell>>,
}

impl Grid<'_> {
    /// Reads the next line.
    fn pass(&mut self, line: &[Place]) -> Option<()> {
        let at = |place: usize| line.binary_search_by_key(&place, |place| place.0).ok().map(|at| line[at].1);
        let is_divided = |place: &usize| at(*place).is_some_and(|c| is_bar(c) || is_corner(c));
        let bars: Vec<bool> = self.between.iter().map(is_divided).collect();
        let ends = [line.first()?.0, line.last()?.0] == [*self.between.first()?, *self.between.last()?];
        if !ends || !bars[0] || !bars[bars.len() - 1] {
            return None;
        }
        let is_ruled = |pair: &[usize]| {
            let [from, to] =
                [line.partition_point(|place| place.0 <= pair[0]), line.partition_point(|place| place.0 < pair[1])];
            let rule = &line[from..to];
            // Nothing stands between its characters, nor between it and the corners.
            let bytes = line[from - 1].2.end..line[to].2.start;
            !rule.is_empty()
                && rule.iter().all(|place| is_rule(place.1))
                && rule.iter().map(|place| place.2.len()).sum::<usize>() == bytes.len()
        };
        let rules: Vec<bool> = self.between.windows(2).map(is_ruled).collect();
        if !rules.contains(&true) {
            let above = self.rules.take().or_else(|| self.are_rows.then(|| vec![true; rules.len()]));
            if let Some(above) = above {
                self.begin(&above, &bars)?;
            }
            // Every line of a row divides it alike.
            let is_alike = |at: usize| bars[at] == (self.owner[at - 1] != self.owner[at]);
            return (1..self.owner.len()).all(is_alike).then(|| self.add(line, &rules))?;
        }
        let Some(above) = &mut self.rules else {
            if !self.rows.is_empty() {
                self.add(line, &rules)?;
            }
            self.rules = Some(rules);
            return Some(());
        };
        // Two rules with nothing between them are one.
        let mut open = self.between.windows(2).zip(&rules).filter(|(_, is_ruled)| !**is_ruled);
        if open.any(|(pair, _)| inside(line, &(pair[0] + 1..pair[1])).is_some()) {
            return None;
        }
        above.iter_mut().zip(rules).for_each(|(above, rule)| *above |= rule);
        Some(())
    }

    /// Begins a row below a rule: a cell that the rule does not close goes on.
    fn begin(&mut self, above: &[bool], bars: &[bool]) -> Option<()> {
        let width = self.owner.len();
        let mut row: Vec<RuledCell> = Vec::new();
        let mut from = 0;
        while from < width {
            let to = (from + 1..width).find(|&at| bars[at]).unwrap_or(width);
            let own = self.owner[from];
            if above[from..to].iter().any(|rule| *rule != above[from]) {
                return None;
            }
            if above[from] {
                let columns = u32::try_from(from).ok()?..u32::try_from(to).ok()?;
                self.owner[from..to].fill((self.rows.len(), row.len()));
                row.push(RuledCell { columns, is_tall: false, lines: Vec::new() });
            } else {
                let cell = self.rows.get_mut(own.0)?.get_mut(own.1)?;
                if cell.columns.start as usize != from || cell.columns.end as usize != to {
                    return None;
                }
                cell.is_tall = true;
            }
            from = to;
        }
        self.rows.push(row);
        Some(())
    }

    /// Adds a line to the cells that it does not close.
    fn add(&mut self, line: &[Place], rules: &[bool]) -> Option<()> {
        let mut from = 0;
        for own in self.owner.chunk_by(|a, b| a == b) {
            let to = from + own.len();
            if rules[from..to].iter().any(|rule| *rule != rules[from]) {
                return None;
            }
            if !rules[from] {
                let cell = self.rows.get_mut(own[0].0)?.get_mut(own[0].1)?;
                cell.lines.extend(inside(line, &(self.between[from] + 1..self.between[to])));
            }
            from = to;
        }
        Some(())
    }
}
