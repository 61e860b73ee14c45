//! Spreadsheets of `OpenDocument`. Their cells hold what they print beside the value.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::formula::Sum;
use super::held::Held;
use super::package::Package;
use super::sheet::Sheet;
use super::strings::marked;
use super::xml::{Node, Tag, Xml};
use super::{Counter, Limits};
use crate::extract::model::{Page, Shown};
use crate::extract::{ExtractError, FileFormat, Note};
use crate::value::Decimal;

const PART: &str = "content.xml";

/// Reads a package.
pub(super) fn read(package: &Package<'_>, limits: &Limits) -> Result<Page, ExtractError> {
    let content = package.required(PART)?;
    let mut xml = Xml::new(&content, FileFormat::Ods, PART);
    let mut reader =
        Reader { counter: Counter::new(limits), page: Page::new(), hidden: BTreeSet::new(), marked: BTreeSet::new() };
    let mut style = String::new();
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::End => return Ok(reader.page),
            _ => continue,
        };
        match tag.name() {
            "style" => style = tag.kept("name").unwrap_or_default(),
            "table-properties" if tag.get("display").is_some_and(|display| display == "false") => {
                reader.hidden.insert(style.clone());
            }
            "text-properties" if is_marked(&tag) => {
                reader.marked.insert(style.clone());
            }
            "table" => reader.sheet(&mut xml, &tag)?,
            _ => {}
        }
    }
}

/// Drawings in a paragraph.
const DRAWINGS: [&str; 9] = ["frame", "custom-shape", "rect", "ellipse", "circle", "line", "g", "caption", "polygon"];

/// The text of the drawing whose element began last, but for its name and description, which are not shown.
fn text_of_drawing(xml: &mut Xml<'_>) -> Result<String, ExtractError> {
    let (mut text, mut depth) = (String::new(), 1_usize);
    while depth > 0 {
        match xml.next()? {
            Node::Open(tag) if matches!(tag.name(), "title" | "desc") => xml.skip()?,
            Node::Open(_) => depth += 1,
            Node::Close => depth -= 1,
            Node::Text(more) => text += &more,
            Node::End => break,
        }
    }
    Ok(text)
}

struct Reader {
    counter: Counter,
    page: Page,
    /// The styles of sheets that are hidden.
    hidden: BTreeSet<String>,
    /// The styles of text that is struck out, raised or lowered.
    marked: BTreeSet<String>,
}

/// Whether properties of text strike it out, raise or lower it.
fn is_marked(tag: &Tag<'_>) -> bool {
    let is_at = |name: &str, plain: &[&str]| {
        let value = tag.get(name);
        value.is_some_and(|value| value.split_whitespace().next().is_some_and(|first| !plain.contains(&first)))
    };
    is_at("text-line-through-style", &["none"])
        || is_at("text-line-through-type", &["none"])
        || is_at("text-position", &["0%", "baseline"])
}

/// How often a row, a column or a cell stands there.
fn repeated(tag: &Tag<'_>, name: &str) -> u32 {
    tag.number(name).unwrap_or(1).max(1)
}

impl Reader {
    /// Reads the sheet whose element began last.
    fn sheet(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<(), ExtractError> {
        let name = tag.get("name").unwrap_or_default().into_owned();
        if tag.get("style-name").is_some_and(|style| self.hidden.contains(&*style)) {
            self.page.push_note(Note::HiddenSheet { sheet: name });
            return xml.skip();
        }
        let mut sheet = Sheet::default();
        let (mut row, mut rows, mut column, mut columns) = (0_u32, 0_u32, 0_u32, 0_u32);
        let is_hidden = |tag: &Tag<'_>| tag.get("visibility").is_some_and(|visibility| visibility != "visible");
        let mut depth = 1_usize;
        while depth > 0 {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close => {
                    depth -= 1;
                    continue;
                }
                Node::Text(_) => continue,
                Node::End => break,
            };
            match tag.name() {
                "table-column" => {
                    let end = columns.saturating_add(repeated(&tag, "number-columns-repeated"));
                    if is_hidden(&tag) {
                        sheet.hide_columns(columns..end);
                    }
                    columns = end;
                }
                "table-row" => {
                    row = rows;
                    rows = row.saturating_add(repeated(&tag, "number-rows-repeated"));
                    column = 0;
                    if is_hidden(&tag) {
                        sheet.hidden_rows.push(row..rows);
                    }
                }
                "table-cell" | "covered-table-cell" => {
                    column = self.cell(xml, &tag, (row..rows, column), &mut sheet)?;
                    continue;
                }
                // Drawings over the cells.
                "shapes" => {
                    xml.skip()?;
                    continue;
                }
                _ => {}
            }
            depth += 1;
        }
        sheet.finish(&name, false, &mut self.counter, &mut self.page)
    }

    /// Reads the cell whose element began last, and gives the column behind it.
    fn cell(
        &mut self,
        xml: &mut Xml<'_>,
        tag: &Tag<'_>,
        (rows, column): (std::ops::Range<u32>, u32),
        sheet: &mut Sheet,
    ) -> Result<u32, ExtractError> {
        /// A cell that is filled and repeated more often was filled by accident.
        const REPEATED: u32 = 1000;
        self.counter.cell()?;
        let end = column.saturating_add(repeated(tag, "number-columns-repeated"));
        let is_covered = tag.name() == "covered-table-cell";
        let span = |name: &str| tag.number::<u32>(name).unwrap_or(1).max(1);
        let (across, down) = (span("number-columns-spanned"), span("number-rows-spanned"));
        let kind = tag.get("value-type").map(Cow::into_owned);
        let value = tag.get("value").filter(|_| kind.is_some()).map(Cow::into_owned);
        let other = ["string-value", "date-value", "time-value", "boolean-value"].iter().find_map(|name| tag.get(name));
        let other = other.map(Cow::into_owned);
        let formula = tag.get("formula").map(Cow::into_owned);
        let is_marked = tag.get("style-name").is_some_and(|style| self.marked.contains(&*style));
        let paragraphs = self.paragraphs(xml, is_marked)?;
        // A program that has written no text leaves it to the next one.
        let is_unwritten = paragraphs.is_none() && (value.is_some() || other.is_some());
        let printed = paragraphs.or(other).unwrap_or_default();
        if is_covered {
            return Ok(end);
        }
        if across > 1 || down > 1 {
            let first = (rows.start, column);
            sheet.merge(first, (first.0.saturating_add(down - 1), first.1.saturating_add(across - 1)))?;
        }
        if printed.trim().is_empty() && value.is_none() && formula.is_none() {
            return Ok(end);
        }
        let mut held = held(&printed, value.as_deref(), formula.as_deref());
        if is_unwritten && let Some(number) = held.number {
            let is_number = kind.is_some_and(|kind| matches!(kind.as_str(), "float" | "currency"));
            held.shown = if is_number { Shown::Text } else { Shown::Marked };
            (held.text, held.printed) = (number.to_string(), None);
        }
        for at in rows
            .take(REPEATED as usize)
            .flat_map(|row| (column..end.min(column.saturating_add(REPEATED))).map(move |column| (row, column)))
        {
            self.counter.cell()?;
            self.counter.text(&held.text)?;
            sheet.insert(at, held.clone())?;
        }
        Ok(end)
    }

    /// The paragraphs of the cell whose element began last, if it has any, without its notes. What is struck out, raised or lowered stands
    /// between marks, and so do figures of a drawing that lies on the cell.
    fn paragraphs(&self, xml: &mut Xml<'_>, is_marked: bool) -> Result<Option<String>, ExtractError> {
        let (mut text, mut is_first, mut drawn) = (String::new(), true, String::new());
        // For each element that is open, whether its text is marked.
        let mut open = vec![is_marked];
        while let Some(&is_marked) = open.last() {
            match xml.next()? {
                Node::Open(tag) => match tag.name() {
                    "annotation" | "ruby-text" | "note" => xml.skip()?,
                    name if open.len() == 1 && name != "p" || DRAWINGS.contains(&name) => {
                        drawn += &text_of_drawing(xml)?;
                    }
                    name => {
                        if name == "p" && !std::mem::take(&mut is_first) {
                            text.push('\n');
                        }
                        text += match name {
                            "s" | "tab" => " ",
                            "line-break" => "\n",
                            _ => "",
                        };
                        let style = tag.get("style-name");
                        open.push(is_marked || style.is_some_and(|style| self.marked.contains(&*style)));
                    }
                },
                Node::Close => _ = open.pop(),
                Node::Text(more) if is_marked && !more.trim().is_empty() => text += &marked(&more),
                Node::Text(more) => text += &more,
                Node::End => break,
            }
        }
        if drawn.contains(char::is_numeric) {
            is_first = false;
            text += &marked(drawn.trim());
        }
        Ok((!is_first).then_some(text))
    }
}

fn held(printed: &str, value: Option<&str>, formula: Option<&str>) -> Held {
    let number = value.and_then(|value| super::formats::plain(value).parse::<Decimal>().ok());
    // of:=SUM([.D5:.I5])
    let sum = formula.and_then(|formula| {
        let plain = formula.split_once(":=").map_or(formula, |(_, formula)| formula).replace(['[', ']', '.'], "");
        Sum::parse(&plain.replace(';', ","))
    });
    let mut held = Held {
        text: printed.trim().to_owned(),
        shown: Shown::Text,
        number,
        is_formula: formula.is_some(),
        sum,
        printed: None,
    };
    let Some(number) = number else {
        if held.is_formula && printed.is_empty() && value.is_none() {
            held.shown = Shown::Absent;
        }
        return held;
    };
    let shown: Option<Decimal> = held.text.replace(',', "").parse().ok();
    match shown {
        Some(shown) if shown == number => held.text = number.to_string(),
        // A number that its format rounds, or another.
        Some(_) => {
            held.shown = if rounds(&number, &held.text) { Shown::Text } else { Shown::Marked };
            held.printed = Some(std::mem::replace(&mut held.text, number.to_string()));
        }
        None if held.text.is_empty() => held.printed = Some(String::new()),
        None => {}
    }
    held
}

/// Whether print is a number with fewer places.
fn rounds(number: &Decimal, printed: &str) -> bool {
    /// A figure of a report has no more places.
    const PLACES: usize = 12;
    let printed = printed.replace(',', "");
    let places = printed.split_once('.').map_or(0, |(_, places)| places.len());
    places <= PLACES && number.to_string().parse::<f64>().is_ok_and(|number| format!("{number:.places$}") == printed)
}
