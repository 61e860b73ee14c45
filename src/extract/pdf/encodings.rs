//! Names of characters in fonts without a table of their own.

/// The characters whose names are words.
const NAMES: [(&str, char); 45] = [
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
];

/// The character of a name.
pub(super) fn character(name: &str) -> Option<char> {
    let mut chars = name.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return Some(only);
    }
    if let Some((_, c)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*c);
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let digits = Some(digits).filter(|digits| (4..=6).contains(&digits.len()))?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn names_are_letters_words_or_numbers() {
        let cases =
            [("A", Some('A')), ("seven", Some('7')), ("uni4E00", Some('一')), ("u20000", Some('𠀀')), ("g12", None)];
        for (name, expected) in cases {
            assert_eq!(character(name), expected, "{name}");
        }
    }
}
