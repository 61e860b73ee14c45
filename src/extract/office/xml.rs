//! The tags and the text of a part, by their names without prefixes.
//!
//! Most of a Word file's XML is markup that says nothing of the report. So a tag is divided no further than its end until somebody asks for
//! an attribute, and nothing is copied. The checks are those that keep figures apart: every element ends, and in order.

use std::borrow::Cow;

use memchr::memchr;

use super::package::damaged;
use crate::extract::{Bound, Broken, ExtractError, FileFormat};

/// Elements inside elements.
const DEPTH: usize = 400;

/// The next thing in a part.
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
pub(super) struct Tag<'x> {
    name: &'x str,
    /// What stands behind the name.
    attributes: &'x str,
}

impl<'x> Tag<'x> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &'x str {
        self.name
    }

    /// The value of an attribute, by its name without its prefix.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'x, str>> {
        let mut rest = self.attributes;
        loop {
            let (key, behind) = split(rest, b'=')?;
            let behind = behind.trim_ascii_start();
            let quote = *behind.as_bytes().first().filter(|quote| matches!(quote, b'"' | b'\''))?;
            let (value, behind) = split(&behind[1..], quote)?;
            let key = key.trim_ascii();
            if key.strip_suffix(name).is_some_and(|prefix| prefix.is_empty() || prefix.ends_with(':')) {
                return Some(resolved(value).unwrap_or(Cow::Borrowed(value)));
            }
            rest = behind;
        }
    }

    /// A name that is copied for every element that it holds for. If it is longer than programs write, it is none.
    pub(super) fn kept(&self, name: &str) -> Option<String> {
        const LONGEST: usize = 1024;
        self.get(name).filter(|value| value.len() <= LONGEST).map(Cow::into_owned)
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

/// The text of an element behind its start, and its meaning. Most runs, paragraphs and cells repeat the properties of the one before.
pub(super) type Repeated<'x, T> = Option<(&'x str, T)>;

/// A reader of the XML of one part.
pub(super) struct Xml<'x> {
    /// Bytes of the part.
    length: usize,
    /// What has not been read yet.
    rest: &'x str,
    format: FileFormat,
    part: &'x str,
    /// The names of the elements that are open, with their prefixes.
    open: Vec<&'x str>,
    /// Whether the element that began last is empty, so that its end comes next.
    closes: bool,
}

impl<'x> Xml<'x> {
    /// Reads a part from its start.
    pub(super) fn new(text: &'x str, format: FileFormat, part: &'x str) -> Self {
        Self { length: text.len(), rest: text, format, part, open: Vec::new(), closes: false }
    }

    /// The next thing in the part.
    ///
    /// # Errors
    ///
    /// If the XML is not well-formed, or its elements are too deep.
    pub(super) fn next(&mut self) -> Result<Node<'x>, ExtractError> {
        if std::mem::take(&mut self.closes) {
            return Ok(Node::Close);
        }
        loop {
            let Some(markup) = self.rest.strip_prefix('<') else {
                return self.text_or_end();
            };
            match markup.as_bytes().first() {
                Some(b'/') => {
                    self.rest = self.behind_end(&markup[1..]).ok_or_else(|| self.damaged())?;
                    return Ok(Node::Close);
                }
                Some(b'!') if markup.starts_with(CDATA) => {
                    let (text, behind) = markup[CDATA.len()..].split_once("]]>").ok_or_else(|| self.damaged())?;
                    self.rest = behind;
                    return Ok(Node::Text(unix(text)));
                }
                Some(b'!' | b'?') => self.rest = behind_remark(markup).ok_or_else(|| self.damaged())?,
                _ => return self.begin(markup),
            }
        }
    }

    /// The text up to the next tag, or the end of the part.
    fn text_or_end(&mut self) -> Result<Node<'x>, ExtractError> {
        if self.rest.is_empty() {
            return if self.open.is_empty() { Ok(Node::End) } else { Err(self.damaged()) };
        }
        let end = self.rest.bytes().position(|byte| byte == b'<').unwrap_or(self.rest.len());
        let (text, behind) = self.rest.split_at(end);
        let text = resolved(text).ok_or_else(|| self.damaged())?;
        self.rest = behind;
        Ok(Node::Text(text))
    }

    /// Reads the start of an element, from its name on.
    fn begin(&mut self, markup: &'x str) -> Result<Node<'x>, ExtractError> {
        let ends_name = |byte: &u8| matches!(byte, b' ' | b'>' | b'/' | b'\n' | b'\r' | b'\t');
        let (name, inside) = markup
            .bytes()
            .position(|byte| ends_name(&byte))
            .map(|end| markup.split_at(end))
            .filter(|(name, _)| !name.is_empty())
            .ok_or_else(|| self.damaged())?;
        let end = end_of_tag(inside.as_bytes()).ok_or_else(|| self.damaged())?;
        self.rest = &inside[end + 1..];
        let attributes = match inside[..end].strip_suffix('/') {
            Some(attributes) => {
                self.closes = true;
                attributes
            }
            None if self.open.len() == DEPTH => {
                return Err(ExtractError::TooLarge { bound: Bound::Nested, limit: DEPTH });
            }
            None => {
                self.open.push(name);
                &inside[..end]
            }
        };
        Ok(Node::Open(Tag { name: split(name, b':').map_or(name, |(_, name)| name), attributes }))
    }

    /// What stands behind the end of the element that is open, if that is what ends here.
    fn behind_end(&mut self, markup: &'x str) -> Option<&'x str> {
        let behind = markup.strip_prefix(self.open.pop()?)?;
        behind.strip_prefix('>').or_else(|| behind.trim_ascii_start().strip_prefix('>'))
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

    /// Calls a function for every element inside the one that began last, up to its end. The function returns whether to enter the element.
    pub(super) fn within(&mut self, mut goes_into: impl FnMut(&Tag<'x>) -> bool) -> Result<(), ExtractError> {
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

    /// Reads the element that began last, up to its end. If its text equals the one before, it is not read again.
    pub(super) fn once<T: Clone>(
        &mut self,
        before: &mut Repeated<'x, T>,
        read: impl FnOnce(&mut Self) -> Result<T, ExtractError>,
    ) -> Result<T, ExtractError> {
        if let Some((text, said)) = before.as_ref().filter(|_| !self.closes)
            && let Some(behind) = self.rest.strip_prefix(text)
        {
            self.open.pop();
            self.rest = behind;
            return Ok(said.clone());
        }
        let (from, is_empty) = (self.rest, self.closes);
        let said = read(self)?;
        let text = &from[..from.len() - self.rest.len()];
        *before = Some((text, said.clone())).filter(|_| !is_empty);
        Ok(said)
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
        let at = (self.length - self.rest.len()) as u64;
        damaged(self.format, Broken::NotXml { part: self.part.to_owned(), at })
    }
}

/// How text begins that holds no references.
const CDATA: &str = "![CDATA[";

/// Where the `>` stands that ends a tag: one in the value of an attribute does not.
fn end_of_tag(behind_name: &[u8]) -> Option<usize> {
    let end = memchr(b'>', behind_name)?;
    let inside = &behind_name[..end];
    // Nearly always the first is the one: behind it, no value is open. A quotation mark that opens one stands behind `=`.
    let is_sure = match inside {
        [] | [b'/'] => true,
        [.., before, b'"'] | [.., before, b'"', b'/'] => {
            *before != b'=' && !before.is_ascii_whitespace() && memchr(b'\'', inside).is_none()
        }
        _ => false,
    };
    if is_sure {
        return Some(end);
    }
    let mut bytes = behind_name.iter();
    loop {
        match bytes.next()? {
            b'>' => return Some(behind_name.len() - bytes.len() - 1),
            quote @ (b'"' | b'\'') => _ = bytes.find(|byte| *byte == quote)?,
            _ => {}
        }
    }
}

/// What stands before and behind the first of a byte. It is near, so no more than the bytes are looked at.
fn split(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|found| found == byte)?;
    Some((&text[..at], &text[at + 1..]))
}

/// What stands behind a comment, a processing instruction or a document type.
fn behind_remark(markup: &str) -> Option<&str> {
    let end = match markup {
        _ if markup.starts_with("!--") => "-->",
        _ if markup.starts_with('?') => "?>",
        _ if markup.split('>').next().is_some_and(|start| start.contains('[')) => "]>",
        _ => ">",
    };
    Some(markup.split_once(end)?.1)
}

/// A text with the characters that its references stand for, and line breaks as XML has them. Nothing, if a reference
/// does not end.
fn resolved(text: &str) -> Option<Cow<'_, str>> {
    if !text.bytes().any(|byte| matches!(byte, b'&' | b'\r')) {
        return Some(Cow::Borrowed(text));
    }
    let mut parts = text.split('&');
    let mut whole = unix(parts.next()?).into_owned();
    for part in parts {
        let (reference, behind) = part.split_once(';')?;
        whole.push(character(reference));
        whole += &unix(behind);
    }
    Some(Cow::Owned(whole))
}

/// A text whose lines end as XML has them.
fn unix(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The character of a reference; the replacement character if it is unknown.
fn character(reference: &str) -> char {
    let number = |digits: &str| match digits.strip_prefix('x') {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => digits.parse().ok(),
    };
    match reference {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = reference.strip_prefix('#').and_then(number).filter(|number| *number > 0);
            number.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
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

#[cfg(test)]
mod tests;
