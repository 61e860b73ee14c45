//! The conformance suite: for each rule that needs only forms, cases with the exact outcome that the crate gives.
//!
//! A rule has an edit that breaks it and one that stops just short of that. The cases follow from them: both as they are,
//! the operand blank, missing, in words or in full width, other errors beside it, and other policies.

use ogi_report::check::Check;
use ogi_report::form::{
    Decisions, Disclosed, FeeItems, Fees, Issued, Items, Proactive2019, Proactive2021, Procurement,
};
use ogi_report::value::MoneyUnit;
use ogi_report::{
    Amount, Applicant, Body, BodyKind, Cell, Denial, Form, Level, NotProcessed, Period, Policy, Proactive, Region,
    Report, Rule, Ruling, UnableToProvide, Year,
};
use serde_json::{Map, Value, json};

use super::expected::{expected, needs_text};

/// The rules that need only forms.
pub(crate) fn rules() -> impl Iterator<Item = Rule> {
    Rule::ALL.iter().copied().filter(|&rule| !needs_text(rule))
}

/// The files of the suite, with their paths: the forms that cases start from, and the cases by rule.
pub(crate) fn files() -> Vec<(String, String)> {
    let bases = bases();
    let lines: Vec<String> = bases.iter().map(|(name, form)| format!("{}:{form}", json!(name))).collect();
    let mut files = vec![("conformance/bases.json".to_owned(), format!("{{\n{}\n}}\n", lines.join(",\n")))];
    for rule in rules() {
        let cases: Vec<String> = cases(rule).iter().map(|case| case.run(&bases).to_string()).collect();
        files.push((format!("conformance/{rule}.json"), format!("[\n{}\n]\n", cases.join(",\n"))));
    }
    files
}

/// A case without its outcome. Forms are written as what they change in a base.
struct Case {
    name: String,
    form: Value,
    previous: Option<Value>,
    policy: String,
}

impl Case {
    /// The case with its outcome.
    fn run(&self, bases: &[(String, Value)]) -> Value {
        let form = form(&self.form, bases);
        let previous = self.previous.as_ref().map(|previous| self::form(previous, bases));
        let policy: Policy = self.policy.parse().unwrap_or_else(|e| unreachable!("{}: {e}", self.name));
        let checked = Check::new().policy(policy).previous(previous.as_ref()).run(&form);
        let mut case = json!({ "name": self.name, "form": self.form });
        if let Some(previous) = &self.previous {
            case["previous"] = previous.clone();
        }
        case["policy"] = json!(self.policy);
        case["expected"] = expected(&checked);
        case
    }
}

/// The form that a case writes: a base without some cells, with others, and with other members.
fn form(edit: &Value, bases: &[(String, Value)]) -> Form {
    let base = bases.iter().find(|(name, _)| edit["base"] == name.as_str());
    let mut form = base.map(|(_, form)| form.clone()).unwrap_or_default();
    if let Some(cells) = form["cells"].as_object_mut() {
        for without in edit["without"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            cells.retain(|path, _| path != without && !(without.ends_with('.') && path.starts_with(without)));
        }
        for (path, filed) in edit["cells"].as_object().into_iter().flatten() {
            cells.insert(path.clone(), filed.clone());
        }
    }
    if let Some(form) = form.as_object_mut() {
        for (name, value) in edit["members"].as_object().into_iter().flatten() {
            match value {
                Value::Null => form.remove(name),
                value => form.insert(name.clone(), value.clone()),
            };
        }
    }
    serde_json::from_value(form).unwrap_or_else(|e| unreachable!("{edit}: {e}"))
}

/// The cases of a rule.
fn cases(rule: Rule) -> Vec<Case> {
    let Spec { base, broken, border, previous, previous_border } = spec(rule);
    let with = |base: &str, edit: &Value| {
        let mut form = json!({ "base": base });
        for (key, value) in edit.as_object().into_iter().flatten() {
            form[key] = value.clone();
        }
        form
    };
    let (breaks, holds) = (with(base, &broken), with(base, &border));
    let before = previous.map(|(base, edit)| with(base, &edit));
    let before_border = previous_border.map(|(base, edit)| with(base, &edit)).or_else(|| before.clone());
    let case = |name: &str, form: &Value, policy: String| Case {
        name: name.to_owned(),
        form: form.clone(),
        previous: before.clone(),
        policy,
    };
    let default = || "default".to_owned();
    let mut cases = vec![
        case("broken", &breaks, default()),
        Case { previous: before_border, ..case("at-the-border", &holds, default()) },
    ];
    let first = breaks["cells"].as_object().and_then(|cells| cells.keys().next().cloned());
    if let Some(first) = &first {
        for (name, filed) in [
            ("blank", Value::Null),
            ("in-words", json!("无")),
            ("marked", json!("/")),
            // No group of thousands starts with 0: this may be a decimal comma.
            ("decimal-comma", json!("0,123")),
        ] {
            let mut form = breaks.clone();
            form["cells"][first] = filed;
            cases.push(case(name, &form, default()));
        }
        if let Some(number) = breaks["cells"][first].as_u64() {
            let wide = |c: char| char::from_u32(u32::from(c) - u32::from('0') + u32::from('０')).unwrap_or(c);
            let mut form = breaks.clone();
            form["cells"][first] = json!(number.to_string().chars().map(wide).collect::<String>());
            cases.push(case("in-full-width", &form, default()));
        }
        let mut form = breaks.clone();
        let mut without = form["without"].as_array().cloned().unwrap_or_default();
        without.push(json!(first));
        form["without"] = Value::Array(without);
        if let Some(cells) = form["cells"].as_object_mut() {
            cells.remove(first);
        }
        cases.push(case("missing", &form, default()));
    }
    let mut form = breaks.clone();
    let others = json!({ "disputes.litigation.direct.total": 77, "requests.carried_in.commercial_enterprise": null });
    for (path, filed) in others.as_object().into_iter().flatten() {
        if form["cells"].get(path).is_none() {
            form["cells"][path] = filed.clone();
        }
    }
    cases.push(case("several-errors", &form, default()));
    cases.push(case("blanks-as-zero", &form, "lenient".to_owned()));
    cases.push(case("alone", &breaks, format!("none,{rule}=error")));
    cases.push(case("switched-off", &breaks, format!("{rule}=off")));
    cases
}

/// What breaks a rule, and what just does not.
struct Spec {
    base: &'static str,
    broken: Value,
    border: Value,
    previous: Option<(&'static str, Value)>,
    /// Of the case that just holds, if it is another.
    previous_border: Option<(&'static str, Value)>,
}

/// An edit of cells alone.
#[expect(clippy::needless_pass_by_value, reason = "called with what was just made")]
fn cells(cells: Value) -> Value {
    json!({ "cells": cells })
}

fn spec(rule: Rule) -> Spec {
    let code = rule.code();
    let of = |base, broken, border| Spec { base, broken, border, previous: None, previous_border: None };
    match code.as_bytes().first() {
        Some(b'C') => {
            let (broken, border) = of_cells(code);
            of("2024", broken, border)
        }
        Some(b'P') => {
            let (base, broken, border) = of_section_two(code);
            of(base, broken, border)
        }
        Some(b'R' | b'D') => {
            let (broken, border) = of_requests_and_disputes(code);
            of("2024", broken, border)
        }
        Some(b'Y') => of_years(code),
        _ => {
            let (broken, border) = of_document(code);
            of("2024", broken, border)
        }
    }
}

const LICENSING: &str = "proactive.licensing.decisions";
const FEES: &str = "proactive.fees.amount";

fn of_cells(code: &str) -> (Value, Value) {
    let one =
        |path: &str, broken: Value, border: Value| (cells(json!({ path: broken })), cells(json!({ path: border })));
    match code {
        "C101" => one(LICENSING, json!(null), json!(0)),
        "C102" => one(LICENSING, json!("—"), json!(0)),
        "C103" => (json!({ "without": [LICENSING] }), json!({})),
        "C104" => (json!({ "without": ["disputes."] }), json!({ "without": ["disputes.litigation.direct."] })),
        "C105" => (
            cells(json!({ "requests.received.total": null })),
            cells(json!({ "requests.received.total": null, "requests.received.natural_person": null })),
        ),
        "C201" => one(LICENSING, json!("没有"), json!("0件")),
        "C202" => one(LICENSING, json!("详见附件"), json!("12（详见附件）")),
        "C203" => one(LICENSING, json!(-1), json!(0)),
        "C204" => one(LICENSING, json!("1.5"), json!("1.0")),
        "C205" => one(LICENSING, json!(4_294_967_296_u64), json!(4_294_967_295_u64)),
        "C206" => one(FEES, json!("0.1234567"), json!("0.123456")),
        "C301" => one(FEES, json!("3940元"), json!("0.394万元")),
        _ => one(LICENSING, json!("12万元"), json!("12件")),
    }
}

fn of_section_two(code: &str) -> (&'static str, Value, Value) {
    let documents = |made: u32, disclosed: u32, in_total: u32| {
        cells(json!({
            "proactive.normative_documents.newly_disclosed": disclosed,
            "proactive.normative_documents.newly_made": made,
            "proactive.normative_documents.total_disclosed": in_total,
        }))
    };
    let licensing = |decisions: u32, before: u32, change: i32| {
        cells(json!({
            LICENSING: decisions,
            "proactive.licensing.previous_items": before,
            "proactive.licensing.change": change,
        }))
    };
    let stocks = |penalties: u32| {
        let mut edit = licensing(5, 5, 0);
        for row in ["other_services", "penalties", "coercion"] {
            let number = if row == "penalties" { penalties } else { 0 };
            for (column, number) in [("decisions", number), ("previous_items", number), ("change", 0)] {
                edit["cells"][format!("proactive.{row}.{column}")] = json!(number);
            }
        }
        edit
    };
    let procurement = |projects: u32, amount: Value| {
        cells(json!({ "proactive.procurement.amount": amount, "proactive.procurement.projects": projects }))
    };
    let rules = |issued: Value, in_force: Value| {
        cells(json!({
            "proactive.rules.issued": issued,
            "proactive.rules.repealed": if issued == "/" { json!("/") } else { json!(0) },
            "proactive.rules.in_force": in_force,
        }))
    };
    let department = |amount: &str| {
        json!({
            "members": { "body": { "name": "某某县民政局", "level": "county", "kind": "department" } },
            "cells": { FEES: amount },
        })
    };
    match code {
        "P101" => ("2020", documents(30, 30, 29), documents(30, 30, 30)),
        "P102" => ("2020", licensing(0, 2, -3), licensing(0, 2, -2)),
        "P103" => ("2020", procurement(0, json!("8040.5")), procurement(1, json!("8040.5"))),
        "P201" => (
            "2024",
            cells(json!({ "proactive.normative_documents.in_force": 4, "proactive.normative_documents.issued": 5 })),
            cells(json!({ "proactive.normative_documents.in_force": 5, "proactive.normative_documents.issued": 5 })),
        ),
        "P301" => ("2020", documents(3, 2, 40), documents(3, 3, 40)),
        "P302" => ("2020", licensing(5, 3, -3), licensing(5, 3, -2)),
        "P303" => ("2020", procurement(1, json!("1000000.000001")), procurement(1, json!(1_000_000))),
        "P304" => ("2020", licensing(5, 5, 5), licensing(5, 4, 4)),
        "P305" => ("2024", department("10000.5"), department("9999.999999")),
        "P306" => ("2024", rules(json!(1), json!(1)), rules(json!(0), json!(0))),
        "P308" => ("2020", stocks(3), stocks(0)),
        _ => ("2024", rules(json!("/"), json!("/")), rules(json!("/"), json!(0))),
    }
}

fn of_requests_and_disputes(code: &str) -> (Value, Value) {
    // The cells of the base with a few added.
    let base = county(2024);
    let more = |changes: &[(&str, i64)]| -> Value {
        let cells: Map<String, Value> = changes
            .iter()
            .map(|&(path, more)| {
                let cell: Option<Cell> = path.parse().ok();
                let printed = cell.and_then(|cell| base.get(cell)).map(|filed| filed.as_printed().into_owned());
                let number = printed.and_then(|printed| printed.parse::<i64>().ok()).unwrap_or(0);
                (path.to_owned(), json!(number + more))
            })
            .collect();
        self::cells(Value::Object(cells))
    };
    let township = |lawyers: i64| {
        let mut edit = more(&[
            ("requests.received.legal_service_institution", lawyers),
            ("requests.received.total", lawyers),
            ("requests.outcomes.granted.legal_service_institution", lawyers),
            ("requests.outcomes.granted.total", lawyers),
            ("requests.outcomes.total.legal_service_institution", lawyers),
            ("requests.outcomes.total.total", lawyers),
        ]);
        edit["members"] = json!({ "body": { "name": "某某镇人民政府", "level": "township", "kind": "government" } });
        edit
    };
    let carried = |more_requests: i64| {
        more(&[
            ("requests.carried_over.natural_person", more_requests),
            ("requests.carried_over.total", more_requests),
            ("requests.received.natural_person", more_requests),
            ("requests.received.total", more_requests),
        ])
    };
    let only_denied = |suits: i64| {
        more(&[
            ("disputes.litigation.direct.total", suits),
            ("disputes.litigation.direct.upheld", suits),
            ("requests.outcomes.granted.natural_person", 2),
            ("requests.outcomes.granted.total", 2),
            ("requests.outcomes.not_processed.duplicate.natural_person", -1),
            ("requests.outcomes.not_processed.duplicate.total", -1),
            ("requests.outcomes.unable_to_provide.not_held.natural_person", -1),
            ("requests.outcomes.unable_to_provide.not_held.total", -1),
        ])
    };
    match code {
        "R101" => (
            more(&[("requests.carried_over.natural_person", 1), ("requests.carried_over.total", 1)]),
            more(&[
                ("requests.carried_over.natural_person", 1),
                ("requests.carried_over.total", 1),
                ("requests.received.natural_person", 1),
                ("requests.received.total", 1),
            ]),
        ),
        "R102" => (
            more(&[("requests.outcomes.total.natural_person", 1)]),
            more(&[
                ("requests.outcomes.granted.natural_person", 1),
                ("requests.outcomes.granted.total", 1),
                ("requests.outcomes.total.natural_person", 1),
                ("requests.outcomes.total.total", 1),
            ]),
        ),
        "R103" => (
            more(&[("requests.received.total", 1)]),
            more(&[("requests.received.total", 1), ("requests.received.other_organization", 1)]),
        ),
        "R301" => (township(1), township(0)),
        "R302" => (carried(8), carried(7)),
        "D101" => (
            more(&[("disputes.reconsideration.total", -1)]),
            more(&[("disputes.reconsideration.total", -1), ("disputes.reconsideration.pending", -1)]),
        ),
        _ => (only_denied(0), only_denied(-1)),
    }
}

fn of_document(code: &str) -> (Value, Value) {
    let members = |members: Value| json!({ "members": members });
    let both = |broken: Value, border: Value| (members(broken), members(border));
    let of_year = |year: u16| {
        json!({
            "year": year,
            "period": { "from": format!("{year}-01-01"), "to": format!("{year}-12-31") },
            "published": format!("{}-01-20", year + 1),
        })
    };
    let one_row: Map<String, Value> = Applicant::ALL
        .iter()
        .map(|applicant| applicant.name())
        .chain(["total"])
        .map(|column| (format!("requests.outcomes.other.{column}"), json!(0)))
        .collect();
    match code {
        "E101" => (cells(json!({ "proactive.procurement.projects": 1 })), json!({})),
        "E102" => (
            json!({
                "without": [
                    "requests.outcomes.other.correction_overdue.",
                    "requests.outcomes.other.fee_unpaid.",
                    "requests.outcomes.other.miscellaneous.",
                ],
                "cells": one_row,
            }),
            json!({}),
        ),
        "E103" => both(json!({ "edition": "2019" }), json!({ "edition": "2021" })),
        "E104" => (
            json!({
                "without": [FEES],
                "cells": { "proactive.fees.previous_items": 1, "proactive.fees.change": 0 },
            }),
            cells(json!({ "proactive.fees.previous_items": 1, "proactive.fees.change": 0 })),
        ),
        "E105" => both(of_year(2020), of_year(2021)),
        "T101" => both(json!({ "body": null }), json!({ "body": { "name": "某" } })),
        "T102" => both(json!({ "year": null }), of_year(2023)),
        "T103" => {
            both(json!({ "body": { "name": " 某某县人民政府" } }), json!({ "body": { "name": "某某县 人民政府" } }))
        }
        "T201" => both(
            json!({ "period": { "from": "2024-01-01", "to": "2024-12-30" } }),
            json!({ "period": { "from": "2024-01-01", "to": "2024-12-31" } }),
        ),
        "T202" => both(json!({ "published": "2024-12-31" }), json!({ "published": "2025-01-01" })),
        _ => both(json!({ "published": "2025-04-01" }), json!({ "published": "2025-03-31" })),
    }
}

fn of_years(code: &str) -> Spec {
    let of = |base, previous: &'static str, broken, border| Spec {
        base,
        broken,
        border,
        previous: Some((previous, json!({}))),
        previous_border: None,
    };
    let documents = |in_force: u32, issued: u32, repealed: u32| {
        cells(json!({
            "proactive.normative_documents.in_force": in_force,
            "proactive.normative_documents.issued": issued,
            "proactive.normative_documents.repealed": repealed,
        }))
    };
    let disclosed = |in_total: u32| cells(json!({ "proactive.normative_documents.total_disclosed": in_total }));
    let nothing = || json!({});
    let last_year_as_this = json!({
        "members": {
            "year": 2023,
            "period": { "from": "2023-01-01", "to": "2023-12-31" },
            "published": "2024-01-20",
        },
    });
    match code {
        "Y101" => of(
            "2024",
            "2023",
            cells(json!({ "requests.carried_in.natural_person": 3, "requests.carried_in.total": 3 })),
            nothing(),
        ),
        "Y102" => of("2024", "2019", nothing(), nothing()).with_border("2023"),
        "Y201" => of("2020", "2019", cells(json!({ "proactive.licensing.previous_items": 14 })), nothing()),
        "Y202" => of("2024", "2023", documents(24, 3, 0), documents(23, 3, 0)),
        "Y203" => of("2024", "2023", documents(23, 3, 1), documents(22, 3, 1)),
        "Y206" => of("2024", "2023", documents(21, 3, 1), documents(22, 3, 1)),
        "Y204" => of("2020", "2019", disclosed(24), disclosed(23)),
        "Y205" => of("2021", "2020", documents(24, 3, 0), documents(23, 3, 0)),
        "Y301" => of("2024", "2023", cells(json!({ LICENSING: 120 })), cells(json!({ LICENSING: 119 }))),
        "Y302" => Spec {
            base: "2024",
            broken: nothing(),
            border: nothing(),
            previous: Some(("2024", last_year_as_this)),
            previous_border: Some(("2023", nothing())),
        },
        "Y303" => Spec {
            base: "2024",
            broken: cells(json!({ "disputes.reconsideration.upheld": 0, "disputes.reconsideration.total": 2 })),
            border: nothing(),
            previous: Some((
                "2023",
                cells(json!({ "disputes.reconsideration.pending": 3, "disputes.reconsideration.total": 4 })),
            )),
            previous_border: Some((
                "2023",
                cells(json!({ "disputes.reconsideration.pending": 3, "disputes.reconsideration.total": 4 })),
            )),
        },
        "Y304" => of("2024", "2023", cells(json!({ FEES: 125_000 })), cells(json!({ FEES: "124999.999999" }))),
        _ => of(
            "2024-without-requests",
            "2023-without-requests",
            cells(json!({ "disputes.reconsideration.upheld": 1, "disputes.reconsideration.total": 1 })),
            nothing(),
        ),
    }
}

impl Spec {
    /// With another form of the year before for the case that just holds.
    fn with_border(self, base: &'static str) -> Self {
        Self { previous_border: Some((base, json!({}))), ..self }
    }
}

/// The forms that cases start from: the successive reports of a county that does not exist, without a finding.
fn bases() -> Vec<(String, Value)> {
    let written = |form: &Form| serde_json::to_value(form).unwrap_or_default();
    let mut bases: Vec<(String, Value)> =
        [2019, 2020, 2021, 2023, 2024].map(|year| (year.to_string(), written(&county(year)))).into();
    for year in [2023, 2024] {
        let form = dated(&Report::new(the_county(), reporting_year(year)));
        bases.push((format!("{year}-without-requests"), written(&form)));
    }
    bases
}

fn the_county() -> Body {
    let mut body = Body::named("某某县人民政府");
    body.level = Some(Level::County);
    body.kind = Some(BodyKind::Government);
    body.region = "370784".parse::<Region>().ok();
    body
}

fn reporting_year(number: u16) -> Year {
    // Only years that exist are asked for.
    Year::new(number).unwrap_or_else(|e| unreachable!("{e}"))
}

fn dated(report: &Report) -> Form {
    let mut form = Form::from(report);
    let year = report.year;
    form.period = Some(Period { from: year.period().from, to: year.period().to });
    form.published = chrono::NaiveDate::from_ymd_opt(i32::from(year.number()) + 1, 1, 20);
    for &cell in form.edition.cells() {
        // The county makes no rules, and says so with 0.
        if cell.to_string().starts_with("proactive.rules.") {
            form.set(cell, 0_u32);
        }
    }
    form
}

/// A report that joins with those of the years before and after.
fn county(year: u16) -> Form {
    let mut report = Report::new(the_county(), reporting_year(year));
    let received = u32::from(year - 2000);
    let requests = &mut report.requests;
    requests.received[Applicant::NaturalPerson] = received;
    requests.received[Applicant::CommercialEnterprise] = 3;
    requests.carried_in[Applicant::NaturalPerson] = if year == 2019 { 0 } else { 2 };
    requests.carried_over[Applicant::NaturalPerson] = 2;
    let decided = received + requests.carried_in[Applicant::NaturalPerson] - 2;
    requests.outcomes.granted[Applicant::NaturalPerson] = decided - 4;
    requests.outcomes.granted[Applicant::CommercialEnterprise] = 2;
    requests.outcomes.partially_granted[Applicant::CommercialEnterprise] = 1;
    requests.outcomes.denied[Denial::ThirdPartyRights][Applicant::NaturalPerson] = 2;
    requests.outcomes.unable_to_provide[UnableToProvide::NotHeld][Applicant::NaturalPerson] = 1;
    requests.outcomes.not_processed[NotProcessed::Duplicate][Applicant::NaturalPerson] = 1;
    report.disputes.reconsideration[Ruling::Upheld] = 2;
    report.disputes.reconsideration[Ruling::Corrected] = 1;
    report.disputes.reconsideration[Ruling::Pending] = 1;
    report.disputes.litigation.direct[Ruling::Upheld] = 1;
    let stock = 20;
    report.proactive = if year < 2021 {
        let items = Items { previous_items: 12, change: 0, decisions: 40 };
        Proactive::V2019(Proactive2019 {
            rules: None,
            normative_documents: Disclosed { newly_made: 3, newly_disclosed: 3, total_disclosed: stock },
            licensing: items,
            other_services: Items { decisions: 7, ..items },
            penalties: items,
            coercion: Items { decisions: 0, ..items },
            fees: FeeItems { previous_items: 2, change: 0 },
            procurement: Procurement { projects: 4, amount: amount("8040.5"), unit: Some(MoneyUnit::TenThousandYuan) },
        })
    } else {
        Proactive::V2021(Proactive2021 {
            rules: None,
            normative_documents: Issued { issued: 3, repealed: 3, in_force: stock },
            licensing: Decisions { decisions: 12 },
            penalties: Decisions { decisions: 5 },
            coercion: Decisions { decisions: 0 },
            fees: Fees { amount: amount("12.5"), unit: MoneyUnit::TenThousandYuan },
        })
    };
    dated(&report)
}

fn amount(text: &str) -> Amount {
    text.parse().unwrap_or_else(|e| unreachable!("{e}"))
}
