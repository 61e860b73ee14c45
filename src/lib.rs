//! See the README.

mod article20;
mod body;
mod cell;
mod check;
mod decimal;
mod dispute;
mod edition;
mod filed;
mod form;
mod lang;
mod proactive;
mod report;
mod request;
mod table;
mod totals;
mod year;

pub use article20::Article20;
pub use body::{Body, BodyKind, Level, Region, RegionError, Scope};
pub use cell::{Cell, CellKind, Column, Section, UnknownCell};
pub use check::{
    Checked, Entry, Evidence, Finding, Gap, Ledger, Operand, Place, Rule, Severity, Standing, UnknownRule, Verdict,
};
pub use decimal::{Amount, Decimal, DecimalError, MoneyUnit};
pub use dispute::{Disputes, Litigation, Route, Ruling};
pub use edition::Edition;
pub use filed::{Filed, Unit, Value};
pub use form::Form;
pub use lang::Lang;
pub use proactive::{
    Decisions, Disclosed, FeeItems, Fees, Issued, Items, Proactive, Proactive2019, Proactive2021, ProactiveCell,
    Procurement,
};
pub use report::{Rejected, Report};
pub use request::{
    Applicant, Denial, NotProcessed, Other, OtherHandling, Outcome, OutcomeGroup, Outcomes, RequestRow, Requests,
    UnableToProvide,
};
pub use table::{Axis, Table, UnknownName};
pub use totals::{AmountTotal, NoForm, Totals};
pub use year::{Period, Year, YearError};
