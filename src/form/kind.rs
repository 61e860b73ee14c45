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
