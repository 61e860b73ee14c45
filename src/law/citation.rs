//! Citations of the law: instrument, article, paragraph, item.

use std::fmt;
use std::str::FromStr;

use crate::value::Lang;
use crate::value::axis::axis;
use crate::value::clip::clip;
use crate::value::digits::NUMERALS;
use crate::value::fold::fold_char;

axis! {
    /// A law that the form's rows and columns rest on.
    ///
    /// ```
    /// use ogi_report::law::Instrument;
    /// use ogi_report::Lang;
    ///
    /// assert_eq!(Instrument::Regulations.label(Lang::En), "OGI Regulations");
    /// assert_eq!(Instrument::FeeMeasures.number(), Some("国办函〔2020〕109号"));
    /// ```
    pub enum Instrument {
        /// State Council Decree 711, in force since 15 May 2019.
        Regulations = "regulations", "中华人民共和国政府信息公开条例", "OGI Regulations";
        /// 国办函〔2020〕109号, on the information-processing fee.
        FeeMeasures = "fee_measures", "政府信息公开信息处理费管理办法", "Fee Measures";
        /// In the revision of 2023, in force since 1 January 2024: for reporting years from 2024 on.
        ReconsiderationLaw = "reconsideration_law", "中华人民共和国行政复议法", "Administrative Reconsideration Law";
        /// As amended in 2017: for reporting years until 2023.
        ReconsiderationLaw2017 = "reconsideration_law_2017",
            "中华人民共和国行政复议法（2017年修正）", "Administrative Reconsideration Law (2017)";
        /// State Council Decree 499 of 2007, on the law as it was until the end of 2023.
        ReconsiderationRegulations = "reconsideration_regulations",
            "中华人民共和国行政复议法实施条例", "Implementing Regulations of the Administrative Reconsideration Law";
        /// As amended in 2017. It is also translated as Administrative Procedure Law, which is read too.
        LitigationLaw = "litigation_law", "中华人民共和国行政诉讼法", "Administrative Litigation Law";
        /// The Supreme People's Court on how to apply the Administrative Litigation Law, in force since 8 February 2018.
        LitigationInterpretation = "litigation_interpretation",
            "最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释",
            "Interpretation of the Administrative Litigation Law";
    }
}

impl Instrument {
    /// The number under which the State Council, its General Office or the Supreme People's Court issued it; the
    /// statutes, which are issued otherwise, have none.
    ///
    /// ```
    /// use ogi_report::law::Instrument;
    ///
    /// assert_eq!(Instrument::Regulations.number(), Some("国务院令第711号"));
    /// assert_eq!(Instrument::LitigationLaw.number(), None);
    /// ```
    pub const fn number(self) -> Option<&'static str> {
        match self {
            Self::Regulations => Some("国务院令第711号"),
            Self::FeeMeasures => Some("国办函〔2020〕109号"),
            Self::ReconsiderationRegulations => Some("国务院令第499号"),
            Self::LitigationInterpretation => Some("法释〔2018〕1号"),
            Self::ReconsiderationLaw | Self::ReconsiderationLaw2017 | Self::LitigationLaw => None,
        }
    }

    /// The name without what all of them begin with.
    fn short_name(self) -> &'static str {
        let name = self.label(Lang::Zh);
        name.strip_prefix("中华人民共和国").unwrap_or(name)
    }
}

/// A provision of the law: an article (条), or a paragraph (款) or an item (项) of it.
///
/// A citation is an address; whether the law has such a provision is not tested. Citations are ordered as
/// the law is printed. Without an [`Instrument`] in its text, a citation is one of the Regulations.
///
/// Its text is the English form, which is also its JSON; [`Citation::label`] gives either language. Both
/// are read, and so are Arabic and full-width digits, brackets of either width or none, and a short form
/// without `art.`.
///
/// ```
/// use ogi_report::law::Instrument;
/// use ogi_report::{Citation, Lang};
///
/// let not_existing = Citation::new(Instrument::Regulations, 36, Some(1), Some(4)).unwrap();
/// assert_eq!(not_existing.to_string(), "art. 36(4)");
/// assert_eq!(not_existing.label(Lang::Zh), "第三十六条第（四）项");
/// for text in ["第三十六条第（四）项", "第36条第1款第4项", "《政府信息公开条例》第三十六条第一款第(四)项", "36(1)(4)"] {
///     assert_eq!(text.parse(), Ok(not_existing));
/// }
/// assert!(not_existing > "art. 36(3)".parse()?);
/// # Ok::<(), ogi_report::law::CitationError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Citation {
    instrument: Instrument,
    article: u8,
    paragraph: Option<u8>,
    item: Option<u8>,
}

/// Articles of one paragraph that is a list of items. A citation of an item does not name the paragraph, and a
/// single number behind such an article is an item, even where a text calls it a paragraph, as reports
/// do: 第二十条第（七）款.
const ONE_LIST: [(Instrument, u8); 4] = [
    (Instrument::Regulations, 20),
    (Instrument::Regulations, 36),
    (Instrument::ReconsiderationLaw, 11),
    (Instrument::ReconsiderationLaw2017, 6),
];

impl Citation {
    /// The provision of those numbers, each from 1; `None` if one of them is 0.
    ///
    /// Articles 20 and 36 of the Regulations are one list of items each, so a paragraph given alone is read as the
    /// item, and paragraph 1 before an item is left out: 第三十六条第（四）项, as the form prints items of article 20.
    ///
    /// ```
    /// use ogi_report::law::Instrument;
    /// use ogi_report::Citation;
    ///
    /// let item = Citation::new(Instrument::Regulations, 20, None, Some(7));
    /// assert_eq!(Citation::new(Instrument::Regulations, 20, Some(7), None), item);
    /// let not_existing = Citation::new(Instrument::Regulations, 36, Some(1), Some(4));
    /// assert_eq!("第三十六条第（四）项".parse().ok(), not_existing);
    /// assert_eq!(Citation::new(Instrument::Regulations, 0, None, None), None);
    /// ```
    pub const fn new(instrument: Instrument, article: u8, paragraph: Option<u8>, item: Option<u8>) -> Option<Self> {
        if article == 0 || matches!(paragraph, Some(0)) || matches!(item, Some(0)) {
            return None;
        }
        Some(Self { instrument, article, paragraph, item }.normal())
    }

    /// An article of the Regulations that a table of this crate names.
    pub(crate) const fn article_of_regulations(article: u8) -> Self {
        Self::article_of(Instrument::Regulations, article)
    }

    /// An article that a table of this crate names.
    pub(crate) const fn article_of(instrument: Instrument, article: u8) -> Self {
        Self { instrument, article, paragraph: None, item: None }
    }

    /// A paragraph of this article.
    pub(crate) const fn with_paragraph(self, paragraph: u8) -> Self {
        Self { paragraph: Some(paragraph), ..self }
    }

    /// An item of this article or paragraph.
    pub(crate) const fn with_item(self, item: u8) -> Self {
        Self { item: Some(item), ..self }
    }

    /// The law.
    ///
    /// ```
    /// use ogi_report::law::Instrument;
    /// use ogi_report::Citation;
    ///
    /// let citation: Citation = "《政府信息公开信息处理费管理办法》第六条".parse()?;
    /// assert_eq!(citation.instrument(), Instrument::FeeMeasures);
    /// # Ok::<(), ogi_report::law::CitationError>(())
    /// ```
    pub const fn instrument(self) -> Instrument {
        self.instrument
    }

    /// The number of the article (条), from 1.
    ///
    /// ```
    /// assert_eq!("art. 16(2)".parse::<ogi_report::Citation>()?.article(), 16);
    /// # Ok::<(), ogi_report::law::CitationError>(())
    /// ```
    pub const fn article(self) -> u8 {
        self.article
    }

    /// The number of the paragraph (款), from 1, if the citation names one.
    ///
    /// ```
    /// assert_eq!("art. 16(2)".parse::<ogi_report::Citation>()?.paragraph(), Some(2));
    /// # Ok::<(), ogi_report::law::CitationError>(())
    /// ```
    pub const fn paragraph(self) -> Option<u8> {
        self.paragraph
    }

    /// The number of the item (项), from 1, if the citation names one.
    ///
    /// ```
    /// assert_eq!("art. 20(7)".parse::<ogi_report::Citation>()?.item(), Some(7));
    /// # Ok::<(), ogi_report::law::CitationError>(())
    /// ```
    pub const fn item(self) -> Option<u8> {
        self.item
    }

    /// The citation in that language. The name of the law is left out for the Regulations.
    ///
    /// ```
    /// use ogi_report::{Citation, Lang};
    ///
    /// let citation: Citation = "Fee Measures art. 6".parse()?;
    /// assert_eq!(citation.label(Lang::Zh), "《政府信息公开信息处理费管理办法》第六条");
    /// assert_eq!(citation.label(Lang::En), "Fee Measures art. 6");
    /// # Ok::<(), ogi_report::law::CitationError>(())
    /// ```
    pub fn label(self, lang: Lang) -> String {
        match lang {
            Lang::En => self.to_string(),
            Lang::Zh => {
                let law = match self.instrument {
                    Instrument::Regulations => String::new(),
                    other => format!("《{}》", other.short_name()),
                };
                let paragraph = self.paragraph.map_or_else(String::new, |n| format!("第{}款", chinese(n)));
                let item = self.item.map_or_else(String::new, |n| format!("第（{}）项", chinese(n)));
                format!("{law}第{}条{paragraph}{item}", chinese(self.article))
            }
        }
    }

    /// Whether the article is one list of items.
    const fn is_one_list(self) -> bool {
        let mut i = 0;
        while i < ONE_LIST.len() {
            let (instrument, article) = ONE_LIST[i];
            if instrument as u8 == self.instrument as u8 && article == self.article {
                return true;
            }
            i += 1;
        }
        false
    }

    /// The one way in which an item of an article with one paragraph is written.
    const fn normal(self) -> Self {
        match (self.paragraph, self.item) {
            (Some(item), None) | (None | Some(1), Some(item)) if self.is_one_list() => {
                Self { paragraph: None, item: Some(item), ..self }
            }
            _ => self,
        }
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.instrument != Instrument::Regulations {
            write!(f, "{} ", self.instrument.label(Lang::En))?;
        }
        write!(f, "art. {}", self.article)?;
        match (self.paragraph, self.item) {
            (None, None) => Ok(()),
            (Some(n), None) => write!(f, "({n})"),
            (Some(paragraph), Some(item)) => write!(f, "({paragraph})({item})"),
            (None, Some(n)) if self.is_one_list() => write!(f, "({n})"),
            (None, Some(n)) => write!(f, " item {n}"),
        }
    }
}

/// A text that is not the citation of a provision.
///
/// ```
/// use ogi_report::Citation;
///
/// let error = "第三十六".parse::<Citation>().unwrap_err();
/// assert_eq!(error.to_string(), "`第三十六` is not a citation such as 第三十六条第（四）项 or art. 36(4)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a citation such as 第三十六条第（四）项 or art. 36(4)")]
pub struct CitationError(String);

impl FromStr for Citation {
    type Err = CitationError;

    fn from_str(text: &str) -> Result<Self, CitationError> {
        read(text).ok_or_else(|| CitationError(clip(text)))
    }
}

fn read(text: &str) -> Option<Citation> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(fold_char).collect();
    // Of two names that both fit, such as two versions of a law, the longer one is meant.
    let (instrument, rest) = Instrument::ALL
        .iter()
        .copied()
        .filter_map(|instrument| Some((instrument, without_law(&plain, instrument)?)))
        .min_by_key(|(_, rest)| rest.len())
        .unwrap_or((Instrument::Regulations, &plain));
    let (article, paragraph, item) = if rest.starts_with('第') { read_chinese(rest)? } else { read_english(rest)? };
    Citation::new(instrument, article, paragraph, item)
}

/// The text behind the name of the law, in full, short or English.
fn without_law(text: &str, instrument: Instrument) -> Option<&str> {
    let alias = if instrument == Instrument::LitigationLaw { "Administrative Procedure Law" } else { "" };
    for english in [instrument.label(Lang::En), alias].into_iter().filter(|name| !name.is_empty()) {
        let english: String = english.split_whitespace().collect();
        if let Some(start) = text.get(..english.len())
            && start.eq_ignore_ascii_case(&english)
        {
            return text.get(english.len()..);
        }
    }
    let bare = text.strip_prefix('《').unwrap_or(text);
    let brief = if instrument == Instrument::Regulations { "条例" } else { instrument.short_name() };
    let names = [instrument.label(Lang::Zh), instrument.short_name(), brief];
    let plain = |name: &str| name.chars().map(fold_char).collect::<String>();
    let rest = names.into_iter().find_map(|name| bare.strip_prefix(plain(name).as_str()))?;
    Some(rest.strip_prefix('》').unwrap_or(rest))
}

type Numbers = (u8, Option<u8>, Option<u8>);

/// `第…条[第…款][第…项]`.
fn read_chinese(text: &str) -> Option<Numbers> {
    let (article, mut rest) = numbered(text, '条')?;
    let mut below = ['款', '项'].map(|unit| {
        let (number, behind) = numbered(rest, unit)?;
        rest = behind;
        Some(number)
    });
    rest.is_empty().then(|| (article, below[0].take(), below[1].take()))
}

/// The number in `第…` before a unit, and what follows the unit.
fn numbered(text: &str, unit: char) -> Option<(u8, &str)> {
    let (number, rest) = text.strip_prefix('第')?.split_once(unit)?;
    let number = number.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(number);
    Some((digits(number).or_else(|| from_chinese(number))?, rest))
}

/// `[art.|article] n [(n)[(n)] | item n]`, without spaces.
fn read_english(text: &str) -> Option<Numbers> {
    let lower = text.to_ascii_lowercase();
    let text = ["article", "art."].into_iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower);
    if let Some((article, item)) = text.split_once("item") {
        return Some((digits(article)?, None, Some(digits(item)?)));
    }
    let Some((article, below)) = text.split_once('(') else {
        return Some((digits(text)?, None, None));
    };
    let below = below.strip_suffix(')')?;
    let (paragraph, item) = match below.split_once(")(") {
        None => (below, None),
        Some((paragraph, item)) => (paragraph, Some(digits(item)?)),
    };
    Some((digits(article)?, Some(digits(paragraph)?), item))
}

fn digits(text: &str) -> Option<u8> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A number as the law writes it: 七, 十五, 三十六, 一百零三.
fn chinese(number: u8) -> String {
    let [hundreds, tens, ones] = [number / 100, number / 10 % 10, number % 10].map(usize::from);
    let mut text = String::new();
    if hundreds > 0 {
        text.extend([NUMERALS[hundreds], '百']);
    }
    match (hundreds, tens) {
        (0, 0) => {}
        (0, 1) => text.push('十'),
        (_, 0) if ones > 0 => text.push('零'),
        (_, 0) => {}
        (_, tens) => text.extend([NUMERALS[tens], '十']),
    }
    if ones > 0 {
        text.push(NUMERALS[ones]);
    }
    text
}

/// The number that is written so, of those that a citation can hold.
fn from_chinese(text: &str) -> Option<u8> {
    (1..=u8::MAX).find(|&number| chinese(number) == text)
}

impl serde::Serialize for Citation {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Citation {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::document::parse_str(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Citation {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Citation".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "title": "法律依据",
            "description": "A provision of the law, such as art. 36(4); of the Regulations where no law is named.",
        })
    }
}
