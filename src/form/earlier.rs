//! The vocabulary of the statistics form of 2014 to 2018, which later reports still use in their text.
//!
//! 国办发〔2014〕32号 introduced that form (政府信息公开情况统计表). Only the opening of the notice could be read: the lists
//! here are our reading, confirmed in part by reports.

use crate::form::{Denial, Outcome, OutcomeGroup, RequestRow, UnableToProvide};
use crate::value::axis::axis;

/// Where the form counts today what an earlier term counted: a row of section 三, or of the rows of a group
/// one that cannot be told.
///
/// Several terms may correspond to one row; the row is then their sum.
///
/// ```
/// use ogi_report::form::{EarlierReply, TodaysPlace};
/// use ogi_report::Outcome;
///
/// let granted = Some(TodaysPlace::Row(Outcome::Granted.into()));
/// assert_eq!(EarlierReply::AlreadyDisclosed.today(), granted);
/// assert_eq!(EarlierReply::Granted.today(), granted);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TodaysPlace {
    /// This row.
    Row(RequestRow),
    /// A row of this group.
    Group(OutcomeGroup),
}

impl TodaysPlace {
    const fn outcome(outcome: Outcome) -> Self {
        Self::Row(RequestRow::Outcome(outcome))
    }
}

axis! {
    /// How a request reached the organ: the four channels of the earlier form, in 件. Today's form does not ask.
    ///
    /// ```
    /// use ogi_report::form::EarlierChannel;
    /// use ogi_report::{Axis, Lang};
    ///
    /// assert_eq!(EarlierChannel::array(|channel| channel.label(Lang::Zh)), ["当面", "传真", "网络", "信函"]);
    /// ```
    pub enum EarlierChannel {
        InPerson = "in_person", "当面", "in person";
        Fax = "fax", "传真", "by fax";
        Internet = "internet", "网络", "over the internet";
        Letter = "letter", "信函", "by letter";
    }
}

impl EarlierChannel {
    /// Where the requests count today: all four channels together are 一、本年新收.
    ///
    /// ```
    /// use ogi_report::form::{EarlierChannel, TodaysPlace};
    /// use ogi_report::RequestRow;
    ///
    /// assert_eq!(EarlierChannel::Fax.today(), TodaysPlace::Row(RequestRow::Received));
    /// ```
    pub const fn today(self) -> TodaysPlace {
        match self {
            Self::InPerson | Self::Fax | Self::Internet | Self::Letter => TodaysPlace::Row(RequestRow::Received),
        }
    }
}

axis! {
    /// Whether a request ended within the first time limit or within its extension (article 33), in 件. Today's
    /// form does not ask.
    ///
    /// ```
    /// use ogi_report::form::EarlierTimeliness;
    /// use ogi_report::Lang;
    ///
    /// assert_eq!(EarlierTimeliness::Extended.label(Lang::Zh), "延期办结");
    /// ```
    pub enum EarlierTimeliness {
        OnTime = "on_time", "按时办结", "concluded on time";
        Extended = "extended", "延期办结", "concluded after extension";
    }
}

impl EarlierTimeliness {
    /// Where the requests count today: both together are （七）总计.
    ///
    /// ```
    /// use ogi_report::form::{EarlierTimeliness, TodaysPlace};
    /// use ogi_report::RequestRow;
    ///
    /// assert_eq!(EarlierTimeliness::OnTime.today(), TodaysPlace::Row(RequestRow::OutcomeTotal));
    /// ```
    pub const fn today(self) -> TodaysPlace {
        match self {
            Self::OnTime | Self::Extended => TodaysPlace::Row(RequestRow::OutcomeTotal),
        }
    }
}

axis! {
    /// The reply: the eight reply types of the earlier form, in 件.
    ///
    /// ```
    /// use ogi_report::form::EarlierReply;
    /// use ogi_report::Lang;
    ///
    /// assert_eq!(EarlierReply::ALL.len(), 8);
    /// assert_eq!(EarlierReply::NotExisting.label(Lang::Zh), "申请信息不存在");
    /// ```
    pub enum EarlierReply {
        AlreadyDisclosed = "already_disclosed", "属于已主动公开范围", "already disclosed";
        Granted = "granted", "同意公开答复", "granted";
        PartiallyGranted = "partially_granted", "同意部分公开答复", "partially granted";
        /// Its grounds are [`EarlierRefusal`].
        Refused = "refused", "不同意公开答复", "refused";
        NotThisOrgan = "not_this_organ", "不属于本行政机关公开", "for another organ to disclose";
        NotExisting = "not_existing", "申请信息不存在", "information does not exist";
        AskedToAmend = "asked_to_amend", "告知作出更改补充", "asked to amend or supplement";
        ReferredElsewhere = "referred_elsewhere", "告知通过其他途径办理", "referred to another procedure";
    }
}

impl EarlierReply {
    /// Where the replies count today; `None` where none can be defended: a refusal depends on its ground, a
    /// request to amend is a step and not an outcome, and another procedure may be any of three rows.
    ///
    /// ```
    /// use ogi_report::form::{EarlierReply, TodaysPlace};
    /// use ogi_report::UnableToProvide;
    ///
    /// let not_held = Some(TodaysPlace::Row(UnableToProvide::NotHeld.into()));
    /// assert_eq!(EarlierReply::NotExisting.today(), not_held);
    /// assert_eq!(EarlierReply::NotThisOrgan.today(), not_held);
    /// assert_eq!(EarlierReply::AskedToAmend.today(), None);
    /// ```
    pub const fn today(self) -> Option<TodaysPlace> {
        match self {
            Self::AlreadyDisclosed | Self::Granted => Some(TodaysPlace::outcome(Outcome::Granted)),
            Self::PartiallyGranted => Some(TodaysPlace::outcome(Outcome::PartiallyGranted)),
            Self::NotThisOrgan | Self::NotExisting => {
                Some(TodaysPlace::outcome(Outcome::UnableToProvide(UnableToProvide::NotHeld)))
            }
            Self::Refused | Self::AskedToAmend | Self::ReferredElsewhere => None,
        }
    }
}

axis! {
    /// Why a request was refused: the grounds of 不同意公开答复 on the earlier form, in 件.
    ///
    /// ```
    /// use ogi_report::form::EarlierRefusal;
    /// use ogi_report::Lang;
    ///
    /// assert_eq!(EarlierRefusal::Privacy.label(Lang::Zh), "涉及个人隐私");
    /// ```
    pub enum EarlierRefusal {
        StateSecret = "state_secret", "涉及国家秘密", "state secret";
        TradeSecret = "trade_secret", "涉及商业秘密", "trade secret";
        Privacy = "privacy", "涉及个人隐私", "privacy";
        SecurityOrStability = "security_or_stability", "危及国家安全、公共安全、经济安全和社会稳定", "endangers security or stability";
        NotGovernmentInformation = "not_government_information", "不是《条例》所指政府信息", "not government information";
        OtherGround = "other_ground", "法律法规规定的其他情形", "another ground in law";
    }
}

impl EarlierRefusal {
    /// Where the refusals count today; only the group for other grounds, which today are four rows, and `None`
    /// for what is not government information, which today may count under three groups.
    ///
    /// ```
    /// use ogi_report::form::{EarlierRefusal, TodaysPlace};
    /// use ogi_report::{Denial, OutcomeGroup};
    ///
    /// assert_eq!(EarlierRefusal::Privacy.today(), Some(TodaysPlace::Row(Denial::ThirdPartyRights.into())));
    /// assert_eq!(EarlierRefusal::OtherGround.today(), Some(TodaysPlace::Group(OutcomeGroup::Denied)));
    /// assert_eq!(EarlierRefusal::NotGovernmentInformation.today(), None);
    /// ```
    pub const fn today(self) -> Option<TodaysPlace> {
        match self {
            Self::StateSecret => Some(TodaysPlace::outcome(Outcome::Denied(Denial::StateSecret))),
            Self::TradeSecret | Self::Privacy => Some(TodaysPlace::outcome(Outcome::Denied(Denial::ThirdPartyRights))),
            Self::SecurityOrStability => Some(TodaysPlace::outcome(Outcome::Denied(Denial::SecurityOrStability))),
            Self::OtherGround => Some(TodaysPlace::Group(OutcomeGroup::Denied)),
            Self::NotGovernmentInformation => None,
        }
    }
}
