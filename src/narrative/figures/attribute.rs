//! Attributes each number by the words of its clause and by its list.

use std::ops::Range;

use crate::form::Unit;
use crate::narrative::Passage;
use crate::narrative::figure::{Figure, Measure, Unplaced};
use crate::narrative::figures::activity::activity;
use crate::narrative::figures::first::Match;
use crate::narrative::figures::label::{Label, media, set};
use crate::narrative::figures::left::{has_digits, is_listed};
use crate::narrative::figures::members::{Member, Place, Stated, is_rest};
use crate::narrative::figures::said;
use crate::narrative::figures::time;
use crate::narrative::figures::within::{Chain, Forum, Found, Known, Listing, Topic, Within};
use crate::narrative::passages::sentence::sentences;
use crate::narrative::passages::speaker::Speakers;
use crate::narrative::passages::stream::Stream;
use crate::narrative::subject::{BY_CHANNEL, OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS, Subject as S, TIMELINESS};
use crate::narrative::words::lex::{Token, Tokens};
use crate::narrative::words::numeral::Number;
use crate::narrative::words::own::Own;
use crate::narrative::words::word::{Set, Word as W};
use crate::value::{Decimal, Year};

/// Reads passages of one report. `is_titled`: the title states the year.
pub(crate) fn read<'a>(passages: &[&'a Passage], year: Option<Year>, is_titled: bool, own: &'a Own) -> Stated {
    let year = year.map(|year| i64::from(year.number()));
    let mut reader = Reader {
        year,
        is_titled,
        own,
        stated: Stated::default(),
        topic: Topic::None,
        topic_age: 0,
        whole: None,
        again: Vec::new(),
        members: Vec::new(),
        closed: 0,
        is_cut: [false; 2],
        is_split: false,
        requests: None,
        heading: Set::NONE,
        is_other_year: false,
        passage: None,
    };
    for &passage in passages {
        reader.passage = Some(passage);
        (reader.topic, reader.whole, reader.is_cut) = (Topic::None, None, [false; 2]);
        reader.is_other_year = false;
        for sentence in sentences(&passage.text) {
            let text = &passage.text[sentence.clone()];
            // 1⏎23件: a number cut by the end of its line is none, nor is what is left of it.
            let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
            let is_cut =
                text.trim_end().ends_with(is_digit) && passage.text[sentence.end..].trim_start().starts_with(is_digit);
            reader.is_split = passage.text[sentence.end..].trim_start().starts_with("其中");
            reader.is_cut = [reader.is_cut[1], is_cut];
            reader.sentence(text, passage.span.start + sentence.start);
        }
        reader.close();
    }
    reader.stated
}

pub(crate) struct Reader<'a> {
    year: Option<i64>,
    is_titled: bool,
    own: &'a Own,
    pub(crate) stated: Stated,
    topic: Topic,
    /// How many sentences ago the topic was named.
    topic_age: u32,
    /// The whole that a list in the next sentence may divide.
    whole: Option<S>,
    /// Subjects that the sentence states a second time.
    pub(crate) again: Vec<S>,
    /// The numbers since the last list was closed.
    pub(crate) members: Vec<Member>,
    /// How many figures stand before them.
    pub(crate) closed: usize,
    /// Whether a line break cuts the first number of the sentence, and the last.
    is_cut: [bool; 2],
    /// Whether the next sentence begins with 其中.
    is_split: bool,
    /// The requests counted last in the sentence before, whose channels and results the next may list.
    requests: Option<S>,
    /// The media that the heading right before names.
    heading: Set,
    /// Whether a sentence before put what follows into another year, and none since has named a time or its body.
    is_other_year: bool,
    /// The passage being read.
    pub(crate) passage: Option<&'a Passage>,
}

/// A number already passed: its place in the sentence, its subject, and whether it belongs to another year.
struct Seen {
    at: usize,
    subject: Option<S>,
    is_other_year: bool,
    /// The disputes mentioned before it.
    forums: Vec<Forum>,
    focus: Option<S>,
    chain: Chain,
}

/// The reader's position in a sentence.
#[derive(Default)]
struct Walk {
    /// The tokens where the clause, the label of the next number and the unheard words begin.
    clause: usize,
    label: usize,
    unheard: usize,
    /// The clause before, if it has words and no number.
    before: Option<usize>,
    has_number: bool,
    is_quoted: bool,
    /// The words before this character belong to a number in front of them.
    until: usize,
    /// Whether the number is of another year or body.
    is_elsewhere: bool,
    /// A number that must stay unplaced.
    unclear: Option<usize>,
}

impl Reader<'_> {
    fn sentence(&mut self, text: &str, place: usize) {
        /// How many sentences a topic lasts.
        const LASTS: u32 = 3;
        let streams = Stream::all(text);
        let Some((main, brackets)) = streams.split_first() else { return };
        let is_subheading = main.is_subheading();
        self.topic_age += 1;
        if is_subheading || self.topic_age > LASTS {
            self.topic = Topic::None;
        }
        let tokens = Tokens::of(&main.chars, self.own);
        let behind = |bracket: &Stream| main.chars.partition_point(|&(at, _)| at < bracket.start);
        let read = |bracket| (bracket, behind(bracket), Tokens::of(&bracket.chars, self.own));
        let brackets: Vec<(&Stream, usize, Tokens)> = brackets.iter().map(read).collect();
        let begins_a_list = begins_a_list(&tokens);
        // 从公开内容看，…… lists the parts of the whole at the end of the previous sentence.
        let waits =
            self.members.last().is_some_and(|last| matches!(last.subject, Some(S::Disclosed | S::DisclosedByWebsite)));
        if !begins_a_list && (!waits || tokens.numbers.is_empty()) {
            self.close();
        }
        self.is_other_year &= !is_subheading && (begins_a_list || !time::is_told(&tokens.all, main));
        let before = self.stated.figures.len();
        let known = self.known(&tokens, begins_a_list);
        // Only a sentence that states something needs a speaker.
        let has_numbers =
            !tokens.numbers.is_empty() || brackets.iter().any(|(_, _, tokens)| !tokens.numbers.is_empty());
        let is_said = set(&tokens.all).meets(said::BEGINS);
        let speaks = has_numbers || is_said;
        let speakers = if speaks { Speakers::of(main, self.own, false, &tokens.all) } else { Speakers::default() };
        let sentence = place..place + text.len();
        let mut within = Within {
            stream: main,
            tokens: &tokens.all,
            numbers: &tokens.numbers,
            place,
            sentence: sentence.clone(),
            speakers,
            year: self.year,
            titled: self.year.filter(|_| self.is_titled),
            glosses: brackets.iter().filter_map(|(_, behind, tokens)| Some((*behind, tokens.one_result()?))).collect(),
            known,
        };
        let read = self.stream(&mut within, waits);
        self.leave_rest(&within, &tokens);
        for (bracket, behind, tokens) in &brackets {
            self.bracket(&mut within, &read, bracket, *behind, tokens);
        }
        if is_said && !within.known.is_other_year {
            said::read(&mut within, &mut self.stated.figures);
        }
        self.take_back(before);
        self.go_on(&within, before, begins_a_list);
    }

    /// What is known before a sentence.
    fn known(&mut self, tokens: &Tokens, begins_a_list: bool) -> Known {
        Known {
            topic: self.topic,
            may_be_cumulative: tokens.has_part_of_year(),
            whole: self.whole.filter(|_| begins_a_list),
            last: self.requests.filter(|_| begins_a_list),
            asks: begins_a_list && self.requests.is_some(),
            is_named_here: begins_a_list && self.requests.is_some(),
            is_split_next: self.is_split,
            is_other_year: self.is_other_year,
            names_requests: set(&tokens.all).meets(Set::of(&[W::Request, W::Apply])),
            lead: std::mem::take(&mut self.heading),
            is_topic_near: self.topic_age <= 1,
            ..Known::default()
        }
    }

    /// Reads a bracket of a sentence, which stands behind a character of it.
    fn bracket(&mut self, outer: &mut Within<'_>, read: &[Seen], bracket: &Stream, place: usize, tokens: &Tokens) {
        let is_other = outer.speakers.is_other(place.saturating_sub(1));
        let (before, behind) = read.split_at(read.partition_point(|before| before.at <= bracket.start));
        let last = before.last();
        let mut known = outer.known.clone();
        (known.last, known.count, known.listing) =
            (last.and_then(|last| last.subject), tokens.numbers.len(), Listing::Nothing);
        (known.has_ways, known.is_unread) = (false, last.is_some_and(|last| last.subject.is_none()));
        if let Some(last) = last {
            known.is_other_year = last.is_other_year;
            (known.forums, known.focus, known.chain) = (last.forums.clone(), last.focus, last.chain);
        }
        let mut inner = Within {
            stream: bracket,
            tokens: &tokens.all,
            numbers: &tokens.numbers,
            place: outer.place,
            sentence: outer.sentence.clone(),
            speakers: Speakers::of(bracket, self.own, is_other, &tokens.all),
            year: self.year,
            titled: outer.titled,
            glosses: Vec::new(),
            known,
        };
        // What a bracket behind a part counts is no part beside it: 网络申请12件（含电子邮件2件），信函申请8件.
        let part = inner.known.last.filter(|last| {
            last.is_between(S::ReceivedInPerson, S::ReceivedFromOrganizations) || OUTCOMES.contains(last)
        });
        inner.known.is_in_part = part.is_some();
        let members = self.members.len();
        self.stream(&mut inner, false);
        if part.is_some() {
            self.members.truncate(members);
        }
        self.leave_rest(&inner, tokens);
        // 收到申请（含上年结转2件）14件.
        let is_next = behind.first().is_some_and(|next| next.subject == Some(S::Received));
        let contains = tokens.all.first().is_some_and(|first| first.is_any(Set::of(&[W::Some, W::Include])));
        if let Some(carried_in) = tokens.numbers.first().filter(|_| contains && is_next)
            && inner.known.last == Some(S::CarriedIn)
        {
            self.received_of_handled(&mut inner, carried_in);
        }
        outer.known.seen = inner.known.seen;
    }

    /// Keeps what the next sentence may refer to.
    fn go_on(&mut self, within: &Within<'_>, before: usize, begins_a_list: bool) {
        let of_sentence = self.stated.figures[before..].iter().find(|figure| {
            figure.measure == Measure::Count && matches!(figure.subject, S::Disclosed | S::DisclosedByWebsite)
        });
        if of_sentence.is_some() || !begins_a_list {
            self.whole = of_sentence.map(|figure| figure.subject);
        }
        let is_of_requests =
            |figure: &&Figure| figure.measure == Measure::Count && matches!(figure.subject, S::Received | S::Handled);
        self.requests = self.stated.figures[before..].iter().rfind(is_of_requests).map(|figure| figure.subject);
        let tells_year = time::begins_with_other_year(within.tokens, self.year);
        self.is_other_year = within.known.is_other_year && (self.is_other_year || tells_year);
        if within.known.is_topic_heard {
            self.topic_age = 0;
        }
        // 收到低保申请126件: what follows is of those.
        let is_of_others =
            within.known.chain == Chain::Others && !within.known.is_topic_heard && !within.numbers.is_empty();
        self.topic = if is_of_others { Topic::None } else { within.known.topic };
        if within.numbers.is_empty() && is_short(within.stream) && within.tokens.len() < 8 {
            let media = media(within.tokens);
            self.heading = if media.is_empty() { Set::NONE } else { media.and(Set::of(&[W::By])) };
        }
    }

    /// Reads a stream number by number.
    fn stream(&mut self, w: &mut Within<'_>, waits: bool) -> Vec<Seen> {
        let mut read = Vec::new();
        let mut walk = Walk::default();
        for at in 0..w.tokens.len() {
            let token = w.tokens[at];
            match token.word {
                W::Open => walk.is_quoted = true,
                W::Close => walk.is_quoted = false,
                W::Year => w.hear_year(at),
                W::Stop | W::Comma | W::Colon => {
                    let clause = &w.tokens[walk.clause..at];
                    if w.known.seen.is_empty() {
                        // 网站访问量58万次，更新信息…….
                        w.known.lead = w.known.lead.and(media(clause));
                    }
                    if !walk.has_number {
                        w.known.is_other_year |= time::leads_elsewhere(clause, w.stream, w.titled);
                        w.known.lead = w.known.lead.and(set(clause));
                    }
                    walk.before = Some(walk.clause).filter(|_| !walk.has_number);
                    w.hear(walk.unheard..at);
                    if token.word == W::Stop {
                        (w.known.lead, w.known.is_of_unknown, w.known.is_named_here) = (Set::NONE, false, false);
                        (w.known.is_of_barred, w.known.is_other_time) = (false, false);
                        let of_disclosure = |last: S| last == S::DisclosedOfKind || BY_CHANNEL.parts.contains(&last);
                        let of_requests = w.known.topic == Topic::Requests;
                        w.known.is_listing &= w.known.last.map_or(of_requests, |last| !of_disclosure(last));
                    }
                    (walk.unheard, walk.clause, walk.label, walk.has_number) = (at + 1, at + 1, at + 1, false);
                }
                W::Number if token.start >= walk.until => {
                    walk.has_number = true;
                    w.hear(walk.unheard..at);
                    walk.unheard = at + 1;
                    let number = w.numbers[token.value].clone();
                    let is_base = w.is_base(at, walk.label);
                    let names_other =
                        w.tokens[walk.label..at].iter().any(|word| word.word == W::Gap && !word.is(W::Plain));
                    let subject = self.number(w, &mut walk, at, &number, waits);
                    let place = w.stream.chars[number.at.start].0;
                    let Known { is_other_year, focus, chain, .. } = w.known;
                    read.push(Seen { at: place, subject, is_other_year, forums: w.known.forums.clone(), focus, chain });
                    walk.label = w.tokens[at..]
                        .iter()
                        .position(|token| token.start >= walk.until)
                        .map_or(w.tokens.len(), |end| at + end.max(1));
                    if subject.is_some() || !is_base {
                        (w.known.last, w.known.is_unread) = (subject, subject.is_none());
                    }
                    // 收到申请5件；评查案卷126件，其中予以公开113件: of the files.
                    let counts_other = names_other && subject.is_none() && number.unit.is_some() && !number.is_percent;
                    if counts_other && !is_base && !w.known.is_named_here {
                        (w.known.is_topic_still, w.known.asks) = (false, false);
                    }
                    w.known.count += usize::from(!std::mem::take(&mut walk.is_elsewhere));
                }
                _ => {}
            }
        }
        w.hear(walk.unheard.min(w.tokens.len())..w.tokens.len());
        read
    }

    /// Attributes one number.
    fn number(&mut self, w: &mut Within<'_>, walk: &mut Walk, at: usize, number: &Number, waits: bool) -> Option<S> {
        walk.until = number.end;
        let (label, is_some) = w.label_at(at, walk.label, walk.clause, walk.before);
        let behind = &w.tokens[at + 1..];
        let keeps_name = w.known.whole.is_some() || waits;
        let place = Place { is_some, ..Place::of(w, &label, behind, keeps_name) };
        let is_now = !time::is_other(label.tokens, label.all, w.stream, w.titled);
        walk.is_elsewhere = w.known.is_other_year || !is_now;
        w.known.is_other_time |= !is_now && time::is_of_a_part(label.all);
        // 指导各部门办理申请9件，其中予以公开5件: of what is none of the report's.
        w.known.is_of_barred |= label.has(W::Bar) && label.any(Set::of(&[W::Apply, W::Request]));
        if walk.is_quoted || self.is_barred(w, walk, &label, at, number) {
            self.leave(w, number, place);
            return None;
        }
        if w.speakers.is_other(number.at.start) {
            walk.is_elsewhere = true;
            let found = w.by_list(&label, number, behind).filter(|found| found.subject == S::FeePart);
            return self.place_or_leave(w, number, found, place);
        }
        match w.number_first(&label, at, walk.clause, number) {
            Match::Found(found, until) => {
                walk.until = until;
                self.part_of_handled(w, &label, number, &found);
                return self.place_or_leave(w, number, Some(found), place);
            }
            Match::Unclear(next) => {
                walk.unclear = next;
                self.leave(w, number, place);
                return None;
            }
            Match::Nothing => {}
        }
        match w.several(&label, at, number, is_now) {
            Match::Found(placed, until) => {
                walk.until = until;
                return self.place_all(w, placed, &place);
            }
            Match::Unclear(next) => {
                walk.unclear = next.or(walk.unclear);
                self.leave(w, number, place);
                return None;
            }
            Match::Nothing => {}
        }
        w.known.is_of_unknown |= label.opens && w.known.count > 0 && w.known.last.is_none();
        let found = self.found(w, &label, number, behind, is_now);
        if let Some(found) = self.sum_of_requests(w, &label, number).or_else(|| w.sum_of_periods(&label, at, number)) {
            return self.place_or_leave(w, number, Some(found), place);
        }
        self.take_out_what_it_narrows(w, &label, found.as_ref());
        if let Some(found) = &found {
            self.part_of_handled(w, &label, number, found);
            self.part_of_disputes(w, &label, found);
            if self.is_part_of_granted(w, &label, number, found, is_some) {
                let span = w.stream.span(number.at.clone(), w.place);
                let subject = self.place_or_leave(w, number, Some(Found::by_context(found.subject)), place);
                // It is no part beside the one that holds it.
                self.members.pop_if(|last| last.span == span);
                return subject;
            }
        }
        if found.is_none()
            && let Some(found) = activity(&label, number, behind).filter(|found| is_now && self.is_read(w, at, found))
        {
            self.note_or_leave(w, &label, number, found, place);
            // 办结率100%，其中公开3件: the list is still that of what stands before the rate.
            return w.known.last.filter(|_| number.is_percent);
        }
        self.place_or_leave(w, number, found, place)
    }

    /// What the words beside a number say that it counts; no part of a number that was not read.
    fn found(
        &mut self,
        w: &mut Within<'_>,
        label: &Label<'_>,
        number: &Number,
        behind: &[Token],
        is_now: bool,
    ) -> Option<Found> {
        let may_be_part = |subject: S| {
            let lists = [BY_CHANNEL.parts, RECONSIDERATIONS.parts, SUITS.parts];
            BY_CHANNEL.whole == subject || lists.iter().any(|parts| parts.contains(&subject))
        };
        let is_of_others = |subject: S| {
            w.known.is_of_barred && is_part_of_requests(subject)
                || w.known.is_other_time && (subject.is_of_disputes() || is_part_of_requests(subject))
        };
        let found = w
            .find(label, number, behind, is_now)
            .filter(|found| !(is_of_others(found.subject) || w.known.is_of_unknown && may_be_part(found.subject)))
            .or_else(|| Self::disputes_on_information(w, label, number));
        if is_now { self.part_of_all(w, label, number, found) } else { found }
    }

    /// Whether something bars a number from being a figure of the report and its year.
    fn is_barred(&self, w: &Within<'_>, walk: &Walk, label: &Label<'_>, at: usize, number: &Number) -> bool {
        let next = |ahead: usize| w.tokens.get(at + ahead).map(|token| token.word);
        // 12、34件.
        // 占91.2%和8.8%: the words do not say which share belongs to which part.
        let is_joined = match next(1) {
            Some(W::Pause) => number.unit.is_none(),
            Some(W::Join) => number.is_percent,
            _ => false,
        };
        let is_half = is_joined && next(2) == Some(W::Number) && !label.has(W::Zip);
        let ends_own_year = || {
            self.is_titled
                && w.tokens[..at.min(200)].windows(2).any(|pair| {
                    let is_own = i64::try_from(pair[0].value).ok() == self.year;
                    pair[0].word == W::Year && is_own && pair[1].word == W::Month && pair[1].value == 12
                })
        };
        let of_own_year = label.has(W::OwnYear) || w.known.lead.has(W::OwnYear);
        let is_sum = label.has(W::Cumulative) && !of_own_year;
        let may_be_sum = w.known.may_be_cumulative && is_sum;
        // 截至目前发布9条，2024年发布6条: the first includes earlier years.
        let is_to_date = w.known.lead.has(W::ToDate) || label.has(W::ToDate);
        let names_year = || w.tokens[at..].iter().take(200).any(|next| next.word == W::Year || next.is(W::OwnYear));
        // 网站累计发布9条，本年度发布6条.
        let names_own_year = || w.tokens[at..].iter().take(200).any(|next| next.is(W::OwnYear));
        let is_cumulative = may_be_sum && !ends_own_year()
            || (may_be_sum || is_to_date) && names_year()
            || is_sum && !label.has(W::Year) && !w.known.lead.has(W::Year) && names_own_year();
        let is_cut = !w.stream.is_bracket
            && (self.is_cut[1] && number.end == w.stream.chars.len() || self.is_cut[0] && number.at.start == 0);
        let begins = label.tokens.first().filter(|_| walk.label == walk.clause || label.is_from_before);
        let describes =
            label.tokens.first().is_some_and(|first| walk.label > walk.clause && w.stream.chars[first.start].1 == '的');
        w.known.is_other_year
            || is_half
            || is_cumulative
            || is_cut
            || walk.unclear == Some(at)
            || label.any(Set::of(&[W::Bar, W::Deny]))
            || label.tokens.last().is_some_and(|last| last.is(W::Without))
            || begins.is_some_and(|first| first.is(W::BarStart))
            || describes
            || w.tokens.get(at + 1).is_some_and(|token| token.is(W::BarEnd))
    }

    fn place_all(&mut self, w: &mut Within<'_>, placed: Vec<(Found, Number)>, at: &Place) -> Option<S> {
        for (found, number) in placed {
            w.known.last = Some(found.subject);
            self.place(w, &number, found, Place { is_some: at.is_some, is_open: at.is_open, ..Place::default() });
        }
        w.known.last
    }

    fn place_or_leave(&mut self, w: &mut Within<'_>, number: &Number, found: Option<Found>, at: Place) -> Option<S> {
        match found {
            Some(found) if w.is_new(&found) => {
                let subject = found.subject;
                self.place(w, number, found, at);
                Some(subject)
            }
            found => {
                self.again.extend(found.map(|found| found.subject));
                self.leave(w, number, at);
                None
            }
        }
    }

    /// Lists a number as unplaced.
    pub(crate) fn leave(&mut self, w: &Within<'_>, number: &Number, at: Place) {
        if !is_listed(w.stream, number) {
            return;
        }
        let span = self.keep(w, number, None, at);
        self.stated.unplaced.push(Unplaced { value: Some(number.value), span, sentence: w.sentence.clone() });
    }

    /// Lists the numerals without a unit.
    fn leave_rest(&mut self, w: &Within<'_>, tokens: &Tokens) {
        for (at, value) in tokens.rest.iter().filter(|(at, _)| has_digits(w.stream, at)) {
            let span = w.stream.span(at.clone(), w.place);
            self.stated.unplaced.push(Unplaced { value: *value, span, sentence: w.sentence.clone() });
        }
    }

    /// Adds a number with a unit or a subject to the members of lists. Gives the place of the number in the source.
    pub(crate) fn keep(&mut self, w: &Within<'_>, number: &Number, subject: Option<S>, at: Place) -> Range<usize> {
        let span = w.stream.span(number.at.clone(), w.place);
        if number.unit.is_some() || subject.is_some() {
            let (number, sentence) = (number.clone(), w.sentence.clone());
            let place = Place { is_rest: at.is_rest && subject.is_some(), ..at };
            self.members.push(Member { subject, number, place, span: span.clone(), sentence });
        }
        span
    }

    fn place(&mut self, w: &mut Within<'_>, number: &Number, found: Found, at: Place) {
        let Found { subject, measure, .. } = found;
        w.known.seen.push((subject, measure));
        if subject.is_of_requests() {
            (w.known.topic, w.known.is_topic_heard) = (Topic::Requests, true);
            (w.known.is_topic_still, w.known.is_named_here) = (true, true);
        }
        let span = if measure == Measure::Count {
            let names_rest = found.name.as_deref().is_some_and(is_rest);
            let is_rest = subject == S::DisclosedByOtherWays && at.is_rest || names_rest;
            w.count_list(subject, names_rest, number);
            w.count_forum(subject, number.value == Decimal::ZERO);
            self.keep(w, number, Some(subject), Place { is_rest, ..at })
        } else {
            w.stream.span(number.at.clone(), w.place)
        };
        self.stated.figures.push(figure(w, number, found, span));
    }
}

/// A number as a figure.
pub(crate) fn figure(w: &Within<'_>, number: &Number, found: Found, span: Range<usize>) -> Figure {
    let Found { subject, measure, whole, name, confidence, is_fall } = found;
    let hundred_millions = (number.unit == Some("亿元")).then(|| number.value.times_ten_thousand()).flatten();
    let (value, unit) = match hundred_millions {
        Some(value) => (value, Some(Unit::TenThousandYuan)),
        None => (number.value, number.unit.and_then(Unit::of_word)),
    };
    Figure {
        subject,
        measure,
        value: if is_fall { Decimal::ZERO.minus(value) } else { value },
        unit,
        name,
        whole,
        is_approximate: number.is_approximate,
        confidence,
        span,
        sentence: w.sentence.clone(),
    }
}

/// Whether the subject is a result of requests, or how soon they were answered.
fn is_part_of_requests(subject: S) -> bool {
    [OUTCOMES, REPLIES, TIMELINESS].iter().any(|list| list.contains(&subject))
}

/// Whether a sentence begins by dividing an earlier whole: 其中…, 从公开内容看，….
fn begins_a_list(tokens: &Tokens) -> bool {
    let lead = tokens.all.split(Token::ends_clause).next().unwrap_or_default();
    let by_aspect = lead.iter().take(8).any(|token| token.word == W::Aspect);
    by_aspect || tokens.all.first().is_some_and(|token| token.is(W::Some))
}

/// Whether a sentence is as short as a heading.
fn is_short(stream: &Stream) -> bool {
    const LONGEST: usize = 24;
    stream.chars.len() <= LONGEST
}
