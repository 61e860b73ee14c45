//! What a number is found to be, by the words before it and what was said before.

use crate::narrative::Subject;
use crate::narrative::bars;
use crate::narrative::figure::{Confidence, Measure};
use crate::narrative::label::{Label, ends_with, taken_off};
use crate::narrative::numeral::{Number, unit_of_form};
use crate::narrative::patterns::{BEHIND, Context, FILLERS, MEANS, PATTERNS, Pattern};
use crate::narrative::stream::{PARTS_CLAUSES, Stream};
use crate::narrative::subject::{BY_CHANNEL, CHANNELS, OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS, TIMELINESS};
use crate::narrative::time;
use crate::narrative::topic::Topic;
use crate::narrative::within::Within;

/// Bodies, where a list says what is whose.
const BODIES: &[&str] = &["局", "厅", "发改委", "卫健委", "委员会", "街道", "乡", "镇", "县", "本级"];
/// Words that compare with the year before.
const COMPARISONS: &[&str] =
    &["同比", "比上年", "比去年", "较上年", "较去年", "与上年", "与去年", "比上一年", "较上一年", "与上一年"];
const RISES: &[&str] = &["增长", "增加", "上升", "提高", "提升", "增"];
const FALLS: &[&str] = &["减少", "下降", "降低", "下滑", "减"];

/// What a number was found to be.
pub(crate) struct Found {
    pub(crate) subject: Subject,
    pub(crate) measure: Measure,
    pub(crate) whole: Option<Subject>,
    pub(crate) name: Option<String>,
    pub(crate) confidence: Confidence,
    pub(crate) is_fall: bool,
}

impl Found {
    fn new(subject: Subject, confidence: Confidence) -> Self {
        Self { subject, measure: Measure::Count, whole: None, name: None, confidence, is_fall: false }
    }
}

/// What a number is that stands before what it counts: 12件予以公开.
pub(crate) enum NumberFirst {
    /// It is that, and the words end there.
    Found(Found, usize),
    /// Words of an outcome stand behind it, and more.
    Unclear,
    No,
}

/// Finds what numbers of a sentence are.
pub(crate) struct Finder<'a> {
    pub(crate) topic: Topic,
    pub(crate) within: &'a Within,
}

impl Finder<'_> {
    /// Whether the number is of nothing that the report counts of its year: a plan, an average, another body's.
    pub(crate) fn is_barred(&self, label: &Label) -> bool {
        !self.within.of.is_own_year || self.within.is_quoted || bars::bar(&label.words, &label.after)
    }

    /// Whether the words put the number into another time; 上年结转 is of this one.
    pub(crate) fn is_of_other_time(label: &Label) -> bool {
        time::is_other(&label.words) && !label.words.contains("结转") && !label.words.contains("转入")
    }

    pub(crate) fn find(&self, stream: &Stream, label: &Label, label_from: usize, number: &Number) -> Option<Found> {
        let words = label.words.as_str();
        let compares = COMPARISONS.iter().filter_map(|word| words.find(word)).min();
        // What follows 同比 is a change; so is 增长12% right behind a figure.
        let changes = compares.or_else(|| {
            let starts = RISES.iter().chain(FALLS).any(|word| words.starts_with(word));
            (starts && self.within.last.is_some()).then_some(0)
        });
        if let Some(at) = changes {
            return self.change(label, at, number);
        }
        if Self::is_of_other_time(label) {
            return None;
        }
        if number.is_percent {
            return self.share(stream, label, label_from, number);
        }
        let found = self.by_pattern(label, number).filter(|found| !self.is_of_a_part(label, found.subject));
        found.or_else(|| self.by_list(label, number))
    }

    /// Whether the number is that of one of the bodies in a list: 其中，市教育局收到申请9件.
    fn is_of_a_part(&self, label: &Label, subject: Subject) -> bool {
        let is_whole = matches!(subject, Subject::Received | Subject::Handled | Subject::Disclosed);
        let may_be_listed = subject == Subject::Received && self.within.seen.has(Subject::Handled, Measure::Count);
        // 公民、法人或者其他组织 are all who may ask, 公民 alone are some of them.
        let is_of_some = subject == Subject::Received && label.words.contains("公民") && !label.words.contains("法人");
        is_of_some
            || self.within.is_listing
                && (is_whole && !may_be_listed || BODIES.iter().any(|body| label.words.contains(body)))
    }

    /// A change since the year before: of what the words name, or of the figure just before.
    fn change(&self, label: &Label, at: usize, number: &Number) -> Option<Found> {
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
            (self.within.last?, Confidence::FromContext)
        } else {
            let label = Label { words: before.to_owned(), ..label.clone() };
            (self.by_words(&label, None)?.subject, Confidence::Named)
        };
        Some(Found { measure, is_fall, ..Found::new(subject, confidence) })
    }

    /// A share: of what the words name, or of the figure just before.
    fn share(&self, stream: &Stream, label: &Label, label_from: usize, number: &Number) -> Option<Found> {
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
            whole if ["全市", "全县", "全区", "全省", "全国"].iter().any(|place| whole.contains(place)) => {
                return None;
            }
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
            (self.within.last?, Confidence::FromContext)
        } else {
            let label = Label { words: before.to_owned(), ..label.clone() };
            let number = Number { unit: Some("件"), ..number.clone() };
            (self.by_words(&label, Some(&number))?.subject, Confidence::Named)
        };
        // A share of what is itself a whole must say of what.
        let is_whole = [Subject::Received, Subject::Handled, Subject::Disclosed].contains(&subject);
        let is_sound = whole != Some(subject) && !(is_whole && whole.is_none());
        is_sound.then(|| Found { measure: Measure::Share, whole, ..Found::new(subject, confidence) })
    }

    pub(crate) fn by_pattern(&self, label: &Label, number: &Number) -> Option<Found> {
        self.by_words(label, Some(number)).or_else(|| {
            let behind = label.behind?;
            let words = format!("{}{behind}", taken_off(&label.words, FILLERS));
            self.by_words(&Label { words, ..label.clone() }, Some(number))
        })
    }

    /// A clause that begins with the number and holds nothing but what it counts.
    pub(crate) fn number_first(&self, stream: &Stream, from: usize, number: &Number) -> NumberFirst {
        /// The most characters behind the number.
        const LONGEST: usize = 24;
        /// What may stand before the number in its clause, and between it and what it counts.
        const LEADS: &[&str] = &["", "有", "其中", "其中有", "包括"];
        const LINKS: &[&str] = &["为", "是", "被", "因", "通过", "以", "系"];
        /// Words of outcomes.
        const OUTCOMES: &[&str] = &[
            "公开",
            "无法提供",
            "不予",
            "处理",
            "维持",
            "纠正",
            "办结",
            "审结",
            "结转",
            "转下",
            "不存在",
            "申请",
            "提交",
        ];
        if number.unit.is_none() || number.is_percent {
            return NumberFirst::No;
        }
        let is_border = |c: char| PARTS_CLAUSES.contains(&c) || c == '、';
        let before: String = stream.chars[from..number.at.start].iter().map(|&(_, c)| c).collect();
        let lead = before.rsplit(is_border).next().unwrap_or_default();
        // Only behind a border: in 维持4件纠正2件 the words come first.
        let is_first = LEADS.contains(&lead) && (before.len() > lead.len() || from == 0);
        let behind = stream.chars[number.end..].iter().take(LONGEST + 1).take_while(|&&(_, c)| !is_border(c)).count();
        let until = number.end + behind;
        let words = stream.text(number.end..until);
        if !is_first || words.is_empty() {
            return NumberFirst::No;
        }
        let rest = LINKS.iter().find_map(|link| words.strip_prefix(link)).unwrap_or(&words);
        let label = Label {
            words: rest.to_owned(),
            behind: None,
            after: String::new(),
            is_from_before: false,
            is_in_list: false,
        };
        // 12件予以公开，其中3件部分公开: those are three of the twelve.
        let is_part = lead.starts_with("其中") && self.within.last.is_some_and(is_result);
        let found = PATTERNS
            .iter()
            .copied()
            .flatten()
            .filter(|pattern| {
                is_result(pattern.subject) && pattern.tails.iter().any(|tail| is_all(rest, tail, pattern))
            })
            .find(|pattern| self.fits(pattern, rest, &label, Some(number)));
        match found {
            Some(pattern) if !is_part => {
                NumberFirst::Found(Found::new(pattern.subject, Confidence::FromContext), until)
            }
            _ if OUTCOMES.iter().any(|word| words.contains(word)) && !BEHIND.iter().any(|(all, _)| words == *all) => {
                NumberFirst::Unclear
            }
            _ => NumberFirst::No,
        }
    }

    /// The first pattern that fits the words.
    fn by_words(&self, label: &Label, number: Option<&Number>) -> Option<Found> {
        let words = taken_off(&label.words, FILLERS);
        let pattern = PATTERNS.iter().copied().flatten().find(|pattern| self.fits(pattern, words, label, number))?;
        let named = MEANS.iter().filter(|(_, means)| means.iter().any(|word| words.contains(word))).count();
        let is_by_means = BY_CHANNEL.parts.contains(&pattern.subject);
        // Through two means together: whose the number is stays open.
        if is_by_means && (named > 1 || self.within.is_part_of.is_none() && words.contains('、')) {
            return None;
        }
        let confidence = if pattern.context == Context::Any && !label.is_from_before {
            Confidence::Named
        } else {
            Confidence::FromContext
        };
        Some(Found::new(pattern.subject, confidence))
    }

    fn fits(&self, pattern: &Pattern, words: &str, label: &Label, number: Option<&Number>) -> bool {
        let is_whole = number.is_none_or(|number| {
            let is_money = number.unit.and_then(unit_of_form).is_some_and(crate::form::Unit::is_money);
            is_money || number.is_percent || number.value.to_integer().is_some()
        });
        let unit_fits =
            is_whole && number.is_none_or(|number| pattern.units.contains(&number.unit.unwrap_or_default()));
        unit_fits
            && pattern.tails.iter().any(|tail| ends_with(words, tail, pattern.suffixes))
            && pattern.with.iter().all(|list| list.iter().any(|word| words.contains(word)))
            && !pattern.without.iter().any(|word| words.contains(word))
            && self.is_in(pattern, words, label)
    }

    fn is_in(&self, pattern: &Pattern, words: &str, label: &Label) -> bool {
        let last = |list: &[Subject]| self.within.last.is_some_and(|subject| list.contains(&subject));
        let context = pattern.context;
        match context {
            Context::Any => !self.is_of_disputes_elsewhere(pattern.subject, words),
            Context::First => self.within.numbers == 0 && !words.contains("结转"),
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
            Context::Reconsiderations => {
                self.within.forum == Some(Subject::Reconsiderations) && !label.names_forum("诉讼")
            }
            Context::Suits => self.within.forum == Some(Subject::Suits) && !label.names_forum("行政复议"),
            Context::Fee => self.topic == Topic::Fee,
            Context::FeeNotices => last(&[Subject::FeeNotices]),
            Context::Rules | Context::NormativeDocuments => {
                self.within.documents == Some(context) && self.within.last.is_some_and(is_of_documents)
            }
            Context::Decisions => {
                last(&[Subject::LicensingDecisions, Subject::PenaltiesDecisions, Subject::CoercionDecisions])
            }
        }
    }

    /// Whether the sentence speaks of disputes that are not against the body, or of requests that are disputes.
    fn is_of_disputes_elsewhere(&self, subject: Subject, words: &str) -> bool {
        match subject {
            Subject::Suits | Subject::Reconsiderations => self.within.of.decides && !words.contains('被'),
            Subject::CarriedIn | Subject::CarriedOver => {
                self.within.last.is_some_and(Subject::is_of_disputes) && !words.contains("申请")
            }
            _ => false,
        }
    }

    /// A member of a list of the report's own making, behind 其中 and a total.
    pub(crate) fn by_list(&self, label: &Label, number: &Number) -> Option<Found> {
        const LONGEST_NAME: usize = 18;
        let name = taken_off(&label.words, FILLERS);
        let (subject, allowed) = match number.unit? {
            unit @ ("条" | "件" | "篇" | "项") => {
                let is_part = self.within.is_part_of == Some((Subject::Disclosed, unit_of_form(unit)));
                let goes_on = |last| last == Subject::DisclosedOfKind || BY_CHANNEL.parts.contains(&last);
                let is_listed = label.is_in_list || self.within.last.is_some_and(goes_on);
                (Subject::DisclosedOfKind, is_part && is_listed)
            }
            "元" | "万元" => {
                let total = self.within.seen.has(Subject::FeeCollected, Measure::Count);
                let is_listed = label.is_in_list || self.within.last == Some(Subject::FeePart);
                (Subject::FeePart, total && is_listed && self.topic == Topic::Fee)
            }
            _ => return None,
        };
        let is_name = !name.is_empty()
            && name.chars().nth(LONGEST_NAME).is_none()
            // 其中2024年300条 is a part in time.
            && (subject == Subject::FeePart || !name.contains(['年', '月', '日']))
            && !["申请", "通过", "收到", "答复", "公开", "办理", "占", "同比", "培训", "发布"]
                .iter()
                .any(|word| name.contains(word));
        if let Some(&(by_means, _)) =
            MEANS.iter().find(|(_, means)| subject == Subject::DisclosedOfKind && means.contains(&name))
        {
            return allowed.then(|| Found::new(by_means, Confidence::FromContext));
        }
        (allowed && is_name)
            .then(|| Found { name: Some(name.to_owned()), ..Found::new(subject, Confidence::FromContext) })
    }
}

/// Whether it is one of several results or channels that a list names.
fn is_result(subject: Subject) -> bool {
    [
        OUTCOMES,
        REPLIES,
        CHANNELS,
        TIMELINESS,
        RECONSIDERATIONS.parts,
        SUITS.parts,
        &[Subject::CarriedOver, Subject::CarriedIn],
    ]
    .iter()
    .any(|list| list.contains(&subject))
        || [Subject::ReceivedFromNaturalPersons, Subject::ReceivedFromOrganizations].contains(&subject)
}

/// Whether words are nothing but a name of the subject.
fn is_all(words: &str, tail: &str, pattern: &Pattern) -> bool {
    let mut rest = words;
    loop {
        if rest == tail {
            return true;
        }
        match pattern.suffixes.iter().find_map(|suffix| rest.strip_suffix(suffix)) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
}

fn is_of_documents(subject: Subject) -> bool {
    (Subject::RulesIssued.index()..=Subject::NormativeDocumentsInForce.index()).contains(&subject.index())
}
