//! Reports rolled up by a key.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::AddAssign;

use crate::report::Report;
use crate::sum::{Consolidation, NotOneWhole};

/// Reports rolled up into one [`Consolidation`] for each value of a key: a region, a level, a year, or
/// whatever the caller groups by. Groups are in the order of their keys.
///
/// The same reports give the same roll-up in any order and any split. Stocks do not add up over years, so a group with reports of
/// several years gives no sums: put the year into the key.
///
/// To keep a roll-up between runs, take it apart into pairs of key and group and collect them again: it implements
/// [`IntoIterator`], [`FromIterator`] and [`Extend`].
///
/// ```
/// use ogi_report::{Body, Level, Report, Rollup, Year};
///
/// let mut town = Report::new(Body::named("某某镇人民政府"), Year::new(2024)?);
/// town.body.region = Some("370784001".parse()?);
/// let by_county = Rollup::by([&town], |report| {
///     let county = report.body.region.and_then(|region| region.at(Level::County));
///     (county, report.year)
/// });
/// assert_eq!(by_county.iter().count(), 1);
/// assert_eq!(by_county.get(&(Some("370784".parse()?), Year::new(2024)?)).unwrap().whole()?.totals().reports(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Rollup<K> {
    /// For each key, the index of its group. Keys and groups are stored apart, so that a look-up touches little memory.
    places: BTreeMap<K, usize>,
    groups: Vec<Consolidation>,
}

impl<K> Default for Rollup<K> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), groups: Vec::new() }
    }
}

impl<K: Ord> PartialEq for Rollup<K> {
    /// The order of adding does not count.
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K: Ord> Eq for Rollup<K> {}

impl<K: Ord + Clone> Rollup<K> {
    /// Rolls reports up by a key.
    ///
    /// ```
    /// use ogi_report::{Body, Report, Rollup, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let by_year = Rollup::by([&report], |report| report.year);
    /// assert_eq!(by_year.get(&report.year).unwrap().bodies().count(), 1);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn by<'a>(reports: impl IntoIterator<Item = &'a Report>, key: impl Fn(&Report) -> K) -> Self {
        let mut rollup = Self::default();
        // Consecutive reports mostly belong to the same group.
        let mut last: Option<(K, usize)> = None;
        for report in reports {
            let key = key(report);
            let place = match &last {
                Some((same, place)) if *same == key => *place,
                _ => {
                    let place = rollup.place(key.clone());
                    last = Some((key, place));
                    place
                }
            };
            rollup.groups[place] += report;
        }
        rollup
    }
}

impl<K: Ord> Rollup<K> {
    fn place(&mut self, key: K) -> usize {
        *self.places.entry(key).or_insert_with(|| {
            self.groups.push(Consolidation::default());
            self.groups.len() - 1
        })
    }

    /// The group of a key; an empty one is made if there is none. Use it to add single reports, to note a form that did not verify, or
    /// to state which bodies are expected.
    ///
    /// ```
    /// use ogi_report::{Body, Rollup, Year};
    ///
    /// let mut by_year = Rollup::default();
    /// by_year.group(Year::new(2024)?).expect([Body::named("某某局")]);
    /// assert_eq!(by_year.iter().count(), 1);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn group(&mut self, key: K) -> &mut Consolidation {
        let place = self.place(key);
        &mut self.groups[place]
    }

    /// The group of a key, if there is one.
    ///
    /// ```
    /// assert_eq!(ogi_report::Rollup::default().get(&2024), None);
    /// ```
    pub fn get(&self, key: &K) -> Option<&Consolidation> {
        self.places.get(key).map(|&place| &self.groups[place])
    }

    /// The groups in the order of their keys.
    ///
    /// ```
    /// assert_eq!(ogi_report::Rollup::<u16>::default().iter().count(), 0);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (&K, &Consolidation)> {
        self.places.iter().map(|(key, &place)| (key, &self.groups[place]))
    }

    /// All groups with conflicts, each with its error, in the order of their keys. Groups are checked one by one: a body in two groups,
    /// for example under two levels, is a conflict only once the groups are added.
    ///
    /// ```
    /// use ogi_report::{Body, Report, Rollup, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let by_year = Rollup::by([&report, &report], |report| report.year);
    /// assert_eq!(by_year.conflicts()[0].0, &report.year);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn conflicts(&self) -> Vec<(&K, NotOneWhole)> {
        self.iter().filter_map(|(key, group)| Some((key, group.whole().err()?))).collect()
    }
}

#[cfg(feature = "rayon")]
impl<K: Ord + Clone + Send> Rollup<K> {
    /// Rolls reports up by a key on all processors; the same as [`Rollup::by`].
    ///
    /// ```
    /// use ogi_report::{Body, Report, Rollup, Year};
    ///
    /// let reports = [Report::new(Body::named("某某局"), Year::new(2024)?)];
    /// assert_eq!(Rollup::par_by(&reports, |r| r.year), Rollup::by(&reports, |r| r.year));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn par_by(reports: &[Report], key: impl Fn(&Report) -> K + Sync) -> Self {
        use rayon::prelude::*;
        // Each share has its own sums for every key. More shares than the processors need would only have to be merged.
        let share = reports.len().div_ceil(2 * rayon::current_num_threads()).max(1);
        reports.par_chunks(share).map(|share| Self::by(share, &key)).reduce(Self::default, |mut all, share| {
            all += share;
            all
        })
    }

    /// All groups with conflicts, checked on all processors; the same as [`Rollup::conflicts`].
    ///
    /// ```
    /// use ogi_report::Rollup;
    ///
    /// assert!(Rollup::<u16>::default().par_conflicts().is_empty());
    /// ```
    pub fn par_conflicts(&self) -> Vec<(&K, NotOneWhole)>
    where
        K: Sync,
    {
        use rayon::prelude::*;
        let groups: Vec<_> = self.iter().collect();
        groups.par_iter().filter_map(|(key, group)| Some((*key, group.whole().err()?))).collect()
    }
}

impl<K: Ord> Extend<(K, Consolidation)> for Rollup<K> {
    /// Adds each share to the group of its key.
    fn extend<I: IntoIterator<Item = (K, Consolidation)>>(&mut self, groups: I) {
        for (key, group) in groups {
            *self.group(key) += &group;
        }
    }
}

impl<'a, K: Ord> Extend<(K, &'a Report)> for Rollup<K> {
    /// Adds each report to the group of its key.
    fn extend<I: IntoIterator<Item = (K, &'a Report)>>(&mut self, reports: I) {
        for (key, report) in reports {
            *self.group(key) += report;
        }
    }
}

impl<K: Ord> FromIterator<(K, Consolidation)> for Rollup<K> {
    fn from_iter<I: IntoIterator<Item = (K, Consolidation)>>(groups: I) -> Self {
        let mut rollup = Self::default();
        rollup.extend(groups);
        rollup
    }
}

impl<'a, K: Ord> FromIterator<(K, &'a Report)> for Rollup<K> {
    fn from_iter<I: IntoIterator<Item = (K, &'a Report)>>(reports: I) -> Self {
        let mut rollup = Self::default();
        rollup.extend(reports);
        rollup
    }
}

impl<K: Ord> IntoIterator for Rollup<K> {
    type Item = (K, Consolidation);
    type IntoIter = std::vec::IntoIter<(K, Consolidation)>;

    /// The groups in the order of their keys.
    fn into_iter(mut self) -> Self::IntoIter {
        let groups = self.places.into_iter().map(|(key, place)| (key, std::mem::take(&mut self.groups[place])));
        groups.collect::<Vec<_>>().into_iter()
    }
}

impl<K: Ord> AddAssign for Rollup<K> {
    fn add_assign(&mut self, mut other: Self) {
        for (key, place) in other.places {
            let group = std::mem::take(&mut other.groups[place]);
            match self.places.entry(key) {
                Entry::Occupied(own) => self.groups[*own.get()] += &group,
                // Most groups are in one share only, so they are moved and not added.
                Entry::Vacant(vacant) => {
                    vacant.insert(self.groups.len());
                    self.groups.push(group);
                }
            }
        }
    }
}
