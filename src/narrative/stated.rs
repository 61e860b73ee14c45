//! The statements of a report's text.

use std::ops::Range;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::form::Edition;
use crate::json::document::{document, object, object_or_null, objects};
use crate::json::version::Version;
use crate::narrative::{Figure, HeadingFound, List, Measure, Passage, Subject, Unplaced};
use crate::value::axis::axis;
use crate::value::{Period, Year};

/// The contents of a report's text: its figures, and what it says about the report. Everything carries the bytes of the source that it was
/// read from; what the text does not say is not there.
///
/// `Narrative::read` and `Narrative::from_text`, with feature `text`, read it;
/// [`Check::narrative`](crate::check::Check::narrative) compares it with the tables.
///
/// ```
/// use ogi_report::narrative::{Narrative, Subject};
///
/// let narrative = Narrative::from_text("全年收到政府信息公开申请5件，其中网络申请3件、信件申请2件。");
/// assert_eq!(narrative.count(Subject::ReceivedByLetter).unwrap().value, 2_u32.into());
/// assert!(narrative.count(Subject::ReceivedByFax).is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct Narrative {
    // First, so that a later version is refused as such and not for the first key it adds.
    #[serde(default)]
    pub(super) schema_version: Version<1>,
    /// The title, and the body and year in it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub title: Option<TitleStated>,
    /// The year that the text names most often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// The body whose report the preamble says this is, where it names one: 由某某局编制, 某某县2024年政府信息公开工作年度报告.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub organ: Option<Passage>,
    /// The statistical period.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub period: Option<PeriodStated>,
    /// How to reach the body.
    #[serde(deserialize_with = "object")]
    pub contact: Contact,
    /// The basis that the report states.
    #[serde(deserialize_with = "object")]
    pub basis: BasisStated,
    /// How many parts the report says it has, and how many it lists.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub parts: Option<PartsStated>,
    /// The six headings as they were found.
    #[serde(deserialize_with = "objects")]
    pub headings: Vec<HeadingFound>,
    /// The topics prescribed for section 一 since 2021 that it covers.
    pub sub_items: Vec<SubItem>,
    /// The figures of the report's own year, in the order of the text.
    #[serde(deserialize_with = "objects")]
    pub figures: Vec<Figure>,
    /// Activities that no table counts and no rule compares: interpretations of policies, press conferences, letters and hotlines,
    /// trainings, staff and the like.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "objects")]
    pub activities: Vec<Figure>,
    /// Numbers that could not be attributed.
    #[serde(deserialize_with = "objects")]
    pub unplaced: Vec<Unplaced>,
    /// The lists that figures stand in: a whole and its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "objects")]
    pub lists: Vec<List>,
    /// Section 一 as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub section_one: Option<Passage>,
    /// Section 五 as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub section_five: Option<Passage>,
    /// The progress on the problems of the year before.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub rectification: Option<Passage>,
    /// The problems.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub problems: Option<Passage>,
    /// What is to be improved.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub improvements: Option<Passage>,
    /// The first sentence on the information-processing fee.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub fee_statement: Option<Passage>,
    /// Lines of section 一 that look like another document pasted in: its headings, its date of publication.
    #[serde(deserialize_with = "objects")]
    pub foreign: Vec<Passage>,
    /// The governments whose websites the text names, such as 安丘市人民政府.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "objects")]
    pub portals: Vec<Passage>,
    /// Name and date below the last section.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub signature: Option<Signature>,
}

document!(Narrative);

/// The title of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TitleStated {
    /// The title as printed.
    #[serde(deserialize_with = "object")]
    pub printed: Passage,
    /// The body that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The year that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// Whether it is worded as usual: body, year, 政府信息公开工作年度报告, the first two in either order.
    pub is_usual: bool,
}

/// The statistical period as the text states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PeriodStated {
    /// The words.
    #[serde(deserialize_with = "object")]
    pub printed: Passage,
    /// The period; `None` if the dates cannot be right, such as 至202020年12月31日.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub period: Option<Period>,
}

/// How to reach the body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// 地址.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub address: Option<Passage>,
    /// 邮编, six digits.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub postcode: Option<Passage>,
    /// 电话.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub telephone: Option<Passage>,
    /// 电子邮箱.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub email: Option<Passage>,
}

/// The basis that the report states.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BasisStated {
    /// The place where it names the Regulations (政府信息公开条例).
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub regulations: Option<Passage>,
    /// The editions whose notices it cites, by number or name.
    pub editions: Vec<Edition>,
}

/// How many parts the report says it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartsStated {
    /// The words.
    #[serde(deserialize_with = "object")]
    pub printed: Passage,
    /// The number of parts that it states.
    pub stated: u8,
    /// How many of the six sections the same sentence lists; `None` if it lists none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed: Option<u8>,
}

/// Name and date below the last section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Where it stands.
    #[serde(deserialize_with = "object")]
    pub span: Range<usize>,
    /// The name of the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The date.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::value::year::date_or_none")]
    pub date: Option<NaiveDate>,
}

axis! {
    /// The topics prescribed for section 一 since 2021, in the words of the notice.
    pub enum SubItem {
        ProactiveDisclosure = "proactive_disclosure", "主动公开", "proactive disclosure";
        DisclosureOnRequest = "disclosure_on_request", "依申请公开", "disclosure on request";
        InformationManagement = "information_management", "政府信息管理", "management of government information";
        Platform = "platform", "政府信息公开平台建设", "platforms for disclosure";
        Supervision = "supervision", "监督保障", "supervision and support";
    }
}

impl Narrative {
    /// The counts that the text states of a subject, in its order.
    ///
    /// ```
    /// use ogi_report::narrative::{Narrative, Subject};
    ///
    /// assert_eq!(Narrative::default().counts(Subject::Received).count(), 0);
    /// ```
    pub fn counts(&self, subject: Subject) -> impl Iterator<Item = &Figure> {
        self.figures
            .iter()
            .chain(&self.activities)
            .filter(move |figure| figure.subject == subject && figure.measure == Measure::Count)
    }

    /// The first count that the text states of a subject.
    ///
    /// ```
    /// use ogi_report::narrative::{Narrative, Subject};
    ///
    /// assert_eq!(Narrative::default().count(Subject::Received), None);
    /// ```
    pub fn count(&self, subject: Subject) -> Option<&Figure> {
        self.counts(subject).next()
    }
}
