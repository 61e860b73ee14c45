//! A run of a sentence's characters.

use std::ops::Range;

use crate::narrative::numeral;

/// What parts clauses.
pub(crate) const PARTS_CLAUSES: &[char] = &['，', ',', '；', ';', '：', ':', '。', '！', '？'];

/// A run of a sentence's characters: the sentence without what stands in brackets and titles, or what stands in a bracket.
pub(crate) struct Stream {
    pub(crate) chars: Vec<(usize, char)>,
    /// Where in the sentence it begins.
    pub(crate) start: usize,
    pub(crate) is_bracket: bool,
}

impl Stream {
    /// The sentence, then each of its brackets.
    pub(crate) fn all(text: &str) -> Vec<Self> {
        let mut all = vec![Self { chars: Vec::new(), start: 0, is_bracket: false }];
        let mut bracket: Option<usize> = None;
        let mut in_title = 0_u32;
        let mut gap = false;
        for (at, c) in text.char_indices() {
            match c {
                '《' => in_title += 1,
                '》' => in_title = in_title.saturating_sub(1),
                _ if in_title > 0 => {}
                '（' | '(' if bracket.is_none() => {
                    all.push(Self { chars: Vec::new(), start: at, is_bracket: true });
                    bracket = Some(all.len() - 1);
                    gap = false;
                }
                '）' | ')' => bracket = None,
                _ if c.is_whitespace() => gap = true,
                _ => {
                    let stream = &mut all[bracket.unwrap_or(0)].chars;
                    let is_token = |c: char| c.is_ascii_alphanumeric() || numeral::digit(c).is_some();
                    if gap && is_token(c) && stream.last().is_some_and(|&(_, last)| is_token(last)) {
                        stream.push((at, ' '));
                    }
                    stream.push((at, c));
                    gap = false;
                }
            }
        }
        all
    }

    pub(crate) fn text(&self, range: Range<usize>) -> String {
        self.chars[range].iter().map(|&(_, c)| c).collect()
    }

    /// The bytes of the source from one character to another.
    pub(crate) fn span(&self, range: Range<usize>, place: usize) -> Range<usize> {
        let chars = &self.chars[range];
        match (chars.first(), chars.last()) {
            (Some(&(first, _)), Some(&(last, c))) => place + first..place + last + c.len_utf8(),
            _ => place..place,
        }
    }

    /// Whether a clause or the stream ends at a character.
    pub(crate) fn ends_clause(&self, at: usize) -> bool {
        self.chars.get(at).is_none_or(|&(_, c)| PARTS_CLAUSES.contains(&c) || c == '、')
    }

    /// Whether the clause goes on at a character.
    pub(crate) fn goes_on(&self, at: usize) -> bool {
        !self.ends_clause(at)
    }

    /// Whether it says what part of something is the year's: 其中2024年, 其中本年.
    pub(crate) fn has_part_of_year(&self) -> bool {
        self.text(0..self.chars.len()).split("其中").skip(1).any(|part| {
            let part = part.trim_start_matches(PARTS_CLAUSES);
            ["今年", "本年"].iter().any(|year| part.starts_with(year))
                || part.trim_start_matches(|c: char| numeral::digit(c).is_some()).starts_with('年')
        })
    }

    /// Whether it is a heading within a section: （一）…, 1.…, without the end of a sentence.
    pub(crate) fn is_subheading(&self) -> bool {
        const LONGEST: usize = 30;
        self.chars.len() <= LONGEST && self.chars.last().is_some_and(|&(_, c)| !matches!(c, '。' | '；' | '，'))
    }
}
