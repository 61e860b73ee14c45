//! Files made from the types and checked in. `UPDATE=1 cargo test` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use ogi_report::form::{EarlierChannel, EarlierRefusal, EarlierReply, EarlierTimeliness, TodaysPlace};
use ogi_report::law::{Instrument, LegalOutcome};
use ogi_report::{
    Applicant, Article20, Axis, Cell, Citation, Column, Edition, Form, Heading, Lang, Outcome, ProactiveCell,
    RequestRow, Route, Rule, Ruling, Span, Year, render,
};

use crate::reports::read;

/// Compares a checked-in file with what the types make of it, or writes it.
#[track_caller]
fn generated(path: &str, content: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, content).unwrap();
    }
    let checked_in = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(checked_in == content, "{path} is not what the types make of it; run `UPDATE=1 cargo test` and look at it");
}

#[test]
fn the_rule_reference_is_current() {
    let intro = "# The rules\n\nEvery rule of the rule book: what must hold, where it comes from, what it means, and what a \
                 finding of it says. This page is made from the rules themselves. 中文：[rules.zh-CN.md](rules.zh-CN.md)\n\n\
                 | code | severity | editions | holds if |\n|---|---|---|---|\n";
    generated("docs/rules.md", &rule_reference(Lang::En, intro, ["Severity: ", "Holds if: ", "Source: "]));
    let intro = "# 核对规则\n\n全部规则：应当满足什么、依据、含义，以及提示怎样写。本页由规则本身生成。English: [rules.md](rules.md)\n\n\
                 | 编号 | 级别 | 适用版本 | 应满足 |\n|---|---|---|---|\n";
    generated("docs/rules.zh-CN.md", &rule_reference(Lang::Zh, intro, ["级别：", "应满足：", "依据："]));
}

fn rule_reference(lang: Lang, intro: &str, [severity, formula, source]: [&str; 3]) -> String {
    let mut page = intro.to_owned();
    for &rule in Rule::ALL {
        let editions: Vec<&str> = rule.editions().iter().map(|edition| edition.name()).collect();
        let (anchor, severity) = (rule.code().to_lowercase(), rule.severity().label(lang));
        writeln!(page, "| [{rule}](#{anchor}) | {severity} | {} | {} |", editions.join(", "), rule.formula(lang))
            .unwrap();
    }
    for &rule in Rule::ALL {
        write!(
            page,
            "\n## {rule}\n\n{}\n\n- {severity}{}\n- {formula}{}\n- {source}{}\n\n> {}\n>\n> {}\n",
            rule.page(lang),
            rule.severity().label(lang),
            rule.formula(lang),
            rule.source(lang),
            rule.example(lang),
            rule.example(match lang {
                Lang::Zh => Lang::En,
                Lang::En => Lang::Zh,
            }),
        )
        .unwrap();
    }
    page
}

/// A clerk who reads no English reads all of it: no page in Chinese holds a word in English.
#[test]
fn the_chinese_rule_book_is_in_chinese() {
    for &rule in Rule::ALL {
        for text in [rule.formula(Lang::Zh), rule.source(Lang::Zh), &rule.page(Lang::Zh)] {
            assert!(!text.is_empty(), "{rule}");
            let is_word = |word: &str| word.len() > 2 && word.chars().all(|c| c.is_ascii_lowercase());
            let word = text.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| is_word(word));
            assert_eq!(word, None, "{rule}: {text}");
        }
    }
}

/// A codelist: a header, then one line an entry.
#[track_caller]
pub(crate) fn codelist(name: &str, header: &str, lines: impl IntoIterator<Item = Vec<String>>) {
    let mut text = format!("{header}\n");
    for line in lines {
        assert_eq!(line.len(), header.split(',').count(), "{name}: {line:?}");
        let fields: Vec<String> = line.iter().map(|field| quoted(field)).collect();
        text.push_str(&fields.join(","));
        text.push('\n');
    }
    generated(&format!("docs/codelists/{name}.csv"), &text);
}

fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}

/// Citations in 中文 and in English.
fn citations(basis: &[Citation]) -> [String; 2] {
    [Lang::Zh, Lang::En].map(|lang| basis.iter().map(|citation| citation.label(lang)).collect::<Vec<_>>().join("; "))
}

fn editions(is_printed_in: impl Fn(Edition) -> bool) -> String {
    Edition::ALL
        .iter()
        .copied()
        .filter(|&edition| is_printed_in(edition))
        .map(Edition::name)
        .collect::<Vec<_>>()
        .join("; ")
}

fn both_editions() -> String {
    editions(|_| true)
}

fn labels<K: Axis>(key: K) -> [String; 2] {
    [Lang::Zh, Lang::En].map(|lang| key.label(lang).to_owned())
}

fn line(parts: &[&[String]]) -> Vec<String> {
    parts.concat()
}

/// The path of a row, without its column.
fn row_path(cell: Cell) -> String {
    let path = cell.to_string();
    path.rsplit_once('.').map_or(path.clone(), |(row, _)| row.to_owned())
}

#[test]
fn instruments() {
    codelist(
        "instruments",
        "id,中文,English,文号",
        Instrument::array(|law| {
            line(&[&[law.name().to_owned()], &labels(law), &[law.number().unwrap_or_default().to_owned()]])
        }),
    );
}

#[test]
fn headings() {
    codelist(
        "headings",
        "id,中文,English,依据,citation,edition",
        Heading::array(|heading| {
            line(&[&[heading.name().to_owned()], &labels(heading), &citations(&[heading.basis()]), &[both_editions()]])
        }),
    );
    for &heading in Heading::ALL {
        if let Some(section) = heading.section() {
            assert_eq!(labels(section), labels(heading));
            assert_eq!(section.name(), heading.name());
        }
    }
}

#[test]
fn article_20() {
    codelist(
        "article-20",
        "id,中文,English,依据,citation,edition,要旨,gist",
        Article20::array(|item| {
            line(&[
                &[item.name().to_owned()],
                &labels(item),
                &citations(&[item.citation()]),
                &[editions(|edition| item.cells(edition).next().is_some())],
                &[Lang::Zh, Lang::En].map(|lang| item.gist(lang).to_owned()),
            ])
        }),
    );
}

#[test]
fn proactive_cells() {
    codelist(
        "proactive-cells",
        "id,中文,English,依据,citation,edition,2019,2021,单位,kind",
        ProactiveCell::ALL.iter().copied().map(|cell| {
            let address = Cell::Proactive(cell);
            line(&[
                &[address.to_string()],
                &[Lang::Zh, Lang::En].map(|lang| cell.row_label(lang).to_owned()),
                &citations(&[cell.item().citation()]),
                &[editions(|edition| address.is_printed_in(edition))],
                &[Edition::V2019, Edition::V2021].map(|edition| cell.header(edition).unwrap_or_default().to_owned()),
                &[address.unit().map_or("", |unit| unit.label(Lang::Zh)).to_owned(), address.kind().to_string()],
            ])
        }),
    );
}

#[test]
fn request_rows() {
    codelist(
        "request-rows",
        "id,中文,English,依据,citation,edition,group,legal outcome,含义,meaning,实际填报,practice",
        RequestRow::ALL.iter().copied().map(|row| {
            let outcome = match row {
                RequestRow::Outcome(outcome) => Some(outcome),
                _ => None,
            };
            line(&[
                &[row_path(Cell::request(row, Column::Total))],
                &[Lang::Zh, Lang::En].map(|lang| row.label(lang).to_owned()),
                &citations(row.basis()),
                &[editions(|edition| row.is_printed_in(edition))],
                &[outcome.map_or("", |outcome| outcome.group().label(Lang::Zh)).to_owned()],
                &[outcome.map_or("", |outcome| outcome.legal_outcome().name()).to_owned()],
                &[Lang::Zh, Lang::En].map(|lang| row.meaning(lang).to_owned()),
                &[Lang::Zh, Lang::En].map(|lang| row.practice(lang).unwrap_or_default().to_owned()),
            ])
        }),
    );
}

#[test]
fn legal_outcomes() {
    codelist(
        "legal-outcomes",
        "id,中文,English,rows,mandatory prior reconsideration since 2024",
        LegalOutcome::array(|legal| {
            let rows: Vec<String> =
                legal.outcomes().map(|outcome| row_path(Cell::request(outcome, Column::Total))).collect();
            let first = legal
                .reconsideration_first()
                .map_or("not told by the form", |b| if b { "required" } else { "not required" });
            line(&[&[legal.name().to_owned()], &labels(legal), &[rows.join("; "), first.to_owned()]])
        }),
    );
    let rows: usize = LegalOutcome::ALL.iter().copied().map(|legal| legal.outcomes().count()).sum();
    assert_eq!(rows, Outcome::ALL.len());
}

/// The name and the labels of the column 总计, which is on no axis.
fn total(cell: Cell) -> Vec<String> {
    let last = |text: String, separator: &str| text.rsplit(separator).next().unwrap_or_default().to_owned();
    vec![last(cell.to_string(), "."), last(cell.label(Lang::Zh), "，"), last(cell.label(Lang::En), ", ")]
}

#[test]
fn applicants() {
    let applicants = Applicant::array(|applicant| line(&[&[applicant.name().to_owned()], &labels(applicant)]));
    let columns = applicants.into_iter().chain([total(Cell::request(RequestRow::Received, Column::Total))]);
    codelist("applicants", "id,中文,English,edition", columns.map(|column| line(&[&column, &[both_editions()]])));
}

fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

#[test]
fn dispute_routes() {
    codelist(
        "dispute-routes",
        "id,中文,English,2024年度起依据,citation since 2024,2023年度及以前依据,citation until 2023,edition,含义,meaning",
        Route::array(|route| {
            line(&[
                &[row_path(Cell::dispute(route, Column::Total))],
                &labels(route),
                &citations(route.basis(year(2024))),
                &citations(route.basis(year(2023))),
                &[both_editions()],
                &[Lang::Zh, Lang::En].map(|lang| route.meaning(lang).to_owned()),
            ])
        }),
    );
}

#[test]
fn dispute_results() {
    let results = Ruling::array(|ruling| {
        line(&[
            &[ruling.name().to_owned()],
            &labels(ruling),
            &citations(ruling.basis(Route::Reconsideration, year(2024))),
            &citations(ruling.basis(Route::Reconsideration, year(2023))),
            &citations(ruling.basis(Route::DirectLitigation, year(2024))),
            &[both_editions()],
            &[Lang::Zh, Lang::En].map(|lang| ruling.meaning(lang).to_owned()),
        ])
    });
    let mut last = total(Cell::dispute(Route::Reconsideration, Column::Total));
    last.extend(std::iter::repeat_n(String::new(), 6));
    last.extend([both_editions(), String::new(), String::new()]);
    codelist(
        "dispute-results",
        "id,中文,English,2024年度起复议依据,citation (reconsideration since 2024),2023年度及以前复议依据,citation \
         (reconsideration until 2023),诉讼依据,citation (litigation),edition,含义,meaning",
        results.into_iter().chain([last]),
    );
}

#[test]
fn earlier_terms() {
    fn terms<K: Axis>(list: &'static str, today: fn(K) -> Option<TodaysPlace>) -> impl Iterator<Item = Vec<String>> {
        K::ALL.iter().map(move |&term| {
            let (row, group) = match today(term) {
                Some(TodaysPlace::Row(row)) => (row_path(Cell::request(row, Column::Total)), ""),
                Some(TodaysPlace::Group(group)) => (String::new(), group.label(Lang::Zh)),
                None => (String::new(), ""),
            };
            line(&[&[format!("{list}.{}", term.name())], &labels(term), &[row, group.to_owned()]])
        })
    }
    codelist(
        "earlier-terms",
        "id,中文,English,row today,group today",
        terms("channel", |channel: EarlierChannel| Some(channel.today()))
            .chain(terms("timeliness", |timeliness: EarlierTimeliness| Some(timeliness.today())))
            .chain(terms("reply", EarlierReply::today))
            .chain(terms("refusal", EarlierRefusal::today)),
    );
}

#[test]
fn every_codelist_is_generated_and_described() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/codelists");
    let readme = std::fs::read_to_string(folder.join("README.md")).unwrap();
    let sources = [include_str!("generated.rs"), include_str!("columns.rs")];
    for entry in std::fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        if let Some(name) = file.strip_suffix(".csv") {
            let is_made = sources.iter().any(|source| source.contains(&format!("\"{name}\",")));
            assert!(is_made, "{file} is not generated");
            assert!(readme.contains(&format!("`{file}`")), "{file} is not described");
        }
    }
}

/// A report with ten mistakes, for the review sheet that is looked at.
fn with_ten_mistakes() -> Form {
    let mut form = read("huaian-2024");
    for (path, printed) in [
        ("proactive.rules.issued", "无"),
        ("proactive.licensing.decisions", ""),
        ("proactive.fees.amount", "96171.6元人民币<b>"),
        ("requests.received.natural_person", "3010"),
        ("requests.carried_in.total", "43"),
        ("requests.outcomes.denied.administrative_query.total", "150"),
        ("requests.outcomes.not_processed.duplicate.commercial_enterprise", "/"),
        ("requests.outcomes.total.total", "3500"),
        ("disputes.reconsideration.total", "315"),
    ] {
        form.set(path.parse().unwrap(), printed);
    }
    form.remove("requests.carried_over.other_organization".parse().unwrap());
    form
}

#[test]
fn rendered_forms() {
    for name in ["huaian-2024", "shanghai-bgt-2019"] {
        let form = read(name);
        generated(&format!("docs/rendered/{name}.html"), &render::html(&form, Lang::Zh));
        generated(&format!("docs/rendered/{name}.md"), &render::markdown(&form, Lang::Zh));
        generated(&format!("docs/rendered/{name}.txt"), &render::text(&form, Lang::Zh));
    }
    let form = with_ten_mistakes();
    let checked = form.check();
    for &lang in Lang::ALL {
        generated(&format!("docs/rendered/review.{lang}.html"), &render::review(&form, &checked, lang));
    }
    let [first, last] = ["pingtan-2019", "pingtan-2021"].map(|name| read(name).verify().unwrap());
    let totals = [&first].into_iter().sum();
    generated("docs/rendered/outcomes.svg", &render::charts::outcomes(&totals, None, Lang::Zh).unwrap());
    let spans = [Span::from(&first), Span::from(&last)];
    generated("docs/rendered/flows.svg", &render::charts::flows(&spans, Lang::Zh).unwrap());
}
