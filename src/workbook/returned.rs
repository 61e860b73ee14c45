//! A file that came back, as the summary lists it.

use crate::check::{Checked, Place, Severity};
use crate::form::{Form, Section};
use crate::value::{Body, Lang, Year};

/// A returned file, as a [`Summary`](super::Summary) lists it: its body, whether its figures are counted, and what a check found. It keeps
/// the findings and not the form, so that thousands of files take little memory.
///
/// ```
/// use ogi_report::workbook::Returned;
/// use ogi_report::{Edition, Form};
///
/// let form = Form::new(Edition::V2021);
/// let checked = form.check();
/// let is_counted = form.clone().verify().is_ok();
/// let returned = Returned::new("民政局.xlsx", &form, &checked, is_counted);
/// assert_eq!(returned.source(), "民政局.xlsx");
/// ```
#[derive(Clone, Debug)]
pub struct Returned {
    source: String,
    pub(super) body: Option<Body>,
    pub(super) year: Option<Year>,
    pub(super) is_counted: bool,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// What became of each section.
    pub(super) sections: Vec<String>,
    pub(super) problems: Vec<Problem>,
    /// How many findings are not among the problems.
    pub(super) more: usize,
    /// Why it could not be read.
    pub(super) unread: Option<String>,
    /// What else a reader of the summary should know of it.
    pub(super) remarks: Vec<String>,
}

/// A finding in words.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) code: String,
    pub(super) severity: Severity,
    pub(super) at: Place,
    pub(super) message: String,
}

impl Returned {
    /// Problems of one file that are listed; of more, their number is said.
    pub(super) const MOST: usize = 100;

    /// A file whose form was read and checked. `source` is its name, with the path from where the summary will stand;
    /// `is_counted` says whether its figures are in the sums.
    ///
    /// ```
    /// use ogi_report::workbook::Returned;
    /// use ogi_report::{Edition, Form};
    ///
    /// let form = Form::new(Edition::V2021);
    /// let returned = Returned::new("a.xlsx", &form, &form.check(), false);
    /// assert_eq!(returned.source(), "a.xlsx");
    /// ```
    pub fn new(source: impl Into<String>, form: &Form, checked: &Checked, is_counted: bool) -> Self {
        let problem = |finding: &crate::check::Finding| Problem {
            code: finding.rule.to_string(),
            severity: finding.severity,
            at: finding.at,
            message: finding.message(Lang::Zh),
        };
        let mut findings: Vec<_> = checked.findings.iter().collect();
        findings.sort_by_key(|finding| finding.severity);
        Self {
            source: source.into(),
            body: form.body.clone(),
            year: form.year,
            is_counted,
            errors: checked.count(Severity::Error),
            warnings: checked.count(Severity::Warning),
            sections: Section::ALL.iter().map(|&section| state(section, checked)).collect(),
            more: findings.len().saturating_sub(Self::MOST),
            problems: findings.into_iter().take(Self::MOST).map(problem).collect(),
            unread: None,
            remarks: Vec::new(),
        }
    }

    /// A file that could not be read, and why.
    ///
    /// ```
    /// use ogi_report::workbook::Returned;
    ///
    /// assert_eq!(Returned::unread("扫描件.pdf", "只有图片").source(), "扫描件.pdf");
    /// ```
    pub fn unread(source: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            body: None,
            year: None,
            is_counted: false,
            errors: 0,
            warnings: 0,
            sections: vec!["—".to_owned(); Section::ALL.len()],
            problems: Vec::new(),
            more: 0,
            unread: Some(reason.into()),
            remarks: Vec::new(),
        }
    }

    /// The same with what else a reader of the summary should know of the file, such as that a figure in it has no
    /// place on the form.
    ///
    /// ```
    /// use ogi_report::workbook::Returned;
    ///
    /// let returned = Returned::unread("a.pdf", "只有图片").remark("已电话催报");
    /// assert_eq!(returned.source(), "a.pdf");
    /// ```
    #[must_use]
    pub fn remark(mut self, text: impl Into<String>) -> Self {
        self.remarks.push(text.into());
        self
    }

    /// The name of the file.
    ///
    /// ```
    /// assert_eq!(ogi_report::workbook::Returned::unread("a.pdf", "").source(), "a.pdf");
    /// ```
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// What became of a section: how many errors, else whether something in it could not be assessed.
fn state(section: Section, checked: &Checked) -> String {
    let is_here = |at: Place| match at {
        Place::Cell(cell) => cell.section() == section,
        Place::Section(other) => other == section,
        Place::Document => false,
    };
    let errors = checked.findings.iter().filter(|f| f.severity == Severity::Error && is_here(f.at)).count();
    let gaps = checked.ledger.entries().iter().flat_map(|entry| &entry.gaps);
    match errors {
        0 if gaps.filter(|gap| is_here(gap.at)).count() > 0 => "无法核对".to_owned(),
        0 => "成立".to_owned(),
        n => format!("错误 {n}"),
    }
}
