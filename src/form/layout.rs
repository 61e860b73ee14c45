//! How the official form lays out its three tables: the one description that every rendering prints.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use crate::form::{
    Applicant, Cell, Column, Detection, Edition, Form, Outcome, ProactiveCell, RequestRow, Route, Ruling, Section,
};
use crate::law::Article20;
use crate::value::Lang;

/// A table of the form: boxes in rows, rows in groups.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// The columns of the grid.
    pub(crate) columns: usize,
    /// How many of them, from the left, hold the labels of rows.
    pub(crate) label_columns: usize,
    /// The columns in groups from left to right, each with how many it has.
    pub(crate) column_groups: &'static [usize],
    /// The rows in groups, from top to bottom.
    pub(crate) groups: Vec<Group>,
    /// For each row, the boxes that begin in it.
    pub(crate) rows: Vec<Range<usize>>,
    /// The boxes row by row, from left to right.
    pub(crate) slots: Vec<Slot>,
}

/// A group of rows.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// The rows.
    pub(crate) rows: Range<usize>,
    /// Whether its headers belong to the columns of the whole table.
    pub(crate) is_head: bool,
    /// Whether its columns differ from those of the grid. The blocks of section 二 have one, two or three columns of
    /// values, which share the width of the table.
    pub(crate) is_spread: bool,
}

/// A box of a table.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    /// Its content.
    pub(crate) content: Content,
    /// The first row.
    pub(crate) row: usize,
    /// The first column.
    pub(crate) column: usize,
    /// How many rows it takes.
    pub(crate) rows: usize,
    /// How many columns it takes.
    pub(crate) columns: usize,
    /// A name for links: ASCII letters, digits, `-` and `_`, once on a form.
    pub(crate) id: String,
    /// The boxes that head it, if it holds a value.
    pub(crate) headers: Vec<usize>,
}

/// The content of a box.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// The label of rows or columns, in every language.
    Header(Label, Scope),
    /// Words that head nothing.
    Note(Label),
    /// A cell of the form.
    Value(Cell),
}

/// The rows or columns that a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Row,
    RowGroup,
    Column,
    ColumnGroup,
}

/// A text in every language.
pub(crate) type Label = [Cow<'static, str>; Lang::ALL.len()];

impl Layout {
    /// The table of a section as the form prints it; `None` if the form has no cell of it.
    ///
    /// Section 二 is laid out in the edition that its cells speak for. If both are there, the blocks of the form's own
    /// edition are followed by what only the other one prints.
    pub(crate) fn of(form: &Form, section: Section) -> Option<Cow<'static, Self>> {
        static PROACTIVE: [LazyLock<Layout>; Edition::ALL.len()] = [
            LazyLock::new(|| Layout::proactive(Edition::V2019, |_| false)),
            LazyLock::new(|| Layout::proactive(Edition::V2021, |_| false)),
        ];
        static REQUESTS: [LazyLock<Layout>; Edition::ALL.len()] = [
            LazyLock::new(|| Layout::requests(&[Edition::V2019])),
            LazyLock::new(|| Layout::requests(&[Edition::V2021])),
        ];
        static DISPUTES: LazyLock<Layout> = LazyLock::new(Layout::disputes);

        form.cells().find(|(cell, _)| cell.section() == section)?;
        let of = |all: &'static [LazyLock<Self>; 2], edition: Edition| Cow::Borrowed(&*all[edition.index()]);
        Some(match (section, form.detect_edition_of(section)) {
            (Section::Proactive, Detection::Edition(edition)) => of(&PROACTIVE, edition),
            (Section::Proactive, Detection::Undecided) => of(&PROACTIVE, form.edition),
            (Section::Proactive, Detection::Mixed) => {
                Cow::Owned(Self::proactive(form.edition, |cell| form.get(Cell::Proactive(cell)).is_some()))
            }
            (Section::Requests, Detection::Mixed) => Cow::Owned(Self::requests(Edition::ALL)),
            (Section::Requests, _) => of(&REQUESTS, form.edition_of_other()),
            (Section::Disputes, _) => Cow::Borrowed(&DISPUTES),
        })
    }

    /// Section 二: for each item of article 20 a block with a title, the labels of its columns, and its rows. Behind
    /// them the blocks of the other edition of which the form has a cell that this edition does not print.
    fn proactive(edition: Edition, is_there: impl Fn(ProactiveCell) -> bool) -> Self {
        let own = Article20::ALL.iter().copied().map(|item| item.cells(edition).collect());
        let others = Edition::ALL.iter().copied().flat_map(|other| {
            Article20::ALL.iter().copied().flat_map(move |item| {
                let cells: Vec<ProactiveCell> =
                    item.cells(other).filter(|cell| cell.header(edition).is_none()).collect();
                let rows: Vec<&[ProactiveCell]> = rows_of(&cells).collect();
                rows.chunk_by(|a, b| columns_of(a) == columns_of(b)).map(<[_]>::concat).collect::<Vec<_>>()
            })
        });
        let blocks: Vec<Vec<ProactiveCell>> = own
            .filter(|block: &Vec<ProactiveCell>| !block.is_empty())
            .chain(others.filter(|block| block.iter().any(|&cell| is_there(cell))))
            .collect();

        let values = |block: &[ProactiveCell]| rows_of(block).map(<[ProactiveCell]>::len).max().unwrap_or(1);
        // With two columns of values beside three the grid has four, and each begins somewhere, as in real reports.
        let (width, column_groups): (usize, &[usize]) =
            if blocks.iter().any(|block| values(block) == 2) { (4, &[1, 4]) } else { (3, &[1, 3]) };
        let mut builder = Builder::new('p');
        for block in &blocks {
            let spans: &[usize] = match (width, values(block)) {
                (4, 3) => &[1, 2, 1],
                (4, 2) => &[2, 2],
                (3, 3) => &[1, 1, 1],
                (4, _) => &[4],
                _ => &[3],
            };
            builder.group(false, true);
            let Some(first) = block.first() else { continue };
            let citation = first.item().citation();
            let title = Lang::ENTRIES.map(|lang| Cow::Owned(citation.label(lang)));
            builder.row([header(title, Scope::RowGroup, 1, width + 1)]);
            let labels = rows_of(block).next().unwrap_or_default().iter().zip(spans).map(|(cell, &columns)| {
                let zh = cell.header(edition).unwrap_or(cell.column_label(Lang::Zh));
                header([zh.into(), cell.column_label(Lang::En).into()], Scope::Column, 1, columns)
            });
            let corner = header(INFORMATION.map(Cow::Borrowed), Scope::Column, 1, 1);
            builder.row([corner].into_iter().chain(labels));
            for row in rows_of(block) {
                let label = row.first().map(|cell| Lang::ENTRIES.map(|lang| cell.row_label(lang).into()));
                let label = header(label.unwrap_or_default(), Scope::Row, 1, 1);
                let values = row.iter().zip(spans);
                let values = values.map(|(&cell, &columns)| (Content::Value(Cell::Proactive(cell)), 1, columns));
                builder.row([label].into_iter().chain(values));
            }
        }
        builder.finish(width + 1, 1, column_groups)
    }

    /// Section 三, with （六）其他处理 as these editions print it.
    fn requests(editions_of_other: &[Edition]) -> Self {
        const LABELS: usize = 3;
        let mut builder = Builder::new('r');
        builder.group(true, false);
        let column = |column: Column<Applicant>| Lang::ENTRIES.map(|lang| column.label(lang, Applicant::label).into());
        let values = Applicant::ALL.len() + 1;
        let note = (Content::Note(RULE_OF_COLUMNS.map(Cow::Borrowed)), 3, LABELS);
        builder.row([note, header(APPLICANTS.map(Cow::Borrowed), Scope::ColumnGroup, 1, values)]);
        let (person, organizations) = (Applicant::ALL[0], &Applicant::ALL[1..]);
        builder.row([
            header(column(person.into()), Scope::Column, 2, 1),
            header(ORGANIZATIONS.map(Cow::Borrowed), Scope::ColumnGroup, 1, organizations.len()),
            header(column(Column::Total), Scope::Column, 2, 1),
        ]);
        builder.row(organizations.iter().map(|&applicant| header(column(applicant.into()), Scope::Column, 1, 1)));

        let label = |row: RequestRow| Lang::ENTRIES.map(|lang| row.label(lang).into());
        let cells = |row: RequestRow| {
            let columns = Applicant::ENTRIES.map(Column::Of).into_iter().chain([Column::Total]);
            columns.map(move |column| (Content::Value(Cell::request(row, column)), 1, 1))
        };
        let plain = |builder: &mut Builder, row: RequestRow, columns: usize| {
            builder.row([header(label(row), Scope::Row, 1, columns)].into_iter().chain(cells(row)));
        };
        builder.group(false, false);
        plain(&mut builder, RequestRow::Received, LABELS);
        plain(&mut builder, RequestRow::CarriedIn, LABELS);

        builder.group(false, false);
        let is_printed = |outcome: &Outcome| editions_of_other.iter().any(|&edition| outcome.is_printed_in(edition));
        let outcomes: Vec<Outcome> = Outcome::ALL.iter().copied().filter(is_printed).collect();
        let mut before = vec![header(OUTCOMES.map(Cow::Borrowed), Scope::RowGroup, outcomes.len() + 1, 1)];
        for rows in outcomes.chunk_by(|a, b| a.group() == b.group() && has_own_label(*a) && has_own_label(*b)) {
            let is_grouped = rows.iter().all(|&outcome| has_own_label(outcome));
            if let (true, Some(first)) = (is_grouped, rows.first()) {
                let group = Lang::ENTRIES.map(|lang| first.group().label(lang).into());
                before.push(header(group, Scope::Row, rows.len(), 1));
            }
            for &outcome in rows {
                let own = header(label(outcome.into()), Scope::Row, 1, if is_grouped { 1 } else { 2 });
                builder.row(before.drain(..).chain([own]).chain(cells(outcome.into())));
            }
        }
        plain(&mut builder, RequestRow::OutcomeTotal, LABELS - 1);

        builder.group(false, false);
        plain(&mut builder, RequestRow::CarriedOver, LABELS);
        builder.finish(LABELS + values, LABELS, &[LABELS, 1, 5, 1])
    }

    /// Section 四: three blocks beside each other, in one row of values.
    fn disputes() -> Self {
        let mut builder = Builder::new('d');
        builder.group(true, false);
        let columns = || Ruling::ENTRIES.map(Column::Of).into_iter().chain([Column::Total]);
        let width = Ruling::ALL.len() + 1;
        let route = |route: Route| Lang::ENTRIES.map(|lang| route.label(lang).into());
        let leaves = |rows: usize| {
            columns().map(move |column| {
                header(Lang::ENTRIES.map(|lang| column.label(lang, Ruling::label).into()), Scope::Column, rows, 1)
            })
        };
        builder.row([
            header(route(Route::Reconsideration), Scope::ColumnGroup, 1, width),
            header(LITIGATION.map(Cow::Borrowed), Scope::ColumnGroup, 1, 2 * width),
        ]);
        let litigation = [Route::DirectLitigation, Route::LitigationAfterReconsideration];
        builder.row(leaves(2).chain(litigation.map(|r| header(route(r), Scope::ColumnGroup, 1, width))));
        builder.row(leaves(1).chain(leaves(1)));
        builder.group(false, false);
        builder.row(
            Route::ALL
                .iter()
                .copied()
                .flat_map(|route| columns().map(move |column| (Content::Value(Cell::dispute(route, column)), 1, 1))),
        );
        builder.finish(3 * width, 0, &[5, 5, 5])
    }

    /// The name for links of the box that holds a cell: its path with `-` for `.`; no path contains `-`.
    pub(crate) fn id(cell: Cell) -> String {
        cell.path().replace('.', "-")
    }

    /// The box at every place of the grid, row by row.
    pub(crate) fn owners(&self) -> Vec<Vec<usize>> {
        let mut owners = vec![vec![0; self.columns]; self.rows.len()];
        for (i, slot) in self.slots.iter().enumerate() {
            for row in owners.iter_mut().skip(slot.row).take(slot.rows) {
                row.iter_mut().skip(slot.column).take(slot.columns).for_each(|owner| *owner = i);
            }
        }
        owners
    }
}

const INFORMATION: [&str; 2] = ["信息内容", "information"];
const APPLICANTS: [&str; 2] = ["申请人情况", "applicants"];
const ORGANIZATIONS: [&str; 2] = ["法人或其他组织", "legal persons or other organisations"];
const OUTCOMES: [&str; 2] = ["三、本年度办理结果", "outcome of processing in the year"];
const LITIGATION: [&str; 2] = ["行政诉讼", "administrative litigation"];
const RULE_OF_COLUMNS: [&str; 2] = [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "(in each column the first and the second item together equal the third and the fourth)",
];

/// Whether the form prints a label for the row beside the label of its group.
fn has_own_label(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::Granted | Outcome::PartiallyGranted | Outcome::Other)
}

/// The rows of a block of section 二.
fn rows_of(block: &[ProactiveCell]) -> impl Iterator<Item = &[ProactiveCell]> {
    block.chunk_by(|a, b| a.row_label(Lang::Zh) == b.row_label(Lang::Zh))
}

/// The labels of the columns of a row of section 二.
fn columns_of(row: &[ProactiveCell]) -> Vec<&'static str> {
    row.iter().map(|cell| cell.column_label(Lang::Zh)).collect()
}

/// A box before it has its place: what it prints, and how many rows and columns it takes.
type Unplaced = (Content, usize, usize);

fn header(label: Label, scope: Scope, rows: usize, columns: usize) -> Unplaced {
    (Content::Header(label, scope), rows, columns)
}

/// Gives every box its place, as a browser does: in each row from left to right, wherever no box from above reaches.
struct Builder {
    prefix: char,
    groups: Vec<Group>,
    rows: Vec<Range<usize>>,
    slots: Vec<Slot>,
}

impl Builder {
    fn new(prefix: char) -> Self {
        Self { prefix, groups: Vec::new(), rows: Vec::new(), slots: Vec::new() }
    }

    fn group(&mut self, is_head: bool, is_spread: bool) {
        let rows = self.rows.len()..self.rows.len();
        self.groups.push(Group { rows, is_head, is_spread });
    }

    fn row(&mut self, boxes: impl IntoIterator<Item = Unplaced>) {
        let (row, first) = (self.rows.len(), self.slots.len());
        let mut column = 0;
        for (content, rows, columns) in boxes {
            while let Some(above) = self.slots[..first].iter().find(|slot| slot.covers(row, column)) {
                column = above.column + above.columns;
            }
            let id = match &content {
                Content::Value(cell) => Layout::id(*cell),
                Content::Header(..) | Content::Note(_) => format!("{}{}", self.prefix, self.slots.len()),
            };
            self.slots.push(Slot { content, row, column, rows, columns, id, headers: Vec::new() });
            column += columns;
        }
        self.rows.push(first..self.slots.len());
        if let Some(group) = self.groups.last_mut() {
            group.rows.end = self.rows.len();
        }
    }

    fn finish(mut self, columns: usize, label_columns: usize, column_groups: &'static [usize]) -> Layout {
        for group in &self.groups {
            for value in group.rows.clone().flat_map(|row| self.rows[row].clone()) {
                if matches!(self.slots[value].content, Content::Value(_)) {
                    let heads = |slot: &Slot| {
                        let is_near = group.rows.contains(&slot.row);
                        let is_in_head =
                            self.groups.iter().any(|group| group.is_head && group.rows.contains(&slot.row));
                        matches!(slot.content, Content::Header(..))
                            && (is_near || is_in_head)
                            && slot.heads(&self.slots[value])
                    };
                    let headers = (0..self.slots.len()).filter(|&i| heads(&self.slots[i])).collect();
                    self.slots[value].headers = headers;
                }
            }
        }
        let Self { groups, rows, slots, .. } = self;
        Layout { columns, label_columns, column_groups, groups, rows, slots }
    }
}

impl Slot {
    fn covers(&self, row: usize, column: usize) -> bool {
        (self.row..self.row + self.rows).contains(&row) && (self.column..self.column + self.columns).contains(&column)
    }

    /// Whether it is above or to the left of a box that takes one row.
    fn heads(&self, value: &Self) -> bool {
        let is_above = self.row + self.rows <= value.row
            && self.column < value.column + value.columns
            && value.column < self.column + self.columns;
        let is_left =
            self.column + self.columns <= value.column && (self.row..self.row + self.rows).contains(&value.row);
        is_above || is_left
    }
}
