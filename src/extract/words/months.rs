//! Months that words name from one to another.

use super::fold::is_numeral;

/// Signs and words between two months.
const JOINS: [char; 6] = ['-', '~', '〜', '至', '到', '/'];

/// The first and the last month of a year.
const WHOLE: [usize; 2] = [1, 12];

/// Whether folded words name months from one to another, `1-6月`, `1月1日至6月30日`, that are not all of a year; `None` if they name none.
pub(crate) fn are_part_of_year(words: &str) -> Option<bool> {
    const NUMERALS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    // No month is 0, so what is no number is part of a year.
    let month = |number: &str| match NUMERALS.iter().position(|numeral| *numeral == number) {
        Some(at) => at + 1,
        None => number.parse().unwrap_or(0),
    };
    let without_day = |part: &str| match part.strip_suffix('日') {
        Some(date) => date.trim_end_matches(is_numeral).to_owned(),
        None => part.to_owned(),
    };
    let months: String = words.split_inclusive('日').map(without_day).collect();
    let (months, _) = months.rsplit_once('月')?;
    let (first, last) = months.split_at(months.trim_end_matches(is_numeral).len());
    let first = first.strip_suffix(JOINS)?;
    let first = first.strip_suffix('月').unwrap_or(first);
    let first = &first[first.trim_end_matches(is_numeral).len()..];
    (!first.is_empty() && !last.is_empty()).then(|| [month(first), month(last)] != WHOLE)
}

/// Whether a character is one of months from one to another.
pub(crate) fn is_of_months(c: char) -> bool {
    is_numeral(c) || JOINS.contains(&c) || matches!(c, '月' | '日')
}

#[cfg(test)]
mod tests {
    use super::are_part_of_year;

    #[test]
    fn months_are_a_year_if_they_are_all_of_it() {
        for (words, expected) in [
            ("1-6月", Some(true)),
            ("1~6月", Some(true)),
            ("2023年度1月至11月", Some(true)),
            ("一月-三月", Some(true)),
            ("1月1日至6月30日", Some(true)),
            ("11-12月", Some(true)),
            ("1-12月", Some(false)),
            ("1~12月份", Some(false)),
            ("01月至12月", Some(false)),
            ("一月至十二月", Some(false)),
            ("1月1日至12月31日", Some(false)),
            ("6月", None),
            ("1月15日", None),
            ("第一季度", None),
            ("月", None),
            ("", None),
        ] {
            assert_eq!(are_part_of_year(words), expected, "{words}");
        }
    }
}
