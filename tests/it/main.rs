//! One test binary: laws, rules, the JSON contract, conversion, real reports, and what the README says.

mod contract;
mod conversion;
mod generated;
mod laws;
mod readme;
mod reports;
mod rules;
mod strategies;
