//! Words: what the characters of a text say by themselves.
//!
//! `lexicon` is the table of phrases, `numeral` reads numbers, and `own` knows the names of the body whose report it is. `lex` turns
//! characters into tokens with all three; nothing here knows of sentences.

pub(crate) mod fold;
pub(crate) mod lex;
pub(crate) mod lexicon;
pub(crate) mod list;
pub(crate) mod numeral;
pub(crate) mod own;
pub(crate) mod word;
