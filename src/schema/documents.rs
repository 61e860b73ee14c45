//! The documents that partners exchange, and the schema of each.

use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};

use crate::check::{Checked, Comparison, Diagnosis, Finding};
#[cfg(feature = "text")]
use crate::extract::Extraction;
use crate::form::{Cell, Conversion, Edition, Form};
use crate::narrative::{Narrative, Sections};
use crate::report::Report;
use crate::schema::words;
use crate::sum::{Consolidation, Coverage, Span, Totals};

/// A kind of document that partners exchange, with its schema.
///
/// ```
/// let form = &ogi_report::schema::documents()[0];
/// assert_eq!((form.name, form.version), ("form", 1));
/// assert_eq!(form.id(), "urn:ogi-report:schema:form:1");
/// assert_eq!(form.schema().get("title").unwrap(), "年度报告表格");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// The name, as in the name of the file of its schema.
    pub name: &'static str,
    /// The version of the schema and of its documents. It changes when a program written for the version before could misread or refuse a
    /// document.
    pub version: u64,
    /// What the document is called in Chinese.
    pub title: &'static str,
    /// What the document is, and by which notice or article.
    pub description: &'static str,
    /// Whether the crate reads exactly the valid documents of this kind. A consolidation is read back, too, but differently: its reader
    /// looks at the values of `kept` only, and asks whether the sums fit the reports, which no schema can say.
    pub is_read: bool,
    pub(super) schema: fn(&mut SchemaGenerator) -> Schema,
}

/// Every kind of document, each once; `extraction` only with the feature `text`, which reads pages.
///
/// ```
/// let names: Vec<&str> = ogi_report::schema::documents().iter().map(|document| document.name).collect();
/// assert!(names.starts_with(&["form", "form-2019", "form-2021", "report"]));
/// ```
pub const fn documents() -> &'static [Document] {
    DOCUMENTS
}

const FORM: &str = "An annual report on open government information exactly as it was printed, article 50 of the OGI \
     Regulations: every cell of the official tables with what stands in it.";
const FORM_2019: &str = "A form of the 2019 edition, 国办公开办函〔2019〕60号, in force for 2019 and 2020, without cells of the \
     other edition.";
const FORM_2021: &str = "A form of the 2021 edition, 国办公开办函〔2021〕30号, in force from 2021 on, without cells of the \
     other edition.";
const REPORT: &str = "An annual report on open government information as typed counts, articles 49 and 50 of the OGI \
     Regulations. It has no totals: they follow from the counts.";
const SECTIONS: &str =
    "The text of an annual report by its six headings, article 50 of the OGI Regulations and the notices.";
const NARRATIVE: &str = "What the text of an annual report states, article 50 of the OGI Regulations and the notices: figures \
     with what they count, and what the report says of itself. Everything has its bytes in the text, counted in UTF-8.";
#[cfg(feature = "text")]
const EXTRACTION: &str = "What was read from a published page: the form, where each figure stands, what could not be placed, \
     and the text. Bytes are counted in UTF-8: of figures in the page, of sections in `text`.";
const OUTCOME: &str = "The outcome of a check of a form: findings, and for each rule what held, was broken or could not be \
     assessed. The sources of the rules stand in the rule reference.";
const FINDING: &str = "A broken rule at a place of a form, with the figures that show it. The sources of the rules stand in \
     the rule reference.";
const DIAGNOSIS: &str = "What could be wrong where the sums of a table do not add up; our reading of the figures.";
const CONVERSION: &str = "A form in the other edition, and what that lost; what corresponds to what in the notices of 2019 and \
     2021 is our reading.";
const COMPARISON: &str = "What changed between two forms, cell by cell, and what that does to the findings.";
const TOTALS: &str = "The sums of the reports of many bodies; section 2 of the two editions counts different things and is kept \
     apart.";
const COVERAGE: &str =
    "What a sum covers: whose reports are in it, whose are missing, and which cells are without a number.";
const CONSOLIDATION: &str = "The reports of many bodies for one year as one whole, as article 50 of the OGI Regulations has \
     governments publish for their area: sums, and what they cover.";
const SPAN: &str = "Successive years of the same bodies: what was carried in, what came and went, what was carried over. Which \
     cells add over years is our reading.";

/// Whether exactly the valid documents are read, in the table below: [`Document::is_read`].
const READ: bool = true;
const WRITTEN: bool = false;

#[rustfmt::skip]
const DOCUMENTS: &[Document] = &[
    of::<Form>("form", 1, "年度报告表格", FORM, READ),
    Document { schema: |generator| form_of(generator, Edition::V2019), ..of::<Form>("form-2019", 1, "年度报告表格（2019年版）", FORM_2019, READ) },
    Document { schema: |generator| form_of(generator, Edition::V2021), ..of::<Form>("form-2021", 1, "年度报告表格（2021年版）", FORM_2021, READ) },
    of::<Report>("report", 1, "年度报告", REPORT, READ),
    of::<Sections>("sections", 1, "年度报告正文", SECTIONS, READ),
    of::<Narrative>("narrative", 1, "正文所载内容", NARRATIVE, READ),
    #[cfg(feature = "text")]
    of::<Extraction>("extraction", 1, "页面读取结果", EXTRACTION, WRITTEN),
    of::<Checked>("outcome", 1, "核对结果", OUTCOME, WRITTEN),
    of::<Finding>("finding", 1, "核对发现", FINDING, WRITTEN),
    of::<Diagnosis>("diagnosis", 1, "错误诊断", DIAGNOSIS, WRITTEN),
    of::<Conversion>("conversion", 1, "版本转换", CONVERSION, WRITTEN),
    of::<Comparison>("comparison", 1, "表格比较", COMPARISON, WRITTEN),
    of::<Totals>("totals", 1, "合计", TOTALS, WRITTEN),
    of::<Coverage>("coverage", 1, "汇总范围", COVERAGE, WRITTEN),
    of::<Consolidation>("consolidation", 1, "汇总", CONSOLIDATION, WRITTEN),
    of::<Span>("span", 1, "多年汇总", SPAN, WRITTEN),
];

const fn of<T: JsonSchema>(
    name: &'static str,
    version: u64,
    title: &'static str,
    description: &'static str,
    is_read: bool,
) -> Document {
    Document { name, version, title, description, is_read, schema: T::json_schema }
}

/// The schema of a form with the cells of one edition only.
fn form_of(generator: &mut SchemaGenerator, edition: Edition) -> Schema {
    let mut form = Form::json_schema(generator);
    if let Some(stated) = form.pointer_mut("/properties/edition") {
        *stated = serde_json::json!({ "const": edition.name(), "type": "string" });
    }
    if let Some(cells) = form.pointer_mut("/properties/cells/properties").and_then(|cells| cells.as_object_mut()) {
        cells.retain(|path, _| path.parse::<Cell>().is_ok_and(|cell| cell.is_printed_in(edition)));
    }
    form
}

impl Document {
    /// The `$id` of the schema. It names the schema and its version, and is no address that anything could be fetched from.
    ///
    /// ```
    /// let report = ogi_report::schema::documents().iter().find(|document| document.name == "report").unwrap();
    /// assert_eq!(report.id(), "urn:ogi-report:schema:report:1");
    /// ```
    pub fn id(&self) -> String {
        format!("urn:ogi-report:schema:{}:{}", self.name, self.version)
    }

    /// The schema, of draft 2020-12.
    ///
    /// ```
    /// let schema = ogi_report::schema::documents()[0].schema();
    /// assert_eq!(schema.get("$schema").unwrap(), "https://json-schema.org/draft/2020-12/schema");
    /// assert_eq!(schema.get("additionalProperties").unwrap(), false);
    /// ```
    pub fn schema(&self) -> Schema {
        let mut generator = SchemaSettings::draft2020_12().into_generator();
        let mut derived = (self.schema)(&mut generator);
        let definitions = generator.take_definitions(true);
        if !definitions.is_empty() {
            derived.insert("$defs".to_owned(), definitions.into());
        }
        Partner.transform(&mut derived);
        words::name(&mut derived, self.name);

        let mut schema = Schema::default();
        schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
        schema.insert("$id".to_owned(), self.id().into());
        schema.insert("title".to_owned(), self.title.into());
        schema.insert("description".to_owned(), self.description.into());
        for (keyword, value) in std::mem::take(derived.ensure_object()) {
            if !matches!(keyword.as_str(), "title" | "description") {
                schema.insert(keyword, value);
            }
        }
        schema
    }
}

/// Makes a derived schema one that strict validators and generators of types in other languages understand.
#[derive(Clone)]
pub(super) struct Partner;

impl Transform for Partner {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        bound(schema);
        part_types(schema);
        let has_properties = schema.get("properties").is_some();
        if has_properties && schema.get("additionalProperties").is_none() {
            schema.insert("additionalProperties".to_owned(), false.into());
        }
        if let Some(constant) = schema.get("const")
            && schema.get("type").is_none()
            && constant.is_string()
        {
            schema.insert("type".to_owned(), "string".into());
        }
    }
}

/// Puts the bounds of a format that only Rust has in its place.
fn bound(schema: &mut Schema) {
    let (least, most): (serde_json::Number, serde_json::Number) =
        match schema.get("format").and_then(serde_json::Value::as_str) {
            Some("uint16") => (0.into(), u16::MAX.into()),
            Some("uint32") => (0.into(), u32::MAX.into()),
            Some("uint" | "uint64") => (0.into(), u64::MAX.into()),
            Some("int32") => (i32::MIN.into(), i32::MAX.into()),
            Some("int64") => (i64::MIN.into(), i64::MAX.into()),
            Some("uint8") => (0.into(), u8::MAX.into()),
            _ => return,
        };
    schema.remove("format");
    schema.insert("minimum".to_owned(), least.into());
    schema.insert("maximum".to_owned(), most.into());
}

/// Writes a schema of several types as one that lists a schema for each.
fn part_types(schema: &mut Schema) {
    let Some(serde_json::Value::Array(types)) = schema.get("type").cloned() else { return };
    let object = schema.ensure_object();
    object.remove("type");
    let stays = ["title", "description", "default"];
    let moves: Vec<String> = object.keys().filter(|keyword| !stays.contains(&keyword.as_str())).cloned().collect();
    let mut rest = serde_json::Map::new();
    for keyword in moves {
        if let Some(value) = object.remove(&keyword) {
            rest.insert(keyword, value);
        }
    }
    let alternatives: Vec<serde_json::Value> = types
        .into_iter()
        .map(|one| {
            let mut alternative = serde_json::Map::new();
            let is_null = one == "null";
            alternative.insert("type".to_owned(), one);
            if !is_null {
                alternative.extend(rest.clone());
            }
            alternative.into()
        })
        .collect();
    schema.insert("anyOf".to_owned(), alternatives.into());
}
