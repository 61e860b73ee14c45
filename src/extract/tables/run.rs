//! Runs: figures that follow each other with nothing between them, and how they are printed.

use crate::extract::page::rows::{Page, Piece, RowKind};
use crate::form::Route;

/// Cells or numbers that follow each other with nothing between them.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) slots: Vec<Piece>,
    /// The line or row that they begin on.
    pub(crate) first_row: usize,
    pub(crate) kind: RowKind,
    /// Text before them in their row that is no word of the form.
    pub(crate) own_text: Option<Vec<char>>,
    /// How many lines they stand on.
    pub(crate) lines: usize,
    /// Whether nothing stands between them and the word before them.
    pub(crate) is_glued: bool,
    /// Whether the cell of their label covers several rows.
    pub(crate) has_tall_label: bool,
    /// Cells before them in their row that hold no word of the form, where the row has none.
    pub(crate) before: Vec<Piece>,
}

/// What print leaves between the figures of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Boundaries {
    /// Nothing that can be relied on: the figures stand right behind their label.
    Lost,
    /// Spaces. Where a cell is empty or two numbers touch, one is missing.
    Spaces,
    /// The ends of lines. Only empty cells leave none.
    Lines,
    /// Tabs, bars or true cells.
    Cells,
}

/// How the slots of a run are so many cells.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// By cell, its slot.
    Slots(Vec<usize>),
    /// As many slots are filled as there are cells, with empty ones between them: by cell, its slot.
    Gaps(Vec<usize>),
    /// More or fewer.
    Other,
    /// Nothing is filled.
    Nothing,
}

impl Run {
    /// What print leaves between its figures.
    pub(crate) fn boundaries(&self) -> Boundaries {
        match self.kind {
            RowKind::Line if self.is_glued => Boundaries::Lost,
            RowKind::Line if self.lines == 1 => Boundaries::Spaces,
            RowKind::Line => Boundaries::Lines,
            _ => Boundaries::Cells,
        }
    }

    pub(crate) fn is_line(&self) -> bool {
        self.kind == RowKind::Line
    }

    /// How many slots are filled.
    pub(crate) fn filled(&self, page: &Page<'_>) -> usize {
        self.slots.iter().filter(|slot| !slot.is_empty(page)).count()
    }

    /// Which slots are filled.
    pub(crate) fn filled_slots(&self, page: &Page<'_>) -> Vec<usize> {
        let mut filled = Vec::with_capacity(self.slots.len());
        filled.extend((0..self.slots.len()).filter(|&at| !self.slots[at].is_empty(page)));
        filled
    }

    /// How its slots are so many cells.
    pub(crate) fn fit(&self, page: &Page<'_>, cells: usize) -> Fit {
        let filled = self.filled_slots(page);
        if filled.len() == cells {
            // Cells that only fill up the width of the table do not count, unless they stand between the others.
            let is_whole = filled.windows(2).all(|pair| pair[1] == pair[0] + 1);
            return if is_whole { Fit::Slots(filled) } else { Fit::Gaps(filled) };
        }
        if self.is_line() || filled.len() > cells || self.slots.len() < cells {
            return if filled.is_empty() { Fit::Nothing } else { Fit::Other };
        }
        let (Some(first), Some(last)) = (filled.first(), filled.last()) else {
            return Fit::Slots((0..cells).collect());
        };
        // An empty cell before a figure was not moved behind it.
        if self.kind == RowKind::Collapsed && !(self.slots.len() == cells && *last >= filled.len()) {
            return Fit::Other;
        }
        if self.slots.len() == cells {
            return Fit::Slots((0..cells).collect());
        }
        // The empty cells that fill up the width of the table are known only where all empty ones stand together.
        let gaps = filled.windows(2).filter(|pair| pair[1] > pair[0] + 1).count();
        if gaps + usize::from(*first > 0) + usize::from(last + 1 < self.slots.len()) != 1 {
            return Fit::Other;
        }
        let gap = filled.iter().enumerate().take_while(|(at, slot)| at == *slot).count();
        Fit::Slots((0..gap).chain(gap + self.slots.len() - cells..self.slots.len()).collect())
    }

    /// Whether as many figures as cells stand beside empty cells: one of the figures may be that of a column that the form
    /// does not have, and one of its own cells be empty.
    pub(crate) fn has_cells_beside(&self, page: &Page<'_>, slots: &[usize]) -> bool {
        !self.is_line() && slots.len() < self.slots.len() && slots.iter().all(|at| !self.slots[*at].is_empty(page))
    }

    /// Whether its slots count the columns: 0, 1, 2 and so on, or from 1.
    pub(crate) fn counts_columns(&self, page: &Page<'_>) -> bool {
        let mut numbers = self.slots.iter().map(|slot| slot.printed(page).parse::<usize>().ok());
        let first = numbers.next().flatten().filter(|first| *first <= 1);
        let is_next =
            |(at, number): (usize, Option<usize>)| number.is_some() && number == first.map(|first| first + at);
        first.is_some() && self.slots.len() > Route::ALL.len() && (1..).zip(numbers).all(is_next)
    }

    /// Whether its slots are years, as over the columns of a table that compares them.
    pub(crate) fn are_years(&self, page: &Page<'_>) -> bool {
        const YEARS: std::ops::Range<u64> = 1990..2100;
        self.slots.len() > 1
            && self.slots.iter().all(|slot| slot.number(page).is_some_and(|number| YEARS.contains(&number)))
    }

    /// Whether every figure is 0, so that it does not matter in which order they stand.
    pub(crate) fn is_zero(&self, page: &Page<'_>) -> bool {
        self.slots.iter().all(|slot| matches!(slot.printed(page), "0" | ""))
    }

    /// Whether print may have broken numbers of it: `202` as `2` and `02`, at the end of a line or where the font
    /// changes. Where cells are empty as well, there are as many figures as cells, and yet they are others.
    pub(crate) fn may_be_broken(&self, page: &Page<'_>) -> bool {
        if !self.is_line() {
            return self.has_spaced_digits(page);
        }
        self.lines > 1 || self.is_uneven(page) || self.has_rest_of_number(page)
    }

    /// What stands between its figures.
    fn gaps<'p>(&self, page: &'p Page<'_>) -> impl Iterator<Item = &'p str> + Clone {
        self.slots.windows(2).filter_map(|pair| page.text.get(pair[0].text.end..pair[1].text.start))
    }

    /// Whether two figures of a line stand close together beside wide gaps: what stands close together may be one number,
    /// and a cell elsewhere be empty.
    pub(crate) fn is_uneven(&self, page: &Page<'_>) -> bool {
        /// Spaces that columns of a page may leave between two figures, and a change of the font within one.
        const NARROW: usize = 3;
        let gaps = self.gaps(page).map(|gap| gap.chars().count());
        let (narrowest, widest) = (gaps.clone().min().unwrap_or(0), gaps.max().unwrap_or(0));
        (1..=NARROW).contains(&narrowest) && widest > 2 * narrowest + 1
    }

    /// Whether two figures of lines stand closer together than others, so that the two may be one number that is broken: one
    /// space apart where others are three, or on one line and the next where blank lines part others.
    pub(crate) fn shows_two_as_one(&self, page: &Page<'_>) -> bool {
        let (parts, wide) = if self.lines == 1 { (' ', 3) } else { ('\n', 2) };
        let gaps = self.gaps(page).map(|gap| gap.matches(parts).count());
        self.is_line() && gaps.clone().any(|gap| gap == 1) && gaps.max() >= Some(wide)
    }

    /// Whether a line has digits that are no number by themselves.
    pub(crate) fn has_rest_of_number(&self, page: &Page<'_>) -> bool {
        self.is_line() && self.slots.iter().any(|slot| slot.is_rest_of_number(page))
    }

    /// Whether a cell between tabs or bars holds two runs of digits, one of which a PDF may have taken from the cell beside
    /// it.
    pub(crate) fn has_spaced_digits(&self, page: &Page<'_>) -> bool {
        let is_spaced = |text: &str| {
            text.contains(char::is_whitespace) && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
        };
        // Two digits and what parts them.
        let is_long = |slot: &&Piece| slot.text.len() > 2;
        self.kind != RowKind::Grid && self.slots.iter().filter(is_long).any(|slot| is_spaced(slot.printed(page)))
    }

    /// Whether one number stands alone on a line among lines of several: it may be that of a page.
    pub(crate) fn is_mixed(&self) -> bool {
        let follows = |at: usize| self.slots.get(at).is_some_and(|slot| slot.follows_space);
        let is_alone = |at: &usize| (*at == 0 || !follows(*at)) && !follows(at + 1);
        let alone = (0..self.slots.len()).filter(is_alone).count();
        self.is_line() && self.lines > 1 && (1..self.slots.len()).contains(&alone)
    }

    /// Whether the last of its figures may be the number of the next row, where rows are numbered.
    pub(crate) fn may_end_with_a_number(&self, page: &Page<'_>) -> bool {
        /// Digits of the number of a row.
        const LONGEST: usize = 2;
        let is_number = |slot: &Piece| {
            let printed = slot.printed(page);
            printed.len() <= LONGEST && !matches!(printed, "" | "0")
        };
        match self.boundaries() {
            Boundaries::Lost => true,
            Boundaries::Lines => self.slots.last().is_some_and(is_number),
            Boundaries::Spaces | Boundaries::Cells => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fit;
    use crate::extract::tables::event::Event;
    use crate::extract::tables::scan::scan;
    use crate::extract::text::lines::page_of;

    #[test]
    fn cells_that_fill_up_a_row_are_left_away_where_it_is_known_which() {
        for (row, expected) in [
            ("|部分公开|1|0|0|0|0|0|1||\n", Fit::Slots((0..7).collect())),
            ("|部分公开|1||||||1|\n", Fit::Slots((0..7).collect())),
            ("|部分公开|5|3||||||||\n", Fit::Slots(vec![0, 1, 4, 5, 6, 7, 8])),
            ("|部分公开|5||3||||||1|\n", Fit::Other),
            ("|部分公开|1|0|0||0|0|0|1|\n", Fit::Gaps(vec![0, 1, 2, 4, 5, 6, 7])),
            ("|部分公开|1|0|0|0|0|0|1|1|\n", Fit::Other),
        ] {
            let page = page_of(row);
            let runs = scan(&page).into_iter().filter_map(|event| match event {
                Event::Run(run) => Some(run.fit(&page, 7)),
                _ => None,
            });
            assert_eq!(runs.collect::<Vec<_>>(), [expected], "{row}");
        }
    }
}
