//! Turns a published page into a form. Every number returned was printed on the page; anything that cannot be placed is reported.
//!
//! [`from_text`] reads plain text: rows between tabs, commas (CSV) or bars, grids, one cell per line, what converters make of PDF files,
//! and digits without any boundary. With the feature `html`, [`from_html`] reads a web page. [`from_bytes`] tells the format of a file by its content:
//! Word, Excel and OFD (feature `office`), PDF (`pdf`), a web page or text. For any other format, write a reader that builds a [`Page`] and
//! pass it to [`Extractor::page`].
//!
//! Figures are placed by the words of the form around them, never by their position on the page alone. If print has lost those words or
//! boundaries, the sums of the form decide, provided they leave one reading. Otherwise the cell stays absent, and the figure is listed in
//! [`Extraction::unplaced`] with its possible readings.
//!
//! A model says what print may have done: lost empty cells, boundaries or labels, broken a number, put a page number between figures. The
//! tests damage ten thousand pages in these ways and read no figure as another. Not in the model are figures that change places, changed
//! digits, amounts that lose their unit, lost figures on a page whose numbers are broken as well, and in section 二 the number of a page
//! where figures touch: of the figures read on pages with such damage one of 235 is not the printed one. Where as many
//! figures as cells do not make their sum, a slip of the pen is not mended: they are read as printed, or not at all.
//!
//! ```
//! use ogi_report::extract;
//!
//! let page = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t1282\n行政强制\t\n";
//! let extraction = extract::from_text(page)?;
//! let cells: Vec<String> = extraction.form.cells().map(|(cell, filed)| format!("{cell} {filed:?}")).collect();
//! assert_eq!(cells, ["proactive.penalties.decisions 1282", "proactive.coercion.decisions blank"]);
//! assert_eq!(&page[extraction.placed[0].at.bytes().unwrap()], "1282");
//! # Ok::<(), extract::ExtractError>(())
//! ```

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod broken;
mod error;
mod extraction;
mod extractor;
mod format;
mod limits;
mod location;
mod model;
mod note;
#[cfg(feature = "office")]
mod office;
mod out;
mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod place;
#[cfg(feature = "office")]
mod returned;
#[cfg(any(feature = "office", feature = "pdf"))]
mod ruling;
mod said;
mod tables;
mod text;
mod titled;
#[cfg(feature = "html")]
mod web;
mod words;

pub use broken::Broken;
pub use error::{Bound, ExtractError};
pub use extraction::{Extraction, Placed, Unplaced};
#[cfg(feature = "html")]
pub use extractor::from_html;
pub use extractor::{Extractor, from_bytes, from_text};
pub use format::FileFormat;
pub use limits::Limits;
pub use location::{Area, CellRange, Location};
pub use model::{Block, CellText, Grid, GridCell, Line, Page, Shown, Trust};
pub use note::{Note, UnplacedReason};
pub use text::decode::decode;
