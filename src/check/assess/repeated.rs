//! How much of a text repeats another one. Every assessment of reports looks for copies (雷同).

use std::collections::HashMap;
use std::ops::Range;

/// How much of a text stands, sentence by sentence, in another one.
///
/// ```
/// use ogi_report::check::Repeated;
///
/// let last_year = "某某县2023年坚持以公开为常态。全年公开信息60条，其中网站40条。";
/// let this_year = "某某县2024年坚持以公开为常态。全年公开信息75条，其中网站50条。";
/// let repeated = Repeated::of(this_year, last_year, &["某某县"]);
/// assert_eq!((repeated.equal, repeated.sentences), (1, 2));
/// assert_eq!(repeated.longest, "坚持以公开为常态");
/// assert!(repeated.is_copied());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repeated {
    /// How many sentences of the text were compared.
    pub sentences: usize,
    /// How many of them stand in the other text, too.
    pub equal: usize,
    /// The longest passage of whole sentences that stands in both, as it was compared: without names, years, spaces and
    /// punctuation.
    pub longest: String,
}

/// A sentence of fewer characters is a set phrase, such as a heading.
const SHORTEST: usize = 8;

impl Repeated {
    /// Compares two texts. Names, years, spaces and punctuation count for nothing, and neither do sentences of fewer than
    /// eight characters. Figures count: a sentence with another figure is another sentence.
    ///
    /// It takes time in proportion to the length of both texts for each name, and gives the same for the same texts.
    ///
    /// ```
    /// use ogi_report::check::Repeated;
    ///
    /// assert_eq!(Repeated::of("今年新建了一个专栏。", "", &[]).equal, 0);
    /// ```
    pub fn of(text: &str, previous: &str, names: &[&str]) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut numbered = |sentences: &[String]| -> Vec<u32> {
            let number = |sentence: &String| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(sentence.clone()).or_insert(next)
            };
            sentences.iter().map(number).collect()
        };
        let (sentences, before) = (sentences(text, names), sentences(previous, names));
        let runs = Runs::of(&numbered(&before));
        let numbers = numbered(&sentences);
        let equal = numbers.iter().filter(|number| runs.has(**number)).count();
        let longest = longest(&runs.common(&numbers), &sentences);
        Self { sentences: sentences.len(), equal, longest: sentences[longest].join("。") }
    }

    /// Whether half of the sentences or more stand in the other text, if there are any.
    ///
    /// ```
    /// assert!(!ogi_report::check::Repeated::of("", "", &[]).is_copied());
    /// ```
    pub fn is_copied(&self) -> bool {
        self.sentences > 0 && self.equal * 2 >= self.sentences
    }
}

/// Of some runs of sentences the one of the most bytes; of those of one length the first.
fn longest(runs: &[Range<usize>], sentences: &[String]) -> Range<usize> {
    let mut ends = vec![0];
    ends.extend(sentences.iter().scan(0, |end, sentence| {
        *end += sentence.len();
        Some(*end)
    }));
    runs.iter().rev().max_by_key(|run| ends[run.end] - ends[run.start]).cloned().unwrap_or_default()
}

/// The sentences of a text as they are compared.
fn sentences(text: &str, names: &[&str]) -> Vec<String> {
    let mut text = text.to_owned();
    for name in names.iter().filter(|name| !name.is_empty()) {
        text = text.replace(name, "");
    }
    let is_end = |c: char| matches!(c, '。' | '！' | '？' | '；' | '!' | '?' | ';');
    let plain = |sentence: &str| {
        let letters: String = sentence.chars().filter(|c| c.is_alphanumeric()).collect();
        without_years(&letters)
    };
    text.split(is_end).map(plain).filter(|sentence| sentence.chars().count() >= SHORTEST).collect()
}

/// The text without years: 2024年, 2024年度.
fn without_years(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut stretches = text.split('年').peekable();
    let mut is_behind_year = false;
    while let Some(stretch) = stretches.next() {
        let stretch = stretch.strip_prefix('度').filter(|_| is_behind_year).unwrap_or(stretch);
        let digits = stretch.bytes().rev().take_while(u8::is_ascii_digit).count();
        is_behind_year = stretches.peek().is_some() && digits == 4;
        kept.push_str(if is_behind_year { &stretch[..stretch.len() - digits] } else { stretch });
        if stretches.peek().is_some() && !is_behind_year {
            kept.push('年');
        }
    }
    kept
}

/// Every run of numbers that stands in a list, as the states of its suffix automaton.
struct Runs {
    states: Vec<State>,
}

/// The ends of some runs, all of which end at the same places of the list.
#[derive(Clone, Default)]
struct State {
    /// The length of the longest of the runs.
    len: usize,
    /// The state of the longest run that ends at more places.
    shorter: Option<usize>,
    next: HashMap<u32, usize>,
}

impl Runs {
    fn of(list: &[u32]) -> Self {
        let mut runs = Self { states: vec![State::default()] };
        list.iter().fold(0, |longest, &number| runs.push(longest, number));
        runs
    }

    /// Adds a number behind the list, whose state is `last`; gives that of the longer list.
    fn push(&mut self, last: usize, number: u32) -> usize {
        let own = self.states.len();
        self.states.push(State { len: self.states[last].len + 1, shorter: Some(0), next: HashMap::new() });
        let mut at = Some(last);
        while let Some(state) = at {
            let Some(&known) = self.states[state].next.get(&number) else {
                self.states[state].next.insert(number, own);
                at = self.states[state].shorter;
                continue;
            };
            let len = self.states[state].len + 1;
            let shorter = if self.states[known].len == len { known } else { self.divide(state, known, number, len) };
            self.states[own].shorter = Some(shorter);
            break;
        }
        own
    }

    /// The runs of a state that are as long as this or shorter end at one more place than the others: they become a
    /// state of their own.
    fn divide(&mut self, from: usize, known: usize, number: u32, len: usize) -> usize {
        let part = self.states.len();
        self.states.push(State { len, ..self.states[known].clone() });
        self.states[known].shorter = Some(part);
        let mut at = Some(from);
        while let Some(state) = at.filter(|&state| self.states[state].next.get(&number) == Some(&known)) {
            self.states[state].next.insert(number, part);
            at = self.states[state].shorter;
        }
        part
    }

    fn has(&self, number: u32) -> bool {
        self.states[0].next.contains_key(&number)
    }

    /// For each place of another list the longest run that ends there and stands in this list, too.
    fn common(&self, list: &[u32]) -> Vec<Range<usize>> {
        let (mut state, mut len) = (0, 0);
        let mut common = Vec::with_capacity(list.len());
        for (i, number) in list.iter().enumerate() {
            while let (None, Some(shorter)) = (self.states[state].next.get(number), self.states[state].shorter) {
                state = shorter;
                len = self.states[state].len;
            }
            match self.states[state].next.get(number) {
                Some(&next) => (state, len) = (next, len + 1),
                None => len = 0,
            }
            common.push(i + 1 - len..i + 1);
        }
        common
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Repeated, Runs, sentences};

    const BEFORE: &str = "某某县人民政府2023年坚持以公开为常态。全年公开信息60条，其中网站40条。\
                          主要问题是更新不够及时。下一步将加强督促，定期通报。";

    #[test]
    fn sentences_are_compared_without_names_years_spaces_and_marks() {
        let cases: &[(&str, &[&str])] = &[
            ("某某县人民政府2024年坚持 以公开为常态。", &["坚持以公开为常态"]),
            ("2024年度坚持以公开为常态，\n不公开为例外！", &["坚持以公开为常态不公开为例外"]),
            ("（一）主动公开。", &[]),
            ("现有12024年的事项共计三件；", &["现有12024年的事项共计三件"]),
        ];
        for (text, expected) in cases {
            assert_eq!(sentences(text, &["某某县人民政府"]), *expected, "{text}");
        }
    }

    #[test]
    fn what_stands_in_both_texts_is_counted_and_shown() {
        let cases = [
            // Nothing, half, all.
            ("今年新建了一个专栏并培训两次。", (1, 0, "")),
            ("某某县人民政府2024年坚持以公开为常态。全年公开信息61条，其中网站40条。", (2, 1, "坚持以公开为常态")),
            (
                BEFORE,
                (
                    4,
                    4,
                    "坚持以公开为常态。全年公开信息60条其中网站40条。主要问题是更新不够及时。下一步将加强督促定期通报",
                ),
            ),
            // The longest passage has both sentences in their order, not one and another from elsewhere.
            (
                "下一步将加强督促，定期通报。坚持以公开为常态。主要问题是更新不够及时。下一步将加强督促，定期通报。",
                (4, 4, "主要问题是更新不够及时。下一步将加强督促定期通报"),
            ),
            ("", (0, 0, "")),
        ];
        for (text, (sentences, equal, longest)) in cases {
            let repeated = Repeated::of(text, BEFORE, &["某某县人民政府"]);
            assert_eq!((repeated.sentences, repeated.equal), (sentences, equal), "{text}");
            assert_eq!(repeated.longest.replace('。', ""), longest.replace('。', ""), "{text}");
        }
    }

    #[test]
    fn the_longest_passage_is_that_of_the_most_characters() {
        let (short, long) =
            ("今年新建了两个专栏。全年培训两次以上。", "下一步将加强对各科室工作的督促检查并按季度定期通报结果。");
        let before = format!("{long}其他内容各不相同。{short}");
        let repeated = Repeated::of(&format!("{short}本年另有安排如下。{long}"), &before, &[]);
        assert_eq!(repeated.longest, long.trim_end_matches('。'));
    }

    proptest! {
        /// The automaton against every run there is.
        #[test]
        fn the_longest_common_run_is_the_longest(a in prop::collection::vec(0_u32..4, 0..24), b in prop::collection::vec(0_u32..4, 0..24)) {
            let common = Runs::of(&a).common(&b);
            for (end, range) in common.into_iter().enumerate() {
                let stands = |start: usize| a.windows(end + 1 - start).any(|run| run == &b[start..=end]);
                let longest = (0..=end).find(|&start| stands(start)).unwrap_or(end + 1);
                prop_assert_eq!(range, longest..end + 1);
            }
        }

        #[test]
        fn a_text_repeats_itself(text in "[公开信息年度2024。；\n]{0,80}") {
            let repeated = Repeated::of(&text, &text, &[]);
            prop_assert_eq!(repeated.equal, repeated.sentences);
            prop_assert_eq!(repeated.longest.replace('。', "").is_empty(), repeated.sentences == 0);
        }
    }
}
