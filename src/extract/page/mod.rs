//! A page as rows of pieces, which every reader makes and the tables are divided from. The readers of documents make the common model, which
//! is bridged to it; those of text and of web pages make it themselves.

pub(crate) mod bridge;
pub(crate) mod rows;
