//! Reads a source of any format.

use super::out::Out;
use super::page::{bridge, rows};
use super::place::engine;
use super::place::sheet::Steps;
#[cfg(feature = "office")]
use super::returned::Returned;
use super::said;
#[cfg(feature = "html")]
use super::tables::reports::Title;
use super::text::decode::decode_damaged;
use super::text::{decode, lines};
use super::titled::{self, Titled};
#[cfg(feature = "html")]
use super::web::page as html;
use super::{Bound, ExtractError, Extraction, FileFormat, Limits, Note, Page};
use crate::form::{Detection, Edition, Form};
use crate::json::version::Version;
#[cfg(feature = "office")]
use crate::narrative::Sections;
use crate::value::Body;

/// Reads sources of any format. The plain case is a function: [`from_bytes`], [`from_text`], `from_html`.
///
/// ```
/// use ogi_report::extract::{Extractor, Limits};
///
/// let mut limits = Limits::default();
/// limits.bytes = 1 << 20;
/// let extractor = Extractor::new().limits(limits);
/// let page = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n";
/// assert_eq!(extractor.text(page)?.placed.len(), 1);
/// assert_eq!(extractor.bytes(page.as_bytes())?.placed.len(), 1);
/// # Ok::<(), ogi_report::extract::ExtractError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extractor {
    limits: Limits,
}

impl Extractor {
    /// An extractor with the default limits.
    ///
    /// ```
    /// use ogi_report::extract::Extractor;
    ///
    /// assert_eq!(Extractor::new(), Extractor::default());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with other limits.
    ///
    /// ```
    /// use ogi_report::extract::{Extractor, Limits};
    ///
    /// let mut limits = Limits::default();
    /// limits.bytes = 10;
    /// let error = Extractor::new().limits(limits).text("第二十条第（六）项").unwrap_err();
    /// assert_eq!(error.to_string(), "the document has more than 10 bytes; save the annual report as a file of its own");
    /// ```
    #[must_use]
    pub fn limits(self, limits: Limits) -> Self {
        Self { limits }
    }

    /// Reads a plain text.
    ///
    /// # Errors
    ///
    /// If it has none of the official tables, or is beyond a limit.
    ///
    /// ```
    /// use ogi_report::extract::{ExtractError, Extractor};
    ///
    /// assert_eq!(Extractor::new().text("一、总体情况"), Err(ExtractError::NoTable));
    /// ```
    pub fn text(&self, text: &str) -> Result<Extraction, ExtractError> {
        self.check_length(text.len())?;
        self.text_of_any_length(text)
    }

    /// The length of what was decoded from bytes is that of the bytes, which are checked.
    fn text_of_any_length(&self, text: &str) -> Result<Extraction, ExtractError> {
        read(&lines::page_within(text, &self.limits)?, &Steps::new(self.limits.steps))
    }

    /// Reads a web page.
    ///
    /// A page whose report stands in a script or in escaped text is read as well; see [`Extraction::embedded`].
    ///
    /// # Errors
    ///
    /// If it has none of the official tables, has several reports in scripts, or is beyond a limit.
    ///
    /// ```
    /// use ogi_report::extract::{Bound, ExtractError, Extractor, Limits};
    ///
    /// let mut limits = Limits::default();
    /// limits.depth = 2;
    /// let nested = Extractor::new().limits(limits).html("<table><td><table><td><table><td>");
    /// assert_eq!(nested, Err(ExtractError::TooLarge { bound: Bound::Nested, limit: 2 }));
    /// ```
    #[cfg(feature = "html")]
    pub fn html(&self, html: &str) -> Result<Extraction, ExtractError> {
        self.check_length(html.len())?;
        self.html_of_any_length(html)
    }

    #[cfg(feature = "html")]
    fn html_of_any_length(&self, html: &str) -> Result<Extraction, ExtractError> {
        let limits = &self.limits;
        let html::Parsed { page, embedded } = html::parse(html, limits)?;
        // The pages in its scripts share the steps of a page.
        let steps = Steps::new(limits.steps);
        let outer = read(&page, &steps);
        let is_without_figures = match &outer {
            Ok(outer) => outer.placed.is_empty(),
            Err(error) => *error == ExtractError::NoTable,
        };
        if embedded.is_empty() || !is_without_figures {
            return outer;
        }
        // Each is read, and no page shows so many.
        if embedded.len() > MOST_EMBEDDED {
            return Err(ExtractError::SeveralEmbedded);
        }
        let titles: Vec<_> = Title::all(&page).map(|(_, title)| title).collect();
        let around = titled::read(&page, &page.text, &titles);
        let mut found: Option<Extraction> = None;
        let mut refused = None;
        for inner in embedded {
            let extraction =
                html::parse(&inner, limits).and_then(|parsed| read_within(&parsed.page, Some(&around), &steps));
            match (extraction, &found) {
                (Ok(other), Some(found)) if !other.placed.is_empty() && !found.placed.is_empty() => {
                    if !other.form.cells().eq(found.form.cells()) {
                        return Err(ExtractError::SeveralEmbedded);
                    }
                }
                (Ok(mut extraction), _) if !extraction.placed.is_empty() || (found.is_none() && outer.is_err()) => {
                    extraction.notes.insert(0, Note::Embedded);
                    extraction.embedded = Some(inner);
                    found = Some(extraction);
                }
                (Ok(_), _) => {}
                (Err(error), _) => refused = refused.filter(|other| *other != ExtractError::NoTable).or(Some(error)),
            }
        }
        match (found, refused) {
            (Some(found), None | Some(ExtractError::NoTable)) => Ok(found),
            (_, Some(error)) if outer.is_err() => Err(error),
            _ => outer,
        }
    }

    /// Reads bytes and tells their format by their content: a Word, Excel or OFD file (with the feature `office`), a PDF
    /// file (`pdf`), a web page if they hold a tag of one (`html`), and else plain text. The encoding of a text is that
    /// of [`decode`](super::decode).
    ///
    /// # Errors
    ///
    /// If the bytes are those of another format or no text, if there is none of the official tables in it, or if it is
    /// beyond a limit.
    ///
    /// ```
    /// use ogi_report::extract::{ExtractError, Extractor};
    ///
    /// assert_eq!(Extractor::new().bytes(b""), Err(ExtractError::NoTable));
    /// ```
    pub fn bytes(&self, bytes: &[u8]) -> Result<Extraction, ExtractError> {
        self.check_length(bytes.len())?;
        if let Some(page) = self.document(bytes)? {
            return self.page(&page);
        }
        let (text, strays) = decode_damaged(bytes)?;
        match self.decoded(&text) {
            Err(ExtractError::NoTable) if decode::is_json(&text) => {
                Err(ExtractError::OtherFormat { format: FileFormat::Json })
            }
            Ok(mut extraction) if strays > 0 => {
                extraction.notes.insert(0, Note::StrayBytes { strays });
                Ok(extraction)
            }
            read => read,
        }
    }

    /// Reads a page that a reader has already divided into lines and tables.
    ///
    /// # Errors
    ///
    /// If it has none of the official tables, or is beyond a limit.
    ///
    /// ```
    /// use ogi_report::extract::{ExtractError, Extractor, Page};
    ///
    /// assert_eq!(Extractor::new().page(&Page::new()), Err(ExtractError::NoTable));
    /// ```
    pub fn page(&self, page: &Page) -> Result<Extraction, ExtractError> {
        self.check_length(page.text().len())?;
        #[cfg(feature = "office")]
        if let Some(extraction) = page.returned.as_ref().and_then(|book| returned(page, book)) {
            return Ok(extraction);
        }
        let mut extraction = read(&bridge::page(page, &self.limits)?, &Steps::new(self.limits.steps))?;
        let places = bridge::Places::of(page);
        let at = extraction.placed.iter_mut().map(|placed| &mut placed.at);
        for at in at.chain(extraction.unplaced.iter_mut().map(|unplaced| &mut unplaced.at)) {
            *at = places.of_text(at);
        }
        extraction.notes.splice(..0, page.notes().iter().cloned());
        #[cfg(feature = "office")]
        if let Some(book) = &page.returned {
            trust(book, &mut extraction);
        }
        Ok(extraction)
    }

    /// Divides a file into lines and tables without placing its figures. `None` for a web page or a text.
    ///
    /// # Errors
    ///
    /// If the file is of a format that this build does not read, is damaged, or is beyond a bound.
    ///
    /// ```
    /// use ogi_report::extract::Extractor;
    ///
    /// assert_eq!(Extractor::new().document("一、总体情况".as_bytes())?, None);
    /// assert!(Extractor::new().document(b"GIF89a").is_err());
    /// # Ok::<(), ogi_report::extract::ExtractError>(())
    /// ```
    pub fn document(&self, bytes: &[u8]) -> Result<Option<Page>, ExtractError> {
        self.check_length(bytes.len())?;
        let Some(format) = FileFormat::of(bytes) else { return Ok(None) };
        match format {
            #[cfg(feature = "office")]
            FileFormat::Docx | FileFormat::Xlsx | FileFormat::Ods | FileFormat::Ofd => {
                super::office::read(bytes, format, &self.limits).map(Some)
            }
            #[cfg(feature = "pdf")]
            FileFormat::Pdf => super::pdf::read(bytes).map(Some),
            FileFormat::Protected => Err(ExtractError::Password { format }),
            _ => Err(ExtractError::OtherFormat { format }),
        }
    }

    fn decoded(&self, text: &str) -> Result<Extraction, ExtractError> {
        #[cfg(feature = "office")]
        if let Some(page) = super::office::flat(text, &self.limits)? {
            return self.page(&page);
        }
        #[cfg(feature = "html")]
        if html::is_html(text) {
            return self.html_of_any_length(text);
        }
        self.text_of_any_length(text)
    }

    fn check_length(&self, found: usize) -> Result<(), ExtractError> {
        let limit = self.limits.bytes;
        if found > limit { Err(ExtractError::TooLarge { bound: Bound::Bytes, limit }) } else { Ok(()) }
    }
}

/// Texts with tables in the scripts of a page.
#[cfg(feature = "html")]
const MOST_EMBEDDED: usize = 1000;

/// Reads a page that has been divided into rows.
fn read(page: &rows::Page<'_>, steps: &Steps) -> Result<Extraction, ExtractError> {
    read_within(page, None, steps)
}

/// Reads a page that stands in a script. `around` is what the titles of the page with the script say.
fn read_within(page: &rows::Page<'_>, around: Option<&Titled>, steps: &Steps) -> Result<Extraction, ExtractError> {
    let (Out { placed, unplaced, mut notes, rows, end, .. }, titles) = engine::place(page, steps)?;
    if placed.is_empty() && unplaced.is_empty() && rows == 0 {
        return Err(ExtractError::NoTable);
    }
    let own = titled::read(page, end.and_then(|end| page.text.get(..end)).unwrap_or(&page.text), &titles);
    let said = match around {
        Some(around) => own.within(around)?,
        None => own,
    };
    let Titled { sections, body, year, note, titles } = said;
    notes.extend(note);
    let mut form = Form::new(Edition::V2021);
    for placed in &placed {
        form.set(placed.cell, placed.filed.clone());
    }
    form.year = year;
    form.body = body.map(Body::named);
    said::fill(&mut form, &sections, &titles, &mut notes);
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

/// The report of a workbook of this crate in which everything stands where it was written.
#[cfg(feature = "office")]
fn returned(page: &Page, book: &Returned) -> Option<Extraction> {
    let (form, placed) = book.filled.clone()?;
    Some(Extraction {
        schema_version: Version,
        form,
        placed,
        unplaced: Vec::new(),
        notes: page.notes().to_vec(),
        text: page.text().to_owned(),
        sections: Sections::of(page.text()),
        embedded: None,
    })
}

/// Completes the reading of a workbook of this crate in which something was moved. Its properties are trusted, unless its title names
/// another body or year.
#[cfg(feature = "office")]
fn trust(book: &Returned, extraction: &mut Extraction) {
    let (form, said) = (&mut extraction.form, &book.blank);
    let is_other_body = form.body.as_ref().zip(said.body.as_ref()).is_some_and(|(read, said)| read.name != said.name);
    let is_other_year = form.year.zip(said.year).is_some_and(|(read, said)| read != said);
    if !is_other_body && !is_other_year {
        form.body.clone_from(&said.body);
        (form.year, form.period, form.published) = (said.year, said.period, said.published);
        form.edition = said.edition;
        extraction.notes.retain(|note| !matches!(note, Note::EditionAssumed { .. }));
    }
    if let Some(at) = &book.changed {
        extraction.notes.insert(0, Note::TemplateChanged { at: at.clone() });
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
    Extractor::new().text(text)
}

/// Reads a web page: [`Extractor::html`] with the default limits.
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
    Extractor::new().html(html)
}

/// Reads bytes of any format: [`Extractor::bytes`] with the default limits.
///
/// # Errors
///
/// As [`Extractor::bytes`].
///
/// ```
/// use ogi_report::extract::{self, ExtractError};
///
/// assert_eq!(extract::from_bytes(b"<p>404 Not Found"), Err(ExtractError::NoTable));
/// assert_eq!(
///     extract::from_bytes(b"{\\rtf1").unwrap_err().to_string(),
///     "this is an RTF file, which is not read; save it as .docx",
/// );
/// ```
pub fn from_bytes(bytes: &[u8]) -> Result<Extraction, ExtractError> {
    Extractor::new().bytes(bytes)
}
