//! Finds bodies that were added twice, and reports that contain the report of another body.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use crate::sum::Conflict;
use crate::sum::coverage::Open;
use crate::sum::roster::{Listed, Roster};
use crate::value::fold::fold_name;
use crate::value::infer::Facts;
use crate::value::{Body, BodyKind, Level, Region, Scope};

/// A body with its folded name. What the body does not state is inferred from the name, once it is asked for.
struct Placed<'a> {
    listed: Listed<'a>,
    name: Cow<'a, str>,
    facts: OnceCell<Facts>,
}

impl<'a> Placed<'a> {
    fn of(listed: Listed<'a>) -> Self {
        Self { listed, name: fold_name(listed.name), facts: OnceCell::new() }
    }

    /// What the name tells.
    fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| Facts::of(&self.name))
    }

    fn region(&self) -> Option<Region> {
        self.listed.region().or_else(|| self.facts().region)
    }

    fn level(&self) -> Option<Level> {
        self.listed.level().or_else(|| self.facts().level)
    }

    fn kind(&self) -> Option<BodyKind> {
        self.listed.kind().or_else(|| self.facts().kind)
    }

    /// Whether the region is inferred.
    fn has_inferred_region(&self) -> bool {
        self.listed.region().is_none() || self.listed.inferred().region.is_some()
    }

    /// The body, with its inferred region if it states none.
    fn body(&self) -> Body {
        let mut body = self.listed.body();
        if body.region.is_none() && self.region().is_some() {
            body.infer();
        }
        body
    }

    fn is_whole(&self) -> bool {
        self.listed.scope() == Some(Scope::WholeJurisdiction)
    }

    /// Whether the report may cover a whole jurisdiction. That of a department never does.
    fn may_be_whole(&self) -> bool {
        match self.listed.scope() {
            Some(scope) => scope == Scope::WholeJurisdiction,
            None => self.kind() != Some(BodyKind::Department),
        }
    }

    /// The region that the body governs. A town may carry the code of its county, which it does not govern.
    fn jurisdiction(&self) -> Option<Region> {
        let region = self.region()?;
        let is_own = self.level().map_or(!self.has_inferred_region(), |level| level <= region.level());
        is_own.then_some(region)
    }

    /// Whether a body of this level can have a report that contains the report of the other.
    fn may_contain(&self, other: &Self) -> bool {
        match (self.level(), other.level()) {
            (Some(own), Some(others)) if own == others => match own {
                Level::Township => other.kind() == Some(BodyKind::Department),
                _ => other.kind() != Some(BodyKind::Government),
            },
            (Some(own), Some(others)) => own < others,
            _ => true,
        }
    }

    fn is_same_as(&self, other: &Self) -> bool {
        self.name == other.name && crate::value::body::agree(self.listed.region(), other.listed.region())
    }
}

/// The region and every region around it.
fn above(region: Region) -> impl Iterator<Item = Region> {
    Level::ALL.iter().filter_map(move |&level| region.at(level))
}

impl Roster {
    /// The bodies that were added more than once, and those whose figures another report already contains.
    pub(crate) fn conflicts(&self) -> Vec<Conflict> {
        let placed: Vec<Placed<'_>> = self.iter().map(Placed::of).collect();
        let mut conflicts = repeated(&placed);
        conflicts.extend(contained(&placed));
        conflicts
    }

    /// The bodies whose figures another report may contain, each with one such report.
    pub(crate) fn open(&self) -> Vec<Open> {
        let placed: Vec<Placed<'_>> = self.iter().map(Placed::of).collect();
        open(&placed)
    }
}

fn repeated(placed: &[Placed<'_>]) -> Vec<Conflict> {
    let mut times: HashMap<&str, u32> = HashMap::with_capacity(placed.len());
    for one in placed {
        *times.entry(&one.name).or_default() += 1;
    }
    if times.len() == placed.len() {
        return Vec::new();
    }
    let mut namesakes: BTreeMap<&str, Vec<Listed<'_>>> = BTreeMap::new();
    for one in placed.iter().filter(|one| times.get(&*one.name) > Some(&1)) {
        namesakes.entry(&one.name).or_default().push(one.listed);
    }
    let mut conflicts = Vec::new();
    for mut bodies in namesakes.into_values() {
        bodies.sort_unstable_by_key(|l| (l.region(), l.body()));
        // A body of unknown region sorts first. It may be any of its namesakes.
        let is_open = bodies[0].region().is_none();
        let same = |a: &Listed<'_>, b: &Listed<'_>| is_open || a.region() == b.region();
        for bodies in bodies.chunk_by(same).filter(|bodies| bodies.len() > 1) {
            conflicts.push(Conflict::Repeated { body: bodies[0].body(), times: bodies.len() });
        }
    }
    conflicts
}

fn contained(placed: &[Placed<'_>]) -> Vec<Conflict> {
    let mut wholes: BTreeMap<Region, Vec<&Placed<'_>>> = BTreeMap::new();
    for whole in placed.iter().filter(|one| one.is_whole()) {
        if let Some(region) = whole.jurisdiction() {
            wholes.entry(region).or_default().push(whole);
        }
    }
    if wholes.is_empty() {
        return Vec::new();
    }
    let mut conflicts = Vec::new();
    for one in placed {
        let Some(region) = one.region() else { continue };
        for whole in above(region).filter_map(|region| wholes.get(&region)).flatten() {
            // Two reports of the same whole region contain each other; one conflict is enough.
            let is_other_way_round =
                one.is_whole() && one.jurisdiction() == whole.jurisdiction() && one.body() <= whole.body();
            if !one.is_same_as(whole) && !is_other_way_round {
                conflicts.push(Conflict::Contained { body: one.body(), whole: whole.body() });
            }
        }
    }
    conflicts.sort_unstable();
    conflicts
}

/// The two bodies of the highest level; an unknown level counts as the highest. Two are enough: one of them is not the body in
/// question, and a body that neither can contain cannot be contained by a lower one.
#[derive(Default)]
struct Highest(Vec<usize>);

impl Highest {
    fn put(&mut self, at: usize, placed: &[Placed<'_>]) {
        self.0.push(at);
        self.0.sort_by_cached_key(|&at| (placed[at].level(), placed[at].name.clone(), placed[at].body()));
        self.0.truncate(2);
    }
}

fn open(placed: &[Placed<'_>]) -> Vec<Open> {
    let mut anywhere = Highest::default();
    let mut by_region: BTreeMap<Option<Region>, Highest> = BTreeMap::new();
    for (at, one) in placed.iter().enumerate().filter(|(_, one)| one.may_be_whole()) {
        anywhere.put(at, placed);
        by_region.entry(one.region()).or_default().put(at, placed);
    }
    let mut found = Vec::new();
    for (at, one) in placed.iter().enumerate() {
        let regions = one.region().into_iter().flat_map(above).map(Some).chain([None]);
        let near = regions.filter_map(|region| by_region.get(&region));
        let far = one.region().is_none().then_some(&anywhere);
        let others = near.chain(far).flat_map(|highest| &highest.0).filter(|&&other| other != at);
        let mut others = others.map(|&other| &placed[other]);
        let is_certain =
            |whole: &Placed<'_>| whole.is_whole() && whole.jurisdiction().is_some() && one.region().is_some();
        if let Some(whole) = others.find(|whole| whole.may_contain(one) && !whole.is_same_as(one) && !is_certain(whole))
        {
            found.push(Open { body: one.body(), whole: whole.body() });
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::{Conflict, Roster};
    use crate::value::{Body, BodyKind, Level, Scope, Year};

    fn roster(bodies: &[Body]) -> Roster {
        Roster::of(bodies, Year::new(2024).unwrap())
    }

    fn with(name: &str, region: Option<&str>, scope: Option<Scope>) -> Body {
        Body { region: region.map(|region| region.parse().unwrap()), scope, ..Body::named(name) }
    }

    #[test]
    fn a_whole_in_two_spellings_is_repeated_and_does_not_contain_itself() {
        let whole = |name: &str| with(name, Some("370784"), Some(Scope::WholeJurisdiction));
        let both = roster(&[whole("某某县人民政府"), whole("某某县 人民政府")]);
        assert!(matches!(both.conflicts().as_slice(), [Conflict::Repeated { times: 2, .. }]));
    }

    #[test]
    fn what_is_a_conflict_is_not_open_as_well() {
        let county = with("某某县人民政府", Some("370784"), Some(Scope::WholeJurisdiction));
        let bureau = with("某某县民政局", Some("370784"), Some(Scope::OwnOffice));
        let both = roster(&[county, bureau]);
        assert!(matches!(both.conflicts().as_slice(), [Conflict::Contained { .. }]));
        assert!(both.open().is_empty());
    }

    #[test]
    fn of_two_unknown_bodies_either_may_contain_the_other_and_none_itself() {
        let [one, other] = ["甲中心", "乙中心"].map(Body::named);
        assert_eq!(roster(&[one.clone(), other]).open().len(), 2);
        assert!(roster(&[one, Body::named("甲 中心")]).open().is_empty());
    }

    #[test]
    fn a_stated_level_says_which_of_two_may_contain_the_other() {
        let [mut high, mut low] = ["甲中心", "乙中心"].map(Body::named);
        (high.level, low.level) = (Some(Level::Provincial), Some(Level::County));
        let open = roster(&[high, low]).open();
        assert_eq!(open.iter().map(|open| open.body.name.as_str()).collect::<Vec<_>>(), ["乙中心"]);
    }

    #[test]
    fn a_town_contains_a_body_of_its_level_only_if_that_is_a_department() {
        let of = |name: &str, kind| Body { level: Some(Level::Township), kind, ..Body::named(name) };
        let town = of("甲镇人民政府", Some(BodyKind::Government));
        let open = |other| roster(&[town.clone(), other]).open().len();
        assert_eq!(open(of("乙中心", Some(BodyKind::Department))), 1);
        assert_eq!(open(of("乙中心", None)), 0);
    }

    /// What a name tells is used where region and scope are stated, too.
    #[test]
    fn a_town_does_not_contain_the_office_of_its_county() {
        let town = with("某某县甲镇人民政府", None, None);
        let county = with("某某县人民政府", Some("370784"), Some(Scope::OwnOffice));
        assert!(roster(&[town, county]).open().is_empty());
    }

    /// The committee of a zone is not the government of the district that its name begins with.
    #[test]
    #[cfg(feature = "regions")]
    fn a_region_that_a_name_begins_with_is_not_governed() {
        let bureau = with("淮安市洪泽区民政局", None, Some(Scope::OwnOffice));
        let mut zone = with("淮安市洪泽区开发区管理委员会", None, Some(Scope::WholeJurisdiction));
        assert!(roster(&[zone.clone(), bureau.clone()]).conflicts().is_empty());
        zone.infer();
        assert!(zone.region.is_some());
        assert!(roster(&[zone.clone(), bureau.clone()]).conflicts().is_empty());
        zone.inferred.region = None;
        assert_eq!(roster(&[zone, bureau]).conflicts().len(), 1);
    }
}
