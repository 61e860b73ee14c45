//! One test binary: laws, rules, the JSON contract, conversion, real reports, and what the README says.

mod bounds;
mod checks;
#[cfg(feature = "arrow60")]
mod columns;
mod comparisons;
mod contract;
mod conversion;
mod converters;
mod culprit;
mod damage;
#[cfg(feature = "schema")]
mod documents;
mod extraction;
mod files;
mod fixtures;
mod generated;
mod headers;
mod house;
mod interface;
#[cfg(feature = "schema")]
#[path = "../../examples/kit/mod.rs"]
mod kit;
mod labels;
mod laws;
mod layouts;
mod lines;
mod links;
mod markup;
mod narrative;
mod narratives;
mod others;
mod outputs;
mod overlays;
mod page;
#[cfg(all(feature = "office", feature = "workbook"))]
mod partial;
#[cfg(target_os = "linux")]
mod peak;
mod policies;
mod readme;
#[cfg(feature = "schema")]
mod released;
mod rendering;
mod reports;
mod review;
mod rules;
#[cfg(feature = "schema")]
mod schemas;
mod sections;
mod stated;
mod strategies;
mod sums;
mod tidy;
mod totals;
mod wholes;
mod wire;
#[cfg(all(feature = "office", feature = "workbook"))]
mod workbook;

/// How many cases a law runs over: few in every run, a hundred times as many where the variable `OGI_LONG` is set.
pub(crate) fn cases(few: u32) -> u32 {
    if std::env::var_os("OGI_LONG").is_some() { few * 100 } else { few }
}
