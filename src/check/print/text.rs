//! The outcome of a check as text for a reader.

use std::fmt::Write as _;

use crate::check::{Checked, Diagnosis, Entry, Evidence, Finding, Mend, Operand, Place, Severity, Standing, Unasked};
use crate::form::Cell;
use crate::value::{Decimal, Lang};

/// How many findings of one rule are shown in full.
const SHOWN: usize = 5;
/// Codes of rules on a line.
const CODES_A_LINE: usize = 16;

impl Checked {
    /// The findings, each with its figures and the wrong cell marked `✗`, then what was and was not checked, and the
    /// verdict. Of a rule that is broken in many places, the first five are shown and the rest counted.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Lang};
    ///
    /// let text = Form::new(Edition::V2021).check().text(Lang::En);
    /// assert!(text.starts_with("Findings\n\n  1. error T101  document\n     the form does not name the reporting body.\n"));
    /// assert!(text.ends_with("Verdict: broken (5 errors, 0 warnings, 0 notes)\n"));
    /// ```
    pub fn text(&self, lang: Lang) -> String {
        let mut text = String::new();
        self.write(&mut text, lang).map_or_else(|_| String::new(), |()| text)
    }

    fn write(&self, out: &mut String, lang: Lang) -> std::fmt::Result {
        writeln!(out, "{}\n", lang.pick("发现的问题", "Findings"))?;
        if self.findings.is_empty() {
            writeln!(out, "  {}", lang.pick("没有发现问题。", "none"))?;
        }
        for (i, finding) in self.findings.iter().enumerate() {
            match self.findings[..i].iter().filter(|earlier| earlier.rule == finding.rule).count() {
                SHOWN => {
                    let more = self.findings[i..].iter().filter(|later| later.rule == finding.rule).count();
                    match lang {
                        Lang::Zh => writeln!(out, "     …… {} 还有 {more} 处", finding.rule)?,
                        Lang::En => {
                            writeln!(out, "     … {} is broken in {}", finding.rule, counted(more, "more place"))?;
                        }
                    }
                }
                0..SHOWN => {
                    let severity = finding.severity.label(lang);
                    // The label that the form prints, and in English the name that JSON has.
                    let at = match lang {
                        Lang::Zh => finding.at.label(lang),
                        Lang::En => finding.at.to_string(),
                    };
                    writeln!(out, "{:3}. {severity} {}  {at}", i + 1, finding.rule)?;
                    writeln!(out, "     {}", finding.message(lang))?;
                    finding.write_figures(out, lang)?;
                }
                _ => {}
            }
        }
        self.write_ledger(out, lang)?;
        let [errors, warnings, notes] = Severity::ENTRIES.map(|severity| self.count(severity));
        let verdict = self.verdict().label(lang);
        match lang {
            Lang::Zh => writeln!(out, "\n结论：{verdict}（错误 {errors}，警告 {warnings}，提示 {notes}）"),
            Lang::En => {
                let [errors, warnings, notes] =
                    [(errors, "error"), (warnings, "warning"), (notes, "note")].map(|(n, thing)| counted(n, thing));
                writeln!(out, "\nVerdict: {verdict} ({errors}, {warnings}, {notes})")
            }
        }
    }

    fn write_ledger(&self, out: &mut String, lang: Lang) -> std::fmt::Result {
        let policy = self.policy.label(lang);
        match lang {
            Lang::Zh => writeln!(out, "\n核对情况（口径：{policy}）\n")?,
            Lang::En => writeln!(out, "\nWhat was checked (policy: {policy})\n")?,
        }
        let entries = self.ledger.entries();
        for standing in [Standing::Held, Standing::Broken, Standing::NotAssessed] {
            let of_standing = entries.iter().filter(|entry| entry.standing() == standing);
            write_codes(out, standing.label(lang), of_standing)?;
        }
        // What was not asked is said with the reason: that nobody gave the text to check is something else than that the
        // form does not call for a rule.
        let not_asked = lang.pick("未核对，", "not asked, ");
        for &unasked in Unasked::ALL {
            let of_reason = entries.iter().filter(|entry| entry.unasked == Some(unasked));
            write_codes(out, &format!("{not_asked}{}", unasked.label(lang)), of_reason)?;
        }
        for entry in entries.iter().filter(|entry| !entry.gaps.is_empty()) {
            writeln!(out, "  {}", gaps(entry, lang))?;
        }
        Ok(())
    }
}

fn write_codes<'a>(out: &mut String, label: &str, entries: impl Iterator<Item = &'a Entry>) -> std::fmt::Result {
    let codes: Vec<&str> = entries.map(|entry| entry.rule.code()).collect();
    if codes.is_empty() {
        return Ok(());
    }
    writeln!(out, "  {label}: {}", codes.len())?;
    for line in codes.chunks(CODES_A_LINE) {
        writeln!(out, "      {}", line.join(" "))?;
    }
    Ok(())
}

/// Where a rule could not be assessed and for want of what.
pub(crate) fn gaps(entry: &Entry, lang: Lang) -> String {
    let mut missing: Vec<Cell> = entry.gaps.iter().flat_map(|gap| gap.missing.iter().copied()).collect();
    missing.sort_unstable();
    missing.dedup();
    let Some(first) = missing.first().map(|cell| cell.label(lang)) else {
        return match lang {
            Lang::Zh => format!("{} 无法核对", entry.rule),
            Lang::En => format!("{} could not be assessed", entry.rule),
        };
    };
    let (rule, places, figures) = (entry.rule, entry.gaps.len(), missing.len());
    match lang {
        Lang::Zh => format!("{rule} 有 {places} 处无法核对：缺 {figures} 个数，如【{first}】"),
        Lang::En => {
            let (places, figures) = (counted(places, "place"), counted(figures, "figure"));
            format!("{rule} could not be assessed at {places} for want of {figures}, such as “{first}”")
        }
    }
}

/// A number of things in English.
pub(crate) fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

impl Diagnosis {
    /// The explanation in words: the one cell that is wrong, or the cells of which one may be.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Form, Lang, Outcome};
    ///
    /// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
    /// let mut form: Form = serde_json::from_str(&json)?;
    /// form.set(Cell::request(Outcome::Granted, Applicant::NaturalPerson), 40);
    /// assert_eq!(
    ///     form.diagnose()[0].text(Lang::En),
    ///     "one cell explains every broken sum: “granted, natural person” from 40 to 4 (a digit too many)\n",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn text(&self, lang: Lang) -> String {
        let mends: Vec<String> = self.mends.iter().map(|mend| mend_text(mend, lang)).collect();
        let lead = self.lead(lang);
        match (self.culprit(), lang) {
            (Some(_), Lang::Zh) => format!("{lead}{}\n", mends.concat()),
            (Some(_), Lang::En) => format!("{lead} {}\n", mends.concat()),
            (None, _) => [lead].into_iter().chain(mends).collect::<Vec<_>>().join("\n  ") + "\n",
        }
    }

    /// The line before the explanations: how many there are, and whether one is certain.
    pub(crate) fn lead(&self, lang: Lang) -> String {
        match (lang, self.culprit(), self.mends.len()) {
            (Lang::Zh, None, 0) => {
                format!("{}：修改一处不能使各项勾稽关系全部成立，可能有多处错误", self.at.label(lang))
            }
            (Lang::En, None, 0) => {
                format!("{}: no one cell explains the broken sums; there may be several errors", self.at.label(lang))
            }
            (Lang::Zh, Some(_), _) => "修改以下一处，各项勾稽关系即可全部成立：".to_owned(),
            (Lang::En, Some(_), _) => "one cell explains every broken sum:".to_owned(),
            (Lang::Zh, None, 1) => "有一种改法，但不能确定只有这一种：".to_owned(),
            (Lang::En, None, 1) => "one explanation fits, but it may not be the only one:".to_owned(),
            (Lang::Zh, None, n) => format!("有 {n} 种改法，无法判断是哪一种："),
            (Lang::En, None, n) => format!("{n} explanations fit, and the figures do not tell which:"),
        }
    }
}

fn mend_text(mend: &Mend, lang: Lang) -> String {
    let corrections: Vec<String> = mend
        .corrections
        .iter()
        .map(|c| match lang {
            Lang::Zh => format!("【{}】由 {} 改为 {}", c.cell.label(lang), c.stated, c.mended),
            Lang::En => format!("“{}” from {} to {}", c.cell.label(lang), c.stated, c.mended),
        })
        .collect();
    let slip = match (lang, mend.slip) {
        (_, None) => String::new(),
        (Lang::Zh, Some(slip)) => format!("（{}）", slip.label(lang)),
        (Lang::En, Some(slip)) => format!(" ({})", slip.label(lang)),
    };
    format!("{}{slip}", corrections.join(lang.pick("，", ", ")))
}

impl Finding {
    /// The figures of a broken sum, the place of the finding marked.
    fn write_figures(&self, out: &mut String, lang: Lang) -> std::fmt::Result {
        let Evidence::Unequal { left, right } = &self.evidence else { return Ok(()) };
        let is_shown = |o: &&Operand| o.value != Decimal::ZERO || Place::Cell(o.cell) == self.at;
        for operand in left.iter().chain(right).filter(is_shown) {
            let mark = if Place::Cell(operand.cell) == self.at { "✗" } else { " " };
            writeln!(out, "     {:>12} {mark} {}", operand.value, operand.cell.label(lang))?;
        }
        Ok(())
    }
}
