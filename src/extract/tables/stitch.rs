//! Labels that print has broken around their figures, put before them: the text of a table without its figures is the labels
//! of the form one behind the other, and figures inside a label, or inside a group and the label below it, are those of its
//! row.

use std::ops::Range;

use crate::extract::words::fold::Folded;
use crate::extract::words::vocabulary::{Word, is_punctuation, word_at};

/// A line of text, and its number.
pub(crate) type Line<'t> = (usize, &'t str);

/// A part of a line, and the line that it counts as.
pub(crate) struct Segment {
    pub(crate) line: usize,
    pub(crate) text: Range<usize>,
    pub(crate) counts_as: usize,
}

/// The lines of a text in the order in which they are to be read.
pub(crate) fn stitched(lines: &[Line<'_>]) -> Vec<Segment> {
    let sure = Stitch::read(lines, Inside::Label);
    // Figures between a group and the label below it may be those of the group, unless the page breaks labels.
    if sure.count == 0 { sure.segments } else { Stitch::read(lines, Inside::LabelOrGroup).segments }
}

/// Where figures may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Label,
    /// Or between a group and its first label.
    LabelOrGroup,
}

/// Whether a line holds several figures and nothing else.
fn is_figures(text: &str) -> bool {
    let is_of_figure = |c: char| c.is_ascii_digit() || "０１２３４５６７８９-+.,/".contains(c);
    let mut words = text.split_whitespace();
    words.clone().nth(1).is_some() && words.all(|word| word.chars().all(is_of_figure))
}

/// The label that begins before figures and goes on in the text behind them: where it ends there.
fn label_around(before: &str, behind: &str, inside: Inside) -> Option<usize> {
    /// Bytes of the longest label with its group.
    const LONGEST: usize = 300;
    let mut folded = Folded::of(before);
    let junction = folded.len();
    if junction == 0 || before.len() + behind.len() > LONGEST {
        return None;
    }
    folded.push(behind, 0);
    let chars = &folded.chars;
    let mut at = 0;
    // The group whose words stand right before, begun before the figures.
    let mut group = None;
    while at < chars.len() {
        let found = word_at(chars, at).filter(|found| !found.broken);
        if found.is_none() && is_punctuation(chars[at]) {
            at += 1;
            continue;
        }
        let found = found?;
        match found.word {
            Word::Group(_) | Word::Furniture => group = group.or((at < junction).then_some(at)),
            Word::Row(_) | Word::ProactiveRow(_) if found.end <= junction => group = None,
            Word::Row(_) | Word::ProactiveRow(_)
                if at < junction || (group.is_some() && inside == Inside::LabelOrGroup) =>
            {
                let end = folded.at[found.end - 1].1;
                let has_digits = behind[end..].contains(|c: char| c.is_ascii_digit());
                return (!has_digits || word_at(chars, found.end).is_some()).then_some(end);
            }
            _ => return None,
        }
        at = found.end;
    }
    None
}

struct Stitch<'l, 't> {
    lines: &'l [Line<'t>],
    segments: Vec<Segment>,
    /// The text before the figures that are read, empty if it is figures.
    before: &'t str,
    /// Labels that were put together.
    count: usize,
}

impl Stitch<'_, '_> {
    fn read<'l>(lines: &'l [Line<'_>], inside: Inside) -> Stitch<'l, 'l> {
        let mut stitch = Stitch { lines, segments: Vec::with_capacity(lines.len()), before: "", count: 0 };
        // The line that is read, and from where.
        let mut at = (0, 0);
        while at.0 < lines.len() {
            at = stitch.label(at, inside).unwrap_or_else(|| stitch.line(at));
        }
        stitch
    }

    /// A line as it is.
    fn line(&mut self, (at, from): (usize, usize)) -> (usize, usize) {
        let (line, text) = self.lines[at];
        self.segments.push(Segment { line, text: from..text.len(), counts_as: line });
        if !text[from..].trim().is_empty() {
            self.before = if is_figures(text) { "" } else { &text[from..] };
        }
        (at + 1, 0)
    }

    /// Figures with a label around them: first the rest of the label, then the figures. Where to go on.
    fn label(&mut self, (at, from): (usize, usize), inside: Inside) -> Option<(usize, usize)> {
        let (line, text) = self.lines[at];
        if from > 0 || self.before.is_empty() || !is_figures(text) {
            return None;
        }
        let next_text = |from: usize| (from..self.lines.len()).find(|&next| !self.lines[next].1.trim().is_empty());
        let next = next_text(at + 1).filter(|&next| !is_figures(self.lines[next].1))?;
        let (next_line, behind) = self.lines[next];
        let end = label_around(self.before, behind, inside)?;
        let is_whole = behind[end..].trim().is_empty();
        // A whole label before other figures is theirs.
        if is_whole && next_text(next + 1).is_some_and(|more| is_figures(self.lines[more].1)) {
            return None;
        }
        self.count += 1;
        self.before = "";
        self.segments.push(Segment { line: next_line, text: 0..end, counts_as: line });
        self.segments.push(Segment { line, text: 0..text.len(), counts_as: line });
        Some(if is_whole { (next + 1, 0) } else { (next, end) })
    }
}

#[cfg(test)]
mod tests {
    use super::stitched;

    #[test]
    fn a_label_around_figures_is_put_before_them() {
        for (lines, expected) in [
            (vec!["5.要求行政机关", "1 2 0 0 2 0 5", "确认或重新出具已获取信息"], vec![(0, 0), (2, 1), (1, 1)]),
            // A whole label behind figures is that of the next.
            (vec!["（一）予以公开", "1 0 0 0 0 0 1", "（二）部分公开"], vec![(0, 0), (1, 1), (2, 2)]),
            // Between a group and its first label figures may be those of either, unless the page breaks labels.
            (vec!["（四）无法提供", "1 0 0 0 0 0 1", "1.本机关不掌握相关政府信息"], vec![(0, 0), (1, 1), (2, 2)]),
            // Sentences and other words are no labels.
            (vec!["本年新收", "1 0 0 0 0 0 1", "这是一个句子"], vec![(0, 0), (1, 1), (2, 2)]),
        ] {
            let lines: Vec<(usize, &str)> = lines.into_iter().enumerate().collect();
            let order: Vec<(usize, usize)> =
                stitched(&lines).iter().map(|segment| (segment.line, segment.counts_as)).collect();
            assert_eq!(order, expected, "{lines:?}");
        }
    }
}
