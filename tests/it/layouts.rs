//! Forms as pages print them: the layouts and the accidents of real reports.

use std::fmt::Write as _;

use ogi_report::{
    Applicant, Cell, Column, Edition, Filed, Form, Lang, Outcome, OutcomeGroup, ProactiveCell, RequestRow, Route,
    Ruling,
};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_width::UnicodeWidthStr;

/// How a page divides its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `<table>` with true spans.
    Html,
    /// Rows of a Markdown table, every row as wide as the table.
    Markdown,
    /// Cells between tabs, spanned cells as empty ones.
    Tabs,
    /// Cells between commas, as spreadsheets save them, spanned cells as empty ones.
    Commas,
    /// Cells between bars, what spans columns or rows printed in each of them.
    Repeated,
    /// Cells between bars, empty cells and those of spans moved behind the row as bare bars.
    Bars,
    /// One cell per line; an empty cell leaves no line.
    Lines,
    /// One cell per line with a bar behind it, and a line of bars behind every row.
    BarLines,
    /// Cells between bars, none around the table, spanned cells as empty ones.
    Joined,
    /// A line per row, cells parted by spaces; an empty cell leaves nothing.
    Rows,
    /// The labels of some rows one per line, then their figures, some columns of all of them and then the next; an empty
    /// cell leaves no line.
    Blocks,
    /// Columns ruled by lines of dashes, cells of several lines, blank lines between rows.
    Ruled,
    /// The same with a grid around every cell.
    Grid,
    /// A grid in which a cell over several columns or beside several rows is one.
    Spanned,
    /// Everything in one line with nothing between cells.
    Flat,
}

impl Layout {
    pub(crate) const ALL: [Self; 15] = [
        Self::Html,
        Self::Markdown,
        Self::Tabs,
        Self::Commas,
        Self::Repeated,
        Self::Bars,
        Self::Lines,
        Self::BarLines,
        Self::Joined,
        Self::Rows,
        Self::Blocks,
        Self::Ruled,
        Self::Grid,
        Self::Spanned,
        Self::Flat,
    ];

    /// Those that print every cell of a row, empty ones as well.
    pub(crate) const OF_CELLS: [Self; 9] = [
        Self::Html,
        Self::Markdown,
        Self::Tabs,
        Self::Commas,
        Self::Repeated,
        Self::Joined,
        Self::Ruled,
        Self::Grid,
        Self::Spanned,
    ];
}

/// Accidents of print.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each of them happens or does not")]
pub(crate) struct Quirks {
    pub(crate) traditional: bool,
    pub(crate) glosses: bool,
    pub(crate) wrapped_labels: bool,
    pub(crate) page_numbers: bool,
    pub(crate) other_enumerators: bool,
    pub(crate) half_width: bool,
    pub(crate) word_markup: bool,
    pub(crate) unclosed: bool,
    pub(crate) nested: bool,
    pub(crate) prose: bool,
    /// How a text in blocks is divided: rows of a block, and bits of the columns behind which one ends.
    pub(crate) blocks: (usize, u32),
}

pub(crate) fn quirks() -> impl Strategy<Value = Quirks> {
    let is = proptest::array::uniform10(select([true, false, false, false].as_slice()));
    (is, 1_usize..5, 0_u32..1 << 15).prop_map(|(is, rows, columns)| Quirks {
        blocks: (rows, columns),
        traditional: is[0],
        glosses: is[1],
        wrapped_labels: is[2],
        page_numbers: is[3],
        other_enumerators: is[4],
        half_width: is[5],
        word_markup: is[6],
        unclosed: is[7],
        nested: is[8],
        prose: is[9],
    })
}

/// A cell of print.
struct Print {
    text: String,
    is_label: bool,
    width: usize,
    height: usize,
}

fn label(text: &str, width: usize, height: usize) -> Print {
    Print { text: text.to_owned(), is_label: true, width, height }
}

/// The rows of a section.
struct PrintedSection {
    heading: &'static str,
    width: usize,
    rows: Vec<Vec<Print>>,
}

fn figure(form: &Form, cell: Cell, width: usize) -> Print {
    let text = form.get(cell).map(|filed| filed.as_printed().into_owned()).unwrap_or_default();
    Print { text, is_label: false, width, height: 1 }
}

fn proactive(form: &Form) -> PrintedSection {
    let mut rows = Vec::new();
    let cells: Vec<ProactiveCell> =
        ProactiveCell::ALL.iter().copied().filter(|cell| cell.header(form.edition).is_some()).collect();
    let (mut item, mut of_row) = (None, "");
    for &cell in &cells {
        let (row, _) = cell.name().split_once('.').unwrap();
        let of_same_row: Vec<ProactiveCell> =
            cells.iter().copied().filter(|other| other.name().starts_with(&format!("{row}."))).collect();
        if item != Some(cell.item()) {
            item = Some(cell.item());
            let number = cell.item().citation().to_string();
            let digit = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
                [number.trim_end_matches(')').rsplit('(').next().unwrap().parse::<usize>().unwrap()];
            rows.push(vec![label(&format!("第二十条第（{digit}）项"), 4, 1)]);
            let mut header = vec![label("信息内容", 1, 1)];
            let last = of_same_row.len() - 1;
            for (at, other) in of_same_row.iter().enumerate() {
                let width = if at == last { 3 - last } else { 1 };
                header.push(label(other.header(form.edition).unwrap(), width, 1));
            }
            rows.push(header);
        }
        if of_row != row {
            of_row = row;
            let mut printed = vec![label(cell.row_label(Lang::Zh), 1, 1)];
            let last = of_same_row.len() - 1;
            for (at, other) in of_same_row.iter().enumerate() {
                let width = if at == last { 3 - last } else { 1 };
                printed.push(figure(form, Cell::Proactive(*other), width));
            }
            rows.push(printed);
        }
    }
    PrintedSection { heading: "二、主动公开政府信息情况", width: 4, rows }
}

fn requests(form: &Form) -> PrintedSection {
    let mut rows = vec![
        vec![
            label("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
            label("申请人情况", 7, 1),
        ],
        vec![label("自然人", 1, 2), label("法人或其他组织", 5, 1), label("总计", 1, 2)],
        Applicant::ALL[1..].iter().map(|applicant| label(applicant.label(Lang::Zh), 1, 1)).collect(),
    ];
    let printed: Vec<RequestRow> =
        RequestRow::ALL.iter().copied().filter(|row| row.is_printed_in(form.edition_of_other())).collect();
    let is_result = |row: &RequestRow| matches!(row, RequestRow::Outcome(_) | RequestRow::OutcomeTotal);
    let mut group: Option<OutcomeGroup> = None;
    let mut is_first_result = true;
    for &row in &printed {
        let mut cells = Vec::new();
        if is_result(&row) && std::mem::take(&mut is_first_result) {
            cells.push(label("三、本年度办理结果", 1, printed.iter().filter(|row| is_result(row)).count()));
        }
        match row {
            RequestRow::Outcome(outcome) if outcome.label(Lang::Zh) != outcome.group().label(Lang::Zh) => {
                if group != Some(outcome.group()) {
                    group = Some(outcome.group());
                    let height = Outcome::ALL.iter().copied().filter(|other| other.group() == outcome.group()).count();
                    let one_row = usize::from(outcome.group() == OutcomeGroup::Other);
                    cells.push(label(outcome.group().label(Lang::Zh), 1, height - one_row));
                }
                cells.push(label(row.label(Lang::Zh), 1, 1));
            }
            RequestRow::Outcome(_) | RequestRow::OutcomeTotal => cells.push(label(row.label(Lang::Zh), 2, 1)),
            _ => cells.push(label(row.label(Lang::Zh), 3, 1)),
        }
        for &applicant in Applicant::ALL {
            cells.push(figure(form, Cell::request(row, applicant), 1));
        }
        cells.push(figure(form, Cell::request(row, Column::Total), 1));
        rows.push(cells);
    }
    PrintedSection { heading: "三、收到和处理政府信息公开申请情况", width: 10, rows }
}

fn disputes(form: &Form) -> PrintedSection {
    let block = || Ruling::ALL.iter().map(|ruling| label(ruling.label(Lang::Zh), 1, 1)).chain([label("总计", 1, 1)]);
    let tall = || Ruling::ALL.iter().map(|ruling| label(ruling.label(Lang::Zh), 1, 2)).chain([label("总计", 1, 2)]);
    let columns = || Ruling::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
    let rows = vec![
        vec![label("行政复议", 5, 1), label("行政诉讼", 10, 1)],
        tall().chain([label("未经复议直接起诉", 5, 1), label("复议后起诉", 5, 1)]).collect(),
        block().chain(block()).collect(),
        Route::ALL
            .iter()
            .copied()
            .flat_map(|route| columns().map(move |column| figure(form, Cell::Dispute(route, column), 1)))
            .collect(),
    ];
    PrintedSection { heading: "四、政府信息公开行政复议、行政诉讼情况", width: 15, rows }
}

/// Prints a form. All of its cells are printed, those that it lacks as empty.
pub(crate) fn print(form: &Form, layout: Layout, quirks: Quirks) -> String {
    let mut page = String::new();
    let year = form.year.map_or(2022, |year| i64::from(year.number()));
    let body = form.body.as_ref().map_or("某某县人民政府", |body| body.name.as_str());
    line(&mut page, layout, &format!("{body}{year}年政府信息公开工作年度报告"));
    line(&mut page, layout, "一、总体情况");
    if quirks.prose {
        line(&mut page, layout, "全年作出行政许可97件、行政处罚12件，新收申请 5 件，其中部分公开 3 件。");
        line(&mut page, layout, "本报告由总体情况、主动公开政府信息情况、其他需要报告的事项等6个部分组成。");
    }
    let mut row_number = 0;
    for section in [proactive(form), requests(form), disputes(form)] {
        line(&mut page, layout, section.heading);
        if layout == Layout::Html {
            if quirks.nested {
                page.push_str("<table><tr><td>");
            }
            page.push_str("<table border=1 class=MsoNormalTable>\n<tbody>");
        }
        // By column, the rows that a cell from above still reaches into.
        let mut covered = vec![(0_usize, String::new()); section.width];
        if layout == Layout::Blocks {
            print_blocks(&mut page, &section.rows, quirks);
            continue;
        }
        if matches!(layout, Layout::Ruled | Layout::Grid | Layout::Spanned) {
            put(&mut page, format_args!("\n"));
            if layout == Layout::Spanned {
                print_spanned(&mut page, &section, quirks);
            } else {
                print_ruled(&mut page, &section, layout, quirks);
            }
            put(&mut page, format_args!("\n"));
            continue;
        }
        for row in &section.rows {
            row_number += 1;
            print_row(&mut page, row, &mut covered, layout, quirks, row_number);
            let ends_page = quirks.page_numbers && row_number % 7 == 3;
            if ends_page
                && !matches!(layout, Layout::Html | Layout::Markdown | Layout::Commas | Layout::Repeated | Layout::Flat)
            {
                page.push_str(["- 3 -\n", "-12-\n", "第 2 页\n", "— 5 —\n"][row_number % 4]);
            }
        }
        if layout == Layout::Html {
            page.push_str("</tbody></table>");
            if quirks.nested {
                page.push_str("</td></tr></table>");
            }
        }
    }
    line(&mut page, layout, "五、存在的主要问题及改进情况");
    if quirks.prose {
        line(&mut page, layout, "存在 2 个问题：一是培训不足。");
    }
    line(&mut page, layout, "六、其他需要报告的事项");
    page
}

fn put(page: &mut String, text: std::fmt::Arguments<'_>) {
    page.write_fmt(text).expect("a string takes any text");
}

fn line(page: &mut String, layout: Layout, text: &str) {
    match layout {
        Layout::Html => put(page, format_args!("<p>{text}</p>\n")),
        Layout::Flat => page.push_str(text),
        Layout::Lines | Layout::BarLines => put(page, format_args!("{text}\n\n")),
        _ => put(page, format_args!("{text}\n")),
    }
}

/// The cells of a row by column, those that others cover as empty.
fn by_column(row: &[Print], texts: &[String], covered: &mut [(usize, String)], layout: Layout) -> Vec<String> {
    let width = covered.len();
    let mut by_column = vec![String::new(); width];
    let mut column = 0;
    let mut next = row.iter().zip(texts);
    while column < width {
        if covered[column].0 > 0 {
            covered[column].0 -= 1;
            if layout == Layout::Repeated {
                by_column[column].clone_from(&covered[column].1);
            }
            column += 1;
            continue;
        }
        let Some((cell, text)) = next.next() else { break };
        by_column[column].clone_from(text);
        for at in column..(column + cell.width).min(width) {
            covered[at] = (cell.height - 1, text.clone());
            if layout == Layout::Repeated {
                by_column[at].clone_from(text);
            }
        }
        column += cell.width;
    }
    by_column
}

/// A section as a table that is ruled by lines, a label that is broken on two lines.
fn print_ruled(page: &mut String, section: &PrintedSection, layout: Layout, quirks: Quirks) {
    let mut covered = vec![(0_usize, String::new()); section.width];
    let mut rows: Vec<Vec<Vec<String>>> = Vec::new();
    for row in &section.rows {
        let texts: Vec<String> = row.iter().map(|cell| dress(cell, layout, quirks, 0)).collect();
        let cells = by_column(row, &texts, &mut covered, layout);
        rows.push(cells.iter().map(|cell| cell.lines().map(str::to_owned).collect()).collect());
    }
    let width = |column: usize| {
        let lines = rows.iter().flat_map(|row| &row[column]);
        lines.map(|line| line.width()).max().unwrap_or(0).max(3)
    };
    let widths: Vec<usize> = (0..section.width).map(width).collect();
    let is_grid = layout == Layout::Grid;
    let dashes: Vec<String> = widths.iter().map(|width| "-".repeat(width + 2 * usize::from(is_grid))).collect();
    let rule = if is_grid { format!("+{}+\n", dashes.join("+")) } else { format!("  {}\n", dashes.join(" ")) };
    page.push_str(&rule);
    for (number, row) in rows.iter().enumerate() {
        if number > 0 {
            page.push_str(if is_grid { &rule } else { "\n" });
        }
        for line in 0..row.iter().map(Vec::len).max().unwrap_or(0).max(1) {
            let cells = row.iter().zip(&widths).map(|(cell, width)| {
                let text = cell.get(line).map_or("", String::as_str);
                format!("{text}{}", " ".repeat(width - text.width()))
            });
            let cells: Vec<String> = cells.collect();
            let printed =
                if is_grid { format!("| {} |\n", cells.join(" | ")) } else { format!("  {}\n", cells.join(" ")) };
            page.push_str(&printed);
        }
    }
    page.push_str(&rule);
}

/// A cell of a grid: its first row and column, how many of them it takes, and its lines.
struct Boxed {
    at: [usize; 2],
    size: [usize; 2],
    lines: Vec<String>,
}

/// A section as a grid, each cell with a line around it.
fn print_spanned(page: &mut String, section: &PrintedSection, quirks: Quirks) {
    let mut covered = vec![0_usize; section.width];
    let mut boxes: Vec<Boxed> = Vec::new();
    for (row, cells) in section.rows.iter().enumerate() {
        let mut next = cells.iter();
        let mut column = 0;
        while column < section.width {
            if covered[column] > 0 {
                covered[column] -= 1;
                column += 1;
                continue;
            }
            let cell = next.next().expect("a row fills its table");
            covered[column..column + cell.width].fill(cell.height - 1);
            let lines = dress(cell, Layout::Spanned, quirks, 0).lines().map(str::to_owned).collect();
            boxes.push(Boxed { at: [row, column], size: [cell.height, cell.width], lines });
            column += cell.width;
        }
    }
    // How much room the rows and the columns take, from the boxes of one to those of many.
    let mut room = [vec![1_usize; section.rows.len()], vec![3; section.width]];
    for (axis, room) in room.iter_mut().enumerate() {
        boxes.sort_by_key(|cell| cell.size[axis]);
        for cell in &boxes {
            let widest = cell.lines.iter().map(|line| line.width()).max().unwrap_or(0);
            let wanted = [cell.lines.len(), widest + 2][axis];
            let own = &mut room[cell.at[axis]..cell.at[axis] + cell.size[axis]];
            let has = own.iter().sum::<usize>() + own.len() - 1;
            *own.last_mut().unwrap() += wanted.saturating_sub(has);
        }
    }
    let from = |axis: usize, at: usize| room[axis][..at].iter().sum::<usize>() + at;
    let mut canvas = vec![vec![' '; from(1, section.width) + 1]; from(0, section.rows.len()) + 1];
    for cell in &boxes {
        let [(top, bottom), (left, right)] = [0, 1].map(|axis| {
            let end = cell.at[axis] + cell.size[axis];
            (from(axis, cell.at[axis]), from(axis, end))
        });
        for (y, x) in [top, bottom].into_iter().flat_map(|y| (left..=right).map(move |x| (y, x))) {
            canvas[y][x] = if matches!(canvas[y][x], '|' | '+') { '+' } else { '-' };
        }
        for (y, x) in [left, right].into_iter().flat_map(|x| (top..=bottom).map(move |y| (y, x))) {
            canvas[y][x] = if matches!(canvas[y][x], '-' | '+') { '+' } else { '|' };
        }
        for (line, y) in cell.lines.iter().zip(top + 1..) {
            let mut x = left + 2;
            for c in line.chars() {
                canvas[y][x] = c;
                let width = c.to_string().width();
                // A wide character covers the next place.
                canvas[y][x + 1..x + width.max(1)].fill('\0');
                x += width;
            }
        }
    }
    for line in canvas {
        page.extend(line.into_iter().filter(|c| *c != '\0').chain(['\n']));
    }
}

fn print_row(
    page: &mut String,
    row: &[Print],
    covered: &mut [(usize, String)],
    layout: Layout,
    quirks: Quirks,
    number: usize,
) {
    let texts: Vec<String> = row.iter().map(|cell| dress(cell, layout, quirks, number)).collect();
    let width = covered.len();
    let by_column = by_column(row, &texts, covered, layout);
    match layout {
        Layout::Html => {
            page.push_str("<tr>");
            for (cell, text) in row.iter().zip(&texts) {
                let closing = if quirks.unclosed { "" } else { "</td>" };
                put(page, format_args!("<td colspan={} rowspan='{}'>{text}{closing}", cell.width, cell.height));
            }
            page.push_str(if quirks.unclosed { "\n" } else { "</tr>\n" });
        }
        Layout::Markdown | Layout::Repeated => {
            put(page, format_args!("| {} |\n", by_column.join(" | ")));
            if number == 1 {
                put(page, format_args!("|{}\n", "---|".repeat(width)));
            }
        }
        Layout::Tabs => put(page, format_args!("{}\n", by_column.join("\t"))),
        Layout::Commas => {
            let quoted = |cell: &String| {
                let is_plain = !cell.contains(['"', ',', '\n']);
                if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
            };
            put(page, format_args!("{}\n", by_column.iter().map(quoted).collect::<Vec<_>>().join(",")));
        }
        Layout::Joined => put(page, format_args!("{}\n", by_column.join(" | "))),
        Layout::Bars | Layout::BarLines => {
            let filled: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
            let separator = if layout == Layout::Bars { " | " } else { " |\n" };
            let bars = "|".repeat(width - filled.len() + 1);
            put(page, format_args!("{}{}{bars}\n", filled.join(separator), &separator[..1]));
        }
        Layout::Lines => {
            for text in texts.iter().filter(|text| !text.trim().is_empty()) {
                put(page, format_args!("{text}\n\n"));
            }
        }
        Layout::Rows => {
            let filled: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
            put(page, format_args!("{}\n", filled.join("   ")));
        }
        Layout::Flat => page.push_str(&texts.concat()),
        Layout::Blocks | Layout::Ruled | Layout::Grid | Layout::Spanned => {}
    }
}

/// The rows of a section in blocks.
fn print_blocks(page: &mut String, rows: &[Vec<Print>], quirks: Quirks) {
    let (height, ends) = quirks.blocks;
    let is_label = |cell: &&Print| cell.is_label;
    for rows in rows.chunk_by(|row, next| row.iter().all(|cell| cell.is_label) == next.iter().all(|cell| cell.is_label))
    {
        for block in rows.chunks(height.max(1)) {
            let mut lines: Vec<String> = Vec::new();
            for cell in block.iter().flatten().filter(is_label) {
                lines.push(dress(cell, Layout::Blocks, quirks, 0));
            }
            let figures: Vec<Vec<&Print>> =
                block.iter().map(|row| row.iter().filter(|cell| !cell.is_label).collect()).collect();
            let width = figures.iter().map(Vec::len).max().unwrap_or(0);
            let mut first = 0;
            for last in 0..width {
                if last + 1 < width && ends & (1 << last) == 0 {
                    continue;
                }
                for row in &figures {
                    lines.extend(row.iter().take(last + 1).skip(first).map(|cell| cell.text.clone()));
                }
                first = last + 1;
            }
            for text in lines.iter().filter(|text| !text.trim().is_empty()) {
                put(page, format_args!("{text}\n\n"));
            }
        }
    }
}

/// The text of a cell with the accidents of print.
fn dress(cell: &Print, layout: Layout, quirks: Quirks, number: usize) -> String {
    let mut text = cell.text.clone();
    if cell.is_label {
        if quirks.half_width {
            text = text.replace('（', "(").replace('）', ")").replace('：', ":").replace('，', ",");
        }
        if quirks.other_enumerators && text.chars().nth(1) == Some('.') {
            text = text.replacen('.', "、", 1);
        }
        if quirks.traditional {
            text = text
                .replace('开', "開")
                .replace('数', "數")
                .replace('务', "務")
                .replace('结', "結")
                .replace('总', "總");
        }
        if quirks.wrapped_labels && text.chars().count() > 4 && layout != Layout::Flat {
            let at = text.char_indices().nth(text.chars().count() / 2).unwrap().0;
            match layout {
                Layout::Html => text.insert_str(at, "<br>"),
                Layout::Lines | Layout::Tabs | Layout::Ruled | Layout::Grid | Layout::Spanned | Layout::Commas => {
                    text.insert(at, '\n');
                }
                _ => text.insert(at, ' '),
            }
        }
        if quirks.glosses {
            text = text.replace('數', "數(shù)").replace('规', "規(guī)");
        }
    }
    if layout == Layout::Html {
        if !cell.is_label {
            text = text.replace('&', "&amp;").replace('<', "&lt;");
        }
        if text.is_empty() {
            ["&nbsp;", "", " ", "<p>&nbsp;</p>"][number % 4].clone_into(&mut text);
        }
        if quirks.word_markup {
            let half = text.len() / 2;
            text = if !cell.is_label && text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_digit()) {
                let (first, second) = text.split_at(half);
                format!("<p class=MsoNormal><span lang=EN-US>{first}</span><span>{second}<o:p></o:p></span></p>")
            } else {
                format!("<p class=MsoNormal align='center'><span>{text}<o:p></o:p></span></p>")
            };
        }
    }
    text
}

/// What a form says once it is printed: every cell of its edition, those that it lacked as empty.
pub(crate) fn as_printed(form: &Form) -> Form {
    let mut printed = form.clone();
    let other = form.edition_of_other();
    for &cell in Cell::ALL {
        let is_other =
            matches!(cell, Cell::Request(RequestRow::Outcome(Outcome::Other | Outcome::OtherHandling(_)), _));
        let edition: Edition = if is_other { other } else { form.edition };
        if cell.is_printed_in(edition) && form.get(cell).is_none() {
            printed.set(cell, Filed::blank());
        } else if !cell.is_printed_in(edition) {
            printed.remove(cell);
        }
    }
    printed
}
