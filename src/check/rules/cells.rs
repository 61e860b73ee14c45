//! The rules about single cells, letter C. How an entry is written: see the module above.

macro_rules! cells {
    ($next:ident $($rest:ident)*; $($before:tt)*) => { $next! { $($rest)*; $($before)*
    /// A cell that the form prints is empty.
    ///
    /// An empty cell is not 0: sums that need it cannot be assessed.
    C101 Warning [V2019, V2021] {
        strict: Error,
        page: "应填数字的一项是空白。\n\n空白不等于 0：用到该项的合计无法核对。",
        formula: ["该项不为空白", "the cell is not blank"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}为空白，应填数字；没有发生的填 0。",
            "{cell} is blank and wants a number; where there is nothing to count, it is 0.",
        ],
        example: [
            "【行政许可，本年处理决定数量】为空白，应填数字；没有发生的填 0。",
            "“administrative licensing, decisions in the year” is blank and wants a number; where there is nothing to count, it is 0.",
        ],
    }
    /// A cell prints `/` or another mark for "does not apply" where the form wants a number.
    ///
    /// In the row 规章 the mark is usual for bodies that have no power to make rules, and is accepted when
    /// the whole row bears it.
    C102 Warning [V2019, V2021] {
        strict: Error,
        page: "应填数字的一项填了“/”或者其他表示不适用的符号。\n\n没有规章制定权的机关，规章一行通常填“/”，整行都这样填的予以认可。",
        formula: ["除规章整行外，各项不填“/”等表示不适用的符号", "the cell is not marked as not applicable, except the whole row 规章"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是“{printed}”，应填数字；没有发生的填 0。",
            "{cell} prints “{printed}” where the form wants a number; where there is nothing to count, it is 0.",
        ],
        example: [
            "【行政强制，本年处理决定数量】填的是“/”，应填数字；没有发生的填 0。",
            "“administrative compulsion, decisions in the year” prints “/” where the form wants a number; where there is nothing to count, it is 0.",
        ],
    }
    /// A cell of the form is not in the source, though the rest of its table is.
    C103 Error [V2019, V2021] {
        page: "表格其余各项都在，唯独缺少这一项。",
        formula: ["该版本表格的每一项都在", "every cell that the edition prints is there"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "缺少{cell}。",
            "{cell} is missing.",
        ],
        example: [
            "缺少【行政许可，本年处理决定数量】。",
            "“administrative licensing, decisions in the year” is missing.",
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
        example: [
            "没有找到“四、政府信息公开行政复议、行政诉讼情况”的表格，该部分无法核对。",
            "the table of section 4, reconsideration and litigation is missing, so nothing in it could be checked.",
        ],
    }
    /// A total is empty, though all of its parts are filled in.
    C105 Warning [V2019, V2021] {
        page: "各分项都已填写，合计却是空白。",
        formula: ["各分项已填的合计不为空白", "a total whose parts are filled in is not blank"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}为空白，按各分项之和应填 {right} {unit}。",
            "{cell} is blank; its parts add up to {right}.",
        ],
        example: [
            "【（一）予以公开，总计】为空白，按各分项之和应填 1362 件。",
            "“granted, total” is blank; its parts add up to 1362.",
        ],
    }
    /// A cell says in words that there is nothing to count.
    ///
    /// The words are not read as 0.
    C201 Warning [V2019, V2021] {
        strict: Error,
        page: "该项用文字表示没有发生。\n\n文字不会当作 0。",
        formula: ["该项不填“无”“没有”等文字", "the cell does not hold 无, 没有 or the like"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是文字“{printed}”，应填数字 0。",
            "{cell} prints the word “{printed}”; the figure is 0.",
        ],
        example: [
            "【行政强制，本年处理决定数量】填的是文字“无”，应填数字 0。",
            "“administrative compulsion, decisions in the year” prints the word “无”; the figure is 0.",
        ],
    }
    /// A cell holds something that is not a number.
    C202 Error [V2019, V2021] {
        page: "该项填的内容不是数字。",
        formula: ["该项填的是数字", "the cell holds a number"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "{cell}填的是“{printed}”，不是数字，请核实。",
            "{cell} prints “{printed}”, which is not a number.",
        ],
        example: [
            "【行政强制，本年处理决定数量】填的是“详见附件”，不是数字，请核实。",
            "“administrative compulsion, decisions in the year” prints “详见附件”, which is not a number.",
        ],
    }
    /// A count or an amount is negative. Only 本年增/减 may be.
    C203 Error [V2019, V2021] {
        page: "数量或者金额为负数。只有“本年增/减”可以为负。",
        formula: ["数字不小于 0", "the number is 0 or more"],
        source: ["由统计内容得出", "follows from what is counted"],
        finding: [
            "{cell}填的是 {printed}，不能为负数，请核实。",
            "{cell} prints {printed}, but cannot be negative.",
        ],
        example: [
            "【行政强制，本年处理决定数量】填的是 -1，不能为负数，请核实。",
            "“administrative compulsion, decisions in the year” prints -1, but cannot be negative.",
        ],
    }
    /// A count has digits behind the point.
    C204 Error [V2019, V2021] {
        page: "数量带有小数。",
        formula: ["数字为整数", "the number is whole"],
        source: ["由统计内容得出", "follows from what is counted"],
        finding: [
            "{cell}填的是 {printed}，应为整数，请核实。",
            "{cell} prints {printed}, but counts whole things.",
        ],
        example: [
            "【行政强制，本年处理决定数量】填的是 1.5，应为整数，请核实。",
            "“administrative compulsion, decisions in the year” prints 1.5, but counts whole things.",
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
            "{cell}填的是 {printed}，数值过大，请核实。",
            "{cell} prints {printed}, which is too large to be right.",
        ],
        example: [
            "【行政强制，本年处理决定数量】填的是 4294967296，数值过大，请核实。",
            "“administrative compulsion, decisions in the year” prints 4294967296, which is too large to be right.",
        ],
    }
    /// An amount has more than six digits behind the point, finer than a fen in 万元.
    C206 Error [V2019, V2021] {
        page: "金额的小数超过六位，以万元计时比分还小。",
        formula: ["金额 × 10⁶ 为整数", "amount × 10⁶ is whole"],
        source: ["本库的上限；实际报告中金额最多有六位小数", "our bound; the finest amount seen in a real report has six decimals"],
        finding: [
            "{cell}填的是 {printed}，小数超过六位，请核实。",
            "{cell} prints {printed}, with more than six digits behind the point.",
        ],
        example: [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是 0.1234567，小数超过六位，请核实。",
            "“administrative and institutional charges, amount collected in the year” prints 0.1234567, with more than six digits behind the point.",
        ],
    }
    /// A cell states a unit other than that of its column, though one of the same kind, as 元 in the column
    /// headed 万元.
    ///
    /// The amount is kept with the unit that the cell states.
    C301 Warning [V2019, V2021] {
        strict: Error,
        page: "该项写明的单位与该列单位不同，但属于同一类，例如在以万元为单位的一列写“元”。\n\n金额按所填单位保留。",
        formula: ["所填单位与该列单位相同", "unit in the cell = unit of the column"],
        source: ["表头“本年收费金额（单位：万元）”", "the header 本年收费金额（单位：万元）"],
        finding: [
            "{cell}填的是“{printed}”，与该列单位“{unit}”不一致，本次核对按所填单位换算，请核实金额。",
            "{cell} prints “{printed}”, but the column counts in {unit}; it is read in the unit that the cell states.",
        ],
        example: [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是“3940元”，与该列单位“万元”不一致，本次核对按所填单位换算，请核实金额。",
            "“administrative and institutional charges, amount collected in the year” prints “3940元”, but the column counts in ten thousand yuan; it is read in the unit that the cell states.",
        ],
    }
    /// A cell that counts things states a unit of money, or the other way round.
    C302 Error [V2019, V2021] {
        page: "数量写了金额单位，或者金额写了件数单位。",
        formula: ["数量不带金额单位，金额不带件数单位", "a count has no unit of money, an amount no unit of things"],
        source: ["由统计内容得出", "follows from what is counted"],
        finding: [
            "{cell}填的是“{printed}”，单位与统计内容不符，请核实。",
            "{cell} prints “{printed}”, a unit that does not fit what is counted.",
        ],
        example: [
            "【行政强制，本年处理决定数量】填的是“12万元”，单位与统计内容不符，请核实。",
            "“administrative compulsion, decisions in the year” prints “12万元”, a unit that does not fit what is counted.",
        ],
    }
    } };
}
