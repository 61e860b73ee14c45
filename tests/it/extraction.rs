//! From pages to forms: what is printed is read back, or said to be unplaced, and never changed.

use ogi_report::extract::{self, Extraction};
use ogi_report::{Cell, Filed, Form, Value};
use proptest::prelude::*;
use proptest::sample::select;

use crate::layouts::{Layout, Quirks, as_printed, print, quirks};
use crate::strategies::{count, report};

fn read(page: &str, layout: Layout) -> Extraction {
    let read = if layout == Layout::Html { extract::from_html(page) } else { extract::from_text(page) };
    read.unwrap_or_else(|error| panic!("{layout:?}: {error}\n{page}"))
}

/// Every cell that was read holds what was printed.
fn assert_nothing_changed(form: &Form, extraction: &Extraction, layout: Layout, page: &str) {
    for (cell, read) in extraction.form.cells() {
        // A blank is no figure, wherever it was seen.
        if *read == Filed::blank() && form.get(cell).is_none_or(|printed| *printed == Filed::blank()) {
            continue;
        }
        let printed = form.get(cell);
        assert!(
            printed.is_some_and(|printed| same(printed, read)),
            "{layout:?}: {cell} prints {printed:?} and was read as {read:?} in\n{page}",
        );
    }
}

/// Whether two cells say the same: print may put or take spaces.
fn same(printed: &Filed, read: &Filed) -> bool {
    printed == read || printed.as_printed().trim() == read.as_printed().trim()
}

/// A verified report's form with some cells changed, emptied or taken away.
fn flawed() -> impl Strategy<Value = Form> {
    let flaw = prop_oneof![
        3 => count().prop_map(Filed::from),
        2 => Just(Filed::blank()),
        1 => select(["/", "—", "12件", "22（其中修订16件）", "无"].as_slice()).prop_map(Filed::printed),
    ];
    (report(), proptest::collection::vec((select(Cell::ALL.as_slice()), flaw), 0..12)).prop_map(|(report, flaws)| {
        let mut form = Form::from(&report);
        for (cell, filed) in flaws {
            if form.get(cell).is_some() {
                form.set(cell, filed);
            }
        }
        form
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A report that holds is read back identically from tables with true cells, whatever the accidents of print.
    #[test]
    fn a_report_in_cells_is_read_back_identically(report in report(), layout in select(&Layout::ALL[..3]), quirks in quirks()) {
        let form = Form::from(&report);
        let page = print(&form, layout, quirks);
        let extraction = read(&page, layout);
        let printed = as_printed(&form);
        for (cell, filed) in printed.cells() {
            let read = extraction.form.get(cell);
            prop_assert!(read.is_some_and(|read| same(filed, read)), "{layout:?}: {cell} prints {filed:?}, read {read:?} in\n{page}");
        }
        assert_nothing_changed(&printed, &extraction, layout, &page);
    }

    /// Whatever a form says, right or wrong, no layout and no accident of print makes it say something else.
    #[test]
    fn no_figure_is_changed(form in flawed(), layout in select(&Layout::ALL[..]), quirks in quirks()) {
        let page = print(&form, layout, quirks);
        let extraction = read(&page, layout);
        assert_nothing_changed(&as_printed(&form), &extraction, layout, &page);
    }

    /// Spans are of the source, on character boundaries, and print what they say.
    #[test]
    fn spans_are_what_was_printed(form in flawed(), layout in select(&Layout::ALL[..]), quirks in quirks()) {
        let page = print(&form, layout, quirks);
        let extraction = read(&page, layout);
        for placed in &extraction.placed {
            let source = page.get(placed.span.clone());
            prop_assert!(source.is_some(), "{:?} is no span of the page", placed.span);
            if layout != Layout::Html {
                prop_assert_eq!(source, Some(placed.printed.as_str()));
            }
        }
        for unplaced in &extraction.unplaced {
            prop_assert!(page.get(unplaced.span.clone()).is_some());
        }
    }

    /// No text makes the readers panic.
    #[test]
    fn any_text_is_read_or_refused(text in "(\\PC|\n|\t|\\|){0,300}") {
        let _ = extract::from_text(&text);
        let _ = extract::from_html(&text);
        let _ = extract::from_bytes(text.as_bytes());
    }
}

/// A verified report is read whole from every layout that does not lose its cells.
#[test]
fn the_real_report_is_read_from_every_layout() {
    let json = include_str!("../../examples/data/anqiu-2020.json");
    let form: Form = serde_json::from_str(json).unwrap();
    for layout in Layout::ALL {
        let page = print(&form, layout, Quirks::default());
        let extraction = read(&page, layout);
        assert_nothing_changed(&form, &extraction, layout, &page);
        let figures = extraction.form.cells().filter(|(_, filed)| matches!(filed.value(), Value::Number { .. })).count();
        assert_eq!(figures, 198, "{layout:?}: {:#?}", extraction.unplaced);
        assert_eq!(extraction.form.year, form.year);
        assert_eq!(extraction.edition(), form.edition);
    }
}
