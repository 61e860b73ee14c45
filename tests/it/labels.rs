//! Labels, headers and figures as reports print them beside the form.

use ogi_report::form::Value;
use ogi_report::{Cell, Column, Edition, Filed, Form, Lang, Outcome, RequestRow, extract};

/// How many numbers are read.
fn numbers(form: &Form) -> usize {
    form.cells().filter(|(_, filed)| matches!(filed.value(), Value::Number { .. })).count()
}

fn printed(form: &Form, path: &str) -> Option<String> {
    let cell: Cell = path.parse().unwrap();
    form.get(cell).map(|filed| filed.as_printed().into_owned())
}

fn read(page: &str) -> Form {
    extract::from_text(page).unwrap().form
}

const HEADING: &str = "三、收到和处理政府信息公开申请情况\n";
const HEADER: [&str; 7] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

/// A table of section 三 whose sums hold, each row as that function prints it.
fn requests(row: impl Fn(RequestRow, &str, [u32; 7]) -> String) -> String {
    let rows = RequestRow::ALL.iter().copied().filter(|row| row.is_printed_in(Edition::V2021));
    rows.map(|request| {
        let is_filled = matches!(request, RequestRow::Received | RequestRow::OutcomeTotal)
            || request.label(Lang::Zh) == "（一）予以公开";
        let figures = if is_filled { [5, 1, 0, 0, 0, 0, 6] } else { [0; 7] };
        row(request, request.label(Lang::Zh), figures)
    })
    .collect()
}

fn joined(figures: [u32; 7], separator: &str) -> String {
    figures.map(|figure| figure.to_string()).join(separator)
}

fn one_per_line(label: &str, figures: [u32; 7]) -> String {
    format!("{label}\n{}\n", joined(figures, "\n"))
}

#[test]
fn a_note_behind_a_label_changes_nothing_of_it() {
    let page = "某某局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n\
        | 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n\
        | 规章(县级无此项) | 0 | 0 | 0 |\n| 规范性文件（含党政联合） | 3 | 3 | 9 |\n\
        第二十条第（六）项\n| 信息内容 | 上一年项目数量(指2019年事项数) | 本年增/减 | 处理决定数量 |\n\
        | 行政处罚（含简易程序） | 9 | 1 | 4 |\n";
    assert_eq!(numbers(&read(page)), 9);
    // Another unit, year or scope makes it another label.
    for other in ["（万件）", "（其中下级）", "（上年）", "（不含镇街）", "（占比%）"] {
        assert_eq!(numbers(&read(&page.replace("（含简易程序）", other))), 6, "{other}");
    }
}

/// A note with digits behind a header is no figure and no other word, in lines of text as in cells.
#[test]
fn a_note_with_a_year_behind_a_header_changes_nothing_of_it() {
    for separator in ["\n", " ", "\t"] {
        let rows = [
            ["信息内容", "上一年项目数量(指2019年事项数)", "本年增/减", "处理决定数量"],
            ["行政许可", "34", "+19", "20"],
            ["其他对外管理服务事项", "3", "1", "5"],
        ];
        let rows = rows.map(|row| row.join(separator)).join("\n");
        let page = format!("某某局2020年政府信息公开工作年度报告\n第二十条第（五）项\n{rows}\n");
        assert_eq!(numbers(&read(&page)), 6, "{page}");
        let other = page.replace("指2019年事项数", "2019年，万项");
        assert_eq!(numbers(&read(&other)), 0, "{other}");
    }
}

#[test]
fn a_note_on_a_line_of_its_own_below_a_header_changes_nothing_of_it() {
    let page = "第二十条第（六）项\n信息内容\n本年处理决定数量\n（注：只计本机关的决定）\n行政处罚\n12\n行政强制\n3\n";
    assert_eq!(numbers(&read(page)), 2);
    // Another unit, year or scope makes it another header.
    for other in ["（万件）", "（2019年）", "（二〇一九年）", "（其中下级）", "（上年）"] {
        assert_eq!(numbers(&read(&page.replace("（注：只计本机关的决定）", other))), 0, "{other}");
    }
}

#[test]
fn a_change_has_a_sign_or_a_word() {
    let page = "某某局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n\
        上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n12\n减3\n40\n其他对外管理服务事项\n2\n+19\n3\n";
    for page in [page.to_owned(), page.replace('+', "＋")] {
        let form = read(&page);
        let of = |path: &str| printed(&form, path).unwrap_or_default();
        assert_eq!(of("proactive.other_services.change").trim_start_matches(['+', '＋']), "19");
        assert_eq!(of("proactive.licensing.previous_items"), "12");
        assert_eq!(of("proactive.licensing.change"), "减3");
        assert_eq!(of("proactive.licensing.decisions"), "40");
    }
}

#[test]
fn marks_one_per_line_are_those_of_their_cells() {
    let page = HEADING.to_owned()
        + &HEADER.join("\n")
        + "\n"
        + &requests(|row, label, figures| match row {
            RequestRow::CarriedIn => format!("{label}\n{}", "/\n".repeat(7)),
            _ => one_per_line(label, figures),
        });
    let form = read(&page);
    assert_eq!(numbers(&form), 24 * 7);
    assert_eq!(form.get(Cell::request(RequestRow::CarriedIn, Column::Total)), Some(&Filed::printed("/")));
}

#[test]
fn an_empty_cell_before_a_figure_was_not_moved() {
    let row = |label: &str| format!("{label} |  |  |  |  |  |  | 0 |\n");
    let page = HEADING.to_owned()
        + &HEADER.join(" | ")
        + "\n"
        + &requests(|request, label, figures| match request {
            RequestRow::CarriedIn => row(label),
            _ => format!("{label} | {} |\n", joined(figures, " | ")),
        });
    let form = read(&page);
    assert_eq!(numbers(&form), 24 * 7 + 1);
    assert_eq!(printed(&form, "requests.carried_in.total").as_deref(), Some("0"));
}

#[test]
fn a_header_may_lack_a_word_in_lines() {
    let page =
        HEADING.to_owned() + &HEADER[1..].join("\n") + "\n" + &requests(|_, label, row| one_per_line(label, row));
    assert_eq!(numbers(&read(&page)), 25 * 7);
}

/// A wrong total on the form is the report's own and is read as it is printed: to say so is the checker's work.
#[test]
fn a_wrong_total_of_section_four_loses_no_figure() {
    let block = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n";
    let figures = [1, 0, 0, 2, 4, 0, 0, 0, 0, 0, 0, 4, 0, 0, 4].map(|figure| figure.to_string()).join("\n");
    let page = HEADING.to_owned()
        + &HEADER.join("\n")
        + "\n"
        + &requests(|_, label, row| one_per_line(label, row))
        + "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n"
        + block
        + "未经复议直接起诉\n复议后起诉\n"
        + &block.repeat(2)
        + &figures
        + "\n五、存在的主要问题及改进情况\n";
    let form = read(&page);
    assert_eq!(numbers(&form), 25 * 7 + 15);
    assert_eq!(printed(&form, "disputes.reconsideration.total").as_deref(), Some("4"));
}

fn without_number(label: &str) -> &str {
    let is_of_number = |c: char| "（一二三四五六七）、.".contains(c) || c.is_ascii_digit();
    label.trim_start_matches(is_of_number)
}

/// Without their numbers 其他 and 总计 are words of columns, too. Beside figures they are rows, and their place tells which.
#[test]
fn labels_without_their_numbers_are_rows_by_their_place() {
    let rows = requests(|_, label, figures| format!("| {} | {} |\n", without_number(label), joined(figures, " | ")));
    let rows: Vec<String> = rows.split_inclusive('\n').map(str::to_owned).collect();
    let page = |rows: &[String]| {
        format!("{HEADING}| 项目 | {} |\n|---|---|---|---|---|---|---|---|\n", HEADER.join(" | ")) + &rows.concat()
    };
    let form = read(&page(&rows));
    assert_eq!(numbers(&form), 25 * 7);
    assert_eq!(printed(&form, "requests.outcomes.other.miscellaneous.total").as_deref(), Some("0"));
    // Tables of data print a word in the empty cell behind a label.
    let filled: Vec<String> = rows.iter().map(|row| row.replacen(" | ", " | NaN | ", 1)).collect();
    assert_eq!(
        numbers(&read(&page(&filled).replacen("项目", "项目 | NaN", 1).replacen("---|", "---|---|", 1))),
        25 * 7
    );
    // In another order their places are not their own, and without one of them its place is not known.
    let at = |label: &str| rows.iter().position(|row| row.starts_with(&format!("| {label} |"))).unwrap();
    let (other, total) = (at("其他"), at("总计"));
    let mut swapped = rows.clone();
    swapped.swap(other, total);
    assert_eq!(numbers(&read(&page(&swapped))), 23 * 7);
    for gone in [other, total] {
        let mut fewer = rows.clone();
        fewer.remove(gone);
        let form = read(&page(&fewer));
        assert_eq!(numbers(&form), 23 * 7);
    }
}

/// In a web page, the cell of 其他 is narrower than that of 总计, because the label of a group stands before it.
#[test]
fn rows_of_different_width_without_their_numbers_are_no_header() {
    let header: String = HEADER.iter().map(|word| format!("<td>{word}</td>")).collect();
    let page = format!("{HEADING}<table><tr><td colspan=2>项目</td>{header}</tr>")
        + &requests(|row, label, figures| {
            let group = matches!(row, RequestRow::Outcome(Outcome::OtherHandling(_)));
            let label = without_number(label);
            let first =
                if group { format!("<td></td><td>{label}</td>") } else { format!("<td colspan=2>{label}</td>") };
            format!("<tr>{first}<td>{}</td></tr>", joined(figures, "</td><td>"))
        })
        + "</table>";
    let form = extract::from_html(&page).unwrap().form;
    assert_eq!(numbers(&form), 25 * 7);
}

#[test]
fn columns_that_a_tool_has_named_are_those_of_the_form() {
    for name in ["Unnamed: ", "Column", "列", "F", "字段"] {
        let header: String = (0..8).map(|at| format!("| {name}{at} ")).collect();
        let page = format!("{HEADING}{header}|\n|---|---|---|---|---|---|---|---|\n")
            + &requests(|_, label, figures| format!("| {label} | {} |\n", joined(figures, " | ")));
        assert_eq!(numbers(&read(&page)), 25 * 7, "{name}");
    }
}

/// A row that the form does not have takes no figure of another.
#[test]
fn an_unknown_row_names_none_that_is_known() {
    let page = format!("{HEADING}{}\n", HEADER.join(" "))
        + &requests(|request, label, figures| {
            let row = format!("{label} {}\n", joined(figures, " "));
            if request == RequestRow::Received { row + "某某新情形 9 9 9 9 9 9 54\n" } else { row }
        });
    let form = read(&page);
    assert_eq!(numbers(&form), 25 * 7);
    assert!(form.cells().all(|(_, filed)| filed.as_printed() != "9"));
}
