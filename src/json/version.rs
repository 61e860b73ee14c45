//! The version of a document.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// `schema_version` of a document whose schema is of version `N`: always written, and read as 1 where it is not there,
/// because the first documents did not have it. Any other version is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Version<const N: u64>;

/// A missing version is version 1.
impl Default for Version<1> {
    fn default() -> Self {
        Self
    }
}

impl<const N: u64> Serialize for Version<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(N)
    }
}

impl<'de, const N: u64> Deserialize<'de> for Version<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u64(Self)
    }
}

impl<const N: u64> Visitor<'_> for Version<N> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the version {N}")
    }

    // TOML knows no other integers.
    fn visit_i64<E: de::Error>(self, version: i64) -> Result<Self, E> {
        let negative = |_| E::invalid_value(de::Unexpected::Signed(version), &self);
        u64::try_from(version).map_err(negative).and_then(|version| self.visit_u64(version))
    }

    fn visit_u64<E: de::Error>(self, version: u64) -> Result<Self, E> {
        match version.cmp(&N) {
            Ordering::Equal => Ok(self),
            Ordering::Greater => Err(E::custom(format_args!(
                "version {version} is newer than {N}, which is read here; a later version of ogi-report reads it"
            ))),
            Ordering::Less => Err(E::custom(format_args!("version {version} is older than {N}, which is read here"))),
        }
    }
}

#[cfg(feature = "schema")]
impl<const N: u64> schemars::JsonSchema for Version<N> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Version{N}").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "integer",
            "const": N,
            "description": "The version of the schema that the document follows.",
        })
    }
}
