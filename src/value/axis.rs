//! Axes: the rows and columns of the official form, and every other closed list of names.

use std::fmt;

use crate::value::Lang;
use crate::value::clip::clip;

/// A closed list of rows or columns that the official form prints, in printed order.
///
/// One table per axis gives the enum, the names in JSON and in cell paths, the printed label and the
/// English term. The trait is sealed: the axes are those of the form.
///
/// ```
/// use ogi_report::{Applicant, Axis};
///
/// fn names<K: Axis>() -> Vec<&'static str> {
///     K::ALL.iter().map(|k| k.name()).collect()
/// }
/// assert_eq!(names::<Applicant>()[..2], ["natural_person", "commercial_enterprise"]);
/// ```
pub trait Axis: sealed::Sealed + Copy + Eq + fmt::Debug + 'static {
    /// One `V` for each entry.
    type Array<V>: AsRef<[V]> + AsMut<[V]> + IntoIterator<Item = V>;
    /// Every entry in printed order.
    const ALL: &'static [Self];
    /// The position in printed order, from 0.
    fn index(self) -> usize;
    /// The stable name: a JSON key and a segment of cell paths.
    fn name(self) -> &'static str;
    /// The label as the form prints it, or the English term for it.
    fn label(self, lang: Lang) -> &'static str;
    /// One value for each entry.
    fn array<V>(value: impl FnMut(Self) -> V) -> Self::Array<V>;

    /// The entry of that stable name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.name() == name)
    }
}

pub(crate) mod sealed {
    /// Closes [`super::Axis`].
    pub trait Sealed {}
}

/// A name that is not on its axis.
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
    pub(crate) fn on<K: Axis>(name: &str) -> Self {
        let expected: Vec<_> = K::ALL.iter().map(|k| k.name()).collect();
        Self { name: clip(name), expected: expected.join(", ") }
    }
}

/// The names of an axis in a schema, each with its printed label and English term.
#[cfg(feature = "schema")]
pub(crate) fn one_of<K: Axis>() -> schemars::Schema {
    let entries: Vec<schemars::Schema> = K::ALL
        .iter()
        .map(|k| {
            schemars::json_schema!({
                "const": k.name(),
                "title": k.label(Lang::Zh),
                "description": k.label(Lang::En),
            })
        })
        .collect();
    schemars::json_schema!({ "oneOf": entries })
}

/// Declares an [`Axis`]: `Variant = "name", "label as printed", "English term";` in printed order.
macro_rules! axis {
    (
        $(#[$meta:meta])*
        $vis:vis enum $Axis:ident {
            $($(#[$note:meta])* $Variant:ident = $name:literal, $label:literal, $english:literal;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $Axis {
            $(#[doc = concat!($label, ": ", $english, ".")] $(#[$note])* $Variant,)+
        }

        impl $Axis {
            /// Every entry in printed order.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$Variant),+];

            /// The stable name: a JSON key and a segment of cell paths.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Variant => $name,)+ }
            }

            /// The label as the form prints it, or the English term for it.
            pub const fn label(self, lang: $crate::value::Lang) -> &'static str {
                match (lang, self) {
                    $(($crate::value::Lang::Zh, Self::$Variant) => $label,)+
                    $(($crate::value::Lang::En, Self::$Variant) => $english,)+
                }
            }

            /// The position in printed order, from 0.
            pub const fn index(self) -> usize {
                self as usize
            }
        }

        impl $crate::value::axis::sealed::Sealed for $Axis {}

        impl $crate::value::axis::Axis for $Axis {
            type Array<V> = [V; $Axis::ALL.len()];
            const ALL: &'static [Self] = &$Axis::ALL;
            fn index(self) -> usize { self.index() }
            fn name(self) -> &'static str { self.name() }
            fn label(self, lang: $crate::value::Lang) -> &'static str { self.label(lang) }
            fn array<V>(value: impl FnMut(Self) -> V) -> Self::Array<V> { $Axis::ALL.map(value) }
        }

        $crate::value::axis::name_is_text!($Axis, $crate::value::axis::Axis::from_name);
    };
}
pub(crate) use axis;

/// `Display`, `FromStr` and serde by the stable name of an [`Axis`].
macro_rules! name_is_text {
    ($Axis:ident, $from_name:expr) => {
        impl std::fmt::Display for $Axis {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl std::str::FromStr for $Axis {
            type Err = $crate::value::UnknownName;
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                $from_name(name).ok_or_else(|| $crate::value::UnknownName::on::<Self>(name))
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
                $crate::value::axis::one_of::<Self>()
            }
        }
    };
}
pub(crate) use name_is_text;
