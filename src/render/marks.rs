//! The findings of a check, by cell.

use crate::check::{Checked, Diagnosis, Place, RuleCode, Severity};
use crate::form::{Cell, Section};

/// The findings of a check, by place on the form.
pub(super) struct Marks<'a> {
    pub(super) checked: &'a Checked,
    pub(super) diagnoses: &'a [Diagnosis],
    cells: Vec<Mark>,
}

/// The findings and gaps at one cell.
#[derive(Clone, Default)]
pub(super) struct Mark {
    /// The findings that are about the cell itself, by position.
    pub(super) findings: Vec<usize>,
    /// The gravest of them.
    pub(super) severity: Option<Severity>,
    /// Whether a broken sum or comparison uses the figure.
    pub(super) is_involved: bool,
    /// The first rule that could not be assessed for want of the figure.
    pub(super) wanted: Option<RuleCode>,
    /// The diagnosis that names the cell as the only one that can be wrong, with the number that mends it.
    pub(super) mended: Option<(usize, i64)>,
}

impl<'a> Marks<'a> {
    pub(super) fn of(checked: &'a Checked, diagnoses: &'a [Diagnosis]) -> Self {
        let mut cells = vec![Mark::default(); Cell::ALL.len()];
        for (i, finding) in checked.findings.iter().enumerate() {
            for cell in finding.cells() {
                let mark = &mut cells[cell.slot()];
                if finding.at == Place::Cell(cell) {
                    mark.findings.push(i);
                    mark.severity =
                        Some(mark.severity.map_or(finding.severity, |gravest| gravest.min(finding.severity)));
                } else {
                    mark.is_involved = true;
                }
            }
        }
        for entry in checked.ledger.entries() {
            for cell in entry.gaps.iter().flat_map(|gap| &gap.missing) {
                cells[cell.slot()].wanted.get_or_insert(entry.rule);
            }
        }
        for (i, diagnosis) in diagnoses.iter().enumerate() {
            for correction in diagnosis.culprit().into_iter().flat_map(|mend| &mend.corrections) {
                cells[correction.cell.slot()].mended = Some((i, correction.mended));
            }
        }
        Self { checked, diagnoses, cells }
    }

    pub(super) fn cell(&self, cell: Cell) -> &Mark {
        &self.cells[cell.slot()]
    }

    /// The findings about the table of a section as a whole, by position.
    pub(super) fn section(&self, section: Section) -> impl Iterator<Item = usize> {
        self.findings_at(move |at| at == Place::Section(section))
    }

    /// The findings that are about no cell and no table, by position.
    pub(super) fn document(&self) -> impl Iterator<Item = usize> {
        self.findings_at(|at| !matches!(at, Place::Section(_) | Place::Cell(_)))
    }

    fn findings_at(&self, is_there: impl Fn(Place) -> bool) -> impl Iterator<Item = usize> {
        let findings = self.checked.findings.iter().enumerate();
        findings.filter(move |(_, finding)| is_there(finding.at)).map(|(i, _)| i)
    }
}

/// The sign of a severity, so that colour is not all there is.
pub(super) const fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Info => "i",
    }
}
