//! Text from outside, as messages show it.

/// The start of a text from outside, short enough for a message, and with nothing in it that a terminal would
/// obey or that would turn the direction of reading.
pub(crate) fn clip(text: &str) -> String {
    clipped(text).collect()
}

pub(crate) fn clipped(text: &str) -> impl Iterator<Item = char> {
    const LONGEST: usize = 60;
    let start = text.chars().take(LONGEST).map(|c| if is_invisible(c) { '\u{fffd}' } else { c });
    start.chain(text.chars().nth(LONGEST).map(|_| '…'))
}

/// Control characters, marks of direction and spaces without width.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}
