//! The names of a body: in full, and shortened as texts do.

/// The kinds of place that stand in names.
const LEVELS: &[char] = &['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡'];
/// What the name of a place becomes the name of its government by.
const GOVERNING: &[&str] =
    &["政府办", "政务公开办", "管委会办", "政府", "管理委", "管委会", "管委", "街道办", "办事处"];

/// Whether a name is that of a body, in full, without its place, or shortened: 县政府, 市发改委, 开发区.
pub(crate) fn is_name_of(name: &str, body: &str) -> bool {
    is_plain_name_of(&plain(name), &plain(body))
}

/// The same of names without what they are shortened by.
fn is_plain_name_of(name: &str, body: &str) -> bool {
    /// Shorter names, 县, name nothing.
    const FEWEST: usize = 2;
    if name.chars().count() < FEWEST || body.is_empty() {
        return false;
    }
    let (place, of_body) = (place(name), place(body));
    let is_government = place != name && (place.is_empty() || of_body.ends_with(place));
    body.ends_with(name)
        || name.ends_with(body)
        || (place == name && of_body.ends_with(place) && of_body != body)
        || (is_government && (of_body != body || body.ends_with(LEVELS)))
        || is_shortened(name, body)
}

/// The names of the report's body, folded.
#[cfg(feature = "text")]
#[derive(Default)]
pub(crate) struct Own {
    /// Each without what names are shortened by.
    plain: Vec<String>,
    /// The characters of each.
    chars: Vec<Vec<char>>,
    /// What each is in charge of: 交通运输.
    fields: Vec<String>,
    /// The first characters of the names, a bit for those that are alike modulo 64.
    begins: u64,
}

#[cfg(feature = "text")]
impl Own {
    pub(crate) fn of(names: &[String]) -> Self {
        let plain: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let fields = plain.iter().filter_map(|name| field(name)).collect();
        let first = names.iter().filter_map(|name| name.chars().next());
        let begins = first.fold(0, |begins, c| begins | 1 << (c as u32 % u64::BITS));
        Self { plain, chars: names.iter().map(|name| name.chars().collect()).collect(), fields, begins }
    }

    /// Where a name of the body ends that begins at a character.
    pub(crate) fn name_at(&self, chars: &[(usize, char)], from: usize) -> Option<usize> {
        let first = chars[from].1;
        if self.begins >> (first as u32 % u64::BITS) & 1 == 0 {
            return None;
        }
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

/// Without spaces, and without the words that names are shortened by.
fn plain(name: &str) -> String {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    name.replace("人民政府", "政府").replace("委员会", "委").replace("办公室", "办")
}

/// The place whose government a name is.
fn place(name: &str) -> &str {
    GOVERNING.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

/// What a body is in charge of, by its name: what stands between the place and the kind of organ.
fn field(name: &str) -> Option<String> {
    const ORGANS: &[&str] = &[
        "管理局",
        "监督局",
        "执法局",
        "分局",
        "支队",
        "大队",
        "中心",
        "局",
        "厅",
        "委",
        "部",
        "署",
        "办",
        "队",
        "所",
        "站",
    ];
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

fn last_level(name: &str) -> Option<char> {
    // 市场 is no place.
    name.replace("市场", "").chars().rev().find(|c| LEVELS.contains(c))
}

/// Whether the characters of the name stand in that of the body in the same order, up to its end, and speak of the same
/// kind of place.
fn is_shortened(name: &str, body: &str) -> bool {
    let mut rest = body.chars();
    name.chars().all(|c| rest.any(|other| other == c))
        && name.chars().last() == body.chars().last()
        && last_level(name).is_none_or(|level| last_level(body) == Some(level))
}
