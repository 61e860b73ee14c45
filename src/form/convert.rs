//! Conversion of a form between the editions, with a list of what is lost.
//!
//! To change what corresponds to what, change the table `CORRESPONDENCES`.

use serde::Serialize;

use crate::form::ProactiveCell::{
    FeesAmount, FeesChange, FeesPreviousItems, NormativeDocumentsInForce, NormativeDocumentsIssued,
    NormativeDocumentsNewlyMade, NormativeDocumentsTotalDisclosed, RulesInForce, RulesIssued, RulesNewlyMade,
    RulesTotalDisclosed,
};
use crate::form::{Applicant, Cell, Column, Edition, Filed, Form, OtherHandling, Outcome, ProactiveCell};
use crate::json::version::Version;
use crate::value::Lang;
use crate::value::axis::axis;

/// A form in the other edition, and what could not be brought over.
///
/// ```
/// use ogi_report::form::LossKind;
/// use ogi_report::{Cell, Edition, Filed, Form, ProactiveCell};
///
/// let mut form = Form::new(Edition::V2019);
/// form.set(Cell::Proactive(ProactiveCell::LicensingDecisions), 12);
/// form.set(Cell::Proactive(ProactiveCell::ProcurementProjects), 3);
/// let converted = form.convert(Edition::V2021);
/// assert_eq!(converted.form.get(Cell::Proactive(ProactiveCell::LicensingDecisions)), Some(&Filed::from(12)));
/// let dropped: Vec<_> = converted.losses.iter().filter(|loss| loss.kind == LossKind::Dropped).collect();
/// assert_eq!(dropped[0].from[0].printed, Filed::from(3));
/// // What the 2019 edition does not count is unknown, not 0.
/// assert_eq!(converted.form.get(Cell::Proactive(ProactiveCell::RulesRepealed)), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conversion {
    schema_version: Version<1>,
    /// The form in the edition asked for.
    pub form: Form,
    /// What was lost, in the order in which the form prints it.
    pub losses: Vec<Loss>,
}

/// Something that a conversion lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Loss {
    /// The kind of loss.
    pub kind: LossKind,
    /// The cells of the form before, with what they print.
    pub from: Vec<Lost>,
    /// The cells of the edition asked for that it concerns.
    pub to: Vec<Cell>,
}

/// A cell of the form before, with what it prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lost {
    /// The cell.
    pub cell: Cell,
    /// The printed text.
    pub printed: Filed,
}

axis! {
    /// How a figure is lost on the way to the other edition.
    pub enum LossKind {
        /// The other edition has no cell for it.
        Dropped = "dropped", "舍去", "dropped";
        /// The other edition has a cell that this one knows nothing of. It is left out, not set to 0.
        Unknown = "unknown", "不详", "unknown";
        /// The other edition counts something else in its place, or the figure cannot be taken apart or added
        /// up. Nothing is written to the cells of the other edition.
        NotComparable = "not_comparable", "不可比", "not comparable";
        /// The figure was brought over, but the editions word what it counts differently.
        Approximate = "approximate", "近似", "approximate";
        /// The figures were brought over as their sum.
        Merged = "merged", "合并", "merged";
    }
}

/// How the figures of corresponding cells relate. That two counts are near, or
/// different, is our reading of the column headers; no notice compares the editions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// They count nearly the same.
    Near,
    /// They count different things.
    Different,
    /// The one cell of 2019 is the sum of the cells of 2021.
    Sum,
}

/// Cells of the two editions that correspond without being the same cell.
struct Correspondence {
    v2019: Vec<Cell>,
    v2021: Vec<Cell>,
    likeness: Likeness,
}

/// Cells of section 二 that correspond. A cell that both editions print is the same in both; the cells
/// neither here nor in both editions is dropped or unknown.
const CORRESPONDENCES: [(&[ProactiveCell], &[ProactiveCell], Likeness); 5] = [
    (&[RulesNewlyMade], &[RulesIssued], Likeness::Near),
    // Published documents and documents in force are different stocks.
    (&[RulesTotalDisclosed], &[RulesInForce], Likeness::Different),
    (&[NormativeDocumentsNewlyMade], &[NormativeDocumentsIssued], Likeness::Near),
    (&[NormativeDocumentsTotalDisclosed], &[NormativeDocumentsInForce], Likeness::Different),
    // Kinds of fees, and money.
    (&[FeesPreviousItems, FeesChange], &[FeesAmount], Likeness::Different),
];

fn correspondences() -> impl Iterator<Item = Correspondence> {
    let cells = |cells: &[ProactiveCell]| cells.iter().copied().map(Cell::Proactive).collect();
    let proactive = CORRESPONDENCES.into_iter().map(move |(v2019, v2021, likeness)| Correspondence {
        v2019: cells(v2019),
        v2021: cells(v2021),
        likeness,
    });
    let columns = Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
    let other = columns.map(|column| Correspondence {
        v2019: vec![Cell::request(Outcome::Other, column)],
        v2021: OtherHandling::ENTRIES.map(|row| Cell::request(row, column)).into(),
        likeness: Likeness::Sum,
    });
    proactive.chain(other)
}

impl Form {
    /// The form in another edition, with a list of what is lost. Converting to its own edition changes
    /// nothing.
    ///
    /// A cell that both editions print is copied as printed. Nothing unknown becomes 0: a cell that cannot be
    /// known is left out, so that the converted form says of itself what it lacks. The three rows of （六）其他处理
    /// are added up where all of them are plain numbers; its one row cannot be taken apart, and stays as it is, as
    /// in those real forms of 2021 and later that print it.
    ///
    /// Body, year and dates stay as they are, so a check of the converted form says that its edition is not that of
    /// its year ([`Rule::E105`](crate::Rule::E105)).
    ///
    /// ```
    /// use ogi_report::{Applicant, Cell, Edition, Filed, Form, OtherHandling, Outcome};
    ///
    /// let mut form = Form::new(Edition::V2021);
    /// for &row in OtherHandling::ALL {
    ///     form.set(Cell::request(row, Applicant::NaturalPerson), 2);
    /// }
    /// let one_row = Cell::request(Outcome::Other, Applicant::NaturalPerson);
    /// assert_eq!(form.convert(Edition::V2019).form.get(one_row), Some(&Filed::from(6)));
    ///
    /// form.set(Cell::request(OtherHandling::FeeUnpaid, Applicant::NaturalPerson), Filed::blank());
    /// assert_eq!(form.convert(Edition::V2019).form.get(one_row), None);
    /// ```
    pub fn convert(&self, to: Edition) -> Conversion {
        if to == self.edition {
            return Conversion { schema_version: Version, form: self.clone(), losses: Vec::new() };
        }
        let mut converter = Converter { source: self, to, form: self.clone(), losses: Vec::new(), settled: Vec::new() };
        converter.form.edition = to;
        for correspondence in correspondences() {
            converter.carry(&correspondence);
        }
        converter.settle_the_rest();
        let Converter { form, mut losses, .. } = converter;
        losses.sort_by_key(Loss::first_cell);
        Conversion { schema_version: Version, form, losses }
    }
}

struct Converter<'a> {
    source: &'a Form,
    to: Edition,
    form: Form,
    losses: Vec<Loss>,
    /// The cells of correspondences, on both sides.
    settled: Vec<Cell>,
}

impl Converter<'_> {
    fn carry(&mut self, Correspondence { v2019, v2021, likeness }: &Correspondence) {
        let (theirs, ours) = match self.to {
            Edition::V2019 => (v2021, v2019),
            Edition::V2021 => (v2019, v2021),
        };
        self.settled.extend(theirs.iter().chain(ours));
        let from: Vec<Lost> = theirs.iter().filter_map(|&cell| self.lost(cell)).collect();
        // A mixed form may have the cells asked for already; they are never overwritten.
        let open: Vec<Cell> = ours.iter().copied().filter(|&cell| self.source.get(cell).is_none()).collect();
        // Beside rows of 2021 the row of 2019 would count twice.
        let keeps_its_row = *likeness == Likeness::Sum && self.to == Edition::V2021 && open.len() == ours.len();
        if !keeps_its_row {
            for &cell in theirs {
                self.form.remove(cell);
            }
        }
        let carried = match (likeness, open.as_slice()) {
            (Likeness::Near, [to]) => from.first().map(|lost| (*to, lost.printed.clone(), LossKind::Approximate)),
            (Likeness::Sum, [to]) if self.to == Edition::V2019 => {
                sum(theirs, self.source).map(|sum| (*to, Filed::from(sum), LossKind::Merged))
            }
            _ => None,
        };
        match carried {
            Some((to, filed, kind)) => {
                self.form.set(to, filed);
                self.losses.push(Loss { kind, from, to: vec![to] });
            }
            None if !from.is_empty() && open.is_empty() => self.lose(LossKind::Dropped, from, open),
            None if !from.is_empty() => self.lose(LossKind::NotComparable, from, open),
            // Nothing corresponds to what is not in the source; of a different quantity it would not help.
            None if *likeness == Likeness::Different => open.into_iter().for_each(|cell| self.unknown(cell)),
            None => {}
        }
    }

    /// Cells without a counterpart: only one of the editions prints them.
    fn settle_the_rest(&mut self) {
        for &cell in Cell::ALL {
            if self.settled.contains(&cell) {
                continue;
            }
            match (self.lost(cell), cell.is_printed_in(self.to)) {
                (Some(lost), false) => {
                    self.form.remove(cell);
                    self.lose(LossKind::Dropped, vec![lost], Vec::new());
                }
                (None, true) if !cell.is_printed_in(self.source.edition) => self.unknown(cell),
                _ => {}
            }
        }
    }

    fn lost(&self, cell: Cell) -> Option<Lost> {
        self.source.get(cell).map(|filed| Lost { cell, printed: filed.clone() })
    }

    fn lose(&mut self, kind: LossKind, from: Vec<Lost>, to: Vec<Cell>) {
        self.losses.push(Loss { kind, from, to });
    }

    fn unknown(&mut self, cell: Cell) {
        self.lose(LossKind::Unknown, Vec::new(), vec![cell]);
    }
}

/// The sum of the cells, if all of them are plain counts.
fn sum(cells: &[Cell], form: &Form) -> Option<u64> {
    cells.iter().try_fold(0_u64, |sum, &cell| {
        let count = u64::try_from(form.get(cell)?.plain_integer()?).ok()?;
        sum.checked_add(count)
    })
}

impl Loss {
    /// The loss in words.
    ///
    /// ```
    /// use ogi_report::{Cell, Edition, Form, Lang, ProactiveCell};
    ///
    /// let mut form = Form::new(Edition::V2019);
    /// form.set(Cell::Proactive(ProactiveCell::RulesTotalDisclosed), 7);
    /// let losses = form.convert(Edition::V2021).losses;
    /// assert_eq!(losses[0].message(Lang::Zh), "不可比：【规章，对外公开总数量】7；【规章，现行有效件数】。");
    /// assert_eq!(losses[0].message(Lang::En), "not comparable: “rules, disclosed in total” 7; “rules, in force”.");
    /// assert_eq!(losses[1].message(Lang::En), "unknown: “rules, repealed in the year”.");
    /// ```
    pub fn message(&self, lang: Lang) -> String {
        let [open, close, colon, comma, semicolon, stop] = match lang {
            Lang::Zh => ["【", "】", "：", "、", "；", "。"],
            Lang::En => ["“", "”", ": ", ", ", "; ", "."],
        };
        let space = if lang == Lang::En { " " } else { "" };
        let quoted = |cell: Cell| format!("{open}{}{close}", cell.label(lang));
        let from: Vec<String> = self
            .from
            .iter()
            .map(|lost| match crate::value::clip::clip(&lost.printed.as_printed()) {
                printed if printed.is_empty() => quoted(lost.cell),
                printed => format!("{}{space}{printed}", quoted(lost.cell)),
            })
            .collect();
        let to: Vec<String> = self.to.iter().map(|&cell| quoted(cell)).collect();
        let sides: Vec<String> =
            [from, to].into_iter().filter(|side| !side.is_empty()).map(|side| side.join(comma)).collect();
        format!("{}{colon}{}{stop}", self.kind.label(lang), sides.join(semicolon))
    }

    fn first_cell(&self) -> Option<Cell> {
        self.from.iter().map(|lost| lost.cell).chain(self.to.iter().copied()).min()
    }
}
