//! Section 四: reconsideration and litigation (政府信息公开行政复议、行政诉讼情况).

use serde::{Deserialize, Serialize};

use crate::Table;
use crate::table::{axis, object};

axis! {
    /// The way a dispute takes: the three blocks of section 四.
    ///
    /// Only cases about this organ's own decisions count. A reconsideration organ that a court joins as
    /// co-defendant does not count the case (国办公开办函〔2016〕201号).
    pub enum Route {
        Reconsideration = "reconsideration", "行政复议", "administrative reconsideration";
        DirectLitigation = "litigation.direct", "未经复议直接起诉", "litigation without prior reconsideration";
        LitigationAfterReconsideration = "litigation.after_reconsideration", "复议后起诉", "litigation after reconsideration";
    }
}

axis! {
    /// What became of a dispute: the four result columns of each block of section 四, in 件. 总计 is their
    /// sum, cases that are still pending included.
    ///
    /// Which disposals count as which result is not stated by the notice.
    pub enum Ruling {
        Upheld = "upheld", "结果维持", "upheld";
        Corrected = "corrected", "结果纠正", "corrected";
        Other = "other", "其他结果", "other result";
        Pending = "pending", "尚未审结", "pending";
    }
}

/// Section 四 of a report: disputes by route and result, in 件. All totals are computed.
///
/// ```
/// use ogi_report::{Disputes, Route, Ruling};
///
/// let mut disputes = Disputes::default();
/// disputes.litigation.direct[Ruling::Pending] = 2;
/// assert_eq!(disputes.route(Route::DirectLitigation).total(), 2);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Disputes {
    /// 行政复议.
    pub reconsideration: Table<Ruling, u32>,
    /// 行政诉讼.
    #[serde(deserialize_with = "object")]
    pub litigation: Litigation,
}

/// 行政诉讼 of section 四, in 件.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Litigation {
    /// 未经复议直接起诉.
    pub direct: Table<Ruling, u32>,
    /// 复议后起诉.
    pub after_reconsideration: Table<Ruling, u32>,
}

impl Disputes {
    /// The block of a route.
    ///
    /// ```
    /// use ogi_report::{Disputes, Route};
    ///
    /// assert_eq!(Disputes::default().route(Route::Reconsideration).total(), 0);
    /// ```
    pub const fn route(&self, route: Route) -> &Table<Ruling, u32> {
        match route {
            Route::Reconsideration => &self.reconsideration,
            Route::DirectLitigation => &self.litigation.direct,
            Route::LitigationAfterReconsideration => &self.litigation.after_reconsideration,
        }
    }

    pub(crate) fn route_mut(&mut self, route: Route) -> &mut Table<Ruling, u32> {
        match route {
            Route::Reconsideration => &mut self.reconsideration,
            Route::DirectLitigation => &mut self.litigation.direct,
            Route::LitigationAfterReconsideration => &mut self.litigation.after_reconsideration,
        }
    }
}
