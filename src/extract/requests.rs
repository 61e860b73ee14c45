//! The table of section 三: which row a line of figures is, and which column a figure.

use std::ops::Range;

use super::fold::Folded;
use super::geometry::Geometry;
use super::header::{Header, HeaderWord};
use super::out::{Fit, Out, Under, alternatives};
use super::page::RowKind;
use super::place::is_rest_of_number;
use super::runs::{Labels, label_runs};
use super::scan::Values;
use super::solver::Solver;
use super::split::{Boundaries, Reading, Readings, joined_reading};
use super::words::{Word, is_punctuation};
use super::{Note, UnplacedReason};
use crate::form::{Applicant, Cell, Column, Edition, Outcome, RequestRow};
use crate::value::Lang;

/// Figures of a row.
pub(super) const COLUMNS: usize = Applicant::ALL.len() + 1;

/// The table of section 三 as printed.
#[derive(Default)]
pub(super) struct RequestTable {
    header: Option<Header>,
    /// Whether a later header says something else than the first.
    has_two_headers: bool,
    /// Labels that no figures have followed yet, with the line or row they end on.
    pending: Vec<(RequestRow, usize)>,
    lines: Vec<Line>,
    /// Whether a row of （六）其他处理 of the 2021 edition is named.
    names_three_rows: bool,
    /// Whether the figures of a row stand before the first label, and whether the last label has none behind it.
    figures_then_label: [bool; 2],
    /// A row behind the first that has figures.
    behind_first: Option<RequestRow>,
    /// Whether a label has been read since the last figures.
    has_label_since: bool,
    /// Whether text that belongs to no label has been read since the last figures, and since the last label.
    has_text_since: [bool; 2],
    /// The labels since the last figures, or before them if there was none since.
    labels: Labels,
}

/// Figures and the row that their label names.
pub(super) struct Line {
    pub(super) label: Option<(RequestRow, Strength)>,
    pub(super) values: Values,
    /// The labels since the figures before.
    pub(super) opens: Vec<RequestRow>,
    /// Whether behind these labels text was read that is no part of one.
    pub(super) is_strange: bool,
}

impl Line {
    /// The same figures as those of nobody knows which row.
    pub(super) fn without_label(self) -> Self {
        Self { label: None, is_strange: true, ..self }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// The label stands in the same row.
    Beside,
    /// The label stands before the figures.
    Before,
}

impl RequestTable {
    /// The words over the rows that follow.
    pub(super) fn header(&mut self, header: Header) {
        match &self.header {
            None => self.header = Some(header),
            // The header of another page of the same table says the same.
            Some(first) if header.is_of_cells && order_under(first) != order_under(&header) => {
                self.has_two_headers = true;
            }
            Some(_) => {}
        }
    }

    pub(super) fn label(&mut self, row: RequestRow, line: usize) {
        if let RequestRow::Outcome(Outcome::OtherHandling(_)) = row {
            self.names_three_rows = true;
            // （六）其他处理 was the label of the group.
            self.pending.retain(|pending| pending.0 != RequestRow::Outcome(Outcome::Other));
        }
        // A label over several columns is printed by some converters in each of them.
        self.pending.retain(|pending| *pending != (row, line));
        self.pending.push((row, line));
        if !std::mem::replace(&mut self.has_label_since, true) {
            self.labels = Labels::default();
        }
        self.labels.push(row);
        // The first of so many labels matters no more than that there are several.
        if self.pending.len() > RequestRow::ALL.len() {
            self.pending.remove(0);
        }
        self.has_text_since[1] = false;
    }

    /// Text that is no word of the form. It may be a label that nobody knows, and then the label before it is not
    /// that of the figures behind it.
    pub(super) fn text(&mut self, text: &[char]) {
        if !self.pending.last().is_some_and(|label| is_inside_label(text, label.0)) {
            self.has_text_since = [true; 2];
        }
    }

    /// The same text as words between spaces: each may be a part of a label that stands around the figures.
    pub(super) fn words(&mut self, words: &str) {
        self.labels.words(words);
    }

    /// Whether a label stands before the figures that come next.
    pub(super) fn has_label(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Whether a row behind the first has figures.
    pub(super) fn goes_beyond_first_row(&self) -> bool {
        self.behind_first.is_some()
    }

    /// A word of the header behind a label is a part of another label: 2.其他法律行政法规禁止公开.
    pub(super) fn header_word(&mut self) {
        if !self.pending.is_empty() {
            self.has_text_since = [true; 2];
        }
    }

    /// Another section begins.
    pub(super) fn pause(&mut self) {
        self.figures_then_label[1] |= !self.pending.is_empty();
        self.pending.clear();
        self.labels = Labels::default();
    }

    pub(super) fn values(&mut self, values: Values) {
        let last = self.pending.last().copied();
        let is_first = self.lines.is_empty() && last.is_none() && values.own_text.is_none();
        self.figures_then_label[0] |= is_first && values.slots.len() >= COLUMNS;
        // Text between a label and figures in one row is the rest of the label, or one that nobody knows.
        let is_part = |text: &[char], row| !text.iter().any(char::is_ascii_digit) && is_inside_label(text, row);
        let is_label_whole = |row| values.own_text.as_ref().is_none_or(|text| is_part(text, row));
        let beside = last
            .filter(|label| label.1 == values.first_row && is_label_whole(label.0))
            .map(|label| (label.0, Strength::Beside));
        let before = || {
            let (row, _) = last?;
            if let Some(text) = &values.own_text {
                return is_part(text, row).then_some((row, Strength::Before));
            }
            // A table with one cell per line leaves empty rows without a trace, and the last label is that of the
            // figures. Where a row is one line, several labels before it have been torn from their figures.
            let is_cell_per_line = values.lines > 1 || values.slots.len() == 1;
            let [since_figures, since_label] = self.has_text_since;
            let is_next_to = if is_cell_per_line { !since_label } else { self.pending.len() == 1 && !since_figures };
            is_next_to.then_some((row, Strength::Before))
        };
        let mut label = beside.or_else(before);
        if last.is_none() && !self.has_label_since && !self.has_text_since[0] && values.own_text.is_none() {
            // A stray number, such as that of a page, stood between the label and the figures.
            let is_stray = |line: &&mut Line| match line.values.slots.as_slice() {
                [number] => number.text.len() <= LONGEST_PAGE_NUMBER && values.slots.len() >= COLUMNS,
                _ => false,
            };
            if let Some(stray) = self.lines.last_mut().filter(is_stray) {
                label = stray.label.take();
            }
        }
        self.pending.clear();
        let opens = if std::mem::take(&mut self.has_label_since) { self.labels.rows.clone() } else { Vec::new() };
        self.has_text_since = [false; 2];
        let row = label.map(|label| label.0).filter(|row| *row != RequestRow::Received);
        self.behind_first = self.behind_first.or(row);
        self.lines.push(Line { label, values, opens, is_strange: self.labels.is_strange });
    }

    /// Takes the order of the text for one of columns: see [`label_runs`].
    pub(super) fn label_runs(&mut self, out: &Out<'_, '_>) {
        let lines = std::mem::take(&mut self.lines);
        self.lines = label_runs(lines, &self.printed_rows(), out);
    }

    /// Places every line whose row and columns are certain.
    pub(super) fn place(mut self, out: &mut Out<'_, '_>) {
        if self.lines.is_empty() {
            return;
        }
        self.drop_labels_behind_figures(out);
        self.drop_label_of_three_rows();
        self.unfold(out);
        self.name_all(out);
        self.drop_labels_out_of_order();
        self.name_by_order(out);
        let Some(order) = self.order(out) else {
            for line in &self.lines {
                out.leave(&line.values, UnplacedReason::NoColumn);
            }
            return;
        };
        // Seven zeros make their sum wherever they stand, so another row has to say so, or nothing else is there.
        let is_confirmed = |line: &Line| is_sum(out, &line.values) && !is_zero(out, &line.values);
        let sums_hold = self.lines.iter().any(is_confirmed) || self.lines.iter().all(|line| is_sum(out, &line.values));
        let mut open = Vec::new();
        let mut geometry = Geometry::of(self.lines.iter().map(|line| &line.values));
        for line in &self.lines {
            let Some((row, _)) = line.label else {
                out.leave(&line.values, UnplacedReason::NoRow);
                continue;
            };
            let cells: Vec<Cell> = order.iter().map(|&column| Cell::Request(row, column)).collect();
            match self.under(out, &mut geometry, &line.values, &order) {
                Under::Slots { cells: slots, others } => {
                    out.put_under(&cells, &slots, &others, &line.values);
                    continue;
                }
                // Where the header does not stand over its columns, their sum says that these are the figures.
                Under::No { has_others: false }
                    if is_sum(out, &line.values) && (sums_hold || !is_zero(out, &line.values)) => {}
                Under::No { .. } => {
                    out.leave(&line.values, UnplacedReason::NoColumn);
                    continue;
                }
                Under::NotKnown => {}
            }
            match out.fit(&line.values, COLUMNS) {
                // A text that does not keep the order of its rows may not keep that of their columns either.
                Fit::Slots(_) if out.by_columns && line.values.lines > 1 && !is_zero(out, &line.values) => {
                    open.push((row, &line.values));
                }
                Fit::Slots(slots) if out.has_cells_beside(&line.values, &slots) && !is_sum(out, &line.values) => {
                    out.leave(&line.values, UnplacedReason::NoColumn);
                }
                Fit::Slots(_) if may_end_with_a_number(&line.values, out) => {
                    out.leave(&line.values, UnplacedReason::Ambiguous);
                }
                Fit::Slots(slots) if is_sum(out, &line.values) || !out.may_be_broken(&line.values) => {
                    let other = if is_sum(out, &line.values) { None } else { joined(out, &line.values) };
                    if let Some(reading) = other.filter(|_| order.last() == Some(&Column::Total)) {
                        let listed = alternatives(&cells, Readings::All(vec![reading]));
                        out.leave_with(&line.values, UnplacedReason::Ambiguous, listed);
                        continue;
                    }
                    for (&cell, at) in cells.iter().zip(slots) {
                        out.put(cell, &line.values.slots[at]);
                    }
                }
                Fit::Slots(_) | Fit::Gaps(_) | Fit::Search => open.push((row, &line.values)),
                Fit::None => {}
            }
        }
        Solver::new(&order, open, out).solve(out);
    }

    /// Where figures stand before the first label, or none behind the last, a label may stand behind its figures, and those
    /// before it be of another row. Only the sum of the outcomes tells then.
    fn drop_labels_behind_figures(&mut self, out: &Out<'_, '_>) {
        let [begins_with_figures, ends_with_label] = self.figures_then_label;
        if !(begins_with_figures || ends_with_label) || self.outcomes_make_their_sum(out) {
            return;
        }
        for line in &mut self.lines {
            line.label = line.label.filter(|label| label.1 == Strength::Beside);
        }
    }

    /// Whether in every column the outcomes make their total, and not all are zero.
    fn outcomes_make_their_sum(&self, out: &Out<'_, '_>) -> bool {
        let mut sums = [0_u64; COLUMNS];
        let mut totals = None;
        for line in &self.lines {
            let figures: Vec<u64> = line.values.slots.iter().filter_map(|slot| out.text(slot).parse().ok()).collect();
            match line.label {
                Some((RequestRow::Outcome(_), _)) if figures.len() == COLUMNS => {
                    sums.iter_mut().zip(figures).for_each(|(sum, figure)| *sum = sum.saturating_add(figure));
                }
                Some((RequestRow::OutcomeTotal, _)) if totals.is_none() => totals = Some(figures),
                _ => {}
            }
        }
        totals.is_some_and(|totals| totals == sums && sums.iter().any(|sum| *sum > 0))
    }

    /// Where （六）其他处理 has three rows, it is the label of the three, and in lines of text it stands beside any of them.
    fn drop_label_of_three_rows(&mut self) {
        for line in self.lines.iter_mut().filter(|line| self.names_three_rows && line.values.kind == RowKind::Line) {
            line.label = line.label.filter(|label| label.0 != RequestRow::Outcome(Outcome::Other));
        }
    }

    /// The rows of the table, in the order of the form.
    fn printed_rows(&self) -> Vec<RequestRow> {
        let edition = if self.names_three_rows { Edition::V2021 } else { Edition::V2019 };
        RequestRow::ALL.iter().copied().filter(|row| row.is_printed_in(edition)).collect()
    }

    /// Lines that hold several rows, as where a PDF prints one number per line and its labels elsewhere, become one
    /// line for each row, if every one of them makes its sum.
    fn unfold(&mut self, out: &Out<'_, '_>) {
        let lines = std::mem::take(&mut self.lines);
        for mut line in lines {
            // A text that is cut off may end with the enumerator of a label.
            let is_cut_off = line.values.kind == RowKind::Line
                && line.values.slots.len() == COLUMNS + 1
                && line.values.slots.last().is_some_and(|slot| slot.text.end == out.page.text.trim_end().len())
                && makes_its_sum(line.values.slots[..COLUMNS].iter().map(|slot| out.text(slot)));
            if is_cut_off {
                line.values.slots.truncate(COLUMNS);
            }
            let count = line.values.slots.len();
            let is_several = line.values.kind == RowKind::Line && count > COLUMNS && count.is_multiple_of(COLUMNS);
            let sums_hold =
                || line.values.slots.chunks(COLUMNS).all(|row| makes_its_sum(row.iter().map(|slot| out.text(slot))));
            if !(is_several && sums_hold()) {
                self.lines.push(line);
                continue;
            }
            for (at, slots) in line.values.slots.chunks(COLUMNS).enumerate() {
                let values = Values { slots: slots.to_vec(), own_text: None, ..line.values.clone() };
                let label = line.label.filter(|_| at == 0);
                self.lines.push(Line { label, values, opens: Vec::new(), is_strange: line.is_strange });
            }
        }
    }

    /// Names the lines of a whole table whose labels print has broken around their figures: as many lines as the form
    /// has rows, each of which makes its sum and has its whole label before and behind its figures, the start of it
    /// before.
    fn name_all(&mut self, out: &Out<'_, '_>) {
        let is_row =
            |line: &Line| line.values.kind == RowKind::Line && line.values.lines == 1 && is_sum(out, &line.values);
        let lines: Vec<usize> =
            (0..self.lines.len()).filter(|&at| self.lines[at].values.slots.len() >= COLUMNS).collect();
        if !lines.iter().all(|&at| is_row(&self.lines[at])) {
            return;
        }
        let of_edition = |edition: Edition| -> Vec<RequestRow> {
            RequestRow::ALL.iter().copied().filter(|row| row.is_printed_in(edition)).collect()
        };
        let Some(rows) = Edition::ALL.iter().copied().map(of_edition).find(|rows| rows.len() == lines.len()) else {
            return;
        };
        let figures = |at: usize| {
            let slots = &self.lines[lines[at]].values.slots;
            slots.first().map_or(0, |slot| slot.text.start)..slots.last().map_or(0, |slot| slot.text.end)
        };
        let text = &out.page.text;
        let is_named = |at: usize, row: RequestRow| {
            let start = if at == 0 { figures(0).start.saturating_sub(ROUND_THE_TABLE) } else { figures(at - 1).end };
            let end = if at + 1 < rows.len() { figures(at + 1).start } else { figures(at).end + ROUND_THE_TABLE };
            let start = (start..=figures(at).start).find(|start| text.is_char_boundary(*start)).unwrap_or_default();
            let end = (figures(at).end..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
            stands_around(row, &text[start..figures(at).start], &text[figures(at).end..end])
        };
        let label = |at: usize| self.lines[lines[at]].label;
        let agrees = |(at, &row): (usize, &RequestRow)| match label(at) {
            Some((other, Strength::Beside)) => other == row,
            Some((other, Strength::Before)) if other == row => true,
            _ => is_named(at, row),
        };
        if rows.iter().enumerate().all(agrees) {
            for (&at, row) in lines.iter().zip(rows) {
                self.lines[at].label = Some((row, Strength::Beside));
            }
        }
    }

    /// A label that stands before figures and not beside them is believed only where it comes in the order of the
    /// form.
    fn drop_labels_out_of_order(&mut self) {
        // By line, the next row behind it whose label stands beside its figures.
        let mut beside = Vec::with_capacity(self.lines.len());
        let mut next = None;
        for line in self.lines.iter().rev() {
            beside.push(next);
            if let Some((row, Strength::Beside)) = line.label {
                next = Some(row.index());
            }
        }
        let mut before = None;
        for (line, behind) in self.lines.iter_mut().zip(beside.into_iter().rev()) {
            let Some((row, strength)) = line.label else { continue };
            let starts_again = row == RequestRow::Received;
            let is_out_of_order = before.is_some_and(|before| before >= row.index() && !starts_again)
                || behind.is_some_and(|behind| behind <= row.index() && behind != RequestRow::Received.index());
            if strength == Strength::Before && is_out_of_order {
                line.label = None;
            } else {
                before = Some(row.index());
            }
        }
    }

    /// Names the lines between two labelled ones where there are as many of them as rows, and each makes its sum.
    fn name_by_order(&mut self, out: &mut Out<'_, '_>) {
        let rows = self.printed_rows();
        let position = |row: RequestRow| rows.iter().position(|other| *other == row);
        // A line with a label of its own that nobody knows is not named by its place.
        let may_be = |line: &Line, row: RequestRow| {
            let is_one_line = line.values.lines == 1 || !out.by_columns;
            is_one_line
                && is_sum(out, &line.values)
                && line.values.own_text.as_ref().is_none_or(|text| is_inside_label(text, row))
        };
        let mut named = Vec::new();
        let labelled: Vec<usize> = (0..self.lines.len()).filter(|&at| self.lines[at].label.is_some()).collect();
        for pair in labelled.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let place = |at: usize| self.lines[at].label.and_then(|label| position(label.0));
            let (Some(first), Some(last)) = (place(from), place(to)) else { continue };
            // Numbers that are no row stand between the lines without a word; they do not count.
            let between: Vec<usize> =
                (from + 1..to).filter(|&at| self.lines[at].values.slots.len() >= COLUMNS).collect();
            if between.is_empty() || last <= first || last - first - 1 != between.len() {
                continue;
            }
            let mut pairs = between.into_iter().zip(rows[first + 1..last].iter().copied());
            if pairs.clone().all(|(at, row)| may_be(&self.lines[at], row)) {
                named.extend(pairs.by_ref());
            }
        }
        for (at, row) in named {
            self.lines[at].label = Some((row, Strength::Before));
            out.notes.push(Note::NamedByOrder { row });
        }
    }

    /// The columns in the order of the header, which is that of the form unless the header is whole and says
    /// otherwise. `None` if it says otherwise where print has no cells, and the sums do not confirm the form's order.
    fn order(&self, out: &Out<'_, '_>) -> Option<Vec<Column<Applicant>>> {
        let printed: Vec<Column<Applicant>> =
            Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]).collect();
        let by_header = self.header.as_ref().filter(|header| header.is_legible()).and_then(order_under);
        // Cells that name some of the columns and not all: which figure stands under which is anybody's guess.
        let names_some = self.header.as_ref().is_some_and(|header| header.is_of_cells);
        if self.has_two_headers || (by_header.is_none() && names_some) {
            return None;
        }
        match by_header {
            Some(order) if order != printed => {
                if self.header.as_ref().is_some_and(|header| header.is_of_cells) {
                    return Some(order);
                }
                self.lines.iter().all(|line| line.label.is_none() || is_sum(out, &line.values)).then_some(printed)
            }
            _ => Some(printed),
        }
    }

    /// Which slot stands under which word of the header, or in which column of the rows that have all of their figures.
    fn under(
        &self,
        out: &Out<'_, '_>,
        geometry: &mut Geometry<'_>,
        values: &Values,
        order: &[Column<Applicant>],
    ) -> Under {
        let under = self.under_header(out, values, order);
        if matches!(under, Under::Slots { .. } | Under::No { has_others: true }) || values.slots.len() == COLUMNS {
            return under;
        }
        let width = out.page.width_of(values.first_row);
        let shown = geometry.columns(width, out).map(|columns| {
            let rows = Header { width, ..Header::default() };
            out.under(&rows, &columns, values)
        });
        shown.filter(|shown| matches!(shown, Under::Slots { .. })).unwrap_or(under)
    }

    /// Which slot stands under which word of the header.
    fn under_header(&self, out: &Out<'_, '_>, values: &Values, order: &[Column<Applicant>]) -> Under {
        let Some(header) = self.header.as_ref().filter(|header| header.is_legible()) else { return Under::NotKnown };
        let columns: Option<Vec<Range<u32>>> = order
            .iter()
            .map(|column| {
                let word = match *column {
                    Column::Of(applicant) => Word::Applicant(applicant),
                    Column::Total => Word::Total,
                };
                header.words.iter().find(|header| header.word == word).map(|header| header.columns.clone())
            })
            .collect();
        columns.map_or(Under::NotKnown, |columns| out.under(header, &columns, values))
    }
}

/// The order of the columns under a header, if it names all of them.
fn order_under(header: &Header) -> Option<Vec<Column<Applicant>>> {
    let of = |header: &[HeaderWord]| {
        let words: Vec<Word> = header.iter().map(|header| header.word).collect();
        let columns: Vec<(Column<Applicant>, &Range<u32>)> = header
            .iter()
            .filter_map(|header| match header.word {
                Word::Applicant(applicant) => Some((Column::Of(applicant), &header.columns)),
                Word::Total => Some((Column::Total, &header.columns)),
                _ => None,
            })
            .collect();
        let mut by_place = columns.clone();
        by_place.sort_by_key(|column| column.1.start);
        let stand_beside_each_other =
            by_place.windows(2).all(|pair| pair[0].1.end <= pair[1].1.start && !pair[0].1.is_empty());
        let named = if stand_beside_each_other { by_place } else { columns };
        let named: Vec<Column<Applicant>> = named.into_iter().map(|column| column.0).collect();
        let mut sorted = named.clone();
        sorted.sort_unstable();
        sorted.dedup();
        if named.len() != COLUMNS || sorted.len() != COLUMNS {
            return None;
        }
        if stand_beside_each_other { Some(named) } else { order_of(&words, &named) }
    };
    of(&header.words).or_else(|| of(&header.once()))
}

/// The order of the columns under a header of one or two rows: 法人或其他组织 stands for the five columns below it.
fn order_of(words: &[Word], columns: &[Column<Applicant>]) -> Option<Vec<Column<Applicant>>> {
    let (person, total) = (Column::Of(Applicant::NaturalPerson), Column::Total);
    let organizations: Vec<_> = columns.iter().copied().filter(|column| ![person, total].contains(column)).collect();
    let at = |word: Word| words.iter().position(|other| *other == word);
    let first_organization = words
        .iter()
        .position(|word| matches!(word, Word::Applicant(applicant) if *applicant != Applicant::NaturalPerson));
    let (person_at, total_at) = (at(Word::Applicant(Applicant::NaturalPerson))?, at(Word::Total)?);
    // Without 法人或其他组织, a total between the others may stand behind the five columns below it or before them.
    let first_organization = first_organization.filter(|first| !(person_at..*first).contains(&total_at));
    let organizations_at = at(Word::Organizations).or(first_organization)?;
    let mut parts = vec![(person_at, vec![person]), (organizations_at, organizations), (total_at, vec![total])];
    parts.sort_by_key(|part| part.0);
    Some(parts.into_iter().flat_map(|part| part.1).collect())
}

/// Digits of the longest number of a page.
const LONGEST_PAGE_NUMBER: usize = 4;

/// Bytes before the first and behind the last figures of a table that may hold their labels.
const ROUND_THE_TABLE: usize = 200;

/// Whether the whole label of a row stands before and behind its figures, whatever else stands between its parts, and
/// before them its number and at least one character.
fn stands_around(row: RequestRow, before: &str, behind: &str) -> bool {
    let plain =
        |text: &str| -> Vec<char> { Folded::of(text).chars.into_iter().filter(|c| !is_punctuation(*c)).collect() };
    let label = plain(row.label(Lang::Zh));
    let mut matched = 0;
    let mut matched_before = 0;
    for (is_before, text) in [(true, before), (false, behind)] {
        for c in plain(text) {
            if label.get(matched) == Some(&c) {
                matched += 1;
                matched_before += usize::from(is_before);
            }
        }
    }
    matched == label.len() && matched_before > 1
}

/// Whether what stands beside figures is the middle of that label, torn apart by print.
pub(super) fn is_inside_label(text: &[char], row: RequestRow) -> bool {
    let text: String = text.iter().filter(|c| !is_punctuation(**c)).collect();
    let label: String = Folded::of(row.label(Lang::Zh)).chars.into_iter().filter(|c| !is_punctuation(*c)).collect();
    label.contains(&text)
}

/// Whether the last of the figures, each on a line of its own, may be the number of the next row, and a cell be empty.
fn may_end_with_a_number(values: &Values, out: &Out<'_, '_>) -> bool {
    /// Digits of the number of a row.
    const LONGEST: usize = 2;
    let is_cell_per_line = values.kind == RowKind::Line && values.lines > 1;
    let is_number = |text: &str| text.len() <= LONGEST && !matches!(text, "" | "0");
    out.numbers_rows && is_cell_per_line && values.slots.last().is_some_and(|last| is_number(out.text(last)))
}

/// A reading that makes the sum of the row, though its figures do not, if spaces stand inside numbers and some cells are
/// empty.
fn joined(out: &Out<'_, '_>, values: &Values) -> Option<Reading> {
    let is_spaced = values.kind == RowKind::Line && values.boundaries() == Boundaries::Spaces;
    is_spaced.then(|| joined_reading(&out.page.text, &values.slots, COLUMNS)).flatten()
}

/// Whether every figure is 0, so that it does not matter in which order they stand.
fn is_zero(out: &Out<'_, '_>, values: &Values) -> bool {
    values.slots.iter().all(|slot| matches!(out.text(slot), "0" | ""))
}

/// Whether seven plain numbers make their sum.
fn is_sum(out: &Out<'_, '_>, values: &Values) -> bool {
    let Fit::Slots(slots) = out.fit(values, COLUMNS) else { return false };
    makes_its_sum(slots.iter().map(|&at| out.text(&values.slots[at])))
}

/// Whether the last of these numbers is the sum of the others.
pub(super) fn makes_its_sum<'t>(numbers: impl Iterator<Item = &'t str>) -> bool {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| !is_rest_of_number(text)).map(u64::from);
    let numbers: Option<Vec<u64>> = numbers.map(number).collect();
    numbers.as_deref().and_then(<[u64]>::split_last).is_some_and(|(total, parts)| parts.iter().sum::<u64>() == *total)
}
