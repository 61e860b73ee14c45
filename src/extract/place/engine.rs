//! The way of a figure from a page to a cell of the form.
//!
//! ```text
//!  text    web page    Word, Excel, OFD, PDF    a reader of your own
//!    │         │                 │                      │
//!  text/      web/         office/, pdf/, ruling/ ── model ──┘
//!    │         │                 │
//!    └─────────┴────────┬────────┘
//!                       ▼
//!                     Page        rows of pieces: lines, and cells with columns            page/
//!                       │         scan, lines, stitch: words of the form, runs of figures  words/
//!                       ▼
//!                     Events      what the page says, from top to bottom                   tables/event
//!                       │         divide: sections, headers, where another report begins
//!                       ▼
//!                     Tables      labels, texts and runs under headers                     tables/divide
//!                       │         owner, torn: whose figures a run holds
//!                       │         columns, geometry: which cell stands under which word
//!                       ▼
//!                     Claims      some cells, a run, and every reading of it               place/claim
//!                       │         damage, readings: what print may have done to the run
//!                       ▼
//!                     Solver      the equations of the form refute readings                place/solve
//!                       │         and bear others out
//!                       ▼
//!                     Out         the one place that places figures or leaves them         out
//! ```
//!
//! A reading is *free* if it assumes no damage of print, and *bound* if it assumes damage that the table in `damage` allows. A run is
//! placed if one reading is left: either the free one, once every bound one is refuted; or a single bound one, if all readings are known
//! and each of its cells is in an equation that other rows determine and that holds.
//!
//! A bound reading is refuted if it breaks an equation that another reading makes, and mends none that the free one breaks. Sums never
//! refute the free reading: the report's own sums may be wrong, and reporting that is the task of the check. Section 二 (`blocks`) has no
//! equations, so only free readings are placed there; section 三 (`requests`) is solved as a whole, and section 四 (`disputes`) has one
//! sum for each of its three blocks.
//!
//! To add another kind of damage, add a row to the table in `damage`, a text that it allows and one that it forbids to the tests of
//! `readings`, and an accident to the tests of damaged pages.

use super::blocks::Block;
use super::damage::Damage;
use super::disputes::place_disputes;
use super::requests::place_requests;
use super::sheet::{Sheet, Steps};
use crate::extract::ExtractError;
use crate::extract::Note;
use crate::extract::out::Out;
use crate::extract::page::rows::Page;
use crate::extract::tables::divide::{Divided, Table, divide, numbers_rows};
use crate::extract::tables::event::Event;
use crate::extract::tables::order::is_by_columns;
use crate::extract::tables::reports::{Beginning, Title};
use crate::extract::tables::scan::scan;
use crate::form::Section;

/// Reads the first report of a page into cells. The titles are those before its first figures.
///
/// # Errors
///
/// If that report has no figures, and another has.
pub(crate) fn place<'p>(page: &'p Page<'p>, steps: &'p Steps) -> Result<(Out<'p>, Vec<Title>), ExtractError> {
    let mut events = scan(page);
    let sheet = Sheet {
        page,
        steps,
        by_columns: is_by_columns(&events),
        numbers_rows: events.iter().any(|event| numbers_rows(event, page)),
    };
    // A page is one report, unless it turns out to be another.
    let (first, titles, other) = read(&sheet, events)?;
    let Some(other) = other else { return Ok((first.finish(), titles)) };
    events = scan(page);
    let behind = events.split_off(other.event.min(events.len()));
    let (mut first, titles, _) = read(&sheet, events)?;
    let (second, ..) = read(&sheet, behind)?;
    if first.add(second, other.title.is_some()) {
        let end = page.rows.get(other.row).map_or(page.text.len(), |row| page.pieces[row.pieces.start].text.start);
        first.notes.push(Note::AnotherReport { title: other.title });
        first.end = Some(end);
    }
    Ok((first.finish(), titles))
}

/// Reads events, and says where the first figures of another report begin.
fn read<'p>(sheet: &Sheet<'p>, events: Vec<Event>) -> Result<(Out<'p>, Vec<Title>, Option<Beginning>), ExtractError> {
    let mut out = Out::new(sheet.page);
    let Divided { tables, other, reports } = divide(events, &mut out)?;
    let of_year = reports.edition();
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
        place_disputes(table, damage, &reports, sheet, &mut out);
    }
    Ok((out, reports.titles(), other))
}
