//! Any web page.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|page: &str| {
    if let Ok(extraction) = ogi_report::extract::from_html(page) {
        common::assert_sound(&extraction, page);
    }
});
