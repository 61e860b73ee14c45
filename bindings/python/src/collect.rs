//! The job over a folder, on all processors.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use ::collect::{Options, Phase, Progress, Summary};
use ogi_report::Body;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::convert::{from_json, to_json};
use crate::errors::{in_english, lang};

/// How often Python is asked whether somebody pressed Ctrl-C, and told how far the run has come.
const TURN: Duration = Duration::from_millis(20);

/// Reads all files of the inputs and writes tables and pages. The run has threads of its own; the thread that called sees to Python only.
/// Gives the summary as JSON and in words.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the Python layer has names for them")]
pub(crate) fn collect(
    py: Python<'_>,
    inputs: Vec<PathBuf>,
    out: PathBuf,
    policy: &str,
    lang: &str,
    jobs: usize,
    expected: Vec<String>,
    prefer_later: bool,
    progress: Option<Py<PyAny>>,
) -> PyResult<(String, String)> {
    let options = Options {
        policy: policy.parse().map_err(|e: ogi_report::check::PolicyError| in_english(py, "PolicyError", &e))?,
        lang: self::lang(lang)?,
        jobs,
        expected: expected.iter().map(|json| from_json(py, json)).collect::<PyResult<Vec<Body>>>()?,
        prefer_later,
    };
    let (is_stopped, now) = (AtomicBool::new(false), Mutex::new(None));
    let report = |progress: &Progress| {
        *now.lock().unwrap_or_else(PoisonError::into_inner) = Some(*progress);
        if is_stopped.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let newest = || now.lock().unwrap_or_else(PoisonError::into_inner).take();
    std::thread::scope(|scope| {
        let run = scope.spawn(|| ::collect::collect(&inputs, &out, &options, &report));
        let mut failed = None;
        while !run.is_finished() {
            py.detach(|| std::thread::sleep(TURN));
            if failed.is_none() {
                failed = py.check_signals().and_then(|()| tell(py, progress.as_ref(), newest())).err();
                is_stopped.store(failed.is_some(), Ordering::Relaxed);
            }
        }
        let summary = run.join().map_err(|_| PyRuntimeError::new_err("the run ended with a fault of the package"))?;
        match (failed, summary) {
            (Some(error), _) => Err(error),
            (None, Ok(summary)) => {
                tell(py, progress.as_ref(), newest())?;
                said(&summary, options.lang)
            }
            (None, Err(error)) => Err(in_english(py, "CollectError", &error)),
        }
    })
}

fn said(summary: &Summary, lang: ogi_report::Lang) -> PyResult<(String, String)> {
    Ok((to_json(summary)?, summary.text(lang)))
}

/// Calls the function of the caller with the phase and what is done, if there is news.
fn tell(py: Python<'_>, function: Option<&Py<PyAny>>, news: Option<Progress>) -> PyResult<()> {
    let (Some(function), Some(news)) = (function, news) else { return Ok(()) };
    let phase = match news.phase {
        Phase::Writing => "writing",
        _ => "reading",
    };
    function.call1(py, (phase, news.done, news.total, news.sources, news.failed))?;
    Ok(())
}
