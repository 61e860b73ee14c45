//! The wire: how documents are read and written as JSON.

pub(crate) mod document;
pub(crate) mod held;
pub(crate) mod version;
