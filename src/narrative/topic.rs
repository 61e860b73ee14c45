//! What a text speaks of.

/// What the text speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
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

impl Topic {
    /// The topic that the words name last.
    pub(crate) fn named_in(words: &str) -> Option<Self> {
        let named = TOPICS.iter().filter_map(|(word, topic)| Some((words.rfind(word)?, *topic)));
        named.max_by_key(|(at, _)| *at).map(|(_, topic)| topic)
    }
}
