//! The rules about the text: its figures among themselves, against the tables and against the year before.
//!
//! A figure that the text does not state gives no occasion for a rule. Bodies may quote their own office in the text and
//! fill in the tables for the whole jurisdiction, or the other way, so that a difference is a warning.

use std::collections::HashSet;

use crate::check::assess::money;
use crate::check::assess::stated::Stated;
use crate::check::{Checked, Evidence, Place, Quote, Readings, Rule};
use crate::form::{Cell, CellKind, Column, Form, RequestRow, Unit};
use crate::narrative::{
    APPLICANTS, BY_CHANNEL, BY_KIND, Breakdown, CHANNELS, Closure, Confidence, FEES, Figure, List, Measure, Narrative,
    OUTCOMES, RECONSIDERATIONS, REPLIES, SUITS, Subject, TIMELINESS,
};
use crate::value::{BodyKind, Decimal, Level, Scope};

/// Parts that add up to a whole, both as the text states them.
struct Sum {
    rule: Rule,
    wholes: &'static [Subject],
    parts: &'static [Subject],
    /// The parts without which the list is not one of all.
    may_lack: &'static [Subject],
}

const fn sum(rule: Rule, breakdown: &'static Breakdown) -> Sum {
    Sum { rule, wholes: std::slice::from_ref(&breakdown.whole), parts: breakdown.parts, may_lack: &[] }
}

const SUMS: &[Sum] = &[
    sum(Rule::N101, &BY_CHANNEL),
    Sum { wholes: &[Subject::Disclosed, Subject::DisclosedByWebsite], ..sum(Rule::N102, &BY_KIND) },
    Sum {
        rule: Rule::N103,
        wholes: &[Subject::Received, Subject::Handled],
        parts: CHANNELS,
        may_lack: &[Subject::CarriedIn],
    },
    Sum {
        rule: Rule::N104,
        wholes: &[Subject::Processed, Subject::Handled, Subject::Received],
        parts: OUTCOMES,
        may_lack: &[Subject::CarriedOver],
    },
    Sum {
        rule: Rule::N104,
        wholes: &[Subject::Processed, Subject::Handled],
        parts: REPLIES,
        may_lack: &[Subject::CarriedOver],
    },
    Sum {
        rule: Rule::N105,
        wholes: &[Subject::Processed, Subject::Handled],
        parts: TIMELINESS,
        may_lack: &[Subject::CarriedOver],
    },
    sum(Rule::N106, &RECONSIDERATIONS),
    sum(Rule::N106, &SUITS),
    sum(Rule::N107, &FEES),
];

/// Which rule compares a subject with the tables.
fn rule_of(subject: Subject) -> Option<Rule> {
    use Subject as S;
    Some(match subject {
        S::Received | S::Handled | S::ReceivedFromNaturalPersons | S::ReceivedFromOrganizations => Rule::N201,
        S::CarriedIn => Rule::N202,
        S::Processed => Rule::N203,
        S::CarriedOver => Rule::N204,
        S::RulesIssued
        | S::RulesRepealed
        | S::RulesInForce
        | S::NormativeDocumentsIssued
        | S::NormativeDocumentsRepealed
        | S::NormativeDocumentsInForce
        | S::LicensingDecisions
        | S::PenaltiesDecisions
        | S::CoercionDecisions
        | S::AdministrativeFees => Rule::N210,
        _ if subject.is_of_disputes() => Rule::N209,
        _ if is_outcome(subject) => Rule::N207,
        _ => return None,
    })
}

fn is_outcome(subject: Subject) -> bool {
    (Subject::Granted.index()..=Subject::FeeUnpaid.index()).contains(&subject.index())
}

/// Asks the rules about the text. `previous` is `None` if no other form was given, and `Some(None)` if that form is not of the same body
/// for the year before.
#[expect(clippy::option_option, reason = "no form to compare with is another answer than a wrong one")]
pub(crate) fn assess(
    form: &Form,
    narrative: &Narrative,
    readings: &Readings,
    previous: Option<Option<(&Form, &Readings)>>,
    checked: &mut Checked,
) {
    let mut text = Text { form, narrative, stated: Stated::of(narrative), readings, checked };
    for sum in SUMS {
        text.add_up(sum);
    }
    text.fees();
    for &subject in Subject::ALL {
        text.compare(subject);
    }
    text.compare_sums();
    text.co_defendant();
    for figure in narrative.figures.iter().filter(|figure| figure.measure == Measure::Share) {
        if figure.confidence == Confidence::InWords {
            text.verdict(figure);
        } else {
            text.share(figure);
        }
    }
    for figure in narrative.figures.iter().filter(|figure| is_in_words(figure) && figure.measure == Measure::Count) {
        if [Subject::ReconsiderationsCorrected, Subject::SuitsCorrected].contains(&figure.subject) {
            text.verdict(figure);
        } else {
            text.none(figure);
        }
    }
    if let Some(previous) = previous {
        text.changes(previous);
    }
}

fn is_in_words(figure: &Figure) -> bool {
    figure.confidence == Confidence::InWords
}

/// A text beside the tables.
pub(super) struct Text<'a> {
    pub(super) form: &'a Form,
    pub(super) narrative: &'a Narrative,
    pub(super) stated: Stated<'a>,
    pub(super) readings: &'a Readings,
    pub(super) checked: &'a mut Checked,
}

impl<'a> Text<'a> {
    /// The exact counts that the text states with digits.
    pub(super) fn counts(&self, subject: Subject) -> impl Iterator<Item = &'a Figure> {
        self.stated.counts(subject)
    }

    pub(super) fn cells(&self, subject: Subject) -> Vec<Cell> {
        let is_other = [Subject::OtherHandling, Subject::CorrectionOverdue, Subject::FeeUnpaid].contains(&subject);
        subject.cells(if is_other { self.form.edition_of_other() } else { self.form.edition })
    }

    /// The place of a finding about a subject: its first cell, or the document.
    fn place(&self, subject: Subject) -> Place {
        self.cells(subject).first().map_or(Place::Document, |&cell| Place::Cell(cell))
    }

    /// Notes what is broken, once for each place.
    pub(super) fn broken(&mut self, rule: Rule, at: Place, evidence: Evidence) {
        if !self.checked.findings.iter().any(|finding| finding.rule == rule && finding.at == at) {
            self.checked.broken(rule, at, evidence);
        }
    }

    pub(super) fn not_assessed(&mut self, rule: Rule, at: Place, missing: Vec<Cell>) {
        if !self.checked.ledger.entry(rule).gaps.iter().any(|gap| gap.at == at) {
            self.checked.not_assessed(rule, at, missing);
        }
    }

    /// The lists of parts of one kind against their wholes: those that are read as all of it have to add up to it, and
    /// those of some of it must not exceed it.
    fn add_up(&mut self, sum: &Sum) {
        for list in &self.narrative.lists {
            let parts: Option<Vec<&Figure>> = list.parts.iter().map(|span| self.stated.at(span, sum.parts)).collect();
            if let (Some(whole), Some(parts)) = (self.stated.at(&list.whole, sum.wholes), parts) {
                self.add_up_list(sum, whole, &parts, list);
            }
        }
    }

    fn add_up_list(&mut self, sum: &Sum, whole: &Figure, parts: &[&Figure], list: &List) {
        let at = self.place(whole.subject);
        let is_money = money::is_any_money(parts.iter().copied().chain([whole]));
        let number = |figure: &Figure| money::number(figure, is_money);
        let added: Option<Decimal> = parts.iter().map(|part| number(part)).sum();
        let (Some(stated), Some(added)) = (number(whole), added) else {
            self.not_assessed(sum.rule, at, Vec::new());
            return;
        };
        let first = |subject: Subject| self.counts(subject).next().and_then(number);
        let with = |one: Decimal, other: Decimal| [one, other].into_iter().sum::<Decimal>();
        // 收到申请7件，上年结转1件；予以公开8件: the results are of both.
        let are_of_both = whole.subject == Subject::Received && sum.parts == OUTCOMES;
        let carried_in = first(Subject::CarriedIn).filter(|_| are_of_both);
        let most = carried_in.map_or(stated, |carried_in| with(stated, carried_in));
        let is_whole = |number: Decimal| number == stated || number == most;
        let lacks = |subject: &Subject| {
            // Those carried in are a part of those handled, and not of those received.
            let is_apart = (*subject, whole.subject) == (Subject::CarriedIn, Subject::Received);
            !is_apart && first(*subject).is_some_and(|lacking| is_whole(with(added, lacking)))
        };
        let is_another = |&whole: &Subject| self.stated.has(whole, added, is_money);
        let holds = is_whole(added) || sum.may_lack.iter().any(lacks) || sum.wholes.iter().any(is_another);
        let is_asked = match list.closure {
            Closure::All => true,
            Closure::Some => added > most,
            Closure::Overlapping => false,
        };
        if holds {
            self.checked.held(sum.rule);
        } else if is_asked {
            let evidence = Evidence::Stated {
                stated: Quote::of(whole),
                parts: parts.iter().map(|part| Quote::of(part)).collect(),
                operands: Vec::new(),
                expected: Some(self.in_unit_of(whole, &[], added)),
                scope: None,
                list: list.printed.clone(),
            };
            self.broken(sum.rule, at, evidence);
        }
    }

    pub(super) fn expect(&mut self, rule: Rule, holds: bool, at: Place, evidence: Evidence) {
        if holds {
            self.checked.held(rule);
        } else {
            self.broken(rule, at, evidence);
        }
    }

    /// The figures of a subject against its cells. If the text states it more than once, of several bodies perhaps, one
    /// that agrees is enough.
    fn compare(&mut self, subject: Subject) {
        let Some(rule) = rule_of(subject) else { return };
        // Another rule compares a row for which the text has several terms.
        if self.is_told_in_older_terms(subject) {
            return;
        }
        let figures: Vec<Figure> = self.counts(subject).cloned().collect();
        let cells = self.cells(subject);
        let Some(first) = figures.first() else { return };
        if cells.is_empty() || cells.iter().all(|cell| self.readings.is_not_applicable(cell.slot())) {
            return;
        }
        let row = |row| Cell::request(row, Column::Total);
        let (received, carried_in, processed) =
            (row(RequestRow::Received), row(RequestRow::CarriedIn), row(RequestRow::OutcomeTotal));
        let at_least_in_part = self.cells(Subject::GrantedAtLeastInPart);
        let alternatives: &[&[Cell]] = match subject {
            Subject::Received => &[&[received, carried_in]],
            Subject::Handled => &[&[received], &[processed]],
            // 公开23件，不公开8件: with those granted in part, where the text does not tell them apart.
            Subject::Granted if !self.stated.says(Subject::PartiallyGranted) => &[&at_least_in_part],
            _ => &[],
        };
        let at = self.place(subject);
        let Some(expected) = self.tabled(&cells) else {
            let missing = self.readings.all_known(&cells).err().unwrap_or_default();
            self.not_assessed(rule, at, missing);
            return;
        };
        let is_money = cells[0].kind() == CellKind::Amount;
        let mut others: HashSet<Decimal> = alternatives.iter().filter_map(|cells| self.tabled(cells)).collect();
        if subject == Subject::Suits {
            // The text may state those that the table is not to count.
            let apart = self.counts(Subject::SuitsAsCoDefendant).map(|figure| figure.value);
            others.extend(apart.map(|apart| [expected, apart].into_iter().sum::<Decimal>()));
        }
        let numbers: Vec<Decimal> = figures.iter().filter_map(|figure| money::number(figure, is_money)).collect();
        // 456.7万元 is rounded from 4567012.5元, and the table may round what the text has in full.
        let is_rounded = |figure: &Figure| is_money && money::is_rounded(self.form, self.readings, &cells, figure);
        let is_equal = |number: &Decimal| *number == expected || others.contains(number);
        if numbers.iter().any(is_equal) || figures.iter().any(is_rounded) {
            self.checked.held(rule);
            return;
        }
        let Some(stated) = money::number(first, is_money) else {
            self.not_assessed(rule, at, Vec::new());
            return;
        };
        let evidence = Evidence::Stated {
            stated: Quote::of(first),
            parts: Vec::new(),
            operands: self.readings.operands(&cells),
            expected: Some(self.in_unit_of(first, &cells, expected)),
            scope: self.scope(stated, expected),
            list: None,
        };
        self.broken(rule, at, evidence);
    }

    /// The sum of the cells, if each has a number: of money in 元.
    pub(super) fn tabled(&self, cells: &[Cell]) -> Option<Decimal> {
        money::tabled(self.form, self.readings, cells)
    }

    /// A number as the text states such figures: money in the unit of the figure or, where that states none, as it is filed.
    pub(super) fn in_unit_of(&self, figure: &Figure, cells: &[Cell], number: Decimal) -> Decimal {
        let stated = figure.unit.filter(|unit| unit.is_money());
        let filed = || cells.first().and_then(|&cell| money::filed_unit(self.form, cell));
        match stated.or_else(filed) {
            Some(Unit::TenThousandYuan) => number.ten_thousandth(),
            _ => number,
        }
    }

    /// The scope of the text by which a difference would be none: that of the body's own office if the text states less
    /// than the table, that of the whole jurisdiction if it states more. A department or a township has one scope.
    pub(super) fn scope(&self, stated: Decimal, expected: Decimal) -> Option<Scope> {
        let body = self.form.body.as_ref();
        if body.is_some_and(|body| body.kind == Some(BodyKind::Department) || body.level == Some(Level::Township)) {
            return None;
        }
        let of_text = if stated < expected { Scope::OwnOffice } else { Scope::WholeJurisdiction };
        // The table has the other scope then.
        let of_table = body.and_then(|body| body.scope);
        (of_table != Some(of_text)).then_some(of_text)
    }

    /// Suits as co-defendant are not in the table of the organ that decided the reconsideration.
    fn co_defendant(&mut self) {
        let Some(apart) = self.counts(Subject::SuitsAsCoDefendant).next().cloned() else { return };
        let cells = self.cells(Subject::Suits);
        let at = self.place(Subject::Suits);
        let Some(tabled) = self.tabled(&cells) else {
            let missing = self.readings.all_known(&cells).err().unwrap_or_default();
            self.not_assessed(Rule::N404, at, missing);
            return;
        };
        let without = [tabled, apart.value].into_iter().sum::<Decimal>();
        let is_apart = self.counts(Subject::Suits).any(|figure| figure.value == without);
        let evidence = Evidence::Stated {
            stated: Quote::of(&apart),
            parts: Vec::new(),
            operands: self.readings.operands(&cells),
            expected: None,
            scope: None,
            list: None,
        };
        self.expect(Rule::N404, apart.value == Decimal::ZERO || apart.value > tabled || is_apart, at, evidence);
    }

    /// A text that states so many numbers of one subject is of many bodies, and some of them fit any share.
    const MOST: usize = 16;

    /// A share recomputed from the part and the whole that the text states, or else the tables.
    fn share(&mut self, figure: &Figure) {
        if figure.is_approximate {
            return;
        }
        let is_money = self.is_of_money(figure.subject);
        let is_way = BY_CHANNEL.parts.contains(&figure.subject) || figure.subject == Subject::DisclosedOfKind;
        let is_of_received = CHANNELS.contains(&figure.subject) || APPLICANTS.contains(&figure.subject);
        let wholes: &[Subject] = match figure.whole {
            // 全部申请 are those received, or with those of the year before.
            Some(Subject::Received) => &[Subject::Received, Subject::Handled],
            Some(ref whole) => std::slice::from_ref(whole),
            None if is_way => &[Subject::Disclosed],
            None if is_of_received => &[Subject::Received, Subject::Handled],
            None => &[Subject::Processed, Subject::Received, Subject::Handled],
        };
        let parts = if figure.subject == Subject::DisclosedOfKind {
            Vec::new()
        } else {
            self.amounts(figure.subject, is_money)
        };
        let stated = wholes.iter().flat_map(|&whole| self.amounts(whole, is_money));
        // Reports also take shares of what they list, not of all.
        let wholes: Vec<Decimal> = stated
            .chain(self.stated.sum_of_shared(&figure.sentence, is_money))
            .filter(|&whole| whole != Decimal::ZERO)
            .collect();
        let (Some(&part), Some(&whole)) = (parts.first(), wholes.first()) else { return };
        if parts.len() > Self::MOST || wholes.len() > Self::MOST {
            return self.not_assessed(Rule::N301, self.place(figure.subject), Vec::new());
        }
        let fits = parts.iter().any(|&part| wholes.iter().any(|&whole| is_share(figure.value, part, whole)));
        let evidence = Evidence::Stated {
            stated: Quote::of(figure),
            parts: Vec::new(),
            operands: Vec::new(),
            expected: part.percent_of(whole),
            scope: None,
            list: None,
        };
        let at = self.place(figure.subject);
        self.expect(Rule::N301, fits, at, evidence);
    }

    fn is_of_money(&self, subject: Subject) -> bool {
        let is_filed = self.cells(subject).iter().any(|cell| cell.kind() == CellKind::Amount);
        is_filed || self.stated.is_money(subject)
    }

    /// The numbers of a subject in the text and in the tables, either all of money or none of it. Of too many there are enough to see that.
    fn amounts(&self, subject: Subject, is_money: bool) -> Vec<Decimal> {
        // One of them may be 0, of which there is no share.
        let stated = self.stated.numbers(subject, is_money).iter().copied().take(Self::MOST + 2);
        let cells = Some(self.cells(subject)).filter(|cells| !cells.is_empty());
        let cells = cells.filter(|cells| cells.iter().all(|cell| (cell.kind() == CellKind::Amount) == is_money));
        stated.chain(cells.and_then(|cells| self.tabled(&cells))).collect()
    }

    /// 未收到, 未发生, 无: every cell is 0.
    fn none(&mut self, figure: &Figure) {
        let cells = self.cells(figure.subject);
        if cells.is_empty() || cells.iter().all(|cell| self.readings.is_not_applicable(cell.slot())) {
            return;
        }
        let at = Place::Cell(cells[0]);
        match self.readings.all_known(&cells) {
            Ok(numbers) => {
                let tabled = self.tabled(&cells);
                let evidence = Evidence::Stated {
                    stated: Quote::of(figure),
                    parts: Vec::new(),
                    operands: self.readings.operands(&cells),
                    expected: tabled.map(|tabled| self.in_unit_of(figure, &cells, tabled)),
                    scope: tabled.and_then(|tabled| self.scope(Decimal::ZERO, tabled)),
                    list: None,
                };
                self.expect(Rule::N401, numbers.iter().all(|&n| n == 0), at, evidence);
            }
            Err(missing) => self.not_assessed(Rule::N401, at, missing),
        }
    }

    /// 均获维持, 零纠错, 零败诉: nothing was corrected, and what is pending is said to be.
    fn verdict(&mut self, figure: &Figure) {
        use Subject as S;
        let (corrected, pending, other) = match figure.subject {
            S::ReconsiderationsUpheld | S::ReconsiderationsCorrected => {
                (S::ReconsiderationsCorrected, S::ReconsiderationsPending, S::ReconsiderationsOther)
            }
            S::SuitsUpheld | S::SuitsCorrected => (S::SuitsCorrected, S::SuitsPending, S::SuitsOther),
            _ => return,
        };
        // What the text itself counts as corrected it does not deny: 复议纠正1件；诉讼3件，均维持 speaks of the suits.
        if self.stated.numbers(corrected, false).iter().any(|&number| number != Decimal::ZERO) {
            return;
        }
        let says_pending = self.stated.says(pending);
        let mut cells = self.cells(corrected);
        if !says_pending {
            cells.extend(self.cells(pending));
        }
        if figure.measure == Measure::Share {
            cells.extend(self.cells(other));
        }
        let at = Place::Cell(cells[0]);
        match self.readings.all_known(&cells) {
            Ok(numbers) => {
                let evidence = Evidence::Stated {
                    stated: Quote::of(figure),
                    parts: Vec::new(),
                    operands: self.readings.operands(&cells),
                    expected: None,
                    scope: None,
                    list: None,
                };
                self.expect(Rule::N402, numbers.iter().all(|&n| n == 0), at, evidence);
            }
            Err(missing) => self.not_assessed(Rule::N402, at, missing),
        }
    }

    /// Changes since the year before, recomputed from the tables of both years; without those of the year before they cannot be.
    fn changes(&mut self, previous: Option<(&Form, &Readings)>) {
        let is_change = |figure: &&Figure| matches!(figure.measure, Measure::Growth | Measure::Difference);
        for figure in self.narrative.figures.iter().filter(is_change).filter(|figure| !figure.is_approximate) {
            let cells = self.cells(figure.subject);
            let Some(&first) = cells.first() else { continue };
            let at = Place::Cell(first);
            let Some((form_before, previous)) = previous else {
                self.not_assessed(Rule::N302, at, Vec::new());
                continue;
            };
            let stated = match figure.measure {
                Measure::Growth => Some(figure.value),
                _ => money::number(figure, first.kind() == CellKind::Amount),
            };
            let before = money::tabled(form_before, previous, &cells);
            let (Some(stated), Some(now), Some(before)) = (stated, self.tabled(&cells), before) else {
                let missing = self.readings.all_known(&cells).err().or(previous.all_known(&cells).err());
                self.not_assessed(Rule::N302, at, missing.unwrap_or_default());
                continue;
            };
            let difference = now.minus(before);
            let (holds, expected) = match figure.measure {
                Measure::Growth if before == Decimal::ZERO => continue,
                Measure::Growth => (is_share(stated, difference, before), difference.percent_of(before)),
                _ => (stated == difference, Some(self.in_unit_of(figure, &cells, difference))),
            };
            let operands = [previous.operands(&cells), self.readings.operands(&cells)].concat();
            let evidence = Evidence::Stated {
                stated: Quote::of(figure),
                parts: Vec::new(),
                operands,
                expected,
                scope: None,
                list: None,
            };
            self.expect(Rule::N302, holds, at, evidence);
        }
    }
}

/// Whether a percentage is the share of the part in the whole, rounded where the text ends it. 100 % is all.
fn is_share(stated: Decimal, part: Decimal, whole: Decimal) -> bool {
    if stated == Decimal::from(100_u32) || part == whole {
        return part == whole && stated == Decimal::from(100_u32);
    }
    part.is_percent_of(whole, stated)
}
