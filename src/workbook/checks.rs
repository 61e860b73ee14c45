//! The sheets 核对 and 读数: the checks as formulas.

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, ProtectionOptions, Url, Worksheet};

use super::WorkbookError;
use super::address::{Address, quoted, ranges};
use super::lines::{Line, Outcome, Readings, Result as LineResult, Side};
use super::number::exact_number;
use super::styles;
use crate::check::{Severity, bounds};
use crate::form::filed::MARKS;
use crate::form::sheet::{CHECKS, NAME, READINGS, Sheet};
use crate::form::{Cell, CellKind, Filed, Form, Value};
use crate::value::Decimal;

/// The first row of the lines.
const FIRST: u32 = 4;
/// The column of the left side; that of the right side follows.
const LEFT: u16 = 3;
const OUTCOME: u16 = 5;
const LINK: u16 = 6;
/// Hidden: what the lines behind a total use for it.
const USED: u16 = 7;
/// Hidden: this column and those behind it hold the sums of a line that compares more than two.
const MORE: u16 = 8;
/// Whether the row 规章 is marked as not applicable, on the sheet of readings.
const MARKED: Address = Address::new(0, 0);
/// A formula that gives a blank.
const NOTHING: &str = "=\"\"";
/// The longest text that a formula may hold.
const LONGEST: usize = 200;

/// The lines of a form with what became of them, and where the cells stand.
pub(super) struct Checks<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) lines: &'a [Line],
    pub(super) results: &'a [LineResult],
    pub(super) readings: &'a Readings,
}

impl Checks<'_> {
    fn row(i: usize) -> u32 {
        FIRST + u32::try_from(i).unwrap_or(u32::MAX)
    }

    /// Where it is said what became of a line.
    pub(super) fn outcome(i: usize) -> String {
        Address::new(Self::row(i), OUTCOME).on(CHECKS)
    }

    /// Where it is said of all lines.
    pub(super) fn outcomes(&self) -> String {
        let cells: Vec<Address> = (0..self.lines.len()).map(|i| Address::new(Self::row(i), OUTCOME)).collect();
        ranges(CHECKS, &cells)
    }

    /// Where the sum of a side of the line at `i` stands.
    fn side(i: usize, side: usize) -> Address {
        let place = u16::try_from(side).unwrap_or(u16::MAX);
        Address::new(Self::row(i), if place < 2 { LEFT + place } else { MORE.saturating_add(place - 2) })
    }

    /// The numbers of cells as the line at `i` reads them, as lists for a function: from the sheet of readings, but of a
    /// total what its line says it is. `None` if a cell is not on the sheet, so that its number is wanting.
    fn list(&self, cells: &[Cell], i: usize) -> Option<String> {
        let used = |cell: Cell| (0..i).rev().find(|&k| self.lines[k].is_total && self.lines[k].at == cell);
        let mut lists: Vec<(bool, Vec<Address>)> = Vec::new();
        for &cell in cells {
            let (is_used, address) = match (used(cell), self.sheet.place(cell)) {
                (Some(k), _) => (true, Address::new(Self::row(k), USED)),
                (None, Some(placed)) => (false, Address::from(placed)),
                (None, None) => return None,
            };
            match lists.last_mut() {
                Some((last, addresses)) if *last == is_used => addresses.push(address),
                _ => lists.push((is_used, vec![address])),
            }
        }
        let list = |(is_used, cells): &(bool, Vec<Address>)| ranges(if *is_used { "" } else { READINGS }, cells);
        Some(lists.iter().map(list).collect::<Vec<_>>().join(","))
    }

    /// The sum of a side; blank where a figure is wanting.
    fn sum(&self, side: &Side, i: usize) -> String {
        self.known_sum(side, i).unwrap_or_else(|| NOTHING.to_owned())
    }

    fn known_sum(&self, side: &Side, i: usize) -> Option<String> {
        let known = side.known?;
        let mut terms = Vec::new();
        for (cells, sign) in [(&side.plus, '+'), (&side.minus, '-')] {
            if !cells.is_empty() {
                terms.push(format!("{sign}SUM({})", self.list(cells, i)?));
            }
        }
        if known != 0 || terms.is_empty() {
            terms.push(format!("+{}", decimal(known)));
        }
        let sum = terms.concat();
        let sum = sum.strip_prefix('+').unwrap_or(&sum);
        let cells: Vec<Cell> = side.plus.iter().chain(&side.minus).copied().collect();
        Some(match cells.len() {
            0 => format!("={sum}"),
            n => format!("=IF(COUNT({})<{n},\"\",{sum})", self.list(&cells, i)?),
        })
    }

    fn outcome_formula(line: &Line, i: usize) -> String {
        let sides: Vec<Address> = (0..line.sides.len()).map(|side| Self::side(i, side)).collect();
        let test = line.formula(&sides.iter().map(|side| side.absolute()).collect::<Vec<_>>());
        let (wanted, sides) = (sides.len(), ranges("", &sides));
        let mut formula = format!("IF(COUNT({sides})<{wanted},\"待填\",IF({test},\"成立\",\"不符\"))");
        if !line.decided_by.is_empty() {
            if !line.is_across_links() {
                let holding = Self::decided(line, Outcome::Holds);
                formula = format!("IF({holding}={},\"成立\",{formula})", line.decided_by.len());
            }
            formula = format!("IF({}>0,\"—\",{formula})", Self::decided(line, Outcome::Broken));
        }
        if line.is_about_rules_row() {
            formula = format!("IF({}=\"/\",\"—\",{formula})", MARKED.on(READINGS));
        }
        format!("={formula}")
    }

    /// How many of the lines that decide a line have an outcome.
    fn decided(line: &Line, outcome: Outcome) -> String {
        let cells: Vec<Address> = line.decided_by.iter().map(|&k| Address::new(Self::row(k), OUTCOME)).collect();
        let count = |range: &str| format!("COUNTIF({range},\"{}\")", outcome.label());
        ranges("", &cells).split(',').map(count).collect::<Vec<_>>().join("+")
    }

    /// For a total, what the lines behind it use: the sum of its parts where it is known, else what is stated.
    fn used_formula(&self, line: &Line, i: usize) -> String {
        let right = Self::side(i, 1).absolute();
        let before = self.list(&[line.at], i).unwrap_or_else(|| "\"\"".to_owned());
        let mut condition = format!("ISNUMBER({right})");
        if !line.decided_by.is_empty() {
            condition = format!(
                "AND({condition},{}=0,{}<{})",
                Self::decided(line, Outcome::Broken),
                Self::decided(line, Outcome::Holds),
                line.decided_by.len()
            );
        }
        format!("=IF({condition},{right},{before})")
    }
}

/// A number as a formula writes it, from millionths.
fn decimal(millionths: i128) -> String {
    let size = Decimal::from_millionths(millionths.unsigned_abs()).unwrap_or_default();
    if millionths < 0 { format!("-{size}") } else { size.to_string() }
}

fn shown(number: Option<i128>) -> String {
    number.map(decimal).unwrap_or_default()
}

pub(super) fn write(worksheet: &mut Worksheet, checks: &Checks<'_>) -> Result<(), WorkbookError> {
    for (column, width) in [6.0, 7.0, 72.0, 14.0, 14.0, 9.0, 11.0].into_iter().enumerate() {
        worksheet.set_column_width(u16::try_from(column).unwrap_or_default(), width)?;
    }
    let most = checks.lines.iter().map(|line| line.sides.len()).max().unwrap_or_default();
    worksheet.set_column_range_hidden(USED, Checks::side(0, most.max(3) - 1).column)?;
    worksheet.merge_range(0, 0, 0, LINK, "核对", &styles::title())?;
    worksheet.set_row_height(0, 36.0)?;
    write_summary(worksheet, checks)?;
    for (column, head) in ["序号", "规则", "应当满足", "左边", "右边", "结果", "前往"].into_iter().enumerate()
    {
        let column = u16::try_from(column).unwrap_or_default();
        worksheet.write_string_with_format(FIRST - 1, column, head, &styles::head())?;
    }
    for (i, (line, result)) in checks.lines.iter().zip(checks.results).enumerate() {
        write_line(worksheet, checks, i, line, result)?;
    }
    let last = Checks::row(checks.lines.len()).saturating_sub(1);
    let first = Address::new(FIRST, OUTCOME).absolute().replacen("$F$", "$F", 1);
    for (outcome, format) in [
        (Outcome::Broken, styles::bad(Severity::Error)),
        (Outcome::Open, styles::empty()),
        (Outcome::Holds, styles::good()),
    ] {
        let rule = format!("={first}=\"{}\"", outcome.label());
        let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
        let from = if outcome == Outcome::Broken { LEFT } else { OUTCOME };
        worksheet.add_conditional_format(FIRST, from, last, OUTCOME, &rule)?;
    }
    worksheet
        .autofilter(FIRST - 1, 0, last, LINK)?
        .set_freeze_panes(FIRST, 0)?
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_print_area(0, 0, last, LINK)?
        .set_repeat_rows(FIRST - 1, FIRST - 1)?
        .set_footer("&C— &P —")
        .protect_with_options(&ProtectionOptions {
            use_autofilter: true,
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::new()
        });
    Ok(())
}

fn write_summary(worksheet: &mut Worksheet, checks: &Checks<'_>) -> Result<(), WorkbookError> {
    let column = checks.outcomes().replace(&format!("{CHECKS}!"), "");
    let count = |label: &str| format!("COUNTIF({column},\"{label}\")");
    let formula = format!(
        "=\"成立 \"&{}&\" 项，不符 \"&{}&\" 项，待填 \"&{}&\" 项\"",
        count("成立"),
        count("不符"),
        count("待填")
    );
    let of = |outcome: Outcome| checks.results.iter().filter(|result| result.outcome == outcome).count();
    let (good, bad, open) = (of(Outcome::Holds), of(Outcome::Broken), of(Outcome::Open));
    let result = format!("成立 {good} 项，不符 {bad} 项，待填 {open} 项");
    let format = styles::status();
    worksheet.merge_range(1, 0, 1, LINK, "", &format)?;
    worksheet.write_formula_with_format(1, 0, Formula::new(formula).set_result(result), &format)?;
    let text = "“待填”是要用到的数字还没有填，或者填的不是数字。“—”是已由其他一行说明，或者不适用。合计不符的，其他各行按分项之和核对。";
    worksheet.merge_range(2, 0, 2, LINK, text, &styles::text())?;
    worksheet.set_row_height(2, 34.0)?;
    Ok(())
}

fn write_line(
    worksheet: &mut Worksheet,
    checks: &Checks<'_>,
    i: usize,
    line: &Line,
    result: &LineResult,
) -> Result<(), WorkbookError> {
    let row = Checks::row(i);
    let words = line.words();
    let lines = unicode_width::UnicodeWidthStr::width(words.as_str()).div_ceil(72).max(1);
    worksheet.set_row_height(row, 15.0 * f64::from(u32::try_from(lines).unwrap_or(1)) + 4.0)?;
    worksheet.write_number_with_format(row, 0, f64::from(u32::try_from(i + 1).unwrap_or(u32::MAX)), &styles::item())?;
    worksheet.write_string_with_format(row, 1, line.rule.code(), &styles::item())?;
    worksheet.write_string_with_format(row, 2, &words, &styles::sentence())?;
    let mut put = |column: u16, formula: String, result: &str, format: &rust_xlsxwriter::Format| {
        let formula = Formula::new(formula).set_result(result);
        worksheet.write_formula_with_format(row, column, formula, format).map(|_| ())
    };
    for (k, (side, &sum)) in line.sides.iter().zip(&result.sides).enumerate() {
        // A total is compared as it is stated.
        let behind = if line.is_total && k == 0 { 0 } else { i };
        put(Checks::side(i, k).column, checks.sum(side, behind), &shown(sum), &styles::number())?;
    }
    put(OUTCOME, Checks::outcome_formula(line, i), result.outcome.label(), &styles::item())?;
    if line.is_total {
        put(USED, checks.used_formula(line, i), &shown(result.used), &styles::number())?;
    }
    link(worksheet, checks.sheet, (row, LINK), line.at)
}

/// A link to a cell of the form, by its address.
pub(super) fn link(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    (row, column): (u32, u16),
    cell: Cell,
) -> Result<(), WorkbookError> {
    let Some(placed) = sheet.place(cell) else {
        worksheet.write_string_with_format(row, column, "—", &styles::item())?;
        return Ok(());
    };
    let at = Address::from(placed).local();
    let url = Url::new(format!("internal:'{NAME}'!{at}"));
    worksheet.write_url_with_options(row, column, url, format!("{NAME} {at}"), "", Some(&styles::link()))?;
    Ok(())
}

/// The hidden sheet: each cell of 年报, at the same address, as a number where it holds one that the form allows there.
pub(super) fn write_readings(worksheet: &mut Worksheet, form: &Form, checks: &Checks<'_>) -> Result<(), WorkbookError> {
    let marks = MARKS.map(quoted).join(",");
    let sheet = checks.sheet;
    let row: Vec<Address> = form.edition.rules_row().filter_map(|cell| sheet.place(cell)).map(Address::from).collect();
    // MATCH would take `*` and `?` in the cell for any text.
    let is_mark = |at: &Address| format!("SUMPRODUCT(--(TRIM({})={{{marks}}}))>0", at.on(NAME));
    let marked = if row.len() == form.edition.rules_row().count() {
        format!("=IF(AND({}),\"/\",\"\")", row.iter().map(is_mark).collect::<Vec<_>>().join(","))
    } else {
        NOTHING.to_owned()
    };
    let result = if checks.readings.rules_row_is_marked { "/" } else { "" };
    worksheet.write_formula(MARKED.row, MARKED.column, Formula::new(marked).set_result(result))?;
    for (cell, placed) in sheet.cells() {
        let formula = Formula::new(reading(form, cell, &Address::from(placed).on(NAME)));
        worksheet.write_formula(placed.row, placed.column, formula.set_result(shown(checks.readings.get(cell))))?;
    }
    worksheet.set_hidden(true).protect();
    Ok(())
}

fn reading(form: &Form, cell: Cell, at: &str) -> String {
    let allowed = match cell.kind() {
        CellKind::Amount => format!("AND({at}>=0,ROUND({at},6)={at})"),
        CellKind::Count | CellKind::Change => {
            let (least, most) = bounds(cell);
            format!("AND({at}>={least},{at}<={most},INT({at})={at})")
        }
    };
    let mut plain = format!("IF(ISNUMBER({at}),IF({allowed},{at},\"\"),\"\")");
    if cell.is_in_rules_row() {
        let marked = MARKED.absolute();
        plain = format!("IF({marked}=\"/\",{marked},{plain})");
    }
    // A figure with a unit or a note, which is text for a formula.
    let text = form.get(cell).filter(|filed| matches!(filed.value(), Value::Number { .. })).map(Filed::as_printed);
    let number = form.get(cell).and_then(|filed| super::lines::number_of(cell, filed));
    let is_number = form.get(cell).and_then(exact_number).is_some();
    match (text, number) {
        (Some(text), Some(number)) if text.chars().count() <= LONGEST && !is_number => {
            format!("=IF({at}={},{},{plain})", quoted(&text), decimal(number))
        }
        _ => format!("={plain}"),
    }
}
