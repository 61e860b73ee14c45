//! Figures stand under the words of their header, whatever else the table holds.

use ogi_report::extract::{self, Extraction, UnplacedReason};
use ogi_report::{Applicant, Axis, Cell, Column, Filed, Lang, Outcome, RequestRow, Route, Ruling};
use proptest::prelude::*;

/// What a page prints in a cell; empty if the cell was not placed.
fn read(extraction: &Extraction, path: &str) -> String {
    let filed = extraction.form.get(path.parse().unwrap());
    filed.map(|filed| filed.as_printed().into_owned()).unwrap_or_default()
}

/// Cells as a row of a web page or of Markdown.
fn row(cells: &[String], is_html: bool) -> String {
    if is_html { format!("<tr><td>{}\n", cells.join("<td>")) } else { format!("| {} |\n", cells.join(" | ")) }
}

/// A table of section 三, web page or Markdown, with columns put in that the form does not have.
fn requests(rows: &[(RequestRow, Vec<String>)], extra: &[(usize, &str, Vec<String>)], is_html: bool) -> String {
    let columns = Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
    let mut table = vec![columns.map(label).collect::<Vec<String>>()];
    table.extend(rows.iter().map(|(_, cells)| cells.clone()));
    for (at, word, cells) in extra {
        let cells = std::iter::once((*word).to_owned()).chain(cells.iter().cloned());
        for (line, cell) in table.iter_mut().zip(cells) {
            line.insert((*at).min(line.len()), cell);
        }
    }
    let labels = std::iter::once(String::new()).chain(rows.iter().map(|(row, _)| row.label(Lang::Zh).to_owned()));
    let lines = labels.zip(table).map(|(label, cells)| row(&[vec![label], cells].concat(), is_html));
    let lines: String = lines.collect();
    let heading = "三、收到和处理政府信息公开申请情况";
    if is_html { format!("<h2>{heading}</h2><table>{lines}</table>") } else { format!("{heading}\n{lines}") }
}

fn label(column: Column<Applicant>) -> String {
    match column {
        Column::Of(applicant) => applicant.label(Lang::Zh).to_owned(),
        Column::Total => "总计".to_owned(),
    }
}

fn figure() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("0".to_owned()), (1..20_u32).prop_map(|figure| figure.to_string())]
}

prop_compose! {
    fn of_requests()(figures in prop::collection::vec(prop::collection::vec(figure(), 7), 1..5))
        -> Vec<(RequestRow, Vec<String>)>
    {
        RequestRow::ALL.iter().copied().zip(figures).collect()
    }
}

proptest! {
    #[test]
    fn a_column_that_the_form_does_not_have_shifts_nothing(
        rows in of_requests(),
        at in 0..8_usize,
        word in prop::sample::select(&["备注", "上年", "上年总计", "小计", "外国人", "同比（%）"][..]),
        figures in prop::collection::vec(figure(), 4),
        is_html: bool,
    ) {
        let page = requests(&rows, &[(at, word, figures)], is_html);
        let extraction = if is_html { extract::from_html(&page) } else { extract::from_text(&page) };
        // A table without a figure is none.
        prop_assume!(extraction.is_ok());
        let columns: Vec<_> = Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]).collect();
        let form = extraction.unwrap().form;
        for (row, cells) in rows {
            for (&column, printed) in columns.iter().zip(cells) {
                let filed = form.get(Cell::Request(row, column));
                prop_assert!(filed.is_none_or(|filed| *filed == Filed::printed(printed.as_str())), "{page}\n{form:?}");
            }
        }
    }
}

/// What stands under a word that the form does not have is left, and the figures beside it are read.
#[test]
fn what_stands_under_another_word_is_left() {
    let cells = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
    let rows = [(RequestRow::Received, cells(",2,0,0,0,0,2"))];
    for is_html in [true, false] {
        let page = requests(&rows, &[(7, "备注", cells("2023"))], is_html);
        let extraction = if is_html { extract::from_html(&page) } else { extract::from_text(&page) }.unwrap();
        assert_eq!(read(&extraction, "requests.received.natural_person"), "");
        assert_eq!(read(&extraction, "requests.received.commercial_enterprise"), "2");
        assert_eq!(read(&extraction, "requests.received.total"), "2");
        let left: Vec<_> = extraction.unplaced.iter().map(|left| (left.printed.as_str(), left.reason)).collect();
        assert_eq!(left, [("2023", UnplacedReason::NoColumn)]);
    }
    // A column without a word: nobody knows which of eight cells are the seven.
    let page = requests(&rows, &[(7, "", cells("2023"))], true);
    assert_eq!(extract::from_html(&page).unwrap().form.cells().count(), 0);

    // Nor without a header, unless the figures make their sum.
    let (heading, rows) = page.split_once("<table>").unwrap();
    let (_, row) = rows.split_once('\n').unwrap();
    let bare = format!("{heading}<table>{row}");
    assert_eq!(extract::from_html(&bare).unwrap().form.cells().count(), 0);
    assert_eq!(extract::from_html(&bare.replace("2023", "4")).unwrap().form.cells().count(), 7);

    let proactive = |header: &str, row: &str| {
        let page = format!(
            "<table><tr><td>第二十条第（六）项<tr><td>信息内容{header}<tr><td>行政处罚{row}<tr><td>行政强制<td>1</table>"
        );
        read(&extract::from_html(&page).unwrap(), "proactive.penalties.decisions")
    };
    assert_eq!(proactive("<td>本年处理决定数量<td>上年", "<td>4<td>3"), "4");
    assert_eq!(proactive("<td>本年处理决定数量<td>上年", "<td><td>3"), "");
    assert_eq!(proactive("<td>本年处理决定数量<td>2022", "<td><td>3"), "");
    assert_eq!(proactive("<td>本年处理决定数量<td>合计", "<td><td>3"), "");
    assert_eq!(proactive("<td>本年处理决定数量<td>", "<td><td>3"), "3");
    assert_eq!(proactive("<td>上年<td>本年处理决定数量", "<td>3<td>"), "");
    assert_eq!(proactive("<td>本年处理决定数量（%）", "<td>5"), "");
    let table = "第二十条第（一）项\n|信息内容|本年制发件数|本年修订件数|本年废止件数|现行有效件数|\n|规章|1|2| |3|\n";
    let extraction = extract::from_text(table).unwrap();
    let figures = ["issued", "repealed", "in_force"].map(|cell| read(&extraction, &format!("proactive.rules.{cell}")));
    assert_eq!(figures, ["1", "", "3"]);
}

/// An empty last cell without a bar behind it is a cell where rows of the table end without a bar.
#[test]
fn a_bar_behind_a_row_parts_an_empty_cell() {
    let rows = [(RequestRow::Received, vec!["1".to_owned(); 7])];
    let header = requests(&rows, &[], false).lines().nth(1).unwrap().trim_matches([' ', '|']).to_owned();
    let label = RequestRow::Received.label(Lang::Zh);
    let table = |row: &str| format!("三、收到和处理政府信息公开申请情况\n项目 | 单位 | {header}\n{label} | {row}\n");
    let total = |row: &str| {
        let extraction = extract::from_text(&table(row)).unwrap();
        (read(&extraction, "requests.received.natural_person"), read(&extraction, "requests.received.total"))
    };
    assert_eq!(total(" | 1 | 0 | 0 | 0 | 0 | 2 | 3"), ("1".to_owned(), "3".to_owned()));
    assert_eq!(total(" | 1 | 0 | 0 | 0 | 0 | 2 | "), ("1".to_owned(), String::new()));
}

/// The blocks of section 四 are those that stand over the figures.
#[test]
fn blocks_stand_over_their_figures() {
    let rulings: String = Ruling::ALL
        .iter()
        .copied()
        .map(|ruling| ruling.label(Lang::Zh))
        .chain(["总计"])
        .fold(String::new(), |row, word| row + "<td>" + word);
    let heading = "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>";
    let figures = |first: u32| format!("<td>{first}<td>0<td>0<td>0<td>{first}");
    let page = |blocks: &str, rows: &str| {
        let page = format!("{heading}<table><tr>{blocks}<tr>{}{rows}</table>", rulings.repeat(3));
        extract::from_html(&page).unwrap()
    };
    let upheld = |extraction: &Extraction| {
        Route::array(|route| {
            let filed = extraction.form.get(Cell::Dispute(route, Column::Of(Ruling::ALL[0])));
            filed.map(|filed| filed.as_printed().into_owned()).unwrap_or_default()
        })
    };
    let all = [1, 2, 3].map(figures).concat();
    let usual = "<td colspan=5 rowspan=2>行政复议<td colspan=10>行政诉讼<tr><td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉";
    assert_eq!(upheld(&page(usual, &format!("<tr>{all}"))), ["1", "2", "3"]);
    let turned = "<td colspan=10>行政诉讼<td colspan=5 rowspan=2>行政复议<tr><td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉";
    assert_eq!(upheld(&page(turned, &format!("<tr>{all}"))), ["3", "1", "2"]);
    // A block that the form does not have in the place of one that it has.
    let other = "<td colspan=5>信访<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉";
    assert_eq!(upheld(&page(other, &format!("<tr>{all}"))), ["", "", ""]);
    // A row for each year.
    let years = usual.replacen("<td", "<td rowspan=3>年度<td", 1);
    let rows = format!("<tr><td>2022年{all}<tr><td>2023年{}", "<td>".repeat(15));
    assert_eq!(upheld(&page(&years, &rows)), ["", "", ""]);
}

/// A line over a table may say that its figures are of another year, or counted in another unit.
#[test]
fn a_line_over_a_table_says_whose_its_figures_are() {
    let title = "某某县2023年政府信息公开工作年度报告\n";
    let cells = || (1..8).map(|figure| figure.to_string()).collect();
    let table = requests(&[(RequestRow::Received, cells())], &[], false);
    let read = |line: &str| {
        let page = title.to_owned() + &table.replacen('\n', &format!("\n{line}\n"), 1);
        extract::from_text(&page).unwrap().form.cells().count()
    };
    for own in ["", "2023年", "（2023年度）", "单位：件", "（单位：件/次）"] {
        assert_eq!(read(own), 7, "{own}");
    }
    // A list of years before a table without a heading is one of links.
    let (_, without_heading) = table.split_once('\n').unwrap();
    let page = format!("{title}2022年\n2021年\n{without_heading}");
    assert_eq!(extract::from_text(&page).unwrap().form.cells().count(), 7);
    for other in ["2022年", "2022年度数据", "单位：万件", "（单位：百件）", "计量单位: 千件"] {
        assert_eq!(read(other), 0, "{other}");
    }
}

/// A label that says the contrary is not the nearest one.
#[test]
fn no_label_is_read_as_its_contrary() {
    for label in [
        "1.不属于国家秘密",
        "4.有正当理由大量反复申请",
        "1.本机关掌握相关政府信息",
        "四、结转下年度不再办理",
        "其中：本年新收政府信息公开申请数量",
    ] {
        let cells = " 1 | 2 | 3 | 4 | 5 | 6 | 7 |";
        let table =
            requests(&[(RequestRow::Received, vec!["0".to_owned(); 7])], &[], false) + &format!("| {label} |{cells}\n");
        let extraction = extract::from_text(&table).unwrap();
        assert_eq!(extraction.form.cells().count(), 7, "{label}");
        assert!(extraction.notes.iter().all(|note| !matches!(note, extract::Note::NearestLabel { .. })), "{label}");
    }
}

/// Converters may print a header behind its figures. Its order counts, and not that of the form.
#[test]
fn a_header_behind_the_figures_of_section_4_names_their_order() {
    let figures = "1\t2\t3\t4\t10\t0\t0\t0\t0\t0\t5\t0\t0\t0\t5\n";
    let rulings = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].repeat(3).join("\t");
    let total = |routes: &str, route| {
        let page =
            format!("四、政府信息公开行政复议、行政诉讼情况\n{figures}行政复议\t行政诉讼\n{routes}\n{rulings}\n");
        read(&extract::from_text(&page).unwrap(), &Cell::dispute(route, Column::Total).to_string())
    };
    let (direct, after) = (Route::DirectLitigation, Route::LitigationAfterReconsideration);
    for (routes, of_direct, of_after) in
        [("未经复议直接起诉\t复议后起诉", "0", "5"), ("复议后起诉\t未经复议直接起诉", "5", "0")]
    {
        assert_eq!((total(routes, direct).as_str(), total(routes, after).as_str()), (of_direct, of_after), "{routes}");
    }
}

/// Words in the middle of cells that are two rows high stand below those of the row above, and not behind them.
#[test]
fn words_on_another_row_are_not_behind_those_above() {
    let page = "三、收到和处理政府信息公开申请情况\n\
        | 项目 |        | 法人或其他组织 |      |\n\
        |      | 自然人 |----------------| 总计 |\n\
        |      |        | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |      |\n\
        | 一、本年新收政府信息公开申请数量 | 821 | 35 | | | 2 | 1 | 859 |\n";
    let form = extract::from_text(page).unwrap().form;
    let received = |column: Column<Applicant>| form.get(Cell::request(RequestRow::Received, column)).cloned();
    for (column, expected) in [
        (Column::Of(Applicant::NaturalPerson), "821"),
        (Column::Of(Applicant::CommercialEnterprise), "35"),
        (Column::Of(Applicant::OtherOrganization), "1"),
    ] {
        assert!(received(column).is_none_or(|filed| filed.as_printed() == expected), "{column:?}");
    }
}

/// Tables of data count their rows from 0, those of the header as well, which decides the order of the columns all the same.
#[test]
fn rows_of_a_header_may_be_counted() {
    let page = |header: &str, figures: &str| {
        format!(
            "三、收到和处理政府信息公开申请情况\n|  | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n|-:|:-|:-|:-|:-|:-|:-|:-|:-|:-|\n\
             | 0 | 项目 | 项目 | {header} |\n\
             | 1 | 一、本年新收政府信息公开申请数量 | 一、本年新收政府信息公开申请数量 | {figures} |\n\
             | 2 | 三、本年度办理结果 | （一）予以公开 | {figures} |\n"
        )
    };
    let printed = "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计";
    let turned = "总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他";
    for (header, figures) in [(printed, "4 | 1 | 0 | 0 | 0 | 2 | 7"), (turned, "7 | 4 | 1 | 0 | 0 | 0 | 2")] {
        let form = extract::from_text(&page(header, figures)).unwrap().form;
        for row in [RequestRow::Received, RequestRow::Outcome(Outcome::Granted)] {
            let count = |column: Column<Applicant>| {
                form.get(Cell::request(row, column)).map(|filed| filed.as_printed().into_owned())
            };
            assert_eq!(count(Column::Of(Applicant::NaturalPerson)).as_deref(), Some("4"), "{header} {row:?}");
            assert_eq!(count(Column::Total).as_deref(), Some("7"), "{header} {row:?}");
        }
    }
}

/// Cells of a header that are merged wrongly stand over other columns than theirs; the order of its words counts, if the sums do not
/// contradict it.
#[test]
fn a_header_whose_cells_are_merged_wrongly_moves_no_figure() {
    let figures: Vec<u32> = vec![1345, 640, 421, 208, 972, 668];
    let row = |factor: u32| {
        let cells = figures.iter().map(|figure| figure / factor).collect::<Vec<u32>>();
        let total = cells.iter().sum::<u32>();
        cells.iter().chain([&total]).map(|figure| format!("<td>{figure}")).collect::<String>()
    };
    let page = |header: &str| {
        format!(
            "<h2>三、收到和处理政府信息公开申请情况</h2><table>{header}<tr><td colspan=3>一、本年新收政府信息公开申请数量{}\
             <tr><td colspan=3>二、上年结转政府信息公开申请数量{}</table>",
            row(1),
            row(3),
        )
    };
    let of = |corner: &str, top: &str, organizations: &str| {
        page(&format!("<tr><td colspan=3 {corner}><td colspan=7>申请人情况<tr>{top}<tr>{organizations}"))
    };
    let top = "<td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计";
    let organizations = "<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他";
    let columns = || Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
    for (case, corner, top, organizations) in [
        ("right", "rowspan=3", top.to_owned(), organizations.to_owned()),
        ("an empty cell is left", "rowspan=3", top.to_owned(), format!("<td>{organizations}")),
        ("the corner is too low", "rowspan=2", top.to_owned(), organizations.to_owned()),
        ("too wide", "rowspan=3", top.replace("colspan=5", "colspan=6"), organizations.to_owned()),
        ("too narrow", "rowspan=3", top.replace("colspan=5", "colspan=4"), organizations.to_owned()),
        ("too high", "rowspan=3", top.replace("colspan=5", "colspan=5 rowspan=2"), organizations.to_owned()),
        ("one of them too wide", "rowspan=3", top.to_owned(), organizations.replacen("<td>科", "<td colspan=2>科", 1)),
        ("none over them", "rowspan=3", top.replace("<td colspan=5>法人或其他组织", ""), organizations.to_owned()),
    ] {
        let html = of(corner, &top, &organizations);
        let form = extract::from_html(&html).unwrap().form;
        for (row, factor) in [(RequestRow::Received, 1), (RequestRow::CarriedIn, 3)] {
            let total = figures.iter().map(|figure| figure / factor).sum::<u32>();
            for (column, figure) in columns().zip(figures.iter().map(|figure| figure / factor).chain([total])) {
                let filed = form.get(Cell::request(row, column));
                assert!(
                    filed.is_none_or(|filed| filed.as_printed() == figure.to_string()),
                    "{case} {column:?} {filed:?}"
                );
            }
        }
        let has_total = form.get(Cell::request(RequestRow::Received, Column::Total)).is_some();
        assert!(case == "none over them" || has_total, "{case}");
    }
    // A header in another order counts, if the sums do not contradict it.
    let in_order = row(1);
    let cells: Vec<&str> = in_order.split("<td>").skip(1).collect();
    let turned = cells.iter().rev().map(|figure| format!("<td>{figure}")).collect::<String>();
    let words = "<tr><td>项目<td>总计<td>其他<td>法律服务机构<td>社会公益组织<td>科研机构<td>商业企业<td>自然人";
    let html = format!(
        "<h2>三、收到和处理政府信息公开申请情况</h2><table>{words}<tr><td>一、本年新收政府信息公开申请数量{turned}</table>"
    );
    let form = extract::from_html(&html).unwrap().form;
    let natural = form.get(Cell::request(RequestRow::Received, Applicant::NaturalPerson)).unwrap();
    assert_eq!(natural.as_printed(), "1345");
}

/// Columns that are all of something else, as of bodies or of years, are not those of the form.
#[test]
fn columns_of_something_else_are_not_those_of_the_form() {
    for words in [
        ["一局", "二局", "三局", "四局", "五局", "六局", "七局"],
        ["2018", "2019", "2020", "2021", "2022", "2023", "2024"],
        ["2018年", "2019年", "2020年", "2021年", "2022年", "2023年", "2024年"],
        ["一月", "二月", "三月", "四月", "五月", "六月", "七月"],
    ] {
        let header = format!("<tr><td>项目<td>{}", words.join("<td>"));
        let rows = RequestRow::ALL[..3]
            .iter()
            .map(|row| format!("<tr><td>{}<td>1<td>2<td>3<td>4<td>5<td>6<td>21", row.label(Lang::Zh)));
        let page =
            format!("<h2>三、收到和处理政府信息公开申请情况</h2><table>{header}{}</table>", rows.collect::<String>());
        let extraction = extract::from_html(&page).unwrap();
        assert_eq!(extraction.form.cells().count(), 0, "{words:?}");
        let of_rows = |unplaced: &&extract::Unplaced| unplaced.reason == UnplacedReason::NoColumn;
        assert!(extraction.unplaced.iter().filter(of_rows).count() >= 3, "{words:?}");
    }
}

/// The header of a block of section 二 says what is counted, in which unit and in which year.
#[test]
fn a_block_under_words_that_say_something_else_is_left() {
    let placed = read;
    let read = |item: &str, header: &str, label: &str, lines: bool| {
        let (from, to) = if lines { ("\n", "\n") } else { ("<tr><td>", "<td>") };
        let page = format!(
            "<h1>某某县2023年政府信息公开工作年度报告</h1>\n二、主动公开政府信息情况\n<table>{from}{item}{from}信息内容{to}{header}\
             {from}{label}{to}5{from}第二十条第（六）项{from}信息内容{to}本年处理决定数量{from}行政强制{to}7</table>"
        );
        let page = if lines {
            page.replace("<h1>", "").replace("</h1>", "").replace("<table>", "").replace("</table>", "\n")
        } else {
            page
        };
        let extraction = extract::from_bytes(page.as_bytes()).unwrap();
        assert_eq!(placed(&extraction, "proactive.coercion.decisions"), "7", "{page}");
        extraction.form.cells().count() - 1
    };
    for lines in [false, true] {
        for (item, header, label, expected) in [
            ("第二十条第（八）项", "本年收费金额（单位：万元）", "行政事业性收费", 1),
            ("第二十条第（八）项", "本年收费金额（单位：元）", "行政事业性收费", 0),
            ("第二十条第（八）项", "本年收费金额（元）", "行政事业性收费", 0),
            ("第二十条第（八）项", "本年收费金额（单位：亿元）", "行政事业性收费", 0),
            ("第二十条第（八）项（单位：元）", "本年收费金额", "行政事业性收费", 0),
            ("第二十条第（八）项", "上年收费金额", "行政事业性收费", 0),
            ("第二十条第（八）项", "本年减免金额", "行政事业性收费", 0),
            ("第二十条第（八）项", "收费项目数量", "行政事业性收费", 0),
            ("第二十条第（五）项", "本年处理决定数量", "行政许可", 1),
            ("第二十条第（五）项", "上年处理决定数量", "行政许可", 0),
            ("第二十条第（五）项", "2022年处理决定数量", "行政许可", 0),
            ("第二十条第（五）项", "本年受理数量", "行政许可", 0),
            ("第二十条第（五）项", "占比（%）", "行政许可", 0),
            ("第二十条第（五）项", "本年处理决定数量", "行政许可（2022年）", 0),
        ] {
            assert_eq!(read(item, header, label, lines), expected, "{item} {header} {label} {lines}");
        }
    }
}

/// A column of marks or checks behind a table, without a word over it, is no part of the table, if the rows make their sums.
#[test]
fn what_stands_behind_a_table_shifts_nothing() {
    for (figures, beyond, expected) in [
        ([4, 1, 0, 0, 0, 2, 7], "<td>0<td>", 7),
        ([4, 1, 0, 0, 0, 2, 7], "<td><td>√", 7),
        ([4, 1, 0, 0, 0, 2, 7], "<td>注：已核对<td>", 7),
        ([4, 1, 0, 0, 0, 2, 9], "<td>0<td>", 0),
    ] {
        let columns = Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
        let header = columns.map(|column| format!("<td>{}", label(column))).collect::<String>();
        let cells = figures.map(|figure| format!("<td>{figure}")).concat();
        let page = format!(
            "<h2>三、收到和处理政府信息公开申请情况</h2><table><tr><td>项目{header}<td><td>\
             <tr><td>一、本年新收政府信息公开申请数量{cells}{beyond}</table>"
        );
        let extraction = extract::from_html(&page).unwrap();
        assert_eq!(extraction.form.cells().count(), expected, "{figures:?} {beyond}");
        assert!(extraction.form.cells().all(|(_, filed)| filed.as_printed() != "√"));
        assert!(extraction.unplaced.iter().any(|unplaced| unplaced.reason == UnplacedReason::NoColumn), "{beyond}");
    }
}
