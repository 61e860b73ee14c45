//! The rule book: every rule with its code, severity, formula, source and wording.
//!
//! To change what a rule says, change its entry in the file of its part of the form; to change what a linear rule sums, see
//! `equations.rs`; for comparisons within a form, `relations.rs`; for those between two years, `assess/years.rs`; for what a cell
//! may hold, `assess/syntax.rs`.

#[macro_use]
mod cells;
#[macro_use]
mod disputes;
#[macro_use]
mod document;
#[macro_use]
mod editions;
#[macro_use]
mod figures;
#[macro_use]
mod proactive;
#[macro_use]
mod requests;
#[macro_use]
mod years;

use crate::check::Severity;
use crate::form::Edition;
use crate::value::axis::axis;

/// One entry of the rule book.
pub(crate) struct Entry {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    pub(crate) editions: &'static [Edition],
    /// What it needs beside the form.
    pub(crate) needs: &'static [Need],
    /// Whether it is a local requirement, which no preset asks.
    pub(crate) is_local: bool,
    /// How grave it is under the strict policy, if that is another severity.
    pub(crate) strict: Option<Severity>,
    pub(crate) formula: [&'static str; 2],
    pub(crate) source: [&'static str; 2],
    pub(crate) wording: [&'static str; 2],
    /// A finding on a real report that was broken for it; the tests break it so and compare.
    pub(crate) example: [&'static str; 2],
    pub(crate) page: [&'static str; 2],
}

axis! {
    /// What a rule needs beside the form.
    #[non_exhaustive]
    pub enum Need {
        Previous = "previous", "上年表格", "the form of the year before";
        Narrative = "text", "报告正文", "the text of the report";
        PreviousNarrative = "previous_text", "上年报告正文", "the text of last year's report";
    }
}

/// Declares the rules, of all parts of the form at once, because they are one `enum`: the macro of a part hands its entries
/// to that of the next, and the last is this one. The doc comment of a rule is its page in English; of two texts the first is the Chinese one.
/// `finding` is the wording of its findings, in which `{…}` names what the finding fills in (see `message.rs`).
macro_rules! rules {
    (; $(
        $(#[doc = $page:literal])+
        $Code:ident $Severity:ident [$($Edition:ident),+] {
            $(needs: [$($Need:ident),+],)?
            $(local: $is_local:literal,)?
            $(strict: $Strict:ident,)?
            page: $page_zh:literal,
            formula: $formula:expr,
            source: $source:expr,
            finding: $finding:expr,
            example: $example:expr,
        }
    )+) => {
        /// A rule of the form, by its stable code.
        ///
        /// The letter is the part of the form: `C` cell, `P` section 二, `R` section 三 (requests), `D` section
        /// 四 (disputes), `E` edition, `T` the document and its text, `N` the figures of the text, `Y` the year before; `X` is left to
        /// [rules of the house](crate::check::HouseRule). The hundreds are the kind of rule within it. A code
        /// never changes its meaning and is never used again.
        ///
        /// ```
        /// use ogi_report::{Rule, Severity};
        ///
        /// let rule = Rule::from_code("R103").unwrap();
        /// assert_eq!(rule, Rule::R103);
        /// assert_eq!(rule.severity(), Severity::Error);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[doc = $page])+ $Code,)+
        }

        impl Rule {
            /// Every rule, in the order of the codes' parts of the form.
            pub const ALL: &'static [Self] = &Self::ENTRIES;

            pub(crate) const ENTRIES: [Self; [$(stringify!($Code)),+].len()] = [$(Self::$Code),+];

            pub(crate) const fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$Code => &Entry {
                        code: stringify!($Code),
                        severity: Severity::$Severity,
                        editions: &[$(Edition::$Edition),+],
                        needs: &[$($(Need::$Need),+)?],
                        is_local: [$($is_local,)? false][0],
                        strict: [$(Some(Severity::$Strict),)? None][0],
                        formula: $formula,
                        source: $source,
                        wording: $finding,
                        example: $example,
                        page: [$page_zh, concat!($($page, "\n"),+)],
                    },)+
                }
            }
        }
    };
}

// In the order of the codes' parts of the form.
cells! { proactive requests disputes editions document figures years rules; }
