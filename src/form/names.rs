//! Finds a cell by the names that others use.

use std::collections::HashMap;

use crate::form::{Cell, Edition};
use crate::value::Lang;
use crate::value::fold::fold_char;

/// Names of cells: their paths, their labels in both languages, and names that a caller adds, such as the columns of another table.
///
/// Names are compared without spaces, in half width, simplified and in lower case. A name that two cells have finds neither.
///
/// ```
/// use ogi_report::form::CellNames;
/// use ogi_report::{Applicant, Cell, Edition, Outcome};
///
/// let cell = Cell::request(Outcome::Granted, Applicant::NaturalPerson);
/// let mut names = CellNames::of(Edition::V2021);
/// for name in ["requests.outcomes.granted.natural_person", "（一）予以公开，自然人", "(一) 予以公開,自然人", "予以公开，自然人", "granted, natural person"] {
///     assert_eq!(names.find(name), Some(cell), "{name}");
/// }
/// assert_eq!(names.find("gk_zrr"), None);
/// names.extend([("gk_zrr", cell)]);
/// assert_eq!(names.find("GK_ZRR"), Some(cell));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellNames {
    /// `None` for a name that two cells have.
    cells: HashMap<String, Option<Cell>>,
}

impl CellNames {
    /// The paths of the cells that an edition prints, their labels in both languages, and the Chinese ones without their numbers.
    ///
    /// ```
    /// use ogi_report::form::CellNames;
    /// use ogi_report::{Cell, Edition, ProactiveCell};
    ///
    /// let names = CellNames::of(Edition::V2021);
    /// assert_eq!(names.find("行政许可，本年处理决定数量"), Some(Cell::Proactive(ProactiveCell::LicensingDecisions)));
    /// // A cell of the other edition.
    /// assert_eq!(names.find("proactive.procurement.amount"), None);
    /// ```
    pub fn of(edition: Edition) -> Self {
        let mut names = Self::default();
        for &cell in edition.cells() {
            let label = cell.label(Lang::Zh);
            names.insert(cell.path(), cell);
            names.insert(&cell.label(Lang::En), cell);
            names.insert(without_number(&label), cell);
            names.insert(&label, cell);
        }
        names
    }

    /// Adds a name of a cell. If another cell has the name already, it finds neither from now on.
    ///
    /// ```
    /// use ogi_report::form::CellNames;
    /// use ogi_report::{Cell, ProactiveCell};
    ///
    /// let mut names = CellNames::default();
    /// names.insert("许可", Cell::Proactive(ProactiveCell::LicensingDecisions));
    /// names.insert("许可", Cell::Proactive(ProactiveCell::LicensingChange));
    /// assert_eq!(names.find("许可"), None);
    /// ```
    pub fn insert(&mut self, name: &str, cell: Cell) {
        let found = self.cells.entry(plain(name)).or_insert(Some(cell));
        if *found != Some(cell) {
            *found = None;
        }
    }

    /// The one cell of that name.
    ///
    /// ```
    /// use ogi_report::Edition;
    /// use ogi_report::form::CellNames;
    ///
    /// assert_eq!(CellNames::of(Edition::V2019).find("总计"), None);
    /// ```
    pub fn find(&self, name: &str) -> Option<Cell> {
        self.cells.get(&plain(name)).copied().flatten()
    }
}

impl<N: AsRef<str>> Extend<(N, Cell)> for CellNames {
    fn extend<I: IntoIterator<Item = (N, Cell)>>(&mut self, names: I) {
        for (name, cell) in names {
            self.insert(name.as_ref(), cell);
        }
    }
}

impl<N: AsRef<str>> FromIterator<(N, Cell)> for CellNames {
    fn from_iter<I: IntoIterator<Item = (N, Cell)>>(names: I) -> Self {
        let mut all = Self::default();
        all.extend(names);
        all
    }
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    name.chars().map(fold_char).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// A label without the number at its start: `（一）`, `一、`, `1.`.
fn without_number(label: &str) -> &str {
    let end = label.find(['）', '、', '.']).filter(|&end| label[..end].chars().count() <= 2);
    end.and_then(|end| label[end..].chars().next().map(|mark| &label[end + mark.len_utf8()..])).unwrap_or(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_is_found_by_its_path_and_its_labels() {
        for &edition in Edition::ALL {
            let names = CellNames::of(edition);
            for &cell in edition.cells() {
                assert_eq!(names.find(cell.path()), Some(cell));
                for &lang in Lang::ALL {
                    let label = cell.label(lang);
                    let of_label = edition.cells().iter().filter(|other| other.label(lang) == label).count();
                    let expected = (of_label == 1).then_some(cell);
                    assert_eq!(names.find(&label), expected, "{label}");
                }
            }
        }
    }

    #[test]
    fn numbers_of_labels_are_left_out() {
        for (label, plain) in [
            ("（一）予以公开，总计", "予以公开，总计"),
            ("一、本年新收政府信息公开申请数量，总计", "本年新收政府信息公开申请数量，总计"),
            ("总计", "总计"),
            ("行政许可，本年增/减", "行政许可，本年增/减"),
        ] {
            assert_eq!(without_number(label), plain);
        }
    }

    #[test]
    fn names_are_collected() {
        let cell = Cell::Proactive(crate::form::ProactiveCell::LicensingDecisions);
        let names = CellNames::from_iter([("许可", cell)]);
        assert_eq!((names.find("许可"), names.find("处罚")), (Some(cell), None));
    }
}
