//! Batches that another program wrote anew: the same columns, in the types that the other program prefers.
//!
//! Polars and pandas give texts as `LargeUtf8`, `Utf8View` or dictionaries, bytes as `LargeBinary` or `BinaryView`, and a
//! map as a list of pairs.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use arrow_array::builder::{MapBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, BinaryArray, OffsetSizeTrait, RecordBatch, StringArray};
use arrow_schema::{DataType, Schema};

use super::error::ColumnsError;
use super::read::Budget;
use super::schema::map_names;

/// The batch with its texts, bytes and maps in the types that this crate writes. Columns of other types stay.
pub(super) fn restored(batch: &RecordBatch) -> Result<Cow<'_, RecordBatch>, ColumnsError> {
    let columns = batch.columns().iter().map(column).collect::<Result<Vec<_>, _>>()?;
    if columns.iter().all(Option::is_none) {
        return Ok(Cow::Borrowed(batch));
    }
    let (mut fields, mut arrays) = (Vec::new(), Vec::new());
    for ((field, array), new) in batch.schema_ref().fields().iter().zip(batch.columns()).zip(columns) {
        let array = new.unwrap_or_else(|| array.clone());
        fields.push(field.as_ref().clone().with_data_type(array.data_type().clone()));
        arrays.push(array);
    }
    let schema = Schema::new_with_metadata(fields, batch.schema_ref().metadata().clone());
    // Types and lengths fit, and columns hold no null where they held none, so there is nothing to refuse.
    Ok(RecordBatch::try_new(Arc::new(schema), arrays).map_or(Cow::Borrowed(batch), Cow::Owned))
}

/// The column in the type that this crate writes; `None` if it has that type, or another that does not stand for it.
fn column(array: &ArrayRef) -> Result<Option<ArrayRef>, ColumnsError> {
    match array.data_type() {
        DataType::List(_) => {
            map_of(array.as_list::<i32>().values(), &rows(array, array.as_list::<i32>().value_offsets()))
        }
        DataType::LargeList(_) => {
            map_of(array.as_list::<i64>().values(), &rows(array, array.as_list::<i64>().value_offsets()))
        }
        DataType::Map(..) => {
            let map = array.as_map();
            let is_written = [map.keys(), map.values()].iter().all(|texts| texts.data_type() == &DataType::Utf8);
            let pairs: ArrayRef = Arc::new(map.entries().clone());
            if is_written { Ok(None) } else { map_of(&pairs, &rows(array, map.value_offsets())) }
        }
        _ => flat(array),
    }
}

/// Where the entries of each row stand; `None` for a row that is null.
fn rows<O: OffsetSizeTrait>(array: &ArrayRef, offsets: &[O]) -> Vec<Option<Range<usize>>> {
    let range = |(row, ends): (usize, &[O])| array.is_valid(row).then(|| ends[0].as_usize()..ends[1].as_usize());
    offsets.windows(2).enumerate().map(range).collect()
}

/// A column of texts or bytes.
fn flat(array: &ArrayRef) -> Result<Option<ArrayRef>, ColumnsError> {
    let texts = |texts: &mut dyn Iterator<Item = Option<&str>>| -> Result<Option<ArrayRef>, ColumnsError> {
        let mut budget = Budget::default();
        let kept = texts.map(|text| {
            budget.spend(text.map_or(0, str::len))?;
            Ok(text)
        });
        Ok(Some(Arc::new(kept.collect::<Result<StringArray, ColumnsError>>()?)))
    };
    let bytes = |bytes: &mut dyn Iterator<Item = Option<&[u8]>>| -> Result<Option<ArrayRef>, ColumnsError> {
        let mut budget = Budget::default();
        let kept = bytes.map(|bytes| {
            budget.spend(bytes.map_or(0, <[u8]>::len))?;
            Ok(bytes)
        });
        Ok(Some(Arc::new(kept.collect::<Result<BinaryArray, ColumnsError>>()?)))
    };
    match array.data_type() {
        DataType::LargeUtf8 => texts(&mut array.as_string::<i64>().iter()),
        DataType::Utf8View => texts(&mut array.as_string_view().iter()),
        DataType::LargeBinary => bytes(&mut array.as_binary::<i64>().iter()),
        DataType::BinaryView => bytes(&mut array.as_binary_view().iter()),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let values = dictionary.values();
            let values = flat(values)?.unwrap_or_else(|| values.clone());
            let Some(values) = values.as_string_opt::<i32>() else { return Ok(None) };
            let keys = if values.is_empty() { Vec::new() } else { dictionary.normalized_keys() };
            let value = |row: usize| {
                let key = *keys.get(row).filter(|_| dictionary.keys().is_valid(row))?;
                values.is_valid(key).then(|| values.value(key))
            };
            texts(&mut (0..array.len()).map(value))
        }
        _ => Ok(None),
    }
}

/// A map from texts to texts, made of pairs; `None` if they are no pairs of texts.
fn map_of(pairs: &ArrayRef, rows: &[Option<Range<usize>>]) -> Result<Option<ArrayRef>, ColumnsError> {
    let Some(pairs) = pairs.as_struct_opt().filter(|pairs| pairs.num_columns() == 2) else { return Ok(None) };
    let (key, value) = (pairs.column(0), pairs.column(1));
    let (keys, values) = (flat(key)?.unwrap_or_else(|| key.clone()), flat(value)?.unwrap_or_else(|| value.clone()));
    let (Some(keys), Some(values)) = (keys.as_string_opt::<i32>(), values.as_string_opt::<i32>()) else {
        return Ok(None);
    };
    let mut map = MapBuilder::new(Some(map_names()), StringBuilder::new(), StringBuilder::new());
    let mut budget = Budget::default();
    for row in rows {
        for entry in row.iter().cloned().flatten() {
            // A text without the cell that prints it is no entry of such a map.
            if keys.is_null(entry) {
                return Ok(None);
            }
            let text = values.is_valid(entry).then(|| values.value(entry));
            budget.spend(keys.value(entry).len().max(text.map_or(0, str::len)))?;
            map.keys().append_value(keys.value(entry));
            map.values().append_option(text);
        }
        // Keys and values are appended together, and there are fewer than an offset can count.
        if map.append(row.is_some()).is_err() {
            return Ok(None);
        }
    }
    Ok(Some(Arc::new(map.finish())))
}
