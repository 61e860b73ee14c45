//! Limits on what is read.

/// Limits on a page. A page beyond `bytes`, `cells` or `depth` is refused with an error that names the limit; nothing is cut off silently.
///
/// ```
/// use ogi_report::extract::{Bound, ExtractError, Extractor, Limits};
///
/// let mut limits = Limits::default();
/// limits.cells = 2;
/// let page = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n";
/// let error = ExtractError::TooLarge { bound: Bound::Cells, limit: 2 };
/// assert_eq!(Extractor::new().limits(limits).text(page), Err(error));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the page; 64 MiB by default. The largest real page seen has less than 1 MiB.
    pub bytes: usize,
    /// Cells of all tables and lines outside of tables together; 1 000 000 by default. The tables of an office file may have 200 000
    /// cells at most.
    pub cells: usize,
    /// Tables inside tables; 64 by default. A Word file may have 16 at most.
    pub depth: usize,
    /// Steps of the search for the readings of rows of digits, and of their comparison with the sums of the columns;
    /// 200 000 for a page and the pages in its scripts by default, at most some tenths of a second. A real page takes some
    /// thousands of them. A row for which none are left is left unplaced.
    pub steps: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, cells: 1_000_000, depth: 64, steps: 200_000 }
    }
}
