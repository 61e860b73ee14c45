//! Which numbers the figures of a run may stand for: one enumerator, driven by the table of print damage.
//!
//! Some print loses the boundaries between cells (`640020470`), some breaks a number (`1 7 2`), some drops empty cells or
//! puts the number of a page between figures. Every reading keeps the order of the figures; what it may assume is said by
//! [`ACCIDENTS`].

use std::ops::Range;

use super::damage::{ACCIDENTS, Allows, Cause, Gap, NOTHING, Totals};
use super::sheet::Steps;
use crate::extract::page::rows::{Page, Piece, source_of};
use crate::extract::tables::run::{Boundaries, Run};

/// A number that a reading gives to a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) value: u64,
    /// Its digits.
    pub(crate) digits: String,
    /// Where they stand in the text of the page, from the first to the last.
    pub(crate) text: Range<usize>,
    /// Where they stand in the source.
    pub(crate) source: Range<usize>,
}

/// One reading of a run: by cell its number, or nothing if the cell is read as empty.
pub(crate) type Reading = Vec<Option<Part>>;

/// What a reading gives to a cell; an empty cell adds nothing.
pub(crate) fn value_of(reading: &Reading, cell: usize) -> u64 {
    reading.get(cell).and_then(Option::as_ref).map_or(0, |part| part.value)
}

/// The cells that a sum adds. The cell behind them is their total.
pub(crate) type RowSum = Range<usize>;

/// The readings of a run that its own sums allow.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    pub(crate) all: Vec<Reading>,
    /// Whether these are all that the model allows.
    pub(crate) is_complete: bool,
}

/// Finds the readings of a run as so many cells.
pub(crate) fn readings(
    page: &Page<'_>,
    run: &Run,
    cells: usize,
    sums: &[RowSum],
    cause: Cause,
    steps: &Steps,
) -> Readings {
    let Some(digits) = digits(&page.text, &run.slots) else { return Readings::default() };
    let mut behind = vec![0; digits.len() + 1];
    for at in (0..digits.len()).rev() {
        behind[at] = behind[at + 1] + usize::from(digits[at].boundary != Boundary::None);
    }
    let figures = if cause == Cause::Count { Some(behind[0].cmp(&cells)) } else { None };
    let mut search = Search {
        digits: &digits,
        behind,
        cells,
        sums,
        steps,
        found: Vec::new(),
        before: 0,
        allows: NOTHING,
        widest: if run.is_uneven(page) || run.has_rest_of_number(page) { 3 } else { 1 },
        may_lose_total: cause != Cause::BrokenSums { may_lose_total: false },
        lines: run.lines,
    };
    for accident in ACCIDENTS {
        let may_be = accident.figures == figures
            && accident.boundaries.contains(&run.boundaries())
            && (!accident.is_last_resort || search.found.is_empty());
        if may_be && search.by(accident.allows).is_none() {
            return Readings { all: search.found, is_complete: false };
        }
    }
    Readings { all: search.found, is_complete: true }
}

/// The one reading that print itself allows where all boundaries are lost, without any sum: `0 00 000` for six cells,
/// because no number is written `00`. Where so many digits could also be fewer numbers and empty cells, there is none.
pub(crate) fn plain_reading(page: &Page<'_>, run: &Run, cells: usize, steps: &Steps) -> Option<Reading> {
    let digits = digits(&page.text, &run.slots).filter(|_| run.boundaries() == Boundaries::Lost)?;
    steps.spend(digits.len())?;
    let mut numbers: Reading = Vec::new();
    let mut at = 0;
    // The fewest numbers: a zero is one, and any other digit goes on up to a boundary. Every other way has more of them.
    while at < digits.len() {
        let goes_on = digits[at + 1..].iter().take_while(|next| next.boundary == Boundary::None).count();
        let number = &digits[at..=if digits[at].value == 0 { at } else { at + goes_on }];
        if number.len() > LONGEST || numbers.len() == cells {
            return None;
        }
        numbers.push(Some(part(number)));
        at += number.len();
    }
    (numbers.len() == cells).then_some(numbers)
}

/// A digit, and what parts it from the digit before it.
struct Digit {
    value: u8,
    boundary: Boundary,
    text: Range<usize>,
    source: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Boundary {
    None,
    /// A space, which may stand inside a number.
    Soft,
    /// The end of a line or of a cell.
    Hard,
}

/// Digits of the longest count.
const LONGEST: usize = 10;

fn digits(text: &str, slots: &[Piece]) -> Option<Vec<Digit>> {
    /// Digits of the longest row that is looked at.
    const LONGEST_ROW: usize = 160;
    let mut digits = Vec::new();
    for slot in slots {
        let printed = text.get(slot.text.clone()).filter(|printed| !slot.is_tall || printed.is_empty())?;
        let mut boundary = if slot.follows_space { Boundary::Soft } else { Boundary::Hard };
        for (at, c) in printed.char_indices() {
            if c.is_whitespace() {
                if boundary == Boundary::None {
                    boundary = Boundary::Soft;
                }
                continue;
            }
            if digits.len() == LONGEST_ROW {
                return None;
            }
            let value = match c {
                '０'..='９' => u32::from(c) - u32::from('０'),
                _ => c.to_digit(10)?,
            };
            let from = slot.text.start + at;
            let range = from..from + c.len_utf8();
            let source = source_of(&range, &slot.text, &slot.source);
            digits.push(Digit { value: u8::try_from(value).ok()?, boundary, text: range, source });
            boundary = Boundary::None;
        }
    }
    Some(digits)
}

struct Search<'a> {
    digits: &'a [Digit],
    /// By digit, how many numbers of print begin with it or behind it.
    behind: Vec<usize>,
    cells: usize,
    sums: &'a [RowSum],
    steps: &'a Steps,
    found: Vec<Reading>,
    /// Readings that were found before these.
    before: usize,
    allows: Allows,
    /// The widest gap that is near.
    widest: usize,
    /// Whether the cell of a total may be empty.
    may_lose_total: bool,
    /// The lines of the run.
    lines: usize,
}

/// What a search has read so far, and what it may still assume.
struct SoFar {
    /// By cell, the digits of its number and the number.
    cells: Vec<Option<(Range<usize>, u64)>>,
    /// By cell, the sum of the numbers before it, and that of all.
    before: Vec<u64>,
    joins: usize,
    empty: usize,
    left_out: usize,
}

impl SoFar {
    fn push(&mut self, number: Option<(Range<usize>, u64)>) {
        self.before.push(self.before[self.cells.len()] + number.as_ref().map_or(0, |number| number.1));
        self.cells.push(number);
    }

    fn pop(&mut self) {
        self.before.pop();
        self.cells.pop();
    }

    /// The sum of the numbers from a cell on and before another.
    fn sum(&self, cells: Range<usize>) -> u64 {
        self.before[cells.end] - self.before[cells.start]
    }
}

impl Search<'_> {
    /// Finds the readings that assume no more than that. `None` if there are too many.
    fn by(&mut self, allows: Allows) -> Option<()> {
        if allows.left_out > 0 && self.sums.is_empty() {
            return Some(());
        }
        self.allows = allows;
        self.before = self.found.len();
        let Allows { joins, empty, left_out, .. } = allows;
        let found = self.from(0, &mut SoFar { cells: Vec::new(), before: vec![0], joins, empty, left_out });
        // One reading that raises a doubt is all that was looked for.
        if allows.kept == 1 && self.found.len() > self.before { Some(()) } else { found }
    }

    /// Goes on behind these digits.
    fn from(&mut self, at: usize, so_far: &mut SoFar) -> Option<()> {
        self.steps.spend(1)?;
        if at == self.digits.len() && so_far.cells.len() == self.cells {
            return self.keep(so_far);
        }
        if so_far.left_out > 0 {
            so_far.left_out -= 1;
            self.page_number(at, so_far)?;
            so_far.left_out += 1;
        }
        if so_far.cells.len() == self.cells {
            return Some(());
        }
        let (left, numbers) = (self.cells - so_far.cells.len(), self.behind[at]);
        let is_too_many = numbers > left.saturating_add(so_far.joins).saturating_add(so_far.left_out);
        if is_too_many || (!self.allows.cuts && numbers.saturating_add(so_far.empty) < left) {
            return Some(());
        }
        self.number(at, so_far)?;
        if so_far.empty > 0 && self.may_be_empty(so_far.cells.len()) {
            so_far.empty -= 1;
            so_far.push(None);
            if self.sums_hold(so_far) {
                self.from(at, so_far)?;
            }
            so_far.pop();
            so_far.empty += 1;
        }
        Some(())
    }

    /// Reads the digits as a number of the next cell, in every way.
    fn number(&mut self, at: usize, so_far: &mut SoFar) -> Option<()> {
        let mut ends = [(0, 0, 0); LONGEST];
        let count = self.ends_of_number(at, so_far, &mut ends);
        for n in 0..count {
            // A doubt is that of the first number that may go on.
            let (end, joins, value) = ends[if self.allows.totals == Totals::Any { count - 1 - n } else { n }];
            so_far.joins -= joins;
            so_far.push(Some((at..end, value)));
            if self.sums_hold(so_far) && self.may_make_its_sum(end, so_far) {
                self.from(end, so_far)?;
            }
            so_far.pop();
            so_far.joins += joins;
        }
        Some(())
    }

    /// Where the number that begins there may end, with how many boundaries inside it, and what it is then.
    fn ends_of_number(&self, at: usize, so_far: &SoFar, ends: &mut [(usize, usize, u64); LONGEST]) -> usize {
        let left = self.cells - so_far.cells.len();
        let (mut value, mut joins, mut count) = (0_u64, 0, 0);
        for end in at + 1..=self.digits.len().min(at + LONGEST) {
            let digit = &self.digits[end - 1];
            if end - 1 > at {
                joins += usize::from(digit.boundary != Boundary::None);
                let goes_on = digit.boundary == Boundary::None || (joins <= so_far.joins && self.may_join(end - 1));
                // No number has zeros before it.
                if !goes_on || self.digits[at].value == 0 {
                    break;
                }
            }
            value = value * 10 + u64::from(digit.value);
            if so_far.empty == 0 && self.digits.len() - end < left - 1 {
                break;
            }
            if self.digits.get(end).is_none_or(|next| next.boundary != Boundary::None || self.allows.cuts) {
                ends[count] = (end, joins, value);
                count += 1;
            }
        }
        count
    }

    /// Whether a number may go on with that digit, which a boundary parts from the one before.
    fn may_join(&self, at: usize) -> bool {
        let (before, this) = (&self.digits[at - 1], &self.digits[at]);
        let gap = this.text.start.saturating_sub(before.text.end);
        match self.allows.over {
            Gap::Spaces => this.boundary == Boundary::Soft,
            Gap::Space => this.boundary == Boundary::Soft && gap == 1,
            Gap::Near => self.lines > 1 || gap <= self.widest,
        }
    }

    /// Leaves the digits out as the number of a page: one alone on its line, or, where numbers may touch, what a number on
    /// its line begins or ends with.
    fn page_number(&mut self, at: usize, so_far: &mut SoFar) -> Option<()> {
        /// Digits of the longest.
        const LONGEST: usize = 4;
        let is_hard = |at: usize| self.digits.get(at).is_none_or(|digit| digit.boundary == Boundary::Hard);
        let is_start = |at: &usize| self.digits[*at].boundary != Boundary::None;
        let end = (at + 1..self.digits.len()).find(is_start).unwrap_or(self.digits.len());
        if at < end && end - at <= LONGEST && is_hard(at) && is_hard(end) {
            self.from(end, so_far)?;
        }
        if !self.allows.cuts || at == self.digits.len() || self.digits[at].value == 0 {
            return Some(());
        }
        if self.digits[at].boundary == Boundary::None {
            return if end - at <= LONGEST && is_hard(end) { self.from(end, so_far) } else { Some(()) };
        }
        (at + 1..end.min(at + LONGEST + 1)).filter(|_| is_hard(at)).try_for_each(|end| self.from(end, so_far))
    }

    /// Whether a cell may be empty: that of a total only if print may have lost it, or if it is the last of several lines, so
    /// that nothing stands behind the others.
    fn may_be_empty(&self, cell: usize) -> bool {
        let may_lose_total = match self.allows.totals {
            Totals::AsCaused => self.may_lose_total,
            Totals::Filled => false,
            Totals::Any => true,
        };
        may_lose_total || (self.lines > 1 && cell + 1 == self.cells) || self.sums.iter().all(|sum| sum.end != cell)
    }

    /// Whether the sum whose total was read last holds.
    fn sums_hold(&self, so_far: &SoFar) -> bool {
        let Some(Some((_, total))) = so_far.cells.last() else { return true };
        let made = self.sums.iter().find(|sum| sum.end + 1 == so_far.cells.len());
        made.is_none_or(|sum| so_far.sum(sum.clone()) == *total)
    }

    /// Whether the digits left are enough to write the total of the numbers that were read last.
    fn may_make_its_sum(&self, end: usize, so_far: &SoFar) -> bool {
        let read = so_far.cells.len();
        let Some(sum) = self.sums.iter().find(|sum| sum.contains(&(read - 1))) else { return true };
        if so_far.empty > 0 && self.may_be_empty(sum.end) {
            return true;
        }
        // Every other cell takes a digit, unless it is empty.
        let others = (self.cells - read).saturating_sub(1).saturating_sub(so_far.empty);
        let most = u32::try_from((self.digits.len() - end).saturating_sub(others)).unwrap_or(u32::MAX);
        10_u64.checked_pow(most).is_none_or(|bound| so_far.sum(sum.start..read) < bound)
    }

    fn keep(&mut self, so_far: &SoFar) -> Option<()> {
        let is_same = |reading: &Reading| {
            let values = so_far.cells.iter().map(|number| number.as_ref().map(|number| number.1));
            reading.iter().map(|part| part.as_ref().map(|part| part.value)).eq(values)
        };
        if self.found.iter().any(is_same) {
            return Some(());
        }
        if self.found.len() - self.before >= self.allows.kept {
            return None;
        }
        let digits = |number: &Option<(Range<usize>, u64)>| Some(part(&self.digits[number.as_ref()?.0.clone()]));
        self.found.push(so_far.cells.iter().map(digits).collect());
        (self.allows.kept > 1).then_some(())
    }
}

/// Digits as a number.
fn part(digits: &[Digit]) -> Part {
    let (first, last) = (&digits[0], &digits[digits.len() - 1]);
    Part {
        value: digits.iter().fold(0, |value, digit| value * 10 + u64::from(digit.value)),
        digits: digits.iter().map(|digit| char::from(b'0' + digit.value)).collect(),
        text: first.text.start..last.text.end,
        source: first.source.start.min(last.source.start)..first.source.end.max(last.source.end),
    }
}

#[cfg(test)]
mod tests;
