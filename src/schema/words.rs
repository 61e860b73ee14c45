//! Titles in Chinese, examples, and descriptions for readers who do not see the documentation of the crate.

use std::borrow::Cow;

use schemars::Schema;
use serde_json::{Map, Value, json};

use crate::form::{Cell, OutcomeGroup, RequestRow, Route};
use crate::value::Lang;
use crate::value::axis::Axis as _;

/// The title of a definition, of a property wherever it stands, or of a property of a definition or document.
const TITLES: &[(&str, &str)] = &[
    // Definitions.
    ("AmountSum", "金额合计"),
    ("Applicant", "申请人"),
    ("Area", "页面区域"),
    ("BeforeAndAfter", "前后版本"),
    ("Body", "报告机关"),
    ("Basis", "推定依据"),
    ("BasisStated", "编制依据"),
    ("BodyKind", "机关类别"),
    ("CellChange", "栏目变化"),
    ("CellRange", "单元格区域"),
    ("ChangeFlow", "增减数多年合计"),
    ("ChangeKind", "变化类型"),
    ("ChangeSum", "增减数合计"),
    ("Closure", "列举程度"),
    ("Completeness", "是否完整"),
    ("Confidence", "归类根据"),
    ("Conflict", "汇总冲突"),
    ("Contact", "联系方式"),
    ("Correction", "更正"),
    ("CountFlow", "数量多年合计"),
    ("CountSum", "数量合计"),
    ("Coverage", "汇总范围"),
    ("Discontinuity", "年度不衔接"),
    ("Edition", "表格版本"),
    ("Entry", "规则核对情况"),
    ("Evidence", "依据数字"),
    ("Finding", "核对发现"),
    ("Figure", "正文数字"),
    ("Form", "年度报告表格"),
    ("Gap", "无法核对之处"),
    ("Heading", "标题"),
    ("HeadingFound", "所印标题"),
    ("Inferred", "推定事项"),
    ("Kept", "留存数据"),
    ("KeptAmount", "留存金额合计"),
    ("KeptLayout", "留存报告数"),
    ("KeptProactive", "留存合计（主动公开）"),
    ("KeptReport", "留存报告"),
    ("KeptSums", "留存合计"),
    ("Ledger", "核对台账"),
    ("Level", "行政层级"),
    ("Loss", "转换损失"),
    ("LossKind", "损失类型"),
    ("List", "正文中的分项列举"),
    ("Location", "在来源中的位置"),
    ("Lost", "原栏目内容"),
    ("Measure", "数字性质"),
    ("Mend", "更正方案"),
    ("MoneyUnit", "金额单位"),
    ("NamesBeforeAndAfter", "前后机关"),
    ("NotCounted", "未计入的表格"),
    ("Note", "读取说明"),
    ("Open", "可能重复计入"),
    ("Operand", "栏目与数值"),
    ("PartsStated", "所称部分数"),
    ("Passage", "文段"),
    ("Period", "统计期限"),
    ("PeriodStated", "所载统计期限"),
    ("Placed", "已归位栏目"),
    ("Range_of_uint", "字节范围"),
    ("ReadAs", "栏目与读法"),
    ("ReportsOfEdition", "各版本报告数"),
    ("RequestRow", "申请表的行"),
    ("Row", "按申请人"),
    ("Scope", "统计范围"),
    ("Section", "部分"),
    ("Sections", "年度报告正文"),
    ("Severity", "严重程度"),
    ("Signature", "落款"),
    ("Slip", "笔误类型"),
    ("SubItem", "总体情况应述事项"),
    ("Report", "年度报告数据"),
    ("Superseded", "已有更正的报告"),
    ("TitleStated", "报告标题"),
    ("Totals", "合计"),
    ("Unasked", "未核对原因"),
    ("Unit", "单位"),
    ("Unplaced", "未能归位的数字"),
    ("UnplacedReason", "未能归位的原因"),
    ("Whole", "整数"),
    // Properties that mean something of their own in a definition.
    ("BeforeAndAfter.after", "后者版本"),
    ("BeforeAndAfter.before", "前者版本"),
    ("NamesBeforeAndAfter.after", "后者机关"),
    ("NamesBeforeAndAfter.before", "前者机关"),
    ("Area.bottom", "下边"),
    ("Area.left", "左边"),
    ("Area.right", "右边"),
    ("Area.top", "上边"),
    ("Body.kind", "机关类别"),
    ("Inferred.kind", "机关类别"),
    ("Kept.reports", "已汇总的报告"),
    ("KeptProactive.amount", "金额合计"),
    ("KeptProactive.changes", "增减数合计"),
    ("Open.whole", "可能已包含它的机关"),
    ("may_be_same", "是否可能是同一机关"),
    ("CellRange.column", "首列"),
    ("CellRange.last_column", "末列"),
    ("CellRange.last_row", "末行"),
    ("CellRange.row", "首行"),
    ("Location.area", "页面区域"),
    ("Location.cells", "单元格区域"),
    ("Location.kind", "位置种类"),
    ("Location.page", "页码"),
    ("Location.paragraph", "段落"),
    ("Location.sheet", "工作表"),
    ("Location.table", "表格"),
    ("Note.columns", "隐藏列数"),
    ("Note.computed", "相加结果"),
    ("Note.held", "单元格内容"),
    ("Note.rows", "隐藏行数"),
    ("Note.sheet", "工作表"),
    ("Note.stored", "存储结果"),
    ("Note.strays", "无法解码之处"),
    ("Placed.at", "位置"),
    ("Unplaced.at", "位置"),
    ("CellChange.after", "现内容"),
    ("CellChange.before", "原内容"),
    ("CellChange.difference", "差额"),
    ("CellChange.kind", "变化类型"),
    ("CellChange.percent", "差额百分比"),
    ("CountFlow.years", "所涉年度"),
    ("Discontinuity.closing", "前一年结转下年度数"),
    ("Discontinuity.opening", "后一年上年结转数"),
    ("Evidence.expected", "应有数值"),
    ("Evidence.from", "所载日期或期限起"),
    ("Evidence.list", "列举原文"),
    ("Evidence.to", "法定日期或期限止"),
    ("Figure.name", "所列名目"),
    ("Figure.whole", "占何者的比例"),
    ("Gap.missing", "所缺栏目"),
    ("List.parts", "各项数字的字节范围"),
    ("List.printed", "原文"),
    ("List.whole", "总数的字节范围"),
    ("Loss.from", "原栏目"),
    ("Loss.kind", "损失类型"),
    ("Loss.to", "目标栏目"),
    ("PartsStated.stated", "所称部分数"),
    ("extraction.text", "页面全文"),
    ("extraction.unplaced", "未能归位的数字"),
    ("narrative.parts", "所称部分数"),
    ("narrative.problems", "存在的主要问题"),
    ("narrative.unplaced", "未能归类的数字"),
    // Properties.
    ("activities", "其他工作的数字"),
    ("address", "地址"),
    ("after", "前一年"),
    ("alternatives", "可能的读法"),
    ("amount", "金额"),
    ("applicant", "申请人"),
    ("at", "位置"),
    ("basis", "编制依据"),
    ("before", "后一年"),
    ("beside_tables", "表格旁的文字"),
    ("bodies", "前后机关"),
    ("body", "报告机关"),
    ("broken", "不成立次数"),
    ("cell", "栏目"),
    ("cells", "各栏目"),
    ("change", "本年增/减"),
    ("changes", "栏目变化"),
    ("closing", "期末结转"),
    ("closure", "列举是否完整"),
    ("completeness", "是否完整"),
    ("confidence", "归类根据"),
    ("conflicts", "汇总冲突"),
    ("contact", "联系方式"),
    ("corrections", "更正"),
    ("counted", "已计入机关"),
    ("coverage", "汇总范围"),
    ("current", "本年"),
    ("date", "日期"),
    ("decisions", "处理决定数量"),
    ("discontinuities", "年度不衔接之处"),
    ("edition", "表格版本"),
    ("editions", "表格版本"),
    ("email", "电子邮箱"),
    ("embedded", "内嵌的页面"),
    ("end", "止（不含）"),
    ("errors", "错误数"),
    ("evidence", "依据数字"),
    ("expected", "应报机关数"),
    ("fee_statement", "信息处理费的说明"),
    ("figures", "正文数字"),
    ("filed", "栏目内容"),
    ("findings", "核对发现"),
    ("first", "首年合计"),
    ("flows", "各年发生数合计"),
    ("foreign", "疑似他文内容"),
    ("form", "年度报告表格"),
    ("from", "起"),
    ("gaps", "无法核对之处"),
    ("heading", "标题"),
    ("headings", "所印标题"),
    ("held", "成立次数"),
    ("improvements", "改进情况"),
    ("in_force", "现行有效件数"),
    ("introduced", "新出现的发现"),
    ("is_approximate", "是否约数"),
    ("is_certain", "是否唯一解释"),
    ("is_mixed", "是否混有两版栏目"),
    ("is_renamed", "标题是否改写"),
    ("is_usual", "标题格式是否规范"),
    ("issued", "本年制发件数"),
    ("joined", "仅后一年有的机关"),
    ("kind", "类型"),
    ("last", "末年合计"),
    ("ledger", "核对台账"),
    ("left", "左边"),
    ("Discontinuity.left", "仅前一年有的机关"),
    ("level", "行政层级"),
    ("listed", "所列部分数"),
    ("lists", "正文中的分项列举"),
    ("losses", "转换损失"),
    ("measure", "数字性质"),
    ("mended", "更正值"),
    ("mends", "更正方案"),
    ("missing", "未报机关"),
    ("name", "机关名称"),
    ("Quote.name", "文字名称"),
    ("newly_disclosed", "本年新公开数量"),
    ("newly_made", "本年新制作数量"),
    ("not_counted", "未计入的表格"),
    ("notes", "读取说明"),
    ("number", "序号"),
    ("odd", "年度与多数不同的机关"),
    ("of_no_unit", "未注明单位的金额合计"),
    ("opening", "期初结转"),
    ("operands", "栏目与数值"),
    ("organ", "前言所写机关"),
    ("other_matters", "六、其他需要报告的事项"),
    ("overview", "一、总体情况"),
    ("parts", "正文各项数字"),
    ("period", "统计期限"),
    ("placed", "已归位栏目"),
    ("policy", "核对口径"),
    ("portals", "所提政府网站"),
    ("postcode", "邮编"),
    ("preamble", "首段"),
    ("previous", "上年"),
    ("previous_items", "上一年项目数量"),
    ("printed", "所印内容"),
    ("report", "报告"),
    ("section_one", "第一部分全文"),
    ("sentences", "句数"),
    ("equal", "相同句数"),
    ("characters", "字数"),
    ("at_most", "字数上限"),
    ("passage", "相同段落"),
    ("problems", "五、存在的主要问题及改进情况"),
    ("projects", "采购项目数量"),
    ("published", "公布日期"),
    ("source", "来源"),
    ("strays", "无法识别的字节"),
    ("Verdict", "结论"),
    ("RuleCode", "规则代码"),
    ("HouseCode", "本单位规则代码"),
    ("HouseText", "本单位规则"),
    ("Texts", "两种语言的文字"),
    ("en", "英文"),
    ("zh", "中文"),
    ("says", "说明"),
    ("page", "规则说明"),
    ("formula", "应满足"),
    ("code", "规则代码"),
    ("verdict", "结论"),
    ("house_rules", "本单位规则"),
    ("message", "说明"),
    ("read_as", "读作"),
    ("reason", "原因"),
    ("rectification", "上年问题整改情况"),
    ("region", "行政区划代码"),
    ("regulations", "所引条例之处"),
    ("remaining", "仍存在的发现"),
    ("repealed", "本年废止件数"),
    ("reports", "报告数"),
    ("reports_with_unit", "注明单位的报告数"),
    ("reports_without_unit", "未注明单位的报告数"),
    ("resolved", "已消除的发现"),
    ("right", "右边"),
    ("row", "行"),
    ("rule", "规则代码"),
    ("schema_version", "格式版本号"),
    ("scope", "统计范围"),
    ("section_five", "第五部分全文"),
    ("sections", "年度报告正文"),
    ("sentence", "所在句子的字节范围"),
    ("severity", "严重程度"),
    ("signature", "落款"),
    ("slip", "笔误类型"),
    ("span", "字节范围"),
    ("start", "起"),
    ("stated", "所填值"),
    ("sub_items", "总体情况已述事项"),
    ("subject", "所指事项"),
    ("sum", "合计"),
    ("telephone", "电话"),
    ("text", "文字"),
    ("times", "出现次数"),
    ("title", "标题"),
    ("titles", "标题"),
    ("to", "止"),
    ("total_disclosed", "对外公开总数量"),
    ("totals", "合计"),
    ("unasked", "未核对原因"),
    ("unexpected", "应报范围以外的机关"),
    ("unit", "单位"),
    ("unplaced", "区划或统计范围不明的机关"),
    ("value", "数值"),
    ("whole", "所属汇总机关"),
    ("counts", "数量合计"),
    ("digest", "数字摘要"),
    ("edition_of_other", "（六）其他处理的版本"),
    ("has_rules", "规章一行是否有数字"),
    ("inferred", "推定事项"),
    ("kept", "留存数据"),
    ("layouts", "各版本报告数"),
    ("open", "可能重复计入的机关"),
    ("other_millionths", "未注明单位的金额合计（百万分之一）"),
    ("sums", "合计"),
    ("superseded", "已有更正的报告"),
    ("with_unit", "注明单位的金额数"),
    ("without_unit", "未注明单位的金额数"),
    ("yuan_millionths", "注明单位的金额合计（百万分之一元）"),
    ("without_number", "没有数字的栏目"),
    ("without_rules", "规章一行填“/”的机关"),
    ("year", "报告年度"),
    ("years", "报告年度"),
    ("yuan", "注明单位的金额合计（元）"),
    ("Quote", "正文数字"),
    ("Subject", "所指事项"),
    // The sections and rows of a report that the axes of the form do not name.
    ("Disputes", "四、政府信息公开行政复议、行政诉讼情况"),
    ("Litigation", "行政诉讼"),
    ("Other", "（六）其他处理"),
    ("Outcomes", "三、本年度办理结果"),
    ("Proactive", "二、主动公开政府信息情况"),
    ("Requests", "三、收到和处理政府信息公开申请情况"),
    ("Decisions", "处理决定"),
    ("Disclosed", "公开数量"),
    ("FeeItems", "收费项目"),
    ("Fees", "收费金额"),
    ("Issued", "制发数量"),
    ("Items", "事项"),
    ("Procurement", "政府集中采购"),
    ("after_reconsideration", "复议后起诉"),
    ("coercion", "行政强制"),
    ("direct", "未经复议直接起诉"),
    ("disputes", "四、政府信息公开行政复议、行政诉讼情况"),
    ("fees", "行政事业性收费"),
    ("licensing", "行政许可"),
    ("litigation", "行政诉讼"),
    ("normative_documents", "规范性文件"),
    ("other_services", "其他对外管理服务事项"),
    ("outcomes", "三、本年度办理结果"),
    ("penalties", "行政处罚"),
    ("proactive", "二、主动公开政府信息情况"),
    ("procurement", "政府集中采购"),
    ("requests", "三、收到和处理政府信息公开申请情况"),
    ("rules", "规章"),
];

/// What a document may hold, by definition or property.
fn examples(name: &str) -> Option<Value> {
    Some(match name {
        "Amount" => json!(["7730.28", "0"]),
        "Decimal" => json!(["24252.311082", "-18"]),
        "Filed" => json!([12, null, "/", "251000元", "22（其中修订16件）"]),
        "Policy" => json!(["default", "strict,P3=off,blank=zero"]),
        "Region" => json!(["370784", "370784001"]),
        "Whole" => json!([11_398_889, "1000000000000000"]),
        "Year" => json!([2024]),
        "Body" => json!([{ "name": "某某县人民政府", "level": "county", "kind": "government", "region": "370784" }]),
        "Period" => json!([{ "from": "2024-01-01", "to": "2024-12-31" }]),
        "published" => json!(["2025-01-27"]),
        "name" => json!(["某某县人民政府"]),
        _ => return None,
    })
}

/// Gives every definition and property its title and an example, and takes what only Rust knows out of the
/// descriptions.
pub(super) fn name(schema: &mut Schema, document: &str) {
    if let Some(root) = schema.as_object_mut() {
        let definitions = root.get_mut("$defs").and_then(Value::as_object_mut);
        for (name, definition) in definitions.into_iter().flatten() {
            if let Value::Object(definition) = definition {
                entitle(definition, title(name).as_deref(), examples(name));
                name_in(name, definition);
            }
        }
        name_in(document, root);
    }
}

fn title(name: &str) -> Option<Cow<'static, str>> {
    if let Some(&(_, title)) = TITLES.iter().find(|(of, _)| *of == name) {
        return Some(title.into());
    }
    if let Ok(cell) = name.parse::<Cell>() {
        return Some(cell.label(Lang::Zh).into());
    }
    let label = match name {
        "received" => RequestRow::Received.label(Lang::Zh),
        "carried_in" => RequestRow::CarriedIn.label(Lang::Zh),
        "carried_over" => RequestRow::CarriedOver.label(Lang::Zh),
        "reconsideration" => Route::Reconsideration.label(Lang::Zh),
        _ => OutcomeGroup::from_name(name)?.label(Lang::Zh),
    };
    Some(label.into())
}

fn entitle(schema: &mut Map<String, Value>, title: Option<&str>, examples: Option<Value>) {
    if let Some(title) = title
        && !schema.contains_key("title")
    {
        let rest = std::mem::take(schema);
        schema.insert("title".to_owned(), title.into());
        schema.extend(rest);
    }
    if let Some(examples) = examples {
        schema.insert("examples".to_owned(), examples);
    }
}

/// Names what stands in a schema, itself named already.
fn name_in(definition: &str, schema: &mut Map<String, Value>) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = plain(description);
    }
    for (keyword, inside) in schema.iter_mut() {
        match (keyword.as_str(), inside) {
            ("properties", Value::Object(properties)) => {
                for (name, property) in properties {
                    if let Value::Object(property) = property {
                        let title = title(&format!("{definition}.{name}")).or_else(|| title(name));
                        entitle(property, title.as_deref(), examples(name));
                        name_in(definition, property);
                    }
                }
            }
            ("items" | "not", Value::Object(inside)) => name_in(definition, inside),
            ("anyOf" | "oneOf" | "prefixItems", Value::Array(all)) => {
                for inside in all.iter_mut().filter_map(Value::as_object_mut) {
                    name_in(definition, inside);
                }
            }
            _ => {}
        }
    }
}

/// The first paragraph of a doc comment as one line, without links and what only Rust knows.
fn plain(description: &str) -> String {
    let words: Vec<&str> = description.split("\n\n").next().unwrap_or_default().split_whitespace().collect();
    words.join(" ").replace("[`", "`").replace("`]", "`").replace("`None`", "absent")
}
