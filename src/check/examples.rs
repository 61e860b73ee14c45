//! For each rule what a finding says, in both languages. The tests break a real report with each rule and compare.

use crate::check::Rule;

pub(crate) const EXAMPLES: &[(Rule, [&str; 2])] = &[
    (
        Rule::C101,
        [
            "【行政许可，本年处理决定数量】为空白，没有发生的应填 0。",
            "“administrative licensing, decisions in the year” is blank; where there is nothing to count, the figure is 0.",
        ],
    ),
    (
        Rule::C102,
        [
            "【行政强制，本年处理决定数量】填的是“/”，应填数字；没有发生的填 0。",
            "“administrative coercion, decisions in the year” prints “/” where the form wants a number; where there is nothing to count, it is 0.",
        ],
    ),
    (
        Rule::C103,
        ["缺少【行政许可，本年处理决定数量】这一栏。", "“administrative licensing, decisions in the year” is missing."],
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
            "“administrative coercion, decisions in the year” prints the word “无”; the figure is 0.",
        ],
    ),
    (
        Rule::C202,
        [
            "【行政强制，本年处理决定数量】填的是“详见附件”，不是数字。",
            "“administrative coercion, decisions in the year” prints “详见附件”, which is not a number.",
        ],
    ),
    (
        Rule::C203,
        [
            "【行政强制，本年处理决定数量】填的是 -1，不能为负数。",
            "“administrative coercion, decisions in the year” prints -1, but cannot be negative.",
        ],
    ),
    (
        Rule::C204,
        [
            "【行政强制，本年处理决定数量】填的是 1.5，应为整数。",
            "“administrative coercion, decisions in the year” prints 1.5, but counts whole things.",
        ],
    ),
    (
        Rule::C205,
        [
            "【行政强制，本年处理决定数量】填的是 4294967296，数值过大，请核对。",
            "“administrative coercion, decisions in the year” prints 4294967296, which is too large to be right.",
        ],
    ),
    (
        Rule::C206,
        [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是 0.1234567，小数位数过多（最多六位）。",
            "“administrative fees, amount collected in the year” prints 0.1234567, with more than six digits behind the point.",
        ],
    ),
    (
        Rule::C301,
        [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是“3940元”，与本栏单位“万元”不一致，现按所填单位计，请核对金额。",
            "“administrative fees, amount collected in the year” prints “3940元”, but the column counts in ten thousand yuan; it is read in the unit that the cell states.",
        ],
    ),
    (
        Rule::C302,
        [
            "【行政强制，本年处理决定数量】填的是“12万元”，单位不符。",
            "“administrative coercion, decisions in the year” prints “12万元”, a unit that does not fit what is counted.",
        ],
    ),
    (
        Rule::P101,
        [
            "规章：本年新公开数量 3 大于对外公开总数量 2。",
            "rules: 3 newly disclosed in the year, but only 2 disclosed in total.",
        ],
    ),
    (
        Rule::P102,
        [
            "行政事业性收费：上一年项目数量 2 加本年增/减 -3，结果为负数。",
            "administrative fees: 2 items and a change of -3 leave fewer than none.",
        ],
    ),
    (
        Rule::P103,
        [
            "政府集中采购：采购项目数量为 0，采购总金额为 8040.5，两者应同时为 0 或同时不为 0。",
            "centralised government procurement: 0 projects and an amount of 8040.5; either both are 0 or none is.",
        ],
    ),
    (Rule::P201, ["规章：现行有效件数 4 小于本年制发件数 5。", "rules: 4 in force, but 5 issued in the year."]),
    (
        Rule::R101,
        [
            "“科研机构”一栏不平衡：一、新收加二、上年结转为 0（一、本年新收政府信息公开申请数量 0，二、上年结转政府信息公开申请数量 0），三、办理结果加四、结转下年度为 7（（七）总计 0，四、结转下年度继续办理 7），相差 7。",
            "the column “research institution” does not balance: received and carried in are 0 (requests newly received in the year 0, requests carried over from the previous year 0), processed and carried over 7 (total processed 0, carried over to the next year 7), 7 apart.",
        ],
    ),
    (
        Rule::R102,
        [
            "【（七）总计，法律服务机构】填的是 9，各项办理结果之和是 0（各项均为 0），相差 9。",
            "“total processed, legal service institution” is stated as 9, but the outcomes add up to 0 (all of them 0), 9 apart.",
        ],
    ),
    (
        Rule::R103,
        [
            "【（一）予以公开，总计】填的是 1，本行各类申请人之和是 1362（自然人 1288，商业企业 21，法律服务机构 50，其他 3），相差 1361。",
            "“granted, total” is stated as 1, but the applicants add up to 1362 (natural person 1288, commercial enterprise 21, legal service institution 50, other organisation 3), 1361 apart.",
        ],
    ),
    (
        Rule::D101,
        [
            "【行政诉讼 未经复议直接起诉，总计】填的是 25，各项结果（含尚未审结）之和是 26（结果维持 13，结果纠正 4，其他结果 8，尚未审结 1），相差 1。",
            "“litigation without prior reconsideration, total” is stated as 25, but the results, pending cases included, add up to 26 (upheld 13, corrected 4, other result 8, pending 1), 1 apart.",
        ],
    ),
    (
        Rule::E101,
        [
            "2021年版的表格没有【政府集中采购，采购项目数量】这一栏，可能用错了版本的表格。",
            "the 2021 edition does not print “centralised government procurement, projects”; the table may be that of another edition.",
        ],
    ),
    (
        Rule::E102,
        [
            "（六）其他处理的行数与2021年版不符：2019年版为一行，2021年版分为三行。",
            "（六）其他处理 is not laid out as in the 2021 edition: one row in the 2019 edition, three in the 2021 edition.",
        ],
    ),
    (
        Rule::E103,
        [
            "“二、主动公开政府信息情况”用的不是2021年版的表格，表内各栏属于另一版本，无法按2021年版核对。",
            "the table of section 2, information disclosed proactively is not that of the 2021 edition but of another edition, so it could not be checked as such.",
        ],
    ),
    (
        Rule::E104,
        [
            "【规章，本年新制作数量】所在的部分用的是另一版本的表格，与2021年版不符。",
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
            "【（一）予以公开，总计】为空白，按各分项之和应填 1362。",
            "“granted, total” is blank; its parts add up to 1362.",
        ],
    ),
    (
        Rule::P301,
        [
            "规章：本年新制作数量为 1，本年新公开数量为 0，两者不同，请确认。",
            "rules: 1 newly made in the year, 0 newly disclosed; the two differ.",
        ],
    ),
    (
        Rule::P302,
        [
            "行政处罚：处理决定数量为 3，但上一年项目数量 0 加本年增/减 0 为 0。",
            "administrative penalties: 3 decisions, but 0 items and a change of 0 leave none.",
        ],
    ),
    (
        Rule::P303,
        [
            "政府集中采购：采购总金额为 75394432.52，未注明单位是元还是万元，请核对。",
            "centralised government procurement: an amount of 75394432.52 without a unit; it is not known whether it is in 元 or 万元.",
        ],
    ),
    (
        Rule::P304,
        [
            "行政强制：本年增/减 34 与上一年项目数量 34 相同，请确认填的是增减数而不是总数。",
            "administrative coercion: the change 34 equals the previous year's 34 items; it may be a stock, not a change.",
        ],
    ),
    (
        Rule::P305,
        [
            "行政事业性收费：本年收费金额为 96171600 万元，数额过大，是否按元填报？",
            "administrative fees: an amount of 96171600 万元 is very large; it may be in 元.",
        ],
    ),
    (
        Rule::P306,
        [
            "规章：填有 2 件，但报告机关没有规章制定权，请核对。",
            "rules: 2 are stated, but the body has no power to make rules.",
        ],
    ),
    (
        Rule::P307,
        [
            "规章一行填的是“/”，按没有规章制定权处理，不作为 0。",
            "the row 规章 prints “/”: read as a body without the power to make rules, not as 0.",
        ],
    ),
    (
        Rule::R301,
        [
            "【一、本年新收政府信息公开申请数量，法律服务机构】填的是 2：乡镇很少收到法律服务机构的申请，律师代自然人申请的应计入自然人，请核对。",
            "“requests newly received in the year, legal service institution” is 2: rare for a township; a lawyer who asks for a natural person counts as 自然人.",
        ],
    ),
    (
        Rule::R302,
        [
            "结转下年度 40 件，超过全部申请（45 加 0）的四分之一，请核对。",
            "40 requests were carried over, more than a quarter of all (45 and 0).",
        ],
    ),
    (
        Rule::D301,
        [
            "有未经复议直接起诉 26 件，而本年只有不予公开、没有无法提供或不予处理；2024 年起不予公开应先申请复议，请核对。",
            "26 suits without prior reconsideration, though requests were only refused; since 2024 a refusal goes to reconsideration first.",
        ],
    ),
    (
        Rule::T201,
        [
            "统计期限为 2023-01-01 至 2023-12-31，与 2024 年度不符。",
            "the statistical period is 2023-01-01 to 2023-12-31, which is not the year 2024.",
        ],
    ),
    (
        Rule::T202,
        ["公布日期 2024-02-10 早于 2024 年度结束。", "the date of publication, 2024-02-10, is before the end of 2024."],
    ),
    (
        Rule::T203,
        ["公布日期 2025-02-01 晚于规定的 2025-01-31。", "published on 2025-02-01, after the date set, 2025-01-31."],
    ),
    (
        Rule::Y101,
        [
            "【二、上年结转政府信息公开申请数量，商业企业】填的是 1，上年报告的“结转下年度”是 0，应一致。",
            "“requests carried over from the previous year, commercial enterprise” is 1, but the year before carried over 0.",
        ],
    ),
    (
        Rule::Y102,
        [
            "用来对比的报告不是同一机关上一年度的报告，未作年度间核对。",
            "the form to compare with is not of the same body and the year before; nothing was compared.",
        ],
    ),
    (
        Rule::Y201,
        [
            "【行政许可，上一年项目数量】填的是 4，按上年报告推算应为 0。",
            "“administrative licensing, items at the end of the previous year” is 4, but the report of the year before leads to 0.",
        ],
    ),
    (
        Rule::Y202,
        [
            "【规章，现行有效件数】填的是 11，多于上年现行有效数加本年制发数 10。",
            "“rules, in force” is 11, more than were in force the year before and issued since, 10.",
        ],
    ),
    (
        Rule::Y203,
        [
            "【规章，现行有效件数】填的是 11，按上年现行有效数加制发、减废止应为 18。",
            "“rules, in force” is 11; the year before, plus issued, less repealed leads to 18.",
        ],
    ),
    (
        Rule::Y204,
        [
            "【规章，对外公开总数量】填的是 1，多于上年总数加本年新公开数 0。",
            "“rules, disclosed in total” is 1, more than the year before and newly disclosed together, 0.",
        ],
    ),
    (
        Rule::Y205,
        [
            "【规章，现行有效件数】填的是 11，多于上年对外公开总数加本年制发数 10。",
            "“rules, in force” is 11, more than were disclosed the year before and issued since, 10.",
        ],
    ),
    (
        Rule::Y301,
        [
            "【行政强制，本年处理决定数量】填的是 88283，上年为 1，变化很大，请确认。",
            "“administrative coercion, decisions in the year” is 88283 after 1 the year before.",
        ],
    ),
    (
        Rule::Y302,
        [
            "第三、四部分的数字与上年完全相同，请确认没有照抄上年报告。",
            "sections 三 and 四 are the same as the year before, figure by figure.",
        ],
    ),
    (
        Rule::Y303,
        [
            "【行政诉讼 未经复议直接起诉，总计】填的是 26，少于上年尚未审结的 27 件，请确认。",
            "“litigation without prior reconsideration, total” is 26, fewer than the 27 that were pending the year before.",
        ],
    ),
    (
        Rule::Y304,
        [
            "【行政事业性收费，本年收费金额（单位：万元）】填的是 96171.6，上年为 9.61716，相差一万倍以上，请核对单位。",
            "“administrative fees, amount collected in the year” is 96171.6 after 9.61716 the year before; the unit may be wrong.",
        ],
    ),
    (
        Rule::Y305,
        [
            "本年有行政复议或行政诉讼 1 件，但本年和上年都没有收到申请，请确认。",
            "1 disputes, but no request in this year or the year before.",
        ],
    ),
    (
        Rule::T103,
        [
            "报告机关名称“淮安市人民政府 ”首尾有空格或含有不可见字符，请删除。",
            "the name of the reporting body, “淮安市人民政府 ”, has a space at its ends or invisible characters.",
        ],
    ),
];
