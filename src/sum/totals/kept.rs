//! Sums in a form that is read back, including sums that no method returns.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::form::{Cell, CellKind, Column, Edition, Outcome, RequestRow, Table};
use crate::json::document::{object, objects, parse_str};
use crate::sum::integer::Integer;
use crate::sum::totals::{AmountTotal, RequestTotals, Totals};
use crate::value::Lang;

/// Sums as they are written to be read back. If a cell has no key, its sum is 0 or no report prints it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct KeptSums {
    /// How many reports follow which editions.
    #[serde(deserialize_with = "objects")]
    layouts: Vec<KeptLayout>,
    /// The sums of sections 三 and 四, without totals.
    #[serde(deserialize_with = "once_each")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::parts"))]
    counts: BTreeMap<Cell, Integer>,
    /// The sums of section 二, by edition.
    #[serde(deserialize_with = "objects")]
    proactive: Vec<KeptProactive>,
}

/// How many reports follow an edition in section 二, and an edition in their rows of （六）.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct KeptLayout {
    edition: Edition,
    edition_of_other: Edition,
    reports: Integer,
}

/// The sums of section 二 in an edition.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct KeptProactive {
    edition: Edition,
    /// How many reports print `/` in the row 规章.
    without_rules: Integer,
    #[serde(deserialize_with = "once_each")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::proactive_counts"))]
    counts: BTreeMap<Cell, Integer>,
    #[serde(deserialize_with = "once_each")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::changes"))]
    changes: BTreeMap<Cell, i64>,
    #[serde(deserialize_with = "object")]
    amount: KeptAmount,
}

/// The sum of amounts of money.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct KeptAmount {
    /// The sum of the amounts with a unit, in millionths of a yuan.
    #[serde(serialize_with = "digits", deserialize_with = "parse_str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    yuan_millionths: u128,
    /// The sum of the amounts without a unit, in millionths.
    #[serde(serialize_with = "digits", deserialize_with = "parse_str")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    other_millionths: u128,
    with_unit: Integer,
    without_unit: Integer,
}

/// Reads an object with a key for each cell. Of a key that comes twice a map would keep the last value.
fn once_each<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<BTreeMap<Cell, T>, D::Error> {
    struct OnceEach<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for OnceEach<T> {
        type Value = BTreeMap<Cell, T>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = BTreeMap::new();
            while let Some((cell, value)) = map.next_entry::<Cell, T>()? {
                if all.insert(cell, value).is_some() {
                    return Err(A::Error::custom(format_args!("{cell}: the sum stands twice")));
                }
            }
            Ok(all)
        }
    }
    deserializer.deserialize_map(OnceEach(PhantomData))
}

fn digits<S: Serializer>(number: &u128, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

impl RequestTotals {
    fn row(&mut self, row: RequestRow) -> Option<&mut Table<crate::form::Applicant, u64>> {
        Some(match row {
            RequestRow::Received => &mut self.received,
            RequestRow::CarriedIn => &mut self.carried_in,
            RequestRow::CarriedOver => &mut self.carried_over,
            RequestRow::OutcomeTotal => return None,
            RequestRow::Outcome(outcome) => match outcome {
                Outcome::Granted => &mut self.granted,
                Outcome::PartiallyGranted => &mut self.partially_granted,
                Outcome::Denied(denial) => &mut self.denied[denial],
                Outcome::UnableToProvide(reason) => &mut self.unable_to_provide[reason],
                Outcome::NotProcessed(reason) => &mut self.not_processed[reason],
                Outcome::Other => &mut self.other,
                Outcome::OtherHandling(handling) => &mut self.other_handling[handling],
            },
        })
    }
}

impl Totals {
    /// The sum of a cell of sections 三 and 四 that is no total.
    fn part(&mut self, cell: Cell) -> Option<&mut u64> {
        match cell {
            Cell::Request(row, Column::Of(applicant)) => Some(&mut self.requests.row(row)?[applicant]),
            Cell::Dispute(route, Column::Of(ruling)) => Some(&mut self.disputes[route][ruling]),
            _ => None,
        }
    }

    /// The sums as they are kept.
    pub(crate) fn kept(&self) -> KeptSums {
        let mut all = self.clone();
        let counts = Cell::ALL.iter().filter_map(|&cell| Some((cell, *all.part(cell)?)));
        let layout = |edition: Edition, edition_of_other: Edition| KeptLayout {
            edition,
            edition_of_other,
            reports: Integer(self.reports[edition.index()][edition_of_other.index()]),
        };
        let layouts = Edition::ALL.iter().flat_map(|&one| Edition::ALL.iter().map(move |&other| layout(one, other)));
        KeptSums {
            layouts: layouts.filter(|layout| layout.reports.0 > 0).collect(),
            counts: counts.filter(|(_, sum)| *sum > 0).map(|(cell, sum)| (cell, Integer(sum))).collect(),
            proactive: Edition::ALL.iter().map(|&edition| self.kept_proactive(edition)).collect(),
        }
    }

    fn kept_proactive(&self, edition: Edition) -> KeptProactive {
        let sums = &self.proactive[edition.index()];
        let mut kept = KeptProactive {
            edition,
            without_rules: Integer(sums.without_rules),
            counts: BTreeMap::new(),
            changes: BTreeMap::new(),
            amount: KeptAmount {
                yuan_millionths: sums.amount.yuan_millionths,
                other_millionths: sums.amount.other_millionths,
                with_unit: Integer(sums.amount.with_unit),
                without_unit: Integer(sums.amount.without_unit),
            },
        };
        for &cell in edition.cells() {
            let Cell::Proactive(proactive) = cell else { continue };
            match cell.kind() {
                CellKind::Count if sums.counts[proactive.index()] > 0 => {
                    kept.counts.insert(cell, Integer(sums.counts[proactive.index()]));
                }
                CellKind::Change if sums.changes[proactive.index()] != 0 => {
                    kept.changes.insert(cell, sums.changes[proactive.index()]);
                }
                _ => {}
            }
        }
        kept
    }
}

/// Why sums that were kept are no sums of reports.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotKept {
    #[error("{0} has no such sum")]
    NoSuchSum(Cell),
    #[error("the reports of the {} with the rows of the {} are there twice, expected once", .0.label(Lang::En), .1.label(Lang::En))]
    LayoutTwice(Edition, Edition),
    #[error("section 2 of the {} is there twice, expected once", .0.label(Lang::En))]
    ProactiveTwice(Edition),
    #[error("section 2 of the {} is missing, expected the sums of {} reports", .0.label(Lang::En), .1)]
    NoProactive(Edition, u64),
}

impl TryFrom<KeptSums> for Totals {
    type Error = NotKept;

    fn try_from(kept: KeptSums) -> Result<Self, NotKept> {
        let mut totals = Self::default();
        let mut layouts = BTreeSet::new();
        for KeptLayout { edition, edition_of_other, reports } in kept.layouts {
            if !layouts.insert((edition, edition_of_other)) {
                return Err(NotKept::LayoutTwice(edition, edition_of_other));
            }
            totals.reports[edition.index()][edition_of_other.index()] = reports.0;
        }
        for (cell, sum) in kept.counts {
            *totals.part(cell).ok_or(NotKept::NoSuchSum(cell))? = sum.0;
        }
        let mut editions = BTreeSet::new();
        for KeptProactive { edition, without_rules, counts, changes, amount } in kept.proactive {
            if !editions.insert(edition) {
                return Err(NotKept::ProactiveTwice(edition));
            }
            let sums = &mut totals.proactive[edition.index()];
            sums.without_rules = without_rules.0;
            sums.amount = AmountTotal {
                yuan_millionths: amount.yuan_millionths,
                other_millionths: amount.other_millionths,
                with_unit: amount.with_unit.0,
                without_unit: amount.without_unit.0,
            };
            let at = |cell: Cell, kind: CellKind| match cell {
                Cell::Proactive(proactive) if cell.kind() == kind && cell.is_printed_in(edition) => {
                    Ok(proactive.index())
                }
                _ => Err(NotKept::NoSuchSum(cell)),
            };
            for (cell, sum) in counts {
                sums.counts[at(cell, CellKind::Count)?] = sum.0;
            }
            for (cell, sum) in changes {
                sums.changes[at(cell, CellKind::Change)?] = sum;
            }
        }
        // Without its sums an edition would count as one of zeros.
        let is_missing = |edition: &Edition| totals.reports_of(*edition) > 0 && !editions.contains(edition);
        match Edition::ALL.iter().copied().find(is_missing) {
            Some(edition) => Err(NotKept::NoProactive(edition, totals.reports_of(edition))),
            None => Ok(totals),
        }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use schemars::{Schema, SchemaGenerator};

    use crate::form::{Cell, CellKind, by_cell};
    use crate::sum::integer::Integer;
    use crate::sum::totals::Totals;

    pub(super) fn parts(generator: &mut SchemaGenerator) -> Schema {
        let mut none = Totals::default();
        by_cell::object(|cell| none.part(cell).is_some().then(|| generator.subschema_for::<Integer>()))
    }

    pub(super) fn proactive_counts(generator: &mut SchemaGenerator) -> Schema {
        by_cell::object(|cell| is_proactive(cell, CellKind::Count).then(|| generator.subschema_for::<Integer>()))
    }

    pub(super) fn changes(generator: &mut SchemaGenerator) -> Schema {
        by_cell::object(|cell| is_proactive(cell, CellKind::Change).then(|| generator.subschema_for::<i64>()))
    }

    fn is_proactive(cell: Cell, kind: CellKind) -> bool {
        matches!(cell, Cell::Proactive(_)) && cell.kind() == kind
    }
}
