//! A review sheet: a form with its findings marked, so that the problem is seen before a word is read.

use std::fmt::Write as _;

use crate::check::Severity;
use crate::check::finding::{Listed, Quote, pieces};
use crate::check::{
    Checked, Correction, Diagnosis, Entry, Evidence, Finding, Mend, Operand, Place, Standing, Verdict, counted,
    part_label,
};
use crate::form::layout::{Content, Layout};
use crate::form::{Cell, Form, Section};
use crate::narrative::Passage;
use crate::render::html::{Annotate, Tables, escape, heading, page_end, page_start};
use crate::render::marks::{Marks, sign};
use crate::value::{Decimal, Lang};

/// How many findings of one rule are shown at once; the others are folded away.
const SHOWN: usize = 5;
/// How many operands of a sum are drawn before those of 0 are left out.
const DRAWN: usize = 3;
/// How many missing figures of a rule are named.
const NAMED: usize = 12;

/// The review sheet: a complete page with the tables of the form. Colour and sign mark every cell that has a finding. Beside the tables are
/// the findings, each with its figures drawn as an equation, the likely culprit, and what was and was not checked.
///
/// The top says the verdict and how many rules held, were broken or could not be assessed. Links lead from each mark to its finding and from
/// each figure of a finding to its cell. Of a rule that is broken in many places, five findings show and the others are folded away.
///
/// Like every page of this crate it has no script, refers to nothing outside itself and escapes what comes from the form. It is for people:
/// cells show signs and proposed numbers beside the printed text, so do not read it back.
///
/// ```
/// use ogi_report::{Applicant, Cell, Form, Lang, Outcome, render};
///
/// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
/// let mut form: Form = serde_json::from_str(&json)?;
/// form.set(Cell::request(Outcome::Granted, Applicant::NaturalPerson), 40);
/// let page = render::review(&form, &form.check(), Lang::En);
/// assert!(page.contains("<p class=\"verdict broken\"><span class=\"sign\">✗</span> broken</p>"));
/// // The wrong cell, with the number that mends every sum.
/// assert!(page.contains(">40<a class=\"mend\" href=\"#diagnosis-1\" aria-label=\"4 mends it\">→4</a></td>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn review(form: &Form, checked: &Checked, lang: Lang) -> String {
    let diagnoses = form.diagnose();
    let mut on_page = vec![false; Cell::ALL.len()];
    for layout in Section::ALL.iter().copied().filter_map(|section| Layout::of(form, section)) {
        for slot in &layout.slots {
            if let Content::Value(cell) = slot.content {
                on_page[cell.slot()] = true;
            }
        }
    }
    let sheet = Sheet { marks: Marks::of(checked, &diagnoses), on_page, lang };
    let mut out = String::with_capacity(96 * 1024);
    sheet.write(&mut out, form);
    out
}

struct Sheet<'a> {
    marks: Marks<'a>,
    /// By slot, whether the cell has a place on the page.
    on_page: Vec<bool>,
    lang: Lang,
}

impl Sheet<'_> {
    fn write(&self, out: &mut String, form: &Form) {
        let (body, rest) = super::title(form, self.lang);
        let kind = self.lang.pick("核对单", "Review sheet");
        page_start(out, self.lang, &format!("{kind} · {body}{rest}"));
        out.push_str("<main class=\"ogi-report review\">\n<header>\n");
        let _ = writeln!(out, "<p class=\"kind\">{kind}</p>");
        heading(out, form, self.lang);
        self.summary(out);
        out.push_str("</header>\n<div class=\"tables\">\n");
        Tables { form, lang: self.lang, prefix: "", annotate: self }.write(out);
        out.push_str("</div>\n");
        self.findings(out);
        self.ledger(out);
        out.push_str("</main>\n");
        page_end(out);
    }

    /// The verdict, and the number of rules by standing.
    fn summary(&self, out: &mut String) {
        let checked = self.marks.checked;
        let verdict = checked.verdict();
        let verdict_sign = match verdict {
            Verdict::Holds => "✓",
            Verdict::NotAssessed => "?",
            Verdict::Broken => "✗",
        };
        let _ = writeln!(
            out,
            "<p class=\"verdict {verdict}\"><span class=\"sign\">{verdict_sign}</span> {}</p>\n<ul class=\"summary\">",
            verdict.label(self.lang)
        );
        let all = checked.ledger.entries();
        for standing in [Standing::Broken, Standing::NotAssessed, Standing::Held, Standing::NotApplicable] {
            let rules = all.iter().filter(|entry| entry.standing() == standing).count();
            let label = standing.label(self.lang);
            let _ = write!(out, "<li class=\"{standing}\"><a href=\"#ledger-{standing}\">");
            let _ = match self.lang {
                Lang::Zh => write!(out, "{} {label} <b>{rules}</b> 条规则", standing_sign(standing)),
                Lang::En => write!(out, "{} {label}: <b>{rules}</b> of {} rules", standing_sign(standing), all.len()),
            };
            out.push_str("</a></li>\n");
        }
        out.push_str("</ul>\n<ul class=\"key\">\n");
        for &severity in Severity::ALL {
            let _ = writeln!(
                out,
                "<li class=\"{severity}\"><span class=\"sign\">{}</span> {} <b>{}</b></li>",
                sign(severity),
                severity.label(self.lang),
                checked.count(severity)
            );
        }
        let involved = self.lang.pick("算式涉及的格", "part of a broken sum");
        let _ = writeln!(out, "<li><span class=\"sample\"></span> {involved}</li>");
        let wanted = self.lang.pick("缺此数，无法核对", "a rule needs the figure");
        let _ = writeln!(out, "<li class=\"wanted\"><span class=\"sign\">?</span> {wanted}</li>");
        let mended = self.lang.pick("改成此数后，各项勾稽关系即可全部成立", "the number that mends every sum");
        let _ = writeln!(out, "<li class=\"mended\"><span class=\"mend\">→</span> {mended}</li>\n</ul>");
        self.signs(out, self.marks.document());
    }

    /// Links to findings, each with its sign and number. The number has a `#`, so that it does not look like a figure.
    fn signs(&self, out: &mut String, findings: impl Iterator<Item = usize>) {
        for i in findings {
            let severity = self.marks.checked.findings[i].severity;
            let _ = write!(
                out,
                "<a class=\"sign {severity}\" href=\"#finding-{n}\" aria-label=\"{label} {n}\">{}#{n}</a>",
                sign(severity),
                label = severity.label(self.lang),
                n = i + 1
            );
        }
    }

    fn findings(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "<section class=\"findings\">\n<h2 id=\"findings\">{}</h2>",
            self.lang.pick("发现的问题", "Findings")
        );
        let findings = &self.marks.checked.findings;
        if findings.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", self.lang.pick("没有发现问题。", "None."));
        }
        let earlier = |i: usize| findings[..i].iter().filter(|earlier| earlier.rule == findings[i].rule).count();
        let (shown, folded): (Vec<usize>, Vec<usize>) = (0..findings.len()).partition(|&i| earlier(i) < SHOWN);
        self.list(out, &shown);
        for rule in self.marks.checked.ledger.entries().iter().map(|entry| entry.rule) {
            let of_rule: Vec<usize> = folded.iter().copied().filter(|&i| findings[i].rule == rule).collect();
            if of_rule.is_empty() {
                continue;
            }
            let more = of_rule.len();
            let summary = match self.lang {
                Lang::Zh => format!("{rule} 还有 {more} 处"),
                Lang::En => format!("{rule} is broken in {}", counted(more, "more place")),
            };
            let _ = writeln!(out, "<details>\n<summary>{summary}</summary>");
            self.list(out, &of_rule);
            out.push_str("</details>\n");
        }
        if !self.marks.diagnoses.is_empty() {
            let _ = writeln!(
                out,
                "<h2 id=\"diagnoses\">{}</h2>\n<ol>",
                self.lang.pick("可能填错的格", "What could be wrong")
            );
            for (i, diagnosis) in self.marks.diagnoses.iter().enumerate() {
                self.diagnosis(out, i, diagnosis);
            }
            out.push_str("</ol>\n");
        }
        out.push_str("</section>\n");
    }

    fn list(&self, out: &mut String, findings: &[usize]) {
        if findings.is_empty() {
            return;
        }
        out.push_str("<ol>\n");
        for &i in findings {
            self.finding(out, i, &self.marks.checked.findings[i]);
        }
        out.push_str("</ol>\n");
    }

    fn finding(&self, out: &mut String, i: usize, finding: &Finding) {
        let (severity, rule) = (finding.severity, finding.rule);
        let _ = write!(
            out,
            "<li id=\"finding-{n}\" value=\"{n}\" class=\"{severity}\">\n<p class=\"where\"><span class=\"sign\">{}#{n}</span> \
             {} <a href=\"#rule-{rule}\">{rule}</a> ",
            sign(severity),
            severity.label(self.lang),
            n = i + 1
        );
        match finding.at {
            Place::Cell(cell) => self.link(out, cell, &cell.label(self.lang)),
            Place::Section(section) => {
                let _ = write!(out, "<a href=\"#{section}\">{}</a>", section.label(self.lang));
            }
            Place::Document => out.push_str(&finding.at.label(self.lang)),
        }
        out.push_str("</p>\n<p>");
        escape(out, &finding.message(self.lang));
        out.push_str("</p>\n");
        let explaining = self.explaining(finding);
        // Where another cell of the sum is the wrong one, the sum is not what is expected.
        let is_expected = explaining.is_none_or(|(_, mend)| {
            mend.corrections.iter().any(|correction| Place::Cell(correction.cell) == finding.at)
        });
        self.figures(out, finding, is_expected);
        if let Some((i, mend)) = explaining {
            let _ = write!(
                out,
                "<p class=\"culprit\"><a href=\"#diagnosis-{}\">{}</a> ",
                i + 1,
                self.lang.pick("可能填错的格", "What could be wrong")
            );
            self.mend(out, mend);
            out.push_str("</p>\n");
        }
        out.push_str("</li>\n");
    }

    /// The change that explains a broken sum, if it is certain: it mends every broken sum of the table.
    fn explaining(&self, finding: &Finding) -> Option<(usize, &Mend)> {
        let (Place::Cell(cell), Evidence::Unequal { .. }) = (finding.at, &finding.evidence) else { return None };
        let i = self.marks.diagnoses.iter().position(|diagnosis| diagnosis.at == Place::Section(cell.section()))?;
        Some((i, self.marks.diagnoses[i].culprit()?))
    }

    /// The figures of a finding: the equation as its cells, what was expected and what is there.
    fn figures(&self, out: &mut String, finding: &Finding, is_expected: bool) {
        match &finding.evidence {
            Evidence::Unequal { left, right } => {
                out.push_str("<p class=\"equation\">");
                self.operands(out, left, finding.at, "+", true);
                out.push_str("<span class=\"operator\">≠</span>");
                self.operands(out, right, finding.at, "+", true);
                out.push_str("</p>\n");
                let sum = |operands: &[Operand]| operands.iter().map(|o| o.value).sum::<Decimal>();
                let (left_sum, right_sum) = (sum(left), sum(right));
                let names = match left.len() {
                    1 if is_expected => [self.lang.pick("填报", "stated"), self.lang.pick("应为", "expected")],
                    1 => [self.lang.pick("填报", "stated"), self.lang.pick("各项之和", "sum of the parts")],
                    _ => [self.lang.pick("左边合计", "left side"), self.lang.pick("右边合计", "right side")],
                };
                let difference = left_sum.distance(right_sum);
                let _ = writeln!(
                    out,
                    "<p class=\"figures\">{} <b>{left_sum}</b> · {} <b>{right_sum}</b> · {} <b>{difference}</b></p>",
                    names[0],
                    names[1],
                    self.lang.pick("相差", "difference"),
                );
            }
            Evidence::Compared { operands } => {
                out.push_str("<p class=\"equation\">");
                self.operands(out, operands, finding.at, "", true);
                out.push_str("</p>\n");
            }
            Evidence::AcrossYears { previous, current, expected } => {
                let _ = write!(out, "<p class=\"equation\"><span>{}</span>", self.lang.pick("上年", "year before"));
                self.operands(out, previous, finding.at, "", false);
                let _ = write!(out, "<span>{}</span>", self.lang.pick("本年", "this year"));
                self.operands(out, current, finding.at, "", true);
                out.push_str("</p>\n");
                if let (Some(expected), Some(stated)) = (expected, current.first()) {
                    let _ = writeln!(
                        out,
                        "<p class=\"figures\">{} <b>{}</b> · {} <b>{expected}</b></p>",
                        self.lang.pick("填报", "stated"),
                        stated.value,
                        self.lang.pick("应为", "expected"),
                    );
                }
            }
            Evidence::Stated { stated, parts, list: Some(list), .. } => marked_list(out, list, stated, parts),
            // The message says it all.
            _ => {}
        }
    }

    /// Cells with their numbers; of many, those that are not 0. Those of another form are no links.
    fn operands(&self, out: &mut String, operands: &[Operand], at: Place, operator: &str, are_here: bool) {
        let is_drawn = |o: &&Operand| operands.len() <= DRAWN || o.value != Decimal::ZERO || Place::Cell(o.cell) == at;
        let drawn: Vec<&Operand> = operands.iter().filter(is_drawn).collect();
        for (i, operand) in drawn.iter().enumerate() {
            if i > 0 && !operator.is_empty() {
                let _ = write!(out, "<span class=\"operator\">{operator}</span>");
            }
            let label = part_label(operand.cell, operands, self.lang);
            let class = if Place::Cell(operand.cell) == at && are_here { "box at" } else { "box" };
            if are_here && self.on_page[operand.cell.slot()] {
                let _ = write!(out, "<a class=\"{class}\" href=\"#{}\">", Layout::id(operand.cell));
            } else {
                let _ = write!(out, "<span class=\"{class}\">");
            }
            let _ = write!(out, "<b>{}</b> {label}", operand.value);
            out.push_str(if are_here && self.on_page[operand.cell.slot()] { "</a>" } else { "</span>" });
        }
        let zeros = operands.len() - drawn.len();
        if zeros > 0 {
            let _ = match self.lang {
                Lang::Zh => write!(out, "<span class=\"zeros\">其余 {zeros} 项为 0</span>"),
                Lang::En => write!(out, "<span class=\"zeros\">{zeros} more of 0</span>"),
            };
        }
    }

    fn diagnosis(&self, out: &mut String, i: usize, diagnosis: &Diagnosis) {
        let _ = write!(out, "<li id=\"diagnosis-{}\">\n<p>", i + 1);
        escape(out, diagnosis.lead(self.lang).trim_end());
        out.push_str("</p>\n");
        if !diagnosis.mends.is_empty() {
            out.push_str("<ul>\n");
            for mend in &diagnosis.mends {
                out.push_str("<li>");
                self.mend(out, mend);
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</li>\n");
    }

    fn mend(&self, out: &mut String, mend: &Mend) {
        for (i, Correction { cell, stated, mended }) in mend.corrections.iter().enumerate() {
            if i > 0 {
                out.push_str(self.lang.pick("，", ", "));
            }
            self.link(out, *cell, &cell.label(self.lang));
            let _ = write!(out, " <del>{stated}</del> → <ins>{mended}</ins>");
        }
        if let Some(slip) = mend.slip {
            let _ = match self.lang {
                Lang::Zh => write!(out, "（{}）", slip.label(self.lang)),
                Lang::En => write!(out, " ({})", slip.label(self.lang)),
            };
        }
    }

    /// A link to a cell, if it has a place on the page.
    fn link(&self, out: &mut String, cell: Cell, label: &str) {
        if self.on_page[cell.slot()] {
            let _ = write!(out, "<a href=\"#{}\">{label}</a>", Layout::id(cell));
        } else {
            out.push_str(label);
        }
    }

    /// What was and was not checked: the rules by standing.
    fn ledger(&self, out: &mut String) {
        let checked = self.marks.checked;
        let _ = write!(
            out,
            "<section class=\"ledger\">\n<h2 id=\"ledger\">{}</h2>\n<p>{}",
            self.lang.pick("核对情况", "What was checked"),
            self.lang.pick("核对口径：", "Policy: ")
        );
        escape(out, &checked.policy.label(self.lang));
        out.push_str("</p>\n");
        for standing in [Standing::Broken, Standing::NotAssessed, Standing::Held, Standing::NotApplicable] {
            let rules: Vec<&Entry> =
                checked.ledger.entries().iter().filter(|entry| entry.standing() == standing).collect();
            let is_open = matches!(standing, Standing::Broken | Standing::NotAssessed) && !rules.is_empty();
            let _ = writeln!(
                out,
                "<details id=\"ledger-{standing}\"{}>\n<summary>{} {} <b>{}</b></summary>",
                if is_open { " open" } else { "" },
                standing_sign(standing),
                standing.label(self.lang),
                rules.len()
            );
            if !rules.is_empty() {
                self.rules(out, &rules);
            }
            out.push_str("</details>\n");
        }
        out.push_str("</section>\n");
    }

    fn rules(&self, out: &mut String, rules: &[&Entry]) {
        out.push_str("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"ledger\">\n<table class=\"rules\">\n<thead>\n<tr>");
        for header in [
            self.lang.pick("规则", "rule"),
            self.lang.pick("成立条件", "holds if"),
            self.lang.pick("成立", "held"),
            self.lang.pick("不成立", "broken"),
            self.lang.pick("无法核对", "not assessed"),
        ] {
            let _ = write!(out, "<th scope=\"col\">{header}</th>");
        }
        out.push_str("</tr>\n</thead>\n<tbody>\n");
        for entry in rules {
            let rule = entry.rule;
            let _ = write!(out, "<tr id=\"rule-{rule}\"><th scope=\"row\">{rule}</th><td class=\"formula\">");
            escape(out, self.marks.checked.formula(rule, self.lang));
            let _ = write!(out, "</td><td>{}</td><td>", entry.held);
            let first = self.marks.checked.findings.iter().position(|finding| finding.rule == rule);
            let _ = match first {
                Some(i) => write!(out, "<a href=\"#finding-{}\">{}</a>", i + 1, entry.broken),
                None => write!(out, "{}", entry.broken),
            };
            out.push_str("</td><td class=\"gaps\">");
            self.gaps(out, entry);
            out.push_str("</td></tr>\n");
        }
        out.push_str("</tbody>\n</table>\n</div>\n");
    }

    /// At how many places a rule could not be assessed, and for want of which figures; or why it was not asked.
    fn gaps(&self, out: &mut String, entry: &Entry) {
        if let Some(unasked) = entry.unasked {
            out.push_str(unasked.label(self.lang));
            return;
        }
        let _ = write!(out, "{}", entry.gaps.len());
        let mut missing: Vec<Cell> = entry.gaps.iter().flat_map(|gap| gap.missing.iter().copied()).collect();
        missing.sort_unstable();
        missing.dedup();
        if missing.is_empty() {
            return;
        }
        out.push_str(self.lang.pick("，缺：", ", for want of: "));
        for (i, &cell) in missing.iter().take(NAMED).enumerate() {
            if i > 0 {
                out.push_str(self.lang.pick("；", "; "));
            }
            self.link(out, cell, &cell.label(self.lang));
        }
        if missing.len() > NAMED {
            let more = missing.len() - NAMED;
            let _ = match self.lang {
                Lang::Zh => write!(out, "；还有 {more} 个数"),
                Lang::En => write!(out, "; and {more} more"),
            };
        }
    }
}

/// A list as it stands in the text, its numbers marked.
fn marked_list(out: &mut String, list: &Passage, stated: &Quote, parts: &[Quote]) {
    out.push_str("<p class=\"list\">");
    for (words, number) in pieces(list, stated, parts) {
        let [before, behind] = match number {
            Some(Listed::Whole) => ["<mark class=\"whole\">", "</mark>"],
            Some(Listed::Part) => ["<mark>", "</mark>"],
            None => [""; 2],
        };
        out.push_str(before);
        escape(out, words);
        out.push_str(behind);
    }
    out.push_str("</p>\n");
}

const fn standing_sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Held => "✓",
        Standing::Broken => "✗",
        Standing::NotAssessed => "?",
        Standing::NotApplicable => "–",
    }
}

impl Annotate for Sheet<'_> {
    fn class(&self, cell: Cell) -> &'static str {
        let mark = self.marks.cell(cell);
        match (mark.severity, mark.mended) {
            (_, Some(_)) => "mended",
            (Some(severity), None) => severity.name(),
            (None, None) if mark.is_involved => "involved",
            (None, None) if mark.wanted.is_some() => "wanted",
            (None, None) => "",
        }
    }

    fn behind_cell(&self, out: &mut String, cell: Cell) {
        let mark = self.marks.cell(cell);
        self.signs(out, mark.findings.iter().copied());
        if let Some((i, mended)) = mark.mended {
            let label = match self.lang {
                Lang::Zh => format!("改成 {mended} 后，各项勾稽关系即可全部成立"),
                Lang::En => format!("{mended} mends it"),
            };
            let _ = write!(out, "<a class=\"mend\" href=\"#diagnosis-{}\" aria-label=\"{label}\">→{mended}</a>", i + 1);
        }
        if let (true, Some(rule)) = (mark.findings.is_empty(), mark.wanted) {
            let label = self.lang.pick("缺此数，无法核对", "a rule needs the figure");
            let _ = write!(out, "<a class=\"sign wanted\" href=\"#rule-{rule}\" aria-label=\"{label} {rule}\">?</a>");
        }
    }

    fn behind_heading(&self, out: &mut String, section: Section) {
        self.signs(out, self.marks.section(section));
    }
}
