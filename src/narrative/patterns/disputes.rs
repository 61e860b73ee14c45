//! Reconsiderations and suits.

#[allow(clippy::enum_glob_use, reason = "a table of subjects reads like a list of them")]
use crate::narrative::Subject::{self, *};
use crate::narrative::patterns::{Context, Pattern, pattern};

const fn ruling(subject: Subject, tails: &'static [&'static str], context: Context) -> Pattern {
    const SUFFIXES: &[&str] = &["结果", "的", "原行政行为", "具体行政行为", "案件"];
    const WITHOUT: &[&str] = &["一审", "二审", "再审", "本级", "上年"];
    Pattern { context, suffixes: SUFFIXES, without: WITHOUT, ..pattern(subject, tails) }
}

const fn dispute(subject: Subject, tails: &'static [&'static str]) -> Pattern {
    const SUFFIXES: &[&str] = &["申请", "案件", "案", "情况"];
    // An organ that decides disputes counts those of others.
    const WITHOUT: &[&str] = &[
        "为被告",
        "其他行政",
        "其它行政",
        "受理",
        "收到",
        "审理",
        "办理",
        "代理",
        "审结",
        "办结",
        "涉及",
        "培训",
        "复议机关",
    ];
    Pattern { suffixes: SUFFIXES, without: WITHOUT, ..pattern(subject, tails) }
}

pub(super) const PATTERNS: &[Pattern] = &[
    Pattern {
        with: &[&["诉", "被告"]],
        // The organ whose act it was, beside the one that decided the reconsideration.
        without: &["复议机关作为共同被告", "复议机关作共同被告", "复议机关为共同被告"],
        suffixes: &["被提起", "行政诉讼", "诉讼", "案件", "案", "被诉", "应诉", "参加", "参与", "的"],
        ..pattern(
            SuitsAsCoDefendant,
            &["作为共同被告", "作共同被告", "作为复议机关", "作为行政复议机关", "复议机关共同被告"],
        )
    },
    dispute(SuitsAfterReconsideration, &["复议后起诉", "复议后提起行政诉讼", "复议后提起诉讼", "经复议后起诉"]),
    dispute(DirectSuits, &["未经复议直接起诉", "未经复议直接提起诉讼", "直接起诉"]),
    Pattern {
        without: &[
            "受理",
            "收到",
            "审理",
            "办理",
            "代理",
            "审结",
            "办结",
            "复议后",
            "未经复议",
            "培训",
            "共同被告",
            "复议机关",
            "为被告",
            "其他行政",
            "其它行政",
        ],
        ..dispute(Suits, &["行政诉讼", "提起诉讼"])
    },
    dispute(Reconsiderations, &["行政复议"]),
    ruling(ReconsiderationsUpheld, &["结果维持", "维持"], Context::Reconsiderations),
    ruling(
        ReconsiderationsCorrected,
        &["结果纠正", "被纠正", "纠正", "被依法纠错", "依法纠错"],
        Context::Reconsiderations,
    ),
    ruling(ReconsiderationsOther, &["其他结果", "其它结果", "其他"], Context::Reconsiderations),
    ruling(ReconsiderationsPending, &["尚未审结", "未审结", "未结", "尚未办结"], Context::Reconsiderations),
    ruling(SuitsUpheld, &["结果维持", "维持"], Context::Suits),
    ruling(SuitsCorrected, &["结果纠正", "被纠正", "纠正", "被依法纠错", "依法纠错"], Context::Suits),
    ruling(SuitsOther, &["其他结果", "其它结果", "其他"], Context::Suits),
    ruling(SuitsPending, &["尚未审结", "未审结", "未结", "尚未审理终结"], Context::Suits),
];
