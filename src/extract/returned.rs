//! What a workbook of this crate says of itself when it comes back.

use super::{Location, Placed};
use crate::form::Form;

/// A workbook that says of itself whose report it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Returned {
    /// What it says of itself, and every cell that it should have, blank.
    pub(super) blank: Form,
    /// The form, if everything on its sheet stands where it was written.
    pub(super) filled: Option<(Form, Vec<Placed>)>,
    /// The first place where it does not.
    pub(super) changed: Option<Location>,
}
