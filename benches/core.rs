//! How fast the core is, each job beside its limit in the same run.
//!
//! `cargo bench --bench core` prints the ratio of job to limit and ends with exit code 1 if a ratio is past its
//! bound. Job and limit take turns, so that the drift of a busy machine touches both alike.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod pair;
mod sample;

use std::hint::black_box;
use std::process::ExitCode;

use ogi_report::{Applicant, Body, Cell, Denial, Edition, Form, Report, Route, Ruling, Totals, Year};
use sample::WORDS;
use serde::de::IgnoredAny;

fn main() -> ExitCode {
    let report = report(7);
    let form = Form::from(&report);
    let json = serde_json::to_string(&form).expect("a form is written");

    let mut ratios = pair::Ratios::default();
    ratios.compare(
        "JSON → form, beside skipping the same text",
        2.0,
        || black_box(serde_json::from_str::<Form>(black_box(&json)).expect("a form is read")),
        || black_box(serde_json::from_str::<IgnoredAny>(black_box(&json)).expect("a text is skipped")),
    );
    ratios.compare(
        "check, beside JSON → form",
        0.5,
        || black_box(black_box(&form).check()),
        || black_box(serde_json::from_str::<Form>(black_box(&json)).expect("a form is read")),
    );

    let mut wrong = form.clone();
    wrong.set(Cell::request(Denial::ThirdPartyRights, Applicant::NaturalPerson), 999);
    ratios.compare(
        "looking for the wrong cell, beside a check",
        30.0,
        || black_box(black_box(&wrong).diagnose()),
        || black_box(black_box(&wrong).check()),
    );

    let reports: Vec<Report> = (0..10_000).map(self::report).collect();
    let words: Vec<[u32; WORDS]> = reports.iter().map(words).collect();
    ratios.compare(
        "adding 10 000 reports, beside adding their bare words",
        1.2,
        || black_box(black_box(&reports).iter().sum::<Totals>()),
        || black_box(sum(black_box(&words))),
    );
    ratios.finish()
}

/// A report of the 2021 edition that balances.
fn report(seed: u32) -> Report {
    let mut report = Report::new(Body::named("某某市人民政府"), Year::new(2024).expect("a year"));
    sample::fill(&mut report, seed);
    report
}

/// The same counts as bare words.
fn words(report: &Report) -> [u32; WORDS] {
    let form = Form::from(report);
    let mut counts = Edition::V2021
        .cells()
        .iter()
        .filter(|cell| !cell.is_total())
        .filter_map(|&cell| form.get(cell)?.as_printed().parse::<u32>().ok());
    let words = std::array::from_fn(|_| counts.next().expect("every count is there"));
    // The amount of fees is printed 0 and is the one number more.
    assert_eq!(counts.count(), 1);
    assert_eq!(
        report.disputes.route(Route::Reconsideration).total(),
        u64::from(report.disputes.reconsideration[Ruling::Upheld])
    );
    words
}

/// The bare loop: u32 words into u64 sums.
fn sum(reports: &[[u32; WORDS]]) -> [u64; WORDS] {
    let mut sums = [0; WORDS];
    for report in reports {
        for (sum, &word) in sums.iter_mut().zip(report) {
            *sum += u64::from(word);
        }
    }
    sums
}
