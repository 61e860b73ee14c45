//! The code that a finding and an entry of the ledger name their rule by.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::check::{Rule, Severity, UnknownRule};
use crate::json::document::parse_str;
use crate::value::Texts;

/// The code of a rule: of the rule book, or of the house.
///
/// It compares with a [`Rule`] as it is.
///
/// ```
/// use ogi_report::Rule;
/// use ogi_report::check::RuleCode;
///
/// let code: RuleCode = "R103".parse()?;
/// assert_eq!(code, Rule::R103);
/// assert_eq!("X101".parse::<RuleCode>()?.to_string(), "X101");
/// # Ok::<(), ogi_report::check::UnknownRule>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleCode {
    /// A rule of the rule book.
    Rule(Rule),
    /// A rule of the house.
    House(HouseCode),
}

/// The code of a rule of the house: `X` and three digits. No rule of the rule book ever has an `X`.
///
/// ```
/// use ogi_report::check::HouseCode;
///
/// let code: HouseCode = "X101".parse()?;
/// assert_eq!(code.as_str(), "X101");
/// assert_eq!("R101".parse::<HouseCode>().unwrap_err().to_string(), "`R101` is not the code of a house rule, expected X and three digits");
/// # Ok::<(), ogi_report::check::HouseCodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HouseCode([u8; 4]);

/// The description of a house rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HouseText {
    /// Its code.
    pub code: HouseCode,
    /// How grave a finding is.
    pub severity: Severity,
    /// The condition, in one line.
    pub formula: Texts,
    /// The meaning, in a paragraph or two.
    pub page: Texts,
}

/// A text that is not the code of a rule of the house.
///
/// ```
/// use ogi_report::check::HouseCode;
///
/// assert!("X1".parse::<HouseCode>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a house rule, expected X and three digits")]
pub struct HouseCodeError(String);

impl HouseCode {
    /// The code as text.
    ///
    /// ```
    /// use ogi_report::check::HouseCode;
    ///
    /// assert_eq!("X007".parse::<HouseCode>()?.as_str(), "X007");
    /// # Ok::<(), ogi_report::check::HouseCodeError>(())
    /// ```
    pub fn as_str(&self) -> &str {
        // Only ASCII is ever put in.
        str::from_utf8(&self.0).unwrap_or("X000")
    }
}

impl FromStr for HouseCode {
    type Err = HouseCodeError;

    fn from_str(code: &str) -> Result<Self, HouseCodeError> {
        match <[u8; 4]>::try_from(code.as_bytes()) {
            Ok(bytes @ [b'X', digits @ ..]) if digits.iter().all(u8::is_ascii_digit) => Ok(Self(bytes)),
            _ => Err(HouseCodeError(crate::value::clip::clip(code))),
        }
    }
}

impl RuleCode {
    /// The code as text.
    ///
    /// ```
    /// use ogi_report::Rule;
    /// use ogi_report::check::RuleCode;
    ///
    /// assert_eq!(RuleCode::from(Rule::D101).code(), "D101");
    /// ```
    pub fn code(&self) -> &str {
        match self {
            Self::Rule(rule) => rule.code(),
            Self::House(code) => code.as_str(),
        }
    }

    /// The rule of the rule book; `None` for a rule of the house.
    ///
    /// ```
    /// use ogi_report::Rule;
    /// use ogi_report::check::RuleCode;
    ///
    /// assert_eq!(RuleCode::from(Rule::D101).rule(), Some(Rule::D101));
    /// ```
    pub fn rule(self) -> Option<Rule> {
        match self {
            Self::Rule(rule) => Some(rule),
            Self::House(_) => None,
        }
    }
}

impl FromStr for RuleCode {
    type Err = UnknownRule;

    fn from_str(code: &str) -> Result<Self, UnknownRule> {
        code.parse().map(Self::House).or_else(|_| code.parse().map(Self::Rule))
    }
}

impl From<Rule> for RuleCode {
    fn from(rule: Rule) -> Self {
        Self::Rule(rule)
    }
}

impl From<HouseCode> for RuleCode {
    fn from(code: HouseCode) -> Self {
        Self::House(code)
    }
}

impl PartialEq<Rule> for RuleCode {
    fn eq(&self, rule: &Rule) -> bool {
        *self == Self::Rule(*rule)
    }
}

impl fmt::Display for HouseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Display for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl Serialize for HouseCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for HouseCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

impl Serialize for RuleCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> serde::Deserialize<'de> for RuleCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{HouseCode, RuleCode};
    use crate::check::Rule;

    impl JsonSchema for HouseCode {
        fn schema_name() -> Cow<'static, str> {
            "HouseCode".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "title": "本单位规则代码",
                "description": "The code of a rule of the house.",
                "pattern": "^X[0-9]{3}",
                "minLength": 4,
                "maxLength": 4,
            })
        }
    }

    impl JsonSchema for RuleCode {
        fn schema_name() -> Cow<'static, str> {
            "RuleCode".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "title": "规则代码",
                "anyOf": [generator.subschema_for::<Rule>(), generator.subschema_for::<HouseCode>()],
            })
        }
    }
}
