//! Finds bodies that were added twice, and reports that contain the report of another body.
//!
//! `alike` asks which bodies may be one under two names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::sum::Conflict;
use crate::sum::alike;
use crate::sum::coverage::Open;
use crate::sum::placed::{Placed, above};
use crate::sum::roster::{Listed, Roster};
use crate::value::{Body, Level, Region};

impl Roster {
    /// The bodies that were added more than once, and those whose figures another report already contains.
    pub(crate) fn conflicts(&self) -> Vec<Conflict> {
        let placed: Vec<Placed<'_>> = self.iter().map(Placed::of).collect();
        let mut conflicts = repeated(&placed);
        conflicts.extend(contained(&placed));
        conflicts
    }

    /// The bodies whose figures another report may contain, or that may be another body, each with one such report.
    pub(crate) fn open(&self) -> Vec<Open> {
        let placed: Vec<Placed<'_>> = self.iter().map(Placed::of).collect();
        let mut open = open(&placed);
        // One question about a body is enough.
        let asked: BTreeSet<Body> = open.iter().map(|open| open.body.clone()).collect();
        open.extend(alike::open(&placed).into_iter().filter(|open| !asked.contains(&open.body)));
        open.sort_unstable();
        open
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
    let mut wholes: HashMap<(Region, Option<&str>), Highest> = HashMap::new();
    for (at, whole) in placed.iter().enumerate().filter(|(_, one)| one.is_whole()) {
        if let Some(region) = whole.jurisdiction() {
            wholes.entry((region, whole.system())).or_default().put(at, placed);
        }
    }
    if wholes.is_empty() {
        return Vec::new();
    }
    let mut conflicts = Vec::new();
    for one in placed {
        let Some(region) = one.region() else { continue };
        let highest = above(region).filter_map(|region| wholes.get(&(region, one.system())));
        let mut wholes = highest.flat_map(|highest| &highest.0).map(|&at| &placed[at]);
        // Two reports of the same whole region contain each other. The first of them is the whole.
        let is_other_way_round = |whole: &Placed<'_>| {
            one.is_whole() && one.jurisdiction() == whole.jurisdiction() && order(one) <= order(whole)
        };
        let whole =
            wholes.find(|whole| whole.certainly_contains(one) && !whole.is_same_as(one) && !is_other_way_round(whole));
        // One conflict about a body is enough: each whole would have one with each body otherwise.
        if let Some(whole) = whole {
            conflicts.push(Conflict::Contained { body: one.body(), whole: whole.body() });
        }
    }
    conflicts.sort_unstable();
    conflicts
}

/// By level, where an unknown one counts as the highest, and by name.
fn order(one: &Placed<'_>) -> (Option<Level>, String, Body) {
    (one.level(), one.name.to_string(), one.body())
}

/// The two bodies of the highest level, of bodies of one system. Two are enough: one of them is not the body in question, and a body
/// that neither can contain cannot be contained by a lower one.
#[derive(Default)]
struct Highest(Vec<usize>);

impl Highest {
    fn put(&mut self, at: usize, placed: &[Placed<'_>]) {
        self.0.push(at);
        self.0.sort_by_cached_key(|&at| order(&placed[at]));
        self.0.truncate(2);
    }
}

/// The departments whose reports may contain those of their branches. Of several of one name and region, the first in order.
#[derive(Default)]
struct Departments<'p> {
    /// By name and region.
    at: HashMap<(&'p str, Option<Region>), usize>,
    /// By name and every region around their own; `None` is anywhere.
    within: HashMap<(&'p str, Option<Region>), usize>,
}

impl<'p> Departments<'p> {
    fn of(placed: &'p [Placed<'_>]) -> Self {
        let mut all: Vec<usize> = (0..placed.len()).filter(|&at| placed[at].may_contain_branch()).collect();
        all.sort_by_cached_key(|&at| placed[at].body());
        let mut departments = Self::default();
        for at in all {
            let (name, region) = (&*placed[at].name, placed[at].region());
            departments.at.entry((name, region)).or_insert(at);
            let around = region.into_iter().flat_map(above).map(Some).chain([None]);
            around.for_each(|region| _ = departments.within.entry((name, region)).or_insert(at));
        }
        departments
    }

    /// The departments with whose name that of the body begins, and whose region may hold the body or lie in its own.
    fn of_branch<'b>(&'b self, branch: &'b Placed<'_>) -> impl Iterator<Item = usize> + 'b {
        /// Characters of the longest name of a department.
        const LONGEST: usize = 60;
        let region = branch.region();
        let ends = branch.name.char_indices().map(|(at, _)| at).skip(1).take(LONGEST);
        let names = ends.map(|end| &branch.name[..end]).filter(|name| self.within.contains_key(&(name, None)));
        names.flat_map(move |name| {
            let around = region.into_iter().flat_map(above).map(Some).chain([None]);
            let at = around.filter_map(move |region| self.at.get(&(name, region)));
            at.chain(self.within.get(&(name, region))).copied()
        })
    }
}

fn open(placed: &[Placed<'_>]) -> Vec<Open> {
    // A body of a system contains no body outside it: it must not take the place of one that may.
    let mut anywhere: HashMap<Option<&str>, Highest> = HashMap::new();
    let mut by_region: HashMap<(Option<Region>, Option<&str>), Highest> = HashMap::new();
    for (at, one) in placed.iter().enumerate().filter(|(_, one)| one.may_be_whole()) {
        anywhere.entry(one.system()).or_default().put(at, placed);
        by_region.entry((one.region(), one.system())).or_default().put(at, placed);
    }
    let departments = Departments::of(placed);
    let mut found = Vec::new();
    for (at, one) in placed.iter().enumerate() {
        let systems = || std::iter::once(None).chain(one.system().map(Some));
        let regions = one.region().into_iter().flat_map(above).map(Some).chain([None]);
        let near = regions.flat_map(|region| systems().map(move |system| (region, system)));
        let near = near.filter_map(|place| by_region.get(&place));
        let far = systems().filter(|_| one.region().is_none()).filter_map(|system| anywhere.get(&system));
        let others = near.chain(far).flat_map(|highest| &highest.0).filter(|&&other| other != at);
        let mut others = others.map(|&other| &placed[other]);
        let mut departments = departments.of_branch(one).map(|at| &placed[at]);
        let is_decided = |whole: &Placed<'_>| whole.is_same_as(one) || whole.certainly_contains(one);
        let whole = others
            .find(|whole| whole.may_contain(one) && !is_decided(whole))
            .or_else(|| departments.find(|whole| whole.may_lead(one) && !is_decided(whole)));
        if let Some(whole) = whole {
            found.push(Open { body: one.body(), whole: whole.body(), may_be_same: false });
        }
    }
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
    fn a_department_may_contain_its_branch() {
        let of = |name: &str, scope| with(name, Some("320800"), scope);
        let branch = of("淮安市生态环境局洪泽分局", Some(Scope::OwnOffice));
        let open = |scope| roster(&[of("淮安市生态环境局", scope), branch.clone()]).open().len();
        assert_eq!([None, Some(Scope::OwnOffice), Some(Scope::WholeJurisdiction)].map(open), [1, 0, 0]);
    }

    /// As many conflicts as bodies, however many wholes there are.
    #[test]
    fn a_body_is_contained_once() {
        let whole = |i: usize| with(&format!("第{i}局"), Some("370000"), Some(Scope::WholeJurisdiction));
        let bodies: Vec<Body> = (0..5000).map(whole).collect();
        let conflicts = roster(&bodies).conflicts();
        assert_eq!(conflicts.len(), 4999);
        let wholes = conflicts.iter().map(|conflict| match conflict {
            Conflict::Contained { whole, .. } => whole.name.as_str(),
            _ => "",
        });
        assert!(wholes.eq(std::iter::repeat_n("第0局", 4999)), "the whole is the first");
        assert!(roster(&bodies).open().is_empty());
        // Of two wholes, one in the other, the conflict names the highest.
        let of = |name: &str, region, scope| with(name, Some(region), Some(scope));
        let [county, city] = [("甲县人民政府", "370725"), ("甲市人民政府", "370700")]
            .map(|(name, region)| of(name, region, Scope::WholeJurisdiction));
        let bureau = of("甲县民政局", "370725", Scope::OwnOffice);
        for bodies in [[&county, &city, &bureau], [&bureau, &city, &county]] {
            let conflicts = roster(&bodies.map(Clone::clone)).conflicts();
            let contained = |body: &Body| Conflict::Contained { body: body.clone(), whole: city.clone() };
            assert_eq!(conflicts, [contained(&county), contained(&bureau)]);
        }
    }

    #[test]
    fn a_branch_is_asked_about_with_a_department_that_may_hold_it() {
        let asked = |bodies: &[Body]| {
            let whole = |open: super::Open| open.whole.region.map(|region| region.to_string()).unwrap_or_default();
            roster(bodies).open().into_iter().map(whole).collect::<Vec<_>>()
        };
        let department = |region| with("生态环境局", region, None);
        for (branch, expected) in [
            (Some("370725"), vec!["370725"]),
            (Some("370725101"), vec!["370725"]),
            (Some("370700"), vec!["370725"]),
            (Some("320813"), vec![]),
            (None, vec!["370725"]),
        ] {
            let branch = with("生态环境局洪泽分局", branch, Some(Scope::OwnOffice));
            let mut bodies = [department(Some("370784")), department(Some("370725")), branch];
            assert_eq!(asked(&bodies), expected, "{:?}", bodies[2]);
            bodies.reverse();
            assert_eq!(asked(&bodies), expected, "{:?}", bodies[0]);
        }
    }

    /// Customs contain no town, and do not stand in the place of a county that may.
    #[test]
    fn a_body_of_a_system_hides_no_government() {
        let bodies = ["甲海关", "乙海关", "某某县人民政府", "甲镇人民政府"].map(Body::named);
        let open = roster(&bodies).open();
        let towns = open.iter().find(|open| open.body.name == "甲镇人民政府");
        assert_eq!(towns.map(|open| open.whole.name.as_str()), Some("某某县人民政府"));
    }

    #[test]
    fn a_government_need_not_count_the_bodies_of_a_system() {
        let county = with("某某县人民政府", Some("370784"), Some(Scope::WholeJurisdiction));
        let tax = with("国家税务总局某某县税务局", Some("370784"), Some(Scope::OwnOffice));
        let both = roster(&[county.clone(), tax.clone()]);
        assert!(both.conflicts().is_empty());
        assert_eq!(both.open().len(), 1);
        // Nor does a body of a system count a government, but others of its own.
        let whole = Body { scope: Some(Scope::WholeJurisdiction), ..tax };
        let town = with("某某县甲镇人民政府", Some("370784101"), Some(Scope::OwnOffice));
        let of_town = with("某某县甲镇税务局", Some("370784101"), Some(Scope::OwnOffice));
        assert!(roster(&[whole.clone(), town]).conflicts().is_empty());
        assert_eq!(roster(&[whole, of_town]).conflicts().len(), 1);
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
