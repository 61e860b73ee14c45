//! Laws of adding up: over bodies, over years, and both.

use std::collections::BTreeMap;

use ogi_report::form::CellKind;
use ogi_report::sum::{ChainError, Completeness, Conflict, Discontinuity, ExplanationKind, Nature, NotBeside, Ratio};
use ogi_report::value::Basis;
use ogi_report::{
    Applicant, Body, Cell, Column, Consolidation, Edition, Filed, Form, Lang, Level, Outcome, ProactiveCell, Rate,
    Reconciliation, Region, Report, RequestRow, Rollup, Scope, Section, Span, Totals, Year,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::strategies::{report, report_of};

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

fn region(code: &str) -> Region {
    code.parse().unwrap()
}

/// Reports of which each has a body of its own, all of 2021 or later, in any year of three.
fn distinct_reports(most: usize) -> impl Strategy<Value = Vec<Report>> {
    let report = (report_of(Edition::V2021, Edition::V2021), 2021..2024_i64);
    vec(report, 0..most).prop_map(|reports| {
        let name = |(i, (mut report, number)): (usize, (Report, i64))| {
            report.body.name = format!("{i}{}", report.body.name);
            report.body.scope = report.body.scope.map(|_| Scope::OwnOffice);
            report.year = year(number);
            report
        };
        reports.into_iter().enumerate().map(name).collect()
    })
}

/// The same bodies over successive years from 2019 on, every year carrying in what the year before carried
/// over, so that the years reach over the change of edition.
fn histories() -> impl Strategy<Value = Vec<Vec<Report>>> {
    let history =
        (vec(report_of(Edition::V2019, Edition::V2019), 2), vec(report_of(Edition::V2021, Edition::V2021), 2));
    vec(history, 1..4).prop_map(|bodies| {
        let history = |(i, (mut old, new)): (usize, (Vec<Report>, Vec<Report>))| {
            old.extend(new);
            let mut carried = None;
            for (report, number) in old.iter_mut().zip(2019..) {
                report.body = Body::named(format!("第{i}局"));
                report.year = year(number);
                if let Some(carried) = carried {
                    report.requests.carried_in = carried;
                }
                carried = Some(report.requests.carried_over);
            }
            old
        };
        bodies.into_iter().enumerate().map(history).collect()
    })
}

fn chain(history: &[Report]) -> Span {
    let mut years = history.iter().map(Span::from);
    let first = years.next().unwrap();
    years.fold(first, |span, next| span.then(&next).unwrap())
}

fn sum<'a>(reports: impl IntoIterator<Item = &'a Report>) -> Consolidation {
    reports.into_iter().sum()
}

fn added(a: &Consolidation, b: &Consolidation) -> Consolidation {
    [a, b].into_iter().sum()
}

fn by_region_and_year(report: &Report) -> (Option<Region>, Year) {
    (report.body.region.and_then(|region| region.at(Level::Provincial)), report.year)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn totals_are_a_commutative_monoid(reports in vec(report(), 3..4)) {
        let [a, b, c]: [Totals; 3] = std::array::from_fn(|i| [&reports[i]].into_iter().sum());
        let plus = |a: &Totals, b: &Totals| [a, b].into_iter().sum::<Totals>();
        prop_assert_eq!(plus(&plus(&a, &b), &c), plus(&a, &plus(&b, &c)));
        prop_assert_eq!(plus(&a, &b), plus(&b, &a));
        prop_assert_eq!(plus(&a, &Totals::default()), a.clone());
        prop_assert_eq!(plus(&Totals::default(), &a), a);
    }

    #[test]
    fn consolidations_are_a_commutative_monoid(reports in vec(report(), 3..4), blank: Index) {
        let mut shares: [Consolidation; 3] = std::array::from_fn(|i| sum([&reports[i]]));
        // One of them has an expected body and a form that does not verify.
        let mut form = Form::from(&reports[0]);
        let cells: Vec<Cell> = form.cells().map(|(cell, _)| cell).collect();
        form.set(*blank.get(&cells), Filed::blank());
        shares[1].note(&form.verify().unwrap_err());
        shares[1].expect([reports[2].body.clone()]);
        let [a, b, c] = shares;
        prop_assert_eq!(added(&added(&a, &b), &c), added(&a, &added(&b, &c)));
        prop_assert_eq!(added(&a, &b), added(&b, &a));
        prop_assert_eq!(added(&a, &b).coverage(), added(&b, &a).coverage());
        prop_assert_eq!(added(&b, &Consolidation::default()), b.clone());
        prop_assert_eq!(added(&Consolidation::default(), &b), b);
    }

    #[test]
    fn any_partition_gives_the_whole(reports in distinct_reports(8), shares in vec(0..3_usize, 8), turned in 0..8_usize) {
        let whole = sum(&reports);
        let mut parts = vec![Consolidation::default(); 3];
        for (report, share) in reports.iter().zip(&shares) {
            parts[*share] += report;
        }
        parts.rotate_left(turned % 3);
        let merged: Consolidation = parts.iter().sum();
        prop_assert_eq!(&merged, &whole);
        prop_assert_eq!(merged.whole().map(|w| w.totals().clone()), whole.whole().map(|w| w.totals().clone()));
        prop_assert_eq!(merged.coverage(), whole.coverage());
    }

    #[test]
    fn conflicts_do_not_depend_on_the_order(
        reports in distinct_reports(6),
        again in vec((any::<Index>(), any::<bool>(), any::<bool>()), 1..4),
        split: Index,
    ) {
        let mut all = reports.clone();
        for (which, forget_region, whole) in again {
            if !reports.is_empty() {
                let mut copy = which.get(&reports).clone();
                copy.year = reports[0].year;
                if forget_region {
                    copy.body.region = None;
                }
                if whole {
                    copy.body.scope = Some(Scope::WholeJurisdiction);
                }
                all.push(copy);
            }
        }
        for report in &mut all {
            report.year = year(2021);
        }
        let backwards = sum(all.iter().rev());
        let at = split.index(all.len() + 1);
        let turned = added(&sum(&all[at..]), &sum(&all[..at]));
        prop_assert_eq!(sum(&all).whole().is_err(), !reports.is_empty());
        prop_assert_eq!(sum(&all).whole().err(), backwards.whole().err());
        prop_assert_eq!(sum(&all).whole().err(), turned.whole().err());
    }

    #[test]
    fn a_roll_up_is_the_same_in_any_order_and_split(reports in distinct_reports(12), split: Index) {
        let whole = Rollup::by(&reports, by_region_and_year);
        prop_assert_eq!(&Rollup::by(reports.iter().rev(), by_region_and_year), &whole);
        let (left, right) = reports.split_at(split.index(reports.len() + 1));
        let mut merged = Rollup::by(right, by_region_and_year);
        merged += Rollup::by(left, by_region_and_year);
        prop_assert_eq!(&merged, &whole);
        // Every group is the sum of its reports.
        let mut by_hand: BTreeMap<_, Vec<&Report>> = BTreeMap::new();
        for report in &reports {
            by_hand.entry(by_region_and_year(report)).or_default().push(report);
        }
        prop_assert_eq!(whole.iter().count(), by_hand.len());
        for (key, reports) in by_hand {
            prop_assert_eq!(whole.get(&key), Some(&sum(reports)));
        }
    }

    #[cfg(feature = "rayon")]
    #[test]
    fn a_roll_up_in_parallel_is_the_sequential_one(reports in distinct_reports(16)) {
        let (parallel, sequential) = (Rollup::par_by(&reports, |r| r.year), Rollup::by(&reports, |r| r.year));
        prop_assert_eq!(&parallel, &sequential);
        prop_assert_eq!(parallel.par_conflicts(), sequential.conflicts());
    }

    #[test]
    fn chaining_is_associative(histories in histories()) {
        let years: Vec<Span> = histories[0].iter().map(Span::from).collect();
        let left = years[0].then(&years[1]).unwrap().then(&years[2]).unwrap();
        let right = years[0].then(&years[1].then(&years[2]).unwrap()).unwrap();
        prop_assert_eq!(left, right);
    }

    #[test]
    fn chaining_with_notes_is_associative(reports in vec(report_of(Edition::V2021, Edition::V2021), 3), skip in 1..3_i64) {
        let years: Vec<Span> = reports
            .into_iter()
            .zip([2021, 2022, 2022 + skip])
            .map(|(mut report, number)| {
                report.year = year(number);
                Span::from(&report)
            })
            .collect();
        let left = years[0].then_noting(&years[1]).unwrap().then_noting(&years[2]).unwrap();
        let right = years[0].then_noting(&years[1].then_noting(&years[2]).unwrap()).unwrap();
        prop_assert_eq!(&left, &right);
        // What strict chaining refuses is what the other notes.
        match years[0].then(&years[1]) {
            Ok(span) => prop_assert_eq!(span.discontinuities(), []),
            Err(ChainError::Discontinuous(found)) => {
                prop_assert_eq!(&found[..], &left.discontinuities()[..found.len()]);
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn adding_then_chaining_is_chaining_then_adding(histories in histories()) {
        // Chain every body, then add the spans.
        let mut spans = histories.iter().map(|history| chain(history));
        let first = spans.next().unwrap();
        let chained_first = spans.fold(first, |all, span| all.beside(&span).unwrap());
        // Add up every year, then chain the years.
        let sums: Vec<Span> = (0..4)
            .map(|i| sum(histories.iter().map(|history| &history[i])).whole().unwrap().span().unwrap())
            .collect();
        let added_first =
            sums[1..].iter().fold(sums[0].clone(), |span, next| span.then(next).unwrap());
        prop_assert_eq!(&added_first, &chained_first);
        // And the flows are what they should be, over the years that print them.
        for cell in Cell::ALL.iter().copied().filter(|cell| cell.kind() == CellKind::Count) {
            let reports = || histories.iter().flatten();
            let printed = || reports().filter_map(|report| Form::from(report).get(cell).cloned());
            let expected: u64 = printed().filter_map(|filed| filed.as_printed().parse::<u64>().ok()).sum();
            if let Some(flow) = added_first.flow(cell) {
                prop_assert_eq!(cell.nature(), Nature::Flow);
                prop_assert_eq!(flow.sum, expected, "{}", cell);
                prop_assert_eq!(flow.reports, printed().count() as u64, "{}", cell);
                prop_assert_eq!(flow.years.len() * histories.len(), printed().count(), "{}", cell);
            } else {
                // `/` in the row 规章 is no figure.
                let figures = printed().filter(|filed| filed.as_printed().parse::<u64>().is_ok()).count();
                prop_assert!(cell.nature() != Nature::Flow || figures == 0, "{}", cell);
            }
        }
        let opening: u64 = histories.iter().map(|history| history[0].requests.carried_in.total()).sum();
        let closing: u64 = histories.iter().map(|history| history[3].requests.carried_over.total()).sum();
        prop_assert_eq!(added_first.opening(Column::Total), Some(opening));
        prop_assert_eq!(added_first.closing(Column::Total), Some(closing));
    }

    #[test]
    fn a_whole_that_is_its_parts_has_no_differences(reports in distinct_reports(5), left_out: Index) {
        prop_assume!(reports.len() > 1);
        let reports: Vec<Report> = reports.into_iter().map(|report| Report { year: year(2021), ..report }).collect();
        // What is verified adds up to what verifies.
        let whole = |reports: &[Report]| {
            let mut form = sum(reports).whole().unwrap().totals().form().unwrap();
            form.body = Some(Body::named("某某县"));
            form.year = Some(year(2021));
            form.verify().unwrap()
        };
        let reconciliation = Reconciliation::of(&whole(&reports), &reports, []).unwrap();
        prop_assert_eq!(&reconciliation.differences, &[]);
        let marked = |cell: &Cell| cell.to_string().starts_with("proactive.rules.");
        prop_assert!(reconciliation.not_compared.iter().all(marked));

        let mut others = reports.clone();
        let one = others.remove(left_out.index(others.len()));
        let reconciliation = Reconciliation::of(&whole(&others), &reports, []).unwrap();
        for section in reconciliation.differences.iter().map(|difference| difference.cell.section()) {
            let explained = reconciliation.explanations.iter().filter(|e| e.section == section && e.kind == ExplanationKind::LeftOut);
            prop_assert!(explained.into_iter().any(|e| e.body.as_ref() == Some(&one.body)));
        }
    }

    #[test]
    fn a_region_contains_what_lies_at_it(code in "[1-9][0-9](00|[0-9]{2})(00|[0-9]{2})(000|[0-9]{3})?", level in select(Level::ALL)) {
        let region = region(&code);
        prop_assert!(region.contains(region));
        if let Some(above) = region.at(level) {
            prop_assert!(above.contains(region));
            prop_assert_eq!(above.at(level), Some(above));
        }
    }
}

#[test]
fn a_region_is_read_by_its_zeros() {
    for (region_code, level) in [
        ("370000", Level::Provincial),
        ("370700", Level::Prefectural),
        ("371000", Level::Prefectural),
        ("370784", Level::County),
        ("370784000", Level::County),
        ("370784001", Level::Township),
        ("441900003", Level::Township),
    ] {
        assert_eq!(region(region_code).level(), level, "{region_code}");
    }
    assert!(region("441900").contains(region("441900003")));
    assert!(!region("370000").contains(region("110000")));
    // There is no code for the whole country.
    assert!(!region("000000").contains(region("110000")));
}

fn of(name: &str, code: &str, scope: Option<Scope>) -> Report {
    let mut body = Body::named(name);
    body.region = (!code.is_empty()).then(|| region(code));
    body.scope = scope;
    Report::new(body, year(2024))
}

#[test]
fn what_is_not_one_whole_is_refused() {
    let own = Some(Scope::OwnOffice);
    let whole = Some(Scope::WholeJurisdiction);
    let refused =
        |reports: &[Report]| sum(reports).whole().map(|whole| whole.totals().reports()).map_err(|e| e.to_string());
    let cases = [
        (vec![of("民政局", "370784", own), of("民政局", "370725", own)], Ok(2)),
        (vec![of("民政局", "", own), of("教育局", "", own)], Ok(2)),
        (
            vec![of("民政局", "370784", own), of("民政局", "370784000", own)],
            Err("the reports are not one whole: 民政局 (370784) is there 2 times, expected once"),
        ),
        (
            vec![of("民政局", "370784", own), of("民政局", "370725", own), of("民政局", "", own)],
            Err("the reports are not one whole: 民政局 is there 3 times, expected once"),
        ),
        (
            vec![of("某某县", "370784", whole), of("某某镇", "370784001", own), of("民政局", "370784", own)],
            Err("the reports are not one whole: 某某镇 (370784001) is there beside 某某县 (370784), whose report \
                 already contains it, expected one of them; and 1 more"),
        ),
        (
            vec![of("某某省", "370000", whole), of("某某县", "370784", whole)],
            Err(
                "the reports are not one whole: 某某县 (370784) is there beside 某某省 (370000), whose report already \
                 contains it, expected one of them",
            ),
        ),
        (
            vec![of("某某县", "370784", whole), of("某某县政府", "370784", whole)],
            Err(
                "the reports are not one whole: 某某县政府 (370784) is there beside 某某县 (370784), whose report already \
                 contains it, expected one of them",
            ),
        ),
        // Beside one another they contain nothing.
        (vec![of("某某县", "370784", whole), of("邻县", "370725", whole), of("某某市", "370700", own)], Ok(3)),
        // What is not said is not guessed; coverage says so.
        (vec![of("某某县", "370784", None), of("民政局", "370784", own)], Ok(2)),
    ];
    for (reports, expected) in cases {
        assert_eq!(refused(&reports), expected.map_err(str::to_owned));
    }
    let unknown = sum(&[of("某某县", "370784", None), of("民政局", "370784", own)]);
    assert_eq!(unknown.coverage().unplaced.len(), 1);
}

#[test]
fn a_report_that_may_be_of_either_namesake_is_of_neither() {
    let named = |code: &str| of("市场监督管理局", code, None);
    let [first, second, unknown] = ["370784", "370725", ""].map(|code| named(code).body);
    let both = [first.clone(), second.clone()];
    let coverage_of = |reports: &[Report], forms: &[Form]| {
        let mut whole = sum(reports);
        whole.expect(both.clone());
        for form in forms {
            whole.note(&form.clone().verify().unwrap_err());
        }
        whole.coverage()
    };
    // It came for one of them, and nobody can say for which.
    let coverage = coverage_of(&[named("")], &[]);
    assert_eq!(
        (coverage.missing.as_slice(), coverage.unexpected.as_slice()),
        ([second.clone(), first.clone()].as_slice(), [unknown.clone()].as_slice())
    );
    assert_eq!(coverage.completeness(), Completeness::Partial);
    // A form that does not verify may be that of the other one.
    let mut wrong = Form::from(&named(""));
    wrong.set(Cell::request(RequestRow::Received, Applicant::NaturalPerson), Filed::blank());
    let coverage = coverage_of(&[named("370784")], &[wrong]);
    assert_eq!(
        (coverage.missing.as_slice(), coverage.completeness()),
        ([second.clone()].as_slice(), Completeness::Partial)
    );
    // Where there is one only, it is that one.
    assert_eq!(coverage_of(&[named("370784"), named("370725")], &[]).completeness(), Completeness::Complete);
    let mut one = sum(&[named("")]);
    one.expect([first.clone()]);
    assert_eq!(one.coverage().completeness(), Completeness::Complete);

    // Over years as over lists.
    let next = Span::from(&Report { year: year(2025), ..named("") });
    let two = Span::from(&named("370784")).beside(&Span::from(&named("370725"))).unwrap();
    assert!(
        matches!(two.then_noting(&next).unwrap().discontinuities(), [Discontinuity::Bodies { left, joined, .. }] if left.len() == 2 && joined.len() == 1)
    );
    assert_eq!(Span::from(&named("370784")).then(&next).unwrap().years().len(), 2);
}

#[test]
fn a_span_is_not_put_beside_one_that_contains_it() {
    let county = Span::from(&of("某某县", "370784", Some(Scope::WholeJurisdiction)));
    let bureau = Span::from(&of("民政局", "370784", Some(Scope::OwnOffice)));
    for (one, other) in [(&county, &bureau), (&bureau, &county)] {
        let error = one.beside(other).unwrap_err();
        assert!(matches!(error, NotBeside::Conflict(Conflict::Contained { .. })));
        assert_eq!(
            error.to_string(),
            "the bodies are not one whole: 民政局 (370784) is there beside 某某县 (370784), whose report already contains \
             it, expected one of them"
        );
    }
}

#[test]
fn a_body_of_a_middle_year_is_in_no_other_span() {
    let at = |number, name: &str| Span::from(&Report { year: year(number), ..of(name, "", None) });
    let middle = at(2022, "甲局").beside(&at(2022, "乙局")).unwrap();
    let one = at(2021, "甲局").then_noting(&middle).unwrap().then_noting(&at(2023, "甲局")).unwrap();
    let other = at(2021, "乙局").then(&at(2022, "乙局")).unwrap().then(&at(2023, "乙局")).unwrap();
    for (a, b) in [(&one, &other), (&other, &one)] {
        assert_eq!(
            a.beside(b).unwrap_err().to_string(),
            "the bodies are not one whole: 乙局 is there 2 times, expected once"
        );
    }
    let third = at(2021, "丙局").then(&at(2022, "丙局")).unwrap().then(&at(2023, "丙局")).unwrap();
    let rules = Cell::Proactive(ProactiveCell::RulesRepealed);
    assert_eq!(one.beside(&third).unwrap().flow(rules).unwrap().reports, 7);
}

#[test]
fn many_namesakes_are_told_apart() {
    // Many names, and one of them twice.
    let mut reports: Vec<Report> = (0..5000).map(|i| of(&format!("第{i}局"), "370784", None)).collect();
    assert!(sum(&reports).whole().is_ok());
    reports.push(of("第4321局", "370784", None));
    let error = sum(&reports).whole().unwrap_err();
    assert_eq!(error.conflicts(), [Conflict::Repeated { body: reports[4321].body.clone(), times: 2 }]);
}

#[test]
fn reports_of_different_years_are_refused() {
    let mut reports = [of("甲局", "", None), of("乙局", "", None), of("丙局", "", None)];
    reports[1].year = year(2022);
    reports[2].year = year(2023);
    let all = sum(&reports);
    assert_eq!(all.year(), None);
    assert_eq!(
        all.whole().unwrap_err().to_string(),
        "the reports are not one whole: there are reports of 2022, 2023 and 2024, expected those of one year",
    );
    reports[1].year = year(2023);
    assert_eq!(
        sum(&reports).whole().unwrap_err().to_string(),
        "the reports are not one whole: there are reports of 2023 and 2024, expected those of one year; not of the year of \
         most: 甲局",
    );
    assert!(all.whole().is_err());
}

#[test]
fn a_form_that_does_not_verify_is_there_and_not_counted() {
    let mut blank = Form::from(&of("乙局", "370784", Some(Scope::OwnOffice)));
    let cell = Cell::request(RequestRow::Received, Applicant::NaturalPerson);
    blank.set(cell, Filed::blank());
    let mut county = Consolidation::default();
    county.expect(["甲局", "乙局", "丙局"].map(Body::named));
    county.extend([Form::from(&of("甲局", "", None)).verify(), blank.clone().verify()]);

    let coverage = county.coverage();
    assert_eq!((coverage.expected, coverage.counted.len()), (3, 1));
    assert_eq!(coverage.missing, [Body::named("丙局")]);
    assert_eq!(coverage.completeness(), Completeness::Partial);
    let gaps = coverage.without_number();
    assert_eq!((gaps.len(), gaps[0].0, gaps[0].1[0].body.as_ref()), (1, cell, blank.body.as_ref()));

    // Handed in again, it is counted; the form from before stays on record.
    county += &of("乙局", "370784", None);
    county += &of("丙局", "", None);
    assert_eq!(county.coverage().completeness(), Completeness::Complete);
    assert_eq!(county.coverage().not_counted.len(), 1);
    county += &of("丁局", "", None);
    assert_eq!(county.coverage().unexpected, [Body::named("丁局")]);
}

#[test]
fn a_mark_in_the_row_of_rules_is_listed() {
    let mut report = of("甲局", "", None);
    let ogi_report::Proactive::V2021(proactive) = &mut report.proactive else { panic!() };
    proactive.rules = None;
    assert_eq!(sum([&report]).coverage().without_rules, [report.body]);
}

#[test]
fn sums_end_at_their_bound_and_not_before() {
    // A form of 2020 has changes, too.
    let mut report = Report::new(Body::named("甲局"), year(2020));
    for &applicant in Applicant::ALL {
        report.requests.received[applicant] = u32::MAX;
        report.requests.outcomes.granted[applicant] = u32::MAX;
    }
    // Doubling makes 2³¹ reports, and with them 2³² − 1.
    let mut totals: Totals = [&report].into_iter().sum();
    let mut all = totals.clone();
    for _ in 1..32 {
        let half = totals.clone();
        totals += &half;
        all += &totals;
    }
    assert_eq!(all.reports(), u64::from(u32::MAX));
    let most = u64::from(u32::MAX) * u64::from(u32::MAX);
    let received = |column: Column<Applicant>| Cell::request(RequestRow::Received, column);
    assert_eq!(all.count(received(Applicant::NaturalPerson.into())), Some(most));
    // A total of six such sums is more than 64 bits hold.
    assert_eq!(all.count(received(Column::Total)), None);
    assert_eq!(Rate::Disclosed.of(&all), None);
    assert_eq!(all.form().unwrap().get(received(Column::Total)), None);

    let change = ProactiveCell::LicensingChange;
    assert_eq!((all.change(change), all.amount(ProactiveCell::ProcurementAmount).is_some()), (Some(0), true));
    all += &report;
    assert_eq!((all.change(change), all.amount(ProactiveCell::ProcurementAmount)), (None, None));
    assert_eq!(all.count(received(Applicant::NaturalPerson.into())), None);
    assert_eq!(
        all.form().unwrap_err().to_string(),
        "more than 4294967295 reports were added, so the sums are not certain"
    );
    assert_eq!(Ratio::new(u64::MAX, 1).unwrap().percent(), None);
    assert_eq!(Ratio::new(u64::MAX, u64::MAX).unwrap().points_above(Ratio::new(u64::MAX, 1).unwrap()), None);
}

#[test]
fn years_that_do_not_join_are_named() {
    let at = |number, name: &str| Span::from(&Report { year: year(number), ..of(name, "", None) });
    let refused = |a: &Span, b: &Span| a.then(b).unwrap_err().to_string();
    assert_eq!(
        refused(&at(2021, "甲局"), &at(2022, "乙局")),
        "the years do not join: the bodies of 2021 are not those of 2022: 甲局 left, 乙局 joined",
    );
    let two = |number| at(number, "甲局").beside(&at(number, "乙局")).unwrap();
    let bodies = "the years do not join: the bodies of 2021 are not those of 2022";
    assert_eq!(refused(&two(2021), &at(2022, "甲局")), format!("{bodies}: 乙局 left"));
    assert_eq!(refused(&at(2021, "甲局"), &two(2022)), format!("{bodies}: 乙局 joined"));
    assert_eq!(refused(&at(2021, "甲局"), &at(2021, "甲局")), "2021 does not come after 2021, expected a later year");
    // Every applicant by itself, in either direction.
    let mut earlier = Report { year: year(2021), ..of("甲局", "", None) };
    let mut later = Report { year: year(2022), ..of("甲局", "", None) };
    earlier.requests.carried_over[Applicant::NaturalPerson] = 2;
    later.requests.carried_in[Applicant::CommercialEnterprise] = 2;
    assert_eq!(
        refused(&Span::from(&earlier), &Span::from(&later)),
        "the years do not join: 2 requests by natural person are carried over from 2021, but 0 into 2022; and 1 more",
    );
    earlier.requests.carried_over = ogi_report::Table::default();
    assert_eq!(
        refused(&Span::from(&earlier), &Span::from(&later)),
        "the years do not join: 0 requests by commercial enterprise are carried over from 2021, but 2 into 2022",
    );
    let noted = at(2021, "甲局").then_noting(&at(2023, "甲局")).unwrap();
    assert_eq!(noted.discontinuities(), [Discontinuity::YearsMissing { after: year(2021), before: year(2023) }]);
    assert_eq!(noted.years(), [year(2021), year(2023)]);
    let error = noted.beside(&at(2021, "乙局")).unwrap_err();
    assert!(matches!(error, NotBeside::Years(..)));
    assert_eq!(error.to_string(), "the spans are of different years: 2021 to 2023 and 2021 to 2021");
}

#[test]
fn what_cannot_be_added_or_joined_is_said_in_chinese() {
    let said = |conflict: Conflict| conflict.message(Lang::Zh);
    assert_eq!(
        said(Conflict::Years { years: vec![year(2023), year(2024)], odd: vec![Body::named("某某局")] }),
        "报告分属 2023、2024 年度，只能汇总同一年度的；与多数不同的是“某某局”"
    );
    let body = |name: &str, code: &str| Body { region: Some(region(code)), ..Body::named(name) };
    assert_eq!(
        said(Conflict::Repeated { body: body("某某局", "370784"), times: 3 }),
        "“某某局 (370784)”有 3 份报告，只能有一份"
    );
    assert_eq!(
        said(Conflict::Contained { body: Body::named("某某局"), whole: Body::named("某某县人民政府") }),
        "“某某局”的数字已包含在“某某县人民政府”的汇总报告中，两者只能取一"
    );

    let (after, before) = (year(2021), year(2022));
    let bodies = |left: &[&str], joined: &[&str]| {
        let bodies = |names: &[&str]| names.iter().map(|&name| Body::named(name)).collect();
        Discontinuity::Bodies { after, before, left: bodies(left), joined: bodies(joined) }.message(Lang::Zh)
    };
    assert_eq!(bodies(&["甲局"], &[]), "2021 年度与 2022 年度的机关不同：只有 2021 年度有“甲局”");
    let mut inferred = body("安丘市民政局", "370784");
    inferred.inferred.region = Some(Basis::Name);
    assert_eq!(
        Discontinuity::Bodies { after, before, left: vec![inferred], joined: Vec::new() }.message(Lang::Zh),
        "2021 年度与 2022 年度的机关不同：只有 2021 年度有“安丘市民政局 (370784，推定)”"
    );
    assert_eq!(
        bodies(&["甲局"], &["乙局", "丙局"]),
        "2021 年度与 2022 年度的机关不同：只有 2021 年度有“甲局”，只有 2022 年度有“乙局”等 2 个机关"
    );
    let carried =
        Discontinuity::CarriedOver { after, before, applicant: Applicant::NaturalPerson, closing: 2, opening: 1 };
    assert_eq!(carried.message(Lang::Zh), "自然人的申请，2021 年度结转下年 2 件，2022 年度上年结转 1 件");
    assert_eq!(carried.message(Lang::En), carried.to_string());
}

#[test]
fn stocks_never_add_over_years() {
    let in_force = Cell::Proactive(ProactiveCell::RulesInForce);
    let mut report = of("甲局", "", None);
    let mut next = of("甲局", "", None);
    next.year = year(2025);
    for (report, count) in [(&mut report, 11), (&mut next, 12)] {
        let ogi_report::Proactive::V2021(proactive) = &mut report.proactive else { panic!() };
        proactive.rules.as_mut().unwrap().in_force = count;
    }
    let span = Span::from(&report).then(&Span::from(&next)).unwrap();
    assert_eq!(span.flow(in_force), None);
    assert_eq!((span.first().count(in_force), span.last().count(in_force)), (Some(11), Some(12)));
    // Over bodies they do.
    assert_eq!(
        sum(&[report, Report { year: year(2024), ..of("乙局", "", None) }]).whole().unwrap().totals().count(in_force),
        Some(11)
    );
}

#[test]
fn a_form_that_was_not_counted_explains_the_difference() {
    let mut parts = [of("甲镇", "", None), of("乙镇", "", None)];
    for (part, count) in parts.iter_mut().zip([3, 4]) {
        part.requests.received[Applicant::NaturalPerson] = count;
        part.requests.outcomes.granted[Applicant::NaturalPerson] = count;
    }
    let mut county = of("某某县", "", None);
    county.requests.received[Applicant::NaturalPerson] = 7;
    county.requests.outcomes.granted[Applicant::NaturalPerson] = 7;
    let mut wrong = Form::from(&parts[1]);
    wrong.set(Cell::request(Outcome::Granted, Column::Total), 40);
    let reconciliation = Reconciliation::of(&county, &parts[..1], [&wrong]).unwrap();
    let [explanation] = &reconciliation.explanations[..] else { panic!("{:?}", reconciliation.explanations) };
    assert_eq!((explanation.section, explanation.kind), (Section::Requests, ExplanationKind::NotAmongParts));
    assert_eq!(explanation.body.as_ref(), Some(&parts[1].body));
    assert_eq!(reconciliation.differences[0].contributions[0].value, 3_u32.into());
}
