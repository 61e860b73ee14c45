//! Titles among the lines of a page.

use crate::narrative::passages::title;
use crate::value::Year;
use crate::value::fold::simplified;

/// Bytes of the shortest title.
pub(crate) const SHORTEST_TITLE: usize = "2024年信息公开年报".len();

/// Whether a line is a title by itself: short, no sentence, and naming a report on open government information and its
/// year.
pub(crate) fn is_title(line: &str) -> bool {
    /// Characters of the longest title.
    const LONGEST: usize = 70;
    // Nearly no line holds it.
    if !line.contains(['报', '報']) {
        return false;
    }
    let line: String = line.trim().chars().map(simplified).collect();
    line.contains("信息公开")
        && (line.contains("报告") || line.contains("年报"))
        && line.chars().nth(LONGEST).is_none()
        && !line.contains(['。', '，', '；', '、', '“', '《'])
        && title::read(&line).year.is_some()
}

/// The year of a line that says hardly more: 2022年, 2022年度数据, 附：2022年情况.
pub(crate) fn year_alone(line: &str) -> Option<Year> {
    /// Characters beside the year.
    const OTHERS: usize = 6;
    let (at, year) = if line.contains('年') { title::first_year(line)? } else { return None };
    let others = line[..at.start].chars().chain(line[at.end..].chars());
    (others.take(OTHERS + 1).count() <= OTHERS).then(|| Year::new(year).ok()).flatten()
}

/// Whether a text is a year from its first character to its last: 2022年度, not 指2019年事项数.
pub(crate) fn is_year(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.trim_end_matches('度').ends_with('年')
}

#[cfg(test)]
mod tests {
    use super::{is_title, year_alone};
    use crate::value::Year;

    #[test]
    fn a_title_is_a_line_with_the_name_and_the_year_of_a_report() {
        for (line, expected) in [
            ("某某县人民政府2022年政府信息公开工作年度报告", true),
            ("2 0 1 9 年度某某市民政局政府信息公开工作报告", true),
            ("白石縣人民政府2023年政府信息公開工作年度報告", true),
            ("2023年⽩⽯县政府信息公开⼯作年度报告", true),
            ("某某县政府信息公开工作年度报告（2023年度）", true),
            ("2023年某某县政府信息公开年报", true),
            ("某某县政府信息公开工作年度报告", false),
            ("与2022年政府信息公开工作年度报告相比，今年", false),
        ] {
            assert_eq!(is_title(line), expected, "{line}");
        }
    }

    #[test]
    fn a_line_may_say_nothing_but_a_year() {
        for (line, year) in [("2022年", 2022), ("附：2022年情况", 2022), ("2022年1-6月", 2022), ("第12024年报告", 0)]
        {
            assert_eq!(year_alone(line).map_or(0, Year::number), year, "{line}");
        }
    }
}
