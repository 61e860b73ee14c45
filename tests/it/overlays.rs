//! What lies upon a page, and characters that nobody knows: what a person sees is never read as another number, nor as nothing.

use crate::files::{LINES, PENALTIES, at, ofd, ofd_text, ofd_texts, pdf_with, printed, texts};
use ogi_report::extract::{self, Note};

/// A stream with this in its dictionary.
fn stream(dictionary: &str, data: &str) -> String {
    format!("<<{dictionary}/Length {}>>stream\n{data}\nendstream", data.len())
}

/// What is read of the cell that shows 12 where these operators stand in its place, with this in the catalog and in the page.
fn read(operators: &str, of: [&str; 2], more: &[String]) -> Option<String> {
    let page = LINES.to_owned() + &texts().replace(&at(200, 222, "12"), operators);
    let extraction = extract::from_bytes(&pdf_with(&[&page], "", of, more)).unwrap();
    assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"), "{operators}");
    printed(&extraction, PENALTIES)
}

/// What is read of the codes of 12 in this font.
fn read_in(font: &str, operators: &str) -> Option<String> {
    let table = |text: &str| {
        stream("", &format!("1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar {text} endbfchar"))
    };
    let more = [font.to_owned(), table("<31> <0031>"), table("<31> <0031> <32> <0000>"), stream("", "")];
    read(operators, ["", "/Resources<</Font<</F 3 0 R/G 7 0 R>>>>"], &more)
}

#[test]
fn a_code_without_ground_is_no_character() {
    let part = "/FontDescriptor<</Type/FontDescriptor/FontFile2 10 0 R/Flags";
    for (font, expected) in [
        ("/Subtype/Type1/BaseFont/Helvetica".to_owned(), "12"),
        ("/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding".to_owned(), "12"),
        ("/Subtype/TrueType/BaseFont/A/Encoding<</BaseEncoding/MacRomanEncoding>>".to_owned(), "12"),
        (format!("/Subtype/TrueType/BaseFont/A{part} 32>>"), "12"),
        (format!("/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding{part} 4>>"), "12"),
        ("/Subtype/TrueType/BaseFont/A/FontDescriptor<</Flags 4>>".to_owned(), "12"),
        (format!("/Subtype/TrueType/BaseFont/A/Encoding<</Differences[49/one/two]>>{part} 4>>"), "12"),
        ("/Subtype/Type3/Encoding<</Differences[49/one/two]>>".to_owned(), "12"),
        // Codes of its own, and names of its own.
        (format!("/Subtype/TrueType/BaseFont/A{part} 4>>"), "††"),
        ("/Subtype/Type1/BaseFont/A/Encoding/MacExpertEncoding".to_owned(), "††"),
        ("/Subtype/Type1/BaseFont/A/Encoding<</Differences[49/one/g7]>>".to_owned(), "1†"),
        ("/Subtype/Type3/Encoding<</Differences[49/g1/g2]>>".to_owned(), "††"),
        ("/Subtype/Type3/Encoding<</Differences[49/1/2]>>".to_owned(), "††"),
        ("/Subtype/Type3".to_owned(), "††"),
        ("/Subtype/Type1/BaseFont/ZapfDingbats".to_owned(), "††"),
        ("/Subtype/TrueType/BaseFont/ABCDEF+Wingdings-Regular/Encoding/WinAnsiEncoding".to_owned(), "††"),
        // A table that lacks a character, or that says that there is none.
        ("/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding/ToUnicode 8 0 R".to_owned(), "1†"),
        ("/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding/ToUnicode 9 0 R".to_owned(), "1†"),
    ] {
        let font = format!("<</Type/Font{font}>>");
        let text = "BT /G 10 Tf 200 222 Td (12) Tj ET\n";
        assert_eq!(read_in(&font, text).as_deref(), Some(expected), "{font}");
    }
    let missing = "BT /None 10 Tf 200 222 Td (12) Tj ET\n";
    assert_eq!(read_in("<<>>", missing).as_deref(), Some("††"));
}

#[test]
fn signs_that_nobody_knows_decorate_words() {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>";
    let sign = |x: u32, y: u32, text: &str| format!("BT /G 5 Tf {x} {y} Td ({text}) Tj ET\n");
    let around = sign(46, 222, "n") + &sign(50, 280, "llll") + &at(200, 222, "12");
    assert_eq!(read_in(font, &around).as_deref(), Some("12"));
    // Beside a digit, a sign may be a digit.
    assert_eq!(read_in(font, &(at(200, 222, "12件") + &sign(196, 222, "n"))).as_deref(), Some("†12件"));
}

#[test]
fn annotations_are_seen() {
    let twelve = at(200, 222, "12");
    let corrected = "1 g 0 0 50 15 re f 0 g BT /F 10 Tf 2 4 Td <00380035> Tj ET";
    let form = |matrix: &str, data: &str| {
        stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 50 15]{matrix}/Resources<</Font<</F 3 0 R>>>>"), data)
    };
    let more = [
        form("", corrected),
        form("/Matrix[0 1 -1 0 0 0]", "BT /F 10 Tf 0 -1 1 0 2 13 Tm <00380035> Tj ET"),
        form("", "1 w 0 7 m 24 7 l S"),
        form("", "0 7 m 50 7 l S"),
        form("", "0 6.8 50 .4 re f"),
        form("", "1 w 0 3 m 50 3 l S"),
        form("", "q /Faint gs 10 w 0 7 m 50 7 l S Q").replace("/Font<<", "/ExtGState<</Faint<</CA .4>>>>/Font<<"),
    ];
    let place = "/Rect[198 218 248 233]";
    let cases = [
        ("/Subtype/FreeText/AP<</N 7 0 R>>", Some("85")),
        ("/Subtype/FreeText/F 4/AP<</N 7 0 R>>", Some("85")),
        ("/Subtype/FreeText/F 2/AP<</N 7 0 R>>", Some("12")),
        ("/Subtype/FreeText/F 32/AP<</N 7 0 R>>", Some("12")),
        ("/Subtype/StrikeOut/AP<</N 9 0 R>>", Some("1†2†")),
        // A line goes on beside what it strikes out.
        ("/Subtype/StrikeOut/AP<</N 10 0 R>>", Some("1†2†")),
        ("/Subtype/Line/AP<</N 11 0 R>>", Some("1†2†")),
        ("/Subtype/Underline/AP<</N 12 0 R>>", Some("12")),
        ("/Subtype/Ink/AP<</N 13 0 R>>", Some("12")),
        ("/Subtype/Widget/AP<</N<</Yes 7 0 R>>>>/AS/Yes", Some("85")),
        ("/Subtype/Widget/AP<</N<</Yes 7 0 R>>>>/AS/Off/V(x)", Some("12")),
        ("/Subtype/Widget/FT/Tx/V(85)/AP<</N 7 0 R>>", Some("85")),
        // Nothing says how these look.
        ("/Subtype/Square", None),
        ("/Subtype/StrikeOut", None),
        ("/Subtype/Widget/FT/Tx/V(85)", None),
        ("/Subtype/Widget/Parent<</V(85)>>", None),
        ("/Subtype/Widget/FT/Tx/V()", Some("12")),
        ("/Subtype/Link", Some("12")),
        ("/Subtype/Popup", Some("12")),
        ("/Subtype/Highlight", Some("12")),
    ];
    let doubted = |text: Option<String>| text.is_some_and(|text| text.contains('†'));
    for (annotation, expected) in cases {
        let page = format!("/Annots[99 0 R<<{annotation}{place}>>]");
        let found = read(&twelve, ["", &page], &more);
        match expected {
            Some(expected) => assert_eq!(found.as_deref(), Some(expected), "{annotation}"),
            None => assert!(doubted(found), "{annotation}"),
        }
    }
    // A place that is blank but for a field without appearance is not blank.
    let field = format!("/Annots[<</Subtype/Widget/FT/Tx/V(85){place}>>]");
    assert_eq!(read("", ["", &field], &more).as_deref(), Some("†"));
    // An appearance is turned and stretched to its place.
    let turned = "/Annots[<</Subtype/FreeText/AP<</N 8 0 R>>/Rect[200 217 215 267]>>]";
    assert!(doubted(read(&twelve, ["", turned], &more)));
    let narrow = "/Annots[<</Subtype/FreeText/AP<</N 7 0 R>>/Rect[196 216 226 234]>>]";
    assert_eq!(read(&twelve, ["", narrow], &more).as_deref(), Some("85"));
    // A program that paints fields anew shows their values.
    let again = "/AcroForm<</NeedAppearances true>>";
    for (value, is_doubted) in [("(85)", false), ("<FEFF00380035>", false), ("(86)", true)] {
        let field = format!("/Annots[<</Subtype/Widget/FT/Tx/V{value}/AP<</N 7 0 R>>{place}>>]");
        assert_eq!(doubted(read(&twelve, [again, &field], &more)), is_doubted, "{value}");
    }
}

#[test]
fn digits_under_shapes_are_of_no_number() {
    let twelve = at(200, 222, "12");
    let round = "198 221 m 198 219 200 219 202 219 c 238 219 l 238 231 l 198 231 l h";
    let picture = |entries: &str| format!("q 40 0 0 12 198 219 cm BI /W 1 /H 1 /BPC 8 /CS /G {entries} ID \u{1} EI Q ");
    for (shape, is_seen) in [
        (format!("1 g {round} f 0 g "), false),
        (format!("q /Half gs 1 g {round} f Q "), true),
        (format!("q /Tint gs 1 1 0 rg {round} f Q "), true),
        ("1 g 198 219 m 238 220 l 238 231 l 199 231 l f 0 g ".to_owned(), false),
        ("1 g 198 219 40 12 re 199 220 38 10 re f* 0 g ".to_owned(), true),
        ("1 g 198 219 40 12 re 199 220 38 10 re f 0 g ".to_owned(), false),
        ("1 g 198 219 40 12 re 250 219 40 12 re f 0 g ".to_owned(), false),
        ("1 G 10 w 198 225 m 240 225 l S 0 G 1 w ".to_owned(), false),
        ("q /Half gs 10 w 198 225 m 240 225 l S Q ".to_owned(), false),
        ("q /Thin gs 10 w 198 225 m 240 225 l S Q ".to_owned(), true),
        // A stroke through it by hand, and a ring around it.
        ("198 224 m 222 227 l S ".to_owned(), false),
        ("190 225 m 190 240 220 240 220 225 c 220 210 190 210 190 225 c S ".to_owned(), true),
        ("q 198 219 m 238 219 l 239 231 l 198 231 l W n 1 g 190 200 100 100 re f Q ".to_owned(), false),
        (picture(""), false),
        (picture("/IM true"), true),
    ] {
        let of =
            ["", "/Resources<</Font<</F 3 0 R>>/ExtGState<</Tint<</BM/Multiply>>/Half<</ca .5>>/Thin<</CA .5>>>>>>"];
        let before = read(&(shape.clone() + &twelve), of, &[]);
        let after = read(&(twelve.clone() + &shape), of, &[]);
        assert_eq!(before.as_deref(), Some("12"), "{shape}");
        assert_eq!(after.as_deref(), Some(if is_seen { "12" } else { "1†2†" }), "{shape}");
    }
}

/// A page across that is printed upright. Its places are those of the page as it is shown.
#[test]
fn a_page_of_turned_text_is_turned_back() {
    for (turn, area) in [
        ("0 1 -1 0 300 0 cm ", [6500, 5500, 8500, 20500]),
        ("0 -1 1 0 0 400 cm ", [21500, 19500, 23500, 34500]),
        ("-1 0 0 -1 400 300 cm ", [5500, 21500, 20500, 23500]),
    ] {
        let page = turn.to_owned() + LINES + &texts();
        let of_page = if turn.starts_with('-') { "" } else { "/MediaBox[0 0 300 400]" };
        let extraction = extract::from_bytes(&pdf_with(&[&page], "", ["", of_page], &[])).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"), "{turn}");
        let at = serde_json::to_value(&extraction.placed[0].at).unwrap();
        assert_eq!(["left", "top", "right", "bottom"].map(|edge| at["area"][edge].as_i64().unwrap()), area, "{turn}");
    }
}

#[test]
fn a_correction_on_a_scanned_page_is_seen() {
    let picture = "q 400 0 0 300 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u{1} EI Q\n";
    let more = at(20, 20, "其他各类信息和需要说明的事项无。其他各类信息和需要说明的事项无。");
    let invisible = format!("3 Tr {}{more} 0 Tr ", texts());
    let corrected = format!("{picture}{invisible}1 g 198 219 40 12 re f 0 g ");
    for (page, expected) in [
        (format!("{picture}{invisible}"), "12"),
        (format!("{invisible}{picture}"), "12"),
        (format!("{}{more}{picture}", texts()), "12"),
        (corrected.clone(), "1†2†"),
    ] {
        let extraction = extract::from_bytes(&pdf_with(&[&(page + LINES)], "", ["", ""], &[])).unwrap();
        assert!(extraction.notes.contains(&Note::RecognizedText));
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some(expected));
    }
}

#[test]
fn digits_that_are_painted_one_by_one_are_one_number() {
    let columns = LINES.replace("195 195 m 195 255 l S", "")
        + "145 195 m 145 255 l S 215 195 m 215 255 l S 285 195 m 285 255 l S\n";
    let rules = [
        (50, 262, "第二十条第（一）项"),
        (50, 242, "信息内容"),
        (150, 242, "本年制发件数"),
        (220, 242, "本年废止件数"),
    ];
    let texts: String = rules.iter().map(|(x, y, text)| at(*x, *y, text)).collect();
    let rest = at(290, 242, "现行有效件数") + &at(50, 222, "规章") + &at(290, 222, "6");
    let single = |from: u32, step: u32| (0..3).map(|place| at(from + place * step, 222, "3")).collect::<String>();
    for (figures, expected) in [
        // The digits are ten points wide.
        (single(190, 10), [None, None]),
        (single(150, 10), [Some("333"), Some("")]),
        (at(205, 222, "1") + &at(222, 222, "2"), [Some("1"), Some("2")]),
    ] {
        let page = columns.clone() + &texts + &rest + &figures;
        let extraction = extract::from_bytes(&pdf_with(&[&page], "", ["", ""], &[])).unwrap();
        let found = ["issued", "repealed"].map(|part| printed(&extraction, &format!("proactive.rules.{part}")));
        assert_eq!(found.each_ref().map(Option::as_deref), expected, "{figures}");
    }
}

#[test]
fn annotations_of_an_ofd_page_are_seen() {
    let objects =
        "<ofd:PathObject Boundary=\"0 0 30 8\" Fill=\"true\" Stroke=\"false\"><ofd:FillColor Value=\"255 255 255\"/>\
                   <ofd:AbbreviatedData>M 0 0 L 30 0 L 30 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>"
            .to_owned()
            + &ofd_text(2, 300, "85", "", "");
    let annotation = |attributes: &str| {
        format!(
            "<ofd:PageAnnot xmlns:ofd=\"o\"><ofd:Annot ID=\"8\" {attributes}><ofd:Appearance Boundary=\"198 77 30 8\">{objects}\
             </ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
        )
    };
    for (attributes, location, page, expected) in [
        ("Type=\"Stamp\"", "P/A.xml", "1", "85"),
        ("Type=\"Stamp\"", "/Doc_0/Annots/P/A.xml", "1", "85"),
        ("Type=\"Stamp\"", "Annots/P/A.xml", "1", "85"),
        ("Type=\"Stamp\"", "P/A.xml", "2", "12"),
        ("Type=\"Stamp\" Visible=\"false\"", "P/A.xml", "1", "12"),
        ("Type=\"Highlight\"", "P/A.xml", "1", "12"),
    ] {
        let list = format!(
            "<ofd:Annotations xmlns:ofd=\"o\"><ofd:Page PageID=\"{page}\"><ofd:FileLoc>{location}</ofd:FileLoc></ofd:Page></ofd:Annotations>"
        );
        let parts = [("Doc_0/Annots/L.xml", list.as_str()), ("Doc_0/Annots/P/A.xml", &annotation(attributes))];
        let extraction = extract::from_bytes(&ofd(&ofd_texts(), "", &parts)).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some(expected), "{attributes} {location} {page}");
    }
}
