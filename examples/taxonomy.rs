//! Prints what the form counts and on which provisions it rests: article 20, the outcomes of requests and their
//! legal nature, the disputes, and the vocabulary of the years before 2019.
//!
//! ```text
//! taxonomy [--lang zh|en]
//! ```

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

mod lang;

use std::io::{self, Write as _};
use std::process::ExitCode;

use ogi_report::form::{EarlierChannel, EarlierRefusal, EarlierReply, EarlierTimeliness, TodaysPlace};
use ogi_report::law::{Instrument, LegalOutcome};
use ogi_report::{Article20, Axis, Citation, Edition, Lang, RequestRow, Route, Ruling, Year};
use unicode_width::UnicodeWidthStr;

const USAGE: &str = "usage: taxonomy [--lang zh|en]";

/// Prints a line. A reader who has seen enough, such as `head`, ends the program and is no failure.
macro_rules! say {
    ($($argument:tt)*) => {
        {
            if writeln!(io::stdout(), $($argument)*).is_err() {
                std::process::exit(0);
            }
        }
    };
}

fn main() -> ExitCode {
    match lang() {
        Ok(None) => {
            say!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Some(lang)) => {
            print_instruments(lang);
            print_article_20(lang);
            print_requests(lang);
            print_legal_outcomes(lang);
            print_disputes(lang);
            print_earlier_terms(lang);
            say!(
                "\n{}",
                pick(
                    lang,
                    "表格本身不印法律依据，通知的填报说明也未能全文核实：依据、含义和对应关系是我们的理解。",
                    "The form prints no legal basis, and the instructions of the notices could not be read in full: \
                     bases, meanings and correspondences are our reading.",
                )
            );
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("taxonomy: {message}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// The language; none if help is asked for.
fn lang() -> Result<Option<Lang>, lexopt::Error> {
    use lexopt::prelude::{Long, ValueExt as _};
    let mut lang = lang::of_environment();
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") => return Ok(None),
            Long("lang") => lang = parser.value()?.parse()?,
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(Some(lang))
}

fn print_instruments(lang: Lang) {
    title(pick(lang, "引用的法律文件", "Laws cited"));
    let laws = Instrument::array(|law| vec![law.label(lang).to_owned(), law.number().unwrap_or("").to_owned()]);
    print_table(&laws);
}

fn print_article_20(lang: Lang) {
    title(pick(
        lang,
        "第二十条：主动公开的内容，以及表格二统计了哪些",
        "Article 20: what must be disclosed, and what section 2 counts of it",
    ));
    for &item in Article20::ALL {
        let editions: Vec<String> = Edition::ALL
            .iter()
            .copied()
            .filter_map(|edition| {
                let cells: Vec<&str> = item.cells(edition).map(|cell| cell.row_label(lang)).collect();
                let mut rows = cells.clone();
                rows.dedup();
                let counted = format!("{}{}", rows.join(pick(lang, "、", ", ")), pick(lang, "，共", "; "));
                (!cells.is_empty()).then(|| match lang {
                    Lang::Zh => format!("{}：{counted} {} 栏", edition.label(lang), cells.len()),
                    Lang::En => format!("{}: {counted}cells: {}", edition.label(lang), cells.len()),
                })
            })
            .collect();
        say!(
            "  {}  {}",
            pad(&item.citation().label(lang), pick(lang, "第二十条第（十五）项", "art. 20(15)")),
            item.label(lang)
        );
        note(item.gist(lang));
        for line in &editions {
            note(line);
        }
    }
}

fn print_requests(lang: Lang) {
    title(pick(lang, "三、申请的办理结果", "Section 3: how requests end"));
    let mut group = None;
    for &row in RequestRow::ALL {
        let outcome = match row {
            RequestRow::Outcome(outcome) => Some(outcome),
            _ => None,
        };
        let of_row = outcome.map(ogi_report::Outcome::group);
        if let Some(of_row) = of_row
            && group != Some(of_row)
            && outcome.map(|outcome| outcome.label(lang)) != Some(of_row.label(lang))
        {
            say!("\n  {}", of_row.label(lang));
        } else if of_row != group {
            say!();
        }
        group = of_row;
        let only = match [Edition::V2019, Edition::V2021].map(|edition| row.is_printed_in(edition)) {
            [true, false] => pick(lang, "（仅2019年版）", " (2019 edition only)"),
            [false, true] => pick(lang, "（仅2021年版）", " (2021 edition only)"),
            _ => "",
        };
        let indent = if of_row.is_some_and(|group| group.label(lang) != row.label(lang)) { "    " } else { "  " };
        say!("{indent}{}{only}", row.label(lang));
        if row != RequestRow::OutcomeTotal {
            note(&format!("{}{}", pick(lang, "依据：", "Basis: "), citations(row.basis(), lang)));
        }
        if let Some(outcome) = outcome {
            note(&format!("{}{}", pick(lang, "法律性质：", "In law: "), outcome.legal_outcome().label(lang)));
        }
        note(row.meaning(lang));
        if let Some(practice) = row.practice(lang) {
            note(&format!("{}{practice}", pick(lang, "实际填报：", "In real reports: ")));
        }
    }
}

fn print_legal_outcomes(lang: Lang) {
    let law = LegalOutcome::RECONSIDERATION_FIRST.label(lang);
    title(&match lang {
        Lang::Zh => format!("法律性质，以及2024年起起诉前是否须先复议（{law}）"),
        Lang::En => format!("Nature in law, and whether reconsideration comes before court since 2024 ({law})"),
    });
    let lines = LegalOutcome::array(|legal| {
        let first = match legal.reconsideration_first() {
            Some(true) => pick(lang, "须先复议", "required"),
            Some(false) => pick(lang, "不须先复议", "not required"),
            None => pick(lang, "表格看不出", "the form does not tell"),
        };
        let rows: Vec<&str> = legal.outcomes().map(|outcome| outcome.label(lang)).collect();
        vec![legal.label(lang).to_owned(), first.to_owned(), rows.join(pick(lang, "；", "; "))]
    });
    print_table(&lines);
}

fn print_disputes(lang: Lang) {
    title(pick(lang, "四、行政复议和行政诉讼", "Section 4: reconsideration and litigation"));
    let [Ok(until_2023), Ok(since_2024)] = [2023, 2024].map(Year::new) else { return };
    for &route in Route::ALL {
        say!("  {}", route.label(lang));
        note(&format!("{}{}", pick(lang, "依据：", "Basis: "), citations(route.basis(since_2024), lang)));
        if route.basis(until_2023) != route.basis(since_2024) {
            let until = pick(lang, "2023年度及以前：", "Until 2023: ");
            note(&format!("{until}{}", citations(route.basis(until_2023), lang)));
        }
        note(route.meaning(lang));
    }
    say!();
    for &ruling in Ruling::ALL {
        say!("  {}", ruling.label(lang));
        note(ruling.meaning(lang));
        if ruling != Ruling::Pending {
            for route in [Route::Reconsideration, Route::DirectLitigation] {
                note(&citations(ruling.basis(route, since_2024), lang));
            }
            let until = pick(lang, "2023年度及以前：", "Until 2023: ");
            note(&format!("{until}{}", citations(ruling.basis(Route::Reconsideration, until_2023), lang)));
        }
    }
}

fn print_earlier_terms(lang: Lang) {
    title(pick(lang, "2019年以前的用语，对应今天的哪一行", "Terms of the years before 2019, and the row of today"));
    let mut lines = earlier(|channel: EarlierChannel| Some(channel.today()), lang);
    lines.extend(earlier(|timeliness: EarlierTimeliness| Some(timeliness.today()), lang));
    lines.extend(earlier(EarlierReply::today, lang));
    lines.extend(earlier(EarlierRefusal::today, lang));
    print_table(&lines);
}

fn earlier<K: Axis>(today: fn(K) -> Option<TodaysPlace>, lang: Lang) -> Vec<Vec<String>> {
    let place = |term: K| match today(term) {
        Some(TodaysPlace::Row(row)) => row.label(lang).to_owned(),
        Some(TodaysPlace::Group(group)) => {
            format!("{}{}", group.label(lang), pick(lang, "中的某一行", ", in a row that cannot be told"))
        }
        None => pick(lang, "无法对应", "none that could be defended").to_owned(),
    };
    K::ALL.iter().map(|&term| vec![term.label(lang).to_owned(), place(term)]).collect()
}

fn citations(basis: &[Citation], lang: Lang) -> String {
    let all: Vec<String> = basis.iter().map(|citation| citation.label(lang)).collect();
    if all.is_empty() {
        pick(lang, "条例没有条文规定", "no article states it").to_owned()
    } else {
        all.join(pick(lang, "，", ", "))
    }
}

fn title(text: &str) {
    say!("\n{text}\n");
}

fn note(text: &str) {
    say!("      {text}");
}

/// Prints lines of fields, aligned but for the last.
fn print_table(lines: &[Vec<String>]) {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let widest: Vec<&str> = (0..columns)
        .map(|i| {
            lines.iter().filter_map(|line| line.get(i)).max_by_key(|field| field.width()).map_or("", String::as_str)
        })
        .collect();
    for line in lines {
        let fields: Vec<String> = line.iter().zip(&widest).map(|(field, widest)| pad(field, widest)).collect();
        say!("  {}", fields.join("  ").trim_end());
    }
}

/// The text with spaces behind it, as wide as another.
fn pad(text: &str, widest: &str) -> String {
    format!("{text}{}", " ".repeat(widest.width().saturating_sub(text.width())))
}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
