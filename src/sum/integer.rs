//! Whole numbers of any size in JSON.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

/// The largest whole number that is written as an integer.
const SAFE: u64 = crate::json::SAFE.unsigned_abs();

/// A whole number of any size: an integer in JSON, from sixteen digits on a string, as in a cell of a form.
pub(crate) struct Integer(pub(super) u64);

impl Serialize for Integer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 <= SAFE { serializer.serialize_u64(self.0) } else { serializer.collect_str(&self.0) }
    }
}

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Integer;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number, with more than fifteen digits as a string")
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Integer, E> {
                if number <= SAFE {
                    Ok(Integer(number))
                } else {
                    Err(E::invalid_value(de::Unexpected::Unsigned(number), &self))
                }
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Integer, E> {
                match u64::try_from(number) {
                    Ok(number) => self.visit_u64(number),
                    Err(_) => Err(E::invalid_value(de::Unexpected::Signed(number), &self)),
                }
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Integer, E> {
                let number = text.parse().ok().filter(|&number: &u64| number > SAFE && !text.starts_with(['+', '0']));
                number.map(Integer).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Number)
    }
}

/// Writes a whole number of any size.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
pub(crate) fn whole<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    Integer(*number).serialize(serializer)
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Integer {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Whole".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A whole number: an integer, or a string of digits if it has more than fifteen, which \
                            many JSON readers would round.",
            "anyOf": [
                { "type": "integer", "minimum": 0, "maximum": SAFE },
                { "type": "string", "pattern": "^[1-9][0-9]{15,19}$", "not": { "type": "string", "pattern": "[^0-9]" } },
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Integer, SAFE};

    #[test]
    fn a_number_is_written_in_one_way() {
        let read = |json: &str| serde_json::from_str::<Integer>(json).map(|Integer(number)| number);
        assert_eq!(read(&SAFE.to_string()).unwrap(), SAFE);
        assert_eq!(read(&format!("\"{}\"", SAFE + 1)).unwrap(), SAFE + 1);
        let large = SAFE + 1;
        for json in [
            &large.to_string(),
            &format!("\"{SAFE}\""),
            &format!("\"+{large}\""),
            &format!("\"0{large}\""),
            "\"5\"",
            "-1",
            "1.5",
        ] {
            let said = read(json).unwrap_err().to_string();
            let expected = ", expected a whole number, with more than fifteen digits as a string at ";
            assert!(said.contains(expected), "{json}: {said}");
        }
    }
}
