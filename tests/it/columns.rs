//! Forms as columns, and back: what was printed is the same again, and sums over columns are `Totals`.

use std::sync::Arc;

use arrow_array::builder::{
    LargeListBuilder, LargeStringBuilder, MapBuilder, MapFieldNames, StringBuilder, StructBuilder,
};
use arrow_array::cast::AsArray as _;
use arrow_array::types::{Date32Type, Decimal128Type, Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, Date32Array, Decimal128Array, DictionaryArray, Float64Array,
    Int32Array, Int64Array, LargeBinaryArray, LargeStringArray, ListArray, MapArray, RecordBatch, StringArray,
    StringViewArray,
};
use arrow_schema::{DataType, Field, Schema};
use chrono::NaiveDate;
use ogi_report::columns::{self, ColumnsError};
use ogi_report::form::CellKind;
use ogi_report::{
    Applicant, Body, Cell, Column, Decimal, Edition, Filed, Form, Period, ProactiveCell, Report, RequestRow, Totals,
    Year,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::generated::codelist;
use crate::strategies::{body, filed, report};

const AMOUNTS: [Cell; 2] =
    [Cell::Proactive(ProactiveCell::FeesAmount), Cell::Proactive(ProactiveCell::ProcurementAmount)];

fn date() -> impl Strategy<Value = NaiveDate> {
    (1..3_000_000_i32).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).expect("a day"))
}

/// Amounts in every unit and spelling.
fn printed_amount() -> impl Strategy<Value = Filed> {
    "[0-9]{1,14}(\\.[0-9]{1,8})?(元|万元|（元）|（含罚没）)?".prop_map(Filed::printed)
}

/// Cells of either edition with anything in them.
fn cells() -> impl Strategy<Value = Vec<(Cell, Filed)>> {
    let any_cell = (select(Cell::ALL), filed());
    let amount = (select(AMOUNTS.as_slice()), printed_amount());
    vec(prop_oneof![20 => any_cell, 1 => amount], 0..250)
}

/// Any form, whether it makes sense or not.
fn form() -> impl Strategy<Value = Form> {
    let edition = select(Edition::ALL);
    let named = ("\\PC{0,12}", body()).prop_map(|(name, body)| Body { name, ..body });
    let year = option::of((2008..3000_i64).prop_map(|year| Year::new(year).expect("a reporting year")));
    let period = option::of((date(), date()).prop_map(|(from, to)| Period { from, to }));
    (edition, option::of(named), year, period, option::of(date()), cells()).prop_map(
        |(edition, body, year, period, published, cells)| {
            let mut form = Form::new(edition);
            (form.body, form.year, form.period, form.published) = (body, year, period, published);
            form.source = form.body.as_ref().map(|body| format!("{}.html", body.name));
            for (cell, filed) in cells {
                form.set(cell, filed);
            }
            form
        },
    )
}

/// A report as somebody may print it: some numbers with a unit or a note, some totals blank.
fn printed_report() -> impl Strategy<Value = Form> {
    (report(), vec((any::<Index>(), 0..4_u8), 0..12)).prop_map(|(report, changes)| {
        let mut form = Form::from(&report);
        let cells: Vec<Cell> = form.cells().map(|(cell, _)| cell).collect();
        for (which, change) in changes {
            let cell = *which.get(&cells);
            let Some(number) = form.get(cell).map(|filed| filed.as_printed().into_owned()) else { continue };
            if cell.kind() != CellKind::Count || number == "/" {
                continue;
            }
            match change {
                0 => form.set(cell, format!("{number}件").as_str()),
                1 => form.set(cell, format!(" {number}").as_str()),
                2 => form.set(cell, format!("{number}（含街道）").as_str()),
                _ if cell.is_total() => form.set(cell, Filed::blank()),
                _ => None,
            };
        }
        form
    })
}

/// The sum of a column of whole numbers over the forms that hold; `None` if it has no number.
fn sum(batch: &RecordBatch, column: &str) -> Option<i64> {
    let verdict = batch["verdict"].as_string::<i32>();
    let numbers = batch[column].as_primitive::<Int64Type>();
    let held = (0..batch.num_rows()).filter(|&row| verdict.value(row) == "holds" && numbers.is_valid(row));
    held.map(|row| numbers.value(row)).reduce(|a, b| a + b)
}

/// As [`sum`], with six decimals.
fn sum_of_amounts(batch: &RecordBatch, column: &str) -> Option<i128> {
    let verdict = batch["verdict"].as_string::<i32>();
    let numbers = batch[column].as_primitive::<Decimal128Type>();
    let held = (0..batch.num_rows()).filter(|&row| verdict.value(row) == "holds" && numbers.is_valid(row));
    held.map(|row| numbers.value(row)).reduce(|a, b| a + b)
}

/// A sum in millionths as the number that it is.
fn millionths(sum: Option<i128>) -> Option<Decimal> {
    sum.map(|sum| format!("{}.{:06}", sum / 1_000_000, sum % 1_000_000).parse().expect("a number"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn forms_survive_the_wide_columns(forms in vec(form(), 0..4)) {
        let batch = columns::wide(&forms).unwrap();
        prop_assert_eq!(batch.schema_ref().as_ref(), &columns::schema(None));
        prop_assert_eq!(columns::forms(&batch).unwrap(), forms);
    }

    #[test]
    fn forms_survive_the_long_columns(forms in vec(form(), 0..3), first: u32) {
        let batch = columns::long(first, &forms).unwrap();
        prop_assert_eq!(batch.schema_ref().as_ref(), &columns::long_schema());
        prop_assert_eq!(columns::forms_of_long(&batch).unwrap(), forms);
    }

    #[test]
    fn forms_of_one_edition_survive_its_columns(mut form in form()) {
        let others: Vec<Cell> = form.cells().map(|(c, _)| c).filter(|c| !c.is_printed_in(form.edition)).collect();
        let refused = columns::wide_in(form.edition, [&form]);
        prop_assert_eq!(refused.is_err(), !others.is_empty());
        for cell in others {
            form.remove(cell);
        }
        let batch = columns::wide_in(form.edition, [&form]).unwrap();
        prop_assert_eq!(batch.schema_ref().as_ref(), &columns::schema(form.edition));
        prop_assert_eq!(columns::forms(&batch).unwrap(), [form]);
    }

    #[test]
    fn sums_over_columns_are_totals(forms in vec(prop_oneof![3 => printed_report(), 1 => form()], 0..5)) {
        let batch = columns::wide(&forms).unwrap();
        let reports: Vec<Report> = forms.iter().filter_map(|form| form.clone().verify().ok()).collect();
        let totals: Totals = reports.iter().sum();
        for cell in Cell::ALL.iter().copied().filter(|cell| !cell.is_total()) {
            match (cell, cell.kind()) {
                (_, CellKind::Count) => {
                    let sum = sum(&batch, &cell.to_string()).map(|sum| u64::try_from(sum).unwrap());
                    prop_assert_eq!(sum, totals.count(cell), "{}", cell);
                }
                (Cell::Proactive(change), CellKind::Change) => {
                    prop_assert_eq!(sum(&batch, &cell.to_string()), totals.change(change), "{}", cell);
                }
                _ => {}
            }
        }
        // 万元 with ten decimals is 元 with six.
        let fees = sum_of_amounts(&batch, "proactive.fees.amount");
        prop_assert_eq!(millionths(fees), totals.amount(ProactiveCell::FeesAmount).and_then(|sum| sum.yuan()));
        let procured = totals.amount(ProactiveCell::ProcurementAmount);
        let with_unit = sum_of_amounts(&batch, "proactive.procurement.amount");
        prop_assert_eq!(millionths(with_unit), procured.and_then(|sum| sum.yuan()));
        let without = sum_of_amounts(&batch, "proactive.procurement.amount.without_unit");
        prop_assert_eq!(millionths(without), procured.and_then(|sum| sum.of_no_unit()));
    }

    #[test]
    fn what_has_no_number_is_null_and_never_0(form in form()) {
        let batch = columns::wide([&form]).unwrap();
        for cell in Cell::ALL.iter().copied().filter(|cell| cell.kind() != CellKind::Amount) {
            let column = batch[cell.to_string().as_str()].as_primitive::<Int64Type>();
            let says_number = matches!(form.get(cell).map(Filed::value), Some(ogi_report::form::Value::Number { .. }));
            // 增3 is a number to the rules.
            let is_change = cell.kind() == CellKind::Change;
            prop_assert!(says_number || is_change || column.is_null(0), "{}", cell);
            if column.is_valid(0) && column.value(0) == 0 {
                let printed = form.get(cell).unwrap().as_printed();
                prop_assert!(printed.contains(['0', '０']), "{}: {}", cell, printed);
            }
        }
    }

    #[test]
    fn any_numbers_are_read_or_refused(
        which in select(Cell::ALL),
        number in prop_oneof![any::<i64>(), -5..5_i64],
        amount in -10_i128.pow(27)..10_i128.pow(27),
    ) {
        let batch = columns::wide([Form::new(Edition::V2021)]).unwrap();
        let column = which.to_string();
        let array: ArrayRef = match batch[column.as_str()].data_type() {
            DataType::Int64 => Arc::new(Int64Array::from(vec![number])),
            DataType::Decimal128(p, s) => {
                Arc::new(Decimal128Array::from(vec![amount]).with_precision_and_scale(*p, *s).unwrap())
            }
            other => panic!("{other}"),
        };
        let batch = with(&batch, &column, array);
        match columns::forms(&batch) {
            Ok(forms) => prop_assert_eq!(columns::wide(&forms).unwrap(), with_verdicts_of(&batch, &forms)),
            Err(e) => prop_assert!(e.to_string().starts_with(&format!("column `{column}`, row 0: ")), "{}", e),
        }
    }
}

/// The batch with another column of that name.
fn with(batch: &RecordBatch, column: &str, array: ArrayRef) -> RecordBatch {
    let schema = batch.schema();
    let (index, field) = schema.column_with_name(column).unwrap();
    let mut fields: Vec<Field> = schema.fields().iter().map(|field| field.as_ref().clone()).collect();
    fields[index] = field.clone().with_data_type(array.data_type().clone()).with_nullable(true);
    let mut arrays = batch.columns().to_vec();
    arrays[index] = array;
    RecordBatch::try_new(Arc::new(Schema::new_with_metadata(fields, schema.metadata().clone())), arrays).unwrap()
}

/// The batch with the verdicts that the forms have, and the layout's own schema.
fn with_verdicts_of(batch: &RecordBatch, forms: &[Form]) -> RecordBatch {
    let verdicts: StringArray = forms.iter().map(|form| Some(form.check().verdict().name())).collect();
    let batch = with(batch, "verdict", Arc::new(verdicts));
    RecordBatch::try_new(Arc::new(columns::schema(None)), batch.columns().to_vec()).unwrap()
}

fn without(batch: &RecordBatch, columns: &[&str]) -> RecordBatch {
    let schema = batch.schema();
    let kept: Vec<usize> =
        (0..batch.num_columns()).filter(|&i| !columns.contains(&schema.field(i).name().as_str())).collect();
    batch.project(&kept).unwrap()
}

fn report_of(edition: Edition) -> Form {
    let year = i64::from(edition.years().start().number());
    let mut form = Form::from(&Report::new(Body::named("某某局"), Year::new(year).unwrap()));
    form.set(Cell::request(RequestRow::Received, Applicant::NaturalPerson), 0_u32);
    form
}

/// A batch of two forms of 2021.
fn batch() -> RecordBatch {
    columns::wide([report_of(Edition::V2021), report_of(Edition::V2021)]).unwrap()
}

#[track_caller]
fn refuses(batch: &RecordBatch, message: &str) {
    assert_eq!(columns::forms(batch).unwrap_err().to_string(), message);
}

fn whole(second: i64) -> ArrayRef {
    Arc::new(Int64Array::from(vec![0, second]))
}

fn texts(second: Option<&str>) -> ArrayRef {
    Arc::new(StringArray::from(vec![Some("某某局"), second]))
}

fn bits(second: &[u8]) -> ArrayRef {
    Arc::new(BinaryArray::from_opt_vec(vec![None, Some(second)]))
}

fn map(entries: &[(&str, Option<&str>)]) -> ArrayRef {
    let names = MapFieldNames { entry: "entries".to_owned(), key: "keys".to_owned(), value: "values".to_owned() };
    let mut map = MapBuilder::new(Some(names), StringBuilder::new(), StringBuilder::new());
    map.append(false).unwrap();
    for (path, text) in entries {
        map.keys().append_value(path);
        map.values().append_option(*text);
    }
    map.append(true).unwrap();
    Arc::new(map.finish())
}

#[test]
fn real_reports_survive() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");
    let mut paths: Vec<_> = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| serde_json::from_slice::<Form>(&std::fs::read(path).unwrap()).unwrap();
    let forms: Vec<Form> = paths.iter().map(read).collect();
    assert!(forms.len() > 10);
    assert_eq!(columns::forms(&columns::wide(&forms).unwrap()).unwrap(), forms);
    assert_eq!(columns::forms_of_long(&columns::long(0, &forms).unwrap()).unwrap(), forms);
}

#[test]
fn a_blank_a_mark_and_what_is_absent_are_told_apart() {
    let cell = |name: &str| name.parse::<Cell>().unwrap();
    let mut form = Form::new(Edition::V2021);
    form.set(cell("proactive.rules.issued"), "/");
    form.set(cell("proactive.rules.repealed"), "—");
    form.set(cell("proactive.licensing.decisions"), Filed::blank());
    form.set(cell("proactive.penalties.decisions"), "无");
    form.set(cell("proactive.coercion.decisions"), "12件");
    let batch = columns::wide([&form]).unwrap();
    let bit = |column: &str, path: &str| {
        let schema = batch.schema();
        let bit: usize = schema.field_with_name(path).unwrap().metadata()["bit"].parse().unwrap();
        batch[column].as_binary::<i32>().value(0)[bit / 8] & (1 << (bit % 8)) != 0
    };
    for (path, is_blank, is_marked) in [
        ("proactive.rules.issued", false, true),
        ("proactive.rules.repealed", false, true),
        ("proactive.rules.in_force", false, false),
        ("proactive.licensing.decisions", true, false),
        ("proactive.penalties.decisions", false, false),
        ("proactive.coercion.decisions", false, false),
    ] {
        assert_eq!((bit("state.blank", path), bit("state.not_applicable", path)), (is_blank, is_marked), "{path}");
        assert_eq!(batch[path].is_null(0), path != "proactive.coercion.decisions", "{path}");
    }
    let printed = batch["printed"].as_map();
    let pairs: Vec<_> = printed.keys().as_string::<i32>().iter().zip(printed.values().as_string::<i32>()).collect();
    assert_eq!(
        pairs,
        [
            (Some("proactive.rules.repealed"), Some("—")),
            (Some("proactive.penalties.decisions"), Some("无")),
            (Some("proactive.coercion.decisions"), Some("12件")),
        ]
    );

    let neither = columns::wide([Form::new(Edition::V2021)]).unwrap();
    assert!(["state.blank", "state.not_applicable", "printed"].iter().all(|&column| neither[column].is_null(0)));

    let batch = columns::long(7, [&form]).unwrap();
    let column = |name: &str| batch[name].as_string::<i32>().clone();
    let (paths, states) = (column("path"), column("state"));
    let state = |path: &str| states.value(paths.iter().position(|p| p == Some(path)).unwrap());
    assert_eq!(state("proactive.rules.issued"), "not_applicable");
    assert_eq!(state("proactive.rules.in_force"), "absent");
    assert_eq!(state("proactive.licensing.decisions"), "blank");
    assert_eq!(state("proactive.penalties.decisions"), "text");
    assert_eq!(state("proactive.coercion.decisions"), "number");
    assert_eq!(batch["form"].as_primitive::<Int64Type>().value(0), 7);
}

#[test]
fn amounts_are_in_one_unit_a_column() {
    let read = |cell: ProactiveCell, printed: &str| {
        let mut form = Form::new(Edition::V2021);
        form.set(Cell::Proactive(cell), printed);
        let batch = columns::wide([&form]).unwrap();
        assert_eq!(columns::forms(&batch).unwrap(), [form]);
        let path = format!("proactive.{}", cell.name());
        let show = |column: &str| {
            let column = batch[column].as_primitive::<Decimal128Type>();
            column.is_valid(0).then(|| column.value_as_string(0))
        };
        (show(&path), (cell == ProactiveCell::ProcurementAmount).then(|| show(&format!("{path}.without_unit"))))
    };
    let some = |text: &str| Some(text.to_owned());
    let fees = |printed| read(ProactiveCell::FeesAmount, printed).0;
    assert_eq!(fees("24252.311082"), some("24252.3110820000"));
    assert_eq!(fees("251000元"), some("25.1000000000"));
    assert_eq!(fees("0.000001元"), some("0.0000000001"));
    assert_eq!(fees("9223372036854.775807"), some("9223372036854.7758070000"));
    assert_eq!(fees("-1"), None);
    let procured = |printed| read(ProactiveCell::ProcurementAmount, printed);
    assert_eq!(procured("8040"), (None, Some(some("8040.000000"))));
    assert_eq!(procured("75394432.52元"), (some("75394432.520000"), Some(None)));
    assert_eq!(procured("25.1万元"), (some("251000.000000"), Some(None)));
}

#[test]
fn the_one_plain_way_needs_no_text_beside_the_number() {
    let prints = |cell: ProactiveCell, printed: &str| {
        let mut form = Form::new(Edition::V2021);
        form.set(Cell::Proactive(cell), printed);
        let (wide, long) = (columns::wide([&form]).unwrap(), columns::long(0, [&form]).unwrap());
        let prints = wide["printed"].is_valid(0);
        // The long layout has a text for every mark.
        assert_eq!(long["printed"].null_count() < long.num_rows(), prints || printed == "/", "{cell:?} {printed}");
        prints
    };
    for (cell, plain, other) in [
        (ProactiveCell::LicensingDecisions, "12", "12件"),
        (ProactiveCell::RulesIssued, "/", "—"),
        (ProactiveCell::FeesAmount, "25.1", "25.10"),
        (ProactiveCell::FeesAmount, "0", "251000元"),
        (ProactiveCell::ProcurementAmount, "8040", "8040.0"),
        (ProactiveCell::ProcurementAmount, "75394432.52元", "25.1万元"),
    ] {
        assert_eq!((prints(cell, plain), prints(cell, other)), (false, true), "{cell:?}");
    }
}

#[test]
fn columns_in_another_order_or_of_one_edition_are_read() {
    let forms = [report_of(Edition::V2021), report_of(Edition::V2021)];
    let batch = columns::wide(&forms).unwrap();
    let turned: Vec<usize> = (0..batch.num_columns()).rev().collect();
    assert_eq!(columns::forms(&batch.project(&turned).unwrap()).unwrap(), forms);
    // A file from before an edition has no columns of its cells.
    let of_2019: Vec<String> = Cell::ALL
        .iter()
        .copied()
        .filter(|cell| !cell.is_printed_in(Edition::V2021))
        .map(|cell| cell.to_string())
        .chain(["proactive.procurement.amount.without_unit".to_owned()])
        .collect();
    let of_2019: Vec<&str> = of_2019.iter().map(String::as_str).collect();
    assert_eq!(columns::forms(&without(&batch, &of_2019)).unwrap(), forms);
    // Programs drop the metadata of fields.
    let fields: Vec<Field> = batch
        .schema()
        .fields()
        .iter()
        .map(|f| f.as_ref().clone().with_metadata(std::collections::HashMap::new()))
        .collect();
    let bare = RecordBatch::try_new(Arc::new(Schema::new(fields)), batch.columns().to_vec()).unwrap();
    assert_eq!(columns::forms(&bare).unwrap(), forms);
}

#[test]
fn foreign_columns_are_refused_by_name() {
    refuses(
        &without(&batch(), &["requests.received.total"]),
        "there is no column `requests.received.total`, expected one of type Int64",
    );
    let mixed = columns::wide([report_of(Edition::V2021), report_of(Edition::V2019)]).unwrap();
    refuses(
        &without(&mixed, &["proactive.fees.change"]),
        "there is no column `proactive.fees.change`, expected one of type Int64",
    );
    refuses(&without(&batch(), &["year"]), "there is no column `year`, expected one of type Int32");
    let schema = batch().schema();
    let more = |name: &str| {
        let mut fields: Vec<Field> = schema.fields().iter().map(|field| field.as_ref().clone()).collect();
        fields.push(Field::new(name, DataType::Int64, true));
        let mut arrays = batch().columns().to_vec();
        arrays.push(whole(1));
        RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap()
    };
    refuses(
        &more("requests.received.lawyer"),
        "the column `requests.received.lawyer` is none of this layout, expected it to be left out",
    );
    refuses(&more("requests.received.total"), "the column `requests.received.total` is there twice, expected once");
    let floats = Arc::new(Float64Array::from(vec![0.0, 1.0]));
    refuses(
        &with(&batch(), "requests.received.total", floats),
        "the column `requests.received.total` is of type Float64, expected Int64",
    );
    let coarse = Arc::new(Decimal128Array::from(vec![0, 1]).with_precision_and_scale(28, 6).unwrap());
    refuses(
        &with(&batch(), "proactive.fees.amount", coarse),
        "the column `proactive.fees.amount` is of type Decimal128(28, 6), expected Decimal128(28, 10)",
    );
}

#[test]
fn metadata_that_says_otherwise_is_refused() {
    let stating = |key: &str, value: &str| {
        let batch = batch();
        let mut fields: Vec<Field> = batch.schema().fields().iter().map(|field| field.as_ref().clone()).collect();
        let field = fields.iter_mut().find(|field| field.name() == "proactive.fees.amount").unwrap();
        let mut metadata = field.metadata().clone();
        metadata.insert(key.to_owned(), value.to_owned());
        field.set_metadata(metadata);
        RecordBatch::try_new(Arc::new(Schema::new(fields)), batch.columns().to_vec()).unwrap()
    };
    refuses(&stating("bit", "3"), "the column `proactive.fees.amount` states the bit 3, expected 26");
    refuses(
        &stating("unit", "yuan 元"),
        "the column `proactive.fees.amount` states the unit yuan 元, expected ten_thousand_yuan 万元",
    );
}

#[test]
fn values_that_cannot_be_are_refused_by_column_and_row() {
    let batch = batch();
    let path = "requests.received.natural_person";
    refuses(
        &with(&batch, path, whole(-5)),
        "column `requests.received.natural_person`, row 1: -5 is nothing that the cell can hold, expected a whole \
         number from 0 to 4294967295",
    );
    refuses(
        &with(&batch, path, whole(4_294_967_296)),
        "column `requests.received.natural_person`, row 1: 4294967296 is nothing that the cell can hold, expected a \
         whole number from 0 to 4294967295",
    );
    let amounts =
        |second| Arc::new(Decimal128Array::from(vec![0, second]).with_precision_and_scale(28, 10).unwrap()) as ArrayRef;
    refuses(
        &with(&batch, "proactive.fees.amount", amounts(-10_000)),
        "column `proactive.fees.amount`, row 1: -0.000001 is nothing that the cell can hold, expected an amount from 0 \
         to 9223372036854.775807 with at most six decimals",
    );
    refuses(
        &with(&batch, "proactive.fees.amount", amounts(1)),
        "column `proactive.fees.amount`, row 1: 0.0000000001 is nothing that the cell can hold, expected an amount \
         from 0 to 9223372036854.775807 with at most six decimals",
    );
    let editions = |second| Arc::new(StringArray::from(vec![Some("2021"), second])) as ArrayRef;
    refuses(
        &with(&batch, "edition", editions(Some("2024"))),
        "column `edition`, row 1: unknown name `2024`, expected one of 2019, 2021",
    );
    refuses(
        &with(&batch, "edition", editions(None)),
        "column `edition`, row 1: nothing stands there, expected a value",
    );
    let level: ArrayRef = Arc::new(StringArray::from(vec![None, Some("city")]));
    refuses(
        &with(&batch, "body.level", level),
        "column `body.level`, row 1: unknown name `city`, expected one of national, provincial, prefectural, county, \
         township",
    );
    let region: ArrayRef = Arc::new(StringArray::from(vec![None, Some("3707")]));
    refuses(
        &with(&batch, "body.region", region.clone()),
        "column `body.region`, row 1: `3707` is not a code of an administrative division, expected 6 or 9 digits",
    );
    refuses(
        &with(&with(&batch, "body.name", texts(None)), "body.region", region),
        "column `body.region`, row 1: a value stands there, expected none without `body.name`",
    );
    let years: ArrayRef = Arc::new(Int32Array::from(vec![2021, 202]));
    refuses(&with(&batch, "year", years), "column `year`, row 1: 202 is not a reporting year, expected 2008 to 2999");
    let dates = |second| Arc::new(Date32Array::from(vec![None, Some(second)])) as ArrayRef;
    refuses(
        &with(&batch, "published", dates(i32::MAX)),
        "column `published`, row 1: 2147483647 days after 1970-01-01 is no date",
    );
    refuses(
        &with(&batch, "period.to", dates(0)),
        "column `period.to`, row 1: a value stands there, expected none without `period.from`",
    );
    refuses(
        &with(&batch, "period.from", dates(0)),
        "column `period.from`, row 1: a value stands there, expected none without `period.to`",
    );
}

#[test]
fn states_that_contradict_are_refused() {
    let batch = batch();
    let printed = |entries: &[(&str, Option<&str>)]| with(&batch, "printed", map(entries));
    let path = "requests.received.natural_person";
    refuses(
        &printed(&[(path, Some("12件"))]),
        "column `printed`, row 1: requests.received.natural_person prints `12件`, which says 12, but its column says 0",
    );
    refuses(
        &printed(&[(path, Some("无"))]),
        "column `printed`, row 1: requests.received.natural_person prints `无`, which says no number, but its column \
         says 0",
    );
    refuses(
        &printed(&[("proactive.procurement.amount", Some("5元"))]),
        "column `printed`, row 1: proactive.procurement.amount prints `5元`, which says 5, but its column says no number",
    );
    refuses(
        &printed(&[("proactive.procurement.amount", Some(" "))]),
        "column `printed`, row 1: proactive.procurement.amount prints ``, which says that it is blank, but its column \
         says no number",
    );
    refuses(
        &printed(&[("proactive.procurement.amount", Some("—"))]),
        "column `printed`, row 1: proactive.procurement.amount prints `—`, which says that it is marked as not \
         applicable, but its column says no number",
    );
    refuses(
        &printed(&[("requests.received.lawyer", Some("1"))]),
        "column `printed`, row 1: `requests.received.lawyer` is not a cell of the form",
    );
    refuses(&printed(&[(path, None)]), "column `printed`, row 1: nothing stands there, expected a value");
    refuses(
        &printed(&[(path, Some("0 ")), (path, Some("0 "))]),
        "column `printed`, row 1: the cell requests.received.natural_person is there twice, expected once",
    );
    // Bit 29 is that of 一、自然人.
    let received = [0, 0, 0, 1 << 5];
    refuses(
        &with(&batch, "state.blank", bits(&received)),
        "column `state.blank`, row 1: requests.received.natural_person is blank and a number, expected one of them",
    );
    refuses(
        &with(&batch, "state.not_applicable", bits(&received)),
        "column `state.not_applicable`, row 1: requests.received.natural_person is marked as not applicable and a \
         number, expected one of them",
    );
    refuses(
        &with(&with(&batch, "state.not_applicable", bits(&[1])), "state.blank", bits(&[1])),
        "column `state.blank`, row 1: proactive.rules.newly_made is blank and marked as not applicable, expected one \
         of them",
    );
    let both = with(&batch, "state.blank", bits(&[1]));
    refuses(
        &with(&both, "printed", map(&[("proactive.rules.newly_made", Some("无"))])),
        "column `state.blank`, row 1: proactive.rules.newly_made is blank and printed, expected one of them",
    );
    let six = |second| {
        Arc::new(Decimal128Array::from(vec![None, Some(second)]).with_precision_and_scale(28, 6).unwrap()) as ArrayRef
    };
    let twofold = with(&batch, "proactive.procurement.amount", six(1));
    refuses(
        &with(&twofold, "proactive.procurement.amount.without_unit", six(1)),
        "column `proactive.procurement.amount.without_unit`, row 1: proactive.procurement.amount is an amount with a \
         unit and one without, expected one of them",
    );
    let mut beyond = [0; 40];
    refuses(
        &with(&batch, "state.blank", bits(&[0xff; 29])),
        "column `state.blank`, row 1: bit 226 is set, which stands for no cell",
    );
    beyond[30] = 0b100;
    refuses(
        &with(&batch, "state.blank", bits(&beyond)),
        "column `state.blank`, row 1: bit 242 is set, which stands for no cell",
    );
    beyond[30] = 0;
    assert!(columns::forms(&with(&batch, "state.blank", bits(&beyond))).is_ok());
    // A bit may be set where no column is: the cell of the other edition was blank.
    assert!(columns::forms(&with(&batch, "state.blank", bits(&[1]))).is_ok());
}

#[test]
fn long_columns_that_cannot_be_are_refused() {
    let mut form = report_of(Edition::V2021);
    form.set(Cell::Proactive(ProactiveCell::FeesAmount), "3元");
    let batch = columns::long(0, [&form]).unwrap();
    let row_of = |path: &str| batch["path"].as_string::<i32>().iter().position(|p| p == Some(path)).unwrap();
    let refuses = |column: &str, row: usize, text: Option<&str>, message: &str| {
        let array = batch[column].as_string::<i32>();
        let own = |r: usize| array.is_valid(r).then(|| array.value(r));
        let texts = (0..array.len()).map(|r| if r == row { text } else { own(r) });
        let changed = with(&batch, column, Arc::new(texts.collect::<StringArray>()));
        assert_eq!(columns::forms_of_long(&changed).unwrap_err().to_string(), message);
    };
    let fees = row_of("proactive.fees.amount");
    assert_eq!(fees, 9);
    refuses(
        "state",
        9,
        Some("empty"),
        "column `state`, row 9: `empty` is no state of a cell, expected absent, blank, not_applicable, number or text",
    );
    refuses("state", 9, None, "column `state`, row 9: nothing stands there, expected a value");
    refuses(
        "state",
        9,
        Some("blank"),
        "column `value`, row 9: a value stands there, expected none without `state number`",
    );
    refuses("path", 9, Some("fees"), "column `path`, row 9: `fees` is not a cell of the form");
    refuses(
        "path",
        9,
        Some("proactive.rules.issued"),
        "column `path`, row 9: the cell proactive.rules.issued is there twice, expected once",
    );
    refuses("unit", 9, Some("yuan"), "column `unit`, row 9: the unit is yuan, expected ten_thousand_yuan");
    refuses("unit", 9, None, "column `unit`, row 9: the unit is none, expected ten_thousand_yuan");
    refuses(
        "printed",
        9,
        Some("4元"),
        "column `printed`, row 9: proactive.fees.amount prints `4元`, which says 0.0004, but its column says 0.0003",
    );
    refuses(
        "body.name",
        9,
        Some("某局"),
        "column `body.name`, row 9: the value is not that of the first row of the form",
    );

    let values = batch["value"].as_primitive::<Decimal128Type>();
    let negative = (0..values.len()).map(|row| match row {
        0 => Some(-10_000_000_000),
        _ => values.is_valid(row).then(|| values.value(row)),
    });
    let negative = negative.collect::<Decimal128Array>().with_precision_and_scale(28, 10).unwrap();
    assert_eq!(
        columns::forms_of_long(&with(&batch, "value", Arc::new(negative))).unwrap_err().to_string(),
        "column `value`, row 0: -1 is nothing that the cell can hold, expected a whole number from 0 to 4294967295",
    );
    let missing = columns::forms_of_long(&batch.slice(1, batch.num_rows() - 1)).unwrap_err();
    assert_eq!(missing, ColumnsError::MissingRow { row: 0, cell: Cell::Proactive(ProactiveCell::RulesIssued) });
    assert_eq!(
        columns::forms(&batch).unwrap_err().to_string(),
        "there is no column `state.blank`, expected one of type Binary",
        "a long batch is no wide one",
    );
}

/// What the state of a cell says and what stands beside it.
#[test]
fn states_of_long_columns_that_contradict_are_refused() {
    let mut form = report_of(Edition::V2021);
    form.remove(Cell::Proactive(ProactiveCell::RulesIssued));
    form.set(Cell::Proactive(ProactiveCell::RulesRepealed), Filed::blank());
    form.set(Cell::Proactive(ProactiveCell::RulesInForce), "—");
    form.set(Cell::Proactive(ProactiveCell::NormativeDocumentsIssued), "无");
    form.set(Cell::Proactive(ProactiveCell::NormativeDocumentsRepealed), "7");
    let batch = columns::long(0, [&form]).unwrap();
    let state = |row| batch["state"].as_string::<i32>().value(row);
    assert_eq!([0, 1, 2, 3, 4].map(state), ["absent", "blank", "not_applicable", "text", "number"]);
    let refuses = |column: &str, row: usize, text: Option<&str>, message: &str| {
        let array = batch[column].as_string::<i32>();
        let own = |r: usize| array.is_valid(r).then(|| array.value(r));
        let texts = (0..array.len()).map(|r| if r == row { text } else { own(r) });
        let changed = with(&batch, column, Arc::new(texts.collect::<StringArray>()));
        assert_eq!(columns::forms_of_long(&changed).unwrap_err().to_string(), message);
    };
    let printed_by_none = "a value stands there, expected none without `a cell that prints it`";
    refuses("printed", 0, Some("0"), &format!("column `printed`, row 0: {printed_by_none}"));
    refuses("printed", 1, Some("0"), &format!("column `printed`, row 1: {printed_by_none}"));
    refuses("printed", 2, None, "column `printed`, row 2: nothing stands there, expected a value");
    refuses("printed", 3, None, "column `printed`, row 3: nothing stands there, expected a value");
    refuses(
        "state",
        2,
        Some("text"),
        "column `printed`, row 2: proactive.rules.in_force prints `—`, which says that it is marked as not applicable, \
         but its column says no number",
    );
    refuses(
        "state",
        3,
        Some("not_applicable"),
        "column `printed`, row 3: proactive.normative_documents.issued prints `无`, which says no number, but its \
         column says that it is marked as not applicable",
    );
    refuses("unit", 0, Some("document"), "column `unit`, row 0: a value stands there, expected none without `value`");
    refuses("unit", 4, Some("yuan"), "column `unit`, row 4: the unit is yuan, expected document");
    refuses("path", 4, None, "column `path`, row 4: nothing stands there, expected a value");

    let values = batch["value"].as_primitive::<Decimal128Type>();
    let changed = |second: Option<i128>| {
        let own = |row: usize| values.is_valid(row).then(|| values.value(row));
        let values = (0..values.len()).map(|row| if row == 4 { second } else { own(row) });
        let values = values.collect::<Decimal128Array>().with_precision_and_scale(28, 10).unwrap();
        columns::forms_of_long(&with(&batch, "value", Arc::new(values))).unwrap_err().to_string()
    };
    assert_eq!(changed(None), "column `value`, row 4: nothing stands there, expected a value");
    assert_eq!(
        changed(Some(5_000_000_000)),
        "column `value`, row 4: 0.5 is nothing that the cell can hold, expected a whole number from 0 to 4294967295",
    );
    let numbers: Int64Array = (0..batch.num_rows()).map(|row| (row != 4).then_some(0)).collect();
    assert_eq!(
        columns::forms_of_long(&with(&batch, "form", Arc::new(numbers))).unwrap_err().to_string(),
        "column `form`, row 4: nothing stands there, expected a value",
    );
}

#[test]
fn rows_of_a_form_must_agree_in_every_column_that_says_whose_they_are() {
    let mut form = report_of(Edition::V2021);
    let body = form.body.as_mut().unwrap();
    body.level = Some(ogi_report::Level::County);
    body.kind = Some(ogi_report::BodyKind::Government);
    body.region = Some("370784".parse().unwrap());
    body.scope = Some(ogi_report::Scope::OwnOffice);
    form.period = Some(Period { from: form.year.unwrap().period().from, to: form.year.unwrap().period().to });
    form.published = NaiveDate::from_ymd_opt(2022, 1, 31);
    let batch = columns::long(0, [&form]).unwrap();
    for field in &batch.schema().fields()[1..12] {
        let column = field.name().as_str();
        // Nothing, and something else.
        for other in [false, true] {
            let array: ArrayRef = match batch[column].data_type() {
                DataType::Utf8 => {
                    let own = batch[column].as_string::<i32>().value(0);
                    let texts =
                        (0..batch.num_rows()).map(|row| if row == 9 { other.then_some("else") } else { Some(own) });
                    Arc::new(texts.collect::<StringArray>())
                }
                DataType::Int32 => {
                    let own = batch[column].as_primitive::<Int32Type>().value(0);
                    let years =
                        (0..batch.num_rows()).map(|row| if row == 9 { other.then_some(2020) } else { Some(own) });
                    Arc::new(years.collect::<Int32Array>())
                }
                _ => {
                    let own = batch[column].as_primitive::<Date32Type>().value(0);
                    let days = (0..batch.num_rows()).map(|row| if row == 9 { other.then_some(0) } else { Some(own) });
                    Arc::new(days.collect::<Date32Array>())
                }
            };
            assert_eq!(
                columns::forms_of_long(&with(&batch, column, array)).unwrap_err().to_string(),
                format!("column `{column}`, row 9: the value is not that of the first row of the form"),
            );
        }
    }
}

/// Offsets of texts have 32 bits. The name costs no memory: it is zeros that nobody wrote.
#[test]
#[cfg(target_pointer_width = "64")]
fn more_text_than_a_batch_can_hold_is_refused() {
    let mut form = report_of(Edition::V2021);
    form.body = Some(Body::named(String::from_utf8(vec![0; 1 << 31]).unwrap()));
    assert_eq!(columns::wide([&form]).unwrap_err(), ColumnsError::TooMuchText);
    assert_eq!(columns::long(0, [&form]).unwrap_err(), ColumnsError::TooMuchText);
}

#[test]
#[ignore = "needs 6 GiB of memory"]
fn more_text_of_cells_than_a_batch_can_hold_is_refused() {
    let mut form = report_of(Edition::V2021);
    form.set(Cell::request(RequestRow::Received, Column::Total), "无".repeat(20 << 20).as_str());
    let forms = || std::iter::repeat_n(&form, 40);
    assert_eq!(columns::wide(forms()).unwrap_err(), ColumnsError::TooMuchText);
    assert_eq!(columns::long(0, forms()).unwrap_err(), ColumnsError::TooMuchText);
}

#[test]
fn dates_are_days_since_1970() {
    let mut form = report_of(Edition::V2021);
    form.published = NaiveDate::from_ymd_opt(2022, 1, 31);
    let batch = columns::wide([&form]).unwrap();
    assert_eq!(batch["published"].as_primitive::<Date32Type>().value_as_date(0), form.published);
    assert!(batch["period.from"].is_null(0));
}

#[test]
fn every_column_of_figures_says_what_it_is() {
    let schema = columns::schema(None);
    for &cell in Cell::ALL {
        let metadata = schema.field_with_name(&cell.to_string()).unwrap().metadata();
        assert_eq!(metadata["path"], cell.to_string());
        for key in ["label.zh", "label.en", "edition", "bit"] {
            assert!(!metadata[key].is_empty(), "{cell} {key}");
        }
    }
    // The one column that is not named as its cell is.
    let metadata = schema.field_with_name("proactive.procurement.amount.without_unit").unwrap().metadata();
    assert_eq!(metadata["path"], "proactive.procurement.amount");
    assert!(!metadata.contains_key("unit"));
    assert_eq!(schema.metadata()["ogi_report.layout"], "wide");
    assert_eq!(columns::long_schema().metadata()["ogi_report.layout"], "long");
    let denied = Cell::request(ogi_report::Denial::StateSecret, Column::Total).to_string();
    assert_eq!(schema.field_with_name(&denied).unwrap().metadata()["citation"], "art. 14; art. 36(3)");
    for &edition in Edition::ALL {
        let own = columns::schema(edition);
        let cells = own.fields().iter().filter(|field| field.metadata().contains_key("path")).count();
        // 采购总金额 has two columns.
        assert_eq!(cells, edition.cells().len() + usize::from(edition == Edition::V2019));
    }
}

#[test]
fn only_what_every_row_has_is_never_null() {
    let never_null = |schema: Schema| -> Vec<String> {
        schema.fields().iter().filter(|field| !field.is_nullable()).map(|field| field.name().clone()).collect()
    };
    assert_eq!(never_null(columns::schema(None)), ["edition", "verdict"]);
    assert_eq!(never_null(columns::long_schema()), ["form", "edition", "verdict", "path", "state"]);
}

/// The list of columns for programs in other languages. Bits must never change once they are released.
#[test]
fn the_list_of_columns_is_current() {
    let lines = columns::schema(None)
        .fields()
        .iter()
        .map(|field| {
            let metadata = |key: &str| field.metadata().get(key).cloned().unwrap_or_default();
            let unit = metadata("unit").split(' ').next().unwrap_or_default().to_owned();
            let own = ["bit", "edition", "label.zh", "label.en", "citation"].map(metadata);
            let mut line = vec![field.name().clone(), field.data_type().to_string(), unit];
            line.extend(own);
            line
        })
        .collect::<Vec<_>>();
    codelist("columns", "column,type,unit,bit,editions,label_zh,label_en,citations", lines);
}

/// How another program writes a column anew that it has read.
#[derive(Clone, Copy, Debug)]
enum Rewriter {
    /// `LargeUtf8`, `LargeBinary`, and a large list of pairs.
    Large,
    /// `Utf8View`, `BinaryView`, and a list of pairs.
    View,
    /// Dictionaries.
    Dictionary,
}

impl Rewriter {
    fn column(self, array: &ArrayRef) -> ArrayRef {
        match array.data_type() {
            DataType::Utf8 => {
                let texts = array.as_string::<i32>().iter();
                match self {
                    Self::Large => Arc::new(texts.collect::<LargeStringArray>()),
                    Self::View => Arc::new(texts.collect::<StringViewArray>()),
                    Self::Dictionary => Arc::new(texts.collect::<DictionaryArray<Int32Type>>()),
                }
            }
            DataType::Binary => {
                let bytes = array.as_binary::<i32>().iter();
                match self {
                    Self::Large => Arc::new(bytes.collect::<LargeBinaryArray>()),
                    Self::View => Arc::new(bytes.collect::<BinaryViewArray>()),
                    Self::Dictionary => array.clone(),
                }
            }
            DataType::Map(..) => self.pairs(array.as_map()),
            _ => array.clone(),
        }
    }

    fn pairs(self, map: &MapArray) -> ArrayRef {
        if let Self::View = self {
            let entries: ArrayRef = Arc::new(map.entries().clone());
            let item = Arc::new(Field::new("item", entries.data_type().clone(), true));
            return Arc::new(ListArray::new(item, map.offsets().clone(), entries, map.nulls().cloned()));
        }
        if let Self::Dictionary = self {
            return Arc::new(map.clone());
        }
        let text = |name| Field::new(name, DataType::LargeUtf8, true);
        let texts = || Box::new(LargeStringBuilder::new());
        let pairs = StructBuilder::new(vec![text("key"), text("value")], vec![texts(), texts()]);
        let mut lists = LargeListBuilder::new(pairs);
        for row in 0..map.len() {
            if map.is_valid(row) {
                let entries = map.value(row);
                for entry in 0..entries.len() {
                    for column in 0..2 {
                        let text = entries.column(column).as_string::<i32>().value(entry);
                        lists.values().field_builder::<LargeStringBuilder>(column).unwrap().append_value(text);
                    }
                    lists.values().append(true);
                }
            }
            lists.append(map.is_valid(row));
        }
        Arc::new(lists.finish())
    }

    fn batch(self, batch: &RecordBatch) -> RecordBatch {
        let columns: Vec<ArrayRef> = batch.columns().iter().map(|array| self.column(array)).collect();
        let schema = batch.schema();
        let fields = schema.fields().iter().zip(&columns).map(|(field, array)| {
            // Other programs keep no metadata and take any column for nullable.
            Field::new(field.name(), array.data_type().clone(), true)
        });
        RecordBatch::try_new(Arc::new(Schema::new(fields.collect::<Vec<_>>())), columns).unwrap()
    }
}

proptest! {
    #[test]
    fn what_another_program_wrote_anew_is_read(
        forms in vec(form(), 0..4),
        by in select(&[Rewriter::Large, Rewriter::View, Rewriter::Dictionary][..]),
    ) {
        let wide = columns::wide(&forms).unwrap();
        prop_assert_eq!(columns::forms(&by.batch(&wide)).unwrap(), columns::forms(&wide).unwrap());
        let long = columns::long(0, &forms).unwrap();
        prop_assert_eq!(columns::forms_of_long(&by.batch(&long)).unwrap(), columns::forms_of_long(&long).unwrap());
    }
}
