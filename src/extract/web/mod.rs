//! Reads a web page into lines and cells of tables, without building a tree. The tokens go through the open elements, whose styles say what is
//! shown. A page inside a script or in escaped text is returned as text, and the extractor reads it in turn.

mod element;
mod escaped;
pub(crate) mod page;
mod style;
mod tokens;
