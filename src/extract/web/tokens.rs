//! The tokens of a web page that rows need.
//!
//! The emitters that come with the tokenizer keep every attribute and check every byte for errors of markup. A page from
//! a word processor is mostly attributes, so what no row needs is dropped here before it is kept.

use std::mem::swap;
use std::ops::Range;

use html5gum::emitters::{Emitter, naive_next_state};
use html5gum::{Error, State, Tokenizer};

use crate::extract::ExtractError;
use crate::render::ABSENT_ATTRIBUTE;

/// What takes the tokens of a page.
pub(crate) trait Sink {
    /// A start tag, before its attributes.
    fn start(&mut self, tag: &[u8]);

    /// The first attribute of its name in the start tag, and where its value stands in the source.
    fn attribute(&mut self, attribute: Attribute, value: &[u8], source: Range<usize>);

    /// The end of the start tag, and where the tag stands in the source.
    fn open(&mut self, tag: &[u8], source: Range<usize>, is_closed: bool) -> Result<(), ExtractError>;

    /// An end tag.
    fn close(&mut self, tag: &[u8]);

    /// Text between tags and comments, and where it stands in the source.
    fn text(&mut self, text: &[u8], source: Range<usize>);
}

/// An attribute that means something to rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attribute {
    Columns,
    Rows,
    Style,
    /// The colour of a `font`.
    Color,
    /// What a field of a form holds.
    Value,
    Type,
    Hidden,
    /// Where a link leads.
    Link,
    /// The cell was not in the source.
    Absent,
    Other,
}

impl Attribute {
    fn of(name: &[u8]) -> Self {
        match name {
            b"colspan" => Self::Columns,
            b"rowspan" => Self::Rows,
            b"style" => Self::Style,
            b"color" => Self::Color,
            b"value" => Self::Value,
            b"type" => Self::Type,
            b"hidden" => Self::Hidden,
            b"href" => Self::Link,
            name if name == ABSENT_ATTRIBUTE.as_bytes() => Self::Absent,
            _ => Self::Other,
        }
    }
}

/// Gives the tokens of a page to `sink`, up to its first error.
pub(crate) fn read(html: &str, sink: &mut impl Sink) -> Result<(), ExtractError> {
    let tokens = Tokens {
        sink,
        error: None,
        position: 0,
        text: Vec::new(),
        text_source: 0..0,
        is_start: false,
        is_begun: false,
        is_closed: false,
        drawings: 0,
        tag: Vec::new(),
        tag_from: 0,
        last_start: Vec::new(),
        name: Vec::new(),
        attribute: None,
        seen: 0,
        value: Vec::new(),
        value_source: 0..0,
    };
    match Tokenizer::new_with_emitter(html, tokens).next() {
        Some(Ok(error)) => Err(error),
        None => Ok(()),
    }
}

struct Tokens<'s, S> {
    sink: &'s mut S,
    /// Ends the reading.
    error: Option<ExtractError>,
    position: usize,
    text: Vec<u8>,
    text_source: Range<usize>,
    /// Whether the tag that is read is a start tag, whether the sink knows of it, and whether it closes itself.
    is_start: bool,
    is_begun: bool,
    is_closed: bool,
    /// How many elements are open whose content is not HTML.
    drawings: usize,
    tag: Vec<u8>,
    tag_from: usize,
    last_start: Vec<u8>,
    /// The name of the attribute that is read, and what it means, which is known where its value begins.
    name: Vec<u8>,
    attribute: Option<Attribute>,
    /// The attributes that the tag had already, a bit each.
    seen: u16,
    value: Vec<u8>,
    value_source: Range<usize>,
}

impl<S: Sink> Tokens<'_, S> {
    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.sink.text(&self.text, self.text_source.clone());
            self.text.clear();
        }
    }

    fn begin_tag(&mut self) {
        if self.is_start && !self.is_begun {
            self.sink.start(&self.tag);
            self.is_begun = true;
        }
    }

    fn end_attribute(&mut self) {
        if self.name.is_empty() {
            return;
        }
        let attribute = self.attribute.take().unwrap_or_else(|| Attribute::of(&self.name));
        let bit = 1_u16 << attribute as u8;
        if attribute != Attribute::Other && self.is_start && self.seen & bit == 0 {
            self.seen |= bit;
            self.sink.attribute(attribute, &self.value, self.value_source.clone());
        }
        self.name.clear();
        self.value.clear();
    }
}

fn is_drawing(tag: &[u8]) -> bool {
    matches!(tag, b"svg" | b"math")
}

impl<S: Sink> Emitter for Tokens<'_, S> {
    type Token = ExtractError;

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    #[inline]
    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    #[inline]
    fn pop_token(&mut self) -> Option<ExtractError> {
        self.error.take()
    }

    fn emit_eof(&mut self) {
        self.end_text();
    }

    fn init_string(&mut self) {
        if self.text.is_empty() {
            self.text_source.start = self.position;
        }
    }

    fn emit_string(&mut self, text: &[u8]) {
        self.text_source.end = self.position;
        self.text.extend_from_slice(text);
    }

    #[inline]
    fn start_open_tag(&mut self) {
        self.tag_from = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.end_text();
        self.tag.clear();
        (self.is_start, self.is_begun, self.is_closed, self.seen) = (true, false, false, 0);
    }

    fn init_end_tag(&mut self) {
        // In a script this may be no tag, so its text goes on.
        self.tag.clear();
        self.is_start = false;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.begin_tag();
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.name.extend_from_slice(name);
    }

    fn init_attribute_value(&mut self) {
        self.attribute = Some(Attribute::of(&self.name));
        self.value_source = self.position..self.position;
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        if self.attribute != Some(Attribute::Other) {
            self.value.extend_from_slice(value);
            self.value_source.end = self.position;
        }
    }

    fn set_self_closing(&mut self) {
        self.is_closed = true;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_text();
        self.begin_tag();
        self.end_attribute();
        if !self.is_start {
            self.drawings = self.drawings.saturating_sub(usize::from(is_drawing(&self.tag)));
            self.sink.close(&self.tag);
            self.last_start.clear();
            return None;
        }
        self.drawings += usize::from(is_drawing(&self.tag) && !self.is_closed);
        self.error = self.sink.open(&self.tag, self.tag_from..self.position, self.is_closed).err();
        swap(&mut self.last_start, &mut self.tag);
        // `<title/>` is empty in a drawing, and in the page the start of a text.
        let next = naive_next_state(&self.last_start).filter(|_| !(self.is_closed && self.drawings > 0));
        if next.is_some() {
            self.init_string();
        }
        next
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.is_start && !self.last_start.is_empty() && self.last_start == self.tag
    }

    fn set_last_start_tag(&mut self, tag: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(tag.unwrap_or_default());
    }

    // A comment and a doctype hold no text of the page; the text before a comment ends there.

    fn init_comment(&mut self) {
        self.end_text();
    }

    fn init_doctype(&mut self) {
        self.end_text();
    }

    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn emit_current_doctype(&mut self) {}
}

#[cfg(test)]
mod tests {
    use html5gum::Span;
    use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, Default, PartialEq)]
    struct Events(Vec<String>);

    impl Events {
        fn text(bytes: &[u8]) -> String {
            String::from_utf8_lossy(bytes).into_owned()
        }

        /// Without a tag that does not end.
        fn whole(mut self) -> Self {
            let ended = self.0.iter().rposition(|event| event.starts_with("open") || event.starts_with("close"));
            let from = ended.map_or(0, |at| at + 1);
            if let Some(start) = self.0.iter().skip(from).position(|event| event.starts_with("start")) {
                self.0.truncate(from + start);
            }
            self
        }
    }

    impl Sink for Events {
        fn start(&mut self, tag: &[u8]) {
            self.0.push(format!("start {}", Self::text(tag)));
        }

        fn attribute(&mut self, attribute: Attribute, value: &[u8], source: Range<usize>) {
            let source = if value.is_empty() { 0..0 } else { source };
            self.0.push(format!("{attribute:?} {} {source:?}", Self::text(value)));
        }

        fn open(&mut self, tag: &[u8], source: Range<usize>, is_closed: bool) -> Result<(), ExtractError> {
            self.0.push(format!("open {} {source:?} {is_closed}", Self::text(tag)));
            Ok(())
        }

        fn close(&mut self, tag: &[u8]) {
            self.0.push(format!("close {}", Self::text(tag)));
        }

        fn text(&mut self, text: &[u8], source: Range<usize>) {
            self.0.push(format!("text {} {source:?}", Self::text(text)));
        }
    }

    /// The tokens of the tokenizer's own emitter that a sink receives.
    fn expected(html: &str) -> Events {
        let mut events = Events::default();
        let mut is_start = false;
        let (mut tag, mut tag_from) = (Vec::new(), 0);
        let mut pending: Option<(Attribute, Vec<u8>, Range<usize>)> = None;
        let mut seen = Vec::new();
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<()> {
            let is_within = matches!(event, CallbackEvent::AttributeValue { .. } | CallbackEvent::Error(_));
            if !is_within && let Some((attribute, value, source)) = pending.take() {
                events.attribute(attribute, &value, source);
            }
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    is_start = true;
                    seen.clear();
                    (tag, tag_from) = (name.to_vec(), span.start);
                    events.start(name);
                }
                CallbackEvent::AttributeName { name } => {
                    let attribute = Attribute::of(name);
                    if is_start && attribute != Attribute::Other && !seen.contains(&attribute) {
                        seen.push(attribute);
                        pending = Some((attribute, Vec::new(), 0..0));
                    }
                }
                CallbackEvent::AttributeValue { value } => {
                    if let Some((attribute, _, _)) = pending.take() {
                        events.attribute(attribute, value, span.start..span.end);
                    }
                }
                CallbackEvent::CloseStartTag { self_closing } => {
                    is_start = false;
                    let _ = events.open(&tag, tag_from..span.end, self_closing);
                }
                CallbackEvent::EndTag { name } => events.close(name),
                CallbackEvent::String { value } => Sink::text(&mut events, value, span.start..span.end),
                CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
            }
            None
        });
        emitter.naively_switch_states(true);
        assert!(Tokenizer::new_with_emitter(html, emitter).next().is_none());
        events
    }

    const MARKUP: [&str; 48] = [
        "<td",
        "<tr>",
        "</td>",
        "</td hidden>",
        "<table",
        "<p>",
        "<br/>",
        "<input",
        "<script>",
        "</script>",
        "</scr",
        "<style>",
        "</style >",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea/>",
        "<!--",
        "-->",
        "<!doctype html>",
        "<![CDATA[",
        "]]>",
        "<?xml",
        " colspan=2",
        " COLSPAN='3'",
        " rowspan=\"4\"",
        " style=\"display:none\"",
        " style",
        " value=5",
        " value='&#49;2'",
        " type=text",
        " hidden",
        " hidden=",
        " data-absent",
        " x=\"<td>\"",
        "=",
        "/",
        ">",
        "<",
        "&nbsp;",
        "&#x33;",
        "&amp",
        "&",
        "\r\n",
        "\0",
        "行政",
        "12",
        " ",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_told_otherwise_than_by_the_emitter_of_the_tokenizer(
            parts in prop::collection::vec(prop::sample::select(&MARKUP[..]), 0..40)
        ) {
            let html = parts.concat();
            let mut events = Events::default();
            prop_assert!(read(&html, &mut events).is_ok());
            prop_assert_eq!(events.whole(), expected(&html).whole(), "{}", html);
        }
    }
}
