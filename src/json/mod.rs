//! The wire: how documents are read and written as JSON.

pub(crate) mod document;
pub(crate) mod held;
pub(crate) mod version;

/// The largest integer of fifteen digits. Every JSON reader keeps integers up to it exact; many round larger ones, so they are written as
/// strings.
pub(crate) const SAFE: i64 = 999_999_999_999_999;
