//! What was checked and what could not be.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::check::{Place, Policy, Rule};
use crate::form::{Cell, Form};
use crate::value::axis::axis;

/// For each rule, in the order of the rule book, how often it held, was broken or could not be assessed.
///
/// A form of which half is missing never looks clean: what could not be assessed stands here.
///
/// ```
/// use ogi_report::{Edition, Form, Rule, Standing};
///
/// let checked = Form::new(Edition::V2021).check();
/// let flows = checked.ledger.entry(Rule::R101);
/// assert_eq!(flows.standing(), Standing::NotAssessed);
/// assert_eq!(flows.gaps.len(), 7);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Ledger {
    entries: Vec<Entry>,
}

/// What became of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// The rule.
    pub rule: Rule,
    /// At how many places it held.
    pub held: u32,
    /// At how many places it was broken: as many findings.
    pub broken: u32,
    /// Where it could not be assessed, and why.
    pub gaps: Vec<Gap>,
    /// Why there was no place for it, if there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unasked: Option<Unasked>,
}

/// A place where a rule could not be assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// The place.
    pub at: Place,
    /// The cells without a number that the rule needs; none where it lacks a form to compare with.
    pub missing: Vec<Cell>,
}

axis! {
    /// Where a rule stands after a check.
    pub enum Standing {
        Held = "held", "成立", "held";
        Broken = "broken", "不成立", "broken";
        /// It could not be assessed at one place or more, and was not broken elsewhere.
        NotAssessed = "not_assessed", "无法核对", "could not be assessed";
        /// There was no place for it, for example because it is a rule of the other edition.
        NotApplicable = "not_applicable", "不适用", "not applicable";
    }
}

axis! {
    /// Why a rule was not asked.
    pub enum Unasked {
        Policy = "policy", "核对口径不含此规则", "switched off by the policy";
        OtherEdition = "other_edition", "不属于本版本表格的规则", "a rule of the other edition";
        NoPrevious = "no_previous", "没有上年报告可比", "no report of the year before to compare with";
        NoNarrative = "no_narrative", "没有报告正文可比", "no text of the report to compare with";
        /// The form lacks the cells, or does not say what the rule needs to know: level, kind, period, date.
        NoOccasion = "no_occasion", "报告没有涉及的内容或未写明所需信息", "nothing on the form calls for it";
    }
}

impl Entry {
    /// Where the rule stands: broken if broken anywhere, else not assessed if not assessed anywhere.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Rule, Standing};
    ///
    /// let checked = Form::new(Edition::V2021).check();
    /// assert_eq!(checked.ledger.entry(Rule::C104).standing(), Standing::Broken);
    /// assert_eq!(checked.ledger.entry(Rule::P101).standing(), Standing::NotApplicable);
    /// ```
    pub fn standing(&self) -> Standing {
        match (self.broken, self.gaps.len(), self.held) {
            (1.., ..) => Standing::Broken,
            (0, 1.., _) => Standing::NotAssessed,
            (0, 0, 1..) => Standing::Held,
            (0, 0, 0) => Standing::NotApplicable,
        }
    }
}

impl Ledger {
    pub(crate) fn new() -> Self {
        let entry = |rule| Entry { rule, held: 0, broken: 0, gaps: Vec::new(), unasked: None };
        Self { entries: Rule::ENTRIES.map(entry).into() }
    }

    /// What became of a rule.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Rule};
    ///
    /// assert_eq!(Form::new(Edition::V2021).check().ledger.entry(Rule::C104).broken, 3);
    /// ```
    pub fn entry(&self, rule: Rule) -> &Entry {
        &self.entries[rule.index()]
    }

    pub(crate) fn entry_mut(&mut self, rule: Rule) -> &mut Entry {
        &mut self.entries[rule.index()]
    }

    /// How many cells are without a number that a rule needs.
    pub(crate) fn missing(&self) -> usize {
        let gaps = self.entries.iter().flat_map(|entry| &entry.gaps);
        gaps.flat_map(|gap| &gap.missing).collect::<BTreeSet<_>>().len()
    }

    /// Says of each rule that was not asked why not.
    pub(crate) fn settle(&mut self, form: &Form, policy: &Policy, has_previous: bool, has_narrative: bool) {
        for entry in &mut self.entries {
            if entry.standing() == Standing::NotApplicable {
                entry.unasked = Some(if policy.severity(entry.rule).is_none() {
                    Unasked::Policy
                } else if !entry.rule.editions().contains(&form.edition) {
                    Unasked::OtherEdition
                } else if entry.rule.is_about_the_text() && !has_narrative {
                    Unasked::NoNarrative
                } else if entry.rule.is_across_years() && !has_previous {
                    Unasked::NoPrevious
                } else {
                    Unasked::NoOccasion
                });
            }
        }
    }

    /// What became of every rule, in the order of the rule book.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Rule};
    ///
    /// assert_eq!(Form::new(Edition::V2021).check().ledger.entries().len(), Rule::ALL.len());
    /// ```
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether nothing was left that could not be assessed.
    ///
    /// ```
    /// use ogi_report::{Edition, Form};
    ///
    /// assert!(!Form::new(Edition::V2021).check().ledger.is_complete());
    /// ```
    pub fn is_complete(&self) -> bool {
        self.entries.iter().all(|entry| entry.gaps.is_empty())
    }
}
