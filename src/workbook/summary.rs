//! The workbook of many reports: their sums, the bodies included, and the findings.

use rust_xlsxwriter::{Formula, Workbook, Worksheet};

use super::address::Address;
use super::book::add;
use super::number::exact_number;
use super::report;
use super::returned::Returned;
use super::{WorkbookError, bodies, identity, styles, years};
use crate::check::Severity;
use crate::form::sheet::{COLUMNS, Sheet, TITLE, title};
use crate::form::{Cell, Filed, Form, Value};
use crate::sum::{Completeness, Consolidation};
use crate::value::{Lang, Year};

/// The sheet of sums.
const SUMS: &str = "汇总";
/// The sheet of bodies.
pub(super) const BODIES: &str = "机关";
/// The sheet of findings.
pub(super) const PROBLEMS: &str = "问题";
/// The sheet of two years.
const YEARS: &str = "与上年比较";

/// The workbook of many reports, from the [`Consolidation`] that added them up.
///
/// | sheet | what it holds |
/// |---|---|
/// | 汇总 | the official tables with the sums; where there are none, why |
/// | 机关 | a line for each file and for each body of which none came |
/// | 问题 | what was found, file by file, with links |
/// | 与上年比较 | each figure of this year and of the year before, the difference and the percentage |
/// | 001, 002, … | if asked for: each report, which the sums of 汇总 add up by formula |
///
/// The sums are those of the consolidation. If its reports are not one whole, or not of one edition, 汇总 has no figures
/// and says why.
///
/// ```
/// use ogi_report::workbook::{Returned, Summary};
/// use ogi_report::{Body, Consolidation, Form, Report, Year};
///
/// let form = Form::from(&Report::new(Body::named("某某县民政局"), Year::new(2024)?));
/// let mut county = Consolidation::default();
/// county.extend([form.clone().verify()]);
/// let returned = vec![Returned::new("民政局.xlsx", &form, &form.check(), true)];
/// let bytes = Summary::of(&county).returned(&returned).to_bytes()?;
/// assert!(bytes.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Summary<'a> {
    whole: &'a Consolidation,
    previous: Option<&'a Consolidation>,
    returned: &'a [Returned],
    forms: &'a [Form],
}

impl<'a> Summary<'a> {
    /// The summary of reports that were added up.
    ///
    /// ```
    /// use ogi_report::{Consolidation, workbook::Summary};
    ///
    /// assert!(Summary::of(&Consolidation::default()).to_bytes().is_ok());
    /// ```
    pub fn of(whole: &'a Consolidation) -> Self {
        Self { whole, previous: None, returned: &[], forms: &[] }
    }

    /// The same with the files that came back, in the order in which they are to be listed.
    ///
    /// ```
    /// use ogi_report::workbook::{Returned, Summary};
    ///
    /// let returned = [Returned::unread("扫描件.pdf", "只有图片")];
    /// let none = ogi_report::Consolidation::default();
    /// assert!(Summary::of(&none).returned(&returned).to_bytes().is_ok());
    /// ```
    #[must_use]
    pub fn returned(mut self, files: &'a [Returned]) -> Self {
        self.returned = files;
        self
    }

    /// The same with the sums of the year before. Where one of the two has no year or several, the sheet 与上年比较 says that
    /// there is nothing to compare.
    ///
    /// # Errors
    ///
    /// [`WorkbookError::SumsOfAnotherYear`] if the sums are of another year than the one before.
    ///
    /// ```
    /// use ogi_report::workbook::Summary;
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let [this_year, last_year] = [2024, 2022].map(|year| -> Consolidation {
    ///     [&Report::new(Body::named("某某局"), Year::new(year).unwrap())].into_iter().sum()
    /// });
    /// assert_eq!(
    ///     Summary::of(&this_year).previous(&last_year).unwrap_err().to_string(),
    ///     "the sums to compare with those of 2024 are of 2022, expected the year before",
    /// );
    /// ```
    pub fn previous(mut self, whole: &'a Consolidation) -> Result<Self, WorkbookError> {
        if let Some((year, given)) = self.whole.year().zip(whole.year())
            && given.number() + 1 != year.number()
        {
            return Err(WorkbookError::SumsOfAnotherYear { year, given });
        }
        self.previous = Some(whole);
        Ok(self)
    }

    /// The same with a sheet for each counted report, which the figures of 汇总 add up by formula. A figure that some
    /// report does not hold as a plain number is written as it is.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Form, Report, Year, workbook::Summary};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let whole: Consolidation = [&report].into_iter().sum();
    /// let forms = [Form::from(&report)];
    /// assert!(Summary::of(&whole).body_sheets(&forms).to_bytes().is_ok());
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    #[must_use]
    pub fn body_sheets(mut self, counted: &'a [Form]) -> Self {
        self.forms = counted;
        self
    }

    /// The workbook.
    ///
    /// # Errors
    ///
    /// If a text of a report is longer than a cell of a workbook can be.
    ///
    /// ```
    /// use ogi_report::{Consolidation, workbook::Summary};
    ///
    /// assert!(Summary::of(&Consolidation::default()).to_bytes()?.starts_with(b"PK"));
    /// # Ok::<(), ogi_report::workbook::WorkbookError>(())
    /// ```
    pub fn to_bytes(&self) -> Result<Vec<u8>, WorkbookError> {
        let mut workbook = Workbook::new();
        identity::write_date(&mut workbook)?;
        self.write_sums(add(&mut workbook, SUMS)?)?;
        bodies::write(add(&mut workbook, BODIES)?, self.whole, self.returned)?;
        bodies::write_problems(add(&mut workbook, PROBLEMS)?, self.returned)?;
        if let Some(previous) = self.previous {
            years::write(add(&mut workbook, YEARS)?, self.whole, previous)?;
        }
        for (i, form) in self.forms.iter().enumerate() {
            let sheet = Sheet::of(form);
            let worksheet = add(&mut workbook, &name(i))?;
            report::lay_out(worksheet, &sheet, form, &title(form), |worksheet, placed, cell| {
                report::write_printed(worksheet, form, placed, cell)
            })?;
        }
        Ok(workbook.save_to_buffer()?)
    }

    fn write_sums(&self, worksheet: &mut Worksheet) -> Result<(), WorkbookError> {
        let totals = match self.whole.whole() {
            Ok(whole) => whole.totals(),
            Err(error) => {
                let conflicts = error.conflicts().iter().map(|conflict| conflict.message(Lang::Zh));
                return refuse(worksheet, &conflicts.collect::<Vec<_>>());
            }
        };
        let form = match totals.form() {
            Ok(mut form) => {
                form.year = self.whole.year();
                form
            }
            Err(error) => return refuse(worksheet, &[no_form(error)]),
        };
        let sheet = Sheet::of(&form);
        let coverage = self.whole.coverage();
        let forms = if self.forms.len() == coverage.counted.len() { self.forms } else { &[] };
        let sheets: Vec<Sheet> = forms.iter().map(Sheet::of).collect();
        let year = form.year.map(|year: Year| format!("{year}年")).unwrap_or_default();
        let title = format!("{year}政府信息公开工作年度报告汇总（{} 份）", totals.reports());
        report::lay_out(worksheet, &sheet, &form, &title, |worksheet, placed, cell| {
            report::write_printed(worksheet, &form, placed, cell)?;
            let result = form.get(cell).filter(|filed| exact_number(filed).is_some());
            if let Some(result) = result.filter(|_| self.adds_up(&sheets, &sheet, cell)) {
                let at = Address::from(placed).local();
                let formula = format!("=SUM('{}:{}'!{at})", name(0), name(self.forms.len() - 1));
                let formula = Formula::new(formula).set_result(result.as_printed());
                worksheet.write_formula_with_format(placed.row, placed.column, formula, &styles::printed())?;
            }
            Ok(())
        })?;
        let completeness = coverage.completeness();
        let unread = self.returned.iter().filter(|file| file.unread.is_some()).count();
        let unread = if unread > 0 { format!("，不能读取 {unread}") } else { String::new() };
        let status = format!(
            "{}：应报 {}，已汇总 {}，没有收到 {}，有错误未计入 {}{unread}。详见“机关”。",
            completeness.label(Lang::Zh),
            if coverage.expected == 0 { "未说明".to_owned() } else { format!("{} 家", coverage.expected) },
            coverage.counted.len(),
            coverage.missing.len(),
            coverage.not_counted.len(),
        );
        worksheet.set_row_height(0, 36.0)?;
        let format = match completeness {
            Completeness::Complete => styles::status(),
            Completeness::Partial | Completeness::Unknown | Completeness::Overlapping => {
                styles::status().merge(&styles::bad(Severity::Warning))
            }
        };
        worksheet.merge_range(0, 0, 0, COLUMNS - 1, &status, &format.set_text_wrap())?;
        report::set_page(worksheet, &sheet, 0)?;
        worksheet.set_print_area(0, 0, sheet.rows.saturating_sub(1), COLUMNS - 1)?;
        worksheet.set_freeze_panes(TITLE, 0)?;
        Ok(())
    }

    /// Whether the sheets of all reports have the cell at one place, as a number or marked as not applicable.
    fn adds_up(&self, sheets: &[Sheet], sums: &Sheet, cell: Cell) -> bool {
        let is_plain = |filed: &Filed| {
            exact_number(filed).is_some() || matches!(filed.value(), Value::NotApplicable(_)) && cell.is_in_rules_row()
        };
        let at = |sheet: &Sheet| sheet.place(cell).map(|placed| (placed.row, placed.column));
        !sheets.is_empty()
            && sheets
                .iter()
                .zip(self.forms)
                .all(|(sheet, form)| at(sheet) == at(sums) && form.get(cell).is_some_and(is_plain))
    }
}

/// The name of the sheet of a report.
fn name(i: usize) -> String {
    format!("{:03}", i + 1)
}

/// Says why there are no sums.
fn refuse(worksheet: &mut Worksheet, reasons: &[String]) -> Result<(), WorkbookError> {
    worksheet.set_column_width(0, 100)?;
    worksheet.write_string_with_format(0, 0, "不能汇总", &styles::title())?;
    worksheet.set_row_height(0, 36.0)?;
    for (row, reason) in (1..).zip(reasons) {
        let reason: String = reason.chars().take(2000).collect();
        worksheet.write_string_with_format(row, 0, &reason, &styles::text())?;
        worksheet.set_row_height(row, styles::height(&[(reason, 96)]))?;
    }
    worksheet.set_print_fit_to_pages(1, 0).set_paper_size(9);
    Ok(())
}

fn no_form(error: crate::sum::NoForm) -> String {
    use crate::sum::NoForm;
    match error {
        NoForm::Empty => "没有一份报告可以汇总。".to_owned(),
        NoForm::MixedEditions => "报告用了不同版本的格式，不能汇总成一张表。".to_owned(),
        NoForm::TooMany => "报告超过 4294967295 份，不能保证合计正确。".to_owned(),
    }
}
