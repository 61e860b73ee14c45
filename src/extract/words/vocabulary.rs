//! The words that the form prints, and what each of them stands for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::another::is_another;
use super::fold::{Folded, is_ideograph, is_numeral};
use super::title::is_year;
use crate::form::{
    Applicant, Denial, Edition, NotProcessed, OtherHandling, Outcome, OutcomeGroup, ProactiveCell, RequestRow, Route,
    Ruling, UnableToProvide,
};
use crate::law::Heading;
use crate::value::{Axis, Lang};

/// What a printed word of the form stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Word {
    /// A heading of the report.
    Heading(Heading),
    /// The title of a block of section 二, 第二十条第（一）项.
    Block,
    /// A row of section 二, by its segment in cell paths.
    ProactiveRow(&'static str),
    /// A column of section 二, by its segment in cell paths.
    ProactiveColumn(&'static str),
    /// A row of section 三.
    Row(RequestRow),
    /// A group of rows of section 三.
    Group(OutcomeGroup),
    /// A column of section 三.
    Applicant(Applicant),
    /// 法人或其他组织, which stands over five columns of section 三.
    Organizations,
    /// A block of section 四.
    Route(Route),
    /// 行政诉讼, which stands over two blocks of section 四.
    Litigation,
    /// A column of section 四.
    Ruling(Ruling),
    /// 总计 over a column of section 三 or 四.
    Total,
    /// Print that does not help to place a figure, such as 信息内容.
    Furniture,
}

impl Word {
    /// The word as the form prints it.
    pub(crate) fn label(self) -> &'static str {
        VOCABULARY.labels.iter().find(|label| label.1 == self).map_or("", |label| label.0)
    }

    /// Whether it is a row of section 三 that has lost its number, or a column: 其他 or 总计.
    pub(crate) fn is_without_number(self) -> bool {
        matches!(self, Self::Total | Self::Applicant(Applicant::OtherOrganization))
    }

    /// Whether its enumerator is a part of it: 3.其他 and （七）总计 are rows, 其他 and 总计 columns.
    fn needs_enumerator(self) -> bool {
        let miscellaneous = Outcome::OtherHandling(OtherHandling::Miscellaneous);
        self == Self::Row(RequestRow::OutcomeTotal) || self == Self::Row(RequestRow::Outcome(miscellaneous))
    }
}

/// A word as it is compared: folded, without its enumerator and without punctuation.
pub(crate) struct Entry {
    pub(crate) key: Vec<char>,
    pub(crate) word: Word,
    /// The enumerator that the word must have to be this one: 3.其他 is a row, 其他 a column.
    enumerator: Option<char>,
}

/// Other spellings of the labels in reports, separated by spaces, with the word that each stands for.
const ALIASES: &[(Word, &str)] = &[
    (
        Word::Block,
        "第二十条第（一）项 第二十条第（二）项 第二十条第（三）项 第二十条第（四）项 第二十条第（五）项 第二十条第（六）项 第二十条第（七）项 第二十条第（八）项 第二十条第（九）项",
    ),
    (Word::Applicant(Applicant::PublicInterestOrganization), "社会组织 公益组织 社会公益性组织"),
    (Word::Applicant(Applicant::CommercialEnterprise), "商企业"),
    (Word::Applicant(Applicant::OtherOrganization), "其它"),
    (Word::Row(RequestRow::Received), "本年新收政府信息公开申请数 本年新收政府信息公开申请"),
    (
        Word::Row(RequestRow::CarriedIn),
        "上年结转政府信息公开申请数 上年结转政府信息公开申请 上年度结转政府信息公开申请数量",
    ),
    (Word::Row(RequestRow::CarriedOver), "结转下年度继续办理数量 结转下年度办理"),
    (Word::Row(RequestRow::Outcome(Outcome::PartiallyGranted)), "部分公开"),
    (
        Word::Row(RequestRow::Outcome(Outcome::Denied(Denial::SecurityOrStability))),
        "危及三安全一稳定信息 属于三安全一稳定",
    ),
    (Word::Row(RequestRow::Outcome(Outcome::UnableToProvide(UnableToProvide::NotHeld))), "本机关不掌握"),
    (Word::Row(RequestRow::Outcome(Outcome::UnableToProvide(UnableToProvide::RequiresCreation))), "没有现成信息"),
    (
        Word::Row(RequestRow::Outcome(Outcome::UnableToProvide(UnableToProvide::UnclearAfterCorrection))),
        "补正后仍不明确",
    ),
    (Word::Row(RequestRow::Outcome(Outcome::NotProcessed(NotProcessed::PetitionOrComplaint))), "信访举报投诉"),
    (
        Word::Row(RequestRow::Outcome(Outcome::OtherHandling(OtherHandling::CorrectionOverdue))),
        "逾期不补正 申请人无正当理由逾期不补正",
    ),
    (
        Word::Row(RequestRow::Outcome(Outcome::OtherHandling(OtherHandling::FeeUnpaid))),
        "逾期不缴费 申请人逾期未按收费通知要求缴纳费用",
    ),
    (Word::ProactiveColumn("newly_made"), "新制作数量"),
    (Word::ProactiveColumn("newly_disclosed"), "新公开数量"),
    (Word::ProactiveColumn("total_disclosed"), "对外公开总数"),
    (Word::ProactiveColumn("issued"), "制发件数 本年制发数 本年制发数量"),
    (Word::ProactiveColumn("repealed"), "废止件数 本年废止数 本年废止数量"),
    (Word::ProactiveColumn("in_force"), "现行有效件 现行有效数 现行有效数量 现行有效件数历史累计"),
    (Word::ProactiveColumn("change"), "本年增 本年增或减"),
    (Word::ProactiveColumn("amount"), "本年收费金额 本年收费金额万元 收费金额单位万元"),
    (
        Word::Furniture,
        "行政确认 信息内容 申请人情况 本年度办理结果 本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和 本列数据的勾稽关系为 第一项加第二项之和 等于第三项加第四项之和 区分处理的只计这一情形不计其他情形",
    ),
    (Word::Organizations, "法人或其他组织 法人和其他组织"),
    (Word::Litigation, "行政诉讼"),
    (Word::Total, "总计 合计"),
    (Word::Heading(Heading::Overview), "总体情况"),
    (Word::Heading(Heading::Proactive), "主动公开政府信息的情况 主动公开情况"),
    (Word::Heading(Heading::Requests), "收到和处理政府信息公开申请的情况"),
    (
        Word::Heading(Heading::Disputes),
        "政府信息公开行政复议和行政诉讼情况 政府信息公开行政复议行政诉讼的情况 因政府信息公开工作被申请行政复议提起行政诉讼情况",
    ),
    (
        Word::Heading(Heading::Problems),
        "存在问题及改进情况 存在的问题及改进情况 存在的主要问题和改进情况 存在问题和改进措施",
    ),
    (Word::Heading(Heading::OtherMatters), "其他需要报告事项 需要报告的其他事项"),
];

/// Every word, those that begin alike together and the longest of them first.
pub(crate) struct Vocabulary {
    pub(crate) by_first: BTreeMap<char, Vec<Entry>>,
    /// The words as they are printed.
    labels: Vec<(&'static str, Word)>,
}

pub(crate) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut by_first: BTreeMap<char, Vec<Entry>> = BTreeMap::new();
    let labels = labels();
    for &(label, word) in &labels {
        let folded = Folded::of(label);
        let (number, behind) = enumerators(&folded.chars, 0);
        let key: Vec<char> = folded.chars[behind..].iter().copied().filter(|c| !is_punctuation(*c)).collect();
        let Some(&first) = key.first() else { continue };
        let entries = by_first.entry(first).or_default();
        let enumerator = number.filter(|_| word.needs_enumerator());
        if !entries.iter().any(|entry| entry.key == key && entry.enumerator == enumerator) {
            entries.push(Entry { key, word, enumerator });
        }
    }
    for entries in by_first.values_mut() {
        entries.sort_by_key(|entry| (std::cmp::Reverse(entry.key.len()), entry.enumerator.is_none()));
    }
    Vocabulary { by_first, labels }
});

/// The labels of the form with their words, and behind them their other spellings.
fn labels() -> Vec<(&'static str, Word)> {
    fn of<A: Axis>(word: fn(A) -> Word) -> impl Iterator<Item = (&'static str, Word)> {
        A::ALL.iter().map(move |&entry| (entry.label(Lang::Zh), word(entry)))
    }
    let of_proactive = ProactiveCell::ALL.iter().flat_map(|&cell| {
        let (row, column) = cell.name().split_once('.').unwrap_or((cell.name(), ""));
        let headers = Edition::ALL.iter().rev().filter_map(move |&edition| cell.header(edition));
        let columns = headers.map(move |header| (header, Word::ProactiveColumn(column)));
        std::iter::once((cell.row_label(Lang::Zh), Word::ProactiveRow(row))).chain(columns)
    });
    let of_requests = RequestRow::ALL.iter().map(|&row| (row.label(Lang::Zh), Word::Row(row)));
    let of_columns = of(Word::Group).chain(of(Word::Applicant)).chain(of(Word::Route)).chain(of(Word::Ruling));
    let aliases = ALIASES.iter().flat_map(|&(word, labels)| labels.split(' ').map(move |label| (label, word)));
    let all = of(Word::Heading).chain(of_proactive).chain(of_requests).chain(of_columns).chain(aliases);
    let mut labels: Vec<(&str, Word)> = Vec::new();
    for label in all {
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

/// The words of the form, each as it is found when folded and compared, by [`mark_of`] their text.
static AS_PRINTED: LazyLock<Vec<Vec<(&str, Word)>>> = LazyLock::new(|| {
    let last = VOCABULARY.labels.iter().map(|label| mark_of(label.0)).max().unwrap_or(0);
    let mut by_mark = vec![Vec::new(); last + 1];
    for &(label, _) in &VOCABULARY.labels {
        let word = exact_word_of(&Folded::of(label).chars).ok();
        by_mark[mark_of(label)].extend(word.map(|word| (label, word)));
    }
    by_mark
});

/// A small number that few words of the form share.
fn mark_of(text: &str) -> usize {
    text.len() + text.bytes().next_back().map_or(0, usize::from)
}

/// The word that a whole cell prints, if it prints it to the letter as the form or reports do, as most cells do.
pub(crate) fn word_as_printed(text: &str) -> Option<Word> {
    AS_PRINTED.get(mark_of(text))?.iter().find(|label| label.0 == text).map(|label| label.1)
}

/// A word found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) word: Word,
    /// The character behind the word.
    pub(crate) end: usize,
    /// Whether an enumerator stood before it.
    pub(crate) enumerated: bool,
    /// Whether its end is missing, because print broke the word there.
    pub(crate) broken: bool,
}

/// The word that begins at that character, its enumerator included. Punctuation inside a word does not matter.
pub(crate) fn word_at(chars: &[char], at: usize) -> Option<Match> {
    let (number, start) = enumerators(chars, at);
    let entries = VOCABULARY.by_first.get(chars.get(start)?)?;
    let mut longest_start: Option<(usize, Match)> = None;
    for entry in entries {
        let enumerated = start > at;
        if entry.enumerator.is_some() && entry.enumerator != number {
            continue;
        }
        let (common, end) = common_start(chars, start, &entry.key);
        if common == entry.key.len() {
            let whole = Match { word: entry.word, end, enumerated, broken: false };
            // A longer label that is broken off behind this one is the better reading.
            return Some(longest_start.filter(|(longest, _)| *longest > common).map_or(whole, |(_, start)| start));
        }
        // More than half of a word, and enough of it to be no other word.
        if common >= 5 && common * 2 >= entry.key.len() && longest_start.is_none_or(|(longest, _)| common > longest) {
            longest_start = Some((common, Match { word: entry.word, end, enumerated, broken: true }));
        }
    }
    longest_start.map(|(_, found)| found)
}

/// How many characters of the key the text has from there on, and the character behind them.
fn common_start(chars: &[char], start: usize, key: &[char]) -> (usize, usize) {
    let (mut i, mut matched, mut end) = (start, 0, start);
    while let (Some(&c), Some(&k)) = (chars.get(i), key.get(matched)) {
        if c == k {
            matched += 1;
            end = i + 1;
        } else if !is_punctuation(c) {
            break;
        }
        i += 1;
    }
    // The bracket that closes behind a word belongs to it.
    if matched == key.len() && matches!(chars.get(end), Some(')')) {
        end += 1;
    }
    (matched, end)
}

/// Whether a text, its punctuation left away, is a part of a word over a column of section 二.
pub(crate) fn is_part_of_column(chars: &[char]) -> bool {
    is_part_of(chars, |word| matches!(word, Word::ProactiveColumn(_)))
}

/// Whether a word stands over figures.
pub(crate) fn is_over_figures(word: Word) -> bool {
    matches!(word, Word::ProactiveColumn(_) | Word::Applicant(_) | Word::Organizations)
        || matches!(word, Word::Route(_) | Word::Litigation | Word::Ruling(_))
}

/// Whether a text may be a part of a word over figures, as where print has broken that word.
pub(crate) fn is_part_of_header(chars: &[char]) -> bool {
    const SHORTEST: usize = 3;
    chars.len() >= SHORTEST && is_part_of(chars, is_over_figures)
}

/// Whether a word over figures may be that of a column that the form does not have: one that is no part of a word of a header, and no
/// number or sentence.
pub(crate) fn is_other_header(chars: &[char]) -> bool {
    /// Characters of the longest name of a column.
    const LONGEST: usize = 8;
    let word: Vec<char> = chars.iter().copied().filter(|c| !is_punctuation(*c)).collect();
    let is_of_header = |word: Word| is_over_figures(word) || matches!(word, Word::Total | Word::Furniture);
    (1..=LONGEST).contains(&word.len()) && !word.iter().all(char::is_ascii_digit) && !is_part_of(&word, is_of_header)
}

fn is_part_of(chars: &[char], is_meant: impl Fn(Word) -> bool) -> bool {
    let mut meant = VOCABULARY.by_first.values().flatten().filter(|entry| is_meant(entry.word));
    !chars.is_empty() && meant.any(|entry| entry.key.windows(chars.len()).any(|part| part == chars))
}

/// The word that a whole cell prints, spelled as the form or reports spell it; else where its enumerators end.
pub(crate) fn exact_word_of(chars: &[char]) -> Result<Word, usize> {
    let mut start = 0;
    loop {
        if let Some(found) = word_at(chars, start) {
            let rest = &chars[found.end.min(chars.len())..];
            let is_end = || is_note_of(found.word, rest) || rest.iter().all(|c| is_punctuation(*c) && *c != '%');
            // （二）部分公开（区分处理的，只计这一情形，不计其他情形）
            let behind = found.end + rest.iter().take_while(|c| is_punctuation(**c)).count();
            let has_note = || matches!(word_at(chars, behind), Some(Match { word: Word::Furniture, .. }));
            if (!found.broken && is_end()) || has_note() {
                return Ok(found.word);
            }
        }
        let (_, behind) = enumerators_once(chars, start);
        start = match chars.get(start) {
            _ if behind > start => behind,
            Some(c) if is_punctuation(*c) => start + 1,
            _ => return Err(start),
        };
    }
}

/// Whether a text is one note in brackets that changes nothing of the word before it: no unit, share, other scope or year, and no part of
/// what the word counts. 行政处罚（一般程序） counts some of 行政处罚; （含简易程序） explains it.
pub(crate) fn is_note_of(word: Word, chars: &[char]) -> bool {
    /// What a note has that explains a word, as punctuation between its words does, and the name of a part has not.
    const EXPLAINS: [&str; 15] =
        ["含", "包括", "指", "注", "计", "件", "见", "即", "按", "以", "无", "均", "应", "截", "年"];
    let may_be_part = matches!(word, Word::ProactiveRow(_) | Word::ProactiveColumn(_))
        || matches!(word, Word::Row(RequestRow::Received | RequestRow::CarriedIn | RequestRow::CarriedOver));
    let explains = || {
        let inside: String = chars[1..chars.len() - 1].iter().collect();
        // One character is a unit.
        chars.len() == 3 || inside.contains(is_punctuation) || EXPLAINS.iter().any(|word| inside.contains(word))
    };
    is_note(chars) && (!may_be_part || explains())
}

/// Whether a text is one note in brackets that names no unit, share, other scope or year.
fn is_note(chars: &[char]) -> bool {
    /// Characters of the longest note.
    const LONGEST: usize = 60;
    let ['(', inside @ .., ')'] = chars else { return false };
    let text: String = inside.iter().collect();
    (1..=LONGEST).contains(&inside.len())
        && !is_year(&text)
        && !text.contains('(')
        && !text.contains("单位")
        && !is_another(&text)
}

/// The enumerators that begin at that character, `三、（一）`: the last of them, and the character behind.
pub(crate) fn enumerators(chars: &[char], at: usize) -> (Option<char>, usize) {
    /// More of them in a row than any label has: of the row, the table and the section, and a few that print counts.
    const MOST: usize = 8;
    let (mut number, mut behind) = (None, at);
    for _ in 0..MOST {
        let (next, end) = enumerators_once(chars, behind);
        if end == behind {
            break;
        }
        (number, behind) = (next, end);
    }
    (number, behind)
}

/// `1.`, `1、`, `（一）`, `一、`, `1)`: its number, and the character behind.
pub(crate) fn enumerators_once(chars: &[char], at: usize) -> (Option<char>, usize) {
    match chars.get(at..) {
        Some(['(', number, ')', ..]) if is_numeral(*number) => {
            let dot = usize::from(matches!(chars.get(at + 3), Some('.' | '、')));
            (Some(*number), at + 3 + dot)
        }
        Some([number, '、' | '.' | ')' | ':' | ',', ..]) if is_numeral(*number) => (Some(*number), at + 2),
        _ => (None, at),
    }
}

/// Whether a character is one that print puts between words. What shows the characters behind it in another order is none.
pub(crate) fn is_punctuation(c: char) -> bool {
    !is_ideograph(c) && !c.is_alphanumeric() && !matches!(c, '\u{202d}' | '\u{202e}' | '\u{2067}' | '\u{2068}')
}
