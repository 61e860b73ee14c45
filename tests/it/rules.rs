//! For every rule a form that breaks it and no other, with the wording of the finding.

use ogi_report::{
    Applicant, Cell, Column, Edition, Filed, Form, Lang, Outcome, ProactiveCell as P, RequestRow, Route, Rule, Ruling,
    Section, Severity, Verdict,
};

use crate::reports::read;

/// A real report of the edition that breaks no rule.
fn clean(edition: Edition) -> Form {
    match edition {
        Edition::V2019 => read("pingtan-2019"),
        _ => read("huaian-2024"),
    }
}

struct Fixture {
    rule: Rule,
    edition: Edition,
    /// Breaks the rule.
    spoil: fn(&mut Form),
    zh: &'static str,
    en: &'static str,
}

const FIXTURES: &[Fixture] = &[
    Fixture {
        rule: Rule::C101,
        edition: Edition::V2021,
        spoil: |form| put(form, P::LicensingDecisions, Filed::blank()),
        zh: "【行政许可，本年处理决定数量】为空白。没有发生的应填 0，空白不能当作 0 计算。",
        en: "“administrative licensing, decisions in the year” is blank. Where there is nothing to count, the figure is 0; a blank is not read as 0.",
    },
    Fixture {
        rule: Rule::C102,
        edition: Edition::V2021,
        spoil: |form| put(form, P::CoercionDecisions, Filed::printed("/")),
        zh: "【行政强制，本年处理决定数量】填的是“/”，应填数字；没有发生的填 0。",
        en: "“administrative coercion, decisions in the year” prints “/” where the form wants a number; where there is nothing to count, it is 0.",
    },
    Fixture {
        rule: Rule::C103,
        edition: Edition::V2021,
        spoil: |form| {
            form.remove(Cell::Proactive(P::LicensingDecisions));
        },
        zh: "缺少【行政许可，本年处理决定数量】这一栏。",
        en: "“administrative licensing, decisions in the year” is missing.",
    },
    Fixture {
        rule: Rule::C104,
        edition: Edition::V2021,
        spoil: |form| {
            for cell in Cell::ALL.into_iter().filter(|cell| cell.section() == Section::Disputes) {
                form.remove(cell);
            }
        },
        zh: "没有找到“四、政府信息公开行政复议、行政诉讼情况”的表格，该部分无法核对。",
        en: "the table of section 4, reconsideration and litigation is missing, so nothing in it could be checked.",
    },
    Fixture {
        rule: Rule::C201,
        edition: Edition::V2021,
        spoil: |form| put(form, P::CoercionDecisions, Filed::printed("无")),
        zh: "【行政强制，本年处理决定数量】填的是文字“无”，应填数字 0。",
        en: "“administrative coercion, decisions in the year” prints the word “无”; the figure is 0.",
    },
    Fixture {
        rule: Rule::C202,
        edition: Edition::V2021,
        spoil: |form| put(form, P::CoercionDecisions, Filed::printed("详见附件")),
        zh: "【行政强制，本年处理决定数量】填的是“详见附件”，不是数字。",
        en: "“administrative coercion, decisions in the year” prints “详见附件”, which is not a number.",
    },
    Fixture {
        rule: Rule::C203,
        edition: Edition::V2021,
        spoil: |form| put(form, P::CoercionDecisions, Filed::from(-1)),
        zh: "【行政强制，本年处理决定数量】填的是 -1，不能为负数。",
        en: "“administrative coercion, decisions in the year” prints -1, but cannot be negative.",
    },
    Fixture {
        rule: Rule::C204,
        edition: Edition::V2021,
        spoil: |form| put(form, P::CoercionDecisions, Filed::printed("1.5")),
        zh: "【行政强制，本年处理决定数量】填的是 1.5，应为整数。",
        en: "“administrative coercion, decisions in the year” prints 1.5, but counts whole things.",
    },
    Fixture {
        rule: Rule::C205,
        edition: Edition::V2021,
        spoil: |form| put(form, P::CoercionDecisions, Filed::printed("4294967296")),
        zh: "【行政强制，本年处理决定数量】填的是 4294967296，数值过大，请核对。",
        en: "“administrative coercion, decisions in the year” prints 4294967296, which is too large to be right.",
    },
    Fixture {
        rule: Rule::C206,
        edition: Edition::V2021,
        spoil: |form| put(form, P::FeesAmount, Filed::printed("0.1234567")),
        zh: "【行政事业性收费，本年收费金额（单位：万元）】填的是 0.1234567，小数位数过多（最多六位）。",
        en: "“administrative fees, amount collected in the year” prints 0.1234567, with more than six digits behind the point.",
    },
    Fixture {
        rule: Rule::C301,
        edition: Edition::V2021,
        spoil: |form| put(form, P::FeesAmount, Filed::printed("3940元")),
        zh: "【行政事业性收费，本年收费金额（单位：万元）】填的是“3940元”，与本栏单位“万元”不一致，请核对金额。",
        en: "“administrative fees, amount collected in the year” prints “3940元”, but the column counts in ten thousand yuan.",
    },
    Fixture {
        rule: Rule::C302,
        edition: Edition::V2021,
        spoil: |form| put(form, P::CoercionDecisions, Filed::printed("12万元")),
        zh: "【行政强制，本年处理决定数量】填的是“12万元”，单位不符。",
        en: "“administrative coercion, decisions in the year” prints “12万元”, a unit that does not fit what is counted.",
    },
    Fixture {
        rule: Rule::P101,
        edition: Edition::V2019,
        spoil: |form| {
            put(form, P::RulesNewlyDisclosed, Filed::from(3));
            put(form, P::RulesTotalDisclosed, Filed::from(2));
        },
        zh: "规章：本年新公开数量 3 大于对外公开总数量 2。",
        en: "rules: 3 newly disclosed in the year, but only 2 disclosed in total.",
    },
    Fixture {
        rule: Rule::P102,
        edition: Edition::V2019,
        spoil: |form| {
            put(form, P::FeesPreviousItems, Filed::from(2));
            put(form, P::FeesChange, Filed::printed("减3"));
        },
        zh: "行政事业性收费：上一年项目数量 2 加本年增/减 -3，结果为负数。",
        en: "administrative fees: 2 items and a change of -3 leave fewer than none.",
    },
    Fixture {
        rule: Rule::P103,
        edition: Edition::V2019,
        spoil: |form| {
            put(form, P::ProcurementProjects, Filed::from(0));
            put(form, P::ProcurementAmount, Filed::printed("8040.50"));
        },
        zh: "政府集中采购：采购项目数量为 0，采购总金额为 8040.5，两者应同时为 0 或同时不为 0。",
        en: "centralised government procurement: 0 projects and an amount of 8040.5; either both are 0 or none is.",
    },
    Fixture {
        rule: Rule::P201,
        edition: Edition::V2021,
        spoil: |form| {
            put(form, P::RulesIssued, Filed::from(5));
            put(form, P::RulesInForce, Filed::from(4));
        },
        zh: "规章：现行有效件数 4 小于本年制发件数 5。",
        en: "rules: 4 in force, but 5 issued in the year.",
    },
    Fixture {
        rule: Rule::R101,
        edition: Edition::V2021,
        spoil: |form| {
            form.set(Cell::request(RequestRow::CarriedOver, Applicant::ResearchInstitution), 7);
            form.set(Cell::request(RequestRow::CarriedOver, Column::Total), 110);
        },
        zh: "“科研机构”一栏不平衡：一、新收加二、上年结转为 0（一、本年新收政府信息公开申请数量 0，二、上年结转政府信息公开申请数量 0），三、办理结果加四、结转下年度为 7（（七）总计 0，四、结转下年度继续办理 7），相差 7。",
        en: "the column “research institution” does not balance: received and carried in are 0 (requests newly received in the year 0, requests carried over from the previous year 0), processed and carried over 7 (total processed 0, carried over to the next year 7), 7 apart.",
    },
    Fixture {
        rule: Rule::R102,
        edition: Edition::V2019,
        spoil: |form| {
            form.set(Cell::request(RequestRow::OutcomeTotal, Applicant::LegalServiceInstitution), 9);
        },
        zh: "【（七）总计，法律服务机构】填的是 9，各项办理结果之和是 0（各项均为 0），相差 9。",
        en: "“total processed, legal service institution” is stated as 9, but the outcomes add up to 0 (all of them 0), 9 apart.",
    },
    Fixture {
        rule: Rule::R103,
        edition: Edition::V2021,
        spoil: |form| {
            form.set(Cell::request(Outcome::Granted, Column::Total), 1);
        },
        zh: "【（一）予以公开，总计】填的是 1，本行各类申请人之和是 1362（自然人 1288，商业企业 21，法律服务机构 50，其他 3），相差 1361。",
        en: "“granted, total” is stated as 1, but the applicants add up to 1362 (natural person 1288, commercial enterprise 21, legal service institution 50, other organisation 3), 1361 apart.",
    },
    Fixture {
        rule: Rule::D101,
        edition: Edition::V2021,
        spoil: |form| {
            form.set(Cell::dispute(Route::DirectLitigation, Column::Total), 25);
        },
        zh: "【行政诉讼 未经复议直接起诉，总计】填的是 25，各项结果（含尚未审结）之和是 26（结果维持 13，结果纠正 4，其他结果 8，尚未审结 1），相差 1。",
        en: "“litigation without prior reconsideration, total” is stated as 25, but the results, pending cases included, add up to 26 (upheld 13, corrected 4, other result 8, pending 1), 1 apart.",
    },
    Fixture {
        rule: Rule::E101,
        edition: Edition::V2021,
        spoil: |form| put(form, P::ProcurementProjects, Filed::from(0)),
        zh: "2021年版的表格没有【政府集中采购，采购项目数量】这一栏，可能用错了版本的表格。",
        en: "the 2021 edition does not print “centralised government procurement, projects”; the table may be that of another edition.",
    },
    Fixture {
        rule: Rule::E102,
        edition: Edition::V2021,
        spoil: |form| {
            let columns = Applicant::ALL.into_iter().map(Column::Of).chain([Column::Total]);
            for column in columns {
                let rows = ogi_report::OtherHandling::ALL.map(|row| Cell::request(row, column));
                let sum: i64 = rows.iter().map(|&row| number(form, row)).sum();
                for row in rows {
                    form.remove(row);
                }
                form.set(Cell::request(Outcome::Other, column), u32::try_from(sum).unwrap());
            }
        },
        zh: "（六）其他处理的行数与2021年版不符：2019年版为一行，2021年版分为三行。",
        en: "（六）其他处理 is not laid out as in the 2021 edition: one row in the 2019 edition, three in the 2021 edition.",
    },
    Fixture {
        rule: Rule::E103,
        edition: Edition::V2021,
        spoil: |form| exchange(form, |_| true),
        zh: "“二、主动公开政府信息情况”用的不是2021年版的表格，表内各栏属于另一版本，无法按2021年版核对。",
        en: "the table of section 2, information disclosed proactively is not that of the 2021 edition but of another edition, so it could not be checked as such.",
    },
    Fixture {
        rule: Rule::E104,
        edition: Edition::V2021,
        spoil: |form| exchange(form, |cell| cell.item() == ogi_report::Article20::LawsRulesNormativeDocuments),
        zh: "【规章，本年新制作数量】所在的部分用的是另一版本的表格，与2021年版不符。",
        en: "“rules, newly made in the year” stands in a block that is that of another edition, not of the 2021 edition.",
    },
    Fixture {
        rule: Rule::E105,
        edition: Edition::V2021,
        spoil: |form| form.year = Some(ogi_report::Year::new(2020).unwrap()),
        zh: "报告年度不适用2021年版的表格：2019、2020年度用2019年版，2021年度起用2021年版。",
        en: "the 2021 edition is not for this reporting year: that of 2019 is for 2019 and 2020, that of 2021 for 2021 and later.",
    },
    Fixture {
        rule: Rule::T101,
        edition: Edition::V2021,
        spoil: |form| form.body = None,
        zh: "没有写明报告机关。",
        en: "the form does not name the reporting body.",
    },
    Fixture {
        rule: Rule::T102,
        edition: Edition::V2021,
        spoil: |form| form.year = None,
        zh: "没有写明报告年度。",
        en: "the form does not state the reporting year.",
    },
];

/// Puts cells of the 2019 edition where those of the 2021 edition stood.
fn exchange(form: &mut Form, cells: fn(P) -> bool) {
    for cell in P::ALL.into_iter().filter(|&cell| cells(cell)) {
        match (cell.header(Edition::V2019), cell.header(Edition::V2021)) {
            (Some(_), None) => put(form, cell, Filed::from(0)),
            (None, Some(_)) => drop(form.remove(Cell::Proactive(cell))),
            _ => {}
        }
    }
}

fn put(form: &mut Form, cell: P, filed: Filed) {
    form.set(Cell::Proactive(cell), filed);
}

fn number(form: &Form, cell: Cell) -> i64 {
    form.get(cell).unwrap().as_printed().parse().unwrap()
}

#[test]
fn every_rule_has_a_fixture_that_breaks_it_and_no_other() {
    for rule in Rule::ALL {
        let mut fixtures = FIXTURES.iter().filter(|fixture| fixture.rule == rule);
        let fixture = fixtures.next().unwrap_or_else(|| panic!("no fixture for {rule}"));
        assert!(fixtures.next().is_none(), "{rule} has two fixtures");
        let mut form = clean(fixture.edition);
        assert_eq!(form.check().findings, [], "the report for {rule} is not clean");
        (fixture.spoil)(&mut form);
        let checked = form.check();
        let broken: Vec<_> = checked.findings.iter().map(|finding| (finding.rule, finding.at)).collect();
        assert_eq!(broken.len(), 1, "{rule}: {broken:?}");
        let finding = &checked.findings[0];
        assert_eq!(finding.rule, rule);
        assert_eq!(finding.message(Lang::Zh), fixture.zh);
        assert_eq!(finding.message(Lang::En), fixture.en);
        let broken = finding.severity == Severity::Error;
        assert_eq!(checked.verdict() == Verdict::Broken, broken, "{rule}");
    }
}

#[test]
fn every_rule_holds_on_a_clean_report_of_its_edition() {
    for rule in Rule::ALL {
        for &edition in rule.editions() {
            let checked = clean(edition).check();
            assert_eq!(checked.verdict(), Verdict::Holds);
            assert!(checked.ledger.entry(rule).held > 0, "{rule} was not tested in {edition}");
        }
    }
}

#[test]
fn a_marked_row_of_rules_is_accepted_whole_and_questioned_in_part() {
    let mut form = clean(Edition::V2021);
    for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
        put(&mut form, cell, Filed::printed("—"));
    }
    assert_eq!(form.check().findings, []);
    let ogi_report::Proactive::V2021(proactive) = form.clone().verify().unwrap().proactive else { panic!() };
    assert_eq!(proactive.rules, None);

    put(&mut form, P::RulesIssued, Filed::from(0));
    let rules: Vec<Rule> = form.check().findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [Rule::C102, Rule::C102]);
}

#[test]
fn a_missing_operand_leaves_a_sum_open() {
    let mut form = clean(Edition::V2021);
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
    let mut form = clean(Edition::V2021);
    for row in RequestRow::ALL {
        for applicant in Applicant::ALL {
            if row.is_printed_in(Edition::V2021) {
                form.set(Cell::request(row, applicant), Filed::blank());
            }
        }
    }
    let flow = Cell::request(RequestRow::Received, Column::Total);
    assert_eq!(form.check().ledger.entry(Rule::R101).held, 1);
    form.set(flow, 1_u32);
    let broken: Vec<_> = form.check().findings.into_iter().filter(|f| f.severity == Severity::Error).collect();
    assert_eq!(broken.len(), 1);
    assert_eq!((broken[0].rule, broken[0].at), (Rule::R101, ogi_report::Place::Cell(flow)));
}

#[test]
fn totals_may_pass_the_bound_of_a_count() {
    let mut form = Form::new(Edition::V2021);
    for &cell in Edition::V2021.cells() {
        form.set(cell, 0);
    }
    form.body = Some(ogi_report::Body::named("某某市人民政府"));
    form.year = Some(ogi_report::Year::new(2024).unwrap());
    let max = u64::from(u32::MAX);
    let rows = [RequestRow::Received, Outcome::Granted.into(), RequestRow::OutcomeTotal];
    for row in rows {
        for applicant in Applicant::ALL {
            form.set(Cell::request(row, applicant), u32::MAX);
        }
        form.set(Cell::request(row, Column::Total), 6 * max);
    }
    assert_eq!(form.clone().check().findings, []);
    assert_eq!(form.verify().unwrap().requests.received.total(), 6 * max);
}

#[test]
fn a_wrong_total_is_one_finding_where_the_flow_needs_it() {
    let mut form = clean(Edition::V2021);
    // Without the applicants of 四, only the column 总计 tells whether the flow balances.
    for applicant in Applicant::ALL {
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
    for (name, stated) in [("pingtan-2019", Edition::V2021), ("pingtan-2021", Edition::V2019)] {
        let mut form = read(name);
        form.edition = stated;
        let checked = form.check();
        let rules: Vec<Rule> = checked.findings.iter().map(|finding| finding.rule).collect();
        // The edition against the year, the table of section 二, and the rows of （六）.
        assert_eq!(rules, [Rule::E105, Rule::E103, Rule::E102], "{name}");
        // Nothing that could not be read looks as if it had held.
        assert!(!checked.ledger.is_complete());
    }
}

#[test]
fn a_stray_cell_is_no_block() {
    let mut form = clean(Edition::V2021);
    put(&mut form, P::LicensingChange, Filed::from(0));
    put(&mut form, P::FeesChange, Filed::from(0));
    let rules: Vec<Rule> = form.check().findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [Rule::E101, Rule::E101]);
}
