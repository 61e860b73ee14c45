//! A run of a sentence's characters.

use std::ops::Range;

use crate::narrative::words::fold::fold;
use crate::value::fold::simplified;

/// A run of a sentence's characters: the sentence without what stands in brackets and titles, or what stands in a bracket.
pub(crate) struct Stream {
    /// Its characters, folded, each with its place in the sentence.
    pub(crate) chars: Vec<(usize, char)>,
    /// Those that are of another length than what they were folded from: which, and that length.
    folded: Vec<(usize, usize)>,
    /// Where in the sentence it begins.
    pub(crate) start: usize,
    pub(crate) is_bracket: bool,
}

impl Stream {
    fn new(start: usize, is_bracket: bool, capacity: usize) -> Self {
        Self { chars: Vec::with_capacity(capacity), folded: Vec::new(), start, is_bracket }
    }

    fn push(&mut self, at: usize, c: char, length: usize) {
        if c.len_utf8() != length {
            self.folded.push((self.chars.len(), length));
        }
        self.chars.push((at, c));
    }

    /// The sentence, then each of its brackets.
    pub(crate) fn all(text: &str) -> Vec<Self> {
        let mut all = vec![Self::new(0, false, text.len() / 3 + 1)];
        let mut bracket: Option<usize> = None;
        let mut in_title = 0_u32;
        // A title that does not end is none: what follows would be lost.
        let last_end = text.rfind('》').unwrap_or(0);
        let mut gap = false;
        let mut rest = text.char_indices();
        while let Some((at, printed)) = rest.next() {
            // Most characters are ideographs, which stay as long as they are.
            let is_ideograph = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            if in_title == 0 && is_ideograph(printed) {
                let chars = &mut all[bracket.unwrap_or(0)].chars;
                chars.push((at, simplified(printed)));
                let mut ahead = rest.clone();
                while let Some((at, printed)) = ahead.next().filter(|&(_, c)| is_ideograph(c)) {
                    chars.push((at, simplified(printed)));
                    rest = ahead.clone();
                }
                gap = false;
                continue;
            }
            let c = fold(printed);
            match c {
                '《' => in_title += u32::from(at < last_end),
                '》' => {
                    in_title = if at == last_end { 0 } else { in_title.saturating_sub(1) };
                    // 《清水县人民政府公报》出版4期.
                    if text[..at].ends_with("公报") {
                        let (stream, length) = (&mut all[bracket.unwrap_or(0)], '公'.len_utf8());
                        stream.chars.extend([(at - 2 * length, '公'), (at - length, '报')]);
                    }
                }
                _ if in_title > 0 => {}
                '（' | '(' if bracket.is_none() => {
                    all.push(Self::new(at, true, 0));
                    bracket = Some(all.len() - 1);
                    gap = false;
                }
                '）' | ')' => bracket = None,
                _ if c.is_whitespace() => gap = true,
                _ => {
                    let stream = &mut all[bracket.unwrap_or(0)];
                    let is_token = |c: char| c.is_ascii_alphanumeric();
                    if gap && is_token(c) && stream.chars.last().is_some_and(|&(_, last)| is_token(last)) {
                        stream.push(at, ' ', 0);
                    }
                    stream.push(at, c, printed.len_utf8());
                    gap = false;
                }
            }
        }
        all
    }

    pub(crate) fn text(&self, range: Range<usize>) -> String {
        let mut text = String::with_capacity(3 * range.len());
        text.extend(self.chars[range].iter().map(|&(_, c)| c));
        text
    }

    /// The bytes of the source from one character to another.
    pub(crate) fn span(&self, range: Range<usize>, place: usize) -> Range<usize> {
        let folded = range.end.checked_sub(1).and_then(|last| self.folded.binary_search_by_key(&last, |f| f.0).ok());
        let chars = &self.chars[range];
        match (chars.first(), chars.last()) {
            (Some(&(first, _)), Some(&(last, c))) => {
                let length = folded.map_or(c.len_utf8(), |at| self.folded[at].1);
                place + first..place + last + length
            }
            _ => place..place,
        }
    }

    /// Whether it is a heading within a section: （一）…, 1.…, without the end of a sentence.
    pub(crate) fn is_subheading(&self) -> bool {
        const LONGEST: usize = 30;
        self.chars.len() <= LONGEST && self.chars.last().is_some_and(|&(_, c)| !matches!(c, '。' | '；' | '，'))
    }
}
