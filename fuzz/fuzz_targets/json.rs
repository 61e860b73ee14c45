//! Any JSON: what is read as a document, written and read again is the same.

#![no_main]

use std::fmt::Debug;

use ogi_report::narrative::Narrative;
use ogi_report::{Form, Report};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(text: &str) -> Option<T> {
    let read: T = serde_json::from_str(text).ok()?;
    let written = serde_json::to_string(&read).expect("a document is written");
    assert_eq!(serde_json::from_str::<T>(&written).expect("what was written is read"), read);
    Some(read)
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    comes_back::<Narrative>(text);
    if let Some(report) = comes_back::<Report>(text) {
        // A report that was written field by field need not balance. If it does, it is itself.
        if let Ok(verified) = Form::from(&report).verify() {
            assert_eq!(verified, report);
        }
    }
    if let Some(form) = comes_back::<Form>(text) {
        // Whatever it holds, it is judged the same each time.
        assert_eq!(form.check(), form.check());
    }
});
