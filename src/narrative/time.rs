//! Whether words put a number into another time than the year of the report.

use crate::narrative::stream::PARTS_CLAUSES;

/// Words by which a number is of another year, of more than one, or of a part of one.
const OTHER_YEARS: &[&str] = &[
    "上年",
    "上一年",
    "去年",
    "往年",
    "历年",
    "以来",
    "至今",
    "近年",
    "期间",
    "上半年",
    "下半年",
    "季度",
    "截至目前",
    "截止目前",
    "目前共",
    "目前累计",
    "迄今",
    "历史",
    "当月",
    "本月",
    "当日",
    "当天",
    "一天",
    "当季",
    "近一年",
    "过去一年",
    "改革前",
    "比20",
    "较20",
    "与20",
];
/// Words by which a count runs up to a day, from one that is not said if it is also called 累计.
const AS_OF: &[&str] = &["截至", "截止", "年底", "年末", "到20"];
/// Days up to which a year is counted.
const ENDS_OF_YEAR: &[&str] = &["12月", "１２月", "十二月", "年底", "年末"];
/// Words by which a clause of its own, 近三年来， puts what follows it into another time.
const LEADS: &[&str] = &["年", "年度", "年来", "以来", "年间", "期间", "至今", "季度", "同期", "目前"];
/// Words of the year itself.
const OWN_YEAR: &[&str] = &["今年", "本年", "全年", "一年来", "报告期间", "统计期间"];
/// What joins the ends of a range: 1至6月, 2021—2023年.
const RANGES: &[char] = &['至', '到', '—', '–', '-', '－', '～', '~'];
/// What joins two years whose sum a number may be.
const JOINS: &[char] = &['、', '和', '与', '及'];

/// Whether a number with these words before it is of another time.
pub(crate) fn is_other(words: &str) -> bool {
    OTHER_YEARS.iter().any(|word| words.contains(word))
        || has_several_years(words)
        || has_months(words, false)
        || is_as_of_another_day(words)
}

/// Whether words say up to which day counts run.
pub(crate) fn is_as_of(words: &str) -> bool {
    AS_OF.iter().any(|word| words.contains(word)) && !words.contains("1月1日")
}

/// Whether words say that counts run up to another day than the last of a year.
fn is_as_of_another_day(words: &str) -> bool {
    ["截至", "截止"].iter().any(|word| words.contains(word)) && !ENDS_OF_YEAR.iter().any(|word| words.contains(word))
}

/// Whether a count that runs up to a day may be that of more than the year: 截至2024年底，累计收到.
pub(crate) fn is_cumulative(words: &str) -> bool {
    words.contains("累计") && !["年内", "本年度"].iter().chain(OWN_YEAR).any(|word| words.contains(word))
}

/// Whether words put all that follows them in the sentence into another time.
pub(crate) fn leads_elsewhere(words: &str) -> bool {
    let Some((leads, _)) = words.rsplit_once(PARTS_CLAUSES) else { return has_months(words, true) };
    let is_other = |clause: &str| {
        is_as_of_another_day(clause)
            || clause.ends_with(['月', '份', '日', '底', '末']) && has_months(clause, false)
            || LEADS.iter().any(|lead| clause.ends_with(lead))
                && !OWN_YEAR.iter().any(|word| clause.contains(word))
                && (OTHER_YEARS.iter().any(|word| clause.contains(word)) || has_several_years(clause))
    };
    leads.split(PARTS_CLAUSES).any(is_other) || has_months(words, true)
}

/// Whether a year that begins at a character is the end of a range or of a list of years.
pub(crate) fn is_one_of_several_years(chars: &[(usize, char)], year: usize) -> bool {
    let before = |back: usize| year.checked_sub(back).and_then(|at| chars.get(at)).map(|&(_, c)| c);
    before(1).is_some_and(|c| RANGES.contains(&c) || JOINS.contains(&c))
        && before(2).is_some_and(|c| is_numeral(c) || matches!(c, '年' | '度'))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇零一二三四五六七八九十".contains(c)
}

/// 三年, 近5年, 多年; but not 2024年, 二〇二四年, 一年.
fn has_several_years(words: &str) -> bool {
    let mut last = [' '; 2];
    for c in words.chars() {
        let [before, number] = last;
        let is_several = "23456789".contains(number) || "两二三四五六七八九十几数多".contains(number);
        if c == '年' && is_several && !is_numeral(before) {
            return true;
        }
        last = [number, c];
    }
    false
}

/// Whether a month other than December is named: if it must be the end of a range, as in 1至6月 and 截至6月底, and
/// otherwise any but 1月1日.
fn has_months(words: &str, must_end_a_range: bool) -> bool {
    let chars: Vec<char> = words.chars().collect();
    let mut in_range = false;
    for (at, &c) in chars.iter().enumerate() {
        in_range |= RANGES.contains(&c) || c == '截';
        if c != '月' || at == 0 || !is_numeral(chars[at - 1]) {
            continue;
        }
        let month: String = chars[at.saturating_sub(2)..at].iter().collect();
        // 12月31日 ends the year, and so does 1至12月; 12月 alone is a month.
        let ends_year = chars.get(at + 1).is_some_and(|&c| is_numeral(c) || matches!(c, '底' | '末'));
        let is_december = ["12", "１２", "十二"].contains(&month.as_str()) && (in_range || ends_year);
        let is_first_day = !is_numeral(chars[at.saturating_sub(2)])
            && matches!(chars[at - 1], '1' | '１' | '一')
            && chars.get(at + 2) == Some(&'日');
        if !is_december && !is_first_day && (in_range || !must_end_a_range) {
            return true;
        }
    }
    false
}
