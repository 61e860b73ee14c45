//! The state of a page that the parts of the engine share.

use super::page::Page;

/// A page, and what it has shown of its order.
pub(super) struct Sheet<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) steps: Steps,
    /// Whether the figures of the page follow the labels of their rows only here and there.
    pub(super) by_columns: bool,
    /// Whether the page may print a number before every label.
    pub(super) numbers_rows: bool,
}

/// Steps of search that are left for a page.
#[derive(Debug)]
pub(super) struct Steps(std::cell::Cell<u32>);

impl Steps {
    pub(super) fn new(steps: u32) -> Self {
        Self(std::cell::Cell::new(steps))
    }

    /// Takes so many. `None` if there are not as many.
    pub(super) fn spend(&self, count: usize) -> Option<()> {
        self.0.set(self.0.get().checked_sub(u32::try_from(count).ok()?)?);
        Some(())
    }
}
