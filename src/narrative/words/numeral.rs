//! Numbers as texts write them: Arabic, full-width and Chinese numerals.

use crate::narrative::words::list::words;
use std::ops::Range;

use crate::value::Decimal;
use crate::value::digits::{digit_of_simplified, power_of_simplified as chinese_power};

/// The characters of a sentence, folded, with their places in the source, white space left out unless it parts two numbers
/// or Latin words.
pub(crate) type Chars = [(usize, char)];

/// A number in a sentence with what stands right behind it.
#[derive(Clone, Debug)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// The places of its numeral, multiplier and percent sign among the characters.
    pub(crate) at: Range<usize>,
    /// Where its unit ends.
    pub(crate) end: usize,
    pub(crate) unit: Option<&'static str>,
    pub(crate) is_percent: bool,
    pub(crate) is_approximate: bool,
}

/// What a numeral turned out to be.
pub(crate) enum Read {
    Number(Number),
    /// 2024年, and where it ends.
    Year(i64, usize),
    /// Part of a date, an ordinal, a range or a number of a document, and where it ends.
    Other(usize),
}

/// The units that are looked for; longer ones first.
const UNITS: &[&str] =
    words!("万元 亿元 人次 场次 封 件次 条次 元 件 条 项 个 次 篇 份 起 宗 例 则 期 场 部 家 名 人 类 页 批 户");

/// The most characters in a numeral.
const LONGEST: usize = 32;

pub(crate) fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

fn chinese_digit(c: char) -> Option<u64> {
    digit_of_simplified(c).map(u64::from)
}

fn is_chinese_numeral(c: char) -> bool {
    chinese_digit(c).is_some() || chinese_power(c).is_some()
}

/// Whether a numeral may begin with a character.
#[inline]
pub(crate) fn begins(c: char) -> bool {
    match c {
        '\u{0}'..='\u{7f}' => c.is_ascii_digit(),
        _ => is_chinese_numeral(c) || digit(c).is_some(),
    }
}

/// Reads the numeral that begins at a place; `None` if none does.
pub(crate) fn read(chars: &Chars, from: usize) -> Option<Read> {
    let (value, end, is_percent) = numeral(chars, from)?;
    let Some(value) = value else { return Some(Read::Other(end)) };
    Some(as_date_or_range(chars, from, value, end).unwrap_or_else(|| number(chars, from, value, end, is_percent)))
}

fn char_at(chars: &Chars, at: usize) -> Option<char> {
    chars.get(at).map(|&(_, c)| c)
}

fn is_numeral(c: char) -> bool {
    digit(c).is_some() || is_chinese_numeral(c)
}

/// The value of a numeral, unless it is ambiguous, where it ends, and whether it is so many in a hundred.
fn numeral(chars: &Chars, from: usize) -> Option<(Option<Decimal>, usize, bool)> {
    let first = char_at(chars, from).filter(|&c| begins(c))?;
    if digit(first).is_some() {
        let (value, end) = arabic(chars, from);
        return Some((value, end, false));
    }
    if first == '百' && char_at(chars, from + 1) == Some('分') && char_at(chars, from + 2) == Some('之') {
        let (value, end) = chinese(chars, from + 3).or_else(|| {
            digit(char_at(chars, from + 3)?)?;
            Some(arabic(chars, from + 3))
        })?;
        return Some((value, end, true));
    }
    let (value, end) = chinese(chars, from)?;
    Some((value, end, false))
}

/// What a numeral is if it counts nothing: a year, part of a date, of a range, of a word.
fn as_date_or_range(chars: &Chars, from: usize, value: Decimal, end: usize) -> Option<Read> {
    let at = |i: usize| char_at(chars, i);
    let before = from.checked_sub(1).and_then(at);
    let part_of_a_word = before.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '第' | '〔' | '［' | '['));
    let in_a_range = before.is_some_and(|c| matches!(c, '-' | '~' | '～' | '—' | '–' | '/' | ':' | '至' | '到' | '.'))
        && from.checked_sub(2).and_then(at).is_some_and(is_numeral);
    // 数十, 几百: how many tens is not said.
    let is_vague = before.is_some_and(|c| matches!(c, '数' | '几' | '上' | '成'))
        && chars.get(from).is_some_and(|&(_, first)| chinese_power(first).is_some());
    if is_vague {
        return Some(Read::Other(end));
    }
    match at(end) {
        Some('年') if !part_of_a_word => {
            let year = value.to_integer().filter(|year| (1000..=9999).contains(year));
            Some(year.map_or(Read::Other(end + 1), |year| Read::Year(year, end + 1)))
        }
        Some('月' | '日' | '号' | '时' | '点' | '年' | '届' | '楼' | '室') => Some(Read::Other(end + 1)),
        Some('-' | '~' | '～' | '—' | '–' | '/' | ':') if at(end + 1).is_some_and(is_numeral) => {
            Some(Read::Other(end))
        }
        _ => (part_of_a_word || in_a_range).then_some(Read::Other(end)),
    }
}

/// A number with what stands right behind its numeral.
fn number(chars: &Chars, from: usize, value: Decimal, end: usize, is_percent: bool) -> Read {
    let at = |i: usize| char_at(chars, i);
    let stands_at = |words: &str, from: usize| words.chars().zip(from..).all(|(c, i)| at(i) == Some(c));
    let (mut end, mut is_percent) = (end, is_percent);
    let mut is_approximate = is_called_approximate(chars, from) || is_rounded(&chars[from..end]);
    while matches!(at(end), Some('余' | '多' | '几')) {
        is_approximate = true;
        end += 1;
    }
    let numeral_end = end;
    if matches!(at(end), Some('%' | '％')) {
        is_percent = true;
        end += 1;
    }
    if at(end) == Some('个') {
        if stands_at("百分点", end + 1) {
            return Read::Other(end + 4);
        }
        // 20个工作日 is a time.
        let times = ["工作日", "自然日", "月", "小时", "季度"];
        if let Some(time) = times.into_iter().find(|words| stands_at(words, end + 1)) {
            return Read::Other(end + 1 + time.chars().count());
        }
    }
    let at_numeral = from..if is_percent { end } else { numeral_end };
    let unit = if is_percent { None } else { unit_at(chars, end) };
    end += unit.map_or(0, |unit| unit.chars().count());
    is_approximate |= ["左右", "以上", "以下"].into_iter().any(|words| stands_at(words, end));
    // 10件至20件 and 1,23件 are one statement of two numerals.
    let goes_on = |c: char| {
        matches!(c, '至' | '到' | '-' | '~' | '～' | '—' | '–') || unit.is_none() && matches!(c, ',' | '，' | ' ')
    };
    if !is_percent && at(end).is_some_and(goes_on) && at(end + 1).is_some_and(|c| digit(c).is_some()) {
        let numerals = chars[end..].iter().take(LONGEST).take_while(|&&(_, c)| digit(c).is_some() || goes_on(c));
        return Read::Other(end + numerals.count());
    }
    Read::Number(Number { value, at: at_numeral, end, unit, is_percent, is_approximate })
}

/// Whether a numeral is a fraction of thousands or more that leaves its last digits open: 0.31万 is 3119, too.
fn is_rounded(numeral: &Chars) -> bool {
    let digits_behind = |at: usize| numeral[at + 1..].iter().take_while(|&&(_, c)| digit(c).is_some()).count();
    let decimals = numeral.iter().position(|&(_, c)| matches!(c, '.' | '．')).map(digits_behind);
    let power: u32 = numeral.iter().filter_map(|&(_, c)| chinese_power(c)).sum();
    decimals.is_some_and(|decimals| power > 2 && decimals < power as usize)
}

/// The unit that begins at a character.
fn unit_at(chars: &Chars, at: usize) -> Option<&'static str> {
    let first = char_at(chars, at)?;
    let mut bytes = [0; 4];
    let first: &str = first.encode_utf8(&mut bytes);
    let begins = |unit: &&&str| unit.as_bytes().first_chunk::<3>() == first.as_bytes().first_chunk();
    let stands_here = |unit: &&&str| unit.chars().zip(at..).all(|(c, i)| char_at(chars, i) == Some(c));
    UNITS.iter().filter(begins).find(stands_here).copied()
}

/// Whether the words before a number call it approximate or a bound.
fn is_called_approximate(chars: &Chars, from: usize) -> bool {
    const WORDS: &[&str] = words!("约 近 逾 超 超过 多达 不少于 大约 将近");
    let last = from.checked_sub(1).map(|before| chars[before].1);
    matches!(last, Some('约' | '近' | '逾' | '超' | '过' | '达' | '于'))
        && WORDS.iter().any(|word| {
            let length = word.chars().count();
            from.checked_sub(length)
                .is_some_and(|start| word.chars().zip(&chars[start..from]).all(|(a, &(_, b))| a == b))
        })
}

/// Digits, thousands marks, a fraction, a multiplier. The value is `None` if it does not fit or is ambiguous.
fn arabic(chars: &Chars, from: usize) -> (Option<Decimal>, usize) {
    let digit_at = |i: usize| chars.get(i).and_then(|&(_, c)| digit(c));
    let char_at = |i: usize| chars.get(i).map(|&(_, c)| c);
    let digits_from = |mut i: usize| {
        let mut digits = String::new();
        while let Some(d) = digit_at(i) {
            digits.push(d);
            i += 1;
        }
        (digits, i)
    };
    if let Some(plain) = plain_digits(chars, from) {
        return plain;
    }
    let (mut integer, mut end) = digits_from(from);
    let mut is_sound = true;
    if integer.len() <= 3 {
        while let Some(mark @ (',' | '，' | '\'' | ' ')) = char_at(end)
            && let (group, after) = digits_from(end + 1)
            && group.len() == 3
        {
            // A full comma or a space may as well part two numbers.
            is_sound &= matches!(mark, ',' | '\'');
            integer.push_str(&group);
            end = after;
        }
    }
    // Numbers beside each other are the rest of a table.
    if char_at(end) == Some(' ') && digit_at(end + 1).is_some() {
        is_sound = false;
    }
    let mut fraction = String::new();
    if matches!(char_at(end), Some('.' | '．')) {
        let (digits, after) = digits_from(end + 1);
        if !digits.is_empty() {
            (fraction, end) = (digits, after);
        }
    }
    let is_short = integer.len() + fraction.len() <= LONGEST;
    let mut power = 0;
    // 万元 is a unit, 1.2万条 is a number and a unit.
    while let Some(more) = char_at(end).and_then(chinese_power)
        && more > 1
        && char_at(end + 1) != Some('元')
        && power < 12
    {
        power += more;
        end += 1;
    }
    // 1万2千 is one number in two numerals.
    while power > 0 && digit_at(end).is_some() {
        is_sound = false;
        end += 1;
        while char_at(end).is_some_and(|c| digit(c).is_some() || chinese_power(c).is_some()) {
            end += 1;
        }
    }
    let value = (is_sound && is_short).then(|| shifted(&integer, &fraction, power as usize)).flatten();
    (value, end)
}

/// Most numbers: a few digits, and nothing behind them that could go on.
fn plain_digits(chars: &Chars, from: usize) -> Option<(Option<Decimal>, usize)> {
    const FEW: usize = 9;
    let digits = chars[from..].iter().take(FEW + 1).map_while(|&(_, c)| digit(c)?.to_digit(10));
    let (count, value) =
        digits.fold((0, 0_u32), |(count, value), digit| (count + 1, value.saturating_mul(10).saturating_add(digit)));
    let next = chars.get(from + count).map(|&(_, c)| c);
    let goes_on = next.is_some_and(|c| matches!(c, ',' | '，' | '\'' | ' ' | '.' | '．') || chinese_power(c).is_some());
    (count <= FEW && !goes_on).then(|| (Some(Decimal::from(value)), from + count))
}

/// A number of digits times a power of ten.
fn shifted(integer: &str, fraction: &str, power: usize) -> Option<Decimal> {
    let moved = fraction.len().min(power);
    let zeros = "0".repeat(power - moved);
    Decimal::from_digits(false, &format!("{integer}{}{zeros}", &fraction[..moved]), &fraction[moved..])
}

/// A Chinese numeral: 三千六百四十六, 十二, 两, 一万二, 二〇二四, 十二点五.
fn chinese(chars: &Chars, from: usize) -> Option<(Option<Decimal>, usize)> {
    let run = chars[from..].iter().take(LONGEST).take_while(|&&(_, c)| is_chinese_numeral(c)).count();
    let mut end = from + run;
    // 三万元 is 三 and 万元.
    if run > 1 && chars.get(end).is_some_and(|&(_, c)| c == '元') && matches!(chars[end - 1].1, '万' | '亿') {
        end -= 1;
    }
    if end == from {
        return None;
    }
    let numeral = &chars[from..end];
    // 万 or 百 alone is a word, 十 a number.
    if numeral.iter().all(|&(_, c)| chinese_power(c).is_some_and(|power| power > 1)) {
        return None;
    }
    let is_digits = numeral.len() > 1 && numeral.iter().all(|&(_, c)| chinese_digit(c).is_some());
    // 三四件, 一两件: three or four, one or two.
    let is_either = is_digits && run == 2 && from_either(numeral);
    let integer = if is_either {
        None
    } else if is_digits {
        numeral.iter().try_fold(0_u64, |n, &(_, c)| n.checked_mul(10)?.checked_add(chinese_digit(c)?))
    } else {
        chinese_integer(numeral)
    };
    let mut fraction = String::new();
    if chars.get(end).is_some_and(|&(_, c)| c == '点') {
        let digits = chars[end + 1..].iter().take(LONGEST).map_while(|&(_, c)| chinese_digit(c));
        fraction = digits.map(|d| d.to_string()).collect();
        if !fraction.is_empty() {
            end += 1 + fraction.len();
        }
    }
    let value = integer.and_then(|integer| Decimal::from_digits(false, &integer.to_string(), &fraction));
    Some((value, end))
}

/// Whether two numerals follow each other as numbers do, so that the one or the other is meant.
fn from_either(numeral: &Chars) -> bool {
    let digits: Vec<u64> = numeral.iter().filter_map(|&(_, c)| chinese_digit(c)).collect();
    matches!(digits[..], [a, b] if a > 0 && (b == a + 1 || b == a + 2))
}

fn chinese_integer(numeral: &Chars) -> Option<u64> {
    // All that is past 万, what is below it, and the figure that waits for its power.
    let (mut whole, mut section, mut pending) = (0_u64, 0_u64, None);
    let mut last_power = 0;
    for &(_, c) in numeral {
        if let Some(digit) = chinese_digit(c) {
            if pending.is_some_and(|p: u64| p != 0) {
                return None;
            }
            pending = Some(digit);
            if digit == 0 {
                last_power = 0;
            }
            continue;
        }
        let power = chinese_power(c)?;
        if power >= 4 {
            section += pending.take().unwrap_or(0);
            let factor = 10_u64.checked_pow(power)?;
            whole = if power == 8 {
                whole.checked_add(section)?.checked_mul(factor)?
            } else {
                whole.checked_add(section.checked_mul(factor)?)?
            };
            section = 0;
        } else {
            // 十 at the start, and 百 without a figure, are one ten and one hundred.
            section += pending.take().filter(|&p| p != 0).unwrap_or(1) * 10_u64.pow(power);
        }
        last_power = power;
    }
    // 一万二 is 12 000, 一千二 is 1200; 二十三 is 23.
    let rest = pending.unwrap_or(0);
    let rest = if last_power >= 2 { rest * 10_u64.pow(last_power - 1) } else { rest };
    whole.checked_add(section)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::{Read, read};

    /// What a numeral turned out to be: value, unit, `%`, `~` for what is called approximate; a year; or that it counts nothing.
    fn said(text: &str, from: usize) -> String {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        match read(&chars, from) {
            None => "none".to_owned(),
            Some(Read::Year(year, _)) => format!("year {year}"),
            Some(Read::Other(_)) => "other".to_owned(),
            Some(Read::Number(number)) => {
                let about = if number.is_approximate { "~" } else { "" };
                let percent = if number.is_percent { "%" } else { "" };
                format!("{about}{}{percent}{}", number.value, number.unit.unwrap_or_default())
            }
        }
    }

    #[test]
    fn numerals_are_read_as_reports_write_them() {
        for (text, expected) in [
            ("12件", "12件"),
            ("１２件", "12件"),
            ("1,234件", "1234件"),
            ("1，234件", "other"),
            ("1 234件", "other"),
            ("1.5万条", "~15000条"),
            ("0.31万件", "~3100件"),
            ("1.2345万条", "12345条"),
            ("2万件", "20000件"),
            ("3万元", "3万元"),
            ("2.5亿元", "2.5亿元"),
            ("41.2%", "41.2%"),
            ("百分之三", "3%"),
            ("十二件", "12件"),
            ("一万二千件", "12000件"),
            ("一万二件", "12000件"),
            ("二十三件", "23件"),
            ("两件", "2件"),
            ("十二点五件", "12.5件"),
            ("三四件", "other"),
            ("1万2千件", "other"),
            ("20余件", "~20件"),
            ("5件左右", "~5件"),
            ("5件次", "5件次"),
            ("5", "5"),
            ("万元", "none"),
            ("2024年", "year 2024"),
            ("二〇二四年", "year 2024"),
            ("1月", "other"),
            ("31日", "other"),
            ("20个工作日", "other"),
            ("10至20件", "other"),
            ("5个百分点", "other"),
            ("123456789012345678901234567890123件", "other"),
        ] {
            assert_eq!(said(text, 0), expected, "{text}");
        }
        for (text, expected) in
            [("约5件", "~5件"), ("第5件", "other"), ("A5件", "other"), ("〔5号", "other"), ("数十件", "other")]
        {
            assert_eq!(said(text, 1), expected, "{text}");
        }
    }
}
