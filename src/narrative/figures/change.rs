//! Shares of a whole, and changes since the year before.

use crate::narrative::Subject as S;
use crate::narrative::figure::{Confidence, Measure};
use crate::narrative::figures::label::{Label, SKIPPED, set, since};
use crate::narrative::figures::members::LONGEST;
use crate::narrative::figures::rule::ITEMS;
use crate::narrative::figures::within::{Found, Within};
use crate::narrative::words::lex::Token;
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::Decimal;

/// What may stand between a figure and its share or change.
const BETWEEN: Set = SKIPPED.and(Set::of(&[W::Stop, W::Comma, W::Colon, W::Pause]));

/// What texts divide into parts.
const WHOLES: &[S] = &[S::Disclosed, S::Received, S::Handled, S::Processed, S::Reconsiderations, S::Suits];

/// What a share is of.
enum Whole {
    Of(S),
    Unsaid,
    /// Something that has no subject.
    Unknown,
}

impl Within<'_> {
    /// Where in a label a comparison with another year begins: 同比, 较2023年, or, behind a figure, 增长.
    pub(crate) fn comparison(&self, label: &Label<'_>) -> Option<usize> {
        let tokens = label.tokens;
        let changes = |token: &Token| token.is_any(Set::of(&[W::Rise, W::Fall]));
        let begins = || {
            let first = tokens.iter().position(|token| !token.is_any(SKIPPED))?;
            (changes(&tokens[first]) && self.known.last.is_some()).then_some(0)
        };
        let with_year = |pair: &[Token]| pair[0].is(W::From) && pair[1].word == W::Year;
        tokens
            .iter()
            .position(|token| token.is(W::Versus))
            .or_else(|| label.has(W::From).then(|| tokens.windows(2).position(with_year)).flatten())
            .or_else(begins)
            // 与上年相比，申请增加5件.
            .or_else(|| self.known.lead.has(W::Versus).then(|| tokens.iter().position(changes)).flatten())
    }

    /// Whether a number is what another is compared with: 较2023年的15件增加3件.
    pub(crate) fn is_base(&self, at: usize, label: usize) -> bool {
        let from = |token: &Token| token.is_any(Set::of(&[W::From, W::Versus]));
        let change = self.tokens[at + 1..].iter().find(|token| !token.is_any(SKIPPED));
        let (words, own) = (&self.tokens[label.min(at)..at], self.year);
        let is_of_other =
            |token: &Token| token.is(W::LastYear) || token.word == W::Year && i64::try_from(token.value).ok() != own;
        // 收到14件，上年度9件，增长55.6%.
        let is_bare = words.iter().all(|token| token.is_any(BETWEEN.and(Set::of(&[W::LastYear]))));
        is_bare && words.iter().any(is_of_other)
            || change.is_some_and(|token| token.is_any(Set::of(&[W::Rise, W::Fall]))) && words.iter().take(8).any(from)
    }

    /// 同比增长15%，达2680条: the level that the change reached.
    pub(crate) fn level(&self, label: &Label<'_>, number: &Number) -> Option<Found> {
        let &(subject, measure) = self.known.seen.last()?;
        let is_change = matches!(measure, Measure::Growth | Measure::Difference) && self.known.last == Some(subject);
        let is_bare = label.has(W::Level) && label.tokens.iter().all(|token| token.is_any(BETWEEN));
        (is_change && is_bare && number.unit.is_some_and(|unit| ITEMS.contains(&unit)))
            .then(|| Found::by_context(subject))
    }

    /// 申请量由上年的12件增至18件: the level that it reached.
    pub(crate) fn level_from(&self, label: &Label<'_>, number: &Number) -> Option<Found> {
        let is_bare = label.has(W::Level) && label.tokens.iter().all(|token| token.is_any(BETWEEN));
        let first = label.tokens.first().filter(|_| is_bare)?.start;
        let end = self.tokens.partition_point(|token| token.start < first);
        let before = &self.tokens[end.saturating_sub(LONGEST)..end];
        let (_, before) = before.split_last().filter(|(base, _)| base.word == W::Number)?;
        let clause = since(before, LONGEST, Token::ends_clause);
        let (name, base) = clause.split_at(clause.iter().position(|token| token.is(W::From))?);
        let is_of_other = |token: &Token| token.is(W::LastYear) || token.word == W::Year;
        let found = self.named(&Label::of(name), Some(number)).filter(|_| base.iter().any(is_of_other))?;
        Some(Found::by_context(found.subject))
    }

    /// A growth or a difference, of what stands before the comparison or of the figure before.
    pub(crate) fn change(&self, label: &Label<'_>, at: usize, number: &Number) -> Option<Found> {
        let (before, after) = label.tokens.split_at(at);
        let all = set(after);
        let last = after.iter().rev().find(|token| !token.is_any(SKIPPED))?;
        if label.has(W::Zip) || all.has(W::Rise) == all.has(W::Fall) || !last.is_any(Set::of(&[W::Rise, W::Fall])) {
            return None;
        }
        let measure = if number.is_percent { Measure::Growth } else { Measure::Difference };
        let is_fall = all.has(W::Fall);
        let (subject, confidence) = self.of_what(before, None, &[])?;
        if confidence == Confidence::FromContext && self.ends_parts() {
            return None;
        }
        Some(Found { measure, confidence, is_fall, ..Found::by_context(subject) })
    }

    /// Whether the last figure is a part of a whole behind another part of it, none of which changed: 申请40件，其中网上30件、
    /// 信函10件，同比增长25% may speak of the whole as well as of the letters.
    fn ends_parts(&self) -> bool {
        let is_part = |&(subject, measure): &(S, Measure)| measure == Measure::Count && !WHOLES.contains(&subject);
        self.known.is_listing && matches!(&self.known.seen[..], [.., other, last] if is_part(other) && is_part(last))
    }

    /// A share, and of what, if the words say so.
    pub(crate) fn share(&self, label: &Label<'_>, number: &Number, behind: &[Token]) -> Option<Found> {
        let share = |found| Found { measure: Measure::Share, ..found };
        if let Some(rate) = label.core(0).filter(|token| token.is(W::Rate)) {
            let found = Found { whole: Some(S::Processed), ..Found::named(rate.subject?, label) };
            return self.is_still_of_requests().then(|| share(found));
        }
        let is_alone = self.stream.is_bracket && label.tokens.is_empty();
        let (before, of) = match label.tokens.iter().rposition(|token| token.is(W::Share)) {
            Some(at) => (&label.tokens[..at], &label.tokens[at + 1..]),
            None if is_alone => (label.tokens, label.tokens),
            None => return None,
        };
        let whole = match self.whole_of_share(of) {
            Whole::Of(whole) => Some(whole),
            Whole::Unsaid => None,
            Whole::Unknown => return None,
        };
        let case = Number { unit: Some("件"), is_percent: false, value: Decimal::ZERO, ..number.clone() };
        let (subject, confidence) = self.of_what(before, Some(&case), behind)?;
        let is_whole = matches!(subject, S::Received | S::Handled | S::Disclosed);
        (whole != Some(subject) && !(is_whole && whole.is_none()))
            .then(|| share(Found { whole, confidence, ..Found::by_context(subject) }))
    }

    /// What a share is of.
    fn whole_of_share(&self, of: &[Token]) -> Whole {
        const NEUTRAL: [&str; 3] = ["比", "的", "部"];
        let all = set(of);
        let is_unknown = |token: &Token| token.word == W::Gap && !NEUTRAL.contains(&self.text(&[*token]).as_str());
        if all.meets(Set::of(&[W::Own, W::Carry])) {
            Whole::Unknown
        } else if all.meets(Set::of(&[W::Answer, W::Handle])) {
            Whole::Of(S::Processed)
        } else if all.meets(Set::of(&[W::Apply, W::Request, W::Receive])) {
            Whole::Of(S::Received)
        } else if all.has(W::Proactive) {
            Whole::Of(S::Disclosed)
        } else if of.iter().any(is_unknown) {
            Whole::Unknown
        } else {
            Whole::Unsaid
        }
    }

    /// What words before a comparison name, or what the figure before is of if they say nothing.
    fn of_what(&self, before: &[Token], number: Option<&Number>, behind: &[Token]) -> Option<(S, Confidence)> {
        if before.iter().all(|token| token.is_any(BETWEEN)) {
            return Some((self.known.last?, Confidence::FromContext));
        }
        Some((self.name(&Label::of(before), number, behind)?.subject, Confidence::Named))
    }
}
