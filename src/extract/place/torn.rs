//! Labels of section 三 and their figures, in the order of PDF readers that take the boxes of a page in their own order.

use super::owner::{Owned, Strength};
use crate::extract::page::rows::{Page, Piece};
use crate::extract::tables::row::{COLUMNS, RowId, makes_its_sum};
use crate::extract::tables::run::Run;
use crate::form::RequestRow;

/// A label, and the figures up to the next label that comes in the order of the form.
struct Group {
    lines: Vec<Owned>,
    /// The rows of the form from the label to the next.
    rows: Vec<RequestRow>,
}

/// Assigns labels in a table whose text does not keep the order of its rows. Figures in the line of a label get that label; others only if
/// label and figures certainly belong to the same rows.
///
/// They do if there are as many figures from one label to the next as the form has cells in these rows, every row adds up, and the same
/// holds for the labels before and after. Otherwise two labels may have each other's figures.
pub(crate) fn label_groups(lines: Vec<Owned>, rows: &[RequestRow], page: &Page<'_>) -> Vec<Owned> {
    let mut groups: Vec<(usize, Vec<Owned>)> = Vec::new();
    let mut unlabelled = Vec::new();
    for line in lines {
        let last = groups.last().map(|group| group.0);
        let position = |row: &RequestRow| rows.iter().position(|other| other == row);
        // A label that comes too late was torn from its figures.
        let next = line.opens.iter().filter_map(position).find(|&at| last.is_none_or(|last| last < at));
        match (next, groups.last_mut()) {
            (Some(at), _) => groups.push((at, vec![line])),
            (None, Some(group)) => group.1.push(line),
            (None, None) => unlabelled.push(line),
        }
    }
    let ends: Vec<usize> = groups.iter().skip(1).map(|group| group.0).chain([rows.len()]).collect();
    let of_rows = |((at, lines), end): ((usize, Vec<Owned>), usize)| Group { lines, rows: rows[at..end].to_vec() };
    let groups: Vec<Group> = groups.into_iter().zip(ends).map(of_rows).collect();
    let in_order: Vec<bool> = groups.iter().map(|group| group.is_one_line() || group.is_in_order(page)).collect();
    let mut labelled: Vec<Owned> = unlabelled.into_iter().map(without_label).collect();
    for (at, group) in groups.into_iter().enumerate() {
        let around = in_order.get(at.saturating_sub(1)..=at + 1).or(in_order.get(at.saturating_sub(1)..));
        if group.is_one_line() {
            labelled.extend(group.lines);
        } else if around.is_some_and(|around| around.iter().all(|in_order| *in_order)) {
            labelled.extend(group.labelled());
        } else {
            labelled.extend(group.lines.into_iter().map(without_label));
        }
    }
    labelled
}

impl Group {
    /// Whether these are a label and the figures of its row in one line, or cells of a table.
    fn is_one_line(&self) -> bool {
        let [line] = self.lines.as_slice() else { return false };
        let is_beside = matches!(line.label, Some((_, Strength::Beside)));
        let is_row = line.run.lines == 1 && line.run.slots.len() == COLUMNS;
        !line.run.is_line() || (is_row && is_beside)
    }

    fn slots(&self) -> Vec<Piece> {
        self.lines.iter().flat_map(|line| line.run.slots.iter().cloned()).collect()
    }

    /// Whether the figures are those of the rows, one behind the other, and no other order makes others of them.
    fn is_in_order(&self, page: &Page<'_>) -> bool {
        let slots = self.slots();
        let is_known = self.lines.iter().all(|line| !line.is_strange && line.run.is_line());
        let printed =
            |slots: &[&Piece]| -> Vec<String> { slots.iter().map(|slot| slot.printed(page).to_owned()).collect() };
        let make_sums = |slots: &[&Piece]| slots.chunks(COLUMNS).all(|row| makes_its_sum(page, row.iter().copied()));
        let as_printed: Vec<&Piece> = slots.iter().collect();
        is_known
            && slots.len() == self.rows.len() * COLUMNS
            && make_sums(&as_printed)
            && orders_of_columns(self.rows.len()).all(|order| {
                let other: Vec<&Piece> = order.iter().map(|&at| &slots[at]).collect();
                !make_sums(&other) || printed(&other) == printed(&as_printed)
            })
    }

    /// A line for each row.
    fn labelled(self) -> Vec<Owned> {
        let (slots, lines) = (self.slots(), self.lines.iter().map(|line| line.run.lines).sum());
        let Some(first) = self.lines.into_iter().next() else { return Vec::new() };
        let of_row = |(row, slots): (RequestRow, &[Piece])| Owned {
            label: Some((RowId::Request(row), Strength::Beside)),
            label_line: None,
            follows_several: false,
            run: Run { slots: slots.to_vec(), own_text: None, lines, ..first.run.clone() },
            opens: Vec::new(),
            is_strange: false,
            goes_on: false,
            texts: Vec::new(),
        };
        self.rows.into_iter().zip(slots.chunks(COLUMNS)).map(of_row).collect()
    }
}

/// For each way to print some columns of all rows and then the next ones, the places of the figures in the order of rows.
fn orders_of_columns(rows: usize) -> impl Iterator<Item = Vec<usize>> {
    // Behind which columns a block ends, as bits.
    (1_u32..1 << (COLUMNS - 1)).map(move |ends| {
        let mut place = vec![0; rows * COLUMNS];
        let (mut at, mut first) = (0, 0);
        for last in 0..COLUMNS {
            if last + 1 < COLUMNS && ends & (1 << last) == 0 {
                continue;
            }
            for row in 0..rows {
                for column in first..=last {
                    place[row * COLUMNS + column] = at;
                    at += 1;
                }
            }
            first = last + 1;
        }
        place
    })
}

/// The same figures with the row unknown.
fn without_label(line: Owned) -> Owned {
    Owned { label: None, is_strange: true, ..line }
}
