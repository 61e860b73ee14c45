//! Reads statements without digits: that there were none, or that something holds of all.

use std::ops::Range;

use crate::form::Unit;
use crate::narrative::Subject as S;
use crate::narrative::figure::{Confidence, Figure, Measure};
use crate::narrative::figures::label::{clause_from, set, since};
use crate::narrative::figures::within::{Topic, Within};
use crate::narrative::words::lex::Token;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::Decimal;

/// What is denied, by words that stand behind the denial in its clause.
struct Denied {
    subject: S,
    /// The word that is denied; what it says ends with it.
    of: W,
    /// Of each set the clause has a word.
    with: &'static [Set],
    /// It has none of these.
    without: Set,
}

const fn none(subject: S, of: W, with: &'static [Set], without: &[W]) -> Denied {
    Denied { subject, of, with, without: Set::of(without) }
}

const RECEIVES: &[Set] = &[Set::of(&[W::Receive, W::Without, W::Deny])];
const MAKES: &[Set] = &[Set::of(&[W::Make, W::Post])];
const COLLECTS: &[Set] = &[Set::of(&[W::Act, W::Collect, W::Amount, W::About, W::Verb])];
const OF_LAST_YEAR: &[Set] = &[Set::of(&[W::LastYear])];

const DENIALS: &[Denied] = &[
    none(
        S::Received,
        W::Request,
        RECEIVES,
        &[W::Recon, W::Suit, W::Not, W::Lost, W::Answer, W::Carry, W::Amount, W::Fee, W::Time, W::Outcome, W::Narrow],
    ),
    none(S::Reconsiderations, W::Recon, &[], &[W::Lost, W::Withdrawn, W::Ruling]),
    none(S::Suits, W::Suit, &[], &[W::Lost, W::Withdrawn, W::Ruling]),
    none(S::FeeCollected, W::Fee, COLLECTS, &[W::Notice, W::Reduced]),
    none(S::FeeNotices, W::Notice, &[], &[W::Time, W::Outcome]),
    none(S::CarriedIn, W::Carry, OF_LAST_YEAR, &[W::NextYear]),
    none(S::CarriedOver, W::NextYear, &[Set::of(&[W::Carry])], &[W::LastYear]),
    none(S::HeldAccountable, W::Blame, &[], &[]),
    none(S::DeputiesProposals, W::Deputy, &[], &[W::Time]),
    none(S::ConsultativeProposals, W::Consult, &[], &[W::Time]),
    none(S::NormativeDocumentsIssued, W::Norm, MAKES, &[W::Repeal, W::Documents, W::Kinds]),
    none(S::RulesIssued, W::Rules, MAKES, &[W::Repeal, W::Documents]),
];

/// Words that say something without digits.
pub(crate) const BEGINS: Set = Set::of(&[W::Deny, W::Without, W::Time, W::Ruling, W::Lost]);

/// The most words from a denial to what it denies.
const FARTHEST: usize = 24;

struct Said {
    subject: S,
    measure: Measure,
    value: u32,
    tokens: Range<usize>,
}

/// Adds what the sentence says in words, unless it says so with digits.
pub(crate) fn read(w: &mut Within<'_>, figures: &mut Vec<Figure>) {
    let mut said = Vec::new();
    let mut is_quoted = false;
    // The last forum named, whether a number was said of it, and whether it was denied.
    let mut forum = None;
    for (at, token) in w.tokens.iter().enumerate() {
        is_quoted = token.word == W::Open || is_quoted && token.word != W::Close;
        if is_quoted {
            continue;
        }
        if token.is(W::Recon) && !token.is(W::Route) {
            forum = Some(S::Reconsiderations);
        } else if token.is(W::Route) {
            // Those of a route are not all.
            forum = None;
        } else if token.is(W::Suit) {
            forum = Some(S::Suits);
        }
        if let Some(subject) = token.subject.filter(|_| token.word == W::Lost) {
            said.push(Said { subject, measure: Measure::Count, value: 0, tokens: at..at + 1 });
        }
        if matches!(token.subject, Some(S::OnTime | S::ReconsiderationsUpheld)) {
            said.extend(w.verdict(at, forum));
        }
        if token.is_any(Set::of(&[W::Deny, W::Without])) {
            w.denials(at, &mut said);
        }
    }
    for said in said {
        let chars = w.tokens[said.tokens.start].start..w.tokens[said.tokens.end - 1].end;
        if w.speakers.is_other(chars.start) || w.known.seen.contains(&(said.subject, said.measure)) {
            continue;
        }
        w.known.seen.push((said.subject, said.measure));
        let is_count = said.measure == Measure::Count && said.subject != S::FeeCollected;
        figures.push(Figure {
            subject: said.subject,
            measure: said.measure,
            value: Decimal::from(said.value),
            unit: is_count.then_some(Unit::Document),
            name: None,
            whole: None,
            is_approximate: false,
            confidence: Confidence::InWords,
            span: w.stream.span(chars, w.place),
            sentence: w.sentence.clone(),
        });
    }
}

impl Within<'_> {
    /// 均按时办结, 均获维持, 均胜诉: all of them.
    fn verdict(&self, at: usize, forum: Option<S>) -> Option<Said> {
        let token = &self.tokens[at];
        let before = since(&self.tokens[..at], 2, |token| token.ends_clause() || token.word == W::Number);
        let all = before.iter().position(|token| token.is(W::All)).map(|all| at - before.len() + all)?;
        let done =
            self.tokens[at + 1..].iter().take_while(|next| next.is_any(Set::of(&[W::Answer, W::Handle]))).count();
        let end = at + 1 + done;
        let of_number = self.tokens.get(end).is_some_and(|next| next.word == W::Number);
        let subject = match (token.subject, forum) {
            (Some(S::OnTime), _) if done > 0 && self.known.topic == Topic::Requests => S::OnTime,
            (Some(S::ReconsiderationsUpheld), Some(S::Suits)) => S::SuitsUpheld,
            (Some(S::ReconsiderationsUpheld), Some(S::Reconsiderations)) => S::ReconsiderationsUpheld,
            _ => return None,
        };
        (!of_number).then_some(Said { subject, measure: Measure::Share, value: 100, tokens: all..end })
    }

    /// What a denial denies, each with the words from the denial to it.
    fn denials(&self, at: usize, said: &mut Vec<Said>) {
        let body = clause_from(self.tokens, at, FARTHEST);
        let all = set(body);
        let before = since(&self.tokens[..at], FARTHEST, Token::ends_clause);
        if set(before).has(W::LastYear) || self.is_doubtful(before, body) {
            return;
        }
        let mut say = |subject, end: usize| {
            said.push(Said { subject, measure: Measure::Count, value: 0, tokens: at..at + end + 1 });
        };
        for denied in DENIALS {
            let fits =
                all.has(denied.of) && denied.with.iter().all(|set| all.meets(*set)) && !all.meets(denied.without);
            if fits && let Some(end) = body.iter().rposition(|token| token.is(denied.of)) {
                say(denied.subject, end);
            }
        }
    }

    /// Whether the denial is part of a condition, of others, or of some only.
    fn is_doubtful(&self, before: &[Token], body: &[Token]) -> bool {
        const ENDS: &[&str] = &["单位", "部门", "人员", "之日"];
        let ends = before.last().is_some_and(|last| self.ends_with(last.end, &["如", "若", "对", "因", "凡"]));
        ends || before.iter().any(|token| token.is(W::Bar) || token.is(W::Not) || token.is(W::Doubt))
            || body.last().is_some_and(|last| self.ends_with(last.end, ENDS))
            || body.iter().any(|token| self.stream.chars[token.start].1.is_ascii_digit())
    }
}
