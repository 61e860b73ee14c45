//! The legal ground of the form: instruments and their articles, legal outcomes, the headings of a report.

mod article20;
mod basis;
mod citation;
mod heading;

pub use article20::Article20;
pub use basis::LegalOutcome;
pub use citation::{Citation, CitationError, Instrument};
pub use heading::Heading;
