//! One cell exactly as printed.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::form::Unit;
use crate::json::SAFE;
use crate::value::clip::clip;
use crate::value::fold::half_width;
use crate::value::{Amount, Decimal};

/// One cell exactly as it was printed: blank, `/`, a number, a number with a unit or a note, or words.
///
/// A cell that is not in the source at all is not a `Filed`: [`Form::get`](crate::Form::get) has none
/// for it. Nothing is ever read as 0 that does not print a zero.
///
/// In JSON a blank cell is `null`, plain digits are an integer, and everything else is a string,
/// verbatim. The two sides are one-to-one: the string `"12"` and the number `1.5` are errors that say
/// what to write. Integers of sixteen digits and more are strings too, because many JSON readers round them.
///
/// ```
/// use ogi_report::form::{Unit, Value};
/// use ogi_report::Filed;
///
/// assert_eq!(Filed::printed("&nbsp;".replace("&nbsp;", "\u{a0}")), Filed::blank());
/// assert_eq!(Filed::printed("12"), Filed::from(12));
/// assert_eq!(Filed::printed("／").value(), Value::NotApplicable("／"));
///
/// let amount = Filed::printed("251000元");
/// let Value::Number { number, unit, .. } = amount.value() else { panic!() };
/// assert_eq!((number.to_integer(), unit), (Some(251_000), Some(Unit::Yuan)));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Filed(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Blank,
    /// Canonical digits within ±[`SAFE`].
    Integer(i64),
    /// Neither blank nor canonical digits.
    Printed(Box<str>),
}

/// The content of a cell, read from its print.
///
/// ```
/// use ogi_report::form::Value;
/// use ogi_report::Filed;
///
/// assert_eq!(Filed::printed("无").value(), Value::Text("无"));
/// assert!(matches!(Filed::printed("１，２３４").value(), Value::Number { number, .. } if number.to_integer() == Some(1234)));
/// assert!(matches!(
///     Filed::printed("22（其中修订16件）").value(),
///     Value::Number { note: Some("其中修订16件"), .. }
/// ));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// An empty cell.
    Blank,
    /// A mark that says the cell does not apply, such as `/`, `—` or `不适用`; as printed.
    NotApplicable(&'a str),
    /// A number.
    Number {
        /// The number itself.
        number: Decimal,
        /// The unit that the cell prints behind the number.
        unit: Option<Unit>,
        /// The note that the cell prints behind the number, without its brackets.
        note: Option<&'a str>,
    },
    /// Anything else; as printed.
    Text(&'a str),
}

impl Filed {
    /// An empty cell.
    ///
    /// ```
    /// use ogi_report::form::Value;
    /// use ogi_report::Filed;
    ///
    /// assert_eq!(Filed::blank().value(), Value::Blank);
    /// ```
    pub const fn blank() -> Self {
        Self(Repr::Blank)
    }

    /// A cell that prints this text. White space alone, the no-break space of `&nbsp;` included, is blank.
    ///
    /// ```
    /// use ogi_report::Filed;
    ///
    /// assert_eq!(Filed::printed(" \u{3000}"), Filed::blank());
    /// assert_eq!(Filed::printed("1,234").as_printed(), "1,234");
    /// ```
    pub fn printed(text: impl Into<Box<str>>) -> Self {
        let text = text.into();
        Self::without_text(&text).unwrap_or(Self(Repr::Printed(text)))
    }

    /// What needs none of the text: a blank cell, or plain digits.
    fn without_text(text: &str) -> Option<Self> {
        if is_blank(text) {
            Some(Self::blank())
        } else {
            canonical_integer(text).map(|integer| Self(Repr::Integer(integer)))
        }
    }

    /// The text as printed; empty if the cell is blank.
    ///
    /// ```
    /// use ogi_report::Filed;
    ///
    /// assert_eq!(Filed::from(7).as_printed(), "7");
    /// ```
    pub fn as_printed(&self) -> Cow<'_, str> {
        match &self.0 {
            Repr::Blank => Cow::Borrowed(""),
            Repr::Integer(integer) => Cow::Owned(integer.to_string()),
            Repr::Printed(text) => Cow::Borrowed(text),
        }
    }

    /// What the cell says. Spaces around it, full-width digits and thousands marks are understood; digits
    /// with spaces between them are not a number, because the space may stand for a lost cell boundary, and nor
    /// is anything in a text of more than 4096 bytes. A note is understood if it is a unit, tells a part of what is
    /// counted, as 其中 and 含 do, or says where to read more, as 详见 does; a number with any other note is text, because
    /// the note may make it another number.
    ///
    /// ```
    /// use ogi_report::form::{Unit, Value};
    /// use ogi_report::Filed;
    ///
    /// assert_eq!(Filed::printed("1 7 2").value(), Value::Text("1 7 2"));
    /// assert_eq!(Filed::printed("3（万件）").value(), Value::Text("3（万件）"));
    /// assert_eq!(Filed::printed("3（应为5）").value(), Value::Text("3（应为5）"));
    /// assert!(matches!(Filed::printed("25（元）").value(), Value::Number { unit: Some(Unit::Yuan), note: None, .. }));
    /// ```
    pub fn value(&self) -> Value<'_> {
        match &self.0 {
            Repr::Blank => Value::Blank,
            Repr::Integer(integer) => Value::Number { number: (*integer).into(), unit: None, note: None },
            Repr::Printed(text) => read(trim(text)),
        }
    }

    /// The unit of the number: the unit that it prints, or else the unit of the cell.
    pub(crate) fn unit(&self, of_cell: Option<Unit>) -> Option<Unit> {
        match self.value() {
            Value::Number { unit: Some(stated), .. } => Some(stated),
            _ => of_cell,
        }
    }

    /// The number in the unit of the cell, amounts of money in 元, with whether its unit is known.
    pub(crate) fn figure(&self, of_cell: Option<Unit>) -> Option<(Decimal, bool)> {
        let Value::Number { number, .. } = self.value() else { return None };
        match self.unit(of_cell) {
            Some(Unit::TenThousandYuan) => Some((number.times_ten_thousand()?, true)),
            unit => Some((number, unit.is_some())),
        }
    }

    /// The integer, if the cell prints nothing but its plain digits.
    pub(crate) fn plain_integer(&self) -> Option<i64> {
        match self.0 {
            Repr::Integer(integer) => Some(integer),
            _ => None,
        }
    }
}

impl From<u32> for Filed {
    fn from(count: u32) -> Self {
        Self(Repr::Integer(count.into()))
    }
}

impl From<&str> for Filed {
    /// As [`Filed::printed`].
    fn from(text: &str) -> Self {
        // Nearly every cell is a count, whose text is not kept.
        Self::without_text(text).unwrap_or_else(|| Self(Repr::Printed(text.into())))
    }
}

impl From<u64> for Filed {
    fn from(total: u64) -> Self {
        Self::printed(total.to_string())
    }
}

impl From<i64> for Filed {
    fn from(number: i64) -> Self {
        Self::printed(number.to_string())
    }
}

impl From<String> for Filed {
    /// As [`Filed::printed`].
    fn from(text: String) -> Self {
        Self::printed(text)
    }
}

impl From<Decimal> for Filed {
    fn from(number: Decimal) -> Self {
        Self::printed(number.to_string())
    }
}

impl From<Amount> for Filed {
    fn from(amount: Amount) -> Self {
        Self::printed(amount.to_string())
    }
}

impl From<i32> for Filed {
    fn from(change: i32) -> Self {
        Self(Repr::Integer(change.into()))
    }
}

impl fmt::Debug for Filed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Blank => f.write_str("blank"),
            Repr::Integer(integer) => integer.fmt(f),
            Repr::Printed(text) => text.fmt(f),
        }
    }
}

pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// The value of digits that are written in the one way a JSON integer is, within ±[`SAFE`].
fn canonical_integer(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    let canonical = match digits {
        [b'0'] => text.len() == 1,
        [b'1'..=b'9', rest @ ..] => rest.len() < 15 && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    canonical.then(|| text.parse().ok()).flatten()
}

/// What a cell prints that does not apply.
pub(crate) const MARKS: [&str; 14] =
    ["/", "／", "\\", "-", "－", "–", "—", "―", "--", "——", "−", "不适用", "N/A", "n/a"];

/// Bytes of the longest text that is looked at for a number; with its note, a real one has a few dozen.
pub(crate) const LONGEST: usize = 4096;

fn read(text: &str) -> Value<'_> {
    if text.len() > LONGEST {
        return Value::Text(text);
    }
    if MARKS.contains(&text) {
        return Value::NotApplicable(text);
    }
    read_number(text).unwrap_or(Value::Text(text))
}

/// `[sign] digits [. digits] [unit] [(note)]`, to the end of the text.
fn read_number(text: &str) -> Option<Value<'_>> {
    let (negative, digits) = match text.chars().next()? {
        '+' | '＋' => (false, &text[text.chars().next()?.len_utf8()..]),
        '-' | '－' | '−' => (true, &text[text.chars().next()?.len_utf8()..]),
        _ => (false, text),
    };
    let is_numeral = |c: char| matches!(half_width(c), '0'..='9' | ',' | '.');
    let end = digits.find(|c| !is_numeral(c)).unwrap_or(digits.len());
    let plain: String = digits[..end].chars().map(half_width).collect();
    let (integer, fraction) = plain.split_once('.').unwrap_or((&plain, "0"));
    if integer.is_empty() || fraction.is_empty() {
        return None;
    }
    let number = Decimal::from_digits(negative, &without_thousands(integer)?, fraction)?;

    let mut rest = trim(&digits[end..]);
    let mut note = None;
    if let Some((before, inside)) = rest.split_once(['（', '(']) {
        note = Some(trim(inside.strip_suffix(['）', ')'])?));
        rest = trim(before);
    }
    let mut unit = if rest.is_empty() { None } else { Some(Unit::of_word(rest)?) };
    if let Some(text) = note {
        match in_brackets(text) {
            // `251000（元）` states its unit in brackets.
            Some(in_brackets) if unit.is_none() => (unit, note) = (Some(in_brackets), None),
            _ if leaves_the_number(text) && !states_a_unit(text) => {}
            _ => return None,
        }
    }
    Some(Value::Number { number, unit, note })
}

/// The unit that a note states: `元`, `单位：元`.
fn in_brackets(note: &str) -> Option<Unit> {
    let unit = note.strip_prefix("单位").map_or(note, |rest| rest.trim_start_matches([':', '：']));
    Unit::of_word(trim(unit))
}

/// How a note begins that tells a part of what is counted or where to read more, which leaves the number what it is:
/// `其中修订16件`. There is no end of notes that make it another one, such as `百件`, `应为5`, `另有5件` and `仅上半年`.
pub(crate) const NOTES: [&str; 6] = ["其中", "含", "包含", "包括", "详见", "见"];

fn leaves_the_number(note: &str) -> bool {
    NOTES.iter().any(|word| note.starts_with(word))
}

/// Whether a part of a note states in which unit the number is: `含税，单位：元`, `含税）（元`. A unit is read where it stands alone, so the
/// number of such a note has an unknown one.
fn states_a_unit(note: &str) -> bool {
    let is_unit = |part: &str| {
        in_brackets(part).is_some() || part.strip_prefix("单位").is_some_and(|rest| rest.starts_with([':', '：']))
    };
    note.split(['，', ',', '；', ';', '、', '（', '(', '）', ')']).map(trim).any(is_unit)
}

/// The digits of `1234` or `1,234`; `None` where commas do not part groups of three, or where the first group starts with 0: `0,123`
/// may be a decimal comma.
fn without_thousands(integer: &str) -> Option<Cow<'_, str>> {
    let Some((first, groups)) = integer.split_once(',') else {
        return Some(Cow::Borrowed(integer));
    };
    let grouped =
        (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.split(',').all(|group| group.len() == 3);
    grouped.then(|| Cow::Owned(integer.replace(',', "")))
}

impl Serialize for Filed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Repr::Blank => serializer.serialize_unit(),
            Repr::Integer(integer) => serializer.serialize_i64(*integer),
            Repr::Printed(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> de::Deserialize<'de> for Filed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut filed = None;
        FiledSeed(&mut filed).deserialize(deserializer)?;
        filed.ok_or_else(|| de::Error::custom("a cell without content"))
    }
}

/// Reads a cell into its place: returning it would move it once for each layer of the reader.
pub(crate) struct FiledSeed<'a>(pub(crate) &'a mut Option<Filed>);

impl<'de> DeserializeSeed<'de> for FiledSeed<'_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for FiledSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null for a blank cell, an integer, or a string with the text as printed")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        *self.0 = Some(Filed::blank());
        Ok(())
    }

    // CBOR's null is an option to its reader.
    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    #[inline]
    fn visit_i64<E: de::Error>(self, integer: i64) -> Result<(), E> {
        if (-SAFE..=SAFE).contains(&integer) {
            *self.0 = Some(Filed(Repr::Integer(integer)));
            Ok(())
        } else {
            Err(too_long(&integer))
        }
    }

    #[inline]
    fn visit_u64<E: de::Error>(self, integer: u64) -> Result<(), E> {
        match i64::try_from(integer) {
            Ok(integer) => self.visit_i64(integer),
            Err(_) => Err(too_long(&integer)),
        }
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<(), E> {
        if number == 0.0 {
            return Err(E::custom("a zero with a sign, a fraction or an exponent, write it as 0"));
        }
        Err(E::custom(
            "a number with a fraction, an exponent or too many digits, write it as a string so that no digit is lost",
        ))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        match Filed::printed(text).0 {
            Repr::Blank => Err(E::custom("a string of nothing but spaces, write a blank cell as null")),
            Repr::Integer(integer) => {
                Err(E::custom(format_args!("the string \"{}\", write it as the integer {integer}", clip(text))))
            }
            printed @ Repr::Printed(_) => {
                *self.0 = Some(Filed(printed));
                Ok(())
            }
        }
    }
}

#[cold]
fn too_long<E: de::Error>(integer: &dyn fmt::Display) -> E {
    E::custom(format_args!("the integer {integer} has more than fifteen digits, write it as a string"))
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Filed {
    fn schema_name() -> Cow<'static, str> {
        "Filed".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "title": "填报内容",
            "description": "One cell as printed: null if blank, an integer for plain digits, any other text verbatim.",
            "anyOf": [
                { "type": "null" },
                { "type": "integer", "minimum": -SAFE, "maximum": SAFE },
                {
                    "type": "string",
                    "description": "Neither white space alone nor the plain digits of an integer of the range above.",
                    "allOf": [
                        { "pattern": "[^\u{9}-\u{d}\u{20}\u{85}\u{a0}\u{1680}\u{2000}-\u{200b}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}]" },
                        { "anyOf": [{ "const": "-" }, { "pattern": "[^0-9-]|[0-9-]-|^-0|^0[0-9]|[0-9]{16}" }] },
                    ],
                },
            ],
        })
    }
}

#[cfg(test)]
mod tests;
