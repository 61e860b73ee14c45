//! The sheet 问题: what a check found.

use rust_xlsxwriter::{ConditionalFormatFormula, Worksheet};

use super::WorkbookError;
use super::checks::link;
use super::styles;
use crate::check::{Checked, Diagnosis, Finding, Place, Severity};
use crate::form::Form;
use crate::form::sheet::Sheet;
use crate::value::Lang;

const HEADS: [&str; 7] = ["序号", "代码", "程度", "位置", "前往", "问题", "怎么改"];
const FIRST: u32 = 3;
const AT: u16 = 3;

pub(super) fn write(
    worksheet: &mut Worksheet,
    form: &Form,
    checked: &Checked,
    sheet: &Sheet,
) -> Result<(), WorkbookError> {
    let last_column = u16::try_from(HEADS.len() - 1).unwrap_or_default();
    for (column, width) in [6.0, 8.0, 8.0, 28.0, 11.0, 54.0, 42.0].into_iter().enumerate() {
        worksheet.set_column_width(u16::try_from(column).unwrap_or_default(), width)?;
    }
    worksheet.merge_range(0, 0, 0, last_column, "问题", &styles::title())?;
    worksheet.set_row_height(0, 36.0)?;
    let counts = Severity::ALL.iter().map(|&s| format!("{} {} 项", s.label(Lang::Zh), checked.count(s)));
    let verdict = checked.verdict().label(Lang::Zh);
    let summary = format!("{verdict}：{}", counts.collect::<Vec<_>>().join("，"));
    worksheet.merge_range(1, 0, 1, last_column, &summary, &styles::status())?;
    for (column, head) in HEADS.into_iter().enumerate() {
        let column = u16::try_from(column).unwrap_or_default();
        worksheet.write_string_with_format(FIRST - 1, column, head, &styles::head())?;
    }
    let diagnoses = form.diagnose();
    for (row, finding) in (FIRST..).zip(&checked.findings) {
        write_finding(worksheet, row, finding, &diagnoses, sheet)?;
    }
    let last = FIRST + u32::try_from(checked.findings.len()).unwrap_or(u32::MAX).saturating_sub(1);
    colour(worksheet, 2, (FIRST, last.max(FIRST)))?;
    worksheet
        .set_freeze_panes(FIRST, 0)?
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(FIRST - 1, FIRST - 1)?
        .set_footer("&C— &P —");
    Ok(())
}

/// Colours a column of severities.
pub(super) fn colour(worksheet: &mut Worksheet, column: u16, (first, last): (u32, u32)) -> Result<(), WorkbookError> {
    let at = super::address::Address::new(first, column).local();
    for &severity in Severity::ALL {
        let rule = format!("={at}=\"{}\"", severity.label(Lang::Zh));
        let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(styles::bad(severity));
        worksheet.add_conditional_format(first, column, last, column, &rule)?;
    }
    Ok(())
}

fn write_finding(
    worksheet: &mut Worksheet,
    row: u32,
    finding: &Finding,
    diagnoses: &[Diagnosis],
    sheet: &Sheet,
) -> Result<(), WorkbookError> {
    let (message, how) = (finding.message(Lang::Zh), how_to_mend(finding, diagnoses));
    worksheet.write_number_with_format(row, 0, f64::from(row - FIRST + 1), &styles::item())?;
    worksheet.write_string_with_format(row, 1, finding.rule.code(), &styles::item())?;
    worksheet.write_string_with_format(row, 2, finding.severity.label(Lang::Zh), &styles::item())?;
    let place = finding.at.label(Lang::Zh);
    worksheet.write_string_with_format(row, AT, &place, &styles::sentence())?;
    match finding.at {
        Place::Cell(cell) => link(worksheet, sheet, (row, AT + 1), cell)?,
        Place::Section(_) | Place::Document => {
            worksheet.write_string_with_format(row, AT + 1, "—", &styles::item())?;
        }
    }
    worksheet.write_string_with_format(row, AT + 2, &message, &styles::sentence())?;
    worksheet.write_string_with_format(row, AT + 3, &how, &styles::sentence())?;
    let lines = [(place, 26), (message, 52), (how, 40)];
    worksheet.set_row_height(row, styles::height(&lines))?;
    Ok(())
}

/// What mends a finding: the one figure that explains it, if the sums leave no other; else what must hold.
pub(super) fn how_to_mend(finding: &Finding, diagnoses: &[Diagnosis]) -> String {
    let cells = finding.cells();
    let culprit = diagnoses.iter().filter_map(Diagnosis::culprit).find(|mend| {
        finding.severity == Severity::Error
            && !mend.corrections.is_empty()
            && mend.corrections.iter().all(|correction| cells.contains(&correction.cell))
    });
    match culprit {
        Some(mend) => {
            let correction = |c: &crate::check::Correction| {
                format!("【{}】由 {} 改为 {}", c.cell.label(Lang::Zh), c.stated, c.mended)
            };
            let corrections: Vec<String> = mend.corrections.iter().map(correction).collect();
            format!("请核对原始登记；{}，各项合计就都相符。", corrections.join("，"))
        }
        None => finding.rule.rule().map(|rule| format!("应当满足：{}。", rule.formula(Lang::Zh))).unwrap_or_default(),
    }
}
