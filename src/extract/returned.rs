//! Reads a returned workbook of this crate.

use super::{Location, Placed};
use crate::form::Form;

/// A workbook whose properties state the report that it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Returned {
    /// Its properties, with every cell that it should have as blank.
    pub(super) blank: Form,
    /// The form, if everything on its sheet stands where it was written.
    pub(super) filled: Option<(Form, Vec<Placed>)>,
    /// The first place that differs.
    pub(super) changed: Option<Location>,
}
