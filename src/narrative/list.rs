//! Lists: a whole, its parts, and whether they are all of it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::json::document::{object, object_or_null, objects};
use crate::narrative::Passage;
use crate::value::axis::axis;

axis! {
    /// Whether the parts of a list make up its whole.
    #[non_exhaustive]
    pub enum Closure {
        /// By its words, or because it ends with 其他.
        All = "all", "列全", "all parts of the whole, each once: they add up to it";
        Some = "some", "部分列举", "some parts of the whole: they do not exceed it";
        Overlapping = "overlapping", "可重复计数", "parts that may hold the same thing twice";
    }
}

/// A list of the text: a whole and its parts, each by the bytes of the source that are its number, as the spans of figures
/// are.
///
/// ```
/// use ogi_report::narrative::{Closure, Narrative};
///
/// let narrative = Narrative::from_text("收到政府信息公开申请5件，其中网络申请3件、信函申请2件。");
/// assert_eq!(narrative.lists[0].parts.len(), 2);
/// assert_eq!(narrative.lists[0].closure, Closure::All);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The number of the whole.
    #[serde(deserialize_with = "object")]
    pub whole: Range<usize>,
    /// The numbers of the parts, in the order of the text.
    #[serde(deserialize_with = "objects")]
    pub parts: Vec<Range<usize>>,
    /// Whether the parts make up the whole.
    pub closure: Closure,
    /// The words of the source, from the clause of the whole to the clause of the last part.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub printed: Option<Passage>,
}
