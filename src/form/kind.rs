//! What a cell may hold, and in which unit.

use crate::value::axis::axis;

axis! {
    /// What a cell may hold.
    pub enum CellKind {
        Count = "count", "数量", "a whole number from 0 to 4294967295";
        Change = "change", "增减数", "a whole number, negative for a decrease";
        Amount = "amount", "金额", "an amount of money with at most six decimals";
    }
}

axis! {
    /// A unit that a cell or a column of the form states.
    pub enum Unit {
        Document = "document", "件", "document or case";
        Item = "item", "项", "item";
        Project = "project", "个", "project";
        Yuan = "yuan", "元", "yuan";
        TenThousandYuan = "ten_thousand_yuan", "万元", "ten thousand yuan";
    }
}

impl Unit {
    /// The words that reports print behind a number, each with the unit that it states. Reports use many measure words in place of 件.
    pub(crate) const WORDS: [(&str, Self); 12] = [
        ("件", Self::Document),
        ("条", Self::Document),
        ("份", Self::Document),
        ("次", Self::Document),
        ("宗", Self::Document),
        ("起", Self::Document),
        ("部", Self::Document),
        ("例", Self::Document),
        ("项", Self::Item),
        ("个", Self::Project),
        ("元", Self::Yuan),
        ("万元", Self::TenThousandYuan),
    ];

    /// The unit that a word behind a number states, if it is one of [`Unit::WORDS`].
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(one, _)| *one == word).map(|&(_, unit)| unit)
    }

    /// Whether the unit counts money, not things.
    ///
    /// ```
    /// assert!(ogi_report::form::Unit::Yuan.is_money());
    /// assert!(!ogi_report::form::Unit::Document.is_money());
    /// ```
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Yuan | Self::TenThousandYuan)
    }
}
