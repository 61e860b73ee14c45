//! A body of a consolidation, with what its name tells.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::sum::roster::Listed;
use crate::value::fold::fold_name;
use crate::value::infer::Facts;
use crate::value::{Body, BodyKind, Level, Region, Scope};

/// Ends of names of bodies that their own system leads, not the government of the place (Article 3 of the Regulations: 垂直领导). The report
/// of a jurisdiction need not hold their figures, and theirs hold none of other bodies. That they are these is our reading.
const SYSTEMS: &[&str] = &[
    "税务局",
    "气象局",
    "海关",
    "海事局",
    "烟草专卖局",
    "邮政管理局",
    "通信管理局",
    "国家安全局",
    "调查总队",
    "调查队",
];

/// A body with its folded name. What the body does not state is inferred from the name, once it is asked for.
pub(super) struct Placed<'a> {
    pub(super) listed: Listed<'a>,
    pub(super) name: Cow<'a, str>,
    facts: OnceCell<Facts>,
}

impl<'a> Placed<'a> {
    pub(super) fn of(listed: Listed<'a>) -> Self {
        Self { listed, name: fold_name(listed.name), facts: OnceCell::new() }
    }

    /// What the name tells.
    pub(super) fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| Facts::of(&self.name))
    }

    pub(super) fn region(&self) -> Option<Region> {
        self.listed.region().or_else(|| self.facts().region)
    }

    pub(super) fn level(&self) -> Option<Level> {
        self.listed.level().or_else(|| self.facts().level)
    }

    fn kind(&self) -> Option<BodyKind> {
        self.listed.kind().or_else(|| self.facts().kind)
    }

    /// Whether the region is inferred.
    pub(super) fn has_inferred_region(&self) -> bool {
        self.listed.region().is_none() || self.listed.inferred().region.is_some()
    }

    /// The body, with its inferred region if it states none.
    pub(super) fn body(&self) -> Body {
        let mut body = self.listed.body();
        if body.region.is_none() && self.region().is_some() {
            body.infer();
        }
        body
    }

    /// The system that leads the body.
    pub(super) fn system(&self) -> Option<&'static str> {
        SYSTEMS.iter().copied().find(|end| self.name.ends_with(end))
    }

    /// Whether the report of this body is stated to contain that of the other, which is a conflict.
    pub(super) fn certainly_contains(&self, other: &Self) -> bool {
        let contains = |own: Region| other.region().is_some_and(|others| own.contains(others));
        self.is_whole() && self.system() == other.system() && self.jurisdiction().is_some_and(contains)
    }

    /// Whether the report of this body, a department, may contain that of its own branch.
    pub(super) fn may_contain_branch(&self) -> bool {
        self.kind() == Some(BodyKind::Department) && self.listed.scope() != Some(Scope::OwnOffice)
    }

    pub(super) fn is_whole(&self) -> bool {
        self.listed.scope() == Some(Scope::WholeJurisdiction)
    }

    /// Whether the report may cover a whole jurisdiction. That of a department never does.
    pub(super) fn may_be_whole(&self) -> bool {
        match self.listed.scope() {
            Some(scope) => scope == Scope::WholeJurisdiction,
            None => self.kind() != Some(BodyKind::Department),
        }
    }

    /// The region that the body governs. A town may carry the code of its county, which it does not govern.
    pub(super) fn jurisdiction(&self) -> Option<Region> {
        let region = self.region()?;
        let is_own = self.level().map_or(!self.has_inferred_region(), |level| level <= region.level());
        is_own.then_some(region)
    }

    /// Whether the report of this body can contain the report of the other.
    pub(super) fn may_contain(&self, other: &Self) -> bool {
        self.system().is_none_or(|own| other.system() == Some(own)) && self.may_lead(other)
    }

    /// Whether a body of this level can have a report that contains the report of the other.
    pub(super) fn may_lead(&self, other: &Self) -> bool {
        match (self.level(), other.level()) {
            (Some(own), Some(others)) if own == others => match own {
                Level::Township => other.kind() == Some(BodyKind::Department),
                _ => other.kind() != Some(BodyKind::Government),
            },
            (Some(own), Some(others)) => own < others,
            _ => true,
        }
    }

    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.name == other.name && crate::value::body::agree(self.listed.region(), other.listed.region())
    }
}

/// The region and every region around it.
pub(super) fn above(region: Region) -> impl Iterator<Item = Region> {
    Level::ALL.iter().filter_map(move |&level| region.at(level))
}
