//! JSON Schema of every document, for programs that never see Rust.
//!
//! [`documents`] lists them all. `schemars` derives each schema from its type; this module adds titles in Chinese beside descriptions in
//! English, closed objects and plain bounds, and removes what strict validators in other languages do not know.

mod bundle;
mod documents;
mod tables;
mod words;

pub use bundle::openapi;
pub use documents::{Document, documents};
pub use tables::{DataTable, tables};
