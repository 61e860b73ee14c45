//! Lines of plain text: what is read of them takes bounded time, is never another number, and is never lost.

use std::time::{Duration, Instant};

use ogi_report::{Filed, extract};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const DECISIONS: &str = "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 3\n";
const REQUESTS: &str =
    "三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n";

/// Text that was made to be slow is read in time that grows as its length does: where each character is compared with
/// all before it, every one of these takes minutes.
#[test]
fn hostile_lines_take_no_longer_than_they_are() {
    /// Many times what any of them takes, with a build that is not optimised, on a machine that is busy.
    const BOUND: Duration = Duration::from_secs(20);
    let titles = |of: &str, count: usize| -> String {
        let titles: Vec<String> = (0..count).map(|at| format!("{of}{at}局2023年政府信息公开工作年度报告\n")).collect();
        titles.concat()
    };
    let repeated = [
        // Rows with several readings, and digits with many.
        (REQUESTS, "（一）予以公开 1 1 1 3\n", 6_000),
        (REQUESTS, "一、本年新收政府信息公开申请数量111111111111111111111\n", 16_000),
        (REQUESTS, "（一）予以公开\n1 1 1 3\n", 20_000),
        (REQUESTS, "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21\n", 10_000),
        (REQUESTS, "一、本年新收政府信息公开申请数量\n", 25_000),
        // Labels that PDF readers have torn from their figures.
        (REQUESTS, "一、本年新收政府信息公开申请数量\n部分公开\n1\n公开 公开 2\n1 0 0 0\n", 4_000),
        // Punctuation, marks and numbers of labels without an end.
        (DECISIONS, "<", 300_000),
        (DECISIONS, "&", 300_000),
        (DECISIONS, "…", 100_000),
        (DECISIONS, "\u{301}", 300_000),
        (DECISIONS, "、", 200_000),
        (DECISIONS, "((", 100_000),
        (DECISIONS, "--", 100_000),
        (DECISIONS, "（一）", 100_000),
        (DECISIONS, "1.", 100_000),
        (DECISIONS, "1,", 100_000),
        (DECISIONS, "\r", 200_000),
        (DECISIONS, "行\r", 100_000),
        ("第二十条第（六）项\n信息内容|本年处理决定数量\n行政处罚|", "&#", 400_000),
        (DECISIONS, "1", 2_000_000),
        (DECISIONS, "|行政事业姓收废|1|\n", 20_000),
        ("第二十条第（一）项\n", "本年制发件数\n规章\n本年废止件数\n", 20_000),
        (DECISIONS, "│─a│b│\n", 100_000),
        ("三、收到和处理政府信息公开申请情况\n", "自然人\n（一）予以公开 0\n", 60_000),
        // Rows of a web page without an end.
        ("<table><tr><td>1<td>2", "<td>某", 100_000),
        ("<table><tr><td>1<td>（一）", "<td>、", 100_000),
        (
            "<p>三、收到和处理政府信息公开申请情况</p><table><tr><td>一、本年新收政府信息公开申请数量<td>1",
            "<td>",
            200_000,
        ),
    ];
    let pages = repeated.map(|(head, shape, times)| (shape, head.to_owned() + &shape.repeat(times))).into_iter();
    let pages = pages.chain([
        ("+---", "+---".repeat(4_000) + "+\n" + &"+---+\n".repeat(250_000)),
        (
            "texts",
            REQUESTS.to_owned() + &"（一）予以公开\n某某新情形\n".repeat(30_000) + &"1 0 0 0 0 0 1\n".repeat(30_000),
        ),
        ("其他", format!("<table><tr>{}{}", "<td>其他".repeat(100_000), "<td>1".repeat(100_000))),
        ("scripts", {
            let row = "<p>一、本年新收政府信息公开申请数量111111111111111111111</p>";
            let script = format!("<script>x = \"{}<table></table>{}\"</script>", REQUESTS, row.repeat(100));
            script.replace('\n', "").repeat(300)
        }),
        ("titles", titles("某某", 10_000) + DECISIONS + &titles("甲乙", 10_000)),
        (
            "<s> in a table that is struck out",
            "<table style=text-decoration:line-through>".to_owned() + &"<s>".repeat(400_000),
        ),
        ("<b>1", format!("<p>{}</p>{}", DECISIONS.replace('\n', "</p><p>"), "<b>1".repeat(400_000))),
        (
            "header",
            "第二十条第（一）项\n".to_owned() + &"本年制发件数\n".repeat(40_000) + &"规章 1 2 3\n".repeat(20_000),
        ),
    ]);
    for (shape, page) in pages {
        let start = Instant::now();
        let _ = extract::from_bytes(page.as_bytes());
        assert!(start.elapsed() < BOUND, "{shape:?} of {} bytes took {:?}", page.len(), start.elapsed());
    }
}

/// The numbers that were read, as path and number, and what has no place.
fn read(page: &str) -> (Vec<String>, Vec<String>) {
    let extraction = extract::from_text(page).unwrap();
    let cells = extraction.form.cells().filter(|(_, filed)| **filed != Filed::blank());
    let cells = cells.map(|(cell, filed)| format!("{cell} {}", filed.as_printed())).collect();
    (cells, extraction.unplaced.into_iter().map(|unplaced| unplaced.printed).collect())
}

/// What stands on the next line may be the rest of a number, its unit, another cell or the number of the page.
#[test]
fn a_row_of_section_two_that_goes_on_in_the_next_line_is_unclear() {
    let fees = "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费";
    let rules = "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章";
    let glued = "第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章";
    let decisions = "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚";
    let barred = "第二十条第（六）项 |||\n信息内容 | 本年处理决定数量 |||\n行政处罚 | 41 |||\n行政强制 ||||\n";
    for (page, figures) in [
        (format!("{fees} 24252\n.311\n"), "24252\n.311"),
        (format!("{fees} 24252 .311\n"), "24252 .311"),
        (format!("{fees} 25\n元\n"), "25"),
        (format!("{fees} 25\n亿元\n"), "25"),
        (format!("{decisions} 1\n,234\n"), "1\n,234"),
        (format!("{rules} 6\n832 53\n"), "6 832 53"),
        (format!("{rules} 6832 53\n1\n"), "6832 53 1"),
        (format!("{glued}051856\n1\n"), "051856 1"),
        (barred.to_owned() + "2\n", "2"),
    ] {
        let (cells, unplaced) = read(&page);
        let others: Vec<String> = cells.into_iter().filter(|cell| cell != "proactive.penalties.decisions 41").collect();
        assert_eq!((others, unplaced), (Vec::new(), vec![figures.to_owned()]), "{page}");
    }
    // Between tabs as well.
    let of_two = "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t1139\n8889\n";
    assert_eq!(read(of_two), (Vec::new(), vec!["1139".to_owned(), "8889".to_owned()]));
    let of_three =
        REQUESTS.to_owned() + "（一）予以公开\t1\t2\t3\t4\t5\t6\t2\n1\n（二）部分公开\t1\t2\t3\t4\t5\t6\t21\n";
    assert_eq!(read(&of_three).0.len(), 7);
    let per_line = "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n6832\n5\n3\n";
    assert_eq!(read(per_line).0.len(), 3);
    assert_eq!(read(&format!("{fees} 24252.311\n")).0, ["proactive.fees.amount 24252.311"]);
}

/// The last digit of a figure with a mark behind it does not number the label in the next line.
#[test]
fn a_mark_behind_a_figure_takes_no_digit_of_it() {
    let head = "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可";
    for mark in ["。", "，", ".", ",", "、", "：", ")", "；"] {
        for figure in ["3", "12", "149"] {
            for next in [
                "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 21",
                "行政处罚 21",
                "三、收到和处理政府信息公开申请情况",
            ] {
                let page = format!("{head} {figure}{mark}\n{next}\n");
                let (cells, unplaced) = read(&page);
                assert!(cells.iter().all(|cell| !cell.starts_with("proactive.licensing")), "{page}: {cells:?}");
                assert!(unplaced.iter().any(|printed| printed.starts_with(figure)), "{page}: {unplaced:?}");
            }
        }
    }
    // Marks that turn the order of what follows: this shows 149.
    let (cells, unplaced) = read(&format!("{head} \u{202e}941\n"));
    assert_eq!((cells, unplaced), (Vec::new(), vec!["941".to_owned()]));
}

/// The foot of a page may stand where the figures of a row should, and as three cells; a number in brackets is no enumerator of the label
/// in the next line.
#[test]
fn the_foot_of_a_page_and_a_number_in_brackets_are_no_figures() {
    let licensing = "第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可\n";
    for foot in ["3 / 12", "3 - 12", "１ ／ ５", "1 / 1"] {
        let (cells, unplaced) = read(&format!("{licensing}{foot}\n其他对外管理服务事项 4 0 6\n"));
        assert_eq!(cells.len(), 3, "{cells:?}");
        assert_eq!(unplaced, [foot]);
    }
    assert_eq!(read(&format!("{licensing}12 / 3\n")).0.len(), 3);
    let penalties = "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚";
    for (figure, listed) in [(" （5）", "5"), ("（12）", "12"), (" (5)", "5")] {
        let (cells, unplaced) = read(&format!("{penalties}{figure}\n行政强制 3\n"));
        assert_eq!((cells, unplaced), (vec!["proactive.coercion.decisions 3".to_owned()], vec![listed.to_owned()]));
    }
    assert_eq!(read(&format!("{penalties}\n* 3 *\n行政强制 3\n")).0, ["proactive.coercion.decisions 3"]);
    // The stars of Markdown make a figure bold.
    assert_eq!(
        read(&format!("{penalties}\n**447**\n")),
        (vec!["proactive.penalties.decisions 447".to_owned()], vec![])
    );
}

/// A word of no column of the form, another year or another unit in a header that is lines of text.
#[test]
fn a_header_in_lines_of_text_that_says_something_else_names_no_column() {
    for (header, row) in [
        ("信息内容 本年处理决定数量（百件）", "行政处罚 7"),
        ("信息内容 本年处理决定数量（上年）", "行政处罚 7"),
        ("信息内容 本年处理决定数量（十件）", "行政处罚 7"),
        ("信息内容 本年处理决定数量（上半年）", "行政处罚 7"),
        ("信息内容 本年处理决定数量（1-6月）", "行政处罚 7"),
        ("信息内容 本年处理决定数量 上年处理决定数量", "行政处罚 7"),
        ("信息内容 本年制发件数 本年修订件数 现行有效件数", "规章 1 2 3"),
        ("信息内容 采购项目数量 采购总金额（万元）", "政府集中采购 6 25.1"),
    ] {
        let (cells, unplaced) = read(&format!("第二十条第（六）项\n{header}\n{row}\n"));
        let figures = row.split_once(' ').unwrap().1.to_owned();
        assert_eq!((cells, unplaced), (Vec::new(), vec![figures]), "{header}");
    }
    // A header that print has torn says nothing else.
    let torn = "第二十条第（一）项\n信息内容 本年制发 本年废止 现行有效\n件数 件数 件数\n规章 1 2 3\n";
    assert!(read(torn).1.len() <= 1);
}

/// Where figures stand before the first label and none behind the last, they are not those of the label before them.
#[test]
fn figures_before_their_labels_are_not_those_of_the_row_above() {
    let page = "1 0 0 0 0 0 1\n一、本年新收政府信息公开申请数量\n2 0 0 0 0 0 2\n二、上年结转政府信息公开申请数量\n\
                3 0 0 0 0 0 3\n（一）予以公开\n";
    let (cells, unplaced) = read(&(REQUESTS.to_owned() + page));
    assert_eq!(cells, Vec::<String>::new());
    assert_eq!(unplaced, ["1 0 0 0 0 0 1", "2 0 0 0 0 0 2", "3 0 0 0 0 0 3"]);
    let page = "第二十条第（六）项\n信息内容 本年处理决定数量\n3\n行政处罚\n2\n行政强制\n";
    assert_eq!(read(page), (Vec::new(), vec!["3".to_owned(), "2".to_owned()]));
}

/// Where single spaces part figures that make no sum, one of them may be the rest of the number before it.
#[test]
fn a_row_without_its_sum_may_have_broken_numbers() {
    let row = |figures: &str| read(&format!("{REQUESTS}（一）予以公开 {figures}\n"));
    for figures in ["1 5 6 0 3 1 0", "1 2 0 0 0 1 2"] {
        assert_eq!(row(figures), (Vec::new(), vec![figures.to_owned()]));
    }
    assert_eq!(row("1 2 3 4 5 6 21").0.len(), 7);
    // Between tabs a row is what it says.
    let tabs = format!("{REQUESTS}（一）予以公开 1 5 6 0 3 1 0\n").replace(' ', "\t");
    assert_eq!(read(&tabs).0.len(), 7);
}

/// Cells of section 四 that are no numbers are listed.
#[test]
fn unread_cells_of_section_four_are_listed() {
    let block = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].join("|");
    for cell in ["**5**", "5%"] {
        let page =
            format!("四、政府信息公开行政复议、行政诉讼情况\n|{block}|{block}|{block}|\n|{}|\n", [cell; 15].join("|"));
        let (cells, unplaced) = read(&page);
        assert_eq!(cells, Vec::<String>::new());
        assert_eq!(unplaced, [[cell; 15].join("|")]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands among the figures of a row or behind them, every digit in its line is placed or listed.
    #[test]
    fn no_digit_of_a_row_is_lost(
        row in select(&["一、本年新收政府信息公开申请数量", "（一）予以公开", "（七）总计", "行政处罚", "规章", "行政事业性收费"][..]),
        figures in vec((0_u32..300, select(&["", "%", "#", "件", "件。", "万件", ".", "、", "-3", "（见注", "（见注）", " 见注", "元"][..]),
            select(&["", "约", "(", "$", "*", "-", "½"][..])), 1..9),
        separator in select(&[" ", "  ", "\t"][..]),
    ) {
        let figures: Vec<String> = figures.into_iter().map(|(n, behind, before)| format!("{before}{n}{behind}")).collect();
        let head = match row {
            "行政处罚" => "第二十条第（六）项\n信息内容 本年处理决定数量\n",
            "规章" => "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n",
            "行政事业性收费" => "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n",
            _ => REQUESTS,
        };
        let page = format!("{head}{row}{separator}{}\n", figures.join(separator));
        let extraction = extract::from_text(&page).unwrap();
        let placed = extraction.placed.iter().map(|placed| placed.at.bytes().unwrap());
        let spans: Vec<_> = placed.chain(extraction.unplaced.iter().map(|unplaced| unplaced.at.bytes().unwrap())).collect();
        let first = head.len() + row.len();
        for (at, c) in page.char_indices().filter(|(at, c)| *at >= first && (c.is_ascii_digit() || *c == '½')) {
            prop_assert!(spans.iter().any(|span| span.contains(&at)), "`{c}` at {at} is lost of\n{page}{spans:?}");
        }
    }
}

/// An eighth figure at the end of a text may be the number of the next label, and is listed.
#[test]
fn the_figure_behind_the_last_row_is_listed() {
    let (cells, unplaced) = read(&format!("{REQUESTS}一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1 5\n"));
    assert_eq!((cells.len(), unplaced), (7, vec!["5".to_owned()]));
}

/// Where a page shows that labels come before the figures of several rows, one figure behind two labels is of either.
#[test]
fn a_figure_behind_the_labels_of_two_rows_is_of_neither_on_a_page_by_columns() {
    let requests = "三、收到和处理政府信息公开申请情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n\
                    一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n\
                    1\n2\n3\n0\n0\n0\n4\n5\n6\n0\n0\n0\n10\n11\n";
    let page = format!("第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n行政强制\n0\n{requests}");
    let read = extract::from_text(&page).unwrap();
    for cell in ["proactive.penalties.decisions", "proactive.coercion.decisions"] {
        assert_eq!(read.form.get(cell.parse().unwrap()), None, "{cell}");
    }
    assert!(read.unplaced.iter().any(|unplaced| unplaced.printed == "0"));
}

/// A label with a unit of its own in brackets counts something else, in cells as in lines of text.
#[test]
fn a_label_with_another_unit_is_no_row() {
    for label in ["行政处罚（十件）", "行政处罚（百件）", "行政处罚（佰件）", "行政处罚（1-6月）"]
    {
        let page = format!("第二十条第（六）项\n信息内容\t本年处理决定数量\n{label}\t3\n行政强制\t4\n");
        assert_eq!(read(&page).0, ["proactive.coercion.decisions 4"], "{label}");
    }
}

/// Figures behind a row that is left are not those of an earlier print of that row.
#[test]
fn a_row_that_is_left_takes_nothing_back() {
    let page = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t3\n行政处罚\t1 2\n5\n";
    let (cells, unplaced) = read(page);
    assert_eq!(cells, ["proactive.penalties.decisions 3"]);
    assert_eq!(unplaced, ["1 2", "5"]);
}
