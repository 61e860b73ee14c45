//! The rules about section 三, letter R. How an entry is written: see the module above.

macro_rules! requests {
    ($next:ident $($rest:ident)*; $($before:tt)*) => { $next! { $($rest)*; $($before)*
    /// The flow of requests does not balance in a column: what came in is not what went out.
    ///
    /// It is tested on the applicants' own cells. The column 总计 is tested only where they do not decide,
    /// so that one wrong total does not show up twice.
    R101 Error [V2019, V2021] {
        page: "该列不符合勾稽关系：第一项加第二项之和，不等于第三项加第四项之和。\n\n按各类申请人的列核对；只有这些列不能判断时才核对“总计”列，以免一个错误的合计报两次。",
        formula: ["一 + 二 = 三（七） + 四，每一列都应成立", "一 + 二 = 三（七） + 四, in every column"],
        source: ["第三部分表格的表头", "printed in the head of the table of section 三"],
        finding: [
            "“{column}”列勾稽关系不符：第一、二项合计 {left} 件（{left_parts}），第三、四项合计 {right} 件（{right_parts}），相差 {difference} 件。",
            "the column “{column}” does not balance: received and carried in are {left} ({left_parts}), processed and carried over {right} ({right_parts}), {difference} apart.",
        ],
        example: [
            "“科研机构”列勾稽关系不符：第一、二项合计 0 件（一、本年新收政府信息公开申请数量 0，二、上年结转政府信息公开申请数量 0），第三、四项合计 7 件（（七）总计 0，四、结转下年度继续办理 7），相差 7 件。",
            "the column “research institution” does not balance: received and carried in are 0 (requests newly received in the year 0, requests carried over from the previous year 0), processed and carried over 7 (total processed 0, carried over to the next year 7), 7 apart.",
        ],
    }
    /// （七）总计 is not the sum of the outcomes above it.
    R102 Error [V2019, V2021] {
        page: "（七）总计不等于以上各行办理结果之和。",
        formula: ["（七）总计 = 以上各行办理结果之和，每一列都应成立", "（七）总计 = the sum of all outcome rows, in every column"],
        source: ["由行名“总计”得出", "follows from the label 总计"],
        finding: [
            "{cell}填的是 {left} 件，以上各行办理结果之和为 {right} 件（{right_parts}），相差 {difference} 件。",
            "{cell} is stated as {left}, but the outcomes add up to {right} ({right_parts}), {difference} apart.",
        ],
        example: [
            "【（七）总计，法律服务机构】填的是 9 件，以上各行办理结果之和为 0 件（各项均为 0），相差 9 件。",
            "“total processed, legal service institution” is stated as 9, but the outcomes add up to 0 (all of them 0), 9 apart.",
        ],
    }
    /// The column 总计 of a row is not the sum of its applicants.
    R103 Error [V2019, V2021] {
        page: "某一行的总计不等于各类申请人之和。",
        formula: ["总计 = 自然人 + 五类法人或其他组织，每一行都应成立", "总计 = 自然人 + the five kinds of organisation, in every row"],
        source: ["由列名“总计”得出", "follows from the label 总计"],
        finding: [
            "{cell}填的是 {left} 件，本行各类申请人之和为 {right} 件（{right_parts}），相差 {difference} 件。",
            "{cell} is stated as {left}, but the applicants add up to {right} ({right_parts}), {difference} apart.",
        ],
        example: [
            "【（一）予以公开，总计】填的是 1 件，本行各类申请人之和为 1362 件（自然人 1288，商业企业 21，法律服务机构 50，其他 3），相差 1361 件。",
            "“granted, total” is stated as 1, but the applicants add up to 1362 (natural person 1288, commercial enterprise 21, legal service institution 50, other organisation 3), 1361 apart.",
        ],
    }
    /// A township reports requests by legal service institutions.
    ///
    /// In our reading a request that a lawyer makes for a natural person counts as 自然人. Asked only where the form states
    /// the level of the body, or `Body::infer` filled it in from the name.
    R301 Info [V2019, V2021] {
        page: "乡镇填有法律服务机构的申请。\n\n按我们的理解，律师代自然人申请的计入自然人。只有写明报告机关级别，或者由名称推定的，才核对。",
        formula: ["乡镇：一、法律服务机构 = 0", "一 by 法律服务机构 = 0 for a township"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是 {a} 件。乡镇很少收到法律服务机构的申请；按我们的理解，律师代自然人申请的计入自然人，请核实。",
            "{cell} is {a}: rare for a township; in our reading a request that a lawyer makes for a natural person counts as 自然人.",
        ],
        example: [
            "【一、本年新收政府信息公开申请数量，法律服务机构】填的是 2 件。乡镇很少收到法律服务机构的申请；按我们的理解，律师代自然人申请的计入自然人，请核实。",
            "“requests newly received in the year, legal service institution” is 2: rare for a township; in our reading a request that a lawyer makes for a natural person counts as 自然人.",
        ],
    }
    /// More than a quarter of the requests were carried over to the next year. Asked from 30 requests on.
    R302 Info [V2019, V2021] {
        page: "结转下年度的申请超过全部申请的四分之一。申请达到 30 件的才核对。",
        formula: ["四 ≤ （一 + 二）的 25%，申请达到 30 件的才核对", "四 ≤ 25 % of 一 + 二, from 30 requests on"],
        source: ["本库规则；所见报告中这一比例为 1.7% 至 8.2%", "our rule; in the reports seen the share was 1.7 to 8.2 %"],
        finding: [
            "结转下年度继续办理 {a} 件，超过全部申请（本年新收 {b} 件、上年结转 {c} 件）的四分之一，请核实。",
            "{a} requests were carried over, more than a quarter of all ({b} and {c}).",
        ],
        example: [
            "结转下年度继续办理 40 件，超过全部申请（本年新收 45 件、上年结转 0 件）的四分之一，请核实。",
            "40 requests were carried over, more than a quarter of all (45 and 0).",
        ],
    }
    } };
}
