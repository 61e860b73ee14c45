//! The outcome of a check as SARIF 2.1.0, for systems that collect findings of static analysis.

use serde::Serialize;

use crate::check::{Checked, Place, Rule, Severity};
use crate::value::Lang;

/// A SARIF 2.1.0 log of one run. Write it with any serde format for JSON.
///
/// Findings are results of kind `fail`. What could not be assessed is a result of kind `open`, so that a form
/// with gaps does not look clean. The fingerprint of a result is its rule and place: it stays the same when
/// the check is run again, whatever the figures.
///
/// ```
/// use ogi_report::{Edition, Form, Lang};
///
/// let sarif = Form::new(Edition::V2021).check().sarif("report.json", Lang::En);
/// let json = serde_json::to_value(&sarif)?;
/// assert_eq!(json["version"], "2.1.0");
/// let result = &json["runs"][0]["results"][0];
/// assert_eq!(result["ruleId"], "T101");
/// assert_eq!(result["partialFingerprints"]["ruleAndPlace/v1"], "T101:document");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sarif {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    results: Vec<SarifResult>,
    column_kind: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<ReportingDescriptor>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportingDescriptor {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    default_configuration: Configuration,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Message {
    text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    rule_index: usize,
    kind: &'static str,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    partial_fingerprints: Fingerprints,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    logical_locations: [LogicalLocation; 1],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    fully_qualified_name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Fingerprints {
    #[serde(rename = "ruleAndPlace/v1")]
    rule_and_place: String,
}

impl Checked {
    /// The outcome as SARIF 2.1.0. `artifact` is the URI of the checked file, by which the collecting system knows
    /// it; characters that a URI cannot hold are percent-encoded.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Lang};
    ///
    /// let sarif = Form::new(Edition::V2021).check().sarif("年报 2024.json", Lang::Zh);
    /// let json = serde_json::to_string(&sarif)?;
    /// assert!(json.contains("%E5%B9%B4%E6%8A%A5%202024.json"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn sarif(&self, artifact: &str, lang: Lang) -> Sarif {
        let uri = percent_encoded(artifact);
        let result = |rule: Rule, kind, level, at: Place, text: String| SarifResult {
            rule_id: rule.code(),
            rule_index: rule.index(),
            kind,
            level,
            message: Message { text },
            locations: [Location {
                physical_location: PhysicalLocation { artifact_location: ArtifactLocation { uri: uri.clone() } },
                logical_locations: [LogicalLocation { fully_qualified_name: at.to_string() }],
            }],
            partial_fingerprints: Fingerprints { rule_and_place: format!("{rule}:{at}") },
        };
        let failed = self
            .findings
            .iter()
            .map(|finding| result(finding.rule, "fail", level(finding.severity), finding.at, finding.message(lang)));
        let open = self.ledger.entries().iter().flat_map(|entry| {
            entry.gaps.iter().map(|gap| {
                let missing: Vec<String> = gap.missing.iter().map(ToString::to_string).collect();
                let text = match lang {
                    Lang::Zh if missing.is_empty() => "无法核对".to_owned(),
                    Lang::En if missing.is_empty() => "could not be assessed".to_owned(),
                    Lang::Zh => format!("无法核对，缺：{}", missing.join("、")),
                    Lang::En => format!("could not be assessed for want of {}", missing.join(", ")),
                };
                result(entry.rule, "open", "none", gap.at, text)
            })
        });
        let results = failed.chain(open).collect();
        let driver = Driver {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            rules: Rule::ENTRIES.map(|rule| describe(rule, lang)).into(),
        };
        Sarif {
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [Run { tool: Tool { driver }, results, column_kind: "unicodeCodePoints" }],
        }
    }
}

fn describe(rule: Rule, lang: Lang) -> ReportingDescriptor {
    ReportingDescriptor {
        id: rule.code(),
        short_description: Message { text: rule.formula(lang).to_owned() },
        full_description: Message { text: rule.page(lang) },
        default_configuration: Configuration { level: level(rule.severity()) },
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// The text as a URI reference: everything but unreserved characters, `/` and `:` is percent-encoded.
fn percent_encoded(text: &str) -> String {
    use std::fmt::Write as _;
    let mut uri = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            uri.push(byte.into());
        } else {
            // Writing to a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
