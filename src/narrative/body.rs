//! The names of a body: in full, and shortened as texts do.

/// The kinds of place that stand in names.
pub(super) const LEVELS: &[char] = &['省', '市', '县', '区', '州', '盟', '旗', '镇', '乡'];
/// What the name of a place becomes the name of its government by.
const GOVERNING: &[&str] =
    &["政府办", "政务公开办", "管委会办", "政府", "行政公署", "行署", "管理委", "管委会", "管委", "街道办", "办事处"];

/// Whether a name is that of a body, in full, without its place, or shortened: 县政府, 市发改委, 开发区.
pub(crate) fn is_name_of(name: &str, body: &str) -> bool {
    is_plain_name_of(&plain(name), &plain(body))
}

/// The same of names without what they are shortened by.
pub(super) fn is_plain_name_of(name: &str, body: &str) -> bool {
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
        || name == "学校" && body.ends_with(['学', '院', '园'])
}

/// Without spaces, and without the words that names are shortened by.
pub(super) fn plain(name: &str) -> String {
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    name.replace("人民政府", "政府").replace("委员会", "委").replace("办公室", "办").replace("办公厅", "办")
}

/// The place whose government a name is.
pub(super) fn place(name: &str) -> &str {
    GOVERNING.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}

pub(super) fn last_level(name: &str) -> Option<char> {
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
