//! Input that was made to do harm: how much memory its reading takes, and how much of a document is read.

use std::fmt::Write as _;

use ogi_report::extract::{self, Bound, ExtractError};

use crate::files::{pdf_with, texts};

const PENALTIES: &str = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t3\n";

/// Lines of a web page count as its cells do.
#[test]
fn lines_without_an_end_are_refused() {
    let page = "<p>x".repeat(1_000_001);
    assert_eq!(extract::from_html(&page), Err(ExtractError::TooLarge { bound: Bound::Cells, limit: 1_000_000 }));
}

#[cfg(target_os = "linux")]
const CHILD: &str = "OGI_REPORT_BOUNDS_BYTES";

/// Refuses pages of the size that the environment states, and prints the peak of the memory. It does nothing by itself: the test below
/// runs it in a process of its own, because the peak is that of a process.
#[test]
#[cfg(target_os = "linux")]
fn bounds_child() {
    let Some(bytes) = std::env::var(CHILD).ok().and_then(|bytes| bytes.parse::<usize>().ok()) else { return };
    let dashes = "-- ".repeat(64);
    for (before, unit, after) in [
        ("", "\n", ""),
        (PENALTIES, "x\t", ""),
        ("|", "a|", ""),
        (dashes.as_str(), "\n-", dashes.as_str()),
        ("规章,1,2\n规章,1,2", "1,2,3\n", ""),
    ] {
        let text = format!("{before}\n{}\n{after}\n", unit.repeat(bytes / unit.len()));
        let refused = extract::from_text(&text).err();
        assert_eq!(
            refused,
            Some(ExtractError::TooLarge { bound: Bound::Cells, limit: 1_000_000 }),
            "{before:?} {} bytes",
            unit.len()
        );
    }
    crate::peak::print();
}

#[test]
#[cfg(target_os = "linux")]
fn pages_beyond_a_limit_are_refused_in_bounded_memory() {
    /// What a million lines and cells take, with room for a list that grows.
    const BOUND: usize = 512 << 20;
    let peak = crate::peak::of("bounds::bounds_child", CHILD, 16 << 20);
    assert!(peak < BOUND, "peak of {peak} bytes");
}

/// Widths that a font states again and again are read in time that grows with their number.
#[test]
fn widths_of_a_font_take_no_longer_than_they_are() {
    let font = "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/UniGB-UTF16-H/DescendantFonts[8 0 R]>>".to_owned();
    let inner = format!(
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>\
         /W[{}]>>",
        "0 65535 500 ".repeat(50_000)
    );
    let start = std::time::Instant::now();
    let page = "/Resources<</Font<</F 7 0 R>>>>";
    let file = pdf_with(&[&texts()], "", ["", page], &[font, inner]);
    assert!(extract::from_bytes(&file).is_ok());
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

/// Tables of many pages have no more cells than those of one.
#[test]
fn cells_of_the_tables_of_a_document_are_bounded() {
    let mut lines = texts();
    for at in 0..50 {
        let _ = writeln!(lines, "45 {} m 345 {0} l S {} 5 m {1} 255 l S", 5 + at * 5, 45 + at * 6);
    }
    let _ = writeln!(lines, "45 255 m 345 255 l S 345 5 m 345 255 l S");
    let pages = vec![lines.as_str(); 100];
    let read = extract::from_bytes(&pdf_with(&pages, "", ["", ""], &[]));
    assert_eq!(read, Err(ExtractError::TooLarge { bound: Bound::Cells, limit: 200_000 }));
}
