//! Section 三: requests received and how they ended (收到和处理政府信息公开申请情况).

use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::form::table::read_map;
use crate::form::{Edition, Table};
use crate::json::document::{object, parse_str};
use crate::value::axis::axis;
use crate::value::{Axis, Lang, UnknownName};

axis! {
    /// Who asked: the six applicant columns of section 三, in 件. 总计 is their sum.
    ///
    /// The form gives no definition of the five kinds of organisation; that a lawyer who asks for a natural
    /// person counts as 自然人 is our reading.
    ///
    /// ```
    /// use ogi_report::{Applicant, Lang};
    ///
    /// assert_eq!(Applicant::ALL.len(), 6);
    /// assert_eq!(Applicant::OtherOrganization.label(Lang::Zh), "其他");
    /// ```
    pub enum Applicant {
        NaturalPerson = "natural_person", "自然人", "natural person";
        CommercialEnterprise = "commercial_enterprise", "商业企业", "commercial enterprise";
        ResearchInstitution = "research_institution", "科研机构", "research institution";
        PublicInterestOrganization = "public_interest_organization", "社会公益组织", "social public-interest organisation";
        LegalServiceInstitution = "legal_service_institution", "法律服务机构", "legal service institution";
        OtherOrganization = "other_organization", "其他", "other organisation";
    }
}

axis! {
    /// The ground of a refusal: the eight rows of （三）不予公开.
    ///
    /// The first seven are refusals under articles 14 to 16 of the Regulations. The eighth is printed among them
    /// on the form, but rests on article 36(7).
    pub enum Denial {
        StateSecret = "state_secret", "1.属于国家秘密", "state secret";
        ProhibitedByLaw = "prohibited_by_law", "2.其他法律行政法规禁止公开", "disclosure prohibited by another law or administrative regulation";
        SecurityOrStability = "security_or_stability", "3.危及“三安全一稳定”", "may endanger national, public or economic security or social stability";
        ThirdPartyRights = "third_party_rights", "4.保护第三方合法权益", "protection of third parties' lawful rights and interests";
        InternalAffairs = "internal_affairs", "5.属于三类内部事务信息", "internal-affairs information (three kinds)";
        ProcessInformation = "process_information", "6.属于四类过程性信息", "process-related information (four kinds)";
        EnforcementCaseFile = "enforcement_case_file", "7.属于行政执法案卷", "administrative enforcement case file";
        AdministrativeQuery = "administrative_query", "8.属于行政查询事项", "administrative inquiry matter";
    }
}

axis! {
    /// Why nothing could be provided: the three rows of （四）无法提供.
    pub enum UnableToProvide {
        /// Reports count here both information that does not exist and information that another organ holds
        /// (article 36(4) and (5)).
        NotHeld = "not_held", "1.本机关不掌握相关政府信息", "information not held by this organ";
        RequiresCreation = "requires_creation", "2.没有现成信息需要另行制作", "no existing information, would have to be created";
        UnclearAfterCorrection = "unclear_after_correction", "3.补正后申请内容仍不明确", "request still unclear after supplementation";
    }
}

axis! {
    /// Why a request was not processed: the five rows of （五）不予处理.
    pub enum NotProcessed {
        PetitionOrComplaint = "petition_or_complaint", "1.信访举报投诉类申请", "petition, report or complaint in the guise of a request";
        Duplicate = "duplicate", "2.重复申请", "repeated request for the same information";
        Publication = "publication", "3.要求提供公开出版物", "request for a public publication";
        Excessive = "excessive", "4.无正当理由大量反复申请", "excessive repeated requests without legitimate reason";
        /// No article of the Regulations states this outcome.
        ConfirmOrReissue = "confirm_or_reissue", "5.要求行政机关确认或重新出具已获取信息", "request to confirm or reissue information already obtained";
    }
}

axis! {
    /// The three rows of （六）其他处理 that the 2021 edition prints. The 2019 edition prints one row.
    pub enum OtherHandling {
        CorrectionOverdue = "correction_overdue", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "supplementation overdue without reason, no longer processed";
        FeeUnpaid = "fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "fee unpaid after notice, no longer processed";
        /// Mostly requests that the applicant withdrew.
        Miscellaneous = "miscellaneous", "3.其他", "other";
    }
}

axis! {
    /// The six groups of outcomes, （一） to （六）. The form prints a row total for none of the groups that
    /// have several rows.
    pub enum OutcomeGroup {
        Granted = "granted", "（一）予以公开", "granted";
        /// A request whose parts ended differently counts here and nowhere else, as the label itself says.
        PartiallyGranted = "partially_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "partially granted";
        Denied = "denied", "（三）不予公开", "denied";
        UnableToProvide = "unable_to_provide", "（四）无法提供", "unable to provide";
        NotProcessed = "not_processed", "（五）不予处理", "not processed";
        Other = "other", "（六）其他处理", "other handling";
    }
}

/// How a request ended: every outcome row of section 三 that either edition prints. One request counts
/// in one row.
///
/// ```
/// use ogi_report::{Denial, Lang, Outcome};
///
/// let outcome = Outcome::Denied(Denial::ThirdPartyRights);
/// assert_eq!(outcome.label(Lang::Zh), "4.保护第三方合法权益");
/// assert_eq!(outcome.group().label(Lang::Zh), "（三）不予公开");
/// assert_eq!(Outcome::ALL.len(), 22);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// （一）予以公开. Information that was public already counts here.
    Granted,
    /// （二）部分公开.
    PartiallyGranted,
    /// （三）不予公开.
    Denied(Denial),
    /// （四）无法提供.
    UnableToProvide(UnableToProvide),
    /// （五）不予处理.
    NotProcessed(NotProcessed),
    /// （六）其他处理, the one row of the 2019 edition.
    Other,
    /// （六）其他处理, a row of the 2021 edition.
    OtherHandling(OtherHandling),
}

const DENIED: usize = 2;
const UNABLE_TO_PROVIDE: usize = DENIED + Denial::ALL.len();
const NOT_PROCESSED: usize = UNABLE_TO_PROVIDE + UnableToProvide::ALL.len();
const OTHER: usize = NOT_PROCESSED + NotProcessed::ALL.len();
const OTHER_HANDLING: usize = OTHER + 1;
const OUTCOMES: usize = OTHER_HANDLING + OtherHandling::ALL.len();

impl Outcome {
    /// Every outcome row of both editions, in printed order.
    pub const ALL: &'static [Self] = &const {
        let mut all = [Self::Granted; OUTCOMES];
        let mut i = 1;
        while i < OUTCOMES {
            all[i] = if i < DENIED {
                Self::PartiallyGranted
            } else if i < UNABLE_TO_PROVIDE {
                Self::Denied(Denial::ALL[i - DENIED])
            } else if i < NOT_PROCESSED {
                Self::UnableToProvide(UnableToProvide::ALL[i - UNABLE_TO_PROVIDE])
            } else if i < OTHER {
                Self::NotProcessed(NotProcessed::ALL[i - NOT_PROCESSED])
            } else if i < OTHER_HANDLING {
                Self::Other
            } else {
                Self::OtherHandling(OtherHandling::ALL[i - OTHER_HANDLING])
            };
            i += 1;
        }
        all
    };

    /// The position in printed order, from 0.
    pub(crate) const fn index(self) -> usize {
        match self {
            Self::Granted => 0,
            Self::PartiallyGranted => 1,
            Self::Denied(denial) => DENIED + denial.index(),
            Self::UnableToProvide(reason) => UNABLE_TO_PROVIDE + reason.index(),
            Self::NotProcessed(reason) => NOT_PROCESSED + reason.index(),
            Self::Other => OTHER,
            Self::OtherHandling(handling) => OTHER_HANDLING + handling.index(),
        }
    }

    /// The group that the form prints the row under.
    ///
    /// ```
    /// use ogi_report::{Outcome, OutcomeGroup};
    ///
    /// assert_eq!(Outcome::Other.group(), OutcomeGroup::Other);
    /// ```
    pub const fn group(self) -> OutcomeGroup {
        match self {
            Self::Granted => OutcomeGroup::Granted,
            Self::PartiallyGranted => OutcomeGroup::PartiallyGranted,
            Self::Denied(_) => OutcomeGroup::Denied,
            Self::UnableToProvide(_) => OutcomeGroup::UnableToProvide,
            Self::NotProcessed(_) => OutcomeGroup::NotProcessed,
            Self::Other | Self::OtherHandling(_) => OutcomeGroup::Other,
        }
    }

    /// The label of the row as the form prints it, or the English term.
    ///
    /// ```
    /// use ogi_report::{Lang, Outcome};
    ///
    /// assert_eq!(Outcome::Granted.label(Lang::Zh), "（一）予以公开");
    /// ```
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Granted | Self::PartiallyGranted | Self::Other => self.group().label(lang),
            Self::Denied(denial) => denial.label(lang),
            Self::UnableToProvide(reason) => reason.label(lang),
            Self::NotProcessed(reason) => reason.label(lang),
            Self::OtherHandling(handling) => handling.label(lang),
        }
    }

    /// Whether the edition prints the row.
    ///
    /// ```
    /// use ogi_report::{Edition, Outcome};
    ///
    /// assert!(Outcome::Granted.is_printed_in(Edition::V2019));
    /// assert!(!Outcome::Other.is_printed_in(Edition::V2021));
    /// ```
    pub const fn is_printed_in(self, edition: Edition) -> bool {
        match self {
            Self::Other => matches!(edition, Edition::V2019),
            Self::OtherHandling(_) => matches!(edition, Edition::V2021),
            _ => true,
        }
    }

    /// The path segments before and at the row: its group, if the group has several rows, and its name.
    const fn path(self) -> (&'static str, &'static str) {
        match self {
            Self::Granted | Self::PartiallyGranted | Self::Other => ("outcomes.", self.group().name()),
            Self::Denied(denial) => ("outcomes.denied.", denial.name()),
            Self::UnableToProvide(reason) => ("outcomes.unable_to_provide.", reason.name()),
            Self::NotProcessed(reason) => ("outcomes.not_processed.", reason.name()),
            Self::OtherHandling(handling) => ("outcomes.other.", handling.name()),
        }
    }
}

/// A row of section 三, from 一、 to 四、. Unit: 件.
///
/// ```
/// use ogi_report::{Denial, Lang, RequestRow};
///
/// assert_eq!(RequestRow::Received.label(Lang::Zh), "一、本年新收政府信息公开申请数量");
/// assert_eq!(RequestRow::from(Denial::StateSecret).label(Lang::Zh), "1.属于国家秘密");
/// assert_eq!(RequestRow::ALL.len(), 26);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RequestRow {
    /// 一、 received in the year; by date of receipt (article 31), in our reading.
    Received,
    /// 二、 carried over from the previous year; in our reading that year's 四、.
    CarriedIn,
    /// 三、（一）…（六）: an outcome.
    Outcome(Outcome),
    /// 三、（七）总计: the sum of the outcomes.
    OutcomeTotal,
    /// 四、 carried over to the next year.
    CarriedOver,
}

impl RequestRow {
    /// Every row of both editions, in printed order.
    pub const ALL: &'static [Self] = &const {
        let mut all = [Self::Received; OUTCOMES + 4];
        all[1] = Self::CarriedIn;
        let mut i = 0;
        while i < OUTCOMES {
            all[2 + i] = Self::Outcome(Outcome::ALL[i]);
            i += 1;
        }
        all[2 + OUTCOMES] = Self::OutcomeTotal;
        all[3 + OUTCOMES] = Self::CarriedOver;
        all
    };

    /// The position in printed order, from 0.
    pub(crate) const fn index(self) -> usize {
        match self {
            Self::Received => 0,
            Self::CarriedIn => 1,
            Self::Outcome(outcome) => 2 + outcome.index(),
            Self::OutcomeTotal => 2 + OUTCOMES,
            Self::CarriedOver => 3 + OUTCOMES,
        }
    }

    /// The label of the row as the form prints it, or the English term.
    ///
    /// ```
    /// use ogi_report::{Lang, RequestRow};
    ///
    /// assert_eq!(RequestRow::OutcomeTotal.label(Lang::Zh), "（七）总计");
    /// ```
    pub const fn label(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (_, Self::Outcome(outcome)) => outcome.label(lang),
            (Lang::Zh, Self::Received) => "一、本年新收政府信息公开申请数量",
            (Lang::En, Self::Received) => "requests newly received in the year",
            (Lang::Zh, Self::CarriedIn) => "二、上年结转政府信息公开申请数量",
            (Lang::En, Self::CarriedIn) => "requests carried over from the previous year",
            (Lang::Zh, Self::OutcomeTotal) => "（七）总计",
            (Lang::En, Self::OutcomeTotal) => "total processed",
            (Lang::Zh, Self::CarriedOver) => "四、结转下年度继续办理",
            (Lang::En, Self::CarriedOver) => "carried over to the next year",
        }
    }

    /// Whether the edition prints the row.
    ///
    /// ```
    /// use ogi_report::{Edition, RequestRow};
    ///
    /// let rows = |edition| RequestRow::ALL.iter().filter(|row| row.is_printed_in(edition)).count();
    /// assert_eq!((rows(Edition::V2019), rows(Edition::V2021)), (23, 25));
    /// ```
    pub const fn is_printed_in(self, edition: Edition) -> bool {
        match self {
            Self::Outcome(outcome) => outcome.is_printed_in(edition),
            _ => true,
        }
    }

    /// The path segments before and at the row.
    pub(crate) const fn path(self) -> (&'static str, &'static str) {
        match self {
            Self::Received => ("", "received"),
            Self::CarriedIn => ("", "carried_in"),
            Self::Outcome(outcome) => outcome.path(),
            Self::OutcomeTotal => ("outcomes.", "total"),
            Self::CarriedOver => ("", "carried_over"),
        }
    }
}

impl From<Outcome> for RequestRow {
    fn from(outcome: Outcome) -> Self {
        Self::Outcome(outcome)
    }
}

/// Converts a row of a group to its outcome and to its row of section 三.
macro_rules! group_is_outcome {
    ($($Group:ident => $Variant:ident;)+) => {$(
        impl From<$Group> for Outcome {
            fn from(row: $Group) -> Self {
                Self::$Variant(row)
            }
        }
        impl From<$Group> for RequestRow {
            fn from(row: $Group) -> Self {
                Outcome::from(row).into()
            }
        }
    )+};
}
group_is_outcome! {
    Denial => Denied;
    UnableToProvide => UnableToProvide;
    NotProcessed => NotProcessed;
    OtherHandling => OtherHandling;
}

/// Section 三 of a report: counts of requests by applicant, in 件. All totals are computed.
///
/// ```
/// use ogi_report::{Applicant, Requests};
///
/// let mut requests = Requests::default();
/// requests.received[Applicant::NaturalPerson] = 5;
/// requests.outcomes.granted[Applicant::NaturalPerson] = 4;
/// requests.carried_over[Applicant::NaturalPerson] = 1;
/// assert_eq!(requests.received.total(), 5);
/// assert_eq!(requests.outcomes.totals().total(), 4);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Requests {
    /// 一、 received in the year.
    pub received: Table<Applicant, u32>,
    /// 二、 carried over from the previous year.
    pub carried_in: Table<Applicant, u32>,
    /// 三、 how the requests ended.
    #[serde(deserialize_with = "object")]
    pub outcomes: Outcomes,
    /// 四、 carried over to the next year.
    pub carried_over: Table<Applicant, u32>,
}

/// 三、 of section 三: how the requests ended, by outcome and applicant, in 件.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    /// （一）予以公开.
    pub granted: Table<Applicant, u32>,
    /// （二）部分公开.
    pub partially_granted: Table<Applicant, u32>,
    /// （三）不予公开.
    pub denied: Table<Denial, Table<Applicant, u32>>,
    /// （四）无法提供.
    pub unable_to_provide: Table<UnableToProvide, Table<Applicant, u32>>,
    /// （五）不予处理.
    pub not_processed: Table<NotProcessed, Table<Applicant, u32>>,
    /// （六）其他处理.
    pub other: Other,
}

/// （六）其他处理 of a report: one row as the 2019 edition prints it, or three as the 2021 edition does.
///
/// Reports of 2021 and later that print the one row keep it; it is not read as 3.其他.
///
/// ```
/// use ogi_report::form::Other;
/// use ogi_report::{Applicant, Table};
///
/// let json = r#"{"natural_person":1,"commercial_enterprise":0,"research_institution":0,
///     "public_interest_organization":0,"legal_service_institution":0,"other_organization":0}"#;
/// let other: Other = serde_json::from_str(json)?;
/// assert_eq!(other.totals()[Applicant::NaturalPerson], 1);
/// assert!(matches!(other, Other::OneRow(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Other {
    /// （六）其他处理 as one row.
    OneRow(Table<Applicant, u32>),
    /// （六）其他处理 in its three rows.
    ThreeRows(Table<OtherHandling, Table<Applicant, u32>>),
}

impl Default for Other {
    /// The three rows of the edition in force, all zero.
    fn default() -> Self {
        Self::ThreeRows(Table::default())
    }
}

impl Other {
    /// The edition that prints （六） this way.
    ///
    /// ```
    /// use ogi_report::form::Other;
    /// use ogi_report::{Edition, Table};
    ///
    /// assert_eq!(Other::OneRow(Table::default()).edition(), Edition::V2019);
    /// ```
    pub const fn edition(&self) -> Edition {
        match self {
            Self::OneRow(_) => Edition::V2019,
            Self::ThreeRows(_) => Edition::V2021,
        }
    }

    /// （六） by applicant, in 件, whichever way it is printed.
    ///
    /// ```
    /// use ogi_report::form::Other;
    ///
    /// assert_eq!(Other::default().totals().total(), 0);
    /// ```
    pub fn totals(&self) -> Table<Applicant, u64> {
        match self {
            Self::OneRow(row) => Table::from_fn(|applicant| row[applicant].into()),
            Self::ThreeRows(rows) => rows.column_totals(),
        }
    }

    #[inline]
    pub(crate) fn rows(&self) -> &[Table<Applicant, u32>] {
        match self {
            Self::OneRow(row) => std::slice::from_ref(row),
            Self::ThreeRows(rows) => rows.as_slice(),
        }
    }
}

impl Outcomes {
    /// （七）总计 by applicant, in 件.
    ///
    /// ```
    /// use ogi_report::form::Outcomes;
    /// use ogi_report::{Applicant, NotProcessed};
    ///
    /// let mut outcomes = Outcomes::default();
    /// outcomes.not_processed[NotProcessed::Duplicate][Applicant::NaturalPerson] = 2;
    /// assert_eq!(outcomes.totals()[Applicant::NaturalPerson], 2);
    /// ```
    pub fn totals(&self) -> Table<Applicant, u64> {
        Table::from_fn(|applicant| OutcomeGroup::ALL.iter().copied().map(|group| self.group(group)[applicant]).sum())
    }

    /// The total of a group by applicant, in 件.
    ///
    /// ```
    /// use ogi_report::form::Outcomes;
    /// use ogi_report::OutcomeGroup;
    ///
    /// assert_eq!(Outcomes::default().group(OutcomeGroup::Denied).total(), 0);
    /// ```
    pub fn group(&self, group: OutcomeGroup) -> Table<Applicant, u64> {
        let row = |row: &Table<Applicant, u32>| Table::from_fn(|applicant| row[applicant].into());
        match group {
            OutcomeGroup::Granted => row(&self.granted),
            OutcomeGroup::PartiallyGranted => row(&self.partially_granted),
            OutcomeGroup::Denied => self.denied.column_totals(),
            OutcomeGroup::UnableToProvide => self.unable_to_provide.column_totals(),
            OutcomeGroup::NotProcessed => self.not_processed.column_totals(),
            OutcomeGroup::Other => self.other.totals(),
        }
    }
}

impl Requests {
    /// The rows without （七）, in runs of neighbouring rows, each with its first row.
    #[inline]
    pub(crate) fn runs(&self) -> [(RequestRow, &[Table<Applicant, u32>]); 9] {
        use std::slice::from_ref;
        let Self { received, carried_in, outcomes, carried_over } = self;
        let other = match outcomes.other {
            Other::OneRow(_) => Outcome::Other,
            Other::ThreeRows(_) => Outcome::OtherHandling(OtherHandling::CorrectionOverdue),
        };
        [
            (RequestRow::Received, from_ref(received)),
            (RequestRow::CarriedIn, from_ref(carried_in)),
            (Outcome::Granted.into(), from_ref(&outcomes.granted)),
            (Outcome::PartiallyGranted.into(), from_ref(&outcomes.partially_granted)),
            (Denial::StateSecret.into(), outcomes.denied.as_slice()),
            (UnableToProvide::NotHeld.into(), outcomes.unable_to_provide.as_slice()),
            (NotProcessed::PetitionOrComplaint.into(), outcomes.not_processed.as_slice()),
            (other.into(), outcomes.other.rows()),
            (RequestRow::CarriedOver, from_ref(carried_over)),
        ]
    }
}

impl<'de> Deserialize<'de> for Other {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OtherVisitor)
    }
}

struct OtherVisitor;

impl<'de> Visitor<'de> for OtherVisitor {
    type Value = Other;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object keyed by applicant, or by the three rows of （六）")
    }

    /// The first key distinguishes the two: no applicant has the name of a row of （六）.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Other, A::Error> {
        match map.next_key::<OtherKey>()? {
            None => Err(de::Error::missing_field(OtherHandling::ALL[0].name())),
            Some(OtherKey::Applicant(first)) => read_map(map, Some(first)).map(Other::OneRow),
            Some(OtherKey::Row(first)) => read_map(map, Some(first)).map(Other::ThreeRows),
        }
    }
}

enum OtherKey {
    Applicant(Applicant),
    Row(OtherHandling),
}

impl std::str::FromStr for OtherKey {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        match Applicant::from_name(name) {
            Some(applicant) => Ok(Self::Applicant(applicant)),
            None => name.parse().map(Self::Row),
        }
    }
}

impl<'de> Deserialize<'de> for OtherKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}
