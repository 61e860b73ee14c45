//! Types, checks and exact arithmetic for China's annual reports on open government information (政府信息公开工作年度报告).
//!
//! The primary type is [`Form`]: a report's tables as they were printed, cell by cell. Everything else follows from it.
//!
//! ```
//! use ogi_report::{Applicant, Cell, Column, Form, Lang, RequestRow, Rule, Verdict};
//!
//! // A real report: the Anqiu Economic Development Zone, 2020.
//! let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
//! let mut form: Form = serde_json::from_str(&json)?;
//! assert_eq!(form.check().verdict(), Verdict::Holds);
//!
//! // Someone types 6 where 5 requests were received in all.
//! form.set(Cell::request(RequestRow::Received, Column::Total), 6);
//! let checked = form.check();
//! assert_eq!(checked.findings.len(), 1);
//! assert_eq!(checked.findings[0].rule, Rule::R103);
//! assert!(checked.findings[0].message(Lang::Zh).starts_with("【一、本年新收政府信息公开申请数量，总计】"));
//!
//! // A form that holds becomes a report, whose totals are computed.
//! form.set(Cell::request(RequestRow::Received, Column::Total), 5);
//! let report = form.verify()?;
//! assert_eq!(report.requests.received[Applicant::NaturalPerson], 5);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The way through
//!
//! ```text
//! bytes ─ extract ─> Form ─ check ──> Checked: findings, and a ledger of what was asked
//!                     │ └── verify ─> Report ── sum ──> Totals, Consolidation, Rollup    across bodies, one year
//!                     │                 │    └─ chain ─> Span                            across years, one body
//!                     └<──── print ─────┘
//! ```
//!
//! A **form** is lossless. It keeps stated totals, blanks, `/`, units and words in number cells, and it may contradict itself. A [`Cell`] is an
//! address on it, such as `requests.outcomes.granted.total`, and [`Filed`] is what a cell holds. An [`Edition`] says which cells are printed.
//!
//! A **check** asks every [`Rule`] of the form. [`Checked`] has the [`Finding`]s, each with the figures that show it, and a ledger that says what
//! held, what was broken and what could not be assessed. [`Form::diagnose`] looks for the one cell that explains sums that do not add up.
//!
//! A **report** holds what is left when nothing contradicts: [`Proactive`] (section 二), [`Requests`] (三) and [`Disputes`] (四) as typed counts, of a
//! [`Body`] in a [`Year`]. Its totals are computed, so they cannot be wrong.
//!
//! **Sums** refuse to count twice. A [`Consolidation`] holds the reports of many bodies for one year and names every conflict; a [`Rollup`] is one
//! consolidation for each value of a key; a [`Span`] chains years into opening, flows and closing; a [`Reconciliation`] compares a whole with
//! its parts.
//!
//! # The rooms
//!
//! - [`value`]: numbers as printed, years, bodies and regions, languages.
//! - [`form`]: the rows, columns and cells of the official form, both editions, and a form filled in.
//! - [`law`]: the articles the form rests on, and what the law makes of each outcome.
//! - [`check`]: the rules, the outcome of a check, policies.
//! - [`sum`]: over bodies and over years.
//! - [`narrative`]: what the text around the tables states.
//! - `extract` (feature `text`): from what was published to a form.
//! - [`intake`]: what came in, what failed and why.
//! - [`render`]: the official tables, review sheets and charts; `render::tidy` (feature `tidy`): tables of one line a cell.
//! - `workbook` (feature `workbook`): templates, findings and sums for Excel and WPS.
//! - `columns` (feature `arrow60`): Arrow record batches and back.
//! - `schema` (feature `schema`): JSON Schema of every document.
//!
//! # Promises
//!
//! - **Never a silent wrong number.** A blank is not 0, a figure without a place is listed and not guessed, a total of partial data says so.
//! - No input makes the crate panic, and everything that input can make large is bounded.
//! - No I/O, no global state, no `unsafe`. Languages are arguments; nothing reads the environment.
//! - Types of a dependency are in the interface only where `Cargo.toml` calls it public.

// No input may make the crate panic.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo, clippy::unreachable)]

/// The code of the README runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

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
pub mod intake;
mod json;
pub mod law;
pub mod narrative;
pub mod render;
mod report;
#[cfg(feature = "schema")]
pub mod schema;
pub mod sum;
pub mod value;
#[cfg(feature = "workbook")]
pub mod workbook;

pub use check::{Check, Checked, Comparison, Finding, Ledger, Policy, Rule, Severity, Verdict};
pub use form::{
    Applicant, Cell, Column, Denial, Disputes, Edition, Filed, Form, NotProcessed, OtherHandling, Outcome,
    OutcomeGroup, Proactive, ProactiveCell, RequestRow, Requests, Route, Ruling, Section, Table, UnableToProvide,
};
pub use law::{Article20, Citation, Heading};
pub use report::{Rejected, Report, VerifiedSections};
pub use sum::{Consolidation, Coverage, Rate, Reconciliation, Rollup, Span, Totals};
pub use value::{Amount, Axis, Body, BodyKind, Decimal, Lang, Level, Period, Region, Scope, Year};
