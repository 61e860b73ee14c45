//! Finds the figures of a text, sentence by sentence, in one pass.

use std::ops::Range;

use crate::narrative::Passage;
use crate::narrative::figure::{Confidence, Figure, Measure, Unplaced};
use crate::narrative::negation;
use crate::narrative::numeral::{self, Chars, Number, Read, unit_of_form};
use crate::narrative::patterns::{BEHIND, Context, FILLERS, MEANS, PATTERNS, Pattern};
use crate::narrative::subject::{CHANNELS, Subject};
use crate::{Decimal, Unit, Year};

/// The figures of the passages; those of other years than the report's are not placed.
pub(crate) fn figures(passages: &[&Passage], year: Option<Year>) -> (Vec<Figure>, Vec<Unplaced>) {
    let mut scan =
        Scan { year, figures: Vec::new(), unplaced: Vec::new(), topic: Topic::None, topic_age: 0, whole: None };
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

/// What the text speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Topic {
    None,
    Requests,
    Fee,
    Elsewhere,
}

/// Words that say what a text speaks of; the last one counts.
const TOPICS: &[(&str, Topic)] = &[
    // 参保申请 are other ones; requests that were placed say so themselves.
    ("信息公开申请", Topic::Requests),
    ("公开申请", Topic::Requests),
    ("依申请公开", Topic::Requests),
    ("申请公开", Topic::Requests),
    ("信息处理费", Topic::Fee),
    ("收费通知", Topic::Fee),
    ("留言", Topic::Elsewhere),
    ("咨询", Topic::Elsewhere),
    ("热线", Topic::Elsewhere),
    ("提案", Topic::Elsewhere),
    ("建议", Topic::Elsewhere),
    ("信箱", Topic::Elsewhere),
    ("来电", Topic::Elsewhere),
    ("征集", Topic::Elsewhere),
    ("培训", Topic::Elsewhere),
    ("工单", Topic::Elsewhere),
];

/// Words by which a number is of another year, or of more than one.
const OTHER_YEARS: &[&str] =
    &["上年", "上一年", "去年", "往年", "历年", "以来", "近年", "近三年", "近五年", "上半年", "下半年", "季度"];
/// Words by which a number is only planned.
const PLANS: &[&str] = &["计划", "拟", "力争", "预计", "目标", "明年", "下一步"];
/// Words that compare with the year before.
const COMPARISONS: &[&str] =
    &["同比", "比上年", "比去年", "较上年", "较去年", "与上年", "与去年", "比上一年", "较上一年", "与上一年", "环比"];
const RISES: &[&str] = &["增长", "增加", "上升", "提高", "提升", "增"];
const FALLS: &[&str] = &["减少", "下降", "降低", "下滑", "减"];
/// What parts clauses.
const PARTS_CLAUSES: &[char] = &['，', ',', '；', ';', '：', ':', '。', '！', '？'];
/// What joins the members of a list.
const JOINS: &[&str] = &["、", "和", "及", "与", "或", "以及", "并"];
/// The most characters before a number that are looked at.
const LONGEST_LABEL: usize = 64;

struct Scan {
    year: Option<Year>,
    figures: Vec<Figure>,
    unplaced: Vec<Unplaced>,
    topic: Topic,
    /// How many sentences ago the topic was named.
    topic_age: u32,
    /// The total of a sentence before, whose parts a sentence that begins with 其中 may give.
    whole: Option<(Subject, Option<Unit>)>,
}

/// What a sentence has said already: of each subject one figure of a measure.
#[derive(Default)]
pub(crate) struct Seen(Vec<(Subject, Measure)>);

impl Seen {
    /// Whether it is said for the first time.
    pub(crate) fn is_new(&mut self, subject: Subject, measure: Measure) -> bool {
        let is_new = !self.has(subject, measure);
        if is_new {
            self.0.push((subject, measure));
        }
        is_new
    }

    pub(crate) fn has(&self, subject: Subject, measure: Measure) -> bool {
        self.0.contains(&(subject, measure))
    }
}

/// What is known within a sentence.
struct Within {
    sentence: Range<usize>,
    seen: Seen,
    /// The subject of the number just before; `None` if that could not be placed.
    last: Option<Subject>,
    forum: Option<Subject>,
    documents: Option<Context>,
    /// Whether the sentence speaks of the report's year.
    is_own_year: bool,
    /// The total whose parts the sentence gives, and its unit.
    is_part_of: Option<(Subject, Option<Unit>)>,
}

impl Scan {
    fn sentence(&mut self, text: &str, place: usize) {
        let streams = Stream::all(text);
        let Some((main, brackets)) = streams.split_first() else { return };
        if is_subheading(&main.chars) {
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
            is_own_year: true,
            is_part_of: if begins_a_list { self.whole } else { None },
        };
        let before = self.figures.len();
        let read = self.stream(main, place, &mut within);
        for bracket in brackets {
            let before = read.partition_point(|(at, _)| *at <= bracket.start);
            within.last = read[..before].last().and_then(|(_, subject)| *subject);
            self.stream(bracket, place, &mut within);
        }
        if within.is_own_year {
            negation::read(main, place, &within.sentence, &mut within.seen, &mut self.figures);
        }
        let is_total = |figure: &&Figure| figure.subject == Subject::Disclosed && figure.measure == Measure::Count;
        if let Some(total) = self.figures[before..].iter().find(is_total) {
            self.whole = Some((total.subject, total.unit));
        } else if !begins_a_list {
            self.whole = None;
        }
    }

    /// Reads the numbers of a stream. Returns where each number stands and what it was placed as.
    fn stream(&mut self, stream: &Stream, place: usize, within: &mut Within) -> Vec<(usize, Option<Subject>)> {
        let mut read = Vec::new();
        let mut from = 0;
        // Where the words before the next number begin.
        let mut label_from = 0;
        // Numbers that were placed together with one before.
        let mut placed_until = 0;
        while from < stream.chars.len() {
            match numeral::read(&stream.chars, from) {
                None => from += 1,
                Some(Read::Other(end)) => from = end.max(from + 1),
                Some(Read::Year(number, end)) => {
                    // 结转2025年 and the like name a year and are not in it.
                    let is_other = self.year.is_some_and(|year| i64::from(year.number()) != number);
                    within.is_own_year = !is_other;
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
                    }
                    from = end;
                    if counts {
                        label_from = end;
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
        if let Some((_, topic)) =
            TOPICS.iter().filter_map(|(word, topic)| Some((words.rfind(word)?, *topic))).max_by_key(|(at, _)| *at)
        {
            (self.topic, self.topic_age) = (topic, 0);
        }
        let forums = [("行政复议", Subject::Reconsiderations), ("诉讼", Subject::Suits)];
        let named = forums.iter().filter_map(|(word, forum)| Some((words.rfind(word)?, *forum)));
        if let Some((_, forum)) = named.max_by_key(|(at, _)| *at) {
            // Cases that the body decides are not those against it.
            let decides = ["受理", "收到", "审理", "办理", "办结"].iter().any(|word| words.contains(word))
                || (words.contains("审结") && !words.contains("未审结"));
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
        let label = stream.label(label_from, number.at.start);
        let nothing = (None, number.end);
        if label.words.contains("分别") {
            if let Some(until) = self.distribute(stream, &label, number, place, within) {
                return (within.last, until);
            }
            self.leave(stream, number, place, within);
            return nothing;
        }
        if number.value == Decimal::ZERO && self.all_none(stream, &label, number, place, within) {
            return (within.last, number.end);
        }
        let found = self.find(stream, &label, label_from, number, within);
        let Some(found) = found.filter(|found| Self::is_new(found, within)) else {
            self.leave(stream, number, place, within);
            return nothing;
        };
        let subject = found.subject;
        self.place(stream, number, found, place, within);
        (Some(subject), number.end)
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
            let found = self.by_pattern(&label, number, within)?;
            if placed.iter().any(|(other, _): &(Found, _)| other.subject == found.subject)
                || !Self::is_new(&found, within)
            {
                return None;
            }
            within.last = Some(found.subject);
            placed.push((found, number));
        }
        if !within.is_own_year {
            return None;
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
        if names.len() < 2 || number.is_percent || !within.is_own_year {
            return false;
        }
        let by_name =
            |name: &&str| self.by_pattern(&Label { words: (*name).to_owned(), ..label.clone() }, number, within);
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

    fn find(
        &self,
        stream: &Stream,
        label: &Label,
        label_from: usize,
        number: &Number,
        within: &Within,
    ) -> Option<Found> {
        let words = label.words.as_str();
        let compares = COMPARISONS.iter().filter_map(|word| words.find(word)).min();
        let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
        if has(PLANS) || !within.is_own_year {
            return None;
        }
        // What follows 同比 is a change; so is 增长12% right behind a figure.
        let changes = compares.or_else(|| {
            let starts = RISES.iter().chain(FALLS).any(|word| words.starts_with(word));
            (starts && within.last.is_some()).then_some(0)
        });
        if let Some(at) = changes {
            return self.change(label, at, number, within);
        }
        if has(OTHER_YEARS) && !words.contains("结转") && !words.contains("转入") {
            return None;
        }
        if number.is_percent {
            return self.share(stream, label, label_from, number, within);
        }
        self.by_pattern(label, number, within).or_else(|| self.by_list(label, number, within))
    }

    /// A change since the year before: of what the words name, or of the figure just before.
    fn change(&self, label: &Label, at: usize, number: &Number, within: &Within) -> Option<Found> {
        let (before, after) = label.words.split_at(at);
        let rises = RISES.iter().filter_map(|word| after.find(word)).min();
        let falls = FALLS.iter().filter_map(|word| after.find(word)).min();
        let is_fall = match (rises, falls) {
            (Some(_), None) => false,
            (None, Some(_)) => true,
            _ => return None,
        };
        // The rise or fall is what the number is of: 同比增长12%, and not 同比增长，其中网络3件.
        let tail = taken_off(after, FILLERS);
        if !RISES.iter().chain(FALLS).any(|word| tail.ends_with(word)) {
            return None;
        }
        let measure = if number.is_percent { Measure::Growth } else { Measure::Difference };
        let before = before.trim_end_matches(PARTS_CLAUSES).trim_end_matches(['、', '量']);
        let (subject, confidence) = if before.is_empty() {
            (within.last?, Confidence::FromContext)
        } else {
            let label = Label { words: before.to_owned(), ..label.clone() };
            (self.by_words(&label, None, within)?.subject, Confidence::Named)
        };
        Some(Found { measure, is_fall, ..Found::new(subject, confidence) })
    }

    /// A share: of what the words name, or of the figure just before.
    fn share(
        &self,
        stream: &Stream,
        label: &Label,
        label_from: usize,
        number: &Number,
        within: &Within,
    ) -> Option<Found> {
        const RATES: &[(&str, Subject, Subject)] = &[
            ("按时办结率", Subject::OnTime, Subject::Processed),
            ("按期办结率", Subject::OnTime, Subject::Processed),
            ("按时答复率", Subject::OnTime, Subject::Processed),
            ("按期答复率", Subject::OnTime, Subject::Processed),
            ("及时答复率", Subject::OnTime, Subject::Processed),
            ("及时办结率", Subject::OnTime, Subject::Processed),
        ];
        let words = taken_off(&label.words, FILLERS);
        if let Some(&(_, subject, whole)) = RATES.iter().find(|(rate, ..)| words.ends_with(rate)) {
            let is_of_requests = self.topic == Topic::Requests;
            return is_of_requests.then(|| Found {
                measure: Measure::Share,
                whole: Some(whole),
                ..Found::new(subject, Confidence::Named)
            });
        }
        let is_alone = stream.is_bracket && words.is_empty() && label_from == 0;
        let (before, whole) = match label.words.rsplit_once('占') {
            Some((before, whole)) => (before, taken_off(whole.strip_prefix('比').unwrap_or(whole), FILLERS)),
            None if is_alone => ("", ""),
            None => return None,
        };
        let whole = match whole.trim_matches(['的', '全']) {
            "" | "总" | "部" => None,
            whole if whole.contains("结转") => return None,
            whole if whole.contains("答复") || whole.contains("办结") || whole.contains("处理") => {
                Some(Subject::Processed)
            }
            whole if whole.contains("申请") || whole.contains("收到") || whole.contains("新收") => {
                Some(Subject::Received)
            }
            whole if whole.contains("主动公开") || whole.contains("公开信息") => Some(Subject::Disclosed),
            _ => return None,
        };
        let before = before.trim_end_matches(PARTS_CLAUSES).trim_end_matches("约");
        let (subject, confidence) = if before.is_empty() {
            (within.last?, Confidence::FromContext)
        } else {
            let label = Label { words: before.to_owned(), ..label.clone() };
            let number = Number { unit: Some("件"), ..number.clone() };
            (self.by_words(&label, Some(&number), within)?.subject, Confidence::Named)
        };
        Some(Found { measure: Measure::Share, whole, ..Found::new(subject, confidence) })
    }

    fn by_pattern(&self, label: &Label, number: &Number, within: &Within) -> Option<Found> {
        self.by_words(label, Some(number), within).or_else(|| {
            let behind = label.behind?;
            let words = format!("{}{behind}", taken_off(&label.words, FILLERS));
            self.by_words(&Label { words, ..label.clone() }, Some(number), within)
        })
    }

    /// The first pattern that fits the words.
    fn by_words(&self, label: &Label, number: Option<&Number>, within: &Within) -> Option<Found> {
        let words = taken_off(&label.words, FILLERS);
        let pattern = PATTERNS.iter().find(|pattern| self.fits(pattern, words, label, number, within))?;
        let named = MEANS.iter().filter(|(_, means)| means.iter().any(|word| words.contains(word))).count();
        let is_by_means = crate::narrative::subject::BY_CHANNEL.parts.contains(&pattern.subject);
        // Through two means together: whose the number is stays open.
        if is_by_means && (named > 1 || within.is_part_of.is_none() && words.contains('、')) {
            return None;
        }
        let confidence = if pattern.context == Context::Any && !label.is_from_before {
            Confidence::Named
        } else {
            Confidence::FromContext
        };
        Some(Found::new(pattern.subject, confidence))
    }

    fn fits(&self, pattern: &Pattern, words: &str, label: &Label, number: Option<&Number>, within: &Within) -> bool {
        let unit_fits = number.is_none_or(|number| pattern.units.contains(&number.unit.unwrap_or_default()));
        unit_fits
            && pattern.tails.iter().any(|tail| ends_with(words, tail, pattern.suffixes))
            && pattern.with.iter().all(|list| list.iter().any(|word| words.contains(word)))
            && !pattern.without.iter().any(|word| words.contains(word))
            && self.is_in(pattern, words, label, within)
    }

    fn is_in(&self, pattern: &Pattern, words: &str, label: &Label, within: &Within) -> bool {
        let last = |list: &[Subject]| within.last.is_some_and(|subject| list.contains(&subject));
        let context = pattern.context;
        match context {
            Context::Any => true,
            Context::Requests => self.topic == Topic::Requests,
            Context::Channels => {
                let follows = last(CHANNELS) || last(&[Subject::Received, Subject::Handled]);
                // 网络3件 and 通过网络3件, but not 发送邮件3件.
                let bare = ["通过", "以", "经", "利用", "采用"]
                    .iter()
                    .find_map(|way| words.strip_prefix(way))
                    .unwrap_or(words);
                let is_bare = pattern.tails.iter().any(|tail| bare.starts_with(tail));
                (words.contains("申请") && self.topic == Topic::Requests) || (follows && is_bare)
            }
            Context::Reconsiderations => within.forum == Some(Subject::Reconsiderations) && !label.names_forum("诉讼"),
            Context::Suits => within.forum == Some(Subject::Suits) && !label.names_forum("行政复议"),
            Context::Fee => self.topic == Topic::Fee,
            Context::FeeNotices => last(&[Subject::FeeNotices]),
            Context::Rules | Context::NormativeDocuments => {
                within.documents == Some(context) && within.last.is_some_and(is_of_documents)
            }
            Context::Decisions => {
                last(&[Subject::LicensingDecisions, Subject::PenaltiesDecisions, Subject::CoercionDecisions])
            }
        }
    }

    /// A member of a list of the report's own making, behind 其中 and a total.
    fn by_list(&self, label: &Label, number: &Number, within: &Within) -> Option<Found> {
        const LONGEST_NAME: usize = 18;
        let name = taken_off(&label.words, FILLERS);
        let (subject, allowed) = match number.unit? {
            unit @ ("条" | "件" | "篇" | "项") => {
                let is_part = within.is_part_of == Some((Subject::Disclosed, unit_of_form(unit)));
                let is_listed = label.is_in_list || within.last == Some(Subject::DisclosedOfKind);
                (Subject::DisclosedOfKind, is_part && is_listed)
            }
            "元" | "万元" => {
                let total = within.seen.has(Subject::FeeCollected, Measure::Count);
                let is_listed = label.is_in_list || within.last == Some(Subject::FeePart);
                (Subject::FeePart, total && is_listed && self.topic == Topic::Fee)
            }
            _ => return None,
        };
        let is_name = !name.is_empty()
            && name.chars().nth(LONGEST_NAME).is_none()
            && !["申请", "通过", "收到", "答复", "公开", "办理", "占", "同比", "培训", "发布"]
                .iter()
                .any(|word| name.contains(word));
        (allowed && is_name)
            .then(|| Found { name: Some(name.to_owned()), ..Found::new(subject, Confidence::FromContext) })
    }
}

fn is_of_documents(subject: Subject) -> bool {
    (Subject::RulesIssued.index()..=Subject::NormativeDocumentsInForce.index()).contains(&subject.index())
}

/// What a number was found to be.
struct Found {
    subject: Subject,
    measure: Measure,
    whole: Option<Subject>,
    name: Option<String>,
    confidence: Confidence,
    is_fall: bool,
}

impl Found {
    fn new(subject: Subject, confidence: Confidence) -> Self {
        Self { subject, measure: Measure::Count, whole: None, name: None, confidence, is_fall: false }
    }
}

/// The words before a number.
#[derive(Clone)]
struct Label {
    words: String,
    /// What stands behind the number, where that may be what it counts.
    behind: Option<&'static str>,
    /// Whether the words are those of the clause before, because there are none in the number's own.
    is_from_before: bool,
    /// Whether 其中 or 包括 stands right before it, the number before it aside.
    is_in_list: bool,
}

impl Label {
    fn names_forum(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

/// The words with those taken off their end that do not change what they name.
fn taken_off<'a>(words: &'a str, list: &[&str]) -> &'a str {
    let mut rest = words;
    while let Some(shorter) = list.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest
}

/// Whether the tail ends the words, suffixes aside, and is not the last of several names that are joined.
fn ends_with(words: &str, tail: &str, suffixes: &[&str]) -> bool {
    let mut rest = words;
    loop {
        if let Some(before) = rest.strip_suffix(tail) {
            let begins = JOINS.contains(&before) || before.is_empty();
            return begins || !JOINS.iter().any(|join| before.ends_with(join));
        }
        match suffixes.iter().find_map(|suffix| rest.strip_suffix(suffix)) {
            Some(shorter) => rest = taken_off(shorter, FILLERS),
            None => return false,
        }
    }
}

/// A run of a sentence's characters: the sentence without what stands in brackets and titles, or what stands in a bracket.
pub(crate) struct Stream {
    pub(crate) chars: Vec<(usize, char)>,
    /// Where in the sentence it begins.
    start: usize,
    is_bracket: bool,
}

impl Stream {
    /// The sentence, then each of its brackets.
    fn all(text: &str) -> Vec<Self> {
        let mut all = vec![Self { chars: Vec::new(), start: 0, is_bracket: false }];
        let mut bracket: Option<usize> = None;
        let mut in_title = 0_u32;
        let mut gap = false;
        for (at, c) in text.char_indices() {
            match c {
                '《' => in_title += 1,
                '》' => in_title = in_title.saturating_sub(1),
                _ if in_title > 0 => {}
                '（' | '(' if bracket.is_none() => {
                    all.push(Self { chars: Vec::new(), start: at, is_bracket: true });
                    bracket = Some(all.len() - 1);
                    gap = false;
                }
                '）' | ')' => bracket = None,
                _ if c.is_whitespace() => gap = true,
                _ => {
                    let stream = &mut all[bracket.unwrap_or(0)].chars;
                    let is_token = |c: char| c.is_ascii_alphanumeric() || numeral::digit(c).is_some();
                    if gap && is_token(c) && stream.last().is_some_and(|&(_, last)| is_token(last)) {
                        stream.push((at, ' '));
                    }
                    stream.push((at, c));
                    gap = false;
                }
            }
        }
        all
    }

    pub(crate) fn text(&self, range: Range<usize>) -> String {
        self.chars[range].iter().map(|&(_, c)| c).collect()
    }

    /// The bytes of the source from one character to another.
    pub(crate) fn span(&self, range: Range<usize>, place: usize) -> Range<usize> {
        let chars = &self.chars[range];
        match (chars.first(), chars.last()) {
            (Some(&(first, _)), Some(&(last, c))) => place + first..place + last + c.len_utf8(),
            _ => place..place,
        }
    }

    /// Whether a clause or the stream ends at a character.
    fn ends_clause(&self, at: usize) -> bool {
        self.chars.get(at).is_none_or(|&(_, c)| PARTS_CLAUSES.contains(&c) || c == '、')
    }

    /// The words before a number: those of its clause, or of the clause before if it has none of its own.
    fn label(&self, from: usize, to: usize) -> Label {
        let from_here = from.max(to.saturating_sub(LONGEST_LABEL));
        let text = self.text(from_here..to);
        let clause_at =
            text.rfind(PARTS_CLAUSES).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        let mut words = text[clause_at..].to_owned();
        let mut is_from_before = false;
        if taken_off(&words, FILLERS).is_empty() && clause_at > 0 {
            let before = text[..clause_at].trim_end_matches(PARTS_CLAUSES);
            let before_at =
                before.rfind(PARTS_CLAUSES).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
            before[before_at..].clone_into(&mut words);
            is_from_before = true;
        }
        let is_in_list = text.contains("其中") || text.contains("包括");
        for lead in ["其中", "包括", "分为", "、", "和", "及", "与", "以及", "并", "含"] {
            if words.starts_with(lead) {
                words.drain(..lead.len());
            }
        }
        let after: String = match numeral::read(&self.chars, to) {
            Some(Read::Number(number)) => {
                let end = self.chars.len().min(number.end + 12);
                self.text(number.end..end)
            }
            _ => String::new(),
        };
        // 申请人, 申请表 are no requests.
        let is_whole = |rest: &str| !rest.starts_with(['人', '表', '书', '材']);
        let stands_behind = |printed: &str| after.strip_prefix(printed).is_some_and(is_whole);
        let behind = BEHIND.iter().find(|(printed, _)| stands_behind(printed)).map(|(_, word)| *word);
        Label { words, behind, is_from_before, is_in_list }
    }
}

/// Whether a line is a heading within a section: （一）…, 1.…, without the end of a sentence.
fn is_subheading(chars: &Chars) -> bool {
    const LONGEST: usize = 30;
    chars.len() <= LONGEST && chars.last().is_some_and(|&(_, c)| !matches!(c, '。' | '；' | '，'))
}

/// The sentences of a text. A line that is full may go on in the next; a blank line ends it.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut line_start = 0;
    let mut push = |range: Range<usize>| {
        if !text[range.clone()].trim().is_empty() {
            all.push(range);
        }
    };
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let ends = match c {
            '。' | '！' | '？' | '|' | '\t' => true,
            '\n' => {
                let line = text[line_start..at].trim();
                let next = text[end..].chars().find(|c| *c == '\n' || !c.is_whitespace());
                line_start = end;
                matches!(next, None | Some('\n')) || ends_paragraph(line)
            }
            _ => false,
        };
        if ends {
            push(start..end);
            start = end;
        }
    }
    push(start..text.len());
    all
}

/// Whether nothing of the line's sentence follows in the next one.
fn ends_paragraph(line: &str) -> bool {
    const FULL: usize = 20;
    line.ends_with(['。', '；', '！', '？', '：', ';', ':'])
        || line.chars().nth(FULL).is_none() && !line.ends_with(['，', '、', ','])
}
