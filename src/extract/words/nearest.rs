//! The word that a whole cell or line prints, or the label that differs least from it.

use super::another::is_of_unit;
use super::vocabulary::{VOCABULARY, Word, enumerators, enumerators_once, exact_word_of, is_punctuation};

/// The word that a whole cell prints, and whether that is certain: its enumerators left away, spelled as the form
/// or reports spell it, or as the nearest of them.
pub(crate) fn word_of(chars: &[char]) -> Option<(Word, bool)> {
    match exact_word_of(chars) {
        Ok(word) => Some((word, true)),
        Err(_) if is_word_with_another_note(chars) => None,
        Err(start) => nearest(&chars[start..]).map(|word| (word, false)),
    }
}

/// Whether a text is a word with a note in brackets that makes it another one, and so no misprint of it.
fn is_word_with_another_note(chars: &[char]) -> bool {
    let open = chars.iter().rposition(|c| *c == '(').filter(|_| chars.last() == Some(&')'));
    open.is_some_and(|open| exact_word_of(&chars[..open]).is_ok())
}

/// The label that differs least from a text: in at most a quarter of its own characters, and less than any other
/// label does. Only words of five characters and more can be told apart so.
pub(crate) fn nearest(chars: &[char]) -> Option<Word> {
    const SHORTEST: usize = 5;
    const LONGEST: usize = 60;
    let (_, start) = enumerators(chars, 0);
    // An enumerator within the text begins another label: this is the end of one and the start of the next.
    if (start + 1..chars.len()).any(|at| enumerators_once(chars, at).1 > at) {
        return None;
    }
    let text: Vec<char> = chars.iter().skip(start).copied().filter(|c| !is_punctuation(*c) || *c == '%').collect();
    if !(SHORTEST..=LONGEST).contains(&text.len()) || text.iter().any(char::is_ascii_digit) {
        return None;
    }
    let mut best: Option<(usize, Word)> = None;
    let mut is_tie = false;
    for entry in VOCABULARY.by_first.values().flatten() {
        if entry.key.len() < SHORTEST || matches!(entry.word, Word::Heading(_) | Word::Furniture | Word::Block) {
            continue;
        }
        let allowed = entry.key.len() / 4;
        if entry.key.len().abs_diff(text.len()) > allowed {
            continue;
        }
        // Each character that the label does not have is one that differs.
        if text.iter().filter(|c| !entry.key.contains(c)).nth(allowed).is_some() {
            continue;
        }
        let distance = distance(&text, &entry.key);
        // 上年 is not 本年, nor 不属于 属于, however near they are; and the end of a label stands behind its figures.
        if distance > allowed
            || (entry.key.len() > text.len() && entry.key.ends_with(&text))
            || turning_points(&text) != turning_points(&entry.key)
        {
            continue;
        }
        match best {
            Some((nearest, word)) if nearest < distance || (nearest == distance && word == entry.word) => {}
            Some((nearest, _)) if nearest == distance => is_tie = true,
            _ => (best, is_tie) = (Some((distance, entry.word)), false),
        }
    }
    best.filter(|_| !is_tie).map(|(_, word)| word)
}

/// The characters that make a label another one wherever they stand: other years and units, what denies, allows or
/// compares.
pub(crate) fn turning_points(chars: &[char]) -> Vec<char> {
    const TURNING: &str = "上本下去前不未无非没有再允可中增减";
    let mut found: Vec<char> = chars.iter().copied().filter(|c| TURNING.contains(*c) || is_of_unit(*c)).collect();
    found.sort_unstable();
    found
}

/// How many characters have to be put in, left out or changed to make one text the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, &of_a) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &of_b) in b.iter().enumerate() {
            let changed = diagonal + usize::from(of_a != of_b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::words::fold::Folded;
    use crate::form::{Applicant, Denial, OtherHandling, Outcome, ProactiveCell, RequestRow, Ruling};
    use crate::value::Lang;

    fn read(text: &str) -> Option<(Word, bool)> {
        word_of(&Folded::of(text).chars)
    }

    #[test]
    fn every_label_of_the_form_is_its_word() {
        for &row in RequestRow::ALL {
            assert_eq!(read(row.label(Lang::Zh)), Some((Word::Row(row), true)), "{}", row.label(Lang::Zh));
        }
        for &applicant in Applicant::ALL {
            assert_eq!(read(applicant.label(Lang::Zh)), Some((Word::Applicant(applicant), true)));
        }
        for &ruling in Ruling::ALL {
            assert_eq!(read(ruling.label(Lang::Zh)), Some((Word::Ruling(ruling), true)));
        }
        for &cell in ProactiveCell::ALL {
            let (row, column) = cell.name().split_once('.').unwrap();
            assert_eq!(read(cell.row_label(Lang::Zh)), Some((Word::ProactiveRow(row), true)));
            assert_eq!(read(cell.column_label(Lang::Zh)), Some((Word::ProactiveColumn(column), true)));
        }
    }

    #[test]
    fn a_misprinted_label_is_the_nearest_one() {
        let row = |outcome: Outcome| Some((Word::Row(outcome.into()), false));
        assert_eq!(read("2.其他法律行政止公开"), row(Outcome::Denied(Denial::ProhibitedByLaw)));
        assert_eq!(read("5.属于三类内容事务信息"), row(Outcome::Denied(Denial::InternalAffairs)));
        assert_eq!(read("7、属于行政执法案件"), row(Outcome::Denied(Denial::EnforcementCaseFile)));
        assert_eq!(read("我区信息公开工作"), None);
        assert_eq!(read("上年处理决定数量"), None);
        assert_eq!(read("本年收费金额（单位：元）"), None);
        assert_eq!(read("本年处理决定数量（万件）"), None);
    }

    #[test]
    fn the_same_word_is_a_row_or_a_column() {
        assert_eq!(read("3、其他"), Some((Word::Row(OtherHandling::Miscellaneous.into()), true)));
        assert_eq!(read("其他"), Some((Word::Applicant(Applicant::OtherOrganization), true)));
        assert_eq!(read("（七）总计"), Some((Word::Row(RequestRow::OutcomeTotal), true)));
        assert_eq!(read("总计"), Some((Word::Total, true)));
        assert_eq!(read("三、(一)予以公开"), Some((Word::Row(Outcome::Granted.into()), true)));
    }
}
