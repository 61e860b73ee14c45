//! Lists of words, written as the lexicon writes them: parted by spaces.

/// The words of a text that are parted by single spaces, as a list.
macro_rules! words {
    ($text:literal) => {{
        const COUNT: usize = $crate::narrative::words::list::count($text);
        const WORDS: [&str; COUNT] = $crate::narrative::words::list::split($text);
        &WORDS
    }};
}
pub(crate) use words;

pub(crate) const fn count(text: &str) -> usize {
    let (mut count, mut at) = (1, 0);
    while at < text.len() {
        count += (text.as_bytes()[at] == b' ') as usize;
        at += 1;
    }
    count
}

pub(crate) const fn split<const COUNT: usize>(text: &'static str) -> [&'static str; COUNT] {
    let mut words = [""; COUNT];
    let (mut rest, mut found) = (text, 0);
    while found < COUNT {
        let mut end = 0;
        while end < rest.len() && rest.as_bytes()[end] != b' ' {
            end += 1;
        }
        let (word, behind) = rest.split_at(end);
        words[found] = word;
        rest = if behind.is_empty() { behind } else { behind.split_at(1).1 };
        found += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_parted_by_spaces() {
        const WORDS: &[&str] = words!("街道办事处 局 厅");
        assert_eq!(WORDS, ["街道办事处", "局", "厅"]);
    }
}
