//! Requests: received, answered, carried in and over, on time, by whom and how.

#[allow(clippy::enum_glob_use, reason = "a table of subjects reads like a list of them")]
use crate::narrative::Subject::{self, *};
use crate::narrative::patterns::{Context, Pattern, pattern};

const RECEIVING: &[&str] = &["收到", "新收", "受理", "接收", "接到", "收件", "共收", "全年收"];
const ANSWERING: &[&str] = &["答复", "办结", "办复", "回复", "办理完毕", "处理完毕"];
const OF_REQUESTS: &[&str] = &[
    "申请",
    "方式",
    "渠道",
    "形式",
    "途径",
    "提交",
    "提出",
    "递交",
    "收到",
    "受理",
    "接收",
    "平台",
    "政府信息公开",
    "信息公开",
    "公开",
    "的",
];
const NO_SUBMISSION: &[&str] = &["行政复议", "诉讼", "提案", "建议", "留言"];

/// What was received, as far as it is all requests: 参保申请 are other ones.
const RECEIVED: &[&str] = &[
    "信息公开申请",
    "公开申请",
    "信息申请",
    "依申请公开",
    "申请公开",
    "申请公开政府信息",
    "申请公开信息",
    "收到申请",
    "收到的申请",
    "新收申请",
    "受理申请",
    "接收申请",
    "接到申请",
    "收件申请",
    "共收申请",
    "各类申请",
    "有效申请",
    "信息公开申请表",
    "公开申请表",
    "公开申请件",
    "收到书面申请",
];
const ANSWERED: &[&str] = &[
    "信息公开申请",
    "公开申请",
    "信息申请",
    "依申请公开",
    "答复申请",
    "办结申请",
    "办复申请",
    "回复申请",
    "答复的申请",
    "办结的申请",
    "作出答复申请",
    "办理完毕申请",
    "处理完毕申请",
    "公开申请件",
];
/// Answers of another kind, to others, of some only, or not yet given.
const NOT_ALL_ANSWERED: &[&str] = &[
    "收到", "新收", "受理", "复议", "诉讼", "提案", "建议", "留言", "按时", "按期", "延期", "逾期", "超期", "书面",
    "电话", "当面", "网上", "口头", "邮寄", "补正", "未", "正在", "涉及", "方面", "企业", "机构", "律师",
];

const fn channel(subject: Subject, tails: &'static [&'static str]) -> Pattern {
    Pattern { context: Context::Channels, suffixes: OF_REQUESTS, without: NO_SUBMISSION, ..pattern(subject, tails) }
}

pub(super) const PATTERNS: &[Pattern] = &[
    // Requests carried in and over.
    Pattern {
        suffixes: &["政府信息公开申请", "信息公开申请", "依申请公开", "申请", "办理", "继续办理", "件"],
        ..pattern(
            CarriedIn,
            &[
                "上年结转",
                "上年度结转",
                "上一年度结转",
                "上一年结转",
                "去年结转",
                "结转上年度",
                "结转上年",
                "上年度转入",
                "上年转入",
            ],
        )
    },
    Pattern {
        suffixes: &["继续办理", "办理", "答复", "继续处理", "处理", "政府信息公开申请", "申请", "度", "年", "待"],
        ..pattern(
            CarriedOver,
            &[
                "结转下年度",
                "结转下年",
                "结转至下年度",
                "结转至下年",
                "结转到下年度",
                "结转下一年度",
                "结转下一年",
                "结转至下一年度",
                "结转至下一年",
                "结转到下一年度",
                "转下年度",
                "转至下年度",
                "转入下年度",
                "转下一年度",
                "转入下一年度",
                "顺延下年度",
                "顺延至下年度",
                "顺延到下年度",
                "顺延至下一年度",
            ],
        )
    },
    // Timeliness.
    Pattern {
        context: Context::Requests,
        suffixes: &["申请", "政府信息公开申请"],
        ..pattern(OnTime, &["按时办结", "按期办结", "按时答复", "按期答复", "如期办结", "如期答复"])
    },
    Pattern {
        context: Context::Requests,
        suffixes: &["申请", "政府信息公开申请"],
        ..pattern(Extended, &["延期办结", "延期答复", "延长期限办结", "延期后办结"])
    },
    Pattern {
        context: Context::Requests,
        suffixes: &["申请", "政府信息公开申请"],
        ..pattern(Overdue, &["逾期办结", "逾期答复", "超期办结", "超期答复", "超期"])
    },
    // Who asked and how.
    channel(ReceivedInPerson, &["当面", "现场", "窗口"]),
    channel(ReceivedByFax, &["传真"]),
    channel(ReceivedByMail, &["电子邮件", "邮件", "电子邮箱", "邮箱", "电邮"]),
    channel(ReceivedByLetter, &["信函", "信件", "邮寄", "书信", "来信申请", "挂号信", "纸质信函"]),
    channel(
        ReceivedOverInternet,
        &["网络", "网上", "互联网", "在线", "线上", "政府网站", "门户网站", "网站", "依申请公开系统", "网络系统"],
    ),
    Pattern {
        suffixes: &["申请", "受理", "提交", "提出"],
        ..channel(ReceivedInOtherWays, &["其他渠道", "其他方式", "其它渠道", "其它方式", "其他形式", "其他途径"])
    },
    Pattern {
        context: Context::Requests,
        suffixes: OF_REQUESTS,
        ..pattern(ReceivedFromNaturalPersons, &["自然人", "公民"])
    },
    Pattern {
        context: Context::Requests,
        suffixes: OF_REQUESTS,
        ..pattern(
            ReceivedFromOrganizations,
            &[
                "法人或其他组织",
                "法人或者其他组织",
                "法人和其他组织",
                "法人及其他组织",
                "法人、其他组织",
                "法人或其它组织",
            ],
        )
    },
    // Requests in all.
    Pattern { with: &[ANSWERING], without: NOT_ALL_ANSWERED, ..pattern(Processed, ANSWERED) },
    Pattern {
        context: Context::Requests,
        without: NOT_ALL_ANSWERED,
        ..pattern(Processed, &["作出答复", "答复", "办结", "已办复", "办复", "办理完毕", "处理完毕", "答复完毕"])
    },
    Pattern {
        with: &[&["收办", "办理"]],
        without: &["复议", "诉讼", "提案", "建议", "留言", "许可", "结转", "收到", "未", "涉及"],
        ..pattern(Handled, &["政府信息公开申请", "信息公开申请", "依申请公开申请", "依申请公开"])
    },
    Pattern {
        with: &[RECEIVING],
        without: &[
            "复议",
            "诉讼",
            "提案",
            "建议",
            "留言",
            "结转",
            "答复",
            "办结",
            "许可",
            "撤回",
            "撤销",
            "不予",
            "涉及",
            "关于",
            "方面",
            "领域",
            "企业",
            "机构",
            "律师",
            "转来",
            "转办",
            "移送",
            "未",
            "热线",
            "信箱",
            "重复",
            "无效",
            "不属于",
            "同一",
            "补正",
            "自然人",
        ],
        ..pattern(Received, RECEIVED)
    },
];

/// Words behind a number that is written before what it counts: 收到3件政府信息公开申请.
pub(crate) const BEHIND: &[(&str, &str)] = &[
    ("政府信息公开申请", "申请"),
    ("信息公开申请", "申请"),
    ("依申请公开申请", "申请"),
    ("依申请公开", "申请"),
    ("公开申请", "申请"),
    ("申请", "申请"),
    ("行政复议", "行政复议"),
    ("行政诉讼", "行政诉讼"),
    ("行政规范性文件", "规范性文件"),
    ("规范性文件", "规范性文件"),
];
