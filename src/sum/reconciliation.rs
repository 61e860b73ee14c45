//! The published report of a jurisdiction against the sum of its parts.

use std::cmp::Reverse;

use crate::form::{Cell, Form, Section, Value};
use crate::report::Report;
use crate::sum::{Consolidation, NotOneWhole};
use crate::value::axis::axis;
use crate::value::{Body, Decimal};

/// Compares the published report of a whole jurisdiction with the sum of the reports of its parts: where they differ, by how much,
/// and whether one body explains it.
///
/// Each cell of the whole should be the sum of all parts, and never less than one part ([`Difference::larger_parts`]). Local
/// instructions say so (汇总本地所有公开主体的数据); the form does not, so this is our reading. Nothing here knows whether the parts are all
/// there: a part that is missing looks like one that the whole counts and others do not.
///
/// ```
/// use ogi_report::sum::ExplanationKind;
/// use ogi_report::{Applicant, Body, Report, Reconciliation, Section, Year};
///
/// let report = |name: &str, received| {
///     let mut report = Report::new(Body::named(name), Year::new(2024).unwrap());
///     report.requests.received[Applicant::NaturalPerson] = received;
///     report
/// };
/// let parts = [report("甲镇", 3), report("乙镇", 4), report("丙镇", 5)];
/// let county = report("某某县", 8);
///
/// let reconciliation = Reconciliation::of(&county, &parts, [])?;
/// assert_eq!(reconciliation.differences[0].whole, 8_u32.into());
/// assert_eq!(reconciliation.differences[0].parts, 12_u32.into());
/// let explanation = &reconciliation.explanations[0];
/// assert_eq!((explanation.section, explanation.kind), (Section::Requests, ExplanationKind::LeftOut));
/// assert_eq!(explanation.body.as_ref().unwrap().name, "乙镇");
/// # Ok::<(), ogi_report::sum::NotOneWhole>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reconciliation {
    /// The cells where the whole is not the sum of the parts, totals included, in printed order.
    pub differences: Vec<Difference>,
    /// The cells that could not be compared, because the whole or a part does not print them, marks them or
    /// gives an amount without a unit. In printed order.
    pub not_compared: Vec<Cell>,
    /// The bodies that each explain all differences of a section. If there are several for one
    /// section, the figures do not tell which it is.
    pub explanations: Vec<Explanation>,
}

/// A cell where a whole is not the sum of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The cell.
    pub cell: Cell,
    /// What the whole states, in the unit of the cell; amounts of money in 元.
    pub whole: Decimal,
    /// What the parts add up to, in the same unit.
    pub parts: Decimal,
    /// The parts that are not 0 there, the largest first.
    pub contributions: Vec<Contribution>,
}

/// The figure of a part in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contribution {
    /// The body.
    pub body: Body,
    /// Its figure, in the unit of the cell; amounts of money in 元.
    pub value: Decimal,
}

/// A body that alone explains all differences of a section: its figures are the differences, cell by cell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The section.
    pub section: Section,
    /// The body; `None` for a form that does not name it.
    pub body: Option<Body>,
    /// How it explains them.
    pub kind: ExplanationKind,
}

axis! {
    /// How one body explains why a whole is not the sum of its parts.
    pub enum ExplanationKind {
        /// The whole lacks exactly the figures of this part.
        LeftOut = "left_out", "汇总时漏计", "left out of the whole";
        /// The whole exceeds the parts by exactly the figures of this part.
        CountedTwice = "counted_twice", "汇总时重复计入", "counted twice in the whole";
        /// The whole exceeds the parts by exactly the figures of this form, which did not verify.
        NotAmongParts = "not_among_parts", "汇总已计入，其表未通过核对", "in the whole, though its form does not verify";
    }
}

/// The figure of each cell, by slot.
type Figures = Vec<Option<Decimal>>;

impl Reconciliation {
    /// Compares a whole with its parts. Pass forms that did not verify as well: they are not added, but one of them may be the missing
    /// part.
    ///
    /// # Errors
    ///
    /// If the parts have a [`Conflict`](crate::sum::Conflict), or are of another year than the report.
    ///
    /// ```
    /// use ogi_report::{Body, Reconciliation, Report, Year};
    ///
    /// let [county, town] = ["某某县", "某某镇"].map(|name| Report::new(Body::named(name), Year::new(2024).unwrap()));
    /// assert!(Reconciliation::of(&county, [&town], [])?.differences.is_empty());
    /// let mut earlier = town.clone();
    /// earlier.year = Year::new(2023).unwrap();
    /// assert!(Reconciliation::of(&county, [&earlier], []).is_err());
    /// # Ok::<(), ogi_report::sum::NotOneWhole>(())
    /// ```
    pub fn of<'a>(
        whole: &Report,
        parts: impl IntoIterator<Item = &'a Report>,
        rejected: impl IntoIterator<Item = &'a Form>,
    ) -> Result<Self, NotOneWhole> {
        let parts: Vec<&Report> = parts.into_iter().collect();
        parts.iter().copied().sum::<Consolidation>().whole()?;
        if parts.iter().any(|part| part.year != whole.year) {
            let all = parts.iter().copied().chain([whole]);
            return Err(NotOneWhole::of_years(all.map(|report| (report.year, Some(report.body.clone()))).collect()));
        }

        let whole_form = Form::from(whole);
        let whole_figures = figures(&whole_form);
        let part_figures: Vec<(&Body, Figures)> =
            parts.iter().map(|part| (&part.body, figures(&Form::from(*part)))).collect();
        let form_figures: Vec<_> = rejected.into_iter().map(|form| (form.body.as_ref(), figures(form))).collect();
        let mut reconciliation = Self { differences: Vec::new(), not_compared: Vec::new(), explanations: Vec::new() };
        let mut differences: Figures = vec![None; Cell::ALL.len()];
        for &cell in Cell::ALL {
            let is_marked =
                matches!(whole_form.get(cell).map(crate::form::Filed::value), Some(Value::NotApplicable(_)));
            let stated = whole_figures[cell.slot()].filter(|_| !is_marked);
            let difference = reconciliation.compare(cell, stated, &part_figures);
            differences[cell.slot()] = difference.filter(|_| !cell.is_total());
        }
        reconciliation.explain(&part_figures, &form_figures, &differences);
        Ok(reconciliation)
    }

    /// Compares a cell. Returns by how much the whole exceeds the parts, if they can be compared.
    fn compare(&mut self, cell: Cell, stated: Option<Decimal>, parts: &[(&Body, Figures)]) -> Option<Decimal> {
        let slot = cell.slot();
        let values: Option<Vec<Decimal>> = parts.iter().map(|(_, figures)| figures[slot]).collect();
        let (Some(stated), Some(values)) = (stated, values) else {
            if stated.is_some() || parts.iter().any(|(_, figures)| figures[slot].is_some()) {
                self.not_compared.push(cell);
            }
            return None;
        };
        let sum: Decimal = values.iter().copied().sum();
        if stated != sum {
            let figures = parts.iter().zip(values).filter(|(_, value)| *value != Decimal::ZERO);
            let mut contributions: Vec<Contribution> =
                figures.map(|((body, _), value)| Contribution { body: (*body).clone(), value }).collect();
            contributions.sort_by_cached_key(|part| (Reverse(part.value), part.body.clone()));
            self.differences.push(Difference { cell, whole: stated, parts: sum, contributions });
        }
        Some(stated.minus(sum))
    }

    /// Looks for bodies that each explain all differences of a section.
    fn explain(&mut self, parts: &[(&Body, Figures)], forms: &[(Option<&Body>, Figures)], differences: &Figures) {
        let parts = parts.iter().flat_map(|(body, figures)| {
            [(ExplanationKind::LeftOut, Some(*body), figures), (ExplanationKind::CountedTwice, Some(*body), figures)]
        });
        let forms = forms.iter().map(|(body, figures)| (ExplanationKind::NotAmongParts, *body, figures));
        for (kind, body, figures) in parts.chain(forms) {
            for &section in Section::ALL {
                if explains(kind, section, figures, differences) {
                    self.explanations.push(Explanation { section, body: body.cloned(), kind });
                }
            }
        }
        self.explanations.sort_by_cached_key(|e| (e.section, e.kind, e.body.clone()));
    }
}

impl Difference {
    /// The parts that are each larger than the whole. No part left out or counted twice can explain this: one of the two figures is
    /// wrong. Empty if a part is negative, as a change may be.
    ///
    /// ```
    /// use ogi_report::{Applicant, Body, Reconciliation, Report, Year};
    ///
    /// let report = |name: &str, received| {
    ///     let mut report = Report::new(Body::named(name), Year::new(2024).unwrap());
    ///     report.requests.received[Applicant::NaturalPerson] = received;
    ///     report
    /// };
    /// let parts = [report("甲镇", 3), report("乙镇", 9)];
    /// let reconciliation = Reconciliation::of(&report("某某县", 8), &parts, [])?;
    /// let larger = reconciliation.differences[0].larger_parts();
    /// assert_eq!(larger.iter().map(|part| &part.body.name).collect::<Vec<_>>(), ["乙镇"]);
    /// # Ok::<(), ogi_report::sum::NotOneWhole>(())
    /// ```
    pub fn larger_parts(&self) -> &[Contribution] {
        if self.contributions.last().is_some_and(|least| least.value < Decimal::ZERO) {
            return &[];
        }
        let larger = self.contributions.iter().take_while(|part| part.value > self.whole).count();
        &self.contributions[..larger]
    }
}

/// Whether the figures equal the differences of the section, which has at least one.
fn explains(kind: ExplanationKind, section: Section, figures: &Figures, differences: &Figures) -> bool {
    let cells = || Cell::ALL.iter().copied().filter(|cell| cell.section() == section).map(Cell::slot);
    let difference = |difference: Decimal| match kind {
        ExplanationKind::LeftOut => Decimal::ZERO.minus(difference),
        ExplanationKind::CountedTwice | ExplanationKind::NotAmongParts => difference,
    };
    cells().any(|slot| differences[slot].is_some_and(|difference| difference != Decimal::ZERO))
        && cells().all(|slot| differences[slot].is_none_or(|d| figures[slot] == Some(difference(d))))
}

/// The figures of the form, amounts of money in 元. `/` in the row 规章 adds nothing.
fn figures(form: &Form) -> Figures {
    let figure = |(cell, filed): (Cell, Option<&crate::form::Filed>)| match (cell, filed?.value()) {
        (Cell::Proactive(proactive), Value::NotApplicable(_)) if proactive.is_in_rules_row() => Some(Decimal::ZERO),
        _ => filed?.figure(cell.unit()).filter(|(_, is_unit_known)| *is_unit_known).map(|(number, _)| number),
    };
    form.slots().map(figure).collect()
}
