//! The words that name what a number counts, as data. To teach the reader another way of saying something, add it here.

mod disclosure;
mod disputes;
mod documents;
mod outcomes;
mod requests;

use crate::narrative::Subject;

pub(crate) use disclosure::MEANS;
pub(crate) use requests::BEHIND;

/// Words that name a subject right before a number.
pub(crate) struct Pattern {
    pub(crate) subject: Subject,
    /// One of these ends the words before the number, once [`FILLERS`] and `suffixes` are taken off.
    pub(crate) tails: &'static [&'static str],
    /// Of each list one stands among the words before the number.
    pub(crate) with: &'static [&'static [&'static str]],
    /// None of these does.
    pub(crate) without: &'static [&'static str],
    /// More words that may follow the tail.
    pub(crate) suffixes: &'static [&'static str],
    pub(crate) units: &'static [&'static str],
    pub(crate) context: Context,
}

/// What must have been spoken of before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Context {
    /// Nothing: the words are enough.
    Any,
    /// Requests.
    Requests,
    /// No number before it in the sentence.
    First,
    /// Channels of requests: requests, and the number stands in a list of them or says 申请.
    Channels,
    /// Reconsiderations, in the same sentence.
    Reconsiderations,
    /// Suits, in the same sentence.
    Suits,
    /// The information-processing fee.
    Fee,
    /// Fee notices, just before.
    FeeNotices,
    /// Rules (规章), in the same sentence.
    Rules,
    /// Normative documents, in the same sentence.
    NormativeDocuments,
    /// Decisions of the kinds that section 二 counts, in the same sentence.
    Decisions,
}

/// Words between what is counted and its number that do not change what it is.
pub(crate) const FILLERS: &[&str] = &[
    "大约",
    "将近",
    "超过",
    "不少于",
    "多达",
    "合计",
    "总计",
    "共计",
    "累计",
    "总共",
    "一共",
    "共有",
    "共",
    "计",
    "数量",
    "总数",
    "总量",
    "件数",
    "条数",
    "分别",
    "达到",
    "达",
    "数",
    "为",
    "是",
    "有",
    "了",
    "约",
    "近",
    "逾",
    "超",
    "的",
    "：",
    ":",
    "事项",
    "情况",
    "案件",
    "均",
    "各",
    "全年",
];

const CASES: &[&str] = &["件", "起", "宗", "例", "份", "条", "项", "个", "次", "件次", ""];
const ITEMS: &[&str] = &["条", "件", "项", "篇", "则", "份", "个", "次", "条次"];
const DOCUMENTS: &[&str] = &["件", "个", "份", "部", "项"];
const MONEY: &[&str] = &["元", "万元"];
const PEOPLE: &[&str] = &["人", "人次", "起", "件", "次", "例", "名"];

const fn pattern(subject: Subject, tails: &'static [&'static str]) -> Pattern {
    Pattern { subject, tails, with: &[], without: &[], suffixes: &[], units: CASES, context: Context::Any }
}

/// Every way of naming a subject; the first that fits counts.
pub(crate) const PATTERNS: &[&[Pattern]] =
    &[outcomes::PATTERNS, requests::PATTERNS, disputes::PATTERNS, documents::PATTERNS, disclosure::PATTERNS];
