//! Which cell stands under which word of a header, and in which order a header names the cells.

use std::ops::Range;

use crate::extract::page::rows::{Page, Piece, overlap};
use crate::extract::tables::header::{Header, HeaderWord};
use crate::extract::tables::row::{COLUMNS, cells_of};
use crate::extract::tables::run::Run;
use crate::extract::words::vocabulary::Word;
use crate::form::{Applicant, Cell, Column, Edition, Route, Ruling};
use crate::value::Axis;

/// What stands under the words of a header.
pub(crate) enum Under {
    /// By word, its slot; the slots under words that the form does not have; and whether some of those stand under nothing, behind the
    /// last word.
    Slots { cells: Vec<usize>, others: Vec<usize>, has_beyond: bool },
    /// Not one slot under each word; and whether one stands under a column that the form does not have.
    No { has_others: bool },
    /// Print does not say where the columns are, or as many slots as words stand beside them.
    NotKnown,
}

/// The words of a header and the columns of the table that they stand over; no columns if print does not say.
pub(crate) struct Over<'h> {
    header: &'h Header,
    pub(crate) columns: Vec<Range<u32>>,
    /// The words by their columns.
    from_left: Vec<usize>,
}

impl<'h> Over<'h> {
    pub(crate) fn new(header: &'h Header, columns: Vec<Range<u32>>) -> Self {
        let mut from_left: Vec<usize> = (0..columns.len()).collect();
        from_left.sort_by_key(|&at| columns[at].start);
        let are_apart = from_left.windows(2).all(|pair| columns[pair[0]].end <= columns[pair[1]].start);
        if !are_apart || columns.iter().any(Range::is_empty) {
            from_left.clear();
        }
        Self { header, columns, from_left }
    }

    /// The words over a slot: the first of those that end behind its start, and the next, if they begin before its end.
    fn above(&self, slot: &Piece) -> (Option<usize>, Option<usize>) {
        let first = self.from_left.partition_point(|&word| self.columns[word].end <= slot.columns.start);
        let mut words = self.from_left[first..].iter().copied();
        let mut next = || words.next().filter(|&word| self.columns[word].start < slot.columns.end);
        (next(), next())
    }

    /// Which slot stands under which word, if the two are rows of one table: where print divides a table, the other part
    /// may have other columns.
    pub(crate) fn under(&self, page: &Page<'_>, run: &Run) -> Under {
        let unknown = &self.header.unknown;
        // A digit that has moved into the next cell stands under another word.
        if self.from_left.is_empty()
            || run.slots.iter().any(|slot| slot.columns.is_empty())
            || run.has_spaced_digits(page)
        {
            return Under::NotKnown;
        }
        if page.width_of(run.first_row) != self.header.width {
            let first = self.columns[self.from_left[0]].start;
            let has_others = unknown.iter().any(|unknown| unknown.start >= first);
            return if has_others { Under::No { has_others } } else { Under::NotKnown };
        }
        let is_unknown =
            |slot: &Piece| unknown.iter().any(|other| overlap(other, &slot.columns)) && self.above(slot).0.is_none();
        // A word over columns that have words of their own counts what these count together, and no cell under one of them holds that.
        let is_part = |slot: &Piece| {
            let parts = self.above(slot).0.and_then(|word| self.header.parts_of(&self.columns[word]));
            parts.is_some_and(|parts| slot.columns.start > parts.start || slot.columns.end < parts.end)
        };
        if run.slots.iter().any(is_part) {
            return Under::No { has_others: true };
        }
        // As many figures as columns need not be one for each, where there are more cells than columns, or columns that
        // the form does not have.
        let has_others = run.slots.iter().any(is_unknown);
        let is_one_for_each = run.slots.len() == self.columns.len() && !has_others;
        let no = if is_one_for_each { Under::NotKnown } else { Under::No { has_others } };
        let end = self.from_left.last().map_or(0, |&last| self.columns[last].end);
        let nowhere = run.slots.len();
        let mut has_beyond = false;
        let mut cells = vec![nowhere; self.columns.len()];
        let mut others = Vec::new();
        for (at, slot) in run.slots.iter().enumerate() {
            match self.above(slot) {
                (Some(word), None) => match cells[word] {
                    free if free == nowhere => cells[word] = at,
                    // A cell over several columns, printed in each of them, or in one and the others empty.
                    same if slot.is_empty(page) || run.slots[same].printed(page) == slot.printed(page) => {}
                    empty if run.slots[empty].is_empty(page) => cells[word] = at,
                    _ => return no,
                },
                (None, _) if slot.is_empty(page) => {}
                (None, _) if is_unknown(slot) => others.push(at),
                (None, _) if slot.columns.start >= end => {
                    has_beyond = true;
                    others.push(at);
                }
                _ => return no,
            }
        }
        // A row that is too short for its header may lack a cell anywhere.
        if cells.contains(&nowhere) { no } else { Under::Slots { cells, others, has_beyond } }
    }
}

/// The cells of a row, and the columns of their words where the header says them.
type OfBlock = (Vec<Cell>, Vec<Range<u32>>);

/// The cells of a row of section 二 in the order of print, and the columns of their words where the header is whole.
///
/// The edition is that whose columns the header names: all of them, or else some of them and the figures as many. Without a
/// word it is that of the year, if the row has as many cells in it as there are figures.
pub(crate) fn of_block(
    page: &Page<'_>,
    row: &str,
    header: &Header,
    run: &Run,
    of_year: Option<Edition>,
    by_columns: bool,
) -> Option<OfBlock> {
    let words: Vec<(&str, &Range<u32>)> = header
        .words
        .iter()
        .filter_map(|word| match word.word {
            Word::ProactiveColumn(name) => Some((name, &word.columns)),
            _ => None,
        })
        .collect();
    let printed = || Edition::ALL.iter().map(|&edition| (edition, cells_of(row, edition)));
    let has_all = |cells: &[(&str, Cell)]| {
        !words.is_empty() && words.iter().all(|word| cells.iter().any(|cell| cell.0 == word.0))
    };
    let whole = printed().find(|(_, cells)| has_all(cells) && cells.len() == words.len());
    let by_count = || {
        // Cells that name some of the columns and not all: any of them may be the one that is not understood.
        if header.is_of_cells || by_columns {
            return None;
        }
        let filled = run.filled(page);
        let mut some = printed().filter(|(edition, cells)| {
            (has_all(cells) || (words.is_empty() && !header.is_torn && Some(*edition) == of_year))
                && !cells.is_empty()
                && (cells.len() == run.slots.len() || cells.len() == filled)
        });
        some.next().filter(|_| some.next().is_none())
    };
    let (_, cells) = whole.or_else(by_count)?;
    // The header decides the order of the columns, if it is there as a whole.
    if whole.is_some() && header.is_legible() {
        let by_header: Option<Vec<Cell>> =
            words.iter().map(|word| Some(cells.iter().find(|cell| cell.0 == word.0)?.1)).collect();
        let by_header = by_header?;
        if is_each_once(&by_header) {
            return Some((by_header, words.into_iter().map(|word| word.1.clone()).collect()));
        }
    }
    Some((cells.iter().map(|cell| cell.1).collect(), Vec::new()))
}

fn is_each_once<T: Ord + Clone>(all: &[T]) -> bool {
    let mut sorted = all.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).all(|pair| pair[0] != pair[1])
}

/// The columns of a table in the order of the form.
pub(crate) fn of_form<K: Axis>() -> Vec<Column<K>> {
    K::ALL.iter().copied().map(Column::Of).chain([Column::Total]).collect()
}

/// The column of section 三 that a word names.
fn applicant(word: Word) -> Option<Column<Applicant>> {
    match word {
        Word::Applicant(applicant) => Some(Column::Of(applicant)),
        Word::Total => Some(Column::Total),
        _ => None,
    }
}

/// The column of section 四 that a word names.
fn ruling(word: Word) -> Option<Column<Ruling>> {
    match word {
        Word::Ruling(ruling) => Some(Column::Of(ruling)),
        Word::Total => Some(Column::Total),
        _ => None,
    }
}

/// Where the words over these columns of section 三 stand, if they stand in that order.
pub(crate) fn places(header: &Header, order: &[Column<Applicant>]) -> Option<Vec<Range<u32>>> {
    let place = |column: &Column<Applicant>| header.words.iter().find(|header| applicant(header.word) == Some(*column));
    let places: Vec<Range<u32>> =
        order.iter().map(|column| Some(place(column)?.columns.clone())).collect::<Option<_>>()?;
    places.is_sorted_by_key(|columns| columns.start).then_some(places)
}

/// The order of the columns under a header, if it names all of them.
pub(crate) fn order_under(header: &Header) -> Option<Vec<Column<Applicant>>> {
    let of = |words: &[HeaderWord]| {
        let (named, are_apart) = beside_each_other(words, applicant);
        let named: Vec<Column<Applicant>> = named.into_iter().map(|column| column.0).collect();
        if named.len() != COLUMNS || !is_each_once(&named) {
            return None;
        }
        if are_apart && are_of_organizations(words, header.width) {
            return Some(named);
        }
        let in_print: Vec<Column<Applicant>> = words.iter().filter_map(|header| applicant(header.word)).collect();
        order_of(words, &in_print)
    };
    of(&header.words).or_else(|| of(&header.once()))
}

/// Whether the cells of the organizations, and no others, stand under 法人或其他组织, if print says where that stands. They do not where
/// somebody has merged the cells of the header wrongly; then its columns are not those of the figures.
fn are_of_organizations(words: &[HeaderWord], width: u32) -> bool {
    let Some(over) = words.iter().find(|header| header.word == Word::Organizations && !header.columns.is_empty())
    else {
        return true;
    };
    // Print may show a cell over several columns as one and empty ones.
    let beside = words.iter().filter(|header| header.row == over.row).map(|header| header.columns.start);
    let end = beside.filter(|start| *start > over.columns.start).min().unwrap_or(width).max(over.columns.end);
    let (person, total) = (Some(Column::Of(Applicant::NaturalPerson)), Some(Column::Total));
    words.iter().all(|header| {
        let column = applicant(header.word);
        let is_under = header.columns.start >= over.columns.start && header.columns.end <= end;
        column.is_none() || is_under != (column == person || column == total)
    })
}

/// The order of the columns under a header of one or two rows: 法人或其他组织 stands for the five columns below it.
fn order_of(header: &[HeaderWord], columns: &[Column<Applicant>]) -> Option<Vec<Column<Applicant>>> {
    let (person, total) = (Column::Of(Applicant::NaturalPerson), Column::Total);
    let organizations: Vec<_> = columns.iter().copied().filter(|column| ![person, total].contains(column)).collect();
    let at = |is_meant: &dyn Fn(Word) -> bool| header.iter().position(|header| is_meant(header.word));
    let at_column = |column| at(&|word| applicant(word) == Some(column));
    let first_organization = at(&|word| matches!(word, Word::Applicant(other) if other != Applicant::NaturalPerson));
    let (person_at, total_at) = (at_column(person)?, at_column(total)?);
    // Without 法人或其他组织, a total between the others may stand behind the five columns below it or before them.
    let first_organization = first_organization.filter(|first| !(person_at..*first).contains(&total_at));
    let organizations_at = at(&|word| word == Word::Organizations).or(first_organization)?;
    let mut parts = vec![(person_at, vec![person]), (organizations_at, organizations), (total_at, vec![total])];
    parts.sort_by_key(|part| part.0);
    // A word in the middle of a cell that is two rows high stands on a lower line than its neighbour, and seems to be behind it. If the
    // columns of two such words say the contrary, the order is not known.
    let is_from_left = parts.windows(2).all(|pair| {
        let (left, right) = (&header[pair[0].0], &header[pair[1].0]);
        left.row == right.row || left.columns.start <= right.columns.start
    });
    if !is_from_left {
        return None;
    }
    Some(parts.into_iter().flat_map(|part| part.1).collect())
}

/// The columns of a block of section 四.
pub(crate) const RULINGS: usize = Ruling::ALL.len() + 1;

/// Whether these are the columns of three blocks.
fn is_three_blocks(rulings: &[(Column<Ruling>, Range<u32>)]) -> bool {
    let is_in = |block: &[(Column<Ruling>, Range<u32>)]| {
        of_form().into_iter().all(|column| block.iter().any(|own| own.0 == column))
    };
    rulings.len() == Route::ALL.len() * RULINGS && rulings.chunks(RULINGS).all(is_in)
}

/// The cells of section 四 in the order of print, and the columns that they stand in where the header says so. `None` if its
/// cells name some of the blocks or columns and not all.
pub(crate) fn of_disputes(header: &Header) -> Option<(Vec<Cell>, Vec<Range<u32>>)> {
    let (mut routes, mut rulings) = (Route::ALL.to_vec(), Vec::new());
    if header.is_of_cells {
        let once = header.once();
        let (by_header, _) = beside_each_other(&once, |word| match word {
            Word::Route(route) => Some(route),
            _ => None,
        });
        let by_header: Vec<Route> = by_header.into_iter().map(|route| route.0).collect();
        if by_header.len() == routes.len() && routes.iter().all(|route| by_header.contains(route)) {
            routes = by_header;
        } else if !by_header.is_empty() && !header.unknown.is_empty() {
            return None;
        }
        let of = |words: &[HeaderWord]| Some(beside_each_other(words, ruling).0).filter(|named| is_three_blocks(named));
        rulings = of(&header.words).or_else(|| of(&once)).unwrap_or_default();
    }
    let is_named_in_cells = |header: &HeaderWord| matches!(header.word, Word::Ruling(_)) && !header.columns.is_empty();
    if rulings.is_empty() && header.words.iter().any(is_named_in_cells) {
        return None;
    }
    let (mut columns, places): (Vec<Column<Ruling>>, Vec<Range<u32>>) = rulings.into_iter().unzip();
    if columns.is_empty() {
        columns = of_form().repeat(routes.len());
    }
    let routes = routes.into_iter().flat_map(|route| [route; RULINGS]);
    Some((routes.zip(columns).map(|(route, column)| Cell::Dispute(route, column)).collect(), places))
}

/// What words of a header name, by the columns that they stand in where these stand beside each other, else in the order
/// of print; and which of the two.
fn beside_each_other<T: Copy>(words: &[HeaderWord], name: impl Fn(Word) -> Option<T>) -> (Vec<(T, Range<u32>)>, bool) {
    let printed = words.iter().filter_map(|header| Some((name(header.word)?, header.columns.clone())));
    let printed: Vec<(T, Range<u32>)> = printed.collect();
    let mut named = printed.clone();
    named.sort_by_key(|(_, columns)| columns.start);
    let are_apart = named.windows(2).all(|pair| pair[0].1.end <= pair[1].1.start && !pair[0].1.is_empty());
    (if are_apart { named } else { printed }, are_apart)
}
