//! Any bytes.

#![no_main]

mod common;

use ogi_report::extract;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(extraction) = extract::from_bytes(bytes) {
        let text = extract::decode(bytes).expect("what was extracted was decoded");
        common::assert_sound(&extraction, &text);
    }
});
