//! The bodies whose reports were added, packed, so that a consolidation costs little more than its sums.

use std::collections::BTreeMap;

use crate::report::Report;
use crate::sum::Conflict;
use crate::value::{Body, BodyKind, Level, Region, Scope, Year};

/// Names stand one behind the other in one text, because a text for each body would be an allocation for
/// each report.
#[derive(Clone, Default)]
pub(crate) struct Roster {
    names: String,
    entries: Vec<Entry>,
}

/// A body but for its name, in 24 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    name_end: usize,
    region: Option<Region>,
    year: Year,
    level: Option<Level>,
    kind: Option<BodyKind>,
    scope: Option<Scope>,
    has_rules: bool,
}

/// A body on the roster.
#[derive(Clone, Copy)]
pub(crate) struct Listed<'a> {
    pub(crate) name: &'a str,
    entry: Entry,
}

impl Listed<'_> {
    pub(crate) fn body(&self) -> Body {
        let Entry { region, level, kind, scope, .. } = self.entry;
        Body { name: self.name.to_owned(), level, kind, region, scope }
    }

    pub(crate) fn year(&self) -> Year {
        self.entry.year
    }

    pub(crate) fn has_rules(&self) -> bool {
        self.entry.has_rules
    }

    /// Whether region and scope are known, so that it can be told what contains what.
    pub(crate) fn is_placed(&self) -> bool {
        self.entry.region.is_some() && self.entry.scope.is_some()
    }

    fn region(&self) -> Option<Region> {
        self.entry.region.map(Region::plain)
    }

    fn is_whole(&self) -> bool {
        self.entry.scope == Some(Scope::WholeJurisdiction)
    }

    fn is_same_as(&self, other: &Self) -> bool {
        let (a, b) = (self.region(), other.region());
        self.name == other.name && (a.is_none() || b.is_none() || a == b)
    }
}

impl Roster {
    /// A roster of bodies of which nothing else matters.
    pub(crate) fn of<'a>(bodies: impl IntoIterator<Item = &'a Body>, year: Year) -> Self {
        let mut roster = Self::default();
        for body in bodies {
            roster.list(body, year, false);
        }
        roster
    }

    #[inline]
    pub(crate) fn add(&mut self, report: &Report) {
        self.list(&report.body, report.year, report.proactive.has_rules());
    }

    #[inline]
    fn list(&mut self, body: &Body, year: Year, has_rules: bool) {
        let Body { ref name, level, kind, region, scope } = *body;
        self.names.push_str(name);
        self.entries.push(Entry { name_end: self.names.len(), region, year, level, kind, scope, has_rules });
    }

    pub(crate) fn append(&mut self, other: &Self) {
        let start = self.names.len();
        self.names.push_str(&other.names);
        self.entries.extend(other.entries.iter().map(|e| Entry { name_end: start + e.name_end, ..*e }));
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn years(&self) -> impl Iterator<Item = Year> {
        self.entries.iter().map(|entry| entry.year)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Listed<'_>> {
        let mut start = 0;
        self.entries.iter().map(move |&entry| {
            let name = self.names.get(start..entry.name_end).unwrap_or_default();
            start = entry.name_end;
            Listed { name, entry }
        })
    }

    /// The bodies in an order that does not depend on that of adding.
    fn sorted(&self) -> Vec<(Body, Year, bool)> {
        let mut bodies: Vec<_> = self.iter().map(|l| (l.body(), l.year(), l.has_rules())).collect();
        bodies.sort_unstable();
        bodies
    }

    /// The bodies that are there more than once, and those with a report that already contains theirs.
    pub(crate) fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = self.repeated();
        conflicts.extend(self.contained());
        conflicts
    }

    fn repeated(&self) -> Vec<Conflict> {
        let mut namesakes: BTreeMap<&str, Vec<Listed<'_>>> = BTreeMap::new();
        let suspects = self.suspects();
        for listed in suspects {
            namesakes.entry(listed.name).or_default().push(listed);
        }
        let mut conflicts = Vec::new();
        for mut bodies in namesakes.into_values().filter(|bodies| bodies.len() > 1) {
            bodies.sort_unstable_by_key(|l| (l.region(), l.body()));
            // One of unknown region, which sorts first, may be any of its namesakes.
            let is_open = bodies[0].region().is_none();
            let same = |a: &Listed<'_>, b: &Listed<'_>| is_open || a.region() == b.region();
            for bodies in bodies.chunk_by(same).filter(|bodies| bodies.len() > 1) {
                conflicts.push(Conflict::Repeated { body: bodies[0].body(), times: bodies.len() });
            }
        }
        conflicts
    }

    /// The bodies that may share their name with another: all that do, and a few more.
    ///
    /// A name is hashed to a slot of a bitmap that is mostly empty; only names of a slot that is hit twice
    /// are looked at. This costs a fraction of a map of names, and however well somebody chooses names to
    /// collide, they are then sorted, which is never slow.
    fn suspects(&self) -> Vec<Listed<'_>> {
        const SLOTS_A_BODY: usize = 64;
        let slots = (self.len() * SLOTS_A_BODY).next_power_of_two().max(64);
        let mut hit = vec![0_u64; slots / 64];
        let mut hit_twice = vec![0_u64; slots / 64];
        let place = |name: &str| {
            let slot = usize::try_from(hash(name) & (slots as u64 - 1)).unwrap_or_default();
            (slot / 64, 1_u64 << (slot % 64))
        };
        let mut is_unsuspicious = true;
        for listed in self.iter() {
            let (word, bit) = place(listed.name);
            let twice = hit[word] & bit;
            hit_twice[word] |= twice;
            hit[word] |= bit;
            is_unsuspicious &= twice == 0;
        }
        if is_unsuspicious {
            return Vec::new();
        }
        let is_suspect = |listed: &Listed<'_>| {
            let (word, bit) = place(listed.name);
            hit_twice[word] & bit != 0
        };
        self.iter().filter(is_suspect).collect()
    }

    fn contained(&self) -> Vec<Conflict> {
        let mut wholes: BTreeMap<Region, Vec<Listed<'_>>> = BTreeMap::new();
        for listed in self.iter().filter(Listed::is_whole) {
            if let Some(region) = listed.region() {
                wholes.entry(region).or_default().push(listed);
            }
        }
        if wholes.is_empty() {
            return Vec::new();
        }
        let mut conflicts = Vec::new();
        for listed in self.iter() {
            let Some(region) = listed.region() else { continue };
            let above = Level::ALL.iter().copied().filter_map(|level| region.at(level));
            for whole in above.filter_map(|region| wholes.get(&region)).flatten() {
                // Of two whole jurisdictions that are one region, one is named first.
                let is_other_way_round =
                    listed.is_whole() && whole.region() == Some(region) && listed.body() <= whole.body();
                if !listed.is_same_as(whole) && !is_other_way_round {
                    conflicts.push(Conflict::Contained { body: listed.body(), whole: whole.body() });
                }
            }
        }
        conflicts.sort_unstable();
        conflicts
    }
}

/// Mixes a name into 64 bits, eight bytes at a time.
fn hash(name: &str) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = name.as_bytes().as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(ODD).rotate_left(29);
    let hash = words.iter().fold(name.len() as u64, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    let hash = mix(hash, u64::from_le_bytes(last)).wrapping_mul(ODD);
    hash ^ (hash >> 32)
}

impl PartialEq for Roster {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.sorted() == other.sorted()
    }
}

impl Eq for Roster {}

impl std::fmt::Debug for Roster {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter().map(|listed| listed.body())).finish()
    }
}
