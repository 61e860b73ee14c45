//! Where a page begins another report.
//!
//! A report is one title, with headings, tables and rows in the order of the form. After its first figures, another title, or an order that
//! starts again, begins another report, and the figures that follow do not belong to the first. A title or a list of headings without
//! figures is a link, a running head or a table of contents, and is ignored.

use std::collections::VecDeque;

use crate::extract::ExtractError;
use crate::extract::page::rows::{Page, Row};
use crate::extract::words::period::Period;
use crate::extract::words::title;
use crate::form::{Edition, Section};
use crate::law::Heading;
use crate::value::Year;

/// Titles before the first figures that are kept; no page has as many links.
const MOST_TITLES: usize = 200;

/// Follows a page from report to report.
pub(crate) struct Reports {
    /// The titles that were not passed yet, with their rows.
    titles: VecDeque<(usize, Title)>,
    /// The titles before the first figures.
    own: Vec<Title>,
    has_figures: bool,
    /// The furthest heading of the report.
    furthest: Option<Heading>,
    /// The possible start of another report, if figures follow.
    beginning: Option<Beginning>,
}

struct Title {
    year: Option<Year>,
    /// The folded name of the body, as another font or converter may spell it in other characters.
    body: Option<String>,
    text: String,
}

impl Title {
    fn of(text: &str) -> Self {
        let body = title::body(text).map(|body| body.folded_name().into_owned());
        Self { year: title::year(text), body, text: text.to_owned() }
    }

    /// Whether it names another body or another year.
    fn is_of_another(&self, other: &Self) -> bool {
        self.year != other.year || self.bodies(other).is_some_and(|(own, other)| own != other)
    }

    /// Whether it does so for certain: 附件：某某局 is no other body than 某某局.
    fn is_certainly_of_another(&self, other: &Self) -> bool {
        let differ = |(own, other): (&str, &str)| !own.contains(other) && !other.contains(own);
        self.year != other.year || self.bodies(other).is_some_and(differ)
    }

    fn bodies<'t>(&'t self, other: &'t Self) -> Option<(&'t str, &'t str)> {
        Some((self.body.as_deref()?, other.body.as_deref()?))
    }
}

/// Where another report begins.
#[derive(Clone)]
pub(crate) struct Beginning {
    /// The row of the page.
    pub(crate) row: usize,
    /// Which event of the page is its first.
    pub(crate) event: usize,
    /// Its title, if it is that of another body or year.
    pub(crate) title: Option<String>,
}

impl Reports {
    pub(crate) fn of(page: &Page<'_>) -> Self {
        let title = |(number, row): (usize, &Row)| {
            // Nearly every cell is shorter than a title.
            let pieces =
                page.pieces[row.pieces.clone()].iter().filter(|piece| piece.text.len() >= title::SHORTEST_TITLE);
            let mut texts = pieces.map(|piece| page.text_of(piece));
            texts.find(|text| title::is_title(text)).map(|text| (number, Title::of(text.trim())))
        };
        Self {
            titles: page.rows.iter().enumerate().filter_map(title).collect(),
            own: Vec::new(),
            has_figures: false,
            furthest: None,
            beginning: None,
        }
    }

    /// Whether a period is that of the report, as far as titles say which that is.
    pub(crate) fn is_of(&self, period: Period) -> Option<bool> {
        let year = match period {
            Period::Year(year) => year,
            Period::This => return Some(true),
            Period::Other => return Some(false),
        };
        let mut years = self.own.iter().filter_map(|title| title.year).peekable();
        years.peek()?;
        Some(years.any(|own| own == year))
    }

    /// The edition in force for the year of the report, if its titles say one.
    pub(crate) fn edition(&self) -> Option<Edition> {
        let mut years = self.own.iter().filter_map(|title| title.year);
        let first = years.next()?;
        years.all(|year| year == first).then(|| Edition::in_force(first)).flatten()
    }

    /// Passes the rows up to that of an event.
    pub(crate) fn pass(&mut self, row: usize, event: usize) {
        while self.titles.front().is_some_and(|(at, _)| *at <= row) {
            let Some((row, title)) = self.titles.pop_front() else { return };
            // Behind the last headings of a report, as behind its figures, another title begins another.
            let begins = if self.has_figures {
                self.own.iter().all(|own| own.is_of_another(&title))
            } else {
                self.furthest >= Some(Heading::Problems)
                    && self.own.iter().all(|own| own.is_certainly_of_another(&title))
            };
            if begins {
                self.beginning = Some(Beginning { row, event, title: Some(title.text) });
            } else if !self.has_figures && self.own.len() < MOST_TITLES {
                self.own.push(title);
            }
        }
    }

    /// Passes a heading, or the first row of the table under it.
    pub(crate) fn heading(&mut self, heading: Heading, row: usize, event: usize) {
        if self.has_figures && self.furthest > Some(heading) {
            self.starts_again(row, event);
        }
        self.furthest = self.furthest.max(Some(heading));
    }

    /// Passes the first row of the table of a section, of which figures were read before.
    pub(crate) fn starts_again(&mut self, row: usize, event: usize) {
        self.beginning.get_or_insert(Beginning { row, event, title: None });
    }

    /// Passes figures of a section. Returns where another report begins if they belong to it.
    ///
    /// # Errors
    ///
    /// If the first report has no figures, so that these would be taken for its own.
    pub(crate) fn figures(
        &mut self,
        section: Section,
        row: usize,
        event: usize,
    ) -> Result<Option<Beginning>, ExtractError> {
        let heading = Heading::ALL.iter().copied().find(|heading| heading.section() == Some(section));
        let begins = self.beginning.take().or_else(|| {
            let is_behind = self.has_figures && self.furthest > heading;
            is_behind.then_some(Beginning { row, event, title: None })
        });
        match (begins, self.own.first()) {
            (Some(Beginning { title: Some(second), .. }), Some(first)) if !self.has_figures => {
                Err(ExtractError::TwoReports { first: first.text.clone(), second })
            }
            (begins, _) => {
                let is_new = begins.is_some() || !self.has_figures;
                self.furthest = if is_new { heading } else { self.furthest.max(heading) };
                self.has_figures = true;
                Ok(begins)
            }
        }
    }
}
