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
//! - As columns for other engines: `columns`, behind the feature `arrow60`.
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

pub mod check;
#[cfg(feature = "arrow60")]
pub mod columns;
#[cfg(feature = "text")]
pub mod extract;
pub mod form;
mod json;
pub mod law;
pub mod narrative;
pub mod render;
mod report;
pub mod sum;
pub mod value;

pub use check::{
    Blank, CellChange, ChangeKind, Checked, Comparison, Correction, Diagnosis, Entry, Evidence, Finding, Gap, Ledger,
    Mend, Operand, Place, Policy, PolicyError, Preset, Quote, Rule, Sarif, Severity, Slip, Standing, Unasked,
    UnknownRule, Verdict,
};
pub use form::{
    Applicant, Cell, CellKind, Column, Conversion, Decisions, Denial, Detection, Disclosed, Disputes, EarlierChannel,
    EarlierRefusal, EarlierReply, EarlierTimeliness, Edition, FeeItems, Fees, Filed, Form, Issued, Items, Litigation,
    Loss, LossKind, Lost, NotProcessed, Other, OtherHandling, Outcome, OutcomeGroup, Outcomes, Proactive,
    Proactive2019, Proactive2021, ProactiveCell, Procurement, RequestRow, Requests, Route, Ruling, Section, Table,
    TodaysPlace, UnableToProvide, Unit, UnknownCell, Value,
};
#[cfg(feature = "schema")]
pub use json::schema;
pub use law::{Article20, Citation, CitationError, Heading, Instrument, LegalOutcome};
pub use report::{Rejected, Report};
pub use sum::{
    AmountTotal, ChainError, Completeness, Conflict, Consolidation, Contribution, Coverage, Difference, Discontinuity,
    Explanation, ExplanationKind, Flow, Nature, NoForm, NotBeside, NotCounted, NotOneWhole, Percent, PercentagePoints,
    Rate, Ratio, Reconciliation, Rollup, Span, Totals,
};
pub use value::{
    Amount, Axis, Body, BodyKind, Decimal, DecimalError, Lang, Level, MoneyUnit, Period, Region, RegionError, Scope,
    UnknownName, Year, YearError,
};
