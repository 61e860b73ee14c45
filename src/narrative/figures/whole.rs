//! Whether words name all of something that a body counts, or a part: 征地类行政复议, 简易程序行政处罚决定.

use crate::narrative::Subject as S;
use crate::narrative::figures::label::{Label, joins, since};
use crate::narrative::figures::within::Within;
use crate::narrative::words::lex::Token;
use crate::narrative::words::word::{Set, Word as W};

/// What may stand between the verb and its object, and narrows nothing.
const NEUTRAL: Set = Set::of(&[
    W::Plain,
    W::Fill,
    W::All,
    W::Link,
    W::Info,
    W::Disclose,
    W::Request,
    W::Apply,
    W::Open,
    W::Close,
    W::OwnYear,
    W::Year,
    W::Lead,
    W::Some,
    W::Include,
    W::Join,
    W::Pause,
    W::Cumulative,
    W::By,
    W::About,
    W::Answer,
    W::Handle,
    W::Without,
    W::Zip,
    W::New,
    W::Tail,
    W::Month,
    W::Day,
    W::Range,
    W::AsOf,
    W::EndOfYear,
    W::ToDate,
    W::Trouble,
    W::Elsewhere,
    W::LastYear,
    W::Versus,
    W::From,
    W::Rest,
    W::Various,
]);
/// The word after which the object begins, whatever stands before it: 某某发生行政复议.
const DISPUTE_BEGINS: Set = Set::of(&[W::Passive, W::Own, W::Receive, W::Accept]);
const DECISION_BEGINS: Set = Set::of(&[W::Decide, W::Own, W::Handle]);
const FEE_BEGINS: Set = Set::of(&[W::Act, W::Collect, W::Own]);
const DECIDED: Set = Set::of(&[W::Power]);
const DISPUTED: Set = Set::of(&[W::Recon, W::Suit, W::Route, W::Parts, W::Citizen, W::Person, W::Org]);

impl Within<'_> {
    /// Whether a dispute with these words before it is one of some kind or instance only.
    pub(crate) fn is_part_of_disputes(&self, before: &[Token]) -> bool {
        /// The most words that are looked at; a clause may name disputes without end.
        const FARTHEST: usize = 64;
        let before = &before[before.len().saturating_sub(FARTHEST)..];
        let disputes = Set::of(&[W::Recon, W::Suit]);
        // 复议诉讼9件: of both.
        let is_of_both = before.iter().rfind(|token| !token.is(W::Fill)).is_some_and(|token| token.is_any(disputes));
        let begins = |token: &Token| token.is_any(DISPUTE_BEGINS) || token.is(W::Fill) && token.is(W::Verb);
        // 新发生行政复议5件: those that went on from the year before are not among them.
        let is_new = since(before, FARTHEST, |token| token.ends_clause() || token.word == W::Number);
        is_new.iter().any(|token| token.is(W::New)) || is_of_both || self.is_part(before, NEUTRAL.and(DISPUTED), begins)
    }

    /// Whether the words before a thing, back to where its name begins, narrow it. Words that nobody knows do, unless they are the name of
    /// the report's body.
    fn is_part(&self, before: &[Token], neutral: Set, begins: impl Fn(&Token) -> bool) -> bool {
        let narrows =
            |token: &Token| !token.is_any(neutral) || token.is_any(Set::of(&[W::Field, W::Reduced, W::Instance]));
        for (at, token) in before.iter().enumerate().rev() {
            if token.ends_clause() || token.word == W::Number || begins(token) {
                return false;
            }
            if narrows(token) {
                return at >= self.own_name(before);
            }
        }
        false
    }

    /// Whether a label names a part of the decisions or fees that its head counts.
    pub(crate) fn is_part_of_acts(&self, subject: S, label: &Label<'_>, head: &Token) -> bool {
        // 在生态环境领域，作出…….
        if self.known.lead.has(W::Field) && self.known.lead.has(W::By) {
            return true;
        }
        let before = &label.tokens[..label.tokens.partition_point(|token| token.start < head.start)];
        if subject == S::AdministrativeFees {
            return self.is_part(before, NEUTRAL.without(Set::of(&[W::Rest])), |token| token.is_any(FEE_BEGINS));
        }
        let neutral = NEUTRAL.and(DECIDED).without(Set::of(&[W::Rest]));
        self.is_part(before, neutral, |token| token.is_any(DECISION_BEGINS)) || self.is_parted(head)
    }

    /// 行政强制措施决定12件、行政强制执行决定3件: the next number counts decisions of the same power, so that neither counts all.
    fn is_parted(&self, head: &Token) -> bool {
        const FARTHEST: usize = 16;
        const OTHERWISE: Set = Set::of(&[W::Info, W::Disclose, W::Post, W::Versus, W::Rise, W::Fall, W::From]);
        let from = self.tokens.partition_point(|token| token.start <= head.start);
        let behind = &self.tokens[from..self.tokens.len().min(from + FARTHEST)];
        let mut parts = behind.split(|token| token.word == W::Number);
        let (Some(_), Some(next)) = (parts.next(), parts.next()) else { return false };
        let begins_a_list = next.first().is_some_and(|first| joins(first) || first.is(W::Comma));
        begins_a_list
            && next.iter().any(|token| token.word == W::Power && token.subject == head.subject)
            && !next.iter().any(|token| token.is_any(OTHERWISE))
    }
}
