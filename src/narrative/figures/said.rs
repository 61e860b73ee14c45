//! Reads statements without digits: that there were none, or that something holds of all.

use std::ops::Range;

use crate::form::Unit;
use crate::narrative::Subject as S;
use crate::narrative::figure::{Confidence, Figure, Measure};
use crate::narrative::figures::label::{clause_from, joins, set, since};
use crate::narrative::figures::time;
use crate::narrative::figures::within::Within;
use crate::narrative::words::lex::Token;
use crate::narrative::words::list::words;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::Decimal;

/// What is denied, by words that stand behind the denial in its clause.
struct Denied {
    subject: S,
    /// The word that is denied; what it says ends with it.
    of: W,
    /// Of each set the clause has a word.
    with: &'static [Set],
    /// The words that may stand around it besides those that narrow nothing; any other denies a part only.
    among: Set,
}

const fn none(subject: S, of: W, with: &'static [Set], among: Set) -> Denied {
    Denied { subject, of, with, among }
}

const RECEIVES: &[Set] = &[Set::of(&[W::Receive, W::Without, W::Deny])];
const MAKES: &[Set] = &[Set::of(&[W::Make, W::Post])];
const COLLECTS: &[Set] = &[Set::of(&[W::Act, W::Collect, W::Amount, W::About, W::Verb])];
const OF_LAST_YEAR: &[Set] = &[Set::of(&[W::LastYear])];

/// Requests, and who makes them.
const REQUESTS: Set = Set::of(&[W::Request, W::Apply, W::Receive, W::Submit, W::Person, W::Org, W::Citizen, W::New]);
/// Disputes, what they are about, and what is denied in one breath with them. Where there are no new ones, there may be old ones.
const DISPUTES: Set = REQUESTS
    .and(Set::of(&[W::Recon, W::Suit, W::Passive, W::Trouble, W::Answer, W::Handle, W::About, W::Elsewhere]))
    .without(Set::of(&[W::New]));
const FEES: Set = Set::of(&[
    W::Fee,
    W::Notice,
    W::Act,
    W::Collect,
    W::Notify,
    W::Amount,
    W::About,
    W::Post,
    W::Request,
    W::Apply,
    W::Answer,
    W::Handle,
]);
const CARRIED: Set = REQUESTS.and(Set::of(&[W::Carry, W::LastYear, W::NextYear, W::Handle]));
const DOCUMENTS: Set = Set::of(&[W::Norm, W::Rules, W::Make, W::Post]);
const PROPOSALS: Set = Set::of(&[W::Deputy, W::Consult, W::Handle, W::Receive, W::Answer, W::Elsewhere]);
/// Whatever is denied of them, there were none.
const ANYTHING: Set = Set::NONE.complement();

/// What narrows no denial, before what is denied or behind it.
const NEUTRAL: Set = Set::of(&[
    W::Plain,
    W::Fill,
    W::All,
    W::Join,
    W::Pause,
    W::Own,
    W::OwnYear,
    W::Info,
    W::Disclose,
    W::Link,
    W::Lead,
    W::Tail,
    W::Open,
    W::Close,
    W::BarEnd,
]);
/// What narrows none before the denial: whose it is, when it was, and that it is of requests.
const NEUTRAL_BEFORE: Set = NEUTRAL.and(Set::of(&[
    W::Year,
    W::AsOf,
    W::Month,
    W::Day,
    W::EndOfYear,
    W::Range,
    W::OtherTime,
    W::Request,
    W::Apply,
    W::Receive,
    W::Answer,
    W::Handle,
    W::Passive,
    W::By,
    W::Trouble,
    W::Verb,
    W::Deputy,
    W::Consult,
]));
/// What would narrow a denial, whatever else it is.
const NARROWS: Set = Set::of(&[
    W::Narrow,
    W::Parts,
    W::Outcome,
    W::Time,
    W::Rest,
    W::Channel,
    W::Net,
    W::Withdrawn,
    W::Ruling,
    W::Route,
    W::Reduced,
    W::Repeal,
    W::Documents,
    W::NoOutcome,
    W::Not,
    W::Some,
    W::Include,
    W::New,
]);

const DENIALS: &[Denied] = &[
    none(S::Received, W::Request, RECEIVES, REQUESTS),
    none(S::Reconsiderations, W::Recon, &[], DISPUTES),
    none(S::Suits, W::Suit, &[], DISPUTES),
    none(S::SuitsAfterReconsideration, W::Route, &[], DISPUTES.and(Set::of(&[W::Route]))),
    none(S::DirectSuits, W::Route, &[], DISPUTES.and(Set::of(&[W::Route]))),
    none(S::FeeCollected, W::Fee, COLLECTS, FEES),
    none(S::FeeNotices, W::Notice, &[], FEES),
    none(S::CarriedIn, W::Carry, OF_LAST_YEAR, CARRIED),
    none(S::CarriedOver, W::NextYear, &[Set::of(&[W::Carry])], CARRIED),
    none(S::HeldAccountable, W::Blame, &[], ANYTHING),
    none(S::DeputiesProposals, W::Deputy, &[], PROPOSALS),
    none(S::ConsultativeProposals, W::Consult, &[], PROPOSALS),
    none(S::NormativeDocumentsIssued, W::Norm, MAKES, DOCUMENTS),
    none(S::RulesIssued, W::Rules, MAKES, DOCUMENTS),
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
        if token.is_any(Set::of(&[W::Recon, W::Suit]))
            && w.is_part_of_disputes(since(&w.tokens[..at], FARTHEST, Token::ends_clause))
        {
            forum = None;
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
        // 1件被纠正，其余均维持.
        let clause = since(&self.tokens[..at], FARTHEST, Token::ends_clause);
        let begins = |token: &Token| self.stream.chars[token.start].1 == '除';
        if clause.iter().any(|token| token.is(W::Rest) || begins(token)) || self.excepts(at - clause.len()) {
            return None;
        }
        let done =
            self.tokens[at + 1..].iter().take_while(|next| next.is_any(Set::of(&[W::Answer, W::Handle]))).count();
        let end = at + 1 + done;
        let of_number = self.tokens.get(end).is_some_and(|next| next.word == W::Number);
        let subject = match (token.subject, forum) {
            (Some(S::OnTime), _) if done > 0 && self.follows_requests(at) => S::OnTime,
            (Some(S::ReconsiderationsUpheld), Some(S::Suits)) => S::SuitsUpheld,
            (Some(S::ReconsiderationsUpheld), Some(S::Reconsiderations)) => S::ReconsiderationsUpheld,
            _ => return None,
        };
        (!of_number).then_some(Said { subject, measure: Measure::Share, value: 100, tokens: all..end })
    }

    /// What a denial denies, each with the words from the denial to it.
    fn denials(&self, at: usize, said: &mut Vec<Said>) {
        let body = clause_from(self.tokens, at, FARTHEST);
        let before = since(&self.tokens[..at], FARTHEST, Token::ends_clause);
        if self.is_of_some(at, before) || self.is_doubtful(before, body) {
            return;
        }
        let all = set(body);
        for denied in DENIALS {
            let is_it = |token: &Token| {
                // A route is that which its word names.
                token.is(denied.of) && (denied.of != W::Route || token.subject == Some(denied.subject))
            };
            let fits = all.has(denied.of) && denied.with.iter().all(|set| all.meets(*set));
            let Some(end) = body.iter().rposition(is_it).filter(|_| fits) else { continue };
            // 未发生行政诉讼，上年度发生的1件已结案: there was none besides.
            if denied.subject.is_of_disputes() && self.tokens.iter().any(|token| token.is(W::LastYear)) {
                continue;
            }
            if denied.among == ANYTHING || denies_all(body, denied.among) {
                said.push(Said {
                    subject: denied.subject,
                    measure: Measure::Count,
                    value: 0,
                    tokens: at..at + end + 1,
                });
            }
        }
    }

    /// Whether the words before a denial say that it is of a part only: of another time, of one channel, of some of the bodies, of all
    /// but one. Words that nobody knows may say so.
    fn is_of_some(&self, at: usize, before: &[Token]) -> bool {
        let (all, start) = (set(before), at - before.len());
        if time::is_other(before, all, self.stream, self.titled) {
            return true;
        }
        let named = self.own_name(before);
        // 2.依申请公开未…: the number of a paragraph.
        let counts = |token: &Token| {
            let mut chars = self.stream.chars[token.start..token.end].iter();
            token.start == 0 && chars.all(|&(_, c)| c.is_ascii_digit() || matches!(c, '.' | '．'))
        };
        let is_neutral = |token: &Token| token.is_any(NEUTRAL_BEFORE) && !token.is_any(NARROWS) || counts(token);
        let is_part = !before[named..].iter().all(is_neutral);
        is_part || self.excepts(start)
    }

    /// Whether the clause before the one that begins at a token excepts something: 除行政复议1件外，未发生…….
    fn excepts(&self, start: usize) -> bool {
        let clause = start.checked_sub(1).map(|mark| since(&self.tokens[..mark], FARTHEST, Token::ends_clause));
        let ends = clause.and_then(|clause| clause.first().zip(clause.last()));
        ends.is_some_and(|(first, last)| self.stream.chars[first.start].1 == '除' && self.ends_with(last.end, &["外"]))
    }

    /// How many words a clause begins with that are the name of the report's body, as the text shortens it.
    pub(crate) fn own_name(&self, clause: &[Token]) -> usize {
        const BEFORE: Set =
            Set::of(&[W::Year, W::OwnYear, W::Month, W::Day, W::AsOf, W::EndOfYear, W::Fill, W::Join, W::By]);
        const ENDS: &[&str] =
            words!("局 厅 委 办 府 处 院 校 中心 街道 镇 乡 会 所 站 馆 队 区 县 市 省 州 盟 旗 公司 集团");
        let is_of_name = |token: &&Token| matches!(token.word, W::Gap | W::Various) && !token.is(W::Plain);
        let start = clause.iter().take_while(|token| token.is_any(BEFORE)).count();
        let count = start + clause[start..].iter().take_while(is_of_name).count();
        let Some(last) = count.checked_sub(1).filter(|_| count > start).map(|last| &clause[last]) else { return 0 };
        // 政府行政复议6件, in the report of a government.
        let is_government = last.end - clause[start].start == 2 && self.ends_with(last.end, &["政府"]);
        let is_own =
            is_government || self.speakers.names_own(clause[0].start..last.end) && self.ends_with(last.end, ENDS);
        if is_own { count } else { 0 }
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

/// Whether a denial and what follows it deny all of something: each word is among those, or narrows nothing.
fn denies_all(body: &[Token], among: Set) -> bool {
    let all = set(body);
    // 未收到法人的申请: those of one kind of applicants; 公民、法人和其他组织 are everybody.
    if all.has(W::Person) != all.has(W::Org) {
        return false;
    }
    let is_denial = |token: &Token| token.is_any(Set::of(&[W::Deny, W::Without]));
    let is_neutral = |(at, token): (usize, &Token)| {
        // 无行政复议、无行政诉讼, but not 无未答复的申请.
        let denies_again = is_denial(token) && (at == 0 || joins(&body[at - 1]));
        // 无一例.
        let is_one = token.word == W::Number && body[at - 1..].first().is_some_and(is_denial);
        let is_complaint = token.subject == Some(S::PetitionOrComplaint) && among.has(W::Trouble);
        let is_among = token.is_any(among) && (among.has(W::New) || !token.is(W::New))
            || token.is_any(NEUTRAL) && !token.is_any(NARROWS);
        denies_again || is_one || is_complaint || is_among
    };
    body.iter().enumerate().all(is_neutral)
}
