//! What the text states in parts against one number of the tables: channels and timeliness against their totals, and terms of before 2019
//! against the rows of today.

use crate::check::assess::money;
use crate::check::assess::narrative::Text;
use crate::check::{Evidence, Place, Quote, Rule};
use crate::form::{Cell, Column, RequestRow};
use crate::narrative::{CHANNELS, Figure, Subject, TIMELINESS};
use crate::value::Decimal;

/// A row of today that texts name in several ways.
struct Row {
    /// The things that it counts, each with the terms for it.
    things: &'static [&'static [Subject]],
    /// The group that it is a row of, or that texts count it in.
    group: Subject,
}

const ROWS: &[Row] = &[
    Row {
        things: &[&[Subject::Granted, Subject::AgreedToDisclose], &[Subject::AlreadyDisclosed]],
        group: Subject::GrantedAtLeastInPart,
    },
    Row {
        things: &[&[Subject::PartiallyGranted, Subject::AgreedToDiscloseInPart]],
        group: Subject::GrantedAtLeastInPart,
    },
    Row {
        things: &[&[Subject::NotHeld], &[Subject::NotThisOrgan], &[Subject::NotExisting]],
        group: Subject::UnableToProvide,
    },
    Row {
        things: &[&[Subject::ThirdPartyRights], &[Subject::TradeSecret], &[Subject::Privacy]],
        group: Subject::Denied,
    },
];

impl Row {
    fn terms(&self) -> impl Iterator<Item = Subject> {
        self.things.iter().flat_map(|terms| terms.iter().copied())
    }

    /// The term of today.
    fn today(&self) -> Subject {
        self.things[0][0]
    }
}

impl Text<'_> {
    /// Whether the text counts a row also in terms of before 2019.
    pub(super) fn is_told_in_older_terms(&self, subject: Subject) -> bool {
        let row = ROWS.iter().find(|row| row.today() == subject);
        row.is_some_and(|row| row.terms().skip(1).any(|term| self.counts(term).next().is_some()))
    }

    /// Channels and timeliness against the totals of the table, and earlier terms against the rows of today.
    pub(super) fn compare_sums(&mut self) {
        let row = |row| vec![Cell::request(row, Column::Total)];
        let flow = [row(RequestRow::Received), row(RequestRow::CarriedIn)].concat();
        self.compare_sum(Rule::N205, CHANNELS, &row(RequestRow::Received), &[&flow]);
        // 延期办结2件 says nothing of the others.
        if self.counts(Subject::OnTime).next().is_some() {
            let wholes: &[&[Cell]] = &[&flow, &row(RequestRow::Received)];
            self.compare_sum(Rule::N206, TIMELINESS, &row(RequestRow::OutcomeTotal), wholes);
        }
        for row in ROWS {
            self.compare_row(row);
        }
    }

    fn compare_sum(&mut self, rule: Rule, subjects: &[Subject], cells: &[Cell], others: &[&[Cell]]) {
        let parts: Vec<Figure> = subjects.iter().filter_map(|&subject| self.counts(subject).next().cloned()).collect();
        // One channel is not all of them.
        if parts.is_empty() || rule == Rule::N205 && parts.len() < 2 {
            return;
        }
        let Some((at, added, expected)) = self.added(rule, &parts, cells) else { return };
        if added == expected || others.iter().any(|cells| self.tabled(cells) == Some(added)) {
            self.checked.held(rule);
        } else if added > expected || parts.len() > 1 && !self.may_lack(subjects, &parts) {
            self.broken_sum(rule, at, &parts, cells, added, expected);
        }
    }

    /// The place of a sum, the sum, and the number of the tables. Where one of them is not known, the rule is not assessed.
    fn added(&mut self, rule: Rule, parts: &[Figure], cells: &[Cell]) -> Option<(Place, Decimal, Decimal)> {
        let at = cells.first().map_or(Place::Document, |&cell| Place::Cell(cell));
        let added: Option<Decimal> = parts.iter().map(|part| money::number(part, false)).sum();
        let sums = added.zip(self.tabled(cells));
        if sums.is_none() {
            let missing = self.readings.all_known(cells).err().unwrap_or_default();
            self.not_assessed(rule, at, missing);
        }
        sums.map(|(added, expected)| (at, added, expected))
    }

    /// Whether the text may have another part: one that is not exact, or that was not read beside the others.
    fn may_lack(&self, subjects: &[Subject], parts: &[Figure]) -> bool {
        let is_inexact = |&subject: &Subject| {
            self.counts(subject).next().is_none() && self.narrative.counts(subject).any(|figure| figure.is_approximate)
        };
        let is_beside = |sentence| parts.iter().any(|part| part.sentence == sentence);
        let has_unread = || self.narrative.unplaced.iter().any(|unplaced| is_beside(unplaced.sentence.clone()));
        subjects.iter().any(is_inexact) || has_unread()
    }

    /// The terms for a row against it. They may be parts of each other, 予以公开35件（其中属于主动公开范围15件）, or stand beside each other,
    /// so that any of them may be its number, or some together.
    fn compare_row(&mut self, row: &Row) {
        /// The most figures of one term that are looked at.
        const MOST: usize = 4;
        let Some(first) = row.terms().skip(1).find(|&term| self.counts(term).next().is_some()) else { return };
        let cells = self.cells(first);
        let stated: Vec<Figure> = row.terms().filter_map(|term| self.counts(term).next().cloned()).collect();
        let Some((at, added, expected)) = self.added(Rule::N208, &stated, &cells) else { return };
        let mut sums = Vec::new();
        for term in row.terms() {
            let values = self.counts(term).take(MOST).filter_map(|figure| money::number(figure, false));
            let values: Vec<Decimal> = values.collect();
            let with = |&sum: &Decimal| values.iter().map(move |&value| [sum, value].into_iter().sum::<Decimal>());
            let more: Vec<Decimal> = sums.iter().flat_map(with).chain(values.iter().copied()).collect();
            sums.extend(more);
        }
        let names_all = row.things.iter().all(|terms| terms.iter().any(|&term| self.stated.says(term)));
        // 无法提供27件（其中信息不存在15件）: the rest of the row may have no number.
        let may_lack = !names_all && (self.stated.says(row.today()) || self.stated.says(row.group));
        if sums.contains(&expected) {
            self.checked.held(Rule::N208);
        } else if added > expected || !(may_lack || self.may_lack(&row.terms().collect::<Vec<_>>(), &stated)) {
            self.broken_sum(Rule::N208, at, &stated, &cells, added, expected);
        }
    }

    fn broken_sum(
        &mut self,
        rule: Rule,
        at: Place,
        parts: &[Figure],
        cells: &[Cell],
        added: Decimal,
        expected: Decimal,
    ) {
        let evidence = Evidence::Stated {
            stated: Quote { value: added, ..Quote::of(&parts[0]) },
            parts: parts.iter().map(Quote::of).collect(),
            operands: self.readings.operands(cells),
            expected: Some(expected),
            scope: self.scope(added, expected),
            list: None,
        };
        self.broken(rule, at, evidence);
    }
}
