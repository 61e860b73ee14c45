//! Rows and columns as text: how they are printed, parsed, written as JSON and read.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::cell::TOTAL;
use crate::form::{Applicant, Cell, Column, Outcome, ProactiveCell, RequestRow};
use crate::json::document::parse_str;
use crate::value::{Axis, UnknownName};

impl RequestRow {
    /// The stable name: the path that the cells of the row have in common.
    ///
    /// ```
    /// use ogi_report::{Denial, RequestRow};
    ///
    /// assert_eq!(RequestRow::Received.name(), "requests.received");
    /// assert_eq!("requests.outcomes.denied.state_secret".parse(), Ok(RequestRow::from(Denial::StateSecret)));
    /// ```
    pub fn name(self) -> &'static str {
        let total = Cell::request(self, Column::<Applicant>::Total).path();
        total.strip_suffix(TOTAL).and_then(|row| row.strip_suffix('.')).unwrap_or(total)
    }
}

impl Outcome {
    /// The stable name: the name of its row.
    ///
    /// ```
    /// use ogi_report::Outcome;
    ///
    /// assert_eq!(Outcome::Granted.name(), "requests.outcomes.granted");
    /// assert_eq!("requests.outcomes.granted".parse(), Ok(Outcome::Granted));
    /// ```
    pub fn name(self) -> &'static str {
        RequestRow::Outcome(self).name()
    }
}

/// Text, JSON and schema of a closed list that has `ALL` and `name`.
macro_rules! by_name {
    ($List:ident) => {
        impl fmt::Display for $List {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        }

        impl FromStr for $List {
            type Err = UnknownName;
            fn from_str(name: &str) -> Result<Self, UnknownName> {
                let found = Self::ALL.iter().copied().find(|entry| entry.name() == name);
                found.ok_or_else(|| UnknownName::among(name, Self::ALL.iter().map(|entry| entry.name())))
            }
        }

        impl Serialize for $List {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> Deserialize<'de> for $List {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                parse_str(deserializer)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $List {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($List).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                use crate::value::Lang::{En, Zh};
                let entries = Self::ALL.iter();
                let entries: Vec<_> = entries.map(|entry| [entry.name(), entry.label(Zh), entry.label(En)]).collect();
                crate::value::name::one_of(&entries)
            }
        }
    };
}

by_name!(RequestRow);
by_name!(Outcome);

impl fmt::Display for ProactiveCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for ProactiveCell {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let found = Self::ALL.iter().copied().find(|cell| cell.name() == name);
        found.ok_or_else(|| UnknownName::among(name, Self::ALL.iter().map(|cell| cell.name())))
    }
}

impl Serialize for ProactiveCell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for ProactiveCell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

impl<K: Axis> Column<K> {
    /// The stable name: the name of the entry, or `total`.
    ///
    /// ```
    /// use ogi_report::{Applicant, Column};
    ///
    /// assert_eq!(Column::<Applicant>::Total.name(), "total");
    /// assert_eq!("natural_person".parse(), Ok(Column::Of(Applicant::NaturalPerson)));
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Of(entry) => entry.name(),
            Self::Total => TOTAL,
        }
    }
}

impl<K: Axis> fmt::Display for Column<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl<K: Axis> FromStr for Column<K> {
    type Err = UnknownName;
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        if name == TOTAL {
            return Ok(Self::Total);
        }
        let names = K::ALL.iter().map(|entry| entry.name()).chain([TOTAL]);
        K::from_name(name).map(Self::Of).ok_or_else(|| UnknownName::among(name, names))
    }
}

impl<K: Axis> Serialize for Column<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de, K: Axis> Deserialize<'de> for Column<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::{Debug, Display};

    use super::*;
    use crate::form::Ruling;

    #[track_caller]
    fn comes_back<T: Copy + Debug + Display + FromStr<Err = UnknownName> + PartialEq>(
        all: impl IntoIterator<Item = T>,
    ) {
        for entry in all {
            assert_eq!(entry.to_string().parse(), Ok(entry));
        }
    }

    #[test]
    fn every_row_and_column_is_read_as_it_is_printed() {
        comes_back(RequestRow::ALL.iter().copied());
        comes_back(Outcome::ALL.iter().copied());
        comes_back(ProactiveCell::ALL.iter().copied());
        comes_back(Ruling::ALL.iter().copied().map(Column::Of).chain([Column::Total]));
        assert_eq!(
            "sum".parse::<Column<Ruling>>().unwrap_err().to_string(),
            "unknown name `sum`, expected one of upheld, corrected, other, pending, total"
        );
    }
}
