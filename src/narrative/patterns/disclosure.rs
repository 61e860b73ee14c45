//! Information disclosed proactively, and by which means.

#[allow(clippy::enum_glob_use, reason = "a table of subjects reads like a list of them")]
use crate::narrative::Subject::{self, *};
use crate::narrative::patterns::{Context, ITEMS, Pattern, pattern};

const DISCLOSING: &[&str] = &["公开", "发布", "推送", "发送"];
const INFORMATION: &[&str] = &[
    "公开政府信息",
    "公开信息",
    "公开政务信息",
    "公开各类信息",
    "公开各类政府信息",
    "公开各类政务信息",
    "公开各类政务公开信息",
    "发布政府信息",
    "发布信息",
    "发布政务信息",
    "发布各类信息",
    "发布各类政务信息",
    "发布各类政府信息",
    "推送信息",
    "推送政务信息",
    "公开",
];
/// Words by which information is of a kind, about something, or asked for.
const NOT_ALL_INFORMATION: &[&str] = &[
    "申请",
    "领域",
    "涉及",
    "围绕",
    "方面",
    "关于",
    "不予",
    "部分",
    "解读",
    "专题",
    "类信息的",
    "审查",
    "属于",
    "予以",
    "同意",
];

const fn disclosed(subject: Subject, ways: &'static [&'static [&'static str]]) -> Pattern {
    Pattern { with: ways, without: NOT_ALL_INFORMATION, units: ITEMS, ..pattern(subject, INFORMATION) }
}

pub(super) const PATTERNS: &[Pattern] = &[
    disclosed(DisclosedByGazette, &[DISCLOSING, &["公报"]]),
    disclosed(DisclosedByWechat, &[DISCLOSING, &["微信", "公众号"]]),
    disclosed(DisclosedByWeibo, &[DISCLOSING, &["微博"]]),
    disclosed(DisclosedByNewMedia, &[DISCLOSING, &["新媒体"]]),
    disclosed(DisclosedByWebsite, &[DISCLOSING, &["网站", "专栏", "门户", "公开平台", "官网"]]),
    disclosed(
        DisclosedByOtherWays,
        &[
            DISCLOSING,
            &["其他方式", "其他渠道", "其它方式", "其它渠道", "其他形式", "公开栏", "公示栏", "报刊", "广播", "电视"],
        ],
    ),
    Pattern {
        without: &[
            "申请", "领域", "涉及", "围绕", "方面", "关于", "不予", "部分", "解读", "专题", "审查", "属于", "予以",
            "同意", "通过", "利用", "在", "系统", "目录", "代为",
        ],
        units: ITEMS,
        ..pattern(
            Disclosed,
            &[
                "主动公开政府信息",
                "主动公开信息",
                "主动公开政务信息",
                "主动公开各类信息",
                "主动公开各类政府信息",
                "主动公开各类政务信息",
                "政府信息主动公开",
                "公开政府信息",
                "公开各类政府信息",
                "主动公开政府信息数",
            ],
        )
    },
    // 制发文件6件，主动公开6件: behind another number it is those that are disclosed.
    Pattern {
        context: Context::First,
        without: NOT_ALL_INFORMATION,
        units: ITEMS,
        ..pattern(Disclosed, &["主动公开"])
    },
];

/// Means of disclosure; words that name more than one leave it open which the number is of.
pub(crate) const MEANS: &[(Subject, &[&str])] = &[
    (DisclosedByGazette, &["公报"]),
    (DisclosedByWechat, &["微信", "公众号"]),
    (DisclosedByWeibo, &["微博"]),
    (DisclosedByNewMedia, &["新媒体"]),
    (DisclosedByWebsite, &["网站", "门户", "官网"]),
];
