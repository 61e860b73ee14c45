//! One row for each file or line that came in.

use std::borrow::Borrow;

use arrow_array::RecordBatch;
use arrow_schema::Schema;

use super::error::ColumnsError;
use super::rows::{Column, Datum, Kind, batch, schema_of};
use crate::check::{RuleCode, Verdict};
use crate::form::Edition;
use crate::intake::{Cause, Source};
use crate::value::{Basis, Body, BodyKind, Inferred, Lang, Level, Region, Scope};

const COLUMNS: [Column; 30] = [
    Column("file", Kind::Text, false, "文件", "the file, and the line of a file of forms"),
    Column("source", Kind::Text, true, "来源", "what the other tables call it"),
    Column("bytes", Kind::Whole, false, "字节数", "bytes of the file or the line"),
    Column("format", Kind::Text, true, "格式", "the format"),
    Column("edition", Kind::Text, true, "表样版本", "edition of the form"),
    Column("edition.basis", Kind::Text, true, "版本依据", "`stated` by the cells, or `assumed`"),
    Column("verdict", Kind::Text, true, "核对结果", "outcome of the check, with the text and by the policy of the run"),
    Column("is_counted", Kind::Flag, false, "是否计入汇总", "whether the form is in the sums of the run"),
    Column("error.cause", Kind::Text, true, "失败原因", "why there is no form, by its name"),
    Column("error.zh", Kind::Text, true, "失败说明（中文）", "the same in words, in Chinese"),
    Column("error.en", Kind::Text, true, "失败说明（英文）", "the same in words, in English"),
    Column("body.name", Kind::Text, true, "报告机关", "reporting body"),
    Column("body.level", Kind::Text, true, "层级", "level of administration"),
    Column("body.level.basis", Kind::Text, true, "层级依据", "`stated`, or inferred from the `name` or the `text`"),
    Column("body.kind", Kind::Text, true, "机关类型", "kind of body"),
    Column("body.kind.basis", Kind::Text, true, "机关类型依据", "`stated`, or inferred from the `name` or the `text`"),
    Column("body.region", Kind::Text, true, "行政区划代码", "code of the administrative division, GB/T 2260"),
    Column(
        "body.region.basis",
        Kind::Text,
        true,
        "行政区划依据",
        "`stated`, or inferred from the `name` or the `text`",
    ),
    Column("body.scope", Kind::Text, true, "统计范围", "whose figures they are"),
    Column("body.scope.basis", Kind::Text, true, "统计范围依据", "`stated`, or inferred from the `name` or the `text`"),
    Column("year", Kind::Whole, true, "报告年度", "reporting year"),
    Column("published", Kind::Date, true, "公布日期", "date of publication"),
    Column("errors", Kind::Whole, true, "错误数", "findings that are errors"),
    Column("warnings", Kind::Whole, true, "提示数", "findings that are warnings"),
    Column("rules", Kind::Texts, true, "涉及的规则", "the rules of these findings"),
    Column("unplaced", Kind::Whole, true, "找不到栏目的数字", "figures of the tables that have no place on the form"),
    Column("versions", Kind::Whole, true, "同一机关同一年度的份数", "sources of this body and year"),
    Column("is_disputed", Kind::Flag, true, "各份数字是否不同", "whether these print different figures"),
    Column("error.is_ours", Kind::Flag, true, "是否程序的过错", "whether the reader failed, and not the file"),
    Column("seconds", Kind::Seconds, true, "用时（秒）", "how long it took"),
];

/// The columns of [`sources`].
///
/// ```
/// let schema = ogi_report::columns::sources_schema();
/// assert_eq!(schema.field(0).name(), "file");
/// ```
pub fn sources_schema() -> Schema {
    schema_of("sources", &COLUMNS)
}

/// What came in, as a batch with a row for each [`Source`].
///
/// `file` is never null and has every file of a run once, so the rows account for all of them. `source` is the column `source` of the other
/// tables; it is null where there is no form.
///
/// # Errors
///
/// If the texts are longer than 2 GiB.
///
/// ```
/// use ogi_report::columns;
/// use ogi_report::intake::{Cause, Failure, Source};
///
/// let failed = Source::new("a.pdf", 12, "pdf").failed(Failure::new(Cause::Damaged, ["损坏", "damaged"]));
/// assert_eq!(columns::sources([&failed])?.num_rows(), 1);
/// # Ok::<(), columns::ColumnsError>(())
/// ```
pub fn sources<S: Borrow<Source>>(sources: impl IntoIterator<Item = S>) -> Result<RecordBatch, ColumnsError> {
    let sources: Vec<S> = sources.into_iter().collect();
    batch("sources", &COLUMNS, sources.iter().map(|source| row(source.borrow())))
}

fn row(source: &Source) -> [Datum<'_>; COLUMNS.len()] {
    let is_read = source.verdict.is_some();
    let failure = source.failure.as_ref();
    let body = source.body.as_ref();
    let [level, kind, region, scope] = [
        body.and_then(|body| body.level).map(Level::name),
        body.and_then(|body| body.kind).map(BodyKind::name),
        body.and_then(|body| body.region.as_ref()).map(Region::code),
        body.and_then(|body| body.scope).map(Scope::name),
    ];
    let basis = |fact: Option<&str>, basis: fn(&Inferred) -> Option<Basis>| {
        let inferred = body.and_then(|body: &Body| basis(&body.inferred));
        fact.map_or(Datum::Null, |_| inferred.map_or("stated", Basis::name).into())
    };
    let of_read = |datum| if is_read { datum } else { Datum::Null };
    let edition_basis = if source.edition_is_assumed { "assumed" } else { "stated" };
    [
        Datum::text(Some(source.file.as_str())),
        Datum::text(source.source.as_deref()),
        Datum::whole(source.bytes),
        Datum::text(Some(source.format.as_str()).filter(|format| !format.is_empty())),
        Datum::text(source.edition.map(Edition::name)),
        Datum::text(source.edition.map(|_| edition_basis)),
        Datum::text(source.verdict.map(Verdict::name)),
        Datum::Flag(source.is_counted),
        Datum::text(failure.map(|failure| failure.cause.name())),
        Datum::text(failure.map(|failure| failure.message.get(Lang::Zh))),
        Datum::text(failure.map(|failure| failure.message.get(Lang::En))),
        Datum::text(body.map(|body| body.name.as_str())),
        Datum::text(level),
        basis(level, |inferred| inferred.level),
        Datum::text(kind),
        basis(kind, |inferred| inferred.kind),
        Datum::text(region),
        basis(region, |inferred| inferred.region),
        Datum::text(scope),
        basis(scope, |inferred| inferred.scope),
        source.year.map_or(Datum::Null, |year| Datum::Whole(year.number().into())),
        source.published.map_or(Datum::Null, Datum::Date),
        of_read(Datum::whole(source.errors)),
        of_read(Datum::whole(source.warnings)),
        of_read(Datum::Texts(source.rules.iter().map(RuleCode::code).collect())),
        of_read(Datum::whole(source.unplaced)),
        of_read(Datum::whole(source.versions)),
        of_read(Datum::Flag(source.is_disputed)),
        failure.map_or(Datum::Null, |failure| Datum::Flag(failure.cause == Cause::Crashed)),
        source.seconds.map_or(Datum::Null, Datum::Seconds),
    ]
}
