//! Numbers from which no figures are read.

use std::ops::Range;

use crate::narrative::Passage;
use crate::narrative::figure::Unplaced;
use crate::narrative::passages::sentence::sentences;
use crate::narrative::passages::stream::Stream;
use crate::narrative::words::fold::fold;
use crate::narrative::words::lex::Tokens;
use crate::narrative::words::numeral::{self, Number};
use crate::narrative::words::own::Own;

/// Lists the numbers of a passage from which no figures are read.
pub(crate) fn numbers(passage: &Passage) -> Vec<Unplaced> {
    let mut unplaced = Vec::new();
    for sentence in sentences(&passage.text) {
        let text = &passage.text[sentence.clone()];
        let place = passage.span.start + sentence.start;
        let sentence = place..passage.span.start + sentence.end;
        // Most sentences of such a passage hold no number.
        for stream in Stream::all(if text.chars().any(|c| numeral::begins(fold(c))) { text } else { "" }) {
            let tokens = Tokens::of(&stream.chars, &Own::default());
            let counted = tokens
                .numbers
                .into_iter()
                .filter(|number| is_listed(&stream, number))
                .map(|number| (number.at, Some(number.value)));
            let rest = tokens.rest.into_iter().filter(|(at, _)| has_digits(&stream, at));
            let left = |(at, value)| Unplaced { value, span: stream.span(at, place), sentence: sentence.clone() };
            unplaced.extend(counted.chain(rest).map(left));
        }
    }
    unplaced
}

/// Whether a number that is not attributed is listed: one in words without a unit is not.
pub(crate) fn is_listed(stream: &Stream, number: &Number) -> bool {
    number.unit.is_some() || number.is_percent || has_digits(stream, &number.at)
}

/// Whether the characters contain a digit.
pub(crate) fn has_digits(stream: &Stream, at: &Range<usize>) -> bool {
    stream.chars[at.clone()].iter().any(|(_, c)| c.is_ascii_digit())
}
