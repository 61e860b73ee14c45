//! Fonts: from the codes of a string to characters and widths.

use std::collections::{BTreeMap, HashMap};

use hayro_cmap::{BfString, CMap, CMapName, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream, String as Text};

use super::encodings::{Codes, character};
use super::streams::Streams;
use crate::extract::ExtractError;

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Simple,
    /// Type 3: the font draws each character by operators.
    Drawn,
    /// A code may have several bytes.
    Composite,
}

/// A font.
pub(super) struct Font {
    kind: Kind,
    pub(super) is_vertical: bool,
    to_unicode: Option<CMap>,
    encoding: Option<CMap>,
    /// Whether codes are UTF-16.
    is_utf16: bool,
    /// The table from numbers of glyphs to characters of a known collection.
    by_glyph: Option<CMap>,
    widths: Widths,
    default_width: f64,
    /// The characters that a simple font names its codes by; nothing for a name that is not known.
    names: HashMap<u32, Option<char>>,
    /// What the other codes of a simple font are.
    codes: Codes,
    /// The size of a unit of width.
    scale: f64,
}

/// A code of a string.
pub(super) struct Code {
    value: u32,
    /// Its bytes.
    pub(super) length: usize,
    glyph: u32,
}

impl Code {
    /// Whether it is a space that strings are widened at.
    pub(super) fn is_space(&self) -> bool {
        self.length == 1 && self.value == 32
    }
}

impl Default for Font {
    /// A font that is not there.
    fn default() -> Self {
        const WIDTH: f64 = 500.0;
        Self {
            kind: Kind::Simple,
            is_vertical: false,
            to_unicode: None,
            encoding: None,
            is_utf16: false,
            by_glyph: None,
            widths: Widths::default(),
            default_width: WIDTH,
            names: HashMap::new(),
            codes: Codes::Own,
            scale: 0.001,
        }
    }
}

impl Font {
    pub(super) fn new(font: &Dict<'_>, streams: &mut Streams) -> Result<Self, ExtractError> {
        let mut new = Self::default();
        if let Some(stream) = font.get::<Stream<'_>>(b"ToUnicode".as_slice()) {
            new.to_unicode = parsed(&streams.decoded(&stream)?);
        }
        let kind = font.get::<Name<'_>>(b"Subtype".as_slice());
        let kind: &[u8] = kind.as_deref().unwrap_or_default();
        if kind == b"Type0" {
            new.composite(font, streams)?;
        } else {
            new.simple(font, kind);
        }
        Ok(new)
    }

    fn composite(&mut self, font: &Dict<'_>, streams: &mut Streams) -> Result<(), ExtractError> {
        self.kind = Kind::Composite;
        self.default_width = 1000.0;
        if let Some(name) = font.get::<Name<'_>>(b"Encoding".as_slice()) {
            self.is_utf16 =
                name.starts_with(b"UniGB-U") || name.starts_with(b"UniCNS-U") || name.starts_with(b"UniJIS-U");
            self.is_vertical = name.ends_with(b"-V");
            self.encoding = known(&name);
        } else if let Some(stream) = font.get::<Stream<'_>>(b"Encoding".as_slice()) {
            self.encoding = parsed(&streams.decoded(&stream)?);
        }
        let fonts = font.get::<Array<'_>>(b"DescendantFonts".as_slice());
        let Some(inner) = fonts.and_then(|fonts| fonts.iter::<Dict<'_>>().next()) else { return Ok(()) };
        if let Some(width) = inner.get::<f64>(b"DW".as_slice()) {
            self.default_width = width;
        }
        if let Some(widths) = inner.get::<Array<'_>>(b"W".as_slice()) {
            self.read_widths(&widths);
        }
        if self.to_unicode.is_none()
            && let Some(collection) = inner.get::<Dict<'_>>(b"CIDSystemInfo".as_slice())
            && let Some(ordering) = collection.get::<Text<'_>>(b"Ordering".as_slice())
        {
            let name: &[u8] = match ordering.as_bytes() {
                b"GB1" => b"Adobe-GB1-UCS2",
                b"CNS1" => b"Adobe-CNS1-UCS2",
                b"Japan1" => b"Adobe-Japan1-UCS2",
                b"Korea1" => b"Adobe-Korea1-UCS2",
                _ => return Ok(()),
            };
            self.by_glyph = known(name);
        }
        Ok(())
    }

    fn simple(&mut self, font: &Dict<'_>, kind: &[u8]) {
        let first = font.get::<i32>(b"FirstChar".as_slice()).and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
        if let Some(widths) = font.get::<Array<'_>>(b"Widths".as_slice()) {
            let widths = (first..).zip(widths.iter::<Number>().take(256));
            widths.for_each(|(code, width)| self.widths.set(code, code, width.as_f64()));
        }
        if kind == b"Type3" {
            self.kind = Kind::Drawn;
        }
        if self.is_drawn()
            && let Some(matrix) = font.get::<Array<'_>>(b"FontMatrix".as_slice())
            && let Some(scale) = matrix.iter::<Number>().next()
        {
            self.scale = scale.as_f64().abs();
        }
        self.codes = codes(font, kind);
        let Some(encoding) = font.get::<Dict<'_>>(b"Encoding".as_slice()) else { return };
        let Some(differences) = encoding.get::<Array<'_>>(b"Differences".as_slice()) else { return };
        let mut code = 0_u32;
        for object in differences.iter::<Object<'_>>() {
            match object {
                Object::Number(number) => code = u32::try_from(number.as_i64()).unwrap_or(0),
                Object::Name(name) => {
                    self.names.insert(code, character(name.as_str()));
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    /// Widths of a composite font: `c [w …]` or `c c w`.
    fn read_widths(&mut self, widths: &Array<'_>) {
        const LAST: i64 = 0xffff;
        let code = |number: &Number| u32::try_from(number.as_i64().clamp(0, LAST)).unwrap_or(0);
        let mut objects = widths.iter::<Object<'_>>();
        while let Some(Object::Number(first)) = objects.next() {
            let first = code(&first);
            match objects.next() {
                Some(Object::Array(list)) => {
                    let list = (first..).zip(list.iter::<Number>().take(0x1_0000));
                    list.for_each(|(code, width)| self.widths.set(code, code, width.as_f64()));
                }
                Some(Object::Number(last)) => {
                    let Some(Object::Number(width)) = objects.next() else { return };
                    self.widths.set(first, code(&last), width.as_f64());
                }
                _ => return,
            }
        }
    }

    /// Whether its glyphs may say their colours themselves.
    pub(super) fn is_drawn(&self) -> bool {
        self.kind == Kind::Drawn
    }

    /// The next code of a string that is not at its end.
    pub(super) fn next(&self, bytes: &[u8]) -> Code {
        /// Bytes of the longest code.
        const LONGEST: usize = 4;
        let first = u32::from(bytes.first().copied().unwrap_or(0));
        let single = Code { value: first, length: 1, glyph: first };
        if self.kind != Kind::Composite {
            return single;
        }
        if let Some(encoding) = &self.encoding {
            let mut code = 0;
            for (length, byte) in (1..=LONGEST).zip(bytes) {
                code = code << 8 | u32::from(*byte);
                let bytes = u8::try_from(length).unwrap_or(u8::MAX);
                if let Some(glyph) = encoding.lookup_cid_code(code, bytes)
                    && (length > 1 || glyph > 0)
                {
                    return Code { value: code, length, glyph };
                }
            }
        }
        match bytes {
            [high, low, ..] => {
                let code = u32::from(*high) << 8 | u32::from(*low);
                Code { value: code, length: 2, glyph: code }
            }
            _ => single,
        }
    }

    /// The characters of a code, if they are known.
    pub(super) fn text(&self, code: &Code) -> Option<String> {
        let is_nothing = |c: char| c.is_control() && !c.is_whitespace();
        // Programs that know no character say that it is the one with the number 0.
        self.said(code).map(|text| text.replace(is_nothing, "")).filter(|text| !text.is_empty())
    }

    fn said(&self, code: &Code) -> Option<String> {
        let text = |found: BfString| match found {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        };
        if let Some(found) = self.to_unicode.as_ref().and_then(|table| table.lookup_bf_string(code.value)) {
            return Some(text(found));
        }
        if self.kind == Kind::Composite {
            if self.is_utf16 && code.length == 2 {
                return char::from_u32(code.value).map(String::from);
            }
            return self.by_glyph.as_ref().and_then(|table| table.lookup_bf_string(code.glyph)).map(text);
        }
        // A table of the font's own says that the codes are not what the encoding calls them.
        let is_said = |c: &char| self.to_unicode.is_none() || c.is_whitespace();
        let unnamed = || self.codes.character(code.value).filter(is_said);
        self.names.get(&code.value).copied().unwrap_or_else(unnamed).map(String::from)
    }

    /// How wide a code is in sizes of the font.
    pub(super) fn width(&self, code: &Code) -> f64 {
        self.widths.get(code.glyph).unwrap_or(self.default_width) * self.scale
    }
}

/// Widths of codes: by the first code of a range, the last and the width of all of them. No two ranges have a code in common.
#[derive(Default)]
struct Widths(BTreeMap<u32, (u32, f64)>);

impl Widths {
    /// Says the width of the codes from one to another, whatever was said of them before.
    fn set(&mut self, first: u32, last: u32, width: f64) {
        if first > last {
            return;
        }
        // Of ranges that reach in, what is outside stays.
        while let Some((&start, &(end, other))) =
            self.0.range(..=last).next_back().filter(|(_, (end, _))| *end >= first)
        {
            self.0.remove(&start);
            if start < first {
                self.0.insert(start, (first - 1, other));
            }
            if end > last {
                self.0.insert(last + 1, (end, other));
            }
        }
        self.0.insert(first, (last, width));
    }

    fn get(&self, code: u32) -> Option<f64> {
        let (_, (last, width)) = self.0.range(..=code).next_back()?;
        (code <= *last).then_some(*width)
    }
}

/// What the codes of a simple font say where no name does. Only an encoding says it, or a font of letters that has none: a font of
/// signs and a part of a font that a program has put into the file have codes of their own.
fn codes(font: &Dict<'_>, kind: &[u8]) -> Codes {
    const SIGNS: [&[u8]; 5] = [b"Symbol", b"ZapfDingbats", b"Wingdings", b"Webdings", b"Dingbats"];
    const SYMBOLIC: i32 = 4;
    if kind == b"Type3" {
        return Codes::Own;
    }
    let name = font.get::<Name<'_>>(b"BaseFont".as_slice());
    let name: &[u8] = name.as_deref().unwrap_or_default();
    // `ABCDEF+Name`
    let name = name.get(7..).filter(|_| name.get(6) == Some(&b'+')).unwrap_or(name);
    if SIGNS.iter().any(|signs| name.starts_with(signs)) {
        return Codes::Signs;
    }
    let base = |encoding: Dict<'_>| encoding.get::<Name<'_>>(b"BaseEncoding".as_slice()).map(|name| name.to_vec());
    let said = font.get::<Name<'_>>(b"Encoding".as_slice()).map(|name| name.to_vec());
    let said = said.or_else(|| font.get::<Dict<'_>>(b"Encoding".as_slice()).and_then(base));
    let has_own = |of: Dict<'_>| {
        let files = [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"];
        of.get::<i32>(b"Flags".as_slice()).is_some_and(|flags| flags & SYMBOLIC != 0)
            && files.iter().any(|file| of.contains_key(file))
    };
    match said {
        Some(name) => Codes::named(&name),
        None if font.get::<Dict<'_>>(b"FontDescriptor".as_slice()).is_some_and(has_own) => Codes::Own,
        None => Codes::Ascii,
    }
}

fn parsed(table: &[u8]) -> Option<CMap> {
    CMap::parse(table, load_embedded)
}

/// A table that PDF knows by its name.
fn known(name: &[u8]) -> Option<CMap> {
    match name {
        b"Identity-H" => Some(CMap::identity_h()),
        b"Identity-V" => Some(CMap::identity_v()),
        name => parsed(load_embedded(CMapName::from_bytes(name))?),
    }
}

#[cfg(test)]
mod tests {
    use super::Widths;

    #[test]
    fn the_last_width_of_a_code_counts() {
        let mut widths = Widths::default();
        for (first, last, width) in [(2, 5, 1.0), (4, 8, 2.0), (0, 2, 3.0), (5, 5, 4.0), (9, 7, 5.0)] {
            widths.set(first, last, width);
        }
        let found: Vec<Option<f64>> = (0..10).map(|code| widths.get(code)).collect();
        let (one, two, three, four) = (Some(1.0), Some(2.0), Some(3.0), Some(4.0));
        assert_eq!(found, [three, three, three, one, two, four, two, two, two, None]);
        widths.set(0, u32::MAX - 1, 6.0);
        assert_eq!((widths.0.len(), widths.get(9)), (1, Some(6.0)));
    }
}
