//! The ends of a report: its title above, name and date below.

use crate::narrative::words::list::words;
use std::ops::Range;

use crate::narrative::words::fold::fold;

/// The title: a line, or two that belong together, near the start.
pub(super) fn title(text: &str) -> Option<Range<usize>> {
    const LINES: usize = 12;
    const LONGEST: usize = 70;
    let is_title = |words: &str| {
        let plain: String = words.chars().take(LONGEST + 1).filter(|c| !is_decoration(*c)).map(fold).collect();
        words.chars().nth(LONGEST).is_none()
            && plain.contains("信息公开")
            && plain.contains("年")
            && plain.contains("报告")
            && !plain.contains(['。', '，', '；'])
            && plain
                .trim_end_matches(['）', ')'])
                .ends_with(['告', '度', '年', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    };
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_matches(is_decoration);
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start_matches(is_decoration).len());
            lines.push(start..start + trimmed.len());
        }
        at += line.len();
        if lines.len() == LINES {
            break;
        }
    }
    let one = lines.iter().position(|line| is_title(&text[line.clone()]) && !is_breadcrumb(&text[line.clone()]));
    let one = one.map(|at| {
        let title = lines[at].clone();
        // A title that begins with the year has the name of the body on the line before.
        let name = at.checked_sub(1).map(|before| lines[before].clone());
        let begins = text[title.clone()].starts_with(|c: char| c.is_ascii_digit() || c == '二' || c == '年');
        match name.filter(|name| begins && is_name(&text[name.clone()])) {
            Some(name) => name.start..title.end,
            None => title,
        }
    });
    let two = || {
        let mut pairs = lines.windows(2).map(|pair| pair[0].start..pair[1].end);
        pairs.find(|pair| is_title(&text[pair.clone()]))
    };
    one.or_else(two)
}

/// White space, and the marks of a heading in Markdown.
pub(super) fn is_decoration(c: char) -> bool {
    c.is_whitespace() || matches!(c, '#' | '*' | '\u{feff}' | '\u{200b}')
}

/// Whether a line says where on a website the page is.
fn is_breadcrumb(line: &str) -> bool {
    line.contains(['>', '»', '›', '＞', '→']) || ["当前位置", "您的位置", "首页"].iter().any(|word| line.contains(word))
}

/// Whether a line is the name of a body and nothing else.
fn is_name(line: &str) -> bool {
    const LONGEST: usize = 40;
    const ENDS: &[&str] = words!("政府 办公室 办公厅 委员会 管委会 办事处 局 厅 委 镇 乡 街道 中心 院");
    line.chars().nth(LONGEST).is_none()
        && !line.contains(|c: char| c.is_ascii() || "。；，：、？《》|".contains(c))
        && ENDS.iter().any(|end| line.ends_with(end))
}

/// Where the name of the body and the date below the last section begin.
pub(super) fn signature(text: &str) -> Option<usize> {
    const LONGEST: usize = 40;
    let trimmed = text.trim_end();
    let date_at = trimmed.rfind('\n').map_or(0, |at| at + 1);
    if !is_date(&trimmed[date_at..]) {
        return None;
    }
    let above = trimmed[..date_at].trim_end();
    let name_at = above.rfind('\n').map_or(0, |at| at + 1);
    let name = above[name_at..].trim();
    let is_name = !name.is_empty()
        && name.chars().nth(LONGEST).is_none()
        && !name.contains(['。', '；', '，', '：', '、', '？'])
        && !name.starts_with(['一', '二', '三', '四', '五', '六', '（', '(']);
    Some(if is_name { name_at } else { date_at })
}

/// Whether a line is a date and nothing else: 2025年1月20日, 二〇二五年一月二十日, 2025-01-20.
fn is_date(line: &str) -> bool {
    const LONGEST: usize = 24;
    let plain: String = line.chars().take(LONGEST).filter(|c| !c.is_whitespace()).collect();
    let is_digit =
        |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "〇○零一二三四五六七八九十".contains(c);
    let in_words = plain.split_once('年').and_then(|(year, rest)| {
        let (month, day) = rest.split_once('月')?;
        Some([year, month, day.strip_suffix('日')?].map(str::to_owned))
    });
    let in_digits = || {
        let mut parts = plain.split(['-', '.', '/']).map(str::to_owned);
        let parts = [parts.next()?, parts.next()?, parts.next()?];
        Some(parts)
    };
    line.chars().nth(LONGEST).is_none()
        && in_words
            .or_else(in_digits)
            .is_some_and(|parts| parts.iter().all(|part| !part.is_empty() && part.chars().all(is_digit)))
}

#[cfg(test)]
mod tests {
    use crate::narrative::Sections;

    #[test]
    fn a_title_is_a_line_or_two_and_no_breadcrumb() {
        for (text, title) in [
            ("某某局2024年政府信息公开工作年度报告\n一、总体情况\n", Some("某某局2024年政府信息公开工作年度报告")),
            ("首页 > 2024年政府信息公开工作年度报告\n一、总体情况\n", None),
            (
                "某某县人民政府办公室\n2024年政府信息公开工作年度报告\n一、总体情况\n",
                Some("某某县人民政府办公室\n2024年政府信息公开工作年度报告"),
            ),
            ("现公布2024年政府信息公开工作年度报告，请提意见。\n一、总体情况\n", None),
        ] {
            assert_eq!(Sections::of(text).title.map(|title| title.text).as_deref(), title, "{text}");
        }
    }

    #[test]
    fn a_signature_is_a_date_below_the_last_section() {
        for (end, signature) in [
            ("某某局\n2025年1月20日", Some("某某局\n2025年1月20日")),
            ("某某局\n二〇二五年一月二十日\n", Some("某某局\n二〇二五年一月二十日")),
            ("2025-01-20", Some("2025-01-20")),
            ("某某局", None),
            ("全年收到申请5件，2025年1月20日", None),
        ] {
            let text = format!("六、其他需要报告的事项\n无。\n{end}");
            assert_eq!(Sections::of(&text).signature.map(|signature| signature.text).as_deref(), signature, "{end}");
        }
    }
}
