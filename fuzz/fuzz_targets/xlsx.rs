//! Any Excel file, and any sheet, list of strings and list of styles of one.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    common::read(bytes);
    let book = b"<workbook><calcPr fullCalcOnLoad=\"1\"/><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>";
    let relations = b"<Relationships><Relationship Id=\"a\" Target=\"worksheets/a.xml\"/></Relationships>";
    let sheet = [b"<worksheet><sheetData>".as_slice(), bytes, b"</sheetData></worksheet>"].concat();
    let package = |sheet: &[u8], strings: &[u8], styles: &[u8]| {
        common::package(&[
            ("xl/workbook.xml", book.as_slice()),
            ("xl/_rels/workbook.xml.rels", relations.as_slice()),
            ("xl/worksheets/a.xml", sheet),
            ("xl/sharedStrings.xml", strings),
            ("xl/styles.xml", styles),
        ])
    };
    common::read(&package(&sheet, b"<sst/>", b"<styleSheet/>"));
    common::read(&package(b"<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>3.5</v></c></row>", bytes, bytes));
});
