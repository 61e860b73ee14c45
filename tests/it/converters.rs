//! What readers of PDF files and other converters make of a report: labels apart from their figures, tables divided at
//! the end of a page, cells between bars.

use std::fmt::Write as _;

use ogi_report::extract::{self, Extraction};
use ogi_report::form::Value;
use ogi_report::{Applicant, Cell, Column, Edition, Filed, Form, Lang, Outcome, RequestRow};
use unicode_width::UnicodeWidthStr;

use crate::layouts::{Layout, Quirks, print};

/// The numbers that were read, as path and number.
fn numbers(text: &str) -> Vec<(String, String)> {
    let Ok(extraction) = extract::from_text(text) else { return Vec::new() };
    numbers_of(&extraction)
}

fn numbers_of(extraction: &Extraction) -> Vec<(String, String)> {
    let is_number = |filed: &Filed| matches!(filed.value(), Value::Number { .. });
    let cells = extraction.form.cells().filter(|(_, filed)| is_number(filed));
    cells.map(|(cell, filed)| (cell.to_string(), filed.as_printed().into_owned())).collect()
}

/// The table of section 三 of a town: rows with their figures, all of whose sums hold.
fn table() -> Vec<(RequestRow, [u32; 7])> {
    let mut outcomes = [[0_u32; 7]; 21];
    for (row, column, count) in [(0, 0, 4), (1, 1, 687), (3, 0, 12), (4, 3, 5), (9, 0, 1785), (9, 5, 39), (20, 0, 3)] {
        outcomes[row][column] += count;
        outcomes[row][6] += count;
    }
    let rows: Vec<RequestRow> =
        RequestRow::ALL.iter().copied().filter(|row| row.is_printed_in(Edition::V2021)).collect();
    let mut sum = [0; 7];
    for figures in outcomes {
        for (sum, figure) in sum.iter_mut().zip(figures) {
            *sum += figure;
        }
    }
    let printed: Vec<Outcome> =
        Outcome::ALL.iter().copied().filter(|outcome| outcome.is_printed_in(Edition::V2021)).collect();
    let figures = |row: &RequestRow| match row {
        RequestRow::Received | RequestRow::OutcomeTotal => sum,
        RequestRow::Outcome(outcome) => outcomes[printed.iter().position(|other| other == outcome).unwrap()],
        _ => [0; 7],
    };
    rows.iter().map(|row| (*row, figures(row))).collect()
}

const HEADER: &str = "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n";

/// The labels of some rows, and behind them their figures, one per line.
fn block(page: &mut String, rows: &[(RequestRow, [u32; 7])]) {
    for (row, _) in rows {
        writeln!(page, "{}\n", row.label(Lang::Zh)).unwrap();
    }
    for figure in rows.iter().flat_map(|row| row.1) {
        writeln!(page, "{figure}\n").unwrap();
    }
}

/// How many cells of the table were read; none of them is another number than in the table.
fn right(page: &str, table: &[(RequestRow, [u32; 7])]) -> usize {
    let extraction = extract::from_text(page).unwrap();
    let columns = || Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
    let mut right = 0;
    for (row, figures) in table {
        for (column, figure) in columns().zip(figures) {
            if let Some(filed) = extraction.form.get(Cell::Request(*row, column)) {
                assert_eq!(filed.as_printed(), figure.to_string(), "{} {column:?}\n{page}", row.label(Lang::Zh));
                right += 1;
            }
        }
    }
    right
}

#[test]
fn labels_before_the_figures_of_their_rows_are_read_if_all_columns_make_their_sums() {
    let table = table();
    let in_order: String = table.iter().fold(HEADER.to_owned(), |mut page, row| {
        block(&mut page, &[*row]);
        page
    });
    assert_eq!(right(&in_order, &table), table.len() * 7);
    // The labels of two rows, then the figures of both.
    let page = |first: usize| {
        let mut page = HEADER.to_owned();
        let mut rows = table.as_slice();
        while !rows.is_empty() {
            let count = if table.len() - rows.len() == first { 2 } else { 1 };
            block(&mut page, &rows[..count.min(rows.len())]);
            rows = &rows[count.min(rows.len())..];
        }
        page
    };
    for first in 0..table.len() - 1 {
        right(&page(first), &table);
    }
    assert_eq!(right(&page(12), &table), table.len() * 7);
    // A wide number that was put behind the others of its row.
    let moved = page(12).replacen("0\n\n687\n\n0\n\n0\n\n0\n\n0\n\n687", "0\n\n0\n\n0\n\n0\n\n0\n\n687\n\n687", 1);
    assert!(moved.contains("（二）部分公开"));
    let zeros = table.iter().filter(|row| row.1 == [0; 7]).count();
    let read = right(&moved.replace(HEADER, &HEADER.replace("其他\n总计", "总计\n其\n他")), &table);
    assert!((1..=zeros * 7).contains(&read), "{read}");
    // A row whose figures print has lost.
    let mut lost = HEADER.to_owned();
    for (at, row) in table.iter().enumerate() {
        if at == 8 {
            writeln!(lost, "{}\n", row.0.label(Lang::Zh)).unwrap();
        } else {
            block(&mut lost, &table[at..=at]);
        }
    }
    right(&lost, &table);
}

#[test]
fn figures_of_another_row_of_section_two_are_not_those_of_the_label_before_them() {
    let heading = "二、主动公开政府信息情况\n";
    for (page, read) in [
        // Both labels, then the header, then the figure of the first row.
        ("第二十条第（六）项\n信息内容\n行政处罚\n行政强制\n本年处理决定数量\n9\n", 0),
        // Three of the six figures of two rows, of which three are blank.
        (
            "第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n规章\n规范性文件\n对外公开总数量\n1\n1\n2\n",
            0,
        ),
        // The figures of both rows behind the second label, and one of the first before it.
        (
            "第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n2\n其他对外管理服务事项\n2\n8\n59\n\
             第二十条第（六）项\n信息内容\n行政处罚\n本年处理决定数量\n7\n",
            0,
        ),
        // A row that the form does not have, behind one without figures.
        ("第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 3\n行政强制\n合计 3\n", 1),
        ("第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\n其他 7\n", 0),
        // A row without figures in a text that keeps the order of its rows.
        ("第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n行政强制\n9\n", 1),
        (
            "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚 4\n行政强制 9\n第二十条第（八）项\n行政事业性收费\n本年收费金额（单位：万元）\n7\n",
            2,
        ),
    ] {
        assert_eq!(numbers(&format!("{heading}{page}")).len(), read, "{page}");
    }
}

#[test]
fn a_bar_beside_an_empty_cell_is_not_around_the_table() {
    let heading = "三、收到和处理政府信息公开申请情况\n";
    let rows = "一、本年新收政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 | 3 | 3\n\
                三、本年度办理结果 | （一）予以公开 |  | 1 | 0 | 0 | 0 | 0 | 0 | 1\n \
                | （七）总计 |  | 69 | 5 | 2 | 187 | 144 | 32 | \n\
                四、结转下年度继续办理 |  |  |  | 5 |  |  |  |  | \n";
    let read = numbers(&format!("{heading}{rows}"));
    let of = |row: &str| -> Vec<(&str, &str)> {
        let of_row = read.iter().filter_map(|(path, number)| Some((path.strip_prefix(row)?, number.as_str())));
        of_row.collect()
    };
    assert_eq!(of("requests.received.").len(), 7);
    let total = of("requests.outcomes.total.");
    assert_eq!((total.len(), total[0], total[5]), (6, ("natural_person", "69"), ("other_organization", "32")));
    assert_eq!(of("requests.carried_over."), [("commercial_enterprise", "5")]);
    // Of a row that stands alone nobody knows how many cells it has.
    let alone = "四、结转下年度继续办理 |  |  | 5 | 0 | 8 | 0 | 7 | 0 | \n";
    assert_eq!(numbers(&format!("{heading}{alone}")), []);
}

#[test]
fn the_other_part_of_a_divided_table_has_columns_of_its_own() {
    let heading =
        "二、主动公开政府信息情况\n第二十条第（五）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n";
    let read = numbers(&format!("{heading}行政许可\t\t2\t\t8\n"));
    assert_eq!(read, [], "two empty cells, of which one fills up the width");
    let read = numbers(&format!("{heading}行政许可\t\t2\t8\n"));
    assert_eq!(read.len(), 2);
    let columns = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计";
    let heading = format!("三、收到和处理政府信息公开申请情况\n\t{columns}\n");
    let read = numbers(&format!("{heading}\t（七）总计\t\t69\t5\t2\t187\t144\t32\t\n"));
    assert!(read.iter().all(|(path, number)| !path.ends_with("commercial_enterprise") || number == "5"), "{read:?}");
    // Two whole rows of that width show where figures stand.
    let whole = "一、本年新收政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t2\t3\n二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0\n";
    let short = "四、结转下年度继续办理\t\t\t3\t0\t5\t0\t\t0\t8\n";
    assert_eq!(numbers(&format!("三、收到和处理政府信息公开申请情况\n{whole}{short}")).len(), 14 + 6);
}

#[test]
fn a_digit_in_the_next_cell_makes_a_row_uncertain() {
    let block = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    let heading = format!("四、政府信息公开行政复议、行政诉讼情况\n{block}\t{block}\t{block}\n");
    let row = |figures: &str| numbers(&format!("{heading}{figures}\n")).len();
    assert_eq!(row("0\t12\t63\t0\t75\t40140\t4\t0\t2197\t42341\t0\t0\t0\t0\t0"), 15);
    assert_eq!(row("0\t12\t63\t0\t75\t4014\t0 4\t0\t2197\t4234\t1 0\t0\t0\t0\t0"), 0);
}

#[test]
fn a_number_before_a_label_may_be_the_last_digit_of_the_row_above() {
    let page = |numbering: &str| {
        format!(
            "三、收到和处理政府信息公开申请情况{numbering}一、本年新收政府信息公开申请数量0000000\
             二、上年结转政府信息公开申请数量0000001（一）予以公开0000000"
        )
    };
    let carried_in =
        |page: &str| numbers(page).iter().filter(|(path, _)| path.starts_with("requests.carried_in")).count();
    assert_eq!(carried_in(&page("")), 7);
    assert_eq!(carried_in(&page("序号")), 0);
    // A number in the index of the site counts no rows.
    assert_eq!(carried_in(&format!("索引序号：1\n{}", page(""))), 7);
    // The number of the second row for the empty cell of the first.
    let page = "第二十条第（一）项\n序号\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n1\n规章\n5\n3\n2\n行政规范性文件\n";
    assert_eq!(numbers(page), []);
    // What stands before the first label may be a figure of its row.
    assert_eq!(numbers(&page.replace("序号\n", "")), []);
    assert_eq!(numbers(&page.replace("序号\n", "").replace("1\n规章", "规章")).len(), 3);
}

/// Text whose every cell is a line of its own, with a tab before or behind it, is print of one cell per line.
#[test]
fn tabs_that_part_nothing_are_no_cells() {
    let form: Form = serde_json::from_str(include_str!("../../examples/data/anqiu-2020.json")).unwrap();
    let lines = print(&form, Layout::Lines, Quirks::default());
    let expected = numbers(&lines);
    assert!(!expected.is_empty());
    let tabs: String = lines.lines().flat_map(|line| ["\t", line, "\t\n"]).collect();
    assert_eq!(numbers(&tabs), expected);
}

#[test]
fn the_lines_of_a_cell_in_a_ruled_table_belong_together() {
    let ruler = "  ---------------- ------------------ ------\n";
    let dashed = |rows: &str| {
        format!(
            "第二十条第（六）项\n\n{ruler}  信息内容         本年处理                 \n                   决定数量                 \n\n{rows}{ruler}\n末\n"
        )
    };
    let rows = "  行政             12                       \n  处罚                                      \n\n  行政强制         7                        \n";
    let extraction = extract::from_text(&dashed(rows)).unwrap();
    let expected = [("proactive.penalties.decisions", "12"), ("proactive.coercion.decisions", "7")];
    assert_eq!(numbers_of(&extraction), expected.map(|(path, number)| (path.to_owned(), number.to_owned())));
    for placed in &extraction.placed {
        assert_eq!(dashed(rows)[placed.at.bytes().unwrap()], placed.printed);
    }
    // A number on two lines, and a line that does not keep the columns.
    let broken = rows.replacen("处罚              ", "处罚             3", 1);
    assert_eq!(numbers(&dashed(&broken)), [("proactive.coercion.decisions".to_owned(), "7".to_owned())]);
    let shifted =
        rows.replacen("12 ", "\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}12 ", 1);
    assert!(numbers(&dashed(&shifted)).len() < 2);

    let rule = "+----------+----------+\n";
    let grid = |rows: &str| {
        format!("第二十条第（六）项\n\n{rule}| 信息内容 | 本年处理 |\n|          | 决定数量 |\n{rule}{rows}{rule}")
    };
    let rows = format!("| 行政     | 12       |\n| 处罚     |          |\n{rule}| 行政强制 | 7        |\n");
    assert_eq!(numbers(&grid(&rows)), expected.map(|(path, number)| (path.to_owned(), number.to_owned())));
    // A line of dashes that nothing closes hides no grid below it.
    assert_eq!(numbers(&format!("--- ---\n{}", grid(&rows))).len(), 2);
    let broken = rows.replace("处罚     |          |", "处罚     | 3        |");
    assert_eq!(numbers(&grid(&broken)), [("proactive.coercion.decisions".to_owned(), "7".to_owned())]);
}

/// A cell of a grid may stand beside several rows. What is no rectangle, or holds text where a rule should go on, is none.
#[test]
fn a_cell_of_a_grid_may_stand_beside_several_rows() {
    let grid = "第二十条第（六）项\n\n\
        +----+----------+--------------+\n\
        |    | 信息内容 | 本年处理决定 |\n\
        |    |          | 数量         |\n\
        | 六 +----------+--------------+\n\
        |    | 行政处罚 | 12           |\n\
        |    +----------+--------------+\n\
        |    | 行政强制 | 7            |\n\
        +----+----------+--------------+\n";
    let expected = [("proactive.penalties.decisions", "12"), ("proactive.coercion.decisions", "7")];
    assert_eq!(numbers(grid), expected.map(|(path, number)| (path.to_owned(), number.to_owned())));
    for (from, to) in [
        // A rule ends within a cell.
        ("|    +----------+--------------+", "|    +------    +--------------+"),
        ("|    +----------+--------------+", "|    +----------+-------       |"),
        // A bar is missing, or stands elsewhere.
        ("行政强制 | 7", "行政强制   7"),
        ("| 行政强制 |", " |行政强制 |"),
        // The last line does not close the grid.
        ("7            |\n+----+----------+--------------+\n", "7            |\n"),
    ] {
        let broken = grid.replace(from, to);
        assert_ne!(broken, grid, "{from}");
        let read = numbers(&broken);
        assert!(read.iter().all(|(path, number)| expected.contains(&(path, number))), "{broken}: {read:?}");
    }
}

/// Lines are drawn with many characters, which take one place or two; some converters count characters and not places. Rules
/// stand between all rows, or around the table and below its header only.
#[test]
fn grids_are_read_however_they_are_drawn() {
    type Width = fn(&str) -> usize;
    let shown: Width = |text| text.width();
    let wide_lines: Width = |text| text.width_cjk();
    let characters: Width = |text| text.chars().count();
    let ascii = ["+-+", "| |", "+=+", "+-+"];
    let (single, double) = (["┌─┐", "│ │", "├─┤", "└─┘"], ["╔═╗", "║ ║", "╠═╣", "╚═╝"]);
    let table = table();
    let header = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    rows.extend(table.iter().map(|(row, figures)| {
        [row.label(Lang::Zh).to_owned()].into_iter().chain(figures.iter().map(ToString::to_string)).collect()
    }));
    for (lines, width, has_rules) in [
        (ascii, shown, true),
        (ascii, characters, true),
        (ascii, characters, false),
        (single, shown, true),
        (single, shown, false),
        (double, wide_lines, true),
        (double, characters, false),
    ] {
        let line = lines.map(|line| line.chars().collect::<Vec<char>>());
        let size = |at: usize| rows.iter().map(|row| width(&row[at])).max().unwrap();
        let rule = |of: &[char]| {
            let step = width(&of[1].to_string());
            let parts = (0..header.len()).map(|at| of[1].to_string().repeat((size(at) + 2).div_ceil(step)));
            let between = if of[0] == '+' { '+' } else { '┼' };
            format!("{}{}{}\n", of[0], parts.collect::<Vec<_>>().join(&between.to_string()), of[2])
        };
        let mut page = format!("三、收到和处理政府信息公开申请情况\n\n{}", rule(&line[0]));
        for (number, row) in rows.iter().enumerate() {
            if number == 1 || (number > 1 && has_rules) {
                page += &rule(&line[2]);
            }
            let cell = |(at, cell): (usize, &String)| {
                let step = width(&line[0][1].to_string());
                let room = (size(at) + 2).div_ceil(step) * step;
                format!("{} {cell}{}", line[1][0], " ".repeat(room - width(cell) - 1))
            };
            page += &row.iter().enumerate().map(cell).collect::<String>();
            page.extend([line[1][2], '\n']);
        }
        page += &rule(&line[3]);
        assert_eq!(right(&page, &table), table.len() * 7, "{page}");
    }
}

/// Tables of data print a word where a cell holds nothing. It is blank, not a figure and no part of a label.
#[test]
fn a_word_for_nothing_is_a_blank() {
    for nothing in ["NaN", "nan", "None", "null", "NULL", "<NA>"] {
        let page =
            "| 三、收到和处理政府信息公开申请情况 | # | # | # | # | # | # | # |\n|---|---|---|---|---|---|---|---|\n\
                    | # | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n\
                    | 一、本年新收政府信息公开申请数量 | 5 | # | 0 | 0 | 0 | 1 | 6 |\n"
                .replace('#', nothing);
        let extraction = extract::from_text(&page).unwrap();
        let received = |applicant| extraction.form.get(Cell::request(RequestRow::Received, applicant)).cloned();
        assert_eq!(received(Applicant::CommercialEnterprise), Some(Filed::blank()), "{page}");
        assert_eq!(numbers_of(&extraction).len(), 6);
        assert_eq!(extraction.unplaced, []);
    }
}

/// Figures in a row with words of a header are of no row that is known, and they are listed.
#[test]
fn figures_beside_words_of_a_header_are_listed() {
    let page = "四、政府信息公开行政复议、行政诉讼情况\n\
        | 行政复议 | 未经复议直接起诉 | 复议后起诉 |\n|---|---|---|\n\
        | 结果维持 | 3 | 4 | 5 |\n| 结果纠正 | 1 | 0 | 0 |\n三、收到和处理政府信息公开申请情况\n\
        | 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n";
    let extraction = extract::from_text(page).unwrap();
    let listed: String = extraction.unplaced.iter().map(|unplaced| unplaced.printed.as_str()).collect();
    for figure in ["3", "4", "5"] {
        assert!(listed.contains(figure), "{listed}");
    }
    let page = "第二十条第（六）项\n| 信息内容 | 行政处罚 | 行政强制 |\n| 本年处理决定数量 | 12 | 37 |\n";
    let extraction = extract::from_text(page).unwrap();
    let listed: String = extraction.unplaced.iter().map(|unplaced| unplaced.printed.as_str()).collect();
    assert!(extraction.placed.is_empty() && listed.contains("12") && listed.contains("37"), "{listed}");
}

/// Figures beside the label of a group are those of no row, though the row above has none.
#[test]
fn figures_beside_a_group_are_not_those_of_the_row_above() {
    let header = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n";
    for rows in [
        "一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5\n二、上年结转政府信息公开申请数量\n三、本年度办理结果 5 0 0 0 0 0 5\n",
        "一、本年新收政府信息公开申请数量 5 0 0 0 0 0 5\n（二）部分公开\n（三）不予公开 3 0 0 0 0 0 3\n",
    ] {
        let page = format!("三、收到和处理政府信息公开申请情况\n{header}{rows}");
        let extraction = extract::from_text(&page).unwrap();
        assert_eq!(extraction.placed.len(), 7, "{rows}");
        assert!(!extraction.unplaced.is_empty(), "{rows}");
    }
}

/// Two figures close together beside wide gaps may be one number that a change of the font has parted, and the cell
/// behind them empty.
#[test]
fn figures_close_together_beside_wide_gaps_are_not_read_without_a_sum() {
    let heading = "第二十条第（五）项\n信息内容    上一年项目数量         本年增/减    处理决定数量\n";
    let row = |figures: &str| numbers(&format!("{heading}行政许可      {figures}\n")).len();
    assert_eq!(row("1           0           1"), 3);
    assert_eq!(row("1   0           1"), 0);
    assert_eq!(row("1 27            3"), 0);
}

/// Where a row of section 二 has more figures than cells, print breaks numbers, and as many figures as cells need not be
/// one for each.
#[test]
fn a_row_of_too_many_figures_makes_the_others_uncertain() {
    let of = |block: &str, header: [&str; 3], row: &str, figures: &str| {
        format!("{block}\n信息内容\n{}\n{row}\n{}\n", header.join("\n"), figures.replace(' ', "\n"))
    };
    let documents = ["本年新制作数量", "本年新公开数量", "对外公开总数量"];
    let handled = ["上一年项目数量", "本年增/减", "处理决定数量"];
    let page = |figures: &str| {
        of("第二十条第（一）项", documents, "规章", figures) + &of("第二十条第（六）项", handled, "行政处罚", "3 1 2")
    };
    assert_eq!(numbers(&page("1 2 43")).len(), 6);
    assert_eq!(numbers(&page("1 2 4 3")).len(), 0);
}

/// Where rows are counted, one cell per line, the number of the next row may stand for an empty last cell.
#[test]
fn the_number_of_the_next_row_is_not_the_total_of_this_one() {
    let page = |total: &str, numbering: &str| {
        format!(
            "三、收到和处理政府信息公开申请情况\n{numbering}\n一、本年新收政府信息公开申请数量\n1\n1\n0\n0\n0\n1\n{total}\n\
             二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
        )
    };
    let received = |page: &str| numbers(page).iter().filter(|(path, _)| path.starts_with("requests.received")).count();
    assert_eq!(received(&page("3", "")), 7);
    assert_eq!(received(&page("3", "序号")), 0);
}

/// Markdown with an anchor in it is no web page, whose line breaks would mean nothing.
#[test]
fn markdown_with_an_anchor_is_read_by_its_lines() {
    let text = "<a id=\"a\"></a># 某某县2023年政府信息公开工作年度报告\n\n第二十条第（六）项\n\n信息内容\n\n本年处理决定数量\n\n\
                行政处罚\n\n12\n\n行政强制\n\n7\n";
    let extraction = extract::from_bytes(text.as_bytes()).unwrap();
    assert_eq!(numbers_of(&extraction).len(), 2);
    for placed in &extraction.placed {
        assert_eq!(&text[placed.at.bytes().unwrap()], placed.printed);
    }
}

/// Behind a ruled table, whose cells are put together from several lines, empty cells have their places in the source.
#[test]
fn empty_cells_behind_a_ruled_table_stand_in_the_source() {
    let ruler = "  ---------------- ----------------\n";
    let table = format!(
        "第二十条第（六）项\n\n{ruler}  信息内容         本年处理\n                   决定数量\n\n  行政             12\n  处罚\n\n{ruler}\n"
    );
    let bars = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 |  |  | 0 | 0 | 0 | 0 | 0 | 3 | 3\n\
                三、本年度办理结果 | （一）予以公开 |  | 1 | 0 | 0 | 0 | 0 | 0 | 1\n \
                | （七）总计 |  | 69 | 5 | 2 | 187 | 144 | 32 | \n";
    let text = table + bars;
    let extraction = extract::from_text(&text).unwrap();
    assert_eq!(numbers_of(&extraction).len(), 1 + 7 + 7 + 6);
    for placed in &extraction.placed {
        assert_eq!(text.get(placed.at.bytes().unwrap()), Some(placed.printed.as_str()), "{placed:?}");
    }
}

/// A browser prints the date, the time and the title in the head of each page, and fonts print radicals for characters. That is the
/// same report.
#[test]
fn a_running_head_begins_no_other_report() {
    for head in [
        "测试县人民政府2023年政府信息公开工作年度报告",
        "11/28/26, 1:46 PM 测试县人民政府 2023 年政府信息公开工作年度报告",
        "2024/1/15 下午3:05 測試縣人民政府2023年政府信息公開工作年度報告",
    ] {
        let table = table();
        let (first, second) = table.split_at(8);
        let mut page = format!("测试县⼈⺠政府2023年政府信息公开⼯作年度报告\n{HEADER}");
        let rows = |page: &mut String, rows: &[(RequestRow, [u32; 7])]| {
            for (row, figures) in rows {
                let figures = figures.map(|figure| figure.to_string()).join(" ");
                writeln!(page, "{} {figures}", row.label(Lang::Zh)).unwrap();
            }
        };
        rows(&mut page, first);
        writeln!(page, "{head}\nfile:///report.html 1/3").unwrap();
        rows(&mut page, second);
        assert_eq!(right(&page, &table), table.len() * 7, "{head}");
    }
}
