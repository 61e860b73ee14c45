//! The tables of the library as data, for programs that never see Rust: rules, equations, cells.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::equations::equations;
use crate::check::relations::{Relation, relations};
use crate::check::{Need, Preset, Rule, Severity, bounds};
use crate::form::filed::{LONGEST, MARKS, NOTES, is_space};
use crate::form::{Applicant, Cell, CellKind, Column, Edition, Ruling, Section, Unit};
use crate::json::version::Version;
use crate::law::Citation;
use crate::value::{Decimal, Lang, Texts};

/// A table of the library as a JSON document of its own.
///
/// ```
/// let rules = &ogi_report::schema::tables()[0];
/// assert_eq!((rules.name, rules.version), ("rules", 1));
/// assert!(rules.json().contains("\"code\": \"R101\""));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct DataTable {
    /// The name, as in the name of its file.
    pub name: &'static str,
    /// The version, the `schema_version` in the table. It changes when a program that was written for the version before
    /// could misread the table.
    pub version: u64,
    /// What the table is called in Chinese.
    pub title: &'static str,
    /// What the table holds.
    pub description: &'static str,
    json: fn() -> String,
}

/// Every table of the library that is there as data, each once.
///
/// ```
/// let names: Vec<&str> = ogi_report::schema::tables().iter().map(|table| table.name).collect();
/// assert_eq!(names, ["rules", "equations", "cells"]);
/// ```
pub const fn tables() -> &'static [DataTable] {
    &[
        DataTable {
            name: "rules",
            version: 1,
            title: "核对规则",
            description: "Every rule: code, severity by preset of a policy, editions and years, what must hold, where it comes \
                          from, what it means, and the wording of its findings with named places.",
            json: || pretty(&RuleList::new()),
        },
        DataTable {
            name: "equations",
            version: 1,
            title: "核对等式与关系",
            description: "The sums and comparisons of sections 2, 3 and 4 for each edition, in the order in which they are \
                          asked, with what decides what.",
            json: || pretty(&EquationList::new()),
        },
        DataTable {
            name: "cells",
            version: 1,
            title: "表格栏目",
            description: "Every cell of the official tables of both editions, and how the print of a cell is read as a number.",
            json: || pretty(&CellList::new()),
        },
    ]
}

impl DataTable {
    /// The table as JSON, with line feeds, as the file for partners holds it.
    ///
    /// ```
    /// for table in ogi_report::schema::tables() {
    ///     assert!(table.json().starts_with("{\n  \"schema_version\": 1,"), "{}", table.name);
    /// }
    /// ```
    pub fn json(&self) -> String {
        (self.json)()
    }
}

fn pretty(table: &impl Serialize) -> String {
    // Writing to memory cannot fail, and every key is a text.
    serde_json::to_string_pretty(table).unwrap_or_default() + "\n"
}

/// A text in both languages.
fn texts(text: impl Fn(Lang) -> String) -> Texts {
    Texts::from(Lang::ENTRIES.map(text))
}

/// Every rule of the rule book.
#[derive(Serialize, JsonSchema)]
pub(crate) struct RuleList {
    schema_version: Version<1>,
    /// The rules in the order of the rule book.
    rules: Vec<RuleEntry>,
}

/// A rule.
#[derive(Serialize, JsonSchema)]
struct RuleEntry {
    /// The stable code.
    code: &'static str,
    /// The severity under each preset; null where the preset does not ask the rule.
    severity: BTreeMap<&'static str, Option<Severity>>,
    /// The editions that the rule applies to, with the reporting years of each.
    editions: Vec<EditionYears>,
    /// What the rule needs beside the form.
    needs: &'static [Need],
    /// What must hold, in one line.
    formula: Texts,
    /// Where the rule comes from.
    source: Texts,
    /// What the rule means.
    page: Texts,
    /// The wording of a finding. A name in braces is a place to fill.
    finding: Texts,
    /// The names of the places.
    places: Vec<String>,
    /// A finding in words.
    example: Texts,
}

/// An edition and the reporting years that use it.
#[derive(Serialize, JsonSchema)]
struct EditionYears {
    /// The edition.
    edition: Edition,
    /// The first reporting year.
    from: u16,
    /// The last reporting year; absent where no later edition is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<u16>,
}

impl RuleList {
    fn new() -> Self {
        Self { schema_version: Version, rules: Rule::ALL.iter().map(|&rule| RuleEntry::of(rule)).collect() }
    }
}

impl RuleEntry {
    fn of(rule: Rule) -> Self {
        Self {
            code: rule.code(),
            severity: Preset::ALL
                .iter()
                .map(|&preset| (preset.name(), crate::check::Policy::of(preset).severity(rule)))
                .collect(),
            editions: rule.editions().iter().map(|&edition| EditionYears::of(edition)).collect(),
            needs: rule.needs(),
            formula: texts(|lang| rule.formula(lang).to_owned()),
            source: texts(|lang| rule.source(lang).to_owned()),
            page: texts(|lang| rule.page(lang)),
            finding: texts(|lang| rule.wording(lang).to_owned()),
            places: places(rule.wording(Lang::Zh)),
            example: texts(|lang| rule.example(lang).to_owned()),
        }
    }
}

impl EditionYears {
    fn of(edition: Edition) -> Self {
        let years = edition.years();
        let is_last = Edition::ALL.last() == Some(&edition);
        Self { edition, from: years.start().number(), to: (!is_last).then(|| years.end().number()) }
    }
}

/// The names in braces, each once, in the order in which they stand.
fn places(wording: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (name, _) in wording.split('{').skip(1).filter_map(|tail| tail.split_once('}')) {
        if !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The sums and comparisons within a form.
#[derive(Serialize, JsonSchema)]
pub(crate) struct EquationList {
    schema_version: Version<1>,
    /// Cells by which a form shows whose rows of （六）其他处理 it has, whatever its edition. If it has a cell of one
    /// edition and none of the other, its equations are those of that edition; else those of its own.
    rows_of_other: BTreeMap<&'static str, Vec<Cell>>,
    /// The equations by edition, in an order in which every total is decided before it is used.
    equations: BTreeMap<&'static str, Vec<EquationEntry>>,
    /// The comparisons by edition.
    relations: BTreeMap<&'static str, &'static [Relation]>,
    /// The row 规章 by edition.
    rules_row: BTreeMap<&'static str, MarkedRow>,
}

/// Two sums of cells that must be equal.
#[derive(Serialize, JsonSchema)]
struct EquationEntry {
    /// The rule.
    rule: Rule,
    /// Where a finding is shown.
    at: Cell,
    /// Whether the left side is one stated total. It is compared as it is stated; from then on the sum of the right side,
    /// if it is known, takes the place of the total.
    is_total: bool,
    /// The cells of the left side.
    left: Vec<Cell>,
    /// The cells of the right side.
    right: Vec<Cell>,
    /// The equations, by their position in this list, that decide this one. It is asked only if none of them is broken
    /// and at least one could not be assessed or was not asked; always, if there are none.
    decided_by: Vec<usize>,
}

/// A row that a body which makes no rules marks as not applicable.
#[derive(Serialize, JsonSchema)]
struct MarkedRow {
    /// The rule that a marked row breaks, at the first cell. It is asked if every cell is on the form.
    rule: Rule,
    /// The cells. If each of them prints a mark, none of them applies, and a comparison of these alone is not asked.
    cells: Vec<Cell>,
}

fn by_edition<T>(of: impl Fn(Edition) -> T) -> BTreeMap<&'static str, T> {
    Edition::ALL.iter().map(|&edition| (edition.name(), of(edition))).collect()
}

impl EquationList {
    fn new() -> Self {
        let is_of_other = |cell: &Cell| cell.is_other_handling();
        Self {
            schema_version: Version,
            rows_of_other: by_edition(|edition| edition.cells().iter().copied().filter(is_of_other).collect()),
            equations: by_edition(|edition| {
                let entry = |equation: &crate::check::equations::Equation| EquationEntry {
                    rule: equation.rule,
                    at: equation.at,
                    is_total: equation.is_total,
                    left: equation.left.cells.clone(),
                    right: equation.right.cells.clone(),
                    decided_by: equation.implied_by.clone().collect(),
                };
                equations(edition).iter().map(entry).collect()
            }),
            relations: by_edition(relations),
            rules_row: by_edition(|edition| MarkedRow { rule: Rule::P307, cells: edition.rules_row().collect() }),
        }
    }
}

/// The cells of the official tables, and how their print is read.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CellList {
    schema_version: Version<1>,
    /// The cells of both editions, in printed order, which is the order of their columns in the wide layout of Parquet
    /// and Arrow.
    cells: Vec<CellEntry>,
    /// How the print of a cell is read as a number.
    reading: Reading,
}

/// A cell.
#[derive(Serialize, JsonSchema)]
struct CellEntry {
    /// The path: the key of the cell in a form.
    path: Cell,
    /// What the form prints beside and above it.
    label: Texts,
    /// The section.
    section: Section,
    /// The row: what the paths of its cells have in common.
    row: String,
    /// The label of the row.
    row_label: Texts,
    /// The column: the last part of the path.
    column: String,
    /// The label of the column.
    column_label: Texts,
    /// What it may hold.
    kind: CellKind,
    /// The unit that it counts in; absent where the form states none.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    /// The editions that print it.
    editions: Vec<Edition>,
    /// Whether it is a total, which follows from other cells.
    is_total: bool,
    /// The least number that it may hold.
    least: Decimal,
    /// The greatest number that it may hold. An amount has at most six digits behind the point, anything else none.
    most: Decimal,
    /// The position of its column among those of the cells.
    position: usize,
    /// The articles that it rests on.
    articles: Vec<Citation>,
}

/// How the print of a cell is read as a number.
#[derive(Serialize, JsonSchema)]
struct Reading {
    /// The characters that are spaces at both ends of a text.
    spaces: String,
    /// The longest text that is looked at for a number, in bytes of UTF-8.
    longest: usize,
    /// Texts that say that the cell does not apply.
    marks: &'static [&'static str],
    /// The words behind a number that are a unit.
    units: BTreeMap<&'static str, Unit>,
    /// The units that are money. An amount has one of these or none, and anything else another or none.
    money: Vec<Unit>,
    /// How a note in brackets begins that leaves the number what it is. A note that is a unit states the unit; with any
    /// other note there is no number. There is none either if a part of the note, between commas, semicolons and brackets, is a unit or
    /// begins with 单位 and a colon.
    notes: &'static [&'static str],
}

impl CellList {
    fn new() -> Self {
        Self {
            schema_version: Version,
            cells: Cell::ALL.iter().enumerate().map(|(position, &cell)| CellEntry::of(position, cell)).collect(),
            reading: Reading {
                spaces: ('\0'..=char::MAX).filter(|&c| is_space(c)).collect(),
                longest: LONGEST,
                marks: &MARKS,
                units: Unit::WORDS.into_iter().collect(),
                money: Unit::ALL.iter().copied().filter(|unit| unit.is_money()).collect(),
                notes: &NOTES,
            },
        }
    }
}

impl CellEntry {
    fn of(position: usize, cell: Cell) -> Self {
        let (row, column) = cell.path().rsplit_once('.').unwrap_or_default();
        let (least, most) = match cell.kind() {
            CellKind::Amount => {
                (Decimal::ZERO, Decimal::from_millionths(i64::MAX.unsigned_abs().into()).unwrap_or_default())
            }
            CellKind::Count | CellKind::Change => {
                let (least, most) = bounds(cell);
                (least.into(), most.into())
            }
        };
        Self {
            path: cell,
            label: texts(|lang| cell.label(lang)),
            section: cell.section(),
            row: row.to_owned(),
            row_label: texts(|lang| row_label(cell, lang).to_owned()),
            column: column.to_owned(),
            column_label: texts(|lang| column_label(cell, lang).to_owned()),
            kind: cell.kind(),
            unit: cell.unit(),
            editions: Edition::ALL.iter().copied().filter(|&edition| cell.is_printed_in(edition)).collect(),
            is_total: cell.is_total(),
            least,
            most,
            position,
            articles: cell.citations(),
        }
    }
}

fn row_label(cell: Cell, lang: Lang) -> &'static str {
    match cell {
        Cell::Proactive(cell) => cell.row_label(lang),
        Cell::Request(row, _) => row.label(lang),
        Cell::Dispute(route, _) => route.label(lang),
    }
}

fn column_label(cell: Cell, lang: Lang) -> &'static str {
    match cell {
        Cell::Proactive(cell) => cell.column_label(lang),
        Cell::Request(_, column) => Column::label(column, lang, Applicant::label),
        Cell::Dispute(_, column) => Column::label(column, lang, Ruling::label),
    }
}
