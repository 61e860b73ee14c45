//! Any OFD file, and any content of a page of one.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    common::read(bytes);
    let page = [b"<ofd:Page xmlns:ofd=\"o\"><ofd:Content>".as_slice(), bytes, b"</ofd:Content></ofd:Page>"].concat();
    common::read(&common::package(&[
        ("OFD.xml", b"<ofd:OFD xmlns:ofd=\"o\"><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:OFD>".as_slice()),
        ("D.xml", b"<ofd:Document xmlns:ofd=\"o\"><ofd:Page BaseLoc=\"P.xml\"/></ofd:Document>".as_slice()),
        ("P.xml", page.as_slice()),
    ]));
});
