//! Forms and checks as pages, tables and pictures for people.
//!
//! A form prints as the official table of its edition: as a web page ([`html`]), as Markdown ([`markdown`]) or for a
//! terminal ([`text`]). With the findings of a check it prints as a review sheet ([`review`], [`checked_text`]). Labels are the form's own, or
//! English terms. Cells print as they are, whatever the language.
//!
//! # How cell states are distinguished
//!
//! | on the form | web page | Markdown and text |
//! |---|---|---|
//! | a number, `/` or words | as printed | as printed |
//! | blank | an empty cell | an empty cell |
//! | not in the source | an empty cell with the attribute [`ABSENT_ATTRIBUTE`], shown as [`ABSENT_SIGN`] | [`ABSENT_SIGN`] |
//!
//! So a reader sees what was printed, what was left blank and what is absent, and `extract` reads the same form back from a page or from
//! Markdown in Chinese. Everything from a form is escaped: no text in a cell becomes markup.
//!
//! The feature `charts` draws sums and years. The feature `tidy` writes a form as a table of one line a cell, for programs.

#[cfg(feature = "charts")]
pub mod charts;
mod html;
mod markdown;
mod marks;
mod review;
mod text;
#[cfg(feature = "tidy")]
pub mod tidy;

use crate::form::Form;
use crate::value::Lang;

pub use html::{STYLE, html, html_fragment};
pub use markdown::markdown;
pub use review::review;
pub use text::{checked_text, text};

/// The sign for a cell that is not in the source, in Markdown and in text. A cell that prints the sign itself is written differently: as a
/// character reference in Markdown, in quotation marks in text.
pub const ABSENT_SIGN: &str = "⌀";

/// The attribute of a cell of a web page that is not in the source. The cell is empty; the style sheet shows
/// [`ABSENT_SIGN`] in it.
pub const ABSENT_ATTRIBUTE: &str = "data-absent";

/// The title of the report, in two parts: the name of the body, and what follows it.
fn title(form: &Form, lang: Lang) -> (&str, String) {
    let body = form.body.as_ref().map_or("", |body| body.name.as_str());
    let year = form.year.map(|year| year.to_string());
    let rest = match (lang, year) {
        (Lang::Zh, Some(year)) => format!("{year}年政府信息公开工作年度报告"),
        (Lang::Zh, None) => "政府信息公开工作年度报告".to_owned(),
        (Lang::En, year) => {
            let colon = if body.is_empty() { "" } else { ": " };
            let year = year.map(|year| format!(", {year}")).unwrap_or_default();
            format!("{colon}annual report on open government information{year}")
        }
    };
    (body, rest)
}

/// The lines under the title: the edition, the period and the date of publication.
fn particulars(form: &Form, lang: Lang) -> Vec<String> {
    let (edition, notice) = (form.edition.label(lang), form.edition.notice());
    let mut lines = vec![match lang {
        Lang::Zh => format!("格式：{edition}（{notice}）"),
        Lang::En => format!("Form: {edition} ({notice})"),
    }];
    let day = |date: chrono::NaiveDate| match lang {
        Lang::Zh => date.format("%Y年%-m月%-d日").to_string(),
        Lang::En => date.to_string(),
    };
    if let Some(period) = form.period {
        let (from, to) = (day(period.from), day(period.to));
        lines.push(match lang {
            Lang::Zh => format!("统计期限：自{from}起至{to}止"),
            Lang::En => format!("Period: {from} to {to}"),
        });
    }
    if let Some(published) = form.published {
        lines.push(match lang {
            Lang::Zh => format!("发布日期：{}", day(published)),
            Lang::En => format!("Published: {}", day(published)),
        });
    }
    lines
}

/// The line in place of a table, where the form has no cell of the section.
fn no_table(lang: Lang) -> &'static str {
    lang.pick("原文没有此表", "the source has no such table")
}
