//! The reporting body.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::json::document::parse_str;
use crate::value::axis::axis;
use crate::value::clip::clip;

/// The body whose report it is (报告机关). What a page does not say is `None`, never guessed.
///
/// ```
/// use ogi_report::{Body, Level, Scope};
///
/// let mut body = Body::named("安丘经济开发区管委会");
/// body.level = Some(Level::Township);
/// body.scope = Some(Scope::OwnOffice);
/// assert_eq!(body.region, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The name as the title of the report prints it.
    pub name: String,
    /// The level of administration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Whether it is a government or a department of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<BodyKind>,
    /// The administrative division.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Whether the figures are those of the body's own office or of its whole jurisdiction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
}

impl Body {
    /// A body of which only the name is known. Spaces and line ends around the name, as lists of names bring them, are
    /// left out.
    ///
    /// ```
    /// assert_eq!(ogi_report::Body::named("宿迁市人民政府\r").name, "宿迁市人民政府");
    /// ```
    pub fn named(name: impl Into<String>) -> Self {
        let mut name = name.into();
        if name.trim().len() < name.len() {
            name = name.trim().to_owned();
        }
        Self { name, level: None, kind: None, region: None, scope: None }
    }

    /// Whether both are the same body, as far as they say: the names are equal letter by letter, and the
    /// regions are, where both are known. That is our reading; a body under two spellings of its name is
    /// not recognised.
    ///
    /// ```
    /// use ogi_report::Body;
    ///
    /// let office = Body::named("市场监督管理局");
    /// let mut of_anqiu = office.clone();
    /// of_anqiu.region = Some("370784".parse()?);
    /// let mut of_changle = office.clone();
    /// of_changle.region = Some("370725".parse()?);
    /// assert!(office.is_same_as(&of_anqiu));
    /// assert!(!of_anqiu.is_same_as(&of_changle));
    /// # Ok::<(), ogi_report::RegionError>(())
    /// ```
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.name == other.name && agree(self.region, other.region)
    }
}

/// Whether two regions are the same or one of them is unknown.
fn agree(a: Option<Region>, b: Option<Region>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.plain() == b.plain(),
        _ => true,
    }
}

axis! {
    /// The level of administration of a reporting body.
    pub enum Level {
        National = "national", "国家级", "national";
        Provincial = "provincial", "省级", "provincial";
        Prefectural = "prefectural", "地市级", "prefectural";
        County = "county", "县级", "county";
        Township = "township", "乡级", "township";
    }
}

axis! {
    /// What a reporting body is. Article 49 of the Regulations sets the date of publication by it: 31
    /// January for departments, 31 March for local governments.
    pub enum BodyKind {
        Government = "government", "人民政府", "people's government";
        Department = "department", "政府部门", "government department";
    }
}

axis! {
    /// Whose figures a report states. The form does not ask; reports of governments use both, and text and
    /// tables of one report may differ in it.
    pub enum Scope {
        OwnOffice = "own_office", "本机关", "own office";
        WholeJurisdiction = "whole_jurisdiction", "本级政府汇总", "whole jurisdiction";
    }
}

/// An administrative division by its code of GB/T 2260, two digits each for province, prefecture and
/// county (`370784`), or with the three digits of the township behind them (`370784001`).
///
/// ```
/// use ogi_report::Region;
///
/// let county: Region = "370784".parse()?;
/// assert_eq!(county.code(), "370784");
/// assert_eq!(
///     "3707".parse::<Region>().unwrap_err().to_string(),
///     "`3707` is not a code of an administrative division, expected 6 or 9 digits",
/// );
/// # Ok::<(), ogi_report::RegionError>(())
/// ```
#[derive(Clone, Copy, Eq, Hash)]
#[expect(clippy::derived_hash_with_manual_eq, reason = "equal numbers are equal digits")]
pub struct Region {
    /// ASCII digits; a code of six digits ends in three zero bytes.
    digits: [u8; 9],
}

/// Text that is not the code of an administrative division.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a code of an administrative division, expected 6 or 9 digits")]
pub struct RegionError(String);

impl Region {
    /// The code: six or nine digits.
    ///
    /// ```
    /// assert_eq!("110000".parse::<ogi_report::Region>()?.code(), "110000");
    /// # Ok::<(), ogi_report::RegionError>(())
    /// ```
    pub fn code(&self) -> &str {
        str::from_utf8(&self.digits).unwrap_or_default().trim_end_matches('\0')
    }

    /// Whether the other region is this one or lies within it. A code whose last pairs are zero stands for
    /// the whole province or prefecture; three zeros behind a county stand for the county.
    ///
    /// ```
    /// use ogi_report::Region;
    ///
    /// let region = |code: &str| code.parse::<Region>();
    /// assert!(region("370000")?.contains(region("370784001")?));
    /// assert!(region("370784")?.contains(region("370784000")?));
    /// assert!(!region("370784")?.contains(region("370700")?));
    /// # Ok::<(), ogi_report::RegionError>(())
    /// ```
    pub fn contains(self, other: Self) -> bool {
        let own = self.significant();
        other.significant().starts_with(own)
    }

    /// The level of administration that the code stands for, by its zeros.
    ///
    /// ```
    /// use ogi_report::{Level, Region};
    ///
    /// assert_eq!("370700".parse::<Region>()?.level(), Level::Prefectural);
    /// # Ok::<(), ogi_report::RegionError>(())
    /// ```
    pub fn level(self) -> Level {
        match self.significant().len() {
            2 => Level::Provincial,
            4 => Level::Prefectural,
            6 => Level::County,
            _ => Level::Township,
        }
    }

    /// The region of that level that this one is or lies in: the key of a roll-up by province or county.
    /// `None` if the level is below its own, if there is none of that level in between, as with the towns of a
    /// prefecture without counties, or if it is the national one, for which there is no code.
    ///
    /// ```
    /// use ogi_report::{Level, Region};
    ///
    /// let town: Region = "370784001".parse()?;
    /// assert_eq!(town.at(Level::Provincial), Some("370000".parse()?));
    /// assert_eq!(town.at(Level::County), Some("370784".parse()?));
    /// assert_eq!("370000".parse::<Region>()?.at(Level::County), None);
    /// assert_eq!("441900003".parse::<Region>()?.at(Level::County), None);
    /// # Ok::<(), ogi_report::RegionError>(())
    /// ```
    #[inline]
    pub fn at(self, level: Level) -> Option<Self> {
        let keep = |length: usize| {
            let mut digits = *b"000000\0\0\0";
            digits[..length].copy_from_slice(&self.digits[..length]);
            Self { digits }
        };
        let length = match level {
            Level::National => return None,
            // Every region lies in a province.
            Level::Provincial => return Some(keep(2)),
            Level::Prefectural => 4,
            Level::County => 6,
            Level::Township => 9,
        };
        Some(keep(length)).filter(|region| region.significant().len() == length)
    }

    /// The one way to write the region: without three zeros behind a county.
    pub(crate) fn plain(self) -> Self {
        self.at(self.level()).unwrap_or(self)
    }

    /// The digits before the zeros that stand for the whole of a region; at least those of the province.
    fn significant(&self) -> &[u8] {
        match &self.digits {
            [_, _, b'0', b'0', b'0', b'0', 0 | b'0', 0 | b'0', 0 | b'0'] => &self.digits[..2],
            [_, _, _, _, b'0', b'0', 0 | b'0', 0 | b'0', 0 | b'0'] => &self.digits[..4],
            [_, _, _, _, _, _, 0 | b'0', 0 | b'0', 0 | b'0'] => &self.digits[..6],
            digits => digits,
        }
    }
}

impl Region {
    /// The digits as a number, which is compared faster than bytes: regions are keys of roll-ups.
    const fn number(self) -> (u64, u8) {
        let [first @ .., last] = self.digits;
        (u64::from_be_bytes(first), last)
    }
}

impl PartialEq for Region {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.number() == other.number()
    }
}

impl Ord for Region {
    #[inline]
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.number().cmp(&other.number())
    }
}

impl PartialOrd for Region {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Region {
    type Err = RegionError;

    fn from_str(code: &str) -> Result<Self, RegionError> {
        if !matches!(code.len(), 6 | 9) || !code.bytes().all(|b| b.is_ascii_digit()) {
            return Err(RegionError(clip(code)));
        }
        let mut digits = [0; 9];
        for (digit, byte) in digits.iter_mut().zip(code.bytes()) {
            *digit = byte;
        }
        Ok(Self { digits })
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Region {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Region {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Region".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "title": "行政区划代码",
            "description": "The code of the administrative division, GB/T 2260: 6 digits, or 9 with the township.",
            "pattern": "^[0-9]{6}([0-9]{3})?$",
        })
    }
}
