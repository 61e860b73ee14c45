//! The schemas beside those of the last release: what was valid stays valid, or the version is another one.
//!
//! `UPDATE=released cargo test --test it released` writes the schemas that a release is about to publish.

use std::path::{Path, PathBuf};

use ogi_report::schema::documents;
use serde_json::{Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/schema/released")
}

const WORDS: [&str; 6] = ["title", "description", "examples", "default", "$id", "$schema"];

/// A schema without its words, which may change at any time.
fn without_words(schema: &Value) -> Value {
    let Value::Object(object) = schema else { return schema.clone() };
    let inside = |keyword: &str, value: &Value| match (keyword, value) {
        // Here keys are names, some of them those of words.
        ("properties" | "$defs", Value::Object(named)) => {
            named.iter().map(|(name, schema)| (name.clone(), without_words(schema))).collect()
        }
        (_, Value::Array(all)) => all.iter().map(without_words).collect(),
        _ => without_words(value),
    };
    let kept = object.iter().filter(|(keyword, _)| !WORDS.contains(&keyword.as_str()));
    kept.map(|(keyword, value)| (keyword.clone(), inside(keyword, value))).collect()
}

/// A schema and the document whose definitions it refers to.
#[derive(Clone, Copy)]
struct Side<'a> {
    root: &'a Value,
    at: &'a Value,
}

impl<'a> Side<'a> {
    fn of(root: &'a Value) -> Self {
        Self { root, at: root }
    }

    fn to(self, at: &'a Value) -> Self {
        match at["$ref"].as_str().and_then(|to| self.root.pointer(to.trim_start_matches('#'))) {
            Some(definition) => Self { at: definition, ..self }.to(definition),
            None => Self { at, ..self },
        }
    }

    fn list(self, keyword: &str) -> &'a [Value] {
        self.at[keyword].as_array().map_or(&[], Vec::as_slice)
    }

    fn alternatives(self) -> &'a [Value] {
        if self.at["oneOf"].is_array() { self.list("oneOf") } else { self.list("anyOf") }
    }

    /// The values that are listed, if it is a list of values.
    fn values(self) -> Option<Vec<&'a Value>> {
        if self.at["enum"].is_array() {
            return Some(self.list("enum").iter().collect());
        }
        if let Some(value) = self.at.get("const") {
            return Some(vec![value]);
        }
        let all: Vec<&Value> = self.alternatives().iter().filter_map(|one| one.get("const")).collect();
        (!all.is_empty() && all.len() == self.alternatives().len()).then_some(all)
    }
}

/// What was valid under the old schema and is not under the new one; of a document that is only written, also what
/// was always there and need not be any more.
fn broken(place: &str, old: Side, new: Side, is_read: bool) -> Vec<String> {
    let mut found = Vec::new();
    if let (Some(was), Some(is)) = (old.values(), new.values()) {
        found.extend(was.iter().filter(|value| !is.contains(value)).map(|value| format!("{place}: {value} is gone")));
        return found;
    }
    if !old.alternatives().is_empty() {
        for (index, was) in old.alternatives().iter().enumerate() {
            let is_there = |is: &Value| broken("", old.to(was), new.to(is), is_read).is_empty();
            let is_kept = new.alternatives().iter().any(is_there);
            if !is_kept {
                found.push(format!("{place}: alternative {index} is gone"));
            }
        }
        return found;
    }
    for keyword in ["type", "const", "enum", "pattern", "format", "not", "minItems", "maxItems", "additionalProperties"]
    {
        if old.at.get(keyword) != new.at.get(keyword) {
            found.push(format!("{place}: {keyword} was {} and is {}", old.at[keyword], new.at[keyword]));
        }
    }
    if !new.alternatives().is_empty() {
        found.push(format!("{place}: alternatives where there were none"));
    }
    let bound = |side: Side, keyword: &str| {
        side.at[keyword].as_i64().map(i128::from).or(side.at[keyword].as_u64().map(i128::from))
    };
    if bound(new, "minimum").unwrap_or(i128::MIN) > bound(old, "minimum").unwrap_or(i128::MIN) {
        found.push(format!("{place}: minimum is {}", new.at["minimum"]));
    }
    if bound(new, "maximum").unwrap_or(i128::MAX) < bound(old, "maximum").unwrap_or(i128::MAX) {
        found.push(format!("{place}: maximum is {}", new.at["maximum"]));
    }
    for (name, was) in old.at["properties"].as_object().into_iter().flatten() {
        match new.at["properties"].get(name) {
            Some(is) => found.extend(broken(&format!("{place}/{name}"), old.to(was), new.to(is), is_read)),
            None => found.push(format!("{place}/{name} is gone")),
        }
    }
    let (always, wanted) = if is_read { (new, old) } else { (old, new) };
    for name in always.list("required") {
        if !wanted.list("required").contains(name) {
            found.push(format!(
                "{place}/{}: required {} and not {}",
                name.as_str().unwrap_or_default(),
                if is_read { "now" } else { "before" },
                if is_read { "before" } else { "now" }
            ));
        }
    }
    if let Some(was) = old.at.get("items") {
        found.extend(broken(&format!("{place}/items"), old.to(was), new.to(&new.at["items"]), is_read));
    }
    found
}

#[test]
fn nothing_that_was_released_is_broken_without_a_step_of_the_version() {
    let update = std::env::var_os("UPDATE").is_some_and(|what| what == "released");
    let mut compared = 0;
    for document in documents() {
        let file = folder().join(format!("{}-{}.json", document.name, document.version));
        let schema = without_words(&document.schema().to_value());
        if update {
            std::fs::create_dir_all(folder()).unwrap();
            std::fs::write(&file, format!("{schema}\n")).unwrap();
        }
        // A document, or a version of one, that no release has published may still change.
        let Ok(released) = std::fs::read_to_string(&file) else { continue };
        let released: Value = serde_json::from_str(&released).unwrap();
        let found = broken(document.name, Side::of(&released), Side::of(&schema), document.is_read);
        assert!(
            found.is_empty(),
            "{} {} breaks what was released: give it the version {} in src/schema.rs\n{}",
            document.name,
            document.version,
            document.version + 1,
            found.join("\n"),
        );
        compared += 1;
    }
    assert!(compared > 0, "no schema of a release is there");
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let (document, version) = name.strip_suffix(".json").and_then(|name| name.rsplit_once('-')).unwrap();
        let now = documents().iter().find(|now| now.name == document);
        let is_there = now.is_some_and(|now| version.parse::<u64>().unwrap() <= now.version);
        assert!(is_there, "{name} was released and is not there any more");
    }
}

#[test]
fn incompatible_changes_are_found() {
    let schema = |name: &str| {
        let document = documents().iter().find(|document| document.name == name).unwrap();
        (without_words(&document.schema().to_value()), document.is_read)
    };
    let compare = |name: &str, pointer: &str, value: Value| {
        let (old, is_read) = schema(name);
        let mut new = old.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = new.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        if value.is_null() {
            assert!(parent.remove(key).is_some(), "{pointer}");
        } else {
            parent.insert(key.to_owned(), value);
        }
        assert_ne!(old, new);
        broken("", Side::of(&old), Side::of(&new), is_read)
    };
    let edition = json!({ "oneOf": [{ "type": "string", "const": "2021" }] });
    let more = json!({ "oneOf": [
        { "type": "string", "const": "2019" }, { "type": "string", "const": "2021" }, { "type": "string", "const": "2031" },
    ] });
    let breaks = [
        (compare("form", "/properties/year", json!(null)), "/year is gone"),
        (
            compare("form", "/properties/cells/properties/requests.received.total", json!(null)),
            "/cells/requests.received.total is gone",
        ),
        (compare("form", "/required", json!(["edition", "cells", "year"])), "/year: required now and not before"),
        (compare("form", "/$defs/Edition", edition), "/edition: \"2019\" is gone"),
        (compare("form", "/$defs/Region/pattern", json!("^[0-9]{6}$")), "/body: alternative 0 is gone"),
        (compare("report", "/$defs/Issued/properties/issued/maximum", json!(9)), "/proactive: alternative 1 is gone"),
        (
            compare("report", "/properties/requests", json!({ "type": "string" })),
            "/requests: type was \"object\" and is \"string\"",
        ),
        (
            compare("totals", "/required", json!(["schema_version", "reports", "cells"])),
            "/editions: required before and not now",
        ),
        (
            compare("outcome", "/properties/findings/items", json!({ "type": "string" })),
            "/findings/items: type was \"object\" and is \"string\"",
        ),
    ];
    for (found, message) in breaks {
        assert!(found.iter().any(|found| found == message), "{message}: {found:?}");
    }
    let keeps = [
        compare("form", "/properties/origin", json!({ "type": "string" })),
        compare("form", "/$defs/Edition", more),
        compare("form", "/$defs/Year/maximum", json!(3999)),
        compare("totals", "/properties/origin", json!({ "type": "string" })),
    ];
    for found in keeps {
        assert_eq!(found, [""; 0]);
    }
}
