//! The narrative: the statements of a report's text, as data.
//!
//! [`Sections`] divides the text at its headings; [`Narrative`] holds what it states. The types are here in every build, reading needs the
//! feature `text`. It goes through three rooms, each of which uses those before it: `words`, `passages`, `figures`; `read` opens them in
//! turn.

mod body;
mod cells;
mod figure;
mod list;
mod sections;
mod stated;
mod subject;

#[cfg(feature = "text")]
mod figures;
#[cfg(feature = "text")]
pub(crate) mod passages;
#[cfg(feature = "text")]
mod read;
#[cfg(feature = "text")]
mod words;

pub use figure::{Confidence, Figure, Measure, Unplaced};
pub use list::{Closure, List};
pub use sections::{HeadingFound, Passage, Sections};
pub use stated::{BasisStated, Contact, Narrative, PartsStated, PeriodStated, Signature, SubItem, TitleStated};
pub use subject::Subject;

pub(crate) use body::is_name_of;
pub(crate) use subject::{
    APPLICANTS, BY_CHANNEL, BY_KIND, Breakdown, CHANNELS, FEES, OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS, TIMELINESS,
};
