//! What holds of every extraction, and packages for the readers of them.

#![allow(dead_code, reason = "no target needs all of it")]

use ogi_report::extract::Extraction;

/// Bytes of a text stand in the source, on character boundaries, and the digits of every figure stand at its place.
pub fn assert_sound(extraction: &Extraction, source: &str) {
    let source = extraction.embedded.as_deref().unwrap_or(source);
    let places = extraction.placed.iter().map(|placed| &placed.at);
    for at in places.chain(extraction.unplaced.iter().map(|unplaced| &unplaced.at)) {
        if let Some(bytes) = at.bytes() {
            assert!(source.get(bytes).is_some(), "{at} is no place of the source");
        }
    }
    assert_consistent(extraction);
}

/// The form holds what was placed, and no digit that was not printed.
pub fn assert_consistent(extraction: &Extraction) {
    for placed in &extraction.placed {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        assert!(digits(&placed.printed).contains(&digits(&placed.filed.as_printed())), "{placed:?}");
        assert_eq!(extraction.form.get(placed.cell), Some(&placed.filed));
    }
    assert_eq!(extraction.placed.len(), extraction.form.cells().count());
}

/// Reads a file of any format.
pub fn read(bytes: &[u8]) {
    if let Ok(extraction) = ogi_report::extract::from_bytes(bytes) {
        assert_consistent(&extraction);
    }
}

/// A zip archive whose parts are stored, so that damage reaches their readers and not the checksums.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut list) = (Vec::new(), Vec::new());
    for (name, data) in parts {
        let offset = archive.len() as u32;
        let size = (data.len() as u32).to_le_bytes();
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(crc32(data).to_le_bytes());
        head.extend([size, size].concat());
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        archive.extend(b"PK\x03\x04".iter().chain(&head).chain(name.as_bytes()).chain(*data));
        list.extend(b"PK\x01\x02\x14\x00".iter().chain(&head));
        list.extend([0; 10]);
        list.extend(offset.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let (size, offset) = ((list.len() as u32).to_le_bytes(), (archive.len() as u32).to_le_bytes());
    archive.extend(list);
    archive.extend(b"PK\x05\x06\x00\x00\x00\x00".iter().chain(&count).chain(&count).chain(&size).chain(&offset));
    archive.extend([0, 0]);
    archive
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}
