//! The figures of the text, among themselves and against the tables.

use ogi_report::Edition::{V2019, V2021};
use ogi_report::check::Check;
use ogi_report::narrative::{Confidence, Measure, Narrative, Subject};
use ogi_report::{
    Applicant, BodyKind, Cell, Column, Filed, Form, Lang, Level, Outcome, ProactiveCell as P, RequestRow, Route, Rule,
    Ruling,
};

use crate::fixtures::{body, clean, put, year_before};

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
    assert_eq!(said(&form, Rule::N402, "行政复议2件，结果纠正1件，均获维持。"), (0, 0, 0));
    assert_eq!(said(&form, Rule::N402, "行政复议2件，结果纠正0件，均获维持。"), (0, 1, 0));
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

/// How often a rule held, was broken and was not assessed where section 一 says that.
fn said(form: &Form, rule: Rule, text: &str) -> (u32, u32, usize) {
    let text = Narrative::from_text(&format!("一、总体情况\n{text}\n二、主动公开政府信息情况\n"));
    let ledger = Check::new().narrative(&text).run(form).ledger;
    let entry = ledger.entry(rule);
    (entry.held, entry.broken, entry.gaps.len())
}

/// Among so many numbers some two fit any share.
#[test]
fn a_share_of_a_subject_with_many_numbers_is_not_assessed() {
    let form = clean(V2021);
    for (many, expected) in [(15, (0, 1, 0)), (17, (0, 0, 1))] {
        let stated: String = (1..=many).map(|number| format!("网络申请{}件。", 7 * number)).collect();
        let text = format!("收到政府信息公开申请1000件。{stated}收到政府信息公开申请1000件，其中网络申请占99.97%。");
        assert_eq!(said(&form, Rule::N301, &text), expected, "{many}");
    }
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
            (held, 1 - held, 0),
            "{count}"
        );
    }
    for (count, held) in [(received, 1), (processed, 1), (received + carried_in + 1, 0)] {
        assert_eq!(
            said(&form, Rule::N201, &format!("共办理政府信息公开申请{count}件。")),
            (held, 1 - held, 0),
            "{count}"
        );
    }
}

#[test]
fn a_share_is_that_of_its_part_in_a_whole_of_the_text_or_the_tables() {
    let mut form = clean(V2021);
    form.set(Cell::request(RequestRow::Received, Column::Total), 8);
    for (text, expected) in [
        ("全年主动公开政府信息200条，其中通过政府网站公开50条，占25%。", (1, 0, 0)),
        ("全年主动公开政府信息200条，其中通过政府网站公开50条，占26%。", (0, 1, 0)),
        // 100 % is all, and all is 100 %.
        ("全年主动公开政府信息2000条，其中通过政府网站公开1999条，占100%。", (0, 1, 0)),
        ("全年主动公开政府信息200条，其中通过政府网站公开200条，占99.9%。", (0, 1, 0)),
        ("全年主动公开政府信息200条，其中通过政府网站公开200条，占100%。", (1, 0, 0)),
    ] {
        assert_eq!(said(&form, Rule::N301, text), expected, "{text}");
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
fn a_stated_change_cannot_be_assessed_beside_the_form_of_another_body() {
    let gaps = |name: &str, text: &str| {
        let mut form = clean(V2021);
        put(&mut form, P::FeesAmount, Filed::printed("9"));
        let mut previous = year_before(&form);
        put(&mut previous, P::FeesAmount, Filed::printed("4"));
        previous.body.as_mut().unwrap().name.push_str(name);
        let text = format!("一、总体情况\n{text}\n六、其他需要报告的事项\n");
        let ledger = Check::new().previous(&previous).narrative(&Narrative::from_text(&text)).run(&form).ledger;
        ledger.entry(Rule::N302).gaps.len()
    };
    assert_eq!(gaps("", "收取行政事业性收费9万元，同比增长125%。"), 0);
    assert_eq!(gaps("分局", "收取行政事业性收费9万元，同比增长125%。"), 1);
    assert_eq!(gaps("分局", "收取行政事业性收费9万元。"), 0);
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
        (suits, 0, (1, 0, 0)),
        (suits, suits, (0, 1, 0)),
        (suits, suits + 1, (1, 0, 0)),
        (suits, 6, (0, 1, 0)),
        (suits + 6, 6, (1, 0, 0)),
    ] {
        assert_eq!(said(&form, Rule::N404, &text(all, apart)), expected, "{}", text(all, apart));
    }
}

#[test]
fn one_channel_is_not_all_of_them() {
    let form = clean(V2021);
    for (text, expected) in [
        ("网络申请3000件。", (0, 0, 0)),
        ("网络申请3000件，信函申请119件。", (1, 0, 0)),
        ("网络申请3000件，信函申请118件。", (0, 1, 0)),
    ] {
        assert_eq!(said(&form, Rule::N205, &format!("全年的政府信息公开申请中，{text}")), expected, "{text}");
    }
}

#[test]
fn a_row_that_is_marked_is_not_compared_with_the_text() {
    let mut form = clean(V2021);
    let text = "本年制发规章3件。";
    let [held, broken] = [("3", (1, 0, 0)), ("4", (0, 1, 0))].map(|(issued, expected)| {
        put(&mut form, P::RulesIssued, Filed::printed(issued));
        (said(&form, Rule::N210, text), expected)
    });
    assert_eq!([held.0, broken.0], [held.1, broken.1]);
    for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
        put(&mut form, cell, Filed::printed("/"));
    }
    assert_eq!(said(&form, Rule::N210, text), (0, 0, 0));
    assert_eq!(said(&form, Rule::N401, "全年未制发规章。"), (0, 0, 0));
}

#[test]
fn a_list_is_asked_by_the_rule_of_its_kind_alone() {
    let form = clean(V2021);
    let sums = [Rule::N101, Rule::N102, Rule::N103, Rule::N104, Rule::N105, Rule::N106, Rule::N107];
    for (text, rule) in [
        ("全年主动公开政府信息60条，其中通过政府网站公开40条，通过其他方式公开20条。", Rule::N101),
        ("全年主动公开政府信息60条，其中概况信息10条，其他信息50条。", Rule::N102),
        ("全年收到政府信息公开申请9件，其中网络申请5件，信函申请4件。", Rule::N103),
        ("全年答复政府信息公开申请9件，其中予以公开5件，不予公开4件。", Rule::N104),
        ("全年答复政府信息公开申请9件，其中按时办结8件，延期办结1件。", Rule::N105),
        ("全年行政复议9件，其中结果维持5件，结果纠正4件。", Rule::N106),
        ("全年实际收取信息处理费9万元，其中市本级5万元，县区4万元。", Rule::N107),
    ] {
        for asked in sums {
            let expected = (u32::from(asked == rule), 0, 0);
            assert_eq!(said(&form, asked, text), expected, "{asked}: {text}");
        }
    }
    // About so many are not counted.
    let about = "全年主动公开政府信息60条，其中概况信息约10条，其他信息50条。";
    assert_eq!(said(&form, Rule::N102, about), (0, 0, 0));
}

#[test]
fn parts_of_some_of_a_whole_may_be_less_and_not_more() {
    let form = clean(V2021);
    for (granted, denied, expected) in [(6, 3, (0, 0, 0)), (6, 4, (1, 0, 0)), (6, 5, (0, 1, 0))] {
        let text = format!("答复政府信息公开申请10件，其中予以公开{granted}件，不予公开{denied}件。");
        assert_eq!(said(&form, Rule::N104, &text), expected, "{text}");
    }
}

#[test]
fn each_place_where_a_rule_cannot_be_assessed_is_listed_once() {
    let mut form = clean(V2021);
    for row in [RequestRow::Outcome(Outcome::Granted), RequestRow::Outcome(Outcome::PartiallyGranted)] {
        for &cell in Cell::ALL.iter().filter(|cell| matches!(cell, Cell::Request(of, _) if *of == row)) {
            form.remove(cell);
        }
    }
    let twice = "答复政府信息公开申请9件，其中予以公开5件，部分公开4件。答复政府信息公开申请9件，予以公开5件。";
    assert_eq!(said(&form, Rule::N207, twice), (0, 0, 2));
}

#[test]
fn suits_of_the_text_may_have_those_as_co_defendant_added_and_nothing_else_may() {
    let form = clean(V2021);
    let count = |route| form.get(Cell::dispute(route, Column::Total)).unwrap().as_printed().parse::<u32>().unwrap();
    let suits = count(Route::DirectLitigation) + count(Route::LitigationAfterReconsideration);
    let reviews = count(Route::Reconsideration);
    for (reviews, suits, expected) in [
        (reviews, suits, (2, 0, 0)),
        (reviews, suits + 6, (2, 0, 0)),
        (reviews, suits + 7, (1, 1, 0)),
        (reviews + 6, suits, (1, 1, 0)),
    ] {
        let text = format!("行政复议{reviews}件。行政诉讼{suits}件，其中作为共同被告的行政诉讼6件。");
        assert_eq!(said(&form, Rule::N209, &text), expected, "{text}");
    }
}

#[test]
fn a_share_of_requests_is_one_of_those_received_if_it_tells_who_or_how() {
    let form = clean(V2021);
    let flow = "本年新收政府信息公开申请8件，答复政府信息公开申请10件";
    for (text, expected) in [
        ("其中自然人申请5件，占62.5%", (1, 0, 0)),
        ("其中自然人申请5件，占50%", (0, 1, 0)),
        ("其中网络申请5件，占62.5%", (1, 0, 0)),
        ("其中网络申请5件，占50%", (0, 1, 0)),
    ] {
        let text = format!("{flow}。本年新收政府信息公开申请8件，{text}。");
        assert_eq!(said(&form, Rule::N301, &text), expected, "{text}");
    }
}

#[test]
fn shares_of_a_sentence_are_of_its_sum_only_if_they_are_all() {
    let form = clean(V2021);
    for (first, second, expected) in [
        // 50 of 100, which the text states nowhere.
        ("50", "50", (2, 0, 0)),
        ("50", "45.1", (1, 1, 0)),
        ("50", "45", (0, 1, 0)),
        ("50", "54.9", (1, 1, 0)),
        ("50", "55", (0, 1, 0)),
    ] {
        let text = format!("收到的政府信息公开申请中，网络申请50件，占{first}%；信函申请50件，占{second}%。");
        assert_eq!(said(&form, Rule::N301, &text), expected, "{text}");
    }
}

#[test]
fn a_share_of_money_is_one_in_one_unit() {
    let form = clean(V2021);
    for (share, expected) in [("50", (1, 0)), ("60", (0, 1))] {
        let text = format!(
            "一、总体情况\n实际收取信息处理费0.6万元，其中市本级3000元，占{share}%。\n二、主动公开政府信息情况\n"
        );
        let mut text = Narrative::from_text(&text);
        for share in text.figures.iter_mut().filter(|figure| figure.measure == Measure::Share) {
            share.whole = Some(Subject::FeeCollected);
        }
        let ledger = Check::new().narrative(&text).run(&form).ledger;
        assert_eq!((ledger.entry(Rule::N301).held, ledger.entry(Rule::N301).broken), expected, "{share}");
    }
}

#[test]
fn a_finding_names_the_unit_of_the_cell_that_it_compares_with() {
    let form = clean(V2021);
    let message = |rule: Rule, text: &Narrative| {
        let findings = Check::new().narrative(text).run(&form).findings;
        findings.iter().find(|finding| finding.rule == rule).map(|finding| finding.message(Lang::Zh)).unwrap()
    };
    let text = |said: &str| Narrative::from_text(&format!("一、总体情况\n{said}\n二、主动公开政府信息情况\n"));
    assert_eq!(
        message(Rule::N210, &text("作出行政处罚3项。")),
        "正文写行政处罚决定 3 项，表格为 3985758 件（【行政处罚，本年处理决定数量】 3985758），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。"
    );
    assert_eq!(
        message(Rule::N210, &text("收取行政事业性收费3元。")),
        "正文写行政事业性收费 3 元，表格为 961716000 元（【行政事业性收费，本年收费金额（单位：万元）】 96171.6），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。"
    );
    // 未收取, as a text without figures says it.
    let mut none = text("收取行政事业性收费0元。");
    for figure in &mut none.figures {
        (figure.unit, figure.confidence) = (None, Confidence::InWords);
    }
    assert_eq!(
        message(Rule::N401, &none),
        "正文写没有行政事业性收费，表格为 96171.6（【行政事业性收费，本年收费金额（单位：万元）】 96171.6），请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。"
    );
}

/// A form with nothing in it but some rows of section 三, all of natural persons, and the rules of a text beside it that are broken.
fn broken_beside(rows: &[(RequestRow, u32)], text: &str) -> Vec<String> {
    let mut form = Form::new(V2021);
    for &cell in Cell::ALL.iter().filter(|cell| matches!(cell, Cell::Request(..))) {
        form.set(cell, 0);
    }
    for &(row, count) in rows {
        form.set(Cell::request(row, Column::Total), count);
        form.set(Cell::request(row, Applicant::NaturalPerson), count);
    }
    let text = Narrative::from_text(&format!("一、总体情况\n{text}\n"));
    let findings = Check::new().narrative(&text).run(&form).findings;
    findings.iter().map(|finding| finding.rule.to_string()).filter(|rule| rule.starts_with('N')).collect()
}

#[test]
fn replies_that_came_late_say_nothing_of_the_others() {
    let granted = RequestRow::Outcome(Outcome::Granted);
    let rows = [(RequestRow::Received, 8), (granted, 8), (RequestRow::OutcomeTotal, 8)];
    for (text, expected) in [
        ("收到申请8件，均在法定期限内答复，其中延期答复2件。", &[][..]),
        ("收到申请8件，逾期答复1件。", &[]),
        ("收到申请8件，按时办结6件，延期办结2件。", &[]),
        ("收到申请8件，按时办结6件，延期办结1件。", &["N206"]),
        ("收到申请8件，按时办结6件，延期办结4件。", &["N206"]),
        ("收到申请8件，按时办结9件。", &["N206"]),
        // One may have been late.
        ("收到申请8件，按时办结6件。", &[]),
        ("收到申请8件，按时办结6件，延期办结1件，尚在办理1件。", &[]),
        ("收到申请8件，按时办结5件，延期办结约2件。", &[]),
    ] {
        assert_eq!(broken_beside(&rows, text), expected, "{text}");
    }
}

#[test]
fn terms_of_two_vocabularies_for_one_row_are_compared_together() {
    let not_held = RequestRow::Outcome(Outcome::UnableToProvide(ogi_report::UnableToProvide::NotHeld));
    let granted = RequestRow::Outcome(Outcome::Granted);
    let rows = [(RequestRow::Received, 62), (granted, 35), (not_held, 27), (RequestRow::OutcomeTotal, 62)];
    for (text, expected) in [
        ("信息不存在15件，本机关不掌握12件", &[][..]),
        ("信息不存在15件，不属于本机关公开12件", &[]),
        ("信息不存在15件，本机关不掌握13件", &["N208"]),
        ("无法提供27件（其中信息不存在15件）", &[]),
        ("信息不存在15件", &["N208"]),
        ("本机关不掌握15件", &["N207"]),
        ("本机关不掌握27件（其中信息不存在15件）", &[]),
        ("予以公开20件，属于已主动公开范围15件", &[]),
        ("予以公开35件（其中属于主动公开范围15件）", &[]),
        ("予以公开20件，属于已主动公开范围14件", &["N208"]),
        ("同意公开20件，属于已主动公开范围15件", &[]),
        ("同意公开20件，属于已主动公开范围14件", &["N208"]),
        ("予以公开34件", &["N207"]),
    ] {
        assert_eq!(broken_beside(&rows, &format!("答复申请62件，其中{text}。")), expected, "{text}");
    }
}

#[test]
fn what_was_made_public_may_have_that_in_part_where_the_text_does_not_tell_them_apart() {
    let partly = RequestRow::Outcome(Outcome::PartiallyGranted);
    let granted = RequestRow::Outcome(Outcome::Granted);
    let rows = [(RequestRow::Received, 23), (granted, 20), (partly, 3), (RequestRow::OutcomeTotal, 23)];
    for (text, expected) in [
        ("予以公开23件", &[][..]),
        ("予以公开20件", &[]),
        ("予以公开22件", &["N207"]),
        ("予以公开23件，部分公开3件", &["N207", "N104"]),
        ("予以公开23件（含部分公开3件）", &[]),
    ] {
        assert_eq!(broken_beside(&rows, &format!("答复申请23件，其中{text}。")), expected, "{text}");
    }
}

#[test]
fn results_may_be_of_the_requests_received_and_of_those_carried_in() {
    let granted = RequestRow::Outcome(Outcome::Granted);
    let held = RequestRow::Outcome(Outcome::UnableToProvide(ogi_report::UnableToProvide::NotHeld));
    let rows =
        [(RequestRow::Received, 7), (RequestRow::CarriedIn, 1), (granted, 4), (held, 4), (RequestRow::OutcomeTotal, 8)];
    for (text, expected) in [
        ("收到政府信息公开申请7件，上年结转1件；予以公开4件，无法提供4件。", &[][..]),
        ("共办理政府信息公开申请8件（含上年结转1件），其中网络申请4件、信函申请3件。", &[]),
        ("共办理政府信息公开申请8件（含上年结转1件），其中网络申请4件、信函申请2件。", &["N103", "N205"]),
        ("收到政府信息公开申请7件，上年结转1件，其中网络申请4件、信函申请2件。", &["N103", "N205"]),
        ("共办理政府信息公开申请8件（含上年结转1件），其中网络申请4件，占50%。", &[]),
    ] {
        assert_eq!(broken_beside(&rows, text), expected, "{text}");
    }
}

#[test]
fn a_share_of_all_requests_may_be_of_those_carried_in_too() {
    let granted = RequestRow::Outcome(Outcome::Granted);
    let rows = [
        (RequestRow::Received, 58),
        (RequestRow::CarriedIn, 2),
        (RequestRow::CarriedOver, 2),
        (RequestRow::OutcomeTotal, 58),
        (granted, 50),
        (RequestRow::Outcome(Outcome::PartiallyGranted), 8),
    ];
    for (share, expected) in [("83.3", &[][..]), ("86.2", &[]), ("85", &["N301"])] {
        let text = format!("收到申请58件，上年结转2件，答复58件，其中予以公开50件，占全部申请的{share}%。");
        assert_eq!(broken_beside(&rows, &text), expected, "{text}");
    }
}

#[test]
fn money_is_compared_as_far_as_it_is_printed() {
    for (text, fees, expected) in [
        ("456.70万元", "4567012.5元", (1, 0, 0)),
        ("4567012.5元", "456.7", (1, 0, 0)),
        ("456.7万元", "456.701", (1, 0, 0)),
        ("456.71万元", "456.701", (0, 1, 0)),
        ("456.8万元", "4567012.5元", (0, 1, 0)),
        ("4567013元", "4567012元", (0, 1, 0)),
        ("457万元", "456.7", (1, 0, 0)),
        ("458万元", "456.7", (0, 1, 0)),
    ] {
        assert_eq!(money(Rule::N210, &format!("收取行政事业性收费{text}。"), fees).0, expected, "{text} and {fees}");
    }
}

#[test]
fn a_denial_of_new_disputes_leaves_those_of_the_year_before() {
    let mut form = clean(V2021);
    for cell in Cell::ALL.iter().copied().filter(|cell| matches!(cell, Cell::Dispute(..))) {
        form.set(cell, 0);
    }
    for column in [Column::Total, Column::Of(Ruling::Upheld)] {
        form.set(Cell::dispute(Route::Reconsideration, column), 1);
    }
    for (text, expected) in [
        ("2024年无新增行政复议案件，上年结转1件已维持。", (0, 0, 0)),
        ("2024年未发生行政复议案件，上年结转的1件已维持。", (0, 0, 0)),
        ("2024年未发生行政复议案件。", (0, 1, 0)),
    ] {
        assert_eq!(said(&form, Rule::N401, text), expected, "{text}");
    }
}
