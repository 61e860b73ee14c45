//! The files for partners: schemas, samples, the tables of the library, codelists, the conformance suite, and an index of
//! it all with checksums. The example writes them, and a test keeps those that are checked in current.

pub(crate) mod conformance;
mod expected;
mod samples;

use ogi_report::schema::{documents, openapi, tables};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// A codelist: its name, its version and its text. The version changes when a column is renamed or taken away, or a code
/// changes what it means; lines and columns may be added within a version.
struct Codelist {
    name: &'static str,
    version: u64,
    text: &'static str,
}

/// The codelists, from where they are checked in.
macro_rules! codelists {
    ($($name:literal $version:literal,)+) => {
        &[$(Codelist {
            name: $name,
            version: $version,
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/codelists/", $name, ".csv")),
        }),+]
    };
}

const CODELISTS: &[Codelist] = codelists![
    "applicants" 1,
    "article-20" 1,
    "columns" 1,
    "dispute-results" 1,
    "dispute-routes" 1,
    "earlier-terms" 1,
    "headings" 1,
    "instruments" 1,
    "legal-outcomes" 1,
    "proactive-cells" 1,
    "request-rows" 1,
];

const ABOUT_CODELISTS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/codelists/README.md"));

const ABOUT_CONFORMANCE: &str = include_str!("conformance.md");

/// Every document in one description.
const BUNDLE: &str = "openapi.json";

/// The folder of the codelists, which are checked in elsewhere.
pub(crate) const CODELISTS_FOLDER: &str = "codelists/";

/// Every file with its path; the index is the last.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let documents = add_documents(&mut files);
    let tables: Vec<Value> = tables()
        .iter()
        .map(|table| {
            let path = format!("{}.json", table.name);
            files.push((path.clone(), table.json()));
            json!({
                "name": table.name,
                "schema_version": table.version,
                "title": table.title,
                "description": table.description,
                "path": path,
            })
        })
        .collect();
    files.push((BUNDLE.to_owned(), openapi()));
    files.push((format!("{CODELISTS_FOLDER}README.md"), ABOUT_CODELISTS.replace("\r\n", "\n")));
    let codelists: Vec<Value> = CODELISTS
        .iter()
        .map(|list| {
            let path = format!("{CODELISTS_FOLDER}{}.csv", list.name);
            files.push((path.clone(), list.text.replace("\r\n", "\n")));
            json!({ "name": list.name, "version": list.version, "path": path })
        })
        .collect();
    let suite = conformance::files();
    let conformance: Vec<&String> = suite.iter().skip(1).map(|(path, _)| path).collect();
    let conformance = json!({ "bases": suite.first().map(|(path, _)| path), "cases": conformance });
    files.extend(suite.iter().cloned());
    files.push(("conformance/README.md".to_owned(), ABOUT_CONFORMANCE.replace("\r\n", "\n")));
    let checksums: Vec<Value> =
        files.iter().map(|(path, text)| json!({ "path": path, "sha256": checksum(text) })).collect();
    let index = json!({
        "schema_version": 1,
        "documents": documents,
        "tables": tables,
        "codelists": codelists,
        "conformance": conformance,
        "bundle": BUNDLE,
        "files": checksums,
    });
    files.push(("index.json".to_owned(), text(&index)));
    files
}

/// Adds the schema and the samples of every document, and gives what the index says of each.
fn add_documents(files: &mut Vec<(String, String)>) -> Vec<Value> {
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
    index
}

fn checksum(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn text(value: &Value) -> String {
    format!("{value:#}\n")
}
