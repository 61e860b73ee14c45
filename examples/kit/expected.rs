//! What a check gives, as the cases of the conformance suite state it: verdict, findings and ledger.

use std::collections::BTreeMap;

use ogi_report::check::Need;
use ogi_report::{Checked, Rule};
use serde_json::{Map, Value, json};

/// The outcome of a check of forms without their text. Rules that need the text are left out: they are never asked.
pub(crate) fn expected(checked: &Checked) -> Value {
    let findings: Vec<Value> = checked
        .findings
        .iter()
        .map(|finding| {
            json!({
                "rule": finding.rule,
                "severity": finding.severity,
                "at": finding.at,
                "evidence": finding.evidence,
            })
        })
        .collect();
    json!({ "verdict": checked.verdict(), "findings": findings, "ledger": ledger(checked) })
}

/// The ledger with each rule only where it has something to say.
fn ledger(checked: &Checked) -> Value {
    let (mut held, mut broken, mut gaps) = (Map::new(), Map::new(), Map::new());
    let mut unasked: BTreeMap<&str, Vec<Rule>> = BTreeMap::new();
    for entry in checked.ledger.entries() {
        let code = entry.rule.code().to_owned();
        if entry.held > 0 {
            held.insert(code.clone(), entry.held.into());
        }
        if entry.broken > 0 {
            broken.insert(code.clone(), entry.broken.into());
        }
        if !entry.gaps.is_empty() {
            gaps.insert(code, json!(entry.gaps));
        }
        if let (Some(why), Some(rule)) = (entry.unasked, entry.rule.rule())
            && !needs_text(rule)
        {
            unasked.entry(why.name()).or_default().push(rule);
        }
    }
    json!({ "held": held, "broken": broken, "gaps": gaps, "unasked": unasked })
}

/// Whether a rule needs the text of the report: without it, no case asks the rule.
pub(crate) fn needs_text(rule: Rule) -> bool {
    rule.needs().contains(&Need::Narrative)
}
