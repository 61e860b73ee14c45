//! A run over a folder: every file is accounted for, the sums are those of `Totals`, and a run that was stopped gives the same.

mod pages;

use std::collections::BTreeMap;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow_array::cast::AsArray as _;
use arrow_array::types::Int64Type;
use arrow_array::{Array as _, RecordBatch};
use collect::{Error, Options, Progress, Summary, collect};
use ogi_report::{
    Applicant, Body, Cell, Column, Edition, Filed, Form, Lang, Outcome, Report, RequestRow, Scope, Section, Totals,
    Year,
};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A report of which every figure follows from its number.
fn report(number: u32, year: i64) -> Report {
    let mut report = Report::new(Body::named(format!("某某市第{number}局")), Year::new(year).unwrap());
    for (i, &applicant) in (0_u32..).zip(Applicant::ALL) {
        let (granted, over) = (number * 7 % (11 + i), number % (3 + i));
        report.requests.received[applicant] = granted + over;
        report.requests.outcomes.granted[applicant] = granted;
        report.requests.carried_over[applicant] = over;
    }
    report
}

/// A form as it is published; one in ten has a wrong total.
fn form(number: u32) -> Form {
    let mut form = Form::from(&report(number, 2024));
    if number % 10 == 3 {
        form.set(Cell::request(RequestRow::Received, Column::Total), 1_000_000_u32);
    }
    form
}

fn write_pages(folder: &Path, many: u32, spoilt: u32) {
    std::fs::create_dir_all(folder.join("inner")).unwrap();
    for number in 0..many {
        let form = form(number);
        let (format, content) = pages::page(&form, usize::try_from(number).unwrap());
        let place = if number % 2 == 0 { folder.to_owned() } else { folder.join("inner") };
        std::fs::write(place.join(format!("{number:04}.{format}")), content).unwrap();
        if number < spoilt {
            let (name, content) = pages::spoilt(usize::try_from(number).unwrap(), &form);
            std::fs::write(folder.join(format!("spoilt-{name}")), content).unwrap();
        }
    }
}

fn run(inputs: &Path, out: &Path, options: &Options) -> Summary {
    collect(&[inputs.to_owned()], out, options, &|_| ControlFlow::Continue(())).unwrap()
}

fn rows(table: &Path) -> Vec<RecordBatch> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(table).unwrap()).unwrap().build().unwrap();
    reader.map(Result::unwrap).collect()
}

/// The outputs by name. Of the sources the seconds are left out: they are of a run.
fn outputs(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for folder in [out.to_owned(), out.join("reviews")] {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if !path.is_file() {
                continue;
            }
            let name = path.strip_prefix(out).unwrap().display().to_string();
            let content = if name == "sources.parquet" {
                let without = |batch: &RecordBatch| {
                    let seconds = batch.schema().index_of("seconds").unwrap();
                    batch.project(&(0..batch.num_columns()).filter(|&i| i != seconds).collect::<Vec<_>>()).unwrap()
                };
                format!("{:?}", rows(&path).iter().map(without).collect::<Vec<_>>()).into_bytes()
            } else {
                std::fs::read(&path).unwrap()
            };
            found.insert(name, content);
        }
    }
    found
}

fn assert_same(one: &Path, other: &Path) {
    let (one, other) = (outputs(one), outputs(other));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, content) in &one {
        assert!(content == &other[name], "{name} is not the same");
    }
}

fn texts(table: &Path, column: &str) -> Vec<Option<String>> {
    let batches = rows(table);
    let texts = batches.iter().flat_map(|batch| {
        let column = batch.column_by_name(column).unwrap().as_string::<i32>();
        column.iter().map(|text| text.map(str::to_owned)).collect::<Vec<_>>()
    });
    texts.collect()
}

/// The files that are counted, without their folders and endings.
fn counted(out: &Path) -> Vec<String> {
    let batches = rows(&out.join("sources.parquet"));
    let flags = batches.iter().flat_map(|batch| {
        let flags = batch.column_by_name("is_counted").unwrap().as_boolean();
        flags.iter().map(Option::unwrap).collect::<Vec<_>>()
    });
    let files = texts(&out.join("sources.parquet"), "file").into_iter().zip(flags);
    let files = files.filter(|(_, is_counted)| *is_counted).filter_map(|(file, _)| file);
    files.map(|file| Path::new(&file).file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// What `years.json` says of a year. As many sources are counted as there are reports in all sums.
fn of_year(out: &Path, year: &str) -> serde_json::Value {
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(out.join("years.json")).unwrap()).unwrap();
    let reports = json.as_object().unwrap().values().filter_map(|year| year["totals"]["reports"].as_u64());
    assert_eq!(reports.sum::<u64>(), counted(out).len() as u64);
    json[year].clone()
}

/// Writes forms as files of one form each.
fn write_forms<'a>(folder: &Path, forms: impl IntoIterator<Item = (&'a str, Form)>) {
    std::fs::create_dir_all(folder).unwrap();
    for (name, mut form) in forms {
        form.source = None;
        std::fs::write(folder.join(format!("{name}.json")), serde_json::to_vec(&form).unwrap()).unwrap();
    }
}

#[test]
fn every_file_is_accounted_for_and_the_sums_are_totals() {
    let folder = Folder::new("whole");
    let (pages, out) = (folder.at("pages"), folder.at("out"));
    write_pages(&pages, 120, 10);
    let summary = run(&pages, &out, &Options::default());
    assert_eq!((summary.tally.sources, summary.tally.failed(), summary.tally.counted), (130, 10, 108));

    // Each file once.
    let mut files = texts(&out.join("sources.parquet"), "file");
    files.sort();
    files.dedup();
    assert_eq!(files.len(), 130);
    let causes = texts(&out.join("sources.parquet"), "error.cause");
    assert_eq!(causes.iter().flatten().count(), 10);

    // What was read is what was written.
    let expected: Totals = (0..120).filter_map(|number| form(number).verify().ok()).collect::<Vec<_>>().iter().sum();
    for cell in Edition::V2021.cells().iter().filter(|cell| cell.section() == Section::Requests) {
        let mut sum = 0_i64;
        for batch in rows(&out.join("forms.parquet")) {
            let verdicts = batch.column_by_name("verdict").unwrap().as_string::<i32>();
            let column = batch.column_by_name(&cell.to_string()).unwrap().as_primitive::<Int64Type>();
            sum += (0..batch.num_rows())
                .filter(|&row| verdicts.value(row) == "holds" && column.is_valid(row))
                .map(|row| column.value(row))
                .sum::<i64>();
        }
        assert_eq!(Some(u64::try_from(sum).unwrap()), expected.count(*cell), "{cell}");
    }
    let json: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("consolidated.json")).unwrap()).unwrap();
    assert_eq!(json["totals"], serde_json::to_value(&expected).unwrap());

    // Every form that does not hold has a review page, and the index leads there.
    let index = std::fs::read_to_string(out.join("index.html")).unwrap();
    let reviews: Vec<_> =
        std::fs::read_dir(out.join("reviews")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(reviews.len(), 12);
    assert!(reviews.iter().all(|review| index.contains(&format!("reviews/{}", review.to_str().unwrap()))));
    assert!(!index.contains("http://") && !index.contains("https://"));
}

#[test]
fn a_run_that_stopped_goes_on_and_gives_the_same() {
    let folder = Folder::new("stopped");
    let pages = folder.at("pages");
    write_pages(&pages, 120, 10);
    let (whole, stopped) = (folder.at("whole"), folder.at("stopped"));
    run(&pages, &whole, &Options { jobs: 2, ..Options::default() });

    // It stops at the third call, and the next run begins with what was done.
    let calls = AtomicUsize::new(0);
    let stop = |_: &Progress| {
        if calls.fetch_add(1, Ordering::Relaxed) == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = Options { jobs: 1, ..Options::default() };
    let error = collect(std::slice::from_ref(&pages), &stopped, &options, &stop).unwrap_err();
    assert!(matches!(error, Error::Stopped));
    let parts = std::fs::read_dir(stopped.join(".parts")).unwrap().count();
    assert_eq!(parts, 2);
    let oldest = |folder: &Path| {
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().metadata().unwrap().modified().unwrap()).min()
    };
    let before = oldest(&stopped.join(".parts"));
    let seen = std::sync::Mutex::new(None);
    collect(&[pages], &stopped, &options, &|progress| {
        if progress.phase == collect::Phase::Writing {
            *seen.lock().unwrap() = oldest(&stopped.join(".parts"));
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(seen.into_inner().unwrap(), before, "what was done is done twice");
    assert!(!stopped.join(".parts").exists());
    assert_same(&whole, &stopped);
}

#[test]
fn a_run_that_was_killed_goes_on_and_gives_the_same() {
    let folder = Folder::new("killed");
    let pages = folder.at("pages");
    write_pages(&pages, 120, 10);
    let (whole, killed) = (folder.at("whole"), folder.at("killed"));
    let command = |out: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_collect"));
        command.arg(&pages).arg("-o").arg(out).args(["--lang", "zh", "--jobs", "1"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    assert_eq!(command(&whole).status().unwrap().code(), Some(1), "ten files are spoilt");
    let mut run = command(&killed).spawn().unwrap();
    // As soon as there is a part.
    while run.try_wait().unwrap().is_none() {
        if std::fs::read_dir(killed.join(".parts"))
            .is_ok_and(|mut parts| parts.any(|part| part.is_ok_and(|part| part.path().extension().is_none())))
        {
            run.kill().unwrap();
            break;
        }
    }
    run.wait().unwrap();
    assert_eq!(command(&killed).status().unwrap().code(), Some(1));
    assert_same(&whole, &killed);
}

#[test]
fn lines_of_forms_are_sources_of_their_own() {
    let folder = Folder::new("lines");
    let forms = folder.at("forms.ndjson");
    let mut lines: Vec<String> = (0..50).map(|number| serde_json::to_string(&form(number)).unwrap()).collect();
    lines.insert(7, "{\"edition\": 1}".to_owned());
    lines.insert(9, String::new());
    std::fs::write(&forms, lines.join("\r\n")).unwrap();
    let out = folder.at("out");
    let summary = run(&forms, &out, &Options::default());
    assert_eq!((summary.tally.sources, summary.tally.forms), (51, 50));
    let files = texts(&out.join("sources.parquet"), "file");
    let errors = texts(&out.join("sources.parquet"), "error.en");
    let broken = errors.iter().position(Option::is_some).unwrap();
    assert!(files[broken].as_ref().unwrap().ends_with("forms.ndjson:8"), "{:?}", files[broken]);
    assert!(errors[broken].as_ref().unwrap().starts_with("this is no form: "));
    assert_eq!(rows(&out.join("cells.parquet")).iter().map(RecordBatch::num_rows).sum::<usize>(), 50 * 200);
}

#[test]
fn corrected_reports_are_both_kept_and_the_later_is_counted_only_if_asked() {
    let folder = Folder::new("corrected");
    let pages = folder.at("pages");
    std::fs::create_dir(&pages).unwrap();
    let day = |day| chrono::NaiveDate::from_ymd_opt(2025, 3, day);
    for (name, number, published) in [("a", 1, day(1)), ("b", 1, day(20)), ("c", 2, day(1)), ("d", 2, day(9))] {
        let mut report = report(number, 2024);
        report.published = published;
        // The second report of the first body has other figures, that of the second body the same.
        if name == "b" {
            report.requests.outcomes.granted[Applicant::NaturalPerson] += 5;
            report.requests.received[Applicant::NaturalPerson] += 5;
        }
        let mut form = Form::from(&report);
        form.source = None;
        std::fs::write(pages.join(format!("{name}.json")), serde_json::to_vec(&form).unwrap()).unwrap();
    }
    let cell = Cell::request(RequestRow::Received, Column::Total);
    let sum = |out: &Path| of_year(out, "2024");
    let out = folder.at("out");
    let summary = run(&pages, &out, &Options::default());
    assert_eq!((summary.tally.forms, summary.tally.versions, summary.tally.disputed), (4, 4, 2));
    let year = sum(&out);
    assert_eq!((&year["undecided"], &year["totals"]["reports"]), (&1.into(), &1.into()));
    assert_eq!(counted(&out), ["c"]);
    assert_eq!(summary.tally.counted, 1);
    // The others are added up, and the body that is left out is named with the cells that differ.
    let page = std::fs::read_to_string(out.join("consolidated.html")).unwrap();
    assert!(page.contains("不完整：计入 1 份，未计入 1 份") && page.contains("以下是 1 份报告之和"), "{page}");
    assert!(page.contains("（+5，"), "the page says what differs");

    let later = folder.at("later");
    run(&pages, &later, &Options { prefer_later: true, ..Options::default() });
    let year = sum(&later);
    assert_eq!((&year["undecided"], &year["totals"]["reports"]), (&0.into(), &2.into()));
    assert_eq!(counted(&later), ["b", "c"]);
    let expected: u64 = [1, 2].map(|number| report(number, 2024).requests.received.total()).iter().sum();
    let json = year["totals"].to_string();
    assert!(
        json.contains(&format!("\"{cell}\":{{\"reports\":2,\"sum\":{}", expected + 5))
            || json.contains(&(expected + 5).to_string()),
        "{json}"
    );
    let page = std::fs::read_to_string(later.join("consolidated.html")).unwrap();
    assert!(page.contains("已有后来公布的一份，未计入 <b>1</b>"));
}

/// The same figures were last published on the last of the days on which they were.
#[test]
fn what_was_published_again_is_the_later() {
    let day = |day| chrono::NaiveDate::from_ymd_opt(2025, 3, day);
    let cases: [([Option<chrono::NaiveDate>; 3], &[&str]); 3] =
        [([day(1), day(10), day(20)], &["a"]), ([day(20), day(10), None], &[]), ([None, day(10), day(20)], &[])];
    for (days, expected) in cases {
        let folder = Folder::new("again");
        let (pages, out) = (folder.at("pages"), folder.at("out"));
        // The first and the last have the same figures.
        let forms = ["a", "b", "c"].into_iter().zip(days).map(|(name, published)| {
            let mut report = report(1, 2024);
            report.published = published;
            report.requests.received[Applicant::NaturalPerson] += u32::from(name == "b");
            report.requests.outcomes.granted[Applicant::NaturalPerson] += u32::from(name == "b");
            (name, Form::from(&report))
        });
        write_forms(&pages, forms);
        run(&pages, &out, &Options { prefer_later: true, ..Options::default() });
        assert_eq!(counted(&out), expected, "{days:?}");
    }
}

/// What one of two copies says of its scope holds for both.
#[test]
fn a_copy_that_states_its_scope_is_the_report_that_does() {
    for whole in ["a", "b"] {
        let folder = Folder::new("scope");
        let (pages, out) = (folder.at("pages"), folder.at("out"));
        let form = |number, name: &str, scope| {
            let mut report = report(number, 2024);
            report.body = Body { region: Some("370784".parse().unwrap()), scope, ..Body::named(name) };
            Form::from(&report)
        };
        let county = |file| form(1, "某某县人民政府", (file == whole).then_some(Scope::WholeJurisdiction));
        let bureau = form(2, "某某县民政局", Some(Scope::OwnOffice));
        write_forms(&pages, [("a", county("a")), ("b", county("b")), ("c", bureau)]);
        run(&pages, &out, &Options::default());
        assert_eq!(of_year(&out, "2024")["conflicts"], 1, "{whole}");
    }
}

/// Two years with a gap between them are not compared.
#[test]
fn a_year_is_compared_with_the_year_before_alone() {
    let folder = Folder::new("gap");
    let (pages, out) = (folder.at("pages"), folder.at("out"));
    write_forms(&pages, [("a", Form::from(&report(1, 2021))), ("b", Form::from(&report(1, 2023)))]);
    run(&pages, &out, &Options::default());
    let page = std::fs::read_to_string(out.join("years.html")).unwrap();
    assert!(!page.contains("相同") && !page.contains("<small>+") && !page.contains("<small>−"), "{page}");
}

/// A region that one of two reports does not state may be that of the other.
#[test]
fn a_body_is_one_with_its_region_and_without() {
    const INFERRED: &str = "淮安市洪泽区人民政府";
    const TOWN: &str = "淮安市洪泽区老子山镇人民政府";
    const BARE: &str = "甲镇人民政府";
    type Given<'a> = (&'a str, Option<&'a str>, u32);
    let cases: &[(&str, &[Given<'_>], &[&str], u64)] = &[
        ("the region of the name", &[(INFERRED, None, 1), (INFERRED, Some("320813"), 1)], &["0"], 0),
        ("the same with other figures", &[(INFERRED, None, 1), (INFERRED, Some("320813"), 2)], &[], 1),
        ("an unknown region", &[(BARE, Some("320813101"), 1), (BARE, None, 1)], &["0"], 0),
        ("the same with other figures", &[(BARE, Some("320813101"), 1), (BARE, None, 2)], &[], 1),
        ("a town whose name tells its county", &[(TOWN, None, 1), (TOWN, Some("320813101"), 1)], &["0"], 0),
        ("six digits and nine", &[(BARE, Some("320813"), 1), (BARE, Some("320813000"), 1)], &["0"], 0),
        ("two regions", &[(BARE, Some("320813101"), 1), (BARE, Some("370784101"), 1)], &["0", "1"], 0),
        (
            "two regions, and one that may be either",
            &[(BARE, Some("320813101"), 1), (BARE, Some("370784101"), 1), (BARE, None, 1)],
            &[],
            1,
        ),
        ("one of a region in another", &[(BARE, Some("320800"), 1), (BARE, Some("320813"), 1)], &["0", "1"], 0),
    ];
    for (case, reports, expected, undecided) in cases {
        let folder = Folder::new("regions");
        let (pages, out) = (folder.at("pages"), folder.at("out"));
        let names = ["0", "1", "2"];
        let forms = reports.iter().zip(names).map(|(&(name, region, number), file)| {
            let mut report = report(number, 2024);
            report.body = Body { region: region.map(|region| region.parse().unwrap()), ..Body::named(name) };
            (file, Form::from(&report))
        });
        write_forms(&pages, forms);
        let summary = run(&pages, &out, &Options::default());
        assert_eq!(counted(&out), *expected, "{case}");
        assert_eq!(of_year(&out, "2024")["undecided"], *undecided, "{case}");
        assert_eq!(summary.tally.versions == 0, expected.len() == 2, "{case}");
    }
}

#[test]
fn a_year_in_which_a_report_contains_another_has_no_sums() {
    let folder = Folder::new("contained");
    let (pages, out) = (folder.at("pages"), folder.at("out"));
    let body =
        |name: &str, scope| Body { region: Some("370784".parse().unwrap()), scope: Some(scope), ..Body::named(name) };
    let form = |number, year, body| {
        let mut report = report(number, year);
        report.body = body;
        Form::from(&report)
    };
    let whole = || body("某某县人民政府", Scope::WholeJurisdiction);
    let bureau = || body("某某县民政局", Scope::OwnOffice);
    write_forms(&pages, [("a", form(1, 2023, whole())), ("b", form(2, 2023, bureau())), ("c", form(1, 2024, whole()))]);
    let summary = run(&pages, &out, &Options::default());
    let year = of_year(&out, "2023");
    assert!(year["totals"].is_null());
    assert_eq!(year["conflicts"], 1);
    assert_eq!(counted(&out), ["c"]);
    assert_eq!(summary.tally.counted, 1);
    let said = year["first_conflicts"][0]["zh"].as_str().unwrap();
    let page = std::fs::read_to_string(out.join("years.html")).unwrap();
    assert!(page.contains("2023 年不能汇总：") && page.contains(&said.replace('"', "&quot;")), "{said} {page}");
    assert_eq!(of_year(&out, "2024")["totals"]["reports"], 1);
}

#[test]
fn a_roster_says_who_is_missing() {
    let folder = Folder::new("roster");
    let forms = folder.at("forms.ndjson");
    let lines: Vec<String> = [1, 2].map(|number| serde_json::to_string(&form(number)).unwrap()).to_vec();
    std::fs::write(&forms, lines.join("\n")).unwrap();
    let roster = folder.at("roster.txt");
    std::fs::write(&roster, "某某市第1局\n\n某某市第2局\n某某市第9局\t110000\n").unwrap();
    let out = folder.at("out");
    let status = Command::new(env!("CARGO_BIN_EXE_collect"))
        .args([&forms, Path::new("-o"), &out, Path::new("--expected"), &roster])
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let page = std::fs::read_to_string(out.join("consolidated.html")).unwrap();
    assert!(page.contains("某某市第9局 <span class=\"code\">110000</span>"), "{page}");
}

#[test]
fn nothing_of_others_is_overwritten() {
    let folder = Folder::new("others");
    let forms = folder.at("forms.ndjson");
    std::fs::write(&forms, serde_json::to_string(&form(1)).unwrap()).unwrap();
    let error = |inputs: &Path, out: &Path| {
        collect(&[inputs.to_owned()], out, &Options::default(), &|_| ControlFlow::Continue(())).unwrap_err()
    };
    // The folder of the inputs is no output folder.
    assert!(matches!(error(&forms, &folder.0), Error::NotOurs(_)));
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 1);
    // What stands in the output folder is no input.
    let out = folder.at("out");
    run(&forms, &out, &Options::default());
    assert!(matches!(error(&out.join("summary.json"), &out), Error::Overwritten(_)));
    // Of a folder around the output folder the outputs are not read.
    let summary = run(&folder.0, &out, &Options { lang: Lang::En, ..Options::default() });
    assert_eq!(summary.tally.sources, 1);
    assert!(matches!(error(&folder.at("nowhere"), &out), Error::Input { .. }));
    std::fs::create_dir(folder.at("empty")).unwrap();
    assert!(matches!(error(&folder.at("empty"), &folder.at("none")), Error::Nothing));
    // A summary and reviews of another program are not those of a run.
    let others = folder.at("theirs");
    std::fs::create_dir_all(others.join("reviews")).unwrap();
    for name in ["summary.json", "reviews/mine.html"] {
        std::fs::write(others.join(name), "{}").unwrap();
    }
    assert!(matches!(error(&forms, &others), Error::NotOurs(_)));
    assert!(others.join("reviews/mine.html").exists());
}

#[test]
fn a_file_that_two_inputs_name_is_read_once() {
    let folder = Folder::new("twice");
    let pages = folder.at("pages");
    write_forms(&pages, [("a", form(1))]);
    let inputs = [pages.clone(), pages.join("..").join("pages"), pages.join("a.json")];
    let go_on = |_: &Progress| ControlFlow::Continue(());
    let summary = collect(&inputs, &folder.at("out"), &Options::default(), &go_on).unwrap();
    assert_eq!(summary.tally.sources, 1);
}

#[test]
fn a_run_that_stopped_while_it_wrote_goes_on_and_gives_the_same() {
    let folder = Folder::new("writing");
    let pages = folder.at("pages");
    write_forms(&pages, [("a", form(1)), ("b", form(3))]);
    let (whole, stopped) = (folder.at("whole"), folder.at("stopped"));
    run(&pages, &whole, &Options::default());
    let calls = AtomicUsize::new(0);
    let writing = |progress: &Progress| progress.phase == collect::Phase::Writing;
    collect(std::slice::from_ref(&pages), &folder.at("counted"), &Options::default(), &|progress| {
        calls.fetch_add(usize::from(writing(progress)), Ordering::Relaxed);
        ControlFlow::Continue(())
    })
    .unwrap();
    // It is asked before every output, and may stop at any of them.
    let calls = calls.into_inner();
    assert!(calls >= 10, "{calls}");
    for last in 1..=calls {
        let calls = AtomicUsize::new(0);
        let stop = |progress: &Progress| {
            let is_last = writing(progress) && calls.fetch_add(1, Ordering::Relaxed) + 1 >= last;
            if is_last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let error = collect(std::slice::from_ref(&pages), &stopped, &Options::default(), &stop).unwrap_err();
        assert!(matches!(error, Error::Stopped));
        assert!(stopped.join(".parts").is_dir(), "what was read is kept");
    }
    run(&pages, &stopped, &Options::default());
    assert_same(&whole, &stopped);
}

#[test]
fn what_an_earlier_run_wrote_and_this_one_does_not_is_gone() {
    let folder = Folder::new("earlier");
    let forms = folder.at("forms.ndjson");
    let line = |form: &Form| serde_json::to_string(form).unwrap() + "\n";
    std::fs::write(&forms, line(&form(3)) + &line(&Form::from(&report(3, 2023)))).unwrap();
    let out = folder.at("out");
    run(&forms, &out, &Options::default());
    assert!(out.join("years.html").exists() && !out.join("consolidated.html").exists());
    assert_eq!(std::fs::read_dir(out.join("reviews")).unwrap().count(), 1);
    std::fs::write(&forms, line(&form(1))).unwrap();
    run(&forms, &out, &Options::default());
    assert!(!out.join("years.html").exists() && out.join("consolidated.html").exists());
    assert_eq!(std::fs::read_dir(out.join("reviews")).unwrap().count(), 0);
}

#[test]
fn a_section_that_holds_is_counted_where_another_does_not() {
    let folder = Folder::new("sections");
    let forms = folder.at("forms.ndjson");
    let mut form = form(1);
    form.set(Cell::request(Outcome::Granted, Column::Total), Filed::blank());
    form.set(Cell::request(RequestRow::Received, Column::Total), 77_u32);
    std::fs::write(&forms, serde_json::to_string(&form).unwrap()).unwrap();
    let out = folder.at("out");
    run(&forms, &out, &Options { lang: Lang::En, ..Options::default() });
    let page = std::fs::read_to_string(out.join("consolidated.html")).unwrap();
    assert!(page.contains("No report holds."));
    let section = |section: Section| {
        page.split(section.label(Lang::En)).nth(1).unwrap().split("</tr>").next().unwrap().to_owned()
    };
    assert!(section(Section::Disputes).contains("data-label=\"forms where it holds\">1<"), "{page}");
    assert!(section(Section::Requests).contains("data-label=\"forms where it holds\">0<"), "{page}");
}

#[test]
fn sections_of_a_form_that_is_there_twice_are_counted_once() {
    let mut broken = form(1);
    broken.set(Cell::request(RequestRow::Received, Column::Total), 77_u32);
    let mut other = broken.clone();
    other.set(Cell::request(RequestRow::Received, Column::Total), 78_u32);
    // The same twice, and two that nobody can choose between.
    for (second, expected) in [(broken.clone(), 1), (other, 0)] {
        let folder = Folder::new("twice-broken");
        let (pages, out) = (folder.at("pages"), folder.at("out"));
        write_forms(&pages, [("a", broken.clone()), ("b", second)]);
        run(&pages, &out, &Options { lang: Lang::En, ..Options::default() });
        let page = std::fs::read_to_string(out.join("consolidated.html")).unwrap();
        let section = page.split(Section::Disputes.label(Lang::En)).nth(1).unwrap().split("</tr>").next().unwrap();
        assert!(section.contains(&format!("data-label=\"forms where it holds\">{expected}<")), "{section}");
    }
}
