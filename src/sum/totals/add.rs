//! Adding to sums, and taking away.

use std::iter::Sum;
use std::ops::AddAssign;

use crate::form::proactive::Number;
use crate::form::{Other, ProactiveCell, RequestRow, Route, Table};
use crate::report::Report;
use crate::sum::totals::{AmountTotal, Totals};
use crate::value::Axis;

impl AddAssign<&Report> for Totals {
    // Not inlined: by itself the compiler adds pairs of counts at a time, inside of another loop it adds one by one.
    #[inline(never)]
    fn add_assign(&mut self, report: &Report) {
        let edition = report.edition().index();
        // The sums wrap only past 2³² reports, and then no sum is given.
        let reports = &mut self.reports[edition][report.requests.outcomes.other.edition().index()];
        *reports = reports.saturating_add(1);
        // In the order in which they lie in memory, so that it is read as one stream.
        let proactive = &mut self.proactive[edition];
        report.proactive.visit(|cell, number| match number {
            Number::Count(count) => {
                let sum = &mut proactive.counts[cell.index()];
                *sum = sum.wrapping_add(count.into());
            }
            Number::Change(change) => {
                let sum = &mut proactive.changes[cell.index()];
                *sum = sum.wrapping_add(change.into());
            }
            Number::Amount(amount, unit) => proactive.amount.add(amount, unit),
            Number::NotApplicable => {
                let first = matches!(cell, ProactiveCell::RulesNewlyMade | ProactiveCell::RulesIssued);
                proactive.without_rules = proactive.without_rules.saturating_add(first.into());
            }
        });
        for &route in Route::ALL {
            add(&mut self.disputes[route], report.disputes.route(route));
        }
        let (sums, outcomes) = (&mut self.requests, &report.requests.outcomes);
        match &outcomes.other {
            Other::OneRow(row) => add(&mut sums.other, row),
            Other::ThreeRows(rows) => add_rows(&mut sums.other_handling, rows),
        }
        add(&mut sums.granted, &outcomes.granted);
        add(&mut sums.partially_granted, &outcomes.partially_granted);
        add_rows(&mut sums.denied, &outcomes.denied);
        add_rows(&mut sums.unable_to_provide, &outcomes.unable_to_provide);
        add_rows(&mut sums.not_processed, &outcomes.not_processed);
        add(&mut sums.received, &report.requests.received);
        add(&mut sums.carried_in, &report.requests.carried_in);
        add(&mut sums.carried_over, &report.requests.carried_over);
    }
}

#[inline]
fn add<K: Axis, V: Copy + Into<u64>>(sums: &mut Table<K, u64>, row: &Table<K, V>) {
    for (sum, &count) in sums.as_mut_slice().iter_mut().zip(row.as_slice()) {
        *sum = sum.wrapping_add(count.into());
    }
}

#[inline]
fn add_rows<R: Axis, K: Axis, V: Copy + Into<u64>>(sums: &mut Table<R, Table<K, u64>>, rows: &Table<R, Table<K, V>>) {
    for (sums, row) in sums.as_mut_slice().iter_mut().zip(rows.as_slice()) {
        add(sums, row);
    }
}

impl AddAssign<&Totals> for Totals {
    fn add_assign(&mut self, other: &Totals) {
        for (sum, &n) in self.reports.as_flattened_mut().iter_mut().zip(other.reports.as_flattened()) {
            *sum = sum.saturating_add(n);
        }
        self.zip_counts(other, u64::wrapping_add);
        for (sums, others) in self.proactive.iter_mut().zip(&other.proactive) {
            for (sum, change) in sums.changes.iter_mut().zip(others.changes) {
                *sum = sum.wrapping_add(change);
            }
            sums.amount += others.amount;
            sums.without_rules = sums.without_rules.saturating_add(others.without_rules);
        }
    }
}

impl Totals {
    /// Takes a report away that was added.
    pub(in crate::sum) fn subtract(&mut self, report: &Report) {
        let mut other = Self::default();
        other += report;
        for (sum, &n) in self.reports.as_flattened_mut().iter_mut().zip(other.reports.as_flattened()) {
            *sum = sum.saturating_sub(n);
        }
        self.zip_counts(&other, u64::wrapping_sub);
        for (sums, others) in self.proactive.iter_mut().zip(&other.proactive) {
            for (sum, change) in sums.changes.iter_mut().zip(others.changes) {
                *sum = sum.wrapping_sub(change);
            }
            let AmountTotal { yuan_millionths, other_millionths, with_unit, without_unit } = &mut sums.amount;
            *yuan_millionths = yuan_millionths.wrapping_sub(others.amount.yuan_millionths);
            *other_millionths = other_millionths.wrapping_sub(others.amount.other_millionths);
            *with_unit = with_unit.saturating_sub(others.amount.with_unit);
            *without_unit = without_unit.saturating_sub(others.amount.without_unit);
            sums.without_rules = sums.without_rules.saturating_sub(others.without_rules);
        }
    }

    /// Puts each count together with the other count of its cell.
    fn zip_counts(&mut self, other: &Self, operation: impl Fn(u64, u64) -> u64) {
        let zip = |sums: &mut [u64], others: &[u64]| {
            for (sum, &other) in sums.iter_mut().zip(others) {
                *sum = operation(*sum, other);
            }
        };
        for &row in RequestRow::ALL {
            if let (Some(sums), Some(others)) = (self.requests.row_mut(row), other.requests.row(row)) {
                zip(sums.as_mut_slice(), others.as_slice());
            }
        }
        for &route in Route::ALL {
            zip(self.disputes[route].as_mut_slice(), other.disputes[route].as_slice());
        }
        for (sums, others) in self.proactive.iter_mut().zip(&other.proactive) {
            zip(&mut sums.counts, &others.counts);
        }
    }
}

impl AddAssign for AmountTotal {
    fn add_assign(&mut self, other: Self) {
        self.yuan_millionths = self.yuan_millionths.wrapping_add(other.yuan_millionths);
        self.other_millionths = self.other_millionths.wrapping_add(other.other_millionths);
        self.with_unit = self.with_unit.saturating_add(other.with_unit);
        self.without_unit = self.without_unit.saturating_add(other.without_unit);
    }
}

impl<'a> Extend<&'a Report> for Totals {
    fn extend<I: IntoIterator<Item = &'a Report>>(&mut self, reports: I) {
        for report in reports {
            *self += report;
        }
    }
}

impl<'a> Extend<&'a Totals> for Totals {
    fn extend<I: IntoIterator<Item = &'a Totals>>(&mut self, shares: I) {
        for share in shares {
            *self += share;
        }
    }
}

impl<'a> Sum<&'a Report> for Totals {
    fn sum<I: Iterator<Item = &'a Report>>(reports: I) -> Self {
        let mut totals = Self::default();
        totals.extend(reports);
        totals
    }
}

impl<'a> Sum<&'a Totals> for Totals {
    fn sum<I: Iterator<Item = &'a Totals>>(shares: I) -> Self {
        let mut totals = Self::default();
        totals.extend(shares);
        totals
    }
}
