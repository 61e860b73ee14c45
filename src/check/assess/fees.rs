//! The rules about the information-processing fee.

use crate::check::assess::money;
use crate::check::assess::narrative::Text;
use crate::check::{Evidence, Place, Quote, Rule};
use crate::form::{Cell, Column, Edition, OtherHandling, ProactiveCell};
use crate::narrative::{Figure, Subject};
use crate::value::Decimal;

impl Text<'_> {
    pub(super) fn fees(&mut self) {
        let exact = |subject| self.narrative.count(subject).filter(|figure| !figure.is_approximate).cloned();
        let (collected, notified, notices) =
            (exact(Subject::FeeCollected), exact(Subject::FeeNotified), exact(Subject::FeeNotices));
        if let Some(collected) = &collected {
            self.fee_collected(collected, notified.as_ref());
        }
        if let Some(notices) = notices.filter(|notices| notices.value == Decimal::ZERO)
            && self.form.edition_of_other() == Edition::V2021
        {
            self.no_notices(&notices);
        }
    }

    fn fee_collected(&mut self, collected: &Figure, notified: Option<&Figure>) {
        // Before 2021 there was no such fee.
        let is_asked = self.form.edition == Edition::V2021;
        let Some(yuan) = money::number(collected, true) else {
            for rule in [Rule::N109, Rule::N211].into_iter().filter(|_| is_asked) {
                self.not_assessed(rule, Place::Document, Vec::new());
            }
            return;
        };
        if is_asked {
            let is_round = yuan.to_integer().is_some_and(|yuan| yuan % 10 == 0);
            self.expect(Rule::N109, is_round, Place::Document, stated(collected));
            self.fee_within_charges(collected, yuan);
        }
        let Some(notified) = notified else { return };
        let Some(bound) = money::number(notified, true) else {
            self.not_assessed(Rule::N108, Place::Document, Vec::new());
            return;
        };
        let evidence = Evidence::Stated {
            stated: Quote::of(collected),
            parts: vec![Quote::of(notified)],
            operands: Vec::new(),
            expected: Some(self.in_unit_of(collected, &[], bound)),
            scope: None,
            list: None,
        };
        self.expect(Rule::N108, yuan <= bound, Place::Document, evidence);
    }

    /// The fee is one of the charges that section 二 counts.
    fn fee_within_charges(&mut self, collected: &Figure, fee: Decimal) {
        let cell = Cell::Proactive(ProactiveCell::FeesAmount);
        let Some(charges) = self.tabled(&[cell]) else {
            self.not_assessed(Rule::N211, Place::Cell(cell), vec![cell]);
            return;
        };
        let evidence = Evidence::Stated {
            stated: Quote::of(collected),
            parts: Vec::new(),
            operands: self.readings.operands(&[cell]),
            expected: None,
            scope: self.scope(fee, charges),
            list: None,
        };
        self.expect(Rule::N211, fee <= charges, Place::Cell(cell), evidence);
    }

    /// Without a notice there is no unpaid fee.
    fn no_notices(&mut self, notices: &Figure) {
        let cells = [Cell::request(OtherHandling::FeeUnpaid, Column::Total)];
        let at = Place::Cell(cells[0]);
        match self.readings.all_known(&cells) {
            Ok(unpaid) => {
                let operands = self.readings.operands(&cells);
                let evidence = Evidence::Stated {
                    stated: Quote::of(notices),
                    parts: Vec::new(),
                    operands,
                    expected: None,
                    scope: None,
                    list: None,
                };
                self.expect(Rule::N403, unpaid[0] == 0, at, evidence);
            }
            Err(missing) => self.not_assessed(Rule::N403, at, missing),
        }
    }
}

/// A figure that breaks a rule by itself.
fn stated(figure: &Figure) -> Evidence {
    Evidence::Stated {
        stated: Quote::of(figure),
        parts: Vec::new(),
        operands: Vec::new(),
        expected: None,
        scope: None,
        list: None,
    }
}
