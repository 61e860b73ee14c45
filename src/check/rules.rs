//! The rule book: every rule with its code, severity, formula, source and wording.
//!
//! To change what a rule says, change its entry here; to change what a linear rule sums, see
//! `equations.rs`; for comparisons in section 二, `relations.rs`; for what a cell may hold, `syntax.rs`.

use crate::Edition;
use crate::check::rule::{Entry, Severity};

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
        /// 四 (disputes), `E` edition, `T` the document and its text, `N` the figures of the text, `Y` the year before. The hundreds are the kind of rule within it. A code
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

            pub(crate) const fn entry(self) -> &'static Entry {
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
        zh: "{cell}为空白，没有发生的应填 0。",
        en: "{cell} is blank; where there is nothing to count, the figure is 0.",
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
    /// A total is empty, though all of its parts are filled in.
    C105 Warning [V2019, V2021] {
        formula: "a total whose parts are filled in is not blank",
        source: "our rule",
        zh: "{cell}为空白，按各分项之和应填 {right}。",
        en: "{cell} is blank; its parts add up to {right}.",
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
    /// A number is past what this crate holds: 4 294 967 295 for a count, 2 147 483 647 either way for a change,
    /// 9 223 372 036 854.775807 for an amount.
    ///
    /// The largest count seen in a real report has eight digits.
    C205 Error [V2019, V2021] {
        formula: "count ≤ 4294967295, -2147483648 ≤ change ≤ 2147483647, amount ≤ 9223372036854.775807",
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
        zh: "{cell}填的是“{printed}”，与本栏单位“{unit}”不一致，现按所填单位计，请核对金额。",
        en: "{cell} prints “{printed}”, but the column counts in {unit}; it is read in the unit that the cell states.",
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
    /// What was made in the year and what was disclosed in the year differ.
    ///
    /// Documents of earlier years may be disclosed now, and new ones later, so this is a note.
    P301 Info [V2019] {
        formula: "本年新公开数量 = 本年新制作数量",
        source: "our rule",
        zh: "{row}：本年新制作数量为 {a}，本年新公开数量为 {b}，两者不同，请确认。",
        en: "{row}: {a} newly made in the year, {b} newly disclosed; the two differ.",
    }
    /// Decisions were made in matters of which there are none.
    P302 Warning [V2019] {
        formula: "处理决定数量 > 0 ⇒ 上一年项目数量 + 本年增/减 > 0",
        source: "our rule",
        zh: "{row}：处理决定数量为 {a}，但上一年项目数量 {b} 加本年增/减 {c} 为 0。",
        en: "{row}: {a} decisions, but {b} items and a change of {c} leave none.",
    }
    /// A large amount of procurement without a unit. The form prints none, so 元 and 万元 look alike.
    P303 Warning [V2019] {
        formula: "采购总金额 > 1000000 ⇒ the cell states its unit",
        source: "our rule; the header states no unit",
        zh: "{row}：采购总金额为 {a}，未注明单位是元还是万元，请核对。",
        en: "{row}: an amount of {a} without a unit; it is not known whether it is in 元 or 万元.",
    }
    /// The change of the year equals the number of the previous year: a stock may have been filled in where the form
    /// asks for a change.
    P304 Warning [V2019] {
        formula: "本年增/减 ≠ 上一年项目数量, unless both are 0",
        source: "our rule",
        zh: "{row}：本年增/减 {b} 与上一年项目数量 {a} 相同，请确认填的是增减数而不是总数。",
        en: "{row}: the change {b} equals the previous year's {a} items; it may be a stock, not a change.",
    }
    /// A township or a department collects 10 000 000 万元 or more in fees: the amount may be in 元.
    ///
    /// Asked only where the form states that the body is of a township or is a department.
    P305 Warning [V2021] {
        formula: "收费金额 < 10000000 万元 for a township or a department",
        source: "our rule",
        zh: "{row}：本年收费金额为 {a} 万元，数额过大，是否按元填报？",
        en: "{row}: an amount of {a} 万元 is very large; it may be in 元.",
    }
    /// A body without the power to make rules (规章) states figures for them.
    ///
    /// Rules are made by departments of the State Council and by governments of provinces and of cities divided into
    /// districts (Legislation Law, articles 91 and 93). Asked only where the form states the body's level.
    P306 Warning [V2019, V2021] {
        formula: "规章 = 0 or / for townships, counties and local departments",
        source: "立法法 (2023) articles 91 and 93",
        zh: "{row}：填有 {a} 件，但报告机关没有规章制定权，请核对。",
        en: "{row}: {a} are stated, but the body has no power to make rules.",
    }
    /// The row 规章 is marked `/`. It is read as a body without the power to make rules, not as 0.
    P307 Info [V2019, V2021] {
        formula: "the row 规章 holds numbers",
        source: "our rule",
        zh: "规章一行填的是“{printed}”，按没有规章制定权处理，不作为 0。",
        en: "the row 规章 prints “{printed}”: read as a body without the power to make rules, not as 0.",
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
    /// A township reports requests by legal service institutions.
    ///
    /// A lawyer who asks for a natural person counts as 自然人, in our reading. Asked only where the form states the
    /// level of the body.
    R301 Info [V2019, V2021] {
        formula: "一 by 法律服务机构 = 0 for a township",
        source: "our rule",
        zh: "{cell}填的是 {a}：乡镇很少收到法律服务机构的申请，律师代自然人申请的应计入自然人，请核对。",
        en: "{cell} is {a}: rare for a township; a lawyer who asks for a natural person counts as 自然人.",
    }
    /// More than a quarter of the requests were carried over to the next year. Asked from 30 requests on.
    R302 Info [V2019, V2021] {
        formula: "四 ≤ 25 % of 一 + 二, from 30 requests on",
        source: "our rule; in the reports seen the share was 1.7 to 8.2 %",
        zh: "结转下年度 {a} 件，超过全部申请（{b} 加 {c}）的四分之一，请核对。",
        en: "{a} requests were carried over, more than a quarter of all ({b} and {c}).",
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
    /// Suits without prior reconsideration, though every request that was not granted was refused.
    ///
    /// Since 2024 a refusal goes to reconsideration first (Administrative Reconsideration Law of 2023, article 23). A
    /// direct suit may still concern procedure or form, so this is a note and never an error.
    D301 Info [V2019, V2021] {
        formula: "year ≥ 2024 ∧ （三） > 0 ∧ （四） + （五） = 0 ⇒ 未经复议直接起诉 = 0",
        source: "行政复议法 (2023) article 23(1)(4); 法释〔2025〕8号 article 1",
        zh: "有未经复议直接起诉 {a} 件，而本年只有不予公开、没有无法提供或不予处理；2024 年起不予公开应先申请复议，请核对。",
        en: "{a} suits without prior reconsideration, though requests were only refused; since 2024 a refusal goes to reconsideration first.",
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
    /// The name of the reporting body begins or ends with a space, or holds characters that cannot be seen.
    ///
    /// Two reports of one body would not be recognised as such.
    T103 Error [V2019, V2021] {
        formula: "the name has no space at its ends and no invisible character",
        source: "our rule",
        zh: "报告机关名称“{printed}”首尾有空格或含有不可见字符，请删除。",
        en: "the name of the reporting body, “{printed}”, has a space at its ends or invisible characters.",
    }
    /// The title is not worded as usual.
    T104 Warning [V2019, V2021] {
        formula: "the title is body, year and 政府信息公开工作年度报告, the first two in either order",
        source: "practice of the reports",
        zh: "标题“{printed}”不是“机关名称＋年份＋政府信息公开工作年度报告”的通常写法。",
        en: "the title “{printed}” is not worded as usual: body, year, 政府信息公开工作年度报告.",
    }
    /// The report is signed by another body than the one whose report it is.
    ///
    /// A body and its own office, of which one name begins or ends as the other, are not told apart.
    T105 Warning [V2019, V2021] {
        formula: "the name below the report is that of the reporting body",
        source: "our rule",
        zh: "落款机关“{printed}”与报告机关名称不一致。",
        en: "the report is signed by “{printed}”, which is not the name of the reporting body.",
    }
    /// The statistical period is not the calendar year of the report.
    T201 Error [V2019, V2021] {
        formula: "统计期限 = 1 January to 31 December of the reporting year",
        source: "practice of the reports; DB51/T 2660-2019, 2.1",
        zh: "统计期限为 {from} 至 {to}，与 {year} 年度不符。",
        en: "the statistical period is {from} to {to}, which is not the year {year}.",
    }
    /// The date of publication lies within the reporting year or before it.
    T202 Error [V2019, V2021] {
        formula: "date of publication > 31 December of the reporting year",
        source: "follows from what is counted",
        zh: "公布日期 {from} 早于 {year} 年度结束。",
        en: "the date of publication, {from}, is before the end of {year}.",
    }
    /// The report was published after the date that the Regulations set: 31 January for departments, 31 March for local
    /// governments from the county up.
    ///
    /// Asked only where the form states what the body is; for townships the Regulations state no date.
    T203 Warning [V2019, V2021] {
        formula: "date of publication ≤ 31 January (department) or 31 March (government) of the next year",
        source: "政府信息公开条例 article 49",
        zh: "公布日期 {from} 晚于规定的 {to}。",
        en: "published on {from}, after the date set, {to}.",
    }
    /// The title names another year than the reporting year.
    T204 Error [V2019, V2021] {
        formula: "the year in the title = the reporting year",
        source: "our rule; titles of the year before are a known slip",
        zh: "标题中的年份是 {printed}，与报告年度不一致。",
        en: "the title names the year {printed}, which is not the reporting year.",
    }
    /// The text names another year more often than the reporting year: it may be that of another year.
    T205 Warning [V2019, V2021] {
        formula: "the year that the text names most often = the reporting year",
        source: "our rule; copied reports are a complaint of the supervising office",
        zh: "正文中出现最多的年份是 {printed}，与报告年度不一致，请确认没有照抄其他年度的报告。",
        en: "the year that the text names most often is {printed}, which is not the reporting year.",
    }
    /// The text states a statistical period whose dates cannot be right.
    T206 Error [V2019, V2021] {
        formula: "both dates of 统计期限 exist",
        source: "our rule; seen in a report: 至202020年12月31日",
        zh: "统计期限“{printed}”中的日期有误。",
        en: "the statistical period “{printed}” holds a date that does not exist.",
    }
    /// Headings of the form are missing in the text. Asked only where at least one of them is found.
    T301 Error [V2019, V2021] {
        formula: "the six headings are there",
        source: "the annex of the notice that prescribes the edition",
        zh: "正文缺少以下部分：{printed}。",
        en: "the text lacks these parts: {printed}.",
    }
    /// Headings are worded or numbered otherwise than the form prescribes.
    T302 Warning [V2019, V2021] {
        formula: "the headings are those of the form",
        source: "the annex of the notice that prescribes the edition",
        zh: "以下标题的文字或序号与规定格式不符：{printed}。",
        en: "these headings are not worded or numbered as prescribed: {printed}.",
    }
    /// The number of parts that the text states is not six, or is not the number of parts that it lists.
    T303 Warning [V2019, V2021] {
        formula: "the stated number of parts = the parts listed = 6",
        source: "our rule; seen in reports",
        zh: "正文称报告有“{printed}”，与六个部分或所列各部分的个数不符。",
        en: "the text says “{printed}”, which is not six or not the number of parts it lists.",
    }
    /// The text does not name the Regulations as its basis, or cites the notice of another edition only. Asked where the text has a preamble.
    T304 Info [V2019, V2021] {
        formula: "the Regulations are named, and of the notices that of the edition",
        source: "practice of the reports",
        zh: "正文没有写明依据《政府信息公开条例》，或者引用的是另一版本格式的通知。",
        en: "the text does not name the Regulations as its basis, or cites the notice of another edition.",
    }
    /// Section 一 does not speak of everything that it is to tell since 2021. Looked for by the words of the notice and some others in use.
    T305 Info [V2021] {
        formula: "section 一 speaks of the five items that the notice names",
        source: "国办公开办函〔2021〕30号",
        zh: "第一部分没有写到：{printed}。",
        en: "section 1 does not speak of: {printed}.",
    }
    /// Section 五 is empty or nearly so, or does not tell both problems and improvements.
    T306 Warning [V2019, V2021] {
        formula: "section 五 has ten characters or more, problems and improvements",
        source: "our rule; the heading names both",
        zh: "第五部分为空、过短，或者没有同时写明问题和改进情况。",
        en: "section 5 is empty or short, or does not tell both problems and improvements.",
    }
    /// The text does not say whether a fee for processing requests was collected. Since 2021 section 六 reports it, also if there was none.
    ///
    /// The amount of 行政事业性收费 in section 二 is another matter.
    T307 Warning [V2021] {
        formula: "the text speaks of 信息处理费 or 收费通知",
        source: "practice of the reports since 2021",
        zh: "正文没有报告收取信息处理费的情况，没有收取的也应写明。",
        en: "the text does not say whether an information-processing fee was collected; it is to say so also if there was none.",
    }
    /// The preamble does not say how to reach the body. Asked where the text has a preamble.
    T308 Info [V2019, V2021] {
        formula: "address, postcode and telephone are there",
        source: "practice of the reports",
        zh: "前言没有写明联系方式：{printed}。",
        en: "the preamble does not say how to reach the body; it lacks: {printed}.",
    }
    /// Section 一 holds lines that look like another document pasted in: its numbered headings, its date of publication.
    T309 Info [V2019, V2021] {
        formula: "no heading or dateline of another document in section 一",
        source: "our rule; seen in a report: notices pasted in as pictures",
        zh: "第一部分夹有其他文件的内容，如“{printed}”。",
        en: "section 1 holds what looks like another document: “{printed}”.",
    }
    /// Information disclosed by channel does not add up to the total that the text states.
    N101 Warning [V2019, V2021] {
        formula: "in the text, the channels of disclosure add up to 主动公开政府信息",
        source: "our rule",
        zh: "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
        en: "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
    }
    /// Information disclosed by kind does not add up to the total that the text states. The kinds are those that the report lists.
    N102 Warning [V2019, V2021] {
        formula: "in the text, the kinds of information add up to 主动公开政府信息",
        source: "our rule",
        zh: "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
        en: "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
    }
    /// Requests by channel do not add up to the requests received that the text states. One channel alone is not taken for a list.
    N103 Warning [V2019, V2021] {
        formula: "in the text, 当面, 传真, 网络, 信函 and other channels add up to 收到申请",
        source: "the statistics form of 2014 to 2018; our rule since",
        zh: "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
        en: "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
    }
    /// The outcomes that the text lists do not add up to the total that it states. They may lack what was carried over.
    N104 Warning [V2019, V2021] {
        formula: "in the text, the outcomes, or with 结转下年度, add up to a stated total",
        source: "our rule",
        zh: "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
        en: "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
    }
    /// 按时办结 and 延期办结 do not add up to the total that the text states.
    N105 Warning [V2019, V2021] {
        formula: "in the text, 按时办结 + 延期办结 + 逾期办结 = a stated total",
        source: "the statistics form of 2014 to 2018; our rule since",
        zh: "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
        en: "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
    }
    /// The results of disputes that the text lists do not add up to the number of disputes that it states.
    N106 Warning [V2019, V2021] {
        formula: "in the text, the results add up to 行政复议 or 行政诉讼",
        source: "our rule",
        zh: "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
        en: "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
    }
    /// What single bodies collected of the information-processing fee does not add up to the total that the text states.
    N107 Warning [V2019, V2021] {
        formula: "in the text, the parts of 信息处理费 add up to the amount collected",
        source: "our rule",
        zh: "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
        en: "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
    }
    /// More of the information-processing fee was collected than was notified.
    N108 Warning [V2019, V2021] {
        formula: "in the text, the fee collected ≤ the fee notified",
        source: "our rule",
        zh: "正文写实际收取信息处理费 {stated}，多于通知收取的 {expected}。",
        en: "the text states a fee of {stated} collected, more than the {expected} notified.",
    }
    /// The information-processing fee is not a multiple of 10 元, though every tariff is.
    N109 Info [V2019, V2021] {
        formula: "the fee collected is a multiple of 10 元",
        source: "国办函〔2020〕109号",
        zh: "正文写收取信息处理费 {stated}，收费标准都是 10 元的倍数，请核对。",
        en: "the text states a fee of {stated}; every tariff is a multiple of 10 元.",
    }
    /// The requests received, or handled, in the text are not those of the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N201 Warning [V2019, V2021] {
        formula: "收到申请 in the text = 一, or 一 + 二; 办理申请 = 一 + 二, 一 or （七）总计",
        source: "our rule",
        zh: "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
    }
    /// The requests carried in from the year before are not those of the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N202 Warning [V2019, V2021] {
        formula: "上年结转 in the text = 二",
        source: "our rule",
        zh: "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
    }
    /// The requests answered or concluded are not those of the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N203 Warning [V2019, V2021] {
        formula: "答复 or 办结 in the text = （七）总计",
        source: "our rule",
        zh: "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
    }
    /// The requests carried over to the next year are not those of the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N204 Warning [V2019, V2021] {
        formula: "结转下年度 in the text = 四",
        source: "our rule",
        zh: "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
    }
    /// Requests by channel do not add up to the requests received in the table. One channel alone is not taken for a list.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N205 Warning [V2019, V2021] {
        formula: "当面, 传真, 网络, 信函 and other channels in the text = 一, or 一 + 二",
        source: "the statistics form of 2014 to 2018; our rule since",
        zh: "正文所列各渠道申请之和是 {stated}（{quotes}），表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the channels in the text add up to {stated} ({quotes}), the table has {expected} ({cells}).{scope}",
    }
    /// 按时办结 and 延期办结 do not add up to the requests processed in the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N206 Warning [V2019, V2021] {
        formula: "按时办结 + 延期办结 + 逾期办结 in the text = （七）总计, 一, or 一 + 二",
        source: "the statistics form of 2014 to 2018; our rule since",
        zh: "正文所列按时、延期等办结之和是 {stated}（{quotes}），表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the requests concluded on time or later add up to {stated} in the text ({quotes}), the table has {expected} ({cells}).{scope}",
    }
    /// An outcome in the text is not that of the table. A group is compared with all of its rows.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N207 Warning [V2019, V2021] {
        formula: "予以公开, 部分公开, 不予公开 and the other outcomes in the text = the rows of the table",
        source: "our rule",
        zh: "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
    }
    /// Reply types of the vocabulary before 2019 do not add up to the row that counts them today.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N208 Warning [V2019, V2021] {
        formula: "属于已主动公开范围 + 同意公开 = （一）; 同意部分公开 = （二）; 信息不存在 + 不属于本机关公开 = （四）1",
        source: "our reading of the earlier vocabulary",
        zh: "正文沿用旧口径，{quotes}，合计 {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
        en: "by the earlier vocabulary the text states {quotes}, {stated} in all, the table {expected} ({cells}).{scope}",
    }
    /// Disputes in the text are not those of the table. 行政诉讼 is compared with both of its blocks together.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N209 Warning [V2019, V2021] {
        formula: "行政复议 and 行政诉讼 in the text, and their results, = section 四",
        source: "our rule",
        zh: "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
    }
    /// Documents, decisions or fees in the text are not those of section 二.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N210 Warning [V2019, V2021] {
        formula: "制发, 废止, 现行有效, 行政许可, 行政处罚, 行政强制 and 行政事业性收费 in the text = section 二",
        source: "our rule",
        zh: "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
        en: "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
    }
    /// A percentage is not the share that the figures give. It may be rounded or cut off at its last digit; 100 % is all.
    N301 Warning [V2019, V2021] {
        formula: "a stated share = part / whole; the whole is what the text claims, else the requests processed or received",
        source: "our rule; tolerance 0.01 percentage points",
        zh: "正文写{subject}占 {stated}%，按数字计算是 {expected}%。",
        en: "the text states {stated} % for “{subject}”; the figures give {expected} %.",
    }
    /// A change since the year before is not what the tables of both years give.
    N302 Info [V2019, V2021] {
        formula: "a stated change = the tables of the year and the year before",
        source: "our rule; tolerance 0.01 percentage points",
        zh: "正文写{subject}比上年变化 {stated}，按两年的表格计算是 {expected}。",
        en: "the text states a change of {stated} for “{subject}”; the tables of both years give {expected}.",
    }
    /// The text says in words that there was none, and the table counts some.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N401 Warning [V2019, V2021] {
        formula: "未收到, 未发生, 没有, 无 ⇒ the cells are 0",
        source: "our rule",
        zh: "正文写没有{subject}，表格是 {expected}（{cells}）。{scope}",
        en: "the text says that there was none of “{subject}”, the table has {expected} ({cells}).{scope}",
    }
    /// The text says that every case was upheld or none lost, and the table counts cases that were corrected, or pending ones that the text does not mention.
    N402 Info [V2019, V2021] {
        formula: "均获维持, 零纠错, 零败诉 ⇒ 结果纠正 = 0, and 尚未审结 = 0 unless the text states it",
        source: "our rule",
        zh: "正文称行政复议或行政诉讼均获维持或没有败诉、纠错，表格是：{cells}。",
        en: "the text says that every case was upheld or none lost; the table has {cells}.",
    }
    /// Requests were given up because a fee was not paid, though the text says that no fee notice was issued.
    N403 Warning [V2021] {
        formula: "no fee notice in the text ⇒ （六）2 = 0",
        source: "our rule",
        zh: "正文称没有发出收费通知，表格是：{cells}。",
        en: "the text says that no fee notice was issued; the table has {cells}.",
    }
    /// The text counts suits in which the body was co-defendant because it had decided the reconsideration. They are counted by the body whose act it was, and by no other.
    ///
    /// Asked for a number of such suits. It holds if the suits of the table are fewer, or are those of the text without them.
    N404 Info [V2019, V2021] {
        formula: "suits as co-defendant in the text = 0, or > 行政诉讼 in section 四, or = 行政诉讼 in the text − 行政诉讼 in section 四",
        source: "国办公开办函〔2016〕201号",
        zh: "正文写{subject} {stated} 件。复议机关作为共同被告的案件只由作出原行政行为的机关统计，请核对表格是否计入：{cells}。",
        en: "the text states {stated} for “{subject}”; such cases are counted by the body whose act it was only. The table, which may include them, has {cells}.",
    }
    /// What was carried in is not what the year before carried over.
    ///
    /// The column 总计 is compared only where the applicants' own columns do not decide. Bodies that were merged, split or
    /// renamed, and corrected reports, differ for good reason.
    Y101 Warning [V2019, V2021] {
        formula: "二 of the year = 四 of the year before, in every column",
        source: "in our reading of the labels 上年结转 and 结转下年度",
        zh: "{cell}填的是 {current}，上年报告的“结转下年度”是 {previous}，应一致。",
        en: "{cell} is {current}, but the year before carried over {previous}.",
    }
    /// The form given as that of the year before is not of the same body or not of the year before; nothing was
    /// compared with it.
    Y102 Error [V2019, V2021] {
        formula: "same body, year − 1",
        source: "our rule",
        zh: "用来对比的报告不是同一机关上一年度的报告，未作年度间核对。",
        en: "the form to compare with is not of the same body and the year before; nothing was compared.",
    }
    /// The items of the previous year are not what that year's report leads to.
    Y201 Warning [V2019] {
        formula: "上一年项目数量 = 上一年项目数量 + 本年增/减 of the year before",
        source: "in our reading of the header 上一年项目数量",
        zh: "{cell}填的是 {current}，按上年报告推算应为 {expected}。",
        en: "{cell} is {current}, but the report of the year before leads to {expected}.",
    }
    /// More documents are in force than were in force the year before and issued since.
    Y202 Warning [V2021] {
        formula: "现行有效 ≤ 现行有效 of the year before + 本年制发",
        source: "our rule; a change of scope breaks it",
        zh: "{cell}填的是 {current}，多于上年现行有效数加本年制发数 {expected}。",
        en: "{cell} is {current}, more than were in force the year before and issued since, {expected}.",
    }
    /// The documents in force do not follow from those of the year before.
    ///
    /// Documents that lapse without being repealed, and amended rules that are counted as issued, differ for good reason.
    Y203 Warning [V2021] {
        formula: "现行有效 = 现行有效 of the year before + 本年制发 − 本年废止",
        source: "our rule; the form does not state it",
        zh: "{cell}填的是 {current}，按上年现行有效数加制发、减废止应为 {expected}。",
        en: "{cell} is {current}; the year before, plus issued, less repealed leads to {expected}.",
    }
    /// More documents are disclosed in total than were the year before and were newly disclosed since.
    Y204 Warning [V2019] {
        formula: "对外公开总数量 ≤ 对外公开总数量 of the year before + 本年新公开数量",
        source: "our rule",
        zh: "{cell}填的是 {current}，多于上年总数加本年新公开数 {expected}。",
        en: "{cell} is {current}, more than the year before and newly disclosed together, {expected}.",
    }
    /// In the first year of the 2021 edition more documents are in force than were disclosed before and issued since.
    Y205 Info [V2021] {
        formula: "现行有效 (2021) ≤ 对外公开总数量 (2020) + 本年制发 (2021)",
        source: "our rule; the two stocks are not the same",
        zh: "{cell}填的是 {current}，多于上年对外公开总数加本年制发数 {expected}。",
        en: "{cell} is {current}, more than were disclosed the year before and issued since, {expected}.",
    }
    /// A figure is ten times that of the year before or more, or a tenth or less, and differs by a hundred or more.
    Y301 Info [V2019, V2021] {
        formula: "no total or figure of section 二 changes tenfold and by 100 or more",
        source: "our rule",
        zh: "{cell}填的是 {current}，上年为 {previous}，变化很大，请确认。",
        en: "{cell} is {current} after {previous} the year before.",
    }
    /// Sections 三 and 四 are those of the year before, figure by figure.
    Y302 Warning [V2019, V2021] {
        formula: "sections 三 and 四 differ from the year before, unless all is 0",
        source: "our rule; copied reports are a complaint of the supervising office",
        zh: "第三、四部分的数字与上年完全相同，请确认没有照抄上年报告。",
        en: "sections 三 and 四 are the same as the year before, figure by figure.",
    }
    /// More cases were pending at the end of the year before than there are cases in the year.
    ///
    /// Whether cases of earlier years are counted again is not stated by the notice, so this is a note.
    Y303 Info [V2019, V2021] {
        formula: "尚未审结 of the year before ≤ 总计 of the year, in every block",
        source: "our rule; the way of counting is not stated",
        zh: "{cell}填的是 {current}，少于上年尚未审结的 {previous} 件，请确认。",
        en: "{cell} is {current}, fewer than the {previous} that were pending the year before.",
    }
    /// An amount of money grew ten thousandfold or more: 元 may have been filled in for 万元.
    Y304 Warning [V2019, V2021] {
        formula: "amount < 10000 × the amount of the year before",
        source: "our rule",
        zh: "{cell}填的是 {current}，上年为 {previous}，相差一万倍以上，请核对单位。",
        en: "{cell} is {current} after {previous} the year before; the unit may be wrong.",
    }
    /// Disputes without any request in this year and the year before. They may concern proactive disclosure.
    Y305 Info [V2019, V2021] {
        formula: "disputes > 0 ⇒ 一 + 二 > 0 in the year or the year before",
        source: "our rule",
        zh: "本年有行政复议或行政诉讼 {current} 件，但本年和上年都没有收到申请，请确认。",
        en: "{current} disputes, but no request in this year or the year before.",
    }
}
