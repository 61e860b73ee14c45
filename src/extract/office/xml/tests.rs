//! Compares the reader of XML with another one.

use proptest::prelude::*;

use super::{Node, Xml};
use crate::extract::FileFormat;

/// The content of a part, an entry for each tag and text; nothing if it is damaged.
fn read(text: &str) -> Option<Vec<String>> {
    let (mut xml, mut found, mut shown) = (Xml::new(text, FileFormat::Docx, "part"), Vec::new(), String::new());
    loop {
        let node = xml.next().ok()?;
        if let Node::Text(more) = node {
            shown += &more;
            continue;
        }
        if !shown.trim().is_empty() {
            found.push(format!("{shown:?}"));
        }
        shown.clear();
        match node {
            Node::Open(tag) => found.push(format!("<{} {:?} {:?}", tag.name(), tag.get("a"), tag.get("bc"))),
            Node::Close => found.push(">".to_owned()),
            Node::Text(_) | Node::End => return Some(found),
        }
    }
}

/// The same by another reader of XML.
fn peer(text: &str) -> Option<Vec<String>> {
    fn put(parent: roxmltree::Node<'_, '_>, found: &mut Vec<String>) {
        let mut shown = String::new();
        for child in parent.children() {
            if child.is_text() {
                shown += child.text().unwrap_or_default();
            } else if child.is_element() {
                flush(&mut shown, found);
                let get = |name| child.attributes().find(|found| found.name() == name).map(|found| found.value());
                found.push(format!("<{} {:?} {:?}", child.tag_name().name(), get("a"), get("bc")));
                put(child, found);
                found.push(">".to_owned());
            }
        }
        flush(&mut shown, found);
    }
    fn flush(shown: &mut String, found: &mut Vec<String>) {
        if !shown.trim().is_empty() {
            found.push(format!("{shown:?}"));
        }
        shown.clear();
    }
    let mut found = Vec::new();
    put(roxmltree::Document::parse(text).ok()?.root(), &mut found);
    Some(found)
}

fn elements() -> impl Strategy<Value = String> {
    let shown = proptest::sample::select(vec![
        "12",
        " 3",
        "件\r\n",
        "&amp;",
        "a&#x4e00;b&#49;",
        "]] ",
        ">",
        "<!-- 1 > 2 -->",
        "<?x y='>'?>",
        "<![CDATA[<b>&amp;]]>",
    ]);
    let attributes = proptest::sample::select(vec![
        "",
        " ",
        " a='1'",
        " a=\"2\"",
        "\n  w:bc = '>'",
        " a=\"x>y='\"",
        " bc='\">'",
        " a=\">\" bc=\"/\"",
        " a=\"&lt;1&#50;\"",
        " xbc='0' w:a='7 '",
        " a=\"=\" ",
        " bc=\" \"",
    ]);
    let name = proptest::sample::select(vec!["t", "w:t", "tc", "w:tc"]);
    let empty = (name.clone(), attributes.clone()).prop_map(|(name, attributes)| format!("<{name}{attributes}/>"));
    prop_oneof![shown.prop_map(str::to_owned), empty].prop_recursive(4, 40, 6, move |inner| {
        let inside = proptest::collection::vec(inner, 0..6);
        (name.clone(), attributes.clone(), inside)
            .prop_map(|(name, attributes, inside)| format!("<{name}{attributes}>{}</{name}>", inside.concat()))
    })
}

proptest! {
    #[test]
    fn another_reader_reads_the_same(inside in proptest::collection::vec(elements(), 0..5)) {
        let text = format!("<?xml version='1.0'?>\n<w:r xmlns:w=\"w\">{}</w:r >\n", inside.concat());
        let expected = peer(&text);
        prop_assert!(expected.is_some(), "{text}");
        prop_assert_eq!(read(&text), expected, "{}", text);
    }

    #[test]
    fn a_part_that_is_cut_off_is_damaged(inside in elements(), cut in 1_usize..200) {
        let text = format!("<w:r xmlns:w=\"w\">{inside}</w:r>");
        let cut = text.floor_char_boundary(text.len().saturating_sub(cut));
        prop_assert!(cut == 0 || read(&text[..cut]).is_none(), "{}", &text[..cut]);
    }
}

#[test]
fn tags_that_cross_or_do_not_end_are_damaged() {
    for text in
        ["<a><b></a></b>", "<a", "<a b='1", "<a>&amp</a>", "</a>", "<a></b>", "<>", "<a><!-- </a>", "<a><![CDATA[</a>"]
    {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_document_type_says_nothing() {
    let text = "<!DOCTYPE a [<!ENTITY x '>'>]><!DOCTYPE a><a>&x;&#0;</a>";
    assert_eq!(read(text).unwrap(), ["<a None None", "\"\u{fffd}\u{fffd}\"", ">"]);
}
