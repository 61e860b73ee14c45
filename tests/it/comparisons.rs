//! What changed between two forms, and between two rates.

use ogi_report::check::{CellChange, ChangeKind};
use ogi_report::sum::Ratio;
use ogi_report::{
    Applicant, Axis, Body, Cell, Comparison, Edition, Filed, Form, OutcomeGroup, ProactiveCell, Rate, Report, Totals,
    Year,
};
use proptest::prelude::*;

use crate::strategies::report;

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_form_compared_with_itself_has_not_changed(before in report(), after in report()) {
        let (before, after) = (Form::from(&before), Form::from(&after));
        let same = Comparison::between(&before, &before);
        prop_assert!(same.changes.is_empty() && same.resolved.is_empty() && same.introduced.is_empty());
        // Applying the changes to one form gives the other.
        let mut changed = before.clone();
        for CellChange { cell, before: was, after: is, .. } in Comparison::between(&before, &after).changes {
            prop_assert_eq!(changed.get(cell), was.as_ref());
            match is {
                Some(filed) => { changed.set(cell, filed); }
                None => { changed.remove(cell); }
            }
        }
        prop_assert!(changed.cells().eq(after.cells()));
    }

    #[test]
    fn differences_of_rates_are_exact(a in 0..1000_u64, b in 1..1000_u64, c in 0..1000_u64, d in 1..1000_u64) {
        let (left, right) = (Ratio::new(a, b).unwrap(), Ratio::new(c, d).unwrap());
        let points = left.points_above(right).unwrap().hundredths();
        prop_assert_eq!(points, -right.points_above(left).unwrap().hundredths());
        // Rounded once, so at most half a hundredth away.
        let exact = i128::from(a * d) * 10_000 - i128::from(c * b) * 10_000;
        prop_assert!((2 * (i128::from(points) * i128::from(b * d) - exact)).abs() <= i128::from(b * d));
    }
}

#[test]
fn a_difference_is_of_two_numbers_in_one_unit() {
    let amount = Cell::Proactive(ProactiveCell::ProcurementAmount);
    let fees = Cell::Proactive(ProactiveCell::FeesAmount);
    let change = |cell, before: &str, after: &str| {
        let form = |filed: &str| Form::of(Edition::V2019, [(cell, Filed::printed(filed))]);
        let changes = Comparison::between(&form(before), &form(after)).changes;
        changes.first().map(|change| {
            (change.difference.map(|number| number.to_string()), change.percent.map(|number| number.to_string()))
        })
    };
    let some = |text: &str| Some(text.to_owned());
    for (cell, before, after, expected) in [
        (fees, "1.5", "3", Some((some("15000"), some("100")))),
        (fees, "3", "1", Some((some("-20000"), some("-66.67")))),
        // The same amount in another unit has not changed.
        (fees, "1", "10000元", Some((some("0"), some("0")))),
        (fees, "0", "2元", Some((some("2"), None))),
        (amount, "5", "7", Some((some("2"), some("40")))),
        // An amount without a unit is none of 元.
        (amount, "5", "7元", Some((None, None))),
        (fees, "", "0", Some((None, None))),
        (fees, "/", "3", Some((None, None))),
    ] {
        assert_eq!(change(cell, before, after), expected, "{before} → {after}");
    }
}

#[test]
fn a_change_of_edition_is_not_a_change_of_figures() {
    let report = |number| Form::from(&Report::new(Body::named("甲局"), year(number)));
    let comparison = Comparison::between(&report(2020), &report(2021));
    assert_eq!(comparison.editions, Some((Edition::V2019, Edition::V2021)));
    for change in &comparison.changes {
        let kind = if change.cell.is_printed_in(Edition::V2019) {
            ChangeKind::EndedWithEdition
        } else {
            ChangeKind::BegunWithEdition
        };
        assert_eq!(change.kind, kind, "{}", change.cell);
    }
    assert_eq!(comparison.changes.len(), 19 + 7 + 7 + 21);
}

#[test]
fn a_blank_that_becomes_zero_is_told_from_a_number_that_changes() {
    let cell = Cell::Proactive(ProactiveCell::FeesAmount);
    let kind = |before: &str, after: &str| {
        let mut forms = [Form::new(Edition::V2021), Form::new(Edition::V2021)];
        for (form, text) in forms.iter_mut().zip([before, after]) {
            if text != "-" {
                form.set(cell, Filed::printed(text));
            }
        }
        Comparison::between(&forms[0], &forms[1]).changes.first().map(|change| change.kind)
    };
    for (before, after, expected) in [
        ("", "0", Some(ChangeKind::BlankToZero)),
        ("0.0", "", Some(ChangeKind::ZeroToBlank)),
        ("", "1", Some(ChangeKind::Changed)),
        ("/", "0", Some(ChangeKind::Changed)),
        ("-", "0", Some(ChangeKind::Appeared)),
        ("0", "-", Some(ChangeKind::Vanished)),
        ("25.1", "251000元", Some(ChangeKind::Rewritten)),
        ("25.1", "25.1元", Some(ChangeKind::Changed)),
        ("1,234", "1234", Some(ChangeKind::Rewritten)),
        ("7", "7", None),
    ] {
        assert_eq!(kind(before, after), expected, "{before:?} {after:?}");
    }
}

#[test]
fn every_rate_divides_what_it_says() {
    let mut report = Report::new(Body::named("甲局"), year(2024));
    for (i, outcome) in (1..).zip([Applicant::NaturalPerson, Applicant::CommercialEnterprise]) {
        report.requests.received[outcome] = 10 * i;
        report.requests.outcomes.granted[outcome] = 6 * i;
        report.requests.outcomes.denied[ogi_report::Denial::StateSecret][outcome] = 2 * i;
        report.requests.carried_over[outcome] = 2 * i;
    }
    report.disputes.reconsideration[ogi_report::Ruling::Corrected] = 1;
    report.disputes.reconsideration[ogi_report::Ruling::Pending] = 3;
    let totals: Totals = [&report].into_iter().sum();
    let of = |rate: Rate| rate.of(&totals).map(|ratio| ratio.to_string());
    let expected = [
        (Rate::Disclosed, Some("18/24")),
        (Rate::Outcomes(OutcomeGroup::Denied), Some("6/24")),
        (Rate::DeniedOn(ogi_report::Denial::StateSecret), Some("6/24")),
        (Rate::NotHeld, Some("0/24")),
        (Rate::CarriedOver, Some("6/30")),
        (Rate::Disputed, Some("4/24")),
        (Rate::CorrectedInReconsideration, Some("1/1")),
        (Rate::CorrectedInLitigation, None),
        (Rate::ReceivedFrom(Applicant::CommercialEnterprise), Some("20/30")),
    ];
    for (rate, ratio) in expected {
        assert_eq!(of(rate), ratio.map(str::to_owned), "{rate:?}");
    }
    // The groups make up all outcomes, the applicants all requests.
    let shares = |rates: Vec<Rate>| rates.into_iter().map(|rate| rate.of(&totals).unwrap().numerator()).sum::<u64>();
    assert_eq!(shares(OutcomeGroup::array(Rate::Outcomes).into()), 24);
    assert_eq!(shares(Applicant::array(Rate::ReceivedFrom).into()), 30);
    let mut labels: Vec<String> = Rate::ALL.iter().copied().map(|rate| rate.label(ogi_report::Lang::Zh)).collect();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), Rate::ALL.len());
}

#[test]
fn a_difference_of_money_names_its_unit_only_where_it_is_known() {
    let amount = Cell::Proactive(ProactiveCell::ProcurementAmount);
    let form = |print: &str| Form::of(Edition::V2019, [(amount, Filed::printed(print))]);
    for (before, after, expected) in [
        ("3", "5", "采购总金额：3 → 5（+2，+66.67%）"),
        ("3万元", "50000元", "采购总金额：3万元 → 50000元（+20000元，+66.67%）"),
        ("3", "5万元", "采购总金额：3 → 5万元"),
        ("3件", "5元", "采购总金额：3件 → 5元"),
    ] {
        let comparison = Comparison::between(&form(before), &form(after));
        let text = comparison.changes[0].text(ogi_report::Lang::Zh);
        assert!(text.ends_with(expected), "{text}");
    }
}

#[test]
fn a_change_in_one_line_says_what_stood_there() {
    use ogi_report::Lang::{En, Zh};
    let cell = Cell::Proactive(ProactiveCell::FeesAmount);
    let text = |before: &str, after: &str, lang| {
        let form = |filed: &str| Form::of(Edition::V2021, [(cell, Filed::printed(filed))]);
        let changes = Comparison::between(&form(before), &form(after)).changes;
        let line = changes.first().map(|change| change.text(lang)).unwrap_or_default();
        line[cell.label(lang).len()..].trim_start_matches(['：', ':', ' ']).to_owned()
    };
    assert_eq!(text("", "3", Zh), "空白 → 3");
    assert_eq!(text("3", "", En), "3 → blank");
    assert_eq!(text("1", "10000元", Zh), "1 → 10000元（0元，0%）");
    assert_eq!(text("3", "1", En), "3 → 1 (-20000 yuan, -66.67%)");
    assert_eq!(text("0", "2", Zh), "0 → 2（+20000元）");
    let kind = |before: &str, after: &str| {
        let form = |filed: &str| Form::of(Edition::V2021, [(cell, Filed::printed(filed))]);
        Comparison::between(&form(before), &form(after)).changes.first().map(|change| change.kind)
    };
    assert_eq!(kind("/", "—"), Some(ChangeKind::Rewritten));
    assert_eq!(kind("3", "3.0"), Some(ChangeKind::Rewritten));
}

/// A report of that edition whose cells hold what is printed, and 0 elsewhere.
fn printed(name: &str, edition: Edition, cells: &[(Cell, &str)]) -> Report {
    let year = year(if edition == Edition::V2019 { 2020 } else { 2024 });
    let mut form = Form::from(&Report::new(Body::named(name), year));
    assert_eq!(form.edition, edition);
    for &(cell, text) in cells {
        form.set(cell, Filed::printed(text));
    }
    form.verify().unwrap()
}

#[test]
fn amounts_are_added_in_the_unit_in_which_their_sum_can_be_printed() {
    let amount = Cell::Proactive(ProactiveCell::ProcurementAmount);
    let fees = Cell::Proactive(ProactiveCell::FeesAmount);
    for (edition, cell, amounts, sum) in [
        (Edition::V2021, fees, ["3", "4"], Some("7")),
        (Edition::V2021, fees, ["5元", "2"], Some("2.0005")),
        (Edition::V2021, fees, ["0.000001元", "2"], Some("20000.000001元")),
        (Edition::V2021, fees, ["5000元", "5000元"], Some("1")),
        (Edition::V2021, fees, ["0", "0"], Some("0")),
        (Edition::V2019, amount, ["5", "7"], Some("12")),
        (Edition::V2019, amount, ["5元", "7元"], Some("12元")),
        (Edition::V2019, amount, ["5000元", "5000元"], Some("10000元")),
        // Nobody knows what 5 and 7 元 are together.
        (Edition::V2019, amount, ["5", "7元"], None),
    ] {
        let reports = ["甲局", "乙局"].into_iter().zip(amounts);
        let reports: Vec<Report> = reports.map(|(name, amount)| printed(name, edition, &[(cell, amount)])).collect();
        let form = reports.iter().sum::<Totals>().form().unwrap();
        assert_eq!(form.get(cell).map(Filed::as_printed).as_deref(), sum, "{amounts:?}");
        // What the sums print is a form of that edition, but for such an amount.
        assert_eq!(form.cells().count(), edition.cells().len() - usize::from(sum.is_none()));
    }
}

#[test]
fn the_row_of_rules_is_marked_only_if_every_report_marks_it() {
    let row =
        [ProactiveCell::RulesIssued, ProactiveCell::RulesRepealed, ProactiveCell::RulesInForce].map(Cell::Proactive);
    let marked = |name: &str| printed(name, Edition::V2021, &row.map(|cell| (cell, "/")));
    let with = printed("丙局", Edition::V2021, &[(row[0], "2"), (row[2], "2")]);
    let issued = |reports: &[&Report]| {
        let form = reports.iter().copied().sum::<Totals>().form().unwrap();
        form.get(row[0]).map(Filed::as_printed).map(std::borrow::Cow::into_owned)
    };
    assert_eq!(issued(&[&marked("甲局"), &marked("乙局")]).as_deref(), Some("/"));
    assert_eq!(issued(&[&marked("甲局"), &with]).as_deref(), Some("2"));

    // Beside parts with numbers the mark of the whole cannot be compared; that of a part adds nothing.
    let reconciliation = |whole: &Report, parts: &[Report]| ogi_report::Reconciliation::of(whole, parts, []).unwrap();
    let of_marked_whole = reconciliation(&marked("某某县"), std::slice::from_ref(&with));
    assert!(of_marked_whole.not_compared.contains(&row[0]) && of_marked_whole.differences.is_empty());
    let whole = printed("某某县", Edition::V2021, &[(row[0], "2"), (row[2], "2")]);
    let of_marked_part = reconciliation(&whole, &[with, marked("甲局")]);
    assert!(of_marked_part.not_compared.is_empty() && of_marked_part.differences.is_empty());
}

#[test]
fn parts_that_are_larger_than_the_whole_are_told_where_none_is_negative() {
    let larger = |edition, cell: ProactiveCell, whole: &str, parts: [&str; 2]| {
        // A negative change needs a stock. Only one part and the whole have one.
        let stock = Cell::Proactive(ProactiveCell::LicensingPreviousItems);
        let report = |name, count| {
            let cells = [(Cell::Proactive(cell), count), (stock, if name == "甲镇" { "0" } else { "6" })];
            printed(name, edition, &cells[..if edition == Edition::V2019 { 2 } else { 1 }])
        };
        let parts = [report("甲镇", parts[0]), report("乙镇", parts[1])];
        let reconciliation = ogi_report::Reconciliation::of(&report("某某县", whole), &parts, []).unwrap();
        let [difference] = &reconciliation.differences[..] else { panic!("{:?}", reconciliation.differences) };
        difference.larger_parts().iter().map(|part| part.body.name.clone()).collect::<Vec<_>>()
    };
    let decisions = ProactiveCell::LicensingDecisions;
    assert_eq!(larger(Edition::V2021, decisions, "5", ["9", "5"]), ["甲镇"]);
    assert_eq!(larger(Edition::V2021, decisions, "5", ["3", "4"]), [""; 0]);
    // Of 9 and −6 neither is larger than 5 in a sum that takes away.
    assert_eq!(larger(Edition::V2019, ProactiveCell::LicensingChange, "5", ["9", "-6"]), [""; 0]);
}

#[test]
fn a_rate_of_outcomes_has_the_label_of_its_group_without_the_instruction_behind_it() {
    use ogi_report::Lang::{En, Zh};
    let label = |group, lang| Rate::Outcomes(group).label(lang);
    assert_eq!(label(OutcomeGroup::PartiallyGranted, Zh), "办理结果占比：（二）部分公开");
    assert_eq!(label(OutcomeGroup::Denied, Zh), "办理结果占比：（三）不予公开");
    assert!(label(OutcomeGroup::PartiallyGranted, En).starts_with("share of outcomes: "));
}
