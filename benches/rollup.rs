//! How fast a roll-up is: 1 000 000 reports by 31 provinces and 7 years, beside a bare loop that adds the same
//! counts into 217 arrays.
//!
//! `cargo bench --bench rollup` prints the ratio of job to limit and ends with exit code 1 if a
//! ratio is past its bound. It needs 2 GiB of memory.
//!
//! The bare loop keeps no names. A roll-up writes the name and 40 bytes of each body, which is what most of its time
//! beyond the sums goes into, so its bound is that of what it does and not that of memory alone.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod pair;
mod sample;

use std::hint::black_box;
use std::process::ExitCode;

use ogi_report::{Applicant, Body, Level, Region, Report, Rollup, Scope, Totals, Year};
use sample::WORDS;

const REPORTS: u32 = 1_000_000;
const PROVINCES: u32 = 31;
const YEARS: u32 = 7;
const GROUPS: u32 = PROVINCES * YEARS;

fn main() -> ExitCode {
    let mut ratios = pair::Ratios::default();
    // As files mostly hold them: one group behind the other.
    let reports: Vec<Report> = (0..REPORTS).map(|i| of_group(i / (REPORTS / GROUPS + 1), i)).collect();
    compare(&mut ratios, "group by group", 4.0, &reports);
    #[cfg(feature = "rayon")]
    compare_threads(&mut ratios, &reports);
    drop(reports);
    // The worst order for the caches: every report is of another group than the one before.
    let reports: Vec<Report> = (0..REPORTS).map(|i| of_group(i % GROUPS, i)).collect();
    compare(&mut ratios, "group by turns", 4.5, &reports);
    ratios.finish()
}

fn compare(ratios: &mut pair::Ratios, order: &str, bound: f64, reports: &[Report]) {
    let rows: Vec<Row> = reports.iter().map(row).collect();
    let groups: Vec<usize> = rows.iter().map(|row| row.group as usize).collect();
    ratios.compare(
        &format!("{order}: rolling up and testing every body, beside adding bare words"),
        bound,
        || tested(Rollup::by(black_box(reports), key)),
        || black_box(sum(black_box(&rows))),
    );
    // What the sums cost by themselves, and so what bodies and keys cost.
    ratios.compare(
        &format!("{order}: adding to bare totals, beside adding bare words"),
        1.7,
        || black_box(bare(black_box(reports), &groups)),
        || black_box(sum(black_box(&rows))),
    );
}

/// The sums of each group, without bodies and without looking for the group.
fn bare(reports: &[Report], groups: &[usize]) -> Vec<Totals> {
    let mut totals = vec![Totals::default(); GROUPS as usize];
    for (report, &group) in reports.iter().zip(groups) {
        totals[group] += report;
    }
    totals
}

fn tested(rollup: Rollup<Key>) -> Rollup<Key> {
    assert!(rollup.conflicts().is_empty(), "every body is there once");
    rollup
}

#[cfg(feature = "rayon")]
fn compare_threads(ratios: &mut pair::Ratios, reports: &[Report]) {
    let two = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
    ratios.compare(
        "group by group: on two threads, beside one",
        1.0 / 1.7,
        || {
            two.install(|| {
                let rollup = Rollup::par_by(black_box(reports), key);
                assert!(rollup.par_conflicts().is_empty(), "every body is there once");
                rollup
            })
        },
        || tested(Rollup::by(black_box(reports), key)),
    );
}

type Key = (Option<Region>, Year);

/// The group of a report.
fn key(report: &Report) -> Key {
    (report.body.region.and_then(|region| region.at(Level::Provincial)), report.year)
}

/// A report of the 2021 edition that balances, of a group and of a body of its own.
fn of_group(group: u32, seed: u32) -> Report {
    let (province, year) = (group % PROVINCES, 2021 + group / PROVINCES);
    let mut body = Body::named(format!("某某县第{seed}街道办事处"));
    let region = format!("{:02}{:02}{:02}{:03}", 11 + province, 1 + seed % 20, 1 + seed % 10, 1 + seed % 98);
    body.region = Some(region.parse().expect("a code"));
    body.scope = Some(Scope::OwnOffice);
    let mut report = Report::new(body, Year::new(year).expect("a year"));
    sample::fill(&mut report, seed);
    report
}

/// A report as bare words, with the number of its group.
struct Row {
    group: u32,
    words: [u32; WORDS],
}

fn row(report: &Report) -> Row {
    let province: u32 = report.body.region.expect("a region").code()[..2].parse().expect("digits");
    let group = (u32::from(report.year.number()) - 2021) * PROVINCES + province - 11;
    // The same number of words with the same sums to make; which word is which does not matter here.
    let words = std::array::from_fn(|i| {
        let applicant = Applicant::ALL[i % Applicant::ALL.len()];
        report.requests.outcomes.granted[applicant]
    });
    Row { group, words }
}

/// The bare loop: u32 words into u64 sums.
fn sum(rows: &[Row]) -> Vec<[u64; WORDS]> {
    let mut groups = vec![[0; WORDS]; GROUPS as usize];
    for row in rows {
        for (sum, &word) in groups[row.group as usize].iter_mut().zip(&row.words) {
            *sum += u64::from(word);
        }
    }
    groups
}
