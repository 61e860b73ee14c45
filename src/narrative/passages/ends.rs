//! The ends of a report: its title above, name and date below.

use std::ops::Range;

use crate::narrative::passages::title;
use crate::narrative::words::fold::fold;
use crate::narrative::words::list::words;

/// What a reader of pages knows about the titles on one.
#[derive(Default)]
pub(crate) struct Titles {
    /// Where the line of the report's own title stands.
    pub(crate) own: Option<Range<usize>>,
    /// Where links stand, and what is no line of the page.
    pub(crate) others: Vec<Range<usize>>,
}

/// The title: a line, or several that belong together, near the start.
pub(super) fn title(text: &str, titles: &Titles) -> Option<Range<usize>> {
    const LINES: usize = 12;
    const MOST_ADDED: usize = 2;
    let mut lines = lines(text, titles, if titles.own.is_some() { usize::MAX } else { LINES });
    let own =
        titles.own.as_ref().and_then(|own| lines.iter().position(|line| line.start < own.end && own.start < line.end));
    if let (Some(at), Some(own)) = (own, &titles.own) {
        // A line of a table holds other cells, too.
        let line = &mut lines[at];
        *line = line.start.max(own.start)..line.end.min(own.end);
    }
    let is_one = |line: &Range<usize>| is_title(&text[line.clone()]) && !is_elsewhere(&text[line.clone()]);
    // 政府信息公开年报 may be the name of a column.
    let is_of_year = |line: &Range<usize>| is_one(line) && title::read(&text[line.clone()]).year.is_some();
    let position = |is_like: &dyn Fn(&Range<usize>) -> bool| lines.iter().take(LINES).position(is_like);
    let one = || own.or_else(|| position(&is_of_year)).or_else(|| position(&is_one)).map(|at| at..at + 1);
    let two = || {
        let is_two = |pair: &[Range<usize>]| {
            is_title(&text[pair[0].start..pair[1].end]) && !pair.iter().any(|line| is_elsewhere(&text[line.clone()]))
        };
        lines.windows(2).take(LINES).position(is_two).map(|at| at..at + 2)
    };
    let mut found = one().or_else(two)?;
    let span = |found: &Range<usize>| lines[found.start].start..lines[found.end - 1].end;
    // A title that lacks the body or the year has it on the line above, or below.
    for _ in 0..MOST_ADDED {
        let named = title::read(&text[span(&found)]);
        if named.body.is_some() && named.year.is_some() {
            break;
        }
        let is_part = |line: Option<&Range<usize>>| line.is_some_and(|line| title::is_part(&text[line.clone()]));
        let above = found.start.checked_sub(1).filter(|&above| is_part(lines.get(above))).map(|above| above..found.end);
        let below = Some(found.start..found.end + 1).filter(|_| is_part(lines.get(found.end)));
        let says_more = |longer: &Range<usize>| {
            let longer = title::read(&text[span(longer)]);
            let [body, year] = [longer.body == named.body, longer.year == named.year];
            (named.body.is_none() && !body && (year || named.year.is_none()))
                || (named.year.is_none() && !year && (body || named.body.is_none()))
        };
        match above.filter(says_more).or_else(|| below.filter(says_more)) {
            Some(longer) => found = longer,
            None => break,
        }
    }
    Some(span(&found))
}

/// The first lines of a text, but for those with titles that lead elsewhere.
fn lines(text: &str, titles: &Titles, most: usize) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut others = titles.others.iter().peekable();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_matches(is_decoration);
        let start = at + (line.len() - line.trim_start_matches(is_decoration).len());
        at += line.len();
        while others.next_if(|other| other.end <= start).is_some() {}
        let is_other = others.peek().is_some_and(|other| other.start <= start);
        if !trimmed.is_empty() && !is_other {
            lines.push(start..start + trimmed.len());
        }
        if lines.len() == most {
            break;
        }
    }
    lines
}

/// Whether words may be a title.
fn is_title(words: &str) -> bool {
    const LONGEST: usize = 70;
    if words.chars().nth(LONGEST).is_some() {
        return false;
    }
    let plain: String = words.chars().filter(|c| !is_decoration(*c)).map(fold).collect();
    // The year may stand in brackets behind the name of the report, or the day of publication.
    let stem = match plain.strip_suffix(['）', ')']).and_then(|plain| plain.rsplit_once(['（', '('])) {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => plain.as_str(),
    };
    plain.contains("信息公开")
        && plain.contains("年")
        && (plain.contains("报告") || plain.contains("年报"))
        && !plain.contains(['。', '，', '；'])
        && stem.ends_with(|c: char| matches!(c, '告' | '报' | '度' | '年' | '0'..='9'))
}

/// White space, and the marks of a heading in Markdown.
pub(super) fn is_decoration(c: char) -> bool {
    c.is_whitespace() || matches!(c, '#' | '*' | '\u{feff}' | '\u{200b}')
}

/// Whether a line says where on a website the page is.
pub(crate) fn is_breadcrumb(line: &str) -> bool {
    line.contains(['>', '»', '›', '＞', '→']) || ["当前位置", "您的位置", "首页"].iter().any(|word| line.contains(word))
}

/// Whether a line leads to another page, or says where on a website this one is.
pub(crate) fn is_elsewhere(line: &str) -> bool {
    const LEADS: &[&str] =
        words!("上一篇 下一篇 上一条 下一条 上一页 下一页 上篇 下篇 上年 上一年 往年 历年 相关 热点 推荐 延伸阅读");
    is_breadcrumb(line) || LEADS.iter().any(|lead| line.trim_start().starts_with(lead))
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
        && !name.starts_with(['一', '二', '三', '四', '五', '六', '（', '('])
        && !is_statement(name);
    Some(if is_name { name_at } else { date_at })
}

/// Whether a line is what section 六 says, without a full stop: 无, 2024年未收取信息处理费.
fn is_statement(line: &str) -> bool {
    const SAYS: &[&str] = words!("事项 情况 处理费 无收费 未收 未发 未产 没有 暂无 无其他 无需");
    let has_figure = line.contains(|c: char| c.is_ascii_digit()) && line.contains(['年', '元']);
    line == "无" || has_figure || SAYS.iter().any(|word| line.contains(word))
}

/// Whether a line is a date and nothing else: 2025年1月20日, 二〇二五年一月二十日, 2025-01-20.
fn is_date(line: &str) -> bool {
    const LONGEST: usize = 24;
    let plain: String = line.chars().take(LONGEST).filter(|c| !c.is_whitespace()).map(fold).collect();
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
            ("上一篇：某某局2022年政府信息公开工作年度报告\n一、总体情况\n", None),
            ("某某县教育局\n当前位置：首页 > 2024年政府信息公开工作年度报告\n一、总体情况\n", None),
            (
                "某某县教育局\n2024年政府信息\n公开工作年度报告\n一、总体情况\n",
                Some("某某县教育局\n2024年政府信息\n公开工作年度报告"),
            ),
            (
                "某某县教育局\n2024年度\n政府信息公开工作年度报告\n一、总体情况\n",
                Some("某某县教育局\n2024年度\n政府信息公开工作年度报告"),
            ),
            (
                "某某县教育局2024年度\n政府信息公开工作年度报告\n一、总体情况\n",
                Some("某某县教育局2024年度\n政府信息公开工作年度报告"),
            ),
            (
                "2024年政府信息公开工作年度报告\n某某县教育局\n一、总体情况\n",
                Some("2024年政府信息公开工作年度报告\n某某县教育局"),
            ),
            (
                "某某县教育局政府信息公开工作年度报告\n（2024年）\n一、总体情况\n",
                Some("某某县教育局政府信息公开工作年度报告\n（2024年）"),
            ),
            (
                "2024年某某县教育局政府信息公开年报\n（2025年1月20日）\n一、总体情况\n",
                Some("2024年某某县教育局政府信息公开年报"),
            ),
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
            ("无锡市某某局\n2025年1月20日", Some("无锡市某某局\n2025年1月20日")),
            ("某市12345热线收费管理中心\n2025年1月20日", Some("某市12345热线收费管理中心\n2025年1月20日")),
            ("无\n2025年1月20日", Some("2025年1月20日")),
            ("2024年未收取信息处理费\n2025年1月20日", Some("2025年1月20日")),
            ("某某局", None),
            ("全年收到申请5件，2025年1月20日", None),
        ] {
            let text = format!("六、其他需要报告的事项\n无。\n{end}");
            assert_eq!(Sections::of(&text).signature.map(|signature| signature.text).as_deref(), signature, "{end}");
        }
    }
}
