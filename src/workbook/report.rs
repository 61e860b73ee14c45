//! The sheet 年报: the official tables.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Format, Formula, Note, ProtectionOptions, Url,
    Worksheet,
};

use super::WorkbookError;
use super::address::{Address, ranges};
use super::book::Book;
use super::checks::Checks;
use super::lines::Outcome;
use super::number::exact_number;
use super::styles;
use crate::check::{Checked, Place, Severity, bounds, number, stocks, totals};
use crate::form::layout::{Content, Scope};
use crate::form::sheet::{CHECKS, COLUMNS, Line, Placed, READINGS, Sheet, TITLE};
use crate::form::{Cell, CellKind, Column, Form, RequestRow};
use crate::render::ABSENT_SIGN;
use crate::value::Lang;

/// The most characters of a cell of a workbook.
const LONGEST: usize = 32_767;

/// The sheet of a template or of a form with its checks.
pub(super) fn write(
    worksheet: &mut Worksheet,
    book: &Book<'_>,
    checks: &Checks<'_>,
    title: &str,
) -> Result<(), WorkbookError> {
    let sheet = checks.sheet;
    write_status(worksheet, checks)?;
    let lines = lay_out(worksheet, sheet, book.form, title, |worksheet, placed, cell| {
        if book.is_template {
            put(worksheet, placed, &styles::figure(cell.kind(), !cell.is_total()))
        } else {
            write_printed(worksheet, book.form, placed, cell)
        }
    })?;
    if book.is_template {
        write_totals(worksheet, book, sheet)?;
    }
    for (cell, placed) in sheet.cells() {
        guard(worksheet, book, cell, placed)?;
    }
    colour(worksheet, checks)?;
    if let Some(checked) = book.checked {
        comment(worksheet, checked, sheet)?;
    }
    set_page(worksheet, sheet, lines)?;
    let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    worksheet.protect_with_options(&options);
    if let Some((_, first)) = sheet.cells().next() {
        worksheet.set_selection(first.row, first.column, first.last_row, first.last_column)?;
    }
    Ok(())
}

/// Writes the title, the headings and the tables, and each figure by a function. Returns the height of the tables, in
/// lines.
pub(super) fn lay_out(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    form: &Form,
    title: &str,
    mut figure: impl FnMut(&mut Worksheet, &Placed, Cell) -> Result<(), WorkbookError>,
) -> Result<usize, WorkbookError> {
    for column in 0..COLUMNS {
        worksheet.set_column_width(column, styles::COLUMN_WIDTH)?;
    }
    within_limit(title, Place::Document)?;
    worksheet.set_row_height(TITLE, 2.0 * styles::LINE + 20.0)?;
    worksheet.merge_range(TITLE, 0, TITLE, COLUMNS - 1, title, &styles::title())?;
    for Line { row, section, is_heading } in &sheet.lines {
        let (text, format) = if *is_heading {
            (section.label(Lang::Zh), styles::heading())
        } else {
            ("原文没有此表", styles::text())
        };
        worksheet.set_row_height(*row, if *is_heading { 30.0 } else { 20.0 })?;
        worksheet.merge_range(*row, 0, *row, COLUMNS - 1, text, &format)?;
    }
    for placed in &sheet.boxes {
        match &placed.content {
            Content::Value(cell) => figure(worksheet, placed, *cell)?,
            Content::Header(..) | Content::Note(_) => write_label(worksheet, placed)?,
        }
    }
    set_heights(worksheet, sheet, form)
}

/// The line above the title: how many checks hold, with a link to them.
fn write_status(worksheet: &mut Worksheet, checks: &Checks<'_>) -> Result<(), WorkbookError> {
    let format = styles::status();
    let count = |outcome: Outcome| checks.results.iter().filter(|result| result.outcome == outcome).count();
    let (broken, open) = (count(Outcome::Broken), count(Outcome::Open));
    let column = checks.outcomes();
    let formula = format!(
        "=IF(COUNTIF({column},\"不符\")>0,\"核对：有 \"&COUNTIF({column},\"不符\")&\" 项不符，详见“核对”\",\
         IF(COUNTIF({column},\"待填\")>0,\"核对：没有不符，还有 \"&COUNTIF({column},\"待填\")&\" 项待填\",\"核对：各项成立\"))"
    );
    let result = match (broken, open) {
        (0, 0) => "核对：各项成立".to_owned(),
        (0, open) => format!("核对：没有不符，还有 {open} 项待填"),
        (broken, _) => format!("核对：有 {broken} 项不符，详见“核对”"),
    };
    worksheet.set_row_height(0, 24.0)?;
    worksheet.merge_range(0, 0, 0, 9, "", &format)?;
    worksheet.write_formula_with_format(0, 0, Formula::new(formula).set_result(result), &format)?;
    worksheet.merge_range(0, 10, 0, COLUMNS - 1, "", &format)?;
    let link = Url::new(format!("internal:'{CHECKS}'!A1"));
    worksheet.write_url_with_options(0, 10, link, "看核对", "", Some(&styles::link()))?;
    let broken = ConditionalFormatFormula::new()
        .set_rule(format!("=COUNTIF({column},\"不符\")>0").as_str())
        .set_format(styles::bad(Severity::Error));
    worksheet.add_conditional_format(0, 0, 0, 9, &broken)?;
    Ok(())
}

fn write_label(worksheet: &mut Worksheet, placed: &Placed) -> Result<(), WorkbookError> {
    let label = placed.label().unwrap_or_default();
    let is_row = matches!(placed.content, Content::Header(_, Scope::Row)) && placed.row == placed.last_row;
    let format = if is_row { styles::row_label() } else { styles::label() };
    let text = in_lines(label, placed);
    put(worksheet, placed, &format)?;
    worksheet.write_string_with_format(placed.row, placed.column, text, &format)?;
    Ok(())
}

/// How many half characters a box holds in a line, by the points of its columns and of a half character.
fn capacity(placed: &Placed) -> usize {
    (usize::from(placed.last_column - placed.column + 1) * 50 - 6) / 7
}

/// The label of a narrow column in lines of one length: 结果维持 in two lines of two.
fn in_lines(label: &str, placed: &Placed) -> String {
    let characters: Vec<char> = label.chars().collect();
    let a_line = capacity(placed) / 2;
    if placed.column != placed.last_column || characters.len() <= a_line {
        return label.to_owned();
    }
    let a_line = characters.len().div_ceil(characters.len().div_ceil(a_line));
    let lines: Vec<String> = characters.chunks(a_line).map(|line| line.iter().collect()).collect();
    lines.join("\n")
}

/// Gives a box its format, over all the cells that it covers.
fn put(worksheet: &mut Worksheet, placed: &Placed, format: &Format) -> Result<(), WorkbookError> {
    if (placed.row, placed.column) == (placed.last_row, placed.last_column) {
        worksheet.write_blank(placed.row, placed.column, format)?;
    } else {
        worksheet.merge_range(placed.row, placed.column, placed.last_row, placed.last_column, "", format)?;
    }
    Ok(())
}

/// Writes a figure as the form prints it.
pub(super) fn write_printed(
    worksheet: &mut Worksheet,
    form: &Form,
    placed: &Placed,
    cell: Cell,
) -> Result<(), WorkbookError> {
    let (row, column) = (placed.row, placed.column);
    let Some(filed) = form.get(cell) else {
        put(worksheet, placed, &styles::absent())?;
        worksheet.write_string_with_format(row, column, ABSENT_SIGN, &styles::absent())?;
        return Ok(());
    };
    let text = filed.as_printed();
    within_limit(&text, Place::Cell(cell))?;
    let number = exact_number(filed);
    let format = if number.is_some() { styles::printed() } else { styles::printed_text() };
    put(worksheet, placed, &format)?;
    match number {
        Some(number) => worksheet.write_number_with_format(row, column, number, &format)?,
        None if text.is_empty() => worksheet,
        None => worksheet.write_string_with_format(row, column, text, &format)?,
    };
    Ok(())
}

fn within_limit(text: &str, at: Place) -> Result<(), WorkbookError> {
    // What cannot be written as it is takes seven characters.
    let length: usize = text.chars().map(|c| if c.is_control() || c == '_' { 7 } else { c.len_utf16() }).sum();
    if length <= LONGEST { Ok(()) } else { Err(WorkbookError::TooLong { at }) }
}

/// The totals of a template: blank until every figure that they add up is there.
fn write_totals(worksheet: &mut Worksheet, book: &Book<'_>, sheet: &Sheet) -> Result<(), WorkbookError> {
    let mut is_written = vec![false; Cell::ALL.len()];
    for (total, parts) in totals(book.form.edition_of_other()) {
        let addresses: Vec<Address> = parts.iter().filter_map(|&part| sheet.place(part)).map(Address::from).collect();
        let Some(placed) = sheet.place(total).filter(|_| addresses.len() == parts.len()) else { continue };
        if std::mem::replace(&mut is_written[total.slot()], true) {
            continue;
        }
        let list = ranges("", &addresses).replace('$', "");
        let formula = format!("=IF(COUNT({list})<{},\"\",SUM({list}))", parts.len());
        let format = styles::figure(CellKind::Count, false);
        worksheet.write_formula_with_format(
            placed.row,
            placed.column,
            Formula::new(formula).set_result(""),
            &format,
        )?;
    }
    Ok(())
}

/// Lets a cell take only what the form wants there, and says so when it is selected.
fn guard(worksheet: &mut Worksheet, book: &Book<'_>, cell: Cell, placed: &Placed) -> Result<(), WorkbookError> {
    if book.is_template && cell.is_total() {
        return Ok(());
    }
    let at = Address::from(placed).local();
    let (least, most) = bounds(cell);
    let whole = || {
        let [least, most] = [least, most].map(|bound| Formula::new(bound.to_string()));
        DataValidation::new().allow_whole_number_formula(DataValidationRule::Between(least, most))
    };
    let (validation, wanted) = match cell.kind() {
        CellKind::Count if cell.is_in_rules_row() => (
            DataValidation::new().allow_custom(Formula::new(format!(
                "=IF(ISNUMBER({at}),AND({at}>={least},{at}<={most},INT({at})={at}),{at}=\"/\")"
            ))),
            "填不小于 0 的整数；没有规章制定权的，整行填“/”。",
        ),
        CellKind::Count => (whole(), "填不小于 0 的整数，没有发生的填 0。"),
        CellKind::Change => (whole(), "填整数：增加填正数，减少填负数，没有变化填 0。"),
        CellKind::Amount => (
            DataValidation::new()
                .allow_custom(Formula::new(format!("=IF(ISNUMBER({at}),AND({at}>=0,ROUND({at},6)={at}),FALSE)"))),
            "填不小于 0 的金额，最多六位小数。",
        ),
    };
    let mut validation =
        validation.set_error_title("填写的内容不符合要求")?.set_error_message(wanted)?.ignore_blank(true);
    if let Some(hint) = book.previous.and_then(|previous| hint(book.form, previous, cell)) {
        validation = validation.set_input_title("上年报告")?.set_input_message(hint)?;
    }
    let (row, column) = (placed.row, placed.column);
    worksheet.add_data_validation(row, column, placed.last_row, placed.last_column, &validation)?;

    let reading = Address::from(placed).on(READINGS);
    let blank = ConditionalFormatFormula::new()
        .set_rule(format!("=ISBLANK({})", Address::from(placed).absolute()).as_str())
        .set_format(styles::empty());
    let odd = ConditionalFormatFormula::new()
        .set_rule(format!("={reading}=\"\"").as_str())
        .set_format(styles::bad(Severity::Error));
    worksheet.add_conditional_format(row, column, placed.last_row, placed.last_column, &blank)?;
    worksheet.add_conditional_format(row, column, placed.last_row, placed.last_column, &odd)?;
    Ok(())
}

/// What the report of the year before says of a figure that follows from it.
fn hint(form: &Form, previous: &Form, cell: Cell) -> Option<String> {
    let (label, cells) = match cell {
        Cell::Request(RequestRow::CarriedIn, column @ Column::Of(_)) => {
            ("四、结转下年度继续办理", vec![Cell::request(RequestRow::CarriedOver, column)])
        }
        Cell::Proactive(stock) => {
            let stocks = stocks(previous.edition, form.edition);
            let before = stocks.into_iter().find(|link| link.current == cell)?.previous;
            // A single figure is called as last year's form calls it, which may be of another edition.
            let label = match before.as_slice() {
                [Cell::Proactive(one)] => one.column_label(Lang::Zh),
                _ => stock.column_label(Lang::Zh),
            };
            (label, before)
        }
        _ => return None,
    };
    let number = |cell: &Cell| number(*cell, previous.get(*cell)?);
    let figure = cells.iter().map(number).sum::<Option<i64>>()?;
    let how = if cells.len() > 1 { "推算的" } else { "的" };
    Some(format!("按上年报告{how}{label}：{figure}"))
}

/// Colours the cells that a line which is broken is about.
fn colour(worksheet: &mut Worksheet, checks: &Checks<'_>) -> Result<(), WorkbookError> {
    for (i, line) in checks.lines.iter().enumerate() {
        let Some(placed) = checks.sheet.place(line.at) else { continue };
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("={}=\"{}\"", Checks::outcome(i), Outcome::Broken.label()).as_str())
            .set_format(styles::bad(line.rule.severity()));
        worksheet.add_conditional_format(placed.row, placed.column, placed.last_row, placed.last_column, &rule)?;
    }
    Ok(())
}

/// Writes the findings about each cell as a comment on it.
fn comment(worksheet: &mut Worksheet, checked: &Checked, sheet: &Sheet) -> Result<(), WorkbookError> {
    for (cell, placed) in sheet.cells() {
        let findings = checked.findings.iter().filter(|finding| finding.at == Place::Cell(cell));
        let texts: Vec<String> = findings.map(|f| format!("{}：{}", f.rule, f.message(Lang::Zh))).collect();
        if !texts.is_empty() {
            let text: String = texts.join("\n").chars().take(LONGEST).collect();
            let lines = text.chars().count().div_ceil(18) + texts.len();
            let height = u32::try_from(lines * 18 + 16).unwrap_or(400).clamp(60, 400);
            let note = Note::new(text).add_author_prefix(false).set_width(260).set_height(height);
            worksheet.insert_note(placed.row, placed.column, &note)?;
        }
    }
    Ok(())
}

/// Makes each row high enough for the labels and texts in it. Returns the height of all, in lines.
fn set_heights(worksheet: &mut Worksheet, sheet: &Sheet, form: &Form) -> Result<usize, WorkbookError> {
    let mut lines = vec![1; usize::try_from(sheet.rows).unwrap_or_default() + 1];
    for placed in sheet.boxes.iter().filter(|placed| placed.row == placed.last_row) {
        let text = match &placed.content {
            Content::Value(cell) => {
                form.get(*cell).filter(|f| exact_number(f).is_none()).map(|f| f.as_printed().into_owned())
            }
            Content::Header(..) | Content::Note(_) => placed.label().map(|label| in_lines(label, placed)),
        };
        let width = capacity(placed);
        let of_line = |line: &str| unicode_width::UnicodeWidthStr::width(line).div_ceil(width).max(1);
        let wanted: usize = text.unwrap_or_default().lines().map(of_line).sum();
        if let Some(row) = usize::try_from(placed.row).ok().and_then(|row| lines.get_mut(row)) {
            *row = (*row).max(wanted).min(12);
        }
    }
    for placed in &sheet.boxes {
        let wanted = lines.get(usize::try_from(placed.row).unwrap_or_default()).copied().unwrap_or(1);
        let lines = u32::try_from(wanted).unwrap_or(1);
        worksheet.set_row_height(placed.row, f64::from(lines) * styles::LINE + 6.0)?;
    }
    Ok(lines.iter().sum())
}

/// The page: as wide as the tables, and all of them on one where that can be read.
pub(super) fn set_page(worksheet: &mut Worksheet, sheet: &Sheet, lines: usize) -> Result<(), WorkbookError> {
    const A4: u8 = 9;
    /// With more lines a page would be too small to read.
    const LINES_OF_A_PAGE: usize = 80;
    worksheet
        .set_paper_size(A4)
        .set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3)
        .set_print_center_horizontally(true)
        .set_print_fit_to_pages(1, u16::from(lines <= LINES_OF_A_PAGE))
        .set_print_area(TITLE, 0, sheet.rows.saturating_sub(1), COLUMNS - 1)?
        .set_freeze_panes(TITLE, 0)?
        .set_footer("&C— &P —");
    Ok(())
}
