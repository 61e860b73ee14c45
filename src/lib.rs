#![doc = include_str!("../README.md")]
//!
//! # A map of the types
//!
//! - What was printed: [`Form`], made of [`Cell`]s and what each holds, [`Filed`]; in an [`Edition`].
//! - What it means: [`Report`], made of [`Proactive`] (section 二), [`Requests`] (三) and [`Disputes`] (四), of a [`Body`]
//!   in a [`Year`].
//! - Rows and columns: [`Applicant`], [`Outcome`] with its groups [`Denial`], [`UnableToProvide`], [`NotProcessed`] and
//!   [`OtherHandling`], [`Route`], [`Ruling`], [`ProactiveCell`], and [`Article20`]; a [`Table`] has one value for each.
//! - What is wrong: [`Checked`], made of [`Finding`]s and a [`Ledger`]; [`Rule`] is the rule book.
//! - What the law says: [`Citation`] of an [`Instrument`], [`LegalOutcome`], and the `basis` and `meaning` of
//!   [`RequestRow`], [`Outcome`], [`Route`] and [`Ruling`]; [`Heading`]s of the report.
//! - The text around the tables: [`narrative`].
//! - The other edition: [`Conversion`] with its [`Loss`]es, and [`Detection`] of the edition.
//! - The vocabulary before 2019: [`EarlierChannel`], [`EarlierTimeliness`], [`EarlierReply`] and [`EarlierRefusal`], with
//!   [`TodaysPlace`].
//! - Over many bodies: [`Consolidation`] of [`Totals`] and [`Coverage`], refused with a [`Conflict`]; [`Rollup`] by a
//!   key; [`Reconciliation`] of a whole with its parts.
//! - Over years: [`Span`], each cell by its [`Nature`]; where years do not join, a [`Discontinuity`].
//! - What follows: [`Rate`] and [`Ratio`]; what changed: [`Comparison`].
//! - For people: [`render`] prints a form as the official tables.
//! - As a table of one line a cell: `render::tidy`, behind the feature `tidy`.
//! - From a published page: `extract::Extraction` (features `text` and `html`).
//! - As columns for other engines: `columns`, behind the feature `arrow`.
//! - Numbers: [`Decimal`] as printed, [`Amount`] of money in a [`MoneyUnit`].

// No input may make the crate panic.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo, clippy::unreachable)]

/// Longer texts about the crate.
pub mod _documentation {
    #[doc = include_str!("../DESIGN.md")]
    pub mod design {}

    #[doc = include_str!("../CHANGELOG.md")]
    pub mod changelog {}
}

mod article;
mod article20;
mod axis;
mod basis;
mod before_2019;
mod body;
mod cell;
mod check;
mod clip;
#[cfg(feature = "arrow")]
pub mod columns;
mod compare;
mod consolidation;
mod convert;
mod coverage;
mod decimal;
mod dispute;
mod document;
mod edition;
#[cfg(feature = "text")]
pub mod extract;
mod filed;
mod form;
mod heading;
mod held;
mod lang;
mod layout;
pub mod narrative;
mod proactive;
mod rates;
mod reconciliation;
pub mod render;
mod report;
mod request;
mod rollup;
mod roster;
#[cfg(feature = "schema")]
pub mod schema;
mod span;
mod sums;
mod table;
mod totals;
mod version;
mod year;

pub use article::{Citation, CitationError, Instrument};
pub use article20::Article20;
pub use axis::{Axis, UnknownName};
pub use basis::LegalOutcome;
pub use before_2019::{EarlierChannel, EarlierRefusal, EarlierReply, EarlierTimeliness, TodaysPlace};
pub use body::{Body, BodyKind, Level, Region, RegionError, Scope};
pub use cell::{Cell, CellKind, Column, Section, UnknownCell};
pub use check::{
    Blank, Checked, Correction, Diagnosis, Entry, Evidence, Finding, Gap, Ledger, Mend, Operand, Place, Policy,
    PolicyError, Preset, Quote, Rule, Sarif, Severity, Slip, Standing, Unasked, UnknownRule, Verdict,
};
pub use compare::{CellChange, ChangeKind, Comparison};
pub use consolidation::{Conflict, Consolidation, NotOneWhole};
pub use convert::{Conversion, Loss, LossKind, Lost};
pub use coverage::{Completeness, Coverage, NotCounted};
pub use decimal::{Amount, Decimal, DecimalError, MoneyUnit};
pub use dispute::{Disputes, Litigation, Route, Ruling};
pub use edition::{Detection, Edition};
pub use filed::{Filed, Unit, Value};
pub use form::Form;
pub use heading::Heading;
pub use lang::Lang;
pub use proactive::{
    Decisions, Disclosed, FeeItems, Fees, Issued, Items, Proactive, Proactive2019, Proactive2021, ProactiveCell,
    Procurement,
};
pub use rates::{Percent, PercentagePoints, Rate, Ratio};
pub use reconciliation::{Contribution, Difference, Explanation, ExplanationKind, Reconciliation};
pub use report::{Rejected, Report};
pub use request::{
    Applicant, Denial, NotProcessed, Other, OtherHandling, Outcome, OutcomeGroup, Outcomes, RequestRow, Requests,
    UnableToProvide,
};
pub use rollup::Rollup;
pub use span::{ChainError, Discontinuity, Flow, Nature, NotBeside, Span};
pub use table::Table;
pub use totals::{AmountTotal, NoForm, Totals};
pub use year::{Period, Year, YearError};
