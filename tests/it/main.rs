//! One test binary: laws, rules, the JSON contract, real reports, and what the README says.

mod comparisons;
mod contract;
mod laws;
mod readme;
mod reports;
mod rules;
mod strategies;
mod sums;
