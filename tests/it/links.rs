//! Links between the pages of the repository lead somewhere.

use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Parser, Tag};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_made = matches!(name, "target" | "node_modules" | "venv") || name.starts_with('.');
        if path.is_dir() && !is_made {
            pages(&path, found);
        } else if path.extension().is_some_and(|end| end == "md") {
            found.push(path);
        }
    }
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut found = Vec::new();
    pages(Path::new(ROOT), &mut found);
    assert!(found.iter().any(|page| page.ends_with("README.md")));
    let mut dead = Vec::new();
    for page in found {
        let text = std::fs::read_to_string(&page).unwrap();
        for event in Parser::new(&text) {
            let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else { continue };
            let path = dest_url.split('#').next().unwrap_or_default();
            let is_outside = path.is_empty() || path.contains("://") || path.starts_with("mailto:");
            if !is_outside && !page.with_file_name(path).exists() {
                dead.push(format!("{} links to {dest_url}", page.strip_prefix(ROOT).unwrap().display()));
            }
        }
    }
    assert_eq!(dead, [] as [&str; 0]);
}
