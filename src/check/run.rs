//! Checking a form: each group of rules in turn.

use crate::check::assess::{document, edition, equations, narrative, relations, syntax, years};
use crate::check::readings::Readings;
use crate::check::{Checked, Evidence, Ledger, Place, Policy, Rule};
use crate::form::Form;
use crate::json::version::Version;
use crate::narrative::Narrative;

impl Form {
    /// Checks the form against every rule of its edition.
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
        self.check_under(&Policy::default(), None)
    }

    /// Checks the form under a policy and, if it is given, against the form of the same body for the year
    /// before.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Policy, Rule};
    ///
    /// let policy: Policy = "default,T=off".parse()?;
    /// let checked = Form::new(Edition::V2021).check_under(&policy, None);
    /// assert!(checked.findings.iter().all(|finding| finding.rule == Rule::C104));
    /// # Ok::<(), ogi_report::PolicyError>(())
    /// ```
    pub fn check_under(&self, policy: &Policy, previous: Option<&Form>) -> Checked {
        self.check_with(policy, previous, None)
    }

    /// Checks the form under a policy and, as far as they are given, against the form of the year before and what the text
    /// of the report states.
    ///
    /// ```
    /// use ogi_report::narrative::Narrative;
    /// use ogi_report::{Form, Lang, Policy, Rule};
    ///
    /// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
    /// let form: Form = serde_json::from_str(&json)?;
    /// let narrative = Narrative::from_text("2020年共收到政府信息公开申请6件。");
    /// let checked = form.check_with(&Policy::default(), None, Some(&narrative));
    /// assert_eq!(checked.findings[0].rule, Rule::N201);
    /// assert!(checked.findings[0].message(Lang::En).starts_with("the text states 6 for “requests received”, the table 5"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check_with(&self, policy: &Policy, previous: Option<&Form>, narrative: Option<&Narrative>) -> Checked {
        self.check_with_readings(policy, previous, narrative).0
    }

    /// The outcome of the check, and the cells as numbers: a total whose parts are known as they add up.
    pub(crate) fn check_with_readings(
        &self,
        policy: &Policy,
        previous: Option<&Form>,
        narrative: Option<&Narrative>,
    ) -> (Checked, Readings) {
        let mut checked =
            Checked { schema_version: Version, findings: Vec::new(), ledger: Ledger::new(), policy: policy.clone() };
        document::assess(self, narrative, &mut checked);
        let other_edition = edition::assess(self, &mut checked);
        let (stated, present) = syntax::read(self, &other_edition, &mut checked);
        let edition_of_other = self.edition_of_other();
        if let Some((first, _)) = self.cells().find(|(cell, _)| cell.is_other_handling()) {
            if edition_of_other == self.edition {
                checked.held(Rule::E102);
            } else {
                checked.broken(Rule::E102, Place::Cell(first), Evidence::Edition { edition: self.edition });
            }
        }
        let decided = equations::assess(edition_of_other, &stated, &mut checked);
        present.settle(&mut checked);
        relations::assess(self, &decided, &mut checked);
        if let Some(previous) = previous {
            years::assess(self, &decided, previous, &mut checked);
        }
        if let Some(narrative) = narrative {
            let previous = previous.filter(|previous| years::is_of_the_year_before(self, previous));
            narrative::assess(self, narrative, &decided, previous, &mut checked);
        }
        checked.ledger.settle(self, policy, previous.is_some(), narrative.is_some());
        checked.findings.sort_by_key(|finding| (finding.at, finding.rule));
        (checked, decided)
    }
}
