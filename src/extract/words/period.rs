//! Which period words say that figures count: a year, this year, or another time.

use super::fold::Folded;
use super::title;
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

/// Other years, parts of a year, and what compares years.
const OTHER: [&str; 22] = [
    "上年",
    "去年",
    "前年",
    "往年",
    "历年",
    "上期",
    "同期",
    "上年同期",
    "去年同期",
    "上半年",
    "下半年",
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
        // （2022年）, not （指2019年事项数）.
        let is_year = inside.starts_with(|c: char| c.is_ascii_digit()) && inside.trim_end_matches('度').ends_with('年');
        if is_year { of_year(inside) } else { of_words(inside) }
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
        _ if is_one_of(&OTHER) || is_of_months(words) => Some(Period::Other),
        _ => None,
    }
}

/// The period of a line with a year in it.
fn of_year(line: &str) -> Option<Period> {
    /// A year by its months.
    const WHOLE: [&str; 3] = ["1-12月", "1月-12月", "1至12月"];
    let year = title::year_alone(line)?;
    let (_, behind) = line.split_once('年')?;
    let is_part = (behind.contains(['月', '季']) || behind.contains("半年")) && !behind.contains('日');
    let is_whole = WHOLE.iter().any(|whole| behind.contains(whole));
    Some(if is_part && !is_whole { Period::Other } else { Period::Year(year) })
}

/// Whether words name a part of the year: 1-6月, 第一季.
fn is_of_months(words: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let is_number = |text: &str| !text.is_empty() && text.chars().all(number);
    let quarter = words.strip_suffix('季').map(|text| text.strip_prefix('第').unwrap_or(text));
    let months = words.strip_suffix('月').and_then(|text| text.split_once(['-', '至', '~']));
    quarter.is_some_and(is_number)
        || months.is_some_and(|(first, last)| is_number(first.trim_end_matches('月')) && is_number(last))
            && !words.starts_with("1-12")
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
