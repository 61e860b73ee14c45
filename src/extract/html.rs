//! Web pages into rows.
//!
//! A tokenizer, and no tree: what a page of tables needs of a tree is which cell a text stands in, and where the
//! columns of a cell are.

use std::borrow::Cow;
use std::ops::Range;

use super::page::{Page, Piece, RowKind};
use super::tokens::{self, Attribute, Sink};
use super::{ExtractError, Limits};
use crate::render::ABSENT_SIGN;

/// A page, and the page that it holds in a script or as escaped text, if any.
pub(super) struct Parsed {
    pub(super) page: Page<'static>,
    pub(super) embedded: Option<String>,
}

/// Whether a text is a web page, or a part of one. Markdown with line breaks in its cells is none.
pub(super) fn is_html(text: &str) -> bool {
    const TAGS: [&str; 14] = [
        "!doctype", "html", "head", "body", "meta", "table", "tbody", "tr", "td", "th", "div", "p", "script", "section",
    ];
    const TAGS_IN_MARKDOWN: [&str; 2] = ["span", "br"];
    let has_tag = |names: &[&str]| {
        text.match_indices('<').any(|(at, _)| {
            let tag = &text.as_bytes()[at + 1..];
            let tag = tag.strip_prefix(b"/").unwrap_or(tag);
            names.iter().any(|name| {
                tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
                    && tag.get(name.len()).is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'>' | b'/'))
            })
        })
    };
    has_tag(&TAGS) || (has_tag(&TAGS_IN_MARKDOWN) && !text.lines().any(|line| line.trim_start().starts_with('|')))
}

/// Divides a page into rows.
pub(super) fn parse(html: &str, limits: &Limits) -> Result<Parsed, ExtractError> {
    let mut builder = Builder::new(html.len(), limits);
    tokens::read(html, &mut builder)?;
    Ok(builder.finish())
}

/// A tag that means something to tables or lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Table,
    Row,
    Cell,
    /// Ends a line.
    Block,
    /// Its content is not shown.
    Hidden,
    /// A field of a form, whose value is shown.
    Field,
    /// Its content is raised, lowered or struck out: not a part of the number beside it.
    Mark,
    Other,
}

impl Tag {
    fn of(name: &[u8]) -> Self {
        match name {
            b"table" => Self::Table,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"script" | b"style" | b"template" | b"noscript" => Self::Hidden,
            b"p" | b"br" | b"div" | b"li" | b"ul" | b"ol" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"hr"
            | b"section" | b"article" | b"title" | b"caption" | b"pre" | b"dt" | b"dd" | b"blockquote" | b"header"
            | b"footer" | b"body" | b"head" | b"option" | b"center" | b"figure" => Self::Block,
            b"input" => Self::Field,
            b"sup" | b"sub" | b"s" | b"strike" | b"del" => Self::Mark,
            _ => Self::Other,
        }
    }
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
}

/// What stands around raised, lowered or struck-out text: `5†1†` is no number.
const MARK: char = '†';

/// Fields that show no text, or a label of their own.
const NO_TEXT: [&str; 11] =
    ["hidden", "checkbox", "radio", "file", "image", "password", "range", "color", "button", "submit", "reset"];

/// Columns of the widest table; those behind count as one.
const COLUMNS: u32 = 1000;

struct Builder {
    limits: Limits,
    page: Page<'static>,
    text: String,
    tables: Vec<Table>,
    cells: usize,
    line_from: usize,
    line_source: Option<Range<usize>>,
    tag: Tag,
    hidden: Option<Tag>,
    spans: [u32; 2],
    /// Whether the tag says that its cell was not in the source.
    is_absent: bool,
    /// What the field that is read holds, and where that stands in the source.
    field: Option<(String, Range<usize>)>,
    /// Whether a page shows what the field holds as text.
    is_shown: bool,
    embedded: Option<String>,
    /// The element that its style hides, and how deep it stands in itself.
    unseen: Option<(Vec<u8>, usize)>,
}

impl Sink for Builder {
    fn start(&mut self, tag: &[u8]) {
        if let Some(unseen) = &mut self.unseen
            && unseen.0 == tag
        {
            unseen.1 += 1;
        }
        self.tag = Tag::of(tag);
        self.spans = [1, 1];
        self.is_absent = false;
        self.field = None;
        self.is_shown = true;
    }

    fn attribute(&mut self, tag: &[u8], attribute: Attribute, value: &[u8], source: Range<usize>) {
        match attribute {
            Attribute::Columns => self.spans[0] = number(value).clamp(1, COLUMNS),
            Attribute::Rows => self.spans[1] = number(value).clamp(1, 65_534),
            Attribute::Style if is_unseen(value) => self.hide(tag),
            Attribute::Hidden => self.hide(tag),
            Attribute::Absent => self.is_absent = true,
            Attribute::Value if self.tag == Tag::Field => {
                self.field = Some((String::from_utf8_lossy(value).into_owned(), source));
            }
            Attribute::Type if self.tag == Tag::Field => {
                self.is_shown = !NO_TEXT.iter().any(|kind| value.eq_ignore_ascii_case(kind.as_bytes()));
            }
            Attribute::Style | Attribute::Value | Attribute::Type | Attribute::Other => {}
        }
    }

    fn open(&mut self, end: usize, is_closed: bool) -> Result<(), ExtractError> {
        if self.hidden.is_some() || self.unseen.is_some() {
            return Ok(());
        }
        match self.tag {
            Tag::Table => {
                self.end_line();
                if self.tables.len() == self.limits.depth {
                    return Err(ExtractError::TooDeep { limit: self.limits.depth });
                }
                self.tables.push(Table::default());
            }
            Tag::Row => self.end_row(),
            Tag::Cell => {
                self.end_cell();
                self.cells += 1;
                if self.cells > self.limits.cells {
                    return Err(ExtractError::TooManyCells { limit: self.limits.cells });
                }
                self.open_cell(end);
            }
            Tag::Block => self.end_line(),
            Tag::Hidden if !is_closed => self.hidden = Some(self.tag),
            Tag::Mark => self.text.push(MARK),
            Tag::Field => {
                if let Some((value, source)) = self.field.take().filter(|_| self.is_shown) {
                    self.show(&value, source);
                }
            }
            Tag::Hidden | Tag::Other => {}
        }
        Ok(())
    }

    fn close(&mut self, tag: &[u8]) {
        if let Some((unseen, depth)) = &mut self.unseen {
            *depth -= usize::from(unseen == tag);
            if *depth == 0 {
                self.unseen = None;
            }
            return;
        }
        let tag = Tag::of(tag);
        if self.hidden.is_some() {
            if tag == Tag::Hidden {
                self.hidden = None;
            }
            return;
        }
        match tag {
            Tag::Table => {
                self.end_row();
                self.tables.pop();
                // What stands in the outer cell behind this table is a line of its own.
                let text_from = self.text.len();
                if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
                    (cell.text_from, cell.source) = (text_from, None);
                }
                (self.line_from, self.line_source) = (text_from, None);
            }
            Tag::Row => self.end_row(),
            Tag::Cell => self.end_cell(),
            Tag::Block => self.end_line(),
            Tag::Mark => self.text.push(MARK),
            Tag::Field | Tag::Hidden | Tag::Other => {}
        }
    }

    fn text(&mut self, text: &[u8], source: Range<usize>) {
        if self.unseen.is_some() {
            return;
        }
        // Tags cut the text of a page only between characters.
        let Ok(text) = std::str::from_utf8(text) else { return };
        if self.hidden.is_some() || text.contains('<') {
            self.look_for_page(text);
        }
        if self.hidden.is_none() {
            self.show(text, source);
        }
    }
}

/// Whether a style hides its element.
fn is_unseen(style: &[u8]) -> bool {
    const HIDING: [(&[u8], &[u8]); 2] = [(b"display", b"none"), (b"visibility", b"hidden")];
    // At a slash, too: a comment may stand before a declaration.
    style.split(|byte| matches!(byte, b';' | b'/')).any(|declaration| {
        let declaration = declaration.trim_ascii_start();
        HIDING.iter().any(|(property, hides)| {
            let Some((name, rest)) = declaration.split_at_checked(property.len()) else { return false };
            if !name.eq_ignore_ascii_case(property) {
                return false;
            }
            let value = rest.trim_ascii_start().strip_prefix(b":").unwrap_or_default().trim_ascii_start();
            value.get(..hides.len()).is_some_and(|value| value.eq_ignore_ascii_case(hides))
        })
    })
}

fn number(value: &[u8]) -> u32 {
    let digits = value.trim_ascii();
    let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    // What is too long for a number is beyond every bound; what is none counts as 1.
    match std::str::from_utf8(&digits[..length]).unwrap_or_default() {
        "" => 1,
        digits => digits.parse().unwrap_or(u32::MAX),
    }
}

impl Builder {
    fn new(bytes: usize, limits: &Limits) -> Self {
        Self {
            limits: *limits,
            page: Page::new(Cow::Borrowed("")),
            text: String::with_capacity(bytes / 4),
            tables: Vec::new(),
            cells: 0,
            line_from: 0,
            line_source: None,
            tag: Tag::Other,
            hidden: None,
            spans: [1, 1],
            is_absent: false,
            field: None,
            is_shown: true,
            embedded: None,
            unseen: None,
        }
    }

    /// Leaves out what the element that begins holds. Elements whose end may be left away are shown.
    fn hide(&mut self, tag: &[u8]) {
        const WITH_END: [&[u8]; 8] = [b"span", b"div", b"table", b"font", b"b", b"strong", b"section", b"a"];
        if self.unseen.is_none() && self.hidden.is_none() && WITH_END.contains(&tag) {
            self.unseen = Some((tag.to_vec(), 1));
        }
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
        table.cell =
            Some(Cell { text_from, source: None, tag_end, columns: from..to.max(from + 1), is_tall: height > 1 });
    }

    /// Adds text to the cell or line that is open.
    fn show(&mut self, value: &str, mut source: Range<usize>) {
        let shown = value.trim_matches(|c: char| c.is_ascii_whitespace());
        let mut is_first = true;
        for word in value.split_ascii_whitespace() {
            if !is_first || value.starts_with(|c: char| c.is_ascii_whitespace()) {
                self.space();
            }
            self.text.push_str(word);
            is_first = false;
        }
        if shown.is_empty() || value.ends_with(|c: char| c.is_ascii_whitespace()) {
            self.space();
        }
        if shown.is_empty() {
            return;
        }
        // Where print and text are of one length, what is around the text is left out of its span.
        if source.len() == value.len() {
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

    /// Keeps the first text that holds a table in a script or as escaped text.
    fn look_for_page(&mut self, value: &str) {
        if self.embedded.is_some() {
            return;
        }
        if self.hidden.is_some() && value.contains("\\u003c") || value.contains("<table") || value.contains("<TABLE") {
            let plain = if self.hidden.is_some() { unescaped(value) } else { value.to_owned() };
            if plain.contains("<table") || plain.contains("<TABLE") {
                self.embedded = Some(plain);
            }
        }
    }

    /// Ends a line of text, or a line inside a cell.
    fn end_line(&mut self) {
        if let Some(Some(_)) = self.tables.last().map(|table| table.cell.as_ref()) {
            if self.tag == Tag::Table {
                self.cell_as_line();
            } else if !self.text.ends_with('\n') {
                self.text.push('\n');
            }
            return;
        }
        let (from, to) = (self.line_from, self.text.len());
        let source = self.line_source.take();
        if let (Some(source), Some(line)) = (source, self.text.get(from..to)) {
            let start = from + (line.len() - line.trim_start().len());
            let end = start + line.trim().len();
            if start < end {
                self.page.pieces.push(Piece { text: start..end, source, columns: 0..0, is_tall: false });
                self.page.push_row(self.page.pieces.len() - 1, RowKind::Line);
            }
        }
        if to > from && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.line_from = self.text.len();
    }

    /// What stands in a cell before a table inside it is a line of its own.
    fn cell_as_line(&mut self) {
        if !self.text.ends_with('\n') && !self.text.is_empty() {
            self.text.push('\n');
        }
        let end = self.text.len();
        let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) else { return };
        if let Some(source) = cell.source.take() {
            self.page.pieces.push(Piece { text: cell.text_from..end, source, columns: 0..0, is_tall: false });
            self.page.push_row(self.page.pieces.len() - 1, RowKind::Line);
        }
        cell.text_from = end;
    }

    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let Some(cell) = table.cell.take() else { return };
        let text = self.text.get(cell.text_from..).unwrap_or_default();
        let from = cell.text_from + (text.len() - text.trim_start().len());
        let to = from + text.trim().len();
        let source = cell.source.unwrap_or(cell.tag_end..cell.tag_end);
        table.pieces.push(Piece { text: from..to, source, columns: cell.columns, is_tall: cell.is_tall });
        self.text.push('\t');
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(table) = self.tables.last_mut() else { return self.end_line() };
        if table.column > 0 {
            table.row += 1;
            table.column = 0;
        }
        if table.pieces.is_empty() {
            return;
        }
        let first = self.page.pieces.len();
        self.page.pieces.append(&mut table.pieces);
        self.page.push_row(first, RowKind::Grid);
        self.text.push('\n');
        self.line_from = self.text.len();
    }

    fn finish(mut self) -> Parsed {
        while !self.tables.is_empty() {
            self.end_row();
            self.tables.pop();
        }
        self.tag = Tag::Other;
        self.end_line();
        self.page.text = Cow::Owned(self.text);
        Parsed { page: self.page, embedded: self.embedded }
    }
}

/// A string of a script as the text it stands for.
fn unescaped(script: &str) -> String {
    let mut plain = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let mut length = escape.chars().next().map_or(0, char::len_utf8);
        match escape.as_bytes().first() {
            Some(b'n' | b'r' | b't') => plain.push(' '),
            Some(b'u') => {
                let code = escape.get(1..5).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                if let Some(c) = code.and_then(char::from_u32) {
                    plain.push(c);
                    length = 5;
                }
            }
            Some(_) => plain.push_str(&escape[..length]),
            None => {}
        }
        rest = &escape[length..];
    }
    plain.push_str(rest);
    plain
}
