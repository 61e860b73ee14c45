//! One way to ask: what a check says, verification does, whatever the policy, last year's form, the text and the rules of the house.

use ogi_report::check::{Answer, Check, HouseRule, NoNumber, Place, RuleCode};
use ogi_report::check::{Blank, Preset};
use ogi_report::narrative::Narrative;
use ogi_report::{
    Applicant, Body, Cell, Column, Edition, Filed, Form, Lang, Outcome, Policy, ProactiveCell, Report, RequestRow,
    Rule, Severity, Verdict, Year, render,
};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::fixtures::{clean, year_before};
use crate::narratives;
use crate::page;
use crate::strategies::{filed, report};

fn policy() -> impl Strategy<Value = Policy> {
    const CODES: &[&str] =
        &["C", "C101", "C2", "R1", "R103", "D", "E", "P", "T", "T102", "N", "N2", "Y", "Y101", "T312", "T401"];
    const LEVELS: &[&str] = &["error", "warning", "info", "on", "off"];
    let set = proptest::collection::btree_map(select(CODES), select(LEVELS), 0..4);
    (select(Preset::ALL), set, option::of(select(Blank::ALL))).prop_map(|(preset, set, blank)| {
        let set = set.into_iter().map(|(code, level)| format!("{code}={level}"));
        let blank = blank.map(|blank| format!("blank={blank}"));
        let items: Vec<String> = [preset.to_string()].into_iter().chain(set).chain(blank).collect();
        items.join(",").parse().expect("a policy")
    })
}

/// A form and the one of the year before, most of them clean, with a few cells changed, taken off or left blank.
fn forms() -> impl Strategy<Value = (Form, Form)> {
    let change = (select(Cell::ALL), option::of(prop_oneof![2 => filed(), 1 => Just(Filed::blank())]), any::<bool>());
    let base = prop_oneof![
        3 => select(Edition::ALL).prop_map(|edition| (clean(edition), year_before(&clean(edition)))),
        1 => report().prop_map(|report| (Form::from(&report), Form::from(&report))),
    ];
    (base, proptest::collection::vec(change, 0..4)).prop_map(|((mut form, mut previous), changes)| {
        for (cell, filed, is_previous) in changes {
            let form = if is_previous { &mut previous } else { &mut form };
            match filed {
                Some(filed) if cell.is_printed_in(form.edition) => drop(form.set(cell, filed)),
                _ => drop(form.remove(cell)),
            }
        }
        (form, previous)
    })
}

fn text(edition: Edition, which: usize) -> Option<Narrative> {
    match which {
        0 => None,
        1 => Some(Narrative::from_text(narratives::text(edition))),
        _ => Some(Narrative::from_text("一、总体情况\n2024年收到申请6件，办结7件。")),
    }
}

fn house_rule(which: usize) -> Option<HouseRule> {
    let cell = Cell::request(RequestRow::Received, Column::Total);
    let answer = [
        Answer::Holds,
        Answer::broken(Place::Cell(cell), ["不对。", "wrong."]).with([cell]),
        Answer::NotAssessed { at: Place::Document, missing: Vec::new() },
    ];
    let answer = answer.get(which)?.clone();
    Some(HouseRule::new("X101", Severity::Error, move |_, _| vec![answer.clone()]).expect("a code"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(200), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn run_and_verify_give_one_answer(
        (form, previous) in forms(),
        policy in policy(),
        has_previous: bool,
        (which_text, which_text_before) in (0..3_usize, 0..3_usize),
        which_rule in 0..8_usize,
    ) {
        let narrative = text(form.edition, which_text);
        let narrative_before = text(form.edition, which_text_before);
        let mut check = Check::new().policy(policy.clone()).narrative(narrative.as_ref());
        check = check.previous_narrative(narrative_before.as_ref());
        check = check.previous(has_previous.then_some(&previous));
        if let Some(rule) = house_rule(which_rule) {
            check = check.house_rule(rule);
        }
        let checked = check.run(&form);
        // No policy removes what the default policy refuses, reading blanks alike.
        let default: Policy = format!("default,blank={}", policy.blank()).parse().unwrap();
        let by_default = check.clone().policy(default).run(&form);
        let holds = checked.verdict() == Verdict::Holds && by_default.verdict() == Verdict::Holds;
        match check.verify(form.clone()) {
            Ok(report) => {
                prop_assert!(holds, "{}\n{}", policy, checked.text(Lang::En));
                prop_assert!(Form::from(&report).verify().is_ok());
            }
            Err(rejected) => {
                prop_assert!(!holds, "{}\n{:?}", policy, rejected.reasons(Lang::En));
                prop_assert_eq!(&*rejected.form, &form);
                if checked.verdict() != Verdict::Holds {
                    prop_assert_eq!(&*rejected.checked, &checked);
                }
                for &lang in Lang::ALL {
                    let reasons = rejected.reasons(lang);
                    prop_assert!(!reasons.is_empty());
                    // What is filed may hold any sign; a place that was not filled in is a word in braces.
                    let is_place = |rest: &str| {
                        rest.split_once('}').is_some_and(|(name, _)| {
                            !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
                        })
                    };
                    let is_whole = |reason: &String| !reason.is_empty() && !reason.split('{').skip(1).any(is_place);
                    prop_assert!(reasons.iter().all(is_whole));
                    let errors = rejected.checked.count(Severity::Error);
                    prop_assert!(reasons.len() >= errors);
                }
            }
        }
    }
}

#[test]
fn a_rejected_form_says_every_reason() {
    let form = |change: &dyn Fn(&mut Form)| {
        let mut form = clean(Edition::V2021);
        change(&mut form);
        form.verify().unwrap_err().reasons(Lang::Zh)
    };
    let decisions = Cell::Proactive(ProactiveCell::LicensingDecisions);
    let granted = Cell::request(Outcome::Granted, Applicant::NaturalPerson);
    for (reasons, expected) in [
        (form(&|form| drop(form.set(decisions, Filed::blank()))), "【行政许可，本年处理决定数量】应填数字：空白。"),
        (
            form(&|form| drop(form.set(decisions, "/"))),
            "【行政许可，本年处理决定数量】应填数字：填的是表示不适用的符号。",
        ),
        (form(&|form| drop(form.set(granted, "无"))), "【（一）予以公开，自然人】应填数字：填的是文字。"),
        (form(&|form| form.year = None), "没有写明报告年度。"),
    ] {
        assert!(reasons.iter().any(|reason| reason == expected), "{reasons:?}");
    }
    // The form of one blank cell.
    let mut blank = Form::new(Edition::V2021);
    blank.set(decisions, Filed::blank());
    let rejected = blank.verify().unwrap_err();
    for &lang in Lang::ALL {
        assert!(rejected.reasons(lang).len() > 6, "{:?}", rejected.reasons(lang));
    }
    // Where nothing is asked, that is the reason.
    let none = Check::new().policy(Policy::of(Preset::None)).verify(clean(Edition::V2021)).unwrap_err();
    assert_eq!(none.reasons(Lang::En), ["no rule was assessed."]);
}

#[test]
fn last_year_and_the_text_can_refuse_a_form() {
    let mut form = clean(Edition::V2021);
    let mut previous = year_before(&form);
    assert!(Check::new().previous(&previous).verify(form.clone()).is_ok());
    let carried_over = Cell::request(RequestRow::CarriedOver, Applicant::NaturalPerson);
    let total = Cell::request(RequestRow::CarriedOver, Column::Total);
    let received = [
        Cell::request(RequestRow::Received, Applicant::NaturalPerson),
        Cell::request(RequestRow::Received, Column::Total),
    ];
    for cell in received.into_iter().chain([carried_over, total]) {
        let number = Check::new().readings(&previous).number(cell).unwrap().to_integer().unwrap();
        previous.set(cell, number + 1);
    }
    let strict = Check::new().policy(Policy::of(Preset::Strict)).previous(&previous);
    assert_eq!(strict.run(&form).verdict(), Verdict::Broken);
    let rejected = strict.verify(form.clone()).unwrap_err();
    assert!(rejected.checked.findings.iter().any(|finding| finding.rule == Rule::Y101));
    // Another body of the same name is no form of the year before.
    previous = year_before(&form);
    let region = |code: &str| Some(code.parse().unwrap());
    form.body.as_mut().unwrap().region = region("110105");
    previous.body.as_mut().unwrap().region = region("310101");
    let checked = Check::new().previous(&previous).run(&form);
    assert!(checked.findings.iter().any(|finding| finding.rule == Rule::Y102));
}

#[test]
fn a_rule_of_the_house_reaches_every_output() {
    let form = Form::from(&Report::new(Body::named("某某局"), Year::new(2024).unwrap()));
    let cell = Cell::request(RequestRow::Received, Column::Total);
    let rule = house_rule(1).unwrap().formula(["新收 > 0", "received > 0"]).page(["本市规则。", "A rule of our city."]);
    let checked = Check::new().house_rule(rule.clone()).run(&form);
    let code: RuleCode = "X101".parse().unwrap();
    assert_eq!(checked.findings[0].rule, code);
    assert_eq!(checked.findings[0].cells(), [cell]);
    assert_eq!(checked.verdict(), Verdict::Broken);
    assert_eq!(checked.ledger.find(code).unwrap().broken, 1);
    assert!(
        Check::new()
            .house_rule(rule)
            .verify(form.clone())
            .unwrap_err()
            .reasons(Lang::En)
            .contains(&"wrong.".to_owned())
    );

    assert!(checked.text(Lang::Zh).contains("错误 X101  一、本年新收政府信息公开申请数量，总计\n     不对。"));
    let sarif = serde_json::to_value(checked.sarif("a.json", Lang::En)).unwrap();
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()]["id"], "X101");
    assert_eq!(rules.last().unwrap()["help"]["text"], "A rule of our city.");
    assert!(
        checked
            .junit("a.json", Lang::En)
            .contains("<testcase classname=\"a.json\" name=\"X101: received &gt; 0\"><failure")
    );
    let sheet = page::read(&render::review(&form, &checked, Lang::En)).text();
    assert!(sheet.contains("wrong.") && sheet.contains("received > 0"));
    let json = serde_json::to_value(&checked).unwrap();
    assert_eq!(json["findings"][0]["message"]["zh"], "不对。");
    assert_eq!(json["house_rules"][0]["code"], "X101");
}

#[test]
fn two_reports_have_no_test_case_in_common() {
    let form = clean(Edition::V2021);
    let cases = |name: &str| -> Vec<String> {
        let xml = form.check().junit(name, Lang::En);
        xml.lines()
            .filter(|line| line.contains("<testcase"))
            .map(|line| line.split('>').next().unwrap().to_owned())
            .collect()
    };
    let (one, other) = (cases("a.json"), cases("b.json"));
    assert!(!one.is_empty() && one.iter().all(|case| !other.contains(case)));
}

#[test]
fn every_rule_in_sarif_has_help() {
    let sarif = serde_json::to_value(clean(Edition::V2021).check().sarif("a.json", Lang::Zh)).unwrap();
    for (rule, described) in Rule::ALL.iter().zip(sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap()) {
        assert_eq!(described["help"]["text"], rule.page(Lang::Zh));
    }
}

#[test]
fn one_cell_is_judged_while_the_form_is_filled_in() {
    let mut form = Form::new(Edition::V2021);
    let row = RequestRow::Received;
    let total = Cell::request(row, Column::Total);
    form.set(total, 7);
    assert!(form.check_cell(total).is_empty());
    for &applicant in Applicant::ALL {
        form.set(Cell::request(row, applicant), 1);
    }
    let last = Cell::request(row, Applicant::NaturalPerson);
    for cell in [total, last] {
        let rules: Vec<RuleCode> = form.check_cell(cell).iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, [Rule::R103]);
    }
    assert!(form.check_cell(Cell::Proactive(ProactiveCell::FeesAmount)).is_empty());
}

#[test]
fn a_cell_says_why_it_has_no_number() {
    let mut form = clean(Edition::V2021);
    let cell = |applicant: Applicant| Cell::request(Outcome::Granted, applicant);
    form.set(cell(Applicant::NaturalPerson), "三");
    form.set(cell(Applicant::CommercialEnterprise), "-1");
    form.set(cell(Applicant::ResearchInstitution), "/");
    form.remove(cell(Applicant::LegalServiceInstitution));
    let readings = Check::new().readings(&form);
    for (applicant, why) in [
        (Applicant::NaturalPerson, NoNumber::Words),
        (Applicant::CommercialEnterprise, NoNumber::NotAllowed),
        (Applicant::ResearchInstitution, NoNumber::Mark),
        (Applicant::LegalServiceInstitution, NoNumber::Absent),
    ] {
        assert_eq!(readings.number(cell(applicant)), Err(why));
    }
}
