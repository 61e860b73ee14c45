//! Workbooks of this crate: recognised by their defined names or properties, and read by the places of their cells.

use std::collections::BTreeMap;

use super::held::{At, Held};
use super::package::Package;
use super::xml::{Node, Xml};
use crate::extract::model::Shown;
use crate::extract::returned::Returned;
use crate::extract::{CellRange, ExtractError, FileFormat, Location, Placed};
use crate::form::identity::recognise;
use crate::form::sheet::{self, Sheet, TITLE};
use crate::form::{Filed, Form};
use crate::render::ABSENT_SIGN;

/// The defined names of a workbook, or else its properties; `None` if another program made it.
pub(super) fn recognised(package: &Package<'_>, book: &str) -> Result<Option<Returned>, ExtractError> {
    const PROPERTIES: &str = "docProps/custom.xml";
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    if let Some(part) = package.part(PROPERTIES)? {
        let mut xml = Xml::new(&part, FileFormat::Xlsx, PROPERTIES);
        let mut name = String::new();
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "property" => {
                    name = tag.kept("name").unwrap_or_default();
                }
                Node::Open(tag) if tag.name() == "lpwstr" => drop(said.insert(name.clone(), xml.text()?.into_owned())),
                Node::End => break,
                _ => {}
            }
        }
    }
    let mut xml = Xml::new(book, FileFormat::Xlsx, "xl/workbook.xml");
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "definedName" => {
                let name = tag.get("name").unwrap_or_default().into_owned();
                let formula = xml.text()?;
                let text = formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                said.extend(text.map(|text| (name, text.replace("\"\"", "\""))));
            }
            Node::End => break,
            _ => {}
        }
    }
    let blank = recognise(|name| said.get(name).cloned());
    Ok(blank.map(|blank| Returned { blank, filled: None, changed: None }))
}

/// Whether a sheet of a recognised workbook holds nothing else of the report.
pub(super) fn is_beside(name: &str) -> bool {
    [sheet::CHECKS, sheet::READINGS, sheet::PROBLEMS, sheet::GUIDE].contains(&name)
}

impl Returned {
    /// Reads the cells of the sheet, if every label stands where it was written and nothing stands besides.
    pub(super) fn read(&mut self, cells: &BTreeMap<At, Held>, is_hidden: impl Fn(At) -> bool) {
        let sheet = Sheet::of(&self.blank);
        match self.odd(&sheet, cells, is_hidden) {
            Some(at) => self.changed = Some(place(at)),
            None => self.filled = Some(self.fill(&sheet, cells)),
        }
    }

    /// The first cell that is not as it was written.
    fn odd(&self, sheet: &Sheet, cells: &BTreeMap<At, Held>, is_hidden: impl Fn(At) -> bool) -> Option<At> {
        let mut wanted: BTreeMap<At, Option<String>> = BTreeMap::new();
        wanted.insert((TITLE, 0), Some(sheet::title(&self.blank)));
        for line in &sheet.lines {
            wanted.insert((line.row, 0), None);
        }
        for placed in &sheet.boxes {
            wanted.insert((placed.row, u32::from(placed.column)), placed.label().map(str::to_owned));
        }
        let is_same = |(at, label): (&At, &Option<String>)| {
            label.as_ref().is_none_or(|label| {
                let text = cells.get(at).map_or("", |held| held.text.as_str());
                text.chars().filter(|c| !c.is_whitespace()).eq(label.chars().filter(|c| !c.is_whitespace()))
            })
        };
        let is_odd = |at: &&At| {
            let figure = cells.get(*at).filter(|_| at.0 > TITLE);
            !wanted.contains_key(*at) && figure.is_some_and(|held| !held.text.trim().is_empty())
                || figure.is_some_and(|held| held.shown != Shown::Text && held.shown != Shown::Absent)
        };
        let label = wanted.iter().find(|(at, label)| !is_same((at, label)) || is_hidden(**at)).map(|(at, _)| *at);
        label.or_else(|| cells.keys().find(is_odd).copied())
    }

    fn fill(&self, sheet: &Sheet, cells: &BTreeMap<At, Held>) -> (Form, Vec<Placed>) {
        let (mut form, mut found) = (self.blank.clone(), Vec::new());
        for (cell, placed) in sheet.cells() {
            let at = (placed.row, u32::from(placed.column));
            let held = cells.get(&at);
            let text = held.map_or("", |held| held.text.as_str());
            let was_absent = self.blank.get(cell).is_none() && (text.is_empty() || text == ABSENT_SIGN);
            if was_absent || held.is_some_and(|held| held.shown == Shown::Absent) {
                form.remove(cell);
                continue;
            }
            let filed = Filed::printed(text);
            form.set(cell, filed.clone());
            found.push(Placed { cell, at: place(at), printed: text.to_owned(), filed });
        }
        found.sort_by_key(|placed| placed.cell);
        (form, found)
    }
}

fn place((row, column): At) -> Location {
    Location::Sheet { sheet: sheet::NAME.to_owned(), cells: CellRange::cell(row + 1, column + 1) }
}
