//! The outcome of a check in the formats of other systems.

use ogi_report::check::Check;
use ogi_report::{Applicant, Checked, Filed, Form, Lang, Policy, ProactiveCell, RequestRow, Rule};
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
fn sarif_says_why_a_rule_stays_open() {
    use ogi_report::Cell;
    use ogi_report::narrative::Narrative;

    let mut form = read("huaian-2024");
    form.set(Cell::request(RequestRow::Received, Applicant::NaturalPerson), Filed::blank());
    let text = |year| Narrative::from_text(&format!("淮安市人民政府{year}年政府信息公开工作年度报告\n一、总体情况\n"));
    // Texts two years apart are not compared.
    let checked = Check::new().narrative(&text(2024)).previous_narrative(&text(2022)).run(&form);
    let said = |lang| {
        let log = serde_json::to_value(checked.sarif("x", lang)).unwrap();
        let open = log["runs"][0]["results"].as_array().unwrap().clone();
        let open = open.into_iter().filter(|result| result["kind"] == "open");
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        open.map(|result| text(&result["ruleId"]) + " " + &text(&result["message"]["text"])).collect::<Vec<_>>()
    };
    let of = |text: &str, rules: [&str; 3]| rules.map(|rule| format!("{rule} {text}"));
    let rules = ["C202", "R101", "R103"];
    let missing = "requests.received.natural_person";
    assert_eq!(said(Lang::Zh)[..3], of(&format!("无法核对，缺：{missing}"), rules));
    assert_eq!(said(Lang::Zh)[3..], ["T401 无法核对"]);
    assert_eq!(said(Lang::En)[..3], of(&format!("could not be assessed for want of {missing}"), rules));
    assert_eq!(said(Lang::En)[3..], ["T401 could not be assessed"]);
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

#[test]
fn the_text_shows_five_places_of_a_rule_and_counts_the_rest() {
    let mut form = read("huaian-2024");
    let blanks = ogi_report::Cell::ALL.iter().filter(|cell| form.get(**cell).is_some()).take(7).copied();
    for cell in blanks.collect::<Vec<_>>() {
        form.set(cell, Filed::blank());
    }
    let checked = form.check();
    assert_eq!(checked.ledger.entry(Rule::C101).broken, 7);
    for (lang, more) in [(Lang::Zh, "     …… C101 还有 2 处"), (Lang::En, "     … C101 is broken in 2 more places")]
    {
        let text = checked.text(lang);
        let shown = text.lines().filter(|line| line.contains(". ") && line.contains(" C101  ")).count();
        assert_eq!((shown, text.lines().filter(|line| *line == more).count()), (5, 1), "{text}");
    }
}

#[test]
fn what_was_checked_is_counted_and_every_gap_has_its_line() {
    use ogi_report::check::{Standing, Unasked};

    for checked in outcomes() {
        let text = checked.text(Lang::Zh);
        let entries = checked.ledger.entries();
        let counted = |label: String, count: usize| {
            let line = format!("  {label}: {count}");
            assert_eq!(text.lines().any(|other| other == line), count > 0, "{line}\n{text}");
        };
        for standing in [Standing::Held, Standing::Broken, Standing::NotAssessed] {
            let count = entries.iter().filter(|entry| entry.standing() == standing).count();
            counted(standing.label(Lang::Zh).to_owned(), count);
        }
        for &unasked in Unasked::ALL {
            let count = entries.iter().filter(|entry| entry.unasked == Some(unasked)).count();
            counted(format!("未核对，{}", unasked.label(Lang::Zh)), count);
        }
        let xml = checked.junit("年报", Lang::Zh);
        let sarif = serde_json::to_value(checked.sarif("年报", Lang::Zh)).unwrap();
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        for entry in entries.iter().filter(|entry| !entry.gaps.is_empty()) {
            let start = format!("  {} 有 {} 处无法核对：缺 ", entry.rule, entry.gaps.len());
            assert_eq!(text.lines().filter(|line| line.starts_with(&start)).count(), 1, "{start}\n{text}");
            let is_error = checked
                .findings
                .iter()
                .any(|finding| finding.rule == entry.rule && finding.severity == ogi_report::Severity::Error);
            assert!(is_error || xml.contains(start.trim_start()), "{start}\n{xml}");
            for gap in &entry.gaps {
                let missing: Vec<String> = gap.missing.iter().map(ToString::to_string).collect();
                let said = format!("无法核对，缺：{}", missing.join("、"));
                assert!(results.iter().any(|result| result["message"]["text"] == said), "{said}");
            }
        }
    }
}

#[test]
fn a_rule_of_the_house_has_its_place_among_the_rules_of_the_log() {
    use ogi_report::check::{Answer, HouseRule, Place};

    let broken = |code: &str| {
        let answer = |_: &Form, _: &_| vec![Answer::broken(Place::Document, ["不符。", "it is not so."])];
        HouseRule::new(code, ogi_report::Severity::Error, answer).unwrap()
    };
    let checked = Check::new().house_rule(broken("X101")).house_rule(broken("X102")).run(&read("huaian-2024"));
    let log = serde_json::to_value(checked.sarif("x", Lang::En)).unwrap();
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    let found: Vec<&Value> = log["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|result| result["kind"] == "fail")
        .map(|result| &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()]["id"])
        .collect();
    assert_eq!(found, ["X101", "X102"]);
}

#[test]
fn the_figures_of_a_broken_sum_stand_below_it_with_its_place_marked() {
    let total = ogi_report::Cell::request(ogi_report::RequestRow::Received, ogi_report::Column::Total);
    let mut form = read("huaian-2024");
    form.set(total, 1);
    let checked = form.check();
    let text = checked.text(Lang::Zh);
    let sums = checked
        .findings
        .iter()
        .filter(|finding| matches!(finding.evidence, ogi_report::check::Evidence::Unequal { .. }));
    let marked: Vec<&str> = text.lines().filter(|line| line.contains(" ✗ ")).collect();
    assert!(!marked.is_empty() && marked.len() <= sums.count(), "{text}");
    assert!(marked.iter().any(|line| line.trim_start().starts_with("1 ✗ ") && line.ends_with(&total.label(Lang::Zh))));
    // What adds nothing is not shown beside it.
    let figures = text.lines().filter(|line| line.starts_with("            ") && !line.contains('✗'));
    assert!(figures.clone().count() > 1 && figures.clone().all(|line| !line.trim_start().starts_with("0 ")), "{text}");
}
