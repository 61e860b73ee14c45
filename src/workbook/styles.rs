//! How the cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern};

use crate::check::Severity;
use crate::form::CellKind;

/// Width of a column of 年报 in characters.
pub(super) const COLUMN_WIDTH: f64 = 6.4;
/// Height of a line of text, in points.
pub(super) const LINE: f64 = 15.0;

const SONG: &str = "宋体";
const HEI: &str = "黑体";

/// The colour of what a clerk fills in and has not yet.
pub(super) const EMPTY: Color = Color::RGB(0x00FF_F8DC);
const GREEN: Color = Color::RGB(0x00E2_F0D9);
const RED: Color = Color::RGB(0x00F8_CBAD);
const ORANGE: Color = Color::RGB(0x00FF_E699);
const BLUE: Color = Color::RGB(0x00DD_EBF7);
const GREY: Color = Color::RGB(0x00F2_F2F2);

fn plain() -> Format {
    Format::new().set_font_name(SONG).set_font_size(10.5).set_align(FormatAlign::VerticalCenter)
}

/// The title of a sheet.
pub(super) fn title() -> Format {
    Format::new()
        .set_font_name("方正小标宋简体")
        .set_font_size(18)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// The line above the title, which is not printed.
pub(super) fn status() -> Format {
    plain().set_bold().set_align(FormatAlign::Left)
}

/// The heading of a section.
pub(super) fn heading() -> Format {
    plain().set_font_name(HEI).set_font_size(14)
}

/// Text without borders.
pub(super) fn text() -> Format {
    plain().set_text_wrap().set_align(FormatAlign::Left)
}

/// A label of a table.
pub(super) fn label() -> Format {
    boxed().set_align(FormatAlign::Center)
}

/// A label that stands to the left of its row.
pub(super) fn row_label() -> Format {
    boxed().set_align(FormatAlign::Left)
}

fn boxed() -> Format {
    plain().set_text_wrap().set_border(FormatBorder::Thin)
}

/// A cell for a figure. A figure too wide for its column shrinks: signs in its place would hide it.
pub(super) fn figure(kind: CellKind, is_open: bool) -> Format {
    let format = plain().set_border(FormatBorder::Thin).set_align(FormatAlign::Center).set_shrink();
    let format = match kind {
        CellKind::Amount if is_open => format.set_num_format("0.00####"),
        _ => format,
    };
    if is_open { format.set_unlocked() } else { format }
}

/// A figure as a form prints it, in a number format that adds nothing and leaves nothing out.
pub(super) fn printed() -> Format {
    plain().set_border(FormatBorder::Thin).set_align(FormatAlign::Center).set_shrink().set_unlocked()
}

/// A text in the place of a figure.
pub(super) fn printed_text() -> Format {
    boxed().set_align(FormatAlign::Center).set_unlocked()
}

/// A cell that is not in the source.
pub(super) fn absent() -> Format {
    printed().set_pattern(FormatPattern::LightUp)
}

/// The head of a list.
pub(super) fn head() -> Format {
    label().set_bold().set_background_color(GREY)
}

/// A cell of a list, in the middle.
pub(super) fn item() -> Format {
    label()
}

/// A cell of a list with a sentence in it.
pub(super) fn sentence() -> Format {
    row_label()
}

/// A link in a list.
pub(super) fn link() -> Format {
    row_label().set_font_color(Color::RGB(0x0005_63C1))
}

/// A number in a list.
pub(super) fn number() -> Format {
    boxed().set_align(FormatAlign::Right).set_shrink()
}

/// What holds.
pub(super) fn good() -> Format {
    Format::new().set_background_color(GREEN)
}

/// What is broken.
pub(super) fn bad(severity: Severity) -> Format {
    Format::new().set_background_color(match severity {
        Severity::Error => RED,
        Severity::Warning => ORANGE,
        Severity::Info => BLUE,
    })
}

/// What is not filled in yet.
pub(super) fn empty() -> Format {
    Format::new().set_background_color(EMPTY)
}

/// The height of a row of texts, each with how many half characters its column holds in a line.
pub(super) fn height(texts: &[(String, usize)]) -> f64 {
    /// No row is higher than this many lines: Excel allows 409 points.
    const MOST: usize = 26;
    let of_line = |line: &str, width: usize| unicode_width::UnicodeWidthStr::width(line).div_ceil(width).max(1);
    let lines = texts.iter().map(|(text, width)| text.lines().map(|line| of_line(line, *width)).sum::<usize>());
    let lines = lines.max().unwrap_or(1).clamp(1, MOST);
    f64::from(u32::try_from(lines).unwrap_or(1)) * LINE + 5.0
}
