//! Pages whose text has suffered, and forms with flaws in every layout: figures are missed, and none is changed.
//!
//! `OGI_LONG=1` damages ten thousand pages.

#![expect(clippy::print_stdout, reason = "the counts are worth reading")]

use ogi_report::form::Value;
use ogi_report::{Applicant, Cell, Column, Edition, Filed, Form, Lang, RequestRow, Route, Ruling, extract};
use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::TestRunner;

use crate::extraction::{disputes_hold, flawed, read, same};
use crate::layouts::{Layout, Quirks, as_printed, print, quirks};
use crate::strategies::report;

/// What happens to the text of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Accident {
    /// A figure is not there.
    Lost,
    /// The number of a page stands on a line of its own.
    PageNumber,
    /// A figure is broken.
    Split,
    /// A figure is broken wherever its row prints it.
    Narrow,
    /// Two figures touch.
    Joined,
    /// A line of text is not there.
    NoLabel,
    /// Half of a line of text is not there.
    HalfLabel,
    /// Two figures have changed places.
    Swapped,
    /// The unit behind an amount is not there.
    NoUnit,
}

impl Accident {
    const ALL: [Self; 9] = [
        Self::Lost,
        Self::PageNumber,
        Self::Split,
        Self::Narrow,
        Self::Joined,
        Self::NoLabel,
        Self::HalfLabel,
        Self::Swapped,
        Self::NoUnit,
    ];
}

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % bound
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> Option<&'t T> {
        if all.is_empty() { None } else { Some(&all[self.below(all.len())]) }
    }
}

/// The words of a line: what stands between spaces, bars and its ends.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| c.is_whitespace() || c == '|').filter(|word| !word.is_empty())
}

/// A word without the unit of an amount.
fn without_unit(word: &str) -> &str {
    word.trim_end_matches(['万', '元'])
}

/// Whether a word is a figure, with a unit or without.
fn is_figure(word: &str) -> bool {
    without_unit(word).chars().all(|c| c.is_ascii_digit() || "-.".contains(c))
}

/// Whether a line is text that holds no figure: half of `0元` is no half label but another figure.
fn is_text(line: &str) -> bool {
    let is_title = line.chars().filter(char::is_ascii_digit).count() > 1;
    let has_ideograph = line.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
    has_ideograph && !is_title && !words(line).any(is_figure)
}

/// The figures of a line: words of digits.
fn figures(line: &str) -> Vec<std::ops::Range<usize>> {
    let digits = words(line).filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    digits
        .map(|word| word.as_ptr() as usize - line.as_ptr() as usize)
        .map(|at| {
            let end = line[at..].find(|c: char| !c.is_ascii_digit()).map_or(line.len(), |length| at + length);
            at..end
        })
        .collect()
}

/// Damages a text once, and says whether there was anything to damage so.
fn damage(lines: &mut Vec<String>, accident: Accident, layout: Layout, random: &mut Random) -> bool {
    let is_cell_per_line = layout == Layout::Lines;
    let with_figures: Vec<usize> = (0..lines.len()).filter(|&at| !figures(&lines[at]).is_empty()).collect();
    let Some(&at) = random.of(&with_figures) else { return false };
    let all = figures(&lines[at]);
    let figure = all[random.below(all.len())].clone();
    let next = (at + 1..lines.len()).find(|&next| !lines[next].trim().is_empty());
    let next = next.filter(|&next| is_cell_per_line && !figures(&lines[next]).is_empty());
    match accident {
        Accident::Lost => lines[at].replace_range(figure, ""),
        Accident::PageNumber => {
            let line = random.below(lines.len());
            lines.insert(line, (1 + random.below(12)).to_string());
        }
        Accident::Split | Accident::Narrow if figure.len() < 2 => return false,
        Accident::Split => {
            let inside = figure.start + 1 + random.below(figure.len() - 1);
            lines[at].insert_str(inside, if is_cell_per_line { "\n" } else { " " });
        }
        Accident::Narrow => {
            let number = lines[at][figure].to_owned();
            let inside = 1 + random.below(number.len() - 1);
            let row = if is_cell_per_line { lines[at..].iter().take_while(|line| !is_text(line)).count() } else { 1 };
            for line in &mut lines[at..at + row] {
                let again: Vec<_> = figures(line).into_iter().filter(|figure| line[figure.clone()] == number).collect();
                for figure in again.into_iter().rev() {
                    line.insert_str(figure.start + inside, if is_cell_per_line { "\n" } else { " " });
                }
            }
        }
        Accident::Joined if is_cell_per_line => {
            let Some(next) = next else { return false };
            let behind = lines.remove(next);
            lines[at].push_str(behind.trim());
        }
        Accident::Joined => {
            let pair = all.windows(2).find(|pair| lines[at][pair[0].end..pair[1].start].trim().is_empty());
            let Some(gap) = pair.map(|pair| pair[0].end..pair[1].start) else { return false };
            lines[at].replace_range(gap, "");
        }
        Accident::NoLabel | Accident::HalfLabel => {
            let texts: Vec<usize> = (0..lines.len()).filter(|&at| is_text(&lines[at])).collect();
            let Some(&text) = random.of(&texts) else { return false };
            let half = lines[text].chars().count() / 2;
            lines[text] =
                if accident == Accident::NoLabel { String::new() } else { lines[text].chars().take(half).collect() };
        }
        Accident::Swapped => {
            let Some(next) = next else { return false };
            lines.swap(at, next);
        }
        Accident::NoUnit => {
            let is_amount = |word: &&str| is_figure(word) && without_unit(word) != *word;
            let amounts = lines.iter().enumerate().filter_map(|(at, line)| Some((at, words(line).find(is_amount)?)));
            let Some(&(line, amount)) = random.of(&amounts.collect::<Vec<_>>()) else { return false };
            lines[line] = lines[line].replacen(amount, without_unit(amount), 1);
        }
    }
    *lines = lines.join("\n").split('\n').map(str::to_owned).collect();
    true
}

/// How many figures were read, were not, and are others than the printed ones.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    exact: usize,
    missing: usize,
    wrong: usize,
}

impl Counted {
    fn count(&mut self, printed: &Form, read: &Form, cells: impl Iterator<Item = Cell>) {
        let is_number = |filed: &&Filed| matches!(filed.value(), Value::Number { .. });
        for cell in cells {
            let (of_form, of_page) = (printed.get(cell).filter(is_number), read.get(cell).filter(is_number));
            match (of_form, of_page) {
                (Some(of_form), Some(of_page)) if same(of_form, of_page) => self.exact += 1,
                (_, Some(_)) => self.wrong += 1,
                (Some(_), None) => self.missing += 1,
                (None, None) => {}
            }
        }
    }
}

/// The forms that a strategy gives, the same in every run.
fn forms<T>(strategy: &impl Strategy<Value = T>, count: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

/// What befalls labels leaves every figure as it is: half of `0元` is another figure.
#[test]
fn a_figure_is_no_label() {
    let mut random = Random(1);
    for accident in [Accident::NoLabel, Accident::HalfLabel] {
        for page in ["政府集中采购\n20\n0元", "政府集中采购 | 6 | |", "行政许可   -3", "0\n5万元"] {
            let mut lines: Vec<String> = page.split('\n').map(str::to_owned).collect();
            for _ in 0..8 {
                damage(&mut lines, accident, Layout::Lines, &mut random);
            }
            let figures =
                |page: &str| words(page).filter(|word| is_figure(word)).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(figures(&lines.join("\n")), figures(page), "{accident:?}");
        }
    }
}

/// A boundary that moves in a row of section 三 leaves as many figures as cells; the sums of the columns tell it.
#[test]
fn a_boundary_that_has_moved_is_not_read() {
    let moved = |form: &Form| {
        let page = print(form, Layout::Lines, Quirks::default());
        let label = "8.属于行政查询事项\n\n";
        let at = page.find(label)? + label.len();
        let (first, rest) = page[at..].split_once("\n\n")?;
        let (second, rest) = rest.split_once("\n\n")?;
        let is_long = second.len() > 2 && !second[1..].contains('0');
        is_long.then(|| format!("{}{first}{}\n\n{}\n\n{rest}", &page[..at], &second[..1], &second[1..]))
    };
    let mut count = 0;
    for form in forms(&report(), 200).iter().map(Form::from) {
        let Some(page) = moved(&form) else { continue };
        let read = extract::from_text(&page).unwrap().form;
        let mut counted = Counted::default();
        counted.count(&as_printed(&form), &read, Cell::ALL.iter().copied());
        assert_eq!(counted.wrong, 0, "{page}");
        count += 1;
    }
    assert!(count > 0);
}

/// Of section 二 nothing adds up: where two figures stand closer together than others, one number may be broken and two others
/// touch.
#[test]
fn figures_closer_together_than_others_are_not_read_where_nothing_adds_up() {
    let header = "第二十条第（五）项\n\n信息内容\n\n上一年项目数量\n\n本年增/减\n\n处理决定数量\n\n行政许可";
    for (figures, read) in [
        ("\n\n20\n\n329\n\n7\n\n", 3),
        ("\n\n20329\n\n\n\n1\n7\n\n", 0),
        ("   20   329   17\n", 3),
        ("   20329   1 7\n", 0),
        (" 20 329 17\n", 3),
    ] {
        let extraction = extract::from_text(&format!("{header}{figures}")).unwrap();
        assert_eq!(extraction.placed.len(), read, "{figures:?}");
    }
}

/// A slip of the pen.
#[derive(Clone, Copy, Debug)]
enum Slip {
    DigitTooMany,
    DigitTooFew,
    /// A figure where none should be.
    Extra,
    OneMore,
    OneLess,
}

/// Slips of the pen break the sums of a report and are read as they are printed, if at all. No damage of print is thought of
/// that would mend them: a wrong report must not be read as a right one. Figures that change places are outside of the model.
#[test]
fn slips_of_the_pen_are_not_mended() {
    let slips = [Slip::DigitTooMany, Slip::DigitTooFew, Slip::Extra, Slip::OneMore, Slip::OneLess];
    let is_long = std::env::var_os("OGI_LONG").is_some();
    let mut random = Random(0x5851_F42D_4C95_7F2D);
    for form in forms(&report(), if is_long { 200 } else { 8 }).iter().map(Form::from) {
        let number = |cell: Cell| form.get(cell).and_then(|filed| filed.as_printed().parse::<u64>().ok());
        let requests = RequestRow::ALL.iter().filter(|row| row.is_printed_in(Edition::V2021));
        let applicants = || Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
        let of_requests = |&row| applicants().map(|column| Cell::request(row, column)).collect();
        let rulings = || Ruling::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
        let of_disputes = |&route| rulings().map(|column| Cell::dispute(route, column)).collect();
        let rows: Vec<Vec<Cell>> = requests.map(of_requests).chain(Route::ALL.iter().map(of_disputes)).collect();
        for _ in 0..300 {
            let row = random.of(&rows).unwrap();
            let cell = *random.of(row).unwrap();
            let Some(value) = number(cell) else { continue };
            let digit = u64::try_from(random.below(10)).unwrap();
            let slip = *random.of(&slips).unwrap();
            let value = match slip {
                Slip::DigitTooMany if (1..1000).contains(&value) => value * 10 + digit,
                Slip::DigitTooFew if value >= 10 => value / 10,
                Slip::Extra if value == 0 => digit,
                Slip::OneMore => value + 1,
                Slip::OneLess if value > 0 => value - 1,
                _ => continue,
            };
            let mut slipped = form.clone();
            slipped.set(cell, value);
            // Empty cells elsewhere leave no line, so print is known to be damaged.
            for _ in 0..4 {
                let other = random.of(&rows).unwrap();
                let empty = *random.of(other).unwrap();
                if other != row && number(empty) == Some(0) {
                    slipped.set(empty, Filed::blank());
                }
            }
            // Many offices fill in nothing but totals where there is none.
            if random.below(2) == 0 {
                for &empty in rows.iter().flatten().filter(|other| !other.is_total() && **other != cell) {
                    if number(empty) == Some(0) {
                        slipped.set(empty, Filed::blank());
                    }
                }
            }
            for layout in [Layout::Lines, Layout::BarLines, Layout::Blocks, Layout::Rows, Layout::Bars] {
                let page = print(&slipped, layout, Quirks::default());
                for (cell, read) in extract::from_text(&page).unwrap().form.cells() {
                    let printed = slipped.get(cell).cloned().unwrap_or_else(Filed::blank);
                    assert!(same(&printed, read), "{slip:?} {layout:?} {cell}: {read:?}\n{page}");
                }
            }
        }
    }
}

/// Where empty cells leave no trace and one total is a slip of the pen, only readings without totals would make every sum. The total of a
/// right row is then no figure of an applicant.
#[test]
fn a_slip_in_a_total_moves_no_other_total() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for _ in 0..200 {
        let outcomes: Vec<RequestRow> = RequestRow::ALL
            .iter()
            .copied()
            .filter(|row| matches!(row, RequestRow::Outcome(_)) && row.is_printed_in(Edition::V2021))
            .collect();
        // By row, the figures of the applicants and their total. Most rows have none.
        let mut figures = vec![[0_u64; 7]; outcomes.len()];
        for _ in 0..=random.below(4) {
            let (row, column) = (random.below(outcomes.len()), random.below(6));
            figures[row][column] = u64::try_from(1 + random.below(12)).unwrap();
        }
        for row in &mut figures {
            row[6] = row[..6].iter().sum();
        }
        let sums: [u64; 7] = std::array::from_fn(|column| figures.iter().map(|row| row[column]).sum());
        let with_figures: Vec<usize> = (0..figures.len()).filter(|&row| figures[row][6] > 0).collect();
        figures[*random.of(&with_figures).unwrap()][6] -= 1;
        let first = [(RequestRow::Received, sums), (RequestRow::CarriedIn, [0; 7])];
        let last = [(RequestRow::OutcomeTotal, sums), (RequestRow::CarriedOver, [0; 7])];
        let rows: Vec<(RequestRow, [u64; 7])> =
            first.into_iter().chain(outcomes.into_iter().zip(figures)).chain(last).collect();
        let columns = || Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
        for separator in ["\t", "    ", "\n"] {
            let mut page = "某某局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n".to_owned();
            for (row, figures) in &rows {
                page += row.label(Lang::Zh);
                // The template prints its own sums, and nothing else where there is nothing.
                let printed = figures.iter().enumerate().filter(|(column, figure)| *column == 6 || **figure > 0);
                page += &printed.map(|(_, figure)| format!("{separator}{figure}")).collect::<String>();
                page.push('\n');
            }
            let Ok(extraction) = extract::from_text(&page) else { continue };
            for &(row, figures) in &rows {
                for (column, figure) in columns().zip(figures) {
                    let Some(filed) = extraction.form.get(Cell::request(row, column)) else { continue };
                    let is_blank = *filed == Filed::blank() && figure == 0;
                    assert!(
                        is_blank || filed.as_printed() == figure.to_string(),
                        "{row:?} {column:?} {filed:?}\n{page}"
                    );
                }
            }
        }
    }
}

/// One to three accidents on a page change no figure that is read. Outside of the model of print, and counted apart, are
/// figures that change places, amounts that lose their unit, on the same page as a lost figure a broken one or the number of a
/// page, and figures of section 二 where the page has two figures that touch and the number of a page.
#[test]
fn damaged_pages_say_nothing_else() {
    let is_long = std::env::var_os("OGI_LONG").is_some();
    let count = if is_long { 10_000 } else { 300 };
    let forms = forms(&report(), if is_long { 200 } else { 12 });
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let (mut in_model, mut outside) = (Counted::default(), Counted::default());
    for _ in 0..count {
        let form = Form::from(random.of(&forms).unwrap());
        let layout = *random.of(&[Layout::Lines, Layout::Rows, Layout::Bars]).unwrap();
        let page = print(&form, layout, Quirks::default());
        let mut lines: Vec<String> = page.split('\n').map(str::to_owned).collect();
        let mut accidents = Vec::new();
        for _ in 0..=random.below(3) {
            let accident = *random.of(&Accident::ALL).unwrap();
            if damage(&mut lines, accident, layout, &mut random) {
                accidents.push(accident);
            }
        }
        let page = lines.join("\n");
        let Ok(extraction) = extract::from_text(&page) else { continue };
        let has = |accident| accidents.contains(&accident);
        // Of a broken figure that is lost in part other digits are left.
        let is_lost_too = has(Accident::PageNumber) || has(Accident::Split) || has(Accident::Narrow);
        let is_outside = has(Accident::Swapped) || has(Accident::NoUnit) || (has(Accident::Lost) && is_lost_too);
        // No sum of section 二 shows that the number of a page took the place of a figure that touches another.
        let takes_place = has(Accident::PageNumber) && has(Accident::Joined);
        let is_untold = |cell: &Cell| is_outside || (takes_place && matches!(cell, Cell::Proactive(_)));
        let (others, told): (Vec<Cell>, Vec<Cell>) = Cell::ALL.iter().partition(|cell| is_untold(cell));
        in_model.count(&as_printed(&form), &extraction.form, told.into_iter());
        outside.count(&as_printed(&form), &extraction.form, others.into_iter());
        assert_eq!(in_model.wrong, 0, "{layout:?} {accidents:?}\n{page}");
    }
    println!("in the model: {in_model:?}, outside: {outside:?}");
    let of = |counted: Counted| counted.exact * 100 / (counted.exact + counted.missing).max(1);
    assert!(of(in_model) >= 85, "{in_model:?}");
    assert!(outside.wrong * 100 <= outside.exact, "{outside:?}");
}

/// Forms whose sums hold are read from every layout that keeps rows and boundaries: 98 of 100 figures and more, and none is
/// changed in any.
#[test]
fn forms_that_hold_are_read_from_every_layout() {
    let forms = forms(&(report(), quirks()), if std::env::var_os("OGI_LONG").is_some() { 200 } else { 10 });
    let (mut exact, mut missing) = (0, 0);
    for layout in Layout::ALL {
        let mut counted = Counted::default();
        for (report, quirks) in &forms {
            let form = Form::from(report);
            let read = read(&print(&form, layout, *quirks), layout).form;
            counted.count(&as_printed(&form), &read, Cell::ALL.iter().copied());
        }
        println!("{layout:?}: {counted:?}");
        assert_eq!(counted.wrong, 0, "{layout:?}");
        // Where columns stand before rows or digits have no boundary, other figures make the same sums.
        if !matches!(layout, Layout::Blocks | Layout::Flat) {
            (exact, missing) = (exact + counted.exact, missing + counted.missing);
        }
    }
    println!("in all: {exact} exact, {missing} missing");
    assert!(exact * 100 >= 98 * (exact + missing), "{exact} exact, {missing} missing");
}

/// Forms with wrong sums, empty cells and other marks are read from every layout, and none of their figures is changed.
#[test]
fn flawed_forms_are_read_from_every_layout() {
    /// By layout, how many of a hundred figures are read at least.
    fn least(layout: Layout) -> usize {
        match layout {
            Layout::Bars | Layout::Lines | Layout::BarLines | Layout::Rows => 70,
            Layout::Flat => 1,
            // Where nothing but sums tells figures apart, a wrong one leaves them open.
            Layout::Blocks => 10,
            _ => 95,
        }
    }
    let forms: Vec<(Form, Quirks)> =
        forms(&(flawed(), quirks()), if std::env::var_os("OGI_LONG").is_some() { 200 } else { 10 });
    for layout in Layout::ALL {
        let mut counted = Counted::default();
        for (form, quirks) in &forms {
            let printed = as_printed(form);
            let read = read(&print(form, layout, *quirks), layout).form;
            // Where the sums of section 四 are wrong, another reading of digits without boundaries may make them.
            let is_open = layout == Layout::Flat && !disputes_hold(&printed);
            let cells = Cell::ALL.iter().copied().filter(|cell| !(is_open && matches!(cell, Cell::Dispute(..))));
            counted.count(&printed, &read, cells);
        }
        println!("{layout:?}: {counted:?}");
        assert_eq!(counted.wrong, 0, "{layout:?}");
        assert!(counted.exact * 100 >= least(layout) * (counted.exact + counted.missing), "{layout:?}: {counted:?}");
    }
}
