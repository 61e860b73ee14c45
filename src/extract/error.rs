//! Why no form could be read from a page.

use super::{Broken, FileFormat};
use crate::value::Lang;
use crate::value::axis::axis;

axis! {
    /// A bound that a document can exceed.
    ///
    /// ```
    /// use ogi_report::Lang;
    /// use ogi_report::extract::{Bound, ExtractError};
    ///
    /// let error = ExtractError::TooLarge { bound: Bound::Pages, limit: 500 };
    /// assert_eq!(error.to_string(), "the document has more than 500 pages; save the annual report as a file of its own");
    /// assert_eq!(error.message(Lang::Zh), "文件超过 500 页的上限；请把年度报告单独存为一个文件");
    /// ```
    #[non_exhaustive]
    pub enum Bound {
        Bytes = "bytes", "字节", "bytes";
        Inflated = "inflated", "字节（解压后）", "bytes once unpacked";
        Parts = "parts", "个部件", "parts";
        Pages = "pages", "页", "pages";
        Operators = "operators", "条绘图指令", "drawing instructions";
        Glyphs = "glyphs", "个字符", "characters";
        Rules = "rules", "条线", "lines drawn";
        Nested = "nested", "层嵌套", "levels of nesting";
        Cells = "cells", "个单元格", "cells";
        Strings = "strings", "个字符串", "strings";
        Styles = "styles", "种单元格样式", "styles of cells";
        Merges = "merges", "处合并单元格", "merged cells";
    }
}

/// Why no form could be read from a page.
///
/// ```
/// use ogi_report::extract::{self, ExtractError};
///
/// let error = extract::from_bytes(b"\xff\xfe\x00\xd8").unwrap_err();
/// assert_eq!(error, ExtractError::NotText { encoding: "UTF-16LE", at: 2 });
/// assert_eq!(error.to_string(), "the bytes are not text in UTF-16LE: the first that is not stands at byte 2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// The page has none of the official tables, or only their headings.
    #[error(
        "no figure of the official tables was found, expected the tables of sections 二, 三 and 四 as text, not as pictures"
    )]
    NoTable,
    /// The page has one report's headings without figures, followed by another report's tables.
    #[error("the page has two reports, `{first}` without figures and `{second}`, expected one")]
    TwoReports {
        /// The title of the first.
        first: String,
        /// The title of the other.
        second: String,
    },
    /// The page holds figures only in scripts or in escaped text, and there in several texts that differ.
    #[error(
        "scripts of the page hold several texts with different tables, and nothing says which of them the page shows; save the page as a browser shows it"
    )]
    SeveralEmbedded,
    /// The file has a format that this crate, or this build, does not read.
    #[error("this is {}, {}", .format.label(Lang::En), .format.advice(Lang::En))]
    OtherFormat {
        /// The format.
        format: FileFormat,
    },
    /// The bytes are not text in the declared encoding, nor in one that could be recognised.
    #[error("the bytes are not text in {encoding}: the first that is not stands at byte {at}")]
    NotText {
        /// The encoding that was tried.
        encoding: &'static str,
        /// The position of the first byte that does not fit.
        at: usize,
    },
    /// The pages of the document are pictures.
    #[error("the {pages} pages of the document are pictures without text; text recognition (OCR) is needed first")]
    Scanned {
        /// How many pages it has.
        pages: usize,
    },
    /// The letters of the document are drawn as outlines.
    #[error(
        "the letters of the document are drawn as outlines and are no text; export it again with its fonts, or text recognition (OCR) is needed"
    )]
    Outlines,
    /// The document does not map its letters to characters.
    #[error(
        "the document does not say which characters its letters are: {unknown} of {letters} have no Unicode; export it again from its source, or text recognition (OCR) is needed"
    )]
    NoUnicode {
        /// Letters without a character.
        unknown: usize,
        /// All letters.
        letters: usize,
    },
    /// The document opens only with a password.
    #[error("{} opens only with a password; save it without one", .format.label(Lang::En))]
    Password {
        /// The format.
        format: FileFormat,
    },
    /// The document exceeds a bound: one of [`Limits`](super::Limits), or one of the format.
    #[error("the document has more than {limit} {}; save the annual report as a file of its own", .bound.label(Lang::En))]
    TooLarge {
        /// Of what.
        bound: Bound,
        /// How many are read.
        limit: usize,
    },
    /// The document is damaged.
    #[error("{} is damaged: {at}; open it in its program and save it again", .format.label(Lang::En))]
    Damaged {
        /// The format.
        format: FileFormat,
        /// Which part, and where in it.
        at: Broken,
    },
}

impl ExtractError {
    /// The error in words; in English the same as `Display`.
    ///
    /// ```
    /// use ogi_report::{Lang, extract};
    ///
    /// let error = extract::from_text("404 Not Found").unwrap_err();
    /// assert_eq!(error.message(Lang::Zh), "没有找到官方表格中的数字：第二、三、四部分的表格应为文字，不能是图片");
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        if lang == Lang::En {
            return self.to_string();
        }
        match self {
            Self::NoTable => "没有找到官方表格中的数字：第二、三、四部分的表格应为文字，不能是图片".to_owned(),
            Self::TwoReports { first, second } => {
                format!("页面上有两份报告，“{first}”没有数字，“{second}”有数字，只能有一份")
            }
            Self::SeveralEmbedded => {
                "网页的脚本中有几段表格不同的文字，无法确定网页显示的是哪一段；请在浏览器中打开网页，保存显示的内容"
                    .to_owned()
            }
            Self::OtherFormat { format } => format!("这是“{}”，{}", format.label(lang), format.advice(lang)),
            Self::NotText { encoding, at } => format!("内容不是 {encoding} 编码的文字，第 {at} 字节起无法识别"),
            Self::Scanned { pages } => format!("文件的 {pages} 页都是图片，没有文字；请先做文字识别（OCR）"),
            Self::Outlines => {
                "文件中的字是用轮廓画出来的，不是文字；请保留字体重新导出，或者先做文字识别（OCR）".to_owned()
            }
            Self::NoUnicode { unknown, letters } => format!(
                "文件没有说明其中的字是哪些字符：{letters} 个字中有 {unknown} 个没有对应的 Unicode；请从源文件重新导出，或者先做文字识别（OCR）"
            ),
            Self::Password { format } => format!("这份{}需要密码才能打开；请另存为没有密码的文件", format.label(lang)),
            Self::TooLarge { bound, limit } => {
                format!("文件超过 {limit} {}的上限；请把年度报告单独存为一个文件", bound.label(lang))
            }
            Self::Damaged { format, at } => {
                format!("这份{}已损坏：{}；请用原来的程序打开后重新保存", format.label(lang), at.message(lang))
            }
        }
    }
}
