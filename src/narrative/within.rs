//! What is known within a sentence.

use std::ops::Range;

use crate::form::Unit;
use crate::narrative::Subject;
use crate::narrative::figure::Measure;
use crate::narrative::patterns::Context;
use crate::narrative::speaker::Speakers;

/// What is known within a sentence.
pub(crate) struct Within {
    pub(crate) sentence: Range<usize>,
    pub(crate) seen: Seen,
    /// The subject of the number just before; `None` if that could not be placed.
    pub(crate) last: Option<Subject>,
    /// How many numbers were read before.
    pub(crate) numbers: usize,
    /// Where a number ends behind which words stand that may be its own, and the next number with them.
    pub(crate) unclear: Option<usize>,
    pub(crate) forum: Option<Subject>,
    pub(crate) documents: Option<Context>,
    /// Where it speaks of another body.
    pub(crate) speakers: Speakers,
    /// Whether 其中 or 包括 was said before.
    pub(crate) is_listing: bool,
    /// Whether what is read stands in quotation marks.
    pub(crate) is_quoted: bool,
    pub(crate) of: Scope,
    /// The total whose parts the sentence gives, and its unit.
    pub(crate) is_part_of: Option<(Subject, Option<Unit>)>,
}

/// What the numbers of a sentence are of.
pub(crate) struct Scope {
    /// Whether they are of the report's year.
    pub(crate) is_own_year: bool,
    /// Whether 累计 may count more than the year: a day is said up to which it counts, or what part of it is the year's.
    pub(crate) may_be_cumulative: bool,
    /// Whether disputes are those that the body decides.
    pub(crate) decides: bool,
}

/// What a sentence has said already: of each subject one figure of a measure.
#[derive(Default)]
pub(crate) struct Seen(Vec<(Subject, Measure)>);

impl Seen {
    /// Whether it is said for the first time.
    pub(crate) fn is_new(&mut self, subject: Subject, measure: Measure) -> bool {
        let is_new = !self.has(subject, measure);
        if is_new {
            self.0.push((subject, measure));
        }
        is_new
    }

    pub(crate) fn has(&self, subject: Subject, measure: Measure) -> bool {
        self.0.contains(&(subject, measure))
    }
}
