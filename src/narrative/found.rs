//! What a number is found to be, by the words before it and what was said before.

use crate::narrative::Subject;
use crate::narrative::figure::{Confidence, Measure};
use crate::narrative::label::{Label, ends_with, taken_off};
use crate::narrative::numeral::{Number, unit_of_form};
use crate::narrative::patterns::{Context, FILLERS, MEANS, PATTERNS, Pattern};
use crate::narrative::stream::{PARTS_CLAUSES, Stream};
use crate::narrative::subject::{BY_CHANNEL, CHANNELS};
use crate::narrative::time;
use crate::narrative::topic::Topic;
use crate::narrative::within::Within;

/// Words by which a number is only planned.
const PLANS: &[&str] =
    &["计划", "拟", "力争", "争取", "预计", "目标", "明年", "下一步", "将主动", "将公开", "不少于", "不低于", "任务"];
/// Words by which a number is an average, or the most or least of several.
const AVERAGES: &[&str] =
    &["平均", "日均", "月均", "年均", "人均", "每日", "每天", "每周", "每月", "每季", "每年", "每件", "最多", "最少"];
/// Words that deny: 没有收到超过5件申请的部门 counts no requests.
const DENIALS: &[&str] = &["没有", "并未", "除", "不受理", "不予受理"];
/// Bodies under that of the report, whose figures are parts of its own.
const BODIES_BELOW: &[&str] = &["所属", "下属", "各乡", "各镇", "各街道", "各县", "各区"];
/// Bodies, where a list says what is whose.
const BODIES: &[&str] = &["局", "厅", "发改委", "卫健委", "委员会", "街道", "乡", "镇", "县", "本级"];
/// Words that compare with the year before.
const COMPARISONS: &[&str] =
    &["同比", "比上年", "比去年", "较上年", "较去年", "与上年", "与去年", "比上一年", "较上一年", "与上一年", "环比"];
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

/// Finds what numbers of a sentence are.
pub(crate) struct Finder<'a> {
    pub(crate) topic: Topic,
    pub(crate) within: &'a Within,
}

impl Finder<'_> {
    /// Whether the number is of nothing that the report counts of its year: a plan, an average, another body's.
    pub(crate) fn is_barred(&self, label: &Label) -> bool {
        let has = |list: &[&str]| list.iter().any(|word| label.words.contains(word));
        has(PLANS)
            || has(AVERAGES)
            || has(DENIALS)
            || has(BODIES_BELOW)
            || !self.within.is_own_year
            || self.within.is_quoted
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
        self.within.is_listing && (is_whole && !may_be_listed || BODIES.iter().any(|body| label.words.contains(body)))
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
        Some(Found { measure: Measure::Share, whole, ..Found::new(subject, confidence) })
    }

    pub(crate) fn by_pattern(&self, label: &Label, number: &Number) -> Option<Found> {
        self.by_words(label, Some(number)).or_else(|| {
            let behind = label.behind?;
            let words = format!("{}{behind}", taken_off(&label.words, FILLERS));
            self.by_words(&Label { words, ..label.clone() }, Some(number))
        })
    }

    /// The first pattern that fits the words.
    fn by_words(&self, label: &Label, number: Option<&Number>) -> Option<Found> {
        let words = taken_off(&label.words, FILLERS);
        let pattern = PATTERNS.iter().find(|pattern| self.fits(pattern, words, label, number))?;
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
        let unit_fits = number.is_none_or(|number| pattern.units.contains(&number.unit.unwrap_or_default()));
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

    /// A member of a list of the report's own making, behind 其中 and a total.
    fn by_list(&self, label: &Label, number: &Number) -> Option<Found> {
        const LONGEST_NAME: usize = 18;
        let name = taken_off(&label.words, FILLERS);
        let (subject, allowed) = match number.unit? {
            unit @ ("条" | "件" | "篇" | "项") => {
                let is_part = self.within.is_part_of == Some((Subject::Disclosed, unit_of_form(unit)));
                let is_listed = label.is_in_list || self.within.last == Some(Subject::DisclosedOfKind);
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
