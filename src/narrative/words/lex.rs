//! One pass over the characters of a sentence: words of the lexicon, numbers, dates, and what lies between.

use std::sync::LazyLock;

use crate::narrative::Subject;
use crate::narrative::words::lexicon::LEXICON;
use crate::narrative::words::numeral::{self, Chars, Number, Read};
use crate::narrative::words::own::Own;
use crate::narrative::words::word::{Set, Word};
use crate::value::Decimal;

/// A piece of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// The first character, and the one behind the last.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) word: Word,
    /// All that the phrase is.
    pub(crate) all: Set,
    pub(crate) subject: Option<Subject>,
    /// Which of the numbers it is; or the year; or the month, 0 if it is in words other than 十二.
    pub(crate) value: usize,
}

impl Token {
    fn plain(word: Word, start: usize, end: usize, value: usize) -> Self {
        Self { start, end, word, all: Set::of(&[word]), subject: None, value }
    }

    pub(crate) const fn is(&self, word: Word) -> bool {
        self.all.has(word)
    }

    pub(crate) const fn is_any(&self, of: Set) -> bool {
        self.all.meets(of)
    }

    /// Whether it is the name of the report's body.
    pub(crate) fn is_own_name(&self) -> bool {
        self.word == Word::Own && self.value == OWN_NAME
    }

    /// Whether a clause ends at it.
    pub(crate) const fn ends_clause(&self) -> bool {
        self.all.meets(CLAUSE)
    }
}

/// The value of the token that is the name of the report's body.
const OWN_NAME: usize = 1;

/// What parts clauses.
pub(crate) const CLAUSE: Set = Set::of(&[Word::Stop, Word::Comma, Word::Colon]);

/// A phrase of the lexicon.
#[derive(Clone, Copy)]
struct Phrase {
    word: Word,
    all: Set,
    subject: Option<Subject>,
}

/// The phrases as a tree of characters. Node 0 is none.
///
/// An automaton of a library takes a little less for a text but longer to build than a report takes to read.
struct Phrases {
    all: Vec<Phrase>,
    /// By ideograph, the node of the phrases that begin with it.
    first: Box<[u16]>,
    /// By node, one more than the phrase that ends there; 0 if none does.
    ends: Vec<u16>,
    /// A table that is hashed by node and character: both of them, and the node behind, which is 0 where it is free.
    children: Box<[(u32, u16)]>,
}

/// How many places the table has, as a power of two. A third of them are taken.
const PLACES: u32 = 15;

const IDEOGRAPHS: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases {
        all: Vec::new(),
        first: vec![0; 1 + *IDEOGRAPHS.end() as usize - *IDEOGRAPHS.start() as usize].into_boxed_slice(),
        ends: vec![0],
        children: vec![(0, 0); 1 << PLACES].into_boxed_slice(),
    };
    for row in LEXICON {
        let all = row.also.iter().fold(Set::of(&[row.word]), |set, &word| set.and(Set::of(&[word])));
        phrases.all.push(Phrase { word: row.word, all, subject: row.subject });
        for phrase in row.phrases.split_ascii_whitespace() {
            let parts: Vec<&str> = phrase.split('+').collect();
            phrases.add(&parts, 0);
        }
    }
    phrases
});

/// The place of a character among the ideographs in common use.
fn ideograph(c: char) -> Option<usize> {
    (c as usize).checked_sub(*IDEOGRAPHS.start() as usize)
}

impl Phrases {
    /// Adds the phrases of the last row that `按+规定/法定+时间` stands for, behind a node.
    fn add(&mut self, parts: &[&str], node: u16) {
        let Some((part, rest)) = parts.split_first() else {
            // There are some hundred rows.
            self.ends[usize::from(node)] = u16::try_from(self.all.len()).unwrap_or(0);
            return;
        };
        for way in part.split('/') {
            let end = way.chars().fold(node, |node, c| self.child_or_new(node, c));
            self.add(rest, end);
        }
    }

    fn child_or_new(&mut self, node: u16, c: char) -> u16 {
        // There are some ten thousand nodes.
        let new = u16::try_from(self.ends.len()).unwrap_or(u16::MAX);
        let key = Self::key(node, c);
        let place = if let Some(first) = ideograph(c).filter(|_| node == 0) {
            &mut self.first[first]
        } else {
            let at = self.place(key);
            self.children[at].0 = key;
            &mut self.children[at].1
        };
        if *place == 0 {
            *place = new;
            self.ends.push(0);
        }
        *place
    }

    /// Node and character. Every character of the lexicon has two bytes in UTF-16.
    const fn key(node: u16, c: char) -> u32 {
        (node as u32) << 16 | (c as u32 & 0xffff)
    }

    /// The place of a node and a character in the table, or the free one where they would be.
    fn place(&self, key: u32) -> usize {
        /// The golden ratio, which spreads what is alike.
        const SPREAD: u32 = 0x9e37_79b9;
        let mut at = (key.wrapping_mul(SPREAD) >> (u32::BITS - PLACES)) as usize;
        while self.children[at].1 != 0 && self.children[at].0 != key {
            at = (at + 1) % (1 << PLACES);
        }
        at
    }

    /// The node behind another for a character; 0 if there is none.
    fn child(&self, node: u16, c: char) -> u16 {
        if c > '\u{ffff}' { 0 } else { self.children[self.place(Self::key(node, c))].1 }
    }

    /// The longest phrase that begins at a character, and where it ends.
    fn longest(&self, chars: &Chars, from: usize) -> Option<(Phrase, usize)> {
        let mut node = *self.first.get(ideograph(chars[from].1)?)?;
        let (mut found, mut end) = (None, from);
        while node != 0 {
            end += 1;
            let phrase = self.ends[usize::from(node)];
            if phrase != 0 {
                found = Some((phrase, end));
            }
            node = chars.get(end).map_or(0, |&(_, c)| self.child(node, c));
        }
        found.map(|(phrase, end)| (self.all[usize::from(phrase) - 1], end))
    }
}

/// What a sentence consists of.
#[derive(Default)]
pub(crate) struct Tokens {
    pub(crate) all: Vec<Token>,
    pub(crate) numbers: Vec<Number>,
    /// The characters of numerals that count nothing that is said, without a unit or as the ends of a range, and their
    /// value if they have one. Dates, ordinals and the numbers of paragraphs are not among them.
    pub(crate) rest: Vec<(std::ops::Range<usize>, Option<Decimal>)>,
}

impl Tokens {
    /// The tokens of a sentence, the names of the report's body being one each.
    pub(crate) fn of(chars: &Chars, own: &Own) -> Self {
        let mut tokens = Self { all: Vec::with_capacity(chars.len() / 2), ..Self::default() };
        let mut from = 0;
        while from < chars.len() {
            from = match own.name_at(chars, from) {
                Some(end) => {
                    tokens.add(Word::Own, from, end, OWN_NAME);
                    end
                }
                None => tokens.next(chars, from, own),
            };
        }
        tokens
    }

    /// Adds the token that begins at a character, and says where it ends.
    fn next(&mut self, chars: &Chars, from: usize, own: &Own) -> usize {
        if let Some(word) = mark(chars[from].1) {
            self.all.push(Token::plain(word, from, from + 1, 0));
            return from + 1;
        }
        let is_word = |&(phrase, end): &(Phrase, usize)| {
            !phrase.all.has(Word::Terse) || chars.get(end).is_some_and(|&(_, next)| numeral::begins(next))
        };
        if let Some((phrase, end)) = PHRASES.longest(chars, from).filter(is_word) {
            let Phrase { word, all, subject } = phrase;
            self.all.push(Token { start: from, end, word, all, subject, value: 0 });
            return end;
        }
        // 交通信息 of a bureau of transport is information like any other.
        if let Some(end) = own.field_at(chars, from) {
            self.add(Word::Various, from, end, 0);
            return end;
        }
        // Most characters begin no numeral.
        let read = if numeral::begins(chars[from].1) { numeral::read(chars, from) } else { None };
        let (word, value, end) = match read {
            Some(Read::Number(number)) => {
                let end = number.end;
                let ends =
                    || chars.get(end).is_none_or(|&(_, c)| c == '、' || mark(c).is_some_and(|mark| CLAUSE.has(mark)));
                if number.unit.is_some() || number.is_percent || ends() {
                    self.numbers.push(number);
                    (Word::Number, self.numbers.len() - 1, end)
                } else {
                    let is_paragraph = from == 0 && matches!(chars.get(end), Some((_, '.' | '．')));
                    if !is_paragraph {
                        self.rest.push((number.at, Some(number.value)));
                    }
                    (Word::Gap, 0, end)
                }
            }
            Some(Read::Year(year, end)) => {
                let end = end + usize::from(chars.get(end).is_some_and(|&(_, c)| c == '度'));
                if chars.get(end).is_some_and(|&(_, c)| matches!(c, '底' | '末')) {
                    self.add(Word::Year, from, end, usize::try_from(year).unwrap_or(0));
                    self.add(Word::EndOfYear, end, end + 1, 0);
                    return end + 1;
                }
                (Word::Year, usize::try_from(year).unwrap_or(0), end)
            }
            Some(Read::Other(end)) => {
                return self.no_number(chars, from, end);
            }
            None => (Word::Gap, 0, from + 1),
        };
        self.add(word, from, end, value);
        end
    }

    /// Adds a numeral that counts nothing: a month, a day, a range.
    fn no_number(&mut self, chars: &Chars, from: usize, end: usize) -> usize {
        let month = |range: std::ops::Range<usize>| match &chars[range] {
            [(_, '十'), (_, '二')] => 12,
            [(_, '一')] => 1,
            digits @ ([_] | [_, _]) => digits
                .iter()
                .try_fold(0, |n, &(_, c)| Some(n * 10 + numeral::digit(c)?.to_digit(10)? as usize))
                .unwrap_or(0),
            _ => 0,
        };
        // 1至6月 is a range of months.
        if chars.get(end).is_some_and(|&(_, c)| c == '月')
            && let Some(mark) = chars[from..end].iter().rposition(|&(_, c)| "至到-—–～~".contains(c))
        {
            let last = from + mark + 1;
            self.add(Word::Range, from, last, 0);
            self.add(Word::Month, last, end + 1, month(last..end));
            return end + 1;
        }
        let (word, value) = match chars[end - 1].1 {
            '月' => (Word::Month, month(from..end - 1)),
            // 15个工作日内答复3件: not all of the replies.
            '日' if matches!(chars[end - 2].1, '作' | '然') => (Word::Narrow, 0),
            '日' | '号' => (Word::Day, 0),
            '年' => (Word::Years, 0),
            _ => {
                let is_ordinal =
                    from.checked_sub(1).is_some_and(|before| matches!(chars[before].1, '第' | '〔' | '［' | '['));
                if !is_ordinal {
                    self.rest.push((from..end, None));
                }
                (Word::Gap, 0)
            }
        };
        self.add(word, from, end, value);
        end
    }

    fn add(&mut self, word: Word, start: usize, end: usize, value: usize) {
        match self.all.last_mut() {
            Some(last) if word == Word::Gap && last.all == Set::of(&[Word::Gap]) => last.end = end,
            _ => self.all.push(Token::plain(word, start, end, value)),
        }
    }
}

fn mark(c: char) -> Option<Word> {
    Some(match c {
        '；' | ';' | '。' | '！' | '？' => Word::Stop,
        '，' | ',' => Word::Comma,
        '：' | ':' => Word::Colon,
        '、' => Word::Pause,
        '“' | '"' => Word::Open,
        '”' => Word::Close,
        '-' | '—' | '–' | '－' | '～' | '~' => Word::Range,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{IDEOGRAPHS, PHRASES, PLACES, Tokens};
    use crate::narrative::words::lexicon::{LEXICON, Row};
    use crate::narrative::words::own::Own;
    use crate::narrative::words::word::Word::{self, *};

    fn words(text: &str, own: &[&str]) -> Vec<Word> {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let own = Own::of(&own.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
        Tokens::of(&chars, &own).all.iter().map(|token| token.word).collect()
    }

    /// Each phrase of the lexicon with its word.
    fn phrases() -> Vec<(String, Word)> {
        fn ways(parts: &[&str]) -> Vec<String> {
            let [first, rest @ ..] = parts else { return vec![String::new()] };
            let rest = ways(rest);
            first.split('/').flat_map(|way| rest.iter().map(move |rest| format!("{way}{rest}"))).collect()
        }
        let of_row = |row: &Row| {
            let phrases = row.phrases.split_ascii_whitespace();
            let ways = phrases.flat_map(|phrase| ways(&phrase.split('+').collect::<Vec<_>>()));
            ways.map(|way| (way, row.word)).collect::<Vec<_>>()
        };
        LEXICON.iter().flat_map(of_row).collect()
    }

    #[test]
    fn every_phrase_stands_once() {
        let mut all: Vec<String> = phrases().into_iter().map(|(phrase, _)| phrase).collect();
        all.sort();
        let twice: Vec<&String> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert!(all.iter().all(|phrase| !phrase.is_empty()));
        assert!(all.iter().flat_map(|phrase| phrase.chars()).all(|c| IDEOGRAPHS.contains(&c) || "、（）".contains(c)));
        assert!(PHRASES.ends.len() < (1 << PLACES) / 2);
    }

    #[test]
    fn every_phrase_is_read_as_what_it_is() {
        for (phrase, word) in phrases() {
            // 增 and 减 are words before a number only.
            let (text, expected) = match phrase.as_str() {
                "增" | "减" => (format!("{phrase}5件"), vec![word, Number]),
                _ => (phrase.clone(), vec![word]),
            };
            assert_eq!(words(&text, &[]), expected, "{phrase}");
        }
        assert_eq!(words("减排", &[]), [Gap]);
    }

    #[test]
    fn a_sentence_becomes_words_numbers_and_marks() {
        for (text, expected) in [
            ("收到申请5件", &[Receive, Apply, Number][..]),
            ("新收到政府信息公开申请十二件，", &[Receive, Request, Number, Comma]),
            ("本机关不掌握相关政府信息", &[Outcome]),
            ("2024年12月31日", &[Year, Month, Day]),
            ("1至6月", &[Range, Month]),
            ("收到某某局的来函", &[Receive, Gap, Fill, Channel]),
            ("热线12345件", &[Narrow, Number]),
            ("清水县教育局收到", &[Own, Receive]),
            ("“予以公开”3件", &[Open, Outcome, Close, Number]),
        ] {
            assert_eq!(words(text, &["清水县教育局"]), expected, "{text}");
        }
    }

    #[test]
    fn numerals_that_count_nothing_are_kept() {
        let rest = |text: &str| {
            let chars: Vec<(usize, char)> = text.char_indices().collect();
            Tokens::of(&chars, &Own::default()).rest.into_iter().map(|(at, _)| at).collect::<Vec<_>>()
        };
        assert_eq!(rest("第3位，10至20件，12345热线"), [4..9, 11..16]);
        assert!(rest("1.主动公开").is_empty());
        assert!(rest("2024年1月20日，近5年").is_empty());
    }
}
