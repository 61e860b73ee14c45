//! How fast a narrative is read, beside a bare scan over the same characters, at three lengths.
//!
//! `cargo bench --bench narrative` ends with exit code 1 if a ratio is past its bound. The ratios of the three lengths are
//! alike, because reading takes time in proportion to the length.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod pair;

use std::hint::black_box;

use ogi_report::narrative::Narrative;

/// A paragraph with most constructions, of our own.
const PARAGRAPH: &str = "全年收到政府信息公开申请3119件，同比增长2.06%，其中网络申请3000件，信函申请119件。\
    答复申请3050件，按时办结3000件，延期办结50件，结转下年度103件。予以公开1362件，占44.66%，部分公开454件，不予公开178件。\
    未发生因政府信息公开引起的行政复议、行政诉讼。统筹推进各项工作，持续提升公开质量，按照先审查后公开的原则严格把关，确保信息及时、准确、规范。\n";

fn main() -> std::process::ExitCode {
    let mut ratios = pair::Ratios::default();
    for (name, length) in [("10 KB", 10_000), ("100 KB", 100_000), ("1 MB", 1_000_000)] {
        let text = format!("一、总体情况\n{}", PARAGRAPH.repeat(length / PARAGRAPH.len()));
        ratios.compare(
            &format!("{name} of narrative, beside counting its characters that are digits"),
            BOUND,
            || black_box(Narrative::from_text(black_box(&text))),
            || black_box(black_box(&text).chars().filter(|c| c.is_numeric()).count()),
        );
    }
    // One sentence without end, in which every word could begin something.
    for (name, length) in [("10 KB", 10_000), ("100 KB", 100_000), ("1 MB", 1_000_000)] {
        let text = "未收到申请5件，（其中无行政复议、".repeat(length / 48);
        ratios.compare(
            &format!("{name} of one endless sentence"),
            BOUND,
            || black_box(Narrative::from_text(black_box(&text))),
            || black_box(black_box(&text).chars().filter(|c| c.is_numeric()).count()),
        );
    }
    ratios.finish()
}

/// The same for all lengths.
const BOUND: f64 = 200.0;
