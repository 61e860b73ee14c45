//! The state of a page that the parts of the engine share.

use crate::extract::page::rows::Page;

/// A page, and what it has shown of its order.
pub(crate) struct Sheet<'p> {
    pub(crate) page: &'p Page<'p>,
    pub(crate) steps: &'p Steps,
    /// Whether the figures of the page follow the labels of their rows only here and there.
    pub(crate) by_columns: bool,
    /// Whether the page may print a number before every label.
    pub(crate) numbers_rows: bool,
}

/// Steps of search that are left for a source.
#[derive(Debug)]
pub(crate) struct Steps(std::cell::Cell<u32>);

impl Steps {
    pub(crate) fn new(steps: u32) -> Self {
        Self(std::cell::Cell::new(steps))
    }

    /// Takes so many. `None` if there are not as many.
    pub(crate) fn spend(&self, count: usize) -> Option<()> {
        self.0.set(self.0.get().checked_sub(u32::try_from(count).ok()?)?);
        Some(())
    }
}
