//! The reports of a consolidation that are one whole.

use crate::sum::{Consolidation, Coverage, Span, Totals};
use crate::value::Year;

/// Reports of one year in which no body is counted twice, as far as is known: the proof that [`Consolidation::whole`] gives, and
/// with it the sums.
///
/// That every expected body is among them is another question, which [`Whole::coverage`] answers.
///
/// ```
/// use ogi_report::sum::Completeness;
/// use ogi_report::{Body, Consolidation, Report, Year};
///
/// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
/// let bureaus: Consolidation = [&report].into_iter().sum();
/// let whole = bureaus.whole()?;
/// assert_eq!((whole.year(), whole.totals().reports()), (Some(report.year), 1));
/// assert_eq!(whole.coverage().completeness(), Completeness::Unknown);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    consolidation: &'a Consolidation,
}

impl<'a> Whole<'a> {
    /// The caller has found no conflict.
    pub(super) fn proven(consolidation: &'a Consolidation) -> Self {
        Self { consolidation }
    }

    /// The sums. They are those of the bodies that came; whether all came, [`Whole::coverage`] says.
    ///
    /// ```
    /// assert_eq!(ogi_report::Consolidation::default().whole()?.totals().reports(), 0);
    /// # Ok::<(), ogi_report::sum::NotOneWhole>(())
    /// ```
    pub fn totals(&self) -> &'a Totals {
        &self.consolidation.totals
    }

    /// The year of the reports; `None` if there is none.
    ///
    /// ```
    /// assert_eq!(ogi_report::Consolidation::default().whole()?.year(), None);
    /// # Ok::<(), ogi_report::sum::NotOneWhole>(())
    /// ```
    pub fn year(&self) -> Option<Year> {
        self.consolidation.year()
    }

    /// Which bodies are counted, and which are missing.
    ///
    /// ```
    /// assert!(ogi_report::Consolidation::default().whole()?.coverage().counted.is_empty());
    /// # Ok::<(), ogi_report::sum::NotOneWhole>(())
    /// ```
    pub fn coverage(&self) -> Coverage {
        self.consolidation.coverage()
    }

    /// The reports as the one year of a span of years; `None` if there is none.
    ///
    /// ```
    /// use ogi_report::{Body, Consolidation, Report, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let bodies: Consolidation = [&report].into_iter().sum();
    /// assert_eq!(bodies.whole()?.span().unwrap().years(), [report.year]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn span(&self) -> Option<Span> {
        let year = self.consolidation.roster.years().next()?;
        Some(Span::of_year(year, self.totals().clone(), self.consolidation.bodies().collect()))
    }
}
