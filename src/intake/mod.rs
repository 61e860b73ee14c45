//! Sources and their outcomes: one [`Source`] for each file or line, with the reason if it gave no form, and a [`Tally`] of many.
//!
//! The room does no I/O. A program that reads files makes a `Source` of each, the tally groups them by cause, and
//! `columns::sources` (feature `arrow60`) makes a table of them, so that no file is lost without a word.
//!
//! ```
//! use ogi_report::intake::{Cause, Failure, Source, Tally};
//! use ogi_report::{Form, Lang, Verdict};
//!
//! let form: Form = serde_json::from_str(&std::fs::read_to_string("examples/data/anqiu-2020.json")?)?;
//! let came = Source::new("anqiu.html", 48_213, "html").read(&form, &form.check());
//! let broken = Failure::new(Cause::Unreadable, ["没有权限", "permission denied"]);
//! let failed = Source::new("secret.pdf", 0, "").failed(broken);
//!
//! let tally: Tally = [came, failed].iter().collect();
//! assert_eq!((tally.sources, tally.verdicts[&Verdict::Holds]), (2, 1));
//! assert_eq!(tally.causes[&Cause::Unreadable].count, 1);
//! assert!(tally.text(Lang::En).contains("could not be opened: 1"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cause;
mod source;
mod tally;

pub use cause::{Cause, Failure};
pub use source::Source;
pub use tally::{Example, Group, Tally};
