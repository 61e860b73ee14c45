//! Any Word file, and any body of one.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    common::read(bytes);
    let body = [b"<w:document xmlns:w=\"w\"><w:body>".as_slice(), bytes, b"</w:body></w:document>"].concat();
    common::read(&common::package(&[("word/document.xml", body.as_slice())]));
    common::read(&common::package(&[("word/document.xml", b"<w:p/>".as_slice()), ("word/numbering.xml", bytes), ("word/styles.xml", bytes)]));
});
