//! What the crate itself says of files, for the tests of the package to compare with, and the time it takes.
//!
//! ```text
//! oracle FILE...          a line of JSON for each file
//! oracle --time N FILE... the seconds that reading and checking every file N times takes
//! ```
//!
//! A file that begins with a brace is a form as JSON; any other is a published report.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use ogi_report::check::Check;
use ogi_report::narrative::Narrative;
use ogi_report::{Form, Lang, extract};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if(|argument| argument == "--time").is_some() {
        let times: u32 = arguments.next().ok_or("--time wants a number")?.parse()?;
        let files = arguments.map(std::fs::read).collect::<Result<Vec<Vec<u8>>, _>>()?;
        let start = Instant::now();
        for _ in 0..times {
            for bytes in &files {
                let extraction = extract::from_bytes(bytes)?;
                black_box(extraction.form.check().verdict());
            }
        }
        println!("{}", start.elapsed().as_secs_f64());
        return Ok(());
    }
    for file in arguments {
        println!("{}", said(&std::fs::read(file)?)?);
    }
    Ok(())
}

/// A line of JSON, written part by part so that keys keep the order of the documents.
fn said(bytes: &[u8]) -> Result<String, Box<dyn Error>> {
    if bytes.trim_ascii_start().starts_with(b"{") {
        let Ok(form) = serde_json::from_slice::<Form>(bytes) else { return Ok(r#"{"none":true}"#.to_owned()) };
        return Ok(format!(
            r#"{{"form":{},"checked":{}}}"#,
            serde_json::to_string(&form)?,
            serde_json::to_string(&form.check())?
        ));
    }
    match extract::from_bytes(bytes) {
        Ok(extraction) => {
            let narrative = Narrative::read(&extraction.sections);
            let checked = Check::new().narrative(&narrative).run(&extraction.form);
            let [extraction, checked, narrative] = [
                serde_json::to_string(&extraction)?,
                serde_json::to_string(&checked)?,
                serde_json::to_string(&narrative)?,
            ];
            Ok(format!(r#"{{"extraction":{extraction},"checked":{checked},"narrative":{narrative}}}"#))
        }
        Err(error) => {
            let words = [error.message(Lang::En), error.message(Lang::Zh)];
            Ok(format!(r#"{{"error":{}}}"#, serde_json::to_string(&words)?))
        }
    }
}
