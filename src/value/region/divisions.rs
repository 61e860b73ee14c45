//! The divisions of China down to counties, by name.
//!
//! `divisions.txt` says which packages they are from, under which licences, and of which year they are; `divisions.py`
//! writes it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::value::Region;

const LIST: &str = include_str!("divisions.txt");

/// A division with its name.
struct Division {
    region: Region,
    /// The code of a former division today, or its last one.
    today: Region,
    is_former: bool,
}

static DIVISIONS: LazyLock<HashMap<&str, Vec<Division>>> = LazyLock::new(|| {
    let mut divisions: HashMap<&str, Vec<Division>> = HashMap::new();
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let (Some(code), Some(name)) = (words.next(), words.next()) else { continue };
        let Ok(region) = code.parse() else { continue };
        let is_former = words.next().is_some();
        let today = words.next().and_then(|code| code.parse().ok()).unwrap_or(region);
        divisions.entry(name).or_default().push(Division { region, today, is_former });
    }
    divisions
});

/// The characters of the longest name.
const LONGEST: usize = 15;

/// A way to read the beginning of a name.
struct Path {
    /// Bytes of the divisions.
    end: usize,
    has_former: bool,
    region: Region,
    today: Region,
}

/// The region of the divisions that a folded name begins with, and what follows them; `None` if there is none, or if they leave
/// several.
pub(crate) fn find(name: &str) -> Option<(Region, &str)> {
    let mut paths = Vec::new();
    extend(name, None, &mut paths);
    // As far as a name speaks of divisions, all of it is meant.
    let end = paths.iter().map(|path| path.end).max()?;
    paths.retain(|path| path.end == end);
    if paths.iter().any(|path| !path.has_former) {
        paths.retain(|path| !path.has_former);
    }
    let region = paths.first()?.today;
    paths.iter().all(|path| path.today == region).then(|| (region, &name[end..]))
}

/// Adds every division that stands behind the path and lies in its region, each with those behind it.
fn extend(name: &str, above: Option<&Path>, paths: &mut Vec<Path>) {
    let start = above.map_or(0, |path| path.end);
    let rest = &name[start..];
    let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    for (length, end) in ends.enumerate() {
        let own = &rest[..end];
        // 东区 and 西区 are districts of one city and parts of many.
        if above.is_none() && length < 2 && own.ends_with('区') {
            continue;
        }
        for division in DIVISIONS.get(own).into_iter().flatten() {
            let lies_in = |path: &Path| path.region.contains(division.region) && path.region != division.region;
            if above.is_none_or(lies_in) {
                let path = Path {
                    end: start + end,
                    has_former: division.is_former || above.is_some_and(|path| path.has_former),
                    region: division.region,
                    today: division.today,
                };
                extend(name, Some(&path), paths);
                paths.push(path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DIVISIONS, LIST, LONGEST, find};

    #[test]
    fn the_list_is_whole() {
        let lines = LIST.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(DIVISIONS.values().map(Vec::len).sum::<usize>(), lines, "every line is read");
        assert_eq!(DIVISIONS.keys().map(|name| name.chars().count()).max(), Some(LONGEST));
        assert!(DIVISIONS.keys().all(|name| crate::value::fold::fold_name(name) == *name), "names are folded");
    }

    #[test]
    fn every_division_of_today_is_found_below_its_own() {
        let today = || DIVISIONS.iter().flat_map(|(name, all)| all.iter().map(move |one| (name, one)));
        let province = |code: &str| today().find(|(_, d)| d.region.code() == format!("{}0000", &code[..2]));
        for (name, division) in today().filter(|(_, division)| !division.is_former) {
            let code = division.region.code();
            let above = province(code).filter(|(_, above)| above.region != division.region);
            let full = format!("{}{name}人民政府", above.map(|(name, _)| *name).unwrap_or_default());
            // A prefecture in between may be needed, never another answer.
            if let Some((region, rest)) = find(&full) {
                assert!(region == division.region && rest == "人民政府", "{full}: {region} {rest}");
            }
        }
    }
}
