//! The strings of a workbook.

use super::look::Look;
use super::xml::{Node, Xml};
use crate::extract::model::MARK;
use crate::extract::{Bound, ExtractError, FileFormat};

/// Strings that cells share.
const STRINGS: usize = 200_000;

/// The strings that cells share, without the reading aids above them.
pub(super) fn strings(part: &str) -> Result<Vec<String>, ExtractError> {
    let mut xml = Xml::new(part, FileFormat::Xlsx, "xl/sharedStrings.xml");
    let mut strings = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "si" => {
                if strings.len() == STRINGS {
                    return Err(ExtractError::TooLarge { bound: Bound::Strings, limit: STRINGS });
                }
                strings.push(string(&mut xml)?);
            }
            Node::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of the string whose element began last. Parts that are struck out, raised or lowered stand between marks.
pub(super) fn string(xml: &mut Xml<'_>) -> Result<String, ExtractError> {
    let (mut text, mut depth, mut look) = (String::new(), 1_usize, Look::default());
    while depth > 0 {
        match xml.next()? {
            Node::Open(tag) => match tag.name() {
                "t" => {
                    let part = escaped(&xml.text()?);
                    text += &if look.is_marked() { marked(&part) } else { part };
                }
                "rPr" => {
                    xml.within(|tag| {
                        look.read(tag);
                        true
                    })?;
                }
                "rPh" => xml.skip()?,
                _ => {
                    look = Look::default();
                    depth += 1;
                }
            },
            Node::Close => depth -= 1,
            Node::Text(_) => {}
            Node::End => break,
        }
    }
    Ok(text)
}

/// A text between marks.
pub(super) fn marked(text: &str) -> String {
    format!("{MARK}{text}{MARK}")
}

/// A text with `_x000D_` as the character it stands for.
fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let escape = rest.get(at + 2..at + 7).and_then(|code| code.strip_suffix('_'));
        let c = escape.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        plain += &rest[..at];
        match c {
            Some(c) => plain.push(c),
            None => plain += "_x",
        }
        rest = &rest[at + if c.is_some() { 7 } else { 2 }..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes_are_characters() {
        for (text, expected) in [("a_x000D_b", "a\rb"), ("_x", "_x"), ("_x41_", "_x41_"), ("x_x0041__x4E00_", "xA一")]
        {
            assert_eq!(super::escaped(text), expected);
        }
    }
}
