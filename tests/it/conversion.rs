//! What converting between the editions keeps, and what it says it lost.

use std::collections::BTreeSet;

use ogi_report::form::{Conversion, Detection, LossKind};
use ogi_report::{
    Applicant, Cell, Column, Edition, Filed, Form, Lang, OtherHandling, Outcome, ProactiveCell as P, Verdict,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::reports::read;
use crate::strategies::{filed, report};

fn other(edition: Edition) -> Edition {
    if edition == Edition::V2019 { Edition::V2021 } else { Edition::V2019 }
}

/// The cells that the losses name, on either side.
fn named(conversion: &Conversion) -> impl Iterator<Item = Cell> {
    conversion.losses.iter().flat_map(|loss| loss.from.iter().map(|lost| lost.cell).chain(loss.to.iter().copied()))
}

/// The cells that differ between a form and what is left of it after converting forth and back, without
/// those that a loss names.
fn unexplained(form: &Form) -> Vec<Cell> {
    let forth = form.convert(other(form.edition));
    let back = forth.form.convert(form.edition);
    let explained: BTreeSet<Cell> = named(&forth).chain(named(&back)).collect();
    Cell::ALL
        .iter()
        .copied()
        .filter(|cell| !explained.contains(cell) && form.get(*cell) != back.form.get(*cell))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn forth_and_back_restores_what_is_not_lost(report in report()) {
        prop_assert_eq!(unexplained(&Form::from(&report)), []);
    }

    #[test]
    fn forth_and_back_restores_what_is_not_lost_of_any_form(
        cells in vec((select(Cell::ALL), filed()), 0..300),
        edition in select(Edition::ALL),
    ) {
        let mut form = Form::new(edition);
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        prop_assert_eq!(unexplained(&form), []);
    }

    #[test]
    fn nothing_is_made_up_and_nothing_vanishes(
        cells in vec((select(Cell::ALL), filed()), 0..300),
        edition in select(Edition::ALL),
    ) {
        let mut form = Form::new(edition);
        for (cell, filed) in cells {
            form.set(cell, filed);
        }
        let conversion = form.convert(other(edition));
        let made: BTreeSet<Cell> = conversion
            .losses
            .iter()
            .filter(|loss| matches!(loss.kind, LossKind::Approximate | LossKind::Merged))
            .flat_map(|loss| loss.to.iter().copied())
            .collect();
        let lost: BTreeSet<Cell> = conversion.losses.iter().flat_map(|loss| &loss.from).map(|lost| lost.cell).collect();
        for &cell in Cell::ALL {
            match (form.get(cell), conversion.form.get(cell)) {
                (None, Some(_)) => prop_assert!(made.contains(&cell), "{} was made up", cell),
                (Some(_), None) => prop_assert!(lost.contains(&cell), "{} vanished", cell),
                (before, after) => prop_assert_eq!(before, after, "{} changed", cell),
            }
        }
    }

    #[test]
    fn a_converted_report_is_wholly_of_the_other_edition(report in report()) {
        let form = Form::from(&report);
        prop_assume!(form.edition_of_other() == form.edition);
        let to = other(form.edition);
        let conversion = form.convert(to);
        let detection = conversion.form.detect_edition_of(ogi_report::Section::Proactive);
        prop_assert_eq!(detection, Detection::Edition(to));
        // Sections 三 and 四 still add up: whatever was lost, no sum breaks.
        let broken = conversion.form.check();
        let sums = broken.findings.iter().filter(|f| matches!(f.rule.code(), "R101" | "R102" | "R103" | "D101"));
        prop_assert_eq!(sums.count(), 0);
    }
}

#[test]
fn real_reports_convert_forth_and_back() {
    for name in ["pingtan-2019", "shanghai-bgt-2019", "pingtan-2021", "huaian-2024", "district-education-2021"] {
        assert_eq!(unexplained(&read(name)), [], "{name}");
    }
}

#[test]
fn three_rows_become_their_sum_and_say_so() {
    let form = read("huaian-2024");
    let conversion = form.convert(Edition::V2019);
    let merged: Vec<_> = conversion.losses.iter().filter(|loss| loss.kind == LossKind::Merged).collect();
    assert_eq!(merged.len(), Applicant::ALL.len() + 1);
    let total = Cell::request(Outcome::Other, Column::Total);
    let sum: i64 = OtherHandling::ALL
        .iter()
        .map(|&row| form.get(Cell::request(row, Column::Total)).unwrap().as_printed().parse::<i64>().unwrap())
        .sum();
    assert_eq!(conversion.form.get(total).unwrap().as_printed(), sum.to_string());
}

#[test]
fn one_row_stays_one_row() {
    let form = read("pingtan-2019");
    let conversion = form.convert(Edition::V2021);
    let row = Cell::request(Outcome::Other, Applicant::NaturalPerson);
    assert_eq!(conversion.form.get(row), form.get(row));
    for &handling in OtherHandling::ALL {
        assert_eq!(conversion.form.get(Cell::request(handling, Applicant::NaturalPerson)), None);
    }
    let loss = conversion.losses.iter().find(|loss| loss.from.iter().any(|lost| lost.cell == row)).unwrap();
    assert_eq!((loss.kind, loss.to.len()), (LossKind::NotComparable, 3));
    // What the converted form lacks, its check says.
    assert_ne!(conversion.form.check().verdict(), Verdict::Holds);
}

#[test]
fn one_row_is_not_the_third_of_three() {
    let column = Applicant::NaturalPerson;
    let mut form = Form::new(Edition::V2019);
    form.set(Cell::request(Outcome::Other, column), 6);
    for &handling in &OtherHandling::ALL[..2] {
        form.set(Cell::request(handling, column), 1);
    }
    let converted = form.convert(Edition::V2021).form;
    assert_eq!(converted.get(Cell::request(OtherHandling::ALL[2], column)), None);
}

#[test]
fn a_cell_of_the_edition_asked_for_is_never_overwritten() {
    let mut mixed = Form::new(Edition::V2019);
    mixed.set(Cell::Proactive(P::RulesNewlyMade), 1);
    mixed.set(Cell::Proactive(P::RulesIssued), 2);
    let conversion = mixed.convert(Edition::V2021);
    assert_eq!(conversion.form.get(Cell::Proactive(P::RulesIssued)), Some(&Filed::from(2)));
    assert_eq!(conversion.losses[0].message(Lang::En), "dropped: “rules, newly made in the year” 1.");
}

#[test]
fn what_the_other_edition_cannot_hold_is_said_once() {
    let said = |form: &Form, to| -> Vec<String> {
        form.convert(to).losses.iter().map(|loss| loss.message(Lang::En)).collect()
    };
    // A blank has no number to print.
    let amount = Cell::Proactive(P::ProcurementAmount);
    let mut form = Form::new(Edition::V2019);
    form.set(amount, Filed::blank());
    let lost = said(&form, Edition::V2021);
    assert!(lost.iter().any(|line| line.starts_with("dropped: ") && line.ends_with("”.")), "{lost:#?}");
    // What neither edition states is unknown; what the source prints and does not hold is no loss.
    let empty = said(&Form::new(Edition::V2019), Edition::V2021);
    assert!(empty.iter().all(|line| line.starts_with("unknown: ")), "{empty:#?}");
    assert_eq!(empty.len(), 5, "{empty:#?}");
    assert_eq!(said(&Form::new(Edition::V2021), Edition::V2019).len(), 17);
}
