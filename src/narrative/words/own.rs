//! The names of the report's own body, and its field of work.

use crate::narrative::body::{LEVELS, is_plain_name_of, last_level, place, plain};
use crate::narrative::words::list::words;

/// The names of the report's body, folded.
#[derive(Default)]
pub(crate) struct Own {
    /// Each without what names are shortened by.
    plain: Vec<String>,
    /// The characters of each.
    chars: Vec<Vec<char>>,
    /// What each is in charge of: 交通运输.
    fields: Vec<String>,
    /// The first characters of the names, and all of the fields, a bit for those that are alike modulo 64.
    begins: u64,
    of_fields: u64,
}

impl Own {
    pub(crate) fn of(names: &[String]) -> Self {
        let plain: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let fields: Vec<String> = plain.iter().filter_map(|name| field(name)).collect();
        let begins = names.iter().filter_map(|name| name.chars().next()).fold(0, |bits, c| bits | bit(c));
        let of_fields = fields.iter().flat_map(|field| field.chars()).fold(0, |bits, c| bits | bit(c));
        Self { plain, chars: names.iter().map(|name| name.chars().collect()).collect(), fields, begins, of_fields }
    }

    /// Where a name of the body ends that begins at a character.
    #[inline]
    pub(crate) fn name_at(&self, chars: &[(usize, char)], from: usize) -> Option<usize> {
        let first = chars[from].1;
        if self.begins & bit(first) == 0 { None } else { self.longest_name_at(chars, from) }
    }

    fn longest_name_at(&self, chars: &[(usize, char)], from: usize) -> Option<usize> {
        let first = chars[from].1;
        let begins = |name: &&Vec<char>| {
            if name.first() != Some(&first) {
                return false;
            }
            let here = chars.get(from..from + name.len());
            name.len() > 1 && here.is_some_and(|here| here.iter().zip(*name).all(|((_, a), b)| a == b))
        };
        self.chars.iter().filter(begins).map(|name| from + name.len()).max()
    }

    /// Whether a name is one of the body.
    pub(crate) fn has(&self, name: &str) -> bool {
        let name = plain(name);
        self.plain.iter().any(|own| is_plain_name_of(&name, own))
    }

    /// Where words end that say what the body is in charge of: 交通 of 交通运输局, 卫健 of 卫生健康局.
    pub(crate) fn field_at(&self, chars: &[(usize, char)], from: usize) -> Option<usize> {
        if self.of_fields & bit(chars[from].1) == 0 {
            return None;
        }
        let length = |field: &String| {
            let mut rest = field.chars();
            chars[from..].iter().take_while(|&&(_, c)| rest.any(|of| of == c)).count()
        };
        let longest = self.fields.iter().map(length).max().filter(|&length| length > 1)?;
        Some(from + longest)
    }

    /// Whether words are those of all bodies of its kind in its place: 全市税务系统.
    pub(crate) fn is_of_all(&self, words: &str) -> bool {
        const SYSTEMS: &[&str] = &["系统", "机关", "部门", "各级", "各单位"];
        let mut rest = words;
        while let Some(shorter) = SYSTEMS.iter().find_map(|end| rest.strip_suffix(end)) {
            rest = shorter;
        }
        let Some(level) = rest.chars().next().filter(|c| LEVELS.contains(c) && rest.len() < words.len()) else {
            return false;
        };
        let field = rest[level.len_utf8()..].trim_start_matches("各级");
        let of_field =
            |own: &String| self.fields.iter().any(|of| own.contains(of) && field.chars().all(|c| of.contains(c)));
        field.chars().count() > 1
            && self.plain.iter().any(|own| last_level(place_before_field(own)) == Some(level) && of_field(own))
    }

    /// Whether it is known that no name is that of a government.
    pub(crate) fn governs_nothing(&self) -> bool {
        !self.plain.is_empty() && self.plain.iter().all(|own| place(own) == own && !own.ends_with(LEVELS))
    }

    /// Whether no name is known.
    pub(crate) fn is_unknown(&self) -> bool {
        self.plain.is_empty()
    }

    /// Whether the body governs a place of this kind; 全县 in the report of a county's bureau is not the bureau's.
    pub(crate) fn governs(&self, level: char) -> bool {
        self.plain.iter().any(|own| {
            let place = place(own);
            (place != own || own.ends_with(LEVELS)) && last_level(place).is_none_or(|last| last == level)
        })
    }
}

/// The bit of a character among those that are alike modulo 64.
const fn bit(c: char) -> u64 {
    1 << (c as u32 % u64::BITS)
}

/// What a body is in charge of, by its name: what stands between the place and the kind of organ.
fn field(name: &str) -> Option<String> {
    const ORGANS: &[&str] = words!("管理局 监督局 执法局 分局 支队 大队 中心 局 厅 委 部 署 办 队 所 站");
    let rest = &name[place_before_field(name).len()..];
    let field = ORGANS.iter().find_map(|organ| rest.strip_suffix(organ))?;
    (field.chars().count() > 1).then(|| field.to_owned())
}

/// The place that a name begins with.
fn place_before_field(name: &str) -> &str {
    let mut end = 0;
    for (at, c) in name.char_indices() {
        if LEVELS.contains(&c) && !name[at..].starts_with("市场") {
            end = at + c.len_utf8();
        }
    }
    &name[..end]
}
