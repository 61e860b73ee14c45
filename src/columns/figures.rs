//! One row for each figure of a text.

use std::ops::Range;

use arrow_array::RecordBatch;
use arrow_schema::Schema;

use super::error::ColumnsError;
use super::rows::{Column, Datum, Kind, batch, schema_of};
use crate::form::{Form, Unit};
use crate::narrative::{Confidence, Figure, Measure, Narrative, Subject, Unplaced};
use crate::value::Lang;

const COLUMNS: [Column; 17] = [
    Column("source", Kind::Text, true, "来源", "where the text was read from"),
    Column("body.name", Kind::Text, true, "报告机关", "reporting body"),
    Column("year", Kind::Whole, true, "报告年度", "reporting year"),
    Column("state", Kind::Text, false, "归类", "`attributed`, an `activity` that no table counts, or `unplaced`"),
    Column("subject", Kind::Text, true, "所指", "what it counts, by its name"),
    Column("subject.zh", Kind::Text, true, "所指（中文）", "what it counts, in Chinese"),
    Column("subject.en", Kind::Text, true, "所指（英文）", "what it counts, in English"),
    Column("name", Kind::Text, true, "原文名称", "the words that name it, for one of the report's own list"),
    Column("measure", Kind::Text, true, "含义", "a count, a share in percent, or a change"),
    Column("value", Kind::Number, true, "数值", "the number; none if the digits do not say which"),
    Column("unit", Kind::Text, true, "单位", "the unit, where the form knows it"),
    Column("is_approximate", Kind::Flag, true, "是否约数", "whether the text calls it approximate"),
    Column("confidence", Kind::Text, true, "归类依据", "what it was attributed by"),
    Column("printed", Kind::Text, true, "原文数字", "what the text prints"),
    Column("sentence", Kind::Text, true, "原文句子", "its sentence"),
    Column("start", Kind::Whole, false, "起始字节", "its first byte of the text"),
    Column("end", Kind::Whole, false, "结束字节", "the byte behind its last"),
];

/// The columns of [`figures`].
///
/// ```
/// assert!(ogi_report::columns::figures_schema().field_with_name("sentence").is_ok());
/// ```
pub fn figures_schema() -> Schema {
    schema_of("figures", &COLUMNS)
}

/// The figures that texts state as a batch with a row for each, attributed or not, in the order of the text: a narrative beside the form of
/// its report and the text whose bytes it counts.
///
/// # Errors
///
/// If the texts are longer than 2 GiB.
///
/// ```
/// use ogi_report::narrative::Narrative;
/// use ogi_report::{Edition, Form, columns};
///
/// let text = "全年收到政府信息公开申请5件，收到参保申请表5600件。";
/// let (form, narrative) = (Form::new(Edition::V2021), Narrative::from_text(text));
/// // 5 is attributed, and 5600 is not.
/// assert_eq!(columns::figures([(&form, &narrative, text)])?.num_rows(), 2);
/// # Ok::<(), columns::ColumnsError>(())
/// ```
pub fn figures<'a>(
    texts: impl IntoIterator<Item = (&'a Form, &'a Narrative, &'a str)>,
) -> Result<RecordBatch, ColumnsError> {
    let rows = texts.into_iter().flat_map(|(form, narrative, text)| {
        let mut stated: Vec<Stated<'a>> = Vec::new();
        stated.extend(narrative.figures.iter().map(|figure| Stated::Figure("attributed", figure)));
        stated.extend(narrative.activities.iter().map(|figure| Stated::Figure("activity", figure)));
        stated.extend(narrative.unplaced.iter().map(Stated::Unplaced));
        stated.sort_by_key(|stated| stated.spans().0.start);
        stated.into_iter().map(move |stated| row(form, &stated, text))
    });
    batch("figures", &COLUMNS, rows)
}

enum Stated<'a> {
    Figure(&'static str, &'a Figure),
    Unplaced(&'a Unplaced),
}

impl Stated<'_> {
    /// The bytes of the number and those of its sentence.
    fn spans(&self) -> (&Range<usize>, &Range<usize>) {
        match self {
            Self::Figure(_, figure) => (&figure.span, &figure.sentence),
            Self::Unplaced(unplaced) => (&unplaced.span, &unplaced.sentence),
        }
    }
}

fn row<'a>(form: &'a Form, stated: &Stated<'a>, text: &'a str) -> [Datum<'a>; COLUMNS.len()] {
    let (span, sentence) = stated.spans();
    let (state, figure, value) = match *stated {
        Stated::Figure(state, figure) => (state, Some(figure), Some(figure.value)),
        Stated::Unplaced(unplaced) => ("unplaced", None, unplaced.value),
    };
    let subject = figure.map(|figure| figure.subject);
    [
        Datum::text(form.source.as_deref()),
        Datum::text(form.body.as_ref().map(|body| body.name.as_str())),
        form.year.map_or(Datum::Null, |year| Datum::Whole(year.number().into())),
        state.into(),
        Datum::text(subject.map(Subject::name)),
        Datum::text(subject.map(|subject| subject.label(Lang::Zh))),
        Datum::text(subject.map(|subject| subject.label(Lang::En))),
        Datum::text(figure.and_then(|figure| figure.name.as_deref())),
        Datum::text(figure.map(|figure| Measure::name(figure.measure))),
        value.map_or(Datum::Null, Datum::Number),
        Datum::text(figure.and_then(|figure| figure.unit).map(Unit::name)),
        figure.map_or(Datum::Null, |figure| Datum::Flag(figure.is_approximate)),
        Datum::text(figure.map(|figure| Confidence::name(figure.confidence))),
        Datum::text(text.get(span.clone())),
        Datum::text(text.get(sentence.clone())),
        Datum::whole(span.start),
        Datum::whole(span.end),
    ]
}
