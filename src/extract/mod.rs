//! From a published page to a form: every number it gives is the printed one, and what it cannot place it says.
//!
//! [`from_text`] reads plain text: tab-separated rows, rows of bars, one cell per line, what converters make of PDF
//! files, and digits without any boundary. With the feature `html`, [`from_html`] reads a page; [`from_bytes`]
//! decodes either first.
//!
//! Figures are placed by the words of the form around them, never by position on the page alone. Where print has
//! lost what it takes to place a figure, the sums of the form decide if they leave one reading, and else the cell
//! stays absent: the figure is listed in [`Extraction::unplaced`] with the readings that are possible.
//!
//! ```
//! use ogi_report::extract;
//!
//! let page = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t1282\n行政强制\t\n";
//! let extraction = extract::from_text(page)?;
//! let cells: Vec<String> = extraction.form.cells().map(|(cell, filed)| format!("{cell} {filed:?}")).collect();
//! assert_eq!(cells, ["proactive.penalties.decisions 1282", "proactive.coercion.decisions blank"]);
//! assert_eq!(&page[extraction.placed[0].at.bytes().unwrap()], "1282");
//! # Ok::<(), extract::ExtractError>(())
//! ```

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

mod about;
mod block;
mod decode;
mod disputes;
#[cfg(feature = "html")]
mod element;
mod fold;
mod frame;
mod geometry;
mod header;
#[cfg(feature = "html")]
mod html;
mod lines;
mod location;
mod model;
mod note;
mod order;
mod out;
mod page;
mod place;
mod reports;
mod requests;
mod ruled;
mod runs;
mod scan;
mod solver;
mod split;
#[cfg(feature = "html")]
mod style;
#[cfg(feature = "html")]
mod tokens;
mod words;

use serde::{Serialize, Serializer};

pub use decode::{FileFormat, decode};
pub use location::{Area, CellRange, Location};
pub use model::{Block, CellText, Grid, GridCell, Line, Page, Shown, Trust};
pub use note::{Note, UnplacedReason};

use crate::form::{Cell, Detection, Edition, Filed, Form};
use crate::json::version::Version;
use crate::narrative::Sections;
use crate::value::{Body, Lang, Year};

/// What was read from a page.
///
/// As JSON it is written and not read: it tells of a page, and only reading the page makes another. The form in it is read.
///
/// ```
/// use ogi_report::extract;
///
/// let extraction = extract::from_text("第二十条第（六）项\n本年处理决定数量\n行政处罚\n3\n")?;
/// let json = serde_json::to_value(&extraction)?;
/// assert_eq!(json["form"]["cells"]["proactive.penalties.decisions"], 3);
/// assert_eq!(json["placed"][0]["at"], serde_json::json!({ "kind": "bytes", "start": 66, "end": 67 }));
/// assert_eq!(json["notes"][0]["kind"], "edition_assumed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Extraction {
    schema_version: Version<1>,
    /// The form, with every cell that could be placed. A cell that could not is absent.
    pub form: Form,
    /// The cells with where they stand in the source, in printed order.
    pub placed: Vec<Placed>,
    /// Figures of the tables that have no place on the form, in the order of the page.
    pub unplaced: Vec<Unplaced>,
    /// What else a reader should know.
    pub notes: Vec<Note>,
    /// The text of the page in reading order, without tags.
    pub text: String,
    /// The title, sections 一, 五 and 六, and the headings. Their spans are those of `text`.
    pub sections: Sections,
    /// The page inside the page, where the report was only found in a script or in escaped text. The
    /// spans of figures are those of this text then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embedded: Option<String>,
}

impl Extraction {
    /// The title of the report as printed, if the page has one.
    ///
    /// ```
    /// use ogi_report::extract;
    ///
    /// let page = "某某局2024年政府信息公开工作年度报告\n第二十条第（六）项\n本年处理决定数量\n行政处罚\n3\n";
    /// assert_eq!(extract::from_text(page)?.title(), Some("某某局2024年政府信息公开工作年度报告"));
    /// # Ok::<(), extract::ExtractError>(())
    /// ```
    pub fn title(&self) -> Option<&str> {
        self.sections.title.as_ref().map(|title| title.text.as_str())
    }

    /// The edition of the form.
    ///
    /// ```
    /// use ogi_report::{Edition, extract};
    ///
    /// let page = "第二十条第（九）项\n采购项目数量\n采购总金额\n政府集中采购\n6\n251000元\n";
    /// assert_eq!(extract::from_text(page)?.edition(), Edition::V2019);
    /// # Ok::<(), extract::ExtractError>(())
    /// ```
    pub fn edition(&self) -> Edition {
        self.form.edition
    }

    /// The reporting body as the title names it.
    ///
    /// ```
    /// use ogi_report::extract;
    ///
    /// let page = "某某镇人民政府2022年政府信息公开工作年度报告\n第二十条第（六）项\n本年处理决定数量\n行政处罚\n3\n";
    /// let extraction = extract::from_text(page)?;
    /// assert_eq!(extraction.body().unwrap().name, "某某镇人民政府");
    /// assert_eq!(extraction.year().unwrap().number(), 2022);
    /// # Ok::<(), extract::ExtractError>(())
    /// ```
    pub fn body(&self) -> Option<&Body> {
        self.form.body.as_ref()
    }

    /// The reporting year as the title names it.
    ///
    /// ```
    /// use ogi_report::extract;
    ///
    /// let extraction = extract::from_text("第二十条第（六）项\n本年处理决定数量\n行政处罚\n3\n")?;
    /// assert_eq!(extraction.year(), None);
    /// # Ok::<(), extract::ExtractError>(())
    /// ```
    pub fn year(&self) -> Option<Year> {
        self.form.year
    }
}

/// A cell and where the page prints it.
///
/// ```
/// use ogi_report::{Filed, extract};
///
/// let page = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12件\n";
/// let placed = &extract::from_text(page)?.placed[0];
/// assert_eq!(placed.cell.to_string(), "proactive.penalties.decisions");
/// assert_eq!((placed.printed.as_str(), &page[placed.at.bytes().unwrap()]), ("12件", "12件"));
/// assert_eq!(placed.filed, Filed::printed("12件"));
/// # Ok::<(), extract::ExtractError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Placed {
    /// The cell.
    pub cell: Cell,
    /// Where the source prints it. The bytes of a text are those of the figure; in a line of a web page, outside of tables,
    /// they are those of the whole line where the source writes it in other bytes, such as `&nbsp;` or tags.
    pub at: Location,
    /// The text as printed there. Where digits had to be parted or joined it differs from what the cell holds.
    pub printed: String,
    /// What the cell holds.
    pub filed: Filed,
}

/// Figures that stand in a table and could not be placed.
///
/// ```
/// use ogi_report::extract::{self, UnplacedReason};
///
/// let page = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n某某\t7\n";
/// let unplaced = &extract::from_text(page)?.unplaced[0];
/// assert_eq!((unplaced.printed.as_str(), unplaced.reason), ("7", UnplacedReason::NoRow));
/// assert_eq!(&page[unplaced.at.bytes().unwrap()], "7");
/// # Ok::<(), extract::ExtractError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Unplaced {
    /// Where the source prints them, from the first to the last.
    pub at: Location,
    /// The text as printed there, a space between cells; empty if what stands there is no text.
    pub printed: String,
    /// Why they could not be placed.
    pub reason: UnplacedReason,
    /// Some of the readings that are possible, each with the cells that it would fill. Empty if there is none, or if
    /// nothing can be said.
    #[serde(serialize_with = "readings")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Vec<ReadAs>>"))]
    pub alternatives: Vec<Vec<(Cell, String)>>,
}

/// A cell and what it would hold.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ReadAs<'a> {
    /// The cell.
    cell: Cell,
    /// What it would hold, as printed.
    printed: &'a str,
}

fn readings<S: Serializer>(alternatives: &[Vec<(Cell, String)>], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(
        alternatives
            .iter()
            .map(|reading| reading.iter().map(|(cell, printed)| ReadAs { cell: *cell, printed }).collect::<Vec<_>>()),
    )
}

/// How much of a page is read. What is beyond a limit is an error that names it, never cut off in silence.
///
/// ```
/// use ogi_report::extract::{self, ExtractError, Limits};
///
/// let mut limits = Limits::default();
/// limits.cells = 2;
/// let page = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n";
/// assert_eq!(extract::from_text_within(page, &limits), Err(ExtractError::TooManyCells { limit: 2 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the page; 64 MiB by default. The largest real page seen has less than 1 MiB.
    pub bytes: usize,
    /// Cells of all tables together; 1 000 000 by default.
    pub cells: usize,
    /// Tables inside tables; 64 by default.
    pub depth: usize,
    /// Steps of the search for the readings of rows of digits, and of their comparison with the sums of the columns;
    /// 200 000 for a page by default, at most some tenths of a second. A real page takes some thousands of them. A row
    /// for which none are left is left unplaced.
    pub steps: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, cells: 1_000_000, depth: 64, steps: 200_000 }
    }
}

/// Why a page gave no form.
///
/// ```
/// use ogi_report::extract::{self, ExtractError};
///
/// let error = extract::from_bytes(b"\xff\xfe\x00\xd8").unwrap_err();
/// assert_eq!(error, ExtractError::NotText { encoding: "UTF-16LE", at: 2 });
/// assert_eq!(error.to_string(), "the bytes are not text in UTF-16LE: the first that is not stands at byte 2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// The page has none of the official tables, or only their headings.
    #[error(
        "no figure of the official tables was found, expected the tables of sections 二, 三 and 四 as text, not as pictures"
    )]
    NoTable,
    /// The page has the headings of one report without figures, and the tables of another behind them.
    #[error("the page has two reports, `{first}` without figures and `{second}`, expected one")]
    TwoReports {
        /// The title of the first.
        first: String,
        /// The title of the other.
        second: String,
    },
    /// The page is longer than the limit.
    #[error("the page has {found} bytes, more than the limit of {limit}")]
    TooLong {
        /// Bytes of the page.
        found: usize,
        /// [`Limits::bytes`].
        limit: usize,
    },
    /// The tables have more cells than the limit.
    #[error("the tables of the page have more than the limit of {limit} cells")]
    TooManyCells {
        /// [`Limits::cells`].
        limit: usize,
    },
    /// Tables stand inside each other deeper than the limit.
    #[error("the tables of the page stand inside each other more than the limit of {limit} deep")]
    TooDeep {
        /// [`Limits::depth`].
        limit: usize,
    },
    /// The bytes are a file of another format.
    #[error("this is {}, expected a web page or plain text", .format.label(Lang::En))]
    OtherFormat {
        /// The format.
        format: FileFormat,
    },
    /// The bytes are no text in any encoding that the page declares or that could be recognised.
    #[error("the bytes are not text in {encoding}: the first that is not stands at byte {at}")]
    NotText {
        /// The encoding that was tried.
        encoding: &'static str,
        /// The position of the first byte that does not fit.
        at: usize,
    },
}

impl ExtractError {
    /// What is wrong, in words; in English those of its `Display`.
    ///
    /// ```
    /// use ogi_report::{Lang, extract};
    ///
    /// let error = extract::from_text("404 Not Found").unwrap_err();
    /// assert_eq!(error.message(Lang::Zh), "没有找到官方表格中的数字：第二、三、四部分的表格应为文字，不能是图片");
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        if lang == Lang::En {
            return self.to_string();
        }
        match self {
            Self::NoTable => "没有找到官方表格中的数字：第二、三、四部分的表格应为文字，不能是图片".to_owned(),
            Self::TwoReports { first, second } => {
                format!("页面上有两份报告，“{first}”没有数字，“{second}”有数字，只能有一份")
            }
            Self::TooLong { found, limit } => format!("页面有 {found} 字节，超过 {limit} 字节的上限"),
            Self::TooManyCells { limit } => format!("页面的表格超过 {limit} 格的上限"),
            Self::TooDeep { limit } => format!("页面的表格嵌套超过 {limit} 层的上限"),
            Self::OtherFormat { format } => format!("这是“{}”，应为网页或者纯文本", format.label(lang)),
            Self::NotText { encoding, at } => format!("内容不是 {encoding} 编码的文字，第 {at} 字节起无法识别"),
        }
    }
}

/// Reads a plain text.
///
/// # Errors
///
/// If it has none of the official tables, or is beyond a default [limit](Limits).
///
/// ```
/// use ogi_report::extract::{self, ExtractError};
///
/// assert_eq!(extract::from_text("一、总体情况"), Err(ExtractError::NoTable));
/// ```
pub fn from_text(text: &str) -> Result<Extraction, ExtractError> {
    from_text_within(text, &Limits::default())
}

/// Reads a plain text within these limits.
///
/// # Errors
///
/// If it has none of the official tables, or is beyond a limit.
///
/// ```
/// use ogi_report::extract::{self, Limits};
///
/// let mut limits = Limits::default();
/// limits.bytes = 10;
/// let error = extract::from_text_within("第二十条第（六）项", &limits).unwrap_err();
/// assert_eq!(error.to_string(), "the page has 27 bytes, more than the limit of 10");
/// ```
pub fn from_text_within(text: &str, limits: &Limits) -> Result<Extraction, ExtractError> {
    if text.len() > limits.bytes {
        return Err(ExtractError::TooLong { found: text.len(), limit: limits.bytes });
    }
    let page = lines::page_of(text);
    if page.pieces.len() > limits.cells {
        return Err(ExtractError::TooManyCells { limit: limits.cells });
    }
    read(&page, limits)
}

/// Reads a web page.
///
/// # Errors
///
/// If it has none of the official tables, or is beyond a default [limit](Limits).
///
/// ```
/// use ogi_report::{Cell, ProactiveCell, extract};
///
/// let page = "<table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>12</table>";
/// let extraction = extract::from_html(page)?;
/// assert_eq!(extraction.form.get(Cell::Proactive(ProactiveCell::PenaltiesDecisions)), Some(&12_u32.into()));
/// # Ok::<(), extract::ExtractError>(())
/// ```
#[cfg(feature = "html")]
pub fn from_html(html: &str) -> Result<Extraction, ExtractError> {
    from_html_within(html, &Limits::default())
}

/// Reads a web page within these limits.
///
/// A page whose report stands in a script or in escaped text is read as well; see [`Extraction::embedded`].
///
/// # Errors
///
/// If it has none of the official tables, or is beyond a limit.
///
/// ```
/// use ogi_report::extract::{self, ExtractError, Limits};
///
/// let mut limits = Limits::default();
/// limits.depth = 2;
/// let nested = extract::from_html_within("<table><td><table><td><table><td>", &limits);
/// assert_eq!(nested, Err(ExtractError::TooDeep { limit: 2 }));
/// ```
#[cfg(feature = "html")]
pub fn from_html_within(html: &str, limits: &Limits) -> Result<Extraction, ExtractError> {
    if html.len() > limits.bytes {
        return Err(ExtractError::TooLong { found: html.len(), limit: limits.bytes });
    }
    let html::Parsed { page, embedded } = html::parse(html, limits)?;
    let outer = read(&page, limits);
    let is_without_figures = match &outer {
        Ok(outer) => outer.placed.is_empty(),
        Err(error) => *error == ExtractError::NoTable,
    };
    let Some(inner) = embedded.filter(|_| is_without_figures) else { return outer };
    let found = html::parse(&inner, limits).and_then(|parsed| read(&parsed.page, limits));
    match (found, outer) {
        (Ok(mut extraction), outer) if outer.is_err() || !extraction.placed.is_empty() => {
            extraction.notes.insert(0, Note::Embedded);
            extraction.embedded = Some(inner);
            Ok(extraction)
        }
        (Err(error), Err(_)) => Err(error),
        (_, outer) => outer,
    }
}

/// Reads bytes: a web page if they hold a tag of one (with the feature `html`), and else plain text. The encoding is
/// that of [`decode`], and spans are those of the decoded text.
///
/// # Errors
///
/// If the bytes are those of another format or no text, if there is none of the official tables in it, or if it is beyond a default
/// [limit](Limits).
///
/// ```
/// use ogi_report::extract::{self, ExtractError};
///
/// assert_eq!(extract::from_bytes(b"<p>404 Not Found"), Err(ExtractError::NoTable));
/// assert_eq!(
///     extract::from_bytes(b"%PDF-1.7").unwrap_err().to_string(),
///     "this is a PDF file, expected a web page or plain text",
/// );
/// ```
pub fn from_bytes(bytes: &[u8]) -> Result<Extraction, ExtractError> {
    from_bytes_within(bytes, &Limits::default())
}

/// Reads bytes within these limits.
///
/// # Errors
///
/// As [`from_bytes`], with these limits.
///
/// ```
/// use ogi_report::extract::{self, ExtractError, Limits};
///
/// assert_eq!(extract::from_bytes_within(b"", &Limits::default()), Err(ExtractError::NoTable));
/// ```
pub fn from_bytes_within(bytes: &[u8], limits: &Limits) -> Result<Extraction, ExtractError> {
    if bytes.len() > limits.bytes {
        return Err(ExtractError::TooLong { found: bytes.len(), limit: limits.bytes });
    }
    if let Some(format) = FileFormat::of(bytes) {
        return Err(ExtractError::OtherFormat { format });
    }
    let text = decode(bytes)?;
    match from_decoded(&text, limits) {
        Err(ExtractError::NoTable) if decode::is_json(&text) => {
            Err(ExtractError::OtherFormat { format: FileFormat::Json })
        }
        read => read,
    }
}

fn from_decoded(text: &str, limits: &Limits) -> Result<Extraction, ExtractError> {
    #[cfg(feature = "html")]
    if html::is_html(text) {
        return from_html_within(text, limits);
    }
    from_text_within(text, limits)
}

/// Reads a page that has been divided into rows.
fn read(page: &page::Page<'_>, limits: &Limits) -> Result<Extraction, ExtractError> {
    let place::Placing { placed, unplaced, mut notes, rows, end } = place::place(page, limits)?;
    if placed.is_empty() && unplaced.is_empty() && rows == 0 {
        return Err(ExtractError::NoTable);
    }
    let sections = Sections::of(end.and_then(|end| page.text.get(..end)).unwrap_or(&page.text));
    let title = sections.title.as_ref().map(|title| title.text.as_str()).unwrap_or_default();
    let mut form = Form::new(Edition::V2021);
    for placed in &placed {
        form.set(placed.cell, placed.filed.clone());
    }
    form.year = about::year(title);
    form.body = about::body(title);
    form.edition = match (form.detect_edition(), form.year.and_then(Edition::in_force)) {
        (Detection::Edition(edition), _) => edition,
        (shown, in_force) => {
            let edition = in_force.unwrap_or(Edition::V2021);
            notes.push(Note::EditionAssumed { edition, is_mixed: shown == Detection::Mixed });
            edition
        }
    };
    let text = page.text.to_string();
    Ok(Extraction { schema_version: Version, form, placed, unplaced, notes, text, sections, embedded: None })
}
