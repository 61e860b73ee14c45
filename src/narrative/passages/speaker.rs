//! Tells whether a clause speaks of the report's own body or of another.

use crate::narrative::words::list::words;
use std::ops::Range;

use crate::narrative::body::LEVELS;
use crate::narrative::passages::stream::Stream;
use crate::narrative::words::lex::Token;
use crate::narrative::words::own::Own;
use crate::narrative::words::word::{Set, Word};

/// Endings of names of bodies; longer ones first.
const ORGANS: &[&str] =
    words!("街道办事处 管理委员会 人民政府 委员会 办公厅 办公室 办事处 管委会 党工委 街道办 政府 检察院 法院 局 厅 委");
/// Endings of names that are such only right before what the body did.
const ORGANS_BEFORE_VERBS: &[&str] = words!(
    "公安机关 上级 下级 下属 机关 部门 单位 系统 中心 公司 集团 学校 大学 学院 医院 大队 支队 街道 社区 窗口 科室 \
    省 市 县 区 州 盟 旗 镇 乡 村 处 科 股 办 部 学 院 馆 所 队 园 社 会 联 组 站 一中 二中"
);
/// Words between a body and what it did.
const ADVERBS: &[&str] =
    words!("就 总共 一共 累计 全年 今年 本年度 本年 合计 依法 及时 已经 共 已 均 也 都 则 仅 只 年 度 的 窗口");
/// Words that lead to the body.
const LEADS: &[&str] = words!("仅 光 单 其中 同时 此外 另外 由 而 另 度 内 底 末 份 、");
/// A clause that begins so names no body as the one that acts.
const PREPOSITIONS: &[&str] = words!(
    "通过 经过 在 向 对 以 从 按 据 依 利用 根据 为 与 因 被 将 把 凡 如 配合 会同 联合 贯彻 落实 加强 强化 完善 \
    健全 推动 督促 指导 组织 协调 接受 召开 举办 举行 积极 报 各 该 严格 认真 及时 主动 切实 要求 建立 作为"
);
/// What a name does not hold.
const NO_PART_OF_A_NAME: &[&str] = words!(
    "收到 主动公开 依申请 收办 承办 共办 主办 申请 答复 办理 属于 不 行政复议 行政诉讼 通过 按照 关于 涉及 转来 \
    全部 内部 大部 网站"
);
/// What may be a government's without anything being said of it: 市政府网站, 政府信息.
const OF_GOVERNMENTS: &[&str] = words!(
    "信息 网 门户 公报 系统 微信 公众号 平台 热线 令 规章 工作 采购 职能 常务 会议 专栏 新媒体 微博 信箱 购买 投资 \
    文件 各 公开 关于 规范性 要求 统一"
);
/// What is a place's and not its bureaus': 各乡镇.
const OF_PLACES: &[&str] =
    words!("乡镇 镇 乡 街道 学校 中小学 院校 高校 医院 医疗机构 企业 区县 县区 县市 市县 区市 市州 社区 村 园区 银行");
/// The parts of a body or of a place: 各分局. What they all did adds up to less than the whole.
const PARTS: &[&str] = words!(
    "分局 支队 大队 中队 站所 所站 派出所 基层 下属 直属 所属 区局 县局 市局 分公司 成员单位 镇街 街镇 县直 区直 市直 州直 盟直 旗直 省直 \
    县级 区级 市级 镇级 村级"
);
/// Bodies of a level: 市级行政机关.
const OF_A_LEVEL: &[&str] =
    words!("级行政机关 级机关 级部门 级各部门 级单位 级政府 直部门 直各部门 直单位 直各单位 直机关");
/// Organs, by which 我局 and 本机关 are the report's body whatever follows.
pub(crate) const OWN_ORGANS: &[&str] = words!("行政机关 机关 单位 局 厅 委 办 中心 院 校 公司 部门 系统 街道 处");
/// What begins like one of them and is none: 该办法, 该处罚决定.
const NO_ORGANS: &[&str] = words!("办法 办事 办件 办理 处罚 处理 处置 系统 公司");
/// What a body publishes in, by which 局网站 is its own.
const OWN_MEDIA: &[&str] = words!("网站 官网 门户 官方 微信 微博 公众号 政务 政府网 信息网 外网");
/// What is disclosed, by which 公开 is what a body does.
const OBJECTS: Set = Set::of(&[Word::Info, Word::Various]);
/// The bytes of an ideograph.
const IDEOGRAPH: usize = 3;
/// The characters of 市本级.
const LEVEL_ITSELF: usize = 3;
/// The most characters of a clause that are looked at.
const LONGEST: usize = 30;

/// Where in a sentence another body begins to be spoken of, and where the report's own does.
#[derive(Default)]
pub(crate) struct Speakers(Vec<(usize, bool)>);

impl Speakers {
    /// Goes through the clauses of a sentence. One that names no body goes on about that of the clause before.
    pub(crate) fn of(stream: &Stream, own: &Own, is_other: bool, tokens: &[Token]) -> Self {
        let mut all = vec![(0, is_other)];
        let mut next = tokens;
        // The body of the sentence before 其中, and whether ； has ended a clause: 其中县公安局收到5件；答复8件.
        let (mut before_list, mut is_stopped) = (None, false);
        let is_each =
            |token: &Token| token.is(Word::Each) || token.is(Word::Bar) && stream.chars[token.start].1 == '各';
        let is_part = |token: &Token| token.is(Word::Parts) && stream.chars[token.end - 1].1 != '级';
        let is_divided = tokens.iter().any(|token| is_each(token) || is_part(token));
        for clause in tokens.split(Token::ends_clause) {
            let (tokens, behind) = next.split_at(clause.len());
            next = behind.get(1..).unwrap_or_default();
            let ends_list = std::mem::replace(&mut is_stopped, behind.first().is_some_and(|mark| mark.is(Word::Stop)));
            let Some(start) = tokens.first().map(|token| token.start) else { continue };
            // 市本级收到5件，各县区收到9件: neither is the whole.
            let name = stream.text(start..tokens[tokens.len().min(2) - 1].end.min(start + LEVEL_ITSELF));
            let is_of_level = || name.strip_prefix(LEVELS) == Some("本级");
            if is_divided && is_of_level() {
                all.push((start, true));
                continue;
            }
            // What a body does stands behind its name.
            let verb = tokens.iter().enumerate().find(|(at, token)| {
                let has_object = || tokens.get(at + 1).is_some_and(|next| next.is_any(OBJECTS));
                // 市税务局通过网站发布: what stands before 通过. 经 and 在 may begin a name.
                let is_by = *at > 0 && token.word == Word::By && token.end - token.start > 1;
                token.is(Word::Verb) || is_by || token.word == Word::Disclose && has_object()
            });
            let end = tokens[tokens.len() - 1].end.min(start + LONGEST);
            let verb = verb.map(|(at, token)| (at, token.start)).filter(|&(_, verb)| verb < end);
            // A name has words that the lexicon does not know, or is that of the body itself.
            let names = |token: &Token| matches!(token.word, Word::Gap | Word::Own) || token.is(Word::Parts);
            let whose = all.last().is_some_and(|&(_, is_other)| is_other);
            if tokens.iter().any(|token| token.is(Word::Some)) {
                before_list = Some(whose);
            }
            if !tokens[..verb.map_or(tokens.len(), |(at, _)| at)].iter().any(names) {
                if let Some(before) = before_list.filter(|_| ends_list) {
                    all.push((start, before));
                }
                continue;
            }
            let verb = verb.map(|(_, verb)| verb);
            let before = all.last().is_some_and(|&(_, is_other)| is_other);
            let is_own = tokens.iter().any(|token| token.is_own_name() && token.start < verb.unwrap_or(end));
            let words = stream.text(start..verb.unwrap_or(end));
            let said = if is_own {
                Some(false)
            } else if words.starts_with('该') && all.len() > 1 {
                // 清水县教育局是政府工作部门，该局收到5件: the body that the sentence has named.
                None
            } else {
                own.speaks_of_other(&words, verb.is_some(), before)
            };
            if let Some(is_other) = said {
                all.push((start, is_other));
            }
        }
        Self(all)
    }

    /// Whether the report's own body is named between two characters.
    pub(crate) fn names_own(&self, between: Range<usize>) -> bool {
        // The first says what was spoken of before the sentence.
        let from = self.0.partition_point(|&(start, _)| start < between.start).max(1);
        let named = self.0.get(from..).unwrap_or_default().iter();
        named.take_while(|&&(start, _)| start < between.end).any(|&(_, is_other)| !is_other)
    }

    /// Whether a character stands in what is said of another body.
    pub(crate) fn is_other(&self, at: usize) -> bool {
        let before = self.0.partition_point(|&(start, _)| start <= at);
        self.0[..before].last().is_some_and(|&(_, is_other)| is_other)
    }
}

impl Own {
    /// Whether the words of a clause speak of another body; `None` if they name none. What was spoken of before counts
    /// where 全市 may be anybody's.
    fn speaks_of_other(&self, words: &str, is_before_verb: bool, before: bool) -> Option<bool> {
        words.split(['年', '月', '日']).find_map(|piece| self.piece(strip_leads(piece), is_before_verb, before))
    }

    fn piece(&self, piece: &str, is_before_verb: bool, before: bool) -> Option<bool> {
        // 各乡镇 are no bureau's.
        if piece.strip_prefix('各').is_some_and(|rest| begins_with(rest, OF_PLACES).is_some()) && self.governs_nothing()
        {
            return Some(true);
        }
        // 各分局, 区直各部门 are parts of whatever body it is.
        let is_of_parts = |rest: &str| begins_with(rest, PARTS).is_some() || begins_with(rest, OF_PLACES).is_some();
        let is_of_level = |rest: &str| begins_with(rest, OF_A_LEVEL).is_some();
        let behind_level = || piece.strip_prefix(LEVELS);
        if is_before_verb
            && (piece.strip_prefix('各').is_some_and(is_of_parts) || behind_level().is_some_and(is_of_level))
            || piece.starts_with('以') && piece.ends_with("为例")
            || piece
                .strip_prefix('在')
                .and_then(|rest| rest.strip_suffix('中')?.strip_prefix(LEVELS))
                .is_some_and(is_of_level)
        {
            return Some(true);
        }
        // 该局, 该镇: the body that was just named; not 该办法.
        let is_that_body = |rest: &str| {
            let is_organ = begins_with(rest, OWN_ORGANS).is_some() && begins_with(rest, NO_ORGANS).is_none();
            is_organ || rest.starts_with(LEVELS)
        };
        if piece.strip_prefix('该').is_some_and(is_that_body) {
            return Some(true);
        }
        let is_led = begins_with(piece, PREPOSITIONS).is_some();
        // 经信局 names a body, 经… does not.
        let is_by = || {
            let is_name = ["经信", "经济", "经开", "经发"].iter().any(|word| piece.starts_with(word))
                || organ(piece, is_before_verb).is_some_and(|name| self.has(name));
            piece.starts_with('经') && !is_name
        };
        if is_led || is_by() {
            return None;
        }
        if let Some(rest) = piece.strip_prefix(['我', '本', '全']) {
            if begins_with(rest, OWN_ORGANS).is_some() {
                return Some(false);
            }
            let mut of_all = rest;
            while let Some(shorter) = ends_with(of_all, ADVERBS) {
                of_all = shorter;
            }
            if self.is_of_all(of_all) {
                return Some(false);
            }
            if rest.starts_with('国') {
                return Some(true);
            }
            let place = rest.chars().next().filter(|c| LEVELS.contains(c))?;
            return Some(match organ(rest, is_before_verb) {
                // 全市各单位 are all of its own.
                Some(name) if !rest[place.len_utf8()..].starts_with('各') && name.chars().count() > 1 => {
                    !self.has(name)
                }
                _ if self.is_unknown() => before,
                _ => !self.governs(place),
            });
        }
        // 委网站, 局官方微信: its own.
        if piece.strip_prefix(['委', '局', '厅']).is_some_and(|rest| begins_with(rest, OWN_MEDIA).is_some()) {
            return Some(false);
        }
        // 申请量最大的区住建局: the words behind 的 name it.
        let described = || piece.rsplit_once('的').and_then(|(_, last)| organ(last, true).filter(|name| *name == last));
        if organ(piece, is_before_verb).is_none() && !is_before_verb && described().is_some_and(|name| !self.has(name))
        {
            return Some(true);
        }
        let name = organ(piece, is_before_verb).filter(|name| *name != "政府")?;
        let behind = &piece[name.len()..];
        let joined = ["、", "和", "与", "及", "等"].iter().find_map(|join| behind.strip_prefix(join));
        let is_other = |joined: &str| !organ(joined, is_before_verb).is_some_and(|other| self.has(other));
        // 区政府及区政府办公室: each may be the report's own.
        Some(!self.has(name) || joined.is_some_and(is_other))
    }
}

/// What is left behind the first of the words that a text begins with. The first character of most is another.
fn begins_with<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let first = text.as_bytes().first_chunk::<IDEOGRAPH>()?;
    let is_it = |word: &&&str| word.as_bytes().first_chunk() == Some(first) && text.starts_with(**word);
    words.iter().find(is_it).map(|word| &text[word.len()..])
}

/// What is left before the first of the words that a text ends with.
fn ends_with<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let last = text.as_bytes().last_chunk::<IDEOGRAPH>()?;
    let is_it = |word: &&&str| word.as_bytes().last_chunk() == Some(last) && text.ends_with(**word);
    words.iter().find(is_it).map(|word| &text[..text.len() - word.len()])
}

fn strip_leads(piece: &str) -> &str {
    let mut rest = piece;
    while let Some(shorter) = begins_with(rest, LEADS) {
        rest = shorter;
    }
    rest
}

/// The body that a piece of a clause begins with.
fn organ(piece: &str, is_before_verb: bool) -> Option<&str> {
    let is_name =
        |name: &str| !name.char_indices().any(|(at, _)| begins_with(&name[at..], NO_PART_OF_A_NAME).is_some());
    if let Some(end) = first_organ(piece) {
        let name = &piece[..end];
        let is_of_government = name.ends_with("政府") && begins_with(&piece[end..], OF_GOVERNMENTS).is_some();
        // 概况信息5条、政府动态3条: a kind of information.
        let is_kind = name.contains(|c: char| c.is_ascii_digit())
            && name.rsplit('、').next().is_some_and(|last| ORGANS.contains(&last));
        return (is_name(name) && !is_of_government && !is_kind).then_some(name);
    }
    let mut name = piece;
    while let Some(shorter) = ends_with(name, ADVERBS) {
        name = shorter;
    }
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let ends = ends_with(name, ORGANS_BEFORE_VERBS).is_some();
    (is_before_verb && ends && is_name(name) && !name.ends_with("行政机关")).then_some(name)
}

/// Where the first name of an organ ends; 政府办公室 is one name.
fn first_organ(piece: &str) -> Option<usize> {
    let longest = |at: usize| {
        // Most characters begin none.
        piece[at..].starts_with(['管', '人', '委', '办', '街', '党', '政', '检', '法', '局', '厅']).then_some(())?;
        ORGANS.iter().find(|organ| piece[at..].starts_with(*organ)).map(|organ| at + organ.len())
    };
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

#[cfg(test)]
mod tests {
    use super::Speakers;
    use crate::narrative::passages::stream::Stream;
    use crate::narrative::words::lex::Tokens;
    use crate::narrative::words::own::Own;

    /// Whether what a sentence ends with is said of another body than that of the report.
    fn is_of_other(body: &str, sentence: &str) -> bool {
        let own = Own::of(&[body.to_owned()]);
        let streams = Stream::all(sentence);
        let tokens = Tokens::of(&streams[0].chars, &own);
        Speakers::of(&streams[0], &own, false, &tokens.all).is_other(streams[0].chars.len() - 1)
    }

    #[test]
    fn a_clause_speaks_of_the_body_that_it_names() {
        for (body, sentence, expected) in [
            ("清水县教育局", "县教育局收到申请5件", false),
            ("清水县教育局", "清水县教育局收到申请5件", false),
            ("清水县教育局", "我局收到申请5件", false),
            ("清水县教育局", "本机关收到申请5件", false),
            ("清水县教育局", "局网站发布信息5条", false),
            ("清水县教育局", "县政府网站发布信息5条", false),
            ("清水县教育局", "通过县政府网站发布信息5条", false),
            ("清水县教育局", "全县教育系统收到申请5件", false),
            ("清水县教育局", "各科室发布信息5条", false),
            ("清水县教育局", "县公安局收到申请5件", true),
            ("清水县教育局", "市教育局收到申请5件", true),
            ("清水县教育局", "县教育局、县公安局收到申请5件", true),
            ("清水县教育局", "全县收到申请5件", true),
            ("清水县教育局", "全县公安系统收到申请5件", true),
            ("清水县教育局", "全国收到申请5件", true),
            ("清水盟教育局", "全盟收到申请5件", true),
            ("清水盟行政公署", "全盟收到申请5件", false),
            ("清水县教育局", "各乡镇发布信息5条", true),
            ("清水县教育局", "上级主动公开信息5条", true),
            ("清水县人民政府", "县政府收到申请5件", false),
            ("清水县人民政府", "全县收到申请5件", false),
            ("清水县人民政府", "各部门收到申请5件", false),
            ("清水县人民政府", "全市收到申请5件", true),
            ("清水县人民政府", "县公安局收到申请5件", true),
            ("清水县人民政府", "县公安局收到申请5件，办结4件", true),
            ("清水县人民政府", "县公安局收到申请5件，全县收到8件", false),
            ("清水县人民政府", "概况信息5条、政府动态3条", false),
            ("清水县人民政府", "收到8件，其中县公安局收到5件；办结7件", false),
            ("清水县人民政府", "该局全年收到申请71件", true),
            ("清水县人民政府", "该镇收到申请71件", true),
            ("清水县人民政府", "该办法施行以来收到申请71件", false),
            ("清水县人民政府", "该处罚决定引发行政复议1件", false),
            ("清水县教育局", "清水县教育局是县政府工作部门，该局收到申请71件", false),
            ("清水县教育局", "县公安局是县政府工作部门，该局收到申请71件", true),
            ("清水县人民政府", "县公安局收到5件；办结4件", true),
        ] {
            assert_eq!(is_of_other(body, sentence), expected, "{body}: {sentence}");
        }
    }
}
