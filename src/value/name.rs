//! Names: how the entry of a closed list is written, read and described in a schema.

use crate::value::clip::clip;

/// A name that is not on its list.
///
/// ```
/// use ogi_report::Applicant;
///
/// let error = "lawyer".parse::<Applicant>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown name `lawyer`, expected one of natural_person, commercial_enterprise, research_institution, \
///      public_interest_organization, legal_service_institution, other_organization",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown name `{name}`, expected one of {expected}")]
pub struct UnknownName {
    name: String,
    expected: String,
}

impl UnknownName {
    /// `name` is none of the first of each of `names`.
    pub(crate) fn among(name: &str, names: impl Iterator<Item = &'static str>) -> Self {
        Self { name: clip(name), expected: names.collect::<Vec<_>>().join(", ") }
    }
}

/// A schema of names, each with its printed label and English term.
#[cfg(feature = "schema")]
pub(crate) fn one_of(names: &[[&'static str; 3]]) -> schemars::Schema {
    let entries: Vec<schemars::Schema> = names
        .iter()
        .map(|[name, label, english]| schemars::json_schema!({ "const": name, "title": label, "description": english }))
        .collect();
    schemars::json_schema!({ "oneOf": entries })
}

/// `Display`, `FromStr`, serde and schema of an enum that has `ALL`, and for each entry a line of `NAMES`: its stable name, its
/// printed label and its English term.
macro_rules! name_is_text {
    ($Axis:ident) => {
        impl std::fmt::Display for $Axis {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl std::str::FromStr for $Axis {
            type Err = $crate::value::UnknownName;
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                let at = Self::NAMES.iter().position(|[own, ..]| *own == name);
                at.map(|at| Self::ALL[at])
                    .ok_or_else(|| $crate::value::UnknownName::among(name, Self::NAMES.iter().map(|[own, ..]| *own)))
            }
        }

        impl serde::Serialize for $Axis {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Axis {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::json::document::parse_str(deserializer)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Axis {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Axis).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::value::name::one_of(Self::NAMES)
            }
        }
    };
}
pub(crate) use name_is_text;
