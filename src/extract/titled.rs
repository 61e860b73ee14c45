//! Which title of a page is that of the report, and what it says.

use std::ops::Range;

use super::page::rows::Page;
use super::tables::reports::{Rank, Title};
use super::{ExtractError, Note};
use crate::narrative::Sections;
use crate::narrative::passages::ends::Titles;
use crate::narrative::passages::title;
use crate::value::Year;

/// What the titles of a page say.
pub(super) struct Titled {
    pub(super) sections: Sections,
    pub(super) body: Option<String>,
    pub(super) year: Option<Year>,
    /// Two titles that name different bodies or years.
    pub(super) note: Option<Note>,
    /// Where titles stand.
    pub(super) titles: Vec<Range<usize>>,
}

/// Reads the titles of a report, of which `titles` are those that are lines by themselves. Where the titles that count name two bodies or
/// two years, neither is taken.
pub(super) fn read(page: &Page<'_>, text: &str, titles: &[Title]) -> Titled {
    let counting: Vec<&Title> = Title::that_count(titles).collect();
    let line = counting.first().filter(|title| title.rank == Rank::Line);
    let others = page.roles.iter().map(|(range, _)| range.clone()).collect();
    let mut sections = Sections::titled(text, &Titles { own: line.map(|title| title.at.clone()), others });
    // A title over several lines is not among the lines.
    let is_of_several = line.is_none() && sections.title.is_some();
    if let (None, Some(title)) = (&sections.title, counting.first()) {
        sections = Sections::titled(text, &Titles { own: Some(title.at.clone()), others: Vec::new() });
    }
    let printed = sections.title.as_ref().map(|title| title.text.as_str()).unwrap_or_default();
    let own = title::read(printed);
    let counting = if is_of_several { Vec::new() } else { counting };
    let of_captions = || titles.iter().filter(|title| matches!(title.rank, Rank::Caption | Rank::Breadcrumb));
    let year_of = |titles: &mut dyn Iterator<Item = &Title>| one_year(titles.filter_map(|title| title.year));
    let year = match year_of(&mut counting.iter().copied()) {
        // A year that the title names and leaves open stays open.
        Ok(None) if title::first_year(printed).is_none() => {
            own.year.or_else(|| year_of(&mut of_captions()).unwrap_or_default())
        }
        Ok(year) => year.or(own.year),
        Err(Differ) => None,
    };
    let body = one_body(&counting).and_then(|body| match body.or(own.body) {
        None => one_body(&of_captions().filter(|title| title.year == year).collect::<Vec<_>>()),
        body => Ok(body),
    });
    let differing = two(&counting, |one, other| one.year != other.year || !one.may_be_of_one_body(other));
    let note = differing.map(|titles| Note::TitlesDiffer { titles: titles.map(|title| title.text.clone()) });
    let titles = titles.iter().map(|title| title.at.clone()).collect();
    Titled { sections, body: body.unwrap_or_default(), year, note, titles }
}

impl Titled {
    /// The same for a report that stands in a script of a page with titles of its own.
    ///
    /// # Errors
    ///
    /// If the titles of the page are of another year, so that it may not show this report.
    pub(super) fn within(mut self, around: &Self) -> Result<Self, ExtractError> {
        let printed =
            |titled: &Self| titled.sections.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
        if self.year.zip(around.year).is_some_and(|(year, around)| year != around) {
            return Err(ExtractError::TwoReports { first: printed(around), second: printed(&self) });
        }
        self.year = self.year.or(around.year);
        self.body = self.body.or_else(|| around.body.clone());
        self.note = self.note.or_else(|| around.note.clone());
        Ok(self)
    }
}

/// Two values where there should be one.
struct Differ;

/// The first two titles that differ.
fn two<'t>(titles: &[&'t Title], differ: impl Fn(&Title, &Title) -> bool) -> Option<[&'t Title; 2]> {
    let pairs =
        titles.iter().enumerate().flat_map(|(at, &one)| titles[at + 1..].iter().map(move |&other| [one, other]));
    pairs.into_iter().find(|[one, other]| differ(one, other))
}

/// The year of these titles, if it is one.
fn one_year(mut years: impl Iterator<Item = Year>) -> Result<Option<Year>, Differ> {
    let first = years.next();
    if years.all(|year| Some(year) == first) { Ok(first) } else { Err(Differ) }
}

/// The name of the body of these titles, if it may be one. Of several names the fullest stays, so that the place is told. Every two are
/// compared: 民政局 may be that of either county.
fn one_body(titles: &[&Title]) -> Result<Option<String>, Differ> {
    if two(titles, |one, other| !one.may_be_of_one_body(other)).is_some() {
        return Err(Differ);
    }
    let named = titles.iter().filter(|title| title.body.is_some());
    let fullest = named.reduce(|first, other| if other.is_fuller_than(first) { other } else { first });
    Ok(fullest.and_then(|title| title.body.clone()))
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::extract::{self, Note};
    use crate::value::Year;

    #[test]
    fn the_title_on_the_page_counts_and_not_a_link_or_the_caption() {
        const TABLE: &str = "<p>二、主动公开政府信息情况</p><table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量\
             <tr><td>行政处罚<td>447</table>";
        let title = |body: &str, year: u16| format!("{body}{year}年政府信息公开工作年度报告");
        let link = |title: &str| format!("<ul><li><a href=#>{title}</a></ul>");
        let lines =
            |bodies: &[&str]| bodies.iter().map(|body| format!("<p>{}</p>", title(body, 2023))).collect::<String>();
        let own = title("甲县民政局", 2023);
        let own_h1 = format!("<h1>{own}</h1>");
        for (page, body, year, differ) in [
            (link(&title("甲县民政局", 2024)) + &link(&own) + &own_h1, "甲县民政局", 2023, false),
            (link(&title("", 2024)) + &link(&title("", 2022)) + &own_h1, "甲县民政局", 2023, false),
            (link(&title("省政府办公厅", 2022)) + &own_h1, "甲县民政局", 2023, false),
            (format!("<p>上一篇：{}</p>{own_h1}", title("甲县教育局", 2022)), "甲县民政局", 2023, false),
            (
                format!(
                    "<p>热点：{}</p><h1>甲县民政局政府信息公开工作年度报告（2023年）</h1>",
                    title("省政府办公厅", 2022)
                ),
                "甲县民政局",
                2023,
                false,
            ),
            (format!("<title>{}</title>{own_h1}", title("甲县民政局", 2022)), "甲县民政局", 2023, false),
            (format!("<title>甲县人民政府门户网站 {own}</title>{own_h1}"), "甲县民政局", 2023, false),
            (format!("<title>{own}</title><h1>{}</h1>", title("", 2023)), "甲县民政局", 2023, false),
            (format!("<title>{own}</title>"), "甲县民政局", 2023, false),
            (format!("<title>甲县民政局</title><div>首页 > 年度报告 > {own}</div>"), "甲县民政局", 2023, false),
            (format!("<h1><a href=#>{own}</a></h1>"), "甲县民政局", 2023, false),
            (format!("<h1>{own} <a href=#>打印</a></h1>"), "甲县民政局", 2023, false),
            (
                link(&title("甲县", 2024)) + "<h1>甲县民政局</h1><h1>政府信息公开工作年度报告</h1><p>（2023年度）</p>",
                "甲县民政局",
                2023,
                false,
            ),
            (format!("<p>{own}</p><p>{}</p>", title("甲县民政局", 2022)), "甲县民政局", 0, true),
            (format!("{own_h1}<p>附：{}</p>", title("城关镇", 2023)), "", 2023, true),
            (own_h1.clone() + &lines(&["民政局"]), "甲县民政局", 2023, false),
            (lines(&["民政局", "甲县民政局"]), "甲县民政局", 2023, false),
            (lines(&["民政局", "甲县民政局", "乙县民政局"]), "", 2023, true),
            (lines(&["甲县民政局", "民政局", "乙县民政局"]), "", 2023, true),
            (lines(&["某某省人民政府", "某某省人民政府办公厅"]), "某某省人民政府", 2023, false),
            (lines(&["甲县人民政府", "甲县政府"]), "甲县人民政府", 2023, false),
            (lines(&["甲县民政局", "甲县民政局办公室"]), "甲县民政局", 2023, false),
            (link(&own), "", 0, false),
        ] {
            let extraction = extract::from_html(&(page.clone() + TABLE)).unwrap();
            let found = extraction.form.body.map(|body| body.name).unwrap_or_default();
            assert_eq!((found.as_str(), extraction.form.year.map_or(0, Year::number)), (body, year), "{page}");
            assert_eq!(extraction.notes.iter().any(|note| matches!(note, Note::TitlesDiffer { .. })), differ, "{page}");
        }
    }

    #[test]
    fn figures_are_those_of_the_title_over_them() {
        let report = |title: &str, row: &str, figure: u16| {
            format!(
                "<h2>{title}</h2><p>二、主动公开政府信息情况</p><table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量\
                 <tr><td>{row}<td>{figure}</table>"
            )
        };
        let caption = "<title>甲县2023年政府信息公开工作年度报告</title>";
        let [before, now] = [2022, 2023].map(|year: u16| format!("{year}年政府信息公开工作年度报告"));
        for (page, year, figures, notes) in [
            // The report of the caption is a picture.
            (
                format!("{caption}{}<h2>{now}</h2><img src=1.png>", report(&before, "行政处罚", 389)),
                2022,
                vec!["389"],
                0,
            ),
            (
                format!("{caption}{}{}", report(&before, "行政处罚", 389), report(&now, "行政强制", 4)),
                2022,
                vec!["389"],
                1,
            ),
            (format!("<h2>{now}</h2>{}", report(&before, "行政处罚", 389)), 0, vec!["389"], 1),
        ] {
            let extraction = extract::from_html(&page).unwrap();
            assert_eq!(extraction.form.year.map_or(0, Year::number), year, "{page}");
            assert!(extraction.placed.iter().map(|placed| placed.printed.as_str()).eq(figures), "{page}");
            let is_told = |note: &&Note| matches!(note, Note::TitlesDiffer { .. } | Note::AnotherReport { .. });
            assert_eq!(extraction.notes.iter().filter(is_told).count(), notes, "{page}");
        }
    }

    #[test]
    fn a_title_is_found_behind_any_number_of_other_lines() {
        let lines = "政务公开\n".repeat(20);
        let page = format!(
            "{lines}# 2023年政府信息公开工作年度报告\n甲县民政局\n\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t447\n"
        );
        let extraction = extract::from_text(&page).unwrap();
        assert_eq!(extraction.sections.title.unwrap().text, "2023年政府信息公开工作年度报告\n甲县民政局");
        assert_eq!(extraction.form.body.unwrap().name, "甲县民政局");
    }
}
