//! The reasons for which a source gives no form.

use serde::{Deserialize, Serialize};

#[cfg(feature = "text")]
use crate::extract::ExtractError;
#[cfg(feature = "text")]
use crate::value::Lang;
use crate::value::Texts;
use crate::value::axis::axis;

axis! {
    /// Why a source gave no form: what sources that failed are grouped by.
    ///
    /// ```
    /// use ogi_report::{Lang, extract, intake::Cause};
    ///
    /// # #[cfg(feature = "text")] {
    /// let error = extract::from_bytes(b"<p>404 Not Found").unwrap_err();
    /// assert_eq!(Cause::from(&error), Cause::NoTable);
    /// # }
    /// assert_eq!(Cause::Scanned.label(Lang::En), "pictures without text");
    /// ```
    #[non_exhaustive]
    pub enum Cause {
        Unreadable = "unreadable", "文件打不开", "could not be opened";
        NoTable = "no_table", "没有官方表格中的数字", "none of the official tables";
        TwoReports = "two_reports", "一个文件有两份报告", "two reports in one file";
        TooLarge = "too_large", "超过读取上限", "beyond a limit";
        OtherFormat = "other_format", "不能读取的格式", "a format that is not read";
        NotText = "not_text", "文字编码无法识别", "no text in its encoding";
        Scanned = "scanned", "只有图片没有文字", "pictures without text";
        Outlines = "outlines", "文字画成了轮廓", "letters drawn as outlines";
        NoUnicode = "no_unicode", "文字没有对应的字符", "letters without characters";
        Password = "password", "需要密码", "opens only with a password";
        Damaged = "damaged", "文件已损坏", "damaged";
        NotAForm = "not_a_form", "JSON 不是报告表格", "JSON that is no form";
        /// A fault of the reader, not of the file.
        Crashed = "crashed", "读取程序出错", "the reader failed";
    }
}

#[cfg(feature = "text")]
impl From<&ExtractError> for Cause {
    fn from(error: &ExtractError) -> Self {
        match error {
            ExtractError::NoTable => Self::NoTable,
            ExtractError::TwoReports { .. } | ExtractError::SeveralEmbedded => Self::TwoReports,
            ExtractError::TooLarge { .. } => Self::TooLarge,
            ExtractError::OtherFormat { .. } => Self::OtherFormat,
            ExtractError::NotText { .. } => Self::NotText,
            ExtractError::Scanned { .. } => Self::Scanned,
            ExtractError::Outlines => Self::Outlines,
            ExtractError::NoUnicode { .. } => Self::NoUnicode,
            ExtractError::Password { .. } => Self::Password,
            ExtractError::Damaged { .. } => Self::Damaged,
        }
    }
}

/// A source that gave no form: the cause, and what is said of this one.
///
/// ```
/// use ogi_report::intake::{Cause, Failure};
///
/// let failure = Failure::new(Cause::Unreadable, ["没有权限", "permission denied"]);
/// assert_eq!(failure.message.en, "permission denied");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Failure {
    /// What sources of the kind are grouped by.
    pub cause: Cause,
    /// What is wrong with this one.
    pub message: Texts,
}

impl Failure {
    /// A failure with its message in both languages.
    ///
    /// ```
    /// use ogi_report::intake::{Cause, Failure};
    ///
    /// assert_eq!(Failure::new(Cause::Damaged, ["损坏", "damaged"]).cause, Cause::Damaged);
    /// ```
    pub fn new(cause: Cause, message: impl Into<Texts>) -> Self {
        Self { cause, message: message.into() }
    }
}

#[cfg(feature = "text")]
impl From<&ExtractError> for Failure {
    fn from(error: &ExtractError) -> Self {
        Self { cause: error.into(), message: Texts::from(Lang::ENTRIES.map(|lang| error.message(lang))) }
    }
}
