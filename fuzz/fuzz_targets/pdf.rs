//! Any PDF file, and any content of a page of one.

#![no_main]

mod common;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    common::read(&[b"%PDF-1.4\n", bytes].concat());
    let head = "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>\n\
                endobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n5 0 obj\n\
                <</Type/Font/Subtype/Type0/BaseFont/S/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>\nendobj\n6 0 obj\n\
                <</Type/Font/Subtype/CIDFontType0/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>\nendobj\n4 0 obj\n";
    let stream = format!("<</Length {}>>stream\n", bytes.len());
    let end = b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n";
    common::read(&[b"%PDF-1.4\n", head.as_bytes(), stream.as_bytes(), bytes, end].concat());
});
