//! What was checked and what could not be.

use serde::Serialize;

use crate::Cell;
use crate::check::{Place, Rule};
use crate::table::axis;

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
}

/// A place where a rule could not be assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    /// The place.
    pub at: Place,
    /// The cells without a number that the rule needs.
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
        let entry = |rule| Entry { rule, held: 0, broken: 0, gaps: Vec::new() };
        Self { entries: Rule::ALL.map(entry).into() }
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
