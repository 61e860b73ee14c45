//! The rules by group: each file asks one group of a form.

pub(crate) mod document;
pub(crate) mod edition;
pub(crate) mod equations;
mod fees;
mod money;
pub(crate) mod narrative;
pub(crate) mod relations;
pub(crate) mod repeated;
mod stated;
pub(crate) mod syntax;
mod totals;
pub(crate) mod years;
