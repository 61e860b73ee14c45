//! The native module of the Python package `ogi-report`: the crate's types, as thin as they can be. The Python layer above it has
//! the names, the types and the documentation.
//!
//! Whatever takes long is done detached from the interpreter. Documents cross as JSON, in the words of the crate's schemas.

mod arrow;
mod check;
mod collect;
mod convert;
mod errors;
mod extract;
mod form;
mod render;
mod sum;

use pyo3::prelude::*;

// Free-threaded builds are not declared, because nothing has been tested on one.
#[pymodule(gil_used = true)]
mod _native {
    #[pymodule_export]
    use crate::arrow::{Table, findings_table, forms_table, from_arrow};
    #[pymodule_export]
    use crate::check::{Checked, Rejected, Report, check, explain, readings, rules, verify};
    #[pymodule_export]
    use crate::collect::collect;
    #[pymodule_export]
    use crate::extract::{Extraction, Narrative, decode, read};
    #[pymodule_export]
    use crate::form::{Form, cells, infer, label};
    #[pymodule_export]
    use crate::render::{form_html, form_text, review, tidy};
    #[pymodule_export]
    use crate::sum::{Consolidation, Span, Totals, rates, rollup};
}
