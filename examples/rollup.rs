//! Adds up the reports of many bodies: totals and rates by year, who is missing, where the years of a body do
//! not join, and whether the report of the whole jurisdiction is the sum of its parts.
//!
//! ```text
//! rollup [--by region|level|year] [--lang zh|en] [FILES…]
//! ```
//!
//! FILES hold forms as JSON, one behind the other (NDJSON, or pretty-printed); they are read as a stream, and of each
//! form little more than the name of its body stays in memory. Without FILES it adds up a county that does not exist, in which one
//! figure is wrong. Exit code 0, or 2 if a file could not be read.

#![expect(clippy::print_stderr, reason = "an example prints")]

mod county;
mod lang;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use ogi_report::sum::{Completeness, Ratio};
use ogi_report::{
    Axis, Body, Cell, Column, Consolidation, Form, Lang, Outcome, OutcomeGroup, Rate, Reconciliation, Rejected, Report,
    RequestRow, Rollup, Route, Scope, Span, Totals, Year,
};
use unicode_width::UnicodeWidthStr;

const USAGE: &str = "usage: rollup [--by region|level|year] [--lang zh|en] [FILES…]";
/// How many reports are kept to look at single bodies. Past that, only sums are.
const KEPT: usize = 10_000;
/// How many forms that do not verify are kept; each is as large as ten reports.
const KEPT_REJECTED: usize = 1_000;
/// How many lines of a list are printed.
const SHOWN: usize = 8;

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
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("rollup: {message}");
            ExitCode::from(2)
        }
    }
}

#[derive(Clone, Copy)]
enum By {
    Region,
    Level,
    Year,
}

struct Options {
    by: By,
    lang: Lang,
    files: Vec<PathBuf>,
    help: bool,
}

/// What a group is of: whether it holds reports of whole jurisdictions, its region or level, and the year.
type Key = (bool, String, Option<Year>);

/// A year of a group.
type OfYear<'a> = (Option<Year>, &'a Consolidation);

/// Everything that was read.
struct Collected {
    rollup: Rollup<Key>,
    read: usize,
    /// The first reports, and the first forms that did not verify.
    kept: Vec<Report>,
    rejected: Vec<Rejected>,
}

fn run() -> Result<(), String> {
    let Options { by, lang, files, help } = options().map_err(|e| format!("{e}\n{USAGE}"))?;
    if help {
        say!("{USAGE}");
        return Ok(());
    }
    let mut collected = Collected { rollup: Rollup::default(), read: 0, kept: Vec::new(), rejected: Vec::new() };
    if files.is_empty() {
        for form in county::forms() {
            collected.add(form, by, lang);
        }
        for body in county::bodies() {
            for year in [2022, 2023, 2024] {
                let key = key(by, lang, Some(&body), Year::new(year).ok());
                collected.rollup.group(key).expect([body.clone()]);
            }
        }
    }
    let is_watched = std::io::stderr().is_terminal();
    for file in &files {
        let name = file.display();
        let reader = BufReader::new(File::open(file).map_err(|e| format!("{name}: {e}"))?);
        for form in serde_json::Deserializer::from_reader(reader).into_iter::<Form>() {
            collected.add(form.map_err(|e| format!("{name}: {e}"))?, by, lang);
            if is_watched && collected.read.is_multiple_of(1000) {
                eprint!("\r{} {}", collected.read, pick(lang, "份已读", "forms read"));
            }
        }
    }
    if is_watched && !files.is_empty() {
        eprintln!("\r{} {}", collected.read, pick(lang, "份已读", "forms read"));
    }

    print_groups(&collected.rollup, lang);
    print_rejected(&collected.rejected, lang);
    if collected.read <= KEPT {
        print_discontinuities(&collected.kept, lang);
        print_reconciliations(&collected, lang);
    } else {
        say!(
            "\n{}",
            pick(
                lang,
                "表数过多，各机关的年度衔接和汇总核对从略；请按地区分批运行。",
                "Too many forms to look at single bodies; run it region by region for that."
            )
        );
    }
    Ok(())
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::{Long, Value, ValueExt as _};
    let mut options = Options { by: By::Year, lang: lang::of_environment(), files: Vec::new(), help: false };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") => options.help = true,
            Long("by") => {
                options.by = match parser.value()?.string()?.as_str() {
                    "region" => By::Region,
                    "level" => By::Level,
                    "year" => By::Year,
                    other => return Err(format!("unknown key `{other}`, expected region, level or year").into()),
                }
            }
            Long("lang") => options.lang = parser.value()?.parse()?,
            Value(file) => options.files.push(file.into()),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(options)
}

/// The group of a body in a year. Reports of whole jurisdictions contain others, so they stand apart.
fn key(by: By, lang: Lang, body: Option<&Body>, year: Option<Year>) -> Key {
    let unknown = || pick(lang, "（未写明）", "(not stated)").to_owned();
    let group = match by {
        By::Region => body.and_then(|body| body.region).map_or_else(unknown, |region| region.to_string()),
        By::Level => body.and_then(|body| body.level).map_or_else(unknown, |level| level.label(lang).to_owned()),
        By::Year => pick(lang, "全部机关", "all bodies").to_owned(),
    };
    (body.and_then(|body| body.scope) == Some(Scope::WholeJurisdiction), group, year)
}

impl Collected {
    fn add(&mut self, form: Form, by: By, lang: Lang) {
        self.read += 1;
        let group = self.rollup.group(key(by, lang, form.body.as_ref(), form.year));
        match form.verify() {
            Ok(report) => {
                *group += &report;
                if self.kept.len() < KEPT {
                    self.kept.push(report);
                }
            }
            Err(rejected) => {
                group.note(&rejected);
                if self.rejected.len() < KEPT_REJECTED {
                    self.rejected.push(rejected);
                }
            }
        }
    }
}

/// Prints a table for each group, with a column for each year.
fn print_groups(rollup: &Rollup<Key>, lang: Lang) {
    let mut groups: BTreeMap<(bool, &str), Vec<OfYear<'_>>> = BTreeMap::new();
    for ((is_whole, group, year), consolidation) in rollup.iter() {
        groups.entry((*is_whole, group)).or_default().push((*year, consolidation));
    }
    for ((is_whole, group), years) in groups {
        let kind = if is_whole { pick(lang, "，本级政府汇总", ", whole jurisdiction") } else { "" };
        say!("{group}{kind}\n");
        let mut lines = vec![vec![String::new()]];
        let completeness = |group: &Consolidation| group.coverage().completeness();
        let is_complete = |i: usize| completeness(years[i].1) == Completeness::Complete;
        for (year, group) in &years {
            let year = year.map_or_else(|| "????".to_owned(), |year| year.to_string());
            let mark = match completeness(group) {
                Completeness::Complete => "",
                Completeness::Partial => pick(lang, "（不完整）", " (partial)"),
                Completeness::Overlapping => pick(lang, "（可能重复计入）", " (perhaps counted twice)"),
                Completeness::Unknown => pick(lang, "（不知是否齐全）", " (perhaps partial)"),
            };
            lines[0].push(format!("{year}{mark}"));
        }
        // Of no report there are no sums, not sums of 0.
        let sum = |group: &Consolidation| {
            let totals = group.whole().ok()?.totals().clone();
            (totals.reports() > 0).then_some(totals)
        };
        let sums: Vec<Option<Totals>> = years.iter().map(|(_, group)| sum(group)).collect();
        lines.push(line(pick(lang, "已汇总机关", "bodies counted"), &years, |group| {
            group.bodies().count().to_string()
        }));
        for (label, cells) in lines_of_sums(lang) {
            let values = sums.iter().map(|totals| totals.as_ref()?.count_of(&cells));
            let texts = values.map(|sum| sum.map_or_else(|| "—".to_owned(), |sum| sum.to_string()));
            lines.push(std::iter::once(label).chain(texts).collect());
        }
        for rate in RATES {
            let ratios: Vec<Option<Ratio>> = sums.iter().map(|totals| rate.of(totals.as_ref()?)).collect();
            let texts = (0..ratios.len()).map(|i| {
                // A difference to the rate of other bodies would say nothing.
                let earlier = i.checked_sub(1).filter(|&j| is_complete(i) && is_complete(j));
                rate_text(ratios[i], earlier.and_then(|i| ratios[i]))
            });
            lines.push(std::iter::once(rate.label(lang)).chain(texts).collect());
        }
        print_lines(&lines);
        say!("  {}\n", pick(lang, "※ 分母不足 30，比率仅供参考", "※ of fewer than 30, so the rate says little"));
        for (year, group) in years {
            print_coverage(year, group, lang);
        }
    }
}

fn line(label: &str, years: &[OfYear<'_>], text: impl Fn(&Consolidation) -> String) -> Vec<String> {
    std::iter::once(label.to_owned()).chain(years.iter().map(|(_, group)| text(group))).collect()
}

const RATES: [Rate; 5] = [
    Rate::Disclosed,
    Rate::Outcomes(OutcomeGroup::Denied),
    Rate::NotHeld,
    Rate::CarriedOver,
    Rate::CorrectedInReconsideration,
];

/// The lines of the table: a label and the cells that are added.
fn lines_of_sums(lang: Lang) -> Vec<(String, Vec<Cell>)> {
    let row = |row: RequestRow| (row.label(lang).to_owned(), vec![Cell::request(row, Column::Total)]);
    let mut lines = vec![row(RequestRow::Received), row(RequestRow::CarriedIn)];
    for &group in OutcomeGroup::ALL {
        let rows = Outcome::ALL.iter().copied().filter(|outcome| outcome.group() == group);
        let label = group.label(lang).split("（区分").next().unwrap_or_default();
        lines.push((format!("  {label}"), rows.map(|row| Cell::request(row, Column::Total)).collect()));
    }
    lines.extend([row(RequestRow::OutcomeTotal), row(RequestRow::CarriedOver)]);
    lines.extend(Route::array(|route| (route.label(lang).to_owned(), vec![Cell::dispute(route, Column::Total)])));
    lines
}

/// The rate with its counts, and by how many percentage points it is above that of the year before.
fn rate_text(ratio: Option<Ratio>, before: Option<Ratio>) -> String {
    let Some((ratio, percent)) = ratio.and_then(|ratio| Some((ratio, ratio.percent()?))) else {
        return "—".to_owned();
    };
    let mark = if ratio.is_below(Ratio::FLOOR) { "※" } else { "" };
    let points = before.and_then(|before| ratio.points_above(before)).map(|points| format!(" ({points})"));
    format!("{mark}{percent} = {ratio}{}", points.unwrap_or_default())
}

/// Says what is missing from the sums of a year; nothing if nothing is.
fn print_coverage(year: Option<Year>, group: &Consolidation, lang: Lang) {
    let year = year.map_or_else(|| "????".to_owned(), |year| year.to_string());
    if let Err(conflicts) = group.whole() {
        say!("  {year} {}", pick(lang, "不能相加：", "cannot be added up:"));
        print_list(conflicts.conflicts().iter().map(|conflict| conflict.message(lang)));
    }
    let coverage = group.coverage();
    if coverage.completeness() == Completeness::Partial {
        let counted = coverage.counted.len();
        let expected = match coverage.expected {
            0 => pick(lang, "未说明", "a number not stated").to_owned(),
            expected => expected.to_string(),
        };
        match lang {
            Lang::Zh => {
                say!("  {year} 不完整，以上合计不是全部机关的合计（已汇总 {counted}，应报 {expected}）：");
            }
            Lang::En => say!(
                "  {year} is partial, so its sums are not those of a whole ({counted} counted, of {expected} expected):"
            ),
        }
        print_list(coverage.missing.iter().map(|body| format!("{} {}", pick(lang, "缺报", "missing:"), body.name)));
        print_list(coverage.not_counted.iter().map(|form| {
            let name =
                form.body.as_ref().map_or(pick(lang, "（未写明机关）", "(body not stated)"), |body| &body.name);
            let (errors, gaps) = (form.errors, form.without_number.len());
            match lang {
                Lang::Zh => format!("未计入 {name}：有错误 {errors} 处，缺数 {gaps} 格"),
                Lang::En => format!("not counted: {name}, {errors} errors, {gaps} cells without a number"),
            }
        }));
    }
    if !coverage.superseded.is_empty() {
        let replaced = coverage.superseded.len();
        match lang {
            Lang::Zh => say!("  {year} 有 {replaced} 份报告已有更正，未计入"),
            Lang::En => say!("  {year}: {replaced} reports were replaced by later ones and are not counted"),
        }
    }
    if !coverage.open.is_empty() {
        say!("  {year} {}", pick(lang, "无法判断是否重复计入：", "cannot tell whether a figure is counted twice:"));
        print_list(coverage.open.iter().map(|open| open.message(lang)));
    }
}

/// Says what is wrong with the forms that are not counted: the first finding of each.
fn print_rejected(rejected: &[Rejected], lang: Lang) {
    if rejected.is_empty() {
        return;
    }
    say!("\n{}\n", pick(lang, "未通过核对的表", "Forms that do not verify"));
    print_list(rejected.iter().map(|Rejected { form, checked, .. }| {
        let name =
            form.body.as_ref().map_or(pick(lang, "（未写明机关）", "(body not stated)"), |body| &body.name);
        let year = form.year.map_or_else(|| "????".to_owned(), |year| year.to_string());
        let first = checked.findings.iter().min_by_key(|finding| finding.severity).map(|finding| finding.message(lang));
        let unknown = || pick(lang, "有无法核对的内容。", "not everything could be assessed.").to_owned();
        format!("{name} {year}{}{}", pick(lang, "：", ": "), first.unwrap_or_else(unknown))
    }));
}

/// Chains the years of every body and prints where they do not join.
fn print_discontinuities(reports: &[Report], lang: Lang) {
    say!("\n{}\n", pick(lang, "年度衔接", "Where years do not join"));
    let mut bodies: BTreeMap<(&str, Option<ogi_report::Region>), Vec<&Report>> = BTreeMap::new();
    for report in reports {
        bodies.entry((&report.body.name, report.body.region)).or_default().push(report);
    }
    let mut lines = Vec::new();
    let mut joined = 0;
    for ((name, _), mut years) in bodies {
        years.sort_by_key(|report| report.year);
        let mut spans = years.into_iter().map(Span::from);
        let Some(first) = spans.next() else { continue };
        // A year that is there twice is said with the totals.
        let span = spans.fold(first, |span, next| match span.then_noting(&next) {
            Ok(longer) => {
                joined += 1;
                longer
            }
            Err(_) => span,
        });
        lines.extend(
            span.discontinuities()
                .iter()
                .map(|found| format!("{name}{}{}", pick(lang, "：", ": "), found.message(lang))),
        );
    }
    if joined == 0 {
        say!("  {}", pick(lang, "没有同一机关前后两年的报告可以核对。", "There are no two years of one body to join."));
    } else if lines.is_empty() {
        say!("  {}", pick(lang, "各年衔接无误。", "All years join."));
    }
    print_list(lines.into_iter());
}

/// Compares every report of a whole jurisdiction with the sum of its parts.
fn print_reconciliations(collected: &Collected, lang: Lang) {
    let is_whole = |report: &&Report| report.body.scope == Some(Scope::WholeJurisdiction);
    for whole in collected.kept.iter().filter(is_whole) {
        let year = whole.year;
        say!("\n{}{} {year}\n", pick(lang, "汇总核对：", "The whole and its parts: "), whole.body.name);
        let is_part = |body: &Body| match (whole.body.region, body.region) {
            (Some(whole), Some(part)) => whole.contains(part) && body.scope == Some(Scope::OwnOffice),
            _ => false,
        };
        let parts: Vec<&Report> =
            collected.kept.iter().filter(|report| report.year == year && is_part(&report.body)).collect();
        let rejected: Vec<&Form> = collected
            .rejected
            .iter()
            .map(|rejected| &*rejected.form)
            .filter(|form| form.year == Some(year) && form.body.as_ref().is_some_and(is_part))
            .collect();
        // Whether these are parts nobody says.
        let is_unknown = |body: &&Body| body.region.is_none() || body.scope.is_none();
        let unknown = collected.kept.iter().filter(|report| report.year == year).map(|report| &report.body);
        let unknown: Vec<&str> = unknown.filter(is_unknown).map(|body| body.name.as_str()).collect();
        if !unknown.is_empty() {
            let names = unknown.join("、");
            match lang {
                Lang::Zh => say!("  没有写明区划或统计范围，未参与核对：{names}"),
                Lang::En => say!("  left out, because region or scope is not stated: {names}"),
            }
        }
        if parts.is_empty() && rejected.is_empty() {
            say!(
                "  {}",
                pick(lang, "没有下属机关的报告可以核对。", "There is no report of its parts to compare with.")
            );
            continue;
        }
        match Reconciliation::of(whole, parts, rejected) {
            Err(conflicts) => print_list(conflicts.conflicts().iter().map(|conflict| conflict.message(lang))),
            Ok(reconciliation) => print_reconciliation(&reconciliation, lang),
        }
    }
}

fn print_reconciliation(reconciliation: &Reconciliation, lang: Lang) {
    let Reconciliation { differences, not_compared, explanations, .. } = reconciliation;
    if differences.is_empty() {
        say!("  {}", pick(lang, "与参与核对的各机关之和一致。", "It is the sum of the parts compared."));
    } else {
        // The row totals say the most in the fewest lines.
        let totals = differences.iter().filter(|difference| match difference.cell {
            Cell::Request(_, column) => column == Column::Total,
            Cell::Dispute(_, column) => column == Column::Total,
            Cell::Proactive(_) => true,
        });
        print_list(totals.map(|difference| {
            let (whole, parts) = (difference.whole, difference.parts);
            let label = difference.cell.label(lang);
            // Who states the most is a place to start looking, where nobody explains the difference.
            let is_explained = explanations.iter().any(|explanation| explanation.section == difference.cell.section());
            let largest = difference.contributions.first().filter(|_| !is_explained).map(|part| &part.body.name);
            match (lang, largest) {
                (Lang::Zh, None) => format!("【{label}】汇总 {whole}，各机关之和 {parts}"),
                (Lang::En, None) => format!("“{label}”: {whole}, the parts add up to {parts}"),
                (Lang::Zh, Some(largest)) => {
                    format!("【{label}】汇总 {whole}，各机关之和 {parts}（其中最多的是{largest}）")
                }
                (Lang::En, Some(largest)) => {
                    format!("“{label}”: {whole}, the parts add up to {parts} (most of it {largest})")
                }
            }
        }));
    }
    for explanation in explanations {
        let name = explanation.body.as_ref().map_or("?", |body| &body.name);
        let colon = pick(lang, "：", ": ");
        say!("  → {} {name}{colon}{}", explanation.section.label(lang), explanation.kind.label(lang));
    }
    if !not_compared.is_empty() {
        match lang {
            Lang::Zh => say!("  另有 {} 格未能比较（未印、“/”或金额无单位）", not_compared.len()),
            Lang::En => say!("  {} more cells could not be compared", not_compared.len()),
        }
    }
}

fn print_list(lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    for line in lines.iter().take(SHOWN) {
        say!("    {line}");
    }
    if lines.len() > SHOWN {
        say!("    …… +{}", lines.len() - SHOWN);
    }
}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// Prints lines of texts as aligned columns: the first to the left, the others to the right.
fn print_lines(lines: &[Vec<String>]) {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width = |i: usize| lines.iter().filter_map(|line| line.get(i)).map(|text| text.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for line in lines {
        let mut out = String::new();
        for (i, text) in line.iter().enumerate() {
            let space = " ".repeat(widths[i] - text.width());
            out.extend(if i == 0 { ["  ", text, &space] } else { ["   ", &space, text] });
        }
        say!("{}", out.trim_end());
    }
}
