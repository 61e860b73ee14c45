//! Administrative divisions by their codes.

#[cfg(feature = "regions")]
pub(super) mod divisions;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::json::document::parse_str;
use crate::value::Level;
use crate::value::clip::clip;

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
/// # Ok::<(), ogi_report::value::RegionError>(())
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
    /// # Ok::<(), ogi_report::value::RegionError>(())
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
    /// # Ok::<(), ogi_report::value::RegionError>(())
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
    /// # Ok::<(), ogi_report::value::RegionError>(())
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
    /// # Ok::<(), ogi_report::value::RegionError>(())
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
            "not": { "type": "string", "pattern": "[^0-9]" },
        })
    }
}
