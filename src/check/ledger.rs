//! The ledger of a check: which rules held, were broken or could not be assessed.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::check::{Need, Place, Policy, Rule, RuleCode};
use crate::form::{Cell, Form};
use crate::value::axis::axis;

/// For each rule, in the order of the rule book, how often it held, was broken or could not be assessed.
///
/// It lists what could not be assessed, so a form that lacks half of its cells never looks clean.
///
/// ```
/// use ogi_report::check::Standing;
/// use ogi_report::{Edition, Form, Rule};
///
/// let checked = Form::new(Edition::V2021).check();
/// let flows = checked.ledger.entry(Rule::R101);
/// assert_eq!(flows.standing(), Standing::NotAssessed);
/// assert_eq!(flows.gaps.len(), 7);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Ledger {
    entries: Vec<Entry>,
}

/// The standing of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entry {
    /// The rule.
    pub rule: RuleCode,
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Gap {
    /// The place.
    pub at: Place,
    /// The cells without a number that the rule needs; none where it lacks a form to compare with.
    pub missing: Vec<Cell>,
}

axis! {
    /// The standing of a rule after a check.
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
        NoPreviousNarrative = "no_previous_narrative", "没有上年报告正文可比", "no text of last year's report to compare with";
        /// The form lacks the cells, or does not say what the rule needs to know: level, kind, period, date.
        NoOccasion = "no_occasion", "报告没有涉及的内容或未写明所需信息", "nothing on the form calls for it";
    }
}

impl Unasked {
    fn without(need: Need) -> Self {
        match need {
            Need::Narrative => Self::NoNarrative,
            Need::Previous => Self::NoPrevious,
            Need::PreviousNarrative => Self::NoPreviousNarrative,
        }
    }
}

impl Entry {
    pub(crate) fn new(rule: RuleCode) -> Self {
        Self { rule, held: 0, broken: 0, gaps: Vec::new(), unasked: None }
    }

    /// The standing: broken if broken anywhere, else not assessed if not assessed anywhere.
    ///
    /// ```
    /// use ogi_report::check::Standing;
    /// use ogi_report::{Edition, Form, Rule};
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
        Self { entries: Rule::ALL.iter().map(|&rule| Entry::new(rule.into())).collect() }
    }

    /// The standing of a rule.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Rule};
    ///
    /// assert_eq!(Form::new(Edition::V2021).check().ledger.entry(Rule::C104).broken, 3);
    /// ```
    pub fn entry(&self, rule: Rule) -> &Entry {
        &self.entries[rule.index()]
    }

    /// The standing of a rule by its code; `None` for a rule of the house that was not asked.
    ///
    /// ```
    /// use ogi_report::{Edition, Form};
    ///
    /// let ledger = Form::new(Edition::V2021).check().ledger;
    /// assert!(ledger.find("C104".parse()?).is_some());
    /// assert!(ledger.find("X101".parse()?).is_none());
    /// # Ok::<(), ogi_report::check::UnknownRule>(())
    /// ```
    pub fn find(&self, rule: RuleCode) -> Option<&Entry> {
        match rule {
            RuleCode::Rule(rule) => Some(self.entry(rule)),
            RuleCode::House(_) => self.entries.iter().find(|entry| entry.rule == rule),
        }
    }

    /// Adds the entry of a rule of the house.
    pub(crate) fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
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
    pub(crate) fn settle(&mut self, form: &Form, policy: &Policy, is_given: impl Fn(Need) -> bool) {
        let lacks = |rule: Rule| rule.needs().iter().copied().find(|&need| !is_given(need));
        for entry in &mut self.entries {
            if entry.standing() != Standing::NotApplicable {
                continue;
            }
            entry.unasked = Some(match entry.rule.rule() {
                Some(rule) if policy.severity(rule).is_none() => Unasked::Policy,
                Some(rule) if !rule.editions().contains(&form.edition) => Unasked::OtherEdition,
                Some(rule) => lacks(rule).map_or(Unasked::NoOccasion, Unasked::without),
                None => Unasked::NoOccasion,
            });
        }
    }

    /// The standing of every rule, in the order of the rule book; then the rules of the house, in the order in which they were given.
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

#[expect(clippy::into_iter_without_iter, reason = "`entries` is that method")]
impl<'a> IntoIterator for &'a Ledger {
    type Item = &'a Entry;
    type IntoIter = std::slice::Iter<'a, Entry>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}
