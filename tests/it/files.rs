//! Word, Excel, PDF and OFD files: made here where that is short, and those of the shared corpus where it is there.

#![expect(clippy::print_stdout, reason = "the counts are worth reading")]

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use ogi_report::extract::{self, Bound, ExtractError, Extraction, Extractor, FileFormat, Limits, Note};
use ogi_report::form::Value;
use ogi_report::narrative::Narrative;
use ogi_report::{Cell, Lang};

/// A zip archive whose parts are stored.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut archive, mut list) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let offset = u32::try_from(archive.len()).unwrap();
        let size = u32::try_from(text.len()).unwrap().to_le_bytes();
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(crc32(text.as_bytes()).to_le_bytes());
        head.extend([size, size].concat());
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        archive.extend(b"PK\x03\x04".iter().chain(&head).chain(name.as_bytes()).chain(text.as_bytes()));
        list.extend(b"PK\x01\x02\x14\x00".iter().chain(&head));
        list.extend([0; 10]);
        list.extend(offset.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let (count, size) = (u16::try_from(parts.len()).unwrap().to_le_bytes(), u32::try_from(list.len()).unwrap());
    let offset = u32::try_from(archive.len()).unwrap();
    archive.extend(list);
    archive.extend(b"PK\x05\x06\x00\x00\x00\x00".iter().chain(&count).chain(&count));
    archive.extend(size.to_le_bytes().iter().chain(&offset.to_le_bytes()).chain(&[0, 0]));
    archive
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

/// A Word document of this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

pub(crate) fn docx_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    package(&[&[("word/document.xml", document.as_str())], parts].concat())
}

pub(crate) fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A cell of a Word table, with its properties.
pub(crate) fn tc(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

/// Item (六) of section 二 as a Word table, with this content in the cell of penalties.
fn penalties(content: &str) -> Vec<u8> {
    docx(&penalties_body(content))
}

pub(crate) fn penalties_body(content: &str) -> String {
    let row = |cells: [String; 2]| format!("<w:tr>{}</w:tr>", cells.concat());
    let text = |text: &str| tc("", &paragraph(text));
    let rows = [
        row([text("信息内容"), text("本年处理决定数量")]),
        row([text("行政处罚"), tc("", content)]),
        row([text("行政强制"), text("7")]),
    ];
    format!("{}<w:tbl>{}</w:tbl>", paragraph("第二十条第（六）项"), rows.concat())
}

pub(crate) fn printed(extraction: &Extraction, cell: &str) -> Option<String> {
    extraction.form.get(cell.parse::<Cell>().unwrap()).map(|filed| filed.as_printed().into_owned())
}

pub(crate) const PENALTIES: &str = "proactive.penalties.decisions";

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn a_number_of_a_word_cell_is_what_the_page_shows() {
    let run = |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let instruction = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
    let text_box =
        |text: &str| format!("<w:r><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></w:r>", paragraph(text));
    let numbered = |level: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}</w:p>",
            run("", text),
        )
    };
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"raised\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
                  <w:style w:styleId=\"note\"><w:basedOn w:val=\"raised\"/></w:style>\
                  <w:style w:styleId=\"old\"><w:rPr><w:strike/></w:rPr></w:style>\
                  <w:style w:styleId=\"gone\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\">\
                     <w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
                     <w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2\"/></w:lvl>\
                     <w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
    let cases = [
        // In two runs, in a field, in a hyperlink, in a content control.
        (format!("<w:p>{}{}</w:p>", run("", "1"), run("<w:b/>", "2")), Some("12")),
        (format!("<w:p><w:hyperlink>{}</w:hyperlink></w:p>", run("", "12")), Some("12")),
        (format!("<w:p><w:r><w:instrText>= 9</w:instrText></w:r>{}</w:p>", run("", "12")), Some("12")),
        (format!("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", paragraph("12")), Some("12")),
        // A control that only says what to enter is empty, and a figure in it is seen.
        (
            format!(
                "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
                run("", "请填写"),
            ),
            Some(""),
        ),
        (
            format!(
                "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
                run("", "12"),
            ),
            Some("†12†"),
        ),
        (
            format!(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
                paragraph("12")
            ),
            Some("†12†"),
        ),
        (
            format!(
                "<w:p><w:sdt>\n<w:sdtPr>\n<w:showingPlcHdr/></w:sdtPr>\n<w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
                run("", "0"),
            ),
            Some("†0†"),
        ),
        // Deleted text is not there, and inserted text is.
        (format!("<w:p><w:del>{}</w:del><w:ins>{}</w:ins></w:p>", run("", "9"), run("", "12")), Some("12")),
        (format!("<w:p><w:moveFrom>{}</w:moveFrom>{}</w:p>", run("", "9"), run("", "12")), Some("12")),
        (format!("<w:p>{}{}</w:p>", run("<w:vanish/>", "9"), run("<w:vanish w:val=\"0\"/>", "12")), Some("12")),
        // The properties that a tracked change replaced.
        (format!("<w:p>{}</w:p>", run("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", "12")), Some("12")),
        // Struck-out and raised figures join no number.
        (format!("<w:p>{}{}</w:p>", run("<w:strike/>", "9"), run("", "12")), Some("†9†12")),
        (format!("<w:p>{}{}</w:p>", run("", "12"), run("<w:vertAlign w:val=\"superscript\"/>", "1")), Some("12†1†")),
        (format!("<w:p>{}{}</w:p>", run("", "12"), run("<w:rStyle w:val=\"note\"/>", "1")), Some("12†1†")),
        (
            format!("<w:p>{}{}</w:p>", run("", "12"), run("<w:position w:val=\"6\"/><w:sz w:val=\"12\"/>", "1")),
            Some("12†1†"),
        ),
        (format!("<w:p>{}</w:p>", run("<w:position w:val=\"-1\"/>", "12")), Some("12")),
        (
            format!("<w:p>{}{}</w:p>", run("", "12"), run("<w:rStyle w:val=\"note\"/><w:position w:val=\"0\"/>", "1")),
            Some("12†1†"),
        ),
        // A formula of mathematics.
        (
            "<w:p><m:sSup><m:e><m:r><m:t>5</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></w:p>"
                .to_owned(),
            Some("5†2"),
        ),
        (
            "<w:p><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></w:p>"
                .to_owned(),
            Some("1†2"),
        ),
        (format!("<w:p>{}{}</w:p>", run("<w:rStyle w:val=\"old\"/>", "9"), run("", "12")), Some("†9†12")),
        (format!("<w:p>{}</w:p>", run("<w:rStyle w:val=\"old\"/><w:strike w:val=\"false\"/>", "12")), Some("12")),
        // A paragraph that its style hides, but for a run that says otherwise.
        (
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"gone\"/></w:pPr>{}<w:r><w:t>9</w:t></w:r></w:p>",
                run("<w:vanish w:val=\"0\"/>", "12"),
            ),
            Some("12"),
        ),
        // A field in the instruction of another is not shown, and one in its result is.
        (
            format!(
                "<w:p>{}{}{}{}{}{}{}{}</w:p>",
                field("begin"),
                field("begin"),
                field("separate"),
                run("", "9"),
                field("end"),
                field("separate"),
                run("", "12"),
                field("end"),
            ),
            Some("12"),
        ),
        (
            format!(
                "<w:p>{}{}{}{}{}</w:p>",
                field("begin"),
                field("separate"),
                run("", "1"),
                run("", "2"),
                field("end")
            ),
            Some("12"),
        ),
        // A field without an end.
        (format!("<w:p>{}</w:p><w:p>{}</w:p>", field("begin"), run("", "12")), Some("12")),
        // Fields that show something and hold no result.
        (format!("<w:p>{}{}{}</w:p>", field("begin"), instruction(" eq \\o\\ac(12, )"), field("end")), Some("†")),
        (format!("<w:p>{}{}{}</w:p>", field("begin"), instruction("FORMDROPDOWN"), field("end")), Some("†")),
        (format!("<w:p>{}{}{}</w:p>", field("begin"), instruction(" XE 12"), field("end")), Some("")),
        // The number of a list stands apart from what it counts.
        (numbered("0", "5"), Some("1.†5")),
        (numbered("1", "12"), Some("1†12")),
        (numbered("2", "12"), Some("12")),
        // A text box is stored twice, and stands beside the text.
        (
            format!(
                "<w:p><w:r><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice><w:txbxContent>{}</w:txbxContent></mc:Choice>\
                 <mc:Fallback>{}</mc:Fallback></mc:AlternateContent><w:t>12</w:t></w:r></w:p>",
                paragraph("另"),
                paragraph("9"),
            ),
            Some("12"),
        ),
        // A figure in a text box lies upon that of the cell, or stands for it.
        (format!("<w:p>{}{}</w:p>", text_box("85"), run("", "12")), Some("12\n†85†")),
        (format!("<w:p>{}</w:p>", text_box("85")), Some("†85†")),
        // A picture is no text, and no blank.
        ("<w:p><w:r><w:drawing><pic:pic xmlns:pic=\"pic\"/></w:drawing></w:r></w:p>".to_owned(), None),
        ("<w:p/>".to_owned(), Some("")),
    ];
    for (content, expected) in cases {
        let parts = [("word/styles.xml", styles), ("word/numbering.xml", numbering)];
        let extraction = extract::from_bytes(&docx_with(&penalties_body(&content), &parts)).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), expected, "{content}");
        assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"), "{content}");
    }
}

#[test]
fn word_numbers_labels_and_merges_cells() {
    let numbering = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">\
                     <w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>\
                  </w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>";
    let numbered = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = numbered("b", "总体情况") + &paragraph("无。") + &numbered("a", "主动公开政府信息情况");
    let table = format!(
        "<w:tbl><w:tr>{}</w:tr><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>{}{}</w:tr></w:tbl>",
        tc("<w:gridSpan w:val=\"2\"/>", &paragraph("第二十条第（六）项")),
        tc("", &paragraph("信息内容")),
        tc("<w:vMerge w:val=\"restart\"/>", &paragraph("本年处理决定数量")),
        tc("", &paragraph("行政处罚")),
        tc("", &paragraph("12")),
        tc("", &paragraph("行政强制")),
        tc("", &paragraph("9")),
    );
    let parts = [("word/numbering.xml", numbering), ("word/styles.xml", styles)];
    let extraction = extract::from_bytes(&docx_with(&(body + &table), &parts)).unwrap();
    assert!(extraction.text.starts_with("一、总体情况\n无。\n二、主动公开政府信息情况\n"), "{}", extraction.text);
    assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"));
    assert_eq!(printed(&extraction, "proactive.coercion.decisions"), None, "the row is hidden");
    let at = &extraction.placed[0].at;
    assert_eq!(at.label(Lang::Zh), "第 1 个表格第 3 行第 2 列");
    let json = serde_json::to_value(at).unwrap();
    let cells = serde_json::json!({ "row": 3, "column": 2, "last_row": 3, "last_column": 2 });
    assert_eq!(json, serde_json::json!({ "kind": "table", "table": 1, "cells": cells }));
}

#[test]
fn documents_that_call_themselves_doc_are_read_by_what_they_are() {
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>第二十条第（六）项</w:t></w:r></w:p></w:tc></w:tr>\
                 <w:tr><w:tc><w:p><w:r><w:t>信息内容</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>本年处理决定数量</w:t></w:r></w:p>\
                 </w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>行政处罚</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p>\
                 </w:tc></w:tr></w:tbl>";
    let of_2003 = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument \
         xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body>{table}</w:body></w:wordDocument>",
    );
    let of_parts = format!(
        "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">\
         <pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData><w:document xmlns:w=\"w\"><w:body>{table}</w:body></w:document>\
         </pkg:xmlData></pkg:part></pkg:package>",
    );
    let html =
        "<html><table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>12</table>";
    for document in [of_2003.as_str(), &of_parts, html] {
        let extraction = extract::from_bytes(document.as_bytes()).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"), "{document}");
    }
}

/// A workbook with one sheet of these rows and what stands behind them.
pub(crate) fn xlsx(rows: &str, behind: &str) -> Vec<u8> {
    xlsx_with(rows, behind, "")
}

fn xlsx_with(rows: &str, behind: &str, calculation: &str) -> Vec<u8> {
    let styles = "<styleSheet><fonts><font/><font><strike/></font><font><vertAlign val=\"superscript\"/></font>\
                  <font><strike val=\"0\"/></font></fonts><numFmts><numFmt numFmtId=\"170\" formatCode=\"0;-0;;@\"/><numFmt numFmtId=\"171\" \
                  formatCode=\"0!.0,&quot;万&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"3\"/><xf numFmtId=\"10\"/>\
                  <xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"1\"/>\
                  <xf fontId=\"1\"/><xf fontId=\"2\"/><xf fontId=\"3\"/></cellXfs></styleSheet>";
    xlsx_of(rows, behind, calculation, styles)
}

fn xlsx_of(rows: &str, behind: &str, calculation: &str, styles: &str) -> Vec<u8> {
    let book = format!(
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"年报\" r:id=\"a\"/><sheet name=\"旧\" state=\"hidden\" r:id=\"b\"/></sheets>\
         {calculation}</workbook>",
    );
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>");
    package(&[
        ("xl/workbook.xml", &book),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>行政处罚</t></si><si><r><t>行政</t></r><r><t>强制</t></r><rPh><t>x</t></rPh></si></sst>",
        ),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// Item (六) of section 二 as a sheet, with this cell of penalties at B3.
pub(crate) fn sheet_rows(cell: &str) -> String {
    format!(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>第二十条第（六）项</t></is></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"str\"><v>信息内容</v></c><c r=\"B2\" t=\"str\"><v>本年处理决定数量</v></c></row>\
         <row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c>{cell}</row>\
         <row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"B4\"><v>7</v></c></row>",
    )
}

#[test]
fn a_number_of_an_excel_cell_is_what_the_sheet_shows() {
    let cases = [
        ("<c r=\"B3\"><v>12</v></c>", Some("12"), 0),
        ("<c r=\"B3\" t=\"str\"><v>12</v></c>", Some("12"), 0),
        ("<c r=\"B3\" s=\"1\"><v>1234</v></c>", Some("1234"), 0),
        ("<c r=\"B3\"><v>1.2E1</v></c>", Some("12"), 0),
        ("<c r=\"B3\" s=\"2\"><v>0.5</v></c>", Some("50%"), 0),
        // What prints nothing is blank, and what prints another number is not read.
        ("<c r=\"B3\" s=\"3\"><v>0</v></c>", Some(""), 1),
        ("<c r=\"B3\" s=\"4\"><v>123456</v></c>", None, 1),
        ("<c r=\"B3\" s=\"5\"><v>3.7</v></c>", Some("3.7"), 1),
        ("<c r=\"B3\" t=\"e\"><v>#REF!</v></c>", Some("#REF!"), 0),
        // Struck-out and raised digits join no number.
        ("<c r=\"B3\" s=\"6\"><v>12</v></c>", Some("†12†"), 0),
        ("<c r=\"B3\" s=\"7\"><v>12</v></c>", Some("†12†"), 0),
        ("<c r=\"B3\" s=\"8\"><v>12</v></c>", Some("12"), 0),
        (
            "<c r=\"B3\" t=\"inlineStr\"><is><r><t>12</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is></c>",
            Some("12†1†"),
            0,
        ),
        (
            "<c r=\"B3\" t=\"inlineStr\"><is><r><rPr><b/><strike/></rPr><t>5</t></r><r><t>12</t></r></is></c>",
            Some("†5†12"),
            0,
        ),
        ("<c r=\"B3\"/>", Some(""), 0),
        ("", Some(""), 0),
        // The result of a formula is its stored one.
        ("<c r=\"B3\"><f>B9*2</f><v>12</v></c>", Some("12"), 0),
        ("<c r=\"B3\"><f>B9*2</f></c>", None, 1),
        ("<c r=\"B3\"><f>B9*2</f><v></v></c>", None, 1),
        ("<c r=\"B3\" t=\"str\"><f>IF(1,\"\")</f><v></v></c>", Some(""), 0),
    ];
    for (cell, expected, notes) in cases {
        let extraction = extract::from_bytes(&xlsx(&sheet_rows(cell), "")).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), expected, "{cell}");
        assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"), "{cell}");
        // The hidden sheet and the edition are noted always.
        assert_eq!(extraction.notes.len(), notes + 2, "{cell} {:?}", extraction.notes);
    }
    let extraction = extract::from_bytes(&xlsx(&sheet_rows("<c r=\"B3\"><v>12</v></c>"), "")).unwrap();
    assert_eq!(extraction.placed[0].at.to_string(), "年报!B3");
    assert_eq!(extraction.notes[0].message(Lang::Zh), "工作表“旧”已隐藏，没有读取。");
}

/// Formulas without a stored result are absent and noted, but for sums of rectangles: those are evaluated, and compared
/// with their results where these are there.
#[test]
fn formulas_are_read_by_their_results() {
    let extract = |formula: &str, stored: &str, calculation: &str| {
        let cell = format!(
            "<c r=\"B3\"><f>{formula}</f>{stored}</c><c r=\"D3\"><v>5</v></c><c r=\"E3\"><v>6</v></c>\
             <c r=\"F3\" t=\"str\"><v>4</v></c>"
        );
        let hidden = "<cols><col min=\"4\" max=\"6\" hidden=\"1\"/></cols>";
        let extraction = extract::from_bytes(&xlsx_with(&sheet_rows(&cell), hidden, calculation)).unwrap();
        let notes: Vec<String> = extraction
            .notes
            .iter()
            .filter(|note| {
                !matches!(note, Note::HiddenSheet { .. } | Note::HiddenCells { .. } | Note::EditionAssumed { .. })
            })
            .map(|note| note.message(Lang::En))
            .collect();
        (printed(&extraction, PENALTIES), notes.join("\n"))
    };
    let without = "the formula at 年报!B3 has no stored result and was left out; open the file in a spreadsheet program and save it";
    let evaluated = "the formula at 年报!B3 has no valid stored result; the sum of its cells, `11`, was read";
    let disagrees = "the formula at 年报!B3 is stored as 12, its cells make 11; 12 was read";
    let recalculated = "<calcPr fullCalcOnLoad=\"1\"/>";
    let cases = [
        ("D3*2", "", "", None, without),
        ("SUM(D3:E3)", "<v>11</v>", "", Some("11"), ""),
        ("SUM(D3:E3)", "<v>12</v>", "", Some("12"), disagrees),
        ("SUM(D3:E3)", "", "", Some("11"), evaluated),
        ("SUM(D3:E3)", "<v>0</v>", recalculated, Some("11"), evaluated),
        ("D3*2", "<v>0</v>", recalculated, None, without),
        ("D3*2", "<v>10</v>", recalculated, Some("10"), ""),
        // `+` takes a text for a number, or fails on it, where SUM passes it over.
        ("D3+E3", "", "", Some("11"), evaluated),
        ("D3+F3", "", "", None, without),
        ("D3+F3", "<v>9</v>", "", Some("9"), ""),
        ("D3+F3", "<v>9</v>", recalculated, Some("9"), ""),
        ("SUM(D3:F3)", "", "", Some("11"), evaluated),
        // A sum over itself makes nothing.
        ("SUM(B3:E3)", "", "", None, without),
    ];
    for (formula, stored, calculation, expected, note) in cases {
        let (read, notes) = extract(formula, stored, calculation);
        assert_eq!((read.as_deref(), notes.as_str()), (expected, note), "{formula} {stored} {calculation}");
    }
}

/// What is merged with a hidden column shows its text in the others.
#[test]
fn merged_cells_are_read_where_their_first_column_is_hidden() {
    let rows = sheet_rows("<c r=\"C3\"><v>12</v></c>").replace("\"B2\"", "\"C2\"").replace("\"B4\"", "\"C4\"");
    let rows = "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>".to_owned() + &rows;
    let merged: String = (1..5).map(|row| format!("<mergeCell ref=\"A{row}:B{row}\"/>")).collect();
    let extraction = extract::from_bytes(&xlsx(&rows, &merged)).unwrap();
    assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"));
    assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"));
}

#[test]
fn hidden_rows_and_columns_are_left_out_and_said() {
    let rows = sheet_rows("<c r=\"B3\"><v>12</v></c>").replace("<row r=\"4\">", "<row r=\"4\" hidden=\"1\">");
    let extraction = extract::from_bytes(&xlsx(&rows, "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")).unwrap();
    assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"));
    assert_eq!(printed(&extraction, "proactive.coercion.decisions"), None);
    let note = Note::HiddenCells { sheet: "年报".to_owned(), rows: 1, columns: 0 };
    assert!(extraction.notes.contains(&note), "{:?}", extraction.notes);
}

/// A PDF file of one page with these operators, whose text is in UTF-16 and whose font is not embedded.
pub(crate) fn pdf(operators: &str) -> Vec<u8> {
    pdf_of(&[operators], "")
}

/// A PDF file of pages of these operators, with this in the dictionary of all.
fn pdf_of(pages: &[&str], of_all: &str) -> Vec<u8> {
    pdf_with(pages, of_all, ["", ""], &[])
}

/// The same, with this in the catalog and in each page, and with more objects; of one page, the first is number 7.
pub(crate) fn pdf_with(pages: &[&str], of_all: &str, [of_catalog, of_page]: [&str; 2], more: &[String]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 5 + 2 * page)).collect();
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{of_catalog}>>"),
        format!(
            "<</Type/Pages/Kids[{kids}]/Count {}/MediaBox[0 0 400 300]/Resources<</Font<</F 3 0 R>>/ExtGState<</Clear<</ca 0>>\
             /Tint<</BM/Multiply>>/Half<</ca .5>>>>/ColorSpace<</Ink[/Separation/Black/DeviceGray 3 0 R]>>>>{of_all}>>",
            pages.len(),
        ),
        "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
            .to_owned(),
    ];
    for operators in pages {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R{of_page}>>", objects.len() + 2));
        objects.push(format!("<</Length {}>>stream\n{operators}\nendstream", operators.len()));
    }
    objects.extend_from_slice(more);
    let mut file = "%PDF-1.4\n".to_owned();
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        offsets.push(file.len());
        let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    }
    let list = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        let _ = writeln!(file, "{offset:010} 00000 n ");
    }
    let _ = write!(file, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{list}\n%%EOF\n", objects.len() + 1);
    file.into_bytes()
}

/// Text at a place of the page, in operators.
pub(crate) fn at(x: u32, y: u32, text: &str) -> String {
    let codes: String = text.encode_utf16().fold(String::new(), |mut codes, unit| {
        let _ = write!(codes, "{unit:04x}");
        codes
    });
    format!("BT /F 10 Tf {x} {y} Td <{codes}> Tj ET\n")
}

/// The texts of a table of three rows and two columns under a heading.
const TEXTS: [(u32, u32, &str); 7] = [
    (50, 262, "第二十条第（六）项"),
    (50, 242, "信息内容"),
    (200, 242, "本年处理决定数量"),
    (50, 222, "行政处罚"),
    (200, 222, "12"),
    (50, 202, "行政强制"),
    (200, 202, "7"),
];

pub(crate) fn texts() -> String {
    TEXTS.iter().map(|(x, y, text)| at(*x, *y, text)).collect()
}

#[test]
fn cells_of_a_pdf_are_what_no_line_parts() {
    let lines = |style: &str| {
        let across = (0..4).map(|row| style.replace("X Y", &format!("45 {}", 255 - row * 20)).replace("W H", "300 0"));
        let down = [45, 195, 345].map(|x| style.replace("X Y", &format!("{x} 195")).replace("W H", "0 60"));
        across.chain(down).collect::<String>()
    };
    let strokes: String = [(45, 255), (45, 235), (45, 215), (45, 195)]
        .iter()
        .map(|(x, y)| format!("{x} {y} m 345 {y} l S\n"))
        .chain([45, 195, 345].iter().map(|x| format!("{x} 195 m {x} 255 l S\n")))
        .collect();
    let rectangles = lines("q 1 0 0 1 X Y cm 0 0 W H re f Q\n").replace(" 0 re", " 0.5 re");
    let boxes: String = (0..3)
        .flat_map(|row| [(45, row), (195, row)])
        .map(|(x, row)| format!("{x} {} 150 20 re S\n", 235 - row * 20))
        .collect();
    for drawn in [strokes, rectangles, boxes] {
        let extraction = extract::from_bytes(&pdf(&(texts() + &drawn))).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"), "{drawn}");
        assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"), "{drawn}");
        assert_eq!(extraction.placed[0].at.label(Lang::Zh), "第 1 页表格第 2 行第 2 列");
    }
}

#[test]
fn unruled_and_turned_pages_are_lines_of_text() {
    for page in ["", "/Rotate 90", "/Rotate 270"] {
        let turned = match page {
            "/Rotate 90" => "0 1 -1 0 400 0 cm\n",
            "/Rotate 270" => "0 -1 1 0 0 300 cm\n",
            _ => "",
        };
        let extraction = extract::from_bytes(&pdf_of(&[&(turned.to_owned() + &texts())], page)).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"), "{page}");
    }
    // A number in two strings is one, and what is painted twice to look bold is there once.
    let bold = at(200, 222, "12") + &texts();
    assert_eq!(printed(&extract::from_bytes(&pdf(&bold)).unwrap(), PENALTIES).as_deref(), Some("12"));
    let parted = texts().replace(&at(200, 222, "12"), &(at(200, 222, "1") + &at(210, 222, "2")));
    assert_eq!(printed(&extract::from_bytes(&pdf(&parted)).unwrap(), PENALTIES).as_deref(), Some("12"));
}

#[test]
fn text_that_is_not_painted_is_not_read() {
    let hidden = format!("3 Tr {} 0 Tr {}", at(230, 222, "9"), texts());
    assert_eq!(printed(&extract::from_bytes(&pdf(&hidden)).unwrap(), PENALTIES).as_deref(), Some("12"));
    let beyond = at(500, 222, "9") + &texts();
    assert_eq!(printed(&extract::from_bytes(&pdf(&beyond)).unwrap(), PENALTIES).as_deref(), Some("12"));
    // Over a picture it is what text recognition read, which is said.
    let picture = "q 400 0 0 300 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI Q\n3 Tr ";
    let more = at(20, 20, "其他各类信息和需要说明的事项无。其他各类信息和需要说明的事项无。");
    let recognized = extract::from_bytes(&pdf(&(picture.to_owned() + &texts() + &more))).unwrap();
    assert_eq!(printed(&recognized, PENALTIES).as_deref(), Some("12"));
    assert!(recognized.notes.contains(&Note::RecognizedText));
    // A letter that nobody knows, half of a pair of codes, is none of them.
    let unknown = "BT /F 10 Tf 20 40 Td <D800> Tj ET\n";
    let with_unknown = extract::from_bytes(&pdf(&(picture.to_owned() + &texts() + &more + unknown))).unwrap();
    assert_eq!(printed(&with_unknown, PENALTIES).as_deref(), Some("12"));
    assert_eq!(extract::from_bytes(&pdf(picture)), Err(ExtractError::Scanned { pages: 1 }));
}

/// The lines of a table around the texts.
pub(crate) const LINES: &str = "45 255 m 345 255 l S 45 235 m 345 235 l S 45 215 m 345 215 l S 45 195 m 345 195 l S\n\
                     45 195 m 45 255 l S 195 195 m 195 255 l S 345 195 m 345 255 l S\n";

#[test]
fn digits_that_are_not_of_one_number_of_a_pdf_join_none() {
    let twelve = at(200, 222, "12");
    let cases = [
        // Smaller or higher digits are signs of notes, and a number that is small as a whole is one.
        (format!("{twelve} BT /F 6 Tf 220 225 Td <0039> Tj ET "), "12†9"),
        (format!("{twelve} BT /F 6 Tf 220 222 Td <0039> Tj ET "), "12†9"),
        ("BT /F 10 Tf 200 222 Td <00310032> Tj /F 6 Tf 3 Ts <0039> Tj 0 Ts ET ".to_owned(), "12†9"),
        ("BT /F 6 Tf 200 222 Td <00310032> Tj ET ".to_owned(), "12"),
        // Two figures at one place.
        (format!("{twelve} {}", at(202, 222, "77")), "1†72†7"),
        // An old figure under paint, and paint that shows what lies below it.
        (format!("{} 1 g 198 219 40 12 re f 0 g {twelve}", at(200, 222, "777")), "12"),
        (format!("{} 1 g 220 219 20 12 re f 0 g ", at(200, 222, "129")), "12†"),
        (format!("1 g 198 219 40 12 re f 0 g {twelve}"), "12"),
        (format!("{twelve} q /Tint gs 1 1 0 rg 198 219 40 12 re f Q "), "12"),
        (format!("{twelve} q /Half gs 1 g 198 219 40 12 re f Q "), "12"),
        (format!("{twelve} q 0 0 1 1 re W n 1 g 198 219 40 12 re f Q "), "12"),
        (format!("{twelve} 1 g 198 219 40 12 re 199 220 38 10 re f* 0 g "), "12"),
        // The colour of the ground.
        (format!("{twelve} 1 g {} 0 g ", at(220, 222, "9")), "12"),
        (format!("{twelve} 0 0 0 0 k {} 0 g ", at(220, 222, "9")), "12"),
        (format!("1 0 0 rg 198 219 40 12 re f {} 0 g {twelve}", at(220, 222, "9")), "12"),
        (format!("0 0 1 rg 198 219 40 12 re f 1 g {twelve} 0 g "), "12"),
        (format!("0 0 1 rg 198 219 m 238 219 240 231 238 231 c 198 231 l f 1 g {twelve} 0 g "), "12"),
        (format!("/Ink cs 1 scn {twelve} 0 g "), "12"),
        // What is not painted at all.
        (format!("{twelve} q /Clear gs {} Q ", at(220, 222, "9")), "12"),
        (format!("{twelve} q 0 0 1 1 re W n {} Q ", at(220, 222, "9")), "12"),
        (format!("q 195 215 25 20 re W n {} Q ", at(200, 222, "129")), "12†"),
        // Across the page, and turned.
        (format!("{twelve} BT /F 30 Tf .7 .7 -.7 .7 190 200 Tm <00380038> Tj ET "), "12"),
        ("BT /F 10 Tf 0 1 -1 0 212 215 Tm <00310032> Tj ET ".to_owned(), "2†\n1†"),
        ("BT /F 10 Tf -1 0 0 1 220 222 Tm <00310032> Tj ET ".to_owned(), "2†1†"),
        // Struck out, and underlined.
        (format!("{} 198 225 m 211 225 l S {}", at(200, 222, "9"), at(210, 222, "12")), "9†12"),
        (format!("{twelve} 198 225 m 222 225 l S "), "1†2†"),
        (format!("{twelve} 198 224.7 24 .6 re f "), "1†2†"),
        (format!("{twelve} 198 220 m 222 220 l S "), "12"),
    ];
    for (cell, expected) in cases {
        let page = LINES.to_owned() + &texts().replace(&twelve, &cell);
        let extraction = extract::from_bytes(&pdf(&page)).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some(expected), "{cell}");
        assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"), "{cell}");
    }
    // A number that goes on beyond its cell is none of either.
    let rules = [
        (50, 262, "第二十条第（一）项"),
        (50, 242, "信息内容"),
        (150, 242, "本年制发件数"),
        (220, 242, "本年废止件数"),
        (290, 242, "现行有效件数"),
        (50, 222, "规章"),
        (170, 222, "12345"),
        (290, 222, "6"),
    ];
    let texts_of_rules: String = rules.iter().map(|(x, y, text)| at(*x, *y, text)).collect();
    let columns =
        LINES.to_owned() + "145 195 m 145 255 l S 215 195 m 215 255 l S 285 195 m 285 255 l S\n" + &texts_of_rules;
    let extraction = extract::from_bytes(&pdf(&columns.replace("195 195 m 195 255 l S", ""))).unwrap();
    assert_eq!(printed(&extraction, "proactive.rules.issued"), None);
    assert_eq!(printed(&extraction, "proactive.rules.repealed"), None);
    assert_eq!(printed(&extraction, "proactive.rules.in_force").as_deref(), Some("6"));
    // Nor one that goes on beside the table.
    let page = LINES.to_owned() + &texts().replace(&at(200, 222, "12"), &at(305, 222, "12345"));
    let extraction = extract::from_bytes(&pdf(&page)).unwrap();
    assert_eq!(printed(&extraction, PENALTIES), None);
    // A label in white on a dark ground is one.
    let label = at(50, 222, "行政处罚");
    let page = LINES.to_owned() + &texts().replace(&label, &format!(".2 g 45 215 150 20 re f 1 g {label} 0 g "));
    assert_eq!(printed(&extract::from_bytes(&pdf(&page)).unwrap(), PENALTIES).as_deref(), Some("12"));
}

/// Text of an OFD page whose object has these attributes and this inside.
pub(crate) fn ofd_text(x: u32, y: u32, text: &str, attributes: &str, inside: &str) -> String {
    let steps = format!("g {} 3.5", text.chars().count() - 1);
    let size = if attributes.contains("Size") { "" } else { "Size=\"3.5\"" };
    format!(
        "<ofd:TextObject Boundary=\"{x} {} 100 5\" {size} {attributes}>{inside}<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"{steps}\">{text}\
         </ofd:TextCode></ofd:TextObject>",
        300 - y,
    )
}

/// An OFD page of objects, with a template that has the lines of the table and these objects before them.
pub(crate) fn ofd(objects: &str, below: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let path = |x: u32, y: u32, to: &str| {
        format!(
            "<ofd:PathObject Boundary=\"{x} {y} 300 300\"><ofd:AbbreviatedData>M 0 0 L {to}</ofd:AbbreviatedData></ofd:PathObject>"
        )
    };
    let lines: String =
        (0..4).map(|row| path(45, 45 + row * 20, "300 0")).chain([45, 195, 345].map(|x| path(x, 45, "0 60"))).collect();
    let content = |inner: &str, template: &str| {
        format!(
            "<ofd:Page xmlns:ofd=\"o\">{template}<ofd:Content><ofd:Layer>{inner}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    };
    let parts = [
        (
            "OFD.xml",
            "<ofd:OFD xmlns:ofd=\"o\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        (
            "Doc_0/Document.xml",
            "<ofd:Document xmlns:ofd=\"o\"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 400 300</ofd:PhysicalBox></ofd:PageArea>\
             <ofd:TemplatePage ID=\"9\" BaseLoc=\"Tpls/T.xml\"/></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" \
             BaseLoc=\"Pages/P.xml\"/></ofd:Pages><ofd:Annotations>Annots/L.xml</ofd:Annotations></ofd:Document>",
        ),
        ("Doc_0/Pages/P.xml", &content(objects, "<ofd:Template TemplateID=\"9\"/>")),
        ("Doc_0/Tpls/T.xml", &content(&(below.to_owned() + &lines), "")),
    ];
    package(&[&parts, more].concat())
}

pub(crate) fn ofd_texts() -> String {
    TEXTS.iter().map(|(x, y, text)| ofd_text(*x, *y, text, "", "")).collect()
}

#[test]
fn an_ofd_page_is_read_like_a_pdf_page() {
    let extraction = extract::from_bytes(&ofd(&ofd_texts(), "", &[])).unwrap();
    assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"));
    assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"));
    assert_eq!(extraction.placed[0].at.label(Lang::En), "page 1, row 2, column 2 of the table");
}

/// A spreadsheet of `OpenDocument` with these rows and styles.
pub(crate) fn ods(rows: &str, styles: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>\
         <table:table table:name=\"年报\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

#[test]
fn a_number_of_an_open_document_cell_is_what_the_sheet_shows() {
    let styles = "<style:style style:name=\"up\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
                  <style:style style:name=\"old\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
                  <style:style style:name=\"plain\"><style:text-properties style:text-position=\"0% 100%\" \
                  style:text-line-through-style=\"none\"/></style:style>";
    let cell = |attributes: &str, text: &str| {
        format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: [String; 2]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let number = |value: &str| format!("office:value-type=\"float\" office:value=\"{value}\"");
    let unwritten = |attributes: &str| format!("<table:table-cell {attributes}/>");
    let long = "0.6".to_owned() + &"0".repeat(70_000);
    for (attributes, expected) in [
        (number("12"), Some("12")),
        ("office:value-type=\"string\" office:string-value=\"12\"".to_owned(), Some("12")),
        ("office:value-type=\"percentage\" office:value=\"12\"".to_owned(), None),
    ] {
        let rows = [
            row([cell("", "第二十条第（六）项"), String::new()]),
            row([cell("", "信息内容"), cell("", "本年处理决定数量")]),
            row([cell("", "行政处罚"), unwritten(&attributes)]),
        ];
        let extraction = extract::from_bytes(&ods(&rows.concat(), styles)).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), expected, "{attributes}");
    }
    for (attributes, text, expected) in [
        (number("12"), "12", Some("12")),
        (number("1200"), "1,200", Some("1200")),
        // A rounded number is what the cell holds; another number is none.
        (number("3.7"), "4", Some("3.7")),
        (number("5000"), "5", None),
        (number("0.5"), &long, None),
        // A figure in a drawing on the cell, but not what the drawing is called.
        (number("12"), "12</text:p><draw:custom-shape><text:p>9</text:p></draw:custom-shape><text:p>", Some("12\n†9†")),
        (String::new(), "</text:p><draw:frame><text:p>9</text:p></draw:frame><text:p>", Some("†9†")),
        (String::new(), "12<draw:frame><svg:title>图 1</svg:title></draw:frame>", Some("12")),
        (String::new(), "12<text:span text:style-name=\"up\">1</text:span>", Some("12†1†")),
        (String::new(), "<text:span text:style-name=\"old\">5</text:span>12", Some("†5†12")),
        (String::new(), "1<text:span text:style-name=\"plain\">2</text:span>", Some("12")),
        ("table:style-name=\"old\"".to_owned(), "12", Some("†12†")),
    ] {
        let rows = [
            row([cell("", "第二十条第（六）项"), String::new()]),
            row([cell("", "信息内容"), cell("", "本年处理决定数量")]),
            row([cell("", "行政处罚"), cell(&attributes, text)]),
            row([cell("", "行政强制"), cell(&number("7"), "7")]),
        ];
        let extraction = extract::from_bytes(&ods(&rows.concat(), styles)).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), expected, "{attributes} {text}");
        assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"), "{attributes} {text}");
    }
}

#[test]
fn digits_that_are_not_of_one_number_of_an_ofd_page_join_none() {
    let twelve = ofd_text(200, 222, "12", "", "");
    let colour = |colour: &str| format!("<ofd:FillColor Value=\"{colour}\"/>");
    let area = |fill: &str| {
        format!(
            "<ofd:PathObject Boundary=\"198 77 30 8\" Fill=\"true\" Stroke=\"false\">{fill}<ofd:AbbreviatedData>M 0 0 L 30 0 \
             L 30 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>"
        )
    };
    let pen = |attributes: &str, path: &str| {
        format!(
            "<ofd:PathObject Boundary=\"198 77 30 8\" {attributes}><ofd:AbbreviatedData>M {path}</ofd:AbbreviatedData></ofd:PathObject>"
        )
    };
    let (white, blue) = (colour("255 255 255"), colour("0 0 200"));
    let clear = "<ofd:FillColor Value=\"0 0 0\" Alpha=\"0\"/>";
    let cases = [
        (twelve.clone() + &ofd_text(207, 223, "9", "Size=\"2\"", ""), "12†9"),
        (ofd_text(200, 222, "12", "Size=\"2\"", "").replace("3.5", "1"), "12"),
        (twelve.clone() + &ofd_text(201, 222, "77", "", ""), "1†72†7"),
        (ofd_text(200, 222, "777", "", "") + &area(&white) + &twelve, "12"),
        (twelve.clone() + &area(""), "12"),
        (twelve.clone() + &area(&white.replace("/>", " Alpha=\"100\"/>")), "12"),
        (twelve.clone() + &ofd_text(207, 222, "9", "", &white), "12"),
        (twelve.clone() + &ofd_text(207, 222, "9", "", &colour("255")), "12"),
        (twelve.clone() + &ofd_text(207, 222, "9", "", clear), "12"),
        (area(&blue) + &ofd_text(200, 222, "12", "", &white), "12"),
        (twelve.clone() + &ofd_text(200, 222, "88", "CTM=\".7 .7 -.7 .7 0 0\"", ""), "12"),
        (ofd_text(200, 222, "12", "CharDirection=\"180\"", ""), "1†2†"),
        // A glyph without a character, and shapes that are no boxes.
        (ofd_text(200, 222, "12¤", "", ""), "12†"),
        (ofd_text(200, 222, "¤", "", ""), "†"),
        (twelve.clone() + &area(&white).replace("L 30 8", "B 30 3 30 6 30 8"), "1†2†"),
        (
            twelve.clone() + &area(&blue).replace("L 30 8", "B 30 3 30 6 30 8").replace("Fill", "Alpha=\"90\" Fill"),
            "12",
        ),
        (twelve.clone() + &pen("LineWidth=\"6\"", "0 4 L 30 4"), "1†2†"),
        (twelve.clone() + &pen("", "0 4.4 L 11 3.4"), "1†2†"),
        (twelve.clone() + &pen("", "0 8 L 30 8"), "12"),
    ];
    for (cell, expected) in cases {
        let extraction = extract::from_bytes(&ofd(&ofd_texts().replace(&twelve, &cell), "", &[])).unwrap();
        assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some(expected), "{cell}");
        assert_eq!(printed(&extraction, "proactive.coercion.decisions").as_deref(), Some("7"), "{cell}");
    }
    // A template lies below its page, and covers none of it.
    let extraction = extract::from_bytes(&ofd(&ofd_texts(), &area(&white), &[])).unwrap();
    assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"));
    let label = ofd_text(200, 222, "12", "", &white);
    let extraction = extract::from_bytes(&ofd(&ofd_texts().replace(&twelve, &label), &area(&blue), &[])).unwrap();
    assert_eq!(printed(&extraction, PENALTIES).as_deref(), Some("12"));
}

#[test]
fn files_that_cannot_be_read_say_why_and_what_to_do() {
    let refused = |bytes: &[u8]| extract::from_bytes(bytes).unwrap_err().message(Lang::Zh);
    assert_eq!(refused(b"%PDF-1.4\n%\xe2\xe3"), "这份PDF 文件已损坏：对象列表无法读取；请用原来的程序打开后重新保存",);
    // A digit that has changed is seen by the sum of the part.
    let mut changed = penalties(&paragraph("12"));
    let place = changed.windows(2).position(|pair| pair == b"12").unwrap();
    changed[place] = b'3';
    assert_eq!(
        extract::from_bytes(&changed).unwrap_err().to_string(),
        "a Word file (docx) is damaged: its part `word/document.xml` cannot be unpacked; open it in its program and save it again",
    );
    assert!(matches!(extract::from_bytes(&docx("<w:p>")), Err(ExtractError::Damaged { format: FileFormat::Docx, .. })));
    let far = sheet_rows("<c r=\"XFD1048576\"><v>1</v></c>");
    let too_large = |bound, limit| Err(ExtractError::TooLarge { bound, limit });
    assert_eq!(extract::from_bytes(&xlsx(&far, "")), too_large(Bound::Cells, 400_000));
    let nested = docx(&("<w:tbl><w:tr><w:tc>".repeat(30) + &"</w:tc></w:tr></w:tbl>".repeat(30)));
    assert_eq!(extract::from_bytes(&nested), too_large(Bound::Nested, 16));
    let deep = docx(&("<w:x>".repeat(500) + &"</w:x>".repeat(500)));
    assert_eq!(extract::from_bytes(&deep), too_large(Bound::Nested, 400));
    // What a file says once and puts in many cells is counted in each.
    let row = "<table:table-row table:number-rows-repeated=\"1000\"><table:table-cell table:number-columns-repeated=\"400\">\
               <text:p>7</text:p></table:table-cell></table:table-row>";
    assert_eq!(extract::from_bytes(&ods(row, "")), too_large(Bound::Cells, 200_000));
    let mut limits = Limits::default();
    limits.bytes = 2000;
    let long = format!(
        "<table:table-row table:number-rows-repeated=\"99\"><table:table-cell><text:p>{}</text:p></table:table-cell>\
                        </table:table-row>",
        "7".repeat(99)
    );
    let repeated = ods(&long, "");
    assert_eq!(Extractor::new().limits(limits).bytes(&repeated), too_large(Bound::Bytes, 2000));
    // So are the empty cells between others, those of all sheets together, and the name of the sheet, which each has.
    let sheet = "<table:table-row table:number-rows-repeated=\"600\"><table:table-cell><text:p>7</text:p></table:table-cell>\
                 </table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"511\"/><table:table-cell>\
                 <text:p>7</text:p></table:table-cell></table:table-row>";
    assert_eq!(extract::from_bytes(&ods(sheet, "")), Err(ExtractError::NoTable));
    let two = [sheet, sheet].join("</table:table><table:table table:name=\"2\">");
    assert_eq!(extract::from_bytes(&ods(&two, "")), too_large(Bound::Cells, 400_000));
    let named = format!("</table:table><table:table table:name=\"{}\">{sheet}", "年".repeat(100));
    assert_eq!(extract::from_bytes(&ods(&named, "")), too_large(Bound::Bytes, 64 << 20));
    // The number of a paragraph is said once for its list.
    let numbering = format!(
        "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"{}\"/></w:lvl>\
         </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        "（".repeat(250)
    );
    let listed = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>".repeat(20);
    limits.bytes = 10_000;
    let listed = docx_with(&listed, &[("word/numbering.xml", &numbering)]);
    assert_eq!(Extractor::new().limits(limits).bytes(&listed), too_large(Bound::Bytes, 10_000));
    // Merged cells that lie on each other are counted each.
    let merges: String = (1..2000).map(|row| format!("<mergeCell ref=\"A{row}:SR9000\"/>")).collect();
    let behind = format!("<mergeCells>{merges}</mergeCells>");
    assert_eq!(
        extract::from_bytes(&xlsx(&sheet_rows("<c r=\"SR3\"><v>1</v></c>"), &behind)),
        too_large(Bound::Cells, 400_000)
    );
    // A state that is not kept would come back as another.
    assert_eq!(extract::from_bytes(&pdf(&("q\n".repeat(513) + &texts()))), too_large(Bound::Nested, 512));
    let many = "0 0 1 1 re f\n".repeat(1_100_000);
    assert_eq!(extract::from_bytes(&pdf(&many)), too_large(Bound::Rules, 400_000));
}

/// What a file says once is not read once more for every cell or paragraph that names it.
#[test]
fn hostile_files_take_no_longer_than_they_are() {
    /// Many times what any of them takes, with a build that is not optimised, on a machine that is busy.
    const BOUND: Duration = Duration::from_secs(20);
    let rows: String =
        (5..10_005).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"><v>3</v></c></row>")).collect();
    let format = format!("<numFmt numFmtId=\"170\" formatCode=\"0{}\"/>", "件".repeat(300_000));
    let styles =
        format!("<styleSheet>{format}<cellXfs><xf/>{}</cellXfs></styleSheet>", "<xf numFmtId=\"170\"/>".repeat(100));
    let listed = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>".repeat(10_000);
    let numbering = format!(
        "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>\
         <w:lvlText w:val=\"{}\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        "%1".repeat(500_000)
    );
    let named = format!(
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"{}\">{}</w:style></w:styles>",
        "某".repeat(1 << 20),
        "<a/>".repeat(1 << 20)
    );
    let located = format!("<a><Page PageID=\"1\">{}</Page></a>", "<FileLoc>a</FileLoc>".repeat(300_000));
    for (shape, file) in [
        ("a name of a style", docx_with("", &[("word/styles.xml", &named)])),
        ("a list of annotations", ofd("", "", &[("Doc_0/Annots/L.xml", &located)])),
        ("a format", xlsx_of(&sheet_rows(&rows), "", "", &styles)),
        ("a list", docx_with(&listed, &[("word/numbering.xml", &numbering)])),
    ] {
        let start = Instant::now();
        let _ = extract::from_bytes(&file);
        assert!(start.elapsed() < BOUND, "{shape} took {:?}", start.elapsed());
    }
}

/// The shared corpus of documents, where it is there.
fn corpus() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus"));
    if folder.join("documents").is_dir() {
        return Some(folder);
    }
    println!("skipped: there is no ../shared/corpus/documents");
    None
}

fn files(folder: PathBuf) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn every_printed_cell_of_the_corpus_is_read() {
    let Some(corpus) = corpus() else { return };
    let mut compared = 0;
    for (name, bytes) in files(corpus.join("documents/raw")) {
        let truth = corpus.join("truth").join(name.split('.').next().unwrap().to_owned() + ".tsv");
        let Ok(truth) = std::fs::read_to_string(truth) else { continue };
        if name.rsplit('.').next() == Some("xls") {
            let error = ExtractError::OtherFormat { format: FileFormat::OldExcel };
            assert_eq!(extract::from_bytes(&bytes), Err(error));
            continue;
        }
        let extraction = extract::from_bytes(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        for line in truth.lines() {
            let mut fields = line.split('\t');
            let (path, kind, value) = (fields.next().unwrap(), fields.next().unwrap(), fields.next().unwrap_or(""));
            let read = extraction.form.get(path.parse::<Cell>().unwrap()).map(|filed| match filed.value() {
                Value::Number { number, .. } => Some(number),
                _ => None,
            });
            let expected = (kind == "number").then(|| value.parse().unwrap());
            assert_eq!(read.flatten(), expected, "{name}: {path}");
            compared += 1;
        }
    }
    println!("{compared} cells compared");
}

/// What a report states in words, the places aside.
fn narrative(bytes: &[u8]) -> impl PartialEq + std::fmt::Debug + use<> {
    let narrative = Narrative::read(&extract::from_bytes(bytes).unwrap().sections);
    let figures: Vec<_> = narrative.figures.iter().map(|f| (f.subject, f.measure, f.value.to_string())).collect();
    let passage = |passage: Option<ogi_report::narrative::Passage>| passage.map(|passage| passage.text);
    let headings: Vec<_> = narrative.headings.iter().map(|heading| heading.heading).collect();
    let unplaced: Vec<String> =
        narrative.unplaced.iter().filter_map(|unplaced| Some(unplaced.value?.to_string())).collect();
    (narrative.title.map(|title| title.printed.text), passage(narrative.organ), figures, headings, unplaced)
}

const REPORT: [&str; 14] = [
    "测试市人民政府2023年政府信息公开工作年度报告",
    "本报告由测试市人民政府办公室编制，全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分。",
    "一、总体情况",
    "2023年，我市主动公开政府信息1234条，其中通过政府网站公开信息1000条，通过微信公众号公开信息200条，通过其他方式公开信息34条。",
    "（一）依申请公开。全年共收到政府信息公开申请56件，其中网络申请40件，信函申请16件；上年结转3件，全年共答复申请57件，结转下年度2件。",
    "（二）监督保障。全年举办培训班2次，培训120人次。",
    "二、主动公开政府信息情况",
    "",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "主要问题是公开的深度还不够，有的单位公开的内容不够细致，群众关心的信息公开得还不够及时，回应社会关切的能力有待提高。",
    "六、其他需要报告的事项",
    "本年度没有收取信息处理费，没有其他需要报告的事项。",
];

/// The report as pages of lines: each paragraph begins two characters from the margin, and its lines have 30.
fn printed_report() -> Vec<String> {
    const WIDTH: usize = 30;
    const LINES: u32 = 14;
    let mut lines: Vec<(u32, String)> = Vec::new();
    for (number, paragraph) in REPORT.iter().enumerate() {
        if paragraph.is_empty() {
            lines.push((0, String::new()));
            continue;
        }
        let chars: Vec<char> = paragraph.chars().collect();
        let (first, rest) = chars.split_at(chars.len().min(WIDTH - 2));
        lines.push((if number == 0 { 60 } else { 20 }, first.iter().collect()));
        lines.extend(rest.chunks(WIDTH).map(|line| (0, line.iter().collect())));
    }
    let mut pages = Vec::new();
    for (number, lines) in lines.chunks(LINES as usize).enumerate() {
        let mut page = at(190, 10, &format!("- {} -", number + 1)) + &at(40, 285, "政府信息公开工作年度报告");
        for (line, (indent, text)) in (0..).zip(lines) {
            let y = 260 - 17 * line;
            page += &match text.as_str() {
                "" => table(y),
                text => at(40 + indent, y, text),
            };
        }
        pages.push(page);
    }
    pages
}

/// A row of a table in one line.
fn table(y: u32) -> String {
    let texts = at(45, y, "行政处罚") + &at(205, y, "12");
    let across = format!("40 {} m 340 {} l S 40 {} m 340 {} l S\n", y - 4, y - 4, y + 11, y + 11);
    [40, 200, 340].iter().fold(texts + &across, |page, x| page + &format!("{x} {} m {x} {} l S\n", y - 4, y + 11))
}

#[test]
fn the_narrative_of_a_report_is_that_of_every_edition_of_it() {
    let body: String = REPORT
        .iter()
        .map(|text| match *text {
            "" => format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", tc("", &paragraph("行政处罚")), tc("", &paragraph("12"))),
            text => paragraph(text),
        })
        .collect();
    let html: String = REPORT
        .iter()
        .map(|text| match *text {
            "" => "<table><tr><td>行政处罚<td>12</table>".to_owned(),
            text => format!("<p>{text}</p>"),
        })
        .collect();
    let word = narrative(&docx(&body));
    assert_eq!(narrative(html.as_bytes()), word);
    let pages = printed_report();
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    assert!(pages.len() > 1);
    assert_eq!(narrative(&pdf_of(&pages, "")), word);
    assert!(format!("{word:?}").contains("1234"), "{word:?}");

    let Some(corpus) = corpus() else { return };
    let read = |file: &str| narrative(&std::fs::read(corpus.join("documents/raw").join(file)).unwrap());
    for report in [
        "003-huaian-2024-pdf",
        "007-hangzhou-style-2025-html",
        "009-shanghai-stcsm-2024-pdfmd",
        "014-pingtan-2021-flat",
    ] {
        let word = read(&format!("{report}.filled.docx"));
        for edition in ["filled.pdf", "filled.ofd"] {
            assert_eq!(read(&format!("{report}.{edition}")), word, "{report} {edition}");
        }
    }
}

#[test]
fn odd_files_are_refused_or_read_right() {
    let Some(corpus) = corpus() else { return };
    for (name, bytes) in files(corpus.join("documents/odd")) {
        let start = std::time::Instant::now();
        let read = extract::from_bytes(&bytes);
        // A second in a release build; this one is slower.
        assert!(start.elapsed().as_secs() < 10, "{name} takes {:?}", start.elapsed());
        let is_read = ["x-aes256.pdf", "rw-GB-EUC-H.pdf", "rw-UniGB-UCS2-H.pdf"].contains(&name.as_str());
        assert_eq!(read.is_ok(), is_read, "{name}: {:?}", read.err());
    }
}

/// A copy with some damage: cut off, bits changed, a part zero, digits changed.
fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap()
    };
    let mut copy = bytes.to_vec();
    match seed % 4 {
        0 => copy.truncate(random(bytes.len())),
        1 => {
            for _ in 0..=random(40) {
                let at = random(copy.len());
                copy[at] ^= 1 << random(8);
            }
        }
        2 => {
            let from = random(copy.len());
            let to = (from + random(400)).min(copy.len());
            copy[from..to].fill(0);
        }
        _ => {
            for _ in 0..60 {
                let at = random(copy.len());
                if copy[at].is_ascii_digit() {
                    copy[at] = b'0' + u8::try_from(random(10)).unwrap();
                }
            }
        }
    }
    copy
}

/// Damaged copies never panic; `OGI_LONG=1` makes a thousand of each file.
#[test]
fn damaged_copies_never_panic() {
    let copies = if std::env::var_os("OGI_LONG").is_some() { 1000 } else { 12 };
    let mut files = vec![
        ("docx".to_owned(), penalties(&paragraph("12"))),
        ("xlsx".to_owned(), xlsx(&sheet_rows("<c r=\"B3\"><v>12</v></c>"), "")),
        ("pdf".to_owned(), pdf(&(texts() + "45 195 300 60 re S\n"))),
    ];
    if let Some(corpus) = corpus() {
        for file in ["autonum.docx", "word.xlsx", "filled.ofd", "word.ods", "filled.pdf", "real.pdf"] {
            let name = format!("003-huaian-2024-pdf.{file}");
            let bytes = std::fs::read(corpus.join("documents/raw").join(&name)).unwrap();
            files.push((name, bytes));
        }
    }
    for (name, bytes) in &files {
        let (mut read, mut slowest) = (0, std::time::Duration::ZERO);
        for seed in 0..copies {
            let copy = damaged(bytes, seed);
            let start = std::time::Instant::now();
            read += usize::from(Extractor::new().bytes(&copy).is_ok());
            slowest = slowest.max(start.elapsed());
        }
        println!("{name}: {copies} damaged copies, {read} read, the slowest in {slowest:?}");
    }
}

/// Damage inside of the parts, which the sums of the package would hide.
#[test]
fn damaged_parts_never_panic() {
    let copies = if std::env::var_os("OGI_LONG").is_some() { 1000 } else { 50 };
    let body = paragraph("第二十条第（六）项")
        + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>行政处罚</w:t></w:r></w:p></w:tc>\
           <w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    for seed in 0..copies {
        let body = String::from_utf8_lossy(&damaged(body.as_bytes(), seed)).into_owned();
        let _ = extract::from_bytes(&docx(&body));
        let rows = sheet_rows("<c r=\"B3\"><f>SUM(A1:Z99)</f><v>12</v></c>");
        let _ = extract::from_bytes(&xlsx(&String::from_utf8_lossy(&damaged(rows.as_bytes(), seed)), ""));
        let operators = texts() + "q 1 0 0 1 5 5 cm 45 195 300 60 re S Q 45 215 m 345 215 l S\n";
        let _ = extract::from_bytes(&pdf(&String::from_utf8_lossy(&damaged(operators.as_bytes(), seed))));
    }
}

/// What is not read is named by its content, with what to do.
#[test]
fn a_file_of_another_format_is_named() {
    let compound = |stream: &str| {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0".iter().copied().chain(name).collect::<Vec<u8>>()
    };
    let archive = |content: &str| [b"PK\x03\x04", content.as_bytes()].concat();
    for (bytes, format, said) in [
        (archive("mimetypeapplication/vnd.oasis.opendocument.text"), FileFormat::Odt, "另存为 .docx"),
        (archive("a.html"), FileFormat::Zip, "先解压"),
        (compound("WordDocument"), FileFormat::OldWord, "另存为 .docx"),
        (compound("Workbook"), FileFormat::OldExcel, "另存为 .xlsx"),
        (compound("PowerPoint Document"), FileFormat::OldOffice, "另存为 .docx 或者 .xlsx"),
        (b"\xef\xbb\xbf{\\rtf1\\ansi}".to_vec(), FileFormat::Rtf, "另存为 .docx"),
        (b"MIME-Version: 1.0\r\n".to_vec(), FileFormat::Mhtml, "另存为 .html"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), FileFormat::Picture, "OCR"),
        (b"\x1f\x8b\x08\0".to_vec(), FileFormat::Gzip, "先解压"),
        (b"{\"title\":1}".to_vec(), FileFormat::Json, "应为网页"),
    ] {
        let error = extract::from_bytes(&bytes).unwrap_err();
        assert_eq!(error, ExtractError::OtherFormat { format });
        assert!(error.message(Lang::Zh).contains(said), "{}", error.message(Lang::Zh));
    }
    let protected = extract::from_bytes(&compound("EncryptedPackage"));
    assert_eq!(protected, Err(ExtractError::Password { format: FileFormat::Protected }));
}
