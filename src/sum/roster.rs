//! The bodies whose reports were added.

use crate::form::Route;
use crate::form::proactive::Number;
use crate::report::Report;
use crate::value::{Body, BodyKind, Inferred, Level, Region, Scope, Year};

/// The names are stored one after another in a single string, which saves an allocation for each report.
#[derive(Clone, Default)]
pub(crate) struct Roster {
    names: String,
    entries: Vec<Entry>,
}

/// What is kept of a report beside the name of its body, in 40 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    name_end: usize,
    digest: u64,
    region: Option<Region>,
    year: Year,
    level: Option<Level>,
    kind: Option<BodyKind>,
    scope: Option<Scope>,
    inferred: Inferred,
    has_rules: bool,
}

// The documentation of `Consolidation` states this size.
#[cfg(target_pointer_width = "64")]
const _: () = assert!(size_of::<Entry>() == 40);

/// A report on the roster.
#[derive(Clone, Copy)]
pub(crate) struct Listed<'a> {
    pub(crate) name: &'a str,
    entry: Entry,
}

impl Listed<'_> {
    pub(crate) fn body(&self) -> Body {
        let Entry { region, level, kind, scope, inferred, .. } = self.entry;
        Body { name: self.name.to_owned(), level, kind, region, scope, inferred }
    }

    pub(crate) fn year(&self) -> Year {
        self.entry.year
    }

    pub(crate) fn has_rules(&self) -> bool {
        self.entry.has_rules
    }

    pub(crate) fn digest(&self) -> u64 {
        self.entry.digest
    }

    pub(crate) fn level(&self) -> Option<Level> {
        self.entry.level
    }

    pub(crate) fn kind(&self) -> Option<BodyKind> {
        self.entry.kind
    }

    pub(crate) fn scope(&self) -> Option<Scope> {
        self.entry.scope
    }

    pub(crate) fn region(&self) -> Option<Region> {
        self.entry.region.map(Region::plain)
    }

    pub(crate) fn inferred(&self) -> Inferred {
        self.entry.inferred
    }

    /// Whether region and scope are known.
    pub(crate) fn is_placed(&self) -> bool {
        self.entry.region.is_some() && self.entry.scope.is_some()
    }
}

impl Roster {
    /// A roster of bodies alone, without their figures.
    pub(crate) fn of<'a>(bodies: impl IntoIterator<Item = &'a Body>, year: Year) -> Self {
        let mut roster = Self::default();
        for body in bodies {
            roster.list(body, year, false, 0);
        }
        roster
    }

    #[inline]
    pub(crate) fn add(&mut self, report: &Report) {
        self.list(&report.body, report.year, report.proactive.has_rules(), digest(report));
    }

    #[inline]
    pub(crate) fn list(&mut self, body: &Body, year: Year, has_rules: bool, digest: u64) {
        let Body { ref name, level, kind, region, scope, inferred } = *body;
        self.names.push_str(name);
        let name_end = self.names.len();
        self.entries.push(Entry { name_end, digest, region, year, level, kind, scope, inferred, has_rules });
    }

    pub(crate) fn append(&mut self, other: &Self) {
        let start = self.names.len();
        self.names.push_str(&other.names);
        self.entries.extend(other.entries.iter().map(|e| Entry { name_end: start + e.name_end, ..*e }));
    }

    /// Removes a report; `false` if it is not there with these figures.
    pub(crate) fn remove(&mut self, report: &Report) -> bool {
        let digest = digest(report);
        let is_it = |listed: &Listed<'_>| {
            listed.digest() == digest && listed.year() == report.year && listed.body() == report.body
        };
        let Some(at) = self.iter().position(|listed| is_it(&listed)) else { return false };
        let start = at.checked_sub(1).map_or(0, |before| self.entries[before].name_end);
        let removed = self.entries.remove(at);
        self.names.replace_range(start..removed.name_end, "");
        for entry in &mut self.entries[at..] {
            entry.name_end -= removed.name_end - start;
        }
        true
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

    /// The reports, sorted, so that two rosters can be compared whatever the order of adding.
    fn sorted(&self) -> Vec<(Body, Year, bool, u64)> {
        let mut reports: Vec<_> = self.iter().map(|l| (l.body(), l.year(), l.has_rules(), l.digest())).collect();
        reports.sort_unstable();
        reports
    }
}

/// A hash of the figures of a report. With it, only a report that was added can be removed. It guards against mistakes, not
/// against somebody who searches for two reports with the same hash.
pub(super) fn digest(report: &Report) -> u64 {
    const ODD: [u64; 6] = [
        0x9e37_79b9_7f4a_7c15,
        0xbf58_476d_1ce4_e5b9,
        0x94d0_49bb_1331_11eb,
        0xd6e8_feb8_6659_fd93,
        0xa076_1d64_78bd_642f,
        0xe703_7ed1_a0b4_28db,
    ];
    let mut digest = report.edition().index() as u64;
    let mut put = |figures: &[u32]| {
        let row = figures
            .iter()
            .zip(ODD)
            .fold(0_u64, |row, (&figure, odd)| row.wrapping_add((u64::from(figure) + 1).wrapping_mul(odd)));
        digest = (digest.rotate_left(29) ^ row).wrapping_mul(ODD[0]);
    };
    for (first, rows) in report.requests.runs() {
        put(&[u32::try_from(first.index()).unwrap_or_default()]);
        for row in rows {
            put(row.as_slice());
        }
    }
    for &route in Route::ALL {
        put(report.disputes.route(route).as_slice());
    }
    report.proactive.visit(|_, number| match number {
        Number::Count(count) => put(&[count]),
        Number::Change(change) => put(&[1, change.cast_unsigned()]),
        Number::Amount(amount, unit) => {
            let [low, high] = [amount.millionths(), amount.millionths() >> 32].map(|part| (part & 0xffff_ffff) as u32);
            put(&[2, low, high, unit.map_or(0, |unit| 1 + unit as u32)]);
        }
        Number::NotApplicable => put(&[3, 3, 3, 3, 3]),
    });
    digest ^ (digest >> 32)
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
