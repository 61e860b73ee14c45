//! Facts about a body that were inferred, and their basis.

use serde::{Deserialize, Serialize};

use crate::value::axis::axis;

axis! {
    /// The basis of an inferred fact about a body.
    pub enum Basis {
        Name = "name", "机关名称", "the name of the body";
        Text = "text", "报告正文", "the text of the report";
    }
}

/// Which facts about a body were inferred, each with its basis. `None` for a fact that was stated, and for one that is not known.
///
/// ```
/// use ogi_report::value::Basis;
/// use ogi_report::{Body, Level};
///
/// let mut town = Body::named("某某镇人民政府");
/// town.infer();
/// assert_eq!((town.level, town.inferred.level), (Some(Level::Township), Some(Basis::Name)));
/// assert_eq!(
///     serde_json::to_string(&town)?,
///     r#"{"name":"某某镇人民政府","level":"township","kind":"government","inferred":{"level":"name","kind":"name"}}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Inferred {
    /// The level of administration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Basis>,
    /// Whether it is a government or a department of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Basis>,
    /// The administrative division.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Basis>,
    /// Whose figures the report states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Basis>,
}

impl Inferred {
    /// Whether nothing was inferred.
    ///
    /// ```
    /// assert!(ogi_report::Body::named("某某局").inferred.is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
