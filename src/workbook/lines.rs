//! The lines of the sheet 核对, as data: each equation and comparison of the rule book that a formula can state.

use crate::check::equations::equations;
use crate::check::relations::{Is, Relation, Test, relations, rules_row};
use crate::check::{Link, Rule, links, number};
use crate::form::{self, Applicant, Cell, CellKind, Column, Edition, Filed, Form, RequestRow, Route, Ruling, Value};
use crate::value::Lang;

/// Millionths in one: the unit of every number here, so that counts and amounts of six decimals are both whole.
const ONE: i128 = 1_000_000;

/// An equation or a comparison between figures of a form.
pub(super) struct Line {
    pub(super) rule: Rule,
    /// The cell that it is about.
    pub(super) at: Cell,
    pub(super) left: Side,
    pub(super) right: Side,
    /// A third sum that the comparison looks at.
    pub(super) beside: Option<Side>,
    pub(super) holds: Holds,
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

/// What must hold between the sides.
#[derive(Clone, Copy)]
pub(super) enum Holds {
    Equal,
    AtMost,
    AtLeast,
    Below,
    /// Both are 0, or neither.
    BothOrNeither,
    /// They differ, unless both are less than five.
    DifferUnlessFew,
    /// The left side is 0 if the right side is.
    NoneOfNone,
    /// The left side is at most a quarter of the right side, if that is 30 or more.
    AtMostAQuarter,
    /// They differ by less than a hundred, or less than tenfold.
    Near,
    /// The left side is less than ten thousand times the right side, unless that is 0.
    NearInMoney,
    /// The left side is 0 if the right side is and the third sum is not.
    NoneWhereAllAreRefused,
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
    pub(super) left: Option<i128>,
    pub(super) right: Option<i128>,
    pub(super) beside: Option<i128>,
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
        let is_marked = |cell: Cell| form.get(cell).is_some_and(|f| matches!(f.value(), Value::NotApplicable(_)));
        Self { numbers, rules_row_is_marked: rules_row(form.edition).all(is_marked) }
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

    fn less(mut self, cell: Cell) -> Self {
        self.minus.push(cell);
        self
    }

    fn and(mut self, before: Option<i128>) -> Self {
        self.known = self.known.zip(before).map(|(a, b)| a + b);
        self
    }

    fn sum(&self, number: impl Fn(Cell) -> Option<i128>) -> Option<i128> {
        let total = |cells: &[Cell]| cells.iter().map(|&cell| number(cell)).sum::<Option<i128>>();
        Some(total(&self.plus)? - total(&self.minus)? + self.known?)
    }
}

impl Line {
    fn new(rule: Rule, at: Cell, left: Side, holds: Holds, right: Side) -> Self {
        Self { rule, at, left, right, beside: None, holds, decided_by: Vec::new(), is_total: false }
    }

    fn between(rule: Rule, left: &[Cell], holds: Holds, right: &[Cell]) -> Self {
        let side = |cells: &[Cell]| Side::of(cells.iter().copied());
        Self::new(rule, left[0], side(left), holds, side(right))
    }

    /// Whether it is about the row 规章, which may be marked as not applicable.
    pub(super) fn is_about_rules_row(&self) -> bool {
        self.at.is_in_rules_row()
    }

    /// What must hold, in words.
    pub(super) fn words(&self) -> String {
        let formula = self.rule.formula(Lang::Zh);
        let formula = formula.split_once("，每一").map_or(formula, |(formula, _)| formula);
        let row = match (self.rule, self.at) {
            (Rule::R101 | Rule::R102 | Rule::Y101, Cell::Request(_, column)) => {
                column.label(Lang::Zh, Applicant::label)
            }
            (Rule::R103 | Rule::Y301, Cell::Request(row, _)) => row.label(Lang::Zh),
            (_, Cell::Dispute(route, _)) => route.label(Lang::Zh),
            (_, Cell::Proactive(cell)) => cell.row_label(Lang::Zh),
            _ => return formula.to_owned(),
        };
        format!("{row}：{formula}")
    }
}

/// The lines of a form, in an order in which every total is decided before it is used.
pub(super) fn lines(form: &Form, previous: Option<&Form>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    lines.extend(of_equations(form.edition_of_other()));
    lines.extend(of_relations(form));
    if let Some(previous) = previous {
        across_years(form, previous, &mut lines);
    }
    lines
}

fn of_equations(edition_of_other: Edition) -> impl Iterator<Item = Line> {
    equations(edition_of_other).iter().map(|equation| Line {
        decided_by: equation.implied_by.clone().collect(),
        is_total: equation.is_total,
        ..Line::between(equation.rule, &equation.left.cells, Holds::Equal, &equation.right.cells)
    })
}

/// The comparisons of the form: each with the sides that it compares, by the order of the cells of its rule.
fn of_relations(form: &Form) -> Vec<Line> {
    let asked: Vec<&Relation> = relations(form.edition).iter().filter(|relation| relation.is_asked(form)).collect();
    let of_relation = |relation: &&Relation| {
        let cells = &relation.cells;
        let first = cells.first().copied()?;
        let sides = |left: &[usize], holds| {
            let (left, right): (Vec<_>, Vec<_>) = (0..cells.len()).partition(|i| left.contains(i));
            let side = |places: &[usize]| Side::of(places.iter().map(|&i| cells[i]));
            Line::new(relation.rule, first, side(&left), holds, side(&right))
        };
        let bounded =
            |holds, bound| Line::new(relation.rule, first, Side::of(cells.iter().copied()), holds, Side::number(bound));
        Some(match relation.rule {
            Rule::P101 => sides(&[0], Holds::AtMost),
            Rule::P102 => sides(&[0, 1], Holds::AtLeast),
            Rule::P103 => sides(&[0], Holds::BothOrNeither),
            Rule::P201 => sides(&[0], Holds::AtLeast),
            Rule::P301 => sides(&[1], Holds::Equal),
            Rule::P302 => sides(&[0], Holds::NoneOfNone),
            Rule::P304 => sides(&[1], Holds::DifferUnlessFew),
            // A unit behind the amount says what the bound is for.
            Rule::P303 if states_unit(form, first) => return None,
            Rule::P303 => bounded(Holds::AtMost, 1_000_000),
            // Of two bounds the lower refuses all that the higher does.
            Rule::P305 => {
                let lowest = asked
                    .iter()
                    .filter(|other| other.rule == relation.rule)
                    .filter_map(|other| upper_bound(other))
                    .min();
                bounded(Holds::Below, upper_bound(relation).filter(|bound| Some(*bound) == lowest)?)
            }
            Rule::P306 | Rule::R301 => bounded(Holds::Equal, 0),
            Rule::R302 => sides(&[0], Holds::AtMostAQuarter),
            Rule::D301 => {
                let is_refused = |cell: &Cell| match cell {
                    Cell::Request(RequestRow::Outcome(outcome @ form::Outcome::Denied(_)), _) => {
                        outcome.legal_outcome().reconsideration_first() == Some(true)
                    }
                    _ => false,
                };
                let (refused, others): (Vec<Cell>, Vec<Cell>) = cells[1..].iter().copied().partition(is_refused);
                let line = Line::between(relation.rule, &[first], Holds::NoneWhereAllAreRefused, &others);
                Line { beside: Some(Side::of(refused)), ..line }
            }
            _ => return None,
        })
    };
    asked.iter().filter_map(of_relation).collect()
}

/// The number that the cell of a relation must stay below.
fn upper_bound(relation: &Relation) -> Option<i128> {
    match relation.holds.first()?.as_slice() {
        [Test::Sum { is: Is::Below, value, .. }] => Some((*value).into()),
        _ => None,
    }
}

fn states_unit(form: &Form, cell: Cell) -> bool {
    matches!(form.get(cell).map(Filed::value), Some(Value::Number { unit: Some(_), .. }))
}

/// The comparisons with the year before, whose figures stand in them as numbers.
fn across_years(form: &Form, previous: &Form, lines: &mut Vec<Line>) {
    let of_previous: Vec<Line> = of_equations(previous.edition_of_other()).collect();
    let stated = Readings::of(previous);
    let decided = results(&of_previous, &stated).1;
    let before = |cell: Cell| decided[cell.slot()];
    let carried = |column: Column<Applicant>| {
        let (now, then) =
            (Cell::request(RequestRow::CarriedIn, column), Cell::request(RequestRow::CarriedOver, column));
        Line::new(Rule::Y101, now, Side::of([now]), Holds::Equal, Side::number(0).and(before(then)))
    };
    let first = lines.len();
    lines.extend(Applicant::ALL.iter().map(|&applicant| carried(applicant.into())));
    let columns = first..lines.len();
    lines.push(Line { decided_by: columns.collect(), ..carried(Column::Total) });

    let first = lines.len();
    let is_marked = |cell: &Cell| stated.rules_row_is_marked && cell.is_in_rules_row();
    for Link { rule, current, previous, .. } in links(form, previous) {
        let Some(&at) = current.first().filter(|_| !previous.iter().any(is_marked)) else { continue };
        let then = previous.iter().map(|&cell| before(cell)).sum::<Option<i128>>();
        let (holds, right) = match (rule, &current[1..]) {
            (Rule::Y201, _) => (Holds::Equal, Side::number(0)),
            (Rule::Y202 | Rule::Y204 | Rule::Y205, more) => (Holds::AtMost, Side::of(more.iter().copied())),
            (Rule::Y203, &[issued, repealed]) => (Holds::AtMost, Side::of([issued]).less(repealed)),
            (Rule::Y206, &[issued, repealed]) => (Holds::AtLeast, Side::of([issued]).less(repealed)),
            (Rule::Y303, _) => (Holds::AtLeast, Side::number(0)),
            (Rule::Y301, _) => (Holds::Near, Side::number(0)),
            (Rule::Y304, _) => (Holds::NearInMoney, Side::number(0)),
            _ => continue,
        };
        // A stock past its bound does not follow from the year before either: one line says it.
        let before_it = (first..lines.len()).filter(|&i| lines[i].at == at).collect();
        lines.push(Line { decided_by: before_it, ..Line::new(rule, at, Side::of([at]), holds, right.and(then)) });
    }

    let requests = [RequestRow::Received, RequestRow::CarriedIn].map(|row| Cell::request(row, Column::Total));
    let then = requests.into_iter().map(before).sum::<Option<i128>>();
    for &route in Route::ALL {
        let at = Cell::dispute(route, Column::<Ruling>::Total);
        let right = Side::of(requests).and(then);
        lines.push(Line::new(Rule::Y305, at, Side::of([at]), Holds::NoneOfNone, right));
    }
}

/// What became of each line, and the cells as they are decided.
pub(super) fn results(lines: &[Line], stated: &Readings) -> (Vec<Result>, Vec<Option<i128>>) {
    let mut decided = stated.numbers.clone();
    let mut results: Vec<Result> = Vec::with_capacity(lines.len());
    for line in lines {
        let left = if line.is_total { stated.get(line.at) } else { line.left.sum(|cell| decided[cell.slot()]) };
        let right = line.right.sum(|cell| decided[cell.slot()]);
        let beside = line.beside.as_ref().map_or(Some(0), |side| side.sum(|cell| decided[cell.slot()]));
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
            match (left, right, beside) {
                (Some(left), Some(right), Some(beside)) if line.holds.test(left, right, beside) => Outcome::Holds,
                (Some(_), Some(_), Some(_)) => Outcome::Broken,
                _ => Outcome::Open,
            }
        };
        let is_used = line.is_total && is_asked && outcome != Outcome::Unasked;
        if let (true, Some(right)) = (is_used, right) {
            decided[line.at.slot()] = Some(right);
        }
        let used = decided[line.at.slot()].filter(|_| line.is_total);
        results.push(Result { left, right, beside: line.beside.as_ref().and(beside), used, outcome });
    }
    (results, decided)
}

impl Line {
    /// Whether the lines that decide it only stand in its way if broken, and settle nothing if they hold.
    pub(super) fn is_across_links(&self) -> bool {
        self.rule.code().starts_with('Y') && self.rule != Rule::Y101
    }
}

impl Holds {
    fn test(self, left: i128, right: i128, beside: i128) -> bool {
        match self {
            Self::Equal => left == right,
            Self::AtMost => left <= right,
            Self::AtLeast => left >= right,
            Self::Below => left < right,
            Self::BothOrNeither => (left == 0) == (right == 0),
            Self::DifferUnlessFew => left != right || left < 5 * ONE,
            Self::NoneOfNone => left == 0 || right != 0,
            Self::AtMostAQuarter => right < 30 * ONE || left * 4 <= right,
            Self::Near => (left - right).abs() < 100 * ONE || left.max(right) < left.min(right) * 10,
            Self::NearInMoney => right == 0 || left / 10_000 < right,
            Self::NoneWhereAllAreRefused => left == 0 || right > 0 || beside == 0,
        }
    }

    /// The condition as a formula over the cells of the sides.
    pub(super) fn formula(self, l: &str, r: &str, beside: &str) -> String {
        match self {
            Self::Equal => format!("{l}={r}"),
            Self::AtMost => format!("{l}<={r}"),
            Self::AtLeast => format!("{l}>={r}"),
            Self::Below => format!("{l}<{r}"),
            Self::BothOrNeither => format!("({l}=0)=({r}=0)"),
            Self::DifferUnlessFew => format!("OR({l}<>{r},{l}<5)"),
            Self::NoneOfNone => format!("OR({l}=0,{r}<>0)"),
            Self::AtMostAQuarter => format!("OR({r}<30,{l}*4<={r})"),
            Self::Near => format!("OR(ABS({l}-{r})<100,MAX({l},{r})<MIN({l},{r})*10)"),
            Self::NearInMoney => format!("OR({r}=0,INT(ROUND({l}*1000000,0)/10000)<ROUND({r}*1000000,0))"),
            Self::NoneWhereAllAreRefused => format!("OR({l}=0,{r}>0,{beside}=0)"),
        }
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
