//! The columns of either layout.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use arrow_array::builder::MapFieldNames;
use arrow_schema::{DataType, Field, Fields, Schema};

use super::field::described;
use super::figure::{DECIMALS, DIGITS, Measure};
use super::head;
use crate::form::{Cell, Edition};
use crate::value::{Axis, Lang};

/// A bitmap of the blank cells of a form.
pub(super) const BLANK: &str = "state.blank";
/// A bitmap of the cells of a form that bear a mark such as `/`.
pub(super) const NOT_APPLICABLE: &str = "state.not_applicable";
/// Printed texts, where a cell prints anything but its plain number.
pub(super) const PRINTED: &str = "printed";

/// The columns of the long layout behind those of the document.
pub(super) const FORM: &str = "form";
pub(super) const PATH: &str = "path";
pub(super) const STATE: &str = "state";
pub(super) const VALUE: &str = "value";
pub(super) const UNIT: &str = "unit";

/// The columns of [`wide`](super::wide): body, year and dates of the form, the outcome of its check, and the cells that the edition prints, or
/// those of both editions for `None`.
///
/// A column of figures is named by the path of its cell. The metadata of its field:
///
/// | key | |
/// |---|---|
/// | `path` | the path of the cell |
/// | `label.zh`, `label.en` | what the form prints beside and above the cell, and the English term |
/// | `edition` | the editions that print the cell |
/// | `unit` | the unit of the numbers in the column, by its name and as printed; not there where the form states none |
/// | `citation` | what the row and the column rest on, in our reading; not there where no article states it |
/// | `bit` | the bit of the cell in `state.blank` and `state.not_applicable`: bit *n* is bit *n* mod 8, from the lowest, of byte *n* / 8 |
///
/// ```
/// use ogi_report::{Edition, columns};
///
/// let schema = columns::schema(Edition::V2021);
/// let amount = schema.field_with_name("proactive.fees.amount")?;
/// assert_eq!(amount.data_type().to_string(), "Decimal128(28, 10)");
/// assert_eq!(amount.metadata()["unit"], "ten_thousand_yuan 万元");
/// assert_eq!(amount.metadata()["label.zh"], "行政事业性收费，本年收费金额（单位：万元）");
/// assert!(schema.field_with_name("proactive.procurement.amount").is_err());
/// assert!(columns::schema(None).field_with_name("proactive.procurement.amount").is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn schema(edition: impl Into<Option<Edition>>) -> Schema {
    let edition = edition.into();
    let mut fields = head::fields();
    fields.extend(columns_of(edition).map(FigureColumn::field));
    fields.push(described(Field::new(BLANK, DataType::Binary, true), "空白的单元格", "the cells that are blank"));
    fields.push(described(
        Field::new(NOT_APPLICABLE, DataType::Binary, true),
        "填“/”等不适用标记的单元格",
        "the cells that are marked as not applicable",
    ));
    fields.push(described(
        Field::new(PRINTED, map(), true),
        "未按规范数字填写的原文",
        "what cells print that is not their number in the plain way",
    ));
    Schema::new_with_metadata(fields, layout("wide"))
}

/// The columns of [`long`](super::long()).
///
/// ```
/// use ogi_report::columns;
///
/// let schema = columns::long_schema();
/// let own: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
/// assert_eq!(own[..3], ["form", "edition", "verdict"]);
/// assert_eq!(own[own.len() - 5..], ["path", "state", "value", "unit", "printed"]);
/// ```
pub fn long_schema() -> Schema {
    let text = |name, nullable| Field::new(name, DataType::Utf8, nullable);
    let mut fields = vec![described(Field::new(FORM, DataType::Int64, false), "表的序号", "the number of the form")];
    fields.extend(head::fields());
    fields.extend([
        described(text(PATH, false), "单元格路径", "the path of the cell"),
        described(text(STATE, false), "填报状态", "what the cell holds"),
        described(
            Field::new(VALUE, DataType::Decimal128(DIGITS, DECIMALS), true),
            "数值",
            "the number, in the unit beside it",
        ),
        described(text(UNIT, true), "计量单位", "the unit of the number"),
        described(
            text(PRINTED, true),
            "未按规范数字填写的原文",
            "what the cell prints, where that is not its number in the plain way",
        ),
    ]);
    Schema::new_with_metadata(fields, layout("long"))
}

fn layout(name: &str) -> HashMap<String, String> {
    HashMap::from([("ogi_report.layout".to_owned(), name.to_owned())])
}

/// A map from the paths of cells to texts.
pub(super) fn map() -> DataType {
    let (keys, values) = map_entries();
    let entries = Field::new("entries", DataType::Struct(Fields::from(vec![keys, values])), false);
    DataType::Map(Arc::new(entries), false)
}

/// The keys and values of the map.
pub(super) fn map_entries() -> (Field, Field) {
    (Field::new("keys", DataType::Utf8, false), Field::new("values", DataType::Utf8, true))
}

/// What the fields of the map are called.
pub(super) fn map_names() -> MapFieldNames {
    let (keys, values) = map_entries();
    MapFieldNames { entry: "entries".to_owned(), key: keys.name().clone(), value: values.name().clone() }
}

/// A column of the wide layout that holds the numbers of a cell.
#[derive(Clone, Debug)]
pub(super) struct FigureColumn {
    pub(super) cell: Cell,
    pub(super) measure: Measure,
    pub(super) name: String,
}

/// The columns of figures of both editions, in printed order.
pub(super) static COLUMNS: LazyLock<Vec<FigureColumn>> = LazyLock::new(|| {
    let columns =
        Cell::ALL.iter().copied().flat_map(|cell| Measure::of(cell).iter().map(move |&measure| (cell, measure)));
    columns
        .map(|(cell, measure)| {
            let suffix = if measure == Measure::WithoutUnit { ".without_unit" } else { "" };
            FigureColumn { cell, measure, name: format!("{cell}{suffix}") }
        })
        .collect()
});

/// The columns of figures of an edition, or of both.
pub(super) fn columns_of(edition: Option<Edition>) -> impl Iterator<Item = &'static FigureColumn> {
    COLUMNS.iter().filter(move |column| edition.is_none_or(|edition| column.cell.is_printed_in(edition)))
}

/// The bit of a cell in the bitmaps of states. Bits are part of the format, as paths are: the cells of a later edition must
/// have bits behind these, wherever they are printed. `docs/codelists/columns.csv` lists them.
pub(super) const fn bit(cell: Cell) -> usize {
    cell.slot()
}

/// Bytes of a bitmap.
pub(super) const BITMAP: usize = Cell::ALL.len().div_ceil(8);

impl FigureColumn {
    fn field(&self) -> Field {
        let Self { cell, measure, name } = self;
        let editions: Vec<&str> =
            Edition::ALL.iter().copied().filter(|&edition| cell.is_printed_in(edition)).map(Edition::name).collect();
        let mut metadata = HashMap::from([
            ("path".to_owned(), cell.to_string()),
            ("label.zh".to_owned(), cell.label(Lang::Zh)),
            ("label.en".to_owned(), cell.label(Lang::En)),
            ("edition".to_owned(), editions.join("; ")),
            ("bit".to_owned(), bit(*cell).to_string()),
        ]);
        metadata.extend(self.unit().map(|unit| ("unit".to_owned(), unit)));
        let citations: Vec<String> = cell.citations().iter().map(ToString::to_string).collect();
        if !citations.is_empty() {
            metadata.insert("citation".to_owned(), citations.join("; "));
        }
        Field::new(name, measure.data_type(), true).with_metadata(metadata)
    }

    /// The unit of the column, by its name and as printed.
    pub(super) fn unit(&self) -> Option<String> {
        self.measure.unit(self.cell).map(|unit| format!("{} {}", unit.name(), unit.label(Lang::Zh)))
    }
}

/// What a cell holds, as the long layout names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Absent,
    Blank,
    NotApplicable,
    Number,
    Text,
}

impl State {
    pub(super) const ALL: [Self; 5] = [Self::Absent, Self::Blank, Self::NotApplicable, Self::Number, Self::Text];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Blank => "blank",
            Self::NotApplicable => "not_applicable",
            Self::Number => "number",
            Self::Text => "text",
        }
    }
}

/// The names of an axis for an expectation.
pub(super) fn unit_name(unit: Option<crate::form::Unit>) -> String {
    unit.map_or_else(|| "none".to_owned(), |unit| Axis::name(unit).to_owned())
}
