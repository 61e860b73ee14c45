//! Reads what the text of a report states: prints each figure with its sentence, what it was compared with, and the
//! verdict.
//!
//! ```text
//! narrative [--lang zh|en] [--form FORM.json] [--json] [FILE]
//! ```
//!
//! FILE is a report as plain text or as a web page, in UTF-8 or GBK, or as a Word, Excel, PDF or OFD file; without it, a text written for the purpose from the
//! figures of a real report is read and compared with that report's tables. The text of a FILE is compared with the form
//! that `--form` names, or else with the tables in FILE, or, if it has none, with itself only.
//!
//! Exit status: 0 no finding is an error, or `--json` was given; 1 at least one finding is an error; 2 unreadable input or wrong arguments.

#![expect(clippy::print_stderr, reason = "an example says what is wrong")]

mod lang;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ogi_report::check::Check;
use ogi_report::check::{Evidence, Standing};
use ogi_report::extract::{self, ExtractError, Extractor};
use ogi_report::narrative::{Figure, Measure, Narrative};
use ogi_report::{Checked, Edition, Finding, Form, Lang, Policy, Verdict};

/// The figures of the report of the Anqiu Economic Development Zone for 2020, in our words.
const EMBEDDED: &str = "\
安丘经济开发区管委会2020年政府信息公开工作年度报告

依据《中华人民共和国政府信息公开条例》编制。全文有总体情况、主动公开、收到和处理申请、行政复议和诉讼、问题和改进、其他需要报告的事项六个部分。统计期限从2020年1月1日到2020年12月31日。地址：安丘市新兴街1号；邮编：262123；电话：0536-4736566。

一、总体情况
到2020年底，主动公开政府信息421条。其中，通过信息公开专栏公开信息117条，通过微信公众号公开信息206条，通过其他方式公开信息98条。其中，概况信息4条，法规文件及解读16条，重点领域信息44条，其他各类信息357条。
全年收到政府信息公开申请5件，其中网络申请3件、信件申请2件。
答复政府信息公开申请5件，按时办结5件，按时办结率100%。其中，属于已主动公开范围1件，同意公开答复3件，信息不存在1件。
未发生因公开政府信息引起的行政复议、行政诉讼。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
主要问题是联络员业务不熟。下一步将加强培训。
六、其他需要报告的事项
没有承办人大代表建议和政协提案。

安丘经济开发区管委会
2021年1月25日
";

const USAGE: &str = "usage: narrative [--lang zh|en] [--form FORM.json] [--json] [FILE]";
const EXPECTED: &str = "expected a report as a document, as a web page or as plain text, in UTF-8 or GBK";

struct Options {
    help: bool,
    lang: Lang,
    json: bool,
    form: Option<PathBuf>,
    file: Option<PathBuf>,
}

fn main() -> ExitCode {
    match options().map_err(|e| format!("{e}\n{USAGE}")).and_then(|options| run(&options)) {
        Ok((text, code)) => match std::io::stdout().write_all(text.as_bytes()) {
            // A reader who has seen enough, such as `head`, is no failure.
            Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => {
                eprintln!("narrative: {e}");
                ExitCode::from(2)
            }
            _ => code,
        },
        Err(message) => {
            eprintln!("narrative: {message}");
            ExitCode::from(2)
        }
    }
}

fn options() -> Result<Options, lexopt::Error> {
    use lexopt::prelude::{Long, Value, ValueExt as _};
    let mut options = Options { help: false, lang: lang::of_environment(), json: false, form: None, file: None };
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") => options.help = true,
            Long("lang") => options.lang = parser.value()?.parse()?,
            Long("json") => options.json = true,
            Long("form") => options.form = Some(parser.value()?.into()),
            Value(file) if options.file.is_none() => options.file = Some(file.into()),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(options)
}

fn run(options: &Options) -> Result<(String, ExitCode), String> {
    if options.help {
        return Ok((format!("{USAGE}\n"), ExitCode::SUCCESS));
    }
    let (text, narrative, tables) = match &options.file {
        Some(file) => read(file)?,
        None => (EMBEDDED.to_owned(), Narrative::from_text(EMBEDDED), None),
    };
    if options.json {
        let json = serde_json::to_string_pretty(&narrative).map_err(|e| e.to_string())?;
        return Ok((json + "\n", ExitCode::SUCCESS));
    }
    let form = match (&options.form, &options.file) {
        (Some(path), _) => {
            let name = path.display();
            let json = std::fs::read_to_string(path).map_err(|e| format!("{name}: {e}; expected a form as JSON"))?;
            Some(serde_json::from_str(&json).map_err(|e| format!("{name}: {e}; expected a form as JSON"))?)
        }
        (None, None) => Some(serde_json::from_str(include_str!("data/anqiu-2020.json")).map_err(|e| e.to_string())?),
        (None, Some(_)) => tables,
    };
    // Without tables only the rules on the text itself can say anything.
    let policy: Policy = match &form {
        Some(_) => "none,N=on,T=on".parse(),
        None => "none,N1=on,N3=on,T104=on,T206=on,T3=on".parse(),
    }
    .map_err(|e| format!("{e}"))?;
    let form = form.unwrap_or_else(|| bare(&narrative));
    let checked = Check::new().policy(policy.clone()).narrative(&narrative).run(&form);
    let code = if checked.verdict() == Verdict::Broken { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    Ok((page(&text, &narrative, &form, &checked, options.lang).map_err(|e| e.to_string())?, code))
}

/// The text of a report, what it states, and the form if the tables stand in the file, too.
fn read(path: &Path) -> Result<(String, Narrative, Option<Form>), String> {
    let name = path.display();
    let bytes = std::fs::read(path).map_err(|e| format!("{name}: {e}"))?;
    let wrong = |what: &str| Err(format!("{name}: {what}; {EXPECTED}"));
    if let Some(page) = Extractor::new().document(&bytes).map_err(|e| format!("{name}: {e}"))? {
        return match Extractor::new().page(&page) {
            Ok(found) => Ok((found.text, Narrative::read(&found.sections), Some(found.form))),
            Err(ExtractError::NoTable) => Ok((page.text().to_owned(), Narrative::from_text(page.text()), None)),
            Err(e) => Err(format!("{name}: {e}")),
        };
    }
    let text = extract::decode(&bytes).map_err(|e| format!("{name}: {e}; {EXPECTED}"))?;
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.is_empty() {
        return wrong("the file is empty");
    }
    if start.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(start).is_ok() {
        return wrong("a JSON document (a form goes with --form)");
    }
    match extract::from_bytes(&bytes) {
        Ok(found) => Ok((found.text, Narrative::read(&found.sections), Some(found.form))),
        Err(e @ ExtractError::NoTable) if start.starts_with('<') => Err(format!("{name}: a web page, but {e}")),
        Err(ExtractError::NoTable) => {
            let narrative = Narrative::from_text(&text);
            Ok((text, narrative, None))
        }
        Err(e) => Err(format!("{name}: {e}")),
    }
}

/// A form without tables, of the year that the text is of.
fn bare(narrative: &Narrative) -> Form {
    let year = narrative.title.as_ref().and_then(|title| title.year).or(narrative.year);
    let mut form = Form::new(year.and_then(Edition::in_force).unwrap_or(Edition::V2021));
    form.year = year;
    form
}

fn page(
    text: &str,
    narrative: &Narrative,
    form: &Form,
    checked: &Checked,
    lang: Lang,
) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    writeln!(out, "{}\n", pick(lang, "正文中的数字", "Figures of the text"))?;
    if narrative.figures.is_empty() {
        writeln!(out, "  {}", pick(lang, "没有找到数字", "no figure found"))?;
    }
    for figure in &narrative.figures {
        let name = figure.name.as_deref().unwrap_or(figure.subject.label(lang));
        writeln!(out, "  {name}{}  ({})", value(figure, lang), figure.confidence.label(lang))?;
        writeln!(out, "      {}", marked(text, figure))?;
        for said in compared(figure, form, checked, lang) {
            writeln!(out, "      {said}")?;
        }
    }
    writeln!(
        out,
        "\n{}",
        pick(lang, "未能归类的数字（不猜测）", "Numbers that could not be placed, and are not guessed")
    )?;
    if narrative.unplaced.is_empty() {
        writeln!(out, "  {}", pick(lang, "无", "none"))?;
    }
    for unplaced in &narrative.unplaced {
        let sentence = around(text, &unplaced.span, &unplaced.sentence);
        writeln!(out, "  {sentence}")?;
    }
    writeln!(out, "\n{}", pick(lang, "与表格和自身比较", "Compared with the tables and itself"))?;
    for entry in checked.ledger.entries().iter().filter(|entry| entry.standing() != Standing::NotApplicable) {
        writeln!(out, "  {}  {}: {}", entry.rule, entry.standing().label(lang), checked.formula(entry.rule, lang))?;
        for finding in checked.findings.iter().filter(|finding| finding.rule == entry.rule) {
            writeln!(out, "        {}", finding.message(lang))?;
        }
    }
    let (findings, held) = (checked.findings.len(), checked.ledger.entries().iter().filter(|e| e.held > 0).count());
    match lang {
        Lang::Zh => writeln!(out, "\n结论：{held} 条规则成立，{findings} 处不符。")?,
        Lang::En => writeln!(out, "\nVerdict: {held} rules hold, {findings} findings.")?,
    }
    Ok(out)
}

/// What a figure says of its subject: a count, a share, or a change since the year before.
fn value(figure: &Figure, lang: Lang) -> String {
    let (value, unit) = (figure.value, unit(figure, lang));
    let sign = if value < ogi_report::Decimal::ZERO { "" } else { "+" };
    let about = if figure.is_approximate { pick(lang, "约 ", "about ") } else { "" };
    match figure.measure {
        Measure::Count => format!(": {about}{value}{unit}"),
        measure @ Measure::Share => format!("{}{}: {about}{value}%", pick(lang, "，", ", "), measure.label(lang)),
        measure => format!("{}{}: {about}{sign}{value}{unit}", pick(lang, "，", ", "), measure.label(lang)),
    }
}

fn unit(figure: &Figure, lang: Lang) -> &'static str {
    match (figure.measure, figure.unit) {
        (Measure::Share | Measure::Growth, _) => "%",
        (_, Some(unit)) if unit.is_money() => unit.label(lang),
        _ => "",
    }
}

/// The cells that count the same, with what they hold, and the findings in which the figure has a part.
fn compared(figure: &Figure, form: &Form, checked: &Checked, lang: Lang) -> Vec<String> {
    let has = |finding: &&Finding| match &finding.evidence {
        Evidence::Stated { stated, parts, .. } => {
            stated.span == figure.span || parts.iter().any(|part| part.span == figure.span)
        }
        _ => false,
    };
    let findings: Vec<String> = checked
        .findings
        .iter()
        .filter(has)
        .map(|finding| format!("✗ {} {}", finding.rule, finding.message(lang)))
        .collect();
    let cells: Vec<String> = figure
        .subject
        .cells(form.edition)
        .into_iter()
        .filter_map(|cell| Some(format!("{} {}", cell.label(lang), form.get(cell)?.as_printed())))
        .collect();
    let mark = if findings.is_empty() { "✓" } else { "✗" };
    let compared = format!("{mark} {}: {}", pick(lang, "表格", "table"), cells.join(pick(lang, "；", "; ")));
    let is_compared = figure.measure == Measure::Count && !cells.is_empty();
    is_compared.then_some(compared).into_iter().chain(findings).collect()
}

fn marked(text: &str, figure: &Figure) -> String {
    around(text, &figure.span, &figure.sentence)
}

/// The sentence with the number marked: 全年收到申请【5】件.
fn around(text: &str, span: &std::ops::Range<usize>, sentence: &std::ops::Range<usize>) -> String {
    const MOST: usize = 36;
    let piece = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    let (before, after) = (piece(sentence.start..span.start), piece(span.end..sentence.end));
    let start = before.char_indices().rev().nth(MOST - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(MOST).map_or(after.len(), |(at, _)| at);
    let [more, rest] = [start > 0, end < after.len()].map(|is_cut| if is_cut { "…" } else { "" });
    let (before, after) = (before[start..].trim_start(), after[..end].trim_end());
    format!("{more}{before}【{}】{after}{rest}", piece(span.clone())).replace(char::is_whitespace, " ")
}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
