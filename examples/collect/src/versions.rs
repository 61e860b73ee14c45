//! Several reports of one body and year, and which years there are.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher as _};

use ogi_report::intake::Source;
use ogi_report::{Body, Region, Year};

use crate::Error;
use crate::part::{Parts, Record};

/// Of which bodies and years there are several sources. It keeps 32 bytes for each form while it counts, and little afterwards.
#[derive(Default)]
pub(crate) struct Versions {
    several: HashMap<(u64, Option<Region>), Several>,
    years: BTreeSet<Year>,
}

/// Several sources of one body and year, as far as names and regions tell bodies from one another.
#[derive(Clone, Copy)]
pub(crate) struct Several {
    /// Tells them from the sources of other bodies and years.
    pub(crate) who: u64,
    /// How many there are.
    many: usize,
    /// Whether they do not all print the same.
    pub(crate) is_disputed: bool,
    /// Whether they are of bodies with one name in several regions, and one of them may be of any.
    pub(crate) has_namesakes: bool,
}

/// A form in the list of all, ordered so that what may be of one body stands together, the region that says least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    named: u64,
    region: Option<Region>,
    is_stated: bool,
    digest: u64,
}

impl Versions {
    pub(crate) fn of(parts: &Parts, keys: &[String]) -> Result<Self, Error> {
        let mut forms: Vec<Entry> = Vec::new();
        let mut years = BTreeSet::new();
        for key in keys {
            for record in parts.records(key)? {
                let Record { source, digest, .. } = record?;
                years.extend(source.year);
                forms.extend(Entry::of(&source, digest));
            }
        }
        forms.sort_unstable();
        let mut several = HashMap::new();
        let mut rest = forms.as_slice();
        while let Some(first) = rest.first() {
            let (versions, others) = rest.split_at(rest.iter().take_while(|other| first.may_be(other)).count());
            rest = others;
            if versions.len() > 1 {
                let found = Several::of(versions);
                several.extend(versions.iter().map(|version| ((version.named, version.region), found)));
            }
        }
        Ok(Self { several, years })
    }

    /// Notes on a source how many there are of its body and year.
    pub(crate) fn note(&self, source: &mut Source) {
        if named(source).is_some() {
            (source.versions, source.is_disputed) =
                self.several(source).map_or((1, false), |several| (several.many, several.is_disputed));
        }
    }

    /// The sources of the body and year of this one, if it is not the only one.
    pub(crate) fn several(&self, source: &Source) -> Option<Several> {
        let region = source.body.as_ref()?.region;
        self.several.get(&(named(source)?, region)).copied()
    }

    /// The year of all forms that state one, if it is one year.
    pub(crate) fn only_year(&self) -> Option<Year> {
        self.years.first().copied().filter(|_| self.years.len() == 1)
    }
}

impl Several {
    /// Of more than one entry.
    fn of(versions: &[Entry]) -> Self {
        let first = versions[0];
        let mut stated = versions.iter().filter(|version| version.is_stated);
        let has_namesakes = stated.next().is_some_and(|one| stated.any(|other| !is_same(one.region, other.region)));
        let is_disputed = versions.iter().any(|version| version.digest != first.digest);
        Self { who: hashed((first.named, first.region)), many: versions.len(), is_disputed, has_namesakes }
    }
}

impl Entry {
    /// `None` if nobody knows the body or the year.
    fn of(source: &Source, digest: u64) -> Option<Self> {
        let body = source.body.as_ref()?;
        let is_stated = body.region.is_some() && body.inferred.region.is_none();
        Some(Self { named: named(source)?, region: body.region, is_stated, digest })
    }

    /// Whether another entry, which stands behind this one, may be of the same body. An unknown region may be any. A region that only the
    /// name tells may be the county of a town, whose own code the other one states.
    fn may_be(&self, other: &Self) -> bool {
        let may_lie_in = |own: Region| other.region.is_some_and(|others| own.contains(others));
        self.named == other.named
            && (is_same(self.region, other.region) || self.region.is_none_or(|own| !self.is_stated && may_lie_in(own)))
    }
}

/// A code of six digits is that of nine with three zeros.
fn is_same(one: Option<Region>, other: Option<Region>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.contains(other) && other.contains(one),
        (one, other) => one == other,
    }
}

/// A name in a year.
fn named(source: &Source) -> Option<u64> {
    Some(hashed((source.body.as_ref()?.folded_name(), source.year?)))
}

/// A body, as far as its name and its region tell it from others.
pub(crate) fn body(body: &Body) -> u64 {
    hashed((body.folded_name(), body.region.map(|region| region.code().to_owned())))
}

/// Tells a value from others, the same in every run.
pub(crate) fn hashed(value: impl Hash) -> u64 {
    let mut hash = DefaultHasher::new();
    value.hash(&mut hash);
    hash.finish()
}
