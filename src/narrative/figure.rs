//! A figure of the text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::form::Unit;
use crate::json::document::{given, object};
use crate::narrative::Subject;
use crate::value::Decimal;
use crate::value::axis::axis;

axis! {
    /// The measure of a figure: a count, a share, a growth and so on.
    pub enum Measure {
        Count = "count", "数量", "a number of things, or an amount of money";
        Share = "share", "占比", "a share, in percent";
        Growth = "growth", "同比变化", "the change since the year before, in percent";
        Difference = "difference", "增减数", "the change since the year before, in the unit of the subject";
    }
}

axis! {
    /// The evidence for the subject of a figure.
    pub enum Confidence {
        Named = "named", "由字面指明", "the words beside it";
        FromContext = "from_context", "由上下文指明", "the list or sentence that it stands in";
        /// 未收到, 无, 全部: no digits are there.
        InWords = "in_words", "由文字表述", "words without digits";
    }
}

/// A figure that the text states of the report's own year.
///
/// ```
/// use ogi_report::narrative::{Confidence, Narrative, Subject};
///
/// let narrative = Narrative::from_text("全年收到政府信息公开申请两件，未发生行政复议。");
/// let received = narrative.count(Subject::Received).unwrap();
/// assert_eq!((received.value, received.confidence), (2_u32.into(), Confidence::Named));
/// let disputes = narrative.count(Subject::Reconsiderations).unwrap();
/// assert_eq!((disputes.value, disputes.confidence), (0_u32.into(), Confidence::InWords));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it counts.
    pub subject: Subject,
    /// The measure: a count, a share, a growth and so on.
    pub measure: Measure,
    /// The number: of things, of 元 or 万元, or percent; negative for a decrease.
    pub value: Decimal,
    /// The unit, where it is one that the form knows; measure words used for 件 are read as 件.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The words that name it, if the subject belongs to a list that the report chose itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The whole of a share, if the text names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<Subject>,
    /// Whether the text calls it approximate: 余, 约, 近.
    pub is_approximate: bool,
    /// The evidence for the subject.
    pub confidence: Confidence,
    /// The bytes of the source that are the number, or the words in its place.
    #[serde(deserialize_with = "object")]
    pub span: Range<usize>,
    /// The bytes of the source that are its sentence.
    #[serde(deserialize_with = "object")]
    pub sentence: Range<usize>,
}

/// A number that could not be attributed. It is never guessed.
///
/// Every digit of the sections that are read is in a figure or in one of these, save those of dates, ordinals, the numbers
/// of paragraphs and the titles of documents.
///
/// ```
/// use ogi_report::narrative::Narrative;
///
/// let narrative = Narrative::from_text("收到参保申请表5600件。");
/// assert!(narrative.figures.is_empty());
/// assert_eq!(narrative.unplaced[0].value, Some(5600_u32.into()));
/// // What could be one number or two has no value.
/// assert_eq!(Narrative::from_text("收到申请1 234件。").unplaced[0].value, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unplaced {
    /// The number; `None` if the digits are ambiguous: 1 234件, 10至20件.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    #[cfg_attr(feature = "schema", schemars(with = "Decimal"))]
    pub value: Option<Decimal>,
    /// The bytes of the source that are the number.
    #[serde(deserialize_with = "object")]
    pub span: Range<usize>,
    /// The bytes of the source that are its sentence.
    #[serde(deserialize_with = "object")]
    pub sentence: Range<usize>,
}
