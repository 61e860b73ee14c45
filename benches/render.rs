//! How fast forms are printed, each job beside its limit in the same run.
//!
//! `cargo bench --bench render` prints the ratio of job to limit and ends with exit code 1 if a ratio is past its
//! bound.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod pair;

use std::hint::black_box;
use std::process::ExitCode;

use ogi_report::{Form, Lang, render};

/// A real report with a figure in every cell.
const HUAIAN_2024: &str = include_str!("../tests/data/huaian-2024.json");

fn main() -> ExitCode {
    let form: Form = serde_json::from_str(HUAIAN_2024).expect("a form is read");

    let mut ratios = pair::Ratios::default();
    let json = || black_box(serde_json::to_string(black_box(&form)).expect("a form is written"));
    ratios.compare(
        "form → HTML, beside form → JSON",
        5.0,
        || black_box(render::html(black_box(&form), Lang::Zh)),
        json,
    );
    ratios.compare(
        "form → Markdown, beside form → JSON",
        5.0,
        || black_box(render::markdown(black_box(&form), Lang::Zh)),
        json,
    );
    ratios.finish()
}
