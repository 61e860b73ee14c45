//! The narrative: the statements of a report's text, as data.
//!
//! [`Sections`] divides the text at its headings; [`Narrative`] holds what it states. The types are here in every build, reading needs the
//! feature `text`.

mod body;
mod cells;
#[cfg(feature = "text")]
mod ends;
mod figure;
#[cfg(feature = "text")]
mod label;
#[cfg(feature = "text")]
mod numeral;
#[cfg(feature = "text")]
mod own;
#[cfg(feature = "text")]
mod portal;
#[cfg(feature = "text")]
pub(crate) mod preamble;
#[cfg(feature = "text")]
mod read;
mod sections;
#[cfg(feature = "text")]
mod sentence;
#[cfg(feature = "text")]
mod speaker;
#[cfg(feature = "text")]
mod split;
mod stated;
#[cfg(feature = "text")]
mod stream;
mod subject;
#[cfg(feature = "text")]
mod time;

#[cfg(feature = "text")]
mod activity;
#[cfg(feature = "text")]
mod attribute;
#[cfg(feature = "text")]
mod change;
#[cfg(feature = "text")]
mod disclosure;
#[cfg(feature = "text")]
mod first;
#[cfg(feature = "text")]
mod fold;
#[cfg(feature = "text")]
mod hear;
#[cfg(feature = "text")]
mod kinds;
#[cfg(feature = "text")]
mod lex;
#[cfg(feature = "text")]
mod lexicon;
mod list;
#[cfg(feature = "text")]
mod members;
#[cfg(feature = "text")]
mod mend;
#[cfg(feature = "text")]
mod needs;
#[cfg(feature = "text")]
mod rule;
#[cfg(feature = "text")]
mod said;
#[cfg(feature = "text")]
mod told;
#[cfg(feature = "text")]
mod within;
#[cfg(feature = "text")]
mod word;
pub use figure::{Confidence, Figure, Measure, Unplaced};
pub use list::{Closure, List};
pub use sections::{HeadingFound, Passage, Sections};
pub use stated::{BasisStated, Contact, Narrative, PartsStated, PeriodStated, Signature, SubItem, TitleStated};
pub use subject::Subject;

pub(crate) use body::is_name_of;
pub(crate) use subject::{
    BY_CHANNEL, BY_KIND, Breakdown, CHANNELS, FEES, OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS, TIMELINESS,
};
