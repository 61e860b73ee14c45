//! Passages: where a text divides, and who speaks in it.
//!
//! `split` divides a report at its headings, `preamble` reads what stands around them: title, period, contact and signature. Section 一
//! then goes by `sentence` into a `stream` of characters, and `speaker` tells the clauses of the body from those of another.

pub(crate) mod ends;
pub(crate) mod five;
pub(crate) mod portal;
pub(crate) mod preamble;
pub(crate) mod sentence;
pub(crate) mod speaker;
pub(crate) mod split;
pub(crate) mod stream;
