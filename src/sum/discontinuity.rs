//! Where two successive years do not join.

use crate::form::Applicant;
use crate::sum::conflict::{called, called_in};
use crate::value::{Body, Lang, Year};

/// Where two successive years do not join.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Discontinuity {
    /// There is no report of the years in between.
    #[error("after {after} comes {before}, expected the year in between")]
    YearsMissing {
        /// The last year before the gap.
        after: Year,
        /// The first year after the gap.
        before: Year,
    },
    /// The bodies differ from one year to the next.
    ///
    /// [`Body::is_same_as`] says which bodies are the same.
    #[error("the bodies of {after} are not those of {before}: {}", difference(.left, .joined))]
    Bodies {
        /// The earlier year.
        after: Year,
        /// The later year.
        before: Year,
        /// The bodies that report in the earlier year only.
        left: Vec<Body>,
        /// The bodies that report in the later year only.
        joined: Vec<Body>,
    },
    /// Row 二 (上年结转) differs from row 四 (结转下年度) of the year before. That the two should be equal is our reading.
    #[error(
        "{closing} requests by {} are carried over from {after}, but {opening} into {before}",
        .applicant.label(crate::value::Lang::En)
    )]
    CarriedOver {
        /// The earlier year.
        after: Year,
        /// The later year.
        before: Year,
        /// The column.
        applicant: Applicant,
        /// Row 四 of the earlier year, in 件.
        #[serde(serialize_with = "crate::sum::integer::whole")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::sum::integer::Integer"))]
        closing: u64,
        /// Row 二 of the later year, in 件.
        #[serde(serialize_with = "crate::sum::integer::whole")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::sum::integer::Integer"))]
        opening: u64,
    },
}

fn difference(left: &[Body], joined: &[Body]) -> String {
    let side = |bodies: &[Body], verb: &str| match bodies {
        [] => None,
        [body] => Some(format!("{} {verb}", called(body))),
        [body, rest @ ..] => Some(format!("{} and {} more {verb}", called(body), rest.len())),
    };
    let sides = [side(left, "left"), side(joined, "joined")];
    sides.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

impl Discontinuity {
    /// The years on either side.
    ///
    /// ```
    /// use ogi_report::sum::Discontinuity;
    /// use ogi_report::Year;
    ///
    /// let (after, before) = (Year::new(2019)?, Year::new(2021)?);
    /// assert_eq!(Discontinuity::YearsMissing { after, before }.years(), (after, before));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub const fn years(&self) -> (Year, Year) {
        match *self {
            Self::YearsMissing { after, before }
            | Self::Bodies { after, before, .. }
            | Self::CarriedOver { after, before, .. } => (after, before),
        }
    }

    /// The discontinuity as a sentence. In English it is the same as `Display`.
    ///
    /// ```
    /// use ogi_report::sum::Discontinuity;
    /// use ogi_report::{Lang, Year};
    ///
    /// let gap = Discontinuity::YearsMissing { after: Year::new(2019)?, before: Year::new(2021)? };
    /// assert_eq!(gap.message(Lang::Zh), "2019 年度之后是 2021 年度，缺少中间年度的报告");
    /// assert_eq!(gap.message(Lang::En), "after 2019 comes 2021, expected the year in between");
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, _) => self.to_string(),
            (Lang::Zh, Self::YearsMissing { after, before }) => {
                format!("{after} 年度之后是 {before} 年度，缺少中间年度的报告")
            }
            (Lang::Zh, Self::Bodies { after, before, left, joined }) => {
                let side = |bodies: &[Body], year: &Year| match bodies {
                    [] => None,
                    [body] => Some(format!("只有 {year} 年度有“{}”", called_in(body, lang))),
                    [body, ..] => {
                        Some(format!("只有 {year} 年度有“{}”等 {} 个机关", called_in(body, lang), bodies.len()))
                    }
                };
                let sides: Vec<String> = [side(left, after), side(joined, before)].into_iter().flatten().collect();
                format!("{after} 年度与 {before} 年度的机关不同：{}", sides.join("，"))
            }
            (Lang::Zh, Self::CarriedOver { after, before, applicant, closing, opening }) => format!(
                "{}的申请，{after} 年度结转下年 {closing} 件，{before} 年度上年结转 {opening} 件",
                applicant.label(lang)
            ),
        }
    }
}
