//! A county that does not exist: twelve bodies over three years, with figures of our own, one of them wrong.

use ogi_report::{
    Applicant, Body, BodyKind, Cell, Column, Denial, Form, Level, OtherHandling, Proactive, Report, RequestRow, Ruling,
    Scope, Totals, UnableToProvide, Year,
};

/// Name, region, and how many requests it receives in an ordinary year.
const BODIES: [(&str, &str, u32); 12] = [
    ("青溪县人民政府办公室", "999901", 46),
    ("青溪县发展和改革局", "999901", 14),
    ("青溪县教育局", "999901", 17),
    ("青溪县公安局", "999901", 28),
    ("青溪县民政局", "999901", 6),
    ("青溪县财政局", "999901", 8),
    ("青溪县自然资源和规划局", "999901", 95),
    ("青溪县住房和城乡建设局", "999901", 64),
    ("青溪县市场监督管理局", "999901", 23),
    ("城关镇人民政府", "999901100", 31),
    ("白石镇人民政府", "999901101", 12),
    ("柳林乡人民政府", "999901200", 3),
];

const YEARS: [i64; 3] = [2022, 2023, 2024];

/// The bodies whose reports the county expects.
pub(crate) fn bodies() -> Vec<Body> {
    BODIES.iter().map(|(name, region, _)| body(name, region)).collect()
}

/// The forms of all bodies and years, and each year that of the whole county, which a government adds up
/// before it publishes it.
pub(crate) fn forms() -> Vec<Form> {
    let histories: Vec<Vec<Report>> =
        BODIES.iter().map(|&(name, region, requests)| history(&body(name, region), requests)).collect();
    let mut forms = Vec::new();
    for (i, year) in YEARS.into_iter().enumerate() {
        let year = Year::new(year).expect("a year");
        let reports = || histories.iter().map(|history| &history[i]);
        let mut county = reports().sum::<Totals>().form().expect("one edition");
        county.year = Some(year);
        let mut body = body("青溪县人民政府", "999901");
        body.kind = Some(BodyKind::Government);
        body.scope = Some(Scope::WholeJurisdiction);
        county.body = Some(body);
        forms.extend(reports().map(Form::from));
        forms.push(county);
    }
    // Someone at 白石镇 turns two digits round.
    let wrong = forms.iter_mut().find(|form| {
        form.year.map(Year::number) == Some(2023)
            && form.body.as_ref().is_some_and(|body| body.name == "白石镇人民政府")
    });
    let total = Cell::request(RequestRow::Received, Column::Total);
    wrong.expect("the town reports").set(total, 51_u32);
    forms
}

fn body(name: &str, region: &str) -> Body {
    let mut body = Body::named(name);
    let is_town = region.len() == 9;
    body.level = Some(if is_town { Level::Township } else { Level::County });
    body.kind = Some(if is_town { BodyKind::Government } else { BodyKind::Department });
    body.region = Some(region.parse().expect("a code"));
    body.scope = Some(Scope::OwnOffice);
    body
}

/// Years that carry over what the next carries in.
fn history(body: &Body, requests: u32) -> Vec<Report> {
    let mut carried = 0;
    let mut in_force = requests / 4;
    let years = (0..).zip(YEARS).map(|(i, year)| {
        let mut report = Report::new(body.clone(), Year::new(year).expect("a year"));
        let received = requests + i * (requests / 9);
        let open = received + carried;
        let carried_over = open % 4;
        let done = open - carried_over;
        let (partial, denied, not_held, withdrawn) = (done / 7, done / 10, done / 4, done / 15);

        let by = Applicant::NaturalPerson;
        let companies = done / 6;
        let outcomes = &mut report.requests.outcomes;
        outcomes.granted[by] = done - partial - denied - not_held - withdrawn - companies;
        outcomes.granted[Applicant::CommercialEnterprise] = companies;
        outcomes.partially_granted[by] = partial;
        outcomes.denied[Denial::ThirdPartyRights][by] = denied;
        outcomes.unable_to_provide[UnableToProvide::NotHeld][by] = not_held;
        if let ogi_report::form::Other::ThreeRows(rows) = &mut outcomes.other {
            rows[OtherHandling::Miscellaneous][by] = withdrawn;
        }
        report.requests.received[by] = received - companies;
        report.requests.received[Applicant::CommercialEnterprise] = companies;
        report.requests.carried_in[by] = carried;
        report.requests.carried_over[by] = carried_over;
        carried = carried_over;

        report.disputes.reconsideration[Ruling::Upheld] = denied / 2;
        report.disputes.reconsideration[Ruling::Corrected] = denied / 4;
        report.disputes.litigation.direct[Ruling::Upheld] = denied / 5;
        if let Proactive::V2021(proactive) = &mut report.proactive {
            proactive.rules = None;
            in_force += requests % 3;
            proactive.normative_documents.issued = requests % 3;
            proactive.normative_documents.in_force = in_force;
        }
        report
    });
    years.collect()
}
