//! Files that are made from the code are current. `UPDATE=1 cargo test` rewrites them.

use std::fmt::Write as _;

use ogi_report::{Lang, Rule};

/// Compares a checked-in file with what the code makes, or writes it if `UPDATE` is set.
fn generated(path: &str, made: &str) {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "{path} is not current, run UPDATE=1 cargo test");
}

#[test]
fn the_rule_reference_is_current() {
    let mut page = String::from(
        "# The rules\n\nEvery rule of the rule book: what must hold, where it comes from, what it means, and what a \
         finding of it says. This page is made from the rules themselves.\n\n\
         | code | severity | editions | holds if |\n|---|---|---|---|\n",
    );
    for rule in Rule::ALL {
        let editions: Vec<&str> = rule.editions().iter().map(|edition| edition.name()).collect();
        let severity = rule.severity();
        writeln!(
            page,
            "| [{rule}](#{}) | {severity} | {} | {} |",
            rule.code().to_lowercase(),
            editions.join(", "),
            rule.formula()
        )
        .unwrap();
    }
    for rule in Rule::ALL {
        write!(
            page,
            "\n## {rule}\n\n{}\n\n- Severity: {}\n- Holds if: {}\n- Source: {}\n\n> {}\n>\n> {}\n",
            rule.page(),
            rule.severity(),
            rule.formula(),
            rule.source(),
            rule.example(Lang::Zh),
            rule.example(Lang::En),
        )
        .unwrap();
    }
    generated("docs/rules.md", &page);
}
