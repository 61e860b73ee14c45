//! A consolidation as JSON, for partners and to keep it between runs.

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny};
use serde::ser::{Serialize, Serializer};

use crate::json::document::{object, objects};
use crate::json::version::Version;
use crate::sum::expected::Expected;
use crate::sum::integer::Integer;
use crate::sum::roster::{Listed, Roster};
use crate::sum::totals::kept::KeptSums;
use crate::sum::{Conflict, Consolidation, Coverage, NotCounted, NotOneWhole, Superseded, Totals, Whole};
use crate::value::{Body, Year};

#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Consolidation"))]
#[serde(deny_unknown_fields)]
struct ConsolidationDocument<'a> {
    schema_version: Version<1>,
    /// The year of the reports. Absent if there are none, or if their years differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<Year>,
    /// The sums, if there is no conflict.
    #[serde(skip_serializing_if = "Option::is_none")]
    totals: Option<&'a Totals>,
    /// Why there are no sums. Empty if there are.
    conflicts: &'a [Conflict],
    /// Which bodies are counted, and which are missing.
    coverage: Coverage,
    /// The reports and the sums, to be read back. A reader uses only this; everything else is computed from it.
    kept: Kept,
}

/// The part of the document that is read. The values of the others are not looked at: they are computed again. Those that are always
/// written must be there.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "members that may be there and are not read")]
struct Read {
    #[serde(default)]
    schema_version: Version<1>,
    #[serde(default)]
    year: IgnoredAny,
    #[serde(default)]
    totals: IgnoredAny,
    conflicts: IgnoredAny,
    coverage: IgnoredAny,
    #[serde(deserialize_with = "object")]
    kept: Kept,
}

/// A consolidation as it is kept.
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Kept {
    /// The reports that are counted, in the order of adding.
    #[serde(deserialize_with = "objects")]
    reports: Vec<KeptReport>,
    /// Their sums, even if there are conflicts.
    #[serde(deserialize_with = "object")]
    sums: KeptSums,
    /// The bodies that are expected.
    #[serde(deserialize_with = "objects")]
    expected: Vec<Body>,
    /// The forms that came and did not verify.
    #[serde(deserialize_with = "objects")]
    not_counted: Vec<NotCounted>,
    /// The reports that a later one replaces.
    #[serde(deserialize_with = "objects")]
    superseded: Vec<Superseded>,
}

/// A report that is counted.
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct KeptReport {
    #[serde(deserialize_with = "object")]
    body: Body,
    year: Year,
    /// Whether it has figures in the row 规章.
    has_rules: bool,
    /// A hash of the figures. With it, only a report that was added can be removed.
    digest: Integer,
}

impl Serialize for Consolidation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = self.whole();
        let document = ConsolidationDocument {
            schema_version: Version,
            year: self.year(),
            totals: whole.as_ref().ok().map(Whole::totals),
            conflicts: whole.as_ref().err().map(NotOneWhole::conflicts).unwrap_or_default(),
            coverage: self.coverage(),
            kept: Kept {
                reports: self.roster.iter().map(KeptReport::from).collect(),
                sums: self.totals.kept(),
                expected: self.expected.sorted(),
                not_counted: self.not_counted.clone(),
                superseded: self.superseded.clone(),
            },
        };
        document.serialize(serializer)
    }
}

impl From<Listed<'_>> for KeptReport {
    fn from(listed: Listed<'_>) -> Self {
        let digest = Integer(listed.digest());
        Self { body: listed.body(), year: listed.year(), has_rules: listed.has_rules(), digest }
    }
}

impl<'de> Deserialize<'de> for Consolidation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Read { kept, .. } = object(deserializer)?;
        let totals = Totals::try_from(kept.sums).map_err(D::Error::custom)?;
        let mut roster = Roster::default();
        for KeptReport { body, year, has_rules, digest } in &kept.reports {
            roster.list(body, *year, *has_rules, digest.0);
        }
        if totals.reports() != roster.len() as u64 {
            let (sums, reports) = (totals.reports(), roster.len());
            return Err(D::Error::custom(format_args!("the sums are those of {sums} reports, expected {reports}")));
        }
        let (marked, without) =
            (totals.without_rules(), kept.reports.iter().filter(|report| !report.has_rules).count());
        if marked != without as u64 {
            return Err(D::Error::custom(format_args!(
                "the sums are those of {marked} reports that print `/` in the row 规章, expected {without}"
            )));
        }
        let mut expected = Expected::default();
        expected.extend(kept.expected);
        Ok(Self { totals, roster, expected, not_counted: kept.not_counted, superseded: kept.superseded })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Consolidation {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Consolidation".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        ConsolidationDocument::json_schema(generator)
    }
}
