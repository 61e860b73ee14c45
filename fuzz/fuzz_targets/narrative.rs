//! Any text: what it is said to state stands in it, and the same text states the same.

#![no_main]

use ogi_report::narrative::Narrative;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let narrative = Narrative::from_text(text);
    let figures = narrative.figures.iter().flat_map(|figure| [&figure.span, &figure.sentence]);
    for span in figures.chain(narrative.unplaced.iter().flat_map(|unplaced| [&unplaced.span, &unplaced.sentence])) {
        assert!(text.get(span.clone()).is_some(), "{span:?} is no span of the text");
    }
    for passage in narrative.section_five.iter().chain(&narrative.problems).chain(&narrative.improvements) {
        assert_eq!(text.get(passage.span.clone()), Some(passage.text.as_str()));
    }
    assert_eq!(Narrative::from_text(text), narrative);
    let json = serde_json::to_string(&narrative).expect("a narrative is written");
    assert_eq!(serde_json::from_str::<Narrative>(&json).expect("what was written is read"), narrative);
});
