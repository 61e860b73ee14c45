//! One row for each finding.

use std::ops::Range;

use arrow_array::RecordBatch;
use arrow_schema::Schema;

use super::error::ColumnsError;
use super::rows::{Column, Datum, Kind, batch, schema_of};
use crate::check::{Evidence, Finding, Operand, Place, Quote, Severity};
#[cfg(feature = "text")]
use crate::extract::Location;
use crate::form::Form;
use crate::value::{Decimal, Lang, Texts};

const COLUMNS: [Column; 17] = [
    Column("source", Kind::Text, true, "来源", "where the form was read from"),
    Column("body.name", Kind::Text, true, "报告机关", "reporting body"),
    Column("year", Kind::Whole, true, "报告年度", "reporting year"),
    Column("edition", Kind::Text, false, "表样版本", "edition of the form"),
    Column("code", Kind::Text, false, "规则代码", "code of the rule"),
    Column("severity", Kind::Text, false, "严重程度", "how grave it is"),
    Column("at", Kind::Text, false, "位置", "`document`, a section, or a cell by its path"),
    Column("cell", Kind::Text, true, "单元格路径", "the path of the cell, if it is one"),
    Column("message.zh", Kind::Text, false, "说明（中文）", "the message in Chinese"),
    Column("message.en", Kind::Text, false, "说明（英文）", "the message in English"),
    Column(
        "figures",
        Kind::Figures,
        true,
        "所据数字",
        "the numbers that show it: their part, what they are of, the value",
    ),
    Column("printed", Kind::Text, true, "所印内容", "what the cell prints, where that is the fault"),
    Column("place.in", Kind::Text, true, "位置所在", "`source`, the page `embedded` in it, or its `text`"),
    Column("place.zh", Kind::Text, true, "在来源中的位置（中文）", "the place in it, in Chinese"),
    Column("place.en", Kind::Text, true, "在来源中的位置（英文）", "the place in it, in English"),
    Column("place.start", Kind::Whole, true, "起始字节", "its first byte, where it is a place in a text"),
    Column("place.end", Kind::Whole, true, "结束字节", "the byte behind its last"),
];

/// Where a cell stands in the source that its form was read from.
///
/// ```
/// use ogi_report::columns::Spot;
///
/// let spot = Spot::new(["第 3 页", "page 3"]);
/// assert_eq!(spot.bytes, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Spot {
    /// The place in words.
    pub label: Texts,
    /// Its bytes, where the source is a text.
    pub bytes: Option<Range<usize>>,
    /// Whether they are those of the page inside the page, `Extraction::embedded`.
    pub is_embedded: bool,
}

impl Spot {
    /// A place in words.
    ///
    /// ```
    /// assert_eq!(ogi_report::columns::Spot::new(["甲", "a"]).label.zh, "甲");
    /// ```
    pub fn new(label: impl Into<Texts>) -> Self {
        Self { label: label.into(), bytes: None, is_embedded: false }
    }
}

#[cfg(feature = "text")]
impl From<&Location> for Spot {
    fn from(at: &Location) -> Self {
        Self { label: Texts::from(Lang::ENTRIES.map(|lang| at.label(lang))), bytes: at.bytes(), is_embedded: false }
    }
}

/// The columns of [`findings`].
///
/// ```
/// assert!(ogi_report::columns::findings_schema().field_with_name("message.zh").is_ok());
/// ```
pub fn findings_schema() -> Schema {
    schema_of("findings", &COLUMNS)
}

/// Findings as a batch with a row for each, beside the form that each is of and the place of its cell in the source.
///
/// `figures` has the numbers of the evidence. The `part` of a number is `left` or `right` of an equation, `compared`, `previous` or `current` of
/// two years, `stated`, `part` or `expected`; `of` is the path of a cell or the name of a subject of the text. A figure of the text has its
/// place in the text.
///
/// # Errors
///
/// If the texts are longer than 2 GiB.
///
/// ```
/// use ogi_report::{Edition, Form, columns};
///
/// let form = Form::new(Edition::V2021);
/// let found = form.check().findings;
/// let batch = columns::findings(found.iter().map(|finding| (&form, finding, None)))?;
/// assert_eq!(batch.num_rows(), found.len());
/// # Ok::<(), columns::ColumnsError>(())
/// ```
pub fn findings<'a>(
    found: impl IntoIterator<Item = (&'a Form, &'a Finding, Option<Spot>)>,
) -> Result<RecordBatch, ColumnsError> {
    batch("findings", &COLUMNS, found.into_iter().map(|(form, finding, spot)| row(form, finding, spot)))
}

fn row<'a>(form: &'a Form, finding: &'a Finding, spot: Option<Spot>) -> [Datum<'a>; COLUMNS.len()] {
    let in_text = match &finding.evidence {
        Evidence::Stated { stated, .. } => Some(spot_of(stated)),
        _ => None,
    };
    let place_in = match (&in_text, &spot) {
        (Some(_), _) => "text".into(),
        (None, Some(Spot { is_embedded: true, .. })) => "embedded".into(),
        (None, Some(_)) => "source".into(),
        (None, None) => Datum::Null,
    };
    let spot = in_text.or(spot);
    let bytes = spot.as_ref().and_then(|spot| spot.bytes.clone());
    let (zh, en) = spot.map(|spot| (spot.label.zh, spot.label.en)).unzip();
    let printed = match &finding.evidence {
        Evidence::Printed { printed } => Some(printed.as_str()),
        _ => None,
    };
    let cell = match finding.at {
        Place::Cell(cell) => Some(cell.to_string()),
        Place::Document | Place::Section(_) => None,
    };
    [
        Datum::text(form.source.as_deref()),
        Datum::text(form.body.as_ref().map(|body| body.name.as_str())),
        form.year.map_or(Datum::Null, |year| Datum::Whole(year.number().into())),
        form.edition.name().into(),
        Datum::text(Some(finding.rule.code())),
        Severity::name(finding.severity).into(),
        Datum::text(Some(finding.at.to_string())),
        Datum::text(cell),
        Datum::text(Some(finding.message(Lang::Zh))),
        Datum::text(Some(finding.message(Lang::En))),
        Datum::Figures(figures(&finding.evidence)),
        Datum::text(printed),
        place_in,
        Datum::text(zh),
        Datum::text(en),
        bytes.as_ref().map_or(Datum::Null, |bytes| Datum::whole(bytes.start)),
        bytes.as_ref().map_or(Datum::Null, |bytes| Datum::whole(bytes.end)),
    ]
}

fn spot_of(quote: &Quote) -> Spot {
    let Range { start, end } = quote.span;
    let label = Texts::new(format!("正文第 {start}–{end} 字节"), format!("bytes {start}–{end} of the text"));
    Spot { label, bytes: Some(start..end), is_embedded: false }
}

/// The numbers of the evidence.
fn figures(evidence: &Evidence) -> Vec<(&'static str, String, Decimal)> {
    let of_cells = |part: &'static str, operands: &[Operand]| -> Vec<_> {
        operands.iter().map(|operand| (part, operand.cell.to_string(), operand.value)).collect()
    };
    let of_text = |part: &'static str, quote: &Quote| (part, quote.subject.name().to_owned(), quote.value);
    match evidence {
        // Of cells and of subjects of the text there are none.
        Evidence::Nothing
        | Evidence::Printed { .. }
        | Evidence::Dates { .. }
        | Evidence::Repeated { .. }
        | Evidence::Length { .. }
        | Evidence::Edition { .. } => Vec::new(),
        Evidence::Unequal { left, right } => [of_cells("left", left), of_cells("right", right)].concat(),
        Evidence::Compared { operands } | Evidence::House { operands, .. } => of_cells("compared", operands),
        Evidence::AcrossYears { previous, current, expected } => {
            let mut figures = [of_cells("previous", previous), of_cells("current", current)].concat();
            let first = current.first().map(|operand| operand.cell.to_string()).unwrap_or_default();
            figures.extend(expected.map(|expected| ("expected", first, expected)));
            figures
        }
        Evidence::Stated { stated, parts, operands, expected, .. } => {
            let mut figures = vec![of_text("stated", stated)];
            figures.extend(parts.iter().map(|quote| of_text("part", quote)));
            figures.extend(of_cells("compared", operands));
            figures.extend(expected.map(|expected| ("expected", stated.subject.name().to_owned(), expected)));
            figures
        }
    }
}
