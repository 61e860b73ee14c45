//! One file or line and its outcome.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::check::{Checked, RuleCode, Severity, Verdict};
use crate::form::{Edition, Form};
use crate::intake::Failure;
use crate::value::{Body, Year};

/// A file, or a line of a file of forms: what it is, and either what its form says of itself or why there is none.
///
/// ```
/// use ogi_report::intake::Source;
/// use ogi_report::{Edition, Form, Verdict};
///
/// let form = Form::new(Edition::V2021);
/// let source = Source::new("empty.html", 120, "html").read(&form, &form.check());
/// assert_eq!((source.verdict, source.errors), (Some(Verdict::Broken), 5));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Source {
    /// The name of the file, and the line of one that has many forms.
    pub file: String,
    /// What the form calls its source: what leads from the other tables here.
    pub source: Option<String>,
    /// The bytes of the file or the line.
    pub bytes: u64,
    /// The format, such as `html` or `pdf`; empty if it is not known.
    pub format: String,
    /// The edition.
    pub edition: Option<Edition>,
    /// Whether the edition was assumed, because the cells do not show it.
    pub edition_is_assumed: bool,
    /// The outcome of the check.
    pub verdict: Option<Verdict>,
    /// Whether the form is counted in sums. [`Source::read`] says whether it verifies; a program that adds reports up sets it to false for
    /// those that it leaves out, such as one of two reports of a body.
    pub is_counted: bool,
    /// The body, with which facts about it were inferred.
    pub body: Option<Body>,
    /// The reporting year.
    pub year: Option<Year>,
    /// The date of publication.
    pub published: Option<NaiveDate>,
    /// How many findings are errors.
    pub errors: usize,
    /// How many findings are warnings.
    pub warnings: usize,
    /// The rules of these findings, each once.
    pub rules: Vec<RuleCode>,
    /// How many figures of the tables have no place on the form.
    pub unplaced: usize,
    /// How many sources are of this body and year, this one included; 0 where body or year is not known.
    pub versions: usize,
    /// Whether these do not all print the same figures.
    pub is_disputed: bool,
    /// Why there is no form.
    pub failure: Option<Failure>,
    /// How long it took: what differs between two runs over the same files.
    pub seconds: Option<f64>,
}

impl Source {
    /// A source of which only this is known.
    ///
    /// ```
    /// assert_eq!(ogi_report::intake::Source::new("a.html", 0, "html").verdict, None);
    /// ```
    pub fn new(file: impl Into<String>, bytes: u64, format: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            source: None,
            bytes,
            format: format.into(),
            edition: None,
            edition_is_assumed: false,
            verdict: None,
            is_counted: false,
            body: None,
            year: None,
            published: None,
            errors: 0,
            warnings: 0,
            rules: Vec::new(),
            unplaced: 0,
            versions: 0,
            is_disputed: false,
            failure: None,
            seconds: None,
        }
    }

    /// The same with its form and the outcome of the check.
    ///
    /// ```
    /// use ogi_report::intake::Source;
    /// use ogi_report::{Edition, Form};
    ///
    /// let form = Form::new(Edition::V2019);
    /// let source = Source::new("a.html", 1, "html").read(&form, &form.check());
    /// assert_eq!(source.edition, Some(Edition::V2019));
    /// assert!(!source.is_counted);
    /// ```
    #[must_use]
    pub fn read(mut self, form: &Form, checked: &Checked) -> Self {
        self.source.clone_from(&form.source);
        self.edition = Some(form.edition);
        self.verdict = Some(checked.verdict());
        // What verifies is what holds under the default policy, whatever this check was asked. Whether another report is of the same body
        // is not known here.
        self.is_counted = form.check().verdict() == Verdict::Holds;
        self.body.clone_from(&form.body);
        (self.year, self.published) = (form.year, form.published);
        (self.errors, self.warnings) = (checked.count(Severity::Error), checked.count(Severity::Warning));
        let told = checked.findings.iter().filter(|finding| finding.severity != Severity::Info);
        for finding in told {
            if !self.rules.contains(&finding.rule) {
                self.rules.push(finding.rule);
            }
        }
        self
    }

    /// The same with why it gave no form.
    ///
    /// ```
    /// use ogi_report::intake::{Cause, Failure, Source};
    ///
    /// let failure = Failure::new(Cause::Damaged, ["损坏", "damaged"]);
    /// assert_eq!(Source::new("a.pdf", 1, "pdf").failed(failure.clone()).failure, Some(failure));
    /// ```
    #[must_use]
    pub fn failed(mut self, failure: Failure) -> Self {
        self.failure = Some(failure);
        self
    }
}
