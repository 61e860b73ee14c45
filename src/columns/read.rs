//! Columns of a batch by name and type, and what a batch can hold.

use std::collections::BTreeMap;

use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Field};

use super::error::ColumnsError;
use crate::value::clip::clip;

/// A batch whose columns are taken by name; what is left at the end is unknown.
pub(super) struct Batch<'a> {
    columns: BTreeMap<&'a str, (&'a Field, &'a dyn Array)>,
}

impl<'a> Batch<'a> {
    pub(super) fn of(batch: &'a RecordBatch) -> Result<Self, ColumnsError> {
        let mut columns = BTreeMap::new();
        for (field, array) in batch.schema_ref().fields().iter().zip(batch.columns()) {
            if columns.insert(field.name().as_str(), (field.as_ref(), array.as_ref())).is_some() {
                return Err(ColumnsError::RepeatedColumn(clip(field.name())));
            }
        }
        Ok(Self { columns })
    }

    /// The metadata of a column that is still to be taken.
    pub(super) fn metadata(&self, name: &str, key: &str) -> Option<&'a str> {
        let (field, _) = self.columns.get(name)?;
        field.metadata().get(key).map(String::as_str)
    }

    /// Takes a column that must be there.
    pub(super) fn column<A: Array + 'static>(
        &mut self,
        name: &str,
        expected: &DataType,
    ) -> Result<&'a A, ColumnsError> {
        self.column_if_any(name, expected)?.ok_or_else(|| missing(name, expected))
    }

    /// Takes a column if it is there.
    pub(super) fn column_if_any<A: Array + 'static>(
        &mut self,
        name: &str,
        expected: &DataType,
    ) -> Result<Option<&'a A>, ColumnsError> {
        let Some((_, array)) = self.columns.remove(name) else { return Ok(None) };
        let found = array.data_type();
        // Names within a nested type carry no meaning.
        let array = array.as_any().downcast_ref::<A>().filter(|_| found.equals_datatype(expected));
        array.map(Some).ok_or_else(|| ColumnsError::WrongType {
            column: name.to_owned(),
            found: found.to_string(),
            expected: expected.to_string(),
        })
    }

    /// Refuses columns that were not taken.
    pub(super) fn finish(self) -> Result<(), ColumnsError> {
        match self.columns.keys().next() {
            Some(name) => Err(ColumnsError::UnknownColumn(clip(name))),
            None => Ok(()),
        }
    }
}

pub(super) fn missing(name: &str, expected: &DataType) -> ColumnsError {
    ColumnsError::MissingColumn { column: name.to_owned(), expected: expected.to_string() }
}

/// How many bytes of text a batch may still hold: its offsets are of 32 bits, and no column may have more.
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Self(i32::MAX.unsigned_abs() as usize)
    }
}

impl Budget {
    pub(super) fn spend(&mut self, bytes: usize) -> Result<(), ColumnsError> {
        self.0 = self.0.checked_sub(bytes).ok_or(ColumnsError::TooMuchText)?;
        Ok(())
    }
}
