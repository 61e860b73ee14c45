//! Every document and the endpoints that exchange them, as one description in the format of OpenAPI 3.1.

use schemars::generate::SchemaSettings;
use schemars::transform::Transform;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::check::Policy;
use crate::form::{Cell, Form};
use crate::schema::documents::{Partner, documents};
use crate::schema::tables::{CellList, EquationList, RuleList};
use crate::schema::words;
use crate::value::Lang;

/// Every document as a component of one OpenAPI description, with the endpoints of a service that checks reports. Every
/// reference resolves inside of it.
///
/// The example `service` implements the endpoints.
///
/// ```
/// let bundle = ogi_report::schema::openapi();
/// assert!(bundle.contains("\"openapi\": \"3.1.0\""));
/// assert!(bundle.contains("\"#/components/schemas/Form\""));
/// ```
pub fn openapi() -> String {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let mut components = Map::new();
    for document in documents() {
        let mut schema = (document.schema)(&mut generator);
        Partner.transform(&mut schema);
        words::name(&mut schema, document.name);
        components.insert(pascal(document.name), titled(schema, document.title, document.description));
    }
    for (name, schema, title) in requests(&mut generator) {
        let mut schema = schema;
        Partner.transform(&mut schema);
        components.insert(name.to_owned(), titled(schema, title, ""));
    }
    for (name, definition) in defined(&mut generator) {
        components.entry(name).or_insert(definition);
    }
    components.insert("Problem".to_owned(), problem());
    for component in components.values_mut() {
        slim(component);
    }
    let mut paths = paths();
    if let (false, Some(paths)) = (components.contains_key("Extraction"), paths.as_object_mut()) {
        paths.remove("/extract");
    }
    let bundle = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "ogi-report",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "政府信息公开工作年度报告的读取和核对",
            "description": "Reads and checks annual reports on open government information.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "security": [],
        "paths": paths,
        "components": { "schemas": components },
    });
    // schemars names a range for the type of its ends.
    written(bundle).replace("Range_of_uint", "ByteRange")
}

/// What is sent and received beside the documents.
fn requests(generator: &mut SchemaGenerator) -> Vec<(&'static str, Schema, &'static str)> {
    let previous = generator.subschema_for::<Form>().to_value();
    let form = generator.subschema_for::<Form>().to_value();
    let policy = generator.subschema_for::<Policy>().to_value();
    let check = schemars::json_schema!({
        "type": "object",
        "description": "A form to check, with the form of the year before and a policy, if there are any.",
        "properties": { "form": form, "previous": previous, "policy": policy },
        "required": ["form"],
    });
    vec![
        ("CheckRequest", check, "核对请求"),
        ("RuleList", RuleList::json_schema(generator), "核对规则"),
        ("EquationList", EquationList::json_schema(generator), "核对等式与关系"),
        ("CellList", CellList::json_schema(generator), "表格栏目"),
    ]
}

/// The definitions that the documents share, with their titles.
fn defined(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let mut shared = Schema::default();
    shared.insert("$defs".to_owned(), generator.take_definitions(true).into());
    Partner.transform(&mut shared);
    words::name(&mut shared, "");
    match shared.remove("$defs") {
        Some(Value::Object(definitions)) => definitions,
        _ => Map::new(),
    }
}

fn titled(mut schema: Schema, title: &str, description: &str) -> Value {
    let mut component = Map::new();
    component.insert("title".to_owned(), title.into());
    if !description.is_empty() {
        component.insert("description".to_owned(), description.into());
    }
    for (keyword, value) in std::mem::take(schema.ensure_object()) {
        component.entry(keyword).or_insert(value);
    }
    component.into()
}

/// `form-2019` as `Form2019`.
fn pascal(name: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('-').map(word).collect()
}

/// Takes away what the schemas of single documents and the table of cells have: examples, and the English of cells. A title
/// goes before its description: makers of types take titles for names, and names are English.
fn slim(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.get("examples").is_some_and(Value::is_array) {
                object.remove("examples");
            }
            // A property with a default is required to some makers of types.
            if object.contains_key("type") {
                object.remove("default");
            }
            for (name, property) in object.iter_mut() {
                if let (true, Some(property)) = (name.parse::<Cell>().is_ok(), property.as_object_mut()) {
                    property.remove("description");
                }
            }
            // A property that is called `title` is an object.
            if let Some(Value::String(title)) = object.get("title").cloned() {
                object.remove("title");
                let description = match object.get("description").and_then(Value::as_str) {
                    Some(description) => format!("{title}: {description}"),
                    None => title,
                };
                object.insert("description".to_owned(), description.into());
            }
            object.values_mut().for_each(slim);
        }
        Value::Array(all) => all.iter_mut().for_each(slim),
        _ => {}
    }
}

/// The description as text: each component on a line, because most of them are long lists of cells.
fn written(mut bundle: Value) -> String {
    let components = bundle.pointer_mut("/components/schemas").map(std::mem::take).unwrap_or_default();
    let lines: Vec<String> = components
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, component)| format!("      {}: {component}", Value::from(name.as_str())))
        .collect();
    let frame = format!("{bundle:#}\n");
    frame.replacen("\"schemas\": null", &format!("\"schemas\": {{\n{}\n    }}", lines.join(",\n")), 1)
}

fn problem() -> Value {
    json!({
        "title": "请求未能办理",
        "description": "Why a request was not answered: a stable code, and the reason in the language asked for.",
        "type": "object",
        "properties": {
            "code": {
                "title": "代码",
                "type": "string",
                "enum": [
                    "bad_request", "not_found", "not_allowed", "too_large", "unsupported_media_type", "unreadable",
                    "timed_out", "unavailable",
                ],
            },
            "message": { "title": "说明", "type": "string" },
        },
        "required": ["code", "message"],
        "additionalProperties": false,
    })
}

fn component(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn problems(codes: &[(&str, &str)]) -> Map<String, Value> {
    let content = json!({ "application/json": { "schema": component("Problem") } });
    codes
        .iter()
        .map(|(status, why)| ((*status).to_owned(), json!({ "description": why, "content": content })))
        .collect()
}

/// The language that the answers of an endpoint are in.
fn language() -> Value {
    json!({
        "name": "lang",
        "in": "query",
        "description": "The language of messages and sheets.",
        "schema": { "type": "string", "enum": Lang::ALL.iter().map(|lang| lang.name()).collect::<Vec<_>>() },
    })
}

/// What an endpoint answers to an upload that it does not take.
fn refusals() -> Map<String, Value> {
    problems(&[
        ("400", "The query or the head of the request is not as described."),
        ("408", "The request took too long to arrive."),
        ("413", "The body is larger than the service takes."),
        ("415", "The body is of another type than those described."),
        ("422", "The body cannot be read as what it should be."),
        ("503", "The service is busy, or its database cannot be reached."),
    ])
}

fn answers(ok: Value, rest: &Map<String, Value>) -> Value {
    let mut all = Map::new();
    all.insert("200".to_owned(), ok);
    all.extend(rest.clone());
    Value::Object(all)
}

fn paths() -> Value {
    let lang = language();
    let format = json!({
        "name": "format",
        "in": "query",
        "description": "The outcome as its document, as SARIF 2.1.0, or as a sheet for review.",
        "schema": { "type": "string", "enum": ["outcome", "sarif", "review"] },
    });
    let text = json!({ "schema": { "type": "string" } });
    let page = json!({ "text/html": text, "text/plain": text, "application/octet-stream": {} });
    let upload = refusals();
    let mut of_check = page.clone();
    of_check["application/json"] = json!({ "schema": component("CheckRequest") });
    let outcome = json!({
        "description": "The outcome of the check.",
        "content": {
            "application/json": { "schema": component("Outcome") },
            "application/sarif+json": { "schema": { "type": "object" } },
            "text/html": text,
        },
    });
    let list = |name: &str| {
        let content = json!({ "application/json": { "schema": component(name) } });
        let ok = json!({ "description": "The table.", "content": content });
        json!({ "get": { "operationId": name, "responses": { "200": ok } } })
    };
    json!({
        "/check": { "post": {
            "operationId": "check",
            "description": "Checks a form, or the page or text of a report. Without a form of the year before, the stored one of the body is used.",
            "parameters": [lang, format],
            "requestBody": { "required": true, "content": of_check },
            "responses": answers(outcome, &upload),
        } },
        "/extract": { "post": {
            "operationId": "extract",
            "description": "Reads the page or text of a report.",
            "parameters": [lang],
            "requestBody": { "required": true, "content": page },
            "responses": answers(
                json!({ "description": "What was read.", "content": { "application/json": { "schema": component("Extraction") } } }),
                &upload,
            ),
        } },
        "/rules": list("RuleList"),
        "/equations": list("EquationList"),
        "/cells": list("CellList"),
        "/reports": stored(),
        "/healthz": health(),
    })
}

/// The forms that a service keeps.
fn stored() -> Value {
    let report = [
        json!({ "name": "body", "in": "query", "required": true, "description": "The name of the reporting body.",
                "schema": { "type": "string", "minLength": 1 } }),
        json!({ "name": "year", "in": "query", "required": true, "description": "The reporting year.",
                "schema": { "type": "integer", "minimum": 2008, "maximum": 2999 } }),
        language(),
    ];
    let form = json!({ "application/json": { "schema": component("Form") } });
    json!({
        "put": {
            "operationId": "store",
            "description": "Stores the form of a body for a year, in the place of an earlier one. It is kept once the service answers.",
            "parameters": [language()],
            "requestBody": { "required": true, "content": form },
            "responses": answers(
                json!({ "description": "The form is stored.", "content": form }),
                &refusals(),
            ),
        },
        "get": {
            "operationId": "stored",
            "description": "The form that is stored of a body for a year.",
            "parameters": report,
            "responses": answers(
                json!({ "description": "The form.", "content": form }),
                &problems(&[
                    ("400", "The query is not as described."),
                    ("404", "No form of the body is stored for the year."),
                    ("503", "The database cannot be reached."),
                ]),
            ),
        },
    })
}

/// Whether a service can answer.
fn health() -> Value {
    let ok = json!({ "description": "Whether the service and its database answer.", "content": {
        "application/json": { "schema": {
            "type": "object",
            "properties": { "status": { "type": "string", "enum": ["ok"] } },
            "required": ["status"],
            "additionalProperties": false,
        } },
    } });
    json!({ "get": {
            "operationId": "health",
            "responses": answers(ok, &problems(&[("503", "The database cannot be reached.")])),
        } })
}
