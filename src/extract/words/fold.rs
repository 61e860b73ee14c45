//! Text as it is compared with the labels of the form: without the accidents of print.

use unicode_normalization::char::decompose_compatible;

use crate::value::fold::simplified;

/// Characters of a text that matter for comparison, each with where it stands in the text.
///
/// White space and quotation marks are left out, full width becomes half width, compatibility forms that PDF
/// readers make (⼀, ㈠, ①) become what they stand for, traditional characters become simplified, and glosses in
/// pinyin that converters put behind traditional characters, `數(shù)`, are left out.
#[derive(Default)]
pub(crate) struct Folded {
    pub(crate) chars: Vec<char>,
    /// By character, the byte in the text at which it starts and the byte behind it.
    pub(crate) at: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.push(text, 0);
        folded
    }

    /// Folds a text that stands at that byte behind what was folded before.
    pub(crate) fn push(&mut self, text: &str, offset: usize) {
        /// Bytes of most characters of a label.
        const BYTES: usize = 3;
        self.chars.reserve(text.len() / BYTES + 1);
        self.at.reserve(text.len() / BYTES + 1);
        let mut rest = text.char_indices();
        while let Some((at, c)) = rest.next() {
            // Nearly every character of a label is one of these, and stays one.
            if is_ideograph(c) {
                self.chars.push(simplified(c));
                self.at.push((offset + at, offset + at + c.len_utf8()));
                continue;
            }
            if c.is_whitespace() || is_left_out(c) {
                continue;
            }
            // The line break of a cell in Markdown.
            if c == '<'
                && let Some(length) = break_tag(rest.as_str())
            {
                let end = at + 1 + length;
                while rest.offset() < end && rest.next().is_some() {}
                continue;
            }
            let may_be_gloss = (c == '(' || c == '（') && self.chars.last().is_some_and(|c| is_ideograph(*c));
            if may_be_gloss && let Some(length) = gloss(rest.as_str()) {
                let end = at + c.len_utf8() + length;
                while rest.offset() < end && rest.next().is_some() {}
                continue;
            }
            let bytes = (offset + at, offset + at + c.len_utf8());
            let mut put = |c: char| {
                if !c.is_whitespace() {
                    self.chars.push(simplified(c));
                    self.at.push(bytes);
                }
            };
            match c {
                _ if c.is_ascii() => put(c),
                // What print has most of beside these: full width, and the marks of Chinese text.
                '\u{ff01}'..='\u{ff5e}' => put(char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)),
                '\u{3001}'..='\u{3029}' => put(plain_mark(c)),
                _ => decompose_compatible(c, |c| put(plain_mark(c))),
            }
        }
    }

    /// How many characters there are.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }
}

/// Characters that print puts around words and that change nothing in them.
fn is_left_out(c: char) -> bool {
    matches!(
        c,
        '“' | '”' | '‘' | '’' | '"' | '\'' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\0' | '*'
    )
}

/// Whether a character is of the block of Chinese characters in common use.
pub(crate) fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether a character is a digit that numbers a label, a month or a quarter.
pub(crate) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// Bytes of a gloss in pinyin up to and with its closing bracket.
fn gloss(behind_bracket: &str) -> Option<usize> {
    /// Letters of the longest syllable.
    const LONGEST: usize = 6;
    let is_pinyin = |c: char| c.is_ascii_lowercase() || ('\u{e0}'..='\u{1dc}').contains(&c);
    let end = behind_bracket.char_indices().take(LONGEST + 1).find(|&(_, c)| !is_pinyin(c))?;
    (end.0 > 0 && matches!(end.1, ')' | '）')).then(|| end.0 + end.1.len_utf8())
}

/// Bytes of the rest of the tag `<br>`.
fn break_tag(behind_bracket: &str) -> Option<usize> {
    ["br>", "br/>", "br />"].into_iter().find(|tag| behind_bracket.starts_with(tag)).map(str::len)
}

/// Marks that compatibility does not fold, as ASCII.
fn plain_mark(c: char) -> char {
    match c {
        '–' | '—' | '―' | '−' | '‐' | '‑' => '-',
        '。' | '﹒' | '•' | '·' => '.',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    fn folded(text: &str) -> String {
        Folded::of(text).chars.into_iter().collect()
    }

    #[test]
    fn print_is_folded_to_what_it_stands_for() {
        assert_eq!(folded("（二）部 分\n公开"), "(二)部分公开");
        assert_eq!(folded("㈠本年新收１２件"), "(一)本年新收12件");
        assert_eq!(folded("現(xiàn)行有效件數(shù)"), "现行有效件数");
        assert_eq!(folded("⼆、主動公開“政府”信息"), "二、主动公开政府信息");
        assert_eq!(folded("结果(其中3件)"), "结果(其中3件)");
    }

    #[test]
    fn every_character_knows_where_it_stood() {
        let text = "數(shù) 12";
        let folded = Folded::of(text);
        let printed: Vec<&str> = folded.at.iter().map(|&(from, to)| &text[from..to]).collect();
        assert_eq!(printed, ["數", "1", "2"]);
    }
}
