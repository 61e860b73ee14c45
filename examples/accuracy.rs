//! Measures the reading of figures against what a person read: prints precision and recall.
//!
//! ```text
//! accuracy [--show] [--activities] DIR
//! ```
//!
//! DIR holds texts, `*.txt`, each with a table of the same name, `*.tsv`: a line for each number, with tabs between its
//! byte, value, unit, subjects (ids, alternatives by `/`; `none` where there is no id), measure, scope and mode. Only
//! numbers of scope `own` may be attributed; to attribute one of mode `lenient` is right, and not to is no miss.
//! `contradictions.tsv` names the contradictions that the texts hold: text, rule. `--show` prints every number that is
//! attributed wrongly or not at all, and every contradiction that is none. `--activities` counts the activities of a body,
//! which no table of a report counts, too; use it where the tables name them.

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};

use ogi_report::narrative::{Measure, Narrative};
use ogi_report::{Check, Edition, Form, Policy};

/// What a person read of a number.
struct Row {
    subjects: Vec<String>,
    measure: String,
    scope: String,
    is_lenient: bool,
}

#[derive(Default)]
struct Score {
    right: u32,
    wrong: u32,
    found: u32,
    wanted: u32,
    /// Contradictions seen that are none, and those that are.
    false_alarms: u32,
    contradictions: u32,
    /// By subject: found and wanted.
    by_subject: BTreeMap<String, (u32, u32)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mut takes = |option: &str| args.iter().position(|arg| arg == option).map(|at| args.remove(at)).is_some();
    let (shows, has_activities) = (takes("--show"), takes("--activities"));
    let [dir] = &args[..] else { return Err("usage: accuracy [--show] [--activities] DIR".into()) };
    let dir = Path::new(dir);
    let known: BTreeSet<(String, String)> = std::fs::read_to_string(dir.join("contradictions.tsv"))
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once('\t').map(|(text, rule)| (text.to_owned(), rule.to_owned())))
        .collect();
    let is_text = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "txt");
    let mut texts: Vec<PathBuf> =
        std::fs::read_dir(dir)?.filter_map(|entry| Some(entry.ok()?.path())).filter(is_text).collect();
    texts.sort();
    let mut score = Score::default();
    for path in texts {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path)?;
        let table = std::fs::read_to_string(path.with_extension("tsv"))?;
        let mut narrative = Narrative::from_text(&text);
        if has_activities {
            let activities = narrative.activities.clone();
            narrative.figures.extend(activities);
        }
        score.figures(&name, &text, &rows(&table), &narrative, shows);
        score.alarms(&name, &narrative, &known, shows);
    }
    score.print(known.len());
    Ok(())
}

fn rows(table: &str) -> BTreeMap<usize, Row> {
    let row = |line: &str| {
        let mut cells = line.split('\t');
        let byte = cells.next()?.parse().ok()?;
        let (subjects, measure, scope) = (cells.nth(2)?, cells.next()?, cells.next()?);
        let subjects = subjects.split('/').map(str::to_owned).collect();
        let is_lenient = cells.next() == Some("lenient");
        Some((byte, Row { subjects, measure: measure.to_owned(), scope: scope.to_owned(), is_lenient }))
    };
    table.lines().filter_map(row).collect()
}

impl Score {
    fn figures(&mut self, name: &str, text: &str, rows: &BTreeMap<usize, Row>, narrative: &Narrative, shows: bool) {
        let mut read: BTreeMap<usize, BTreeSet<(String, String)>> = BTreeMap::new();
        for figure in &narrative.figures {
            let said = (figure.subject.to_string(), figure.measure.to_string());
            read.entry(figure.span.start).or_default().insert(said);
        }
        // Zeros and shares that are said in words are not in the tables.
        for (&byte, said) in read.iter().filter(|(byte, _)| rows.contains_key(*byte)) {
            let row = &rows[&byte];
            for (subject, measure) in said {
                let is_same = row.subjects.contains(subject) && row.measure == *measure;
                if is_same && row.scope == "own" {
                    self.right += 1;
                } else if !(is_same && row.scope == "part_of_total" && subject == "disclosed_of_kind") {
                    self.wrong += 1;
                    if shows {
                        let Row { subjects, scope, .. } = row;
                        println!(
                            "wrong  {name} {subject} for {} ({scope}): {}",
                            subjects.join("/"),
                            around(text, byte)
                        );
                    }
                }
            }
        }
        for (&byte, row) in rows.iter().filter(|(_, row)| row.scope == "own" && !row.is_lenient) {
            if row.subjects == ["none"] {
                continue;
            }
            let is_found = read.get(&byte).is_some_and(|said| {
                said.iter().any(|(subject, measure)| row.subjects.contains(subject) && row.measure == *measure)
            });
            let mark = if row.measure == Measure::Count.to_string() { "" } else { &row.measure };
            let subject = format!("{} {mark}", row.subjects[0]);
            if shows && !is_found {
                println!("missed {name} {subject}: {}", around(text, byte));
            }
            let entry = self.by_subject.entry(subject).or_default();
            *entry = (entry.0 + u32::from(is_found), entry.1 + 1);
            self.found += u32::from(is_found);
            self.wanted += 1;
        }
    }

    fn alarms(&mut self, name: &str, narrative: &Narrative, known: &BTreeSet<(String, String)>, shows: bool) {
        let policy: Policy = "none,N1=on,N3=on".parse().expect("a policy");
        let checked = Check::new().policy(policy).narrative(narrative).run(&Form::new(Edition::V2021));
        let rules: BTreeSet<String> = checked.findings.iter().map(|finding| finding.rule.to_string()).collect();
        for rule in rules {
            if known.contains(&(name.to_owned(), rule.clone())) {
                self.contradictions += 1;
            } else {
                self.false_alarms += 1;
                if shows {
                    println!("false  {name} {rule}");
                }
            }
        }
    }

    fn print(&self, known: usize) {
        for (subject, (found, wanted)) in &self.by_subject {
            println!("{subject:36} {found}/{wanted}");
        }
        let percent = |part: u32, of: u32| f64::from(part) * 100.0 / f64::from(of.max(1));
        println!(
            "precision {}/{} = {:.1} %, recall {}/{} = {:.1} %, false contradictions {}, missed contradictions {}",
            self.right,
            self.right + self.wrong,
            percent(self.right, self.right + self.wrong),
            self.found,
            self.wanted,
            percent(self.found, self.wanted),
            self.false_alarms,
            known - self.contradictions as usize,
        );
    }
}

/// The text around a byte, which is marked.
fn around(text: &str, byte: usize) -> String {
    const MOST: usize = 24;
    let before: Vec<char> = text[..byte].chars().rev().take(MOST).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[byte..].chars().take(MOST).collect();
    format!("{before}【{after}").replace('\n', "⏎")
}
