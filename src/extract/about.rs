//! What the title of a report says: whose it is, and of which year.

use crate::{Body, Year};

/// The reporting body that a title names: `某某县人民政府2022年政府信息公开…`, `2019年某某市…`.
pub(super) fn body(title: &str) -> Option<Body> {
    body_in(title).map(Body::named)
}

/// The reporting year that a title names.
pub(super) fn year(title: &str) -> Option<Year> {
    let (before, _) = title.split_once('年')?;
    let digits: String = before.chars().rev().take_while(|c| c.is_ascii_digit() || c.is_whitespace()).collect();
    let digits: String = digits.chars().rev().filter(char::is_ascii_digit).collect();
    let year: i64 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    Year::new(year).ok()
}

fn body_in(title: &str) -> Option<String> {
    let (before, behind) = title.split_once('年')?;
    let before = before.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let behind = behind.trim_start_matches("度").trim_start();
    let end = ["政府信息公开", "信息公开"].iter().find_map(|words| behind.find(words))?;
    let name = if before.trim_start_matches("关于").trim().is_empty() { &behind[..end] } else { before };
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let name = name.trim_start_matches("关于").trim_end_matches("关于");
    (!name.is_empty()).then(|| name.to_owned())
}
