//! Any text.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(extraction) = ogi_report::extract::from_text(text) {
        common::assert_sound(&extraction, text);
    }
});
