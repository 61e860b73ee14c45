//! Which edition the cells of a form speak for.

use crate::form::{Cell, Edition, Form, Section};

/// The edition that the cells of a form, or of one table of it, speak for.
///
/// A cell that only one edition prints speaks for that edition; most cells are printed in both and tell nothing.
///
/// ```
/// use ogi_report::form::Detection;
/// use ogi_report::{Cell, Edition, Form, ProactiveCell};
///
/// let mut form = Form::new(Edition::V2021);
/// assert_eq!(form.detect_edition(), Detection::Undecided);
/// form.set(Cell::Proactive(ProactiveCell::RulesNewlyMade), 0);
/// assert_eq!(form.detect_edition(), Detection::Edition(Edition::V2019));
/// form.set(Cell::Proactive(ProactiveCell::FeesAmount), 0);
/// assert_eq!(form.detect_edition(), Detection::Mixed);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Detection {
    /// Every cell is printed in both editions.
    Undecided,
    /// Every cell that only one edition prints is of this one.
    Edition(Edition),
    /// Cells of several editions are mixed.
    Mixed,
}

impl Detection {
    /// The edition that these cells show.
    pub(crate) fn of(cells: impl Iterator<Item = Cell>) -> Self {
        cells.filter_map(Cell::only_edition).fold(Self::Undecided, |so_far, edition| match so_far {
            Self::Undecided => Self::Edition(edition),
            Self::Edition(other) if other == edition => so_far,
            Self::Edition(_) | Self::Mixed => Self::Mixed,
        })
    }
}

impl Cell {
    /// The edition, if only one prints the cell.
    pub(crate) fn only_edition(self) -> Option<Edition> {
        let mut editions = Edition::ALL.iter().copied().filter(|&edition| self.is_printed_in(edition));
        editions.next().filter(|_| editions.next().is_none())
    }
}

impl Form {
    /// The edition that the cells on the form speak for, whatever [`Form::edition`] and the year say.
    ///
    /// ```
    /// use ogi_report::form::Detection;
    /// use ogi_report::{Edition, Form};
    ///
    /// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
    /// let form: Form = serde_json::from_str(&json)?;
    /// assert_eq!(form.detect_edition(), Detection::Edition(Edition::V2019));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn detect_edition(&self) -> Detection {
        Detection::of(self.cells().map(|(cell, _)| cell))
    }

    /// The edition that the cells of one table speak for. Section 四 is the same in both editions; of section 三
    /// only （六）其他处理 tells.
    ///
    /// ```
    /// use ogi_report::form::Detection;
    /// use ogi_report::{Applicant, Cell, Edition, Form, Outcome, Section};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// form.set(Cell::request(Outcome::Other, Applicant::NaturalPerson), 0);
    /// assert_eq!(form.detect_edition_of(Section::Requests), Detection::Edition(Edition::V2019));
    /// assert_eq!(form.detect_edition_of(Section::Proactive), Detection::Undecided);
    /// ```
    pub fn detect_edition_of(&self, section: Section) -> Detection {
        Detection::of(self.cells().map(|(cell, _)| cell).filter(|cell| cell.section() == section))
    }
}
