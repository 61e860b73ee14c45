//! What a reader sees of the characters of a page. Text that is cut off, that an area painted later covers, or that has the colour of its
//! ground is not seen. Text that runs across the page, such as a watermark, is no part of its lines. Digits that are struck out, turned,
//! under a shape that is no box, or left over from a number the rest of which is not seen are seen, and are part of no number.

use super::rules::{NEAR, merged};
use super::{Bound, ExtractError, Glyph, RULES, Room, Rule, Sheet};
use crate::extract::model::MARK;

/// The width of the widest line: what is wider and higher is an area.
pub(crate) const THIN: f64 = 3.0;
/// Areas of unknown colour in a document that are kept.
pub(super) const BLURS: usize = 100_000;
/// Pairs of a character and an area or a line near it, on one page.
const PAIRS: usize = 4_000_000;

/// Red, green and blue, from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Colour([f64; 3]);

impl Colour {
    pub(crate) const BLACK: Self = Self([0.0; 3]);
    const WHITE: Self = Self([1.0; 3]);

    /// The colour of its components: a grey, the three of light, or the four of print.
    pub(crate) fn of(components: &[f64]) -> Option<Self> {
        match *components {
            [grey] => Some(Self([grey; 3])),
            [red, green, blue] => Some(Self([red, green, blue])),
            [cyan, magenta, yellow, black] => {
                Some(Self([cyan, magenta, yellow].map(|ink| (1.0 - ink) * (1.0 - black))))
            }
            _ => None,
        }
    }

    /// Whether nobody tells them apart.
    fn is_like(self, other: Self) -> bool {
        const ALIKE: f64 = 0.04;
        self.0.iter().zip(other.0).all(|(a, b)| (a.clamp(0.0, 1.0) - b.clamp(0.0, 1.0)).abs() < ALIKE)
    }
}

/// How the line of a character runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// From left to right.
    Level,
    /// From right to left.
    Reversed,
    Up,
    Down,
    /// Across the page.
    Slanted,
}

impl Direction {
    /// The direction of a step along the line.
    pub(crate) fn of(x: f64, y: f64) -> Self {
        /// How far a line may rise or fall, by its length: scanned pages are not quite straight.
        const SLANT: f64 = 0.1;
        let (across, along) = (x.abs(), y.abs());
        if along <= across * SLANT {
            if x < 0.0 { Self::Reversed } else { Self::Level }
        } else if across <= along * SLANT {
            if y < 0.0 { Self::Up } else { Self::Down }
        } else {
            Self::Slanted
        }
    }
}

/// The part of a page that is painted on.
#[derive(Clone, Copy)]
pub(crate) struct Clip {
    /// Left, top, right and bottom of a box around it.
    edges: [f64; 4],
    /// Whether it fills this box.
    is_box: bool,
}

impl Clip {
    pub(crate) const NONE: Self =
        Self { edges: [f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY], is_box: true };

    /// The part that is within an outline, too.
    #[cfg(feature = "pdf")]
    pub(crate) fn within(self, outline: &[(f64, f64)], is_box: bool) -> Self {
        Self { edges: common(self.edges, around(outline)), is_box: self.is_box && is_box }
    }

    pub(super) fn edges(&self) -> [f64; 4] {
        self.edges
    }

    /// The part that is within a shape that nobody knows, too.
    pub(crate) fn blurred(self) -> Self {
        Self { is_box: false, ..self }
    }

    #[cfg(feature = "pdf")]
    pub(crate) fn has(&self, glyph: &Glyph) -> bool {
        is_in(glyph, self.edges)
    }
}

/// The box around points: left, top, right and bottom.
pub(crate) fn around(points: &[(f64, f64)]) -> [f64; 4] {
    let mut edges = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    for (x, y) in points {
        edges = [edges[0].min(*x), edges[1].min(*y), edges[2].max(*x), edges[3].max(*y)];
    }
    edges
}

/// Whether an outline is a box that stands upright.
pub(crate) fn is_box(outline: &[(f64, f64)]) -> bool {
    /// How far a corner may be off, in points.
    const OFF: f64 = 0.1;
    let [left, top, right, bottom] = around(outline);
    let is = |a: f64, b: f64| (a - b).abs() < OFF;
    let is_corner = |(x, y): &(f64, f64)| (is(*x, left) || is(*x, right)) && (is(*y, top) || is(*y, bottom));
    let is_side = |pair: &[(f64, f64)]| is(pair[0].0, pair[1].0) != is(pair[0].1, pair[1].1);
    (4..=5).contains(&outline.len()) && outline.iter().all(is_corner) && outline[..4].windows(2).all(is_side)
}

pub(super) fn common(a: [f64; 4], b: [f64; 4]) -> [f64; 4] {
    [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])]
}

fn is_in(glyph: &Glyph, [left, top, right, bottom]: [f64; 4]) -> bool {
    let (x, y) = glyph.middle();
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

/// How an area is painted.
#[derive(Clone, Copy)]
pub(crate) struct Paint {
    /// Its colour, if it is one and known.
    pub(crate) colour: Option<Colour>,
    /// Whether nothing below it is seen.
    pub(crate) is_opaque: bool,
}

/// How the outlines of a shape cover.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stroke {
    /// All that lies inside of them.
    Filled { is_even_odd: bool },
    /// All that is no farther from them than this.
    Pen(f64),
    /// All that lies inside of them. Text recognition may lay the text of a whole page under a picture.
    Picture,
}

/// An area of a page that is painted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    edges: [f64; 4],
    /// The colour all over it, if it is one and known.
    colour: Option<Colour>,
    is_opaque: bool,
    /// How many characters were painted before it.
    after: usize,
}

impl Sheet {
    /// A box that is painted all over.
    pub(crate) fn area(
        &mut self,
        outline: &[(f64, f64)],
        paint: Paint,
        clip: &Clip,
        room: &mut Room,
    ) -> Result<(), ExtractError> {
        let Paint { colour, is_opaque } = paint;
        if !(clip.is_box && is_opaque) {
            self.blur(around(outline), clip, room);
            if is_opaque {
                self.veil(vec![outline.to_vec()], Stroke::Filled { is_even_odd: false }, clip, room);
            }
        } else if let Some(edges) = wide(common(around(outline), clip.edges)) {
            room.rule()?;
            self.areas.push(Area { edges, colour, is_opaque, after: self.glyphs.len() });
        }
        Ok(())
    }

    /// A box in which something is painted, of a colour and a shape that nobody knows.
    pub(crate) fn blur(&mut self, edges: [f64; 4], clip: &Clip, room: &mut Room) {
        let Some(edges) = wide(common(edges, clip.edges)) else { return };
        if room.blur() {
            self.areas.push(Area { edges, colour: None, is_opaque: false, after: self.glyphs.len() });
        } else {
            self.is_ground_unknown = true;
        }
    }

    /// Lays a sheet under this one.
    #[cfg(feature = "office")]
    pub(crate) fn lay_on(&mut self, mut below: Self) {
        self.glyphs.iter_mut().for_each(|glyph| glyph.run += below.runs);
        self.areas.iter_mut().for_each(|area| area.after += below.glyphs.len());
        self.veils.iter_mut().for_each(|veil| veil.after += below.glyphs.len());
        below.glyphs.append(&mut self.glyphs);
        below.areas.append(&mut self.areas);
        below.veils.append(&mut self.veils);
        below.rules.append(&mut self.rules);
        below.runs += self.runs;
        below.unknown += self.unknown;
        below.pictures += self.pictures;
        below.curves += self.curves;
        below.is_ground_unknown |= self.is_ground_unknown;
        (below.width, below.height) = (self.width, self.height);
        *self = below;
    }

    /// Leaves the characters that a reader sees, with a mark at the digits that are part of no number.
    ///
    /// # Errors
    ///
    /// If too much lies upon each other.
    pub(super) fn see(&mut self) -> Result<(), ExtractError> {
        let mut hidden: Vec<bool> = self.glyphs.iter().map(|glyph| glyph.is_cut).collect();
        let mut pairs = Pairs::default();
        let by_height = Heights::of(&self.glyphs, |_| true);
        let mut doubted = vec![false; self.glyphs.len()];
        self.lift(&by_height, &mut doubted, &mut pairs)?;
        self.cover(&by_height, &mut hidden, &mut doubted, &mut pairs)?;
        self.fade(&mut hidden, &mut pairs)?;
        self.strike(&by_height, &hidden, &mut pairs)?;
        // What is left of a number.
        for at in 1..self.glyphs.len() {
            let [last, this] = [at - 1, at].map(|at| &self.glyphs[at]);
            if hidden[at] != hidden[at - 1] && last.run == this.run && last.is_of_number() && this.is_of_number() {
                self.glyphs[if hidden[at] { at - 1 } else { at }].text.push(MARK);
            }
        }
        for (glyph, _) in
            self.glyphs.iter_mut().zip(doubted).filter(|(glyph, is_doubted)| *is_doubted && glyph.is_of_number())
        {
            glyph.text.push(MARK);
        }
        let slanted = self.glyphs.iter().filter(|glyph| glyph.direction == Direction::Slanted).count();
        let is_straight = slanted * 2 <= self.glyphs.len();
        let mut hidden = hidden.into_iter();
        self.glyphs.retain_mut(|glyph| {
            if glyph.direction != Direction::Level {
                glyph.mark();
            }
            let is_across = glyph.direction == Direction::Slanted && is_straight;
            hidden.next() != Some(true) && !is_across
        });
        Ok(())
    }

    /// Hides what lies under areas. Of a page that text recognition has read, a small one covers a part of the picture.
    fn cover(
        &self,
        by_height: &Heights,
        hidden: &mut [bool],
        doubted: &mut [bool],
        pairs: &mut Pairs,
    ) -> Result<(), ExtractError> {
        for area in self.areas.iter().filter(|area| area.is_opaque && area.after > 0) {
            let near = by_height.between(area.edges[1], area.edges[3]);
            pairs.take(near.len())?;
            for &(_, at) in near {
                let glyph = &self.glyphs[at];
                let is_under = at < area.after && is_in(glyph, area.edges);
                hidden[at] |= is_under && !glyph.is_invisible;
                doubted[at] |= is_under && glyph.is_invisible && !self.is_large(area.edges);
            }
        }
        Ok(())
    }

    /// Hides what has the colour of its ground.
    fn fade(&self, hidden: &mut [bool], pairs: &mut Pairs) -> Result<(), ExtractError> {
        if self.is_ground_unknown {
            return Ok(());
        }
        let mut grounds = vec![Colour::WHITE];
        for colour in self.areas.iter().filter_map(|area| area.colour) {
            pairs.take(grounds.len())?;
            if !grounds.iter().any(|ground| ground.is_like(colour)) {
                grounds.push(colour);
            }
        }
        // Few characters have the colour of any ground, so few are asked which one they stand on.
        let is_pale = |glyph: &Glyph| {
            let is_like = |colour: Colour| grounds.iter().any(|ground| ground.is_like(colour));
            !glyph.is_invisible && glyph.colour.is_some_and(is_like)
        };
        pairs.take(grounds.len().saturating_mul(self.glyphs.len()) / 16)?;
        let by_height = Heights::of(&self.glyphs, is_pale);
        if by_height.0.is_empty() {
            return Ok(());
        }
        let mut under = vec![Some(Colour::WHITE); self.glyphs.len()];
        for area in &self.areas {
            let near = by_height.between(area.edges[1], area.edges[3]);
            pairs.take(near.len())?;
            for &(_, at) in near {
                if at >= area.after && is_in(&self.glyphs[at], area.edges) {
                    under[at] = area.colour;
                }
            }
        }
        for (_, at) in by_height.0 {
            let is_like = self.glyphs[at].colour.zip(under[at]).is_some_and(|(colour, under)| colour.is_like(under));
            hidden[at] |= is_like;
        }
        Ok(())
    }

    /// Marks the digits that are struck out. The lines that do it rule no table.
    fn strike(&mut self, by_height: &Heights, hidden: &[bool], pairs: &mut Pairs) -> Result<(), ExtractError> {
        /// How far from the middle of a character a line through it is, in sizes, and the part of the character that it crosses.
        const OFF: f64 = 0.18;
        const PART: f64 = 0.7;
        /// How far the line goes on beside the characters, in sizes: the lines of a table go on to the next cell.
        const BESIDE: f64 = 0.8;
        let largest = self.glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
        let mut strikes: Vec<Rule> = Vec::new();
        for line in merged(&self.rules, true) {
            let near = by_height.between(line.at - largest * OFF, line.at + largest * OFF);
            pairs.take(near.len())?;
            let is_struck = |at: &usize| {
                let glyph = &self.glyphs[*at];
                let common = glyph.right.min(line.to) - glyph.left.max(line.from);
                !hidden[*at]
                    && !glyph.is_invisible
                    && (glyph.middle().1 - line.at).abs() <= glyph.size * OFF
                    && common >= (glyph.right - glyph.left) * PART
            };
            let struck: Vec<usize> = near.iter().map(|(_, at)| *at).filter(is_struck).collect();
            let glyphs = || struck.iter().map(|at| &self.glyphs[*at]);
            let left = glyphs().map(|glyph| glyph.left - glyph.size * BESIDE).fold(f64::INFINITY, f64::min);
            let right = glyphs().map(|glyph| glyph.right + glyph.size * BESIDE).fold(f64::NEG_INFINITY, f64::max);
            if left <= line.from && line.to <= right && glyphs().any(Glyph::is_digit) {
                for at in struck {
                    self.glyphs[at].mark();
                }
                strikes.push(line);
            }
        }
        if !strikes.is_empty() {
            pairs.take(self.rules.len().saturating_mul(strikes.len()) / 16)?;
            let is_part = |rule: &Rule, strike: &Rule| {
                (rule.at - strike.at).abs() <= NEAR && strike.from <= rule.from && rule.to <= strike.to
            };
            self.rules.retain(|rule| !(rule.is_horizontal && strikes.iter().any(|strike| is_part(rule, strike))));
        }
        Ok(())
    }
}

impl Glyph {
    /// Whether it is a digit, and no mark is at it.
    pub(super) fn is_digit(&self) -> bool {
        self.text.chars().all(|c| c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c))
    }

    /// Whether it is a digit, or stands between digits of one number.
    pub(super) fn is_of_number(&self) -> bool {
        self.is_digit() || matches!(self.text.as_str(), "." | "," | "．" | "，")
    }

    /// A character that nobody knows.
    pub(crate) fn is_unknown(&self) -> bool {
        self.text.chars().eq([MARK])
    }

    /// A character that nobody knows, in the middle of an area.
    #[cfg(any(feature = "pdf", test))]
    pub(super) fn unknown_in([left, top, right, bottom]: [f64; 4], run: usize) -> Self {
        /// The largest size of text.
        const SIZE: f64 = 10.0;
        let size = (bottom - top).clamp(1.0, SIZE);
        let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        Self {
            text: MARK.to_string(),
            left: x - size / 4.0,
            right: x + size / 4.0,
            base: y + size * 0.3,
            size,
            is_invisible: false,
            is_cut: false,
            colour: None,
            direction: Direction::Level,
            run,
        }
    }

    /// Makes a digit part of no number.
    fn mark(&mut self) {
        if self.is_digit() {
            self.text.push(MARK);
        }
    }
}

/// An area that is more than a line.
fn wide(edges: [f64; 4]) -> Option<[f64; 4]> {
    let [left, top, right, bottom] = edges;
    (right - left > THIN && bottom - top > THIN).then_some(edges)
}

/// How many pairs were looked at.
#[derive(Default)]
pub(super) struct Pairs(usize);

impl Pairs {
    pub(super) fn take(&mut self, more: usize) -> Result<(), ExtractError> {
        self.0 = self.0.saturating_add(more);
        let too_large = ExtractError::TooLarge { bound: Bound::Rules, limit: RULES };
        if self.0 > PAIRS { Err(too_large) } else { Ok(()) }
    }
}

/// Characters from the top: their middles and their numbers.
pub(super) struct Heights(Vec<(f64, usize)>);

impl Heights {
    fn of(glyphs: &[Glyph], is_wanted: impl Fn(&Glyph) -> bool) -> Self {
        let wanted = glyphs.iter().enumerate().filter(|(_, glyph)| is_wanted(glyph));
        let mut order: Vec<(f64, usize)> = wanted.map(|(at, glyph)| (glyph.middle().1, at)).collect();
        order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        Self(order)
    }

    pub(super) fn between(&self, top: f64, bottom: f64) -> &[(f64, usize)] {
        let first = self.0.partition_point(|(middle, _)| *middle < top);
        let count = self.0[first..].partition_point(|(middle, _)| *middle <= bottom);
        &self.0[first..first + count]
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, Direction, is_box};

    #[test]
    fn colours_of_paper_are_white() {
        for (components, is_white) in [
            (&[1.0][..], true),
            (&[0.98; 3], true),
            (&[0.0; 4], true),
            (&[0.0], false),
            (&[1.0, 0.0, 0.0], false),
            (&[0.0, 0.0, 0.0, 1.0], false),
        ] {
            let colour = Colour::of(components).unwrap();
            assert_eq!(colour.is_like(Colour::WHITE), is_white, "{components:?}");
        }
        assert!(Colour::of(&[]).is_none());
    }

    #[test]
    fn a_line_is_level_turned_or_slanted() {
        for ((x, y), direction) in [
            ((1.0, 0.0), Direction::Level),
            ((1.0, 0.05), Direction::Level),
            ((-1.0, 0.0), Direction::Reversed),
            ((0.0, -1.0), Direction::Up),
            ((0.0, 1.0), Direction::Down),
            ((1.0, 0.3), Direction::Slanted),
            ((0.7, -0.7), Direction::Slanted),
        ] {
            assert_eq!(Direction::of(x, y), direction, "{x} {y}");
        }
    }

    #[test]
    fn a_box_has_four_upright_sides() {
        let outline = |corners: &[(u8, u8)]| -> Vec<(f64, f64)> {
            corners.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect()
        };
        assert!(is_box(&outline(&[(0, 0), (9, 0), (9, 5), (0, 5)])));
        assert!(is_box(&outline(&[(0, 0), (0, 5), (9, 5), (9, 0), (0, 0)])));
        assert!(!is_box(&outline(&[(0, 0), (9, 0), (9, 5)])));
        assert!(!is_box(&outline(&[(0, 2), (5, 0), (9, 2), (5, 5)])));
        assert!(!is_box(&outline(&[(0, 0), (9, 5), (9, 0), (0, 5)])));
    }
}
