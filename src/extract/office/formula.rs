//! Addresses of cells, and the formulas that sum rectangles of them.

use std::rc::Rc;

use crate::extract::CellRange;

/// Row and column of an address such as `$F$23`, from 0.
pub(super) fn address(text: &str) -> Option<(u32, u32)> {
    const LETTERS: usize = 3;
    let text = text.strip_prefix('$').unwrap_or(text);
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=LETTERS).contains(&letters) {
        return None;
    }
    let (column, row) = text.split_at(letters);
    let place = |byte: u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = column.bytes().fold(0, |column, byte| column * 26 + place(byte));
    let row = row.strip_prefix('$').unwrap_or(row);
    if !row.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

/// A sum of rectangles of the same sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    /// The rectangles; rows and columns count from 0. Cells that are repeated share them.
    pub(super) ranges: Rc<[CellRange]>,
    /// How many of its cells must hold a number; it gives an empty text where fewer do.
    pub(super) numbers: usize,
    /// Whether the formula adds with `+`, which takes a text for a number, or fails on it, where `SUM` passes it over.
    pub(super) adds_by_plus: bool,
}

impl Sum {
    /// Reads `SUM(D5:I5,K5)`, `D5+E5`, `IF(COUNT(D5:I5)=0,"",SUM(D5:I5))` or `IF(COUNT(D5:I5)<6,"",SUM(D5:I5))`; any other formula is none.
    pub(super) fn parse(formula: &str) -> Option<Self> {
        let formula: String = formula.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let formula = formula.strip_prefix('=').unwrap_or(&formula);
        let test = formula.strip_prefix("IF(COUNT(");
        let mut numbers = 0;
        let (summed, separator) = match test {
            Some(rest) => {
                let (counted, rest) = rest.split_once(')')?;
                let (compared, rest) = rest.split_once(",\"\",SUM(")?;
                numbers = match compared.split_at_checked(1)? {
                    ("=", "0") => 1,
                    ("<", least) => least.parse().ok()?,
                    _ => return None,
                };
                let summed = rest.strip_suffix("))")?;
                (Some(summed).filter(|summed| *summed == counted)?, ',')
            }
            None => match formula.strip_prefix("SUM(") {
                Some(rest) => (rest.strip_suffix(')')?, ','),
                None if formula.contains('+') => (formula, '+'),
                None => return None,
            },
        };
        let ranges = summed.split(separator).map(range).collect::<Option<_>>()?;
        Some(Self { ranges, numbers, adds_by_plus: separator == '+' })
    }
}

fn range(text: &str) -> Option<CellRange> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((row, column), (last_row, last_column)) = (address(first)?, address(last)?);
    Some(CellRange { row, column, last_row, last_column }).filter(|_| row <= last_row && column <= last_column)
}

#[cfg(test)]
mod tests {
    use super::{Sum, address};
    use crate::extract::CellRange;

    #[test]
    fn addresses_have_letters_and_a_number() {
        let cases = [
            ("A1", Some((0, 0))),
            ("$F$23", Some((22, 5))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("A0", None),
            ("1", None),
            ("A", None),
            ("AAAA1", None),
            ("A1B", None),
            ("A99999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(address(text), expected, "{text}");
        }
    }

    #[test]
    fn sums_of_rectangles_are_read_and_no_other_formula() {
        let row = |first, last| CellRange { row: 4, column: first, last_row: 4, last_column: last };
        let cases: [(&str, Option<Vec<CellRange>>); 9] = [
            ("SUM(D5:I5)", Some(vec![row(3, 8)])),
            ("sum( $D$5:I5 , K5 )", Some(vec![row(3, 8), row(10, 10)])),
            ("D5+E5", Some(vec![row(3, 3), row(4, 4)])),
            ("IF(COUNT(D5:I5)=0,\"\",SUM(D5:I5))", Some(vec![row(3, 8)])),
            ("IF(COUNT(D5:H5)=0,\"\",SUM(D5:I5))", None),
            ("SUM(D5:I5)-E5", None),
            ("SUM(Sheet2!D5:I5)", None),
            ("SUM(I5:D5)", None),
            ("D5", None),
        ];
        for (formula, expected) in cases {
            assert_eq!(Sum::parse(formula).map(|sum| sum.ranges.to_vec()), expected, "{formula}");
        }
    }
}
