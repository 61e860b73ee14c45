//! For every rule a form that breaks it and no other, and a form at its border that just holds.

use ogi_report::Edition::{self, V2019, V2021};
use ogi_report::{
    Applicant, BodyKind, Cell, Column, Denial, Filed, Form, Level, NotProcessed, Outcome, Policy, Preset,
    ProactiveCell as P, RequestRow, Route, Rule, Ruling, Section, UnableToProvide, Year,
};

use crate::reports::read;

/// A real report of the edition that breaks no rule.
pub(crate) fn clean(edition: Edition) -> Form {
    match edition {
        V2019 => serde_json::from_str(include_str!("../../examples/data/anqiu-2020.json")).unwrap(),
        _ => read("huaian-2024"),
    }
}

pub(crate) struct Fixture {
    pub(crate) rule: Rule,
    pub(crate) edition: Edition,
    /// Breaks the rule in the form, or between the form and that of the year before.
    pub(crate) spoil: Spoil,
}

pub(crate) enum Spoil {
    Form(fn(&mut Form)),
    Years(fn(&mut Form, &mut Form)),
}

impl Fixture {
    const fn new(rule: Rule, edition: Edition, spoil: fn(&mut Form)) -> Self {
        Self { rule, edition, spoil: Spoil::Form(spoil) }
    }

    const fn across(rule: Rule, edition: Edition, spoil: fn(&mut Form, &mut Form)) -> Self {
        Self { rule, edition, spoil: Spoil::Years(spoil) }
    }
}

pub(crate) const FIXTURES: &[Fixture] = &[
    Fixture::new(Rule::C101, V2021, |form| put(form, P::LicensingDecisions, Filed::blank())),
    Fixture::new(Rule::C102, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("/"))),
    Fixture::new(Rule::C103, V2021, |form| {
        form.remove(Cell::Proactive(P::LicensingDecisions));
    }),
    Fixture::new(Rule::C104, V2021, |form| {
        for cell in Cell::ALL.into_iter().filter(|cell| cell.section() == Section::Disputes) {
            form.remove(cell);
        }
    }),
    Fixture::new(Rule::C201, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("无"))),
    Fixture::new(Rule::C202, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("详见附件"))),
    Fixture::new(Rule::C203, V2021, |form| put(form, P::CoercionDecisions, Filed::from(-1))),
    Fixture::new(Rule::C204, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("1.5"))),
    Fixture::new(Rule::C205, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("4294967296"))),
    Fixture::new(Rule::C206, V2021, |form| put(form, P::FeesAmount, Filed::printed("0.1234567"))),
    Fixture::new(Rule::C301, V2021, |form| put(form, P::FeesAmount, Filed::printed("3940元"))),
    Fixture::new(Rule::C302, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("12万元"))),
    Fixture::new(Rule::P101, V2019, |form| {
        put(form, P::RulesNewlyMade, Filed::from(3));
        put(form, P::RulesNewlyDisclosed, Filed::from(3));
        put(form, P::RulesTotalDisclosed, Filed::from(2));
    }),
    Fixture::new(Rule::P102, V2019, |form| {
        put(form, P::FeesPreviousItems, Filed::from(2));
        put(form, P::FeesChange, Filed::printed("减3"));
    }),
    Fixture::new(Rule::P103, V2019, |form| {
        put(form, P::ProcurementProjects, Filed::from(0));
        put(form, P::ProcurementAmount, Filed::printed("8040.50"));
    }),
    Fixture::new(Rule::P201, V2021, |form| {
        put(form, P::RulesIssued, Filed::from(5));
        put(form, P::RulesInForce, Filed::from(4));
    }),
    Fixture::new(Rule::R101, V2021, |form| {
        form.set(Cell::request(RequestRow::CarriedOver, Applicant::ResearchInstitution), 7);
        form.set(Cell::request(RequestRow::CarriedOver, Column::Total), 110);
    }),
    Fixture::new(Rule::R102, V2019, |form| {
        form.set(Cell::request(RequestRow::OutcomeTotal, Applicant::LegalServiceInstitution), 9);
    }),
    Fixture::new(Rule::R103, V2021, |form| {
        form.set(Cell::request(Outcome::Granted, Column::Total), 1);
    }),
    Fixture::new(Rule::D101, V2021, |form| {
        form.set(Cell::dispute(Route::DirectLitigation, Column::Total), 25);
    }),
    Fixture::new(Rule::E101, V2021, |form| put(form, P::ProcurementProjects, Filed::from(0))),
    Fixture::new(Rule::E102, V2021, |form| {
        let columns = Applicant::ALL.into_iter().map(Column::Of).chain([Column::Total]);
        for column in columns {
            let rows = ogi_report::OtherHandling::ALL.map(|row| Cell::request(row, column));
            let sum: i64 = rows.iter().map(|&row| number(form, row)).sum();
            for row in rows {
                form.remove(row);
            }
            form.set(Cell::request(Outcome::Other, column), u32::try_from(sum).unwrap());
        }
    }),
    Fixture::new(Rule::E103, V2021, |form| exchange(form, |_| true)),
    Fixture::new(Rule::E104, V2021, |form| {
        exchange(form, |cell| cell.item() == ogi_report::Article20::LawsRulesNormativeDocuments);
    }),
    Fixture::new(Rule::E105, V2021, |form| form.year = Some(Year::new(2020).unwrap())),
    Fixture::new(Rule::T101, V2021, |form| form.body = None),
    Fixture::new(Rule::T102, V2021, |form| form.year = None),
    Fixture::new(Rule::C105, V2021, |form| {
        form.set(Cell::request(Outcome::Granted, Column::Total), Filed::blank());
    }),
    Fixture::new(Rule::P301, V2019, |form| {
        put(form, P::RulesNewlyMade, Filed::from(1));
    }),
    Fixture::new(Rule::P302, V2019, |form| {
        put(form, P::PenaltiesDecisions, Filed::from(3));
    }),
    Fixture::new(Rule::P303, V2019, |form| {
        put(form, P::ProcurementProjects, Filed::from(2));
        put(form, P::ProcurementAmount, Filed::printed("75394432.52"));
    }),
    Fixture::new(Rule::P304, V2019, |form| {
        put(form, P::CoercionPreviousItems, Filed::from(34));
        put(form, P::CoercionChange, Filed::from(34));
    }),
    Fixture::new(Rule::P305, V2021, |form| {
        body(form).kind = Some(BodyKind::Department);
        put(form, P::FeesAmount, Filed::printed("96171600"));
    }),
    Fixture::new(Rule::P306, V2021, |form| {
        body(form).level = Some(Level::County);
        put(form, P::RulesIssued, Filed::from(0));
        put(form, P::RulesRepealed, Filed::from(0));
        put(form, P::RulesInForce, Filed::from(2));
    }),
    Fixture::new(Rule::P307, V2021, |form| {
        for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
            put(form, cell, Filed::printed("/"));
        }
    }),
    Fixture::new(Rule::R301, V2019, |form| {
        body(form).level = Some(Level::Township);
        let lawyers = |row: RequestRow| Cell::request(row, Applicant::LegalServiceInstitution);
        for row in [RequestRow::Received, Outcome::Granted.into(), RequestRow::OutcomeTotal] {
            form.set(lawyers(row), 2);
            let total = Cell::request(row, Column::Total);
            let sum = u32::try_from(number(form, total) + 2).unwrap();
            form.set(total, sum);
        }
    }),
    Fixture::new(Rule::R302, V2019, |form| {
        for row in [RequestRow::Received, RequestRow::CarriedOver] {
            for column in [Column::Of(Applicant::NaturalPerson), Column::Total] {
                let cell = Cell::request(row, column);
                let sum = u32::try_from(number(form, cell) + 40).unwrap();
                form.set(cell, sum);
            }
        }
    }),
    Fixture::new(Rule::D301, V2021, |form| {
        // Every request that could not be provided or was not processed was refused instead.
        let others =
            UnableToProvide::ALL.map(RequestRow::from).into_iter().chain(NotProcessed::ALL.map(RequestRow::from));
        for row in others {
            for column in Applicant::ALL.into_iter().map(Column::Of).chain([Column::Total]) {
                let (from, to) = (Cell::request(row, column), Cell::request(Denial::InternalAffairs, column));
                let sum = u32::try_from(number(form, from) + number(form, to)).unwrap();
                form.set(from, 0);
                form.set(to, sum);
            }
        }
    }),
    Fixture::new(Rule::T103, V2021, |form| body(form).name.push(' ')),
    Fixture::new(Rule::T201, V2021, |form| {
        form.period = Some(Year::new(2023).unwrap().period());
    }),
    Fixture::new(Rule::T202, V2021, |form| {
        form.published = chrono::NaiveDate::from_ymd_opt(2024, 2, 10);
    }),
    Fixture::new(Rule::T203, V2021, |form| {
        body(form).kind = Some(BodyKind::Department);
        form.published = chrono::NaiveDate::from_ymd_opt(2025, 2, 1);
    }),
    Fixture::across(Rule::Y101, V2021, |form, _| {
        move_one(form, RequestRow::Received, RequestRow::CarriedIn, Applicant::CommercialEnterprise);
    }),
    Fixture::across(Rule::Y102, V2021, |_, previous| {
        previous.year = Some(Year::new(2022).unwrap());
    }),
    Fixture::across(Rule::Y201, V2019, |form, _| {
        put(form, P::LicensingPreviousItems, Filed::from(4));
    }),
    Fixture::across(Rule::Y202, V2021, |_, previous| {
        put(previous, P::RulesInForce, Filed::from(9));
    }),
    Fixture::across(Rule::Y203, V2021, |_, previous| {
        put(previous, P::RulesInForce, Filed::from(17));
    }),
    Fixture::across(Rule::Y204, V2019, |form, _| {
        put(form, P::RulesTotalDisclosed, Filed::from(1));
    }),
    Fixture::across(Rule::Y205, V2021, |_, previous| {
        previous.edition = V2019;
        for &cell in V2019.cells() {
            if previous.get(cell).is_none() {
                previous.set(cell, 0);
            }
        }
        put(previous, P::RulesTotalDisclosed, Filed::from(9));
        put(previous, P::NormativeDocumentsTotalDisclosed, Filed::from(1000));
    }),
    Fixture::across(Rule::Y301, V2021, |_, previous| {
        put(previous, P::CoercionDecisions, Filed::from(1));
    }),
    Fixture::across(Rule::Y302, V2019, |form, previous| {
        for (cell, filed) in form.cells().filter(|(cell, _)| cell.section() != Section::Proactive) {
            previous.set(cell, filed.clone());
        }
    }),
    Fixture::across(Rule::Y303, V2021, |_, previous| {
        previous.set(Cell::dispute(Route::DirectLitigation, Ruling::Pending), 27);
        previous.set(Cell::dispute(Route::DirectLitigation, Column::Total), 52);
    }),
    Fixture::across(Rule::Y304, V2021, |_, previous| {
        put(previous, P::FeesAmount, Filed::printed("9.61716"));
    }),
    Fixture::across(Rule::Y305, V2019, |form, previous| {
        form.set(Cell::dispute(Route::Reconsideration, Ruling::Upheld), 1);
        form.set(Cell::dispute(Route::Reconsideration, Column::Total), 1);
        for form in [form, previous] {
            for cell in Cell::ALL {
                if matches!(cell, Cell::Request(..)) && form.get(cell).is_some() {
                    form.set(cell, 0);
                }
            }
        }
    }),
];

/// For each rule a form at its border that just holds.
pub(crate) const BORDERS: &[Fixture] = &[
    Fixture::new(Rule::C101, V2021, |form| put(form, P::LicensingDecisions, Filed::from(0))),
    Fixture::new(Rule::C102, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("０件"))),
    Fixture::new(Rule::C103, V2021, |form| put(form, P::LicensingDecisions, Filed::blank())),
    Fixture::new(Rule::C104, V2021, |form| {
        for cell in Cell::ALL.into_iter().filter(|cell| cell.section() == Section::Disputes).skip(1) {
            form.remove(cell);
        }
    }),
    Fixture::new(Rule::C105, V2021, |form| {
        // Without one of its parts nobody can say what the total should be.
        form.set(Cell::request(Outcome::Granted, Column::Total), Filed::blank());
        form.set(Cell::request(Outcome::Granted, Applicant::NaturalPerson), Filed::blank());
    }),
    Fixture::new(Rule::C201, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("0（无）"))),
    Fixture::new(Rule::C202, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("12（详见附件）"))),
    Fixture::new(Rule::C203, V2019, |form| {
        put(form, P::LicensingPreviousItems, Filed::from(1));
        put(form, P::LicensingChange, Filed::from(-1));
        put(form, P::CoercionDecisions, Filed::printed("+0"));
    }),
    Fixture::new(Rule::C204, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("15.0"))),
    Fixture::new(Rule::C205, V2021, |form| put(form, P::CoercionDecisions, Filed::from(u32::MAX))),
    Fixture::new(Rule::C206, V2021, |form| put(form, P::FeesAmount, Filed::printed("24252.311082"))),
    Fixture::new(Rule::C301, V2021, |form| put(form, P::FeesAmount, Filed::printed("3940万元"))),
    Fixture::new(Rule::C302, V2021, |form| put(form, P::CoercionDecisions, Filed::printed("12件"))),
    Fixture::new(Rule::P101, V2019, |form| {
        for cell in [P::RulesNewlyMade, P::RulesNewlyDisclosed, P::RulesTotalDisclosed] {
            put(form, cell, Filed::from(3));
        }
    }),
    Fixture::new(Rule::P102, V2019, |form| {
        put(form, P::FeesPreviousItems, Filed::from(3));
        put(form, P::FeesChange, Filed::printed("减少3"));
    }),
    Fixture::new(Rule::P103, V2019, |form| {
        put(form, P::ProcurementProjects, Filed::from(1));
        put(form, P::ProcurementAmount, Filed::printed("0.000001"));
    }),
    Fixture::new(Rule::P201, V2021, |form| {
        put(form, P::RulesIssued, Filed::from(5));
        put(form, P::RulesInForce, Filed::from(5));
    }),
    Fixture::new(Rule::P301, V2019, |form| {
        for cell in [P::RulesNewlyMade, P::RulesNewlyDisclosed, P::RulesTotalDisclosed] {
            put(form, cell, Filed::from(1));
        }
    }),
    Fixture::new(Rule::P302, V2019, |form| {
        put(form, P::PenaltiesDecisions, Filed::from(3));
        put(form, P::PenaltiesChange, Filed::from(1));
    }),
    Fixture::new(Rule::P303, V2019, |form| {
        put(form, P::ProcurementProjects, Filed::from(2));
        put(form, P::ProcurementAmount, Filed::printed("1000000"));
    }),
    Fixture::new(Rule::P304, V2019, |form| {
        put(form, P::CoercionPreviousItems, Filed::from(34));
        put(form, P::CoercionChange, Filed::from(33));
    }),
    Fixture::new(Rule::P305, V2021, |form| {
        body(form).kind = Some(BodyKind::Department);
        put(form, P::FeesAmount, Filed::printed("9999999.999999"));
    }),
    Fixture::new(Rule::P306, V2021, |form| {
        body(form).level = Some(Level::County);
        for cell in [P::RulesIssued, P::RulesRepealed, P::RulesInForce] {
            put(form, cell, Filed::from(0));
        }
    }),
    Fixture::new(Rule::P307, V2021, |form| put(form, P::RulesIssued, Filed::printed("/"))),
    Fixture::new(Rule::R101, V2021, |form| {
        move_one(form, RequestRow::Received, RequestRow::CarriedIn, Applicant::CommercialEnterprise);
    }),
    Fixture::new(Rule::R102, V2019, |form| {
        // The total of the column is right, whatever the outcomes' own totals say.
        form.set(Cell::request(Outcome::Granted, Column::Total), 9);
    }),
    Fixture::new(Rule::R103, V2021, |form| {
        // The total of the row is right, whatever the sums of the columns say.
        form.set(Cell::request(RequestRow::OutcomeTotal, Applicant::NaturalPerson), 9);
    }),
    Fixture::new(Rule::R301, V2019, |form| body(form).level = Some(Level::Township)),
    Fixture::new(Rule::R302, V2019, |form| {
        // 25 of 100.
        for (row, count) in [
            (RequestRow::Received, 100),
            (Outcome::Granted.into(), 74),
            (RequestRow::OutcomeTotal, 75),
            (RequestRow::CarriedOver, 25),
        ] {
            form.set(Cell::request(row, Applicant::NaturalPerson), count);
            form.set(Cell::request(row, Column::Total), count);
        }
    }),
    Fixture::new(Rule::D101, V2021, |form| {
        form.set(Cell::dispute(Route::DirectLitigation, Column::Total), Filed::printed("２６件"));
    }),
    Fixture::new(Rule::D301, V2021, |form| form.year = Some(Year::new(2024).unwrap())),
    Fixture::new(Rule::E101, V2021, |form| put(form, P::LicensingDecisions, Filed::from(0))),
    Fixture::new(Rule::E102, V2021, |form| {
        // Both layouts at once are another matter: the own rows are there.
        form.set(Cell::request(Outcome::Other, Column::Total), 0);
    }),
    Fixture::new(Rule::E103, V2021, |form| {
        // One cell of its own edition is enough.
        exchange(form, |cell| cell != P::FeesAmount);
    }),
    Fixture::new(Rule::E104, V2021, |form| {
        // A stray cell is no block.
        put(form, P::LicensingChange, Filed::from(0));
    }),
    Fixture::new(Rule::E105, V2021, |form| form.year = Some(Year::new(2021).unwrap())),
    Fixture::new(Rule::T101, V2021, |form| "某".clone_into(&mut body(form).name)),
    Fixture::new(Rule::T102, V2021, |form| form.year = Some(Year::new(2008).unwrap())),
    Fixture::new(Rule::T103, V2021, |form| body(form).name.insert(3, ' ')),
    Fixture::new(Rule::T201, V2021, |form| form.period = form.year.map(Year::period)),
    Fixture::new(Rule::T202, V2021, |form| {
        form.published = chrono::NaiveDate::from_ymd_opt(2025, 1, 1);
    }),
    Fixture::new(Rule::T203, V2021, |form| {
        body(form).kind = Some(BodyKind::Department);
        form.published = chrono::NaiveDate::from_ymd_opt(2025, 1, 31);
    }),
    Fixture::across(Rule::Y101, V2021, |form, _| {
        // A wrong total beside the right columns is not carried wrongly.
        form.set(Cell::request(RequestRow::CarriedIn, Column::Total), 1);
    }),
    Fixture::across(Rule::Y102, V2021, |_, previous| body(previous).name.push(' ')),
    Fixture::across(Rule::Y201, V2019, |form, previous| {
        put(form, P::LicensingPreviousItems, Filed::from(4));
        put(previous, P::LicensingPreviousItems, Filed::from(7));
        put(previous, P::LicensingChange, Filed::from(-3));
    }),
    Fixture::across(Rule::Y202, V2021, |_, previous| put(previous, P::RulesInForce, Filed::from(10))),
    Fixture::across(Rule::Y203, V2021, |_, previous| put(previous, P::RulesInForce, Filed::from(10))),
    Fixture::across(Rule::Y204, V2019, |form, previous| {
        put(form, P::RulesTotalDisclosed, Filed::from(1));
        put(previous, P::RulesTotalDisclosed, Filed::from(1));
    }),
    Fixture::across(Rule::Y205, V2021, |_, previous| {
        previous.edition = V2019;
        put(previous, P::RulesTotalDisclosed, Filed::from(10));
    }),
    Fixture::across(Rule::Y301, V2021, |form, previous| {
        put(form, P::CoercionDecisions, Filed::from(1099));
        put(previous, P::CoercionDecisions, Filed::from(110));
    }),
    Fixture::across(Rule::Y302, V2019, |form, previous| {
        for (cell, filed) in form.cells().filter(|(cell, _)| cell.section() != Section::Proactive) {
            previous.set(cell, filed.clone());
        }
        previous.set(Cell::dispute(Route::Reconsideration, Ruling::Upheld), 1);
    }),
    Fixture::across(Rule::Y303, V2021, |_, previous| {
        previous.set(Cell::dispute(Route::DirectLitigation, Ruling::Pending), 26);
    }),
    Fixture::across(Rule::Y304, V2021, |form, previous| {
        put(form, P::FeesAmount, Filed::printed("99999.9999"));
        put(previous, P::FeesAmount, Filed::printed("10"));
    }),
    Fixture::across(Rule::Y305, V2019, |form, previous| {
        form.set(Cell::dispute(Route::Reconsideration, Column::Total), 1);
        for cell in Cell::ALL.into_iter().filter(|cell| matches!(cell, Cell::Request(..))) {
            if form.get(cell).is_some() {
                form.set(cell, 0);
            }
        }
        previous.set(Cell::request(RequestRow::Received, Column::Total), 1);
    }),
];

/// A report of the year before the clean one that goes with it: what was carried in was carried over there, and one
/// dispute fewer was other.
pub(crate) fn year_before(form: &Form) -> Form {
    let mut previous = form.clone();
    previous.year = Some(Year::new(i64::from(form.year.unwrap().number()) - 1).unwrap());
    previous.period = None;
    for applicant in Applicant::ALL {
        let cell = |row: RequestRow| Cell::request(row, applicant);
        let [received, carried_in, carried_over] =
            [RequestRow::Received, RequestRow::CarriedIn, RequestRow::CarriedOver].map(|row| number(form, cell(row)));
        let granted = number(form, cell(Outcome::Granted.into()));
        let change = carried_in - carried_over;
        for (row, count) in [
            (RequestRow::CarriedOver, carried_over + change),
            (RequestRow::Received, received + change + 1),
            (Outcome::Granted.into(), granted + 1),
        ] {
            previous.set(cell(row), u32::try_from(count).unwrap());
        }
    }
    let other = Cell::dispute(Route::Reconsideration, Ruling::Other);
    let fewer = u32::try_from((number(form, other) - 1).max(0)).unwrap();
    previous.set(other, fewer);
    if form.edition == V2021 {
        for (in_force, issued, repealed) in [
            (P::RulesInForce, P::RulesIssued, P::RulesRepealed),
            (P::NormativeDocumentsInForce, P::NormativeDocumentsIssued, P::NormativeDocumentsRepealed),
        ] {
            let figure = |cell| number(form, Cell::Proactive(cell));
            let before = figure(in_force) - figure(issued) + figure(repealed);
            put(&mut previous, in_force, Filed::from(i32::try_from(before).unwrap()));
        }
    }
    retotal(&mut previous);
    previous
}

/// Puts in every total what its parts add up to.
pub(crate) fn retotal(form: &mut Form) {
    let report = {
        let mut blanked = form.clone();
        let totals: Vec<Cell> = form.cells().map(|(cell, _)| cell).filter(|cell| cell.is_total()).collect();
        for cell in totals {
            blanked.set(cell, Filed::blank());
        }
        blanked.verify_under(&Policy::of(Preset::Lenient)).unwrap()
    };
    let printed = Form::from(&report);
    for (cell, filed) in printed.cells() {
        form.set(cell, filed.clone());
    }
}

/// Counts one request of an applicant in another row of the flow.
pub(crate) fn move_one(form: &mut Form, from: RequestRow, to: RequestRow, applicant: Applicant) {
    for (row, by) in [(from, -1), (to, 1)] {
        let cell = Cell::request(row, applicant);
        let count = u32::try_from(number(form, cell) + by).unwrap();
        form.set(cell, count);
    }
    retotal(form);
}

pub(crate) fn body(form: &mut Form) -> &mut ogi_report::Body {
    form.body.as_mut().unwrap()
}

/// Puts cells of the 2019 edition where those of the 2021 edition stood.
fn exchange(form: &mut Form, cells: fn(P) -> bool) {
    for cell in P::ALL.into_iter().filter(|&cell| cells(cell)) {
        match (cell.header(V2019), cell.header(V2021)) {
            (Some(_), None) => put(form, cell, Filed::from(0)),
            (None, Some(_)) => drop(form.remove(Cell::Proactive(cell))),
            _ => {}
        }
    }
}

pub(crate) fn put(form: &mut Form, cell: P, filed: Filed) {
    form.set(Cell::Proactive(cell), filed);
}

pub(crate) fn number(form: &Form, cell: Cell) -> i64 {
    form.get(cell).unwrap().as_printed().parse().unwrap()
}
