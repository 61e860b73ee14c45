//! Policies: what they change, and how they are refused.

use ogi_report::check::Check;
use ogi_report::check::{Blank, PolicyError, Preset, Unasked};
use ogi_report::{Policy, Rule, Severity, Verdict};
use proptest::prelude::*;
use proptest::sample::select;

use crate::reports::read;

#[test]
fn blanks_read_as_zero_make_a_real_report_hold() {
    let form = read("shanghai-bgt-2019");
    assert_eq!(form.check().verdict(), Verdict::NotAssessed);
    let lenient = Policy::of(Preset::Lenient);
    let checked = Check::new().policy(lenient.clone()).run(&form);
    assert_eq!(checked.verdict(), Verdict::Holds);
    // Every blank is still said.
    assert_eq!(checked.ledger.entry(Rule::C101).broken + checked.ledger.entry(Rule::C105).broken, 135);
    let report = Check::new().policy(lenient.clone()).verify(form.clone()).unwrap();
    assert_eq!(report.requests.outcomes.totals().total(), 805);
    assert_eq!(Check::new().policy(Policy::of(Preset::Strict)).run(&form).verdict(), Verdict::Broken);
}

#[test]
fn a_rule_that_is_off_is_not_asked_and_says_so() {
    let mut form = read("huaian-2024");
    form.year = None;
    let policy: Policy = "T102=off,R1=off".parse().unwrap();
    let checked = Check::new().policy(policy.clone()).run(&form);
    assert_eq!(checked.findings, []);
    for rule in [Rule::T102, Rule::R101, Rule::R102, Rule::R103] {
        assert_eq!(checked.ledger.entry(rule).unasked, Some(Unasked::Policy));
    }
    // A report still needs its year.
    assert!(Check::new().policy(policy.clone()).verify(form).is_err());
}

#[test]
fn a_policy_cannot_let_a_wrong_figure_through() {
    let mut form = read("huaian-2024");
    assert!(Check::new().policy("strict".parse().unwrap()).verify(form.clone()).is_ok());
    assert!(Check::new().policy("none,R1=on".parse().unwrap()).verify(form.clone()).is_ok());
    form.set(ogi_report::Cell::request(ogi_report::RequestRow::Received, ogi_report::Column::Total), 6);
    let policy: Policy = "R1=off".parse().unwrap();
    assert_eq!(Check::new().policy(policy.clone()).run(&form).verdict(), Verdict::Holds);
    let rejected = Check::new().policy(policy.clone()).verify(form).unwrap_err();
    // It says why.
    assert_eq!(rejected.checked.findings[0].rule, Rule::R103);
}

#[test]
fn where_no_rule_is_asked_nothing_holds() {
    let none = Policy::of(Preset::None);
    assert_eq!(Check::new().policy(none.clone()).run(&read("huaian-2024")).verdict(), Verdict::NotAssessed);
}

#[test]
fn what_is_not_a_policy_is_refused_in_words() {
    let cases = [
        ("", "`` is not a policy, expected default, strict, lenient, none or CODE=LEVEL"),
        ("strict,lenient", "`lenient` is not a policy, expected default, strict, lenient, none or CODE=LEVEL"),
        ("blank=maybe", "`blank=maybe` is not a way to read a blank, expected blank=zero or blank=unknown"),
        ("blank=zero,blank=unknown", "the policy says both `blank=zero` and `blank=unknown`"),
        ("=off", "no rule has the code ``, did you mean `C101`?"),
        ("R13=off", "no rule has the code `R13`, did you mean `R103`?"),
        ("N011=off", "no rule has the code `N011`, did you mean `N211`?"),
        ("d101=off", "no rule has the code `d101`, did you mean `D101`?"),
        ("R1=error,R1=warning", "the policy says both `R1=error` and `R1=warning`"),
    ];
    for (text, message) in cases {
        assert_eq!(text.parse::<Policy>().unwrap_err().to_string(), message, "{text}");
    }
    assert!(matches!("X=off".parse::<Policy>(), Err(PolicyError::UnknownCode { .. })));
}

#[test]
fn the_longer_code_decides_in_any_order() {
    let one: Policy = "R=off,R1=on,R103=info".parse().unwrap();
    let other: Policy = "R103=info,R1=on,R=off".parse().unwrap();
    assert_eq!(one, other);
    let levels = [Rule::R101, Rule::R103, Rule::R301].map(|rule| one.severity(rule));
    assert_eq!(levels, [Some(Severity::Error), Some(Severity::Info), None]);
}

proptest! {
    #[test]
    fn a_policy_prints_and_reads_back(
        preset in select(Preset::ALL),
        set in proptest::collection::btree_map(
            select(Rule::ALL.iter().map(|rule| rule.code()).collect::<Vec<_>>()),
            select(["error", "warning", "info", "on", "off"].as_slice()),
            0..6,
        ),
        blank in proptest::option::of(select(Blank::ALL)),
    ) {
        let set = set.into_iter().map(|(code, level)| format!("{code}={level}"));
        let blank = blank.map(|blank| format!("blank={blank}"));
        let items: Vec<String> = [preset.to_string()].into_iter().chain(set).chain(blank).collect();
        let text = items.join(",");
        let policy: Policy = text.parse().unwrap();
        prop_assert_eq!(policy.to_string(), text);
        prop_assert_eq!(policy.to_string().parse::<Policy>().unwrap(), policy);
    }
}

#[test]
fn a_policy_in_json_is_its_text() {
    let policy: Policy = serde_json::from_str("\"strict,P3=off,P3=off\"").unwrap();
    assert_eq!(policy, "strict,P3=off".parse().unwrap());
    assert_eq!(Policy::from(Preset::Strict), Policy::of(Preset::Strict));
    assert_ne!(Policy::from(Preset::Strict), Policy::default());
    let refused = serde_json::from_str::<Policy>("\"strict,Q=off\"").unwrap_err().to_string();
    assert!(refused.starts_with("no rule has the code `Q`, did you mean "), "{refused}");
}

#[test]
fn rules_of_the_house_have_codes_of_their_own() {
    use ogi_report::check::{Answer, HouseCode, HouseRule, Place};

    for code in ["X1a2", "x101", "X10", "X1011", "Y101"] {
        assert!(code.parse::<HouseCode>().is_err(), "{code}");
    }
    let rule = |code: &str, holds: bool| {
        HouseRule::new(code, Severity::Error, move |_, _| {
            vec![if holds { Answer::Holds } else { Answer::broken(Place::Document, ["不符。", "it is not so."]) }]
        })
        .unwrap()
    };
    let check = || Check::new().house_rule(rule("X101", false)).house_rule(rule("X102", true));
    let broken = |check: Check<'_>| {
        let ledger = check.run(&read("huaian-2024")).ledger;
        ["X101", "X102"].map(|code| ledger.find(code.parse().unwrap()).unwrap().broken)
    };
    assert_eq!(broken(check()), [1, 0]);
    // One with the same code takes the place of the one before.
    assert_eq!(broken(check().house_rule(rule("X101", true))), [0, 0]);
    assert_eq!(format!("{:?}", rule("X101", true)).split_once(' ').unwrap().0, "HouseRule");
    let ledger = check().run(&read("huaian-2024")).ledger;
    assert_eq!((&ledger).into_iter().count(), ledger.entries().len());
}
