//! The words that name a number.

use std::ops::Range;

use crate::narrative::Subject;
use crate::narrative::words::lex::{CLAUSE, Token};
use crate::narrative::words::word::{Set, Word};

/// Words that change nothing in what a label names.
pub(crate) const SKIPPED: Set = Set::of(&[
    Word::Fill,
    Word::Passive,
    Word::Open,
    Word::Close,
    Word::Cumulative,
    Word::OwnYear,
    Word::Lead,
    Word::All,
    Word::Year,
    Word::By,
]);
/// What stands before the name of a member of a list.
const OPENERS: Set =
    Set::of(&[Word::Some, Word::Include, Word::Pause, Word::Stop, Word::Comma, Word::Colon, Word::Join, Word::Open]);

/// The most words of a label, and the most of them that can name something.
const LONGEST: usize = 64;
const CORE: usize = 16;

/// The words before a number in its clause, up to the number before it.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "what stands around a number is so or is not")]
pub(crate) struct Label<'a> {
    pub(crate) tokens: &'a [Token],
    /// What all of them are.
    pub(crate) all: Set,
    /// Which of the tokens name something: from the number back to the first that the lexicon does not have.
    core: [u8; CORE],
    length: usize,
    /// A token right behind the number that its name ends with: 收到3件政府信息公开申请.
    end: Option<&'a Token>,
    /// Whether unknown words stand before the core.
    pub(crate) is_broken: bool,
    /// The ways of disclosure and other media that it names; those in the name of an account, “某某政府网”微信, do not count.
    pub(crate) media: Set,
    /// The result that a bracket right before the number says.
    pub(crate) gloss: Option<Subject>,
    /// Whether 其中 follows the number.
    pub(crate) is_split: bool,
    /// Whether another result of requests stands right behind the number.
    pub(crate) precedes_result: bool,
    /// Whether it is the clause before that of the number.
    pub(crate) is_from_before: bool,
    /// Whether 其中 or 包括 stands between the number and the one before it.
    pub(crate) opens: bool,
    /// Whether what a whole is parted by stands there: 从公开内容看.
    pub(crate) by_aspect: bool,
    /// What stands right behind the number.
    pub(crate) after: Option<Word>,
}

impl<'a> Label<'a> {
    pub(crate) fn of(tokens: &'a [Token]) -> Self {
        let tokens = &tokens[tokens.len().saturating_sub(LONGEST)..];
        let mut label = Self {
            tokens,
            all: set(tokens),
            core: [0; CORE],
            length: 0,
            end: None,
            is_broken: false,
            media: media(tokens),
            gloss: None,
            is_split: false,
            precedes_result: false,
            is_from_before: false,
            opens: false,
            by_aspect: false,
            after: None,
        };
        for (i, token) in tokens.iter().enumerate().rev() {
            if matches!(token.word, Word::Gap | Word::Number) || token.ends_clause() || label.length == CORE {
                label.is_broken = true;
                break;
            }
            if !token.is_any(SKIPPED) {
                label.core[label.length] = u8::try_from(i).unwrap_or(u8::MAX);
                label.length += 1;
            }
        }
        // 不存在 is a result where it stands at the number, and bars it elsewhere.
        if let Some(head) = label.core(0).filter(|head| head.word == Word::Outcome && head.is(Word::Bar)) {
            let others = tokens.iter().filter(|token| token.start != head.start);
            let bar = Set::of(&[Word::Bar]);
            label.all = others.fold(head.all.without(bar), |all, token| all.and(token.all));
        }
        label
    }

    /// As if a word right behind the number stood before it.
    pub(crate) fn with_end(mut self, end: &'a Token) -> Self {
        self.all = self.all.and(end.all);
        (self.end, self.is_from_before, self.opens, self.after) = (Some(end), false, false, None);
        self
    }

    /// Whether a word behind the number is read as if it stood before it.
    pub(crate) const fn has_end(&self) -> bool {
        self.end.is_some()
    }

    /// A word of the core, the one next to the number being 0.
    pub(crate) fn core(&self, at: usize) -> Option<&'a Token> {
        let at = match (self.end, at) {
            (Some(end), 0) => return Some(end),
            (Some(_), at) => at - 1,
            (None, at) => at,
        };
        self.core[..self.length].get(at).and_then(|&i| self.tokens.get(usize::from(i)))
    }

    pub(crate) fn cores(&self) -> impl Iterator<Item = &'a Token> + '_ {
        (0..).map_while(|at| self.core(at))
    }

    pub(crate) fn has(&self, word: Word) -> bool {
        self.all.has(word)
    }

    pub(crate) fn any(&self, of: Set) -> bool {
        self.all.meets(of)
    }

    /// Where the core goes on behind words of a set.
    pub(crate) fn past(&self, set: Set) -> usize {
        self.cores().take_while(|token| token.is_any(set)).count()
    }

    /// Whether another name is joined to that word of the core: 网络、信函申请 may mean either.
    pub(crate) fn is_joined(&self, at: usize) -> bool {
        self.core(at + 1).is_some_and(joins) && (self.core(at + 2).is_some() || self.is_broken)
    }

    /// The name of a member of a list: the tokens without what opens the list or joins its members.
    pub(crate) fn name(&self) -> &'a [Token] {
        let start = self.tokens.iter().take_while(|token| token.is_any(OPENERS)).count();
        let end = self.tokens.iter().rposition(|token| token.word != Word::Fill).map_or(start, |at| at + 1);
        &self.tokens[start..end.max(start)]
    }

    /// The parts of the label between 、 and 和.
    pub(crate) fn parts(&self) -> Vec<&'a [Token]> {
        self.tokens.split(joins).filter(|part| !part.is_empty()).collect()
    }
}

/// Words that name a way of disclosure, or a medium that is none of them.
pub(crate) const MEDIA: Set =
    Set::of(&[Word::Gazette, Word::Wechat, Word::Weibo, Word::NewMedia, Word::Site, Word::OtherWay, Word::Media]);

/// The media that words name. Behind 等 stands what all before it are: 微信、微博等新媒体.
pub(crate) fn media(tokens: &[Token]) -> Set {
    let all = set(tokens);
    if !all.meets(MEDIA) {
        return Set::NONE;
    }
    let sums_up = |pair: &&[Token]| pair[0].is(Word::Etc) && pair[1].is_any(MEDIA);
    if let Some(pair) = all.has(Word::Etc).then(|| tokens.windows(2).rfind(sums_up)).flatten() {
        // 头条号等其他平台 are no other ways of the form.
        return pair[1].all.common(MEDIA).and(all.common(Set::of(&[Word::Media])));
    }
    let mut is_quoted = false;
    let mut plain = Set::NONE;
    for token in tokens {
        is_quoted = token.word == Word::Open || is_quoted && token.word != Word::Close;
        if !is_quoted {
            plain = plain.and(token.all.common(MEDIA));
        }
    }
    if plain.meets(MEDIA) { plain } else { all.common(MEDIA) }
}

/// Whether a word joins two names.
pub(crate) fn joins(token: &Token) -> bool {
    matches!(token.word, Word::Join | Word::Pause)
}

/// What tokens are, together.
pub(crate) fn set(tokens: &[Token]) -> Set {
    tokens.iter().fold(Set::NONE, |set, token| set.and(token.all))
}

/// The characters that tokens are.
pub(crate) fn chars(tokens: &[Token]) -> Range<usize> {
    tokens.first().zip(tokens.last()).map_or(0..0, |(first, last)| first.start..last.end)
}

/// The last of some tokens, at most so many, behind the last one that ends what was before.
pub(crate) fn since(before: &[Token], most: usize, ends: impl Fn(&Token) -> bool) -> &[Token] {
    before[before.len().saturating_sub(most)..].rsplit(ends).next().unwrap_or_default()
}

/// The clause that begins at a token, up to its mark.
pub(crate) fn clause_from(tokens: &[Token], from: usize, most: usize) -> &[Token] {
    let far = tokens.len().min(from + most);
    let end = tokens[from..far].iter().position(|token| token.is_any(CLAUSE)).map_or(far, |at| from + at);
    &tokens[from..end]
}

#[cfg(test)]
mod tests {
    use super::{Label, media};
    use crate::narrative::words::lex::{Token, Tokens};
    use crate::narrative::words::own::Own;
    use crate::narrative::words::word::{Set, Word};

    fn tokens(text: &str) -> Vec<Token> {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        Tokens::of(&chars, &Own::default()).all
    }

    #[test]
    fn the_core_ends_at_the_first_unknown_word() {
        for (text, core, is_broken) in [
            ("共收到政府信息公开申请", &[Word::Request, Word::Receive][..], false),
            ("收到某种申请", &[Word::Apply], true),
            ("公开了财政信息", &[Word::Info], true),
            ("某某局", &[], true),
            ("按时办结", &[Word::Answer, Word::Time], false),
        ] {
            let tokens = tokens(text);
            let label = Label::of(&tokens);
            let words: Vec<Word> = label.cores().map(|token| token.word).collect();
            assert_eq!((&words[..], label.is_broken), (core, is_broken), "{text}");
        }
    }

    #[test]
    fn media_are_those_outside_of_names_and_what_sums_them_up() {
        for (text, expected) in [
            ("通过政府网站公开信息", &[Word::Site][..]),
            ("“某某政府网”微信公众号", &[Word::Wechat]),
            ("网站、微博", &[Word::Site, Word::Weibo]),
            ("微信、微博等新媒体", &[Word::NewMedia]),
            ("公开信息", &[]),
        ] {
            assert_eq!(media(&tokens(text)), Set::of(expected), "{text}");
        }
    }

    #[test]
    fn a_joined_name_is_open() {
        for (text, is_joined) in [("网络、信函申请", true), ("，信函申请", false), ("和信函申请", false)]
        {
            let tokens = tokens(text);
            let label = Label::of(&tokens);
            assert_eq!(label.is_joined(1), is_joined, "{text}");
        }
    }
}
