//! The page that leads through everything.

use std::fmt::Write as _;

use ogi_report::check::RuleCode;
use ogi_report::intake::{Example, Source, Tally};
use ogi_report::{Lang, Verdict};

use super::{END, escape, pick, start};

/// Sources that are listed: those that give no trouble, and all.
const PLAIN: usize = 10_000;
const LISTED: usize = 20_000;

/// The rows of the list, as they come.
pub(crate) struct Rows {
    lang: Lang,
    html: String,
    plain: usize,
    listed: usize,
    left_out: u64,
}

impl Rows {
    pub(crate) fn new(lang: Lang) -> Self {
        Self { lang, html: String::new(), plain: 0, listed: 0, left_out: 0 }
    }

    /// Lists a source. Of very many those that give no trouble are left out first.
    pub(crate) fn add(&mut self, source: &Source, review: Option<&str>) {
        let is_plain = source.is_counted && review.is_none() && source.versions < 2;
        if self.listed >= LISTED || (is_plain && self.plain >= PLAIN) {
            self.left_out += 1;
            return;
        }
        self.listed += 1;
        self.plain += usize::from(is_plain);
        // Writing to a string does not fail.
        let _ = self.row(source, review);
    }

    fn row(&mut self, source: &Source, review: Option<&str>) -> std::fmt::Result {
        let lang = self.lang;
        let verdict = source.verdict.map_or("failed", Verdict::name);
        let name = source.body.as_ref().map_or("", |body| body.name.as_str());
        let year = source.year.map_or(String::new(), |year| year.to_string());
        let out = &mut self.html;
        write!(
            out,
            "<tr data-verdict=\"{verdict}\" data-errors=\"{}\" data-year=\"{year}\" data-body=\"{}\">",
            source.errors + usize::from(source.failure.is_some()) * 1_000_000,
            escape(name)
        )?;
        let labels = labels(lang);
        let mut cell = |at: usize, class: &str, html: &str| {
            write!(out, "<td class=\"{class}\" data-label=\"{}\">{html}</td>", labels[at])
        };
        cell(0, &format!("v v-{verdict}"), outcome(source, lang))?;
        cell(1, "", &source.body.as_ref().map_or(String::new(), super::called))?;
        cell(2, "n", &year)?;
        let number = |number: usize| if number == 0 { String::new() } else { number.to_string() };
        cell(3, "n", &number(source.errors))?;
        cell(4, "n", &number(source.warnings))?;
        cell(5, "", &remarks(source, lang))?;
        let file = escape(&source.file);
        let file = match review {
            Some(review) => {
                let label = pick(lang, "核对单", "review");
                format!("<a href=\"reviews/{}\">{label}</a> <small>{file}</small>", escape(review))
            }
            None => format!("<small>{file}</small>"),
        };
        cell(6, "", &file)?;
        out.push_str("</tr>\n");
        Ok(())
    }
}

fn labels(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["结果", "机关", "年度", "错误", "提示", "说明", "文件"],
        Lang::En => ["outcome", "body", "year", "errors", "warnings", "remarks", "file"],
    }
}

fn outcome(source: &Source, lang: Lang) -> &'static str {
    match (source.verdict, lang) {
        (Some(Verdict::Holds), Lang::Zh) => "✓ 无误",
        (Some(Verdict::Holds), Lang::En) => "✓ holds",
        (Some(Verdict::Broken), Lang::Zh) => "✗ 有错误",
        (Some(Verdict::Broken), Lang::En) => "✗ broken",
        (Some(Verdict::NotAssessed), Lang::Zh) => "? 未能全部核对",
        (Some(Verdict::NotAssessed), Lang::En) => "? not assessed",
        (None, Lang::Zh) => "✗ 未读出",
        (None, Lang::En) => "✗ failed",
    }
}

fn remarks(source: &Source, lang: Lang) -> String {
    let mut said: Vec<String> = Vec::new();
    if let Some(failure) = &source.failure {
        said.push(escape(failure.message.get(lang)));
    }
    if source.unplaced > 0 {
        let n = source.unplaced;
        said.push(match lang {
            Lang::Zh => format!("{n} 个数字没有栏目"),
            Lang::En => format!("figures without a place: {n}"),
        });
    }
    if source.versions > 1 {
        let n = source.versions;
        said.push(match (lang, source.is_disputed) {
            (Lang::Zh, true) => format!("同一机关同一年度 {n} 份，数字不同"),
            (Lang::Zh, false) => format!("同一机关同一年度 {n} 份，数字相同"),
            (Lang::En, true) => format!("{n} reports of this body and year, with different figures"),
            (Lang::En, false) => format!("{n} reports of this body and year, with the same figures"),
        });
    }
    said.extend(source.rules.iter().map(|rule| format!("<span class=\"code\">{rule}</span>")));
    said.join(pick(lang, "；", "; "))
}

/// The whole page. `pages` are the other pages, with their titles.
pub(crate) fn page(tally: &Tally, rows: &Rows, pages: &[(&str, &str)], lang: Lang) -> String {
    let mut out = start(pick(lang, "年度报告收集结果", "Annual reports, collected"), lang, true);
    // Writing to a string does not fail.
    let _ = cards(&mut out, tally, lang).and_then(|()| nav(&mut out, pages, lang));
    let _ =
        causes(&mut out, tally, lang).and_then(|()| rules(&mut out, tally, lang)).and_then(|()| list(&mut out, rows));
    out + "<script>" + include_str!("index.js") + "</script>\n" + END
}

fn cards(out: &mut String, tally: &Tally, lang: Lang) -> std::fmt::Result {
    let verdict = |verdict| tally.verdicts.get(&verdict).copied().unwrap_or(0);
    let cards = [
        (tally.sources, "份来源", "sources"),
        (tally.failed(), "份未读出", "failed"),
        (verdict(Verdict::Holds), "份核对无误", "hold"),
        (verdict(Verdict::Broken), "份有错误", "broken"),
        (verdict(Verdict::NotAssessed), "份未能全部核对", "not fully assessed"),
        (tally.counted, "份计入汇总", "counted in sums"),
        (tally.disputed, "份与同一机关的另一份不同", "differ from another of their body"),
    ];
    out.push_str("<ul class=\"cards\">\n");
    for (count, zh, en) in cards {
        writeln!(out, "<li><b>{count}</b> {}</li>", pick(lang, zh, en))?;
    }
    out.push_str("</ul>\n");
    Ok(())
}

fn nav(out: &mut String, pages: &[(&str, &str)], lang: Lang) -> std::fmt::Result {
    let tables = ["forms", "cells", "findings", "figures", "sources"];
    writeln!(out, "<nav aria-label=\"{}\"><ul>", pick(lang, "网页和表格", "pages and tables"))?;
    for (file, title) in pages {
        writeln!(out, "<li><a href=\"{file}\">{}</a></li>", escape(title))?;
    }
    for table in tables {
        writeln!(out, "<li><a href=\"{table}.parquet\" download>{table}.parquet</a></li>")?;
    }
    out.push_str("</ul></nav>\n");
    Ok(())
}

fn causes(out: &mut String, tally: &Tally, lang: Lang) -> std::fmt::Result {
    if tally.causes.is_empty() {
        return Ok(());
    }
    let heads = match lang {
        Lang::Zh => ["原因", "份数", "格式", "例子"],
        Lang::En => ["cause", "sources", "formats", "examples"],
    };
    head(out, pick(lang, "没有读出的来源", "What failed"), &heads)?;
    let mut causes: Vec<_> = tally.causes.iter().collect();
    causes.sort_by_key(|&(cause, group)| (std::cmp::Reverse(group.count), *cause));
    for (cause, group) in causes {
        let formats: Vec<String> = group.formats.iter().map(|(format, n)| format!("{} {n}", escape(format))).collect();
        let example = |Example { file, message, .. }: &Example| {
            format!("<div>{} <small>{}</small></div>", escape(file), escape(message.get(lang)))
        };
        let examples: String = group.examples.iter().map(example).collect();
        let [a, b, c, d] = heads;
        writeln!(
            out,
            "<tr><td data-label=\"{a}\">{}</td><td class=\"n\" data-label=\"{b}\">{}</td><td data-label=\"{c}\">{}</td><td \
             data-label=\"{d}\"><div>{examples}</div></td></tr>",
            cause.label(lang),
            group.count,
            formats.join(", ")
        )?;
    }
    out.push_str("</tbody></table>\n");
    Ok(())
}

fn rules(out: &mut String, tally: &Tally, lang: Lang) -> std::fmt::Result {
    const RULES: usize = 15;
    if tally.rules.is_empty() {
        return Ok(());
    }
    let heads = match lang {
        Lang::Zh => ["规则", "份数", "应满足"],
        Lang::En => ["rule", "forms", "what must hold"],
    };
    head(out, pick(lang, "涉及最多的规则", "Rules most often broken"), &heads)?;
    let mut rules: Vec<(&RuleCode, &u64)> = tally.rules.iter().collect();
    rules.sort_by_key(|&(code, count)| (std::cmp::Reverse(*count), code.code().to_owned()));
    for (code, count) in rules.into_iter().take(RULES) {
        let formula = code.rule().map_or("", |rule| rule.formula(lang));
        let [a, b, c] = heads;
        writeln!(
            out,
            "<tr><td data-label=\"{a}\"><a href=\"#sources\" data-find=\"{code}\">{code}</a></td><td class=\"n\" \
             data-label=\"{b}\">{count}</td><td data-label=\"{c}\">{}</td></tr>",
            escape(formula)
        )?;
    }
    out.push_str("</tbody></table>\n");
    Ok(())
}

/// A heading and the head of a table.
fn head(out: &mut String, title: &str, heads: &[&str]) -> std::fmt::Result {
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    writeln!(out, "<h2>{title}</h2>\n<table class=\"list stack\"><thead><tr>{heads}</tr></thead><tbody>")
}

fn list(out: &mut String, rows: &Rows) -> std::fmt::Result {
    let lang = rows.lang;
    let word = |zh: &'static str, en: &'static str| pick(lang, zh, en);
    writeln!(out, "<section id=\"sources\" tabindex=\"-1\">\n<h2>{}</h2>", word("全部来源", "All sources"))?;
    if rows.left_out > 0 {
        let n = rows.left_out;
        let said = match lang {
            Lang::Zh => format!("另有 {n} 份没有列出，见 sources.parquet。"),
            Lang::En => format!("{n} more are not listed here; sources.parquet has them all."),
        };
        writeln!(out, "<p class=\"note\">{said}</p>")?;
    }
    let option = |value: &str, label: &str| format!("<option value=\"{value}\">{label}</option>");
    let verdicts = option("", word("全部", "all"))
        + &option("failed broken not_assessed", word("需要处理的", "those that want work"))
        + &option("holds", word("核对无误", "holds"))
        + &option("broken", word("有错误", "broken"))
        + &option("not_assessed", word("未能全部核对", "not fully assessed"))
        + &option("failed", word("未读出", "failed"));
    let orders = option("file", word("按文件", "by file"))
        + &option("errors", word("按错误，多的在前", "by errors, most first"))
        + &option("body", word("按机关", "by body"))
        + &option("year", word("按年度，近的在前", "by year, latest first"));
    writeln!(
        out,
        "<div class=\"find\" id=\"controls\" role=\"search\" hidden>\n<label>{}<input type=\"search\" id=\"find\"></label>\n\
         <label>{}<select id=\"verdict\">{verdicts}</select></label>\n<label>{}<select id=\"order\">{orders}</select></label>\n\
         <output id=\"count\" aria-live=\"polite\" data-text=\"{}\"></output>\n</div>",
        word("查找机关、文件、规则", "find a body, file or rule"),
        word("结果", "outcome"),
        word("排序", "order"),
        word("{} 份", "{} sources"),
    )?;
    let heads: String = labels(lang).iter().map(|label| format!("<th scope=\"col\">{label}</th>")).collect();
    writeln!(out, "<table class=\"list stack\"><thead><tr>{heads}</tr></thead><tbody>")?;
    out.push_str(&rows.html);
    writeln!(
        out,
        "</tbody></table>\n<p class=\"more find\"><button id=\"more\" type=\"button\" hidden>{}</button></p>\n</section>",
        word("再显示 200 份", "show 200 more")
    )
}
