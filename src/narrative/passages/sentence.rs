//! The sentences of a text.

use std::ops::Range;

use crate::narrative::words::fold::fold;
use crate::narrative::words::numeral;

/// The most bytes of a sentence. Real ones have some hundred characters. What is said of a number may depend on every word of
/// its sentence, so that the bound keeps the time proportional to the length of the text.
const LONGEST: usize = 12_000;

/// The sentences of a text. A line that is full may go on in the next; a blank line ends it. What is too long for a sentence is parted.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut line_start = 0;
    let mut push = |range: Range<usize>| {
        let mut rest = range;
        while rest.len() > LONGEST {
            let end = parted(text, rest.start);
            all.push(rest.start..end);
            rest.start = end;
        }
        if !text[rest.clone()].trim().is_empty() {
            all.push(rest);
        }
    };
    // The marks by their bytes, because most characters are none.
    let bytes = text.as_bytes();
    let mut next = 0;
    while let Some(&byte) = bytes.get(next) {
        let at = next;
        let length = match byte {
            0xe3 | 0xef if text[at..].starts_with(['。', '！', '？']) => 3,
            b'\n' | b'|' | b'\t' => 1,
            0xe0..=0xef => {
                next += 3;
                continue;
            }
            _ => {
                next += 1;
                continue;
            }
        };
        next = at + length;
        let end = next;
        let ends = byte != b'\n' || {
            let line = text[line_start..at].trim();
            let next = text[end..].chars().find(|c| *c == '\n' || !c.is_whitespace());
            line_start = end;
            matches!(next, None | Some('\n')) || ends_paragraph(line)
        };
        if ends {
            push(start..end);
            start = end;
        }
    }
    push(start..text.len());
    all
}

/// Where a sentence that is too long is parted: behind a clause, or else behind a character that is no part of a number.
fn parted(text: &str, start: usize) -> usize {
    let end = text.floor_char_boundary(start + LONGEST);
    let piece = &text[start..end];
    let clause = piece.rfind(['，', '；', '、', '：']).map(|at| at + '，'.len_utf8());
    let is_word = |c: char| !numeral::begins(fold(c)) && !c.is_ascii_punctuation();
    let word = || piece.char_indices().rfind(|&(_, c)| is_word(c)).map(|(at, c)| at + c.len_utf8());
    start + clause.or_else(word).unwrap_or(piece.len())
}

/// Whether nothing of the line's sentence follows in the next one.
fn ends_paragraph(line: &str) -> bool {
    const FULL: usize = 20;
    line.ends_with(['。', '；', '！', '？', '：', ';', ':'])
        || line.chars().nth(FULL).is_none() && !line.ends_with(['，', '、', ','])
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, sentences};

    #[test]
    fn what_is_too_long_for_a_sentence_is_parted_and_nothing_is_lost() {
        for (piece, end) in [("收到申请5件，", '，'), ("123件", '件'), ("7", '7'), ("信息", '息')] {
            let text = piece.repeat(3 * LONGEST / piece.len() + 1);
            let parts = sentences(&text);
            assert!(parts.len() > 2 && parts.iter().all(|part| part.len() <= LONGEST), "{piece}");
            assert_eq!(parts.iter().map(|part| &text[part.clone()]).collect::<String>(), text);
            assert!(text[parts[0].clone()].ends_with(end), "{piece}");
        }
    }
}
