//! The words that describe a column, in both languages.

use std::collections::HashMap;

use arrow_schema::Field;

/// The field with its label in both languages.
pub(super) fn described(field: Field, zh: &str, en: &str) -> Field {
    field.with_metadata(HashMap::from([("label.zh".to_owned(), zh.to_owned()), ("label.en".to_owned(), en.to_owned())]))
}
