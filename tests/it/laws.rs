//! What holds for every report and every cell.

use ogi_report::check::{Evidence, Place};
use ogi_report::form::Value;
use ogi_report::law::{Instrument, LegalOutcome};
use ogi_report::{
    Applicant, Article20, Cell, Citation, Column, Decimal, Edition, Filed, Form, Heading, Lang, NotProcessed,
    OtherHandling, Outcome, Report, RequestRow, Route, Ruling, Totals, Verdict, Year,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::strategies::{filed, report, report_of};

fn totals_of(form: &Form) -> Vec<Cell> {
    form.cells().map(|(cell, _)| cell).filter(|cell| cell.is_total()).collect()
}

fn integer(form: &Form, cell: Cell) -> i64 {
    match form.get(cell).map(Filed::value) {
        Some(Value::Number { number, .. }) => number.to_integer().expect("a whole number"),
        other => panic!("{cell} holds {other:?}"),
    }
}

/// Whether a place of the wording, such as `{cell}`, was left as it was.
fn has_unfilled_place(message: &str) -> bool {
    let names = message.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    names.into_iter().any(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_printed_and_verified_is_itself(report in report()) {
        let form = Form::from(&report);
        prop_assert_eq!(form.verify().map_err(|e| e.checked.findings), Ok(report));
    }

    #[test]
    fn a_report_survives_json(report in report()) {
        let json = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Report>(&json).unwrap(), &report);
        // The order of keys is free: a map that sorts them changes nothing.
        let sorted = serde_json::to_value(&report).unwrap().to_string();
        prop_assert_eq!(serde_json::from_str::<Report>(&sorted).unwrap(), report);
    }

    #[test]
    fn a_printed_report_has_every_cell_of_its_edition(report in report()) {
        let form = Form::from(&report);
        let printed = |edition: Edition| -> Vec<Cell> {
            form.cells().map(|(cell, _)| cell).filter(|cell| cell.is_printed_in(edition)).collect()
        };
        if form.edition_of_other() == form.edition {
            prop_assert_eq!(printed(form.edition), form.edition.cells());
        }
    }

    #[test]
    fn a_cell_is_one_to_one_with_json(filed in filed()) {
        let json = serde_json::to_string(&filed).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Filed>(&json).unwrap(), &filed);
        prop_assert_eq!(Filed::printed(filed.as_printed().into_owned()), filed);
    }

    #[test]
    fn json_is_one_to_one_with_a_cell(text in "(null|-?[0-9]{1,17}|\"\\PC{0,8}\"|\"-?[0-9]{1,17}\"|[0-9]\\.[0-9]|true)") {
        if let Ok(filed) = serde_json::from_str::<Filed>(&text) {
            let again: serde_json::Value = serde_json::to_value(&filed).unwrap();
            prop_assert_eq!(again, serde_json::from_str::<serde_json::Value>(&text).unwrap());
        }
    }

    #[test]
    fn a_form_survives_json(cells in vec((select(Cell::ALL), filed()), 0..60), edition in select(Edition::ALL)) {
        let mut form = Form::new(edition);
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        let json = serde_json::to_string(&form).unwrap();
        prop_assert_eq!(serde_json::from_str::<Form>(&json).unwrap(), form);
    }

    #[test]
    fn any_form_can_be_checked(cells in vec((select(Cell::ALL), filed()), 0..300), edition in select(Edition::ALL)) {
        let mut form = Form::new(edition);
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        let checked = form.check();
        let quotes_braces = |evidence: &Evidence| matches!(evidence, Evidence::Printed { printed } if printed.contains('{'));
        for finding in checked.findings.iter().filter(|finding| !quotes_braces(&finding.evidence)) {
            for &lang in Lang::ALL {
                prop_assert!(!has_unfilled_place(&finding.message(lang)), "{}", finding.message(lang));
            }
        }
        let broken: u32 = checked.ledger.entries().iter().map(|entry| entry.broken).sum();
        prop_assert_eq!(broken as usize, checked.findings.len());
        // What verifies holds, and nothing else does.
        let holds = checked.verdict() == Verdict::Holds;
        prop_assert_eq!(form.verify().is_ok(), holds);
    }

    #[test]
    fn one_wrong_total_is_one_finding_there(report in report(), which: Index, wrong in 0..1_000_000_000_u64) {
        let mut form = Form::from(&report);
        let before = form.check().findings.len();
        let total = *which.get(&totals_of(&form));
        prop_assume!(integer(&form, total) != i64::try_from(wrong).unwrap());
        form.set(total, wrong);
        let findings = form.check().findings;
        prop_assert_eq!(findings.len(), before + 1);
        prop_assert!(findings.iter().any(|finding| finding.at == Place::Cell(total)));
    }

    #[test]
    fn a_changed_applicant_cell_is_always_found(
        report in report(),
        which: Index,
        applicant in select(Applicant::ALL),
        wrong: u32,
    ) {
        let mut form = Form::from(&report);
        let rows: Vec<RequestRow> = RequestRow::ALL
            .iter()
            .copied()
            .filter(|&row| form.get(Cell::request(row, applicant)).is_some())
            .collect();
        let cell = Cell::request(*which.get(&rows), applicant);
        prop_assume!(integer(&form, cell) != i64::from(wrong));
        form.set(cell, wrong);
        let checked = form.check();
        prop_assert_eq!(checked.verdict(), Verdict::Broken);
        prop_assert!(checked.findings.iter().any(|finding| finding.cells().contains(&cell)));
    }

    #[test]
    fn blank_is_never_zero(report in report(), which: Index) {
        let form = Form::from(&report);
        let cells: Vec<Cell> = form.cells().map(|(cell, _)| cell).collect();
        let cell = *which.get(&cells);
        let mut blank = form.clone();
        blank.set(cell, Filed::blank());
        let mut zero = form;
        zero.set(cell, 0_u32);
        prop_assert_ne!(&blank, &zero);
        prop_assert_ne!(serde_json::to_string(&blank).unwrap(), serde_json::to_string(&zero).unwrap());
        prop_assert_ne!(blank.check().verdict(), Verdict::Holds);
        prop_assert!(blank.verify().is_err());
    }

    #[test]
    fn a_rejected_form_comes_back_unchanged(report in report(), which: Index, filed in filed()) {
        let mut form = Form::from(&report);
        let cells: Vec<Cell> = form.cells().map(|(cell, _)| cell).collect();
        form.set(*which.get(&cells), filed);
        if let Err(rejected) = form.clone().verify() {
            prop_assert_eq!(*rejected.form, form);
        }
    }

    #[test]
    fn sums_of_verified_reports_verify(
        reports in select(Edition::ALL).prop_flat_map(|edition| vec(report_of(edition, edition), 1..5)),
    ) {
        let totals: Totals = reports.iter().sum();
        let mut form = totals.form().unwrap();
        form.body = Some(reports[0].body.clone());
        form.year = Some(reports[0].year);
        let checked = form.check();
        // An amount of which some parts have a unit and others have none cannot be summed, and is left out.
        let unprintable = Cell::Proactive(ogi_report::ProactiveCell::ProcurementAmount);
        if form.edition == Edition::V2019 && form.get(unprintable).is_none() {
            prop_assert_eq!(checked.findings.iter().filter(|f| f.severity == ogi_report::Severity::Error).map(|f| f.at).collect::<Vec<_>>(), [Place::Cell(unprintable)]);
        } else {
            prop_assert_eq!(form.verify().map(|_| ()).map_err(|e| e.checked.findings), Ok(()));
        }
    }

    #[test]
    fn a_sum_is_the_sum_of_every_count(reports in vec(report(), 0..5)) {
        let totals: Totals = reports.iter().sum();
        let forms: Vec<Form> = reports.iter().map(Form::from).collect();
        for cell in Cell::ALL.iter().copied().filter(|cell| cell.kind() == ogi_report::form::CellKind::Count) {
            let counts: Vec<i64> = forms
                .iter()
                .filter_map(|form| match form.get(cell).map(Filed::value) {
                    Some(Value::Number { number, .. }) => number.to_integer(),
                    _ => None,
                })
                .collect();
            // What nobody counted is not 0.
            let by_hand = (!counts.is_empty()).then(|| counts.iter().sum::<i64>());
            prop_assert_eq!(totals.count(cell).map(|n| i64::try_from(n).unwrap()), by_hand, "{}", cell);
            prop_assert_eq!(totals.reports_with(cell), counts.len() as u64);
        }
    }

    #[test]
    fn shares_may_be_added_in_any_order(reports in vec(report(), 0..7), split: Index) {
        let whole: Totals = reports.iter().sum();
        let (left, right) = reports.split_at(split.index(reports.len() + 1));
        let (left, right): (Totals, Totals) = (left.iter().sum(), right.iter().sum());
        prop_assert_eq!([&left, &right].into_iter().sum::<Totals>(), whole.clone());
        prop_assert_eq!([&right, &left].into_iter().sum::<Totals>(), whole.clone());
        prop_assert_eq!([&whole, &Totals::default()].into_iter().sum::<Totals>(), whole);
    }

    #[test]
    fn a_decimal_prints_what_it_read(text in "-?[1-9][0-9]{0,19}(\\.[0-9]{0,11}[1-9])?|-?0\\.[0-9]{0,11}[1-9]|0") {
        prop_assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
    }

    #[test]
    fn a_citation_prints_and_reads(
        law in select(Instrument::ALL),
        // Articles that are one list of items are special.
        article in prop_oneof![select([11, 20, 36].as_slice()), any::<u8>()],
        paragraph in option::of(any::<u8>()),
        item in option::of(any::<u8>()),
    ) {
        let citation = Citation::new(law, article, paragraph, item);
        prop_assert_eq!(citation.is_none(), article == 0 || paragraph == Some(0) || item == Some(0));
        if let Some(citation) = citation {
            for &lang in Lang::ALL {
                prop_assert_eq!(citation.label(lang).parse(), Ok(citation), "{}", citation.label(lang));
            }
            let arabic = format!("《{}》第 {article} 条", law.label(Lang::Zh));
            prop_assert_eq!(arabic.parse::<Citation>().map(Citation::article), Ok(article));
            let json = serde_json::to_string(&citation).unwrap();
            prop_assert_eq!(serde_json::from_str::<Citation>(&json).unwrap(), citation);
        }
    }

    #[test]
    fn any_text_may_be_asked_for_a_citation(text in "(《?条例》?|Fee Measures)?[第(（]?[0-9０-９一二三十百零()（）art. item款项条第]{0,16}|\\PC{0,20}") {
        if let Ok(citation) = text.parse::<Citation>() {
            prop_assert_eq!(citation.to_string().parse(), Ok(citation));
        }
    }

    #[test]
    fn a_cell_prints_and_reads_its_path(cell in select(Cell::ALL)) {
        prop_assert_eq!(cell.to_string().parse::<Cell>().unwrap(), cell);
    }
}

#[test]
fn rows_and_columns_print_in_the_order_of_the_form() {
    let mut sorted = Cell::ALL.to_vec();
    sorted.sort_unstable();
    assert_eq!(sorted, Cell::ALL);
    assert_eq!(Cell::ALL[29], Cell::request(RequestRow::Received, Applicant::NaturalPerson));
    assert_eq!(Cell::ALL[29 + 6], Cell::request(RequestRow::Received, Column::Total));
    let granted = Outcome::ALL[0];
    assert_eq!(Cell::request(granted, Column::Total).to_string(), "requests.outcomes.granted.total");
}

#[test]
fn every_citation_of_the_tables_prints_and_reads() {
    let rows = RequestRow::ALL.iter().copied().flat_map(RequestRow::basis);
    let years = [2023, 2024].map(|year| Year::new(year).unwrap());
    let ways = years.into_iter().flat_map(|year| Route::ALL.iter().map(move |&route| (route, year)));
    let routes = ways.clone().flat_map(|(route, year)| route.basis(year));
    let rulings = ways.flat_map(|(route, year)| Ruling::ALL.iter().flat_map(move |ruling| ruling.basis(route, year)));
    let items = Article20::ALL.iter().copied().map(Article20::citation);
    let headings = Heading::ALL.iter().copied().map(Heading::basis);
    let others = items.chain(headings).chain([LegalOutcome::RECONSIDERATION_FIRST]);
    for citation in rows.chain(routes).chain(rulings).copied().chain(others) {
        for &lang in Lang::ALL {
            assert_eq!(citation.label(lang).parse(), Ok(citation));
        }
    }
}

#[test]
fn only_what_no_article_states_has_no_basis() {
    let without: Vec<Outcome> = Outcome::ALL.iter().copied().filter(|outcome| outcome.basis().is_empty()).collect();
    assert_eq!(without, [NotProcessed::ConfirmOrReissue.into(), OtherHandling::Miscellaneous.into()]);
    for &outcome in Outcome::ALL {
        // A refusal under articles 14 to 16 cites one of them, and nothing else does.
        let cites = outcome.basis().iter().any(|citation| (14..=16).contains(&citation.article()));
        assert_eq!(outcome.legal_outcome().reconsideration_first() == Some(true), cites, "{outcome:?}");
    }
}

#[test]
fn tables_are_equal_hashed_collected_and_printed_by_their_values() {
    use std::hash::{BuildHasher, RandomState};

    let table = |received| ogi_report::form::Table::<Applicant, u32>::from_iter([(Applicant::NaturalPerson, received)]);
    let hash = RandomState::new();
    let received = Cell::request(RequestRow::Received, Column::Total);
    assert_eq!(table(3)[Applicant::NaturalPerson], 3);
    assert!(table(3) == table(3) && table(3) != table(4));
    assert_eq!(hash.hash_one(table(3)), hash.hash_one(table(3)));
    assert_ne!(hash.hash_one(table(3)), hash.hash_one(table(4)));
    assert!(format!("{:?}", table(3)).starts_with("{\"natural_person\": 3, "), "{:?}", table(3));
    assert_eq!(format!("{received:?}"), "requests.received.total");
    let form = Form::of(Edition::V2021, [(received, 3.into())]);
    assert!(format!("{form:?}").contains("requests.received.total: "), "{form:?}");
}
