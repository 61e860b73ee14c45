//! Figures: how a number gets its subject.
//!
//! `attribute` goes through a sentence number by number. The words before a number are its `label`; a row of `rule` names it if what the
//! row needs was `hear`d before (`needs`), and disclosure, comparisons, numbers that stand first, kinds and activities have a file each.
//! `mend` looks over a sentence when its last number is known, and `members` finds the lists.

pub(crate) mod activity;
pub(crate) mod attribute;
pub(crate) mod chain;
pub(crate) mod change;
pub(crate) mod disclosure;
pub(crate) mod first;
pub(crate) mod hear;
pub(crate) mod kinds;
pub(crate) mod label;
pub(crate) mod left;
pub(crate) mod members;
pub(crate) mod mend;
pub(crate) mod needs;
pub(crate) mod rule;
pub(crate) mod said;
pub(crate) mod time;
pub(crate) mod told;
pub(crate) mod whole;
pub(crate) mod within;
