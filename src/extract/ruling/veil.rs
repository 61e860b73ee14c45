//! What is painted over characters in another shape than an upright box: a brush, a pen, a picture. The digits below are seen in part or
//! not at all, so they are part of no number.

use super::seen::{Clip, Heights, Pairs, Stroke, THIN, around, common};
use super::{ExtractError, Glyph, Room, SLANT, Sheet};

/// A shape that is painted over characters.
#[derive(Clone, Debug)]
pub(super) struct Veil {
    edges: [f64; 4],
    /// Without outlines, all of the box is covered.
    outlines: Vec<Vec<(f64, f64)>>,
    stroke: Stroke,
    /// How many characters were painted before it.
    pub(super) after: usize,
}

/// The part of a character that a thin pen leaves out and still crosses the character, in sizes.
const THROUGH: f64 = 0.18;

impl Veil {
    /// How far beside its outlines it covers a character.
    fn reach(&self, glyph: &Glyph) -> f64 {
        match self.stroke {
            Stroke::Pen(half) => half.max(glyph.size * THROUGH),
            _ => 0.0,
        }
    }

    /// Whether it covers the middle of a character, or one of its sides.
    fn covers(&self, glyph: &Glyph) -> bool {
        const PLACES: [f64; 3] = [0.25, 0.5, 0.75];
        let (reach, y) = (self.reach(glyph), glyph.middle().1);
        let [left, top, right, bottom] = self.edges;
        let is_near =
            |x: f64| (left - reach..=right + reach).contains(&x) && (top - reach..=bottom + reach).contains(&y);
        let places = PLACES.map(|part| glyph.left + (glyph.right - glyph.left) * part);
        places.into_iter().filter(|x| is_near(*x)).any(|x| match self.stroke {
            _ if self.outlines.is_empty() => true,
            Stroke::Filled { is_even_odd: true } => self.turns((x, y)) % 2 != 0,
            Stroke::Pen(_) => self.sides().any(|side| distance((x, y), side) <= reach),
            _ => self.turns((x, y)) != 0,
        })
    }

    fn sides(&self) -> impl Iterator<Item = [(f64, f64); 2]> {
        self.outlines.iter().flat_map(|outline| outline.windows(2).map(|pair| [pair[0], pair[1]]))
    }

    /// How often the outlines go around a point.
    fn turns(&self, (x, y): (f64, f64)) -> i32 {
        let closing = self.outlines.iter().filter_map(|outline| Some([*outline.last()?, *outline.first()?]));
        let turn = |[from, to]: [(f64, f64); 2]| {
            let is_beside = || from.0 + (y - from.1) / (to.1 - from.1) * (to.0 - from.0) > x;
            match (from.1 <= y, to.1 <= y) {
                (true, false) if is_beside() => 1,
                (false, true) if is_beside() => -1,
                _ => 0,
            }
        };
        self.sides().chain(closing).map(turn).sum()
    }
}

/// How far a point is from a side.
fn distance((x, y): (f64, f64), [from, to]: [(f64, f64); 2]) -> f64 {
    let (along, down) = (to.0 - from.0, to.1 - from.1);
    let length = along * along + down * down;
    let part = if length > 0.0 { ((x - from.0) * along + (y - from.1) * down) / length } else { 0.0 };
    let part = part.clamp(0.0, 1.0);
    (from.0 + along * part - x).hypot(from.1 + down * part - y)
}

/// Whether an outline is no wider or no higher than a line.
pub(crate) fn is_thin(outline: &[(f64, f64)]) -> bool {
    let [left, top, right, bottom] = around(outline);
    (right - left).min(bottom - top) <= THIN
}

/// Whether a pen draws no more than a table is ruled with: thin sides along the axes.
pub(crate) fn is_rule(outline: &[(f64, f64)], width: f64) -> bool {
    let is_along =
        |pair: &[(f64, f64)]| (pair[0].0 - pair[1].0).abs() <= SLANT || (pair[0].1 - pair[1].1).abs() <= SLANT;
    width <= THIN && outline.windows(2).all(is_along)
}

impl Sheet {
    /// Lays a shape over what has been painted.
    pub(crate) fn veil(&mut self, outlines: Vec<Vec<(f64, f64)>>, stroke: Stroke, clip: &Clip, room: &mut Room) {
        let after = self.glyphs.len();
        let half = if let Stroke::Pen(half) = stroke { half } else { 0.0 };
        let points: Vec<(f64, f64)> = outlines.iter().flatten().copied().collect();
        let [left, top, right, bottom] = around(&points);
        let edges = common([left - half, top - half, right + half, bottom + half], clip.edges());
        if after == 0 || edges[0] > edges[2] || edges[1] > edges[3] {
            return;
        }
        match self.veils.last_mut() {
            // A page of so many shapes is a picture: all that it covers is in doubt.
            Some(last) if !room.points(points.len()) => {
                let corners = [last.edges, edges].map(|[left, top, right, bottom]| [(left, top), (right, bottom)]);
                *last = Veil { edges: around(&corners.concat()), outlines: Vec::new(), stroke, after };
            }
            _ => self.veils.push(Veil { edges, outlines, stroke, after }),
        }
    }

    /// Doubts what an area touches: something that nobody knows is shown there. It leaves a mark, because the place is not blank.
    #[cfg(feature = "pdf")]
    pub(crate) fn doubt(&mut self, edges: [f64; 4], room: &mut Room) -> Result<(), ExtractError> {
        room.glyph()?;
        let stroke = Stroke::Filled { is_even_odd: false };
        self.veils.push(Veil { edges, outlines: Vec::new(), stroke, after: self.glyphs.len() });
        self.runs += 1;
        self.glyphs.push(Glyph::unknown_in(edges, self.runs));
        Ok(())
    }

    /// Says which characters are in doubt. Text under a picture of a page is not seen: text recognition has read it there.
    pub(super) fn lift(
        &mut self,
        by_height: &Heights,
        doubted: &mut [bool],
        pairs: &mut Pairs,
    ) -> Result<(), ExtractError> {
        let largest = self.glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max) * THROUGH;
        for veil in &self.veils {
            let near = by_height.between(veil.edges[1] - largest, veil.edges[3] + largest);
            pairs.take(near.len())?;
            let is_picture = veil.stroke == Stroke::Picture;
            let is_page = is_picture && self.is_large(veil.edges);
            for &(_, at) in near {
                let glyph = &self.glyphs[at];
                let concerns = is_page || glyph.is_of_number() && !(is_picture && glyph.is_invisible);
                if at >= veil.after || doubted[at] || !concerns {
                    continue;
                }
                pairs.take(veil.outlines.iter().map(Vec::len).sum::<usize>() / 16)?;
                if veil.covers(glyph) {
                    doubted[at] = !is_page;
                    self.glyphs[at].is_invisible |= is_page;
                }
            }
        }
        Ok(())
    }

    /// Whether an area is a part of the page that no correction of a figure takes.
    pub(super) fn is_large(&self, [left, top, right, bottom]: [f64; 4]) -> bool {
        (right - left) * (bottom - top) > self.width * self.height / 4.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn veil(outlines: &[&[(f64, f64)]], stroke: Stroke) -> Veil {
        let outlines: Vec<Vec<(f64, f64)>> = outlines.iter().map(|outline| outline.to_vec()).collect();
        let edges = around(&outlines.concat());
        Veil { edges, outlines, stroke, after: 1 }
    }

    /// A digit whose middle is at this place.
    fn digit(x: f64, y: f64) -> Glyph {
        Glyph { text: "1".to_owned(), left: x - 1.0, right: x + 1.0, base: y + 1.2, ..Glyph::unknown_in([0.0; 4], 0) }
    }

    #[test]
    fn a_shape_covers_what_lies_inside_of_it() {
        let outer = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)];
        let inner = [(20.0, 20.0), (80.0, 20.0), (80.0, 80.0), (20.0, 80.0)];
        let round = [(0.0, 50.0), (50.0, 0.0), (100.0, 50.0), (50.0, 100.0)];
        for (outlines, is_even_odd, place, expected) in [
            (&[&outer[..]][..], false, (50.0, 50.0), true),
            (&[&outer[..], &inner[..]], false, (50.0, 50.0), true),
            (&[&outer[..], &inner[..]], true, (50.0, 50.0), false),
            (&[&outer[..], &inner[..]], true, (10.0, 50.0), true),
            (&[&round[..]], false, (50.0, 50.0), true),
            (&[&round[..]], false, (10.0, 10.0), false),
        ] {
            let veil = veil(outlines, Stroke::Filled { is_even_odd });
            assert_eq!(veil.covers(&digit(place.0, place.1)), expected, "{outlines:?} {is_even_odd} {place:?}");
        }
    }

    #[test]
    fn a_pen_covers_what_is_near() {
        let line = [(0.0, 0.0), (100.0, 100.0)];
        for (half, place, expected) in [
            (0.5, (50.0, 50.0), true),
            (0.5, (50.0, 60.0), false),
            (10.0, (50.0, 60.0), true),
            (10.0, (120.0, 120.0), false),
        ] {
            assert_eq!(
                veil(&[&line], Stroke::Pen(half)).covers(&digit(place.0, place.1)),
                expected,
                "{half} {place:?}"
            );
        }
    }
}
