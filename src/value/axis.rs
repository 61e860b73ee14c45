//! Axes: the rows and columns of the official form, and every other closed list of names.

use std::fmt;

use crate::value::Lang;

/// A closed list of rows or columns that the official form prints, in printed order.
///
/// One table per axis gives the enum, the names in JSON and in cell paths, the printed label and the
/// English term. The trait is sealed: no other crate adds an axis.
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
            /// Name, printed label and English term of each entry.
            const NAMES: &'static [[&'static str; 3]] = &[$([$name, $label, $english]),+];

            /// Every entry in printed order.
            pub const ALL: &'static [Self] = &Self::ENTRIES;

            /// The entries by value, where their number has to be known.
            pub(crate) const ENTRIES: [Self; [$($name),+].len()] = [$(Self::$Variant),+];

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
            const ALL: &'static [Self] = $Axis::ALL;
            fn index(self) -> usize { self.index() }
            fn name(self) -> &'static str { self.name() }
            fn label(self, lang: $crate::value::Lang) -> &'static str { self.label(lang) }
            fn array<V>(value: impl FnMut(Self) -> V) -> Self::Array<V> { $Axis::ENTRIES.map(value) }
        }

        $crate::value::name::name_is_text!($Axis);
    };
}
pub(crate) use axis;
