//! A total of partial data says so, wherever it is printed.

use ogi_report::extract;
use ogi_report::render::charts;
use ogi_report::sum::Completeness;
use ogi_report::workbook::Summary;
use ogi_report::{Applicant, Body, Consolidation, Edition, Form, Lang, Report, Span, Year};
use proptest::collection::vec;
use proptest::prelude::*;

/// A consolidation of the bureaus that came, of those that are expected, and of one whose form does not verify.
fn bureaus(year: u16, came: &[usize], expected: &[usize], is_one_noted: bool) -> Consolidation {
    let name = |bureau: &usize| Body::named(format!("第{bureau}民政局"));
    let mut whole = Consolidation::default();
    for bureau in came {
        let mut report = Report::new(name(bureau), Year::new(year).unwrap());
        report.requests.received[Applicant::NaturalPerson] = 3;
        report.requests.outcomes.granted[Applicant::NaturalPerson] = 3;
        whole += &report;
    }
    whole.expect(expected.iter().map(name));
    if is_one_noted {
        whole.note(&Form::new(Edition::V2021).verify().unwrap_err());
    }
    whole
}

/// Whether the words for what is not complete stand in a text, and no others.
fn says(text: &str, completeness: Option<Completeness>, lang: Lang) -> bool {
    let others = Completeness::ALL.iter().filter(|other| **other != Completeness::Complete);
    others.into_iter().all(|&other| text.contains(other.label(lang)) == (Some(other) == completeness))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(60), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_total_of_partial_data_is_never_printed_without_the_word(
        count in 1..4_usize,
        is_expected in vec(any::<bool>(), 5),
        is_one_noted: bool,
    ) {
        let came: Vec<usize> = (0..count).collect();
        let mut expected: Vec<usize> = (0..5).filter(|&i| is_expected[i]).collect();
        if !expected.is_empty() {
            // A body that comes and is not expected is a conflict, and there is no total.
            expected.extend(&came);
        }
        let whole = bureaus(2024, &came, &expected, is_one_noted);
        let completeness = whole.coverage().completeness();
        let missing = expected.iter().any(|bureau| !came.contains(bureau));
        let is_partial = missing || is_one_noted;
        prop_assert_eq!(completeness == Completeness::Partial, is_partial);
        prop_assert_eq!(completeness == Completeness::Complete, !is_partial && !expected.is_empty());

        let json = serde_json::to_value(&whole).unwrap();
        prop_assert!(json["totals"].is_object());
        prop_assert_eq!(json["coverage"]["completeness"].as_str(), Some(completeness.name()));
        let sums = whole.whole().unwrap();
        let span = sums.span().unwrap();
        let json = serde_json::to_value(&span).unwrap();
        let said = Some(completeness).filter(|answer| *answer != Completeness::Unknown);
        prop_assert_eq!(json["completeness"].as_str(), said.map(Completeness::name));
        for &lang in Lang::ALL {
            let outcomes = charts::outcomes(sums.totals(), completeness, lang).unwrap();
            let flows = charts::flows(std::slice::from_ref(&span), lang).unwrap();
            for (svg, element, answer) in [(outcomes, "title", Some(completeness)), (flows, "desc", said)] {
                let text = svg.split_once(&format!("<{element}>")).unwrap().1.split_once("</").unwrap().0;
                prop_assert!(says(text, answer, lang), "{} {}", completeness, text);
            }
        }
        // Over years the gravest answer is kept, in either order, and beside other bodies.
        let complete = bureaus(2025, &came, &came, false).whole().unwrap().span().unwrap();
        prop_assert_eq!(span.then_noting(&complete).unwrap().completeness(), said);
        let earlier = bureaus(2023, &came, &came, false).whole().unwrap().span().unwrap();
        prop_assert_eq!(earlier.then_noting(&span).unwrap().completeness(), said);
        let other = Span::from(&Report::new(Body::named("另一局"), Year::new(2024).unwrap()));
        let beside = said.filter(|answer| *answer != Completeness::Complete);
        prop_assert_eq!(other.beside(&span).unwrap().completeness(), beside);

        let book = Summary::of(&whole).previous(&bureaus(2023, &came, &came, false)).unwrap().to_bytes().unwrap();
        let text = extract::from_bytes(&book).unwrap().text;
        prop_assert!(text.contains(completeness.label(Lang::Zh)), "{}", text);
    }
}
