//! The figures of a text by what they count and by where they stand, so that a question about them takes no longer in a long text.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::check::assess::money;
use crate::narrative::{Confidence, Figure, Measure, Narrative, Subject};
use crate::value::Decimal;

/// The figures of a text.
pub(super) struct Stated<'a> {
    /// By subject.
    counts: Vec<Counts<'a>>,
    /// The counts that begin at a place of the text.
    at: HashMap<usize, Vec<&'a Figure>>,
    /// By sentence: the sum of what it gives a number and a share of, of things and of money.
    shared: HashMap<&'a Range<usize>, [Option<Decimal>; 2]>,
}

/// What the text counts of one subject.
#[derive(Default)]
struct Counts<'a> {
    /// Whether it counts any, exactly or not.
    is_said: bool,
    /// The exact counts with digits, in the order of the text.
    exact: Vec<&'a Figure>,
    is_money: bool,
    /// Their different numbers, of things and of money.
    numbers: [Numbers; 2],
}

/// Different numbers in the order of the text.
#[derive(Default)]
struct Numbers {
    all: Vec<Decimal>,
    known: HashSet<Decimal>,
}

impl Numbers {
    fn add(&mut self, number: Option<Decimal>) {
        self.all.extend(number.filter(|&number| self.known.insert(number)));
    }
}

impl<'a> Stated<'a> {
    pub(super) fn of(narrative: &'a Narrative) -> Self {
        let mut stated = Self {
            counts: Subject::ALL.iter().map(|_| Counts::default()).collect(),
            at: HashMap::new(),
            shared: HashMap::new(),
        };
        for figure in narrative.figures.iter().chain(&narrative.activities) {
            if figure.measure == Measure::Count {
                stated.counts[figure.subject.index()].add(figure);
            }
        }
        let mut sentences: HashMap<&Range<usize>, Vec<&Figure>> = HashMap::new();
        for figure in &narrative.figures {
            sentences.entry(&figure.sentence).or_default().push(figure);
            if figure.measure == Measure::Count && !figure.is_approximate {
                stated.at.entry(figure.span.start).or_default().push(figure);
            }
        }
        let shared = |figures: &[&Figure]| [false, true].map(|is_money| sum_of_shared(figures, is_money));
        stated.shared = sentences.iter().map(|(sentence, figures)| (*sentence, shared(figures))).collect();
        stated
    }

    /// Whether the text counts a subject, exactly or not.
    pub(super) fn says(&self, subject: Subject) -> bool {
        self.counts[subject.index()].is_said
    }

    /// The exact counts that the text states with digits.
    pub(super) fn counts(&self, subject: Subject) -> impl Iterator<Item = &'a Figure> {
        self.counts[subject.index()].exact.iter().copied()
    }

    /// Whether one of them is an amount of money.
    pub(super) fn is_money(&self, subject: Subject) -> bool {
        self.counts[subject.index()].is_money
    }

    /// Their different numbers, either all of money or all of things.
    pub(super) fn numbers(&self, subject: Subject, is_money: bool) -> &[Decimal] {
        &self.counts[subject.index()].numbers[usize::from(is_money)].all
    }

    /// Whether one of them is a number.
    pub(super) fn has(&self, subject: Subject, number: Decimal, is_money: bool) -> bool {
        self.counts[subject.index()].numbers[usize::from(is_money)].known.contains(&number)
    }

    /// What is counted at a place, if it is one of some subjects.
    pub(super) fn at(&self, span: &Range<usize>, of: &[Subject]) -> Option<&'a Figure> {
        let mut figures = self.at.get(&span.start)?.iter().copied();
        figures.find(|figure| figure.span == *span && of.contains(&figure.subject))
    }

    /// The sum of the counts of a sentence that gives a share for each, too; `None` if there are not several.
    pub(super) fn sum_of_shared(&self, sentence: &Range<usize>, is_money: bool) -> Option<Decimal> {
        self.shared.get(sentence)?[usize::from(is_money)]
    }
}

impl<'a> Counts<'a> {
    fn add(&mut self, figure: &'a Figure) {
        self.is_said = true;
        if figure.is_approximate || figure.confidence == Confidence::InWords {
            return;
        }
        self.exact.push(figure);
        self.is_money |= money::is_any_money([figure]);
        for is_money in [false, true] {
            self.numbers[usize::from(is_money)].add(money::number(figure, is_money));
        }
    }
}

/// The sum of the counts of a sentence, given its figures, that have a share beside them.
fn sum_of_shared(figures: &[&Figure], is_money: bool) -> Option<Decimal> {
    let shares = || figures.iter().filter(|figure| figure.measure == Measure::Share);
    // Shares that do not add up to all are of a list with other parts.
    let all: Decimal = shares().map(|share| share.value).sum();
    if all <= Decimal::from(95_u32) || all >= Decimal::from(105_u32) {
        return None;
    }
    let mut has_share = [false; Subject::ALL.len()];
    shares().for_each(|share| has_share[share.subject.index()] = true);
    let is_shared = |figure: &&&Figure| figure.measure == Measure::Count && has_share[figure.subject.index()];
    let counts: Vec<&Figure> = figures.iter().filter(is_shared).copied().collect();
    (counts.len() > 1).then(|| counts.into_iter().map(|count| money::number(count, is_money)).sum()).flatten()
}
