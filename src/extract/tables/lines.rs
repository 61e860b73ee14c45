//! Lines of plain text as words of the form, wherever they stand, and the numbers behind them.

use std::ops::Range;

use super::event::Event;
use super::run::Run;
use super::stitch::{Segment, stitched};
use crate::extract::model::MARK;
use crate::extract::page::rows::{Page, Piece, RowKind};
use crate::extract::words::another::{is_another, is_multiple};
use crate::extract::words::fold::{Folded, is_ideograph, is_numeral};
use crate::extract::words::page_number::{PageNumber, page_number};
use crate::extract::words::vocabulary::{
    Match, Word, enumerators, is_note_of, is_over_figures, is_punctuation, word_at,
};
use crate::form::Unit;

/// Reads lines that stand behind each other.
pub(crate) fn read_lines(page: &Page<'_>, lines: Range<usize>, events: &mut Vec<Event>) {
    let mut folded = Folded::default();
    // By folded character, its line; and by line, the folded character that it begins with.
    let mut line_of: Vec<usize> = Vec::new();
    let piece = |line: usize| &page.pieces[page.rows[line].pieces.start];
    let texts = lines.map(|line| (line, page.text_of(piece(line))));
    let texts: Vec<(usize, &str)> = texts.filter(|(_, text)| page_number(text) != Some(PageNumber::Marked)).collect();
    for Segment { line, text, counts_as } in stitched(&texts) {
        let whole = piece(line);
        folded.push(&page.text_of(whole)[text.clone()], whole.text.start + text.start);
        line_of.resize(folded.len(), counts_as);
    }
    Lines { page, folded, line_of, no_cells: None, events }.read();
}

/// The reader of plain text.
struct Lines<'p, 'a, 'e> {
    page: &'p Page<'a>,
    folded: Folded,
    line_of: Vec<usize>,
    /// The first of the figures before the text that is read, if they are no cells because of it.
    no_cells: Option<usize>,
    events: &'e mut Vec<Event>,
}

/// Characters of the longest label; what is longer is none, however it is spelled.
const LONGEST_LABEL: usize = 60;

/// What the text says at some character.
enum Token {
    Word(Match),
    /// A number or a mark, with its unit and note.
    Figure {
        end: usize,
    },
    Other,
}

impl Lines<'_, '_, '_> {
    fn read(&mut self) {
        let mut at = 0;
        // The first of the punctuation that is glued to the character.
        let mut start = 0;
        // Characters that are neither a word nor a figure, since the last of those.
        let mut text_from = 0;
        let mut figures: Vec<(usize, usize)> = Vec::new();
        while at < self.folded.len() {
            // A mark is part of no number, nor is what is glued to it.
            let is_open = |c: char| is_punctuation(c) && c != MARK;
            if !(at > text_from && self.is_glued(at) && is_open(self.folded.chars[at - 1])) {
                start = at;
            }
            let is_glued_to_text = start > text_from && self.is_glued(start);
            match self.token(at, is_glued_to_text, !figures.is_empty() && text_from == at) {
                Token::Word(Match { word, end, broken: is_broken, .. }) => {
                    self.flush(text_from, at, &mut figures);
                    let row = self.line(end - 1);
                    self.events.push(Event::Word { word, row, columns: 0..0, near: None, is_broken });
                    at = end;
                    text_from = at;
                }
                Token::Figure { .. } if !figures.is_empty() && text_from < at && self.goes_on(text_from, at) => {
                    self.no_cells = Some(figures[0].0);
                    figures.clear();
                    at += 1;
                }
                Token::Figure { end } => {
                    if text_from < at {
                        self.flush(text_from, at, &mut figures);
                    }
                    figures.push((at, end));
                    at = end;
                    text_from = at;
                }
                Token::Other => {
                    if !figures.is_empty() && !is_punctuation(self.folded.chars[at]) {
                        if self.line(at) == self.line(figures[figures.len() - 1].1 - 1) {
                            // Words behind a number make the line a sentence; its numbers are no cells.
                            let line = self.line(at);
                            while let Some(&(from, _)) = figures.last().filter(|figure| self.line(figure.0) == line) {
                                self.no_cells = Some(from);
                                figures.pop();
                            }
                        } else if self.goes_on(text_from, at) {
                            // Other numbers may be broken, too.
                            self.no_cells = Some(figures[0].0);
                            figures.clear();
                        }
                        self.flush(at, at, &mut figures);
                    }
                    at += 1;
                }
            }
        }
        self.flush(text_from, at, &mut figures);
    }

    fn line(&self, at: usize) -> usize {
        self.line_of.get(at).copied().unwrap_or_default()
    }

    /// Whether nothing stands between a character and the one before it.
    fn is_glued(&self, at: usize) -> bool {
        at > 0
            && self.line(at) == self.line(at - 1)
            && self
                .folded
                .at
                .get(at)
                .zip(self.folded.at.get(at - 1))
                .is_some_and(|(this, before)| this.0 <= before.1 && this.0 >= before.0)
    }

    /// Emits the figures and the text before a character.
    fn flush(&mut self, text_from: usize, to: usize, figures: &mut Vec<(usize, usize)>) {
        if !figures.is_empty() {
            let slots: Vec<Piece> = figures.iter().map(|&(from, end)| self.piece(from, end)).collect();
            let first_row = self.line(figures[0].0);
            let lines = 1 + figures.windows(2).filter(|pair| self.line(pair[0].0) != self.line(pair[1].0)).count();
            // What stands before the figures in their own line.
            let own_text = match self.events.last() {
                Some(Event::Text { folded, row, .. }) if *row == first_row => Some(folded.clone()),
                _ => None,
            };
            let is_glued = self.is_glued(figures[0].0) || self.is_glued(figures[figures.len() - 1].1);
            let (kind, before) = (RowKind::Line, Vec::new());
            self.events.push(Event::Run(Run {
                slots,
                first_row,
                kind,
                own_text,
                lines,
                is_glued,
                has_tall_label: false,
                before,
            }));
            figures.clear();
        }
        // A note behind a label changes nothing of it, nor does one on a line of its own below a header, unless it names a year.
        let note = self.folded.chars.get(text_from..to);
        let names_year = |note: &[char]| note.iter().any(|c| c.is_ascii_digit() || *c == '年');
        let is_note_of_label = match (note, self.events.last()) {
            (Some(note), Some(Event::Word { word, .. })) if is_note_of(*word, note) => {
                let is_below = is_over_figures(*word) && !names_year(note) && !is_enumerator(&note[1..note.len() - 1]);
                is_below || self.is_glued(text_from)
            }
            _ => false,
        };
        let digits_from = self.no_cells.filter(|_| text_from < to).unwrap_or(text_from);
        if text_from < to {
            self.no_cells = None;
            self.digits(digits_from, text_from, to);
        }
        let chars = self.folded.chars.get(text_from..to).unwrap_or_default();
        if !is_note_of_label && chars.iter().any(|c| !is_punctuation(*c)) {
            let row = self.line(to - 1);
            let folded = chars.iter().copied().take(LONGEST_LABEL + 1).collect();
            let text = self.folded.at[text_from].0..self.folded.at[to - 1].1;
            self.events.push(Event::Text { folded, text, row, columns: Vec::new() });
        }
    }

    /// Whether the number that ends a line goes on at the start of the next, which begins there: `.311`, `,234`, 亿元.
    fn goes_on(&self, from: usize, at: usize) -> bool {
        /// Characters of the longest unit.
        const LONGEST: usize = 4;
        let line: Vec<char> = (from..self.folded.len())
            .take_while(|&next| self.line(next) == self.line(at))
            .take(LONGEST + 1)
            .map(|next| self.folded.chars[next])
            .collect();
        let is_of_unit = |c: &char| is_multiple(*c) || Unit::WORDS.iter().any(|(word, _)| word.contains(*c));
        let is_unit = |c: &char| is_punctuation(*c) || is_of_unit(c);
        matches!(line.as_slice(), ['.' | ',', digit, ..] if digit.is_ascii_digit())
            || (line.len() <= LONGEST && line.iter().all(is_unit))
    }

    /// Lists the digits in text that is not a figure: in the line of the preceding word or figures, and in following lines that are too
    /// short for a sentence.
    fn digits(&mut self, from: usize, text_from: usize, to: usize) {
        /// Characters of the longest of these lines.
        const SHORT: usize = 12;
        let first = self.events.last().map(Event::row);
        let (mut digits, mut at): (Option<(usize, usize)>, usize) = (None, from);
        while at < to {
            let line = self.line(at);
            let end = (at..to).find(|&next| self.line(next) != line).unwrap_or(to);
            if end - at > SHORT && first != Some(line) && at >= text_from {
                break;
            }
            for digit in (at..end).filter(|&at| self.folded.chars[at].is_ascii_digit()) {
                digits = Some((digits.map_or(digit, |digits| digits.0), digit + 1));
            }
            at = end;
        }
        if let Some((from, end)) = digits {
            self.events.push(Event::Digits { piece: self.piece(from, end), row: self.line(from) });
        }
    }

    /// Characters as a piece of their own.
    fn piece(&self, from: usize, end: usize) -> Piece {
        let piece = |at: usize| &self.page.pieces[self.page.rows[self.line(at)].pieces.start];
        let (first, last) = (piece(from), piece(end - 1));
        let text = self.folded.at[from].0..self.folded.at[end - 1].1;
        let first = first.source_of(&(text.start..first.text.end.min(text.end)));
        let last = last.source_of(&(last.text.start.max(text.start)..text.end));
        // Around a table inside a table the order of the page is not that of the source.
        let source = first.start.min(last.start)..first.end.max(last.end);
        let follows_space = from > 0 && self.line(from) == self.line(from - 1);
        Piece { follows_space, ..Piece::new(text, source) }
    }

    fn token(&self, at: usize, glued_to_text: bool, behind_figures: bool) -> Token {
        let c = self.folded.chars[at];
        if (is_ideograph(c) || c == '(' || c.is_ascii_digit())
            && let Some(found) = self.label_at(at)
        {
            // A word inside a sentence is no label; one with its enumerator is, wherever it stands.
            let is_other_column = matches!(found.word, Word::ProactiveColumn(_)) && self.is_in_another_unit(found.end);
            let is_whole = !is_other_column
                && (!glued_to_text || found.enumerated)
                && (self.ends_word(found.end) || found.broken)
                && (!found.broken || found.end >= self.folded.len() || !self.is_glued(found.end));
            // A heading with its number, right behind figures, whatever follows it.
            let is_heading =
                behind_figures && found.enumerated && !found.broken && matches!(found.word, Word::Heading(_));
            if is_whole || is_heading {
                return Token::Word(found);
            }
        }
        if !glued_to_text && let Some(end) = self.figure_end(at) {
            return Token::Figure { end };
        }
        Token::Other
    }

    /// The word that begins at a character. A digit before it is its enumerator only where the form numbers that word in digits or, on
    /// its line, where a report may; behind another digit only the former, because it may be the last digit of a figure: `149，` and in
    /// the next line 第二十条.
    fn label_at(&self, at: usize) -> Option<Match> {
        let chars = &self.folded.chars;
        let found = word_at(chars, at)?;
        // `（5）` may be a figure as `5` may.
        let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        if !(is_digit(at) || (chars[at] == '(' && is_digit(at + 1))) || !found.enumerated {
            return Some(found);
        }
        let label = enumerators(chars, at).1;
        let is_on_its_line = self.line(label) == self.line(at);
        let is_in_number = self.is_glued(at) && chars[at - 1].is_ascii_digit();
        let is_of_label = match found.word {
            Word::Row(_) | Word::Group(_) => is_on_its_line || !is_in_number,
            Word::Block => false,
            _ => is_on_its_line && !is_in_number,
        };
        is_of_label.then_some(found)
    }

    /// Whether brackets behind a header name another unit or year than the form: 本年收费金额（单位：元）.
    fn is_in_another_unit(&self, end: usize) -> bool {
        /// Characters of the longest unit with what stands around it.
        const LONGEST: usize = 8;
        let rest = (end..self.folded.len().min(end + LONGEST)).take_while(|&at| self.is_glued(at));
        let text: String = rest.map(|at| self.folded.chars[at]).take_while(|c| *c != ')').collect();
        text.strip_prefix('(').is_some_and(is_another)
    }

    /// Whether what follows is no continuation of a word or sentence: another line, a space, a number, another word.
    fn ends_word(&self, end: usize) -> bool {
        let Some(&next) = self.folded.chars.get(end) else { return true };
        let goes_on = is_ideograph(next) || matches!(next, ',' | '、' | ';' | '.');
        !self.is_glued(end) || !goes_on || word_at(&self.folded.chars, end).is_some()
    }

    /// The character behind the figure that begins here.
    fn figure_end(&self, at: usize) -> Option<usize> {
        let chars = &self.folded.chars;
        // 减3 in a line of its own is a figure as it is in a cell.
        let is_change = matches!(chars[at], '增' | '减')
            && !self.is_glued(at)
            && self.is_glued(at + 1)
            && chars.get(at + 1).is_some_and(char::is_ascii_digit);
        let at = at + usize::from(is_change);
        let mut end = at;
        while chars.get(end).is_some_and(|c| {
            c.is_ascii_digit() || (matches!(c, '-' | '+') && end == at) || (matches!(c, '.' | ',') && end > at)
        }) {
            if end > at && !self.is_glued(end) {
                break;
            }
            end += 1;
        }
        while end > at && matches!(chars[end - 1], '.' | ',') {
            end -= 1;
        }
        let digits = end;
        let Some(last) = digits.checked_sub(1).filter(|last| *last >= at && chars[*last].is_ascii_digit()) else {
            // A mark stands by itself.
            let is_mark = matches!(chars[at], '/' | '-' | '\\') && !self.is_glued(at);
            let is_alone = chars.get(at + 1).is_none() || !self.is_glued(at + 1);
            return (is_mark && is_alone).then_some(at + 1);
        };
        // `02.其他`: the last digit is the enumerator of the next label.
        let next_word = |from: usize| self.label_at(from).filter(|found| found.enumerated && !found.broken);
        if let Some(before) = (at..=last).rev().take(2).find(|&from| next_word(from).is_some()) {
            return (before > at).then_some(before);
        }
        // A unit behind the number, and a note in brackets behind that.
        let has_unit = |(unit, _): &&(&str, Unit)| {
            unit.chars().eq(chars[end..].iter().copied().take(unit.chars().count()))
                && self.is_glued(end)
                && self.ends_word(end + unit.chars().count())
        };
        end += Unit::WORDS.iter().find(has_unit).map_or(0, |(unit, _)| unit.chars().count());
        let on_this_line = end < chars.len() && self.line(end) == self.line(at);
        if chars.get(end) == Some(&'(') && on_this_line && word_at(chars, end).is_none() {
            /// Characters of the longest note that is taken for one.
            const LONGEST_NOTE: usize = 40;
            if let Some(closing) = chars[end..].iter().take(LONGEST_NOTE).position(|c| *c == ')')
                && !is_enumerator(&chars[end + 1..end + closing])
                && self.line(end) == self.line(end + closing)
            {
                end += closing + 1;
            }
        }
        // Anything glued to the number makes it a part of a sentence.
        match chars.get(end) {
            Some(c) if self.is_glued(end) && !c.is_ascii_digit() => word_at(chars, end).map(|_| end),
            _ => Some(end),
        }
    }
}

/// Whether what stands in brackets may number the next label, as in （二）, and is no note of the figure before it.
fn is_enumerator(inside: &[char]) -> bool {
    inside.iter().copied().all(is_numeral)
}
