//! Section 四: reconsideration and litigation (政府信息公开行政复议、行政诉讼情况).

use serde::{Deserialize, Serialize};

use crate::form::Table;
use crate::json::document::object;
use crate::law::{Citation, Instrument};
use crate::value::axis::axis;
use crate::value::{Lang, Year};

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
    /// The result of a dispute: the four result columns of each block of section 四, in 件. 总计 is their
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

/// A provision of the Administrative Reconsideration Law of 2023.
const fn reconsideration(article: u8) -> Citation {
    Citation::article_of(Instrument::ReconsiderationLaw, article)
}

/// A provision of the Administrative Reconsideration Law as it was until the end of 2023.
const fn reconsideration_2017(article: u8) -> Citation {
    Citation::article_of(Instrument::ReconsiderationLaw2017, article)
}

/// A provision of the Implementing Regulations of that law.
const fn implementing(article: u8) -> Citation {
    Citation::article_of(Instrument::ReconsiderationRegulations, article)
}

/// A provision of the Administrative Litigation Law.
const fn litigation(article: u8) -> Citation {
    Citation::article_of(Instrument::LitigationLaw, article)
}

const CHALLENGE: Citation = Citation::article_of_regulations(51);

/// Whether the Administrative Reconsideration Law of 2023 was in force in the year.
const fn is_under_law_of_2023(year: Year) -> bool {
    year.number() >= 2024
}

impl Route {
    /// The provisions that open the route in a reporting year. Until 2023 the Administrative Reconsideration Law of
    /// 2017 applied, since then that of 2023.
    ///
    /// ```
    /// use ogi_report::{Route, Year};
    ///
    /// let basis = |year| Route::Reconsideration.basis(year).iter().map(ToString::to_string).collect::<Vec<_>>();
    /// assert_eq!(basis(Year::new(2024)?), ["art. 51", "Administrative Reconsideration Law art. 11(14)"]);
    /// assert_eq!(basis(Year::new(2023)?), ["art. 51", "Administrative Reconsideration Law (2017) art. 6(11)"]);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub const fn basis(self, year: Year) -> &'static [Citation] {
        match self {
            Self::Reconsideration if is_under_law_of_2023(year) => {
                const { &[CHALLENGE, reconsideration(11).with_item(14)] }
            }
            Self::Reconsideration => const { &[CHALLENGE, reconsideration_2017(6).with_item(11)] },
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
            (Lang::Zh, Self::Reconsideration) => {
                "因本机关的政府信息公开行为（答复、主动公开等）申请行政复议的案件，申请人包括第三方。"
            }
            (Lang::En, Self::Reconsideration) => {
                "The reconsideration organ was asked to review an act of this organ: a reply, but also a proactive disclosure, by the applicant or a third party."
            }
            (Lang::Zh, Self::DirectLitigation) => {
                "因本机关的政府信息公开行为，没有经过复议就起诉的案件。2024年起，对依第十四条至第十六条不予公开不服的，须先申请复议。"
            }
            (Lang::En, Self::DirectLitigation) => {
                "The claimant went to court at once. Since 2024, a refusal under articles 14 to 16 is subject to mandatory prior reconsideration."
            }
            (Lang::Zh, Self::LitigationAfterReconsideration) => {
                "经过复议再起诉的案件。复议机关作共同被告的，只由原行为机关统计，复议机关不统计。"
            }
            (Lang::En, Self::LitigationAfterReconsideration) => {
                "The claimant went to court after reconsideration. Where the reconsideration organ is a co-defendant, only the organ that made the original decision counts the case."
            }
        }
    }
}

impl Ruling {
    /// The provisions on the disposals that count as this result on a route in a reporting year; none for pending
    /// cases. Until 2023 the Administrative Reconsideration Law of 2017 and its Implementing Regulations applied, since
    /// then the law of 2023.
    ///
    /// No official assignment was found, so this is our reading. Offices differ over requests that
    /// reconsideration dismisses (article 69 of the law of 2023, article 48 of the Implementing Regulations): some
    /// count them as 结果维持.
    ///
    /// ```
    /// use ogi_report::{Route, Ruling, Year};
    ///
    /// let upheld = |year| Ruling::Upheld.basis(Route::Reconsideration, year)[0].to_string();
    /// assert_eq!(upheld(Year::new(2024)?), "Administrative Reconsideration Law art. 68");
    /// assert_eq!(upheld(Year::new(2023)?), "Administrative Reconsideration Law (2017) art. 28(1)(1)");
    /// assert!(Ruling::Pending.basis(Route::DirectLitigation, Year::new(2024)?).is_empty());
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub const fn basis(self, route: Route, year: Year) -> &'static [Citation] {
        match route {
            Route::Reconsideration if is_under_law_of_2023(year) => self.basis_in_reconsideration(),
            Route::Reconsideration => self.basis_in_reconsideration_until_2023(),
            Route::DirectLitigation | Route::LitigationAfterReconsideration => self.basis_in_litigation(),
        }
    }

    const fn basis_in_reconsideration(self) -> &'static [Citation] {
        match self {
            Self::Upheld => const { &[reconsideration(68)] },
            // Varied, annulled, declared unlawful, performance ordered, declared void.
            Self::Corrected => {
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
            // Not accepted, rejected, ended, dismissed, mediated, settled.
            Self::Other => {
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
            Self::Pending => &[],
        }
    }

    const fn basis_in_reconsideration_until_2023(self) -> &'static [Citation] {
        const DECISION: Citation = reconsideration_2017(28).with_paragraph(1);
        match self {
            Self::Upheld => const { &[DECISION.with_item(1)] },
            // Performance ordered; annulled, varied or declared unlawful; annulled for want of an answer.
            Self::Corrected => const { &[DECISION.with_item(2), DECISION.with_item(3), DECISION.with_item(4)] },
            // Not accepted, withdrawn, settled, ended, dismissed, mediated.
            Self::Other => {
                const {
                    &[
                        reconsideration_2017(17),
                        reconsideration_2017(25),
                        implementing(40),
                        implementing(42),
                        implementing(48),
                        implementing(50),
                    ]
                }
            }
            Self::Pending => &[],
        }
    }

    const fn basis_in_litigation(self) -> &'static [Citation] {
        match self {
            Self::Upheld => const { &[litigation(69)] },
            // Annulled, performance ordered, payment ordered, declared unlawful, declared void, remedies and damages.
            Self::Corrected => {
                const { &[litigation(70), litigation(72), litigation(73), litigation(74), litigation(75), litigation(76)] }
            }
            // Not registered, withdrawn, the suit rejected by ruling.
            Self::Other => {
                const { &[litigation(51), litigation(62), Citation::article_of(Instrument::LitigationInterpretation, 69)] }
            }
            Self::Pending => &[],
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
