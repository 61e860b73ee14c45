//! Documents in other formats than JSON: what is written is read back, and what a format cannot hold is refused.

use ogi_report::{Cell, Edition, Filed, Form, Report, Totals};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::strategies::{filed, report};

fn form() -> impl Strategy<Value = Form> {
    (select(Edition::ALL), vec((select(Cell::ALL), filed()), 0..120)).prop_map(|(edition, cells)| {
        let mut form = Form::new(edition);
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        form
    })
}

fn through_cbor<T: serde::Serialize + serde::de::DeserializeOwned>(value: &T) -> T {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    ciborium::from_reader(&bytes[..]).unwrap()
}

proptest! {
    #[test]
    fn cbor_holds_forms_reports_and_totals(form in form(), reports in vec(report(), 1..3)) {
        prop_assert_eq!(through_cbor(&form), form);
        let totals: Totals = reports.iter().sum();
        // Totals are only written: they say in CBOR what they say in JSON.
        let json = serde_json::to_value(&totals).unwrap();
        let mut bytes = Vec::new();
        ciborium::into_writer(&totals, &mut bytes).unwrap();
        prop_assert_eq!(ciborium::from_reader::<serde_json::Value, _>(&bytes[..]).unwrap(), json);
        for report in reports {
            prop_assert_eq!(through_cbor(&report), report);
        }
    }

    /// TOML has no null: a form with a blank cell is refused when it is written, a report without 规章 when it is read.
    #[test]
    fn toml_holds_what_has_no_blank(form in form(), report in report()) {
        let has_blank = form.cells().any(|(_, filed)| *filed == Filed::blank());
        match toml::to_string(&form) {
            Ok(text) => prop_assert_eq!(toml::from_str::<Form>(&text).unwrap(), form),
            Err(error) => prop_assert!(has_blank, "{}", error),
        }
        if let Ok(text) = toml::to_string(&report)
            && let Ok(read) = toml::from_str::<Report>(&text)
        {
            prop_assert_eq!(read, report);
        }
    }
}

#[test]
fn a_blank_cell_is_held_by_cbor_and_refused_by_toml() {
    let cell: Cell = "proactive.licensing.decisions".parse().unwrap();
    let mut form = Form::new(Edition::V2021);
    form.set(cell, Filed::blank());
    assert_eq!(through_cbor(&form), form);
    assert_eq!(toml::to_string(&form).unwrap_err().to_string(), "unsupported unit type");
}

#[test]
fn a_key_that_is_no_text_is_refused() {
    use ciborium::Value::{Integer, Map, Text};
    let read = |document: &ciborium::Value| {
        let mut bytes = Vec::new();
        ciborium::into_writer(document, &mut bytes).unwrap();
        ciborium::from_reader::<Form, _>(&bytes[..]).unwrap_err().to_string()
    };
    let text = |text: &str| Text(text.to_owned());
    let number = || Integer(3.into());
    let form = |cells| Map(vec![(text("edition"), text("2021")), (text("cells"), cells)]);
    let refused = read(&form(Map(vec![(number(), number())])));
    assert!(refused.contains("expected str or bytes"), "{refused}");
    let refused = read(&Map(vec![(number(), number())]));
    assert!(refused.contains("expected "), "{refused}");
}
