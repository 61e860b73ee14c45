//! The public interface as a list, so that a change of it is seen in review: `UPDATE=1 cargo test --test it interface` rewrites it.
//!
//! The list is read from the sources: every item that is `pub`, of every feature, by file. Implementations of traits are not in it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The public items of a file, each in one line. An item of a type stands behind it, indented.
fn items(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut items = Vec::new();
    let mut lines = code.lines().filter(|line| !line.trim_start().starts_with("//")).peekable();
    // How deep the enum begins whose entries are listed.
    let mut of_enum: Option<usize> = None;
    let mut of_type = String::new();
    while let Some(line) = lines.next() {
        let (depth, trimmed) = (line.len() - line.trim_start().len(), line.trim_start());
        if of_enum.is_some_and(|start| depth <= start && trimmed.starts_with('}')) {
            of_enum = None;
        }
        if let Some(rest) = trimmed.strip_prefix("impl") {
            let rest = rest.trim_end_matches('{').trim();
            let name = rest.rsplit(" for ").next().unwrap_or(rest);
            name.rsplit("> ").next().unwrap_or(name).clone_into(&mut of_type);
        }
        let is_entry = of_enum.is_some_and(|start| depth == start + 4) && trimmed.starts_with(char::is_uppercase);
        if is_entry {
            let entry = trimmed.split([' ', ',', '{', '(', '=', ';']).next().unwrap_or_default();
            items.push(format!("    {entry}"));
        }
        if !trimmed.starts_with("pub ") {
            continue;
        }
        let mut item = trimmed.to_owned();
        let is_open = |item: &str| {
            let is_field = item.ends_with(',') && item.matches('(').count() == item.matches(')').count();
            !(item.contains(['{', ';']) || is_field)
        };
        while is_open(&item)
            && let Some(next) = lines.next()
        {
            item.push(' ');
            item.push_str(next.trim());
        }
        if item.starts_with("pub enum ") {
            of_enum = Some(depth);
        }
        let is_list = item.starts_with("pub use ");
        while is_list
            && !item.contains(';')
            && let Some(next) = lines.next()
        {
            item.push(' ');
            item.push_str(next.trim());
        }
        let end = if is_list { item.find(';') } else { item.find(['{', ';']) };
        let item = item[..end.unwrap_or(item.len())].trim().trim_end_matches(',').to_owned();
        let item = item.split(" = ").next().unwrap_or_default().replace("( ", "(").replace(", )", ")");
        match (depth, item.starts_with("pub fn") || item.starts_with("pub const")) {
            (1.., true) => items.push(format!("    {of_type}: {item}")),
            (0, _) => items.push(item),
            _ => items.push(format!("    {item}")),
        }
    }
    items
}

#[test]
fn the_list_of_the_public_interface_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    sources(&root.join("src"), &mut found);
    found.sort();
    let mut list = String::new();
    for path in &found {
        let items = items(&std::fs::read_to_string(path).unwrap());
        if !items.is_empty() {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            writeln!(list, "{name}").unwrap();
            for item in items {
                writeln!(list, "    {item}").unwrap();
            }
        }
    }
    let file = root.join("docs/public-api.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &list).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(list.contains("pub struct Form"));
    // Each list by its lines: a failure shows what changed and not both lists.
    let lines = |list: &str| list.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (before, now) = (lines(&written), lines(&list));
    let gone: Vec<&String> = before.difference(&now).collect();
    let new: Vec<&String> = now.difference(&before).collect();
    assert!(
        written == list,
        "the public interface changed: look at it, and run with UPDATE=1\ngone: {gone:#?}\nnew: {new:#?}"
    );
}
