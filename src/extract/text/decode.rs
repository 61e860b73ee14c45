//! Bytes into text.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::extract::ExtractError;
use crate::extract::model::MARK;

/// Decodes a page: by its byte order mark, or as UTF-16 if every second byte of its first characters is zero, or by the
/// encoding that its first 1024 bytes declare (`charset=gb2312`), or UTF-8, or GB18030, of which GBK and GB2312 are parts.
///
/// # Errors
///
/// If the bytes do not fit a declared encoding, nor GB18030 where none is declared; and if a page declares UTF-8 and has a
/// few bytes that are not. Nothing is replaced by a substitute: what cannot be decoded could have been a figure.
///
/// ```
/// use ogi_report::extract::decode;
///
/// assert_eq!(decode(b"<meta charset=gbk>\xd7\xdc\xbc\xc6")?, "<meta charset=gbk>总计");
/// assert_eq!(decode(b"\xd7\xdc\xbc\xc6")?, "总计");
/// assert_eq!(decode(b"\xff\xfe\x3b\x60\xa1\x8b")?, "总计");
/// assert_eq!(
///     decode(b"\xef\xbb\xbf12\xff").unwrap_err().to_string(),
///     "the bytes are not text in UTF-8: the first that is not stands at byte 5",
/// );
/// # Ok::<(), ogi_report::extract::ExtractError>(())
/// ```
pub fn decode(bytes: &[u8]) -> Result<String, ExtractError> {
    if let Some((encoding, mark)) = marked(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or_default(), mark);
    }
    match declared(bytes) {
        // A page that declares UTF-16 in ASCII is not in UTF-16, and most that declare UTF-8 wrongly are in GBK.
        Some(encoding) if encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE => {
            decode_as(encoding, bytes, 0).or_else(|error| decode_as(UTF_8, bytes, 0).map_err(|_| error))
        }
        declared => decode_as(UTF_8, bytes, 0).or_else(|error| match decode_as(GB18030, bytes, 0) {
            // With a stray byte it may be characters in GB18030, though not those of the page.
            Ok(text) if declared != Some(UTF_8) || mended(UTF_8, bytes).is_none() => Ok(text),
            Err(other) if declared.is_none() => Err(other),
            _ => Err(error),
        }),
    }
}

/// Of a text, bytes for each that may be damaged.
const BYTES_PER_STRAY: usize = 100;

/// As [`decode`], but a few stray bytes become [`MARK`], which is part of no number. The second value counts them.
pub(crate) fn decode_damaged(bytes: &[u8]) -> Result<(String, usize), ExtractError> {
    let error = match decode(bytes) {
        Ok(text) => return Ok((text, 0)),
        Err(error) => error,
    };
    let declared = || declared(bytes).filter(|encoding| ![UTF_16LE, UTF_16BE].contains(encoding));
    let encoding = marked(bytes).map(|marked| marked.0).or_else(declared).unwrap_or(UTF_8);
    [encoding, GB18030].into_iter().find_map(|encoding| mended(encoding, bytes)).ok_or(error)
}

/// The encoding that the first bytes tell, and how many of them are its mark.
fn marked(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes).or_else(|| Some((utf_16(bytes)?, 0)))
}

/// The text with marks for what does not fit the encoding, if that is little.
fn mended(encoding: &'static Encoding, bytes: &[u8]) -> Option<(String, usize)> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let strays = text.matches(char::REPLACEMENT_CHARACTER).count();
    (strays * BYTES_PER_STRAY <= bytes.len())
        .then(|| (text.replace(char::REPLACEMENT_CHARACTER, &MARK.to_string()), strays))
}

/// UTF-16, if the text begins with ASCII in it: `<\0` or `\0<`, and so its second character.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let is_ascii = |byte: &u8| byte.is_ascii() && *byte != 0;
    match bytes.get(..4)? {
        [a, 0, b, 0] if is_ascii(a) && is_ascii(b) => Some(UTF_16LE),
        [0, a, 0, b] if is_ascii(a) && is_ascii(b) => Some(UTF_16BE),
        _ => None,
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], mark: usize) -> Result<String, ExtractError> {
    if encoding == UTF_8 {
        let text = std::str::from_utf8(bytes).map_err(|error| not_text(encoding, mark + error.valid_up_to()))?;
        return Ok(text.to_owned());
    }
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or_else(|| not_text(encoding, mark + valid_up_to(encoding, bytes)))
}

fn not_text(encoding: &'static Encoding, at: usize) -> ExtractError {
    ExtractError::NotText { encoding: encoding.name(), at }
}

/// Bytes before the first that does not fit.
fn valid_up_to(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        encoding_rs::DecoderResult::Malformed(length, behind) => {
            read.saturating_sub(usize::from(length) + usize::from(behind))
        }
        _ => read,
    }
}

/// Whether a text is an object or an array of JSON, by how it begins and ends.
pub(crate) fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim();
    (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'))
}

/// The encoding that the start of the page declares.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 1024;
    const NAME: &[u8] = b"charset";
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let at = start.windows(NAME.len()).position(|window| window.eq_ignore_ascii_case(NAME))?;
    let rest = start.get(at + NAME.len()..)?;
    let is_between = |byte: &u8| matches!(byte, b'=' | b'"' | b'\'') || byte.is_ascii_whitespace();
    let rest = rest.get(rest.iter().position(|byte| !is_between(byte))?..)?;
    let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte)).unwrap_or(rest.len());
    Encoding::for_label(rest.get(..end)?)
}
