//! Which cell is wrong, when sums do not add up.
//!
//! Row totals, column sums and the flow over-determine section 三: a wrong cell breaks each of its equations by the
//! same amount, and in a full table no other cell has the same equations. A cell is named only if it alone mends
//! everything that is broken and no two cells do; else the explanations are listed, and none is preferred.

use std::sync::LazyLock;

use serde::Serialize;

use crate::check::assess::edition::OtherEdition;
use crate::check::assess::syntax;
use crate::check::equations::{Equation, equations};
use crate::check::readings::Readings;
use crate::check::{Checked, Ledger, Place, Policy, Preset};
use crate::form::{Cell, Column, Edition, Form, Section};
use crate::value::axis::axis;

/// How the broken sums of a table, or of a block of section 四, can be explained.
///
/// ```
/// use ogi_report::check::Slip;
/// use ogi_report::{Applicant, Cell, Form, Outcome};
///
/// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
/// let mut form: Form = serde_json::from_str(&json)?;
/// let wrong = Cell::request(Outcome::Granted, Applicant::NaturalPerson);
/// form.set(wrong, 40);
/// let diagnoses = form.diagnose();
/// let culprit = diagnoses[0].culprit().unwrap();
/// assert_eq!((culprit.corrections[0].cell, culprit.corrections[0].mended), (wrong, 4));
/// assert_eq!(culprit.slip, Some(Slip::AddedDigit));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnosis {
    /// The section, or the total of the block of section 四.
    pub at: Place,
    /// Every explanation found, at most fifty: those by one cell, then swaps of two. Empty if neither explains it.
    pub mends: Vec<Mend>,
    /// Whether the figures leave one explanation only.
    pub is_certain: bool,
}

/// Changes that mend every broken sum of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mend {
    /// The cells to change: one, or the two of a swap.
    pub corrections: Vec<Correction>,
    /// The slip of the typist that it looks like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slip: Option<Slip>,
}

/// A cell and the number that mends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Correction {
    /// The cell.
    pub cell: Cell,
    /// The number on the form.
    pub stated: i64,
    /// The number that mends the sums.
    pub mended: i64,
}

axis! {
    /// A slip of the typist that a correction looks like.
    pub enum Slip {
        Transposed = "transposed", "相邻两位数字颠倒", "two digits transposed";
        DroppedDigit = "dropped_digit", "漏填一位数字", "a digit dropped";
        AddedDigit = "added_digit", "多填一位数字", "a digit too many";
        Shifted = "shifted", "填到了相邻的格", "in the neighbouring cell";
        Swapped = "swapped", "两格互换", "two cells swapped";
    }
}

/// The most explanations that a diagnosis lists.
const MOST_MENDS: usize = 50;

impl Diagnosis {
    /// The one explanation, if the figures leave one only.
    ///
    /// ```
    /// use ogi_report::{Edition, Form};
    ///
    /// assert!(Form::new(Edition::V2021).diagnose().is_empty());
    /// ```
    pub fn culprit(&self) -> Option<&Mend> {
        self.mends.first().filter(|_| self.is_certain)
    }
}

impl Form {
    /// Explains the broken sums of sections 三 and 四, as far as one wrong cell or a swap of two explains them. Nothing is
    /// changed. Where all sums that can be assessed hold there is no diagnosis.
    ///
    /// In a block of section 四 one sum is all there is, so its explanations are listed and none is certain.
    ///
    /// ```
    /// use ogi_report::{Column, Cell, Edition, Form, Route};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// for &cell in Edition::V2021.cells() {
    ///     form.set(cell, 0);
    /// }
    /// form.set(Cell::dispute(Route::Reconsideration, Column::Total), 3);
    /// let diagnoses = form.diagnose();
    /// assert_eq!(diagnoses[0].mends.len(), 5);
    /// assert_eq!(diagnoses[0].culprit(), None);
    /// ```
    pub fn diagnose(&self) -> Vec<Diagnosis> {
        let mut unheard = Checked {
            house_rules: Vec::new(),
            findings: Vec::new(),
            ledger: Ledger::new(),
            policy: Policy::of(Preset::None),
        };
        let (stated, _) = syntax::read(self, &OtherEdition::default(), &mut unheard);
        let system = System::of(self.edition_of_other());
        let blocks = system.blocks.iter().filter_map(|block| diagnose(system, block, &stated));
        blocks.collect()
    }
}

/// The equations of a form, also by the slot of each of their cells.
struct System {
    equations: &'static [Equation],
    /// By slot: the equation, and 1 or −1 for the side of the cell.
    places: Vec<Vec<(usize, i64)>>,
    blocks: Vec<Block>,
}

/// Equations that share no cell with others: section 三, or one block of section 四.
struct Block {
    at: Place,
    equations: Vec<usize>,
}

impl System {
    fn of(edition_of_other: Edition) -> &'static Self {
        static ALL: LazyLock<[System; 2]> = LazyLock::new(|| [build(Edition::V2019), build(Edition::V2021)]);
        &ALL[edition_of_other.index()]
    }
}

fn build(edition_of_other: Edition) -> System {
    let equations = equations(edition_of_other);
    let mut places = vec![Vec::new(); Cell::ALL.len()];
    let mut blocks = vec![Block { at: Place::Section(Section::Requests), equations: Vec::new() }];
    for (i, equation) in equations.iter().enumerate() {
        for (side, sign) in [(&equation.left, 1), (&equation.right, -1)] {
            for &slot in &side.slots {
                places[slot].push((i, sign));
            }
        }
        match equation.at {
            Cell::Dispute(..) => blocks.push(Block { at: Place::Cell(equation.at), equations: vec![i] }),
            Cell::Request(..) | Cell::Proactive(_) => blocks[0].equations.push(i),
        }
    }
    System { equations, places, blocks }
}

/// By how much the left side of each equation is over the right; `None` where a cell has no number.
type Excess = Vec<Option<i64>>;

/// A change of one cell.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Step {
    slot: usize,
    by: i64,
}

/// Pairs of cells that mend everything together.
#[derive(Default)]
struct Pairs {
    /// Whether there is one.
    are_any: bool,
    /// Those that look like a slip of the typist, up to a bound.
    slips: Vec<Mend>,
}

fn diagnose(system: &'static System, block: &Block, stated: &Readings) -> Option<Diagnosis> {
    let mut excess: Excess = vec![None; system.equations.len()];
    for &i in &block.equations {
        let equation = &system.equations[i];
        excess[i] = equation.left.sum(stated).zip(equation.right.sum(stated)).map(|(left, right)| left - right);
    }
    first_broken(&excess)?;

    let search = Search { system, stated };
    let singles = search.one_cell(&excess);
    let pairs = search.two_cells(&excess);
    let possible = |step: &&Step| search.is_possible(**step);
    // A cell that cannot hold what would mend the sums alone may still be wrong together with another.
    let is_certain = singles.len() == 1 && !pairs.are_any && singles.iter().all(|step| search.is_possible(*step));
    let mut mends: Vec<Mend> = singles.iter().filter(possible).map(|&step| search.mend(&[step])).collect();
    // Likely slips of the typist come first. That makes them no more certain.
    mends.sort_by_key(|mend| mend.slip.is_none());
    mends.extend(pairs.slips);
    mends.truncate(MOST_MENDS);
    Some(Diagnosis { at: block.at, mends, is_certain })
}

fn first_broken(excess: &Excess) -> Option<usize> {
    excess.iter().position(|e| e.is_some_and(|e| e != 0))
}

struct Search<'a> {
    system: &'static System,
    stated: &'a Readings,
}

impl Search<'_> {
    /// The equations of the cell that could be assessed.
    fn places(&self, slot: usize, excess: &Excess) -> impl Iterator<Item = (usize, i64)> {
        self.system.places[slot].iter().copied().filter(|&(i, _)| excess[i].is_some())
    }

    /// The step of a cell that mends an equation.
    fn step(&self, slot: usize, (equation, sign): (usize, i64), excess: &Excess) -> Option<Step> {
        let by = -excess[equation]? * sign;
        (by != 0 && self.stated.known(slot).is_some()).then_some(Step { slot, by })
    }

    /// Whether the cell can hold the number after a step.
    fn is_possible(&self, step: Step) -> bool {
        let (least, most) = syntax::bounds(Cell::ALL[step.slot]);
        self.stated.known(step.slot).is_some_and(|stated| (least..=most).contains(&(stated + step.by)))
    }

    fn cells_of(&self, equation: usize) -> impl Iterator<Item = usize> {
        let Equation { left, right, .. } = &self.system.equations[equation];
        left.slots.iter().chain(&right.slots).copied()
    }

    fn place_in(&self, slot: usize, equation: usize) -> Option<(usize, i64)> {
        self.system.places[slot].iter().copied().find(|&(i, _)| i == equation)
    }

    /// Every single cell whose change mends everything.
    fn one_cell(&self, excess: &Excess) -> Vec<Step> {
        let Some(first) = first_broken(excess) else { return Vec::new() };
        let broken = excess.iter().filter(|e| e.is_some_and(|e| e != 0)).count();
        let mends_all = |step: &Step| {
            let mut places = 0;
            let mends = self.places(step.slot, excess).all(|(i, sign)| {
                places += 1;
                excess[i] == Some(-step.by * sign)
            });
            mends && places == broken
        };
        self.cells_of(first)
            .filter_map(|slot| self.step(slot, self.place_in(slot, first)?, excess))
            .filter(mends_all)
            .collect()
    }

    /// The pairs of cells whose changes together mend everything, where neither does alone.
    ///
    /// One of any two such cells stands in a broken equation that the other does not stand in, unless both stand
    /// in the same ones, and then each alone would mend what both do.
    fn two_cells(&self, excess: &Excess) -> Pairs {
        let mut pairs = Pairs::default();
        let mut seen = [false; Cell::ALL.len()];
        let broken = (0..excess.len()).filter(|&i| excess[i].is_some_and(|e| e != 0));
        for slot in broken.flat_map(|i| self.cells_of(i)) {
            if std::mem::replace(&mut seen[slot], true) {
                continue;
            }
            let mut steps: Vec<Step> = self.places(slot, excess).filter_map(|p| self.step(slot, p, excess)).collect();
            steps.dedup();
            for first in steps {
                let mut rest = excess.clone();
                for (i, sign) in self.places(slot, excess) {
                    rest[i] = rest[i].map(|e| e + first.by * sign);
                }
                for second in self.one_cell(&rest).into_iter().filter(|second| second.slot != slot) {
                    pairs.are_any = true;
                    let mend = self.mend(&[first, second]);
                    let is_listed = mend.slip.is_some() && self.is_possible(first) && self.is_possible(second);
                    // Either of the two may be found first.
                    if is_listed && !pairs.slips.contains(&mend) {
                        pairs.slips.push(mend);
                    }
                }
                if pairs.slips.len() >= MOST_MENDS {
                    return pairs;
                }
            }
        }
        pairs
    }

    fn mend(&self, steps: &[Step]) -> Mend {
        let correction = |step: &Step| {
            let stated = self.stated.known(step.slot).unwrap_or_default();
            Correction { cell: Cell::ALL[step.slot], stated, mended: stated + step.by }
        };
        let mut corrections: Vec<Correction> = steps.iter().map(correction).collect();
        corrections.sort_by_key(|correction| correction.cell);
        let slip = match corrections.as_slice() {
            [one] => slip_of_digits(one.stated, one.mended),
            [a, b] => slip_of_cells(a, b),
            _ => None,
        };
        Mend { corrections, slip }
    }
}

fn slip_of_digits(stated: i64, mended: i64) -> Option<Slip> {
    let (stated, mended) = (stated.to_string().into_bytes(), mended.to_string().into_bytes());
    let lacks_one = |short: &[u8], long: &[u8]| {
        short.len() + 1 == long.len()
            && (0..long.len()).any(|at| long[..at] == short[..at] && long[at + 1..] == short[at..])
    };
    let is_transposed = stated.len() == mended.len()
        && (1..stated.len()).any(|at| {
            let mut swapped = stated.clone();
            swapped.swap(at - 1, at);
            swapped == mended && swapped != stated
        });
    if is_transposed {
        Some(Slip::Transposed)
    } else if lacks_one(&stated, &mended) {
        Some(Slip::DroppedDigit)
    } else if lacks_one(&mended, &stated) {
        Some(Slip::AddedDigit)
    } else {
        None
    }
}

/// Two cells of a row or a column that trade their numbers; if one is 0 and they are neighbours, the number was
/// shifted.
fn slip_of_cells(a: &Correction, b: &Correction) -> Option<Slip> {
    let traded = a.stated == b.mended && b.stated == a.mended;
    let (Cell::Request(row_a, column_a), Cell::Request(row_b, column_b)) = (a.cell, b.cell) else { return None };
    let place = |column| match column {
        Column::Of(applicant) => crate::form::Applicant::index(applicant),
        Column::Total => crate::form::Applicant::ALL.len(),
    };
    let apart = match (row_a == row_b, column_a == column_b) {
        (true, false) => place(column_a).abs_diff(place(column_b)),
        (false, true) => row_a.index().abs_diff(row_b.index()),
        _ => return None,
    };
    match (traded, a.stated == 0 || b.stated == 0, apart) {
        (true, true, 1) => Some(Slip::Shifted),
        (true, _, _) => Some(Slip::Swapped),
        (false, ..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Correction, Slip, slip_of_cells, slip_of_digits};
    use crate::form::{Applicant, Cell, Column, RequestRow, Route, Ruling};

    #[test]
    fn two_cells_that_trade_their_numbers_are_a_slip() {
        let cell = |row, applicant: Applicant| Cell::Request(row, Column::Of(applicant));
        let person = cell(RequestRow::Received, Applicant::NaturalPerson);
        let enterprise = cell(RequestRow::Received, Applicant::CommercialEnterprise);
        let institution = cell(RequestRow::Received, Applicant::ResearchInstitution);
        let carried_in = cell(RequestRow::CarriedIn, Applicant::NaturalPerson);
        let elsewhere = cell(RequestRow::CarriedIn, Applicant::CommercialEnterprise);
        let [upheld, overturned] =
            [Ruling::ALL[0], Ruling::ALL[1]].map(|ruling| Cell::Dispute(Route::Reconsideration, Column::Of(ruling)));
        let (shifted, swapped) = (Some(Slip::Shifted), Some(Slip::Swapped));
        for (a, [stated_a, mended_a], b, [stated_b, mended_b], slip) in [
            (person, [0, 7], enterprise, [7, 0], shifted),
            (enterprise, [7, 0], person, [0, 7], shifted),
            (person, [0, 7], carried_in, [7, 0], shifted),
            (person, [0, 7], institution, [7, 0], swapped),
            (person, [3, 7], enterprise, [7, 3], swapped),
            (person, [3, 7], carried_in, [7, 3], swapped),
            (person, [0, 7], enterprise, [7, 1], None),
            (person, [1, 7], enterprise, [7, 0], None),
            (person, [0, 7], elsewhere, [7, 0], None),
            (upheld, [0, 7], overturned, [7, 0], None),
        ] {
            let correction = |cell, stated, mended| Correction { cell, stated, mended };
            let found = slip_of_cells(&correction(a, stated_a, mended_a), &correction(b, stated_b, mended_b));
            assert_eq!(found, slip, "{a}: {stated_a} → {mended_a}, {b}: {stated_b} → {mended_b}");
        }
    }

    #[test]
    fn a_digit_too_few_too_many_or_in_the_wrong_place_is_a_slip() {
        for (stated, mended, slip) in [
            (12, 21, Some(Slip::Transposed)),
            (12, 112, Some(Slip::DroppedDigit)),
            (112, 12, Some(Slip::AddedDigit)),
            (12, 13, None),
            (12, 1234, None),
        ] {
            assert_eq!(slip_of_digits(stated, mended), slip, "{stated} → {mended}");
        }
    }
}
