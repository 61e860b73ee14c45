//! Formats of files, told by their content.

use crate::value::Lang;
use crate::value::axis::axis;

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
        Odt = "odt", "OpenDocument 文本（odt）", "an OpenDocument text (odt)";
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
    /// What to do with a file of a format that is not read.
    pub(super) const fn advice(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Self::Pdf => {
                ("由功能 pdf 读取，此版本没有该功能", "which the feature `pdf` reads; this build is without it")
            }
            Self::Docx | Self::Xlsx | Self::Ofd | Self::Ods => {
                ("由功能 office 读取，此版本没有该功能", "which the feature `office` reads; this build is without it")
            }
            Self::Zip | Self::Gzip => ("请先解压，再读取其中的文件", "unpack it and read the file in it"),
            Self::OldWord | Self::Rtf | Self::Odt => {
                ("不能读取，请另存为 .docx", "which is not read; save it as .docx")
            }
            Self::OldExcel => ("不能读取，请另存为 .xlsx", "which is not read; save it as .xlsx"),
            Self::OldOffice => ("不能读取，请另存为 .docx 或者 .xlsx", "which is not read; save it as .docx or .xlsx"),
            Self::Protected => ("请另存为没有密码的文件", "save it without a password"),
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

    /// The format of bytes that are not text, by their beginning and their content.
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

    /// The format of a zip archive, by the names of its parts. They stand in its last bytes and before each part.
    fn of_package(bytes: &[u8]) -> Self {
        const PARTS: [(&[u8], FileFormat); 5] = [
            (b"word/document", FileFormat::Docx),
            (b"xl/workbook.xml", FileFormat::Xlsx),
            (b"OFD.xml", FileFormat::Ofd),
            (b"application/vnd.oasis.opendocument.spreadsheet", FileFormat::Ods),
            (b"application/vnd.oasis.opendocument.text", FileFormat::Odt),
        ];
        /// Bytes of the list of the parts of a large archive.
        const LIST: usize = 1 << 20;
        let (start, end) = (&bytes[..bytes.len().min(LIST)], &bytes[bytes.len().saturating_sub(LIST)..]);
        let is_of = |name: &[u8]| holds(end, name) || holds(start, name);
        PARTS.into_iter().find(|(name, _)| is_of(name)).map_or(Self::Zip, |(_, format)| format)
    }

    /// The format of a compound file, by the names of its streams, which are in UTF-16.
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
