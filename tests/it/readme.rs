//! The README's numbers are true. Its code runs as a doctest of the crate.

use ogi_report::law::LegalOutcome;
use ogi_report::{Article20, Cell, Edition, ProactiveCell, Rule};

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

#[track_caller]
fn says(text: &str) {
    // Lines are wrapped, so white space does not count.
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain(&readme()).contains(&plain(text)), "the README should say: {text}");
}

#[test]
fn the_readme_counts_right() {
    says(&format!("{} rules, each with", Rule::ALL.len()));
    says(&format!("years 2019 and 2020, {} cells", Edition::V2019.cells().len()));
    says(&format!("years from 2021 on, {} cells", Edition::V2021.cells().len()));
    says(&format!("{} cells over both", Cell::ALL.len()));
}

#[test]
fn the_readme_counts_the_law_right() {
    says(&format!("legal nature ({} kinds)", LegalOutcome::ALL.len()));
    says(&format!("the {} items of article 20", Article20::ALL.len()));
}

#[test]
fn the_design_counts_right() {
    let shared =
        ProactiveCell::ALL.iter().copied().filter(|&cell| Edition::ALL.iter().all(|&e| cell.header(e).is_some()));
    assert_eq!(shared.count(), 3, "DESIGN.md says that section 二 shares three cells");
}

#[test]
fn the_changelog_counts_right() {
    let changelog = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/CHANGELOG.md")).unwrap();
    assert!(changelog.contains(&format!("against {} rules", Rule::ALL.len())));
}

#[test]
fn the_msrv_is_stated_once_and_the_same() {
    says(&format!("Rust {} or later", env!("CARGO_PKG_RUST_VERSION")));
}

/// What both languages of the README must share: the levels of the headings, and the code between them.
fn frame(readme: &str) -> Vec<String> {
    let mut frame = Vec::new();
    let mut is_code = false;
    for line in readme.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
            frame.push(line.to_owned());
        } else if is_code {
            frame.push(line.to_owned());
        } else if line.starts_with('#') {
            frame.push(line.chars().take_while(|&c| c == '#').collect());
        }
    }
    frame
}

#[test]
fn the_chinese_readme_has_the_same_sections_and_code() {
    let chinese = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.zh-CN.md")).unwrap();
    assert_eq!(frame(&chinese), frame(&readme()));
    let figures = [
        format!("{} 条规则", Rule::ALL.len()),
        format!("两版共 {} 个", Cell::ALL.len()),
        format!("（{} 类）", LegalOutcome::ALL.len()),
        format!("第二十条的 {} 项", Article20::ALL.len()),
    ];
    for figure in figures {
        assert!(chinese.contains(&figure), "the Chinese README should say: {figure}");
    }
}
