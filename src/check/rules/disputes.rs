//! The rules about section 四, letter D. How an entry is written: see the module above.

macro_rules! disputes {
    ($next:ident $($rest:ident)*; $($before:tt)*) => { $next! { $($rest)*; $($before)*
    /// The column 总计 of a block of section 四 is not the sum of its results.
    ///
    /// Cases that are still pending are part of the total.
    D101 Error [V2019, V2021] {
        page: "第四部分某一组的总计不等于各项结果之和。\n\n尚未审结的计入总计。",
        formula: ["总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结，每一组都应成立", "总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结, in every block"],
        source: ["由列名“总计”得出", "follows from the label 总计"],
        finding: [
            "{cell}填的是 {left} 件，各项结果（含尚未审结）之和为 {right} 件（{right_parts}），相差 {difference} 件。",
            "{cell} is stated as {left}, but the results, pending cases included, add up to {right} ({right_parts}), {difference} apart.",
        ],
        example: [
            "【行政诉讼 未经复议直接起诉，总计】填的是 25 件，各项结果（含尚未审结）之和为 26 件（结果维持 13，结果纠正 4，其他结果 8，尚未审结 1），相差 1 件。",
            "“litigation without prior reconsideration, total” is stated as 25, but the results, pending cases included, add up to 26 (upheld 13, corrected 4, other result 8, pending 1), 1 apart.",
        ],
    }
    /// Suits without prior reconsideration, though requests were refused and none ended in a way that may go to court at once.
    ///
    /// Since 2024 a refusal under articles 14 to 16 is subject to mandatory prior reconsideration (Administrative Reconsideration
    /// Law of 2023, article 23), while 行政查询事项, 无法提供 and 不予处理 may go to court at once. Proactive disclosure and other
    /// acts may go to court at once, too (法释〔2025〕8号, article 1), so this is a note.
    D301 Info [V2019, V2021] {
        page: "本年没有“无法提供”“不予处理”的申请，却有未经复议直接起诉的案件。\n\n2024年起，对依《政府信息公开条例》第十四条至第十六条不予公开不服的，应当先申请行政复议（2023年《行政复议法》第二十三条）；行政查询事项、无法提供、不予处理的可以直接起诉。对主动公开等其他行为也可以直接起诉（法释〔2025〕8号第一条），因此只是提示。",
        formula: ["年度 ≥ 2024 且（三）1 至 7 > 0 且（三）8 +（四）+（五）= 0 ⇒ 未经复议直接起诉 = 0", "year ≥ 2024 ∧ （三）1 to 7 > 0 ∧ （三）8 + （四） + （五） = 0 ⇒ 未经复议直接起诉 = 0"],
        source: ["《行政复议法》（2023年）第二十三条第一款第四项；法释〔2025〕8号第一条", "行政复议法 (2023) article 23(1)(4); 法释〔2025〕8号 article 1"],
        finding: [
            "未经复议直接起诉的案件有 {a} 件，但本年没有“行政查询事项”“无法提供”“不予处理”的申请，请核实。",
            "{a} suits without prior reconsideration, though no request ended as 行政查询事项, 无法提供 or 不予处理.",
        ],
        example: [
            "未经复议直接起诉的案件有 26 件，但本年没有“行政查询事项”“无法提供”“不予处理”的申请，请核实。",
            "26 suits without prior reconsideration, though no request ended as 行政查询事项, 无法提供 or 不予处理.",
        ],
    }
    } };
}
