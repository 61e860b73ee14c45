//! The tags and the text of a part, by their names without prefixes.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::package::damaged;
use crate::extract::{Bound, Broken, ExtractError, FileFormat};

/// Elements inside elements.
const DEPTH: usize = 400;

/// What comes next in a part.
pub(super) enum Node<'x> {
    /// An element begins.
    Open(Tag<'x>),
    /// The element that began last and is open ends.
    Close,
    /// Text.
    Text(Cow<'x, str>),
    /// The part ends.
    End,
}

/// The start of an element.
pub(super) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its name without its prefix.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let value =
            attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?.value;
        if !value.contains('&') {
            return Some(value);
        }
        Some(Cow::Owned(quick_xml::escape::unescape(&value).map_or_else(|_| value.to_string(), Cow::into_owned)))
    }

    /// The value of an attribute as a number.
    pub(super) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether the attribute says yes: OOXML writes `1`, `true`, `on`, or for some elements nothing.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
    }
}

/// A reader of the XML of one part.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    format: FileFormat,
    part: &'x str,
    depth: usize,
    /// Whether the element that began last is empty, so that its end comes next.
    closes: bool,
}

impl<'x> Xml<'x> {
    /// Reads a part from its start.
    pub(super) fn new(text: &'x str, format: FileFormat, part: &'x str) -> Self {
        Self { reader: Reader::from_str(text), format, part, depth: 0, closes: false }
    }

    /// What comes next.
    ///
    /// # Errors
    ///
    /// If the XML is not well-formed, or its elements are too deep.
    pub(super) fn next(&mut self) -> Result<Node<'x>, ExtractError> {
        if std::mem::take(&mut self.closes) {
            return Ok(Node::Close);
        }
        loop {
            let event = self.reader.read_event().map_err(|_| self.damaged())?;
            return Ok(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(ExtractError::TooLarge { bound: Bound::Nested, limit: DEPTH });
                    }
                    Node::Open(Tag(start))
                }
                Event::Empty(start) => {
                    self.closes = true;
                    Node::Open(Tag(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close
                }
                Event::Text(text) => Node::Text(text.xml10_content()),
                Event::CData(text) => Node::Text(text.xml10_content()),
                Event::GeneralRef(reference) => Node::Text(Cow::Owned(character(&reference).to_string())),
                Event::Eof if self.depth > 0 => return Err(self.damaged()),
                Event::Eof => Node::End,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }

    /// Passes what is left of the element that began last.
    pub(super) fn skip(&mut self) -> Result<(), ExtractError> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Node::Open(_) => depth += 1,
                Node::Close => depth -= 1,
                Node::Text(_) => {}
                Node::End => return Err(self.damaged()),
            }
        }
        Ok(())
    }

    /// Calls a function for every element inside the one that began last, up to its end. It says which it goes into.
    pub(super) fn within(&mut self, mut goes_into: impl FnMut(&Tag<'_>) -> bool) -> Result<(), ExtractError> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Node::Open(tag) if goes_into(&tag) => depth += 1,
                Node::Open(_) => self.skip()?,
                Node::Close => depth -= 1,
                Node::Text(_) => {}
                Node::End => return Err(self.damaged()),
            }
        }
        Ok(())
    }

    /// The text of the element that began last, up to its end.
    pub(super) fn text(&mut self) -> Result<Cow<'x, str>, ExtractError> {
        let (mut depth, mut text) = (1_usize, Cow::Borrowed(""));
        while depth > 0 {
            match self.next()? {
                Node::Open(_) => depth += 1,
                Node::Close => depth -= 1,
                Node::Text(more) if text.is_empty() => text = more,
                Node::Text(more) => text.to_mut().push_str(&more),
                Node::End => return Err(self.damaged()),
            }
        }
        Ok(text)
    }

    fn damaged(&self) -> ExtractError {
        let at = self.reader.buffer_position();
        damaged(self.format, Broken::NotXml { part: self.part.to_owned(), at })
    }
}

/// The character that a reference stands for; the replacement character where nobody can say.
fn character(reference: &BytesRef<'_>) -> char {
    match &**reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => reference.resolve_char_ref().ok().flatten().unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// Calls a function for every element of a name in a part.
pub(super) fn each(
    text: &str,
    (format, part): (FileFormat, &str),
    name: &str,
    mut found: impl FnMut(&Tag<'_>),
) -> Result<(), ExtractError> {
    let mut xml = Xml::new(text, format, part);
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == name => found(&tag),
            Node::End => return Ok(()),
            _ => {}
        }
    }
}
