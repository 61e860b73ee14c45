//! [`Totals`], [`Span`] and [`Coverage`] as JSON, for partners.
//!
//! Serialize only. To keep sums between runs, serialize a [`Consolidation`](crate::Consolidation).

mod consolidation;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::form::{Applicant, Cell, CellKind, Column, Edition};
use crate::json::version::Version;
use crate::sum::integer::Integer;
use crate::sum::{AmountTotal, Completeness, Coverage, Discontinuity, NotCounted, Open, Span, Superseded, Totals};
use crate::value::{Body, Decimal, Year};

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Totals"))]
#[serde(deny_unknown_fields)]
struct TotalsDocument<'a> {
    schema_version: Version<1>,
    /// How many reports were added.
    reports: Integer,
    /// How many of them follow which edition in section 2.
    editions: Vec<ReportsOfEdition>,
    /// The sum of each cell in which at least one report has a figure. A cell without a key has no sum, not one of 0.
    cells: Sums<'a>,
}

/// How many reports follow an edition.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ReportsOfEdition {
    edition: Edition,
    reports: Integer,
}

struct Sums<'a>(&'a Totals);

/// The sum of a count, in the unit of the cell.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct CountSum {
    /// The sum, totals included.
    sum: Integer,
    /// How many reports have a figure in the cell.
    reports: Integer,
}

/// The sum of a change, in items.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ChangeSum {
    /// The sum; negative if there are fewer items.
    sum: i64,
    /// How many reports have a figure in the cell.
    reports: Integer,
}

/// The sum of amounts of money. Those without a unit are kept apart.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct AmountSum {
    /// The sum of the amounts that have a unit, in yuan.
    #[serde(skip_serializing_if = "Option::is_none")]
    yuan: Option<Decimal>,
    /// How many amounts have a unit.
    reports_with_unit: Integer,
    /// The sum of the amounts without a unit, which means something only if it was the same everywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    of_no_unit: Option<Decimal>,
    /// How many amounts have no unit.
    reports_without_unit: Integer,
}

impl From<AmountTotal> for AmountSum {
    fn from(amount: AmountTotal) -> Self {
        Self {
            yuan: amount.yuan(),
            reports_with_unit: Integer(amount.with_unit),
            of_no_unit: amount.of_no_unit(),
            reports_without_unit: Integer(amount.without_unit),
        }
    }
}

impl Serialize for Totals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = |edition| ReportsOfEdition { edition, reports: Integer(self.reports_of(edition)) };
        let document = TotalsDocument {
            schema_version: Version,
            reports: Integer(self.reports()),
            editions: Edition::ENTRIES.map(of).into_iter().filter(|edition| edition.reports.0 > 0).collect(),
            cells: Sums(self),
        };
        document.serialize(serializer)
    }
}

impl Serialize for Sums<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &cell in Cell::ALL {
            let reports = Integer(self.0.reports_with(cell));
            match (cell.kind(), cell) {
                (CellKind::Count, _) => {
                    if let Some(sum) = self.0.count(cell) {
                        map.serialize_entry(cell.path(), &CountSum { sum: Integer(sum), reports })?;
                    }
                }
                (CellKind::Change, Cell::Proactive(change)) => {
                    if let Some(sum) = self.0.change(change) {
                        map.serialize_entry(cell.path(), &ChangeSum { sum, reports })?;
                    }
                }
                (CellKind::Amount, Cell::Proactive(amount)) => {
                    if let Some(sum) = self.0.amount(amount) {
                        map.serialize_entry(cell.path(), &AmountSum::from(sum))?;
                    }
                }
                // Only section 二 has changes and amounts.
                (CellKind::Change | CellKind::Amount, Cell::Request(..) | Cell::Dispute(..)) => {}
            }
        }
        map.end()
    }
}

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Span"))]
#[serde(deny_unknown_fields)]
struct SpanDocument<'a> {
    schema_version: Version<1>,
    /// The years with reports, in order.
    years: &'a [Year],
    /// Whether the sums include all expected bodies; for several years, the gravest answer. Absent if the expected bodies were not
    /// stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    completeness: Option<Completeness>,
    /// The requests carried in at the beginning: row 2 of the first year.
    opening: Row<'a>,
    /// The requests carried over at the end: row 4 of the last year.
    closing: Row<'a>,
    /// The sums over the years, of cells that add over years and in which at least one report has a figure.
    flows: Flows<'a>,
    /// The sums of the first year, for the stocks at the beginning.
    first: &'a Totals,
    /// The sums of the last year, for the stocks at the end.
    last: &'a Totals,
    /// Where the years do not join, in order.
    discontinuities: &'a [Discontinuity],
}

/// Requests by applicant, and in total. A column without a key is not known.
struct Row<'a> {
    of: &'a dyn Fn(Column<Applicant>) -> Option<u64>,
}

struct Flows<'a>(&'a Span);

/// The sum of a count over years, in the unit of the cell.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct CountFlow {
    /// The sum, totals included.
    sum: Integer,
    /// The years in which at least one report prints the cell.
    years: Vec<Year>,
    /// How many reports print the cell.
    reports: Integer,
}

/// The sum of a change over years, in items.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ChangeFlow {
    /// The sum; negative if there are fewer items.
    sum: i64,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &applicant in Applicant::ALL {
            if let Some(count) = (self.of)(applicant.into()) {
                map.serialize_entry(applicant.name(), &Integer(count))?;
            }
        }
        if let Some(count) = (self.of)(Column::Total) {
            map.serialize_entry("total", &Integer(count))?;
        }
        map.end()
    }
}

impl Serialize for Flows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for &cell in Cell::ALL {
            if let Some(flow) = self.0.flow(cell) {
                let flow = CountFlow { sum: Integer(flow.sum), years: flow.years, reports: Integer(flow.reports) };
                map.serialize_entry(cell.path(), &flow)?;
            }
            let Cell::Proactive(proactive) = cell else { continue };
            if let Some(sum) = self.0.change(proactive) {
                map.serialize_entry(cell.path(), &ChangeFlow { sum })?;
            }
            if let Some(amount) = self.0.amount(proactive) {
                map.serialize_entry(cell.path(), &AmountSum::from(amount))?;
            }
        }
        map.end()
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = SpanDocument {
            schema_version: Version,
            years: self.years(),
            completeness: self.completeness(),
            opening: Row { of: &|column| self.opening(column) },
            closing: Row { of: &|column| self.closing(column) },
            flows: Flows(self),
            first: self.first(),
            last: self.last(),
            discontinuities: self.discontinuities(),
        };
        document.serialize(serializer)
    }
}

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Coverage"))]
#[serde(deny_unknown_fields)]
struct CoverageDocument<'a> {
    schema_version: Version<1>,
    /// Whether the sums include all expected bodies.
    completeness: Completeness,
    /// How many bodies are expected; 0 if the expected bodies were not stated.
    expected: usize,
    /// The bodies included in the sums.
    counted: &'a [Body],
    /// The forms that came and did not verify. None of their figures is in the sums.
    not_counted: &'a [NotCounted],
    /// The reports that a later report of the same body replaces. None of their figures is in the sums.
    superseded: &'a [Superseded],
    /// The expected bodies that handed in no form.
    missing: &'a [Body],
    /// The counted bodies that are not expected; empty if the expected bodies were not stated.
    unexpected: &'a [Body],
    /// The counted bodies whose region or scope is not stated.
    unplaced: &'a [Body],
    /// The counted bodies whose figures are perhaps counted twice: the report of another body may contain them, or both may be one body.
    open: &'a [Open],
    /// The counted bodies that print `/` in the row 规章. They add nothing to its sums.
    without_rules: &'a [Body],
}

impl Serialize for Coverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            expected, counted, not_counted, superseded, missing, unexpected, unplaced, open, without_rules, ..
        } = self;
        let document = CoverageDocument {
            schema_version: Version,
            completeness: self.completeness(),
            expected: *expected,
            counted,
            not_counted,
            superseded,
            missing,
            unexpected,
            unplaced,
            open,
            without_rules,
        };
        document.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{
        AmountSum, ChangeFlow, ChangeSum, CountFlow, CountSum, CoverageDocument, Flows, Integer, Row, SpanDocument,
        Sums, TotalsDocument,
    };
    use crate::form::{Applicant, CellKind, by_cell};
    use crate::sum::{Coverage, Nature, Span, Totals};
    use crate::value::Lang;

    impl JsonSchema for Sums<'_> {
        fn inline_schema() -> bool {
            true
        }
        fn schema_name() -> Cow<'static, str> {
            "Sums".into()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            by_cell::object(|cell| {
                Some(match cell.kind() {
                    CellKind::Count => generator.subschema_for::<CountSum>(),
                    CellKind::Change => generator.subschema_for::<ChangeSum>(),
                    CellKind::Amount => generator.subschema_for::<AmountSum>(),
                })
            })
        }
    }

    impl JsonSchema for Flows<'_> {
        fn inline_schema() -> bool {
            true
        }
        fn schema_name() -> Cow<'static, str> {
            "Flows".into()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            by_cell::object(|cell| match (cell.kind(), cell.nature()) {
                (CellKind::Count, Nature::Flow) => Some(generator.subschema_for::<CountFlow>()),
                (CellKind::Change, _) => Some(generator.subschema_for::<ChangeFlow>()),
                (CellKind::Amount, _) => Some(generator.subschema_for::<AmountSum>()),
                (CellKind::Count, _) => None,
            })
        }
    }

    impl JsonSchema for Row<'_> {
        fn schema_name() -> Cow<'static, str> {
            "Row".into()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let mut properties = json_schema!({});
            let columns =
                Applicant::ENTRIES.map(|applicant| (applicant.name(), Lang::ENTRIES.map(|lang| applicant.label(lang))));
            for (name, [zh, en]) in columns.into_iter().chain([("total", ["总计", "total"])]) {
                let mut count = generator.subschema_for::<Integer>();
                count.insert("title".to_owned(), zh.into());
                count.insert("description".to_owned(), en.into());
                properties.insert(name.to_owned(), count.into());
            }
            json_schema!({
                "description": "Requests by applicant and in total. A column without a key is not known.",
                "type": "object",
                "properties": properties,
                "additionalProperties": false,
            })
        }
    }

    macro_rules! schema_of_document {
        ($($Type:ident $Document:ident),+) => {$(
            impl JsonSchema for $Type {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($Type).into()
                }
                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    $Document::json_schema(generator)
                }
            }
        )+};
    }
    schema_of_document!(
        Totals TotalsDocument,
        Span SpanDocument,
        Coverage CoverageDocument
    );
}
