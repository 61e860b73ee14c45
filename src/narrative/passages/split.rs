//! Divides a text at its headings.

use std::ops::Range;
use std::sync::LazyLock;

use crate::law::Heading;
use crate::narrative::passages::ends::{Titles, is_decoration, signature, title};
use crate::narrative::words::fold::fold;
use crate::narrative::{HeadingFound, Passage, Sections};
use crate::value::Lang;

impl Sections {
    /// Divides the text of a report at its six headings.
    ///
    /// Headings are known by their words, with or without a number, and, between others, by their number alone. Spaces
    /// and line breaks within a heading do not matter. Where headings stand twice, as with a table of contents, the last
    /// row of them in the right order counts. Rows of the tables that begin with 一、 to 四、 are no headings.
    ///
    /// It takes time in proportion to the length of the text, and takes any text.
    ///
    /// ```
    /// use ogi_report::Heading;
    /// use ogi_report::narrative::Sections;
    ///
    /// let text = "某某局2024年政府信息公开工作年度报告\n本报告依据有关规定编制。\n\
    ///             一、总体情况\n全年工作平稳。\n六、其他需要报告的事项\n无。\n某某局\n2025年1月20日\n";
    /// let sections = Sections::of(text);
    /// let overview = sections.overview.unwrap();
    /// assert_eq!(overview.text, "全年工作平稳。");
    /// assert_eq!(&text[overview.span], "全年工作平稳。");
    /// assert_eq!(sections.headings[1].heading, Heading::OtherMatters);
    /// assert_eq!(sections.signature.unwrap().text, "某某局\n2025年1月20日");
    /// assert_eq!(sections.problems, None);
    /// ```
    pub fn of(text: &str) -> Self {
        Self::titled(text, &Titles::default())
    }

    /// The same of a page about whose titles more is known.
    pub(crate) fn titled(text: &str, titles: &Titles) -> Self {
        let chosen = choose(&candidates(text));
        let first = chosen.first().map_or(text.len(), |found| found.span.start);
        let mut sections = Self::default();
        let title = title(&text[..first], titles);
        sections.preamble = passage(text, title.as_ref().map_or(0, |title| title.end)..first);
        sections.title = title.and_then(|span| passage(text, span));
        for (i, found) in chosen.iter().enumerate() {
            let end = chosen.get(i + 1).map_or(text.len(), |next| next.span.start);
            let mut body = found.span.end..end;
            if end == text.len()
                && let Some(start) = signature(&text[body.clone()])
            {
                sections.signature = passage(text, body.start + start..end);
                body.end = body.start + start;
            }
            let place = match found.heading {
                Heading::Overview => &mut sections.overview,
                Heading::Problems => &mut sections.problems,
                Heading::OtherMatters => &mut sections.other_matters,
                Heading::Proactive | Heading::Requests | Heading::Disputes => {
                    sections.beside_tables.extend(paragraphs(text, body));
                    continue;
                }
            };
            *place = passage(text, body);
        }
        sections.headings = chosen
            .into_iter()
            .filter_map(|found| {
                let printed = passage(text, found.span)?;
                Some(HeadingFound {
                    heading: found.heading,
                    number: found.number,
                    is_renamed: found.kind != Kind::Prescribed,
                    printed,
                })
            })
            .collect();
        sections
    }
}

/// The stretch without white space and marks of Markdown at its ends; `None` if nothing is left.
fn passage(text: &str, span: Range<usize>) -> Option<Passage> {
    let stretch = text.get(span.clone())?;
    let trimmed = stretch.trim_matches(is_decoration);
    let start = span.start + (stretch.len() - stretch.trim_start_matches(is_decoration).len());
    (!trimmed.is_empty()).then(|| Passage { span: start..start + trimmed.len(), text: trimmed.to_owned() })
}

/// The paragraphs that are prose, among tables: those with the end of a sentence. A full line goes on in the next.
fn paragraphs(text: &str, span: Range<usize>) -> Vec<Passage> {
    const FULL: usize = 20;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    let mut at = span.start;
    for line in text[span].split_inclusive('\n') {
        let words = line.trim_matches(is_decoration);
        let end = at + line.len();
        // One character is found sooner than either of two.
        if words.contains('\t') || words.contains('|') || words.is_empty() {
            start = None;
        } else if words.ends_with(['。', '；', '！']) || words.contains('。') && words.chars().nth(FULL).is_none() {
            found.push(start.take().unwrap_or(at)..end);
        } else if words.chars().nth(FULL).is_some() {
            start = start.or(Some(at));
        } else {
            start = None;
        }
        at = end;
    }
    found.into_iter().filter_map(|paragraph| passage(text, paragraph)).collect()
}

/// A place where a heading may be.
#[derive(Clone)]
struct Candidate {
    heading: Heading,
    number: Option<u8>,
    kind: Kind,
    span: Range<usize>,
    /// How much speaks for it.
    weight: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// In the words that the form prescribes.
    Prescribed,
    /// In other words that are in use.
    InOtherWords,
    /// Known by its number only.
    ByNumber,
}

/// Words in use for a heading: all of these stand in it. The form's own words are known without this table.
const IN_OTHER_WORDS: &[(Heading, &[&str])] = &[
    (Heading::Overview, &["总体情况"]),
    (Heading::Overview, &["总体概述"]),
    (Heading::Overview, &["总体概况"]),
    (Heading::Overview, &["基本情况"]),
    (Heading::Overview, &["工作概述"]),
    (Heading::Disputes, &["行政复议", "诉讼"]),
    (Heading::Requests, &["依申请公开"]),
    (Heading::Requests, &["申请", "处理", "情况"]),
    (Heading::Proactive, &["主动公开", "情况"]),
    (Heading::Problems, &["问题", "改进"]),
    (Heading::Problems, &["问题", "整改"]),
    (Heading::Problems, &["问题", "措施"]),
    (Heading::Problems, &["问题", "打算"]),
    (Heading::OtherMatters, &["需要报告", "事项"]),
    (Heading::OtherMatters, &["需报告", "事项"]),
    (Heading::OtherMatters, &["其他事项"]),
    (Heading::OtherMatters, &["其它事项"]),
];

/// The most characters in a heading.
const LONGEST: usize = 36;
/// The most spaces between two characters of a heading.
const MOST_SPACES: usize = 8;

/// By the first byte of a character: how long it is, or 0 if it ends a line or may be a numeral.
const STEPS: [u8; 256] = {
    let mut steps = [1; 256];
    let mut byte = 0xc0;
    while byte < 256 {
        steps[byte] = if byte < 0xe0 {
            2
        } else if byte < 0xf0 {
            3
        } else {
            4
        };
        byte += 1;
    }
    (steps[b'\n' as usize], steps[0xe2], steps[0xe4], steps[0xe5]) = (0, 0, 0, 0);
    steps
};

/// The second bytes of numerals.
const SECONDS: [bool; 256] = {
    let mut seconds = [false; 256];
    (seconds[0xbc], seconds[0xb8], seconds[0xba], seconds[0x85], seconds[0x9b]) = (true, true, true, true, true);
    seconds
};

/// Every place where a heading may be, in the order of the text.
fn candidates(text: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at_line_start = true;
    // A heading found hides what lies within it.
    let mut from = 0;
    let mut next = 0;
    let bytes = text.as_bytes();
    while next < bytes.len() {
        if !at_line_start {
            // Within a line only a numeral can begin a heading. Each begins with two of these bytes.
            while let Some(&byte) = bytes.get(next) {
                let is_numeral = || bytes.get(next + 1).is_none_or(|&second| SECONDS[usize::from(second)]);
                next += match STEPS[usize::from(byte)] {
                    0 if byte == b'\n' || is_numeral() => break,
                    0 => FIGURE,
                    step => usize::from(step),
                };
            }
            let ahead = bytes.get(next..).unwrap_or_default();
            if !matches!(ahead, [0xe2, 0xbc, ..] | [0xe4, 0xb8 | 0xba, ..] | [0xe5, 0x85 | 0x9b, ..]) {
                at_line_start = ahead.first() == Some(&b'\n');
                next += if at_line_start { 1 } else { FIGURE };
                continue;
            }
        }
        let at = next;
        let Some(c) = text[at..].chars().next() else { break };
        let begins = at_line_start && !is_decoration(c);
        if at >= from {
            let candidate = match number_of(c) {
                _ if begins => line_heading(text, at),
                Some(number) => inline_heading(text, at, number, text[..at].chars().next_back().unwrap_or(' ')),
                None => None,
            };
            if let Some(candidate) = candidate {
                from = candidate.span.end;
                found.push(candidate);
            }
        }
        next += c.len_utf8();
        at_line_start = c == '\n' || (at_line_start && !begins);
    }
    found
}

fn number_of(c: char) -> Option<u8> {
    // Most characters are none of them.
    if !('⼀'..='四').contains(&c) {
        return None;
    }
    Some(match c {
        '一' | '⼀' => 1,
        '二' | '⼆' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        _ => return None,
    })
}

/// A heading at the start of a line.
fn line_heading(text: &str, at: usize) -> Option<Candidate> {
    let rest = &text[at..];
    let place = |words: &str| at + (rest.len() - words.len());
    let numbered = strip_number(rest);
    let (number, words_at) = numbered.map_or((None, at), |(number, words)| (Some(number), place(words)));
    let found = prescribed(text, at, words_at, number, true).or_else(|| {
        let number = number_of(rest.chars().next()?)?;
        prescribed(text, at, place(skip_spaces(&rest[FIGURE..])), Some(number), true)
    });
    // Other words are headings only behind a Chinese numeral: rows and paragraphs are counted 1. 2. 3.
    if found.is_some() || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return found;
    }
    let number = number?;
    let line = text[words_at..].lines().next().unwrap_or_default();
    let line = line.trim_end_matches(is_decoration);
    if line.chars().nth(LONGEST).is_some() {
        return None;
    }
    let words: String = line.chars().filter(|c| !c.is_whitespace()).map(fold).collect();
    if words.is_empty() || !is_heading_like(&words) {
        return None;
    }
    let known = IN_OTHER_WORDS.iter().find(|(_, all)| all.iter().all(|part| words.contains(part)));
    let (heading, kind, weight) = match known {
        Some(&(heading, _)) => (heading, Kind::InOtherWords, 7),
        None => (*Heading::ALL.get(usize::from(number).checked_sub(1)?)?, Kind::ByNumber, 1),
    };
    let weight = weight + u32::from(heading.index() + 1 == usize::from(number));
    Some(Candidate { heading, number: Some(number), kind, span: at..words_at + line.len(), weight })
}

/// Whether words behind a number can be a heading: no sentence, no list, and no row of a table.
fn is_heading_like(words: &str) -> bool {
    const OF_ROWS: [&str; 6] = ["本年", "上年", "结转", "（", "(", "|"];
    let words = words.trim_end_matches(['。', '：', ':']);
    !OF_ROWS.iter().any(|start| words.starts_with(start))
        && !words.contains(['。', '；', ';', '：', ':', '，', ',', '|', '\t', '…'])
        && !words.contains(|c: char| c.is_ascii_digit() && !words.contains('年'))
}

/// The bytes of a Chinese numeral.
const FIGURE: usize = 3;

/// A number and what parts it from the words: `一、`, `一.`, `第一部分`, `1、`.
fn strip_number(text: &str) -> Option<(u8, &str)> {
    let mut rest = text.strip_prefix('第').unwrap_or(text);
    let is_part = rest.len() < text.len();
    let c = rest.chars().next()?;
    let number = match c {
        '1'..='7' => u8::try_from(c).ok()? - b'0',
        _ => number_of(c)?,
    };
    rest = skip_spaces(&rest[c.len_utf8()..]);
    if is_part {
        rest = skip_spaces(rest.strip_prefix("部分")?);
        rest = rest.strip_prefix(['、', '：', ':']).unwrap_or(rest);
        return Some((number, skip_spaces(rest)));
    }
    let rest = rest.strip_prefix(['、', '.', '．', '，', ',', '：', ':', '﹑', '､'])?;
    Some((number, skip_spaces(rest)))
}

fn skip_spaces(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..MOST_SPACES {
        match rest.chars().next() {
            Some(c) if c.is_whitespace() => rest = &rest[c.len_utf8()..],
            _ => break,
        }
    }
    rest
}

/// A heading in the prescribed words within a line, as on pages whose line breaks are lost.
fn inline_heading(text: &str, at: usize, number: u8, before: char) -> Option<Candidate> {
    if matches!(before, '、' | '，' | ',' | '；' | ';' | '“' | '"' | '《' | '（' | '(' | '第' | '由' | '见') {
        return None;
    }
    let (_, words) = strip_number(&text[at..])?;
    prescribed(text, at, text.len() - words.len(), Some(number), false)
}

/// What numbers a heading.
const NUMBER: usize = "一、".len();

/// The headings with their words behind the number, and the first character of these.
static WORDS: LazyLock<Vec<(char, &'static str, Heading)>> = LazyLock::new(|| {
    let words = |heading: &Heading| {
        let words = heading.label(Lang::Zh).get(NUMBER..)?;
        Some((words.chars().next()?, words, *heading))
    };
    Heading::ALL.iter().filter_map(words).collect()
});

/// A heading in the prescribed words.
fn prescribed(text: &str, at: usize, words_at: usize, number: Option<u8>, is_line: bool) -> Option<Candidate> {
    // Nearly every line of a table is a number.
    if text[words_at..].starts_with(|c: char| c.is_ascii()) {
        return None;
    }
    // Nearly nothing begins as a heading does.
    let first = fold(text[words_at..].chars().next()?);
    let mut alike = WORDS.iter().filter(|heading| heading.0 == first);
    let (heading, end) = alike.find_map(|&(_, words, heading)| {
        let length = match_words(&text[words_at..], words)?;
        Some((heading, words_at + length))
    })?;
    let rest = &text[end..];
    let behind = rest.trim_start_matches(|c: char| c != '\n' && is_decoration(c)).chars().next();
    let is_alone = matches!(behind, None | Some('\n'));
    // In a list of the parts the next one follows, and in a reference the sentence goes on.
    if matches!(
        rest.chars().next(),
        Some(
            '、' | '，'
                | ','
                | '；'
                | ';'
                | '”'
                | '"'
                | '》'
                | '」'
                | '）'
                | ')'
                | '…'
                | '.'
                | '·'
                | '共'
                | '部'
                | '等'
                | '和'
                | '及'
                | '与'
                | '中'
                | '的'
                | '|'
        )
    ) {
        return None;
    }
    let weight = match (number, is_line, is_alone) {
        (Some(_), true, true) => 8,
        (Some(_), true, false) => 6,
        (Some(_), false, _) => 5,
        (None, _, true) => 3,
        (None, _, false) => return None,
    };
    let is_right = number.is_some_and(|number| usize::from(number) == heading.index() + 1);
    let weight = weight + u32::from(is_right);
    // What ends a heading is no part of the text under it.
    let end = end + rest.len() - rest.trim_start_matches(['。', '：', ':', '*']).len();
    Some(Candidate { heading, number, kind: Kind::Prescribed, span: at..end, weight })
}

/// How many bytes of the text are those words, white space between them aside.
fn match_words(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for (i, word) in words.chars().enumerate() {
        if i > 0 {
            rest = skip_spaces(rest);
        }
        let c = rest.chars().next()?;
        let is_same = fold(c) == word || (matches!(c, '它') && word == '他') || (c == '，' && word == '、');
        if !is_same {
            return None;
        }
        rest = &rest[c.len_utf8()..];
    }
    Some(text.len() - rest.len())
}

/// The headings in the order of the form for which most speaks; of equal ones the last in the text.
fn choose(candidates: &[Candidate]) -> Vec<Candidate> {
    /// The best row of headings behind a place whose first is of a given number or later: its weight and first heading.
    type Best = (u32, Option<usize>);
    const HEADINGS: usize = Heading::ALL.len();
    let mut best: [Best; HEADINGS + 1] = [(0, None); HEADINGS + 1];
    let mut next: Vec<Option<usize>> = vec![None; candidates.len()];
    for (i, candidate) in candidates.iter().enumerate().rev() {
        let own = candidate.heading.index();
        let (behind, first_behind) = best[own + 1];
        let weight = behind + candidate.weight;
        next[i] = first_behind;
        for place in &mut best[..=own] {
            if weight > place.0 {
                *place = (weight, Some(i));
            }
        }
    }
    let mut chosen = Vec::new();
    let mut at = best[0].1;
    while let Some(i) = at {
        chosen.push(candidates[i].clone());
        at = next[i];
    }
    // A number alone says nothing where there is no report around it.
    let known = chosen.iter().filter(|found| found.kind != Kind::ByNumber).count();
    if known < 2 {
        chosen.retain(|found| found.kind != Kind::ByNumber);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::IN_OTHER_WORDS;
    use crate::law::Heading::{self, *};
    use crate::narrative::Sections;
    use crate::value::Lang;

    #[test]
    fn every_wording_of_a_heading_has_one_of_its_words() {
        let printed = Heading::ALL.iter().map(|heading| (*heading, vec![heading.label(Lang::Zh)]));
        let others = IN_OTHER_WORDS.iter().map(|(heading, words)| (*heading, words.to_vec()));
        for (heading, wording) in printed.chain(others) {
            let has = |word: &&str| wording.iter().any(|words| words.contains(word));
            assert!(heading.words().iter().any(has), "{wording:?}");
        }
    }

    #[test]
    fn headings_are_known_by_their_words_and_between_others_by_their_number() {
        type Found = (Heading, Option<u8>, bool);
        let cases: [(&str, &[Found]); 22] = [
            ("一、总体情况\n平稳。", &[(Overview, Some(1), false)]),
            ("一.总体情况\n平稳。", &[(Overview, Some(1), false)]),
            ("一．总体情况\n平稳。", &[(Overview, Some(1), false)]),
            ("第一部分 总体情况\n平稳。", &[(Overview, Some(1), false)]),
            ("第一部分：总体情况\n平稳。", &[(Overview, Some(1), false)]),
            ("1、总体情况\n平稳。", &[(Overview, Some(1), false)]),
            ("总体情况\n平稳。", &[(Overview, None, false)]),
            ("## 一、总体情况\n平稳。", &[(Overview, Some(1), false)]),
            ("**一、总体情况**\n平稳。", &[(Overview, Some(1), false)]),
            ("一 、总 体 情 况\n平稳。", &[(Overview, Some(1), false)]),
            ("一、總體情況\n平稳。", &[(Overview, Some(1), false)]),
            ("⼀、总体情况\n平稳。", &[(Overview, Some(1), false)]),
            ("前言。一、总体情况 平稳。", &[(Overview, Some(1), false)]),
            ("一、基本情况\n平稳。", &[(Overview, Some(1), true)]),
            ("六、其它需要报告的事项\n无。", &[(OtherMatters, Some(6), false)]),
            ("三、总体情况\n平稳。", &[(Overview, Some(3), false)]),
            ("见“一、总体情况”。", &[]),
            ("一、总体情况，二、主动公开政府信息情况等部分。", &[]),
            ("（一）主动公开\n平稳。", &[]),
            ("一、本年新收政府信息公开申请数量\n5", &[]),
            ("一、概览\n平稳。", &[]),
            (
                "一、概览\n平稳。\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n无。",
                &[(Overview, Some(1), true), (Proactive, Some(2), false), (Problems, Some(5), false)],
            ),
        ];
        for (text, expected) in cases {
            let found = Sections::of(text).headings;
            let found: Vec<_> = found.iter().map(|found| (found.heading, found.number, found.is_renamed)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
