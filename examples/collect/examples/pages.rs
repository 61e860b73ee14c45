//! Writes reports that do not exist as the files in which bodies publish them, to try a run with.
//!
//! ```text
//! pages FORMS.ndjson FOLDER SPOILT
//! ```
//!
//! Each line of FORMS.ndjson becomes a file in one of six formats, in turn, and SPOILT files of which no form can be made stand among them.

#![expect(clippy::print_stderr, reason = "an example prints")]

#[path = "../tests/pages/mod.rs"]
mod pages;

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;

use ogi_report::Form;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [forms, folder, spoilt] =
        <[String; 3]>::try_from(arguments).map_err(|_| "usage: pages FORMS.ndjson FOLDER SPOILT")?;
    let (folder, spoilt) = (PathBuf::from(folder), spoilt.parse::<usize>()?);
    std::fs::create_dir_all(&folder)?;
    let mut written = 0;
    for line in BufReader::new(std::fs::File::open(forms)?).lines() {
        let form: Form = serde_json::from_str(&line?)?;
        if written < spoilt {
            let (name, content) = pages::spoilt(written, &form);
            std::fs::write(folder.join(format!("spoilt-{name}")), content)?;
        }
        let (format, content) = pages::page(&form, written);
        // A folder for each hundred, as nobody keeps thousands of files in one.
        let place = folder.join(format!("{:03}", written / 100));
        std::fs::create_dir_all(&place)?;
        std::fs::write(place.join(format!("{written:05}.{format}")), content)?;
        written += 1;
    }
    eprintln!("{written} pages, {} spoilt", spoilt.min(written));
    Ok(())
}
