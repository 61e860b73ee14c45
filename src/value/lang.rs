//! The language of labels and messages.

use crate::value::axis::axis;

axis! {
    /// The language of a label or a message. It is always passed as an argument; nothing reads the
    /// environment.
    ///
    /// ```
    /// use ogi_report::{Applicant, Lang};
    ///
    /// assert_eq!(Applicant::NaturalPerson.label(Lang::Zh), "自然人");
    /// assert_eq!(Applicant::NaturalPerson.label(Lang::En), "natural person");
    /// ```
    pub enum Lang {
        Zh = "zh", "中文", "Chinese";
        En = "en", "英文", "English";
    }
}
