//! Reads lists whose parts each report names itself: kinds of information, and fees by body.

use crate::narrative::Subject as S;
use crate::narrative::figures::label::{Label, MEDIA, joins};
use crate::narrative::figures::within::{DISCLOSES, Found, Listing, Topic, WAYS, Within, one_way};
use crate::narrative::subject::BY_CHANNEL;
use crate::narrative::words::lex::Token;
use crate::narrative::words::list::words;
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};

/// Units of information.
const ITEMS: &[&str] = words!("条 件 篇 项 份 则 个 条次");
/// The most characters of a name.
const LONGEST: usize = 36;
/// Words that no kind of information contains: those of requests, actions and comparisons.
const NO_KIND: Set = Set::of(&[
    W::Receive,
    W::Accept,
    W::Apply,
    W::Outcome,
    W::Request,
    W::Share,
    W::From,
    W::Versus,
    W::Rise,
    W::Fall,
    W::Doing,
    W::Defendant,
    W::Channel,
]);
/// The ends of names of bodies and of media.
const BODIES: &[&str] = words!("局 厅 委员会 街道 乡 镇 县 本级 部门 办 中心 站 所 平台 客户端 公众号 账号 频道");
/// The ends of names of those who disclose.
const ACTORS: &[&str] = words!("单位 机关 政府 室 企业 委 系统 社区 村 学校 县区 市区");

impl Within<'_> {
    /// A member of a list behind a total.
    pub(crate) fn by_list(&self, label: &Label<'_>, number: &Number, behind: &[Token]) -> Option<Found> {
        let unit = number.unit?;
        if unit.ends_with('元') {
            return self.fee_part(label, behind);
        }
        let known = &self.known;
        let opens = label.opens
            && (known.count == 0 || matches!(known.last, Some(S::Disclosed | S::DisclosedByWebsite)))
            || label.by_aspect;
        // 发布微信信息8条，微博信息6条.
        let in_ways = known.last.is_some_and(|last| BY_CHANNEL.parts.contains(&last));
        let bare = MEDIA.and(Set::of(&[W::Info, W::Open, W::Close, W::Fill, W::Some]));
        let goes_on = known.has_ways && label.tokens.first().is_some_and(|first| first.word == W::Pause)
            || in_ways && label.tokens.iter().all(|token| token.is_any(bare));
        // 主动公开情况：微信公众号86条，政府网站66条.
        let is_led = known.count == 0 && known.lead.meets(DISCLOSES) && !known.lead.meets(NO_KIND) && unit != "个";
        let goes_on = goes_on || is_led || in_ways && known.lead.meets(DISCLOSES);
        if !ITEMS.contains(&unit) || known.whole.is_none() && !goes_on {
            return self.kind_alone(label, unit, behind);
        }
        // 某专题专栏信息1条 is a kind, too.
        let is_column = |token: &Token| self.ends_with(token.end, &["专栏", "专区"]);
        let is_kind = known.listing == Listing::Kinds
            && label.tokens.iter().all(|token| !token.is_any(MEDIA) || is_column(token));
        if label.any(MEDIA) && !is_kind {
            let (word, way) = WAYS.iter().find(|(word, _)| label.media.has(*word))?;
            let around = Set::of(&[*word, W::Open, W::Close, W::Link, W::By, W::Fill, W::Info]);
            // 县政府网站, “健康清水”公众号: whosever it is.
            let named = around.and(Set::of(&[W::Gap, W::Own, W::Various]));
            let ends = |token: &&Token| !token.is_any(Set::of(&[W::Fill, W::Close, W::Info]));
            let is_bare = label.name().iter().all(|token| token.is_any(named))
                && label.name().iter().rfind(ends).is_some_and(|last| last.is(*word));
            let is_listed = opens || known.listing == Listing::Ways || goes_on || in_ways;
            // 其中政府网站发布工作动态27条.
            let by_one = opens
                && label.any(DISCLOSES)
                && one_way(label.media) == Some(*way)
                && !label.tokens.iter().skip(1).any(joins);
            let is_way = is_bare && is_listed || by_one;
            return is_way.then(|| Found::by_context(*way));
        }
        let whole = known.whole.filter(|_| known.listing != Listing::Ways)?;
        // 政务动态信息更新量10078条, as the forms for websites have it.
        let is_updated = label.tokens.last().is_some_and(|last| self.ends_with(last.end, &["更新量"]));
        let name = list_name(label, behind);
        let is_listed = opens || known.listing == Listing::Kinds || is_updated;
        (is_listed && self.is_kind(name, label)).then(|| Found {
            name: Some(self.text(name)),
            whole: (whole != S::Disclosed).then_some(whole),
            ..Found::by_context(S::DisclosedOfKind)
        })
    }

    /// A kind among others without a whole: 公开行政许可信息12条、行政处罚信息3条.
    fn kind_alone(&self, label: &Label<'_>, unit: &str, behind: &[Token]) -> Option<Found> {
        const NO_WAY: Set = MEDIA.without(Set::of(&[W::Site]));
        let known = &self.known;
        let media = label.all.and(known.lead);
        if unit != "条" || known.topic == Topic::Requests || media.meets(NO_WAY) {
            return None;
        }
        let is_info =
            |name: &[Token]| name.iter().rfind(|token| !token.is(W::Fill)).is_some_and(|last| last.is(W::Info));
        let goes_on = known.listing == Listing::Kinds && label.tokens.first().is_some_and(joins);
        let name = if goes_on {
            label.name()
        } else {
            let act = label.tokens.iter().rposition(|token| token.is_any(DISCLOSES))?;
            let next = behind.split_first().filter(|(mark, _)| mark.word == W::Pause)?.1;
            let end = next.iter().position(|token| token.word == W::Number)?;
            let is_listed = next[..end].iter().all(|token| !token.ends_clause() && !token.is_any(DISCLOSES))
                && is_info(&next[..end])
                && self.numbers[next[end].value].unit == Some(unit);
            is_listed.then_some(&label.tokens[act + 1..])?
        };
        let is_kind = !label.opens && (goes_on || is_info(name)) && self.is_kind(name, &Label::of(name));
        is_kind.then(|| Found { name: Some(self.text(name)), ..Found::by_context(S::DisclosedOfKind) })
    }

    fn fee_part(&self, label: &Label<'_>, behind: &[Token]) -> Option<Found> {
        let known = &self.known;
        let name = list_name(label, behind);
        let is_listed = known.last == Some(S::FeePart) || label.opens && known.last == Some(S::FeeCollected);
        let is_name = !name.is_empty() && length(name) <= LONGEST;
        (is_listed && is_name).then(|| Found { name: Some(self.text(name)), ..Found::by_context(S::FeePart) })
    }

    fn is_kind(&self, name: &[Token], label: &Label<'_>) -> bool {
        let Some(first) = name.first() else { return false };
        // 主动公开政府信息 is no kind of it.
        let says_none = DISCLOSES.and(Set::of(&[W::Info, W::Various, W::Fill, W::Own, W::Total]));
        if self.names_body(name) || name.iter().all(|token| token.is_any(says_none)) {
            return false;
        }
        length(name) <= LONGEST
            && !self.stream.chars[first.start].1.is_ascii_digit()
            && !label.any(NO_KIND.and(Set::of(&[W::Year, W::Month, W::Day])))
    }

    /// Whether the name of a member is that of a body or a medium, or says what one did: 部门公开信息.
    pub(crate) fn names_body(&self, name: &[Token]) -> bool {
        let act = name.iter().position(|token| token.is_any(DISCLOSES));
        let end = match act {
            Some(act) if act > 0 => name[act].start,
            Some(_) => return false,
            None => name.last().map_or(0, |last| last.end),
        };
        self.ends_with(end, BODIES) || act.is_some() && self.ends_with(end, ACTORS)
    }
}

/// The name of a member of a list: the words before the number, or, where there are none, those behind it.
pub(crate) fn list_name<'a>(label: &Label<'a>, behind: &'a [Token]) -> &'a [Token] {
    let name = label.name();
    if !name.is_empty() {
        return name;
    }
    let end =
        behind.iter().take(LONGEST).position(|token| token.ends_clause() || matches!(token.word, W::Pause | W::Number));
    &behind[..end.unwrap_or(behind.len().min(LONGEST))]
}

fn length(tokens: &[Token]) -> usize {
    tokens.iter().map(|token| token.end - token.start).sum()
}
