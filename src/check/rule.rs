//! A rule: its code, its severity and what the rule book says of it.

use std::fmt;
use std::str::FromStr;

use crate::check::{Need, Rule, Severity};
use crate::form::Edition;
use crate::value::Lang;
use crate::value::clip::clip;

impl Rule {
    /// The rule of that code.
    ///
    /// ```
    /// use ogi_report::Rule;
    ///
    /// assert_eq!(Rule::from_code("R101"), Some(Rule::R101));
    /// assert_eq!(Rule::from_code("X999"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }

    /// The stable code.
    ///
    /// ```
    /// assert_eq!(ogi_report::Rule::D101.code(), "D101");
    /// ```
    pub const fn code(self) -> &'static str {
        self.entry().code
    }

    /// How grave a finding of this rule is.
    ///
    /// ```
    /// use ogi_report::{Rule, Severity};
    ///
    /// assert_eq!(Rule::C101.severity(), Severity::Warning);
    /// ```
    pub const fn severity(self) -> Severity {
        self.entry().severity
    }

    /// The editions that the rule applies to.
    ///
    /// ```
    /// use ogi_report::{Edition, Rule};
    ///
    /// assert_eq!(Rule::P101.editions(), [Edition::V2019]);
    /// ```
    pub const fn editions(self) -> &'static [Edition] {
        self.entry().editions
    }

    /// The condition, in one line.
    ///
    /// ```
    /// use ogi_report::{Lang, Rule};
    ///
    /// assert_eq!(Rule::R101.formula(Lang::Zh), "一 + 二 = 三（七） + 四，每一列都应成立");
    /// assert_eq!(Rule::R101.formula(Lang::En), "一 + 二 = 三（七） + 四, in every column");
    /// ```
    pub const fn formula(self, lang: Lang) -> &'static str {
        self.entry().formula[lang.index()]
    }

    /// Where the rule comes from: the official form, the law, or our own judgement, which then says so.
    ///
    /// ```
    /// use ogi_report::{Lang, Rule};
    ///
    /// assert_eq!(Rule::R101.source(Lang::Zh), "第三部分表格的表头");
    /// assert_eq!(Rule::R101.source(Lang::En), "printed in the head of the table of section 三");
    /// ```
    pub const fn source(self, lang: Lang) -> &'static str {
        self.entry().source[lang.index()]
    }

    /// The meaning of the rule, in a paragraph or two, as plain lines.
    ///
    /// ```
    /// use ogi_report::{Lang, Rule};
    ///
    /// let page = Rule::C101.page(Lang::En);
    /// assert!(page.ends_with("\n\nAn empty cell is not 0: sums that need it cannot be assessed."));
    /// assert!(Rule::C101.page(Lang::Zh).ends_with("\n\n空白不等于 0：用到该项的合计无法核对。"));
    /// ```
    pub fn page(self, lang: Lang) -> String {
        let lines: Vec<&str> = self.entry().page[lang.index()].trim().lines().map(str::trim).collect();
        lines.join("\n")
    }

    /// An example message, taken from this rule's test fixture.
    ///
    /// ```
    /// use ogi_report::{Lang, Rule};
    ///
    /// assert_eq!(Rule::T101.example(Lang::En), "the form does not name the reporting body.");
    /// ```
    pub const fn example(self, lang: Lang) -> &'static str {
        self.entry().example[lang.index()]
    }

    /// Everything the rule book says of the rule, as a short text.
    ///
    /// ```
    /// use ogi_report::{Lang, Rule};
    ///
    /// let text = Rule::from_code("R103").unwrap().explain(Lang::Zh);
    /// assert!(text.starts_with("R103（错误）"));
    /// assert!(text.contains("示例：【（一）予以公开，总计】填的是 1"));
    /// ```
    pub fn explain(self, lang: Lang) -> String {
        let editions: Vec<&str> = self.editions().iter().map(|edition| edition.label(lang)).collect();
        let (severity, formula, source) = (self.severity().label(lang), self.formula(lang), self.source(lang));
        let (page, example) = (self.page(lang), self.example(lang));
        match lang {
            Lang::Zh => format!(
                "{self}（{severity}）\n应满足：{formula}\n依据：{source}\n适用：{}\n示例：{example}\n\n{page}\n",
                editions.join("、")
            ),
            Lang::En => format!(
                "{self} ({severity})\nholds if: {formula}\nsource: {source}\napplies to: {}\nexample: {example}\n\n{page}\n",
                editions.join(", ")
            ),
        }
    }

    /// The rule whose code is nearest to a text: fewest places that differ, then the most digits in common.
    pub(crate) fn nearest(code: &str) -> Self {
        let code = code.to_ascii_uppercase();
        let distance = |rule: &Self| {
            let (own, given) = (rule.code().as_bytes(), code.as_bytes());
            let places = own.len().abs_diff(given.len()) + own.iter().zip(given).filter(|(a, b)| a != b).count();
            let in_common = given.iter().take(own.len()).filter(|b| own.contains(b)).count();
            (places, own.len() - in_common)
        };
        Self::ALL.iter().copied().min_by_key(distance).unwrap_or(Self::ALL[0])
    }

    /// The inputs that the rule needs beside the form.
    ///
    /// ```
    /// use ogi_report::Rule;
    /// use ogi_report::check::Need;
    ///
    /// assert_eq!(Rule::Y101.needs(), [Need::Previous]);
    /// assert!(Rule::R101.needs().is_empty());
    /// ```
    pub const fn needs(self) -> &'static [Need] {
        self.entry().needs
    }

    /// Whether the rule is a requirement of some places only. No preset asks it; a policy does that gives it a severity, such as
    /// `T312=info`.
    ///
    /// ```
    /// use ogi_report::{Policy, Rule, Severity};
    ///
    /// assert!(Rule::T312.is_local());
    /// assert_eq!(Policy::default().severity(Rule::T312), None);
    /// assert_eq!("T312=info".parse::<Policy>()?.severity(Rule::T312), Some(Severity::Info));
    /// # Ok::<(), ogi_report::check::PolicyError>(())
    /// ```
    pub const fn is_local(self) -> bool {
        self.entry().is_local
    }

    /// How grave a finding of this rule is under the strict policy.
    pub(crate) fn strict(self) -> Severity {
        self.entry().strict.unwrap_or(self.severity())
    }

    /// The wording of a finding, with its places to fill.
    pub(crate) const fn wording(self, lang: Lang) -> &'static str {
        self.entry().wording[lang.index()]
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// A text that is not the code of a rule.
///
/// ```
/// use ogi_report::Rule;
///
/// assert_eq!("R130".parse::<Rule>().unwrap_err().to_string(), "`R130` is not the code of a rule, did you mean `R103`?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a rule, did you mean `{1}`?")]
pub struct UnknownRule(String, Rule);

impl FromStr for Rule {
    type Err = UnknownRule;
    fn from_str(code: &str) -> Result<Self, UnknownRule> {
        Self::from_code(code).ok_or_else(|| UnknownRule(clip(code), Self::nearest(code)))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl serde::Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> serde::Deserialize<'de> for Rule {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::document::parse_str(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Rule {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rule".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let codes: Vec<_> = Self::ALL
            .iter()
            .map(|rule| {
                schemars::json_schema!({
                    "const": rule.code(),
                    "title": rule.formula(Lang::Zh),
                    "description": rule.formula(Lang::En),
                })
            })
            .collect();
        schemars::json_schema!({ "title": "规则代码", "oneOf": codes })
    }
}
