//! Samples of each kind of document: some that are valid, and some that break one thing each.

use ogi_report::extract;
use ogi_report::narrative::Narrative;
use ogi_report::{
    Applicant, Body, Cell, Column, Comparison, Consolidation, Denial, Edition, Form, Outcome, ProactiveCell, Report,
    RequestRow, Span, Totals, Year,
};
use serde::Serialize;
use serde_json::{Value, json};

/// Valid samples, with their names.
pub(crate) fn valid(document: &str) -> Vec<(&'static str, Value)> {
    let first = town("甲镇人民政府", 2020, 2);
    let second = town("甲镇人民政府", 2021, 0);
    let right = Form::from(&town("甲镇人民政府", 2024, 1));
    let mut wrong = right.clone();
    wrong.set(Cell::request(Denial::ThirdPartyRights, Applicant::NaturalPerson), 90);
    wrong.set(Cell::Proactive(ProactiveCell::CoercionDecisions), "1.2万");
    match document {
        "form" => vec![
            ("anqiu-2020", anqiu()),
            ("as-printed", printed()),
            ("nothing-but-an-edition", json!({ "edition": "2021", "cells": {} })),
        ],
        "form-2019" => vec![("anqiu-2020", anqiu())],
        "form-2021" => vec![("as-printed", printed()), ("town-2024", written(&right))],
        "report" => vec![("town-2020", written(&first)), ("town-2024", written(&town("甲镇人民政府", 2024, 1)))],
        "sections" => vec![("overview-alone", sections())],
        "narrative" => {
            vec![("says-nothing", written(&Narrative::default())), ("town-2024", written(&Narrative::from_text(TEXT)))]
        }
        "extraction" => [("from-escaped-text", EMBEDDED.to_owned()), ("with-doubts", page())]
            .into_iter()
            .filter_map(|(name, page)| Some((name, written(&extract::from_bytes(page.as_bytes()).ok()?))))
            .collect(),
        "outcome" => vec![("holds", written(&right.check())), ("broken", written(&wrong.check()))],
        "finding" => wrong.check().findings.iter().take(1).map(|finding| ("first", written(finding))).collect(),
        "diagnosis" => wrong.diagnose().iter().take(1).map(|diagnosis| ("culprit", written(diagnosis))).collect(),
        "conversion" => vec![("from-2019", written(&Form::from(&first).convert(Edition::V2021)))],
        "comparison" => vec![
            ("corrected", written(&Comparison::between(&wrong, &right))),
            ("across-editions", written(&Comparison::between(&Form::from(&first), &right))),
        ],
        "totals" => vec![("two-editions", written(&[&first, &second].into_iter().sum::<Totals>()))],
        "coverage" => vec![("partial", written(&county().coverage()))],
        "consolidation" => vec![("partial", written(&county())), ("not-one-whole", written(&twice()))],
        "span" => vec![("two-years", written(&span(&first, &second))), ("do-not-join", written(&apart(&first)))],
        _ => Vec::new(),
    }
}

/// What to do to a valid sample.
enum Break {
    /// Puts a value in a place.
    Set(&'static str, Value),
    /// Takes the value of a place away.
    Remove(&'static str),
}
use Break::{Remove, Set};

/// Samples that break one thing each, which their names say.
pub(crate) fn invalid(document: &str) -> Vec<(&'static str, Value)> {
    let breaks = breaks(document);
    let Some((_, sample)) = valid(document).into_iter().next_back() else { return Vec::new() };
    breaks
        .into_iter()
        .map(|(name, broken)| {
            let mut sample = sample.clone();
            let (pointer, value) = match broken {
                Set(pointer, value) => (pointer, Some(value)),
                Remove(pointer) => (pointer, None),
            };
            let (parent, key) = pointer.rsplit_once('/').unwrap_or_default();
            match (sample.pointer_mut(parent), value) {
                (Some(Value::Object(parent)), Some(value)) => {
                    parent.insert(key.to_owned(), value);
                }
                (Some(Value::Object(parent)), None) => {
                    parent.remove(key);
                }
                _ => {}
            }
            (name, sample)
        })
        .collect()
}

fn breaks(document: &str) -> Vec<(&'static str, Break)> {
    match document {
        "form" => vec![
            ("newer-version", Set("/schema_version", json!(2))),
            ("unknown-member", Set("/totals", json!({}))),
            ("without-cells", Remove("/cells")),
            ("unknown-edition", Set("/edition", json!("2022"))),
            ("edition-as-number", Set("/edition", json!(2021))),
            ("year-of-two-years", Set("/year", json!(202_020))),
            ("day-that-does-not-exist", Set("/published", json!("2025-02-30"))),
            ("body-without-name", Set("/body", json!({}))),
            ("region-of-four-digits", Set("/body", json!({ "name": "某某县人民政府", "region": "3707" }))),
            ("unknown-cell", Set("/cells/requests.received.lawyer", json!(1))),
            ("digits-as-text", Set("/cells/requests.received.total", json!("12"))),
            ("number-with-fraction", Set("/cells/proactive.fees.amount", json!(7730.28))),
            ("integer-of-sixteen-digits", Set("/cells/requests.received.total", json!(1_000_000_000_000_000_u64))),
            ("blank-as-spaces", Set("/cells/requests.received.total", json!(" "))),
            ("cell-as-object", Set("/cells/requests.received.total", json!({ "value": 1 }))),
        ],
        "form-2019" => vec![
            ("other-edition", Set("/edition", json!("2021"))),
            ("cell-of-the-other-edition", Set("/cells/proactive.fees.amount", json!("7730.28"))),
        ],
        "form-2021" => vec![
            ("other-edition", Set("/edition", json!("2019"))),
            ("cell-of-the-other-edition", Set("/cells/requests.outcomes.other.natural_person", json!(0))),
        ],
        "report" => vec![
            ("newer-version", Set("/schema_version", json!(2))),
            ("stated-total", Set("/requests/received/total", json!(9))),
            ("without-an-applicant", Remove("/requests/received/natural_person")),
            ("blank-count", Set("/requests/received/natural_person", json!(null))),
            ("negative-count", Set("/requests/received/natural_person", json!(-1))),
            ("count-past-its-bound", Set("/disputes/reconsideration/upheld", json!(4_294_967_296_u64))),
            ("amount-as-number", Set("/proactive/fees/amount", json!(7730.28))),
            ("amount-with-needless-zero", Set("/proactive/fees/amount", json!("7730.280"))),
            ("amount-without-unit", Remove("/proactive/fees/unit")),
            ("section-of-the-other-edition", Set("/proactive/edition", json!("2019"))),
            ("without-body", Remove("/body")),
        ],
        "sections" | "narrative" | "extraction" => breaks_of_what_was_read(document),
        "outcome" => vec![
            ("without-version", Remove("/schema_version")),
            ("without-ledger", Remove("/ledger")),
            ("without-verdict", Remove("/verdict")),
            ("findings-as-text", Set("/findings", json!("1 error"))),
        ],
        "finding" => vec![
            ("unknown-rule", Set("/rule", json!("Z999"))),
            ("unknown-severity", Set("/severity", json!("fatal"))),
            ("place-that-is-no-cell", Set("/at", json!("requests.received.lawyer"))),
            ("unknown-evidence", Set("/evidence/kind", json!("hearsay"))),
        ],
        "diagnosis" => {
            vec![("without-certainty", Remove("/is_certain")), ("mends-as-object", Set("/mends", json!({})))]
        }
        "conversion" => vec![("without-losses", Remove("/losses")), ("form-without-edition", Remove("/form/edition"))],
        "comparison" => vec![
            ("without-version", Remove("/schema_version")),
            ("editions-as-list", Set("/editions", json!(["2019", "2021"]))),
        ],
        "totals" => vec![
            ("without-version", Remove("/schema_version")),
            ("sum-without-reports", Remove("/cells/requests.received.total/reports")),
            ("negative-sum", Set("/cells/requests.received.total/sum", json!(-1))),
            ("blank-sum", Set("/cells/requests.received.total/sum", json!(null))),
            (
                "sum-of-sixteen-digits-as-integer",
                Set("/cells/requests.received.total/sum", json!(1_000_000_000_000_000_u64)),
            ),
            ("small-sum-as-text", Set("/cells/requests.received.total/sum", json!("12"))),
            ("unknown-cell", Set("/cells/requests.received.lawyer", json!({ "sum": 1, "reports": 1 }))),
        ],
        "coverage" => vec![
            ("unknown-completeness", Set("/completeness", json!("mostly"))),
            ("without-missing", Remove("/missing")),
        ],
        "consolidation" => {
            vec![("without-coverage", Remove("/coverage")), ("conflict-as-text", Set("/conflicts", json!(["twice"])))]
        }
        "span" => vec![
            (
                "stock-as-flow",
                Set("/flows/proactive.rules.in_force", json!({ "sum": 1, "years": [2021], "reports": 1 })),
            ),
            ("without-years", Remove("/years")),
        ],
        _ => Vec::new(),
    }
}

/// The breaks of the documents that tell what stands in a text or on a page.
fn breaks_of_what_was_read(document: &str) -> Vec<(&'static str, Break)> {
    match document {
        "sections" => vec![
            ("unknown-member", Set("/summary", json!(""))),
            ("without-headings", Remove("/headings")),
            ("span-below-zero", Set("/overview/span/start", json!(-1))),
        ],
        "narrative" => vec![
            ("newer-version", Set("/schema_version", json!(2))),
            ("unknown-member", Set("/summary", json!(""))),
            ("without-figures", Remove("/figures")),
            ("year-of-two-years", Set("/year", json!(202_020))),
            ("contact-as-text", Set("/contact", json!("某某路1号"))),
            ("unknown-subject", Set("/figures/0/subject", json!("phone_calls"))),
            ("figure-without-sentence", Remove("/figures/0/sentence")),
            ("number-with-fraction", Set("/figures/0/value", json!(0.5))),
            ("span-below-zero", Set("/figures/0/span/start", json!(-1))),
            ("day-that-does-not-exist", Set("/signature/date", json!("2025-02-30"))),
        ],
        "extraction" => vec![
            ("newer-version", Set("/schema_version", json!(2))),
            ("without-form", Remove("/form")),
            ("number-with-fraction", Set("/form/cells/proactive.coercion.decisions", json!(0.5))),
            ("place-that-is-no-cell", Set("/placed/0/cell", json!("requests.received.lawyer"))),
            ("placed-without-place", Remove("/placed/0/at")),
            ("place-as-list", Set("/placed/0/at", json!([66, 67]))),
            ("unknown-reason", Set("/unplaced/0/reason", json!("smudged"))),
            ("reading-as-text", Set("/unplaced/0/alternatives", json!([["12"]]))),
            ("note-of-unknown-kind", Set("/notes/0/kind", json!("hearsay"))),
        ],
        _ => Vec::new(),
    }
}

fn written(document: &impl Serialize) -> Value {
    serde_json::to_value(document).unwrap_or_default()
}

/// A real report: that of the Anqiu Economic Development Zone for 2020.
fn anqiu() -> Value {
    serde_json::from_str(include_str!("../data/anqiu-2020.json")).unwrap_or_default()
}

/// A form as a page may print it: blanks, marks, units and notes, and most cells not there.
fn printed() -> Value {
    json!({
        "schema_version": 1,
        "edition": "2021",
        "body": { "name": "某某县人民政府", "level": "county", "kind": "government", "region": "370784", "scope": "whole_jurisdiction" },
        "year": 2024,
        "period": { "from": "2024-01-01", "to": "2024-12-31" },
        "published": "2025-01-27",
        "cells": {
            "proactive.rules.issued": "/",
            "proactive.normative_documents.issued": "22（其中修订16件）",
            "proactive.licensing.decisions": 1254,
            "proactive.coercion.decisions": null,
            "proactive.fees.amount": "24252.311082",
            "requests.received.natural_person": 3,
            "requests.received.total": "３"
        }
    })
}

fn sections() -> Value {
    json!({
        "overview": { "span": { "start": 18, "end": 33 }, "text": "全年平稳。" },
        "headings": [{
            "heading": "overview",
            "number": 1,
            "is_renamed": false,
            "printed": { "span": { "start": 0, "end": 18 }, "text": "一、总体情况" }
        }]
    })
}

/// What the report of a town that does not exist says.
const TEXT: &str = "\
甲镇人民政府2024年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》编制。统计期限自2024年1月1日起至2024年12月31日止。地址：某某路1号；邮编：100000；电话：010-00000000。

一、总体情况
主动公开政府信息60条，其中网站公开40条，微信公开20条。
全年收到政府信息公开申请9件，同比下降10%，其中网络申请约7件。予以公开8件，占88.89%。未发生行政复议。
举办业务培训班3期。

五、存在的主要问题及改进情况
主要问题是公开不够及时。下一步将加强培训。

六、其他需要报告的事项
未收取信息处理费。

甲镇人民政府
2025年1月20日
";

/// A page that leaves doubts: a misspelled label, a cell that is printed twice, digits that can be read in several ways.
fn page() -> String {
    let columns = "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计";
    format!(
        "甲镇人民政府2024年政府信息公开工作年度报告\n\
         一、总体情况\n全年平稳。\n\
         二、主动公开政府信息情况\n\
         第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n行政强制\t\n\
         第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t13\n\
         第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业姓收费\t0.5\n\
         三、收到和处理政府信息公开申请情况\n{columns}\n\
         一、本年新收政府信息公开申请数量\n110000011\n"
    )
}

/// A page that holds the report as escaped text.
const EMBEDDED: &str = "<html><div>&lt;table>&lt;tr>&lt;td>第二十条第（六）项&lt;tr>&lt;td>信息内容&lt;td>本年处理决定数量\
     &lt;tr>&lt;td>行政处罚&lt;td>12&lt;/table></div></html>";

/// The report of a town that does not exist. It holds.
fn town(name: &str, year: u16, carried_over: u32) -> Report {
    let carried_in = if year == 2021 { 2 } else { 0 };
    let mut report = Report::new(Body::named(name), reporting_year(year));
    let of = Applicant::NaturalPerson;
    report.requests.carried_in[of] = carried_in;
    report.requests.received[of] = 9;
    report.requests.outcomes.granted[of] = 9 + carried_in - carried_over;
    report.requests.carried_over[of] = carried_over;
    report
}

fn reporting_year(number: u16) -> Year {
    // Only years that exist are asked for.
    Year::new(number).unwrap_or_else(|e| unreachable!("{e}"))
}

/// A county of which one body is counted, one did not verify and one is missing.
fn county() -> Consolidation {
    let mut county: Consolidation = [&town("甲镇人民政府", 2024, 1)].into_iter().sum();
    county.expect(["甲镇人民政府", "乙镇人民政府", "丙镇人民政府"].map(Body::named));
    let mut blank = Form::from(&town("乙镇人民政府", 2024, 0));
    blank.set(Cell::request(Outcome::Granted, Applicant::NaturalPerson), "");
    blank.set(Cell::request(RequestRow::Received, Column::Total), "");
    if let Err(rejected) = blank.verify() {
        county.note(&rejected);
    }
    county
}

/// The same body twice.
fn twice() -> Consolidation {
    let town = town("甲镇人民政府", 2024, 1);
    [&town, &town].into_iter().sum()
}

fn span(first: &Report, second: &Report) -> Span {
    let first = Span::from(first);
    first.then(&Span::from(second)).unwrap_or(first)
}

/// Years between which one is missing.
fn apart(first: &Report) -> Span {
    let first = Span::from(first);
    first.then_noting(&Span::from(&town("甲镇人民政府", 2024, 1))).unwrap_or(first)
}
