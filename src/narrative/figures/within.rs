//! Names what a number counts, from its label and from what the sentence has said so far.

use crate::narrative::words::list::words;
use std::ops::Range;

use crate::narrative::Subject as S;
use crate::narrative::figure::{Confidence, Measure};
use crate::narrative::figures::label::{self, Label, joins};
use crate::narrative::figures::rule::{CASES, Needs, REPLIES_IN, RULES};
use crate::narrative::passages::speaker::Speakers;
use crate::narrative::passages::stream::Stream;
use crate::narrative::subject::{BY_CHANNEL, RECONSIDERATIONS, SUITS};
use crate::narrative::words::lex::Token;
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::Decimal;

/// The topic that carries over from sentence to sentence.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Topic {
    #[default]
    None,
    Requests,
    Fee,
    Elsewhere,
}

/// What a sentence speaks of receiving and handling.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Chain {
    #[default]
    Unknown,
    Requests,
    Others,
}

/// What the numbers behind a whole are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Listing {
    #[default]
    Nothing,
    Kinds,
    Ways,
}

/// Disputes of one forum that a sentence has named.
#[derive(Clone, Copy)]
pub(crate) struct Forum {
    of: S,
    /// Whether there are none.
    pub(crate) is_empty: bool,
    /// Whether a ruling of it was counted.
    pub(crate) is_ruled: bool,
}

/// What the sentence has said so far.
#[derive(Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what was said is so or is not")]
pub(crate) struct Known {
    pub(crate) topic: Topic,
    pub(crate) chain: Chain,
    /// Whether the sentence names requests anywhere.
    pub(crate) names_requests: bool,
    pub(crate) is_topic_heard: bool,
    /// Whether the topic that was heard still holds. Behind a semicolon, a number of something else ends it.
    pub(crate) is_topic_still: bool,
    /// Whether the clauses since the last semicolon name a topic.
    pub(crate) is_named_here: bool,
    /// Whether the words stand in a bracket behind a part of the requests: what it counts is of that part.
    pub(crate) is_in_part: bool,
    /// Whether the topic was named in the sentence or the one before.
    pub(crate) is_topic_near: bool,
    pub(crate) seen: Vec<(S, Measure)>,
    /// The subject of the last number; `None` if it was not read.
    pub(crate) last: Option<S>,
    /// How many numbers there were of this year and body.
    pub(crate) count: usize,
    /// Whether the last number was not read, whosever it is.
    pub(crate) is_unread: bool,
    /// Whether the sentence speaks of applying or of who does.
    pub(crate) asks: bool,
    pub(crate) is_other_year: bool,
    pub(crate) may_be_cumulative: bool,
    /// Whether the body decides disputes between others.
    pub(crate) decides: bool,
    pub(crate) forums: Vec<Forum>,
    /// Whether the disputes named last are of one kind or instance only.
    pub(crate) is_of_some_disputes: bool,
    /// Whether suits of one route were counted; their rulings may follow.
    pub(crate) is_of_a_route: bool,
    /// The forum of the rulings that follow.
    pub(crate) focus: Option<S>,
    /// 规范性文件 or 规章, whichever was named last.
    pub(crate) documents: Option<W>,
    /// Whether 其中 or 包括 was said.
    pub(crate) is_listing: bool,
    /// The whole that a list may divide.
    pub(crate) whole: Option<S>,
    pub(crate) listing: Listing,
    /// The whole less the kinds read so far.
    pub(crate) left: Option<Decimal>,
    /// Whether a number counted a way of disclosure.
    pub(crate) has_ways: bool,
    /// Whether the next sentence begins with 其中.
    pub(crate) is_split_next: bool,
    /// The activity counted last; its parts may follow.
    pub(crate) activity: Option<S>,
    /// Whether the sentence so far is of a part of the year: 上半年收到申请5件，行政复议2件.
    pub(crate) is_other_time: bool,
    /// Whether requests were counted that are none of the report's; their results may follow.
    pub(crate) is_of_barred: bool,
    /// Whether the list divides a whole that was not read.
    pub(crate) is_of_unknown: bool,
    /// The words of the clauses without numbers in front of this one.
    pub(crate) lead: Set,
}

/// A sentence without its brackets, or a bracket.
pub(crate) struct Within<'a> {
    pub(crate) stream: &'a Stream,
    pub(crate) tokens: &'a [Token],
    pub(crate) numbers: &'a [Number],
    /// Where the sentence begins in the source.
    pub(crate) place: usize,
    pub(crate) sentence: Range<usize>,
    pub(crate) speakers: Speakers,
    pub(crate) year: Option<i64>,
    /// The year, if the title says it.
    pub(crate) titled: Option<i64>,
    /// Results in brackets, each with the character behind it: 不予公开（属于国家秘密）1件.
    pub(crate) glosses: Vec<(usize, S)>,
    pub(crate) known: Known,
}

/// The meaning found for a number.
pub(crate) struct Found {
    pub(crate) subject: S,
    pub(crate) measure: Measure,
    pub(crate) whole: Option<S>,
    pub(crate) name: Option<String>,
    pub(crate) confidence: Confidence,
    pub(crate) is_fall: bool,
}

impl Found {
    pub(crate) fn named(subject: S, label: &Label<'_>) -> Self {
        let confidence = if label.is_from_before { Confidence::FromContext } else { Confidence::Named };
        Self { subject, measure: Measure::Count, whole: None, name: None, confidence, is_fall: false }
    }

    pub(crate) fn by_context(subject: S) -> Self {
        Self {
            subject,
            measure: Measure::Count,
            whole: None,
            name: None,
            confidence: Confidence::FromContext,
            is_fall: false,
        }
    }
}

/// What is received and handled besides requests.
pub(crate) const OTHERS: Set = Set::of(&[
    W::Recon,
    W::Suit,
    W::Elsewhere,
    W::Deputy,
    W::Consult,
    W::Power,
    W::AdminFee,
    W::Trouble,
    W::Norm,
    W::Rules,
]);
/// The ways of disclosure.
pub(crate) const WAYS: [(W, S); 6] = [
    (W::Gazette, S::DisclosedByGazette),
    (W::Wechat, S::DisclosedByWechat),
    (W::Weibo, S::DisclosedByWeibo),
    (W::NewMedia, S::DisclosedByNewMedia),
    (W::Site, S::DisclosedByWebsite),
    (W::OtherWay, S::DisclosedByOtherWays),
];
pub(crate) const DISCLOSES: Set = Set::of(&[W::Disclose, W::Post, W::Proactive]);
const NO_OUTCOME: Set =
    Set::of(&[W::Parts, W::NoOutcome, W::Norm, W::Elsewhere, W::Without, W::Deny, W::Receive, W::Bar, W::Narrow]);
/// The one way of disclosure among words; `None` if there are none or several.
pub(crate) fn one_way(set: Set) -> Option<S> {
    if set.has(W::Media) {
        return None;
    }
    let mut ways = WAYS.iter().filter(|(word, _)| set.has(*word));
    ways.next().filter(|_| ways.next().is_none()).map(|&(_, way)| way)
}

/// 2起关于政府信息公开的行政诉讼案件: the dispute that words behind a number end with.
fn dispute_behind(behind: &[Token]) -> Option<&Token> {
    const BETWEEN: Set = Set::of(&[W::Info, W::Disclose, W::Narrow, W::Fill, W::Link, W::Tail]);
    let at = behind.iter().take_while(|token| token.is_any(BETWEEN) && !token.is(W::About)).count();
    let dispute = behind.get(at).filter(|token| token.is_any(Set::of(&[W::Recon, W::Suit])))?;
    let rest = behind[at + 1..].iter().find(|token| !token.is_any(Set::of(&[W::Tail, W::Fill])));
    let goes_on =
        rest.is_some_and(|rest| rest.word == W::Pause) && behind.get(at + 2).is_some_and(|next| next.word == W::Number);
    (rest.is_none_or(Token::ends_clause) || goes_on).then_some(dispute)
}

/// 收到2件公民提交的申请: the request that the clause behind a number ends with.
fn request_behind<'a>(label: &Label<'_>, behind: &'a [Token]) -> Option<&'a Token> {
    const NO_REQUEST: Set = Set::of(&[W::Narrow, W::Elsewhere, W::Power, W::Recon, W::Suit, W::Deputy, W::Consult]);
    let asked = Set::of(&[W::Request, W::Apply]);
    let clause = label::clause_from(behind, 0, FARTHEST);
    let (last, before) = clause.split_last()?;
    let is_request =
        last.is(W::Request) || last.is(W::Apply) && label::set(before).meets(Set::of(&[W::Request, W::Submit]));
    let is_asked =
        label.core(0).is_some_and(|token| token.is(W::Receive)) && !before.iter().any(|token| token.word == W::Number);
    (is_request && is_asked && !label::set(before).without(asked).meets(NO_REQUEST)).then_some(last)
}

/// The most words from a number to what it counts.
const FARTHEST: usize = 16;

/// Why requests of a group had that result, as a label says.
enum Reason {
    Unsaid,
    /// One row of the form.
    Ground(S),
    /// Several rows, or one that the form does not have; and whether those that it has are all of the group.
    Several(bool),
}

/// The reason that a label gives in front of a result.
fn reason(label: &Label<'_>, head: &Token, group: S) -> Reason {
    let before = &label.tokens[..label.tokens.partition_point(|token| token.start < head.start)];
    let is_ground = |token: &Token| token.word == W::Outcome && token.subject != Some(group);
    let sums_up = |token: &Token| joins(token) || token.is(W::Etc);
    let Some(first) = before.iter().position(is_ground) else {
        // 因工作秘密不予公开5件.
        let link = before.iter().rposition(|token| token.word == W::Link);
        let is_unknown = link.is_some_and(|link| before[link..].iter().any(|token| token.word == W::Gap));
        return if is_unknown { Reason::Several(true) } else { Reason::Unsaid };
    };
    let grounds = || before[first..].iter().filter(|token| is_ground(token)).filter_map(|token| token.subject);
    // 因国家秘密、内部事务信息等不予公开23件: the group, for all these reasons.
    if before[first.saturating_sub(1)..].iter().any(sums_up) {
        return Reason::Several(grounds().all(|ground| is_ground_of(ground, group)));
    }
    grounds().next_back().map_or(Reason::Unsaid, Reason::Ground)
}

/// Whether a row of the form is one of a group.
pub(crate) fn is_ground_of(ground: S, group: S) -> bool {
    match group {
        S::Denied => {
            ground.is_between(S::StateSecret, S::AdministrativeQuery) || ground.is_between(S::TradeSecret, S::Privacy)
        }
        S::UnableToProvide => ground.is_between(S::NotHeld, S::UnclearAfterCorrection),
        S::NotProcessed => ground.is_between(S::PetitionOrComplaint, S::ConfirmOrReissue),
        S::OtherHandling => ground.is_between(S::CorrectionOverdue, S::FeeUnpaid),
        _ => false,
    }
}

/// The rulings of a forum.
fn rulings(forum: S) -> &'static [S] {
    if forum == S::Suits { SUITS.parts } else { RECONSIDERATIONS.parts }
}

/// A ruling on reconsiderations, as one of a forum.
fn of_forum(ruling: S, forum: S) -> S {
    let at = RECONSIDERATIONS.parts.iter().position(|of| *of == ruling);
    at.map_or(ruling, |at| rulings(forum)[at])
}

/// Whether the subject is a result of requests.
fn is_result(subject: S) -> bool {
    subject.is_between(S::Granted, S::Privacy)
}

impl Within<'_> {
    pub(crate) fn text(&self, tokens: &[Token]) -> String {
        self.stream.text(label::chars(tokens))
    }

    /// Whether the characters before a place are those.
    pub(crate) fn ends_with(&self, end: usize, words: &[&str]) -> bool {
        let before = &self.stream.chars[..end];
        words.iter().any(|word| {
            let mut back = before.iter().rev().map(|&(_, c)| c);
            word.chars().rev().all(|c| back.next() == Some(c))
        })
    }

    pub(crate) fn is_new(&self, found: &Found) -> bool {
        // Several accounts of one medium are counted each.
        let is_account = BY_CHANNEL.parts.contains(&found.subject) && !self.known.is_listing && !self.stream.is_bracket;
        found.name.is_some()
            || found.subject == S::DisclosedOfKind
            || is_account && found.measure == Measure::Count && found.confidence == Confidence::Named
            || !self.known.seen.contains(&(found.subject, found.measure))
    }

    pub(crate) fn last_in(&self, list: &[S]) -> bool {
        self.known.last.is_some_and(|last| list.contains(&last))
    }

    /// What the words of a label name. Those right behind the number count as their end: 收到3件政府信息公开申请.
    pub(crate) fn name(&self, label: &Label<'_>, number: Option<&Number>, behind: &[Token]) -> Option<Found> {
        const ENDS: Set = Set::of(&[W::Request, W::Apply, W::Recon, W::Suit, W::Norm, W::Info, W::Proactive]);
        // 结转2件至下一年度.
        let over = behind.iter().find(|token| !token.is(W::Range)).is_some_and(|token| token.is(W::NextYear));
        if over && label.core(0).is_some_and(|token| token.is(W::Carry)) {
            return Some(Found::named(S::CarriedOver, label));
        }
        let counts_others = self.counts_others(label, behind);
        let may_be = |found: &Found| !(counts_others && found.subject.is_of_requests());
        let found = self.named(label, number).filter(may_be).or_else(|| {
            if let Some(request) = request_behind(label, behind) {
                return self.named(&label.with_end(request), number);
            }
            if let Some(dispute) = dispute_behind(behind) {
                return self.named(&label.with_end(dispute), number);
            }
            let (end, rest) = behind.split_first().filter(|(end, _)| end.is_any(ENDS))?;
            let is_info = !end.is(W::Proactive) || rest.first().is_some_and(|next| next.is(W::Info));
            is_info.then(|| self.named(&label.with_end(end), number)).flatten()
        });
        found.filter(may_be)
    }

    /// Whether the words behind a number name what it counts, where those before it do not, and it is no request: 答复23件网民留言.
    fn counts_others(&self, label: &Label<'_>, behind: &[Token]) -> bool {
        const ASKED: Set = Set::of(&[W::Request, W::Apply]);
        if label.any(ASKED) {
            return false;
        }
        let ends = |token: &&Token| token.ends_clause() || joins(token) || token.word == W::Number;
        let mut noun = behind.iter().take(FARTHEST).take_while(|token| !ends(token));
        // 答复23件市民来件, but not 办结的3件中，…….
        let is_of = |token: &&Token| self.stream.chars[token.start].1 == '的';
        let is_unknown = noun
            .clone()
            .find(|token| !is_of(token))
            .is_some_and(|first| first.word == W::Gap && !first.is(W::Plain) && !self.ends_with(first.end, &["中"]));
        let names = |token: &Token| token.is_any(OTHERS) || token.subject == Some(S::PetitionOrComplaint);
        (is_unknown || noun.clone().any(names)) && !noun.any(|token| token.is_any(ASKED))
    }

    pub(crate) fn named(&self, label: &Label<'_>, number: Option<&Number>) -> Option<Found> {
        let unit = number.map(|number| number.unit.unwrap_or_default());
        let is_money = |number: &Number| number.unit.is_some_and(|unit| unit.ends_with('元'));
        if number.is_some_and(|number| !is_money(number) && number.value.to_integer().is_none()) {
            return None;
        }
        if let Some(found) = self.outcome(label, unit) {
            return Some(found);
        }
        if label.has(W::Carry)
            && unit.is_none_or(|unit| CASES.contains(&unit))
            && let Some(subject) = self.carried(label)
        {
            let of_disputes =
                self.known.last.is_some_and(S::is_of_disputes) && !label.any(Set::of(&[W::Apply, W::Request]));
            return (!of_disputes).then(|| Found::named(subject, label));
        }
        for rule in RULES {
            if let Some(head) = rule.fits(label, unit)
                && let Some(subject) = rule.subject.or_else(|| label.core(head)?.subject)
                && self.has_what_it_needs(rule.needs, subject, label, head)
            {
                let is_named = rule.needs == Needs::Nothing;
                return Some(if is_named { Found::named(subject, label) } else { Found::by_context(subject) });
            }
        }
        self.ruling(label, unit).or_else(|| self.disclosure(label, unit))
    }

    /// A result of requests; its ground, where the form has a row for it.
    fn outcome(&self, label: &Label<'_>, unit: Option<&str>) -> Option<Found> {
        let at = label.past(Set::of(&[W::Answer, W::Apply, W::Request, W::Info, W::Tail, W::Handle]));
        // 其中公开答复3件.
        let is_granted = |token: &Token| {
            token.word == W::Disclose && label.opens && at == 1 && label.core(2).is_none_or(|t| t.is(W::Some))
        };
        if self.known.topic == Topic::Requests && label.core(at).is_some_and(is_granted) && label.core(0)?.is(W::Answer)
        {
            return Some(Found::by_context(S::Granted));
        }
        let head = label.core(at).filter(|token| token.word == W::Outcome)?;
        let joined = |at: usize| label.core(at).is_some_and(joins);
        // 予以公开和部分公开 are counted together.
        let is_either = head.subject == Some(S::PartiallyGranted)
            && joined(at + 1)
            && label.core(at + 2).is_some_and(|token| token.subject == Some(S::Granted) || token.word == W::Disclose)
            && !joined(at + 3);
        // 投诉举报3件 is a result among results, and else what a body hears besides.
        let is_bare = head.subject == Some(S::PetitionOrComplaint)
            && !self.ends_with(head.end, &["类"])
            && self.stream.chars[head.start].1 != '属';
        let is_among = label.opens || label.precedes_result || self.known.last.is_some_and(is_result);
        if is_bare && !is_among {
            return None;
        }
        let subject = if is_either { S::GrantedAtLeastInPart } else { head.subject? };
        if !self.is_of_requests_here()
            || unit.is_some_and(|unit| !REPLIES_IN.contains(&unit))
            || label.is_joined(at) && !is_either
            || label.any(NO_OUTCOME)
            || subject == S::Granted && label.has(W::Not)
            || subject == S::Denied && self.follows_marks(head)
            || self.is_class(head)
        {
            return None;
        }
        let reason = if is_either { Reason::Unsaid } else { reason(label, head, subject) };
        // 因A不予公开3件，因B不予公开5件: neither is the whole group.
        let is_named_again =
            || self.tokens.iter().any(|token| token.subject == Some(subject) && token.start != head.start);
        let found = match (label.gloss, reason) {
            (Some(S::GrantedAtLeastInPart), _) => (subject == S::Granted).then_some(S::GrantedAtLeastInPart),
            (None | Some(S::AlreadyDisclosed), Reason::Unsaid) | (None, Reason::Ground(S::AlreadyDisclosed)) => {
                Some(subject)
            }
            (None, Reason::Several(of_group)) => (of_group && !is_named_again()).then_some(subject),
            // 因本机关不掌握……无法提供: the ground is what the form has a row for.
            (Some(ground), _) | (None, Reason::Ground(ground)) => is_ground_of(ground, subject).then_some(ground),
        };
        found.map(Found::by_context)
    }

    /// 公开类23件，不予公开类35件 divides all replies in two.
    fn is_class(&self, head: &Token) -> bool {
        const OTHERS: &[S] = &[S::PartiallyGranted, S::UnableToProvide, S::NotProcessed, S::OtherHandling];
        let is_other = |token: &Token| token.subject.is_some_and(|subject| OTHERS.contains(&subject));
        matches!(head.subject, Some(S::Granted | S::Denied))
            && self.stream.chars.get(head.end).is_some_and(|&(_, c)| c == '类')
            && !self.tokens.iter().any(is_other)
    }

    /// Whether the number before is 依申请公开 and was not read: 主动公开93件、依申请公开41件、不予公开66件 counts documents
    /// by their marking, not requests.
    fn follows_marks(&self, head: &Token) -> bool {
        let before = &self.tokens[..self.tokens.partition_point(|token| token.start < head.start)];
        let Some(number) = before.iter().rposition(|token| token.word == W::Number) else { return false };
        let mut told =
            before[..number].iter().rev().skip_while(|token| token.is_any(label::SKIPPED.and(Set::of(&[W::Tail]))));
        self.known.last.is_none()
            && told.next().is_some_and(|token| token.is(W::Request) && self.stream.chars[token.start].1 == '依')
    }

    /// Requests carried in, or over.
    fn carried(&self, label: &Label<'_>) -> Option<S> {
        const AROUND: Set =
            Set::of(&[W::Request, W::Apply, W::Handle, W::Tail, W::Answer, W::Info, W::LastYear, W::NextYear, W::Year]);
        let at = label.tokens.iter().rposition(|token| token.is(W::Carry)).filter(|_| self.carries_requests())?;
        let (before, after) = (&label.tokens[..at], &label.tokens[at + 1..]);
        let is_last_year = label.tokens[at].is(W::LastYear);
        if !after.iter().all(|token| token.is_any(AROUND.and(label::SKIPPED))) {
            return None;
        }
        let is_year = |token: Option<&Token>, ahead: i64| {
            let stated = token.filter(|token| token.word == W::Year).and_then(|token| i64::try_from(token.value).ok());
            stated.is_some_and(|stated| self.year.is_some_and(|year| stated == year + ahead))
        };
        let year_after = after.iter().find(|token| token.word == W::Year);
        let before = before.last();
        if after.iter().any(|token| token.is(W::NextYear)) || is_year(year_after, 1) {
            Some(S::CarriedOver)
        } else if is_last_year
            || before.is_some_and(|token| token.is(W::LastYear))
            || after.iter().any(|token| token.is(W::LastYear))
        {
            Some(S::CarriedIn)
        } else {
            (is_year(before, -1) && (year_after.is_none() || is_year(year_after, 0))).then_some(S::CarriedIn)
        }
    }

    /// A ruling. Its forum is the one that the words name, or else the only one mentioned since the last ruling.
    fn ruling(&self, label: &Label<'_>, unit: Option<&str>) -> Option<Found> {
        let at = label.past(Set::of(&[W::Tail, W::Apply]));
        let head = label.core(at)?;
        let follows = || {
            self.known
                .last
                .is_some_and(|last| rulings(S::Suits).contains(&last) || rulings(S::Reconsiderations).contains(&last))
        };
        let ruling = match head.word {
            W::Ruling => head.subject?,
            W::Rest if at == 0 && follows() => S::ReconsiderationsOther,
            _ => return None,
        };
        let next = label.core(at + 1);
        let is_unclear = label.is_broken && !next.is_some_and(|token| token.is_any(Set::of(&[W::Recon, W::Suit])));
        // Only behind disputes is 纠错1件 a ruling on them.
        let is_of_all = head.is(W::Lost) && !self.known.last.is_some_and(S::is_of_disputes);
        if unit.is_some_and(|unit| !CASES.contains(&unit))
            || is_of_all
            || label.any(Set::of(&[W::Parts, W::LastYear]))
            || label.is_joined(at)
            || is_unclear
        {
            return None;
        }
        let forum = match (label.has(W::Recon), label.has(W::Suit), self.known.focus) {
            (true, true, _) => return None,
            (true, false, _) => S::Reconsiderations,
            (false, true, _) => S::Suits,
            (false, false, Some(focus)) => focus,
            (false, false, None) => {
                let mut live = self.known.forums.iter().filter(|forum| !forum.is_empty);
                match (live.next(), live.next(), self.known.forums.as_slice()) {
                    (Some(one), None, _) | (None, _, [one]) => one.of,
                    _ => return None,
                }
            }
        };
        // 复议后起诉维持3件: those of a route are not all.
        let is_of_a_route = label.has(W::Route) || self.known.is_of_a_route && !label.has(W::Recon);
        let is_known = self.known.forums.iter().any(|known| known.of == forum);
        (is_known && !is_of_a_route).then(|| Found::by_context(of_forum(ruling, forum)))
    }

    /// Notes the forums that words name.
    pub(crate) fn hear_forums(&mut self, tokens: &[Token], set: Set) {
        let named = [set.has(W::Recon), set.has(W::Suit)];
        if named != [false; 2] {
            let forum = if named[0] { S::Reconsiderations } else { S::Suits };
            let is_focus =
                named != [true; 2] && set.has(W::Ruling) && self.known.forums.iter().any(|known| known.of == forum);
            self.known.focus = is_focus.then_some(forum);
        }
        if set.has(W::Recon) {
            self.known.is_of_a_route = false;
        }
        let goes_on = self.known.is_of_some_disputes && tokens.first().is_some_and(joins);
        for (at, token) in tokens.iter().enumerate() {
            let of = if token.is(W::Recon) {
                S::Reconsiderations
            } else if token.is(W::Suit) {
                S::Suits
            } else {
                continue;
            };
            // 征地类行政复议3件、行政诉讼2件，维持2件: nothing of them is of all.
            self.known.is_of_some_disputes = goes_on || self.is_part_of_disputes(&tokens[..at]);
            if self.known.is_of_some_disputes {
                self.known.forums.clear();
                continue;
            }
            let decides = set.meets(Set::of(&[W::Decides, W::Handle, W::Answer, W::Accept]))
                || set.has(W::Receive) && set.has(W::Apply) && !set.meets(Set::of(&[W::Info, W::Request]));
            self.known.decides |= decides;
            let forums = &mut self.known.forums;
            if decides {
                forums.clear();
            } else if !forums.iter().any(|forum| forum.of == of) || forums.iter().any(|f| f.is_ruled && f.of != of) {
                forums.retain(|forum| !forum.is_ruled && forum.of != of);
                forums.push(Forum { of, is_empty: false, is_ruled: false });
            }
        }
    }

    /// Notes what was counted of a forum.
    pub(crate) fn count_forum(&mut self, subject: S, is_none: bool) {
        match subject {
            S::DirectSuits | S::SuitsAfterReconsideration => self.known.is_of_a_route = true,
            S::Suits | S::Reconsiderations => self.known.is_of_a_route = false,
            _ => {}
        }
        for forum in &mut self.known.forums {
            forum.is_empty |= is_none && forum.of == subject;
            forum.is_ruled |= rulings(forum.of).contains(&subject);
        }
    }

    /// Whether a figure in a list counts only a part of what its words name: 其中县政府收到5件.
    pub(crate) fn is_of_a_part(&self, label: &Label<'_>, subject: S) -> bool {
        const BODIES: &[&str] = words!("局 厅 发改委 卫健委 委员会 街道 乡 镇 县 本级");
        if !self.known.is_listing {
            return false;
        }
        let is_whole = matches!(subject, S::Received | S::Handled | S::Disclosed);
        let may_be_listed = subject == S::Received && self.known.seen.contains(&(S::Handled, Measure::Count));
        let names_body = || label.tokens.iter().any(|token| token.word == W::Gap && self.ends_with(token.end, BODIES));
        is_whole && !may_be_listed && !label.has(W::New) || !BY_CHANNEL.parts.contains(&subject) && names_body()
    }
}
