//! The blocks of section 二, where nothing adds up that could confirm which figure is whose.

use std::ops::Range;

use super::claim::{Claim, Context};
use super::columns::{Over, Under, of_block};
use super::damage::Damage;
use super::owner::{Owned, Strength, owned};
use super::sheet::Sheet;
use crate::extract::UnplacedReason;
use crate::extract::out::Out;
use crate::extract::page::rows::Piece;
use crate::extract::tables::divide::{Item, Table};
use crate::extract::tables::header::Header;
use crate::extract::tables::row::{RowId, cells_of};
use crate::extract::tables::run::Run;
use crate::extract::words::fold::Folded;
use crate::extract::words::vocabulary::{is_part_of_column, is_punctuation};
use crate::form::{Cell, Edition};
use crate::value::fold::half_width;

/// A block of section 二.
pub(crate) struct Block {
    header: Header,
    runs: Vec<Owned>,
    /// Whether the label of a run has to stand in its line.
    needs_label_beside: bool,
}

impl Block {
    /// A table as a block, and what its rows show of print.
    pub(crate) fn of(table: Table, damage: &mut Damage, sheet: &Sheet<'_>) -> Self {
        let header = table.headers.last().or(table.unnamed.as_ref()).cloned().unwrap_or_default();
        let is_strange = |text: &Range<usize>| {
            let text = sheet.page.text.get(text.clone()).unwrap_or_default();
            text.split_whitespace().any(|word| {
                let word: Vec<char> = Folded::of(word).chars.into_iter().filter(|c| !is_punctuation(*c)).collect();
                !word.is_empty() && !is_part_of_column(&word)
            })
        };
        let before_rows = table.items.iter().take_while(|item| !matches!(item, Item::Label { .. }));
        let needs_label_beside = before_rows.into_iter().any(|item| match item {
            // Then figures behind a label may be those of the next.
            Item::Run(_) => !header.words.is_empty(),
            Item::Text { text, .. } => is_strange(text),
            _ => false,
        });
        let (runs, _) = owned(table, sheet.page);
        for owned in &runs {
            let Some((RowId::Proactive(name), _)) = owned.label else { continue };
            let counts = Edition::ALL.iter().map(|edition| cells_of(name, *edition).len()).filter(|count| *count > 0);
            if counts.clone().all(|count| count != owned.run.slots.len()) {
                damage.pass(sheet.page, &owned.run, counts.max().unwrap_or(0));
            }
        }
        Self { header, runs, needs_label_beside }
    }

    /// Places every row whose cells are certain.
    pub(crate) fn place(self, damage: Damage, of_year: Option<Edition>, sheet: &Sheet<'_>, out: &mut Out<'_>) {
        let Self { header, runs, needs_label_beside } = self;
        let mut torn = 0;
        let mut last: Option<Last> = None;
        for Owned { label, label_line, follows_several, run, .. } in runs {
            let label = label.filter(|_| run.own_text.is_none());
            let Some((RowId::Proactive(name), strength)) = label else {
                // What is left over behind a row may be the rest of its last number.
                if let Some(last) = last.take().filter(|last| last.may_go_on(&run)) {
                    out.take_back(&last.cells);
                }
                torn += 1;
                out.leave(&run.slots, UnplacedReason::NoRow);
                continue;
            };
            let is_beside = strength == Strength::Beside && run.lines == 1;
            let is_its_own = !run.is_line()
                || (!needs_label_beside
                    && (is_beside
                        || (may_stand_behind(&run, &header, label_line, sheet)
                            && !may_be_page_number(&run, sheet)
                            // Where labels come before the figures of several rows, the first row may have these.
                            && !(sheet.by_columns && (torn > 0 || follows_several)))));
            if !is_its_own || (sheet.numbers_rows && run.is_line()) {
                torn += usize::from(!is_its_own);
                out.leave(&run.slots, UnplacedReason::Ambiguous);
                continue;
            }
            let (may_be_broken, end) = (run.may_be_broken(sheet.page), run.first_row + run.lines);
            last = None;
            let Some(claim) = claim(name, &header, run, of_year, damage, sheet, out) else { continue };
            // A row that is left has no figure on the form that another could go on.
            last = claim.is_free().then(|| Last { cells: claim.cells.clone(), may_be_broken, end });
            torn += usize::from(!claim.is_free());
            claim.settle(false, out);
        }
    }
}

/// The last row that was placed.
struct Last {
    cells: Vec<Cell>,
    may_be_broken: bool,
    /// The row of the page behind it.
    end: usize,
}

impl Last {
    /// Whether figures without a label may be the rest of its last number.
    fn may_go_on(&self, run: &Run) -> bool {
        self.may_be_broken || (run.first_row == self.end && run.own_text.is_none())
    }
}

/// Whether figures in lines below their label are those of its row.
fn may_stand_behind(run: &Run, header: &Header, label_line: Option<usize>, sheet: &Sheet<'_>) -> bool {
    // Figures of several cells on a line may go on in the next, and one alone may be the number of the page.
    let is_cell_per_line = !header.shares_lines() && run.slots.len() == run.lines;
    // A row whose bars part empty cells has no cell in a line without bars.
    let has_bars = |row: usize| sheet.page.rows.get(row).is_some_and(|row| sheet.page.is_before_bar(row.pieces.start));
    let states_empty_cells = label_line.is_some_and(has_bars) && !has_bars(run.first_row);
    !states_empty_cells && (run.lines == 1 || is_cell_per_line)
}

/// Whether three figures on a line could also number the page: `3 / 12`.
fn may_be_page_number(run: &Run, sheet: &Sheet<'_>) -> bool {
    let [page, mark, pages] = run.slots.as_slice() else { return false };
    let number =
        |slot: &Piece| slot.printed(sheet.page).chars().map(half_width).collect::<String>().parse::<u32>().ok();
    let is_mark = !mark.printed(sheet.page).contains(char::is_alphanumeric);
    is_mark && number(page).zip(number(pages)).is_some_and(|(page, pages)| (1..=pages).contains(&page))
}

/// The claim of a row, if the header says which columns it has.
fn claim(
    name: &str,
    header: &Header,
    run: Run,
    of_year: Option<Edition>,
    damage: Damage,
    sheet: &Sheet<'_>,
    out: &mut Out<'_>,
) -> Option<Claim> {
    let Some((cells, columns)) = of_block(sheet.page, name, header, &run, of_year, sheet.by_columns) else {
        out.leave(&run.slots, UnplacedReason::NoColumn);
        return None;
    };
    let context = Context { sheet, sums: &[], is_out_of_order: false, counts_rows: false, damage };
    let over = Over::new(header, columns);
    let under = match over.under(sheet.page, &run) {
        Under::No { .. } | Under::Slots { has_beyond: true, .. } => {
            Over::new(header, header.with_empty_cells(&over.columns)).under(sheet.page, &run)
        }
        under => under,
    };
    Some(Claim::new(cells, run, under, &context))
}
