//! Documents in JSON: read from objects only, with the names of keys in errors.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};

use crate::value::clip::clipped;

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

/// Reads a struct from an object only. Serde would read it from an array of its values, too, and three numbers could change places unnoticed.
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
                $crate::json::document::object(deserializer).map(|Read(document)| document)
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

/// What may be absent, and is no null if it is there.
pub(crate) fn given<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: de::Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
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

/// An object that puts a key before the errors of its value.
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

/// An error with the key of its value before it. Nested keys make a path; a cell is a path already.
pub(crate) fn under<E: de::Error>(key: &str, error: &E) -> E {
    let message = error.to_string();
    let is_path = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_.".contains(&b));
    match message.split_once(": ") {
        Some((path, _)) if is_path(path) && key == "cells" => E::custom(message),
        Some((path, _)) if is_path(path) => E::custom(format_args!("{key}.{message}")),
        _ => E::custom(format_args!("{key}: {message}")),
    }
}
