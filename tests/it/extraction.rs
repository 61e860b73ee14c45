//! From pages to forms: what is printed is read back, or said to be unplaced, and never changed.

use ogi_report::extract::{self, Extraction, Note, UnplacedReason};
use ogi_report::form::Value;
use ogi_report::{Cell, Column, Edition, Filed, Form, Lang, Outcome, RequestRow, Route, Ruling, render};
use proptest::prelude::*;
use proptest::sample::select;

use crate::layouts::{Layout, Quirks, as_printed, print, quirks};
use crate::strategies::{count, report};

pub(crate) fn read(page: &str, layout: Layout) -> Extraction {
    let read = if layout == Layout::Html { extract::from_html(page) } else { extract::from_text(page) };
    read.unwrap_or_else(|error| panic!("{layout:?}: {error}\n{page}"))
}

/// Every cell that was read holds what was printed.
fn assert_nothing_changed(form: &Form, extraction: &Extraction, layout: Layout, page: &str) {
    for (cell, read) in extraction.form.cells() {
        // A blank is no figure, wherever it was seen.
        if *read == Filed::blank() && form.get(cell).is_none_or(|printed| *printed == Filed::blank()) {
            continue;
        }
        let printed = form.get(cell);
        assert!(
            printed.is_some_and(|printed| same(printed, read)),
            "{layout:?}: {cell} prints {printed:?} and was read as {read:?} in\n{page}",
        );
    }
}

/// Whether every block of section 四 is filled in and makes its sum.
pub(crate) fn disputes_hold(form: &Form) -> bool {
    Route::ALL.iter().copied().all(|route| {
        let count = |column: Column<Ruling>| form.get(Cell::dispute(route, column))?.as_printed().parse::<u64>().ok();
        let sum: Option<u64> = Ruling::ALL.iter().copied().map(|ruling| count(ruling.into())).sum();
        sum.is_some() && sum == count(Column::Total)
    })
}

/// Whether two cells say the same: print may put or take spaces.
pub(crate) fn same(printed: &Filed, read: &Filed) -> bool {
    printed == read || printed.as_printed().trim() == read.as_printed().trim()
}

/// A verified report's form with some cells changed, emptied or taken away.
pub(crate) fn flawed() -> impl Strategy<Value = Form> {
    let flaw = prop_oneof![
        3 => count().prop_map(Filed::from),
        2 => Just(Filed::blank()),
        1 => select(["/", "—", "12件", "22（其中修订16件）", "无"].as_slice()).prop_map(Filed::printed),
    ];
    (report(), proptest::collection::vec((select(Cell::ALL), flaw), 0..12)).prop_map(|(report, flaws)| {
        let mut form = Form::from(&report);
        for (cell, filed) in flaws {
            if form.get(cell).is_some() {
                form.set(cell, filed);
            }
        }
        form
    })
}

/// A flawed form that may lack cells, but no whole section.
fn partial() -> impl Strategy<Value = Form> {
    (flawed(), proptest::collection::vec(select(Cell::ALL), 0..9)).prop_map(|(mut form, absent)| {
        for cell in absent {
            form.remove(cell);
        }
        form
    })
}

/// Cases of each law; `CASES` asks for more of them.
fn cases() -> u32 {
    std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    /// A report that holds is read back identically from tables with true cells, whatever the accidents of print.
    #[test]
    fn a_report_in_cells_is_read_back_identically(report in report(), layout in select(&Layout::OF_CELLS[..]), quirks in quirks()) {
        let form = Form::from(&report);
        let page = print(&form, layout, quirks);
        let extraction = read(&page, layout);
        let printed = as_printed(&form);
        for (cell, filed) in printed.cells() {
            let read = extraction.form.get(cell);
            prop_assert!(read.is_some_and(|read| same(filed, read)), "{layout:?}: {cell} prints {filed:?}, read {read:?} in\n{page}");
        }
        assert_nothing_changed(&printed, &extraction, layout, &page);
    }

    /// Whatever a form says, right or wrong, no layout and no accident of print makes it say something else.
    #[test]
    fn no_figure_is_changed(form in flawed(), layout in select(&Layout::ALL[..]), quirks in quirks()) {
        let page = print(&form, layout, quirks);
        let mut extraction = read(&page, layout);
        let printed = as_printed(&form);
        if layout == Layout::Flat && !disputes_hold(&printed) {
            // Without any boundary the three sums of section 四 are all there is to tell its figures apart. Where they
            // are wrong on the form itself, another reading of the digits may make them.
            for cell in Cell::ALL.iter().copied().filter(|cell| matches!(cell, Cell::Dispute(..))) {
                extraction.form.remove(cell);
            }
        }
        assert_nothing_changed(&printed, &extraction, layout, &page);
    }

    /// What the crate renders it reads back, cell by cell: figures, blanks, marks, words, and what is absent.
    #[test]
    fn a_rendered_form_is_read_back_identically(form in partial()) {
        for (layout, page) in [(Layout::Html, render::html(&form, Lang::Zh)), (Layout::Markdown, render::markdown(&form, Lang::Zh))] {
            let extraction = read(&page, layout);
            for &cell in Cell::ALL {
                let (printed, read) = (form.get(cell), extraction.form.get(cell));
                prop_assert_eq!(printed, read, "{:?}: {} in\n{}", layout, cell, page);
            }
        }
    }

    /// Spans are of the source, on character boundaries, and print what they say.
    #[test]
    fn spans_are_what_was_printed(form in flawed(), layout in select(&Layout::ALL[..]), quirks in quirks()) {
        let page = print(&form, layout, quirks);
        let extraction = read(&page, layout);
        for placed in &extraction.placed {
            let source = page.get(placed.at.bytes().unwrap());
            prop_assert!(source.is_some(), "{:?} is no span of the page", placed.at);
            if layout != Layout::Html {
                prop_assert_eq!(source, Some(placed.printed.as_str()));
            }
        }
        for unplaced in &extraction.unplaced {
            prop_assert!(page.get(unplaced.at.bytes().unwrap()).is_some());
        }
    }

    /// No text makes the readers panic.
    #[test]
    fn any_text_is_read_or_refused(text in "(\\PC|\n|\t|\\|){0,300}") {
        let _ = extract::from_text(&text);
        let _ = extract::from_html(&text);
        let _ = extract::from_bytes(text.as_bytes());
    }
}

/// A verified report is read whole from every layout that does not lose its cells.
#[test]
fn the_real_report_is_read_from_every_layout() {
    let json = include_str!("../../examples/data/anqiu-2020.json");
    let form: Form = serde_json::from_str(json).unwrap();
    for layout in Layout::ALL {
        let page = print(&form, layout, Quirks::default());
        let extraction = read(&page, layout);
        assert_nothing_changed(&form, &extraction, layout, &page);
        let figures =
            extraction.form.cells().filter(|(_, filed)| matches!(filed.value(), Value::Number { .. })).count();
        assert_eq!(figures, 198, "{layout:?}: {:#?}", extraction.unplaced);
        assert_eq!(extraction.form.year, form.year);
        assert_eq!(extraction.edition(), form.edition);
    }
}

/// The real reports, printed in every layout: where cells are kept all of them are read back, and nowhere is a figure
/// changed. What layouts without cells give is counted, so that less of it is seen.
#[test]
fn real_reports_are_read_back() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut read_back = Vec::new();
    for layout in Layout::ALL {
        let (mut figures, mut placed) = (0, 0);
        for file in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let form: Form = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
            if form.cells().next().is_none() {
                continue;
            }
            let printed = as_printed(&form);
            let page = print(&form, layout, Quirks::default());
            let extraction = read(&page, layout);
            assert_nothing_changed(&printed, &extraction, layout, &page);
            for (cell, filed) in printed.cells() {
                let is_figure = matches!(filed.value(), Value::Number { .. });
                figures += usize::from(is_figure);
                placed += usize::from(is_figure && extraction.form.get(cell).is_some());
            }
        }
        read_back.push(format!("{layout:?} {placed}/{figures}"));
    }
    assert_eq!(
        read_back,
        [
            "Html 1326/1326",
            "Markdown 1326/1326",
            "Tabs 1326/1326",
            "Commas 1326/1326",
            "Repeated 1326/1326",
            "Bars 1271/1326",
            "Lines 1145/1326",
            "BarLines 1145/1326",
            "Joined 1326/1326",
            "Rows 1271/1326",
            "Blocks 1145/1326",
            "Ruled 1326/1326",
            "Grid 1326/1326",
            "Spanned 1326/1326",
            "Flat 1168/1326",
        ],
    );
}

/// Columns in another order are read by their header where print has cells, and not at all where it has none and the
/// figures do not confirm the order of the form.
#[test]
fn a_header_decides_the_order_of_the_columns() {
    let rows = ["总计\t自然人\t法人或其他组织\t\t\t\t", "\t\t其他\t商业企业\t科研机构\t社会公益组织\t法律服务机构"];
    let table = format!(
        "三、收到和处理政府信息公开申请情况\n\t{}\n\t{}\n一、本年新收政府信息公开申请数量\t9\t1\t2\t3\t0\t0\t3\n",
        rows[0], rows[1]
    );
    let extraction = extract::from_text(&table).unwrap();
    let value = |path: &str| extraction.form.get(path.parse().unwrap()).map(|filed| filed.as_printed().into_owned());
    assert_eq!(value("requests.received.total").as_deref(), Some("9"));
    assert_eq!(value("requests.received.other_organization").as_deref(), Some("2"));
    assert_eq!(value("requests.received.legal_service_institution").as_deref(), Some("3"));

    let lines = table.replace('\t', "\n");
    let extraction = extract::from_text(&lines).unwrap();
    assert_eq!(extraction.form.cells().count(), 0, "{:?}", extraction.form);
    assert_eq!(extraction.unplaced[0].reason, UnplacedReason::NoColumn);
}

/// A column that the form does not have, beside an empty cell, does not shift the figures.
#[test]
fn a_column_too_many_shifts_nothing() {
    let header = "三、收到和处理政府信息公开申请情况\n|  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 | 备注 |\n";
    for header in [header, "三、收到和处理政府信息公开申请情况\n"] {
        let table = format!("{header}| 一、本年新收政府信息公开申请数量 | 3 |  | 0 | 0 | 0 | 0 | 3 | 9 |\n");
        let extraction = extract::from_text(&table).unwrap();
        for (cell, filed) in extraction.form.cells() {
            let printed = if cell.is_total() || cell.to_string().ends_with("natural_person") { "3" } else { "0" };
            assert!(*filed == Filed::blank() || filed.as_printed() == printed, "{cell} {filed:?}");
        }
    }
}

/// A page that prints a cell twice with different figures gives none of them.
#[test]
fn two_figures_for_one_cell_are_none() {
    let table =
        |figure: u32| format!("第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t{figure}\n行政强制\t2\n");
    let extraction = extract::from_text(&(table(12) + &table(13))).unwrap();
    assert_eq!(
        extraction.form.cells().map(|(cell, _)| cell.to_string()).collect::<Vec<_>>(),
        ["proactive.coercion.decisions"]
    );
    let said: Vec<(&str, UnplacedReason)> =
        extraction.unplaced.iter().map(|unplaced| (unplaced.printed.as_str(), unplaced.reason)).collect();
    assert_eq!(said, [("12", UnplacedReason::Contradiction), ("13", UnplacedReason::Contradiction)]);
}

/// What stands in a sentence is no figure of a table.
#[test]
fn sentences_hold_no_cells() {
    for text in [
        "一、总体情况\n本年行政许可97件、行政处罚12件。\n",
        "二、主动公开政府信息情况\n第二十条第（六）项\n行政处罚决定 12 件，行政强制 3 件\n",
        "三、收到和处理政府信息公开申请情况\n予以公开 3 件，部分公开 1 件；\n",
    ] {
        let figures = extract::from_text(text).map_or(0, |extraction| extraction.form.cells().count());
        assert_eq!(figures, 0, "{text}");
    }
}

/// A page in a script, and a page as escaped text.
#[test]
fn embedded_pages_are_read() {
    let table = "<table><tr><td>第二十条第（六）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>\
                 <tr><td>行政处罚</td><td>12</td></tr></table>";
    let in_script = format!("<html><script>var page = {{\"content\": {}}};</script></html>", serde_json::json!(table));
    let escaped = format!("<html><div>{}</div></html>", table.replace('<', "&lt;").replace('>', "&gt;"));
    let in_capitals = format!("<script>page = \"{}\"</script>", table.replace('<', "\\u003C").replace('>', "\\u003E"));
    let in_any_case = format!("<script>page = '{}'</script>", table.replace("<table", "<Table"));
    for page in [in_script, in_capitals, in_any_case, escaped] {
        let extraction = extract::from_html(&page).unwrap();
        assert_eq!(extraction.form.cells().count(), 1);
        assert_eq!(extraction.notes[0], Note::Embedded);
        let source = extraction.embedded.as_deref().unwrap();
        assert_eq!(&source[extraction.placed[0].at.bytes().unwrap()], "12");
    }
}

/// The numbers that were read, as path and number.
fn numbers(extraction: &Extraction) -> Vec<(String, String)> {
    let is_number = |filed: &Filed| matches!(filed.value(), Value::Number { .. });
    let cells = extraction.form.cells().filter(|(_, filed)| is_number(filed));
    cells.map(|(cell, filed)| (cell.to_string(), filed.as_printed().into_owned())).collect()
}

/// A row of bars, or of cells of a web page.
fn bars(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Tables that programs have drawn, numbered or filled in.
#[test]
fn what_programs_make_of_a_table_is_read() {
    // The columns counted in a row of their own.
    let count: Vec<String> = (0..15).map(|at: u32| at.to_string()).collect();
    let count = bars(&count.iter().map(String::as_str).collect::<Vec<_>>());
    let heading = "四、政府信息公开行政复议、行政诉讼情况\n";
    assert_eq!(extract::from_text(&(heading.to_owned() + &count)).map_or(0, |e| e.form.cells().count()), 0);
    let usual = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let figures = ["1", "0", "0", "2", "3", "0", "0", "0", "0", "0", "0", "4", "0", "0", "4"];
    let table = heading.to_owned() + &count + &bars(&[usual, usual, usual].concat()) + &bars(&figures);
    assert_eq!(numbers(&extract::from_text(&table).unwrap()).len(), 15);

    // Rows counted before their labels, and fields of a form.
    let page = "<table><tr><td>序号<td>信息内容<td>本年处理决定数量<tr><td>第二十条第（六）项<tr><td>1<td>行政处罚<td>12\
                <tr><td>2<td>行政强制<td><input type=text value=' 7 '></table>";
    let read = numbers(&extract::from_html(page).unwrap());
    let expected = [("proactive.penalties.decisions", "12"), ("proactive.coercion.decisions", "7")];
    assert_eq!(read, expected.map(|(path, number)| (path.to_owned(), number.to_owned())));
    let hidden = page.replace("type=text", "type=hidden");
    assert_eq!(numbers(&extract::from_html(&hidden).unwrap()).len(), 1);

    // Lines that draw the table, and numbers too wide for it.
    let drawn = |rows: &str| {
        let rule = "├──────────┼─────┤\n";
        format!(
            "第二十条第（六）项\n┌──────────┬─────┐\n│信息内容  │本年处理决定数量│\n{rule}{rows}└──────────┴─────┘\n"
        )
    };
    assert_eq!(numbers(&extract::from_text(&drawn("│行政处罚  │12   │\n")).unwrap()).len(), 1);
    let broken = extract::from_text(&drawn("│行政处罚  │12   │\n│          │34   │\n")).unwrap();
    assert_eq!(numbers(&broken), []);

    // All cells of the page in one line.
    let json = include_str!("../../examples/data/anqiu-2020.json");
    let form: Form = serde_json::from_str(json).unwrap();
    let lines = print(&form, Layout::Lines, Quirks::default());
    let line: Vec<&str> = lines.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(numbers(&extract::from_text(&line.join("\t")).unwrap()).len(), 198);
    // Markdown with line breaks in its cells is no web page.
    let markdown = "|信息内容|本年处理<br>决定数量|\n|---|---|\n|第二十条第（六）项||\n|信息内容|本年处理<br>决定数量|\n|行政<br>处罚|3|\n";
    assert_eq!(numbers(&extract::from_bytes(markdown.as_bytes()).unwrap()).len(), 1);
}

/// Print that breaks numbers and drops cells leaves as many figures as cells, and yet they are others.
#[test]
fn broken_numbers_are_not_read() {
    let received = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量";
    let read = |figures: &str| numbers(&extract::from_text(&format!("{received}{figures}\n")).unwrap()).len();
    assert_eq!(read("\n202\n27\n5\n3\n0\n5\n242"), 7);
    assert_eq!(read("\n02\n2\n7\n5\n3\n0\n5"), 0);
    assert_eq!(read("\n2\n2\n7\n5\n3\n0\n5"), 0);
    assert_eq!(read(" 0 0 0 00 0 00 0"), 0);
    assert_eq!(read("      1 36      156      235      32      3      584"), 0);
    assert_eq!(read("      136      156      235      32      0      3      562"), 7);
    let normative = |figures: &str| {
        let page = format!("第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n{figures}");
        numbers(&extract::from_text(&page).unwrap()).len()
    };
    assert_eq!(normative("3\n6\n15\n"), 3);
    assert_eq!(normative("3\n6\n1\n信息内容\n5\n"), 0);
    assert_eq!(normative("3 00 1\n"), 0);
    let block = "结果维持 结果纠正 其他结果 尚未审结 总计\n";
    let disputes = |figures: &str| {
        let page = format!("四、政府信息公开行政复议、行政诉讼情况\n{block}{block}{block}{figures}\n");
        numbers(&extract::from_text(&page).unwrap()).len()
    };
    assert_eq!(disputes("1\n0\n0\n2\n3\n0\n0\n0\n0\n0\n0\n4\n0\n0\n4"), 15);
    assert_eq!(disputes("1\n2\n0\n2\n3\n0\n0\n0\n0\n0\n0\n4\n0\n0\n4"), 0);
}

/// A cell `2 6` beside empty ones may be one number or two, so its row says nothing of other rows.
#[test]
fn digits_apart_beside_empty_cells_make_no_other_row_certain() {
    let empty = "一、本年新收政府信息公开申请数量 | 0 |   |   |   |   |   | 0 |\n";
    let mut page = String::from("三、收到和处理政府信息公开申请情况\n");
    let rows = RequestRow::ALL.iter().filter(|row| row.is_printed_in(Edition::V2021));
    for row in rows {
        let figure = match row {
            RequestRow::Received => "2 6 |   |   |   |   |   | 26",
            RequestRow::Outcome(Outcome::Granted) | RequestRow::OutcomeTotal => "26 |   |   |   |   |   | 26",
            _ => "0 |   |   |   |   |   | 0",
        };
        page += &empty
            .replace("一、本年新收政府信息公开申请数量", row.label(Lang::Zh))
            .replace("0 |   |   |   |   |   | 0", figure);
    }
    let read = numbers(&extract::from_text(&page).unwrap());
    let is_printed = |(path, number): &&(String, String)| {
        let is_of_organization = !["natural_person", "total"].contains(&path.rsplit('.').next().unwrap());
        is_of_organization || !(number == "0" || number == "26")
    };
    assert_eq!(read.iter().find(is_printed), None);
}

/// Without a header a row of section 二 has the columns of the edition of the year, or none that anybody knows.
#[test]
fn figures_without_a_header_are_those_of_the_edition_of_the_year() {
    let read = |title: &str, row: &str| {
        let page = format!("{title}\n二、主动公开政府信息情况\n第二十条第（八）项\n{row}\n");
        numbers(&extract::from_text(&page).unwrap())
    };
    let title = |year: u16| format!("某某局{year}年政府信息公开工作年度报告");
    assert_eq!(read(&title(2020), "行政事业性收费 5"), []);
    assert_eq!(read(&title(2020), "行政事业性收费 5 1 3").len(), 0);
    assert_eq!(read(&title(2020), "行政许可 5"), []);
    assert_eq!(read(&title(2020), "行政许可 5 1 3").len(), 3);
    assert_eq!(read(&title(2022), "行政事业性收费 5"), [("proactive.fees.amount".to_owned(), "5".to_owned())]);
    assert_eq!(read("", "行政事业性收费 5"), []);
}

/// Labels that print has torn apart are neither those of the next row nor of the group.
#[test]
fn torn_labels_name_no_other_row() {
    let heading = "三、收到和处理政府信息公开申请情况\n";
    let paths = |page: &str| -> Vec<String> {
        let extraction = extract::from_text(&format!("{heading}{page}")).unwrap();
        numbers(&extraction).into_iter().map(|(path, _)| path.rsplit_once('.').unwrap().0.to_owned()).collect()
    };
    // The start of a label before figures, and its end behind them.
    let page = "5.要求\n1 2 0 0 2 0 5\n行政机关确认或重新出具已获取信息\n（六）其\n0 0 0 0 0 0 0\n他处理\n";
    let rows = ["requests.outcomes.not_processed.confirm_or_reissue", "requests.outcomes.other"];
    assert_eq!(paths(page), rows.map(|row| vec![row; 7]).concat());
    // The end of one label and the start of another are no label.
    let page = "5.要求\n1 2 0 0 2 0 5\n公开出版物\n";
    assert_eq!(paths(page), Vec::<String>::new());
    // The label of three rows beside one of them.
    let page = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 1 0 0 0 0 0 1\n\
                （六）\n2.申请人逾期未按收费通知要求缴纳费\n其他处理 0 0 0 0 0 0 0\n用、行政机关不再处理其政府信息公开申请\n";
    assert!(paths(page).iter().all(|row| row == "requests.outcomes.other.correction_overdue"), "{:?}", paths(page));
    // Cells behind a label that is not understood, and a run of digits behind the label before it.
    let page =
        "二、上年结转政府信息公开申请数量000000000000000000000000\n（七）总计0000\t|10|||00\n001\t\t\t\t\t\t\t\n";
    assert_eq!(paths(page), Vec::<String>::new());
    // A header in two rows of which one cell is not understood.
    let header = |first: &str| {
        bars(&["", "自然人", first, "", "", "", "", "总计"])
            + &bars(&["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""])
    };
    let row = bars(&["一、本年新收政府信息公开申请数量", "1", "2", "3", "4", "5", "6", "21"]);
    for first in ["法人或其他组织", "甲乙"] {
        let extraction = extract::from_text(&format!("{heading}{}{row}", header(first))).unwrap();
        let read: Vec<String> = numbers(&extraction).into_iter().map(|(_, number)| number).collect();
        assert_eq!(read, ["1", "2", "3", "4", "5", "6", "21"], "{first}");
    }
}

/// A whole table whose labels stand around their figures is named by them; with a row too many it is not.
#[test]
fn labels_around_their_figures_name_a_whole_table() {
    let rows: Vec<ogi_report::RequestRow> = ogi_report::RequestRow::ALL
        .iter()
        .copied()
        .filter(|row| row.is_printed_in(ogi_report::Edition::V2021))
        .collect();
    let print = |extra: Option<usize>, left_out: Option<usize>| -> String {
        let mut page = "三、收到和处理政府信息公开申请情况\n".to_owned();
        for (at, row) in rows.iter().enumerate() {
            let label: Vec<char> = row.label(Lang::Zh).chars().collect();
            let (head, tail) = label.split_at(label.len().min(4));
            let (head, tail): (String, String) = (head.iter().collect(), tail.iter().collect());
            let figures = format!("{at} 0 0 0 0 0 {at}");
            if extra == Some(at) {
                page += "9.某某\n1 0 0 0 0 0 1\n某某\n";
            }
            if left_out != Some(at) {
                page.extend([head, figures, tail].map(|line| line + "\n"));
            }
        }
        page
    };
    let right = |page: &str| {
        let extraction = extract::from_text(page).unwrap();
        let read = |row: &ogi_report::RequestRow| extraction.form.get(Cell::request(*row, Column::Total)).cloned();
        let all: Vec<Option<Filed>> = rows.iter().map(read).collect();
        for (at, filed) in all.iter().enumerate().filter_map(|(at, filed)| Some((at, filed.as_ref()?))) {
            assert_eq!(filed.as_printed(), at.to_string(), "{page}");
        }
        all.iter().flatten().count()
    };
    assert_eq!(right(&print(None, None)), rows.len());
    for at in 0..rows.len() {
        right(&print(Some(at), None));
        for left_out in 0..rows.len() {
            right(&print(Some(at), Some(left_out)));
        }
    }
}

/// Files of other formats are named.
#[test]
fn files_of_other_formats_are_refused_by_name() {
    let refused = |bytes: &[u8]| extract::from_bytes(bytes).unwrap_err().to_string();
    assert_eq!(refused(b"PK\x03\x04\x14\0"), "this is a zip archive, unpack it and read the file in it");
    assert_eq!(refused(b" {\"cells\": {}}\n"), "this is JSON, expected a web page, a document or plain text");
    let compound = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        refused(&[b"\xd0\xcf\x11\xe0\xa1\xb1".as_slice(), &name].concat())
    };
    let saved = [
        ("", "this is a binary Office file, which is not read; save it as .docx or .xlsx"),
        ("WordDocument", "this is a binary Word file (doc, wps), which is not read; save it as .docx"),
        ("Workbook", "this is a binary Excel file (xls, et), which is not read; save it as .xlsx"),
        ("EncryptedPackage", "an encrypted Office file opens only with a password; save it without one"),
    ];
    for (stream, expected) in saved {
        assert_eq!(compound(stream), expected);
    }
    let mhtml = b"MIME-Version: 1.0\nContent-Type: text/html\n\n<table><td colspan=3D2>=E8=A1=8C</table>";
    assert_eq!(
        refused(mhtml),
        "this is a web page saved as a single file (MHTML), which is not read; save it as .html or .docx",
    );
}

/// Input that was made to do harm is read in bounded time and memory, or refused with the limit that it is beyond.
#[test]
fn hostile_pages_are_bounded() {
    let refused = |page: &str| extract::from_html(page).unwrap_err().to_string();
    assert_eq!(
        refused(&"<table><tr><td>".repeat(100_000)),
        "the document has more than 64 levels of nesting; save the annual report as a file of its own",
    );
    assert_eq!(
        refused(&("<table>".to_owned() + &"<td>".repeat(1_000_001))),
        "the document has more than 1000000 cells; save the annual report as a file of its own"
    );
    let wide = "<table><tr><td colspan=999999999 rowspan=4294967296>第二十条第（六）项<tr><td>行政处罚<td colspan=-1>3</table>".repeat(500);
    assert!(extract::from_html(&wide).is_ok());
    let tables = "<table><tr><td>行政处罚<td>3</table>".repeat(10_000);
    assert!(extract::from_html(&tables).is_err());
    let unclosed = "<table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>1\0";
    assert_eq!(extract::from_html(unclosed).unwrap().form.cells().count(), 1);
    // Rules of tables without an end, and without tables.
    for rule in ["+---+---+\n", "+---+---+\n| a | 1 |\n", "---- ----\n", "---- ----\n行政处罚 3\n"] {
        assert!(extract::from_text(&rule.repeat(100_000)).is_err());
        assert!(extract::from_text(&rule.trim().repeat(100_000)).is_err());
    }
    // Digits without an end, in one row and in many.
    let digits =
        format!("三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量{}", "1".repeat(1_000_000));
    assert_eq!(extract::from_text(&digits).unwrap().form.cells().count(), 0);
    let many = format!(
        "三、收到和处理政府信息公开申请情况\n{}",
        "一、本年新收政府信息公开申请数量11111111111111111111\n".repeat(2_000)
    );
    assert_eq!(extract::from_text(&many).unwrap().form.cells().count(), 0);
    assert_eq!(
        extract::from_bytes(b"<meta charset=gbk>\x80\xff").unwrap_err().to_string(),
        "the bytes are not text in GBK: the first that is not stands at byte 19",
    );
}

/// Where a table stands between the cells of another, its rows are read first; spans still run forward.
#[test]
fn spans_run_forward_around_a_table_between_cells() {
    let page = "<p>第二十条第（六）项</p><table><tr><td>5</td><table><tr><td>13</td></tr></table></tr></table>\
                <table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>1</table>";
    let extraction = extract::from_html(page).unwrap();
    assert_eq!(&page[extraction.unplaced[0].at.bytes().unwrap()], "5</td><table><tr><td>13");
}

/// The same page in every encoding that such pages have.
#[test]
fn encodings_are_recognised() {
    let page = "<meta charset=\"gb2312\"><table><tr><td>第二十条第（六）项<tr><td>行政处罚<td>12<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>12</table>";
    let (gbk, _, _) = encoding_rs::GBK.encode(page);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let utf8 = page.replace("gb2312", "utf-8");
    let marked = [b"\xef\xbb\xbf", page.as_bytes()].concat();
    for bytes in [gbk.as_ref(), &utf16, utf8.as_bytes(), &marked] {
        assert_eq!(extract::from_bytes(bytes).unwrap().form.cells().count(), 1);
    }
}

/// What a page does to make its figures unclear, and that none of them is read as a number of the form then.
#[test]
fn unclear_figures_are_not_read() {
    const COLUMNS: [&str; 7] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    let row = |cells: &[&str]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let table = |header: [&str; 7], rows: &str| {
        let columns = row(&[&["项目"][..], &header].concat());
        format!("<p>三、收到和处理政府信息公开申请情况</p><table>{columns}{rows}</table>")
    };
    let received = |cells: &[&str]| row(&[&["一、本年新收政府信息公开申请数量"][..], cells].concat());
    let numbers = |page: &str| -> usize {
        let extraction = extract::from_html(page).unwrap();
        extraction.form.cells().filter(|(_, filed)| matches!(filed.value(), Value::Number { .. })).count()
    };
    let figures = ["1", "2", "3", "4", "5", "6", "21"];
    assert_eq!(numbers(&table(COLUMNS, &received(&figures))), 7);
    // A header that cannot be read as a whole, and two that contradict each other.
    let mut misspelt = COLUMNS;
    misspelt.swap(1, 2);
    misspelt[1] = "科研单位";
    assert_eq!(numbers(&table(misspelt, &received(&figures))), 0);
    let mut turned = COLUMNS;
    turned.rotate_right(1);
    let second = table(turned, &row(&[&["（七）总计"][..], &["21", "1", "2", "3", "4", "5", "6"]].concat()));
    assert_eq!(numbers(&(table(COLUMNS, &received(&figures)) + &second)), 0);
    // A row that lacks a cell.
    assert_eq!(numbers(&table(COLUMNS, &received(&figures[1..]))), 0);
    // Raised, struck-out and hidden text, and a figure over two rows.
    for (cell, read) in [
        ("5<sup>1</sup>", 6),
        ("<s>1</s>2", 6),
        ("<del>12</del><ins>13</ins>", 6),
        ("<span style=\"display: none\">9</span>1", 7),
        ("<span style=\"color:red;/* old */ Display :None!important\">9</span>1", 7),
        ("<span style=\"visibility:hidden\">9</span>1", 7),
    ] {
        let mut cells = figures;
        cells[0] = cell;
        assert_eq!(numbers(&table(COLUMNS, &received(&cells))), read, "{cell}");
    }
    let tall = table(COLUMNS, &received(&figures)).replace("<td>4</td>", "<td rowspan=2>4</td>");
    assert_eq!(numbers(&tall), 6);
    // Another unit, another year.
    for header in ["本年收费金额（单位：元）", "本年收费金额（单位：亿元）"] {
        let page = format!("第二十条第（八）项\n信息内容\t{header}\n行政事业性收费\t1234567\n");
        assert_eq!(extract::from_text(&page).unwrap().form.cells().count(), 0, "{header}");
        let page = page.replace('\t', "\n");
        assert_eq!(extract::from_text(&page).unwrap().form.cells().count(), 0, "{header}");
    }
    let page = "第二十条第（五）项\n信息内容\t上年处理决定数量\n行政许可\t777\n";
    assert_eq!(extract::from_text(page).unwrap().form.cells().count(), 0);
    // A column that is not understood, in sections 二 and 四.
    let page = "第二十条第（一）项\n信息内容\t有效数据\t本年制发件数\t本年废止件数\n规章\t9\t1\t2\n";
    assert_eq!(extract::from_text(page).unwrap().form.cells().count(), 0);
    let block = |first: [&str; 2]| row(&[first[0], first[1], "其他结果", "尚未审结", "总计"]);
    let page = |first: [&str; 2]| {
        let usual = ["结果维持", "结果纠正"];
        let header = [block(first), block(usual), block(usual)].concat().replace("</tr><tr>", "");
        let figures = row(&["1", "2", "0", "0", "3", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"]);
        format!("<p>四、政府信息公开行政复议、行政诉讼情况</p><table>{header}{figures}</table>")
    };
    assert_eq!(numbers(&page(["结果维持", "结果纠正"])), 15);
    assert_eq!(numbers(&page(["纠正", "维持"])), 0);
    // Two rows that are not understood are not taken for those that the form has there.
    let rows = ["一、本年新收政府信息公开申请数量", "甲", "乙", "2.其他法律行政法规禁止公开"];
    let rows: String = rows.iter().map(|label| row(&[&[*label][..], &figures].concat())).collect();
    assert_eq!(numbers(&table(COLUMNS, &rows)), 14);
}

/// Two reports on one page, in web pages and in text: the second one's figures are never taken for those of the first.
#[test]
fn another_report_on_the_page_is_not_mixed_in() {
    let of = |file: &str| -> Form {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    };
    let (city, bureau) = (of("huaian-2024.json"), of("shanghai-stcsm-2024.json"));
    let another = |extraction: &Extraction| {
        extraction.notes.iter().find_map(|note| match note {
            Note::AnotherReport { title } => Some(title.clone()),
            _ => None,
        })
    };
    for layout in [Layout::Html, Layout::Tabs, Layout::Markdown, Layout::Lines] {
        let page = |form: &Form| print(form, layout, Quirks::default());
        // From one heading to the next.
        let from = |page: &str, heading: &str| {
            let start = page.find(heading).unwrap();
            if layout == Layout::Html { start - "<p>".len() } else { start }
        };
        let title = |page: &str| page[..from(page, "一、总体情况")].to_owned();
        let (first, second) = (page(&city), page(&bureau));
        let (alone, second_alone) = (read(&first, layout), read(&second, layout));
        assert_eq!(another(&alone), None);
        let same_as_alone = |page: &str| {
            let extraction = read(page, layout);
            assert_eq!(extraction.form, alone.form, "{layout:?}");
            extraction
        };

        // Of another body, of another year, and the same report twice.
        let both = same_as_alone(&(first.clone() + &second));
        assert_eq!(another(&both).unwrap().unwrap(), "上海市科学技术委员会2024年政府信息公开工作年度报告");
        assert!(both.unplaced.iter().any(|unplaced| unplaced.reason == UnplacedReason::AnotherReport));
        assert_eq!(both.sections.problems, alone.sections.problems);
        let mut of_city = bureau.clone();
        (of_city.year, of_city.body) = (Some(ogi_report::Year::new(2023).unwrap()), city.body.clone());
        let earlier = page(&of_city);
        assert!(another(&same_as_alone(&(first.clone() + &earlier))).unwrap().is_some());
        assert_eq!(another(&same_as_alone(&(first.clone() + &first))), None);

        // Titles of other reports are links, wherever they stand.
        let links = title(&second) + &title(&earlier);
        assert_eq!(another(&same_as_alone(&(first.clone() + &links))), None);
        let listed = read(&(title(&first) + &links + &first[title(&first).len()..]), layout);
        assert_eq!(listed.form.cells().collect::<Vec<_>>(), alone.form.cells().collect::<Vec<_>>());

        // The first has no section 四, and the second nothing else.
        let four = from(&first, "四、政府信息公开行政复议");
        let five = from(&first, "五、存在的主要问题");
        let without = first[..four].to_owned()
            + &first[four..].lines().next().unwrap().replace("情况", "情况\n")
            + &first[five..];
        let rest = second[from(&second, "四、政府信息公开行政复议")..].to_owned();
        for rest in [title(&second) + &rest, rest] {
            let mixed = read(&(without.clone() + &rest), layout);
            assert!(mixed.form.cells().all(|(cell, _)| !matches!(cell, Cell::Dispute(..))), "{layout:?}");
            assert!(another(&mixed).is_some(), "{layout:?}");
            assert!(mixed.form.cells().count() > 100);
        }

        // Tables that start again and say something else give what nothing contradicts.
        let untitled = read(&(first.clone() + &second[title(&second).len()..]), layout);
        assert_eq!(another(&untitled), Some(None));
        for (cell, filed) in untitled.form.cells() {
            assert_eq!(Some(filed), city.get(cell), "{layout:?} {cell}");
            assert!(second_alone.form.get(cell).is_none_or(|other| other == filed), "{layout:?} {cell}");
        }

        // A first report without figures.
        let empty: String = title(&first)
            + &["一、总体情况", "二、主动公开政府信息情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
                .map(|heading| title(&first).replace("淮安市人民政府2024年政府信息公开工作年度报告", heading))
                .concat();
        let page = empty + &second;
        let error = if layout == Layout::Html { extract::from_html(&page) } else { extract::from_text(&page) };
        assert_eq!(
            error.unwrap_err().to_string(),
            "the page has two reports, `淮安市人民政府2024年政府信息公开工作年度报告` without figures and \
             `上海市科学技术委员会2024年政府信息公开工作年度报告`, expected one",
        );
    }
}

#[test]
fn a_figure_keeps_its_unit_and_note_in_any_layout() {
    for printed in ["12（元）", "12元（含税）", "12（其中罚没3万元）", "12 （元）"] {
        let rows = ["第二十条第（八）项", "信息内容", "本年收费金额（单位：万元）", "行政事业性收费", printed];
        for separator in ["\n", "\t"] {
            let page = rows[..3].join(separator) + "\n" + &rows[3..].join(separator) + "\n";
            let extraction = extract::from_text(&page).unwrap();
            let found: Vec<String> = extraction.placed.iter().map(|placed| placed.printed.clone()).collect();
            assert_eq!(found, [printed], "{page}");
        }
    }
}
