//! Several reports of one body and year, and which years there are.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use ogi_report::intake::Source;
use ogi_report::{Body, Year};

use crate::Error;
use crate::part::{Parts, Record};

/// Of which bodies and years there are several sources. It keeps sixteen bytes for each form while it counts, and little afterwards.
#[derive(Default)]
pub(crate) struct Versions {
    /// How many, and whether they do not all print the same, by body and year.
    several: HashMap<u64, (usize, bool)>,
    years: BTreeSet<Year>,
}

impl Versions {
    pub(crate) fn of(parts: &Parts, keys: &[String]) -> Result<Self, Error> {
        let mut forms: Vec<(u64, u64)> = Vec::new();
        let mut years = BTreeSet::new();
        for key in keys {
            for record in parts.records(key)? {
                let Record { source, digest, .. } = record?;
                years.extend(source.year);
                forms.extend(who(&source).map(|who| (who, digest)));
            }
        }
        forms.sort_unstable();
        let several = forms.chunk_by(|a, b| a.0 == b.0).filter(|versions| versions.len() > 1);
        // They are in the order of their digests, so the first and the last differ if any two do.
        let several = several.map(|all| (all[0].0, (all.len(), all[0].1 != all[all.len() - 1].1))).collect();
        Ok(Self { several, years })
    }

    /// Notes on a source how many there are of its body and year.
    pub(crate) fn note(&self, source: &mut Source) {
        let Some(who) = who(source) else { return };
        (source.versions, source.is_disputed) = self.several.get(&who).copied().unwrap_or((1, false));
    }

    pub(crate) fn is_one_of_several(&self, source: &Source) -> bool {
        who(source).is_some_and(|who| self.several.contains_key(&who))
    }

    /// The year of all forms that state one, if it is one year.
    pub(crate) fn only_year(&self) -> Option<Year> {
        self.years.first().copied().filter(|_| self.years.len() == 1)
    }
}

/// A body in a year.
pub(crate) fn who(source: &Source) -> Option<u64> {
    let mut hash = DefaultHasher::new();
    (body(source.body.as_ref()?), source.year?).hash(&mut hash);
    Some(hash.finish())
}

/// A body, as far as its name and its region tell it from others.
pub(crate) fn body(body: &Body) -> u64 {
    let mut hash = DefaultHasher::new();
    (body.folded_name(), body.region.map(|region| region.code().to_owned())).hash(&mut hash);
    hash.finish()
}
