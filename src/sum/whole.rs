//! Whole numbers of any size in JSON.

use serde::{Serialize, Serializer};

/// The largest integer of fifteen digits, all of which every JSON reader keeps exact.
const SAFE: u64 = 999_999_999_999_999;

/// A whole number of any size: an integer in JSON, from sixteen digits on a string, as in a cell of a form.
pub(crate) struct Whole(pub(super) u64);

impl Serialize for Whole {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 <= SAFE { serializer.serialize_u64(self.0) } else { serializer.collect_str(&self.0) }
    }
}

/// Writes a whole number of any size.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
pub(crate) fn whole<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    Whole(*number).serialize(serializer)
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Whole {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Whole".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A whole number: an integer, or a string of digits if it has more than fifteen, which \
                            many JSON readers would round.",
            "anyOf": [
                { "type": "integer", "minimum": 0, "maximum": SAFE },
                { "type": "string", "pattern": "^[1-9][0-9]{15,19}$" },
            ],
        })
    }
}
