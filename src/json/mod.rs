//! The wire: how documents are read and written as JSON, and their schemas.

pub(crate) mod document;
pub(crate) mod held;
#[cfg(feature = "schema")]
pub mod schema;
pub(crate) mod version;
