//! Web pages into rows.
//!
//! A tokenizer, and no tree: what a page of tables needs of a tree is which cell a text stands in, and where the
//! columns of a cell are.

mod rows;

use std::borrow::Cow;
use std::ops::Range;

use super::element::{Effect, Elements, Tag, goes_on};
use super::escaped;
use super::style::{Look, Styles, color};
use super::tokens::{self, Attribute, Sink};
use crate::extract::model::MARK;
use crate::extract::page::rows::{Page, Piece, Role};
use crate::extract::words::fold::is_ideograph;
use crate::extract::{Bound, ExtractError, Limits};
use crate::render::ABSENT_SIGN;

/// A page, and the pages that it holds in scripts or as escaped text.
pub(crate) struct Parsed {
    pub(crate) page: Page<'static>,
    pub(crate) embedded: Vec<String>,
}

/// Whether a text is a web page, or a part of one. Markdown with elements in its cells is none.
pub(crate) fn is_html(text: &str) -> bool {
    const OF_A_PAGE: [&str; 14] = [
        "!doctype", "html", "head", "body", "meta", "table", "tbody", "tr", "td", "th", "div", "p", "script", "section",
    ];
    const IN_A_LINE: [&str; 10] = ["span", "b", "strong", "font", "i", "em", "u", "a", "small", "ins"];
    /// Bytes of the longest name.
    const LONGEST: usize = 12;
    let (mut has_blocks, mut has_words) = (false, false);
    for (at, _) in text.match_indices('<') {
        let tag = &text.as_bytes()[at + 1..];
        let tag = tag.strip_prefix(b"/").unwrap_or(tag);
        let is_of_name = |byte: &u8| !byte.is_ascii_whitespace() && !matches!(byte, b'>' | b'/' | b'<');
        let length = tag.iter().take(LONGEST).take_while(|byte| is_of_name(byte)).count();
        let name = tag[..length].to_ascii_lowercase();
        let is_one_of = |names: &[&str]| names.iter().any(|known| known.as_bytes() == name);
        if is_one_of(&OF_A_PAGE) {
            return true;
        }
        has_blocks |= !matches!(Tag::of(&name), Tag::Other | Tag::Void);
        has_words |= is_one_of(&IN_A_LINE);
    }
    // Markdown parts its paragraphs by empty lines, which a page would not show.
    let has_paragraphs = || text.trim().lines().any(|line| line.trim().is_empty());
    (has_blocks || (has_words && !has_paragraphs())) && !text.lines().any(|line| line.trim_start().starts_with('|'))
}

/// Divides a page into rows.
pub(crate) fn parse(html: &str, limits: &Limits) -> Result<Parsed, ExtractError> {
    let mut builder = Builder::new(html, limits);
    tokens::read(html, &mut builder)?;
    builder.finish()
}

/// A table that is open.
#[derive(Default)]
struct Table {
    /// By column, the first row that no cell from above reaches into.
    free_from: Vec<u32>,
    row: u32,
    column: u32,
    pieces: Vec<Piece>,
    cell: Option<Cell>,
    is_in_foot: bool,
    /// The rows of its foot.
    foot: Option<Range<usize>>,
    /// The rows of the page before it.
    rows: usize,
    /// Where its tag stands in the source.
    source: Range<usize>,
}

/// A cell that is open.
struct Cell {
    text_from: usize,
    /// The source of its text so far.
    source: Option<Range<usize>>,
    /// Where its tag ends in the source.
    tag_end: usize,
    columns: Range<u32>,
    is_tall: bool,
    /// A picture in it.
    picture: Option<Range<usize>>,
    /// What stands in it and is not its text, but lines and tables of their own.
    aside: Option<Range<usize>>,
}

/// Fields that show no text, or a label of their own.
const NO_TEXT: [&str; 11] =
    ["hidden", "checkbox", "radio", "file", "image", "password", "range", "color", "button", "submit", "reset"];

/// Columns of the widest table; those behind count as one.
const COLUMNS: u32 = 1000;

#[derive(Default)]
struct Builder<'h> {
    html: &'h str,
    limits: Limits,
    page: Page<'static>,
    text: String,
    elements: Elements,
    tables: Vec<Table>,
    /// The cells and lines so far.
    cells: usize,
    line_from: usize,
    line_source: Option<Range<usize>>,
    tag: Tag,
    look: Look,
    styles: Styles,
    spans: [u32; 2],
    /// Whether the tag says that its cell was not in the source.
    is_absent: bool,
    /// What the field that is read holds, and where that stands in the source.
    field: Option<(String, Range<usize>)>,
    /// Whether a page shows what the field holds as text.
    is_shown: bool,
    embedded: Vec<String>,
}

impl Sink for Builder<'_> {
    fn start(&mut self, tag: &[u8]) {
        self.tag = Tag::of(tag);
        self.look = Look::Plain;
        self.spans = [1, 1];
        self.is_absent = false;
        self.field = None;
        self.is_shown = true;
    }

    fn attribute(&mut self, attribute: Attribute, value: &[u8], source: Range<usize>) {
        match attribute {
            Attribute::Columns => self.spans[0] = number(value).clamp(1, COLUMNS),
            Attribute::Rows => self.spans[1] = number(value).clamp(1, 65_534),
            Attribute::Style => self.look = self.look.max(self.styles.look(value)),
            Attribute::Color => self.look = self.look.max(color(value)),
            Attribute::Hidden => self.look = Look::Hidden,
            // A link within the page is that of a footnote.
            Attribute::Link if value.starts_with(b"#") => self.look = self.look.max(Look::Apart),
            Attribute::Absent => self.is_absent = true,
            Attribute::Value if self.tag == Tag::Field => {
                self.field = Some((String::from_utf8_lossy(value).into_owned(), source));
            }
            Attribute::Type if self.tag == Tag::Field => {
                self.is_shown = !NO_TEXT.iter().any(|kind| value.eq_ignore_ascii_case(kind.as_bytes()));
            }
            Attribute::Value | Attribute::Type | Attribute::Link | Attribute::Other => {}
        }
    }

    fn open(&mut self, name: &[u8], source: Range<usize>, is_closed: bool) -> Result<(), ExtractError> {
        let tag = self.tag;
        let is_part = tag.is_of_table() && tag != Tag::Table;
        let ended = if is_part { self.elements.ended_by_part(tag) } else { self.elements.ended_by(name) };
        if let Some(ended) = ended {
            self.close_elements(ended);
        }
        if tag == Tag::Table && self.elements.tables() == self.limits.depth {
            return Err(ExtractError::TooLarge { bound: Bound::Nested, limit: self.limits.depth });
        }
        let is_void = tag.is_void(name) || (is_closed && name == b"svg");
        // A part of a table is none where no table is.
        let is_kept = !(is_void || (is_part && self.elements.tables() == 0));
        if self.elements.is_hidden() {
            if is_kept {
                self.elements.push(name, tag, Effect::None);
            }
            return Ok(());
        }
        let effect = if is_void { Effect::None } else { tag.effect(self.look) };
        self.open_shown(source, effect)?;
        if let (Tag::Rows, Some(table)) = (tag, self.tables.last_mut()) {
            table.is_in_foot = name == b"tfoot";
        }
        match effect {
            Effect::Raised | Effect::Struck => self.text.push(MARK),
            Effect::Block => self.end_line(),
            Effect::Apart => self.space(),
            Effect::None | Effect::Hidden | Effect::Script | Effect::StruckCells => {}
        }
        if is_kept {
            self.elements.push(name, tag, effect);
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) {
        let tag = Tag::of(name);
        let was_hidden = self.elements.is_hidden();
        if tag.is_of_table() {
            let is_hidden = tag == Tag::Table && self.elements.is_table_hidden();
            if let Some(ended) = self.elements.ended_by_part(tag) {
                self.close_elements(ended);
            }
            if is_hidden || self.elements.is_hidden() {
                return;
            }
        } else {
            if let Some(ended) = self.elements.find(name) {
                // The content would go on behind the element around it, which no author intends.
                let cut = (ended + 1..self.elements.len())
                    .any(|at| self.elements.has_effect(at) && goes_on(self.elements.name(at)));
                self.close_elements(ended);
                if cut && !self.elements.is_hidden() {
                    self.text.push(MARK);
                }
            }
            if was_hidden {
                return;
            }
        }
        match tag {
            Tag::Table => self.end_table(),
            Tag::Rows => {
                self.end_row();
                if let Some(table) = self.tables.last_mut() {
                    table.is_in_foot = false;
                }
            }
            Tag::Row => self.end_row(),
            Tag::Cell => self.end_cell(),
            Tag::Block => self.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &[u8], source: Range<usize>) {
        let is_hidden = self.elements.is_hidden();
        let is_script = self.elements.is_in_script();
        if is_hidden && !is_script {
            return;
        }
        // Tags cut the text of a page only between characters.
        let Ok(text) = std::str::from_utf8(text) else { return };
        if is_script || text.contains('<') {
            self.look_for_page(text, is_script);
        }
        if !is_hidden {
            self.show(text, source);
        }
    }
}

fn number(value: &[u8]) -> u32 {
    let digits = value.trim_ascii();
    let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    // A value that is too long exceeds every bound; a value that is not a number counts as 1.
    match std::str::from_utf8(&digits[..length]).unwrap_or_default() {
        "" => 1,
        digits => digits.parse().unwrap_or(u32::MAX),
    }
}

impl<'h> Builder<'h> {
    fn new(html: &'h str, limits: &Limits) -> Self {
        Self { html, limits: *limits, text: String::with_capacity(html.len() / 4), ..Self::default() }
    }

    /// What the start of an element that is shown, but for its content, says about rows and cells.
    fn open_shown(&mut self, source: Range<usize>, effect: Effect) -> Result<(), ExtractError> {
        let is_seen = self.look < Look::Unseen;
        match self.tag {
            Tag::Table if is_seen => {
                self.end_line();
                self.tables.push(Table { rows: self.page.rows.len(), source, ..Table::default() });
            }
            Tag::Row | Tag::Rows => self.end_row(),
            Tag::Cell => {
                self.end_piece();
                // A cell that is not displayed takes no column.
                if self.look == Look::Hidden {
                    return Ok(());
                }
                self.cells += 1;
                self.check_cells()?;
                self.open_cell(source.end);
            }
            Tag::Block if effect != Effect::Hidden => self.end_line(),
            Tag::Picture if is_seen && self.look != Look::Faint => {
                if let Some(cell) = self.open_piece() {
                    cell.picture.get_or_insert(source);
                }
            }
            Tag::Field if is_seen && self.look != Look::Faint => self.show_field(),
            _ => {}
        }
        Ok(())
    }

    /// Ends the elements from that one on.
    fn close_elements(&mut self, from: usize) {
        while self.elements.len() > from {
            match self.elements.pop() {
                Some(Effect::Raised | Effect::Struck) => self.text.push(MARK),
                Some(Effect::Block) => self.end_line(),
                Some(Effect::Apart) => self.space(),
                _ => {}
            }
        }
    }

    /// The cell that is open in the innermost table.
    fn open_piece(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut()?.cell.as_mut()
    }

    /// A field stands in a box of its own.
    fn show_field(&mut self) {
        let Some((value, source)) = self.field.take().filter(|_| self.is_shown) else { return };
        let is_marked = matches!(self.look, Look::Struck | Look::Raised);
        self.space();
        if is_marked {
            self.text.push(MARK);
        }
        self.show(&value, source);
        if is_marked {
            self.text.push(MARK);
        }
        self.space();
    }

    fn open_cell(&mut self, tag_end: usize) {
        let text_from = self.text.len();
        let [width, height] = self.spans;
        let Some(table) = self.tables.last_mut() else {
            return self.end_line();
        };
        let is_taken =
            |column: u32| table.free_from.get(column as usize).is_some_and(|free_from| *free_from > table.row);
        let mut from = table.column;
        while from < COLUMNS && is_taken(from) {
            from += 1;
        }
        let to = (from + width).min(COLUMNS);
        if table.free_from.len() < to as usize {
            table.free_from.resize(to as usize, 0);
        }
        for free_from in table.free_from.iter_mut().take(to as usize).skip(from as usize) {
            *free_from = table.row.saturating_add(height);
        }
        table.column = to;
        if self.is_absent {
            self.text.push_str(ABSENT_SIGN);
        }
        if self.elements.is_struck() {
            self.text.push(MARK);
        }
        table.cell = Some(Cell {
            text_from,
            source: None,
            tag_end,
            columns: from..to.max(from + 1),
            is_tall: height > 1,
            picture: None,
            aside: None,
        });
    }

    /// Adds text to the cell or line that is open.
    fn show(&mut self, value: &str, mut source: Range<usize>) {
        let shown = value.trim_ascii();
        if shown.is_empty() {
            return self.space();
        }
        if self.line_source.is_none() && self.tables.last().is_some_and(|table| table.cell.is_none()) {
            // Text between the cells of a table becomes a line of its own. A number there belongs to no row, so a mark goes before it.
            self.line_from = self.text.len();
            if !shown.contains(is_ideograph) {
                self.text.push(MARK);
            }
        }
        let text_from = self.text.len();
        let is_space = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
        let (first, last) = (value.as_bytes().first(), value.as_bytes().last());
        for (at, word) in shown.split_ascii_whitespace().enumerate() {
            if at > 0 || is_space(first) {
                self.space();
            }
            self.text.push_str(word);
        }
        if is_space(last) {
            self.space();
        }
        let role = self.elements.role();
        if role != Role::Line {
            self.page.roles.push((text_from..self.text.len(), role));
        }
        // Where the source says the same as the text, what is around the text is left out of its span.
        if self.html.get(source.clone()) == Some(value) {
            source.start += value.len() - value.trim_ascii_start().len();
            source.end = source.start + shown.len();
        }
        let open = match self.tables.last_mut().map(|table| table.cell.as_mut()) {
            Some(Some(cell)) => &mut cell.source,
            _ => &mut self.line_source,
        };
        match open {
            Some(open) => open.end = source.end,
            None => *open = Some(source),
        }
    }

    fn space(&mut self) {
        if !self.text.ends_with(|c: char| c.is_ascii_whitespace()) && !self.text.is_empty() {
            self.text.push(' ');
        }
    }

    /// Keeps texts that hold tables in a script or as escaped text.
    fn look_for_page(&mut self, value: &str, is_script: bool) {
        let holds_table = |text: &str| escaped::table_in(text).is_some();
        if is_script && (value.contains("\\u003c") || value.contains("\\u003C") || holds_table(value)) {
            self.embedded.extend(escaped::pages(value).into_iter().filter(|page| holds_table(page)));
        } else if !is_script && holds_table(value) {
            self.embedded.push(value.to_owned());
        }
    }

    fn check_cells(&self) -> Result<(), ExtractError> {
        let limit = self.limits.cells;
        if self.cells > limit { Err(ExtractError::TooLarge { bound: Bound::Cells, limit }) } else { Ok(()) }
    }

    fn finish(mut self) -> Result<Parsed, ExtractError> {
        self.close_elements(0);
        while !self.tables.is_empty() {
            self.end_row();
            self.pop_table();
        }
        self.tag = Tag::Other;
        self.end_line();
        self.check_cells()?;
        self.page.text = Cow::Owned(self.text);
        Ok(Parsed { page: self.page, embedded: self.embedded })
    }
}
