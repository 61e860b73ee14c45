//! The schemas and samples for partners: current, strict, complete, and the same as what the crate reads.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ogi_report::extract::{self, Extraction, Location, Note};
use ogi_report::narrative::{Narrative, Sections};
use ogi_report::schema::{Document, documents};
use ogi_report::{Cell, Column, Edition, Form, Report};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::kit;
use crate::layouts::{Layout, print, quirks};
use crate::schemas::{changes, mutate};
use crate::strategies::{filed, report};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/schema")
}

fn validator(document: &Document) -> jsonschema::Validator {
    let schema = document.schema().to_value();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// Whether the crate reads the document; `None` for one that it only writes.
fn is_read(name: &str, document: &Value) -> Option<Result<(), String>> {
    fn read<T: serde::de::DeserializeOwned>(document: &Value) -> Result<T, String> {
        serde_json::from_value(document.clone()).map_err(|e| e.to_string())
    }
    let of = |edition: Edition| {
        let form: Form = read(document)?;
        let other = form.cells().find(|(cell, _)| !cell.is_printed_in(edition));
        match other {
            Some((cell, _)) => Err(format!("{cell} is of the other edition")),
            None if form.edition != edition => Err("the other edition".to_owned()),
            None => Ok(()),
        }
    };
    Some(match name {
        "form" => read::<Form>(document).map(drop),
        "form-2019" => of(Edition::V2019),
        "form-2021" => of(Edition::V2021),
        "report" => read::<Report>(document).map(drop),
        "sections" => read::<Sections>(document).map(drop),
        "narrative" => read::<Narrative>(document).map(drop),
        _ => return None,
    })
}

/// Asserts that schema and reader say the same of a document.
#[track_caller]
fn agree(name: &str, validator: &jsonschema::Validator, document: &Value) {
    let Some(read) = is_read(name, document) else { return };
    let valid = validator.validate(document).map_err(|e| format!("{}: {e}", e.instance_path()));
    assert_eq!(
        read.is_ok(),
        valid.is_ok(),
        "{name}: {document}\nthe schema says: {valid:?}\nthe reader says: {read:?}"
    );
}

/// The samples of a document of a kind, valid or invalid, as the files hold them.
fn samples(name: &str, kind: &str) -> Vec<(String, Value)> {
    let prefix = format!("samples/{name}/{kind}/");
    let files = kit::files().into_iter().filter(|(path, _)| path.starts_with(&prefix));
    files.map(|(path, text)| (path, serde_json::from_str(&text).unwrap())).collect()
}

#[test]
fn the_files_for_partners_are_current() {
    let files: Vec<(String, String)> =
        kit::files().into_iter().filter(|(path, _)| !path.starts_with(kit::CODELISTS_FOLDER)).collect();
    let update = std::env::var_os("UPDATE").is_some();
    for (path, text) in &files {
        let file = folder().join(path);
        if update {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, text).unwrap();
        }
        let checked_in = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            checked_in == *text,
            "{path} is not what the types make of it; run `UPDATE=1 cargo test` and look at it"
        );
    }
    let known: BTreeSet<PathBuf> = files.iter().map(|(path, _)| folder().join(path)).collect();
    let mut folders = vec![folder()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let is_kept = known.contains(&path) || path.parent().is_some_and(|parent| parent.ends_with("released"));
                assert!(is_kept, "{} is not made from the types any more", path.display());
            }
        }
    }
}

#[test]
fn schemas_are_schemas_and_have_names_of_their_own() {
    let mut ids = BTreeSet::new();
    for document in documents() {
        jsonschema::meta::validate(&document.schema().to_value()).unwrap_or_else(|e| panic!("{}: {e}", document.name));
        assert!(ids.insert(document.id()), "{}", document.id());
        assert!(document.id().ends_with(&format!(":{}:{}", document.name, document.version)));
    }
}

/// Calls the function with every schema inside a schema and the place of each.
fn visit(place: &str, schema: &Value, each: &mut impl FnMut(&str, &serde_json::Map<String, Value>)) {
    let Value::Object(object) = schema else { return };
    each(place, object);
    for (keyword, inside) in object {
        match (keyword.as_str(), inside) {
            ("properties" | "$defs", Value::Object(all)) => {
                for (name, inside) in all {
                    visit(&format!("{place}/{keyword}/{name}"), inside, each);
                }
            }
            ("anyOf" | "oneOf" | "allOf" | "prefixItems", Value::Array(all)) => {
                for (index, inside) in all.iter().enumerate() {
                    visit(&format!("{place}/{keyword}/{index}"), inside, each);
                }
            }
            ("items" | "not", inside) => visit(&format!("{place}/{keyword}"), inside, each),
            _ => {}
        }
    }
}

#[test]
fn schemas_say_what_everything_is() {
    let is_chinese =
        |text: &Value| text.as_str().is_some_and(|text| text.chars().any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c)));
    for document in documents() {
        let schema = document.schema().to_value();
        let properties: Vec<&String> = schema.as_object().unwrap().keys().take(4).collect();
        assert_eq!(properties, ["$schema", "$id", "title", "description"]);
        visit(document.name, &schema, &mut |place, schema| {
            let parent = place.rsplit('/').nth(1).unwrap_or_default();
            if matches!(parent, "properties" | "$defs") || place == document.name {
                assert!(schema.get("title").is_some_and(is_chinese), "{place} has no title in Chinese");
            }
            if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
                // Escapes of characters differ between languages, and `$` lets a last line feed through in some.
                assert!(!pattern.contains("\\u") && !pattern.contains("\\x"), "{place}: {pattern}");
                assert!(!pattern.ends_with('$') || schema.contains_key("not"), "{place}: {pattern}");
            }
            if let Some(Value::String(description)) = schema.get("description") {
                let is_plain =
                    !["```", "[`", "::", "`None`", "`Some`", "\n"].iter().any(|mark| description.contains(mark));
                assert!(is_plain, "{place}: {description}");
            }
            if schema.contains_key("properties") {
                assert_eq!(schema.get("additionalProperties"), Some(&json!(false)), "{place} is open");
            }
            if let Some(format) = schema.get("format") {
                assert_eq!(format, "date", "{place}");
            }
            if schema.get("type") == Some(&json!("integer")) && !schema.contains_key("const") {
                assert!(schema.contains_key("minimum") && schema.contains_key("maximum"), "{place} has no bounds");
            }
            // The entries of a list of names say what they mean.
            if parent == "oneOf" && schema.contains_key("const") {
                assert!(schema.contains_key("description"), "{place} has no meaning");
            }
        });
    }
}

#[test]
fn examples_in_schemas_are_valid() {
    for document in documents() {
        let root = document.schema().to_value();
        let mut count = 0;
        visit("", &root, &mut |place, schema| {
            for example in schema.get("examples").and_then(Value::as_array).into_iter().flatten() {
                let one =
                    json!({ "$ref": format!("#{place}"), "$defs": root["$defs"], "properties": root["properties"] });
                assert!(jsonschema::validator_for(&one).unwrap().is_valid(example), "{place}: {example}");
                count += 1;
            }
        });
        assert!(count > 0 || matches!(document.name, "sections" | "diagnosis"), "{} has no example", document.name);
    }
}

#[test]
fn properties_stand_in_printed_order() {
    let cells = |name: &str| {
        let document = documents().iter().find(|document| document.name == name).unwrap();
        let schema = document.schema().to_value();
        schema["properties"]["cells"]["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    let paths = |cells: &[ogi_report::Cell]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(cells("form"), paths(ogi_report::Cell::ALL));
    assert_eq!(cells("totals"), paths(ogi_report::Cell::ALL));
    assert_eq!(cells("form-2019"), paths(Edition::V2019.cells()));
    assert_eq!(cells("form-2021"), paths(Edition::V2021.cells()));
}

#[test]
fn samples_are_what_their_names_say() {
    for document in documents() {
        let validator = validator(document);
        let (valid, invalid) = (samples(document.name, "valid"), samples(document.name, "invalid"));
        assert!(!valid.is_empty() && invalid.len() > 1, "{} lacks samples", document.name);
        for (path, sample) in &valid {
            validator.validate(sample).unwrap_or_else(|e| panic!("{path}: {} {e}", e.instance_path()));
        }
        for (path, sample) in &invalid {
            // Each breaks one thing.
            let errors: Vec<String> = validator.iter_errors(sample).map(|e| e.to_string()).collect();
            assert_eq!(errors.len(), 1, "{path}: {errors:?}");
        }
        for (_, sample) in valid.iter().chain(&invalid) {
            agree(document.name, &validator, sample);
        }
        assert_eq!(is_read(document.name, &json!({})).is_some(), document.is_read, "{}", document.name);
    }
}

/// Asserts that the document of an extraction is valid and holds what the extraction does.
#[track_caller]
fn assert_extraction(validator: &jsonschema::Validator, extraction: &Extraction) {
    let document = serde_json::to_value(extraction).unwrap();
    validator.validate(&document).map_err(|e| format!("{}: {e}", e.instance_path())).unwrap();
    assert_eq!(serde_json::from_value::<Form>(document["form"].clone()).unwrap(), extraction.form);
    assert_eq!(serde_json::from_value::<Sections>(document["sections"].clone()).unwrap(), extraction.sections);
    assert_eq!(document["text"], extraction.text.as_str());
    assert_eq!(document.get("embedded").and_then(Value::as_str), extraction.embedded.as_deref());
    let at = |at: &Location| {
        let bytes = at.bytes().unwrap();
        json!({ "kind": "bytes", "start": bytes.start, "end": bytes.end })
    };
    let list = |key: &str, length: usize| {
        let list = document[key].as_array().unwrap();
        assert_eq!(list.len(), length, "{key}");
        list
    };
    for (written, placed) in list("placed", extraction.placed.len()).iter().zip(&extraction.placed) {
        assert_eq!(written["cell"], placed.cell.to_string());
        assert_eq!((&written["at"], &written["printed"]), (&at(&placed.at), &json!(placed.printed)));
        assert_eq!(written["filed"], document["form"]["cells"][&placed.cell.to_string()]);
    }
    for (written, unplaced) in list("unplaced", extraction.unplaced.len()).iter().zip(&extraction.unplaced) {
        assert_eq!((&written["at"], &written["printed"]), (&at(&unplaced.at), &json!(unplaced.printed)));
        assert_eq!(written["reason"], unplaced.reason.name());
        let readings = unplaced.alternatives.iter().map(|reading| {
            reading
                .iter()
                .map(|(cell, printed)| json!({ "cell": cell.to_string(), "printed": printed }))
                .collect::<Value>()
        });
        assert_eq!(written["alternatives"], readings.collect::<Value>());
    }
    for (written, note) in list("notes", extraction.notes.len()).iter().zip(&extraction.notes) {
        let expected = match note {
            Note::NearestLabel { printed, read_as } => {
                json!({ "kind": "nearest_label", "printed": printed, "read_as": read_as })
            }
            Note::NamedByOrder { row } => {
                let total = Cell::request(*row, Column::Total).to_string();
                json!({ "kind": "named_by_order", "row": total.strip_suffix(".total").unwrap() })
            }
            Note::EditionAssumed { edition, is_mixed } => {
                json!({ "kind": "edition_assumed", "edition": edition.name(), "is_mixed": is_mixed })
            }
            Note::Embedded => json!({ "kind": "embedded" }),
            _ => panic!("{note:?} is not known here"),
        };
        assert_eq!(*written, expected);
    }
}

fn of_kind(name: &str) -> jsonschema::Validator {
    validator(documents().iter().find(|document| document.name == name).unwrap())
}

#[test]
fn samples_of_extractions_show_every_doubt() {
    let samples: Vec<Value> = samples("extraction", "valid").into_iter().map(|(_, sample)| sample).collect();
    let all = |list: &str, key: &str| -> BTreeSet<String> {
        let items = samples.iter().flat_map(|sample| sample[list].as_array().unwrap());
        items.map(|item| item[key].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(all("notes", "kind"), ["edition_assumed", "embedded", "nearest_label"].map(str::to_owned).into());
    assert_eq!(all("unplaced", "reason"), ["ambiguous", "contradiction"].map(str::to_owned).into());
}

#[test]
fn extractions_of_pages_are_valid() {
    let validator = of_kind("extraction");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rendered");
    let mut placed = 0;
    for name in ["huaian-2024.html", "huaian-2024.md", "shanghai-bgt-2019.html", "shanghai-bgt-2019.md"] {
        let extraction = extract::from_bytes(&std::fs::read(folder.join(name)).unwrap()).unwrap();
        assert_extraction(&validator, &extraction);
        placed += extraction.placed.len();
    }
    assert!(placed > 600, "{placed}");
    // A line without a label is named by its place.
    let page = "三、收到和处理政府信息公开申请情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n\
                一、本年新收政府信息公开申请数量\t1\t2\t0\t0\t0\t0\t3\n\t0\t0\t0\t0\t0\t0\t0\n（一）予以公开\t1\t2\t0\t0\t0\t0\t3\n";
    let extraction = extract::from_text(page).unwrap();
    assert!(extraction.notes.iter().any(|note| matches!(note, Note::NamedByOrder { .. })), "{:?}", extraction.notes);
    assert_extraction(&validator, &extraction);
}

/// JSON of any shape, with the keys that documents have.
fn any_json() -> impl Strategy<Value = Value> {
    let keys: Vec<String> = documents()
        .iter()
        .flat_map(|document| {
            let schema = document.schema().to_value();
            schema["properties"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
        })
        .chain(["requests.received.total", "name", "from", "to", "span", "text", "x", ""].map(str::to_owned))
        .collect();
    let leaf = prop_oneof![
        select(crate::schemas::zoo()),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("a fraction", |f| f.fract() != 0.0).prop_map(Value::from),
        "\\PC{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(select(keys.clone()), inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_from_pages_is_valid(
        report in report(),
        cells in proptest::collection::vec((select(Cell::ALL), filed()), 0..20),
        layout in select(Layout::ALL.to_vec()),
        quirks in quirks(),
    ) {
        thread_local!(static EXTRACTION: jsonschema::Validator = of_kind("extraction"));
        let mut form = Form::from(&report);
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        let page = print(&form, layout, quirks);
        if let Ok(extraction) = extract::from_bytes(page.as_bytes()) {
            EXTRACTION.with(|validator| assert_extraction(validator, &extraction));
        }
    }

    #[test]
    fn what_is_read_from_texts_is_valid_and_read_again(
        pieces in proptest::collection::vec((select(PIECES.as_slice()), any::<Option<u16>>()), 0..30),
    ) {
        thread_local!(static NARRATIVE: jsonschema::Validator = of_kind("narrative"));
        let text: String =
            pieces.iter().flat_map(|(words, number)| [(*words).to_owned(), number.map_or_else(String::new, |n| n.to_string())]).collect();
        let narrative = Narrative::from_text(&text);
        let document = serde_json::to_string(&narrative).unwrap();
        NARRATIVE.with(|validator| validator.validate(&serde_json::from_str(&document).unwrap()).map_err(|e| e.to_string())).unwrap();
        prop_assert_eq!(serde_json::from_str::<Narrative>(&document).unwrap(), narrative);
    }
}

/// Of what texts are made.
const PIECES: [&str; 24] = [
    "甲镇人民政府2024年政府信息公开工作年度报告\n",
    "\n一、总体情况\n",
    "\n五、存在的主要问题及改进情况\n",
    "\n六、其他需要报告的事项\n",
    "统计期限自2024年1月1日起至2024年12月31日止。",
    "统计期限自2024年1月1日起至2024年13月31日止。",
    "地址：某某路1号；邮编：100000。",
    "全文由六部分组成：总体情况、主动公开。",
    "收到政府信息公开申请",
    "其中网络申请约",
    "同比下降",
    "占",
    "件",
    "条",
    "%",
    "万元",
    "，",
    "。",
    "未发生行政复议。",
    "培训班三期。",
    "收取信息处理费",
    "主要问题是公开不够及时。",
    "下一步将加强培训。",
    "\n甲镇人民政府\n2025年1月20日\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn schema_and_reader_agree_on_changed_samples(changes in changes()) {
        thread_local! {
            static READ: Vec<(&'static str, jsonschema::Validator, Vec<Value>)> = documents()
                .iter()
                .filter(|document| document.is_read)
                .map(|document| {
                    let samples = samples(document.name, "valid").into_iter().map(|(_, sample)| sample).collect();
                    (document.name, validator(document), samples)
                })
                .collect();
        }
        READ.with(|read| {
            for (name, validator, samples) in read {
                for sample in samples {
                    let mut sample = sample.clone();
                    for (place, how, value) in &changes {
                        mutate(&mut sample, *place, *how, value);
                        agree(name, validator, &sample);
                    }
                }
            }
        });
    }

    #[test]
    fn schema_and_reader_agree_on_any_json(document in any_json()) {
        thread_local! {
            static READ: Vec<(&'static str, jsonschema::Validator)> = documents()
                .iter()
                .filter(|document| document.is_read)
                .map(|document| (document.name, validator(document)))
                .collect();
        }
        READ.with(|read| {
            for (name, validator) in read {
                agree(name, validator, &document);
            }
        });
    }
}

#[test]
fn what_is_written_is_what_is_read() {
    for document in documents() {
        for (path, sample) in samples(document.name, "valid") {
            let again = match document.name {
                "form" | "form-2019" | "form-2021" => {
                    serde_json::to_value(serde_json::from_value::<Form>(sample.clone()).unwrap())
                }
                "report" => serde_json::to_value(serde_json::from_value::<Report>(sample.clone()).unwrap()),
                "sections" => serde_json::to_value(serde_json::from_value::<Sections>(sample.clone()).unwrap()),
                "narrative" => serde_json::to_value(serde_json::from_value::<Narrative>(sample.clone()).unwrap()),
                _ => continue,
            };
            let mut sample = sample;
            // The first forms had no version; it is written since.
            if !matches!(document.name, "sections") {
                sample["schema_version"] = document.version.into();
            }
            assert_eq!(again.unwrap(), sample, "{path}");
        }
    }
}

#[test]
fn other_versions_are_refused_by_name() {
    let refused = |document: &str| serde_json::from_str::<Form>(document).unwrap_err().to_string();
    assert_eq!(
        refused(r#"{"schema_version":2,"edition":"2031","rows":{}}"#),
        "schema_version: version 2 is newer than 1, which is read here; a later version of ogi-report reads it at line 1 column 19",
    );
    assert_eq!(
        refused(r#"{"schema_version":0,"edition":"2021","cells":{}}"#),
        "schema_version: version 0 is older than 1, which is read here at line 1 column 19",
    );
    assert_eq!(
        refused(r#"{"schema_version":"1","edition":"2021","cells":{}}"#),
        "schema_version: invalid type: string \"1\", expected the version 1 at line 1 column 21",
    );
    assert_eq!(
        refused(r#"{"schema_version":1,"schema_version":1,"edition":"2021","cells":{}}"#),
        "duplicate field `schema_version` at line 1 column 36",
    );
    let without: Form = serde_json::from_str(r#"{"edition":"2021","cells":{}}"#).unwrap();
    let with: Form = serde_json::from_str(r#"{"schema_version":1,"edition":"2021","cells":{}}"#).unwrap();
    assert_eq!(without, with);
    assert_eq!(serde_json::to_string(&without).unwrap(), r#"{"schema_version":1,"edition":"2021","cells":{}}"#);
}

/// Every rule that needs only forms has cases; the first breaks it, and the second stops just short of that.
#[test]
fn the_conformance_suite_has_every_rule_that_needs_only_forms() {
    let files: std::collections::BTreeMap<String, String> = kit::files().into_iter().collect();
    for rule in kit::conformance::rules() {
        let cases: Vec<Value> = serde_json::from_str(&files[&format!("conformance/{rule}.json")]).unwrap();
        assert!(cases.len() >= 5, "{rule}");
        let broken = |case: &Value| case["expected"]["ledger"]["broken"][rule.code()].as_u64().unwrap_or(0);
        assert!(cases[0]["name"] == "broken" && broken(&cases[0]) > 0, "{rule} is not broken");
        assert!(cases[1]["name"] == "at-the-border" && broken(&cases[1]) == 0, "{rule} is broken at the border");
        let off = cases.iter().find(|case| case["name"] == "switched-off").unwrap();
        assert_eq!(broken(off), 0, "{rule}");
    }
    let bases: Value = serde_json::from_str(&files["conformance/bases.json"]).unwrap();
    for (name, form) in bases.as_object().unwrap() {
        let form: Form = serde_json::from_value(form.clone()).unwrap();
        assert_eq!(form.check().findings, [], "{name}");
    }
}

/// The tables of the library are there for every rule and cell, and name no other.
#[test]
fn the_tables_are_complete() {
    let table = |name: &str| -> Value {
        let table = ogi_report::schema::tables().iter().find(|table| table.name == name).unwrap();
        let table: Value = serde_json::from_str(&table.json()).unwrap();
        assert_eq!(table["schema_version"], 1);
        table
    };
    let rules = table("rules");
    let codes: Vec<&str> =
        rules["rules"].as_array().unwrap().iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ogi_report::Rule::ALL.iter().map(|rule| rule.code()).collect::<Vec<_>>());
    for rule in rules["rules"].as_array().unwrap() {
        for place in rule["places"].as_array().unwrap() {
            let place = format!("{{{}}}", place.as_str().unwrap());
            assert!(rule["finding"]["zh"].as_str().unwrap().contains(&place), "{} {place}", rule["code"]);
        }
    }
    let cells = table("cells");
    let paths: Vec<&str> =
        cells["cells"].as_array().unwrap().iter().map(|cell| cell["path"].as_str().unwrap()).collect();
    assert_eq!(paths, Cell::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    let equations = table("equations");
    for edition in Edition::ALL {
        let list = equations["equations"][edition.name()].as_array().unwrap();
        for (index, equation) in list.iter().enumerate() {
            let decided_by = equation["decided_by"].as_array().unwrap();
            assert!(decided_by.iter().all(|other| other.as_u64().unwrap() < index as u64), "{equation}");
        }
        let totals = edition.cells().iter().filter(|cell| cell.is_total());
        for total in totals {
            let is_there =
                list.iter().any(|equation| equation["at"] == total.to_string() && equation["is_total"] == true);
            assert!(is_there, "{total} is the total of nothing");
        }
    }
}

#[test]
fn what_stands_in_the_wrong_place_is_told_what_belongs_there() {
    fn said<T: serde::de::DeserializeOwned + std::fmt::Debug>(document: &Value) -> String {
        serde_json::from_value::<T>(document.clone()).unwrap_err().to_string()
    }
    let report = |path: &str, wrong: Value| {
        let body = ogi_report::Body::named("某某局");
        let mut document = serde_json::to_value(Report::new(body, ogi_report::Year::new(2024).unwrap())).unwrap();
        *document.pointer_mut(path).unwrap() = wrong;
        document
    };
    assert_eq!(
        said::<Form>(&json!({"edition": "2021", "cells": []})),
        "cells: invalid type: sequence, expected an object keyed by cell path"
    );
    let applicants = "natural_person, commercial_enterprise, research_institution, public_interest_organization, \
                      legal_service_institution, other_organization";
    for (path, wrong, expected) in [
        ("/proactive", json!(3), "proactive: invalid type: integer `3`, expected an object with the key edition"),
        (
            "/proactive",
            json!({"licensing": [], "edition": "2021"}),
            "proactive: invalid type: sequence, expected an object, a number, a string or null",
        ),
        (
            "/proactive",
            json!({"licensing": {"decisions": {}}, "edition": "2021"}),
            "proactive: invalid type: map, expected a number, a string or null",
        ),
        (
            "/proactive",
            json!({"licensing": {"decisions": null}, "edition": "2021"}),
            "proactive.licensing.decisions: invalid type: null, expected u32",
        ),
        (
            "/requests/received",
            json!(3),
            &format!("requests.received: invalid type: integer `3`, expected an object with the keys {applicants}"),
        ),
        (
            "/requests/outcomes/other",
            json!(3),
            "requests.outcomes.other: invalid type: integer `3`, expected an object keyed by applicant, or by the three \
             rows of （六）",
        ),
    ] {
        assert_eq!(said::<Report>(&report(path, wrong.clone())), expected, "{path}: {wrong}");
    }
    assert_eq!(said::<Sections>(&json!({"overview": 3})), "overview: invalid type: integer `3`, expected an object");
}
