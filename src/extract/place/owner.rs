//! Finds the label of each run of figures: pure functions from the content of a table to labels.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::extract::page::rows::{Page, Piece};
use crate::extract::tables::divide::{Item, Table};
use crate::extract::tables::row::{COLUMNS, RowId, is_inside_label, is_one_of_three, is_sum, makes_its_sum, words};
use crate::extract::tables::run::Run;
use crate::extract::words::fold::{Folded, is_ideograph};
use crate::form::{Outcome, OutcomeGroup, RequestRow};
use crate::value::Lang;

/// How a label stands to figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    /// In the same row.
    Beside,
    /// Before them.
    Before,
}

/// A run with the label that print gives it.
#[derive(Clone)]
pub(crate) struct Owned {
    pub(crate) label: Option<(RowId, Strength)>,
    /// The line of the last label before it.
    pub(crate) label_line: Option<usize>,
    /// Whether several labels stand between the figures before and these.
    pub(crate) follows_several: bool,
    pub(crate) run: Run,
    /// The rows of section 三 that labels name since the figures before.
    pub(crate) opens: Vec<RequestRow>,
    /// Whether behind these labels text was read that is no part of one.
    pub(crate) is_strange: bool,
    /// Whether these figures go on those before, which are of one label, or of several rows without theirs.
    pub(crate) goes_on: bool,
    /// The texts before it, behind the figures before, that are no labels.
    pub(crate) texts: Vec<Vec<char>>,
}

impl Owned {
    /// The row of section 三.
    pub(crate) fn request(&self) -> Option<(RequestRow, Strength)> {
        match self.label? {
            (RowId::Request(row), strength) => Some((row, strength)),
            (RowId::Proactive(_), _) => None,
        }
    }
}

/// The labels of section 三 since the last figures, or before them if there was none since.
#[derive(Default)]
struct Labels {
    rows: Vec<RequestRow>,
    /// Whether text that is no part of these or of the label of a group stands behind the first of them.
    is_strange: bool,
}

/// The runs of a table, and whether labels may stand behind their figures: figures before the first label, or none behind
/// the last.
pub(crate) fn owned(table: Table, page: &Page<'_>) -> (Vec<Owned>, bool) {
    let mut runs: Vec<Owned> = Vec::new();
    let mut before: Vec<Item> = Vec::new();
    let mut labels = Labels::default();
    for item in table.items {
        match item {
            Item::Run(run) => {
                pass(&mut labels, &before, page);
                let own = own(&before, run, &labels, &mut runs);
                runs.push(own);
                before.clear();
            }
            item => before.push(item),
        }
    }
    let begins = runs
        .first()
        .is_some_and(|run| run.label_line.is_none() && run.run.own_text.is_none() && run.run.slots.len() >= COLUMNS);
    drop_of_several_rows(&mut runs, page);
    let ends = table.end.is_some() && before.iter().any(|item| matches!(item, Item::Label { .. }));
    (runs, begins || ends)
}

/// Drops a label that stands beside figures of its own row and of the next: it names neither. Its cell covers both, or each has words of
/// its own and only the first the label.
fn drop_of_several_rows(runs: &mut [Owned], page: &Page<'_>) {
    let has_words = |run: &Run| {
        let is_word = |slot: &Piece| slot.printed(page).chars().filter(|c| is_ideograph(*c)).nth(1).is_some();
        run.slots.iter().any(is_word)
    };
    for at in 1..runs.len() {
        let [.., above, below] = &mut runs[..=at] else { return };
        let is_next = above.run.first_row + 1 == below.run.first_row && !below.run.is_line();
        let is_of_both = || above.run.has_tall_label || (below.run.own_text.is_some() && has_words(&above.run));
        if is_next && below.label.is_none() && is_of_both() {
            above.label = None;
        }
    }
}

/// Passes what stands between two runs.
fn pass(labels: &mut Labels, items: &[Item], page: &Page<'_>) {
    // Labels since the figures before take the place of those before these.
    let first = items.iter().position(|item| matches!(item, Item::Label { .. }));
    if first.is_some() {
        labels.rows.clear();
        labels.is_strange = false;
    }
    for item in &items[first.unwrap_or(0)..] {
        match item {
            Item::Label { row: RowId::Request(row), .. } if labels.rows.last() != Some(row) => {
                // More labels than the form has are those of no rows.
                labels.is_strange |= labels.rows.len() == RequestRow::ALL.len();
                if !labels.is_strange {
                    labels.rows.push(*row);
                }
            }
            // Each word between spaces may be a part of a label that stands around the figures.
            Item::Text { text, .. } => {
                for word in page.text.get(text.clone()).unwrap_or_default().split_whitespace() {
                    if labels.is_strange {
                        break;
                    }
                    let word = Folded::of(word).chars;
                    let is_part = labels.rows.iter().any(|row| is_inside_label(&word, *row)) || is_inside_group(&word);
                    labels.is_strange = !is_part;
                }
            }
            _ => {}
        }
    }
}

/// Whether text is a part of the label of a group of rows.
fn is_inside_group(text: &[char]) -> bool {
    static GROUPS: LazyLock<Vec<String>> =
        LazyLock::new(|| groups().map(|label| words(&Folded::of(label).chars)).collect());
    let text = words(text);
    GROUPS.iter().any(|label| label.contains(&text))
}

/// The labels of the groups of rows.
fn groups() -> impl Iterator<Item = &'static str> {
    OutcomeGroup::ALL.iter().map(|group| group.label(Lang::Zh)).chain(["三、本年度办理结果"])
}

/// The last label among what stands between two runs, with its line and its place, and whether it is one of several.
fn last_label(items: &[Item]) -> (Option<(RowId, usize, usize)>, bool) {
    let mut labels = items.iter().enumerate().rev().filter_map(|(at, item)| match item {
        Item::Label { row, line } => Some((*row, *line, at)),
        _ => None,
    });
    let Some(last) = labels.next() else { return (None, false) };
    // A label over several columns is printed by some converters in each of them.
    let is_same = |other: (RowId, usize, usize)| (other.0, other.1) == (last.0, last.1);
    // （六）其他处理 is the label of the group.
    let is_of_three = matches!(last.0, RowId::Request(row) if is_one_of_three(row));
    let is_group = |row: RowId| is_of_three && row == RowId::Request(RequestRow::Outcome(Outcome::Other));
    (Some(last), labels.any(|other| !is_same(other) && !is_group(other.0)))
}

/// The last text that belongs to no label before it, and so may be an unknown label.
fn last_strange(items: &[Item]) -> Option<usize> {
    let (mut label, mut strange) = (None, None);
    for (at, item) in items.iter().enumerate() {
        match item {
            Item::Label { row, .. } => label = Some(*row),
            Item::Text { folded, .. } if !matches!(label, Some(RowId::Request(row)) if is_inside_label(folded, row)) => {
                strange = Some(at);
            }
            Item::Strange if label.is_some() => strange = Some(at),
            _ => {}
        }
    }
    strange
}

/// Gives a run the label among the items before it.
fn own(items: &[Item], run: Run, before: &Labels, runs: &mut [Owned]) -> Owned {
    let (last, follows_several) = last_label(items);
    let last_strange = last_strange(items);
    let is_strange_behind = |from: usize| last_strange.is_some_and(|at| at >= from);
    // Text between a label and figures in one row is the rest of the label, or an unknown label.
    let is_part = |text: &Vec<char>, row| {
        !text.iter().any(char::is_ascii_digit) && matches!(row, RowId::Request(row) if is_inside_label(text, row))
    };
    let is_whole = |row| run.own_text.as_ref().is_none_or(|text| is_part(text, row));
    let beside = last.filter(|label| label.1 == run.first_row && is_whole(label.0));
    let is_before = || {
        let (row, _, at) = last?;
        if run.own_text.is_some() {
            return is_whole(row).then_some((row, Strength::Before));
        }
        // A table with one cell per line leaves empty rows without a trace, and the last label is that of the figures.
        // Where a row is one line, several labels before it have been torn from their figures.
        let is_cell_per_line = run.lines > 1 || run.slots.len() == 1 || matches!(row, RowId::Proactive(_));
        let is_next_to =
            if is_cell_per_line { !is_strange_behind(at) } else { !follows_several && !is_strange_behind(0) };
        is_next_to.then_some((row, Strength::Before))
    };
    let mut label = beside.map(|label| (label.0, Strength::Beside)).or_else(is_before);
    if last.is_none() && run.own_text.is_none() && run.slots.len() >= COLUMNS && !is_strange_behind(0) {
        label = runs.last_mut().and_then(stray);
    }
    let before_run = items.iter().filter_map(|item| match item {
        Item::Text { folded, .. } => Some(folded),
        _ => None,
    });
    let texts = before_run.chain(run.own_text.iter().filter(|_| !run.is_line())).cloned().collect();
    Owned {
        label,
        label_line: last.map(|label| label.1),
        follows_several,
        run,
        opens: if last.is_some() { before.rows.clone() } else { Vec::new() },
        is_strange: before.is_strange,
        goes_on: false,
        texts,
    }
}

/// The label of a run that is a stray number, such as that of a page, between the label and the figures.
fn stray(run: &mut Owned) -> Option<(RowId, Strength)> {
    /// Digits of the longest number of a page.
    const LONGEST: usize = 4;
    match (run.label, run.run.slots.as_slice()) {
        (Some((RowId::Request(_), _)), [number]) if number.text.len() <= LONGEST => run.label.take(),
        _ => None,
    }
}

/// Runs that hold several rows, as where a PDF prints one number per line and its labels elsewhere, become one for each row,
/// if every one of them makes its sum.
pub(crate) fn unfold(runs: Vec<Owned>, page: &Page<'_>) -> Vec<Owned> {
    let mut unfolded = Vec::with_capacity(runs.len());
    for mut owned in runs {
        let is_line = owned.run.is_line();
        let slots = &mut owned.run.slots;
        // A text that is cut off may end with the enumerator of a label.
        if is_line
            && slots.len() == COLUMNS + 1
            && slots.last().is_some_and(|slot| slot.text.end == page.text.trim_end().len())
            && makes_its_sum(page, slots[..COLUMNS].iter())
        {
            let run = Run { slots: slots.split_off(COLUMNS), own_text: None, ..owned.run.clone() };
            let (opens, texts) = (Vec::new(), Vec::new());
            let rest = Owned { label: None, run, opens, texts, goes_on: false, ..owned.clone() };
            unfolded.extend([owned, rest]);
            continue;
        }
        let is_several = is_line
            && slots.len() > COLUMNS
            && slots.len().is_multiple_of(COLUMNS)
            && slots.chunks(COLUMNS).all(|row| makes_its_sum(page, row.iter()));
        if !is_several {
            unfolded.push(owned);
            continue;
        }
        // What only the first of them has is not copied for the others.
        let (slots, label, texts) = (std::mem::take(slots), owned.label.take(), std::mem::take(&mut owned.texts));
        (owned.run.own_text, owned.opens) = (None, Vec::new());
        let first = unfolded.len();
        for (at, slots) in slots.chunks(COLUMNS).enumerate() {
            let run = Run { slots: slots.to_vec(), ..owned.run.clone() };
            unfolded.push(Owned { run, goes_on: owned.goes_on || at > 0, ..owned.clone() });
        }
        (unfolded[first].label, unfolded[first].texts) = (label, texts);
    }
    unfolded
}

/// Drops the label of figures that go on where nothing names the rows of the others: they may all be those of the label, as of two years.
pub(crate) fn drop_of_several(runs: &mut [Owned]) {
    let mut first = 0;
    for at in 0..runs.len() {
        if !runs[at].goes_on {
            first = at;
        } else if runs[at].label.is_none() {
            runs[first].label = None;
        }
    }
}

/// Drops labels that stand before figures and not beside them where they come out of the order of the form.
pub(crate) fn drop_out_of_order(runs: &mut [Owned]) {
    // By run, the next row behind it whose label stands beside its figures.
    let mut behind: Vec<Option<usize>> = Vec::with_capacity(runs.len());
    let mut next = None;
    for run in runs.iter().rev() {
        behind.push(next);
        if let Some((row, Strength::Beside)) = run.request() {
            next = Some(row.index());
        }
    }
    let mut before = None;
    for (run, behind) in runs.iter_mut().zip(behind.into_iter().rev()) {
        let Some((row, strength)) = run.request() else { continue };
        let starts_again = row == RequestRow::Received;
        let is_out_of_order = before.is_some_and(|before| before >= row.index() && !starts_again)
            || behind.is_some_and(|behind| behind <= row.index() && behind != RequestRow::Received.index());
        if strength == Strength::Before && is_out_of_order {
            run.label = None;
        } else {
            before = Some(row.index());
        }
    }
}

/// The runs between two labelled ones, where there are as many of them as rows and each makes its sum, with their rows.
pub(crate) fn named_by_order(
    runs: &[Owned],
    rows: &[RequestRow],
    by_columns: bool,
    page: &Page<'_>,
) -> Vec<(usize, RequestRow)> {
    let position = |at: usize| rows.iter().position(|row| runs[at].request().is_some_and(|label| label.0 == *row));
    let may_be =
        |owned: &Owned| !owned.run.has_tall_label && (owned.run.lines == 1 || !by_columns) && is_sum(page, &owned.run);
    let labelled: Vec<usize> = (0..runs.len()).filter(|&at| runs[at].request().is_some()).collect();
    let mut named = Vec::new();
    for pair in labelled.windows(2) {
        // Numbers that are no row stand between the rows without a word; they do not count.
        let between: Vec<usize> = (pair[0] + 1..pair[1]).filter(|&at| runs[at].run.slots.len() >= COLUMNS).collect();
        if between.is_empty() {
            continue;
        }
        let (Some(first), Some(last)) = (position(pair[0]), position(pair[1])) else { continue };
        let is_each = last > first && last - first - 1 == between.len();
        // A run with an unknown label is not named by its place, nor one with the label of another row.
        let texts = runs[pair[0] + 1..=pair[1]].iter().flat_map(|run| &run.texts);
        let by_place = || between.iter().copied().zip(rows[first + 1..last].iter().copied());
        let is_own = |(at, row): (usize, RequestRow)| {
            runs[at].run.is_line() || are_parts(runs[at].run.own_text.iter(), std::slice::from_ref(&row))
        };
        if is_each
            && between.iter().all(|&at| may_be(&runs[at]))
            && are_parts(texts, &rows[first..=last])
            && by_place().all(is_own)
        {
            named.extend(by_place());
        }
    }
    named
}

/// Whether texts may be parts of the labels of these rows and their groups, in whatever order print has mixed them.
fn are_parts<'t>(texts: impl Iterator<Item = &'t Vec<char>>, rows: &[RequestRow]) -> bool {
    let mut left: BTreeMap<char, usize> = BTreeMap::new();
    let labels = rows.iter().map(|row| row.label(Lang::Zh)).chain(groups());
    for c in labels.flat_map(|label| Folded::of(label).chars) {
        *left.entry(c).or_default() += 1;
    }
    texts.flatten().filter(|c| is_ideograph(**c)).all(|c| match left.get_mut(c) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::out::Out;
    use crate::extract::tables::divide::divide;
    use crate::extract::tables::scan::scan;
    use crate::extract::text::lines::page_of;

    /// The rows of section 三 whose runs a text labels, in its order, and whether labels may stand behind figures.
    fn labelled(text: &str) -> (Vec<Option<(RequestRow, Strength)>>, bool) {
        let page = page_of(text);
        let mut out = Out::new(&page);
        let divided = divide(scan(&page), &mut out).ok();
        let table = divided.and_then(|divided| divided.tables.into_iter().next_back());
        let Some(table) = table else { return (Vec::new(), false) };
        let (runs, is_behind) = owned(table, &page);
        (runs.iter().map(Owned::request).collect(), is_behind)
    }

    #[test]
    fn a_run_has_the_label_that_print_gives_it() {
        use Strength::{Before, Beside};
        let (received, granted) = (RequestRow::Received, RequestRow::Outcome(Outcome::Granted));
        let head = "三、收到和处理政府信息公开申请情况\n";
        for (text, expected) in [
            ("一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n", vec![Some((received, Beside))]),
            ("一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n", vec![Some((received, Before))]),
            // One line of figures behind two labels is that of neither.
            ("一、本年新收政府信息公开申请数量\n（一）予以公开\n1 0 0 0 0 0 1\n", vec![None]),
            // An unknown label stands between.
            ("（一）予以公开\n某某新情形\n1 0 0 0 0 0 1\n", vec![None]),
            // The number of a page between a label and its figures takes nothing.
            (
                "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n（一）予以公开\n3\n1 0 0 0 0 0 1\n",
                vec![Some((received, Beside)), Some((granted, Before))],
            ),
        ] {
            let (labels, _) = labelled(&format!("{head}{text}"));
            assert_eq!(labels, expected, "{text}");
        }
    }
}
