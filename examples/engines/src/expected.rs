//! What the engines should find: the roll-up, the outcomes and the turns of the year that do not join, by `Totals` and `Span`.
//!
//! ```text
//! expected DIR < FORMS.ndjson
//! ```
//!
//! It reads the forms and not the Parquet file, so that what the columns say is tested, too. The forms of a body stand together,
//! as `generate` writes them. Three files are written into DIR, `rollup.tsv`, `outcomes.tsv` and `continuity.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead as _, BufWriter, Write as _};
use std::path::Path;

use ogi_report::form::CellKind;
use ogi_report::sum::Discontinuity;
use ogi_report::{Cell, Column, Form, Level, Outcome, Region, Report, RequestRow, Span, Totals};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(directory), None) = (arguments.next(), arguments.next()) else {
        return Err("usage: expected DIR < FORMS.ndjson".into());
    };
    let mut expected = Expected::default();
    for line in io::stdin().lock().split(b'\n') {
        // What does not verify is in no sum.
        if let Ok(report) = serde_json::from_slice::<Form>(&line?)?.verify() {
            expected.add(report)?;
        }
    }
    expected.end_body();
    expected.write(Path::new(&directory))
}

/// A body by what tells it from others.
type Key = (String, Option<Region>);

#[derive(Default)]
struct Expected {
    by_level: BTreeMap<(&'static str, u16), Totals>,
    by_province: BTreeMap<(String, u16), Totals>,
    /// The body whose years are being chained.
    body: Option<(Key, Span)>,
    seen: BTreeSet<Key>,
    continuity: Vec<String>,
    joins: u64,
}

impl Expected {
    fn add(&mut self, report: Report) -> Result<(), Box<dyn Error>> {
        let year = report.year.number();
        let level = report.body.level.map_or("", Level::name);
        *self.by_level.entry((level, year)).or_default() += &report;
        let province = report.body.region.map_or_else(String::new, |region| region.code()[..2].to_owned());
        *self.by_province.entry((province, year)).or_default() += &report;

        let key = (report.body.name.clone(), report.body.region);
        let span = match self.body.take() {
            Some((last, span)) if last == key => {
                self.joins += u64::from(span.years().last().is_some_and(|last| last.number() + 1 == year));
                span.then_noting(&Span::from(&report))?
            }
            last => {
                self.body = last;
                self.end_body();
                if !self.seen.insert(key.clone()) {
                    return Err(format!("the forms of {} do not stand together", key.0).into());
                }
                Span::from(&report)
            }
        };
        self.body = Some((key, span));
        Ok(())
    }

    /// Notes where the years of the last body do not join.
    fn end_body(&mut self) {
        let Some(((name, region), span)) = self.body.take() else { return };
        let region = region.map_or_else(String::new, |region| region.to_string());
        for found in span.discontinuities() {
            let (after, before) = found.years();
            let (applicant, closing, opening) = match found {
                Discontinuity::CarriedOver { applicant, closing, opening, .. } => {
                    (applicant.name(), closing.to_string(), opening.to_string())
                }
                Discontinuity::YearsMissing { .. } => ("", String::new(), String::new()),
                // It is always one body.
                _ => continue,
            };
            self.continuity.push(format!("{name}\t{region}\t{after}\t{before}\t{applicant}\t{closing}\t{opening}"));
        }
    }

    fn write(mut self, directory: &Path) -> Result<(), Box<dyn Error>> {
        let mut file = BufWriter::new(File::create(directory.join("rollup.tsv"))?);
        writeln!(file, "level\tyear\tcolumn\tsum\treports")?;
        for ((level, year), totals) in &self.by_level {
            writeln!(file, "{level}\t{year}\treports\t{}\t", totals.reports())?;
            for &cell in Cell::ALL {
                for (column, sum, reports) in figures(totals, cell) {
                    // A total is the sum of its parts, and is no figure of its own.
                    let reports = if cell.is_total() { String::new() } else { reports.to_string() };
                    writeln!(file, "{level}\t{year}\t{column}\t{sum}\t{reports}")?;
                }
            }
        }
        file.flush()?;

        let mut file = BufWriter::new(File::create(directory.join("outcomes.tsv"))?);
        writeln!(file, "province\tyear\tcolumn\tsum")?;
        for ((province, year), totals) in &self.by_province {
            for &outcome in Outcome::ALL {
                let cell = Cell::request(RequestRow::Outcome(outcome), Column::Total);
                let sum = totals.count(cell).map_or_else(String::new, |sum| sum.to_string());
                writeln!(file, "{province}\t{year}\t{cell}\t{sum}")?;
            }
        }
        file.flush()?;

        let mut file = BufWriter::new(File::create(directory.join("continuity.tsv"))?);
        writeln!(file, "name\tregion\tafter\tbefore\tapplicant\tclosing\topening")?;
        self.continuity.push(format!("\t\t\t\tjoins\t{}\t", self.joins));
        for line in &self.continuity {
            writeln!(file, "{line}")?;
        }
        Ok(file.flush()?)
    }
}

/// The columns of a cell with the sum and of how many reports it is; the sum is empty where no report has a figure. Amounts with
/// a unit are in 元.
fn figures(totals: &Totals, cell: Cell) -> Vec<(String, String, u64)> {
    let text = |sum: Option<String>| sum.unwrap_or_default();
    let (Cell::Proactive(proactive), CellKind::Change | CellKind::Amount) = (cell, cell.kind()) else {
        let sum = totals.count(cell).map(|sum| sum.to_string());
        return vec![(cell.to_string(), text(sum), totals.reports_with(cell))];
    };
    if cell.kind() == CellKind::Change {
        let sum = totals.change(proactive).map(|sum| sum.to_string());
        return vec![(cell.to_string(), text(sum), totals.reports_with(cell))];
    }
    let amount = totals.amount(proactive);
    let yuan = amount.and_then(|sum| sum.yuan()).map(|sum| sum.to_string());
    let mut columns = vec![(cell.to_string(), text(yuan), amount.map_or(0, |sum| sum.with_unit))];
    if cell.unit().is_none() {
        let sum = amount.and_then(|sum| sum.of_no_unit()).map(|sum| sum.to_string());
        columns.push((format!("{cell}.without_unit"), text(sum), amount.map_or(0, |sum| sum.without_unit)));
    }
    columns
}
