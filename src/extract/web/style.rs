//! How the style of an element shows its text.

use std::borrow::Cow;

/// How the text of an element is seen. What stands further down counts more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Look {
    #[default]
    Plain,
    /// White: seen on a dark ground only, which a table often has and a word in a line has not.
    Pale,
    /// Raised or lowered in its line, or moved out of it.
    Raised,
    /// A box in a line.
    Apart,
    /// A line of its own.
    Block,
    /// Too small or too pale to be seen, unless what stands in it or a script says otherwise.
    Faint,
    Struck,
    /// It has its place, and nothing is seen there.
    Unseen,
    Hidden,
}

/// Styles that were read, since a page says the same one hundreds of times: by its length, the last one.
#[derive(Default)]
pub(crate) struct Styles([Option<(Vec<u8>, Look)>; 32]);

impl Styles {
    pub(crate) fn look(&mut self, style: &[u8]) -> Look {
        let last = &mut self.0[style.len() % 32];
        match last {
            Some((known, look)) if known == style => *look,
            _ => last.insert((style.to_vec(), Look::of(style))).1,
        }
    }
}

impl Look {
    /// That of a style.
    fn of(style: &[u8]) -> Self {
        // Where a comment may stand, which is seldom.
        let style = if style.contains(&b'/') { Cow::Owned(without_comments(style)) } else { Cow::Borrowed(style) };
        let own = if is_on_its_own_color(&style) { Self::Faint } else { Self::Plain };
        style.split(|byte| *byte == b';').map(Self::of_declaration).fold(own, Self::max)
    }

    fn of_declaration(declaration: &[u8]) -> Self {
        let declaration = declaration.trim_ascii_start();
        let is_of_name = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'-';
        let length = declaration.iter().position(|byte| !is_of_name(byte)).unwrap_or(declaration.len());
        let (name, rest) = declaration.split_at(length);
        let is_named = |names: &[&str]| names.iter().any(|property| name.eq_ignore_ascii_case(property.as_bytes()));
        let property = PROPERTIES.iter().find(|(names, _)| is_named(names));
        let value = rest.trim_ascii_start().strip_prefix(b":");
        property.zip(value).map_or(Self::Plain, |((_, read), value)| read(value.trim_ascii_start()))
    }

    /// This look if that holds.
    fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::Plain }
    }

    /// This look if the first word of a value is one of these.
    fn says(self, value: &[u8], words: &[&str]) -> Self {
        let first = word(value);
        self.when(words.iter().any(|word| word.as_bytes() == first))
    }
}

/// Properties, and what the value of each says.
type Properties = (&'static [&'static str], fn(&[u8]) -> Look);

/// The properties that say how text is seen. What has a place of its own (`float`, `position`, `margin`) joins nothing beside it; what
/// cannot be seen as it stands (`transform`, `clip`, colours), or is seen in another order, may be shown by a script or a style sheet.
const PROPERTIES: [Properties; 19] = [
    (&["display"], |value| match word(value).as_slice() {
        b"none" => Look::Hidden,
        b"" | b"inline" | b"contents" | b"initial" | b"inherit" | b"unset" | b"revert" => Look::Plain,
        word if word.starts_with(b"inline-") || word.starts_with(b"ruby") => Look::Apart,
        _ => Look::Block,
    }),
    (&["visibility"], |value| Look::Unseen.says(value, &["hidden", "collapse"])),
    (&["content-visibility"], |value| Look::Faint.says(value, &["hidden"])),
    (&["mso-hide"], |value| Look::Hidden.says(value, &["all"])),
    (&["text-decoration", "text-decoration-line"], struck),
    (&["vertical-align"], |value| {
        moved(value).max(Look::Raised.says(value, &["super", "sub", "top", "bottom", "text-top", "text-bottom"]))
    }),
    (&["mso-text-raise", "top", "bottom", "left", "right", "inset", "order"], moved),
    (&["margin", "margin-left", "margin-right", "margin-inline-start", "margin-inline-end"], moved_back),
    (&["letter-spacing"], |value| Look::Raised.when(is_overlapping(value))),
    (&["font-size"], |value| Look::Faint.when(is_tiny(value))),
    (&["font"], |value| Look::Faint.when(tokens(value).any(is_tiny))),
    (&["zoom", "opacity"], |value| Look::Faint.when(is_a_tenth(value))),
    (&["float"], |value| Look::Raised.says(value, &["left", "right", "inline-start", "inline-end"])),
    (&["position"], |value| Look::Raised.says(value, &["absolute", "fixed", "sticky"])),
    (&["writing-mode"], |value| {
        Look::Apart.when([&b"vertical"[..], b"tb"].iter().any(|start| word(value).starts_with(start)))
    }),
    (&["unicode-bidi", "flex-direction", "flex-flow"], reversed),
    (&["color", "-webkit-text-fill-color"], color),
    (&["transform", "-webkit-transform", "translate", "scale", "rotate"], faint_unless_none),
    (&["filter", "-webkit-filter", "mask", "clip", "clip-path", "-webkit-clip-path"], faint_unless_none),
];

/// Whether a style paints its text in the colour of its own ground.
fn is_on_its_own_color(style: &[u8]) -> bool {
    const GROUND: &[u8] = b"background";
    if !style.windows(GROUND.len()).any(|part| part.eq_ignore_ascii_case(GROUND)) {
        return false;
    }
    let value = |names: &[&[u8]]| {
        style.split(|byte| *byte == b';').rev().find_map(|declaration| {
            let colon = declaration.iter().position(|byte| *byte == b':')?;
            let name = declaration[..colon].trim_ascii();
            names.iter().any(|other| name.eq_ignore_ascii_case(other)).then(|| plain(&declaration[colon + 1..]))
        })
    };
    value(&[b"color"]).is_some_and(|color| value(&[GROUND, b"background-color"]) == Some(color))
}

/// A value in lower case without white space and without the mark of importance.
fn plain(value: &[u8]) -> Vec<u8> {
    let plain: Vec<u8> = value.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    plain.strip_suffix(b"!important").map(<[u8]>::to_vec).unwrap_or(plain)
}

/// The colour of a text, in a style or as the attribute of a `font`.
pub(crate) fn color(value: &[u8]) -> Look {
    const NAMES: [&[u8]; 8] =
        [b"white", b"snow", b"ivory", b"ghostwhite", b"whitesmoke", b"floralwhite", b"azure", b"mintcream"];
    let plain = plain(value);
    let (is_pale, is_clear) = if let Some(digits) = plain.strip_prefix(b"#") {
        of_digits(digits)
    } else if let Some(arguments) = value.split(|byte| *byte == b'(').nth(1) {
        of_function(&plain, arguments)
    } else {
        (NAMES.contains(&plain.as_slice()), plain == b"transparent")
    };
    if is_clear { Look::Faint } else { Look::Pale.when(is_pale) }
}

/// The least light of each part of a colour, of 255, that is white or so near to it that a white ground hides it.
const PALE: u16 = 240;

/// Whether a colour is pale, and whether it is clear.
fn of_digits(digits: &[u8]) -> (bool, bool) {
    /// The most opacity, of 255, that shows nothing.
    const CLEAR: u32 = 25;
    let nibbles: Option<Vec<u32>> = digits.iter().map(|digit| char::from(*digit).to_digit(16)).collect();
    let parts: Vec<u32> = match nibbles {
        Some(short) if matches!(short.len(), 3 | 4) => short.iter().map(|nibble| nibble * 17).collect(),
        Some(long) if matches!(long.len(), 6 | 8) => long.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect(),
        _ => return (false, false),
    };
    (parts[..3].iter().all(|part| *part >= u32::from(PALE)), parts.get(3).is_some_and(|alpha| *alpha <= CLEAR))
}

/// The same of `rgb(255, 255, 255)`, `rgba(0 0 0 / 0)`, `hsl(0, 0%, 100%)`.
fn of_function(name: &[u8], arguments: &[u8]) -> (bool, bool) {
    /// The least light in percent.
    const PALE_PERCENT: f32 = 94.0;
    let arguments = arguments.split(|byte| *byte == b')').next().unwrap_or_default();
    let parts: Vec<&[u8]> = tokens(arguments).collect();
    let is_light = |part: &&[u8]| match number(part) {
        Some((light, unit)) if unit.starts_with(b"%") => light >= PALE_PERCENT,
        Some((light, _)) => light >= f32::from(PALE),
        None => false,
    };
    let is_pale = match parts.as_slice() {
        [red, green, blue, ..] if name.starts_with(b"rgb") => [red, green, blue].into_iter().all(is_light),
        [_, _, light, ..] if name.starts_with(b"hsl") => is_light(light),
        _ => false,
    };
    (is_pale, parts.get(3).is_some_and(|alpha| is_a_tenth(alpha)))
}

fn faint_unless_none(value: &[u8]) -> Look {
    match word(value).as_slice() {
        b"none" | b"auto" | b"initial" | b"inherit" | b"unset" | b"revert" => Look::Plain,
        _ => Look::Faint,
    }
}

fn struck(value: &[u8]) -> Look {
    const THROUGH: &[u8] = b"line-through";
    let is_through = value.windows(THROUGH.len()).any(|part| part.eq_ignore_ascii_case(THROUGH));
    Look::Struck.when(is_through)
}

/// Whether a text is moved by a length from where it stands.
fn moved(value: &[u8]) -> Look {
    Look::Raised.when(number(value).is_some_and(|(length, _)| length != 0.0))
}

/// Whether a negative length moves a text over or out of what stands beside it.
fn moved_back(value: &[u8]) -> Look {
    let is_back = |part: &[u8]| number(part).is_some_and(|(length, _)| length < 0.0);
    Look::Raised.when(tokens(value).any(is_back))
}

/// Whether the parts of a text are seen in another order than they are written.
fn reversed(value: &[u8]) -> Look {
    let value = plain(value);
    let says = |word: &[u8]| value.windows(word.len()).any(|part| part == word);
    Look::Faint.when(says(b"override") || says(b"reverse"))
}

/// Whether letters are set so close that they stand over each other, and not just closer than usual.
fn is_overlapping(value: &[u8]) -> bool {
    match number(value) {
        Some((length, b"em" | b"rem")) => length <= -0.3,
        Some((length, _)) => length <= -3.0,
        None => false,
    }
}

/// The parts of a value between white space, commas and slashes.
fn tokens(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    value.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b'/')).filter(|token| !token.is_empty())
}

/// The number that a value begins with, and its unit.
fn number(value: &[u8]) -> Option<(f32, &[u8])> {
    let end = value.iter().position(|byte| !byte.is_ascii_digit() && !b"+-.".contains(byte)).unwrap_or(value.len());
    let number = std::str::from_utf8(&value[..end]).ok()?.parse().ok()?;
    let unit = &value[end..];
    let end = unit.iter().position(|byte| !byte.is_ascii_alphabetic() && *byte != b'%').unwrap_or(unit.len());
    Some((number, &unit[..end]))
}

/// Whether a part is a tenth of the whole at most, so that nothing of it is seen.
fn is_a_tenth(value: &[u8]) -> bool {
    number(value).is_some_and(|(part, unit)| part <= if unit.starts_with(b"%") { 10.0 } else { 0.1 })
}

/// Whether a size of letters is two pixels or points at most, a sixth of the letters around it, or nothing in any unit.
fn is_tiny(value: &[u8]) -> bool {
    const SIXTH: f32 = 1.0 / 6.0;
    number(value).is_some_and(|(size, unit)| match unit.to_ascii_lowercase().as_slice() {
        b"px" | b"pt" => size <= 2.0,
        b"em" | b"rem" | b"ex" | b"ch" => size <= SIXTH,
        b"%" => size <= 100.0 * SIXTH,
        _ => size == 0.0,
    })
}

/// The first word of a value.
fn word(value: &[u8]) -> Vec<u8> {
    value.iter().take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'-').map(u8::to_ascii_lowercase).collect()
}

fn without_comments(style: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(style.len());
    let mut rest = style;
    while let Some(start) = rest.windows(2).position(|pair| pair == b"/*") {
        plain.extend_from_slice(&rest[..start]);
        let comment = &rest[start + 2..];
        let end = comment.windows(2).position(|pair| pair == b"*/").map_or(comment.len(), |end| end + 2);
        rest = &comment[end..];
    }
    plain.extend_from_slice(rest);
    plain
}
