//! A form as others read it: each format in a module of its own.

#[cfg(feature = "tidy")]
pub mod tidy;
