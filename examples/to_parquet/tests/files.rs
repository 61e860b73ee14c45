//! Forms through files: what is read from one is what was written.

use std::fs::File;

use arrow_array::RecordBatch;
use chrono::NaiveDate;
use ogi_report::{Cell, Edition, Filed, Form, ProactiveCell, columns};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

#[path = "../../../tests/it/strategies.rs"]
#[allow(dead_code, reason = "the strategies of all tests")]
mod strategies;

use strategies::{body, filed};

/// Forms of either edition, with any cells.
fn form() -> impl Strategy<Value = Form> {
    let cells = vec((select(Cell::ALL), filed()), 0..300);
    (select(Edition::ALL), proptest::option::of(body()), cells).prop_map(|(edition, body, cells)| {
        let mut form = Form::new(edition);
        form.body = body;
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        form
    })
}

/// Writes a batch as a file and reads it as one batch.
fn through_parquet(name: &str, batch: &RecordBatch, options: ArrowReaderOptions) -> RecordBatch {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("parquet");
    let mut writer = ArrowWriter::try_new(File::create(&path).unwrap(), batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
    let file = File::open(&path).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new_with_options(file, options).unwrap();
    let mut batches = reader.with_batch_size(1 << 20).build().unwrap();
    let read = batches.next().map_or_else(|| RecordBatch::new_empty(batch.schema()), Result::unwrap);
    assert!(batches.next().is_none());
    read
}

/// Other programs write no schema of Arrow into a file, or one of wider texts; columns are then read by the types of Parquet.
#[test]
fn a_file_is_read_without_the_schema_of_arrow() {
    let mut form = Form::new(Edition::V2021);
    form.set(Cell::Proactive(ProactiveCell::FeesAmount), "24252.311082");
    form.set(Cell::Proactive(ProactiveCell::RulesIssued), "—");
    form.set(Cell::Proactive(ProactiveCell::RulesRepealed), Filed::blank());
    form.published = NaiveDate::from_ymd_opt(2022, 1, 31);
    let read = |batch: &RecordBatch| {
        through_parquet("without_schema", batch, ArrowReaderOptions::new().with_skip_arrow_metadata(true))
    };
    let wide = read(&columns::wide([&form]).unwrap());
    assert!(!wide.schema().field_with_name("proactive.fees.amount").unwrap().metadata().contains_key("bit"));
    assert_eq!(columns::forms(&wide).unwrap(), [form.clone()]);
    assert_eq!(columns::forms_of_long(&read(&columns::long(0, [&form]).unwrap())).unwrap(), [form]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn forms_survive_a_wide_file(forms in vec(form(), 0..4)) {
        let batch = columns::wide(&forms).unwrap();
        let read = through_parquet("wide", &batch, ArrowReaderOptions::new());
        for (field, own) in read.schema().fields().iter().zip(batch.schema().fields()) {
            prop_assert_eq!((field.name(), field.metadata()), (own.name(), own.metadata()));
        }
        prop_assert_eq!(columns::forms(&read).unwrap(), forms);
    }

    #[test]
    fn forms_survive_a_long_file(forms in vec(form(), 1..3)) {
        let read = through_parquet("long", &columns::long(0, &forms).unwrap(), ArrowReaderOptions::new());
        prop_assert_eq!(columns::forms_of_long(&read).unwrap(), forms);
    }
}
