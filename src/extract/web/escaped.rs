//! A page inside a script.

/// A string of a script as the text it stands for.
pub(crate) fn unescaped(script: &str) -> String {
    let mut plain = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let mut length = escape.chars().next().map_or(0, char::len_utf8);
        match escape.as_bytes().first() {
            Some(b'n' | b'r' | b't') => plain.push(' '),
            Some(b'u') => {
                let code = escape.get(1..5).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                if let Some(c) = code.and_then(char::from_u32) {
                    plain.push(c);
                    length = 5;
                }
            }
            Some(_) => plain.push_str(&escape[..length]),
            None => {}
        }
        rest = &escape[length..];
    }
    plain.push_str(rest);
    plain
}
