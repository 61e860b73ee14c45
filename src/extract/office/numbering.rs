//! The numbers that Word puts before paragraphs, which stand in no text.

use std::collections::BTreeMap;

use super::styles::Styles;
use super::xml::{Node, Xml};
use crate::extract::model::MARK;
use crate::extract::{ExtractError, FileFormat};

/// Levels of a list.
const LEVELS: usize = 9;
/// Characters of the longest text of a level. It stands before every paragraph of the level.
const LONGEST: usize = 255;

/// The lists of a document and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    /// By list and level.
    levels: BTreeMap<(u32, usize), Level>,
    /// By the number that paragraphs name, the list, and the levels that start elsewhere, until they have started.
    lists: BTreeMap<u32, (u32, BTreeMap<usize, u32>)>,
    counted: BTreeMap<u32, [u32; LEVELS]>,
}

#[derive(Default)]
struct Level {
    format: String,
    /// The text with `%1` for the number of the first level.
    text: String,
    start: Option<u32>,
}

impl Numbering {
    /// Reads the part.
    pub(super) fn read(text: &str) -> Result<Self, ExtractError> {
        let mut numbering = Self::default();
        let mut xml = Xml::new(text, FileFormat::Docx, "word/numbering.xml");
        let (mut list, mut level, mut number) = (0, 0, None);
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(numbering),
                _ => continue,
            };
            let value = || tag.get("val").unwrap_or_default();
            match tag.name() {
                "abstractNum" => (list, number) = (tag.number("abstractNumId").unwrap_or(0), None),
                "lvl" | "lvlOverride" => level = tag.number("ilvl").unwrap_or(0_usize).min(LEVELS - 1),
                "num" => number = tag.number("numId"),
                "abstractNumId" => {
                    if let Some(number) = number {
                        numbering.lists.insert(number, (tag.number("val").unwrap_or(0), BTreeMap::new()));
                    }
                }
                "startOverride" => {
                    if let Some((_, starts)) = number.and_then(|number| numbering.lists.get_mut(&number)) {
                        starts.insert(level, tag.number("val").unwrap_or(1));
                    }
                }
                name @ ("numFmt" | "lvlText" | "start") if number.is_none() => {
                    let level = numbering.levels.entry((list, level)).or_default();
                    match name {
                        "numFmt" => level.format = value().into_owned(),
                        "lvlText" if value().chars().nth(LONGEST).is_some() => level.text = MARK.to_string(),
                        "lvlText" => level.text = value().into_owned(),
                        _ => level.start = tag.number("val"),
                    }
                }
                _ => {}
            }
        }
    }

    /// The text before the next paragraph of that number and level.
    pub(super) fn next(&mut self, number: u32, level: usize) -> String {
        let level = level.min(LEVELS - 1);
        let Some((list, starts)) = self.lists.get_mut(&number) else { return String::new() };
        let own = self.levels.get(&(*list, level));
        let counted = self.counted.entry(*list).or_insert([0; LEVELS]);
        // A level starts elsewhere once, and then counts on.
        counted[level] = match (starts.remove(&level), counted[level]) {
            (Some(start), _) => start,
            (None, 0) => own.and_then(|own| own.start).unwrap_or(1),
            (None, before) => before.saturating_add(1),
        };
        counted[level + 1..].fill(0);
        // A sign before a paragraph counts nothing.
        let Some(own) = own.filter(|own| own.format != "bullet") else { return String::new() };
        let mut text = own.text.clone();
        for (at, counted) in counted.iter().enumerate() {
            let mark = format!("%{}", at + 1);
            if text.contains(&mark) {
                let format = self.levels.get(&(*list, at)).map_or("", |level| &level.format);
                text = text.replace(&mark, &printed((*counted).max(1), format));
            }
        }
        text
    }

    /// The number and level of a paragraph: its own, or those of its style. Number 0 takes the list away.
    pub(super) fn of(own: Option<(u32, usize)>, style: &str, styles: &Styles) -> Option<(u32, usize)> {
        own.or_else(|| styles.numbering(style)).filter(|(number, _)| *number > 0)
    }
}

/// A number as a list prints it.
fn printed(number: u32, format: &str) -> String {
    const CIRCLED: [char; 20] =
        ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '⑪', '⑫', '⑬', '⑭', '⑮', '⑯', '⑰', '⑱', '⑲', '⑳'];
    const CHINESE: [&str; 5] = ["chinese", "ideograph", "japanese", "taiwanese", "korean"];
    let letter = |first: u8| {
        let place = u8::try_from((number - 1) % 26).unwrap_or(0);
        char::from(first + place).to_string().repeat(((number - 1) / 26 + 1).min(9) as usize)
    };
    match format {
        "none" => String::new(),
        "lowerLetter" => letter(b'a'),
        "upperLetter" => letter(b'A'),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            CIRCLED.get(number as usize - 1).map_or_else(|| number.to_string(), ToString::to_string)
        }
        format if CHINESE.iter().any(|start| format.starts_with(start)) => chinese(number),
        _ => number.to_string(),
    }
}

/// A number below 100 in Chinese.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number as usize / 10, DIGITS[number as usize % 10]);
    match tens {
        0 => ones.to_owned(),
        1 => format!("十{ones}"),
        2..=9 => format!("{}十{ones}", DIGITS[tens]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbering, printed};

    #[test]
    fn numbers_are_printed_as_their_list_says() {
        let cases = [
            (1, "decimal", "1"),
            (3, "chineseCountingThousand", "三"),
            (10, "chineseCounting", "十"),
            (12, "japaneseCounting", "十二"),
            (20, "ideographDigital", "二十"),
            (35, "chineseCounting", "三十五"),
            (3, "decimalEnclosedCircle", "③"),
            (28, "lowerLetter", "bb"),
            (2, "none", ""),
        ];
        for (number, format, expected) in cases {
            assert_eq!(printed(number, format), expected, "{number} {format}");
        }
    }

    #[test]
    fn levels_count_and_start_again() {
        let xml = r#"<numbering><abstractNum abstractNumId="4"><lvl ilvl="0"><start val="1"/><numFmt val="chineseCounting"/>
            <lvlText val="（%1）"/></lvl><lvl ilvl="1"><start val="1"/><numFmt val="decimal"/><lvlText val="%2."/></lvl></abstractNum>
            <num numId="7"><abstractNumId val="4"/></num>
            <num numId="8"><abstractNumId val="4"/><lvlOverride ilvl="0"><startOverride val="5"/></lvlOverride></num></numbering>"#;
        let mut numbering = Numbering::read(xml).unwrap();
        let mut next = |number, level| numbering.next(number, level);
        let printed = [next(7, 0), next(7, 1), next(7, 1), next(7, 0), next(7, 1), next(8, 0), next(8, 0), next(9, 0)];
        assert_eq!(printed, ["（一）", "1.", "2.", "（二）", "1.", "（五）", "（六）", ""]);
    }

    #[test]
    fn each_level_of_a_number_starts_where_it_says() {
        let start = |level, at| format!("<lvlOverride ilvl=\"{level}\"><startOverride val=\"{at}\"/></lvlOverride>");
        let level =
            |level, text| format!("<lvl ilvl=\"{level}\"><numFmt val=\"decimal\"/><lvlText val=\"{text}\"/></lvl>");
        let xml = format!(
            "<numbering><abstractNum abstractNumId=\"4\">{}{}</abstractNum><num numId=\"7\"><abstractNumId val=\"4\"/></num>\
             <num numId=\"8\"><abstractNumId val=\"4\"/>{}{}</num></numbering>",
            level(0, "%1."),
            level(1, "(%2)"),
            start(0, 5),
            start(1, 3),
        );
        let mut numbering = Numbering::read(&xml).unwrap();
        let mut next = |number, level| numbering.next(number, level);
        let printed = [next(7, 0), next(8, 1), next(8, 0), next(8, 1), next(8, 0)];
        assert_eq!(printed, ["1.", "(3)", "5.", "(1)", "6."]);
    }

    /// What stands before every paragraph is no longer than a line, and what is longer is no number.
    #[test]
    fn a_long_text_of_a_level_is_a_sign() {
        let first = |text: &str| {
            let xml = format!(
                "<numbering><abstractNum abstractNumId=\"4\"><lvl ilvl=\"0\"><lvlText val=\"{text}\"/></lvl></abstractNum>\
                 <num numId=\"7\"><abstractNumId val=\"4\"/></num></numbering>"
            );
            Numbering::read(&xml).unwrap().next(7, 0)
        };
        assert_eq!(first(&"章".repeat(255)), "章".repeat(255));
        assert_eq!(first(&"章".repeat(256)), "†");
    }
}
