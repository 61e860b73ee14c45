//! The files for partners: schemas, samples and their index. The example writes them, and a test keeps those that
//! are checked in current.

mod samples;

use ogi_report::schema::documents;
use serde_json::{Value, json};

/// Every file with its path, in the order of the documents.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut index = Vec::new();
    for document in documents() {
        let schema = format!("{}.json", document.name);
        files.push((schema.clone(), text(&document.schema().to_value())));
        let mut add = |kind: &str, samples: Vec<(&str, Value)>| -> Vec<String> {
            let mut paths = Vec::new();
            for (name, sample) in samples {
                let path = format!("samples/{}/{kind}/{name}.json", document.name);
                files.push((path.clone(), text(&sample)));
                paths.push(path);
            }
            paths
        };
        let valid = add("valid", samples::valid(document.name));
        let invalid = add("invalid", samples::invalid(document.name));
        index.push(json!({
            "name": document.name,
            "schema_version": document.version,
            "id": document.id(),
            "title": document.title,
            "description": document.description,
            "is_read": document.is_read,
            "schema": schema,
            "valid": valid,
            "invalid": invalid,
        }));
    }
    files.push(("index.json".to_owned(), text(&json!(index))));
    files
}

fn text(value: &Value) -> String {
    format!("{value:#}\n")
}
