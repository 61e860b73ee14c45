//! Passages: where a text divides, and who speaks in it.
//!
//! `split` divides a report at its headings, `title` reads body and year in the title that `ends` finds, and `preamble` what stands
//! around the headings: period, contact and signature. Section 一
//! then goes by `sentence` into a `stream` of characters, and `speaker` tells the clauses of the body from those of another.

pub(crate) mod ends;
pub(crate) mod five;
pub(crate) mod portal;
pub(crate) mod preamble;
pub(crate) mod sentence;
pub(crate) mod speaker;
pub(crate) mod split;
pub(crate) mod stream;
pub(crate) mod title;
