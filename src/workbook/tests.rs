//! The lines of 核对 say what the check says, and their formulas what the lines say.

use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;

use super::book::Book;
use super::lines::{Line, Outcome, Readings, Result, lines, results};
use crate::check::relations::relations;
use crate::check::{Check, Checked, Evidence, Place, Rule, RuleCode, totals};
use crate::form::{self, Cell, Edition, Filed, Form, ProactiveCell, RequestRow, Section};
use crate::value::{Body, BodyKind, Level, Year};

/// Forms whose figures mostly add up: small figures, totals that are the sums of their parts, and then changes of any
/// kind in a few cells.
fn forms(year: u16) -> impl Strategy<Value = Form> {
    let edition = if year < 2021 { Edition::V2019 } else { Edition::V2021 };
    let figures = proptest::collection::vec(0_u32..4, edition.cells().len());
    let change = prop_oneof![
        (0_u32..6).prop_map(|n| Filed::printed(n.to_string())),
        Just(Filed::blank()),
        Just(Filed::printed("/")),
        Just(Filed::printed("无")),
        Just(Filed::printed("2件")),
        Just(Filed::printed("2  件")),
        Just(Filed::printed("2（其中\u{a0} 1件）")),
        Just(Filed::printed("-1")),
        Just(Filed::printed("1.5")),
        Just(Filed::printed("40")),
        Just(Filed::printed("9999999")),
    ];
    let changes = proptest::collection::vec((0..edition.cells().len(), change), 0..12);
    let body = (proptest::option::of(0_usize..5), proptest::option::of(0_usize..2));
    (figures, changes, body, 0_u8..6).prop_map(move |(figures, changes, (level, kind), kinds)| {
        let mut form = Form::new(edition);
        for (&cell, figure) in edition.cells().iter().zip(figures) {
            form.set(cell, figure);
        }
        if kinds == 1 {
            // Hardly anything but refusals.
            let kept = |cell: Cell| match cell {
                Cell::Request(RequestRow::Outcome(form::Outcome::Denied(denial)), _) => denial.index() > 5,
                _ => false,
            };
            for &cell in edition.cells().iter().filter(|&&cell| cell.section() == Section::Requests && !kept(cell)) {
                form.set(cell, 0);
            }
        }
        if kinds == 0 {
            edition.rules_row().for_each(|cell| drop(form.set(cell, "/")));
        }
        if kinds == 2 && edition == Edition::V2019 {
            stocks_as_decisions(&mut form);
        }
        for (total, parts) in totals(edition) {
            let sum: u64 =
                parts.iter().filter_map(|&part| form.get(part)?.plain_integer()).sum::<i64>().cast_unsigned();
            form.set(total, sum);
        }
        for (at, filed) in changes {
            form.set(edition.cells()[at], filed);
        }
        form.body = Some(Body {
            level: level.map(|level| Level::ALL[level]),
            kind: kind.map(|kind| BodyKind::ALL[kind]),
            ..Body::named("某某局")
        });
        form.year = Year::new(year).ok();
        form
    })
}

/// Puts as many decisions into each row of items as there are items.
fn stocks_as_decisions(form: &mut Form) {
    use ProactiveCell as P;
    let decisions = [P::LicensingDecisions, P::OtherServicesDecisions, P::PenaltiesDecisions, P::CoercionDecisions];
    for (decided, row) in decisions.into_iter().zip(P::ITEMS) {
        let items = row.map(|cell| form.get(Cell::Proactive(cell)).and_then(Filed::plain_integer).unwrap_or_default());
        form.set(Cell::Proactive(decided), items.iter().sum::<i64>().cast_unsigned());
    }
}

/// Each line says what the check says of it: a finding where it is broken, a gap where it is open, neither where it
/// holds, and no finding that compares figures, or is of a rule that has lines, is without one.
fn agrees(lines: &[Line], results: &[Result], checked: &Checked) -> std::result::Result<(), TestCaseError> {
    for (line, result) in lines.iter().zip(results) {
        let is_here =
            |rule: RuleCode, at: Place| rule == line.rule && (at == Place::Cell(line.at) || rule == Rule::P306);
        let is_broken = checked.findings.iter().any(|finding| is_here(finding.rule, finding.at));
        let is_open = checked.ledger.entry(line.rule).gaps.iter().any(|gap| is_here(line.rule.into(), gap.at));
        let said = match (is_broken, is_open, result.outcome) {
            (true, _, outcome) => outcome == Outcome::Broken,
            (false, true, outcome) => outcome == Outcome::Open,
            (false, false, outcome) => matches!(outcome, Outcome::Holds | Outcome::Unasked),
        };
        prop_assert!(said, "{} at {}: {:?}", line.rule, line.at, result.outcome);
    }
    for finding in &checked.findings {
        let is_compared = matches!(finding.evidence, Evidence::Compared { .. } | Evidence::AcrossYears { .. });
        if is_compared || lines.iter().any(|line| finding.rule == line.rule) {
            let broken = lines.iter().zip(results).filter(|(_, result)| result.outcome == Outcome::Broken);
            let is_said = broken.map(|(line, _)| line).any(|line| {
                finding.rule == line.rule && (finding.at == Place::Cell(line.at) || line.rule == Rule::P306)
            });
            prop_assert!(is_said, "{} at {} has no line", finding.rule, finding.at);
        }
    }
    Ok(())
}

fn check(form: &Form, previous: Option<&Form>) -> std::result::Result<(), TestCaseError> {
    let lines = lines(form, previous);
    let (results, _) = results(&lines, &Readings::of(form));
    agrees(&lines, &results, &Check::new().previous(previous).run(form))
}

proptest! {
    #[test]
    fn the_lines_of_2021_say_what_the_check_says(form in forms(2024), previous in forms(2023)) {
        check(&form, None)?;
        check(&form, Some(&previous))?;
    }

    #[test]
    fn the_lines_of_2019_say_what_the_check_says(form in forms(2020), previous in forms(2019)) {
        check(&form, None)?;
        check(&form, Some(&previous))?;
    }

    #[test]
    fn so_do_those_of_the_year_in_which_the_edition_changed(form in forms(2021), previous in forms(2020)) {
        check(&form, Some(&previous))?;
    }
}

/// A rule that the book of rules gains must not be wanting on the sheet.
#[test]
fn every_comparison_has_a_line() {
    for &edition in Edition::ALL {
        let mut form = Form::new(edition);
        form.year = Year::new(2024).ok();
        let levels = Level::ALL.iter().copied().map(Some).chain([None]);
        let bodies: Vec<Body> = levels
            .flat_map(|level| BodyKind::ALL.iter().map(move |&kind| (level, Some(kind))))
            .map(|(level, kind)| Body { level, kind, ..Body::named("某某局") })
            .collect();
        for relation in relations(edition) {
            let is_asked = bodies.iter().any(|body| {
                form.body = Some(body.clone());
                relation.is_asked(&form)
            });
            assert!(is_asked, "{}: no body is asked", relation.rule);
            let lines = lines(&form, None);
            let is_here = |line: &&Line| line.rule == relation.rule && line.at == relation.cells[0];
            let line = lines.iter().find(is_here).unwrap_or_else(|| panic!("{} has no line", relation.rule));
            let mut cells: Vec<Cell> = line.sides.iter().flat_map(|side| &side.plus).copied().collect();
            cells.sort_unstable();
            cells.dedup();
            let mut wanted = relation.cells.clone();
            wanted.sort_unstable();
            assert_eq!(cells, wanted, "the sides of {}", relation.rule);
        }
    }
}

/// Lines as the sheet says them, with what became of them on a form.
#[test]
fn lines_and_their_formulas() {
    use ProactiveCell as P;
    let of = |edition, body: (Option<Level>, Option<BodyKind>), cells: &[(P, &str)]| {
        let mut form = Form::new(edition);
        for &cell in edition.cells() {
            form.set(cell, 0);
        }
        for &(cell, text) in cells {
            form.set(Cell::Proactive(cell), Filed::printed(text));
        }
        form.body = Some(Body { level: body.0, kind: body.1, ..Body::named("某某局") });
        form
    };
    let stocks = |rows: &[(P, &str)]| {
        let mut form = of(Edition::V2019, (None, None), rows);
        stocks_as_decisions(&mut form);
        form
    };
    let fees = |level, kind, amount| of(Edition::V2021, (level, kind), &[(P::FeesAmount, amount)]);
    let procured =
        |amount| of(Edition::V2019, (None, None), &[(P::ProcurementProjects, "1"), (P::ProcurementAmount, amount)]);
    let (town, county, department) = (Some(Level::Township), Some(Level::County), Some(BodyKind::Department));
    let far = [(P::LicensingPreviousItems, "5"), (P::PenaltiesPreviousItems, "9")];
    let rows = "OR(a<>b,c<>d,e<>f,g<>h,i=0,j=0,k=0,l=0)";
    let cases = [
        (Rule::P308, stocks(&far), rows, Some(Outcome::Broken)),
        (Rule::P308, stocks(&far[..1]), rows, Some(Outcome::Holds)),
        (Rule::P305, fees(town, None, "9999"), "a<b", Some(Outcome::Holds)),
        (Rule::P305, fees(town, None, "10000"), "a<b", Some(Outcome::Broken)),
        (Rule::P305, fees(town, department, "10000000"), "a<b", Some(Outcome::Broken)),
        (Rule::P305, fees(county, department, "10000"), "a<b", Some(Outcome::Broken)),
        (Rule::P305, fees(None, department, "10000"), "a<b", Some(Outcome::Holds)),
        (Rule::P305, fees(None, department, "10000000"), "a<b", Some(Outcome::Broken)),
        (Rule::P305, fees(town, None, "10000元"), "", None),
        (Rule::P305, fees(county, None, "10000"), "", None),
        (Rule::P303, procured("1000000.5"), "a<=b", Some(Outcome::Broken)),
        (Rule::P303, procured("1000000.5元"), "", None),
        (Rule::P103, procured("0"), "OR(AND(a=0,b=0),AND(a<>0,b<>0))", Some(Outcome::Broken)),
        (Rule::R302, fees(None, None, "0"), "OR(4*a<=b,b<30)", Some(Outcome::Holds)),
    ];
    let names: Vec<String> = ('a'..='l').map(String::from).collect();
    for (rule, form, formula, outcome) in cases {
        let lines = lines(&form, None);
        let (results, _) = results(&lines, &Readings::of(&form));
        let of_rule: Vec<usize> = (0..lines.len()).filter(|&i| lines[i].rule == rule).collect();
        assert_eq!(of_rule.len(), usize::from(outcome.is_some()), "{rule}: {formula}");
        for i in of_rule {
            assert_eq!(lines[i].formula(&names), formula, "{rule}");
            assert_eq!(Some(results[i].outcome), outcome, "{rule}: {:?}", form.body);
        }
        check(&form, None).unwrap();
    }

    // What is counted in thousandths of a cent is not compared by doubles that a product leaves.
    let (now, before) = (fees(None, None, "3.3"), fees(None, None, "0.00033"));
    let lines = lines(&now, Some(&before));
    let line = lines.iter().find(|line| line.rule == Rule::Y304).unwrap();
    assert_eq!(line.formula(&names), "OR(b=0,a<ROUND(10000*b,6))");
    let jump = lines.iter().find(|line| line.rule == Rule::Y301).unwrap();
    assert_eq!(jump.formula(&names), "OR(AND(a<b+100,b<a+100),AND(a<10*b,b<10*a))");
}

/// `LibreOffice`, without windows and with a profile of its own in a folder; with `recalculates` it evaluates every formula of
/// a file that it opens, and else it shows the stored results.
fn office(folder: &Path, recalculates: bool) -> Option<Command> {
    let profile = folder.join(if recalculates { "evaluates" } else { "shows" });
    let mode = i32::from(!recalculates);
    let settings = format!(
        "<?xml version=\"1.0\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
         <item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\">\
         <value>{mode}</value></prop></item></oor:items>"
    );
    std::fs::create_dir_all(profile.join("user")).unwrap();
    std::fs::write(profile.join("user/registrymodifications.xcu"), settings).unwrap();
    let is_there = Command::new("soffice").arg("--version").output().is_ok_and(|output| output.status.success());
    is_there.then(|| {
        let mut office = Command::new("soffice");
        office.arg(format!("-env:UserInstallation=file://{}", profile.display())).arg("--headless");
        office
    })
}

/// The sheet 核对 of files as `LibreOffice` shows it.
fn sheets(folder: &Path, files: &[std::path::PathBuf], recalculates: bool) -> Option<Vec<String>> {
    /// Commas, quotation marks, UTF-8, from the first line, and of the sheets the second.
    const CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2";
    let out = folder.join(if recalculates { "evaluated" } else { "stored" });
    // LibreOffice stops without a word somewhere behind two hundred files.
    for some in files.chunks(100) {
        let status =
            office(folder, recalculates)?.args(["--convert-to", CSV, "--outdir"]).arg(&out).args(some).output();
        assert!(status.unwrap().status.success());
    }
    let name = |file: &std::path::PathBuf| format!("{}-核对.csv", file.file_stem().unwrap().display());
    Some(files.iter().map(|file| std::fs::read_to_string(out.join(name(file))).unwrap()).collect())
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn the_formulas_say_what_the_lines_say() {
    let folder = std::env::temp_dir().join(format!("ogi-report-workbook-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let count = std::env::var("WORKBOOK_FORMS").ok().and_then(|count| count.parse().ok()).unwrap_or(8);
    let mut files = Vec::new();
    for i in 0..count {
        let year = [2020, 2021, 2024][i % 3];
        let mut form = |year| forms(year).new_tree(&mut runner).unwrap().current();
        let (form, previous) = (form(year), form(year - 1));
        let book = Book { form: &form, previous: Some(&previous), checked: None, is_template: false };
        files.push(folder.join(format!("{i}.xlsx")));
        std::fs::write(&files[i], book.to_bytes().unwrap()).unwrap();
    }
    match sheets(&folder, &files, true).zip(sheets(&folder, &files, false)) {
        Some((evaluated, stored)) => {
            for (i, (evaluated, stored)) in evaluated.iter().zip(&stored).enumerate() {
                assert!(stored.contains("R103"), "{i}: {stored}");
                for (evaluated, stored) in evaluated.lines().zip(stored.lines()) {
                    assert_eq!(evaluated, stored, "form {i}");
                }
            }
        }
        None => eprintln!("skipped: LibreOffice is not installed"),
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A part of a workbook.
#[cfg(feature = "office")]
fn part(bytes: &[u8], name: &str) -> String {
    let archive = rawzip::ZipArchive::from_slice(bytes).unwrap();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().unwrap() {
        if entry.file_path().try_normalize().unwrap().as_str() == name {
            let packed = archive.get_entry(entry.wayfinder()).unwrap();
            return String::from_utf8(miniz_oxide::inflate::decompress_to_vec(packed.data()).unwrap()).unwrap();
        }
    }
    panic!("no part {name}")
}

#[test]
#[cfg(feature = "office")]
fn a_cell_takes_what_the_check_allows_there() {
    let total = Cell::request(RequestRow::Received, form::Column::Total);
    let count = Cell::request(RequestRow::Received, form::Applicant::NaturalPerson);
    let change = Cell::Proactive(ProactiveCell::LicensingChange);
    for (edition, cell) in [(Edition::V2021, total), (Edition::V2021, count), (Edition::V2019, change)] {
        let bytes = super::write(&Form::of(edition, [(cell, Filed::from(1))]), None).unwrap();
        let (least, most) = crate::check::bounds(cell);
        let bounds = format!("<formula1>{least}</formula1><formula2>{most}</formula2>");
        assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains(&bounds), "{cell}");
    }
}

/// An office copies the sheet for the next body. Nobody may think that its figures came.
#[test]
#[cfg(feature = "office")]
fn a_sheet_beside_the_report_is_not_passed_over() {
    use super::{book, report};
    use crate::extract::{self, Note};
    use crate::form::sheet::{Sheet, title};
    use crate::report::Report;

    let form = |name: &str, received| {
        let mut report = Report::new(Body::named(name), Year::new(2025).unwrap());
        report.requests.received[form::Applicant::NaturalPerson] = received;
        report.requests.outcomes.granted[form::Applicant::NaturalPerson] = received;
        Form::from(&report)
    };
    let (own, other) = (form("甲县民政局", 12), form("甲县教育局", 100));
    let book = || Book { form: &own, previous: None, checked: None, is_template: false }.workbook().unwrap();

    let mut two = book();
    report::lay_out(
        book::add(&mut two, "教育局").unwrap(),
        &Sheet::of(&other),
        &other,
        &title(&other),
        |sheet, placed, cell| report::write_printed(sheet, &other, placed, cell),
    )
    .unwrap();
    let read = extract::from_bytes(&two.save_to_buffer().unwrap()).unwrap();
    assert_eq!(read.form.body, own.body);
    assert!(read.notes.iter().any(|note| matches!(note, Note::AnotherReport { .. })), "{:?}", read.notes);
    let received = Cell::request(RequestRow::Received, form::Column::Total);
    assert_eq!(read.form.get(received), own.get(received));

    // A sheet of words is none of these.
    let mut with_words = book();
    book::add(&mut with_words, "备注").unwrap().write_string(0, 0, "已电话核实").unwrap();
    let read = extract::from_bytes(&with_words.save_to_buffer().unwrap()).unwrap();
    assert_eq!((read.form, read.notes), (own, Vec::new()));
}
