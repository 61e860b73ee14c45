//! The words that stand before a number.

use crate::narrative::numeral::{self, Read};
use crate::narrative::patterns::{BEHIND, FILLERS};
use crate::narrative::stream::{PARTS_CLAUSES, Stream};

/// What joins the members of a list.
const JOINS: &[&str] = &["、", "和", "及", "与", "或", "以及", "并"];
/// The most characters before a number that are looked at.
const LONGEST_LABEL: usize = 64;

/// The words before a number.
#[derive(Clone)]
pub(crate) struct Label {
    pub(crate) words: String,
    /// What stands behind the number, where that may be what it counts.
    pub(crate) behind: Option<&'static str>,
    /// The words behind the number and its unit, as far as they are looked at.
    pub(crate) after: String,
    /// Whether the words are those of the clause before, because there are none in the number's own.
    pub(crate) is_from_before: bool,
    /// Whether 其中 or 包括 stands right before it, the number before it aside.
    pub(crate) is_in_list: bool,
}

impl Label {
    /// The words before a number: those of its clause, or of the clause before if it has none of its own.
    pub(crate) fn before(stream: &Stream, from: usize, to: usize) -> Self {
        let from_here = from.max(to.saturating_sub(LONGEST_LABEL));
        let text = stream.text(from_here..to);
        let clause_at =
            text.rfind(PARTS_CLAUSES).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        let mut words = text[clause_at..].to_owned();
        let mut is_from_before = false;
        if taken_off(&words, FILLERS).is_empty() && clause_at > 0 {
            let before = text[..clause_at].trim_end_matches(PARTS_CLAUSES);
            let before_at =
                before.rfind(PARTS_CLAUSES).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
            // 12件予以公开，5件部分公开: the words right behind a number are its own.
            let is_of_number_before = before_at == 0 && from_here == from && from > 0;
            words = if is_of_number_before { String::new() } else { before[before_at..].to_owned() };
            is_from_before = true;
        }
        let is_in_list = text.contains("其中") || text.contains("包括");
        for lead in ["其中", "包括", "分为", "、", "和", "及", "与", "以及", "并", "含"] {
            if words.starts_with(lead) {
                words.drain(..lead.len());
            }
        }
        let after: String = match numeral::read(&stream.chars, to) {
            Some(Read::Number(number)) => {
                let end = stream.chars.len().min(number.end + 12);
                stream.text(number.end..end)
            }
            _ => String::new(),
        };
        // 申请人, 申请表 are no requests.
        let is_whole = |rest: &str| !rest.starts_with(['人', '表', '书', '材']);
        let stands_behind = |printed: &str| after.strip_prefix(printed).is_some_and(is_whole);
        let behind = BEHIND.iter().find(|(printed, _)| stands_behind(printed)).map(|(_, word)| *word);
        Self { words, behind, after, is_from_before, is_in_list }
    }

    pub(crate) fn names_forum(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

/// The words with those taken off their end that do not change what they name.
pub(crate) fn taken_off<'a>(words: &'a str, list: &[&str]) -> &'a str {
    let mut rest = words;
    while let Some(shorter) = list.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest
}

/// Whether the tail ends the words, suffixes aside, and is not the last of several names that are joined.
pub(crate) fn ends_with(words: &str, tail: &str, suffixes: &[&str]) -> bool {
    let mut rest = words;
    loop {
        if let Some(before) = rest.strip_suffix(tail) {
            let begins = JOINS.contains(&before) || before.is_empty();
            return begins || !JOINS.iter().any(|join| before.ends_with(join));
        }
        match suffixes.iter().find_map(|suffix| rest.strip_suffix(suffix)) {
            Some(shorter) => rest = taken_off(shorter, FILLERS),
            None => return false,
        }
    }
}
