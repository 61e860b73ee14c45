//! How fast pages are read, each beside what its reading cannot do without.
//!
//! `cargo bench --bench extract` prints the ratios and ends with exit code 1 if one is past its bound.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "../tests/it/layouts.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod layouts;
mod pair;

use std::hint::black_box;
use std::process::ExitCode;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use layouts::{Layout, Quirks, print};
use ogi_report::{Form, extract};

fn main() -> ExitCode {
    let form: Form = serde_json::from_str(include_str!("../tests/data/huaian-2024.json")).expect("a form is read");
    let page = word_page(&print(&form, Layout::Html, Quirks { word_markup: true, ..Quirks::default() }));
    println!("a page of {} bytes", page.len());

    let mut ratios = pair::Ratios::default();
    ratios.compare(
        "page of a word processor → form, beside its tokens alone",
        1.3,
        || black_box(extract::from_html(black_box(&page)).expect("a form is found")),
        || black_box(tokens(black_box(&page))),
    );
    ratios.compare(
        "page → form, beside finding the `<` of it",
        300.0,
        || black_box(extract::from_html(black_box(&page)).expect("a form is found")),
        || black_box(memchr::memchr_iter(b'<', black_box(page.as_bytes())).count()),
    );

    let rendered = include_str!("../docs/rendered/huaian-2024.html");
    ratios.compare(
        "page of this crate → form, beside its tokens alone",
        1.5,
        || black_box(extract::from_html(black_box(rendered)).expect("a form is found")),
        || black_box(tokens(black_box(rendered))),
    );

    let tabs = print(&form, Layout::Tabs, Quirks::default());
    ratios.compare(
        "a form between tabs → form, beside one pass that splits and parses",
        20.0,
        || black_box(extract::from_text(black_box(&tabs)).expect("a form is found")),
        || black_box(counts(black_box(&tabs))),
    );
    let flat = print(&form, Layout::Flat, Quirks::default());
    ratios.compare(
        "digits without boundaries → form, beside the same form between tabs",
        5.0,
        || black_box(extract::from_text(black_box(&flat)).expect("a form is found")),
        || black_box(extract::from_text(black_box(&tabs)).expect("a form is found")),
    );
    ratios.finish()
}

/// The sum of the counts between tabs: one pass that splits and parses.
fn counts(text: &str) -> u64 {
    let cells = text.lines().flat_map(|line| line.split('\t'));
    cells.filter_map(|cell| cell.trim().parse::<u32>().ok()).map(u64::from).sum()
}

/// The tokens of a page, read and dropped.
fn tokens(page: &str) -> usize {
    let mut count = 0;
    let emitter = CallbackEmitter::new(|_: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
        count += 1;
        None
    });
    let _ = Tokenizer::new_with_emitter(page, emitter).next();
    count
}

/// A page with the markup that word processors leave around every cell.
fn word_page(page: &str) -> String {
    let styled = page
        .replace("<p class=MsoNormal", "<p class=\"MsoNormal\" style=\"text-align:center;line-height:150%\"")
        .replace("<span>", "<span style=\"font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体;color:black\">")
        .replace("<td ", "<td width=\"62\" style=\"border-top:none;border-left:none;padding:0cm 5.4pt\" ");
    format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{styled}</body></html>")
}
