//! The words of the form as print has them, and what a title says. Text is folded to what it stands for, and looked up as it is spelled or as
//! the nearest label. Nothing here knows where on a page a word stands.

pub(crate) mod another;
pub(crate) mod fold;
mod months;
pub(crate) mod nearest;
pub(crate) mod page_number;
pub(crate) mod period;
pub(crate) mod title;
pub(crate) mod vocabulary;
