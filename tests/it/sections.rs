//! A text taken apart at its headings.

use ogi_report::narrative::{Passage, Sections};
use ogi_report::{Axis, Heading, Lang};
use proptest::prelude::*;

/// Which headings were found, with the number that each prints.
fn headings(text: &str) -> Vec<(Heading, Option<u8>)> {
    Sections::of(text).headings.iter().map(|found| (found.heading, found.number)).collect()
}

fn words(passage: Option<&Passage>) -> &str {
    passage.map_or("", |passage| passage.text.as_str())
}

const ALL: [(Heading, Option<u8>); 6] = [
    (Heading::Overview, Some(1)),
    (Heading::Proactive, Some(2)),
    (Heading::Requests, Some(3)),
    (Heading::Disputes, Some(4)),
    (Heading::Problems, Some(5)),
    (Heading::OtherMatters, Some(6)),
];

/// A report of our own, with tables as they are found on pages.
const REPORT: &str = "\
某某县水利局2024年政府信息公开工作年度报告

按照条例要求编制本报告，由总体情况、主动公开政府信息情况等六个部分组成。

一、总体情况

（一）主动公开情况。全年公开信息12条。
1. 依申请公开情况。收到申请3件。

二、主动公开政府信息情况
第二十条第（一）项
规章 0 0 0
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3
二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0
三、本年度办理结果
（一）予以公开 3 0 0 0 0 0 3
1.属于国家秘密 0 0 0 0 0 0 0
四、结转下年度继续办理 0 0 0 0 0 0 0
四、政府信息公开行政复议、行政诉讼情况
行政复议 行政诉讼
0 0 0 0 0
五、存在的主要问题及改进情况
一是队伍不稳。下一步加强培训。
六、其他需要报告的事项
未收取信息处理费。

某某县水利局
2025年1月20日
";

#[test]
fn a_report_falls_into_its_sections() {
    let sections = Sections::of(REPORT);
    assert_eq!(headings(REPORT), ALL);
    assert!(sections.headings.iter().all(|found| !found.is_renamed && !found.is_misnumbered()));
    assert_eq!(words(sections.title.as_ref()), "某某县水利局2024年政府信息公开工作年度报告");
    assert!(words(sections.preamble.as_ref()).starts_with("按照条例"));
    assert!(words(sections.overview.as_ref()).ends_with("收到申请3件。"));
    assert_eq!(words(sections.problems.as_ref()), "一是队伍不稳。下一步加强培训。");
    assert_eq!(words(sections.other_matters.as_ref()), "未收取信息处理费。");
    assert_eq!(words(sections.signature.as_ref()), "某某县水利局\n2025年1月20日");
}

#[test]
fn line_breaks_do_not_matter() {
    let flat = REPORT.replace('\n', " ");
    assert_eq!(headings(&flat), ALL);
    assert!(words(Sections::of(&flat).other_matters.as_ref()).starts_with("未收取信息处理费。"));
    let glued = REPORT.replace(['\n', ' '], "");
    assert_eq!(headings(&glued), ALL);
    assert_eq!(headings(&REPORT.replace('\n', "\r\n")), ALL);
    let broken = REPORT.replace("四、政府信息公开行政复议、行政", "四、政府信息公开行政\n复议、 行政");
    assert_eq!(headings(&broken), ALL);
}

#[test]
fn a_table_of_contents_is_not_the_report() {
    for behind in ["", "………3", " 3"] {
        let lines = Heading::array(|heading| format!("{}{behind}\n", heading.label(Lang::Zh)));
        let before = lines.concat();
        let text = format!("目录\n{before}{REPORT}");
        let sections = Sections::of(&text);
        assert_eq!(headings(&text), ALL);
        assert!(words(sections.overview.as_ref()).starts_with("（一）主动公开情况"));
        assert_eq!(words(sections.other_matters.as_ref()), "未收取信息处理费。");
    }
}

#[test]
fn a_list_of_the_parts_in_a_sentence_is_no_heading() {
    let text = "本报告由一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况，\
                四、政府信息公开行政复议、行政诉讼情况，五、存在的主要问题及改进情况，六、其他需要报告的事项六个部分组成。\n\
                一、总体情况\n全年平稳。";
    assert_eq!(headings(text), [(Heading::Overview, Some(1))]);
    assert_eq!(words(Sections::of(text).overview.as_ref()), "全年平稳。");
    assert_eq!(headings("详见“一、总体情况”和“六、其他需要报告的事项”。"), []);
}

#[test]
fn headings_in_other_words_and_with_other_numbers_are_said_to_be() {
    let text = "一、主动公开政府信息情况\n表\n二、收到和处理政府信息公开申请情况\n表\n\
                三、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n表\n四、存在问题和改进措施\n不足\n五、其它需要报告的事项\n无";
    let sections = Sections::of(text);
    let found: Vec<_> = sections.headings.iter().map(|f| (f.heading, f.is_misnumbered(), f.is_renamed)).collect();
    assert_eq!(
        found,
        [
            (Heading::Proactive, true, false),
            (Heading::Requests, true, false),
            (Heading::Disputes, true, true),
            (Heading::Problems, true, true),
            (Heading::OtherMatters, true, false),
        ],
    );
    assert_eq!(words(sections.problems.as_ref()), "不足");

    // Between headings that are known a number alone is enough, and elsewhere it is not.
    let text = "一、总体情况\n甲\n五、今后的工作\n乙\n六、其他需要报告的事项\n丙";
    let sections = Sections::of(text);
    assert_eq!(words(sections.problems.as_ref()), "乙");
    assert!(sections.headings[1].is_renamed);
    assert_eq!(headings("一、参保范围\n甲\n二、缴费标准\n乙"), []);
}

#[test]
fn spellings_of_headings() {
    for heading in [
        "一、总体情况",
        "一、 总体情况",
        "一、总 体 情 况",
        "　　一、总体情况：",
        "一．总体情况",
        "一,总体情况。",
        "**一、总体情况**",
        "## 一、总体情况",
        "第一部分 总体情况",
        "第一部分：总体情况",
        "一 总体情况",
        "总体情况",
        "1、总体情况",
        "一、总体概述",
        "一、政府信息公开总体情况",
        "一、總體情況",
    ] {
        let text = format!("前言\n{heading}\n全年平稳。");
        let sections = Sections::of(&text);
        assert_eq!(words(sections.overview.as_ref()), "全年平稳。", "{heading}");
        assert_eq!(words(sections.preamble.as_ref()), "前言", "{heading}");
    }
}

#[test]
fn without_headings_all_is_preamble() {
    let sections = Sections::of("\n 全年收到申请3件。\n");
    assert_eq!(sections.preamble, Some(Passage { span: 2..27, text: "全年收到申请3件。".to_owned() }));
    assert_eq!(Sections::of(" \n"), Sections::default());
}

#[test]
fn a_foreign_passage_with_numbered_paragraphs_stays_in_its_section() {
    let text =
        REPORT.replace("收到申请3件。\n", "收到申请3件。\n一、参保范围\n城乡居民。\n二、缴费标准\n每人320元。\n");
    let sections = Sections::of(&text);
    assert_eq!(headings(&text), ALL);
    assert!(words(sections.overview.as_ref()).contains("一、参保范围"));
}

#[test]
fn a_title_of_two_lines_is_one() {
    let sections = Sections::of("某某区\n2022年政府信息公开工作年度报告\n正文。");
    assert_eq!(words(sections.title.as_ref()), "2022年政府信息公开工作年度报告");
    let sections = Sections::of("某某区教育局2022年政府信息\n公开工作年度报告\n正文。");
    assert_eq!(words(sections.title.as_ref()), "某某区教育局2022年政府信息\n公开工作年度报告");
    assert_eq!(words(sections.preamble.as_ref()), "正文。");
}

/// Text in which headings, numbers and breaks are frequent.
fn broken_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => proptest::sample::select(Heading::ALL.to_vec()).prop_map(|h| h.label(Lang::Zh).to_owned()),
        3 => "[一二三四五六七1-7、.． 　\n\r#*第部分年月日。，：件0-9]{0,6}",
        1 => any::<String>(),
        1 => Just("政府信息公开工作年度报告".to_owned()),
        1 => Just("2025年1月20日".to_owned()),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_are_where_the_text_is(text in broken_text()) {
        let sections = Sections::of(&text);
        let mut passages: Vec<&Passage> = sections.headings.iter().map(|found| &found.printed).collect();
        passages.extend(sections.prose().chain(&sections.title).chain(&sections.signature));
        passages.sort_by_key(|passage| passage.span.start);
        let mut end = 0;
        for passage in passages {
            prop_assert_eq!(text.get(passage.span.clone()), Some(passage.text.as_str()));
            prop_assert!(end <= passage.span.start, "passages do not overlap");
            prop_assert!(!passage.text.is_empty());
            end = passage.span.end;
        }
        let order: Vec<Heading> = sections.headings.iter().map(|found| found.heading).collect();
        prop_assert!(order.is_sorted());
        let json = serde_json::to_string(&sections).unwrap();
        prop_assert_eq!(serde_json::from_str::<Sections>(&json).unwrap(), sections);
    }
}

#[test]
fn section_five_lacks_what_it_does_not_tell() {
    let lacking = |told: &str| {
        let start = crate::narratives::HUAIAN.find("主要问题是").unwrap();
        let end = crate::narratives::HUAIAN.find("六、其他需要").unwrap();
        let text = format!("{}{told}\n{}", &crate::narratives::HUAIAN[..start], &crate::narratives::HUAIAN[end..]);
        let checked = ogi_report::check::Check::new()
            .narrative(&ogi_report::narrative::Narrative::from_text(&text))
            .run(&crate::fixtures::clean(ogi_report::Edition::V2021));
        let found = checked.findings.iter().find(|finding| finding.rule == ogi_report::Rule::T306);
        found.map(|finding| finding.message(Lang::Zh))
    };
    for told in [
        "我局公开工作仍存在一些问题，如公开不及时。我局将采取有力措施加以改进，健全机制。",
        "一是公开内容不够全面；二是公开时效有待加强。为此，我们将健全机制、强化培训。",
        "存在公开不及时的问题，今后将加强督促。",
        "部分栏目存在更新不及时的问题，已督促责任科室按季度更新。",
        "（一）主要不足。公开不及时。（二）努力方向。健全机制、强化培训。",
        "（一）存在的困难。人员少。（二）工作打算。配齐人员，强化培训。",
        "存在问题：公开不及时。2025年工作计划：健全机制，强化培训。",
        "存在的问题：宣传力度不够。解决办法：加大宣传力度。",
        "（一）存在的主要问题\n公开内容不够全面。\n（二）整改情况\n加强培训，完善制度。",
        "存在的主要问题：公开内容不够全面。整改情况：一是加强培训；二是健全制度。",
    ] {
        assert_eq!(lacking(told), None, "{told}");
    }
    for (told, expected) in [
        ("公开不够及时，解读形式较为单一。", "第五部分没有写明改进情况，请补充。"),
        ("下一步将加强培训，多用图文和视频。", "第五部分没有写明存在的主要问题，请补充。"),
        ("无。", "第五部分没有写明内容（不足十个字），请补充。"),
    ] {
        assert_eq!(lacking(told).as_deref(), Some(expected), "{told}");
    }
}

#[test]
fn a_title_on_two_lines_is_quoted_on_one() {
    let text = "清水县教育局2024年\n政府信息公开年度工作汇报\n一、总体情况\n平稳。\n";
    let checked = ogi_report::check::Check::new()
        .narrative(&ogi_report::narrative::Narrative::from_text(text))
        .run(&crate::fixtures::clean(ogi_report::Edition::V2021));
    for finding in &checked.findings {
        assert!(!finding.message(Lang::Zh).contains('\u{fffd}'), "{}", finding.message(Lang::Zh));
    }
}
