//! Sums of the forms that hold: by year, each as one whole, and of sections.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};

use ogi_report::check::CellChange;
use ogi_report::form::{Disputes, Proactive, Requests};
use ogi_report::intake::Source;
use ogi_report::sum::SectionTotals;
use ogi_report::value::Texts;
use ogi_report::{Body, Comparison, Consolidation, Filed, Form, Lang, Rejected, Report, Totals, Year, columns};
use serde::Serialize;

use crate::part::{Kept, Parts, Record};
use crate::versions::{Versions, body, hashed};
use crate::{Error, Options};

/// The sums of a run.
#[derive(Default)]
pub(crate) struct Sums {
    pub(crate) years: BTreeMap<Year, OfYear>,
    /// The first of the bodies whose reports contradict each other.
    pub(crate) contradictions: Vec<Contradiction>,
    /// Which sources were added up, in their order.
    added: Vec<bool>,
    /// The year of all forms, where it is one: then forms that do not hold are noted, too.
    only_year: Option<Year>,
}

/// How two reports of a body and year differ.
pub(crate) struct Contradiction {
    pub(crate) body: Body,
    pub(crate) year: Year,
    pub(crate) changes: Vec<CellChange>,
    /// Whether the later one is counted.
    pub(crate) is_decided: bool,
    /// Whether one of them names no region, and several bodies have this name.
    pub(crate) has_namesakes: bool,
}

impl Contradiction {
    /// How many are shown.
    const SHOWN: usize = 200;
}

/// The sums of a year.
#[derive(Default, Serialize)]
pub(crate) struct OfYear {
    /// Forms of the year, whether they hold or not.
    pub(crate) forms: u64,
    /// The sums of the reports that hold; `None` if figures would be in them twice, or a body is there that is not expected.
    pub(crate) totals: Option<Totals>,
    /// How many conflicts keep the reports from having sums.
    pub(crate) conflicts: u64,
    /// The first of them in words.
    pub(crate) first_conflicts: Vec<Texts>,
    /// The reports that hold, with their bodies.
    #[serde(skip)]
    pub(crate) whole: Consolidation,
    /// The sections that hold.
    #[serde(skip)]
    pub(crate) sections: SectionTotals,
    /// Bodies whose reports contradict each other, so that none is counted.
    pub(crate) undecided: u64,
    /// Tells the bodies that are counted from others.
    #[serde(skip)]
    pub(crate) bodies: u64,
}

impl OfYear {
    /// Conflicts that are named.
    const NAMED: usize = 200;

    /// How many reports are in the sums.
    pub(crate) fn reports(&self) -> u64 {
        self.totals.as_ref().map_or(0, Totals::reports)
    }

    /// Takes the sums, if the reports are one whole.
    fn finish(&mut self) {
        match self.whole.whole() {
            Ok(whole) => self.totals = Some(whole.totals().clone()),
            Err(error) => {
                let conflicts = error.conflicts();
                self.conflicts = conflicts.len() as u64;
                let named = conflicts.iter().take(Self::NAMED);
                self.first_conflicts =
                    named.map(|one| Texts::new(one.message(Lang::Zh), one.message(Lang::En))).collect();
            }
        }
    }
}

/// A form of a source.
struct Came<'a> {
    /// The number of its source.
    at: usize,
    form: Form,
    source: &'a Source,
}

/// The forms of one body and year.
#[derive(Default)]
struct Group {
    /// The reports that hold, each with the number of its source. Of the same figures there is one.
    reports: Vec<(usize, Report)>,
    /// Where among them the report of a digest of figures stands.
    by_figures: HashMap<u64, usize>,
    has_namesakes: bool,
    /// Whether the sections of one of them are counted.
    has_sections: bool,
}

impl Group {
    /// Adds a report that holds, or, if one with its figures is there, what it says besides.
    fn add(&mut self, at: usize, report: Report) {
        // Of bodies in two regions the same figures are two reports.
        if self.has_namesakes {
            return self.reports.push((at, report));
        }
        let first = *self.by_figures.entry(hashed(figures(&report))).or_insert(self.reports.len());
        match self.reports.get_mut(first) {
            Some((_, kept)) if has_same_figures(kept, &report) => {
                // The copies count as of the latest day. If one of them states no day, nobody knows which is the latest.
                kept.published = kept.published.zip(report.published).map(|(one, other)| one.max(other));
                learn_region(&mut kept.body, &report.body);
                learn_scope(&mut kept.body, &report.body);
            }
            _ => self.reports.push((at, report)),
        }
    }
}

impl Sums {
    pub(crate) fn of(parts: &Parts, keys: &[String], versions: &Versions, options: &Options) -> Result<Self, Error> {
        let mut sums = Self { only_year: versions.only_year(), ..Self::default() };
        if let Some(year) = sums.only_year {
            sums.years.entry(year).or_default().whole.expect(options.expected.iter().cloned());
        }
        let mut groups: HashMap<u64, Group> = HashMap::new();
        for key in keys {
            let mut forms = parts.batches(key, Kept::Forms)?.flat_map(|batch| match forms(&batch) {
                Ok(forms) => forms.into_iter().map(Ok).collect(),
                Err(error) => vec![Err(error)],
            });
            for record in parts.records(key)? {
                let Record { source, .. } = record?;
                let at = sums.added.len();
                sums.added.push(false);
                // Sources that gave no form have none in the table.
                if source.verdict.is_some()
                    && let Some(form) = forms.next().transpose()?
                {
                    sums.add(Came { at, form, source: &source }, versions, &mut groups);
                }
            }
        }
        // In the order of bodies, so that every run says the same.
        let mut groups: Vec<(u64, Group)> = groups.into_iter().collect();
        groups.sort_unstable_by_key(|(who, _)| *who);
        for (_, group) in groups {
            sums.decide(group, options);
        }
        sums.years.values_mut().for_each(OfYear::finish);
        Ok(sums)
    }

    /// All reports and what is missing, where they are of one year.
    pub(crate) fn whole(&self) -> Option<&OfYear> {
        self.years.get(&self.only_year?)
    }

    /// Whether the form of a source is in the sums of its year.
    pub(crate) fn is_counted(&self, at: usize, source: &Source) -> bool {
        let has_sums = |year| self.years.get(&year).is_some_and(|of_year| of_year.totals.is_some());
        self.added.get(at) == Some(&true) && source.year.is_some_and(has_sums)
    }

    fn add(&mut self, came: Came<'_>, versions: &Versions, groups: &mut HashMap<u64, Group>) {
        let Came { at, mut form, source } = came;
        // The columns keep no inferred facts about a body, but the source does.
        form.body.clone_from(&source.body);
        let several = versions.several(source);
        let mut group = several.map(|several| groups.entry(several.who).or_default());
        if let Some(year) = form.year {
            let of_year = self.years.entry(year).or_default();
            of_year.forms += 1;
            // Of several forms that print the same, the sections are counted once; of others, with the report that is counted.
            let is_same = several.is_none_or(|several| !several.is_disputed && !several.has_namesakes);
            if is_same && group.as_mut().is_none_or(|group| !std::mem::replace(&mut group.has_sections, true)) {
                of_year.sections += &form.verify_sections();
            }
        }
        match (form.verify(), group) {
            (Ok(report), Some(group)) => {
                group.has_namesakes = several.is_some_and(|several| several.has_namesakes);
                group.add(at, report);
            }
            (Ok(report), None) => self.count(at, &report),
            (Err(rejected), _) => self.note(&rejected),
        }
    }

    /// Counts the report of a source.
    fn count(&mut self, at: usize, report: &Report) {
        let of_year = self.years.entry(report.year).or_default();
        of_year.whole += report;
        of_year.bodies ^= body(&report.body);
        self.added[at] = true;
    }

    /// Notes a form that is not counted. Of several years that would be more than memory should hold.
    fn note(&mut self, rejected: &Rejected) {
        if let Some(year) = self.only_year {
            self.years.entry(year).or_default().whole.note(rejected);
        }
    }

    /// Of several reports of a body and year: the same figures are counted once. Of different ones the later is counted if that is asked for,
    /// and dates of publication tell it; else none is.
    fn decide(&mut self, group: Group, options: &Options) {
        let Group { mut reports, has_namesakes, has_sections, .. } = group;
        reports.sort_by_key(|(_, report)| report.published);
        let dates: Vec<_> = reports.iter().map(|(_, report)| report.published).collect();
        let is_told = dates.windows(2).all(|two| two[0].is_some() && two[0] < two[1]);
        let is_decided = reports.len() == 1 || (options.prefer_later && is_told && !has_namesakes);
        if !has_namesakes {
            one_body(&mut reports);
        }
        let Some((at, last)) = reports.last() else { return };
        let year = last.year;
        if let [.., (_, earlier), (_, last)] = reports.as_slice()
            && self.contradictions.len() < Contradiction::SHOWN
        {
            let changes = Comparison::between(&Form::from(earlier), &Form::from(last)).changes;
            let body = last.body.clone();
            self.contradictions.push(Contradiction { body, year, changes, is_decided, has_namesakes });
        }
        let of_year = self.years.entry(year).or_default();
        if is_decided {
            of_year.whole.extend_latest(reports.iter().map(|(_, report)| report));
            of_year.bodies ^= body(&last.body);
            if !has_sections {
                of_year.sections += &Form::from(last).verify_sections();
            }
            self.added[*at] = true;
        } else {
            of_year.undecided += 1;
            for rejected in undecided(&reports) {
                self.note(&rejected);
            }
        }
    }
}

/// Gives the reports of one body the region that the one says which says most about it.
fn one_body(reports: &mut [(usize, Report)]) {
    let Some(mut known) = reports.first().map(|(_, report)| report.body.clone()) else { return };
    reports.iter().for_each(|(_, report)| learn_region(&mut known, &report.body));
    reports.iter_mut().for_each(|(_, report)| learn_region(&mut report.body, &known));
}

/// Takes the region that another report of a body says, if it says more: one that is stated before one that is inferred.
fn learn_region(body: &mut Body, other: &Body) {
    let says = |body: &Body| (body.region.is_some(), body.inferred.region.is_none());
    if says(other) > says(body) {
        (body.region, body.inferred.region) = (other.region, other.inferred.region);
    }
}

/// Takes the scope that a copy of a report says, if it says more: one that is stated before one that is inferred, the whole jurisdiction
/// before the office.
fn learn_scope(body: &mut Body, other: &Body) {
    let says = |body: &Body| (body.scope.is_some(), body.inferred.scope.is_none(), body.scope);
    if says(other) > says(body) {
        (body.scope, body.inferred.scope) = (other.scope, other.inferred.scope);
    }
}

/// Reports that contradict each other as forms, one for each body. A cell in which they differ is blank.
fn undecided(reports: &[(usize, Report)]) -> Vec<Rejected> {
    let mut open: BTreeMap<u64, Form> = BTreeMap::new();
    for (_, report) in reports {
        let form = Form::from(report);
        match open.entry(body(&report.body)) {
            Entry::Vacant(entry) => {
                entry.insert(form);
            }
            Entry::Occupied(mut entry) => {
                for change in Comparison::between(entry.get(), &form).changes {
                    entry.get_mut().set(change.cell, Filed::blank());
                }
            }
        }
    }
    let rejected = open.into_values().filter_map(|form| {
        // What says the same as every other, but may be of another body, has no number at all.
        let (body, year) = (form.body.clone(), form.year);
        let mut blank = Form::new(form.edition);
        (blank.body, blank.year) = (body, year);
        form.verify().err().or_else(|| blank.verify().err())
    });
    rejected.collect()
}

fn has_same_figures(one: &Report, other: &Report) -> bool {
    figures(one) == figures(other)
}

fn figures(report: &Report) -> (&Proactive, &Requests, &Disputes) {
    (&report.proactive, &report.requests, &report.disputes)
}

/// The forms of a batch of a part.
pub(crate) fn forms<E: std::error::Error + Send + Sync + 'static>(
    batch: &Result<arrow_array::RecordBatch, E>,
) -> Result<Vec<Form>, Error> {
    let failed = |e: String| Error::output(std::path::Path::new(".parts"))(std::io::Error::other(e));
    let batch = batch.as_ref().map_err(|e| failed(e.to_string()))?;
    columns::forms(batch).map_err(|e| failed(e.to_string()))
}
