//! The rules about the edition of the form, letter E. How an entry is written: see the module above.

macro_rules! editions {
    ($next:ident $($rest:ident)*; $($before:tt)*) => { $next! { $($rest)*; $($before)*
    /// A cell that the form's edition does not print.
    E101 Error [V2019, V2021] {
        page: "填了该版本表格没有的一项。",
        formula: ["没有其他版本的项", "no cell of another edition"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "{edition}的表格没有{cell}，请核实是否用错了版本。",
            "the {edition} does not print {cell}; the table may be that of another edition.",
        ],
        example: [
            "2021年版的表格没有【政府集中采购，采购项目数量】，请核实是否用错了版本。",
            "the 2021 edition does not print “centralised government procurement, projects”; the table may be that of another edition.",
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
            "（六）其他处理的行数与{edition}不符：2019年版为一行，2021年版分为三行，请核实。",
            "（六）其他处理 is not laid out as in the {edition}: one row in the 2019 edition, three in the 2021 edition.",
        ],
        example: [
            "（六）其他处理的行数与2021年版不符：2019年版为一行，2021年版分为三行，请核实。",
            "（六）其他处理 is not laid out as in the 2021 edition: one row in the 2019 edition, three in the 2021 edition.",
        ],
    }
    /// The table of section 二 follows another edition than the form.
    ///
    /// It is one finding; the cells that should not be there and those that are missing are not listed. If
    /// the form is given the edition of its table, what the table says can be checked.
    E103 Error [V2019, V2021] {
        page: "第二部分用的是另一版本的表格。\n\n只报一个问题，不逐项列出多出和缺少的项。把报告的版本改成表格的版本，就可以核对表格的内容。",
        formula: ["第二部分的表格含有只有本版本才有的项，或者不含只有其他版本才有的项", "the table of section 二 has cells that only its edition prints, or none that only another does"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "“{cell}”用的不是{edition}的表格，表内各项属于另一版本，无法按{edition}核对。",
            "the table of {cell} follows another edition, not the {edition}, so it could not be checked.",
        ],
        example: [
            "“二、主动公开政府信息情况”用的不是2021年版的表格，表内各项属于另一版本，无法按2021年版核对。",
            "the table of section 2, information disclosed proactively follows another edition, not the 2021 edition, so it could not be checked.",
        ],
    }
    /// A block of section 二 follows another edition, beside blocks of the form's own edition.
    ///
    /// The block is complete in the other edition and has no cell that only the form's edition prints. It is
    /// one finding, at the first cell that should not be there.
    E104 Error [V2019, V2021] {
        page: "第二部分有一组用的是另一版本的样式，其余各组是本版本的。\n\n这一组按另一版本是完整的，又没有只有本版本才有的项。只报一个问题，指向第一个不该有的项。",
        formula: ["第二部分没有整组属于其他版本的内容", "no block of section 二 is wholly that of another edition"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "{cell}所在的一组用的是另一版本的表格，与{edition}不符。",
            "{cell} is in a block that follows another edition, not the {edition}.",
        ],
        example: [
            "【规章，本年新制作数量】所在的一组用的是另一版本的表格，与2021年版不符。",
            "“rules, newly made in the year” is in a block that follows another edition, not the 2021 edition.",
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
        example: [
            "报告年度不适用2021年版的表格：2019、2020年度用2019年版，2021年度起用2021年版。",
            "the 2021 edition is not for this reporting year: that of 2019 is for 2019 and 2020, that of 2021 for 2021 and later.",
        ],
    }
    } };
}
