//! The house: no file imports from a floor above its own, and no files import each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The floors, from the ground: what stands on one may use what stands on it or below.
const FLOORS: &[&[&str]] = &[
    &["value", "json"],
    &["form", "law"],
    &["narrative"],
    &["narrative/words"],
    &["narrative/passages"],
    &["narrative/figures"],
    &["narrative/read.rs"],
    &["check"],
    &["report.rs"],
    &["sum"],
    &["render"],
    // The rooms of the extraction: what a source is, what print is, its readers, its tables, its figures.
    &[
        "extract/broken.rs",
        "extract/error.rs",
        "extract/extraction.rs",
        "extract/format.rs",
        "extract/limits.rs",
        "extract/location.rs",
        "extract/model.rs",
        "extract/note.rs",
        "extract/returned.rs",
    ],
    &["extract/words", "extract/page", "extract/out.rs"],
    &["extract/text", "extract/web", "extract/office", "extract/pdf", "extract/ruling"],
    &["extract/tables"],
    &["extract/place"],
    &["extract", "intake", "columns", "workbook", "schema"],
    &["lib.rs"],
];

/// The files of the crate by their modules: `form::cell` is `form/cell.rs`.
struct House {
    files: BTreeMap<String, String>,
    /// By module, what it takes from another module under a name of its own: the re-exports of a `mod.rs`.
    exports: BTreeMap<String, BTreeMap<String, String>>,
    /// By module, the paths that it imports, from the root of the crate.
    imports: BTreeMap<String, BTreeSet<String>>,
}

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

/// The code of a file: without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The paths of a list such as `a::{b, c::{d, e}}`.
fn paths(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, inside)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or_default().trim().to_owned()];
    };
    let inside = inside.rsplit_once('}').map_or(inside, |(inside, _)| inside);
    let (mut all, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in inside.char_indices().chain([(inside.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                all.extend(paths(&inside[start..at]).into_iter().filter(|path| !path.is_empty()));
                start = at + 1;
            }
            _ => {}
        }
    }
    all.into_iter()
        .map(|path| if path == "self" { before.trim_end_matches(':').to_owned() } else { format!("{before}{path}") })
        .collect()
}

/// A path from the root of the crate, as the module writes it; `None` if it is of another crate.
fn absolute(module: &str, path: &str) -> Option<String> {
    let mut segments: Vec<&str> = path.split("::").collect();
    let mut from: Vec<&str> = module.split("::").filter(|segment| !segment.is_empty()).collect();
    match *segments.first()? {
        "crate" => from.clear(),
        "self" => {}
        "super" => {
            while segments.first() == Some(&"super") {
                segments.remove(0);
                from.pop();
            }
            from.extend(segments);
            return Some(from.join("::"));
        }
        _ => return None,
    }
    segments.remove(0);
    from.extend(segments);
    Some(from.join("::"))
}

impl House {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut found = Vec::new();
        sources(&root, &mut found);
        let mut house = Self { files: BTreeMap::new(), exports: BTreeMap::new(), imports: BTreeMap::new() };
        for path in &found {
            let file = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            let module = file.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::");
            let module = if module == "lib" { String::new() } else { module };
            house.files.insert(module, file);
        }
        for path in &found {
            let file = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
            let module = house.files.iter().find(|(_, own)| **own == file).unwrap().0.clone();
            house.read_uses(&module, &code(&std::fs::read_to_string(path).unwrap()));
        }
        house
    }

    /// Notes what the `use` lines and the paths from `crate::` and `super::` say.
    fn read_uses(&mut self, module: &str, code: &str) {
        let is_facade = self.files[module].ends_with("mod.rs") || module.is_empty();
        let mut rest = code;
        while let Some(at) = rest.find("use ") {
            let line = &rest[rest[..at].rfind('\n').map_or(0, |start| start + 1)..at];
            let Some(length) = rest[at..].find(';') else { break };
            let tree = rest[at + 4..at + length].replace('\n', " ");
            let is_export = line.trim_start().starts_with("pub");
            if line.trim().is_empty() || is_export {
                let is_inner = line.starts_with(' ');
                for path in paths(&tree) {
                    let is_local = is_export && !path.starts_with("crate") && !path.starts_with("super");
                    let path = if is_local && !path.starts_with("self") { format!("self::{path}") } else { path };
                    // `super` inside of a module of the file is the file itself.
                    let Some(full) = absolute(module, &path).filter(|_| !(is_inner && path.starts_with("super")))
                    else {
                        continue;
                    };
                    if is_export {
                        let name = full.rsplit("::").next().unwrap_or_default().to_owned();
                        self.exports.entry(module.to_owned()).or_default().insert(name, full.clone());
                    }
                    if !(is_export && is_facade) {
                        self.imports.entry(module.to_owned()).or_default().insert(full);
                    }
                }
            }
            rest = &rest[at + length..];
        }
        let starts = code.match_indices("crate::").chain(code.match_indices("super::"));
        for (at, _) in starts.filter(|&(at, _)| !code[..at].ends_with(':')) {
            let path: String =
                code[at..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect();
            if !code[..at].ends_with("use ")
                && let Some(full) = absolute(module, path.trim_end_matches(':'))
            {
                self.imports.entry(module.to_owned()).or_default().insert(full);
            }
        }
    }

    /// The module that defines what a path names: re-exports are followed.
    fn definer(&self, path: &str, depth: u8) -> Option<&str> {
        let segments: Vec<&str> = path.split("::").collect();
        for length in (0..=segments.len()).rev() {
            let module = segments[..length].join("::");
            let Some((module, _)) = self.files.get_key_value(&module) else { continue };
            let export = segments.get(length).and_then(|name| self.exports.get(module)?.get(*name));
            return match export {
                Some(export) if depth > 0 && export != path => {
                    let behind = segments[length + 1..].iter().map(|segment| format!("::{segment}"));
                    self.definer(&(export.clone() + &behind.collect::<String>()), depth - 1)
                }
                _ => Some(module),
            };
        }
        None
    }

    /// From which files each file imports.
    fn arrows(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, paths) in &self.imports {
            let from = self.files[module].as_str();
            let to = paths.iter().filter_map(|path| self.definer(path, 8)).map(|module| self.files[module].as_str());
            arrows.entry(from).or_default().extend(to.filter(|to| *to != from && *to != "lib.rs"));
        }
        arrows
    }
}

fn floor(file: &str) -> usize {
    let stands = |room: &&str| file == *room || file.strip_prefix(*room).is_some_and(|rest| rest.starts_with('/'));
    // `extract/words` and `extract` may stand on different floors: the longest name that fits counts.
    let rooms =
        FLOORS.iter().enumerate().flat_map(|(floor, rooms)| rooms.iter().map(move |room| (room.len(), floor, room)));
    let (_, floor, _) =
        rooms.filter(|(_, _, room)| stands(room)).max().unwrap_or_else(|| panic!("{file} has no floor"));
    floor
}

#[test]
fn no_arrow_runs_up() {
    let house = House::read();
    let arrows = house.arrows();
    assert!(arrows.len() > 50, "the imports are not read");
    let up = arrows.iter().flat_map(|(from, to)| to.iter().map(move |to| (*from, *to)));
    let up: Vec<String> =
        up.filter(|(from, to)| floor(to) > floor(from)).map(|(from, to)| format!("{from} -> {to}")).collect();
    assert!(up.is_empty(), "imports from a floor above:\n{}", up.join("\n"));
}

#[test]
fn no_files_stand_in_a_circle() {
    let house = House::read();
    let mut arrows = house.arrows();
    // What imports nothing that is left, or what nothing that is left imports, stands in no circle.
    loop {
        let left: BTreeSet<&str> = arrows.keys().copied().collect();
        let before = arrows.len();
        let wanted: BTreeSet<&str> = arrows.values().flatten().copied().collect();
        arrows.retain(|from, to| wanted.contains(from) && to.iter().any(|to| left.contains(to)));
        if arrows.len() == before {
            break;
        }
    }
    let circles: Vec<String> = arrows.iter().map(|(from, to)| format!("{from} -> {to:?}")).collect();
    assert!(
        circles.is_empty(),
        "files that import each other in a circle, and those between circles:\n{}",
        circles.join("\n")
    );
}

#[test]
fn lists_of_imports_are_read() {
    assert_eq!(paths("crate::a::{B, c::{self, D as E}}"), ["crate::a::B", "crate::a::c", "crate::a::c::D"]);
    assert_eq!(absolute("check::run", "super::Rule").unwrap(), "check::Rule");
    assert_eq!(absolute("check::run", "crate::form::Cell").unwrap(), "form::Cell");
    assert_eq!(absolute("check::run", "std::fmt"), None);
}
