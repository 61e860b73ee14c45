//! The elements of a web page: the meaning of their names, and which are open.

use super::style::Look;
use crate::extract::page::rows::Role;

/// The effect of an element on tables and lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tag {
    #[default]
    Other,
    /// It has no content and no end tag, and shows nothing.
    Void,
    /// Ends a line.
    Block,
    /// Its content is not shown.
    Hidden,
    /// Its content is not shown, and may be the page in another form.
    Script,
    /// It shows what is no text.
    Picture,
    /// A field of a form, whose value is shown.
    Field,
    /// A box or small print in a line, so that what stands beside it is apart from it.
    Box,
    /// Its content is raised, lowered, written over other text or seen in another order.
    Raised,
    /// Its content is struck out.
    Struck,
    Cell,
    Row,
    /// A group of rows.
    Rows,
    Table,
}

impl Tag {
    pub(crate) fn of(name: &[u8]) -> Self {
        match name {
            b"table" => Self::Table,
            b"tbody" | b"thead" | b"tfoot" => Self::Rows,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"script" | b"style" | b"template" | b"noscript" | b"noembed" | b"noframes" => Self::Script,
            b"audio" | b"datalist" => Self::Hidden,
            b"img" | b"svg" | b"object" | b"canvas" | b"embed" | b"iframe" | b"video" => Self::Picture,
            b"p" | b"br" | b"div" | b"li" | b"ul" | b"ol" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"hr"
            | b"section" | b"article" | b"title" | b"caption" | b"pre" | b"dl" | b"dt" | b"dd" | b"blockquote"
            | b"header" | b"footer" | b"body" | b"head" | b"option" | b"optgroup" | b"center" | b"figure"
            | b"figcaption" | b"address" | b"aside" | b"details" | b"summary" | b"dialog" | b"fieldset" | b"legend"
            | b"form" | b"hgroup" | b"main" | b"menu" | b"nav" | b"search" | b"dir" | b"listing" | b"xmp"
            | b"plaintext" | b"marquee" => Self::Block,
            b"input" => Self::Field,
            b"button" | b"select" | b"textarea" | b"meter" | b"progress" | b"small" => Self::Box,
            b"sup" | b"sub" | b"rt" | b"rp" | b"msup" | b"msub" | b"msubsup" | b"mfrac" | b"mover" | b"munder"
            | b"munderover" | b"mroot" | b"msqrt" | b"mmultiscripts" | b"bdo" => Self::Raised,
            b"s" | b"strike" | b"del" => Self::Struck,
            b"meta" | b"link" | b"col" | b"wbr" | b"param" | b"source" | b"track" | b"area" | b"base" | b"basefont"
            | b"bgsound" | b"frame" | b"keygen" => Self::Void,
            _ => Self::Other,
        }
    }

    /// Whether it has neither content nor end tag.
    pub(crate) fn is_void(self, name: &[u8]) -> bool {
        match self {
            Self::Void | Self::Field => true,
            Self::Block => matches!(name, b"br" | b"hr"),
            Self::Picture => matches!(name, b"img" | b"embed"),
            _ => false,
        }
    }

    /// Whether it is a table or a part of one that holds cells or is one.
    pub(crate) fn is_of_table(self) -> bool {
        self >= Self::Cell
    }

    /// What it does to its content if its style or an attribute says that.
    pub(crate) fn effect(self, look: Look) -> Effect {
        let of_name = match self {
            Self::Hidden | Self::Picture => Look::Hidden,
            Self::Struck => Look::Struck,
            Self::Raised => Look::Raised,
            Self::Box => Look::Apart,
            Self::Script => return Effect::Script,
            _ => Look::Plain,
        };
        let look = look.max(of_name);
        // How a block or a part of a table is set says nothing about its text.
        let is_set_apart = matches!(self, Self::Block) || self.is_of_table();
        let is_row = matches!(self, Self::Row | Self::Rows);
        match look {
            Look::Plain => Effect::None,
            Look::Pale | Look::Raised | Look::Apart | Look::Block if is_set_apart => Effect::None,
            Look::Pale | Look::Raised => Effect::Raised,
            Look::Apart => Effect::Apart,
            Look::Block => Effect::Block,
            Look::Faint if self == Self::Table => Effect::None,
            Look::Faint if !is_row => Effect::Raised,
            Look::Struck if is_row || self == Self::Table => Effect::StruckCells,
            Look::Struck => Effect::Struck,
            Look::Faint | Look::Unseen | Look::Hidden => Effect::Hidden,
        }
    }
}

/// Whether an element of this name goes on in the next one, where that around it ends before it.
pub(crate) fn goes_on(name: &[u8]) -> bool {
    const FORMATTING: [&[u8]; 14] =
        [b"a", b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike", b"strong", b"tt", b"u"];
    FORMATTING.contains(&name)
}

/// Whether an element, whose end tag may be left away, ends where that tag starts.
fn is_ended_by(name: &[u8], start: &[u8]) -> bool {
    match name {
        b"p" => {
            let tag = Tag::of(start);
            tag == Tag::Table || (tag == Tag::Block && !matches!(start, b"br" | b"option" | b"optgroup" | b"caption"))
        }
        b"dt" | b"dd" => matches!(start, b"dt" | b"dd"),
        b"rt" | b"rp" => matches!(start, b"rt" | b"rp"),
        b"option" => matches!(start, b"option" | b"optgroup"),
        b"li" | b"optgroup" | b"a" => name == start,
        _ => false,
    }
}

/// Whether an element begins a list of its own, so that its items do not end those around it.
fn is_list(name: &[u8]) -> bool {
    matches!(name, b"ul" | b"ol" | b"menu" | b"dl" | b"select" | b"ruby")
}

/// What an element does to its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    None,
    Hidden,
    /// Hidden, and may be the page in another form.
    Script,
    Raised,
    Struck,
    /// Every cell in it is struck out.
    StruckCells,
    /// A line of its own.
    Block,
    Apart,
}

struct Element {
    /// Where its name begins in [`Elements::names`].
    name: usize,
    effect: Effect,
    /// What part of a table it is, if any.
    tag: Tag,
}

/// The elements that are open.
#[derive(Default)]
pub(crate) struct Elements {
    names: Vec<u8>,
    open: Vec<Element>,
    /// For each table that is open, the number of elements up to it.
    tables: Vec<usize>,
    /// How many of them do something to their content.
    effects: usize,
    struck: usize,
    /// The outermost one whose content is not shown.
    hidden: Option<usize>,
    /// How many of them are links, captions of the page, and headings of it.
    links: usize,
    captions: usize,
    headings: usize,
}

impl Elements {
    /// Elements that are kept; of more, those that do nothing are forgotten.
    const KEPT: usize = 512;

    pub(crate) fn len(&self) -> usize {
        self.open.len()
    }

    /// How many tables stand inside each other.
    pub(crate) fn tables(&self) -> usize {
        self.tables.len()
    }

    pub(crate) fn is_hidden(&self) -> bool {
        self.hidden.is_some()
    }

    pub(crate) fn is_struck(&self) -> bool {
        self.struck > 0
    }

    /// What the page shows the text as that is read.
    pub(crate) fn role(&self) -> Role {
        match (self.captions, self.links, self.headings) {
            // The heading of a page may lead to the page itself.
            (0, 0, _) | (0, _, 1..) => Role::Line,
            (0, _, 0) => Role::Link,
            _ => Role::Caption,
        }
    }

    /// Whether what is read may be the page in another form.
    pub(crate) fn is_in_script(&self) -> bool {
        self.hidden.is_some_and(|at| self.open[at].effect == Effect::Script)
    }

    pub(crate) fn push(&mut self, name: &[u8], tag: Tag, effect: Effect) {
        if self.open.len() >= Self::KEPT {
            self.forget();
        }
        // Nothing more happens to what is not shown.
        let effect = if self.hidden.is_some() { Effect::None } else { effect };
        let element = Element { name: self.names.len(), effect, tag };
        self.names.extend_from_slice(name);
        self.note(element);
    }

    fn note(&mut self, element: Element) {
        self.effects += usize::from(element.effect != Effect::None);
        self.struck += usize::from(matches!(element.effect, Effect::Struck | Effect::StruckCells));
        if matches!(element.effect, Effect::Hidden | Effect::Script) {
            self.hidden = Some(self.open.len());
        }
        if element.tag == Tag::Table {
            self.tables.push(self.open.len() + 1);
        }
        let name = &self.names[element.name..];
        self.links += usize::from(name == b"a");
        self.captions += usize::from(name == b"title");
        self.headings += usize::from(name == b"h1");
        self.open.push(element);
    }

    /// Closes the last one.
    pub(crate) fn pop(&mut self) -> Option<Effect> {
        let element = self.open.pop()?;
        let name = &self.names[element.name..];
        self.links -= usize::from(name == b"a");
        self.captions -= usize::from(name == b"title");
        self.headings -= usize::from(name == b"h1");
        self.names.truncate(element.name);
        self.effects -= usize::from(element.effect != Effect::None);
        self.struck -= usize::from(matches!(element.effect, Effect::Struck | Effect::StruckCells));
        if self.hidden == Some(self.open.len()) {
            self.hidden = None;
        }
        if element.tag == Tag::Table {
            self.tables.pop();
        }
        Some(element.effect)
    }

    pub(crate) fn name(&self, at: usize) -> &[u8] {
        let end = self.open.get(at + 1).map_or(self.names.len(), |next| next.name);
        &self.names[self.open[at].name..end]
    }

    /// Whether the element does something to its content.
    pub(crate) fn has_effect(&self, at: usize) -> bool {
        self.open[at].effect != Effect::None
    }

    /// The first element in the innermost table.
    fn floor(&self) -> usize {
        self.tables.last().copied().unwrap_or(0)
    }

    /// The innermost element of that name; what stands around a table does not end in it.
    pub(crate) fn find(&self, name: &[u8]) -> Option<usize> {
        (self.floor()..self.open.len()).rev().find(|&at| self.name(at) == name)
    }

    /// The first element that a start tag ends, of those that do something to their content.
    pub(crate) fn ended_by(&self, start: &[u8]) -> Option<usize> {
        if self.effects == 0 {
            return None;
        }
        for at in (self.floor()..self.open.len()).rev() {
            let name = self.name(at);
            if self.has_effect(at) && is_ended_by(name, start) {
                return Some(at);
            }
            if is_list(name) {
                return None;
            }
        }
        None
    }

    /// The first element that ends where such a part of the innermost table begins or ends.
    pub(crate) fn ended_by_part(&self, part: Tag) -> Option<usize> {
        let floor = *self.tables.last()?;
        if part == Tag::Table {
            return Some(floor - 1);
        }
        let kept = self.open[floor..].iter().take_while(|element| element.tag > part).count();
        Some(floor + kept)
    }

    /// Whether the innermost table is not shown, or stands in what is not.
    pub(crate) fn is_table_hidden(&self) -> bool {
        self.tables.last().is_some_and(|floor| self.hidden.is_some_and(|hidden| hidden < *floor))
    }

    /// Forgets what does nothing to its content, and if that is not enough, all that does not hide it.
    fn forget(&mut self) {
        let is_plain = |element: &&Element| element.effect == Effect::None && element.tag != Tag::Table;
        let has_many = self.open.iter().filter(is_plain).count() < Self::KEPT / 2;
        let old = std::mem::take(self);
        for (at, element) in old.open.iter().enumerate() {
            let is_kept = match element.effect {
                _ if element.tag == Tag::Table => true,
                Effect::None => false,
                Effect::Hidden | Effect::Script => true,
                _ => !has_many,
            };
            if is_kept {
                let name = self.names.len();
                self.names.extend_from_slice(old.name(at));
                self.note(Element { name, ..*element });
            }
        }
    }
}
