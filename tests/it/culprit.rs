//! Which cell is wrong: a study of mutations over real and generated reports.

use ogi_report::check::{Diagnosis, Mend, Slip};
use ogi_report::form::Value;
use ogi_report::{Applicant, Cell, Column, Filed, Form, Outcome, RequestRow, Route, Ruling, Verdict};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::reports::{read, real};
use crate::strategies::report;

fn number(form: &Form, cell: Cell) -> Option<i64> {
    match form.get(cell).map(Filed::value) {
        Some(Value::Number { number, .. }) => number.to_integer(),
        _ => None,
    }
}

/// The leaf cells of sections 三 and 四 that hold a number.
fn leaves(form: &Form) -> Vec<(Cell, i64)> {
    Cell::ALL
        .iter()
        .copied()
        .filter(|cell| !matches!(cell, Cell::Proactive(_)) && !cell.is_total())
        .filter_map(|cell| Some((cell, number(form, cell)?)))
        .collect()
}

fn put(form: &mut Form, cell: Cell, count: i64) {
    form.set(cell, u32::try_from(count).unwrap());
}

/// What a single wrong cell was told to be.
#[derive(Default, Debug)]
struct Tally {
    changed: u32,
    found: u32,
    named: u32,
    named_wrongly: u32,
    open: u32,
}

impl Tally {
    fn count(&mut self, diagnoses: &[Diagnosis], cell: Cell, right: i64) {
        self.changed += 1;
        self.found += u32::from(!diagnoses.is_empty());
        for diagnosis in diagnoses {
            match diagnosis.culprit() {
                Some(mend) => {
                    let is_right = mend.corrections.len() == 1
                        && (mend.corrections[0].cell, mend.corrections[0].mended) == (cell, right);
                    self.named += u32::from(is_right);
                    self.named_wrongly += u32::from(!is_right);
                }
                None => self.open += 1,
            }
        }
    }
}

/// The ways to mistype a number.
fn mistyped(right: i64) -> Vec<i64> {
    let mut wrong = vec![right + 1, right - 1, right + 1000, right * 10, right / 10, 0, right + 7];
    wrong.retain(|&n| n >= 0 && n != right && n <= i64::from(u32::MAX));
    wrong
}

#[test]
fn a_wrong_leaf_of_a_real_report_is_found_and_named() {
    let (mut requests, mut disputes) = (Tally::default(), Tally::default());
    for form in real().into_iter().filter(|form| form.check().verdict() == Verdict::Holds) {
        for (cell, right) in leaves(&form) {
            for wrong in mistyped(right) {
                let mut form = form.clone();
                put(&mut form, cell, wrong);
                let tally = if matches!(cell, Cell::Dispute(..)) { &mut disputes } else { &mut requests };
                tally.count(&form.diagnose(), cell, right);
            }
        }
    }
    assert!(requests.changed > 2000, "{requests:?}");
    // In a full table the sums determine the cell, every time.
    assert_eq!((requests.found, requests.named, requests.named_wrongly), (requests.changed, requests.changed, 0));
    // In a block of section 四 there is one sum: the change is found, and nothing is named.
    assert!(disputes.changed > 200, "{disputes:?}");
    assert_eq!((disputes.found, disputes.open, disputes.named_wrongly), (disputes.changed, disputes.changed, 0));
}

#[test]
fn in_a_real_report_with_gaps_no_cell_is_named_wrongly() {
    let mut tally = Tally::default();
    for form in real().into_iter().filter(|form| form.check().verdict() != Verdict::Holds) {
        assert_eq!(form.diagnose(), []);
        for (cell, right) in leaves(&form) {
            for wrong in mistyped(right) {
                let mut form = form.clone();
                put(&mut form, cell, wrong);
                tally.count(&form.diagnose(), cell, right);
            }
        }
    }
    assert!(tally.changed > 500, "{tally:?}");
    assert_eq!(tally.named_wrongly, 0, "{tally:?}");
}

#[test]
fn two_wrong_leaves_of_a_real_report_are_found_and_not_named() {
    let form = read("huaian-2024");
    let leaves = leaves(&form);
    let mut changed = 0;
    // Every second cell with every third behind it, by the same and by other amounts.
    for (i, &(first, a)) in leaves.iter().enumerate().step_by(2) {
        for &(second, b) in leaves[i + 1..].iter().step_by(3) {
            for (by_a, by_b) in [(1, 1), (2, -2), (-1, 1), (10, 3)] {
                if a + by_a < 0 || b + by_b < 0 || matches!((first, second), (Cell::Request(..), Cell::Dispute(..))) {
                    continue;
                }
                let mut form = form.clone();
                put(&mut form, first, a + by_a);
                put(&mut form, second, b + by_b);
                let cancels =
                    matches!((first, second), (Cell::Dispute(r, _), Cell::Dispute(s, _)) if r == s) && by_a == -by_b;
                assert!(cancels || !form.diagnose().is_empty(), "{first} and {second}");
                assert!(form.diagnose().iter().all(|diagnosis| diagnosis.culprit().is_none()), "{first} and {second}");
                changed += 1;
            }
        }
    }
    assert!(changed > 4000, "{changed}");
}

/// Whether two cells of section 三 stand in one row or in one column.
fn are_in_line(first: Cell, second: Cell) -> bool {
    let (Cell::Request(row, column), Cell::Request(other_row, other_column)) = (first, second) else { return false };
    (row == other_row) != (column == other_column)
}

#[test]
fn two_leaves_in_line_that_are_swapped_are_listed_once() {
    let whole = read("huaian-2024");
    let without = |is_blank: &dyn Fn(RequestRow, Column<Applicant>) -> bool| {
        let mut form = whole.clone();
        for &cell in
            Cell::ALL.iter().filter(|cell| matches!(cell, Cell::Request(row, column) if is_blank(*row, *column)))
        {
            form.set(cell, Filed::blank());
        }
        form
    };
    let mut swapped = 0;
    // With the sums of rows and columns, and with either alone.
    for form in [
        whole.clone(),
        without(&|_, column| column == Column::Total),
        without(&|row, _| row == RequestRow::OutcomeTotal),
    ] {
        swapped += swaps_listed_once(&form);
    }
    assert!(swapped > 1000, "{swapped}");
}

/// Swaps any two leaves in line of a form that holds, and counts the diagnoses that list the swap, each of them once. Where
/// one of the two alone mends what is broken, the swap is none.
fn swaps_listed_once(form: &Form) -> u32 {
    let leaves = leaves(form);
    let mut swapped = 0;
    for (i, &(first, a)) in leaves.iter().enumerate() {
        for &(second, b) in leaves[i + 1..].iter().filter(|(second, b)| a != *b && are_in_line(first, *second)) {
            let mut form = form.clone();
            put(&mut form, first, b);
            put(&mut form, second, a);
            for diagnosis in form.diagnose() {
                let is_it = |mend: &&Mend| {
                    let mut right: Vec<(Cell, i64)> =
                        mend.corrections.iter().map(|one| (one.cell, one.mended)).collect();
                    right.sort_unstable();
                    right == [(first, a), (second, b)]
                };
                let is_one_of_them =
                    |mend: &Mend| matches!(&mend.corrections[..], [one] if [first, second].contains(&one.cell));
                let expected = usize::from(!diagnosis.mends.iter().any(is_one_of_them));
                assert_eq!(diagnosis.mends.iter().filter(is_it).count(), expected, "{first} and {second}");
                swapped += u32::from(expected == 1);
            }
        }
    }
    swapped
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_wrong_cell_of_section_3_is_named(report in report(), which: Index, wrong in 0..1_000_000_u32) {
        let mut form = Form::from(&report);
        let cells: Vec<Cell> = form.cells().map(|(cell, _)| cell).filter(|cell| matches!(cell, Cell::Request(..))).collect();
        let cell = *which.get(&cells);
        let right = number(&form, cell).unwrap();
        prop_assume!(right != i64::from(wrong));
        form.set(cell, wrong);
        let diagnoses = form.diagnose();
        prop_assert_eq!(diagnoses.len(), 1);
        let culprit = diagnoses[0].culprit();
        prop_assert!(culprit.is_some_and(|mend| mend.corrections[0].cell == cell && mend.corrections[0].mended == right), "{:?}", diagnoses);
        // The form is not changed, and mending it mends everything.
        prop_assert_eq!(number(&form, cell), Some(wrong.into()));
    }

    #[test]
    fn two_wrong_cells_are_found_and_never_named(
        report in report(),
        rows in (select(RequestRow::ALL), select(RequestRow::ALL)),
        columns in (select(Applicant::ALL), select(Applicant::ALL)),
        by in (1..50_u32, 1..50_u32),
        blanks in proptest::collection::vec(select(Cell::ALL), 0..40),
    ) {
        let mut form = Form::from(&report);
        let (a, b) = (Cell::request(rows.0, columns.0), Cell::request(rows.1, columns.1));
        let (Some(before_a), Some(before_b)) = (number(&form, a), number(&form, b)) else { return Ok(()) };
        if a == b || a.is_total() || b.is_total() {
            return Ok(());
        }
        put(&mut form, a, before_a + i64::from(by.0));
        put(&mut form, b, before_b + i64::from(by.1));
        prop_assert_eq!(form.check().verdict(), Verdict::Broken);
        prop_assert!(!form.diagnose().is_empty());
        prop_assert!(form.diagnose().iter().all(|diagnosis| diagnosis.culprit().is_none()), "{:?}", form.diagnose());
        // With gaps in the table one of the two may be out of sight; then the other may be named, rightly.
        for cell in blanks {
            for diagnosis in form.diagnose() {
                if let Some(mend) = diagnosis.culprit() {
                    let named = (mend.corrections[0].cell, mend.corrections[0].mended);
                    prop_assert!(named == (a, before_a) || named == (b, before_b), "{:?}", diagnosis);
                }
            }
            if form.get(cell).is_some() && cell != a && cell != b {
                form.set(cell, Filed::blank());
            }
        }
    }

    #[test]
    fn with_gaps_one_wrong_cell_is_never_mistaken(
        report in report(),
        which: Index,
        wrong in 0..1000_u32,
        blanks in proptest::collection::vec(select(Cell::ALL), 0..60),
    ) {
        let mut form = Form::from(&report);
        let leaves = leaves(&form);
        let (cell, right) = *which.get(&leaves);
        for blank in blanks {
            if form.get(blank).is_some() && blank != cell {
                form.set(blank, Filed::blank());
            }
        }
        form.set(cell, wrong);
        for diagnosis in form.diagnose() {
            if let Some(mend) = diagnosis.culprit() {
                prop_assert_eq!((mend.corrections[0].cell, mend.corrections[0].mended), (cell, right));
            }
        }
    }
}

#[test]
fn slips_of_the_typist_are_recognised() {
    let cases = [(12, 21, Slip::Transposed), (136, 1362, Slip::DroppedDigit), (13622, 1362, Slip::AddedDigit)];
    let granted = Cell::request(Outcome::Granted, Column::Total);
    for (stated, right, slip) in cases {
        let mut form = read("huaian-2024");
        let natural = Cell::request(Outcome::Granted, Applicant::NaturalPerson);
        let others = number(&form, granted).unwrap() - number(&form, natural).unwrap();
        if right > others {
            put(&mut form, granted, stated);
            let diagnoses = form.diagnose();
            assert_eq!(diagnoses[0].culprit().and_then(|mend| mend.slip), Some(slip));
        }
    }
    // A figure in the neighbouring column: the row still adds up, so it is listed and not named.
    let mut form = read("huaian-2024");
    let (research, enterprise) = (Applicant::ResearchInstitution, Applicant::CommercialEnterprise);
    let moved = number(&form, Cell::request(Outcome::Granted, enterprise)).unwrap();
    put(&mut form, Cell::request(Outcome::Granted, enterprise), 0);
    put(&mut form, Cell::request(Outcome::Granted, research), moved);
    let diagnosis = &form.diagnose()[0];
    assert_eq!(diagnosis.culprit(), None);
    let shifted = diagnosis.mends.iter().find(|mend| mend.slip == Some(Slip::Shifted)).unwrap();
    assert_eq!(shifted.corrections.iter().map(|c| c.mended).max(), Some(moved));

    // In a block of section 四 what looks like a slip comes first.
    let mut form = read("huaian-2024");
    form.set(Cell::dispute(Route::DirectLitigation, Ruling::Upheld), 31);
    let diagnosis = &form.diagnose()[0];
    assert_eq!(diagnosis.culprit(), None);
    assert_eq!(diagnosis.mends[0].slip, Some(Slip::Transposed));
}

#[test]
fn no_mend_needs_a_number_that_a_cell_cannot_hold() {
    // 1 + 0 + 0 + 0 ≠ 0: the total may be 1, or the first part 0. No part can be −1.
    let cell = |column: Column<Ruling>| Cell::dispute(Route::Reconsideration, column);
    let mut form = Form::new(ogi_report::Edition::V2021);
    for (i, &ruling) in Ruling::ALL.iter().enumerate() {
        form.set(cell(Column::Of(ruling)), u32::from(i == 0));
    }
    form.set(cell(Column::Total), 0);
    let [diagnosis] = form.diagnose().try_into().unwrap();
    let mut mended: Vec<(Cell, i64)> =
        diagnosis.mends.iter().flat_map(|mend| &mend.corrections).map(|one| (one.cell, one.mended)).collect();
    mended.sort_unstable();
    assert_eq!(mended, [(cell(Column::Of(Ruling::ALL[0])), 0), (cell(Column::Total), 1)]);
}

/// A total may be as large as the sum of what it sums.
#[test]
fn a_total_may_be_mended_to_more_than_one_cell_can_hold() {
    let cell = |column: Column<Ruling>| Cell::dispute(Route::Reconsideration, column);
    let mut form = Form::new(ogi_report::Edition::V2021);
    for &ruling in Ruling::ALL {
        form.set(cell(Column::Of(ruling)), u32::MAX);
    }
    form.set(cell(Column::Total), 7);
    let [diagnosis] = form.diagnose().try_into().unwrap();
    let mended: Vec<(Cell, i64)> =
        diagnosis.mends.iter().flat_map(|mend| &mend.corrections).map(|one| (one.cell, one.mended)).collect();
    assert_eq!(mended, [(cell(Column::Total), 4 * i64::from(u32::MAX))]);
}
