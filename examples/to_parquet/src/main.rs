//! Writes forms as an Apache Parquet file, for DataFusion, DuckDB, Polars, Spark, pandas and others.
//!
//! ```text
//! to_parquet IN.ndjson|DIR|- OUT.parquet [--long]
//! ```
//!
//! IN has a form as JSON on each line; `-` is standard input. Of a DIR all files `*.ndjson`, and all files `*.json` as one form
//! each, are read, those in its directories included, in the order of their names. A row is a form, or with `--long` a cell of a
//! form. The forms are read as a stream, and only one batch of them, and one row group of the file, is in memory. Of a directory the
//! names of its files are in memory, too, some forty bytes each.
//!
//! What is no form is named on standard error by file, line and column, and left out. Exit code 0, 1 if something was left out, or
//! 2 if the file could not be written; then OUT is what it was before.

#![expect(clippy::print_stderr, reason = "an example prints")]

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use ogi_report::{Form, columns};
use to_parquet::{Sizes, Table};

/// Bytes of the longest form that is read; a real one has some thousands.
const LONGEST: u64 = 16 << 20;
/// How many of the forms that could not be read are named.
const NAMED: usize = 20;
/// Forms between two lines of progress.
const STEP: usize = 50_000;

const USAGE: &str = "\
usage: to_parquet IN.ndjson|DIR|- OUT.parquet [--long]

IN.ndjson  forms as JSON, one on each line; - is standard input
DIR        all files *.ndjson and *.json in it and below it
--long     a row for each cell and not for each form";

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(message) => {
            eprintln!("to_parquet: {message}");
            ExitCode::from(2)
        }
    }
}

struct Options {
    from: PathBuf,
    to: PathBuf,
    long: bool,
}

/// `None` if only the usage is asked for.
fn options() -> Result<Option<Options>, lexopt::Error> {
    use lexopt::prelude::{Long, Short, Value};
    let (mut files, mut long) = (Vec::new(), false);
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("long") => long = true,
            Long("help") | Short('h') => return Ok(None),
            Value(file) => files.push(PathBuf::from(file)),
            _ => return Err(arg.unexpected()),
        }
    }
    let [from, to] = <[PathBuf; 2]>::try_from(files).map_err(|_| "expected an input and an output")?;
    Ok(Some(Options { from, to, long }))
}

/// Writes the file and gives the number of forms that were left out.
fn run() -> Result<usize, String> {
    let Some(Options { from, to, long }) = options().map_err(|e| format!("{e}\n{USAGE}"))? else {
        return writeln!(io::stdout(), "{USAGE}").map(|()| 0).map_err(|e| e.to_string());
    };
    let mut export = Export::to(&to, long)?;
    if from.as_os_str() == "-" {
        export.read_lines("standard input", io::stdin().lock())?;
    } else if from.is_dir() {
        export.read_directory(&from)?;
        if export.files == 0 {
            return Err(format!("{}: there is no file *.ndjson or *.json in it", from.display()));
        }
    } else {
        export.read_file(&from)?;
    }
    export.finish()
}

struct Export {
    to: PathBuf,
    table: Table,
    long: bool,
    sizes: Sizes,
    batch: Vec<Form>,
    /// Files that were opened.
    files: usize,
    written: usize,
    left_out: usize,
    started: Instant,
    is_watched: bool,
}

impl Export {
    fn to(to: &Path, long: bool) -> Result<Self, String> {
        let (schema, sizes) =
            if long { (columns::long_schema(), Sizes::LONG) } else { (columns::schema(None), Sizes::WIDE) };
        let table = Table::create(to, schema, sizes).map_err(|e| format!("{}: {e}", to.display()))?;
        Ok(Self {
            to: to.to_owned(),
            table,
            long,
            batch: Vec::with_capacity(sizes.batch),
            sizes,
            files: 0,
            written: 0,
            left_out: 0,
            started: Instant::now(),
            is_watched: io::stderr().is_terminal(),
        })
    }

    fn read_directory(&mut self, directory: &Path) -> Result<(), String> {
        let failed = |e: io::Error| format!("{}: {e}", directory.display());
        let entries = std::fs::read_dir(directory).map_err(failed)?;
        let mut paths = entries.map(|entry| entry.map(|e| e.path())).collect::<Result<Vec<_>, _>>().map_err(failed)?;
        paths.sort_unstable();
        for path in paths {
            let extension = path.extension().and_then(|extension| extension.to_str());
            // A link to a directory may lead back here.
            if path.is_dir() && !path.is_symlink() {
                self.read_directory(&path)?;
            } else if matches!(extension, Some("json" | "ndjson")) {
                self.read_file(&path)?;
            }
        }
        Ok(())
    }

    fn read_file(&mut self, path: &Path) -> Result<(), String> {
        let name = path.display().to_string();
        if path.canonicalize().is_ok_and(|path| self.to.canonicalize().is_ok_and(|to| path == to)) {
            return Err(format!("{name}: this would be read and overwritten"));
        }
        self.files += 1;
        let file = File::open(path).map_err(|e| format!("{name}: {e}"))?;
        if path.extension().is_none_or(|extension| extension != "json") {
            return self.read_lines(&name, BufReader::with_capacity(1 << 16, file));
        }
        let mut json = Vec::new();
        file.take(LONGEST + 1).read_to_end(&mut json).map_err(|e| format!("{name}: {e}"))?;
        self.add(&json, &name, 1)
    }

    fn read_lines(&mut self, name: &str, mut lines: impl BufRead) -> Result<(), String> {
        let mut line = Vec::new();
        for number in 1_usize.. {
            line.clear();
            let failed = |e: io::Error| format!("{name}:{number}: {e}");
            if lines.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line).map_err(failed)? == 0 {
                return Ok(());
            }
            if line.last() != Some(&b'\n') {
                // The rest of a line that is too long, if any.
                lines.skip_until(b'\n').map_err(failed)?;
            }
            if !line.trim_ascii().is_empty() {
                self.add(line.trim_ascii_end(), name, number)?;
            }
        }
        Ok(())
    }

    /// Adds a form that begins in the given line of a file.
    fn add(&mut self, json: &[u8], file: &str, line: usize) -> Result<(), String> {
        let form = if json.len() as u64 > LONGEST {
            Err(format!("{line}: longer than {LONGEST} bytes"))
        } else {
            serde_json::from_slice(json).map_err(|e| {
                // Its place is within the form.
                let (message, place) = (e.to_string(), format!(" at line {} column {}", e.line(), e.column()));
                let message = message.strip_suffix(&place).unwrap_or(&message);
                format!("{}:{}: {message}", line + e.line().saturating_sub(1), e.column())
            })
        };
        match form {
            Ok(form) => self.batch.push(form),
            Err(message) => {
                self.left_out += 1;
                if self.left_out <= NAMED {
                    eprintln!("to_parquet: left out {file}:{message}");
                }
                if self.left_out == NAMED {
                    eprintln!("to_parquet: what else is left out is counted only");
                }
            }
        }
        if self.batch.len() == self.sizes.batch { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<(), String> {
        let batch = if self.long {
            let first = u32::try_from(self.written).map_err(|_| "more than 4294967295 forms")?;
            columns::long(first, &self.batch)
        } else {
            columns::wide(&self.batch)
        };
        let batch = batch.map_err(|e| e.to_string())?;
        self.table.write(&batch).map_err(|e| format!("{}: {e}", self.to.display()))?;
        let steps = self.written / STEP;
        self.written += self.batch.len();
        self.batch.clear();
        let rate = self.written as u128 * 1000 / self.started.elapsed().as_millis().max(1);
        if self.is_watched {
            eprint!("\r{} forms, {rate} a second ", self.written);
        } else if self.written / STEP > steps {
            eprintln!("{} forms, {rate} a second", self.written);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<usize, String> {
        self.write()?;
        let failed = |e: io::Error| format!("{}: {e}", self.to.display());
        self.table.finish().map_err(failed)?;
        let bytes = std::fs::metadata(&self.to).map_err(failed)?.len();
        let seconds = self.started.elapsed().as_secs_f64();
        if self.is_watched {
            eprint!("\r");
        }
        let (written, left_out) = (self.written, self.left_out);
        eprintln!("{written} forms in {seconds:.1} s, {bytes} bytes, {left_out} left out");
        Ok(self.left_out)
    }
}
