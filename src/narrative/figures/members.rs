//! Which numbers are lists: a whole, its parts, and how far they go.

use std::ops::Range;

use crate::form::Unit;
use crate::narrative::Passage;
use crate::narrative::figure::{Confidence, Figure, Measure, Unplaced};
use crate::narrative::figures::kinds::list_name;
use crate::narrative::figures::label::{Label, MEDIA, set};
use crate::narrative::figures::within::Within;
use crate::narrative::list::{Closure, List};
use crate::narrative::subject::{
    BY_CHANNEL, CHANNELS, EARLIER_GROUNDS, GROUNDS, OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS, Subject as S,
    TIMELINESS,
};
use crate::narrative::words::lex::Token;
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::Decimal;

/// What passages state.
#[derive(Default)]
pub(crate) struct Stated {
    pub(crate) figures: Vec<Figure>,
    pub(crate) activities: Vec<Figure>,
    pub(crate) unplaced: Vec<Unplaced>,
    pub(crate) lists: Vec<List>,
}

/// A number with its place in the text, read or not.
pub(crate) struct Member {
    /// What it counts, if that is known.
    pub(crate) subject: Option<S>,
    pub(crate) number: Number,
    pub(crate) place: Place,
    pub(crate) span: Range<usize>,
    pub(crate) sentence: Range<usize>,
}

/// Whether a name means the rest: 其他类信息.
pub(crate) fn is_rest(name: &str) -> bool {
    ["其他", "其它", "其余"].iter().any(|rest| name.starts_with(rest))
}

/// Whether a list goes on behind a number without one: 等, 及其他.
pub(crate) fn is_open(behind: &[Token]) -> bool {
    let end = behind.iter().position(|token| token.word == W::Number || matches!(token.word, W::Stop | W::Comma));
    let rest = &behind[..end.unwrap_or(behind.len())];
    let has_number = end.is_some_and(|end| behind[end].word == W::Number);
    rest.first().is_some_and(|first| first.is(W::Etc))
        || !has_number && set(rest).meets(Set::of(&[W::Rest, W::OtherWay]))
}

/// Whether words say that what is listed are the main parts: 主要答复类型为, 占比最高.
fn is_of_main(label: &Label<'_>, behind: &[Token]) -> bool {
    let end = behind.iter().take(LONGEST).position(|token| matches!(token.word, W::Number | W::Stop | W::Comma));
    label.has(W::Mainly) || set(&behind[..end.unwrap_or(0)]).has(W::Mainly)
}

/// What says that a number is compared with another.
const COMPARES: Set = Set::of(&[W::From, W::Versus, W::Rise, W::Fall, W::Share]);

/// What a list needs to know about the surroundings of a number.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "what stands around a number is so or is not")]
pub(crate) struct Place {
    /// Whether 其中 stands between it and the number before.
    pub(crate) is_some: bool,
    /// Whether 等 or 其他 stands behind it without a number.
    pub(crate) is_open: bool,
    /// Whether its words name a way of disclosure or another medium.
    pub(crate) names_medium: bool,
    /// 其他: what is left of a whole.
    pub(crate) is_rest: bool,
    /// The words that name it, where it may be of a list of the report's own making.
    pub(crate) name: Option<String>,
}

impl Place {
    pub(crate) fn of(w: &Within<'_>, label: &Label<'_>, behind: &[Token], keeps_name: bool) -> Self {
        let begins_with_other = |token: &Token| w.stream.chars[token.start].1 == '其';
        let name = keeps_name.then(|| list_name(label, behind)).filter(|name| !w.names_body(name));
        // 比2023年的385条多27条: the two may add up to the whole by chance, but neither is a part.
        let name = name.filter(|_| !label.any(COMPARES));
        Self {
            is_some: false,
            is_open: is_open(behind) || w.known.lead.has(W::Mainly) || is_of_main(label, behind),
            names_medium: label.any(MEDIA),
            is_rest: label.tokens.iter().any(|token| token.is(W::OtherWay) && begins_with_other(token)),
            name: name.map(|name| w.text(name)),
        }
    }
}

struct Kind {
    wholes: &'static [S],
    parts: &'static [&'static [S]],
    /// Whether one thing is in one part only.
    is_partition: bool,
    /// Whether texts that begin to list the parts list all of them, even behind 其中.
    is_listed_whole: bool,
}

/// The most numbers of a list, and from its whole to its first part.
pub(crate) const LONGEST: usize = 64;

/// The most results of a list that need not be all.
const FEW: usize = 3;

const KINDS: &[Kind] = &[
    Kind { wholes: &[S::Disclosed], parts: &[BY_CHANNEL.parts], is_partition: false, is_listed_whole: false },
    Kind {
        wholes: &[S::Disclosed, S::DisclosedByWebsite],
        parts: &[&[S::DisclosedOfKind]],
        is_partition: false,
        is_listed_whole: false,
    },
    Kind { wholes: &[S::Received, S::Handled], parts: &[CHANNELS], is_partition: true, is_listed_whole: true },
    Kind {
        wholes: &[S::Processed, S::Handled, S::Received],
        parts: &[OUTCOMES, GROUNDS, REPLIES, EARLIER_GROUNDS],
        is_partition: true,
        is_listed_whole: false,
    },
    Kind { wholes: &[S::Processed, S::Handled], parts: &[TIMELINESS], is_partition: true, is_listed_whole: false },
    Kind {
        wholes: &[S::Reconsiderations],
        parts: &[RECONSIDERATIONS.parts],
        is_partition: true,
        is_listed_whole: true,
    },
    Kind { wholes: &[S::Suits], parts: &[SUITS.parts], is_partition: true, is_listed_whole: true },
    Kind { wholes: &[S::FeeCollected], parts: &[&[S::FeePart]], is_partition: true, is_listed_whole: true },
];

impl Kind {
    fn has(&self, member: &Member) -> bool {
        member.subject.is_some_and(|subject| self.parts.iter().any(|parts| parts.contains(&subject)))
    }

    /// Whether its parts are the results of requests.
    fn has_grounds(&self) -> bool {
        self.parts.contains(&OUTCOMES)
    }

    fn is_of(&self, member: &Member) -> bool {
        member.subject.is_some_and(|subject| self.wholes.contains(&subject))
    }
}

/// The lists among numbers that stand together. The figures are those of the numbers.
pub(crate) fn lists(members: &[Member], figures: &[Figure], passage: Option<&Passage>) -> Vec<List> {
    if members.len() < 3 {
        return Vec::new();
    }
    let mut counts: Vec<&Figure> = figures.iter().filter(|figure| figure.measure == Measure::Count).collect();
    counts.sort_by_key(|figure| (figure.span.start, figure.subject.index()));
    let figure = |member: &Member| {
        let place = (member.span.start, member.subject?.index());
        let at = counts.binary_search_by_key(&place, |figure| (figure.span.start, figure.subject.index()));
        at.ok().map(|at| counts[at])
    };
    let mut all = Vec::new();
    for kind in KINDS {
        let mut from = 0;
        while let Some(first) = (from..members.len()).find(|&at| kind.has(&members[at])) {
            let (end, is_read) = run(kind, members, first);
            from = end;
            let near = first.saturating_sub(LONGEST);
            // Kinds say of what they are.
            let of_kinds = figure(&members[first]).filter(|part| part.subject == S::DisclosedOfKind);
            let of_kinds = of_kinds.map(|part| part.whole.unwrap_or(S::Disclosed));
            let is_whole = |member: &Member| kind.is_of(member) && of_kinds.is_none_or(|of| member.subject == Some(of));
            let Some(whole) = members[near..first].iter().rposition(is_whole) else { continue };
            let parts: Vec<&Figure> = members[first..end].iter().filter_map(figure).collect();
            let Some(of) = figure(&members[near + whole]).filter(|_| parts.len() > 1) else { continue };
            let is_once = parts.len() <= LONGEST
                && parts
                    .iter()
                    .enumerate()
                    .all(|(i, a)| a.name.is_some() || parts[..i].iter().all(|b| b.subject != a.subject));
            // Where a subject stands twice, two lists meet.
            if !is_once {
                continue;
            }
            let (between, listed) = (&members[near + whole + 1..first], &members[first..end]);
            let is_read =
                is_read && parts.len() == listed.len() && between.iter().all(|member| member.subject.is_some());
            let is_open = members[near + whole..end].iter().any(|member| member.place.is_open);
            let has_rest = listed.last().is_some_and(|last| last.place.is_rest);
            // Few results that fall short of the whole are the ones worth telling.
            let sum: Decimal = parts.iter().map(|part| part.value).sum();
            let may_be_some = kind.has_grounds() && parts.len() <= FEW && sum < of.value;
            let names_all = kind.is_partition && (kind.is_listed_whole || !listed[0].place.is_some);
            let is_all = has_rest || (names_all && !may_be_some);
            // One thing is in each way that it was disclosed in.
            let overlaps = !kind.is_partition && parts.iter().any(|part| part.value == of.value);
            let closure = match kind.is_partition {
                false if overlaps => Closure::Overlapping,
                _ if is_read && !is_open && is_all => Closure::All,
                true => Closure::Some,
                false => Closure::Overlapping,
            };
            let parts = parts.iter().map(|part| part.span.clone()).collect();
            let (first, last) = (&members[near + whole], &members[end - 1]);
            let printed = passage.and_then(|passage| words(passage, first, last));
            all.push(List { whole: of.span.clone(), parts, closure, printed });
        }
    }
    all
}

/// The words of a list, from the clause of its whole to that of its last part.
fn words(passage: &Passage, first: &Member, last: &Member) -> Option<Passage> {
    /// The most characters in front of the whole: many lists may stand in one clause, and each copies its words.
    const FARTHEST: usize = 200;
    const MARKS: [char; 5] = ['。', '；', '，', '：', '\n'];
    let place = passage.span.start;
    let before = passage.text.get(first.sentence.start - place..first.span.start - place)?;
    let clause = before.char_indices().rev().take(FARTHEST).take_while(|(_, c)| !MARKS.contains(c));
    let start = clause.last().map_or(before.len(), |(at, _)| at);
    let start = first.sentence.start - place + start;
    let behind = passage.text.get(last.span.end - place..last.sentence.end - place)?;
    let is_end = |c: char| MARKS.contains(&c) || c == '、';
    let end = last.span.end - place + behind.find(is_end).unwrap_or(behind.len());
    let words = passage.text.get(start..end)?;
    let trimmed = words.trim();
    let start = place + start + (words.len() - words.trim_start().len());
    Some(Passage { span: start..start + trimmed.len(), text: trimmed.to_owned() })
}

/// Where the parts that begin at a member end, and whether each number there was read.
fn run(kind: &Kind, members: &[Member], first: usize) -> (usize, bool) {
    let (mut end, mut is_read) = (first + 1, true);
    while let Some(member) = members.get(end) {
        let goes_on = || {
            let ahead = members[end + 1..].iter().take(LONGEST).take_while(|member| !kind.is_of(member));
            ahead.into_iter().any(|member| kind.has(member))
        };
        // A number that was not read keeps its place.
        if member.subject.is_none() && goes_on() {
            is_read = false;
        } else if !kind.has(member) {
            break;
        }
        end += 1;
    }
    // What follows without being read may be a part, too, unless 其他 has closed the list.
    let last = &members[end - 1];
    let next = members.get(end);
    (
        end,
        is_read
            && (last.place.is_rest
                || next.is_none_or(|next| next.subject.is_some() || next.number.unit != last.number.unit)),
    )
}

/// Numbers right behind a whole of disclosed information that add up to it are its kinds, with or without 其中: the sum
/// is the proof. It overrules no name of another thing, and of no medium.
pub(crate) fn confirm(members: &mut [Member], stated: &mut Stated) {
    const ITEMS: &[&str] = &["条", "件", "篇", "项", "份", "则", "个"];
    let is_item =
        |member: &Member| member.number.unit.is_some_and(|unit| ITEMS.contains(&unit)) && !member.number.is_approximate;
    let may_be_kind = |member: &Member| {
        is_item(member)
            && matches!(member.subject, None | Some(S::DisclosedOfKind))
            && !member.place.names_medium
            && member.place.name.as_deref().is_some_and(|name| !name.is_empty())
    };
    let mut first = 1;
    while first < members.len() {
        let whole = &members[first - 1];
        let of = whole.subject.filter(|s| matches!(s, S::Disclosed | S::DisclosedByWebsite) && is_item(whole));
        let mut sum = Decimal::ZERO;
        let listed = members[first..].iter().take(LONGEST).take_while(|member| of.is_some() && may_be_kind(member));
        let count = listed.take_while(|member| {
            let goes_on = sum < whole.number.value;
            sum = [sum, member.number.value].into_iter().sum();
            goes_on
        });
        let count = count.count();
        let (Some(of), true) = (of, count > 1) else {
            first += 1;
            continue;
        };
        let total: Decimal = members[first..first + count].iter().map(|member| member.number.value).sum();
        if total != whole.number.value {
            first += 1;
            continue;
        }
        for member in members[first..first + count].iter_mut().filter(|member| member.subject.is_none()) {
            // They stand among the last that were listed.
            let is_it = |span: &Range<usize>| *span == member.span;
            if let Some(at) = stated.unplaced.iter().rposition(|unplaced| is_it(&unplaced.span)) {
                stated.unplaced.remove(at);
            } else if let Some(at) = stated.activities.iter().rposition(|activity| is_it(&activity.span)) {
                stated.activities.remove(at);
            }
            stated.figures.push(Figure {
                subject: S::DisclosedOfKind,
                measure: Measure::Count,
                value: member.number.value,
                unit: member.number.unit.and_then(Unit::of_word),
                name: member.place.name.clone(),
                whole: (of != S::Disclosed).then_some(of),
                is_approximate: false,
                confidence: Confidence::FromContext,
                span: member.span.clone(),
                sentence: member.sentence.clone(),
            });
            member.subject = Some(S::DisclosedOfKind);
        }
        members[first + count - 1].place.is_rest = true;
        first += count;
    }
}

#[cfg(test)]
mod tests {
    use crate::narrative::list::Closure;
    use crate::narrative::{List, Narrative};

    fn lists(text: &str) -> Vec<(String, usize, Closure)> {
        let narrative = Narrative::from_text(text);
        let of = |list: &List| (text[list.whole.clone()].to_owned(), list.parts.len(), list.closure);
        narrative.lists.iter().map(of).collect()
    }

    #[test]
    fn lists_go_as_far_as_their_words_say() {
        use Closure::{All, Overlapping, Some};
        for (text, whole, parts, closure) in [
            ("收到申请5件，其中网络申请3件、信函申请2件。", "5", 2, All),
            ("收到申请5件，其中网络申请3件、信函申请1件等。", "5", 2, Some),
            ("收到申请5件，其中网络申请3件、信函申请1件、某种1件。", "5", 2, Some),
            ("答复申请9件，其中予以公开3件、不予公开2件。", "9", 2, Some),
            ("答复申请9件：予以公开3件、不予公开6件。", "9", 2, All),
            ("答复申请9件：予以公开3件、不予公开2件。", "9", 2, Some),
            ("答复申请9件：予以公开3件、部分公开1件、不予公开2件、无法提供1件。", "9", 4, All),
            ("答复申请9件，主要结果为：予以公开3件、部分公开1件、不予公开2件、无法提供1件。", "9", 4, Some),
            ("主动公开信息9条，其中政策文件3条、工作动态5条。", "9", 2, Overlapping),
            ("主动公开信息9条，其中政策文件3条、其他信息6条。", "9", 2, All),
            ("主动公开信息9条，其中网站公开9条、其他方式公开9条。", "9", 2, Overlapping),
            ("行政复议5件，维持3件，纠正2件。", "5", 2, All),
        ] {
            assert_eq!(lists(text), [(whole.to_owned(), parts, closure)], "{text}");
        }
    }

    #[test]
    fn one_part_is_no_list_and_two_of_a_kind_are_two() {
        for text in ["收到申请5件，其中网络申请3件。", "予以公开3件，不予公开2件。"] {
            assert_eq!(lists(text), [], "{text}");
        }
    }

    #[test]
    fn numbers_that_add_up_to_what_was_disclosed_are_its_kinds_and_no_medium_is_one() {
        let kinds = |text: &str| {
            let narrative = Narrative::from_text(text);
            narrative.figures.into_iter().filter_map(|figure| figure.name).collect::<Vec<_>>()
        };
        assert_eq!(kinds("主动公开政府信息9条，政策文件3条，工作动态6条。"), ["政策文件", "工作动态"]);
        assert_eq!(kinds("主动公开政府信息9条，政策文件3条，抖音6条。"), [""; 0]);
        assert_eq!(kinds("主动公开政府信息9条，政策文件3条，工作动态5条。"), [""; 0]);
    }
}
