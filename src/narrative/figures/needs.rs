//! Whether the text has said what a rule requires.

use crate::narrative::Subject as S;
use crate::narrative::figures::label::{Label, joins};
use crate::narrative::figures::rule::Needs;
use crate::narrative::figures::within::{Chain, Listing, Topic, Within};
use crate::narrative::subject::CHANNELS;
use crate::narrative::words::lex::Token;
use crate::narrative::words::list::words;
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};

impl Within<'_> {
    /// Whether a rule whose head is at a place of a label has what it needs to name a subject.
    pub(crate) fn has_what_it_needs(&self, needs: Needs, subject: S, label: &Label<'_>, head: usize) -> bool {
        let known = &self.known;
        let on_requests = self.is_on_requests();
        let next = || label.core(head + 1);
        let is_alone = || !label.is_broken && next().is_none();
        match needs {
            Needs::Nothing => self.is_sound(subject, label, head),
            Needs::Requests => {
                // 按时 needs what was done: 按时办结.
                let done = || label.cores().take(head).any(|token| token.is_any(Set::of(&[W::Answer, W::Handle])));
                on_requests && self.is_of_requests_here() && (subject != S::OnTime || done())
            }
            Needs::RequestsStill => self.is_still_of_requests() && !self.is_of_other_cases(label),
            Needs::ResultOfRequests => on_requests && self.is_result_in_list(label, head),
            Needs::ResultsNext => on_requests && label.precedes_result && is_alone(),
            Needs::RequestsNamed => {
                let is_plain = |token: &Token| token.is_any(Set::of(&[W::Receive, W::Own, W::Answer]));
                let is_first = known.is_topic_near && known.count == 0;
                let is_alone = !label.is_broken && label.cores().all(is_plain);
                on_requests && is_first && is_alone && !self.is_of_other_cases(label)
            }
            Needs::CarriedInBefore => self.carries_requests() && known.last == Some(S::CarriedIn) && !label.is_broken,
            Needs::After(subjects) => self.last_in(subjects) && !label.is_broken && next().is_none_or(joins),
            Needs::NothingElse => {
                is_alone() && !self.is_mark(label) && self.last_in(&[S::Disclosed, S::DisclosedByWebsite])
            }
            Needs::Alone => self.is_request_alone(label, head) && !self.is_mark(label),
            Needs::Channel => !known.is_in_part && self.is_channel(subject, label, head),
            Needs::Applicant => on_requests && !known.is_in_part && self.is_applicant(subject, label, head),
            Needs::RequestRightBefore => next().is_some_and(|token| token.is(W::Request)),
            Needs::HandledBefore => {
                // 收到162件，新收158件: the first is what was handled.
                let follows =
                    self.last_in(&[S::Handled, S::CarriedIn]) || label.has(W::New) && self.last_in(&[S::Received]);
                on_requests && next().is_none_or(|token| token.is(W::Some)) && follows
            }
            Needs::Fee => known.topic == Topic::Fee,
            Needs::NoticesBefore => known.topic == Topic::Fee && self.last_in(&[S::FeeNotices]),
            Needs::DocumentsBefore(kind) => self.follows_documents(kind, label, head),
            Needs::DecisionsBefore => {
                self.is_sound(subject, label, head)
                    && self.last_in(&[S::LicensingDecisions, S::PenaltiesDecisions, S::CoercionDecisions])
            }
        }
    }

    /// Whether the text is of requests, and no number of the sentence that is of something else stands before.
    pub(crate) fn is_still_of_requests(&self) -> bool {
        let known = &self.known;
        self.is_on_requests() && (known.count == 0 || known.last.is_some() || known.is_topic_still)
    }

    /// Whether the text is of requests, and the sentence speaks of them or the number before was read: 审核信息126条，其中予以公开
    /// 113条 is of that information.
    pub(crate) fn is_of_requests_here(&self) -> bool {
        let known = &self.known;
        let asks = || known.asks && known.chain != Chain::Others;
        known.topic == Topic::Requests && (!known.is_unread || known.is_topic_still || asks())
    }

    /// Whether the words name the body's own subject and not a part of it or another's.
    fn is_sound(&self, subject: S, label: &Label<'_>, head: usize) -> bool {
        match subject {
            // 公民、法人和其他组织 are everybody, 公民王某 and 申请人王某 are one.
            S::Received => {
                let is_one = label.has(W::Person) && !label.has(W::Org) && (!label.has(W::Citizen) || label.is_broken);
                // 收到征地类申请5件: what stands between is a part of them.
                let is_told = label.cores().any(|token| token.is(W::Receive)) || label.has_end();
                let is_part = label.is_broken && (label.has(W::Lost) || !is_told);
                !is_one && !is_part && !is_of_one_channel(label)
            }
            S::SuitsAsCoDefendant => label.has(W::Suit) && !label.has(W::Defendant),
            S::Reconsiderations | S::Suits => {
                // Those that the body answers in court are of all its acts.
                // 因工伤认定引发: of another act.
                let of_other_act = label.has(W::Link) && label.is_broken;
                let applies = label.has(W::Receive) && label.has(W::Apply) || label.has(W::Lost) || of_other_act;
                let is_of_some = self.known.is_of_some_disputes && !label.has_end();
                !is_of_some
                    && !label.has(W::New)
                    && (!applies || label.any(Set::of(&[W::Info, W::Request])))
                    && (!self.known.decides || label.has(W::Passive))
            }
            S::LicensingDecisions | S::PenaltiesDecisions | S::CoercionDecisions | S::AdministrativeFees => {
                label.core(head).is_some_and(|head| !self.is_part_of_acts(subject, label, head))
            }
            _ => true,
        }
    }

    /// 其中公开3件, behind requests that were just counted.
    fn is_result_in_list(&self, label: &Label<'_>, head: usize) -> bool {
        let begins = self.known.count == 0 && label.opens;
        (self.known.is_listing || begins)
            && !label.is_broken
            && label.core(head + 1).is_none_or(|token| token.is(W::Some))
            && (self.last_in(&[S::Received, S::Processed, S::Handled, S::CarriedOver, S::OnTime]) || begins)
    }

    /// 受理案件86件，办结事项5件: what a body handles besides requests.
    fn is_of_other_cases(&self, label: &Label<'_>) -> bool {
        !label.any(Set::of(&[W::Apply, W::Request]))
            && label.tokens.last().is_some_and(|last| self.ends_with(last.end, words!("案件 事项 办件 项目")))
    }

    /// 主动公开98件，依申请公开45件，不予公开63件; 制发公文126件，主动公开86件，依申请公开40件: documents, counted by how they were marked.
    fn is_mark(&self, label: &Label<'_>) -> bool {
        let follows_proactive = |first: &Token| {
            let before = &self.tokens[..self.tokens.partition_point(|token| token.start < first.start)];
            let number = before.iter().rposition(|token| token.word == W::Number);
            number.and_then(|number| before[..number].last()).is_some_and(|token| token.is(W::Proactive))
        };
        self.known.count > 0
            && self.known.last.is_none()
            && (label.precedes_result || label.tokens.first().is_some_and(follows_proactive))
    }

    /// Whether documents are counted by how they were marked, behind the number of those for everybody.
    pub(crate) fn marks_follow(&self, number: &Number, behind: &[Token]) -> bool {
        const LONGEST: usize = 12;
        const AROUND: Set = Set::of(&[W::Pause, W::Comma, W::Open, W::Close, W::Fill, W::Join]);
        let mut marks = behind.iter().take(LONGEST).filter(|token| !token.is_any(AROUND));
        let is_on_request = |token: &Token| token.is(W::Request) && self.stream.chars[token.start].1 == '依';
        marks.next().is_some_and(is_on_request)
            && marks
                .next()
                .is_some_and(|token| token.word == W::Number && self.numbers[token.value].unit == number.unit)
            && marks.next().is_some_and(|token| token.subject == Some(S::Denied))
    }

    /// 依申请公开3件, 信息公开申请总量3件.
    fn is_request_alone(&self, label: &Label<'_>, head: usize) -> bool {
        // 依申请公开政府信息 may be the information that was disclosed.
        let is_info = |token: &Token| self.ends_with(token.end, &["信息"]) && !label.has(W::Total);
        let is_request = |token: &Token| (token.is(W::Verb) || label.has(W::Total)) && !is_info(token);
        !label.is_broken
            && !label.has_end()
            && !label.opens
            && label.core(head).is_some_and(is_request)
            && label.core(head + 1).is_none_or(|token| token.is(W::Own) && label.core(head + 2).is_none())
    }

    fn is_applicant(&self, subject: S, label: &Label<'_>, head: usize) -> bool {
        const ASKS: Set = Set::of(&[W::Apply, W::Request, W::Aspect]);
        // 法人申请25件，其他组织申请5件; 企业法人申请25件.
        let is_sort = |head: &Token| {
            head.is(W::Sort) && self.tokens.iter().any(|token| token.is(W::Sort) && token.start != head.start)
        };
        if label.core(head).is_some_and(is_sort) || label.core(head + 1).is_some_and(|next| next.is(W::Narrow)) {
            return false;
        }
        let says = label.cores().take(head + 1).any(|token| token.is_any(ASKS));
        let follows = self.lists_requests()
            || self.last_in(CHANNELS)
            || self.last_in(&[S::Received, S::Handled, S::ReceivedFromNaturalPersons]);
        (says || follows || subject == S::ReceivedFromOrganizations)
            && !(label.has(W::Receive) && label.has(W::Citizen))
    }

    /// 废止3件, behind documents of a kind.
    fn follows_documents(&self, kind: W, label: &Label<'_>, head: usize) -> bool {
        let named = label.core(head + 1).filter(|token| token.is_any(Set::of(&[W::Norm, W::Rules])));
        let is_document = |s: S| s.is_between(S::RulesIssued, S::NormativeDocumentsInForce);
        match named {
            Some(named) => named.is(kind) && label.core(head).is_some_and(|token| token.is(W::Valid)),
            None => self.known.documents == Some(kind) && self.known.last.is_some_and(is_document),
        }
    }

    /// Whether the sentence begins to list requests by channel or by who asked: 从申请方式看，通过网站提交5件.
    fn lists_requests(&self) -> bool {
        self.known.count == 0 && self.known.lead.has(W::Replies) && self.known.lead.has(W::Request)
    }

    fn is_channel(&self, subject: S, label: &Label<'_>, head: usize) -> bool {
        const AROUND: Set =
            Set::of(&[W::Link, W::Some, W::Include, W::Join, W::Pause, W::Submit, W::Site, W::Net, W::Apply, W::Own]);
        let ends_in = |set: Set| label.cores().take(head).any(|token| token.is_any(set));
        let says = ends_in(Set::of(&[W::Apply, W::Request]));
        let follows = self.lists_requests() || self.last_in(CHANNELS) || self.last_in(&[S::Received, S::Handled]);
        let is_same = |token: &Token| token.subject == Some(subject);
        let is_bare =
            !label.is_broken && label.cores().skip(head + 1).all(|token| token.is_any(AROUND) || is_same(token));
        (says && self.known.topic == Topic::Requests || follows && is_bare)
            && self.known.listing != Listing::Kinds
            && !ends_in(Set::of(&[W::Disclose, W::Info]))
            && label.core(head + 1).is_none_or(|token| !token.is(W::Channel) || is_same(token))
    }
}

/// 窗口接收申请: those of one channel, unless the label counts several up.
fn is_of_one_channel(label: &Label<'_>) -> bool {
    let mut channels = label.tokens.iter().filter(|token| token.word == W::Channel);
    let Some(first) = channels.next() else { return false };
    channels.all(|next| next.subject == first.subject) && !label.any(Set::of(&[W::Etc, W::Join, W::Pause]))
}
