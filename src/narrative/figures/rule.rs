//! The ways of naming what a number counts, as rows. The first that fits counts.

#[allow(clippy::enum_glob_use, reason = "a table of subjects reads like a list of them")]
use crate::narrative::Subject::{self, *};
use crate::narrative::figures::label::Label;
use crate::narrative::words::word::{Set, Word as W};

/// A way of naming: its head is the word right before the number, or before the words of `behind`.
pub(crate) struct Rule {
    /// What it names; `None`: what the row of its head in the lexicon names.
    pub(crate) subject: Option<Subject>,
    pub(crate) head: Set,
    /// Words that may stand between its head and the number.
    behind: Set,
    /// Of each set the label has a word.
    with: &'static [Set],
    /// The label has none of these.
    without: Set,
    pub(crate) units: &'static [&'static str],
    pub(crate) needs: Needs,
}

/// What must have been spoken of before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing: the words are enough.
    Nothing,
    Requests,
    /// Requests, and no number of something else earlier in the sentence: 受理信访412件，办结405件.
    RequestsStill,
    /// Requests just counted, whose results are listed: 其中公开3件.
    ResultOfRequests,
    /// Requests, and other results right behind: 公开3件，部分公开2件.
    ResultsNext,
    /// Requests, or the list of their channels.
    Channel,
    Applicant,
    /// Requests, in the word before: 依申请公开受理8件.
    RequestRightBefore,
    /// All requests of the year just counted, or those carried in.
    HandledBefore,
    /// The information-processing fee.
    Fee,
    /// The fee, and notices of it just before.
    NoticesBefore,
    /// That documents of the kind were just counted.
    DocumentsBefore(W),
    /// That decisions were just counted.
    DecisionsBefore,
    /// That requests were named a little before, and nothing else since: 依申请公开：受理5件.
    RequestsNamed,
    /// Requests carried in, just counted.
    CarriedInBefore,
    /// One of these, just counted.
    After(&'static [Subject]),
    /// That the label has no other word: 主动公开8条，依申请公开3件.
    NothingElse,
    /// That the label has no other word than the body's name, and that no list is opened.
    Alone,
}

pub(crate) const CASES: &[&str] = &["件", "起", "宗", "例", "份", "条", "项", "个", "次", "件次", ""];
pub(crate) const REPLIES_IN: &[&str] = &["件", "起", "宗", "例", "份", "次", "件次", "条", ""];
pub(crate) const ITEMS: &[&str] = &["条", "件", "项", "篇", "则", "份", "个", "次", "条次", ""];
/// 条 may be information that was disclosed on request.
const ALONE: &[&str] = &["件", "起", "宗", "例", "次", "件次"];
const DOCUMENTS: &[&str] = &["件", "个", "份", "部", "项"];
const MONEY: &[&str] = &["元", "万元", "亿元"];
const NOTICES: &[&str] = &["件", "份", "次", "个", "起"];
const PEOPLE: &[&str] = &["人", "人次", "起", "件", "次", "例", "名"];

/// What is no request for information though it is asked for or answered, too.
const ELSEWHERE: Set = Set::of(&[W::Recon, W::Suit, W::Elsewhere, W::Deputy, W::Consult]);
const REQUEST_ENDS: Set = Set::of(&[W::Info, W::Apply, W::Tail]);
const NOT_ALL_ANSWERED: Set = ELSEWHERE.and(Set::of(&[
    W::Receive,
    W::Time,
    W::Without,
    W::Narrow,
    W::NoOutcome,
    W::Channel,
    W::Withdrawn,
    W::Outcome,
    W::Each,
    W::Share,
]));
/// What stands between 按时 and its number.
const TIMED: Set = REQUEST_ENDS.and(Set::of(&[W::Request, W::Answer, W::Handle]));
const NOT_ALL_HANDLED: Set = ELSEWHERE.and(Set::of(&[W::Carry, W::Without, W::Narrow, W::Receive, W::Outcome]));
const NOT_ALL_RECEIVED: Set = ELSEWHERE.and(Set::of(&[
    W::Answer,
    W::Withdrawn,
    W::Not,
    W::Narrow,
    W::Outcome,
    W::Time,
    W::NoOutcome,
    W::Without,
]));
const CHANNEL_ENDS: Set = Set::of(&[W::Apply, W::Submit, W::Receive, W::Request, W::Info, W::Tail, W::Disclose]);
const NO_CHANNEL: Set = ELSEWHERE.and(Set::of(&[W::Post, W::Proactive]));
const DECIDED_IN: Set = Set::of(&[W::Tail, W::Decide]);
const NO_DECISION: Set =
    Set::of(&[W::Disclose, W::Post, W::Not, W::Proactive, W::Info, W::Narrow, W::Reduced, W::Documents]);
/// An organ that decides disputes counts those of others.
const OF_OTHERS: Set = Set::of(&[
    W::Defendant,
    W::Elsewhere,
    W::Decides,
    W::Handle,
    W::Answer,
    W::Accept,
    W::About,
    W::LastYear,
    W::Carry,
]);

const fn rule(subject: Subject, head: &[W]) -> Rule {
    Rule {
        subject: Some(subject),
        head: Set::of(head),
        behind: Set::NONE,
        with: &[],
        without: Set::NONE,
        units: CASES,
        needs: Needs::Nothing,
    }
}

/// The subject is what the row of the head in the lexicon names.
const fn named_by(head: &[W]) -> Rule {
    Rule { subject: None, ..rule(Received, head) }
}

impl Rule {
    const fn behind(mut self, behind: Set) -> Self {
        self.behind = behind;
        self
    }

    const fn with(mut self, with: &'static [Set]) -> Self {
        self.with = with;
        self
    }

    const fn without(mut self, without: Set) -> Self {
        self.without = without;
        self
    }

    const fn units(mut self, units: &'static [&'static str]) -> Self {
        self.units = units;
        self
    }

    const fn needs(mut self, needs: Needs) -> Self {
        self.needs = needs;
        self
    }

    /// Where in the core of a label its head stands, if the label fits.
    pub(crate) fn fits(&self, label: &Label<'_>, unit: Option<&str>) -> Option<usize> {
        if !label.any(self.head) {
            return None;
        }
        let head = label.past(self.behind.without(self.head));
        let fits = label.core(head).is_some_and(|token| token.is_any(self.head))
            && unit.is_none_or(|unit| self.units.contains(&unit))
            && self.with.iter().all(|set| label.any(*set))
            && !label.any(self.without)
            && !label.is_joined(head);
        fits.then_some(head)
    }
}

const fn asked(head: &[W], needs: Needs) -> Rule {
    named_by(head).behind(CHANNEL_ENDS).without(NO_CHANNEL).needs(needs)
}

const fn document(subject: Subject, kind: W, with: &'static [Set], without: Set) -> Rule {
    rule(subject, &[kind]).units(DOCUMENTS).with(with).without(without.and(Set::of(&[W::Documents])))
}

const fn document_before(subject: Subject, act: W, kind: W) -> Rule {
    rule(subject, &[act]).units(DOCUMENTS).needs(Needs::DocumentsBefore(kind))
}

const fn fee(subject: Subject, head: &[W]) -> Rule {
    rule(subject, head).behind(Set::of(&[W::Amount])).units(MONEY)
}

const ANSWERS: &[Set] = &[Set::of(&[W::Answer])];
const HANDLES: &[Set] = &[Set::of(&[W::Handle])];
const RECEIVES: &[Set] = &[Set::of(&[W::Receive])];
const APPLIES: &[Set] = &[Set::of(&[W::Apply])];
const REQUESTS: &[Set] = &[Set::of(&[W::Request])];
const MAKES: &[Set] = &[Set::of(&[W::Make])];
const NORMS: &[Set] = &[Set::of(&[W::Norm])];
const REPEALS: &[Set] = &[Set::of(&[W::Repeal])];
const IN_FORCE: &[Set] = &[Set::of(&[W::Valid])];
const DECIDES: &[Set] = &[Set::of(&[W::Decide])];
const COLLECTS: &[Set] = &[Set::of(&[W::Collect])];
const NOTIFIES: &[Set] = &[Set::of(&[W::Notify, W::Notice])];
const ACTS: &[Set] = &[Set::of(&[W::Handle, W::Receive, W::Answer, W::Disclose])];
const TOTALS: &[Set] = &[Set::of(&[W::Total])];
const NO_TOTAL: Set = NOT_ALL_RECEIVED.and(Set::of(&[W::Handle, W::Carry]));
const OPENED: &[Set] = &[Set::of(&[W::Some])];
const NO_MAKING: Set = Set::of(&[W::Kinds, W::Narrow, W::Repeal]);
const NO_REPEAL: Set = Set::of(&[W::Make]);
/// What 结转3件 follows where it says what was carried over.
const BEFORE_CARRIED: &[Subject] =
    &[Processed, OnTime, Extended, Granted, PartiallyGranted, Denied, UnableToProvide, NotProcessed, OtherHandling];
const NO_FORCE: Set = Set::of(&[W::Repeal]);
/// What makes a kind of document, listed behind another, one of another act.
const NO_LISTED: Set = Set::of(&[W::Make, W::Repeal, W::Valid, W::Kinds, W::Narrow, W::Documents]);

pub(crate) const RULES: &[Rule] = &[
    // Results of requests, and time. Outcomes are told by `Within::outcome`.
    rule(Granted, &[W::Disclose]).units(REPLIES_IN).needs(Needs::ResultOfRequests),
    named_by(&[W::Time]).behind(TIMED).needs(Needs::Requests),
    // Who asked and how.
    rule(Granted, &[W::Disclose]).units(REPLIES_IN).needs(Needs::ResultsNext),
    asked(&[W::Channel, W::Site, W::OtherWay], Needs::Channel),
    asked(&[W::Person, W::Org], Needs::Applicant),
    // Requests in all.
    rule(Processed, &[W::Request]).behind(REQUEST_ENDS).with(ANSWERS).without(NOT_ALL_ANSWERED),
    rule(Processed, &[W::Answer]).behind(REQUEST_ENDS).with(APPLIES).without(NOT_ALL_ANSWERED),
    rule(Processed, &[W::Answer]).without(NOT_ALL_ANSWERED).needs(Needs::RequestsStill),
    rule(Handled, &[W::Request]).behind(REQUEST_ENDS).with(HANDLES).without(NOT_ALL_HANDLED),
    rule(Handled, &[W::Handle]).behind(REQUEST_ENDS).with(APPLIES).without(NOT_ALL_HANDLED).needs(Needs::RequestsStill),
    rule(Received, &[W::Request]).behind(REQUEST_ENDS).with(RECEIVES).without(NOT_ALL_RECEIVED),
    rule(Received, &[W::Receive]).behind(REQUEST_ENDS).with(APPLIES).without(NOT_ALL_RECEIVED),
    rule(Received, &[W::Receive]).with(REQUESTS).without(NOT_ALL_RECEIVED).needs(Needs::RequestRightBefore),
    rule(Received, &[W::Receive]).without(NOT_ALL_RECEIVED).needs(Needs::HandledBefore),
    rule(Received, &[W::Receive]).without(NOT_ALL_RECEIVED).needs(Needs::RequestsNamed),
    rule(Received, &[W::Request]).behind(Set::of(&[W::Info])).without(NOT_ALL_RECEIVED).needs(Needs::NothingElse),
    rule(Received, &[W::Request]).behind(REQUEST_ENDS).with(TOTALS).without(NO_TOTAL).needs(Needs::Alone),
    rule(Received, &[W::Request]).without(NO_TOTAL).units(ALONE).needs(Needs::Alone),
    rule(Handled, &[W::Handle]).without(NOT_ALL_HANDLED).needs(Needs::CarriedInBefore),
    rule(CarriedOver, &[W::Carry]).without(Set::of(&[W::LastYear, W::NextYear])).needs(Needs::After(BEFORE_CARRIED)),
    // Disputes. Rulings are told by `Within::ruling`.
    named_by(&[W::Route]).behind(Set::of(&[W::Tail, W::Apply, W::Suit])),
    rule(Suits, &[W::Suit]).behind(Set::of(&[W::Tail, W::Apply])).without(OF_OTHERS.and(Set::of(&[W::Route]))),
    rule(Reconsiderations, &[W::Recon])
        .behind(Set::of(&[W::Tail, W::Apply]))
        .without(OF_OTHERS.and(Set::of(&[W::Route]))),
    // Documents and decisions.
    document(NormativeDocumentsIssued, W::Norm, MAKES, NO_MAKING),
    document(NormativeDocumentsRepealed, W::Norm, REPEALS, NO_REPEAL),
    document(NormativeDocumentsInForce, W::Norm, IN_FORCE, NO_FORCE),
    document(RulesIssued, W::Rules, MAKES, NO_MAKING),
    document(RulesRepealed, W::Rules, REPEALS, NO_REPEAL),
    document(RulesInForce, W::Rules, IN_FORCE, NO_FORCE),
    // 规范性文件制发3件.
    rule(NormativeDocumentsIssued, &[W::Make])
        .units(DOCUMENTS)
        .with(NORMS)
        .without(NO_LISTED.without(Set::of(&[W::Make]))),
    document_before(NormativeDocumentsRepealed, W::Repeal, W::Norm),
    document_before(NormativeDocumentsInForce, W::Valid, W::Norm),
    document_before(RulesRepealed, W::Repeal, W::Rules),
    document_before(RulesInForce, W::Valid, W::Rules),
    rule(NormativeDocumentsIssued, &[W::Norm]).units(DOCUMENTS).without(NO_LISTED).needs(Needs::After(&[RulesIssued])),
    rule(NormativeDocumentsRepealed, &[W::Norm])
        .units(DOCUMENTS)
        .without(NO_LISTED)
        .needs(Needs::After(&[RulesRepealed])),
    rule(NormativeDocumentsInForce, &[W::Norm])
        .units(DOCUMENTS)
        .without(NO_LISTED)
        .needs(Needs::After(&[RulesInForce])),
    named_by(&[W::Power]).behind(DECIDED_IN).with(DECIDES).without(NO_DECISION),
    named_by(&[W::Power]).behind(DECIDED_IN).without(NO_DECISION).needs(Needs::DecisionsBefore),
    // Money.
    fee(AdministrativeFees, &[W::AdminFee]),
    fee(FeeCollected, &[W::Collect]).needs(Needs::Fee),
    fee(FeeNotified, &[W::Notify]).needs(Needs::Fee),
    fee(FeeCollected, &[W::Fee]).behind(Set::of(&[W::Amount, W::Act, W::Collect])).with(COLLECTS),
    fee(FeeNotified, &[W::Fee]).with(NOTIFIES),
    fee(FeeCollected, &[W::Fee]).behind(Set::of(&[W::Amount, W::Act])).without(Set::of(&[
        W::Notice,
        W::Some,
        W::Reduced,
    ])),
    rule(FeeNotified, &[W::Amount]).units(MONEY).needs(Needs::NoticesBefore),
    rule(FeeNotices, &[W::Notice]).units(NOTICES),
    // Results and proposals.
    rule(HeldAccountable, &[W::Blame]).units(PEOPLE),
    rule(DeputiesProposals, &[W::Deputy]).with(ACTS),
    rule(DeputiesProposals, &[W::Deputy]).with(OPENED),
    rule(DeputiesProposals, &[W::Deputy]).needs(Needs::After(&[DeputiesProposals, ConsultativeProposals])),
    rule(ConsultativeProposals, &[W::Consult]),
];
