//! Sums in a form that is read back, including sums that no method returns.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::form::{Cell, CellKind, Column, Edition};
use crate::json::document::{object, objects, parse_str};
use crate::sum::integer::Integer;
use crate::sum::totals::{AmountTotal, Totals};
use crate::value::{Lang, MoneyUnit};

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

impl Totals {
    /// The sum of a cell of sections 三 and 四 that is no total.
    fn part(&mut self, cell: Cell) -> Option<&mut u64> {
        match cell {
            Cell::Request(row, Column::Of(applicant)) => Some(&mut self.requests.row_mut(row)?[applicant]),
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
    #[error("{0}: the sum is {1}, expected at most what {2} reports can have")]
    PastBound(Cell, u128, u64),
    #[error("section 2 of the {} has {amounts} amounts, expected one of each of {reports} reports", .edition.label(Lang::En))]
    Amounts { edition: Edition, amounts: u64, reports: u64 },
    #[error("section 2 of the {} has {marks} marks `/` in the row 规章, expected at most {reports}", .edition.label(Lang::En))]
    Marks { edition: Edition, marks: u64, reports: u64 },
}

/// What a report can add to the sum of a count, to that of a change whatever its sign, and to that of an amount in millionths.
const MOST_COUNT: u128 = u32::MAX as u128;
const MOST_CHANGE: u128 = i32::MIN.unsigned_abs() as u128;
const MOST_AMOUNT: u128 = i64::MAX as u128;

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
        if let Some(edition) = Edition::ALL.iter().copied().find(is_missing) {
            return Err(NotKept::NoProactive(edition, totals.reports_of(edition)));
        }
        totals.within_bounds()?;
        Ok(totals)
    }
}

impl Totals {
    /// Refuses sums that are larger than any that so many reports can have. More could be added to them until they wrap.
    pub(in crate::sum) fn within_bounds(&self) -> Result<(), NotKept> {
        let bound = |cell: Cell, sum: u128, reports: u64, most: u128| {
            let is_within = sum <= u128::from(reports).saturating_mul(most);
            if is_within { Ok(()) } else { Err(NotKept::PastBound(cell, sum, reports)) }
        };
        let mut all = self.clone();
        for &cell in Cell::ALL {
            if let Some(&mut sum) = all.part(cell) {
                bound(cell, sum.into(), self.reports_with(cell), MOST_COUNT)?;
            }
        }
        for &edition in Edition::ALL {
            let (reports, sums) = (self.reports_of(edition), &self.proactive[edition.index()]);
            let amounts = sums.amount.with_unit.saturating_add(sums.amount.without_unit);
            if amounts != reports {
                return Err(NotKept::Amounts { edition, amounts, reports });
            }
            if sums.without_rules > reports {
                return Err(NotKept::Marks { edition, marks: sums.without_rules, reports });
            }
            for &cell in edition.cells() {
                let Cell::Proactive(proactive) = cell else { continue };
                let marks = if cell.is_in_rules_row() { sums.without_rules } else { 0 };
                let reports = reports.saturating_sub(marks);
                let at = proactive.index();
                match cell.kind() {
                    CellKind::Count => bound(cell, sums.counts[at].into(), reports, MOST_COUNT)?,
                    CellKind::Change => bound(cell, sums.changes[at].unsigned_abs().into(), reports, MOST_CHANGE)?,
                    CellKind::Amount => {
                        let AmountTotal { yuan_millionths, other_millionths, with_unit, without_unit } = sums.amount;
                        let in_yuan = MOST_AMOUNT * u128::from(MoneyUnit::TenThousandYuan.yuan());
                        bound(cell, yuan_millionths, with_unit, in_yuan)?;
                        bound(cell, other_millionths, without_unit, MOST_AMOUNT)?;
                    }
                }
            }
        }
        Ok(())
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
