//! The rule book: every rule with its code, severity, formula, source and wording.
//!
//! To change what a rule says, change its entry here; to change what a linear rule sums, see
//! `equations.rs`; for comparisons in section 二, `relations.rs`; for what a cell may hold, `syntax.rs`.

use crate::check::Severity;
use crate::form::Edition;

/// One entry of the rule book.
pub(crate) struct Entry {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) editions: &'static [Edition],
    pub(crate) formula: [&'static str; 2],
    pub(crate) source: [&'static str; 2],
    pub(crate) wording: [&'static str; 2],
    pub(crate) page: [&'static str; 2],
}

/// Declares the rules. The doc comment of a rule is its page in English; of two texts the first is the Chinese one.
/// `finding` is the wording of its findings, in which `{…}` names what the finding fills in (see `message.rs`).
macro_rules! rules {
    ($(
        $(#[doc = $page:literal])+
        $Code:ident $Severity:ident [$($Edition:ident),+] {
            page: $page_zh:literal,
            formula: $formula:expr,
            source: $source:expr,
            finding: $finding:expr,
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
            pub const ALL: &'static [Self] = &Self::ENTRIES;

            pub(crate) const ENTRIES: [Self; [$(stringify!($Code)),+].len()] = [$(Self::$Code),+];

            pub(crate) const fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$Code => &Entry {
                        code: stringify!($Code),
                        severity: Severity::$Severity,
                        editions: &[$(Edition::$Edition),+],
                        formula: $formula,
                        source: $source,
                        wording: $finding,
                        page: [$page_zh, concat!($($page, "\n"),+)],
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
        page: "表格中应填的一栏是空白。\n\n空白不等于 0：要用到这一栏的合计无法核对。",
        formula: ["该栏不为空白", "the cell is not blank"],
        source: ["本库规则；各地主管部门要求没有发生的填 0", "our rule; local offices ask for 0 where there is nothing to count"],
        finding: [
            "{cell}为空白，应填数字；没有发生的填 0。",
            "{cell} is blank and wants a number; where there is nothing to count, it is 0.",
        ],
    }
    /// A cell prints `/` or another mark for "does not apply" where the form wants a number.
    ///
    /// In the row 规章 the mark is usual for bodies that have no power to make rules, and is accepted when
    /// the whole row bears it.
    C102 Warning [V2019, V2021] {
        page: "应填数字的一栏填了“/”或者其他表示不适用的符号。\n\n没有规章制定权的机关在规章一行通常填“/”，整行都这样填的予以认可。",
        formula: ["除规章整行外，各栏不填“/”等表示不适用的符号", "the cell is not marked as not applicable, except the whole row 规章"],
        source: ["本库规则；各地主管部门要求没有发生的填 0", "our rule; local offices ask for 0 where there is nothing to count"],
        finding: [
            "{cell}填的是“{printed}”，应填数字；没有发生的填 0。",
            "{cell} prints “{printed}” where the form wants a number; where there is nothing to count, it is 0.",
        ],
    }
    /// A cell of the form is not in the source, though the rest of its table is.
    C103 Error [V2019, V2021] {
        page: "表格其余部分都在，唯独缺少这一栏。",
        formula: ["该版本表格的每一栏都在", "every cell that the edition prints is there"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "缺少{cell}这一栏。",
            "{cell} is missing.",
        ],
    }
    /// A whole table of the form is not in the source.
    ///
    /// Some reports print the heading and a picture of the table, or nothing.
    C104 Error [V2019, V2021] {
        page: "整张表格没有找到。\n\n有的报告只有标题和表格图片，或者什么都没有。",
        formula: ["该版本的每张表格都在", "every table of the edition is there"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "没有找到“{cell}”的表格，该部分无法核对。",
            "the table of {cell} is missing, so nothing in it could be checked.",
        ],
    }
    /// A total is empty, though all of its parts are filled in.
    C105 Warning [V2019, V2021] {
        page: "各分项都已填写，合计却是空白。",
        formula: ["各分项已填的合计不为空白", "a total whose parts are filled in is not blank"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}为空白，按各分项之和应填 {right}。",
            "{cell} is blank; its parts add up to {right}.",
        ],
    }
    /// A cell says in words that there is nothing to count.
    ///
    /// The words are not read as 0.
    C201 Warning [V2019, V2021] {
        page: "该栏用文字表示没有发生。\n\n文字不会当作 0。",
        formula: ["该栏不填“无”“没有”等文字", "the cell does not hold 无, 没有 or the like"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是文字“{printed}”，应填数字 0。",
            "{cell} prints the word “{printed}”; the figure is 0.",
        ],
    }
    /// A cell holds something that is not a number.
    C202 Error [V2019, V2021] {
        page: "该栏填的内容不是数字。",
        formula: ["该栏填的是数字", "the cell holds a number"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "{cell}填的是“{printed}”，不是数字。",
            "{cell} prints “{printed}”, which is not a number.",
        ],
    }
    /// A count or an amount is negative. Only 本年增/减 may be.
    C203 Error [V2019, V2021] {
        page: "数量或者金额为负数。只有“本年增/减”可以为负。",
        formula: ["数字不小于 0", "the number is 0 or more"],
        source: ["由统计内容得出", "follows from what is counted"],
        finding: [
            "{cell}填的是 {printed}，不能为负数。",
            "{cell} prints {printed}, but cannot be negative.",
        ],
    }
    /// A count has digits behind the point.
    C204 Error [V2019, V2021] {
        page: "数量带有小数。",
        formula: ["数字为整数", "the number is whole"],
        source: ["由统计内容得出", "follows from what is counted"],
        finding: [
            "{cell}填的是 {printed}，应为整数。",
            "{cell} prints {printed}, but counts whole things.",
        ],
    }
    /// A number is past what this crate holds: 4 294 967 295 for a count, 2 147 483 647 either way for a change,
    /// 9 223 372 036 854.775807 for an amount.
    ///
    /// The largest count seen in a real report has eight digits.
    C205 Error [V2019, V2021] {
        page: "数字超出本库能够保存的范围：数量最大 4294967295，增减的绝对值最大 2147483647，金额最大 9223372036854.775807。\n\n实际报告中见过的最大数量为八位数。",
        formula: ["数量 ≤ 4294967295，-2147483648 ≤ 增减 ≤ 2147483647，金额 ≤ 9223372036854.775807", "count ≤ 4294967295, -2147483648 ≤ change ≤ 2147483647, amount ≤ 9223372036854.775807"],
        source: ["本库的上限", "our bound"],
        finding: [
            "{cell}填的是 {printed}，数值过大，请核对。",
            "{cell} prints {printed}, which is too large to be right.",
        ],
    }
    /// An amount has more than six digits behind the point, finer than a fen in 万元.
    C206 Error [V2019, V2021] {
        page: "金额的小数超过六位，以万元计时比分还小。",
        formula: ["金额 × 10⁶ 为整数", "amount × 10⁶ is whole"],
        source: ["本库的上限；实际报告中金额最多有六位小数", "our bound; the finest amount seen in a real report has six decimals"],
        finding: [
            "{cell}填的是 {printed}，小数位数过多（最多六位）。",
            "{cell} prints {printed}, with more than six digits behind the point.",
        ],
    }
    /// A cell states a unit other than that of its column, though one of the same kind, as 元 in the column
    /// headed 万元.
    ///
    /// The amount is kept with the unit that the cell states.
    C301 Warning [V2019, V2021] {
        page: "该栏写明的单位与本栏单位不同，但属于同一类，例如在以万元为单位的一栏写“元”。\n\n金额按该栏写明的单位保留。",
        formula: ["所填单位与本栏单位相同", "unit in the cell = unit of the column"],
        source: ["表头“本年收费金额（单位：万元）”", "the header 本年收费金额（单位：万元）"],
        finding: [
            "{cell}填的是“{printed}”，与本栏单位“{unit}”不一致，现按所填单位计，请核对金额。",
            "{cell} prints “{printed}”, but the column counts in {unit}; it is read in the unit that the cell states.",
        ],
    }
    /// A cell that counts things states a unit of money, or the other way round.
    C302 Error [V2019, V2021] {
        page: "数量写了金额单位，或者金额写了件数单位。",
        formula: ["数量不带金额单位，金额不带件数单位", "a count has no unit of money, an amount no unit of things"],
        source: ["由统计内容得出", "follows from what is counted"],
        finding: [
            "{cell}填的是“{printed}”，单位不符。",
            "{cell} prints “{printed}”, a unit that does not fit what is counted.",
        ],
    }
    /// More was disclosed for the first time in the year than is disclosed in total.
    P101 Error [V2019] {
        page: "本年新公开的数量大于对外公开的总数量。",
        formula: ["本年新公开数量 ≤ 对外公开总数量", "本年新公开数量 ≤ 对外公开总数量"],
        source: ["表格的栏目名称", "the column labels of the form"],
        finding: [
            "{row}：本年新公开数量 {a} 大于对外公开总数量 {b}。",
            "{row}: {a} newly disclosed in the year, but only {b} disclosed in total.",
        ],
    }
    /// The items of the previous year and the change of the year give fewer than none.
    P102 Error [V2019] {
        page: "上一年项目数量加本年增减，结果小于 0。",
        formula: ["上一年项目数量 + 本年增/减 ≥ 0", "上一年项目数量 + 本年增/减 ≥ 0"],
        source: ["表格的栏目名称", "the column labels of the form"],
        finding: [
            "{row}：上一年项目数量 {a} 加本年增/减 {b}，结果为负数。",
            "{row}: {a} items and a change of {b} leave fewer than none.",
        ],
    }
    /// Projects without an amount, or an amount without projects.
    P103 Warning [V2019] {
        page: "有采购项目而没有金额，或者有金额而没有采购项目。",
        formula: ["采购项目数量 = 0 ⇔ 采购总金额 = 0", "采购项目数量 = 0 ⇔ 采购总金额 = 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：采购项目数量为 {a}，采购总金额为 {b}，两者应同时为 0 或同时不为 0。",
            "{row}: {a} projects and an amount of {b}; either both are 0 or none is.",
        ],
    }
    /// More documents were issued in the year than are in force at its end.
    ///
    /// Legitimate only where documents of the year were repealed in the same year.
    P201 Warning [V2021] {
        page: "本年制发的件数多于年末现行有效的件数。\n\n只有本年制发、本年又废止的才会如此。",
        formula: ["现行有效件数 ≥ 本年制发件数", "现行有效件数 ≥ 本年制发件数"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：现行有效件数 {a} 小于本年制发件数 {b}。",
            "{row}: {a} in force, but {b} issued in the year.",
        ],
    }
    /// What was made in the year and what was disclosed in the year differ.
    ///
    /// Documents of earlier years may be disclosed now, and new ones later, so this is a note.
    P301 Info [V2019] {
        page: "本年新制作的数量与本年新公开的数量不同。\n\n以前制作的可能在本年公开，本年制作的可能以后公开，因此只是提示。",
        formula: ["本年新公开数量 = 本年新制作数量", "本年新公开数量 = 本年新制作数量"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：本年新制作数量为 {a}，本年新公开数量为 {b}，两者不同，请确认。",
            "{row}: {a} newly made in the year, {b} newly disclosed; the two differ.",
        ],
    }
    /// Decisions were made in matters of which there are none.
    P302 Warning [V2019] {
        page: "没有事项，却作出了处理决定。",
        formula: ["处理决定数量 > 0 ⇒ 上一年项目数量 + 本年增/减 > 0", "处理决定数量 > 0 ⇒ 上一年项目数量 + 本年增/减 > 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：处理决定数量为 {a}，但上一年项目数量 {b} 加本年增/减 {c} 为 0。",
            "{row}: {a} decisions, but {b} items and a change of {c} leave none.",
        ],
    }
    /// A large amount of procurement without a unit. The form prints none, so 元 and 万元 look alike.
    P303 Warning [V2019] {
        page: "采购总金额数额较大而没有写单位。表格没有规定单位，是元还是万元分不清。",
        formula: ["采购总金额 > 1000000 ⇒ 该栏写明单位", "采购总金额 > 1000000 ⇒ the cell states its unit"],
        source: ["本库规则；表头没有写单位", "our rule; the header states no unit"],
        finding: [
            "{row}：采购总金额为 {a}，未注明单位是元还是万元，请核对。",
            "{row}: an amount of {a} without a unit; it is not known whether it is in 元 or 万元.",
        ],
    }
    /// The change of the year equals the number of the previous year: a stock may have been filled in where the form
    /// asks for a change.
    P304 Warning [V2019] {
        page: "本年增减与上一年项目数量相同：可能把总数填成了增减数。",
        formula: ["本年增/减 ≠ 上一年项目数量，两者都是 0 的除外", "本年增/减 ≠ 上一年项目数量, unless both are 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：本年增/减 {b} 与上一年项目数量 {a} 相同，请确认填的是增减数而不是总数。",
            "{row}: the change {b} equals the previous year's {a} items; it may be a stock, not a change.",
        ],
    }
    /// A township or a department collects 10 000 000 万元 or more in fees: the amount may be in 元.
    ///
    /// Asked only where the form states that the body is of a township or is a department.
    P305 Warning [V2021] {
        page: "乡镇或者部门的收费达到 10000000 万元：金额可能是以元为单位填的。\n\n只有写明报告机关是乡镇或者部门的才核对。",
        formula: ["乡镇和部门的收费金额 < 10000000 万元", "收费金额 < 10000000 万元 for a township or a department"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：本年收费金额为 {a} 万元，数额过大，是否按元填报？",
            "{row}: an amount of {a} 万元 is very large; it may be in 元.",
        ],
    }
    /// A body without the power to make rules (规章) states figures for them.
    ///
    /// Rules are made by departments of the State Council and by governments of provinces and of cities divided into
    /// districts (Legislation Law, articles 91 and 93). Asked only where the form states the body's level.
    P306 Warning [V2019, V2021] {
        page: "没有规章制定权的机关填了规章的数字。\n\n规章由国务院部门，省、自治区、直辖市以及设区的市、自治州的人民政府制定（《立法法》第九十一条、第九十三条）。只有写明报告机关级别的才核对。",
        formula: ["乡镇、县和地方部门的规章为 0 或者“/”", "规章 = 0 or / for townships, counties and local departments"],
        source: ["《立法法》（2023年）第九十一条、第九十三条", "立法法 (2023) articles 91 and 93"],
        finding: [
            "{row}：填有 {a} 件，但报告机关没有规章制定权，请核对。",
            "{row}: {a} are stated, but the body has no power to make rules.",
        ],
    }
    /// The row 规章 is marked `/`. It is read as a body without the power to make rules, not as 0.
    P307 Info [V2019, V2021] {
        page: "规章一行填的是“/”。按没有规章制定权理解，不当作 0。",
        formula: ["规章一行填的是数字", "the row 规章 holds numbers"],
        source: ["本库规则", "our rule"],
        finding: [
            "规章一行填的是“{printed}”，按没有规章制定权处理，不作为 0。",
            "the row 规章 prints “{printed}”: read as a body without the power to make rules, not as 0.",
        ],
    }
    /// The flow of requests does not balance in a column: what came in is not what went out.
    ///
    /// It is tested on the applicants' own cells. The column 总计 is tested only where they do not decide,
    /// so that one wrong total does not show up twice.
    R101 Error [V2019, V2021] {
        page: "某一栏的申请收支不平衡：收进来的与办出去、结转下去的不等。\n\n按各类申请人的栏目核对；只有它们不能判断时才核对“总计”一栏，以免一个错误的合计报两次。",
        formula: ["一 + 二 = 三（七） + 四，每一栏都应成立", "一 + 二 = 三（七） + 四, in every column"],
        source: ["第三部分表格的表头", "printed in the head of the table of section 三"],
        finding: [
            "“{column}”一栏不平衡：一、新收加二、上年结转为 {left}（{left_parts}），三、办理结果加四、结转下年度为 {right}（{right_parts}），相差 {difference}。",
            "the column “{column}” does not balance: received and carried in are {left} ({left_parts}), processed and carried over {right} ({right_parts}), {difference} apart.",
        ],
    }
    /// （七）总计 is not the sum of the outcomes above it.
    R102 Error [V2019, V2021] {
        page: "（七）总计不等于以上各行办理结果之和。",
        formula: ["（七）总计 = 以上各行办理结果之和，每一栏都应成立", "（七）总计 = the sum of all outcome rows, in every column"],
        source: ["由栏目名称“总计”得出", "follows from the label 总计"],
        finding: [
            "{cell}填的是 {left}，各项办理结果之和是 {right}（{right_parts}），相差 {difference}。",
            "{cell} is stated as {left}, but the outcomes add up to {right} ({right_parts}), {difference} apart.",
        ],
    }
    /// The column 总计 of a row is not the sum of its applicants.
    R103 Error [V2019, V2021] {
        page: "某一行的总计不等于各类申请人之和。",
        formula: ["总计 = 自然人 + 五类法人或其他组织，每一行都应成立", "总计 = 自然人 + the five kinds of organisation, in every row"],
        source: ["由栏目名称“总计”得出", "follows from the label 总计"],
        finding: [
            "{cell}填的是 {left}，本行各类申请人之和是 {right}（{right_parts}），相差 {difference}。",
            "{cell} is stated as {left}, but the applicants add up to {right} ({right_parts}), {difference} apart.",
        ],
    }
    /// A township reports requests by legal service institutions.
    ///
    /// A lawyer who asks for a natural person counts as 自然人, in our reading. Asked only where the form states the
    /// level of the body.
    R301 Info [V2019, V2021] {
        page: "乡镇填有法律服务机构的申请。\n\n律师代自然人申请的，按我们的理解计入自然人。只有写明报告机关级别的才核对。",
        formula: ["乡镇：一、法律服务机构 = 0", "一 by 法律服务机构 = 0 for a township"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是 {a}：乡镇很少收到法律服务机构的申请，律师代自然人申请的应计入自然人，请核对。",
            "{cell} is {a}: rare for a township; a lawyer who asks for a natural person counts as 自然人.",
        ],
    }
    /// More than a quarter of the requests were carried over to the next year. Asked from 30 requests on.
    R302 Info [V2019, V2021] {
        page: "结转下年度的超过全部申请的四分之一。申请达到 30 件的才核对。",
        formula: ["四 ≤ （一 + 二）的 25%，申请达到 30 件的才核对", "四 ≤ 25 % of 一 + 二, from 30 requests on"],
        source: ["本库规则；所见报告中这一比例为 1.7% 至 8.2%", "our rule; in the reports seen the share was 1.7 to 8.2 %"],
        finding: [
            "结转下年度 {a} 件，超过全部申请（{b} 加 {c}）的四分之一，请核对。",
            "{a} requests were carried over, more than a quarter of all ({b} and {c}).",
        ],
    }
    /// The column 总计 of a block of section 四 is not the sum of its results.
    ///
    /// Cases that are still pending are part of the total.
    D101 Error [V2019, V2021] {
        page: "第四部分某一组的总计不等于各项结果之和。\n\n尚未审结的计入总计。",
        formula: ["总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结，每一组都应成立", "总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结, in every block"],
        source: ["由栏目名称“总计”得出", "follows from the label 总计"],
        finding: [
            "{cell}填的是 {left}，各项结果（含尚未审结）之和是 {right}（{right_parts}），相差 {difference}。",
            "{cell} is stated as {left}, but the results, pending cases included, add up to {right} ({right_parts}), {difference} apart.",
        ],
    }
    /// Suits without prior reconsideration, though every request that was not granted was refused.
    ///
    /// Since 2024 a refusal goes to reconsideration first (Administrative Reconsideration Law of 2023, article 23). A
    /// direct suit may still concern procedure or form, so this is a note and never an error.
    D301 Info [V2019, V2021] {
        page: "没有予以公开的申请都是不予公开，却有未经复议直接起诉的案件。\n\n2024年起，不予公开的应当先申请复议（2023年《行政复议法》第二十三条）。直接起诉的也可能涉及程序或者形式，因此只是提示，不算错误。",
        formula: ["年度 ≥ 2024 且（三）> 0 且（四）+（五）= 0 ⇒ 未经复议直接起诉 = 0", "year ≥ 2024 ∧ （三） > 0 ∧ （四） + （五） = 0 ⇒ 未经复议直接起诉 = 0"],
        source: ["《行政复议法》（2023年）第二十三条第一款第四项；法释〔2025〕8号第一条", "行政复议法 (2023) article 23(1)(4); 法释〔2025〕8号 article 1"],
        finding: [
            "有未经复议直接起诉 {a} 件，而本年只有不予公开、没有无法提供或不予处理；2024 年起不予公开应先申请复议，请核对。",
            "{a} suits without prior reconsideration, though requests were only refused; since 2024 a refusal goes to reconsideration first.",
        ],
    }
    /// A cell that the form's edition does not print.
    E101 Error [V2019, V2021] {
        page: "填了该版本表格没有的一栏。",
        formula: ["没有其他版本的栏目", "no cell of another edition"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "{edition}的表格没有{cell}这一栏，可能用错了版本的表格。",
            "the {edition} does not print {cell}; the table may be that of another edition.",
        ],
    }
    /// （六）其他处理 is printed as in the other edition: one row in a report of 2021 or later, or three before.
    ///
    /// The figures count; they are not moved into 3.其他.
    E102 Warning [V2019, V2021] {
        page: "（六）其他处理用的是另一版本的样式：2021年度以后的报告只有一行，或者以前的报告分成三行。\n\n数字照算，不会挪到“3.其他”。",
        formula: ["（六）其他处理：2019年版为一行，2021年版为三行", "（六）其他处理 has one row in the 2019 edition, three in the 2021 edition"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "（六）其他处理的行数与{edition}不符：2019年版为一行，2021年版分为三行。",
            "（六）其他处理 is not laid out as in the {edition}: one row in the 2019 edition, three in the 2021 edition.",
        ],
    }
    /// The table of section 二 is that of another edition, though the form follows this one.
    ///
    /// It is one finding; the cells that should not be there and those that are missing are not listed. If
    /// the form is given the edition of its table, what the table says can be checked.
    E103 Error [V2019, V2021] {
        page: "第二部分用的是另一版本的表格。\n\n只报一个问题，不逐栏列出多出和缺少的栏目。把报告的版本改成表格的版本，就可以核对表格的内容。",
        formula: ["第二部分的表格含有只有本版本才有的栏目，或者不含只有其他版本才有的栏目", "the table of section 二 has cells that only its edition prints, or none that only another does"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "“{cell}”用的不是{edition}的表格，表内各栏属于另一版本，无法按{edition}核对。",
            "the table of {cell} is not that of the {edition} but of another edition, so it could not be checked as such.",
        ],
    }
    /// A block of section 二 is that of another edition, beside blocks of the form's own.
    ///
    /// The block is complete in the other edition and has no cell that only the form's edition prints. It is
    /// one finding, at the first cell that should not be there.
    E104 Error [V2019, V2021] {
        page: "第二部分有一块用的是另一版本的样式，其余各块是本版本的。\n\n这一块按另一版本是完整的，又没有只有本版本才有的栏目。只报一个问题，指向第一个不该有的栏目。",
        formula: ["第二部分没有整块属于其他版本的内容", "no block of section 二 is wholly that of another edition"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "{cell}所在的部分用的是另一版本的表格，与{edition}不符。",
            "{cell} stands in a block that is that of another edition, not of the {edition}.",
        ],
    }
    /// The form follows an edition that was not in force for its reporting year.
    ///
    /// The edition of 2019 is for the reporting years 2019 and 2020, that of 2021 for all since. A form without a
    /// year is not judged; that is another finding.
    E105 Warning [V2019, V2021] {
        page: "所用版本不适用于报告年度。\n\n2019年版用于2019、2020年度，2021年版用于此后各年度。没有写明年度的不核对，那是另一个问题。",
        formula: ["所用版本适用于报告年度", "the edition is that in force for the reporting year"],
        source: ["各通知的日期，以及截至2025年度的实际报告", "the dates of the notices, and the reports seen up to reporting year 2025"],
        finding: [
            "报告年度不适用{edition}的表格：2019、2020年度用2019年版，2021年度起用2021年版。",
            "the {edition} is not for this reporting year: that of 2019 is for 2019 and 2020, that of 2021 for 2021 and later.",
        ],
    }
    /// The form does not say whose report it is.
    T101 Error [V2019, V2021] {
        page: "没有写明是谁的报告。",
        formula: ["写明报告机关", "the reporting body is named"],
        source: ["本库规则；没有报告机关的报告不能汇总、比较", "our rule; a report without a body cannot be added up or compared"],
        finding: [
            "没有写明报告机关。",
            "the form does not name the reporting body.",
        ],
    }
    /// The form does not say which year it reports.
    T102 Error [V2019, V2021] {
        page: "没有写明是哪一年度的报告。",
        formula: ["写明报告年度", "the reporting year is stated"],
        source: ["本库规则；没有年度的报告不能汇总、比较", "our rule; a report without a year cannot be added up or compared"],
        finding: [
            "没有写明报告年度。",
            "the form does not state the reporting year.",
        ],
    }
    /// The name of the reporting body begins or ends with a space, or holds characters that cannot be seen.
    ///
    /// Two reports of one body would not be recognised as such.
    T103 Error [V2019, V2021] {
        page: "报告机关名称首尾有空格，或者含有看不见的字符。\n\n这样，同一机关的两份报告会认不出来。",
        formula: ["名称首尾没有空格，也没有不可见字符", "the name has no space at its ends and no invisible character"],
        source: ["本库规则", "our rule"],
        finding: [
            "报告机关名称“{printed}”首尾有空格或含有不可见字符，请删除。",
            "the name of the reporting body, “{printed}”, has a space at its ends or invisible characters.",
        ],
    }
    /// The title is not worded as usual.
    T104 Warning [V2019, V2021] {
        page: "标题不是通常的写法。",
        formula: ["标题由机关名称、年份和“政府信息公开工作年度报告”组成，前两者先后不限", "the title is body, year and 政府信息公开工作年度报告, the first two in either order"],
        source: ["各地报告的通行写法", "practice of the reports"],
        finding: [
            "标题“{printed}”不是“机关名称＋年份＋政府信息公开工作年度报告”的通常写法。",
            "the title “{printed}” is not worded as usual: body, year, 政府信息公开工作年度报告.",
        ],
    }
    /// The preamble or the name below the report is that of another body than the one whose report it is.
    ///
    /// A body and its own office, of which one name begins or ends as the other, are not told apart, nor are names that are
    /// shortened, such as 市发改委. The preamble counts where it says who drew the report up, or names the report.
    T105 Warning [V2019, V2021] {
        page: "落款或者前言所写的机关不是报告机关。\n\n机关与其办公室的名称，一个以另一个开头或者结尾的，不作区分；简称（如市发改委）也不作区分。前言写明由谁编制，或者写出报告名称的，才作比较。",
        formula: ["标题、前言和落款是同一机关", "title, preamble and the name below the report are of one body"],
        source: ["本库规则", "our rule"],
        finding: [
            "前言或者落款中的机关“{printed}”与报告机关名称不一致。",
            "the preamble or the signature names “{printed}”, which is not the reporting body.",
        ],
    }
    /// The statistical period is not the calendar year of the report.
    T201 Error [V2019, V2021] {
        page: "统计期限不是报告年度的全年。",
        formula: ["统计期限为报告年度的1月1日至12月31日", "统计期限 = 1 January to 31 December of the reporting year"],
        source: ["各地报告的通行写法；DB51/T 2660-2019 第2.1条", "practice of the reports; DB51/T 2660-2019, 2.1"],
        finding: [
            "统计期限为 {from} 至 {to}，与 {year} 年度不符。",
            "the statistical period is {from} to {to}, which is not the year {year}.",
        ],
    }
    /// The date of publication lies within the reporting year or before it.
    T202 Error [V2019, V2021] {
        page: "公布日期在报告年度之内或者之前。",
        formula: ["公布日期在报告年度12月31日之后", "date of publication > 31 December of the reporting year"],
        source: ["由统计内容得出", "follows from what is counted"],
        finding: [
            "公布日期 {from} 早于 {year} 年度结束。",
            "the date of publication, {from}, is before the end of {year}.",
        ],
    }
    /// The report was published after the date that the Regulations set: 31 January for departments, 31 March for local
    /// governments from the county up.
    ///
    /// Asked only where the form states what the body is; for townships the Regulations state no date.
    T203 Warning [V2019, V2021] {
        page: "公布日期晚于条例规定的日期：部门为1月31日，县级以上地方人民政府为3月31日。\n\n只有写明报告机关性质的才核对；乡镇的日期条例没有规定。",
        formula: ["公布日期不晚于次年1月31日（部门）或者3月31日（人民政府）", "date of publication ≤ 31 January (department) or 31 March (government) of the next year"],
        source: ["《政府信息公开条例》第四十九条", "政府信息公开条例 article 49"],
        finding: [
            "公布日期 {from} 晚于规定的 {to}。",
            "published on {from}, after the date set, {to}.",
        ],
    }
    /// The title names another year than the reporting year.
    T204 Error [V2019, V2021] {
        page: "标题中的年份不是报告年度。",
        formula: ["标题中的年份 = 报告年度", "the year in the title = the reporting year"],
        source: ["本库规则；标题误写上一年度是常见的疏忽", "our rule; titles of the year before are a known slip"],
        finding: [
            "标题中的年份是 {printed}，与报告年度不一致。",
            "the title names the year {printed}, which is not the reporting year.",
        ],
    }
    /// The text names another year more often than the reporting year: it may be that of another year.
    T205 Warning [V2019, V2021] {
        page: "正文中另一个年份出现得比报告年度更多：可能是其他年度的报告。",
        formula: ["正文中出现最多的年份 = 报告年度", "the year that the text names most often = the reporting year"],
        source: ["本库规则；照抄以往报告是主管部门批评过的问题", "our rule; copied reports are a complaint of the supervising office"],
        finding: [
            "正文中出现最多的年份是 {printed}，与报告年度不一致，请确认没有照抄其他年度的报告。",
            "the year that the text names most often is {printed}, which is not the reporting year.",
        ],
    }
    /// The text states a statistical period whose dates cannot be right.
    T206 Error [V2019, V2021] {
        page: "正文写的统计期限含有不可能的日期。",
        formula: ["统计期限的两个日期都存在", "both dates of 统计期限 exist"],
        source: ["本库规则；见过的实例：至202020年12月31日", "our rule; seen in a report: 至202020年12月31日"],
        finding: [
            "统计期限“{printed}”中的日期有误。",
            "the statistical period “{printed}” holds a date that does not exist.",
        ],
    }
    /// Headings of the form are missing in the text. Asked only where at least one of them is found.
    T301 Error [V2019, V2021] {
        page: "正文缺少规定的标题。至少找到一个标题的才核对。",
        formula: ["六个部分的标题都在", "the six headings are there"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "正文缺少以下部分：{printed}。",
            "the text lacks these parts: {printed}.",
        ],
    }
    /// Headings are worded or numbered otherwise than the form prescribes.
    T302 Warning [V2019, V2021] {
        page: "标题的文字或者序号与规定不同。",
        formula: ["标题与规定的一致", "the headings are those of the form"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "以下标题的文字或序号与规定格式不符：{printed}。",
            "these headings are not worded or numbered as prescribed: {printed}.",
        ],
    }
    /// The number of parts that the text states is not six, or is not the number of parts that it lists.
    T303 Warning [V2019, V2021] {
        page: "正文所称的部分数不是六个，或者与所列的个数不同。",
        formula: ["正文所称的部分数 = 所列的部分数 = 6", "the stated number of parts = the parts listed = 6"],
        source: ["本库规则；见于实际报告", "our rule; seen in reports"],
        finding: [
            "正文称报告有“{printed}”，与六个部分或所列各部分的个数不符。",
            "the text says “{printed}”, which is not six or not the number of parts it lists.",
        ],
    }
    /// The text does not name the Regulations as its basis, or cites the notice of another edition only. Asked where the text has a preamble.
    T304 Info [V2019, V2021] {
        page: "正文没有写明依据《政府信息公开条例》，或者只引用了另一版本的通知。有前言的才核对。",
        formula: ["写明依据《政府信息公开条例》，所引通知是本版本的", "the Regulations are named, and of the notices that of the edition"],
        source: ["各地报告的通行写法", "practice of the reports"],
        finding: [
            "正文没有写明依据《政府信息公开条例》，或者引用的是另一版本格式的通知。",
            "the text does not name the Regulations as its basis, or cites the notice of another edition.",
        ],
    }
    /// Section 一 does not speak of everything that it is to tell since 2021. Looked for by the words of the notice and some others in use.
    T305 Info [V2021] {
        page: "第一部分没有写到2021年起应写的全部内容。按通知的用词和一些常见说法查找。",
        formula: ["第一部分写到通知列出的五项内容", "section 一 speaks of the five items that the notice names"],
        source: ["国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号"],
        finding: [
            "第一部分没有写到：{printed}。",
            "section 1 does not speak of: {printed}.",
        ],
    }
    /// Section 五 is empty or nearly so, or does not tell both problems and improvements.
    T306 Warning [V2019, V2021] {
        page: "第五部分为空或者极短，或者没有同时写明问题和改进情况。",
        formula: ["第五部分不少于十个字，写有问题和改进情况", "section 五 has ten characters or more, problems and improvements"],
        source: ["本库规则；标题要求写明这两方面", "our rule; the heading names both"],
        finding: [
            "第五部分为空、过短，或者没有同时写明问题和改进情况。",
            "section 5 is empty or short, or does not tell both problems and improvements.",
        ],
    }
    /// The text does not say whether a fee for processing requests was collected. Since 2021 section 六 reports it, also if there was none.
    ///
    /// The amount of 行政事业性收费 in section 二 is another matter.
    T307 Warning [V2021] {
        page: "正文没有写是否收取了信息处理费。2021年起在第六部分报告，没有收取的也应写明。\n\n第二部分的行政事业性收费是另一回事。",
        formula: ["正文写到信息处理费或者收费通知", "the text speaks of 信息处理费 or 收费通知"],
        source: ["2021年以来各地报告的通行写法", "practice of the reports since 2021"],
        finding: [
            "正文没有报告收取信息处理费的情况，没有收取的也应写明。",
            "the text does not say whether an information-processing fee was collected; it is to say so also if there was none.",
        ],
    }
    /// The preamble does not say how to reach the body. Asked where the text has a preamble.
    T308 Info [V2019, V2021] {
        page: "前言没有写明怎样联系报告机关。有前言的才核对。",
        formula: ["写有地址、邮政编码和电话", "address, postcode and telephone are there"],
        source: ["各地报告的通行写法", "practice of the reports"],
        finding: [
            "前言没有写明联系方式：{printed}。",
            "the preamble does not say how to reach the body; it lacks: {printed}.",
        ],
    }
    /// Section 一 holds lines that look like another document pasted in: its numbered headings, its date of publication.
    T309 Info [V2019, V2021] {
        page: "第一部分有几行像是粘贴进来的其他文件，例如其编号标题、发布日期。",
        formula: ["第一部分没有其他文件的标题和日期", "no heading or dateline of another document in section 一"],
        source: ["本库规则；见于实际报告：以图片形式粘贴的通知", "our rule; seen in a report: notices pasted in as pictures"],
        finding: [
            "第一部分夹有其他文件的内容，如“{printed}”。",
            "section 1 holds what looks like another document: “{printed}”.",
        ],
    }
    /// Information disclosed by channel does not add up to the total that the text states.
    N101 Warning [V2019, V2021] {
        page: "各渠道公开的信息之和，不等于正文所写的总数。",
        formula: ["正文中，各公开渠道之和 = 主动公开政府信息", "in the text, the channels of disclosure add up to 主动公开政府信息"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
        ],
    }
    /// Information disclosed by kind does not add up to the total that the text states. The kinds are those that the report lists.
    N102 Warning [V2019, V2021] {
        page: "各类公开的信息之和，不等于正文所写的总数。类别以报告所列的为准。",
        formula: ["正文中，各类信息之和 = 主动公开政府信息", "in the text, the kinds of information add up to 主动公开政府信息"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
        ],
    }
    /// Requests by channel do not add up to the requests received that the text states. One channel alone is not taken for a list.
    N103 Warning [V2019, V2021] {
        page: "各渠道的申请之和，不等于正文所写收到的申请。只有一个渠道的不算列举。",
        formula: ["正文中，当面、传真、网络、信函等渠道之和 = 收到申请", "in the text, 当面, 传真, 网络, 信函 and other channels add up to 收到申请"],
        source: ["2014—2018年的统计表；此后为本库规则", "the statistics form of 2014 to 2018; our rule since"],
        finding: [
            "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
        ],
    }
    /// The outcomes that the text lists do not add up to the total that it states. They may lack what was carried over.
    N104 Warning [V2019, V2021] {
        page: "正文所列办理结果之和，不等于其所写的总数。所列的可能不含结转下年度的。",
        formula: ["正文中，各项办理结果之和（或者再加结转下年度）= 所写的总数", "in the text, the outcomes, or with 结转下年度, add up to a stated total"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
        ],
    }
    /// 按时办结 and 延期办结 do not add up to the total that the text states.
    N105 Warning [V2019, V2021] {
        page: "按时办结与延期办结之和，不等于正文所写的总数。",
        formula: ["正文中，按时办结 + 延期办结 + 逾期办结 = 所写的总数", "in the text, 按时办结 + 延期办结 + 逾期办结 = a stated total"],
        source: ["2014—2018年的统计表；此后为本库规则", "the statistics form of 2014 to 2018; our rule since"],
        finding: [
            "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
        ],
    }
    /// The results of disputes that the text lists do not add up to the number of disputes that it states.
    N106 Warning [V2019, V2021] {
        page: "正文所列行政复议或者行政诉讼结果之和，不等于其所写的件数。",
        formula: ["正文中，各项结果之和 = 行政复议或者行政诉讼", "in the text, the results add up to 行政复议 or 行政诉讼"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
        ],
    }
    /// What single bodies collected of the information-processing fee does not add up to the total that the text states.
    N107 Warning [V2019, V2021] {
        page: "各机关收取的信息处理费之和，不等于正文所写的总额。",
        formula: ["正文中，各机关收取的信息处理费之和 = 收取总额", "in the text, the parts of 信息处理费 add up to the amount collected"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和是 {expected}（{quotes}），两者不符。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected} ({quotes}).",
        ],
    }
    /// More of the information-processing fee was collected than was notified.
    N108 Warning [V2019, V2021] {
        page: "实际收取的信息处理费多于通知收取的。",
        formula: ["正文中，实际收取的费用 ≤ 通知收取的费用", "in the text, the fee collected ≤ the fee notified"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写实际收取信息处理费 {stated}，多于通知收取的 {expected}。",
            "the text states a fee of {stated} collected, more than the {expected} notified.",
        ],
    }
    /// The information-processing fee is not a multiple of 10 元, though every tariff is.
    N109 Info [V2019, V2021] {
        page: "信息处理费不是 10 元的倍数，而各项收费标准都是。",
        formula: ["收取的费用是 10 元的倍数", "the fee collected is a multiple of 10 元"],
        source: ["国办函〔2020〕109号", "国办函〔2020〕109号"],
        finding: [
            "正文写收取信息处理费 {stated}，收费标准都是 10 元的倍数，请核对。",
            "the text states a fee of {stated}; every tariff is a multiple of 10 元.",
        ],
    }
    /// The requests received, or handled, in the text are not those of the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N201 Warning [V2019, V2021] {
        page: "正文所写收到或者办理的申请与表格不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的收到申请 = 一，或者 一 + 二；办理申请 = 一 + 二、一 或者（七）总计", "收到申请 in the text = 一, or 一 + 二; 办理申请 = 一 + 二, 一 or （七）总计"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
    }
    /// The requests carried in from the year before are not those of the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N202 Warning [V2019, V2021] {
        page: "正文所写上年结转的申请与表格不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的上年结转 = 二", "上年结转 in the text = 二"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
    }
    /// The requests answered or concluded are not those of the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N203 Warning [V2019, V2021] {
        page: "正文所写答复或者办结的申请与表格不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的答复或者办结 =（七）总计", "答复 or 办结 in the text = （七）总计"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
    }
    /// The requests carried over to the next year are not those of the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N204 Warning [V2019, V2021] {
        page: "正文所写结转下年度的申请与表格不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的结转下年度 = 四", "结转下年度 in the text = 四"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
    }
    /// Requests by channel do not add up to the requests received in the table. One channel alone is not taken for a list.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N205 Warning [V2019, V2021] {
        page: "各渠道的申请之和，不等于表格中收到的申请。只有一个渠道的不算列举。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文中当面、传真、网络、信函等渠道之和 = 一，或者 一 + 二", "当面, 传真, 网络, 信函 and other channels in the text = 一, or 一 + 二"],
        source: ["2014—2018年的统计表；此后为本库规则", "the statistics form of 2014 to 2018; our rule since"],
        finding: [
            "正文所列各渠道申请之和是 {stated}（{quotes}），表格是 {expected}（{cells}），两者不符。{scope}",
            "the channels in the text add up to {stated} ({quotes}), the table has {expected} ({cells}).{scope}",
        ],
    }
    /// 按时办结 and 延期办结 do not add up to the requests processed in the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N206 Warning [V2019, V2021] {
        page: "按时办结与延期办结之和，不等于表格中办理的申请。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文中按时办结 + 延期办结 + 逾期办结 =（七）总计、一，或者 一 + 二", "按时办结 + 延期办结 + 逾期办结 in the text = （七）总计, 一, or 一 + 二"],
        source: ["2014—2018年的统计表；此后为本库规则", "the statistics form of 2014 to 2018; our rule since"],
        finding: [
            "正文所列按时、延期等办结之和是 {stated}（{quotes}），表格是 {expected}（{cells}），两者不符。{scope}",
            "the requests concluded on time or later add up to {stated} in the text ({quotes}), the table has {expected} ({cells}).{scope}",
        ],
    }
    /// An outcome in the text is not that of the table. A group is compared with all of its rows.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N207 Warning [V2019, V2021] {
        page: "正文所写的某项办理结果与表格不同。按组写的，与组内各行合计比较。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的予以公开、部分公开、不予公开等办理结果 = 表格各行", "予以公开, 部分公开, 不予公开 and the other outcomes in the text = the rows of the table"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
    }
    /// Reply types of the vocabulary before 2019 do not add up to the row that counts them today.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N208 Warning [V2019, V2021] {
        page: "按2019年以前口径所写的答复类型之和，不等于现在统计它们的那一行。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["属于已主动公开范围 + 同意公开 =（一）；同意部分公开 =（二）；信息不存在 + 不属于本机关公开 =（四）1", "属于已主动公开范围 + 同意公开 = （一）; 同意部分公开 = （二）; 信息不存在 + 不属于本机关公开 = （四）1"],
        source: ["我们对旧口径的理解", "our reading of the earlier vocabulary"],
        finding: [
            "正文沿用旧口径，{quotes}，合计 {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
            "by the earlier vocabulary the text states {quotes}, {stated} in all, the table {expected} ({cells}).{scope}",
        ],
    }
    /// Disputes in the text are not those of the table. 行政诉讼 is compared with both of its blocks together.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N209 Warning [V2019, V2021] {
        page: "正文所写的行政复议或者行政诉讼与表格不同。行政诉讼与两组的合计比较。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的行政复议、行政诉讼及其结果 = 第四部分", "行政复议 and 行政诉讼 in the text, and their results, = section 四"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
    }
    /// Documents, decisions or fees in the text are not those of section 二.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N210 Warning [V2019, V2021] {
        page: "正文所写的文件、处理决定或者收费与第二部分不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的制发、废止、现行有效、行政许可、行政处罚、行政强制和行政事业性收费 = 第二部分", "制发, 废止, 现行有效, 行政许可, 行政处罚, 行政强制 and 行政事业性收费 in the text = section 二"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格是 {expected}（{cells}），两者不符。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
    }
    /// A percentage is not the share that the figures give. It may be rounded or cut off at its last digit; 100 % is all.
    N301 Warning [V2019, V2021] {
        page: "所写的百分比不是按数字算出的占比。末位四舍五入或者舍去都可以；100% 指全部。",
        formula: ["所写占比 = 部分 / 全部；全部以正文所称为准，没有写的按办理或者收到的申请", "a stated share = part / whole; the whole is what the text claims, else the requests processed or received"],
        source: ["本库规则；允许相差 0.01 个百分点", "our rule; tolerance 0.01 percentage points"],
        finding: [
            "正文写{subject}占 {stated}%，按数字计算是 {expected}%。",
            "the text states {stated} % for “{subject}”; the figures give {expected} %.",
        ],
    }
    /// A change since the year before is not what the tables of both years give.
    N302 Info [V2019, V2021] {
        page: "所写比上年的变化，不是两年表格算出的变化。",
        formula: ["所写的变化 = 本年与上年两张表格算出的变化", "a stated change = the tables of the year and the year before"],
        source: ["本库规则；允许相差 0.01 个百分点", "our rule; tolerance 0.01 percentage points"],
        finding: [
            "正文写{subject}比上年变化 {stated}，按两年的表格计算是 {expected}。",
            "the text states a change of {stated} for “{subject}”; the tables of both years give {expected}.",
        ],
    }
    /// The text says in words that there was none, and the table counts some.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N401 Warning [V2019, V2021] {
        page: "正文写明没有，表格却有数字。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["未收到、未发生、没有、无 ⇒ 各栏为 0", "未收到, 未发生, 没有, 无 ⇒ the cells are 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写没有{subject}，表格是 {expected}（{cells}）。{scope}",
            "the text says that there was none of “{subject}”, the table has {expected} ({cells}).{scope}",
        ],
    }
    /// The text says that every case was upheld or none lost, and the table counts cases that were corrected, or pending ones that the text does not mention.
    N402 Info [V2019, V2021] {
        page: "正文称全部获得维持或者没有败诉，表格却有纠正的，或者有正文没有提到的未审结案件。",
        formula: ["均获维持、零纠错、零败诉 ⇒ 结果纠正 = 0，且尚未审结 = 0（正文写明的除外）", "均获维持, 零纠错, 零败诉 ⇒ 结果纠正 = 0, and 尚未审结 = 0 unless the text states it"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文称行政复议或行政诉讼均获维持或没有败诉、纠错，表格是：{cells}。",
            "the text says that every case was upheld or none lost; the table has {cells}.",
        ],
    }
    /// Requests were given up because a fee was not paid, though the text says that no fee notice was issued.
    N403 Warning [V2021] {
        page: "有因逾期不缴费而不再处理的申请，正文却称没有发出收费通知。",
        formula: ["正文称没有发出收费通知 ⇒（六）2 = 0", "no fee notice in the text ⇒ （六）2 = 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文称没有发出收费通知，表格是：{cells}。",
            "the text says that no fee notice was issued; the table has {cells}.",
        ],
    }
    /// The text counts suits in which the body was co-defendant because it had decided the reconsideration. They are counted by the body whose act it was, and by no other.
    ///
    /// Asked for a number of such suits. It holds if the suits of the table are fewer, or are those of the text without them.
    N404 Info [V2019, V2021] {
        page: "正文统计了因作出复议决定而成为共同被告的案件。这类案件只由作出原行政行为的机关统计。\n\n正文写有这类案件件数的才核对。表格的案件少于这个件数，或者等于正文的案件减去这类案件的，符合要求。",
        formula: ["正文的共同被告案件 = 0，或者多于第四部分的行政诉讼，或者 = 正文的行政诉讼 − 第四部分的行政诉讼", "suits as co-defendant in the text = 0, or > 行政诉讼 in section 四, or = 行政诉讼 in the text − 行政诉讼 in section 四"],
        source: ["国办公开办函〔2016〕201号", "国办公开办函〔2016〕201号"],
        finding: [
            "正文写{subject} {stated} 件。复议机关作为共同被告的案件只由作出原行政行为的机关统计，请核对表格是否计入：{cells}。",
            "the text states {stated} for “{subject}”; such cases are counted by the body whose act it was only. The table, which may include them, has {cells}.",
        ],
    }
    /// What was carried in is not what the year before carried over.
    ///
    /// The column 总计 is compared only where the applicants' own columns do not decide. Bodies that were merged, split or
    /// renamed, and corrected reports, differ for good reason.
    Y101 Warning [V2019, V2021] {
        page: "本年填的上年结转，不等于上年报告的结转下年度。\n\n只有各类申请人的栏目不能判断时，才比较“总计”一栏。机关合并、分设、改名或者更正过报告的，确有理由不同。",
        formula: ["本年的二 = 上年的四，每一栏都应成立", "二 of the year = 四 of the year before, in every column"],
        source: ["我们对栏目名称“上年结转”“结转下年度”的理解", "in our reading of the labels 上年结转 and 结转下年度"],
        finding: [
            "{cell}填的是 {current}，上年报告的“结转下年度”是 {previous}，应一致。",
            "{cell} is {current}, but the year before carried over {previous}.",
        ],
    }
    /// The form given as that of the year before is not of the same body or not of the year before; nothing was
    /// compared with it.
    Y102 Error [V2019, V2021] {
        page: "作为上年报告的，不是同一机关的，或者不是上一年度的；没有作任何比较。",
        formula: ["同一机关，上一年度", "same body, year − 1"],
        source: ["本库规则", "our rule"],
        finding: [
            "用来对比的报告不是同一机关上一年度的报告，未作年度间核对。",
            "the form to compare with is not of the same body and the year before; nothing was compared.",
        ],
    }
    /// The items of the previous year are not what that year's report leads to.
    Y201 Warning [V2019] {
        page: "上一年项目数量，不是按上年报告推算的数量。",
        formula: ["上一年项目数量 = 上年报告的（上一年项目数量 + 本年增/减）", "上一年项目数量 = 上一年项目数量 + 本年增/减 of the year before"],
        source: ["我们对表头“上一年项目数量”的理解", "in our reading of the header 上一年项目数量"],
        finding: [
            "{cell}填的是 {current}，按上年报告推算应为 {expected}。",
            "{cell} is {current}, but the report of the year before leads to {expected}.",
        ],
    }
    /// More documents are in force than were in force the year before and issued since.
    Y202 Warning [V2021] {
        page: "现行有效的多于上年现行有效的与本年制发的之和。",
        formula: ["现行有效 ≤ 上年现行有效 + 本年制发", "现行有效 ≤ 现行有效 of the year before + 本年制发"],
        source: ["本库规则；统计范围变化时不成立", "our rule; a change of scope breaks it"],
        finding: [
            "{cell}填的是 {current}，多于上年现行有效数加本年制发数 {expected}。",
            "{cell} is {current}, more than were in force the year before and issued since, {expected}.",
        ],
    }
    /// The documents in force do not follow from those of the year before.
    ///
    /// Documents that lapse without being repealed, and amended rules that are counted as issued, differ for good reason.
    Y203 Warning [V2021] {
        page: "现行有效的不能由上年现行有效的推算出来。\n\n未经废止而失效的、修改后计入制发的，确有理由不同。",
        formula: ["现行有效 = 上年现行有效 + 本年制发 − 本年废止", "现行有效 = 现行有效 of the year before + 本年制发 − 本年废止"],
        source: ["本库规则；表格没有规定", "our rule; the form does not state it"],
        finding: [
            "{cell}填的是 {current}，按上年现行有效数加制发、减废止应为 {expected}。",
            "{cell} is {current}; the year before, plus issued, less repealed leads to {expected}.",
        ],
    }
    /// More documents are disclosed in total than were the year before and were newly disclosed since.
    Y204 Warning [V2019] {
        page: "对外公开的总数多于上年总数与本年新公开数之和。",
        formula: ["对外公开总数量 ≤ 上年对外公开总数量 + 本年新公开数量", "对外公开总数量 ≤ 对外公开总数量 of the year before + 本年新公开数量"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是 {current}，多于上年总数加本年新公开数 {expected}。",
            "{cell} is {current}, more than the year before and newly disclosed together, {expected}.",
        ],
    }
    /// In the first year of the 2021 edition more documents are in force than were disclosed before and issued since.
    Y205 Info [V2021] {
        page: "使用2021年版的第一年，现行有效的多于以前公开的与本年制发的之和。",
        formula: ["现行有效（2021年度）≤ 对外公开总数量（2020年度）+ 本年制发（2021年度）", "现行有效 (2021) ≤ 对外公开总数量 (2020) + 本年制发 (2021)"],
        source: ["本库规则；两个存量不是一回事", "our rule; the two stocks are not the same"],
        finding: [
            "{cell}填的是 {current}，多于上年对外公开总数加本年制发数 {expected}。",
            "{cell} is {current}, more than were disclosed the year before and issued since, {expected}.",
        ],
    }
    /// A figure is ten times that of the year before or more, or a tenth or less, and differs by a hundred or more.
    Y301 Info [V2019, V2021] {
        page: "数字是上年的十倍以上或者十分之一以下，且相差 100 以上。",
        formula: ["第二部分各栏和各总计不变化十倍以上且相差 100 以上", "no total or figure of section 二 changes tenfold and by 100 or more"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是 {current}，上年为 {previous}，变化很大，请确认。",
            "{cell} is {current} after {previous} the year before.",
        ],
    }
    /// Sections 三 and 四 are those of the year before, figure by figure.
    Y302 Warning [V2019, V2021] {
        page: "第三、四部分的数字与上年逐栏相同。",
        formula: ["第三、四部分与上年不同，全部为 0 的除外", "sections 三 and 四 differ from the year before, unless all is 0"],
        source: ["本库规则；照抄以往报告是主管部门批评过的问题", "our rule; copied reports are a complaint of the supervising office"],
        finding: [
            "第三、四部分的数字与上年完全相同，请确认没有照抄上年报告。",
            "sections 三 and 四 are the same as the year before, figure by figure.",
        ],
    }
    /// More cases were pending at the end of the year before than there are cases in the year.
    ///
    /// Whether cases of earlier years are counted again is not stated by the notice, so this is a note.
    Y303 Info [V2019, V2021] {
        page: "上年年末尚未审结的案件多于本年的案件。\n\n以前年度的案件是否重复统计，通知没有写明，因此只是提示。",
        formula: ["上年尚未审结 ≤ 本年总计，每一组都应成立", "尚未审结 of the year before ≤ 总计 of the year, in every block"],
        source: ["本库规则；怎样统计没有规定", "our rule; the way of counting is not stated"],
        finding: [
            "{cell}填的是 {current}，少于上年尚未审结的 {previous} 件，请确认。",
            "{cell} is {current}, fewer than the {previous} that were pending the year before.",
        ],
    }
    /// An amount of money grew ten thousandfold or more: 元 may have been filled in for 万元.
    Y304 Warning [V2019, V2021] {
        page: "金额是上年的一万倍以上：可能把元填成了万元。",
        formula: ["金额 < 上年金额的 10000 倍", "amount < 10000 × the amount of the year before"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是 {current}，上年为 {previous}，相差一万倍以上，请核对单位。",
            "{cell} is {current} after {previous} the year before; the unit may be wrong.",
        ],
    }
    /// Disputes without any request in this year and the year before. They may concern proactive disclosure.
    Y305 Info [V2019, V2021] {
        page: "本年和上年都没有申请，却有行政复议或者行政诉讼。这些案件可能涉及主动公开。",
        formula: ["复议、诉讼 > 0 ⇒ 本年或者上年的 一 + 二 > 0", "disputes > 0 ⇒ 一 + 二 > 0 in the year or the year before"],
        source: ["本库规则", "our rule"],
        finding: [
            "本年有行政复议或行政诉讼 {current} 件，但本年和上年都没有收到申请，请确认。",
            "{current} disputes, but no request in this year or the year before.",
        ],
    }
}
