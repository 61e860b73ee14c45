//! For every rule a form that breaks it and no other, and a form at its border that just holds.

use ogi_report::Edition::{self, V2019, V2021};
use ogi_report::check::Preset;
use ogi_report::{
    Applicant, Axis, BodyKind, Cell, Column, Denial, Filed, Form, Level, NotProcessed, OtherHandling, Outcome, Policy,
    ProactiveCell as P, RequestRow, Route, Rule, Ruling, Section, UnableToProvide, Year,
};

use crate::reports::read;

/// A real report of the edition that breaks no rule.
pub(crate) fn clean(edition: Edition) -> Form {
    match edition {
        V2019 => serde_json::from_str(include_str!("../../examples/data/anqiu-2020.json")).unwrap(),
        _ => read("huaian-2024"),
    }
}

pub(crate) struct Fixture {
    pub(crate) rule: Rule,
    pub(crate) edition: Edition,
    /// Breaks the rule in the form, or between the form and that of the year before.
    pub(crate) spoil: Spoil,
}

pub(crate) enum Spoil {
    Form(fn(&mut Form)),
    Years(fn(&mut Form, &mut Form)),
    /// In the text that goes with the form, by putting one passage in the place of another, or in the form beside it.
    Text(&'static [(&'static str, &'static str)], fn(&mut Form)),
    /// In the text that goes with the form, beside last year's text.
    Texts(fn(&mut String, &mut String)),
}

impl Fixture {
    const fn new(rule: Rule, edition: Edition, spoil: fn(&mut Form)) -> Self {
        Self { rule, edition, spoil: Spoil::Form(spoil) }
    }

    const fn text(rule: Rule, edition: Edition, changes: &'static [(&'static str, &'static str)]) -> Self {
        Self { rule, edition, spoil: Spoil::Text(changes, |_| ()) }
    }

    const fn texts(rule: Rule, edition: Edition, spoil: fn(&mut String, &mut String)) -> Self {
        Self { rule, edition, spoil: Spoil::Texts(spoil) }
    }

    const fn across(rule: Rule, edition: Edition, spoil: fn(&mut Form, &mut Form)) -> Self {
        Self { rule, edition, spoil: Spoil::Years(spoil) }
    }
}

pub(crate) const FIXTURES: &[Fixture] = &[
    Fixture::new(Rule::C101, V2021, |form| put(form, P::LicensingDecisions, Filed::blank())),
    Fixture::new(Rule::C102, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("/"))),
    Fixture::new(Rule::C103, V2021, |form| {
        form.remove(Cell::Proactive(P::LicensingDecisions));
    }),
    Fixture::new(Rule::C104, V2021, |form| {
        for cell in Cell::ALL.iter().copied().filter(|cell| cell.section() == Section::Disputes) {
            form.remove(cell);
        }
    }),
    Fixture::new(Rule::C201, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("无"))),
    Fixture::new(Rule::C202, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("详见附件"))),
    Fixture::new(Rule::C203, V2021, |form| put(form, P::CoercionDecisions, Filed::from(-1))),
    Fixture::new(Rule::C204, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("1.5"))),
    Fixture::new(Rule::C205, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("4294967296"))),
    Fixture::new(Rule::C206, V2021, |form| put(form, P::FeesAmount, Filed::printed("0.1234567"))),
    Fixture::new(Rule::C301, V2021, |form| put(form, P::FeesAmount, Filed::printed("3940元"))),
    Fixture::new(Rule::C302, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("12万元"))),
    Fixture::new(Rule::P101, V2019, |form| {
        put(form, P::RulesNewlyMade, Filed::from(3));
        put(form, P::RulesNewlyDisclosed, Filed::from(3));
        put(form, P::RulesTotalDisclosed, Filed::from(2));
    }),
    Fixture::new(Rule::P102, V2019, |form| {
        put(form, P::FeesPreviousItems, Filed::from(2));
        put(form, P::FeesChange, Filed::printed("减3"));
    }),
    Fixture::new(Rule::P103, V2019, |form| {
        put(form, P::ProcurementProjects, Filed::from(0));
        put(form, P::ProcurementAmount, Filed::printed("8040.50"));
    }),
    Fixture::new(Rule::P201, V2021, |form| {
        put(form, P::RulesIssued, Filed::from(5));
        put(form, P::RulesInForce, Filed::from(4));
    }),
    Fixture::new(Rule::R101, V2021, |form| {
        form.set(Cell::request(RequestRow::CarriedOver, Applicant::ResearchInstitution), 7);
        form.set(Cell::request(RequestRow::CarriedOver, Column::Total), 110);
    }),
    Fixture::new(Rule::R102, V2019, |form| {
        form.set(Cell::request(RequestRow::OutcomeTotal, Applicant::LegalServiceInstitution), 9);
    }),
    Fixture::new(Rule::R103, V2021, |form| {
        form.set(Cell::request(Outcome::Granted, Column::Total), 1);
    }),
    Fixture::new(Rule::D101, V2021, |form| {
        form.set(Cell::dispute(Route::DirectLitigation, Column::Total), 25);
    }),
    Fixture::new(Rule::E101, V2021, |form| put(form, P::ProcurementProjects, Filed::from(0))),
    Fixture::new(Rule::E102, V2021, |form| {
        let columns = Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
        for column in columns {
            let rows = ogi_report::OtherHandling::array(|row| Cell::request(row, column));
            let sum: i64 = rows.iter().map(|&row| number(form, row)).sum();
            for row in rows {
                form.remove(row);
            }
            form.set(Cell::request(Outcome::Other, column), u32::try_from(sum).unwrap());
        }
    }),
    Fixture::new(Rule::E103, V2021, |form| exchange(form, |_| true)),
    Fixture::new(Rule::E104, V2021, |form| {
        exchange(form, |cell| cell.item() == ogi_report::Article20::LawsRulesNormativeDocuments);
    }),
    Fixture::new(Rule::E105, V2021, |form| form.year = Some(Year::new(2020).unwrap())),
    Fixture::new(Rule::T101, V2021, |form| form.body = None),
    Fixture::new(Rule::T102, V2021, |form| form.year = None),
    Fixture::new(Rule::C105, V2021, |form| {
        form.set(Cell::request(Outcome::Granted, Column::Total), Filed::blank());
    }),
    Fixture::new(Rule::P301, V2019, |form| {
        put(form, P::RulesNewlyMade, Filed::from(1));
    }),
    Fixture::new(Rule::P302, V2019, |form| {
        put(form, P::PenaltiesDecisions, Filed::from(3));
    }),
    Fixture::new(Rule::P303, V2019, |form| {
        put(form, P::ProcurementProjects, Filed::from(2));
        put(form, P::ProcurementAmount, Filed::printed("75394432.52"));
    }),
    Fixture::new(Rule::P304, V2019, |form| {
        put(form, P::CoercionPreviousItems, Filed::from(34));
        put(form, P::CoercionChange, Filed::from(34));
    }),
    Fixture::new(Rule::P305, V2021, |form| {
        body(form).kind = Some(BodyKind::Department);
        put(form, P::FeesAmount, Filed::printed("96171600"));
    }),
    Fixture::new(Rule::P308, V2019, |form| {
        for (items, decisions) in
            [(P::LicensingPreviousItems, P::LicensingDecisions), (P::PenaltiesPreviousItems, P::PenaltiesDecisions)]
        {
            put(form, items, Filed::from(34));
            put(form, decisions, Filed::from(34));
        }
    }),
    Fixture::new(Rule::P306, V2021, |form| {
        body(form).level = Some(Level::County);
        put(form, P::RulesIssued, Filed::from(0));
        put(form, P::RulesRepealed, Filed::from(0));
        put(form, P::RulesInForce, Filed::from(2));
    }),
    Fixture::new(Rule::P307, V2021, |form| {
        for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
            put(form, cell, Filed::printed("/"));
        }
    }),
    Fixture::new(Rule::R301, V2019, |form| {
        body(form).level = Some(Level::Township);
        let lawyers = |row: RequestRow| Cell::request(row, Applicant::LegalServiceInstitution);
        for row in [RequestRow::Received, Outcome::Granted.into(), RequestRow::OutcomeTotal] {
            form.set(lawyers(row), 2);
            let total = Cell::request(row, Column::Total);
            let sum = u32::try_from(number(form, total) + 2).unwrap();
            form.set(total, sum);
        }
    }),
    Fixture::new(Rule::R302, V2019, |form| {
        for row in [RequestRow::Received, RequestRow::CarriedOver] {
            for column in [Column::Of(Applicant::NaturalPerson), Column::Total] {
                let cell = Cell::request(row, column);
                let sum = u32::try_from(number(form, cell) + 40).unwrap();
                form.set(cell, sum);
            }
        }
    }),
    Fixture::new(Rule::D301, V2021, |form| {
        // Every request that was to be looked up elsewhere, could not be provided or was not processed was refused instead.
        let others = UnableToProvide::array(RequestRow::from).into_iter().chain(NotProcessed::array(RequestRow::from));
        for row in others.chain([Denial::AdministrativeQuery.into()]) {
            for column in Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]) {
                let (from, to) = (Cell::request(row, column), Cell::request(Denial::InternalAffairs, column));
                let sum = u32::try_from(number(form, from) + number(form, to)).unwrap();
                form.set(from, 0);
                form.set(to, sum);
            }
        }
    }),
    Fixture::new(Rule::T103, V2021, |form| body(form).name.push(' ')),
    Fixture::new(Rule::T201, V2021, |form| {
        form.period = Some(Year::new(2023).unwrap().period());
    }),
    Fixture::new(Rule::T202, V2021, |form| {
        form.published = chrono::NaiveDate::from_ymd_opt(2024, 2, 10);
    }),
    Fixture::new(Rule::T203, V2021, |form| {
        body(form).kind = Some(BodyKind::Department);
        form.published = chrono::NaiveDate::from_ymd_opt(2025, 2, 1);
    }),
    Fixture::across(Rule::Y101, V2021, |form, _| {
        move_one(form, RequestRow::Received, RequestRow::CarriedIn, Applicant::CommercialEnterprise);
    }),
    Fixture::across(Rule::Y102, V2021, |_, previous| {
        previous.year = Some(Year::new(2022).unwrap());
    }),
    Fixture::across(Rule::Y201, V2019, |form, _| {
        put(form, P::LicensingPreviousItems, Filed::from(4));
    }),
    Fixture::across(Rule::Y202, V2021, |_, previous| {
        put(previous, P::RulesInForce, Filed::from(9));
    }),
    Fixture::across(Rule::Y203, V2021, |form, _| {
        put(form, P::RulesRepealed, Filed::from(1));
    }),
    Fixture::across(Rule::Y206, V2021, |_, previous| {
        put(previous, P::RulesInForce, Filed::from(17));
    }),
    Fixture::across(Rule::Y204, V2019, |form, _| {
        put(form, P::RulesTotalDisclosed, Filed::from(1));
    }),
    Fixture::across(Rule::Y205, V2021, |_, previous| {
        previous.edition = V2019;
        for &cell in V2019.cells() {
            if previous.get(cell).is_none() {
                previous.set(cell, 0);
            }
        }
        put(previous, P::RulesTotalDisclosed, Filed::from(9));
        put(previous, P::NormativeDocumentsTotalDisclosed, Filed::from(1000));
    }),
    Fixture::across(Rule::Y301, V2021, |_, previous| {
        put(previous, P::CoercionDecisions, Filed::from(1));
    }),
    Fixture::across(Rule::Y302, V2019, |form, previous| {
        for (cell, filed) in form.cells().filter(|(cell, _)| cell.section() != Section::Proactive) {
            previous.set(cell, filed.clone());
        }
    }),
    Fixture::across(Rule::Y303, V2021, |_, previous| {
        previous.set(Cell::dispute(Route::DirectLitigation, Ruling::Pending), 27);
        previous.set(Cell::dispute(Route::DirectLitigation, Column::Total), 52);
    }),
    Fixture::across(Rule::Y304, V2021, |_, previous| {
        put(previous, P::FeesAmount, Filed::printed("9.61716"));
    }),
    Fixture::across(Rule::Y305, V2019, |form, previous| {
        form.set(Cell::dispute(Route::Reconsideration, Ruling::Upheld), 1);
        form.set(Cell::dispute(Route::Reconsideration, Column::Total), 1);
        for form in [form, previous] {
            for &cell in Cell::ALL {
                if matches!(cell, Cell::Request(..)) && form.get(cell).is_some() {
                    form.set(cell, 0);
                }
            }
        }
    }),
    Fixture::text(Rule::T104, V2021, &[("2024年政府信息公开工作年度报告", "2024年政府信息公开年度报告")]),
    Fixture::text(Rule::T105, V2021, &[("淮安市人民政府\n2025年", "某某市教育局\n2025年")]),
    Fixture::text(Rule::T204, V2021, &[("淮安市人民政府2024年", "淮安市人民政府2023年")]),
    Fixture::text(Rule::T205, V2021, &[("统一登记，分级审核。", "2023年登记，2023年审核，2023年清理，2023年归档。")]),
    Fixture::text(Rule::T206, V2021, &[("到2024年12月31日", "到202024年12月31日")]),
    Fixture::text(Rule::T301, V2021, &[("五、存在的主要问题及改进情况\n", "")]),
    Fixture::text(Rule::T302, V2021, &[("六、其他需要报告的事项", "七、其他需要报告的事项")]),
    Fixture::text(Rule::T303, V2021, &[("六个部分", "五个部分")]),
    Fixture::text(Rule::T304, V2021, &[("依据《中华人民共和国政府信息公开条例》和", "依据")]),
    Fixture::text(Rule::T310, V2021, &[("五、存在的主要问题及改进情况", "五、存在问题和改进措施")]),
    Fixture::text(Rule::T311, V2021, &[("〔2021〕30号", "〔2019〕60号")]),
    Fixture::text(Rule::T305, V2021, &[("（三）政府信息管理\n", "")]),
    Fixture::text(Rule::T306, V2021, &[("下一步将加强督促，定期通报。\n", "")]),
    Fixture::text(
        Rule::T307,
        V2021,
        &[(
            "发出收费通知9件，总金额4000元，实际收取信息处理费3940元，其中市本级3000元，县区940元。",
            "没有其他需要报告的事项。",
        )],
    ),
    Fixture::text(Rule::T308, V2021, &[("邮编：223001；", "")]),
    Fixture::text(Rule::T309, V2021, &[("统一登记，分级审核。", "统一登记，分级审核。\n一、参保范围\n本市居民。")]),
    Fixture::texts(Rule::T312, V2021, |text, _| lengthen(text, 1001)),
    Fixture::text(Rule::T313, V2021, &[("统一登记，分级审核。", "统一登记，详见苏州市人民政府网站。")]),
    Fixture::texts(Rule::T401, V2021, |text, previous| repeat(text, previous, 9)),
    Fixture::text(Rule::N101, V2021, &[("通过政府网站公开信息40条", "通过政府网站公开信息41条")]),
    Fixture::text(Rule::N102, V2021, &[("其他信息50条", "其他信息49条")]),
    Fixture::text(Rule::N103, V2021, &[("申请3119件", "申请3153件")]),
    Fixture::text(Rule::N104, V2021, &[("，其他处理187件", "")]),
    Fixture::text(Rule::N105, V2021, &[("延期办结50件", "延期办结119件")]),
    Fixture::text(Rule::N106, V2021, &[("其他结果178件，", "")]),
    Fixture::text(Rule::N107, V2021, &[("县区940元", "县区950元")]),
    Fixture::text(Rule::N108, V2021, &[("4000元", "3900元")]),
    Fixture::text(Rule::N109, V2021, &[("3940元", "3945元"), ("940元", "945元")]),
    Fixture::text(Rule::N201, V2021, &[("3119件，同比增长2.06%。其中网络申请3000件，信函申请119件。", "3118件。")]),
    Fixture::text(Rule::N202, V2021, &[("上年结转34件", "上年结转35件")]),
    Fixture::text(
        Rule::N203,
        V2021,
        &[(
            "答复申请3050件，按时办结3000件，延期办结50件，结转下年度103件。\n办理结果为：予以公开1362件，占44.66%，部分公开454件，不予公开178件，无法提供781件，不予处理88件，其他处理187件。",
            "答复申请3049件。",
        )],
    ),
    Fixture::text(Rule::N204, V2021, &[("结转下年度103件", "结转下年度104件")]),
    Fixture::text(
        Rule::N205,
        V2021,
        &[(
            "全年收到政府信息公开申请3119件，同比增长2.06%。其中网络申请3000件，信函申请119件。",
            "全年的政府信息公开申请中，网络申请3000件，信函申请118件。",
        )],
    ),
    Fixture::text(
        Rule::N206,
        V2021,
        &[("答复申请3050件，按时办结3000件，延期办结50件", "全年的政府信息公开申请，按时办结3000件，延期办结49件")],
    ),
    Fixture::text(
        Rule::N207,
        V2021,
        &[(
            "答复申请3050件，按时办结3000件，延期办结50件，结转下年度103件。\n办理结果为：予以公开1362件，占44.66%，部分公开454件，不予公开178件，无法提供781件，不予处理88件，其他处理187件。",
            "答复申请3050件，予以公开1361件。",
        )],
    ),
    Fixture::text(Rule::N208, V2019, &[("属于已主动公开范围1件，同意公开答复3件，信息不存在1件", "同意公开答复3件")]),
    Fixture::text(
        Rule::N209,
        V2021,
        &[("行政复议351件，其中维持72件，纠正64件，其他结果178件，尚未审结37件。", "行政复议350件。")],
    ),
    Fixture::text(Rule::N210, V2021, &[("现行有效66件", "现行有效67件")]),
    Fixture {
        rule: Rule::N211,
        edition: V2021,
        spoil: Spoil::Text(&[("收取行政事业性收费96171.6万元。", "")], |form| {
            put(form, P::FeesAmount, Filed::printed("0.39"));
        }),
    },
    Fixture::text(Rule::N301, V2021, &[("占44.66%", "占45.66%")]),
    Fixture::text(Rule::N302, V2021, &[("同比增长2.06%", "同比增长2.16%")]),
    Fixture::text(
        Rule::N401,
        V2019,
        &[("全年收到政府信息公开申请5件，其中网络申请3件、信件申请2件。", "全年未收到政府信息公开申请。")],
    ),
    Fixture::text(
        Rule::N402,
        V2021,
        &[("行政诉讼46件，其中维持25件，纠正5件，其他结果9件，尚未审结7件。", "行政诉讼46件，实现零败诉。")],
    ),
    Fixture::text(
        Rule::N403,
        V2021,
        &[(
            "发出收费通知9件，总金额4000元，实际收取信息处理费3940元，其中市本级3000元，县区940元。",
            "没有发出收费通知。",
        )],
    ),
    Fixture::text(Rule::N404, V2021, &[("行政诉讼46件，", "行政诉讼46件，其中作为共同被告的行政诉讼6件，")]),
];

/// Writes as much about the platforms that section 一 has so many characters.
fn lengthen(text: &mut String, characters: usize) {
    let section = text.split_once("一、总体情况\n").unwrap().1.split_once("\n二、").unwrap().0;
    let own = section.chars().filter(|c| !c.is_whitespace()).count();
    let more = "专".repeat(characters - own);
    *text = text.replace("完善网站专栏。", &format!("完善网站{more}专栏。"));
}

/// Gives last year's text the first sentences of section 一, of the year before.
fn repeat(text: &str, previous: &mut String, sentences: usize) {
    let section = text.split_once("一、总体情况\n").unwrap().1.split_once("\n二、").unwrap().0;
    let said: String = section.split_inclusive('。').take(sentences).collect();
    *previous = previous.replace("一、总体情况\n", &format!("一、总体情况\n{}\n", said.replace("2024", "2023")));
}

/// For each rule a form at its border that just holds.
pub(crate) const BORDERS: &[Fixture] = &[
    Fixture::new(Rule::C101, V2021, |form| put(form, P::LicensingDecisions, Filed::from(0))),
    Fixture::new(Rule::C102, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("０件"))),
    Fixture::new(Rule::C103, V2021, |form| put(form, P::LicensingDecisions, Filed::blank())),
    Fixture::new(Rule::C104, V2021, |form| {
        for cell in Cell::ALL.iter().copied().filter(|cell| cell.section() == Section::Disputes).skip(1) {
            form.remove(cell);
        }
    }),
    Fixture::new(Rule::C105, V2021, |form| {
        // Without one of its parts nobody can say what the total should be.
        form.set(Cell::request(Outcome::Granted, Column::Total), Filed::blank());
        form.set(Cell::request(Outcome::Granted, Applicant::NaturalPerson), Filed::blank());
    }),
    Fixture::new(Rule::C201, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("0（无）"))),
    Fixture::new(Rule::C202, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("12（详见附件）"))),
    Fixture::new(Rule::C203, V2019, |form| {
        put(form, P::LicensingPreviousItems, Filed::from(1));
        put(form, P::LicensingChange, Filed::from(-1));
        put(form, P::CoercionDecisions, Filed::printed("+0"));
    }),
    Fixture::new(Rule::C204, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("15.0"))),
    Fixture::new(Rule::C205, V2021, |form| put(form, P::CoercionDecisions, Filed::from(u32::MAX))),
    Fixture::new(Rule::C206, V2021, |form| put(form, P::FeesAmount, Filed::printed("24252.311082"))),
    Fixture::new(Rule::C301, V2021, |form| put(form, P::FeesAmount, Filed::printed("3940万元"))),
    Fixture::new(Rule::C302, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("12件"))),
    Fixture::new(Rule::P101, V2019, |form| {
        for cell in [P::RulesNewlyMade, P::RulesNewlyDisclosed, P::RulesTotalDisclosed] {
            put(form, cell, Filed::from(3));
        }
    }),
    Fixture::new(Rule::P102, V2019, |form| {
        put(form, P::FeesPreviousItems, Filed::from(3));
        put(form, P::FeesChange, Filed::printed("减少3"));
    }),
    Fixture::new(Rule::P103, V2019, |form| {
        put(form, P::ProcurementProjects, Filed::from(1));
        put(form, P::ProcurementAmount, Filed::printed("0.000001"));
    }),
    Fixture::new(Rule::P201, V2021, |form| {
        put(form, P::RulesIssued, Filed::from(5));
        put(form, P::RulesInForce, Filed::from(5));
    }),
    Fixture::new(Rule::P301, V2019, |form| {
        for cell in [P::RulesNewlyMade, P::RulesNewlyDisclosed, P::RulesTotalDisclosed] {
            put(form, cell, Filed::from(1));
        }
    }),
    Fixture::new(Rule::P302, V2019, |form| {
        put(form, P::PenaltiesDecisions, Filed::from(3));
        put(form, P::PenaltiesChange, Filed::from(1));
    }),
    Fixture::new(Rule::P303, V2019, |form| {
        put(form, P::ProcurementProjects, Filed::from(2));
        put(form, P::ProcurementAmount, Filed::printed("1000000"));
    }),
    Fixture::new(Rule::P304, V2019, |form| {
        put(form, P::CoercionPreviousItems, Filed::from(4));
        put(form, P::CoercionChange, Filed::from(4));
    }),
    Fixture::new(Rule::P305, V2021, |form| {
        body(form).kind = Some(BodyKind::Department);
        body(form).level = Some(Level::County);
        for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
            put(form, cell, Filed::from(0));
        }
        put(form, P::FeesAmount, Filed::printed("9999.999999"));
    }),
    Fixture::new(Rule::P306, V2021, |form| {
        body(form).level = Some(Level::County);
        for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
            put(form, cell, Filed::from(0));
        }
    }),
    Fixture::new(Rule::P307, V2021, |form| put(form, P::RulesIssued, Filed::printed("/"))),
    Fixture::new(Rule::P308, V2019, |form| {
        // One row may be so by chance.
        put(form, P::LicensingPreviousItems, Filed::from(34));
        put(form, P::LicensingDecisions, Filed::from(34));
    }),
    Fixture::new(Rule::R101, V2021, |form| {
        move_one(form, RequestRow::Received, RequestRow::CarriedIn, Applicant::CommercialEnterprise);
    }),
    Fixture::new(Rule::R102, V2019, |form| {
        // The total of the column is right, whatever the outcomes' own totals say.
        form.set(Cell::request(Outcome::Granted, Column::Total), 9);
    }),
    Fixture::new(Rule::R103, V2021, |form| {
        // The total of the row is right, whatever the sums of the columns say.
        form.set(Cell::request(RequestRow::OutcomeTotal, Applicant::NaturalPerson), 9);
    }),
    Fixture::new(Rule::R301, V2019, |form| body(form).level = Some(Level::Township)),
    Fixture::new(Rule::R302, V2019, |form| {
        // 25 of 100.
        for (row, count) in [
            (RequestRow::Received, 100),
            (Outcome::Granted.into(), 74),
            (RequestRow::OutcomeTotal, 75),
            (RequestRow::CarriedOver, 25),
        ] {
            form.set(Cell::request(row, Applicant::NaturalPerson), count);
            form.set(Cell::request(row, Column::Total), count);
        }
    }),
    Fixture::new(Rule::D101, V2021, |form| {
        form.set(Cell::dispute(Route::DirectLitigation, Column::Total), Filed::printed("２６件"));
    }),
    Fixture::new(Rule::D301, V2021, |form| form.year = Some(Year::new(2024).unwrap())),
    Fixture::new(Rule::E101, V2021, |form| put(form, P::LicensingDecisions, Filed::from(0))),
    Fixture::new(Rule::E102, V2021, |form| {
        // Both layouts at once are another matter: the own rows are there.
        form.set(Cell::request(Outcome::Other, Column::Total), 0);
    }),
    Fixture::new(Rule::E103, V2021, |form| {
        // One cell of its own edition is enough.
        exchange(form, |cell| cell != P::FeesAmount);
    }),
    Fixture::new(Rule::E104, V2021, |form| {
        // A stray cell is no block.
        put(form, P::LicensingChange, Filed::from(0));
    }),
    Fixture::new(Rule::E105, V2021, |form| form.year = Some(Year::new(2021).unwrap())),
    Fixture::new(Rule::T101, V2021, |form| "某".clone_into(&mut body(form).name)),
    Fixture::new(Rule::T102, V2021, |form| form.year = Some(Year::new(2008).unwrap())),
    Fixture::new(Rule::T103, V2021, |form| body(form).name.insert(3, ' ')),
    Fixture::new(Rule::T201, V2021, |form| form.period = form.year.map(Year::period)),
    Fixture::new(Rule::T202, V2021, |form| {
        form.published = chrono::NaiveDate::from_ymd_opt(2025, 1, 1);
    }),
    Fixture::new(Rule::T203, V2021, |form| {
        body(form).kind = Some(BodyKind::Department);
        form.published = chrono::NaiveDate::from_ymd_opt(2025, 1, 31);
    }),
    Fixture::across(Rule::Y101, V2021, |form, _| {
        // A wrong total beside the right columns is not carried wrongly.
        form.set(Cell::request(RequestRow::CarriedIn, Column::Total), 1);
    }),
    Fixture::across(Rule::Y102, V2021, |_, previous| body(previous).name.push(' ')),
    Fixture::across(Rule::Y201, V2019, |form, previous| {
        put(form, P::LicensingPreviousItems, Filed::from(4));
        put(previous, P::LicensingPreviousItems, Filed::from(7));
        put(previous, P::LicensingChange, Filed::from(-3));
    }),
    Fixture::across(Rule::Y202, V2021, |_, previous| put(previous, P::RulesInForce, Filed::from(10))),
    Fixture::across(Rule::Y203, V2021, |_, previous| put(previous, P::RulesInForce, Filed::from(10))),
    Fixture::across(Rule::Y206, V2021, |_, previous| put(previous, P::RulesInForce, Filed::from(10))),
    Fixture::across(Rule::Y204, V2019, |form, previous| {
        put(form, P::RulesTotalDisclosed, Filed::from(1));
        put(previous, P::RulesTotalDisclosed, Filed::from(1));
    }),
    Fixture::across(Rule::Y205, V2021, |_, previous| {
        previous.edition = V2019;
        put(previous, P::RulesTotalDisclosed, Filed::from(10));
    }),
    Fixture::across(Rule::Y301, V2021, |form, previous| {
        put(form, P::CoercionDecisions, Filed::from(1099));
        put(previous, P::CoercionDecisions, Filed::from(110));
    }),
    Fixture::across(Rule::Y302, V2019, |form, previous| {
        // One request fewer, and it is asked no longer.
        for (row, by) in [(RequestRow::Received, -1), (Outcome::Granted.into(), -1)] {
            let cell = Cell::request(row, Applicant::NaturalPerson);
            let count = u32::try_from(number(form, cell) + by).unwrap();
            form.set(cell, count);
        }
        retotal(form);
        for (cell, filed) in form.cells().filter(|(cell, _)| cell.section() != Section::Proactive) {
            previous.set(cell, filed.clone());
        }
    }),
    Fixture::across(Rule::Y303, V2021, |_, previous| {
        previous.set(Cell::dispute(Route::DirectLitigation, Ruling::Pending), 26);
    }),
    Fixture::across(Rule::Y304, V2021, |form, previous| {
        put(form, P::FeesAmount, Filed::printed("99999.9999"));
        put(previous, P::FeesAmount, Filed::printed("10"));
    }),
    Fixture::across(Rule::Y305, V2019, |form, previous| {
        form.set(Cell::dispute(Route::Reconsideration, Column::Total), 1);
        for cell in Cell::ALL.iter().copied().filter(|cell| matches!(cell, Cell::Request(..))) {
            if form.get(cell).is_some() {
                form.set(cell, 0);
            }
        }
        previous.set(Cell::request(RequestRow::Received, Column::Total), 1);
    }),
    Fixture::text(Rule::T104, V2021, &[("淮安市人民政府2024年", "2024年度淮安市人民政府")]),
    Fixture::text(Rule::T105, V2021, &[("淮安市人民政府\n2025年", "淮安市人民政府办公室\n2025年")]),
    Fixture::text(Rule::T204, V2021, &[("淮安市人民政府2024年", "淮安市人民政府 2024 年")]),
    Fixture::text(Rule::T205, V2021, &[("统一登记，分级审核。", "2023年登记，2023年审核。")]),
    Fixture::text(Rule::T206, V2021, &[("到2024年12月31日", "到2024年2月29日")]),
    Fixture::text(
        Rule::T301,
        V2021,
        &[("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")],
    ),
    Fixture::text(Rule::T302, V2021, &[("五、存在的主要问题及改进情况", "五、 存在的主要问题 及改进情况：")]),
    Fixture::text(Rule::T310, V2021, &[("五、存在的主要问题及改进情况", "五、 存在的主要问题 及改进情况：")]),
    Fixture::text(Rule::T311, V2021, &[("〔2021〕30号", "〔2019〕60号和国办公开办函〔2021〕30号")]),
    Fixture::text(Rule::T303, V2021, &[("六个部分", "6部分")]),
    Fixture::text(Rule::T304, V2021, &[("和国办公开办函〔2021〕30号", "")]),
    Fixture::text(Rule::T305, V2021, &[("（三）政府信息管理\n", "（三）政府信息的管理\n")]),
    Fixture::text(
        Rule::T306,
        V2021,
        &[("主要问题是个别单位更新不够及时。\n下一步将加强督促，定期通报。", "问题有二。下一步改进。")],
    ),
    Fixture::text(
        Rule::T307,
        V2021,
        &[(
            "发出收费通知9件，总金额4000元，实际收取信息处理费3940元，其中市本级3000元，县区940元。",
            "未收取信息处理费。",
        )],
    ),
    Fixture::text(Rule::T308, V2021, &[("；邮编：223001；", "，邮政编码223001，联系")]),
    Fixture::text(Rule::T309, V2021, &[("统一登记，分级审核。", "一、统一登记，分级审核。")]),
    Fixture::texts(Rule::T312, V2021, |text, _| lengthen(text, 1000)),
    Fixture::text(
        Rule::T313,
        V2021,
        &[("统一登记，分级审核。", "统一登记，详见江苏省人民政府网站和洪泽区人民政府门户网站。")],
    ),
    Fixture::texts(Rule::T401, V2021, |text, previous| repeat(text, previous, 8)),
    Fixture::text(Rule::N101, V2021, &[("通过政府网站公开信息40条", "通过政府网站公开信息四十条")]),
    Fixture::text(Rule::N102, V2021, &[("其他信息50条", "其他信息五十条")]),
    Fixture::text(Rule::N103, V2021, &[("信函申请119件", "信函申请一百一十九件")]),
    Fixture::text(
        Rule::N104,
        V2021,
        &[
            ("，其他处理187件", ""),
            ("答复申请3050件", "共办理政府信息公开申请3050件"),
            ("结转下年度103件", "结转下年度187件"),
        ],
    ),
    Fixture::text(Rule::N105, V2021, &[("延期办结50件", "延期办结49件，逾期办结1件")]),
    Fixture::text(Rule::N106, V2021, &[("其中维持72件，纠正64件，其他结果178件，尚未审结37件", "其中纠正64件")]),
    Fixture::text(Rule::N107, V2021, &[("县区940元", "甲县900元，乙县40元")]),
    Fixture::text(Rule::N108, V2021, &[("4000元", "3940元")]),
    Fixture::text(Rule::N109, V2021, &[("3940元", "0.394万元")]),
    Fixture::text(Rule::N201, V2021, &[("3119件，同比增长2.06%。其中网络申请3000件，信函申请119件。", "3153件。")]),
    Fixture::text(Rule::N202, V2021, &[("上年结转34件", "上年结转三十四件")]),
    Fixture::text(Rule::N203, V2021, &[("答复申请3050件", "答复申请3,050件")]),
    Fixture::text(Rule::N204, V2021, &[("结转下年度103件", "结转下年度继续办理１０３件")]),
    Fixture::text(Rule::N205, V2021, &[("信函申请119件", "信函申请153件")]),
    Fixture::text(Rule::N206, V2021, &[("延期办结50件", "延期办结119件")]),
    Fixture::text(
        Rule::N207,
        V2021,
        &[(
            "答复申请3050件，按时办结3000件，延期办结50件，结转下年度103件。\n办理结果为：予以公开1362件，占44.66%，部分公开454件，不予公开178件，无法提供781件，不予处理88件，其他处理187件。",
            "答复申请3050件，予以公开1362件，部分公开500余件。",
        )],
    ),
    Fixture::text(Rule::N208, V2019, &[("信息不存在1件", "不属于本机关公开1件")]),
    Fixture::text(
        Rule::N209,
        V2021,
        &[("行政诉讼46件，其中维持25件", "行政诉讼中，未经复议直接起诉26件，复议后起诉20件，维持25件")],
    ),
    Fixture::text(Rule::N210, V2021, &[("96171.6万元", "961716000元")]),
    Fixture::text(Rule::N301, V2021, &[("占44.66%", "占44.66%")]),
    Fixture {
        rule: Rule::N211,
        edition: V2021,
        spoil: Spoil::Text(&[("收取行政事业性收费96171.6万元。", "")], |form| {
            put(form, P::FeesAmount, Filed::printed("0.394"));
        }),
    },
    Fixture::text(Rule::N302, V2021, &[("同比增长2.06%", "同比增长2.07%")]),
    Fixture::text(Rule::N401, V2019, &[("没有上年结转的申请。", "上年没有结转。")]),
    Fixture::text(Rule::N402, V2019, &[("未发生因公开政府信息引起的行政复议、行政诉讼。", "全年零纠错。")]),
    Fixture {
        rule: Rule::N403,
        edition: V2021,
        spoil: Spoil::Text(
            &[(
                "发出收费通知9件，总金额4000元，实际收取信息处理费3940元，其中市本级3000元，县区940元。",
                "没有发出收费通知。",
            )],
            |form| {
                for _ in 0..6 {
                    let (from, to) = (OtherHandling::FeeUnpaid.into(), OtherHandling::Miscellaneous.into());
                    move_one(form, from, to, Applicant::NaturalPerson);
                }
            },
        ),
    },
    Fixture::text(Rule::N404, V2021, &[("行政诉讼46件，", "行政诉讼52件，其中作为共同被告的行政诉讼6件，")]),
];

/// A report of the year before the clean one that goes with it: what was carried in was carried over there, and one
/// dispute fewer was other.
pub(crate) fn year_before(form: &Form) -> Form {
    let mut previous = form.clone();
    previous.year = Some(Year::new(i64::from(form.year.unwrap().number()) - 1).unwrap());
    previous.period = None;
    for &applicant in Applicant::ALL {
        let cell = |row: RequestRow| Cell::request(row, applicant);
        let [received, carried_in, carried_over] =
            [RequestRow::Received, RequestRow::CarriedIn, RequestRow::CarriedOver].map(|row| number(form, cell(row)));
        let granted = number(form, cell(Outcome::Granted.into()));
        let change = carried_in - carried_over;
        for (row, count) in [
            (RequestRow::CarriedOver, carried_over + change),
            (RequestRow::Received, received + change + 1),
            (Outcome::Granted.into(), granted + 1),
        ] {
            previous.set(cell(row), u32::try_from(count).unwrap());
        }
    }
    let other = Cell::dispute(Route::Reconsideration, Ruling::Other);
    let fewer = u32::try_from((number(form, other) - 1).max(0)).unwrap();
    previous.set(other, fewer);
    if form.edition == V2021 {
        for (in_force, issued, repealed) in [
            (P::RulesInForce, P::RulesIssued, P::RulesRepealed),
            (P::NormativeDocumentsInForce, P::NormativeDocumentsIssued, P::NormativeDocumentsRepealed),
        ] {
            let figure = |cell| number(form, Cell::Proactive(cell));
            let before = figure(in_force) - figure(issued) + figure(repealed);
            put(&mut previous, in_force, Filed::from(i32::try_from(before).unwrap()));
        }
    }
    retotal(&mut previous);
    previous
}

/// Puts in every total what its parts add up to.
pub(crate) fn retotal(form: &mut Form) {
    let report = {
        let mut blanked = form.clone();
        let totals: Vec<Cell> = form.cells().map(|(cell, _)| cell).filter(|cell| cell.is_total()).collect();
        for cell in totals {
            blanked.set(cell, Filed::blank());
        }
        ogi_report::check::Check::new().policy(Policy::of(Preset::Lenient)).verify(blanked).unwrap()
    };
    let printed = Form::from(&report);
    for (cell, filed) in printed.cells() {
        form.set(cell, filed.clone());
    }
}

/// Counts one request of an applicant in another row of the flow.
pub(crate) fn move_one(form: &mut Form, from: RequestRow, to: RequestRow, applicant: Applicant) {
    for (row, by) in [(from, -1), (to, 1)] {
        let cell = Cell::request(row, applicant);
        let count = u32::try_from(number(form, cell) + by).unwrap();
        form.set(cell, count);
    }
    retotal(form);
}

pub(crate) fn body(form: &mut Form) -> &mut ogi_report::Body {
    form.body.as_mut().unwrap()
}

/// Puts cells of the 2019 edition where those of the 2021 edition stood.
fn exchange(form: &mut Form, cells: fn(P) -> bool) {
    for cell in P::ALL.iter().copied().filter(|&cell| cells(cell)) {
        match (cell.header(V2019), cell.header(V2021)) {
            (Some(_), None) => put(form, cell, Filed::from(0)),
            (None, Some(_)) => drop(form.remove(Cell::Proactive(cell))),
            _ => {}
        }
    }
}

pub(crate) fn put(form: &mut Form, cell: P, filed: Filed) {
    form.set(Cell::Proactive(cell), filed);
}

pub(crate) fn number(form: &Form, cell: Cell) -> i64 {
    form.get(cell).unwrap().as_printed().parse().unwrap()
}
