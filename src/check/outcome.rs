//! The outcome of a check.

use serde::Serialize;

use crate::check::readings::Readings;
use crate::check::{Evidence, Finding, Gap, HouseText, Ledger, Place, Policy, Rule, RuleCode, Severity};
use crate::form::Cell;
use crate::json::version::Version;
use crate::value::Lang;
use crate::value::axis::axis;

/// The outcome of a check: what is wrong, and what was looked at.
///
/// ```
/// use ogi_report::{Edition, Form, Verdict};
///
/// let checked = Form::new(Edition::V2021).check();
/// assert_eq!(checked.verdict(), Verdict::Broken);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checked {
    /// The findings: first the document, then section by section, in printed order.
    pub findings: Vec<Finding>,
    /// For each rule, whether it held, was broken or could not be assessed.
    pub ledger: Ledger,
    /// The policy of the check.
    pub policy: Policy,
    /// The descriptions of the house rules, in the order in which they were given.
    pub house_rules: Vec<HouseText>,
}

/// The outcome of a check in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Document<'a> {
    schema_version: Version<1>,
    /// The verdict on the whole form.
    verdict: Verdict,
    /// The policy of the check.
    policy: &'a Policy,
    /// The findings: first the document, then section by section, in printed order.
    findings: &'a [Finding],
    /// For each rule, whether it held, was broken or could not be assessed.
    ledger: &'a Ledger,
    /// The descriptions of the house rules, in the order in which they were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    house_rules: Option<&'a [HouseText]>,
}

impl Serialize for Checked {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { findings, ledger, policy, house_rules } = self;
        let verdict = self.verdict();
        let house_rules = Some(house_rules.as_slice()).filter(|rules| !rules.is_empty());
        Document { schema_version: Version, verdict, policy, findings, ledger, house_rules }.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Checked {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Outcome".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Document::json_schema(generator)
    }
}

axis! {
    /// The verdict of a check on the whole form.
    pub enum Verdict {
        /// Everything that the policy asks could be assessed, and no rule of severity error is broken. Warnings may
        /// stand.
        Holds = "holds", "核对无误", "holds";
        /// No error was found, but something could not be assessed, or nothing was.
        NotAssessed = "not_assessed", "部分内容无法核对", "could not be assessed in full";
        /// At least one rule of severity error is broken.
        Broken = "broken", "存在错误", "broken";
    }
}

impl Checked {
    /// The verdict on the whole form. It holds only if everything could be assessed.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Verdict};
    ///
    /// assert_ne!(Form::new(Edition::V2019).check().verdict(), Verdict::Holds);
    /// ```
    pub fn verdict(&self) -> Verdict {
        if self.findings.iter().any(|finding| finding.severity == Severity::Error) {
            Verdict::Broken
        } else if self.ledger.is_complete() && self.ledger.entries().iter().any(|entry| entry.held > 0) {
            Verdict::Holds
        } else {
            Verdict::NotAssessed
        }
    }

    /// How many findings there are of a severity.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Severity};
    ///
    /// // No body, no year, and none of the three tables.
    /// assert_eq!(Form::new(Edition::V2019).check().count(Severity::Error), 5);
    /// ```
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// The condition of a rule of this check, in one line.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Lang, Rule};
    ///
    /// let checked = Form::new(Edition::V2021).check();
    /// assert_eq!(checked.formula(Rule::R101.into(), Lang::En), Rule::R101.formula(Lang::En));
    /// ```
    pub fn formula(&self, rule: RuleCode, lang: Lang) -> &str {
        match rule {
            RuleCode::Rule(rule) => rule.formula(lang),
            RuleCode::House(code) => {
                let text = self.house_rules.iter().find(|text| text.code == code);
                text.map_or("", |text| text.formula.get(lang))
            }
        }
    }

    pub(super) fn held(&mut self, rule: Rule) {
        self.held_at(rule, 1);
    }

    pub(super) fn held_at(&mut self, rule: Rule, places: u32) {
        if self.policy.severity(rule).is_some() {
            self.ledger.entry_mut(rule).held += places;
        }
    }

    /// Notes whether a rule about the document holds.
    pub(super) fn expect(&mut self, rule: Rule, holds: bool, evidence: impl FnOnce() -> Evidence) {
        if holds {
            self.held(rule);
        } else {
            self.broken(rule, Place::Document, evidence());
        }
    }

    pub(super) fn broken(&mut self, rule: Rule, at: Place, evidence: Evidence) {
        if let Some(severity) = self.policy.severity(rule) {
            self.ledger.entry_mut(rule).broken += 1;
            self.findings.push(Finding { rule: rule.into(), severity, at, evidence });
        }
    }

    pub(super) fn not_assessed(&mut self, rule: Rule, at: Place, missing: Vec<Cell>) {
        if self.policy.severity(rule).is_some() {
            self.ledger.entry_mut(rule).gaps.push(Gap { at, missing });
        }
    }

    /// Notes that a rule looked at so many places and held wherever it made no finding.
    pub(super) fn held_but_for_findings(&mut self, rule: Rule, places: u32) {
        let broken = self.ledger.entry_mut(rule).broken;
        self.held_at(rule, places.saturating_sub(broken));
    }

    /// Asks whether something holds between cells, the first of which is the place of the finding. Without a
    /// number in each it cannot be assessed; where all are marked as not applicable it is not asked.
    pub(super) fn ask(&mut self, rule: Rule, readings: &Readings, cells: &[Cell], holds: impl FnOnce() -> bool) {
        if cells.iter().all(|cell| readings.is_not_applicable(cell.slot())) {
            return;
        }
        let place = cells.first().map_or(Place::Document, |&cell| Place::Cell(cell));
        let missing = readings.missing(cells);
        if !missing.is_empty() {
            self.not_assessed(rule, place, missing);
        } else if holds() {
            self.held(rule);
        } else {
            self.broken(rule, place, Evidence::Compared { operands: readings.operands(cells) });
        }
    }
}
