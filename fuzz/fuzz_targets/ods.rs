//! Any OpenDocument spreadsheet, and any row, and any style, of one.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    common::read(bytes);
    let package = |styles: &[u8], rows: &[u8]| {
        let parts = [
            b"<office:document-content><office:automatic-styles>".as_slice(),
            styles,
            b"</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"a\">",
            rows,
            b"</table:table></office:spreadsheet></office:body></office:document-content>",
        ];
        let content = parts.concat();
        common::package(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
            ("content.xml", content.as_slice()),
        ])
    };
    common::read(&package(b"", bytes));
    let row = "<table:table-row><table:table-cell table:style-name=\"a\"><text:p>3.5</text:p></table:table-cell></table:table-row>";
    common::read(&package(bytes, row.as_bytes()));
});
