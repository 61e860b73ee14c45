//! Numbers that stand before what they count, and several numbers of several names.

use crate::narrative::Subject as S;
use crate::narrative::figure::Measure;
use crate::narrative::figures::label::{Label, SKIPPED, joins, media, since};
use crate::narrative::figures::within::{DISCLOSES, Found, Listing, Within, one_way};
use crate::narrative::subject::{APPLICANTS, BY_CHANNEL, CHANNELS, OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS};
use crate::narrative::words::lex::Token;
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::Decimal;

/// What numbers are, as far as the words behind them or several names say so.
pub(crate) enum Match<T> {
    /// What they are, and the character at which their words end.
    Found(T, usize),
    /// They are something that the words name, but not which. The number at that token stays unplaced, too.
    Unclear(Option<usize>),
    Nothing,
}

/// Numbers, each with what it is.
type Each = Vec<(Found, Number)>;

/// Lists whose shares may follow them.
const LISTS: &[&[S]] =
    &[OUTCOMES, REPLIES, CHANNELS, RECONSIDERATIONS.parts, SUITS.parts, BY_CHANNEL.parts, APPLICANTS];
/// The most numbers that 、 joins.
const JOINED: usize = 8;

/// The most words from a number to the end of its clause.
const LONGEST: usize = 24;

impl Within<'_> {
    /// A clause that begins with the number and holds nothing but what it counts: 12件予以公开.
    pub(crate) fn number_first(&self, label: &Label<'_>, at: usize, clause: usize, number: &Number) -> Match<Found> {
        const RESULTS: Set =
            Set::of(&[W::Outcome, W::Ruling, W::Time, W::Carry, W::Answer, W::Apply, W::Disclose, W::Submit]);
        const LEADS: Set = Set::of(&[W::Some, W::Include, W::Lead, W::Zip, W::Rest]);
        const BEFORE: Set = Set::of(&[W::Link, W::Fill, W::By]);
        if number.unit.is_none() || number.is_percent {
            return Match::Nothing;
        }
        let ends = |token: &Token| token.ends_clause() || token.word == W::Pause;
        let lead = since(&self.tokens[clause.min(at)..at], 8, ends);
        if !lead.iter().all(|token| token.is_any(LEADS)) {
            return Match::Nothing;
        }
        let behind = &self.tokens[at + 1..self.tokens.len().min(at + LONGEST)];
        // 23件因国家秘密、内部事务信息等不予公开: 、 ends a clause where another number or its opener follows.
        let goes_on = Set::of(&[W::Number, W::Some, W::Include, W::Lead, W::Rest]);
        let is_end = |at: usize| {
            behind[at].ends_clause()
                || behind[at].word == W::Pause && behind.get(at + 1).is_none_or(|next| next.is_any(goes_on))
        };
        let behind = &behind[..(0..behind.len()).find(|&at| is_end(at)).unwrap_or(behind.len())];
        let Some(last) = behind.last() else { return Match::Nothing };
        let is_result = behind.iter().any(|token| token.is_any(RESULTS));
        if let Some(next) = behind.iter().position(|token| token.word == W::Number) {
            return if is_result { Match::Unclear(Some(at + 1 + next)) } else { Match::Nothing };
        }
        // 均, 因…… stand before.
        let skipped = behind.iter().take_while(|token| token.is_any(BEFORE)).count();
        let inner = Label::of(&behind[skipped..]);
        let is_sound = !inner.is_broken && inner.core(0).is_some() && !inner.has(W::Bar);
        let is_part = label.has(W::Some) && self.known.last.is_some_and(is_result_or_flow);
        // 收到15件，其中14件已办结.
        let is_done = label.has(W::Some) && matches!(self.known.last, Some(S::Received | S::Handled));
        let found = if is_sound { self.named(&inner, Some(number)) } else { None };
        let may_be_kind = self.known.whole.is_some()
            && (self.known.listing == Listing::Kinds || lead.iter().any(|token| token.is(W::Some)));
        match found {
            Some(found) if is_result_or_flow(found.subject) && !is_part || is_done && found.subject == S::Processed => {
                Match::Found(Found::by_context(found.subject), last.end)
            }
            _ if is_result && !behind[0].is_any(Set::of(&[W::Request, W::Info, W::Proactive])) && !may_be_kind => {
                Match::Unclear(None)
            }
            _ => Match::Nothing,
        }
    }

    /// What the numbers from a token on are, if 分别 or 均 gives them to several names.
    pub(crate) fn several(&self, label: &Label<'_>, at: usize, number: &Number, is_now: bool) -> Match<Each> {
        let all = |each: Each| match each.last().map(|(_, last)| last.end) {
            Some(end) => Match::Found(each, end),
            None => Match::Nothing,
        };
        let or_unclear = |each: Option<Each>, next| each.filter(|_| is_now).map_or(Match::Unclear(next), all);
        if ends_with_zip(label) {
            return or_unclear(self.zip(label, at), None);
        }
        if let Some(each) = self.zip_shares(label, at).filter(|_| is_now) {
            return all(each);
        }
        if label.has(W::Zip) && self.goes_on(at) {
            // 两个专栏分别发布信息8条、6条 does not say which number belongs to which column.
            return or_unclear(self.zip_media(label, at), Some(at + 2));
        }
        let is_none = number.value == Decimal::ZERO && is_now;
        is_none.then(|| self.all_none(label, number)).flatten().map_or(Match::Nothing, all)
    }

    /// 网络申请、信函申请分别为3件、2件: as many names as numbers.
    fn zip(&self, label: &Label<'_>, at: usize) -> Option<Each> {
        let names =
            label.tokens.iter().rposition(|token| token.is(W::Zip)).map(|zip| Label::of(&label.tokens[..zip]))?;
        let names = names.parts();
        let is_between = |token: &&Token| token.ends_clause() || joins(token);
        let mut numbers = Vec::with_capacity(names.len());
        let mut next = at;
        while numbers.len() < names.len() {
            next += self.tokens[next..].iter().take_while(is_between).count();
            let token = self.tokens.get(next).filter(|token| token.word == W::Number)?;
            numbers.push(self.numbers[token.value].clone());
            next += 1;
        }
        let goes_on = self.goes_on(next - 1);
        // 行政许可、行政处罚、行政强制决定数量: the words at the end are of each name.
        let shared = label.all.common(Set::of(&[W::Decide, W::Apply, W::Request]));
        self.each(&names, shared, numbers).filter(|_| !goes_on)
    }

    /// Whether another number follows the one at a token with nothing but 、 or 和 between.
    pub(crate) fn goes_on(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(joins)
            && self.tokens.get(at + 2).is_some_and(|token| token.word == W::Number)
    }

    /// The numbers from a token on that 、 or 和 joins.
    fn joined(&self, at: usize) -> Vec<Number> {
        let more = (at..).step_by(2).take(JOINED).take_while(|&at| self.goes_on(at)).count();
        self.tokens[at..].iter().step_by(2).take(1 + more).map(|token| self.numbers[token.value].clone()).collect()
    }

    /// 微信和微博分别发布信息8条、6条: as many ways as numbers.
    fn zip_media(&self, label: &Label<'_>, at: usize) -> Option<Each> {
        let zip = label.tokens.iter().position(|token| token.is(W::Zip))?;
        let posts = label.tokens[zip..].iter().any(|token| token.is_any(DISCLOSES));
        let ways: Option<Vec<S>> =
            Label::of(&label.tokens[..zip]).parts().iter().map(|part| one_way(media(part))).collect();
        let (ways, numbers) = (ways?, self.joined(at));
        let is_once = ways.iter().enumerate().all(|(i, way)| !ways[..i].contains(way));
        (posts && is_once && ways.len() == numbers.len())
            .then(|| ways.into_iter().map(Found::by_context).zip(numbers).collect())
    }

    /// 网络申请8件、信函申请2件，分别占80%、20%: as many shares as parts were listed.
    fn zip_shares(&self, label: &Label<'_>, at: usize) -> Option<Each> {
        let is_share = |token: &Token| token.is_any(SKIPPED.and(Set::of(&[W::Zip, W::Share])));
        if !(label.has(W::Zip) && label.has(W::Share) && label.tokens.iter().all(is_share)) {
            return None;
        }
        let numbers = self.joined(at);
        let count = numbers.len();
        let (before, parts) = self.known.seen.split_at_checked(self.known.seen.len().checked_sub(count)?)?;
        let list = LISTS.iter().find(|list| parts.iter().all(|(part, _)| list.contains(part)))?;
        let is_all = before.last().is_none_or(|(before, _)| !list.contains(before))
            && parts.iter().all(|(_, measure)| *measure == Measure::Count)
            && self.known.last == parts.last().map(|(part, _)| *part)
            && numbers.iter().all(|number| number.is_percent);
        let share = |&(part, _): &(S, Measure)| Found { measure: Measure::Share, ..Found::by_context(part) };
        (is_all && count > 1).then(|| parts.iter().map(share).zip(numbers).collect())
    }

    /// 行政复议、行政诉讼均为0件: each of the names has none.
    fn all_none(&self, label: &Label<'_>, number: &Number) -> Option<Each> {
        let names = label.parts();
        let shared = label.all.common(Set::of(&[W::Apply, W::Request]));
        let numbers = vec![number.clone(); names.len()];
        (names.len() > 1 && !number.is_percent).then(|| self.each(&names, shared, numbers)).flatten()
    }

    /// What each of several names is, if each is something else.
    fn each(&self, names: &[&[Token]], shared: Set, numbers: Vec<Number>) -> Option<Each> {
        let mut placed: Each = Vec::with_capacity(names.len());
        for (name, number) in names.iter().zip(numbers) {
            let mut label = Label::of(name);
            label.all = label.all.and(shared);
            let found = self.named(&label, Some(&number))?;
            let is_twice = placed.iter().any(|(other, _)| other.subject == found.subject);
            if is_twice || !self.is_new(&found) {
                return None;
            }
            placed.push((found, number));
        }
        Some(placed)
    }
}

/// Whether it counts results of requests or disputes, or what was carried.
fn is_result_or_flow(subject: S) -> bool {
    matches!(subject, S::CarriedIn | S::CarriedOver)
        || subject.is_between(S::ReceivedInPerson, S::ReferredElsewhere)
        || subject.is_of_disputes() && !matches!(subject, S::Reconsiderations | S::Suits)
}

/// Whether a label ends with 分别, which the numbers of its names follow.
fn ends_with_zip(label: &Label<'_>) -> bool {
    label.tokens.iter().rfind(|token| !token.is_any(SKIPPED)).is_some_and(|last| last.is(W::Zip))
}
