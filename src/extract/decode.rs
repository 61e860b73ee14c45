//! Bytes into text.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::ExtractError;
use super::model::MARK;
use crate::value::Lang;
use crate::value::axis::axis;

/// Decodes a page: by its byte order mark, or as UTF-16 if every second byte of its first characters is zero, or by the
/// encoding that its first 1024 bytes declare (`charset=gb2312`), or UTF-8, or GB18030, of which GBK and GB2312 are parts.
///
/// # Errors
///
/// If the bytes do not fit a declared encoding, nor GB18030 where none is declared. Nothing is replaced by a
/// substitute: what cannot be decoded could have been a figure.
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
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or_default(), mark);
    }
    if let Some(encoding) = utf_16(bytes) {
        return decode_as(encoding, bytes, 0);
    }
    match declared(bytes) {
        // A page that declares UTF-16 in ASCII is not in UTF-16, and most that declare UTF-8 wrongly are in GBK.
        Some(encoding) if encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE => {
            decode_as(encoding, bytes, 0).or_else(|error| decode_as(UTF_8, bytes, 0).map_err(|_| error))
        }
        declared => decode_as(UTF_8, bytes, 0).or_else(|error| {
            decode_as(GB18030, bytes, 0).map_err(|other| if declared.is_some() { error } else { other })
        }),
    }
}

/// Of a text, bytes for each that may be damaged.
const BYTES_PER_STRAY: usize = 100;

/// As [`decode`], but a few stray bytes become [`MARK`], which is part of no number. The second value counts them.
pub(super) fn decode_damaged(bytes: &[u8]) -> Result<(String, usize), ExtractError> {
    let strict = decode(bytes);
    let error = match strict {
        // A page that declares UTF-8 and has a stray byte may be characters in GB18030, though not those of the page.
        Ok(text) if declared(bytes) != Some(UTF_8) || std::str::from_utf8(bytes).is_ok() => return Ok((text, 0)),
        Ok(text) => match mended(UTF_8, bytes) {
            Some(mended) => return Ok(mended),
            None => return Ok((text, 0)),
        },
        Err(error) => error,
    };
    let encoding = declared(bytes).filter(|encoding| ![UTF_16LE, UTF_16BE].contains(encoding));
    [encoding.unwrap_or(UTF_8), GB18030].into_iter().find_map(|encoding| mended(encoding, bytes)).ok_or(error)
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

axis! {
    /// A format of files other than web page and plain text.
    ///
    /// ```
    /// use ogi_report::Lang;
    /// use ogi_report::extract::{self, ExtractError, FileFormat};
    ///
    /// let error = extract::from_bytes(b"PK\x03\x04").unwrap_err();
    /// assert_eq!(error, ExtractError::OtherFormat { format: FileFormat::Zip });
    /// assert_eq!(FileFormat::Pdf.label(Lang::Zh), "PDF 文件");
    /// ```
    #[non_exhaustive]
    pub enum FileFormat {
        Pdf = "pdf", "PDF 文件", "a PDF file";
        Docx = "docx", "Word 文件（docx）", "a Word file (docx)";
        Xlsx = "xlsx", "Excel 文件（xlsx）", "an Excel file (xlsx)";
        Ofd = "ofd", "OFD 文件", "an OFD file";
        Ods = "ods", "OpenDocument 表格（ods）", "an OpenDocument spreadsheet (ods)";
        Zip = "zip", "压缩包", "a zip archive";
        OldWord = "old_word", "旧版 Word 文件（doc、wps）", "a binary Word file (doc, wps)";
        OldExcel = "old_excel", "旧版 Excel 文件（xls、et）", "a binary Excel file (xls, et)";
        OldOffice = "old_office", "旧版 Office 文件", "a binary Office file";
        Protected = "protected", "加密的 Office 文件", "an encrypted Office file";
        Rtf = "rtf", "RTF 文件", "an RTF file";
        Mhtml = "mhtml", "单个文件网页（mht、mhtml）", "a web page saved as a single file (MHTML)";
        Picture = "picture", "图片", "a picture";
        Gzip = "gzip", "gzip 压缩包", "a gzip archive";
        Json = "json", "JSON", "JSON";
    }
}

impl FileFormat {
    /// What to do with a file of the format, where it is not read.
    pub(super) const fn advice(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Pdf => {
                ("由功能 pdf 读取，此版本没有该功能", "which the feature `pdf` reads; this build is without it")
            }
            Self::Docx | Self::Xlsx | Self::Ofd | Self::Ods => {
                ("由功能 office 读取，此版本没有该功能", "which the feature `office` reads; this build is without it")
            }
            Self::Zip | Self::Gzip => ("请先解压，再读取其中的文件", "unpack it and read the file in it"),
            Self::OldWord | Self::Rtf => ("不能读取，请另存为 .docx", "which is not read; save it as .docx"),
            Self::OldExcel => ("不能读取，请另存为 .xlsx", "which is not read; save it as .xlsx"),
            Self::OldOffice => ("不能读取，请另存为 .docx 或者 .xlsx", "which is not read; save it as .docx or .xlsx"),
            Self::Protected => {
                ("需要密码才能打开，请另存为没有密码的文件", "which opens only with a password; save it without one")
            }
            Self::Mhtml => ("不能读取，请另存为 .html 或者 .docx", "which is not read; save it as .html or .docx"),
            Self::Picture => {
                ("没有文字，请先做文字识别（OCR）", "which has no text; text recognition (OCR) is needed first")
            }
            Self::Json => ("应为网页、文档或者纯文本", "expected a web page, a document or plain text"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// That of bytes that are no text, by how they begin and what they hold.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        const STARTS: [(&[u8], FileFormat); 11] = [
            (b"%PDF", FileFormat::Pdf),
            (b"PK\x03\x04", FileFormat::Zip),
            (b"PK\x05\x06", FileFormat::Zip),
            (b"\xd0\xcf\x11\xe0", FileFormat::OldOffice),
            (b"{\\rtf", FileFormat::Rtf),
            (b"MIME-Version:", FileFormat::Mhtml),
            (b"From: <Saved by ", FileFormat::Mhtml),
            (b"\x89PNG", FileFormat::Picture),
            (b"\xff\xd8\xff", FileFormat::Picture),
            (b"GIF8", FileFormat::Picture),
            (b"\x1f\x8b", FileFormat::Gzip),
        ];
        /// Bytes before the mark of a PDF file that its programs pass over.
        const BEFORE_PDF: usize = 1024;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        match STARTS.into_iter().find(|(start, _)| bytes.starts_with(start)) {
            Some((_, Self::Zip)) => Some(Self::of_package(bytes)),
            Some((_, Self::OldOffice)) => Some(Self::of_compound(bytes)),
            Some((_, format)) => Some(format),
            None => {
                let start = bytes.get(..BEFORE_PDF).unwrap_or(bytes);
                (holds(start, b"%PDF-1.") && start.contains(&0)).then_some(Self::Pdf)
            }
        }
    }

    /// What a zip archive is, by the names of its parts, which stand in its last bytes and before each part.
    fn of_package(bytes: &[u8]) -> Self {
        const PARTS: [(&[u8], FileFormat); 4] = [
            (b"word/document", FileFormat::Docx),
            (b"xl/workbook.xml", FileFormat::Xlsx),
            (b"OFD.xml", FileFormat::Ofd),
            (b"application/vnd.oasis.opendocument.spreadsheet", FileFormat::Ods),
        ];
        /// Bytes of the list of the parts of a large archive.
        const LIST: usize = 1 << 20;
        let (start, end) = (&bytes[..bytes.len().min(LIST)], &bytes[bytes.len().saturating_sub(LIST)..]);
        let is_of = |name: &[u8]| holds(end, name) || holds(start, name);
        PARTS.into_iter().find(|(name, _)| is_of(name)).map_or(Self::Zip, |(_, format)| format)
    }

    /// What a compound file is, by the names of its streams, which are in UTF-16.
    fn of_compound(bytes: &[u8]) -> Self {
        const STREAMS: [(&str, FileFormat); 4] = [
            ("EncryptedPackage", FileFormat::Protected),
            ("WordDocument", FileFormat::OldWord),
            ("Workbook", FileFormat::OldExcel),
            ("Book", FileFormat::OldExcel),
        ];
        let is_of = |name: &str| holds(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
        STREAMS.into_iter().find(|(name, _)| is_of(name)).map_or(Self::OldOffice, |(_, format)| format)
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Whether a text is an object or an array of JSON, by how it begins and ends.
pub(super) fn is_json(text: &str) -> bool {
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
