//! Rules of the house: what an office asks of its reports beside the rule book.

use std::fmt;
use std::sync::Arc;

use crate::check::code::{HouseCode, HouseCodeError, HouseText, RuleCode};
use crate::check::{Checked, Evidence, Finding, Gap, Place, Readings, Severity};
use crate::form::{Cell, Form};
use crate::value::Texts;

/// A rule that an office adds to the rule book: a code, texts, and a function over the numbers of a form.
///
/// Its findings join those of the rule book in the ledger, the verdict, SARIF, JUnit and the review sheet, and
/// [`Check::verify`](crate::check::Check::verify) refuses a form that breaks it with severity error. A policy does not reach it.
///
/// ```
/// use ogi_report::check::{Answer, Check, HouseRule, Place};
/// use ogi_report::{Body, Cell, Column, Form, Report, RequestRow, Severity, Verdict, Year};
///
/// let received = Cell::request(RequestRow::Received, Column::Total);
/// let some_requests = HouseRule::new("X101", Severity::Error, move |_, readings| {
///     vec![match readings.number(received) {
///         Ok(number) if number.to_string() != "0" => Answer::Holds,
///         Ok(_) => Answer::broken(Place::Cell(received), ["没有收到申请。", "no request was received."]).with([received]),
///         Err(_) => Answer::NotAssessed { at: Place::Cell(received), missing: vec![received] },
///     }]
/// })?
/// .formula(["新收申请 > 0", "requests received > 0"])
/// .page(["本市各部门每年都收到申请。", "Every office of the city receives requests every year."]);
///
/// let form = Form::from(&Report::new(Body::named("某某局"), Year::new(2024)?));
/// let checked = Check::new().house_rule(some_requests).run(&form);
/// assert_eq!(checked.verdict(), Verdict::Broken);
/// assert_eq!(checked.findings[0].rule.code(), "X101");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct HouseRule {
    text: HouseText,
    ask: Arc<Ask>,
}

type Ask = dyn Fn(&Form, &Readings) -> Vec<Answer> + Send + Sync;

/// The answer of a house rule at one place of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Answer {
    /// It holds.
    Holds,
    /// It is broken.
    Broken {
        /// Where.
        at: Place,
        /// The message.
        message: Texts,
        /// The cells whose figures show it.
        cells: Vec<Cell>,
    },
    /// It cannot be assessed for want of figures.
    NotAssessed {
        /// Where.
        at: Place,
        /// The cells without a number that it needs.
        missing: Vec<Cell>,
    },
}

impl Answer {
    /// It is broken at a place; the text says what is wrong, in Chinese and in English.
    ///
    /// ```
    /// use ogi_report::check::{Answer, Place};
    ///
    /// assert_ne!(Answer::broken(Place::Document, ["缺少附件。", "the annex is missing."]), Answer::Holds);
    /// ```
    pub fn broken(at: Place, message: impl Into<Texts>) -> Self {
        Self::Broken { at, message: message.into(), cells: Vec::new() }
    }

    /// The answer with the cells that show the fault; any other answer as it is.
    ///
    /// ```
    /// use ogi_report::check::Answer;
    ///
    /// assert_eq!(Answer::Holds.with([]), Answer::Holds);
    /// ```
    #[must_use]
    pub fn with(mut self, shown: impl IntoIterator<Item = Cell>) -> Self {
        if let Self::Broken { cells, .. } = &mut self {
            cells.extend(shown);
        }
        self
    }
}

impl HouseRule {
    /// A rule of that code, `X` and three digits. The function is asked once for each form and answers for every place that it looks
    /// at; no answer at all says that nothing on the form calls for the rule.
    ///
    /// # Errors
    ///
    /// If the code is not `X` and three digits.
    ///
    /// ```
    /// use ogi_report::Severity;
    /// use ogi_report::check::{Answer, HouseRule};
    ///
    /// assert!(HouseRule::new("X101", Severity::Info, |_, _| vec![Answer::Holds]).is_ok());
    /// assert!(HouseRule::new("R101", Severity::Info, |_, _| vec![Answer::Holds]).is_err());
    /// ```
    pub fn new(
        code: &str,
        severity: Severity,
        ask: impl Fn(&Form, &Readings) -> Vec<Answer> + Send + Sync + 'static,
    ) -> Result<Self, HouseCodeError> {
        let code: HouseCode = code.parse()?;
        let nothing = || Texts::new(code.as_str(), code.as_str());
        Ok(Self { text: HouseText { code, severity, formula: nothing(), page: nothing() }, ask: Arc::new(ask) })
    }

    /// Says what must hold, in one line; without it that is the code.
    ///
    /// ```
    /// use ogi_report::Severity;
    /// use ogi_report::check::HouseRule;
    ///
    /// let rule = HouseRule::new("X101", Severity::Info, |_, _| vec![])?.formula(["甲 = 乙", "a = b"]);
    /// assert_eq!(rule.text().formula.en, "a = b");
    /// # Ok::<(), ogi_report::check::HouseCodeError>(())
    /// ```
    #[must_use]
    pub fn formula(mut self, formula: impl Into<Texts>) -> Self {
        self.text.formula = formula.into();
        self
    }

    /// Says what the rule means, in a paragraph or two; without it that is the code.
    ///
    /// ```
    /// use ogi_report::Severity;
    /// use ogi_report::check::HouseRule;
    ///
    /// let rule = HouseRule::new("X101", Severity::Info, |_, _| vec![])?.page(["本市的要求。", "Our city asks for it."]);
    /// assert_eq!(rule.text().page.zh, "本市的要求。");
    /// # Ok::<(), ogi_report::check::HouseCodeError>(())
    /// ```
    #[must_use]
    pub fn page(mut self, page: impl Into<Texts>) -> Self {
        self.text.page = page.into();
        self
    }

    /// The description of the rule.
    ///
    /// ```
    /// use ogi_report::Severity;
    /// use ogi_report::check::HouseRule;
    ///
    /// assert_eq!(HouseRule::new("X101", Severity::Info, |_, _| vec![])?.text().severity, Severity::Info);
    /// # Ok::<(), ogi_report::check::HouseCodeError>(())
    /// ```
    pub fn text(&self) -> &HouseText {
        &self.text
    }

    /// Asks the rule and writes down what it answers.
    pub(crate) fn assess(&self, form: &Form, readings: &Readings, checked: &mut Checked) {
        let rule = RuleCode::House(self.text.code);
        let severity = self.text.severity;
        checked.house_rules.push(self.text.clone());
        let mut entry = crate::check::Entry::new(rule);
        for answer in (self.ask)(form, readings) {
            match answer {
                Answer::Holds => entry.held += 1,
                Answer::Broken { at, message, cells } => {
                    entry.broken += 1;
                    let evidence = Evidence::House { says: message, operands: readings.operands(&cells) };
                    checked.findings.push(Finding { rule, severity, at, evidence });
                }
                Answer::NotAssessed { at, missing } => entry.gaps.push(Gap { at, missing }),
            }
        }
        checked.ledger.push(entry);
    }
}

impl fmt::Debug for HouseRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HouseRule").field("text", &self.text).finish_non_exhaustive()
    }
}
