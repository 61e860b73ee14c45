//! The years that a title names, and the year that the report is of.

use std::ops::Range;

use super::line::{Kind, Mention, Title};
use crate::narrative::words::list::words;
use crate::value::{Year, digits};

/// Signs and words between two years that make them a range or a list.
const JOINS: &[char] = &['-', '—', '–', '~', '至', '到', '、', '和', '与', '及', '/'];

/// All months of a year, with a sign that joins in place of 至.
const WHOLE: &[&str] = words!("1月1日至12月31日 1月至12月 1至12月");

/// What a year is followed by if it is that of publication.
const PUBLISHED: &[&str] = words!("发布 公布 公示 印发 报送 上报 转发 挂网 刊登 修订 修改 更正 更新");

/// What a year is followed by if the report is of a part of it.
const PARTS: &[&str] = words!("上半年 下半年 前半年 半年");

impl Title<'_> {
    /// Whether a range is these words, with any sign that joins in place of 至.
    fn is_like(&self, words: &str, range: Range<usize>) -> bool {
        let of = |c: char| if JOINS.contains(&c) { '至' } else { c };
        self.chars[range].iter().map(|c| of(c.c)).eq(words.chars())
    }

    pub(super) fn find_mentions(&self) -> Vec<Mention> {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < self.chars.len() {
            let Some((start, end, number)) = self.four_digits(at) else {
                at += 1;
                continue;
            };
            if let Some(number) = number
                && let Some(mut mention) = self.mention(start, end, number)
            {
                self.join(&mut mention, &mut mentions);
                at = mention.at.end.max(end);
                mentions.push(mention);
            } else {
                at = end;
            }
        }
        mentions
    }

    /// Where the digits that begin there begin and end, and their number if they are four.
    fn four_digits(&self, at: usize) -> Option<(usize, usize, Option<i64>)> {
        let arabic = |c: char| c.to_digit(10).map(i64::from);
        let chinese = |c: char| digits::chinese_digit(c).map(i64::from);
        // A letter O among digits stands for a zero, and so does 0 among Chinese ones.
        let zero = |c: char| matches!(c, 'O' | 'o' | '0').then_some(0);
        let first = self.c(at)?;
        let is_arabic = arabic(first).is_some();
        let value = |c: char| if is_arabic { arabic(c) } else { chinese(c) }.or_else(|| zero(c));
        if !is_arabic {
            chinese(first)?;
        }
        let end = self.while_from(at, |c| value(c).is_some());
        // 2025-01-20 2024年: a space ends the day.
        let start = if end - at > 4 && self.chars[end - 4].follows_space { end - 4 } else { at };
        let digits = self.chars[start..end].iter().filter_map(|c| value(c.c));
        let number = (end - start == 4).then(|| digits.fold(0, |number, digit| number * 10 + digit));
        Some((start, end, number.filter(|number| *number >= 1000)))
    }

    /// The year whose digits stand there, with what belongs to it.
    fn mention(&self, start: usize, digits_end: usize, number: i64) -> Option<Mention> {
        let digits = self.chars[start].at..self.text_end(digits_end);
        let is_numeral =
            |c: char| c.is_ascii_digit() || digits::chinese_digit(c).is_some() || digits::chinese_power(c).is_some();
        let of = |at: Range<usize>, kind| Some(Mention { number, kind, at, digits: digits.clone() });
        if self.c(digits_end) != Some('年') {
            // (2024), 〔2025〕3号.
            let is_bracketed =
                start.checked_sub(1).and_then(|at| self.c(at)) == Some('(') && self.c(digits_end) == Some(')');
            let number_end = self.while_from(digits_end + 1, |c| is_numeral(c) || c == '第');
            return match is_bracketed {
                true if number_end > digits_end + 1 && self.c(number_end) == Some('号') => {
                    of(start - 1..number_end + 1, Kind::Other)
                }
                true => of(start - 1..digits_end + 1, Kind::Bracketed),
                false => None,
            };
        }
        let mut end = digits_end + 1;
        if self.c(end) == Some('度') {
            end += 1;
        }
        // Month and day, or months: 1月20日, 1-6月.
        let of_day = self.while_from(end, |c| is_numeral(c) || matches!(c, '月' | '日' | '份') || JOINS.contains(&c));
        if let Some(month) = (end..of_day).rev().find(|&at| matches!(self.c(at), Some('月' | '日' | '份')))
            && (end..of_day).any(|at| self.c(at) == Some('月'))
        {
            let is_range = (end..month).any(|at| self.c(at).is_some_and(|c| JOINS.contains(&c)));
            let kind = match is_range {
                true if WHOLE.iter().any(|whole| self.is_like(whole, end..month + 1)) => Kind::Reporting,
                true => Kind::InPart,
                false => Kind::Other,
            };
            return of(start..month + 1, kind);
        }
        if let Some(part) = PARTS.iter().find(|part| self.has(part, end)) {
            return of(start..end + part.chars().count(), Kind::InPart);
        }
        let ordinal = self.while_from(end, |c| matches!(c, '第' | '前' | '个'));
        let counted = self.while_from(ordinal, |c| is_numeral(c) || c == '个');
        if self.has("季度", counted) && counted > end {
            return of(start..counted + 2, Kind::InPart);
        }
        if matches!(self.c(counted), Some('期' | '号' | '批' | '版' | '辑'))
            && (counted > end || self.c(counted) == Some('版'))
        {
            return of(start..counted + 1, Kind::Other);
        }
        if let Some(verb) = PUBLISHED.iter().find(|verb| self.has(verb, end)) {
            return of(start..end + verb.chars().count(), Kind::Other);
        }
        of(start..end, Kind::Reporting)
    }

    /// Joins a year to the one before it: 2019年至2023年, 2019-2023年. A year between marks may be struck out.
    fn join(&self, mention: &mut Mention, before: &mut [Mention]) {
        const MARK: char = '†';
        let Some(joint) = mention.at.start.checked_sub(1) else { return };
        if self.c(joint) == Some(MARK) && self.c(mention.at.end) == Some(MARK) {
            mention.kind = Kind::Other;
        }
        if !self.c(joint).is_some_and(|c| JOINS.contains(&c)) {
            return;
        }
        match before.last_mut().filter(|before| before.at.end == joint) {
            Some(before) if before.kind == Kind::Reporting => {
                (before.kind, mention.kind) = (Kind::InPart, Kind::InPart);
                mention.at.start = joint;
            }
            // From a day to another: 2024年1月1日至2024年12月31日.
            Some(before) if before.kind == Kind::Other && mention.kind == Kind::Other => {
                let is_whole = before.number == mention.number
                    && self.words(&before.at).ends_with("年1月1日")
                    && self.words(&mention.at).ends_with("年12月31日");
                mention.kind = if is_whole { Kind::Reporting } else { Kind::InPart };
                mention.at.start = joint;
            }
            Some(_) => {}
            None => {
                let first = joint.checked_sub(4).filter(|&first| {
                    matches!(self.four_digits(first), Some((start, end, Some(_))) if start == first && end == joint)
                        && !first.checked_sub(1).and_then(|at| self.c(at)).is_some_and(|c| c.is_ascii_digit())
                });
                if let Some(first) = first {
                    (mention.at.start, mention.kind) = (first, Kind::InPart);
                }
            }
        }
    }

    /// The year that all of these are, if the report is of a whole one.
    pub(super) fn only_year<'m>(mentions: impl Iterator<Item = &'m Mention>) -> Option<Year> {
        let mut year = None;
        for mention in mentions {
            match mention.kind {
                Kind::Other => {}
                Kind::Reporting | Kind::Bracketed if year.is_none_or(|year| year == mention.number) => {
                    year = Some(mention.number);
                }
                Kind::InPart | Kind::Reporting | Kind::Bracketed => return None,
            }
        }
        Year::new(year?).ok()
    }
}
