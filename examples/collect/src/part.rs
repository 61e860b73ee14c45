//! What is done: a folder for each chunk, which is there whole or not at all.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use ogi_report::columns;
use ogi_report::intake::Source;
use ogi_report::narrative::Narrative;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use serde::{Deserialize, Serialize};
use to_parquet::{Sizes, Table};

use crate::Error;
use crate::read::{Came, Read};

/// The folder of the parts, in the output folder.
const PARTS: &str = ".parts";
/// The folder of the review pages.
pub(crate) const REVIEWS: &str = "reviews";
/// What tells an output folder from any other, by the program that it names.
pub(crate) const SUMMARY: &str = "summary.json";
pub(crate) const PROGRAM: &str = "ogi-report collect";

const SOURCES: &str = "sources.ndjson";
const COUNTS: &str = "counts.json";
/// Rows of a part, which has no more than one group of them.
const SIZES: Sizes = Sizes { batch: 1024, page: 1 << 16, row_group: 1 << 20 };

/// The parts of a run.
pub(crate) struct Parts {
    root: PathBuf,
    reviews: PathBuf,
}

/// How many sources a part is of.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Keep {
    pub(crate) sources: u64,
    pub(crate) failed: u64,
}

/// A source as a part keeps it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) source: Source,
    /// The review page, in its folder.
    pub(crate) review: Option<String>,
    /// Tells forms with the same cells from others.
    pub(crate) digest: u64,
}

/// A table of a part.
#[derive(Clone, Copy)]
pub(crate) enum Kept {
    Forms,
    Findings,
    Figures,
}

impl Kept {
    fn file(self) -> &'static str {
        match self {
            Self::Forms => "forms.parquet",
            Self::Findings => "findings.parquet",
            Self::Figures => "figures.parquet",
        }
    }
}

impl Parts {
    /// Those of an output folder, which must be ours or nobody's.
    pub(crate) fn of(out: &Path) -> Result<Self, Error> {
        let parts = Self { root: out.join(PARTS), reviews: out.join(REVIEWS) };
        let is_ours = || parts.root.is_dir() || is_our_summary(&out.join(SUMMARY));
        if out.exists() && !is_ours() && out.read_dir().map_err(Error::output(out))?.next().is_some() {
            return Err(Error::NotOurs(out.to_owned()));
        }
        Ok(parts)
    }

    /// Makes the folders.
    pub(crate) fn create(&self) -> Result<(), Error> {
        for folder in [&self.root, &self.reviews] {
            std::fs::create_dir_all(folder).map_err(Error::output(folder))?;
        }
        Ok(())
    }

    /// What an earlier run kept of a chunk.
    pub(crate) fn keep(&self, key: &str) -> Result<Option<Keep>, Error> {
        let path = self.root.join(key).join(COUNTS);
        match std::fs::read(&path) {
            Ok(json) => serde_json::from_slice(&json).map(Some).map_err(|e| Error::output(&path)(e.into())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::output(&path)(error)),
        }
    }

    /// Keeps what came of a chunk.
    pub(crate) fn write(&self, key: &str, came: &[Came]) -> Result<Keep, Error> {
        let unfinished = self.root.join(format!("{key}.unfinished"));
        let written = || {
            if unfinished.exists() {
                std::fs::remove_dir_all(&unfinished)?;
            }
            std::fs::create_dir_all(&unfinished)?;
            let keep = self.write_into(&unfinished, came)?;
            std::fs::rename(&unfinished, self.root.join(key))?;
            Ok(keep)
        };
        written().map_err(Error::output(&unfinished))
    }

    fn write_into(&self, folder: &Path, came: &[Came]) -> io::Result<Keep> {
        let mut sources = io::BufWriter::new(File::create(folder.join(SOURCES))?);
        let mut keep = Keep::default();
        for Came { source, read } in came {
            let review = read.as_ref().and_then(|read| read.review.as_ref());
            let name = review.map(|_| review_name(&source.file));
            if let Some((name, page)) = name.as_ref().zip(review) {
                std::fs::write(self.reviews.join(name), page)?;
            }
            let digest = read.as_ref().map_or(0, |read| read.digest);
            serde_json::to_writer(&mut sources, &Record { source: source.clone(), review: name, digest })?;
            sources.write_all(b"\n")?;
            keep.sources += 1;
            keep.failed += u64::from(source.failure.is_some());
        }
        sources.flush()?;
        let read = || came.iter().filter_map(|came| came.read.as_ref());
        let found = read().flat_map(|read| {
            let spot = |finding: &ogi_report::Finding| match finding.at {
                ogi_report::check::Place::Cell(cell) => read.spots.iter().find(|(at, _)| *at == cell),
                _ => None,
            };
            let spot = move |finding| spot(finding).map(|(_, spot)| spot.clone());
            read.checked.findings.iter().map(move |finding| (&read.form, finding, spot(finding)))
        });
        let tables = [
            (Kept::Forms, columns::wide(read().map(|read| &read.form)), columns::schema(None)),
            (Kept::Findings, columns::findings(found), columns::findings_schema()),
            (Kept::Figures, columns::figures(read().filter_map(text)), columns::figures_schema()),
        ];
        for (kept, batch, schema) in tables {
            let mut table = Table::create(&folder.join(kept.file()), schema, SIZES)?;
            table.write(&batch.map_err(io::Error::other)?)?;
            table.finish()?;
        }
        std::fs::write(folder.join(COUNTS), serde_json::to_vec(&keep)?)?;
        Ok(keep)
    }

    /// The sources of a part, in the order in which they were read.
    pub(crate) fn records(&self, key: &str) -> Result<impl Iterator<Item = Result<Record, Error>> + use<>, Error> {
        let path = self.root.join(key).join(SOURCES);
        let file = File::open(&path).map_err(Error::output(&path))?;
        Ok(BufReader::new(file).lines().map(move |line| {
            let record = line.and_then(|line| Ok(serde_json::from_str(&line)?));
            record.map_err(Error::output(&path))
        }))
    }

    /// The batches of a table of a part.
    pub(crate) fn batches(&self, key: &str, kept: Kept) -> Result<ParquetRecordBatchReader, Error> {
        let path = self.root.join(key).join(kept.file());
        let open = || {
            let file = File::open(&path)?;
            let builder = ParquetRecordBatchReaderBuilder::try_new(file).map_err(io::Error::other)?;
            builder.with_batch_size(SIZES.batch).build().map_err(io::Error::other)
        };
        open().map_err(Error::output(&path))
    }

    /// Removes what was kept, once it is not needed any more.
    pub(crate) fn remove(&self) -> Result<(), Error> {
        std::fs::remove_dir_all(&self.root).map_err(Error::output(&self.root))
    }
}

/// Whether a run of this program wrote a summary.
fn is_our_summary(path: &Path) -> bool {
    #[derive(Deserialize)]
    struct Mark {
        program: String,
    }
    let mark = File::open(path).ok().and_then(|file| serde_json::from_reader(BufReader::new(file)).ok());
    mark.is_some_and(|mark: Mark| mark.program == PROGRAM)
}

fn text(read: &Read) -> Option<(&ogi_report::Form, &Narrative, &str)> {
    read.text.as_ref().map(|(narrative, text)| (&read.form, narrative, text.as_str()))
}

/// The name of the review page of a source: the end of its name, and what tells it from its namesakes.
fn review_name(file: &str) -> String {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    const CHARACTERS: usize = 40;
    let mut hash = DefaultHasher::new();
    file.hash(&mut hash);
    let last = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = last.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    format!("{}-{:016x}.html", plain.take(CHARACTERS).collect::<String>(), hash.finish())
}
