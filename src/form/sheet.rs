//! Where the tables of a form stand on a sheet of a workbook: the one description that writing and reading share.

use crate::form::layout::{Content, Layout};
use crate::form::{Cell, Form, Section};
use crate::value::Lang;

/// The name of the sheet.
pub(crate) const NAME: &str = "年报";
/// The sheet of checks.
pub(crate) const CHECKS: &str = "核对";
/// The hidden sheet of the cells as numbers.
pub(crate) const READINGS: &str = "读数";
/// The sheet of findings.
pub(crate) const PROBLEMS: &str = "问题";
/// The sheet of instructions.
pub(crate) const GUIDE: &str = "填报说明";
/// The columns of the sheet, all of one width, so that the borders of all three tables fall on borders of columns:
/// section 四 has fifteen columns, and what sections 二 and 三 have are multiples of a fifteenth.
pub(crate) const COLUMNS: u16 = 15;
/// The row of the title.
pub(crate) const TITLE: u32 = 1;

/// The tables of a form on a sheet.
pub(crate) struct Sheet {
    /// The rows that print the heading of a section, and those that say that the source has no such table.
    pub(crate) lines: Vec<Line>,
    /// The boxes of the tables, from top to bottom.
    pub(crate) boxes: Vec<Placed>,
    /// How many rows the sheet has.
    pub(crate) rows: u32,
    /// By slot, the box of the cell.
    places: Vec<Option<usize>>,
}

/// A row of text over all columns.
pub(crate) struct Line {
    pub(crate) row: u32,
    pub(crate) section: Section,
    /// Whether it is the heading; else it says that there is no table.
    pub(crate) is_heading: bool,
}

/// A box on the sheet. Rows and columns count from 0.
#[derive(Clone)]
pub(crate) struct Placed {
    pub(crate) content: Content,
    pub(crate) row: u32,
    pub(crate) column: u16,
    pub(crate) last_row: u32,
    pub(crate) last_column: u16,
}

impl Placed {
    /// The text that the box prints, unless it holds a cell.
    pub(crate) fn label(&self) -> Option<&str> {
        match &self.content {
            Content::Header(label, _) | Content::Note(label) => Some(&label[Lang::Zh as usize]),
            Content::Value(_) => None,
        }
    }
}

impl Sheet {
    /// The sheet of a form: every cell that the form has stands on it, and each table is complete.
    pub(crate) fn of(form: &Form) -> Self {
        let mut sheet =
            Self { lines: Vec::new(), boxes: Vec::new(), rows: TITLE + 2, places: vec![None; Cell::ALL.len()] };
        for &section in Section::ALL {
            sheet.lines.push(Line { row: sheet.rows, section, is_heading: true });
            sheet.rows += 1;
            if let Some(layout) = Layout::of(form, section) {
                sheet.push(&layout, section);
            } else {
                sheet.lines.push(Line { row: sheet.rows, section, is_heading: false });
                sheet.rows += 1;
            }
            sheet.rows += 1;
        }
        sheet
    }

    fn push(&mut self, layout: &Layout, section: Section) {
        let edges = edges(section, layout.columns);
        let row = |row: usize| self.rows + u32::try_from(row).unwrap_or(u32::MAX);
        let edge = |column: usize| edges.get(column).copied().unwrap_or(COLUMNS);
        for slot in &layout.slots {
            if let Content::Value(cell) = slot.content {
                self.places[cell.slot()] = Some(self.boxes.len());
            }
            self.boxes.push(Placed {
                content: slot.content.clone(),
                row: row(slot.row),
                column: edge(slot.column),
                last_row: row(slot.row + slot.rows) - 1,
                last_column: edge(slot.column + slot.columns) - 1,
            });
        }
        self.rows = row(layout.rows.len());
    }

    /// The box of a cell; `None` if the sheet does not have it.
    pub(crate) fn place(&self, cell: Cell) -> Option<&Placed> {
        self.places[cell.slot()].map(|place| &self.boxes[place])
    }

    /// The cells on the sheet with their boxes, in printed order of each table.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (Cell, &Placed)> {
        self.boxes.iter().filter_map(|placed| match placed.content {
            Content::Value(cell) => Some((cell, placed)),
            Content::Header(..) | Content::Note(_) => None,
        })
    }
}

/// Where the columns of a table begin.
fn edges(section: Section, columns: usize) -> &'static [u16] {
    match (section, columns) {
        (Section::Proactive, 4) => &[0, 3, 7, 11],
        (Section::Proactive, _) => &[0, 3, 7, 9, 11],
        (Section::Requests, _) => &[0, 1, 3, 8, 9, 10, 11, 12, 13, 14],
        (Section::Disputes, _) => &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    }
}

/// The title of a report, as far as body and year are known.
pub(crate) fn title(form: &Form) -> String {
    let body = form.body.as_ref().map_or("", |body| body.name.as_str());
    let year = form.year.map(|year| format!("{year}年")).unwrap_or_default();
    format!("{body}{year}政府信息公开工作年度报告")
}

#[cfg(test)]
mod tests {
    use super::{Sheet, title};
    use crate::form::{Applicant, Cell, Column, Edition, Form, ProactiveCell, RequestRow, Route};
    use crate::report::Report;
    use crate::value::{Body, Year};

    #[test]
    fn boxes_and_lines_stand_where_the_template_has_them() {
        let report = Report::new(Body::named("某某局"), Year::new(2024).unwrap());
        let sheet = Sheet::of(&Form::from(&report));
        let lines: Vec<(u32, bool)> = sheet.lines.iter().map(|line| (line.row, line.is_heading)).collect();
        let place = |cell: Cell| {
            let placed = sheet.place(cell).unwrap();
            (placed.row, placed.column, placed.last_row, placed.last_column)
        };
        assert_eq!((lines, sheet.rows), (vec![(3, true), (19, true), (49, true)], 55));
        for (cell, expected) in [
            (Cell::Proactive(ProactiveCell::RulesIssued), (6, 3, 6, 6)),
            (Cell::Proactive(ProactiveCell::FeesAmount), (17, 3, 17, 14)),
            (Cell::request(RequestRow::Received, Applicant::NaturalPerson), (23, 8, 23, 8)),
            (Cell::request(RequestRow::CarriedOver, Column::Total), (47, 14, 47, 14)),
            (Cell::dispute(Route::ALL[0], Column::Total), (53, 4, 53, 4)),
        ] {
            assert_eq!(place(cell), expected, "{cell}");
        }
    }

    #[test]
    fn a_section_that_is_not_there_takes_a_line() {
        let mut form = Form::new(Edition::V2021);
        form.set(Cell::request(RequestRow::Received, Applicant::NaturalPerson), 3);
        let sheet = Sheet::of(&form);
        let lines: Vec<(u32, bool)> = sheet.lines.iter().map(|line| (line.row, line.is_heading)).collect();
        let rows = 30;
        assert_eq!(lines, [(3, true), (4, false), (6, true), (6 + rows, true), (7 + rows, false)]);
        assert_eq!(sheet.rows, 9 + rows);
    }

    #[test]
    fn the_title_has_body_and_year_as_far_as_they_are_known() {
        let mut form = Form::new(Edition::V2021);
        assert_eq!(title(&form), "政府信息公开工作年度报告");
        form.body = Some(Body::named("某某局"));
        assert_eq!(title(&form), "某某局政府信息公开工作年度报告");
        form.year = Year::new(2024).ok();
        assert_eq!(title(&form), "某某局2024年政府信息公开工作年度报告");
    }
}
