//! The words that name what a number counts, as data. To teach the reader another way of saying something, add it here.

#[allow(clippy::enum_glob_use, reason = "a table of subjects reads like a list of them")]
use crate::narrative::Subject::{self, *};

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

const RECEIVING: &[&str] = &["收到", "新收", "受理", "接收", "接到", "收件", "共收", "全年收"];
const ANSWERING: &[&str] = &["答复", "办结", "办复", "回复", "办理完毕", "处理完毕"];
const MAKING: &[&str] = &["制发", "制定", "印发", "出台", "制订", "颁布"];
const DISCLOSING: &[&str] = &["公开", "发布", "推送", "发送"];
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

/// What is disclosed or not, where it is no request.
const NO_OUTCOME: &[&str] =
    &["分类", "培训", "规范性文件", "决策", "项目", "建议", "提案", "预算", "决算", "清单", "避免"];

const fn pattern(subject: Subject, tails: &'static [&'static str]) -> Pattern {
    Pattern { subject, tails, with: &[], without: &[], suffixes: &[], units: CASES, context: Context::Any }
}

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

const fn channel(subject: Subject, tails: &'static [&'static str]) -> Pattern {
    Pattern { context: Context::Channels, suffixes: OF_REQUESTS, without: NO_SUBMISSION, ..pattern(subject, tails) }
}

const fn ruling(subject: Subject, tails: &'static [&'static str], context: Context) -> Pattern {
    const SUFFIXES: &[&str] = &["结果", "的", "原行政行为", "具体行政行为", "案件"];
    Pattern { context, suffixes: SUFFIXES, ..pattern(subject, tails) }
}

const fn dispute(subject: Subject, tails: &'static [&'static str]) -> Pattern {
    const SUFFIXES: &[&str] = &["申请", "案件", "案", "情况"];
    // An organ that decides disputes counts those of others.
    const WITHOUT: &[&str] = &["受理", "收到", "审理", "办理", "代理", "审结", "办结", "涉及", "培训", "复议机关"];
    Pattern { suffixes: SUFFIXES, without: WITHOUT, ..pattern(subject, tails) }
}

const fn disclosed(subject: Subject, ways: &'static [&'static [&'static str]]) -> Pattern {
    Pattern { with: ways, without: NOT_ALL_INFORMATION, units: ITEMS, ..pattern(subject, INFORMATION) }
}

/// Every way of naming a subject; the first that fits counts.
pub(crate) const PATTERNS: &[Pattern] = &[
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
    // Outcomes; what is longer comes first.
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
            "复议", "诉讼", "提案", "建议", "留言", "结转", "答复", "办结", "许可", "撤回", "撤销", "不予", "涉及",
            "关于", "方面", "领域", "企业", "机构", "律师", "转来", "转办", "移送", "未",
        ],
        ..pattern(Received, RECEIVED)
    },
    // Disputes.
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
    // Information disclosed.
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
                "主动公开",
                "主动公开政府信息数",
            ],
        )
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
