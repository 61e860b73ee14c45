//! For each rule what a finding says, in both languages. The tests break a real report with each rule and compare.

use crate::check::Rule;

pub(crate) const EXAMPLES: &[(Rule, [&str; 2])] = &[
    (
        Rule::C101,
        [
            "【行政许可，本年处理决定数量】为空白，应填数字；没有发生的填 0。",
            "“administrative licensing, decisions in the year” is blank and wants a number; where there is nothing to count, it is 0.",
        ],
    ),
    (
        Rule::C102,
        [
            "【行政强制，本年处理决定数量】填的是“/”，应填数字；没有发生的填 0。",
            "“administrative compulsion, decisions in the year” prints “/” where the form wants a number; where there is nothing to count, it is 0.",
        ],
    ),
    (
        Rule::C103,
        ["缺少【行政许可，本年处理决定数量】。", "“administrative licensing, decisions in the year” is missing."],
    ),
    (
        Rule::C104,
        [
            "没有找到“四、政府信息公开行政复议、行政诉讼情况”的表格，该部分无法核对。",
            "the table of section 4, reconsideration and litigation is missing, so nothing in it could be checked.",
        ],
    ),
    (
        Rule::C201,
        [
            "【行政强制，本年处理决定数量】填的是文字“无”，应填数字 0。",
            "“administrative compulsion, decisions in the year” prints the word “无”; the figure is 0.",
        ],
    ),
    (
        Rule::C202,
        [
            "【行政强制，本年处理决定数量】填的是“详见附件”，不是数字，请核实。",
            "“administrative compulsion, decisions in the year” prints “详见附件”, which is not a number.",
        ],
    ),
    (
        Rule::C203,
        [
            "【行政强制，本年处理决定数量】填的是 -1，不能为负数，请核实。",
            "“administrative compulsion, decisions in the year” prints -1, but cannot be negative.",
        ],
    ),
    (
        Rule::C204,
        [
            "【行政强制，本年处理决定数量】填的是 1.5，应为整数，请核实。",
            "“administrative compulsion, decisions in the year” prints 1.5, but counts whole things.",
        ],
    ),
    (
        Rule::C205,
        [
            "【行政强制，本年处理决定数量】填的是 4294967296，数值过大，请核实。",
            "“administrative compulsion, decisions in the year” prints 4294967296, which is too large to be right.",
        ],
    ),
    (
        Rule::C206,
        [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是 0.1234567，小数超过六位，请核实。",
            "“administrative and institutional charges, amount collected in the year” prints 0.1234567, with more than six digits behind the point.",
        ],
    ),
    (
        Rule::C301,
        [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是“3940元”，与该列单位“万元”不一致，本次核对按所填单位换算，请核实金额。",
            "“administrative and institutional charges, amount collected in the year” prints “3940元”, but the column counts in ten thousand yuan; it is read in the unit that the cell states.",
        ],
    ),
    (
        Rule::C302,
        [
            "【行政强制，本年处理决定数量】填的是“12万元”，单位与统计内容不符，请核实。",
            "“administrative compulsion, decisions in the year” prints “12万元”, a unit that does not fit what is counted.",
        ],
    ),
    (
        Rule::P101,
        [
            "规章：本年新公开数量 3 件，大于对外公开总数量 2 件，请核实。",
            "rules: 3 newly disclosed in the year, but only 2 disclosed in total.",
        ],
    ),
    (
        Rule::P102,
        [
            "行政事业性收费：上一年项目数量 2 项，本年增/减 -3 项，相加为负数，请核实。",
            "administrative and institutional charges: 2 items and a change of -3 leave fewer than none.",
        ],
    ),
    (
        Rule::P103,
        [
            "政府集中采购：采购项目数量为 0 个，采购总金额为 8040.5，两者应同时为 0 或同时不为 0，请核实。",
            "centralised government procurement: 0 projects and an amount of 8040.5; either both are 0 or none is.",
        ],
    ),
    (
        Rule::P201,
        ["规章：现行有效件数 4 件，少于本年制发件数 5 件，请核实。", "rules: 4 in force, but 5 issued in the year."],
    ),
    (
        Rule::R101,
        [
            "“科研机构”列勾稽关系不符：第一、二项合计 0 件（一、本年新收政府信息公开申请数量 0，二、上年结转政府信息公开申请数量 0），第三、四项合计 7 件（（七）总计 0，四、结转下年度继续办理 7），相差 7 件。",
            "the column “research institution” does not balance: received and carried in are 0 (requests newly received in the year 0, requests carried over from the previous year 0), processed and carried over 7 (total processed 0, carried over to the next year 7), 7 apart.",
        ],
    ),
    (
        Rule::R102,
        [
            "【（七）总计，法律服务机构】填的是 9 件，以上各行办理结果之和为 0 件（各项均为 0），相差 9 件。",
            "“total processed, legal service institution” is stated as 9, but the outcomes add up to 0 (all of them 0), 9 apart.",
        ],
    ),
    (
        Rule::R103,
        [
            "【（一）予以公开，总计】填的是 1 件，本行各类申请人之和为 1362 件（自然人 1288，商业企业 21，法律服务机构 50，其他 3），相差 1361 件。",
            "“granted, total” is stated as 1, but the applicants add up to 1362 (natural person 1288, commercial enterprise 21, legal service institution 50, other organisation 3), 1361 apart.",
        ],
    ),
    (
        Rule::D101,
        [
            "【行政诉讼 未经复议直接起诉，总计】填的是 25 件，各项结果（含尚未审结）之和为 26 件（结果维持 13，结果纠正 4，其他结果 8，尚未审结 1），相差 1 件。",
            "“litigation without prior reconsideration, total” is stated as 25, but the results, pending cases included, add up to 26 (upheld 13, corrected 4, other result 8, pending 1), 1 apart.",
        ],
    ),
    (
        Rule::E101,
        [
            "2021年版的表格没有【政府集中采购，采购项目数量】，请核实是否用错了版本。",
            "the 2021 edition does not print “centralised government procurement, projects”; the table may be that of another edition.",
        ],
    ),
    (
        Rule::E102,
        [
            "（六）其他处理的行数与2021年版不符：2019年版为一行，2021年版分为三行，请核实。",
            "（六）其他处理 is not laid out as in the 2021 edition: one row in the 2019 edition, three in the 2021 edition.",
        ],
    ),
    (
        Rule::E103,
        [
            "“二、主动公开政府信息情况”用的不是2021年版的表格，表内各项属于另一版本，无法按2021年版核对。",
            "the table of section 2, information disclosed proactively is not that of the 2021 edition but of another edition, so it could not be checked as such.",
        ],
    ),
    (
        Rule::E104,
        [
            "【规章，本年新制作数量】所在的一组用的是另一版本的表格，与2021年版不符。",
            "“rules, newly made in the year” stands in a block that is that of another edition, not of the 2021 edition.",
        ],
    ),
    (
        Rule::E105,
        [
            "报告年度不适用2021年版的表格：2019、2020年度用2019年版，2021年度起用2021年版。",
            "the 2021 edition is not for this reporting year: that of 2019 is for 2019 and 2020, that of 2021 for 2021 and later.",
        ],
    ),
    (Rule::T101, ["没有写明报告机关。", "the form does not name the reporting body."]),
    (Rule::T102, ["没有写明报告年度。", "the form does not state the reporting year."]),
    (
        Rule::C105,
        [
            "【（一）予以公开，总计】为空白，按各分项之和应填 1362 件。",
            "“granted, total” is blank; its parts add up to 1362.",
        ],
    ),
    (
        Rule::P301,
        [
            "规章：本年新制作数量 1 件，本年新公开数量 0 件，两者不同，请核实。",
            "rules: 1 newly made in the year, 0 newly disclosed; the two differ.",
        ],
    ),
    (
        Rule::P302,
        [
            "行政处罚：本年作出处理决定 3 件，但上一年项目数量 0 项加本年增/减 0 项后没有事项，请核实。",
            "administrative penalties: 3 decisions, but 0 items and a change of 0 leave none.",
        ],
    ),
    (
        Rule::P303,
        [
            "政府集中采购：采购总金额为 75394432.52，没有写明单位是元还是万元，请核实。",
            "centralised government procurement: an amount of 75394432.52 without a unit; it is not known whether it is in 元 or 万元.",
        ],
    ),
    (
        Rule::P304,
        [
            "行政强制：本年增/减 34 项，与上一年项目数量 34 项相同，请核实填报的是否为增减数。",
            "administrative compulsion: the change 34 equals the previous year's 34 items; it may be a stock, not a change.",
        ],
    ),
    (
        Rule::P305,
        [
            "行政事业性收费：本年收费金额为 96171600 万元，金额明显偏大，请核实是否误以“元”为单位填报。",
            "administrative and institutional charges: an amount of 96171600 万元 is very large; it may be in 元.",
        ],
    ),
    (
        Rule::P306,
        [
            "规章：填报 2 件，但报告机关不具有规章制定权，请核实。",
            "rules: 2 are stated, but the body has no power to make rules.",
        ],
    ),
    (
        Rule::P307,
        [
            "规章一行填的是“/”，视为不具有规章制定权，不按 0 统计。",
            "the row 规章 prints “/”: read as a body without the power to make rules, not as 0.",
        ],
    ),
    (
        Rule::R301,
        [
            "【一、本年新收政府信息公开申请数量，法律服务机构】填的是 2 件。乡镇很少收到法律服务机构的申请；按我们的理解，律师代自然人申请的计入自然人，请核实。",
            "“requests newly received in the year, legal service institution” is 2: rare for a township; in our reading a request that a lawyer makes for a natural person counts as 自然人.",
        ],
    ),
    (
        Rule::R302,
        [
            "结转下年度继续办理 40 件，超过全部申请（本年新收 45 件、上年结转 0 件）的四分之一，请核实。",
            "40 requests were carried over, more than a quarter of all (45 and 0).",
        ],
    ),
    (
        Rule::D301,
        [
            "未经复议直接起诉的案件有 26 件，但本年没有“行政查询事项”“无法提供”“不予处理”的申请，请核实。",
            "26 suits without prior reconsideration, though no request ended as 行政查询事项, 无法提供 or 不予处理.",
        ],
    ),
    (
        Rule::T201,
        [
            "统计期限为2023年1月1日至2023年12月31日，不是 2024 年全年，请核实。",
            "the statistical period is 2023-01-01 to 2023-12-31, which is not the year 2024.",
        ],
    ),
    (
        Rule::T202,
        [
            "公布日期为2024年2月10日，早于 2024 年年度终了，请核实。",
            "the date of publication, 2024-02-10, is before the end of 2024.",
        ],
    ),
    (
        Rule::T203,
        [
            "公布日期为2025年2月1日，超过《条例》第四十九条规定的期限（2025年1月31日）。",
            "published on 2025-02-01, after the date set by article 49 of the Regulations, 2025-01-31.",
        ],
    ),
    (
        Rule::Y101,
        [
            "【二、上年结转政府信息公开申请数量，商业企业】填的是 1 件，上年报告“结转下年度继续办理”为 0 件，两者应一致，请核实。",
            "“requests carried over from the previous year, commercial enterprise” is 1, but the year before carried over 0.",
        ],
    ),
    (
        Rule::Y102,
        [
            "用来对比的报告不是同一机关上一年度的报告，没有作年度间核对。",
            "the form to compare with is not of the same body and the year before; nothing was compared.",
        ],
    ),
    (
        Rule::Y201,
        [
            "【行政许可，上一年项目数量】填的是 4 项，按上年报告推算为 0 项，请核实。",
            "“administrative licensing, items at the end of the previous year” is 4, but the report of the year before leads to 0.",
        ],
    ),
    (
        Rule::Y202,
        [
            "【规章，现行有效件数】填的是 11 件，多于“上年现行有效件数＋本年制发件数”10 件，请核实。",
            "“rules, in force” is 11, more than were in force the year before and issued since, 10.",
        ],
    ),
    (
        Rule::Y203,
        [
            "【规章，现行有效件数】填的是 11 件，按“上年现行有效件数＋本年制发件数－本年废止件数”推算为 10 件，请核实。",
            "“rules, in force” is 11, more than follows from the year before, with those issued and without those repealed: 10.",
        ],
    ),
    (
        Rule::Y204,
        [
            "【规章，对外公开总数量】填的是 1 件，多于“上年对外公开总数量＋本年新公开数量”0 件，请核实。",
            "“rules, disclosed in total” is 1, more than the year before and newly disclosed together, 0.",
        ],
    ),
    (
        Rule::Y205,
        [
            "【规章，现行有效件数】填的是 11 件，多于“上年对外公开总数量＋本年制发件数”10 件，请核实。",
            "“rules, in force” is 11, more than were disclosed the year before and issued since, 10.",
        ],
    ),
    (
        Rule::Y301,
        [
            "【行政强制，本年处理决定数量】填的是 88283 件，上年为 1 件，变化较大，请核实。",
            "“administrative compulsion, decisions in the year” is 88283 after 1 the year before.",
        ],
    ),
    (
        Rule::Y302,
        [
            "第三、四部分的数字与上年完全相同，疑似沿用上年数据，请核实。",
            "sections 三 and 四 are the same as the year before, figure by figure.",
        ],
    ),
    (
        Rule::Y303,
        [
            "【行政诉讼 未经复议直接起诉，总计】填的是 26 件，少于上年尚未审结的 27 件，请核实。",
            "“litigation without prior reconsideration, total” is 26, fewer than the 27 that were pending the year before.",
        ],
    ),
    (
        Rule::Y304,
        [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是 96171.6，上年为 9.61716，相差一万倍以上，请核实是否误以“元”为单位填报。",
            "“administrative and institutional charges, amount collected in the year” is 96171.6 after 9.61716 the year before; the unit may be wrong.",
        ],
    ),
    (
        Rule::Y305,
        [
            "本年有行政复议或者行政诉讼 1 件，但本年和上年都没有收到申请，请核实。",
            "1 disputes, but no request in this year or the year before.",
        ],
    ),
    (
        Rule::T103,
        [
            "报告机关名称“淮安市人民政府 ”首尾有空格或者含有不可见字符，请删除。",
            "the name of the reporting body, “淮安市人民政府 ”, has a space at its ends or invisible characters.",
        ],
    ),
    (
        Rule::T104,
        [
            "标题“淮安市人民政府2024年政府信息公开年度报告”不是“机关名称＋年份＋政府信息公开工作年度报告”的通常写法，请核实。",
            "the title “淮安市人民政府2024年政府信息公开年度报告” is not worded as usual: body, year, 政府信息公开工作年度报告.",
        ],
    ),
    (
        Rule::T105,
        [
            "前言或者落款中的机关“某某市教育局”与报告机关名称不一致，请核实。",
            "the preamble or the signature names “某某市教育局”, which is not the reporting body.",
        ],
    ),
    (
        Rule::T204,
        [
            "标题中的年份是 2023 年，与报告年度不一致，请核实。",
            "the title names the year 2023, which is not the reporting year.",
        ],
    ),
    (
        Rule::T205,
        [
            "正文中出现最多的年份是 2023 年，与报告年度不一致，疑似沿用上年数据，请核实。",
            "the year that the text names most often is 2023, which is not the reporting year; figures of the year before may have been kept.",
        ],
    ),
    (
        Rule::T206,
        [
            "统计期限“2024年1月1日到202024年12月31日”中的日期有误，请核实。",
            "the statistical period “2024年1月1日到202024年12月31日” holds a date that does not exist.",
        ],
    ),
    (
        Rule::T301,
        [
            "正文缺少以下部分：五、存在的主要问题及改进情况。",
            "the text lacks these parts: 五、存在的主要问题及改进情况.",
        ],
    ),
    (
        Rule::T302,
        [
            "以下标题的文字或者序号与规定格式不符，请核实：七、其他需要报告的事项。",
            "these headings are not worded or numbered as prescribed: 七、其他需要报告的事项.",
        ],
    ),
    (
        Rule::T303,
        [
            "正文称报告有“五个部分”，与六个部分或者所列各部分的个数不符，请核实。",
            "the text says “五个部分”, which is not six or not the number of parts it lists.",
        ],
    ),
    (Rule::T304, ["正文没有写明依据《政府信息公开条例》。", "the text does not name the Regulations as its basis."]),
    (Rule::T305, ["第一部分没有写到：政府信息管理。", "section 1 does not speak of: 政府信息管理."]),
    (
        Rule::T306,
        [
            "第五部分为空、过短，或者没有同时写明问题和改进情况，请补充。",
            "section 5 is empty or short, or does not tell both problems and improvements.",
        ],
    ),
    (
        Rule::T307,
        [
            "正文没有写明收取信息处理费的情况；按我们的理解，没有收取的也写明。",
            "the text does not say whether an information-processing fee was collected; in our reading it does so also if there was none.",
        ],
    ),
    (Rule::T308, ["前言没有写明联系方式：邮编。", "the preamble does not say how to reach the body; it lacks: 邮编."]),
    (
        Rule::T309,
        [
            "第一部分疑似混入其他文件内容，如“一、参保范围”，请核实。",
            "section 1 holds what looks like another document: “一、参保范围”.",
        ],
    ),
    (
        Rule::N101,
        [
            "正文写主动公开政府信息 60 件，所列各项之和为 61 件，两者不符，请核实：“2024年主动公开政府信息【60】条，其中通过政府网站公开信息［41］条，通过其他方式公开信息［20］条”。",
            "the text states 60 for “information disclosed proactively”, but the parts it lists add up to 61: “2024年主动公开政府信息【60】条，其中通过政府网站公开信息［41］条，通过其他方式公开信息［20］条”.",
        ],
    ),
    (
        Rule::N102,
        [
            "正文写主动公开政府信息 60 件，所列各项之和为 59 件，两者不符，请核实：“2024年主动公开政府信息【60】条，其中通过政府网站公开信息40条，通过其他方式公开信息20条。其中，概况信息［10］条，其他信息［49］条”。",
            "the text states 60 for “information disclosed proactively”, but the parts it lists add up to 59: “2024年主动公开政府信息【60】条，其中通过政府网站公开信息40条，通过其他方式公开信息20条。其中，概况信息［10］条，其他信息［49］条”.",
        ],
    ),
    (
        Rule::N103,
        [
            "正文写新收申请 3153 件，所列各项之和为 3119 件，两者不符，请核实：“全年收到政府信息公开申请【3153】件，同比增长2.06%。其中网络申请［3000］件，信函申请［119］件”。",
            "the text states 3153 for “requests received”, but the parts it lists add up to 3119: “全年收到政府信息公开申请【3153】件，同比增长2.06%。其中网络申请［3000］件，信函申请［119］件”.",
        ],
    ),
    (
        Rule::N104,
        [
            "正文写答复或办结申请 3050 件，所列各项之和为 2863 件，两者不符，请核实：“答复申请【3050】件，按时办结3000件，延期办结50件，结转下年度103件。办理结果为：予以公开［1362］件，占44.66%，部分公开［454］件，不予公开［178］件，无法提供［781］件，不予处理［88］件”。",
            "the text states 3050 for “requests processed”, but the parts it lists add up to 2863: “答复申请【3050】件，按时办结3000件，延期办结50件，结转下年度103件。办理结果为：予以公开［1362］件，占44.66%，部分公开［454］件，不予公开［178］件，无法提供［781］件，不予处理［88］件”.",
        ],
    ),
    (
        Rule::N105,
        [
            "正文写答复或办结申请 3050 件，所列各项之和为 3119 件，两者不符，请核实：“答复申请【3050】件，按时办结［3000］件，延期办结［119］件”。",
            "the text states 3050 for “requests processed”, but the parts it lists add up to 3119: “答复申请【3050】件，按时办结［3000］件，延期办结［119］件”.",
        ],
    ),
    (
        Rule::N106,
        [
            "正文写行政复议 351 件，所列各项之和为 173 件，两者不符，请核实：“政府信息公开行政复议【351】件，其中维持［72］件，纠正［64］件，尚未审结［37］件”。",
            "the text states 351 for “reconsiderations”, but the parts it lists add up to 173: “政府信息公开行政复议【351】件，其中维持［72］件，纠正［64］件，尚未审结［37］件”.",
        ],
    ),
    (
        Rule::N107,
        [
            "正文写实际收取的信息处理费 3940 元，所列各项之和为 3950 元，两者不符，请核实：“实际收取信息处理费【3940】元，其中市本级［3000］元，县区［950］元”。",
            "the text states 3940 元 for “information-processing fee collected”, but the parts it lists add up to 3950 元: “实际收取信息处理费【3940】元，其中市本级［3000］元，县区［950］元”.",
        ],
    ),
    (
        Rule::N108,
        [
            "正文写实际收取信息处理费 3940 元，多于通知收取的 3900 元，请核实。",
            "the text states a fee of 3940 元 collected, more than the 3900 元 notified.",
        ],
    ),
    (
        Rule::N109,
        [
            "正文写收取信息处理费 3945 元，不是 10 元的倍数，而各项收费标准都是 10 元的倍数，请核实。",
            "the text states a fee of 3945 元; every tariff is a multiple of 10 元.",
        ],
    ),
    (
        Rule::N201,
        [
            "正文写新收申请 3118 件，表格为 3119 件（【一、本年新收政府信息公开申请数量，总计】 3119），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text states 3118 for “requests received”, the table 3119 (“requests newly received in the year, total” 3119). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    ),
    (
        Rule::N202,
        [
            "正文写上年结转 35 件，表格为 34 件（【二、上年结转政府信息公开申请数量，总计】 34），两者不符，请核实。如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。",
            "the text states 35 for “requests carried in”, the table 34 (“requests carried over from the previous year, total” 34). That is no contradiction if the text counts the whole jurisdiction and the table the body's own office.",
        ],
    ),
    (
        Rule::N203,
        [
            "正文写答复或办结申请 3049 件，表格为 3050 件（【（七）总计，总计】 3050），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text states 3049 for “requests processed”, the table 3050 (“total processed, total” 3050). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    ),
    (
        Rule::N204,
        [
            "正文写结转下年度 104 件，表格为 103 件（【四、结转下年度继续办理，总计】 103），两者不符，请核实。如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。",
            "the text states 104 for “requests carried over”, the table 103 (“carried over to the next year, total” 103). That is no contradiction if the text counts the whole jurisdiction and the table the body's own office.",
        ],
    ),
    (
        Rule::N205,
        [
            "正文所列各渠道申请之和为 3118 件（网络申请 3000，信函申请 118），表格为 3119 件（【一、本年新收政府信息公开申请数量，总计】 3119），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the channels in the text add up to 3118 (received over the internet 3000, received by letter 118), the table has 3119 (“requests newly received in the year, total” 3119). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    ),
    (
        Rule::N206,
        [
            "正文所列按时、延期等办结之和为 3049 件（按时办结 3000，延期办结 49），表格为 3050 件（【（七）总计，总计】 3050），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the requests concluded on time or later add up to 3049 in the text (concluded on time 3000, concluded after extension 49), the table has 3050 (“total processed, total” 3050). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    ),
    (
        Rule::N207,
        [
            "正文写予以公开 1361 件，表格为 1362 件（【（一）予以公开，总计】 1362），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text states 1361 for “granted”, the table 1362 (“granted, total” 1362). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    ),
    (
        Rule::N208,
        [
            "正文沿用2019年以前的口径，同意公开 3，合计 3 件，与现行表格对应行的数据不一致，表格为 4 件（【（一）予以公开，总计】 4），请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "by the earlier vocabulary the text states granted (earlier term) 3, 3 in all, the table 4 (“granted, total” 4). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    ),
    (
        Rule::N209,
        [
            "正文写行政复议 350 件，表格为 351 件（【行政复议，总计】 351），两者不符，请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text states 350 for “reconsiderations”, the table 351 (“administrative reconsideration, total” 351). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    ),
    (
        Rule::N210,
        [
            "正文写现行有效规范性文件 67 件，表格为 66 件（【行政规范性文件，现行有效件数】 66），两者不符，请核实。如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。",
            "the text states 67 for “normative documents in force”, the table 66 (“administrative normative documents, in force” 66). That is no contradiction if the text counts the whole jurisdiction and the table the body's own office.",
        ],
    ),
    (
        Rule::N301,
        [
            "正文写予以公开占 45.66%，按数字计算为 44.66%，请核实。",
            "the text states 45.66 % for “granted”; the figures give 44.66 %.",
        ],
    ),
    (
        Rule::N302,
        [
            "正文写新收申请同比变化 2.16%，按两年的表格计算为 2.06%，请核实。",
            "the text states a change of 2.16 % for “requests received”; the tables of both years give 2.06 %.",
        ],
    ),
    (
        Rule::N401,
        [
            "正文写没有新收申请，表格为 5 件（【一、本年新收政府信息公开申请数量，总计】 5），请核实。如属统计范围不同（正文只统计本机关，表格为本级政府汇总），请在正文中注明。",
            "the text says that there was none of “requests received”, the table has 5 (“requests newly received in the year, total” 5). That is no contradiction if the text counts the body's own office and the table the whole jurisdiction.",
        ],
    ),
    (
        Rule::N402,
        [
            "正文称均获维持或者没有败诉、纠错，但表格显示：【行政诉讼 未经复议直接起诉，结果纠正】 4，【行政诉讼 复议后起诉，结果纠正】 1，【行政诉讼 未经复议直接起诉，尚未审结】 1，【行政诉讼 复议后起诉，尚未审结】 6，请核实。",
            "the text says that every case was upheld or none lost; the table has “litigation without prior reconsideration, corrected” 4, “litigation after reconsideration, corrected” 1, “litigation without prior reconsideration, pending” 1, “litigation after reconsideration, pending” 6.",
        ],
    ),
    (
        Rule::N403,
        [
            "正文称没有发出收费通知，但表格显示：【（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请，总计】 6，请核实。",
            "the text says that no fee notice was issued; the table has “other handling: fee unpaid after notice, no longer processed, total” 6.",
        ],
    ),
    (
        Rule::N404,
        [
            "正文写作为共同被告的行政诉讼 6 件。复议机关作为共同被告的案件，按国办公开办函〔2016〕201号只计入原行为主体，表格为：【行政诉讼 未经复议直接起诉，总计】 26，【行政诉讼 复议后起诉，总计】 20，请核实是否重复计入。",
            "the text states 6 for “suits as co-defendant”; such cases are counted by the body whose act it was only. The table, which may include them, has “litigation without prior reconsideration, total” 26, “litigation after reconsideration, total” 20.",
        ],
    ),
    (
        Rule::T310,
        [
            "以下标题与规定格式的文字略有不同：五、存在问题和改进措施。",
            "these headings are not in the words of the form: 五、存在问题和改进措施.",
        ],
    ),
    (
        Rule::T311,
        [
            "正文引用的是另一版本格式的通知，应引用2021年版的通知，请核实。",
            "the text cites the notice of another edition; this form follows the 2021 edition.",
        ],
    ),
    (
        Rule::Y206,
        [
            "【规章，现行有效件数】填的是 11 件，按“上年现行有效件数＋本年制发件数－本年废止件数”推算为 18 件，请核实；自动失效等情形请说明。",
            "“rules, in force” is 11, fewer than follow from the year before, with those issued and without those repealed: 18. Documents may have lapsed.",
        ],
    ),
    (
        Rule::N211,
        [
            "正文写实际收取的信息处理费 3940 元，多于表格的行政事业性收费（【行政事业性收费，本年收费金额（单位：万元）】 0.39），请核实。如属统计范围不同（正文为本级政府汇总，表格只统计本机关），请在正文中注明。",
            "the text states 3940 元 for “information-processing fee collected”, more than all 行政事业性收费 of the table (“administrative and institutional charges, amount collected in the year” 0.39). That is no contradiction if the text counts the whole jurisdiction and the table the body's own office.",
        ],
    ),
    (
        Rule::P308,
        [
            "行政许可、其他对外管理服务事项、行政处罚、行政强制的处理决定数量都等于上一年项目数量加本年增/减，请核实是否误填为项目总数。",
            "in every row the decisions are the previous year's items with the change; a stock of items may have been filed as decisions.",
        ],
    ),
    (Rule::T312, ["第一部分有 1001 字，超过 1000 字，请精简。", "section 1 has 1001 characters, more than 1000."]),
    (
        Rule::T401,
        [
            "第一、五部分共 18 句，其中 9 句与上年报告相同，最长的相同段落有 233 字（“一主动公开主动公开政府信息60条其中通过政府网站公开信息40条通过其他方式公开信息20条。其中概况信息10条其他信息50…”），疑似沿用上年内容，请核实。",
            "of 18 sentences in sections 1 and 5, 9 stand in last year's report, too; the longest passage has 233 characters (“一主动公开主动公开政府信息60条其中通过政府网站公开信息40条通过其他方式公开信息20条。其中概况信息10条其他信息50…”).",
        ],
    ),
];
