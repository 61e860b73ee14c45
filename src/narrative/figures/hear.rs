//! Notes what words say about the numbers that follow them.

use std::ops::Range;

use crate::narrative::figure::Measure;
use crate::narrative::figures::label::{Label, MEDIA, SKIPPED, set};
use crate::narrative::figures::time;
use crate::narrative::figures::within::{Found, Listing, Topic, Within};
use crate::narrative::subject::{BY_CHANNEL, Subject as S};
use crate::narrative::words::lex::{Token, Tokens};
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::Decimal;

impl Within<'_> {
    /// Notes the topic, the time and the forums that words mention.
    pub(crate) fn hear(&mut self, range: Range<usize>) {
        const OTHERS: Set = Set::of(&[W::Elsewhere, W::Deputy, W::Consult]);
        const TOPICS: Set = Set::of(&[W::Request, W::Replies, W::Fee, W::Notice, W::Elsewhere, W::Deputy, W::Consult]);
        let tokens = self.tokens;
        let tokens = &tokens[range];
        if tokens.is_empty() {
            return;
        }
        let all = set(tokens);
        self.hear_chain(tokens);
        self.known.may_be_cumulative |= time::is_as_of(tokens, all);
        self.known.is_listing |= all.meets(Set::of(&[W::Some, W::Include]));
        self.known.is_other_year |= all.has(W::Month) && time::names_month(tokens, true);
        // 按类别分 parts the whole once more.
        if all.has(W::Aspect) && self.known.seen.contains(&(S::Disclosed, Measure::Count)) {
            (self.known.whole, self.known.listing, self.known.left) = (Some(S::Disclosed), Listing::Nothing, None);
        }
        // 建议提案办理结果: of what was named before.
        let is_open = self.known.topic != Topic::Elsewhere && !all.meets(OTHERS);
        let topic = |token: &Token| {
            if all.has(W::Check) && all.has(W::Request) {
                // What a check of requests found is no result of this year's.
                Some(Topic::Elsewhere)
            } else if token.is(W::Request) || token.is(W::Replies) && is_open {
                Some(Topic::Requests)
            } else if token.is_any(Set::of(&[W::Fee, W::Notice])) {
                Some(Topic::Fee)
            } else {
                token.is_any(Set::of(&[W::Elsewhere, W::Deputy, W::Consult])).then_some(Topic::Elsewhere)
            }
        };
        if let Some(topic) = tokens.iter().rev().filter(|_| all.meets(TOPICS)).find_map(topic) {
            (self.known.topic, self.known.is_topic_heard, self.known.is_topic_near) = (topic, true, true);
            (self.known.is_topic_still, self.known.is_named_here) = (true, true);
        }
        if all.meets(Set::of(&[W::Recon, W::Suit])) {
            self.hear_forums(tokens, all);
        }
        let is_route = |token: &Token| matches!(token.subject, Some(S::DirectSuits | S::SuitsAfterReconsideration));
        // 行政诉讼2件，均为直接起诉，维持2件: of all.
        self.known.is_of_a_route |= all.has(W::Route) && !all.has(W::All) && tokens.iter().any(is_route);
        let is_asker = |token: &Token| token.is(W::Lost) && self.ends_with(token.end, &["申请人"]);
        let asks = all.meets(Set::of(&[W::Apply, W::Request])) || all.has(W::Lost) && tokens.iter().any(is_asker);
        self.known.asks |= asks;
        self.known.is_named_here |= asks;
        if all.meets(Set::of(&[W::Norm, W::Rules])) {
            let documents = tokens.iter().rfind(|token| token.is_any(Set::of(&[W::Norm, W::Rules])));
            self.known.documents = documents.map(|token| token.word);
        }
    }

    /// A year applies to what follows it, unless requests are carried into it.
    pub(crate) fn hear_year(&mut self, at: usize) {
        let word = |at: Option<usize>| at.and_then(|at| self.tokens.get(at)).map(|token| token.word);
        let before = word(at.checked_sub(1));
        // Nor does the year that something is compared with.
        let is_compared = at.checked_sub(1).is_some_and(|before| self.tokens[before].is(W::From));
        if is_compared || before == Some(W::Carry) || word(Some(at + 1)) == Some(W::Carry) {
            return;
        }
        let stated = i64::try_from(self.tokens[at].value).ok();
        let is_other = self.year.is_some() && stated != self.year;
        let is_joined = matches!(before, Some(W::Range | W::Join | W::Pause));
        // 2021—2023年, but not the end of 1月1日起至2023年12月31日.
        let follows_year = || {
            let mark = self.tokens[at - 1].start;
            mark.checked_sub(1).is_some_and(|last| matches!(self.stream.chars[last].1, '0'..='9' | '年' | '度'))
        };
        let is_end = before == Some(W::Range) && !follows_year();
        self.known.is_other_year = is_other || is_joined && follows_year() || is_end && self.known.is_other_year;
    }

    /// What the words of a number and its list say that it is.
    pub(crate) fn find(&self, label: &Label<'_>, number: &Number, behind: &[Token], is_now: bool) -> Option<Found> {
        if label.has(W::Proactive) && self.marks_follow(number, behind) {
            return None;
        }
        if let Some(found) = self.level(label, number).or_else(|| self.level_from(label, number)) {
            return Some(found);
        }
        if let Some(at) = self.comparison(label) {
            return self.change(label, at, number);
        }
        if !is_now || label.any(Set::of(&[W::Rise, W::Fall])) && !number.is_percent {
            return None;
        }
        if number.is_percent {
            return self.share(label, number, behind);
        }
        let acts = label.any(Set::of(&[W::Handle, W::Receive, W::Request]));
        let by_way = label.any(Set::of(&[W::Post, W::Disclose, W::Proactive])) && label.any(MEDIA);
        let in_list = || self.by_list(label, number, behind);
        (!acts && !by_way).then(in_list).flatten().or_else(|| {
            let found = self.name(label, Some(number), behind);
            found.filter(|found| !self.is_of_a_part(label, found.subject)).or_else(in_list)
        })
    }

    /// Notes how a count changes the list that follows or continues.
    pub(crate) fn count_list(&mut self, subject: S, is_rest: bool, number: &Number) {
        let known = &mut self.known;
        let is_whole = matches!(subject, S::Disclosed | S::DisclosedByWebsite);
        if is_whole && (subject == S::Disclosed || known.listing != Listing::Ways) {
            (known.whole, known.listing, known.left) = (Some(subject), Listing::Nothing, Some(number.value));
        }
        if BY_CHANNEL.parts.contains(&subject) {
            known.has_ways = true;
            let in_ways = known.is_listing && known.whole == Some(S::Disclosed);
            if in_ways {
                known.listing = Listing::Ways;
            } else if subject != S::DisclosedByWebsite {
                (known.whole, known.listing) = (None, Listing::Nothing);
            } else if known.listing == Listing::Ways {
                known.listing = Listing::Nothing;
            }
        }
        if subject == S::DisclosedOfKind {
            known.listing = Listing::Kinds;
            known.left = known.left.map(|left| left.minus(number.value));
            // What follows kinds that add up to the whole is none of them.
            if known.left == Some(Decimal::ZERO) && number.value != Decimal::ZERO {
                (known.whole, known.listing) = (None, Listing::Nothing);
            }
        }
        // 其他 closes a list.
        let goes_on = self.stream.chars.get(number.end).is_some_and(|&(_, c)| c == '、' || c == '，');
        if is_rest && !goes_on {
            known.listing = Listing::Nothing;
        }
    }
}

impl Tokens {
    /// The result that they say and nothing else.
    pub(crate) fn one_result(&self) -> Option<S> {
        let mut results = self.all.iter().filter(|token| token.word == W::Outcome);
        let around = SKIPPED.and(Set::of(&[W::Outcome, W::Info, W::Tail, W::Link, W::Kinds, W::Request, W::Apply]));
        // 予以公开（含部分公开）8件.
        let contains = self.all.first().is_some_and(|first| first.is(W::Include));
        let is_plain = self.all[usize::from(contains)..].iter().all(|token| token.is_any(around));
        let result = results.next().filter(|_| is_plain && results.next().is_none())?.subject;
        if contains {
            result.filter(|&of| of == S::PartiallyGranted).and(Some(S::GrantedAtLeastInPart))
        } else {
            result
        }
    }

    /// Whether they say what part of something is the year's: 其中2024年, 其中本年.
    pub(crate) fn has_part_of_year(&self) -> bool {
        self.all.iter().enumerate().filter(|(_, token)| token.is(W::Some)).any(|(at, _)| {
            let next = self.all[at + 1..].iter().find(|token| !token.ends_clause());
            next.is_some_and(|next| next.word == W::Year || next.is(W::OwnYear))
        })
    }
}
