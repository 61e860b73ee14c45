//! The message of a finding: the wording of its rule with the evidence filled in.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::check::finding::{Listed, pieces};
use crate::check::{Evidence, Finding, Operand, Place, Quote, RuleCode, Severity};
use crate::form::{Applicant, Cell, CellKind, Unit};
use crate::narrative::{Measure, Passage};
use crate::value::clip::clip;
use crate::value::{Decimal, Lang, Scope, Texts};

impl Finding {
    /// The finding in words.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Lang};
    ///
    /// let checked = Form::new(Edition::V2021).check();
    /// assert_eq!(checked.findings[0].message(Lang::Zh), "没有写明报告机关。");
    /// assert_eq!(checked.findings[0].message(Lang::En), "the form does not name the reporting body.");
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        if let Evidence::House { says, .. } = &self.evidence {
            return says.get(lang).to_owned();
        }
        let mut message = String::new();
        let mut rest = self.rule.rule().map_or("", |rule| rule.wording(lang));
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
        {
            message.push_str(before);
            message.push_str(&self.fill(name, lang).unwrap_or_else(|| format!("{{{name}}}")));
            rest = after;
        }
        message.push_str(rest);
        message
    }

    /// The cells that the finding is about: its own and those of its evidence, each once.
    ///
    /// ```
    /// use ogi_report::{Edition, Form};
    ///
    /// assert_eq!(Form::new(Edition::V2021).check().findings[0].cells(), []);
    /// ```
    pub fn cells(&self) -> Vec<Cell> {
        let own = match self.at {
            Place::Cell(cell) => Some(cell),
            Place::Section(_) | Place::Document => None,
        };
        let operands = match &self.evidence {
            Evidence::Unequal { left, right } => [left.as_slice(), right.as_slice()],
            Evidence::Compared { operands } | Evidence::Stated { operands, .. } | Evidence::House { operands, .. } => {
                [operands.as_slice(), &[]]
            }
            // Last year's cells are on another form.
            Evidence::AcrossYears { current, .. } => [current.as_slice(), &[]],
            Evidence::Nothing
            | Evidence::Printed { .. }
            | Evidence::Dates { .. }
            | Evidence::Repeated { .. }
            | Evidence::Length { .. }
            | Evidence::Edition { .. } => [&[][..], &[]],
        };
        let mut cells: Vec<Cell> = own.into_iter().chain(operands.into_iter().flatten().map(|o| o.cell)).collect();
        cells.sort_unstable();
        cells.dedup();
        cells
    }

    /// The text for a name in the wording; `None` for a name that the evidence does not have.
    fn fill(&self, name: &str, lang: Lang) -> Option<String> {
        Some(match (name, self.at, &self.evidence) {
            ("cell", Place::Cell(cell), _) => quoted(&cell.label(lang), lang),
            ("cell", Place::Section(section), _) => section.label(lang).to_owned(),
            ("row", Place::Cell(Cell::Proactive(cell)), _) => cell.row_label(lang).to_owned(),
            ("column", Place::Cell(Cell::Request(_, column)), _) => column.label(lang, Applicant::label).to_owned(),
            ("unit", Place::Cell(cell), _) => cell.unit()?.label(lang).to_owned(),
            ("printed", _, Evidence::Printed { printed }) => crate::value::clip::clip(printed),
            ("subject", _, Evidence::Stated { stated, .. }) => stated.subject.label(lang).to_owned(),
            ("stated", _, Evidence::Stated { stated, .. }) => amount(stated, stated.value, stated.unit, lang),
            ("quotes", _, Evidence::Stated { parts, .. }) => quotes(parts, lang),
            // What one figure comes to is said already.
            ("total", _, Evidence::Stated { parts, .. }) if parts.len() < 2 => String::new(),
            ("total", _, Evidence::Stated { stated, .. }) => {
                let total = amount(stated, stated.value, stated.unit, lang);
                match lang {
                    Lang::Zh => format!("，合计 {total}"),
                    Lang::En => format!(", {total} in all"),
                }
            }
            ("list", _, Evidence::Stated { stated, parts, list, .. }) => match list {
                Some(list) => marked(list, stated, parts),
                None => quotes(parts, lang),
            },
            ("cells", _, Evidence::Stated { operands, .. }) => cells(operands, lang),
            ("scope", _, Evidence::Stated { scope, .. }) => scope_note(*scope, lang).to_owned(),
            ("passage", _, Evidence::Repeated { passage, .. }) => clip(passage),
            ("sentences", _, Evidence::Repeated { sentences, .. }) => sentences.to_string(),
            ("equal", _, Evidence::Repeated { equal, .. }) => equal.to_string(),
            ("characters", _, Evidence::Repeated { characters, .. } | Evidence::Length { characters, .. }) => {
                characters.to_string()
            }
            ("edition", _, Evidence::Edition { edition }) => edition.label(lang).to_owned(),
            ("a", _, Evidence::Compared { operands }) => operands.first()?.value.to_string(),
            ("b", _, Evidence::Compared { operands }) => operands.get(1)?.value.to_string(),
            ("c", _, Evidence::Compared { operands }) => operands.get(2)?.value.to_string(),
            ("current", _, Evidence::AcrossYears { current, .. }) => current.first()?.value.to_string(),
            ("previous", _, Evidence::AcrossYears { previous, .. }) => previous.first()?.value.to_string(),
            ("expected", _, Evidence::AcrossYears { expected, .. }) => expected.as_ref()?.to_string(),
            ("expected", _, Evidence::Stated { stated, parts, operands, expected, .. }) => {
                let unit = match (stated.unit, operands.first()) {
                    (Some(unit), _) if unit.is_money() => Some(unit),
                    // The cell of an amount may state another unit than that of its column.
                    (_, Some(operand)) if operand.cell.kind() == CellKind::Amount => None,
                    (_, Some(operand)) => operand.cell.unit(),
                    (_, None) => parts.first().map_or(stated.unit, |part| part.unit),
                };
                amount(stated, *expected.as_ref()?, unit, lang)
            }
            ("from", _, Evidence::Dates { from, .. }) => date(*from, lang),
            ("to", _, Evidence::Dates { to, .. }) => date(*to.as_ref()?, lang),
            ("year", _, Evidence::Dates { year, .. }) => year.to_string(),
            ("left", _, Evidence::Unequal { left, .. }) => sum(left).to_string(),
            ("right", _, Evidence::Unequal { right, .. }) => sum(right).to_string(),
            ("left_parts", _, Evidence::Unequal { left, .. }) => parts(left, lang),
            ("right_parts", _, Evidence::Unequal { right, .. }) => parts(right, lang),
            ("difference", _, Evidence::Unequal { left, right }) => sum(left).distance(sum(right)).to_string(),
            _ => return None,
        })
    }
}

/// A number as the text or the table states it: with its unit in Chinese, with that of money and the sign of percent in both
/// languages.
fn amount(stated: &Quote, value: Decimal, unit: Option<Unit>, lang: Lang) -> String {
    match (stated.measure, unit, lang) {
        (Measure::Share | Measure::Growth, _, Lang::Zh) => format!("{value}%"),
        (Measure::Share | Measure::Growth, _, Lang::En) => format!("{value} %"),
        // Reports count information in 条, 篇 or 件, and the list beside it says in which.
        (Measure::Count | Measure::Difference, Some(unit), _)
            if unit.is_money() || lang == Lang::Zh && !stated.subject.is_of_information() =>
        {
            format!("{value} {}", unit.label(Lang::Zh))
        }
        (Measure::Count | Measure::Difference, ..) => value.to_string(),
    }
}

/// A date as the language writes it.
fn date(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Lang::En => date.to_string(),
    }
}

fn quoted(label: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("【{label}】"),
        Lang::En => format!("“{label}”"),
    }
}

fn sum(operands: &[Operand]) -> Decimal {
    operands.iter().map(|o| o.value).sum()
}

/// Each operand with its label. Of a long list, zeros are left out.
fn parts(operands: &[Operand], lang: Lang) -> String {
    const SHORT: usize = 2;
    let shown = |o: &&Operand| operands.len() <= SHORT || o.value != Decimal::ZERO;
    let parts: Vec<String> =
        operands.iter().filter(shown).map(|o| format!("{} {}", part_label(o.cell, operands, lang), o.value)).collect();
    match (lang, parts.is_empty()) {
        (Lang::Zh, true) => "各项均为 0".to_owned(),
        (Lang::En, true) => "all of them 0".to_owned(),
        (Lang::Zh, false) => parts.join("，"),
        (Lang::En, false) => parts.join(", "),
    }
}

/// Figures of the text, each with what it counts.
fn quotes(quotes: &[Quote], lang: Lang) -> String {
    let quotes: Vec<String> = quotes
        .iter()
        .map(|quote| {
            let name = quote.name.as_deref().map_or(quote.subject.label(lang).into(), clip);
            // 元 and 万元 may stand beside each other.
            let unit = quote.unit.filter(|unit| unit.is_money());
            format!("{name} {}", amount(quote, quote.value, unit, lang))
        })
        .collect();
    quotes.join(comma(lang))
}

/// A list as the text has it, the whole in 【】 and each part in ［］.
fn marked(list: &Passage, stated: &Quote, parts: &[Quote]) -> String {
    let mut text = String::with_capacity(list.text.len() + 16 * parts.len());
    for (words, number) in pieces(list, stated, parts) {
        let words = words.replace(char::is_whitespace, "");
        match number {
            Some(Listed::Whole) => text.extend(["【", &words, "】"]),
            Some(Listed::Part) => text.extend(["［", &words, "］"]),
            None => text.push_str(&words),
        }
    }
    text
}

/// Cells, each with its label and number.
fn cells(operands: &[Operand], lang: Lang) -> String {
    let cells: Vec<String> =
        operands.iter().map(|o| format!("{} {}", quoted(&o.cell.label(lang), lang), o.value)).collect();
    cells.join(comma(lang))
}

fn comma(lang: Lang) -> &'static str {
    lang.pick("，", ", ")
}

/// By which scope of the text a difference would be none.
fn scope_note(scope: Option<Scope>, lang: Lang) -> &'static str {
    match (scope, lang) {
        (None, _) => "",
        (Some(Scope::OwnOffice), Lang::Zh) => {
            "如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。"
        }
        (Some(Scope::OwnOffice), Lang::En) => {
            " That is no contradiction if the text counts the body's own office and the table the whole jurisdiction."
        }
        (Some(Scope::WholeJurisdiction), Lang::Zh) => {
            "如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。"
        }
        (Some(Scope::WholeJurisdiction), Lang::En) => {
            " That is no contradiction if the text counts the whole jurisdiction and the table the body's own office."
        }
    }
}

/// A finding in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Document<'a> {
    /// The rule that is broken.
    rule: RuleCode,
    /// How grave it is.
    severity: Severity,
    /// Where.
    at: Place,
    /// The message of the finding.
    message: Texts,
    /// The figures that show it.
    evidence: &'a Evidence,
}

impl Serialize for Finding {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { rule, severity, at, evidence } = self;
        let message = Texts::from(Lang::ENTRIES.map(|lang| self.message(lang)));
        Document { rule: *rule, severity: *severity, at: *at, message, evidence }.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Finding {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Finding".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Document::json_schema(generator)
    }
}

/// The label that distinguishes a part from the others: its column if all are in one row, else its row.
pub(crate) fn part_label(cell: Cell, operands: &[Operand], lang: Lang) -> &'static str {
    match cell {
        Cell::Proactive(cell) => cell.column_label(lang),
        Cell::Dispute(_, column) => column.label(lang, crate::form::Ruling::label),
        Cell::Request(row, column) => {
            let one_row = operands.iter().all(|o| matches!(o.cell, Cell::Request(other, _) if other == row));
            if one_row { column.label(lang, Applicant::label) } else { row.label(lang) }
        }
    }
}
