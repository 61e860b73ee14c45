//! Sums that can be trusted: a body in two spellings, a whole beside its parts, bodies that nobody expects, and what is kept
//! between runs.

use std::error::Error as _;

use ogi_report::sum::{ChainError, Completeness, Conflict, NotBeside, SectionTotals};
use ogi_report::{
    Applicant, Body, BodyKind, Cell, Column, Consolidation, Filed, Form, Level, Report, RequestRow, Rollup, Scope,
    Section, Span, Year,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::strategies::report;

const RECEIVED: Cell = Cell::Request(RequestRow::Received, Column::Total);

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

fn of(name: &str, received: u32) -> Report {
    let mut report = Report::new(Body::named(name), year(2024));
    report.requests.received[Applicant::NaturalPerson] = received;
    report.requests.outcomes.granted[Applicant::NaturalPerson] = received;
    report
}

fn sum<'a>(reports: impl IntoIterator<Item = &'a Report>) -> Consolidation {
    reports.into_iter().sum()
}

/// Another way to write a name.
fn spelt(name: &str, way: usize) -> String {
    let with = |from: &str, to: &str| name.replace(from, to);
    match way {
        0 => with("(", "（").replace(')', "）"),
        1 => with("(", "〔").replace(')', "〕"),
        2 => name.chars().flat_map(|c| [c, ' ']).collect(),
        3 => with("人民政府", "⼈⺠政府"),
        4 => with("县", "縣").replace('区', "區"),
        5 => format!("\u{3000}{name}\u{200b}"),
        6 => name
            .chars()
            .map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c })
            .collect(),
        _ => name.to_owned(),
    }
}

/// A whole that contains bodies of the region, by what it states or by what its name and text tell.
fn whole_above(region: &str, is_stated: bool) -> Report {
    let mut whole = of(if is_stated { "某某汇总机关" } else { "江苏省人民政府" }, 9);
    if is_stated {
        whole.body.region = Some(region.parse().unwrap());
        whole.body.scope = Some(Scope::WholeJurisdiction);
    } else {
        whole.body.infer();
        whole.body.infer_scope("本报告汇总本地所有公开主体的数据。");
        assert_eq!(whole.body.scope, Some(Scope::WholeJurisdiction));
    }
    whole
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// The guard: in any order and any split, a body that is there twice, or beside a whole that contains it, is a conflict.
    #[test]
    fn nothing_is_counted_twice_without_a_word(
        count in 1..7_usize,
        seeds in vec((0..30_u32, any::<bool>(), any::<bool>(), select(Scope::ALL)), 7),
        which: Index,
        (way, forget_region, by_whole, is_stated) in (0..8_usize, any::<bool>(), any::<bool>(), any::<bool>()),
        order in vec(any::<u32>(), 8),
        split: Index,
    ) {
        let mut reports: Vec<Report> = (0..count).map(|i| {
            let (received, has_region, has_scope, scope) = seeds[i];
            let mut report = of(&format!("淮安市洪泽区第{i}镇(开发区)人民政府"), received);
            report.body.region = has_region.then(|| "320813".parse().unwrap());
            report.body.scope = has_scope.then_some(scope).filter(|scope| *scope == Scope::OwnOffice);
            report
        }).collect();
        let one = which.index(reports.len());
        // Without the table of divisions only a stated region tells what lies where.
        let knows = cfg!(feature = "regions");
        if by_whole {
            if !knows {
                reports[one].body.region = Some("320813".parse().unwrap());
            }
            reports.push(whole_above("320800", is_stated || !knows));
        } else {
            let mut twin = reports[one].clone();
            twin.body.name = spelt(&twin.body.name, way);
            if forget_region {
                twin.body.region = None;
            }
            reports.push(twin);
        }
        let mut ordered: Vec<(u32, Report)> = order.into_iter().zip(reports).collect();
        ordered.sort_by_key(|(key, _)| *key);
        let reports: Vec<Report> = ordered.into_iter().map(|(_, report)| report).collect();
        let (left, right) = reports.split_at(split.index(reports.len() + 1));
        let all: Consolidation = [&sum(left), &sum(right)].into_iter().sum();
        let refused = all.whole().map(|whole| whole.totals().clone()).unwrap_err();
        let is_it = |conflict: &Conflict| match conflict {
            Conflict::Repeated { .. } => !by_whole,
            Conflict::Contained { .. } => by_whole,
            _ => false,
        };
        prop_assert!(refused.conflicts().iter().any(is_it), "{}", refused);
        prop_assert_eq!(sum(reports.iter().rev()).whole().unwrap_err(), refused);
    }

    #[test]
    fn what_is_kept_is_read_back(reports in vec(report(), 0..5), expected in vec("[甲-申]{1,3}局", 0..3), blank: bool) {
        let mut kept = sum(&reports);
        kept.expect(expected.into_iter().map(Body::named));
        if blank {
            kept.note(&Form::new(ogi_report::Edition::V2021).verify().unwrap_err());
        }
        kept.extend_latest(&reports);
        let json = serde_json::to_string(&kept).unwrap();
        let read: Consolidation = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &kept);
        prop_assert_eq!(read.whole().map(|whole| whole.totals().clone()), kept.whole().map(|whole| whole.totals().clone()));
        prop_assert_eq!(read.coverage(), kept.coverage());
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }

    /// Whole reports add up by section to what they add up to together; one blank cell takes away its section alone.
    #[test]
    fn sections_add_up_each_by_itself(reports in vec(report(), 1..5), which: Index, wrong: Index) {
        let mut forms: Vec<Form> = reports.iter().map(Form::from).collect();
        let totals: ogi_report::Totals = reports.iter().sum();
        let by_section = |forms: &[Form]| {
            let mut sums = SectionTotals::default();
            for form in forms {
                sums += &form.verify_sections();
            }
            sums
        };
        let all = by_section(&forms);
        for &cell in Cell::ALL {
            prop_assert_eq!(all.count(cell), totals.count(cell), "{}", cell);
        }
        let one = which.index(forms.len());
        let (cell, _) = forms[one].cells().nth(wrong.index(forms[one].cells().count())).unwrap();
        forms[one].set(cell, Filed::blank());
        let spoilt = by_section(&forms);
        for &section in Section::ALL {
            let lost = u64::from(section == cell.section());
            prop_assert_eq!(spoilt.forms(section) + lost, reports.len() as u64, "{}", section);
        }
    }

    #[test]
    fn removing_undoes_adding(reports in vec(report(), 1..6), which: Index) {
        let mut all = sum(&reports);
        let one = which.get(&reports);
        // With a figure changed it is not the one that was added.
        let mut other = one.clone();
        other.requests.received[Applicant::NaturalPerson] += 1;
        prop_assert!(all.remove(&other).is_err());
        prop_assert_eq!(&all, &sum(&reports));
        all.remove(one).unwrap();
        let at = reports.iter().position(|report| report == one).unwrap();
        prop_assert_eq!(&all, &sum(reports.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, report)| report)));
        all += one;
        prop_assert_eq!(all, sum(&reports));
    }
}

#[test]
fn one_body_in_two_spellings_is_one_body() {
    for (one, other) in [
        ("管委会（开发区）", "管委会(开发区)"),
        ("廣東省財政廳", "广东省财政厅"),
        ("某某县 人民政府", "某某县⼈⺠政府"),
        ("第１局", "第1局"),
    ] {
        let both = sum(&[of(one, 3), of(other, 3)]);
        let refused = both.whole().map(|whole| whole.totals().reports()).unwrap_err();
        assert!(matches!(refused.conflicts(), [Conflict::Repeated { times: 2, .. }]), "{one}: {refused}");
        // On a list of expected bodies, over years, and as a form that came again, it is one, too.
        let mut expected = sum(&[of(one, 3)]);
        expected.expect([Body::named(other)]);
        assert_eq!(expected.coverage().completeness(), Completeness::Complete, "{one}");
        let next = Report { year: year(2025), ..of(other, 0) };
        assert!(Span::from(&of(one, 0)).then(&Span::from(&next)).is_ok(), "{one}");
    }
}

#[test]
fn complete_is_said_only_of_what_is() {
    use Completeness::{Complete, Overlapping, Partial, Unknown};
    let towns = ["甲镇人民政府", "乙镇人民政府"];
    let county = "某某县人民政府";
    let with_county = ["甲镇人民政府", "乙镇人民政府", county];
    let cases: [(&[&str], &[&str], Completeness); 9] = [
        (&towns, &towns, Complete),
        (&towns, &[], Unknown),
        (&towns[..1], &towns, Partial),
        // The county may have added up its towns: its scope is not stated.
        (&with_county, &with_county, Overlapping),
        (&["民政局", "教育局", "卫生健康委员会"], &["民政局", "教育局", "卫生健康委员会"], Complete),
        // A government beside departments whose reports it may contain.
        (&[county, "民政局"], &[county, "民政局"], Overlapping),
        (&["某某县人民政府办公室", "民政局"], &["某某县人民政府办公室", "民政局"], Overlapping),
        (&with_county, &towns, Partial),
        (&["甲镇人民政府", "甲镇人民政府", "乙镇人民政府"], &towns, Overlapping),
    ];
    for (came, expected, completeness) in cases {
        let reports: Vec<Report> = came.iter().map(|name| of(name, 1)).collect();
        let mut all = sum(&reports);
        all.expect(expected.iter().copied().map(Body::named));
        assert_eq!(all.coverage().completeness(), completeness, "{came:?}");
    }
}

#[test]
fn a_county_beside_its_towns_is_said() {
    let mut reports = [of("甲镇人民政府", 3), of("乙镇人民政府", 4), of("某某县人民政府", 7)];
    let mut all = sum(&reports);
    all.expect(reports.iter().map(|report| report.body.clone()));
    assert_eq!(all.whole().unwrap().totals().count(RECEIVED), Some(14));
    let coverage = all.coverage();
    assert_eq!(coverage.completeness(), Completeness::Overlapping);
    let open: Vec<_> = coverage.open.iter().map(|open| (&*open.body.name, &*open.whole.name)).collect();
    assert_eq!(open, [("乙镇人民政府", "某某县人民政府"), ("甲镇人民政府", "某某县人民政府")]);

    // The county says that it reports for its own office.
    reports[2].body.scope = Some(Scope::OwnOffice);
    let mut own = sum(&reports);
    own.expect(reports.iter().map(|report| report.body.clone()));
    assert_eq!(own.coverage().completeness(), Completeness::Complete);

    // It says that it adds up the whole: that is a conflict where the regions tell, and else open.
    reports[2].body.scope = Some(Scope::WholeJurisdiction);
    assert!(!sum(&reports).coverage().open.is_empty());
    for report in &mut reports {
        report.body.region = Some("320813".parse().unwrap());
    }
    let refused = sum(&reports).whole().map(|_| ()).unwrap_err();
    assert!(matches!(refused.conflicts(), [Conflict::Contained { .. }, Conflict::Contained { .. }]), "{refused}");
}

#[cfg(feature = "regions")]
#[test]
fn a_name_tells_the_region_of_a_part() {
    let mut county = of("淮安市洪泽区人民政府", 7);
    county.body.infer_scope("本报告汇总本地所有公开主体的数据。");
    let refused = sum(&[of("淮安市洪泽区蒋坝镇人民政府", 3), county]).whole().map(|_| ()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the reports are not one whole: 淮安市洪泽区蒋坝镇人民政府 (320813, inferred) is there beside 淮安市洪泽区人民政府 \
         (320813, inferred), whose report already contains it, expected one of them"
    );
    // A neighbour is not contained.
    let mut county = of("淮安市淮安区人民政府", 7);
    county.body.infer_scope("本报告汇总本地所有公开主体的数据。");
    assert!(sum(&[of("淮安市洪泽区蒋坝镇人民政府", 3), county]).whole().is_ok());
}

#[test]
fn towns_that_share_a_code_do_not_contain_one_another() {
    let town = |name: &str| {
        let mut town = of(name, 1);
        town.body.region = Some("320813".parse().unwrap());
        town.body.level = Some(Level::Township);
        town.body.scope = Some(Scope::WholeJurisdiction);
        town
    };
    assert!(sum(&[town("甲镇人民政府"), town("乙镇人民政府")]).whole().is_ok());
    let mut bureau = of("民政局", 1);
    bureau.body.region = Some("320813".parse().unwrap());
    bureau.body.kind = Some(BodyKind::Department);
    assert!(sum(&[town("甲镇人民政府"), bureau]).whole().is_ok());
}

#[test]
fn a_body_that_nobody_expects_is_a_conflict() {
    let mut county = sum(&[of("甲局", 1), of("丁局", 1)]);
    county.expect([Body::named("甲局")]);
    let refused = county.whole().map(|_| ()).unwrap_err();
    assert_eq!(refused.conflicts(), [Conflict::Unexpected { body: Body::named("丁局") }]);
    assert_eq!(refused.conflicts()[0].message(ogi_report::Lang::Zh), "“丁局”不在应报机关名单中");
    county.remove(&of("丁局", 1)).unwrap();
    assert_eq!(county.whole().unwrap().totals().reports(), 1);
}

#[test]
fn a_corrected_report_is_preferred_only_if_asked() {
    let version = |published: Option<&str>, received| {
        let mut report = of("甲局", received);
        report.published = published.map(|day| day.parse().unwrap());
        report
    };
    let first = version(Some("2025-01-20"), 3);
    let corrected = version(Some("2025-03-02"), 4);
    assert!(sum(&[first.clone(), corrected.clone()]).whole().is_err(), "both are kept, and said");
    for reports in [[&first, &corrected], [&corrected, &first]] {
        let mut latest = Consolidation::default();
        latest.extend_latest(reports);
        assert_eq!(latest.whole().unwrap().totals().count(RECEIVED), Some(4));
        assert_eq!(latest.coverage().superseded[0].published, first.published);
        assert_eq!(latest.coverage().superseded[0].report, first, "its figures are kept");
        let kept: Consolidation = serde_json::from_str(&serde_json::to_string(&latest).unwrap()).unwrap();
        assert_eq!(kept, latest);
    }
    // Where the days do not decide, nothing is preferred.
    for other in [version(None, 4), version(Some("2025-01-20"), 4)] {
        let mut latest = Consolidation::default();
        latest.extend_latest([&first, &other]);
        assert!(matches!(latest.whole().unwrap_err().conflicts(), [Conflict::Repeated { times: 2, .. }]));
    }
}

#[test]
fn what_is_kept_goes_on_and_is_guarded() {
    let json = serde_json::to_string(&sum(&[of("甲局（本级）", 3)])).unwrap();
    let mut read: Consolidation = serde_json::from_str(&json).unwrap();
    read += &of("甲局(本级)", 3);
    assert!(read.whole().is_err());

    let spoilt = json.replace(
        r#""reports":[{"body""#,
        r#""reports":[{"body":{"name":"乙局"},"year":2024,"has_rules":true,"digest":1},{"body""#,
    );
    assert_ne!(spoilt, json);
    let error = serde_json::from_str::<Consolidation>(&spoilt).unwrap_err().to_string();
    assert!(error.starts_with("the sums are those of 1 reports, expected 2"), "{error}");
    let spoilt =
        json.replace(r#""counts":{"requests.received.natural_person""#, r#""counts":{"requests.received.total""#);
    assert_ne!(spoilt, json);
    let error = serde_json::from_str::<Consolidation>(&spoilt).unwrap_err().to_string();
    assert!(error.starts_with("requests.received.total has no such sum"), "{error}");
}

#[test]
fn a_roll_up_is_made_of_groups_and_gives_them_back() {
    let reports = [of("甲局", 1), of("乙局", 2), Report { year: year(2023), ..of("甲局", 3) }];
    let rollup: Rollup<Year> = reports.iter().map(|report| (report.year, report)).collect();
    assert_eq!(rollup, Rollup::by(&reports, |report| report.year));
    let groups: Vec<(Year, Consolidation)> = rollup.clone().into_iter().collect();
    assert_eq!(groups.iter().map(|(year, _)| year.number()).collect::<Vec<_>>(), [2023, 2024]);
    let json = serde_json::to_string(&groups).unwrap();
    let kept: Vec<(Year, Consolidation)> = serde_json::from_str(&json).unwrap();
    assert_eq!(kept.into_iter().collect::<Rollup<Year>>(), rollup);
    let mut longer = rollup.clone();
    longer.extend([(year(2024), sum(&[of("丙局", 1)]))]);
    assert_eq!(longer.get(&year(2024)).unwrap().bodies().count(), 3);
}

#[test]
fn errors_name_their_cause() {
    let twice = sum(&[of("甲局", 1), of("甲局", 1)]).whole().map(|_| ()).unwrap_err();
    assert_eq!(twice.source().unwrap().to_string(), "甲局 is there 2 times, expected once");
    let one = Span::from(&of("甲局", 1));
    let NotBeside::Conflict(_) = one.beside(&one).unwrap_err() else { panic!() };
    assert_eq!(one.beside(&one).unwrap_err().source().unwrap().to_string(), "甲局 is there 2 times, expected once");
    let apart = one.then(&Span::from(&Report { year: year(2026), ..of("甲局", 1) })).unwrap_err();
    let ChainError::Discontinuous(_) = apart else { panic!() };
    assert_eq!(apart.source().unwrap().to_string(), "after 2024 comes 2026, expected the year in between");
    assert!(one.then(&one).unwrap_err().source().is_none());
}

#[test]
fn consolidations_that_differ_are_not_equal() {
    let base = || sum(&[of("甲局", 3), of("乙局", 4)]);
    let rejected = |name: &str| {
        let mut form = Form::new(ogi_report::Edition::V2021);
        form.body = Some(Body::named(name));
        form.verify().unwrap_err()
    };
    let changed = |change: &dyn Fn(&mut Consolidation)| {
        let mut all = base();
        change(&mut all);
        all
    };
    let dated = |day: &str, received| Report { published: Some(day.parse().unwrap()), ..of("丙局", received) };
    let all = vec![
        base(),
        sum(&[of("甲局", 4), of("乙局", 3)]),
        sum(&[of("甲局", 3), of("丁局", 4)]),
        changed(&|all| all.expect([Body::named("甲局")])),
        changed(&|all| all.expect([Body::named("乙局")])),
        changed(&|all| all.note(&rejected("丙局"))),
        changed(&|all| all.note(&rejected("丁局"))),
        changed(&|all| all.extend_latest(&[dated("2025-01-30", 1)])),
        changed(&|all| all.extend_latest(&[dated("2025-01-20", 2), dated("2025-01-30", 1)])),
        changed(&|all| all.extend_latest(&[dated("2025-01-21", 2), dated("2025-01-30", 1)])),
    ];
    for (i, one) in all.iter().enumerate() {
        for (j, other) in all.iter().enumerate() {
            assert_eq!(one == other, i == j, "{i} and {j}");
        }
    }
    // The order in which forms were noted does not count.
    let noted = |names: [&str; 2]| changed(&|all| names.iter().for_each(|name| all.note(&rejected(name))));
    assert!(noted(["丙局", "丁局"]) == noted(["丁局", "丙局"]));

    let by_year = |reports: &[Report]| Rollup::by(reports, |report| report.year);
    assert!(by_year(&[of("甲局", 3)]) != by_year(&[of("甲局", 4)]));
    assert!(by_year(&[of("甲局", 3)]) != by_year(&[]));
    let twice = by_year(&[of("甲局", 3), of("甲局", 4)]);
    assert_eq!(twice.par_conflicts().len(), 1);
    assert_eq!(twice.par_conflicts(), twice.conflicts());
}

#[test]
fn a_form_that_was_noted_and_did_not_come_again_leaves_a_gap() {
    let noted = |name: &str| {
        let mut form = Form::new(ogi_report::Edition::V2021);
        form.body = Some(Body::named(name));
        let mut all = sum(&[of("甲局", 3)]);
        all.note(&form.verify().unwrap_err());
        all.coverage().completeness()
    };
    assert_eq!(noted("乙局"), Completeness::Partial);
    assert_eq!(noted("甲局"), Completeness::Unknown);
    // One report without a region may be that of one of two namesakes, and not of both.
    let regions: [&[&str]; 2] = [&["370784"], &["370784", "370725"]];
    for (regions, expected) in regions.into_iter().zip([Completeness::Unknown, Completeness::Partial]) {
        let mut all = sum(&[of("民政局", 3)]);
        for region in regions {
            let mut form = Form::new(ogi_report::Edition::V2021);
            form.body = Some(Body { region: Some(region.parse().unwrap()), ..Body::named("民政局") });
            all.note(&form.verify().unwrap_err());
        }
        assert_eq!(all.coverage().completeness(), expected, "{regions:?}");
    }
}

/// From 2024 on a rule looks at a row of section 三 beside a total of section 四.
#[test]
fn a_gap_in_one_section_takes_no_other_away() {
    use ogi_report::{Applicant, Cell, Column, Denial, Filed};
    for number in [2023, 2024] {
        let mut form = Form::from(&Report::new(Body::named("某某局"), year(number)));
        for column in [Column::Of(Applicant::NaturalPerson), Column::Total] {
            form.set(Cell::request(Denial::StateSecret, column), Filed::blank());
        }
        let sections = form.verify_sections();
        assert_eq!((sections.requests.is_some(), sections.disputes.is_some()), (false, true), "{number}");
    }
}

#[test]
fn a_mark_is_a_gap_outside_of_the_row_of_rules() {
    let mut form = Form::new(ogi_report::Edition::V2021);
    let [issued, decisions] =
        ["proactive.rules.issued", "proactive.licensing.decisions"].map(|path| path.parse().unwrap());
    for cell in [issued, decisions] {
        form.set(cell, Filed::printed("/"));
    }
    assert!([issued, decisions].iter().all(|cell| gaps(&form).contains(cell)), "one `/` is no mark of the row");
    for path in ["proactive.rules.repealed", "proactive.rules.in_force"] {
        form.set(path.parse().unwrap(), Filed::printed("/"));
    }
    assert!(!gaps(&form).contains(&issued) && gaps(&form).contains(&decisions));
}

/// The cells without a number, as the coverage of a consolidation lists them.
fn gaps(form: &Form) -> Vec<Cell> {
    let mut all = Consolidation::default();
    all.note(&form.clone().verify().unwrap_err());
    all.coverage().without_number().into_iter().map(|(cell, _)| cell).collect()
}

#[test]
fn a_gap_is_where_the_check_has_no_number() {
    let change: Cell = "proactive.licensing.change".parse().unwrap();
    let decisions: Cell = "proactive.licensing.decisions".parse().unwrap();
    let mut form = Form::from(&Report::new(Body::named("甲局"), year(2020)));
    form.set("requests.received.total".parse().unwrap(), 1);
    for (cell, printed, is_gap) in [
        (change, "增3", false),
        (change, "-3", false),
        (change, "1.5", true),
        (decisions, "5件", false),
        (decisions, "-5", true),
        (decisions, "1.5", true),
        (decisions, "12万元", true),
        (decisions, "五", true),
    ] {
        let mut form = form.clone();
        form.set(cell, Filed::printed(printed));
        assert_eq!(gaps(&form), if is_gap { vec![cell] } else { Vec::new() }, "{printed}");
    }
}

#[test]
fn bodies_of_a_rare_year_are_named() {
    let of_year = |name: &str, number| Report { year: year(number), ..of(name, 1) };
    let said = |reports: &[Report]| sum(reports).whole().map(|_| ()).unwrap_err().to_string();
    let three = ["甲局", "乙局", "丙局"].map(|name| of_year(name, 2024));
    let mixed: Vec<Report> = three.into_iter().chain([of_year("丁局", 2023), of_year("戊局", 2022)]).collect();
    assert_eq!(
        said(&mixed),
        "the reports are not one whole: there are reports of 2022, 2023 and 2024, expected those of one year; not of the year of most: 丁局 \
         and 1 more"
    );
    // Where no year has the most, none is odd.
    assert_eq!(
        said(&[of_year("甲局", 2024), of_year("乙局", 2023)]),
        "the reports are not one whole: there are reports of 2023 and 2024, expected those of one year"
    );
}

#[test]
fn a_government_may_contain_its_departments_and_no_government_of_its_level() {
    for (region, level) in [("320813100", Level::Township), ("320813", Level::County)] {
        let at = |name: &str, kind| {
            let mut report = of(name, 1);
            report.body.region = Some(region.parse().unwrap());
            report.body.level = Some(level);
            report.body.kind = Some(kind);
            report
        };
        let open = |other: Report| {
            let both = [at("甲地人民政府", BodyKind::Government), other];
            let open = sum(&both).coverage().open;
            open.into_iter().map(|open| (open.body.name, open.whole.name)).collect::<Vec<_>>()
        };
        let names = |body: &str, whole: &str| (body.to_owned(), whole.to_owned());
        assert_eq!(open(at("综合执法队", BodyKind::Department)), [names("综合执法队", "甲地人民政府")], "{region}");
        assert_eq!(open(at("乙地人民政府", BodyKind::Government)), [], "{region}");
    }
}

#[test]
fn what_is_kept_twice_or_not_at_all_is_refused() {
    let json = serde_json::to_string(&sum(&[of("甲局", 3)])).unwrap();
    let refused = |from: &str, to: &str| {
        assert_eq!(json.matches(from).count(), 1, "{from}");
        serde_json::from_str::<Consolidation>(&json.replace(from, to)).unwrap_err().to_string()
    };
    let layout = r#"{"edition":"2021","edition_of_other":"2021","reports":1}"#;
    let twice = refused(layout, &format!("{},{layout}", layout.replace(":1}", ":2}")));
    assert!(
        twice.starts_with(
            "the reports of the 2021 edition with the rows of the 2021 edition are there twice, expected once"
        ),
        "{twice}"
    );
    let twice = refused(
        r#""counts":{"requests.received.natural_person":3"#,
        r#""counts":{"requests.received.natural_person":4,"requests.received.natural_person":3"#,
    );
    assert!(twice.starts_with("kept.sums.counts.requests.received.natural_person: the sum stands twice"), "{twice}");

    let mut value: serde_json::Value = serde_json::from_str(&json).unwrap();
    let read = |value: &serde_json::Value| {
        serde_json::from_value::<Consolidation>(value.clone()).map(drop).map_err(|error| error.to_string())
    };
    assert_eq!(read(&value), Ok(()));
    let editions = value["kept"]["sums"]["proactive"].take();
    let [first, second] = editions.as_array().unwrap().as_slice() else { panic!("{editions}") };
    for (editions, said) in [
        (vec![second, first, second], "section 2 of the 2021 edition is there twice, expected once"),
        (vec![first], "section 2 of the 2021 edition is missing, expected the sums of 1 reports"),
    ] {
        value["kept"]["sums"]["proactive"] = editions.into_iter().cloned().collect();
        assert_eq!(read(&value), Err(said.to_owned()));
    }
    let mut marked = second.clone();
    marked["without_rules"] = 1.into();
    value["kept"]["sums"]["proactive"] = [first, &marked].into_iter().cloned().collect();
    let said = "the sums are those of 1 reports that print `/` in the row 规章, expected 0";
    assert_eq!(read(&value), Err(said.to_owned()));

    // No computed part is looked at, but all that are always written must be there.
    let mut value: serde_json::Value = serde_json::from_str(&json).unwrap();
    value["coverage"] = 1.into();
    assert_eq!(read(&value), Ok(()));
    value.as_object_mut().unwrap().remove("coverage");
    assert_eq!(read(&value), Err("missing field `coverage`".to_owned()));
}

#[test]
fn a_kept_sum_of_what_is_not_added_so_is_refused() {
    let kept = serde_json::to_value(sum(&[Report::new(Body::named("甲局"), year(2020))])).unwrap();
    let with = |sums: &str, cell: &str| {
        let mut kept = kept.clone();
        let part = &mut kept["kept"]["sums"]["proactive"][0];
        assert!(part["edition"] == "2019" && part[sums].is_object(), "{part}");
        part[sums][cell] = 1.into();
        serde_json::from_value::<Consolidation>(kept).map(drop).map_err(|error| error.to_string())
    };
    assert_eq!(with("counts", "proactive.licensing.decisions"), Ok(()));
    for (sums, cell) in [
        ("counts", "proactive.fees.amount"),
        ("counts", "proactive.licensing.change"),
        ("counts", "proactive.rules.issued"),
        ("counts", "requests.received.total"),
        ("changes", "proactive.licensing.decisions"),
    ] {
        let refused = with(sums, cell).err().unwrap_or_default();
        assert!(refused.contains(cell), "{cell} in {sums}: {refused}");
    }
}

/// More could be added to such a sum until it wraps.
#[test]
fn a_kept_sum_past_what_its_reports_can_have_is_refused() {
    let with = |number: i64, at: &str, key: &str, value: serde_json::Value| {
        let mut kept = serde_json::to_value(sum(&[Report::new(Body::named("甲局"), year(number))])).unwrap();
        kept.pointer_mut(at).unwrap_or_else(|| panic!("{at}"))[key] = value;
        serde_json::from_value::<Consolidation>(kept).map(drop).map_err(|error| error.to_string())
    };
    let (counts, of_2019, of_2021) = ("/kept/sums/counts", "/kept/sums/proactive/0", "/kept/sums/proactive/1");
    let within = |at: &str, part: &str| format!("{at}/{part}");
    for (number, at, key, most, past, said) in [
        (2024, counts.to_owned(), "requests.received.natural_person", "4294967295", "4294967296", "what 1 reports"),
        (
            2024,
            counts.to_owned(),
            "requests.received.natural_person",
            "0",
            r#""18446744073709551615""#,
            "what 1 reports",
        ),
        (2024, counts.to_owned(), "disputes.reconsideration.upheld", "4294967295", "4294967296", "what 1 reports"),
        // The rows of an edition that no report follows.
        (2020, counts.to_owned(), "requests.outcomes.other.fee_unpaid.natural_person", "0", "1", "what 0 reports"),
        (2024, within(of_2019, "counts"), "proactive.licensing.decisions", "0", "1", "what 0 reports"),
        (
            2024,
            within(of_2021, "counts"),
            "proactive.licensing.decisions",
            "4294967295",
            "4294967296",
            "what 1 reports",
        ),
        (
            2020,
            within(of_2019, "changes"),
            "proactive.licensing.change",
            "-2147483648",
            "-2147483649",
            "what 1 reports",
        ),
        (2020, within(of_2019, "changes"), "proactive.licensing.change", "0", "9223372036854775807", "what 1 reports"),
        (
            2024,
            within(of_2021, "amount"),
            "yuan_millionths",
            "92233720368547758070000",
            "92233720368547758070001",
            "what 1 reports",
        ),
        (2024, within(of_2021, "amount"), "other_millionths", "0", "1", "what 0 reports"),
        (
            2020,
            within(of_2019, "amount"),
            "other_millionths",
            "9223372036854775807",
            "9223372036854775808",
            "what 1 reports",
        ),
        (2024, within(of_2021, "amount"), "with_unit", "1", "2", "has 2 amounts, expected one of each of 1 reports"),
        (2024, within(of_2021, "amount"), "without_unit", "0", "1", "has 2 amounts, expected one of each of 1 reports"),
        (2024, of_2021.to_owned(), "without_rules", "0", "2", "has 2 marks `/` in the row 规章, expected at most 1"),
    ] {
        let value = |text: &str| match key {
            "yuan_millionths" | "other_millionths" => text.into(),
            _ => serde_json::from_str(text).unwrap(),
        };
        assert_eq!(with(number, &at, key, value(most)), Ok(()), "{at} {key} {most}");
        let refused = with(number, &at, key, value(past)).err().unwrap_or_default();
        assert!(refused.contains(said), "{at} {key} {past}: {refused}");
    }
}

/// A sum that somebody changed may be less than a report that it lists.
#[test]
fn a_report_is_not_taken_from_a_sum_that_does_not_hold_it() {
    let (first, second) = (of("甲局", 3), of("乙局", 4));
    let mut kept = serde_json::to_value(sum(&[first.clone(), second.clone()])).unwrap();
    kept["kept"]["sums"]["counts"]["requests.received.natural_person"] = 3.into();
    let mut changed: Consolidation = serde_json::from_value(kept).unwrap();
    let before = changed.clone();
    assert!(changed.remove(&second).is_err() && changed.replace(&second, &first).is_err());
    assert_eq!(changed, before);
    changed.remove(&first).unwrap();
    assert_eq!(changed.whole().unwrap().totals().count("requests.received.total".parse().unwrap()), Some(0));
}

#[test]
fn an_expected_body_in_two_spellings_is_one() {
    let spellings = ["管委会（开发区）", "管委会(开发区)"].map(Body::named);
    let mut all = sum(&[of("管委会(开发区)", 3)]);
    all.expect(spellings.clone());
    let coverage = all.coverage();
    assert_eq!((coverage.expected, coverage.completeness()), (1, Completeness::Complete));
    let mut none = Consolidation::default();
    none.expect(spellings.clone());
    assert_eq!((none.coverage().expected, none.coverage().missing.len()), (1, 1));
    // In any order, over shares and between runs.
    let mut other = Consolidation::default();
    other.expect(spellings.iter().rev().cloned());
    assert_eq!(none, other);
    let shares = spellings.map(|body| {
        let mut share = Consolidation::default();
        share.expect([body]);
        share
    });
    assert_eq!(shares.iter().sum::<Consolidation>(), none);
    let json = serde_json::to_string(&none).unwrap();
    assert_eq!(serde_json::from_str::<Consolidation>(&json).unwrap(), none);
}

#[test]
fn reports_of_two_years_are_partial_and_not_counted_twice() {
    let reports = [of("甲局", 3), Report { year: year(2023), ..of("乙局", 4) }];
    let mut all = sum(&reports);
    assert_eq!(all.coverage().completeness(), Completeness::Partial);
    all.expect(reports.map(|report| report.body));
    assert_eq!(all.coverage().completeness(), Completeness::Partial);
}
