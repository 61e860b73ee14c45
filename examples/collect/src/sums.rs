//! Sums of the forms that hold: by year, of sections, and as one whole where all are of one year.

use std::collections::{BTreeMap, HashMap};

use ogi_report::check::CellChange;
use ogi_report::sum::SectionTotals;
use ogi_report::{Body, Comparison, Consolidation, Form, Report, Totals, Year, columns};
use serde::Serialize;

use crate::part::{Kept, Parts, Record};
use crate::versions::{Versions, body, who};
use crate::{Error, Options};

/// The sums of a run.
#[derive(Default)]
pub(crate) struct Sums {
    pub(crate) years: BTreeMap<Year, OfYear>,
    /// All reports and what is missing, where they are of one year.
    pub(crate) whole: Option<Consolidation>,
    /// The first of the bodies whose reports contradict each other.
    pub(crate) contradictions: Vec<Contradiction>,
}

/// How two reports of a body and year differ.
pub(crate) struct Contradiction {
    pub(crate) body: Body,
    pub(crate) year: Year,
    pub(crate) changes: Vec<CellChange>,
    /// Whether the later one is counted.
    pub(crate) is_decided: bool,
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
    /// The reports that hold.
    pub(crate) totals: Totals,
    /// The sections that hold.
    #[serde(skip)]
    pub(crate) sections: SectionTotals,
    /// Bodies whose reports contradict each other, so that none is counted.
    pub(crate) undecided: u64,
    /// Tells the bodies that are counted from others.
    #[serde(skip)]
    pub(crate) bodies: u64,
}

impl Sums {
    pub(crate) fn of(parts: &Parts, keys: &[String], versions: &Versions, options: &Options) -> Result<Self, Error> {
        let mut sums = Self { whole: versions.only_year().map(|_| Consolidation::default()), ..Self::default() };
        if let Some(whole) = &mut sums.whole {
            whole.expect(options.expected.iter().cloned());
        }
        let mut several: HashMap<u64, Vec<Report>> = HashMap::new();
        for key in keys {
            let mut records = parts.records(key)?;
            for batch in parts.batches(key, Kept::Forms)? {
                for form in forms(&batch)? {
                    // Sources that gave no form have none in the table.
                    let record =
                        records.find(|record| record.as_ref().map_or(true, |record| record.source.verdict.is_some()));
                    let Some(record) = record.transpose()? else { continue };
                    sums.add(form, &record, versions, &mut several);
                }
            }
        }
        // In the order of bodies, so that every run says the same.
        let mut several: Vec<(u64, Vec<Report>)> = several.into_iter().collect();
        several.sort_unstable_by_key(|(who, _)| *who);
        for (_, reports) in several {
            sums.decide(reports, options);
        }
        Ok(sums)
    }

    fn add(&mut self, mut form: Form, record: &Record, versions: &Versions, several: &mut HashMap<u64, Vec<Report>>) {
        // The columns keep no inferred facts about a body, but the source does.
        form.body.clone_from(&record.source.body);
        let who = who(&record.source);
        let is_one_of_several = versions.is_one_of_several(&record.source);
        if let Some(year) = form.year {
            let of_year = self.years.entry(year).or_default();
            of_year.forms += 1;
            if !is_one_of_several {
                of_year.sections += &form.verify_sections();
            }
        }
        match form.verify() {
            Ok(report) => match who.filter(|_| is_one_of_several) {
                Some(who) => {
                    let reports = several.entry(who).or_default();
                    if !reports.iter().any(|other| has_same_figures(other, &report)) {
                        reports.push(report);
                    }
                }
                None => self.count(&report),
            },
            Err(rejected) => {
                if let Some(whole) = &mut self.whole {
                    whole.note(&rejected);
                }
            }
        }
    }

    /// Counts a report in every sum.
    fn count(&mut self, report: &Report) {
        let of_year = self.years.entry(report.year).or_default();
        of_year.totals += report;
        of_year.bodies ^= body(&report.body);
        if let Some(whole) = &mut self.whole {
            *whole += report;
        }
    }

    /// Of several reports of a body and year: the same figures are counted once. Of different ones the later is counted if that is asked for,
    /// and dates of publication tell it; else none is.
    fn decide(&mut self, mut reports: Vec<Report>, options: &Options) {
        reports.sort_by_key(|report| report.published);
        let is_told = reports.windows(2).all(|two| two[0].published.is_some() && two[0].published < two[1].published);
        let later = reports.last().filter(|_| reports.len() == 1 || (options.prefer_later && is_told)).cloned();
        let Some(first) = reports.first() else { return };
        let year = first.year;
        if let [.., earlier, last] = reports.as_slice()
            && self.contradictions.len() < Contradiction::SHOWN
        {
            let changes = Comparison::between(&Form::from(earlier), &Form::from(last)).changes;
            let (body, is_decided) = (first.body.clone(), later.is_some());
            self.contradictions.push(Contradiction { body, year, changes, is_decided });
        }
        let of_year = self.years.entry(year).or_default();
        if let Some(report) = &later {
            of_year.totals += report;
            of_year.bodies ^= body(&report.body);
            of_year.sections += &Form::from(report).verify_sections();
        } else {
            of_year.undecided += 1;
        }
        if let Some(whole) = &mut self.whole {
            if later.is_some() { whole.extend_latest(&reports) } else { whole.extend(&reports) }
        }
    }
}

fn has_same_figures(one: &Report, other: &Report) -> bool {
    (&one.proactive, &one.requests, &one.disputes) == (&other.proactive, &other.requests, &other.disputes)
}

/// The forms of a batch of a part.
pub(crate) fn forms<E: std::error::Error + Send + Sync + 'static>(
    batch: &Result<arrow_array::RecordBatch, E>,
) -> Result<Vec<Form>, Error> {
    let failed = |e: String| Error::output(std::path::Path::new(".parts"))(std::io::Error::other(e));
    let batch = batch.as_ref().map_err(|e| failed(e.to_string()))?;
    columns::forms(batch).map_err(|e| failed(e.to_string()))
}
