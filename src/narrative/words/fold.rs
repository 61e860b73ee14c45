//! Characters as the lexicon has them: full-width digits and letters, radicals and compatibility forms, traditional ones.

use crate::value::fold::simplified;

/// A text, folded.
pub(crate) fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// The character as the lexicon has it.
#[inline]
pub(crate) fn fold(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．' | '＋' | '－' => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        _ if c.is_ascii() => c,
        _ => simplified(c),
    }
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn print_is_folded_to_what_the_lexicon_has() {
        for (printed, expected) in [
            ("⼆〇２３年⼯作", "二〇23年工作"),
            ("一、總體情況", "一、总体情况"),
            ("收到申請１，２３４件", "收到申请1，234件"),
            ("⻓期", "长期"),
        ] {
            assert_eq!(folded(printed), expected);
        }
    }
}
