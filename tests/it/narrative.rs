//! What a text states is found, and nothing else.

use std::fmt::Write as _;

use ogi_report::check::{Check, Evidence};
use ogi_report::narrative::{Figure, HeadingFound, Measure, Narrative, Passage, Sections, Subject, Unplaced};
use ogi_report::{Edition, Form, Heading, Lang, Rule, Year};
use proptest::prelude::*;

use crate::fixtures::clean;
use crate::narratives::{ANQIU, HUAIAN};

/// The sentences, each with the figures that it states.
fn sentences() -> impl Iterator<Item = (String, Vec<String>)> {
    include_str!("narrative_sentences.tsv").lines().filter(|line| !line.starts_with('#')).map(|line| {
        let [sentence, figures, kind] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three columns: {line}")
        };
        assert!(["made", "real", "mutated"].contains(&kind), "{line}");
        let figures = figures.split(';').map(|figure| figure.trim().to_owned()).filter(|figure| !figure.is_empty());
        (sentence.replace("\\n", "\n"), figures.collect())
    })
}

/// A figure as the list of sentences writes it.
fn written(figure: &Figure) -> String {
    let mut text = figure.subject.to_string();
    if let Some(name) = &figure.name {
        write!(text, "[{name}]").unwrap();
    }
    let measure = match figure.measure {
        Measure::Count => "",
        Measure::Share => "%",
        Measure::Growth => "^",
        Measure::Difference => "±",
    };
    format!("{text}{measure}={}", figure.value)
}

#[test]
#[expect(clippy::print_stdout, reason = "precision and recall are looked at")]
fn sentences_are_read_with_precision_1_and_recall_of_95_percent() {
    let (mut right, mut wrong, mut missed, mut count) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut said = String::new();
    for (sentence, expected) in sentences() {
        count += 1;
        let found: Vec<String> = Narrative::from_text(&sentence).figures.iter().map(written).collect();
        for figure in &found {
            if expected.contains(figure) {
                right += 1;
            } else {
                wrong += 1;
                writeln!(said, "wrong  {figure}: {sentence}").unwrap();
            }
        }
        for figure in expected.iter().filter(|figure| !found.contains(figure)) {
            missed += 1;
            writeln!(said, "missed {figure}: {sentence}").unwrap();
        }
    }
    let precision = f64::from(right) / f64::from(right + wrong);
    let recall = f64::from(right) / f64::from(right + missed);
    println!("{said}{count} sentences, {} figures: precision {precision:.3}, recall {recall:.3}", right + missed);
    assert!(count >= 120, "{count} sentences");
    assert_eq!(wrong, 0, "{said}");
    assert!(recall >= 0.95, "{said}");
}

/// A spelling of the seed report's figures of our own, with the two passages of other documents that its page holds told
/// in our words: a notice on medical insurance and a news item.
#[test]
fn a_report_with_other_documents_pasted_in_is_read_and_they_are_not() {
    let foreign = "关于居民医疗保险缴费的公告\n一、谁可以参保\n本区居民约12万人可以参保，每人每年缴费320元，已收到参保申请表5600件，答复咨询300次。\n\
                   区里召开政务公开专题会议\n发布时间：2020-11-25\n11月24日召开会议，12个部门参加，部署了3项任务，公开征集意见8条。\n";
    let with = ANQIU.replace("（二）申请\n", &format!("{foreign}（二）申请\n"));
    let figures = |text: &str| Narrative::from_text(text).figures.iter().map(written).collect::<Vec<_>>();
    assert_eq!(figures(&with), figures(ANQIU));
    let narrative = Narrative::from_text(&with);
    assert_eq!(narrative.foreign.len(), 2);
    assert!(narrative.unplaced.iter().any(|unplaced| unplaced.value == Some(320_u32.into())));
}

#[test]
fn the_seed_report_s_figures_are_found_compared_and_hold() {
    let form = crate::fixtures::clean(ogi_report::Edition::V2019);
    let narrative = Narrative::from_text(ANQIU);
    let checked = Check::new().narrative(&narrative).run(&form);
    assert_eq!(checked.findings, []);
    let held: Vec<&str> = checked
        .ledger
        .entries()
        .iter()
        .filter(|e| e.held > 0)
        .map(|e| e.rule.code())
        .filter(|c| c.starts_with('N'))
        .collect();
    // Channels and kinds of disclosure, channels of requests, reply types and time, all against their totals and the
    // tables; the share, and what there was none of.
    let expected = ["N101", "N102", "N103", "N104", "N201", "N203", "N205", "N206", "N208", "N301", "N401"];
    assert_eq!(held, expected);
}

/// The findings on the text of the report of Huai'an with other words for some of it.
fn findings_with(words: &str, others: &str) -> Vec<String> {
    assert!(HUAIAN.contains(words), "{words}");
    let text = HUAIAN.replace(words, others);
    let checked = Check::new().narrative(&Narrative::from_text(&text)).run(&clean(Edition::V2021));
    checked.findings.iter().map(|finding| finding.rule.to_string()).collect()
}

#[test]
fn a_rounded_number_contradicts_nothing_that_rounds_to_it() {
    assert_eq!(findings_with("申请3119件，", "申请0.31万件，"), [""; 0]);
    assert_eq!(findings_with("申请3119件，", "申请3100件，"), ["N103", "N201"]);
}

#[test]
fn results_that_need_not_be_all_contradict_no_sum() {
    const RESULTS: &str = "办理结果为：予以公开1362件，占44.66%，部分公开454件，不予公开178件，无法提供781件，不予处理88件，其他处理187件。";
    for others in [
        "办理结果为：予以公开1362件，占44.66%，无法提供781件。",
        "办理结果主要为：予以公开1362件，占44.66%，部分公开454件，不予公开178件，无法提供781件。",
        "予以公开1362件占比最高，部分公开454件，不予公开178件，无法提供781件次之。",
    ] {
        assert_eq!(findings_with(RESULTS, others), [""; 0], "{others}");
    }
}

/// What a text is read as is no longer than a multiple of the text.
#[test]
fn what_is_read_grows_with_the_text_and_no_faster() {
    for words in [
        "县人民政府网站",
        "清水县人民政府网站、",
        "网站公开信息9条、概况信息3条、法规信息6条、",
        "收到申请5件，其中网络3件、信函2件，",
        "征地类行政复议、行政诉讼、",
        "县教育局未收到申请，",
    ] {
        let size = |times| {
            let text = format!("清水县教育局2024年政府信息公开工作年度报告\n一、总体情况\n{}", words.repeat(times));
            serde_json::to_string(&Narrative::from_text(&text)).unwrap().len()
        };
        let (short, long) = (size(2_000), size(8_000));
        assert!(long < 6 * short, "{words}: {short} and {long} bytes");
    }
}

#[test]
fn an_absent_figure_is_no_figure_that_holds() {
    let form = crate::fixtures::clean(ogi_report::Edition::V2021);
    let narrative = Narrative::from_text("一、总体情况\n工作平稳。");
    let checked = Check::new().narrative(&narrative).run(&form);
    for entry in checked.ledger.entries().iter().filter(|entry| entry.rule.code().starts_with('N')) {
        assert_eq!(entry.standing(), ogi_report::check::Standing::NotApplicable, "{}", entry.rule);
    }
    let without = form.check();
    let entry = without.ledger.entry(ogi_report::Rule::N201);
    assert_eq!(entry.unasked, Some(ogi_report::check::Unasked::NoNarrative));
}

#[test]
fn two_figures_beside_one_cell_are_one_finding() {
    let form = crate::fixtures::clean(ogi_report::Edition::V2021);
    let narrative = Narrative::from_text("行政诉讼45件。未经复议直接起诉25件。");
    let checked = Check::new().narrative(&narrative).run(&form);
    let rules: Vec<_> = checked.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [ogi_report::Rule::N209]);
}

#[test]
fn the_preamble_names_whose_report_it_is() {
    let organ = |preamble: &str| {
        let text = format!("清水县教育局2024年政府信息公开工作年度报告\n{preamble}\n一、总体情况\n平稳。");
        Narrative::from_text(&text).organ.map(|organ| organ.text)
    };
    for (preamble, named) in [
        ("现将清水县教育局2024年政府信息公开工作年度报告公布如下。", Some("清水县教育局")),
        ("本报告由清水县公安局根据《中华人民共和国政府信息公开条例》编制。", Some("清水县公安局")),
        ("特编制清水县体育局二〇二四年度政府信息公开年度报告。", Some("清水县体育局")),
        ("按照《清水县人民政府办公室关于做好2024年政府信息公开工作年度报告编制工作的通知》要求，编制本报告。", None),
        ("根据清水县人民政府办公室2024年政府信息公开年度报告工作要求，编制本报告。", None),
        ("工作平稳{清水县公安局2024年政府信息公开工作年度报告", Some("清水县公安局")),
        ("现将我局2024年政府信息公开工作年度报告公布如下。", None),
        ("现将本局2024年政府信息公开工作年度报告公布如下。", None),
        ("本报告由全市各单位根据《中华人民共和国政府信息公开条例》编制。", None),
        ("本报告由清水县疾病预防控制中心根据《中华人民共和国政府信息公开条例》编制。", Some("清水县疾病预防控制中心")),
        (
            "本报告由清水县安全生产监督管理局根据《中华人民共和国政府信息公开条例》编制。",
            Some("清水县安全生产监督管理局"),
        ),
        ("本报告由本溪市教育局根据《中华人民共和国政府信息公开条例》编制。", Some("本溪市教育局")),
        ("本报告由乌兰察布市教育局根据《中华人民共和国政府信息公开条例》编制。", Some("乌兰察布市教育局")),
        ("现公布清水县教育局2024年政府信息公开工作年度报告。", Some("清水县教育局")),
    ] {
        assert_eq!(organ(preamble).as_deref(), named, "{preamble}");
    }
}

#[test]
fn a_preamble_of_another_body_is_found() {
    let form = crate::fixtures::clean(ogi_report::Edition::V2021);
    let found = |author: &str| {
        let text = HUAIAN.replace("依据《", &format!("本报告由{author}根据《"));
        let checked = Check::new().narrative(&Narrative::from_text(&text)).run(&form);
        checked.findings.iter().map(|finding| (finding.rule, finding.message(Lang::Zh))).collect::<Vec<_>>()
    };
    let message = "前言或者落款中的机关“某某市教育局”与报告机关名称不一致，请核实。".to_owned();
    assert_eq!(found("某某市教育局"), [(ogi_report::Rule::T105.into(), message)]);
    for name in ["市政府", "淮安市人民政府办公室", "我市"] {
        assert_eq!(found(name), [], "{name}");
    }
}

#[test]
fn a_body_may_be_called_by_a_shorter_name_and_not_by_that_of_another() {
    let is_read = |body: &str, name: &str| {
        let text = format!("{body}2024年政府信息公开工作年度报告\n一、总体情况\n{name}收到政府信息公开申请8件。");
        Narrative::from_text(&text).count(Subject::Received).is_some()
    };
    for (body, name) in [
        ("清水县人民政府", "县政府"),
        ("清水县人民政府", "清水县"),
        ("清水县人民政府", "全县各单位"),
        ("安丘市发展和改革委员会", "市发改委"),
        ("安丘市发展和改革委员会", "我委"),
        ("某县城关镇人民政府", "镇政府"),
        ("安丘经济开发区管委会", "经济开发区"),
        ("日照市教育局", "日照市教育局"),
        ("上海市", "市政府"),
    ] {
        assert!(is_read(body, name), "{body}: {name}");
    }
    for (body, name) in [
        ("清水县人民政府", "县公安局"),
        ("清水县人民政府", "全市"),
        ("清水县教育局", "全县"),
        ("清水县教育局", "县政府"),
        ("安丘市新安区教育局", "市教育局"),
        ("安丘市教育局", "省教育厅"),
        ("安丘市教育局", "市体育局"),
        ("安丘市教育局", "市教育局、市体育局"),
        ("某县城关镇人民政府", "东风村"),
    ] {
        assert!(!is_read(body, name), "{body}: {name}");
    }
}

#[test]
fn the_year_of_an_edition_is_not_the_year_of_the_text() {
    let text = "一、总体情况\n格式按2021年版填写。2021年版共六个部分。2024年收到申请。\n";
    assert_eq!(Narrative::from_text(text).year.map(ogi_report::Year::number), Some(2024));
}

#[test]
fn improvements_are_told_in_many_words() {
    for told in ["改进：加强培训。", "我局将进一步加强培训。", "接下来加强培训。"] {
        let text = format!("五、存在的主要问题及改进情况\n存在问题：栏目更新不及时。{told}\n");
        let narrative = Narrative::from_text(&text);
        assert_eq!(narrative.improvements.as_ref().map(|told| told.text.trim()), Some(told), "{text}");
    }
}

#[test]
fn section_five_falls_into_its_parts() {
    let text = "五、存在的主要问题及改进情况\n（一）上年度问题整改情况\n加强了培训。\n（二）存在的问题\n解读形式单一。\n（三）改进措施\n丰富解读形式。\n六、其他需要报告的事项\n无。";
    let narrative = Narrative::from_text(text);
    let words = |passage: &Option<Passage>| passage.as_ref().unwrap().text.clone();
    assert_eq!(words(&narrative.rectification), "（一）上年度问题整改情况\n加强了培训。");
    assert_eq!(words(&narrative.problems), "（二）存在的问题\n解读形式单一。");
    assert_eq!(words(&narrative.improvements), "（三）改进措施\n丰富解读形式。");
    let text = "五、存在的主要问题及改进情况\n（一）存在的问题\n解读形式单一。\n（二）2023年度问题整改情况\n加强了培训。\n（三）改进措施\n丰富解读形式。\n六、其他需要报告的事项\n无。";
    let narrative = Narrative::from_text(text);
    assert_eq!(words(&narrative.problems), "（一）存在的问题\n解读形式单一。");
    assert_eq!(words(&narrative.rectification), "（二）2023年度问题整改情况\n加强了培训。");
    assert_eq!(words(&narrative.improvements), "（三）改进措施\n丰富解读形式。");
}

#[test]
fn numbers_of_section_five_are_not_placed() {
    let narrative =
        Narrative::from_text("五、存在的主要问题及改进情况\n全年收到申请5件，有2件答复不及时。下一步改进。");
    assert!(narrative.figures.is_empty());
    assert_eq!(narrative.unplaced.len(), 2);
}

#[test]
fn what_a_report_says_of_itself() {
    let narrative = Narrative::from_text(HUAIAN);
    let title = narrative.title.unwrap();
    assert_eq!((title.body.as_deref(), title.year.map(ogi_report::Year::number)), (Some("淮安市人民政府"), Some(2024)));
    assert_eq!(narrative.period.unwrap().period.unwrap().to_string(), "2024-01-01 to 2024-12-31");
    assert_eq!(narrative.contact.postcode.unwrap().text, "223001");
    assert_eq!(narrative.contact.telephone.unwrap().text, "0517-83605000");
    assert_eq!(narrative.contact.address.unwrap().text, "某某路1号");
    assert_eq!(narrative.basis.editions, [ogi_report::Edition::V2021]);
    for number in ["（2021）30号", "(2021)30号", "【2021】30号", "[2021]30号", "〈2021〉30号", "［2021］30 号"]
    {
        let basis = Narrative::from_text(&HUAIAN.replace("〔2021〕30号", number)).basis;
        assert_eq!(basis.editions, [ogi_report::Edition::V2021], "{number}");
    }
    let parts = narrative.parts.unwrap();
    assert_eq!((parts.stated, parts.listed), (6, Some(6)));
    let signature = narrative.signature.unwrap();
    assert_eq!(signature.date, chrono::NaiveDate::from_ymd_opt(2025, 1, 20));
    // Radicals in place of characters.
    let text = "六、其他需要报告的事项\n无。\n某某局\n2025年1⽉20⽇";
    let signature = Narrative::from_text(text).signature.unwrap();
    assert_eq!(
        (signature.name.as_deref(), signature.date),
        (Some("某某局"), chrono::NaiveDate::from_ymd_opt(2025, 1, 20))
    );
    for (title, body) in [
        ("2022年上海市政府信息公开工作年度报告", "上海市"),
        ("某某区统计局2023年度政府信息公开工作年度报告", "某某区统计局"),
        ("某某镇政府信息公开工作年度报告（2021年）", "某某镇"),
    ] {
        let read = Narrative::from_text(&format!("{title}\n一、总体情况\n平稳。")).title.unwrap();
        assert_eq!(read.body.as_deref(), Some(body), "{title}");
    }
}

/// Text in which the words and numbers of narratives are frequent.
fn text_of_pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(sentences().map(|(sentence, _)| sentence).collect::<Vec<_>>()),
        3 => "[0-9０-９一二两十百千万亿点零〇,，.%％年月日件条元个第]{0,8}",
        2 => "[收到申请答复未无其中占同比增长分别为（）()《》“”、。；：\n\t |]{0,10}",
        2 => any::<String>(),
        1 => proptest::sample::select(Heading::ALL.to_vec()).prop_map(|h| format!("\n{}\n", h.label(Lang::Zh))),
    ];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_are_inside_the_text_and_on_borders_of_characters(text in text_of_pieces()) {
        let narrative = Narrative::from_text(&text);
        for Figure { span, sentence, .. } in &narrative.figures {
            prop_assert!(text.get(span.clone()).is_some_and(|words| !words.trim().is_empty()), "{span:?}");
            prop_assert!(text.get(sentence.clone()).is_some());
            prop_assert!(sentence.start <= span.start && span.end <= sentence.end);
        }
        for Unplaced { span, sentence, .. } in &narrative.unplaced {
            prop_assert!(text.get(span.clone()).is_some_and(|words| !words.is_empty()), "{span:?}");
            prop_assert!(sentence.start <= span.start && span.end <= sentence.end && text.get(sentence.clone()).is_some());
        }
        let mut passages: Vec<&Passage> = narrative.headings.iter().map(|HeadingFound { printed, .. }| printed).collect();
        let Narrative { section_five, rectification, problems, improvements, fee_statement, foreign, contact, basis, .. } = &narrative;
        passages.extend([section_five, rectification, problems, improvements, fee_statement].into_iter().flatten());
        passages.extend([&contact.address, &contact.postcode, &contact.telephone, &contact.email, &basis.regulations].into_iter().flatten());
        passages.extend(foreign);
        passages.extend(&narrative.organ);
        passages.extend(narrative.title.iter().map(|title| &title.printed));
        passages.extend(narrative.period.iter().map(|period| &period.printed));
        passages.extend(narrative.parts.iter().map(|parts| &parts.printed));
        for passage in passages {
            prop_assert_eq!(text.get(passage.span.clone()), Some(passage.text.as_str()));
        }
        let json = serde_json::to_string(&narrative).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Narrative>(&json).unwrap(), &narrative);
        // Reading a text in two steps is reading it.
        prop_assert_eq!(Narrative::read(&Sections::of(&text)), narrative);
    }

}

/// Pieces of a text and whether their digits count nothing: those of dates, ordinals and titles.
fn pieces_with_digits() -> impl Strategy<Value = Vec<(&'static str, bool)>> {
    let pieces: Vec<(&str, bool)> = vec![
        ("收到政府信息公开申请", false),
        ("主动公开政府信息", false),
        ("通过网站公开信息", false),
        ("，其中", false),
        ("，网络申请", false),
        ("、信函申请", false),
        ("分别为3件、4件", false),
        ("予以公开", false),
        ("为12件", false),
        ("共１２０件", false),
        ("为１，２３４件", false),
        ("为1 234件", false),
        ("为10至20件", false),
        ("为1.5万条", false),
        ("占41.2%", false),
        ("热线12345受理", false),
        ("为16\n52件", false),
        ("（含上年7件）", false),
        ("“同意公开9件”", false),
        ("比上年增加8件", false),
        ("举办培训3次", false),
        ("为12、34件", false),
        ("为5件予以公开", false),
        ("行政复议0件", false),
        ("于2024年1月20日", true),
        ("在2023年度", true),
        ("按第3条", true),
        ("据《2023年第5号办法》", true),
        ("。", false),
        ("；", false),
        ("\n", false),
        ("等。\n\n", false),
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..24)
}

proptest! {
    #[test]
    fn every_digit_is_attributed_or_listed(pieces in pieces_with_digits()) {
        for heading in ["一、总体情况\n", "六、其他需要报告的事项\n", "五、存在的主要问题及改进情况\n"] {
            let mut text = heading.to_owned();
            let mut wanted = Vec::new();
            for (piece, counts_nothing) in &pieces {
                let digits = piece.char_indices().filter(|(_, c)| c.is_ascii_digit() || ('０'..='９').contains(c));
                if !counts_nothing {
                    wanted.extend(digits.map(|(at, _)| text.len() + at));
                }
                text.push_str(piece);
            }
            let narrative = Narrative::from_text(&text);
            let figures = narrative.figures.iter().chain(&narrative.activities).map(|figure| &figure.span);
            let spans: Vec<_> = figures.chain(narrative.unplaced.iter().map(|unplaced| &unplaced.span)).collect();
            for at in wanted {
                prop_assert!(spans.iter().any(|span| span.contains(&at)), "{:?} of {:?}", &text[at..], text);
            }
        }
    }
}

/// Text in which any words stand around digits, but none that make them a date, an ordinal, the number of a paragraph, a title or a
/// signature. No title ends.
fn random_text_with_digits() -> impl Strategy<Value = String> {
    let words = "[收到申请公开信息条件个次网站微信其中占比增长分别为均未无两十百万余约和及至同意不予Aa%（）《“”，。；：、\n 甲乙丙市县局]{0,8}";
    let piece = prop_oneof![
        3 => words,
        2 => "[0-9０-９]{1,6}",
        1 => proptest::sample::select(vec!["件", "条", "%", "万元", "余件", "，其中", "期", "人次", "个"]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_digit_of_random_text_is_attributed_or_listed(words in random_text_with_digits()) {
        for heading in ["一、总体情况\n", "六、其他需要报告的事项\n", "五、存在的主要问题及改进情况\n"] {
            let text = format!("{heading}{words}");
            let narrative = Narrative::from_text(&text);
            let figures = narrative.figures.iter().chain(&narrative.activities).map(|figure| &figure.span);
            let spans: Vec<_> = figures.chain(narrative.unplaced.iter().map(|unplaced| &unplaced.span)).collect();
            let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
            for (at, _) in text.char_indices().filter(|&(_, c)| is_digit(c)) {
                prop_assert!(spans.iter().any(|span| span.contains(&at)), "{:?} of {:?}", &text[at..], text);
            }
        }
    }
}

/// Text that was made to be slow is read in time that grows as its length does: where each number is compared with all
/// before it, every one of these takes minutes.
#[test]
fn hostile_texts_take_no_longer_than_they_are() {
    /// Many times what any of them takes, with a build that is not optimised, on a machine that is busy.
    const BOUND: std::time::Duration = std::time::Duration::from_secs(20);
    let form = crate::fixtures::clean(ogi_report::Edition::V2021);
    for (head, shape, times) in [
        ("主动公开信息5条，其中", "5件", 100_000),
        ("主动公开信息5条，其中", "某类信息5条、", 30_000),
        ("主动公开政府信息9条，", "某信息1条，", 40_000),
        ("", "未", 150_000),
        ("", "其中", 150_000),
        ("", "（5件", 100_000),
        ("", "“5件", 100_000),
        ("", "《", 150_000),
        ("", "2024年", 100_000),
        ("", "7", 500_000),
        ("", "收到申请，", 50_000),
        ("", "网络申请、信函申请分别为5件、6件、", 25_000),
        ("", "未收到申请5件，（其中无行政复议、", 20_000),
        ("", "收到申请5\n", 50_000),
        ("行政复议", "，维持5件", 50_000),
        ("", "收到政府信息公开申请5件，其中网络申请3件、信函申请2件。", 40_000),
        ("", "行政复议5件，其中信息公开行政复议2件，", 40_000),
        ("", "5 ", 150_000),
        ("", "网站、", 100_000),
        ("主动公开信息99999999条，其中", "某类信息1条、", 60_000),
        ("", "5件（1件）", 60_000),
        ("", "不予公开（属于国家秘密）1件，", 30_000),
        ("网站网站网站：", "1条、", 150_000),
        ("", "未发生行政复议，", 40_000),
        ("", "不予公开类1件，", 40_000),
        ("五、存在的主要问题及改进情况\n问题：", "今后，", 200_000),
        ("", "收到申请5件，占12.5%，", 30_000),
        ("", "收到申请5件，其中网络申请3件、信函申请4件。", 30_000),
        ("行政复议0件。", "行政复议均维持。", 50_000),
    ] {
        let text = format!("一、总体情况\n{head}{}", shape.repeat(times));
        let start = std::time::Instant::now();
        let narrative = Narrative::from_text(&text);
        let _ = Check::new().narrative(&narrative).run(&form);
        assert!(start.elapsed() < BOUND, "{shape}: {:?}", start.elapsed());
    }
}

proptest! {
    // Each case checks two forms.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_narrative_never_makes_the_check_fail(text in text_of_pieces()) {
        // Messages quote the text, and a brace of their own is a place that was not filled.
        let narrative = Narrative::from_text(&text.replace('{', ""));
        for &edition in ogi_report::Edition::ALL {
            let form = crate::fixtures::clean(edition);
            let checked = Check::new().previous(&form).narrative(&narrative).run(&form);
            let mut places: Vec<_> = checked.findings.iter().map(|finding| (finding.rule, finding.at)).collect();
            places.sort();
            let all = places.len();
            places.dedup();
            prop_assert_eq!(places.len(), all, "a rule has one finding at a place");
            for finding in &checked.findings {
                for &lang in Lang::ALL {
                    prop_assert!(!finding.message(lang).contains('{'), "{}", finding.message(lang));
                }
            }
        }
    }
}

#[test]
fn a_period_may_name_its_year_once() {
    let cases = [
        ("2022年1月1日至12月31日", Some("2022-01-01 to 2022-12-31")),
        ("2022年1月1日至当年12月31日", Some("2022-01-01 to 2022-12-31")),
        ("2022年1月1日至2023年12月31日", Some("2022-01-01 to 2023-12-31")),
        ("2022年1月1日至13月31日", None),
    ];
    for (stated, expected) in cases {
        let narrative = Narrative::from_text(&format!(
            "某某县人民政府2023年政府信息公开工作年度报告\n\n统计期限为{stated}。\n\n一、总体情况\n收到政府信息公开申请5件。\n"
        ));
        let period = narrative.period.unwrap();
        assert_eq!(period.printed.text, stated);
        assert_eq!(period.period.map(|period| period.to_string()).as_deref(), expected);
    }
}

#[test]
fn a_period_of_another_year_that_names_it_once_is_a_finding() {
    let mut form = clean(Edition::V2021);
    form.year = Some(Year::new(2023).unwrap());
    let text = "某某县人民政府2023年政府信息公开工作年度报告\n\n统计期限为2022年1月1日至12月31日。\n\n一、总体情况\n收到政府信息公开申请5件。\n";
    let checked = Check::new().narrative(&Narrative::from_text(text)).run(&form);
    for rule in [Rule::T201, Rule::T205] {
        assert_eq!(checked.ledger.entry(rule).broken, 1, "{rule}");
    }
}

#[test]
fn a_list_that_does_not_add_up_is_shown_with_its_whole_and_its_parts() {
    let form = clean(Edition::V2021);
    let text = "一、总体情况\n今年工作平稳，全年收到申请5件，其中网络申请3件、信函申请1件，均已答复。";
    let checked = Check::new().narrative(&Narrative::from_text(text)).run(&form);
    let finding = checked.findings.iter().find(|finding| finding.rule == Rule::N103).unwrap();
    let shown = "全年收到申请【5】件，其中网络申请［3］件、信函申请［1］件";
    assert_eq!(
        finding.message(Lang::Zh),
        format!("正文写新收申请 5 件，所列各项之和为 4 件，两者不符，请核实：“{shown}”。")
    );
    let Evidence::Stated { list: Some(list), .. } = &finding.evidence else { panic!("{finding:?}") };
    assert_eq!(text[list.span.clone()], list.text);
    assert!(ogi_report::render::review(&form, &checked, Lang::Zh).contains("收到申请<mark class=\"whole\">5</mark>件"));
}

#[test]
fn shares_may_be_of_what_a_sentence_lists() {
    let form = clean(Edition::V2021);
    let broken =
        |text: &str| Check::new().narrative(&Narrative::from_text(text)).run(&form).ledger.entry(Rule::N301).broken;
    let listed = "办结申请100件，其中予以公开60件，占75%；部分公开20件，占25%。";
    assert_eq!(broken(listed), 0);
    assert_eq!(broken(&listed.replace("25%", "26%")), 1);
    assert_eq!(broken("办结申请100件，其中予以公开60件，占100%。"), 1);
    // Shares of 33, of which one part is not read.
    let bare = Form::new(Edition::V2021);
    let text = "从答复结果看，公开类14件，占42.4%；不予公开5件，占15.2%；无法提供14件，占42.4%。";
    let narrative = Narrative::from_text(&format!("一、总体情况\n（二）依申请公开\n{text}"));
    assert_eq!(Check::new().narrative(&narrative).run(&bare).ledger.entry(Rule::N301).broken, 0);
    assert_eq!(narrative.count(Subject::Denied).unwrap().value, 5_u32.into());
}

#[test]
fn a_count_of_section_five_is_listed_in_digits_and_in_words() {
    let text = "五、存在的主要问题及改进情况\n一是公开不够及时，有三十件超过期限，占百分之五，另有2件未公开，1４条未更新，体现在三个方面。";
    let narrative = Narrative::from_text(text);
    let listed: Vec<&str> = narrative.unplaced.iter().map(|unplaced| &text[unplaced.span.clone()]).collect();
    assert_eq!(listed, ["三十", "百分之五", "2", "1４", "三"]);
}

#[test]
fn parts_of_what_a_body_did_besides_are_not_counted_with_it() {
    for (text, expected) in [
        ("全年发布政策解读46篇，其中图文解读31篇，视频解读8篇，专家解读7篇。", &["policy_interpretations=46"][..]),
        ("全年发布政策解读46篇，召开新闻发布会3场。", &["policy_interpretations=46", "press_conferences=3"]),
        ("从事信息公开的共164人，其中专职人员38人，兼职人员126人。", &[]),
        ("发布解读材料15篇，采用图解9篇。", &["policy_interpretations=15"]),
        ("全市共排查政务新媒体账号327个。", &[]),
        ("公开招聘工作人员12名。", &[]),
        ("其中图解5篇。", &[]),
        ("《清水县人民政府公报》编印4期，发行2000册。", &["gazette_issues=4"]),
        ("市政府公报出版12期。", &["gazette_issues=12"]),
        ("市长信箱收到来信46件，答复率100%。", &["public_messages=46", "reply_rate%=100"]),
        ("全市共有政务新媒体132个，关停政务新媒体9个。", &["new_media_accounts=132"]),
        ("举办企业座谈会12场，召开工作会议2次。", &["meetings=2"]),
        ("转载国务院政策解读12篇。", &[]),
        // Parts of what the sentence does not count as a whole.
        ("发布文字解读16篇、图片解读22篇、视频解读5篇。", &[]),
        ("全年发布政策解读46篇，其中图文解读31篇、视频解读8篇、专家解读7篇。", &["policy_interpretations=46"]),
        // Rates of what was not read.
        ("受理投诉举报58件，办结率100%。", &[]),
        ("办理人大代表建议5件、政协提案7件，办结率100%。", &[]),
    ] {
        let narrative = Narrative::from_text(text);
        let activities: Vec<String> = narrative.activities.iter().map(written).collect();
        assert_eq!(activities, expected, "{text}");
    }
}

#[test]
fn a_sum_of_requests_is_what_was_handled_and_another_number_is_not() {
    for (text, expected) in [
        ("新收申请75件，上年结转4件，共79件。", Some(79)),
        ("上年结转申请4件，新收75件，合计79件。", Some(79)),
        ("新收申请75件，上年结转4件，共78件。", None),
    ] {
        let narrative = Narrative::from_text(&format!("一、总体情况\n（二）依申请公开\n{text}"));
        let handled = narrative.count(Subject::Handled).map(|figure| figure.value);
        assert_eq!(handled, expected.map(|n: u32| n.into()), "{text}");
    }
}
