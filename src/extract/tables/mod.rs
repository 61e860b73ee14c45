//! A page divided into the tables of the form. Its rows become events, words and runs of figures from top to bottom, and the events become
//! tables with their headers, labels and runs. No sum is asked for yet, and no figure has a cell.

pub(crate) mod divide;
pub(crate) mod event;
pub(crate) mod header;
mod lines;
pub(crate) mod order;
pub(crate) mod reports;
pub(crate) mod row;
pub(crate) mod run;
pub(crate) mod scan;
mod stated;
mod stitch;
