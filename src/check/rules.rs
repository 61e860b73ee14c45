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
        /// 四 (disputes), `E` edition, `T` the document, `Y` the year before. The hundreds are the kind of rule within it. A code
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
