//! Section 四: reconsideration and litigation (政府信息公开行政复议、行政诉讼情况).

use serde::{Deserialize, Serialize};

use crate::form::Table;
use crate::json::document::object;
use crate::law::{Citation, Instrument};
use crate::value::Lang;
use crate::value::axis::axis;

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
    /// Which disposals count as which result is not stated by the notice; see [`Ruling::basis`].
    pub enum Ruling {
        Upheld = "upheld", "结果维持", "upheld";
        Corrected = "corrected", "结果纠正", "corrected";
        Other = "other", "其他结果", "other result";
        Pending = "pending", "尚未审结", "pending";
    }
}

/// A provision of the Administrative Reconsideration Law.
const fn reconsideration(article: u8) -> Citation {
    Citation::article_of(Instrument::ReconsiderationLaw, article)
}

/// A provision of the Administrative Litigation Law.
const fn litigation(article: u8) -> Citation {
    Citation::article_of(Instrument::LitigationLaw, article)
}

const CHALLENGE: Citation = Citation::article_of_regulations(51);

impl Route {
    /// The provisions that open the route.
    ///
    /// ```
    /// use ogi_report::Route;
    ///
    /// let basis: Vec<String> = Route::Reconsideration.basis().iter().map(ToString::to_string).collect();
    /// assert_eq!(basis, ["art. 51", "Administrative Reconsideration Law art. 11(14)"]);
    /// ```
    pub const fn basis(self) -> &'static [Citation] {
        match self {
            Self::Reconsideration => const { &[CHALLENGE, reconsideration(11).with_item(14)] },
            Self::DirectLitigation => const { &[CHALLENGE, litigation(44), litigation(46)] },
            Self::LitigationAfterReconsideration => const { &[CHALLENGE, litigation(44), litigation(45)] },
        }
    }

    /// What the block counts, in one line, in our words.
    ///
    /// ```
    /// use ogi_report::{Lang, Route};
    ///
    /// assert!(Route::LitigationAfterReconsideration.meaning(Lang::En).contains("co-defendant"));
    /// ```
    pub const fn meaning(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Zh, Self::Reconsideration) => "不服本机关的答复，申请行政复议的案件。",
            (Lang::En, Self::Reconsideration) => {
                "The applicant asked a higher organ to reconsider this organ's decision."
            }
            (Lang::Zh, Self::DirectLitigation) => {
                "不服本机关的答复，没有经过复议就起诉的案件。2024年起，对依第十四条至第十六条不予公开不服的，须先申请复议。"
            }
            (Lang::En, Self::DirectLitigation) => {
                "The applicant went to court at once. Since 2024, disputes about a refusal under articles 14 to 16 go to reconsideration first."
            }
            (Lang::Zh, Self::LitigationAfterReconsideration) => {
                "经过复议再起诉的案件。复议机关作共同被告的，只由原行为机关统计，复议机关不统计。"
            }
            (Lang::En, Self::LitigationAfterReconsideration) => {
                "The applicant went to court after reconsideration. Where the reconsideration organ is a co-defendant, only the organ that made the original decision counts the case."
            }
        }
    }
}

impl Ruling {
    /// The provisions on the disposals that count as this result on a route; none for pending cases.
    ///
    /// No official assignment was found, so this is our reading. Offices differ over requests that
    /// reconsideration dismisses (article 69 of its law): some count them as 结果维持.
    ///
    /// ```
    /// use ogi_report::{Route, Ruling};
    ///
    /// let basis = Ruling::Upheld.basis(Route::Reconsideration);
    /// assert_eq!(basis[0].to_string(), "Administrative Reconsideration Law art. 68");
    /// assert!(Ruling::Pending.basis(Route::DirectLitigation).is_empty());
    /// ```
    pub const fn basis(self, route: Route) -> &'static [Citation] {
        match (self, route) {
            (Self::Upheld, Route::Reconsideration) => const { &[reconsideration(68)] },
            (Self::Upheld, _) => const { &[litigation(69)] },
            (Self::Corrected, Route::Reconsideration) => {
                const {
                    &[
                        reconsideration(63),
                        reconsideration(64),
                        reconsideration(65),
                        reconsideration(66),
                        reconsideration(67),
                    ]
                }
            }
            (Self::Corrected, _) => {
                const { &[litigation(70), litigation(72), litigation(74), litigation(75), litigation(77)] }
            }
            (Self::Other, Route::Reconsideration) => {
                const {
                    &[
                        reconsideration(30),
                        reconsideration(33),
                        reconsideration(41),
                        reconsideration(69),
                        reconsideration(73),
                        reconsideration(74),
                    ]
                }
            }
            (Self::Other, _) => const { &[litigation(62)] },
            (Self::Pending, _) => &[],
        }
    }

    /// What the column counts, in one line, in our words and our reading.
    ///
    /// ```
    /// use ogi_report::{Lang, Ruling};
    ///
    /// assert_eq!(Ruling::Pending.meaning(Lang::En), "Not decided by the end of the year; part of 总计 all the same.");
    /// ```
    pub const fn meaning(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Zh, Self::Upheld) => "原来的答复得到维持，或者法院驳回了诉讼请求。",
            (Lang::En, Self::Upheld) => "The decision stood, or the court dismissed the claim.",
            (Lang::Zh, Self::Corrected) => "原来的答复被变更、撤销、确认违法或者无效，或者被责令重新履行。",
            (Lang::En, Self::Corrected) => {
                "The decision was varied, annulled, declared unlawful or void, or the organ was ordered to act."
            }
            (Lang::Zh, Self::Other) => "不予受理、驳回申请或者起诉、终止、调解、撤回等其他结果。",
            (Lang::En, Self::Other) => "The case was not accepted, rejected, ended, settled by mediation or withdrawn.",
            (Lang::Zh, Self::Pending) => "年底尚未作出决定或者裁判，仍计入总计。",
            (Lang::En, Self::Pending) => "Not decided by the end of the year; part of 总计 all the same.",
        }
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
