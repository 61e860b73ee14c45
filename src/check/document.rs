//! The rules about what the form says of itself: body, year, period, date of publication.

use chrono::NaiveDate;

use crate::check::{Checked, Evidence, Place, Rule};
use crate::table::{clip, is_invisible};
use crate::{BodyKind, Form, Level, Year};

pub(crate) fn assess(form: &Form, checked: &mut Checked) {
    let is_named = form.body.as_ref().is_some_and(|body| !body.name.trim().is_empty());
    expect(Rule::T101, is_named, Evidence::Nothing, checked);
    expect(Rule::T102, form.year.is_some(), Evidence::Nothing, checked);
    if let Some(body) = &form.body {
        let is_plain = body.name.trim() == body.name && !body.name.contains(is_invisible);
        expect(Rule::T103, is_plain, Evidence::Printed { printed: clip(&body.name) }, checked);
    }
    let Some(year) = form.year else { return };
    if let Some(period) = form.period {
        let evidence = Evidence::Dates { from: period.from, to: Some(period.to), year };
        expect(Rule::T201, period == year.period(), evidence, checked);
    }
    let Some(published) = form.published else { return };
    let evidence = Evidence::Dates { from: published, to: None, year };
    expect(Rule::T202, published > year.period().to, evidence, checked);
    if let Some(deadline) = deadline(form, year) {
        let evidence = Evidence::Dates { from: published, to: Some(deadline), year };
        expect(Rule::T203, published <= deadline, evidence, checked);
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

fn expect(rule: Rule, holds: bool, evidence: Evidence, checked: &mut Checked) {
    if holds {
        checked.held(rule);
    } else {
        checked.broken(rule, Place::Document, evidence);
    }
}
