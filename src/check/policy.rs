//! Policies: which rules are asked, how grave they are, and how a blank is read.

use std::fmt;
use std::str::FromStr;

use crate::check::{Rule, Severity};
use crate::value::Lang;
use crate::value::axis::axis;
use crate::value::clip::clip;

axis! {
    /// How an empty cell is read.
    pub enum Blank {
        /// As an empty cell: sums that need it cannot be assessed.
        Unknown = "unknown", "视为未填", "as not stated";
        /// As 0, and an empty total as the sum of its parts. The finding on the empty cell stays.
        Zero = "zero", "视为 0", "as 0";
    }
}

axis! {
    /// A policy to start from.
    #[non_exhaustive]
    pub enum Preset {
        /// Every rule as the rule book has it.
        Default = "default", "默认", "default";
        /// As the default, but empty cells, marks and words in cells of numbers are errors, and so are a number
        /// carried over that differs from last year's and figures of the text that are not those of the tables.
        Strict = "strict", "严格", "strict";
        /// As the default, but an empty cell is read as 0 and is a note.
        Lenient = "lenient", "宽松", "lenient";
        /// No rule at all, to choose some.
        None = "none", "空", "none";
    }
}

/// The rules that the lenient policy makes less grave.
const LENIENT: [(Rule, Severity); 2] = [(Rule::C101, Severity::Info), (Rule::C105, Severity::Info)];

/// Which rules are asked, how grave each is, and how an empty cell is read.
///
/// Its text is a preset followed by its differences, separated by commas: `CODE=LEVEL`, where the code may
/// be the start of several (`R3`) and the level is `error`, `warning`, `info`, `on` (as in the default policy) or
/// `off`, and `blank=zero` or `blank=unknown`. A longer code goes before a shorter one, in whatever order they
/// stand. The outcome of a check names the policy it was made under.
///
/// ```
/// use ogi_report::{Policy, Rule, Severity};
///
/// let policy: Policy = "strict,P3=off,C101=warning".parse()?;
/// assert_eq!(policy.severity(Rule::C101), Some(Severity::Warning));
/// assert_eq!(policy.severity(Rule::P302), None);
/// assert_eq!(policy.to_string(), "strict,C101=warning,P3=off");
///
/// let only_sums: Policy = "none,R1=on,D1=on".parse()?;
/// assert_eq!(only_sums.severity(Rule::R103), Some(Severity::Error));
/// assert_eq!(only_sums.severity(Rule::C101), None);
/// # Ok::<(), ogi_report::check::PolicyError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Policy {
    preset: Preset,
    /// The settings beside the preset, sorted by code.
    set: Vec<(String, Level)>,
    blank: Option<Blank>,
    /// The resulting severities, by rule.
    levels: [Option<Severity>; Rule::ALL.len()],
}

/// The level that a policy gives some rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Level {
    At(Severity),
    On,
    Off,
}

/// A text that is not a policy.
///
/// ```
/// use ogi_report::Policy;
///
/// let say = |text: &str| text.parse::<Policy>().unwrap_err().to_string();
/// assert_eq!(say("R130=off"), "no rule has the code `R130`, did you mean `R103`?");
/// assert_eq!(say("R103=off,R103=error"), "the policy says both `R103=off` and `R103=error`");
/// assert_eq!(say("R103=fatal"), "`R103=fatal` is not a level, expected error, warning, info, on or off");
/// assert_eq!(say("severe"), "`severe` is not a policy, expected default, strict, lenient, none or CODE=LEVEL");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// No rule has a code that starts so.
    #[error("no rule has the code `{code}`, did you mean `{nearest}`?")]
    UnknownCode {
        /// The code as given.
        code: String,
        /// The code that is nearest to it.
        nearest: Rule,
    },
    /// The same thing is set twice, differently.
    #[error("the policy says both `{first}` and `{second}`")]
    Contradiction {
        /// The first setting.
        first: String,
        /// The setting that contradicts it.
        second: String,
    },
    /// Not a level.
    #[error("`{0}` is not a level, expected error, warning, info, on or off")]
    Level(String),
    /// Not a way to read a blank.
    #[error("`{0}` is not a way to read a blank, expected blank=zero or blank=unknown")]
    Blank(String),
    /// Neither a preset nor a setting.
    #[error("`{0}` is not a policy, expected default, strict, lenient, none or CODE=LEVEL")]
    Syntax(String),
}

impl Policy {
    /// The policy of a preset.
    ///
    /// ```
    /// use ogi_report::check::Preset;
    /// use ogi_report::{Policy, Rule, Severity};
    ///
    /// assert_eq!(Policy::of(Preset::Strict).severity(Rule::C101), Some(Severity::Error));
    /// ```
    pub fn of(preset: Preset) -> Self {
        let levels = Rule::ENTRIES.map(|rule| match preset {
            _ if rule.is_local() => None,
            Preset::Default => Some(rule.severity()),
            Preset::Strict => Some(rule.strict()),
            Preset::Lenient => {
                let lenient = LENIENT.iter().find(|(other, _)| *other == rule);
                Some(lenient.map_or(rule.severity(), |(_, severity)| *severity))
            }
            Preset::None => None,
        });
        Self { preset, set: Vec::new(), blank: None, levels }
    }

    /// How grave a rule is under this policy; `None` if it is not asked.
    ///
    /// ```
    /// use ogi_report::{Policy, Rule, Severity};
    ///
    /// assert_eq!(Policy::default().severity(Rule::R101), Some(Severity::Error));
    /// ```
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        self.levels[rule.index()]
    }

    /// How an empty cell is read.
    ///
    /// ```
    /// use ogi_report::check::{Blank, Preset};
    /// use ogi_report::Policy;
    ///
    /// assert_eq!(Policy::default().blank(), Blank::Unknown);
    /// assert_eq!(Policy::of(Preset::Lenient).blank(), Blank::Zero);
    /// ```
    pub fn blank(&self) -> Blank {
        self.blank.unwrap_or(match self.preset {
            Preset::Lenient => Blank::Zero,
            Preset::Default | Preset::Strict | Preset::None => Blank::Unknown,
        })
    }

    /// The default policy, with blanks read as here, unless this policy is as grave. What the default policy refuses no policy lets
    /// through.
    pub(crate) fn default_instead(&self) -> Option<Self> {
        let default = Self { blank: Some(self.blank()), ..Self::default() };
        (self.levels != default.levels).then_some(default)
    }

    /// Gives the rules whose code starts so a level, unless they have another already.
    fn set(&mut self, code: &str, level: Level) -> Result<(), PolicyError> {
        if code.is_empty() || !Rule::ALL.iter().any(|rule| rule.code().starts_with(code)) {
            return Err(PolicyError::UnknownCode { code: clip(code), nearest: Rule::nearest(code) });
        }
        match self.set.binary_search_by(|(c, _)| c.as_str().cmp(code)) {
            Ok(at) if self.set[at].1 == level => {}
            Ok(at) => {
                let said = |level: Level| format!("{code}={level}");
                return Err(PolicyError::Contradiction { first: said(self.set[at].1), second: said(level) });
            }
            Err(at) => self.set.insert(at, (code.to_owned(), level)),
        }
        Ok(())
    }

    /// Works out the level of every rule: the longest code that fits it decides.
    fn settle(mut self) -> Self {
        let default = Self::default();
        let mut by_length: Vec<&(String, Level)> = self.set.iter().collect();
        by_length.sort_by_key(|(code, _)| code.len());
        for (code, level) in by_length {
            for rule in Rule::ALL.iter().copied().filter(|rule| rule.code().starts_with(code.as_str())) {
                self.levels[rule.index()] = match level {
                    Level::At(severity) => Some(*severity),
                    Level::On => default.levels[rule.index()],
                    Level::Off => None,
                };
            }
        }
        self
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::of(Preset::Default)
    }
}

impl From<Preset> for Policy {
    fn from(preset: Preset) -> Self {
        Self::of(preset)
    }
}

impl FromStr for Policy {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        let mut items = text.split(',').map(str::trim).peekable();
        let preset = items.peek().and_then(|item| item.parse::<Preset>().ok());
        if preset.is_some() {
            items.next();
        }
        let mut policy = Self::of(preset.unwrap_or(Preset::Default));
        for item in items {
            match item.split_once('=').map(|(code, level)| (code.trim(), level.trim())) {
                Some(("blank", blank)) => {
                    let blank = blank.parse::<Blank>().map_err(|_| PolicyError::Blank(clip(item)))?;
                    if let Some(first) = policy.blank.replace(blank).filter(|first| *first != blank) {
                        let said = |blank: Blank| format!("blank={blank}");
                        return Err(PolicyError::Contradiction { first: said(first), second: said(blank) });
                    }
                }
                Some((code, level)) => {
                    let level = match level {
                        "on" => Level::On,
                        "off" => Level::Off,
                        _ => Level::At(level.parse().map_err(|_| PolicyError::Level(clip(item)))?),
                    };
                    policy.set(code, level)?;
                }
                None => return Err(PolicyError::Syntax(clip(item))),
            }
        }
        Ok(policy.settle())
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(severity) => severity.fmt(f),
            Self::On => f.write_str("on"),
            Self::Off => f.write_str("off"),
        }
    }
}

impl Policy {
    /// The policy as a reader sees it: in Chinese the preset has its label.
    pub(crate) fn label(&self, lang: Lang) -> String {
        let (text, preset) = (self.to_string(), self.preset.to_string());
        match (lang, text.strip_prefix(&preset)) {
            (Lang::Zh, Some(rest)) => format!("{}{rest}", self.preset.label(lang)),
            _ => text,
        }
    }
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.preset.fmt(f)?;
        for (code, level) in &self.set {
            write!(f, ",{code}={level}")?;
        }
        match self.blank {
            Some(blank) => write!(f, ",blank={blank}"),
            None => Ok(()),
        }
    }
}

impl serde::Serialize for Policy {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Policy {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::document::parse_str(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Policy {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Policy".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "title": "核对口径",
            "description": "A preset and what differs from it, such as strict,P3=off,blank=zero.",
        })
    }
}
