//! The JSON contract: what is refused, in which words, and what never panics.

use ogi_report::extract::Extraction;
use ogi_report::narrative::Narrative;
#[cfg(target_os = "linux")]
use ogi_report::narrative::Sections;
use ogi_report::{
    Checked, Comparison, Consolidation, Coverage, Filed, Form, Reconciliation, Report, Rollup, Span, Totals,
};
use serde::de::DeserializeOwned;

use crate::reports::read;

#[track_caller]
fn refused<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
    serde_json::from_str::<T>(json).expect_err("must be refused").to_string()
}

fn form(cells: &str) -> String {
    format!("{{\n  \"edition\": \"2021\",\n  \"cells\": {{\n    {cells}\n  }}\n}}")
}

#[test]
fn a_form_refuses_what_it_could_not_keep() {
    let cases = [
        (
            form(r#""requests.received.lawyer": 1"#),
            "cells: `requests.received.lawyer` is not a cell of the form at line 4 column 30",
        ),
        (
            form("\"requests.received.total\": 1,\n    \"requests.received.total\": 2"),
            "requests.received.total: the cell stands twice at line 5 column 29",
        ),
        (
            form(r#""requests.received.total": 1.0"#),
            "requests.received.total: a number with a fraction, an exponent or too many digits, write it as a string so that no digit is lost at line 4 column 34",
        ),
        (
            form(r#""requests.received.total": 1e400"#),
            "requests.received.total: number out of range at line 4 column 36",
        ),
        (
            form(r#""requests.received.total": 12345678901234567890123"#),
            "requests.received.total: a number with a fraction, an exponent or too many digits, write it as a string so that no digit is lost at line 4 column 54",
        ),
        (
            form(r#""requests.received.total": 1000000000000000"#),
            "requests.received.total: the integer 1000000000000000 has more than fifteen digits, write it as a string at line 4 column 47",
        ),
        (
            form(r#""requests.received.total": "12""#),
            "requests.received.total: the string \"12\", write it as the integer 12 at line 4 column 35",
        ),
        (
            form(r#""requests.received.total": "\u00a0""#),
            "requests.received.total: a string of nothing but spaces, write a blank cell as null at line 4 column 39",
        ),
        (
            form(r#""requests.received.total": true"#),
            "requests.received.total: invalid type: boolean `true`, expected null for a blank cell, an integer, or a string with the text as printed at line 4 column 35",
        ),
        (
            form(r#""requests.received.total": [0]"#),
            "requests.received.total: invalid type: sequence, expected null for a blank cell, an integer, or a string with the text as printed at line 4 column 32",
        ),
        (
            r#"{"edition":"2022","cells":{}}"#.to_owned(),
            "edition: unknown name `2022`, expected one of 2019, 2021 at line 1 column 17",
        ),
        (
            r#"{"edition":"2021","cells":{},"totals":{}}"#.to_owned(),
            "unknown field `totals`, expected one of `schema_version`, `edition`, `body`, `year`, `period`, `published`, `source`, `cells` at line 1 column 37",
        ),
        (r#"{"edition":"2021"}"#.to_owned(), "missing field `cells` at line 1 column 18"),
        (
            r#"{"edition":"2021","year":202020,"cells":{}}"#.to_owned(),
            "year: 202020 is not a reporting year, expected 2008 to 2999 at line 1 column 31",
        ),
        (
            r#"{"edition":"2021","published":"2025-02-30","cells":{}}"#.to_owned(),
            "published: `2025-02-30` is not a date, expected YYYY-MM-DD at line 1 column 42",
        ),
        (
            r#"{"edition":"2021","body":{"name":"x","level":"village"},"cells":{}}"#.to_owned(),
            "body.level: unknown name `village`, expected one of national, provincial, prefectural, county, township at line 1 column 54",
        ),
    ];
    for (json, message) in cases {
        assert_eq!(refused::<Form>(&json), message, "{json}");
    }
}

#[test]
fn a_report_refuses_what_is_not_a_report() {
    let report = read("huaian-2024").verify().unwrap();
    let json = serde_json::to_string_pretty(&report).unwrap();
    let spoilt = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        refused::<Report>(&json.replacen(from, to, 1))
    };
    let negative = spoilt("\"natural_person\": ", "\"natural_person\": -");
    assert_eq!(
        negative,
        "requests.received.natural_person: invalid value: integer `-3001`, expected u32 at line 35 column 29"
    );
    let cases = [
        (
            spoilt("\"commercial_enterprise\":", "\"lawyers\":"),
            "requests.received: unknown name `lawyers`, expected one of natural_person, commercial_enterprise, research_institution, \
             public_interest_organization, legal_service_institution, other_organization at line 36 column 15",
        ),
        (
            spoilt("\"commercial_enterprise\":", "\"natural_person\":"),
            "requests.received: duplicate field `natural_person` at line 36 column 22",
        ),
        (
            spoilt("\"issued\": ", "\"issued\": 4294967296"),
            "proactive.rules.issued: invalid value: integer `42949672961`, expected u32 at line 10 column 27",
        ),
        (
            spoilt("\"unit\": \"ten_thousand_yuan\"", "\"unit\": null"),
            "proactive.fees.unit: invalid type: null, expected a string at line 30 column 18",
        ),
        (
            spoilt("\"amount\": \"96171.6\"", "\"amount\": 96171.6"),
            "proactive.fees.amount: invalid type: floating point `96171.6`, expected a string at line 29 column 23",
        ),
        (
            spoilt("\"disputes\":", "\"dispute\":"),
            "unknown field `dispute`, expected one of `schema_version`, `body`, `year`, `published`, `proactive`, `requests`, `disputes` \
             at line 237 column 11",
        ),
        (
            spoilt("\"edition\": \"2021\"", "\"edition\": \"2019\""),
            "proactive.rules: unknown field `issued`, expected one of `newly_made`, `newly_disclosed`, `total_disclosed` at line 10 column 14",
        ),
    ];
    for (got, expected) in cases {
        assert_eq!(got, expected);
    }
    for end in (0..json.len()).step_by(97).filter(|&end| json.is_char_boundary(end)) {
        assert!(refused::<Report>(&json[..end]).contains("EOF while parsing"));
    }
}

#[test]
fn a_narrative_refuses_what_it_could_not_keep() {
    let narrative = |members: &str| {
        format!(
            r#"{{"schema_version":1,"contact":{{}},"basis":{{"editions":[]}},"headings":[],"sub_items":[],"unplaced":[],"foreign":[]{members}}}"#
        )
    };
    let figure = |value: &str, span: &str| {
        narrative(&format!(
            r#","figures":[{{"subject":"received","measure":"count","value":{value},"is_approximate":false,"confidence":"named","span":{span},"sentence":{{"start":0,"end":9}}}}]"#
        ))
    };
    let span = r#"{"start":0,"end":1}"#;
    assert!(serde_json::from_str::<Narrative>(&figure("\"3\"", span)).is_ok());
    let cases = [
        ("[]".to_owned(), "invalid type: sequence, expected an object at line 1 column 0"),
        (narrative(""), "missing field `figures` at line 1 column 113"),
        (
            narrative(r#","figures":[],"summary":"""#),
            "unknown field `summary`, expected one of `schema_version`, `title`, `year`, `organ`, `period`, `contact`, `basis`, `parts`, `headings`, `sub_items`, `figures`, `activities`, `unplaced`, `lists`, `section_one`, `section_five`, `rectification`, `problems`, `improvements`, `fee_statement`, `foreign`, `portals`, `signature` at line 1 column 135",
        ),
        (narrative(r#","figures":[[]]"#), "figures: invalid type: sequence, expected an object at line 1 column 124"),
        (
            r#"{"schema_version":2,"statements":[]}"#.to_owned(),
            "schema_version: version 2 is newer than 1, which is read here; a later version of ogi-report reads it at line 1 column 19",
        ),
        (
            figure("0.5", span),
            "figures.value: invalid type: floating point `0.5`, expected a string at line 1 column 175",
        ),
        (figure("\"3\"", "[0,1]"), "figures.span: invalid type: sequence, expected an object at line 1 column 227"),
        (
            figure("\"3\"", r#"{"start":-1,"end":1}"#),
            "figures.span.start: invalid value: integer `-1`, expected usize at line 1 column 238",
        ),
    ];
    for (json, message) in cases {
        assert_eq!(refused::<Narrative>(&json), message, "{json}");
    }
}

#[test]
fn nesting_and_size_are_bounded() {
    for open in ["[", "{\"cells\":", "{\"a\":[", "{\"edition\":\"2021\",\"cells\":{\"requests.received.total\":["] {
        let deep = open.repeat((1 << 20) / open.len());
        assert!(!refused::<Form>(&deep).is_empty());
        assert!(!refused::<Report>(&deep).is_empty());
        assert!(!refused::<Filed>(&deep).is_empty());
    }
    // A name from outside is clipped in the message.
    let long = form(&format!("\"{}\": 1", "长".repeat(1 << 20)));
    assert!(refused::<Form>(&long).len() < 400);
    // A cell may be long: it is kept, and the message is clipped.
    let text = "话".repeat(1 << 20);
    let kept: Form = serde_json::from_str(&form(&format!("\"requests.received.total\": \"{text}\""))).unwrap();
    let checked = kept.check();
    assert!(checked.findings.iter().all(|finding| finding.message(ogi_report::Lang::Zh).len() < 600));
}

#[test]
fn control_characters_are_kept_and_judged() {
    let json = form(r#""requests.received.total": "\u0000\u202e5""#);
    let kept: Form = serde_json::from_str(&json).unwrap();
    let (_, filed) = kept.cells().next().unwrap();
    assert_eq!(filed.as_printed(), "\0\u{202e}5");
    assert!(kept.check().findings.iter().any(|finding| finding.rule == ogi_report::Rule::C202));
}

#[test]
fn documents_may_cross_threads() {
    fn free<T: Send + Sync + Unpin + 'static>() {}
    free::<Form>();
    free::<Report>();
    free::<Checked>();
    free::<Totals>();
    free::<Consolidation>();
    free::<Coverage>();
    free::<Rollup<u32>>();
    free::<Span>();
    free::<Reconciliation>();
    free::<Comparison>();
    free::<Narrative>();
    free::<Extraction>();
}

#[cfg(feature = "schema")]
#[test]
fn schemas_name_every_cell_and_every_key() {
    let form = schemars::schema_for!(Form).to_value();
    let cells = form["properties"]["cells"]["properties"].as_object().unwrap();
    assert_eq!(cells.len(), ogi_report::Cell::ALL.len());
    assert_eq!(cells["requests.received.total"]["title"], "一、本年新收政府信息公开申请数量，总计");
    assert_eq!(form["properties"]["cells"]["additionalProperties"], false);

    let report = schemars::schema_for!(Report).to_value();
    let required = |schema: &serde_json::Value| schema["required"].as_array().unwrap().len();
    assert_eq!(required(&report), 5);
    assert_eq!(required(&report["$defs"]["Requests"]["properties"]["received"]), 6);
    assert_eq!(required(&report["$defs"]["Procurement"]), 3);
    assert!(schemars::schema_for!(Checked).to_value()["properties"]["ledger"].is_object());
}

/// Texts that are made to hurt, none of which is a document: what stands before, what is there over and over, and what
/// stands behind.
#[cfg(target_os = "linux")]
const ADVERSARIAL: &[(&str, &str, &str, &str)] = &[
    ("arrays in arrays", "", "[", ""),
    ("objects in objects", "", r#"{"a":"#, ""),
    ("arrays in a cell", r#"{"edition":"2021","cells":{"requests.received.total":"#, "[", ""),
    ("a giant integer", r#"{"edition":"2021","cells":{"requests.received.total":9"#, "9", "}}"),
    ("a giant fraction", r#"{"edition":"2021","cells":{"requests.received.total":0."#, "9", "}}"),
    ("a giant exponent", r#"{"edition":"2021","cells":{"requests.received.total":1e"#, "9", "}}"),
    ("a giant year", r#"{"edition":"2021","year":9"#, "9", "}"),
    ("a giant version", r#"{"schema_version":9"#, "9", "}"),
    ("a cell over and over", r#"{"edition":"2021","cells":{"#, r#""requests.received.total":1,"#, "}}"),
    ("a key over and over", "{", r#""edition":"2021","#, "}"),
    ("unknown cells", r#"{"edition":"2021","cells":{"#, r#""x":1,"#, "}}"),
    ("NUL in the name of a cell", r#"{"edition":"2021","cells":{""#, r"\u0000", r#"":1}}"#),
    ("NUL in a key", r#"{""#, r"\u0000", r#"":1}"#),
    ("NUL in an edition", r#"{"edition":""#, r"\u0000", r#""}"#),
    ("NUL itself", r#"{"edition":""#, "\0", r#""}"#),
    ("NUL in a date", r#"{"edition":"2021","published":""#, r"\u0000", r#""}"#),
    ("a body of arrays", r#"{"edition":"2021","body":["#, "[],", "0]}"),
    ("a held section of arrays", r#"{"proactive":{"rules":["#, "0,", r#"0],"edition":"2021"}}"#),
    ("a held section of keys", r#"{"proactive":{"#, r#""":0,"#, r#""edition":"2021"}}"#),
    ("a held row of keys", r#"{"proactive":{"rules":{"#, r#""":0,"#, r#""x":0},"edition":"2021"}}"#),
    ("a held section of objects", r#"{"proactive":{"rules":"#, r#"{"":"#, ""),
    ("figures of arrays", r#"{"figures":["#, "[],", "0]}"),
    ("a contact of keys", r#"{"contact":{"#, r#""":0,"#, "}}"),
    ("a row of keys", r#"{"requests":{"received":{"#, r#""natural_person":0,"#, r#""x":0}}}"#),
];

#[cfg(target_os = "linux")]
const CHILD: &str = "OGI_REPORT_ADVERSARIAL_BYTES";

/// Refuses every adversarial text of the size that the environment states, and prints the peak of the memory. It does
/// nothing by itself: the test below runs it in a process of its own, because the peak is that of a process.
#[test]
#[cfg(target_os = "linux")]
fn adversarial_child() {
    let Some(bytes) = std::env::var(CHILD).ok().and_then(|bytes| bytes.parse::<usize>().ok()) else { return };
    for (name, before, unit, after) in ADVERSARIAL {
        let text = format!("{before}{}{after}", unit.repeat(bytes / unit.len()));
        for message in
            [refused::<Form>(&text), refused::<Report>(&text), refused::<Sections>(&text), refused::<Narrative>(&text)]
        {
            assert!(message.len() < 600, "{name}: {}", message.chars().take(300).collect::<String>());
            assert!(message.contains(" at line 1 column "), "{name}: {message}");
        }
    }
    crate::peak::print();
}

#[test]
#[cfg(target_os = "linux")]
#[expect(clippy::print_stdout, reason = "the measured peak")]
fn adversarial_documents_are_refused_in_bounded_memory() {
    let bytes: usize = std::env::var("ADVERSARIAL_BYTES").map_or(4 << 20, |bytes| bytes.parse().unwrap());
    let peak = crate::peak::of("contract::adversarial_child", CHILD, bytes);
    // The text, the unit repeated before it was put in its place, what the reader may copy of it, and the program.
    println!("texts of {bytes} bytes, peak of {peak}");
    assert!(peak < 4 * bytes + (24 << 20), "peak of {peak} bytes for texts of {bytes}");
}
