//! How grave a finding is.

use crate::value::axis::axis;

axis! {
    /// How grave a finding is.
    pub enum Severity {
        Error = "error", "错误", "error";
        Warning = "warning", "警告", "warning";
        Info = "info", "提示", "note";
    }
}
