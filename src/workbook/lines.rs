//! The lines of the sheet 核对, as data: each equation and comparison of the rule book that a formula can state.

use crate::check::equations::equations;
use crate::check::relations::{Is, Relation, Term, Test, relations};
use crate::check::{Between, Link, Rule, carried, disputes_without_requests, links, number};
use crate::form::{Applicant, Cell, CellKind, Column, Edition, Filed, Form};
use crate::value::Lang;

/// Millionths in one: the unit of every number here, so that counts and amounts of six decimals are both whole.
const ONE: i128 = 1_000_000;

/// An equation or a comparison between figures of a form.
pub(super) struct Line {
    pub(super) rule: Rule,
    /// The cell that it is about.
    pub(super) at: Cell,
    /// The sums that it compares, at least two. The sheet shows the first as its left and the second as its right side.
    pub(super) sides: Vec<Side>,
    /// What must hold: everything in one of these lists.
    pub(super) holds: Vec<Vec<Comparison>>,
    /// The lines before it that decide it: it is asked only where none of them is broken and not all of them hold.
    pub(super) decided_by: Vec<usize>,
    /// Whether the left side is a stated total, for which the right side stands in the lines behind it.
    pub(super) is_total: bool,
}

/// A sum of cells, less others, and a number: of cells of this form, and of what is known besides.
#[derive(Clone, Default)]
pub(super) struct Side {
    pub(super) plus: Vec<Cell>,
    pub(super) minus: Vec<Cell>,
    /// A bound, or figures of the year before; `None` if one of them is not known.
    pub(super) known: Option<i128>,
}

/// Sides, each so many times, compared with a number.
pub(super) struct Comparison {
    /// A side by its place, and how many times it is added; taken away if negative.
    pub(super) times: Vec<(usize, i64)>,
    pub(super) is: Is,
    pub(super) value: i64,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Holds,
    Broken,
    /// A figure is wanting.
    Open,
    /// Another line says what is wrong, or the row 规章 is marked `/`.
    Unasked,
}

/// The sides of a line as numbers, in millionths.
pub(super) struct Result {
    pub(super) sides: Vec<Option<i128>>,
    /// For a total, what the lines behind it use.
    pub(super) used: Option<i128>,
    pub(super) outcome: Outcome,
}

/// The cells of a form as the lines read them.
pub(super) struct Readings {
    numbers: Vec<Option<i128>>,
    /// Whether the whole row 规章 is marked as not applicable.
    pub(super) rules_row_is_marked: bool,
}

impl Readings {
    pub(super) fn of(form: &Form) -> Self {
        let mut numbers = vec![None; Cell::ALL.len()];
        for (cell, filed) in form.cells() {
            numbers[cell.slot()] = number_of(cell, filed);
        }
        Self { numbers, rules_row_is_marked: form.has_marked_rules_row() }
    }

    pub(super) fn get(&self, cell: Cell) -> Option<i128> {
        self.numbers[cell.slot()]
    }
}

/// The number of a cell, in millionths, if it holds one that the form allows there.
pub(super) fn number_of(cell: Cell, filed: &Filed) -> Option<i128> {
    let scale = if cell.kind() == CellKind::Amount { 1 } else { ONE };
    number(cell, filed).map(|number| i128::from(number) * scale)
}

impl Side {
    fn of(plus: impl IntoIterator<Item = Cell>) -> Self {
        Self { plus: plus.into_iter().collect(), minus: Vec::new(), known: Some(0) }
    }

    fn number(known: i128) -> Self {
        Self { known: Some(known * ONE), ..Self::default() }
    }

    fn sum(&self, number: impl Fn(Cell) -> Option<i128>) -> Option<i128> {
        let total = |cells: &[Cell]| cells.iter().map(|&cell| number(cell)).sum::<Option<i128>>();
        Some(total(&self.plus)? - total(&self.minus)? + self.known?)
    }
}

impl Line {
    /// A line in which the left side, less the right, compares with 0.
    fn between(rule: Rule, at: Cell, left: Side, is: Is, right: Side) -> Self {
        let holds = vec![vec![Comparison { times: vec![(0, 1), (1, -1)], is, value: 0 }]];
        Self { rule, at, sides: vec![left, right], holds, decided_by: Vec::new(), is_total: false }
    }

    /// The cells of its form that it compares.
    fn cells(&self) -> impl Iterator<Item = Cell> {
        self.sides.iter().flat_map(|side| side.plus.iter().chain(&side.minus)).copied()
    }

    /// Whether it is about the row 规章, which may be marked as not applicable.
    pub(super) fn is_about_rules_row(&self) -> bool {
        self.at.is_in_rules_row()
    }

    /// What must hold, in words.
    pub(super) fn words(&self) -> String {
        let formula = self.rule.formula(Lang::Zh);
        let formula = formula.split_once("，每一").map_or(formula, |(formula, _)| formula);
        let is_in_row =
            |label: &str, cell: Cell| matches!(cell, Cell::Proactive(one) if one.row_label(Lang::Zh) == label);
        let are_in_row = |label: &str| self.cells().all(|cell| is_in_row(label, cell));
        let row = match (self.rule, self.at) {
            (Rule::R101 | Rule::R102 | Rule::Y101, Cell::Request(_, column)) => {
                column.label(Lang::Zh, Applicant::label)
            }
            (Rule::R103 | Rule::Y301, Cell::Request(row, _)) => row.label(Lang::Zh),
            (_, Cell::Dispute(route, _)) => route.label(Lang::Zh),
            (_, Cell::Proactive(cell)) if are_in_row(cell.row_label(Lang::Zh)) => cell.row_label(Lang::Zh),
            _ => return formula.to_owned(),
        };
        format!("{row}：{formula}")
    }
}

/// The lines of a form, in an order in which every total is decided before it is used.
pub(super) fn lines(form: &Form, previous: Option<&Form>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(of_equations(form.edition_of_other()));
    lines.extend(relations(form.edition).iter().filter_map(|relation| of_relation(relation, form)));
    if let Some(previous) = previous {
        across_years(form, previous, &mut lines);
    }
    lines
}

fn of_equations(edition_of_other: Edition) -> impl Iterator<Item = Line> {
    equations(edition_of_other).iter().map(|equation| Line {
        decided_by: equation.implied_by.clone().collect(),
        is_total: equation.is_total,
        ..Line::between(
            equation.rule,
            equation.at,
            Side::of(equation.left.cells.iter().copied()),
            Is::Equal,
            Side::of(equation.right.cells.iter().copied()),
        )
    })
}

/// The line of a comparison; none if it is not asked, or if what the form prints beside numbers already decides it.
fn of_relation(relation: &Relation, form: &Form) -> Option<Line> {
    if !relation.is_asked(form) {
        return None;
    }
    let mut sides: Vec<Side> = Vec::new();
    let mut holds: Vec<Vec<Comparison>> = Vec::new();
    for all in &relation.holds {
        let is_printed = |test: &Test| !matches!(test, Test::PrintsUnit { cell } if form.printed_unit(*cell).is_none());
        if !all.iter().all(is_printed) {
            continue;
        }
        let sums = all.iter().filter_map(|test| match test {
            Test::Sum { terms, is, value } => Some((terms, *is, *value)),
            Test::PrintsUnit { .. } => None,
        });
        let comparisons = sums.map(|(terms, is, value)| Comparison { times: by_sides(terms, &mut sides), is, value });
        let comparisons: Vec<Comparison> = comparisons.collect();
        if comparisons.is_empty() {
            return None;
        }
        holds.push(comparisons);
    }
    // A sum that is compared with a number alone has that number beside it.
    if let ([_], Some(first)) = (sides.as_slice(), holds.first_mut().and_then(|all| all.first_mut())) {
        sides.push(Side::number(std::mem::take(&mut first.value).into()));
        first.times.push((1, -1));
    }
    let at = relation.cells.first().copied()?;
    Some(Line { rule: relation.rule, at, sides, holds, decided_by: Vec::new(), is_total: false })
}

/// The terms of a sum as sides: the cells that it adds equally often are one.
fn by_sides(terms: &[Term], sides: &mut Vec<Side>) -> Vec<(usize, i64)> {
    let mut cells_by_times: Vec<(i64, Vec<Cell>)> = Vec::new();
    for term in terms {
        match cells_by_times.iter_mut().find(|(times, _)| *times == term.times) {
            Some((_, cells)) => cells.push(term.cell),
            None => cells_by_times.push((term.times, vec![term.cell])),
        }
    }
    let side = |(times, cells): (i64, Vec<Cell>)| {
        let place = sides.iter().position(|side| side.plus == cells).unwrap_or_else(|| {
            sides.push(Side::of(cells));
            sides.len() - 1
        });
        (place, times)
    };
    cells_by_times.into_iter().map(side).collect()
}

/// The line of a link, with what the cells of the year before hold.
fn of_link(link: &Link, before: impl Fn(Cell) -> Option<i128>) -> Line {
    let then = link.previous.iter().map(|&cell| before(cell)).sum();
    let expected = Side { plus: link.plus.clone(), minus: link.minus.clone(), known: then };
    let comparison = |test: &Between| {
        let times = [(0, test.figure), (1, test.expected)].into_iter().filter(|(_, times)| *times != 0).collect();
        Comparison { times, is: test.is, value: test.value }
    };
    Line {
        rule: link.rule,
        at: link.current,
        sides: vec![Side::of([link.current]), expected],
        holds: link.holds.iter().map(|all| all.iter().map(comparison).collect()).collect(),
        decided_by: Vec::new(),
        is_total: false,
    }
}

/// The comparisons with the year before, whose figures stand in them as numbers.
fn across_years(form: &Form, previous: &Form, lines: &mut Vec<Line>) {
    let of_previous: Vec<Line> = of_equations(previous.edition_of_other()).collect();
    let stated = Readings::of(previous);
    let decided = results(&of_previous, &stated).1;
    let before = |cell: Cell| decided[cell.slot()];
    let first = lines.len();
    lines.extend(Applicant::ALL.iter().map(|&applicant| of_link(&carried(applicant.into()), before)));
    let columns = first..lines.len();
    lines.push(Line { decided_by: columns.collect(), ..of_link(&carried(Column::Total), before) });

    let first = lines.len();
    let is_marked = |cell: &Cell| stated.rules_row_is_marked && cell.is_in_rules_row();
    for link in links(form, previous).iter().filter(|link| !link.previous.iter().any(is_marked)) {
        // A stock past its bound does not follow from the year before either: one line says it.
        let before_it = (first..lines.len()).filter(|&i| lines[i].at == link.current).collect();
        lines.push(Line { decided_by: before_it, ..of_link(link, before) });
    }
    lines.extend(disputes_without_requests().map(|link| of_link(&link, before)));
}

/// What became of each line, and the cells as they are decided.
pub(super) fn results(lines: &[Line], stated: &Readings) -> (Vec<Result>, Vec<Option<i128>>) {
    let mut decided = stated.numbers.clone();
    let mut results: Vec<Result> = Vec::with_capacity(lines.len());
    for line in lines {
        let sum = |side: &Side| side.sum(|cell| decided[cell.slot()]);
        let mut sides: Vec<Option<i128>> = line.sides.iter().map(sum).collect();
        if line.is_total {
            sides[0] = stated.get(line.at);
        }
        let outcomes = || line.decided_by.iter().map(|&i| results[i].outcome);
        let all_hold = !line.decided_by.is_empty() && outcomes().all(|outcome| outcome == Outcome::Holds);
        let is_asked = !all_hold || line.is_across_links();
        let outcome = if line.is_about_rules_row() && stated.rules_row_is_marked
            || outcomes().any(|outcome| outcome == Outcome::Broken)
        {
            Outcome::Unasked
        } else if !is_asked {
            Outcome::Holds
        } else {
            match sides.iter().copied().collect::<Option<Vec<i128>>>() {
                Some(sides) if line.holds(&sides) => Outcome::Holds,
                Some(_) => Outcome::Broken,
                None => Outcome::Open,
            }
        };
        let is_used = line.is_total && is_asked && outcome != Outcome::Unasked;
        if let (true, Some(right)) = (is_used, sides[1]) {
            decided[line.at.slot()] = Some(right);
        }
        let used = decided[line.at.slot()].filter(|_| line.is_total);
        results.push(Result { sides, used, outcome });
    }
    (results, decided)
}

impl Line {
    /// Whether the lines that decide it only stand in its way if broken, and settle nothing if they hold.
    pub(super) fn is_across_links(&self) -> bool {
        self.rule.code().starts_with('Y') && self.rule != Rule::Y101
    }

    fn holds(&self, sides: &[i128]) -> bool {
        self.holds.iter().any(|all| all.iter().all(|comparison| comparison.holds(sides)))
    }

    /// What must hold as a formula over the addresses of the sides.
    pub(super) fn formula(&self, sides: &[String]) -> String {
        let is_amount = self.cells().any(|cell| cell.kind() == CellKind::Amount);
        let all = |all: &Vec<Comparison>| joined("AND", all.iter().map(|one| one.formula(sides, is_amount)).collect());
        joined("OR", self.holds.iter().map(all).collect())
    }
}

impl Comparison {
    fn holds(&self, sides: &[i128]) -> bool {
        let sum = self.times.iter().map(|&(side, times)| sides[side] * i128::from(times)).sum();
        self.is.compare(sum, i128::from(self.value) * ONE)
    }

    /// The comparison as a formula over the addresses of the sides: what is added on the left, what is taken away and the
    /// number on the right.
    fn formula(&self, sides: &[String], is_amount: bool) -> String {
        let term = |side: usize, times: u64| match times {
            1 => sides[side].clone(),
            _ => format!("{times}*{}", sides[side]),
        };
        let terms = |is_added: bool| -> Vec<String> {
            let times = self.times.iter().filter(|(_, times)| (*times > 0) == is_added);
            times.map(|&(side, times)| term(side, times.unsigned_abs())).collect()
        };
        let (left, mut right) = (terms(true), terms(false));
        if self.value != 0 || right.is_empty() {
            right.push(self.value.to_string());
        }
        let sum = |terms: Vec<String>| match terms.join("+") {
            none if none.is_empty() => "0".to_owned(),
            // Sums and products of decimals are not exact.
            sum if is_amount && sum.contains(['+', '*']) => format!("ROUND({sum},6)"),
            sum => sum,
        };
        format!("{}{}{}", sum(left), sign(self.is), sum(right))
    }
}

const fn sign(is: Is) -> &'static str {
    match is {
        Is::Equal => "=",
        Is::Unequal => "<>",
        Is::AtMost => "<=",
        Is::AtLeast => ">=",
        Is::Below => "<",
    }
}

/// Conditions as one, by a function of the workbook.
fn joined(function: &str, conditions: Vec<String>) -> String {
    match <[String; 1]>::try_from(conditions) {
        Ok([one]) => one,
        Err(conditions) => format!("{function}({})", conditions.join(",")),
    }
}

impl Outcome {
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Holds => "成立",
            Self::Broken => "不符",
            Self::Open => "待填",
            Self::Unasked => "—",
        }
    }
}
