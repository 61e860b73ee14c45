//! Every rule breaks and holds where it should.

use ogi_report::Edition::{V2019, V2021};
use ogi_report::check::Check;
use ogi_report::form::Value;
use ogi_report::narrative::Narrative;
use ogi_report::{
    Applicant, BodyKind, Cell, Checked, Column, Filed, Form, Lang, Level, OtherHandling, Outcome, ProactiveCell as P,
    RequestRow, Route, Rule, Ruling, Severity, Verdict, Year,
};

use crate::fixtures::{BORDERS, FIXTURES, Fixture, Spoil, body, clean, put, year_before};
use crate::narratives;

/// The outcome of the check of a fixture, whose reports are clean before it is applied.
fn spoilt(fixture: &Fixture) -> Checked {
    let rule = fixture.rule;
    let mut form = clean(fixture.edition);
    match fixture.spoil {
        Spoil::Form(spoil) => {
            assert_eq!(form.check().findings, [], "the report for {rule} is not clean");
            spoil(&mut form);
            form.check()
        }
        Spoil::Years(spoil) => {
            let mut previous = year_before(&form);
            let both = Check::new().previous(&previous).run(&form);
            assert_eq!(both.findings, [], "the reports for {rule} are not clean");
            spoil(&mut form, &mut previous);
            Check::new().previous(&previous).run(&form)
        }
        Spoil::Text(changes, spoil) => {
            let mut text = clean_text(fixture);
            for (from, to) in changes {
                assert!(text.contains(from), "the text for {rule} has no “{from}”");
                text = text.replace(from, to);
            }
            spoil(&mut form);
            of_texts(&form, &text, narratives::text_before(fixture.edition))
        }
        Spoil::Texts(spoil) => {
            let (mut text, mut before) = (clean_text(fixture), narratives::text_before(fixture.edition).to_owned());
            spoil(&mut text, &mut before);
            of_texts(&form, &text, &before)
        }
    }
}

/// The outcome of the check of a form with its text and last year's form and text, which asks the local rules, too.
fn of_texts(form: &Form, text: &str, before: &str) -> Checked {
    let (text, before) = (Narrative::from_text(text), Narrative::from_text(before));
    let policy = Rule::ALL.iter().filter(|rule| rule.is_local()).map(|rule| format!("{rule}={}", rule.severity()));
    let policy = policy.collect::<Vec<_>>().join(",").parse().unwrap();
    let check = Check::new().policy(policy).narrative(&text).previous_narrative(&before);
    check.previous(&year_before(form)).run(form)
}

/// The text that goes with the clean report of the fixture.
fn clean_text(fixture: &Fixture) -> String {
    let text = narratives::text(fixture.edition).to_owned();
    let checked = of_texts(&clean(fixture.edition), &text, narratives::text_before(fixture.edition));
    assert_eq!(checked.findings, [], "the text for {} is not clean", fixture.rule);
    text
}

#[test]
fn every_rule_has_one_border_at_which_it_holds() {
    let mut wrong = Vec::new();
    for &rule in Rule::ALL {
        let borders: Vec<&Fixture> = BORDERS.iter().filter(|border| border.rule == rule).collect();
        let [border] = borders.as_slice() else {
            wrong.push(format!("{rule} has {} borders", borders.len()));
            continue;
        };
        let checked = spoilt(border);
        let entry = checked.ledger.entry(rule);
        if entry.broken > 0 || entry.held == 0 {
            wrong.push(format!("at its border {rule} is held {} times and broken {}", entry.held, entry.broken));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_one_fixture_that_breaks_it_and_no_other() {
    let mut wrong = Vec::new();
    for &rule in Rule::ALL {
        let fixtures: Vec<&Fixture> = FIXTURES.iter().filter(|fixture| fixture.rule == rule).collect();
        let [fixture] = fixtures.as_slice() else {
            wrong.push(format!("{rule} has {} fixtures", fixtures.len()));
            continue;
        };
        let checked = spoilt(fixture);
        let broken: Vec<_> = checked.findings.iter().map(|finding| (finding.rule, finding.at)).collect();
        if broken.len() != 1 || broken[0].0 != rule {
            wrong.push(format!("the fixture of {rule} breaks {broken:?}"));
            continue;
        }
        for &lang in Lang::ALL {
            let (said, expected) = (checked.findings[0].message(lang), rule.example(lang));
            if said != expected {
                wrong.push(format!("{rule} says {said:?}, expected {expected:?}"));
            }
        }
        let is_error = rule.severity() == Severity::Error;
        assert_eq!(checked.verdict() == Verdict::Broken, is_error, "{rule}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_holds_on_a_clean_report() {
    let mut held: Vec<Rule> = Vec::new();
    for (edition, level, kind) in [
        (V2019, Level::Township, BodyKind::Government),
        (V2021, Level::National, BodyKind::Department),
        (V2021, Level::County, BodyKind::Government),
    ] {
        let mut form = clean(edition);
        body(&mut form).level = Some(level);
        body(&mut form).kind = Some(kind);
        form.period = form.year.map(Year::period);
        form.published = form.period.and_then(|period| period.to.succ_opt());
        if level == Level::County {
            for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
                put(&mut form, cell, Filed::from(0));
            }
        }
        let checked = of_texts(&form, narratives::text(edition), narratives::text_before(edition));
        if level == Level::County {
            // The rules that its table no longer counts.
            assert!(checked.findings.iter().all(|finding| finding.rule == Rule::N210), "{:?}", checked.findings);
        }
        assert_eq!(checked.verdict(), Verdict::Holds);
        held.extend(checked.ledger.entries().iter().filter(|e| e.held > 0).filter_map(|e| e.rule.rule()));
    }
    let mut form = clean(V2021);
    let mut previous = clean(V2019);
    previous.body.clone_from(&form.body);
    previous.year = Some(Year::new(2020).unwrap());
    form.year = Some(Year::new(2021).unwrap());
    put(&mut previous, P::RulesTotalDisclosed, Filed::from(1000));
    let checked = Check::new().previous(&previous).run(&form);
    held.extend(checked.ledger.entries().iter().filter(|e| e.held > 0).filter_map(|e| e.rule.rule()));
    for (edition, from, to) in [
        (V2019, "未发生因公开政府信息引起的行政复议、行政诉讼", "没有败诉，零败诉"),
        (V2021, "发出收费通知9件，总金额4000元，", "没有发出收费通知，"),
        (V2021, "统一登记，", "在淮安市人民政府网站公布，"),
        (V2021, "行政诉讼46件，", "行政诉讼52件，其中作为共同被告的行政诉讼6件，"),
    ] {
        let mut form = clean(edition);
        if edition == V2021 {
            form.set(Cell::request(OtherHandling::FeeUnpaid, Column::Total), 0);
            form.set(Cell::request(OtherHandling::FeeUnpaid, Applicant::NaturalPerson), 0);
        }
        let narrative = Narrative::from_text(&narratives::text(edition).replace(from, to));
        let checked = Check::new().narrative(&narrative).run(&form);
        held.extend(checked.ledger.entries().iter().filter(|e| e.held > 0).filter_map(|e| e.rule.rule()));
    }
    let never: Vec<Rule> = Rule::ALL.iter().copied().filter(|rule| !held.contains(rule)).collect();
    assert_eq!(never, []);
}

#[test]
fn a_marked_row_of_rules_is_accepted_whole_and_questioned_in_part() {
    let mut form = clean(V2021);
    for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
        put(&mut form, cell, Filed::printed("—"));
    }
    assert_eq!(form.check().findings.iter().map(|f| f.rule).collect::<Vec<_>>(), [Rule::P307]);
    let ogi_report::Proactive::V2021(proactive) = form.clone().verify().unwrap().proactive else { panic!() };
    assert_eq!(proactive.rules, None);

    put(&mut form, P::RulesIssued, Filed::from(0));
    let rules: Vec<Rule> = form.check().findings.iter().filter_map(|finding| finding.rule.rule()).collect();
    assert_eq!(rules, [Rule::C102, Rule::C102]);
}

#[test]
fn a_missing_operand_leaves_a_sum_open() {
    let mut form = clean(V2021);
    let pending = Cell::dispute(Route::Reconsideration, Ruling::Pending);
    form.set(pending, Filed::blank());
    let checked = form.check();
    let entry = checked.ledger.entry(Rule::D101);
    assert_eq!((entry.held, entry.broken, entry.gaps.len()), (2, 0, 1));
    assert_eq!(entry.gaps[0].missing, [pending]);
    assert_eq!(checked.verdict(), Verdict::NotAssessed);
}

#[test]
fn where_applicants_are_blank_the_stated_totals_are_tested() {
    let mut form = clean(V2021);
    for &row in RequestRow::ALL {
        for &applicant in Applicant::ALL {
            if row.is_printed_in(V2021) {
                form.set(Cell::request(row, applicant), Filed::blank());
            }
        }
    }
    let flow = Cell::request(RequestRow::Received, Column::Total);
    assert_eq!(form.check().ledger.entry(Rule::R101).held, 1);
    form.set(flow, 1_u32);
    let broken: Vec<_> = form.check().findings.into_iter().filter(|f| f.severity == Severity::Error).collect();
    assert_eq!(broken.len(), 1);
    assert_eq!((broken[0].rule, broken[0].at), (Rule::R101.into(), ogi_report::check::Place::Cell(flow)));
}

#[test]
fn totals_may_pass_the_bound_of_a_count() {
    let mut form = Form::new(V2021);
    for &cell in V2021.cells() {
        form.set(cell, 0);
    }
    form.body = Some(ogi_report::Body::named("某某市人民政府"));
    form.year = Some(ogi_report::Year::new(2024).unwrap());
    let max = u64::from(u32::MAX);
    let rows = [RequestRow::Received, Outcome::Granted.into(), RequestRow::OutcomeTotal];
    for row in rows {
        for &applicant in Applicant::ALL {
            form.set(Cell::request(row, applicant), u32::MAX);
        }
        form.set(Cell::request(row, Column::Total), 6 * max);
    }
    assert_eq!(form.clone().check().findings, []);
    assert_eq!(form.verify().unwrap().requests.received.total(), 6 * max);
}

#[test]
fn a_wrong_total_is_one_finding_where_the_flow_needs_it() {
    let mut form = clean(V2021);
    // Without the applicants of 四, only the column 总计 tells whether the flow balances.
    for &applicant in Applicant::ALL {
        form.set(Cell::request(RequestRow::CarriedOver, applicant), Filed::blank());
    }
    assert_eq!(form.check().ledger.entry(Rule::R101).held, 1);
    // 一 is known from its applicants, whatever its total says.
    form.set(Cell::request(RequestRow::Received, Column::Total), 1);
    let errors: Vec<_> = form.check().findings.into_iter().filter(|f| f.severity == Severity::Error).collect();
    assert_eq!(errors.iter().map(|f| f.rule).collect::<Vec<_>>(), [Rule::R103]);
}

#[test]
fn a_form_on_the_sheet_of_another_edition_is_three_findings() {
    for (name, stated) in [("pingtan-2019", V2021), ("pingtan-2021", V2019)] {
        let mut form = crate::reports::read(name);
        form.edition = stated;
        let checked = form.check();
        let rules: Vec<Rule> = checked.findings.iter().filter_map(|finding| finding.rule.rule()).collect();
        // The edition against the year, the table of section 二, and the rows of （六）.
        assert_eq!(rules, [Rule::E105, Rule::E103, Rule::E102], "{name}");
        // Nothing that could not be read looks as if it had held.
        assert!(!checked.ledger.is_complete());
    }
}

/// The rules of the findings about a form, each with its place.
fn found(form: &Form) -> Vec<(Rule, String)> {
    let findings = form.check().findings;
    findings.iter().filter_map(|finding| Some((finding.rule.rule()?, finding.at.to_string()))).collect()
}

#[test]
fn a_section_on_the_sheet_of_another_edition_is_there_and_other_sections_are_not() {
    let mut form = clean(V2021);
    for &cell in Cell::ALL.iter().filter(|cell| matches!(cell, Cell::Proactive(_) | Cell::Dispute(..))) {
        form.remove(cell);
    }
    put(&mut form, P::LicensingChange, Filed::from(0));
    assert_eq!(found(&form), [(Rule::E103, "proactive".to_owned()), (Rule::C104, "disputes".to_owned())]);
}

#[test]
fn a_block_of_another_edition_is_named_at_its_own_first_cell_of_that_edition() {
    let mut form = clean(V2021);
    put(&mut form, P::FeesChange, Filed::from(0));
    for &cell in Cell::ALL {
        let Cell::Proactive(proactive) = cell else { continue };
        if proactive.item() != P::CoercionDecisions.item() && proactive.item() != P::LicensingDecisions.item() {
            continue;
        }
        match (cell.is_printed_in(V2019), cell.is_printed_in(V2021)) {
            (true, _) => form.set(cell, 0),
            (false, _) => form.remove(cell),
        };
    }
    let blocks: Vec<String> =
        found(&form).into_iter().filter(|found| found.0 == Rule::E104).map(|found| found.1).collect();
    assert_eq!(blocks, ["proactive.licensing.previous_items", "proactive.penalties.previous_items"]);
}

#[test]
fn a_total_is_asked_about_once_and_only_if_it_is_blank() {
    for (printed, rules) in [("", vec![Rule::C105]), ("若干", vec![Rule::C202])] {
        let mut form = clean(V2021);
        // Three sums speak of it.
        form.set(Cell::request(RequestRow::OutcomeTotal, Column::Total), Filed::printed(printed));
        assert_eq!(found(&form).into_iter().map(|found| found.0).collect::<Vec<_>>(), rules, "{printed}");
    }
}

#[test]
fn only_a_blank_total_whose_parts_are_known_leaves_no_gap_where_blanks_are_zero() {
    let (total, part) = (
        Cell::request(RequestRow::Received, Column::Total),
        Cell::request(RequestRow::Received, Applicant::NaturalPerson),
    );
    for (printed, of_part, has_gap) in [("", None, false), ("若干", None, true), ("", Some("若干"), true)] {
        let mut form = clean(V2021);
        form.set(total, Filed::printed(printed));
        if let Some(of_part) = of_part {
            form.set(part, Filed::printed(of_part));
        }
        let checked = Check::new().policy("blank=zero".parse().unwrap()).run(&form);
        let gaps = &checked.ledger.entry(Rule::R103).gaps;
        let at = ogi_report::check::Place::Cell(total);
        assert_eq!(gaps.iter().any(|gap| gap.at == at), has_gap, "{printed} {of_part:?}: {gaps:?}");
    }
}

#[test]
fn the_preamble_is_asked_for_its_basis_if_it_says_anything() {
    let form = clean(V2021);
    for (preamble, parts, basis) in [
        ("", (0, 0), (0, 0)),
        ("本报告所列数据的统计期限自2024年1月1日起，至2024年12月31日止。", (0, 0), (0, 1)),
        ("全文由六个部分组成。", (1, 0), (0, 1)),
        ("全文由五个部分组成。", (0, 1), (0, 1)),
        (
            "全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。",
            (0, 1),
            (0, 1),
        ),
        (
            "本报告由总体概况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、提起行政诉讼情况、存在的主要问题及改进情况、其它事项六个部分组成。",
            (1, 0),
            (0, 1),
        ),
        ("依据《中华人民共和国政府信息公开条例》编制。", (0, 0), (1, 0)),
    ] {
        let text = format!("淮安市人民政府2024年政府信息公开工作年度报告\n{preamble}\n一、总体情况\n全年平稳。\n");
        let ledger = Check::new().narrative(&Narrative::from_text(&text)).run(&form).ledger;
        let said = |rule| (ledger.entry(rule).held, ledger.entry(rule).broken);
        assert_eq!((said(Rule::T303), said(Rule::T304)), (parts, basis), "{preamble}");
    }
}

#[test]
fn a_stray_cell_is_no_block() {
    let mut form = clean(V2021);
    put(&mut form, P::LicensingChange, Filed::from(0));
    put(&mut form, P::FeesChange, Filed::from(0));
    let rules: Vec<Rule> = form.check().findings.iter().filter_map(|finding| finding.rule.rule()).collect();
    assert_eq!(rules, [Rule::E101, Rule::E101]);
}

#[test]
fn a_note_that_makes_the_number_another_is_not_a_note() {
    let cases = [
        (P::FeesAmount, "0.5（亿元）", Rule::C202),
        (P::FeesAmount, "251000（元）", Rule::C301),
        (P::CoercionDecisions, "12（万）", Rule::C202),
        (P::CoercionDecisions, "3（万件）", Rule::C202),
        (P::CoercionDecisions, "5（不含2）", Rule::C202),
        (P::CoercionDecisions, "5()", Rule::C202),
        (P::CoercionDecisions, "12（３）", Rule::C202),
        (P::CoercionDecisions, "5（元）", Rule::C302),
        (P::CoercionDecisions, "3（单位：元）", Rule::C302),
        (P::CoercionDecisions, "3（单位：百件）", Rule::C202),
        (P::CoercionDecisions, "3（一万）", Rule::C202),
        (P::CoercionDecisions, "3（应为5）", Rule::C202),
        (P::CoercionDecisions, "3（另有5件未计）", Rule::C202),
        (P::CoercionDecisions, "3（仅上半年）", Rule::C202),
        (P::FeesAmount, "12（单位：元）", Rule::C301),
        (P::FeesAmount, "12（单位：亿元）", Rule::C202),
        (P::FeesAmount, "12（美元）", Rule::C202),
        (P::FeesAmount, "251000（含税，单位：元）", Rule::C202),
        (P::FeesAmount, "251000（含税）（元）", Rule::C202),
        (P::FeesAmount, "12（含税，单位：亿元）", Rule::C202),
    ];
    for (cell, printed, rule) in cases {
        let mut form = clean(V2021);
        put(&mut form, cell, Filed::printed(printed));
        let rules: Vec<Rule> = form.check().findings.iter().filter_map(|finding| finding.rule.rule()).collect();
        assert_eq!(rules, [rule], "{printed}");
    }
    for note in ["其中修订16件", "含下属单位：某局", "其中罚没3万元", "含元旦"] {
        let filed = Filed::printed(format!("22（{note}）"));
        assert!(matches!(filed.value(), Value::Number { unit: None, note: Some(_), .. }), "{note}");
    }
    let mut form = clean(V2019);
    put(&mut form, P::LicensingPreviousItems, Filed::from(9));
    for change in ["3（减少）", "增少3", "减加3"] {
        put(&mut form, P::LicensingChange, Filed::printed(change));
        assert_eq!(form.check().findings[0].rule, Rule::C202, "{change}");
    }
}

#[test]
fn a_stray_cell_takes_nothing_from_those_that_belong() {
    let mut form = clean(V2021);
    put(&mut form, P::ProcurementProjects, Filed::from(0));
    let checked = form.check();
    let entry = checked.ledger.entry(Rule::E101);
    assert_eq!((entry.held as usize, entry.broken), (V2021.cells().len(), 1));
}

#[test]
fn a_namesake_in_another_place_is_another_body() {
    let mut form = clean(V2021);
    let mut previous = year_before(&form);
    for (region, is_compared) in [(None, true), (Some("310101"), false), (Some("110105"), true)] {
        body(&mut form).region = Some("110105".parse().unwrap());
        body(&mut previous).region = region.map(|region| region.parse().unwrap());
        let checked = Check::new().previous(&previous).run(&form);
        assert_eq!(checked.ledger.entry(Rule::Y102).held == 1, is_compared, "{region:?}");
    }
}

#[test]
fn an_amount_that_states_its_unit_is_believed() {
    let broken = |edition, cell, printed: &str, is_town: bool, rule| {
        let mut form = Form::new(edition);
        form.set(Cell::Proactive(cell), Filed::printed(printed));
        let mut body = ogi_report::Body::named("某某局");
        (body.level, body.kind) =
            if is_town { (Some(Level::Township), None) } else { (None, Some(BodyKind::Department)) };
        form.body = Some(body);
        form.check().findings.iter().any(|finding| finding.rule == rule)
    };
    for (printed, is_broken) in [("1000000", false), ("1000001", true), ("1000001元", false), ("1000001万元", false)]
    {
        assert_eq!(broken(V2019, P::ProcurementAmount, printed, false, Rule::P303), is_broken, "{printed}");
    }
    for (printed, is_town, is_broken) in [
        ("9999999", false, false),
        ("10000000", false, true),
        ("10000000元", false, false),
        ("10000000万元", false, true),
        ("9999", true, false),
        ("10000", true, true),
        ("10000元", true, false),
    ] {
        assert_eq!(broken(V2021, P::FeesAmount, printed, is_town, Rule::P305), is_broken, "{printed}");
    }
}

#[test]
fn a_cell_that_holds_no_number_it_may_hold_breaks_one_rule() {
    let count = Cell::Proactive(P::LicensingDecisions);
    let change = Cell::Proactive(P::LicensingChange);
    let fees = Cell::Proactive(P::FeesAmount);
    for (edition, cell, printed, rule) in [
        (V2021, count, "", Some(Rule::C101)),
        (V2021, count, "/", Some(Rule::C102)),
        (V2021, count, "无", Some(Rule::C201)),
        (V2021, count, "若干", Some(Rule::C202)),
        (V2021, count, "-1", Some(Rule::C203)),
        (V2021, count, "-99999999999", Some(Rule::C203)),
        (V2021, count, "-99999999999999999999", Some(Rule::C203)),
        (V2021, count, "1.5", Some(Rule::C204)),
        (V2021, count, "-1.5", Some(Rule::C204)),
        (V2021, count, "4294967295", None),
        (V2021, count, "4294967296", Some(Rule::C205)),
        (V2021, count, "12345678901234567890", Some(Rule::C205)),
        (V2021, count, "123456789012345678901", Some(Rule::C205)),
        (V2021, count, "1234567890123456789012345678901234567890", Some(Rule::C205)),
        (V2021, count, "3万元", Some(Rule::C302)),
        (V2019, change, "-1", None),
        (V2019, change, "减3", None),
        (V2019, change, "减2147483649", Some(Rule::C205)),
        (V2019, change, "减9999999999", Some(Rule::C202)),
        (V2019, change, "2147483647", None),
        (V2019, change, "2147483648", Some(Rule::C205)),
        (V2019, change, "-2147483649", Some(Rule::C205)),
        (V2019, change, "-12345678901234567890", Some(Rule::C205)),
        (V2019, change, "12345678901234567890", Some(Rule::C205)),
        (V2019, count, "减3", Some(Rule::C202)),
        (V2021, fees, "0", None),
        (V2021, fees, "-0.5", Some(Rule::C203)),
        (V2021, fees, "-0.0000001", Some(Rule::C203)),
        (V2021, fees, "0.0000001", Some(Rule::C206)),
        (V2021, fees, "99999999999999999999", Some(Rule::C205)),
        (V2021, fees, "3件", Some(Rule::C302)),
        (V2021, fees, "3元", Some(Rule::C301)),
        (V2021, fees, "3万元", None),
    ] {
        let form = Form::of(edition, [(cell, Filed::printed(printed))]);
        let findings = form.check().findings;
        let of_cell = findings.iter().filter(|finding| finding.at == ogi_report::check::Place::Cell(cell));
        let found: Vec<&str> =
            of_cell.map(|finding| finding.rule.code()).filter(|code| code.starts_with('C')).collect();
        assert_eq!(found, Vec::from_iter(rule.map(Rule::code)), "{printed} in {cell}");
    }
}

#[test]
fn a_jump_is_one_of_two_numbers_in_one_unit() {
    let broken = |rule, cell, before: &str, after: &str| {
        let mut form = clean(V2021);
        let mut previous = year_before(&form);
        put(&mut previous, cell, Filed::printed(before));
        put(&mut form, cell, Filed::printed(after));
        let ledger = Check::new().previous(&previous).run(&form).ledger;
        let at = ogi_report::check::Place::Cell(Cell::Proactive(cell));
        let findings = Check::new().previous(&previous).run(&form).findings;
        (ledger.entry(rule).held > 0, findings.iter().any(|finding| finding.rule == rule && finding.at == at))
    };
    for (before, after, is_broken) in [
        ("1", "20000", true),
        ("1", "9999", false),
        ("1元", "20000", false),
        ("1", "20000元", false),
        ("1元", "20000元", true),
        ("1万元", "20000", true),
        ("1元", "20000万元", false),
    ] {
        assert_eq!(broken(Rule::Y304, P::FeesAmount, before, after).1, is_broken, "{before} → {after}");
    }
    for (before, after, is_broken) in
        [("0", "99", false), ("0", "100", true), ("20", "199", false), ("20", "200", true), ("200", "20", true)]
    {
        assert_eq!(broken(Rule::Y301, P::PenaltiesDecisions, before, after).1, is_broken, "{before} → {after}");
    }
}
