//! Digits, brackets and widths that print writes in several ways. The characters are in the table of `fold`.
//!
//! Names, labels and figures are compared and read through these functions, so that no two places disagree about what is a digit
//! and which character stands for which.

use crate::value::fold::simplified;

/// The Chinese digits as the form and the statutes write them, by value.
pub(crate) const NUMERALS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The value of a digit, in ASCII or full width.
#[allow(dead_code, reason = "only readers of text need it")]
pub(crate) fn digit(c: char) -> Option<u8> {
    half_width(c).to_digit(10).and_then(|digit| u8::try_from(digit).ok())
}

/// The value of a Chinese digit, in plain, formal (壹, 贰) or traditional writing. `○` and its likes are read as 〇.
#[allow(dead_code, reason = "only readers of text need it")]
pub(crate) fn chinese_digit(c: char) -> Option<u8> {
    digit_of_simplified(simplified(c))
}

/// The same of a character that is simplified.
pub(crate) const fn digit_of_simplified(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' | '○' | '◯' => 0,
        '一' | '壹' | '弌' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' | '叄' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The power of ten that a Chinese numeral multiplies by: 1 for 十, 8 for 亿.
#[allow(dead_code, reason = "only readers of text need it")]
pub(crate) fn chinese_power(c: char) -> Option<u32> {
    power_of_simplified(simplified(c))
}

/// The same of a character that is simplified.
#[allow(dead_code, reason = "only readers of text need it")]
pub(crate) const fn power_of_simplified(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        '万' => 4,
        '亿' => 8,
        _ => return None,
    })
}

/// The ASCII character of a full-width one; any other character as it is.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        _ => c,
    }
}

/// A round bracket for every kind of bracket that print puts in its place: `（`, `〔`, `［`, `【`.
pub(crate) fn round_bracket(c: char) -> char {
    match c {
        '（' | '〔' | '［' | '【' | '﹙' => '(',
        '）' | '〕' | '］' | '】' | '﹚' => ')',
        _ => c,
    }
}

/// A character as names and labels are compared: half width, with round brackets, simplified.
pub(crate) fn folded(c: char) -> char {
    simplified(half_width(round_bracket(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_kind() {
        for (text, value) in [("0０", 0), ("9９", 9)] {
            assert!(text.chars().all(|c| digit(c) == Some(value)), "{text}");
        }
        for (text, value) in [
            ("零〇○◯", 0),
            ("一壹⼀", 1),
            ("二两兩贰貳⼆", 2),
            ("三叁叄", 3),
            ("四肆", 4),
            ("五伍", 5),
            ("六陆陸", 6),
            ("七柒", 7),
            ("八捌⼋", 8),
            ("九玖", 9),
        ] {
            for c in text.chars() {
                assert_eq!((c, chinese_digit(c), digit(c)), (c, Some(value), None));
            }
        }
        for (text, power) in [("十拾⼗", 1), ("百佰", 2), ("千仟", 3), ("万萬", 4), ("亿億", 8)] {
            assert!(text.chars().all(|c| chinese_power(c) == Some(power)), "{text}");
        }
        for c in ['件', 'a', '-', '²', '①', '٣'] {
            assert_eq!((digit(c), chinese_digit(c), chinese_power(c)), (None, None, None), "{c}");
        }
    }

    #[test]
    fn characters_are_folded_to_the_one_that_is_meant() {
        for (print, meant) in [
            ("（開發區）", "(开发区)"),
            ("〔２０１９〕６０號", "(2019)60号"),
            ("淮安市⼈⺠政府", "淮安市人民政府"),
            ("⻄安市⻓安区⻔户", "西安市长安区门户"),
            ("⾨頭溝區", "门头沟区"),
            ("處理決定數量", "处理决定数量"),
            ("公開　總數", "公开 总数"),
            ("Ａｂ％", "Ab%"),
        ] {
            assert_eq!(print.chars().map(folded).collect::<String>(), meant);
        }
    }
}
