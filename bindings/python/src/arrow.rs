//! Forms and findings as Arrow, through the capsules of the `PyCapsule` interface: the consumer takes over the buffers, and no
//! byte of them is copied.

use std::sync::Arc;

use arrow_array::builder::{Int32Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchIterator, StructArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use ogi_report::columns::{self, ColumnsError};
use ogi_report::{Edition, Lang};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::check::Checked;
use crate::errors::{in_english, value_error};
use crate::form::Form;

/// Forms in a batch of the wide layout.
const WIDE: usize = 8192;
/// Forms in a batch of the long layout: about as many bytes.
const LONG: usize = 512;

/// A table that Arrow libraries take. Its batches are made when they are asked for.
#[pyclass(frozen, module = "ogi_report._native")]
pub(crate) struct Table {
    rows: Arc<Rows>,
}

enum Rows {
    Wide(Option<Edition>, Vec<Arc<ogi_report::Form>>),
    Long(Vec<Arc<ogi_report::Form>>),
    Findings(Vec<(Arc<ogi_report::Form>, Arc<ogi_report::Checked>)>),
}

type Batch = Result<RecordBatch, ArrowError>;

fn external(error: ColumnsError) -> ArrowError {
    ArrowError::ExternalError(Box::new(error))
}

impl Rows {
    fn schema(&self) -> SchemaRef {
        Arc::new(match self {
            Self::Wide(edition, _) => columns::schema(*edition),
            Self::Long(_) => columns::long_schema(),
            Self::Findings(_) => findings_schema(),
        })
    }

    /// The batches one by one.
    fn batches(self: &Arc<Self>, chunk: Option<usize>) -> impl Iterator<Item = Batch> + Send + 'static {
        let (rows, all) = match &**self {
            Self::Wide(_, forms) => (WIDE, forms.len()),
            Self::Long(forms) => (LONG, forms.len()),
            Self::Findings(outcomes) => (WIDE, outcomes.len()),
        };
        let (rows, own) = (chunk.unwrap_or(rows).max(1), Arc::clone(self));
        (0..all.div_ceil(rows)).map(move |i| own.batch(i * rows, all.min((i + 1) * rows)))
    }

    fn batch(&self, from: usize, to: usize) -> Batch {
        match self {
            Self::Wide(None, forms) => columns::wide(forms[from..to].iter().map(|form| &**form)).map_err(external),
            Self::Wide(Some(edition), forms) => {
                columns::wide_in(*edition, forms[from..to].iter().map(|form| &**form)).map_err(external)
            }
            Self::Long(forms) => {
                let first = u32::try_from(from).map_err(|e| ArrowError::ExternalError(Box::new(e)))?;
                columns::long(first, forms[from..to].iter().map(|form| &**form)).map_err(external)
            }
            Self::Findings(outcomes) => findings(from, &outcomes[from..to]),
        }
    }

    /// Everything as one batch, which an array is.
    fn whole(self: &Arc<Self>) -> Batch {
        let mut batches = self.batches(Some(usize::MAX));
        batches.next().unwrap_or_else(|| Ok(RecordBatch::new_empty(self.schema())))
    }
}

#[pymethods]
impl Table {
    /// The rows as a stream of batches.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A producer that cannot cast gives what it has; the consumer casts.
        let _ = requested_schema;
        let batches = RecordBatchIterator::new(self.rows.batches(None), self.rows.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), c"arrow_array_stream")
    }

    /// The rows as one array of structs.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let _ = requested_schema;
        let batch = py.detach(|| self.rows.whole()).map_err(|e| in_english(py, "ColumnsError", &e))?;
        let schema = FFI_ArrowSchema::try_from(&*batch.schema()).map_err(|e| value_error(&e))?;
        let array = FFI_ArrowArray::new(&StructArray::from(batch).into_data());
        let schema = PyCapsule::new_with_value(py, schema, c"arrow_schema")?;
        PyTuple::new(py, [schema, PyCapsule::new_with_value(py, array, c"arrow_array")?])
    }

    /// The columns.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(&*self.rows.schema()).map_err(|e| value_error(&e))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    fn column_names(&self) -> Vec<String> {
        self.rows.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    /// How many forms, or outcomes, the table was made of.
    fn sources(&self) -> usize {
        match &*self.rows {
            Rows::Wide(_, forms) | Rows::Long(forms) => forms.len(),
            Rows::Findings(outcomes) => outcomes.len(),
        }
    }
}

/// Forms as a table.
#[pyfunction]
pub(crate) fn forms_table(forms: Vec<Bound<'_, Form>>, is_long: bool, edition: Option<&str>) -> PyResult<Table> {
    let edition = edition.map(str::parse).transpose().map_err(|e| value_error(&e))?;
    let forms = forms.iter().map(|form| form.get().now()).collect();
    let rows = if is_long { Rows::Long(forms) } else { Rows::Wide(edition, forms) };
    Ok(Table { rows: Arc::new(rows) })
}

/// Findings as a table, of forms and the outcomes of their checks.
#[pyfunction]
pub(crate) fn findings_table(outcomes: Vec<(Bound<'_, Form>, Bound<'_, Checked>)>) -> Table {
    let outcomes = outcomes.iter().map(|(form, checked)| (form.get().now(), checked.get().held.clone()));
    Table { rows: Arc::new(Rows::Findings(outcomes.collect())) }
}

/// The columns of a table of findings. A number says which of the outcomes, counted from 0, a finding is of.
fn findings_schema() -> Schema {
    let text = |name, is_nullable| Field::new(name, DataType::Utf8, is_nullable);
    let paths = DataType::List(Arc::new(Field::new_list_field(DataType::Utf8, true)));
    Schema::new(vec![
        Field::new("form", DataType::Int64, false),
        text("source", true),
        text("body", true),
        Field::new("year", DataType::Int32, true),
        text("edition", false),
        text("rule", false),
        text("severity", false),
        text("at", false),
        text("message_zh", false),
        text("message_en", false),
        Field::new("cells", paths, false),
    ])
}

fn findings(first: usize, outcomes: &[(Arc<ogi_report::Form>, Arc<ogi_report::Checked>)]) -> Batch {
    let (mut form_number, mut year, mut cells) =
        (Int64Builder::new(), Int32Builder::new(), ListBuilder::new(StringBuilder::new()));
    let mut texts: [StringBuilder; 8] = std::array::from_fn(|_| StringBuilder::new());
    for (number, (form, checked)) in outcomes.iter().enumerate() {
        let number = i64::try_from(first + number).map_err(|e| ArrowError::ExternalError(Box::new(e)))?;
        for finding in &checked.findings {
            form_number.append_value(number);
            year.append_option(form.year.map(|year| i32::from(year.number())));
            let [source, body, edition, rule, severity, at, zh, en] = &mut texts;
            source.append_option(form.source.as_deref());
            body.append_option(form.body.as_ref().map(|body| body.name.as_str()));
            edition.append_value(form.edition.name());
            rule.append_value(finding.rule.code());
            severity.append_value(finding.severity.name());
            at.append_value(finding.at.to_string());
            zh.append_value(finding.message(Lang::Zh));
            en.append_value(finding.message(Lang::En));
            for cell in finding.cells() {
                cells.values().append_value(cell.to_string());
            }
            cells.append(true);
        }
    }
    let [source, body, edition, rule, severity, at, zh, en] = texts.map(|mut text| Arc::new(text.finish()) as ArrayRef);
    let (form, year) = (Arc::new(form_number.finish()), Arc::new(year.finish()));
    let columns: Vec<ArrayRef> =
        vec![form, source, body, year, edition, rule, severity, at, zh, en, Arc::new(cells.finish())];
    RecordBatch::try_new(Arc::new(findings_schema()), columns)
}

/// The batches of a stream that another library gives.
///
/// The one place that trusts a pointer: a capsule is the only way in.
#[allow(unsafe_code, reason = "the pointer in a capsule")]
fn taken(py: Python<'_>, capsule: &Bound<'_, PyCapsule>) -> PyResult<RecordBatchStreamReader> {
    let pointer = capsule.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: the interface says that a capsule of this name holds a valid stream, which its consumer may move out once. The
    // function marks the original as released, so that the capsule does not release it again.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
    RecordBatchStreamReader::try_new(stream).map_err(|e| in_english(py, "ColumnsError", &e))
}

/// The forms in a table of either layout, from anything that gives a stream of Arrow batches.
#[pyfunction]
pub(crate) fn from_arrow(py: Python<'_>, table: &Bound<'_, PyAny>) -> PyResult<Vec<Form>> {
    let capsule = table.call_method0("__arrow_c_stream__")?;
    let batches = taken(py, capsule.cast::<PyCapsule>()?)?;
    let schema = arrow_array::RecordBatchReader::schema(&batches);
    let is_long = schema.column_with_name("path").is_some();
    // A form of the long layout may begin in one batch and end in another, so that all of them are read as one.
    let read: Result<Vec<ogi_report::Form>, String> = py.detach(|| {
        let batches = batches.collect::<Result<Vec<RecordBatch>, ArrowError>>().map_err(|e| e.to_string())?;
        let mut forms = Vec::new();
        if is_long {
            let batch = joined(&schema, &batches).map_err(|e| e.to_string())?;
            forms = columns::forms_of_long(&batch).map_err(|e| e.to_string())?;
        } else {
            for batch in &batches {
                forms.extend(columns::forms(batch).map_err(|e| e.to_string())?);
            }
        }
        Ok(forms)
    });
    match read {
        Ok(forms) => Ok(forms.into_iter().map(Form::from).collect()),
        Err(words) => Err(in_english(py, "ColumnsError", &words)),
    }
}

fn joined(schema: &SchemaRef, batches: &[RecordBatch]) -> Batch {
    match batches {
        [] => Ok(RecordBatch::new_empty(Arc::clone(schema))),
        [one] => Ok(one.clone()),
        many => arrow_select::concat::concat_batches(schema, many),
    }
}
