//! Any bytes.

#![no_main]

mod common;

use ogi_report::extract;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(extraction) = extract::from_bytes(bytes) else { return };
    match extract::decode(bytes) {
        Ok(text) if extraction.placed.iter().any(|placed| placed.at.bytes().is_some()) => {
            common::assert_sound(&extraction, &text);
        }
        _ => common::assert_consistent(&extraction),
    }
});
