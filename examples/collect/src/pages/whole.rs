//! The sums of one year, with what they cover.

use std::fmt::Write as _;

use ogi_report::render::{self, charts};
use ogi_report::sum::{Completeness, NotCounted, SectionTotals, Superseded, Whole};
use ogi_report::{Cell, Column, Consolidation, Lang, RequestRow, Route, Section};

use super::{END, bodies, called, contradictions, escape, pick, start};
use crate::sums::{Contradiction, OfYear};

/// The whole page: the official table, the coverage, the conflicts, and the sections that hold by themselves.
pub(crate) fn page(of_year: &OfYear, all: &[Contradiction], lang: Lang) -> String {
    let whole = &of_year.whole;
    let year = whole.year().map_or(String::new(), |year| year.to_string());
    let title = match lang {
        Lang::Zh => format!("{year}年度政府信息公开工作年度报告汇总"),
        Lang::En => format!("Annual reports on open government information, {year}, consolidated"),
    };
    let mut out = start(&title, lang, false);
    let _ = writeln!(out, "<nav><a href=\"index.html\">{}</a></nav>", pick(lang, "← 全部来源", "← all sources"));
    // Writing to a string does not fail.
    let _ = coverage(&mut out, whole, of_year.undecided, lang);
    out.push_str(&contradictions(all, lang));
    match whole.whole() {
        Ok(one) => {
            let _ = sums(&mut out, &one, lang);
        }
        Err(conflicts) => {
            let _ = write!(
                out,
                "<section class=\"warn\"><h2>{}</h2>\n<ul>\n",
                pick(lang, "不能汇总：", "There are no sums, because:")
            );
            for conflict in conflicts.conflicts() {
                let _ = writeln!(out, "<li>{}</li>", escape(&conflict.message(lang)));
            }
            out.push_str("</ul></section>\n");
        }
    }
    let _ = of_sections(&mut out, &of_year.sections, whole.bodies().count(), lang);
    out + END
}

fn coverage(out: &mut String, whole: &Consolidation, undecided: u64, lang: Lang) -> std::fmt::Result {
    let coverage = whole.coverage();
    let completeness = coverage.completeness();
    let class = if completeness == Completeness::Complete { "" } else { " class=\"note\"" };
    let (counted, not_counted) = (coverage.counted.len(), coverage.not_counted.len());
    let (expected, missing) = (coverage.expected, coverage.missing.len());
    let label = completeness.label(lang);
    let said = match lang {
        Lang::Zh => {
            format!("{label}：计入 {counted} 份，未计入 {not_counted} 份，应报 {expected} 份，未收到 {missing} 份。")
        }
        Lang::En => {
            format!("{label}: counted {counted}, not counted {not_counted}, expected {expected}, missing {missing}.")
        }
    };
    writeln!(out, "<section><h2>{}</h2>\n<p{class}>{said}</p>", pick(lang, "范围", "What is covered"))?;
    if undecided > 0 {
        let said = match lang {
            Lang::Zh => format!(
                "{undecided} 个机关有数字不同的几份报告，均未计入；只有各份都写明公布日期时，才能按 --prefer-later 取后公布的一份。"
            ),
            Lang::En => format!(
                "{undecided} bodies have several reports with different figures, and none of them is counted; --prefer-later takes the one \
                 published last, where all say when."
            ),
        };
        writeln!(out, "<p class=\"warn\">{said}</p>")?;
    }
    let title = |zh, en| pick(lang, zh, en);
    out.push_str(&bodies(title("未收到", "Missing"), coverage.missing.iter()));
    out.push_str(&bodies(title("名单以外", "Not on the roster"), coverage.unexpected.iter()));
    not_counted_list(out, &coverage.not_counted, lang)?;
    superseded(out, &coverage.superseded, lang)?;
    if !coverage.open.is_empty() {
        const LISTED: usize = 200;
        writeln!(
            out,
            "<details><summary>{} <b>{}</b></summary><ul>",
            title("可能重复计入", "Perhaps counted twice"),
            coverage.open.len()
        )?;
        for open in coverage.open.iter().take(LISTED) {
            writeln!(out, "<li>{}</li>", escape(&open.message(lang)))?;
        }
        out.push_str("</ul></details>\n");
    }
    out.push_str(&bodies(title("区划或者统计范围不明", "Region or scope not known"), coverage.unplaced.iter()));
    out.push_str(&bodies(title("计入", "Counted"), coverage.counted.iter()));
    out.push_str("</section>\n");
    Ok(())
}

fn not_counted_list(out: &mut String, all: &[NotCounted], lang: Lang) -> std::fmt::Result {
    const LISTED: usize = 2_000;
    const CELLS: usize = 3;
    if all.is_empty() {
        return Ok(());
    }
    let title = pick(lang, "已收到、未计入", "Came and not counted");
    writeln!(out, "<details><summary>{title} <b>{}</b></summary>\n<ul>", all.len())?;
    for form in all.iter().take(LISTED) {
        let body = form.body.as_ref().map_or(pick(lang, "机关不明", "body not known").to_owned(), called);
        let cells: Vec<String> = form.without_number.iter().take(CELLS).map(|cell| cell.label(lang)).collect();
        let more = form.without_number.len().saturating_sub(CELLS);
        let (errors, cells) = (form.errors, escape(&cells.join(pick(lang, "、", "; "))));
        let cells = match (lang, cells.is_empty(), more) {
            (_, true, _) => String::new(),
            (Lang::Zh, _, 0) => format!("，缺：{cells}"),
            (Lang::En, _, 0) => format!(", lacking {cells}"),
            (Lang::Zh, ..) => format!("，缺：{cells}等"),
            (Lang::En, ..) => format!(", lacking {cells} and {more} more"),
        };
        let errors = match lang {
            Lang::Zh => format!("{errors} 处错误"),
            Lang::En => format!("errors: {errors}"),
        };
        writeln!(out, "<li>{body} <small>{errors}{cells}</small></li>")?;
    }
    out.push_str("</ul></details>\n");
    Ok(())
}

fn superseded(out: &mut String, all: &[Superseded], lang: Lang) -> std::fmt::Result {
    if all.is_empty() {
        return Ok(());
    }
    let title = pick(lang, "已有后来公布的一份，未计入", "Replaced by one published later");
    writeln!(out, "<details><summary>{title} <b>{}</b></summary>\n<ul>", all.len())?;
    for one in all {
        let day = one.published.map_or(String::new(), |day| day.to_string());
        writeln!(out, "<li>{} <small>{day}</small></li>", called(&one.body))?;
    }
    out.push_str("</ul></details>\n");
    Ok(())
}

fn sums(out: &mut String, whole: &Whole<'_>, lang: Lang) -> std::fmt::Result {
    let totals = whole.totals();
    if totals.reports() == 0 {
        return writeln!(out, "<p class=\"note\">{}</p>", pick(lang, "没有核对无误的报告。", "No report holds."));
    }
    let said = match lang {
        Lang::Zh => format!("以下是 {} 份报告之和。", totals.reports()),
        Lang::En => format!("The sums of {} reports.", totals.reports()),
    };
    writeln!(out, "<section>\n<p>{said}</p>")?;
    match totals.form() {
        Ok(form) => out.push_str(&render::html_fragment(&form, lang, "")),
        Err(error) => writeln!(out, "<p class=\"warn\">{}</p>", escape(&error.to_string()))?,
    }
    if let Some(chart) = charts::outcomes(totals, whole.coverage().completeness(), lang) {
        writeln!(out, "<div class=\"chart\" tabindex=\"0\">{chart}</div>")?;
    }
    out.push_str("</section>\n");
    Ok(())
}

/// The sums of sections that hold, beside those of whole reports.
fn of_sections(out: &mut String, sections: &SectionTotals, whole: usize, lang: Lang) -> std::fmt::Result {
    let heads = match lang {
        Lang::Zh => ["部分", "成立的表格", "整份成立的", "数量"],
        Lang::En => ["section", "forms where it holds", "whole forms", "sums"],
    };
    writeln!(
        out,
        "<section><h2>{}</h2>\n<p>{}</p>\n<table class=\"list stack\"><thead><tr>{}</tr></thead><tbody>",
        pick(lang, "按部分汇总", "Section by section"),
        pick(
            lang,
            "一份报告的某一部分有错误时，其他部分仍可能成立。以下分别汇总成立的部分，不检查机关是否重复。",
            "Where one section of a report is wrong, the others may hold. These are the sums of the sections that hold; nothing checks whether bodies \
             contain each other."
        ),
        heads.map(|head| format!("<th scope=\"col\">{head}</th>")).concat()
    )?;
    for &section in Section::ALL {
        let shown = match section {
            Section::Requests => vec![
                Cell::request(RequestRow::Received, Column::Total),
                Cell::request(RequestRow::OutcomeTotal, Column::Total),
                Cell::request(RequestRow::CarriedOver, Column::Total),
            ],
            Section::Disputes => Route::ALL.iter().map(|&route| Cell::dispute(route, Column::Total)).collect(),
            Section::Proactive => Cell::ALL
                .iter()
                .copied()
                .filter(|cell| cell.section() == section && cell.to_string().ends_with(".decisions"))
                .collect(),
        };
        let shown = shown.into_iter().filter_map(|cell| {
            Some(format!("<div>{} <b>{}</b></div>", escape(&cell.label(lang)), sections.count(cell)?))
        });
        let [a, b, c, d] = heads;
        writeln!(
            out,
            "<tr><td data-label=\"{a}\">{}</td><td class=\"n\" data-label=\"{b}\">{}</td><td class=\"n\" data-label=\"{c}\">{whole}</td><td \
             data-label=\"{d}\"><div>{}</div></td></tr>",
            section.label(lang),
            sections.forms(section),
            shown.collect::<String>()
        )?;
    }
    out.push_str("</tbody></table></section>\n");
    Ok(())
}
