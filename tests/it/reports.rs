//! Real reports: what is right and wrong with each, found by hand.

use ogi_report::{Form, Rule, Verdict};

/// The form of a real report; figures as published, headings and bodies as in its title.
pub(crate) fn read(name: &str) -> Form {
    let path = format!("{}/tests/data/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let json = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&json).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// All of them.
pub(crate) fn real() -> Vec<Form> {
    EXPECTED.iter().map(|(name, ..)| read(name)).collect()
}

/// The report, the verdict, and how often each rule is broken.
type Expected = (&'static str, Verdict, &'static [(Rule, u32)]);

const EXPECTED: &[Expected] = &[
    // Parts of the tables are not in the source.
    ("dawuli-town-2020", Verdict::Broken, &[(Rule::C103, 126), (Rule::C104, 1)]),
    // One block of the 2019 edition beside blocks of the 2021 edition.
    ("district-education-2021", Verdict::Broken, &[(Rule::C103, 133), (Rule::C104, 1), (Rule::E104, 1)]),
    ("fenghuang-town-2021", Verdict::Broken, &[(Rule::C104, 2)]),
    // Words in a cell of numbers.
    ("hexiwu-town-2019", Verdict::Broken, &[(Rule::C101, 3), (Rule::C104, 2), (Rule::C202, 1)]),
    ("huaian-2024", Verdict::Holds, &[]),
    ("pingtan-2019", Verdict::Holds, &[(Rule::P303, 1)]),
    ("pingtan-2021", Verdict::Holds, &[]),
    // Blanks for zeros, and no row totals.
    ("shanghai-bgt-2019", Verdict::NotAssessed, &[(Rule::C101, 135)]),
    // The total of 四 is blank; the applicants' own cells balance.
    ("shanghai-stcsm-2024", Verdict::NotAssessed, &[(Rule::C105, 1)]),
    ("taiping-town-2022", Verdict::Broken, &[(Rule::C103, 126), (Rule::C104, 1)]),
    // Nothing but blanks, on a form of the edition before.
    ("xi-town-2022", Verdict::Broken, &[(Rule::C101, 120), (Rule::C103, 63), (Rule::C104, 1), (Rule::E105, 1)]),
    // On a form of the edition before, too.
    ("xihuo-town-2021", Verdict::Broken, &[(Rule::C101, 13), (Rule::C104, 2), (Rule::E105, 1)]),
    ("test-city-2025", Verdict::Holds, &[]),
    ("yichun-audit-2019", Verdict::Broken, &[(Rule::C101, 5), (Rule::C104, 2)]),
    ("yueyang-nanhu-bureau-2019", Verdict::Broken, &[(Rule::C101, 15), (Rule::C103, 140), (Rule::C104, 1)]),
    ("zhongcun-township-2020", Verdict::Broken, &[(Rule::C104, 2)]),
];

#[test]
fn real_reports_are_judged_as_by_hand() {
    for (name, verdict, rules) in EXPECTED {
        let checked = read(name).check();
        let broken: Vec<(Rule, u32)> = checked
            .ledger
            .entries()
            .iter()
            .filter(|e| e.broken > 0)
            .map(|e| (e.rule.rule().unwrap(), e.broken))
            .collect();
        assert_eq!((checked.verdict(), broken.as_slice()), (*verdict, *rules), "{name}");
    }
}

#[test]
fn every_real_report_is_expected() {
    let mut files: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".json", ""))
        .collect();
    files.sort();
    let mut expected: Vec<&str> = EXPECTED.iter().map(|(name, ..)| *name).collect();
    expected.sort_unstable();
    assert_eq!(files, expected);
}

#[test]
fn a_cell_with_a_unit_keeps_it() {
    let form = read("shanghai-bgt-2019");
    let cell = ogi_report::Cell::Proactive(ogi_report::ProactiveCell::ProcurementAmount);
    let filed = form.get(cell).unwrap();
    assert_eq!(filed.as_printed(), "251000元");
    assert!(matches!(
        filed.value(),
        ogi_report::form::Value::Number { unit: Some(ogi_report::form::Unit::Yuan), number, .. } if number.to_integer() == Some(251_000)
    ));
}

#[test]
fn real_reports_that_hold_verify_and_print_as_they_were() {
    for (name, verdict, _) in EXPECTED {
        if *verdict == Verdict::Holds {
            let form = read(name);
            let report = form.clone().verify().unwrap();
            assert_eq!(Form::from(&report), form, "{name}");
        }
    }
}
