//! A finding: a broken rule, where, and the figures that show it.

use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use crate::check::Severity;
use crate::check::code::RuleCode;
use crate::form::{Cell, Edition, Section, Unit};
use crate::narrative::{Figure, Measure, Passage, Subject};
use crate::value::{Decimal, Lang, Scope, Texts, Year};

/// A broken rule at a place of the form, with the figures that show it.
///
/// In JSON it has its message in both languages, too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Finding {
    /// The rule that is broken.
    pub rule: RuleCode,
    /// How grave it is.
    pub severity: Severity,
    /// Where.
    pub at: Place,
    /// The figures that show it.
    pub evidence: Evidence,
}

/// The place of a finding: a cell, a whole table, or the document. In JSON it is the cell path, the name
/// of the section, or `document`.
///
/// ```
/// use ogi_report::check::Place;
/// use ogi_report::Section;
///
/// assert_eq!(Place::Section(Section::Disputes).to_string(), "disputes");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// The document as a whole.
    Document,
    /// The table of a section.
    Section(Section),
    /// A cell.
    Cell(Cell),
}

/// The evidence that a rule is broken: figures, not prose.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Evidence {
    /// The place says it all.
    Nothing,
    /// The print of the cell.
    Printed {
        /// The text as printed: its start if it is long, and with `\u{fffd}` for what cannot be seen. The form has
        /// all of it.
        printed: String,
    },
    /// Two sums that should be equal. For a total, the left side is the total as stated.
    Unequal {
        /// The cells of the left side.
        left: Vec<Operand>,
        /// The cells of the right side.
        right: Vec<Operand>,
    },
    /// Cells that do not go together.
    Compared {
        /// The cells, in the order of the rule's formula.
        operands: Vec<Operand>,
    },
    /// Figures of two years that do not go together.
    AcrossYears {
        /// The cells of the year before.
        previous: Vec<Operand>,
        /// The cells of the year.
        current: Vec<Operand>,
        /// The number that the first cell of the year should equal, or not exceed.
        #[serde(skip_serializing_if = "Option::is_none")]
        expected: Option<Decimal>,
    },
    /// Dates that do not go with the reporting year.
    Dates {
        /// The date that the form states, or the first day of the period that it states.
        from: NaiveDate,
        /// The date set by law, or the last day of the period that the form states.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<NaiveDate>,
        /// The reporting year.
        year: Year,
    },
    /// A figure of the text, and the figures that it contradicts.
    Stated {
        /// The figure of the text that is judged.
        stated: Quote,
        /// Other figures of the text that it was compared with or added up from.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        parts: Vec<Quote>,
        /// The cells that it was compared with.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        operands: Vec<Operand>,
        /// The expected number. Of money it is in the unit of the figure that is judged, if that states one.
        #[serde(skip_serializing_if = "Option::is_none")]
        expected: Option<Decimal>,
        /// The scope of the text by which it would be right.
        #[serde(skip_serializing_if = "Option::is_none")]
        scope: Option<Scope>,
        /// The words in which the text lists the parts.
        #[serde(skip_serializing_if = "Option::is_none")]
        list: Option<Passage>,
    },
    /// The message of a house rule, and the cells that it shows.
    House {
        /// The message.
        says: Texts,
        /// The cells.
        operands: Vec<Operand>,
    },
    /// Text that stands in last year's text, too.
    Repeated {
        /// How many sentences were compared.
        sentences: usize,
        /// How many of them stand in last year's text.
        equal: usize,
        /// How many characters the longest passage has that stands in both, without names, years, spaces and punctuation.
        characters: usize,
        /// The passage, or its start if it is long.
        passage: String,
    },
    /// The length of a section.
    Length {
        /// How many characters it has, spaces not counted.
        characters: usize,
        /// How many it may have.
        at_most: usize,
    },
    /// The edition that the form says it follows.
    Edition {
        /// The edition.
        edition: Edition,
    },
}

/// A cell and the number that a rule used for it. A total that follows from other cells is used as they
/// add up, whatever the form states for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Operand {
    /// The cell.
    pub cell: Cell,
    /// The number.
    pub value: Decimal,
}

/// A figure of the text that a rule used, with the bytes of the text that state it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// The subject that it counts.
    pub subject: Subject,
    /// The words that name it, for one of a list of the report's own making.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is a count, a share or a change.
    pub measure: Measure,
    /// The number: of things, of money, or percent.
    pub value: Decimal,
    /// The unit that the text states, where it is one that the form knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The bytes of the text.
    pub span: std::ops::Range<usize>,
}

impl Quote {
    pub(crate) fn of(figure: &Figure) -> Self {
        let Figure { subject, measure, name, value, unit, span, .. } = figure;
        Self {
            subject: *subject,
            name: name.clone(),
            measure: *measure,
            value: *value,
            unit: *unit,
            span: span.clone(),
        }
    }
}

/// What a number of a list is.
pub(crate) enum Listed {
    Whole,
    Part,
}

/// The words of a list in their order, and which of them are its numbers.
pub(crate) fn pieces<'a>(list: &'a Passage, stated: &Quote, parts: &[Quote]) -> Vec<(&'a str, Option<Listed>)> {
    let of_whole = std::iter::once((&stated.span, true));
    let mut numbers: Vec<_> = of_whole.chain(parts.iter().map(|part| (&part.span, false))).collect();
    numbers.sort_by_key(|(span, _)| span.start);
    let mut pieces = Vec::with_capacity(2 * numbers.len() + 1);
    let mut from = 0;
    for (span, is_whole) in numbers {
        let [start, end] = [span.start, span.end].map(|at| at.saturating_sub(list.span.start));
        let (Some(words), Some(number)) = (list.text.get(from..start), list.text.get(start..end)) else { continue };
        pieces.extend([(words, None), (number, Some(if is_whole { Listed::Whole } else { Listed::Part }))]);
        from = end;
    }
    pieces.push((&list.text[from..], None));
    pieces
}

impl Place {
    /// The label of the place.
    ///
    /// ```
    /// use ogi_report::check::Place;
    /// use ogi_report::{Lang, Section};
    ///
    /// assert_eq!(Place::Section(Section::Disputes).label(Lang::Zh), "四、政府信息公开行政复议、行政诉讼情况");
    /// ```
    pub fn label(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Document, Lang::Zh) => "报告全文".to_owned(),
            (Self::Document, Lang::En) => "the document".to_owned(),
            (Self::Section(section), _) => section.label(lang).to_owned(),
            (Self::Cell(cell), _) => cell.label(lang),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => f.pad("document"),
            Self::Section(section) => section.fmt(f),
            Self::Cell(cell) => cell.fmt(f),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Place {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Place".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "title": "位置",
            "anyOf": [
                { "const": "document" },
                generator.subschema_for::<Section>(),
                generator.subschema_for::<Cell>(),
            ],
        })
    }
}
