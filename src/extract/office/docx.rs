//! Word documents.

use super::fields::Fields;
use super::look::{Look, is_set};
use super::numbering::Numbering;
use super::package::{Package, damaged};
use super::strings::marked;
use super::styles::Styles;
use super::table::{Cell, Row, Table};
use super::xml::{Node, Repeated, Tag, Xml, each};
use super::{Counter, Limits};
use crate::extract::model::{MARK, Page};
use crate::extract::{Bound, Broken, ExtractError, FileFormat, Location};
use std::borrow::Cow;

/// Tables inside tables.
const DEPTH: usize = 16;

/// Reads a package.
pub(super) fn read(package: &Package<'_>, limits: &Limits) -> Result<Page, ExtractError> {
    let mut main = "word/document.xml".to_owned();
    if let Some(relations) = package.part("_rels/.rels")? {
        each(&relations, (FileFormat::Docx, "_rels/.rels"), "Relationship", |tag| {
            if let (Some(of), Some(target)) = (tag.get("Type"), tag.get("Target"))
                && of.ends_with("/officeDocument")
            {
                main = target.into_owned();
            }
        })?;
    }
    let styles = package.part("word/styles.xml")?.map(|part| Styles::read(&part)).transpose()?;
    let numbering = package.part("word/numbering.xml")?.map(|part| Numbering::read(&part)).transpose()?;
    let text = package.required(&main)?;
    Reader::new(&text, styles.unwrap_or_default(), numbering.unwrap_or_default(), limits).read()
}

/// Reads a text that holds the parts of a document, or the XML of Word 2003, if it is one.
pub(super) fn flat(text: &str, limits: &Limits) -> Result<Option<Page>, ExtractError> {
    /// Bytes before the first element that are looked at.
    const START: usize = 4096;
    let start = text.char_indices().nth(START).map_or(text, |(end, _)| &text[..end]);
    if !start.trim_start_matches('\u{feff}').trim_start().starts_with("<?xml") {
        return Ok(None);
    }
    if start.contains("wordDocument") {
        return Reader::new(text, Styles::default(), Numbering::default(), limits).read().map(Some);
    }
    if !start.contains("http://schemas.microsoft.com/office/2006/xmlPackage") {
        return Ok(None);
    }
    let part = |name: &str| {
        let behind = text.split_once(&format!("pkg:name=\"{name}\""))?.1;
        let inner = behind.split_once("<pkg:xmlData")?.1.split_once('>')?.1;
        Some(inner.split_once("</pkg:xmlData>")?.0)
    };
    let Some(document) = part("/word/document.xml") else {
        return Err(damaged(FileFormat::Docx, Broken::NoPart { part: "/word/document.xml".to_owned() }));
    };
    let styles = part("/word/styles.xml").map(Styles::read).transpose()?;
    let numbering = part("/word/numbering.xml").map(Numbering::read).transpose()?;
    Reader::new(document, styles.unwrap_or_default(), numbering.unwrap_or_default(), limits).read().map(Some)
}

/// The role of an open element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Paragraph,
    Run,
    Table,
    Row,
    Cell,
    TextBox,
    /// A content control.
    Control,
    Other,
}

/// An element that holds paragraphs and tables.
enum Holder {
    Cell(Cell),
    /// With its lines.
    TextBox(Vec<String>),
}

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// The bytes of its number in a list, which begins the text.
    number: usize,
    /// Whether its end is deleted, so that the next goes on.
    goes_on: bool,
    /// How its text is shown, where runs do not say otherwise.
    look: Look,
}

impl Paragraph {
    /// The text. Print has a gap between the number in a list and what stands behind it: `1.` and `5` are not 1.5.
    fn into_text(mut self) -> String {
        let own = self.text[self.number..].trim();
        if self.number > 0 && own.starts_with(|c: char| c.is_ascii_digit()) && !own.contains(char::is_alphabetic) {
            self.text.insert(self.number, MARK);
        }
        self.text
    }
}

/// The properties of a paragraph.
#[derive(Clone, Default)]
struct Properties<'x> {
    style: Cow<'x, str>,
    number: Option<u32>,
    level: usize,
    /// The number as it is printed, if the text says that.
    printed: Option<Cow<'x, str>>,
    goes_on: bool,
    look: Look,
}

/// The properties of a cell.
#[derive(Clone, Copy)]
struct Merged {
    span: u32,
    begins: Option<bool>,
    joins_left: bool,
}

struct Reader<'x> {
    xml: Xml<'x>,
    styles: Styles,
    numbering: Numbering,
    counter: Counter,
    depth: usize,
    page: Page,
    elements: Vec<Element>,
    holders: Vec<Holder>,
    tables: Vec<Table>,
    paragraphs: Vec<Paragraph>,
    run: Look,
    fields: Fields,
    /// The last properties of each kind.
    of_paragraph: Repeated<'x, Properties<'x>>,
    of_run: Repeated<'x, Look>,
    of_cell: Repeated<'x, Merged>,
    /// The text of a paragraph whose end is deleted.
    carried: String,
    /// Lines of text boxes, which stand beside the text.
    aside: Vec<String>,
    paragraph: u32,
    table: u32,
}

impl<'x> Reader<'x> {
    fn new(text: &'x str, styles: Styles, numbering: Numbering, limits: &Limits) -> Self {
        Self {
            xml: Xml::new(text, FileFormat::Docx, "word/document.xml"),
            styles,
            numbering,
            counter: Counter::new(limits),
            depth: limits.depth.min(DEPTH),
            page: Page::new(),
            elements: Vec::new(),
            holders: Vec::new(),
            tables: Vec::new(),
            paragraphs: Vec::new(),
            run: Look::default(),
            fields: Fields::default(),
            of_paragraph: None,
            of_run: None,
            of_cell: None,
            carried: String::new(),
            aside: Vec::new(),
            paragraph: 0,
            table: 0,
        }
    }

    fn read(mut self) -> Result<Page, ExtractError> {
        loop {
            match self.xml.next()? {
                Node::Open(tag) => self.open(&tag)?,
                Node::Close => self.close(),
                Node::Text(_) => {}
                Node::End => {
                    let rest = std::mem::take(&mut self.carried);
                    self.end_paragraph(&rest);
                    return Ok(self.page);
                }
            }
        }
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), ExtractError> {
        let element = match tag.name() {
            "p" => {
                let text = std::mem::take(&mut self.carried);
                self.paragraphs.push(Paragraph { text, ..Paragraph::default() });
                Element::Paragraph
            }
            "r" => {
                self.run = self.paragraphs.last().map_or_else(Look::default, |paragraph| paragraph.look);
                Element::Run
            }
            "fldChar" => {
                if self.fields.pass(&tag.get("fldCharType").unwrap_or_default()) {
                    self.show(&MARK.to_string());
                }
                Element::Other
            }
            "instrText" => {
                self.fields.say(&self.xml.text()?);
                return Ok(());
            }
            "t" => {
                let text = self.xml.text()?;
                self.show(&text);
                return Ok(());
            }
            "tbl" => {
                if self.tables.len() == self.depth {
                    return Err(ExtractError::TooLarge { bound: Bound::Nested, limit: self.depth });
                }
                self.tables.push(Table::default());
                Element::Table
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(Row::default());
                }
                Element::Row
            }
            "tc" => {
                self.counter.cell()?;
                self.holders.push(Holder::Cell(Cell::new()));
                Element::Cell
            }
            "txbxContent" => {
                self.holders.push(Holder::TextBox(Vec::new()));
                Element::TextBox
            }
            "pPr" => return self.paragraph_properties(),
            "rPr" => return self.run_properties(),
            "trPr" => return self.row_properties(),
            "tcPr" => return self.cell_properties(),
            "sdt" => Element::Control,
            "sdtPr" => return self.control_properties(),
            // Deleted and moved text, a text box again for old programs, and what is not text.
            "del" | "moveFrom" | "Fallback" | "delText" | "sectPr" | "rt" | "binData" | "styles" | "lists"
            | "docPr" | "tblPr" | "tblPrEx" | "tblGrid" => return self.xml.skip(),
            name => {
                self.sign(name);
                Element::Other
            }
        };
        self.elements.push(element);
        Ok(())
    }

    /// The text that an empty element shows.
    fn sign(&mut self, name: &str) {
        match name {
            "tab" | "ptab" => self.show(" "),
            "br" | "cr" => self.show("\n"),
            "noBreakHyphen" => self.show("-"),
            // Signs without a text of their own, parts of mathematics that do not stand on the line, and text in another order.
            "sym" | "footnoteReference" | "endnoteReference" | "sup" | "sub" | "den" | "deg" | "lim" | "bdo" => {
                self.show(&MARK.to_string());
            }
            "pic" | "imagedata" | "OLEObject" => {
                if let Some(Holder::Cell(cell)) = self.holders.last_mut() {
                    cell.has_picture = true;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        match self.elements.pop() {
            Some(Element::Paragraph) => {
                let Some(paragraph) = self.paragraphs.pop() else { return };
                // A field may lack its end. It hides the rest of its paragraph, and no more.
                self.fields.computing = None;
                if paragraph.goes_on {
                    self.carried = paragraph.text;
                } else {
                    self.end_paragraph(&paragraph.into_text());
                }
            }
            Some(Element::Run) => self.run = Look::default(),
            Some(Element::Cell) => {
                let carried = std::mem::take(&mut self.carried);
                if let Some(Holder::Cell(mut cell)) = self.holders.pop() {
                    if !carried.is_empty() {
                        cell.push(&carried);
                    }
                    self.end_boxes(&mut cell);
                    if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
                        row.cells.push(cell);
                    }
                }
            }
            Some(Element::Table) => self.end_table(),
            Some(Element::TextBox) => {
                if let Some(Holder::TextBox(lines)) = self.holders.pop() {
                    match self.holders.last_mut() {
                        Some(Holder::Cell(cell)) => cell.boxes.extend(lines),
                        _ => self.aside.extend(lines),
                    }
                }
            }
            Some(Element::Row | Element::Control | Element::Other) | None => {}
        }
    }

    fn end_paragraph(&mut self, text: &str) {
        match self.holders.last_mut() {
            Some(Holder::Cell(cell)) => cell.push(text),
            Some(Holder::TextBox(lines)) => lines.push(text.to_owned()),
            None => {
                if !text.trim().is_empty() {
                    self.paragraph += 1;
                }
                for line in text.lines() {
                    self.page.push_line(line, Location::Paragraph { paragraph: self.paragraph });
                }
                self.end_aside();
            }
        }
    }

    /// A figure in a text box may be the one that the cell below it shows, and lies upon the other. Other lines stand beside the table.
    fn end_boxes(&mut self, cell: &mut Cell) {
        let lines = std::mem::take(&mut cell.boxes);
        if cell.text.contains(char::is_alphabetic) {
            self.aside.extend(lines);
            return;
        }
        for line in lines {
            if line.contains(char::is_numeric) {
                cell.push(&marked(&line));
            } else {
                self.aside.push(line);
            }
        }
    }

    /// Text boxes come behind the paragraph or table that holds them.
    fn end_aside(&mut self) {
        if !self.tables.is_empty() {
            return;
        }
        for line in std::mem::take(&mut self.aside) {
            self.page.push_line(&line, Location::Paragraph { paragraph: self.paragraph });
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        match self.holders.last_mut() {
            Some(Holder::Cell(cell)) => cell.take(table),
            Some(Holder::TextBox(_)) | None => table.push_to(&mut self.page, &mut self.table),
        }
        self.end_aside();
    }

    /// Adds text to the paragraph that is open.
    fn show(&mut self, text: &str) {
        if self.run.is_hidden() || self.fields.computing.is_some() {
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let mark = Some(MARK).filter(|_| self.run.is_marked());
        paragraph.text.extend(mark);
        paragraph.text += text;
        paragraph.text.extend(mark);
    }

    fn paragraph_properties(&mut self) -> Result<(), ExtractError> {
        let styles = &self.styles;
        let Properties { style, number, level, printed, goes_on, look } =
            self.xml.once(&mut self.of_paragraph, |xml| {
                let mut found = Properties::default();
                xml.within(|tag| {
                    match tag.name() {
                        "pStyle" => {
                            found.style = tag.get("val").unwrap_or_default();
                            found.look = styles.look(&found.style);
                        }
                        "numId" => found.number = tag.number("val"),
                        "ilvl" => found.level = tag.number("val").unwrap_or(0),
                        // Word 2003 says the number as it is printed.
                        "t" => found.printed = tag.get("val"),
                        "del" | "moveFrom" => found.goes_on = true,
                        "pPrChange" | "sectPr" | "rPrChange" => return false,
                        _ => {}
                    }
                    true
                })?;
                Ok(found)
            })?;
        let number = Numbering::of(number.map(|number| (number, level)), &style, &self.styles);
        let counted = || number.map(|(number, level)| Cow::Owned(self.numbering.next(number, level)));
        let printed = printed.or_else(counted);
        self.counter.text(printed.as_deref().unwrap_or_default())?;
        if let Some(paragraph) = self.paragraphs.last_mut() {
            (paragraph.goes_on, paragraph.look) = (goes_on, look);
            if paragraph.text.is_empty() {
                paragraph.number = printed.as_ref().map_or(0, |printed| printed.len());
            }
            paragraph.text.extend(printed);
        }
        Ok(())
    }

    fn run_properties(&mut self) -> Result<(), ExtractError> {
        let styles = &self.styles;
        let own = self.xml.once(&mut self.of_run, |xml| {
            let (mut own, mut of_style) = (Look::default(), Look::default());
            xml.within(|tag| {
                match tag.name() {
                    "rStyle" => of_style = tag.get("val").map(|name| styles.look(&name)).unwrap_or_default(),
                    "rPrChange" => return false,
                    _ => own.read(tag),
                }
                true
            })?;
            Ok(own.or(of_style))
        })?;
        self.run = own.or(self.run);
        Ok(())
    }

    fn row_properties(&mut self) -> Result<(), ExtractError> {
        let (mut before, mut is_hidden) = (0, false);
        self.xml.within(|tag| {
            match tag.name() {
                "gridBefore" => before = tag.number("val").unwrap_or(0),
                "hidden" => is_hidden |= is_set(tag),
                "del" => is_hidden = true,
                "trPrChange" => return false,
                _ => {}
            }
            true
        })?;
        if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
            (row.before, row.is_hidden) = (before, row.is_hidden || is_hidden);
        }
        Ok(())
    }

    fn cell_properties(&mut self) -> Result<(), ExtractError> {
        let found = self.xml.once(&mut self.of_cell, |xml| {
            let mut found = Merged { span: 1, begins: None, joins_left: false };
            xml.within(|tag| {
                let begins = || tag.get("val").is_some_and(|value| value == "restart");
                match tag.name() {
                    "gridSpan" => found.span = tag.number("val").unwrap_or(1),
                    "vMerge" | "vmerge" => found.begins = Some(begins()),
                    "hMerge" | "hmerge" => found.joins_left = !begins(),
                    "tcPrChange" => return false,
                    _ => {}
                }
                true
            })?;
            Ok(found)
        })?;
        if let Some(Holder::Cell(cell)) = self.holders.last_mut() {
            (cell.span, cell.begins, cell.joins_left) = (found.span, found.begins, found.joins_left);
        }
        Ok(())
    }

    /// The properties of a content control may say that its text only says what to enter there.
    fn control_properties(&mut self) -> Result<(), ExtractError> {
        let mut is_empty = false;
        self.xml.within(|tag| {
            is_empty |= tag.name() == "showingPlcHdr" && is_set(tag);
            true
        })?;
        if is_empty && self.elements.pop_if(|element| *element == Element::Control).is_some() {
            return self.placeholder();
        }
        Ok(())
    }

    /// A control that holds no more than a placeholder: cells in it are there, and empty. Some programs leave it to be one when they fill
    /// it in, and a figure is seen in either case.
    fn placeholder(&mut self) -> Result<(), ExtractError> {
        let (mut own, mut cells, mut depth) = (String::new(), Vec::new(), 1_usize);
        while depth > 0 {
            match self.xml.next()? {
                Node::Open(tag) if tag.name() == "t" => *cells.last_mut().unwrap_or(&mut own) += &self.xml.text()?,
                Node::Open(tag) => {
                    depth += 1;
                    if tag.name() == "tc" {
                        self.counter.cell()?;
                        cells.push(String::new());
                    }
                }
                Node::Close => depth -= 1,
                Node::Text(_) => {}
                Node::End => break,
            }
        }
        let figure = |text: &str| Some(marked(text)).filter(|_| text.contains(char::is_numeric));
        for text in cells {
            let mut cell = Cell::new();
            cell.text.extend(figure(&text));
            if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
                row.cells.push(cell);
            }
        }
        match figure(&own) {
            Some(figure) if self.paragraphs.is_empty() => self.end_paragraph(&figure),
            Some(figure) => self.show(&figure),
            None => {}
        }
        Ok(())
    }
}
