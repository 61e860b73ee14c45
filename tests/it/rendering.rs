//! Forms as pages, Markdown and text: the official grid, what can be read back, and that nothing gets out of a cell.

use std::collections::{BTreeMap, BTreeSet};

use ogi_report::form::{Detection, Value};
use ogi_report::{
    Applicant, Axis, Body, Cell, Column, Edition, Filed, Form, Lang, Outcome, RequestRow, Section, render,
};
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use sha2::Digest as _;

use crate::page::{self, Element};
use crate::reports::{read, real};
use crate::strategies::{filed, report};

/// Texts that a page, a table or a terminal could stumble over.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        select(HOSTILE.as_slice()).prop_map(str::to_owned),
        "\\PC{0,12}",
        "[<>&\"'|\\\\\u{0}-\u{20}a-c0-9]{0,12}",
    ]
}

const HOSTILE: [&str; 20] = [
    "<script>alert(1)</script>",
    "</td></tr></table><h1>x</h1>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<!-- -->",
    "]]>",
    "&lt;b&gt; &amp; &#60;",
    "\u{202e}12\u{200f}",
    "\0",
    "a\0b",
    "1\r\n2\n3\r4\t5",
    "\u{1b}[31m",
    "|",
    "a | b \\| c \\",
    "**b** _i_ `c` ~~d~~ [l](https://x.cn) ![i](x) https://x.cn www.x.cn a@x.cn",
    "# h",
    "⌀",
    " 12 ",
    "{cell}",
    "\u{feff}\u{ffff}\u{85}",
];

/// Forms as they come: of either edition, with cells missing, cells of the other edition, and anything in them.
pub(crate) fn any_form() -> impl Strategy<Value = Form> {
    let changes = proptest::collection::vec(
        (
            select(Cell::ALL),
            prop_oneof![
                3 => Just(None),
                2 => filed().prop_map(Some),
                2 => hostile().prop_map(|text| Some(Filed::printed(text))),
            ],
        ),
        0..60,
    );
    let start = prop_oneof![
        3 => report().prop_map(|report| Form::from(&report)),
        1 => select(Edition::ALL).prop_map(Form::new),
    ];
    (start, changes, proptest::option::of(hostile())).prop_map(|(mut form, changes, name)| {
        for (cell, filed) in changes {
            match filed {
                Some(filed) => form.set(cell, filed),
                None => form.remove(cell),
            };
        }
        if let Some(name) = name {
            form.body = Some(Body::named(name));
        }
        form
    })
}

fn id(cell: Cell) -> String {
    cell.to_string().replace('.', "-")
}

/// What a page can hold of a text: all of it but NUL.
fn on_a_page(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The boxes of a table at every place of its grid, as a browser lays them out. No two may be at one place, and none
/// may be missing.
#[track_caller]
fn grid(table: &Element) -> Vec<Vec<&Element>> {
    let groups = table.all().into_iter().filter(|e| ["thead", "tbody"].contains(&e.name.as_str()));
    let mut grid: Vec<Vec<&Element>> = Vec::new();
    for group in groups {
        let rows = group.all_named("tr");
        let mut places: BTreeMap<(usize, usize), &Element> = BTreeMap::new();
        for (y, row) in rows.iter().enumerate() {
            let mut x = 0;
            for slot in row.all().into_iter().filter(|e| ["th", "td"].contains(&e.name.as_str())) {
                while places.contains_key(&(y, x)) {
                    x += 1;
                }
                for (dy, dx) in
                    (0..slot.number("rowspan")).flat_map(|y| (0..slot.number("colspan")).map(move |x| (y, x)))
                {
                    assert!(places.insert((y + dy, x + dx), slot).is_none(), "two boxes at one place");
                }
                x += slot.number("colspan");
            }
        }
        let width = places.keys().map(|(_, x)| x + 1).max().unwrap();
        assert_eq!(places.len(), rows.len() * width, "a hole in the grid");
        grid.extend((0..rows.len()).map(|y| (0..width).map(|x| places[&(y, x)]).collect()));
    }
    let columns: usize = table.all_named("colgroup").iter().map(|group| group.number("span")).sum();
    assert!(grid.iter().all(|row| row.len() == columns), "rows of different widths");
    grid
}

/// The cells that a page shows, by what it shows of them; `None` for a cell that is marked as not in the source.
fn shown(page: &Element) -> BTreeMap<String, Option<String>> {
    let cells = page.all_named("td").into_iter().filter(|td| td.attribute("class") != Some("note"));
    let mut shown = BTreeMap::new();
    for td in cells {
        let is_absent = td.attribute(render::ABSENT_ATTRIBUTE).is_some();
        assert!(!is_absent || td.text().is_empty());
        let before = shown.insert(td.attribute("id").unwrap().to_owned(), (!is_absent).then(|| td.text()));
        assert_eq!(before, None);
    }
    shown
}

#[test]
fn the_grid_is_that_of_the_official_form() {
    // Columns, rows, boxes that hold a figure, and how many rows 三、本年度办理结果 takes.
    for (name, proactive, requests, outcomes) in
        [("shanghai-bgt-2019", (5, 18), (10, 26), "20"), ("huaian-2024", (4, 14), (10, 28), "22")]
    {
        let form = read(name);
        let page = page::read(&render::html(&form, Lang::Zh));
        let tables = page.all_named("table");
        let grids: Vec<_> = tables.iter().map(|table| grid(table)).collect();
        let sizes: Vec<_> = grids.iter().map(|grid| (grid[0].len(), grid.len())).collect();
        assert_eq!(sizes, [proactive, requests, (15, 4)], "{name}");
        let results = page.all_named("th").into_iter().find(|th| th.text() == "三、本年度办理结果").unwrap();
        assert_eq!(results.attribute("rowspan"), Some(outcomes));
        assert_eq!(shown(&page).len(), form.edition.cells().len());
        // Which columns stand under 法人或其他组织, and which rows beside （三）不予公开.
        let under = |grid: &[Vec<&Element>], y: usize, text: &str| {
            grid[y]
                .iter()
                .zip(&grid[y + 1])
                .filter(|(above, _)| above.text() == text)
                .map(|(_, e)| e.text())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            under(&grids[1], 1, "法人或其他组织"),
            ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
        );
        let beside: Vec<String> =
            grids[1].iter().filter(|row| row[1].text() == "（三）不予公开").map(|row| row[2].text()).collect();
        assert_eq!((beside.len(), beside[7].as_str()), (8, "8.属于行政查询事项"));
        assert_eq!(grids[1][0][0].text(), "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
        assert_eq!(grids[2][1][10].text(), "复议后起诉");
    }
}

#[test]
fn the_one_row_of_2019_is_printed_in_a_form_of_2021_as_it_was() {
    let mut form = read("huaian-2024");
    let handling: Vec<Cell> =
        form.edition.cells().iter().copied().filter(|c| c.to_string().contains("outcomes.other.")).collect();
    let rows = |form: &Form| {
        let page = page::read(&render::html(form, Lang::Zh));
        grid(page.all_named("table")[1])
            .iter()
            .filter(|row| row[1].text() == "（六）其他处理")
            .map(|row| row[2].text())
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(&form).len(), 3);
    form.set(Cell::request(Outcome::Other, Column::Total), 187);
    assert_eq!(rows(&form).len(), 4, "one row and three beside each other");
    for cell in handling {
        form.remove(cell);
    }
    assert_eq!(rows(&form), ["（六）其他处理"]);
}

#[test]
fn a_form_of_2021_on_the_sheet_of_2019_is_printed_on_that_sheet() {
    let mut form = read("xihuo-town-2021");
    form.edition = Edition::V2021;
    assert_eq!(form.detect_edition_of(Section::Proactive), Detection::Edition(Edition::V2019));
    assert!(render::html(&form, Lang::Zh).contains(">对外公开总数量</th>"));
    let mixed = read("district-education-2021");
    assert_eq!(mixed.detect_edition_of(Section::Proactive), Detection::Mixed);
    let page = render::html(&mixed, Lang::Zh);
    for label in ["本年处理决定数量", "对外公开总数量"] {
        assert!(page.contains(&format!(">{label}</th>")));
    }
}

#[test]
fn what_is_absent_blank_marked_zero_and_text_is_told_apart() {
    let mut form = read("huaian-2024");
    let column = |applicant: Applicant| Cell::request(Outcome::Granted, applicant);
    let [absent, blank, mark, zero, words, note] = Applicant::array(column);
    form.remove(absent);
    for (cell, text) in [(blank, " "), (mark, "/"), (zero, "0"), (words, "无"), (note, "22（其中修订16件）")] {
        form.set(cell, text);
    }
    let html = render::html(&form, Lang::Zh);
    let page = page::read(&html);
    let cell = |cell: Cell| page.all().into_iter().find(|e| e.attribute("id") == Some(&id(cell))).unwrap();
    let look = |c: Cell| {
        (
            cell(c).text(),
            cell(c).attribute("class").unwrap_or("").to_owned(),
            cell(c).attribute("data-absent").is_some(),
        )
    };
    let is = |text: &str, class: &str, absent: bool| (text.to_owned(), class.to_owned(), absent);
    assert_eq!(look(absent), is("", "", true));
    assert_eq!(look(blank), is("", "", false));
    assert_eq!(look(mark), is("/", "mark", false));
    assert_eq!(look(zero), is("0", "", false));
    assert_eq!(look(words), is("无", "words", false));
    assert_eq!(look(note), is("22（其中修订16件）", "noted", false));
    assert!(
        render::markdown(&form, Lang::Zh).contains("| （一）予以公开 |  | ⌀ |  | / | 0 | 无 | 22（其中修订16件） |")
    );
    let text = render::text(&form, Lang::Zh);
    let row = text.lines().find(|line| line.contains("（一）予以公开")).unwrap();
    let fields: Vec<&str> = row.split('|').map(str::trim).collect();
    assert_eq!(fields[3..8], ["⌀", "", "/", "0", "无"]);
}

/// By its headers a reader who cannot see the table hears what a reader who can sees beside and above the cell.
#[track_caller]
fn headers_name_the_cell(form: &Form, lang: Lang) {
    let page = page::read(&render::html(form, lang));
    let mut by_id = BTreeMap::new();
    for element in page.all() {
        if let Some(id) = element.attribute("id") {
            assert!(by_id.insert(id.to_owned(), element).is_none(), "{id} stands twice");
        }
    }
    for &cell in Cell::ALL {
        let Some(td) = by_id.get(&id(cell)) else { continue };
        let headers: Vec<String> = td.attribute("headers").unwrap().split(' ').map(|id| by_id[id].text()).collect();
        let rows = match cell {
            Cell::Proactive(cell) => vec![cell.row_label(lang)],
            Cell::Request(row @ RequestRow::Outcome(outcome), _) => vec![outcome.group().label(lang), row.label(lang)],
            Cell::Request(row, _) => vec![row.label(lang)],
            Cell::Dispute(route, _) => vec![route.label(lang)],
        };
        let label = cell.label(lang);
        let mut columns = vec![label.rsplit(if lang == Lang::Zh { "，" } else { ", " }).next().unwrap()];
        if let Cell::Proactive(cell) = cell {
            columns.extend(Edition::ALL.iter().copied().filter_map(|edition| cell.header(edition)));
        }
        assert!(headers.iter().any(|h| columns.contains(&h.as_str())), "{cell}: {headers:?} without {columns:?}");
        for label in rows {
            assert!(headers.iter().any(|h| h == label), "{cell}: {headers:?} without {label}");
        }
    }
}

/// The part of Base64 that a hash needs.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = |chunk: &[u8]| {
        let bits = chunk.iter().fold(0_u32, |bits, &b| bits << 8 | u32::from(b)) << (8 * (3 - chunk.len()));
        let digit = |i: usize| char::from(DIGITS[(bits >> (18 - 6 * i) & 63) as usize]);
        (0..4).map(|i| if i <= chunk.len() { digit(i) } else { '=' }).collect::<String>()
    };
    bytes.chunks(3).map(digits).collect()
}

/// What a page may do: its own style sheet, and links within itself.
#[track_caller]
pub(crate) fn keeps_to_its_policy(page: &Element) {
    let style = page.all_named("style");
    assert_eq!(style.len(), 1);
    let policy = page.all_named("meta").into_iter().find_map(|meta| {
        meta.attribute("http-equiv").filter(|&name| name == "Content-Security-Policy")?;
        meta.attribute("content")
    });
    let hash = base64(&sha2::Sha256::digest(style[0].text()));
    let expected = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
    assert_eq!(policy, Some(expected.as_str()), "STYLE_HASH in src/render/html.rs is not that of style.css");
    for element in page.all() {
        assert!(!["script", "link", "img", "iframe", "object", "form", "base"].contains(&element.name.as_str()));
        for (name, value) in &element.attributes {
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}={value}");
            assert!(name != "href" || value.starts_with('#'), "{name}={value}");
        }
    }
}

/// The tables of a Markdown text as a renderer reads them, and what else it makes of the text.
fn markdown_tables(markdown: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut field: Option<String> = None;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => tables.last_mut().unwrap().push(Vec::new()),
            Event::Start(Tag::TableCell) => field = Some(String::new()),
            Event::End(TagEnd::TableCell) => {
                tables.last_mut().unwrap().last_mut().unwrap().push(field.take().unwrap());
            }
            Event::Text(text) => {
                if let Some(field) = &mut field {
                    field.push_str(&text);
                }
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) | Event::End(_) | Event::HardBreak => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    tables
}

proptest! {
    // A form is two hundred cases in one.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_page_shows_exactly_what_the_form_holds(form in any_form(), lang in select(Lang::ALL)) {
        let page = page::read(&render::html(&form, lang));
        let shown = shown(&page);
        for &cell in Cell::ALL {
            let printed = form.get(cell).map(|filed| on_a_page(&filed.as_printed()));
            // A cell that is not in the source has no place on the page, or a place that says so.
            prop_assert_eq!(shown.get(&id(cell)).cloned().flatten(), printed);
        }
        for table in page.all_named("table") {
            grid(table);
        }
        headers_name_the_cell(&form, lang);
        keeps_to_its_policy(&page);
    }

    /// Whatever stands in the cells and in the name of the body, the page has the elements and attributes that it has
    /// for harmless words.
    #[test]
    fn nothing_gets_out_of_a_cell(form in any_form(), lang in select(Lang::ALL)) {
        let mut harmless = form.clone();
        for (cell, filed) in form.cells() {
            if matches!(filed.value(), Value::Text(_)) {
                harmless.set(cell, "words");
            }
        }
        let name = form.body.as_ref().filter(|body| !body.name.is_empty()).map(|_| Body::named("name"));
        harmless.body = name;
        let shape = |form: &Form| page::read(&render::html(form, lang)).shape();
        prop_assert_eq!(shape(&form), shape(&harmless));
        let fragment = |form: &Form| page::read(&render::html_fragment(form, lang, "x\" onclick=\"")).shape();
        prop_assert_eq!(fragment(&form), fragment(&harmless));
    }

    #[test]
    fn markdown_shows_exactly_what_the_form_holds(form in any_form()) {
        let page = page::read(&render::html(&form, Lang::Zh));
        let on_page: Vec<Option<String>> = page
            .all_named("td")
            .into_iter()
            .filter(|td| td.attribute("class") != Some("note"))
            .map(|td| td.attribute(render::ABSENT_ATTRIBUTE).is_none().then(|| td.text()))
            .collect();
        let markdown = render::markdown(&form, Lang::Zh);
        let tables = markdown_tables(&markdown);
        prop_assert_eq!(tables.len(), page.all_named("table").len());
        let mut fields = Vec::new();
        for (table, in_html) in tables.iter().zip(page.all_named("table")) {
            let html_rows = in_html.all_named("tr");
            prop_assert_eq!(table.len(), html_rows.len());
            for (row, html_row) in table.iter().zip(html_rows) {
                let values = html_row.all_named("td").into_iter().filter(|td| td.attribute("class") != Some("note")).count();
                // The values of a row stand behind its labels.
                let labels = if values == 0 { row.len() } else { match in_html.attribute("class") {
                    Some("proactive") => 1, Some("requests") => 3, _ => 0 } };
                fields.extend(row[labels..].iter().take(values).cloned());
            }
        }
        prop_assert_eq!(fields.len(), on_page.len());
        // The sign stands as it is only for what is not in the source.
        let absent = on_page.iter().filter(|text| text.is_none()).count();
        let no_table = Section::ALL.len() - tables.len();
        prop_assert_eq!(markdown.matches(render::ABSENT_SIGN).count(), absent + no_table);
        for (field, on_page) in fields.iter().zip(on_page) {
            match on_page {
                None => prop_assert_eq!(field, render::ABSENT_SIGN),
                Some(text) => prop_assert_eq!(field, &text),
            }
        }
    }

    #[test]
    fn the_lines_of_a_text_are_aligned_and_a_terminal_obeys_none(form in any_form(), lang in select(Lang::ALL)) {
        use unicode_width::UnicodeWidthChar as _;
        let text = render::text(&form, lang);
        let is_obeyed = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
        prop_assert!(!text.contains(is_obeyed));
        for table in text.split("\n\n").filter(|part| part.starts_with("+-")) {
            let widths: BTreeSet<usize> =
                table.lines().map(|line| line.chars().map(|c| c.width().unwrap_or(0)).sum()).collect();
            prop_assert_eq!(widths.len(), 1, "{}", table);
        }
    }
}

#[test]
fn real_reports_are_printed_in_every_way() {
    for form in real() {
        for &lang in Lang::ALL {
            headers_name_the_cell(&form, lang);
            keeps_to_its_policy(&page::read(&render::html(&form, lang)));
            assert!(!render::text(&form, lang).is_empty());
        }
        assert!(!markdown_tables(&render::markdown(&form, Lang::Zh)).is_empty());
    }
}
