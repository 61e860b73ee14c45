//! Times two jobs in turns and compares them round by round.

use std::process::ExitCode;
use std::time::{Duration, Instant};

const ROUNDS: usize = 41;
const ROUND: Duration = Duration::from_millis(4);

/// The ratios measured so far.
#[derive(Default)]
pub(crate) struct Ratios {
    past_bound: usize,
}

impl Ratios {
    /// Measures `job` beside `limit` and prints the median of the rounds' ratios beside its bound.
    pub(crate) fn compare<A, B>(
        &mut self,
        name: &str,
        bound: f64,
        mut job: impl FnMut() -> A,
        mut limit: impl FnMut() -> B,
    ) {
        let (job_runs, limit_runs) = (runs_a_round(&mut job), runs_a_round(&mut limit));
        let mut times: Vec<(f64, f64)> =
            (0..ROUNDS).map(|_| (time(&mut job, job_runs), time(&mut limit, limit_runs))).collect();
        times.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
        let (job, limit) = times[ROUNDS / 2];
        let verdict = if job / limit <= bound { "within" } else { "PAST" };
        println!(
            "{name}: {:.2} × ({:.2} µs beside {:.2} µs), {verdict} the bound of {bound}",
            job / limit,
            job * 1e6,
            limit * 1e6
        );
        self.past_bound += usize::from(job / limit > bound);
    }

    /// Failure if a ratio was past its bound.
    pub(crate) fn finish(self) -> ExitCode {
        if self.past_bound == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Seconds a run.
fn time<T>(job: &mut impl FnMut() -> T, runs: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..runs {
        job();
    }
    start.elapsed().as_secs_f64() / f64::from(runs)
}

fn runs_a_round<T>(job: &mut impl FnMut() -> T) -> u32 {
    let mut runs = 1;
    while time(job, runs) * f64::from(runs) < ROUND.as_secs_f64() {
        runs *= 2;
    }
    runs
}
