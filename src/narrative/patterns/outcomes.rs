//! Outcomes of requests, of today and of before 2019.

#[allow(clippy::enum_glob_use, reason = "a table of subjects reads like a list of them")]
use crate::narrative::Subject::{self, *};
use crate::narrative::patterns::{Context, Pattern, pattern};

/// What is disclosed or not, where it is no request.
const NO_OUTCOME: &[&str] = &[
    "本级",
    "县区",
    "市直",
    "县直",
    "区直",
    "方面",
    "领域",
    "企业",
    "类予以",
    "类部分",
    "类不予",
    "分类",
    "培训",
    "规范性文件",
    "决策",
    "项目",
    "建议",
    "提案",
    "预算",
    "决算",
    "清单",
    "避免",
];

/// A row of section 三 or a type of reply.
const fn outcome(subject: Subject, tails: &'static [&'static str]) -> Pattern {
    const SUFFIXES: &[&str] =
        &["答复", "申请", "政府信息公开申请", "信息", "政府信息", "处理", "决定", "类", "范围", "情形", "告知", "的"];
    Pattern {
        context: Context::Requests,
        suffixes: SUFFIXES,
        without: NO_OUTCOME,
        units: &["件", "起", "宗", "例", "份", "次", "件次", ""],
        ..pattern(subject, tails)
    }
}

/// What is longer comes first.
pub(super) const PATTERNS: &[Pattern] = &[
    outcome(
        GrantedAtLeastInPart,
        &[
            "予以公开及部分公开",
            "予以公开和部分公开",
            "予以公开或部分公开",
            "予以公开、部分公开",
            "公开及部分公开",
            "公开和部分公开",
        ],
    ),
    outcome(AgreedToDiscloseInPart, &["同意部分公开"]),
    outcome(PartiallyGranted, &["予以部分公开", "部分公开", "部分予以公开"]),
    outcome(Refused, &["不同意公开"]),
    outcome(AgreedToDisclose, &["同意公开"]),
    outcome(AlreadyDisclosed, &["属于已主动公开", "已主动公开范围", "属于主动公开"]),
    outcome(
        NotThisOrgan,
        &[
            "不属于本机关公开",
            "不属于本行政机关公开",
            "不属于本机关",
            "不属于本行政机关",
            "非本机关公开",
            "不属于本单位公开",
        ],
    ),
    outcome(NotExisting, &["信息不存在", "政府信息不存在"]),
    outcome(AskedToAmend, &["作出更改补充", "作出更改、补充", "更改补充", "更改、补充"]),
    outcome(ReferredElsewhere, &["通过其他途径办理"]),
    outcome(Denied, &["不予公开"]),
    outcome(UnableToProvide, &["无法提供"]),
    outcome(NotProcessed, &["不予处理"]),
    outcome(OtherHandling, &["其他处理", "其它处理"]),
    Pattern {
        without: &[
            "不予",
            "部分",
            "不同意",
            "未",
            "规范性文件",
            "决策",
            "项目",
            "建议",
            "提案",
            "预算",
            "决算",
            "清单",
            "本级",
            "县区",
            "市直",
            "类予以",
            "类全部",
            "方面",
            "领域",
            "企业",
        ],
        ..outcome(Granted, &["予以公开", "全部公开"])
    },
    outcome(StateSecret, &["属于国家秘密", "涉及国家秘密"]),
    outcome(ProhibitedByLaw, &["其他法律行政法规禁止公开", "其他法律、行政法规禁止公开"]),
    outcome(
        SecurityOrStability,
        &[
            "三安全一稳定”",
            "三安全一稳定",
            "危及国家安全、公共安全、经济安全和社会稳定",
            "危及国家安全、公共安全、经济安全、社会稳定",
        ],
    ),
    outcome(ThirdPartyRights, &["保护第三方合法权益", "损害第三方合法权益"]),
    outcome(InternalAffairs, &["三类内部事务", "内部事务"]),
    outcome(ProcessInformation, &["四类过程性", "过程性"]),
    outcome(EnforcementCaseFile, &["行政执法案卷"]),
    outcome(AdministrativeQuery, &["属于行政查询", "行政查询事项"]),
    outcome(NotHeld, &["本机关不掌握相关", "本机关不掌握", "本单位不掌握"]),
    outcome(RequiresCreation, &["需要另行制作", "没有现成信息需要另行制作", "需另行制作"]),
    outcome(UnclearAfterCorrection, &["补正后申请内容仍不明确", "补正后仍不明确"]),
    outcome(PetitionOrComplaint, &["信访举报投诉类", "信访、举报、投诉类", "信访、投诉、举报类", "信访举报投诉"]),
    outcome(ExcessiveRequests, &["无正当理由大量反复", "大量反复"]),
    outcome(DuplicateRequest, &["重复"]),
    outcome(Publication, &["要求提供公开出版物", "属于公开出版物"]),
    outcome(ConfirmOrReissue, &["要求行政机关确认或重新出具已获取", "确认或重新出具已获取"]),
    outcome(CorrectionOverdue, &["逾期不补正", "逾期未补正", "行政机关不再处理其"]),
    outcome(FeeUnpaid, &["逾期不缴费", "逾期未缴费", "逾期未按收费通知要求缴纳费用"]),
    outcome(TradeSecret, &["涉及商业秘密"]),
    outcome(Privacy, &["涉及个人隐私"]),
];
