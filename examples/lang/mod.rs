//! The language that an example speaks unless it is told.

use std::env;

use ogi_report::Lang;

/// The language of the environment: `LC_ALL`, `LC_MESSAGES` or `LANG`, whichever is set first. Without one it is Chinese, the language of
/// the form; every language but Chinese gets English.
pub(crate) fn of_environment() -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|lang| !lang.is_empty()));
    match set.as_deref().and_then(|lang| lang.split(['_', '.', '@', '-']).next()) {
        None | Some("zh" | "C" | "POSIX") => Lang::Zh,
        Some(_) => Lang::En,
    }
}
