//! The editions of the official form.

use std::ops::RangeInclusive;

use crate::form::{Cell, Form, Section};
use crate::value::Year;
use crate::value::axis::axis;

axis! {
    /// An edition of the official form, named by the year of the notice that prescribed it.
    ///
    /// Both are issued under article 50 of the Regulations by the office for government information of the
    /// General Office of the State Council. No later edition is known to us.
    ///
    /// ```
    /// use ogi_report::{Edition, Year};
    ///
    /// assert_eq!(Edition::V2021.notice(), "国办公开办函〔2021〕30号");
    /// assert_eq!(Edition::in_force(Year::new(2020)?), Some(Edition::V2019));
    /// assert_eq!((Edition::V2019.cells().len(), Edition::V2021.cells().len()), (198, 200));
    /// # Ok::<(), ogi_report::YearError>(())
    /// ```
    #[non_exhaustive]
    pub enum Edition {
        V2019 = "2019", "2019年版（试行）", "2019 edition (trial)";
        V2021 = "2021", "2021年版", "2021 edition";
    }
}

impl Edition {
    /// The number of the notice whose annex prescribes the form.
    ///
    /// ```
    /// assert_eq!(ogi_report::Edition::V2019.notice(), "国办公开办函〔2019〕60号");
    /// ```
    pub const fn notice(self) -> &'static str {
        match self {
            Self::V2019 => "国办公开办函〔2019〕60号",
            Self::V2021 => "国办公开办函〔2021〕30号",
        }
    }

    /// The reporting years that use this edition. That the 2021 edition is still in force rests on the
    /// reports seen up to reporting year 2025; the range has no end because no successor is known.
    ///
    /// ```
    /// use ogi_report::{Edition, Year};
    ///
    /// assert!(Edition::V2021.years().contains(&Year::new(2025)?));
    /// # Ok::<(), ogi_report::YearError>(())
    /// ```
    pub const fn years(self) -> RangeInclusive<Year> {
        match self {
            Self::V2019 => Year::known(2019)..=Year::known(2020),
            Self::V2021 => Year::known(2021)..=Year::LAST,
        }
    }

    /// The edition in force for a reporting year; none before 2019.
    ///
    /// ```
    /// use ogi_report::{Edition, Year};
    ///
    /// assert_eq!(Edition::in_force(Year::new(2018)?), None);
    /// # Ok::<(), ogi_report::YearError>(())
    /// ```
    pub fn in_force(year: Year) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.years().contains(&year))
    }

    /// The cells that this edition prints, in printed order.
    ///
    /// ```
    /// use ogi_report::Edition;
    ///
    /// assert_eq!(Edition::V2021.cells()[0].to_string(), "proactive.rules.issued");
    /// ```
    pub fn cells(self) -> &'static [Cell] {
        Cell::printed_in(self)
    }
}

/// The edition that the cells of a form, or of one table of it, speak for.
///
/// A cell that only one edition prints speaks for that edition; most cells are printed in both and tell nothing.
///
/// ```
/// use ogi_report::{Cell, Detection, Edition, Form, ProactiveCell};
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
    /// No cell is there that only one edition prints.
    Undecided,
    /// Every cell that tells is of this edition.
    Edition(Edition),
    /// Cells of several editions stand beside each other.
    Mixed,
}

impl Detection {
    /// What these cells speak for.
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
        let mut editions = Edition::ALL.into_iter().filter(|&edition| self.is_printed_in(edition));
        editions.next().filter(|_| editions.next().is_none())
    }
}

impl Form {
    /// The edition that the cells on the form speak for, whatever [`Form::edition`] and the year say.
    ///
    /// ```
    /// use ogi_report::{Detection, Edition, Form};
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
    /// use ogi_report::{Applicant, Cell, Detection, Edition, Form, Outcome, Section};
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
