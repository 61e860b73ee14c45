//! Statements about the report itself: title, period, contact, basis, parts, signature.

use crate::narrative::words::list::words;
use std::ops::Range;

use chrono::NaiveDate;

use crate::form::Edition;
use crate::law::Heading;
use crate::narrative::body::LEVELS;
use crate::narrative::passages::sentence::sentences;
use crate::narrative::passages::speaker::OWN_ORGANS;
use crate::narrative::passages::title::{self, Named};
use crate::narrative::words::fold::fold;
use crate::narrative::words::numeral::{self, Read};
use crate::narrative::{
    BasisStated, Contact, PartsStated, Passage, PeriodStated, Sections, Signature, SubItem, TitleStated,
};
use crate::value::fold::fold_name;
use crate::value::{Period, Year};

/// A stretch of a passage, without white space at its ends.
pub(crate) fn within(passage: &Passage, range: Range<usize>) -> Passage {
    let stretch = &passage.text[range.clone()];
    let start = passage.span.start + range.start + (stretch.len() - stretch.trim_start().len());
    let text = stretch.trim().to_owned();
    Passage { span: start..start + text.len(), text }
}

/// The characters of a text without white space, folded, with their places.
pub(crate) fn plain(text: &str) -> Vec<(usize, char)> {
    let mut chars = Vec::with_capacity(text.len() / 3 + 1);
    chars.extend(text.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, c)| (at, fold(c))));
    chars
}

fn words(chars: &[(usize, char)]) -> String {
    chars.iter().map(|&(_, c)| c).collect()
}

/// The bytes of the passage from one character to another.
fn stretch(passage: &Passage, chars: &[(usize, char)]) -> Option<Passage> {
    let (first, last) = (chars.first()?, chars.last()?);
    let end = last.0 + passage.text[last.0..].chars().next().map_or(0, char::len_utf8);
    Some(within(passage, first.0..end))
}

/// Where words begin among characters, from a place on.
fn find(chars: &[(usize, char)], words: &str, from: usize) -> Option<usize> {
    let first = words.chars().next()?;
    let stand_at = |i: usize| {
        let mut here = chars[i..].iter().map(|&(_, c)| c);
        words.chars().all(|word| here.next() == Some(word))
    };
    (from..chars.len()).find(|&i| chars[i].1 == first && stand_at(i))
}

/// Every year named: its number and where its numeral begins and 年 ends.
fn years(chars: &[(usize, char)]) -> Vec<(i64, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        at = match numeral::begins(chars[at].1).then(|| numeral::read(chars, at)).flatten() {
            Some(Read::Year(number, end)) => {
                found.push((number, at..end));
                end
            }
            Some(Read::Other(end)) => end.max(at + 1),
            Some(Read::Number(number)) => number.end.max(at + 1),
            None => at + 1,
        };
    }
    found
}

/// What the title states.
pub(crate) fn title(printed: &Passage) -> TitleStated {
    let Named { body, year, is_usual } = title::read(&printed.text);
    TitleStated { printed: printed.clone(), body, year, is_usual }
}

/// The year that the prose names most often; `None` if two are named equally often.
pub(crate) fn year(sections: &Sections) -> Option<Year> {
    /// The most digits that can matter: more than those of a year.
    const DIGITS: usize = 6;
    let mut counts: Vec<(i64, usize)> = Vec::new();
    for passage in [&sections.preamble, &sections.overview, &sections.other_matters].into_iter().flatten() {
        // Only what stands before 年 can be a year.
        for (at, mark) in passage.text.match_indices('年') {
            let (before, behind) = (&passage.text[..at], &passage.text[at + mark.len()..]);
            let mut back = before.char_indices().rev().filter(|(_, c)| !c.is_whitespace());
            // 全年 names none.
            let Some((last, _)) = back.next().filter(|&(_, c)| numeral::begins(fold(c))) else { continue };
            let start = back.take(DIGITS - 1).last().map_or(last, |(start, _)| start);
            let chars = plain(&passage.text[start..at + mark.len()]);
            let Some((number, _)) = years(&chars).pop() else { continue };
            // 2021年版 names an edition. There are at most a thousand reporting years.
            let is_edition = behind.trim_start().starts_with('版');
            if !is_edition && Year::new(number).is_ok() {
                match counts.iter_mut().find(|(known, _)| *known == number) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((number, 1)),
                }
            }
        }
    }
    let &(year, most) = counts.iter().max_by_key(|(_, count)| *count)?;
    let is_alone = counts.iter().filter(|(_, count)| *count == most).count() == 1;
    is_alone.then(|| Year::new(year).ok()).flatten()
}

/// A date among characters: year, month, day, and where it ends.
fn date(chars: &[(usize, char)], from: usize) -> Option<([i64; 3], usize)> {
    numbers(['年', '月', '日'], chars, from)
}

/// A day of a year that is named before: 12月31日.
fn day_of(year: i64, chars: &[(usize, char)], from: usize) -> Option<([i64; 3], usize)> {
    let ([month, day], end) = numbers(['月', '日'], chars, from)?;
    Some(([year, month, day], end))
}

/// The numbers before these marks, and where the last mark ends.
fn numbers<const N: usize>(marks: [char; N], chars: &[(usize, char)], from: usize) -> Option<([i64; N], usize)> {
    let mut at = from;
    let mut numbers = [0; N];
    for (part, mark) in numbers.iter_mut().zip(marks) {
        let end = (at..chars.len()).take(12).find(|&i| chars[i].1 == mark)?;
        *part = number(&chars[at..end])?;
        at = end + 1;
    }
    Some((numbers, at))
}

/// The number that all of the characters are.
fn number(chars: &[(usize, char)]) -> Option<i64> {
    let plain: Vec<(usize, char)> = chars.iter().map(|&(at, c)| (at, if c == '元' { '一' } else { c })).collect();
    match numeral::read(&plain, 0)? {
        Read::Number(number) if number.end == chars.len() => number.value.to_integer(),
        _ => None,
    }
}

fn day([year, month, day]: [i64; 3]) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|year| (1000..=9999).contains(year))?;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Two dates that 至 or the like joins. The second may lack its year: 2022年1月1日至12月31日.
pub(crate) fn period(passage: &Passage, chars: &[(usize, char)]) -> Option<PeriodStated> {
    /// The most characters between the two dates.
    const APART: usize = 8;
    let near = |end: usize| end..chars.len().min(end + APART);
    let mut at = 0;
    while at < chars.len() {
        let starts_numeral = numeral::digit(chars[at].1).is_some() || matches!(chars[at].1, '二' | '〇');
        let first = starts_numeral.then(|| date(chars, at)).flatten();
        if let Some((from, end)) = first
            && let Some((to, last)) = near(end).find_map(|i| date(chars, i)).or_else(|| {
                // The year may stand once for both days.
                near(end).find_map(|i| day_of(from[0], chars, i))
            })
            && chars[end..last]
                .iter()
                .take(APART)
                .any(|(_, c)| matches!(c, '至' | '到' | '-' | '—' | '－' | '～' | '~'))
        {
            let period = day(from).zip(day(to)).map(|(from, to)| Period { from, to });
            return Some(PeriodStated { printed: stretch(passage, &chars[at..last])?, period });
        }
        // The rest of a number is no date of its own.
        at += 1;
        while starts_numeral && at < chars.len() && numeral::digit(chars[at].1).is_some() {
            at += 1;
        }
    }
    None
}

/// The body that stands before the words that only its own report has: 由某某局编制, 某某局2024年政府信息公开工作年度报告.
pub(crate) fn organ(passage: &Passage, chars: &[(usize, char)]) -> Option<Passage> {
    const LONGEST: usize = 40;
    /// The most characters from 由 to 编制, between which the notices are named.
    const APART: usize = 120;
    /// What parts a name from what stands before it, beside any sign that is no letter.
    const BORDERS: &[char] = &['由', '了'];
    const LEADS: &[&str] = words!("编制 现将 现就 形成 特编写 编写 特制定 公布 发布");
    let name_before = |end: usize| {
        let start = end
            - chars[..end]
                .iter()
                .rev()
                .take(LONGEST)
                .take_while(|(_, c)| c.is_alphanumeric() && !BORDERS.contains(c))
                .count();
        let name = words(&chars[start..end]);
        let rest = LEADS.iter().fold(name.as_str(), |rest, lead| rest.rsplit_once(lead).map_or(rest, |(_, rest)| rest));
        let start = end - rest.chars().count();
        let is_name = title::is_body(rest) && !is_in_own_words(rest) && end - start > 2;
        is_name.then(|| stretch(passage, &chars[start..end])).flatten()
    };
    let by_title = years(chars).into_iter().filter_map(|(_, at)| {
        let behind = words(&chars[at.end..chars.len().min(at.end + 16)]);
        let is_report = behind.trim_start_matches('度').starts_with("政府信息公开") && behind.contains("报告");
        // 关于做好2024年……报告编制工作的通知 names none.
        (is_report && !behind.contains("编制")).then(|| name_before(at.start)).flatten()
    });
    let by_author = || {
        let at = find(chars, "编制", 0)?;
        let by = chars[..at].iter().rposition(|&(_, c)| c == '由').filter(|&by| at - by <= APART)?;
        let end = (by + 1..=at).find(|&end| matches!(chars[end].1, '根' | '依' | '按' | '编' | '负' | '组'))?;
        name_before(end)
    };
    by_title.into_iter().next().or_else(by_author)
}

/// Whether words speak of a body without its name, 本机关, 全市各单位, or are no name at all.
fn is_in_own_words(words: &str) -> bool {
    let is_own = |(at, c): (usize, char)| {
        let rest = &words[at + c.len_utf8()..];
        match c {
            '本' | '我' | '各' => rest.starts_with(LEVELS) || OWN_ORGANS.iter().any(|organ| rest.starts_with(organ)),
            '全' => rest.starts_with(LEVELS),
            _ => false,
        }
    };
    words.char_indices().any(is_own) || ["根据", "按照", "关于"].iter().any(|word| words.contains(word))
}

pub(crate) fn contact(passage: &Passage, chars: &[(usize, char)]) -> Contact {
    const LONGEST: usize = 60;
    // What stands behind a word and a colon, as far as the clause or the function says.
    let behind = |labels: &[&str], belongs: fn(char) -> bool| {
        labels.iter().find_map(|label| {
            let mut at = find(chars, label, 0)? + label.chars().count();
            while chars.get(at).is_some_and(|(_, c)| matches!(c, '：' | ':' | '为' | '是')) {
                at += 1;
            }
            let length = chars[at..].iter().take(LONGEST).take_while(|&&(_, c)| belongs(c)).count();
            stretch(passage, &chars[at..at + length])
        })
    };
    let is_digit = |c: char| numeral::digit(c).is_some();
    let is_six_digits = |passage: &Passage| passage.text.chars().filter(|&c| is_digit(c)).count() == 6;
    Contact {
        address: behind(&["地址"], |c| !matches!(c, '，' | '；' | '。' | ',' | ';' | '）' | ')')),
        postcode: behind(&["邮政编码", "邮编"], |c| numeral::digit(c).is_some()).filter(is_six_digits),
        telephone: behind(&["联系电话", "电话"], |c| {
            numeral::digit(c).is_some() || matches!(c, '-' | '—' | '－' | '(' | ')' | '（' | '）')
        })
        .filter(|passage| passage.text.chars().filter(|&c| is_digit(c)).count() >= 7),
        email: behind(&["电子邮箱", "电子邮件", "邮箱", "E-mail", "email"], |c| {
            c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '_' | '-')
        })
        .filter(|passage| passage.text.contains('@')),
    }
}

pub(crate) fn basis(passage: &Passage, chars: &[(usize, char)]) -> BasisStated {
    let all = words(chars);
    let all = fold_name(&all);
    let regulations = find(chars, "政府信息公开条例", 0).and_then(|at| stretch(passage, &chars[at..at + 8]));
    let cites = |edition: &Edition| {
        let (number, names): (&str, &[&str]) = match edition {
            Edition::V2019 => ("2019)60号", &["年度报告有关事项的通知"]),
            Edition::V2021 => ("2021)30号", &["年度报告格式的通知", "年度报告格式)"]),
        };
        all.contains(number) || names.iter().any(|name| all.contains(name))
    };
    BasisStated { regulations, editions: Edition::ALL.iter().copied().filter(cites).collect() }
}

/// 六个部分, 共6部分, 五项内容.
pub(crate) fn parts(passage: &Passage) -> Option<PartsStated> {
    /// What is applied for in the heading on disputes.
    const OTHER_APPLICATIONS: &str = "被申请";
    for sentence in sentences(&passage.text) {
        let offset = sentence.start;
        let chars: Vec<(usize, char)> =
            plain(&passage.text[sentence]).into_iter().map(|(at, c)| (at + offset, c)).collect();
        for mark in ["部分", "项内容", "个方面"] {
            let mut from = 0;
            while let Some(at) = find(&chars, mark, from) {
                from = at + 1;
                let before = if at > 0 && matches!(chars[at - 1].1, '个' | '大') { at - 1 } else { at };
                let start = (0..before).rev().take(12).take_while(|&i| number(&chars[i..before]).is_some()).last();
                let Some(start) = start else { continue };
                let stated = number(&chars[start..before]).and_then(|n| u8::try_from(n).ok());
                if let (Some(stated @ 2..=12), Some(printed)) =
                    (stated, stretch(passage, &chars[start..at + mark.chars().count()]))
                {
                    let all = words(&chars).replace(OTHER_APPLICATIONS, "");
                    let is_listed = |heading: &&Heading| heading.words().iter().any(|word| all.contains(word));
                    let listed = Heading::ALL.iter().filter(is_listed).count();
                    let listed = u8::try_from(listed).ok().filter(|&n| n >= 3);
                    return Some(PartsStated { printed, stated, listed });
                }
            }
        }
    }
    None
}

/// Whether section 一 speaks of one of the things it is to tell.
pub(crate) fn speaks_of(item: SubItem, overview: &str) -> bool {
    let names: &[&str] = match item {
        SubItem::ProactiveDisclosure => &["主动公开"],
        SubItem::DisclosureOnRequest => &["依申请公开", "公开申请"],
        SubItem::InformationManagement => &["信息管理", "信息的管理", "管理政府信息", "信息资源管理"],
        SubItem::Platform => &["平台"],
        SubItem::Supervision => &["监督保障", "监督", "考核"],
    };
    // One search rules out four.
    let may_have = item != SubItem::InformationManagement || overview.contains("管理");
    may_have && names.iter().any(|name| overview.contains(name))
}

/// Lines that look like another document pasted in.
pub(crate) fn foreign(overview: &Passage) -> Vec<Passage> {
    const LONGEST: usize = 24;
    let mut found = Vec::new();
    let mut at = 0;
    for line in overview.text.split_inclusive('\n') {
        let trimmed = line.trim();
        let is_short = trimmed.chars().nth(LONGEST).is_none();
        let mut chars = trimmed.chars();
        let is_numbered =
            chars.next().is_some_and(|c| "一二三四五六七八九十".contains(c)) && chars.next() == Some('、');
        let is_dated = ["发布时间", "发布日期", "信息来源", "浏览次数"].iter().any(|word| trimmed.starts_with(word));
        if is_short && (is_numbered && !trimmed.ends_with('。') || is_dated) {
            found.push(within(overview, at..at + line.len()));
        }
        at += line.len();
    }
    found
}

pub(crate) fn signature(passage: &Passage) -> Signature {
    let date_at = passage.text.rfind('\n').map_or(0, |at| at + 1);
    let name = passage.text[..date_at].trim();
    let chars = plain(&passage.text[date_at..]);
    let in_words = || date(&chars, 0).and_then(|(parts, _)| day(parts));
    let in_digits = || {
        let line = words(&chars);
        let mut parts = line.split(['-', '.', '/']).map(|part| part.parse::<i64>().ok());
        day([parts.next()??, parts.next()??, parts.next()??])
    };
    Signature {
        span: passage.span.clone(),
        name: Some(name.to_owned()).filter(|name| !name.is_empty()),
        date: in_words().or_else(in_digits),
    }
}
