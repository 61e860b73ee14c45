//! What lines over a table say of all its figures: that they are of another period, or counted in another unit.

use crate::extract::words::another::is_multiple;
use crate::extract::words::fold::is_ideograph;
use crate::form::Unit;

/// What was said, and of which figures it holds.
#[derive(Default)]
pub(super) struct Stated {
    /// Of another period.
    period: Option<Scope>,
    /// Counted in another unit.
    unit: Option<Scope>,
    /// Whether figures or a block of section 二 were read since the heading.
    has_begun: bool,
    /// Whether the label of a row waits for its figures.
    is_in_row: bool,
}

/// The figures that words hold of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Those up to the next heading.
    Section,
    /// Those of the block of section 二 that follows, or whose title stands above.
    Block { is_read: bool },
}

impl Stated {
    /// Passes a heading.
    pub(super) fn heading(&mut self) {
        *self = Self::default();
    }

    /// Passes the title of a block.
    pub(super) fn block(&mut self) {
        (self.has_begun, self.is_in_row) = (true, false);
        for said in [&mut self.period, &mut self.unit] {
            *said = said.filter(|scope| *scope != Scope::Block { is_read: true });
        }
    }

    /// Passes the label of a row.
    pub(super) fn label(&mut self) {
        self.is_in_row = true;
    }

    /// Passes figures of the form.
    pub(super) fn figures(&mut self) {
        (self.has_begun, self.is_in_row) = (true, false);
        for said in [&mut self.period, &mut self.unit].into_iter().flatten() {
            if let Scope::Block { is_read } = said {
                *is_read = true;
            }
        }
    }

    /// Takes words that name a period, and whether it is another than that of the report.
    pub(super) fn say_period(&mut self, is_another: bool) {
        self.period = is_another.then(|| self.scope());
    }

    /// Takes a line that may say in which unit the figures are counted.
    pub(super) fn say_unit(&mut self, line: &str) {
        if let Some(is_another) = unit_in(line) {
            self.unit = is_another.then(|| self.scope());
        }
    }

    /// Whether the figures that follow are of another period.
    pub(super) fn is_of_another_period(&self) -> bool {
        self.period.is_some()
    }

    /// Whether the figures that follow are counted in another unit.
    pub(super) fn is_in_another_unit(&self) -> bool {
        self.unit.is_some()
    }

    fn scope(&self) -> Scope {
        // What stands between a label and its figures says nothing of the block that follows.
        if self.has_begun { Scope::Block { is_read: self.is_in_row } } else { Scope::Section }
    }
}

/// Whether a line says in which unit a table counts, and whether that is another than that of the form: 单位：万件, 填报单位：某局 单位：元.
fn unit_in(line: &str) -> Option<bool> {
    let mut behind = line.split("单位").skip(1);
    behind.find_map(|behind| is_another_unit(behind.trim_start_matches([':', '：', ' ', '(', '（'])))
}

/// Whether words begin with a unit, and whether that is another than the form counts in.
fn is_another_unit(words: &str) -> Option<bool> {
    let unit = words.trim_start_matches(is_multiple);
    let multiple = words.strip_suffix(unit).unwrap_or_default();
    if is_county(unit) {
        return None;
    }
    let is_money = unit.starts_with('元');
    let is_count = Unit::WORDS.iter().any(|(word, _)| !is_money && unit.starts_with(word));
    let is_another = (is_count && !multiple.is_empty()) || (is_money && multiple != "万");
    (is_count || is_money).then_some(is_another)
}

/// Whether words begin with the name of a county that begins like the unit: 元氏县, 元宝区.
fn is_county(words: &str) -> bool {
    let mut behind = words.chars().skip(1);
    words.starts_with('元')
        && behind.next().is_some_and(is_ideograph)
        && behind.next().is_some_and(|last| matches!(last, '县' | '区'))
}

/// Whether a cell beside figures holds nothing but a unit, and another than that of the form.
pub(super) fn is_cell_of_another_unit(cell: &str) -> bool {
    /// Characters of the longest unit with its multiple, and with the brackets around it.
    const LONGEST: usize = 5;
    let unit = cell.trim_matches(['(', ')', '（', '）', ' ']);
    cell.chars().count() <= LONGEST && is_another_unit(unit) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::{Stated, is_cell_of_another_unit};

    #[test]
    fn a_unit_is_another_if_it_is_not_that_of_the_form() {
        for (line, is_another) in [
            ("单位:元", true),
            ("单位:万元", false),
            ("单位(千件)", true),
            ("计量单位: 件", false),
            ("金额单位:亿元", true),
            ("责任单位:某局", false),
            ("填报单位:元氏县人民政府", false),
            ("填报单位:元氏县某局 单位:元", true),
            ("单位:元（县级）", true),
            ("填报单位:某局单位:元", true),
        ] {
            let mut stated = Stated::default();
            stated.say_unit(line);
            assert_eq!(stated.is_in_another_unit(), is_another, "{line}");
        }
        for (cell, is_another) in [
            ("元", true),
            ("千件", true),
            ("（元）", true),
            ("件", false),
            ("万元", false),
            ("7元", false),
            ("", false),
        ] {
            assert_eq!(is_cell_of_another_unit(cell), is_another, "{cell}");
        }
    }

    #[test]
    fn words_hold_of_the_table_or_block_that_they_stand_over() {
        let mut stated = Stated::default();
        // Over a section, up to the next heading.
        stated.say_unit("单位:元");
        stated.block();
        stated.figures();
        stated.block();
        assert!(stated.is_in_another_unit());
        stated.heading();
        assert!(!stated.is_in_another_unit());
        // Over a block and within one, up to the next block.
        for is_over in [true, false] {
            stated.block();
            stated.figures();
            if !is_over {
                stated.block();
            }
            stated.say_period(true);
            if is_over {
                stated.block();
            }
            assert!(stated.is_of_another_period(), "{is_over}");
            stated.figures();
            stated.block();
            assert!(!stated.is_of_another_period(), "{is_over}");
        }
        // Until the contrary is said.
        stated.say_period(true);
        stated.say_period(false);
        assert!(!stated.is_of_another_period());
    }
}
