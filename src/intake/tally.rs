//! Many sources in numbers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use crate::check::{RuleCode, Verdict};
use crate::intake::{Cause, Source};
use crate::value::clip::visible;
use crate::value::{Lang, Texts, Year};

/// What came, what failed and why: sources by verdict, by cause and by rule.
///
/// ```
/// use ogi_report::intake::{Source, Tally};
/// use ogi_report::{Edition, Form, Lang};
///
/// let form = Form::new(Edition::V2021);
/// let mut tally = Tally::default();
/// tally += &Source::new("a.html", 1, "html").read(&form, &form.check());
/// assert_eq!(tally.text(Lang::En).lines().next(), Some("sources: 1, forms: 1, counted in sums: 0, failed: 0"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Tally {
    /// Files, or lines of files of forms.
    pub sources: u64,
    /// Sources that gave a form.
    pub forms: u64,
    /// Forms that are counted in sums, by [`Source::is_counted`].
    pub counted: u64,
    /// Forms by the outcome of their check.
    pub verdicts: BTreeMap<Verdict, u64>,
    /// Forms by year; those without one are not here.
    pub years: BTreeMap<Year, u64>,
    /// Forms that have figures without a place.
    pub with_unplaced: u64,
    /// Forms that are one of several of their body and year.
    pub versions: u64,
    /// Those of them that do not all print the same figures.
    pub disputed: u64,
    /// Forms by the rules that they break, with an error or a warning.
    pub rules: BTreeMap<RuleCode, u64>,
    /// Sources that failed, by cause.
    pub causes: BTreeMap<Cause, Group>,
}

/// The sources that failed of one cause.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Group {
    /// How many.
    pub count: u64,
    /// How many of each format; those of no known format are not here.
    pub formats: BTreeMap<String, u64>,
    /// The first of them.
    pub examples: Vec<Example>,
}

/// A source that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Example {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub message: Texts,
}

impl Group {
    /// How many sources of a group are named.
    const NAMED: usize = 3;
}

impl std::ops::AddAssign<&Source> for Tally {
    fn add_assign(&mut self, source: &Source) {
        self.sources += 1;
        if let Some(failure) = &source.failure {
            let group = self.causes.entry(failure.cause).or_default();
            group.count += 1;
            if !source.format.is_empty() {
                *group.formats.entry(source.format.clone()).or_default() += 1;
            }
            if group.examples.len() < Group::NAMED {
                group.examples.push(Example { file: source.file.clone(), message: failure.message.clone() });
            }
        }
        let Some(verdict) = source.verdict else { return };
        self.forms += 1;
        self.counted += u64::from(source.is_counted);
        *self.verdicts.entry(verdict).or_default() += 1;
        if let Some(year) = source.year {
            *self.years.entry(year).or_default() += 1;
        }
        self.with_unplaced += u64::from(source.unplaced > 0);
        self.versions += u64::from(source.versions > 1);
        self.disputed += u64::from(source.is_disputed);
        for &rule in &source.rules {
            *self.rules.entry(rule).or_default() += 1;
        }
    }
}

impl<'a> FromIterator<&'a Source> for Tally {
    fn from_iter<I: IntoIterator<Item = &'a Source>>(sources: I) -> Self {
        let mut tally = Self::default();
        for source in sources {
            tally += source;
        }
        tally
    }
}

impl Tally {
    /// How many sources failed.
    ///
    /// ```
    /// assert_eq!(ogi_report::intake::Tally::default().failed(), 0);
    /// ```
    pub fn failed(&self) -> u64 {
        self.causes.values().map(|group| group.count).sum()
    }

    /// The tally in words, in several lines: what came, the outcomes, the rules most often broken, and what failed, grouped by
    /// cause with the first of each.
    ///
    /// ```
    /// use ogi_report::{Lang, intake::Tally};
    ///
    /// assert!(Tally::default().text(Lang::Zh).starts_with("来源：0 份，读出表格：0 份，计入汇总：0 份，失败：0 份"));
    /// ```
    pub fn text(&self, lang: Lang) -> String {
        let mut out = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut out, lang);
        out
    }

    fn write(&self, out: &mut String, lang: Lang) -> std::fmt::Result {
        const RULES: usize = 10;
        let Self { sources, forms, counted, with_unplaced, versions, disputed, .. } = self;
        let failed = self.failed();
        let zh = lang == Lang::Zh;
        if zh {
            writeln!(out, "来源：{sources} 份，读出表格：{forms} 份，计入汇总：{counted} 份，失败：{failed} 份")?;
        } else {
            writeln!(out, "sources: {sources}, forms: {forms}, counted in sums: {counted}, failed: {failed}")?;
        }
        for (verdict, count) in &self.verdicts {
            writeln!(out, "  {}{}{count}", verdict.label(lang), colon(lang))?;
        }
        let notes = [
            (*with_unplaced, "有数字找不到栏目的", "with figures that have no place"),
            (*versions, "同一机关同一年度有多份的", "one of several of a body and year"),
            (*disputed, "其中数字不同的", "of these with different figures"),
        ];
        for (count, label_zh, label_en) in notes {
            if count > 0 {
                writeln!(out, "  {}{}{count}", if zh { label_zh } else { label_en }, colon(lang))?;
            }
        }
        let mut rules: Vec<(&RuleCode, &u64)> = self.rules.iter().collect();
        rules.sort_by_key(|&(code, count)| (std::cmp::Reverse(*count), code.code().to_owned()));
        if !rules.is_empty() {
            writeln!(out, "{}", if zh { "涉及最多的规则：" } else { "rules most often broken:" })?;
        }
        for (code, count) in rules.into_iter().take(RULES) {
            let formula = code.rule().map_or("", |rule| rule.formula(lang));
            writeln!(out, "  {code}{}{count}  {formula}", colon(lang))?;
        }
        if failed > 0 {
            writeln!(out, "{}", if zh { "失败原因：" } else { "what failed:" })?;
        }
        let mut causes: Vec<(&Cause, &Group)> = self.causes.iter().collect();
        causes.sort_by_key(|&(cause, group)| (std::cmp::Reverse(group.count), *cause));
        for (cause, group) in causes {
            write!(out, "  {}{}{}", cause.label(lang), colon(lang), group.count)?;
            if !group.formats.is_empty() {
                let formats = group.formats.iter().map(|(format, count)| format!("{} {count}", printable(format)));
                write!(out, " ({})", formats.collect::<Vec<_>>().join(", "))?;
            }
            out.push('\n');
            for Example { file, message } in &group.examples {
                writeln!(out, "    {}{}{}", printable(file), colon(lang), printable(message.get(lang)))?;
            }
            let more = group.count.saturating_sub(group.examples.len() as u64);
            if more > 0 {
                writeln!(out, "    {}", if zh { format!("另有 {more} 份") } else { format!("and {more} more") })?;
            }
        }
        Ok(())
    }
}

fn colon(lang: Lang) -> &'static str {
    lang.pick("：", ": ")
}

/// A text from outside without control characters of terminals. It is not cut, because the end of a name tells files apart.
fn printable(text: &str) -> String {
    visible(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Edition, Form};
    use crate::intake::Failure;

    fn failed(file: &str, cause: Cause, format: &str) -> Source {
        Source::new(file, 1, format).failed(Failure::new(cause, ["不行", "no good"]))
    }

    #[test]
    fn what_failed_is_grouped_with_the_first_of_each() {
        let mut sources: Vec<Source> =
            (1..=5).map(|i| failed(&format!("{i}.jpg"), Cause::OtherFormat, "picture")).collect();
        sources.push(failed("a\u{1b}[31m.pdf", Cause::Scanned, "pdf"));
        let form = Form::new(Edition::V2021);
        sources.push(Source::new("b.html", 1, "html").read(&form, &form.check()));
        let tally: Tally = sources.iter().collect();
        assert_eq!(
            tally.text(Lang::En),
            "sources: 7, forms: 1, counted in sums: 0, failed: 6\n  broken: 1\nrules most often broken:\n".to_owned()
                + &tally
                    .rules
                    .keys()
                    .map(|code| format!("  {code}: 1  {}\n", code.rule().unwrap().formula(Lang::En)))
                    .collect::<String>()
                + "what failed:\n  a format that is not read: 5 (picture 5)\n    1.jpg: no good\n    2.jpg: no good\n    3.jpg: no good\n    and 2 more\n  pictures without text: 1 (pdf 1)\n    a\u{fffd}[31m.pdf: no good\n"
        );
        assert_eq!(tally.failed() + tally.forms, tally.sources);
    }
}
