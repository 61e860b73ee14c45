//! A small object that is held until it is known how to read it.

use std::fmt;

use serde::de::value::MapDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

/// More keys than any held object has.
const KEYS: usize = 16;

/// A value without lists and, past a depth, without objects, so that no text can make it large.
pub(crate) enum Held {
    Null,
    Bool(bool),
    Integer(i64),
    Count(u64),
    Float(f64),
    Text(String),
    Object(Entries),
}

pub(crate) type Entries = Vec<(String, Held)>;

/// Reads the keys of an object, of which the first may have been read already, into memory.
pub(crate) fn hold<'de, A: MapAccess<'de>>(mut map: A, first: Option<String>, depth: u8) -> Result<Entries, A::Error> {
    let mut entries = Entries::new();
    let mut next = first;
    while let Some(key) = match next.take() {
        Some(key) => Some(key),
        None => map.next_key()?,
    } {
        if entries.len() == KEYS {
            return Err(de::Error::custom(format_args!("more than {KEYS} keys")));
        }
        entries.push((key, map.next_value_seed(Depth(depth))?));
    }
    Ok(entries)
}

/// How deep objects may nest.
struct Depth(u8);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Held;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Held, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Held;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0 == 0 { "a number, a string or null" } else { "an object, a number, a string or null" })
    }

    fn visit_none<E: de::Error>(self) -> Result<Held, E> {
        self.visit_unit()
    }

    fn visit_unit<E: de::Error>(self) -> Result<Held, E> {
        Ok(Held::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Held, E> {
        Ok(Held::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Held, E> {
        Ok(Held::Integer(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Held, E> {
        Ok(Held::Count(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Held, E> {
        Ok(Held::Float(value))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Held, E> {
        Ok(Held::Text(value.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Held, A::Error> {
        match self.0.checked_sub(1) {
            Some(depth) => hold(map, None, depth).map(Held::Object),
            None => Err(de::Error::invalid_type(Unexpected::Map, &self)),
        }
    }
}

impl<E: de::Error> IntoDeserializer<'_, E> for Held {
    type Deserializer = HeldDeserializer<E>;

    fn into_deserializer(self) -> HeldDeserializer<E> {
        HeldDeserializer(self, std::marker::PhantomData)
    }
}

pub(crate) struct HeldDeserializer<E>(Held, std::marker::PhantomData<E>);

impl<'de, E: de::Error> Deserializer<'de> for HeldDeserializer<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Held::Null => visitor.visit_unit(),
            Held::Bool(value) => visitor.visit_bool(value),
            Held::Integer(value) => visitor.visit_i64(value),
            Held::Count(value) => visitor.visit_u64(value),
            Held::Float(value) => visitor.visit_f64(value),
            Held::Text(value) => visitor.visit_string(value),
            Held::Object(entries) => visitor.visit_map(MapDeserializer::new(entries.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Held::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
