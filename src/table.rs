//! Tables keyed by the rows and columns of the official form.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Lang;

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

/// The start of a text from outside, short enough for a message, and with nothing in it that a terminal would
/// obey or that would turn the direction of reading.
pub(crate) fn clip(text: &str) -> String {
    clipped(text).collect()
}

fn clipped(text: &str) -> impl Iterator<Item = char> {
    const LONGEST: usize = 60;
    let start = text.chars().take(LONGEST).map(|c| if is_invisible(c) { '\u{fffd}' } else { c });
    start.chain(text.chars().nth(LONGEST).map(|_| '…'))
}

/// Control characters, marks of direction and spaces without width.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
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
            pub const fn label(self, lang: $crate::Lang) -> &'static str {
                match (lang, self) {
                    $(($crate::Lang::Zh, Self::$Variant) => $label,)+
                    $(($crate::Lang::En, Self::$Variant) => $english,)+
                }
            }

            /// The position in printed order, from 0.
            pub const fn index(self) -> usize {
                self as usize
            }
        }

        impl $crate::table::sealed::Sealed for $Axis {}

        impl $crate::table::Axis for $Axis {
            type Array<V> = [V; $Axis::ALL.len()];
            const ALL: &'static [Self] = &$Axis::ALL;
            fn index(self) -> usize { self.index() }
            fn name(self) -> &'static str { self.name() }
            fn label(self, lang: $crate::Lang) -> &'static str { self.label(lang) }
            fn array<V>(value: impl FnMut(Self) -> V) -> Self::Array<V> { $Axis::ALL.map(value) }
        }

        $crate::table::name_is_text!($Axis, $crate::table::Axis::from_name);
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
            type Err = $crate::UnknownName;
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                $from_name(name).ok_or_else(|| $crate::UnknownName::on::<Self>(name))
            }
        }

        impl serde::Serialize for $Axis {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Axis {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::table::parse_str(deserializer)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $Axis {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Axis).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::table::schema::one_of::<Self>()
            }
        }
    };
}
pub(crate) use name_is_text;

/// Reads a value from a JSON string through `FromStr`, without copying the string.
pub(crate) fn parse_str<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: std::str::FromStr<Err: fmt::Display>,
{
    struct Text<T>(PhantomData<T>);
    impl<T: std::str::FromStr<Err: fmt::Display>> Visitor<'_> for Text<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }
        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Text(PhantomData))
}

/// Reads a struct from an object only: by itself a struct is read from an array of its values, too, and three
/// numbers in a row would take the places of three others unnoticed.
pub(crate) fn object<'de, D: Deserializer<'de>, T: de::Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Object(PhantomData))
}

/// Writes a document as it is derived, with `serde(remote = "Self")`, and reads it from an object only, with the names
/// of its keys in errors.
macro_rules! document {
    ($Document:ident) => {
        impl serde::Serialize for $Document {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $Document {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Read($Document);
                impl<'de> serde::Deserialize<'de> for Read {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        // The derived one, which is not of the trait.
                        $Document::deserialize(deserializer).map(Self)
                    }
                }
                $crate::table::object(deserializer).map(|Read(document)| document)
            }
        }
    };
}
pub(crate) use document;

/// Reads a struct from an object, or `null`.
pub(crate) fn object_or_null<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: de::Deserialize<'de>,
{
    struct OrNull<T>(PhantomData<T>);
    impl<'de, T: de::Deserialize<'de>> Visitor<'de> for OrNull<T> {
        type Value = Option<T>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object or null")
        }
        fn visit_none<E: de::Error>(self) -> Result<Option<T>, E> {
            Ok(None)
        }
        fn visit_unit<E: de::Error>(self) -> Result<Option<T>, E> {
            Ok(None)
        }
        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
            object(deserializer).map(Some)
        }
    }
    deserializer.deserialize_option(OrNull(PhantomData))
}

/// Reads structs from an array of objects.
pub(crate) fn objects<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: de::Deserialize<'de>,
{
    struct One<T>(T);
    impl<'de, T: de::Deserialize<'de>> de::Deserialize<'de> for One<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            object(deserializer).map(One)
        }
    }
    let all: Vec<One<T>> = de::Deserialize::deserialize(deserializer)?;
    Ok(all.into_iter().map(|One(one)| one).collect())
}

struct Object<T>(PhantomData<T>);

impl<'de, T: de::Deserialize<'de>> Visitor<'de> for Object<T> {
    type Value = T;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(de::value::MapAccessDeserializer::new(Named::new(map)))
    }
}

/// An object whose keys stand before the errors in their values.
pub(crate) struct Named<A> {
    map: A,
    key: String,
}

impl<A> Named<A> {
    pub(crate) fn new(map: A) -> Self {
        Self { map, key: String::new() }
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Named<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.map.next_key_seed(Remembered { seed, key: &mut self.key })
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed).map_err(|e| under(&self.key, &e))
    }
}

/// Reads a key and keeps it, in one text for all keys of an object.
struct Remembered<'a, K> {
    seed: K,
    key: &'a mut String,
}

impl<'de, K: DeserializeSeed<'de>> DeserializeSeed<'de> for Remembered<'_, K> {
    type Value = K::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, K: DeserializeSeed<'de>> Visitor<'de> for Remembered<'_, K> {
    type Value = K::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<K::Value, E> {
        self.key.clear();
        // The error for a key that is not known prints it.
        self.key.extend(clipped(key));
        self.seed.deserialize(de::value::StrDeserializer::new(self.key))
    }
}

/// An error with the key before it in whose value it is. Keys inside of each other make a path, and a cell has one of
/// its own.
pub(crate) fn under<E: de::Error>(key: &str, error: &E) -> E {
    let message = error.to_string();
    let is_path = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_.".contains(&b));
    match message.split_once(": ") {
        Some((path, _)) if is_path(path) && key == "cells" => E::custom(message),
        Some((path, _)) if is_path(path) => E::custom(format_args!("{key}.{message}")),
        _ => E::custom(format_args!("{key}: {message}")),
    }
}

/// One value for each entry of an axis: a row of counts by applicant, say.
///
/// In memory it is an array; in JSON an object with one required key an entry, in printed order. A
/// missing, unknown or repeated key is an error. There is no key for the total: a total is computed.
///
/// ```
/// use ogi_report::{Applicant, Table};
///
/// let mut row: Table<Applicant, u32> = Table::default();
/// row[Applicant::NaturalPerson] = 5;
/// row[Applicant::CommercialEnterprise] = 2;
/// assert_eq!(row.total(), 7);
/// ```
pub struct Table<K: Axis, V> {
    cells: K::Array<V>,
}

impl<K: Axis, V> Table<K, V> {
    /// A table with the value that the function gives for each entry.
    ///
    /// ```
    /// use ogi_report::{Ruling, Table};
    ///
    /// let ones = Table::<Ruling, u32>::from_fn(|_| 1);
    /// assert_eq!(ones.total(), 4);
    /// ```
    pub fn from_fn(value: impl FnMut(K) -> V) -> Self {
        Self { cells: K::array(value) }
    }

    /// The values in printed order.
    ///
    /// ```
    /// use ogi_report::{Ruling, Table};
    ///
    /// assert_eq!(Table::<Ruling, u32>::default().as_slice(), [0; 4]);
    /// ```
    #[inline]
    pub fn as_slice(&self) -> &[V] {
        self.cells.as_ref()
    }

    /// The values in printed order, to change.
    #[inline]
    pub(crate) fn as_mut_slice(&mut self) -> &mut [V] {
        self.cells.as_mut()
    }

    /// Entries and values in printed order.
    ///
    /// ```
    /// use ogi_report::{Ruling, Table};
    ///
    /// let table = Table::<Ruling, u32>::default();
    /// assert_eq!(table.iter().next(), Some((Ruling::Upheld, &0)));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        K::ALL.iter().copied().zip(self.as_slice())
    }
}

impl<K: Axis, V: Copy + Into<u64>> Table<K, V> {
    /// The sum of all entries: the printed 总计. It cannot overflow for counts of one report.
    ///
    /// ```
    /// use ogi_report::{Ruling, Table};
    ///
    /// assert_eq!(Table::<Ruling, u32>::from_fn(|_| u32::MAX).total(), 4 * u64::from(u32::MAX));
    /// ```
    pub fn total(&self) -> u64 {
        self.as_slice().iter().map(|&v| v.into()).sum()
    }
}

impl<R: Axis, K: Axis, V: Copy + Into<u64>> Table<R, Table<K, V>> {
    /// The sum of the rows, column by column: the total of a group that the form labels but does not
    /// print, such as （三）不予公开.
    ///
    /// ```
    /// use ogi_report::{Applicant, Denial, Table};
    ///
    /// let mut denied: Table<Denial, Table<Applicant, u32>> = Table::default();
    /// denied[Denial::StateSecret][Applicant::NaturalPerson] = 1;
    /// denied[Denial::ThirdPartyRights][Applicant::NaturalPerson] = 2;
    /// assert_eq!(denied.column_totals()[Applicant::NaturalPerson], 3);
    /// ```
    pub fn column_totals(&self) -> Table<K, u64> {
        Table::from_fn(|column| self.as_slice().iter().map(|row| row[column].into()).sum())
    }
}

impl<K: Axis, V> Index<K> for Table<K, V> {
    type Output = V;
    fn index(&self, key: K) -> &V {
        &self.cells.as_ref()[key.index()]
    }
}

impl<K: Axis, V> IndexMut<K> for Table<K, V> {
    fn index_mut(&mut self, key: K) -> &mut V {
        &mut self.cells.as_mut()[key.index()]
    }
}

impl<K: Axis, V: Default> Default for Table<K, V> {
    fn default() -> Self {
        Self::from_fn(|_| V::default())
    }
}

#[expect(clippy::expl_impl_clone_on_copy, reason = "a derive would bound `K` and `V`, not the array")]
impl<K: Axis, V: Clone> Clone for Table<K, V>
where
    K::Array<V>: Clone,
{
    fn clone(&self) -> Self {
        Self { cells: self.cells.clone() }
    }
}

impl<K: Axis, V: Copy> Copy for Table<K, V> where K::Array<V>: Copy {}

impl<K: Axis, V: PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl<K: Axis, V: Eq> Eq for Table<K, V> {}

impl<K: Axis, V: fmt::Debug> fmt::Debug for Table<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(k, v)| (k.name(), v))).finish()
    }
}

impl<K: Axis, V: Serialize> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(K::ALL.len()))?;
        for (key, value) in self.iter() {
            map.serialize_entry(key.name(), value)?;
        }
        map.end()
    }
}

impl<'de, K: Axis, V: de::Deserialize<'de> + Default> de::Deserialize<'de> for Table<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor(PhantomData))
    }
}

struct TableVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Axis, V: de::Deserialize<'de> + Default> Visitor<'de> for TableVisitor<K, V> {
    type Value = Table<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = K::ALL.iter().map(|k| k.name()).collect();
        write!(f, "an object with the keys {}", names.join(", "))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Table<K, V>, A::Error> {
        read_map(map, None)
    }
}

/// Reads the entries of a table, of which the key of the first may have been read already.
pub(crate) fn read_map<'de, K, V, A>(mut map: A, first: Option<K>) -> Result<Table<K, V>, A::Error>
where
    K: Axis,
    V: de::Deserialize<'de> + Default,
    A: MapAccess<'de>,
{
    let mut table = Table::default();
    let mut seen = 0_u64;
    let mut key = match first {
        Some(key) => Some(key),
        None => map.next_key_seed(NameSeed { next: 0, axis: PhantomData })?,
    };
    while let Some(k) = key {
        let bit = 1 << k.index();
        if seen & bit != 0 {
            return Err(de::Error::duplicate_field(k.name()));
        }
        seen |= bit;
        table[k] = map.next_value().map_err(|e| under(k.name(), &e))?;
        key = map.next_key_seed(NameSeed { next: k.index() + 1, axis: PhantomData })?;
    }
    match K::ALL.iter().find(|key| seen & (1 << key.index()) == 0) {
        Some(missing) => Err(de::Error::missing_field(missing.name())),
        None => Ok(table),
    }
}

/// Reads a key of a table; keys in printed order are recognised with one comparison.
struct NameSeed<K> {
    next: usize,
    axis: PhantomData<K>,
}

impl<'de, K: Axis> DeserializeSeed<'de> for NameSeed<K> {
    type Value = K;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<K: Axis> Visitor<'_> for NameSeed<K> {
    type Value = K;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<K, E> {
        match K::ALL.get(self.next) {
            Some(key) if key.name() == name => Ok(*key),
            _ => K::from_name(name).ok_or_else(|| E::custom(UnknownName::on::<K>(name))),
        }
    }
}

#[cfg(feature = "schema")]
pub(crate) mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Axis, Table};
    use crate::Lang;

    /// The names of an axis, each with its printed label and English term.
    pub(crate) fn one_of<K: Axis>() -> Schema {
        let entries: Vec<Schema> = K::ALL
            .iter()
            .map(|k| {
                json_schema!({
                    "const": k.name(),
                    "title": k.label(Lang::Zh),
                    "description": k.label(Lang::En),
                })
            })
            .collect();
        json_schema!({ "oneOf": entries })
    }

    /// States the bounds of the whole numbers among the properties of an object: a schema of `u32` does not.
    pub(crate) fn bound(object: &mut Schema) {
        let Some(properties) = object.get_mut("properties").and_then(|p| p.as_object_mut()) else { return };
        for property in properties.values_mut() {
            let (least, most) = match property.get("format").and_then(|format| format.as_str()) {
                Some("uint32") => (0, u32::MAX.into()),
                Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
                _ => continue,
            };
            if let Some(property) = property.as_object_mut() {
                property.insert("minimum".to_owned(), least.into());
                property.insert("maximum".to_owned(), most.into());
            }
        }
    }

    impl<K: Axis, V: JsonSchema> JsonSchema for Table<K, V> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "Table".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let mut properties = json_schema!({});
            for key in K::ALL {
                let mut value = V::json_schema(generator);
                value.insert("title".to_owned(), key.label(Lang::Zh).into());
                value.insert("description".to_owned(), key.label(Lang::En).into());
                properties.insert(key.name().to_owned(), value.into());
            }
            let required: Vec<_> = K::ALL.iter().map(|k| k.name()).collect();
            let mut table = json_schema!({
                "type": "object",
                "properties": properties,
                "required": required,
                "additionalProperties": false,
            });
            bound(&mut table);
            table
        }
    }
}
