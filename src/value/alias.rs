//! Whether two names may be of one body: with and without its place, its office, and what they shorten.

use std::borrow::Cow;

/// A government, in full and shortened.
const GOVERNMENTS: [&str; 2] = ["人民政府", "政府"];
/// The office of a government, whose report is that of the government itself.
const OFFICES: [&str; 2] = ["办公室", "办公厅"];
/// Ends that say of which figures a report is, not of which body.
const SCOPES: [&str; 2] = ["(本级)", "本级"];
/// The ends of the names of places.
const PLACES: &str = "省市州盟县区旗";

/// How two folded names are related, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Alias {
    /// They are the same, or differ in what the names of one body differ in: 甲县政府 and 甲县人民政府办公室.
    Same,
    /// One has more before it, such as its place: 民政局 and 甲县民政局.
    Placed,
    /// One is the office of the other: 甲县民政局 and 甲县民政局办公室.
    Office,
    /// One begins with the other: 甲县民政局 and 甲县民政局救助站.
    Begun,
    /// One contains the other: 民政局 and 甲县民政局救助站.
    Held,
    /// Nothing relates them.
    Other,
}

impl Alias {
    pub(crate) fn of(one: &str, other: &str) -> Self {
        let (long, short) = if one.len() < other.len() { (other, one) } else { (one, other) };
        let [own, others] = [one, other].map(stem);
        if own == others {
            Self::Same
        } else if long.ends_with(short) || own.ends_with(&*others) || others.ends_with(&*own) {
            Self::Placed
        } else if long.strip_prefix(short).is_some_and(|rest| OFFICES.contains(&rest)) {
            Self::Office
        } else if long.starts_with(short) {
            Self::Begun
        } else if long.contains(short) {
            Self::Held
        } else {
            Self::Other
        }
    }
}

/// A folded name without what the names of one body differ in: 人民政府 or 政府, its office, and 本级.
pub(crate) fn stem(name: &str) -> Cow<'_, str> {
    let without = |name: &'_ str, ends: &[&str]| ends.iter().find_map(|end| name.strip_suffix(end).map(str::len));
    let mut end = name.len();
    end = without(&name[..end], &SCOPES).unwrap_or(end);
    let is_of_government = |end: &usize| without(&name[..*end], &GOVERNMENTS).is_some();
    end = without(&name[..end], &OFFICES).filter(is_of_government).unwrap_or(end);
    end = without(&name[..end], &GOVERNMENTS).unwrap_or(end);
    let [government, _] = GOVERNMENTS;
    let stem = match &name[..end] {
        stem if stem.contains(government) => Cow::Owned(stem.replace(government, "")),
        stem => Cow::Borrowed(stem),
    };
    if stem.is_empty() { Cow::Borrowed(name) } else { stem }
}

/// What is left of a stem without one or more of the places that it begins with, each with and without the 市 or 县 that stands for it:
/// 甲县民政局 becomes 县民政局 and 民政局.
pub(crate) fn without_places(stem: &str) -> impl Iterator<Item = &str> {
    /// A province, a prefecture and a county.
    const MOST: usize = 3;
    let places = stem.char_indices().filter(|(_, c)| PLACES.contains(*c)).take(MOST);
    let rests = places.flat_map(|(at, c)| [&stem[at..], &stem[at + c.len_utf8()..]]);
    rests.filter(|rest| !rest.is_empty() && rest.len() < stem.len())
}

#[cfg(test)]
mod tests {
    use super::Alias::{self, Begun, Held, Office, Other, Placed, Same};
    use super::{stem, without_places};

    #[test]
    fn names_are_related() {
        for (one, other, alias) in [
            ("甲县民政局", "甲县民政局", Same),
            ("甲县人民政府", "甲县政府", Same),
            ("甲县人民政府", "甲县", Same),
            ("某某省人民政府", "某某省人民政府办公厅", Same),
            ("甲县政府", "甲县人民政府办公室", Same),
            ("甲县民政局", "甲县民政局(本级)", Same),
            ("甲区人民政府乙街道办事处", "甲区乙街道办事处", Same),
            ("民政局", "甲县民政局", Placed),
            ("县政府", "甲县人民政府", Placed),
            ("人民政府", "甲县人民政府", Placed),
            ("甲县税务局", "国家税务总局甲县税务局", Placed),
            ("甲县民政局", "甲县民政局办公室", Office),
            ("甲县民政局", "甲县民政局救助站", Begun),
            ("民政局", "甲县民政局救助站", Held),
            ("甲县民政局", "乙县民政局", Other),
            ("甲县民政局", "甲县教育局", Other),
            ("甲县人民政府", "甲县民政局", Other),
        ] {
            assert_eq!([Alias::of(one, other), Alias::of(other, one)], [alias; 2], "{one} and {other}");
        }
    }

    #[test]
    fn a_stem_is_what_names_of_one_body_share() {
        for (name, expected) in [
            ("甲县人民政府办公室(本级)", "甲县"),
            ("甲县民政局办公室", "甲县民政局办公室"),
            ("甲县政府采购中心", "甲县政府采购中心"),
            ("人民政府", "人民政府"),
            ("政府办公室", "政府办公室"),
            ("本级", "本级"),
            ("", ""),
        ] {
            assert_eq!(stem(name), expected, "{name}");
        }
    }

    #[test]
    fn a_stem_is_taken_without_its_places() {
        for (stem, expected) in [
            ("甲市乙县教育局", &["市乙县教育局", "乙县教育局", "县教育局", "教育局"][..]),
            ("市教育局", &["教育局"]),
            ("教育局", &[]),
            ("甲县", &["县"]),
        ] {
            assert!(without_places(stem).eq(expected.iter().copied()), "{stem}");
        }
    }
}
