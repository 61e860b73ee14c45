//! Any table: forms that are read from it are written and read again as they are.

#![no_main]

use ogi_report::Form;
use ogi_report::render::tidy::{self, Separator};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for &separator in Separator::ALL {
        let forms: Vec<Form> = tidy::read_all(bytes, separator).filter_map(Result::ok).collect();
        let mut table = Vec::new();
        tidy::write_all(&forms, separator, &mut table).expect("a buffer takes what is written");
        let back: Result<Vec<Form>, _> = tidy::read_all(table.as_slice(), separator).collect();
        assert_eq!(back.expect("what was written is read"), forms);
        if let Ok(form) = tidy::read(bytes, separator) {
            let mut table = Vec::new();
            tidy::write(&form, separator, &mut table).expect("a buffer takes what is written");
            assert_eq!(tidy::read(table.as_slice(), separator).expect("what was written is read"), form);
        }
    }
});
