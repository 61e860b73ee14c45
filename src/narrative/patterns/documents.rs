//! Documents, decisions, fees, and what is reported besides.

#[allow(clippy::enum_glob_use, reason = "a table of subjects reads like a list of them")]
use crate::narrative::Subject::*;
use crate::narrative::patterns::{Context, DOCUMENTS, MONEY, PEOPLE, Pattern, pattern};

const MAKING: &[&str] = &["制发", "制定", "印发", "出台", "制订", "颁布"];

pub(super) const PATTERNS: &[Pattern] = &[
    // Documents and decisions.
    Pattern {
        with: &[MAKING],
        without: &["解读", "备案", "审查", "清理", "废止", "征集", "修改"],
        units: DOCUMENTS,
        ..pattern(NormativeDocumentsIssued, &["规范性文件"])
    },
    Pattern {
        with: &[&["废止"]],
        units: DOCUMENTS,
        without: MAKING,
        ..pattern(NormativeDocumentsRepealed, &["规范性文件"])
    },
    Pattern {
        with: &[&["现行有效", "继续有效"]],
        units: DOCUMENTS,
        without: &["废止"],
        ..pattern(NormativeDocumentsInForce, &["规范性文件", "规范性文件现行有效"])
    },
    Pattern {
        with: &[MAKING],
        without: &["解读", "备案", "审查", "清理", "废止", "规章制度", "修改", "草案"],
        units: DOCUMENTS,
        ..pattern(RulesIssued, &["规章"])
    },
    Pattern { with: &[&["废止"]], units: DOCUMENTS, without: MAKING, ..pattern(RulesRepealed, &["规章"]) },
    Pattern {
        with: &[&["现行有效", "继续有效"]],
        units: DOCUMENTS,
        without: &["废止"],
        ..pattern(RulesInForce, &["规章", "规章现行有效"])
    },
    Pattern {
        units: DOCUMENTS,
        context: Context::NormativeDocuments,
        ..pattern(NormativeDocumentsRepealed, &["废止"])
    },
    Pattern {
        units: DOCUMENTS,
        context: Context::NormativeDocuments,
        ..pattern(NormativeDocumentsInForce, &["现行有效", "继续有效"])
    },
    Pattern { units: DOCUMENTS, context: Context::Rules, ..pattern(RulesRepealed, &["废止"]) },
    Pattern { units: DOCUMENTS, context: Context::Rules, ..pattern(RulesInForce, &["现行有效", "继续有效"]) },
    Pattern {
        with: &[&["作出", "做出", "处理决定"]],
        without: &["公开", "公示", "发布", "不予"],
        suffixes: &["决定", "处理决定", "处理", "措施"],
        ..pattern(LicensingDecisions, &["行政许可"])
    },
    Pattern {
        with: &[&["作出", "做出", "处理决定"]],
        without: &["公开", "公示", "发布", "不予"],
        suffixes: &["决定", "处理决定", "处理", "措施"],
        ..pattern(PenaltiesDecisions, &["行政处罚"])
    },
    Pattern {
        with: &[&["作出", "做出", "处理决定", "实施"]],
        without: &["公开", "公示", "发布", "不予"],
        suffixes: &["决定", "处理决定", "处理", "措施"],
        ..pattern(CoercionDecisions, &["行政强制"])
    },
    Pattern { context: Context::Decisions, suffixes: &["决定"], ..pattern(LicensingDecisions, &["行政许可"]) },
    Pattern { context: Context::Decisions, suffixes: &["决定"], ..pattern(PenaltiesDecisions, &["行政处罚"]) },
    Pattern {
        context: Context::Decisions, suffixes: &["决定", "措施"], ..pattern(CoercionDecisions, &["行政强制"])
    },
    Pattern {
        units: MONEY,
        suffixes: &["金额", "收入", "收费金额", "总额", "总金额"],
        ..pattern(AdministrativeFees, &["行政事业性收费"])
    },
    // The information-processing fee.
    Pattern {
        units: &["件", "份", "次", "个", "起"],
        ..pattern(FeeNotices, &["收费通知", "收费通知书", "信息处理费通知", "缴费通知"])
    },
    Pattern {
        units: MONEY,
        context: Context::Fee,
        with: &[&["实际收取", "实际收费", "实收", "实际收到", "已收取"]],
        ..pattern(
            FeeCollected,
            &["实际收取", "实收", "总金额", "金额", "费用", "信息处理费", "实际收到", "实际收费", "总额"],
        )
    },
    Pattern {
        units: MONEY,
        context: Context::Fee,
        with: &[&["通知", "应收"]],
        ..pattern(FeeNotified, &["收费通知总金额", "总金额", "金额", "应收取", "信息处理费", "总额"])
    },
    Pattern {
        units: MONEY,
        context: Context::FeeNotices,
        without: &["实际", "实收"],
        ..pattern(FeeNotified, &["总金额", "金额", "总额"])
    },
    Pattern {
        units: MONEY,
        without: &["通知", "应收", "其中", "减", "免", "退", "标准"],
        suffixes: &["总金额", "金额", "费用", "收费"],
        ..pattern(FeeCollected, &["信息处理费"])
    },
    // Results and proposals.
    Pattern { units: PEOPLE, ..pattern(HeldAccountable, &["责任追究", "追究责任", "追责", "问责"]) },
    Pattern {
        with: &[&["办理", "承办", "收到", "答复", "办结", "公开"]],
        ..pattern(DeputiesProposals, &["人大代表建议", "人大建议", "代表建议"])
    },
    Pattern {
        with: &[&["办理", "承办", "收到", "答复", "办结", "公开", "提案"]],
        ..pattern(ConsultativeProposals, &["政协提案", "政协委员提案", "委员提案"])
    },
];
