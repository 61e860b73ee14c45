//! How text is shown: hidden, struck out, raised or lowered.

use super::xml::Tag;

/// Half-points by which a raised or lowered character is moved at least.
const RAISED: f64 = 4.0;

/// What properties say of text. They may say nothing, and then others decide.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    hidden: Option<bool>,
    struck: Option<bool>,
    raised: Option<bool>,
}

impl Look {
    /// Takes over what a property says.
    pub(super) fn read(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            // Either of two properties is enough.
            "vanish" | "webHidden" => self.hidden = Some(is_set(tag) || self.hidden == Some(true)),
            "strike" | "dstrike" => self.struck = Some(is_set(tag) || self.struck == Some(true)),
            "vertAlign" => self.raise(tag.get("val").map(|place| place != "baseline")),
            // Converters move whole lines by a point, so that a small shift says nothing.
            "position" if tag.number::<f64>("val").is_some_and(|by| by.abs() >= RAISED) => self.raise(Some(true)),
            _ => {}
        }
    }

    fn raise(&mut self, is_raised: Option<bool>) {
        self.raised = is_raised.map(|is_raised| is_raised || self.raised == Some(true)).or(self.raised);
    }

    /// What these properties say and, where they say nothing, others.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            raised: self.raised.or(other.raised),
        }
    }

    pub(super) fn is_hidden(self) -> bool {
        self.hidden == Some(true)
    }

    /// Whether it is struck out, raised or lowered: such digits are no part of a figure, or its correction.
    pub(super) fn is_marked(self) -> bool {
        self.struck == Some(true) || self.raised == Some(true)
    }
}

/// Whether a property is set: its mere presence says so, unless its value says no.
pub(super) fn is_set(tag: &Tag<'_>) -> bool {
    tag.get("val").is_none_or(|value| !matches!(&*value, "0" | "false" | "off" | "none"))
}
