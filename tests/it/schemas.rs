//! A JSON Schema accepts a document exactly if the crate reads it.
//!
//! One exception is not tested: a whole number written with a fraction or an exponent, `1.0`, is an integer to a
//! schema, and is refused when it is read.

use ogi_report::check::Check;
use ogi_report::{Body, Cell, Filed, Form, Period, Region, Report, Year};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::strategies::{filed, report};

fn validator<T: JsonSchema>() -> jsonschema::Validator {
    let schema = schemars::schema_for!(T).to_value();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// Asserts that schema and reader say the same of a document.
#[track_caller]
fn agree<T: DeserializeOwned>(validator: &jsonschema::Validator, document: &Value) {
    let read = serde_json::from_value::<T>(document.clone());
    let valid = validator.validate(document);
    assert_eq!(
        read.is_ok(),
        valid.is_ok(),
        "{document}\nthe schema says: {:?}\nthe reader says: {:?}",
        valid.err().map(|e| e.to_string()),
        read.err().map(|e| e.to_string()),
    );
}

/// Values of every kind, among them those at the borders.
pub(crate) fn zoo() -> Vec<Value> {
    let mut zoo = vec![
        json!(null),
        json!(true),
        json!([]),
        json!([0]),
        json!([0, 0, 0]),
        json!([0, 0, 0, 0]),
        json!(["0", "yuan"]),
        json!({}),
        json!({"a": 0}),
        json!(0.5),
        json!(999_999_999_999_999_i64),
        json!(1_000_000_000_000_000_i64),
        json!(-999_999_999_999_999_i64),
        json!(-1_000_000_000_000_000_i64),
        json!(u64::MAX),
        json!(i64::MIN),
    ];
    for number in [-1, 0, 1, 2007, 2008, 2999, 3000, i64::from(i32::MAX), i64::from(u32::MAX), i64::from(u32::MAX) + 1]
    {
        zoo.push(json!(number));
        zoo.push(json!(number.to_string()));
    }
    let texts = [
        "",
        " ",
        "\u{a0}",
        "\u{200b}\u{feff}",
        "/",
        "无",
        "x",
        "-0",
        "00",
        "0.0",
        "0.5",
        "0.50",
        ".5",
        "5.",
        "1e5",
        "-1.5",
        "1234567890123.123456",
        "9223372036854.775807",
        "999999999999999",
        "1000000000000000",
        "370784",
        "370784001",
        "3707840",
        "２０２０",
        "2020-01-01",
        "2020-02-30",
        "2020-1-1",
        " 2020-01-01",
        "2020-01-01T00:00:00",
        "+12020-01-01",
        "2019",
        "2021",
        "county",
        "government",
        "own_office",
        "yuan",
        "requests.received.total",
        "requests.received.lawyer",
        "\n12",
    ];
    zoo.extend(texts.map(|text| json!(text)));
    zoo
}

#[test]
fn small_documents_are_read_exactly_if_they_are_valid() {
    fn all<T: JsonSchema + DeserializeOwned>() {
        let validator = validator::<T>();
        for document in zoo() {
            agree::<T>(&validator, &document);
        }
    }
    all::<Filed>();
    all::<Cell>();
    all::<Year>();
    all::<Region>();
    all::<Body>();
    all::<Period>();
    all::<ogi_report::Amount>();
    all::<ogi_report::Decimal>();
    all::<ogi_report::Edition>();
    all::<ogi_report::Rule>();
    all::<ogi_report::Proactive>();
    all::<ogi_report::form::Other>();
    all::<Form>();
    all::<Report>();
}

/// Every place of a document, as a path of keys and indexes.
fn places(document: &Value) -> Vec<String> {
    let mut places = vec![String::new()];
    if let Value::Object(map) = document {
        for (key, value) in map {
            places.extend(self::places(value).into_iter().map(|rest| format!("/{key}{rest}")));
        }
    }
    places
}

/// Changes a document in one place: replaces, removes or adds a value.
pub(crate) fn mutate(document: &mut Value, place: Index, how: u8, value: &Value) {
    let places = places(document);
    let place = place.get(&places).clone();
    let (parent, key) = place.rsplit_once('/').unwrap_or(("", ""));
    match (how, document.pointer_mut(parent)) {
        (0, Some(Value::Object(parent))) => drop(parent.remove(key)),
        (1, Some(Value::Object(parent))) => drop(parent.insert("extra".to_owned(), value.clone())),
        _ => {
            if let Some(there) = document.pointer_mut(&place) {
                *there = value.clone();
            }
        }
    }
}

fn mutants<T: JsonSchema + Serialize + DeserializeOwned>(
    validator: &jsonschema::Validator,
    sample: &T,
    changes: &[(Index, u8, Value)],
) {
    let mut document = serde_json::to_value(sample).unwrap();
    // What is written is valid.
    validator.validate(&document).map_err(|e| format!("{} {e}", e.instance_path())).unwrap();
    for (place, how, value) in changes {
        mutate(&mut document, *place, *how, value);
        agree::<T>(validator, &document);
    }
}

pub(crate) fn changes() -> impl Strategy<Value = Vec<(Index, u8, Value)>> {
    proptest::collection::vec((any::<Index>(), 0..6_u8, select(zoo())), 1..4)
}

thread_local! {
    static FORM: jsonschema::Validator = validator::<Form>();
    static REPORT: jsonschema::Validator = validator::<Report>();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_form_is_read_exactly_if_it_is_valid(
        report in report(),
        cells in proptest::collection::vec((select(Cell::ALL), filed()), 0..20),
        changes in changes(),
    ) {
        let mut form = Form::from(&report);
        form.period = Some(report.year.period());
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        FORM.with(|validator| mutants(validator, &form, &changes));
    }

    #[test]
    fn a_report_is_read_exactly_if_it_is_valid(report in report(), changes in changes()) {
        REPORT.with(|validator| mutants(validator, &report, &changes));
    }

    #[test]
    fn an_outcome_is_valid(report in report(), cells in proptest::collection::vec((select(Cell::ALL), filed()), 0..20)) {
        thread_local! {
            static CHECKED: jsonschema::Validator = validator::<ogi_report::Checked>();
            static DIAGNOSIS: jsonschema::Validator = validator::<ogi_report::check::Diagnosis>();
        }
        let previous = Form::from(&report);
        let mut form = previous.clone();
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        form.year = Year::new(i64::from(report.year.number()) + 1).ok();
        let checked = Check::new().previous(&previous).run(&form);
        CHECKED.with(|validator| validator.validate(&serde_json::to_value(&checked).unwrap()).map_err(|e| e.to_string())).unwrap();
        for diagnosis in form.diagnose() {
            DIAGNOSIS.with(|validator| validator.validate(&serde_json::to_value(&diagnosis).unwrap()).map_err(|e| e.to_string())).unwrap();
        }
    }
}
