//! What a title says: the body and the year.

use std::ops::Range;

use crate::value::fold::simplified;
use crate::value::{Body, Year, digits};

/// The reporting body that a title names: `某某县人民政府2022年政府信息公开…`, `2019年某某市…`.
pub(crate) fn body(title: &str) -> Option<Body> {
    let (year, _) = year_in(title)?;
    let before = title[..year.start].trim_end();
    let behind = title[year.end..].trim_start_matches('年').trim_start_matches("度").trim_start();
    let end = ["政府信息公开", "信息公开"].iter().find_map(|words| find(behind, words))?;
    let before = without_clock(before);
    let name = if without_about(before.trim()).is_empty() { &behind[..end] } else { before };
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    Some(without_about(&name)).filter(|name| !name.is_empty()).map(Body::named)
}

/// The reporting year that a title names, in Arabic, full-width or Chinese numerals.
pub(crate) fn year(title: &str) -> Option<Year> {
    Year::new(year_in(title)?.1).ok()
}

/// Bytes of the shortest title.
pub(crate) const SHORTEST_TITLE: usize = "2024年信息公开报告".len();

/// Whether a line is a title by itself: short, no sentence, and naming a report on open government information and its
/// year.
pub(crate) fn is_title(line: &str) -> bool {
    /// Characters of the longest title.
    const LONGEST: usize = 70;
    // The last character of 报告 has no other form, and nearly no line holds it.
    if !line.contains('告') {
        return false;
    }
    let line: String = line.trim().chars().map(simplified).collect();
    line.contains("信息公开")
        && line.contains("报告")
        && line.chars().nth(LONGEST).is_none()
        && !line.contains(['。', '，', '；', '、', '“', '《'])
        && year(&line).is_some()
}

/// The year of a line that says hardly more: 2022年, 2022年度数据, 附：2022年情况.
pub(crate) fn year_alone(line: &str) -> Option<Year> {
    /// Characters beside the year.
    const OTHERS: usize = 6;
    let (at, _) = year_in(line)?;
    let others = line[..at.start].chars().chain(line[at.end..].chars());
    (others.take(OTHERS + 1).count() <= OTHERS).then(|| year(line)).flatten()
}

/// Where a title names a year of four digits, 年 left out, and the year.
fn year_in(title: &str) -> Option<(Range<usize>, i64)> {
    title.match_indices('年').find_map(|(end, _)| {
        let (mut start, mut digits, mut number, mut power) = (end, 0, 0, 1);
        let mut is_chinese = None;
        for (at, c) in title[..end].char_indices().rev() {
            match digit(c).filter(|(_, chinese)| *chinese == *is_chinese.get_or_insert(*chinese)) {
                Some((digit, _)) if digits < 4 => {
                    (start, digits, number, power) = (at, digits + 1, number + digit * power, power * 10);
                }
                None if c.is_whitespace() => {}
                Some(_) => return None,
                None => break,
            }
        }
        (digits == 4).then_some((start..end, number))
    })
}

/// The value of a digit, and whether it is a Chinese one.
fn digit(c: char) -> Option<(i64, bool)> {
    let chinese = || if c == 'Ｏ' { Some(0) } else { digits::chinese_digit(c) };
    let arabic = digits::digit(c).map(|digit| (digit.into(), false));
    arabic.or_else(|| chinese().map(|digit| (digit.into(), true)))
}

/// Where words begin in a text, whose characters may be traditional ones.
fn find(text: &str, words: &str) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).find(|&at| behind(&text[at..], words).is_some())
}

/// What follows words that a text begins with.
fn behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let is_there = words.chars().all(|word| rest.next().map(simplified) == Some(word));
    is_there.then_some(rest.as_str())
}

/// A name without the date and the time that a browser prints before the title in the head of each page: `11/28/26, 1:46 PM`.
fn without_clock(name: &str) -> &str {
    const HALVES: [&str; 4] = ["上午", "下午", "AM", "PM"];
    let is_of_clock = |word: &str| {
        let digits = HALVES.iter().find_map(|half| word.strip_prefix(half)).unwrap_or(word);
        let is_of_digits = digits.bytes().all(|byte| byte.is_ascii_digit() || b"/:.-,".contains(&byte));
        HALVES.contains(&word) || (is_of_digits && digits.contains(['/', ':']))
    };
    let mut name = name.trim_start();
    while let Some(word) = name.split_whitespace().next().filter(|word| is_of_clock(word)) {
        name = name[word.len()..].trim_start();
    }
    name
}

/// A name without 关于 around it.
fn without_about(name: &str) -> &str {
    const ABOUT: &str = "关于";
    let mut name = name;
    while let Some(rest) = behind(name, ABOUT) {
        name = rest;
    }
    while let Some((end, _)) = name.char_indices().nth_back(1).filter(|(end, _)| behind(&name[*end..], ABOUT).is_some())
    {
        name = &name[..end];
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{body, is_title, year};
    use crate::value::Year;

    #[test]
    fn a_title_names_body_and_year() {
        for (title, named) in [
            ("某某县人民政府2022年政府信息公开工作年度报告", (2022, "某某县人民政府")),
            ("2 0 1 9 年度某某市民政局政府信息公开工作报告", (2019, "某某市民政局")),
            ("某某区少年宫二〇二三年政府信息公开年度报告", (2023, "某某区少年宫")),
            ("某某镇二○二一年度政府信息公开工作年度报告", (2021, "某某镇")),
            ("第一2021年政府信息公开工作年度报告", (2021, "第一")),
            ("某某局２０２４年政府信息公开工作年度报告", (2024, "某某局")),
            ("白石縣人民政府2023年政府信息公開工作年度報告", (2023, "白石縣人民政府")),
            ("關於白石縣2023年度政府信息公開工作的報告", (2023, "白石縣")),
            ("2023年⽩⽯县政府信息公开⼯作年度报告", (2023, "⽩⽯县")),
            ("11/28/26, 1:46 PM 白石县 2023 年政府信息公开工作年度报告", (2023, "白石县")),
            ("2024/1/15 下午3:05 白石县2023年政府信息公开工作年度报告", (2023, "白石县")),
        ] {
            assert_eq!(year(title).map(Year::number), Some(named.0), "{title}");
            assert_eq!(body(title).map(|body| body.name).as_deref(), Some(named.1), "{title}");
            assert!(is_title(title), "{title}");
        }
        assert_eq!(year("第12024年报告"), None);
        assert!(!is_title("与2022年政府信息公开工作年度报告相比，今年"));
    }
}
