//! Which period words say that figures count: a year, this year, or another time.

use super::another::YEARS;
use super::fold::{Folded, is_numeral};
use super::months::{are_part_of_year, is_of_months};
use super::title::{self, is_year};
use super::vocabulary::is_punctuation;
use crate::value::Year;

/// The period that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    /// 2022年.
    Year(Year),
    /// 本年: the year of the report, whichever that is.
    This,
    /// 上年, 1-6月, 增减: not the year of the report, whichever that is.
    Other,
}

/// The year of the report.
const THIS: [&str; 4] = ["本年", "今年", "当年", "本期"];

/// What stands for another year, for several or for their difference, and names none.
const OTHER: [&str; 14] = [
    "同期",
    "上年同期",
    "去年同期",
    "增减",
    "增减变化",
    "增减情况",
    "同比",
    "同比增减",
    "比上年增减",
    "较上年增减",
    "与上年相比",
    "变化",
    "增幅",
    "累计",
];

/// The period that a text names if it says hardly more, whole or in the brackets at its end: 2022年, 上年度情况, 2023年1-6月,
/// 申请人情况（2022年）.
pub(crate) fn named(text: &str) -> Option<Period> {
    /// Every text that names a period has one of these characters, and most texts have none.
    const MARKS: [char; 7] = ['年', '月', '季', '期', '增', '变', '累'];
    if !text.contains(MARKS) && !text.contains("同比") {
        return None;
    }
    let folded: String = Folded::of(text).chars.into_iter().collect();
    let line = folded.trim_matches(is_punctuation);
    let behind = || {
        let (_, inside) = folded.strip_suffix(')')?.rsplit_once('(')?;
        if is_year(inside) { of_year(inside) } else { of_words(inside) }
    };
    of_words(line).or_else(|| of_year(line)).or_else(behind)
}

/// The period of words without a year.
fn of_words(text: &str) -> Option<Period> {
    const BEHIND: [&str; 6] = ["情况", "数据", "数", "度", "份", "表"];
    let mut words = text;
    while let Some(rest) = BEHIND.iter().find_map(|behind| words.strip_suffix(behind)) {
        words = rest;
    }
    let is_one_of = |all: &[&str]| all.contains(&words) || all.contains(&text);
    match words {
        _ if is_one_of(&THIS) => Some(Period::This),
        _ if is_one_of(&YEARS) || is_one_of(&OTHER) || is_part_of_year(words) => Some(Period::Other),
        _ => None,
    }
}

/// The period of a line with a year in it.
fn of_year(line: &str) -> Option<Period> {
    let (before, behind) = line.split_once('年')?;
    let is_part = are_part_of_year(behind);
    // Months from one to another say no more than a year does.
    let rest: String = behind.chars().filter(|c| is_part.is_none() || !is_of_months(*c)).collect();
    let year = title::year_alone(&format!("{before}年{rest}"))?;
    let names_part = || (behind.contains(['月', '季']) || behind.contains("半年")) && !behind.contains('日');
    Some(if is_part.unwrap_or_else(names_part) { Period::Other } else { Period::Year(year) })
}

/// Whether words name nothing but a part of the year: 1-6月, 第一季.
fn is_part_of_year(words: &str) -> bool {
    let quarter = words.strip_suffix('季').map(|text| text.strip_prefix('第').unwrap_or(text));
    let is_quarter = quarter.is_some_and(|quarter| !quarter.is_empty() && quarter.chars().all(is_numeral));
    is_quarter || (words.chars().all(is_of_months) && are_part_of_year(words) == Some(true))
}

#[cfg(test)]
mod tests {
    use super::{Period, named};
    use crate::value::Year;

    #[test]
    fn words_name_a_period_if_they_say_hardly_more() {
        let year = |year: i64| Year::new(year).map(Period::Year).ok();
        for (text, period) in [
            ("2022年", year(2022)),
            ("（２０２２年度）", year(2022)),
            ("附：2022年情况", year(2022)),
            ("2023年1-12月", year(2023)),
            ("2024年1月15日", year(2024)),
            ("申请人情况（2022年）", year(2022)),
            ("本年", Some(Period::This)),
            ("本年度情况：", Some(Period::This)),
            ("上年度情况", Some(Period::Other)),
            ("申请人情况（上年）", Some(Period::Other)),
            ("同期", Some(Period::Other)),
            ("增减", Some(Period::Other)),
            ("2023年1-6月", Some(Period::Other)),
            ("2023年1～6月", Some(Period::Other)),
            ("2023年1～12月", year(2023)),
            ("2023年1至12月", year(2023)),
            ("2023年1月—12月", year(2023)),
            ("2023年一月至十二月", year(2023)),
            ("2023年11-12月", Some(Period::Other)),
            ("2023年1月1日至6月30日", Some(Period::Other)),
            ("2023年1月1日至12月31日", year(2023)),
            ("2023年1-2月", Some(Period::Other)),
            ("一月至三月", Some(Period::Other)),
            ("1月至11月", Some(Period::Other)),
            ("1-12月", None),
            ("1至12月", None),
            ("1月-12月", None),
            ("（1～12月）", None),
            ("（1—12月份）", None),
            ("一月至十二月", None),
            ("1-6月份", Some(Period::Other)),
            ("第一季度", Some(Period::Other)),
            // Words of the form, notes and sentences name none.
            ("上一年项目数量（指2019年事项数）", None),
            ("本年增/减", None),
            ("二、上年结转政府信息公开申请数量", None),
            ("现行有效件数（历史累计）", None),
            ("合计", None),
            ("2022年，全县共收到申请46件。", None),
        ] {
            assert_eq!(named(text), period, "{text}");
        }
    }
}
