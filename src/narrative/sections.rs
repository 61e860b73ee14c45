//! A report's text by its headings.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::json::document::{document, object, object_or_null, objects};
use crate::law::Heading;

/// The text of a report by its headings: the preamble, sections 一, 五 and 六, the signature, and the headings as found. The tables between
/// the headings 二 and 五 are left out.
///
/// A part that the page lacks is `None`. Without headings, all text is the preamble. `Sections::of`, with feature `text`, takes a text
/// apart.
///
/// ```
/// use ogi_report::narrative::Sections;
///
/// let json = r#"{ "overview": { "span": { "start": 18, "end": 33 }, "text": "全年平稳。" }, "headings": [] }"#;
/// let sections: Sections = serde_json::from_str(json)?;
/// assert_eq!(sections.problems, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct Sections {
    /// The title of the report.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub title: Option<Passage>,
    /// The text before the first heading, without the title.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub preamble: Option<Passage>,
    /// 一、总体情况.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub overview: Option<Passage>,
    /// The paragraphs beside the tables of sections 二, 三 and 四.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "objects")]
    pub beside_tables: Vec<Passage>,
    /// 五、存在的主要问题及改进情况.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub problems: Option<Passage>,
    /// 六、其他需要报告的事项, the signature aside.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub other_matters: Option<Passage>,
    /// The name of the body and the date below the last section.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "object_or_null")]
    pub signature: Option<Passage>,
    /// The headings, in the order of the text.
    #[serde(deserialize_with = "objects")]
    pub headings: Vec<HeadingFound>,
}

document!(Sections);

/// A stretch of the source and its place, without white space and marks of Markdown at its ends.
///
/// ```
/// use ogi_report::narrative::Passage;
///
/// let passage = Passage { span: 3..9, text: "总体".to_owned() };
/// assert_eq!(passage.span.len(), passage.text.len());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Its bytes in the source.
    #[serde(deserialize_with = "object")]
    pub span: Range<usize>,
    /// The text as in the source.
    pub text: String,
}

/// One of the six headings, as the source prints it.
///
/// ```
/// use ogi_report::Heading;
/// use ogi_report::narrative::{HeadingFound, Passage};
///
/// let printed = Passage { span: 0..18, text: "三、总体情况".to_owned() };
/// let found = HeadingFound { heading: Heading::Overview, number: Some(3), is_renamed: false, printed };
/// assert!(found.is_misnumbered());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HeadingFound {
    /// Which of the six it is: by its words or, if they are unknown, by its number.
    pub heading: Heading,
    /// The number that it prints.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u8>,
    /// Whether its words are not those that the form prescribes.
    pub is_renamed: bool,
    /// The heading, its number included.
    #[serde(deserialize_with = "object")]
    pub printed: Passage,
}

impl HeadingFound {
    /// Whether the number differs from the number of the heading.
    ///
    /// ```
    /// use ogi_report::Heading;
    /// use ogi_report::narrative::{HeadingFound, Passage};
    ///
    /// let printed = Passage { span: 0..12, text: "总体情况".to_owned() };
    /// let found = HeadingFound { heading: Heading::Overview, number: None, is_renamed: false, printed };
    /// assert!(!found.is_misnumbered());
    /// ```
    pub fn is_misnumbered(&self) -> bool {
        self.number.is_some_and(|number| usize::from(number) != self.heading.index() + 1)
    }
}

impl Sections {
    /// The passages that are prose: preamble, sections 一, 五 and 六, in the order of the form.
    ///
    /// ```
    /// assert_eq!(ogi_report::narrative::Sections::default().prose().count(), 0);
    /// ```
    pub fn prose(&self) -> impl Iterator<Item = &Passage> {
        [&self.preamble, &self.overview, &self.problems, &self.other_matters].into_iter().flatten()
    }

    /// The heading as it was found.
    ///
    /// ```
    /// use ogi_report::{Heading, narrative::Sections};
    ///
    /// assert_eq!(Sections::default().heading(Heading::Overview), None);
    /// ```
    pub fn heading(&self, heading: Heading) -> Option<&HeadingFound> {
        self.headings.iter().find(|found| found.heading == heading)
    }
}
