//! Digits that print writes in several ways. `fold` has the tables of characters.
//!
//! Every reader of figures asks these functions, so that no two places disagree about what is a digit.

use crate::value::fold::{half_width, simplified};

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
}
