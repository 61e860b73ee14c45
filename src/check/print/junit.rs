//! The outcome of a check as JUnit XML, for systems that collect test results.

use std::fmt::Write as _;

use crate::check::print::text::{counted, gaps};
use crate::check::{Checked, Entry, Severity};
use crate::value::Lang;

impl Checked {
    /// The outcome as JUnit XML: a test case for each rule that the policy asks. The name of the suite is the class name of its cases,
    /// too, by which systems tell the cases of two reports apart: name the report, or its file. A rule with a finding of severity
    /// error has failed; one that could not be assessed, or was not asked, was skipped, with the reason; findings
    /// that are no errors stand in the output of their case.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Lang};
    ///
    /// let xml = Form::new(Edition::V2021).check().junit("town & county", Lang::En);
    /// assert!(xml.contains(r#"<testsuite name="town &amp; county" tests=""#));
    /// assert!(xml.contains(r#"failures="3""#));
    /// assert!(xml.contains("document: the form does not name the reporting body."));
    /// ```
    pub fn junit(&self, suite: &str, lang: Lang) -> String {
        let mut cases = String::new();
        let (mut tests, mut failures, mut skipped) = (0, 0, 0);
        let suite = escaped(suite);
        for entry in self.ledger.entries() {
            if entry.rule.rule().is_some_and(|rule| self.policy.severity(rule).is_none()) {
                continue;
            }
            tests += 1;
            let body = self.junit_case(entry, lang);
            failures += u32::from(body.starts_with("<failure"));
            skipped += u32::from(body.starts_with("<skipped"));
            // Writing to a string does not fail.
            let _ = writeln!(
                cases,
                "    <testcase classname=\"{suite}\" name=\"{}: {}\">{body}</testcase>",
                entry.rule,
                escaped(self.formula(entry.rule, lang))
            );
        }
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"{suite}\" tests=\"{tests}\" \
             failures=\"{failures}\" skipped=\"{skipped}\">\n{cases}  </testsuite>\n</testsuites>\n",
        )
    }

    fn junit_case(&self, entry: &Entry, lang: Lang) -> String {
        let findings: Vec<_> = self.findings.iter().filter(|finding| finding.rule == entry.rule).collect();
        let said: Vec<String> = findings.iter().map(|f| format!("{}: {}", f.at, f.message(lang))).collect();
        let said = escaped(&said.join("\n"));
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            let count = match lang {
                Lang::Zh => format!("{} 处", findings.len()),
                Lang::En => counted(findings.len(), "finding"),
            };
            return format!("<failure message=\"{count}\">{said}</failure>");
        }
        let output = if said.is_empty() { String::new() } else { format!("<system-out>{said}</system-out>") };
        let skipped = if !entry.gaps.is_empty() {
            gaps(entry, lang)
        } else if let Some(unasked) = entry.unasked {
            unasked.label(lang).to_owned()
        } else {
            return output;
        };
        format!("<skipped message=\"{}\"/>{output}", escaped(&skipped))
    }
}

/// The text with XML's own characters escaped, and those that XML cannot hold replaced.
fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\n' | '\t' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => xml.push(c),
            _ => xml.push('\u{fffd}'),
        }
    }
    xml
}
