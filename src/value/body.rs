//! The reporting body.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::value::basis::Inferred;
use crate::value::fold::fold_name;
use crate::value::{BodyKind, Level, Region, Scope};

/// The body that reports (报告机关). A field that nobody stated is `None`.
///
/// [`Body::infer`] fills in what follows from the name, and [`Body::infer_scope`] what the text says; both mark it in
/// [`Body::inferred`].
///
/// ```
/// use ogi_report::{Body, Level, Scope};
///
/// let mut body = Body::named("安丘经济开发区管委会");
/// body.level = Some(Level::Township);
/// body.scope = Some(Scope::OwnOffice);
/// assert_eq!(body.region, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The name as the title of the report prints it.
    pub name: String,
    /// The level of administration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Whether it is a government or a department of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<BodyKind>,
    /// The administrative division.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Whether the figures count the body's own office or its whole jurisdiction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// The fields that were inferred, not stated.
    #[serde(default, skip_serializing_if = "Inferred::is_empty", deserialize_with = "crate::json::document::object")]
    pub inferred: Inferred,
}

impl Body {
    /// A body of which only the name is known. White space around the name is removed, as lists of names bring it.
    ///
    /// ```
    /// assert_eq!(ogi_report::Body::named("宿迁市人民政府\r").name, "宿迁市人民政府");
    /// ```
    pub fn named(name: impl Into<String>) -> Self {
        let mut name = name.into();
        if name.trim().len() < name.len() {
            name = String::from(name.trim());
        }
        Self { name, level: None, kind: None, region: None, scope: None, inferred: Inferred::default() }
    }

    /// The name as it is compared with others: full-width characters become ASCII, brackets round ones, radicals and
    /// compatibility ideographs the character that they show, traditional characters simplified ones; white space, quotation
    /// marks and characters without width are left out.
    ///
    /// ```
    /// use ogi_report::Body;
    ///
    /// assert_eq!(Body::named("廣東省 財政廳（本級）").folded_name(), "广东省财政厅(本级)");
    /// ```
    pub fn folded_name(&self) -> Cow<'_, str> {
        fold_name(&self.name)
    }

    /// By what bodies are told apart: folded name and region.
    pub(crate) fn identity(&self) -> (String, Option<Region>) {
        (self.folded_name().into_owned(), self.region.map(Region::plain))
    }

    /// Whether both are the same body, as far as they say: [`Body::folded_name`] is the same, and the region is where
    /// both are known. That is our reading.
    ///
    /// ```
    /// use ogi_report::Body;
    ///
    /// let office = Body::named("市场监督管理局");
    /// let mut of_anqiu = Body::named("市场监督管理局 ");
    /// of_anqiu.region = Some("370784".parse()?);
    /// let mut of_changle = office.clone();
    /// of_changle.region = Some("370725".parse()?);
    /// assert!(office.is_same_as(&of_anqiu));
    /// assert!(!of_anqiu.is_same_as(&of_changle));
    /// assert!(Body::named("管委会（开发区）").is_same_as(&Body::named("管委会(开发区)")));
    /// # Ok::<(), ogi_report::value::RegionError>(())
    /// ```
    pub fn is_same_as(&self, other: &Self) -> bool {
        agree(self.region, other.region) && self.folded_name() == other.folded_name()
    }
}

/// Whether two regions are the same or one of them is unknown.
pub(crate) fn agree(a: Option<Region>, b: Option<Region>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.plain() == b.plain(),
        _ => true,
    }
}
