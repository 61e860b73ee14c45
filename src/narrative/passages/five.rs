//! Section 五: what was mended of last year's problems, the problems of the year, and how they are to be mended.

use std::ops::Range;

use crate::narrative::passages::preamble::within;
use crate::narrative::passages::sentence::sentences;
use crate::narrative::words::list::words;
use crate::narrative::{Narrative, Passage};

/// Words that tell of last year's problems, mended.
const RECTIFIES: &[&str] = words!("整改情况 整改落实情况 上年度问题 上年度存在 去年问题");
/// Words that put what was mended into last year.
const LAST_YEAR: &[&str] = words!("上年 去年 上一年");
/// Words that name a problem.
const PROBLEMS: &[&str] = words!("问题 不足 差距 薄弱 短板");
/// Words that tell what is done about it, or will be.
const IMPROVES: &[&str] = words!(
    "改进措施 改进情况 改进的措施 改进的情况 改进方向 改进工作 改进办法 改进： 改进: 加以改进 予以改进 整改措施 解决办法 解决措施 解决方案 对策 努力方向 打算 工作计划 \
    工作思路 工作安排 下一步 今后 下阶段 接下来 下步 下一年 明年 来年 新的一年 我们要 我局要 针对以上 针对上述 针对这些 为此 将着力 将从 将进一步 将继续 将加强 将不断 \
    将加大 将采取 将强化 将重点 将努力 将认真 将切实 将坚持 将严格 将持续 将围绕 将积极 将深入 局将 镇将 们将 办将 委将 乡将 街道将 县将 区将 市将 \
    院将 厅将 机关将 我单位将 我校将 我中心将 已督促 已整改 已采取 予以整改"
);

/// Divides section 五 into progress, problems and improvements.
pub(crate) fn problems(passage: &Passage, narrative: &mut Narrative) {
    // Each sentence goes to the part that the last of such words opened.
    let [mut rectification, mut problems, mut improvements]: [Option<Range<usize>>; 3] = [None, None, None];
    let mut is_rectification = false;
    for piece in sentences(&passage.text).into_iter().flat_map(|sentence| pieces(&passage.text, sentence)) {
        let text = &passage.text[piece.clone()];
        let (names_problem, rectifies) = (has(text, PROBLEMS), has(text, RECTIFIES));
        let part = if improvements.is_some() {
            // What follows the improvements belongs to them.
            &mut improvements
        } else if rectifies && (problems.is_none() || has(text, LAST_YEAR) || names_year(text)) {
            is_rectification = true;
            &mut rectification
        } else if (rectifies || has(text, IMPROVES)) && (problems.is_some() || !names_problem) {
            // 整改情况 behind the problems of the year is how they were mended.
            &mut improvements
        } else if is_rectification && !names_problem {
            &mut rectification
        } else {
            is_rectification = false;
            &mut problems
        };
        let begins = part.as_ref().map_or(piece.start, |range| range.start);
        *part = Some(begins..piece.end);
    }
    narrative.section_five = Some(passage.clone());
    narrative.rectification = rectification.map(|range| within(passage, range));
    narrative.problems = problems.map(|range| within(passage, range));
    narrative.improvements = improvements.map(|range| within(passage, range));
}

/// Whether a text has one of some words, wherever its lines end.
fn has(text: &str, words: &[&str]) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    words.iter().any(|word| text.contains(word))
}

/// Whether a text names a year by its number: 2023年度问题整改情况.
fn names_year(text: &str) -> bool {
    text.match_indices('年').any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit()))
}

/// Where the first of some words ends, wherever the lines of the text do.
fn end_of_first(text: &str, words: &[&str]) -> Option<usize> {
    let printed = || text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let plain: String = printed().map(|(_, c)| c).collect();
    let end = words.iter().filter_map(|word| Some(plain.find(word)? + word.len())).min()?;
    let last = plain[..end].chars().count() - 1;
    printed().nth(last).map(|(at, c)| at + c.len_utf8())
}

/// A sentence, parted where a clause of it begins to tell what is done about the problem before it: 更新不够及时，今后将加强督促.
fn pieces(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    /// The most characters from the beginning of a clause to the words that tell.
    const NEAR: usize = 16;
    let words = &text[sentence.clone()];
    let clauses = words.char_indices().filter(|&(_, c)| matches!(c, '，' | '；' | '：' | '、'));
    let mut starts = clauses.map(|(at, c)| at + c.len_utf8());
    let tells = |start: usize| {
        let near: String = words[start..].chars().take(NEAR).take_while(|c| !matches!(c, '，' | '；')).collect();
        has(&near, IMPROVES)
    };
    let named = end_of_first(words, PROBLEMS);
    match starts.find(|&start| named.is_some_and(|named| named <= start) && tells(start)) {
        Some(start) => vec![sentence.start..sentence.start + start, sentence.start + start..sentence.end],
        None => vec![sentence],
    }
}
