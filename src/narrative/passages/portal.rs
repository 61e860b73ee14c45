//! The governments whose websites a text names.

use crate::narrative::Passage;
use crate::narrative::body::LEVELS;
use crate::narrative::passages::preamble::within;

/// What follows 政府 where its website is meant.
const WEBSITE: &[&str] = &["网站", "网页", "门户", "官网", "官方网站", "信息公开网", "信息公开平台"];
/// Characters that part a name from what goes before it; few names of places have one.
const BEFORE: &str = "在于从到由至过录陆向用托及将被入是为问览看注见年挥";
/// The place in a name of fewer characters, 市政府, does not say which.
const FEWEST: usize = 3;
/// The most characters of a name; a longer run of ideographs is none.
const LONGEST: usize = 40;

/// The names in front of 网站, 门户 and the like, such as 安丘市人民政府.
pub(crate) fn portals(passage: &Passage) -> impl Iterator<Item = Passage> {
    let text = passage.text.as_str();
    // One character is found sooner than two.
    text.match_indices('府').filter_map(move |(last, government)| {
        let (at, end) = (text[..last].strip_suffix('政')?.len(), last + government.len());
        if !WEBSITE.iter().any(|website| text[end..].starts_with(website)) {
            return None;
        }
        let is_of_name = |c: &(usize, char)| ('\u{4e00}'..='\u{9fff}').contains(&c.1) && !BEFORE.contains(c.1);
        // Each name is copied, and a text may be one long run.
        let run = text[..at].char_indices().rev().take(LONGEST + 1).take_while(is_of_name).enumerate();
        let (start, _) = run.last().filter(|&(before, _)| before < LONGEST)?.1;
        let place = text[start..at].trim_end_matches("人民");
        (place.ends_with(LEVELS) && place.chars().count() >= FEWEST).then(|| within(passage, start..end))
    })
}

#[cfg(test)]
mod tests {
    use super::portals;
    use crate::narrative::Passage;

    #[test]
    fn a_run_of_ideographs_is_no_name() {
        let text = "县人民政府网站".repeat(2_000);
        let passage = Passage { span: 0..text.len(), text };
        let copied: usize = portals(&passage).map(|portal| portal.text.len()).sum();
        assert!(copied <= passage.text.len(), "{copied} bytes");
    }

    #[test]
    fn a_website_tells_whose_it_is() {
        for (text, expected) in [
            ("可从安丘市人民政府门户网站（www.anqiu.gov.cn）下载", &["安丘市人民政府"][..]),
            ("通过潍坊市政府网站、安丘市政府官网公开", &["潍坊市政府", "安丘市政府"]),
            ("通过市政府网站公开", &[]),
            ("登录呼和浩特市人民政府信息公开平台", &["呼和浩特市人民政府"]),
            ("中国政府网", &[]),
            ("配合苏州市政府网格化管理", &[]),
            ("全年沪江市人民政府网站公开", &["沪江市人民政府"]),
            ("充分发挥县政府网站作用", &[]),
            ("其中政府网站40条", &[]),
            ("政府网站", &[]),
            ("详见苏州市人民政府网站。", &["苏州市人民政府"]),
            ("向安丘市人民政府申请", &[]),
        ] {
            let passage = Passage { span: 0..text.len(), text: text.to_owned() };
            let found: Vec<String> = portals(&passage).map(|portal| portal.text).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
