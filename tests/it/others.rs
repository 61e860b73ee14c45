//! Figures of another year, body, unit or part stand in tables that look like those of the form. They are listed, and never read.

use ogi_report::extract;
use ogi_report::form::Value;

const TITLE: &str = "青河县人民政府2023年政府信息公开工作年度报告";
const APPLICANTS: &str = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";
const RULINGS: &str = "结果维持|结果纠正|其他结果|尚未审结|总计";
const RECEIVED: &str = "一、本年新收政府信息公开申请数量";
const CARRIED_IN: &str = "二、上年结转政府信息公开申请数量";

/// The numbers that are read of a page, by their cells.
fn read(page: &str) -> Vec<(String, String)> {
    let extraction = extract::from_bytes(page.as_bytes()).unwrap();
    let cells = extraction.form.cells().filter(|(_, filed)| matches!(filed.value(), Value::Number { .. }));
    cells.map(|(cell, filed)| (cell.to_string(), filed.as_printed().into_owned())).collect()
}

/// Only the numbers.
fn numbers(page: &str) -> String {
    read(page).into_iter().map(|(_, number)| number).collect::<Vec<_>>().join(" ")
}

/// Cells as a row of a web page. A cell with `^` at its start covers two rows, and one with so many `>` as many more columns.
fn row(cells: &str) -> String {
    let cell = |cell: &str| {
        let (tall, cell) = cell.strip_prefix('^').map_or(("", cell), |cell| (" rowspan=2", cell));
        let text = cell.trim_start_matches('>');
        format!("<td{tall} colspan={}>{text}", 1 + cell.len() - text.len())
    };
    format!("<tr>{}", cells.split('|').map(cell).collect::<String>())
}

/// A web page of the year 2023 with what stands over a table, and its rows.
fn page(heading: &str, over: &str, rows: &[&str]) -> String {
    let over: String = over.split('\n').map(|line| format!("<p>{line}</p>")).collect();
    let rows: String = rows.iter().map(|cells| row(cells)).collect();
    format!("<title>{TITLE}</title><p>{heading}</p>{over}<table>{rows}</table>")
}

const PROACTIVE: &str = "二、主动公开政府信息情况";
const REQUESTS: &str = "三、收到和处理政府信息公开申请情况";
const DISPUTES: &str = "四、政府信息公开行政复议、行政诉讼情况";

/// The numbers of section 四 in a table with these rows below its header.
fn disputes(rows: &[&str]) -> String {
    let header =
        ["年份|>>>>行政复议|>>>>未经复议直接起诉|>>>>复议后起诉".to_owned(), format!("|{RULINGS}|{RULINGS}|{RULINGS}")];
    let all: Vec<&str> = header.iter().map(String::as_str).chain(rows.iter().copied()).collect();
    numbers(&page(DISPUTES, "", &all))
}

#[test]
fn the_row_of_section_four_is_that_of_the_year() {
    let (own, other) = ("3|1|0|2|6|1|0|1|0|2|0|1|0|0|1", "5|0|2|1|8|2|1|0|1|4|1|0|0|2|3");
    let read = own.replace('|', " ");
    let of = |labels: &[&str]| {
        let figures = |label: &&str| if matches!(*label, "2023年" | "本年" | "数量" | "") { own } else { other };
        let rows: Vec<String> = labels.iter().map(|label| format!("{label}|{}", figures(label))).collect();
        disputes(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    for labels in [
        &["数量"][..],
        &[""],
        &["2023年"],
        &["2022年", "2023年", "合计"],
        &["2023年", "同期"],
        &["本年", "上期"],
        &["本年", "增减"],
        &["2021年", "2022年", "2023年"],
    ] {
        assert_eq!(of(labels), read, "{labels:?}");
    }
    for labels in [
        &["2022年"][..],
        &["2022年", "合计"],
        &["2022年", ""],
        &["上年", "合计"],
        &["县政府办", "公安局"],
        &["去年同期"],
    ] {
        assert_eq!(of(labels), "", "{labels:?}");
    }
    // The same figures in the rows of two bodies are not those of the report.
    let one = "1|0|0|0|1|0|0|0|0|0|0|0|0|0|0";
    assert_eq!(disputes(&[&format!("县政府办|{one}"), &format!("公安局|{one}")]), "");
    // Where no title says which year is that of the report.
    let page = page(DISPUTES, "", &[&format!("年份|{RULINGS}|{RULINGS}|{RULINGS}"), &format!("2022年|{other}")]);
    assert_eq!(numbers(&page.replace(TITLE, "")), "");
}

#[test]
fn a_label_beside_several_rows_of_figures_names_none() {
    let of = |header: &str, rows: &[&str]| {
        let header = format!("项目{header}|{APPLICANTS}");
        numbers(&page(REQUESTS, "", &[&[header.as_str()], rows].concat()))
    };
    let (first, second) = ("46|10|0|1|5|2|64", "44|9|0|0|5|1|59");
    let carried = format!("{CARRIED_IN}|3|1|0|0|0|0|4");
    for (header, label, of_first, of_second) in [
        ("|年度", format!("^{RECEIVED}"), "2022年|", "2023年|"),
        ("|途径", format!("^{RECEIVED}"), "网络|", "当面|"),
        ("", format!("^{RECEIVED}"), "", ""),
    ] {
        let rows = [format!("{label}|{of_first}{first}"), format!("{of_second}{second}"), carried.clone()];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        // The row below has a column less where the header has one more.
        assert!(["3 1 0 0 0 0 4", ""].contains(&of(header, &rows).as_str()), "{header} {}", of(header, &rows));
        assert_eq!(of(header, &rows[..2]), "", "{header}");
    }
    // In a table of text the label stands in the first row, and an empty cell in the second.
    for (of_first, of_second) in [("2022年", "2023年"), ("网络", "当面")] {
        let header = format!("|项目|类别|{APPLICANTS}|\n");
        let rows =
            format!("|{RECEIVED}|{of_first}|{first}|\n| |{of_second}|{second}|\n|{CARRIED_IN}| |3|1|0|0|0|0|4|\n");
        assert_eq!(numbers(&format!("{TITLE}\n{REQUESTS}\n{header}{rows}")), "3 1 0 0 0 0 4", "{of_first}");
    }
    // A cell of another year beside a label of one row.
    assert_eq!(of("|年度", &[&format!("{RECEIVED}|2022年|{first}")]), "");
    assert_eq!(of("|年度", &[&format!("{RECEIVED}|2023年|{first}")]), first.replace('|', " "));
    // A tall cell over one row of figures.
    let tall = format!("^{RECEIVED}|{first}");
    assert_eq!(of("", &[&tall]), first.replace('|', " "));
    assert_eq!(of("", &[&tall, "||||||", &carried]), format!("{} 3 1 0 0 0 0 4", first.replace('|', " ")));
}

#[test]
fn columns_of_something_else_are_left_whatever_their_header_covers() {
    for words in [
        "一局|二局|三局|四局|五局|六局|七局",
        "2017年|2018年|2019年|2020年|2021年|2022年|2023年",
        "1月|2月|3月|4月|5月|6月|7月",
    ] {
        let rows = [format!("项目|{words}"), format!(">>{RECEIVED}|46|10|0|1|5|2|64")];
        assert_eq!(numbers(&page(REQUESTS, "", &[&rows[0], &rows[1]])), "", "{words}");
    }
    let text = |header: &str| {
        numbers(&format!("{TITLE}\n{REQUESTS}\n{header}\n{RECEIVED} 46 10 0 1 5 2 64\n{CARRIED_IN} 3 1 0 0 0 0 4\n"))
    };
    for header in [
        "项目 网络 信函 当面 传真 邮件 其他 合计",
        "项目 公安局 民政局 教育局 财政局 城关镇 东河镇 西山镇",
        "项目 1月 2月 3月 4月 5月 6月 合计",
        "项目 2017 2018 2019 2020 2021 2022 2023",
        "项目\n网络\n信函\n当面\n传真\n邮件\n其他\n合计",
    ] {
        assert_eq!(text(header), "", "{header}");
    }
    let all = "46 10 0 1 5 2 64 3 1 0 0 0 0 4";
    for header in [
        "",
        "项目 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计",
        "项目\n自然人\n商业\n企业\n科研\n机构\n社会公益组织\n法律服务机构\n其他\n总计",
        "自然人 法人或其他组织 总计\n商业 科研 社会公 法律服 其他\n企业 机构 益组织 务机构",
        "（单位：件） 注：以下为 本年 数据",
    ] {
        assert_eq!(text(header), all, "{header}");
    }
}

#[test]
fn a_table_of_something_else_under_the_heading_of_section_four_is_left() {
    let figures = "3|1|0|2|6|1|0|1|0|2|0|1|0|0|1";
    for header in [
        ["已解决|正在解决|列入计划|留作参考|总计"; 3].join("|"),
        ["A类|B类|C类|D类|总计"; 3].join("|"),
        "1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月|合计|上年|增减".to_owned(),
    ] {
        assert_eq!(numbers(&page(DISPUTES, "附：办理情况", &[&header, figures])), "", "{header}");
        let lines = format!("{TITLE}\n{DISPUTES}\n（见图）\n{header}\n{figures}\n").replace('|', " ");
        assert_eq!(numbers(&lines), "", "{lines}");
    }
    let header = [RULINGS; 3].join("|");
    assert_eq!(numbers(&page(DISPUTES, "", &[&header, figures])), figures.replace('|', " "));
    assert_eq!(numbers(&page(DISPUTES, "", &[figures])), figures.replace('|', " "));
}

/// The numbers of a block of section 二 with these rows below its title.
fn block(over: &str, title: &str, rows: &[&str]) -> String {
    numbers(&page(PROACTIVE, over, &[&[title], rows].concat()))
}

#[test]
fn a_part_of_a_column_or_a_row_is_not_the_whole() {
    const SIX: &str = ">第二十条第（六）项";
    for (header, words, cells) in [
        (">本年处理决定数量", "县本级|乡镇", "5|5"),
        (">本年处理决定数量", "县本级|乡镇", "5|"),
        (">>>本年处理决定数量", "一季度|二季度|三季度|四季度", "2|2|2|2"),
    ] {
        let rows = [format!("^信息内容|{header}"), words.to_owned(), format!("行政处罚|{cells}")];
        assert_eq!(block("", SIX, &[&rows[0], &rows[1], &rows[2]]), "", "{cells}");
    }
    // One cell over all of them holds what they count together, and an only word below says nothing else.
    let header = "^信息内容|>本年处理决定数量";
    assert_eq!(block("", SIX, &[header, "县本级|乡镇", "行政处罚|>5"]), "5");
    assert_eq!(block("", SIX, &[header, ">（件）", "行政处罚|5|5"]), "5");
    // In a table of text empty cells stand behind the word.
    for (row, expected) in [("5 | 5", ""), ("5 | 3", ""), ("5 | ", "")] {
        let rows = format!("| 信息内容 | 本年处理决定数量 | |\n| | 县本级 | 乡镇 |\n| 行政处罚 | {row} |\n");
        assert_eq!(numbers(&format!("{TITLE}\n第二十条第（六）项\n{rows}")), expected, "{row}");
    }
    // The same in section 三.
    let header = format!("^项目|>{}", APPLICANTS.replace('|', "|^"));
    let rows = [header, "男|女".to_owned(), format!("{RECEIVED}|0|0|1|0|0|0|0|1")];
    assert_eq!(numbers(&page(REQUESTS, "", &[&rows[0], &rows[1], &rows[2]])), "");

    let rows = |label: &str| block("", SIX, &["信息内容|本年处理决定数量", &format!("{label}|6")]);
    for label in [
        "行政处罚",
        "行政处罚（含简易程序）",
        "行政处罚（件）",
        "行政处罚（宗）",
        "行政处罚（全年）",
        "行政处罚（按决定书计）",
        "行政处罚（公安、交通、城管）",
    ] {
        assert_eq!(rows(label), "6", "{label}");
    }
    for label in
        ["行政处罚（一般程序）", "行政处罚（简易程序）", "行政处罚（县本级）", "行政处罚（网络）", "行政处罚（个人）"]
    {
        assert_eq!(rows(label), "", "{label}");
        let lines = format!("{TITLE}\n第二十条第（六）项\n信息内容 本年处理决定数量\n{label} 6\n");
        assert_eq!(numbers(&lines), "", "{lines}");
    }
    let requests = |note: &str| {
        let rows = [format!("项目|{APPLICANTS}"), format!("{RECEIVED}{note}|46|10|0|1|5|2|64")];
        numbers(&page(REQUESTS, "", &[&rows[0], &rows[1]]))
    };
    assert_eq!(requests("（网络）"), "");
    assert_eq!(requests("（网络申请）"), "");
    assert_eq!(requests("（含网络申请）"), "46 10 0 1 5 2 64");
}

#[test]
fn a_unit_holds_wherever_it_stands() {
    let fees = |over: &str, header: &str, cells: &str| {
        let rows = [format!("信息内容|{header}"), format!("行政事业性收费|{cells}")];
        block(over, ">>第二十条第（八）项", &[&rows[0], &rows[1]])
    };
    for (over, header, cells, expected) in [
        ("", "单位|本年收费金额", "元|773", ""),
        ("", "单位|本年收费金额", "亿元|773", ""),
        ("", "本年收费金额|单位", "773|（元）", ""),
        ("", "单位|本年收费金额", "万元|773", "773"),
        ("单位：元", "本年收费金额", "773", ""),
        ("单位：万元", "本年收费金额", "773", "773"),
        ("单位：元\n单位：万元", "本年收费金额", "773", "773"),
    ] {
        assert_eq!(fees(over, header, cells), expected, "{over} {header} {cells}");
    }
    let decisions = |unit: &str| {
        let rows = ["信息内容|单位|本年处理决定数量".to_owned(), format!("行政处罚|{unit}|12")];
        block("", ">>第二十条第（六）项", &[&rows[0], &rows[1]])
    };
    assert_eq!(decisions("千件"), "");
    assert_eq!(decisions("件"), "12");
    // A line between two blocks holds of the one that follows.
    let two = format!(
        "{TITLE}\n{PROACTIVE}\n第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 3\n单位：元\n第二十条第（八）项\n\
         信息内容 本年收费金额\n行政事业性收费 5\n第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 7\n"
    );
    assert_eq!(numbers(&two), "7 3");
}

#[test]
fn a_period_holds_wherever_it_stands() {
    let table = |over: &str, top: &str| {
        let rows = [top.to_owned(), APPLICANTS.to_owned(), format!("{RECEIVED}|46|10|0|1|5|2|64")];
        numbers(&page(REQUESTS, over, &[&rows[0], &rows[1], &rows[2]]))
    };
    let all = "46 10 0 1 5 2 64";
    for (over, top, expected) in [
        ("", "^项目|>>>>>>申请人情况", all),
        ("2023年", "^项目|>>>>>>申请人情况", all),
        ("本年度情况", "^项目|>>>>>>申请人情况", all),
        ("2022年\n2023年", "^项目|>>>>>>申请人情况", all),
        ("上年度情况", "^项目|>>>>>>申请人情况", ""),
        ("2023年1-6月", "^项目|>>>>>>申请人情况", ""),
        ("第一季度", "^项目|>>>>>>申请人情况", ""),
        ("（1～6月）", "^项目|>>>>>>申请人情况", ""),
        ("（1～12月）", "^项目|>>>>>>申请人情况", all),
        ("1至12月", "^项目|>>>>>>申请人情况", all),
        ("", "^项目|>>>>>>申请人情况（2023年）", all),
        ("", "^项目|>>>>>>申请人情况（2022年）", ""),
        ("", "^项目|>>>>>>2022年", ""),
        ("", "^项目|>>>>>>上年", ""),
    ] {
        assert_eq!(table(over, top), expected, "{over} {top}");
    }
    for (over, expected) in [
        ("2022年度", ""),
        ("2023年1-6月", ""),
        ("2023年1月1日至6月30日", ""),
        ("2023年度", "447"),
        ("2023年1-12月", "447"),
        ("2023年1～12月", "447"),
    ] {
        let rows = ["信息内容|本年处理决定数量", "行政处罚|447"];
        assert_eq!(block(over, ">第二十条第（六）项", &rows), expected, "{over}");
    }
    // A cell beside all rows of a year.
    let header = format!("年度|项目|{APPLICANTS}");
    let rows = |year: &str| [format!("^{year}|{RECEIVED}|46|10|0|1|5|2|64"), format!("{CARRIED_IN}|3|1|0|0|0|0|4")];
    let [first, second] = rows("2022年");
    assert_eq!(numbers(&page(REQUESTS, "", &[&header, &first, &second])), "");
}

/// A table of the year's figures in section 一 is no table of section 三, and what follows is no other report.
#[test]
fn a_summary_in_section_one_begins_no_report() {
    let summary =
        [row("指标|单位|数量"), row("本年新收政府信息公开申请数量|件|64"), row("上年结转政府信息公开申请数量|件|4")];
    let block = [row(">第二十条第（六）项"), row("信息内容|本年处理决定数量"), row("行政处罚|447")].concat();
    let requests = [row(&format!("项目|{APPLICANTS}")), row(&format!("{RECEIVED}|46|10|0|1|5|2|64"))].concat();
    let page = format!(
        "<title>{TITLE}</title><p>一、总体情况</p><table>{}</table><p>{PROACTIVE}</p><table>{block}</table>\
         <p>{REQUESTS}</p><table>{requests}</table>",
        summary.concat()
    );
    assert_eq!(numbers(&page), "447 46 10 0 1 5 2 64");
}

/// Figures of last year before those of this one are of no report that begins again.
#[test]
fn the_table_of_the_year_is_read_behind_that_of_another() {
    let header = format!("项目|{APPLICANTS}");
    let table = |figures: [&str; 2]| {
        let rows =
            [RECEIVED, CARRIED_IN].iter().zip(figures).map(|(label, figures)| row(&format!("{label}|{figures}")));
        format!("<table>{}{}</table>", row(&header), rows.collect::<String>())
    };
    let (other, own) = (["40|9|0|1|5|2|57", "3|0|0|0|0|0|3"], ["46|10|0|1|5|2|64", "3|1|0|0|0|0|4"]);
    let page =
        format!("<title>{TITLE}</title><p>{REQUESTS}</p><p>2022年</p>{}<p>2023年</p>{}", table(other), table(own));
    assert_eq!(numbers(&page), own.join(" ").replace('|', " "));
    let without_year = page.replace("<p>2023年</p>", "");
    assert_eq!(numbers(&without_year), "");
}

#[test]
fn figures_of_two_rows_behind_one_label_are_left() {
    let header = APPLICANTS.replace('|', " ");
    let (first, second) = ("46 10 0 1 5 2 64", "44 9 0 0 5 1 59");
    for separator in [" ", "\n"] {
        let rows = format!("{RECEIVED}{separator}{first}{separator}{second}\n{CARRIED_IN} 3 1 0 0 0 0 4\n");
        let page = format!("{TITLE}\n{REQUESTS}\n{header}\n{rows}");
        assert_eq!(numbers(&page), "3 1 0 0 0 0 4", "{page}");
    }
}

#[test]
fn without_a_header_rows_whose_total_is_elsewhere_are_left() {
    let of = |rows: [&str; 3]| {
        let labels = [RECEIVED, CARRIED_IN, "（一）予以公开"];
        let rows: Vec<String> = labels.iter().zip(rows).map(|(label, figures)| format!("{label}|{figures}")).collect();
        read(&page(REQUESTS, "", &rows.iter().map(String::as_str).collect::<Vec<_>>())).len()
    };
    assert_eq!(of(["64|46|10|0|1|5|2", "4|3|1|0|0|0|0", "30|20|7|0|1|2|0"]), 0);
    assert_eq!(of(["46|10|0|1|5|2|64", "3|1|0|0|0|0|4", "20|7|0|1|2|0|30"]), 21);
    // Slips of the pen are no other order.
    assert_eq!(of(["46|10|0|1|5|2|65", "3|1|0|0|0|0|5", "20|7|0|1|2|0|30"]), 21);
    assert_eq!(of(["46|10|0|1|5|2|65", "3|1|0|0|0|0|5", "20|7|0|1|2|0|31"]), 21);
}
