//! Finds bodies that may be one body under two names.

use std::collections::{BTreeMap, HashMap};

use crate::sum::coverage::Open;
use crate::sum::placed::{Placed, above};
use crate::value::alias::{stem, without_places};
use crate::value::{Level, Region};

/// The first two of some bodies by name: one of them is not the body in question.
#[derive(Default)]
struct First(Vec<usize>);

impl First {
    fn put(&mut self, at: usize, placed: &[Placed<'_>]) {
        self.0.push(at);
        if self.0.len() > 1 {
            self.0.sort_by_cached_key(|&at| (placed[at].name.clone(), placed[at].body()));
            self.0.truncate(2);
        }
    }
}

/// The bodies by the stem of their names, and by what is known of where they are.
#[derive(Default)]
struct Index {
    /// Wherever they are.
    anywhere: HashMap<String, First>,
    /// By stated or inferred region.
    known: HashMap<(String, Option<Region>), First>,
    /// By the region that the name tells.
    told: HashMap<(String, Region), First>,
}

impl Index {
    fn of(placed: &[Placed<'_>]) -> Self {
        let mut index = Self::default();
        for (at, one) in placed.iter().enumerate() {
            let stem = stem(&one.name).into_owned();
            if let Some(region) = one.facts().region {
                index.told.entry((stem.clone(), region)).or_default().put(at, placed);
            }
            index.known.entry((stem.clone(), one.region())).or_default().put(at, placed);
            index.anywhere.entry(stem).or_default().put(at, placed);
        }
        index
    }

    /// The bodies of this stem that may be where the body is.
    fn near<'i>(&'i self, one: &Placed<'_>, stem: &str) -> impl Iterator<Item = usize> + use<'i> {
        let told = one.facts().region.and_then(|region| self.told.get(&(stem.to_owned(), region)));
        let known = |region| self.known.get(&(stem.to_owned(), region));
        let places = match one.region() {
            None => [self.anywhere.get(stem), None, told],
            region => [known(None), known(region), told],
        };
        places.into_iter().flatten().flat_map(|first| &first.0).copied()
    }

    /// The bodies of this stem in the regions around that of the body, if the body may carry the code of one of them: its own
    /// is inferred, or one of them is no division of its level.
    fn around<'i>(&'i self, one: &Placed<'_>, stem: &str) -> impl Iterator<Item = usize> + use<'i> {
        let is_loose = |region: Region| {
            one.has_inferred_region() || one.level().is_some_and(|level: Level| region.level() < level)
        };
        let regions = one.region().into_iter().flat_map(above).filter(|&region| is_loose(region));
        let found: Vec<usize> = regions
            .filter_map(|region| self.known.get(&(stem.to_owned(), Some(region))))
            .flat_map(|first| first.0.iter().copied())
            .collect();
        found.into_iter()
    }
}

/// The bodies that may be the same as another one whose name is written otherwise, or whose code is another: each of them once, with
/// one such body.
pub(super) fn open(placed: &[Placed<'_>]) -> Vec<Open> {
    let index = Index::of(placed);
    let order = |at: usize| (&placed[at].name, placed[at].body());
    // By the body with the shorter name, the first of those that it may be.
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    let mut put = |at: usize, other: usize| {
        let is_settled = placed[at].is_same_as(&placed[other])
            || placed[at].certainly_contains(&placed[other])
            || placed[other].certainly_contains(&placed[at]);
        if at != other && !is_settled {
            let first = found.entry(at).or_insert(other);
            if order(other) < order(*first) {
                *first = other;
            }
        }
    };
    for (at, one) in placed.iter().enumerate() {
        let own = stem(&one.name);
        for other in index.near(one, &own).chain(index.around(one, &own)) {
            // Of two bodies of one stem, the one behind the other may be the other.
            let (at, other) = if order(at) < order(other) { (other, at) } else { (at, other) };
            put(at, other);
        }
        for rest in without_places(&own) {
            index.near(one, rest).for_each(|other| put(other, at));
        }
    }
    let open =
        |(at, other): (usize, usize)| Open { body: placed[at].body(), whole: placed[other].body(), may_be_same: true };
    found.into_iter().map(open).collect()
}

#[cfg(test)]
mod tests {
    use crate::sum::roster::Roster;
    use crate::value::{Body, Scope, Year};

    fn body(name: &str) -> Body {
        let (name, code) = name.split_once('@').unwrap_or((name, ""));
        Body { region: code.parse().ok(), scope: Some(Scope::OwnOffice), ..Body::named(name) }
    }

    fn open(names: &[&str]) -> usize {
        let bodies: Vec<Body> = names.iter().map(|name| body(name)).collect();
        let roster = Roster::of(&bodies, Year::new(2024).unwrap());
        assert!(roster.conflicts().is_empty(), "{names:?}");
        let open = roster.open();
        assert!(open.iter().all(|open| open.may_be_same), "{names:?}");
        open.len()
    }

    #[test]
    fn one_body_under_two_names_is_an_open_question() {
        for names in [
            ["安丘市教育局@370784", "教育局@370784"],
            ["安丘市教育局@370784", "教育局"],
            ["安丘市教育局", "教育局"],
            ["潍坊市安丘市人民政府@370784", "安丘市人民政府@370784"],
            ["某某区人民政府甲街道办事处@370784", "某某区甲街道办事处@370784"],
            ["某某县人民政府@370725", "某某县人民政府办公室@370725"],
            ["某某县民政局@370725", "某某县民政局（本级）@370725"],
            ["甲县人民政府@370725", "甲县政府@370725"],
            ["甲县政府办公室@370725", "甲县人民政府办公厅@370725"],
            ["甲市教育局@370700", "市教育局@370700"],
            ["市教育局", "教育局"],
            // A town may carry the code of its county.
            ["甲镇人民政府@370784", "甲镇人民政府@370784107"],
        ] {
            assert_eq!(open(&names), 1, "{names:?}");
            assert_eq!(open(&[names[1], names[0]]), 1, "{names:?}");
        }
    }

    #[test]
    fn namesakes_elsewhere_and_other_bodies_are_not_asked_about() {
        for names in [
            ["甲县教育局@370725", "教育局@370784"],
            ["教育局@370700", "教育局@370784"],
            ["城关镇人民政府@370784107", "城关镇人民政府@370725104"],
            ["甲县教育局@370725", "甲县民政局@370725"],
            ["甲县人民政府@370725", "甲县民政局办公室@370725"],
            ["甲县政府@370725", "甲县民政局@370725"],
            ["市教育局", "县教育局"],
        ] {
            assert_eq!(open(&names), 0, "{names:?}");
        }
    }

    /// The divisions tell where a body is, whatever code it states.
    #[test]
    #[cfg(feature = "regions")]
    fn a_name_that_tells_its_region_is_one_body() {
        for names in [
            ["上海市徐汇区民政局", "徐汇区民政局"],
            ["吉林省吉林市民政局", "吉林市民政局"],
            ["江苏省淮安市民政局", "淮安市民政局"],
            ["北京市民政局@110000", "北京市民政局@110100"],
            ["青岛市即墨区民政局@370282", "青岛市即墨区民政局@370215"],
        ] {
            assert_eq!(open(&names), 1, "{names:?}");
        }
        for names in [
            ["北京市民政局", "北京市朝阳区民政局"],
            ["北京市朝阳区民政局", "长春市朝阳区民政局"],
            ["南京市鼓楼区民政局", "徐州市鼓楼区民政局"],
        ] {
            assert_eq!(open(&names), 0, "{names:?}");
        }
    }

    /// A question for each of the bodies that leave their place out, not for each that they may be.
    #[test]
    fn a_body_without_a_place_is_asked_about_once() {
        assert_eq!(open(&["教育局", "甲县教育局@370725", "乙县教育局@370784", "丙县教育局@370783"]), 1);
    }
}
