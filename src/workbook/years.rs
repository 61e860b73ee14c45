//! The sheet 与上年比较 of a summary.

use rust_xlsxwriter::{Formula, Worksheet};

use super::address::Address;
use super::bodies::{finish, head};
use super::number::exact_number;
use super::{WorkbookError, styles};
use crate::form::{Cell, Filed, Form};
use crate::sum::{Consolidation, unpaired};
use crate::value::Lang;

const FIRST: u32 = 3;

/// A line for each cell of which either year has a sum. Where the years have different bodies, it says so.
pub(super) fn write(
    worksheet: &mut Worksheet,
    whole: &Consolidation,
    previous: &Consolidation,
) -> Result<(), WorkbookError> {
    let form = |whole: &Consolidation| whole.whole().ok().and_then(|whole| whole.totals().form().ok());
    let (now, before) = (form(whole), form(previous));
    let heads = [("栏目", 62.0), ("本年", 16.0), ("上年", 16.0), ("增减", 16.0), ("增减（%）", 12.0)];
    head(worksheet, "与上年比较", &heads)?;
    let remark = match (&now, &before) {
        (None, _) => "本年不能汇总，没有可比的数字。".to_owned(),
        (_, None) => "上年不能汇总，没有可比的数字。".to_owned(),
        _ => {
            let standing = |whole: &Consolidation| whole.coverage().completeness().label(Lang::Zh);
            let [here, there] = [whole, previous].map(|whole| whole.bodies().collect::<Vec<_>>());
            let bodies = if unpaired(&here, &there).is_empty() && unpaired(&there, &here).is_empty() {
                "两年的机关相同。"
            } else {
                "两年的机关不完全相同，增减含有机关变化的部分。"
            };
            format!("{bodies}本年汇总：{}；上年汇总：{}。", standing(whole), standing(previous))
        }
    };
    worksheet.merge_range(1, 0, 1, 4, &remark, &styles::text())?;
    let mut row = FIRST;
    for &cell in Cell::ALL {
        let filed = |form: &Option<Form>| form.as_ref().and_then(|form| form.get(cell)).cloned();
        let (now, before) = (filed(&now), filed(&before));
        if now.is_some() || before.is_some() {
            write_row(worksheet, row, cell, now.as_ref(), before.as_ref())?;
            row += 1;
        }
    }
    finish(worksheet, usize::try_from(row - FIRST).unwrap_or_default(), 4)
}

fn write_row(
    worksheet: &mut Worksheet,
    row: u32,
    cell: Cell,
    now: Option<&Filed>,
    before: Option<&Filed>,
) -> Result<(), WorkbookError> {
    let number = styles::number();
    worksheet.write_string_with_format(row, 0, cell.label(Lang::Zh), &styles::sentence())?;
    for (column, filed) in [(1, now), (2, before)] {
        match filed.map(|filed| (filed.as_printed(), exact_number(filed))) {
            Some((_, Some(figure))) => worksheet.write_number_with_format(row, column, figure, &number)?,
            Some((text, None)) => worksheet.write_string_with_format(row, column, text, &number)?,
            None => worksheet.write_blank(row, column, &number)?,
        };
    }
    let figures = now.and_then(exact_number).zip(before.and_then(exact_number));
    let (now, before) = (Address::new(row, 1).local(), Address::new(row, 2).local());
    let difference = figures.map(|(now, before)| rounded(now - before).to_string());
    let formula = format!("=IF(COUNT({now}:{before})<2,\"\",ROUND({now}-{before},6))");
    let formula = Formula::new(formula).set_result(difference.unwrap_or_default());
    worksheet.write_formula_with_format(row, 3, formula, &number)?;
    let percent = figures.filter(|(_, before)| *before > 0.0).map(|(now, before)| rounded(now / before - 1.0));
    let formula = format!("=IF(COUNT({now}:{before})<2,\"\",IF({before}>0,ROUND({now}/{before}-1,6),\"\"))");
    let formula = Formula::new(formula).set_result(percent.map(|p| p.to_string()).unwrap_or_default());
    worksheet.write_formula_with_format(row, 4, formula, &number.set_num_format("0.0%"))?;
    Ok(())
}

/// To six decimals, as the formulas round.
fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}
