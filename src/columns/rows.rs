//! Tables beside those of forms: columns by a list, rows of values.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Decimal128Builder, Float64Builder, Int64Builder, ListBuilder, StringBuilder,
    StructBuilder,
};
use arrow_array::types::Date32Type;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Fields, Schema};
use chrono::NaiveDate;

use super::error::ColumnsError;
use super::field::described;
use super::read::Budget;
use crate::value::Decimal;

/// The decimals of a number of any kind, and the digits that its largest has.
const NUMBER: DataType = DataType::Decimal128(38, 12);

/// What a column holds.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    Texts,
    Whole,
    Number,
    Flag,
    Date,
    Seconds,
    /// Numbers, each with its part in the finding and what it is the number of.
    Figures,
}

/// A column: its name, what it holds, whether it may hold nothing, and its label in both languages.
pub(super) struct Column(
    pub(super) &'static str,
    pub(super) Kind,
    pub(super) bool,
    pub(super) &'static str,
    pub(super) &'static str,
);

/// A value of a row.
pub(super) enum Datum<'a> {
    Null,
    Text(Cow<'a, str>),
    Texts(Vec<&'a str>),
    Whole(i64),
    Number(Decimal),
    Flag(bool),
    Date(NaiveDate),
    Seconds(f64),
    Figures(Vec<(&'static str, String, Decimal)>),
}

impl<'a> Datum<'a> {
    /// A text, or nothing.
    pub(super) fn text(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Self::Null, |text| Self::Text(text.into()))
    }

    /// A number of things; more than fits is none.
    pub(super) fn whole(number: impl TryInto<i64>) -> Self {
        number.try_into().map_or(Self::Null, Self::Whole)
    }
}

impl From<&'static str> for Datum<'_> {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

pub(super) fn schema_of(layout: &str, columns: &[Column]) -> Schema {
    let fields = columns.iter().map(|&Column(name, kind, is_nullable, zh, en)| {
        described(Field::new(name, kind.data_type(), is_nullable), zh, en)
    });
    let layout = HashMap::from([("ogi_report.layout".to_owned(), layout.to_owned())]);
    Schema::new_with_metadata(fields.collect::<Vec<_>>(), layout)
}

fn figure_fields() -> Fields {
    Fields::from(vec![
        Field::new("part", DataType::Utf8, false),
        Field::new("of", DataType::Utf8, false),
        Field::new("value", NUMBER, false),
    ])
}

impl Kind {
    fn data_type(self) -> DataType {
        let list = |of| DataType::List(Arc::new(Field::new("item", of, true)));
        match self {
            Self::Text => DataType::Utf8,
            Self::Texts => list(DataType::Utf8),
            Self::Whole => DataType::Int64,
            Self::Number => NUMBER,
            Self::Flag => DataType::Boolean,
            Self::Date => DataType::Date32,
            Self::Seconds => DataType::Float64,
            Self::Figures => list(DataType::Struct(figure_fields())),
        }
    }

    fn builder(self) -> Builder {
        let number = || Decimal128Builder::new().with_data_type(NUMBER);
        match self {
            Self::Text => Builder::Text(StringBuilder::new()),
            Self::Texts => Builder::Texts(ListBuilder::new(StringBuilder::new())),
            Self::Whole => Builder::Whole(Int64Builder::new()),
            Self::Number => Builder::Number(number()),
            Self::Flag => Builder::Flag(BooleanBuilder::new()),
            Self::Date => Builder::Date(Date32Builder::new()),
            Self::Seconds => Builder::Seconds(Float64Builder::new()),
            Self::Figures => {
                let texts = || Box::new(StringBuilder::new());
                let columns = StructBuilder::new(figure_fields(), vec![texts(), texts(), Box::new(number())]);
                Builder::Figures(ListBuilder::new(columns))
            }
        }
    }
}

enum Builder {
    Text(StringBuilder),
    Texts(ListBuilder<StringBuilder>),
    Whole(Int64Builder),
    Number(Decimal128Builder),
    Flag(BooleanBuilder),
    Date(Date32Builder),
    Seconds(Float64Builder),
    Figures(ListBuilder<StructBuilder>),
}

impl Builder {
    fn push(&mut self, datum: Datum<'_>, budget: &mut Budget) -> Result<(), ColumnsError> {
        match (self, datum) {
            (Self::Text(builder), Datum::Text(text)) => {
                budget.spend(text.len())?;
                builder.append_value(text);
            }
            (Self::Texts(builder), Datum::Texts(texts)) => {
                for text in texts {
                    budget.spend(text.len())?;
                    builder.values().append_value(text);
                }
                builder.append(true);
            }
            (Self::Whole(builder), Datum::Whole(number)) => builder.append_value(number),
            (Self::Number(builder), Datum::Number(number)) => builder.append_value(number.scaled()),
            (Self::Flag(builder), Datum::Flag(flag)) => builder.append_value(flag),
            (Self::Date(builder), Datum::Date(date)) => builder.append_value(Date32Type::from_naive_date(date)),
            (Self::Seconds(builder), Datum::Seconds(seconds)) => builder.append_value(seconds),
            (Self::Figures(builder), Datum::Figures(figures)) => push_figures(builder, figures, budget)?,
            (builder, Datum::Null) => builder.push_null(),
            // A row that does not fit its columns must not pass for one without the value.
            _ => return Err(ColumnsError::NoBatch("a value of another type than its column".to_owned())),
        }
        Ok(())
    }

    fn push_null(&mut self) {
        match self {
            Self::Text(builder) => builder.append_null(),
            Self::Texts(builder) => builder.append(false),
            Self::Whole(builder) => builder.append_null(),
            Self::Number(builder) => builder.append_null(),
            Self::Flag(builder) => builder.append_null(),
            Self::Date(builder) => builder.append_null(),
            Self::Seconds(builder) => builder.append_null(),
            Self::Figures(builder) => builder.append(false),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(builder) => Arc::new(builder.finish()),
            Self::Texts(builder) => Arc::new(builder.finish()),
            Self::Whole(builder) => Arc::new(builder.finish()),
            Self::Number(builder) => Arc::new(builder.finish()),
            Self::Flag(builder) => Arc::new(builder.finish()),
            Self::Date(builder) => Arc::new(builder.finish()),
            Self::Seconds(builder) => Arc::new(builder.finish()),
            Self::Figures(builder) => Arc::new(builder.finish()),
        }
    }
}

fn push_figures(
    list: &mut ListBuilder<StructBuilder>,
    figures: Vec<(&'static str, String, Decimal)>,
    budget: &mut Budget,
) -> Result<(), ColumnsError> {
    for (part, of, value) in figures {
        budget.spend(part.len() + of.len())?;
        let entry = list.values();
        for (column, text) in [part, &of].into_iter().enumerate() {
            if let Some(builder) = entry.field_builder::<StringBuilder>(column) {
                builder.append_value(text);
            }
        }
        if let Some(builder) = entry.field_builder::<Decimal128Builder>(2) {
            builder.append_value(value.scaled());
        }
        entry.append(true);
    }
    list.append(true);
    Ok(())
}

/// A batch of rows, each with a value for every column.
pub(super) fn batch<'a, const N: usize>(
    layout: &str,
    columns: &[Column; N],
    rows: impl Iterator<Item = [Datum<'a>; N]>,
) -> Result<RecordBatch, ColumnsError> {
    let mut builders: Vec<Builder> = columns.iter().map(|column| column.1.builder()).collect();
    let mut budget = Budget::default();
    for row in rows {
        for (builder, datum) in builders.iter_mut().zip(row) {
            builder.push(datum, &mut budget)?;
        }
    }
    let arrays = builders.iter_mut().map(Builder::finish).collect();
    let schema = Arc::new(schema_of(layout, columns));
    RecordBatch::try_new(schema, arrays).map_err(|e| ColumnsError::NoBatch(e.to_string()))
}
