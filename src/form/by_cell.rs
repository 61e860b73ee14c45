//! JSON objects with a key for each cell.

use schemars::{Schema, json_schema};

use super::Cell;
use crate::value::Lang;

/// The schema of an object with a key for each cell that the function gives a schema for.
pub(crate) fn object(mut schema: impl FnMut(Cell) -> Option<Schema>) -> Schema {
    let mut properties = json_schema!({});
    for &cell in Cell::ALL {
        if let Some(mut value) = schema(cell) {
            value.insert("title".to_owned(), cell.label(Lang::Zh).into());
            value.insert("description".to_owned(), cell.label(Lang::En).into());
            properties.insert(cell.path().to_owned(), value.into());
        }
    }
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}
