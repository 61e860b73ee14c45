//! The subjects that figures of the text count.

use crate::narrative::subject::Subject as S;
use crate::value::axis::axis;

axis! {
    /// What a figure of the narrative counts. Requests, disputes and documents are counted in 件, disclosed
    /// information in 条, fees in 元 or 万元.
    ///
    /// ```
    /// use ogi_report::Lang;
    /// use ogi_report::narrative::Subject;
    ///
    /// assert_eq!(Subject::CarriedIn.label(Lang::Zh), "上年结转");
    /// assert_eq!("received_by_letter".parse(), Ok(Subject::ReceivedByLetter));
    /// ```
    #[non_exhaustive]
    pub enum Subject {
        Disclosed = "disclosed", "主动公开政府信息", "information disclosed proactively";
        DisclosedByGazette = "disclosed_by_gazette", "政府公报公开", "disclosed by gazette";
        DisclosedByWebsite = "disclosed_by_website", "网站和专栏公开", "disclosed by website";
        DisclosedByWechat = "disclosed_by_wechat", "微信公开", "disclosed by WeChat";
        DisclosedByWeibo = "disclosed_by_weibo", "微博公开", "disclosed by Weibo";
        DisclosedByNewMedia = "disclosed_by_new_media", "新媒体公开", "disclosed by new media";
        DisclosedByOtherWays = "disclosed_by_other_ways", "其他方式公开", "disclosed in other ways";
        /// Reports choose the kinds themselves; [`Figure::name`](super::Figure::name) says which kind.
        DisclosedOfKind = "disclosed_of_kind", "某类政府信息", "information of a kind";

        RulesIssued = "rules_issued", "制发规章", "rules issued";
        RulesRepealed = "rules_repealed", "废止规章", "rules repealed";
        RulesInForce = "rules_in_force", "现行有效规章", "rules in force";
        NormativeDocumentsIssued = "normative_documents_issued", "制发规范性文件", "normative documents issued";
        NormativeDocumentsRepealed = "normative_documents_repealed", "废止规范性文件", "normative documents repealed";
        NormativeDocumentsInForce = "normative_documents_in_force", "现行有效规范性文件", "normative documents in force";
        LicensingDecisions = "licensing_decisions", "行政许可决定", "licensing decisions";
        PenaltiesDecisions = "penalties_decisions", "行政处罚决定", "penalty decisions";
        CoercionDecisions = "coercion_decisions", "行政强制决定", "coercion decisions";
        AdministrativeFees = "administrative_fees", "行政事业性收费", "administrative and institutional charges";

        Received = "received", "新收申请", "requests received";
        CarriedIn = "carried_in", "上年结转", "requests carried in";
        /// Received and carried in.
        Handled = "handled", "办理申请", "requests handled";
        Processed = "processed", "答复或办结申请", "requests processed";
        CarriedOver = "carried_over", "结转下年度", "requests carried over";
        ReceivedInPerson = "received_in_person", "当面申请", "received in person";
        ReceivedByFax = "received_by_fax", "传真申请", "received by fax";
        ReceivedOverInternet = "received_over_internet", "网络申请", "received over the internet";
        ReceivedByLetter = "received_by_letter", "信函申请", "received by letter";
        /// 邮件 may be a letter or electronic mail.
        ReceivedByMail = "received_by_mail", "邮件申请", "received by mail or e-mail";
        ReceivedInOtherWays = "received_in_other_ways", "其他渠道申请", "received in other ways";
        ReceivedFromNaturalPersons = "received_from_natural_persons", "自然人申请", "received from natural persons";
        ReceivedFromOrganizations = "received_from_organizations", "法人或其他组织申请", "received from organisations";
        OnTime = "on_time", "按时办结", "concluded on time";
        Extended = "extended", "延期办结", "concluded after extension";
        Overdue = "overdue", "逾期办结", "concluded too late";

        Granted = "granted", "予以公开", "granted";
        PartiallyGranted = "partially_granted", "部分公开", "partially granted";
        GrantedAtLeastInPart = "granted_at_least_in_part", "予以公开及部分公开", "granted or partially granted";
        Denied = "denied", "不予公开", "denied";
        UnableToProvide = "unable_to_provide", "无法提供", "unable to provide";
        NotProcessed = "not_processed", "不予处理", "not processed";
        OtherHandling = "other_handling", "其他处理", "other handling";
        StateSecret = "state_secret", "属于国家秘密", "state secret";
        ProhibitedByLaw = "prohibited_by_law", "其他法律行政法规禁止公开", "disclosure prohibited by another law";
        SecurityOrStability = "security_or_stability", "危及“三安全一稳定”", "endangers security or stability";
        ThirdPartyRights = "third_party_rights", "保护第三方合法权益", "third parties' rights";
        InternalAffairs = "internal_affairs", "三类内部事务信息", "internal-affairs information";
        ProcessInformation = "process_information", "四类过程性信息", "process-related information";
        EnforcementCaseFile = "enforcement_case_file", "行政执法案卷", "enforcement case file";
        AdministrativeQuery = "administrative_query", "行政查询事项", "administrative inquiry";
        NotHeld = "not_held", "本机关不掌握", "not held";
        RequiresCreation = "requires_creation", "需要另行制作", "would have to be created";
        UnclearAfterCorrection = "unclear_after_correction", "补正后仍不明确", "unclear after supplementation";
        PetitionOrComplaint = "petition_or_complaint", "信访举报投诉类申请", "petition or complaint";
        DuplicateRequest = "duplicate_request", "重复申请", "repeated request";
        Publication = "publication", "要求提供公开出版物", "request for a publication";
        ExcessiveRequests = "excessive_requests", "无正当理由大量反复申请", "excessive requests";
        ConfirmOrReissue = "confirm_or_reissue", "要求确认或重新出具", "request to confirm or reissue";
        CorrectionOverdue = "correction_overdue", "逾期不补正", "supplementation overdue";
        FeeUnpaid = "fee_unpaid", "逾期未缴费", "fee unpaid";

        AlreadyDisclosed = "already_disclosed", "属于已主动公开范围", "already disclosed (earlier term)";
        AgreedToDisclose = "agreed_to_disclose", "同意公开", "granted (earlier term)";
        AgreedToDiscloseInPart = "agreed_to_disclose_in_part", "同意部分公开", "partially granted (earlier term)";
        Refused = "refused", "不同意公开", "refused (earlier term)";
        NotThisOrgan = "not_this_organ", "不属于本机关公开", "for another organ (earlier term)";
        NotExisting = "not_existing", "信息不存在", "does not exist (earlier term)";
        AskedToAmend = "asked_to_amend", "告知更改补充", "asked to amend (earlier term)";
        ReferredElsewhere = "referred_elsewhere", "告知其他途径办理", "referred elsewhere (earlier term)";
        TradeSecret = "trade_secret", "涉及商业秘密", "trade secret (earlier term)";
        Privacy = "privacy", "涉及个人隐私", "privacy (earlier term)";

        Reconsiderations = "reconsiderations", "行政复议", "reconsiderations";
        ReconsiderationsUpheld = "reconsiderations_upheld", "行政复议维持", "reconsiderations upheld";
        ReconsiderationsCorrected = "reconsiderations_corrected", "行政复议纠正", "reconsiderations corrected";
        ReconsiderationsOther = "reconsiderations_other", "行政复议其他结果", "reconsiderations with other results";
        ReconsiderationsPending = "reconsiderations_pending", "行政复议尚未审结", "reconsiderations pending";
        Suits = "suits", "行政诉讼", "suits";
        SuitsUpheld = "suits_upheld", "行政诉讼维持", "suits upheld";
        SuitsCorrected = "suits_corrected", "行政诉讼纠正", "suits corrected";
        SuitsOther = "suits_other", "行政诉讼其他结果", "suits with other results";
        SuitsPending = "suits_pending", "行政诉讼尚未审结", "suits pending";
        DirectSuits = "direct_suits", "未经复议直接起诉", "suits without prior reconsideration";
        SuitsAfterReconsideration = "suits_after_reconsideration", "复议后起诉", "suits after reconsideration";
        /// Of the organ that decided a reconsideration, sued together with the one whose act it was.
        SuitsAsCoDefendant = "suits_as_co_defendant", "作为共同被告的行政诉讼", "suits as co-defendant";

        FeeNotices = "fee_notices", "发出收费通知", "fee notices";
        FeeNotified = "fee_notified", "通知收取的信息处理费", "information-processing fee notified";
        FeeCollected = "fee_collected", "实际收取的信息处理费", "information-processing fee collected";
        /// The fees that one body collected; [`Figure::name`](super::Figure::name) says which body.
        FeePart = "fee_part", "某单位收取的信息处理费", "information-processing fee of one body";

        HeldAccountable = "held_accountable", "责任追究", "held accountable";
        DeputiesProposals = "deputies_proposals", "人大代表建议", "proposals of deputies";
        ConsultativeProposals = "consultative_proposals", "政协提案", "proposals of the consultative conference";

        /// From here on: activities, which no table counts.
        PolicyInterpretations = "policy_interpretations", "政策解读", "interpretations of policies";
        PressConferences = "press_conferences", "新闻发布会", "press conferences";
        OnlineInterviews = "online_interviews", "在线访谈", "online interviews";
        Consultations = "consultations", "意见征集", "consultations of the public";
        PublicMessages = "public_messages", "群众来信留言", "letters and messages from the public";
        HotlineOrders = "hotline_orders", "政务服务热线工单", "orders of the service hotline";
        ResponsesToConcerns = "responses_to_concerns", "回应社会关切", "responses to public concern";
        GazetteIssues = "gazette_issues", "政府公报期数", "issues of the government gazette";
        NewMediaAccounts = "new_media_accounts", "政务新媒体账号", "new-media accounts";
        NewMediaWorks = "new_media_works", "新媒体作品", "works for new media";
        Trainings = "trainings", "培训", "trainings";
        Meetings = "meetings", "会议", "meetings";
        Staff = "staff", "工作人员", "staff";
        /// A share, in percent.
        Satisfaction = "satisfaction", "满意度", "satisfaction";
        /// A share, in percent, of what was asked and answered, on time or not.
        ReplyRate = "reply_rate", "答复率", "rate of replies";
    }
}

/// Subjects that are the parts of another. A text need not state all of them.
pub(crate) struct Breakdown {
    pub(crate) whole: Subject,
    pub(crate) parts: &'static [Subject],
}

/// The channels of requests.
pub(crate) const CHANNELS: &[Subject] = between(S::ReceivedInPerson, S::ReceivedInOtherWays);
/// Who asked.
pub(crate) const APPLICANTS: &[Subject] = between(S::ReceivedFromNaturalPersons, S::ReceivedFromOrganizations);
pub(crate) const TIMELINESS: &[Subject] = between(S::OnTime, S::Overdue);
/// The groups of outcomes, and what was said in their place.
pub(crate) const OUTCOMES: &[Subject] = between(S::Granted, S::OtherHandling);
/// The rows of the form in the groups of outcomes.
#[cfg(feature = "text")]
pub(crate) const GROUNDS: &[Subject] = between(S::StateSecret, S::FeeUnpaid);
/// The reply types before 2019.
pub(crate) const REPLIES: &[Subject] = between(S::AlreadyDisclosed, S::ReferredElsewhere);
/// Their grounds.
#[cfg(feature = "text")]
pub(crate) const EARLIER_GROUNDS: &[Subject] = between(S::TradeSecret, S::Privacy);
pub(crate) const BY_CHANNEL: Breakdown =
    Breakdown { whole: S::Disclosed, parts: between(S::DisclosedByGazette, S::DisclosedByOtherWays) };
pub(crate) const BY_KIND: Breakdown = Breakdown { whole: S::Disclosed, parts: &[S::DisclosedOfKind] };
pub(crate) const RECONSIDERATIONS: Breakdown =
    Breakdown { whole: S::Reconsiderations, parts: between(S::ReconsiderationsUpheld, S::ReconsiderationsPending) };
pub(crate) const SUITS: Breakdown = Breakdown { whole: S::Suits, parts: between(S::SuitsUpheld, S::SuitsPending) };
pub(crate) const FEES: Breakdown = Breakdown { whole: S::FeeCollected, parts: &[S::FeePart] };

/// The subjects from one to another, in their order.
const fn between(first: Subject, last: Subject) -> &'static [Subject] {
    Subject::ALL.split_at(last.index() + 1).0.split_at(first.index()).1
}

impl Subject {
    /// Whether it counts requests for information, their channels, applicants and outcomes.
    #[cfg(feature = "text")]
    pub(crate) fn is_of_requests(self) -> bool {
        self.is_between(S::Received, S::Privacy)
    }

    /// Whether it counts information disclosed.
    pub(crate) const fn is_of_information(self) -> bool {
        self.is_between(S::Disclosed, S::DisclosedOfKind)
    }

    /// Whether it counts disputes.
    pub(crate) fn is_of_disputes(self) -> bool {
        self.is_between(S::Reconsiderations, S::SuitsAfterReconsideration)
    }

    /// Whether it is one of the subjects from one to another.
    pub(crate) const fn is_between(self, first: Self, last: Self) -> bool {
        first.index() <= self.index() && self.index() <= last.index()
    }
}
