//! Labels of section 三 and the figures behind them, as readers of PDF files give them that take the boxes of a page in an
//! order of their own.

use super::fold::Folded;
use super::out::Out;
use super::page::RowKind;
use super::requests::{COLUMNS, Line, Strength, is_inside_label, makes_its_sum};
use super::scan::{Slot, Values};
use super::words::is_punctuation;
use crate::form::{OutcomeGroup, RequestRow};
use crate::value::Lang;

/// Labels one behind the other.
#[derive(Default)]
pub(super) struct Labels {
    pub(super) rows: Vec<RequestRow>,
    /// Whether text that is no part of these or of the label of a group stands behind the first of them.
    pub(super) is_strange: bool,
}

impl Labels {
    pub(super) fn push(&mut self, row: RequestRow) {
        if self.rows.last() == Some(&row) {
            return;
        }
        // More labels than the form has are those of no rows.
        if self.rows.len() == RequestRow::ALL.len() {
            self.is_strange = true;
        } else {
            self.rows.push(row);
        }
    }

    /// Passes text that is no label.
    pub(super) fn words(&mut self, words: &str) {
        for word in words.split_whitespace() {
            if self.is_strange {
                return;
            }
            let word = Folded::of(word).chars;
            self.is_strange = !self.rows.iter().any(|row| is_inside_label(&word, *row)) && !is_inside_group(&word);
        }
    }
}

/// Whether text is a part of the label of a group of rows.
fn is_inside_group(text: &[char]) -> bool {
    let text: String = text.iter().filter(|c| !is_punctuation(**c)).collect();
    let is_part = |label: &str| label.replace(['（', '）', '、'], "").contains(&text);
    OutcomeGroup::ALL.iter().copied().any(|group| is_part(group.label(Lang::Zh))) || is_part("三、本年度办理结果")
}

/// A label, and the figures up to the next label that comes in the order of the form.
struct Run {
    lines: Vec<Line>,
    /// The rows of the form from the label to the next.
    rows: Vec<RequestRow>,
}

/// Gives the lines of a table whose text does not keep the order of its rows their labels: to figures in the line of their
/// label that label, and to others only where label and figures are certain to be of the same rows.
///
/// They are where from one label to the next are as many figures as the form has cells in these rows, and every row makes
/// its sum, and where the same is true of the labels before and behind: else these may have each other's figures.
pub(super) fn label_runs(lines: Vec<Line>, rows: &[RequestRow], out: &Out<'_, '_>) -> Vec<Line> {
    let mut runs: Vec<(usize, Vec<Line>)> = Vec::new();
    let mut unlabelled = Vec::new();
    for line in lines {
        let last = runs.last().map(|run| run.0);
        let position = |row: &RequestRow| rows.iter().position(|other| other == row);
        // A label that comes too late was torn from its figures.
        let next = line.opens.iter().filter_map(position).find(|&at| last.is_none_or(|last| last < at));
        match (next, runs.last_mut()) {
            (Some(at), _) => runs.push((at, vec![line])),
            (None, Some(run)) => run.1.push(line),
            (None, None) => unlabelled.push(line),
        }
    }
    let ends: Vec<usize> = runs.iter().skip(1).map(|run| run.0).chain([rows.len()]).collect();
    let of_rows = |((at, lines), end): ((usize, Vec<Line>), usize)| Run { lines, rows: rows[at..end].to_vec() };
    let runs: Vec<Run> = runs.into_iter().zip(ends).map(of_rows).collect();
    let in_order: Vec<bool> = runs.iter().map(|run| run.is_one_line() || run.is_in_order(out)).collect();
    let mut labelled: Vec<Line> = unlabelled.into_iter().map(Line::without_label).collect();
    for (at, run) in runs.into_iter().enumerate() {
        let around = in_order.get(at.saturating_sub(1)..=at + 1).or(in_order.get(at.saturating_sub(1)..));
        if run.is_one_line() {
            labelled.extend(run.lines);
        } else if around.is_some_and(|around| around.iter().all(|in_order| *in_order)) {
            labelled.extend(run.labelled());
        } else {
            labelled.extend(run.lines.into_iter().map(Line::without_label));
        }
    }
    labelled
}

impl Run {
    /// Whether these are a label and the figures of its row in one line, or cells of a table.
    fn is_one_line(&self) -> bool {
        let [line] = self.lines.as_slice() else { return false };
        let is_beside = matches!(line.label, Some((_, Strength::Beside)));
        let is_row = line.values.lines == 1 && line.values.slots.len() == COLUMNS;
        line.values.kind != RowKind::Line || (is_row && is_beside)
    }

    fn slots(&self) -> Vec<Slot> {
        self.lines.iter().flat_map(|line| line.values.slots.iter().cloned()).collect()
    }

    /// Whether the figures are those of the rows, one behind the other, and no other order makes others of them.
    fn is_in_order(&self, out: &Out<'_, '_>) -> bool {
        let slots = self.slots();
        let texts: Vec<&str> = slots.iter().map(|slot| out.text(slot)).collect();
        let is_known = self.lines.iter().all(|line| !line.is_strange && line.values.kind == RowKind::Line);
        let make_sums = |texts: &[&str]| texts.chunks(COLUMNS).all(|row| makes_its_sum(row.iter().copied()));
        is_known
            && texts.len() == self.rows.len() * COLUMNS
            && make_sums(&texts)
            && orders_of_columns(self.rows.len()).all(|order| {
                let other: Vec<&str> = order.iter().map(|&at| texts[at]).collect();
                other == texts || !make_sums(&other)
            })
    }

    /// A line for each row.
    fn labelled(self) -> Vec<Line> {
        let (slots, lines) = (self.slots(), self.lines.iter().map(|line| line.values.lines).sum());
        let Some(first) = self.lines.into_iter().next() else { return Vec::new() };
        let of_row = |(row, slots): (RequestRow, &[Slot])| Line {
            label: Some((row, Strength::Beside)),
            values: Values { slots: slots.to_vec(), own_text: None, lines, ..first.values.clone() },
            opens: Vec::new(),
            is_strange: false,
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
