//! Forms as columns: Apache Arrow record batches and back.
//!
//! There are two layouts. [`wide`] has a row for each form and a column for each cell, named by its path; [`long`] has
//! a row for each cell. Both are one-to-one with forms: [`forms`] and [`forms_of_long`] give back what was put in,
//! blank, `/`, notes, units and spellings included. Level, kind, region and scope of a body are those that the form states; what was
//! inferred is left out, and stands in the table of [`sources`] with its basis.
//!
//! # What a column of figures holds
//!
//! The number that a report counts: 12 for `12件`. Any other cell is null, never 0: a blank, a `/`, a word, a number that the cell cannot
//! hold, a cell that is not in the source. Three columns say which it was. `state.blank` and `state.not_applicable` are bitmaps with a bit
//! for each cell. `printed` maps cell paths to printed texts, for cells that print anything but a plain number or `/`. A cell in none of them
//! is not in the source.
//!
//! Counts and changes are 64-bit integers; amounts are exact decimals, never floating-point numbers, in the one unit that the
//! metadata of the field states. 行政事业性收费 is in 万元, as the header prints; 采购总金额, for which the form states no unit, has two
//! columns, `proactive.procurement.amount` in 元 for cells that print a unit and `proactive.procurement.amount.without_unit` as
//! printed for those that do not. The two must not be added.
//!
//! # What a sum over a column means
//!
//! `verdict` is the outcome of [`Form::check`](crate::Form::check) under the default policy. Where it is `holds`,
//! [`Form::verify`](crate::Form::verify) makes a report of the form, and the sums of those rows are the sums of [`Totals`](crate::Totals).
//! Sum the cells of the applicants or the totals beside them, not both: a total counts its applicants again.
//!
//! ```
//! use ogi_report::columns;
//!
//! let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
//! let forms: Vec<ogi_report::Form> = vec![serde_json::from_str(&json)?];
//! let batch = columns::wide(&forms)?;
//! assert_eq!(batch.num_rows(), 1);
//! assert!(batch.column_by_name("requests.received.natural_person").is_some());
//! assert_eq!(columns::forms(&batch)?, forms);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Beside the forms
//!
//! Three more tables go with the tables of forms, and the column `source` joins them: [`findings`] has a row for each finding, [`figures`]
//! one for each figure that the text states, [`sources`] one for each file that came in, whether a form came of it or not.
//!
//! Of the dependencies only `arrow_array::RecordBatch` and `arrow_schema::Schema`, both of version 60, are in this interface.

mod error;
mod field;
mod figure;
mod figures;
mod findings;
mod head;
mod long;
mod read;
mod rewritten;
mod rows;
mod schema;
mod sources;
mod wide;

pub use error::{ColumnsError, Fault};
pub use figures::{figures, figures_schema};
pub use findings::{Spot, findings, findings_schema};
pub use long::{forms_of_long, long};
pub use schema::{long_schema, schema};
pub use sources::{sources, sources_schema};
pub use wide::{forms, wide, wide_in};
