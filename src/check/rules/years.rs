//! The rules about the year before, letter Y. How an entry is written: see the module above.

macro_rules! years {
    ($next:ident $($rest:ident)*; $($before:tt)*) => { $next! { $($rest)*; $($before)*
    /// What was carried in is not what the year before carried over.
    ///
    /// The column 总计 is compared only where the applicants' own columns do not decide. Bodies that were merged, split or
    /// renamed, and corrected reports, differ for good reason.
    Y101 Warning [V2019, V2021] {
        needs: [Previous],
        strict: Error,
        page: "本年填的上年结转，与上年报告的结转下年度不一致。\n\n只有各类申请人的列不能判断时，才比较“总计”列。机关合并、分设、改名或者更正过报告的，确有理由不同。",
        formula: ["本年的二 = 上年的四，每一列都应成立", "二 of the year = 四 of the year before, in every column"],
        source: ["我们对行名“上年结转”“结转下年度”的理解", "in our reading of the labels 上年结转 and 结转下年度"],
        finding: [
            "{cell}填的是 {current} 件，上年报告“结转下年度继续办理”为 {previous} 件，两者应一致，请核实。",
            "{cell} is {current}, but the year before carried over {previous}.",
        ],
        example: [
            "【二、上年结转政府信息公开申请数量，商业企业】填的是 1 件，上年报告“结转下年度继续办理”为 0 件，两者应一致，请核实。",
            "“requests carried over from the previous year, commercial enterprise” is 1, but the year before carried over 0.",
        ],
    }
    /// The form given for the year before is of another body or year; nothing was compared with it.
    Y102 Error [V2019, V2021] {
        needs: [Previous],
        page: "作为上年报告的，不是同一机关的，或者不是上一年度的；没有作任何比较。",
        formula: ["同一机关，上一年度", "same body, year − 1"],
        source: ["本库规则", "our rule"],
        finding: [
            "用来对比的报告不是同一机关上一年度的报告，没有作年度间核对。",
            "the form to compare with is not of the same body and the year before; nothing was compared.",
        ],
        example: [
            "用来对比的报告不是同一机关上一年度的报告，没有作年度间核对。",
            "the form to compare with is not of the same body and the year before; nothing was compared.",
        ],
    }
    /// The items of the previous year are not what that year's report leads to.
    Y201 Warning [V2019] {
        needs: [Previous],
        page: "上一年项目数量，不是按上年报告推算的数量。",
        formula: ["上一年项目数量 = 上年报告的（上一年项目数量 + 本年增/减）", "上一年项目数量 = 上一年项目数量 + 本年增/减 of the year before"],
        source: ["我们对表头“上一年项目数量”的理解", "in our reading of the header 上一年项目数量"],
        finding: [
            "{cell}填的是 {current} 项，按上年报告推算为 {expected} 项，请核实。",
            "{cell} is {current}, but the report of the year before leads to {expected}.",
        ],
        example: [
            "【行政许可，上一年项目数量】填的是 4 项，按上年报告推算为 0 项，请核实。",
            "“administrative licensing, items at the end of the previous year” is 4, but the report of the year before leads to 0.",
        ],
    }
    /// More documents are in force than were in force the year before and issued since.
    Y202 Warning [V2021] {
        needs: [Previous],
        page: "现行有效的多于上年现行有效的与本年制发的之和。",
        formula: ["现行有效 ≤ 上年现行有效 + 本年制发", "现行有效 ≤ 现行有效 of the year before + 本年制发"],
        source: ["本库规则；统计范围变化时不成立", "our rule; a change of scope breaks it"],
        finding: [
            "{cell}填的是 {current} 件，多于“上年现行有效件数＋本年制发件数”{expected} 件，请核实。",
            "{cell} is {current}, more than were in force the year before and issued since, {expected}.",
        ],
        example: [
            "【规章，现行有效件数】填的是 11 件，多于“上年现行有效件数＋本年制发件数”10 件，请核实。",
            "“rules, in force” is 11, more than were in force the year before and issued since, 10.",
        ],
    }
    /// More documents are in force than follow from those of the year before: its number, with those issued and without those
    /// repealed.
    Y203 Warning [V2021] {
        needs: [Previous],
        page: "现行有效件数多于按上年报告推算的件数。",
        formula: ["现行有效 ≤ 上年现行有效 + 本年制发 − 本年废止", "现行有效 ≤ 现行有效 of the year before + 本年制发 − 本年废止"],
        source: ["本库规则；表格没有规定", "our rule; the form does not state it"],
        finding: [
            "{cell}填的是 {current} 件，按“上年现行有效件数＋本年制发件数－本年废止件数”推算为 {expected} 件，请核实。",
            "{cell} is {current}, more than follows from the year before, with those issued and without those repealed: {expected}.",
        ],
        example: [
            "【规章，现行有效件数】填的是 11 件，按“上年现行有效件数＋本年制发件数－本年废止件数”推算为 10 件，请核实。",
            "“rules, in force” is 11, more than follows from the year before, with those issued and without those repealed: 10.",
        ],
    }
    /// Fewer documents are in force than follow from those of the year before: its number, with those issued and without those
    /// repealed.
    ///
    /// Documents that lapse are not repealed (废止), so a deficit is a note.
    Y206 Info [V2021] {
        needs: [Previous],
        page: "现行有效件数少于按上年报告推算的件数。\n\n自动失效的不计入废止，因此只是提示。",
        formula: ["现行有效 ≥ 上年现行有效 + 本年制发 − 本年废止", "现行有效 ≥ 现行有效 of the year before + 本年制发 − 本年废止"],
        source: ["本库规则；表格没有规定", "our rule; the form does not state it"],
        finding: [
            "{cell}填的是 {current} 件，按“上年现行有效件数＋本年制发件数－本年废止件数”推算为 {expected} 件，请核实；自动失效等情形请说明。",
            "{cell} is {current}, fewer than follow from the year before, with those issued and without those repealed: {expected}. Documents may have lapsed.",
        ],
        example: [
            "【规章，现行有效件数】填的是 11 件，按“上年现行有效件数＋本年制发件数－本年废止件数”推算为 18 件，请核实；自动失效等情形请说明。",
            "“rules, in force” is 11, fewer than follow from the year before, with those issued and without those repealed: 18. Documents may have lapsed.",
        ],
    }
    /// More documents are disclosed in total than were the year before and were newly disclosed since.
    Y204 Warning [V2019] {
        needs: [Previous],
        page: "对外公开的总数多于上年总数与本年新公开数之和。",
        formula: ["对外公开总数量 ≤ 上年对外公开总数量 + 本年新公开数量", "对外公开总数量 ≤ 对外公开总数量 of the year before + 本年新公开数量"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是 {current} 件，多于“上年对外公开总数量＋本年新公开数量”{expected} 件，请核实。",
            "{cell} is {current}, more than the year before and newly disclosed together, {expected}.",
        ],
        example: [
            "【规章，对外公开总数量】填的是 1 件，多于“上年对外公开总数量＋本年新公开数量”0 件，请核实。",
            "“rules, disclosed in total” is 1, more than the year before and newly disclosed together, 0.",
        ],
    }
    /// In the first year of the 2021 edition more documents are in force than were disclosed before and issued since.
    Y205 Info [V2021] {
        needs: [Previous],
        page: "使用2021年版的第一年，现行有效的多于以前公开的与本年制发的之和。",
        formula: ["现行有效（2021年度）≤ 对外公开总数量（2020年度）+ 本年制发（2021年度）", "现行有效 (2021) ≤ 对外公开总数量 (2020) + 本年制发 (2021)"],
        source: ["本库规则；两个存量不是一回事", "our rule; the two stocks are not the same"],
        finding: [
            "{cell}填的是 {current} 件，多于“上年对外公开总数量＋本年制发件数”{expected} 件，请核实。",
            "{cell} is {current}, more than were disclosed the year before and issued since, {expected}.",
        ],
        example: [
            "【规章，现行有效件数】填的是 11 件，多于“上年对外公开总数量＋本年制发件数”10 件，请核实。",
            "“rules, in force” is 11, more than were disclosed the year before and issued since, 10.",
        ],
    }
    /// A figure is at least ten times the figure of the year before, or at most a tenth of it, and differs by a hundred or more.
    Y301 Info [V2019, V2021] {
        needs: [Previous],
        page: "数字是上年的十倍以上或者十分之一以下，且相差 100 以上。",
        formula: ["第二部分各项和各总计不变化十倍以上且相差 100 以上", "no total or figure of section 二 changes tenfold and by 100 or more"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是 {current} {unit}，上年为 {previous} {unit}，变化较大，请核实。",
            "{cell} is {current} after {previous} the year before.",
        ],
        example: [
            "【行政强制，本年处理决定数量】填的是 88283 件，上年为 1 件，变化较大，请核实。",
            "“administrative compulsion, decisions in the year” is 88283 after 1 the year before.",
        ],
    }
    /// Sections 三 and 四 repeat the year before, figure by figure. Asked from five requests in the year on: a few requests that ended alike
    /// in both years are no copy.
    Y302 Warning [V2019, V2021] {
        needs: [Previous],
        page: "第三、四部分的数字与上年逐项相同。申请达到 5 件的才核对：两年各有一两件申请而结果相同的，不算照抄。",
        formula: ["一 + 二 ≥ 5 ⇒ 第三、四部分与上年不同", "一 + 二 ≥ 5 ⇒ sections 三 and 四 differ from the year before"],
        source: ["本库规则；照抄以往报告是主管部门批评过的问题", "our rule; copied reports are a complaint of the supervising office"],
        finding: [
            "第三、四部分的数字与上年完全相同，疑似沿用上年数据，请核实。",
            "sections 三 and 四 are the same as the year before, figure by figure.",
        ],
        example: [
            "第三、四部分的数字与上年完全相同，疑似沿用上年数据，请核实。",
            "sections 三 and 四 are the same as the year before, figure by figure.",
        ],
    }
    /// More cases were pending at the end of the year before than there are cases in the year.
    ///
    /// Whether cases of earlier years are counted again is not stated by the notice, so this is a note.
    Y303 Info [V2019, V2021] {
        needs: [Previous],
        page: "上年年末尚未审结的案件多于本年的案件。\n\n以前年度的案件是否重复统计，通知没有写明，因此只是提示。",
        formula: ["上年尚未审结 ≤ 本年总计，每一组都应成立", "尚未审结 of the year before ≤ 总计 of the year, in every block"],
        source: ["本库规则；怎样统计没有规定", "our rule; the way of counting is not stated"],
        finding: [
            "{cell}填的是 {current} 件，少于上年尚未审结的 {previous} 件，请核实。",
            "{cell} is {current}, fewer than the {previous} that were pending the year before.",
        ],
        example: [
            "【行政诉讼 未经复议直接起诉，总计】填的是 26 件，少于上年尚未审结的 27 件，请核实。",
            "“litigation without prior reconsideration, total” is 26, fewer than the 27 that were pending the year before.",
        ],
    }
    /// An amount of money grew ten thousandfold or more: 元 may have been filled in for 万元.
    Y304 Warning [V2019, V2021] {
        needs: [Previous],
        page: "金额是上年的一万倍以上：可能误以“元”为单位填报。",
        formula: ["金额 < 上年金额的 10000 倍", "amount < 10000 × the amount of the year before"],
        source: ["本库规则", "our rule"],
        finding: [
            "{cell}填的是 {current}，上年为 {previous}，相差一万倍以上，请核实是否误以“元”为单位填报。",
            "{cell} is {current} after {previous} the year before; the unit may be wrong.",
        ],
        example: [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是 96171.6，上年为 9.61716，相差一万倍以上，请核实是否误以“元”为单位填报。",
            "“administrative and institutional charges, amount collected in the year” is 96171.6 after 9.61716 the year before; the unit may be wrong.",
        ],
    }
    /// Disputes without any request in this year and the year before. They may concern proactive disclosure.
    Y305 Info [V2019, V2021] {
        needs: [Previous],
        page: "本年和上年都没有申请，却有行政复议或者行政诉讼。这些案件可能涉及主动公开。",
        formula: ["复议、诉讼 > 0 ⇒ 本年或者上年的 一 + 二 > 0", "disputes > 0 ⇒ 一 + 二 > 0 in the year or the year before"],
        source: ["本库规则", "our rule"],
        finding: [
            "本年有行政复议或者行政诉讼 {current} 件，但本年和上年都没有收到申请，请核实。",
            "there are disputes ({current}), but there was no request in this year or the year before.",
        ],
        example: [
            "本年有行政复议或者行政诉讼 1 件，但本年和上年都没有收到申请，请核实。",
            "there are disputes (1), but there was no request in this year or the year before.",
        ],
    }
    } };
}
