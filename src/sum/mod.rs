//! Sums: over many bodies in one year, and over the years of one body.

mod conflict;
mod consolidation;
mod coverage;
pub(crate) mod json;
mod rates;
mod reconciliation;
mod rollup;
mod roster;
mod span;
mod totals;
mod whole;

pub use conflict::{Conflict, NotOneWhole};
pub use consolidation::Consolidation;
pub use coverage::{Completeness, Coverage, NotCounted};
pub use rates::{Percent, PercentagePoints, Rate, Ratio};
pub use reconciliation::{Contribution, Difference, Explanation, ExplanationKind, Reconciliation};
pub use rollup::Rollup;
pub use span::{ChainError, Discontinuity, Flow, Nature, NotBeside, Span};
pub use totals::{AmountTotal, NoForm, Totals};
