//! Sums year by year.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ogi_report::render::charts;
use ogi_report::sum::{Percent, Ratio};
use ogi_report::{Cell, Column, Lang, OutcomeGroup, RequestRow, Route, Section, Totals, Year};

use super::{END, contradictions, escape, pick, start};
use crate::sums::{Contradiction, OfYear};

/// A line of the table: its label, and its sum in a year.
type Line = (String, Box<dyn Fn(&Totals) -> Option<u64>>);

/// The whole page: a table and a chart, and where the bodies of a year are not those of the year before.
pub(crate) fn page(years: &BTreeMap<Year, OfYear>, all: &[Contradiction], lang: Lang) -> String {
    let mut out = start(pick(lang, "历年汇总", "Year by year"), lang, false);
    let _ = writeln!(out, "<nav><a href=\"index.html\">{}</a></nav>", pick(lang, "← 全部来源", "← all sources"));
    // Writing to a string does not fail.
    let _ = cover(&mut out, years, lang)
        .and_then(|()| conflicts(&mut out, years, lang))
        .and_then(|()| table(&mut out, years, lang));
    let sums = years.iter().filter_map(|(year, of_year)| Some((*year, of_year.totals.as_ref()?)));
    let sums: Vec<(Year, &Totals)> = sums.collect();
    let _ = writeln!(out, "<div class=\"chart\" tabindex=\"0\">{}</div>", charts::years(&sums, lang));
    out + &contradictions(all, lang) + END
}

/// Of how many forms the sums are, and whether of the same bodies.
fn cover(out: &mut String, years: &BTreeMap<Year, OfYear>, lang: Lang) -> std::fmt::Result {
    let heads = match lang {
        Lang::Zh => [
            "年度",
            "表格",
            "计入",
            "几份不同、均未计入的机关",
            "机关与上年",
            "第二部分成立",
            "第三部分成立",
            "第四部分成立",
        ],
        Lang::En => [
            "year",
            "forms",
            "counted",
            "bodies with differing reports, not counted",
            "bodies, against the year before",
            "section 二 holds",
            "section 三 holds",
            "section 四 holds",
        ],
    };
    writeln!(
        out,
        "<p>{}</p>\n<table class=\"list stack\"><thead><tr>{}</tr></thead><tbody>",
        pick(
            lang,
            "各年之和是核对无误的报告之和。一个机关的报告已包含在另一份报告中的年度，没有和。不能断定是否包含的，这里不列出；只收集一年时，汇总页列出。机关不同的年度，差别也来自机关，不能只看作变化。",
            "The sums are of the reports that hold. A year has none if one report contains that of another body. Where that is not certain, this page is \
             silent; the page of a run over a single year lists it. Where the bodies are not the same, a difference is also one of bodies, and not \
             only a change."
        ),
        heads.map(|head| format!("<th scope=\"col\">{head}</th>")).concat()
    )?;
    for (year, of_year) in years {
        let bodies = before(years, *year).map_or("", |before| {
            let is_same = is_of_same_bodies(before, of_year);
            if is_same { pick(lang, "相同", "the same") } else { pick(lang, "不同", "others") }
        });
        let forms = |section| of_year.sections.forms(section).to_string();
        let cells = [
            year.to_string(),
            of_year.forms.to_string(),
            of_year.reports().to_string(),
            of_year.undecided.to_string(),
            bodies.to_owned(),
            forms(Section::Proactive),
            forms(Section::Requests),
            forms(Section::Disputes),
        ];
        out.push_str("<tr>");
        for (head, cell) in heads.iter().zip(cells) {
            write!(out, "<td class=\"n\" data-label=\"{head}\">{cell}</td>")?;
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
    Ok(())
}

/// The year before a year, if there are forms of it: over a gap nothing is compared.
fn before(years: &BTreeMap<Year, OfYear>, year: Year) -> Option<&OfYear> {
    years.get(&Year::new(year.number() - 1).ok()?)
}

fn is_of_same_bodies(before: &OfYear, now: &OfYear) -> bool {
    before.bodies == now.bodies && before.reports() == now.reports()
}

/// The years without sums, and why.
fn conflicts(out: &mut String, years: &BTreeMap<Year, OfYear>, lang: Lang) -> std::fmt::Result {
    for (year, of_year) in years.iter().filter(|(_, of_year)| of_year.conflicts > 0) {
        let said = match lang {
            Lang::Zh => format!("{year} 年不能汇总："),
            Lang::En => format!("There are no sums of {year}, because:"),
        };
        writeln!(out, "<section class=\"warn\"><h2>{said}</h2>\n<ul>")?;
        for conflict in &of_year.first_conflicts {
            writeln!(out, "<li>{}</li>", escape(conflict.get(lang)))?;
        }
        let more = of_year.conflicts - of_year.first_conflicts.len() as u64;
        if more > 0 {
            writeln!(out, "<li>… + {more}</li>")?;
        }
        out.push_str("</ul></section>\n");
    }
    Ok(())
}

/// Every line year by year, each with its difference to the year before. The head of a year says where its bodies are others.
fn table(out: &mut String, years: &BTreeMap<Year, OfYear>, lang: Lang) -> std::fmt::Result {
    let mut heads = String::new();
    for (year, of_year) in years {
        let others = before(years, *year).is_some_and(|before| !is_of_same_bodies(before, of_year));
        let others =
            if others { pick(lang, "<br><small>机关不同</small>", "<br><small>other bodies</small>") } else { "" };
        write!(heads, "<th scope=\"col\" class=\"n\">{year}{others}</th>")?;
    }
    writeln!(
        out,
        "<h2>{}</h2>\n<div class=\"chart\" tabindex=\"0\"><table class=\"list years\"><thead><tr><th scope=\"col\">{}</th>{heads}</tr></thead><tbody>",
        pick(lang, "数量和与上年的差别", "Sums, and the difference to the year before"),
        pick(lang, "栏目", "row"),
    )?;
    for (label, sum) in lines(lang) {
        write!(out, "<tr><th scope=\"row\">{}</th>", escape(&label))?;
        let number = |of_year: &OfYear| of_year.totals.as_ref().and_then(&sum);
        for (year, of_year) in years {
            let Some(now) = number(of_year) else {
                out.push_str("<td class=\"n\">—</td>");
                continue;
            };
            let change = before(years, *year).and_then(number);
            let change = change.map(|before| format!("<br><small>{}</small>", difference(before, now)));
            write!(out, "<td class=\"n\">{now}{}</td>", change.unwrap_or_default())?;
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
    Ok(())
}

/// A difference with its sign, and in percent where there is something to take percent of.
fn difference(before: u64, now: u64) -> String {
    let sign = if now < before { "−" } else { "+" };
    let percent = Ratio::new(now, 1).zip(Ratio::new(before, 1)).and_then(|(now, before)| now.percent_above(before));
    let signed = |percent: Percent| match percent.to_string().replace('-', "−") {
        fall if fall.starts_with('−') => format!(" ({fall})"),
        rise => format!(" (+{rise})"),
    };
    let percent = percent.map_or(String::new(), signed);
    format!("{sign}{}{percent}", now.abs_diff(before))
}

fn lines(lang: Lang) -> Vec<Line> {
    let cell = |cell: Cell| -> Line { (cell.label(lang), Box::new(move |totals| totals.count(cell))) };
    let request = |row: RequestRow| cell(Cell::request(row, Column::Total));
    let mut lines = vec![request(RequestRow::Received), request(RequestRow::CarriedIn)];
    for &group in OutcomeGroup::ALL {
        let rows = ogi_report::form::Outcome::ALL.iter().copied().filter(move |outcome| outcome.group() == group);
        let cells: Vec<Cell> = rows.map(|outcome| Cell::request(outcome, Column::Total)).collect();
        lines.push((group.label(lang).to_owned(), Box::new(move |totals| totals.count_of(&cells))));
    }
    lines.extend([request(RequestRow::OutcomeTotal), request(RequestRow::CarriedOver)]);
    lines.extend(Route::ALL.iter().map(|&route| cell(Cell::dispute(route, Column::Total))));
    lines
}
