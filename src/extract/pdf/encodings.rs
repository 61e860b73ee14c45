//! Names and codes of characters in fonts without a table of their own.

/// The characters whose names are words.
const NAMES: [(&str, char); 50] = [
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("space", ' '),
    ("period", '.'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '-'),
    ("slash", '/'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("percent", '%'),
    ("plus", '+'),
    ("equal", '='),
    ("asterisk", '*'),
    ("numbersign", '#'),
    ("ampersand", '&'),
    ("at", '@'),
    ("underscore", '_'),
    ("question", '?'),
    ("exclam", '!'),
    ("quotesingle", '\''),
    ("quotedbl", '"'),
    ("bracketleft", '['),
    ("bracketright", ']'),
    ("less", '<'),
    ("greater", '>'),
    ("bar", '|'),
    ("emdash", '—'),
    ("endash", '–'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("periodcentered", '·'),
    ("yen", '¥'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("degree", '°'),
    ("nbspace", ' '),
    ("nonbreakingspace", ' '),
];

/// What the name of a digit ends with that looks otherwise and stands on the line all the same.
const STYLES: [&str; 9] = ["tnum", "lnum", "onum", "pnum", "lf", "tf", "osf", "tosf", "oldstyle"];

/// The character of a name.
///
/// Programs that name the glyphs of a font by their numbers may name one `1`; the name of the digit is `one`.
pub(super) fn character(name: &str) -> Option<char> {
    let name = name.split_once('.').filter(|(_, style)| STYLES.contains(style)).map_or(name, |(name, _)| name);
    let mut chars = name.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return Some(only).filter(char::is_ascii_alphabetic);
    }
    if let Some((_, c)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*c);
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let digits = Some(digits).filter(|digits| (4..=6).contains(&digits.len()))?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

/// What the codes of a simple font say where no name does.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Codes {
    /// They are those of its own glyphs.
    #[default]
    Own,
    /// They are those of signs, but for the space.
    Signs,
    Ascii,
    Windows,
    Macintosh,
}

impl Codes {
    /// The codes that PDF knows by this name.
    pub(super) fn named(name: &[u8]) -> Self {
        match name {
            b"WinAnsiEncoding" => Self::Windows,
            b"MacRomanEncoding" => Self::Macintosh,
            b"StandardEncoding" | b"PDFDocEncoding" => Self::Ascii,
            _ => Self::Own,
        }
    }

    pub(super) fn character(self, code: u32) -> Option<char> {
        /// The characters from 0x80 to 0x9f; a space where there is none.
        const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
        /// Signs with which reports leave a cell empty, and a space.
        const MACINTOSH: [(u32, char); 4] = [(0xca, ' '), (0xd0, '–'), (0xd1, '—'), (0xa5, '•')];
        match (self, code) {
            (Self::Own, _) => None,
            (_, 0x20) => Some(' '),
            (Self::Signs, _) => None,
            (_, 0x21..=0x7e) | (Self::Windows, 0xa0..=0xff) => char::from_u32(code),
            (Self::Windows, 0x80..=0x9f) => WINDOWS.chars().nth(code as usize - 0x80).filter(|c| *c != ' '),
            (Self::Macintosh, _) => MACINTOSH.iter().find(|(known, _)| *known == code).map(|(_, c)| *c),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Codes, character};

    #[test]
    fn codes_are_those_of_their_encoding() {
        for (encoding, code, expected) in [
            ("WinAnsiEncoding", 0x37, Some('7')),
            ("WinAnsiEncoding", 0x97, Some('—')),
            ("WinAnsiEncoding", 0xa0, Some('\u{a0}')),
            ("WinAnsiEncoding", 0x81, None),
            ("MacRomanEncoding", 0xd1, Some('—')),
            ("MacRomanEncoding", 0xd2, None),
            ("StandardEncoding", 0x37, Some('7')),
            ("MacExpertEncoding", 0x37, None),
        ] {
            assert_eq!(Codes::named(encoding.as_bytes()).character(code), expected, "{encoding} {code:x}");
        }
    }

    #[test]
    fn names_are_letters_words_or_numbers() {
        let cases = [
            ("A", Some('A')),
            ("7", None),
            ("seven", Some('7')),
            ("seven.tnum", Some('7')),
            ("seven.sups", None),
            ("uni4E00", Some('一')),
            ("u20000", Some('𠀀')),
            ("g12", None),
        ];
        for (name, expected) in cases {
            assert_eq!(character(name), expected, "{name}");
        }
    }
}
