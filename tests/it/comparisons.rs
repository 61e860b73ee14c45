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
        // More digits than a number may have.
        (fees, "0", "99999999999999999999", Some((None, None))),
        (amount, "1", "99999999999999999999", Some((some("99999999999999999998"), None))),
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

#[test]
fn a_rate_of_outcomes_has_the_label_of_its_group_without_the_instruction_behind_it() {
    use ogi_report::Lang::{En, Zh};
    let label = |group, lang| Rate::Outcomes(group).label(lang);
    assert_eq!(label(OutcomeGroup::PartiallyGranted, Zh), "办理结果占比：（二）部分公开");
    assert_eq!(label(OutcomeGroup::Denied, Zh), "办理结果占比：（三）不予公开");
    assert!(label(OutcomeGroup::PartiallyGranted, En).starts_with("share of outcomes: "));
}
