//! What sums print, and what is kept of the reports in them.

use ogi_report::{Body, Cell, Consolidation, Edition, Filed, Form, ProactiveCell, Report, Totals, Year};

/// A report of that edition whose cells hold what is printed, and 0 elsewhere.
fn printed(name: &str, edition: Edition, cells: &[(Cell, &str)]) -> Report {
    let year = Year::new(if edition == Edition::V2019 { 2020 } else { 2024 }).unwrap();
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
        (Edition::V2019, amount, ["0", "0"], Some("0")),
        (Edition::V2019, amount, ["5元", "7元"], Some("12元")),
        (Edition::V2019, amount, ["5000元", "5000元"], Some("10000元")),
        // One may be 元 and the other 万元. Nobody knows what they are together.
        (Edition::V2019, amount, ["5", "7"], None),
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
    assert_eq!(larger(Edition::V2021, decisions, "5", ["9", "0"]), ["甲镇"]);
    assert_eq!(larger(Edition::V2021, decisions, "5", ["3", "4"]), [""; 0]);
    // Of 9 and −6 neither is larger than 5 in a sum that takes away.
    assert_eq!(larger(Edition::V2019, ProactiveCell::LicensingChange, "5", ["9", "-6"]), [""; 0]);
}

/// The digest is stored with a consolidation: another version of this crate has to find a report by it.
#[test]
fn the_digest_of_a_report_stays_the_same() {
    let cells = [
        (Cell::Proactive(ProactiveCell::LicensingDecisions), "447228"),
        (Cell::Proactive(ProactiveCell::RulesIssued), "/"),
        (Cell::Proactive(ProactiveCell::RulesRepealed), "/"),
        (Cell::Proactive(ProactiveCell::RulesInForce), "/"),
        (Cell::Proactive(ProactiveCell::FeesAmount), "96171.6"),
    ];
    let consolidation: Consolidation = [&printed("某某局", Edition::V2021, &cells)].into_iter().sum();
    let kept = serde_json::to_value(&consolidation).unwrap();
    assert_eq!(kept["kept"]["reports"][0]["digest"], "4146085611325921393");
}

#[test]
fn a_consolidation_shows_its_bodies_where_it_is_debugged() {
    let consolidation: Consolidation = [&printed("某某局", Edition::V2021, &[])].into_iter().sum();
    assert!(format!("{consolidation:?}").contains("某某局"));
}

#[test]
fn sums_print_no_cell_of_another_edition() {
    for edition in [Edition::V2019, Edition::V2021] {
        let form = [&printed("甲局", edition, &[])].into_iter().sum::<Totals>().form().unwrap();
        let others: Vec<Cell> =
            form.cells().map(|(cell, _)| cell).filter(|cell| !edition.cells().contains(cell)).collect();
        assert_eq!(others, []);
    }
}
