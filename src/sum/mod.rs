//! Sums: over many bodies in one year, and over the years of one body.
//!
//! [`Totals`] adds whatever it is given. [`Consolidation`] adds the reports of many bodies for one year, and gives their sums as a
//! [`Whole`] only if no body is counted twice; [`Coverage`] lists the bodies that are missing. [`Rollup`] has one consolidation for
//! each value of a key. [`Span`] chains years. [`Reconciliation`] compares a published whole with its parts. [`Rate`] computes rates
//! from the sums.

mod alike;
mod conflict;
mod consolidation;
mod coverage;
mod discontinuity;
mod expected;
mod integer;
pub(crate) mod json;
mod place;
mod placed;
mod rates;
mod reconciliation;
mod rollup;
mod roster;
mod sections;
mod span;
mod totals;

pub use conflict::{Conflict, NotOneWhole};
pub use consolidation::{Consolidation, NotAdded, Whole};
pub use coverage::{Completeness, Coverage, NotCounted, Open, Superseded};
pub use discontinuity::Discontinuity;
pub use rates::{Percent, PercentagePoints, Rate, Ratio};
pub use reconciliation::{Contribution, Difference, Explanation, ExplanationKind, Reconciliation};
pub use rollup::Rollup;
pub use sections::SectionTotals;
#[cfg(feature = "workbook")]
pub(crate) use span::unpaired;
pub use span::{ChainError, Flow, Nature, NotBeside, Span};
pub use totals::{AmountTotal, NoForm, Totals};
