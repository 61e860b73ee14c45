//! From a folder of reports to tables and pages.
//!
//! ```text
//! collect IN... -o OUT [--expected ROSTER] [--policy POLICY] [--prefer-later] [--jobs N] [--lang zh|en]
//! ```
//!
//! IN is a file or a folder. Every file is read, in any format that the crate reads; a file `*.ndjson` has a form as JSON on each line. ROSTER
//! lists the bodies whose reports are expected: a name on each line, and behind a tab or a comma the code of its region, where it is known.
//!
//! The run can be stopped and started again; it goes on where it was. Exit code 0; 1 if something came of which no form could be made; 2 if
//! the run failed as a whole.

#![expect(clippy::print_stderr, reason = "an example prints")]

#[path = "../../lang/mod.rs"]
mod lang;

use std::io::{self, IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use collect::{Options, Phase, Progress, Summary};
use indicatif::{ProgressBar, ProgressStyle};
use ogi_report::{Body, Lang};

const USAGE: &str = "\
usage: collect IN... -o OUT [--expected ROSTER] [--policy POLICY] [--prefer-later] [--jobs N] [--lang zh|en]

IN              a file or a folder; *.ndjson has a form as JSON on each line
-o OUT          the folder of the tables and pages: a new one, or that of an earlier run
--expected      a file with the bodies expected for one year: a name on each line, behind a tab or a comma its region
--policy        what a check asks, such as strict,P3=off
--prefer-later  of corrected reports, count the one published last
--jobs          how many threads read; one on each processor without it";

fn main() -> ExitCode {
    match run() {
        Ok(Some(summary)) if summary.tally.failed() > 0 => ExitCode::from(1),
        Ok(_) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("collect: {message}");
            ExitCode::from(2)
        }
    }
}

/// `None` if only the usage is asked for.
fn run() -> Result<Option<Summary>, String> {
    let Some(Command { inputs, out, options }) = command().map_err(|e| format!("{e}\n{USAGE}"))? else {
        return writeln!(io::stdout(), "{USAGE}").map(|()| None).map_err(|e| e.to_string());
    };
    let bar = ProgressBar::no_length();
    if !io::stderr().is_terminal() {
        bar.set_draw_target(indicatif::ProgressDrawTarget::hidden());
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {bytes}/{total_bytes} {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    // The panic of a reader is said in the tables, with its file.
    std::panic::set_hook(Box::new(|_| {}));
    let summary = collect::collect(&inputs, &out, &options, &|progress| {
        show(&bar, progress, options.lang);
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    let summary = summary.map_err(|e| e.to_string())?;
    let text = summary.text(options.lang);
    io::stdout().write_all(text.as_bytes()).map_err(|e| e.to_string())?;
    Ok(Some(summary))
}

fn show(bar: &ProgressBar, progress: &Progress, lang: Lang) {
    bar.set_length(progress.total);
    bar.set_position(progress.done);
    let Progress { sources, failed, .. } = progress;
    bar.set_message(match (progress.phase, lang) {
        (Phase::Reading, Lang::Zh) => format!("读取 {sources} 份，失败 {failed} 份"),
        (Phase::Reading, Lang::En) => format!("{sources} read, {failed} failed"),
        (_, Lang::Zh) => "写出表格和网页".to_owned(),
        (_, Lang::En) => "writing tables and pages".to_owned(),
    });
}

struct Command {
    inputs: Vec<PathBuf>,
    out: PathBuf,
    options: Options,
}

/// `None` if only the usage is asked for.
fn command() -> Result<Option<Command>, lexopt::Error> {
    use lexopt::prelude::{Long, Short, Value, ValueExt as _};
    let (mut inputs, mut out, mut options) = (Vec::new(), None, Options::default());
    options.lang = lang::of_environment();
    let mut parser = lexopt::Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(None),
            Short('o') | Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Long("expected") => options.expected = roster(Path::new(&parser.value()?))?,
            Long("policy") => options.policy = parser.value()?.parse()?,
            Long("prefer-later") => options.prefer_later = true,
            Long("jobs") => options.jobs = parser.value()?.parse()?,
            Long("lang") => options.lang = parser.value()?.parse()?,
            Value(input) => inputs.push(PathBuf::from(input)),
            _ => return Err(arg.unexpected()),
        }
    }
    let out = out.ok_or("expected an output folder behind -o")?;
    if inputs.is_empty() {
        return Err("expected a file or a folder to read".into());
    }
    Ok(Some(Command { inputs, out, options }))
}

/// The bodies of a roster: a name on each line, and behind a tab or a comma the code of its region.
fn roster(path: &Path) -> Result<Vec<Body>, lexopt::Error> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|e| format!("{name}: {e}"))?;
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let body = |(number, line): (usize, &str)| {
        let (body, region) = line.split_once(['\t', ',', '，']).unwrap_or((line, ""));
        let mut body = Body::named(body.trim());
        if !region.trim().is_empty() {
            body.region = Some(region.trim().parse().map_err(|e| format!("{name}:{}: {e}", number + 1))?);
        }
        body.infer();
        Ok(body)
    };
    lines.map(body).collect::<Result<_, String>>().map_err(Into::into)
}
