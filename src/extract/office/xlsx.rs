//! Excel workbooks.

use std::collections::BTreeMap;

use super::formats::Formats;
use super::package::Package;
use super::sheet::{self, Book};
use super::strings::strings;
use super::template;
use super::xml::each;
use super::{Counter, Limits};
use crate::extract::model::Page;
use crate::extract::{Bound, ExtractError, FileFormat, Note};
use crate::form::sheet::NAME;

/// Sheets of a workbook.
const SHEETS: usize = 256;

/// Reads a package.
pub(super) fn read(package: &Package<'_>, limits: &Limits) -> Result<Page, ExtractError> {
    const BOOK: &str = "xl/workbook.xml";
    let (mut sheets, mut hidden) = (Vec::new(), Vec::new());
    let part = package.required(BOOK)?;
    let mut recalculates = false;
    each(&part, (FileFormat::Xlsx, BOOK), "calcPr", |tag| recalculates = tag.is_on("fullCalcOnLoad"))?;
    each(&part, (FileFormat::Xlsx, BOOK), "sheet", |tag| {
        let name = tag.get("name").unwrap_or_default().into_owned();
        if tag.get("state").is_some_and(|state| state != "visible") {
            hidden.push(name);
        } else if let Some(id) = tag.get("id") {
            sheets.push((name, id.into_owned()));
        }
    })?;
    let returned = template::recognised(package, &part)?;
    if returned.is_some() {
        sheets.retain(|(name, _)| !template::is_beside(name));
        hidden.retain(|name| !template::is_beside(name));
    }
    let targets = targets(package)?;
    let strings = match package.part("xl/sharedStrings.xml")? {
        Some(part) => strings(&part)?,
        None => Vec::new(),
    };
    let formats = match package.part("xl/styles.xml")? {
        Some(part) => Formats::read(&part)?,
        None => Formats::default(),
    };
    let mut page = Page::new();
    page.returned = returned;
    let mut book = Book { strings: &strings, formats: &formats, counter: Counter::new(limits), recalculates };
    for sheet in hidden {
        page.push_note(Note::HiddenSheet { sheet });
    }
    if sheets.len() > SHEETS {
        return Err(ExtractError::TooLarge { bound: Bound::Parts, limit: SHEETS });
    }
    // What another sheet of a returned workbook holds, such as the report of another body.
    let mut beside = false;
    for (name, id) in sheets {
        // A sheet of pictures has another kind of part.
        let Some(target) = targets.get(&id).filter(|target| target.contains("worksheets")) else { continue };
        let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let start = page.text().len();
        sheet::read(&package.required(&part)?, &part, &name, &mut book, &mut page)?;
        beside |= name != NAME && page.text()[start..].contains(|c: char| c.is_ascii_digit());
    }
    if let Some(returned) = page.returned.as_mut().filter(|_| beside) {
        // Then both are read like any workbook, so that the figures of the other sheet are listed.
        returned.filled = None;
    }
    Ok(page)
}

/// By the names that the workbook gives them, the parts of its sheets.
fn targets(package: &Package<'_>) -> Result<BTreeMap<String, String>, ExtractError> {
    const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
    let mut targets = BTreeMap::new();
    each(&package.required(RELATIONS)?, (FileFormat::Xlsx, RELATIONS), "Relationship", |tag| {
        if let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target")) {
            targets.insert(id.into_owned(), target.into_owned());
        }
    })?;
    Ok(targets)
}
