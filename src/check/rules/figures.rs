//! The rules about the figures of the text, letter N. How an entry is written: see the module above.

macro_rules! figures {
    ($next:ident $($rest:ident)*; $($before:tt)*) => { $next! { $($rest)*; $($before)*
    /// Information disclosed by channel does not add up to the total that the text states.
    N101 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "各渠道公开的信息之和，不等于正文所写的总数。",
        formula: ["正文中，各公开渠道之和 = 主动公开政府信息", "in the text, the channels of disclosure add up to 主动公开政府信息"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和为 {expected}，两者不符，请核实：“{list}”。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected}: “{list}”.",
        ],
        example: [
            "正文写主动公开政府信息 60，所列各项之和为 61，两者不符，请核实：“2024年主动公开政府信息【60】条，其中通过政府网站公开信息［41］条，通过其他方式公开信息［20］条”。",
            "the text states 60 for “information disclosed proactively”, but the parts it lists add up to 61: “2024年主动公开政府信息【60】条，其中通过政府网站公开信息［41］条，通过其他方式公开信息［20］条”.",
        ],
    }
    /// Information disclosed by kind does not add up to the total that the text states. The kinds are those that the report lists.
    N102 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "各类公开的信息之和，不等于正文所写的总数。类别以报告所列的为准。",
        formula: ["正文中，各类信息之和 = 主动公开政府信息", "in the text, the kinds of information add up to 主动公开政府信息"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和为 {expected}，两者不符，请核实：“{list}”。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected}: “{list}”.",
        ],
        example: [
            "正文写主动公开政府信息 60，所列各项之和为 59，两者不符，请核实：“2024年主动公开政府信息【60】条，其中通过政府网站公开信息40条，通过其他方式公开信息20条。其中，概况信息［10］条，其他信息［49］条”。",
            "the text states 60 for “information disclosed proactively”, but the parts it lists add up to 59: “2024年主动公开政府信息【60】条，其中通过政府网站公开信息40条，通过其他方式公开信息20条。其中，概况信息［10］条，其他信息［49］条”.",
        ],
    }
    /// Requests by channel do not add up to the requests received or handled that the text states. Those of requests handled may lack what was carried in. One channel alone is not taken for a list.
    N103 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "各渠道的申请之和，不等于正文所写收到或者办理的申请。办理的申请还包括上年结转的，所列可能不含。只有一个渠道的不算列举。",
        formula: [
            "正文中，当面、传真、网络、信函等渠道之和 = 收到申请，或者（可再加上年结转）= 办理申请",
            "in the text, 当面, 传真, 网络, 信函 and other channels add up to 收到申请 or, alone or with 上年结转, to 办理申请",
        ],
        source: ["2014—2018年的统计表；此后为本库规则", "the statistics form of 2014 to 2018; our rule since"],
        finding: [
            "正文写{subject} {stated}，所列各项之和为 {expected}，两者不符，请核实：“{list}”。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected}: “{list}”.",
        ],
        example: [
            "正文写新收申请 3153 件，所列各项之和为 3119 件，两者不符，请核实：“全年收到政府信息公开申请【3153】件，同比增长2.06%。其中网络申请［3000］件，信函申请［119］件”。",
            "the text states 3153 for “requests received”, but the parts it lists add up to 3119: “全年收到政府信息公开申请【3153】件，同比增长2.06%。其中网络申请［3000］件，信函申请［119］件”.",
        ],
    }
    /// The outcomes that the text lists do not add up to the total that it states. They may lack what was carried over, and beside the requests received they may have what was carried in.
    N104 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "正文所列办理结果之和，不等于其所写的总数。所列的可能不含结转下年度的；总数为收到的申请的，所列的可能还包括上年结转的。",
        formula: [
            "正文中，各项办理结果之和（或者再加结转下年度）= 所写的总数，或者 = 收到申请 + 上年结转",
            "in the text, the outcomes, or with 结转下年度, add up to a stated total, or to 收到申请 with 上年结转",
        ],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和为 {expected}，两者不符，请核实：“{list}”。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected}: “{list}”.",
        ],
        example: [
            "正文写答复或办结申请 3050 件，所列各项之和为 2863 件，两者不符，请核实：“答复申请【3050】件，按时办结3000件，延期办结50件，结转下年度103件。办理结果为：予以公开［1362］件，占44.66%，部分公开［454］件，不予公开［178］件，无法提供［781］件，不予处理［88］件”。",
            "the text states 3050 for “requests processed”, but the parts it lists add up to 2863: “答复申请【3050】件，按时办结3000件，延期办结50件，结转下年度103件。办理结果为：予以公开［1362］件，占44.66%，部分公开［454］件，不予公开［178］件，无法提供［781］件，不予处理［88］件”.",
        ],
    }
    /// 按时办结 and 延期办结 do not add up to the total that the text states.
    N105 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "按时办结与延期办结之和，不等于正文所写的总数。",
        formula: ["正文中，按时办结 + 延期办结 + 逾期办结 = 所写的总数", "in the text, 按时办结 + 延期办结 + 逾期办结 = a stated total"],
        source: ["2014—2018年的统计表；此后为本库规则", "the statistics form of 2014 to 2018; our rule since"],
        finding: [
            "正文写{subject} {stated}，所列各项之和为 {expected}，两者不符，请核实：“{list}”。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected}: “{list}”.",
        ],
        example: [
            "正文写答复或办结申请 3050 件，所列各项之和为 3119 件，两者不符，请核实：“答复申请【3050】件，按时办结［3000］件，延期办结［119］件”。",
            "the text states 3050 for “requests processed”, but the parts it lists add up to 3119: “答复申请【3050】件，按时办结［3000］件，延期办结［119］件”.",
        ],
    }
    /// The results of disputes that the text lists do not add up to the number of disputes that it states.
    N106 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "正文所列行政复议或者行政诉讼结果之和，不等于其所写的件数。",
        formula: ["正文中，各项结果之和 = 行政复议或者行政诉讼", "in the text, the results add up to 行政复议 or 行政诉讼"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和为 {expected}，两者不符，请核实：“{list}”。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected}: “{list}”.",
        ],
        example: [
            "正文写行政复议 351 件，所列各项之和为 173 件，两者不符，请核实：“政府信息公开行政复议【351】件，其中维持［72］件，纠正［64］件，尚未审结［37］件”。",
            "the text states 351 for “reconsiderations”, but the parts it lists add up to 173: “政府信息公开行政复议【351】件，其中维持［72］件，纠正［64］件，尚未审结［37］件”.",
        ],
    }
    /// What single bodies collected of the information-processing fee does not add up to the total that the text states.
    N107 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "各机关收取的信息处理费之和，不等于正文所写的总额。",
        formula: ["正文中，各机关收取的信息处理费之和 = 收取总额", "in the text, the parts of 信息处理费 add up to the amount collected"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，所列各项之和为 {expected}，两者不符，请核实：“{list}”。",
            "the text states {stated} for “{subject}”, but the parts it lists add up to {expected}: “{list}”.",
        ],
        example: [
            "正文写实际收取的信息处理费 3940 元，所列各项之和为 3950 元，两者不符，请核实：“实际收取信息处理费【3940】元，其中市本级［3000］元，县区［950］元”。",
            "the text states 3940 元 for “information-processing fee collected”, but the parts it lists add up to 3950 元: “实际收取信息处理费【3940】元，其中市本级［3000］元，县区［950］元”.",
        ],
    }
    /// More of the information-processing fee was collected than was notified.
    N108 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "实际收取的信息处理费多于通知收取的。",
        formula: ["正文中，实际收取的费用 ≤ 通知收取的费用", "in the text, the fee collected ≤ the fee notified"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写实际收取信息处理费 {stated}，多于通知收取的 {expected}，请核实。",
            "the text states a fee of {stated} collected, more than the {expected} notified.",
        ],
        example: [
            "正文写实际收取信息处理费 3940 元，多于通知收取的 3900 元，请核实。",
            "the text states a fee of 3940 元 collected, more than the 3900 元 notified.",
        ],
    }
    /// The information-processing fee is not a multiple of 10 元, though every tariff is.
    N109 Info [V2021] {
        needs: [Narrative],
        page: "信息处理费不是 10 元的倍数，而各项收费标准都是。",
        formula: ["收取的费用是 10 元的倍数", "the fee collected is a multiple of 10 元"],
        source: ["国办函〔2020〕109号", "国办函〔2020〕109号"],
        finding: [
            "正文写收取信息处理费 {stated}，不是 10 元的倍数，而各项收费标准都是 10 元的倍数，请核实。",
            "the text states a fee of {stated}; every tariff is a multiple of 10 元.",
        ],
        example: [
            "正文写收取信息处理费 3945 元，不是 10 元的倍数，而各项收费标准都是 10 元的倍数，请核实。",
            "the text states a fee of 3945 元; every tariff is a multiple of 10 元.",
        ],
    }
    /// The requests received, or handled, differ between text and table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N201 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "正文所写收到或者办理的申请与表格不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的收到申请 = 一，或者 一 + 二；办理申请 = 一 + 二、一 或者（七）总计", "收到申请 in the text = 一, or 一 + 二; 办理申请 = 一 + 二, 一 or （七）总计"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
        example: [
            "正文写新收申请 3118 件，表格为 3119 件（【一、本年新收政府信息公开申请数量，总计】 3119），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text states 3118 for “requests received”, the table 3119 (“requests newly received in the year, total” 3119). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    }
    /// The requests carried in from the year before differ between text and table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N202 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "正文所写上年结转的申请与表格不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的上年结转 = 二", "上年结转 in the text = 二"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
        example: [
            "正文写上年结转 35 件，表格为 34 件（【二、上年结转政府信息公开申请数量，总计】 34），两者不符，请核实。如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。",
            "the text states 35 for “requests carried in”, the table 34 (“requests carried over from the previous year, total” 34). That is no contradiction if the text counts the whole jurisdiction and the table the body's own office.",
        ],
    }
    /// The requests answered or concluded differ between text and table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N203 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "正文所写答复或者办结的申请与表格不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的答复或者办结 =（七）总计", "答复 or 办结 in the text = （七）总计"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
        example: [
            "正文写答复或办结申请 3049 件，表格为 3050 件（【（七）总计，总计】 3050），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text states 3049 for “requests processed”, the table 3050 (“total processed, total” 3050). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    }
    /// The requests carried over to the next year differ between text and table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N204 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "正文所写结转下年度的申请与表格不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的结转下年度 = 四", "结转下年度 in the text = 四"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
        example: [
            "正文写结转下年度 104 件，表格为 103 件（【四、结转下年度继续办理，总计】 103），两者不符，请核实。如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。",
            "the text states 104 for “requests carried over”, the table 103 (“carried over to the next year, total” 103). That is no contradiction if the text counts the whole jurisdiction and the table the body's own office.",
        ],
    }
    /// Requests by channel do not add up to the requests received in the table. One channel alone is not taken for a list.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N205 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "各渠道的申请之和，不等于表格中收到的申请。只有一个渠道的不算列举。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文中当面、传真、网络、信函等渠道之和 = 一，或者 一 + 二", "当面, 传真, 网络, 信函 and other channels in the text = 一, or 一 + 二"],
        source: ["2014—2018年的统计表；此后为本库规则", "the statistics form of 2014 to 2018; our rule since"],
        finding: [
            "正文所列各渠道申请之和为 {stated}（{quotes}），表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the channels in the text add up to {stated} ({quotes}), the table has {expected} ({cells}).{scope}",
        ],
        example: [
            "正文所列各渠道申请之和为 3118 件（网络申请 3000，信函申请 118），表格为 3119 件（【一、本年新收政府信息公开申请数量，总计】 3119），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the channels in the text add up to 3118 (received over the internet 3000, received by letter 118), the table has 3119 (“requests newly received in the year, total” 3119). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    }
    /// 按时办结 and 延期办结 do not add up to the requests processed in the table.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N206 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "按时办结与延期办结之和，不等于表格中办理的申请。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文中按时办结 + 延期办结 + 逾期办结 =（七）总计、一，或者 一 + 二", "按时办结 + 延期办结 + 逾期办结 in the text = （七）总计, 一, or 一 + 二"],
        source: ["2014—2018年的统计表；此后为本库规则", "the statistics form of 2014 to 2018; our rule since"],
        finding: [
            "正文所列按时、延期等办结之和为 {stated}（{quotes}），表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the requests concluded on time or later add up to {stated} in the text ({quotes}), the table has {expected} ({cells}).{scope}",
        ],
        example: [
            "正文所列按时、延期等办结之和为 3049 件（按时办结 3000，延期办结 49），表格为 3050 件（【（七）总计，总计】 3050），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the requests concluded on time or later add up to 3049 in the text (concluded on time 3000, concluded after extension 49), the table has 3050 (“total processed, total” 3050). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    }
    /// An outcome differs between text and table. A group is compared with all of its rows.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N207 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "正文所写的某项办理结果与表格不同。按组写的，与组内各行合计比较。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的予以公开、部分公开、不予公开等办理结果 = 表格各行", "予以公开, 部分公开, 不予公开 and the other outcomes in the text = the rows of the table"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
        example: [
            "正文写予以公开 1361 件，表格为 1362 件（【（一）予以公开，总计】 1362），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text states 1361 for “granted”, the table 1362 (“granted, total” 1362). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    }
    /// Reply types of the vocabulary before 2019 do not add up to the row that counts them today.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N208 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "按2019年以前口径所写的答复类型之和，与现行表格对应行的数据不一致。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["属于已主动公开范围 + 同意公开 =（一）；同意部分公开 =（二）；信息不存在 + 不属于本机关公开 =（四）1", "属于已主动公开范围 + 同意公开 = （一）; 同意部分公开 = （二）; 信息不存在 + 不属于本机关公开 = （四）1"],
        source: ["我们对旧口径的理解", "our reading of the earlier vocabulary"],
        finding: [
            "正文沿用2019年以前的口径，{quotes}{total}，与现行表格对应行的数据不一致，表格为 {expected}（{cells}），请核实。{scope}",
            "by the earlier vocabulary the text states {quotes}{total}, the table {expected} ({cells}).{scope}",
        ],
        example: [
            "正文沿用2019年以前的口径，同意公开 3，与现行表格对应行的数据不一致，表格为 4 件（【（一）予以公开，总计】 4），请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "by the earlier vocabulary the text states granted (earlier term) 3, the table 4 (“granted, total” 4). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    }
    /// Disputes differ between text and table. 行政诉讼 is compared with both of its blocks together.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N209 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "正文所写的行政复议或者行政诉讼与表格不同。行政诉讼与两组的合计比较。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的行政复议、行政诉讼及其结果 = 第四部分", "行政复议 and 行政诉讼 in the text, and their results, = section 四"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
        example: [
            "正文写行政复议 350 件，表格为 351 件（【行政复议，总计】 351），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text states 350 for “reconsiderations”, the table 351 (“administrative reconsideration, total” 351). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    }
    /// Documents, decisions or fees in the text are not those of section 二.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N210 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "正文所写的文件、处理决定或者收费与第二部分不同。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["正文的制发、废止、现行有效、行政许可、行政处罚、行政强制和行政事业性收费 = 第二部分", "制发, 废止, 现行有效, 行政许可, 行政处罚, 行政强制 and 行政事业性收费 in the text = section 二"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写{subject} {stated}，表格为 {expected}（{cells}），两者不符，请核实。{scope}",
            "the text states {stated} for “{subject}”, the table {expected} ({cells}).{scope}",
        ],
        example: [
            "正文写现行有效规范性文件 67 件，表格为 66 件（【行政规范性文件，现行有效件数】 66），两者不符，请核实。如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。",
            "the text states 67 for “normative documents in force”, the table 66 (“administrative normative documents, in force” 66). That is no contradiction if the text counts the whole jurisdiction and the table the body's own office.",
        ],
    }
    /// More of the information-processing fee was collected than of all 行政事业性收费, of which it is one. The text states
    /// it in 元, the table in 万元.
    N211 Info [V2021] {
        needs: [Narrative],
        page: "正文所写收取的信息处理费多于第二部分的行政事业性收费，而信息处理费属于行政事业性收费。正文以元计，表格以万元计。",
        formula: ["正文的信息处理费 ≤ 第二部分的行政事业性收费", "信息处理费 in the text ≤ 行政事业性收费 in section 二"],
        source: ["皖财综〔2021〕28号、财办库〔2020〕254号：收入科目103049950", "皖财综〔2021〕28号, 财办库〔2020〕254号: revenue item 103049950"],
        finding: [
            "正文写{subject} {stated}，多于表格的行政事业性收费（{cells}），请核实。{scope}",
            "the text states {stated} for “{subject}”, more than all 行政事业性收费 of the table ({cells}).{scope}",
        ],
        example: [
            "正文写实际收取的信息处理费 3940 元，多于表格的行政事业性收费（【行政事业性收费，本年收费金额（单位：万元）】 0.39），请核实。如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。",
            "the text states 3940 元 for “information-processing fee collected”, more than all 行政事业性收费 of the table (“administrative and institutional charges, amount collected in the year” 0.39). That is no contradiction if the text counts the whole jurisdiction and the table the body's own office.",
        ],
    }
    /// A percentage is not the share that the figures give. It may be rounded to nearest, down or up at its last digit; 100 % is all.
    N301 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "所写的百分比不是按数字算出的占比。末位四舍五入、舍去或者进位都可以；100% 指全部。",
        formula: ["所写占比 = 部分 / 全部；全部以正文所称为准，没有写的按办理或者收到的申请", "a stated share = part / whole; the whole is what the text claims, else the requests processed or received"],
        source: ["本库规则；相差不到所写百分数末位的一个单位（末尾的 0 不计，最细到 0.01 个百分点）", "our rule; tolerance: less than one unit of the last digit printed, trailing zeros aside, and of 0.01 percentage points at the finest"],
        finding: [
            "正文写{subject}占 {stated}，按数字计算为 {expected}，请核实。",
            "the text states {stated} for “{subject}”; the figures give {expected}.",
        ],
        example: [
            "正文写予以公开占 45.66%，按数字计算为 44.66%，请核实。",
            "the text states 45.66 % for “granted”; the figures give 44.66 %.",
        ],
    }
    /// A change since the year before is not what the tables of both years give. A percentage may be rounded to nearest, down or up at its last digit; a number must be exact.
    N302 Info [V2019, V2021] {
        needs: [Narrative, Previous],
        page: "所写比上年的变化，不是两年表格算出的变化。百分比末位四舍五入、舍去或者进位都可以；写增减件数的，应当相等。",
        formula: ["所写的变化 = 本年与上年两张表格算出的变化", "a stated change = the tables of the year and the year before"],
        source: ["本库规则；相差不到所写百分数末位的一个单位（末尾的 0 不计，最细到 0.01 个百分点）", "our rule; tolerance: less than one unit of the last digit printed, trailing zeros aside, and of 0.01 percentage points at the finest"],
        finding: [
            "正文写{subject}同比变化 {stated}，按两年的表格计算为 {expected}，请核实。",
            "the text states a change of {stated} for “{subject}”; the tables of both years give {expected}.",
        ],
        example: [
            "正文写新收申请同比变化 2.16%，按两年的表格计算为 2.06%，请核实。",
            "the text states a change of 2.16 % for “requests received”; the tables of both years give 2.06 %.",
        ],
    }
    /// The text says in words that there was none, and the table counts some.
    ///
    /// A body may count its own office in the text and the whole jurisdiction in the table, or the other way; the finding says which scope would fit. If the text states several figures, of several bodies perhaps, one that agrees is enough.
    N401 Warning [V2019, V2021] {
        needs: [Narrative],
        strict: Error,
        page: "正文写明没有，表格却有数字。\n\n正文可能只统计本机关，而表格统计整个行政区域，或者相反；提示中会写明按哪种范围相符。正文对同一事项写有几个数字的（例如分属几个机关），有一个相符即可。",
        formula: ["未收到、未发生、没有、无 ⇒ 各项为 0", "未收到, 未发生, 没有, 无 ⇒ the cells are 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文写没有{subject}，表格为 {expected}（{cells}），请核实。{scope}",
            "the text says that there was none of “{subject}”, the table has {expected} ({cells}).{scope}",
        ],
        example: [
            "正文写没有新收申请，表格为 5 件（【一、本年新收政府信息公开申请数量，总计】 5），请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text says that there was none of “requests received”, the table has 5 (“requests newly received in the year, total” 5). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    }
    /// The text says that every case was upheld or none lost, and the table counts cases that were corrected, or pending ones that the text does not mention; or it says that every case was upheld, and the table counts other results.
    N402 Info [V2019, V2021] {
        needs: [Narrative],
        page: "正文称全部获得维持或者没有败诉，表格却有纠正的，或者有正文没有提到的未审结案件；称全部获得维持的，表格却有其他结果。",
        formula: [
            "均获维持、零纠错、零败诉 ⇒ 结果纠正 = 0，且尚未审结 = 0（正文写明的除外）；均获维持 ⇒ 其他结果 = 0",
            "均获维持, 零纠错, 零败诉 ⇒ 结果纠正 = 0, and 尚未审结 = 0 unless the text states it; 均获维持 ⇒ 其他结果 = 0",
        ],
        source: ["本库规则", "our rule"],
        finding: [
            "正文称均获维持或者没有败诉、纠错，但表格显示：{cells}，请核实。",
            "the text says that every case was upheld or none lost; the table has {cells}.",
        ],
        example: [
            "正文称均获维持或者没有败诉、纠错，但表格显示：【行政诉讼 未经复议直接起诉，结果纠正】 4，【行政诉讼 复议后起诉，结果纠正】 1，【行政诉讼 未经复议直接起诉，尚未审结】 1，【行政诉讼 复议后起诉，尚未审结】 6，请核实。",
            "the text says that every case was upheld or none lost; the table has “litigation without prior reconsideration, corrected” 4, “litigation after reconsideration, corrected” 1, “litigation without prior reconsideration, pending” 1, “litigation after reconsideration, pending” 6.",
        ],
    }
    /// Requests were given up because a fee was not paid, though the text says that no fee notice was issued.
    N403 Warning [V2021] {
        needs: [Narrative],
        page: "有因逾期不缴费而不再处理的申请，正文却称没有发出收费通知。",
        formula: ["正文称没有发出收费通知 ⇒（六）2 = 0", "no fee notice in the text ⇒ （六）2 = 0"],
        source: ["本库规则", "our rule"],
        finding: [
            "正文称没有发出收费通知，但表格显示：{cells}，请核实。",
            "the text says that no fee notice was issued; the table has {cells}.",
        ],
        example: [
            "正文称没有发出收费通知，但表格显示：【（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，总计】 6，请核实。",
            "the text says that no fee notice was issued; the table has “other handling: fee unpaid after notice, no longer processed, total” 6.",
        ],
    }
    /// The text counts suits in which the body was co-defendant because it had decided the reconsideration. They are counted by the body whose act it was, and by no other.
    ///
    /// Asked for a number of such suits. It holds if the suits of the table are fewer, or are those of the text without them.
    N404 Info [V2019, V2021] {
        needs: [Narrative],
        page: "正文统计了因作出复议决定而成为共同被告的案件。这类案件只由作出原行政行为的机关统计。\n\n正文写有这类案件件数的才核对。表格的案件少于这个件数，或者等于正文的案件减去这类案件的，符合要求。",
        formula: ["正文的共同被告案件 = 0，或者多于第四部分的行政诉讼，或者 = 正文的行政诉讼 − 第四部分的行政诉讼", "suits as co-defendant in the text = 0, or > 行政诉讼 in section 四, or = 行政诉讼 in the text − 行政诉讼 in section 四"],
        source: ["国办公开办函〔2016〕201号", "国办公开办函〔2016〕201号"],
        finding: [
            "正文写{subject} {stated}。复议机关作为共同被告的案件，按国办公开办函〔2016〕201号只计入原行为主体，表格为：{cells}，请核实是否重复计入。",
            "the text states {stated} for “{subject}”; such cases are counted by the body whose act it was only. The table, which may include them, has {cells}.",
        ],
        example: [
            "正文写作为共同被告的行政诉讼 6 件。复议机关作为共同被告的案件，按国办公开办函〔2016〕201号只计入原行为主体，表格为：【行政诉讼 未经复议直接起诉，总计】 26，【行政诉讼 复议后起诉，总计】 20，请核实是否重复计入。",
            "the text states 6 for “suits as co-defendant”; such cases are counted by the body whose act it was only. The table, which may include them, has “litigation without prior reconsideration, total” 26, “litigation after reconsideration, total” 20.",
        ],
    }
    } };
}
