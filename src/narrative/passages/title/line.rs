//! The characters of a title, and what a year among them is.

use std::ops::Range;

use crate::value::fold::fold_char;

/// A character of a title, white space left out.
pub(super) struct Char {
    /// The byte where it stands.
    pub(super) at: usize,
    /// Folded.
    pub(super) c: char,
    pub(super) follows_space: bool,
}

/// What a year in a title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A year that the report may be of.
    Reporting,
    /// The same, in brackets and without 年. It is one only behind the name of the report.
    Bracketed,
    /// Part of a day, of the number of a document or of an issue, or the year of publication.
    Other,
    /// One of several years, or the year of a part that the report is of.
    InPart,
}

/// A year in a title, with all that belongs to it: 2025年, 2025年1月20日, 〔2025〕3号, 2019年至2023年.
#[derive(Debug)]
pub(super) struct Mention {
    pub(super) number: i64,
    pub(super) kind: Kind,
    pub(super) at: Range<usize>,
    /// The bytes of its digits.
    pub(super) digits: Range<usize>,
}

/// A title, its characters without white space, and the years that it names. Places are numbers of characters.
pub(super) struct Title<'t> {
    pub(super) text: &'t str,
    pub(super) chars: Vec<Char>,
    pub(super) mentions: Vec<Mention>,
}

impl<'t> Title<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut chars: Vec<Char> = Vec::with_capacity(text.len() / 3 + 1);
        let mut follows_space = false;
        for (at, c) in text.char_indices() {
            if !c.is_whitespace() {
                chars.push(Char { at, c: fold_char(c), follows_space });
            }
            follows_space = c.is_whitespace();
        }
        let mut title = Self { text, chars, mentions: Vec::new() };
        title.mentions = title.find_mentions();
        title
    }

    pub(super) fn c(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|c| c.c)
    }

    pub(super) fn has(&self, words: &str, at: usize) -> bool {
        words.chars().zip(at..).all(|(c, at)| self.c(at) == Some(c))
    }

    pub(super) fn ends_with(&self, words: &str, range: &Range<usize>) -> bool {
        let length = words.chars().count();
        range.len() >= length && self.has(words, range.end - length)
    }

    /// The characters from there on that are like that.
    pub(super) fn while_from(&self, from: usize, is_like: impl Fn(char) -> bool) -> usize {
        from + self.chars.get(from..).unwrap_or_default().iter().take_while(|c| is_like(c.c)).count()
    }

    pub(super) fn words(&self, range: &Range<usize>) -> String {
        self.chars.get(range.clone()).unwrap_or_default().iter().map(|c| c.c).collect()
    }

    /// The byte where the character before that one ends.
    pub(super) fn text_end(&self, at: usize) -> usize {
        let last = at.checked_sub(1).and_then(|at| self.chars.get(at)).map_or(0, |c| c.at);
        last + self.text[last..].chars().next().map_or(0, char::len_utf8)
    }

    /// As printed, without white space.
    pub(super) fn printed(&self, range: Range<usize>) -> String {
        let start = self.chars.get(range.start).map_or(self.text.len(), |c| c.at);
        self.text[start..self.text_end(range.end).max(start)].chars().filter(|c| !c.is_whitespace()).collect()
    }
}
