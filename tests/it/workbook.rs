//! Workbooks: what is written is read back, whatever was done to the file in between.

use std::process::Command;

use ogi_report::extract::{self, Note};
use ogi_report::workbook::{self, Returned, Summary, Template, WorkbookError};
use ogi_report::{
    Applicant, Body, Cell, Column, Consolidation, Edition, Filed, Form, Outcome, ProactiveCell, RequestRow, Year,
};
use proptest::prelude::*;

use crate::rendering::any_form;
use crate::reports::read;

/// The form of a workbook, and what its reader says besides.
fn back(bytes: &[u8]) -> (Form, Vec<Note>) {
    let extraction = extract::from_bytes(bytes).unwrap();
    (extraction.form, extraction.notes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read(form in any_form()) {
        let bytes = workbook::write(&form, Some(&form.check())).unwrap();
        let (read, notes) = back(&bytes);
        prop_assert_eq!(read, form);
        prop_assert_eq!(notes, []);
    }
}

#[test]
fn a_template_comes_back_as_it_went_out() {
    for (edition, year) in [(Edition::V2019, 2020), (Edition::V2021, 2025)] {
        let mut body = Body::named("某某县民政局");
        body.region = Some("370784".parse().unwrap());
        body.level = Some(ogi_report::Level::County);
        let bytes = Template::new(edition, body.clone(), Year::new(year).unwrap()).to_bytes().unwrap();
        let (form, notes) = back(&bytes);
        assert_eq!((form.edition, form.year, &form.body), (edition, Year::new(year).ok(), &Some(body)));
        assert!(edition.cells().iter().all(|&cell| form.get(cell) == Some(&Filed::blank())));
        assert_eq!(notes, []);
    }
}

/// Cells as notes, units, six decimals, words and marks come back exactly as printed.
#[test]
fn what_cells_print_is_kept() {
    let mut form = Form::new(Edition::V2021);
    let texts =
        ["", "/", "无", "0.000001", "7730.280", "1,234", "12件", "22（其中修订16件）", " 3 ", "a\nb\tc", "⌀", "=1+1"];
    for (&cell, text) in Edition::V2021.cells().iter().zip(texts) {
        form.set(cell, Filed::printed(text));
    }
    assert_eq!(back(&workbook::write(&form, None).unwrap()), (form, vec![]));
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn what_libreoffice_saved_again_is_read() {
    if !Command::new("soffice").arg("--version").output().is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: LibreOffice is not installed");
        return;
    }
    let folder = std::env::temp_dir().join(format!("ogi-report-saved-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let names = ["huaian-2024", "shanghai-bgt-2019", "taiping-town-2022", "test-city-2025"];
    let file = |name: &str| folder.join(format!("{name}.xlsx"));
    for name in names {
        let form = read(name);
        std::fs::write(file(name), workbook::write(&form, Some(&form.check())).unwrap()).unwrap();
    }
    let saved = folder.join("saved");
    let status = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&saved)
        .args(names.map(file))
        .output()
        .unwrap();
    assert!(status.status.success());
    for name in names {
        let (form, notes) = back(&std::fs::read(saved.join(format!("{name}.xlsx"))).unwrap());
        assert_eq!((form, notes), (read(name), vec![]), "{name}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

fn office(name: &str, year: u16, granted: u32) -> Form {
    let mut report = ogi_report::Report::new(Body::named(name), Year::new(year).unwrap());
    report.requests.received[Applicant::NaturalPerson] = granted;
    report.requests.outcomes.granted[Applicant::NaturalPerson] = granted;
    Form::from(&report)
}

#[test]
fn a_summary_is_not_read_as_a_report_of_a_body() {
    let mut whole = Consolidation::default();
    let forms = [office("甲局", 2024, 3), office("乙局", 2024, 4)];
    whole.extend(forms.iter().cloned().map(Form::verify));
    let bytes = Summary::of(&whole).to_bytes().unwrap();
    let (form, _) = back(&bytes);
    let total = Cell::request(RequestRow::Received, Column::Total);
    assert_eq!(form.get(total), Some(&Filed::from(7)));
    assert_eq!(form.body, None);
}

#[test]
fn a_summary_of_what_is_no_whole_has_no_figures() {
    let mut whole = Consolidation::default();
    let forms = [office("甲局", 2024, 3), office("甲局", 2024, 3), office("乙局", 2023, 1)];
    whole.extend(forms.iter().cloned().map(Form::verify));
    let returned: Vec<Returned> =
        forms.iter().map(|form| Returned::new("甲.xlsx", form, &form.check(), true)).collect();
    let bytes = Summary::of(&whole).returned(&returned).to_bytes().unwrap();
    assert_eq!(extract::from_bytes(&bytes), Err(extract::ExtractError::NoTable));
}

#[test]
fn a_summary_compares_the_bodies_of_two_years() {
    let of_year = |bodies: &[(&str, &str)], year| -> Consolidation {
        let report = |(name, region): &(&str, &str)| {
            let body = Body { region: region.parse().ok(), ..Body::named(*name) };
            ogi_report::Report::new(body, Year::new(year).unwrap())
        };
        bodies.iter().map(report).collect::<Vec<_>>().iter().sum()
    };
    let (same, other) = ("两年的机关相同", "两年的机关不完全相同");
    for (now, before, remark) in [
        (vec![("民政局", "")], vec![("民政局", "")], same),
        (vec![("民政局", "370784")], vec![("民政局", "")], same),
        (vec![("管委会（开发区）", "")], vec![("管委会(开发区)", "")], same),
        (vec![("民政局", "370784")], vec![("民政局", "370725")], other),
        (vec![("民政局", "370784"), ("民政局", "370725")], vec![("民政局", "370784"), ("民政局", "370783")], other),
        (vec![("民政局", "")], vec![("民政局", ""), ("教育局", "")], other),
    ] {
        let (whole, last_year) = (of_year(&now, 2024), of_year(&before, 2023));
        let bytes = Summary::of(&whole).previous(&last_year).unwrap().to_bytes().unwrap();
        let text = extract::from_bytes(&bytes).unwrap().text;
        assert!(text.contains(remark), "{now:?} after {before:?}: {text}");
    }
    let whole = of_year(&[("民政局", "")], 2024);
    for year in [2022, 2024, 2025] {
        let error = Summary::of(&whole).previous(&of_year(&[("民政局", "")], year)).unwrap_err();
        let expected =
            WorkbookError::SumsOfAnotherYear { year: Year::new(2024).unwrap(), given: Year::new(year).unwrap() };
        assert_eq!(error, expected);
    }
    let none = Consolidation::default();
    let bytes = Summary::of(&whole).previous(&none).unwrap().to_bytes().unwrap();
    assert!(extract::from_bytes(&bytes).unwrap().text.contains("上年不能汇总"));
}

#[test]
fn the_same_form_gives_the_same_bytes() {
    let form = read("huaian-2024");
    assert_eq!(workbook::write(&form, None).unwrap(), workbook::write(&form, None).unwrap());
    let mut other = form.clone();
    other.set(Cell::request(Outcome::Granted, Applicant::NaturalPerson), 1);
    other.set(Cell::Proactive(ProactiveCell::RulesIssued), 1);
    assert_ne!(workbook::write(&form, None).unwrap(), workbook::write(&other, None).unwrap());
}
