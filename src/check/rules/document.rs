//! The rules about the document and its text, letter T. How an entry is written: see the module above.

macro_rules! document {
    ($next:ident $($rest:ident)*; $($before:tt)*) => { $next! { $($rest)*; $($before)*
    /// The form does not say whose report it is.
    T101 Error [V2019, V2021] {
        page: "没有写明是谁的报告。",
        formula: ["写明报告机关", "the reporting body is named"],
        source: ["本库规则；没有报告机关的报告不能汇总、比较", "our rule; a report without a body cannot be added up or compared"],
        finding: [
            "没有写明报告机关。",
            "the form does not name the reporting body.",
        ],
        example: [
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
        example: [
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
            "报告机关名称“{printed}”首尾有空格或者含有不可见字符，请删除。",
            "the name of the reporting body, “{printed}”, has a space at its ends or invisible characters.",
        ],
        example: [
            "报告机关名称“淮安市人民政府 ”首尾有空格或者含有不可见字符，请删除。",
            "the name of the reporting body, “淮安市人民政府 ”, has a space at its ends or invisible characters.",
        ],
    }
    /// The title is not worded as usual.
    T104 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "标题不是通常的写法。",
        formula: ["标题由机关名称、年份和“政府信息公开工作年度报告”组成，前两者先后不限", "the title is body, year and 政府信息公开工作年度报告, the first two in either order"],
        source: ["各地报告的通行写法", "practice of the reports"],
        finding: [
            "标题“{printed}”不是“机关名称＋年份＋政府信息公开工作年度报告”的通常写法，请核实。",
            "the title “{printed}” is not worded as usual: body, year, 政府信息公开工作年度报告.",
        ],
        example: [
            "标题“淮安市人民政府2024年政府信息公开年度报告”不是“机关名称＋年份＋政府信息公开工作年度报告”的通常写法，请核实。",
            "the title “淮安市人民政府2024年政府信息公开年度报告” is not worded as usual: body, year, 政府信息公开工作年度报告.",
        ],
    }
    /// The preamble or the name below the report is that of another body than the one whose report it is.
    ///
    /// A body and its own office, of which one name begins or ends as the other, are not told apart, nor are names that are
    /// shortened, such as 市发改委. The preamble counts where it says who drew the report up, or names the report.
    T105 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "落款或者前言所写的机关不是报告机关。\n\n机关与其办公室的名称，一个以另一个开头或者结尾的，不作区分；简称（如市发改委）也不作区分。前言写明由谁编制，或者写出报告名称的，才作比较。",
        formula: ["标题、前言和落款是同一机关", "title, preamble and the name below the report are of one body"],
        source: ["本库规则", "our rule"],
        finding: [
            "前言或者落款中的机关“{printed}”与报告机关名称不一致，请核实。",
            "the preamble or the signature names “{printed}”, which is not the reporting body.",
        ],
        example: [
            "前言或者落款中的机关“某某市教育局”与报告机关名称不一致，请核实。",
            "the preamble or the signature names “某某市教育局”, which is not the reporting body.",
        ],
    }
    /// The statistical period is not the calendar year of the report.
    T201 Error [V2019, V2021] {
        page: "统计期限不是报告年度的全年。",
        formula: ["统计期限为报告年度的1月1日至12月31日", "统计期限 = 1 January to 31 December of the reporting year"],
        source: ["各地报告的通行写法；DB51/T 2660-2019 第2.1条", "practice of the reports; DB51/T 2660-2019, 2.1"],
        finding: [
            "统计期限为{from}至{to}，不是 {year} 年全年，请核实。",
            "the statistical period is {from} to {to}, which is not the year {year}.",
        ],
        example: [
            "统计期限为2023年1月1日至2023年12月31日，不是 2024 年全年，请核实。",
            "the statistical period is 2023-01-01 to 2023-12-31, which is not the year 2024.",
        ],
    }
    /// The date of publication lies within the reporting year or before it.
    T202 Error [V2019, V2021] {
        page: "公布日期在报告年度之内或者之前。",
        formula: ["公布日期在报告年度12月31日之后", "date of publication > 31 December of the reporting year"],
        source: ["由统计内容得出", "follows from what is counted"],
        finding: [
            "公布日期为{from}，早于 {year} 年年度终了，请核实。",
            "the date of publication, {from}, is before the end of {year}.",
        ],
        example: [
            "公布日期为2024年2月10日，早于 2024 年年度终了，请核实。",
            "the date of publication, 2024-02-10, is before the end of 2024.",
        ],
    }
    /// The report was published after the date that the Regulations set: 31 January for departments, 31 March for local
    /// governments from the county up.
    ///
    /// Asked only where the form states what the body is, or `Body::infer` filled it in from the name; for townships the Regulations state no date.
    T203 Warning [V2019, V2021] {
        page: "公布日期超过《政府信息公开条例》第四十九条规定的期限：部门为1月31日，县级以上地方人民政府为3月31日。\n\n只有写明报告机关性质，或者由名称推定的，才核对；乡镇的期限条例没有规定。",
        formula: ["公布日期不晚于次年1月31日（部门）或者3月31日（人民政府）", "date of publication ≤ 31 January (department) or 31 March (government) of the next year"],
        source: ["《政府信息公开条例》第四十九条", "政府信息公开条例 article 49"],
        finding: [
            "公布日期为{from}，超过《条例》第四十九条规定的期限（{to}）。",
            "published on {from}, after the date set by article 49 of the Regulations, {to}.",
        ],
        example: [
            "公布日期为2025年2月1日，超过《条例》第四十九条规定的期限（2025年1月31日）。",
            "published on 2025-02-01, after the date set by article 49 of the Regulations, 2025-01-31.",
        ],
    }
    /// The title names another year than the reporting year.
    T204 Error [V2019, V2021] {
        needs: [Narrative],
        page: "标题中的年份不是报告年度。",
        formula: ["标题中的年份 = 报告年度", "the year in the title = the reporting year"],
        source: ["本库规则；标题误写上一年度是常见的疏忽", "our rule; titles of the year before are a known slip"],
        finding: [
            "标题中的年份是 {printed} 年，与报告年度不一致，请核实。",
            "the title names the year {printed}, which is not the reporting year.",
        ],
        example: [
            "标题中的年份是 2023 年，与报告年度不一致，请核实。",
            "the title names the year 2023, which is not the reporting year.",
        ],
    }
    /// The text names another year more often than the reporting year: it may be that of another year.
    T205 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "正文中另一个年份出现得比报告年度更多：可能是其他年度的报告。",
        formula: ["正文中出现最多的年份 = 报告年度", "the year that the text names most often = the reporting year"],
        source: ["本库规则；照抄以往报告是主管部门批评过的问题", "our rule; copied reports are a complaint of the supervising office"],
        finding: [
            "正文中出现最多的年份是 {printed} 年，与报告年度不一致，疑似沿用上年数据，请核实。",
            "the year that the text names most often is {printed}, which is not the reporting year; figures of the year before may have been kept.",
        ],
        example: [
            "正文中出现最多的年份是 2023 年，与报告年度不一致，疑似沿用上年数据，请核实。",
            "the year that the text names most often is 2023, which is not the reporting year; figures of the year before may have been kept.",
        ],
    }
    /// The text states a statistical period whose dates cannot be right.
    T206 Error [V2019, V2021] {
        needs: [Narrative],
        page: "正文写的统计期限含有不可能的日期。",
        formula: ["统计期限的两个日期都存在", "both dates of 统计期限 exist"],
        source: ["本库规则；见过的实例：至202020年12月31日", "our rule; seen in a report: 至202020年12月31日"],
        finding: [
            "统计期限“{printed}”中的日期有误，请核实。",
            "the statistical period “{printed}” holds a date that does not exist.",
        ],
        example: [
            "统计期限“2024年1月1日到202024年12月31日”中的日期有误，请核实。",
            "the statistical period “2024年1月1日到202024年12月31日” holds a date that does not exist.",
        ],
    }
    /// Headings of the form are missing in the text. Asked only where at least one of them is found.
    T301 Error [V2019, V2021] {
        needs: [Narrative],
        page: "正文缺少规定的标题。至少找到一个标题的才核对。",
        formula: ["六个部分的标题都在", "the six headings are there"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "正文缺少以下部分：{printed}。",
            "the text lacks these parts: {printed}.",
        ],
        example: [
            "正文缺少以下部分：五、存在的主要问题及改进情况。",
            "the text lacks these parts: 五、存在的主要问题及改进情况.",
        ],
    }
    /// Headings are numbered otherwise than the form prescribes, or worded in a way that is neither the form's nor one in use.
    ///
    /// Wordings in use are a note of their own, T310.
    T302 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "标题的序号与规定不同，或者标题的文字不是规定的，也不是常见的变通写法。\n\n常见的变通写法另有提示（T310）。",
        formula: ["标题的序号与规定的一致，文字是规定的或者常见的写法", "the headings are numbered as in the form, in its words or words in use"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "以下标题的文字或者序号与规定格式不符，请核实：{printed}。",
            "these headings are not worded or numbered as prescribed: {printed}.",
        ],
        example: [
            "以下标题的文字或者序号与规定格式不符，请核实：七、其他需要报告的事项。",
            "these headings are not worded or numbered as prescribed: 七、其他需要报告的事项.",
        ],
    }
    /// The number of parts that the text states is not six, or is not the number of parts that it lists.
    T303 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "正文所称的部分数不是六个，或者与所列的个数不同。",
        formula: ["正文所称的部分数 = 所列的部分数 = 6", "the stated number of parts = the parts listed = 6"],
        source: ["本库规则；见于实际报告", "our rule; seen in reports"],
        finding: [
            "正文称报告有“{printed}”，与六个部分或者所列各部分的个数不符，请核实。",
            "the text says “{printed}”, which is not six or not the number of parts it lists.",
        ],
        example: [
            "正文称报告有“五个部分”，与六个部分或者所列各部分的个数不符，请核实。",
            "the text says “五个部分”, which is not six or not the number of parts it lists.",
        ],
    }
    /// The text does not name the Regulations as its basis. Asked where the text has a preamble.
    T304 Info [V2019, V2021] {
        needs: [Narrative],
        page: "正文没有写明依据《政府信息公开条例》。有前言的才核对。",
        formula: ["写明依据《政府信息公开条例》", "the Regulations are named"],
        source: ["各地报告的通行写法", "practice of the reports"],
        finding: [
            "正文没有写明依据《政府信息公开条例》。",
            "the text does not name the Regulations as its basis.",
        ],
        example: [
            "正文没有写明依据《政府信息公开条例》。",
            "the text does not name the Regulations as its basis.",
        ],
    }
    /// Section 一 does not speak of everything that it is to tell since 2021. Looked for by the words of the notice and some others in use.
    T305 Info [V2021] {
        needs: [Narrative],
        page: "第一部分没有写到2021年起应写的全部内容。按通知的用词和一些常见说法查找。",
        formula: ["第一部分写到通知列出的五项内容", "section 一 speaks of the five items that the notice names"],
        source: ["国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号"],
        finding: [
            "第一部分没有写到：{printed}。",
            "section 1 does not speak of: {printed}.",
        ],
        example: [
            "第一部分没有写到：政府信息管理。",
            "section 1 does not speak of: 政府信息管理.",
        ],
    }
    /// Section 五 is empty or nearly so, or does not tell both problems and improvements.
    T306 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "第五部分为空或者极短，或者没有同时写明问题和改进情况。",
        formula: ["第五部分不少于十个字，写有问题和改进情况", "section 五 has ten characters or more, problems and improvements"],
        source: ["本库规则；标题要求写明这两方面", "our rule; the heading names both"],
        finding: [
            "第五部分没有写明{printed}，请补充。",
            "section 5 does not tell: {printed}.",
        ],
        example: [
            "第五部分没有写明改进情况，请补充。",
            "section 5 does not tell: 改进情况.",
        ],
    }
    /// The text does not say whether a fee for processing requests was collected.
    ///
    /// Since 2021 section 六 reports it, in our reading also if there was none. The fee is one of the 行政事业性收费 that section 二
    /// counts, but section 二 does not replace section 六.
    T307 Info [V2021] {
        needs: [Narrative],
        page: "正文没有写是否收取了信息处理费。\n\n2021年起在第六部分报告；按我们的理解，没有收取的也写明。信息处理费属于行政事业性收费，但第二部分填报收费金额不能代替第六部分的说明。",
        formula: ["正文写到信息处理费或者收费通知", "the text speaks of 信息处理费 or 收费通知"],
        source: ["2021年以来各地报告的通行写法；没有收取的也写明，是我们的理解", "practice of the reports since 2021; that it is also said if there was none is our reading"],
        finding: [
            "正文没有写明收取信息处理费的情况；按我们的理解，没有收取的也写明。",
            "the text does not say whether an information-processing fee was collected; in our reading it does so also if there was none.",
        ],
        example: [
            "正文没有写明收取信息处理费的情况；按我们的理解，没有收取的也写明。",
            "the text does not say whether an information-processing fee was collected; in our reading it does so also if there was none.",
        ],
    }
    /// The preamble does not say how to reach the body. Asked where the text has a preamble.
    T308 Info [V2019, V2021] {
        needs: [Narrative],
        page: "前言没有写明怎样联系报告机关。有前言的才核对。",
        formula: ["写有地址、邮政编码和电话", "address, postcode and telephone are there"],
        source: ["各地报告的通行写法", "practice of the reports"],
        finding: [
            "前言没有写明联系方式：{printed}。",
            "the preamble does not say how to reach the body; it lacks: {printed}.",
        ],
        example: [
            "前言没有写明联系方式：邮编。",
            "the preamble does not say how to reach the body; it lacks: 邮编.",
        ],
    }
    /// Section 一 holds lines that look like another document pasted in: its numbered headings, its date of publication.
    T309 Info [V2019, V2021] {
        needs: [Narrative],
        page: "第一部分有几行像是粘贴进来的其他文件，例如其编号标题、发布日期。",
        formula: ["第一部分没有其他文件的标题和日期", "no heading or dateline of another document in section 一"],
        source: ["本库规则；见于实际报告：以图片形式粘贴的通知", "our rule; seen in a report: notices pasted in as pictures"],
        finding: [
            "第一部分疑似混入其他文件内容，如“{printed}”，请核实。",
            "section 1 holds what looks like another document: “{printed}”.",
        ],
        example: [
            "第一部分疑似混入其他文件内容，如“一、参保范围”，请核实。",
            "section 1 holds what looks like another document: “一、参保范围”.",
        ],
    }
    /// Headings are worded otherwise than the form prescribes, in words that are in use, such as 存在问题 or 改进措施.
    T310 Info [V2019, V2021] {
        needs: [Narrative],
        page: "标题的文字不是规定的，而是常见的变通写法，例如“存在问题”“改进措施”。",
        formula: ["标题的文字与规定的一致", "the headings are in the words of the form"],
        source: ["规定该版本格式的通知的附件", "the annex of the notice that prescribes the edition"],
        finding: [
            "以下标题与规定格式的文字略有不同：{printed}。",
            "these headings are not in the words of the form: {printed}.",
        ],
        example: [
            "以下标题与规定格式的文字略有不同：五、存在问题和改进措施。",
            "these headings are not in the words of the form: 五、存在问题和改进措施.",
        ],
    }
    /// The text cites only the notice of another edition of the form.
    T311 Warning [V2019, V2021] {
        needs: [Narrative],
        page: "正文引用的是另一版本格式的通知，例如2021年度以后的报告仍引用国办公开办函〔2019〕60号。",
        formula: ["所引通知是本版本的", "of the notices that prescribe the form, that of the edition is cited"],
        source: ["国办公开办函〔2019〕60号、国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号"],
        finding: [
            "正文引用的是另一版本格式的通知，应引用{edition}的通知，请核实。",
            "the text cites the notice of another edition; this form follows the {edition}.",
        ],
        example: [
            "正文引用的是另一版本格式的通知，应引用2021年版的通知，请核实。",
            "the text cites the notice of another edition; this form follows the 2021 edition.",
        ],
    }
    /// Section 一 has more than 1000 characters.
    ///
    /// Some places set this bound, so no preset asks the rule: a policy does that gives it a severity.
    T312 Info [V2019, V2021] {
        needs: [Narrative],
        local: true,
        page: "第一部分超过 1000 字。\n\n只有一些地方这样规定，所以默认不核对；核对口径为本规则写明级别的才核对。",
        formula: ["第一部分不超过 1000 字（不计空格）", "section 一 has at most 1000 characters, spaces not counted"],
        source: ["怀化市、武威市2025年的要求；其他地方未见", "instructions of Huaihua and Wuwei for 2025; no other place is known to have it"],
        finding: [
            "第一部分有 {characters} 字，超过 1000 字，请精简。",
            "section 1 has {characters} characters, more than 1000.",
        ],
        example: [
            "第一部分有 1001 字，超过 1000 字，请精简。",
            "section 1 has 1001 characters, more than 1000.",
        ],
    }
    /// The text names the website of a government that governs neither the body nor a part of its region.
    ///
    /// A text that was copied from another place gives itself away so. The divisions tell, so it is asked where they are known of both: with
    /// the feature `regions`, for names that begin with a division down to counties.
    T313 Info [V2019, V2021] {
        needs: [Narrative],
        page: "正文提到其他地方政府的网站，该政府既不是上级，也不在本地区之内。\n\n沿用其他地方的文字时常有这种痕迹。依据行政区划判断，因此只在两者的区划都能确定时核对：名称以县级以上行政区划开头，且本库带有区划表。",
        formula: ["所提政府网站属于本地区、上级或者所辖地区", "the government whose website is named governs the body, its region or a part of it"],
        source: ["本库规则；见于实际报告", "our rule; seen in reports"],
        finding: [
            "正文提到“{printed}”的网站，不是本地区或者上级的，请核实。",
            "the text names the website of “{printed}”, which governs neither the body nor a part of its region.",
        ],
        example: [
            "正文提到“苏州市人民政府”的网站，不是本地区或者上级的，请核实。",
            "the text names the website of “苏州市人民政府”, which governs neither the body nor a part of its region.",
        ],
    }
    /// Half of sections 一 and 五 or more stands in last year's text, sentence by sentence.
    ///
    /// Names, years, spaces and punctuation are not compared; a sentence with another figure is another sentence, and one of
    /// fewer than eight characters is a set phrase. Asked if last year's text is given and there are four sentences to compare.
    T401 Warning [V2019, V2021] {
        needs: [Narrative, PreviousNarrative],
        page: "第一、五部分有一半以上的句子与上年报告相同（雷同）。\n\n比较时不计机关名称、年份、空格和标点；数字不同的句子算不同的句子，不足八个字的是套语。给出上年报告正文，且有四句以上可比的才核对。",
        formula: ["第一、五部分与上年报告相同的句子不到一半", "less than half of the sentences of sections 一 and 五 stand in last year's text"],
        source: ["本库规则；内容雷同是各地评估指出的问题", "our rule; copied texts are what assessments of reports look for"],
        finding: [
            "第一、五部分共 {sentences} 句，其中 {equal} 句与上年报告相同，最长的相同段落有 {characters} 字（“{passage}”），疑似沿用上年内容，请核实。",
            "of {sentences} sentences in sections 1 and 5, {equal} stand in last year's report, too; the longest passage has {characters} characters (“{passage}”).",
        ],
        example: [
            "第一、五部分共 18 句，其中 9 句与上年报告相同，最长的相同段落有 233 字（“一主动公开主动公开政府信息60条其中通过政府网站公开信息40条通过其他方式公开信息20条。其中概况信息10条其他信息50…”），疑似沿用上年内容，请核实。",
            "of 18 sentences in sections 1 and 5, 9 stand in last year's report, too; the longest passage has 233 characters (“一主动公开主动公开政府信息60条其中通过政府网站公开信息40条通过其他方式公开信息20条。其中概况信息10条其他信息50…”).",
        ],
    }
    } };
}
