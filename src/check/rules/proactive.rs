//! The rules about section 二, letter P. How an entry is written: see the module above.

macro_rules! proactive {
    ($next:ident $($rest:ident)*; $($before:tt)*) => { $next! { $($rest)*; $($before)*
    /// More was disclosed for the first time in the year than is disclosed in total.
    P101 Error [V2019] {
        page: "本年新公开的数量大于对外公开的总数量。",
        formula: ["本年新公开数量 ≤ 对外公开总数量", "本年新公开数量 ≤ 对外公开总数量"],
        source: ["表格的列名", "the column labels of the form"],
        finding: [
            "{row}：本年新公开数量 {a} 件，大于对外公开总数量 {b} 件，请核实。",
            "{row}: {a} newly disclosed in the year, but only {b} disclosed in total.",
        ],
        example: [
            "规章：本年新公开数量 3 件，大于对外公开总数量 2 件，请核实。",
            "rules: 3 newly disclosed in the year, but only 2 disclosed in total.",
        ],
    }
    /// The items of the previous year and the change of the year give fewer than none.
    P102 Error [V2019] {
        page: "上一年项目数量加本年增减，结果小于 0。",
        formula: ["上一年项目数量 + 本年增/减 ≥ 0", "上一年项目数量 + 本年增/减 ≥ 0"],
        source: ["表格的列名", "the column labels of the form"],
        finding: [
            "{row}：上一年项目数量 {a} 项，本年增/减 {b} 项，相加为负数，请核实。",
            "{row}: {a} items and a change of {b} leave fewer than none.",
        ],
        example: [
            "行政事业性收费：上一年项目数量 2 项，本年增/减 -3 项，相加为负数，请核实。",
            "administrative and institutional charges: 2 items and a change of -3 leave fewer than none.",
        ],
    }
    /// Projects without an amount, or an amount without projects.
    P103 Warning [V2019] {
        page: "有采购项目而没有金额，或者有金额而没有采购项目。",
        formula: ["采购项目数量 = 0 ⇔ 采购总金额 = 0", "采购项目数量 = 0 ⇔ 采购总金额 = 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：采购项目数量为 {a} 个，采购总金额为 {b}，两者应同时为 0 或同时不为 0，请核实。",
            "{row}: {a} projects and an amount of {b}; either both are 0 or none is.",
        ],
        example: [
            "政府集中采购：采购项目数量为 0 个，采购总金额为 8040.5，两者应同时为 0 或同时不为 0，请核实。",
            "centralised government procurement: 0 projects and an amount of 8040.5; either both are 0 or none is.",
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
            "{row}：现行有效件数 {a} 件，少于本年制发件数 {b} 件，请核实。",
            "{row}: {a} in force, but {b} issued in the year.",
        ],
        example: [
            "规章：现行有效件数 4 件，少于本年制发件数 5 件，请核实。",
            "rules: 4 in force, but 5 issued in the year.",
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
            "{row}：本年新制作数量 {a} 件，本年新公开数量 {b} 件，两者不同，请核实。",
            "{row}: {a} newly made in the year, {b} newly disclosed; the two differ.",
        ],
        example: [
            "规章：本年新制作数量 1 件，本年新公开数量 0 件，两者不同，请核实。",
            "rules: 1 newly made in the year, 0 newly disclosed; the two differ.",
        ],
    }
    /// Decisions were made in matters of which there are none.
    P302 Warning [V2019] {
        page: "没有事项，却作出了处理决定。",
        formula: ["处理决定数量 > 0 ⇒ 上一年项目数量 + 本年增/减 > 0", "处理决定数量 > 0 ⇒ 上一年项目数量 + 本年增/减 > 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：本年作出处理决定 {a} 件，但上一年项目数量 {b} 项加本年增/减 {c} 项后没有事项，请核实。",
            "{row}: {a} decisions, but {b} items and a change of {c} leave none.",
        ],
        example: [
            "行政处罚：本年作出处理决定 3 件，但上一年项目数量 0 项加本年增/减 0 项后没有事项，请核实。",
            "administrative penalties: 3 decisions, but 0 items and a change of 0 leave none.",
        ],
    }
    /// A large amount of procurement without a unit. The form prints none, so 元 and 万元 look alike.
    P303 Info [V2019] {
        page: "采购总金额较大而没有写单位。表格没有规定单位，无法判断是元还是万元。",
        formula: ["采购总金额 > 1000000 ⇒ 写明单位", "采购总金额 > 1000000 ⇒ the cell states its unit"],
        source: ["本库规则；表头没有写单位", "our rule; the header states no unit"],
        finding: [
            "{row}：采购总金额为 {a}，没有写明单位是元还是万元，请核实。",
            "{row}: an amount of {a} without a unit; it is not known whether it is in 元 or 万元.",
        ],
        example: [
            "政府集中采购：采购总金额为 75394432.52，没有写明单位是元还是万元，请核实。",
            "centralised government procurement: an amount of 75394432.52 without a unit; it is not known whether it is in 元 or 万元.",
        ],
    }
    /// The change of the year equals the number of the previous year: a stock may have been filled in where the form
    /// asks for a change. Asked from five items on.
    P304 Info [V2019] {
        page: "本年增/减与上一年项目数量相同：可能把总数填成了增减数。5 项以上的才核对。",
        formula: ["上一年项目数量 ≥ 5 ⇒ 本年增/减 ≠ 上一年项目数量", "上一年项目数量 ≥ 5 ⇒ 本年增/减 ≠ 上一年项目数量"],
        source: ["本库规则", "our rule"],
        finding: [
            "{row}：本年增/减 {b} 项，与上一年项目数量 {a} 项相同，请核实填报的是否为增减数。",
            "{row}: the change {b} equals the previous year's {a} items; it may be a stock, not a change.",
        ],
        example: [
            "行政强制：本年增/减 34 项，与上一年项目数量 34 项相同，请核实填报的是否为增减数。",
            "administrative compulsion: the change 34 equals the previous year's 34 items; it may be a stock, not a change.",
        ],
    }
    /// A township or a department of a county collects 10 000 万元 or more, or another department 10 000 000 万元: the amount
    /// may be in 元.
    ///
    /// Asked only where the form states that the body is of a township or is a department, or `Body::infer`
    /// filled it in from the name.
    P305 Warning [V2021] {
        page: "乡镇或者县级部门的收费达到 10000 万元，或者其他部门达到 10000000 万元：可能误以“元”为单位填报。\n\n只有写明报告机关是乡镇或者部门，或者由名称推定的，才核对。",
        formula: ["乡镇和县级部门的收费金额 < 10000 万元，其他部门 < 10000000 万元", "收费金额 < 10000 万元 for a township or a department of a county, < 10000000 万元 for another department"],
        source: ["本库规则；见过的实例：一个县的林业部门填报 119253.55 万元", "our rule; seen in a report: 119253.55 万元 by the forestry department of a county"],
        finding: [
            "{row}：本年收费金额为 {a} 万元，金额明显偏大，请核实是否误以“元”为单位填报。",
            "{row}: an amount of {a} 万元 is very large; it may be in 元.",
        ],
        example: [
            "行政事业性收费：本年收费金额为 96171600 万元，金额明显偏大，请核实是否误以“元”为单位填报。",
            "administrative and institutional charges: an amount of 96171600 万元 is very large; it may be in 元.",
        ],
    }
    /// A body without the power to make rules (规章) states figures for them.
    ///
    /// Rules are made by departments of the State Council and by governments of provinces and of cities divided into
    /// districts (Legislation Law of 2015, articles 80 and 82, until 14 March 2023; Legislation Law of 2023, articles 91 and
    /// 93, since). Asked only where the form states the body's level, or `Body::infer` filled it in from the
    /// name.
    P306 Warning [V2019, V2021] {
        page: "不具有规章制定权的机关填了规章的数字。\n\n规章由国务院部门，省、自治区、直辖市以及设区的市、自治州的人民政府制定（2023年3月15日前为2015年《立法法》第八十条、第八十二条，此后为2023年《立法法》第九十一条、第九十三条）。只有写明报告机关级别，或者由名称推定的，才核对。",
        formula: ["乡镇、县和地方部门的规章为 0 或者填“/”", "规章 = 0 or / for townships, counties and local departments"],
        source: ["《立法法》（2015年）第八十条、第八十二条；《立法法》（2023年）第九十一条、第九十三条", "立法法 (2015) articles 80 and 82; 立法法 (2023) articles 91 and 93"],
        finding: [
            "{row}：填报 {a} 件，但报告机关不具有规章制定权，请核实。",
            "{row}: {a} are stated, but the body has no power to make rules.",
        ],
        example: [
            "规章：填报 2 件，但报告机关不具有规章制定权，请核实。",
            "rules: 2 are stated, but the body has no power to make rules.",
        ],
    }
    /// The row 规章 is marked `/`. It is read as a body without the power to make rules, not as 0.
    P307 Info [V2019, V2021] {
        page: "规章一行填的是“/”。视为不具有规章制定权，不按 0 统计。",
        formula: ["规章一行填的是数字", "the row 规章 holds numbers"],
        source: ["本库规则", "our rule"],
        finding: [
            "规章一行填的是“{printed}”，视为不具有规章制定权，不按 0 统计。",
            "the row 规章 prints “{printed}”: read as a body without the power to make rules, not as 0.",
        ],
        example: [
            "规章一行填的是“/”，视为不具有规章制定权，不按 0 统计。",
            "the row 规章 prints “/”: read as a body without the power to make rules, not as 0.",
        ],
    }
    /// In every row the decisions are as many as the items: the previous year's with the change. The stock of items was
    /// probably filed as decisions. Asked where two rows or more are not 0.
    P308 Info [V2019] {
        page: "每一行的处理决定数量都等于上一年项目数量加本年增/减：可能把项目总数填成了处理决定数量。至少两行不为 0 的才核对。",
        formula: ["至少一行：处理决定数量 ≠ 上一年项目数量 + 本年增/减", "处理决定数量 ≠ 上一年项目数量 + 本年增/减 in at least one row"],
        source: ["本库规则；见于实际报告", "our rule; seen in reports"],
        finding: [
            "行政许可、其他对外管理服务事项、行政处罚、行政强制的处理决定数量都等于上一年项目数量加本年增/减，请核实是否误填为项目总数。",
            "in every row the decisions are the previous year's items with the change; a stock of items may have been filed as decisions.",
        ],
        example: [
            "行政许可、其他对外管理服务事项、行政处罚、行政强制的处理决定数量都等于上一年项目数量加本年增/减，请核实是否误填为项目总数。",
            "in every row the decisions are the previous year's items with the change; a stock of items may have been filed as decisions.",
        ],
    }
    } };
}
