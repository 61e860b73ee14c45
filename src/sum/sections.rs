//! Sums by section, of forms of which only some sections are correct.

use std::ops::AddAssign;

use crate::form::{Cell, Edition, Section};
use crate::report::{Report, VerifiedSections};
use crate::sum::Totals;
use crate::value::Body;

/// Sums by section. Each section is summed over the forms in which that section is correct.
///
/// A form with one wrong cell in section 三 may still have correct sections 二 and 四. These sums therefore include more forms than the
/// sums of whole reports, and each section has its own number of forms: print [`forms`](Self::forms) beside every sum. Nothing checks
/// which bodies the forms belong to.
///
/// ```
/// use ogi_report::sum::SectionTotals;
/// use ogi_report::{Body, Cell, Column, Form, Report, RequestRow, Route, Section, Year};
///
/// let mut form = Form::from(&Report::new(Body::named("某某局"), Year::new(2024)?));
/// form.set(Cell::request(RequestRow::Received, Column::Total), 1); // the applicants say 0
/// let mut sums = SectionTotals::default();
/// sums += &form.verify_sections();
/// assert_eq!((sums.forms(Section::Requests), sums.forms(Section::Disputes)), (0, 1));
/// assert_eq!(sums.count(Cell::request(RequestRow::Received, Column::Total)), None);
/// assert_eq!(sums.count(Cell::dispute(Route::Reconsideration, Column::Total)), Some(0));
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionTotals {
    proactive: Totals,
    requests: Totals,
    disputes: Totals,
}

impl SectionTotals {
    /// How many forms the sums of a section include.
    ///
    /// ```
    /// use ogi_report::{Section, sum::SectionTotals};
    ///
    /// assert_eq!(SectionTotals::default().forms(Section::Proactive), 0);
    /// ```
    pub fn forms(&self, section: Section) -> u64 {
        self.totals(section).reports()
    }

    /// The sum of a count; see [`Totals::count`].
    ///
    /// ```
    /// use ogi_report::sum::SectionTotals;
    /// use ogi_report::{Cell, Column, RequestRow};
    ///
    /// assert_eq!(SectionTotals::default().count(Cell::request(RequestRow::Received, Column::Total)), None);
    /// ```
    pub fn count(&self, cell: Cell) -> Option<u64> {
        self.totals(cell.section()).count(cell)
    }

    fn totals(&self, section: Section) -> &Totals {
        match section {
            Section::Proactive => &self.proactive,
            Section::Requests => &self.requests,
            Section::Disputes => &self.disputes,
        }
    }
}

impl AddAssign<&VerifiedSections> for SectionTotals {
    fn add_assign(&mut self, sections: &VerifiedSections) {
        // Each section has its own totals, so the empty sections of these reports are never read.
        let empty = |edition: Edition| Report::new(Body::named(""), *edition.years().start());
        if let Some(proactive) = &sections.proactive {
            self.proactive += &Report { proactive: proactive.clone(), ..empty(proactive.edition()) };
        }
        if let Some(requests) = &sections.requests {
            self.requests += &Report { requests: requests.clone(), ..empty(requests.outcomes.other.edition()) };
        }
        if let Some(disputes) = &sections.disputes {
            self.disputes += &Report { disputes: *disputes, ..empty(Edition::V2021) };
        }
    }
}
