//! Why reports are not one whole.

use std::collections::BTreeMap;
use std::fmt;

use crate::value::clip::clip;
use crate::value::{Body, Lang, Year};

/// Why reports may not be added up: their sums would be wrong.
///
/// ```
/// use ogi_report::sum::Conflict;
/// use ogi_report::{Body, Consolidation, Report, Scope, Year};
///
/// let mut county = Body::named("某某县人民政府");
/// county.region = Some("370784".parse()?);
/// county.scope = Some(Scope::WholeJurisdiction);
/// let mut bureau = Body::named("某某县民政局");
/// bureau.region = county.region;
/// bureau.scope = Some(Scope::OwnOffice);
///
/// let reports = [&county, &bureau].map(|body| Report::new(body.clone(), Year::new(2024).unwrap()));
/// let both: Consolidation = reports.iter().sum();
/// assert_eq!(both.whole().unwrap_err().conflicts(), [Conflict::Contained { body: bureau, whole: county }]);
/// # Ok::<(), ogi_report::value::RegionError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Conflict {
    /// The reports are not all of one year.
    #[error("there are reports of {}, expected those of one year{}", list(.years), odd_ones(.odd))]
    Years {
        /// The years, in order.
        years: Vec<Year>,
        /// The named bodies whose reports are not of the most frequent year; empty if no year is the most frequent.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        odd: Vec<Body>,
    },
    /// A body has more than one report.
    ///
    /// [`Body::is_same_as`] says which bodies are the same.
    #[error("{} is there {times} times, expected once", called(.body))]
    Repeated {
        /// The body.
        body: Body,
        /// How many reports it has.
        times: usize,
    },
    /// The report of a whole jurisdiction already contains the figures of a body in its region. There is one such conflict for each
    /// body that is contained, however many reports contain it.
    #[error("{} is there beside {}, whose report already contains it, expected one of them", called(.body), called(.whole))]
    Contained {
        /// The body that is contained.
        body: Body,
        /// The body whose report contains it. If there are several, one of the highest level.
        whole: Body,
    },
    /// A body is not on the list of expected bodies.
    #[error("{} is not among the expected bodies", called(.body))]
    Unexpected {
        /// The body.
        body: Body,
    },
}

impl Conflict {
    /// The conflict as a sentence. In English it is the same as `Display`.
    ///
    /// ```
    /// use ogi_report::sum::Conflict;
    /// use ogi_report::{Body, Lang};
    ///
    /// let twice = Conflict::Repeated { body: Body::named("某某局"), times: 2 };
    /// assert_eq!(twice.message(Lang::Zh), "“某某局”有 2 份报告，只能有一份");
    /// assert_eq!(twice.message(Lang::En), "某某局 is there 2 times, expected once");
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::En, _) => self.to_string(),
            (Lang::Zh, Self::Years { years, odd }) => {
                let years: Vec<String> = years.iter().map(Year::to_string).collect();
                let odd = match odd.as_slice() {
                    [] => String::new(),
                    [body] => format!("；与多数不同的是“{}”", called_in(body, lang)),
                    [body, ..] => format!("；与多数不同的是“{}”等 {} 份", called_in(body, lang), odd.len()),
                };
                format!("报告分属 {} 年度，只能汇总同一年度的{odd}", years.join("、"))
            }
            (Lang::Zh, Self::Repeated { body, times }) => {
                format!("“{}”有 {times} 份报告，只能有一份", called_in(body, lang))
            }
            (Lang::Zh, Self::Contained { body, whole }) => {
                format!(
                    "“{}”的数字已包含在“{}”的汇总报告中，两者只能取一",
                    called_in(body, lang),
                    called_in(whole, lang)
                )
            }
            (Lang::Zh, Self::Unexpected { body }) => format!("“{}”不在应报机关名单中", called_in(body, lang)),
        }
    }
}

/// The conflicts that keep a consolidation from giving sums. There is at least one. Their order does not depend on the order of
/// adding.
///
/// ```
/// use ogi_report::{Body, Consolidation, Report, Year};
///
/// let reports = [2023, 2024].map(|year| Report::new(Body::named("某某局"), Year::new(year).unwrap()));
/// let both: Consolidation = reports.iter().sum();
/// assert_eq!(
///     both.whole().unwrap_err().to_string(),
///     "the reports are not one whole: there are reports of 2023 and 2024, expected those of one year",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotOneWhole {
    pub(super) conflicts: Vec<Conflict>,
}

impl fmt::Display for NotOneWhole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the reports are not one whole: {}", summary(&self.conflicts))
    }
}

impl std::error::Error for NotOneWhole {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.conflicts.first().map(|first| first as _)
    }
}

impl NotOneWhole {
    /// The conflict of reports of several years.
    pub(crate) fn of_years(reports: Vec<(Year, Option<Body>)>) -> Self {
        let mut by_year: BTreeMap<Year, Vec<Body>> = BTreeMap::new();
        for (year, body) in reports {
            by_year.entry(year).or_default().extend(body);
        }
        let years: Vec<Year> = by_year.keys().copied().collect();
        let most = by_year.values().map(Vec::len).max().unwrap_or_default();
        let is_one = by_year.values().filter(|bodies| bodies.len() == most).count() == 1;
        let others = by_year.into_values().filter(|bodies| is_one && bodies.len() < most);
        let mut odd: Vec<Body> = others.flatten().collect();
        odd.sort_unstable();
        Self { conflicts: vec![Conflict::Years { years, odd }] }
    }

    /// The conflicts.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let twice: Consolidation = [&report, &report].into_iter().sum();
    /// assert_eq!(twice.whole().unwrap_err().conflicts().len(), 1);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }
}

fn list(years: &[Year]) -> String {
    let years: Vec<String> = years.iter().map(Year::to_string).collect();
    match years.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => years.concat(),
    }
}

fn odd_ones(odd: &[Body]) -> String {
    match odd {
        [] => String::new(),
        [body] => format!("; not of the year of most: {}", called(body)),
        [body, rest @ ..] => format!("; not of the year of most: {} and {} more", called(body), rest.len()),
    }
}

/// How an error message names a body.
pub(crate) fn called(body: &Body) -> impl fmt::Display {
    called_in(body, Lang::En)
}

/// How a message names a body: by name and region, with a mark if the region was inferred.
pub(crate) fn called_in(body: &Body, lang: Lang) -> String {
    let name = clip(&body.name);
    let Some(region) = body.region else { return name };
    let mark = match (body.inferred.region, lang) {
        (None, _) => "",
        (Some(_), Lang::Zh) => "，推定",
        (Some(_), Lang::En) => ", inferred",
    };
    format!("{name} ({region}{mark})")
}

/// The first of several errors, and how many more there are.
pub(crate) fn summary(errors: &[impl fmt::Display]) -> String {
    let first = errors.first().map(ToString::to_string).unwrap_or_default();
    match errors.len() {
        0 | 1 => first,
        n => format!("{first}; and {} more", n - 1),
    }
}
