//! What a title says: the body and the year.
//!
//! A title is the name of the report, 政府信息公开工作年度报告, with the body and the year before it, seldom behind it. Print adds the number of
//! a document, a day of publication, the name of a website or of a column; all of these are known by their form. The year is the one in the
//! same part of the title as the name of the report. Where two years could be meant, or a part of a year or several years are, no year is read.

mod line;
mod year;

use std::ops::Range;

use line::{Char, Kind, Mention, Title};

use crate::narrative::words::list::words;
use crate::value::{Year, digits};

/// Body and year of a title.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) body: Option<String>,
    pub(crate) year: Option<Year>,
    /// Whether it is worded as usual: body, year, 政府信息公开工作年度报告, the first two in either order.
    pub(crate) is_usual: bool,
}

/// What parts a title from what stands before or behind it.
const SEPARATORS: &[char] = &[':', '_', '|', '>', '<', '»', '›', '→', '《', '》', '—', '–', '-', '/', '\\', ';', ','];

/// The last words of what is no body: a website, a column, another document.
const SITES: &[&str] = words!("网站 官网 门户 平台 专栏 栏目 专题 首页 主页");

/// Words around the name of a body.
const BEFORE: &[&str] = words!("附件 关于 转发 印发 公布 发布 公示 公告 通告 报送 上报 现将 上午 下午 AM PM 的");
const BEHIND: &[&str] = words!("关于 转发 印发 公布 发布 公示 公告 通告 报送 上报 公开 的");

/// Words where a body stands in other titles.
const NO_BODY: &[&str] = words!(
    "全市 全县 全区 全镇 全乡 全省 全州 全局 本级 本市 本县 本区 本镇 本局 本单位 本部门 我市 我县 我区 我镇 我局 我委 年度 工作 法治 单位 部门 全年 附件"
);

/// Reads a title.
pub(crate) fn read(title: &str) -> Named {
    let title = Title::of(title);
    let Some(name) = title.name() else {
        return Named { year: Title::only_year(title.mentions.iter()), ..Named::default() };
    };
    let part = title.part(name.start)..name.start;
    let before = |mention: &&Mention| part.start <= mention.at.start && mention.at.end <= part.end;
    let is_year_before = |mention: &&Mention| before(mention) && mention.kind != Kind::Bracketed;
    let is_named_before = title.mentions.iter().filter(is_year_before).any(|mention| mention.kind != Kind::Other);
    // What stands behind the name may be the year, or say once more which it is.
    let end = if is_named_before { title.part_end(name.end) } else { title.chars.len() };
    let is_behind = |mention: &&Mention| mention.at.start >= name.end && mention.at.end <= end;
    let candidates = title.mentions.iter().filter(|mention| is_year_before(mention) || is_behind(mention));
    let year = Title::only_year(candidates);
    let body = title.body(part.clone());
    let is_usual = body.is_some()
        && matches!(title.mentions.as_slice(), [mention] if before(&mention))
        && title.has("政府信息公开工作年度报告", name.start);
    let body = body.or_else(|| title.below(name.end));
    Named { body: body.map(|body| title.printed(body)), year, is_usual }
}

/// The first year of a text, whatever it is part of, and the bytes of its digits.
#[allow(dead_code, reason = "only readers of tables need it")]
pub(crate) fn first_year(text: &str) -> Option<(Range<usize>, i64)> {
    let first = Title::of(text)
        .mentions
        .into_iter()
        .find(|mention| text[mention.digits.end..].trim_start().starts_with('年'))?;
    Some((first.digits, first.number))
}

/// Whether a line is the name of a body and nothing else.
pub(crate) fn is_body(line: &str) -> bool {
    const LONGEST: usize = 40;
    const ENDS: &[&str] = words!("政府 办公室 办公厅 委员会 管委会 办事处 局 厅 委 镇 乡 街道 中心 院");
    line.chars().nth(LONGEST).is_none()
        && !line.contains(|c: char| c.is_ascii() || "。；，：、？《》|".contains(c))
        && ENDS.iter().any(|end| line.ends_with(end))
}

/// Whether a line is a part of a title: a body, a year, or both.
pub(super) fn is_part(line: &str) -> bool {
    const LONGEST: usize = 60;
    if line.chars().nth(LONGEST).is_some() {
        return false;
    }
    let title = Title::of(line);
    let (before, behind) = match title.mentions.as_slice() {
        [] => (line, ""),
        [Mention { kind: Kind::Reporting | Kind::Bracketed, at, .. }] => {
            let start = title.chars.get(at.start).map_or(line.len(), |c| c.at);
            (&line[..start], &line[title.text_end(at.end)..])
        }
        _ => return false,
    };
    let is_around = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）');
    match (before.trim_matches(is_around), behind.trim_matches(is_around)) {
        ("", "") => !title.mentions.is_empty(),
        (body, "") | ("", body) => is_body(body),
        _ => false,
    }
}

/// Whether a name may begin or end with a character. Some print ×× in place of a name.
fn is_of_name(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '×' | '○' | '〇')
}

impl Title<'_> {
    /// The name of the report: the last one whose part of the title has a year, or else the first.
    fn name(&self) -> Option<Range<usize>> {
        const NAME: &str = "信息公开";
        let found: Vec<Range<usize>> = (0..self.chars.len())
            .filter(|&at| self.has(NAME, at))
            .map(|at| if at >= 2 && self.has("政府", at - 2) { at - 2..at + 4 } else { at..at + 4 })
            .collect();
        let has_year = |name: &&Range<usize>| {
            let part = self.part(name.start)..self.part_end(name.end);
            self.mentions.iter().any(|mention| part.contains(&mention.at.start))
        };
        found.iter().rfind(has_year).or(found.first()).cloned()
    }

    /// Whether what stands there parts a title: a separator outside of brackets, but between two numbers.
    fn separates(&self, at: usize) -> bool {
        let is_digit = |at: Option<usize>| at.and_then(|at| self.c(at)).is_some_and(|c| c.is_ascii_digit());
        let is_open = || {
            let depth = |depth: i32, c: &Char| depth + i32::from(c.c == '(') - i32::from(c.c == ')');
            self.chars[..at].iter().fold(0, depth) > 0
        };
        let is_in_number = || is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        self.c(at).is_some_and(|c| SEPARATORS.contains(&c))
            && !is_in_number()
            && !self.mentions.iter().any(|mention| mention.at.contains(&at))
            && !is_open()
    }

    /// Where the part of the title begins that a place is in.
    fn part(&self, to: usize) -> usize {
        let begins = |at: &usize| {
            self.separates(at - 1)
                || (self.chars[*at].follows_space && SITES.iter().any(|site| self.ends_with(site, &(0..*at))))
        };
        (1..=to).rev().find(begins).unwrap_or(0)
    }

    fn part_end(&self, from: usize) -> usize {
        (from..self.chars.len()).find(|&at| self.separates(at)).unwrap_or(self.chars.len())
    }

    /// The body that a part of the title names before the name of the report.
    fn body(&self, part: Range<usize>) -> Option<Range<usize>> {
        let mut from = part.start;
        let mut before = None;
        for mention in self.mentions.iter().filter(|mention| part.contains(&mention.at.start)) {
            let mut end = mention.at.start;
            // What stands before 〔2025〕3号 is part of it.
            if self.c(end) == Some('(') && mention.kind == Kind::Other {
                end = (from + 1..=end)
                    .rev()
                    .find(|&at| self.chars[at.min(self.chars.len() - 1)].follows_space && at < mention.at.start)
                    .unwrap_or(from);
            }
            before = self.trimmed(from..end).or(before);
            from = mention.at.end;
        }
        let behind = self.trimmed(from..part.end);
        match (before, behind) {
            // 某某市2024年水务局: neither side of the year is the whole name.
            (Some(before), Some(behind)) if is_body(&self.words(&behind)) => {
                self.words(&behind).starts_with(&self.words(&before)).then_some(behind)
            }
            (Some(before), _) => Some(before),
            (None, Some(behind)) => Some(behind),
            (None, None) if self.c(part.start.wrapping_sub(1)) == Some(':') => {
                let end = part.start - 1;
                self.body(self.part(end)..end).filter(|name| is_body(&self.words(name)))
            }
            (None, None) => None,
        }
    }

    /// The body on the line below the name of the report.
    fn below(&self, from: usize) -> Option<Range<usize>> {
        let at = self.text.get(self.text_end(from)..)?.rfind('\n')? + self.text_end(from);
        let line = self.chars.partition_point(|c| c.at < at)..self.chars.len();
        Some(line).filter(|line| is_body(&self.words(line)))
    }

    /// A stretch without what is not the name of a body. `None` if nothing is left, or what is left cannot be one.
    fn trimmed(&self, stretch: Range<usize>) -> Option<Range<usize>> {
        let about = (stretch.start + 1..stretch.end.saturating_sub(1)).rev().find(|&at| self.has("关于", at));
        if let Some(about) = about {
            return self.trimmed(about + 2..stretch.end).or_else(|| self.trimmed(stretch.start..about));
        }
        let mut range = stretch;
        loop {
            let before = range.clone();
            self.trim_start(&mut range);
            self.trim_end(&mut range);
            if range == before {
                break;
            }
        }
        let words = self.words(&range);
        let is_name = !words.is_empty()
            && !words.contains(['†', '。', '，', ',', '!', '?'])
            && words.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
            && !SITES.iter().any(|site| words.ends_with(site))
            && !NO_BODY.contains(&words.as_str());
        is_name.then_some(range)
    }

    fn trim_start(&self, range: &mut Range<usize>) {
        if range.start >= range.end {
            return;
        }
        let Some(first) = self.c(range.start) else { return };
        if first == '(' {
            // What is in brackets before a name is not the name.
            let close = range.clone().find(|&at| self.c(at) == Some(')'));
            match close {
                Some(close) if close + 1 < range.end => range.start = close + 1,
                Some(close) => *range = range.start + 1..close,
                None => range.start += 1,
            }
            return;
        }
        let is_numeral = |c: char| c.is_ascii_digit() || digits::chinese_digit(c).is_some() || c == '十';
        let counted = self.while_from(range.start + usize::from(first == '第'), is_numeral);
        let is_counted = counted > range.start + usize::from(first == '第') && counted < range.end;
        if is_counted
            && self.c(counted).is_some_and(|c| matches!(c, '、' | '.') || (first == '第' && "期号批".contains(c)))
        {
            range.start = counted + 1;
        } else if !is_of_name(first) {
            range.start += 1;
        } else if let Some(word) = BEFORE.iter().find(|word| self.has(word, range.start)) {
            range.start = (range.start + word.chars().count()).min(range.end);
        }
        // The name of a website, and then that of a body.
        let site = (range.start + 1..range.end).rev().find(|&at| {
            self.chars[at].follows_space && SITES.iter().any(|site| self.ends_with(site, &(range.start..at)))
        });
        range.start = site.unwrap_or(range.start);
    }

    fn trim_end(&self, range: &mut Range<usize>) {
        if range.start >= range.end {
            return;
        }
        let Some(last) = self.c(range.end - 1) else { return };
        let is_closing = last == ')' && range.clone().any(|at| self.c(at) == Some('('));
        let year = ["年", "年度"].iter().find(|year| {
            self.ends_with(year, range)
                && (range.start..range.end - year.chars().count())
                    .next_back()
                    .and_then(|at| self.c(at))
                    .is_some_and(|c| c.is_ascii_digit())
        });
        if let Some(year) = year {
            range.end -= year.chars().count();
        } else if !is_of_name(last) && !is_closing {
            range.end -= 1;
        } else if let Some(word) = BEHIND.iter().find(|word| self.ends_with(word, range)) {
            range.end -= word.chars().count();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::value::Year;

    #[test]
    fn body_and_year_are_read_wherever_print_puts_them() {
        for (title, body, year) in [
            ("某某县人民政府2022年政府信息公开工作年度报告", "某某县人民政府", 2022),
            ("2 0 1 9 年度某某市民政局政府信息公开工作报告", "某某市民政局", 2019),
            ("某某区少年宫二〇二三年政府信息公开年度报告", "某某区少年宫", 2023),
            ("某某镇二○二一年度政府信息公开工作年度报告", "某某镇", 2021),
            ("某某镇二O二一年度政府信息公开工作年度报告", "某某镇", 2021),
            ("某某镇二0二一年度政府信息公开工作年度报告", "某某镇", 2021),
            ("第一2021年政府信息公开工作年度报告", "第一", 2021),
            ("某某局２０２４年政府信息公开工作年度报告", "某某局", 2024),
            ("白石縣人民政府2023年政府信息公開工作年度報告", "白石縣人民政府", 2023),
            ("關於白石縣2023年度政府信息公開工作的報告", "白石縣", 2023),
            ("2023年⽩⽯县政府信息公开⼯作年度报告", "⽩⽯县", 2023),
            ("2022年高新区（新市区）政府信息公开工作年度报告", "高新区（新市区）", 2022),
            ("某某市教育局政府信息公开工作年度报告（2024年度）", "某某市教育局", 2024),
            ("某某市教育局政府信息公开工作年度报告（2024年）", "某某市教育局", 2024),
            ("某某市教育局政府信息公开工作年度报告(2024)", "某某市教育局", 2024),
            ("某某市教育局政府信息公开2024年度报告", "某某市教育局", 2024),
            ("某某市教育局政府信息公开工作2024年度报告", "某某市教育局", 2024),
            ("2024年某某市教育局政府信息公开年报", "某某市教育局", 2024),
            ("2024年政府信息公开工作年度报告\n某某市教育局", "某某市教育局", 2024),
            ("某某市教育局\n政府信息公开工作年度报告\n（2024年）", "某某市教育局", 2024),
            ("2023年度某某县民政局政府信息公开工作年度报告（2024年1月31日）", "某某县民政局", 2023),
            ("某某局信息公开工作年度报告", "某某局", 0),
            ("**某某局2024年政府信息公开工作年度报告**", "某某局", 2024),
            ("××市××局2024年政府信息公开工作年度报告", "××市××局", 2024),
            ("某某局2O24年政府信息公开工作年度报告", "某某局", 2024),
            ("某某局政府信息公开工作年度报告（2024年1月1日至12月31日）", "某某局", 2024),
            ("某某局政府信息公开工作年度报告（2024年1月1日—2024年12月31日）", "某某局", 2024),
            ("某某局2024年1-12月政府信息公开工作年度报告", "某某局", 2024),
            ("某某局2024年政府信息公开工作年度报告（2025年修订）", "某某局", 2024),
            // A date, a number or an issue before it.
            ("11/28/26, 1:46 PM 白石县 2023 年政府信息公开工作年度报告", "白石县", 2023),
            ("2024/1/15 下午3:05 白石县2023年政府信息公开工作年度报告", "白石县", 2023),
            ("2025年1月20日 某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("某某市水务局 2025年1月20日 2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("2025-01-20 某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("某某市水务局 2025-01-20 2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("[2024-01-15] 某某市水务局2023年政府信息公开工作年度报告", "某某市水务局", 2023),
            ("临水发〔2025〕3号 某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("临水发〔2025〕3号某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("某某市水务局 临水发〔2025〕3号 2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("索引号：1137-2025-001 某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("某某市水务局2025年第1号公告：2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("某某市水务局2025年公布的2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("某某县民政局2024年发布2023年度政府信息公开工作年度报告", "某某县民政局", 2023),
            // Words before it.
            ("附件：某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("附件2：某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("附件2 某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("1.某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("一、某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("（此件公开发布）某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("【2025】某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("【某某市教育局】2024年政府信息公开工作年度报告", "某某市教育局", 2024),
            ("某某市2025年政府信息公开专栏：某某市水务局2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("某某县人民政府门户网站 某某县民政局2023年政府信息公开工作年度报告", "某某县民政局", 2023),
            ("某某县民政局2023年政府信息公开工作年度报告_年度报告_某某县人民政府门户网站", "某某县民政局", 2023),
            ("某某县民政局2023年政府信息公开工作年度报告_政府信息公开年报_某某县人民政府", "某某县民政局", 2023),
            ("年度报告-某某县民政局2023年政府信息公开工作年度报告", "某某县民政局", 2023),
            ("首页 > 政府信息公开 > 年度报告 > 某某县民政局2023年政府信息公开工作年度报告", "某某县民政局", 2023),
            ("某某县民政局关于报送2023年政府信息公开工作年度报告的报告", "某某县民政局", 2023),
            ("2023年某某县民政局关于政府信息公开工作年度报告", "某某县民政局", 2023),
            ("某某县办公室关于公布某某县2023年政府信息公开工作年度报告的通知", "某某县", 2023),
            ("关于印发《某某县民政局2023年政府信息公开工作年度报告》的通知", "某某县民政局", 2023),
            ("某某市政府信息公开办公室2024年政府信息公开工作年度报告", "某某市政府信息公开办公室", 2024),
            ("某某市水务局†2023†2024年政府信息公开工作年度报告", "某某市水务局", 2024),
            ("某某市2024年度全市政府信息公开工作年度报告", "某某市", 2024),
        ] {
            let named = read(title);
            let year = (year > 0).then(|| Year::new(year).unwrap());
            assert_eq!((named.body.as_deref(), named.year), (Some(body), year), "{title}");
        }
    }

    #[test]
    fn what_a_title_leaves_open_is_not_read() {
        for title in [
            "某某县民政局2023年上半年政府信息公开工作报告",
            "某某县民政局2023年第一季度政府信息公开工作报告",
            "某某县民政局2023年1-6月政府信息公开工作报告",
            "某某县民政局2023年1月至6月政府信息公开工作报告",
            "某某县民政局2023年6月政府信息公开工作报告",
            "某某县民政局2023年1月1日至6月30日政府信息公开工作报告",
            "某某县民政局政府信息公开工作报告（2023年1月1日至2023年6月30日）",
            "某某县民政局20232023202320232023年政府信息公开工作报告",
            "某某县民政局2019年至2023年政府信息公开工作报告",
            "某某县民政局2019-2023年政府信息公开工作报告",
            "某某县民政局2022年、2023年政府信息公开工作报告",
            "某某县民政局2022年度和2023年度政府信息公开工作报告",
            "某某县民政局2023年政府信息公开工作年度报告（2024年）",
            "2024年某某县民政局2023年政府信息公开工作年度报告",
            "某某县民政局20223年政府信息公开工作年度报告",
            "某某县民政局23年政府信息公开工作年度报告",
            "某某县民政局†2023年†政府信息公开工作年度报告",
        ] {
            assert_eq!(read(title).year, None, "{title}");
            assert_eq!(read(title).body.as_deref(), Some("某某县民政局"), "{title}");
        }
        for title in [
            "某某市†水务局†水利局2024年政府信息公开工作年度报告",
            "某某县2023年民政局政府信息公开工作年度报告",
            "某某县人民政府门户网站：2024年政府信息公开工作年度报告",
            "2024年政府信息公开工作年度报告",
        ] {
            assert_eq!(read(title).body, None, "{title}");
        }
    }
}
