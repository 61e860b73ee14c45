//! A page inside a script.

/// The pages in a script: the strings that hold whole tables, or the script, if its tables are in one or in none.
pub(crate) fn pages(script: &str) -> Vec<String> {
    let mut strings: Vec<String> = Vec::new();
    let (mut from, mut is_escaped) = (0, false);
    let ends = script.bytes().enumerate().filter_map(|(at, byte)| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end.then_some(at)
    });
    for end in ends.chain([script.len()]) {
        let string = &script[from..end];
        if string.len() >= "<table></table>".len() {
            strings.push(unescaped(string));
        }
        from = end + 1;
    }
    strings.retain(|string| table_in(string).zip(find(string, "</table")).is_some_and(|(start, end)| start < end));
    if strings.len() > 1 { strings } else { vec![unescaped(script)] }
}

/// Where the first table of a text begins.
pub(crate) fn table_in(text: &str) -> Option<usize> {
    find(text, "<table")
}

/// Where a text has the start of a tag, in letters of any case.
fn find(text: &str, tag: &str) -> Option<usize> {
    let is_there = |at: &usize| {
        let found = text.as_bytes().get(*at..*at + tag.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(tag.as_bytes()))
    };
    text.match_indices('<').map(|(at, _)| at).find(is_there)
}

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
