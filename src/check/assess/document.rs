//! The rules about the report as a document: body, year, period, date of publication, and its text as a whole.

use chrono::NaiveDate;

use crate::check::assess::repeated::Repeated;
use crate::check::{Checked, Evidence, Place, Rule};
use crate::form::{Edition, Form};
use crate::law::Heading;
use crate::narrative::{Narrative, Passage, SubItem, is_name_of};
use crate::value::alias::Alias;
use crate::value::clip::{clip, is_invisible};
use crate::value::fold::fold_name;
use crate::value::infer::Facts;
use crate::value::{BodyKind, Lang, Level, Region, Year};

pub(crate) fn assess(form: &Form, narrative: Option<&Narrative>, checked: &mut Checked) {
    let is_named = form.body.as_ref().is_some_and(|body| !body.name.trim().is_empty());
    checked.expect(Rule::T101, is_named, || Evidence::Nothing);
    checked.expect(Rule::T102, form.year.is_some(), || Evidence::Nothing);
    if let Some(body) = &form.body {
        let is_plain = body.name.trim() == body.name && !body.name.contains(is_invisible);
        checked.expect(Rule::T103, is_plain, || printed(&body.name));
    }
    if let Some(narrative) = narrative {
        assess_text(form, narrative, checked);
    }
    let Some(year) = form.year else { return };
    // The text may state what the form does not.
    let in_text = narrative.and_then(|narrative| narrative.period.as_ref()?.period);
    if let Some(period) = form.period.or(in_text) {
        let evidence = Evidence::Dates { from: period.from, to: Some(period.to), year };
        checked.expect(Rule::T201, period == year.period(), || evidence);
    }
    let signed = narrative.and_then(|narrative| narrative.signature.as_ref()?.date);
    let Some(published) = form.published.or(signed) else { return };
    let evidence = Evidence::Dates { from: published, to: None, year };
    checked.expect(Rule::T202, published > year.period().to, || evidence);
    if let Some(deadline) = deadline(form, year) {
        let evidence = Evidence::Dates { from: published, to: Some(deadline), year };
        checked.expect(Rule::T203, published <= deadline, || evidence);
    }
}

/// Sections 一 and 五 against those of last year's text.
pub(crate) fn assess_repeated(form: &Form, narrative: &Narrative, before: &Narrative, checked: &mut Checked) {
    /// Fewer sentences than this may well be set phrases.
    const FEWEST: usize = 4;
    let titled_year = |narrative: &Narrative| narrative.title.as_ref().and_then(|title| title.year);
    let years = form.year.or(titled_year(narrative)).zip(titled_year(before));
    if years.is_some_and(|(year, before)| year.number() != before.number() + 1) {
        checked.not_assessed(Rule::T401, Place::Document, Vec::new());
        return;
    }
    let prose = |narrative: &Narrative| {
        let sections = [&narrative.section_one, &narrative.section_five].into_iter().flatten();
        sections.map(|passage| passage.text.as_str()).collect::<Vec<_>>().join("。")
    };
    let titled = |narrative: &Narrative| narrative.title.as_ref().and_then(|title| title.body.clone());
    let stated = form.body.as_ref().map(|body| body.name.clone());
    let names: Vec<String> = [stated, titled(narrative), titled(before)].into_iter().flatten().collect();
    let names: Vec<&str> = names.iter().map(|name| name.trim()).collect();
    let repeated = Repeated::of(&prose(narrative), &prose(before), &names);
    if repeated.sentences >= FEWEST {
        let Repeated { sentences, equal, ref longest } = repeated;
        let characters = longest.chars().filter(|&c| c != '。').count();
        let evidence = Evidence::Repeated { sentences, equal, characters, passage: clip(longest) };
        checked.expect(Rule::T401, !repeated.is_copied(), || evidence);
    }
}

fn printed(text: &str) -> Evidence {
    Evidence::Printed { printed: clip(text) }
}

/// Title, names, years, headings and the things that the text is to tell.
fn assess_text(form: &Form, narrative: &Narrative, checked: &mut Checked) {
    let title = narrative.title.as_ref();
    if let Some(title) = title {
        // A title may stand on two lines.
        let on_one_line = || title.printed.text.split(['\r', '\n']).map(str::trim).collect::<String>();
        checked.expect(Rule::T104, title.is_usual, || printed(&on_one_line()));
    }
    let signed = narrative.signature.as_ref().and_then(|signature| signature.name.as_deref());
    let body = form.body.as_ref().map(|body| body.name.as_str()).or(title.and_then(|title| title.body.as_deref()));
    let named = narrative.organ.as_ref().map(|organ| organ.text.as_str());
    if let (Some(body), Some(_)) = (body, signed.or(named)) {
        let others: Vec<String> =
            [named, signed].into_iter().flatten().filter(|name| !is_same(name, body)).map(plain).collect();
        checked.expect(Rule::T105, others.is_empty(), || printed(&others.join("、")));
    }
    if let Some(year) = form.year {
        if let Some(titled) = title.and_then(|title| title.year) {
            checked.expect(Rule::T204, titled == year, || printed(&titled.to_string()));
        }
        if let Some(named) = narrative.year {
            checked.expect(Rule::T205, named == year, || printed(&named.to_string()));
        }
    }
    if let Some(period) = &narrative.period {
        checked.expect(Rule::T206, period.period.is_some(), || printed(&period.printed.text));
    }
    assess_portals(form, narrative, checked);
    assess_headings(narrative, checked);
    if let Some(parts) = &narrative.parts {
        let is_six =
            usize::from(parts.stated) == Heading::ALL.len() && parts.listed.is_none_or(|listed| listed == parts.stated);
        checked.expect(Rule::T303, is_six, || printed(&parts.printed.text));
    }
    let basis = &narrative.basis;
    let has_preamble = narrative.period.is_some() || narrative.parts.is_some() || basis.regulations.is_some();
    if has_preamble {
        let is_stale = !basis.editions.is_empty() && !basis.editions.contains(&form.edition);
        checked.expect(Rule::T304, basis.regulations.is_some(), || Evidence::Nothing);
        if !basis.editions.is_empty() {
            checked.expect(Rule::T311, !is_stale, || Evidence::Edition { edition: form.edition });
        }
        let contact = &narrative.contact;
        let lacking: Vec<&str> =
            [("地址", &contact.address), ("邮编", &contact.postcode), ("电话", &contact.telephone)]
                .into_iter()
                .filter(|(_, stated)| stated.is_none())
                .map(|(name, _)| name)
                .collect();
        checked.expect(Rule::T308, lacking.is_empty(), || printed(&lacking.join("、")));
    }
    assess_sections(form, narrative, checked);
}

/// The websites of governments that the text names, where the divisions tell of which region they and the body are.
fn assess_portals(form: &Form, narrative: &Narrative, checked: &mut Checked) {
    let region = |name: &str| Facts::of(&fold_name(name)).region;
    let Some(own) = form.body.as_ref().and_then(|body| body.region.or_else(|| region(&body.name))) else { return };
    let told = narrative.portals.iter().filter_map(|portal| Some((portal, region(&portal.text)?)));
    let told: Vec<(&Passage, Region)> = told.collect();
    let foreign = told.iter().find(|(_, other)| !own.contains(*other) && !other.contains(own));
    if !told.is_empty() {
        let printed = || printed(foreign.map_or("", |(portal, _)| portal.text.as_str()));
        checked.expect(Rule::T313, foreign.is_none(), printed);
    }
}

fn assess_headings(narrative: &Narrative, checked: &mut Checked) {
    if narrative.headings.is_empty() {
        return;
    }
    let labels = |headings: &[Heading]| {
        let labels: Vec<&str> = headings.iter().map(|heading| heading.label(Lang::Zh)).collect();
        labels.join("；")
    };
    let found = |heading: &Heading| narrative.headings.iter().any(|found| found.heading == *heading);
    let missing: Vec<Heading> = Heading::ALL.iter().copied().filter(|heading| !found(heading)).collect();
    checked.expect(Rule::T301, missing.is_empty(), || Evidence::Printed { printed: labels(&missing) });
    let (mut wrong, mut varied) = (Vec::new(), Vec::new());
    for found in &narrative.headings {
        let says_it = found.heading.words().iter().any(|word| found.printed.text.contains(word));
        if found.is_misnumbered() || (found.is_renamed && !says_it) {
            wrong.push(found.printed.text.as_str());
        } else if found.is_renamed {
            varied.push(found.printed.text.as_str());
        }
    }
    checked.expect(Rule::T302, wrong.is_empty(), || printed(&wrong.join("；")));
    checked.expect(Rule::T310, varied.is_empty(), || printed(&varied.join("；")));
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether two names are of one body, with or without its place and its office, or one of them shortened.
fn is_same(name: &str, body: &str) -> bool {
    let [name, body] = [fold_name(name), fold_name(body)];
    Alias::of(&name, &body) <= Alias::Begun || is_name_of(&name, &body) || is_name_of(&body, &name)
}

/// The topics that sections 一, 五 and 六 must cover.
fn assess_sections(form: &Form, narrative: &Narrative, checked: &mut Checked) {
    /// Fewer characters than this say nothing.
    const FEWEST: usize = 10;
    /// More characters than this some places do not want in section 一.
    const LONGEST: usize = 1000;
    let has = |heading: Heading| narrative.headings.iter().any(|found| found.heading == heading);
    if has(Heading::Overview) {
        if form.edition == Edition::V2021 {
            let missing: Vec<&str> = SubItem::ALL
                .iter()
                .copied()
                .filter(|item| !narrative.sub_items.contains(item))
                .map(|item| item.label(Lang::Zh))
                .collect();
            checked.expect(Rule::T305, missing.is_empty(), || printed(&missing.join("、")));
        }
        let foreign = narrative.foreign.first().map(|line| line.text.as_str());
        checked.expect(Rule::T309, foreign.is_none(), || printed(foreign.unwrap_or_default()));
    }
    if let Some(section) = &narrative.section_one {
        let characters = section.text.chars().filter(|c| !c.is_whitespace()).count();
        let evidence = Evidence::Length { characters, at_most: LONGEST };
        checked.expect(Rule::T312, characters <= LONGEST, || evidence);
    }
    if has(Heading::Problems) {
        let is_long = narrative.section_five.as_ref().is_some_and(|five| five.text.chars().count() >= FEWEST);
        let lacking = match (is_long, &narrative.problems, &narrative.improvements) {
            (false, ..) => Some("内容（不足十个字）"),
            (true, None, _) => Some("存在的主要问题"),
            (true, Some(_), None) => Some("改进情况"),
            (true, Some(_), Some(_)) => None,
        };
        checked.expect(Rule::T306, lacking.is_none(), || printed(lacking.unwrap_or_default()));
    }
    if form.edition == Edition::V2021 && has(Heading::OtherMatters) {
        checked.expect(Rule::T307, narrative.fee_statement.is_some(), || Evidence::Nothing);
    }
}

/// The last day to publish the report of a year, by article 49 of the Regulations.
fn deadline(form: &Form, year: Year) -> Option<NaiveDate> {
    let body = form.body.as_ref()?;
    let (month, day) = match (body.kind?, body.level) {
        (BodyKind::Department, _) => (1, 31),
        (BodyKind::Government, Some(Level::Township)) => return None,
        (BodyKind::Government, _) => (3, 31),
    };
    NaiveDate::from_ymd_opt(i32::from(year.number()) + 1, month, day)
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn a_body_has_its_name_with_and_without_its_place_and_office() {
        for (name, body, expected) in [
            ("某某市财政局", "某某市财政局", true),
            ("财政局", "某某市财政局", true),
            ("某某市财政局", "财政局", true),
            ("某某市人民政府办公室", "某某市人民政府", true),
            ("某某市人民政府", "某某市人民政府办公室", true),
            ("某某市财政局办公室", "某某市财政局", true),
            ("某某市财政局", "某某市财政局办公室", true),
            ("⽩⽯县民政局", "白石县民政局", true),
            ("白石縣民政局", "白石县民政局", true),
            ("管委会（开发区）", "管委会(开发区)", true),
            ("某某市人民政府办公室", "某某市政府", true),
            ("某某市教育局", "某某市财政局", false),
            ("某某市财政局", "某某市人民政府", false),
            ("甲县财政局", "乙县财政局", false),
        ] {
            assert_eq!(is_same(name, body), expected, "{name} and {body}");
        }
    }
}
