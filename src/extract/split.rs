//! Which numbers a row of digits may stand for.
//!
//! Some print loses the boundaries between cells (`640020470`), some breaks a number (`1 7 2`), some drops empty
//! cells. What is left allows several readings; the sums of the form decide between them, or nobody does.

use std::cell::Cell;
use std::cmp::Ordering;
use std::ops::Range;

use super::page::source_of;
use super::scan::Slot;

/// A number that a reading gives to a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) value: u64,
    /// Its digits.
    pub(super) digits: String,
    /// Where they stand in the text of the page, from the first to the last.
    pub(super) text: Range<usize>,
    /// Where they stand in the source.
    pub(super) source: Range<usize>,
}

/// One reading of a row: by cell its number, or nothing if the cell is read as empty.
pub(super) type Reading = Vec<Option<Part>>;

/// The sum that some cells of a row have to make: the parts, and the cell of the total behind them.
pub(super) struct RowSum {
    pub(super) parts: Range<usize>,
    pub(super) total: usize,
}

/// All readings of a row that its sums allow, or what prevented finding them.
pub(super) enum Readings {
    /// Every one. There may be none.
    All(Vec<Reading>),
    /// More than are worth keeping, or the search took too long.
    TooMany(Vec<Reading>),
    /// Something other than digits stands in the row.
    NotDigits,
}

/// A digit, and what parts it from the digit before it.
struct Digit {
    value: u8,
    boundary: Boundary,
    slot: usize,
    text: Range<usize>,
    source: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Boundary {
    /// Nothing.
    None,
    /// A space, which may stand inside a number.
    Soft,
    /// The end of a line or of a cell.
    Hard,
}

/// Readings that are kept, at most; more decide nothing.
const KEPT: usize = 64;

/// What print leaves between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Boundaries {
    /// Nothing that can be relied on: the figures stand right behind their label.
    Lost,
    /// Spaces. Where a cell is empty or two numbers touch, one is missing.
    Spaces,
    /// Lines or bars. Only empty cells leave none.
    Kept,
}

/// Finds the readings of these slots as so many cells.
///
/// Numbers are cut, joined or left away, and cells read as empty, where print with such boundaries does so.
pub(super) fn readings(
    text: &str,
    slots: &[Slot],
    cells: usize,
    sums: &[RowSum],
    boundaries: Boundaries,
    steps: &Cell<u32>,
) -> Readings {
    let Some(digits) = digits(text, slots) else { return Readings::NotDigits };
    let starts: Vec<usize> = (0..digits.len()).filter(|&at| digits[at].boundary != Boundary::None).collect();
    let numbers = starts.len();
    let mut search =
        Search { digits: &digits, starts, cells, sums, steps, found: Vec::new(), may_join: false, may_cut: false };
    let searched = match (numbers.cmp(&cells), boundaries) {
        (Ordering::Less, Boundaries::Lost) => search.first_of(&[Way::Cut, Way::JoinAndCut, Way::Blanks]),
        (Ordering::Less, Boundaries::Spaces) => search.all_of(&[Way::Cut, Way::Blanks]),
        (Ordering::Less, Boundaries::Kept) => search.all_of(&[Way::Blanks]),
        (Ordering::Equal, _) => search.all_of(&[Way::AsPrinted]),
        (Ordering::Greater, Boundaries::Kept) => search.all_of(&[Way::Join, Way::WithoutOne]),
        (Ordering::Greater, _) => search.first_of(&[Way::Join, Way::JoinAndCut]),
    };
    match searched {
        Some(()) => Readings::All(search.found),
        None => Readings::TooMany(search.found),
    }
}

/// Takes so many steps from those that are left for the page. `None` if there are not as many.
pub(super) fn spend(steps: &Cell<u32>, count: usize) -> Option<()> {
    steps.set(steps.get().checked_sub(u32::try_from(count).ok()?)?);
    Some(())
}

/// How the numbers of a reading differ from those of print.
#[derive(Clone, Copy)]
enum Way {
    AsPrinted,
    /// Numbers end where print shows no boundary.
    Cut,
    /// Numbers go on behind a space.
    Join,
    JoinAndCut,
    /// Some cells are empty.
    Blanks,
    /// One number that fills a line is that of a page.
    WithoutOne,
}

/// The one reading that print itself allows, without any sum: `0 00 000` for six cells, because no number is written
/// `00`. Where so many digits could also be fewer numbers and empty cells, there is none.
pub(super) fn plain_reading(text: &str, slots: &[Slot], cells: usize, steps: &Cell<u32>) -> Option<Reading> {
    let digits = digits(text, slots)?;
    spend(steps, digits.len())?;
    // By digit, in how many ways those before it are so many numbers; from two ways on it does not matter how many.
    let mut ways = vec![vec![0_u8; cells + 1]; digits.len() + 1];
    ways[0][0] = 1;
    for end in 1..=digits.len() {
        for from in end.saturating_sub(LONGEST)..end {
            let is_number = end - from == 1 || digits[from].value != 0;
            let is_whole = digits[from + 1..end].iter().all(|digit| digit.boundary == Boundary::None);
            if is_number && is_whole {
                for numbers in 0..cells {
                    ways[end][numbers + 1] = ways[end][numbers + 1].saturating_add(ways[from][numbers]).min(2);
                }
            }
        }
    }
    let ways = &ways[digits.len()];
    if ways[cells] != 1 || ways[..cells].iter().any(|ways| *ways > 0) {
        return None;
    }
    match readings(text, slots, cells, &[], Boundaries::Lost, steps) {
        Readings::All(mut all) if all.len() == 1 => all.pop(),
        _ => None,
    }
}

/// A reading of as many numbers as cells in which some of them go on behind a single space, so that as many cells are
/// empty: one whose last number is the sum of the others, or else one whose total is empty. Other empty cells are shown
/// before that of the total.
pub(super) fn joined_reading(text: &str, slots: &[Slot], cells: usize) -> Option<Reading> {
    let digits = digits(text, slots)?;
    let starts: Vec<usize> = (0..digits.len()).filter(|&at| digits[at].boundary != Boundary::None).collect();
    if starts.len() != cells {
        return None;
    }
    let (sums, steps) = ([], Cell::new(0));
    let search = Search {
        digits: &digits,
        starts,
        cells,
        sums: &sums,
        steps: &steps,
        found: Vec::new(),
        may_join: true,
        may_cut: false,
    };
    let joined = || (1_u32..1 << (cells - 1)).filter_map(|joins| search.joined(joins));
    let sum = joined().find_map(|parts| {
        let (total, others) = parts.split_last()?;
        let is_sum = others.iter().map(|part| part.value).sum::<u64>() == total.value && !others.is_empty();
        is_sum.then(|| (others.to_vec(), Some(total.clone())))
    });
    let (others, total) = sum.or_else(|| Some((joined().next()?, None)))?;
    let mut reading: Reading = others.into_iter().map(Some).collect();
    reading.resize(cells - 1, None);
    reading.push(total);
    Some(reading)
}

/// Digits of the longest count.
const LONGEST: usize = 10;

fn digits(text: &str, slots: &[Slot]) -> Option<Vec<Digit>> {
    /// Digits of the longest row that is looked at.
    const LONGEST_ROW: usize = 160;
    let mut digits = Vec::new();
    for (number, slot) in slots.iter().enumerate() {
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
            digits.push(Digit { value: u8::try_from(value).ok()?, boundary, slot: number, text: range, source });
            boundary = Boundary::None;
        }
    }
    Some(digits)
}

struct Search<'a> {
    digits: &'a [Digit],
    /// The digits that numbers of print begin with.
    starts: Vec<usize>,
    cells: usize,
    sums: &'a [RowSum],
    /// Steps that are left for the page.
    steps: &'a Cell<u32>,
    found: Vec<Reading>,
    /// Whether a number may go on behind a space.
    may_join: bool,
    /// Whether a number may end where print shows no boundary.
    may_cut: bool,
}

impl Search<'_> {
    /// The readings of the first way that gives any.
    fn first_of(&mut self, ways: &[Way]) -> Option<()> {
        for &way in ways {
            self.by(way)?;
            if !self.found.is_empty() {
                break;
            }
        }
        Some(())
    }

    /// The readings of every way.
    fn all_of(&mut self, ways: &[Way]) -> Option<()> {
        ways.iter().try_for_each(|&way| self.by(way))
    }

    fn by(&mut self, way: Way) -> Option<()> {
        match way {
            Way::Blanks => return self.with_blanks(),
            Way::WithoutOne => return self.without_one(),
            Way::AsPrinted | Way::Cut | Way::Join | Way::JoinAndCut => {}
        }
        self.may_join = matches!(way, Way::Join | Way::JoinAndCut);
        self.may_cut = matches!(way, Way::Cut | Way::JoinAndCut);
        self.from(0, &mut Vec::new())
    }

    /// Goes on behind these digits. `None` if there is too much to find.
    fn from(&mut self, at: usize, so_far: &mut Vec<(Range<usize>, u64)>) -> Option<()> {
        spend(self.steps, 1)?;
        if so_far.len() == self.cells {
            if at == self.digits.len() {
                if self.found.len() == KEPT {
                    return None;
                }
                let reading = so_far.iter().map(|(digits, value)| self.part(digits.clone(), *value)).collect();
                self.found.push(reading);
            }
            return Some(());
        }
        let left = self.cells - so_far.len();
        let mut value = 0_u64;
        for end in at + 1..=self.digits.len() {
            let digit = &self.digits[end - 1];
            let is_first = end - 1 == at;
            let may_go_on = match digit.boundary {
                Boundary::None => true,
                Boundary::Soft => self.may_join,
                Boundary::Hard => false,
            };
            // No number has zeros before it, or more digits than a count.
            if !is_first && (!may_go_on || self.digits[at].value == 0 || end - at > LONGEST) {
                break;
            }
            value = value * 10 + u64::from(digit.value);
            if self.digits.len() - end < left - 1 {
                break;
            }
            let ends_here = self.digits.get(end).is_none_or(|next| match next.boundary {
                Boundary::None => self.may_cut,
                Boundary::Soft | Boundary::Hard => true,
            });
            if ends_here {
                so_far.push((at..end, value));
                if self.sums_hold(so_far.len(), |cell| Some(so_far[cell].1)) {
                    self.from(end, so_far)?;
                }
                so_far.pop();
            }
        }
        Some(())
    }

    /// Whether the sum whose total is the last of so many cells holds.
    fn sums_hold(&self, cells: usize, value: impl Fn(usize) -> Option<u64>) -> bool {
        self.sums
            .iter()
            .filter(|sum| sum.total + 1 == cells)
            .all(|sum| value(sum.total).is_none_or(|total| sum.parts.clone().filter_map(&value).sum::<u64>() == total))
    }

    /// Takes the numbers as printed, and some cells as empty.
    fn with_blanks(&mut self) -> Option<()> {
        let starts = self.starts.clone();
        let numbers = starts.len();
        let mut parts = Vec::new();
        for (i, &from) in starts.iter().enumerate() {
            let to = starts.get(i + 1).copied().unwrap_or(self.digits.len());
            let Some(value) = self.number(from..to) else { return Some(()) };
            parts.push(self.part(from..to, value));
        }
        // Which cells have a number, as increasing positions.
        let mut chosen: Vec<usize> = (0..numbers).collect();
        loop {
            spend(self.steps, 1)?;
            let mut reading: Reading = vec![None; self.cells];
            for (part, &cell) in parts.iter().zip(&chosen) {
                reading[cell].clone_from(part);
            }
            let holds = (1..=self.cells)
                .all(|cells| self.sums_hold(cells, |cell| reading[cell].as_ref().map(|part| part.value)));
            if holds {
                if self.found.len() == KEPT {
                    return None;
                }
                self.found.push(reading);
            }
            let Some(moved) = (0..numbers).rev().find(|&i| chosen[i] < self.cells - (numbers - i)) else {
                return Some(());
            };
            chosen[moved] += 1;
            for i in moved + 1..numbers {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }

    /// Takes the numbers as printed, but for one that fills a line and may be that of a page.
    fn without_one(&mut self) -> Option<()> {
        let starts = self.starts.clone();
        if starts.len() != self.cells + 1 {
            return Some(());
        }
        let is_hard = |at: usize| self.digits.get(at).is_none_or(|digit| digit.boundary == Boundary::Hard);
        for (left_out, &start) in starts.iter().enumerate() {
            let end = starts.get(left_out + 1).copied().unwrap_or(self.digits.len());
            if !(is_hard(start) && is_hard(end)) {
                continue;
            }
            let mut reading: Reading = Vec::new();
            for (i, &from) in starts.iter().enumerate().filter(|(i, _)| *i != left_out) {
                let to = starts.get(i + 1).copied().unwrap_or(self.digits.len());
                let digits = &self.digits[from..to];
                let value = digits
                    .iter()
                    .try_fold(0_u64, |value, digit| value.checked_mul(10)?.checked_add(digit.value.into()));
                reading.push(self.part(from..to, value?));
            }
            let value = |cell: usize| reading.get(cell)?.as_ref().map(|part| part.value);
            let holds = !self.sums.is_empty() && (1..=self.cells).all(|cells| self.sums_hold(cells, value));
            let is_new = |other: &Reading| {
                !other.iter().flatten().map(|part| part.value).eq(reading.iter().flatten().map(|part| part.value))
            };
            if holds && self.found.iter().all(is_new) {
                self.found.push(reading);
            }
        }
        Some(())
    }

    /// The numbers, of which those go on behind a single space that the bits say.
    fn joined(&self, joins: u32) -> Option<Vec<Part>> {
        let is_joined = |number: usize| number > 0 && joins & (1 << (number - 1)) != 0;
        let follows_one_space = |&at: &usize| self.digits[at - 1].text.end + 1 == self.digits[at].text.start;
        let starts = self.starts.iter().enumerate();
        if !starts.clone().filter(|(number, _)| is_joined(*number)).all(|(_, at)| follows_one_space(at)) {
            return None;
        }
        let first: Vec<usize> = starts.filter(|(number, _)| !is_joined(*number)).map(|(_, &at)| at).collect();
        let ends = first.iter().skip(1).copied().chain([self.digits.len()]);
        first.iter().zip(ends).map(|(&from, to)| self.part(from..to, self.number(from..to)?)).collect()
    }

    /// The number that these digits are, if they are written as one.
    fn number(&self, digits: Range<usize>) -> Option<u64> {
        let digits = self.digits.get(digits)?;
        let is_number = digits.len() == 1 || (digits.len() <= LONGEST && digits.first()?.value != 0);
        is_number.then(|| digits.iter().fold(0, |value, digit| value * 10 + u64::from(digit.value)))
    }

    fn part(&self, digits: Range<usize>, value: u64) -> Option<Part> {
        let (first, last) = (self.digits.get(digits.start)?, self.digits.get(digits.end.checked_sub(1)?)?);
        debug_assert!(first.slot <= last.slot, "digits stand in the order of their slots");
        Some(Part {
            value,
            digits: self.digits[digits].iter().map(|digit| char::from(b'0' + digit.value)).collect(),
            text: first.text.start..last.text.end,
            source: first.source.start.min(last.source.start)..first.source.end.max(last.source.end),
        })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    /// The readings of a line as a row of section 三.
    fn read(line: &str, boundaries: Boundaries) -> Vec<Vec<Option<u64>>> {
        let mut slots = Vec::new();
        for word in line.split(' ') {
            let from = word.as_ptr() as usize - line.as_ptr() as usize;
            let text = from..from + word.len();
            slots.push(Slot {
                text: text.clone(),
                source: text,
                columns: 0..0,
                follows_space: from > 0,
                is_tall: false,
            });
        }
        let sums = [RowSum { parts: 0..6, total: 6 }];
        match readings(line, &slots, 7, &sums, boundaries, &Cell::new(100_000)) {
            Readings::All(all) => {
                all.iter().map(|row| row.iter().map(|part| part.as_ref().map(|part| part.value)).collect()).collect()
            }
            Readings::TooMany(_) | Readings::NotDigits => panic!("{line}"),
        }
    }

    fn only(line: &str) -> Vec<u64> {
        let all = read(line, Boundaries::Lost);
        assert_eq!(all.len(), 1, "{line}: {all:?}");
        all[0].iter().map(|value| value.unwrap()).collect()
    }

    #[test]
    fn digits_without_a_boundary_are_split_where_one_sum_holds() {
        assert_eq!(only("640020470"), [64, 0, 0, 2, 0, 4, 70]);
        assert_eq!(only("230 000023"), [23, 0, 0, 0, 0, 0, 23]);
        assert_eq!(only("0 0 00 00 0"), [0; 7]);
        assert_eq!(only("500000 5"), [5, 0, 0, 0, 0, 0, 5]);
    }

    #[test]
    fn broken_numbers_are_joined_where_one_sum_holds() {
        assert_eq!(only("1 7 2 0 0 0 0 0 1 7 2"), [172, 0, 0, 0, 0, 0, 172]);
    }

    #[test]
    fn print_alone_decides_only_where_no_cell_can_be_empty() {
        let plain = |line: &str| {
            let slot = Slot {
                text: 0..line.len(),
                source: 0..line.len(),
                columns: 0..0,
                follows_space: false,
                is_tall: false,
            };
            plain_reading(line, &[slot], 7, &Cell::new(1000)).is_some()
        };
        assert!(plain("0000000") && plain("0000005"));
        assert!(!plain("0120050") && !plain("5000005") && !plain("000000"));
    }

    #[test]
    fn what_several_sums_allow_has_several_readings() {
        // One of six applicants and the total, or two of six applicants and no total.
        assert_eq!(read("3 3", Boundaries::Kept).len(), 6 + 15);
        assert_eq!(read("270020130", Boundaries::Lost).len(), 2);
        // 5 + 3 = 8 by cutting, and any empty cell beside it.
        assert!(read("0 0 0 0 5 38", Boundaries::Spaces).len() > 1);
    }
}
