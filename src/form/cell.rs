//! Addresses of the cells of the official form.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::form::{Applicant, CellKind, Edition, Outcome, ProactiveCell, RequestRow, Route, Ruling, Unit};
use crate::json::document::parse_str;
use crate::value::Lang;
use crate::value::axis::axis;
use crate::value::clip::clip;

/// A column of sections 三 and 四: an entry of the axis, or 总计.
///
/// ```
/// use ogi_report::{Applicant, Column};
///
/// assert_eq!(Column::from(Applicant::NaturalPerson), Column::Of(Applicant::NaturalPerson));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column<K> {
    /// The column of an entry.
    Of(K),
    /// 总计, the sum of the others.
    Total,
}

impl<K> From<K> for Column<K> {
    fn from(entry: K) -> Self {
        Self::Of(entry)
    }
}

/// The name of the column 总计 in cell paths.
pub(crate) const TOTAL: &str = "total";

/// The address of one printed cell of either edition.
///
/// Its text form is the cell path, which is the same in JSON, in findings and in exports. Paths are
/// stable: once released, a path never changes its meaning.
///
/// ```
/// use ogi_report::{Applicant, Cell, Column, Denial, Edition, Lang, RequestRow};
///
/// let cell = Cell::request(Denial::StateSecret, Applicant::NaturalPerson);
/// assert_eq!(cell.to_string(), "requests.outcomes.denied.state_secret.natural_person");
/// assert_eq!("requests.outcomes.denied.state_secret.natural_person".parse(), Ok(cell));
/// assert_eq!(cell.label(Lang::Zh), "（三）不予公开 1.属于国家秘密，自然人");
///
/// let total = Cell::request(RequestRow::Received, Column::Total);
/// assert_eq!(total.label(Lang::En), "requests newly received in the year, total");
/// assert_eq!(total.index(Edition::V2021), Some(16));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cell {
    /// A cell of section 二.
    Proactive(ProactiveCell),
    /// A cell of section 三.
    Request(RequestRow, Column<Applicant>),
    /// A cell of section 四.
    Dispute(Route, Column<Ruling>),
}

axis! {
    /// A section of the form that holds a table.
    pub enum Section {
        Proactive = "proactive", "二、主动公开政府信息情况", "section 2, information disclosed proactively";
        Requests = "requests", "三、收到和处理政府信息公开申请情况", "section 3, requests received and processed";
        Disputes = "disputes", "四、政府信息公开行政复议、行政诉讼情况", "section 4, reconsideration and litigation";
    }
}

const REQUEST_COLUMNS: usize = Applicant::ALL.len() + 1;
const DISPUTE_COLUMNS: usize = Ruling::ALL.len() + 1;
const FIRST_REQUEST: usize = ProactiveCell::ALL.len();
const FIRST_DISPUTE: usize = FIRST_REQUEST + RequestRow::ALL.len() * REQUEST_COLUMNS;
const CELLS: usize = FIRST_DISPUTE + Route::ALL.len() * DISPUTE_COLUMNS;

impl Cell {
    /// Every cell of both editions, in printed order.
    pub const ALL: &'static [Self] = &const {
        let mut all = [Self::Proactive(ProactiveCell::RulesNewlyMade); CELLS];
        let mut i = 0;
        while i < CELLS {
            all[i] = Self::at_slot(i);
            i += 1;
        }
        all
    };

    /// The cell of section 三 in that row and column.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Outcome};
    ///
    /// let cell = Cell::request(Outcome::Granted, Applicant::NaturalPerson);
    /// assert_eq!(cell.to_string(), "requests.outcomes.granted.natural_person");
    /// ```
    pub fn request(row: impl Into<RequestRow>, column: impl Into<Column<Applicant>>) -> Self {
        Self::Request(row.into(), column.into())
    }

    /// The cell of section 四 in that block and column.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Route};
    ///
    /// let cell = Cell::dispute(Route::DirectLitigation, Column::Total);
    /// assert_eq!(cell.to_string(), "disputes.litigation.direct.total");
    /// ```
    pub fn dispute(route: Route, column: impl Into<Column<Ruling>>) -> Self {
        Self::Dispute(route, column.into())
    }

    /// The position among the cells that the edition prints, from 0; `None` if it does not print this one.
    ///
    /// ```
    /// use ogi_report::{Cell, Edition};
    ///
    /// let cell: Cell = "proactive.procurement.amount".parse()?;
    /// assert_eq!((cell.index(Edition::V2019), cell.index(Edition::V2021)), (Some(21), None));
    /// # Ok::<(), ogi_report::form::UnknownCell>(())
    /// ```
    pub fn index(self, edition: Edition) -> Option<usize> {
        edition.cells().binary_search_by_key(&self.slot(), |cell| cell.slot()).ok()
    }

    /// Whether the edition prints the cell.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Edition, Outcome};
    ///
    /// assert!(!Cell::request(Outcome::Other, Column::Total).is_printed_in(Edition::V2021));
    /// ```
    pub const fn is_printed_in(self, edition: Edition) -> bool {
        match self {
            Self::Proactive(cell) => cell.header(edition).is_some(),
            Self::Request(row, _) => row.is_printed_in(edition),
            Self::Dispute(..) => true,
        }
    }

    /// The section of the cell.
    ///
    /// ```
    /// use ogi_report::{Cell, ProactiveCell, Section};
    ///
    /// assert_eq!(Cell::Proactive(ProactiveCell::FeesAmount).section(), Section::Proactive);
    /// ```
    pub const fn section(self) -> Section {
        match self {
            Self::Proactive(_) => Section::Proactive,
            Self::Request(..) => Section::Requests,
            Self::Dispute(..) => Section::Disputes,
        }
    }

    /// What the cell may hold.
    ///
    /// ```
    /// use ogi_report::form::CellKind;
    /// use ogi_report::{Cell, ProactiveCell};
    ///
    /// assert_eq!(Cell::Proactive(ProactiveCell::LicensingChange).kind(), CellKind::Change);
    /// ```
    pub const fn kind(self) -> CellKind {
        match self {
            Self::Proactive(cell) => cell.kind(),
            Self::Request(..) | Self::Dispute(..) => CellKind::Count,
        }
    }

    /// The unit of the cell; `None` for 采购总金额, for which the form states none. Only the unit of the
    /// fee amount (万元) is printed on the form, the others follow from what is counted.
    ///
    /// ```
    /// use ogi_report::form::Unit;
    /// use ogi_report::{Cell, ProactiveCell};
    ///
    /// assert_eq!(Cell::Proactive(ProactiveCell::FeesAmount).unit(), Some(Unit::TenThousandYuan));
    /// ```
    pub const fn unit(self) -> Option<Unit> {
        match self {
            Self::Proactive(cell) => cell.unit(),
            Self::Request(..) | Self::Dispute(..) => Some(Unit::Document),
        }
    }

    /// Whether the cell is a total, and so follows from other cells: a column 总计 or the row （七）总计.
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, RequestRow};
    ///
    /// assert!(Cell::request(RequestRow::OutcomeTotal, Applicant::NaturalPerson).is_total());
    /// assert!(!Cell::request(RequestRow::Received, Applicant::NaturalPerson).is_total());
    /// ```
    pub const fn is_total(self) -> bool {
        matches!(
            self,
            Self::Request(RequestRow::OutcomeTotal, _)
                | Self::Request(_, Column::Total)
                | Self::Dispute(_, Column::Total)
        )
    }

    /// Whether the cell is in the row 规章, which bodies without the power to make rules mark `/`.
    pub(crate) const fn is_in_rules_row(self) -> bool {
        matches!(self, Self::Proactive(cell) if cell.is_in_rules_row())
    }

    /// Whether the cell is in （六）其他处理, which the editions lay out differently.
    pub(crate) const fn is_other_handling(self) -> bool {
        matches!(self, Self::Request(RequestRow::Outcome(Outcome::Other | Outcome::OtherHandling(_)), _))
    }

    /// The labels beside and above the cell: row, then column.
    ///
    /// ```
    /// use ogi_report::{Cell, Lang, Route, Ruling};
    ///
    /// assert_eq!(Cell::dispute(Route::DirectLitigation, Ruling::Upheld).label(Lang::Zh), "行政诉讼 未经复议直接起诉，结果维持");
    /// ```
    pub fn label(self, lang: Lang) -> String {
        let comma = lang.pick("，", ", ");
        match self {
            Self::Proactive(cell) => format!("{}{comma}{}", cell.row_label(lang), cell.column_label(lang)),
            Self::Request(row, column) => {
                let column = column.label(lang, Applicant::label);
                format!("{}{}{comma}{column}", group_prefix(row, lang), row.label(lang))
            }
            Self::Dispute(route, column) => {
                let prefix = match (lang, route) {
                    (Lang::Zh, Route::DirectLitigation | Route::LitigationAfterReconsideration) => "行政诉讼 ",
                    _ => "",
                };
                format!("{prefix}{}{comma}{}", route.label(lang), column.label(lang, Ruling::label))
            }
        }
    }

    /// What the row and the column of the cell rest on.
    #[cfg(any(feature = "arrow60", feature = "schema"))]
    pub(crate) fn citations(self) -> Vec<crate::law::Citation> {
        use crate::value::Year;
        match self {
            Self::Proactive(cell) => vec![cell.item().citation()],
            Self::Request(row, _) => row.basis().to_vec(),
            // A cell is one of reports of all years, so it cites the law of each.
            Self::Dispute(route, column) => {
                let mut citations = Vec::new();
                for year in [Year::known(2024), Year::known(2023)] {
                    let of_column = match column {
                        Column::Of(ruling) => ruling.basis(route, year),
                        Column::Total => &[],
                    };
                    for citation in route.basis(year).iter().chain(of_column) {
                        if !citations.contains(citation) {
                            citations.push(*citation);
                        }
                    }
                }
                citations
            }
        }
    }

    /// The cell path.
    pub(crate) fn path(self) -> &'static str {
        &PATHS[self.slot()]
    }

    /// The cells that the edition prints, in printed order.
    pub(crate) fn printed_in(edition: Edition) -> &'static [Self] {
        static V2019: [Cell; count(Edition::V2019)] = printed(Edition::V2019);
        static V2021: [Cell; count(Edition::V2021)] = printed(Edition::V2021);
        match edition {
            Edition::V2019 => &V2019,
            Edition::V2021 => &V2021,
        }
    }

    /// The position among all cells of both editions, from 0.
    pub(crate) const fn slot(self) -> usize {
        match self {
            Self::Proactive(cell) => cell.index(),
            Self::Request(row, column) => {
                let column = match column {
                    Column::Of(applicant) => applicant.index(),
                    Column::Total => Applicant::ALL.len(),
                };
                FIRST_REQUEST + row.index() * REQUEST_COLUMNS + column
            }
            Self::Dispute(route, column) => {
                let column = match column {
                    Column::Of(ruling) => ruling.index(),
                    Column::Total => Ruling::ALL.len(),
                };
                FIRST_DISPUTE + route.index() * DISPUTE_COLUMNS + column
            }
        }
    }

    const fn at_slot(slot: usize) -> Self {
        if slot < FIRST_REQUEST {
            Self::Proactive(ProactiveCell::ALL[slot])
        } else if slot < FIRST_DISPUTE {
            let (row, column) = ((slot - FIRST_REQUEST) / REQUEST_COLUMNS, (slot - FIRST_REQUEST) % REQUEST_COLUMNS);
            let column = if column < Applicant::ALL.len() { Column::Of(Applicant::ALL[column]) } else { Column::Total };
            Self::Request(RequestRow::ALL[row], column)
        } else {
            let (route, column) = ((slot - FIRST_DISPUTE) / DISPUTE_COLUMNS, (slot - FIRST_DISPUTE) % DISPUTE_COLUMNS);
            let column = if column < Ruling::ALL.len() { Column::Of(Ruling::ALL[column]) } else { Column::Total };
            Self::Dispute(Route::ALL[route], column)
        }
    }

    /// The parts of the path: section, group, row or cell of section 二, column.
    const fn segments(self) -> [&'static str; 5] {
        match self {
            Self::Proactive(cell) => ["proactive.", "", cell.name(), "", ""],
            Self::Request(row, column) => {
                let (before, row) = row.path();
                let column = match column {
                    Column::Of(applicant) => applicant.name(),
                    Column::Total => TOTAL,
                };
                ["requests.", before, row, ".", column]
            }
            Self::Dispute(route, column) => {
                let column = match column {
                    Column::Of(ruling) => ruling.name(),
                    Column::Total => TOTAL,
                };
                ["disputes.", "", route.name(), ".", column]
            }
        }
    }
}

impl<K> Column<K> {
    /// The label of the column, given the label of an entry.
    pub(crate) fn label(self, lang: Lang, entry: impl FnOnce(K, Lang) -> &'static str) -> &'static str {
        match (self, lang) {
            (Self::Of(k), _) => entry(k, lang),
            (Self::Total, Lang::Zh) => "总计",
            (Self::Total, Lang::En) => "total",
        }
    }
}

/// The label of the group, for a row whose own label does not name it.
fn group_prefix(row: RequestRow, lang: Lang) -> String {
    match row {
        RequestRow::Outcome(outcome) if outcome.label(lang) != outcome.group().label(lang) => match lang {
            Lang::Zh => format!("{} ", outcome.group().label(lang)),
            Lang::En => format!("{}: ", outcome.group().label(lang)),
        },
        _ => String::new(),
    }
}

impl Edition {
    /// The cells that this edition prints, in printed order.
    ///
    /// ```
    /// use ogi_report::Edition;
    ///
    /// assert_eq!(Edition::V2021.cells()[0].to_string(), "proactive.rules.issued");
    /// ```
    pub fn cells(self) -> &'static [Cell] {
        Cell::printed_in(self)
    }

    /// The cells of the row 规章. If each of them bears a mark for "does not apply", none of them does.
    pub(crate) fn rules_row(self) -> impl Iterator<Item = Cell> {
        self.cells().iter().copied().take_while(|cell| cell.is_in_rules_row())
    }
}

const fn count(edition: Edition) -> usize {
    let (mut count, mut slot) = (0, 0);
    while slot < CELLS {
        count += Cell::ALL[slot].is_printed_in(edition) as usize;
        slot += 1;
    }
    count
}

const fn printed<const N: usize>(edition: Edition) -> [Cell; N] {
    let mut cells = [Cell::ALL[0]; N];
    let (mut next, mut slot) = (0, 0);
    while slot < CELLS {
        if Cell::ALL[slot].is_printed_in(edition) {
            cells[next] = Cell::ALL[slot];
            next += 1;
        }
        slot += 1;
    }
    cells
}

/// The paths of all cells by slot.
static PATHS: LazyLock<Vec<String>> = LazyLock::new(|| Cell::ALL.iter().map(|cell| cell.segments().concat()).collect());

/// A text that is not the path of a cell of either edition.
///
/// ```
/// use ogi_report::Cell;
///
/// let error = "requests.received.lawyer".parse::<Cell>().unwrap_err();
/// assert_eq!(error.to_string(), "`requests.received.lawyer` is not a cell of the form");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a cell of the form")]
pub struct UnknownCell(String);

impl Cell {
    /// The slot of the cell of that path, looked for from a slot on: paths mostly come in printed order.
    #[inline]
    pub(crate) fn find_slot(path: &str, from: usize) -> Result<usize, UnknownCell> {
        if PATHS.get(from).is_some_and(|next| next == path) { Ok(from) } else { Self::search_slot(path, from) }
    }

    fn search_slot(path: &str, from: usize) -> Result<usize, UnknownCell> {
        let slots = (from..CELLS).chain(0..from.min(CELLS));
        slots.into_iter().find(|&slot| PATHS[slot] == path).ok_or_else(|| UnknownCell(clip(path)))
    }
}

impl FromStr for Cell {
    type Err = UnknownCell;

    fn from_str(path: &str) -> Result<Self, UnknownCell> {
        Self::find_slot(path, 0).map(|slot| Self::ALL[slot])
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.path())
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.path())
    }
}

impl Serialize for Cell {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.path())
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_str(deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Cell {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cell".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let paths: Vec<_> = Self::ALL.iter().map(|cell| cell.path()).collect();
        schemars::json_schema!({
            "type": "string",
            "title": "栏目",
            "description": "The path of one printed cell of the form.",
            "enum": paths,
        })
    }
}
