//! Exact numbers: what a cell prints, and sums of money.

use std::fmt;
use std::str::FromStr;

use crate::json::document::parse_str;
use crate::value::axis::axis;
use crate::value::clip::clip;

/// A printed number, exact: up to twenty digits before the point and twelve behind it.
///
/// Equality and order compare values: `0.50` equals `0.5`. The digits as they were printed
/// stay in [`Filed`](crate::Filed).
///
/// ```
/// use ogi_report::Decimal;
///
/// let amount: Decimal = "24252.311082".parse()?;
/// assert_eq!(amount.to_string(), "24252.311082");
/// assert!(amount > Decimal::from(24_252_u32));
/// assert!("1e5".parse::<Decimal>().is_err());
/// # Ok::<(), ogi_report::value::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Decimal {
    /// The value times 10¹².
    scaled: i128,
}

const INTEGER_DIGITS: usize = 20;
const FRACTION_DIGITS: usize = 12;
const ONE: i128 = 10_i128.pow(12);
const PER_MILLIONTH: i128 = ONE / 1_000_000;

/// Text that is not a number [`Decimal`] or [`Amount`] holds.
///
/// ```
/// use ogi_report::Decimal;
///
/// let error = "1,234".parse::<Decimal>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`1,234` is not a plain decimal number of at most 20 digits before the point and 12 behind it",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecimalError {
    /// Not plain digits, or too many of them.
    #[error("`{0}` is not a plain decimal number of at most 20 digits before the point and 12 behind it")]
    Syntax(String),
    /// Not a sum of money that [`Amount`] holds.
    #[error("`{0}` is not an amount from 0 to 9223372036854.775807 with at most six decimals")]
    Amount(Decimal),
    /// A sum of money that is not written in its shortest form.
    #[error("`{0}` is not the shortest way to write this amount, expected `{1}`")]
    NotShortest(String, Amount),
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { scaled: 0 };

    /// The value as an integer, unless it has a fraction or does not fit.
    ///
    /// ```
    /// use ogi_report::Decimal;
    ///
    /// assert_eq!(Decimal::from(12_u32).to_integer(), Some(12));
    /// assert_eq!("1.5".parse::<Decimal>()?.to_integer(), None);
    /// # Ok::<(), ogi_report::value::DecimalError>(())
    /// ```
    pub fn to_integer(self) -> Option<i64> {
        (self.scaled % ONE == 0).then(|| i64::try_from(self.scaled / ONE).ok()).flatten()
    }

    /// The value times 10¹².
    #[cfg(feature = "arrow60")]
    pub(crate) const fn scaled(self) -> i128 {
        self.scaled
    }

    /// The difference without its sign.
    ///
    /// ```
    /// use ogi_report::Decimal;
    ///
    /// assert_eq!(Decimal::from(3_u32).distance(Decimal::from(5_u32)), Decimal::from(2_u32));
    /// ```
    #[must_use]
    pub fn distance(self, other: Self) -> Self {
        Self { scaled: self.minus(other).scaled.abs() }
    }

    /// Whether the value has digits behind the point.
    ///
    /// ```
    /// use ogi_report::Decimal;
    ///
    /// assert!("1.5".parse::<Decimal>()?.has_fraction());
    /// assert!(!"1.0".parse::<Decimal>()?.has_fraction());
    /// # Ok::<(), ogi_report::value::DecimalError>(())
    /// ```
    pub fn has_fraction(self) -> bool {
        self.scaled % ONE != 0
    }

    /// The difference with its sign, which stops at the bounds of the type.
    pub(crate) fn minus(self, other: Self) -> Self {
        Self::within_bounds(self.scaled.saturating_sub(other.scaled))
    }

    /// The bounds are the same on both sides of zero, so that every value has its opposite.
    fn within_bounds(scaled: i128) -> Self {
        Self { scaled: scaled.max(-i128::MAX) }
    }

    /// The value, unless it has more digits before the point than a printed number may have, so that no document could be read again.
    pub(crate) fn as_if_printed(self) -> Option<Self> {
        (self.scaled / ONE < 10_i128.pow(20) && self.scaled / ONE > -10_i128.pow(20)).then_some(self)
    }

    pub(crate) fn times_ten_thousand(self) -> Option<Self> {
        Some(Self { scaled: self.scaled.checked_mul(10_000)? })
    }

    pub(crate) fn ten_thousandth(self) -> Self {
        Self { scaled: self.scaled / 10_000 }
    }

    /// The share of a whole in percent, rounded to two digits behind the point, a half away from zero; `None` of nothing.
    pub(crate) fn percent_of(self, whole: Self) -> Option<Self> {
        const PERCENT: i128 = 10_000;
        let share = self.scaled.checked_mul(PERCENT)?;
        let (down, rest) = (share.checked_div(whole.scaled)?, share.checked_rem(whole.scaled)?);
        let is_up = rest.unsigned_abs() >= whole.scaled.unsigned_abs() - rest.unsigned_abs();
        let hundredths = if is_up { down + share.signum() * whole.scaled.signum() } else { down };
        Some(Self { scaled: hundredths.checked_mul(ONE / 100)? })
    }

    /// Whether a percentage is that of this number in the whole, rounded to nearest, down or up at its last digit, but no finer than
    /// a hundredth of a percentage point.
    pub(crate) fn is_percent_of(self, whole: Self, percent: Self) -> bool {
        let places = [ONE, ONE / 10, ONE / 100].into_iter();
        let last = places.clone().find(|unit| percent.scaled % unit == 0).unwrap_or(ONE / 100);
        // Whole numbers of things, so that the products fit.
        let product = |a: i128, b: i128| (a / PER_MILLIONTH).checked_mul(b / PER_MILLIONTH);
        let exact = self.scaled.checked_mul(100).and_then(|n| (n / PER_MILLIONTH).checked_mul(ONE / PER_MILLIONTH));
        let (Some(stated), Some(exact), Some(bound)) =
            (product(percent.scaled, whole.scaled), exact, product(last, whole.scaled))
        else {
            return false;
        };
        stated.checked_sub(exact).is_some_and(|off| off == 0 || off.unsigned_abs() < bound.unsigned_abs())
    }

    /// The place of the last digit behind the point, or 1: 0.1 of 456.7. Of a number in ten thousands, what that place is in ones.
    pub(crate) fn last_place(self, is_in_ten_thousands: bool) -> Self {
        let places = std::iter::successors(Some(ONE), |place| (*place > 1).then_some(place / 10));
        let last = places.into_iter().find(|place| self.scaled % place == 0).unwrap_or(1);
        Self { scaled: if is_in_ten_thousands { last.saturating_mul(10_000) } else { last } }
    }

    pub(crate) fn is_finer_than_millionths(self) -> bool {
        self.scaled % PER_MILLIONTH != 0
    }

    /// The number of so many millionths, unless it is past twenty digits before the point.
    pub(crate) fn from_millionths(millionths: u128) -> Option<Self> {
        let scaled = i128::try_from(millionths).ok()?.checked_mul(PER_MILLIONTH)?;
        Self { scaled }.as_if_printed()
    }

    /// A number from ASCII digits: sign, digits before the point, digits behind it.
    pub(crate) fn from_digits(negative: bool, integer: &str, fraction: &str) -> Option<Self> {
        let integer = integer.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        if integer.len() > INTEGER_DIGITS || fraction.len() > FRACTION_DIGITS {
            return None;
        }
        let mut scaled: i128 = 0;
        let padding = FRACTION_DIGITS - fraction.len();
        for digit in integer.bytes().chain(fraction.bytes()).chain(std::iter::repeat_n(b'0', padding)) {
            let digit = digit.is_ascii_digit().then(|| i128::from(digit - b'0'))?;
            scaled = scaled * 10 + digit;
        }
        Some(Self { scaled: if negative { -scaled } else { scaled } })
    }
}

impl std::iter::Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        // Stops at 1.7 · 10²⁶, far above any number of cells of the largest printed number.
        values.fold(Self::ZERO, |sum, v| Self::within_bounds(sum.scaled.saturating_add(v.scaled)))
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        i64::from(value).into()
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self { scaled: i128::from(value) * ONE }
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (integer, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let number = (!integer.is_empty() && !fraction.is_empty())
            .then(|| Self::from_digits(text.starts_with('-'), integer, fraction))
            .flatten();
        number.ok_or_else(|| DecimalError::Syntax(clip(text)))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, one) = (self.scaled.unsigned_abs(), ONE.unsigned_abs());
        let (integer, fraction) = (whole / one, whole % one);
        let digits = if fraction == 0 { integer.to_string() } else { format!("{integer}.{fraction:012}") };
        let digits = if fraction == 0 { digits.as_str() } else { digits.trim_end_matches('0') };
        // No digit is left out, whatever precision is asked for.
        f.pad_integral(self.scaled >= 0, "", digits)
    }
}

impl serde::Serialize for Decimal {
    /// A string, so that no reader takes the value for a binary floating-point number.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

/// A sum of money: exact, not negative, with at most six decimals, which in 万元 is the fen. Its unit
/// stands beside it ([`MoneyUnit`]), because the form states the unit in one place and not in another.
///
/// The largest value is 9 223 372 036 854.775807. There is one way to write an amount: plain digits
/// without needless zeros, in JSON as a string.
///
/// ```
/// use ogi_report::Amount;
///
/// let amount: Amount = "7730.28".parse()?;
/// assert_eq!(amount.to_string(), "7730.28");
/// assert_eq!(
///     "7730.280".parse::<Amount>().unwrap_err().to_string(),
///     "`7730.280` is not the shortest way to write this amount, expected `7730.28`",
/// );
/// # Ok::<(), ogi_report::value::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount {
    /// The value times 10⁶, at most `i64::MAX`.
    millionths: u64,
}

impl Amount {
    /// Zero.
    pub const ZERO: Self = Self { millionths: 0 };

    /// The value times 10⁶.
    ///
    /// ```
    /// use ogi_report::Amount;
    ///
    /// assert_eq!("0.5".parse::<Amount>()?.millionths(), 500_000);
    /// # Ok::<(), ogi_report::value::DecimalError>(())
    /// ```
    pub const fn millionths(self) -> u64 {
        self.millionths
    }
}

impl TryFrom<Decimal> for Amount {
    type Error = DecimalError;

    fn try_from(value: Decimal) -> Result<Self, DecimalError> {
        let millionths = i64::try_from(value.scaled / PER_MILLIONTH).ok().and_then(|m| u64::try_from(m).ok());
        match millionths {
            Some(millionths) if !value.is_finer_than_millionths() => Ok(Self { millionths }),
            _ => Err(DecimalError::Amount(value)),
        }
    }
}

impl From<Amount> for Decimal {
    fn from(amount: Amount) -> Self {
        Self { scaled: i128::from(amount.millionths) * PER_MILLIONTH }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::from(*self).fmt(f)
    }
}

impl FromStr for Amount {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let amount = Self::try_from(text.parse::<Decimal>()?)?;
        if amount.to_string() == text { Ok(amount) } else { Err(DecimalError::NotShortest(clip(text), amount)) }
    }
}

impl serde::Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Amount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

axis! {
    /// The unit of a sum of money: 元 (yuan) or 万元 (ten thousand yuan).
    ///
    /// The 2021 form counts 收费金额 in 万元; the 2019 form prints 采购总金额 without a unit, so there it
    /// is known only where the cell itself states it.
    pub enum MoneyUnit {
        Yuan = "yuan", "元", "yuan";
        TenThousandYuan = "ten_thousand_yuan", "万元", "ten thousand yuan";
    }
}

impl MoneyUnit {
    /// How many 元 the unit is.
    ///
    /// ```
    /// assert_eq!(ogi_report::value::MoneyUnit::TenThousandYuan.yuan(), 10_000);
    /// ```
    pub const fn yuan(self) -> u32 {
        match self {
            Self::Yuan => 1,
            Self::TenThousandYuan => 10_000,
        }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Amount, Decimal};

    impl JsonSchema for Decimal {
        fn schema_name() -> Cow<'static, str> {
            "Decimal".into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "title": "数值",
                "description": "An exact decimal number.",
                "pattern": r"^-?0*[0-9]{1,20}(\.[0-9]{1,12}0*)?$",
                // In some languages `$` matches before a last line feed, too.
                "not": { "type": "string", "pattern": "[^0-9.-]" },
            })
        }
    }

    impl JsonSchema for Amount {
        fn schema_name() -> Cow<'static, str> {
            "Amount".into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "title": "金额",
                "description": "An exact amount of money, at most 9223372036854.775807, with at most six decimals.",
                "pattern": r"^(0|[1-9][0-9]{0,12})(\.[0-9]{0,5}[1-9])?$",
                // In some languages `$` matches before a last line feed, too.
                "not": { "type": "string", "pattern": "[^0-9.]" },
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn sums_at_the_limits_stop_and_print() {
        let most = "99999999999999999999.999999999999";
        for sign in ["", "-"] {
            let many = std::iter::repeat_n(decimal(&format!("{sign}{most}")), 1_800_000);
            let sum: Decimal = many.sum();
            assert!(sum.to_string().starts_with(&format!("{sign}170141183460469")), "{sum}");
            assert_eq!(sum.distance(Decimal::ZERO).to_string(), sum.to_string().trim_start_matches('-'));
            assert!(sum.distance(decimal(&format!("-{most}"))) >= Decimal::ZERO);
        }
    }

    /// The share that a text states may be rounded to nearest, down or up at its last digit; a whole step beside the exact one is wrong.
    #[test]
    fn a_stated_share_is_rounded_or_cut_off() {
        for (part, whole, percent, is_share) in [
            ("1", "3", "33", true),
            ("1", "3", "33.3", true),
            ("1", "3", "33.33", true),
            // Texts round up, too, often so that their shares add up to 100 %.
            ("1", "3", "34", true),
            ("1", "3", "33.4", true),
            ("1", "3", "33.34", true),
            ("1", "3", "35", false),
            ("-1", "3", "-33", true),
            ("-1", "3", "-35", false),
            ("2", "3", "66", true),
            ("2", "3", "67", true),
            ("2", "3", "66.6", true),
            ("2", "3", "66.7", true),
            ("2", "3", "66.8", false),
            ("2", "3", "66.67", true),
            ("2", "3", "66.68", false),
            // A whole step at each number of digits.
            ("33", "100", "33", true),
            ("33", "100", "34", false),
            ("333", "1000", "33.2", false),
            ("3333", "10000", "33.34", false),
            ("5", "5", "100", true),
            ("0", "7", "0", true),
            ("0", "0", "0", true),
            ("1", "0", "100", false),
            ("1", "10000000000000", "10000000000000", false),
        ] {
            let is_percent = decimal(part).is_percent_of(decimal(whole), decimal(percent));
            assert_eq!(is_percent, is_share, "{part} of {whole} is {percent}%");
        }
    }

    #[test]
    fn digits_are_exact_and_bounded() {
        for text in ["0", "-1", "0.5", "-0.000000000001", "99999999999999999999.999999999999"] {
            assert_eq!(decimal(text).to_string(), text);
            assert_eq!(decimal(text).has_fraction(), text.contains('.'), "{text}");
        }
        for text in ["", "-", ".", "1.", ".5", "+1", "1e5", "100000000000000000000", "0.0000000000001", "--1", "1.-5"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
        assert!(!decimal("0.000001").is_finer_than_millionths() && decimal("0.0000011").is_finer_than_millionths());
        let most = 10_u128.pow(26);
        assert_eq!(Decimal::from_millionths(most - 1).unwrap().to_string(), "99999999999999999999.999999");
        assert_eq!(Decimal::from_millionths(most), None);
        assert_eq!(decimal("2.5").times_ten_thousand(), Some(decimal("25000")));
        assert_eq!(decimal("25000").ten_thousandth(), decimal("2.5"));
        assert_eq!(decimal("3").distance(decimal("-4")), decimal("7"));
        assert_eq!(decimal("-4").distance(decimal("3")), decimal("7"));
        for (text, is_amount) in
            [("9223372036854.775807", true), ("9223372036854.775808", false), ("-1", false), ("0.0000001", false)]
        {
            assert_eq!(Amount::try_from(decimal(text)).is_ok(), is_amount, "{text}");
        }
        assert!("1.50".parse::<Amount>().is_err());
        assert_eq!(Decimal::from("1.5".parse::<Amount>().unwrap()), decimal("1.5"));
    }

    #[test]
    fn a_precision_leaves_out_no_digit() {
        let number = decimal("-12.56");
        assert_eq!(
            [format!("{number:.1}"), format!("{number:8}"), format!("{number:08.2}")],
            ["-12.56", "  -12.56", "-0012.56"]
        );
        assert_eq!(format!("{:+.1}", "24252.311082".parse::<Amount>().unwrap()), "+24252.311082");
    }

    #[test]
    fn shares_are_rounded() {
        for (part, whole, percent) in [
            ("2", "3", "66.67"),
            ("1", "3", "33.33"),
            ("1", "8", "12.5"),
            ("1", "16", "6.25"),
            ("-1", "3", "-33.33"),
            ("-2", "3", "-66.67"),
            ("5", "5", "100"),
            ("1", "20000", "0.01"),
        ] {
            assert_eq!(decimal(part).percent_of(decimal(whole)), Some(decimal(percent)), "{part} of {whole}");
        }
        assert_eq!(decimal("1").percent_of(Decimal::ZERO), None);
    }
}
