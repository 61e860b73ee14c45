//! The outcome of a check as SARIF 2.1.0, for systems that collect findings of static analysis.

use std::ops::Range;

use serde::Serialize;

use crate::check::{Checked, HouseText, Place, Rule, RuleCode, Severity};
use crate::form::Cell;
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
    information_uri: &'static str,
    rules: Vec<ReportingDescriptor>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportingDescriptor {
    id: String,
    short_description: Message,
    full_description: Message,
    help: Message,
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
    rule_id: String,
    rule_index: usize,
    kind: &'static str,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    partial_fingerprints: Fingerprints,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "SARIF names them so")]
struct Location {
    physical_location: PhysicalLocation,
    logical_locations: [LogicalLocation; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

impl Sarif {
    /// The same log with where the checked file prints the cell of a result: in words, and as bytes of a text where it is
    /// one. `extract::Extraction::place_of` knows the place of a cell that was read from a file.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Edition, Form, Lang, Outcome};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// form.set(Cell::request(Outcome::Granted, Applicant::NaturalPerson), "三");
    /// let sarif = form.check().sarif("2024.xlsx", Lang::En).with_places(|_| Some(("年报!F23".to_owned(), None)));
    /// let json = serde_json::to_string(&sarif)?;
    /// assert!(json.contains(r#""message":{"text":"年报!F23"}"#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_places(mut self, place_of: impl Fn(Cell) -> Option<(String, Option<Range<usize>>)>) -> Self {
        for location in self.runs.iter_mut().flat_map(|run| &mut run.results).flat_map(|result| &mut result.locations) {
            let cell = location.logical_locations[0].fully_qualified_name.parse::<Cell>().ok();
            if let Some((words, bytes)) = cell.and_then(&place_of) {
                location.message = Some(Message { text: words });
                location.physical_location.region =
                    bytes.map(|bytes| Region { byte_offset: bytes.start, byte_length: bytes.len(), lines: None });
            }
        }
        self
    }

    /// The same log with the lines and columns of every place that has bytes; `source` is the checked file as text. Systems
    /// that show a finding beside its line ask for them. A place that is no part of the text stays as it is.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Edition, Form, Lang, Outcome};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// form.set(Cell::request(Outcome::Granted, Applicant::NaturalPerson), "三");
    /// let sarif = form.check().sarif("2024.txt", Lang::En).with_places(|_| Some(("line 2".to_owned(), Some(11..14))));
    /// let json = serde_json::to_string(&sarif.with_lines("予以公开\n三"))?;
    /// assert!(!json.contains("startLine"), "these are no bytes of the text");
    ///
    /// let sarif = form.check().sarif("2024.txt", Lang::En).with_places(|_| Some(("line 2".to_owned(), Some(13..16))));
    /// let json = serde_json::to_string(&sarif.with_lines("予以公开\n三"))?;
    /// assert!(json.contains(r#""startLine":2,"startColumn":1,"endLine":2,"endColumn":2"#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn with_lines(mut self, source: &str) -> Self {
        let starts: Vec<usize> = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let place = |byte: usize| {
            let line = starts.partition_point(|&start| start <= byte);
            let column = source.get(starts[line - 1]..byte)?.chars().count() + 1;
            Some((line, column))
        };
        for location in self.runs.iter_mut().flat_map(|run| &mut run.results).flat_map(|result| &mut result.locations) {
            let Some(region) = &mut location.physical_location.region else { continue };
            let ends = place(region.byte_offset).zip(place(region.byte_offset + region.byte_length));
            region.lines = ends.map(|((start_line, start_column), (end_line, end_column))| Lines {
                start_line,
                start_column,
                end_line,
                end_column,
            });
        }
        self
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    byte_offset: usize,
    byte_length: usize,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    lines: Option<Lines>,
}

/// Lines and columns from 1; the end is behind the last character.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Lines {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
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
    /// it, or its path; a path from the root becomes a `file:` URI, and only characters that no URI can hold are percent-encoded.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Lang};
    ///
    /// let checked = Form::new(Edition::V2021).check();
    /// let json = |artifact: &str| serde_json::to_string(&checked.sarif(artifact, Lang::Zh));
    /// assert!(json("年报 2024.json")?.contains("%E5%B9%B4%E6%8A%A5%202024.json"));
    /// assert!(json("file:///a%20b.json")?.contains("file:///a%20b.json"));
    /// assert!(json("/reports/a.json")?.contains("\"file:///reports/a.json\""));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn sarif(&self, artifact: &str, lang: Lang) -> Sarif {
        let uri = as_uri(artifact);
        let result = |rule: RuleCode, kind, level, at: Place, text: String| SarifResult {
            rule_id: rule.to_string(),
            rule_index: self.rule_index(rule),
            kind,
            level,
            message: Message { text },
            locations: [Location {
                physical_location: PhysicalLocation {
                    artifact_location: ArtifactLocation { uri: uri.clone() },
                    region: None,
                },
                logical_locations: [LogicalLocation { fully_qualified_name: at.to_string() }],
                message: None,
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
            information_uri: "https://docs.rs/ogi-report",
            rules: Rule::ALL
                .iter()
                .map(|&rule| describe(rule, lang))
                .chain(self.house_rules.iter().map(|rule| describe_house_rule(rule, lang)))
                .collect(),
        };
        Sarif {
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [Run { tool: Tool { driver }, results, column_kind: "unicodeCodePoints" }],
        }
    }
}

impl Checked {
    /// The position of a rule among those that the log describes.
    fn rule_index(&self, rule: RuleCode) -> usize {
        match rule {
            RuleCode::Rule(rule) => rule.index(),
            RuleCode::House(code) => {
                let at = self.house_rules.iter().position(|text| text.code == code);
                Rule::ALL.len() + at.unwrap_or_default()
            }
        }
    }
}

fn describe(rule: Rule, lang: Lang) -> ReportingDescriptor {
    let page = Message { text: rule.page(lang) };
    ReportingDescriptor {
        id: rule.code().to_owned(),
        short_description: Message { text: rule.formula(lang).to_owned() },
        full_description: page.clone(),
        help: page,
        default_configuration: Configuration { level: level(rule.severity()) },
    }
}

fn describe_house_rule(rule: &HouseText, lang: Lang) -> ReportingDescriptor {
    let page = Message { text: rule.page.get(lang).to_owned() };
    ReportingDescriptor {
        id: rule.code.to_string(),
        short_description: Message { text: rule.formula.get(lang).to_owned() },
        full_description: page.clone(),
        help: page,
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// The text as a URI reference: what a URI can hold stays as it is, everything else is percent-encoded.
fn as_uri(text: &str) -> String {
    use std::fmt::Write as _;
    let mut uri = String::with_capacity(text.len());
    if text.starts_with('/') {
        uri.push_str("file://");
    }
    for (at, byte) in text.bytes().enumerate() {
        let is_encoded = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
        let stays = match byte {
            b'%' => text.as_bytes().get(at + 1..at + 3).is_some_and(is_encoded),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte),
        };
        if stays {
            uri.push(byte.into());
        } else {
            // Writing to a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
