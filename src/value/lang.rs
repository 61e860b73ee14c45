//! The language of labels and messages.

use crate::value::name::name_is_text;

/// The language of a label or a message. It is always passed as an argument; nothing reads the environment.
///
/// ```
/// use ogi_report::{Applicant, Lang};
///
/// assert_eq!(Applicant::NaturalPerson.label(Lang::Zh), "自然人");
/// assert_eq!(Applicant::NaturalPerson.label(Lang::En), "natural person");
/// assert_eq!("zh".parse::<Lang>()?, Lang::Zh);
/// # Ok::<(), ogi_report::value::UnknownName>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// 中文: Chinese.
    Zh,
    /// 英文: English.
    En,
}

impl Lang {
    const NAMES: &'static [[&'static str; 3]] = &[["zh", "中文", "Chinese"], ["en", "英文", "English"]];

    /// Both languages, Chinese first.
    pub const ALL: &'static [Self] = &Self::ENTRIES;

    pub(crate) const ENTRIES: [Self; 2] = [Self::Zh, Self::En];

    /// The stable name: `zh` or `en`.
    pub const fn name(self) -> &'static str {
        Self::NAMES[self as usize][0]
    }

    /// What the language is called in `lang`.
    pub const fn label(self, lang: Self) -> &'static str {
        Self::NAMES[self as usize][1 + lang as usize]
    }

    /// The text in this language.
    pub(crate) const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// The position, from 0: texts in two languages have the Chinese first.
    pub const fn index(self) -> usize {
        self as usize
    }
}

name_is_text!(Lang);

/// A text in both languages.
///
/// ```
/// use ogi_report::Lang;
/// use ogi_report::value::Texts;
///
/// let texts = Texts::new("没有发生", "nothing to count");
/// assert_eq!(texts.get(Lang::En), "nothing to count");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Texts {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Texts {
    /// A text, first in Chinese.
    ///
    /// ```
    /// use ogi_report::value::Texts;
    ///
    /// assert_eq!(Texts::new("无", "none"), Texts::from(["无", "none"]));
    /// ```
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The text in a language.
    ///
    /// ```
    /// use ogi_report::{Lang, value::Texts};
    ///
    /// assert_eq!(Texts::new("无", "none").get(Lang::Zh), "无");
    /// ```
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

impl<T: Into<String>> From<[T; 2]> for Texts {
    fn from([zh, en]: [T; 2]) -> Self {
        Self::new(zh, en)
    }
}
