//! Tables keyed by the rows and columns of the official form.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::json::document::under;
use crate::value::{Axis, UnknownName};

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

impl<K: Axis, V: Hash> Hash for Table<K, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_slice().hash(state);
    }
}

impl<K: Axis, V: Default> FromIterator<(K, V)> for Table<K, V> {
    /// The values by entry; an entry that does not come has the default value, and of one that comes twice the last stays.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(values: I) -> Self {
        let mut table = Self::default();
        table.extend(values);
        table
    }
}

impl<K: Axis, V> Extend<(K, V)> for Table<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, values: I) {
        for (key, value) in values {
            self[key] = value;
        }
    }
}

impl<'a, K: Axis, V> IntoIterator for &'a Table<K, V> {
    type Item = (K, &'a V);
    type IntoIter = std::iter::Zip<std::iter::Copied<std::slice::Iter<'static, K>>, std::slice::Iter<'a, V>>;

    fn into_iter(self) -> Self::IntoIter {
        K::ALL.iter().copied().zip(self.as_slice())
    }
}

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
            _ => K::from_name(name).ok_or_else(|| E::custom(UnknownName::among(name, K::ALL.iter().map(|k| k.name())))),
        }
    }
}

#[cfg(feature = "schema")]
pub(crate) mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Axis, Table};
    use crate::value::Lang;

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
