//! Checking a form: findings, and a ledger of what was checked.

mod assess;
mod compare;
mod culprit;
mod examples;
mod ledger;
mod policy;
mod print;
mod rule;
mod rules;

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

pub use assess::narrative::Quote;
pub use compare::{CellChange, ChangeKind, Comparison};
pub use culprit::{Correction, Diagnosis, Mend, Slip};
pub use ledger::{Entry, Gap, Ledger, Standing, Unasked};
pub use policy::{Blank, Policy, PolicyError, Preset};
pub use print::sarif::Sarif;
pub use rule::{Severity, UnknownRule};
pub use rules::Rule;

pub(crate) use assess::equations::totals;
pub(crate) use assess::syntax::Readings;
#[cfg(feature = "arrow")]
pub(crate) use assess::syntax::{bounds, number};
pub(crate) use print::message::part_label;

use crate::check::assess::{document, edition, equations, narrative, plausibility, relations, syntax, years};
use crate::form::{Cell, Edition, Form, Section};
use crate::json::version::Version;
use crate::narrative::Narrative;
use crate::value::axis::axis;
use crate::value::{Decimal, Lang, Scope, Year};

/// The outcome of a check: what is wrong, and what was looked at.
///
/// ```
/// use ogi_report::{Edition, Form, Verdict};
///
/// let checked = Form::new(Edition::V2021).check();
/// assert_eq!(checked.verdict(), Verdict::Broken);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Checked {
    schema_version: Version<1>,
    /// What is wrong: first the document, then section by section, in printed order.
    pub findings: Vec<Finding>,
    /// For each rule, whether it held, was broken or could not be assessed.
    pub ledger: Ledger,
    /// The policy of the check.
    pub policy: Policy,
}

axis! {
    /// What a check says of the whole form.
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

/// A broken rule at a place of the form, with the figures that show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// Where.
    pub at: Place,
    /// What shows it.
    pub evidence: Evidence,
}

/// The place of a finding: a cell, a whole table, or the document. In JSON it is the cell path, the name
/// of the section, or `document`.
///
/// ```
/// use ogi_report::{Place, Section};
///
/// assert_eq!(Place::Section(Section::Disputes).to_string(), "disputes");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The document as a whole.
    Document,
    /// The table of a section.
    Section(Section),
    /// A cell.
    Cell(Cell),
}

/// What shows that a rule is broken: figures, not prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Evidence {
    /// The place says it all.
    Nothing,
    /// What the cell prints.
    Printed {
        /// The text as printed: its start if it is long, and with `\u{fffd}` for what cannot be seen. The form has
        /// all of it.
        printed: String,
    },
    /// Two sums that should be equal. For a total, the left side is the total as stated.
    Unequal {
        /// The cells of the left side.
        left: Vec<Operand>,
        /// The cells of the right side.
        right: Vec<Operand>,
    },
    /// Cells that do not go together.
    Compared {
        /// The cells, in the order of the rule's formula.
        operands: Vec<Operand>,
    },
    /// Figures of two years that do not go together.
    AcrossYears {
        /// The cells of the year before.
        previous: Vec<Operand>,
        /// The cells of the year.
        current: Vec<Operand>,
        /// What the first cell of the year should be, or should not pass.
        #[serde(skip_serializing_if = "Option::is_none")]
        expected: Option<Decimal>,
    },
    /// Dates that do not go with the reporting year.
    Dates {
        /// The date that the form states, or the first day of the period that it states.
        from: NaiveDate,
        /// The date set by law, or the last day of the period that the form states.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<NaiveDate>,
        /// The reporting year.
        year: Year,
    },
    /// What the text states, and what it does not agree with.
    Stated {
        /// The figure of the text that is judged.
        stated: Quote,
        /// Other figures of the text that it was compared with or added up from.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        parts: Vec<Quote>,
        /// The cells that it was compared with.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        operands: Vec<Operand>,
        /// What it should be.
        #[serde(skip_serializing_if = "Option::is_none")]
        expected: Option<Decimal>,
        /// The scope of the text by which it would be right.
        #[serde(skip_serializing_if = "Option::is_none")]
        scope: Option<Scope>,
    },
    /// The edition that the form says it follows.
    Edition {
        /// The edition.
        edition: Edition,
    },
}

/// A cell and the number that a rule used for it. A total that follows from other cells is used as they
/// add up, whatever the form states for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Operand {
    /// The cell.
    pub cell: Cell,
    /// The number.
    pub value: Decimal,
}

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
        plausibility::assess(self, &decided, &mut checked);
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

impl Checked {
    /// What the check says of the whole form. It holds only if everything could be assessed.
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

    fn held(&mut self, rule: Rule) {
        self.held_at(rule, 1);
    }

    fn held_at(&mut self, rule: Rule, places: u32) {
        if self.policy.severity(rule).is_some() {
            self.ledger.entry_mut(rule).held += places;
        }
    }

    /// Notes whether a rule about the document holds.
    fn expect(&mut self, rule: Rule, holds: bool, evidence: Evidence) {
        if holds {
            self.held(rule);
        } else {
            self.broken(rule, Place::Document, evidence);
        }
    }

    fn broken(&mut self, rule: Rule, at: Place, evidence: Evidence) {
        if let Some(severity) = self.policy.severity(rule) {
            self.ledger.entry_mut(rule).broken += 1;
            self.findings.push(Finding { rule, severity, at, evidence });
        }
    }

    fn not_assessed(&mut self, rule: Rule, at: Place, missing: Vec<Cell>) {
        if self.policy.severity(rule).is_some() {
            self.ledger.entry_mut(rule).gaps.push(Gap { at, missing });
        }
    }

    /// Notes that a rule looked at so many places and held wherever it made no finding.
    fn held_but_for_findings(&mut self, rule: Rule, places: u32) {
        let broken = self.ledger.entry_mut(rule).broken;
        self.held_at(rule, places.saturating_sub(broken));
    }

    /// Asks whether something holds between cells, the first of which is the place of the finding. Without a
    /// number in each it cannot be assessed; where all are marked as not applicable it is not asked.
    fn ask(&mut self, rule: Rule, readings: &Readings, cells: &[Cell], holds: impl FnOnce(&[i64]) -> bool) {
        if cells.iter().all(|cell| readings.is_not_applicable(cell.slot())) {
            return;
        }
        let place = cells.first().map_or(Place::Document, |&cell| Place::Cell(cell));
        match readings.all_known(cells) {
            Ok(numbers) if holds(&numbers) => self.held(rule),
            Ok(_) => self.broken(rule, place, Evidence::Compared { operands: readings.operands(cells) }),
            Err(missing) => self.not_assessed(rule, place, missing),
        }
    }
}

impl Place {
    /// The label of the place.
    ///
    /// ```
    /// use ogi_report::{Lang, Place, Section};
    ///
    /// assert_eq!(Place::Section(Section::Disputes).label(Lang::Zh), "四、政府信息公开行政复议、行政诉讼情况");
    /// ```
    pub fn label(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Document, Lang::Zh) => "报告全文".to_owned(),
            (Self::Document, Lang::En) => "the document".to_owned(),
            (Self::Section(section), _) => section.label(lang).to_owned(),
            (Self::Cell(cell), _) => cell.label(lang),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => f.pad("document"),
            Self::Section(section) => section.fmt(f),
            Self::Cell(cell) => cell.fmt(f),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Place {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Place".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "title": "位置",
            "anyOf": [
                { "const": "document" },
                generator.subschema_for::<Section>(),
                generator.subschema_for::<Cell>(),
            ],
        })
    }
}
