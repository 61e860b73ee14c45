//! The outcome of a check in the formats of other systems.

use ogi_report::check::Check;
use ogi_report::{Checked, Filed, Form, Lang, Policy, ProactiveCell, Rule};
use serde_json::Value;

use crate::reports::{read, real};

/// The outcomes of every real report, and of one whose cells hold what a format could stumble over.
fn outcomes() -> Vec<Checked> {
    let mut hostile = read("huaian-2024");
    hostile.set(
        ogi_report::Cell::Proactive(ProactiveCell::LicensingDecisions),
        Filed::printed("</failure>]]><script>&\"'\u{0}\u{7}\u{202e}\u{ffff}\u{fffe}{cell}"),
    );
    real().iter().chain([&hostile]).map(Form::check).collect()
}

/// What SARIF 2.1.0 requires of a log, its run and its results.
#[test]
fn sarif_has_what_the_standard_requires() {
    for checked in outcomes() {
        let log = serde_json::to_value(checked.sarif("a b/年报.json", Lang::Zh)).unwrap();
        assert_eq!(log["version"], "2.1.0");
        let runs = log["runs"].as_array().unwrap();
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0]["tool"]["driver"]["name"], "ogi-report");
        let rules = runs[0]["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), Rule::ALL.len());
        let mut fingerprints: Vec<String> = Vec::new();
        for result in runs[0]["results"].as_array().unwrap() {
            assert!(!result["message"]["text"].as_str().unwrap().is_empty());
            let (kind, level) = (result["kind"].as_str().unwrap(), result["level"].as_str().unwrap());
            // A level other than none belongs to a failure.
            match kind {
                "fail" => assert!(["error", "warning", "note"].contains(&level)),
                "open" => assert_eq!(level, "none"),
                other => panic!("{other}"),
            }
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            let location = &result["locations"][0];
            assert_eq!(location["physicalLocation"]["artifactLocation"]["uri"], "a%20b/%E5%B9%B4%E6%8A%A5.json");
            assert!(location["logicalLocations"][0]["fullyQualifiedName"].is_string());
            fingerprints.push(format!("{kind}{}", result["partialFingerprints"]["ruleAndPlace/v1"]));
        }
        let all = fingerprints.len();
        fingerprints.sort_unstable();
        fingerprints.dedup();
        assert_eq!(fingerprints.len(), all);
    }
}

#[test]
fn fingerprints_survive_a_rerun_and_a_change_of_figures() {
    let fingerprints = |form: &Form| -> Vec<Value> {
        let log = serde_json::to_value(form.check().sarif("x", Lang::En)).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.into_iter().map(|result| result["partialFingerprints"].clone()).collect()
    };
    let total = ogi_report::Cell::request(ogi_report::RequestRow::Received, ogi_report::Column::Total);
    let mut form = read("huaian-2024");
    form.set(total, 1);
    let first = fingerprints(&form);
    assert_eq!(first, fingerprints(&form));
    form.set(total, 2);
    assert_eq!(first, fingerprints(&form));
}

#[test]
fn junit_is_xml_and_counts_right() {
    for checked in outcomes() {
        let xml = checked.junit("年报 <2024> & \"x\"", Lang::Zh);
        let document = roxmltree::Document::parse(&xml).unwrap();
        let suite = document.descendants().find(|node| node.has_tag_name("testsuite")).unwrap();
        assert_eq!(suite.attribute("name"), Some("年报 <2024> & \"x\""));
        let number = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        let with = |tag: &str| suite.descendants().filter(|node| node.has_tag_name(tag)).count();
        let asked = Rule::ALL.iter().filter(|rule| checked.policy.severity(**rule).is_some()).count();
        assert_eq!((number("tests"), with("testcase")), (asked, asked));
        assert_eq!((number("failures"), number("skipped")), (with("failure"), with("skipped")));
        let broken = checked.findings.iter().any(|finding| finding.severity == ogi_report::Severity::Error);
        assert_eq!(with("failure") > 0, broken);
        assert_eq!(with("script"), 0);
    }
}

#[test]
fn the_text_names_every_broken_rule_and_every_gap() {
    for checked in outcomes() {
        for &lang in Lang::ALL {
            let text = checked.text(lang);
            for entry in checked.ledger.entries() {
                assert!(text.contains(entry.rule.code()), "{} is not in the text", entry.rule);
            }
            assert!(text.trim_end().lines().last().unwrap().contains(checked.verdict().label(lang)));
        }
    }
}

#[test]
fn an_outcome_says_under_which_policy_it_was_made() {
    let policy: Policy = "lenient,R302=off".parse().unwrap();
    let checked = Check::new().policy(policy.clone()).run(&read("shanghai-bgt-2019"));
    assert_eq!(serde_json::to_value(&checked).unwrap()["policy"], "lenient,R302=off");
    assert!(checked.text(Lang::En).contains("(policy: lenient,R302=off)"));
    let entry = serde_json::to_value(checked.ledger.entry(Rule::R302)).unwrap();
    assert_eq!(entry["unasked"], "policy");
}
