//! The rule book: every rule with its code, severity, formula, source and wording.
//!
//! To change what a rule says, change its entry here; to change what a linear rule sums, see
//! `equations.rs`; for comparisons in section 二, `relations.rs`; for what a cell may hold, `syntax.rs`.

use std::fmt;
use std::str::FromStr;

use crate::table::{axis, clip};
use crate::{Edition, Lang};

axis! {
    /// How grave a finding is.
    pub enum Severity {
        Error = "error", "错误", "error";
        Warning = "warning", "警告", "warning";
        Info = "info", "提示", "note";
    }
}

/// One entry of the rule book.
struct Entry {
    code: &'static str,
    severity: Severity,
    editions: &'static [Edition],
    formula: &'static str,
    source: &'static str,
    wording: [&'static str; 2],
    page: &'static str,
}

/// Declares the rules. The doc comment of a rule is its page; `zh` and `en` are the wording of its
/// findings, in which `{…}` names what the finding fills in (see `message.rs`).
macro_rules! rules {
    ($(
        $(#[doc = $page:literal])+
        $Code:ident $Severity:ident [$($Edition:ident),+] {
            formula: $formula:literal,
            source: $source:literal,
            zh: $zh:literal,
            en: $en:literal,
        }
    )+) => {
        /// A rule of the form, by its stable code.
        ///
        /// The letter is the part of the form: `C` cell, `P` section 二, `R` section 三 (requests), `D` section
        /// 四 (disputes), `E` edition, `T` the document. The hundreds are the kind of rule within it. A code
        /// never changes its meaning and is never used again.
        ///
        /// ```
        /// use ogi_report::{Rule, Severity};
        ///
        /// let rule = Rule::from_code("R103").unwrap();
        /// assert_eq!(rule, Rule::R103);
        /// assert_eq!(rule.severity(), Severity::Error);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $page])+ $Code,)+
        }

        impl Rule {
            /// Every rule, in the order of the codes' parts of the form.
            pub const ALL: [Self; [$(stringify!($Code)),+].len()] = [$(Self::$Code),+];

            const fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$Code => &Entry {
                        code: stringify!($Code),
                        severity: Severity::$Severity,
                        editions: &[$(Edition::$Edition),+],
                        formula: $formula,
                        source: $source,
                        wording: [$zh, $en],
                        page: concat!($($page, "\n"),+),
                    },)+
                }
            }
        }
    };
}

rules! {
    /// A cell that the form prints is empty.
    ///
    /// An empty cell is not 0: sums that need it cannot be assessed.
    C101 Warning [V2019, V2021] {
        formula: "the cell is not blank",
        source: "our rule; local offices ask for 0 where there is nothing to count",
        zh: "{cell}为空白。没有发生的应填 0，空白不能当作 0 计算。",
        en: "{cell} is blank. Where there is nothing to count, the figure is 0; a blank is not read as 0.",
    }
    /// A cell prints `/` or another mark for "does not apply" where the form wants a number.
    ///
    /// In the row 规章 the mark is usual for bodies that have no power to make rules, and is accepted when
    /// the whole row bears it.
    C102 Warning [V2019, V2021] {
        formula: "the cell is not marked as not applicable, except the whole row 规章",
        source: "our rule; local offices ask for 0 where there is nothing to count",
        zh: "{cell}填的是“{printed}”，应填数字；没有发生的填 0。",
        en: "{cell} prints “{printed}” where the form wants a number; where there is nothing to count, it is 0.",
    }
    /// A cell of the form is not in the source, though the rest of its table is.
    C103 Error [V2019, V2021] {
        formula: "every cell that the edition prints is there",
        source: "the annex of the notice that prescribes the edition",
        zh: "缺少{cell}这一栏。",
        en: "{cell} is missing.",
    }
    /// A whole table of the form is not in the source.
    ///
    /// Some reports print the heading and a picture of the table, or nothing.
    C104 Error [V2019, V2021] {
        formula: "every table of the edition is there",
        source: "the annex of the notice that prescribes the edition",
        zh: "没有找到“{cell}”的表格，该部分无法核对。",
        en: "the table of {cell} is missing, so nothing in it could be checked.",
    }
    /// A cell says in words that there is nothing to count.
    ///
    /// The words are not read as 0.
    C201 Warning [V2019, V2021] {
        formula: "the cell does not hold 无, 没有 or the like",
        source: "our rule",
        zh: "{cell}填的是文字“{printed}”，应填数字 0。",
        en: "{cell} prints the word “{printed}”; the figure is 0.",
    }
    /// A cell holds something that is not a number.
    C202 Error [V2019, V2021] {
        formula: "the cell holds a number",
        source: "the annex of the notice that prescribes the edition",
        zh: "{cell}填的是“{printed}”，不是数字。",
        en: "{cell} prints “{printed}”, which is not a number.",
    }
    /// A count or an amount is negative. Only 本年增/减 may be.
    C203 Error [V2019, V2021] {
        formula: "the number is 0 or more",
        source: "follows from what is counted",
        zh: "{cell}填的是 {printed}，不能为负数。",
        en: "{cell} prints {printed}, but cannot be negative.",
    }
    /// A count has digits behind the point.
    C204 Error [V2019, V2021] {
        formula: "the number is whole",
        source: "follows from what is counted",
        zh: "{cell}填的是 {printed}，应为整数。",
        en: "{cell} prints {printed}, but counts whole things.",
    }
    /// A number is larger than this crate holds: 4 294 967 295 for a count, 2 147 483 647 for a change,
    /// 9 223 372 036 854.775807 for an amount.
    ///
    /// The largest count seen in a real report has eight digits.
    C205 Error [V2019, V2021] {
        formula: "count ≤ 4294967295, |change| ≤ 2147483647, amount ≤ 9223372036854.775807",
        source: "our bound",
        zh: "{cell}填的是 {printed}，数值过大，请核对。",
        en: "{cell} prints {printed}, which is too large to be right.",
    }
    /// An amount has more than six digits behind the point, finer than a fen in 万元.
    C206 Error [V2019, V2021] {
        formula: "amount × 10⁶ is whole",
        source: "our bound; the finest amount seen in a real report has six decimals",
        zh: "{cell}填的是 {printed}，小数位数过多（最多六位）。",
        en: "{cell} prints {printed}, with more than six digits behind the point.",
    }
    /// A cell states a unit other than that of its column, though one of the same kind, as 元 in the column
    /// headed 万元.
    ///
    /// The amount is kept with the unit that the cell states.
    C301 Warning [V2019, V2021] {
        formula: "unit in the cell = unit of the column",
        source: "the header 本年收费金额（单位：万元）",
        zh: "{cell}填的是“{printed}”，与本栏单位“{unit}”不一致，请核对金额。",
        en: "{cell} prints “{printed}”, but the column counts in {unit}.",
    }
    /// A cell that counts things states a unit of money, or the other way round.
    C302 Error [V2019, V2021] {
        formula: "a count has no unit of money, an amount no unit of things",
        source: "follows from what is counted",
        zh: "{cell}填的是“{printed}”，单位不符。",
        en: "{cell} prints “{printed}”, a unit that does not fit what is counted.",
    }
    /// More was disclosed for the first time in the year than is disclosed in total.
    P101 Error [V2019] {
        formula: "本年新公开数量 ≤ 对外公开总数量",
        source: "the column labels of the form",
        zh: "{row}：本年新公开数量 {a} 大于对外公开总数量 {b}。",
        en: "{row}: {a} newly disclosed in the year, but only {b} disclosed in total.",
    }
    /// The items of the previous year and the change of the year give fewer than none.
    P102 Error [V2019] {
        formula: "上一年项目数量 + 本年增/减 ≥ 0",
        source: "the column labels of the form",
        zh: "{row}：上一年项目数量 {a} 加本年增/减 {b}，结果为负数。",
        en: "{row}: {a} items and a change of {b} leave fewer than none.",
    }
    /// Projects without an amount, or an amount without projects.
    P103 Warning [V2019] {
        formula: "采购项目数量 = 0 ⇔ 采购总金额 = 0",
        source: "our rule",
        zh: "{row}：采购项目数量为 {a}，采购总金额为 {b}，两者应同时为 0 或同时不为 0。",
        en: "{row}: {a} projects and an amount of {b}; either both are 0 or none is.",
    }
    /// More documents were issued in the year than are in force at its end.
    ///
    /// Legitimate only where documents of the year were repealed in the same year.
    P201 Warning [V2021] {
        formula: "现行有效件数 ≥ 本年制发件数",
        source: "our rule",
        zh: "{row}：现行有效件数 {a} 小于本年制发件数 {b}。",
        en: "{row}: {a} in force, but {b} issued in the year.",
    }
    /// The flow of requests does not balance in a column: what came in is not what went out.
    ///
    /// It is tested on the applicants' own cells. The column 总计 is tested only where they do not decide,
    /// so that one wrong total does not show up twice.
    R101 Error [V2019, V2021] {
        formula: "一 + 二 = 三（七） + 四, in every column",
        source: "printed in the head of the table of section 三",
        zh: "“{column}”一栏不平衡：一、新收加二、上年结转为 {left}（{left_parts}），三、办理结果加四、结转下年度为 {right}（{right_parts}），相差 {difference}。",
        en: "the column “{column}” does not balance: received and carried in are {left} ({left_parts}), processed and carried over {right} ({right_parts}), {difference} apart.",
    }
    /// （七）总计 is not the sum of the outcomes above it.
    R102 Error [V2019, V2021] {
        formula: "（七）总计 = the sum of all outcome rows, in every column",
        source: "follows from the label 总计",
        zh: "{cell}填的是 {left}，各项办理结果之和是 {right}（{right_parts}），相差 {difference}。",
        en: "{cell} is stated as {left}, but the outcomes add up to {right} ({right_parts}), {difference} apart.",
    }
    /// The column 总计 of a row is not the sum of its applicants.
    R103 Error [V2019, V2021] {
        formula: "总计 = 自然人 + the five kinds of organisation, in every row",
        source: "follows from the label 总计",
        zh: "{cell}填的是 {left}，本行各类申请人之和是 {right}（{right_parts}），相差 {difference}。",
        en: "{cell} is stated as {left}, but the applicants add up to {right} ({right_parts}), {difference} apart.",
    }
    /// The column 总计 of a block of section 四 is not the sum of its results.
    ///
    /// Cases that are still pending are part of the total.
    D101 Error [V2019, V2021] {
        formula: "总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结, in every block",
        source: "follows from the label 总计",
        zh: "{cell}填的是 {left}，各项结果（含尚未审结）之和是 {right}（{right_parts}），相差 {difference}。",
        en: "{cell} is stated as {left}, but the results, pending cases included, add up to {right} ({right_parts}), {difference} apart.",
    }
    /// A cell that the form's edition does not print.
    E101 Error [V2019, V2021] {
        formula: "no cell of another edition",
        source: "the annex of the notice that prescribes the edition",
        zh: "{edition}的表格没有{cell}这一栏，可能用错了版本的表格。",
        en: "the {edition} does not print {cell}; the table may be that of another edition.",
    }
    /// （六）其他处理 is printed as in the other edition: one row in a report of 2021 or later, or three before.
    ///
    /// The figures count; they are not moved into 3.其他.
    E102 Warning [V2019, V2021] {
        formula: "（六）其他处理 has one row in the 2019 edition, three in the 2021 edition",
        source: "the annex of the notice that prescribes the edition",
        zh: "（六）其他处理的行数与{edition}不符：2019年版为一行，2021年版分为三行。",
        en: "（六）其他处理 is not laid out as in the {edition}: one row in the 2019 edition, three in the 2021 edition.",
    }
    /// The table of section 二 is that of another edition, though the form follows this one.
    ///
    /// It is one finding; the cells that should not be there and those that are missing are not listed. If
    /// the form is given the edition of its table, what the table says can be checked.
    E103 Error [V2019, V2021] {
        formula: "the table of section 二 has cells that only its edition prints, or none that only another does",
        source: "the annex of the notice that prescribes the edition",
        zh: "“{cell}”用的不是{edition}的表格，表内各栏属于另一版本，无法按{edition}核对。",
        en: "the table of {cell} is not that of the {edition} but of another edition, so it could not be checked as such.",
    }
    /// A block of section 二 is that of another edition, beside blocks of the form's own.
    ///
    /// The block is complete in the other edition and has no cell that only the form's edition prints. It is
    /// one finding, at the first cell that should not be there.
    E104 Error [V2019, V2021] {
        formula: "no block of section 二 is wholly that of another edition",
        source: "the annex of the notice that prescribes the edition",
        zh: "{cell}所在的部分用的是另一版本的表格，与{edition}不符。",
        en: "{cell} stands in a block that is that of another edition, not of the {edition}.",
    }
    /// The form follows an edition that was not in force for its reporting year.
    ///
    /// The edition of 2019 is for the reporting years 2019 and 2020, that of 2021 for all since. A form without a
    /// year is not judged; that is another finding.
    E105 Warning [V2019, V2021] {
        formula: "the edition is that in force for the reporting year",
        source: "the dates of the notices, and the reports seen up to reporting year 2025",
        zh: "报告年度不适用{edition}的表格：2019、2020年度用2019年版，2021年度起用2021年版。",
        en: "the {edition} is not for this reporting year: that of 2019 is for 2019 and 2020, that of 2021 for 2021 and later.",
    }
    /// The form does not say whose report it is.
    T101 Error [V2019, V2021] {
        formula: "the reporting body is named",
        source: "our rule; a report without a body cannot be added up or compared",
        zh: "没有写明报告机关。",
        en: "the form does not name the reporting body.",
    }
    /// The form does not say which year it reports.
    T102 Error [V2019, V2021] {
        formula: "the reporting year is stated",
        source: "our rule; a report without a year cannot be added up or compared",
        zh: "没有写明报告年度。",
        en: "the form does not state the reporting year.",
    }
}

impl Rule {
    /// The rule of that code.
    ///
    /// ```
    /// use ogi_report::Rule;
    ///
    /// assert_eq!(Rule::from_code("R101"), Some(Rule::R101));
    /// assert_eq!(Rule::from_code("X999"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// The stable code.
    ///
    /// ```
    /// assert_eq!(ogi_report::Rule::D101.code(), "D101");
    /// ```
    pub const fn code(self) -> &'static str {
        self.entry().code
    }

    /// How grave a finding of this rule is.
    ///
    /// ```
    /// use ogi_report::{Rule, Severity};
    ///
    /// assert_eq!(Rule::C101.severity(), Severity::Warning);
    /// ```
    pub const fn severity(self) -> Severity {
        self.entry().severity
    }

    /// The editions that the rule applies to.
    ///
    /// ```
    /// use ogi_report::{Edition, Rule};
    ///
    /// assert_eq!(Rule::P101.editions(), [Edition::V2019]);
    /// ```
    pub const fn editions(self) -> &'static [Edition] {
        self.entry().editions
    }

    /// What must hold, in one line.
    ///
    /// ```
    /// assert_eq!(ogi_report::Rule::R101.formula(), "一 + 二 = 三（七） + 四, in every column");
    /// ```
    pub const fn formula(self) -> &'static str {
        self.entry().formula
    }

    /// Where the rule comes from: the official form, the law, or our own judgement, which then says so.
    ///
    /// ```
    /// assert_eq!(ogi_report::Rule::R101.source(), "printed in the head of the table of section 三");
    /// ```
    pub const fn source(self) -> &'static str {
        self.entry().source
    }

    /// What the rule means, in a paragraph or two.
    ///
    /// ```
    /// assert!(ogi_report::Rule::C101.page().contains("An empty cell is not 0"));
    /// ```
    pub const fn page(self) -> &'static str {
        self.entry().page
    }

    /// The wording of a finding, with its places to fill.
    pub(crate) const fn wording(self, lang: Lang) -> &'static str {
        let [zh, en] = self.entry().wording;
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// A text that is not the code of a rule.
///
/// ```
/// use ogi_report::Rule;
///
/// assert_eq!("R999".parse::<Rule>().unwrap_err().to_string(), "`R999` is not the code of a rule");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a rule")]
pub struct UnknownRule(String);

impl FromStr for Rule {
    type Err = UnknownRule;
    fn from_str(code: &str) -> Result<Self, UnknownRule> {
        Self::from_code(code).ok_or_else(|| UnknownRule(clip(code)))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl serde::Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> serde::Deserialize<'de> for Rule {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::table::parse_str(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Rule {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rule".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let codes: Vec<_> = Self::ALL
            .iter()
            .map(|rule| schemars::json_schema!({ "const": rule.code(), "description": rule.formula() }))
            .collect();
        schemars::json_schema!({ "title": "规则代码", "oneOf": codes })
    }
}
