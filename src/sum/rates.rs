//! Rates of sections 三 and 四, each with its numerator and denominator.

use std::fmt;

use crate::form::{Applicant, Cell, Column, Denial, Outcome, OutcomeGroup, RequestRow, Route, Ruling};
use crate::sum::Totals;
use crate::value::Lang;

/// A rate, computed from the figures of one year. The form prints no rates; the choice of [`Rate::numerator`] and
/// [`Rate::denominator`] is ours.
///
/// ```
/// use ogi_report::{Applicant, Body, Lang, Rate, Report, Totals, Year};
///
/// let mut report = Report::new(Body::named("某某市人民政府"), Year::new(2024)?);
/// report.requests.outcomes.granted[Applicant::NaturalPerson] = 42;
/// report.requests.outcomes.partially_granted[Applicant::NaturalPerson] = 56;
/// let totals: Totals = [&report].into_iter().sum();
///
/// let granted = Rate::Outcomes(ogi_report::OutcomeGroup::Granted).of(&totals).unwrap();
/// assert_eq!((granted.numerator(), granted.denominator()), (42, 98));
/// assert_eq!(granted.percent().unwrap().to_string(), "42.86%");
/// assert_eq!(Rate::CorrectedInReconsideration.of(&totals), None);
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rate {
    /// Outcomes （一） and （二）, disclosed in whole or in part, as a share of all outcomes.
    Disclosed,
    /// The outcomes of a group, such as granted or denied, as a share of all outcomes.
    Outcomes(OutcomeGroup),
    /// The refusals on one ground, as a share of all outcomes.
    DeniedOn(Denial),
    /// The outcomes 本机关不掌握相关政府信息, as a share of all outcomes.
    NotHeld,
    /// Requests carried over (row 四), as a share of those received or carried in.
    CarriedOver,
    /// Reconsiderations and direct suits, divided by all outcomes. Suits after reconsideration are left out: they continue a dispute
    /// that is already counted. A dispute may concern an outcome of another year, so the rate may exceed 100 %.
    Disputed,
    /// The corrected cases (结果纠正), as a share of the reconsiderations that were concluded.
    CorrectedInReconsideration,
    /// The corrected cases (结果纠正), as a share of the suits that were concluded, direct and after reconsideration.
    CorrectedInLitigation,
    /// The requests received from one kind of applicant, as a share of all requests received.
    ReceivedFrom(Applicant),
}

const BEFORE_GROUPS: usize = 1;
const BEFORE_DENIALS: usize = BEFORE_GROUPS + OutcomeGroup::ALL.len();
const BEFORE_SINGLE: usize = BEFORE_DENIALS + Denial::ALL.len();
const SINGLE: [Rate; 5] =
    [Rate::NotHeld, Rate::CarriedOver, Rate::Disputed, Rate::CorrectedInReconsideration, Rate::CorrectedInLitigation];
const BEFORE_APPLICANTS: usize = BEFORE_SINGLE + SINGLE.len();

impl Rate {
    /// Every rate.
    pub const ALL: &'static [Self] = &const {
        let mut all = [Self::Disclosed; BEFORE_APPLICANTS + Applicant::ALL.len()];
        let mut i = BEFORE_GROUPS;
        while i < all.len() {
            all[i] = if i < BEFORE_DENIALS {
                Self::Outcomes(OutcomeGroup::ALL[i - BEFORE_GROUPS])
            } else if i < BEFORE_SINGLE {
                Self::DeniedOn(Denial::ALL[i - BEFORE_DENIALS])
            } else if i < BEFORE_APPLICANTS {
                SINGLE[i - BEFORE_SINGLE]
            } else {
                Self::ReceivedFrom(Applicant::ALL[i - BEFORE_APPLICANTS])
            };
            i += 1;
        }
        all
    };

    /// The cells whose sum is the numerator, in 件.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Outcome, OutcomeGroup, Rate};
    ///
    /// let cells = Rate::Outcomes(OutcomeGroup::Granted).numerator();
    /// assert_eq!(cells, [Cell::request(Outcome::Granted, Column::Total)]);
    /// ```
    pub fn numerator(self) -> Vec<Cell> {
        let rows = |wanted: &dyn Fn(Outcome) -> bool| -> Vec<Cell> {
            let outcomes = Outcome::ALL.iter().copied().filter(|&outcome| wanted(outcome));
            outcomes.map(|outcome| Cell::request(outcome, Column::Total)).collect()
        };
        match self {
            Self::Disclosed => {
                rows(&|outcome| matches!(outcome.group(), OutcomeGroup::Granted | OutcomeGroup::PartiallyGranted))
            }
            Self::Outcomes(group) => rows(&|outcome| outcome.group() == group),
            Self::DeniedOn(denial) => vec![Cell::request(denial, Column::Total)],
            Self::NotHeld => vec![Cell::request(crate::form::UnableToProvide::NotHeld, Column::Total)],
            Self::CarriedOver => vec![Cell::request(RequestRow::CarriedOver, Column::Total)],
            Self::Disputed => [Route::Reconsideration, Route::DirectLitigation]
                .map(|route| Cell::dispute(route, Column::Total))
                .into(),
            Self::CorrectedInReconsideration => vec![Cell::dispute(Route::Reconsideration, Ruling::Corrected)],
            Self::CorrectedInLitigation => SUITS.map(|route| Cell::dispute(route, Ruling::Corrected)).into(),
            Self::ReceivedFrom(applicant) => vec![Cell::request(RequestRow::Received, applicant)],
        }
    }

    /// The cells whose sum is the denominator, in 件.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Rate, RequestRow};
    ///
    /// assert_eq!(Rate::Disclosed.denominator(), [Cell::request(RequestRow::OutcomeTotal, Column::Total)]);
    /// ```
    pub fn denominator(self) -> Vec<Cell> {
        let concluded = |routes: &[Route]| -> Vec<Cell> {
            let rulings = [Ruling::Upheld, Ruling::Corrected, Ruling::Other];
            routes.iter().flat_map(|&route| rulings.map(|ruling| Cell::dispute(route, ruling))).collect()
        };
        match self {
            Self::Disclosed | Self::Outcomes(_) | Self::DeniedOn(_) | Self::NotHeld | Self::Disputed => {
                vec![Cell::request(RequestRow::OutcomeTotal, Column::Total)]
            }
            Self::CarriedOver => {
                [RequestRow::Received, RequestRow::CarriedIn].map(|row| Cell::request(row, Column::Total)).into()
            }
            Self::CorrectedInReconsideration => concluded(&[Route::Reconsideration]),
            Self::CorrectedInLitigation => concluded(&SUITS),
            Self::ReceivedFrom(_) => vec![Cell::request(RequestRow::Received, Column::Total)],
        }
    }

    /// Computes the rate from the sums of one year. Returns `None` if the denominator is 0, or if a sum overflows.
    ///
    /// ```
    /// use ogi_report::{Rate, Totals};
    ///
    /// assert_eq!(Rate::Disclosed.of(&Totals::default()), None);
    /// ```
    pub fn of(self, totals: &Totals) -> Option<Ratio> {
        Ratio::new(totals.count_of(&self.numerator())?, totals.count_of(&self.denominator())?)
    }

    /// The name of the rate.
    ///
    /// ```
    /// use ogi_report::{Lang, OutcomeGroup, Rate};
    ///
    /// assert_eq!(Rate::Disclosed.label(Lang::Zh), "公开率（予以公开和部分公开）");
    /// assert_eq!(Rate::Outcomes(OutcomeGroup::Denied).label(Lang::En), "share of outcomes: denied");
    /// ```
    pub fn label(self, lang: Lang) -> String {
        let (zh, en, part) = match self {
            Self::Disclosed => ("公开率（予以公开和部分公开）", "disclosed in whole or in part", ""),
            Self::Outcomes(group) => ("办理结果占比：", "share of outcomes: ", group_label(group, lang)),
            Self::DeniedOn(denial) => ("不予公开占比：", "share of outcomes: denied, ", denial.label(lang)),
            Self::NotHeld => ("本机关不掌握占比", "share of outcomes: not held", ""),
            Self::CarriedOver => ("结转率", "carried over", ""),
            Self::Disputed => ("争议发生率（复议和直接起诉）", "disputed, reconsiderations and direct suits", ""),
            Self::CorrectedInReconsideration => ("复议纠错率", "corrected in reconsideration", ""),
            Self::CorrectedInLitigation => ("诉讼纠错率", "corrected in litigation", ""),
            Self::ReceivedFrom(applicant) => ("新收申请占比：", "share of requests received: ", applicant.label(lang)),
        };
        match lang {
            Lang::Zh => format!("{zh}{part}"),
            Lang::En => format!("{en}{part}"),
        }
    }
}

const SUITS: [Route; 2] = [Route::DirectLitigation, Route::LitigationAfterReconsideration];

/// The label of a group without the instruction that the form prints behind （二）.
fn group_label(group: OutcomeGroup, lang: Lang) -> &'static str {
    match (group, lang) {
        (OutcomeGroup::PartiallyGranted, Lang::Zh) => "（二）部分公开",
        _ => group.label(lang),
    }
}

/// An exact rate: a numerator and a denominator.
///
/// ```
/// use ogi_report::sum::Ratio;
///
/// let [before, after] = [Ratio::new(1, 40).unwrap(), Ratio::new(2, 40).unwrap()];
/// assert_eq!(after.percent().unwrap().to_string(), "5.00%");
/// // From 2.5 % to 5 % the rate rises by 2.5 percentage points, or by 100 %.
/// assert_eq!(after.points_above(before).unwrap().to_string(), "+2.50 pp");
/// assert_eq!(after.percent_above(before).unwrap().to_string(), "100.00%");
/// assert_eq!(Ratio::new(0, 0), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: u64,
    denominator: u64,
}

/// A percentage, rounded to hundredths, halves away from zero.
///
/// ```
/// use ogi_report::sum::Ratio;
///
/// let percent = Ratio::new(1, 800).unwrap().percent().unwrap();
/// assert_eq!((percent.hundredths(), percent.to_string()), (13, "0.13%".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Percent(i64);

/// A difference of two percentages in percentage points, rounded to hundredths, halves away from zero. It is a separate type, so that it
/// cannot be mistaken for a percentage.
///
/// ```
/// use ogi_report::sum::Ratio;
///
/// let [before, after] = [Ratio::new(2, 3).unwrap(), Ratio::new(1, 3).unwrap()];
/// assert_eq!(after.points_above(before).unwrap().hundredths(), -3333);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PercentagePoints(i64);

impl Ratio {
    /// The smallest denominator of a rate worth reading. Our choice, after common statistical practice.
    pub const FLOOR: u64 = 30;

    /// Makes a rate. Returns `None` if the denominator is 0.
    ///
    /// ```
    /// assert_eq!(ogi_report::sum::Ratio::new(3, 0), None);
    /// ```
    pub const fn new(numerator: u64, denominator: u64) -> Option<Self> {
        if denominator == 0 { None } else { Some(Self { numerator, denominator }) }
    }

    /// The numerator, in 件.
    ///
    /// ```
    /// assert_eq!(ogi_report::sum::Ratio::new(3, 4).unwrap().numerator(), 3);
    /// ```
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// The denominator, in 件; never 0.
    ///
    /// ```
    /// assert_eq!(ogi_report::sum::Ratio::new(3, 4).unwrap().denominator(), 4);
    /// ```
    pub const fn denominator(self) -> u64 {
        self.denominator
    }

    /// Whether the denominator is below a floor, such as [`Ratio::FLOOR`], so that the rate should be marked.
    ///
    /// ```
    /// use ogi_report::sum::Ratio;
    ///
    /// assert!(Ratio::new(1, 29).unwrap().is_below(Ratio::FLOOR));
    /// assert!(!Ratio::new(1, 30).unwrap().is_below(Ratio::FLOOR));
    /// ```
    pub const fn is_below(self, floor: u64) -> bool {
        self.denominator < floor
    }

    /// The rate in percent. Returns `None` if it overflows, above 9·10¹⁶ %.
    ///
    /// ```
    /// assert_eq!(ogi_report::sum::Ratio::new(1, 3).unwrap().percent().unwrap().to_string(), "33.33%");
    /// ```
    pub fn percent(self) -> Option<Percent> {
        hundredths(self.numerator.into(), self.denominator.into()).map(Percent)
    }

    /// By how many percentage points the rate is above another, computed from the exact rates. Returns `None` if the counts
    /// overflow.
    ///
    /// ```
    /// use ogi_report::sum::Ratio;
    ///
    /// let [a, b] = [Ratio::new(3, 4).unwrap(), Ratio::new(1, 2).unwrap()];
    /// assert_eq!(b.points_above(a).unwrap().to_string(), "-25.00 pp");
    /// ```
    pub fn points_above(self, other: Self) -> Option<PercentagePoints> {
        let (difference, denominator) = self.minus(other)?;
        hundredths(difference, denominator).map(PercentagePoints)
    }

    /// By how many percent the rate is above another, computed from the exact rates. Returns `None` if the other rate is 0, or if
    /// the counts overflow.
    ///
    /// ```
    /// use ogi_report::sum::Ratio;
    ///
    /// let [a, b] = [Ratio::new(3, 4).unwrap(), Ratio::new(1, 2).unwrap()];
    /// assert_eq!(a.percent_above(b).unwrap().to_string(), "50.00%");
    /// assert_eq!(a.percent_above(Ratio::new(0, 2).unwrap()), None);
    /// ```
    pub fn percent_above(self, other: Self) -> Option<Percent> {
        let (difference, _) = self.minus(other)?;
        let base = i128::from(other.numerator).checked_mul(self.denominator.into())?;
        hundredths(difference, base).map(Percent)
    }

    /// The exact difference as numerator and denominator.
    fn minus(self, other: Self) -> Option<(i128, i128)> {
        let times = |a: u64, b: u64| i128::from(a).checked_mul(b.into());
        let difference =
            times(self.numerator, other.denominator)?.checked_sub(times(other.numerator, self.denominator)?)?;
        Some((difference, times(self.denominator, other.denominator)?))
    }
}

/// A fraction in hundredths of a percent, halves away from zero.
fn hundredths(numerator: i128, denominator: i128) -> Option<i64> {
    let doubled = numerator.checked_mul(20_000)?;
    let half = if doubled < 0 { denominator.checked_neg()? } else { denominator };
    doubled.checked_add(half)?.checked_div(denominator.checked_mul(2)?)?.try_into().ok()
}

impl fmt::Display for Ratio {
    /// The counts: `42/98`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}/{}", self.numerator, self.denominator))
    }
}

impl Percent {
    /// Hundredths of a percent.
    ///
    /// ```
    /// assert_eq!(ogi_report::sum::Ratio::new(1, 4).unwrap().percent().unwrap().hundredths(), 2500);
    /// ```
    pub const fn hundredths(self) -> i64 {
        self.0
    }
}

impl PercentagePoints {
    /// Hundredths of a percentage point.
    ///
    /// ```
    /// use ogi_report::sum::Ratio;
    ///
    /// let half = Ratio::new(1, 2).unwrap();
    /// assert_eq!(half.points_above(half).unwrap().hundredths(), 0);
    /// ```
    pub const fn hundredths(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        f.pad(&format!("{sign}{}.{:02}%", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100))
    }
}

impl fmt::Display for PercentagePoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.0 {
            ..0 => "-",
            0 => "±",
            1.. => "+",
        };
        f.pad(&format!("{sign}{}.{:02} pp", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100))
    }
}
