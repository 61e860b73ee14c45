//! Checking a form: findings, and a ledger of what was checked.

mod assess;
mod code;
mod compare;
mod culprit;
pub(crate) mod equations;
pub(crate) mod finding;
mod house;
mod ledger;
mod outcome;
mod policy;
mod print;
pub(crate) mod readings;
pub(crate) mod relations;
mod rule;
mod rules;
mod run;
mod severity;

pub use assess::repeated::Repeated;
pub use code::{HouseCode, HouseCodeError, HouseText, RuleCode};
pub use compare::{CellChange, ChangeKind, Comparison};
pub use culprit::{Correction, Diagnosis, Mend, Slip};
pub use equations::Equation;
pub use finding::{Evidence, Finding, Operand, Place, Quote};
pub use house::{Answer, HouseRule};
pub use ledger::{Entry, Gap, Ledger, Standing, Unasked};
pub use outcome::{Checked, Verdict};
pub use policy::{Blank, Policy, PolicyError, Preset};
pub use print::sarif::Sarif;
pub use readings::{NoNumber, Readings};
pub use rule::UnknownRule;
pub use rules::{Need, Rule};
pub use run::Check;
pub use severity::Severity;

#[cfg(any(feature = "arrow60", feature = "schema", feature = "workbook"))]
pub(crate) use assess::syntax::bounds;
#[cfg(any(feature = "arrow60", feature = "workbook"))]
pub(crate) use assess::syntax::number;
#[cfg(feature = "workbook")]
pub(crate) use assess::years::{
    Between, Link, carried, disputes_without_requests, is_of_the_year_before, links, stocks,
};
pub(crate) use equations::totals;
pub(crate) use print::message::part_label;
pub(crate) use print::text::counted;
