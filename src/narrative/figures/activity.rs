//! Reads activities outside the tables: interpretations published, trainings held, letters answered.

use crate::narrative::Subject as S;
use crate::narrative::figure::Measure;
use crate::narrative::figures::label::Label;
use crate::narrative::figures::within::{DISCLOSES, Found};
use crate::narrative::words::lex::Token;
use crate::narrative::words::numeral::Number;
use crate::narrative::words::word::{Set, Word as W};

/// The units in which each is counted.
const UNITS: &[(S, &[&str])] = &[
    (S::PolicyInterpretations, &["篇", "条", "件", "个", "份", "次", "期", "项", "则", "部"]),
    (S::PressConferences, &["场", "场次", "次", "期", "个"]),
    (S::OnlineInterviews, &["期", "次", "场", "场次", "个"]),
    (S::Consultations, &["次", "期", "件", "项", "条", "个", "场"]),
    (S::PublicMessages, &["条", "件", "封", "个", "次", "项", "份", "起", "人次"]),
    (S::HotlineOrders, &["件", "个", "条", "次", "份", "起"]),
    (S::ResponsesToConcerns, &["次", "件", "条", "个", "项", "起"]),
    (S::GazetteIssues, &["期"]),
    (S::NewMediaAccounts, &["个"]),
    (S::NewMediaWorks, &["条", "个", "部", "篇", "期", "件", "份"]),
    (S::Trainings, &["次", "期", "场", "场次"]),
    (S::Meetings, &["次", "场", "场次", "个"]),
    (S::Staff, &["名", "人"]),
];
/// What may stand between its name and the number.
const BETWEEN: Set = Set::of(&[W::Info, W::Tail, W::Submit, W::Answer, W::Handle, W::Channel, W::Receive]);
/// What is done to an issue of the gazette.
const PRINTS: Set = Set::of(&[W::Post, W::Make]);
/// What a number is that is no activity's, whatever else its words say.
const NO_ACTIVITY: Set =
    Set::of(&[W::Apply, W::Request, W::Documents, W::Recon, W::Suit, W::Share, W::Versus, W::Rise, W::Fall, W::Zip]);

/// The activity that the words before a number name, or those behind it: 3场新闻发布会.
pub(crate) fn activity(label: &Label<'_>, number: &Number, behind: &[Token]) -> Option<Found> {
    if label.any(NO_ACTIVITY) && !number.is_percent {
        return None;
    }
    let unit = number.unit.unwrap_or_default();
    let at = label.past(if unit == "期" { BETWEEN.and(PRINTS) } else { BETWEEN });
    let before = label.core(at).filter(|_| !label.is_joined(at) && !label.is_from_before);
    let of = |token: &Token| match token.word {
        // 公开招聘工作人员12名 counts no staff of the office.
        W::Activity if token.subject == Some(S::Staff) && label.any(DISCLOSES) => None,
        W::Activity => token.subject,
        W::Gazette => Some(S::GazetteIssues).filter(|_| unit == "期"),
        W::NewMedia if !label.any(DISCLOSES) => Some(S::NewMediaAccounts),
        _ => None,
    };
    if number.is_percent {
        let rate = of(before.filter(|_| at == 0)?).filter(|s| matches!(s, S::Satisfaction | S::ReplyRate))?;
        return Some(Found { measure: Measure::Share, ..Found::named(rate, label) });
    }
    // 企业座谈会12场 are no meetings on disclosure.
    let is_of_others = label.core(at + 1).is_some_and(|token| token.is(W::Narrow));
    let before = before.filter(|token| !is_of_others || !matches!(token.subject, Some(S::Meetings | S::Trainings)));
    let is_counted = |subject: &S| UNITS.iter().any(|(of, units)| of == subject && units.contains(&unit));
    let ends = |token: &&Token| behind.get(1).is_none_or(Token::ends_clause) && token.word == W::Activity;
    before
        .and_then(of)
        .filter(is_counted)
        .or_else(|| behind.first().filter(ends).and_then(|token| token.subject).filter(is_counted))
        .map(|subject| Found::named(subject, label))
}
