//! The review sheet: everything that a check says is on it, and every link leads somewhere.

use std::collections::BTreeSet;

use ogi_report::check::Check;
use ogi_report::check::{Place, Standing};
use ogi_report::{
    Applicant, Body, Cell, Denial, Form, Lang, OutcomeGroup, Report, RequestRow, Severity, Span, Table, Totals, Year,
    render,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::page::{self, Element};
use crate::rendering::{any_form, keeps_to_its_policy};
use crate::reports::{read, real};
use crate::strategies::report;

fn sheet(form: &Form, lang: Lang) -> Element {
    page::read(&render::review(form, &form.check(), lang))
}

fn has_class(element: &Element, class: &str) -> bool {
    element.attribute("class").is_some_and(|classes| classes.split(' ').any(|c| c == class))
}

fn with_class<'a>(page: &'a Element, class: &str) -> Vec<&'a Element> {
    page.all().into_iter().filter(|element| has_class(element, class)).collect()
}

fn with_id<'a>(page: &'a Element, id: &str) -> Option<&'a Element> {
    page.all().into_iter().find(|element| element.attribute("id") == Some(id))
}

fn id(cell: Cell) -> String {
    cell.to_string().replace('.', "-")
}

/// Links lead from each mark to its finding, from each finding to its cell, and none leads nowhere.
#[track_caller]
fn links_lead_both_ways(form: &Form, page: &Element) {
    let mut ids = BTreeSet::new();
    for element in page.all() {
        if let Some(id) = element.attribute("id") {
            assert!(ids.insert(id.to_owned()), "{id} stands twice");
        }
    }
    for link in page.all_named("a") {
        let target = link.attribute("href").unwrap().strip_prefix('#').unwrap();
        assert!(ids.contains(target), "{target} is nowhere on the page");
    }
    let links_to = |element: &Element, target: &str| {
        element.all_named("a").iter().any(|a| a.attribute("href") == Some(&format!("#{target}")))
    };
    let checked = form.check();
    assert_eq!(with_class(page, "findings")[0].all().iter().filter(|e| is_finding(e)).count(), checked.findings.len());
    for (i, finding) in checked.findings.iter().enumerate() {
        let number = format!("finding-{}", i + 1);
        let item = with_id(page, &number).unwrap();
        assert!(has_class(item, finding.severity.name()));
        assert!(item.text().contains(finding.severity.label(lang_of(page))));
        assert!(links_to(item, &format!("rule-{}", finding.rule)));
        match finding.at {
            Place::Cell(cell) => {
                if let Some(td) = with_id(page, &id(cell)) {
                    assert!(links_to(td, &number) && links_to(item, &id(cell)));
                    let sign = td.all_named("a")[0].text();
                    assert!(sign.starts_with(['✗', '!', 'i']), "no sign beside the colour: {sign}");
                    assert!(["error", "warning", "info", "mended"].iter().any(|class| has_class(td, class)));
                }
            }
            Place::Section(section) => assert!(links_to(item, section.name())),
            Place::Document => assert!(links_to(page.all_named("header")[0], &number)),
        }
    }
}

fn is_finding(element: &Element) -> bool {
    element.attribute("id").is_some_and(|id| id.starts_with("finding-"))
}

fn lang_of(page: &Element) -> Lang {
    if page.all_named("html")[0].attribute("lang") == Some("en") { Lang::En } else { Lang::Zh }
}

#[test]
fn a_sheet_says_what_the_check_says_of_every_real_report() {
    for form in real() {
        let checked = form.check();
        for &lang in Lang::ALL {
            let page = sheet(&form, lang);
            keeps_to_its_policy(&page);
            links_lead_both_ways(&form, &page);
            assert!(with_class(&page, "verdict")[0].text().ends_with(checked.verdict().label(lang)));
            for &standing in Standing::ALL {
                let rules = checked.ledger.entries().iter().filter(|entry| entry.standing() == standing).count();
                let summary = with_class(&page, "summary")[0];
                let counted = with_class(summary, standing.name())[0].all_named("b")[0].text();
                assert_eq!(counted, rules.to_string());
                let details = with_id(&page, &format!("ledger-{standing}")).unwrap();
                assert_eq!(details.all_named("tr").len().saturating_sub(1), rules);
            }
            for finding in &checked.findings {
                assert!(page.text().contains(&finding.message(lang)));
            }
        }
    }
}

#[test]
fn the_wrong_cell_is_named_in_the_table_in_the_finding_and_below_them() {
    let mut form = read("huaian-2024");
    let wrong = Cell::request(Denial::StateSecret, Applicant::NaturalPerson);
    form.set(wrong, 20);
    let page = sheet(&form, Lang::Zh);
    let td = with_id(&page, &id(wrong)).unwrap();
    assert!(has_class(td, "mended"));
    assert_eq!(td.text(), "20→2");
    let explained = with_class(&page, "culprit");
    assert_eq!(explained.len(), form.check().findings.len());
    for culprit in explained {
        assert_eq!(culprit.text(), "可能填错的格 （三）不予公开 1.属于国家秘密，自然人 20 → 2（多填一位数字）");
    }
    let diagnosis = with_id(&page, "diagnosis-1").unwrap();
    assert_eq!((diagnosis.all_named("del")[0].text(), diagnosis.all_named("ins")[0].text()), ("20".into(), "2".into()));
    // The row does not add up, but not because its total is wrong.
    let row = with_class(&page, "figures").into_iter().find(|figures| figures.text().contains("各项之和")).unwrap();
    assert_eq!(row.text(), "填报 2 · 各项之和 20 · 相差 18");
}

#[test]
fn a_broken_sum_is_drawn_as_its_cells() {
    let mut form = read("huaian-2024");
    let total = Cell::request(RequestRow::Received, ogi_report::Column::Total);
    form.set(total, 3129);
    let page = sheet(&form, Lang::En);
    let equation = with_class(&page, "equation")[0];
    assert_eq!(
        equation.text(),
        "3129 total≠3001 natural person+53 commercial enterprise+61 legal service institution+4 other organisation2 \
         more of 0"
    );
    let boxes = with_class(equation, "box");
    assert_eq!(boxes[0].attribute("href"), Some("#requests-received-total"));
    assert!(has_class(boxes[0], "at"));
    assert_eq!(with_class(&page, "figures")[0].text(), "stated 3129 · expected 3119 · difference 10");
    let involved = id(Cell::request(RequestRow::Received, Applicant::CommercialEnterprise));
    assert!(has_class(with_id(&page, &involved).unwrap(), "involved"));
}

#[test]
fn a_figure_that_a_rule_needs_is_marked() {
    let mut form = read("huaian-2024");
    let cell = Cell::request(RequestRow::Received, Applicant::OtherOrganization);
    form.set(cell, "/");
    let page = sheet(&form, Lang::Zh);
    // The mark itself is a finding.
    assert!(has_class(with_id(&page, &id(cell)).unwrap(), "warning"));
    let page =
        page::read(&render::review(&form, &Check::new().policy("default,C=off".parse().unwrap()).run(&form), Lang::Zh));
    let td = with_id(&page, &id(cell)).unwrap();
    assert!(has_class(td, "wanted"));
    assert_eq!(td.text(), "/?");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_form_has_a_sheet_that_keeps_together(form in any_form(), lang in select(Lang::ALL)) {
        let page = sheet(&form, lang);
        keeps_to_its_policy(&page);
        links_lead_both_ways(&form, &page);
        let text = render::checked_text(&form, &form.check(), lang);
        let marked = text.matches("✗ ").count();
        let wrong: BTreeSet<Cell> = form.check().findings.iter()
            .filter(|finding| finding.severity == Severity::Error)
            .filter_map(|finding| match finding.at { Place::Cell(cell) => Some(cell), _ => None })
            .filter(|cell| with_id(&page, &id(*cell)).is_some())
            .collect();
        prop_assert!(marked >= wrong.len(), "{} of {} marked", marked, wrong.len());
    }

    /// Every number is a text of the picture and of its description.
    #[test]
    fn charts_say_their_numbers(report in report(), lang in select(Lang::ALL)) {
        let totals: Totals = [&report].into_iter().sum();
        let svg = render::charts::outcomes(&totals, None, lang).unwrap();
        let document = roxmltree::Document::parse(&svg).unwrap();
        for node in document.descendants() {
            prop_assert!(node.tag_name().name() != "script");
            prop_assert!(node.attributes().all(|a| a.name() != "style" && !a.name().starts_with("on")));
        }
        let root = document.root_element();
        prop_assert_eq!(root.attribute("role"), Some("img"));
        prop_assert!(root.first_element_child().is_some_and(|title| title.has_tag_name("title")));
        let description = root.children().find(|node| node.has_tag_name("desc")).and_then(|node| node.text()).unwrap();
        let texts: Vec<&str> = document
            .descendants()
            .filter(|node| node.tag_name().name() == "text")
            .filter_map(|node| node.text())
            .map(str::trim)
            .collect();
        for &group in OutcomeGroup::ALL {
            let number = report.requests.outcomes.group(group).total().to_string();
            prop_assert!(description.contains(&number));
            prop_assert!(texts.iter().any(|text| text.starts_with(&number)), "{} is not in {:?}", number, texts);
        }
    }
}

#[test]
fn a_year_without_a_report_and_years_that_do_not_join_stand_in_the_picture() {
    let verified = |name: &str| read(name).verify().unwrap();
    let [first, last] = [verified("pingtan-2019"), verified("pingtan-2021")];
    let spans = [Span::from(&first), Span::from(&last)];
    let svg = render::charts::flows(&spans, Lang::Zh).unwrap();
    assert!(svg.contains("2020：没有报告"), "{svg}");

    let mut next = Report::new(last.body.clone(), Year::new(2022).unwrap());
    next.requests.carried_in[Applicant::NaturalPerson] = 5;
    next.requests.carried_over[Applicant::NaturalPerson] = 5;
    let svg = render::charts::flows(&[Span::from(&last), Span::from(&next)], Lang::En).unwrap();
    assert!(svg.contains("natural person: 1 carried over, 5 carried in"), "{svg}");
    assert!(svg.contains("\n! does not join the year before\n"));
    assert_eq!(
        render::charts::flows(&[Span::from(&next), Span::from(&last)], Lang::En).unwrap_err().to_string(),
        "2021 does not come after 2022, expected a later year"
    );

    // Years that are missing within a span.
    let both = Span::from(&first).then_noting(&Span::from(&last)).unwrap();
    let svg = render::charts::flows(&[both], Lang::En).unwrap();
    assert!(
        svg.contains("<desc>2019–2021: carried in 0, received 93, processed 92, carried over 1, no report of 2020")
    );
    assert!(svg.contains("\n! years without a report between\n"));
}

#[test]
fn a_chart_of_nothing_and_one_of_more_than_can_be_counted_are_drawn() {
    assert!(render::charts::flows(&[], Lang::Zh).unwrap().contains("<desc></desc>"));
    let mut report = Report::new(Body::named("某某局"), Year::new(2024).unwrap());
    report.requests.outcomes.granted = Table::from_fn(|_| u32::MAX);
    let mut totals: Totals = [&report].into_iter().sum();
    for _ in 0..31 {
        let half = totals.clone();
        totals += &half;
        if let Some(svg) = render::charts::outcomes(&totals, None, Lang::Zh) {
            let granted = 6 * u64::from(u32::MAX) * totals.reports();
            assert!(svg.contains(&format!("\n{granted}（100.00%）\n")), "{svg}");
        }
    }
}
