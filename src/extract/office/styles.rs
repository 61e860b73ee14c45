//! The styles of a Word document: lists of paragraphs, and how text is shown.

use std::collections::BTreeMap;

use super::look::Look;
use super::xml::{Node, Xml};
use crate::extract::{ExtractError, FileFormat};

/// Styles by their names.
#[derive(Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    number: Option<u32>,
    level: Option<usize>,
    look: Look,
}

/// Styles that rest on each other; more are a circle.
const CHAIN: usize = 16;

impl Styles {
    /// Reads the part.
    pub(super) fn read(text: &str) -> Result<Self, ExtractError> {
        let mut styles = Self::default();
        let mut xml = Xml::new(text, FileFormat::Docx, "word/styles.xml");
        let mut name = String::new();
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(styles),
                _ => continue,
            };
            match tag.name() {
                "style" => name = tag.kept("styleId").unwrap_or_default(),
                // The other elements are long and do not concern text.
                "latentStyles" | "docDefaults" | "tblStylePr" => xml.skip()?,
                "basedOn" => styles.of(&name).based_on = tag.kept("val"),
                "numId" => styles.of(&name).number = tag.number("val"),
                "ilvl" => styles.of(&name).level = tag.number("val"),
                _ => styles.of(&name).look.read(&tag),
            }
        }
    }

    fn of(&mut self, name: &str) -> &mut Style {
        self.0.entry(name.to_owned()).or_default()
    }

    /// The style and those it rests on, the nearest first.
    fn chain<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Style> {
        let next = |style: &&'s Style| self.0.get(style.based_on.as_deref()?);
        std::iter::successors(self.0.get(name), next).take(CHAIN)
    }

    /// The number and level of the list that a style belongs to.
    pub(super) fn numbering(&self, name: &str) -> Option<(u32, usize)> {
        let number = self.chain(name).find_map(|style| style.number)?;
        Some((number, self.chain(name).find_map(|style| style.level).unwrap_or(0)))
    }

    /// How text of the style is shown.
    pub(super) fn look(&self, name: &str) -> Look {
        self.chain(name).fold(Look::default(), |look, style| look.or(style.look))
    }
}
