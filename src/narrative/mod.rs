//! The narrative: what sections 一, 五 and 六 and the text before them state.

mod sections;
#[cfg(feature = "text")]
mod split;

pub use sections::{HeadingFound, Passage, Sections};
