//! What the title of a page says: whose report it is, and of which year.

use crate::Year;

/// What the title says.
#[derive(Default)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) body: Option<String>,
    pub(super) year: Option<Year>,
}

/// Reads the first line that is the title of an annual report.
pub(super) fn about(text: &str) -> About {
    /// Lines in which a title is looked for, and the characters of the longest.
    const LINES: usize = 400;
    const LONGEST: usize = 80;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    let mut titles = lines.filter(|line| {
        line.chars().count() <= LONGEST
            && line.contains("信息公开")
            && line.contains("报告")
            && !line.contains(['。', '；'])
    });
    let Some(line) = titles.find(|line| year_in(line).is_some()) else { return About::default() };
    let title: String = line.trim_start_matches(['#', '*', ' ']).trim_end_matches(['*', ' ']).to_owned();
    let year = year_in(&title);
    About { body: body_in(&title), title: Some(title), year: year.and_then(|(_, year)| Year::new(year).ok()) }
}

/// The digits of a year and their number, where 年 stands behind them.
fn year_in(title: &str) -> Option<(String, i64)> {
    let behind = title.find('年').map(|at| &title[..at])?;
    let digits: String = behind.chars().rev().take_while(|c| c.is_ascii_digit() || c.is_whitespace()).collect();
    let digits: String = digits.chars().rev().filter(char::is_ascii_digit).collect();
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    Some((digits, year))
}

/// The name before or behind the year: `某某县人民政府2022年政府信息公开…`, `2019年某某市…`.
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
