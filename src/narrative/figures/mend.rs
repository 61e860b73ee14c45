//! Corrects earlier numbers by later words.

use crate::narrative::figure::{Figure, Measure, Unplaced};
use crate::narrative::figures::attribute::{Reader, figure};
use crate::narrative::figures::label::{Label, SKIPPED, joins};
use crate::narrative::figures::members::{self, Place};
use crate::narrative::figures::within::{DISCLOSES, Found, Within, is_ground_of};
use crate::narrative::subject::{
    APPLICANTS, CHANNELS, OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS, Subject as S, TIMELINESS,
};
use crate::narrative::words::lex::Token;
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::Decimal;

impl Reader<'_> {
    /// Ends the lists that the numbers so far are of.
    pub(crate) fn close(&mut self) {
        let mut members = std::mem::take(&mut self.members);
        if members.len() > 1 {
            members::confirm(&mut members, &mut self.stated);
            let figures = &self.stated.figures[self.closed..];
            self.stated.lists.extend(members::lists(&members, figures, self.passage));
        }
        self.closed = self.stated.figures.len();
    }

    /// Takes back results, channels and applicants that the sentence states twice: those are parts of what it lists.
    pub(crate) fn take_back(&mut self, from: usize) {
        const PROPOSALS: &[S] = &[S::DeputiesProposals, S::ConsultativeProposals];
        let twice = std::mem::take(&mut self.again);
        if twice.is_empty() {
            return;
        }
        let lists =
            [OUTCOMES, REPLIES, CHANNELS, TIMELINESS, RECONSIDERATIONS.parts, SUITS.parts, PROPOSALS, APPLICANTS];
        let is_part = |figure: &Figure| {
            figure.measure == Measure::Count
                && twice.contains(&figure.subject)
                && lists.iter().any(|list| list.contains(&figure.subject))
        };
        let (taken, left) = self.stated.figures.drain(from..).partition::<Vec<_>, _>(is_part);
        self.stated.figures.extend(left);
        let unplaced = taken.into_iter().map(|Figure { value, span, sentence, .. }| Unplaced {
            value: Some(value),
            span,
            sentence,
        });
        self.stated.unplaced.extend(unplaced);
    }

    /// 新收75件，上年结转4件，共79件: the sum proves that 79 were handled.
    pub(crate) fn sum_of_requests(&self, w: &Within<'_>, label: &Label<'_>, number: &Number) -> Option<Found> {
        let is_bare = !label.tokens.is_empty() && !label.is_from_before && label.tokens.iter().all(|t| t.is(W::Fill));
        if !is_bare {
            return None;
        }
        let of_sentence = |figure: &&Figure| figure.sentence == w.sentence && figure.measure == Measure::Count;
        let mut last = self.stated.figures.iter().rev().take_while(of_sentence);
        let (one, other) = (last.next()?, last.next()?);
        let are_flows =
            matches!((one.subject, other.subject), (S::Received, S::CarriedIn) | (S::CarriedIn, S::Received));
        let is_sum = number.value == [one.value, other.value].into_iter().sum();
        let is_last = w.known.last == Some(one.subject);
        (are_flows && is_sum && is_last && number.unit.is_some()).then(|| Found::by_context(S::Handled))
    }

    /// 共受理59件，结转上年后新收到47件, or 其中上年结转12件: the first counted both.
    pub(crate) fn part_of_handled(&mut self, w: &mut Within<'_>, label: &Label<'_>, number: &Number, found: &Found) {
        let is_new = label.has(W::New) && found.subject == S::Received;
        let is_old = label.opens && found.subject == S::CarriedIn && w.known.last == Some(S::Received);
        if (is_new || is_old) && w.known.seen.contains(&(S::Received, Measure::Count)) {
            self.received_of_handled(w, number);
        }
    }

    /// 行政复议25件，其中涉及政府信息公开4件: the first counted those of other acts, too.
    pub(crate) fn part_of_disputes(&mut self, w: &mut Within<'_>, label: &Label<'_>, found: &Found) {
        let is_part = matches!(found.subject, S::Reconsiderations | S::Suits)
            && (label.opens || !label.any(Set::of(&[W::Recon, W::Suit])))
            && label.any(Set::of(&[W::Link, W::Info]))
            && w.known.last == Some(found.subject);
        if is_part {
            self.take_out(w, found.subject);
        }
    }

    /// 市政府收到申请20件，全市共收到300件: the first was a part.
    pub(crate) fn part_of_all(
        &mut self,
        w: &mut Within<'_>,
        label: &Label<'_>,
        number: &Number,
        found: Option<Found>,
    ) -> Option<Found> {
        const WHOLES: &[S] = &[S::Received, S::Handled, S::Processed, S::Disclosed];
        const BARE: Set = SKIPPED.and(Set::of(&[W::Own, W::Receive]));
        if number.is_percent || !label.has(W::Everybody) {
            return found;
        }
        let is_received = w.known.last == Some(S::Received) && label.has(W::Receive);
        let is_bare = is_received && label.tokens.iter().all(|token| token.is_any(BARE));
        let found = found.or_else(|| is_bare.then(|| Found::by_context(S::Received)))?;
        let is_second = WHOLES.contains(&found.subject) && w.known.seen.contains(&(found.subject, Measure::Count));
        let first = || self.stated.figures.iter().rfind(|figure| figure.subject == found.subject);
        if is_second && first().is_some_and(|first| first.value <= number.value) {
            self.take_out(w, found.subject);
        }
        Some(found)
    }

    /// Takes the last figure of the sentence that counts a subject for a number that was not read.
    fn take_out(&mut self, w: &mut Within<'_>, subject: S) {
        let is_count = |figure: &Figure| figure.subject == subject && figure.measure == Measure::Count;
        let of_sentence = self.stated.figures.iter().rev().take_while(|figure| figure.sentence == w.sentence);
        let Some(back) = of_sentence.into_iter().position(is_count) else { return };
        let at = self.stated.figures.len() - 1 - back;
        let Figure { value, span, sentence, .. } = self.stated.figures.remove(at);
        if let Some(member) = self.members.iter_mut().rfind(|member| member.span == span) {
            member.subject = None;
        }
        self.stated.unplaced.push(Unplaced { value: Some(value), span, sentence });
        w.known.seen.retain(|seen| *seen != (subject, Measure::Count));
    }

    /// 行政复议26件，涉及政府信息公开的4件: a part of the disputes just counted.
    pub(crate) fn disputes_on_information(w: &Within<'_>, label: &Label<'_>, number: &Number) -> Option<Found> {
        const WORDS: Set = Set::of(&[W::Link, W::Info, W::Disclose, W::Some, W::Comma, W::Fill, W::About]);
        let subject = w.known.last.filter(|last| matches!(last, S::Reconsiderations | S::Suits))?;
        let is_on_information = label.any(Set::of(&[W::Info, W::Link]))
            && label.any(Set::of(&[W::Disclose, W::Link]))
            && label.tokens.iter().all(|token| token.is_any(WORDS));
        (is_on_information && !number.is_percent && !label.is_from_before).then(|| Found::by_context(subject))
    }

    /// What was read as received is what was handled.
    pub(crate) fn received_of_handled(&mut self, w: &mut Within<'_>, number: &Number) {
        self.widen(w, S::Received, S::Handled, number);
    }

    /// Whether a number is a part of what was granted just before it, and counted there: 予以公开8件（含部分公开2件）. Behind 其中 the
    /// first may count both or not.
    pub(crate) fn is_part_of_granted(
        &mut self,
        w: &mut Within<'_>,
        label: &Label<'_>,
        number: &Number,
        found: &Found,
        is_some: bool,
    ) -> bool {
        let is_part = (found.subject, found.measure) == (S::PartiallyGranted, Measure::Count)
            && label.opens
            && w.known.last == Some(S::Granted);
        if is_part && is_some && !w.stream.is_bracket {
            self.take_out(w, S::Granted);
        } else if is_part {
            self.widen(w, S::Granted, S::GrantedAtLeastInPart, number);
        }
        is_part
    }

    /// What a number says of the one before it, of which it is a part or beside which it stands: 不予公开27件（含信息不存在10件） is no
    /// group of the form, and 行政复议5件、上年结转1件 counted only the new ones first.
    pub(crate) fn take_out_what_it_narrows(&mut self, w: &mut Within<'_>, label: &Label<'_>, found: Option<&Found>) {
        const GROUPS: &[S] = &[S::Denied, S::UnableToProvide, S::NotProcessed, S::OtherHandling];
        let Some(last) = w.known.last else { return };
        let is_within = label.opens && w.stream.is_bracket && GROUPS.contains(&last);
        let is_of_another = |found: &Found| {
            found.measure == Measure::Count
                && found.subject.is_between(S::Granted, S::Privacy)
                && !is_ground_of(found.subject, last)
        };
        let goes_on = !label.opens && label.has(W::Carry) && label.has(W::LastYear);
        if is_within && found.is_some_and(is_of_another)
            || goes_on && found.is_none() && matches!(last, S::Reconsiderations | S::Suits)
        {
            self.take_out(w, last);
        }
    }

    /// Takes the last figure of the sentence that counts one subject for one of another, which contains the number.
    fn widen(&mut self, w: &mut Within<'_>, from: S, to: S, number: &Number) {
        let is_first = |figure: &&mut Figure| figure.subject == from && figure.measure == Measure::Count;
        let mut of_sentence = self.stated.figures.iter_mut().rev().take_while(|figure| figure.sentence == w.sentence);
        let Some(first) = of_sentence.find(is_first) else { return };
        if first.value < number.value {
            return;
        }
        first.subject = to;
        w.known.seen.retain(|seen| *seen != (from, Measure::Count));
        w.known.seen.push((to, Measure::Count));
        if let Some(member) = self.members.iter_mut().rev().find(|member| member.subject == Some(from)) {
            member.subject = Some(to);
        }
    }
}

impl Within<'_> {
    /// 上半年收到申请12件，下半年收到申请8件，共收到20件: the sum proves what the last number counts.
    pub(crate) fn sum_of_periods(&self, label: &Label<'_>, at: usize, number: &Number) -> Option<Found> {
        let is_bare = |token: &Token| token.is_any(SKIPPED) || token.is(W::Verb) || token.is_any(DISCLOSES);
        let before = &self.tokens[..at.min(members::LONGEST)];
        let count = before.iter().filter(|token| token.word == W::Number).count();
        if before.len() < at || count < 2 || !label.tokens.iter().all(is_bare) {
            return None;
        }
        let numbers = &self.numbers[..count];
        let mut parts = before.split(|token| token.word == W::Number).take(count);
        let first = parts.next()?;
        let period = |part: &[Token]| part.iter().rposition(|token| token.is(W::OtherTime));
        let named = Label::of(&first[period(first)? + 1..]);
        let is_sum = numbers.iter().map(|part| part.value).sum::<Decimal>() == number.value
            && numbers.iter().all(|part| part.unit == number.unit);
        let found = self.named(&named, Some(number)).filter(|_| is_sum && parts.all(|part| period(part).is_some()))?;
        Some(Found::by_context(found.subject))
    }
}

impl Reader<'_> {
    /// Whether what a rate of replies is of was read: 受理投诉5件，办结率100% is of other things. Any other activity stands alone.
    pub(crate) fn is_read(&self, w: &Within<'_>, at: usize, found: &Found) -> bool {
        let before = w.tokens[..at].iter().rfind(|token| token.word == W::Number);
        let Some(before) = before.filter(|_| found.subject == S::ReplyRate) else { return true };
        let span = w.stream.span(w.numbers[before.value].at.clone(), w.place);
        w.known.last.is_some_and(S::is_of_requests)
            || self.stated.activities.last().is_some_and(|last| last.span == span)
    }

    /// Lists an activity, unless it is a part of what was counted: 发布解读9篇，其中图解5篇. In a list it counts as a number
    /// that was not read.
    pub(crate) fn note_or_leave(
        &mut self,
        w: &mut Within<'_>,
        label: &Label<'_>,
        number: &Number,
        found: Found,
        at: Place,
    ) {
        let is_again = w.known.activity == Some(found.subject);
        let is_part = at.is_some || label.opens && w.known.count > 0 || is_again;
        w.known.activity = Some(found.subject);
        if is_again && !w.known.is_listing && label.tokens.first().is_some_and(joins) {
            // 文字解读9篇、视频解读5篇: the first is a part, too.
            self.take_back_activity(found.subject);
        }
        if is_part && found.measure == Measure::Count {
            return self.leave(w, number, at);
        }
        let span = self.keep(w, number, None, at);
        self.stated.activities.push(Figure { unit: None, ..figure(w, number, found, span) });
    }

    /// Lists the last activity as unplaced, if it is that one.
    fn take_back_activity(&mut self, subject: S) {
        if let Some(Figure { value, span, sentence, .. }) =
            self.stated.activities.pop_if(|last| last.subject == subject && last.measure == Measure::Count)
        {
            self.stated.unplaced.push(Unplaced { value: Some(value), span, sentence });
        }
    }
}
