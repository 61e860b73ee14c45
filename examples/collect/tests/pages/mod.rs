//! Pages that do not exist: forms as the files in which bodies publish them, and files of which nothing can be made.

use std::fmt::Write as _;

use ogi_report::{Cell, Column, Form, Lang, RequestRow, Route, render};

/// The formats, in turn.
const FORMATS: [&str; 6] = ["html", "gbk.html", "txt", "docx", "xlsx", "json"];

/// A form as a file: the end of its name, and its content.
pub fn page(form: &Form, number: usize) -> (&'static str, Vec<u8>) {
    let format = FORMATS[number % FORMATS.len()];
    let content = match format {
        "html" => html(form, "utf-8").into_bytes(),
        "gbk.html" => encoding_rs::GB18030.encode(&html(form, "gb18030")).0.into_owned(),
        "txt" => text(form).into_bytes(),
        "docx" => docx(form),
        "xlsx" => xlsx(form),
        _ => serde_json::to_vec(form).expect("a form is JSON"),
    };
    (format, content)
}

/// A file of which no form can be made: its name, and its content.
pub fn spoilt(number: usize, form: &Form) -> (String, Vec<u8>) {
    let whole = docx(form);
    let (kind, content): (&str, Vec<u8>) = match number % 10 {
        0 => ("404.html", "<!DOCTYPE html><title>404</title><p>您访问的页面不存在".into()),
        1 => ("empty.html", Vec::new()),
        2 => ("scan.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        3 => ("cut.docx", whole[..whole.len() / 2].to_vec()),
        4 => ("old.doc", old_word()),
        5 => ("packed.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec()),
        6 => ("notes.json", br#"{"edition": "2021", "cells": {"requests.nonsense": 1}}"#.to_vec()),
        7 => ("broken.txt", b"\xff\xfe\x00\xd8\x00".to_vec()),
        8 => ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog".to_vec()),
        _ => ("rich.rtf", b"{\\rtf1\\ansi}".to_vec()),
    };
    (format!("{number:04}-{kind}"), content)
}

fn old_word() -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512, 0);
    bytes.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn title(form: &Form) -> String {
    let body = form.body.as_ref().map_or("", |body| body.name.as_str());
    let year = form.year.map_or(String::new(), |year| format!("{year}年"));
    format!("{body}{year}政府信息公开工作年度报告")
}

/// The number that a cell prints, where it prints one.
fn printed(form: &Form, cell: Cell) -> Option<u64> {
    form.get(cell)?.as_printed().parse().ok()
}

/// Sections 一, 五 and 六, with figures of the tables.
fn prose(form: &Form) -> [(&'static str, String); 3] {
    let mut overview = String::from("本年度，本机关认真贯彻落实《中华人民共和国政府信息公开条例》。");
    let total = |row: RequestRow| printed(form, Cell::request(row, Column::Total));
    for (words, number) in [
        ("全年新收政府信息公开申请", total(RequestRow::Received)),
        ("上年结转政府信息公开申请", total(RequestRow::CarriedIn)),
        ("结转下年度继续办理的政府信息公开申请", total(RequestRow::CarriedOver)),
    ] {
        if let Some(number) = number {
            let _ = write!(overview, "{words}{number}件。");
        }
    }
    if let Some(number) = printed(form, Cell::dispute(Route::Reconsideration, Column::Total)) {
        let _ = write!(overview, "因政府信息公开被申请行政复议{number}件。");
    }
    // One body in five writes the same every year.
    let digits: u64 =
        form.body.iter().flat_map(|body| body.name.chars()).filter_map(|c| c.to_digit(10)).map(u64::from).sum();
    let year = form.year.map_or(0, |year| u64::from(year.number()));
    let trainings = if digits.is_multiple_of(5) { 3 } else { 1 + (digits + year) % 11 };
    let problems = format!(
        "存在的主要问题：主动公开不够及时，业务培训有待加强。改进措施：全年举办政府信息公开培训班{trainings}期，下一步继续加强。"
    );
    [
        ("一、总体情况", overview),
        ("五、存在的主要问题及改进情况", problems),
        ("六、其他需要报告的事项", "无其他需要报告的事项。".to_owned()),
    ]
}

fn html(form: &Form, charset: &str) -> String {
    let [first, fifth, sixth] = prose(form);
    let title = title(form);
    let mut page = format!("<!DOCTYPE html>\n<meta charset=\"{charset}\">\n<title>{title}</title>\n<h1>{title}</h1>\n");
    let _ = write!(page, "<h2>{}</h2>\n<p>{}</p>\n", first.0, first.1);
    page += &render::html_fragment(form, Lang::Zh, "");
    for (heading, text) in [fifth, sixth] {
        let _ = write!(page, "<h2>{heading}</h2>\n<p>{text}</p>\n");
    }
    page
}

/// The rows of the tables as copied out of a page: a line for each, and a tab between its cells.
fn text(form: &Form) -> String {
    let [first, fifth, sixth] = prose(form);
    let mut text = format!("{}\n{}\n{}\n", title(form), first.0, first.1);
    text += &without_tags(&render::html_fragment(form, Lang::Zh, ""));
    for (heading, prose) in [fifth, sixth] {
        let _ = write!(text, "{heading}\n{prose}\n");
    }
    text
}

fn without_tags(html: &str) -> String {
    let html = html.replace("</td>", "</td>\t").replace("</th>", "</th>\t");
    let html = html.split_once("</style>").map_or(html.as_str(), |(_, behind)| behind);
    let mut text = String::new();
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => text.push(c),
            _ => {}
        }
    }
    text.lines().map(|line| line.trim_end_matches('\t').to_owned() + "\n").collect()
}

/// A Word file: the rows of the web page as tables.
fn docx(form: &Form) -> Vec<u8> {
    let [first, fifth, sixth] = prose(form);
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(text));
    let mut body = paragraph(&title(form)) + &paragraph(first.0) + &paragraph(&first.1);
    let page = render::html_fragment(form, Lang::Zh, "");
    for section in page.split("<h2").skip(1) {
        let heading =
            section.split_once('>').and_then(|(_, rest)| rest.split_once("</h2>")).map_or("", |(text, _)| text);
        body += &paragraph(heading);
        for table in section.split("<table").skip(1) {
            body += "<w:tbl>";
            body += &rows(table.split("</table>").next().unwrap_or_default());
            body += "</w:tbl>";
        }
    }
    for (heading, text) in [fifth, sixth] {
        body += &(paragraph(heading) + &paragraph(&text));
    }
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \
         xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    zip(&[("word/document.xml", xml.as_bytes())])
}

/// Rows of a table of a web page as those of a Word file, with what covers several rows or columns.
fn rows(table: &str) -> String {
    let mut out = String::new();
    // Cells that go on into the rows below: the first column, how many columns, how many rows are left.
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    for row in table.split("<tr").skip(1) {
        out += "<w:tr>";
        let mut column = 0;
        let mut begun = Vec::new();
        let mut cells = row.split("<t").skip(1).filter(|cell| cell.starts_with(['d', 'h']));
        loop {
            if let Some(at) = open.iter().position(|&(first, ..)| first == column) {
                let (_, columns, left) = open[at];
                out += &word_cell("", columns, Some(false));
                column += columns;
                if left > 1 {
                    begun.push((column - columns, columns, left - 1));
                }
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let (attributes, rest) = cell.split_once('>').unwrap_or(("", ""));
            let text = without_tags(rest.split("</t").next().unwrap_or_default());
            let span = |name: &str| {
                let found =
                    attributes.split_once(&format!("{name}=\"")).and_then(|(_, behind)| behind.split('"').next());
                found.and_then(|number| number.parse::<usize>().ok()).unwrap_or(1)
            };
            let (columns, rows) = (span("colspan"), span("rowspan"));
            out += &word_cell(text.trim(), columns, (rows > 1).then_some(true));
            if rows > 1 {
                begun.push((column, columns, rows - 1));
            }
            column += columns;
        }
        open = begun;
        out += "</w:tr>";
    }
    out
}

fn word_cell(text: &str, columns: usize, merge: Option<bool>) -> String {
    let merge = match merge {
        Some(true) => "<w:vMerge w:val=\"restart\"/>",
        Some(false) => "<w:vMerge/>",
        None => "",
    };
    let text = escaped(text);
    format!(
        "<w:tc><w:tcPr><w:gridSpan w:val=\"{columns}\"/>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A workbook of this crate, filled in.
fn xlsx(form: &Form) -> Vec<u8> {
    ogi_report::workbook::write(form, None).expect("a workbook")
}

/// A zip archive whose files are not packed.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        common.extend(crc(content).to_le_bytes());
        let length = u32::try_from(content.len()).expect("a small file").to_le_bytes();
        common.extend([length, length].concat());
        common.extend(u16::try_from(name.len()).expect("a short name").to_le_bytes());
        common.extend([0, 0]);
        let offset = u32::try_from(out.len()).expect("a small archive").to_le_bytes();
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(*content);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&common);
        list.extend([0; 10]);
        list.extend(offset);
        list.extend(name.as_bytes());
    }
    let (start, length) = (u32::try_from(out.len()), u32::try_from(list.len()));
    let many = u16::try_from(files.len()).expect("few files").to_le_bytes();
    out.extend(list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([many, many].concat());
    out.extend(length.expect("a small archive").to_le_bytes());
    out.extend(start.expect("a small archive").to_le_bytes());
    out.extend([0, 0]);
    out
}

fn crc(bytes: &[u8]) -> u32 {
    let byte = |crc: u32, &byte: &u8| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    };
    !bytes.iter().fold(u32::MAX, byte)
}
