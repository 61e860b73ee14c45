//! From a folder of reports to tables and pages: every file is read, checked and accounted for.
//!
//! [`collect`] is the whole way: it finds the files, reads them on all processors, and writes the outputs that
//! `docs/collect.md` lists. What is done is kept under `OUT/.parts` until all is done, so a run that was stopped goes on where it was.
//!
//! ```no_run
//! use std::ops::ControlFlow;
//! use std::path::{Path, PathBuf};
//!
//! let inputs = [PathBuf::from("reports")];
//! let summary = collect::collect(&inputs, Path::new("out"), &collect::Options::default(), &|progress| {
//!     println!("{} of {} bytes", progress.done, progress.total);
//!     ControlFlow::Continue(()) // `Break` stops the run
//! })?;
//! println!("{}", summary.text(ogi_report::Lang::Zh));
//! # Ok::<(), collect::Error>(())
//! ```

mod assemble;
mod error;
mod inputs;
mod lines;
mod pages;
mod part;
mod read;
mod sums;
mod versions;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use ogi_report::intake::Tally;
use ogi_report::{Body, Lang, Policy};
use rayon::iter::{ParallelBridge as _, ParallelIterator as _};
use serde::Serialize;

pub use error::Error;
use inputs::{Chunk, Inputs};
use part::{Keep, Parts};

/// What a run may be asked besides its inputs.
#[derive(Clone, Debug)]
pub struct Options {
    /// What a check asks. Which forms are counted in sums does not depend on it.
    pub policy: Policy,
    /// The language of pages and texts. The tables have both.
    pub lang: Lang,
    /// How many threads read; 0 for one on each processor.
    pub jobs: usize,
    /// The bodies whose reports are expected, or none. A run compares them if all reports are of one year.
    pub expected: Vec<Body>,
    /// Whether of several reports of a body and year with different figures the one published last is counted, and not none.
    pub prefer_later: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { policy: Policy::default(), lang: Lang::Zh, jobs: 0, expected: Vec::new(), prefer_later: false }
    }
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Bytes of the inputs that are done, those of an earlier run included.
    pub done: u64,
    /// Bytes of all inputs.
    pub total: u64,
    /// Files, and lines of files of forms, that are done.
    pub sources: u64,
    /// Those of them that gave no form.
    pub failed: u64,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// Files are read and checked.
    Reading,
    /// Tables and pages are written.
    Writing,
}

/// What a run made.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// What came, what failed and why.
    pub tally: Tally,
    /// The outputs, as they are called in the output folder, review pages left out.
    pub outputs: Vec<String>,
    /// How many review pages there are.
    pub reviews: u64,
    /// How long this run took, without runs before it that were stopped. The file `summary.json` is without it.
    #[serde(skip)]
    pub seconds: f64,
}

impl Summary {
    /// The summary in words, for a terminal.
    pub fn text(&self, lang: Lang) -> String {
        let (outputs, reviews, seconds) = (self.outputs.join(", "), self.reviews, self.seconds);
        let end = match lang {
            Lang::Zh => format!("写出：{outputs}；核对单 {reviews} 份；用时 {seconds:.1} 秒\n"),
            Lang::En => format!("written: {outputs}; review pages: {reviews}; {seconds:.1} s\n"),
        };
        self.tally.text(lang) + &end
    }
}

/// Reads all files of the inputs and writes tables and pages to the folder `out`.
///
/// An input is a file or a folder. Of a folder every file is read, those in its folders included, but not those whose name begins with a
/// dot. A file `*.ndjson` or `*.jsonl` has a form as JSON on each line. What any other file is, its content tells.
///
/// A file that gives no form never stops the others; `sources.parquet` says why. `progress` is called after every chunk of files, from the
/// thread that read it, and while outputs are written, before every part of them; if it breaks, the run stops with [`Error::Stopped`]. A run that was stopped or killed goes on where it was if it is
/// started again with the same inputs and options.
///
/// `out` must not exist, be empty, or be the output of an earlier run, whose files are replaced.
///
/// # Errors
///
/// If there is nothing to read, a folder cannot be read, an output cannot be written, or the run was stopped.
pub fn collect(
    inputs: &[PathBuf],
    out: &Path,
    options: &Options,
    progress: &(dyn Fn(&Progress) -> ControlFlow<()> + Sync),
) -> Result<Summary, Error> {
    let started = Instant::now();
    let parts = Parts::of(out)?;
    let inputs = Inputs::find(inputs, out)?;
    parts.create()?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build();
    let pool = pool.map_err(|e| Error::Threads(e.to_string()))?;
    let run = Run { parts: &parts, options, progress, is_stopped: AtomicBool::new(false), state: Mutex::default() };
    run.tell(&inputs, &Keep::default())?;
    pool.install(|| inputs.chunks().par_bridge().try_for_each(|chunk| run.read(&inputs, &chunk?)))?;
    let mut state = run.state.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    state.keys.sort_unstable();
    let keys: Vec<String> = state.keys.into_iter().map(|(_, key)| key).collect();
    let mut writing = Progress { phase: Phase::Writing, ..state.progress };
    writing.total = inputs.bytes();
    // What is kept goes only when all outputs are there, so that a run that is stopped now goes on from here.
    let go_on = || if progress(&writing).is_break() { Err(Error::Stopped) } else { Ok(()) };
    let mut summary = pool.install(|| assemble::assemble(out, &parts, &keys, options, &go_on))?;
    parts.remove()?;
    summary.seconds = started.elapsed().as_secs_f64();
    Ok(summary)
}

/// A run whose chunks are being read.
struct Run<'a> {
    parts: &'a Parts,
    options: &'a Options,
    progress: &'a (dyn Fn(&Progress) -> ControlFlow<()> + Sync),
    is_stopped: AtomicBool,
    state: Mutex<State>,
}

/// What the threads of a run share.
#[derive(Default)]
struct State {
    /// The parts by the number of their chunk.
    keys: Vec<(usize, String)>,
    progress: Progress,
}

impl Default for Progress {
    fn default() -> Self {
        Self { phase: Phase::Reading, done: 0, total: 0, sources: 0, failed: 0 }
    }
}

impl Run<'_> {
    /// Reads a chunk, unless an earlier run did.
    fn read(&self, inputs: &Inputs, chunk: &Chunk) -> Result<(), Error> {
        if self.is_stopped.load(Ordering::Relaxed) {
            return Err(Error::Stopped);
        }
        let key = chunk.key(self.options);
        let keep = match self.parts.keep(&key)? {
            Some(keep) => keep,
            None => self.parts.write(&key, &read::chunk(chunk, self.options))?,
        };
        {
            let mut state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            state.keys.push((chunk.number, key));
            state.progress.done += chunk.bytes;
        }
        self.tell(inputs, &keep)
    }

    /// Says how far the run has come, and asks whether it goes on.
    fn tell(&self, inputs: &Inputs, keep: &Keep) -> Result<(), Error> {
        let now = {
            let mut state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            state.progress.total = inputs.bytes();
            state.progress.sources += keep.sources;
            state.progress.failed += keep.failed;
            state.progress
        };
        if (self.progress)(&now).is_break() {
            self.is_stopped.store(true, Ordering::Relaxed);
            return Err(Error::Stopped);
        }
        Ok(())
    }
}
