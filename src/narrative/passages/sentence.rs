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

/// Whether nothing of the line's sentence follows in the next one.
fn ends_paragraph(line: &str) -> bool {
    const FULL: usize = 20;
    line.ends_with(['。', '；', '！', '？', '：', ';', ':'])
        || line.chars().nth(FULL).is_none() && !line.ends_with(['，', '、', ','])
}
