//! A form as Markdown.

use std::fmt::Write as _;

use crate::form::layout::{Content, Layout, Slot};
use crate::form::{Form, Section};
use crate::render::{ABSENT_SIGN, no_table, particulars, title};
use crate::value::Lang;
use crate::value::clip::is_invisible;

/// The form as GitHub Flavored Markdown: its title, edition and dates, and its three tables as pipe
/// tables, with the labels in `lang`.
///
/// Markdown has no merged cells: a box of several rows or columns prints in the first of its fields and leaves
/// the others empty. A line ends with its last box, so a field under a value is always a cell of the form. Characters that Markdown would
/// interpret become character references, such as `&#124;` for `|`, and so do control characters.
///
/// ```
/// use ogi_report::{Form, Lang, render};
///
/// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
/// let form: Form = serde_json::from_str(&json)?;
/// let markdown = render::markdown(&form, Lang::Zh);
/// assert!(markdown.starts_with("# 安丘经济开发区管委会2020年政府信息公开工作年度报告\n"));
/// assert!(markdown.contains("\n| 信息内容 | 采购项目数量 | 采购总金额 |\n| 政府集中采购 | 0 | 0 |\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn markdown(form: &Form, lang: Lang) -> String {
    let mut out = String::with_capacity(8 * 1024);
    let (body, rest) = title(form, lang);
    out.push_str("# ");
    escape(&mut out, body);
    out.push_str(&rest);
    out.push_str("\n\n");
    out.push_str(&particulars(form, lang).join("  \n"));
    out.push('\n');
    for &section in Section::ALL {
        let _ = write!(out, "\n## {}\n\n", section.label(lang));
        match Layout::of(form, section) {
            Some(layout) => table(&mut out, form, &layout, lang),
            None => {
                let _ = writeln!(out, "{ABSENT_SIGN} {}", no_table(lang));
            }
        }
    }
    out
}

fn table(out: &mut String, form: &Form, layout: &Layout, lang: Lang) {
    let rows = fields(layout);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (i, fields) in rows.iter().enumerate() {
        out.push('|');
        for field in fields {
            out.push(' ');
            match field.map(|slot| &slot.content) {
                None => {}
                Some(Content::Header(label, _) | Content::Note(label)) => out.push_str(&label[lang.index()]),
                Some(Content::Value(cell)) => match form.get(*cell) {
                    None => out.push_str(ABSENT_SIGN),
                    Some(filed) => escape(out, &filed.as_printed()),
                },
            }
            out.push_str(" |");
        }
        if i == 0 {
            // The first line has every field, and the second says how many there are.
            out.push_str(&"  |".repeat(columns - fields.len()));
            let _ = write!(out, "\n|{}", " --- |".repeat(columns));
        }
        out.push('\n');
    }
}

/// The fields of every line: the box that begins there, or nothing where one goes on, but not behind the last.
fn fields(layout: &Layout) -> Vec<Vec<Option<&Slot>>> {
    let owners = layout.owners();
    let mut rows = Vec::new();
    for group in &layout.groups {
        for row in group.rows.clone() {
            let mut fields = Vec::new();
            for boxes in owners[row].chunk_by(|a, b| a == b) {
                let slot = &layout.slots[boxes[0]];
                fields.push(Some(slot).filter(|slot| slot.row == row));
                let others = if group.is_spread { 0 } else { boxes.len() - 1 };
                fields.extend((0..others).map(|_| None));
            }
            let last = fields.iter().rposition(Option::is_some).unwrap_or(0);
            fields.truncate(last + 1);
            rows.push(fields);
        }
    }
    rows
}

/// A text from outside: letters and what figures are made of as they are, everything else of ASCII, control
/// characters, spaces at either end and the sign for a cell that is not there as character references.
fn escape(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        let is_plain = match c {
            // Markdown makes a link of an address of the web.
            'w' | 'W' => false,
            '.' | ',' | '/' | '+' | '-' | '%' | '(' | ')' => true,
            ' ' => at > 0 && at + 1 < text.len(),
            _ if c.is_ascii() => c.is_ascii_alphanumeric(),
            _ => !is_invisible(c) && !ABSENT_SIGN.contains(c),
        };
        if is_plain {
            out.push(c);
        } else {
            let _ = write!(out, "&#{};", u32::from(c));
        }
    }
}
