//! Notes of an extraction.

use serde::Serialize;

use super::Location;
use crate::form::{Edition, RequestRow};
use crate::value::axis::axis;
use crate::value::clip::clip;
use crate::value::{Lang, Scope, Year};

/// Something to know about an extraction besides the form.
///
/// ```
/// use ogi_report::{Lang, extract};
///
/// let page = "第二十条第（五）项\n本年处理决定数量\n行政许可\n3\n第二十条第（八）项\n本年收费金额(单位:万元)\n行政事业姓收费\n0\n";
/// let extraction = extract::from_text(page)?;
/// assert_eq!(extraction.notes[0].message(Lang::Zh), "“行政事业姓收费”按“行政事业性收费”读取。");
/// # Ok::<(), extract::ExtractError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Note {
    /// A label has neither the spelling of the form nor a known variant. It was read as the label that differs in the fewest characters: at
    /// most a quarter of its length, and fewer than any other label.
    NearestLabel {
        /// The label as printed.
        printed: String,
        /// The label of the form.
        read_as: String,
    },
    /// Figures without a label were read as this row by their place: between two labelled rows there are as many lines of figures as the
    /// form has rows, and each line adds up.
    NamedByOrder {
        /// The row.
        row: RequestRow,
    },
    /// The cells show no edition, or both. The edition follows from the year, or is the one in force.
    EditionAssumed {
        /// The edition.
        edition: Edition,
        /// Whether cells of both editions are there.
        is_mixed: bool,
    },
    /// Two titles before the figures name different bodies or years. Nothing shows which is that of the report, so what they disagree on
    /// was not read from them.
    TitlesDiffer {
        /// The first of them, and the next one that differs from it.
        titles: [String; 2],
    },
    /// The title does not name the body. A sentence of the text does.
    BodyFromSentence {
        /// The name.
        name: String,
    },
    /// The title does not name the year. A sentence of the text does, or its statistical period is that year.
    YearFromSentence {
        /// The year.
        year: Year,
    },
    /// A sentence says whether the figures are those of the body's own office or of its whole jurisdiction.
    ScopeFromSentence {
        /// The scope.
        scope: Scope,
    },
    /// The report stands inside a script or in escaped text.
    Embedded,
    /// Some bytes are not characters in the encoding of the page. Each was read as `†`, which never joins a number.
    StrayBytes {
        /// How many.
        strays: usize,
    },
    /// The pages are pictures with an invisible layer of text, as text recognition produces. It may have misread figures.
    RecognizedText,
    /// A hidden sheet of a workbook was left out.
    HiddenSheet {
        /// Its name.
        sheet: String,
    },
    /// Hidden rows and columns of a sheet were left out, although something stands in them.
    HiddenCells {
        /// The name of the sheet.
        sheet: String,
        /// How many rows.
        rows: usize,
        /// How many columns.
        columns: usize,
    },
    /// A formula has no stored result. Its cell was left out.
    FormulaWithoutResult {
        /// The cell.
        at: Location,
    },
    /// A sum over cells has no stored result, or one that the file marks as out of date. The sum was evaluated.
    FormulaEvaluated {
        /// The cell.
        at: Location,
        /// The sum of the cells; empty if none of them holds a number and the formula then gives none.
        computed: String,
    },
    /// The stored result of a sum is not the sum of its cells. The stored result was read.
    FormulaDisagrees {
        /// The cell.
        at: Location,
        /// The result that the file holds.
        stored: String,
        /// The sum of the cells.
        computed: String,
    },
    /// Because of its number format, a cell prints something else than it holds. A rounded number was read as held; a number that prints as
    /// another one was not read.
    PrintedOtherwise {
        /// The cell.
        at: Location,
        /// What the cell holds.
        held: String,
        /// What it prints; empty if it prints nothing or the print is unknown.
        printed: String,
    },
    /// The workbook was written by this crate, but something was moved, removed or added. It was read by its labels, like a workbook of any
    /// other program.
    TemplateChanged {
        /// The first place that differs from what was written.
        at: Location,
    },
    /// Behind the report another begins on the same page: a title of another body or year, or headings and tables
    /// that start again and say something else. The form and the text are those of the first.
    AnotherReport {
        /// Its title, if it names another body or year.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
}

impl Note {
    /// The note as a sentence.
    ///
    /// ```
    /// use ogi_report::{Lang, extract::Note};
    ///
    /// let message = Note::Embedded.message(Lang::En);
    /// assert_eq!(message, "the report was found in a script or in escaped text of the page");
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.in_chinese(),
            Lang::En => self.in_english(),
        }
    }

    fn in_chinese(&self) -> String {
        match self {
            Self::NearestLabel { printed, read_as } => {
                format!("“{}”按“{read_as}”读取。", clip(printed.trim()))
            }
            Self::NamedByOrder { row } => {
                format!("【{}】一行没有行名，按其在表中的顺序读取。", row.label(Lang::Zh))
            }
            Self::EditionAssumed { edition, is_mixed: true } => {
                format!("表中混有两个版本的栏目，按{}处理。", edition.label(Lang::Zh))
            }
            Self::EditionAssumed { edition, .. } => {
                format!("表中看不出版本，按{}处理。", edition.label(Lang::Zh))
            }
            Self::TitlesDiffer { titles: [first, other] } => {
                format!("标题“{}”与“{}”不一致，不一致的报告机关或者年度没有按标题读取。", clip(first), clip(other))
            }
            Self::BodyFromSentence { name } => from_sentence("报告机关", "body", &clip(name), Lang::Zh),
            Self::YearFromSentence { year } => from_sentence("年度", "year", &year.to_string(), Lang::Zh),
            Self::ScopeFromSentence { scope } => from_sentence("统计范围", "scope", scope.label(Lang::Zh), Lang::Zh),
            Self::AnotherReport { title: Some(title) } => {
                format!("同一网页上还有另一份报告“{}”，只读取了第一份。", clip(title))
            }
            Self::AnotherReport { title: None } => {
                "表格在同一网页上重新开始且内容不同，只读取了第一份中没有矛盾的数字。".to_owned()
            }
            Self::RecognizedText => {
                "各页是图片，文字是识别（OCR）得出的隐藏文字，数字可能识别有误，请对照图片核对。".to_owned()
            }
            Self::HiddenSheet { sheet } => format!("工作表“{sheet}”已隐藏，没有读取。"),
            Self::HiddenCells { sheet, rows, columns } => {
                format!("工作表“{sheet}”中隐藏的 {rows} 行、{columns} 列没有读取。")
            }
            Self::TemplateChanged { at } => {
                format!("{}与发出的模板不同，全表按栏目名称读取。", at.label(Lang::Zh))
            }
            Self::FormulaWithoutResult { at } => {
                format!("{}的公式没有存储结果，没有读取；请用表格程序打开并保存。", at.label(Lang::Zh))
            }
            Self::FormulaEvaluated { at, computed } => {
                format!("{}的公式没有有效的存储结果，按其单元格相加读为“{computed}”。", at.label(Lang::Zh))
            }
            Self::FormulaDisagrees { at, stored, computed } => {
                format!(
                    "{}的公式结果存为 {stored}，按其单元格相加应为 {computed}；读取的是 {stored}。",
                    at.label(Lang::Zh)
                )
            }
            Self::PrintedOtherwise { at, held, printed } => {
                format!("{}的内容是 {held}，按数字格式显示为“{printed}”。", at.label(Lang::Zh))
            }
            Self::StrayBytes { strays } => {
                format!("有 {strays} 处内容无法解码，以“†”代替，其旁的数字没有读取。")
            }
            Self::Embedded => "报告是在网页的脚本或转义文本中找到的。".to_owned(),
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::NearestLabel { printed, read_as } => {
                format!("`{}` was read as `{read_as}`", clip(printed.trim()))
            }
            Self::NamedByOrder { row } => {
                format!("a line without a label was read as `{}` by its place in the table", row.label(Lang::Zh))
            }
            Self::EditionAssumed { edition, is_mixed: true } => {
                format!("the tables mix both editions, the form was taken for the {}", edition.label(Lang::En))
            }
            Self::EditionAssumed { edition, .. } => {
                format!("the tables do not show the edition, the form was taken for the {}", edition.label(Lang::En))
            }
            Self::TitlesDiffer { titles: [first, other] } => {
                format!("the titles `{}` and `{}` differ; the body or the year they disagree on was not read from them", clip(first), clip(other))
            }
            Self::BodyFromSentence { name } => from_sentence("报告机关", "body", &clip(name), Lang::En),
            Self::YearFromSentence { year } => from_sentence("年度", "year", &year.to_string(), Lang::En),
            Self::ScopeFromSentence { scope } => from_sentence("统计范围", "scope", scope.label(Lang::En), Lang::En),
            Self::AnotherReport { title: Some(title) } => {
                format!("another report, `{}`, follows on the page; only the first was read", clip(title))
            }
            Self::AnotherReport { title: None } => {
                "the tables start again on the page and say something else; of the first, what nothing contradicts was read"
                    .to_owned()
            }
            Self::RecognizedText => {
                "the pages are pictures and their text comes from text recognition (OCR), which may have misread figures; compare them with the pictures".to_owned()
            }
            Self::HiddenSheet { sheet } => format!("the sheet `{sheet}` is hidden and was left out"),
            Self::HiddenCells { sheet, rows, columns } => {
                format!("hidden rows ({rows}) and columns ({columns}) of the sheet `{sheet}` were left out")
            }
            Self::TemplateChanged { at } => {
                format!("{} is not as in the template, the sheet was read by its labels", at.label(Lang::En))
            }
            Self::FormulaWithoutResult { at } => {
                format!("the formula at {at} has no stored result and was left out; open the file in a spreadsheet program and save it")
            }
            Self::FormulaEvaluated { at, computed } => {
                format!("the formula at {at} has no valid stored result; the sum of its cells, `{computed}`, was read")
            }
            Self::FormulaDisagrees { at, stored, computed } => {
                format!("the formula at {at} is stored as {stored}, its cells make {computed}; {stored} was read")
            }
            Self::PrintedOtherwise { at, held, printed } => {
                format!("the cell at {at} holds {held} and prints `{printed}` because of its number format")
            }
            Self::StrayBytes { strays } => {
                format!("undecodable bytes ({strays}) were read as `†`; numbers beside them were not read")
            }
            Self::Embedded => "the report was found in a script or in escaped text of the page".to_owned(),
        }
    }
}

/// What a sentence says where the title does not.
fn from_sentence(zh: &str, en: &str, said: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("标题没有写明{zh}，按正文读为“{said}”。"),
        Lang::En => format!("the title names no {en}; a sentence says `{said}`"),
    }
}

axis! {
    /// Why figures of a table could not be placed.
    ///
    /// ```
    /// use ogi_report::{Lang, extract::UnplacedReason};
    ///
    /// assert_eq!(UnplacedReason::NoRow.label(Lang::Zh), "没有行名");
    /// ```
    #[non_exhaustive]
    pub enum UnplacedReason {
        NoRow = "no_row", "没有行名", "no label says which row this is";
        NoColumn = "no_column", "没有栏名，或栏名与数字不符", "no header says which columns these are, or the figures do not confirm it";
        Ambiguous = "ambiguous", "有多种读法，勾稽关系不能确定其一", "print allows several readings or none, and no sum leaves one";
        AnotherReport = "another_report", "属于同一网页上的另一份报告", "it belongs to another report on the same page";
        NotText = "not_text", "格内不是文字，而是图片或另一个表格", "a picture or another table stands in the cell, and no text";
        Contradiction = "contradiction", "同一栏目印有不同的数字", "the page prints the cell twice, with different figures";
    }
}
