//! The pages of a run: no script from elsewhere, nothing fetched, usable by keyboard and on a telephone.

pub(crate) mod index;
pub(crate) mod whole;
pub(crate) mod years;

use ogi_report::{Body, Lang, render};

use crate::sums::Contradiction;

const STYLE: &str = include_str!("style.css");

/// The text in the language of a page.
pub(crate) fn pick<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The text as HTML shows it. What a browser would obey without showing it is shown as a sign.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\0'..='\u{1f}' | '\u{7f}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// The beginning of a page, up to its main part. `script` says whether it has one of its own.
pub(crate) fn start(title: &str, lang: Lang, script: bool) -> String {
    let language = pick(lang, "zh-CN", "en");
    let script = if script { "; script-src 'unsafe-inline'" } else { "" };
    let (title, style) = (escape(title), render::STYLE);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
         http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
         form-action 'none'{script}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{style}\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    )
}

pub(crate) const END: &str = "</main>\n</body>\n</html>\n";

/// A body by its name and region.
pub(crate) fn called(body: &Body) -> String {
    let name = escape(&body.name);
    match body.region {
        Some(region) => format!("{name} <span class=\"code\">{}</span>", region.code()),
        None => name,
    }
}

/// A list of bodies, folded away if it is long.
pub(crate) fn bodies<'a>(title: &str, all: impl ExactSizeIterator<Item = &'a Body>) -> String {
    const OPEN: usize = 12;
    const LISTED: usize = 5_000;
    let many = all.len();
    if many == 0 {
        return String::new();
    }
    let items: String = all.take(LISTED).map(|body| format!("<li>{}</li>\n", called(body))).collect();
    let more = if many > LISTED { format!("<li>… + {}</li>\n", many - LISTED) } else { String::new() };
    let open = if many <= OPEN { " open" } else { "" };
    format!(
        "<details{open}><summary>{} <b>{many}</b></summary>\n<ul class=\"bodies\">\n{items}{more}</ul></details>\n",
        escape(title)
    )
}

/// The bodies whose reports contradict each other, with the cells in which they differ.
pub(crate) fn contradictions(all: &[Contradiction], lang: Lang) -> String {
    const CELLS: usize = 12;
    if all.is_empty() {
        return String::new();
    }
    let title = pick(lang, "同一机关同一年度数字不同的几份", "Several reports of one body and year");
    let mut out = format!("<section><h2>{title}</h2>\n<ul>\n");
    for Contradiction { body, year, changes, is_decided, has_namesakes } in all {
        let said = match (is_decided, has_namesakes) {
            (true, _) => pick(lang, "取后公布的一份", "the one published last is counted"),
            (false, false) => pick(lang, "均未计入", "none is counted"),
            (false, true) => pick(
                lang,
                "几地有同名机关，其中一份不知属于哪一个，均未计入",
                "bodies of several regions have this name, and one report may be of any of them: none is counted",
            ),
        };
        let cells: String =
            changes.iter().take(CELLS).map(|change| format!("<li>{}</li>", escape(&change.text(lang)))).collect();
        let more = changes.len().saturating_sub(CELLS);
        let more = if more > 0 { format!("<li>… + {more}</li>") } else { String::new() };
        out += &format!("<li>{} {year} <small>{said}</small><ul>{cells}{more}</ul></li>\n", called(body));
    }
    out + "</ul></section>\n"
}
