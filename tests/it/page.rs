//! Reads a web page as a browser does, to see what stands on it.

use std::collections::BTreeMap;

use html5gum::{Error, Token, Tokenizer};

/// An element with what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// Elements that have no end tag.
const VOID: [&str; 4] = ["meta", "br", "link", "col"];

/// Reads a page. Tags must be nested and closed, and nothing may be an error but a control character that a text
/// from outside brings.
#[track_caller]
pub(crate) fn read(html: &str) -> Element {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut open = vec![Element::default()];
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                let element = Element { name: text(&tag.name), attributes, children: Vec::new() };
                if tag.self_closing || VOID.contains(&element.name.as_str()) {
                    open.last_mut().unwrap().children.push(Node::Element(element));
                } else {
                    open.push(element);
                }
            }
            Token::EndTag(tag) => {
                let element = open.pop().unwrap();
                assert_eq!(text(&tag.name), element.name);
                open.last_mut().expect("an end tag without a start").children.push(Node::Element(element));
            }
            Token::String(string) => {
                let string = text(&string);
                match open.last_mut().unwrap().children.last_mut() {
                    Some(Node::Text(before)) => before.push_str(&string),
                    _ => open.last_mut().unwrap().children.push(Node::Text(string)),
                }
            }
            Token::Doctype(doctype) => assert_eq!(text(&doctype.name), "html"),
            Token::Comment(comment) => panic!("a comment: {}", text(&comment)),
            Token::Error(error) => assert!(
                matches!(
                    *error,
                    Error::ControlCharacterInInputStream
                        | Error::NoncharacterInInputStream
                        | Error::ControlCharacterReference
                ),
                "{error:?}"
            ),
        }
    }
    assert_eq!(open.len(), 1, "not closed: {:?}", open.last().map(|element| &element.name));
    open.remove(0)
}

impl Element {
    /// The elements in it, those in them included, in the order of the page.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        for child in &self.children {
            if let Node::Element(element) = child {
                all.push(element);
                all.extend(element.all());
            }
        }
        all
    }

    pub(crate) fn all_named(&self, name: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    pub(crate) fn text(&self) -> String {
        let text = |child: &Node| match child {
            Node::Element(element) => element.text(),
            Node::Text(text) => text.clone(),
        };
        self.children.iter().map(text).collect()
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub(crate) fn number(&self, name: &str) -> usize {
        self.attribute(name).map_or(1, |number| number.parse().unwrap())
    }

    /// Elements and attributes without any text.
    pub(crate) fn shape(&self) -> String {
        let children: Vec<String> = self
            .children
            .iter()
            .filter_map(|child| match child {
                Node::Element(element) => Some(element.shape()),
                Node::Text(_) => None,
            })
            .collect();
        format!("{}{:?}({})", self.name, self.attributes.keys(), children.concat())
    }
}
