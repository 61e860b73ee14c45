//! Whose chain it is: what one sentence says was received, carried in, closed and carried over is of one subject.

use crate::narrative::Subject as S;
use crate::narrative::figures::label::set;
use crate::narrative::figures::within::{Chain, OTHERS, Topic, Within};
use crate::narrative::words::lex::Token;
use crate::narrative::words::word::{Set, Word as W};

/// What is done to what a chain is of; the object follows.
const ACTS: Set = Set::of(&[W::Receive, W::Accept, W::Handle]);

impl Within<'_> {
    /// Notes what words say is received or carried. The last thing named counts: 受理行政许可申请 is of permits.
    pub(crate) fn hear_chain(&mut self, tokens: &[Token]) {
        let all = set(tokens);
        if !all.meets(OTHERS.and(ACTS).and(Set::of(&[W::Request, W::Apply, W::Carry, W::Outcome]))) {
            return;
        }
        if all.has(W::Deny) {
            return;
        }
        let named = self.own_name(tokens);
        let mut is_unknown = false;
        let mut asks = false;
        for (at, token) in tokens.iter().enumerate().rev() {
            if token.is(W::Request) {
                self.known.chain = Chain::Requests;
                return;
            }
            let is_complaint = token.subject == Some(S::PetitionOrComplaint)
                && all.meets(Set::of(&[W::Receive, W::Accept, W::Passive]));
            if token.is_any(OTHERS) || is_complaint {
                self.known.chain = Chain::Others;
                return;
            }
            if token.is(W::Carry) {
                // 行政执法案件上年结转12件, but not 结转某某.
                is_unknown = false;
            }
            asks |= token.is(W::Apply);
            is_unknown |= token.word == W::Gap && !token.is(W::Plain) && at >= named;
            if token.is_any(ACTS) {
                break;
            }
        }
        let acts = all.meets(ACTS) || all.has(W::Carry);
        if asks && !is_unknown {
            self.known.chain = Chain::Requests;
        } else if is_unknown && acts {
            self.known.chain = Chain::Others;
        }
    }

    /// Whether the text is of requests, and the sentence of nothing else since.
    pub(crate) fn is_on_requests(&self) -> bool {
        self.known.topic == Topic::Requests && self.known.chain != Chain::Others
    }

    /// Whether what is carried in or over is requests: the text or the sentence speaks of them, and of nothing else since.
    pub(crate) fn carries_requests(&self) -> bool {
        let known = &self.known;
        let is_of_requests = known.topic == Topic::Requests || known.names_requests;
        (is_of_requests || known.count == 0) && known.chain != Chain::Others
    }

    /// Whether what was named last before a token of the sentence is requests, or nothing was.
    pub(crate) fn follows_requests(&self, at: usize) -> bool {
        const FARTHEST: usize = 64;
        let asks = Set::of(&[W::Request, W::Apply]);
        let before = &self.tokens[at.saturating_sub(FARTHEST)..at];
        let Some(last) = before.iter().rposition(|token| token.is_any(OTHERS.and(asks))) else {
            return self.known.topic == Topic::Requests;
        };
        // 救助申请 are none for information.
        let is_unknown = |token: &Token| {
            token.word == W::Gap && !token.is(W::Plain) && !self.ends_with(token.end, &["上述", "以上", "前述"])
        };
        before[last].is(W::Request)
            || before[last].is(W::Apply) && !last.checked_sub(1).is_some_and(|prior| is_unknown(&before[prior]))
    }
}
