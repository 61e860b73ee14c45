//! Where a page begins another report.
//!
//! A report is one title, with headings, tables and rows in the order of the form. After its first figures, another title, or an order that
//! starts again, begins another report, and the figures that follow do not belong to the first. A title or a list of headings without
//! figures is a link, a running head or a table of contents, and is ignored.

use std::collections::VecDeque;
use std::ops::Range;

use crate::extract::ExtractError;
use crate::extract::page::rows::{Page, Piece, Role};
use crate::extract::words::period::Period;
use crate::extract::words::title;
use crate::form::{Edition, Section};
use crate::law::Heading;
use crate::narrative::passages::title::Named;
use crate::narrative::passages::{self, ends};
use crate::value::Year;
use crate::value::alias::{Alias, stem};
use crate::value::fold::fold_name;

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

/// A line that is a title.
pub(crate) struct Title {
    /// Where it stands in the text.
    pub(crate) at: Range<usize>,
    pub(crate) year: Option<Year>,
    pub(crate) body: Option<String>,
    pub(crate) text: String,
    pub(crate) rank: Rank,
    /// The folded name of the body, as another font or converter may spell it in other characters.
    folded: Option<String>,
}

/// Whose title a line is by the place where a page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// A link, which may lead to any report.
    Elsewhere,
    /// A line that says where on a website the page is.
    Breadcrumb,
    /// The caption of the page, which its template may have set.
    Caption,
    Line,
}

impl Title {
    fn of(page: &Page<'_>, piece: &Piece) -> Self {
        let text = page.text_of(piece).trim();
        let Named { body, year, .. } = passages::title::read(text);
        // Another link may stand beside the title.
        let at = piece.text.start + page.text_of(piece).find(['报', '報']).unwrap_or_default();
        let rank = match page.role_at(at) {
            _ if ends::is_breadcrumb(text) => Rank::Breadcrumb,
            Role::Link => Rank::Elsewhere,
            _ if ends::is_elsewhere(text) => Rank::Elsewhere,
            Role::Caption => Rank::Caption,
            Role::Line => Rank::Line,
        };
        let folded = body.as_deref().map(|body| fold_name(body).into_owned());
        Self { at: piece.text.clone(), year, body, text: text.to_owned(), rank, folded }
    }

    /// All titles of a page, with their rows.
    pub(crate) fn all<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (usize, Self)> + 'p {
        page.rows.iter().enumerate().filter_map(|(number, row)| {
            // Nearly every cell is shorter than a title.
            let is_title =
                |piece: &&Piece| piece.text.len() >= title::SHORTEST_TITLE && title::is_title(page.text_of(piece));
            let title = page.pieces[row.pieces.clone()].iter().find(is_title)?;
            Some((number, Self::of(page, title)))
        })
    }

    /// Those that count: the ones that a page shows nearest to its text. A link says nothing about the page it is on.
    pub(crate) fn that_count(titles: &[Self]) -> impl Iterator<Item = &Self> + Clone {
        let highest = titles.iter().map(|title| title.rank).max().filter(|rank| *rank > Rank::Elsewhere);
        titles.iter().filter(move |title| Some(title.rank) == highest)
    }

    /// Whether it names another body or another year.
    fn is_of_another(&self, other: &Self) -> bool {
        self.year != other.year || self.bodies(other).is_some_and(|(own, other)| own != other)
    }

    /// Whether it does so for certain: a name may be another with its place, its office or one of its parts.
    fn is_certainly_of_another(&self, other: &Self) -> bool {
        self.year != other.year || self.alias(other) == Some(Alias::Other)
    }

    /// How the names of the bodies are related, if both name one.
    fn alias(&self, other: &Self) -> Option<Alias> {
        self.bodies(other).map(|(own, other)| Alias::of(own, other))
    }

    /// Whether both may name one body, with or without its place before it or its office behind it.
    pub(crate) fn may_be_of_one_body(&self, other: &Self) -> bool {
        self.alias(other).is_none_or(|alias| alias <= Alias::Office)
    }

    /// Whether its name for the body is the other's with more before it, such as the place.
    pub(crate) fn is_fuller_than(&self, other: &Self) -> bool {
        let is_longer = |(own, other): (&str, &str)| stem(own).len() > stem(other).len();
        self.alias(other) == Some(Alias::Placed) && self.bodies(other).is_some_and(is_longer)
    }

    fn bodies<'t>(&'t self, other: &'t Self) -> Option<(&'t str, &'t str)> {
        Some((self.folded.as_deref()?, other.folded.as_deref()?))
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
        Self {
            titles: Title::all(page).collect(),
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
        let mut years = Title::that_count(&self.own).filter_map(|title| title.year).peekable();
        years.peek()?;
        Some(years.any(|own| own == year))
    }

    /// The edition in force for the year of the report, if its titles say one.
    pub(crate) fn edition(&self) -> Option<Edition> {
        let mut years = Title::that_count(&self.own).filter_map(|title| title.year);
        let first = years.next()?;
        years.all(|year| year == first).then(|| Edition::in_force(first)).flatten()
    }

    /// The titles before the first figures.
    pub(crate) fn titles(self) -> Vec<Title> {
        self.own
    }

    /// Passes the rows up to that of an event.
    pub(crate) fn pass(&mut self, row: usize, event: usize) {
        while self.titles.front().is_some_and(|(at, _)| *at <= row) {
            let Some((row, title)) = self.titles.pop_front() else { return };
            // Behind the last headings of a report, as behind its figures, another title begins another.
            let begins = if self.has_figures {
                Title::that_count(&self.own).all(|own| own.is_of_another(&title))
            } else {
                self.furthest >= Some(Heading::Problems)
                    && Title::that_count(&self.own).all(|own| own.is_certainly_of_another(&title))
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
        match (begins, Title::that_count(&self.own).next()) {
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
