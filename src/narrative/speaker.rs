//! Whose figures a clause states: those of the report's body, or of another that it names.

use crate::narrative::body::{governs, is_name_of};
use crate::narrative::stream::{PARTS_CLAUSES, Stream};

/// Endings of names of bodies; longer ones first.
const ORGANS: &[&str] = &[
    "管理委员会",
    "人民政府",
    "委员会",
    "办公厅",
    "办公室",
    "办事处",
    "管委会",
    "党工委",
    "街道办",
    "政府",
    "检察院",
    "法院",
    "局",
    "厅",
    "委",
];
/// Endings of names that are such only right before what the body did.
const ORGANS_BEFORE_VERBS: &[&str] = &[
    "公安机关",
    "上级",
    "下级",
    "下属",
    "机关",
    "部门",
    "单位",
    "系统",
    "中心",
    "公司",
    "集团",
    "学校",
    "大学",
    "学院",
    "医院",
    "大队",
    "支队",
    "街道",
    "社区",
    "窗口",
    "科室",
    "省",
    "市",
    "县",
    "区",
    "州",
    "旗",
    "镇",
    "乡",
    "村",
    "处",
    "科",
    "股",
    "办",
    "部",
    "学",
    "院",
    "馆",
    "所",
    "队",
    "园",
    "社",
    "会",
    "联",
    "组",
    "站",
    "一中",
    "二中",
];
/// What a body does, or has, with a number behind it.
const VERBS: &[&str] = &[
    "收到",
    "接到",
    "新收",
    "接收",
    "受理",
    "共收",
    "收件",
    "答复",
    "办结",
    "办复",
    "回复",
    "办理",
    "主动公开",
    "公开政府",
    "公开信息",
    "公开各类",
    "公开政务",
    "发布",
    "推送",
    "制发",
    "制定",
    "印发",
    "出台",
    "废止",
    "作出",
    "做出",
    "收取",
    "发出",
    "发生",
    "产生",
    "未收",
    "未发",
    "未产",
    "未出",
    "没有",
    "被",
    "因",
    "依申请",
    "政府信息公开申请",
    "行政复议",
    "行政诉讼",
    "现行有效",
];
/// Words between a body and what it did.
const ADVERBS: &[&str] = &[
    "总共",
    "一共",
    "累计",
    "全年",
    "今年",
    "本年度",
    "本年",
    "合计",
    "依法",
    "及时",
    "已经",
    "共",
    "已",
    "均",
    "也",
    "都",
    "则",
    "仅",
    "只",
    "年",
    "度",
    "的",
    "窗口",
];
/// Words that lead to the body.
const LEADS: &[&str] = &["其中", "同时", "此外", "另外", "由", "而", "另", "度", "内", "底", "末", "份", "、"];
/// A clause that begins so names no body as the one that acts.
const PREPOSITIONS: &[&str] = &[
    "通过", "经过", "在", "向", "对", "以", "从", "按", "据", "依", "利用", "根据", "为", "与", "因", "被", "将", "把",
    "凡", "如", "配合", "会同", "联合", "贯彻", "落实", "加强", "强化", "完善", "健全", "推动", "督促", "指导", "组织",
    "协调", "接受", "积极", "报", "各", "该", "严格", "认真", "及时", "主动", "切实", "要求", "建立", "作为",
];
/// What a name does not hold.
const NO_PART_OF_A_NAME: &[&str] = &[
    "收到",
    "主动公开",
    "依申请",
    "收办",
    "承办",
    "共办",
    "主办",
    "申请",
    "答复",
    "办理",
    "属于",
    "不",
    "行政复议",
    "行政诉讼",
    "通过",
    "按照",
    "关于",
    "涉及",
    "转来",
    "全部",
    "内部",
    "大部",
    "网站",
];
/// What may be a government's without anything being said of it: 市政府网站, 政府信息.
const OF_GOVERNMENTS: &[&str] = &[
    "信息",
    "网",
    "门户",
    "公报",
    "系统",
    "微信",
    "公众号",
    "平台",
    "热线",
    "令",
    "规章",
    "工作",
    "采购",
    "职能",
    "常务",
    "会议",
    "专栏",
    "新媒体",
    "微博",
    "信箱",
    "购买",
    "投资",
    "文件",
    "各",
    "公开",
    "关于",
    "规范性",
    "要求",
    "统一",
];
/// Organs, by which 我局 and 本机关 are the report's body whatever follows.
const OWN_ORGANS: &[&str] =
    &["行政机关", "机关", "单位", "局", "厅", "委", "办", "中心", "院", "校", "公司", "部门", "系统", "街道", "处"];
/// Places, by which 我市 and 全区 are those of the report.
const OWN_PLACES: &[char] = &['省', '市', '县', '区', '州', '旗', '镇', '乡'];
/// The most characters of a clause that are looked at.
const LONGEST: usize = 30;

/// The names of the report's body.
pub(crate) struct Own<'a>(pub(crate) Vec<&'a str>);

/// Where in a sentence another body begins to be spoken of, and where the report's own does.
#[derive(Default)]
pub(crate) struct Speakers(Vec<(usize, bool)>);

impl Speakers {
    /// Goes through the clauses of a sentence. One that names no body goes on about that of the clause before.
    pub(crate) fn of(stream: &Stream, own: &Own<'_>, is_other: bool) -> Self {
        let mut all = vec![(0, is_other)];
        let mut start = 0;
        for (i, &(_, c)) in stream.chars.iter().enumerate() {
            if PARTS_CLAUSES.contains(&c) || i + 1 == stream.chars.len() {
                let clause = stream.text(start..stream.chars.len().min(i + 1).min(start + LONGEST));
                let before = all.last().is_some_and(|&(_, is_other)| is_other);
                if let Some(is_other) = own.speaks_of_other(clause.trim_end_matches(PARTS_CLAUSES), before) {
                    all.push((start, is_other));
                }
                start = i + 1;
            }
        }
        Self(all)
    }

    /// Whether a character stands in what is said of another body.
    pub(crate) fn is_other(&self, at: usize) -> bool {
        let before = self.0.partition_point(|&(start, _)| start <= at);
        self.0[..before].last().is_some_and(|&(_, is_other)| is_other)
    }
}

impl Own<'_> {
    /// Whether the clause speaks of another body; `None` if it names none. What was spoken of before counts where 全市 may
    /// be anybody's.
    fn speaks_of_other(&self, clause: &str, before: bool) -> Option<bool> {
        let verb_at = VERBS.iter().filter_map(|verb| clause.find(verb)).min();
        let mut pieces = clause[..verb_at.unwrap_or(clause.len())].split(['年', '月', '日']);
        pieces.find_map(|piece| self.piece(strip_leads(piece), verb_at.is_some(), before))
    }

    fn piece(&self, piece: &str, is_before_verb: bool, before: bool) -> Option<bool> {
        // 市经信局 names a body, 经… does not.
        let is_led = PREPOSITIONS.iter().any(|word| piece.starts_with(word));
        if is_led || piece.starts_with('经') && !["经信", "经济", "经开", "经发"].iter().any(|w| piece.starts_with(w))
        {
            return None;
        }
        if let Some(rest) = piece.strip_prefix(['我', '本', '全']) {
            if OWN_ORGANS.iter().any(|organ| rest.starts_with(organ)) {
                return Some(false);
            }
            if rest.starts_with('国') {
                return Some(true);
            }
            let place = rest.chars().next().filter(|c| OWN_PLACES.contains(c))?;
            return Some(match organ(rest, is_before_verb) {
                // 全市各单位 are all of its own.
                Some(name) if !rest[place.len_utf8()..].starts_with('各') && name.chars().count() > 1 => {
                    !self.has(name)
                }
                _ if self.0.is_empty() => before,
                _ => !self.0.iter().any(|own| governs(own, place)),
            });
        }
        let name = organ(piece, is_before_verb)?;
        let behind = &piece[name.len()..];
        let is_joint = ["、", "和", "与", "及", "等"].iter().any(|join| behind.starts_with(join));
        Some(is_joint || !self.has(name))
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|own| is_name_of(name, own))
    }
}

fn strip_leads(piece: &str) -> &str {
    let mut rest = piece;
    while let Some(shorter) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = shorter;
    }
    rest
}

/// The body that a piece of a clause begins with.
fn organ(piece: &str, is_before_verb: bool) -> Option<&str> {
    let is_name = |name: &str| !NO_PART_OF_A_NAME.iter().any(|word| name.contains(word));
    if let Some(end) = first_organ(piece) {
        let name = &piece[..end];
        let is_of_government =
            name.ends_with("政府") && OF_GOVERNMENTS.iter().any(|word| piece[end..].starts_with(word));
        return (is_name(name) && !is_of_government).then_some(name);
    }
    let mut name = piece;
    while let Some(shorter) = ADVERBS.iter().find_map(|word| name.strip_suffix(word)) {
        name = shorter;
    }
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let ends = ORGANS_BEFORE_VERBS.iter().any(|ending| name.ends_with(ending));
    (is_before_verb && ends && is_name(name) && !name.ends_with("行政机关")).then_some(name)
}

/// Where the first name of an organ ends; 政府办公室 is one name.
fn first_organ(piece: &str) -> Option<usize> {
    let longest = |at: usize| ORGANS.iter().find(|organ| piece[at..].starts_with(*organ)).map(|organ| at + organ.len());
    let is_word = |at: usize, end: usize| {
        let organ = &piece[at..end];
        let next = piece[end..].chars().next();
        organ == "委" && matches!(next, Some('员' | '托' | '派' | '婉'))
            || organ == "局" && matches!(next, Some('限' | '面' | '势' | '部'))
            || organ == "厅" && piece[..at].ends_with('大')
    };
    let ends = |(at, _): (usize, char)| longest(at).filter(|&end| !is_word(at, end));
    let mut end = piece.char_indices().find_map(ends)?;
    // 市教育局党组, 县政府办公室: what is an organ of an organ goes on.
    while let Some(further) = longest(end) {
        end = further;
    }
    Some(end)
}
