//! Lines that print the number of a page.

use crate::extract::model::MARK;

/// How a line prints the number of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageNumber {
    /// As nothing else is printed: `- 3 -`, `第3页`, `3/12页`.
    Marked,
    /// As figures are, too: `3`, `3 / 12`. Only its place on the page tells.
    Bare,
}

/// How a line prints the number of a page, if it may be one: digits with hardly more than signs around them.
pub(crate) fn page_number(line: &str) -> Option<PageNumber> {
    /// Digits of the number of a page and of their count.
    const DIGITS: usize = 6;
    const DASHES: [char; 9] = ['-', '－', '–', '—', '―', '·', '~', '～', '*'];
    // Nearly every line has something else.
    let is_of_number = |c: char| {
        c.is_numeric() || c.is_whitespace() || DASHES.contains(&c) || c == MARK || "第页頁共/／,，".contains(c)
    };
    if !line.chars().all(is_of_number) || !(1..=DIGITS).contains(&line.chars().filter(|c| c.is_numeric()).count()) {
        return None;
    }
    let line = line.trim();
    let inner = line.trim_matches(DASHES);
    let is_dashed = line.starts_with(DASHES) && line.ends_with(DASHES);
    // The stars of Markdown stand right at what they make bold.
    if is_dashed && line.starts_with('*') && !inner.starts_with(char::is_whitespace) {
        return None;
    }
    let is_between = is_dashed && inner.trim().chars().all(char::is_numeric);
    let is_named = line.contains(['页', '頁']) && (line.starts_with('第') || line.contains(['/', '／']));
    Some(if is_between || is_named { PageNumber::Marked } else { PageNumber::Bare })
}

#[cfg(test)]
mod tests {
    use super::{PageNumber, page_number};

    #[test]
    fn numbers_of_pages_have_no_words() {
        use PageNumber::{Bare, Marked};
        for (line, expected) in [
            ("- 3 -", Some(Marked)),
            ("—3—", Some(Marked)),
            ("* 3 *", Some(Marked)),
            ("－ ３ －", Some(Marked)),
            ("第 3 页 共 6 页", Some(Marked)),
            ("第3页/12", Some(Marked)),
            ("3", Some(Bare)),
            ("3/6", Some(Bare)),
            ("-3", Some(Bare)),
            ("†3†", Some(Bare)),
            ("**447**", None),
            ("*3*", None),
            ("规章 0", None),
            ("1234567", None),
            ("-", None),
            ("", None),
        ] {
            assert_eq!(page_number(line), expected, "{line}");
        }
    }
}
