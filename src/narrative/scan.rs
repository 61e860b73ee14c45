//! Finds the figures of a text, sentence by sentence, in one pass.

use std::ops::Range;

use crate::form::Unit;
use crate::narrative::figure::{Figure, Measure, Unplaced};
use crate::narrative::found::{Finder, Found, NumberFirst};
use crate::narrative::label::{Label, taken_off};
use crate::narrative::numeral::{self, Number, Read, unit_of_form};
use crate::narrative::patterns::{Context, FILLERS};
use crate::narrative::sentence::sentences;
use crate::narrative::speaker::{Own, Speakers};
use crate::narrative::stream::Stream;
use crate::narrative::subject::{CHANNELS, OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS, TIMELINESS};
use crate::narrative::time;
use crate::narrative::topic::Topic;
use crate::narrative::within::{Scope, Seen, Within};
use crate::narrative::{Passage, Subject, negation};
use crate::value::{Decimal, Year};

/// The figures of the passages; those of other years than the report's and of other bodies are not placed.
pub(crate) fn figures(passages: &[&Passage], year: Option<Year>, own: &Own<'_>) -> (Vec<Figure>, Vec<Unplaced>) {
    let mut scan = Scan {
        year,
        own,
        figures: Vec::new(),
        unplaced: Vec::new(),
        topic: Topic::None,
        topic_age: 0,
        whole: None,
        again: Vec::new(),
    };
    for passage in passages {
        scan.topic = Topic::None;
        scan.whole = None;
        for sentence in sentences(&passage.text) {
            scan.sentence(&passage.text[sentence.clone()], passage.span.start + sentence.start);
        }
    }
    (scan.figures, scan.unplaced)
}

/// The numbers of passages that are not read for figures.
pub(crate) fn numbers(passage: &Passage) -> Vec<Unplaced> {
    let mut unplaced = Vec::new();
    for sentence in sentences(&passage.text) {
        let place = passage.span.start + sentence.start;
        let text = &passage.text[sentence];
        for stream in Stream::all(text) {
            let mut from = 0;
            while from < stream.chars.len() {
                from = match numeral::read(&stream.chars, from) {
                    Some(Read::Number(number)) => {
                        if number.unit.is_some() || number.is_percent {
                            unplaced.push(Unplaced {
                                value: number.value,
                                span: stream.span(number.at.clone(), place),
                                sentence: place..place + text.len(),
                            });
                        }
                        number.end.max(from + 1)
                    }
                    Some(Read::Year(_, end) | Read::Other(end)) => end.max(from + 1),
                    None => from + 1,
                };
            }
        }
    }
    unplaced
}

struct Scan<'a> {
    year: Option<Year>,
    own: &'a Own<'a>,
    figures: Vec<Figure>,
    unplaced: Vec<Unplaced>,
    topic: Topic,
    /// How many sentences ago the topic was named.
    topic_age: u32,
    /// The total of a sentence before, whose parts a sentence that begins with 其中 may give.
    whole: Option<(Subject, Option<Unit>)>,
    /// What the sentence stated again, of a figure that was placed.
    again: Vec<Subject>,
}

impl Scan<'_> {
    fn sentence(&mut self, text: &str, place: usize) {
        let streams = Stream::all(text);
        let Some((main, brackets)) = streams.split_first() else { return };
        if main.is_subheading() {
            self.topic = Topic::None;
        } else {
            self.topic_age += 1;
            if self.topic_age > 2 {
                self.topic = Topic::None;
            }
        }
        let begins_a_list = main.text(0..main.chars.len().min(4)).starts_with("其中");
        let mut within = Within {
            sentence: place..place + text.len(),
            seen: Seen::default(),
            last: None,
            forum: None,
            documents: None,
            is_listing: false,
            numbers: 0,
            unclear: None,
            speakers: Speakers::of(main, self.own, false),
            is_quoted: false,
            of: Scope { is_own_year: true, may_be_cumulative: main.has_part_of_year(), decides: false },
            is_part_of: if begins_a_list { self.whole } else { None },
        };
        let before = self.figures.len();
        let read = self.stream(main, place, &mut within);
        let of_main = std::mem::take(&mut within.speakers);
        for bracket in brackets {
            let before = read.partition_point(|(at, _)| *at <= bracket.start);
            within.last = read[..before].last().and_then(|(_, subject)| *subject);
            let at = main.chars.partition_point(|&(at, _)| at < bracket.start);
            let is_other = of_main.is_other(at.saturating_sub(1));
            within.speakers = Speakers::of(bracket, self.own, is_other);
            self.stream(bracket, place, &mut within);
        }
        if within.of.is_own_year {
            negation::read(main, place, &within.sentence, &of_main, &mut within.seen, &mut self.figures);
        }
        self.take_back_parts(before);
        let is_total = |figure: &&Figure| figure.subject == Subject::Disclosed && figure.measure == Measure::Count;
        if let Some(total) = self.figures[before..].iter().find(is_total) {
            self.whole = Some((total.subject, total.unit));
        } else if !begins_a_list {
            self.whole = None;
        }
    }

    /// Takes back outcomes and channels that the sentence states twice: those are parts of what it lists.
    fn take_back_parts(&mut self, from: usize) {
        let is_part = |figure: &Figure| {
            let proposals = &[Subject::DeputiesProposals, Subject::ConsultativeProposals][..];
            let lists = [OUTCOMES, REPLIES, CHANNELS, TIMELINESS, RECONSIDERATIONS.parts, SUITS.parts, proposals];
            figure.measure == Measure::Count && lists.iter().any(|list| list.contains(&figure.subject))
        };
        let twice: Vec<Subject> = self.again.drain(..).collect();
        let mut at = from;
        while at < self.figures.len() {
            if is_part(&self.figures[at]) && twice.contains(&self.figures[at].subject) {
                let Figure { value, span, sentence, .. } = self.figures.remove(at);
                self.unplaced.push(Unplaced { value, span, sentence });
            } else {
                at += 1;
            }
        }
    }

    /// Reads the numbers of a stream. Returns where each number stands and what it was placed as.
    fn stream(&mut self, stream: &Stream, place: usize, within: &mut Within) -> Vec<(usize, Option<Subject>)> {
        within.is_quoted = false;
        within.unclear = None;
        let mut read = Vec::new();
        let mut from = 0;
        // Where the words before the next number begin.
        let mut label_from = 0;
        // Numbers that were placed together with one before.
        let mut placed_until = 0;
        while from < stream.chars.len() {
            match numeral::read(&stream.chars, from) {
                None => {
                    match stream.chars[from].1 {
                        '“' => within.is_quoted = true,
                        '”' => within.is_quoted = false,
                        _ => {}
                    }
                    from += 1;
                }
                Some(Read::Other(end)) => from = end.max(from + 1),
                Some(Read::Year(number, end)) => {
                    // 结转2025年 and the like name a year and are not in it.
                    let is_other = self.year.is_some_and(|year| i64::from(year.number()) != number);
                    within.of.is_own_year = !is_other && !time::is_one_of_several_years(&stream.chars, from);
                    from = end;
                }
                Some(Read::Number(number)) => {
                    let end = number.end.max(from + 1);
                    // 三安全, 一次性: a numeral that is part of a word parts nothing.
                    let counts = number.unit.is_some() || number.is_percent || stream.ends_clause(number.end);
                    if counts && from >= placed_until {
                        self.speak_of(stream, label_from..from, within);
                        let (subject, until) = self.number(stream, label_from, &number, place, within);
                        placed_until = until;
                        read.push((stream.chars[number.at.start].0, subject));
                        within.last = subject;
                        within.numbers += 1;
                    }
                    from = end;
                    if counts {
                        label_from = end.max(placed_until);
                    }
                }
            }
        }
        self.speak_of(stream, label_from..stream.chars.len(), within);
        read
    }

    /// Notes what the words speak of.
    fn speak_of(&mut self, stream: &Stream, range: Range<usize>, within: &mut Within) {
        let words = stream.text(range);
        within.of.may_be_cumulative |= time::is_as_of(&words);
        within.is_listing |= words.contains("其中") || words.contains("包括");
        if time::leads_elsewhere(&words) {
            within.of.is_own_year = false;
        }
        if let Some(topic) = Topic::named_in(&words) {
            (self.topic, self.topic_age) = (topic, 0);
        }
        let forums = [("行政复议", Subject::Reconsiderations), ("诉讼", Subject::Suits)];
        let named = forums.iter().filter_map(|(word, forum)| Some((words.rfind(word)?, *forum)));
        if let Some((_, forum)) = named.max_by_key(|(at, _)| *at) {
            // Cases that the body decides are not those against it.
            let decides = ["受理", "收到", "审理", "办理", "办结", "代理"].iter().any(|word| words.contains(word))
                || (words.contains("审结") && !words.contains("未审结"));
            within.of.decides |= decides;
            within.forum = (!decides).then_some(forum);
        }
        let documents = [("规范性文件", Context::NormativeDocuments), ("规章", Context::Rules)];
        let named = documents.iter().filter_map(|(word, kind)| Some((words.rfind(word)?, *kind)));
        if let Some((_, kind)) = named.max_by_key(|(at, _)| *at) {
            within.documents = Some(kind);
        }
    }

    /// Places a number, and those behind it that one list of names is for. Returns what it was placed as, and where the
    /// numbers end that need not be looked at again.
    fn number(
        &mut self,
        stream: &Stream,
        label_from: usize,
        number: &Number,
        place: usize,
        within: &mut Within,
    ) -> (Option<Subject>, usize) {
        let label = Label::before(stream, label_from, number.at.start);
        let nothing = (None, number.end);
        let finder = self.finder(within);
        let is_part_of_a_number = number.unit.is_none()
            && matches!(stream.chars[number.end..], [(_, '、'), (_, c), ..] if numeral::digit(c).is_some())
            && !label.words.contains("分别");
        let is_cumulative = within.of.may_be_cumulative && time::is_cumulative(&label.words);
        // 12件予以公开5件: the words may be those of the number before.
        let is_unclear = within.unclear == Some(label_from) && stream.goes_on(label_from);
        if finder.is_barred(&label) || is_part_of_a_number || is_cumulative || is_unclear {
            self.leave(stream, number, place, within);
            return nothing;
        }
        if within.speakers.is_other(number.at.start) {
            // Another body may have part of a fee.
            let found = finder.by_list(&label, number).filter(|found| found.subject == Subject::FeePart);
            let subject = found.as_ref().map(|found| found.subject);
            match found {
                Some(found) => self.place(stream, number, found, place, within),
                None => self.leave(stream, number, place, within),
            }
            return (subject, number.end);
        }
        match finder.number_first(stream, label_from, number) {
            NumberFirst::Found(found, until) if Self::is_new(&found, within) => {
                let subject = found.subject;
                self.place(stream, number, found, place, within);
                return (Some(subject), until);
            }
            NumberFirst::Found(found, _) => {
                self.again.push(found.subject);
                self.leave(stream, number, place, within);
                return nothing;
            }
            NumberFirst::Unclear => {
                within.unclear = Some(number.end);
                self.leave(stream, number, place, within);
                return nothing;
            }
            NumberFirst::No => {}
        }
        let is_of_this_time = !Finder::is_of_other_time(&label);
        if label.words.contains("分别") {
            if is_of_this_time && let Some(until) = self.distribute(stream, &label, number, place, within) {
                return (within.last, until);
            }
            self.leave(stream, number, place, within);
            return nothing;
        }
        if number.value == Decimal::ZERO && is_of_this_time && self.all_none(stream, &label, number, place, within) {
            return (within.last, number.end);
        }
        let found = self.finder(within).find(stream, &label, label_from, number);
        if let Some(found) = found.as_ref().filter(|found| !Self::is_new(found, within)) {
            self.again.push(found.subject);
        }
        let Some(found) = found.filter(|found| Self::is_new(found, within)) else {
            self.leave(stream, number, place, within);
            return nothing;
        };
        let subject = found.subject;
        self.place(stream, number, found, place, within);
        (Some(subject), number.end)
    }

    fn finder<'a>(&self, within: &'a Within) -> Finder<'a> {
        Finder { topic: self.topic, within }
    }

    fn is_new(found: &Found, within: &Within) -> bool {
        found.name.is_some() || !within.seen.has(found.subject, found.measure)
    }

    fn leave(&mut self, stream: &Stream, number: &Number, place: usize, within: &Within) {
        if number.unit.is_some() || number.is_percent {
            let span = stream.span(number.at.clone(), place);
            self.unplaced.push(Unplaced { value: number.value, span, sentence: within.sentence.clone() });
        }
    }

    fn place(&mut self, stream: &Stream, number: &Number, found: Found, place: usize, within: &mut Within) {
        if found.subject == Subject::Disclosed && found.measure == Measure::Count {
            within.is_part_of = Some((found.subject, number.unit.and_then(unit_of_form)));
        }
        within.seen.is_new(found.subject, found.measure);
        if found.subject.is_of_requests() {
            (self.topic, self.topic_age) = (Topic::Requests, 0);
        }
        self.figures.push(Figure {
            subject: found.subject,
            measure: found.measure,
            value: if found.is_fall { Decimal::ZERO.minus(number.value) } else { number.value },
            unit: number.unit.and_then(unit_of_form),
            name: found.name,
            whole: found.whole,
            is_approximate: number.is_approximate,
            confidence: found.confidence,
            span: stream.span(number.at.clone(), place),
            sentence: within.sentence.clone(),
        });
    }

    /// 网络申请、信函申请分别为3件、2件: as many names as numbers.
    fn distribute(
        &mut self,
        stream: &Stream,
        label: &Label,
        first: &Number,
        place: usize,
        within: &mut Within,
    ) -> Option<usize> {
        let (names, rest) = label.words.split_once("分别")?;
        if !taken_off(rest, FILLERS).is_empty() {
            return None;
        }
        let names: Vec<&str> = names.split(['、', '和', '及', '与']).filter(|name| !name.is_empty()).collect();
        let mut numbers = vec![first.clone()];
        while numbers.len() < names.len() {
            let mut at = numbers.last()?.end;
            while stream.chars.get(at).is_some_and(|&(_, c)| matches!(c, '、' | '和' | '及' | '与' | '，' | ',')) {
                at += 1;
            }
            let Some(Read::Number(number)) = numeral::read(&stream.chars, at) else { return None };
            numbers.push(number);
        }
        let until = numbers.last()?.end;
        let mut placed = Vec::new();
        for (name, number) in names.iter().zip(&numbers) {
            let label = Label { words: (*name).to_owned(), ..label.clone() };
            let found = self.finder(within).by_pattern(&label, number)?;
            if placed.iter().any(|(other, _): &(Found, _)| other.subject == found.subject)
                || !Self::is_new(&found, within)
            {
                return None;
            }
            within.last = Some(found.subject);
            placed.push((found, number));
        }
        for (found, number) in placed {
            self.place(stream, number, found, place, within);
        }
        Some(until)
    }

    /// 行政复议、行政诉讼均为0件: each of the names has none.
    fn all_none(&mut self, stream: &Stream, label: &Label, number: &Number, place: usize, within: &mut Within) -> bool {
        let words = taken_off(&label.words, FILLERS);
        let names: Vec<&str> = words.split(['、', '和', '及', '与']).filter(|name| !name.is_empty()).collect();
        if names.len() < 2 || number.is_percent {
            return false;
        }
        let by_name =
            |name: &&str| self.finder(within).by_pattern(&Label { words: (*name).to_owned(), ..label.clone() }, number);
        let Some(found) = names.iter().map(by_name).collect::<Option<Vec<Found>>>() else { return false };
        let is_new = |(i, one): (usize, &Found)| {
            Self::is_new(one, within) && found[..i].iter().all(|other| other.subject != one.subject)
        };
        if !found.iter().enumerate().all(is_new) {
            return false;
        }
        for one in found {
            within.last = Some(one.subject);
            self.place(stream, number, one, place, within);
        }
        true
    }
}
