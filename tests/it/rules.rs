//! Every rule breaks and holds where it should.

use ogi_report::Edition::{V2019, V2021};
use ogi_report::check::Check;
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
    ];
    for (cell, printed, rule) in cases {
        let mut form = clean(V2021);
        put(&mut form, cell, Filed::printed(printed));
        let rules: Vec<Rule> = form.check().findings.iter().filter_map(|finding| finding.rule.rule()).collect();
        assert_eq!(rules, [rule], "{printed}");
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
fn a_text_that_counts_corrected_cases_does_not_deny_them() {
    let mut form = clean(V2019);
    for (route, ruling, count) in [
        (Route::Reconsideration, Ruling::Upheld, 1),
        (Route::Reconsideration, Ruling::Corrected, 1),
        (Route::DirectLitigation, Ruling::Upheld, 3),
    ] {
        form.set(Cell::dispute(route, ruling), count);
    }
    for (route, count) in [(Route::Reconsideration, 2), (Route::DirectLitigation, 3)] {
        form.set(Cell::dispute(route, Column::Total), count);
    }
    let text = Narrative::from_text("一、总体情况\n行政复议2件，结果纠正1件；行政诉讼3件，均维持。\n");
    let checked = Check::new().narrative(&text).run(&form);
    assert_eq!(checked.ledger.entry(Rule::N402).broken, 0);
}

/// What a rule says where the text states money in 元 and in 万元: how often it held, was broken and was not assessed.
fn money(rule: Rule, text: &str, fees: &str) -> ((u32, u32, usize), Option<String>) {
    let mut form = clean(V2021);
    put(&mut form, P::FeesAmount, Filed::printed(fees));
    let mut previous = year_before(&form);
    put(&mut previous, P::FeesAmount, Filed::printed("40000元"));
    let text = format!("一、总体情况\n{text}\n六、其他需要报告的事项\n");
    let checked = Check::new().previous(&previous).narrative(&Narrative::from_text(&text)).run(&form);
    let entry = checked.ledger.entry(rule);
    let message = checked.findings.iter().find(|finding| finding.rule == rule).map(|f| f.message(Lang::Zh));
    ((entry.held, entry.broken, entry.gaps.len()), message)
}

#[test]
fn money_in_two_units_is_added_and_compared_in_one() {
    let collected = |whole: &str, parts: &str| format!("实际收取信息处理费{whole}，其中{parts}。");
    let cases = [
        (Rule::N107, collected("0.394万元", "市本级3000元，县区940元"), "0.5", (1, 0, 0)),
        (Rule::N107, collected("3940元", "市本级0.3万元，县区940元"), "0.5", (1, 0, 0)),
        // Numbers that add up, and money that does not.
        (Rule::N107, collected("3940元", "市本级3000万元，县区940元"), "0.5", (0, 1, 0)),
        (Rule::N108, "发出收费通知9件，总金额0.4万元，实际收取信息处理费3940元。".into(), "0.5", (1, 0, 0)),
        (Rule::N108, "发出收费通知9件，总金额0.39万元，实际收取信息处理费3940元。".into(), "0.5", (0, 1, 0)),
        (Rule::N211, "实际收取信息处理费0.394万元。".into(), "3940元", (1, 0, 0)),
        (Rule::N211, "实际收取信息处理费0.394万元。".into(), "3930元", (0, 1, 0)),
        (Rule::N211, "实际收取信息处理费3940元。".into(), "0.394", (1, 0, 0)),
        (Rule::N210, "收取行政事业性收费9.5万元。".into(), "95000元", (1, 0, 0)),
        (Rule::N210, "收取行政事业性收费95000元。".into(), "9.5", (1, 0, 0)),
        (Rule::N210, "收取行政事业性收费9.5万元。".into(), "9.5元", (0, 1, 0)),
        // The year before filed 40000元.
        (Rule::N302, "收取行政事业性收费9万元，同比增长125%。".into(), "9", (1, 0, 0)),
        (Rule::N302, "收取行政事业性收费9万元，同比增加5万元。".into(), "9", (1, 0, 0)),
        (Rule::N302, "收取行政事业性收费9万元，同比增加50000元。".into(), "9", (1, 0, 0)),
    ];
    for (rule, text, fees, expected) in cases {
        let (standing, message) = money(rule, &text, fees);
        assert_eq!(standing, expected, "{rule}, {fees}: {text}: {message:?}");
    }
    let (_, message) = money(Rule::N107, &collected("0.394万元", "市本级3000元，县区950元"), "0.5");
    assert_eq!(
        message.unwrap(),
        "正文写实际收取的信息处理费 0.394 万元，所列各项之和为 0.395 万元，两者不符，请核实：“实际收取信息处理费【0.394】万元，其中市本级［3000］元，县区［950］元”。"
    );
    // An amount without a unit is not taken for one of 元.
    let text = "一、总体情况\n实际收取信息处理费3940元，其中市本级3000元，县区940元。\n六、其他需要报告的事项\n";
    let mut narrative = Narrative::from_text(text);
    for figure in &mut narrative.figures {
        figure.unit = figure.unit.filter(|_| figure.value != 3000_u32.into());
    }
    let entry = Check::new().narrative(&narrative).run(&clean(V2021)).ledger.entry(Rule::N107).clone();
    assert_eq!((entry.held, entry.broken, entry.gaps.len()), (0, 0, 1));
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

/// How often a rule held and was broken where section 一 says that.
fn said(form: &Form, rule: Rule, text: &str) -> (u32, u32) {
    let text = Narrative::from_text(&format!("一、总体情况\n{text}\n二、主动公开政府信息情况\n"));
    let ledger = Check::new().narrative(&text).run(form).ledger;
    (ledger.entry(rule).held, ledger.entry(rule).broken)
}

#[test]
fn figures_of_the_text_are_compared_with_the_rows_they_may_speak_of() {
    let form = clean(V2021);
    let count = |row| {
        let filed = form.get(Cell::request(row, Column::Total)).unwrap();
        filed.as_printed().parse::<u32>().unwrap()
    };
    let [received, carried_in, processed] =
        [RequestRow::Received, RequestRow::CarriedIn, RequestRow::OutcomeTotal].map(count);
    assert!(carried_in > 0 && processed != received, "{received} {carried_in} {processed}");
    for (count, held) in [(received, 1), (received + carried_in, 1), (received + 1, 0)] {
        assert_eq!(
            said(&form, Rule::N201, &format!("本年新收政府信息公开申请{count}件。")),
            (held, 1 - held),
            "{count}"
        );
    }
    for (count, held) in [(received, 1), (processed, 1), (received + carried_in + 1, 0)] {
        assert_eq!(said(&form, Rule::N201, &format!("共办理政府信息公开申请{count}件。")), (held, 1 - held), "{count}");
    }
}

#[test]
fn a_share_is_that_of_its_part_in_a_whole_of_the_text_or_the_tables() {
    let mut form = clean(V2021);
    form.set(Cell::request(RequestRow::Received, Column::Total), 8);
    for (text, expected) in [
        ("全年主动公开政府信息200条，其中通过政府网站公开50条，占25%。", (1, 0)),
        ("全年主动公开政府信息200条，其中通过政府网站公开50条，占26%。", (0, 1)),
        // 100 % is all, and all is 100 %.
        ("全年主动公开政府信息2000条，其中通过政府网站公开1999条，占100%。", (0, 1)),
        ("全年主动公开政府信息200条，其中通过政府网站公开200条，占99.9%。", (0, 1)),
        ("全年主动公开政府信息200条，其中通过政府网站公开200条，占100%。", (1, 0)),
    ] {
        assert_eq!(said(&form, Rule::N301, text), expected, "{text}");
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
    ] {
        assert_eq!(broken(Rule::Y304, P::FeesAmount, before, after).1, is_broken, "{before} → {after}");
    }
    for (before, after, is_broken) in
        [("0", "99", false), ("0", "100", true), ("20", "199", false), ("20", "200", true), ("200", "20", true)]
    {
        assert_eq!(broken(Rule::Y301, P::PenaltiesDecisions, before, after).1, is_broken, "{before} → {after}");
    }
}

#[test]
fn growth_from_nothing_is_no_percentage() {
    let said = |before: &str, text: &str| {
        let mut form = clean(V2021);
        put(&mut form, P::FeesAmount, Filed::printed("9"));
        let mut previous = year_before(&form);
        put(&mut previous, P::FeesAmount, Filed::printed(before));
        let text = format!("一、总体情况\n{text}\n六、其他需要报告的事项\n");
        let ledger = Check::new().previous(&previous).narrative(&Narrative::from_text(&text)).run(&form).ledger;
        (ledger.entry(Rule::N302).held, ledger.entry(Rule::N302).broken)
    };
    assert_eq!(said("0", "收取行政事业性收费9万元，同比增长125%。"), (0, 0));
    assert_eq!(said("4", "收取行政事业性收费9万元，同比增长125%。"), (1, 0));
    assert_eq!(said("4", "收取行政事业性收费9万元，同比增长124%。"), (0, 1));
    assert_eq!(said("0", "收取行政事业性收费9万元，同比增加9万元。"), (1, 0));
}

#[test]
fn only_a_body_that_may_report_for_others_has_two_scopes() {
    use ogi_report::Scope;
    use ogi_report::check::Evidence;

    let scope = |kind, level, stated: Option<Scope>, text: &str| {
        let mut form = clean(V2021);
        (body(&mut form).kind, body(&mut form).level, body(&mut form).scope) = (kind, level, stated);
        let text = Narrative::from_text(&format!("一、总体情况\n{text}\n二、主动公开政府信息情况\n"));
        let findings = Check::new().narrative(&text).run(&form).findings;
        findings.into_iter().find_map(|finding| match finding.evidence {
            Evidence::Stated { scope, .. } if finding.rule == Rule::N201 => Some(scope),
            _ => None,
        })
    };
    let (few, many) = ("本年新收政府信息公开申请3件。", "本年新收政府信息公开申请999999件。");
    let (county, government) = (Some(Level::County), Some(BodyKind::Government));
    for (kind, level, stated, text, expected) in [
        (government, county, None, few, Some(Scope::OwnOffice)),
        (government, county, None, many, Some(Scope::WholeJurisdiction)),
        (government, county, Some(Scope::OwnOffice), few, None),
        (government, Some(Level::Township), None, few, None),
        (Some(BodyKind::Department), county, None, few, None),
    ] {
        assert_eq!(scope(kind, level, stated, text), Some(expected), "{kind:?} {level:?} {stated:?} {text}");
    }
}

#[test]
fn suits_as_co_defendant_are_apart_from_those_of_the_table() {
    let form = clean(V2021);
    let count = |route| form.get(Cell::dispute(route, Column::Total)).unwrap().as_printed().parse::<u32>().unwrap();
    let suits = count(Route::DirectLitigation) + count(Route::LitigationAfterReconsideration);
    let text = |all: u32, apart: u32| format!("行政诉讼{all}件，其中作为共同被告的行政诉讼{apart}件。");
    for (all, apart, expected) in [
        (suits, 0, (1, 0)),
        (suits, suits, (0, 1)),
        (suits, suits + 1, (1, 0)),
        (suits, 6, (0, 1)),
        (suits + 6, 6, (1, 0)),
    ] {
        assert_eq!(said(&form, Rule::N404, &text(all, apart)), expected, "{}", text(all, apart));
    }
}

#[test]
fn one_channel_is_not_all_of_them() {
    let form = clean(V2021);
    for (text, expected) in [
        ("网络申请3000件。", (0, 0)),
        ("网络申请3000件，信函申请119件。", (1, 0)),
        ("网络申请3000件，信函申请118件。", (0, 1)),
    ] {
        assert_eq!(said(&form, Rule::N205, &format!("全年的政府信息公开申请中，{text}")), expected, "{text}");
    }
}

#[test]
fn a_row_that_is_marked_is_not_compared_with_the_text() {
    let mut form = clean(V2021);
    let text = "本年制发规章3件。";
    let [held, broken] = [("3", (1, 0)), ("4", (0, 1))].map(|(issued, expected)| {
        put(&mut form, P::RulesIssued, Filed::printed(issued));
        (said(&form, Rule::N210, text), expected)
    });
    assert_eq!([held.0, broken.0], [held.1, broken.1]);
    for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
        put(&mut form, cell, Filed::printed("/"));
    }
    assert_eq!(said(&form, Rule::N210, text), (0, 0));
}
