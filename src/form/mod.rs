//! The form: what was printed, lossless.

#[cfg(feature = "schema")]
pub(crate) mod by_cell;
pub(crate) mod cell;
mod convert;
mod detection;
mod dispute;
mod earlier;
mod edition;
pub(crate) mod filed;
#[cfg(any(feature = "office", feature = "workbook"))]
#[cfg_attr(
    not(all(feature = "office", feature = "workbook")),
    allow(dead_code, reason = "a reader needs one part of it, a writer another")
)]
pub(crate) mod identity;
mod kind;
pub(crate) mod layout;
mod names;
pub(crate) mod proactive;
pub(crate) mod request;
mod rows;
#[cfg(any(feature = "office", feature = "workbook"))]
#[cfg_attr(
    not(all(feature = "office", feature = "workbook")),
    allow(dead_code, reason = "a reader needs one part of it, a writer another")
)]
pub(crate) mod sheet;
pub(crate) mod table;

use std::fmt;

pub use cell::{Cell, Column, Section, UnknownCell};
pub use convert::{Conversion, Loss, LossKind, Lost};
pub use detection::Detection;
pub use dispute::{Disputes, Litigation, Route, Ruling};
pub use earlier::{EarlierChannel, EarlierRefusal, EarlierReply, EarlierTimeliness, TodaysPlace};
pub use edition::Edition;
pub use filed::{Filed, Value};
pub use kind::{CellKind, Unit};
pub use names::CellNames;
pub use proactive::{
    Decisions, Disclosed, FeeItems, Fees, Issued, Items, Proactive, Proactive2019, Proactive2021, ProactiveCell,
    Procurement,
};
pub use request::{
    Applicant, Denial, NotProcessed, Other, OtherHandling, Outcome, OutcomeGroup, Outcomes, RequestRow, Requests,
    UnableToProvide,
};
pub use table::Table;

use chrono::NaiveDate;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::form::filed::FiledSeed;
use crate::json::document::{object, object_or_null};
use crate::json::version::Version;
use crate::value::{Body, Period, Year};

/// A report as it was printed: every cell of the official tables, stated totals included, with blank and `/` kept apart from
/// 0; and body, year and dates as far as the page states them.
///
/// A form may contradict itself, lack cells or hold cells of the other edition: it keeps what was
/// printed, and [`Form::check`] judges it. [`Form::verify`] makes it a [`Report`](crate::Report).
///
/// In JSON the cells are one flat object keyed by cell path, in printed order. A cell that is not in the
/// source has no key.
///
/// ```
/// use ogi_report::{Applicant, Cell, Edition, Filed, Form, RequestRow};
///
/// let form: Form = serde_json::from_str(r#"{
///     "edition": "2021",
///     "year": 2024,
///     "body": { "name": "某某市人民政府" },
///     "cells": { "requests.received.natural_person": 5, "requests.received.total": null }
/// }"#)?;
/// assert_eq!(form.edition, Edition::V2021);
/// let received = Cell::request(RequestRow::Received, Applicant::NaturalPerson);
/// assert_eq!(form.get(received), Some(&Filed::from(5)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Form {
    /// The edition that the form follows.
    pub edition: Edition,
    /// The reporting body, if the source names it.
    pub body: Option<Body>,
    /// The reporting year, if the source names it.
    pub year: Option<Year>,
    /// The statistical period, if the source states it.
    pub period: Option<Period>,
    /// The date of publication, if known.
    pub published: Option<NaiveDate>,
    /// Where the form was read from, as whoever read it calls it: the name of a file, an address. No rule looks at it.
    pub source: Option<String>,
    cells: Cells,
}

/// A form in JSON.
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Form", deny_unknown_fields)]
struct Document {
    // First, so that a later version is refused as such and not for the first key it adds.
    #[serde(default, getter = "Document::version")]
    schema_version: Version<1>,
    /// The edition that the form follows.
    edition: Edition,
    /// The reporting body, if the source names it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    body: Option<Body>,
    /// The reporting year, if the source names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    year: Option<Year>,
    /// The statistical period, if the source states it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    period: Option<Period>,
    /// The date of publication, if known.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::value::year::date_or_none")]
    published: Option<NaiveDate>,
    /// Where the form was read from, as whoever read it calls it: the name of a file, an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    cells: Cells,
}

impl Document {
    fn version(_: &Form) -> Version<1> {
        Version
    }
}

impl From<Document> for Form {
    fn from(document: Document) -> Self {
        let Document { schema_version: Version, edition, body, year, period, published, source, cells } = document;
        Self { edition, body, year, period, published, source, cells }
    }
}

impl Serialize for Form {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Document::serialize(self, serializer)
    }
}

impl<'de> de::Deserialize<'de> for Form {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(transparent)]
        struct Read(#[serde(with = "Document")] Form);
        object(deserializer).map(|Read(form)| form)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Form {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Form".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Document::json_schema(generator)
    }
}

impl Extend<(Cell, Filed)> for Form {
    /// Puts cells on the form, one after the other; of a cell that comes twice the last stays.
    fn extend<I: IntoIterator<Item = (Cell, Filed)>>(&mut self, cells: I) {
        for (cell, filed) in cells {
            self.set(cell, filed);
        }
    }
}

#[expect(clippy::into_iter_without_iter, reason = "`cells` is that method")]
impl<'a> IntoIterator for &'a Form {
    type Item = (Cell, &'a Filed);
    type IntoIter = Box<dyn Iterator<Item = Self::Item> + 'a>;

    /// The cells that the source has, in printed order.
    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.cells())
    }
}

impl Form {
    /// A form without any cell.
    ///
    /// ```
    /// use ogi_report::{Edition, Form};
    ///
    /// assert_eq!(Form::new(Edition::V2021).cells().count(), 0);
    /// ```
    pub fn new(edition: Edition) -> Self {
        Self { edition, body: None, year: None, period: None, published: None, source: None, cells: Cells::default() }
    }

    /// A form with these cells and no other; of a cell that comes twice the last stays.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Edition, Filed, Form, RequestRow};
    ///
    /// let received = Applicant::ALL.iter().map(|&applicant| (Cell::request(RequestRow::Received, applicant), Filed::from(1)));
    /// assert_eq!(Form::of(Edition::V2021, received).cells().count(), 6);
    /// ```
    pub fn of(edition: Edition, cells: impl IntoIterator<Item = (Cell, Filed)>) -> Self {
        let mut form = Self::new(edition);
        form.extend(cells);
        form
    }

    /// The content of a cell; `None` if the cell is not in the source.
    ///
    /// ```
    /// use ogi_report::{Cell, Edition, Form, ProactiveCell};
    ///
    /// let form = Form::new(Edition::V2021);
    /// assert_eq!(form.get(Cell::Proactive(ProactiveCell::RulesIssued)), None);
    /// ```
    pub fn get(&self, cell: Cell) -> Option<&Filed> {
        self.cells.0[cell.slot()].as_ref()
    }

    /// Puts a cell on the form, or replaces it. Returns what stood there.
    ///
    /// ```
    /// use ogi_report::{Cell, Edition, Filed, Form, ProactiveCell};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// form.set(Cell::Proactive(ProactiveCell::FeesAmount), Filed::printed("7730.28"));
    /// assert_eq!(form.cells().count(), 1);
    /// ```
    pub fn set(&mut self, cell: Cell, filed: impl Into<Filed>) -> Option<Filed> {
        self.cells.0[cell.slot()].replace(filed.into())
    }

    /// Takes a cell off the form, as if the source did not have it.
    ///
    /// ```
    /// use ogi_report::{Cell, Edition, Filed, Form, ProactiveCell};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// let cell = Cell::Proactive(ProactiveCell::RulesIssued);
    /// form.set(cell, 3_u32);
    /// assert_eq!(form.remove(cell), Some(Filed::from(3_u32)));
    /// assert_eq!(form.get(cell), None);
    /// ```
    pub fn remove(&mut self, cell: Cell) -> Option<Filed> {
        self.cells.0[cell.slot()].take()
    }

    /// The cells that the source has, in printed order.
    ///
    /// ```
    /// use ogi_report::{Edition, Form};
    ///
    /// assert_eq!(Form::new(Edition::V2019).cells().next(), None);
    /// ```
    pub fn cells(&self) -> impl Iterator<Item = (Cell, &Filed)> {
        self.cells.iter()
    }

    /// The unit that a cell prints behind its number.
    pub(crate) fn printed_unit(&self, cell: Cell) -> Option<Unit> {
        self.get(cell)?.unit(None)
    }

    /// Whether every cell of the row 规章 bears the mark of a body that makes no rules.
    pub(crate) fn has_marked_rules_row(&self) -> bool {
        let is_marked = |cell| self.get(cell).is_some_and(|filed| matches!(filed.value(), Value::NotApplicable(_)));
        self.edition.rules_row().all(is_marked)
    }

    /// The edition whose rows of （六）其他处理 the form has. It is the form's own edition, unless the form has
    /// only the rows of another: reports of 2021 and later sometimes print the one row of 2019.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Edition, Form, Outcome};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// form.set(Cell::request(Outcome::Other, Applicant::NaturalPerson), 1_u32);
    /// assert_eq!(form.edition_of_other(), Edition::V2019);
    /// ```
    pub fn edition_of_other(&self) -> Edition {
        let first = |outcome: Outcome| Cell::request(outcome, Applicant::NaturalPerson).slot();
        let columns = Applicant::ALL.len() + 1;
        let has = |from: usize, rows: usize| self.cells.0[from..][..rows * columns].iter().any(Option::is_some);
        let one_row = has(first(Outcome::Other), 1);
        let three_rows = has(first(OtherHandling::CorrectionOverdue.into()), OtherHandling::ALL.len());
        match (one_row, three_rows) {
            (true, false) => Edition::V2019,
            (false, true) => Edition::V2021,
            _ => self.edition,
        }
    }

    /// What every cell of either edition prints, by slot.
    pub(crate) fn filed(&self) -> &[Option<Filed>; Cell::ALL.len()] {
        &self.cells.0
    }

    /// Every cell of either edition with what it prints.
    pub(crate) fn slots(&self) -> impl Iterator<Item = (Cell, Option<&Filed>)> {
        Cell::ALL.iter().copied().zip(self.cells.0.iter().map(Option::as_ref))
    }

    /// By slot, whether the form should have the cell: its edition prints it, and of （六）其他处理 the rows
    /// that [`Form::edition_of_other`] names.
    pub(crate) fn wanted(&self) -> &'static Wanted {
        static WANTED: [[Wanted; Edition::ALL.len()]; Edition::ALL.len()] = [
            [Wanted::of(Edition::V2019, Edition::V2019), Wanted::of(Edition::V2019, Edition::V2021)],
            [Wanted::of(Edition::V2021, Edition::V2019), Wanted::of(Edition::V2021, Edition::V2021)],
        ];
        &WANTED[self.edition.index()][self.edition_of_other().index()]
    }
}

/// The cells that a form should have.
pub(crate) struct Wanted {
    /// Whether it should have the cell, by slot.
    pub(crate) cells: [bool; Cell::ALL.len()],
    /// How many cells it should have, by section.
    pub(crate) by_section: [u32; Section::ALL.len()],
    /// How many of them are totals.
    pub(crate) totals: u32,
}

impl Wanted {
    const fn of(edition: Edition, edition_of_other: Edition) -> Self {
        let mut wanted = Self { cells: [false; Cell::ALL.len()], by_section: [0; Section::ALL.len()], totals: 0 };
        let mut slot = 0;
        while slot < Cell::ALL.len() {
            let cell = Cell::ALL[slot];
            if cell.is_printed_in(if cell.is_other_handling() { edition_of_other } else { edition }) {
                wanted.cells[slot] = true;
                wanted.by_section[cell.section().index()] += 1;
                wanted.totals += cell.is_total() as u32;
            }
            slot += 1;
        }
        wanted
    }
}

/// The content of each cell of either edition, by slot.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Cells(Box<[Option<Filed>; Cell::ALL.len()]>);

impl Default for Cells {
    fn default() -> Self {
        Self(Box::new([const { None }; Cell::ALL.len()]))
    }
}

impl Cells {
    fn iter(&self) -> impl Iterator<Item = (Cell, &Filed)> {
        Cell::ALL.iter().zip(self.0.iter()).filter_map(|(&cell, filed)| Some((cell, filed.as_ref()?)))
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Serialize for Cells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.iter().count()))?;
        for (cell, filed) in self.iter() {
            map.serialize_entry(cell.path(), filed)?;
        }
        map.end()
    }
}

impl<'de> de::Deserialize<'de> for Cells {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(CellsVisitor)
    }
}

struct CellsVisitor;

impl<'de> Visitor<'de> for CellsVisitor {
    type Value = Cells;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object keyed by cell path")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cells, A::Error> {
        let mut cells = Cells::default();
        let mut next = 0;
        while let Some(slot) = map.next_key_seed(SlotSeed { next })? {
            let cell = &mut cells.0[slot];
            // The reader of the text adds line and column.
            if cell.is_some() {
                return Err(de::Error::custom(format_args!("{}: the cell stands twice", Cell::ALL[slot])));
            }
            if let Err(e) = map.next_value_seed(FiledSeed(cell)) {
                return Err(de::Error::custom(format_args!("{}: {e}", Cell::ALL[slot])));
            }
            next = slot + 1;
        }
        Ok(cells)
    }
}

/// Reads a cell path, which mostly is the one behind the path before it, as the slot of the cell.
struct SlotSeed {
    next: usize,
}

impl<'de> DeserializeSeed<'de> for SlotSeed {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for SlotSeed {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a cell path")
    }

    #[inline]
    fn visit_str<E: de::Error>(self, path: &str) -> Result<usize, E> {
        Cell::find_slot(path, self.next).map_err(E::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Cells {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cells".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        by_cell::object(|_| Some(generator.subschema_for::<Filed>()))
    }
}
