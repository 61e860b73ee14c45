//! Whether words put a number into another time than the year of the report.

use crate::narrative::figures::label::set;
use crate::narrative::passages::stream::Stream;
use crate::narrative::words::lex::Token;
use crate::narrative::words::word::{Set, Word as W};

const OTHER: Set = Set::of(&[W::OtherTime, W::LastYear, W::Years]);

/// Whether a number with these words before it is of another time.
pub(crate) fn is_other(tokens: &[Token], all: Set, stream: &Stream, year: Option<i64>) -> bool {
    !all.has(W::Carry)
        && (all.meets(OTHER) && !is_since_own_year(tokens, stream, year)
            || all.has(W::From) && tokens.windows(2).any(|pair| pair[0].is(W::From) && pair[1].word == W::Year)
            || all.has(W::Month) && names_month(tokens, false)
            || all.has(W::AsOf) && is_as_of_another_day(tokens))
}

/// Whether what words say was received or answered in a part of the year: what follows may be of that part, too.
pub(crate) fn is_of_a_part(all: Set) -> bool {
    all.meets(Set::of(&[W::OtherTime, W::Month]))
        && all.meets(Set::of(&[W::Receive, W::Request, W::Apply, W::Answer]))
        && !all.meets(Set::of(&[W::LastYear, W::Carry, W::Versus, W::From]))
}

/// Whether words put all that follows them in the sentence into another time: 近三年来， and 截至6月底，.
pub(crate) fn leads_elsewhere(tokens: &[Token], stream: &Stream, year: Option<i64>) -> bool {
    let Some(last) = tokens.last() else { return false };
    let end = stream.chars[last.end - 1].1;
    let all = set(tokens);
    if !all.meets(OTHER.and(Set::of(&[W::Month, W::AsOf]))) {
        return false;
    }
    let leads = matches!(end, '年' | '度' | '来' | '间' | '今' | '期' | '前') || last.is_any(OTHER);
    let ends_in_date = matches!(end, '月' | '份' | '日' | '底' | '末') && names_month(tokens, false);
    ends_in_date
        || is_as_of_another_day(tokens)
        || leads && !all.has(W::OwnYear) && all.meets(OTHER) && !is_since_own_year(tokens, stream, year)
}

/// Whether a sentence begins with another year and nothing else, so that those behind it are of that year, too: 2023年，, 回顾2023年，.
pub(crate) fn begins_with_other_year(tokens: &[Token], year: Option<i64>) -> bool {
    let clause = tokens.split(Token::ends_clause).next().unwrap_or_default();
    let is_other = |token: &Token| token.word == W::Year && year.is_some() && i64::try_from(token.value).ok() != year;
    matches!(clause, [year] | [_, year] if is_other(year))
}

/// Whether words tell a time or whom they speak of.
pub(crate) fn is_told(tokens: &[Token], stream: &Stream) -> bool {
    // 全年收到 is one word.
    let is_of_all_year = |token: &Token| {
        let mut chars = stream.chars[token.start..token.end].iter().map(|&(_, c)| c);
        chars.next() == Some('全') && chars.next() == Some('年')
    };
    tokens.iter().any(|token| {
        is_of_all_year(token)
            || token.is_any(OTHER.and(Set::of(&[W::Year, W::OwnYear, W::Own, W::NextYear, W::ToDate])))
    })
}

/// 2024年以来 in the report of 2024; 自2024年以来 may be more.
fn is_since_own_year(tokens: &[Token], stream: &Stream, year: Option<i64>) -> bool {
    let mut others = tokens.iter().enumerate().filter(|(_, token)| token.is_any(OTHER));
    let (Some((at, other)), None) = (others.next(), others.next()) else { return false };
    let is_own =
        |token: &Token| token.is(W::OwnYear) || token.word == W::Year && i64::try_from(token.value).ok() == year;
    let begins = |token: &Token| token.start == 0 || stream.chars[token.start - 1].1 != '自';
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    stream.chars[other.start].1 == '以' && before.is_some_and(|before| is_own(before) && begins(before))
}

/// Whether words say up to which day counts run.
pub(crate) fn is_as_of(tokens: &[Token], all: Set) -> bool {
    if !all.meets(Set::of(&[W::AsOf, W::ToDate, W::EndOfYear, W::Range])) {
        return false;
    }
    let is_first_day = |pair: &[Token]| pair[0].word == W::Month && pair[0].value == 1 && pair[1].word == W::Day;
    let until = |pair: &[Token]| pair[0].is(W::Range) && pair[1].word == W::Year;
    tokens.iter().any(|token| token.is_any(Set::of(&[W::AsOf, W::ToDate, W::EndOfYear])))
        && !tokens.windows(2).any(is_first_day)
        || tokens.first().is_some_and(|token| token.is(W::Range)) && tokens.windows(2).any(until)
}

fn is_as_of_another_day(tokens: &[Token]) -> bool {
    let ends_year = |token: &Token| token.word == W::Month && token.value == 12 || token.is(W::EndOfYear);
    tokens.iter().any(|token| token.is(W::AsOf)) && !tokens.iter().any(ends_year)
}

/// Whether a month other than December is named: if it must be the end of a range, as in 1至6月 and 截至6月底, and
/// otherwise any but 1月1日.
pub(crate) fn names_month(tokens: &[Token], must_end_a_range: bool) -> bool {
    let mut in_range = false;
    tokens.iter().enumerate().any(|(at, token)| {
        in_range |= token.is_any(Set::of(&[W::Range, W::AsOf]));
        let next = tokens.get(at + 1).map(|next| next.word);
        let has_day = matches!(next, Some(W::Day | W::Number));
        // 12月31日 ends the year, and so does 1至12月; 12月 alone is a month.
        let is_december = token.value == 12 && (in_range || has_day);
        let is_first_day = token.value == 1 && next == Some(W::Day);
        token.word == W::Month && !is_december && !is_first_day && (in_range || !must_end_a_range)
    })
}
