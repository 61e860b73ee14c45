//! Text from outside, as messages show it.

/// The start of a text from outside, short enough for a message, and with nothing in it that a terminal would
/// obey or that would turn the direction of reading.
pub(crate) fn clip(text: &str) -> String {
    clipped(text).collect()
}

pub(crate) fn clipped(text: &str) -> impl Iterator<Item = char> {
    const LONGEST: usize = 60;
    start(text, LONGEST)
}

/// The first characters of a text, and a sign if there are more.
pub(crate) fn start(text: &str, longest: usize) -> impl Iterator<Item = char> {
    visible(text).take(longest).chain(text.chars().nth(longest).map(|_| '…'))
}

/// A text with a mark for each character that cannot be seen.
pub(crate) fn visible(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|c| if is_invisible(c) { '\u{fffd}' } else { c })
}

/// Control characters, separators of lines and paragraphs, marks of direction and spaces without width.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::clip;

    #[test]
    fn nothing_turns_or_breaks_a_line() {
        for c in ['\n', '\u{1b}', '\u{61c}', '\u{200e}', '\u{2028}', '\u{2029}', '\u{202e}', '\u{2066}', '\u{feff}'] {
            assert_eq!(clip(&format!("某{c}局")), "某\u{fffd}局", "{c:?}");
        }
        assert_eq!(clip(&"某".repeat(61)), "某".repeat(60) + "…");
    }
}
