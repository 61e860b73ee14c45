//! What holds of every extraction.

use ogi_report::extract::Extraction;

/// Spans stand in the source, on character boundaries, and the digits of every figure stand in its span.
pub fn assert_sound(extraction: &Extraction, source: &str) {
    let source = extraction.embedded.as_deref().unwrap_or(source);
    let spans = extraction.placed.iter().map(|placed| &placed.span);
    for span in spans.chain(extraction.unplaced.iter().map(|unplaced| &unplaced.span)) {
        assert!(source.get(span.clone()).is_some(), "{span:?} is no span of the source");
    }
    for placed in &extraction.placed {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        assert!(digits(&placed.printed).contains(&digits(&placed.filed.as_printed())), "{placed:?}");
        assert_eq!(extraction.form.get(placed.cell), Some(&placed.filed));
    }
    assert_eq!(extraction.placed.len(), extraction.form.cells().count());
}
