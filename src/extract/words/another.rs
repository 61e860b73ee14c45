//! Words that make of what they stand beside another thing than the form counts: another unit, a share, another scope or year.

use super::months::are_part_of_year;
use crate::form::Unit;
use crate::value::digits::{chinese_digit, chinese_power};

/// Another unit, or a share.
const UNITS: [char; 5] = ['元', '%', '率', '占', '比'];

/// Other years.
pub(crate) const YEARS: [&str; 9] = ["上年", "上一年", "去年", "前年", "往年", "历年", "上期", "上半年", "下半年"];

/// Other scopes.
const SCOPES: [&str; 7] = ["其中", "不含", "不包括", "除", "下级", "下属", "累计"];

/// Whether a text names another unit, share, scope or year.
pub(crate) fn is_another(text: &str) -> bool {
    text.contains(UNITS)
        || has_multiple(text)
        || YEARS.iter().chain(&SCOPES).any(|word| text.contains(word))
        || are_part_of_year(text) == Some(true)
}

/// Whether a character multiplies a unit.
pub(crate) fn is_multiple(c: char) -> bool {
    chinese_power(c).is_some()
}

/// Whether a character may make of a label that it stands in another one: another unit, or a share.
pub(crate) fn is_of_unit(c: char) -> bool {
    UNITS.contains(&c) || is_multiple(c)
}

/// Whether a text has a multiple of a unit, 十件, 三百件, 万元. A number that counts no unit has none: 第十四条, 二十日内.
fn has_multiple(text: &str) -> bool {
    let is_of_number = |c: char| chinese_digit(c).is_some() || is_multiple(c);
    let mut rest = text;
    while let Some(at) = rest.find(is_of_number) {
        let behind = rest[at..].trim_start_matches(is_of_number);
        let number = &rest[at..rest.len() - behind.len()];
        let counts_units = || Unit::WORDS.iter().any(|(unit, _)| behind.starts_with(unit));
        let is_multiple_of = number.chars().all(is_multiple) || (number.contains(is_multiple) && counts_units());
        if is_multiple_of && !rest[..at].ends_with('第') {
            return true;
        }
        rest = behind;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_another;

    #[test]
    fn words_name_another_unit_share_scope_or_year() {
        for (text, expected) in [
            ("十件", true),
            ("百件", true),
            ("三百件", true),
            ("以万计", true),
            ("单位:万元", true),
            ("仟件", true),
            ("占比", true),
            ("上年", true),
            ("往年", true),
            ("其中", true),
            ("除公安外", true),
            ("1-6月", true),
            ("上半年", true),
            ("1-12月", false),
            ("含简易程序", false),
            ("件", false),
            ("依据第十四条", false),
            ("二十日内", false),
        ] {
            assert_eq!(is_another(text), expected, "{text}");
        }
    }
}
