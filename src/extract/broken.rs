//! The damaged part of a file.

use std::fmt;

use crate::value::Lang;

/// The damaged part of a file, and where it is damaged.
///
/// ```
/// use ogi_report::Lang;
/// use ogi_report::extract::Broken;
///
/// let broken = Broken::NotXml { part: "word/document.xml".to_owned(), at: 120 };
/// assert_eq!(broken.to_string(), "its part `word/document.xml` is no well-formed XML at byte 120");
/// assert_eq!(broken.message(Lang::Zh), "部件“word/document.xml”从第 120 字节起不是正确的 XML");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Broken {
    /// The list of the parts of a package.
    Parts,
    /// A required part is missing.
    NoPart {
        /// Its name.
        part: String,
    },
    /// A part of a package cannot be unpacked, or its sum does not hold.
    Packed {
        /// Its name.
        part: String,
    },
    /// A part of a package is not text in any known encoding.
    NotText {
        /// Its name.
        part: String,
    },
    /// A part of a package is not well-formed XML.
    NotXml {
        /// Its name.
        part: String,
        /// The byte at which reading fails.
        at: u64,
    },
    /// The first part of an OFD file names no document.
    NoDocument,
    /// A PDF file is encrypted in a way that is not known.
    Encryption,
    /// The list of the objects of a PDF file, or objects packed together.
    Objects,
    /// The stream of an object of a PDF file cannot be unpacked, or its sum does not hold.
    Stream {
        /// The number of the object.
        object: u32,
    },
}

impl Broken {
    /// The damage in words; in English the same as `Display`.
    ///
    /// ```
    /// use ogi_report::Lang;
    /// use ogi_report::extract::Broken;
    ///
    /// assert_eq!(Broken::Stream { object: 12 }.message(Lang::Zh), "对象 12 的数据流无法解压");
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Parts => ("部件列表无法读取".to_owned(), "the list of its parts cannot be read".to_owned()),
            Self::NoPart { part } => (format!("缺少部件“{part}”"), format!("it has no part `{part}`")),
            Self::Packed { part } => (format!("部件“{part}”无法解压"), format!("its part `{part}` cannot be unpacked")),
            Self::NotText { part } => (format!("部件“{part}”不是文字"), format!("its part `{part}` is no text")),
            Self::NotXml { part, at } => (
                format!("部件“{part}”从第 {at} 字节起不是正确的 XML"),
                format!("its part `{part}` is no well-formed XML at byte {at}"),
            ),
            Self::NoDocument => ("“OFD.xml”没有指明文档".to_owned(), "`OFD.xml` names no document".to_owned()),
            Self::Encryption => ("加密方式无法识别".to_owned(), "its encryption is not known".to_owned()),
            Self::Objects => ("对象列表无法读取".to_owned(), "the list of its objects cannot be read".to_owned()),
            Self::Stream { object } => (
                format!("对象 {object} 的数据流无法解压"),
                format!("the stream of its object {object} cannot be unpacked"),
            ),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}
