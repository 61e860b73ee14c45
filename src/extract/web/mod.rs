//! Web pages into a page, without a tree. The tokens that rows need go through the elements that are open, and what their styles show becomes
//! lines and the cells of tables. A page that stands in a script or in escaped text is handed back as it is.

mod element;
mod escaped;
pub(crate) mod page;
mod style;
mod tokens;
