//! Checking a form: each group of rules in turn.

use crate::check::assess::{document, edition, equations, narrative, relations, syntax, years};
use crate::check::house::HouseRule;
use crate::check::readings::Readings;
use crate::check::{Checked, Finding, Ledger, Need, Policy, Preset};
use crate::form::{Cell, Form};
use crate::narrative::Narrative;

/// A question about forms: which policy, beside which form of last year and which text, with which rules of the house.
///
/// [`run`](Self::run) gives every finding, [`verify`](Self::verify) the report or why there is none. `verify` returns a report only if
/// [`Checked::verdict`] of `run` is [`Holds`](crate::Verdict::Holds): no finding is an error, and every rule asked could be assessed. It
/// also refuses a form that does not hold under the default policy, with blanks read as the policy reads them.
///
/// ```
/// use ogi_report::check::Check;
/// use ogi_report::narrative::Narrative;
/// use ogi_report::{Form, Lang, Policy, Rule};
///
/// let form: Form = serde_json::from_str(&std::fs::read_to_string("examples/data/anqiu-2020.json")?)?;
/// let text = Narrative::from_text("2020年共收到政府信息公开申请6件。");
/// let policy: Policy = "strict,P3=off".parse()?;
/// let checked = Check::new().policy(policy).narrative(&text).run(&form);
/// assert_eq!(checked.findings[0].rule, Rule::N201);
/// assert!(checked.findings[0].message(Lang::En).starts_with("the text states 6 for “requests received”, the table 5"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Check<'a> {
    pub(crate) policy: Policy,
    previous: Option<&'a Form>,
    narrative: Option<&'a Narrative>,
    previous_narrative: Option<&'a Narrative>,
    house_rules: Vec<HouseRule>,
}

impl<'a> Check<'a> {
    /// The plain question: the default policy, and nothing to compare the form with.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, check::Check};
    ///
    /// let form = Form::new(Edition::V2021);
    /// assert_eq!(Check::new().run(&form), form.check());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks under a policy.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Policy, Rule, check::Check};
    ///
    /// let policy: Policy = "default,T=off".parse()?;
    /// let checked = Check::new().policy(policy).run(&Form::new(Edition::V2021));
    /// assert!(checked.findings.iter().all(|finding| finding.rule == Rule::C104));
    /// # Ok::<(), ogi_report::check::PolicyError>(())
    /// ```
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Compares with the form of the same body for the year before, if there is one.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Rule, check::Check};
    ///
    /// // Nothing says that they are of one body and of successive years.
    /// let form = Form::new(Edition::V2021);
    /// let checked = Check::new().previous(&form).run(&form);
    /// assert!(checked.findings.iter().any(|finding| finding.rule == Rule::Y102));
    /// ```
    pub fn previous(mut self, previous: impl Into<Option<&'a Form>>) -> Self {
        self.previous = previous.into();
        self
    }

    /// Compares with the figures of the text, if there is one.
    ///
    /// ```
    /// use ogi_report::narrative::Narrative;
    /// use ogi_report::{Edition, Form, Rule, check::Check};
    ///
    /// let text = Narrative::from_text("某某局政府信息公开");
    /// let checked = Check::new().narrative(&text).run(&Form::new(Edition::V2021));
    /// assert_ne!(checked, Form::new(Edition::V2021).check());
    /// ```
    pub fn narrative(mut self, narrative: impl Into<Option<&'a Narrative>>) -> Self {
        self.narrative = narrative.into();
        self
    }

    /// Compares the text with the text of the same body's report of the year before, if there is one. It needs the text of the
    /// report, too: [`Check::narrative`].
    ///
    /// ```
    /// use ogi_report::check::Check;
    /// use ogi_report::narrative::Narrative;
    /// use ogi_report::{Edition, Form, Rule};
    ///
    /// let text = |year| {
    ///     let said = "坚持以公开为常态。完善网站各个专栏。按时答复群众申请。定期通报工作进展。";
    ///     Narrative::from_text(&format!("某某局{year}年政府信息公开工作年度报告\n一、总体情况\n{said}"))
    /// };
    /// let (this_year, last_year) = (text(2024), text(2023));
    /// let check = Check::new().narrative(&this_year).previous_narrative(&last_year);
    /// let checked = check.run(&Form::new(Edition::V2021));
    /// assert!(checked.findings.iter().any(|finding| finding.rule == Rule::T401));
    /// ```
    pub fn previous_narrative(mut self, narrative: impl Into<Option<&'a Narrative>>) -> Self {
        self.previous_narrative = narrative.into();
        self
    }

    /// Asks a rule of the house, too; one that was given before with the same code is replaced.
    ///
    /// ```
    /// use ogi_report::check::{Answer, Check, HouseRule, Standing};
    /// use ogi_report::{Edition, Form, Severity};
    ///
    /// let rule = HouseRule::new("X101", Severity::Info, |_, _| vec![Answer::Holds])?;
    /// let checked = Check::new().house_rule(rule).run(&Form::new(Edition::V2021));
    /// assert_eq!(checked.ledger.find("X101".parse()?).unwrap().standing(), Standing::Held);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn house_rule(mut self, rule: HouseRule) -> Self {
        self.house_rules.retain(|other| other.text().code != rule.text().code);
        self.house_rules.push(rule);
        self
    }

    /// Checks a form against every rule of its edition that the policy asks, and against the rules of the house.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Verdict, check::Check};
    ///
    /// assert_eq!(Check::new().run(&Form::new(Edition::V2021)).verdict(), Verdict::Broken);
    /// ```
    pub fn run(&self, form: &Form) -> Checked {
        self.assess(form).0
    }

    /// The cells of a form as numbers, as the rules of this check read them.
    ///
    /// ```
    /// use ogi_report::check::{Check, NoNumber};
    /// use ogi_report::{Applicant, Cell, Column, Edition, Form, RequestRow};
    ///
    /// let total = Cell::request(RequestRow::Received, Column::Total);
    /// let readings = Check::new().readings(&Form::new(Edition::V2021));
    /// assert_eq!(readings.number(total), Err(NoNumber::Absent));
    /// ```
    pub fn readings(&self, form: &Form) -> Readings {
        self.assess(form).1
    }

    /// The outcome of the check, and the cells as numbers: a total whose parts are known as they add up.
    pub(crate) fn assess(&self, form: &Form) -> (Checked, Readings) {
        let Self { policy, previous, narrative, previous_narrative, house_rules } = self;
        let mut checked =
            Checked { findings: Vec::new(), ledger: Ledger::new(), policy: policy.clone(), house_rules: Vec::new() };
        document::assess(form, *narrative, &mut checked);
        let other_edition = edition::assess(form, &mut checked);
        let (stated, present) = syntax::read(form, &other_edition, &mut checked);
        let decided = equations::assess(form.edition_of_other(), &stated, &mut checked);
        present.settle(&mut checked);
        relations::assess(form, &decided, &mut checked);
        let successive = previous.filter(|previous| years::is_of_the_year_before(form, previous));
        let readings_before =
            successive.map(|previous| Check::new().policy(Policy::of(Preset::None)).readings(previous));
        if previous.is_some() {
            years::assess(form, &decided, successive.zip(readings_before.as_ref()), &mut checked);
        }
        if let Some(narrative) = narrative {
            let year_before = previous.map(|_| successive.zip(readings_before.as_ref()));
            narrative::assess(form, narrative, &decided, year_before, &mut checked);
            if let Some(before) = previous_narrative {
                document::assess_repeated(form, narrative, before, &mut checked);
            }
        }
        for rule in house_rules {
            rule.assess(form, &decided, &mut checked);
        }
        checked.ledger.settle(form, policy, |need| match need {
            Need::Previous => previous.is_some(),
            Need::Narrative => narrative.is_some(),
            Need::PreviousNarrative => previous_narrative.is_some(),
        });
        checked.findings.sort_by_key(|finding| (finding.at, finding.rule));
        (checked, decided)
    }
}

impl Form {
    /// Checks the form against every rule of its edition, under the default policy. [`Check`] asks more.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Edition, Form, Rule};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// for &cell in Edition::V2021.cells() {
    ///     form.set(cell, 0_u32);
    /// }
    /// form.set(Cell::request(ogi_report::RequestRow::Received, Applicant::NaturalPerson), 5_u32);
    /// let checked = form.check();
    /// assert!(checked.findings.iter().any(|finding| finding.rule == Rule::R101));
    /// ```
    pub fn check(&self) -> Checked {
        Check::new().run(self)
    }

    /// The findings about one cell while a form is filled in: its own, and those of its sums and comparisons. A rule that needs cells
    /// which are not filled in yet is not asked, and a cell that is not filled in has no findings.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Edition, Form, RequestRow, Rule};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// let cell = Cell::request(RequestRow::Received, Applicant::NaturalPerson);
    /// assert!(form.check_cell(cell).is_empty());
    /// form.set(cell, "五");
    /// assert_eq!(form.check_cell(cell)[0].rule, Rule::C202);
    /// form.set(cell, 5);
    /// assert!(form.check_cell(cell).is_empty());
    /// ```
    pub fn check_cell(&self, cell: Cell) -> Vec<Finding> {
        if self.get(cell).is_none() {
            return Vec::new();
        }
        let mut findings = self.check().findings;
        findings.retain(|finding| finding.cells().contains(&cell));
        findings
    }
}
