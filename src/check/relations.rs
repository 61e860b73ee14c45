//! The comparisons of cells within a form, as data: a program in any language can ask the same.

use std::sync::LazyLock;

use serde::Serialize;

use crate::check::{Readings, Rule};
use crate::form::{
    Applicant, Cell, CellKind, Column, Denial, Edition, Form, NotProcessed, Outcome, ProactiveCell as P, RequestRow,
    Route, UnableToProvide, Unit,
};
use crate::value::{Body, BodyKind, Level};

/// Cells of a form and what must hold between them.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Relation {
    /// The rule.
    pub(crate) rule: Rule,
    /// The cells that the rule needs, in the order of its formula. A finding stands at the first of them.
    pub(crate) cells: Vec<Cell>,
    /// Whether the cells that hold a number other than 0 go before the others, so that a finding stands at one of them.
    pub(crate) is_first_not_zero: bool,
    /// What the form must state for the rule to be asked: everything in one of these lists. An empty list is always met.
    pub(crate) when: Vec<Vec<Fact>>,
    /// What must hold: everything in one of these lists.
    pub(crate) holds: Vec<Vec<Test>>,
}

/// What a form states beside numbers.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "fact", rename_all = "snake_case")]
pub(crate) enum Fact {
    /// The level of the reporting body is one of these.
    Level {
        /// The levels.
        one_of: Vec<Level>,
    },
    /// The level of the reporting body is none of these, or not stated.
    OtherLevel {
        /// The levels.
        than: Vec<Level>,
    },
    /// The kind of the reporting body is one of these.
    Kind {
        /// The kinds.
        one_of: Vec<BodyKind>,
    },
    /// The reporting year is this one or a later one.
    Year {
        /// The first year.
        from: u16,
    },
    /// The cell does not print this unit behind its number.
    OtherUnit {
        /// The cell.
        cell: Cell,
        /// The unit.
        than: Unit,
    },
}

/// A test of numbers.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "test", rename_all = "snake_case")]
pub(crate) enum Test {
    /// The sum of cells, each so many times, compared with a number.
    Sum {
        /// What is added.
        terms: Vec<Term>,
        /// How the sum compares.
        is: Is,
        /// With what: for amounts in the unit of the cell.
        value: i64,
    },
    /// The cell prints a unit behind its number.
    PrintsUnit {
        /// The cell.
        cell: Cell,
    },
}

/// A cell in a sum.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Term {
    /// How many times it is added; taken away if negative.
    pub(crate) times: i64,
    /// The cell.
    pub(crate) cell: Cell,
}

/// How a sum compares with a number.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) enum Is {
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = "!=")]
    Unequal,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "<")]
    Below,
}

impl Relation {
    fn of(rule: Rule, cells: impl Into<Vec<Cell>>, holds: Vec<Vec<Test>>) -> Self {
        Self { rule, cells: cells.into(), is_first_not_zero: false, when: vec![Vec::new()], holds }
    }

    fn when(self, when: Vec<Vec<Fact>>) -> Self {
        Self { when, ..self }
    }

    /// Whether the form states what the rule needs to know.
    pub(crate) fn is_asked(&self, form: &Form) -> bool {
        self.when.iter().any(|all| all.iter().all(|fact| fact.is_stated(form)))
    }

    /// Whether it holds. Every cell has a number.
    pub(crate) fn holds(&self, form: &Form, readings: &Readings) -> bool {
        self.holds.iter().any(|all| all.iter().all(|test| test.holds(form, readings)))
    }
}

impl Fact {
    fn is_stated(&self, form: &Form) -> bool {
        let of_body = |is: &dyn Fn(&Body) -> bool| form.body.as_ref().is_some_and(is);
        match self {
            Self::Level { one_of } => of_body(&|body| body.level.is_some_and(|level| one_of.contains(&level))),
            Self::OtherLevel { than } => !of_body(&|body| body.level.is_some_and(|level| than.contains(&level))),
            Self::Kind { one_of } => of_body(&|body| body.kind.is_some_and(|kind| one_of.contains(&kind))),
            Self::Year { from } => form.year.is_some_and(|year| year.number() >= *from),
            Self::OtherUnit { cell, than } => form.printed_unit(*cell) != Some(*than),
        }
    }
}

impl Test {
    fn holds(&self, form: &Form, readings: &Readings) -> bool {
        /// Amounts are read in millionths of their unit.
        const MILLIONTHS: i64 = 1_000_000;
        match self {
            Self::Sum { terms, is, value } => {
                let number = |term: &Term| readings.known(term.cell.slot()).unwrap_or(0).saturating_mul(term.times);
                let sum = terms.iter().map(number).fold(0, i64::saturating_add);
                let is_amount = terms.iter().any(|term| term.cell.kind() == CellKind::Amount);
                is.compare(sum, if is_amount { value * MILLIONTHS } else { *value })
            }
            Self::PrintsUnit { cell } => form.printed_unit(*cell).is_some(),
        }
    }
}

impl Is {
    pub(crate) fn compare<T: Ord + Copy>(self, sum: T, value: T) -> bool {
        match self {
            Self::Equal => sum == value,
            Self::Unequal => sum != value,
            Self::AtMost => sum <= value,
            Self::AtLeast => sum >= value,
            Self::Below => sum < value,
        }
    }
}

/// The relations of an edition, in the order in which they are asked.
pub(crate) fn relations(edition: Edition) -> &'static [Relation] {
    static ALL: LazyLock<[Vec<Relation>; 2]> = LazyLock::new(|| [build(Edition::V2019), build(Edition::V2021)]);
    &ALL[edition.index()]
}

fn build(edition: Edition) -> Vec<Relation> {
    let mut all = match edition {
        Edition::V2019 => of_2019(),
        Edition::V2021 => of_2021(),
    };
    all.push(rules_without_power(edition));
    all.extend(of_requests());
    all
}

fn sum<const N: usize>(terms: [(i64, Cell); N], is: Is, value: i64) -> Test {
    Test::Sum { terms: terms.into_iter().map(|(times, cell)| Term { times, cell }).collect(), is, value }
}

fn sum_of(cells: &[Cell], is: Is, value: i64) -> Test {
    Test::Sum { terms: cells.iter().map(|&cell| Term { times: 1, cell }).collect(), is, value }
}

/// How the first cell, less the second, compares with 0.
fn against(first: Cell, is: Is, second: Cell) -> Vec<Test> {
    vec![sum([(1, first), (-1, second)], is, 0)]
}

fn of_2019() -> Vec<Relation> {
    let mut all = Vec::new();
    let documents = P::DISCLOSED.map(|row| row.map(Cell::Proactive));
    let items = P::ITEMS.map(|row| row.map(Cell::Proactive));
    // Fees have items, but no decisions.
    let decisions = [P::LicensingDecisions, P::OtherServicesDecisions, P::PenaltiesDecisions, P::CoercionDecisions];
    for [_, disclosed, in_total] in documents {
        all.push(Relation::of(Rule::P101, [disclosed, in_total], vec![against(disclosed, Is::AtMost, in_total)]));
    }
    for [before, change] in items {
        let is_left = vec![sum([(1, before), (1, change)], Is::AtLeast, 0)];
        all.push(Relation::of(Rule::P102, [before, change], vec![is_left]));
    }
    let [projects, amount] = [P::ProcurementProjects, P::ProcurementAmount].map(Cell::Proactive);
    let both = |is| vec![sum([(1, projects)], is, 0), sum([(1, amount)], is, 0)];
    all.push(Relation::of(Rule::P103, [projects, amount], vec![both(Is::Equal), both(Is::Unequal)]));
    for [made, disclosed, _] in documents {
        all.push(Relation::of(Rule::P301, [made, disclosed], vec![against(disclosed, Is::Equal, made)]));
    }
    for (decided, [before, change]) in decisions.map(Cell::Proactive).into_iter().zip(items) {
        let none = vec![sum([(1, decided)], Is::Equal, 0)];
        let some_items = vec![sum([(1, before), (1, change)], Is::Unequal, 0)];
        all.push(Relation::of(Rule::P302, [decided, before, change], vec![none, some_items]));
    }
    for [before, change] in items {
        // A change of one item where there was one is no sign of a stock in the wrong place.
        let few = vec![sum([(1, before)], Is::Below, 5)];
        all.push(Relation::of(Rule::P304, [before, change], vec![few, against(before, Is::Unequal, change)]));
    }
    all.push(stocks_as_decisions(decisions.map(Cell::Proactive), &items));
    let is_small = vec![sum([(1, amount)], Is::AtMost, 1_000_000)];
    all.push(Relation::of(Rule::P303, [amount], vec![is_small, vec![Test::PrintsUnit { cell: amount }]]));
    all
}

/// Not every row has as many decisions as items. Where only one row has any, it may be so by chance.
fn stocks_as_decisions(decisions: [Cell; 4], items: &[[Cell; 2]]) -> Relation {
    let rows: Vec<[Cell; 3]> =
        decisions.into_iter().zip(items).map(|(made, &[before, change])| [made, before, change]).collect();
    let differs =
        |&[made, before, change]: &[Cell; 3]| vec![sum([(1, made), (-1, before), (-1, change)], Is::Unequal, 0)];
    let is_only = |row: &[Cell; 3]| {
        let others: Vec<Cell> = decisions.into_iter().filter(|made| *made != row[0]).collect();
        vec![sum_of(&others, Is::Equal, 0)]
    };
    let holds = rows.iter().map(differs).chain(rows.iter().map(is_only)).collect();
    Relation::of(Rule::P308, rows.concat(), holds)
}

fn of_2021() -> Vec<Relation> {
    let mut all = Vec::new();
    for [issued, _, in_force] in P::ISSUED.map(|row| row.map(Cell::Proactive)) {
        all.push(Relation::of(Rule::P201, [in_force, issued], vec![against(in_force, Is::AtLeast, issued)]));
    }
    let fees = Cell::Proactive(P::FeesAmount);
    let not_in_yuan = || Fact::OtherUnit { cell: fees, than: Unit::Yuan };
    let department = || Fact::Kind { one_of: vec![BodyKind::Department] };
    let level = |level| Fact::Level { one_of: vec![level] };
    let other_level = || Fact::OtherLevel { than: vec![Level::County, Level::Township] };
    let below = |bound| vec![vec![sum([(1, fees)], Is::Below, bound)]];
    all.push(Relation::of(Rule::P305, [fees], below(10_000)).when(vec![
        vec![level(Level::Township), not_in_yuan()],
        vec![department(), level(Level::County), not_in_yuan()],
    ]));
    all.push(Relation::of(Rule::P305, [fees], below(10_000_000)).when(vec![vec![
        department(),
        other_level(),
        not_in_yuan(),
    ]]));
    all
}

/// The row 规章 of a body that is known to have no power to make rules.
fn rules_without_power(edition: Edition) -> Relation {
    let row: Vec<Cell> = edition.rules_row().collect();
    let none = vec![sum_of(&row, Is::Equal, 0)];
    let relation = Relation::of(Rule::P306, row, vec![none]).when(vec![
        vec![Fact::Level { one_of: vec![Level::County, Level::Township] }],
        vec![
            Fact::Level { one_of: vec![Level::Provincial, Level::Prefectural] },
            Fact::Kind { one_of: vec![BodyKind::Department] },
        ],
    ]);
    Relation { is_first_not_zero: true, ..relation }
}

fn of_requests() -> [Relation; 3] {
    /// Below this many requests, a share says nothing.
    const FEW: i64 = 30;
    /// The first year in which a refusal had to go to reconsideration before a suit.
    const FIRST_YEAR: u16 = 2024;
    let total = |row: RequestRow| Cell::request(row, Column::Total);
    let flow = [RequestRow::CarriedOver, RequestRow::Received, RequestRow::CarriedIn].map(total);
    let [over, received, carried_in] = flow;
    let few = vec![sum([(1, received), (1, carried_in)], Is::Below, FEW)];
    let a_quarter = vec![sum([(4, over), (-1, received), (-1, carried_in)], Is::AtMost, 0)];
    let lawyers = Cell::request(RequestRow::Received, Applicant::LegalServiceInstitution);

    let of_outcome = |outcome: Outcome| Cell::request(outcome, Column::Total);
    let direct = Cell::dispute(Route::DirectLitigation, Column::Total);
    // 行政查询事项 stands among the refusals, but is none under articles 14 to 16.
    let is_refusal = |outcome: &Outcome| outcome.legal_outcome().reconsideration_first() == Some(true);
    let denials = || Denial::ALL.iter().map(|&denial| Outcome::from(denial));
    let refused: Vec<Cell> = denials().filter(is_refusal).map(of_outcome).collect();
    let others: Vec<Cell> = denials()
        .filter(|outcome| !is_refusal(outcome))
        .chain(UnableToProvide::ALL.iter().map(|&reason| reason.into()))
        .chain(NotProcessed::ALL.iter().map(|&reason| reason.into()))
        .map(of_outcome)
        .collect();
    let no_suit = vec![sum([(1, direct)], Is::Equal, 0)];
    let none_refused = vec![sum_of(&refused, Is::Equal, 0)];
    let some_others = vec![sum_of(&others, Is::AtLeast, 1)];
    let suits: Vec<Cell> = [direct].into_iter().chain(refused).chain(others).collect();
    [
        Relation::of(Rule::R302, flow, vec![a_quarter, few]),
        Relation::of(Rule::R301, [lawyers], vec![vec![sum([(1, lawyers)], Is::Equal, 0)]])
            .when(vec![vec![Fact::Level { one_of: vec![Level::Township] }]]),
        Relation::of(Rule::D301, suits, vec![no_suit, some_others, none_refused])
            .when(vec![vec![Fact::Year { from: FIRST_YEAR }]]),
    ]
}
