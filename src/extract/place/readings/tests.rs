//! What each row of the table of print damage allows, and what it does not.

use std::borrow::Cow;

use super::*;
use crate::extract::page::rows::RowKind;

/// A run as a text prints it: figures between spaces and ends of lines.
fn run_of(text: &str, is_glued: bool) -> Run {
    let mut slots = Vec::new();
    for (at, line) in text.split('\n').map(|line| (line.as_ptr() as usize - text.as_ptr() as usize, line)) {
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            let from = at + (word.as_ptr() as usize - line.as_ptr() as usize);
            let place = from..from + word.len();
            let follows_space = from > at;
            slots.push(Piece { follows_space, ..Piece::new(place.clone(), place) });
        }
    }
    let lines = text.lines().count();
    let (kind, own_text, before) = (RowKind::Line, None, Vec::new());
    Run { slots, first_row: 0, kind, own_text, lines, is_glued, has_tall_label: false, before }
}

type Row = [Option<u64>; 7];

/// The readings of a text as a row of section 三.
fn read(text: &str, is_glued: bool, cause: Cause) -> Vec<Row> {
    let page = Page::new(Cow::Borrowed(text));
    let found = readings(&page, &run_of(text, is_glued), 7, std::slice::from_ref(&(0..6)), cause, &Steps::new(100_000));
    assert!(found.is_complete, "{text:?}");
    let row = |reading: &Reading| std::array::from_fn(|at| reading[at].as_ref().map(|part| part.value));
    found.all.iter().map(row).collect()
}

const COUNT: Cause = Cause::Count;
const BROKEN: Cause = Cause::BrokenSums { may_lose_total: true };
const BROKEN_WITH_TOTAL: Cause = Cause::BrokenSums { may_lose_total: false };

/// For each row of the table a text of which it allows a reading, and one of which it does not.
#[test]
fn each_accident_allows_what_it_says_and_no_more() {
    let some = |row: [u64; 7]| row.map(Some);
    let with_empty = |row: [u64; 7], at: usize| {
        let mut row = row.map(Some);
        row[at] = None;
        row
    };
    let (wide, total_lost) = (some([202, 0, 0, 0, 0, 0, 202]), with_empty([31, 0, 0, 0, 0, 5, 0], 6));
    for (text, is_glued, cause, reading, is_allowed) in [
        // None.
        ("1 2 0 0 0 0 3", false, COUNT, some([1, 2, 0, 0, 0, 0, 3]), true),
        ("1 2 0 0 0 0 4", false, COUNT, some([1, 2, 0, 0, 0, 0, 4]), false),
        // Empty cells leave no trace.
        ("3\n3", false, COUNT, [Some(3), None, None, None, None, None, Some(3)], true),
        ("3\n0\n0\n0\n0\n0\n9", false, COUNT, with_empty([3, 0, 0, 0, 0, 0, 9], 6), false),
        // Boundaries are lost.
        ("640020470", true, COUNT, some([64, 0, 0, 2, 0, 4, 70]), true),
        ("0 0 0 0 5 38", false, COUNT, some([0, 0, 0, 0, 5, 3, 8]), true),
        ("0\n0\n0\n0\n5\n38", false, COUNT, some([0, 0, 0, 0, 5, 3, 8]), false),
        // Boundaries are lost and numbers are broken.
        ("1 20000012", true, COUNT, some([12, 0, 0, 0, 0, 0, 12]), true),
        ("1 20000012", false, COUNT, some([12, 0, 0, 0, 0, 0, 12]), false),
        // Numbers are broken, at spaces or at the end of a line.
        ("1 7 2 0 0 0 0 0 1 7 2", false, COUNT, some([172, 0, 0, 0, 0, 0, 172]), true),
        ("20\n2\n0\n0\n0\n0\n0\n202", false, COUNT, wide, true),
        // A number and its total are broken at the end of a line, and no third.
        ("20\n2\n0\n0\n0\n0\n0\n20\n2", false, COUNT, wide, true),
        ("20\n2\n1\n1\n0\n0\n0\n0\n21\n3", false, COUNT, some([202, 11, 0, 0, 0, 0, 213]), false),
        // The number of a page stands between the figures.
        ("1\n0\n0\n0\n0\n0\n7\n1", false, COUNT, some([1, 0, 0, 0, 0, 0, 1]), true),
        ("1\n0\n0\n0\n0\n0\n1\n7", false, COUNT, some([1, 0, 0, 0, 0, 0, 1]), true),
        ("1 0 0 0 0 0 7 1", false, COUNT, some([1, 0, 0, 0, 0, 0, 1]), false),
        // A number is broken and a cell is empty.
        ("20\n2\n0\n0\n0\n0\n202", false, BROKEN, with_empty([202, 0, 0, 0, 0, 0, 202], 5), true),
        ("20\n2\n0\n0\n0\n0\n202", false, COUNT, with_empty([202, 0, 0, 0, 0, 0, 202], 5), false),
        // The number of a page stands between the figures and a cell is empty.
        ("2\n0\n0\n9\n0\n0\n2", false, BROKEN, with_empty([2, 0, 0, 0, 0, 0, 2], 5), true),
        ("2\n0\n0\n90000\n0\n0\n2", false, BROKEN, with_empty([2, 0, 0, 0, 0, 0, 2], 5), false),
        // A boundary has moved: two figures touch and a number is broken.
        ("220\n2\n0\n0\n0\n0\n204", false, BROKEN, some([2, 202, 0, 0, 0, 0, 204]), true),
        ("220 2 0 0 0 0 204", false, BROKEN, some([2, 202, 0, 0, 0, 0, 204]), true),
        ("220\n2\n0\n0\n0\n0\n204", false, COUNT, some([2, 202, 0, 0, 0, 0, 204]), false),
        // Two figures touch and the number of a page stands between others, or behind them.
        ("0\n750\n0\n4\n32\n0\n107", false, BROKEN, some([0, 75, 0, 0, 32, 0, 107]), true),
        ("750\n0\n32\n0\n0\n107\n4", false, BROKEN, some([75, 0, 0, 32, 0, 0, 107]), true),
        ("0 750 0 4 32 0 107", false, BROKEN, some([0, 75, 0, 0, 32, 0, 107]), false),
        // The number of a page touches a figure.
        ("0\n1275\n0\n0\n32\n0\n107", false, BROKEN, some([0, 75, 0, 0, 32, 0, 107]), true),
        ("0\n75\n0\n0\n32\n0\n10712", false, BROKEN, some([0, 75, 0, 0, 32, 0, 107]), true),
        ("0\n71255\n0\n0\n32\n0\n107", false, BROKEN, some([0, 75, 0, 0, 32, 0, 107]), false),
        // A total is lost only where the page shows that it may be.
        ("3 1 0 0 0 0 5", true, BROKEN, total_lost, true),
        ("3 1 0 0 0 0 5", true, BROKEN_WITH_TOTAL, total_lost, false),
    ] {
        let found = read(text, is_glued, cause);
        assert_eq!(found.contains(&reading), is_allowed, "{text:?} {cause:?}: {found:?}");
    }
}

#[test]
fn single_spaces_in_a_line_raise_a_doubt_and_wide_gaps_do_not() {
    assert!(!read("3 1 0 0 0 0 5", false, BROKEN_WITH_TOTAL).is_empty());
    assert_eq!(read("3   1   0   0   0   0   5", false, BROKEN_WITH_TOTAL), Vec::<Row>::new());
}

#[test]
fn what_several_sums_allow_has_several_readings() {
    // One of six applicants and the total, or two of six applicants and no total.
    assert_eq!(read("3\n3", false, COUNT).len(), 6 + 15);
    assert_eq!(read("270020130", true, COUNT).len(), 2);
    assert_eq!(read("230 000023", true, COUNT), [[23, 0, 0, 0, 0, 0, 23].map(Some)]);
    assert_eq!(read("500000 5", true, COUNT), [[5, 0, 0, 0, 0, 0, 5].map(Some)]);
}

#[test]
fn print_alone_decides_only_where_no_cell_can_be_empty() {
    let plain = |text: &str| {
        let page = Page::new(Cow::Borrowed(text));
        plain_reading(&page, &run_of(text, true), 7, &Steps::new(1000)).is_some()
    };
    assert!(plain("0000000") && plain("0000005") && plain("0 0 00 00 0"));
    assert!(!plain("0120050") && !plain("5000005") && !plain("000000"));
}
