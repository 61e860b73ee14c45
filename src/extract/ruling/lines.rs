//! Characters into lines of text.

use super::Glyph;
use crate::extract::model::MARK;
use crate::extract::words::fold::is_numeral;

/// A line of text outside of tables.
pub(super) struct TextLine {
    pub(super) text: String,
    pub(super) page: u32,
    /// Left, top, right and bottom.
    pub(super) edges: [f64; 4],
    pub(super) size: f64,
}

/// The gap, in sizes of the character, that is a space, and one that parts columns.
const SPACE: f64 = 0.3;
const COLUMN: f64 = 1.2;

/// The characters of each line, from the top, each line from the left.
pub(super) fn lines(glyphs: &[Glyph], mut among: Vec<usize>) -> Vec<Vec<usize>> {
    /// How far characters of one line may be above each other, in sizes, and in points at least.
    const HEIGHT: f64 = 0.45;
    const LEAST: f64 = 1.5;
    among.sort_by(|&a, &b| glyphs[a].base.total_cmp(&glyphs[b].base));
    let mut lines: Vec<Vec<usize>> = Vec::new();
    let mut base = f64::NEG_INFINITY;
    for at in among {
        let glyph = &glyphs[at];
        match lines.last_mut() {
            Some(line) if (glyph.base - base).abs() <= (glyph.size * HEIGHT).max(LEAST) => line.push(at),
            _ => {
                lines.push(vec![at]);
                base = glyph.base;
            }
        }
    }
    for line in &mut lines {
        line.sort_by(|&a, &b| glyphs[a].left.total_cmp(&glyphs[b].left));
    }
    lines
}

/// The text of a line, with `wide` where a gap may part columns, and a mark between digits that are not of one number.
pub(super) fn text(glyphs: &[Glyph], line: &[usize], wide: &str) -> String {
    let mut text = String::new();
    let mut last: Option<&Glyph> = None;
    // The last digit of the number that may go on.
    let mut digit: Option<&Glyph> = None;
    for at in shown(glyphs, line) {
        let glyph = &glyphs[at];
        if let Some(last) = last {
            if is_printed_twice(last, glyph) {
                continue;
            }
            let gap = glyph.left - last.right;
            if gap > glyph.size * COLUMN {
                text += wide;
            } else if gap > glyph.size * SPACE {
                text.push(' ');
            } else if glyph.is_digit() && digit.is_some_and(|digit| !is_same_print(digit, glyph)) {
                text.push(MARK);
            }
        }
        if glyph.is_digit() {
            digit = Some(glyph);
        } else if !glyph.is_of_number() {
            digit = None;
        }
        text.extend(glyph.text.chars().map(plain));
        last = Some(glyph);
    }
    text.trim().to_owned()
}

/// The characters that the text of a line shows. An unknown one among words decorates them, unless it stands beside a digit.
fn shown<'l>(glyphs: &'l [Glyph], line: &'l [usize]) -> impl Iterator<Item = usize> {
    let is_one = |a: &usize, b: &usize| glyphs[*b].left - glyphs[*a].right <= glyphs[*b].size * COLUMN;
    line.chunk_by(is_one).flat_map(move |part| {
        let are_words = part.iter().any(|&at| has_words(&glyphs[at].text));
        let is_number = move |place: usize| part.get(place).is_some_and(|&at| glyphs[at].is_of_number());
        let is_shown = move |(place, at): &(usize, usize)| {
            !are_words || !glyphs[*at].is_unknown() || is_number(place.wrapping_sub(1)) || is_number(place + 1)
        };
        part.iter().copied().enumerate().filter(is_shown).map(|(_, at)| at)
    })
}

/// Whether digits that touch are those of one number: of one size, on one line, and not upon each other. A raised sign of a note is smaller
/// and higher, and an old figure lies under the new one.
fn is_same_print(last: &Glyph, glyph: &Glyph) -> bool {
    /// How far digits may stand above each other, in sizes.
    const HIGHER: f64 = 0.1;
    /// The part of a digit that another may lie upon.
    const UPON: f64 = 0.4;
    let upon = last.left + width(last) - glyph.left;
    has_same_size(last, glyph)
        && (last.base - glyph.base).abs() <= last.size.max(glyph.size) * HIGHER
        && upon <= width(last).min(width(glyph)) * UPON
}

/// Whether a digit is the next one of the number that another is of: painted with it in one piece, or touching it.
pub(super) fn goes_on(last: &Glyph, glyph: &Glyph) -> bool {
    /// The widest gap between digits that are painted one by one, in sizes.
    const TOUCH: f64 = 0.1;
    let gap = if last.run == glyph.run { SPACE } else { TOUCH };
    let are_near = glyph.left - last.right <= glyph.size * gap;
    last.is_digit() && glyph.is_digit() && are_near && is_same_print(last, glyph)
}

/// The width of a digit.
fn width(glyph: &Glyph) -> f64 {
    /// The width of the widest digit, in sizes: fonts without widths say that it is as wide as high.
    const WIDEST: f64 = 0.6;
    let width = glyph.right - glyph.left;
    if glyph.text.len() == 1 { width.min(glyph.size * WIDEST) } else { width }
}

pub(super) fn has_same_size(a: &Glyph, b: &Glyph) -> bool {
    const LARGER: f64 = 0.1;
    (a.size - b.size).abs() <= a.size.max(b.size) * LARGER
}

/// Whether a character is the last one again, printed over it to look bold.
fn is_printed_twice(last: &Glyph, glyph: &Glyph) -> bool {
    const NEAR: f64 = 0.15;
    last.text == glyph.text
        && (last.left - glyph.left).abs() < glyph.size * NEAR
        && (last.base - glyph.base).abs() < 1.0
}

/// Left, top, right and bottom of characters.
pub(super) fn edges(glyphs: &[Glyph], line: &[usize]) -> [f64; 4] {
    let mut edges = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for glyph in line.iter().map(|&at| &glyphs[at]) {
        edges[0] = edges[0].min(glyph.left);
        edges[1] = edges[1].min(glyph.base - glyph.size);
        edges[2] = edges[2].max(glyph.right);
        edges[3] = edges[3].max(glyph.base + glyph.size * 0.2);
    }
    edges
}

/// A radical, which fonts give for the character that looks the same, as that character.
fn plain(c: char) -> char {
    /// The radicals that have no compatibility mapping, each with its character.
    const SUPPLEMENT: &str = "⺟母⺠民⺫目⻁虎⻄西⻅见⻆角⻉贝⻋车⻌之⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";
    match c {
        '\u{2f00}'..='\u{2fd5}' => {
            let mut character = c;
            unicode_normalization::char::decompose_compatible(c, |found| character = found);
            character
        }
        '\u{2e80}'..='\u{2eff}' => {
            let mut chars = SUPPLEMENT.chars();
            chars.find(|found| *found == c).and_then(|_| chars.next()).unwrap_or(c)
        }
        '\u{a0}' => ' ',
        _ => c,
    }
}

/// Whether a text has characters that are neither ASCII nor digits of full width.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(|c| c > '\u{2e80}' && !('\u{ff10}'..='\u{ff19}').contains(&c))
}

/// Whether a label starts a row or a group of its own: `1.`, `（一）`, `二、`.
pub(super) fn starts_item(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('（' | '(') => true,
        Some(first) if is_numeral(first) => chars.next().is_some_and(|next| "、.．，,".contains(next)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{plain, starts_item};

    #[test]
    fn radicals_are_the_characters_they_look_like() {
        let text: String = "测试市⼈⺠政府⼀⻚12".chars().map(plain).collect();
        assert_eq!(text, "测试市人民政府一页12");
    }

    #[test]
    fn labels_that_start_an_item_have_its_number() {
        for (text, expected) in
            [("1.予以公开", true), ("（一）", true), ("二、", true), ("2019年", false), ("公开", false)]
        {
            assert_eq!(starts_item(text), expected, "{text}");
        }
    }
}
