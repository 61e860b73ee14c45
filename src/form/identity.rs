//! The properties of a workbook: body, year and edition of its form, and its cells.

use std::fmt::Write as _;

use crate::form::{Cell, Edition, Filed, Form};
use crate::value::year::Date;
use crate::value::{Basis, Body, Inferred, Period, Region, Year};

/// The version of the sheets that are written and read. Another one has its cells elsewhere.
pub(crate) const TEMPLATE: &str = "1";

const NAME_OF_TEMPLATE: &str = "OGI_TEMPLATE";
const NAME_OF_EDITION: &str = "OGI_EDITION";
const NAME_OF_BODY: &str = "OGI_BODY";
const NAME_OF_LEVEL: &str = "OGI_LEVEL";
const NAME_OF_KIND: &str = "OGI_KIND";
const NAME_OF_REGION: &str = "OGI_REGION";
const NAME_OF_SCOPE: &str = "OGI_SCOPE";
const NAME_OF_INFERRED: &str = "OGI_INFERRED";
const NAME_OF_YEAR: &str = "OGI_YEAR";
const NAME_OF_PERIOD: &str = "OGI_PERIOD";
const NAME_OF_PUBLISHED: &str = "OGI_PUBLISHED";
const NAME_OF_CELLS: &str = "OGI_CELLS";

/// What a form says of itself, each under its name. What the form does not say has no name.
pub(crate) fn identity(form: &Form) -> Vec<(&'static str, String)> {
    let mut identity = vec![
        (NAME_OF_TEMPLATE, TEMPLATE.to_owned()),
        (NAME_OF_EDITION, form.edition.name().to_owned()),
        (NAME_OF_CELLS, cells(form)),
    ];
    if let Some(body) = &form.body {
        identity.push((NAME_OF_BODY, escape(&body.name)));
        identity.extend(body.level.map(|level| (NAME_OF_LEVEL, level.name().to_owned())));
        identity.extend(body.kind.map(|kind| (NAME_OF_KIND, kind.name().to_owned())));
        identity.extend(body.region.map(|region| (NAME_OF_REGION, region.code().to_owned())));
        identity.extend(body.scope.map(|scope| (NAME_OF_SCOPE, scope.name().to_owned())));
        if body.inferred != Inferred::default() {
            let Inferred { level, kind, region, scope } = body.inferred;
            let names = [level, kind, region, scope].map(|basis| basis.map_or("", Basis::name));
            identity.push((NAME_OF_INFERRED, names.join(",")));
        }
    }
    identity.extend(form.year.map(|year| (NAME_OF_YEAR, year.to_string())));
    identity.extend(form.period.map(|period| (NAME_OF_PERIOD, format!("{}/{}", period.from, period.to))));
    identity.extend(form.published.map(|day| (NAME_OF_PUBLISHED, day.to_string())));
    identity
}

/// The form that an identity speaks of, with every cell that it has blank; `None` if it speaks of none, or of sheets of
/// another version, or if one of its properties cannot be read.
pub(crate) fn recognise(value: impl Fn(&str) -> Option<String>) -> Option<Form> {
    if value(NAME_OF_TEMPLATE)? != TEMPLATE {
        return None;
    }
    let mut form = Form::new(value(NAME_OF_EDITION)?.parse::<Edition>().ok()?);
    if let Some(name) = value(NAME_OF_BODY) {
        form.body = Some(Body {
            name: unescape(&name),
            level: read(value(NAME_OF_LEVEL), |name| name.parse().ok())?,
            kind: read(value(NAME_OF_KIND), |name| name.parse().ok())?,
            region: read(value(NAME_OF_REGION), |code| code.parse::<Region>().ok())?,
            scope: read(value(NAME_OF_SCOPE), |name| name.parse().ok())?,
            inferred: read(value(NAME_OF_INFERRED), inferred)?.unwrap_or_default(),
        });
    }
    let date = |day: &str| day.parse().ok().map(|Date(day)| day);
    form.year = read(value(NAME_OF_YEAR), |year| year.parse::<Year>().ok())?;
    form.period = read(value(NAME_OF_PERIOD), |period| {
        let (from, to) = period.split_once('/')?;
        Some(Period { from: date(from)?, to: date(to)? })
    })?;
    form.published = read(value(NAME_OF_PUBLISHED), date)?;
    let digits = value(NAME_OF_CELLS)?;
    for (i, &cell) in Cell::ALL.iter().enumerate() {
        let digit = digits.as_bytes().get(i / 4).and_then(|&digit| char::from(digit).to_digit(16))?;
        if digit & (8 >> (i % 4)) != 0 {
            form.set(cell, Filed::blank());
        }
    }
    Some(form)
}

/// What a property says, if it is there; `None` if that cannot be read.
#[expect(clippy::option_option, reason = "no property is another answer than one that cannot be read")]
fn read<T>(property: Option<String>, parse: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    match property {
        Some(text) => parse(&text).map(Some),
        None => Some(None),
    }
}

/// The basis of level, kind, region and scope, in this order, where they were inferred.
fn inferred(names: &str) -> Option<Inferred> {
    let mut bases = names.split(',');
    let mut next = || {
        let name = bases.next()?;
        if name.is_empty() { Some(None) } else { name.parse::<Basis>().ok().map(Some) }
    };
    let mut inferred = Inferred::default();
    (inferred.level, inferred.kind, inferred.region, inferred.scope) = (next()?, next()?, next()?, next()?);
    bases.next().is_none().then_some(inferred)
}

/// A bit for each cell of both editions, in printed order, as hexadecimal digits: whether the form has it.
fn cells(form: &Form) -> String {
    let mut digits = String::new();
    for cells in Cell::ALL.chunks(4) {
        let bit = |(i, &cell): (usize, &Cell)| u32::from(form.get(cell).is_some()) << (3 - i);
        digits.extend(char::from_digit(cells.iter().enumerate().map(bit).sum(), 16));
    }
    digits
}

/// A text without characters that a document property cannot hold: each is written as `_u`, its number in hexadecimal digits and
/// `_`.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || matches!(c, '_' | '\u{fffe}' | '\u{ffff}') {
            let _ = write!(escaped, "_u{:04x}_", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("_u") {
        plain.push_str(before);
        let escaped = behind.split_once('_').and_then(|(code, behind)| {
            let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)?;
            Some((c, behind))
        });
        if let Some((c, after)) = escaped {
            plain.push(c);
            rest = after;
        } else {
            plain.push_str("_u");
            rest = behind;
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_says_of_itself_comes_back() {
        let mut form = Form::new(Edition::V2021);
        form.set(Cell::ALL[0], Filed::blank());
        form.set(Cell::ALL[Cell::ALL.len() - 1], Filed::blank());
        for name in ["", "某某县人民政府", "_u0041_", "a_b__u", "_", "\0\u{1}\n\t\u{ffff}\"&<", " 前后 "] {
            form.body = Some(Body { name: name.to_owned(), ..Body::named("") });
            form.year = Year::new(2024).ok();
            form.period = form.year.map(Year::period);
            form.published = form.period.map(|period| period.to);
            if let Some(body) = &mut form.body {
                body.inferred.region = Some(Basis::ALL[0]);
            }
            let names = identity(&form);
            let value = |name: &str| names.iter().find(|(n, _)| *n == name).map(|(_, value)| value.clone());
            assert_eq!(recognise(value), Some(form.clone()), "{name:?}");
        }
    }

    #[test]
    fn another_version_is_not_recognised() {
        let names = identity(&Form::new(Edition::V2019));
        let value = |name: &str| names.iter().find(|(n, _)| *n == name).map(|(_, value)| value.clone());
        assert!(recognise(value).is_some());
        assert_eq!(recognise(|name| value(name).filter(|_| name != "OGI_CELLS")), None);
        assert_eq!(
            recognise(|name| value(name).map(|v| if name == "OGI_TEMPLATE" { "2".to_owned() } else { v })),
            None
        );
        for (property, text) in [
            ("OGI_YEAR", "2024年"),
            ("OGI_YEAR", "024"),
            ("OGI_REGION", "37078"),
            ("OGI_LEVEL", "village"),
            ("OGI_INFERRED", "name"),
            ("OGI_INFERRED", "guess,,,"),
            ("OGI_PERIOD", "2024-01-01"),
            ("OGI_PUBLISHED", "2025-1-2"),
        ] {
            let with = |name: &str| match name {
                "OGI_BODY" => Some("某某局".to_owned()),
                name if name == property => Some(text.to_owned()),
                name => value(name),
            };
            assert_eq!(recognise(with), None, "{property}={text}");
        }
    }
}
