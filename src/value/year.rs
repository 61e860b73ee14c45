//! Reporting years and statistical periods.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::json::document::parse_str;
use crate::value::clip::clip;

/// A reporting year: the calendar year that a report covers, from 2008, when the first Regulations came
/// into force, to 2999.
///
/// ```
/// use ogi_report::Year;
///
/// assert_eq!(Year::new(2020)?.number(), 2020);
/// assert_eq!(
///     Year::new(20_2020).unwrap_err().to_string(),
///     "202020 is not a reporting year, expected 2008 to 2999",
/// );
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "u16")]
pub struct Year(u16);

/// A number or text that is no reporting year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a reporting year, expected 2008 to 2999")]
pub struct YearError(String);

impl Year {
    const FIRST: Self = Self(2008);
    pub(crate) const LAST: Self = Self(2999);

    /// The reporting year of that number.
    ///
    /// # Errors
    ///
    /// If the number is not from 2008 to 2999.
    ///
    /// ```
    /// assert!(ogi_report::Year::new(1999).is_err());
    /// ```
    pub fn new(number: impl Into<i64>) -> Result<Self, YearError> {
        let number = number.into();
        u16::try_from(number)
            .ok()
            .map(Self)
            .filter(|year| (Self::FIRST..=Self::LAST).contains(year))
            .ok_or_else(|| YearError(number.to_string()))
    }

    /// A year that the source of this crate names.
    pub(crate) const fn known(number: u16) -> Self {
        Self(number)
    }

    /// The year as a number.
    ///
    /// ```
    /// assert_eq!(ogi_report::Year::new(2024)?.number(), 2024);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The statistical period of the year, 1 January to 31 December.
    ///
    /// ```
    /// use ogi_report::Year;
    ///
    /// let period = Year::new(2020)?.period();
    /// assert_eq!(period.to_string(), "2020-01-01 to 2020-12-31");
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn period(self) -> Period {
        // Both days exist in every year that `Year` holds.
        let day = |month, day| NaiveDate::from_ymd_opt(self.0.into(), month, day).unwrap_or_default();
        Period { from: day(1, 1), to: day(12, 31) }
    }
}

impl TryFrom<i64> for Year {
    type Error = YearError;
    fn try_from(number: i64) -> Result<Self, YearError> {
        Self::new(number)
    }
}

impl TryFrom<i32> for Year {
    type Error = YearError;
    fn try_from(number: i32) -> Result<Self, YearError> {
        Self::new(number)
    }
}

impl FromStr for Year {
    type Err = YearError;
    fn from_str(text: &str) -> Result<Self, YearError> {
        let number = text.parse().ok().filter(|_| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()));
        number.map_or_else(|| Err(YearError(format!("`{}`", clip(text)))), |number: i64| Self::new(number))
    }
}

impl From<Year> for u16 {
    fn from(year: Year) -> u16 {
        year.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The statistical period that a report states (统计期限), both days included.
///
/// The form wants the calendar year, [`Year::period`]; a form may state something else, and then a rule
/// says so.
///
/// ```
/// use ogi_report::Period;
///
/// let period: Period = serde_json::from_str(r#"{"from":"2020-01-01","to":"2020-12-31"}"#)?;
/// assert_eq!(period.to_string(), "2020-01-01 to 2020-12-31");
/// assert!(serde_json::from_str::<Period>(r#"{"from":"2020-02-30","to":"2020-12-31"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day.
    #[serde(deserialize_with = "date")]
    pub from: NaiveDate,
    /// The last day.
    #[serde(deserialize_with = "date")]
    pub to: NaiveDate,
}

/// Reads a date in the one way it is written, `YYYY-MM-DD`. The reader of the date type takes more, such as
/// `2020-1-1`, which the schema does not.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    parse_str(deserializer).map(|Date(date)| date)
}

/// Reads a date or nothing.
pub(crate) fn date_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    Ok(Option::deserialize(deserializer)?.map(|Date(date)| date))
}

/// A date in the one way it is written.
pub(crate) struct Date(pub(crate) NaiveDate);

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.parse::<NaiveDate>()
            .ok()
            .filter(|date| text.len() == 10 && date.to_string() == text)
            .map(Self)
            .ok_or_else(|| format!("`{}` is not a date, expected YYYY-MM-DD", clip(text)))
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.from, self.to)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Year {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Year".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "integer",
            "title": "报告年度",
            "description": "The reporting year: the calendar year that the report covers.",
            "minimum": Self::FIRST.0,
            "maximum": Self::LAST.0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Year;

    #[test]
    fn a_year_is_written_with_four_digits() {
        assert_eq!("2024".parse::<Year>().map(Year::number), Ok(2024));
        for text in ["", "02024", "0000002024", "+2024", "２０２４", "2024 ", "24"] {
            assert!(text.parse::<Year>().is_err(), "{text}");
        }
    }
}
