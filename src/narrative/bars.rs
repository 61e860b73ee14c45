//! Words by which a number is none of the report's figures of its year, whatever else stands beside it.

/// Words by which a number is only planned.
const PLANS: &[&str] =
    &["计划", "拟", "力争", "争取", "预计", "目标", "明年", "下一步", "将主动", "将公开", "不少于", "不低于", "任务"];
/// Words by which a number is an average, or the most or least of several.
const AVERAGES: &[&str] =
    &["平均", "日均", "月均", "年均", "人均", "每日", "每天", "每周", "每月", "每季", "每年", "每件", "最多", "最少"];
/// Words that deny: 没有收到超过5件申请的部门 counts no requests.
const DENIALS: &[&str] = &[
    "没有",
    "并未",
    "未发生",
    "未收到",
    "未产生",
    "除",
    "不受理",
    "不予受理",
    "未发现",
    "未出现",
    "从未",
    "避免",
    "杜绝",
    "防止",
    "误",
];
/// Bodies under that of the report, whose figures are parts of its own.
const BODIES_BELOW: &[&str] = &["所属", "下属", "各乡", "各镇", "各街道", "各县", "各区"];
/// What should be done, and was not said to be done.
const DUTIES: &[&str] = &["应当", "应收到", "应答复", "应予", "应公开", "应办"];
/// Words by which a number is added to another that is not the text's.
const ADDITIONS: &[&str] =
    &["另收", "另外收", "还收", "又收", "再收", "再次收", "多收", "少收", "多公开", "少公开", "环比"];
/// What is done for others, or with them.
const FOR_OTHERS: &[&str] = &["指导", "督促", "参与办理", "参与答复", "审核", "协助", "会同", "委托", "代理", "代为"];
/// A clause that begins so states a condition or speaks of some only.
const CONDITIONS: &[&str] = &["如", "若", "凡", "倘", "假如", "对", "同一"];
/// Words that begin as a condition does, and are none.
const NO_CONDITIONS: &[&str] = &["如期", "若干", "对外", "对社会"];
/// What stands behind a number that only describes others: 收到申请5件的单位.
const DESCRIPTIONS: &[&str] = &["的单位", "的部门", "的情况", "的情形", "的现象", "以上的"];

/// Whether the words before a number, or those behind it, bar it.
pub(crate) fn bar(words: &str, behind: &str) -> bool {
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let begins = |list: &[&str]| list.iter().any(|word| words.starts_with(word));
    // 信息不存在1件 is an outcome, 不存在收到申请0件的情况 is none.
    let denies = words.match_indices("不存在").any(|(at, _)| !words[..at].ends_with("信息"));
    [PLANS, AVERAGES, DENIALS, BODIES_BELOW, DUTIES, ADDITIONS, FOR_OTHERS].into_iter().any(has)
        || denies
        || words.ends_with('无')
        // 超过10件的收取100元: what the number before describes.
        || words.starts_with('的')
        || begins(CONDITIONS) && !begins(NO_CONDITIONS)
        || DESCRIPTIONS.iter().any(|word| behind.starts_with(word))
}
