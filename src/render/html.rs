//! A form as a web page.

use std::fmt::Write as _;

use crate::form::layout::{Content, Group, Layout, Scope, Slot};
use crate::form::{Cell, Filed, Form, Section, Value};
use crate::render::{ABSENT_ATTRIBUTE, no_table, particulars, title};
use crate::value::Lang;
use crate::value::clip::visible;

/// The style sheet of every page and fragment. It loads nothing, applies inside the class `ogi-report` only, and sets a page on A4 for
/// print.
pub const STYLE: &str = include_str!("style.css");

/// The SHA-256 of [`STYLE`] in Base64: the policy of a page allows this one style sheet.
const STYLE_HASH: &str = "zf1fd8ZOKqeuOtbXFr77vEPcK8sMDp1VZ/4h1aQkkVc=";

/// The form as a complete web page: its title, edition and dates, and its three tables in the official
/// layout, with the labels in `lang`.
///
/// The page has one inline style sheet, no script and no reference to anything else, and its Content-Security-Policy forbids all other
/// content. The `id` of a cell is its path, with `-` for `.`.
///
/// ```
/// use ogi_report::{Form, Lang, render};
///
/// let json = std::fs::read_to_string("examples/data/anqiu-2020.json")?;
/// let form: Form = serde_json::from_str(&json)?;
/// let page = render::html(&form, Lang::Zh);
/// assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
/// assert!(page.contains("<th id=\"r10\" scope=\"row\" colspan=\"3\">一、本年新收政府信息公开申请数量</th>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn html(form: &Form, lang: Lang) -> String {
    // A form with a figure in every cell takes about so much.
    let mut out = String::with_capacity(32 * 1024);
    let (body, rest) = title(form, lang);
    page_start(&mut out, lang, &format!("{body}{rest}"));
    out.push_str("<main class=\"ogi-report\">\n");
    heading(&mut out, form, lang);
    Tables { form, lang, prefix: "", annotate: &() }.write(&mut out);
    out.push_str("</main>\n");
    page_end(&mut out);
    out
}

/// The three tables of the form, to be put into a page that has [`STYLE`]: each in a section under a heading of
/// the second level, all of them in one `div`.
///
/// `prefix` begins every `id`, so that a page may hold several forms. Only its ASCII letters, digits, `-` and `_` count.
///
/// ```
/// use ogi_report::{Edition, Form, Lang, ProactiveCell, Cell, render};
///
/// let mut form = Form::new(Edition::V2021);
/// form.set(Cell::Proactive(ProactiveCell::FeesAmount), "7730.28");
/// let fragment = render::html_fragment(&form, Lang::Zh, "town-");
/// assert!(fragment.contains("<td id=\"town-proactive-fees-amount\" headers=\"town-p25 town-p27 town-p28\" colspan=\"3\">7730.28</td>"));
/// ```
pub fn html_fragment(form: &Form, lang: Lang, prefix: &str) -> String {
    let prefix: String = prefix.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let mut out = String::with_capacity(32 * 1024);
    let _ = writeln!(out, "<div class=\"ogi-report\" lang=\"{}\">", tag(lang));
    Tables { form, lang, prefix: &prefix, annotate: &() }.write(&mut out);
    out.push_str("</div>\n");
    out
}

/// The language of what forms print, as an attribute, for a page in another.
const fn printed_in(lang: Lang) -> &'static str {
    lang.pick("", " lang=\"zh-CN\"")
}

/// Additions of a page to the tables of a form.
pub(super) trait Annotate {
    /// The class of a cell; empty for none.
    fn class(&self, _: Cell) -> &'static str {
        ""
    }
    /// Markup after the printed text of a cell.
    fn behind_cell(&self, _: &mut String, _: Cell) {}
    /// Markup after the heading of a section.
    fn behind_heading(&self, _: &mut String, _: Section) {}
}

/// Nothing.
impl Annotate for () {}

/// The tag of a language.
pub(super) const fn tag(lang: Lang) -> &'static str {
    lang.pick("zh-CN", "en")
}

/// Everything before the body of a page.
pub(super) fn page_start(out: &mut String, lang: Lang, title: &str) {
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        tag(lang)
    );
    // The tab of a browser would obey marks of direction.
    escape(out, &visible(title).collect::<String>());
    out.push_str("</title>\n<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n");
}

pub(super) fn page_end(out: &mut String) {
    out.push_str("</body>\n</html>\n");
}

/// The title of the report, its edition and its dates.
pub(super) fn heading(out: &mut String, form: &Form, lang: Lang) {
    let (body, rest) = title(form, lang);
    out.push_str("<h1>");
    if !body.is_empty() {
        // Marks of direction end with the name.
        let _ = write!(out, "<bdi{}>", printed_in(lang));
        escape(out, body);
        out.push_str("</bdi>");
    }
    out.push_str(&rest);
    out.push_str("</h1>\n<p class=\"particulars\">");
    for (i, line) in particulars(form, lang).iter().enumerate() {
        if i > 0 {
            out.push_str("<br>\n");
        }
        escape(out, line);
    }
    out.push_str("</p>\n");
}

/// The tables of a form.
pub(super) struct Tables<'a, A> {
    pub(super) form: &'a Form,
    pub(super) lang: Lang,
    /// The beginning of every `id`.
    pub(super) prefix: &'a str,
    /// The additions.
    pub(super) annotate: &'a A,
}

impl<A: Annotate> Tables<'_, A> {
    /// The tables under their headings.
    pub(super) fn write(&self, out: &mut String) {
        let &Self { form, lang, prefix, annotate } = self;
        for &section in Section::ALL {
            let _ = write!(out, "<section>\n<h2 id=\"{prefix}{section}\">{}", section.label(lang));
            annotate.behind_heading(out, section);
            out.push_str("</h2>\n");
            if let Some(layout) = Layout::of(form, section) {
                // Wide tables scroll in a region that can be reached with the keyboard.
                let _ = write!(
                    out,
                    "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{prefix}{section}\">\n\
                     <table class=\"{section}\" aria-labelledby=\"{prefix}{section}\">\n"
                );
                self.rows(out, &layout);
                out.push_str("</table>\n</div>\n");
            } else {
                let _ = writeln!(out, "<p class=\"none\">{}</p>", no_table(lang));
            }
            out.push_str("</section>\n");
        }
    }

    /// The rows of a table, with its groups of columns before them.
    fn rows(&self, out: &mut String, layout: &Layout) {
        for columns in layout.column_groups {
            let _ = write!(out, "<colgroup span=\"{columns}\"></colgroup>");
        }
        out.push('\n');
        for Group { rows, is_head, .. } in &layout.groups {
            let element = if *is_head { "thead" } else { "tbody" };
            let _ = writeln!(out, "<{element}>");
            for slots in &layout.rows[rows.clone()] {
                out.push_str("<tr>");
                for slot in &layout.slots[slots.clone()] {
                    match &slot.content {
                        Content::Header(label, scope) => {
                            let (prefix, scope) = (self.prefix, scope.name());
                            let _ = write!(out, "<th id=\"{prefix}{}\" scope=\"{scope}\"", slot.id);
                            spans(out, slot);
                            out.push_str(&label[self.lang.index()]);
                            out.push_str("</th>");
                        }
                        Content::Note(label) => {
                            out.push_str("<td class=\"note\"");
                            spans(out, slot);
                            out.push_str(&label[self.lang.index()]);
                            out.push_str("</td>");
                        }
                        Content::Value(cell) => self.value(out, layout, slot, *cell),
                    }
                }
                out.push_str("</tr>\n");
            }
            let _ = writeln!(out, "</{element}>");
        }
    }

    /// A cell of the form.
    fn value(&self, out: &mut String, layout: &Layout, slot: &Slot, cell: Cell) {
        out.extend(["<td id=\"", self.prefix, &slot.id, "\" headers=\""]);
        for (i, &header) in slot.headers.iter().enumerate() {
            out.extend([if i > 0 { " " } else { "" }, self.prefix, &layout.slots[header].id]);
        }
        out.push('"');
        let filed = self.form.get(cell);
        let own = match filed.map(Filed::value) {
            None => {
                out.push(' ');
                out.push_str(ABSENT_ATTRIBUTE);
                ""
            }
            Some(Value::Text(_)) => "words",
            Some(Value::NotApplicable(_)) => "mark",
            Some(Value::Number { note: Some(_), .. }) => "noted",
            Some(Value::Blank | Value::Number { note: None, .. }) => "",
        };
        let added = self.annotate.class(cell);
        if !own.is_empty() || !added.is_empty() {
            let space = if own.is_empty() || added.is_empty() { "" } else { " " };
            out.extend([" class=\"", own, space, added, "\""]);
        }
        if !own.is_empty() {
            out.push_str(printed_in(self.lang));
        }
        spans(out, slot);
        if let Some(filed) = filed {
            print(out, filed);
        }
        self.annotate.behind_cell(out, cell);
        out.push_str("</td>");
    }
}

/// The spans of a box, and the end of its tag.
fn spans(out: &mut String, slot: &Slot) {
    if slot.rows > 1 {
        let _ = write!(out, " rowspan=\"{}\"", slot.rows);
    }
    if slot.columns > 1 {
        let _ = write!(out, " colspan=\"{}\"", slot.columns);
    }
    out.push('>');
}

/// The printed text of a cell.
fn print(out: &mut String, filed: &Filed) {
    match filed.plain_integer() {
        Some(integer) => {
            let _ = write!(out, "{integer}");
        }
        None => escape(out, &filed.as_printed()),
    }
}

/// A text from outside, in content or in an attribute in double quotation marks.
///
/// NUL cannot stand in a page, so it becomes U+FFFD; a carriage return is referred to by number, because a page
/// would turn it into a line feed.
pub(super) fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'', '\0', '\r']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            b'\r' => "&#13;",
            _ => "\u{fffd}",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

impl Scope {
    const fn name(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::RowGroup => "rowgroup",
            Self::Column => "col",
            Self::ColumnGroup => "colgroup",
        }
    }
}
