//! The table of print damage: what a reading may assume. And what a page has shown of its print.
//!
//! | print | a reading may assume | of |
//! |---|---|---|
//! | is sound | the figures as they are | as many figures as cells |
//! | leaves no trace of empty cells | empty cells | fewer figures than cells, in lines, bars or between spaces |
//! | loses boundaries | numbers cut anywhere | fewer figures than cells, in one line |
//! | breaks numbers | neighbours joined over spaces | more figures than cells |
//! | breaks a number at the end of a line | two neighbours joined over it | one figure too many, on several lines |
//! | breaks a number and its total so, as narrow columns do | two pairs of neighbours joined over it | two figures too many, on several lines |
//! | has the number of a page between figures | one number alone on its line left out | one figure too many, on several lines |
//! | has two accidents that cancel each other | one join or number left out, and one empty cell or one cut | as many figures as cells that do not make their sum |
//! | has the number of a page at a figure | the digits that a number begins or ends with left out | the same, on several lines |
//!
//! Where there are as many figures as cells and they do not make their sum, a slip of the pen looks like damage. No reading but that of
//! print is taken then, whatever sums it makes, and nothing is concluded from others: they only raise a doubt. The number that a
//! reading takes for that of a page is listed. For the same reason no reading is concluded that leaves a total empty: where a total is a slip,
//! only such readings make the sums.
//!
//! Not in the model are figures that change places, changed digits, a lost figure that is not empty, two such pairs in one
//! row, and an amount that loses its unit: `251000` of `251000元` is a figure like any other. A new kind of damage is one more
//! row of [`ACCIDENTS`].
//!
//! The sums of a row reveal accidents that cancel each other; so do two figures that are closer together than the others. Section 二 has no
//! sums. Only its place reveals a broken number there. Nothing reveals a page number that touches a figure, or that replaces a figure
//! touching another: such figures are read as printed.
//!
//! The tests of damaged pages count figures that are read as another. Ten thousand pages (`OGI_LONG=1`), each with one to three
//! accidents, gave:
//!
//! | accidents | read as printed | left | read as another |
//! |---|--:|--:|--:|
//! | those of the model | 1 500 838 | 59 931 | 0 |
//! | figures change places; an amount loses its unit; one is lost where others are broken or the number of a page stands; in section 二, figures touch and the number of a page stands | 393 855 | 20 915 | 1 679 |
//!
//! Of the figures that are read on pages outside of the model one of 235 is another than the printed one.

use std::cmp::Ordering;

use crate::extract::page::rows::Page;
use crate::extract::tables::run::{Boundaries, Run};

/// What a page has shown of its print. Damage seen in one row may have happened to any other.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Damage {
    /// Rows that have fewer figures than cells: empty cells leave no trace.
    pub(crate) short: usize,
    /// Rows that have more figures than cells, or digits that are no number: numbers are broken, or others stand between.
    pub(crate) broken: usize,
    /// Rows in lines that have as many figures as cells and make their sum.
    pub(crate) whole: usize,
    /// Rows without a boundary that were decided, if each of them has all of its cells.
    pub(crate) full: usize,
}

impl Damage {
    /// Whether two accidents in one row that cancel each other have to be thought of: unless many whole rows and none that
    /// is not show that print is sound.
    pub(crate) fn may_be(self) -> bool {
        /// Whole rows that show it.
        const ENOUGH: usize = 5;
        self.is_seen() || self.whole < ENOUGH
    }

    pub(crate) fn is_seen(self) -> bool {
        self.short + self.broken > 0
    }

    /// Passes a run and how many cells its row has.
    pub(crate) fn pass(&mut self, page: &Page<'_>, run: &Run, cells: usize) {
        if run.is_line() && run.boundaries() != Boundaries::Lost {
            self.short += usize::from(run.slots.len() < cells);
            self.broken += usize::from(run.slots.len() > cells || run.has_rest_of_number(page));
        }
    }
}

/// Why the readings of a run are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// There are more or fewer figures than cells, or they count only if the sums say so.
    Count,
    /// There are as many figures as cells, and they do not make their sums, or do so although two stand close together. Whether
    /// two accidents that cancel each other may have left a total empty.
    BrokenSums { may_lose_total: bool },
}

/// What a reading may assume.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allows {
    /// So many numbers are broken.
    pub(crate) joins: usize,
    /// What a number is broken by.
    pub(crate) over: Gap,
    /// Numbers end where print shows no boundary.
    pub(crate) cuts: bool,
    /// So many cells are empty.
    pub(crate) empty: usize,
    /// So many numbers, each alone on its line, are those of pages.
    pub(crate) left_out: usize,
    /// Which cells of totals may be empty.
    pub(crate) totals: Totals,
    /// Readings that are kept.
    pub(crate) kept: usize,
}

/// Which cells of totals a reading may take as empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Totals {
    /// Those that the cause allows.
    #[default]
    AsCaused,
    Filled,
    Any,
}

/// What a number may be broken by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Any space.
    #[default]
    Spaces,
    /// One space.
    Space,
    /// One space, or a few where other figures stand further apart; or the end of a line.
    Near,
}

/// A row of the table of print damage: what print may have done to a run, and where it is thought of.
pub(crate) struct Accident {
    /// Whether there are fewer figures than cells, as many or more; `None` if as many do not make their sums.
    pub(crate) figures: Option<Ordering>,
    /// What print leaves between the figures.
    pub(crate) boundaries: &'static [Boundaries],
    /// Whether it is thought of only if nothing before it gives a reading.
    pub(crate) is_last_resort: bool,
    pub(crate) allows: Allows,
}

/// As many as there are.
const MANY: usize = usize::MAX;

/// Readings that are kept of most damage; more decide nothing.
const KEPT: usize = 64;

/// Readings that are kept of two accidents in one of so many cells: as many as there can be.
const KEPT_OF_PAIRS: usize = 512;

pub(crate) const NOTHING: Allows =
    Allows { joins: 0, over: Gap::Spaces, cuts: false, empty: 0, left_out: 0, totals: Totals::AsCaused, kept: KEPT };

/// Two accidents that cancel each other.
const PAIR: Allows = Allows { empty: 1, kept: KEPT_OF_PAIRS, ..NOTHING };

/// Two figures that touch, and an accident that cancels it.
const CUT: Allows = Allows { cuts: true, kept: KEPT_OF_PAIRS, ..NOTHING };

/// What may have happened to the figures of a run, in the order in which it is thought of.
pub(crate) const ACCIDENTS: &[Accident] = {
    use Boundaries::{Cells, Lines, Lost, Spaces};
    use Ordering::{Equal, Greater, Less};
    const fn accident(figures: Ordering, boundaries: &'static [Boundaries], allows: Allows) -> Accident {
        Accident { figures: Some(figures), boundaries, is_last_resort: false, allows }
    }
    const fn resort(figures: Ordering, boundaries: &'static [Boundaries], allows: Allows) -> Accident {
        Accident { is_last_resort: true, ..accident(figures, boundaries, allows) }
    }
    const fn pair(boundaries: &'static [Boundaries], allows: Allows) -> Accident {
        Accident { figures: None, ..accident(Equal, boundaries, allows) }
    }
    &[
        // None.
        accident(Equal, &[Lost, Spaces, Lines, Cells], NOTHING),
        // Empty cells leave no trace.
        accident(Less, &[Spaces, Lines, Cells], Allows { empty: MANY, ..NOTHING }),
        // Boundaries are lost.
        accident(Less, &[Lost, Spaces], Allows { cuts: true, ..NOTHING }),
        // Boundaries are lost and numbers are broken.
        resort(Less, &[Lost], Allows { cuts: true, joins: MANY, ..NOTHING }),
        resort(Less, &[Lost], Allows { empty: MANY, ..NOTHING }),
        // Numbers are broken.
        accident(Greater, &[Lost, Spaces, Lines, Cells], Allows { joins: MANY, ..NOTHING }),
        resort(Greater, &[Lost, Spaces], Allows { joins: MANY, cuts: true, ..NOTHING }),
        // A number is broken at the end of a line.
        accident(Greater, &[Lines], Allows { joins: 1, over: Gap::Near, ..NOTHING }),
        // Narrow columns break a number and its total so.
        resort(Greater, &[Lines], Allows { joins: 2, over: Gap::Near, ..NOTHING }),
        // The number of a page stands between the figures.
        accident(Greater, &[Lines], Allows { left_out: 1, ..NOTHING }),
        // Two accidents that cancel each other: a number is broken, or that of a page stands between; and a cell is empty.
        pair(&[Lost, Spaces, Lines], Allows { joins: 1, over: Gap::Near, ..PAIR }),
        pair(&[Lost, Lines], Allows { left_out: 1, ..PAIR }),
        // Or two figures touch, so that a boundary has moved, or a figure and the number of a page.
        pair(&[Lost, Spaces, Lines], Allows { joins: 1, over: Gap::Near, ..CUT }),
        pair(&[Lost, Lines], Allows { left_out: 1, ..CUT }),
        // More of them in one line are not enumerated: one reading is enough to doubt what is printed.
        pair(
            &[Spaces],
            Allows { joins: MANY, over: Gap::Space, empty: MANY, totals: Totals::Filled, kept: 1, ..NOTHING },
        ),
        pair(&[Spaces], Allows { joins: 1, over: Gap::Space, empty: 1, totals: Totals::Any, kept: 1, ..NOTHING }),
    ]
};
