//! The sheets 机关 and 问题 of a summary.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use rust_xlsxwriter::{Format, Url, Worksheet};

use super::problems::colour;
use super::returned::Returned;
use super::{WorkbookError, styles};
use crate::check::Severity;
use crate::sum::{Conflict, Consolidation, NotOneWhole};
use crate::value::{Body, Lang, Region};

/// The most links of a sheet.
const LINKS: usize = 60_000;
/// The row of the heads, behind which the list begins.
const HEAD: u32 = 2;

/// A line of 机关.
struct Row<'a> {
    body: String,
    state: &'static str,
    is_good: bool,
    file: Option<&'a Returned>,
    remark: String,
}

/// A line for each file, and behind them one for each expected body of which no form came.
fn rows<'r>(whole: &Consolidation, returned: &'r [Returned]) -> Vec<Row<'r>> {
    let coverage = whole.coverage();
    let one = whole.whole();
    let has_sums = one.as_ref().is_ok_and(|one| one.totals().form().is_ok());
    let one = one.err();
    let conflicts = Said::of(one.iter().flat_map(NotOneWhole::conflicts).flat_map(|conflict| {
        let (body, others) = match conflict {
            Conflict::Repeated { body, .. } => (Some(body), [].as_slice()),
            Conflict::Contained { body, whole } => (Some(body), std::slice::from_ref(whole)),
            Conflict::Years { odd, .. } => (None, odd.as_slice()),
            // The coverage lists these.
            Conflict::Unexpected { .. } => (None, [].as_slice()),
        };
        body.into_iter().chain(others).map(move |body| (body, conflict))
    }));
    // A question states the region that a name tells.
    let questions = Said::of(coverage.open.iter().flat_map(|open| [(&open.body, open), (&open.whole, open)]));
    let unexpected: BTreeSet<&Body> = coverage.unexpected.iter().collect();
    let mut rows: Vec<Row<'_>> = Vec::new();
    for file in returned {
        let body = file.body.as_ref();
        let is_unexpected = body.is_some_and(|body| unexpected.contains(body));
        let is_open = body.and_then(|body| questions.about(body));
        let conflict = body.and_then(|body| conflicts.about(body)).map(|conflict| conflict.message(Lang::Zh));
        let conflict = conflict.or_else(|| {
            let body = body.filter(|_| is_unexpected)?.clone();
            Some(Conflict::Unexpected { body }.message(Lang::Zh))
        });
        let (state, is_good) = match file {
            Returned { unread: Some(_), .. } => ("不能读取", false),
            Returned { is_counted: false, errors: 0, .. } => ("有空白或不能读的格，未计入", false),
            Returned { is_counted: false, .. } => ("有错误，未计入", false),
            _ if is_unexpected => ("不在名单", false),
            _ if conflict.is_some() => ("不能汇总", false),
            _ if is_open.is_some() => ("可能重复计入", false),
            _ if !has_sums => ("未能汇总", false),
            _ => ("已汇总", true),
        };
        let why_not = (state == "未能汇总").then(|| "原因见“汇总”".to_owned());
        let open = is_open.map(|open| open.message(Lang::Zh));
        let remarks = [file.unread.clone(), conflict, open, why_not];
        rows.push(Row {
            body: file.body.as_ref().map_or_else(|| "（没有写明）".to_owned(), called),
            state,
            is_good,
            file: Some(file),
            remark: joined(remarks.into_iter().flatten().chain(file.remarks.iter().cloned())),
        });
    }
    let missing = coverage.missing.iter();
    rows.extend(missing.map(|body| Row {
        body: called(body),
        state: "没有收到",
        is_good: false,
        file: None,
        remark: String::new(),
    }));
    rows
}

/// The sheet 机关.
pub(super) fn write(
    worksheet: &mut Worksheet,
    whole: &Consolidation,
    returned: &[Returned],
) -> Result<(), WorkbookError> {
    let rows = rows(whole, returned);
    head(
        worksheet,
        "机关",
        &[
            ("序号", 6.0),
            ("机关", 30.0),
            ("年度", 7.0),
            ("情况", 15.0),
            ("错误", 7.0),
            ("警告", 7.0),
            ("第二部分", 11.0),
            ("第三部分", 11.0),
            ("第四部分", 11.0),
            ("文件", 24.0),
            ("说明", 40.0),
        ],
    )?;
    for (i, row) in rows.iter().enumerate() {
        write_row(worksheet, i, row)?;
    }
    finish(worksheet, rows.len(), 10)
}

fn write_row(worksheet: &mut Worksheet, i: usize, row: &Row<'_>) -> Result<(), WorkbookError> {
    let at = HEAD + 1 + u32::try_from(i).unwrap_or(u32::MAX);
    let (item, sentence) = (styles::item(), styles::sentence());
    let state = if row.is_good { item.merge(&styles::good()) } else { item.merge(&styles::bad(Severity::Error)) };
    number(worksheet, (at, 0), i + 1, &item)?;
    worksheet.write_string_with_format(at, 1, &row.body, &sentence)?;
    let year = row.file.and_then(|file| file.year).map(|year| year.to_string()).unwrap_or_default();
    worksheet.write_string_with_format(at, 2, year, &item)?;
    worksheet.write_string_with_format(at, 3, row.state, &state)?;
    for column in 4..=9 {
        worksheet.write_blank(at, column, &item)?;
    }
    if let Some(file) = row.file {
        number(worksheet, (at, 4), file.errors, &item)?;
        number(worksheet, (at, 5), file.warnings, &item)?;
        for (column, section) in (6..).zip(&file.sections) {
            let is_good = section == "成立";
            let format = if is_good { item.clone() } else { item.merge(&styles::bad(Severity::Warning)) };
            worksheet.write_string_with_format(at, column, section, &format)?;
        }
        link(worksheet, (at, 9), i, file.source(), file.source())?;
    }
    worksheet.write_string_with_format(at, 10, &row.remark, &sentence)?;
    let source = row.file.map(|file| file.source().to_owned()).unwrap_or_default();
    worksheet.set_row_height(at, styles::height(&[(row.body.clone(), 28), (row.remark.clone(), 38), (source, 22)]))?;
    Ok(())
}

/// What was found, file by file.
pub(super) fn write_problems(worksheet: &mut Worksheet, returned: &[Returned]) -> Result<(), WorkbookError> {
    head(
        worksheet,
        "问题",
        &[("序号", 6.0), ("机关", 28.0), ("代码", 8.0), ("程度", 8.0), ("位置", 30.0), ("问题", 60.0), ("文件", 24.0)],
    )?;
    let mut count = 0;
    for file in returned {
        let body = file.body.as_ref().map_or_else(|| "（没有写明）".to_owned(), called);
        let listed = file
            .problems
            .iter()
            .map(|p| (p.code.as_str(), p.severity.label(Lang::Zh), p.at.label(Lang::Zh), p.message.clone()));
        let unread =
            file.unread.iter().map(|reason| ("—", Severity::Error.label(Lang::Zh), String::new(), reason.clone()));
        let more = (file.more > 0).then(|| ("—", "", String::new(), format!("另有 {} 个问题没有列出。", file.more)));
        for (code, severity, at, message) in listed.chain(unread).chain(more) {
            let row = HEAD + 1 + u32::try_from(count).unwrap_or(u32::MAX);
            number(worksheet, (row, 0), count + 1, &styles::item())?;
            worksheet.write_string_with_format(row, 1, &body, &styles::sentence())?;
            worksheet.write_string_with_format(row, 2, code, &styles::item())?;
            worksheet.write_string_with_format(row, 3, severity, &styles::item())?;
            worksheet.write_string_with_format(row, 4, &at, &styles::sentence())?;
            worksheet.write_string_with_format(row, 5, &message, &styles::sentence())?;
            link(worksheet, (row, 6), count, file.source(), file.source())?;
            let texts = [(body.clone(), 26), (at, 28), (message, 58), (file.source().to_owned(), 22)];
            worksheet.set_row_height(row, styles::height(&texts))?;
            count += 1;
        }
    }
    let last = HEAD + u32::try_from(count.max(1)).unwrap_or(u32::MAX);
    colour(worksheet, 3, (HEAD + 1, last))?;
    finish(worksheet, count, 6)
}

/// What is said, with its number.
type Numbered<'s, T> = (usize, &'s T);

/// What is said of bodies, of each the first, to look it up for many.
struct Said<'s, T> {
    /// By folded name.
    anywhere: HashMap<Cow<'s, str>, Numbered<'s, T>>,
    /// By folded name and region.
    at: HashMap<(Cow<'s, str>, Option<Region>), Numbered<'s, T>>,
}

impl<'s, T> Said<'s, T> {
    fn of(all: impl Iterator<Item = (&'s Body, &'s T)>) -> Self {
        let mut said = Self { anywhere: HashMap::new(), at: HashMap::new() };
        for (number, (body, what)) in all.enumerate() {
            let name = body.folded_name();
            said.anywhere.entry(name.clone()).or_insert((number, what));
            said.at.entry((name, body.region.map(Region::plain))).or_insert((number, what));
        }
        said
    }

    /// The first that is said of a body that is the same as this one ([`Body::is_same_as`]).
    fn about(&self, body: &'s Body) -> Option<&'s T> {
        let name = body.folded_name();
        let Some(region) = body.region else { return self.anywhere.get(&name).map(|(_, what)| *what) };
        let regions = [None, Some(region.plain())].into_iter();
        let found = regions.filter_map(|region| self.at.get(&(name.clone(), region)));
        found.min_by_key(|(number, _)| *number).map(|(_, what)| *what)
    }
}

/// Remarks as one text, as far as a cell holds more.
fn joined(remarks: impl Iterator<Item = String>) -> String {
    const LONGEST: usize = 2000;
    let text = remarks.collect::<Vec<_>>().join("；");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}……", &text[..end]),
        None => text,
    }
}

fn called(body: &Body) -> String {
    let name: String = body.name.chars().take(200).collect();
    body.region.map_or(name.clone(), |region| format!("{name}（{region}）"))
}

fn number(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    n: usize,
    format: &Format,
) -> Result<(), WorkbookError> {
    worksheet.write_number_with_format(row, column, f64::from(u32::try_from(n).unwrap_or(u32::MAX)), format)?;
    Ok(())
}

/// A link to a file beside the workbook, as far as a sheet holds more.
fn link(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    i: usize,
    source: &str,
    text: &str,
) -> Result<(), WorkbookError> {
    const LONGEST: usize = 500;
    if i < LINKS && source.chars().count() <= LONGEST && !source.chars().any(char::is_control) {
        let url = Url::new(format!("file:///{source}"));
        worksheet.write_url_with_options(row, column, url, text, "", Some(&styles::link()))?;
    } else {
        let text: String = text.chars().take(LONGEST).collect();
        worksheet.write_string_with_format(row, column, text, &styles::sentence())?;
    }
    Ok(())
}

/// The title and the heads of a list.
pub(super) fn head(worksheet: &mut Worksheet, title: &str, heads: &[(&str, f64)]) -> Result<(), WorkbookError> {
    let last = u16::try_from(heads.len().saturating_sub(1)).unwrap_or_default();
    worksheet.merge_range(0, 0, 0, last, title, &styles::title())?;
    worksheet.set_row_height(0, 36.0)?;
    for (column, (head, width)) in (0..).zip(heads) {
        worksheet.set_column_width(column, *width)?;
        worksheet.write_string_with_format(HEAD, column, *head, &styles::head())?;
    }
    Ok(())
}

/// Filters, frozen panes and the page of a list.
pub(super) fn finish(worksheet: &mut Worksheet, rows: usize, last_column: u16) -> Result<(), WorkbookError> {
    let last = HEAD + u32::try_from(rows).unwrap_or(u32::MAX);
    worksheet
        .autofilter(HEAD, 0, last.max(HEAD + 1), last_column)?
        .set_freeze_panes(HEAD + 1, 2)?
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(HEAD, HEAD)?
        .set_footer("&C— &P —");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Returned, Said, joined, rows};
    use crate::form::{Edition, Form};
    use crate::report::Report;
    use crate::sum::Consolidation;
    use crate::value::{Body, Year};

    fn states(names: &[&str]) -> Vec<&'static str> {
        let form = |name: &&str| Form::from(&Report::new(Body::named(*name), Year::new(2024).unwrap()));
        let forms: Vec<Form> = names.iter().map(form).collect();
        let mut whole = Consolidation::default();
        whole.extend(forms.iter().cloned().map(Form::verify));
        let returned: Vec<_> = forms.iter().map(|form| Returned::new("a.xlsx", form, &form.check(), true)).collect();
        rows(&whole, &returned).iter().map(|row| row.state).collect()
    }

    #[test]
    fn who_is_perhaps_counted_twice_is_marked() {
        assert_eq!(states(&["甲县民政局", "乙县民政局"]), ["已汇总"; 2]);
        assert_eq!(states(&["某某县人民政府", "甲镇人民政府"]), ["可能重复计入"; 2]);
        // The question states a region that the names tell, and the forms do not.
        assert_eq!(states(&["安丘市人民政府", "安丘市民政局"]), ["可能重复计入"; 2]);
        assert_eq!(
            states(&["上海市徐汇区民政局", "徐汇区民政局", "甲县民政局"]),
            ["可能重复计入", "可能重复计入", "已汇总"]
        );
    }

    #[test]
    fn the_first_that_is_said_of_a_body_is_found() {
        let at = |name: &str, code: &str| Body { region: code.parse().ok(), ..Body::named(name) };
        let bodies = [at("甲局", "370784"), at("甲 局", "370725"), at("甲局", ""), at("乙局", "370725")];
        let numbers = [0, 1, 2, 3];
        let said = Said::of(bodies.iter().zip(&numbers));
        for (body, expected) in [
            (at("甲局", "370784"), Some(0)),
            (at("甲局", "370725"), Some(1)),
            (at("甲局", "370700"), Some(2)),
            (at("甲局", ""), Some(0)),
            (at("乙局", ""), Some(3)),
            (at("乙局", "370784"), None),
            (at("丙局", ""), None),
        ] {
            let first = (0..4).find(|&at| bodies[at].is_same_as(&body));
            assert_eq!((said.about(&body).copied(), first), (expected, expected), "{body:?}");
        }
    }

    #[test]
    fn a_form_without_errors_that_is_not_counted_has_cells_without_a_number() {
        let form = Form::from(&Report::new(Body::named("甲局"), Year::new(2024).unwrap()));
        let returned = [Returned::new("a.xlsx", &form, &form.check(), false)];
        assert_eq!(rows(&Consolidation::default(), &returned)[0].state, "有空白或不能读的格，未计入");
        let empty = Form::new(Edition::V2021);
        let returned = [Returned::new("a.xlsx", &empty, &empty.check(), false)];
        assert_eq!(rows(&Consolidation::default(), &returned)[0].state, "有错误，未计入");
    }

    #[test]
    fn remarks_are_cut_where_a_cell_ends() {
        let text = joined(std::iter::repeat_n("甲".repeat(1500), 2));
        assert_eq!((text.chars().count(), text.ends_with("……")), (2002, true));
    }
}
