//! What an extraction gives: the form, where its figures stand, and what has no place.

use serde::{Serialize, Serializer};

use super::{Location, Note, UnplacedReason};
use crate::form::{Cell, Edition, Filed, Form};
use crate::json::version::Version;
use crate::narrative::Sections;
use crate::value::{Body, Year};

/// The result of reading a page.
///
/// JSON is written and not read: to get an `Extraction`, extract a page. The form inside can be read as a [`Form`].
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
    pub(super) schema_version: Version<1>,
    /// The form, with every cell that could be placed. A cell that could not is absent.
    pub form: Form,
    /// The cells with where they stand in the source, in the order of the form.
    pub placed: Vec<Placed>,
    /// Figures of the tables that have no place on the form, in the order of the page.
    pub unplaced: Vec<Unplaced>,
    /// What else to know about the page.
    pub notes: Vec<Note>,
    /// The text of the page in reading order, without tags.
    pub text: String,
    /// The title, sections 一, 五 and 六, and the headings. Their spans are those of `text`.
    pub sections: Sections,
    /// The inner page, if the report was found only in a script or in escaped text. The spans of figures then refer to this text.
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

    /// Where the source prints a cell, if it was placed.
    ///
    /// ```
    /// use ogi_report::extract;
    ///
    /// let extraction = extract::from_text("第二十条第（六）项\n本年处理决定数量\n行政处罚\n3\n")?;
    /// let cell = "proactive.penalties.decisions".parse()?;
    /// assert_eq!(extraction.place_of(cell).unwrap().bytes(), Some(66..67));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn place_of(&self, cell: Cell) -> Option<&Location> {
        self.placed.iter().find(|placed| placed.cell == cell).map(|placed| &placed.at)
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

    /// The reporting body. It is that of the title, or of a sentence, as a [`Note`] then says, or of the properties of a workbook
    /// that this crate made.
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

    /// The reporting year. It has the same sources as [`body`](Self::body).
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
    /// The text as printed there. It differs from what the cell holds if digits had to be divided or joined.
    pub printed: String,
    /// What the cell holds.
    pub filed: Filed,
}

/// Figures of a table that could not be placed.
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
    /// The text as printed there, with a space between cells; empty if there is no text.
    pub printed: String,
    /// Why they could not be placed.
    pub reason: UnplacedReason,
    /// Some of the possible readings, each with the cells that it would fill. Empty if there is none or nothing is known.
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
