//! Lines of text that one paragraph is broken into, as one.

use super::Block;
use super::continued::is_next_page;
use super::lines::{TextLine, has_words, starts_item};

/// Joins lines that go on with each other: the upper one is full, and the lower one begins at the margin of its page.
pub(super) fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let margins = Margins::of(&blocks);
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    // Where the last line that was added to a paragraph stood.
    let mut last: Option<TextLine> = None;
    for block in blocks {
        let Block::Line(line) = block else {
            joined.push(block);
            last = None;
            continue;
        };
        match (joined.last_mut(), &last) {
            (Some(Block::Line(paragraph)), Some(above)) if margins.goes_on(above, &line) => {
                paragraph.text += &line.text;
                if paragraph.page == line.page {
                    for (edge, of_line) in paragraph.edges.iter_mut().zip(line.edges).take(2) {
                        *edge = edge.min(of_line);
                    }
                    for (edge, of_line) in paragraph.edges.iter_mut().zip(line.edges).skip(2) {
                        *edge = edge.max(of_line);
                    }
                }
            }
            _ => joined.push(Block::Line(TextLine { text: line.text.clone(), ..line })),
        }
        last = Some(line);
    }
    joined
}

/// The left and the right margin of the text of each page.
struct Margins(std::collections::BTreeMap<u32, (f64, f64)>);

impl Margins {
    /// The margins that most characters of prose keep to.
    fn of(blocks: &[Block]) -> Self {
        let mut margins = std::collections::BTreeMap::new();
        for block in blocks {
            if let Block::Line(line) = block
                && is_prose(line)
            {
                let (left, right) = margins.entry(line.page).or_insert((f64::MAX, f64::MIN));
                *left = line.edges[0].min(*left);
                *right = line.edges[2].max(*right);
            }
        }
        Self(margins)
    }

    fn goes_on(&self, above: &TextLine, below: &TextLine) -> bool {
        /// How far from the right margin a full line ends, and from the left one a line begins, in its size: a mark that may
        /// not start a line moves the last word to the next.
        const RIGHT: f64 = 2.2;
        const LEFT: f64 = 0.8;
        /// How far apart lines of a paragraph stand, in their size.
        const SPACING: f64 = 2.6;
        let (Some((_, right)), Some((left, _))) = (self.0.get(&above.page), self.0.get(&below.page)) else {
            return false;
        };
        let is_near = if above.page == below.page {
            below.edges[3] - above.edges[3] <= below.size * SPACING
        } else {
            is_next_page(above, below)
        };
        is_near
            && is_prose(above)
            && has_words(&below.text)
            && !below.text.contains("  ")
            && (above.size - below.size).abs() < 1.0
            && above.edges[2] >= right - above.size * RIGHT
            && below.edges[0] <= left + below.size * LEFT
            && !starts_item(&below.text)
            && !above.text.ends_with(['：', ':'])
    }
}

/// Whether a line is one of running text: long, and nothing parts it.
fn is_prose(line: &TextLine) -> bool {
    /// Characters of the shortest full line.
    const SHORTEST: usize = 16;
    let words = line.text.chars().filter(|c| *c > '\u{2e80}').count();
    words >= SHORTEST && !line.text.contains("  ")
}
