//! The rows of the form that labels name.

use std::sync::LazyLock;

use super::run::{Fit, Run};
use crate::extract::page::rows::{Page, Piece};
use crate::extract::words::fold::Folded;
use crate::extract::words::vocabulary::is_punctuation;
use crate::form::{Applicant, Cell, Edition, OtherHandling, Outcome, ProactiveCell, RequestRow};
use crate::value::Lang;

/// Figures of a row of section 三.
pub(crate) const COLUMNS: usize = Applicant::ALL.len() + 1;

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RowId {
    /// A row of section 二, by its segment in cell paths.
    Proactive(&'static str),
    /// A row of section 三.
    Request(RequestRow),
}

/// The rows of section 三 in an edition, in the order of the form.
pub(crate) fn rows(edition: Edition) -> Vec<RequestRow> {
    RequestRow::ALL.iter().copied().filter(|row| row.is_printed_in(edition)).collect()
}

/// Whether a row is one of the three of （六）其他处理.
pub(crate) fn is_one_of_three(row: RequestRow) -> bool {
    matches!(row, RequestRow::Outcome(Outcome::OtherHandling(_)))
}

/// The last of those three.
pub(crate) const LAST_OF_THREE: RequestRow = RequestRow::Outcome(Outcome::OtherHandling(OtherHandling::Miscellaneous));

/// The cells of a row of section 二 in an edition, each with the segment of its column.
pub(crate) fn cells_of(row: &str, edition: Edition) -> &'static [(&'static str, Cell)] {
    /// The rows of an edition with their cells.
    type Rows = Vec<(&'static str, Vec<(&'static str, Cell)>)>;
    static ALL: LazyLock<[Rows; 2]> = LazyLock::new(|| [Edition::V2019, Edition::V2021].map(rows_of_proactive));
    /// The rows of section 二 in an edition.
    fn rows_of_proactive(edition: Edition) -> Rows {
        let mut rows = Rows::new();
        for cell in ProactiveCell::ALL.iter().copied().filter(|cell| cell.header(edition).is_some()) {
            let Some((row, column)) = cell.name().split_once('.') else { continue };
            match rows.last_mut().filter(|last| last.0 == row) {
                Some((_, cells)) => cells.push((column, Cell::Proactive(cell))),
                None => rows.push((row, vec![(column, Cell::Proactive(cell))])),
            }
        }
        rows
    }
    ALL[edition.index()].iter().find(|cells| cells.0 == row).map_or(&[], |cells| &cells.1)
}

/// Whether a text is a part of a row's label that print has broken.
pub(crate) fn is_inside_label(text: &[char], row: RequestRow) -> bool {
    static LABELS: LazyLock<Vec<String>> =
        LazyLock::new(|| RequestRow::ALL.iter().map(|row| words(&Folded::of(row.label(Lang::Zh)).chars)).collect());
    LABELS[row.index()].contains(&words(text))
}

/// A text without punctuation.
pub(crate) fn words(text: &[char]) -> String {
    text.iter().filter(|c| !is_punctuation(**c)).collect()
}

/// Whether the last of these numbers is the sum of the others.
pub(crate) fn makes_its_sum<'s>(page: &Page<'_>, slots: impl Iterator<Item = &'s Piece>) -> bool {
    let numbers: Option<Vec<u64>> = slots.map(|slot| slot.number(page)).collect();
    numbers.as_deref().and_then(<[u64]>::split_last).is_some_and(|(total, parts)| parts.iter().sum::<u64>() == *total)
}

/// Whether a run is seven plain numbers that make their sum.
pub(crate) fn is_sum(page: &Page<'_>, run: &Run) -> bool {
    has_total_at(page, run, COLUMNS - 1)
}

/// Whether a run is seven plain numbers, and the one at that place is the sum of the others.
pub(crate) fn has_total_at(page: &Page<'_>, run: &Run, place: usize) -> bool {
    let Fit::Slots(slots) = run.fit(page, COLUMNS) else { return false };
    let (before, rest) = slots.split_at(place);
    rest.split_first().is_some_and(|(total, behind)| {
        makes_its_sum(page, before.iter().chain(behind).chain([total]).map(|&at| &run.slots[at]))
    })
}
