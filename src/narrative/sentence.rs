//! The sentences of a text.

use std::ops::Range;

/// The sentences of a text. A line that is full may go on in the next; a blank line ends it.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut line_start = 0;
    let mut push = |range: Range<usize>| {
        if !text[range.clone()].trim().is_empty() {
            all.push(range);
        }
    };
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let ends = match c {
            '。' | '！' | '？' | '|' | '\t' => true,
            '\n' => {
                let line = text[line_start..at].trim();
                let next = text[end..].chars().find(|c| *c == '\n' || !c.is_whitespace());
                line_start = end;
                matches!(next, None | Some('\n')) || ends_paragraph(line)
            }
            _ => false,
        };
        if ends {
            push(start..end);
            start = end;
        }
    }
    push(start..text.len());
    all
}

/// Whether nothing of the line's sentence follows in the next one.
fn ends_paragraph(line: &str) -> bool {
    const FULL: usize = 20;
    line.ends_with(['。', '；', '！', '？', '：', ';', ':'])
        || line.chars().nth(FULL).is_none() && !line.ends_with(['，', '、', ','])
}
