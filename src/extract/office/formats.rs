//! The formats of cells: how they print numbers, and how text is shown.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::look::Look;
use super::xml::{Node, Xml};
use crate::extract::{Bound, ExtractError, FileFormat};

/// Styles of cells, and formats of numbers; Excel has no more.
const STYLES: usize = 65_536;

/// By the styles that cells name, their number format and the look of their font.
#[derive(Default)]
pub(super) struct Formats(Vec<(Rc<Format>, Look)>);

/// How a format prints a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Printed {
    /// As the cell holds it, but for marks of thousands and zeros at its end.
    Same,
    /// The same value with words, or in percent, or as a date.
    With(String),
    /// Fewer digits than the cell holds: what would print all of them, and what is printed.
    Rounded { held: String, printed: String },
    /// No digits: other words, or nothing.
    Instead(String),
    /// Another number.
    Other,
}

impl Formats {
    /// Reads the part.
    pub(super) fn read(part: &str) -> Result<Self, ExtractError> {
        let mut xml = Xml::new(part, FileFormat::Xlsx, "xl/styles.xml");
        // A format is taken apart once for all styles that name it.
        let mut of_numbers: BTreeMap<u32, Rc<Format>> = BTreeMap::new();
        let (mut fonts, mut formats) = (Vec::new(), Vec::new());
        let mut list = "";
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(Self(formats)),
                _ => continue,
            };
            match tag.name() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                        of_numbers.insert(id, Rc::new(Format::of(&code)));
                    }
                }
                name @ ("fonts" | "fills" | "cellStyleXfs" | "cellXfs" | "cellStyles" | "dxfs") => list = name,
                "font" if list == "fonts" => fonts.push(Look::default()),
                "xf" if list == "cellXfs" => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    let format = of_numbers.entry(id).or_insert_with(|| Rc::new(Format::of(built_in(id))));
                    let font = tag.number("fontId").and_then(|font: usize| fonts.get(font));
                    formats.push((Rc::clone(format), font.copied().unwrap_or_default()));
                }
                _ if list == "fonts" => {
                    if let Some(font) = fonts.last_mut() {
                        font.read(&tag);
                    }
                }
                _ => {}
            }
            if of_numbers.len().max(formats.len()) > STYLES {
                return Err(ExtractError::TooLarge { bound: Bound::Styles, limit: STYLES });
            }
        }
    }

    /// How a cell of a style prints a plain number.
    pub(super) fn print(&self, plain: &str, style: usize) -> Printed {
        self.0.get(style).map_or(Printed::Same, |(format, _)| format.print(plain))
    }

    /// How a cell of a style shows its text.
    pub(super) fn look(&self, style: usize) -> Look {
        self.0.get(style).map(|(_, look)| *look).unwrap_or_default()
    }
}

/// The codes that have numbers of their own.
fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        41 | 42 => "#,##0;-#,##0;\"-\"",
        43 | 44 => "#,##0.00;-#,##0.00;\"-\"",
        9 => "0%",
        10 => "0.00%",
        14..=17 | 22 | 30 | 36 | 50 => "yyyy-m-d",
        27..=29 | 31 | 51..=54 | 57 | 58 => "yyyy年m月d日",
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => "h:mm:ss",
        11 | 48 => "0.00E+00",
        12 | 13 => "# ?/?",
        _ => "General",
    }
}

/// A number without exponent, with the 15 digits that Excel keeps of it; any other text as it is.
pub(super) fn plain(text: &str) -> String {
    const DIGITS: usize = 15;
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if is_plain && text.bytes().filter(u8::is_ascii_digit).count() <= DIGITS {
        return text.to_owned();
    }
    let Some(value) = text.parse::<f64>().ok().filter(|value| value.is_finite()) else { return text.to_owned() };
    let scientific = format!("{value:.0$e}", DIGITS - 1);
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return text.to_owned() };
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |mantissa| ("-", mantissa));
    let digits = mantissa.replace('.', "");
    sign.to_owned() + &with_point(digits.trim_end_matches('0'), exponent.parse::<i32>().unwrap_or(0) + 1)
}

/// Digits with the point behind so many of them.
fn with_point(digits: &str, point: i32) -> String {
    /// A number with more places is no figure of a report.
    const PLACES: i32 = 40;
    let (digits, point) = (if digits.is_empty() { "0" } else { digits }, point.clamp(-PLACES, PLACES));
    match usize::try_from(point) {
        Ok(point) if point > 0 && point >= digits.len() => digits.to_owned() + &"0".repeat(point - digits.len()),
        Ok(point) if point > 0 => format!("{}.{}", &digits[..point], &digits[point..]),
        _ => format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
    }
}

/// A format of numbers.
enum Format {
    /// It prints a number as the cell holds it.
    General,
    /// The sections of its code, and whether dates are printed in Chinese.
    Sections(Vec<Section>, bool),
    /// Its code is none that Excel takes.
    Unknown,
}

/// A section of a code, taken apart.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
struct Section {
    before: String,
    behind: String,
    has_digits: bool,
    /// Digits behind the point.
    places: usize,
    is_percent: bool,
    is_date: bool,
    /// Whether none of its digits is `0`. The others print nothing for a zero before the point.
    is_sparse: bool,
    /// Whether it prints another number: words between digits, scaling, an exponent, a fraction.
    is_other: bool,
    is_general: bool,
    /// Whether it is that of text.
    is_text: bool,
    /// What a number has to be for it: `<100` of `[<100]0`.
    condition: Option<String>,
}

impl Format {
    fn of(code: &str) -> Self {
        /// Characters and sections of the longest code that Excel takes.
        const LONGEST: usize = 255;
        const SECTIONS: usize = 4;
        if code.is_empty() || code == "General" {
            return Self::General;
        }
        if code.chars().nth(LONGEST).is_some() {
            return Self::Unknown;
        }
        let sections = sections(code);
        if sections.len() > SECTIONS {
            return Self::Unknown;
        }
        Self::Sections(sections.iter().map(|section| Section::of(section)).collect(), code.contains('年'))
    }

    fn print(&self, plain: &str) -> Printed {
        match (self, plain.parse::<f64>()) {
            (Self::General, _) | (_, Err(_)) => Printed::Same,
            (Self::Sections(sections, is_chinese), Ok(value)) => print(plain, value, sections, *is_chinese),
            (Self::Unknown, Ok(_)) => Printed::Other,
        }
    }
}

fn print(plain: &str, value: f64, sections: &[Section], is_chinese: bool) -> Printed {
    let Some(at) = section_of(value, sections) else { return Printed::Other };
    let is_negative = value < 0.0;
    let section = &sections[at];
    if section.is_general {
        return Printed::Same;
    }
    if section.is_other {
        return Printed::Other;
    }
    if section.is_date {
        return date(value, is_chinese).map_or(Printed::Other, Printed::With);
    }
    // `#` prints no digit for a zero.
    if !section.has_digits || (value == 0.0 && section.is_sparse && section.places == 0) {
        return Printed::Instead(format!("{}{}", section.before.trim(), section.behind.trim()));
    }
    // A section for negative numbers says itself how it shows the sign.
    let is_sign = |c: char| matches!(c, '-' | '(' | ')' | '（' | '）');
    // Of a number that is not negative, a sign in its section is a word.
    if is_negative && at == 1 && !section.before.contains(is_sign)
        || !is_negative && [&section.before, &section.behind].iter().any(|words| words.contains(['-', '(', '（']))
    {
        return Printed::Other;
    }
    let number = if section.is_percent { shifted(plain, 2) } else { plain.to_owned() };
    let places = number.trim_end_matches('0').split_once('.').map_or(0, |(_, places)| places.len());
    let words = |text: &str| text.trim().trim_matches(|c: char| is_sign(c) || matches!(c, '¥' | '￥' | '$')).to_owned();
    let (before, behind) = (words(&section.before), words(&section.behind));
    let sign = if section.is_percent { "%" } else { "" };
    let with_words = |number: &str| format!("{before}{number}{sign}{behind}");
    if places > section.places && number.contains('.') {
        let shown =
            number.parse::<f64>().map_or_else(|_| number.clone(), |shown| format!("{shown:.0$}", section.places));
        return Printed::Rounded { held: with_words(&number), printed: with_words(&shown) };
    }
    if before.is_empty() && behind.is_empty() && !section.is_percent {
        return Printed::Same;
    }
    Printed::With(with_words(&number))
}

/// The number of the section that prints a value, if it can be told.
fn section_of(value: f64, sections: &[Section]) -> Option<usize> {
    if sections.iter().all(|section| section.condition.is_none()) {
        return Some(match sections.len() {
            2.. if value < 0.0 => 1,
            3.. if value == 0.0 => 2,
            _ => 0,
        });
    }
    // Programs do not agree on the sign of a number that a condition chooses, nor on several sections without any.
    let of_numbers = match sections {
        [of_numbers @ .., last] if last.is_text => of_numbers,
        _ => sections,
    };
    if value < 0.0 {
        return None;
    }
    for (at, section) in of_numbers.iter().enumerate() {
        match &section.condition {
            Some(condition) if holds(condition, value)? => return Some(at),
            Some(_) => {}
            None => return (at + 1 == of_numbers.len()).then_some(at),
        }
    }
    None
}

fn condition(section: &str) -> Option<&str> {
    let inner = section.split('[').skip(1).filter_map(|behind| behind.split_once(']'));
    inner.map(|(inner, _)| inner).find(|inner| inner.starts_with(['<', '>', '=']))
}

fn holds(condition: &str, value: f64) -> Option<bool> {
    let number = condition.trim_start_matches(['<', '>', '=']);
    let operator = &condition[..condition.len() - number.len()];
    let number = number.trim().parse::<f64>().ok()?;
    let order = value.partial_cmp(&number)?;
    match operator {
        "<" => Some(order.is_lt()),
        "<=" => Some(order.is_le()),
        ">" => Some(order.is_gt()),
        ">=" => Some(order.is_ge()),
        "=" => Some(order.is_eq()),
        "<>" => Some(order.is_ne()),
        _ => None,
    }
}

/// The sections of a code, parted by semicolons outside of words.
fn sections(code: &str) -> Vec<String> {
    let (mut sections, mut is_quoted, mut is_escaped) = (vec![String::new()], false, false);
    for c in code.chars() {
        if c == ';' && !is_quoted && !is_escaped {
            sections.push(String::new());
            continue;
        }
        is_quoted ^= c == '"' && !is_escaped;
        is_escaped = !is_escaped && !is_quoted && matches!(c, '\\' | '!');
        if let Some(section) = sections.last_mut() {
            section.push(c);
        }
    }
    sections
}

impl Section {
    fn of(code: &str) -> Self {
        let is_text = code == "@";
        let mut section = Self {
            is_general: code.trim().eq_ignore_ascii_case("General") || is_text,
            is_text,
            condition: condition(code).map(str::to_owned),
            ..Self::default()
        };
        let (mut has_point, mut comma) = (false, false);
        let mut chars = code.chars().peekable();
        while let Some(c) = chars.next() {
            if matches!(c, 'G' | 'g')
                && let Some(rest) = general(&chars)
            {
                section.has_digits = true;
                section.places = usize::MAX;
                chars = rest;
                continue;
            }
            match c {
                '"' => {
                    let words: String = chars.by_ref().take_while(|c| *c != '"').collect();
                    words.chars().for_each(|c| section.word(c));
                }
                '\\' | '!' => section.word(chars.next().unwrap_or(' ')),
                '_' | '*' => drop(chars.next()),
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    section.is_date |=
                        matches!(inner.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss");
                }
                '0' | '#' | '?' => {
                    // Words between digits, or digits behind a comma that scales.
                    section.is_other |= section.has_digits && !section.behind.trim().is_empty();
                    section.is_sparse = (section.is_sparse || !section.has_digits) && c != '0';
                    section.has_digits = true;
                    section.places = section.places.saturating_add(usize::from(has_point));
                    comma = false;
                }
                '.' => has_point = true,
                ',' => comma = section.has_digits,
                '%' => section.is_percent = true,
                '/' if section.has_digits => section.is_other = true,
                'E' | 'e' if matches!(chars.peek(), Some('+' | '-')) => section.is_other = true,
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'e' => section.is_date = true,
                c => section.word(c),
            }
            // A comma behind the last digit divides by a thousand.
            section.is_other |= comma && c != ',' && !matches!(c, '0' | '#' | '?');
        }
        section.is_other |= comma;
        section.is_other &= !section.is_date;
        section
    }

    fn word(&mut self, c: char) {
        if self.has_digits { &mut self.behind } else { &mut self.before }.push(c);
    }
}

/// What stands behind the first letter of the word for a number as it is, and behind the word.
fn general<C: Iterator<Item = char> + Clone>(behind: &C) -> Option<C> {
    const WORDS: [&str; 2] = ["eneral", "/通用格式"];
    WORDS.iter().find_map(|word| {
        let mut chars = behind.clone();
        word.chars().all(|c| chars.next().is_some_and(|next| next.eq_ignore_ascii_case(&c))).then_some(chars)
    })
}

/// A plain number with its point moved to the right.
fn shifted(plain: &str, places: usize) -> String {
    let (sign, number) = plain.strip_prefix('-').map_or(("", plain), |number| ("-", number));
    let (integer, fraction) = number.split_once('.').unwrap_or((number, ""));
    let fraction = format!("{fraction:0<places$}");
    let (moved, rest) = fraction.split_at(places);
    let integer = format!("{integer}{moved}");
    let integer = Some(integer.trim_start_matches('0')).filter(|rest| !rest.is_empty()).unwrap_or("0");
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{integer}") } else { format!("{sign}{integer}.{rest}") }
}

/// The date that a number of days stands for; a time of day is none.
fn date(days: f64, is_chinese: bool) -> Option<String> {
    /// The days from the first day of the count to the first of 1970, and the last day of 9999.
    const EPOCH: i64 = 25_569;
    const LAST: f64 = 2_958_466.0;
    if !(61.0..LAST).contains(&days) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "between 61 and 2 958 466")]
    let days = days.floor() as i64 - EPOCH;
    let date = chrono::DateTime::from_timestamp(days * 86_400, 0)?.date_naive();
    Some(date.format(if is_chinese { "%Y年%-m月%-d日" } else { "%Y-%m-%d" }).to_string())
}

#[cfg(test)]
mod tests {
    use super::{Format, Printed, plain};

    #[test]
    fn numbers_are_plain() {
        let cases = [
            ("12", "12"),
            ("0.1", "0.1"),
            ("0.30000000000000004", "0.3"),
            ("1.2E3", "1200"),
            ("1.5E-3", "0.0015"),
            ("-2.5e1", "-25"),
            ("0.000000000000000123456", "0.000000000000000123456"),
            ("123456789012345678", "123456789012346000"),
            ("abc", "abc"),
            ("1e999", "1e999"),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn formats_print_what_a_cell_holds_or_something_else() {
        let long = format!("0\"{}\"", "件".repeat(253));
        let with = |text: &str| Printed::With(text.to_owned());
        let rounded =
            |held: &str, printed: &str| Printed::Rounded { held: held.to_owned(), printed: printed.to_owned() };
        let instead = |text: &str| Printed::Instead(text.to_owned());
        let cases = [
            ("1234", "General", Printed::Same),
            ("1234", "#,##0", Printed::Same),
            ("12", "0.00", Printed::Same),
            ("12.50", "0.0", Printed::Same),
            ("12", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", Printed::Same),
            ("0", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", instead("-")),
            ("12", "0_);[Red]\\(0\\)", Printed::Same),
            ("-12", "0_);[Red]\\(0\\)", Printed::Same),
            ("-12", "0;0", Printed::Other),
            ("0.5", "0%", with("50%")),
            ("0.12345", "0.00%", rounded("12.345%", "12.35%")),
            ("1", "0.00%", with("100%")),
            ("12", "0\"件\"", with("12件")),
            ("12", "0件", with("12件")),
            ("3.7", "0", rounded("3.7", "4")),
            ("7730.28", "0\"元\"", rounded("7730.28元", "7730元")),
            ("1.25", "¥0.0\"万元\"", rounded("1.25万元", "1.2万元")),
            ("0", "0;-0;;@", instead("")),
            ("7", ";;;", instead("")),
            ("123456", "0!.0,\"万\"", Printed::Other),
            ("123456", "#,##0,", Printed::Other),
            ("123456", "[>=10000]0!.0,\"万\";0", Printed::Other),
            ("12", "[>=10000]0!.0,\"万\";0", Printed::Same),
            ("0", "[=0]\"\";General", instead("")),
            ("12", "[=0]\"\";General", Printed::Same),
            ("0", "[=0]\"—\";0", instead("—")),
            ("0", "[<1]\"-\";0;@", instead("-")),
            ("1", "[<1]\"-\";0;@", Printed::Same),
            ("-1", "[<1]\"-\";0", Printed::Other),
            ("12", "[=0]\"\";[<10]0;0\"件\"", with("12件")),
            ("12", "[=0]\"\";0;0\"件\"", Printed::Other),
            ("12", "[=0]\"\"", Printed::Other),
            ("12", "[=零]\"\";0", Printed::Other),
            ("12", "General\"件\"", with("12件")),
            ("12.5", "general\"件\"", with("12.5件")),
            ("12", "G/通用格式\"件\"", with("12件")),
            ("12", "[Red]General", Printed::Same),
            ("123", "0.00E+00", Printed::Other),
            ("0.5", "# ?/?", Printed::Other),
            ("45316", "yyyy/m/d", with("2024-01-25")),
            ("45316", "yyyy\"年\"m\"月\"d\"日\"", with("2024年1月25日")),
            ("0.5", "h:mm", Printed::Other),
            ("12.5", "[$¥-804]#,##0.00", Printed::Same),
            ("0", "#", instead("")),
            ("0", "#,###", instead("")),
            ("0", "#,##0", Printed::Same),
            ("7", "#", Printed::Same),
            ("0", "#.00", Printed::Same),
            ("12", "-0", Printed::Other),
            ("12", "(0)", Printed::Other),
            ("12", "\\-0", Printed::Other),
            ("-12", "-0;-0", Printed::Same),
            // Codes that Excel does not take.
            ("12", "0;0;0;0;0", Printed::Other),
            ("12", &long, Printed::Other),
        ];
        for (number, code, expected) in cases {
            assert_eq!(Format::of(code).print(number), expected, "{number} as {code}");
        }
    }
}
