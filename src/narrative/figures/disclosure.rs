//! Information disclosed proactively: in all, or in one way.

use crate::narrative::Subject as S;
use crate::narrative::figures::label::{self, Label, MEDIA, joins};
use crate::narrative::figures::rule::ITEMS;
use crate::narrative::figures::within::{DISCLOSES, Found, Within, one_way};
use crate::narrative::words::lex::Token;
use crate::narrative::words::list::words;
use crate::narrative::words::word::{Set, Word as W};

const NO_DISCLOSURE: Set = Set::of(&[
    W::Apply,
    W::Request,
    W::Narrow,
    W::Kinds,
    W::Not,
    W::Outcome,
    W::Receive,
    W::Answer,
    W::Documents,
    W::Power,
    W::Elsewhere,
]);

/// Ways on which no kinds of information are told apart: what they publish is news.
const ONLY_NEWS: [Option<S>; 3] = [Some(S::DisclosedByWechat), Some(S::DisclosedByWeibo), Some(S::DisclosedByNewMedia)];

impl Within<'_> {
    /// Information disclosed, in all or in one way.
    pub(crate) fn disclosure(&self, label: &Label<'_>, unit: Option<&str>) -> Option<Found> {
        if unit.is_some_and(|unit| !ITEMS.contains(&unit)) {
            return None;
        }
        if self.is_of_a_column(label) {
            return None;
        }
        if enumerates(label) {
            return one_way(label.media).map(|way| Found::named(way, label));
        }
        let several = label.has(W::Etc) && label.has(W::Submit) && (!label.has(W::Media) || label.is_split);
        if let Some(way) = Self::in_a_field(label) {
            return Some(Found::named(way, label));
        }
        if label.any(NO_DISCLOSURE) || !several && (label.media.has(W::Media) || label.has(W::Norm)) {
            return None;
        }
        // From the number back: 信息, what sort, and the act, with nothing between.
        let by_way = !label.media.is_empty();
        let at = before_what(label, by_way);
        let ends = label.after.is_none_or(|word| {
            matches!(word, W::Stop | W::Comma | W::Colon | W::Pause | W::Join | W::Info | W::Proactive | W::Etc)
        });
        label.core(0)?;
        // 已通过网站公开1件, among results of requests.
        if at == 0 && self.known.last.is_some_and(S::is_of_requests) {
            return None;
        }
        let Some(act) = label.core(at).filter(|token| token.is_any(DISCLOSES) && (at > 0 || ends)) else {
            // 推送微信1790条, 发布微信信息1790条.
            let is_item = label.core(at).is_some_and(|token| token.is_any(MEDIA));
            let posts = label.core(at + 1).is_some_and(|token| token.is_any(DISCLOSES) && !label.is_joined(at));
            return one_way(label.media).filter(|_| is_item && posts).map(|way| Found::named(way, label));
        };
        // 公开栏更新8次 counts how often, and not what.
        if act.is(W::Update) && unit == Some("次") {
            return None;
        }
        if by_way {
            return by_ways(label, several, at > 0);
        }
        if several && at > 0 {
            return Some(Found::by_context(S::Disclosed));
        }
        self.in_all(label, at, act, unit)
    }

    /// Whether words name a column of a site by what it is about, “财政资金”专栏: a part of what the site published.
    fn is_of_a_column(&self, label: &Label<'_>) -> bool {
        const PLACES: &[&str] = words!("省 市 县 区 州 盟 旗 镇 乡 街道");
        const TOPICS: Set = Set::of(&[W::Gap, W::Activity, W::Narrow]);
        let is_topic = |token: &Token| token.is_any(TOPICS) && !self.ends_with(token.end, PLACES);
        let is_column = |token: &Token| token.is(W::Site) && self.ends_with(token.end, &["专栏", "专区", "栏目"]);
        let Some(column) = label.tokens.iter().rposition(is_column) else { return false };
        let before = &label.tokens[..column];
        match before.last() {
            Some(last) if last.word == W::Close => {
                before.iter().rev().skip(1).take_while(|token| token.word != W::Open).any(is_topic)
            }
            Some(last) => is_topic(last),
            None => false,
        }
    }

    /// 通过网站发布安全生产领域信息: the website's, all of it.
    fn in_a_field(label: &Label<'_>) -> Option<S> {
        const BETWEEN: Set = Set::of(&[W::Info, W::Various, W::Own, W::Fill, W::Field]);
        let field = label.tokens.iter().position(|token| token.is(W::Field))?;
        let act = label.tokens[..field].iter().rposition(|token| token.is_any(DISCLOSES))?;
        let after = &label.tokens[act + 1..];
        let ends = after.iter().rfind(|token| !token.is(W::Fill)).is_some_and(|last| last.is(W::Info));
        let is_plain = after
            .iter()
            .all(|token| token.is_any(BETWEEN) || token.word == W::Gap && token.end <= label.tokens[field].start);
        let others = label.tokens.iter().any(|token| token.is_any(NO_DISCLOSURE) && !token.is(W::Field));
        one_way(label.media).filter(|_| ends && is_plain && !others && !label.tokens.iter().any(joins))
    }

    /// A number whose own words name no way: the body's, unless a way governs the sentence.
    fn in_all(&self, label: &Label<'_>, at: usize, act: &Token, unit: Option<&str>) -> Option<Found> {
        let known = &self.known;
        let is_first = known.count == 0;
        // 政府网站保持更新，共发布信息…… is the website's; by which ways 主动公开 was done, other clauses need not say.
        if known.lead.meets(MEDIA) && (known.lead.has(W::By) || act.word != W::Proactive) {
            // 网站建设不断加强，公开政府信息…… may be of the website or of all.
            if label.has(W::Government) && !known.lead.has(W::By) {
                return None;
            }
            // 依托网站、公众号等平台，主动公开……: all of them.
            let by_all = known.lead.has(W::Etc) && known.lead.has(W::Submit) && !known.lead.has(W::Media);
            if is_first && by_all && known.lead.has(W::By) {
                return Some(Found::by_context(S::Disclosed));
            }
            // 更新20次 counts how often, and not what.
            let is_item = unit.is_none_or(|unit| unit != "次" && unit != "个");
            let is_first = is_first || known.seen.is_empty() && is_item && !label.has(W::Own);
            let way = one_way(known.lead).filter(|_| is_first && !known.lead.has(W::Etc));
            return way.map(Found::by_context);
        }
        let is_plain = || {
            let mut before = label.tokens.iter().take_while(|token| token.start < act.start);
            let names_own =
                || label.tokens.first().is_some_and(|first| self.speakers.names_own(first.start..act.start));
            is_first
                && before.all(|token| {
                    token.is_any(label::SKIPPED) || token.is(W::Own) || token.word == W::Gap && names_own()
                })
        };
        let various = label.cores().take(at).any(|token| token.is(W::Various));
        let is_sound = match act.word {
            _ if label.has(W::By) => false,
            W::Proactive => at > 0 && !known.has_ways || is_first,
            W::Disclose => at > 0 && !known.has_ways && (label.has(W::Government) || various && is_first || is_plain()),
            W::Post => {
                at > 0
                    && !known.has_ways
                    && !label.is_from_before
                    && (various && is_first
                        || is_plain() && !act.is(W::Update)
                        || label.has(W::Government) && !known.lead.meets(MEDIA))
            }
            _ => false,
        };
        is_sound.then(|| Found::named(S::Disclosed, label))
    }
}

/// Where in the core of a label the act stands: before 信息 and what sort it is.
fn before_what(label: &Label<'_>, by_way: bool) -> usize {
    const WHAT: Set = Set::of(&[W::Info, W::Various]);
    // 微信发布工作信息20条、通知信息30条: kinds.
    let may_be_news = by_way && label.after != Some(W::Pause);
    // 发布动态信息 is as good as 发布信息; 发布工作动态 is of a kind.
    let is_news = !label.core(0).is_some_and(|token| token.is(W::Tail)) || ONLY_NEWS.contains(&one_way(label.media));
    // 公开本部门政府信息.
    let own = if by_way || label.has(W::Government) { Set::of(&[W::Own]) } else { Set::NONE };
    let news = if may_be_news && is_news { Set::of(&[W::Tail]) } else { Set::NONE };
    label.past(WHAT.and(own).and(news))
}

/// Whether words end with what a way published, kind by kind: 公众号发布通知、政策解读等.
fn enumerates(label: &Label<'_>) -> bool {
    const OF_OTHERS: Set = Set::of(&[W::Media, W::Apply, W::Request, W::Receive, W::Answer, W::Elsewhere]);
    let Some(medium) = label.tokens.iter().rposition(|token| token.is_any(MEDIA)) else { return false };
    let act = label.tokens[medium..].iter().position(|token| token.is_any(DISCLOSES)).map(|act| medium + act);
    let last = label.tokens.iter().rfind(|token| !token.is_any(label::SKIPPED) && !token.is(W::Info));
    last.is_some_and(|last| last.is(W::Etc))
        && !label.any(OF_OTHERS)
        && act.is_some_and(|act| !label.tokens[..act].iter().skip(1).any(joins))
}

/// A number whose words name ways of disclosure is that of the one way, or of all if they say that there are more.
fn by_ways(label: &Label<'_>, several: bool, has_info: bool) -> Option<Found> {
    let act = label.tokens.iter().rposition(|token| token.is_any(DISCLOSES)).unwrap_or_default();
    // 县政府网站、市政府网站等网站 is one way.
    let sums_up = label.has(W::Etc) && label.tokens.windows(2).any(|pair| pair[0].is(W::Etc) && pair[1].is_any(MEDIA));
    // 公告栏、电子显示屏 are of one way, too.
    let is_one = || label.tokens[..act].split(joins).all(|part| label::set(part).meets(label.media));
    let lists_ways = label.tokens[..act].iter().skip(1).any(joins) && !label.has(W::Open) && !sums_up && !is_one();
    match one_way(label.media) {
        Some(way) if !lists_ways && !several => Some(Found::named(way, label)),
        // 在网站和微信发布信息202条，其中网站……: all of the parts that follow.
        None if has_info && label.is_split && !label.media.has(W::Media) => {
            let all_new = label.media.without(Set::of(&[W::Wechat, W::Weibo, W::NewMedia])).is_empty();
            Some(Found::by_context(if all_new { S::DisclosedByNewMedia } else { S::Disclosed }))
        }
        _ => (several && has_info).then(|| Found::by_context(S::Disclosed)),
    }
}
