//! Figures into the cells of the form: from the events of a page to what is placed and what is not.

use super::ExtractError;
use super::Limits;
use super::Note;
use super::blocks::Block;
use super::claim::Damage;
use super::disputes::place_disputes;
use super::order::is_by_columns;
use super::out::{Out, Placing};
use super::page::Page;
use super::readings::Steps;
use super::reports::Beginning;
use super::requests::place_requests;
use super::scan::{Event, scan};
use super::tables::{Divided, Table, divide, numbers_rows};
use crate::form::Section;

/// What the parts of the engine share.
pub(super) struct Sheet<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) steps: &'p Steps,
    /// Whether the figures of the page follow the labels of their rows only here and there.
    pub(super) by_columns: bool,
    /// Whether the page may print a number before every label.
    pub(super) numbers_rows: bool,
}

/// Reads the first report of a page into cells.
///
/// # Errors
///
/// If that report has no figures, and another has.
pub(super) fn place(page: &Page<'_>, limits: &Limits) -> Result<Placing, ExtractError> {
    let mut events = scan(page);
    let steps = Steps::new(limits.steps);
    let sheet = Sheet {
        page,
        steps: &steps,
        by_columns: is_by_columns(&events),
        numbers_rows: events.iter().any(|event| numbers_rows(event, page)),
    };
    // A page is one report, unless it turns out to be another.
    let (first, other) = read(&sheet, events)?;
    let Some(other) = other else { return Ok(first.finish()) };
    events = scan(page);
    let behind = events.split_off(other.event.min(events.len()));
    let (mut first, _) = read(&sheet, events)?;
    let (second, _) = read(&sheet, behind)?;
    if first.add(second, other.title.is_some()) {
        let end = page.rows.get(other.row).map_or(page.text.len(), |row| page.pieces[row.pieces.start].text.start);
        first.notes.push(Note::AnotherReport { title: other.title });
        first.end = Some(end);
    }
    Ok(first.finish())
}

/// Reads events, and says where the first figures of another report begin.
fn read<'p>(sheet: &Sheet<'p>, events: Vec<Event>) -> Result<(Out<'p>, Option<Beginning>), ExtractError> {
    let mut out = Out::new(sheet.page);
    let Divided { tables, other, rows, of_year } = divide(events, &mut out)?;
    out.rows = rows;
    let (mut blocks, mut requests, mut disputes): (Vec<Block>, Vec<Table>, Vec<Table>) = Default::default();
    // Nothing adds up in section 二, so only what its own rows show counts there.
    let mut damage = Damage::default();
    for table in tables {
        match table.section {
            Section::Proactive => blocks.push(Block::of(table, &mut damage, sheet)),
            Section::Requests => requests.push(table),
            Section::Disputes => disputes.push(table),
        }
    }
    for block in blocks {
        block.place(damage, of_year, sheet, &mut out);
    }
    let damage = place_requests(requests, damage, sheet, &mut out);
    for table in disputes {
        place_disputes(table, damage, sheet, &mut out);
    }
    Ok((out, other))
}
