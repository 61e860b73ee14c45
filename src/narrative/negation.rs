//! What the text says without digits: that there was none of something, or that all of it was so.

use std::ops::Range;

use crate::form::Unit;
use crate::narrative::figure::{Confidence, Figure, Measure};
use crate::narrative::speaker::Speakers;
use crate::narrative::stream::Stream;
use crate::narrative::subject::Subject;
use crate::narrative::within::Seen;
use crate::value::Decimal;

/// Words that deny.
const DENIALS: &[&str] = &["未", "没有", "无", "暂无", "零"];
/// Where a clause ends.
const ENDS: &[char] = &['，', ',', '。', '；', ';', '：', ':', '！', '？'];
/// The most characters from the denial to what it denies.
const LONGEST: usize = 40;

/// What is denied, by words that stand behind the denial.
struct Denial {
    subject: Subject,
    /// Of each list one stands between the denial and the end of the clause.
    with: &'static [&'static [&'static str]],
    /// None of these does.
    without: &'static [&'static str],
}

const LOST: &[&str] = &["纠", "败", "撤", "违法", "维持", "应诉", "答复书", "申请人"];

const NONE: &[Denial] = &[
    Denial {
        subject: Subject::Received,
        with: &[
            &[
                "收到",
                "接到",
                "接收",
                "受理",
                "无政府信息公开申请",
                "无信息公开申请",
                "无依申请公开",
                "没有政府信息公开申请",
                "没有信息公开申请",
                "没有依申请公开",
            ],
            &["信息公开申请", "依申请公开", "公开申请", "公开政府信息申请", "公开政府信息的申请"],
        ],
        without: &[
            "复议",
            "诉讼",
            "不予",
            "申请人",
            "申请表",
            "答复",
            "补正",
            "结转",
            "转下",
            "收费",
            "处理费",
            "逾期",
            "超期",
            "其他部门",
        ],
    },
    Denial { subject: Subject::Reconsiderations, with: &[&["复议"]], without: LOST },
    Denial { subject: Subject::Suits, with: &[&["诉讼"]], without: LOST },
    Denial {
        subject: Subject::FeeCollected,
        with: &[&["收取", "产生", "收费", "涉及"], &["信息处理费"]],
        without: &["通知", "标准", "减免"],
    },
    Denial { subject: Subject::FeeNotices, with: &[&["收费通知"]], without: &["按", "缴"] },
    Denial {
        subject: Subject::CarriedIn, with: &[&["上年结转", "上年度结转", "上一年度结转"]], without: &["下"]
    },
    Denial {
        subject: Subject::CarriedOver,
        with: &[&["结转下年", "结转至下", "结转下一", "转下年度", "转入下年", "转下一年"]],
        without: &["上年", "上一年"],
    },
    Denial {
        subject: Subject::HeldAccountable,
        with: &[&["责任追究", "追究责任", "问责", "追责"]],
        without: &["制度", "办法", "机制"],
    },
    Denial {
        subject: Subject::DeputiesProposals,
        with: &[&["人大建议", "人大代表建议", "代表建议"]],
        without: &["逾期", "超期"],
    },
    Denial {
        subject: Subject::ConsultativeProposals, with: &[&["政协提案", "委员提案"]], without: &["逾期", "超期"]
    },
    Denial {
        subject: Subject::NormativeDocumentsIssued,
        with: &[&["制发", "制定", "印发", "出台", "发布"], &["规范性文件"]],
        without: &["废止", "备案", "审查", "解读"],
    },
    Denial {
        subject: Subject::RulesIssued,
        with: &[&["制发", "制定", "出台", "发布"], &["规章"]],
        without: &["废止", "制度", "备案"],
    },
];

/// Words that say all, or none, of a kind of result.
const VERDICTS: &[(&str, Option<Subject>, Subject)] = &[
    ("均获维持", Some(Subject::Reconsiderations), Subject::ReconsiderationsUpheld),
    ("均被维持", Some(Subject::Reconsiderations), Subject::ReconsiderationsUpheld),
    ("全部维持", Some(Subject::Reconsiderations), Subject::ReconsiderationsUpheld),
    ("均维持", Some(Subject::Reconsiderations), Subject::ReconsiderationsUpheld),
    ("均获维持", Some(Subject::Suits), Subject::SuitsUpheld),
    ("均被维持", Some(Subject::Suits), Subject::SuitsUpheld),
    ("均胜诉", None, Subject::SuitsUpheld),
    ("全部胜诉", None, Subject::SuitsUpheld),
];
const NONE_LOST: &[(&str, Subject)] = &[
    ("零纠错", Subject::ReconsiderationsCorrected),
    ("无纠错", Subject::ReconsiderationsCorrected),
    ("零败诉", Subject::SuitsCorrected),
    ("无败诉", Subject::SuitsCorrected),
    ("未发生败诉", Subject::SuitsCorrected),
];
const ALL_ON_TIME: &[&str] = &[
    "均按时办结",
    "全部按时办结",
    "均按期办结",
    "全部按期办结",
    "均按时答复",
    "全部按时答复",
    "均按期答复",
    "全部按期答复",
    "均在法定期限内答复",
    "均在规定时限内答复",
    "全部在法定期限内答复",
];

/// Adds what the sentence says in words, unless it says so with digits.
pub(crate) fn read(
    stream: &Stream,
    place: usize,
    sentence: &Range<usize>,
    speakers: &Speakers,
    seen: &mut Seen,
    figures: &mut Vec<Figure>,
) {
    let words = Words::of(stream);
    let requests = [Subject::Received, Subject::Handled, Subject::Processed];
    let is_of_requests = requests.iter().any(|&subject| seen.has(subject, Measure::Count))
        || ["公开申请", "依申请公开"].iter().any(|word| words.text.contains(word));
    let mut add = |subject: Subject, measure: Measure, value: u32, bytes: Range<usize>, figures: &mut Vec<Figure>| {
        let of = words.chars(bytes);
        if speakers.is_other(of.start) || !seen.is_new(subject, measure) {
            return;
        }
        figures.push(Figure {
            subject,
            measure,
            value: Decimal::from(value),
            unit: (measure == Measure::Count && subject != Subject::FeeCollected).then_some(Unit::Document),
            name: None,
            whole: None,
            is_approximate: false,
            confidence: Confidence::InWords,
            span: stream.span(of, place),
            sentence: sentence.clone(),
        });
    };
    let mut is_quoted = false;
    for (at, c) in words.text.char_indices() {
        is_quoted = c == '“' || is_quoted && c != '”';
        if is_quoted {
            continue;
        }
        if !DENIALS.iter().any(|denial| words.text[at..].starts_with(denial)) {
            continue;
        }
        let clause = words.clause(at);
        let body = &words.text[clause.clone()];
        let before = words.clause_before(at);
        if is_other_year(before) || is_doubtful(before, body) {
            continue;
        }
        for none in NONE {
            let with = none.with.iter().all(|list| list.iter().any(|word| body.contains(word)));
            if with && !none.without.iter().any(|word| body.contains(word)) {
                let last = none
                    .with
                    .iter()
                    .flat_map(|list| list.iter())
                    .filter_map(|word| Some(body.find(word)? + word.len()))
                    .max();
                add(none.subject, Measure::Count, 0, at..clause.start + last.unwrap_or(body.len()), figures);
            }
        }
    }
    let forum = |subject: Subject| match subject {
        Subject::Reconsiderations => words.text.contains("复议"),
        _ => words.text.contains("诉讼"),
    };
    for &(word, needs, subject) in VERDICTS {
        if let Some(at) = words.text.find(word)
            && needs.is_none_or(forum)
        {
            add(subject, Measure::Share, 100, at..at + word.len(), figures);
        }
    }
    for &(word, subject) in NONE_LOST {
        if let Some(at) = words.text.find(word) {
            add(subject, Measure::Count, 0, at..at + word.len(), figures);
        }
    }
    if is_of_requests {
        for word in ALL_ON_TIME {
            if let Some(at) = words.text.find(word) {
                add(Subject::OnTime, Measure::Share, 100, at..at + word.len(), figures);
            }
        }
    }
}

/// A stream as text, with the character that each byte belongs to.
struct Words {
    text: String,
    /// By byte, the index of its character.
    chars: Vec<usize>,
}

impl Words {
    fn of(stream: &Stream) -> Self {
        let mut chars = Vec::new();
        let text = stream.text(0..stream.chars.len());
        for (i, &(_, c)) in stream.chars.iter().enumerate() {
            chars.extend(std::iter::repeat_n(i, c.len_utf8()));
        }
        Self { text, chars }
    }

    /// The characters that bytes belong to.
    fn chars(&self, bytes: Range<usize>) -> Range<usize> {
        let first = self.chars.get(bytes.start).copied().unwrap_or_default();
        let last = bytes.end.checked_sub(1).and_then(|at| self.chars.get(at)).map_or(first, |&at| at + 1);
        first..last
    }

    /// What stands in the clause before a place.
    fn clause_before(&self, at: usize) -> &str {
        let before = &self.text[..at];
        let start = before.char_indices().rev().take(LONGEST).last().map_or(at, |(start, _)| start);
        before[start..].rsplit(ENDS).next().unwrap_or_default()
    }

    /// From the denial to the end of its clause.
    fn clause(&self, at: usize) -> Range<usize> {
        let rest = &self.text[at..];
        let far = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(far, _)| far);
        let end = rest[..far].find(ENDS).unwrap_or(far);
        at..at + end
    }
}

/// Whether what stands before the denial in its clause puts it into another year.
fn is_other_year(before: &str) -> bool {
    ["上年", "去年", "上一年", "往年", "历年"].iter().any(|word| before.contains(word))
}

/// Whether the denial is part of a longer word, or of a condition.
fn is_doubtful(before: &str, body: &str) -> bool {
    const LONGER: &[&str] = &[
        "无法",
        "无正当",
        "无障碍",
        "无理由",
        "未来",
        "未按",
        "未经",
        "零距离",
        "零散",
        "无偿",
        "无论",
        "未审结",
        "未结",
    ];
    LONGER.iter().any(|word| body.starts_with(word))
        || ["如", "若", "对", "因", "凡"].iter().any(|word| before.ends_with(word))
        || ["避免", "防止", "部分", "个别"].iter().any(|word| before.contains(word))
        || ["单位", "部门", "人员", "之日"].iter().any(|word| body.ends_with(word))
        || body.contains(|c: char| c.is_ascii_digit())
}
