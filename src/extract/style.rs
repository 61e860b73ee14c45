//! What the style of an element says about how its text is seen.

/// How the text of an element is seen. What stands further down counts more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
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
pub(super) struct Styles([Option<(Vec<u8>, Look)>; 32]);

impl Styles {
    pub(super) fn look(&mut self, style: &[u8]) -> Look {
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
        let mut look = Self::Plain;
        let mut from = 0;
        for (at, byte) in style.iter().enumerate() {
            match byte {
                b';' => {
                    look = look.max(Self::of_declaration(&style[from..at]));
                    from = at + 1;
                }
                // Where a comment may stand, which is seldom.
                b'/' => {
                    let declarations = without_comments(style);
                    let looks = declarations.split(|byte| *byte == b';').map(Self::of_declaration);
                    return looks.max().unwrap_or(Self::Plain);
                }
                _ => {}
            }
        }
        look.max(Self::of_declaration(&style[from..]))
    }

    fn of_declaration(declaration: &[u8]) -> Self {
        let declaration = declaration.trim_ascii_start();
        // Nearly every declaration is told apart by its first letter or the length of its name.
        if !declaration.first().is_some_and(|first| b"cdfmoptvCDFMOPTV".contains(first)) {
            return Self::Plain;
        }
        let is_of_name = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'-';
        let length = declaration.iter().position(|byte| !is_of_name(byte)).unwrap_or(declaration.len());
        let (name, rest) = declaration.split_at(length);
        let property = PROPERTIES.iter().find(|(property, _)| name.eq_ignore_ascii_case(property));
        let value = rest.trim_ascii_start().strip_prefix(b":");
        property.zip(value).map_or(Self::Plain, |((_, read), value)| read(value.trim_ascii_start()))
    }
}

/// A property, and what its value says.
type Property = (&'static [u8], fn(&[u8]) -> Look);

/// The properties that say how text is seen. What has a place of its own (`float`, `position`) joins nothing beside it; what
/// cannot be seen as it stands (`transform`, `clip`, colours) may be shown by a script or a style sheet.
const PROPERTIES: [Property; 14] = [
    (b"display", |value| match word(value).as_slice() {
        b"none" => Look::Hidden,
        b"" | b"inline" | b"contents" | b"initial" | b"inherit" | b"unset" | b"revert" => Look::Plain,
        word if word.starts_with(b"inline-") || word.starts_with(b"ruby") => Look::Apart,
        _ => Look::Block,
    }),
    (b"visibility", |value| match word(value).as_slice() {
        b"hidden" | b"collapse" => Look::Unseen,
        _ => Look::Plain,
    }),
    (b"mso-hide", |value| if word(value) == b"all" { Look::Hidden } else { Look::Plain }),
    (b"text-decoration", struck),
    (b"text-decoration-line", struck),
    (b"vertical-align", |value| match word(value).as_slice() {
        b"super" | b"sub" | b"top" | b"bottom" | b"text-top" | b"text-bottom" => Look::Raised,
        _ if is_length(value) && !is_zero(value) => Look::Raised,
        _ => Look::Plain,
    }),
    (b"font-size", |value| if is_length(value) && is_tiny(value) { Look::Faint } else { Look::Plain }),
    (b"opacity", |value| if is_length(value) && is_zero(value) { Look::Faint } else { Look::Plain }),
    (b"float", |value| match word(value).as_slice() {
        b"left" | b"right" | b"inline-start" | b"inline-end" => Look::Raised,
        _ => Look::Plain,
    }),
    (b"position", |value| match word(value).as_slice() {
        b"absolute" | b"fixed" | b"sticky" => Look::Raised,
        _ => Look::Plain,
    }),
    (b"color", color),
    (b"transform", faint_unless_none),
    (b"clip", faint_unless_none),
    (b"clip-path", faint_unless_none),
];

/// The colour of a text, in a style or as the attribute of a `font`.
pub(super) fn color(value: &[u8]) -> Look {
    let plain: Vec<u8> = value.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
    let value = plain.strip_suffix(b"!important").unwrap_or(&plain);
    let numbers = value.strip_suffix(b")").and_then(|value| value.split(|byte| *byte == b'(').nth(1));
    let parts: Vec<&[u8]> =
        numbers.map_or_else(Vec::new, |numbers| numbers.split(|byte| matches!(byte, b',' | b'/')).collect());
    let is_white = |part: &[u8]| matches!(part, b"255" | b"100%" | b"1");
    match value {
        b"transparent" => Look::Faint,
        _ if value.starts_with(b"rgba") && parts.get(3).is_some_and(|alpha| is_zero(alpha)) => Look::Faint,
        [b'#', .., b'0', b'0'] if value.len() == 9 => Look::Faint,
        [b'#', .., b'0'] if value.len() == 5 => Look::Faint,
        b"white" => Look::Pale,
        [b'#', digits @ ..] if digits.iter().take(6).all(|digit| *digit == b'f') => Look::Pale,
        _ if value.starts_with(b"rgb") && parts.len() > 2 && parts[..3].iter().all(|part| is_white(part)) => Look::Pale,
        _ => Look::Plain,
    }
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
    if is_through { Look::Struck } else { Look::Plain }
}

fn is_length(value: &[u8]) -> bool {
    value.first().is_some_and(|first| first.is_ascii_digit() || matches!(first, b'-' | b'+' | b'.'))
}

/// Whether a length or a part is nothing: `0`, `0px`, `0.0`.
fn is_zero(value: &[u8]) -> bool {
    !value
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || b"+-.".contains(byte))
        .any(|byte| (b'1'..=b'9').contains(byte))
}

/// Whether a size of letters is two pixels or points at most, or nothing in any unit.
fn is_tiny(value: &[u8]) -> bool {
    let end = value.iter().position(|byte| !byte.is_ascii_digit() && !b"+-.".contains(byte)).unwrap_or(value.len());
    let (number, unit) = value.split_at(end);
    let is_small =
        || std::str::from_utf8(number).ok().and_then(|number| number.parse::<f32>().ok()).is_some_and(|n| n <= 2.0);
    is_zero(number) || (matches!(word(unit).as_slice(), b"px" | b"pt") && is_small())
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
