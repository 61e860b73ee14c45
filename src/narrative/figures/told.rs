//! Finds the words that name a number.

use crate::narrative::figures::label::{Label, MEDIA, SKIPPED, joins, media, set, since};
use crate::narrative::figures::members;
use crate::narrative::figures::within::Within;
use crate::narrative::words::lex::Token;
use crate::narrative::words::word::{Set, Word as W};

/// Whether 其中 follows a number, at once or behind what it is compared with: 共发布9条，同比增长2%，其中网站3条.
fn is_split(behind: &[Token], is_split_next: bool) -> bool {
    const COMPARISON: Set =
        Set::of(&[W::Versus, W::From, W::Rise, W::Fall, W::Year, W::LastYear, W::Fill, W::Number, W::Comma, W::Stop]);
    let end = behind.iter().take(16).take_while(|token| token.is_any(COMPARISON)).count();
    let is_compared = set(&behind[..end]).meets(Set::of(&[W::Rise, W::Fall]));
    let is_plain = is_compared || end == 1 && behind[0].ends_clause();
    is_plain && behind.get(end).map_or(is_split_next, |next| next.is(W::Some))
}

impl<'a> Within<'a> {
    /// Whether the clause before a number's tells of another number: 31件涉及旧改，予以公开；12件涉及征收，不予公开.
    fn is_told_already(&self, at: usize, clause: usize, words: &[Token]) -> bool {
        const RESULTS: Set = Set::of(&[W::Outcome, W::Time, W::Ruling, W::Answer, W::Carry]);
        let has_words = self.tokens.get(at + 1).is_some_and(|next| !next.ends_clause() && !joins(next));
        let is_of_last = self.known.count > 0 && self.known.last.is_none();
        self.tokens[clause - 1].word == W::Stop || set(words).meets(RESULTS) && (has_words || is_of_last)
    }

    /// The words that name a number, and whether 其中 stands between it and the number before. The label begins at a token, the clause at
    /// another; the clause before has no number.
    pub(crate) fn label_at(&self, at: usize, label: usize, clause: usize, before: Option<usize>) -> (Label<'a>, bool) {
        let start = label.max(clause);
        let own = &self.tokens[start..at];
        let mut label = Label::of(own);
        let is_number = |token: &Token| token.word == W::Number;
        let is_skipped = |token: &Token| token.is_any(SKIPPED.and(Set::of(&[W::Pause])));
        let skipped = self.tokens[..at].iter().rev().take(2).take_while(|token| is_skipped(token)).count();
        let issues = at.checked_sub(1 + skipped).filter(|&issues| is_number(&self.tokens[issues]));
        if let Some(issues) = issues.filter(|&issues| self.numbers[self.tokens[issues].value].unit == Some("期")) {
            // 294期1014条, 294期共1014条: two numbers, one label.
            let ends = |token: &Token| is_number(token) || token.ends_clause();
            label = Label::of(since(&self.tokens[..issues], issues, ends));
        }
        if let Some(before) = before.filter(|_| clause > 0) {
            let words = &self.tokens[before..clause - 1];
            // 政府网站：发布信息42条.
            if self.tokens[clause - 1].word == W::Colon
                && words.iter().all(|token| token.is_any(MEDIA.and(Set::of(&[W::Fill]))))
            {
                label.all = label.all.and(set(words));
                label.media = label.media.and(media(words));
            }
            let is_bare = own.iter().all(|token| token.is_any(SKIPPED.and(Set::of(&[W::Zip, W::Each]))));
            if is_bare && start == clause && !self.is_told_already(at, clause, words) {
                // 申请数量比上年增加两成，达到84件.
                let is_level = own.iter().any(|token| token.is(W::Level));
                let versus = words.iter().position(|token| is_level && token.is_any(Set::of(&[W::Versus, W::From])));
                label = Label::of(&words[..versus.unwrap_or(words.len())]);
                label.is_from_before = true;
            }
        }
        let behind = since(&self.tokens[..at], members::LONGEST, is_number);
        // ； ends what was opened before it.
        let between = set(since(behind, behind.len(), |token| token.is(W::Stop)));
        // 信息9条：网站5条.
        let by_colon =
            behind.len() < at.min(members::LONGEST) && behind.first().is_some_and(|first| first.is(W::Colon));
        label.is_split = is_split(&self.tokens[at + 1..], self.known.is_split_next);
        label.precedes_result =
            self.tokens.get(at + 1).is_some_and(|token| matches!(token.word, W::Comma | W::Pause | W::Stop))
                && self.tokens.get(at + 2).is_some_and(|token| token.word == W::Outcome)
                && self.tokens.get(at + 3).is_some_and(|token| token.word == W::Number || token.is(W::Fill));
        let number = self.numbers[self.tokens[at].value].at.start;
        label.gloss = self.glosses.iter().find(|&&(behind, _)| behind == number).map(|&(_, result)| result);
        label.after = self.tokens.get(at + 1).map(|token| token.word);
        label.opens = between.meets(Set::of(&[W::Some, W::Include])) || by_colon;
        label.by_aspect = between.has(W::Aspect);
        (label, behind.iter().any(|token| token.is(W::Some) && !token.is(W::Include)))
    }
}
