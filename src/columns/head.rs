//! Body, year and dates of a form, and the outcome of its check: the first columns of either layout.

use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Int32Builder, StringBuilder};
use arrow_array::types::Date32Type;
use arrow_array::{Array, ArrayRef, Date32Array, Int32Array, StringArray};
use arrow_schema::{DataType, Field};
use chrono::NaiveDate;

use super::error::{ColumnsError, Fault};
use super::field::described;
use super::read::{Batch, Budget};
use crate::form::{Edition, Form};
use crate::value::{Basis, Body, Inferred, Period, Year};

/// The columns of texts, with labels.
const TEXTS: [(&str, &str, &str); 8] = [
    ("edition", "表样版本", "edition of the form"),
    ("verdict", "核对结果", "outcome of the check, by the default policy"),
    ("body.name", "报告机关", "reporting body"),
    ("body.level", "层级", "level of administration"),
    ("body.kind", "机关类型", "kind of body"),
    ("body.region", "行政区划代码", "code of the administrative division, GB/T 2260"),
    ("body.scope", "统计范围", "whose figures they are"),
    ("source", "来源", "where the form was read from"),
];
const YEAR: (&str, &str, &str) = ("year", "报告年度", "reporting year");
/// The columns of dates, with labels.
const DATES: [(&str, &str, &str); 3] = [
    ("period.from", "统计期限起", "first day of the statistical period"),
    ("period.to", "统计期限止", "last day of the statistical period"),
    ("published", "公布日期", "date of publication"),
];

/// The column behind those of the body.
const SOURCE: usize = 7;
/// Edition and verdict are never null.
const NEVER_NULL: usize = 2;

pub(super) fn fields() -> Vec<Field> {
    let texts = TEXTS
        .iter()
        .enumerate()
        .map(|(i, &(name, zh, en))| described(Field::new(name, DataType::Utf8, i >= NEVER_NULL), zh, en));
    let year = described(Field::new(YEAR.0, DataType::Int32, true), YEAR.1, YEAR.2);
    let dates = DATES.iter().map(|&(name, zh, en)| described(Field::new(name, DataType::Date32, true), zh, en));
    texts.chain([year]).chain(dates).collect()
}

/// The values of a form in these columns.
pub(super) struct Head<'a> {
    texts: [Option<&'a str>; TEXTS.len()],
    year: Option<i32>,
    dates: [Option<i32>; DATES.len()],
}

impl<'a> Head<'a> {
    pub(super) fn of(form: &'a Form) -> Self {
        let body = form.body.as_ref();
        // There is no column for a basis, and without one an inferred fact would be read back as a stated one.
        let stated = |basis: fn(&Inferred) -> Option<Basis>| body.filter(|body| basis(&body.inferred).is_none());
        let verdict = form.check().verdict();
        Self {
            texts: [
                Some(form.edition.name()),
                Some(verdict.name()),
                body.map(|body| body.name.as_str()),
                stated(|one| one.level).and_then(|body| body.level).map(crate::value::Level::name),
                stated(|one| one.kind).and_then(|body| body.kind).map(crate::value::BodyKind::name),
                stated(|one| one.region).and_then(|body| body.region.as_ref()).map(crate::value::Region::code),
                stated(|one| one.scope).and_then(|body| body.scope).map(crate::value::Scope::name),
                form.source.as_deref(),
            ],
            year: form.year.map(|year| year.number().into()),
            dates: [form.period.map(|period| period.from), form.period.map(|period| period.to), form.published]
                .map(|date| date.map(Date32Type::from_naive_date)),
        }
    }
}

#[derive(Default)]
pub(super) struct HeadBuilder {
    texts: [StringBuilder; TEXTS.len()],
    year: Int32Builder,
    dates: [Date32Builder; DATES.len()],
}

impl HeadBuilder {
    pub(super) fn append(&mut self, head: &Head<'_>, budget: &mut Budget) -> Result<(), ColumnsError> {
        for (column, text) in self.texts.iter_mut().zip(head.texts) {
            budget.spend(text.map_or(0, str::len))?;
            column.append_option(text);
        }
        self.year.append_option(head.year);
        for (column, date) in self.dates.iter_mut().zip(head.dates) {
            column.append_option(date);
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Vec<ArrayRef> {
        let mut arrays: Vec<ArrayRef> = Vec::new();
        arrays.extend(self.texts.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        arrays.push(Arc::new(self.year.finish()));
        arrays.extend(self.dates.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef));
        arrays
    }
}

/// These columns of a batch.
pub(super) struct HeadReader<'a> {
    texts: [&'a StringArray; TEXTS.len()],
    year: &'a Int32Array,
    dates: [&'a Date32Array; DATES.len()],
}

impl<'a> HeadReader<'a> {
    pub(super) fn of(batch: &mut Batch<'a>) -> Result<Self, ColumnsError> {
        let [edition, verdict, name, level, kind, region, scope, source] = TEXTS.map(|(name, ..)| name);
        let mut text = |name| batch.column::<StringArray>(name, &DataType::Utf8);
        let texts = [
            text(edition)?,
            text(verdict)?,
            text(name)?,
            text(level)?,
            text(kind)?,
            text(region)?,
            text(scope)?,
            text(source)?,
        ];
        let year = batch.column::<Int32Array>(YEAR.0, &DataType::Int32)?;
        let [from, to, published] = DATES.map(|(name, ..)| name);
        let mut date = |name| batch.column::<Date32Array>(name, &DataType::Date32);
        let dates = [date(from)?, date(to)?, date(published)?];
        Ok(Self { texts, year, dates })
    }

    /// The edition of a row.
    pub(super) fn edition(&self, row: usize) -> Result<Edition, ColumnsError> {
        self.name(0, row)?.ok_or_else(|| ColumnsError::value(TEXTS[0].0, row, Fault::Missing))
    }

    /// A form without cells. The verdict is not read: it follows from the cells.
    pub(super) fn form(&self, row: usize) -> Result<Form, ColumnsError> {
        let mut form = Form::new(self.edition(row)?);
        if let Some(name) = self.text(2, row) {
            // Letter by letter: `Body::named` leaves out spaces.
            let body = Body {
                name: name.to_owned(),
                level: self.name(3, row)?,
                kind: self.name(4, row)?,
                region: self.name(5, row)?,
                scope: self.name(6, row)?,
                inferred: Inferred::default(),
            };
            form.body = Some(body);
        } else if let Some(column) = (3..SOURCE).find(|&column| self.text(column, row).is_some()) {
            return Err(ColumnsError::value(TEXTS[column].0, row, Fault::Without(TEXTS[2].0)));
        }
        form.source = self.text(SOURCE, row).map(str::to_owned);
        if self.year.is_valid(row) {
            let year = Year::new(self.year.value(row));
            form.year = Some(year.map_err(|fault| ColumnsError::value(YEAR.0, row, fault))?);
        }
        form.period = match (self.date(0, row)?, self.date(1, row)?) {
            (Some(from), Some(to)) => Some(Period { from, to }),
            (None, None) => None,
            (Some(_), None) => return Err(ColumnsError::value(DATES[0].0, row, Fault::Without(DATES[1].0))),
            (None, Some(_)) => return Err(ColumnsError::value(DATES[1].0, row, Fault::Without(DATES[0].0))),
        };
        form.published = self.date(2, row)?;
        Ok(form)
    }

    /// Refuses a row that says anything else than the first row of its form.
    pub(super) fn is_as_in(&self, first: usize, row: usize) -> Result<(), ColumnsError> {
        fn same<A: Array, V: PartialEq>(array: A, value: impl Fn(usize) -> V, first: usize, row: usize) -> bool {
            match (array.is_valid(first), array.is_valid(row)) {
                (true, true) => value(first) == value(row),
                (first, row) => first == row,
            }
        }
        let texts = self.texts.iter().zip(TEXTS);
        let other = texts.map(|(array, (name, ..))| (same(array, |row| array.value(row), first, row), name));
        let year = (same(self.year, |row| self.year.value(row), first, row), YEAR.0);
        let dates = self.dates.iter().zip(DATES);
        let dates = dates.map(|(array, (name, ..))| (same(array, |row| array.value(row), first, row), name));
        match other.chain([year]).chain(dates).find(|(is_same, _)| !is_same) {
            Some((_, column)) => Err(ColumnsError::value(column, row, Fault::NotTheSame)),
            None => Ok(()),
        }
    }

    fn text(&self, column: usize, row: usize) -> Option<&'a str> {
        self.texts[column].is_valid(row).then(|| self.texts[column].value(row))
    }

    fn name<T: std::str::FromStr<Err: Into<Fault>>>(
        &self,
        column: usize,
        row: usize,
    ) -> Result<Option<T>, ColumnsError> {
        let read = |text: &str| text.parse().map_err(|fault| ColumnsError::value(TEXTS[column].0, row, fault));
        self.text(column, row).map(read).transpose()
    }

    fn date(&self, column: usize, row: usize) -> Result<Option<NaiveDate>, ColumnsError> {
        let array = self.dates[column];
        let read = |days: i32| {
            Date32Type::to_naive_date_opt(days)
                .ok_or_else(|| ColumnsError::value(DATES[column].0, row, Fault::Date(days)))
        };
        array.is_valid(row).then(|| read(array.value(row))).transpose()
    }
}
