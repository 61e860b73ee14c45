//! A form as text for a terminal.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthChar;

use crate::check::{Checked, Severity};
use crate::form::layout::{Content, Layout, Slot};
use crate::form::{Cell, Form, Section};
use crate::render::marks::Marks;
use crate::render::{ABSENT_SIGN, no_table, particulars, title};
use crate::value::Lang;
use crate::value::clip::start;

/// The form as text for a terminal: its title, edition and dates, and its three tables drawn with `+`, `-` and
/// `|`, aligned where a Chinese character is as wide as two others, with the labels in `lang`.
///
/// It is for reading. Long words in a cell break into lines, of more than a hundred characters only the start is shown, and control
/// characters, which a terminal would obey, show as U+FFFD.
///
/// ```
/// use ogi_report::{Form, Lang, render};
///
/// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
/// let form: Form = serde_json::from_str(&json)?;
/// let text = render::text(&form, Lang::Zh);
/// assert!(text.starts_with("安丘经济开发区管委会2020年政府信息公开工作年度报告\n"));
/// assert!(text.contains("\n| 规章                 |              0 |              0 |              0 |\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn text(form: &Form, lang: Lang) -> String {
    text_with(form, lang, |_| "")
}

/// The same with the findings of a check: `✗` before a cell that has an error, `!` for a warning and `i` for a note. [`Checked::text`] says
/// what the findings are.
///
/// ```
/// use ogi_report::{Applicant, Cell, Column, Form, Lang, RequestRow, render};
///
/// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
/// let mut form: Form = serde_json::from_str(&json)?;
/// form.set(Cell::request(RequestRow::Received, Column::Total), 6);
/// let text = render::checked_text(&form, &form.check(), Lang::Zh);
/// assert!(text.contains("✗ 6 |\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn checked_text(form: &Form, checked: &Checked, lang: Lang) -> String {
    let marks = Marks::of(checked, &[]);
    text_with(form, lang, |cell| match marks.cell(cell).severity {
        Some(Severity::Error) => "✗ ",
        Some(Severity::Warning) => "! ",
        Some(Severity::Info) => "i ",
        None => "",
    })
}

/// The text, with a sign before what some cells print.
fn text_with(form: &Form, lang: Lang, sign: impl Fn(Cell) -> &'static str) -> String {
    let mut out = String::with_capacity(8 * 1024);
    let (body, rest) = title(form, lang);
    let _ = writeln!(out, "{}{rest}", visible(body));
    for line in particulars(form, lang) {
        let _ = writeln!(out, "{line}");
    }
    for &section in Section::ALL {
        let _ = write!(out, "\n{}\n\n", section.label(lang));
        match Layout::of(form, section) {
            Some(layout) => Drawing::of(form, &layout, lang, &sign).write(&mut out),
            None => {
                let _ = writeln!(out, "{ABSENT_SIGN} {}", no_table(lang));
            }
        }
    }
    out
}

/// A table with its texts broken into lines and the widths of its columns.
struct Drawing<'a> {
    layout: &'a Layout,
    /// The box at every place of the grid.
    owners: Vec<Vec<usize>>,
    /// The lines of every box.
    lines: Vec<Vec<String>>,
    widths: Vec<usize>,
    /// The lines of every row.
    heights: Vec<usize>,
    /// Whether a rule is drawn below the row.
    rules: Vec<bool>,
}

/// The width between the texts of neighbouring columns: a space, `|` and a space.
const BETWEEN: usize = 3;

impl<'a> Drawing<'a> {
    fn of(form: &Form, layout: &'a Layout, lang: Lang, sign: impl Fn(Cell) -> &'static str) -> Self {
        let texts: Vec<String> = layout
            .slots
            .iter()
            .map(|slot| match &slot.content {
                Content::Header(label, _) | Content::Note(label) => label[lang.index()].to_string(),
                Content::Value(cell) => format!("{}{}", sign(*cell), printed(form, *cell)),
            })
            .collect();
        let widths = widths(layout, &texts, lang);
        let lines: Vec<Vec<String>> =
            layout.slots.iter().zip(&texts).map(|(slot, text)| wrapped(text, inner(&widths, slot))).collect();
        let rules = (0..layout.rows.len()).map(|row| layout.has_rule_below(row)).collect();
        let mut drawing = Self { layout, owners: layout.owners(), lines, widths, heights: Vec::new(), rules };
        drawing.heights = drawing.heights();
        drawing
    }

    /// Each row is as high as its highest box of one row; where a box of several needs more, the last of them is higher.
    fn heights(&self) -> Vec<usize> {
        let mut heights = vec![1; self.layout.rows.len()];
        for several in [false, true] {
            for (slot, lines) in self.layout.slots.iter().zip(&self.lines).filter(|(s, _)| (s.rows > 1) == several) {
                let last = slot.row + slot.rows - 1;
                let above: usize = (slot.row..last).map(|row| heights[row] + usize::from(self.rules[row])).sum();
                heights[last] = heights[last].max(lines.len().saturating_sub(above));
            }
        }
        heights
    }

    fn write(&self, out: &mut String) {
        let rows = self.layout.rows.len();
        self.rule(out, None, Some(0), &mut vec![0; self.lines.len()]);
        // How many of the lines of each box are written.
        let mut written = vec![0; self.lines.len()];
        for row in 0..rows {
            for _ in 0..self.heights[row] {
                for boxes in self.owners[row].chunk_by(|a, b| a == b) {
                    out.push_str("| ");
                    self.line_of(out, boxes[0], &mut written);
                    out.push(' ');
                }
                out.push_str("|\n");
            }
            if self.rules[row] {
                self.rule(out, Some(row), Some(row + 1).filter(|&below| below < rows), &mut written);
            }
        }
    }

    /// The next line of a box, as wide as the box.
    fn line_of(&self, out: &mut String, slot: usize, written: &mut [usize]) {
        let line = self.lines[slot].get(written[slot]).map_or("", String::as_str);
        written[slot] += 1;
        let slot = &self.layout.slots[slot];
        let space = " ".repeat(inner(&self.widths, slot).saturating_sub(width(line)));
        let is_value = matches!(slot.content, Content::Value(_));
        out.extend(if is_value { [space.as_str(), line] } else { [line, space.as_str()] });
    }

    /// A rule between two rows, interrupted where a box covers both.
    fn rule(&self, out: &mut String, above: Option<usize>, below: Option<usize>, written: &mut [usize]) {
        let owner = |row: Option<usize>, column: usize| row.map(|row| self.owners[row][column]);
        let goes_on = |column: usize| above.is_some() && owner(above, column) == owner(below, column);
        let mut column = 0;
        let mut was_ruled = false;
        while column < self.layout.columns {
            let is_first = column == 0;
            if goes_on(column) {
                let slot = self.owners[above.unwrap_or(0)][column];
                out.push_str(if was_ruled { "+ " } else { "| " });
                self.line_of(out, slot, written);
                out.push(' ');
                was_ruled = false;
                column += self.layout.slots[slot].columns;
            } else {
                let is_joint = |row: Option<usize>| {
                    is_first || row.is_some_and(|row| self.owners[row][column] != self.owners[row][column - 1])
                };
                out.push(if is_joint(above) || is_joint(below) { '+' } else { '-' });
                out.push_str(&"-".repeat(self.widths[column] + 2));
                was_ruled = true;
                column += 1;
            }
        }
        out.push_str(if was_ruled { "+\n" } else { "|\n" });
    }
}

impl Layout {
    /// Whether a reader needs a rule below the row: around labels and at the end of what a label spans.
    fn has_rule_below(&self, row: usize) -> bool {
        let is_of_labels = |row: usize| {
            self.rows.get(row).is_none_or(|slots| {
                !self.slots[slots.clone()].iter().any(|slot| matches!(slot.content, Content::Value(_)))
            })
        };
        let ends_group = self.groups.iter().any(|group| group.rows.end == row + 1);
        let ends_or_begins = |slot: &Slot| slot.rows > 1 && (slot.row + slot.rows == row + 1 || slot.row == row + 1);
        is_of_labels(row) || is_of_labels(row + 1) || ends_group || self.slots.iter().any(ends_or_begins)
    }
}

/// The printed text of a cell.
fn printed(form: &Form, cell: Cell) -> String {
    match form.get(cell) {
        None => ABSENT_SIGN.to_owned(),
        Some(filed) => {
            let printed = visible(&filed.as_printed());
            if printed.contains(ABSENT_SIGN) { format!("“{printed}”") } else { printed }
        }
    }
}

/// The start of a text from outside, with nothing in it that a terminal would obey.
fn visible(text: &str) -> String {
    const LONGEST: usize = 100;
    start(text, LONGEST).collect()
}

/// The widths of the columns: as narrow as they can be without breaking a figure, and labels of rows on one line if
/// that is not too long.
fn widths(layout: &Layout, texts: &[String], lang: Lang) -> Vec<usize> {
    const LONGEST_FIGURE: usize = 16;
    let limit = |slot: &Slot, text: &str| match (&slot.content, lang) {
        (Content::Value(_), _) => LONGEST_FIGURE,
        (Content::Note(_), _) => 0,
        (Content::Header(..), _) if slot.column < layout.label_columns && slot.rows == 1 => 40,
        // Chinese breaks between any two characters, English between words.
        (Content::Header(..), Lang::Zh) => match layout.label_columns {
            0 => 4,
            1 => 16,
            _ if slot.column < layout.label_columns => 6,
            _ => 4,
        },
        (Content::Header(..), Lang::En) => text.split(' ').map(width).max().unwrap_or(0),
    };
    let mut widths = vec![1; layout.columns];
    for is_wide in [false, true] {
        for (slot, text) in layout.slots.iter().zip(texts).filter(|(slot, _)| (slot.columns > 1) == is_wide) {
            let is_row = matches!(slot.content, Content::Header(..)) && slot.column < layout.label_columns;
            if is_wide && is_row {
                continue;
            }
            let missing = width(text).min(limit(slot, text)).saturating_sub(inner(&widths, slot));
            for (i, column) in widths.iter_mut().skip(slot.column).take(slot.columns).enumerate() {
                *column += missing / slot.columns + usize::from(i < missing % slot.columns);
            }
        }
    }
    widths
}

/// The width of the text of a box.
fn inner(widths: &[usize], slot: &Slot) -> usize {
    let columns = &widths[slot.column..slot.column + slot.columns];
    columns.iter().sum::<usize>() + BETWEEN * (slot.columns - 1)
}

fn width(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

fn width_of(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Breaks a text into lines of at most that width, at spaces where there are any.
fn wrapped(text: &str, longest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split_inclusive(' ') {
        if used > 0 && used + width(word.trim_end()) > longest && width(word.trim_end()) <= longest {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for c in word.chars() {
            if used > 0 && used + width_of(c) > longest && c != ' ' {
                // A line does not begin with what closes the one before.
                let carried = if matches!(c, '）' | '，' | '、' | '”') { line.pop() } else { None };
                lines.push(std::mem::take(&mut line));
                line.extend(carried);
                used = width(&line);
            }
            line.push(c);
            used += width_of(c);
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}
