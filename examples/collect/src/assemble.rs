//! From the parts to the outputs.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;

use ogi_report::intake::{Source, Tally};
use ogi_report::{Lang, columns};
use to_parquet::{Sizes, Table, Unfinished};

use crate::pages::index::{self, Rows};
use crate::pages::{pick, whole, years};
use crate::part::{Kept, PROGRAM, Parts, REVIEWS, Record, SUMMARY};
use crate::sums::{Sums, forms};
use crate::versions::Versions;
use crate::{Error, Options, Summary};

/// Rows with texts, of which no two are alike, so that a group of them is as large as its texts.
const TEXTS: Sizes = Sizes { batch: 1024, page: 8192, row_group: 1 << 16 };

/// The outputs of a run that is read to its end.
///
/// `go_on` is asked before every output and every part of a table, and fails once the run is to stop.
pub(crate) fn assemble(
    out: &Path,
    parts: &Parts,
    keys: &[String],
    options: &Options,
    go_on: &(dyn Fn() -> Result<(), Error> + Sync),
) -> Result<Summary, Error> {
    let job = Job { out, parts, keys, lang: options.lang, go_on };
    go_on()?;
    let versions = Versions::of(parts, keys)?;
    let ((cells, others), sums) = rayon::join(
        || rayon::join(|| job.cells(), || job.tables()),
        || {
            let sums = Sums::of(parts, keys, &versions, options)?;
            Ok((job.sources(&versions, &sums)?, sums))
        },
    );
    cells?;
    others?;
    let (Listed { tally, rows, reviews }, sums) = sums?;
    let pages = job.pages(&sums)?;
    let mut outputs = vec!["index.html".to_owned()];
    outputs.extend(pages.iter().map(|(file, _)| (*file).to_owned()));
    outputs.extend(["forms", "cells", "findings", "figures", "sources"].map(|name| format!("{name}.parquet")));
    job.file("years.json", &json(&sums.years, out)?)?;
    outputs.push("years.json".to_owned());
    if let Some(of_year) = sums.whole() {
        job.file("consolidated.json", &json(&of_year.whole, out)?)?;
        outputs.push("consolidated.json".to_owned());
    }
    outputs.push(SUMMARY.to_owned());
    job.file("index.html", index::page(&tally, &rows, &pages, options.lang).as_bytes())?;
    job.without_others(&outputs, &reviews)?;
    let summary = Summary { tally, outputs, reviews: reviews.len() as u64, seconds: 0.0 };
    job.file(SUMMARY, &json(&Marked { program: PROGRAM, summary: &summary }, out)?)?;
    Ok(summary)
}

fn json(document: &impl serde::Serialize, out: &Path) -> Result<Vec<u8>, Error> {
    serde_json::to_vec_pretty(document).map_err(|e| Error::output(out)(e.into()))
}

/// The summary with what tells it from one of another program.
#[derive(serde::Serialize)]
struct Marked<'a> {
    program: &'static str,
    #[serde(flatten)]
    summary: &'a Summary,
}

/// The sources, counted and listed.
struct Listed {
    tally: Tally,
    rows: Rows,
    reviews: BTreeSet<String>,
}

struct Job<'a> {
    out: &'a Path,
    parts: &'a Parts,
    keys: &'a [String],
    lang: Lang,
    go_on: &'a (dyn Fn() -> Result<(), Error> + Sync),
}

impl Job<'_> {
    /// Writes the table of the sources, counts and lists them.
    fn sources(&self, versions: &Versions, sums: &Sums) -> Result<Listed, Error> {
        let path = self.out.join("sources.parquet");
        let mut table = Table::create(&path, columns::sources_schema(), TEXTS).map_err(Error::output(&path))?;
        let mut came = Listed { tally: Tally::default(), rows: Rows::new(self.lang), reviews: BTreeSet::new() };
        let mut at = 0;
        for key in self.keys {
            (self.go_on)()?;
            let mut sources: Vec<Source> = Vec::new();
            for record in self.parts.records(key)? {
                let Record { mut source, review, .. } = record?;
                versions.note(&mut source);
                source.is_counted = sums.is_counted(at, &source);
                at += 1;
                came.tally += &source;
                came.rows.add(&source, review.as_deref());
                came.reviews.extend(review);
                sources.push(source);
            }
            let batch = columns::sources(&sources).map_err(|e| Error::output(&path)(std::io::Error::other(e)))?;
            table.write(&batch).map_err(Error::output(&path))?;
        }
        table.finish().map_err(Error::output(&path))?;
        Ok(came)
    }

    /// Writes the tables that the parts hold as they are.
    fn tables(&self) -> Result<(), Error> {
        self.copy("forms.parquet", Kept::Forms, columns::schema(None), Sizes::WIDE)?;
        self.copy("findings.parquet", Kept::Findings, columns::findings_schema(), TEXTS)?;
        self.copy("figures.parquet", Kept::Figures, columns::figures_schema(), TEXTS)
    }

    /// Writes the pages of the sums, and gives their names and titles.
    fn pages(&self, sums: &Sums) -> Result<Vec<(&'static str, &'static str)>, Error> {
        let mut pages = Vec::new();
        if let Some(of_year) = sums.whole() {
            let page = whole::page(of_year, &sums.contradictions, self.lang);
            self.file("consolidated.html", page.as_bytes())?;
            pages.push(("consolidated.html", pick(self.lang, "汇总", "Consolidated")));
        }
        if sums.years.len() > 1 {
            self.file("years.html", years::page(&sums.years, &sums.contradictions, self.lang).as_bytes())?;
            pages.push(("years.html", pick(self.lang, "历年", "Year by year")));
        }
        Ok(pages)
    }

    /// Removes what an earlier run wrote and this one did not: its pages would say what is not so.
    fn without_others(&self, outputs: &[String], reviews: &BTreeSet<String>) -> Result<(), Error> {
        for name in ["consolidated.html", "consolidated.json", "years.html"] {
            let path = self.out.join(name);
            if !outputs.iter().any(|output| output == name) && path.is_file() {
                std::fs::remove_file(&path).map_err(Error::output(&path))?;
            }
        }
        let folder = self.out.join(REVIEWS);
        for entry in std::fs::read_dir(&folder).map_err(Error::output(&folder))? {
            let path = entry.map_err(Error::output(&folder))?.path();
            let is_ours = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| reviews.contains(name));
            if !is_ours && path.extension().is_some_and(|extension| extension == "html") {
                std::fs::remove_file(&path).map_err(Error::output(&path))?;
            }
        }
        Ok(())
    }

    /// Writes the rows of all parts as one table.
    fn copy(&self, name: &str, kept: Kept, schema: arrow_schema::Schema, sizes: Sizes) -> Result<(), Error> {
        let path = self.out.join(name);
        let mut table = Table::create(&path, schema, sizes).map_err(Error::output(&path))?;
        for key in self.keys {
            (self.go_on)()?;
            for batch in self.parts.batches(key, kept)? {
                let batch = batch.map_err(|e| Error::output(&path)(std::io::Error::other(e)))?;
                table.write(&batch).map_err(Error::output(&path))?;
            }
        }
        table.finish().map_err(Error::output(&path))
    }

    /// Writes the forms cell by cell.
    fn cells(&self) -> Result<(), Error> {
        let path = self.out.join("cells.parquet");
        let failed = |e: Box<dyn std::error::Error + Send + Sync>| Error::output(&path)(std::io::Error::other(e));
        let mut table = Table::create(&path, columns::long_schema(), Sizes::LONG).map_err(Error::output(&path))?;
        let mut first = 0_u32;
        for key in self.keys {
            (self.go_on)()?;
            for batch in self.parts.batches(key, Kept::Forms)? {
                for forms in forms(&batch)?.chunks(Sizes::LONG.batch) {
                    let batch = columns::long(first, forms).map_err(|e| failed(e.into()))?;
                    table.write(&batch).map_err(Error::output(&path))?;
                    let many = u32::try_from(forms.len()).unwrap_or(u32::MAX);
                    first = first.checked_add(many).ok_or_else(|| failed("more than 4294967295 forms".into()))?;
                }
            }
        }
        table.finish().map_err(Error::output(&path))
    }

    /// Writes a file that is there whole or not at all.
    fn file(&self, name: &str, content: &[u8]) -> Result<(), Error> {
        (self.go_on)()?;
        let path = self.out.join(name);
        let write = || {
            let mut file = Unfinished::create(&path)?;
            file.write_all(content)?;
            file.finish()
        };
        write().map_err(Error::output(&path))
    }
}
